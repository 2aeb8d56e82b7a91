"""Comprobaciones de 5.1, la convolución."""

import math

import numpy as np

from ..datasets import load_fashion_mnist
from . import expect
from .core import exercise, quiz


def _windows(image, shape):
    return np.lib.stride_tricks.sliding_window_view(image, shape)


def _correlate(image, kernel):
    return (_windows(image, kernel.shape) * kernel).sum(axis=(2, 3))


def _pooled(image, side, step=None, summary=np.max):
    step = step or side
    return summary(_windows(image, (side, side))[::step, ::step], axis=(2, 3))


def _numeric(value, name):
    """Un array de números reales y finitos, o el error que lo explica."""
    value = expect.array(value, name)
    expect.wrong_when(
        value.dtype.kind not in "iuf" or not np.isfinite(value).all(),
        f"{name} debe contener números corrientes, sin nan ni infinitos.",
    )
    return value


def _same(value, expected):
    return value.shape == expected.shape and np.allclose(value, expected, rtol=1e-6, atol=1e-6)


def _keras_difference(layer, image, result):
    """Cuánto se separa un resultado de lo que da esa capa de Keras ante la misma imagen."""
    pixels = image.astype("float32")[np.newaxis, :, :, np.newaxis]
    return np.abs(np.asarray(layer(pixels))[0, :, :, 0] - result).max()


def _versus_keras(differences, layer):
    close = "sí" if max(differences) < 1e-5 else "no"
    return (
        f"Comparada con la capa {layer} de Keras en {len(differences)} imágenes, ¿difiere en menos "
        f"de 1e-5 en todas?: {close}."
    )


# --- 5.1.1: la convolución ---------------------------------------------------------------------

IMAGE = np.array(
    [[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]]
)
KERNEL = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]])
_CONV2D = "lo que devuelve conv2d"


@exercise(
    "5.1.1",
    hints=(
        "Parte de los dos ciclos de arriba: lo que allí son treses depende de las dos formas.",
        "La ventana cabe en imagen.shape[0] - alto + 1 sitios a lo alto, y lo mismo a lo ancho.",
        "Crea resultado = np.zeros((filas, columnas)); en cada sitio, "
        "ventana = imagen[fila:fila + alto, columna:columna + ancho] y "
        "resultado[fila, columna] = (ventana * nucleo).sum().",
    ),
    praise="Esta suma de productos es todo lo que hace una capa convolucional en cada sitio.",
)
def check_conv2d(function):
    expect.function(function, "conv2d")
    rng, differences = np.random.default_rng(51), []
    cases = [(IMAGE, KERNEL)]
    for image_shape, kernel_shape in (((7, 7), (3, 3)), ((6, 9), (2, 4)), ((4, 5), (4, 1))):
        cases.append((rng.random(image_shape), rng.normal(size=kernel_shape)))
    for image, kernel in cases:
        expected = _correlate(image, kernel)
        before = image.copy()
        result = _numeric(expect.call(function, image.copy(), kernel.copy()), _CONV2D)
        case = f"Con una imagen de {image.shape} y un núcleo de {kernel.shape}"
        expect.wrong_when(
            result.shape == before.shape != expected.shape,
            f"{case}, el resultado tiene el tamaño de la imagen. Aquí no hay relleno: la ventana "
            f"no puede salirse, y el resultado debe tener forma {expected.shape}.",
        )
        smaller = tuple(side - 1 for side in expected.shape)
        expect.wrong_when(
            result.shape == smaller,
            f"{case}, te falta la última fila y la última columna: el lado es n − k + 1, no n − k.",
        )
        expect.wrong_when(
            result.shape != expected.shape,
            f"{case}, el resultado debe tener forma {expected.shape} y tiene {result.shape}. "
            "Calcula las dos dimensiones a partir de imagen.shape y nucleo.shape.",
        )
        expect.wrong_when(
            _same(result, _correlate(image, np.flip(kernel))) and not _same(result, expected),
            "Estás girando el núcleo media vuelta antes de multiplicar (¿usaste convolve2d?). "
            "Multiplica cada píxel por el número que tiene encima, sin girar nada.",
        )
        expect.wrong_when(
            _same(result, np.trunc(expected)) and not _same(result, expected),
            f"{case}, el resultado pierde los decimales: crea el array con np.zeros((…)), sin "
            "dtype=int.",
        )
        expect.wrong_when(
            not _same(result, expected),
            f"{case}, la forma es correcta pero los números no. En cada sitio: la ventana por el "
            "núcleo, casilla por casilla (*, no @), y .sum().",
        )
        differences.append(_keras_difference(_conv_layer(kernel), image, result))
    return _versus_keras(differences, "Conv2D")


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
        "np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]])",
    ),
    praise="Resta filas: calla en lo liso y en los bordes verticales, y ve los horizontales.",
)
def check_horizontal_kernel(kernel):
    kernel = _numeric(kernel, "nucleo_horizontal")
    expect.wrong_when(
        kernel.shape != (3, 3),
        f"nucleo_horizontal debe tener forma (3, 3) y tiene {kernel.shape}.",
    )
    scale = np.abs(kernel).max()
    expect.wrong_when(scale == 0, "Un núcleo de ceros no responde a nada: todo saldría 0.")
    kernel = kernel / scale  # así un núcleo de números grandes se juzga igual
    expect.wrong_when(
        abs(kernel.sum()) > 1e-6,
        "En una zona lisa tu núcleo no da 0. Haz que la suma de sus nueve números sea 0.",
    )
    sees_vertical = np.abs(kernel.sum(axis=0)).max() > 1e-6
    sees_horizontal = np.abs(kernel.sum(axis=1)).max() > 1e-6
    expect.wrong_when(
        sees_vertical and not sees_horizontal,
        "Ese detecta bordes verticales: resta columnas. Para los horizontales hay que restar filas "
        "(la de abajo menos la de arriba, o al revés).",
    )
    expect.wrong_when(
        sees_vertical,
        "Responde también a los bordes verticales. Para que ahí dé 0, cada columna del núcleo debe "
        "sumar 0.",
    )
    expect.wrong_when(
        not sees_horizontal,
        "Calla en lo liso y en los bordes verticales, pero también en los horizontales: alguna "
        "fila debe tener una suma distinta de 0.",
    )


# --- 5.1.3: el tamaño de la salida -------------------------------------------------------------


@exercise(
    "5.1.3",
    hints=(
        "Es la fórmula de arriba, tal cual. Redondear hacia abajo, en Python, es la división //.",
        "Los paréntesis cuentan: primero n + 2 * p - k, después la división, y al final el + 1.",
        "return (n + 2 * p - k) // s + 1",
    ),
    praise="Con esta función sabes la forma de cada capa antes de construirla.",
)
def check_output_size(function):
    import keras

    expect.function(function, "tamano_salida")
    cases = [(28, 3, 0, 1), (28, 5, 2, 1), (28, 3, 0, 2), (28, 5, 1, 3)]
    cases += [
        (n, k, p, s) for n in (5, 12, 31) for k in (1, 2, 4) for p in (0, 1) for s in (1, 2, 3)
    ]
    no_start = "te falta sumar 1, la posición inicial de la ventana."
    misplaced = "el + 1 va después de dividir, no antes: revisa los paréntesis."
    for n, k, p, s in cases:
        case = f"tamano_salida({n}, {k}, {p}, {s})"
        result = expect.number(expect.call(function, n, k, p, s), case)
        room = n + 2 * p - k
        layer = keras.layers.Conv2D(1, k, strides=s)
        right = layer.compute_output_shape((None, n + 2 * p, n + 2 * p, 1))[1]
        mistakes = (
            (room // s, no_start if s == 1 else misplaced),
            ((n + p - k) // s + 1, "el marco se añade por los dos lados: es 2 * p."),
            (
                room / s + 1,
                "no hay fracciones de casilla: divide con //, que redondea hacia abajo.",
            ),
            (math.ceil(room / s) + 1, "redondeas hacia arriba; si no cabe un paso, no se da."),
            (room + 1, "no has dividido entre el paso, s."),
        )
        for value, message in mistakes:
            expect.wrong_when(value != right and result == value, f"{case}: {message}")
        expect.wrong_when(result != right, f"{case} dio {expect.shown(result)} y Keras da {right}.")
    return f"Coincide con Keras en los {len(cases)} casos."


# --- 5.1.4: la agrupación ----------------------------------------------------------------------

POOL_IMAGE = np.array([[7, 3, 5, 2], [8, 7, 1, 6], [4, 9, 3, 9], [0, 8, 4, 5]])
_MAX_POOL = "lo que devuelve max_pool"


@exercise(
    "5.1.4",
    hints=(
        "Se parece a conv2d: dos ciclos, pero la ventana avanza de lado en lado y se toma .max().",
        "El resultado tiene imagen.shape[0] // lado filas; el cuadrito empieza en fila * lado.",
        "cuadrito = imagen[fila * lado:(fila + 1) * lado, columna * lado:(columna + 1) * lado] y "
        "resultado[fila, columna] = cuadrito.max()",
    ),
    praise="Queda lo más intenso de cada cuadrito, con muchos menos números que mover.",
)
def check_max_pool(function):
    import keras

    expect.function(function, "max_pool")
    rng, differences = np.random.default_rng(51), []
    cases = [(POOL_IMAGE, 2), (rng.random((6, 9)), 3), (rng.random((5, 7)), 2)]
    cases.append((-1 - rng.random((4, 6)), 2))  # todo negativo, como antes de ReLU
    for image, side in cases:
        expected = _pooled(image, side)
        result = _numeric(expect.call(function, image.copy(), side), _MAX_POOL)
        case = f"Con una imagen de {image.shape} y lado {side}"
        expect.wrong_when(
            result.shape == _pooled(image, side, step=1).shape,
            f"{case}, la ventana avanza de uno en uno y los cuadritos se solapan. Debe saltar de "
            f"{side} en {side}.",
        )
        leftover = tuple(-(-length // side) for length in image.shape)
        expect.wrong_when(
            result.shape == leftover != expected.shape,
            f"{case}, sobran filas o columnas que no llenan un cuadrito: descártalas (con //).",
        )
        expect.wrong_when(
            result.shape != expected.shape,
            f"{case}, el resultado debe tener forma {expected.shape} y tiene {result.shape}.",
        )
        expect.wrong_when(
            _same(result, _pooled(image, side, summary=np.mean)),
            "Eso es la media de cada cuadrito (existe, y se llama average pooling): aquí se pide "
            "el máximo.",
        )
        expect.wrong_when(
            _same(result, _pooled(image, side, summary=np.min)),
            "Eso es el menor de cada cuadrito: se pide el mayor.",
        )
        expect.wrong_when(
            (image < 0).all() and _same(result, np.zeros(expected.shape)),
            "Si todo el cuadrito es negativo, tu función devuelve 0, que no está en él: ¿comparas "
            "empezando por 0?",
        )
        expect.wrong_when(
            not _same(result, expected),
            f"{case}, la forma es correcta pero los números no. ¿Empieza cada cuadrito en "
            "fila * lado y columna * lado?",
        )
        differences.append(_keras_difference(keras.layers.MaxPooling2D(side), image, result))
    return _versus_keras(differences, "MaxPooling2D")


# --- 5.1.5: los parámetros ---------------------------------------------------------------------


@exercise(
    "5.1.5",
    hints=(
        "¿Cuántos números tiene un solo núcleo? Abarca todos los canales de la entrada.",
        "Cada filtro: lado * lado * canales pesos y un sesgo.",
        "return (lado * lado * canales + 1) * filtros",
    ),
    praise="En esa cuenta no aparece el tamaño de la imagen: ahí está el ahorro.",
)
def check_parameters(function):
    expect.function(function, "parametros_conv")
    for side, channels, filters in ((5, 3, 16), (3, 1, 8), (1, 4, 2), (3, 16, 32)):
        weights = side * side * channels * filters
        case = f"parametros_conv({side}, {channels}, {filters})"
        result = expect.number(expect.call(function, side, channels, filters), case)
        right = weights + filters
        mistakes = (
            (weights, "faltan los sesgos, uno por filtro."),
            (weights + 1, "hay un sesgo por filtro, no uno para toda la capa."),
            (weights + channels, "hay un sesgo por filtro, no uno por canal de entrada."),
            (weights + channels * filters, "un filtro tiene un solo sesgo, no uno por canal."),
            (
                side * side * filters + filters,
                "cada filtro abarca todos los canales de la entrada: faltan los canales.",
            ),
            (side * channels * filters + filters, "el núcleo es de lado × lado, no de lado."),
            (side * side * channels + 1, "eso es un solo filtro; multiplica por cuántos hay."),
        )
        for value, message in mistakes:
            expect.wrong_when(value != right and result == value, f"{case}: {message}")
        expect.wrong_when(
            result != right,
            f"{case} dio {expect.shown(result)} y son {right}. Cuenta los pesos de un filtro, "
            "súmale su sesgo y multiplica por los filtros.",
        )


# --- 5.1.6: el giro ----------------------------------------------------------------------------

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


def _verdicts(turn):
    return [np.array_equal(kernel, turn(kernel)) for kernel in _KERNELS]


@exercise(
    "5.1.6",
    hints=(
        "np.flip(nucleo) lo gira media vuelta: invierte las filas y las columnas.",
        "nucleo == np.flip(nucleo) compara casilla por casilla; hace falta un solo veredicto.",
        "return np.array_equal(nucleo, np.flip(nucleo))",
    ),
    praise="Si da True, ese ejemplo no puede distinguir una convolución de una correlación.",
)
def check_invisible_turn(function):
    expect.function(function, "giro_invisible")
    answers = []
    for kernel in _KERNELS:
        answer = expect.call(function, kernel.copy())
        expect.wrong_when(
            isinstance(answer, np.ndarray) and answer.size > 1,
            "Devuelve un array, casilla por casilla: resúmelo en un solo True o False "
            "(con .all() o np.array_equal).",
        )
        expect.wrong_when(
            not isinstance(answer, bool | np.bool_),
            "giro_invisible debe devolver True o False.",
        )
        answers.append(bool(answer))
    right = _verdicts(np.flip)
    for turn, message in (
        (np.fliplr, "Solo inviertes las columnas. Media vuelta invierte también las filas."),
        (np.flipud, "Solo inviertes las filas. Media vuelta invierte también las columnas."),
        (np.transpose, "Eso es transponer (filas por columnas), que no es girar media vuelta."),
        (np.rot90, "np.rot90 gira un cuarto de vuelta; media vuelta son dos."),
    ):
        expect.wrong_when(answers == _verdicts(turn), message)
    expect.wrong_when(
        answers == [not verdict for verdict in right],
        "Está al revés: True cuando el núcleo girado es igual al original.",
    )
    for kernel, answer, verdict in zip(_KERNELS, answers, right, strict=True):
        expect.wrong_when(
            answer != verdict, f"Con el núcleo {kernel.tolist()} debe dar {verdict} y dio {answer}."
        )


# --- 5.1.7: un bloque --------------------------------------------------------------------------


@exercise(
    "5.1.7",
    hints=(
        "Son cuatro operaciones seguidas; cada una recibe lo que da la anterior.",
        "apply_kernel(imagen, nucleo) + sesgo es el mapa; np.maximum(mapa, 0) es ReLU.",
        "return pool(np.maximum(apply_kernel(imagen, nucleo) + sesgo, 0))",
    ),
    praise="Convolución, sesgo, ReLU y agrupación: el bloque que se repite en casi toda red "
    "convolucional.",
)
def check_block(function):
    expect.function(function, "bloque")
    rng = np.random.default_rng(51)
    for shape, bias in (((8, 8), -0.5), ((10, 12), 0.75), ((9, 7), 0)):
        image, kernel = rng.normal(size=shape), rng.normal(size=(3, 3))
        conv = _correlate(image, kernel)
        expected = _pooled(np.maximum(conv + bias, 0), 2)
        result = expect.call(function, image.copy(), kernel.copy(), bias)
        result = _numeric(result, "lo que devuelve bloque")
        expect.wrong_when(
            result.shape == conv.shape,
            "El mapa tiene el tamaño de antes de agrupar: falta la agrupación de 2 en 2.",
        )
        expect.wrong_when(
            result.shape != expected.shape,
            f"Con una imagen de {shape} y un núcleo de 3×3, el resultado debe tener forma "
            f"{expected.shape} y tiene {result.shape}.",
        )
        mistakes = (
            (_pooled(conv + bias, 2), "Quedan números negativos: falta ReLU, np.maximum(mapa, 0)."),
            (_pooled(np.maximum(conv, 0), 2), "Falta sumar el sesgo al mapa."),
            (
                _pooled(np.maximum(conv, 0), 2) + bias,
                "El sesgo se suma antes de ReLU; lo sumas después.",
            ),
            (
                _pooled(np.abs(conv + bias), 2),
                "Usas el valor absoluto. ReLU no cambia el signo: lo negativo pasa a 0.",
            ),
            (
                _pooled(np.maximum(_correlate(image, np.flip(kernel)) + bias, 0), 2),
                "El núcleo está girado media vuelta: usa apply_kernel, que no lo gira.",
            ),
        )
        for value, message in mistakes:
            expect.wrong_when(_same(result, value) and not _same(value, expected), message)
        expect.wrong_when(
            not _same(result, expected),
            "La forma es correcta, pero los números no. El orden: núcleo, sesgo, ReLU y "
            "agrupación.",
        )


# --- 5.1.8: las formas de una red --------------------------------------------------------------


@exercise(
    "5.1.8",
    hints=(
        "Un núcleo de 3×3 sin relleno quita 2 al lado; agrupar de 2 en 2 lo divide, hacia abajo.",
        "De 28 a 26, y de ahí a 13. Después, otra vez lo mismo. Lo que entra en Flatten son los "
        "mapas de la última capa: tantos como filtros tiene la segunda convolución.",
        "lados = [26, 13, 11, 5] y numeros = 5 * 5 * 32",
    ),
    praise="Los mapas se encogen y se multiplican: menos «dónde» y más «qué».",
)
def check_sizes(sides, numbers):
    sides = expect.instance(sides, list, "lados")
    expect.wrong_when(
        len(sides) != 4, f"lados debe tener 4 números, uno por capa, y tiene {len(sides)}."
    )
    sides = [expect.number(side, "cada elemento de lados") for side in sides]
    for value, message in (
        ([28, 14, 14, 7], "Eso saldría con padding='same'. Sin relleno, 3×3 quita 2 al lado."),
        ([27, 13, 12, 6], "Un núcleo de 3×3 quita 2 al lado, no 1: 28 − 3 + 1."),
        ([25, 12, 9, 4], "Falta el + 1: un núcleo de 3×3 quita 2 al lado, no 3."),
        ([26, 13, 11, 6], "11 no se reparte en cuadritos de 2: la fila que sobra se descarta."),
        ([26, 13, 11, 5.5], "No hay medias casillas: la agrupación redondea hacia abajo."),
        ([26, 25, 23, 22], "La agrupación avanza de 2 en 2: el lado queda en la mitad."),
    ):
        expect.wrong_when(sides == value, message)
    for layer, side, right in zip(range(1, 5), sides, (26, 13, 11, 5), strict=True):
        expect.wrong_when(
            side != right,
            f"El lado después de la capa {layer} no es {expect.shown(side)}. Aplica la fórmula "
            "capa a capa, cada una sobre el resultado de la anterior.",
        )
    numbers = expect.number(numbers, "numeros")
    for value, message in (
        (25, "Eso es un solo mapa de 5×5, y hay uno por filtro de la última convolución."),
        (400, "Has usado los 16 filtros de la primera; a Flatten le llegan los 32 de la segunda."),
        (
            12800,
            "No se multiplican 16 y 32: cada filtro de la segunda reúne los 16 canales en un mapa.",
        ),
        (160, "Los mapas son de 5×5, no de 5."),
    ):
        expect.wrong_when(numbers == value, message)
    expect.close(numbers, 800, "numeros")


# --- 5.1.9: un núcleo aprendido ----------------------------------------------------------------

LAPLACE = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])
_MAX_ERROR = 0.1  # la receta de la solución queda por debajo de 0.03 con cinco semillas


@exercise(
    "5.1.9",
    hints=(
        "El modelo: keras.Input((28, 28, 1)) y keras.layers.Conv2D(1, 3, use_bias=False).",
        'Compila con keras.optimizers.Adam(0.05) y loss="mse". Con lotes de 20, unas 20 épocas '
        "bastan.",
        "modelo.fit(x_noise, y_laplace, batch_size=20, epochs=20, verbose=0), y después "
        "nucleo_aprendido = modelo.get_weights()[0][:, :, 0, 0].",
    ),
    praise="Son los números del laplaciano: el píxel frente a sus cuatro vecinos. Nadie se los "
    "dio a la capa.",
)
def check_learned_kernel(kernel):
    kernel = _numeric(kernel, "nucleo_aprendido")
    expect.wrong_when(
        kernel.shape == (3, 3, 1, 1),
        "Los pesos de la capa tienen cuatro ejes, (3, 3, 1, 1): quédate con los dos primeros, "
        "[:, :, 0, 0].",
    )
    expect.wrong_when(
        kernel.shape != (3, 3),
        f"nucleo_aprendido debe tener forma (3, 3) y tiene {kernel.shape}.",
    )
    error = np.abs(kernel - LAPLACE).max()
    expect.wrong_when(
        np.abs(kernel + LAPLACE).max() < _MAX_ERROR,
        "Todos los signos están al revés: ¿aprendió a imitar −y_laplace?",
    )
    expect.wrong_when(
        error > 3,
        "El núcleo aún está muy lejos: ¿entrenaste el modelo (fit) antes de leer sus pesos?",
    )
    expect.wrong_when(
        error >= _MAX_ERROR,
        f"Va bien encaminado: el peso más alejado lo está en ≈ {error:.2f}, y se pide menos de "
        f"{_MAX_ERROR}. Prueba más épocas, o una tasa de aprendizaje de 0.05.",
    )
    garments = load_fashion_mnist()[1][0][:200] / 255
    gap = max(np.abs(_correlate(image, kernel - LAPLACE)).mean() for image in garments)
    return (
        f"Aprendido solo con ruido, ¿imita a laplace en 200 prendas, con un error medio menor que "
        f"0.1?: {'sí' if gap < 0.1 else 'no'}."
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
    why="Sí: un filtro abarca los 8 canales de la entrada. Los 16 dicen cuántos filtros hay, y por "
    "tanto cuántos mapas salen.",
    wrong={
        "b": "Eso bastaría con una entrada de un solo canal; esta tiene 8.",
        "c": "16 es cuántos filtros hay. La profundidad de cada uno la pone la entrada.",
        "d": "El tamaño de la imagen no interviene: los mismos pesos recorren todo el mapa.",
    },
    hint="Recuerda el núcleo de la foto en color: ¿por qué era de 3×3×3?",
)
quiz(
    "5.1.A3",
    correct="d",
    why="Sí: se llama compartir pesos. El mismo detector sirve arriba a la izquierda y abajo a la "
    "derecha.",
    wrong={
        "a": "Con padding='same' no reduce nada, y tiene los mismos parámetros.",
        "b": "Tiene un sesgo por filtro.",
        "c": "Los guarda igual que la densa, en float32.",
    },
    hint="Piensa en lo que tienen en común todas las casillas de un mapa.",
)
quiz(
    "5.1.A4",
    correct="b",
    why="Sí: el descenso de gradiente encontraría los mismos números, colocados al revés, y la "
    "salida sería la misma.",
    wrong={
        "a": "Un detector de bordes girado sigue detectando bordes; y además se aprende.",
        "c": "Girar un núcleo no añade números: los cambia de sitio.",
        "d": "Funcionaría con cualquiera: se aprendería el que, ya girado, va bien.",
    },
    hint="¿Quién elige los números del núcleo?",
)
