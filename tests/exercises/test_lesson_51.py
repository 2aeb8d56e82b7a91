"""Contrato de los ejercicios de 5.1, la convolución."""

import functools
import math

import numpy as np
from contract import make_contract
from scipy.signal import convolve2d, correlate2d

from course_utils.exercises.lesson_51 import LAPLACE

VERTICAL = np.array([[-1, 0, 1]] * 3)


def windows(image, shape, step=1):
    return np.lib.stride_tricks.sliding_window_view(image, shape)[::step, ::step]


def conv2d(image, kernel):
    return (windows(image, kernel.shape) * kernel).sum(axis=(2, 3))


def conv2d_with_loops(image, kernel, *, short=0, dtype=float, only=None):
    height, width = only or kernel.shape
    rows, columns = image.shape[0] - height + 1 - short, image.shape[1] - width + 1 - short
    result = np.zeros((rows, columns), dtype=dtype)
    for row in range(rows):
        for column in range(columns):
            window = image[row : row + height, column : column + width]
            result[row, column] = (window * kernel).sum()
    return result


def pool(image, side, step=None):
    return windows(image, (side, side), step or side).max(axis=(2, 3))


def pool_with_loops(image, side, *, start=None):
    rows, columns = image.shape[0] // side, image.shape[1] // side
    result = np.zeros((rows, columns))
    for row in range(rows):
        for column in range(columns):
            block = image[row * side : (row + 1) * side, column * side : (column + 1) * side]
            result[row, column] = block.max() if start is None else max(start, block.max())
    return result


def pool_keeping_leftovers(image, side):
    rows, columns = (math.ceil(length / side) for length in image.shape)
    padding = [(0, rows * side - image.shape[0]), (0, columns * side - image.shape[1])]
    return pool(np.pad(image, padding, constant_values=-9), side)


def relu(values):
    return np.maximum(values, 0)


def block(image, kernel, bias):
    return pool(relu(conv2d(image, kernel) + bias), 2)


@functools.cache
def trained(epochs):
    """El núcleo que aprende una capa; con pocas épocas se queda a medias."""
    import keras
    from scipy.ndimage import laplace

    from course_utils.training import set_seed

    set_seed(42)
    x = np.random.default_rng(0).normal(size=(200, 28, 28, 1)).astype("float32")
    y = np.stack([laplace(picture[:, :, 0])[1:-1, 1:-1] for picture in x])[..., np.newaxis]
    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(1, 3, use_bias=False)])
    model.compile(keras.optimizers.Adam(0.05), loss="mse")
    model.fit(x, y, batch_size=20, epochs=epochs, verbose=0)
    return model.get_weights()[0]


def size(n, k, p, s):
    return (n + 2 * p - k) // s + 1


GOOD = {
    "5.1.1": [
        (conv2d,),
        (conv2d_with_loops,),
        (lambda x, w: correlate2d(x, w, mode="valid"),),
        (lambda x, w: convolve2d(x, np.flip(w), mode="valid"),),
    ],
    "5.1.2": [
        (VERTICAL.T,),
        (-VERTICAL.T / 3,),
        (np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),),
        (np.array([[0, 1, 0], [0, -1, 0], [0, 0, 0]]),),
        (np.array([[1000.1] * 3, [-500.05] * 3, [-500.05] * 3]),),
    ],
    "5.1.3": [
        (size,),
        (lambda n, k, p, s: math.floor((n + 2 * p - k) / s) + 1,),
        (lambda n, k, p, s: len(range(0, n + 2 * p - k + 1, s)),),
        (lambda n, k, p, s: np.floor((n + 2 * p - k) / s) + 1,),
    ],
    "5.1.4": [(pool,), (pool_with_loops,)],
    "5.1.5": [
        (lambda k, c, f: (k * k * c + 1) * f,),
        (lambda k, c, f: k**2 * c * f + f,),
    ],
    "5.1.6": [
        (lambda w: np.array_equal(w, np.flip(w)),),
        (lambda w: (w == w[::-1, ::-1]).all(),),
        (lambda w: bool(np.allclose(w, np.rot90(w, 2))),),
        (lambda w: w.ravel().tolist() == w.ravel().tolist()[::-1],),
    ],
    "5.1.7": [
        (block,),
        (lambda x, w, b: relu(pool(conv2d(x, w) + b, 2)),),  # ReLU y el máximo conmutan
        (lambda x, w, b: pool_with_loops(conv2d_with_loops(x, w) + b, 2).clip(0),),
    ],
    "5.1.8": [([26, 13, 11, 5], 800), ([26, 13, 11, np.int64(5)], np.int64(800))],
    "5.1.9": [lambda: (trained(20)[:, :, 0, 0],), (LAPLACE,), (LAPLACE + 0.09,)],
}

WRONG = {
    "5.1.1": [
        ((3,), "debe ser una función"),
        ((lambda x, w: 1 / 0,), "ZeroDivisionError"),
        ((lambda x, w: x @ w,), "ValueError"),
        ((lambda x, w: conv2d(x, w).tolist(),), "debe ser un array"),
        ((lambda x, w: conv2d(x, w) * np.nan,), "sin nan"),
        ((lambda x, w: conv2d(x, w) > 0,), "números corrientes"),
        ((lambda x, w: correlate2d(x, w, mode="same"),), "el tamaño de la imagen"),
        ((lambda x, w: conv2d_with_loops(x, w, short=1),), "n − k + 1"),
        ((lambda x, w: conv2d(x, w).T,), "los números no"),
        ((lambda x, w: np.zeros((3, 3)) if len(x) == 7 else conv2d(x, w),), "debe tener forma"),
        ((lambda x, w: convolve2d(x, w, mode="valid"),), "girando el núcleo"),
        ((lambda x, w: conv2d_with_loops(x, w, dtype=int),), "pierde los decimales"),
        ((lambda x, w: conv2d(x, w) + 1,), "los números no"),
        ((lambda x, w: conv2d(x, w) if w.shape == (3, 3) else conv2d(x, w) * 2,), "números no"),
        ((lambda x, w: conv2d_with_loops(x, w, only=(3, 3)),), "ValueError"),
    ],
    "5.1.2": [
        (([[1, 0, -1]] * 3,), "debe ser un array"),
        ((np.array([["a"] * 3] * 3),), "números corrientes"),
        ((VERTICAL.T * np.nan,), "sin nan"),
        ((np.array([[-1], [1]]),), "debe tener forma (3, 3)"),
        ((np.zeros((3, 3)),), "núcleo de ceros"),
        ((np.full((3, 3), 1 / 9),), "suma de sus nueve números sea 0"),
        ((VERTICAL,), "bordes verticales: resta columnas"),
        ((np.array([[-1, -1, 0], [-1, 0, 1], [0, 1, 1]]),), "también a los bordes verticales"),
        ((np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]]),), "alguna fila"),
    ],
    "5.1.3": [
        ((26,), "debe ser una función"),
        ((lambda n, k: n - k + 1,), "TypeError"),
        ((lambda n, k, p, s: "26",), "debe ser un número"),
        ((lambda n, k, p, s: (n + 2 * p - k) // s,), "te falta sumar 1"),
        ((lambda n, k, p, s: (n + p - k) // s + 1,), "por los dos lados"),
        ((lambda n, k, p, s: (n + 2 * p - k) / s + 1,), "divide con //"),
        ((lambda n, k, p, s: math.ceil((n + 2 * p - k) / s) + 1,), "hacia arriba"),
        ((lambda n, k, p, s: n + 2 * p - k + 1,), "entre el paso"),
        ((lambda n, k, p, s: (n + 2 * p - k + 1) // s,), "revisa los paréntesis"),
        ((lambda n, k, p, s: 27,), "y Keras da 26"),
        ((lambda n, k, p, s: n + 2 * p - k // s + 1,), "y Keras da"),
    ],
    "5.1.4": [
        ((8,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, n: pool(x, n).tolist(),), "debe ser un array"),
        ((lambda x, n: pool(x, n) * np.nan,), "sin nan"),
        ((lambda x, n: pool(x, n, 1),), "de uno en uno"),
        ((pool_keeping_leftovers,), "descártalas"),
        ((lambda x, n: pool(x, n)[:1],), "debe tener forma"),
        ((lambda x, n: pool(x, 2),), "debe tener forma"),
        ((lambda x, n: x.max(),), "debe tener forma"),
        ((lambda x, n: windows(x, (n, n), n).mean(axis=(2, 3)),), "average pooling"),
        ((lambda x, n: -pool(-x, n),), "el menor de cada cuadrito"),
        ((lambda x, n: pool_with_loops(x, n, start=0),), "empezando por 0"),
        ((lambda x, n: pool(x, n)[::-1],), "los números no"),
    ],
    "5.1.5": [
        ((80,), "debe ser una función"),
        ((lambda k, c: k * k * c,), "TypeError"),
        ((lambda k, c, f: "80",), "debe ser un número"),
        ((lambda k, c, f: k * k * c * f,), "faltan los sesgos"),
        ((lambda k, c, f: k * k * c * f + 1,), "no uno para toda la capa"),
        ((lambda k, c, f: k * k * c * f + c,), "no uno por canal de entrada"),
        ((lambda k, c, f: k * k * c * f + c * f,), "un solo sesgo"),
        ((lambda k, c, f: (k * k + 1) * f,), "faltan los canales"),
        ((lambda k, c, f: k * c * f + f,), "no de lado"),
        ((lambda k, c, f: k * k * c + 1,), "un solo filtro"),
        ((lambda k, c, f: 28 * 28 * f,), "son 1216"),
    ],
    "5.1.6": [
        ((True,), "debe ser una función"),
        ((lambda w: w.girado,), "AttributeError"),
        ((lambda w: w == np.flip(w),), "resúmelo"),
        ((lambda w: "True",), "debe devolver True o False"),
        ((lambda w: np.array_equal(w, np.fliplr(w)),), "Solo inviertes las columnas"),
        ((lambda w: np.array_equal(w, w[::-1]),), "Solo inviertes las filas"),
        ((lambda w: np.array_equal(w, w.T),), "transponer"),
        ((lambda w: np.array_equal(w, np.rot90(w)),), "cuarto de vuelta"),
        ((lambda w: not np.array_equal(w, np.flip(w)),), "Está al revés"),
        ((lambda w: True,), "debe dar False y dio True"),
    ],
    "5.1.7": [
        ((3,), "debe ser una función"),
        ((lambda x, w: x,), "TypeError"),
        ((lambda x, w, b: None,), "debe ser un array"),
        ((lambda x, w, b: block(x, w, b) * np.inf,), "sin nan"),
        ((lambda x, w, b: relu(conv2d(x, w) + b),), "falta la agrupación"),
        ((lambda x, w, b: pool(relu(conv2d(x, w) + b), 3),), "debe tener forma"),
        ((lambda x, w, b: pool(conv2d(x, w) + b, 2),), "falta ReLU"),
        ((lambda x, w, b: pool(relu(conv2d(x, w)), 2),), "sumar el sesgo"),
        ((lambda x, w, b: pool(relu(conv2d(x, w)), 2) + b,), "antes de ReLU"),
        ((lambda x, w, b: pool(np.abs(conv2d(x, w) + b), 2),), "valor absoluto"),
        ((lambda x, w, b: block(x, np.flip(w), b),), "girado"),
        ((lambda x, w, b: block(x, w, b) + 1,), "El orden"),
    ],
    "5.1.8": [
        (((26, 13, 11, 5), 800), "debe ser una lista"),
        (([26, 13], 800), "4 números"),
        (([26, 13, 11, "5"], 800), "debe ser un número"),
        (([28, 14, 14, 7], 800), "padding='same'"),
        (([27, 13, 12, 6], 800), "quita 2 al lado, no 1"),
        (([25, 12, 9, 4], 800), "no 3"),
        (([26, 13, 11, 6], 800), "se descarta"),
        (([26, 13, 11, 5.5], 800), "medias casillas"),
        (([26, 25, 23, 22], 800), "queda en la mitad"),
        (([26, 13, 10, 5], 800), "la capa 3 no es 10"),
        (([26, 13, 11, 5], "800"), "debe ser un número"),
        (([26, 13, 11, 5], 25), "un solo mapa"),
        (([26, 13, 11, 5], 400), "32 de la segunda"),
        (([26, 13, 11, 5], 12800), "No se multiplican"),
        (([26, 13, 11, 5], 160), "son de 5×5"),
        (([26, 13, 11, 5], 801), "numeros no es"),
    ],
    "5.1.9": [
        (([[0, 1, 0], [1, -4, 1], [0, 1, 0]],), "debe ser un array"),
        ((LAPLACE * np.nan,), "sin nan"),
        (lambda: (trained(20),), "[:, :, 0, 0]"),
        ((np.zeros((5, 5)),), "debe tener forma (3, 3)"),
        ((-LAPLACE,), "al revés"),
        ((np.zeros((3, 3)),), "¿entrenaste el modelo"),
        (lambda: (trained(5)[:, :, 0, 0],), "Va bien encaminado"),
    ],
}

TestContract = make_contract("lesson_51", GOOD, WRONG)
