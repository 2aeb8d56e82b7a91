"""Contrato de los ejercicios de la lección 5.2, Capas convolucionales."""

import functools
import math

import numpy as np
from contract import make_contract
from scipy.signal import correlate2d

from course_utils.exercises.lesson_05_02 import LAPLACE


def windows(image, shape, step=1):
    return np.lib.stride_tricks.sliding_window_view(image, shape)[::step, ::step]


def conv2d(image, kernel):
    return (windows(image, kernel.shape) * kernel).sum(axis=(2, 3))


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


GOOD = {
    "5.2.1": [
        (lambda k, c, f: (k * k * c + 1) * f,),
        (lambda k, c, f: k**2 * c * f + f,),
    ],
    "5.2.2": [(pool,), (pool_with_loops,)],
    "5.2.3": [
        (block,),
        (lambda x, w, b: relu(pool(conv2d(x, w) + b, 2)),),  # ReLU y el máximo conmutan
        (lambda x, w, b: pool_with_loops(correlate2d(x, w, mode="valid") + b, 2).clip(0),),
    ],
    "5.2.4": [
        ([26, 13, 11, 5], 800),
        ([26, 13, 11, np.int64(5)], np.int64(800)),
        (np.array([26, 13, 11, 5]), 800),
        ((26, 13, 11, 5), 800.0),
    ],
    "5.2.5": [lambda: (trained(20)[:, :, 0, 0],), (LAPLACE,), (LAPLACE + 0.09,)],
}

WRONG = {
    "5.2.1": [
        ((80,), "debe ser una función"),
        ((lambda k, c: k * k * c,), "TypeError"),
        ((lambda k, c, f: "80",), "debe ser un número"),
        ((lambda k, c, f: 28 * 28 * f,), "son 1216"),
    ],
    "5.2.2": [
        ((8,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, n: pool(x, n).tolist(),), "debe ser un array"),
        ((lambda x, n: pool(x, n) * np.nan,), "no es un número corriente"),
        ((lambda x, n: pool(x, n, 1),), "de uno en uno"),
        ((pool_keeping_leftovers,), "descártalas"),
        ((lambda x, n: pool(x, n)[:1],), "debe tener forma"),
        ((lambda x, n: pool(x, 2),), "debe tener forma"),
        ((lambda x, n: x.max(),), "debe tener forma"),
        ((lambda x, n: pool(x, n)[::-1],), "los números no"),
    ],
    "5.2.3": [
        ((3,), "debe ser una función"),
        ((lambda x, w: x,), "TypeError"),
        ((lambda x, w, b: None,), "debe ser un array"),
        ((lambda x, w, b: block(x, w, b) * np.inf,), "no es un número corriente"),
        ((lambda x, w, b: relu(conv2d(x, w) + b),), "falta la agrupación"),
        ((lambda x, w, b: pool(relu(conv2d(x, w) + b), 3),), "debe tener forma"),
        ((lambda x, w, b: block(x, w, b) + 1,), "El orden"),
    ],
    "5.2.4": [
        (({26, 13, 11, 5}, 800), "debe ser una lista"),
        (([26, 13], 800), "4 números"),
        (([26, 13, 11, "5"], 800), "debe ser un número"),
        (([26, 13, 10, 5], 800), "la capa 3 no es 10"),
        (([26, 13, 11, 5], "800"), "debe ser un número"),
        (([26, 13, 11, 5], 801), "numeros no es"),
    ],
    "5.2.5": [
        (([[0, 1, 0], [1, -4, 1], [0, 1, 0]],), "debe ser un array"),
        ((LAPLACE * np.nan,), "no es un número corriente"),
        (lambda: (trained(20),), "[:, :, 0, 0]"),
        ((np.zeros((5, 5)),), "debe tener forma (3, 3)"),
        ((-LAPLACE,), "al revés"),
        ((np.zeros((3, 3)),), "El núcleo aún está muy lejos"),
        (lambda: (trained(5)[:, :, 0, 0],), "Va bien encaminado"),
    ],
}

TestContract = make_contract("lesson_05_02", GOOD, WRONG)
