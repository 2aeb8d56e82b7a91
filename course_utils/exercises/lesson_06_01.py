"""Comprobaciones de la lección 6.1, fraude bancario: los datos y cómo evaluarlos."""

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
        "Un fraude se pierde cuando es fraude y no tiene aviso: `es_fraude & ~con_aviso`.",
        "La suma de sus importes es lo perdido; `con_aviso.sum()` cuenta los avisos.",
        "`return importes[es_fraude & ~con_aviso].sum() + coste_aviso * con_aviso.sum()`",
    ),
    praise="Con esta cuenta, dos detectores se comparan en euros y no en porcentajes.",
)
def check_total_cost(function):
    amounts = np.array([900.0, 20.0, 60.0, 35.0, 210.0])
    fraud = np.array([True, False, True, False, True])
    alerts = ([0, 1, 1, 0, 0], [0, 0, 0, 0, 0], [1, 1, 1, 1, 1], [1, 0, 0, 1, 0])
    inputs = [(amounts, fraud, np.array(alert, dtype=bool), 7) for alert in alerts]
    rng = np.random.default_rng(0)
    for n, price in ((8, 4.125), (5, 4), (3, 0.375)):
        inputs.append((rng.gamma(0.8, 90, n), rng.random(n) < 0.5, rng.random(n) < 0.5, price))
    expect.computes(
        function,
        "coste_total",
        right=lambda a, f, w, c: a[f & ~w].sum() + c * w.sum(),
        inputs=inputs,
        mistakes=(
            (lambda a, f, w, c: a[f & ~w].sum(), "Falta lo que cuesta revisar los avisos."),
            (lambda a, f, w, c: c * w.sum(), "Falta el importe de los fraudes que se escapan."),
            (
                lambda a, f, w, c: a[f & ~w].sum() + c * (w & ~f).sum(),
                "Cobras la revisión solo de las falsas alarmas: un aviso que acierta también hay "
                "que revisarlo.",
            ),
            (
                lambda a, f, w, c: a[f].sum() + c * w.sum(),
                "Cuentas todos los fraudes: los que tienen aviso se evitan. Faltan los que cumplen "
                "es_fraude & ~con_aviso.",
            ),
            (
                lambda a, f, w, c: a[~w].sum() + c * w.sum(),
                "Sumas todos los pagos sin aviso: los normales no se pierden.",
            ),
        ),
    )


@exercise(
    "6.1.2",
    hints=(
        'Los importes de los fraudes: `pagos.loc[pagos["Class"] == 1, "Amount"]`.',
        "Esa columna tiene `.sum()` y `.median()`; y la media de una comparación es una fracción.",
        '\n`de_fraudes = pagos.loc[pagos["Class"] == 1, "Amount"]\n'
        "euros_fraude = de_fraudes.sum()\n"
        "mediana_fraude = de_fraudes.median()\n"
        "fraudes_pequenos = (de_fraudes < 5).mean()`",
    ),
    praise="Unos 60 000 € en dos días; y bastante más de un tercio de los fraudes valen menos que "
    "la revisión de un aviso. El dinero no está donde está la cantidad.",
)
def check_amounts(total, median, small):
    frauds = _payments().loc[_payments()["Class"] == 1, "Amount"]
    everything = _payments()["Amount"]
    few = (frauds < 5).sum()
    expect.cases(
        total,
        "euros_fraude",
        frauds.sum(),
        kind=expect.number,
        tolerance=1e-9,
        mistakes=(
            (
                everything.sum(),
                "euros_fraude es la suma de todos los pagos: filtra los de Class igual a 1.",
            ),
            (len(frauds), "492 es cuántos fraudes hay: se pide la suma de sus importes."),
        ),
    )
    expect.cases(
        median,
        "mediana_fraude",
        frauds.median(),
        kind=expect.number,
        mistakes=(
            (
                frauds.mean(),
                "Eso es la media, que unos pocos fraudes grandes hacen subir: se pide la mediana.",
            ),
            (
                everything.median(),
                "Esa es la mediana de todos los pagos: se pide la de los fraudes.",
            ),
        ),
    )
    expect.cases(
        small,
        "fraudes_pequenos",
        few / len(frauds),
        kind=expect.number,
        mistakes=(
            (
                few,
                100 * few / len(frauds),
                "fraudes_pequenos debe ser una fracción, de 0 a 1: ni la cuenta ni el porcentaje.",
            ),
            (
                few / len(everything),
                "Divides entre todos los pagos: es la fracción de los fraudes, que son 492.",
            ),
        ),
    )


@exercise(
    "6.1.3",
    hints=(
        "pandas tiene un método que devuelve la tabla sin filas repetidas.",
        "`pagos.drop_duplicates()` no cambia `pagos`: devuelve otra tabla.",
        "\n`sin_copias = pagos.drop_duplicates().reset_index(drop=True)\n"
        'fraudes_restantes = sin_copias["Class"].sum()`',
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
    expect.cases(
        frauds,
        "fraudes_restantes",
        473,
        kind=expect.number,
        mistakes=(
            (492, "492 es antes de quitar las copias: cuéntalos en sin_copias."),
            (19, "19 son los fraudes quitados: se piden los que quedan en sin_copias."),
        ),
    )


@exercise(
    "6.1.4",
    hints=(
        'Primero, ordenar: `pagos.sort_values("Time")` devuelve otra tabla, ordenada.',
        "Después, cortar por posición con `iloc`, en `int(fraccion * len(pagos))`.",
        '\n`ordenados = pagos.sort_values("Time")\n'
        "cuantos = int(fraccion * len(pagos))\n"
        "return ordenados.iloc[:cuantos], ordenados.iloc[cuantos:]`",
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
        table = pd.DataFrame({"Time": times, "V1": np.sqrt(times), "Class": [t % 2 for t in times]})
        result = expect.call(
            function,
            table,
            fraction,
            unchanged="Tu función cambia la tabla que recibe: sort_values sin inplace da otra.",
        )
        train, test = expect.several(result, "entrenamiento, prueba", "partir_en_el_tiempo")
        train, test = _table(train, "entrenamiento"), _table(test, "prueba")
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
        whole = pd.concat([train, test]).sort_values("Time").to_numpy(float)
        expect.wrong_when(
            not np.array_equal(whole, table.sort_values("Time").to_numpy(float)),
            "Ordenas los valores de Time y dejas las demás columnas donde estaban: cada fila es un "
            "pago y se mueve entera (sort_values).",
        )


@exercise(
    "6.1.5",
    hints=(
        "Cada regla es una comparación de arrays: da un array de `True` y `False`.",
        "Con `.astype(int)`, `True` pasa a 1 y `False` a 0; entonces se pueden sumar.",
        "`return (importes > 1000).astype(int) + ((segundos // 3600) % 24 < 6).astype(int)`",
    ),
    praise="La regla de la 1.5, sin ciclos: 284 807 pagos en un parpadeo.",
)
def check_rule(function):
    # Los límites: 1000 € justos, la hora 6, y las horas 23, 24 y 25.
    amounts = np.array([1500.0, 1000.0, 20.0, 2000.0, 50.0, 1000.01, 3.0, 80.0, 9.0])
    seconds = np.array(
        [40_000, 3600, 21_600, 90_000, 21_599, 70_000, 100_000, 23 * 3600, 24 * 3600]
    )

    def expensive(a):
        return (a > 1000).astype(int)

    def early(s):
        return ((s // 3600) % 24 < 6).astype(int)

    def points(value, name):
        value = expect.array(value, name)
        if value.dtype == bool:
            expect.wrong(
                "Devuelve True y False: el signo + entre dos arrays booleanos hace «o», no suma. "
                "Convierte cada regla con .astype(int) antes de sumar."
            )
        return expect.array(value, name, dtype=np.integer)

    expect.computes(
        function,
        "puntos",
        right=lambda a, s: expensive(a) + early(s),
        inputs=[(amounts, seconds), (amounts[:3], seconds[2:5]), (amounts[::-1], seconds)],
        kind=points,
        mistakes=(
            (
                lambda a, s: expensive(a) & early(s),
                "Eso es si cumple las dos: se pide cuántas cumple, de 0 a 2.",
            ),
            (
                lambda a, s: expensive(a) | early(s),
                "Eso es si cumple alguna: se pide cuántas cumple, de 0 a 2.",
            ),
            (
                lambda a, s: expensive(a) + (s // 3600 < 6),
                "Falla el segundo día: la hora 25 desde el primer pago es la hora 1. Falta el % "
                "24.",
            ),
            (
                lambda a, s: expensive(a) + (s % 24 < 6),
                "Time está en segundos: primero // 3600, para tener horas, y después % 24.",
            ),
            (
                lambda a, s: (a >= 1000) + early(s),
                "1000 € justos no cuentan: más de 1000.",
            ),
            (
                lambda a, s: expensive(a) + ((s // 3600) % 24 <= 6),
                "La hora 6 no cuenta: es menor que 6.",
            ),
        ),
    )


def _scores(seed, n=60):
    rng = np.random.default_rng(seed)
    labels = (rng.random(n) < 0.2).astype(int)
    labels[0] = 1
    return labels, rng.permutation(n) / n + 0.1 * labels + rng.random(n) * 1e-6


@exercise(
    "6.1.6",
    hints=(
        "Ordena las etiquetas de mayor a menor puntuación: `reales[np.argsort(-puntuaciones)]`.",
        "La precisión hasta el puesto i es cuántos fraudes llevas entre i: `.cumsum()` entre 1, 2, "
        "3…",
        "\n`ordenados = reales[np.argsort(-puntuaciones)]\n"
        "hasta_aqui = ordenados.cumsum() / np.arange(1, len(ordenados) + 1)\n"
        "return hasta_aqui[ordenados == 1].mean()`",
    ),
    praise="Es la AP de scikit-learn, en tres líneas.",
)
def check_average_precision(function):
    def precisions(labels, order):
        """Las etiquetas en ese orden, y la precisión hasta cada puesto."""
        ordered = labels[order]
        return ordered, ordered.cumsum() / np.arange(1, len(ordered) + 1)

    def at_frauds(labels, order):
        ordered, upto = precisions(labels, order)
        return upto[ordered == 1]

    expect.computes(
        function,
        "precision_media",
        right=lambda y, s: at_frauds(y, np.argsort(-s)).mean(),
        inputs=[_scores(seed, n) for seed, n in enumerate((60, 45, 33))],
        mistakes=(
            (
                lambda y, s: at_frauds(y, np.argsort(s)).mean(),
                "Recorres la lista de menor a mayor puntuación: usa -puntuaciones.",
            ),
            (
                lambda y, s: at_frauds(y, np.arange(len(y))).mean(),
                "Falta ordenar: los pagos llegan en cualquier orden.",
            ),
            (
                lambda y, s: precisions(y, np.argsort(-s))[1].mean(),
                "Promedias todos los puestos: solo cuentan aquellos donde hay un fraude.",
            ),
            (
                lambda y, s: at_frauds(y, np.argsort(-s)).sum(),
                "Falta dividir la suma entre cuántos fraudes hay.",
            ),
            (
                lambda y, s: at_frauds(y, np.argsort(-s)).sum() / len(y),
                "Divides entre todos los pagos: es entre los fraudes.",
            ),
        ),
    )


# No cambian lo que aprende el modelo.
_HARMLESS = {"copy", "n_jobs", "random_state", "verbose"}


@exercise(
    "6.1.7",
    hints=(
        "`make_pipeline` encadena pasos: los datos pasan por el primero y van al segundo.",
        "Primero `StandardScaler()` y después `LogisticRegression(max_iter=1000)`, sin `fit`.",
        "`return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))`",
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
    wanted = (StandardScaler(), LogisticRegression(max_iter=1000))
    for step, plain in zip(steps, wanted, strict=True):
        changed = [
            name
            for name, value in plain.get_params().items()
            if name not in _HARMLESS and not expect.same(step.get_params()[name], value)
        ]
        expect.wrong_when(
            changed,
            f"{type(plain).__name__} lleva cambiado {', '.join(changed)}: lo demás se pide por "
            "defecto.",
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
    correct="c",
    why="Sí: el examen se parece al trabajo real. Que la nota salga más alta o más baja es lo de "
    "menos.",
    wrong={
        "a": "Unas veces sale más baja y otras más alta: no es esa la razón.",
        "b": "Al contrario: en la prueba quedaron menos fraudes de los que tocaban.",
        "d": "A la regresión logística le da igual el orden de las filas.",
    },
    hint="¿Qué sabe el banco en el momento de decidir?",
)
