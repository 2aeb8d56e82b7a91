"""Comprobaciones de 2.3, métricas."""

import numpy as np

from . import expect
from .core import exercise, quiz

EXACT = 1e-12  # lo que se pide: lo mismo que scikit-learn, salvo el redondeo de la última cifra


def _labels(seed, n=60):
    """Etiquetas y predicciones inventadas, de ceros y unos, con las dos clases."""
    rng = np.random.default_rng(seed)
    real = (rng.random(n) < 0.35).astype(int)
    real[:2] = 0, 1
    return real, np.where(rng.random(n) < 0.7, real, 1 - real)


def _scored(seed, n=40):
    """Etiquetas y puntuaciones con empates, que es donde se ve si se cuenta bien."""
    real, _ = _labels(seed, n)
    rng = np.random.default_rng(seed + 100)
    return real, np.round(np.clip(0.35 + 0.3 * real + 0.2 * rng.standard_normal(n), 0, 1), 1)


def _value(function, *args, name):
    """Llama a la función y exige que devuelva un número."""
    with np.errstate(all="ignore"):
        result = expect.call(function, *args)
    expect.wrong_when(
        isinstance(result, np.ndarray) and result.ndim > 0,
        f"{name} devuelve un array: falta resumirlo en un solo número.",
    )
    return expect.number(result, f"lo que devuelve {name}")


def _several(function, *args, name, count):
    """Llama a la función y exige que devuelva `count` números."""
    result = expect.call(function, *args)
    expect.wrong_when(
        not isinstance(result, (tuple, list)) or len(result) != count,
        f"{name} debe devolver {count} valores separados por comas: return a, b…",
    )
    return [expect.number(value, f"cada valor que devuelve {name}") for value in result]


def _same(a, b):
    return np.isclose(a, b, rtol=EXACT, atol=EXACT)


def _four(real, predicted, positive):
    was, said = real == positive, predicted == positive
    return [int(np.sum(x)) for x in (was & said, ~was & said, was & ~said, ~was & ~said)]


@exercise(
    "2.3.1",
    hints=(
        "Empieza por dos máscaras: era = reales == positiva, y dijo = predichas == positiva.",
        "Con & se combinan dos máscaras y ~ le da la vuelta a una; .sum() cuenta los True.",
        "vp es (era & dijo).sum(); fp, (~era & dijo).sum(); fn, (era & ~dijo).sum(); vn, "
        "(~era & ~dijo).sum().",
    ),
    praise="Y sirve para cualquier clase: qué es «positivo» lo decide quien pregunta.",
)
def check_counts(function):
    expect.function(function, "contar")
    real, predicted = _labels(0)
    words = np.array(["no", "sí"])
    cases = [
        (real, predicted, 1),
        (real, predicted, 0),
        (words[real], words[predicted], "sí"),
        (real + 3 * predicted, real + 2 * predicted, 3),  # más de dos clases
    ]
    for y, p, positive in cases:
        result = _several(function, y, p, positive, name="contar", count=4)
        tp, fp, fn, tn = expected = _four(y, p, positive)
        if result == expected:
            continue
        expect.wrong_when(
            result == [tp, fn, fp, tn],
            "FP y FN están cambiados. FP: dijo que sí y no lo era. FN: dijo que no y lo era.",
        )
        expect.wrong_when(
            result == [tn, fp, fn, tp],
            "El orden pedido es vp, fp, fn, vn: los verdaderos positivos van primero.",
        )
        expect.wrong_when(
            positive != 1 and result == _four(y, p, 1),
            f"Con positiva={positive} cuentas como si la positiva fuera 1: ¿usas el parámetro?",
        )
        expect.wrong_when(
            sum(result) != len(y),
            f"Los cuatro deberían sumar {len(y)}, uno por muestra, y suman {sum(result):g}: hay "
            "muestras contadas dos veces, o ninguna.",
        )
        expect.wrong_when(
            result == [tn, fn, fp, tp],
            "Está todo del revés: has tomado por positiva la otra clase, o devuelves los cuatro en "
            "orden contrario. Se pide vp, fp, fn, vn.",
        )
        expect.close(
            result,
            expected,
            "contar",
            message=f"Con {len(y)} muestras inventadas y positiva={positive}, contar devolvió "
            f"{expect.shown(result)}, y no son los recuentos. Revisa cada pareja de condiciones.",
        )


@exercise(
    "2.3.2",
    hints=(
        "Las dos tienen arriba los verdaderos positivos. Lo que cambia es entre quiénes divides.",
        "Los acusados son (predichas == 1).sum(); los que había, (reales == 1).sum().",
        "Antes de dividir: if acusados == 0: return 0.0",
    ),
    praise="Iguales a las de scikit-learn, a menos de 1e-12. La misma cuenta de aciertos, "
    "repartida entre los acusados o entre los que había.",
)
def check_precision_recall(precision, recall):
    expect.function(precision, "precision")
    expect.function(recall, "exhaustividad")
    for seed in range(4):
        y, p = _labels(seed)
        tp, fp, fn, tn = _four(y, p, 1)
        for function, name, expected, other in (
            (precision, "precision", tp / (tp + fp), tp / (tp + fn)),
            (recall, "exhaustividad", tp / (tp + fn), tp / (tp + fp)),
        ):
            result = _value(function, y, p, name=name)
            if _same(result, expected):
                continue
            expect.wrong_when(
                _same(result, other),
                f"{name} calcula la otra métrica: la precisión divide entre los que el modelo "
                "acusó (VP + FP); la exhaustividad, entre los que había (VP + FN).",
            )
            expect.wrong_when(
                _same(result, (tp + tn) / len(y)),
                f"{name} calcula la exactitud: aquí no cuentan los verdaderos negativos.",
            )
            expect.wrong_when(
                _same(result, tp / len(y)),
                f"{name} divide entre todos los correos: solo cuentan los acusados (precisión) o "
                "los que de verdad eran spam (exhaustividad).",
            )
            expect.wrong_when(
                _same(result, 100 * expected),
                f"{name} da un porcentaje: se pide una fracción, entre 0 y 1.",
            )
            expect.close(result, expected, f"lo que devuelve {name}", tolerance=EXACT)
    some, none = np.array([1, 0, 1]), np.zeros(3, dtype=int)
    _zero_when_undefined(precision, some, none, "precision", "cuando el modelo nunca acusa")
    _zero_when_undefined(recall, none, some, "exhaustividad", "cuando no hay nada que encontrar")


def _zero_when_undefined(function, y, p, name, case):
    """Exige 0.0 donde la fórmula dividiría entre cero."""
    try:
        with np.errstate(all="ignore"):
            result = function(y, p)
        undefined = isinstance(result, (float, np.floating)) and not np.isfinite(result)
    except ZeroDivisionError:
        undefined = True
    except Exception:
        undefined = False  # otro error: lo cuenta _value
    expect.wrong_when(
        undefined,
        f"{name} divide entre cero {case}. Antes de dividir, mira si el divisor es 0 y devuelve "
        "0.0.",
    )
    expect.close(
        _value(function, y, p, name=name),
        0,
        name,
        message=f"{name} debe devolver 0.0 {case}.",
    )


@exercise(
    "2.3.3",
    hints=(
        "F1 = 2·VP / (2·VP + FP + FN). El divisor también es: los que había más los acusados.",
        "Si no hay verdaderos positivos, devuelve 0.0 antes de dividir.",
        "return 2 * aciertos / ((reales == 1).sum() + (predichas == 1).sum())",
    ),
    praise="Igual que la de scikit-learn. F1 se queda cerca de la peor de las dos: no se puede "
    "subir descuidando una.",
)
def check_f1(function):
    expect.function(function, "f1")
    for seed in range(4):
        y, p = _labels(seed)
        tp, fp, fn, tn = _four(y, p, 1)
        precision, recall = tp / (tp + fp), tp / (tp + fn)
        expected = 2 * tp / (2 * tp + fp + fn)
        result = _value(function, y, p, name="f1")
        if _same(result, expected):
            continue
        expect.wrong_when(
            _same(result, (precision + recall) / 2),
            "Esa es la media corriente de precisión y exhaustividad; F1 es la armónica: "
            "2·P·R / (P + R).",
        )
        expect.wrong_when(
            _same(result, expected / 2),
            "Falta el 2: P·R / (P + R) es la mitad de F1.",
        )
        expect.wrong_when(
            _same(result, tp / (tp + fp + fn)),
            "Falta contar los VP dos veces: F1 = 2·VP / (2·VP + FP + FN).",
        )
        expect.wrong_when(
            _same(result, (tp + tn) / len(y)),
            "Eso es la exactitud: en F1 no aparecen los verdaderos negativos.",
        )
        expect.close(result, expected, "lo que devuelve f1", tolerance=EXACT)
    some, none = np.array([1, 0, 1]), np.zeros(3, dtype=int)
    _zero_when_undefined(function, some, none, "f1", "cuando no hay verdaderos positivos")


@exercise(
    "2.3.4",
    hints=(
        "acusa = puntuaciones >= umbral es una máscara: True donde se acusa.",
        "Quédate con las acusaciones de una sola clase: acusa[reales == 1].",
        "return acusa[reales == 1].mean(), acusa[reales == 0].mean()",
    ),
    praise="Cada tasa se calcula dentro de su clase. Un punto por umbral: eso es la curva ROC.",
)
def check_rates(function):
    expect.function(function, "tasas")
    for seed in range(3):
        y, scores = _scored(seed)
        for threshold in (0.3, 0.5, 0.7):
            threshold = scores[np.abs(scores - threshold).argmin()]  # para que haya empates
            flagged = scores >= threshold
            expected = flagged[y == 1].mean(), flagged[y == 0].mean()
            strict = scores > threshold
            result = _several(function, y, scores, float(threshold), name="tasas", count=2)
            if _same(result, expected).all():
                continue
            expect.wrong_when(_same(result, expected[::-1]).all(), "Van al revés: primero tasa_vp.")
            expect.wrong_when(
                _same(result, (strict[y == 1].mean(), strict[y == 0].mean())).all(),
                "Usas >: se acusa también cuando la puntuación es igual al umbral (>=).",
            )
            expect.wrong_when(
                _same(result, (flagged[y == 1].sum(), flagged[y == 0].sum())).all(),
                "Eso son los recuentos, VP y FP: divide cada uno entre los de su clase.",
            )
            expect.wrong_when(
                _same(result, (expected[0], 1 - y[flagged].mean())).all(),
                "En tasa_fp dividiste entre los acusados. Se divide entre todos los legítimos: "
                "FP / (FP + VN).",
            )
            expect.wrong_when(
                _same(result, (y[flagged].mean(), expected[1])).all(),
                "En tasa_vp dividiste entre los acusados: eso es la precisión. Se divide entre "
                "todos los positivos.",
            )
            expect.close(
                result,
                expected,
                "tasas",
                tolerance=EXACT,
                message="No son las tasas pedidas: qué parte de los positivos se acusa, y qué "
                "parte de los negativos.",
            )


@exercise(
    "2.3.5",
    hints=(
        "Separa: positivos = puntuaciones[reales == 1] y negativos = puntuaciones[reales == 0].",
        "positivos[:, np.newaxis] > negativos es una tabla de True y False: una casilla por "
        "pareja. Su media es la fracción que gana el positivo.",
        "Suma la media de los > y la mitad de la media de los ==.",
    ),
    praise="Es el área bajo la curva ROC, igual que la de scikit-learn, y sin dibujar nada.",
)
def check_auc(function):
    expect.function(function, "auc")
    for seed in range(4):
        y, scores = _scored(seed)
        higher = scores[y == 1][:, np.newaxis] > scores[y == 0]
        tied = scores[y == 1][:, np.newaxis] == scores[y == 0]
        expected = higher.mean() + tied.mean() / 2
        result = _value(function, y, scores, name="auc")
        if _same(result, expected):
            continue
        expect.wrong_when(
            _same(result, higher.mean()),
            "Los empates no te cuentan nada: cada uno vale media victoria.",
        )
        expect.wrong_when(
            _same(result, higher.mean() + tied.mean()),
            "Un empate te cuenta como victoria entera: vale media.",
        )
        expect.wrong_when(
            _same(result, 1 - expected),
            "Está al revés: cuenta las parejas en que puntúa más alto el positivo.",
        )
        expect.wrong_when(
            _same(result, higher.sum() + tied.sum() / 2),
            "Eso es cuántas parejas gana: divide entre el número de parejas.",
        )
        expect.close(result, expected, "lo que devuelve auc", tolerance=EXACT)


@exercise(
    "2.3.6",
    hints=(
        "La precisión de una clase: su casilla de la diagonal entre la suma de su columna.",
        "np.diag(matriz) da la diagonal; matriz.sum(axis=0), la suma de cada columna.",
        "return (np.diag(matriz) / matriz.sum(axis=0)).mean()",
    ),
    praise="En la media macro, una clase con diez muestras pesa lo mismo que una con mil.",
)
def check_macro_precision(function):
    expect.function(function, "precision_macro")
    for matrix in (
        np.array([[50, 2, 3], [6, 8, 1], [4, 5, 21]]),
        np.array([[7, 1, 0, 2], [0, 9, 4, 1], [3, 3, 30, 5], [1, 0, 2, 12]]),
        np.array([[70, 10], [15, 5]]),
    ):
        hits = np.diag(matrix)
        precisions, recalls = hits / matrix.sum(axis=0), hits / matrix.sum(axis=1)
        result = _value(function, matrix, name="precision_macro")
        if _same(result, precisions.mean()):
            continue
        expect.wrong_when(
            _same(result, recalls.mean()),
            "Dividiste entre las filas: eso es la exhaustividad macro. La precisión divide entre "
            "la columna, las veces que se predijo esa clase.",
        )
        expect.wrong_when(
            _same(result, hits.sum() / matrix.sum()),
            "Eso es la exactitud (o la precisión micro): calcula la precisión de cada clase y "
            "después promedia.",
        )
        expect.wrong_when(
            _same(result, np.average(precisions, weights=matrix.sum(axis=1))),
            "Pesaste cada clase por sus muestras: en la media macro todas pesan igual.",
        )
        expect.wrong_when(
            _same(result, precisions.sum()),
            "Has sumado las precisiones: falta dividir entre el número de clases.",
        )
        expect.wrong_when(
            len(matrix) != 3 and _same(result, precisions.sum() / 3),
            "Divides siempre entre 3: la matriz puede tener otro número de clases.",
        )
        expect.close(result, precisions.mean(), "lo que devuelve precision_macro", tolerance=EXACT)


@exercise(
    "2.3.7",
    hints=(
        "reales == predichas es una tabla de True y False, del mismo tamaño.",
        "Su .mean() es la fracción de casillas. Para las filas: .all(axis=1) dice cuáles no "
        "tienen ningún fallo.",
        "(reales == predichas).mean() y (reales == predichas).all(axis=1).mean()",
    ),
    praise="La primera perdona; la segunda exige la fila entera. Con muchas etiquetas pueden "
    "quedar muy lejos.",
)
def check_multilabel(cells, rows):
    expect.function(cells, "casillas_correctas")
    expect.function(rows, "filas_perfectas")
    for seed, shape in enumerate([(8, 3), (12, 4), (30, 2)]):
        rng = np.random.default_rng(seed)
        real = rng.integers(0, 2, shape)
        predicted = np.where(rng.random(shape) < 0.8, real, 1 - real)
        right = real == predicted
        by_cell, by_row, by_column = right.mean(), right.all(axis=1).mean(), right.all(axis=0)
        first = _value(cells, real, predicted, name="casillas_correctas")
        second = _value(rows, real, predicted, name="filas_perfectas")
        if _same(first, by_cell) and _same(second, by_row):
            continue
        expect.wrong_when(
            _same(first, by_row) and _same(second, by_cell), "Las dos funciones están cambiadas."
        )
        for result, expected, name, total in (
            (first, by_cell, "casillas_correctas", right.sum()),
            (second, by_row, "filas_perfectas", right.all(axis=1).sum()),
        ):
            if _same(result, expected):
                continue
            expect.wrong_when(
                _same(result, total), f"{name} da cuántas son: se pide la fracción, entre 0 y 1."
            )
            expect.wrong_when(
                _same(result, 1 - expected),
                f"{name} mide los errores: se pide la fracción que está bien.",
            )
        expect.close(first, by_cell, "lo que devuelve casillas_correctas", tolerance=EXACT)
        expect.wrong_when(
            _same(second, right.any(axis=1).mean()),
            "filas_perfectas cuenta las filas con algún acierto (any): se piden las que aciertan "
            "en todo (all).",
        )
        expect.wrong_when(
            _same(second, by_column.mean()),
            "filas_perfectas mira las columnas: con axis=1 se recorre cada fila.",
        )
        expect.close(second, by_row, "lo que devuelve filas_perfectas", tolerance=EXACT)


@exercise(
    "2.3.8",
    hints=(
        "Las tres empiezan por los errores: reales - predichas.",
        "MAE: np.abs(…).mean(). RMSE: la raíz, np.sqrt, de la media de los cuadrados.",
        "R²: 1 - ((reales - predichas) ** 2).sum() / ((reales - reales.mean()) ** 2).sum()",
    ),
    praise="Iguales a las de scikit-learn. MAE y RMSE hablan en las unidades del problema; R² "
    "compara con decir siempre la media.",
)
def check_regression(mae, rmse, r2):
    expect.function(mae, "mae")
    expect.function(rmse, "rmse")
    expect.function(r2, "r2")
    for seed, spread in ((0, 1.0), (1, 30.0), (2, 4000.0)):
        rng = np.random.default_rng(seed)
        y = rng.normal(50, spread, 25)
        p = y + rng.normal(0.3 * spread, 0.5 * spread, 25)
        errors = y - p
        squares, total = (errors**2).sum(), ((y - y.mean()) ** 2).sum()
        mean_absolute, mean_square = np.abs(errors).mean(), (errors**2).mean()

        result = _value(mae, y, p, name="mae")
        expect.wrong_when(
            _same(abs(result), abs(errors.mean())),
            "mae promedia los errores con su signo, y se compensan: el valor absoluto va en cada "
            "error, antes de promediar.",
        )
        expect.wrong_when(
            _same(result, np.sqrt(mean_square)), "mae calcula el RMSE: el MAE no eleva al cuadrado."
        )
        expect.wrong_when(_same(result, np.abs(errors).sum()), "mae suma los errores: promedia.")
        expect.close(result, mean_absolute, "lo que devuelve mae", tolerance=EXACT)

        result = _value(rmse, y, p, name="rmse")
        expect.wrong_when(
            _same(result, mean_square),
            "rmse calcula el MSE, que va en unidades al cuadrado: falta la raíz.",
        )
        expect.wrong_when(
            _same(result, mean_absolute),
            "rmse calcula el MAE: la raíz va después de promediar los cuadrados, no antes.",
        )
        expect.wrong_when(
            _same(result, np.sqrt(squares)),
            "rmse suma los cuadrados y saca la raíz: antes de la raíz hay que promediar.",
        )
        expect.close(result, np.sqrt(mean_square), "lo que devuelve rmse", tolerance=EXACT)

        result = _value(r2, y, p, name="r2")
        expect.wrong_when(
            _same(result, squares / total),
            "r2 da el error que queda: falta el «1 menos» del principio.",
        )
        expect.wrong_when(
            _same(result, np.corrcoef(y, p)[0, 1] ** 2),
            "r2 es aquí el cuadrado de la correlación, que no se entera de si predices siempre "
            "de más. Usa la fórmula del enunciado.",
        )
        expect.wrong_when(
            _same(result, 1 - squares / ((p - p.mean()) ** 2).sum())
            or _same(result, 1 - squares / ((y - p.mean()) ** 2).sum()),
            "r2 compara con la media de las predicciones: se compara con la de los valores reales.",
        )
        expect.close(result, 1 - squares / total, "lo que devuelve r2", tolerance=EXACT)


def _malignant():
    """Las medidas y las etiquetas de la Práctica, con 1 = maligno."""
    from sklearn.datasets import load_breast_cancer

    data = load_breast_cancer()
    return data.data, 1 - data.target


@exercise(
    "2.3.9",
    hints=(
        "Compara: cancer.target == 0 es True donde el tumor es maligno.",
        "Con .astype(int), True se convierte en 1 y False en 0.",
        "y_maligno = (cancer.target == 0).astype(int)",
    ),
    praise="212 malignos de 569. Antes de medir, comprueba siempre cuál es la clase 1.",
)
def check_positive_class(labels):
    labels = expect.array(labels, "y_maligno")
    expect.wrong_when(
        labels.ndim == 0 or labels.dtype.kind not in "biuf",
        "y_maligno debe ser un array de ceros y unos, uno por tumor.",
    )
    _, expected = _malignant()
    labels = expect.array(labels, "y_maligno", shape=expected.shape)
    expect.wrong_when(
        np.array_equal(labels, 1 - expected),
        "Así 1 sigue siendo benigno. Dale la vuelta: 1 donde target vale 0.",
    )
    expect.wrong_when(
        not np.isin(labels, (0, 1)).all(), "y_maligno solo debe contener los valores 0 y 1."
    )
    expect.close(
        labels.astype(float),
        expected,
        "y_maligno",
        message="y_maligno no señala los tumores malignos: 1 donde cancer.target vale 0, y 0 en "
        "los demás.",
    )


@exercise(
    "2.3.10",
    hints=(
        "np.sort(puntuaciones)[::-1] las ordena de mayor a menor: recórrelas con un for.",
        "Con cada una, la exhaustividad es (puntuaciones[reales == 1] >= posible).mean().",
        "En cuanto llegue a minimo, return posible: la primera que cumple es la más alta.",
    ),
    praise="El umbral más alto que cumple es el que menos falsas alarmas cuesta.",
)
def check_threshold(function):
    expect.function(function, "umbral_para")
    for seed, minimum in ((0, 0.5), (1, 0.9), (2, 0.75), (3, 1.0)):
        y, scores = _labels(seed, 50)[0], np.random.default_rng(seed).random(50).round(3)
        scores = np.round(0.6 * scores + 0.4 * y * np.random.default_rng(seed + 9).random(50), 4)

        def recall(threshold, y=y, scores=scores):
            return (scores[y == 1] >= threshold).mean()

        def flagged(threshold, scores=scores):
            return int((scores >= threshold).sum())

        best = max(score for score in scores if recall(score) >= minimum)
        result = _value(function, y, scores, minimum, name="umbral_para")
        case = f"Con minimo={minimum}"
        if flagged(result) == flagged(best):
            continue
        expect.wrong_when(
            result == scores.max(),
            f"{case} devuelves la puntuación más alta: sigue bajando hasta que la exhaustividad "
            "llegue.",
        )
        expect.wrong_when(
            recall(result) < minimum,
            f"{case}, tu umbral se queda en una exhaustividad de {recall(result):.3f}. Recuerda: "
            "se acusa cuando la puntuación es mayor o igual (>=).",
        )
        expect.wrong_when(
            result == scores.min(),
            f"{case} devuelves la puntuación más baja, que acusa a todos: cumple, pero hay "
            "umbrales más altos que también. ¿Recorres de menor a mayor?",
        )
        raise expect.Mistake(
            f"{case}, tu umbral acusa a {flagged(result)} y bastaba con {flagged(best)}: busca el "
            "más alto que cumpla, con >= al comparar."
        )


GOOD_AUC = 0.97


@exercise(
    "2.3.11",
    hints=(
        "Como el modelo del paso anterior, pero con todas las columnas: x_rest, sin recortar.",
        "predict_proba(x_exam) da dos columnas; la de maligno es la segunda, [:, 1].",
        "make_pipeline(StandardScaler(), LogisticRegression()).fit(x_rest, y_rest)"
        ".predict_proba(x_exam)[:, 1]",
    ),
    praise="Un umbral elige un punto de la curva; un modelo mejor sube la curva entera.",
)
def check_better_scores(scores):
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import train_test_split

    scores = expect.array(scores, "puntuaciones_mejor")
    expect.wrong_when(
        scores.dtype.kind not in "biuf", "puntuaciones_mejor debe contener números decimales."
    )
    expect.wrong_when(
        scores.ndim == 2 and scores.shape[1] == 2,
        "Tiene dos columnas, las de predict_proba: quédate con la de maligno, [:, 1].",
    )
    _, y = _malignant()
    y_rest, y_exam = train_test_split(y, test_size=0.25, random_state=42, stratify=y)
    expect.wrong_when(
        scores.shape == y_rest.shape,
        "Son 426 puntuaciones: las de x_rest, con los que entrenaste. Se piden las de x_exam.",
    )
    scores = expect.array(scores, "puntuaciones_mejor", shape=y_exam.shape)
    expect.wrong_when(not np.isfinite(scores).all(), "Hay valores nan o infinitos.")
    expect.wrong_when(
        np.isin(scores, (0, 1)).all(),
        "Son ceros y unos: eso es predict, que ya aplicó un umbral. El AUC necesita las "
        "puntuaciones, predict_proba(x_exam)[:, 1].",
    )
    area = float(roc_auc_score(y_exam, scores))
    expect.wrong_when(
        area < 0.1,
        "El AUC es casi 0: ordenas perfectamente, pero al revés. ¿Es la columna de benigno, "
        "[:, 0]?",
    )
    expect.wrong_when(
        area < GOOD_AUC,
        f"AUC ≈ {area:.3f}, y se pide {GOOD_AUC}. ¿Has usado las 30 medidas y entrenado con "
        "x_rest?",
    )
    return f"AUC en prueba ≈ {area:.3f}. ¿Llega a {GOOD_AUC}? Sí."


quiz(
    "2.3.A1",
    correct="c",
    why="Sí: quien nunca dice «fraude» acierta 998 de cada 1000. Sin la línea base al lado, una "
    "exactitud no dice nada.",
    wrong={
        "a": "Eso lo diría la exhaustividad. Con esa exactitud puede no encontrar ni uno.",
        "b": "Eso lo diría la precisión, que mira solo los avisos.",
        "d": "No hace falta ningún error: basta con que una clase sea rarísima.",
    },
    hint="¿Cuánto acertaría un modelo que responde siempre lo mismo?",
)
quiz(
    "2.3.A2",
    correct="a",
    why="Sí: la exhaustividad cae con cada enfermo que se escapa (FN), que es aquí el error grave.",
    wrong={
        "b": "La precisión vigila las falsas alarmas, que aquí cuestan poco: un segundo examen.",
        "c": "Si hay pocos enfermos, la exactitud puede ser altísima sin detectar a ninguno.",
        "d": "El RMSE mide errores al predecir cantidades; aquí se responde sí o no.",
    },
    hint="¿Qué casilla de la matriz es el error grave? ¿Qué métrica la tiene en el divisor?",
)
quiz(
    "2.3.A3",
    correct="d",
    why="Sí: con un umbral más bajo se acusa a los mismos y quizá a alguno más, así que no se "
    "pierde ningún verdadero positivo.",
    wrong={
        "a": "Lo habitual es lo contrario, y ni eso es seguro: mira la tabla de la sección 3.",
        "b": "El AUC se calcula con todos los umbrales a la vez: no depende del que uses.",
        "c": "Las puntuaciones no cambian: solo cambia a partir de cuál se acusa.",
    },
    hint="Piensa en quiénes son acusados antes y después de bajar el umbral.",
)
quiz(
    "2.3.A4",
    correct="b",
    why="Sí: al elevar al cuadrado, los errores enormes pesan mucho más. Es la balanza caprichosa.",
    wrong={
        "a": "MAE y RMSE van en las unidades del problema, y en los dos modelos son euros.",
        "c": "Ni el MAE ni el RMSE tienen en cuenta el signo del error.",
        "d": "El MAE es igual; la manera de fallar, no. Para eso se miran los dos.",
    },
    hint="Recuerda las dos balanzas de la sección 6.",
)
