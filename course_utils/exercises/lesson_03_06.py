"""Comprobaciones de la lección 3.6, Frenar y comparar."""

import functools

import numpy as np

from ..metrics.bootstrap import paired_difference
from . import expect
from .cars import (
    cross_validated,
    estimator,
    predicted,
    split,
    trained_only_with_the_learning_cars,
)
from .core import exercise, quiz

MAX_RMSE = 1.3  # km/l en los diez pliegues: los frenados dan de 1.17 a 1.26; el grado 2 libre, 1.33


def _fold_problem(count):
    """Una tabla con las filas desordenadas (posición y etiqueta no coinciden) y sus pliegues."""
    import pandas as pd

    rng = np.random.default_rng(count)
    labels = rng.permutation(30)
    x = pd.DataFrame({"a": rng.normal(size=30), "b": rng.normal(size=30)}, index=labels)
    y = 2 * x["a"] - x["b"] + rng.normal(0, 1, 30)
    rows = rng.permutation(30)
    parts = np.split(rows, [10, 18][: count - 1])
    folds = [(np.concatenate([part for part in parts if part is not exam]), exam) for exam in parts]
    return x, y, folds


@exercise(
    "3.6.1",
    hints=(
        "Un ciclo sobre los pliegues: `for aprender, examinar in pliegues:`. Dentro, primero "
        "`fit`.",
        "`errores = y.iloc[examinar] - model.predict(x.iloc[examinar])`; su RMSE es la raíz de la "
        "media de los cuadrados.",
        "\n`resultado = []\n"
        "for aprender, examinar in pliegues:\n"
        "    model.fit(x.iloc[aprender], y.iloc[aprender])\n"
        "    errores = y.iloc[examinar] - model.predict(x.iloc[examinar])\n"
        "    resultado.append(np.sqrt((errores**2).mean()))\n"
        "return np.array(resultado)`",
    ),
    praise="Cada coche se examina una vez, con un modelo que no lo vio. cross_val_predict hace "
    "este ciclo.",
)
def check_folds(function):
    from sklearn.linear_model import LinearRegression, Ridge

    def score_by(summary, learn=lambda learn, exam: learn, exam=lambda learn, exam: exam):
        """Una ``rmse_por_pliegue`` con otro resumen de los errores, o con otras filas."""

        def scores(model, x, y, folds):
            result = []
            for fold in folds:
                rows, others = learn(*fold), exam(*fold)
                model.fit(x.iloc[rows], y.iloc[rows])
                result.append(summary(y.iloc[others] - model.predict(x.iloc[others])))
            return np.array(result)

        return scores

    def rmse(errors):
        return np.sqrt((errors**2).mean())

    def one_each(value, name):
        if isinstance(value, list):
            expect.wrong(
                "Devuelve una lista: conviértela con np.array(resultado), para poder restar y "
                "promediar."
            )
        value = expect.array(value, name)
        if value.ndim == 0:
            expect.wrong("Devuelve un solo número: se pide un RMSE por pliegue, sin promediar.")
        return value

    expect.computes(
        function,
        "rmse_por_pliegue",
        right=score_by(rmse),
        inputs=[
            (LinearRegression(), *_fold_problem(3)),
            (Ridge(alpha=50), *_fold_problem(2)),
        ],
        kind=one_each,
        message="No son los RMSE de esos pliegues: llegó {result}. Cada vuelta usa su pareja, y "
        ".iloc (posiciones) en x y en y.",
        mistakes=(
            (
                score_by(lambda errors: (errors**2).mean()),
                "Eso es el error cuadrático medio: falta la raíz.",
            ),
            (score_by(lambda errors: errors.abs().mean()), "Eso es el MAE: se pide el RMSE."),
            (
                lambda *given: -score_by(rmse)(*given),
                "Salen negativos: scikit-learn da el RMSE cambiado de signo, para que más sea "
                "mejor. Cámbialo de vuelta.",
            ),
            (
                lambda model, x, y, folds: score_by(rmse)(model, x, y, [folds[0]] * len(folds)),
                "Todas las vueltas usan el primer pliegue: en cada una va su pareja.",
            ),
            (
                score_by(rmse, exam=lambda learn, exam: learn),
                "Examinas con las mismas filas con que entrenas: examina con las otras.",
            ),
            (
                score_by(rmse, lambda learn, exam: exam, lambda learn, exam: learn),
                "Está al revés: entrena con aprender, que es el grande, y examina con examinar.",
            ),
            (
                score_by(rmse, lambda learn, exam: np.concatenate([learn, exam])),
                "Entrenas con todas las filas, también las del examen: eso es una fuga. Entrena "
                "dentro del ciclo, solo con las de aprender.",
            ),
        ),
    )


@exercise(
    "3.6.2",
    hints=(
        "`x.T @ x` tiene forma (d, d); a su diagonal se le suma `alfa`.",
        "`A = x.T @ x + alfa * np.eye(x.shape[1])` y `b = x.T @ y`.",
        "`return np.linalg.solve(x.T @ x + alfa * np.eye(x.shape[1]), x.T @ y)`",
    ),
    praise="Con alfa = 0 es la ecuación normal. Y con alfa > 0 siempre hay solución, aunque sobren "
    "columnas.",
)
def check_ridge(function):
    def solve(penalty):
        return lambda x, y, alpha: np.linalg.solve(x.T @ x + penalty(x, alpha), x.T @ y)

    def case(text):
        return lambda x, y, alpha: f"ridge con alfa = {alpha:g}: {text}"

    def eye(x):
        return np.eye(x.shape[1])

    rng = np.random.default_rng(4)
    inputs = []
    for n, d, alpha in ((40, 3, 5.0), (25, 2, 0.0), (60, 4, 100.0)):
        x = rng.normal(size=(n, d)) + rng.normal(size=(n, 1))
        x, y = x - x.mean(axis=0), x @ [3.0, -1.0, 2.0, 0.5][:d] + rng.normal(size=n)
        inputs.append((x, y - y.mean(), alpha))
    expect.computes(
        function,
        "ridge",
        right=solve(lambda x, alpha: alpha * eye(x)),
        inputs=inputs,
        kind=expect.array,
        mistakes=(
            (
                solve(lambda x, alpha: 0),
                case("no usa alfa: es la ecuación normal, sin freno."),
            ),
            (
                solve(lambda x, alpha: alpha),
                case("suma alfa a todas las casillas; va solo en la diagonal: alfa * np.eye(d)."),
            ),
            (
                solve(lambda x, alpha: len(x) * alpha * eye(x)),
                case("multiplica alfa por el número de filas; súmalo tal cual."),
            ),
            (
                solve(lambda x, alpha: alpha**2 * eye(x)),
                case("eleva alfa al cuadrado; súmalo tal cual."),
            ),
        ),
    )


@exercise(
    "3.6.3",
    hints=(
        "Primero, el promedio de cada fila: `errores.mean(axis=1)`.",
        "`.argmin()` da la posición del menor; se pide el alfa que está en esa posición.",
        "`return alfas[errores.mean(axis=1).argmin()]`",
    ),
    praise="Se elige por la media de todos los exámenes, no por el mejor de ellos.",
)
def check_best_alpha(function):
    def by(summary, choose=np.argmin):
        return lambda alphas, errors: alphas[choose(summary(errors, axis=1))]

    # Gana 10 por la media; 0.1 tiene el mejor pliegue; 1, la mejor mediana; 1000, el mejor último.
    alphas = [0.1, 1.0, 10.0, 100.0, 1000.0]
    errors = np.array(
        [[0.6, 2.6, 1.9], [1.1, 2.4, 1.1], [1.2, 1.3, 1.4], [2.0, 2.1, 2.2], [1.9, 1.7, 0.9]]
    )
    order = [2, 0, 4, 3, 1]
    expect.computes(
        function,
        "mejor_alfa",
        right=by(np.mean),
        inputs=[
            (alphas, errors),
            ([alphas[i] for i in order], errors[order]),
            ([30.0, 3.0], errors[[3, 2]]),
            ([0.003, 2.5], np.array([[1.0, 1.9, 1.0], [1.5, 1.5, 1.5]])),  # el mayor error, no
        ],
        mistakes=(
            (
                lambda alphas, errors: errors.mean(axis=1).argmin(),
                "Esa es la posición: devuelve el alfa que está en ella, alfas[posición].",
            ),
            (
                by(np.min),
                "Ese alfa tiene el mejor pliegue de todos, pero los otros dos son malos: compara "
                "medias.",
            ),
            (
                by(np.mean, np.argmax),
                "Ese es el de mayor error medio: se busca el menor (argmin).",
            ),
            (
                lambda alphas, errors: errors.mean(axis=1).min(),
                "Ese es el error medio más bajo; se pide el alfa que lo consigue.",
            ),
            (by(np.median), "Ese alfa tiene la menor mediana: se pide el de menor RMSE medio."),
        ),
    )


@exercise(
    "3.6.4",
    hints=(
        "`resta = errores_a - errores_b`. Si la media es negativa, «a» tiene menos error.",
        "Empate si `abs(resta.mean()) <= resta.std(ddof=1)`.",
        "\n`resta = errores_a - errores_b\n"
        "if abs(resta.mean()) <= resta.std(ddof=1):\n"
        '    return "empate"\n'
        'return "a" if resta.mean() < 0 else "b"`',
    ),
    praise="La suerte común a los dos se fue al restar. Lo que queda es la diferencia entre "
    "modelos.",
)
def check_verdict(function):
    def verdict(a, b, size=np.mean, ddof=1):
        if abs(size(a - b)) <= (a - b).std(ddof=ddof):
            return "empate"
        return "a" if a.mean() < b.mean() else "b"

    def known(value, name):
        value = expect.instance(value, str, name)
        if value not in ("a", "b", "empate"):
            expect.wrong(
                f'veredicto devuelve "a", "b" o "empate", y devolvió {expect.shown(value)}.'
            )
        return value

    luck = np.array([1.0, 1.6, 1.2, 0.9, 1.7, 1.1, 1.3, 0.8, 1.5, 1.4])
    wobble = np.array([1, -1, 1, -1, 1, -1, 1, -1, 1, -1]) * 0.1
    clear, small, close = luck + 0.2 + wobble / 5, luck + 0.03 + wobble, luck + 0.102 + wobble
    outlier = luck + np.where(np.arange(10) == 4, -1.8, 1.0)  # la mediana sí supera la desviación
    expect.computes(
        function,
        "veredicto",
        right=verdict,
        inputs=[
            (luck, clear),
            (clear, luck),
            (luck, small),
            (small, luck),
            (luck, luck),
            (luck, close),
            (outlier, luck),
            (luck[:3], clear[:3]),
            (luck, luck + 0.108 + wobble),
            (luck, luck + np.where(np.arange(10) == 7, -0.05, 1.0)),  # un pliegue al revés
            (luck, luck - np.where(np.arange(10) == 2, -0.05, 1.0)),
        ],
        kind=known,
        message=lambda a, b: (
            "Con errores idénticos no hay ganador: empate."
            if np.array_equal(a, b)
            else f"Con la resta de media {(a - b).mean():.3f} y desviación "
            f"{(a - b).std(ddof=1):.3f}, el veredicto es {verdict(a, b)!r}."
        ),
        mistakes=(
            (
                lambda a, b: "empate",
                "Uno gana en todos los pliegues y dices empate. Calcula la desviación de la resta, "
                "no la de cada modelo.",
            ),
            (
                lambda a, b: verdict(b, a),
                "Gana el que tiene menos error, y dices el otro.",
            ),
            (
                lambda a, b: verdict(a, b, ddof=0),
                "Con media 0.102 y desviación 0.105 es empate: usa .std(ddof=1), no .std().",
            ),
            (
                lambda a, b: "a" if a.mean() < b.mean() else "b",
                lambda a, b: verdict(a, b, size=np.median),
                "La diferencia media baila más de lo que mide: empate.",
            ),
        ),
    )


@exercise(
    "3.6.5",
    hints=(
        "`make_pipeline(make_columns(…), …)`, con su modelo, y después `.fit(x_train, y_train)`.",
        "El grado 3 con freno tiene la media más baja de la sección 2.",
        "\n`modelo_final = make_pipeline(make_columns(3), Ridge(alpha=10))\n"
        "modelo_final.fit(x_train, y_train)`",
    ),
    praise="Elegido sin mirar el sobre, y examinado una sola vez.",
)
def check_final_model(model):
    estimator(model, "modelo_final")
    x_train, x_test, _, y_test = split()
    predicted(model, x_train, "modelo_final")
    trained_only_with_the_learning_cars(model, "modelo_final")
    rmse = cross_validated(model, "modelo_final")
    if rmse > MAX_RMSE:
        expect.wrong(
            f"En la validación cruzada, su RMSE medio ≈ {rmse:.2f} km/l y se pide {MAX_RMSE} o "
            "menos. Mira las medias de la sección 2. (El sobre sigue cerrado.)"
        )
    strange = x_train.head(3).assign(origin="Korea", horsepower=np.nan)
    predicted(model, strange, "modelo_final")
    errors = predicted(model, x_test, "modelo_final") - y_test.to_numpy()
    return (
        f"En la validación cruzada, ≈ {rmse:.2f} km/l. Se abre el sobre: RMSE en sus 80 coches "
        f"≈ {np.sqrt(np.mean(errors**2)):.2f} km/l."
    )


def _answered():
    """Lo que era verdad y lo que respondió cada modelo, con diferencias claras y sin ellas."""
    rng = np.random.default_rng(7)
    cases = []
    for n, first, second in ((80, 1.5, 1.0), (60, 0.8, 1.4), (90, 1.0, 1.02)):
        y = rng.normal(10, 3, n)
        luck = rng.normal(0, 1, n)
        one = y + first * luck + rng.normal(0, 0.2, n)
        cases.append((y, one, y + second * luck + rng.normal(0, 0.2, n)))
    y, one, _ = cases[0]
    return [*cases, (y, one, one.copy())]


@functools.cache
def _differences():
    """La diferencia de cada caso, que cuesta medio segundo: por los datos que la dan."""
    from sklearn.metrics import root_mean_squared_error

    return {_key(*case): paired_difference(root_mean_squared_error, *case) for case in _answered()}


def _key(*case):
    return tuple(np.asarray(each).tobytes() for each in case)


@exercise(
    "3.6.6",
    hints=(
        "`diferencia = paired_difference(root_mean_squared_error, y, una, otra)`; sus extremos son "
        "`diferencia.low` y `diferencia.high`.",
        "El 0 queda fuera de dos maneras: los dos extremos son positivos, o los dos, negativos.",
        "\n`diferencia = paired_difference(root_mean_squared_error, y, una, otra)\n"
        "return diferencia.low > 0 or diferencia.high < 0`",
    ),
    praise="Una pregunta, un intervalo: el de la diferencia.",
)
def check_told_apart(function):
    def compared(rule):
        return lambda *case: bool(rule(_differences()[_key(*case)]))

    def case(text):
        def sentence(*case):
            value, low, high = _differences()[_key(*case)]
            return f"Con una diferencia de {value:+.2f}, entre {low:+.2f} y {high:+.2f}, {text}"

        return sentence

    expect.computes(
        function,
        "se_distinguen",
        right=compared(lambda found: found.low > 0 or found.high < 0),
        inputs=_answered(),
        kind=expect.boolean,
        message=case("la respuesta no es esa: mira si el 0 está entre los dos extremos."),
        mistakes=(
            (
                compared(lambda found: found.low > 0),
                case(
                    "también se distinguen: ahí gana el primero, y los dos extremos son negativos."
                ),
            ),
            (
                compared(lambda found: found.high < 0),
                case(
                    "también se distinguen: ahí gana el segundo, y los dos extremos son positivos."
                ),
            ),
            (
                compared(lambda found: found.value != 0),
                case("no se distinguen: el 0 está dentro."),
            ),
        ),
    )


quiz(
    "3.6.A1",
    correct="d",
    why="Sí: todos los coches se examinan, y quien lee sabe cuánto depende del reparto.",
    wrong={
        "a": "Salió de verdad, en un reparto con suerte. Con otros coches no la habrá.",
        "b": "Es tan poco representativo como el mejor: también depende de un solo reparto.",
        "c": "Ninguna semilla es mejor que otra: su reparto es un sorteo más.",
    },
    hint="¿Qué número cambiaría menos si mañana se repite el sorteo?",
)
quiz(
    "3.6.A2",
    correct="a",
    why="Sí: entre columnas que cuentan casi lo mismo, Lasso se queda con una. Con otros datos "
    "podría "
    "quedarse con otra.",
    wrong={
        "b": "No se sigue: el peso y la potencia pueden estar contando lo que contaría la "
        "cilindrada.",
        "c": "Los huecos los rellenó el pipeline antes; y los tenía la potencia.",
        "d": "Al revés: cuanto mayor es α, más pesos se apagan.",
    },
    hint="¿Qué columnas crecen y bajan junto con la cilindrada?",
)
quiz(
    "3.6.A3",
    correct="c",
    why="Sí: la diferencia baila el triple de lo que mide. A igualdad, lo sencillo se entrena, "
    "se explica y se "
    "mantiene mejor.",
    wrong={
        "a": "Esa ventaja es menor que lo que cambia de un pliegue a otro: podría salir al revés.",
        "b": "Ese ± dice que unos pliegues son más difíciles que otros, no que el modelo sea malo.",
        "d": "Probar semillas hasta ganar es elegir la suerte y llamarla resultado.",
    },
    hint="Compara la media de la resta con lo que baila la resta.",
)
