"""La red de la lección 6.3 y la logística equilibrada de la 6.1 con los pagos: AP y segundos.

Sin duplicados, y siempre con pagos posteriores a los que se aprendieron: la logística, en la prueba
de la 6.1; la red, en la validación de la 6.3. El sobre que abre la lección 6.6 no se mira.
"""

import numpy as np
from sklearn.metrics import average_precision_score

from .recipes import Recipe
from .report import at_least, within

MIN_NET, MIN_LOGISTIC, MAX_SECONDS = 0.78, 0.72, 10


def run(seeds=5):
    """Ajusta la logística una vez y la red con cada semilla."""
    names, _ = Recipe("los_datos_y_como_evaluarlos", "scores").run()
    ap = average_precision_score(names["y_test"], names["scores"])
    failures = at_least("logística, AP en la prueba", ap, MIN_LOGISTIC)
    recipe = Recipe("la_red_y_sus_rivales", "net")
    for seed in range(42, 42 + seeds):
        names, seconds = recipe.run(seed)
        scores = np.asarray(names["net"](names["x_valid"]))[:, 0]
        ap = average_precision_score(names["y_valid"], scores)
        failures += at_least(f"semilla {seed}, AP en validación", ap, MIN_NET)
        failures += within(f"semilla {seed}, entrenamiento", seconds, MAX_SECONDS, "s")
    return failures
