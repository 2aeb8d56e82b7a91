"""Comprobaciones de 4.2, vinos."""

import numpy as np

from . import expect
from .core import exercise, quiz

PROLINE = 12


def _wine():
    """Los vinos, repartidos como en la sección 2 de la lección."""
    from sklearn.datasets import load_wine
    from sklearn.model_selection import train_test_split

    x, y = load_wine(return_X_y=True)
    return train_test_split(x, y, test_size=36, stratify=y, random_state=42)


def _integers(value, function, names):
    """Los dos enteros que devuelve una función, como tupla."""
    both = expect.pair(value, function, names)
    return tuple(expect.integer(part, f"lo que devuelve {function}") for part in both)


@exercise(
    "4.2.1",
    hints=(
        "x_all.std(axis=0) da las trece desviaciones de una vez: una por columna.",
        ".argmax() dice en qué posición está la mayor; names[posición], cómo se llama.",
        "names[x_all.std(axis=0).argmax()] y x_all.std(axis=0).max() / x_all.std(axis=0).min()",
    ),
    praise="La prolina varía miles de veces más que los fenoles no flavonoides: es la unidad, no "
    "la importancia.",
)
def check_largest_spread(column, times):
    from sklearn.datasets import load_wine

    x = load_wine().data
    expect.wrong_when(
        isinstance(column, int | np.integer) and column == PROLINE,
        "12 es la posición: se pide el nombre, names[12].",
    )
    column = expect.instance(column, str, "columna").strip().lower()
    expect.wrong_when(
        column == "fenoles no flavonoides", "Esa es la que menos varía: se pide la que más."
    )
    expect.wrong_when(
        column not in ("prolina", "proline"),
        f"«{column}» no es la medida que más varía. Busca la mayor de x_all.std(axis=0).",
    )
    times = expect.number(times, "veces")
    spread, variance, mean = x.std(axis=0), x.var(axis=0), x.mean(axis=0)
    for value, message in (
        (spread.min() / spread.max(), "La división está al revés: la mayor va arriba."),
        (variance.max() / variance.min(), "Dividiste varianzas (.var): se piden desviaciones."),
        (mean.max() / mean.min(), "Dividiste medias: se piden desviaciones, .std(axis=0)."),
        (spread.max(), "Esa es la desviación mayor: falta dividirla entre la menor."),
        (spread.max() - spread.min(), "Restaste: «cuántas veces mayor» es una división."),
    ):
        expect.wrong_when(np.isclose(times, value, rtol=1e-4), message)
    expect.close(times, spread.max() / spread.min(), "veces", tolerance=1e-3)


@exercise(
    "4.2.2",
    hints=(
        "La media y la desviación de cada columna se piden con axis=0.",
        "A otros se le resta la media de entrenamiento y se divide entre su desviación.",
        "return (otros - entrenamiento.mean(axis=0)) / entrenamiento.std(axis=0)",
    ),
    praise="Los datos nuevos se miden con la regla vieja: la del entrenamiento.",
)
def check_scale(function):
    expect.function(function, "escalar")
    rng = np.random.default_rng(42)
    train = rng.normal([5, 100, -3], [1, 20, 0.5], size=(30, 3))
    others = rng.normal([6, 90, -2], [2, 10, 0.7], size=(8, 3))
    copies = train.copy(), others.copy()
    result = expect.call(function, train, others)
    expect.wrong_when(
        not (np.array_equal(train, copies[0]) and np.array_equal(others, copies[1])),
        "Tu función cambia una de las tablas que recibe: debe devolver una nueva.",
    )
    result = expect.array(result, "lo que devuelve escalar")
    expect.wrong_when(
        result.shape == train.shape,
        "Devuelves la tabla de entrenamiento: se pide escalar la otra, otros.",
    )
    result = expect.array(result, "lo que devuelve escalar", shape=others.shape)
    mean, spread = train.mean(axis=0), train.std(axis=0)
    own = (others - others.mean(axis=0)) / others.std(axis=0)
    for value, message in (
        (own, "Usas la media y la desviación de otros: deben ser las de entrenamiento."),
        (
            (others - train.mean()) / train.std(),
            "Usas una sola media para toda la tabla: se pide una por columna, axis=0.",
        ),
        (others - mean, "Restas la media, pero falta dividir entre la desviación."),
        (others / spread, "Divides entre la desviación, pero falta restar antes la media."),
        (others - mean / spread, "Faltan paréntesis: primero se resta y luego se divide."),
        ((others - mean) / train.var(axis=0), "Divides entre la varianza: es la desviación, .std."),
        (
            (others - train.min(axis=0)) / np.ptp(train, axis=0),
            "Eso lleva el mínimo a 0 y el máximo a 1: se pide restar la media y dividir entre "
            "la desviación.",
        ),
    ):
        expect.wrong_when(_same(result, value), message)
    ddof = (others - mean) / train.std(axis=0, ddof=1)
    if not _same(result, ddof):  # la desviación muestral también vale
        expect.close(result, (others - mean) / spread, "lo que devuelve escalar")


def _same(result, value):
    """¿Son el mismo array? Lo que no son números no lo es."""
    return (
        np.issubdtype(result.dtype, np.number)
        and result.shape == value.shape
        and np.allclose(result, value)
    )


@exercise(
    "4.2.3",
    hints=(
        "Primero se centra la tabla: a cada columna se le resta su media.",
        "np.linalg.svd(centrada, compute_uv=False) da solo los valores singulares, de mayor a "
        "menor.",
        "Con valores = np.linalg.svd(x - x.mean(axis=0), compute_uv=False): "
        "return valores**2 / (valores**2).sum()",
    ),
    praise="Es exactamente el explained_variance_ratio_ de scikit-learn.",
)
def check_explained_variance(function):
    expect.function(function, "varianza_explicada")
    for seed in (0, 1):
        rng = np.random.default_rng(seed)
        table = rng.normal([3, -2, 8, 1], [1, 4, 2, 0.5], size=(30, 4))
        before = table.copy()
        result = expect.call(function, table)
        expect.wrong_when(
            not np.array_equal(table, before),
            "Tu función cambia la tabla que recibe (¿x -= …?): crea una nueva.",
        )
        result = expect.array(result, "lo que devuelve varianza_explicada", shape=(4,))
        centred = table - table.mean(axis=0)
        values = np.linalg.svd(centred, compute_uv=False)
        raw = np.linalg.svd(table, compute_uv=False) ** 2
        scaled = np.linalg.svd(centred / centred.std(axis=0), compute_uv=False) ** 2
        expected = values**2 / (values**2).sum()
        for value, message in (
            (values / values.sum(), "Falta elevar al cuadrado los valores singulares."),
            (values, "Esos son los valores singulares: falta el cuadrado y dividir entre la suma."),
            (values**2, "Falta dividir entre la suma, para que sean fracciones del total."),
            (values**2 / len(table), "Esas son varianzas: falta dividirlas entre su suma."),
            (raw / raw.sum(), "Falta centrar: a cada columna hay que restarle antes su media."),
            (scaled / scaled.sum(), "Has escalado la tabla: aquí solo se pide centrarla."),
            (100 * expected, "Eso son porcentajes: se piden fracciones, que sumen 1."),
            (np.cumsum(expected), "Eso es la suma acumulada: se pide la parte de cada una."),
            (expected[::-1], "Están de menor a mayor: se piden de mayor a menor."),
            (
                table.var(axis=0) / table.var(axis=0).sum(),
                "Eso es lo que pone cada columna: se pide lo que explica cada componente (SVD).",
            ),
        ):
            expect.wrong_when(_same(result, value), message)
        expect.close(result, expected, "lo que devuelve varianza_explicada")


def _early_stopping(losses, patience, *, ties=False, total=False):
    """(época final, mejor), desde 1. Las opciones reproducen dos errores conocidos."""
    best, wait = 1, 0
    for epoch, loss in enumerate(losses[1:], start=2):
        if loss < losses[best - 1] or (ties and loss == losses[best - 1]):
            best, wait = epoch, wait if total else 0
        else:
            wait += 1
            if wait >= patience:
                return epoch, best
    return len(losses), best


def _compared_with_previous(losses, patience):
    """Otro error: comparar cada época con la anterior, y no con la mejor."""
    wait = 0
    for epoch in range(2, len(losses) + 1):
        wait = 0 if losses[epoch - 1] < losses[epoch - 2] else wait + 1
        if wait >= patience:
            break
    else:
        epoch = len(losses)
    return epoch, int(np.argmin(losses[:epoch])) + 1


@exercise(
    "4.2.4",
    hints=(
        "Recorre las épocas guardando cuál es, hasta ahora, la mejor.",
        "La paciencia gastada es la época actual menos la mejor.",
        "Desde epoca = 2: si perdidas[epoca - 1] < perdidas[mejor - 1], mejor = epoca; si "
        "epoca - mejor >= paciencia, return epoca, mejor. Al acabar, len(perdidas), mejor.",
    ),
    praise="Es lo que hace EarlyStopping: esperar un poco, y volver a la mejor época.",
)
def check_early_stopping(function):
    expect.function(function, "parada_temprana")
    cases = (
        ([5.0, 3.0, 4.0, 4.0, 2.0], 2),
        ([0.9, 0.5, 0.6, 0.55, 0.4, 0.45, 0.5, 0.6], 3),
        ([0.5, 0.3, 0.4, 0.3, 0.4, 0.4], 2),
        ([9.0, 5.0, 8.0, 7.0, 6.0, 5.5, 4.0], 3),
        ([0.4, 0.3, 0.2, 0.1], 2),
        ([0.1, 0.2, 0.3], 1),
    )
    for losses, patience in cases:
        result = expect.call(function, list(losses), patience)
        result = _integers(result, "parada_temprana", "epoca, mejor")
        expected = _early_stopping(losses, patience)
        case = f"parada_temprana({losses}, {patience})"
        for value, message in (
            (expected[::-1], "los dos números están al revés."),
            (
                (expected[0] - 1, expected[1] - 1),
                "cuentas las épocas desde 0; la primera es la 1.",
            ),
            (
                (expected[0], int(np.argmin(losses)) + 1),
                "miras pérdidas de después de parar: esas épocas no llegaron a existir.",
            ),
            (
                _early_stopping(losses, patience + 1),
                "esperas una época de más: se para en cuanto la paciencia se agota.",
            ),
            (
                _early_stopping(losses, patience, ties=True),
                "igualar el mínimo no es bajar de él: usa < y no <=.",
            ),
            (
                _early_stopping(losses, patience, total=True),
                "un mínimo nuevo devuelve toda la paciencia: vuelve a contar desde cero.",
            ),
            (
                _compared_with_previous(losses, patience),
                "compara cada pérdida con la mejor hasta entonces, no con la anterior.",
            ),
        ):
            expect.wrong_when(result == value != expected, f"{case}: {message}")
        expect.close(
            result,
            expected,
            "lo que devuelve parada_temprana",
            message=f"{case} dio {result} y debía dar {expected}.",
        )


class _Spy:
    """Un modelo de mentira que apunta con qué filas lo entrenan y lo examinan."""

    def __init__(self):
        self.fitted, self.scored = [], []

    def fit(self, x, y):
        self.fitted.append((np.asarray(x), np.asarray(y)))
        return self

    def score(self, x, y):
        self.scored.append((np.asarray(x), np.asarray(y)))
        return float(np.sum(x)) / 100


@exercise(
    "4.2.5",
    hints=(
        "for aprender, examinar in pliegues: da, en cada vuelta, dos arrays de posiciones.",
        "En cada vuelta: modelo = crear_modelo(), fit con las filas de aprender, y score con las "
        "de examinar.",
        "notas = []; en el bucle, modelo.fit(x[aprender], y[aprender]) y "
        "notas.append(modelo.score(x[examinar], y[examinar])); al final, return notas",
    ),
    praise="Cada fila se examina una vez, y siempre con un modelo que no la vio.",
)
def check_cross_validation(function):
    expect.function(function, "validar")
    x = np.arange(24).reshape(12, 2) ** 2
    y = np.arange(12) % 3
    folds = [(np.setdiff1d(np.arange(12), part), part) for part in np.arange(12).reshape(3, 4)]
    made = []

    def create_model():
        made.append(_Spy())
        return made[-1]

    result = expect.call(function, create_model, x, y, folds)
    expect.wrong_when(
        isinstance(result, float | np.floating),
        "Devuelve un solo número: se pide la lista con la nota de cada pliegue.",
    )
    if isinstance(result, np.ndarray) and result.ndim == 1:
        result = result.tolist()
    result = expect.instance(result, list, "lo que devuelve validar")
    expect.wrong_when(
        not made, "No has llamado a crear_modelo(): hace falta un modelo por pliegue."
    )
    expect.wrong_when(
        len(made) < len(folds),
        "Usas el mismo modelo en varios pliegues: crea uno nuevo dentro del bucle.",
    )
    expect.wrong_when(
        len(result) != len(folds),
        f"Hay {len(folds)} pliegues y devuelves {len(result)} notas: append va dentro del bucle, "
        "y return fuera.",
    )
    for spy, (fit_rows, valid_rows) in zip(made, folds, strict=False):
        expect.wrong_when(not spy.fitted, "Un modelo se examina sin entrenar: falta fit.")
        expect.wrong_when(not spy.scored, "A un modelo no le has pedido su nota: falta score.")
        expect.wrong_when(
            len(spy.fitted[0][0]) == len(x),
            "Entrenas con todas las filas: el examen ya no vale. Usa x[aprender], y[aprender].",
        )
        expect.wrong_when(
            _same_rows(spy.fitted[0], x, y, valid_rows),
            "Entrenas con las filas del examen: están al revés.",
        )
        expect.wrong_when(
            not _same_rows(spy.fitted[0], x, y, fit_rows),
            "fit debe recibir x[aprender] e y[aprender] de ese pliegue.",
        )
        expect.wrong_when(
            _same_rows(spy.scored[0], x, y, fit_rows),
            "Examinas con las filas con que aprendió: usa las otras, las de validar.",
        )
        expect.wrong_when(
            not _same_rows(spy.scored[0], x, y, valid_rows),
            "score debe recibir las filas de validar de ese pliegue, de x y de y.",
        )
    result = [expect.number(score, "cada nota") for score in result]
    expect.close(
        result,
        [x[rows].sum() / 100 for _, rows in folds],
        "lo que devuelve validar",
        message="Entrenas y examinas bien, pero la lista no tiene las notas de score, en orden.",
    )


def _same_rows(received, x, y, rows):
    return np.array_equal(received[0], x[rows]) and np.array_equal(received[1], y[rows])


@exercise(
    "4.2.6",
    hints=(
        "a == y es un array de True y False: dónde acierta el primero.",
        "«Y a la vez» entre arrays se escribe &, con cada comparación entre paréntesis.",
        "((a == y) & (b != y)).sum() cuenta donde acierta solo a; lo mismo, al revés, para b.",
    ),
    praise="Solo esos vinos dicen algo sobre cuál es mejor; en los demás, empatan.",
)
def check_disagreements(function):
    expect.function(function, "discrepancias")
    y = np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, 0])
    first = np.array([0, 1, 2, 0, 1, 2, 0, 2, 1, 1])
    second = np.array([0, 1, 2, 0, 0, 0, 1, 2, 0, 0])
    for a, b, expected in ((first, second, (3, 1)), (second, first, (1, 3)), (y, y, (0, 0))):
        result = _integers(expect.call(function, y, a, b), "discrepancias", "solo_a, solo_b")
        expect.wrong_when(
            result == ((a == y).sum(), (b == y).sum()),
            "Cuentas todos los aciertos de cada uno: se piden solo aquellos en que el otro falla.",
        )
        expect.wrong_when(
            result == ((a != b).sum(),) * 2 and result != expected,
            "Cuentas dónde son distintos, pero pueden fallar los dos con clases distintas: "
            "compara cada uno con y.",
        )
        expect.wrong_when(
            result == expected[::-1] != expected, "Los dos números están al revés: primero a."
        )
        expect.close(
            result,
            expected,
            "lo que devuelve discrepancias",
            message=f"En una prueba de 10 vinos devolvió {result} y debía devolver {expected}.",
        )


@exercise(
    "4.2.7",
    hints=(
        "Las columnas se eligen con x_train[:, columnas].",
        "make_pipeline(StandardScaler(), LogisticRegression()) y cross_val_score(…, cv=folds).",
        "return cross_val_score(modelo, x_train[:, columnas], y_train, cv=folds).mean()",
    ),
    praise="Ya puedes preguntar cuánto vale cada medida, sin tocar el examen.",
)
def check_accuracy_with(function):
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_score
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    expect.function(function, "exactitud_con")
    x, _, y, _ = _wine()
    model = make_pipeline(StandardScaler(), LogisticRegression())
    folds = StratifiedKFold(5, shuffle=True, random_state=0)

    def expected(columns):
        return cross_val_score(model, x[:, columns], y, cv=folds).mean()

    everything = expected(list(range(13)))
    for columns in ([2], [0, 6]):
        result = expect.call(function, list(columns))
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim == 1,
            "Devuelve las cinco notas: falta resumirlas con .mean().",
        )
        result = expect.number(result, "lo que devuelve exactitud_con")
        expect.wrong_when(
            np.isclose(result, everything, atol=0.008),
            "Da lo mismo que con las 13 medidas: ¿usas el parámetro columnas?",
        )
        expect.wrong_when(result > 1, "Una exactitud es una fracción, entre 0 y 1.")
        # Cada vino vale 0.007: se admite uno de diferencia entre versiones de scikit-learn.
        expect.wrong_when(
            abs(result - expected(columns)) > 0.01,
            f"exactitud_con({columns}) dio ≈ {result:.3f} y se esperaba ≈ "
            f"{expected(columns):.3f}. ¿Usas x_train e y_train, cv=folds, y el escalador dentro "
            "de la pipeline?",
        )


GOOD_TEST = 31  # aciertos, de 36


@exercise(
    "4.2.8",
    hints=(
        "Empieza por las que más separan en validación: prueba exactitud_con([6]), y ve añadiendo "
        "otra cada vez.",
        "Candidatas: flavonoides (6), alcohol (0), color (9), tonalidad (10) y prolina (12).",
        "elegidas = [0, 6, 9, 10, 12]; modelo_final = make_pipeline(StandardScaler(), "
        "LogisticRegression()).fit(x_train[:, elegidas], y_train)",
    ),
    praise="Menos de la mitad de las medidas, y casi el mismo acierto: a la bodega le interesa.",
)
def check_cheap_model(chosen, model):
    from sklearn.base import BaseEstimator
    from sklearn.pipeline import Pipeline

    if isinstance(chosen, np.ndarray) and chosen.ndim == 1:
        chosen = chosen.tolist()
    chosen = [expect.integer(c, "cada posición") for c in expect.instance(chosen, list, "elegidas")]
    expect.wrong_when(
        not 1 <= len(chosen) <= 5, f"elegidas tiene {len(chosen)} posiciones: se piden de 1 a 5."
    )
    expect.wrong_when(
        not all(0 <= c <= PROLINE for c in chosen), "Las posiciones van de 0 a 12: mira la tabla."
    )
    expect.wrong_when(len(set(chosen)) < len(chosen), "Hay una posición repetida en elegidas.")
    expect.wrong_when(
        not isinstance(model, BaseEstimator) or not hasattr(model, "predict"),
        "modelo_final debe ser la pipeline entrenada (no su nota, ni sus predicciones).",
    )
    expect.wrong_when(
        not isinstance(model, Pipeline),
        "modelo_final no es una pipeline: sin el escalador dentro, el vino nuevo llegaría sin "
        "escalar. Usa make_pipeline.",
    )
    _, x_test, _, y_test = _wine()
    try:
        predicted = np.asarray(model.predict(x_test[:, chosen]))
    except Exception as error:
        raise expect.Mistake(
            f"modelo_final no pudo predecir con esas columnas ({type(error).__name__}). ¿Lo has "
            "entrenado con fit, y con x_train[:, elegidas]?"
        ) from error
    expect.wrong_when(predicted.shape != y_test.shape, "modelo_final debe dar una clase por vino.")
    hits = int((predicted == y_test).sum())
    expect.wrong_when(
        hits < GOOD_TEST,
        f"Acierta ≈ {hits} de 36 y se piden {GOOD_TEST}. ¿Está entrenado con esas columnas, en ese "
        "orden? Si lo está, busca otras con exactitud_con, sin mirar el examen.",
    )
    return (
        f"En el examen: ≈ {hits} vinos de 36, con {len(chosen)} medidas. Y recuerda la sección 5: "
        "36 vinos son pocos; dar además la media y la desviación de los pliegues es lo honrado."
    )


quiz(
    "4.2.A1",
    correct="d",
    why="Sí: sin escalar, el peso de cada medida lo decide la unidad en que alguien la apuntó. "
    "Estandarizar borra ese accidente.",
    wrong={
        "a": "Los vinos son los mismos, pero la red solo ve números, y los de la prolina serían "
        "mil veces menores.",
        "b": "No: el magnesio, en mg/L, seguiría rondando 100. Igualar es lo que hace el escalado.",
        "c": "Las unidades no viajan con los números: no hay error ni aviso. Por eso es peligroso.",
    },
    hint="Vuelve a la figura de barras de la sección 2 e imagina la prolina entre 0.3 y 1.7.",
)
quiz(
    "4.2.A2",
    correct="b",
    why="Sí: sin escalar, aquí la primera componente explicaba más del 99 % y era la prolina.",
    wrong={
        "a": "Varianza explicada y exactitud son cosas distintas: PCA no sabe de clases.",
        "c": "Pueden ser las más útiles, y estar medidas en una unidad que da números pequeños.",
        "d": "PCA no ve las etiquetas: busca donde más se varía, no donde se separan las clases.",
    },
    hint="¿Qué pasó en la sección 3 al olvidar el escalado?",
)
quiz(
    "4.2.A3",
    correct="a",
    why="Sí: la entropía cruzada castiga mucho equivocarse con seguridad. La exactitud no ve la "
    "seguridad.",
    wrong={
        "b": "Lo viste en la sección 4: la pérdida subió y la exactitud apenas se movió.",
        "c": "La cuenta está bien: es que la pérdida mide también la seguridad.",
        "d": "Al contrario: una red subajustada no llegaría a aprenderse los datos.",
    },
    hint="¿Qué mide la pérdida que la exactitud no mide?",
)
quiz(
    "4.2.A4",
    correct="c",
    why="Sí: 0.007 es un vino de 142, mucho menos de lo que baila entre pliegues.",
    wrong={
        "a": "Su ventaja es un solo vino; la desviación entre pliegues es cuatro veces mayor.",
        "b": "El orden en que se prueban no dice nada de los modelos.",
        "d": "Eso es elegir la suerte: con bastantes intentos, cualquiera «gana» alguna vez.",
    },
    hint="¿A cuántos vinos equivale una diferencia de 0.007 sobre 142?",
)
