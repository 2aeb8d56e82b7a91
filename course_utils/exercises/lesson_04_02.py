"""Comprobaciones de la lección 4.2, ¿Te puedes fiar de ese número?."""

import functools

import numpy as np

from . import expect
from .core import exercise, quiz

SPECIES = ("setosa", "versicolor", "virginica")


@functools.cache
def _flowers(seed=42):
    """Las 150 flores, repartidas como en la lección: x_train, x_test, y_train, y_test."""
    from sklearn.datasets import load_iris
    from sklearn.model_selection import train_test_split

    x, y = load_iris(return_X_y=True)
    return train_test_split(x, y, test_size=0.25, stratify=y, random_state=seed)


@exercise(
    "4.2.1",
    hints=(
        "Una sola flor de 38 que cambia: ¿qué fracción del total es?",
        "`np.bincount(y_test)` cuenta cuántos 0, cuántos 1 y cuántos 2 hay.",
        "`por_especie = np.bincount(y_test)` y `salto = 1 / len(y_test)`",
    ),
    praise="Casi las mismas de cada especie, y cada flor vale 0.026: la exactitud no puede dar "
    "pasos más pequeños.",
)
def check_test_set(counts, jump):
    _, _, train, test = _flowers()

    def three_counts(value, name):
        value = expect.row(value, name)
        if value.shape != (3,):
            expect.wrong(f"{name} debe tener tres números, uno por especie: tiene {value.size}.")
        return value

    expect.cases(
        counts,
        "por_especie",
        np.bincount(test),
        kind=three_counts,
        mistakes=(
            (
                np.array([50, 50, 50]),
                "Has contado las 150 flores: se piden las de prueba, y_test.",
            ),
            (
                np.bincount(train),
                "Has contado las de entrenamiento: se piden las de prueba, y_test.",
            ),
        ),
    )
    n = len(test)
    expect.cases(
        jump,
        "salto",
        1 / n,
        kind=expect.real,
        mistakes=(
            (100 / n, "Eso es un porcentaje: se pide la fracción, entre 0 y 1."),
            (
                1 / 150,
                1 / 112,
                "La exactitud en prueba se calcula con las flores de prueba: divide entre "
                "len(y_test).",
            ),
            (0.03, 0.026, 0.0263, "Va bien, pero se pide sin redondear."),
            (n, "Esas son las flores de prueba: se pide cuánto vale una, como fracción."),
        ),
    )


@exercise(
    "4.2.2",
    hints=(
        "Si p multiplicada n veces por sí misma da la rareza, p es la raíz enésima de la rareza.",
        "La raíz cuadrada de 9 es `9 ** (1 / 2)`; la raíz enésima, igual, con n en vez de 2.",
        "`return rareza ** (1 / n)`",
    ),
    praise="Con 38 flores sale 0.924: un pleno no descarta una red que falle 7 u 8 de cada 100.",
)
def check_perfect_score(function):
    expect.computes(
        function,
        "exactitud_del_pleno",
        right=lambda n, rarity: rarity ** (1 / n),
        inputs=[(38, 0.05), (10, 0.5), (1, 0.2), (1000, 0.01)],
        kind=expect.one_number,
        explain=lambda result, expected, n, rarity: (
            f"{{call}} da {result:.6g}, y con esa p el pleno no sale con probabilidad {rarity}: la "
            f"que lo cumple es {expected:.6g}."
        ),
        mistakes=(
            (
                lambda n, rarity: rarity**n,
                "{call}: elevas a n, y es al revés. Se busca la p que, elevada a n, da rareza.",
            ),
            (
                lambda n, rarity: rarity / n,
                "{call} da rareza / n, como rareza ** 1 / n sin paréntesis: una potencia "
                "se deshace con la raíz enésima, elevando a (1 / n).",
            ),
            (
                lambda n, rarity: (1 - rarity) ** (1 / n),
                "{call}: el pleno sale con probabilidad rareza, no con 1 - rareza.",
            ),
            (
                lambda n, rarity: 1 - rarity ** (1 / n),
                "{call}: esos son los fallos; se pide la exactitud.",
            ),
            (
                lambda n, rarity: round(rarity ** (1 / n), 3),
                lambda n, rarity: round(rarity ** (1 / n), 2),
                "{call}: va bien, pero se pide sin redondear.",
            ),
        ),
    )


@exercise(
    "4.2.3",
    hints=(
        "Un ciclo sobre `semillas`, y una lista vacía que gana una exactitud en cada vuelta.",
        "En cada vuelta: `train_test_split` con esa semilla, `modelo.fit` con la parte de "
        "entrenamiento y `modelo.score` con la de prueba.",
        "\n`exactitudes = []\n"
        "for semilla in semillas:\n"
        "    x_a, x_b, y_a, y_b = train_test_split(x, y, test_size=0.25, stratify=y, "
        "random_state=semilla)\n"
        "    modelo.fit(x_a, y_a)\n"
        "    exactitudes.append(modelo.score(x_b, y_b))\n"
        "return exactitudes`",
    ),
    praise="Una exactitud suelta es una anécdota; una lista de ellas empieza a ser una medida.",
)
def check_repeat(function):
    from sklearn.datasets import load_iris
    from sklearn.model_selection import train_test_split
    from sklearn.neighbors import KNeighborsClassifier

    x, y = load_iris(return_X_y=True)

    def repeating(stratify=y, on_train=False):
        def accuracies(model, seeds):
            values = []
            for seed in seeds:
                a, b, c, d = train_test_split(
                    x, y, test_size=0.25, stratify=stratify, random_state=seed
                )
                model.fit(a, c)
                values.append(model.score(a, c) if on_train else model.score(b, d))
            return values

        return accuracies

    def accuracies(value, name):
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            expect.wrong(
                "Devuelve un solo número: se pide una lista, con una exactitud por semilla."
            )
        value = expect.listed(value, name)
        return [expect.real(item, "cada exactitud de la lista") for item in value]

    def explain(result, expected, model, seeds):
        if len(result) != len(seeds):
            return (
                f"Con {len(seeds)} semillas, la lista tiene {len(result)} exactitudes: se pide "
                "una por semilla. El return va después del ciclo, no dentro."
            )
        if np.ptp(result) == 0:
            return (
                f"Con las semillas {seeds} todas las exactitudes salen iguales: cada vuelta lleva "
                "su random_state=semilla."
            )
        if sorted(result) == sorted(expected):
            return "Las exactitudes son esas, pero en otro orden: van en el de las semillas."
        return (
            f"Con las semillas {seeds} llega {expect.shown(result)} y se esperaba "
            f"{expect.shown(expected)}. El reparto es con test_size=0.25, stratify=y y "
            "random_state=semilla, y se entrena el modelo que llega."
        )

    expect.computes(
        function,
        "repetir",
        right=repeating(),
        inputs=[
            (KNeighborsClassifier(3), [3, 8, 1, 14, 0]),
            (KNeighborsClassifier(70), [5, 2, 9]),
        ],
        kind=accuracies,
        explain=explain,
        mistakes=(
            (
                repeating(on_train=True),
                "Mides con las flores de entrenamiento: la exactitud se mide con las de prueba.",
            ),
            (repeating(stratify=None), "A tu reparto le falta stratify=y."),
        ),
    )


@exercise(
    "4.2.4",
    hints=(
        "Las dos listas van a la par: se compara la primera nota con la primera, la segunda con la "
        "segunda…",
        "Restando dos arrays, `resta = np.array(notas_a) - np.array(notas_b)`: si es positiva gana "
        "a; cero, empatan.",
        "\n`resta = np.array(notas_a) - np.array(notas_b)\n"
        "return (resta > 0).sum(), (resta == 0).sum(), (resta < 0).sum()`",
    ),
    praise="En los mismos exámenes, la suerte del reparto es la misma para los dos.",
)
def check_scoreboard(function):
    def right(a, b):
        gap = np.array(a) - np.array(b)
        return int((gap > 0).sum()), int((gap == 0).sum()), int((gap < 0).sum())

    def swapped(a, b):
        return right(b, a)

    def crossed(a, b):
        """Cada nota de una contra todas las de la otra."""
        gap = np.subtract.outer(np.array(a), np.array(b))
        return int((gap > 0).sum()), int((gap == 0).sum()), int((gap < 0).sum())

    def notes(*hits):
        return [hit / 38 for hit in hits]

    expect.computes(
        function,
        "marcador",
        right=right,
        inputs=[
            (notes(36, 35, 38, 37, 36, 34, 38), notes(35, 35, 37, 38, 36, 33, 36)),
            (notes(30, 31, 32), notes(33, 31, 34)),
            (notes(38, 37), notes(37, 38)),
            (notes(36), notes(36)),
        ],
        returns="gana, empata, pierde",
        kind=expect.integer,
        explain=lambda result, expected, a, b: (
            f"Con {len(a)} exámenes debía dar {expected} y dio {tuple(map(int, result))}."
        ),
        mistakes=(
            (swapped, "Está al revés: lo primero es en cuántos gana a; lo último, en cuántos b."),
            (
                lambda a, b: (right(a, b)[0], right(a, b)[2], right(a, b)[1]),
                "Los empates van en medio: gana, empata, pierde.",
            ),
            (crossed, "Comparas cada nota con todas: se compara examen a examen."),
            (
                lambda a, b: (
                    right(a, b)[0] + right(a, b)[1],
                    right(a, b)[1],
                    right(a, b)[2] + right(a, b)[1],
                ),
                "Cuentas los empates también como victorias: > y <, sin el igual.",
            ),
        ),
    )


def _reference_guide():
    """Un escalador y una red de Keras de una capa, con pesos que no dependen de ningún sorteo.

    Nuevos cada vez: quien los recibe los puede entrenar.
    """
    import keras
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    x_train, _, y_train, _ = _flowers()
    scaler = StandardScaler().fit(x_train)
    logistic = LogisticRegression().fit(scaler.transform(x_train), y_train)
    dense = keras.layers.Dense(3, activation="softmax", name="salida")
    # Con nombres: los automáticos salen en los errores, y serían otros cada vez.
    model = keras.Sequential([keras.Input((4,), name="entrada"), dense], name="guia")
    model.set_weights([logistic.coef_.T, logistic.intercept_])
    return scaler, model


class _Certain:
    """Una red que responde siempre lo mismo, con toda seguridad."""

    def __init__(self, choice):
        self._choice = choice

    def __call__(self, batch, **options):
        return np.eye(3)[[self._choice] * len(batch)]

    predict = __call__


@exercise(
    "4.2.5",
    hints=(
        "Una flor sola es un lote de una: `medidas.reshape(1, 4)`. Después, escalar y predecir.",
        "`modelo.predict` devuelve una tabla de una fila: con `[0]` te quedas con sus tres "
        "probabilidades.",
        "\n`lote = escalador.transform(medidas.reshape(1, 4))\n"
        "respuesta = modelo.predict(lote, verbose=0)[0]\n"
        "if respuesta.max() < umbral:\n"
        '    return "no sé"\n'
        "return SPECIES[respuesta.argmax()]`",
    ),
    praise="Una guía que sabe callar: muchas veces vale más que una décima de exactitud.",
)
def check_identify(function):
    scaler, model = _reference_guide()
    flowers = np.array(
        [[5.1, 3.5, 1.4, 0.2], [5.9, 3.0, 4.2, 1.3], [6.5, 3.0, 5.8, 2.2], [6.0, 2.8, 4.9, 1.7]]
    )

    def answer(flower, scaler, model, threshold, scaled=True):
        row = np.asarray(model(scaler.transform([flower]) if scaled else flower[np.newaxis]))[0]
        return "no sé" if row.max() < threshold else SPECIES[row.argmax()]

    def species(value, name):
        if isinstance(value, (int, np.integer)) and not isinstance(value, bool):
            expect.wrong("Devuelve la posición de la especie: se pide su nombre, SPECIES[…].")
        value = expect.instance(value, str, name)
        if value not in (*SPECIES, "no sé"):
            expect.wrong(
                f"Debe ser una de las tres especies o «no sé», y llegó {expect.shown(value)}."
            )
        return value

    def explain(result, expected, flower, scaler, model, threshold):
        highest = np.asarray(model(scaler.transform([flower]))).max()
        said = f"La mayor probabilidad es {highest:.3f} y el umbral, {threshold:.3f}:"
        if expected == "no sé":
            return f"{said} no llega, así que debe decir «no sé»."
        if result == "no sé":
            return f"{said} sí llega, así que debe decir la especie, con las medidas ya escaladas."
        return f"Con las medidas {flower.tolist()} se esperaba {expected} y llegó {result}."

    highest = np.asarray(model(scaler.transform(flowers))).max(axis=1)
    others = type(scaler)().fit(flowers[1:] * 3 + 1)
    expect.computes(
        function,
        "identificar",
        right=answer,
        inputs=[
            (flower, scaler, model, threshold)
            for flower, top in zip(flowers, highest, strict=True)
            for threshold in (float(top) - 0.05, float(top) + 1e-3)
        ]
        + [
            (flowers[2], others, model, 0.0),  # otro escalador, y otra red
            (flowers[2], scaler, _Certain(1), 0.9),
            (flowers[2], scaler, _Certain(2), 1.0),  # lo justo también llega
        ],
        kind=species,
        explain=explain,
        mistakes=(
            (
                lambda flower, scaler, model, threshold: answer(flower, scaler, model, 0, False),
                "Parece que la red recibe centímetros: escala antes, con escalador.transform.",
            ),
        ),
    )


@exercise(
    "4.2.6",
    hints=(
        "Una flor se responde si su mayor probabilidad llega: `responde = "
        "probabilidades.max(axis=1) >= umbral`.",
        "Con `acierta = probabilidades.argmax(axis=1) == etiquetas`, `acierta[responde].mean()` "
        "hace la media solo de las que responde.",
        "\n`responde = probabilidades.max(axis=1) >= umbral\n"
        "acierta = probabilidades.argmax(axis=1) == etiquetas\n"
        "return responde.mean(), acierta[responde].mean()`",
    ),
    praise="Dos números que van juntos: acertar más, a cambio de responder menos.",
)
def check_answering(function):
    def right(p, y, threshold, sure=None):
        sure = p.max(axis=1) >= threshold if sure is None else sure
        good = p.argmax(axis=1) == y
        return sure.mean(), good[sure].mean()

    def over_all(p, y, threshold):
        sure = p.max(axis=1) >= threshold
        return sure.mean(), (sure & (p.argmax(axis=1) == y)).mean()

    table = np.array(
        [
            [0.80, 0.15, 0.05],
            [0.10, 0.30, 0.60],
            [0.25, 0.50, 0.25],
            [0.05, 0.90, 0.05],
            [0.34, 0.33, 0.33],
            [0.02, 0.03, 0.95],
            [0.96, 0.03, 0.01],
        ]
    )
    labels = np.array([0, 1, 1, 2, 0, 2, 0])
    two = np.array([[0.5, 0.5], [0.25, 0.75], [0.875, 0.125]])
    expect.computes(
        function,
        "al_responder",
        right=right,
        inputs=[
            (table, labels, 0.8),
            (table, labels, 0.55),
            (table[::-1], labels[::-1], 0.0),
            (two, np.array([1, 1, 1]), 0.75),
            (two, np.array([0, 0, 0]), 0.8),
        ],
        returns="responde, acierta",
        kind=expect.one_number,
        explain=lambda result, expected, p, y, threshold: (
            f"Con {len(p)} flores y umbral {threshold}, debía dar {expected[0]:.3f} y "
            f"{expected[1]:.3f}, y dio {result[0]:.3f} y {result[1]:.3f}."
        ),
        mistakes=(
            (
                lambda *a: right(*a)[::-1],
                "Los dos números están al revés: primero la fracción que responde.",
            ),
            (
                over_all,
                "La exactitud se calcula solo con las flores que responde, no con todas.",
            ),
            (
                lambda p, y, t: (right(p, y, t)[0], right(p, y, 0)[1]),
                "La exactitud que das es la de responder siempre: quédate con las que responde.",
            ),
            (
                lambda p, y, t: (float((p.max(axis=1) >= t).sum()), right(p, y, t)[1]),
                "Lo primero es cuántas responde: se pide la fracción, con mean.",
            ),
            (
                lambda p, y, t: right(p, y, t, p.max(axis=1) > t),
                "Si la mayor probabilidad es igual al umbral, llega: es >=, no >.",
            ),
        ),
    )


quiz(
    "4.2.A1",
    correct="c",
    why="Sí: una flor. Al cambiar de reparto, la misma red se mueve bastante más que eso.",
    wrong={
        "a": "Es más, pero por una flor: con otro reparto puede salir al revés.",
        "b": "No se puede saber desde la nota; y aquí la red sin escalar no acertaba menos.",
        "d": "Para eso habría que comparar entrenamiento y prueba; estas son dos notas de prueba.",
    },
    hint="¿Cuánto vale una flor de las 38?",
)
quiz(
    "4.2.A2",
    correct="b",
    why="Sí: con 0.95 de verdad, el pleno en 38 sale más de una vez de cada diez.",
    wrong={
        "a": "No se puede saber: una red que falla 5 de cada 100 también saca plenos de 38.",
        "c": "Podría ser, pero un pleno no lo demuestra: también lo saca quien no las vio.",
        "d": "0.026 es lo que vale una flor, no el margen: con 0.95 de verdad también hay plenos.",
    },
    hint="Vuelve a los 10 000 exámenes imitados de la sección 1.",
)
quiz(
    "4.2.A3",
    correct="d",
    why="Sí: el intervalo de la resta queda entero por encima de 0. Ese es el que compara.",
    wrong={
        "a": "Cada intervalo mide lo que baila un modelo solo; los dos bailan juntos. Mira la "
        "resta.",
        "b": "Ya se puede: los dos hicieron el mismo examen, y eso es lo que hace falta.",
        "c": "La resta es el primero menos el segundo, y sale positiva.",
    },
    hint="¿Contiene el 0 el intervalo de la diferencia?",
)
quiz(
    "4.2.A4",
    correct="a",
    why="Sí: reparte 1 entre las tres, pase lo que pase, y lejos de la frontera lo da casi todo.",
    wrong={
        "b": "No es un lirio: no puede ser una virginica con ninguna probabilidad.",
        "c": "Softmax no tiene dónde poner «ninguna»: entrenar más no se lo da.",
        "d": "La rosa de la sección 5 se escaló, y respondió igual de segura.",
    },
    hint="¿Entre quiénes reparte softmax su 1?",
)
