"""Comprobaciones de la lección 2.6, umbrales y curvas."""

import numpy as np

from . import expect
from .core import exercise, quiz

EXACT = 1e-12  # lo que se pide: lo mismo que scikit-learn, salvo el redondeo de la última cifra


def _labels(seed, n=60):
    """Etiquetas inventadas, de ceros y unos, con las dos clases."""
    real = (np.random.default_rng(seed).random(n) < 0.35).astype(int)
    real[:2] = 0, 1
    return real


def _scored(seed, n=40):
    """Etiquetas y puntuaciones con empates, que es donde se ve si se cuenta bien."""
    real = _labels(seed, n)
    rng = np.random.default_rng(seed + 100)
    return real, np.round(np.clip(0.35 + 0.3 * real + 0.2 * rng.standard_normal(n), 0, 1), 1)


def _accuracy(y, p):
    return (y == p).mean()


def _scored_at(seed, n, near):
    """Lo que recibe ``tasas``: el umbral es una de las puntuaciones, para que haya empates."""
    y, scores = _scored(seed, n)
    return y, scores, float(scores[np.abs(scores - near).argmin()])


@exercise(
    "2.6.1",
    hints=(
        "`acusa = puntuaciones >= umbral` es una máscara: `True` donde se acusa.",
        "Quédate con las acusaciones de una sola clase: `acusa[reales == 1]`.",
        "\n`acusa = puntuaciones >= umbral\n"
        "return acusa[reales == 1].mean(), acusa[reales == 0].mean()`",
    ),
    praise="Cada tasa se calcula dentro de su clase. Un punto por umbral: eso es la curva ROC.",
)
def check_rates(function):
    def rates(y, scores, threshold):
        return (scores[y == 1] >= threshold).mean(), (scores[y == 0] >= threshold).mean()

    expect.computes(
        function,
        "tasas",
        right=rates,
        inputs=[
            _scored_at(seed, n, near)
            for seed, n in enumerate((40, 25, 60))
            for near in (0.3, 0.5, 0.7)
        ],
        returns="tasa_vp, tasa_fp",
        tolerance=EXACT,
        message="No son las tasas pedidas: qué parte de los positivos se acusa, y qué parte de los "
        "negativos.",
        mistakes=(
            (lambda *a: rates(*a)[::-1], "Van al revés: primero tasa_vp."),
            (
                lambda y, s, t: ((s[y == 1] > t).mean(), (s[y == 0] > t).mean()),
                "Usas >: se acusa también cuando la puntuación es igual al umbral (>=).",
            ),
            (
                lambda y, s, t: ((s[y == 1] >= t).sum(), (s[y == 0] >= t).sum()),
                "Eso son los recuentos, VP y FP: divide cada uno entre los de su clase.",
            ),
            (
                lambda y, s, t: (rates(y, s, t)[0], 1 - y[s >= t].mean()),
                "En tasa_fp dividiste entre los acusados. Se divide entre todos los legítimos: "
                "FP / (FP + VN).",
            ),
            (
                lambda y, s, t: (y[s >= t].mean(), rates(y, s, t)[1]),
                "En tasa_vp dividiste entre los acusados: eso es la precisión. Se divide entre "
                "todos los positivos.",
            ),
        ),
    )


@exercise(
    "2.6.2",
    hints=(
        "Separa: `positivos = puntuaciones[reales == 1]` y `negativos = puntuaciones[reales == "
        "0]`.",
        "`positivos[:, np.newaxis] > negativos` es una tabla de `True` y `False`: una casilla por "
        "pareja. Su media es la fracción que gana el positivo.",
        "Suma la media de los `>` y la mitad de la media de los `==`.",
    ),
    praise="Es el área bajo la curva ROC, igual que la de scikit-learn, y sin dibujar nada.",
)
def check_auc(function):
    def higher(y, scores):
        return scores[y == 1][:, np.newaxis] > scores[y == 0]

    def tied(y, scores):
        return scores[y == 1][:, np.newaxis] == scores[y == 0]

    def auc(*a):
        return higher(*a).mean() + tied(*a).mean() / 2

    expect.computes(
        function,
        "auc",
        right=auc,
        inputs=[_scored(seed, n) for seed, n in enumerate((40, 25, 60, 11))],
        kind=expect.one_number,
        tolerance=EXACT,
        mistakes=(
            (
                lambda *a: higher(*a).mean(),
                "Los empates no te cuentan nada: cada uno vale media victoria.",
            ),
            (
                lambda *a: higher(*a).mean() + tied(*a).mean(),
                "Un empate te cuenta como victoria entera: vale media.",
            ),
            (
                lambda *a: 1 - auc(*a),
                "Está al revés: cuenta las parejas en que puntúa más alto el positivo.",
            ),
            (
                lambda *a: auc(*a) * higher(*a).size,
                "Eso es cuántas parejas gana: divide entre el número de parejas.",
            ),
        ),
    )


@exercise(
    "2.6.3",
    hints=(
        "La precisión de una clase: su casilla de la diagonal entre la suma de su columna.",
        "`np.diag(matriz)` da la diagonal; `matriz.sum(axis=0)`, la suma de cada columna.",
        "`return (np.diag(matriz) / matriz.sum(axis=0)).mean()`",
    ),
    praise="En la media macro, una clase con diez muestras pesa lo mismo que una con mil.",
)
def check_macro_precision(function):
    def precisions(m):
        return np.diag(m) / m.sum(axis=0)

    expect.computes(
        function,
        "precision_macro",
        right=lambda m: precisions(m).mean(),
        inputs=(
            (np.array([[50, 2, 3], [6, 8, 1], [4, 5, 21]]),),
            (np.array([[7, 1, 0, 2], [0, 9, 4, 1], [3, 3, 30, 5], [1, 0, 2, 12]]),),
            (np.array([[70, 10], [15, 5]]),),
        ),
        kind=expect.one_number,
        tolerance=EXACT,
        mistakes=(
            (
                lambda m: precisions(m.T).mean(),
                "Dividiste entre las filas: eso es la exhaustividad macro. La precisión divide "
                "entre la columna, las veces que se predijo esa clase.",
            ),
            (
                lambda m: np.trace(m) / m.sum(),
                "Eso es la exactitud (o la precisión micro): calcula la precisión de cada clase y "
                "después promedia.",
            ),
            (
                lambda m: np.average(precisions(m), weights=m.sum(axis=1)),
                "Pesaste cada clase por sus muestras: en la media macro todas pesan igual.",
            ),
            (
                lambda m: precisions(m).sum(),
                "Has sumado las precisiones: falta dividir entre el número de clases.",
            ),
            (
                lambda m: precisions(m).sum() / 3,
                "Divides siempre entre 3: la matriz puede tener otro número de clases.",
            ),
        ),
    )


def _multilabel(seed, shape):
    """Etiquetas, unas cuantas por fila, y predicciones que aciertan ocho de cada diez."""
    rng = np.random.default_rng(seed)
    real = rng.integers(0, 2, shape)
    return real, np.where(rng.random(shape) < 0.8, real, 1 - real)


@exercise(
    "2.6.4",
    hints=(
        "`reales == predichas` es una tabla de `True` y `False`, del mismo tamaño.",
        "Su `.mean()` es la fracción de casillas. Para las filas: `.all(axis=1)` dice cuáles no "
        "tienen ningún fallo.",
        "`return (reales == predichas).mean()` y `return (reales == predichas).all(axis=1).mean()`",
    ),
    praise="La primera perdona; la segunda exige la fila entera. Con muchas etiquetas pueden "
    "quedar muy lejos.",
)
def check_multilabel(cells, rows):
    def perfect(y, p):
        return (y == p).all(axis=1)

    inputs = [_multilabel(seed, shape) for seed, shape in enumerate([(8, 3), (12, 4), (30, 2)])]
    expect.function(rows, "filas_perfectas")
    expect.computes(
        cells,
        "casillas_correctas",
        right=_accuracy,
        inputs=inputs,
        kind=expect.one_number,
        tolerance=EXACT,
        mistakes=(
            (
                lambda y, p: perfect(y, p).mean(),
                "casillas_correctas mira filas enteras: ¿están las dos funciones cambiadas?",
            ),
            (
                lambda y, p: (y == p).sum(),
                "casillas_correctas da cuántas son: se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda y, p: (y != p).mean(),
                "casillas_correctas mide los errores: se pide la fracción que está bien.",
            ),
        ),
    )
    expect.computes(
        rows,
        "filas_perfectas",
        right=lambda y, p: perfect(y, p).mean(),
        inputs=inputs,
        kind=expect.one_number,
        tolerance=EXACT,
        mistakes=(
            (_accuracy, "filas_perfectas mira casillas sueltas: se piden filas sin un fallo."),
            (
                lambda y, p: perfect(y, p).sum(),
                "filas_perfectas da cuántas son: se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda y, p: (~perfect(y, p)).mean(),
                "filas_perfectas mide los errores: se pide la fracción que está bien.",
            ),
            (
                lambda y, p: (y == p).any(axis=1).mean(),
                "filas_perfectas cuenta las filas con algún acierto (any): se piden las que "
                "aciertan en todo (all).",
            ),
            (
                lambda y, p: (y == p).all(axis=0).mean(),
                "filas_perfectas mira las columnas: con axis=1 se recorre cada fila.",
            ),
        ),
    )


@exercise(
    "2.6.5",
    hints=(
        "Una muestra: `azar.choice(aciertos, size=len(aciertos))`, con "
        "`azar = np.random.default_rng(semilla)`. Su `.mean()` es la fracción de aciertos.",
        "Repite, con ese azar: "
        "`[azar.choice(aciertos, size=len(aciertos)).mean() for _ in range(repeticiones)]`.",
        "\n`azar = np.random.default_rng(semilla)\n"
        "notas = [azar.choice(aciertos, size=len(aciertos)).mean() for _ in range(repeticiones)]\n"
        "bajo, alto = np.quantile(notas, [0.025, 0.975])\n"
        "return bajo, alto`",
    ),
    praise="Vale para cualquier nota que sea una media. Y multiplicado por cuántos son, se lee en "
    "personas.",
)
def check_interval(function):
    def scores_of(hits, repetitions, seed, **how):
        rng = np.random.default_rng(seed)
        return np.array(
            [rng.choice(hits, size=len(hits), **how).mean() for _ in range(repetitions)]
        )

    def interval(hits, repetitions, seed, low=0.025, high=0.975, **how):
        return tuple(np.quantile(scores_of(hits, repetitions, seed, **how), [low, high]))

    def hits(right, n):
        return (np.arange(n) * 7 % n < right).astype(int)

    expect.computes(
        function,
        "intervalo",
        right=interval,
        inputs=(
            (hits(90, 400), 300, 0),
            (hits(50, 53), 400, 0),
            (hits(10, 20), 300, 1),
            (hits(4, 11), 150, 7),
            (np.ones(6, dtype=int), 50, 3),
        ),
        returns="bajo, alto",
        tolerance=EXACT,
        message=lambda h, r, s: (
            f"Con {h.sum()} aciertos de {len(h)}, {r} repeticiones y semilla {s} deberían salir "
            "{:.3f} y {:.3f}".format(*interval(h, r, s))
            + ", y salieron {result}. Cada muestra, azar.choice(aciertos, size=len(aciertos))."
        ),
        mistakes=(
            (lambda *a: interval(*a)[::-1], "Van al revés: primero el de 0.025, bajo."),
            (
                lambda *a: interval(*a, replace=False),
                "Todas las muestras dan lo mismo: sácalas con repetición (sin replace=False), y "
                "crea el azar una vez, fuera del ciclo.",
            ),
            (
                lambda h, r, s: tuple(len(h) * x for x in interval(h, r, s)),
                "Eso son aciertos: se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda *a: interval(*a, low=0.05, high=0.95),
                "Dejas fuera un 5 % por cada lado: los cuantiles pedidos son 0.025 y 0.975.",
            ),
            (
                lambda *a: (scores_of(*a).min(), scores_of(*a).max()),
                "Esos son el menor y el mayor de todos: se piden los cuantiles 0.025 y 0.975.",
            ),
            (
                lambda h, r, s: interval(h, r, 42),
                "Usas siempre la semilla 42: el azar sale del parámetro semilla.",
            ),
        ),
    )


def _malignant():
    """Las medidas y las etiquetas de la Práctica, con 1 = maligno."""
    from sklearn.datasets import load_breast_cancer

    data = load_breast_cancer()
    return data.data, 1 - data.target


@exercise(
    "2.6.6",
    hints=(
        "Compara: `cancer.target == 0` es `True` donde el tumor es maligno.",
        "Con `.astype(int)`, `True` se convierte en 1 y `False` en 0.",
        "`y_maligno = (cancer.target == 0).astype(int)`",
    ),
    praise="212 malignos de 569. Antes de medir, comprueba siempre cuál es la clase 1.",
)
def check_positive_class(labels):
    labels = expect.array(labels, "y_maligno")
    if labels.ndim == 0 or labels.dtype.kind not in "biuf":
        expect.wrong("y_maligno debe ser un array de ceros y unos, uno por tumor.")
    _, expected = _malignant()
    labels = expect.array(labels, "y_maligno", shape=expected.shape)
    if not np.isin(labels, (0, 1)).all():
        expect.wrong("y_maligno solo debe contener los valores 0 y 1.")
    expect.cases(
        labels,
        "y_maligno",
        expected,
        mistakes=(
            (1 - expected, "Así 1 sigue siendo benigno. Dale la vuelta: 1 donde target vale 0."),
        ),
        message="y_maligno no señala los tumores malignos: 1 donde cancer.target vale 0, y 0 en "
        "los demás.",
    )


@exercise(
    "2.6.7",
    hints=(
        "`np.sort(puntuaciones)[::-1]` las ordena de mayor a menor: recórrelas con un `for`.",
        "Con cada una, `for posible in np.sort(puntuaciones)[::-1]:`, la exhaustividad es "
        "`(puntuaciones[reales == 1] >= posible).mean()`.",
        "En cuanto llegue a `minimo` se devuelve: la primera que cumple es la más alta.\n"
        "`for posible in np.sort(puntuaciones)[::-1]:\n"
        "    if (puntuaciones[reales == 1] >= posible).mean() >= minimo:\n"
        "        return posible`",
    ),
    praise="El umbral más alto que cumple es el que menos falsas alarmas cuesta.",
)
def check_threshold(function):
    expect.function(function, "umbral_para")
    for seed, n, minimum in ((0, 50, 0.5), (1, 30, 0.9), (2, 50, 0.75), (3, 80, 1.0)):
        y, scores = _labels(seed, n), np.random.default_rng(seed).random(n).round(3)
        scores = np.round(0.6 * scores + 0.4 * y * np.random.default_rng(seed + 9).random(n), 4)

        def recall(threshold, y=y, scores=scores):
            return (scores[y == 1] >= threshold).mean()

        def flagged(threshold, scores=scores):
            return int((scores >= threshold).sum())

        best = max(score for score in scores if recall(score) >= minimum)
        result = expect.call(function, y, scores, minimum)
        result = expect.number(result, "lo que devuelve umbral_para")
        case = f"Con minimo={minimum}"
        if result == best:
            continue
        if result not in scores and flagged(result) == flagged(best):
            expect.wrong(
                f"{case} acusas a los que hay que acusar, pero {result:.6g} no es una de las "
                "puntuaciones: recórrelas a ellas, no unos números tuyos."
            )
        if result == scores.max():
            expect.wrong(
                f"{case} devuelves la puntuación más alta: sigue bajando hasta que la "
                "exhaustividad llegue."
            )
        if recall(result) < minimum:
            expect.wrong(
                f"{case}, tu umbral se queda en una exhaustividad de {recall(result):.3f}. "
                "Recuerda: se acusa cuando la puntuación es mayor o igual (>=)."
            )
        if result == scores.min():
            expect.wrong(
                f"{case} devuelves la puntuación más baja, que acusa a todos: cumple, pero hay "
                "umbrales más altos que también. ¿Recorres de menor a mayor?"
            )
        expect.wrong(
            f"{case}, tu umbral acusa a {flagged(result)} y bastaba con {flagged(best)}: busca el "
            "más alto que cumpla, con >= al comparar."
        )


GOOD_AUC = 0.97


@exercise(
    "2.6.8",
    hints=(
        "Como el modelo del paso anterior, pero con todas las columnas: `x_rest`, sin recortar.",
        "`.predict_proba(x_exam)` da dos columnas; la de maligno es la segunda, `[:, 1]`.",
        "`make_pipeline(StandardScaler(), LogisticRegression()).fit(x_rest, "
        "y_rest).predict_proba(x_exam)[:, 1]`",
    ),
    praise="Un umbral elige un punto de la curva; un modelo mejor sube la curva entera.",
)
def check_better_scores(scores):
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import train_test_split

    scores = expect.array(scores, "puntuaciones_mejor")
    if scores.dtype.kind not in "biuf":
        expect.wrong("puntuaciones_mejor debe contener números decimales.")
    if scores.ndim == 2 and scores.shape[1] == 2:
        expect.wrong("Tiene dos columnas, las de predict_proba: quédate con la de maligno, [:, 1].")
    _, y = _malignant()
    y_rest, y_exam = train_test_split(y, test_size=0.25, random_state=42, stratify=y)
    if scores.shape == y_rest.shape:
        expect.wrong(
            "Son 426 puntuaciones: las de x_rest, con los que entrenaste. Se piden las de x_exam."
        )
    scores = expect.array(scores, "puntuaciones_mejor", shape=y_exam.shape)
    if not np.isfinite(scores).all():
        expect.wrong("Hay valores nan o infinitos.")
    if np.isin(scores, (0, 1)).all():
        expect.wrong(
            "Son ceros y unos: eso es predict, que ya aplicó un umbral. El AUC necesita las "
            "puntuaciones, predict_proba(x_exam)[:, 1]."
        )
    area = float(roc_auc_score(y_exam, scores))
    if area < 0.1:
        expect.wrong(
            "El AUC es casi 0: ordenas perfectamente, pero al revés. ¿Es la columna de benigno, "
            "[:, 0]?"
        )
    if area < GOOD_AUC:
        expect.wrong(
            f"AUC ≈ {area:.3f}, y se pide {GOOD_AUC}. ¿Has usado las 30 medidas y entrenado con "
            "x_rest?"
        )
    return f"AUC en prueba ≈ {area:.3f}. ¿Llega a {GOOD_AUC}? Sí."


quiz(
    "2.6.A1",
    correct="d",
    why="Sí: con un umbral más bajo se acusa a los mismos y quizá a alguno más, así que no se "
    "pierde ningún verdadero positivo.",
    wrong={
        "a": "Lo habitual es lo contrario, y ni eso es seguro: mira la tabla de la sección 1.",
        "b": "El AUC se calcula con todos los umbrales a la vez: no depende del que uses.",
        "c": "Las puntuaciones no cambian: solo cambia a partir de cuál se acusa.",
    },
    hint="Piensa en quiénes son acusados antes y después de bajar el umbral.",
)
quiz(
    "2.6.A2",
    correct="b",
    why="Sí: hay muchísimos más sanos, y una pequeña parte de ellos ya son más que los enfermos.",
    wrong={
        "a": "La ROC se calcula dentro de cada clase: no cambia con cuántos haya de cada una.",
        "c": "La exhaustividad mira solo a los enfermos, y la prueba los trata igual.",
        "d": "La prueba sí; lo que significa un aviso, no. ¿De dónde salen las falsas alarmas?",
    },
    hint="Es la bandeja con diez veces más correo legítimo de la sección 2.",
)
quiz(
    "2.6.A3",
    correct="c",
    why="Sí: cien veces más casos, un intervalo unas diez veces más estrecho.",
    wrong={
        "a": "La nota es la misma, pero la del primero pudo salir 0.70 o 1.00 con otra suerte.",
        "b": "Con menos casos se sabe menos, no más.",
        "d": "El AUC es otra medida; la fracción de aciertos ya dice algo, con su intervalo.",
    },
    hint="¿Cuánto cambiaría cada nota con un acierto más o menos?",
)
