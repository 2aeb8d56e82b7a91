"""Comprobaciones de la lección 8.6, Derivadas automáticas."""

import contextlib
import functools
import math

import numpy as np

from . import expect
from .core import exercise, quiz


class Dual:
    """Como los de la lección, con valor y pendiente, pero que no se pueden cambiar."""

    def __init__(self, value, slope=0.0):
        self._pair = value, slope

    value = property(lambda self: self._pair[0])
    slope = property(lambda self: self._pair[1])


def _dual(value, name):
    """Exige algo con valor y pendiente, venga de la clase que venga, y devuelve los dos."""
    if not (hasattr(value, "value") and hasattr(value, "slope")):
        expect.wrong(f"{name} debe ser un dual, Dual(valor, pendiente): {expect.arrived(value)}.")
    return expect.real(value.value, f"el valor de {name}"), expect.real(
        value.slope, f"la pendiente de {name}"
    )


def _written(each):
    return f"Dual({each.value}, {each.slope})" if isinstance(each, Dual) else str(each)


def _rule(function, name, right, inputs, mistakes):
    expect.computes(
        function,
        name,
        right=lambda *arguments: _dual(right(*arguments), name),
        inputs=inputs,
        kind=_dual,
        tolerance=1e-9,
        mistakes=mistakes,
        message=lambda *arguments: (
            f"{name}({', '.join(map(_written, arguments))}) debe dar otro "
            "valor u otra pendiente. Repasa su regla."
        ),
    )


_PAIRS = [
    (Dual(*a), Dual(*b))
    for a, b in (
        ((3.0, 0.5), (1.25, -1.5)),
        ((2.0, 1.0), (-0.5, 0.0)),
        ((-1.2, -0.7), (0.4, 3.0)),
    )
]


@exercise(
    "8.6.1",
    hints=(
        "Cada función es una fila de la tabla. En el producto, la pendiente es "
        "`a.slope * b.value + a.value * b.slope`.",
        "En la exponencial, la pendiente es `math.exp(a.value) * a.slope`. Y las dos funciones "
        "devuelven un dual: `Dual(math.exp(a.value), math.exp(a.value) * a.slope)`.",
    ),
    praise="Dos reglas, y ya se deriva cualquier programa hecho con ellas.",
)
def check_dual_rules(times, exponential):
    _rule(
        times,
        "por",
        lambda a, b: Dual(a.value * b.value, a.slope * b.value + a.value * b.slope),
        _PAIRS,
        (
            (
                lambda a, b: Dual(a.value * b.value, a.slope * b.slope),
                "Multiplicas las dos pendientes. En el producto, cada pendiente va por el "
                "valor del otro, y se suman.",
            ),
            (
                lambda a, b: Dual(a.value * b.value, a.slope * b.value),
                lambda a, b: Dual(a.value * b.value, a.value * b.slope),
                "Falta un sumando de la pendiente: los dos números se pueden mover.",
            ),
            (
                lambda a, b: Dual(a.value * b.value, a.slope * a.value + b.value * b.slope),
                "Cada pendiente va por el valor del **otro**.",
            ),
            (
                lambda a, b: Dual(a.value * b.value, a.slope + b.slope),
                lambda a, b: Dual(a.value + b.value, a.slope + b.slope),
                "Esa es la regla de la suma.",
            ),
        ),
    )
    _rule(
        exponential,
        "exponencial",
        lambda a: Dual(math.exp(a.value), math.exp(a.value) * a.slope),
        [(Dual(*a),) for a in ((0.5, 1.0), (-1.0, 2.5), (1.7, -0.4), (0.0, 3.0))],
        (
            (
                lambda a: Dual(math.exp(a.value), math.exp(a.value)),
                "Falta la pendiente de a. Es la regla de la cadena: lo de fuera, por lo de dentro.",
            ),
            (
                lambda a: Dual(math.exp(a.value), math.exp(a.slope)),
                "La pendiente no es la exponencial de la pendiente: es la del valor, por "
                "la pendiente de a.",
            ),
            (
                lambda a: Dual(math.exp(a.value), a.value * math.exp(a.value - 1) * a.slope),
                lambda a: Dual(math.exp(a.value), a.value * math.exp(a.value - 1)),
                "Esa es la regla de la potencia. La exponencial es su propia derivada.",
            ),
            (
                lambda a: Dual(math.exp(a.value), a.slope),
                "La pendiente de a va multiplicada por la exponencial.",
            ),
        ),
    )


@exercise(
    "8.6.2",
    hints=(
        "La regla de la potencia, y la de la cadena: la pendiente es "
        "`n * a.value ** (n - 1) * a.slope`.",
        "El mayor es uno de los dos, tal cual: `a if a.value >= b.value else b`.",
    ),
    praise="Con el mayor se escribe una ReLU, y con la potencia se divide.",
)
def check_more_rules(power, larger):
    _rule(
        power,
        "elevar",
        lambda a, n: Dual(a.value**n, n * a.value ** (n - 1) * a.slope),
        [
            (Dual(*a), n)
            for a, n in (
                ((2.0, 1.0), 3),
                ((3.0, 0.5), 2),
                ((1.5, -2.0), -1),
                ((0.8, 3.0), 0.5),
                ((-1.2, 0.7), 1),
                ((2.5, 1.5), 0),
            )
        ],
        (
            (
                lambda a, n: Dual(a.value**n, n * a.value ** (n - 1)),
                "Falta la pendiente de a. Es la regla de la cadena: lo de fuera, por lo de dentro.",
            ),
            (
                lambda a, n: Dual(a.value**n, a.value ** (n - 1) * a.slope),
                "Falta la n que baja delante.",
            ),
            (
                lambda a, n: Dual(a.value**n, n * a.value**n * a.slope),
                "En la pendiente, el exponente baja a n - 1.",
            ),
            (
                lambda a, n: Dual(a.value**n, a.slope**n),
                "La pendiente no se eleva: es n por a a la n - 1, y por la de a.",
            ),
        ),
    )
    _rule(
        larger,
        "mayor",
        lambda a, b: a if a.value >= b.value else b,
        [
            *_PAIRS,
            (Dual(-0.5, 4.0), Dual(0.3, 1.0)),
            (Dual(1.0, 2.0), Dual(1.0, -3.0)),
            (Dual(1.0, -3.0), Dual(1.0, 2.0)),
        ],
        (
            (
                lambda a, b: Dual(max(a.value, b.value), max(a.slope, b.slope)),
                "La pendiente es la del dual mayor, no la mayor de las dos.",
            ),
            (
                lambda a, b: a if a.slope >= b.slope else b,
                lambda a, b: a if a.slope > b.slope else b,
                "Se comparan los valores, no las pendientes.",
            ),
            (
                lambda a, b: a if a.value > b.value else b,
                "Si empatan, gana a.",
            ),
            (
                lambda a, b: a if a.value <= b.value else b,
                lambda a, b: a if a.value < b.value else b,
                "Devuelves el menor.",
            ),
        ),
    )


def _listed(value, name):
    """Exige una lista de números, y la devuelve como array."""
    return expect.row(expect.listed(value, name), name)


class _Node:
    def __init__(self, value, parents=(), label=None):
        self.value, self.parents, self.grad, self.label = value, parents, 0.0, label

    def __repr__(self):
        return f"Node({self.value})"


_Node.__name__ = "Node"  # como lo llama la lección: así sale en los mensajes


_SHAPE = (
    "multiplicar debe devolver un Node con su valor y la lista de sus padres, cada uno en una "
    "tupla con su derivada local: Node(…, [(a, …), (b, …)])."
)


def _product(value, name):
    """De un nodo, su valor y lo que apunta de «a» y de «b», en total."""
    try:
        result, pairs = value.value, [(parent, local) for parent, local in value.parents]
    except Exception:
        expect.wrong(_SHAPE)
    if not pairs:
        expect.wrong(
            "Al nodo le faltan sus padres: sin ellos la culpa no puede seguir hacia atrás."
        )
    if not all(isinstance(parent, _Node) and parent.label for parent, _ in pairs):
        expect.wrong("Los padres son los propios nodos que llegan, a y b, y no sus valores.")
    numbers = [expect.real(local, "cada derivada local") for _, local in pairs]
    return expect.real(result, "el valor del nodo"), *(
        sum(n for (parent, _), n in zip(pairs, numbers, strict=True) if parent.label == label)
        for label in "ab"
    )


def _multiplied(a, b):
    return _Node(a.value * b.value, [(a, b.value), (b, a.value)])


def _linked(written):
    """Los nodos de una cinta escrita: de cada uno, las parejas (número del padre, derivada)."""
    nodes = []
    for parents in written:
        nodes.append(_Node(1.0, [(nodes[position], local) for position, local in parents]))
    return nodes


def _blames(tape, seed=1.0, keep=True, order=-1, local=True, blame=True):
    """Las culpas de una cinta, sin tocarla, bien o con una de las equivocaciones."""
    found = dict.fromkeys(tape, 0.0)
    found[tape[-1]] = seed
    for node in tape[::order]:
        for parent, slope in node.parents:
            share = (slope if local else 1.0) * (found[node] if blame else 1.0)
            found[parent] = found[parent] * keep + share
    return list(found.values())


_VALUES = ((2.0, -0.5), (3.0, 4.0), (-1.5, 0.25))
_TAPES = (
    # La de la lección: f = x·p + e^p, con p = x·y, en (2, −0.5).
    [[], [], [(0, -0.5), (1, 2.0)], [(0, -1.0), (2, 2.0)], [(2, 0.37)], [(3, 1.0), (4, 1.0)]],
    [[], [(0, 3.0)], [(1, -2.0)], [(2, 0.5)]],
    [[], [(0, 3.0), (0, 3.0)]],
    # Con un nodo que no lleva al último, y otro del que salen tres.
    [[], [], [(0, 2.0)], [(0, 5.0), (1, 4.0)], [(2, -1.5), (0, 0.5), (2, 3.0)]],
    [[]],
)


@exercise(
    "8.6.3",
    hints=(
        "En la suma, las derivadas locales son 1 y 1. En el producto, la de `a` es `b.value`: "
        "`Node(a.value * b.value, [(a, b.value), (b, a.value)])`.",
        "Hacia atrás, la culpa empieza al final, `cinta[-1].grad = 1.0`, y la lista se recorre con "
        "`cinta[::-1]`. Por cada pareja de sus padres, se suma al grad del padre la derivada local "
        "por el grad del nodo.",
        "En la segunda:\n"
        "`cinta[-1].grad = 1.0\n"
        "for nodo in cinta[::-1]:\n"
        "    for padre, parcial in nodo.parents:\n"
        "        padre.grad += parcial * nodo.grad\n"
        "return [nodo.grad for nodo in cinta]`",
    ),
    praise="Cuatro líneas: es la retropropagación de cualquier función.",
)
def check_tape(product, backwards):
    two = [(_Node(x, label="a"), _Node(y, label="b")) for x, y in _VALUES]
    expect.computes(
        product,
        "multiplicar",
        right=lambda a, b: _product(_multiplied(a, b), "multiplicar"),
        inputs=[*two, (two[0][0], two[0][0])],
        kind=_product,
        tolerance=1e-9,
        mistakes=(
            (
                lambda a, b: _Node(a.value * b.value, [(a, a.value), (b, b.value)]),
                "Las derivadas locales están cruzadas: lo que cambia el producto si se mueve a es "
                "el valor de b.",
            ),
            (
                lambda a, b: _Node(a.value * b.value, [(a, 1.0), (b, 1.0)]),
                "Esas son las derivadas locales de la suma: en el producto, la de a es el valor de "
                "b, y la de b, el de a.",
            ),
            (
                lambda a, b: _Node(a.value + b.value, [(a, b.value), (b, a.value)]),
                "El valor es el producto, y apuntas la suma.",
            ),
            (
                lambda a, b: _Node(a.value * b.value, [(a, b.value)]),
                lambda a, b: _Node(a.value * b.value, [(b, a.value)]),
                "Falta un padre: los dos números pueden moverse.",
            ),
            (
                lambda a, b: _Node(a.value * b.value, [(a, 0.0), (b, 0.0)]),
                "Tus derivadas locales valen 0, como los grad antes de repartir la culpa: son los "
                "valores, con .value.",
            ),
        ),
        message="{call} no apunta lo pedido: el valor es el producto; la derivada local de a, el "
        "valor de b, y la de b, el de a.",
    )
    expect.computes(
        backwards,
        "hacia_atras",
        right=_blames,
        inputs=[(_linked(tape),) for tape in _TAPES],
        kind=_listed,
        tolerance=1e-9,
        mistakes=(
            (
                lambda tape: [0.0] * len(tape),
                "Toda la culpa se queda en 0: empieza por poner a 1 el grad del último nodo.",
            ),
            (
                lambda tape: _blames(tape)[::-1],
                "Las culpas van en el orden de la cinta, del primer nodo al último.",
            ),
            (
                lambda tape: _blames(tape, keep=False),
                "Con = solo queda la culpa del último hijo que se miró: un padre puede tener "
                "varios, y sus culpas se suman, con +=.",
            ),
            (
                lambda tape: _blames(tape, order=1),
                "La culpa no pasa de los padres del último nodo. ¿Recorres la cinta del primero al "
                "último? Va al revés. ¿O está el return dentro del for?",
            ),
            (
                lambda tape: _blames(tape, local=False),
                "Falta la derivada local: a cada padre le toca la culpa del nodo por ella.",
            ),
            (
                lambda tape: _blames(tape, blame=False),
                "Falta la culpa del nodo: a cada padre le toca esa culpa por su derivada local.",
            ),
            (
                lambda tape: [0.0] * (len(tape) - 1) + [1.0],
                "La culpa no sale del último nodo: hay que repartirla entre sus padres, y los "
                "padres de estos.",
            ),
            (
                lambda tape: None,
                "Falta devolver la lista de los grad, en el orden de la cinta.",
            ),
        ),
        message="Las culpas no son las pedidas: el último nodo tiene 1, y cada padre suma, de cada "
        "hijo, su culpa por la derivada local.",
        unchanged="Tu función cambia la lista que recibe: recórrela al revés, con cinta[::-1], sin "
        "moverla.",
    )


@functools.cache
def _networks():
    """Dos redes pequeñas que no saben nada, y qué imagen recibe cada una."""
    import keras

    made = []
    for seed, shape, hidden, classes in ((4, (5, 7), 6, 3), (7, (4, 3), 4, 5)):
        dense = functools.partial(keras.layers.Dense, kernel_initializer=_drawn(seed))
        network = keras.Sequential(
            [
                keras.Input(shape),
                keras.layers.Flatten(),
                dense(hidden, activation="tanh"),
                dense(classes),
            ]
        )
        image = np.random.default_rng(seed).uniform(0, 1, shape).astype("float32")
        winner = int(np.argmax(network(image[np.newaxis])))
        # Primero, las que no son ni la que gana ni la 0; y la que gana no es la 0.
        others = [label for label in range(1, classes) if label != winner]
        made.append((network, image, (*others, winner, 0)))
    return made


def _drawn(seed):
    import keras

    return keras.initializers.RandomNormal(stddev=0.6, seed=seed)


def _slopes(score):
    """El gradiente, respecto de la imagen, de lo que ``score`` saque de los puntos."""

    def computed(network, image, label):
        import tensorflow as tf

        pixels = tf.constant(image)
        with tf.GradientTape() as tape:
            tape.watch(pixels)
            value = score(tf, network(pixels[tf.newaxis])[0], label)
        return tape.gradient(value, pixels).numpy()

    return computed


def _own(tf, scores, label):
    return scores[label]


@exercise(
    "8.6.4",
    hints=(
        "La imagen no es una variable: `pixeles = tf.constant(imagen)` y, dentro de la cinta, hay "
        "que pedirle que la vigile.",
        "Los puntos de la clase son `red(pixeles[tf.newaxis])[0, clase]`; el gradiente se pide "
        "respecto de `pixeles`, y se le quita el signo con `np.abs(…)`.",
        "\n`pixeles = tf.constant(imagen)\n"
        "with tf.GradientTape() as cinta:\n"
        "    cinta.watch(pixeles)\n"
        "    puntos = red(pixeles[tf.newaxis])[0, clase]\n"
        "return np.abs(cinta.gradient(puntos, pixeles))`",
    ),
    praise="La misma cinta, preguntando por los píxeles y no por los pesos.",
)
def check_saliency(function):
    with contextlib.ExitStack() as stack:
        stack.push(_explain_lost)
        _check_saliency(function)


# Lo que dice Python, y lo que pasa.
_LOST = (
    (
        "abs(): 'NoneType'",
        "El gradiente es None: de los píxeles a los puntos no hay camino en la cinta. Vigílalos "
        "con `cinta.watch(pixeles)`, dentro del with y antes de llamar a la red, y dale a la red "
        "esos mismos píxeles.",
    ),
    (
        "out of bounds",
        "La red da una fila de puntos por imagen, y el lote es de una: la primera fila, y de ella, "
        "`clase`: [0, clase].",
    ),
    (
        "no attribute '_id'",
        "La cinta no ve lo que pasa por NumPy: los puntos son `red(…)`, sin predict ni .numpy().",
    ),
)


def _explain_lost(kind, mistake, traceback):
    """Si la función se detuvo con uno de esos errores, lo dice con sus palabras."""
    python = str(getattr(mistake, "__cause__", None))
    for piece, message in _LOST:
        if piece in python:
            expect.wrong(message)


def _check_saliency(function):
    def absolute(score):
        return lambda *arguments: np.abs(_slopes(score)(*arguments))

    expect.computes(
        function,
        "sensibilidad",
        right=absolute(_own),
        inputs=[
            (network, image, label) for network, image, labels in _networks() for label in labels
        ],
        kind=expect.array,
        tolerance=1e-5,
        mistakes=(
            (
                _slopes(_own),
                "Falta quitar el signo: se pide el valor absoluto del gradiente.",
            ),
            (
                absolute(lambda tf, scores, label: tf.reduce_sum(scores)),
                "Derivas la suma de los puntos de todas las clases: se pide la de `clase`.",
            ),
            (
                absolute(lambda tf, scores, label: tf.nn.softmax(scores)[label]),
                "Derivas la probabilidad: se piden los puntos, sin softmax.",
            ),
            (
                absolute(lambda tf, scores, label: scores[int(tf.argmax(scores))]),
                "Derivas los puntos de la clase que gana: se piden los de `clase`.",
            ),
            (
                absolute(lambda tf, scores, label: scores[0]),
                "Derivas los puntos de la clase 0: se piden los de `clase`.",
            ),
            (
                lambda *arguments: (
                    np.abs(_slopes(_own)(*arguments)) / np.abs(_slopes(_own)(*arguments)).max()
                ),
                "Has dividido entre el mayor: se pide el gradiente sin signo, tal cual.",
            ),
            (
                lambda *arguments: _slopes(_own)(*arguments) ** 2,
                "Has elevado el gradiente al cuadrado: se pide su valor absoluto.",
            ),
        ),
        message="{name} no es el valor absoluto del gradiente de los puntos de `clase` respecto de "
        "los píxeles.",
    )


_ARRIVING = np.array([0.3, -2.0, 1.4, 0.0, 5.5], "float32")


def _after(function, name):
    """Exige una función de la culpa, y devuelve lo que hace con una que llega."""
    import tensorflow as tf

    if not callable(function):
        expect.wrong(
            "Lo segundo que se devuelve es una función, no un valor: recibe la culpa que llega y "
            "da la que sigue."
        )
    passed = expect.call(function, tf.constant(_ARRIVING))
    if isinstance(passed, (list, tuple)) and len(passed) == 1:
        passed = passed[0]  # TensorFlow admite una lista, con la culpa de cada entrada
    if isinstance(passed, (int, float)):  # siempre el mismo número, llegue lo que llegue
        passed = np.full_like(_ARRIVING, passed)
    return expect.numeric(passed, f"lo que devuelve {name}")


@exercise(
    "8.6.5",
    hints=(
        "El valor es `tf.round(z)`. La otra cosa es una función; la más corta, con `lambda`.",
        "La culpa sigue tal como llega: `lambda llega: llega`. Se devuelven las dos: "
        "`return tf.round(z), lambda llega: llega`.",
    ),
    praise="Hacia delante, una escalera; hacia atrás, una rampa.",
)
def check_straight_through(function):
    import tensorflow as tf

    def through(z):
        return z

    expect.computes(
        function,
        "paso_directo",
        right=lambda z: (np.round(z), _ARRIVING),
        inputs=[
            (tf.constant(z),) for z in ([-1.7, -0.2, 0.4, 0.6, 2.3], [3.6, 0.1, -0.6, -2.2, 7.7])
        ],
        returns="valor, culpa",
        kind=(functools.partial(expect.array, dtype=np.floating), _after),
        mistakes=(
            (
                lambda z: (tf.round(z), lambda arriving: 0 * arriving),
                "Tu función de la culpa la deja en 0, la pendiente de verdad de la escalera: el "
                "truco es dejarla pasar.",
            ),
            (
                lambda z: (z, through),
                "Hacia delante falta redondear: tf.round(z).",
            ),
            (
                lambda z: (tf.round(z), tf.round),
                "Redondeas también la culpa: sigue tal como llega.",
            ),
            (
                lambda z: (tf.round(z), tf.ones_like),
                "Devuelves siempre 1, y se pierde la culpa que llega: es la que debe seguir.",
            ),
            (
                lambda z: (tf.round(z), lambda arriving: arriving * z),
                lambda z: (tf.round(z), lambda arriving: arriving * tf.round(z)),
                "Multiplicas la culpa por z: sigue tal como llega.",
            ),
            (
                lambda z: (tf.floor(z), through),
                lambda z: (tf.math.ceil(z), through),
                lambda z: (tf.cast(tf.cast(z, tf.int32), tf.float32), through),
                "Se redondea al entero más cercano, con tf.round.",
            ),
        ),
        message="{name} no es lo pedido: el valor es tf.round(z), y la culpa sigue tal como llega.",
    )


class _Loss:
    """Una pérdida hecha con sumas y productos, y su gradiente, escrito a mano."""

    def __init__(self, name, formula, gradient):
        self.__name__, self._formula, self.gradient = name, formula, gradient

    def __call__(self, *weights):
        return self._formula(weights)

    def __repr__(self):
        return self.__name__


_LOSSES = (
    _Loss(
        "perdida",
        lambda w: w[0] * w[1] * 2.0 + w[2] * w[2] + w[0],
        lambda w: np.array([2 * w[1] + 1, 2 * w[0], 2 * w[2]]),
    ),
    _Loss(
        "perdida",
        lambda w: (w[0] * 3.0 + -1.0) * (w[0] * 3.0 + -1.0),
        lambda w: np.array([6 * (3 * w[0] - 1)]),
    ),
    _Loss(
        "perdida",
        lambda w: w[3] * w[1] * w[1] + w[0] * 0.5 + w[4] * w[0] * w[1],
        lambda w: np.array(
            [0.5 + w[4] * w[1], 2 * w[3] * w[1] + w[4] * w[0], 0, w[1] ** 2, w[0] * w[1]]
        ),
    ),
)


def _step(loss, weights, rate):
    return np.array(weights) - rate * loss.gradient(weights)


@exercise(
    "8.6.6",
    hints=(
        "Las derivadas, de una vez: `pendientes = gradients(perdida, pesos)`.",
        "Cada peso, menos tasa por la suya:\n"
        "`pendientes = gradients(perdida, pesos)\n"
        "return [peso - tasa * pendiente\n"
        "        for peso, pendiente in zip(pesos, pendientes)]`",
    ),
    praise="Un paso de entrenamiento, sin TensorFlow.",
)
def check_step(function):
    expect.computes(
        function,
        "un_paso",
        right=_step,
        inputs=[
            (_LOSSES[0], [0.5, -1.5, 2.0], 0.1),
            (_LOSSES[1], [0.7], 0.03),
            (_LOSSES[2], [1.0, -2.0, 0.3, 0.8, -1.1], 0.5),
            (_LOSSES[0], [-0.4, 0.9, 0.0], 0.25),
        ],
        kind=_listed,
        tolerance=1e-9,
        mistakes=(
            (
                lambda loss, weights, rate: _step(loss, weights, -rate),
                "Sumas el gradiente: así la pérdida sube. Se resta.",
            ),
            (
                lambda loss, weights, rate: _step(loss, weights, 1),
                "Falta la tasa: a cada peso se le resta tasa por su gradiente.",
            ),
            (
                lambda loss, weights, rate: np.array(weights),
                "Los pesos no se mueven: a cada uno se le resta tasa por su gradiente.",
            ),
            (
                lambda loss, weights, rate: loss.gradient(weights),
                "Devuelves el gradiente: se piden los pesos nuevos.",
            ),
            (
                lambda loss, weights, rate: rate * loss.gradient(weights),
                lambda loss, weights, rate: -rate * loss.gradient(weights),
                "Devuelves lo que se mueve cada peso: se piden los pesos nuevos.",
            ),
        ),
        message="{name} no es el paso pedido: cada peso, menos tasa por su gradiente.",
    )


quiz(
    "8.6.A1",
    correct="b",
    why="Sí: es el error de redondeo, la rama izquierda de la U.",
    wrong={
        "a": "Eso pasa cuando h es grande: es el error de truncamiento, la otra rama de la U.",
        "c": "Con un solo lado la cuerda se separa antes, y el redondeo sigue ahí.",
    },
    hint="Mira qué rama de la U corresponde a los pasos más pequeños.",
)
quiz(
    "8.6.A2",
    correct="c",
    why="Sí: hacia delante cuenta las entradas, y hacia atrás, las salidas.",
    wrong={
        "a": "Una pasada hacia atrás parte de **una** salida: con mil harían falta mil.",
        "b": "Exactas son las dos, pero no hacen las mismas pasadas.",
        "d": "Hace falta ejecutar la función dos veces, y el resultado no es exacto.",
    },
    hint="¿Qué se elige al empezar una pasada hacia delante? ¿Y una hacia atrás?",
)
quiz(
    "8.6.A3",
    correct="b",
    why="Sí: solo quedaría una de las culpas que le llegan. Por eso se suman.",
    wrong={
        "a": "Si cada nodo se usa una sola vez, da lo mismo = que +=: por eso es un fallo difícil "
        "de ver.",
        "c": "El número de nodos no importa: importa cuántas veces se usa cada uno.",
        "d": "Se recorre una vez, pero a un padre se llega tantas veces como se usó.",
    },
    hint="En la cinta impresa, ¿a qué nodos les llegaba culpa por dos caminos?",
)
quiz(
    "8.6.A4",
    correct="a",
    why="Sí: ni aproxima ni busca fórmulas. Por eso deriva también ciclos y condiciones.",
    wrong={
        "b": "Eso son las diferencias finitas: su error era mil veces mayor, o más.",
        "c": "No ve fórmulas: solo los números que pasan por cada operación.",
    },
    hint="¿Qué guarda un dual? ¿Y un nodo de la cinta?",
)
