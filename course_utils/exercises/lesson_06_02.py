"""Comprobaciones de la lección 6.2, cuánto miente cada trampa."""

from functools import cache, lru_cache

import numpy as np

from ..datasets import load_credit_card_fraud
from ..metrics.bootstrap import bootstrap_interval
from ..metrics.decisions import recall_at_k
from . import expect
from .core import exercise, quiz

QUOTA = 23  # 100 avisos al día, en lo que dura la prueba


@cache
def _split():
    """El reparto de la lección: sin copias, y fuera el sobre, el último 20 % de lo que queda."""
    unique = load_credit_card_fraud().drop_duplicates().reset_index(drop=True)
    opened = unique.iloc[: int(0.8 * len(unique))]
    cut = int(0.8 * len(opened))
    return opened.iloc[:cut], opened.iloc[cut:]


def _matrix(table):
    return np.column_stack([table.loc[:, "V1":"V28"].to_numpy(float), np.log1p(table["Amount"])])


@cache
def _logistic_scores():
    """Lo que da la logística equilibrada de la lección en la prueba."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    train, test = _split()
    model = make_pipeline(
        StandardScaler(), LogisticRegression(max_iter=1000, class_weight="balanced")
    ).fit(_matrix(train), train["Class"])
    return model.predict_proba(_matrix(test))[:, 1]


def _average_precision(labels, scores):
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(labels, scores))


def _scores(seed, n=60):
    rng = np.random.default_rng(seed)
    labels = (rng.random(n) < 0.2).astype(int)
    labels[0] = 1
    return labels, rng.permutation(n) / n + 0.1 * labels + rng.random(n) * 1e-6


@exercise(
    "6.2.1",
    hints=(
        "Cuántas veces va cada fila: `veces` si es fraude, 1 si no. `np.where` lo calcula.",
        "`np.repeat(x, …, axis=0)` repite cada fila el número de veces que le toca.",
        "\n`cuantas = np.where(y == 1, veces, 1)\n"
        "return np.repeat(x, cuantas, axis=0), np.repeat(y, cuantas)`",
    ),
    praise="Bien hecho después de partir, esto es una técnica; antes, es una trampa.",
)
def check_oversample(function):
    expect.function(function, "sobremuestrear")
    for times, y in (
        (4, np.array([0, 1, 0, 0, 1, 0, 0, 0])),
        (1, np.array([1, 1, 0, 0, 1])),
        (7, np.array([1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1])),  # siete: el azar no los iguala
    ):
        x = np.sqrt(np.arange(3.0 * len(y))).reshape(len(y), 3)
        result = expect.call(function, x, y, times)
        new_x, new_y = expect.several(result, "x, y", "sobremuestrear")
        new_x = expect.array(new_x, "x nuevo")
        new_y = expect.array(new_y, "y nuevo")
        expect.wrong_when(
            new_x.ndim != 2 or new_x.shape[1] != 3,
            f"x nuevo debe conservar sus 3 columnas y tiene forma {new_x.shape}: a np.repeat le "
            "falta axis=0.",
        )
        expect.wrong_when(
            new_y.shape != (len(new_x),),
            f"x nuevo tiene {len(new_x)} filas, e y nuevo, forma {new_y.shape}: hay que repetir "
            "los dos igual.",
        )
        expect.wrong_when(
            new_x.dtype.kind not in "fiu" or new_y.dtype.kind not in "fiub",
            "x e y nuevos deben contener números, como los que llegan.",
        )
        wanted = np.where(y == 1, times, 1)
        rows = [int((new_x == row).all(axis=1).sum()) for row in x]
        expect.wrong_when(
            rows == np.full(len(y), times).tolist() and times > 1,
            "Repites todas las filas: solo se repiten los fraudes.",
        )
        expect.wrong_when(
            rows == np.where(y == 1, times + 1, 1).tolist(),
            "Añades las copias a la fila original: cada fraude debe aparecer en total veces veces.",
        )
        expect.wrong_when(
            rows != wanted.tolist() or len(new_x) != wanted.sum(),
            f"Con veces={times}, cada fraude debe aparecer {times} y cada pago normal, una; "
            f"apariciones de cada fila: {rows}.",
        )
        labels = {tuple(row): label for row, label in zip(x, y, strict=True)}
        expect.wrong_when(
            [labels[tuple(row)] for row in new_x] != new_y.tolist(),
            "Hay filas con la etiqueta de otra: x e y deben repetirse con el mismo orden.",
        )


@exercise(
    "6.2.2",
    hints=(
        "Un conjunto de tuplas responde deprisa a «¿está esta fila?».",
        "`conocidas = set(entrenamiento.itertuples(index=False, name=None))`",
        "\n`conocidas = set(entrenamiento.itertuples(index=False, name=None))\n"
        "return sum(fila in conocidas for fila in prueba.itertuples(index=False, name=None))`",
    ),
    praise="Pásalo siempre antes de creerte una nota: cuesta dos líneas.",
)
def check_seen(function):
    import pandas as pd

    def rows(table):
        return list(table.itertuples(index=False, name=None))

    def seen(train, test):
        known = set(rows(train))
        return sum(row in known for row in rows(test))

    def how_many(value, name):
        if isinstance(value, list | set | np.ndarray | pd.DataFrame | pd.Series):
            expect.wrong("Devuelve las filas: se pide cuántas son, un número.")
        return expect.number(value, name)

    rng = np.random.default_rng(0)
    inputs = []
    for size in (30, 12, 21):
        values = rng.integers(3, size=(size, 3))
        table = pd.DataFrame(values, columns=["Time", "V1", "Class"])
        half = size // 2
        inputs.append((table.iloc[:half], table.iloc[half:].reset_index(drop=True)))
    expect.computes(
        function,
        "ya_vistas",
        right=seen,
        inputs=inputs,
        kind=how_many,
        mistakes=(
            (
                lambda train, test: len(set(rows(test)) & set(rows(train))),
                "Cuentas filas distintas: si una de prueba se repite, cuenta cada vez.",
            ),
            (
                lambda train, test: len(test) - seen(train, test),
                "Esas son las que no se habían visto: se piden las ya vistas.",
            ),
            (
                lambda train, test: len(test.merge(train)),
                "merge cuenta una fila tantas veces como copias haya en entrenamiento: quita antes "
                "las repetidas de entrenamiento.",
            ),
            (
                lambda train, test: seen(train, test) / len(test),
                "Eso es una fracción: se pide cuántas filas.",
            ),
        ),
    )


@exercise(
    "6.2.3",
    hints=(
        "En cada vuelta de `for m in muestras:` hacen falta `reales[m]`, `una[m]` y `otra[m]`.",
        "`average_precision_score(reales[m], una[m])` menos la misma cuenta con `otra[m]` "
        "es la diferencia en una muestra.",
        "\n`return np.array([average_precision_score(reales[m], una[m])\n"
        "                 - average_precision_score(reales[m], otra[m]) for m in muestras])`",
    ),
    praise="Sus percentiles son el intervalo de paired_difference.",
)
def check_differences(function):
    def each(labels, one, other, samples, metric=_average_precision):
        return np.array([metric(labels[m], one[m]) - metric(labels[m], other[m]) for m in samples])

    inputs = []
    for seed, (n, count) in enumerate(((60, 3), (40, 5), (25, 2))):
        labels, one = _scores(seed, n)
        # Unas veces gana una y otras, otra.
        other = (one + np.random.default_rng(seed + 8).permutation(one)) / 2
        rng = np.random.default_rng(seed)
        samples = [np.r_[0, rng.integers(1, n, n)] for _ in range(count)]  # siempre hay un fraude
        inputs.append((labels, one, other, samples))
    expect.computes(
        function,
        "diferencias",
        right=each,
        inputs=inputs,
        kind=expect.row,
        mistakes=(
            (
                lambda y, a, b, ms: each(y, b, a, ms),
                "Restas al revés: es la AP de una menos la de otra.",
            ),
            (
                lambda y, a, b, ms: (
                    np.full(len(ms), _average_precision(y, a))
                    - np.array([_average_precision(y[m], b[m]) for m in ms])
                ),
                "Mides una con todos los datos y otra con la muestra: las dos van con la misma "
                "muestra.",
            ),
            (
                lambda y, a, b, ms: np.full(
                    len(ms), _average_precision(y, a) - _average_precision(y, b)
                ),
                "Mides siempre con todos los datos: usa las posiciones de cada muestra.",
            ),
            (
                lambda y, a, b, ms: [
                    _average_precision(y[m], a[m]) - _average_precision(y[k], b[k])
                    for m, k in zip(ms, [*ms[1:], ms[0]], strict=True)
                ],
                "Mides cada modelo en una muestra distinta: la gracia es que sea la misma.",
            ),
            (
                lambda y, a, b, ms: np.abs(each(y, a, b, ms)),
                "Quitas el signo: una diferencia negativa dice que gana otra.",
            ),
        ),
    )


@exercise(
    "6.2.4",
    hints=(
        "`np.argsort(-puntuaciones)[:k]` son las posiciones de los `k` más sospechosos.",
        "Cuenta los fraudes de esas posiciones; divídelos entre `k` y entre todos los fraudes.",
        "\n`encontrados = reales[np.argsort(-puntuaciones)[:k]].sum()\n"
        "return encontrados / k, encontrados / reales.sum()`",
    ),
    praise="El mismo numerador, dos divisores: lo que revisa el equipo y lo que había.",
)
def check_at_k(function):
    def found(labels, order, k):
        return int(labels[order[:k]].sum())

    def both(labels, order, k):
        return found(labels, order, k) / k, found(labels, order, k) / labels.sum()

    expect.computes(
        function,
        "en_los_primeros",
        right=lambda y, s, k: both(y, np.argsort(-s), k),
        inputs=[(*_scores(seed, n), k) for seed, n in enumerate((60, 45, 33)) for k in (4, 20)],
        returns="precision, exhaustividad",
        explain=lambda result, wanted, *_: (
            "precision es la fracción de fraudes entre los revisados: divide entre k."
            if not expect.same(result[0], wanted[0])
            else "exhaustividad es la fracción de todos los fraudes que está entre los k: divide "
            "entre reales.sum()."
        ),
        mistakes=(
            (
                lambda y, s, k: both(y, np.argsort(-s), k)[::-1],
                "Los dos números están al revés: primero la precisión.",
            ),
            (
                lambda y, s, k: both(y, np.argsort(s), k),
                "Revisas los k menos sospechosos: ordena con -puntuaciones.",
            ),
            (
                lambda y, s, k: both(y, np.arange(len(y)), k),
                "Revisas los k primeros de los datos: hay que ordenar por puntuación.",
            ),
            (
                lambda y, s, k: (found(y, np.argsort(-s), k),) * 2,
                "Falta dividir: son dos fracciones, de 0 a 1.",
            ),
        ),
    )


@exercise(
    "6.2.5",
    hints=(
        "`logistic().fit(x_train, y_train)` entrena y devuelve el modelo.",
        "`predict_proba` da dos columnas: la probabilidad de normal y la de fraude.",
        "`puntuaciones = logistic().fit(x_train, y_train).predict_proba(x_test)[:, 1]`",
    ),
    praise="Una sola neurona, con un peso por columna: lo que venga tiene que superarla.",
)
def check_scores(scores):
    labels = _split()[1]["Class"].to_numpy()
    scores = expect.array(scores, "puntuaciones")
    expect.wrong_when(
        scores.shape == (len(labels), 2),
        "Tiene dos columnas: quédate con la segunda, [:, 1], la probabilidad de fraude.",
    )
    expect.wrong_when(
        scores.shape == (len(_split()[0]),),
        "Son las puntuaciones del entrenamiento: se piden las de x_test.",
    )
    scores = expect.array(scores, "puntuaciones", shape=labels.shape)
    expect.wrong_when(
        scores.dtype.kind not in "fiub" or not np.isfinite(scores).all(),
        "puntuaciones debe contener números corrientes, sin nan ni infinitos.",
    )
    expect.wrong_when(
        len(np.unique(scores)) == 2,
        "Solo hay dos valores distintos: eso es predict. Para ordenar hace falta predict_proba.",
    )
    expect.wrong_when(
        scores.min() < 0 or scores.max() > 1,
        "Hay valores fuera de [0, 1]: se piden probabilidades, las de predict_proba.",
    )
    expect.wrong_when(
        _average_precision(labels, 1 - scores) > 0.3,
        "Es la probabilidad de pago normal, la columna 0: la de fraude es la columna 1.",
    )
    expect.wrong_when(
        np.array_equal(scores, np.round(scores, 3)),
        "Están redondeadas: al redondear empatan pagos distintos y se pierde el orden.",
    )
    expect.close(
        scores.astype(float),
        _logistic_scores(),
        "puntuaciones",
        tolerance=1e-3,
        message="No son las de logistic(): ¿entrenaste con x_train e y_train, con el escalador y "
        'class_weight="balanced"?',
    )
    return f"AP en prueba ≈ {_average_precision(labels, scores):.3f}."


_REPORT_KEYS = ("fraudes", "horas", "ap", "intervalo", "avisos", "exhaustividad")


@lru_cache(maxsize=4)  # tarda un par de segundos, y quien se corrige trae las mismas puntuaciones
def _interval(scores):
    labels = _split()[1]["Class"].to_numpy()
    return bootstrap_interval(_average_precision, labels, np.frombuffer(scores), repetitions=100)


@exercise(
    "6.2.6",
    hints=(
        'Los segundos de la prueba: `test["Time"].max() - test["Time"].min()`. Una hora son 3600.',
        "A un día de 24 horas le tocan 100 avisos; a la prueba, `round(100 * horas_prueba / 24)`.",
        "La exhaustividad con esos avisos: `recall_at_k(y_test, puntuaciones, …)`.",
    ),
    praise="Con esto, quien lo lea sabe cuánto creerte: la nota, su margen y qué significa "
    "para el equipo.",
)
def check_report(report, scores):
    report = expect.instance(report, dict, "informe")
    missing = [key for key in _REPORT_KEYS if key not in report]
    expect.wrong_when(missing, f"A informe le falta(n): {', '.join(missing)}.")
    test = _split()[1]
    frauds = expect.integer(report["fraudes"], "fraudes")
    expect.wrong_when(
        frauds in (492, 473, 399, 347), "fraudes debe contar solo los de la prueba: y_test.sum()."
    )
    expect.close(frauds, int(test["Class"].sum()), "fraudes")
    hours = expect.number(report["horas"], "horas")
    seconds = int(test["Time"].max() - test["Time"].min())
    expect.wrong_when(
        np.isclose(hours, seconds) or np.isclose(hours, seconds / 60),
        "horas está en segundos o en minutos: una hora son 3600 segundos.",
    )
    expect.wrong_when(
        np.isclose(hours, test["Time"].max() / 3600, rtol=0.01),
        "Mides desde el primer pago de los datos: es desde el primer pago de la prueba.",
    )
    expect.close(
        hours,
        seconds / 3600,
        "horas",
        tolerance=0.002,
        message="horas no es lo que dura la prueba: (último Time − primer Time) / 3600.",
    )
    labels = test["Class"].to_numpy()
    scores = expect.finite(expect.array(scores, "puntuaciones", shape=labels.shape), "puntuaciones")
    ap = expect.number(report["ap"], "ap")
    expect.wrong_when(
        ap > 0.95,
        f"ap vale {ap:.3f}, demasiado bonito para esta lección: ¿es la AUC de la ROC, o la "
        "exactitud?",
    )
    found = _average_precision(labels, scores)
    expect.close(
        ap,
        found,
        "ap",
        tolerance=1e-3,
        message=f"ap vale {ap:.3f}, y la AP de tus puntuaciones en la prueba es {found:.3f}.",
    )
    interval = report["intervalo"]
    expect.wrong_when(
        not isinstance(interval, tuple | list) or len(interval) != 2,
        "intervalo debe ser una pareja (bajo, alto), la que devuelve bootstrap_interval: llegó "
        f"{expect.shown(interval)}.",
    )
    low, high = interval
    low, high = expect.number(low, "el extremo bajo"), expect.number(high, "el extremo alto")
    expect.wrong_when(
        not low < ap < high, "El intervalo debe contener la ap: primero el bajo y después el alto."
    )
    wanted = _interval(scores.astype(float).tobytes())
    expect.wrong_when(
        max(abs(low - wanted[0]), abs(high - wanted[1])) > 0.05,  # otra semilla lo mueve menos
        f"El intervalo va de {low:.2f} a {high:.2f}, y el de tus puntuaciones, de "
        f"{wanted[0]:.2f} a {wanted[1]:.2f}: ¿es el de otra métrica, o de otros datos?",
    )
    alerts = expect.integer(report["avisos"], "avisos")
    expect.wrong_when(
        alerts == 100, "La prueba no dura un día: le toca la parte proporcional de los 100 avisos."
    )
    expect.close(alerts, round(100 * seconds / 3600 / 24), "avisos")
    recall = expect.number(report["exhaustividad"], "exhaustividad")
    expect.wrong_when(
        recall > QUOTA / labels.sum() + 1e-6,
        f"exhaustividad vale {recall:.2f}, pero con {QUOTA} avisos y {labels.sum()} fraudes no se "
        f"puede pasar de {QUOTA / labels.sum():.2f}: ¿es la precisión, u otro número de avisos?",
    )
    expect.close(
        recall,
        recall_at_k(labels, scores, QUOTA),
        "exhaustividad",
        message="exhaustividad no es la de tus puntuaciones: de los fraudes de la prueba, los que "
        f"están entre los {QUOTA} avisos.",
    )


quiz(
    "6.2.A1",
    correct="a",
    why="Sí: al repetir primero, las copias del mismo fraude se reparten entre los dos lados. El "
    "modelo recuerda, no detecta.",
    wrong={
        "b": "Partiendo antes por tiempo, y con las clases igualadas, la AP no llegó a 0.9.",
        "c": "Escalar antes no cambió casi nada, y desde luego no arregla esto.",
        "d": "La semilla movía la nota menos de una décima, no hasta 0.9999.",
    },
    hint="Sigue a un solo fraude: ¿dónde acaban sus copias?",
)
quiz(
    "6.2.A2",
    correct="c",
    why="Sí: una media de cero exacta en el archivo entero solo sale de restar la media de todas "
    "sus filas. No se puede deshacer, pero se dice.",
    wrong={
        "a": "La media de una columna no depende solo de los fraudes, que son dos de cada mil.",
        "b": "Restar una media no quita información: solo dice de qué filas salió.",
        "d": "Unas copias de más no dejan la media en cero exacto.",
    },
    hint="¿Qué cuenta deja una media en cero, y con qué filas se hizo?",
)
quiz(
    "6.2.A3",
    correct="d",
    why="Sí: los dos intervalos comparten la suerte de la muestra; la resta la quita.",
    wrong={
        "a": "Con las dos logísticas se solapaban, y la diferencia pareada quedó toda de un lado.",
        "b": "Que un intervalo esté algo más arriba puede ser suerte: falta la diferencia.",
        "c": "Ayudaría, pero antes se puede medir la diferencia con la que hay.",
    },
    hint="Si la muestra es difícil, ¿qué le pasa a la nota de cada modelo?",
)
