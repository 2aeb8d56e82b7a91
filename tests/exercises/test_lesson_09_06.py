"""Contrato de los ejercicios de la lección 9.6, Píxel a píxel: segmentar y seguir."""

import keras
import numpy as np
import tensorflow as tf
from contract import make_contract
from scipy import ndimage
from scipy.optimize import linear_sum_assignment

layers = keras.layers


def ious(matrix):
    return np.array(
        [
            matrix[k, k] / (matrix[k].sum() + matrix[:, k].sum() - matrix[k, k])
            for k in range(len(matrix))
        ]
    )


def stamped(x, kernel, stride):
    """Con la matriz de la convolución, traspuesta."""
    size = (len(x) - 1) * stride + len(kernel)
    matrix = np.zeros((len(x), size))
    for k in range(len(x)):
        matrix[k, k * stride : k * stride + len(kernel)] = kernel
    return matrix.T @ x


def block(x, channels):
    x = layers.Conv2D(channels, 3, padding="same", use_bias=False)(x)
    return layers.ReLU()(layers.BatchNormalization(momentum=0.8)(x))


def rise(x, saved, channels, *, order=(0, 1), way="nearest", join=True, end=block):
    x = layers.UpSampling2D((2, 2), interpolation=way)(x)
    if join:
        x = keras.ops.concatenate([(x, saved)[k] for k in order], axis=-1)
    return end(x, channels)


def repeated(x, saved, channels):
    x = keras.ops.repeat(keras.ops.repeat(x, 2, axis=1), 2, axis=2)
    return block(layers.Concatenate()([x, saved]), channels)


def transposed(x, saved, channels):
    x = layers.Conv2DTranspose(2, 2, strides=2)(x)
    return block(layers.Concatenate()([x, saved]), channels)


def linear(x, channels):
    return layers.BatchNormalization()(
        layers.Conv2D(channels, 3, padding="same", use_bias=False)(x)
    )


def dice(y, p):
    parts = [
        2 * keras.ops.sum(y[..., k] * p[..., k]) / keras.ops.sum(y[..., k] + p[..., k])
        for k in range(y.shape[-1])
    ]
    return 1 - sum(parts) / len(parts)


def with_numpy(y, p):
    y, p = np.asarray(y), np.asarray(p)
    return 1 - np.mean(2 * (y * p).sum((0, 1, 2)) / (y + p).sum((0, 1, 2)))


def only_arrays(y, p):
    """Vale con arrays, y no con los tensores de fit."""
    return 1 - np.mean(2 * (y * p).sum((0, 1, 2)) / (y + p).sum((0, 1, 2)))


def count(mask, least):
    return sum(
        int((spots == k).sum() >= least)
        for spots, found in (ndimage.label(mask == group) for group in range(1, 5))
        for k in range(1, found + 1)
    )


def match(table, least):
    pairs = []
    for place in np.argsort(-table, axis=None):
        i, j = divmod(int(place), table.shape[1])
        taken = any(i == a or j == b for a, b in pairs)
        if table[i, j] >= least and not taken:
            pairs.append([i, j])
    return pairs


def optimal(table, least):
    return [
        (i, j)
        for i, j in zip(*linear_sum_assignment(table, maximize=True), strict=True)
        if table[i, j] >= least
    ]


GOOD = {
    "9.6.1": [(ious,)],
    "9.6.2": [(stamped,), (lambda *a: tf.constant(stamped(*a)),)],
    "9.6.3": [(rise,), (repeated,)],
    "9.6.4": [(dice,), (lambda y, p: dice(tf.constant(y), tf.constant(p)),)],
    "9.6.5": [(count,), (lambda *a: np.int64(count(*a)),)],
    "9.6.6": [(match,), (lambda *a: tuple(map(tuple, match(*a))),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.6.1": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda m: 0.5,), "debe ser un array"),
        ((lambda m: ious(m)[:1],), "forma"),
        ((lambda m: ious(m) * 0.9,), "no es esa"),
    ],
    "9.6.2": [
        ((3,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, kernel, stride: "x",), "debe ser un array"),
        ((lambda x, kernel, stride: stamped(x, kernel, stride)[1:],), "forma"),
        ((lambda x, kernel, stride: stamped(x, kernel, stride) + 1,), "la suma de las estampas"),
    ],
    "9.6.3": [
        ((3,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, saved, channels: layers.Concatenate()([x, saved]),), "ValueError"),
        ((lambda x, saved, channels: 3,), "un tensor de Keras"),
        ((lambda x, saved, channels: keras.Input((8, 6, channels)),), "no sale de"),
        ((lambda x, saved, channels: block(x, channels),), "sale de 4×3"),
        ((lambda x, saved, channels: rise(x, saved, 7),), "salen 7 canales"),
        ((lambda *a: rise(*a, order=(1, 0)),), "al revés"),
        ((lambda *a: rise(*a, join=False),), "Falta el salto"),
        ((lambda *a: rise(*a, way="bilinear"),), "Interpolas"),
        ((lambda *a: rise(*a, end=linear),), "No hace lo mismo"),
        ((transposed,), "sobra la capa Conv2DTranspose"),
    ],
    "9.6.4": [
        ((3,), "debe ser una función"),
        ((lambda y: 1,), "TypeError"),
        ((lambda y, p: "1",), "debe ser un número"),
        ((lambda y, p: dice(y, p) * 0.5,), "no es 1 menos"),
        ((with_numpy,), "no se puede derivar"),
        ((lambda y, p: float(dice(y, p)),), "no se puede derivar"),
        ((only_arrays,), "AttributeError"),
    ],
    "9.6.5": [
        ((3,), "debe ser una función"),
        ((lambda mask: 1,), "TypeError"),
        ((lambda mask, least: "1",), "debe ser un número"),
        ((lambda mask, least: count(mask, least) + 7,), "hay"),
    ],
    "9.6.6": [
        ((3,), "debe ser una función"),
        ((lambda table: [],), "TypeError"),
        ((lambda table, least: 3,), "debe ser una lista"),
        ((lambda table, least: [3],), "Cada pareja es"),
        ((lambda table, least: [(0, 0.5)],), "entero"),
        ((optimal,), "No son las parejas"),
        ((lambda table, least: sorted(map(tuple, match(table, least))),), "No son las parejas"),
    ],
}

_ANY_ORDER = "da lo mismo en qué orden se suman los ejes"
EQUIVALENT = {
    "9.6.4": dict.fromkeys(
        (
            "`1` delante de `0` (línea 2)",
            "`1` delante de `0` (línea 3)",
            "`2` delante de `1` (línea 2)",
            "`2` delante de `1` (línea 3)",
        ),
        _ANY_ORDER,
    ),
    "9.6.5": dict.fromkeys(
        ("`5` por `10` (línea 3)", "`5` por `6` (línea 3)"), "no hay grupos por encima del 4"
    ),
    "9.6.6": dict.fromkeys(
        ("`1` por `0` (línea 6)", "`1` por `2` (línea 6)"),
        "tacha cualquier número menor que minimo, que es mayor que 0",
    ),
}

TestContract = make_contract("lesson_09_06", GOOD, WRONG, EQUIVALENT)
