"""Comprobaciones de 3.3, consumo de gasolina."""

import numpy as np

from ..datasets import load_auto_mpg
from . import expect
from .core import exercise, quiz

KM_PER_MILE = 1.609344
LITRES_PER_GALLON = 3.785411784
NUMERIC = [
    "cylinders",
    "displacement_cu_in",
    "horsepower",
    "weight_lb",
    "acceleration_s",
    "model_year",
]
MAX_RMSE = 1.1  # km/l en los 80 coches del sobre: la curva da 0.92; la recta, 1.22


@exercise(
    "3.3.1",
    hints=(
        "Con un galón recorres mpg millas. ¿Cuántos kilómetros son? ¿Y cuántos litros gastaste?",
        "Kilómetros: mpg * 1.609344. Litros: 3.785411784. Falta dividir.",
        "return mpg * 1.609344 / 3.785411784",
    ),
    praise="Un coche de 23.5 mpg, la media de la tabla, hace 10 km por litro.",
)
def check_units(function):
    expect.function(function, "a_km_l")
    factor = KM_PER_MILE / LITRES_PER_GALLON
    for mpg in (20.0, 36.5):
        result = expect.number(expect.call(function, mpg), "lo que devuelve a_km_l")
        expect.wrong_when(
            np.isclose(result, mpg / factor),
            "Dividiste al revés: un galón son casi 4 litros, así que los km/l son menos que las "
            "mpg.",
        )
        expect.wrong_when(
            np.isclose(result, mpg * KM_PER_MILE),
            "Esos son kilómetros por galón: falta pasar el galón a litros.",
        )
        expect.wrong_when(
            np.isclose(result, mpg / LITRES_PER_GALLON),
            "Esas son millas por litro: falta pasar las millas a kilómetros.",
        )
        expect.wrong_when(
            np.isclose(result, 100 / (mpg * factor)),
            "Eso son litros cada 100 km: se piden kilómetros por litro.",
        )
        expect.wrong_when(
            abs(result / (mpg * factor) - 1) > 2e-6 and abs(result / (mpg * factor) - 1) < 0.01,
            "Casi: redondeaste el factor. Deja que Python divida 1.609344 entre 3.785411784.",
        )
        expect.close(result, mpg * factor, f"a_km_l({mpg})", tolerance=2e-6)
    many = np.array([18.0, 15.0, 36.0])
    result = expect.array(
        expect.call(function, many), "a_km_l de un array, lo que devuelve,", shape=(3,)
    )
    expect.close(result, many * factor, "a_km_l de un array", tolerance=2e-6)


@exercise(
    "3.3.2",
    hints=(
        "¿Cuántos litros gasta el primer coche en todo el viaje? ¿Y el segundo?",
        "Con 10 km/l, en 200 km se gastan 200 / 10 = 20 litros.",
        "return km / antes - km / despues",
    ),
    praise="Los litros sí se restan. Por eso en muchos países el consumo se dice en l/100 km.",
)
def check_saved(function):
    expect.function(function, "litros_ahorrados")
    for before, after, km in ((5, 8, 10_000), (10, 20, 300), (12, 9, 450)):
        a, b = km / before, km / after
        case = f"litros_ahorrados({before}, {after}, {km})"
        result = expect.number(
            expect.call(function, before, after, km), "lo que devuelve litros_ahorrados"
        )
        expect.wrong_when(
            np.isclose(result, km / (after - before)),
            f"{case}: dividiste entre la diferencia de km/l. Calcula los litros de cada coche, y "
            "después resta.",
        )
        expect.wrong_when(
            np.isclose(result, (after - before) * km),
            f"{case}: multiplicaste; los litros son kilómetros divididos entre km/l.",
        )
        expect.wrong_when(
            a < b and np.isclose(result, abs(a - b)),
            f"{case}: si empeora, el ahorro debe salir negativo.",
        )
        expect.wrong_when(
            np.isclose(result, b - a),
            f"{case}: la resta está al revés. Si el coche nuevo gasta menos, el ahorro es "
            "positivo.",
        )
        expect.wrong_when(
            np.isclose(result, 100 / before - 100 / after),
            f"{case}: eso es lo ahorrado en 100 km. Usa el parámetro km.",
        )
        expect.close(result, a - b, case)


@exercise(
    "3.3.3",
    hints=(
        "Una sola mediana, la de aprender, sirve para los dos arrays.",
        "np.where(np.isnan(x), mediana, x) pone la mediana donde hay un hueco.",
        "mediana = np.nanmedian(aprender); return np.where(np.isnan(aprender), mediana, aprender), "
        "np.where(np.isnan(nuevos), mediana, nuevos)",
    ),
    praise="La mediana se aprende una vez y después solo se usa. Así, también vale para un coche "
    "solo.",
)
def check_fill(function):
    expect.function(function, "rellenar")
    learn = np.array([90.0, np.nan, 100.0, 70.0, 230.0, np.nan])
    new = np.array([np.nan, 60.0, 50.0, np.nan, 40.0])
    given = learn.copy(), new.copy()
    result = expect.call(function, *given)
    result = expect.pair(result, "rellenar", "aprender, nuevos")
    expect.wrong_when(
        not (
            np.array_equal(given[0], learn, equal_nan=True)
            and np.array_equal(given[1], new, equal_nan=True)
        ),
        "Tu función cambia los arrays que recibe. Haz uno nuevo con np.where, o empieza por "
        "copiarlos.",
    )
    filled = []
    for value, source, name in zip(result, given, ("aprender", "nuevos"), strict=True):
        value = expect.array(value, f"el array {name} que devuelves")
        expect.wrong_when(
            value.shape != source.shape,
            f"El array {name} cambia de tamaño: los huecos se rellenan, no se tiran.",
        )
        expect.wrong_when(
            value.dtype.kind not in "fiu",
            f"El array {name} que devuelves debe contener números.",
        )
        expect.wrong_when(
            np.isnan(value).any(),
            f"En {name} quedan huecos. Ojo: np.median de algo con nan es nan; usa np.nanmedian.",
        )
        filled.append(value)
    both = np.nanmedian(np.concatenate([learn, new]))
    for filler, message in (
        (0.0, "Rellenaste con 0: un coche de cero caballos no existe."),
        (np.nanmean(learn), "Rellenaste con la media; se pide la mediana."),
        (both, "Esa es la mediana de los dos juntos: los nuevos ya han opinado. Es una fuga."),
    ):
        expect.wrong_when(np.isclose(filled[0][1], filler), message)
    expect.close(filled[0], np.where(np.isnan(learn), 95.0, learn), "el array aprender")
    expect.wrong_when(
        np.isclose(filled[1][0], np.nanmedian(new)),
        "Rellenaste los nuevos con su propia mediana. Mañana puede llegar un solo coche, con el "
        "hueco: "
        "usa la mediana de aprender.",
    )
    expect.close(filled[1], np.where(np.isnan(new), 95.0, new), "el array nuevos")


@exercise(
    "3.3.4",
    hints=(
        "En cada fila, recorre las categorías y pregunta: ¿es esta?",
        "int(texto == categoria) vale 1 si son iguales y 0 si no.",
        "return np.array([[int(texto == categoria) for categoria in categorias] for texto in "
        "textos])",
    ),
    praise="Eso hace OneHotEncoder(handle_unknown='ignore'); las categorías las aprende en fit.",
)
def check_one_hot(function):
    expect.function(function, "one_hot")
    for texts, names in (
        (["Japan", "USA", "Japan", "Europe"], ["USA", "Europe", "Japan"]),
        (["b", "Corea", "a"], ["a", "b"]),
    ):
        expected = np.array([[int(text == name) for name in names] for text in texts])
        result = expect.array(expect.call(function, texts, names), "lo que devuelve one_hot")
        expect.wrong_when(
            result.ndim == 1 and len(result) == len(texts),
            "Devuelve un número por texto: eso es numerar. Hace falta una columna por categoría.",
        )
        expect.wrong_when(
            result.shape == expected.T.shape and result.shape != expected.shape,
            "Está girado: los textos van en las filas y las categorías, en las columnas.",
        )
        expect.array(result, "lo que devuelve one_hot", shape=expected.shape)
        expect.wrong_when(
            "Corea" in texts
            and bool(np.all(result[[0, 2]] == expected[[0, 2]]))
            and bool(np.any(result[1] != 0)),
            "Un texto que no está en categorias debe dejar toda su fila a 0.",
        )
        expect.close(
            result,
            expected,
            "one_hot",
            message="Los unos no están en su sitio: el orden de las columnas es el de categorias.",
        )


@exercise(
    "3.3.5",
    hints=(
        "Con grado 3 son tres columnas: x, x**2 y x**3.",
        "range(1, grado + 1) da los exponentes; np.column_stack junta una lista de columnas.",
        "return np.column_stack([x**exponente for exponente in range(1, grado + 1)])",
    ),
    praise="Con estas columnas, la regresión lineal de siempre dibuja curvas.",
)
def check_powers(function):
    expect.function(function, "potencias")
    x = np.array([-2.0, 0.5, 3.0, 1.5])
    for degree in (3, 1, 5):
        expected = x[:, np.newaxis] ** np.arange(1, degree + 1)
        case = f"potencias(x, {degree})"
        result = expect.array(expect.call(function, x.copy(), degree), f"lo que devuelve {case}")
        expect.wrong_when(
            result.shape == (4, degree + 1),
            f"{case} tiene una columna de más: empieza en x, sin la columna de unos.",
        )
        expect.wrong_when(
            degree > 1 and result.shape == (4, degree - 1),
            f"{case} tiene una columna de menos: range(1, grado) se detiene antes de grado.",
        )
        expect.wrong_when(result.shape == (degree, 4), f"{case} está girado: usa np.column_stack.")
        expect.array(result, f"lo que devuelve {case}", shape=(4, degree))
        expect.wrong_when(
            degree > 1 and _same(result, expected / x[:, np.newaxis]),
            f"{case} empieza en x**0, que son unos: los exponentes van de 1 a grado.",
        )
        expect.wrong_when(
            degree > 1 and _same(result, x[:, np.newaxis] * np.arange(1, degree + 1)),
            f"{case}: multiplicaste por el exponente (*); elevar es **.",
        )
        expect.wrong_when(
            degree > 1 and _same(result, expected[:, ::-1]),
            f"{case}: las columnas están al revés; la primera es x.",
        )
        expect.close(result, expected, case)


def _same(a, b):
    try:
        return bool(np.allclose(a, b))
    except (TypeError, ValueError):
        return False


class _Line:
    """Una recta mínima con fit y predict, que apunta con qué filas la entrenan."""

    def __init__(self):
        self.fits = []

    def fit(self, x, y):
        self.fits.append(len(y))
        matrix = np.column_stack([np.asarray(x, dtype=float), np.ones(len(x))])
        self.weights = np.linalg.lstsq(matrix, np.asarray(y, dtype=float), rcond=None)[0]
        return self

    def predict(self, x):
        return np.column_stack([np.asarray(x, dtype=float), np.ones(len(x))]) @ self.weights


def _fold_problem():
    """Una tabla con las filas desordenadas (posición y etiqueta no coinciden) y tres pliegues."""
    import pandas as pd

    rng = np.random.default_rng(3)
    labels = rng.permutation(30)
    x = pd.DataFrame({"a": rng.normal(size=30), "b": rng.normal(size=30)}, index=labels)
    y = 2 * x["a"] - x["b"] + rng.normal(0, 1, 30)
    rows = rng.permutation(30)
    parts = [rows[:10], rows[10:18], rows[18:]]
    folds = [
        (np.concatenate([p for j, p in enumerate(parts) if j != i]), parts[i]) for i in range(3)
    ]
    return x, y, folds


@exercise(
    "3.3.6",
    hints=(
        "Un bucle sobre pliegues: for aprender, examinar in pliegues. Dentro, primero fit.",
        "errores = y.iloc[examinar] - model.predict(x.iloc[examinar]); su RMSE es la raíz de la "
        "media "
        "de los cuadrados.",
        "resultado.append(np.sqrt((errores**2).mean())) y, al final, return np.array(resultado)",
    ),
    praise="Cada coche se examina una vez, con un modelo que no lo vio. cross_val_score hace "
    "este bucle.",
)
def check_folds(function):
    expect.function(function, "rmse_por_pliegue")
    x, y, folds = _fold_problem()

    def errors(learn, exam):
        model = _Line().fit(x.iloc[learn], y.iloc[learn])
        return np.asarray(y.iloc[exam] - model.predict(x.iloc[exam]))

    everything = np.arange(30)
    right = [errors(*fold) for fold in folds]
    rmse = np.array([np.sqrt((e**2).mean()) for e in right])
    model = _Line()
    result = expect.call(function, model, x.copy(), y.copy(), folds)
    expect.wrong_when(
        isinstance(result, list),
        "Devuelve una lista: conviértela con np.array(resultado), para poder restar y promediar.",
    )
    result = expect.array(result, "lo que devuelve rmse_por_pliegue")
    expect.wrong_when(
        result.ndim == 0, "Devuelve un solo número: se pide un RMSE por pliegue, sin promediar."
    )
    expect.array(result, "lo que devuelve rmse_por_pliegue", shape=(3,))
    for wrong, message in (
        ([(e**2).mean() for e in right], "Eso es el error cuadrático medio: falta la raíz."),
        ([np.abs(e).mean() for e in right], "Eso es el MAE: se pide el RMSE."),
        (
            [np.sqrt((errors(learn, learn) ** 2).mean()) for learn, _ in folds],
            "Examinas con las mismas filas con que entrenas: examina con las otras.",
        ),
        (
            [np.sqrt((errors(exam, learn) ** 2).mean()) for learn, exam in folds],
            "Está al revés: entrena con aprender, que es el grande, y examina con examinar.",
        ),
        (
            [np.sqrt((errors(everything, exam) ** 2).mean()) for _, exam in folds],
            "Entrenas con todas las filas, también las del examen: eso es una fuga. Entrena dentro "
            "del bucle, solo con las de aprender.",
        ),
    ):
        expect.wrong_when(_same(result, wrong), message)
    expect.close(
        result,
        rmse,
        "rmse_por_pliegue",
        message="No son los RMSE de esos pliegues. ¿Usas .iloc (posiciones) en x y en y, y una "
        "pareja "
        "distinta en cada vuelta?",
    )


@exercise(
    "3.3.7",
    hints=(
        "x.T @ x tiene forma (d, d); a su diagonal se le suma alfa.",
        "A = x.T @ x + alfa * np.eye(x.shape[1]); b = x.T @ y.",
        "return np.linalg.solve(x.T @ x + alfa * np.eye(x.shape[1]), x.T @ y)",
    ),
    praise="Con alfa = 0 es la ecuación normal. Y con alfa > 0 siempre hay solución, aunque sobren "
    "columnas.",
)
def check_ridge(function):
    expect.function(function, "ridge")
    rng = np.random.default_rng(4)
    for n, d, alpha in ((40, 3, 5.0), (25, 2, 0.0), (60, 4, 100.0)):
        x = rng.normal(size=(n, d)) + rng.normal(size=(n, 1))
        x, y = x - x.mean(axis=0), x @ np.arange(1, d + 1) + rng.normal(size=n)
        y = y - y.mean()
        gram, target = x.T @ x, x.T @ y
        expected = np.linalg.solve(gram + alpha * np.eye(d), target)
        case = f"ridge con alfa = {alpha:g}"
        result = expect.array(
            expect.call(function, x.copy(), y.copy(), alpha), f"lo que devuelve {case}", shape=(d,)
        )
        if alpha:
            for wrong, message in (
                (np.linalg.solve(gram, target), "no usa alfa: es la ecuación normal, sin freno."),
                (
                    np.linalg.solve(gram + alpha, target),
                    "suma alfa a todas las casillas; va solo en la diagonal: alfa * np.eye(d).",
                ),
                (
                    np.linalg.solve(gram + n * alpha * np.eye(d), target),
                    "multiplica alfa por el número de filas; súmalo tal cual.",
                ),
                (
                    np.linalg.solve(gram + alpha**2 * np.eye(d), target),
                    "eleva alfa al cuadrado; súmalo tal cual.",
                ),
            ):
                expect.wrong_when(_same(result, wrong), f"{case}: {message}")
        expect.close(result, expected, case)


@exercise(
    "3.3.8",
    hints=(
        "Primero, el promedio de cada fila: errores.mean(axis=1).",
        "argmin() da la posición del menor; se pide el alfa que está en esa posición.",
        "return alfas[errores.mean(axis=1).argmin()]",
    ),
    praise="Se elige por la media de todos los exámenes, no por el mejor de ellos.",
)
def check_best_alpha(function):
    expect.function(function, "mejor_alfa")
    alphas = [0.1, 1.0, 10.0, 100.0]
    table = np.array([[0.6, 2.6, 1.9], [1.1, 1.5, 1.6], [1.2, 1.3, 1.4], [2.0, 2.1, 2.2]])
    for order in ([0, 1, 2, 3], [2, 0, 3, 1]):
        names = [alphas[i] for i in order]
        errors = table[order]
        result = expect.call(function, list(names), errors.copy())
        result = expect.number(result, "lo que devuelve mejor_alfa")
        expect.wrong_when(
            result == order.index(2) and isinstance(result, (int, np.integer)),
            "Esa es la posición: devuelve el alfa que está en ella, alfas[posición].",
        )
        expect.wrong_when(
            result == alphas[0],
            "Ese alfa tiene el mejor pliegue de todos, pero los otros dos son malos: compara "
            "medias.",
        )
        expect.wrong_when(
            result == alphas[3], "Ese es el de mayor error medio: se busca el menor (argmin)."
        )
        expect.wrong_when(
            np.isclose(result, errors.mean(axis=1).min()),
            "Ese es el error medio más bajo; se pide el alfa que lo consigue.",
        )
        expect.close(result, alphas[2], "lo que devuelve mejor_alfa")


@exercise(
    "3.3.9",
    hints=(
        "resta = errores_a - errores_b. Si la media es negativa, a tiene menos error.",
        "Empate si abs(resta.mean()) <= resta.std(ddof=1).",
        'Si no es empate: return "a" if resta.mean() < 0 else "b"',
    ),
    praise="La suerte común a los dos se fue al restar. Lo que queda es la diferencia entre "
    "modelos.",
)
def check_verdict(function):
    expect.function(function, "veredicto")
    luck = np.array([1.0, 1.6, 1.2, 0.9, 1.7, 1.1, 1.3, 0.8, 1.5, 1.4])
    wobble = np.array([1, -1, 1, -1, 1, -1, 1, -1, 1, -1]) * 0.1
    for a, b, expected, message in (
        (luck, luck + 0.2 + wobble / 5, "a", "paired"),
        (luck + 0.2 + wobble / 5, luck, "b", "paired"),
        (
            luck,
            luck + 0.03 + wobble,
            "empate",
            "La diferencia media baila más de lo que mide: empate.",
        ),
        (
            luck + 0.03 + wobble,
            luck,
            "empate",
            "La diferencia media baila más de lo que mide: empate.",
        ),
        (luck, luck.copy(), "empate", "Con errores idénticos no hay ganador: empate."),
        (
            luck,
            luck + 0.102 + wobble,
            "empate",
            "Con media 0.102 y desviación 0.105 es empate: usa .std(ddof=1), no .std().",
        ),
    ):
        result = expect.instance(
            expect.call(function, a.copy(), b.copy()), str, "lo que devuelve veredicto"
        )
        expect.wrong_when(
            result not in ("a", "b", "empate"),
            f'veredicto devuelve "a", "b" o "empate", y devolvió {expect.shown(result)}.',
        )
        if message == "paired":
            expect.wrong_when(
                result == "empate",
                "Uno gana en los diez pliegues y dices empate. Calcula la desviación de la "
                "resta, no la "
                "de cada modelo.",
            )
            expect.wrong_when(result != expected, "Gana el que tiene menos error, y dices el otro.")
        expect.wrong_when(result != expected, message)


def _split():
    """Los mismos coches de aprender y de examen que en la lección."""
    from sklearn.model_selection import train_test_split

    cars = load_auto_mpg()
    target = cars["mpg"] * (KM_PER_MILE / LITRES_PER_GALLON)
    return train_test_split(cars[[*NUMERIC, "origin"]], target, test_size=80, random_state=42)


@exercise(
    "3.3.10",
    hints=(
        "make_pipeline(make_columns(grado), modelo) y después .fit(x_train, y_train).",
        "El grado 3 con freno fue el mejor de la sección 5.",
        "modelo_final = make_pipeline(make_columns(3), Ridge(alpha=10)); "
        "modelo_final.fit(x_train, y_train)",
    ),
    praise="Elegido sin mirar el sobre, y examinado una sola vez.",
)
def check_final_model(model):
    expect.wrong_when(
        isinstance(model, type) or not callable(getattr(model, "predict", None)),
        "modelo_final debe ser la pipeline entrenada (algo con .fit y .predict).",
    )
    x_train, x_test, _, y_test = _split()
    result = expect.call(model.predict, x_test)
    result = expect.array(result, "lo que predice modelo_final", shape=(80,))
    expect.wrong_when(
        result.dtype.kind not in "fiu" or not np.all(np.isfinite(result)),
        "Las predicciones de modelo_final deben ser números, sin nan.",
    )
    rmse = np.sqrt(np.mean((result - y_test.to_numpy()) ** 2))
    expect.wrong_when(
        rmse > 5,
        f"El RMSE es ≈ {rmse:.1f} km/l, mucho más que responder la media. ¿Entrenaste con y_train, "
        "que está en km/l?",
    )
    expect.wrong_when(
        rmse > MAX_RMSE,
        f"En el sobre, el RMSE es ≈ {rmse:.2f} km/l y se pide {MAX_RMSE} o menos. Da curvas a la "
        "recta "
        "(make_columns con grado 2 o 3) y frénalas.",
    )
    strange = x_train.head(3).assign(origin="Korea", horsepower=np.nan)
    expect.call(model.predict, strange)
    return f"RMSE en los 80 coches del sobre ≈ {rmse:.2f} km/l."


def _reference_litres():
    """Lo que predice el modelo «curve» de la lección para el coche del enunciado."""
    import pandas as pd
    from sklearn.compose import make_column_transformer
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import Ridge
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, PolynomialFeatures, StandardScaler

    x_train, _, y_train, _ = _split()
    numbers = make_pipeline(
        SimpleImputer(strategy="median"),
        StandardScaler(),
        PolynomialFeatures(3, include_bias=False),
        StandardScaler(),
    )
    columns = make_column_transformer((numbers, NUMERIC), (OneHotEncoder(), ["origin"]))
    model = make_pipeline(columns, Ridge(alpha=10)).fit(x_train, y_train)
    car = pd.DataFrame([[4, 97, np.nan, 2200, 16, 1978, "Europe"]], columns=x_train.columns)
    known = 100 / model.predict(car)[0]
    zero = 100 / model.predict(car.assign(horsepower=0.0))[0]
    return known, zero


@exercise(
    "3.3.11",
    hints=(
        "Un DataFrame de una fila: pd.DataFrame([[…]], columns=x_train.columns), en el mismo "
        "orden.",
        "curve.predict(coche) devuelve un array de un número, en km/l. ¿Y en l/100 km?",
        "coche = pd.DataFrame([[4, 97, np.nan, 2200, 16, 1978, 'Europe']], "
        "columns=x_train.columns); "
        "consumo = 100 / curve.predict(coche)[0]",
    ),
    praise="El hueco lo rellenó la pipeline, con la mediana que aprendió. Para eso estaba dentro.",
)
def check_one_car(litres):
    litres = expect.number(litres, "consumo")
    known, zero = _reference_litres()
    expect.wrong_when(
        abs(litres - 100 / known) < 0.005,
        "Eso son km/l: se piden litros por cada 100 km, 100 / (km/l).",
    )
    expect.wrong_when(
        abs(litres - known / 100) < 1e-3,
        "Eso son litros por kilómetro: multiplica por 100 km.",
    )
    expect.wrong_when(
        abs(litres - zero) < 0.005,
        "Pusiste 0 en la potencia: un hueco es np.nan, y la pipeline sabe qué hacer con él.",
    )
    expect.wrong_when(
        abs(litres - known) > 0.05,
        f"No es lo que predice curve para ese coche: llegó {expect.shown(litres)}. Revisa los "
        "siete "
        "datos y su orden.",
    )


quiz(
    "3.3.A1",
    correct="b",
    why="Sí: lo que se aprende de los datos (una mediana, una escala, unas categorías) se "
    "aprende sin ver el "
    "examen.",
    wrong={
        "a": "La velocidad es la misma, o peor: se calcula en cada pliegue. Se hace por honradez.",
        "c": "La regresión ni se entera de con qué se rellenó; solo protesta si queda un nan.",
        "d": "La tabla original no cambia: la pipeline rellena su propia copia.",
    },
    hint="Piensa en qué sabe la mediana si la calculas con todos los coches.",
)
quiz(
    "3.3.A2",
    correct="d",
    why="Sí: con más libertad, el error en lo ya visto solo puede bajar. Por eso no sirve para "
    "elegir.",
    wrong={
        "a": "Mejor en lo que ya vio. El grado 20 también bajaba, y con datos nuevos era peor "
        "que el 2.",
        "b": "Del grado 1 al 2 también bajó, y no había sobreajuste: la curva hacía falta.",
        "c": "Con mucho ruido también baja: el polinomio aprende el ruido de memoria.",
    },
    hint="Recuerda las dos columnas de números de la sección 3.",
)
quiz(
    "3.3.A3",
    correct="a",
    why="Sí: entre columnas que cuentan casi lo mismo, Lasso se queda con una. Con otros datos "
    "podría "
    "quedarse con otra.",
    wrong={
        "b": "No se sigue: el peso y la potencia pueden estar contando lo que contaría la "
        "cilindrada.",
        "c": "Los huecos los rellenó la pipeline antes; y los tenía la potencia.",
        "d": "Al revés: cuanto mayor es α, más pesos se apagan.",
    },
    hint="¿Qué columnas crecen y bajan junto con la cilindrada?",
)
quiz(
    "3.3.A4",
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
