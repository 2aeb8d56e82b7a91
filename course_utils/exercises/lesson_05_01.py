"""Comprobaciones de la lección 5.1, la convolución."""

import math

import numpy as np

from . import expect
from .convolutions import correlate, keras_difference, versus_keras
from .core import exercise, quiz

# --- 5.1.1: la convolución ---------------------------------------------------------------------

IMAGE = np.array(
    [[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]]
)
KERNEL = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]])


@exercise(
    "5.1.1",
    hints=(
        "Parte de los dos ciclos de arriba: lo que allí son treses depende de las dos formas.",
        "Con `alto, ancho = nucleo.shape`, la ventana cabe en `imagen.shape[0] - alto + 1` sitios "
        "a lo alto, y lo mismo a lo ancho.",
        "\n`alto, ancho = nucleo.shape\n"
        "filas, columnas = imagen.shape[0] - alto + 1, imagen.shape[1] - ancho + 1\n"
        "resultado = np.zeros((filas, columnas))\n"
        "for fila in range(filas):\n"
        "    for columna in range(columnas):\n"
        "        ventana = imagen[fila:fila + alto, columna:columna + ancho]\n"
        "        resultado[fila, columna] = (ventana * nucleo).sum()\n"
        "return resultado`",
    ),
    praise="Esta suma de productos es lo que hace en cada sitio una capa convolucional sin sesgo.",
)
def check_conv2d(function):
    rng = np.random.default_rng(51)
    inputs = [(IMAGE, KERNEL)]
    for image_shape, kernel_shape in (((7, 7), (3, 3)), ((6, 9), (2, 4)), ((4, 5), (4, 1))):
        inputs.append((rng.random(image_shape), rng.normal(size=kernel_shape)))

    def case(image, kernel):
        return f"Con una imagen de {image.shape} y un núcleo de {kernel.shape}"

    def misshapen(result, expected, image, kernel):
        shape = expected.shape
        if result.shape == image.shape != shape:
            return (
                f"{case(image, kernel)}, el resultado tiene el tamaño de la imagen. Aquí no hay "
                f"relleno: la ventana no puede salirse, y el resultado debe tener forma {shape}."
            )
        if result.shape == tuple(side - 1 for side in shape):
            return (
                f"{case(image, kernel)}, te falta la última fila y la última columna: el lado es "
                "n − k + 1, no n − k."
            )
        if result.shape != shape:
            return (
                f"{case(image, kernel)}, el resultado debe tener forma {shape} y tiene "
                f"{result.shape}. Calcula las dos dimensiones a partir de imagen.shape y "
                "nucleo.shape."
            )
        return None

    results = expect.computes(
        function,
        "conv2d",
        right=correlate,
        inputs=inputs,
        kind=expect.numeric,
        misshapen=misshapen,
        message=lambda *arguments: (
            f"{case(*arguments)}, la forma es correcta pero los números no. "
            "En cada sitio: la ventana por el núcleo, casilla por casilla (*, no @), y .sum()."
        ),
        mistakes=(
            (
                lambda image, kernel: correlate(image, np.flip(kernel)),
                "Estás girando el núcleo media vuelta antes de multiplicar (como hace "
                "convolve2d). "
                "Multiplica cada píxel por el número que tiene encima, sin girar nada.",
            ),
            (
                lambda image, kernel: np.trunc(correlate(image, kernel)),
                lambda *arguments: (
                    f"{case(*arguments)}, el resultado pierde los decimales: crea "
                    "el array con np.zeros((…)), sin dtype=int."
                ),
            ),
        ),
    )
    return versus_keras(
        [
            keras_difference(_conv_layer(kernel), image, result)
            for (image, kernel), result in zip(inputs, results, strict=True)
        ],
        "Conv2D",
    )


def _conv_layer(kernel):
    """Una capa de Keras con ese núcleo puesto a mano."""
    import keras

    layer = keras.layers.Conv2D(1, kernel.shape, use_bias=False)
    layer.build((None, None, None, 1))
    layer.set_weights([kernel[:, :, np.newaxis, np.newaxis]])
    return layer


# --- 5.1.2: un núcleo diseñado -----------------------------------------------------------------


@exercise(
    "5.1.2",
    hints=(
        "El vertical resta la izquierda de la derecha. Aquí hay que restar lo de arriba de lo de "
        "abajo.",
        "En un borde vertical las filas de la imagen son iguales: cada columna del núcleo debe "
        "sumar 0.",
        "`np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]])`",
    ),
    praise="Resta filas: calla en lo liso y en los bordes verticales, y ve los horizontales.",
)
def check_horizontal_kernel(kernel):
    kernel = expect.numeric(kernel, "nucleo_horizontal")
    if kernel.shape != (3, 3):
        expect.wrong(f"nucleo_horizontal debe tener forma (3, 3) y tiene {kernel.shape}.")
    scale = np.abs(kernel).max()
    if scale == 0:
        expect.wrong("Un núcleo de ceros no responde a nada: todo saldría 0.")
    kernel = kernel / scale  # así un núcleo de números grandes se juzga igual
    if abs(kernel.sum()) > 1e-6:
        expect.wrong(
            "En una zona lisa tu núcleo no da 0. Haz que la suma de sus nueve números sea 0."
        )
    sees_vertical = np.abs(kernel.sum(axis=0)).max() > 1e-6
    sees_horizontal = np.abs(kernel.sum(axis=1)).max() > 1e-6
    if sees_vertical and not sees_horizontal:
        expect.wrong(
            "Ese detecta bordes verticales: resta columnas. Para los horizontales hay que restar "
            "filas (la de abajo menos la de arriba, o al revés)."
        )
    if sees_vertical:
        expect.wrong(
            "Responde también a los bordes verticales. Para que ahí dé 0, cada columna del núcleo "
            "debe sumar 0."
        )
    if not sees_horizontal:
        expect.wrong(
            "Calla en lo liso y en los bordes verticales, pero también en los horizontales: alguna "
            "fila debe tener una suma distinta de 0."
        )


# --- 5.1.3: el tamaño de la salida -------------------------------------------------------------


@exercise(
    "5.1.3",
    hints=(
        "Es la fórmula de arriba, tal cual. Redondear hacia abajo, en Python, es la división `//`.",
        "Los paréntesis cuentan: primero `n + 2 * p - k`, después la división, y al final el `+ "
        "1`.",
        "`return (n + 2 * p - k) // s + 1`",
    ),
    praise="Con esta función sabes la forma de cada capa antes de construirla.",
)
def check_output_size(function):
    import keras

    def according_to_keras(n, k, p, s):
        layer = keras.layers.Conv2D(1, k, strides=s)
        return layer.compute_output_shape((None, n + 2 * p, n + 2 * p, 1))[1]

    def no_start(n, k, p, s):
        if s == 1:
            return "{call}: te falta sumar 1, la posición inicial de la ventana."
        return "{call}: el + 1 va después de dividir, no antes: revisa los paréntesis."

    inputs = [(28, 3, 0, 1), (28, 5, 2, 1), (28, 3, 0, 2), (28, 5, 1, 3)]
    inputs += [
        (n, k, p, s) for n in (5, 12, 31) for k in (1, 2, 4) for p in (0, 1) for s in (1, 2, 3)
    ]
    expect.computes(
        function,
        "tamano_salida",
        right=according_to_keras,
        inputs=inputs,
        explain=lambda result, wanted, *_: (
            f"{{call}} dio {expect.shown(result)} y Keras da {wanted}."
        ),
        mistakes=(
            (
                lambda n, k, p, s: (n + 2 * p - k) // s,
                lambda n, k, p, s: (n + 2 * p - k + 1) // s,
                no_start,
            ),
            (
                lambda n, k, p, s: (n + p - k) // s + 1,
                "{call}: el marco se añade por los dos lados: es 2 * p.",
            ),
            (
                lambda n, k, p, s: (n + 2 * p - k) / s + 1,
                "{call}: no hay fracciones de casilla: divide con //, que redondea hacia abajo.",
            ),
            (
                lambda n, k, p, s: math.ceil((n + 2 * p - k) / s) + 1,
                "{call}: redondeas hacia arriba; si no cabe un paso, no se da.",
            ),
            (
                lambda n, k, p, s: n + 2 * p - k + 1,
                "{call}: no has dividido entre el paso, s.",
            ),
        ),
    )
    return f"Coincide con Keras en los {len(inputs)} casos."


# --- 5.1.4: el giro ----------------------------------------------------------------------------

_KERNELS = [
    KERNEL,
    np.array([[-1, 0, 1]] * 3),
    np.array([[1, 2, 3], [4, 5, 4], [3, 2, 1]]),
    np.array([[1, 0, 1], [0, 0, 0], [2, 0, 2]]),
    np.array([[1, 0, 2], [0, 0, 0], [1, 0, 2]]),
    np.array([[1, 2, 0], [2, 5, 3], [0, 3, 9]]),
    np.array([[1, 2, 2, 1]]),
    np.array([[0, 1, 0], [0, 0, 0], [0, -1, 0]]),
]


@exercise(
    "5.1.4",
    hints=(
        "`np.flip(nucleo)` lo gira media vuelta: invierte las filas y las columnas.",
        "`nucleo == np.flip(nucleo)` compara casilla por casilla; hace falta un solo veredicto.",
        "`return np.array_equal(nucleo, np.flip(nucleo))`",
    ),
    praise="Si da True, ese ejemplo no puede distinguir una convolución de una correlación.",
)
def check_invisible_turn(function):
    expect.function(function, "giro_invisible")

    def verdicts(turn):
        return [np.array_equal(kernel, turn(kernel)) for kernel in _KERNELS]

    def all_verdicts(kernels):
        answers = []
        for kernel in kernels:
            answer = expect.call(function, kernel.copy())
            if isinstance(answer, np.ndarray) and answer.size > 1:
                expect.wrong(
                    "Devuelve un array, casilla por casilla: resúmelo en un solo True o False "
                    "(con .all() o np.array_equal)."
                )
            if not isinstance(answer, bool | np.bool_):
                expect.wrong("giro_invisible debe devolver True o False.")
            answers.append(bool(answer))
        return answers

    answers, right = all_verdicts(_KERNELS), verdicts(np.flip)
    for turn, message in (
        (np.fliplr, "Solo inviertes las columnas. Media vuelta invierte también las filas."),
        (np.flipud, "Solo inviertes las filas. Media vuelta invierte también las columnas."),
        (np.transpose, "Eso es transponer (filas por columnas), que no es girar media vuelta."),
        (np.rot90, "np.rot90 gira un cuarto de vuelta; media vuelta son dos."),
    ):
        if answers == verdicts(turn):
            expect.wrong(message)
    if answers == [not verdict for verdict in right]:
        expect.wrong("Está al revés: True cuando el núcleo girado es igual al original.")
    for kernel, answer, verdict in zip(_KERNELS, answers, right, strict=True):
        if answer != verdict:
            expect.wrong(f"Con el núcleo {kernel.tolist()} debe dar {verdict} y dio {answer}.")


# --- 5.1.5: cuánto responde ---------------------------------------------------------------------


@exercise(
    "5.1.5",
    hints=(
        "El mapa sale de `apply_kernel(imagen, nucleo)`; falta resumirlo en un número.",
        "`mapa = apply_kernel(imagen, nucleo)` es el mapa; `np.abs(mapa)` cuenta igual los bordes "
        "de subida, que dan positivo, y los de bajada, negativo.",
        "`return np.abs(apply_kernel(imagen, nucleo)).mean()`",
    ),
    praise="Un número por imagen: cuánto hay en ella de lo que busca el núcleo.",
)
def check_strength(function):
    rng = np.random.default_rng(51)
    shapes = (((8, 8), (3, 3)), ((5, 9), (3, 3)), ((7, 4), (2, 4)), ((1, 6), (1, 3)))
    expect.computes(
        function,
        "fuerza",
        right=lambda image, kernel: np.abs(correlate(image, kernel)).mean(),
        inputs=[
            (rng.random(image) * 10, rng.normal(size=kernel) - 0.05) for image, kernel in shapes
        ],
        kind=expect.one_number,
        explain=lambda result, wanted, image, kernel: (
            f"Con una imagen de {image.shape} y un núcleo de {kernel.shape}, no es la media del "
            f"valor absoluto del mapa: llegó {expect.shown(result)}."
        ),
        mistakes=(
            (
                lambda image, kernel: correlate(image, kernel),
                lambda image, kernel: np.abs(correlate(image, kernel)),
                "Devuelve un mapa: falta resumirlo en un solo número, con .mean().",
            ),
            (
                lambda image, kernel: correlate(image, kernel).mean(),
                "Falta el valor absoluto: los bordes de subida y los de bajada se anulan.",
            ),
            (
                lambda image, kernel: abs(correlate(image, kernel).mean()),
                "El valor absoluto va antes que la media: casilla por casilla.",
            ),
            (
                lambda image, kernel: np.abs(correlate(image, kernel)).sum(),
                "Es la suma, y se pide la media: así una imagen grande no responde más por serlo.",
            ),
            (
                lambda image, kernel: np.abs(correlate(image, kernel)).max(),
                "Es la casilla que más responde, y se pide la media de todas.",
            ),
            (
                lambda image, kernel: np.abs(correlate(image, np.flip(kernel))).mean(),
                "El núcleo está girado media vuelta: usa apply_kernel, que no lo gira.",
            ),
        ),
    )


# --- 5.1.6: las más rayadas ---------------------------------------------------------------------


@exercise(
    "5.1.6",
    hints=(
        "Primero, cuánto le saca el horizontal al vertical en cada prenda: "
        "`diferencia = horizontales - verticales`.",
        "Con `diferencia = horizontales - verticales`, `np.argsort(-diferencia)` da las posiciones "
        "de mayor a menor.",
        "`return np.argsort(-(horizontales - verticales))[:cuantas]`",
    ),
    praise="Dos núcleos, una resta y un orden: un buscador sin entrenar nada.",
)
def check_most_striped(function):
    def made(seed, n, count):
        rng = np.random.default_rng(seed)
        return rng.random(n) * 300, rng.random(n) * 200, count

    def gap(h, v):
        return np.asarray(h) - np.asarray(v)

    expect.computes(
        function,
        "mas_rayadas",
        right=lambda h, v, n: np.argsort(-gap(h, v))[:n],
        inputs=[made(0, 12, 4), made(1, 7, 1), made(2, 9, 9), made(4, 30, 6)],
        kind=expect.row,
        misshapen=lambda result, wanted, h, v, n: (
            f"Con {len(h)} prendas y cuantas={n}, deben salir {n} posiciones y la forma es "
            f"{result.shape}."
        ),
        explain=lambda result, wanted, h, v, n: (
            f"Con {len(h)} prendas y cuantas={n}: se esperaba {expect.shown(wanted.tolist())} y "
            f"llegó {expect.shown(result.tolist())}."
        ),
        mistakes=(
            (
                lambda h, v, n: np.argsort(gap(h, v))[:n],
                "Son aquellas en las que el horizontal menos el vertical es menor: se piden las de "
                "mayor, de más a menos.",
            ),
            (
                lambda h, v, n: np.argsort(gap(h, v))[-n:],
                "Son esas, pero de menos a más: la primera debe ser la de mayor diferencia.",
            ),
            (
                lambda h, v, n: np.sort(gap(h, v))[::-1][:n],
                lambda h, v, n: np.sort(gap(h, v))[:n],
                "Son las diferencias, y se piden las posiciones de las prendas (argsort).",
            ),
            (
                lambda h, v, n: np.argsort(-np.asarray(h))[:n],
                "Miras solo el núcleo horizontal: hay que restarle lo que responde el vertical.",
            ),
            (
                lambda h, v, n: np.argsort(-np.abs(gap(h, v)))[:n],
                "Con el valor absoluto entran también las de rayas verticales.",
            ),
            (
                lambda h, v, n: np.argsort(-np.asarray(h) / np.asarray(v))[:n],
                "Divides una respuesta entre la otra, y se pide la resta.",
            ),
            (
                lambda h, v, n: np.argsort(-gap(h, v)),
                "Devuelve todas las prendas ordenadas: quédate con las primeras, tantas como diga "
                "cuantas.",
            ),
        ),
    )


# --- Autoevaluación ----------------------------------------------------------------------------

quiz(
    "5.1.A1",
    correct="c",
    why="Sí: 180 por cada número del núcleo, y todo sumado, es 180 por 0. Solo se ven los cambios.",
    wrong={
        "a": "Eso pasa cuando los números suman 1, como en el desenfoque.",
        "b": "Da igual cuántos números sean: si todos los píxeles valen lo mismo, solo importa la "
        "suma del núcleo.",
        "d": "El resultado no es un color: es la suma de los píxeles por el núcleo. Haz la cuenta.",
    },
    hint="Si todos los píxeles valen 180, puedes sacarlo como factor común.",
)
quiz(
    "5.1.A2",
    correct="a",
    why="Sí: (28 + 2·3 − 7) / 1 + 1 = 28. Con un núcleo de lado impar y paso 1, el marco que "
    "conserva el tamaño mide (k − 1) / 2.",
    wrong={
        "b": "Son 6 entre los dos lados: la fórmula suma 2p, y aquí p es lo de cada lado.",
        "c": "Con 7 por lado saldrían 36: (28 + 14 − 7) + 1.",
        "d": "Con 1 por lado saldrían 24: el marco depende del lado del núcleo.",
    },
    hint="Prueba tu `tamano_salida` con `n=28`, `k=7`, `s=1` y cada marco.",
)
quiz(
    "5.1.A3",
    correct="d",
    why="Sí: girado media vuelta, el −1 pasa a la derecha y el 1 a la izquierda: es el mismo "
    "núcleo con los signos cambiados, y cada casilla del mapa también.",
    wrong={
        "a": "Lo serían con un núcleo que el giro deja igual; a este lo cambia: prueba np.flip.",
        "b": "Media vuelta no acuesta el núcleo: las columnas siguen siendo columnas. Eso lo "
        "haría .T.",
        "c": "Gira el núcleo, no la imagen ni el mapa: cada casilla sigue en su sitio.",
    },
    hint="Escribe el núcleo vertical girado media vuelta y compáralo con el de antes.",
)
