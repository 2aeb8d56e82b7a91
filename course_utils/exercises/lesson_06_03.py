"""Comprobaciones de la lección 6.3, la red y sus rivales."""

import numpy as np

from . import expect
from .core import exercise, quiz
from .expect.networks import steps
from .payments import column


def _labels(seed, n, frauds):
    y = np.zeros(n, dtype=int)
    y[np.random.default_rng(seed).choice(n, size=frauds, replace=False)] = 1
    return y


@exercise(
    "6.3.1",
    hints=(
        "Son seis piezas en una lista: la entrada, densa, `Dropout`, densa, `Dropout` y la salida.",
        "Una sola neurona con sigmoide da un número entre 0 y 1.",
        "\n`return keras.Sequential([\n"
        "    keras.Input((29,)),\n"
        '    keras.layers.Dense(64, activation="relu"),\n'
        "    keras.layers.Dropout(abandono),\n"
        '    keras.layers.Dense(32, activation="relu"),\n'
        "    keras.layers.Dropout(abandono),\n"
        '    keras.layers.Dense(1, activation="sigmoid"),\n'
        "])`",
    ),
    praise="Una neurona con sigmoide: su salida ya es la probabilidad de fraude.",
)
def check_network(function):
    expect.function(function, "crear_red")

    def wrong_units(dense):
        units = [layer.units for layer in dense]
        if units == [64, 32, 2]:
            return (
                "La salida tiene dos neuronas. Con dos clases basta una: la probabilidad de fraude."
            )
        return f"Las capas densas tienen {units} neuronas y se piden [64, 32, 1]."

    for rate in (0.3, 0.1):
        model = expect.network(
            expect.call(function, rate),
            (29,),
            message="crear_red debe devolver un modelo de Keras (¿termina con return?).",
            wrong_input="El modelo debe empezar por keras.Input((29,)): 28 columnas V y el "
            "importe.",
        )
        expect.like(
            model,
            _network(rate),
            explain=lambda model, rate=rate: _what_differs(model, rate, wrong_units),
            message="Tiene esas capas, pero no hace lo mismo que la red pedida",
        )


def _network(rate):
    from keras import Input, Sequential, layers

    return Sequential(
        [
            Input((29,)),
            layers.Dense(64, activation="relu"),
            layers.Dropout(rate),
            layers.Dense(32, activation="relu"),
            layers.Dropout(rate),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


def _what_differs(model, rate, wrong_units):
    *hidden, output = expect.layers(
        model, "Dense", settings=[{"units": n} for n in (64, 32, 1)], message=wrong_units
    )
    if expect.has_activation(model, output, "softmax"):
        expect.wrong("softmax con una sola neurona vale siempre 1: para una probabilidad, sigmoid.")
    expect.activation(
        model,
        output,
        "sigmoid",
        message='A la salida le falta activation="sigmoid": sin ella no queda entre 0 y 1.',
    )
    for layer in hidden:
        expect.activation(
            model, layer, "relu", message='A alguna capa oculta le falta activation="relu".'
        )
    if type(steps(model)[-1]).__name__ == "Dropout":
        expect.wrong("Hay un Dropout detrás de la salida: apagaría la respuesta.")
    after = "Después de cada capa oculta va un Dropout(abandono), y en ningún otro sitio."
    drops = expect.layers(model, "Dropout", settings=[{}, {}], message=after)
    expect.ordered(model, [hidden[0], drops[0], hidden[1], drops[1]], message=after)
    rates = [layer.rate for layer in drops]
    if not expect.same(rates, [rate, rate]):
        expect.wrong(f"Con abandono={rate} las capas Dropout tienen {rates}: usa el parámetro.")


@exercise(
    "6.3.2",
    hints=(
        "Si hay 300 normales por cada fraude, ¿cuánto debe pesar un fraude para igualarlos?",
        "El peso del 1 es cuántos normales hay entre cuántos fraudes hay.",
        "`return {0: 1.0, 1: (y == 0).sum() / (y == 1).sum()}`",
    ),
    praise="Es lo que se pasa a fit en class_weight. Si conviene, lo dirá la medida.",
)
def check_class_weights(function):
    def weights(value, name):
        value = expect.instance(value, dict, name)
        if set(value) != {0, 1}:
            expect.wrong("Las claves del diccionario deben ser los números 0 y 1.")
        return {key: expect.real(value[key], f"el peso del {key}") for key in (0, 1)}

    def ratio(y):
        return (y == 0).sum() / (y == 1).sum()

    def explain(result, _, y):
        if not expect.same(result[0], 1):
            return "El peso del 0 debe ser 1.0."
        return (
            f"Con {y.sum()} fraudes y {(y == 0).sum()} normales, el peso del 1 no es {result[1]:g}."
        )

    expect.computes(
        function,
        "pesos_de_clase",
        right=lambda y: {0: 1, 1: ratio(y)},
        inputs=[(_labels(*case),) for case in ((0, 60, 9), (1, 200, 4), (2, 90, 30))],
        kind=weights,
        explain=explain,
        mistakes=(
            (
                lambda y: {0: ratio(y), 1: 1},
                lambda y: {0: 1, 1: 1 / ratio(y)},
                "Está al revés: el que debe pesar más es el fraude, que es el raro.",
            ),
            (
                lambda y: {0: 1, 1: len(y) / y.sum()},
                "Divides todos los pagos entre los fraudes: son los normales entre los fraudes.",
            ),
            (
                lambda y: {0: 1, 1: (y == 0).sum()},
                "Ese es el número de normales: falta dividirlo.",
            ),
        ),
    )


@exercise(
    "6.3.3",
    hints=(
        "`np.flatnonzero(y == 1)` da las posiciones de los fraudes.",
        "`np.random.default_rng(semilla).choice(…, size=…, replace=False)` no repite.",
        "\n`fraudes, normales = np.flatnonzero(y == 1), np.flatnonzero(y == 0)\n"
        "azar = np.random.default_rng(semilla)\n"
        "elegidos = azar.choice(normales, size=len(fraudes), replace=False)\n"
        "return np.concatenate([fraudes, elegidos])`",
    ),
    praise="Con esas posiciones se recorta el entrenamiento, y nada más que el entrenamiento.",
)
def check_undersample(function):
    def positions(value):
        name = "lo que devuelve submuestrear"
        if isinstance(value, list | tuple):
            value = np.array([expect.integer(each, f"cada posición de {name}") for each in value])
        return expect.array(value, name)

    expect.function(function, "submuestrear")
    # Con pocos normales y muchos sorteos, con repetición se repite alguno con seguridad.
    for n, frauds in ((60, 18), (45, 14), (31, 15)):
        y = _labels(n, n, frauds)
        draws = [positions(expect.call(function, y.copy(), seed)) for seed in (0, 0, 1, 2, 3, 4, 5)]
        for chosen in draws:
            if chosen.ndim != 1 or not np.issubdtype(chosen.dtype, np.integer):
                expect.wrong("Se piden posiciones: enteros, en una dimensión.")
            if np.isin(chosen, (0, 1)).all():
                expect.wrong(
                    "Parecen las etiquetas: se piden sus posiciones (np.flatnonzero las da)."
                )
            if chosen.min() < 0 or chosen.max() >= n:
                expect.wrong("Hay posiciones que no existen en y.")
            labels = y[chosen]
            if set(chosen[labels == 1]) != set(np.flatnonzero(y)):
                expect.wrong("Deben estar todos los fraudes: son los que escasean.")
            if len(set(chosen)) < len(chosen):
                expect.wrong("Hay posiciones repetidas: elige los normales con replace=False.")
            normals = (labels == 0).sum()
            if normals != frauds:
                expect.wrong(f"Hay {normals} normales y {frauds} fraudes: deben ser los mismos.")
        if set(draws[0]) != set(draws[1]):
            expect.wrong(
                "Con la misma semilla debe salir lo mismo: usa np.random.default_rng(semilla)."
            )
        if all(set(draws[0]) == set(other) for other in draws[2:]):
            expect.wrong(
                "Con otra semilla sale lo mismo: ¿usas el parámetro semilla, o coges siempre los "
                "primeros?"
            )


@exercise(
    "6.3.4",
    hints=(
        "Resta, eleva al cuadrado y promedia; falta decidir en qué eje.",
        "`axis=1` promedia las columnas de cada fila: queda un número por pago.",
        "`return ((original - reconstruido) ** 2).mean(axis=1)`",
    ),
    praise="Cuanto peor lo reconstruye, menos se parece a lo que aprendió.",
)
def check_reconstruction_error(function):
    def square(x, rebuilt):
        return (x - rebuilt) ** 2

    rng = np.random.default_rng(0)
    expect.computes(
        function,
        "error_de_reconstruccion",
        right=lambda x, r: square(x, r).mean(axis=1),
        inputs=[tuple(rng.normal(size=(2, *shape))) for shape in ((7, 4), (5, 29), (1, 3), (6, 6))],
        kind=column,
        mistakes=(
            (
                lambda x, r: square(x, r).mean(),
                lambda x, r: square(x, r).sum(),
                "Devuelve un solo número: se pide uno por fila (axis=1).",
            ),
            (
                lambda x, r: square(x, r).mean(axis=0),
                lambda x, r: square(x, r).sum(axis=0),
                "Hay un valor por columna: para las filas, axis=1.",
            ),
            (
                lambda x, r: square(x, r).sum(axis=1),
                "Sumas los errores: se pide la media, .mean(axis=1).",
            ),
            (
                lambda x, r: np.sqrt(square(x, r).mean(axis=1)),
                "Sobra la raíz: se pide el error cuadrático medio.",
            ),
            (
                lambda x, r: np.abs(x - r).mean(axis=1),
                "Es el error absoluto: eleva al cuadrado.",
            ),
            (
                lambda x, r: (x - r).mean(axis=1),
                "Sin el cuadrado, los errores de distinto signo se anulan.",
            ),
        ),
    )


class _Candidate:
    """Un modelo de mentira: apunta con qué aprendió, y puntúa unos pagos como se le diga."""

    def __init__(self, payments, scores):
        self.payments = payments
        self.scores = scores
        self.learned = None

    def fit(self, x, y):
        self.learned = np.asarray(x), np.asarray(y)
        return self

    def predict_proba(self, x):
        x = np.asarray(x)
        if not np.array_equal(x, self.payments):  # no son los de validación
            return np.column_stack([np.ones(len(x)), np.zeros(len(x))])
        return np.column_stack([1 - self.scores, self.scores])

    def predict(self, x):
        return (self.predict_proba(x)[:, 1] >= 0.5).astype(int)

    def score(self, x, y):
        return float((self.predict(x) == np.asarray(y)).mean())


def _race(seed):
    """Tres candidatos: el que mejor ordena, el de más exactitud y el peor."""
    rng = np.random.default_rng(seed)
    y_valid = _labels(seed, 50, 8)
    noise = rng.random(50)
    scores = {
        "ordena": 0.2 * noise + 0.2 * y_valid,  # nunca llega a 0.5: no encuentra ninguno
        "exacto": np.where(np.cumsum(y_valid) * y_valid > 4, 0.9, 0.1 * noise),
        "peor": 0.4 * noise,
    }
    order = rng.permutation(list(scores))
    x_valid = rng.normal(size=(50, 3))
    models = {f"{name} {seed}": _Candidate(x_valid, scores[name]) for name in order}
    x, y = rng.normal(size=(70, 3)), _labels(seed + 1, 70, 10)
    return models, x, y, x_valid, y_valid


@exercise(
    "6.3.5",
    hints=(
        "Un diccionario de AP: con `for nombre, modelo in candidatos.items():`, entrena y puntúa "
        "la validación.",
        "`average_precision_score(y_valid, modelo.predict_proba(x_valid)[:, 1])` es su AP.",
        "\n`aps = {}\n"
        "for nombre, modelo in candidatos.items():\n"
        "    modelo.fit(x, y)\n"
        "    aps[nombre] = average_precision_score(y_valid, modelo.predict_proba(x_valid)[:, 1])\n"
        "return max(aps, key=aps.get)`",
    ),
    praise="Se elige con unos datos y se examina con otros: el sobre sigue cerrado.",
)
def check_choose(function):
    expect.function(function, "elegir")
    for seed in range(4):
        models, x, y, x_valid, y_valid = _race(seed)
        given = dict(models)
        chosen = expect.call(function, given, x.copy(), y.copy(), x_valid.copy(), y_valid.copy())
        chosen = expect.instance(chosen, str, "lo que devuelve elegir")
        for name, model in models.items():
            if model.learned is None:
                expect.wrong(f"No entrenas a «{name}»: cada candidato necesita su fit(x, y).")
            if not all(map(np.array_equal, model.learned, (x, y))):
                expect.wrong("Se aprende con x e y, y nada más: la validación solo puntúa.")
        if chosen not in models:
            expect.wrong(f"«{chosen}» no es el nombre de ningún candidato.")
        if chosen.startswith("exacto"):
            expect.wrong(
                "Eliges al de más exactitud (score, predict): aquí la nota es la AP, con la "
                "columna 1 de predict_proba."
            )
        if not chosen.startswith("ordena"):
            expect.wrong("No eliges al de mayor AP en la validación: ¿max, y la columna 1?")


quiz(
    "6.3.A1",
    correct="b",
    why="Sí: aquí mismo pasó de hundirse a pelear con el listón, con sus ajustes elegidos en "
    "validación.",
    wrong={
        "a": "Elegir mirando la prueba la estropea; y el problema no era ese.",
        "c": "Equilibrar es otra opción que se mide: no explica el hundimiento.",
        "d": "Valen para muchos datos, no para estos: se vio en la tabla.",
    },
    hint="¿Qué cambió entre los dos *boosting* de la tabla?",
)
quiz(
    "6.3.A2",
    correct="a",
    why="Sí: el intervalo contiene al 0, así que puede ser suerte de la muestra.",
    wrong={
        "b": "La ventaja cabe en la suerte: el intervalo contiene al 0.",
        "c": "No distinguirlas no demuestra que sean iguales: hasta +0.06 es posible.",
        "d": "El intervalo también sube de 0, y más.",
    },
    hint="¿Está el 0 dentro del intervalo? ¿Y qué demuestra eso?",
)
quiz(
    "6.3.A3",
    correct="d",
    why="Sí: un solo objeto, pagos en crudo, las mismas cuentas en todas partes.",
    wrong={
        "a": "La red aprende igual si se normaliza antes, bien hecho.",
        "b": "Las medias son las mismas se calculen donde se calculen.",
        "c": "Los admite, y ese es el peligro: da malas respuestas sin protestar.",
    },
    hint="Piensa en quien reciba el modelo dentro de un mes.",
)
