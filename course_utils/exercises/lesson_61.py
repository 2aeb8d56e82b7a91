"""Comprobaciones de 6.1, fraude bancario: los datos y cómo evaluarlos."""

from functools import cache

import numpy as np

from ..datasets import load_credit_card_fraud
from . import expect
from .core import exercise, quiz


@cache
def _payments():
    return load_credit_card_fraud()


@cache
def _unique():
    return _payments().drop_duplicates()


@cache
def _alone():
    """Cuántos pagos no tienen ninguna copia."""
    return int((~_payments().duplicated(keep=False)).sum())


@cache
def _split():
    """El reparto de la lección: sin copias, y el último 20 % en el tiempo para la prueba."""
    unique = _unique().reset_index(drop=True)
    cut = int(0.8 * len(unique))
    return unique.iloc[:cut], unique.iloc[cut:]


def _average_precision(labels, scores):
    from sklearn.metrics import average_precision_score

    return average_precision_score(labels, scores)


def _table(value, name):
    import pandas as pd

    expect.wrong_when(
        not isinstance(value, pd.DataFrame),
        f"{name} debe ser una tabla de pandas (DataFrame): llegó {expect.shown(value)}.",
    )
    return value


@exercise(
    "6.1.1",
    hints=(
        "Un fraude se pierde cuando es fraude y no tiene aviso: es_fraude & ~con_aviso.",
        "La suma de sus importes es lo perdido; con_aviso.sum() cuenta los avisos.",
        "return importes[es_fraude & ~con_aviso].sum() + coste_aviso * con_aviso.sum()",
    ),
    praise="Con esta cuenta, dos detectores se comparan en euros y no en porcentajes.",
)
def check_total_cost(function):
    expect.function(function, "coste_total")
    amounts = np.array([900.0, 20.0, 60.0, 35.0, 210.0])
    fraud = np.array([True, False, True, False, True])
    for alert in ([0, 1, 1, 0, 0], [0, 0, 0, 0, 0], [1, 1, 1, 1, 1], [1, 0, 0, 1, 0]):
        alert = np.array(alert, dtype=bool)
        for cost in (7, 4):
            result = expect.call(function, amounts.copy(), fraud.copy(), alert.copy(), cost)
            result = expect.number(result, "lo que devuelve coste_total")
            missed = amounts[fraud & ~alert].sum()
            review = cost * alert.sum()
            right = missed + review
            for value, message in (
                (missed, "Falta lo que cuesta revisar los avisos."),
                (review, "Falta el importe de los fraudes que se escapan."),
                (
                    missed + cost * (alert & ~fraud).sum(),
                    "Cobras la revisión solo de las falsas alarmas: un aviso que acierta también "
                    "hay que revisarlo.",
                ),
                (
                    amounts[fraud].sum() + review,
                    "Cuentas todos los fraudes: los que tienen aviso se evitan. Faltan los "
                    "que cumplen es_fraude & ~con_aviso.",
                ),
                (
                    amounts[~alert].sum() + review,
                    "Sumas todos los pagos sin aviso: los normales no se pierden.",
                ),
            ):
                expect.wrong_when(
                    not np.isclose(right, value) and np.isclose(result, value), message
                )
            expect.close(result, right, "lo que devuelve coste_total")


@exercise(
    "6.1.2",
    hints=(
        'Los importes de los fraudes: pagos.loc[pagos["Class"] == 1, "Amount"].',
        "Esa columna tiene .sum() y .median().",
        "Para la fracción: (importes < 5).mean(), porque la media de True y False es la fracción.",
    ),
    praise="Unos 60 000 € en dos días; y bastante más de un tercio de los fraudes valen menos que "
    "la revisión de un aviso. El dinero no está donde está la cantidad.",
)
def check_amounts(total, median, small):
    frauds = _payments().loc[_payments()["Class"] == 1, "Amount"]
    everything = _payments()["Amount"]
    total = expect.number(total, "euros_fraude")
    expect.wrong_when(
        np.isclose(total, everything.sum(), rtol=1e-9),
        "euros_fraude es la suma de todos los pagos: filtra los de Class igual a 1.",
    )
    expect.wrong_when(
        total == len(frauds), "492 es cuántos fraudes hay: se pide la suma de sus importes."
    )
    expect.close(total, frauds.sum(), "euros_fraude")
    median = expect.number(median, "mediana_fraude")
    expect.wrong_when(
        np.isclose(median, frauds.mean()),
        "Eso es la media, que unos pocos fraudes grandes hacen subir: se pide la mediana.",
    )
    expect.wrong_when(
        np.isclose(median, everything.median()),
        "Esa es la mediana de todos los pagos: se pide la de los fraudes.",
    )
    expect.close(median, frauds.median(), "mediana_fraude")
    small = expect.number(small, "fraudes_pequenos")
    right = (frauds < 5).mean()
    expect.wrong_when(
        np.isclose(small, (frauds < 5).sum()) or np.isclose(small, 100 * right),
        "fraudes_pequenos debe ser una fracción, de 0 a 1: ni la cuenta ni el porcentaje.",
    )
    expect.wrong_when(
        np.isclose(small, (frauds < 5).sum() / len(everything)),
        "Divides entre todos los pagos: es la fracción de los fraudes, que son 492.",
    )
    expect.close(small, right, "fraudes_pequenos")


@exercise(
    "6.1.3",
    hints=(
        "pandas tiene un método que devuelve la tabla sin filas repetidas.",
        "pagos.drop_duplicates() no cambia pagos: devuelve otra tabla.",
        "sin_copias = pagos.drop_duplicates().reset_index(drop=True); luego, la suma de Class.",
    ),
    praise="1081 filas menos y 19 fraudes menos: con tan pocos, 19 son bastantes.",
)
def check_without_copies(table, frauds):
    table = _table(table, "sin_copias")
    everything = _payments()
    expect.wrong_when(
        len(table) == len(everything),
        "sin_copias tiene todas las filas: drop_duplicates devuelve una tabla nueva, guárdala.",
    )
    expect.wrong_when(
        len(table) == 1081,
        "Esas son las copias: se pide la tabla sin ellas.",
    )
    expect.wrong_when(
        len(table) == _alone(),
        "Quitaste todas las filas de cada grupo (keep=False): hay que dejar una.",
    )
    right = _unique()
    expect.wrong_when(
        len(table) != len(right),
        f"sin_copias tiene {len(table)} filas. Solo son copias las filas iguales en las 31 "
        "columnas, también en Time.",
    )
    expect.wrong_when(
        list(table.columns) != list(right.columns),
        "A sin_copias le faltan o le sobran columnas: ¿reset_index sin drop=True?",
    )
    expect.wrong_when(
        table.index.tolist() != list(range(len(table))),
        "El índice de sin_copias tiene huecos: falta reset_index(drop=True).",
    )
    expect.wrong_when(
        not right.reset_index(drop=True).equals(table),
        "sin_copias tiene las filas que debe, pero en otro orden o con otros valores.",
    )
    frauds = expect.number(frauds, "fraudes_restantes")
    expect.wrong_when(frauds == 492, "492 es antes de quitar las copias: cuéntalos en sin_copias.")
    expect.wrong_when(
        frauds == 19, "19 son los fraudes quitados: se piden los que quedan en sin_copias."
    )
    expect.close(frauds, 473, "fraudes_restantes")


@exercise(
    "6.1.4",
    hints=(
        'Primero, ordenar: pagos.sort_values("Time") devuelve otra tabla, ordenada.',
        "Después, cortar por posición con iloc, en int(fraccion * len(pagos)).",
        'ordenados = pagos.sort_values("Time"); return ordenados.iloc[:corte], '
        "ordenados.iloc[corte:]",
    ),
    praise="Nada de lo que se aprende es posterior a lo que se examina.",
)
def check_time_split(function):
    import pandas as pd

    expect.function(function, "partir_en_el_tiempo")
    for times, fraction in (
        ([1, 4, 6, 9, 12, 20, 21, 30, 31, 40], 0.8),
        ([7, 1, 9, 3, 5, 2, 8, 4, 6, 0, 10], 0.7),
    ):
        table = pd.DataFrame({"Time": times, "Class": [t % 2 for t in times]})
        before = table.copy()
        result = expect.call(function, table, fraction)
        train, test = expect.pair(result, "partir_en_el_tiempo", "entrenamiento, prueba")
        train, test = _table(train, "entrenamiento"), _table(test, "prueba")
        expect.wrong_when(
            not table.equals(before),
            "Tu función cambia la tabla que recibe: sort_values sin inplace devuelve otra.",
        )
        expect.wrong_when(
            list(train.columns) != list(table.columns) or list(test.columns) != list(table.columns),
            "Las dos partes deben tener las mismas columnas que pagos, Time y Class incluidas.",
        )
        ordered = sorted(times)
        cut = int(fraction * len(times))
        got_train, got_test = sorted(train["Time"].tolist()), sorted(test["Time"].tolist())
        expect.wrong_when(
            (got_train, got_test) == (ordered[cut:], ordered[:cut])
            or (got_train == ordered[len(times) - cut :]),
            "Entrenas con los pagos más recientes: primero va lo más antiguo.",
        )
        expect.wrong_when(
            sorted(got_train + got_test) != ordered,
            "Entre las dos partes deben estar todos los pagos, cada uno una sola vez.",
        )
        expect.wrong_when(
            len(got_train) != cut,
            f"Con {len(times)} pagos y fraccion={fraction}, el entrenamiento debe tener {cut} y "
            f"tiene {len(got_train)}.",
        )
        expect.wrong_when(
            times != ordered and got_train == sorted(times[:cut]),
            "Funciona si los pagos llegan en orden, pero si llegan desordenados no: ordena por "
            "Time antes de cortar.",
        )
        expect.wrong_when(
            got_train != ordered[:cut],
            "En el entrenamiento hay pagos posteriores a alguno de la prueba: ¿partes al azar?",
        )


@exercise(
    "6.1.5",
    hints=(
        "Cada regla es una comparación de arrays: da un array de True y False.",
        "Con .astype(int), True pasa a 1 y False a 0; entonces se pueden sumar.",
        "(importes > 1000).astype(int) + ((segundos // 3600) % 24 < 6).astype(int)",
    ),
    praise="La regla de 1.4, sin ciclos: 284 807 pagos en un parpadeo.",
)
def check_rule(function):
    expect.function(function, "puntos")
    amounts = np.array([1500.0, 1000.0, 20.0, 2000.0, 50.0, 1000.01, 3.0])
    seconds = np.array([40_000, 3600, 21_600, 90_000, 21_599, 70_000, 100_000])
    result = expect.call(function, amounts.copy(), seconds.copy())
    result = expect.array(result, "lo que devuelve puntos", shape=(7,))
    expensive, early = amounts > 1000, (seconds // 3600) % 24 < 6
    right = expensive.astype(int) + early.astype(int)
    expect.wrong_when(
        result.dtype == bool,
        "Devuelve True y False: el signo + entre dos arrays booleanos hace «o», no suma. "
        "Convierte cada regla con .astype(int) antes de sumar.",
    )
    expect.array(result, "lo que devuelve puntos", dtype=np.integer)
    for value, message in (
        (expensive & early, "Eso es si cumple las dos: se pide cuántas cumple, de 0 a 2."),
        (expensive | early, "Eso es si cumple alguna: se pide cuántas cumple, de 0 a 2."),
        (
            expensive.astype(int) + (seconds // 3600 < 6),
            "Falla el segundo día: la hora 25 desde el primer pago es la hora 1. Falta el % 24.",
        ),
        (
            expensive.astype(int) + (seconds % 24 < 6),
            "Time está en segundos: primero // 3600, para tener horas, y después % 24.",
        ),
        ((amounts >= 1000) + early.astype(int), "1000 € justos no cuentan: más de 1000."),
        (
            expensive.astype(int) + ((seconds // 3600) % 24 <= 6),
            "La hora 6 no cuenta: es menor que 6.",
        ),
    ):
        expect.wrong_when(np.array_equal(result, np.asarray(value).astype(int)), message)
    expect.close(result, right, "lo que devuelve puntos")


def _scores(seed, n=60):
    rng = np.random.default_rng(seed)
    labels = (rng.random(n) < 0.2).astype(int)
    labels[0] = 1
    return labels, rng.permutation(n) / n + 0.1 * labels + rng.random(n) * 1e-6


@exercise(
    "6.1.6",
    hints=(
        "Ordena las etiquetas de mayor a menor puntuación: reales[np.argsort(-puntuaciones)].",
        "La precisión hasta el puesto i es cuántos fraudes llevas entre i: cumsum() entre 1, 2, 3…",
        "De esas precisiones, quédate con las de los puestos donde hay un fraude, y haz la media.",
    ),
    praise="Es la AP de scikit-learn, en tres líneas.",
)
def check_average_precision(function):
    expect.function(function, "precision_media")
    for seed in range(3):
        labels, scores = _scores(seed)
        result = expect.call(function, labels.copy(), scores.copy())
        result = expect.number(result, "lo que devuelve precision_media")

        def by_hand(ordered):
            upto = ordered.cumsum() / np.arange(1, len(ordered) + 1)
            return upto[ordered == 1].mean(), upto.mean(), upto[ordered == 1].sum()

        down, up = labels[np.argsort(-scores)], labels[np.argsort(scores)]
        right, over_all, added = by_hand(down)
        for value, message in (
            (by_hand(up)[0], "Recorres la lista de menor a mayor puntuación: usa -puntuaciones."),
            (by_hand(labels)[0], "Falta ordenar: los pagos llegan en cualquier orden."),
            (over_all, "Promedias todos los puestos: solo cuentan aquellos donde hay un fraude."),
            (added, "Falta dividir la suma entre cuántos fraudes hay."),
            (added / len(labels), "Divides entre todos los pagos: es entre los fraudes."),
        ):
            expect.wrong_when(np.isclose(result, value), message)
        expect.close(result, right, "lo que devuelve precision_media")


@exercise(
    "6.1.7",
    hints=(
        "Cuántas veces va cada fila: veces si es fraude, 1 si no. np.where lo calcula.",
        "np.repeat(x, cuantas, axis=0) repite cada fila el número de veces que le toca.",
        "cuantas = np.where(y == 1, veces, 1); y np.repeat con cuantas, en x (axis=0) y en y.",
    ),
    praise="Bien hecho después de partir, esto es una técnica; antes, es una trampa.",
)
def check_oversample(function):
    expect.function(function, "sobremuestrear")
    x = np.arange(24.0).reshape(8, 3)
    y = np.array([0, 1, 0, 0, 1, 0, 0, 0])
    for times in (4, 1, 7):
        x_given, y_given = x.copy(), y.copy()
        result = expect.call(function, x_given, y_given, times)
        new_x, new_y = expect.pair(result, "sobremuestrear", "x, y")
        expect.wrong_when(
            not np.array_equal(x_given, x) or not np.array_equal(y_given, y),
            "Tu función cambia los arrays que recibe: debe devolver otros.",
        )
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
            rows == np.full(8, times).tolist() and times > 1,
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
    "6.1.8",
    hints=(
        "Un conjunto de tuplas responde deprisa a «¿está esta fila?».",
        "conocidas = set(entrenamiento.itertuples(index=False, name=None))",
        "sum(fila in conocidas for fila in prueba.itertuples(index=False, name=None))",
    ),
    praise="Pásalo siempre antes de creerte una nota: cuesta dos líneas.",
)
def check_seen(function):
    import pandas as pd

    expect.function(function, "ya_vistas")
    rng = np.random.default_rng(0)
    for size in (30, 12):
        values = rng.integers(3, size=(size, 3))
        table = pd.DataFrame(values, columns=["Time", "V1", "Class"])
        train, test = table.iloc[: size // 2], table.iloc[size // 2 :].reset_index(drop=True)
        known = set(train.itertuples(index=False, name=None))
        seen = [row in known for row in test.itertuples(index=False, name=None)]
        right = sum(seen)
        result = expect.call(function, train.copy(), test.copy())
        expect.wrong_when(
            isinstance(result, list | set | np.ndarray | pd.DataFrame | pd.Series),
            "Devuelve las filas: se pide cuántas son, un número.",
        )
        result = expect.number(result, "lo que devuelve ya_vistas")
        distinct = set(test.itertuples(index=False, name=None)) & known
        for value, message in (
            (
                len(distinct),
                "Cuentas filas distintas: si una de prueba se repite, cuenta cada vez.",
            ),
            (len(test) - right, "Esas son las que no se habían visto: se piden las ya vistas."),
            (
                len(test.merge(train)),
                "merge cuenta una fila tantas veces como copias haya en entrenamiento: quita antes "
                "las repetidas de entrenamiento.",
            ),
            (right / len(test), "Eso es una fracción: se pide cuántas filas."),
        ):
            expect.wrong_when(value != right and np.isclose(result, value), message)
        expect.close(result, right, "lo que devuelve ya_vistas")


@exercise(
    "6.1.9",
    hints=(
        "np.argsort(-puntuaciones)[:k] son las posiciones de los k más sospechosos.",
        "encontrados = reales[esas posiciones].sum()",
        "return encontrados / k, encontrados / reales.sum()",
    ),
    praise="El mismo numerador, dos divisores: lo que revisa el equipo y lo que había.",
)
def check_at_k(function):
    expect.function(function, "en_los_primeros")
    for seed in range(3):
        labels, scores = _scores(seed)
        for k in (4, 20):
            result = expect.call(function, labels.copy(), scores.copy(), k)
            pair = expect.pair(result, "en_los_primeros", "precision, exhaustividad")
            precision = expect.number(pair[0], "precision")
            recall = expect.number(pair[1], "exhaustividad")
            found = int(labels[np.argsort(-scores)[:k]].sum())
            lowest = int(labels[np.argsort(scores)[:k]].sum())
            first = int(labels[:k].sum())
            frauds = int(labels.sum())
            right = (found / k, found / frauds)
            for value, message in (
                (right[::-1], "Los dos números están al revés: primero la precisión."),
                (
                    (lowest / k, lowest / frauds),
                    "Revisas los k menos sospechosos: ordena con -puntuaciones.",
                ),
                (
                    (first / k, first / frauds),
                    "Revisas los k primeros de los datos: hay que ordenar por puntuación.",
                ),
                ((found, found), "Falta dividir: son dos fracciones, de 0 a 1."),
            ):
                different = not np.allclose(value, right)
                expect.wrong_when(different and np.allclose((precision, recall), value), message)
            expect.close(
                precision,
                right[0],
                "precision",
                message="precision es la fracción de fraudes entre los revisados: divide entre k.",
            )
            expect.close(
                recall,
                right[1],
                "exhaustividad",
                message="exhaustividad es la fracción de todos los fraudes que está entre los k: "
                "divide entre reales.sum().",
            )


@exercise(
    "6.1.10",
    hints=(
        "make_pipeline encadena pasos: los datos pasan por el primero y van al segundo.",
        "Primero StandardScaler() y después LogisticRegression(max_iter=1000), sin fit.",
        "return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))",
    ),
    praise="Con el escalador dentro, fit no puede mirar la prueba ni queriendo.",
)
def check_model(function):
    expect.function(function, "crear_modelo")
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = expect.call(function)
    expect.wrong_when(
        isinstance(model, LogisticRegression),
        "Falta el escalador: se pide un pipeline con dos pasos.",
    )
    expect.wrong_when(
        not isinstance(model, Pipeline),
        "crear_modelo debe devolver un pipeline, el que da make_pipeline(…): llegó "
        f"{expect.shown(model)}.",
    )
    steps = [step for _, step in model.steps]
    kinds = [type(step) for step in steps]
    expect.wrong_when(
        kinds == [LogisticRegression, StandardScaler],
        "Los pasos están al revés: primero se escala y después se clasifica.",
    )
    expect.wrong_when(
        kinds != [StandardScaler, LogisticRegression],
        "Se piden dos pasos: un StandardScaler() y una LogisticRegression(), los dos con "
        "paréntesis.",
    )
    expect.wrong_when(
        hasattr(steps[0], "mean_") or hasattr(steps[1], "coef_"),
        "El modelo ya está entrenado: devuélvelo sin llamar a fit.",
    )
    expect.wrong_when(
        steps[1].max_iter != 1000, f"max_iter debe ser 1000 y es {expect.shown(steps[1].max_iter)}."
    )


@exercise(
    "6.1.11",
    hints=(
        "crear_modelo().fit(x_train, y_train) entrena y devuelve el modelo.",
        "predict_proba(x_test) tiene dos columnas: la probabilidad de normal y la de fraude.",
        "puntuaciones = crear_modelo().fit(x_train, y_train).predict_proba(x_test)[:, 1]",
    ),
    praise="Una recta en 29 dimensiones, y ya deja muy atrás a las reglas.",
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
    ap = _average_precision(labels, scores)
    expect.wrong_when(
        ap < 0.72,
        f"La AP en prueba es {ap:.3f} y se pide 0.72. ¿Entrenaste con x_train e y_train, y el "
        "pipeline de dos pasos?",
    )
    return f"AP en prueba ≈ {ap:.3f}."


_REPORT_KEYS = ("fraudes", "horas", "ap", "intervalo", "avisos", "exhaustividad")


@exercise(
    "6.1.12",
    hints=(
        'Los segundos de la prueba: test["Time"].max() - test["Time"].min(). Una hora son 3600.',
        "A un día de 24 horas le tocan 100 avisos; a la prueba, round(100 * horas / 24).",
        "La exhaustividad es el segundo número de en_los_primeros(y_test, puntuaciones, avisos).",
    ),
    praise="Con esto, quien lo lea sabe cuánto creerte: la nota, su margen y qué significa "
    "para el equipo.",
)
def check_report(report):
    report = expect.instance(report, dict, "informe")
    missing = [key for key in _REPORT_KEYS if key not in report]
    expect.wrong_when(missing, f"A informe le falta(n): {', '.join(missing)}.")
    test = _split()[1]
    frauds = expect.integer(report["fraudes"], "fraudes")
    expect.wrong_when(
        frauds in (492, 473, 399), "fraudes debe contar solo los de la prueba: y_test.sum()."
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
    ap = expect.number(report["ap"], "ap")
    expect.wrong_when(
        ap > 0.95,
        f"ap vale {ap:.3f}, demasiado bonito para esta lección: ¿es la AUC de la ROC, o la "
        "exactitud?",
    )
    expect.wrong_when(
        ap < 0.72, f"ap vale {ap:.3f} y con las puntuaciones del paso 2 debe llegar a 0.72."
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
    expect.wrong_when(
        high - low < 0.08,
        "El intervalo es demasiado estrecho para 74 fraudes: ¿es el de otra métrica, o de "
        "average_precision_score con y_test y puntuaciones?",
    )
    alerts = expect.integer(report["avisos"], "avisos")
    expect.wrong_when(
        alerts == 100, "La prueba no dura un día: le toca la parte proporcional de los 100 avisos."
    )
    expect.close(alerts, round(100 * seconds / 3600 / 24), "avisos")
    recall = expect.number(report["exhaustividad"], "exhaustividad")
    expect.wrong_when(
        recall > 32 / 74 + 1e-6,
        f"exhaustividad vale {recall:.2f}, pero con 32 avisos y 74 fraudes no se puede pasar de "
        "0.43: ¿es la precisión, u otro número de avisos?",
    )
    expect.wrong_when(
        recall < 0.35,
        f"exhaustividad vale {recall:.2f}, muy poco: revisa los avisos de mayor puntuación y "
        "divide entre los fraudes de la prueba.",
    )


quiz(
    "6.1.A1",
    correct="b",
    why="Sí: la exactitud la deciden los pagos normales. Pide la precisión media, o cuántos "
    "fraudes encuentra con los avisos que se pueden revisar.",
    wrong={
        "a": "«Nunca es fraude» acierta el 99.8 % y no encuentra ninguno.",
        "c": "Eso sería la precisión, y el anuncio habla de todos los pagos.",
        "d": "Para ordenar se mira la puntuación: la exactitud solo ve sí o no.",
    },
    hint="¿Qué exactitud tiene quien no mira nada?",
)
quiz(
    "6.1.A2",
    correct="d",
    why="Sí: la ROC divide las falsas alarmas entre los muchísimos normales; la precisión las "
    "compara con los fraudes encontrados.",
    wrong={
        "a": "Los dos pueden ser correctos: contestan preguntas distintas.",
        "b": "Los dos salen de los mismos datos: su diferencia no habla de sobreajuste.",
        "c": "Ni la AUC ni la AP usan un umbral: recorren todos.",
    },
    hint="¿Entre qué divide cada curva las falsas alarmas?",
)
quiz(
    "6.1.A3",
    correct="a",
    why="Sí: al repetir primero, las copias del mismo fraude se reparten entre los dos lados. El "
    "modelo recuerda, no detecta.",
    wrong={
        "b": "En el orden correcto, la misma receta quedó por debajo de 0.9: no era el modelo.",
        "c": "Escalar antes no cambió casi nada, y desde luego no arregla esto.",
        "d": "La semilla movía la nota una décima, no hasta 0.9999.",
    },
    hint="Sigue a un solo fraude: ¿dónde acaban sus copias?",
)
quiz(
    "6.1.A4",
    correct="c",
    why="Sí: el examen se parece al trabajo real. Que la nota salga más alta o más baja es lo de "
    "menos.",
    wrong={
        "a": "Aquí lo medimos y no salió más baja: no es esa la razón.",
        "b": "Al contrario: en la prueba quedaron menos fraudes de los que tocaban.",
        "d": "A la regresión logística le da igual el orden de las filas.",
    },
    hint="¿Qué sabe el banco en el momento de decidir?",
)
