"""La red de la lección 3.4 con las casas de California, frente a la recta: R² y segundos.

Con cada semilla cambian los pesos iniciales y el orden de los lotes; el reparto es el de la
lección.
"""

from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

from course_utils.datasets import load_california_housing

from .recipes import Recipe
from .report import at_least, within

MIN_R2, MAX_SECONDS = 0.77, 15
LINE_R2 = (0.57, 0.60)


def _line_r2():
    """El R² de la recta que se suele citar, 0.576: el de un reparto al azar concreto."""
    houses = load_california_housing()
    x, y = houses.drop(columns="MedHouseVal"), houses["MedHouseVal"]
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, random_state=42)
    return LinearRegression().fit(x_train, y_train).score(x_test, y_test)


def run(seeds=5):
    """Ajusta la recta una vez y la red de la lección con cada semilla."""
    line = _line_r2()
    failures = at_least("recta, R²", line, LINE_R2[0]) + within("recta, R²", line, LINE_R2[1], "")
    recipe = Recipe("casas_con_una_red", "modelo_casas")
    for seed in range(42, 42 + seeds):
        names, seconds = recipe.run(seed)
        exam = names["exam"]
        x = exam[names["FEATURES"]].to_numpy("float32")
        predicted = names[recipe.model].predict(x, batch_size=1000, verbose=0)
        r2 = r2_score(exam["MedHouseVal"], predicted.ravel())
        failures += at_least(f"semilla {seed}, R²", r2, MIN_R2)
        failures += within(f"semilla {seed}, entrenamiento", seconds, MAX_SECONDS, "s")
    return failures
