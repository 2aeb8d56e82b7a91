"""Contrato de los ejercicios de la lección 9.5, Varios objetos a la vez: detectar."""

import numpy as np
import tensorflow as tf
from contract import make_contract


def iou(box, several):
    box, several = np.asarray(box), np.asarray(several)
    low = np.maximum(box[:2], several[:, :2])
    high = np.minimum(box[2:], several[:, 2:])
    shared = np.clip(high - low, 0, None).prod(axis=1)
    area = (several[:, 2:] - several[:, :2]).prod(axis=1)
    return shared / ((box[2:] - box[:2]).prod() + area - shared)


def kernel(weights, side, channels):
    return np.reshape(weights, (side, side, channels, weights.shape[1]))


def grid(boxes, names):
    result = np.zeros((8, 8, 6), "float32")
    for k in range(len(boxes)):
        x, y = (boxes[k, :2] + boxes[k, 2:]) / 2
        width, height = boxes[k, 2:] - boxes[k, :2]
        result[int(y // 8), int(x // 8)] = [1, x / 8 - x // 8, y / 8 - y // 8, width / 64,
                                            height / 64, names[k]]  # fmt: skip
    return result


def shifted_grid(boxes, names):
    """Una casilla más a la derecha."""
    return np.roll(grid(boxes, names), 1, axis=1)


def box(row, column, numbers):
    x, y = (column + numbers[0]) / 8, (row + numbers[1]) / 8
    w, h = numbers[2] / 2, numbers[3] / 2
    return np.array([64 * (x - w), 64 * (y - h), 64 * (x + w), 64 * (y + h)])


def box_loss(real, boxes):
    mask = tf.cast(real[..., 0] == 1, tf.float32)
    return tf.reduce_sum(tf.reduce_sum((real[..., 1:5] - boxes) ** 2, -1) * mask, (1, 2))


def suppress(boxes, scores, limit):
    left, kept = np.argsort(-scores), []
    while len(left):
        kept.append(left[0])
        left = left[1:][iou(boxes[left[0]], boxes[left[1:]]) <= limit]
    return kept


def match(boxes, real):
    free, hits = set(range(len(real))), []
    for each in boxes:
        alike = iou(each, real)
        k = int(np.argmax(alike))
        hits.append(alike[k] >= 0.5 and k in free)
        if hits[-1]:
            free.discard(k)
    return hits


def average(hits, total):
    found, added = 0, 0.0
    for position, hit in enumerate(hits, 1):
        if hit:
            found += 1
            added += found / position
    return added / total


GOOD = {
    "9.5.1": [(kernel,), (lambda w, side, channels: tf.reshape(w, [side, side, channels, -1]),)],
    "9.5.2": [(grid,), (lambda *a: tf.constant(grid(*a)),)],
    "9.5.3": [(box,), (lambda *a: list(box(*a)),)],
    "9.5.4": [(box_loss,), (lambda *a: box_loss(*a).numpy(),)],
    "9.5.5": [(suppress,), (lambda *a: np.array(suppress(*a)),)],
    "9.5.6": [(match,), (lambda *a: np.array(match(*a)),)],
    "9.5.7": [(average,), (lambda hits, total: np.float32(average(hits, total)),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.5.1": [
        ((3,), "debe ser una función"),
        ((lambda w, side, channels: "x",), "debe ser un array"),
        ((lambda w, side, channels: w * np.nan,), "no es un número corriente"),
        ((lambda w, side, channels: w.reshape(side * side, channels, -1),), "forma"),
        ((lambda *a: kernel(*a) * 2,), "no están en su sitio"),
    ],
    "9.5.2": [
        ((3,), "debe ser una función"),
        ((lambda *a: [1],), "debe ser un array"),
        ((lambda *a: grid(*a)[:, :, :5],), "debe tener forma"),
        ((shifted_grid,), "las casillas con un centro deben ser"),
        ((lambda *a: grid(*a) * [1, 1, 1, 1, 2, 1],), "deben estar"),
    ],
    "9.5.3": [
        ((3,), "debe ser una función"),
        ((lambda *a: 3,), "4 cosas"),
        ((lambda *a: box(*a) + 1,), "x0 no es el valor pedido"),
    ],
    "9.5.4": [
        ((3,), "debe ser una función"),
        ((lambda *a: "x",), "debe ser un array"),
        ((lambda *a: box_loss(*a) + 1,), "No es la suma"),
    ],
    "9.5.5": [
        ((3,), "debe ser una función"),
        ((lambda *a: 3,), "debe ser una lista"),
        ((lambda *a: [0.5],), "número entero"),
        ((lambda boxes, scores, limit: [0, 1],), "deben quedar"),
    ],
    "9.5.6": [
        ((3,), "debe ser una función"),
        ((lambda *a: "x",), "debe ser una lista"),
        ((lambda boxes, real: [1] * len(boxes),), "True o False"),
        ((lambda boxes, real: [True] * (len(boxes) - 1),), "No son esos"),
    ],
    "9.5.7": [
        ((3,), "debe ser una función"),
        ((lambda *a: "x",), "debe ser un número"),
        ((lambda *a: average(*a) / 2,), "no es eso"),
    ],
}

EQUIVALENT = {
    "9.5.1": {"`1` por `2` (línea 2)": "en reshape, cualquier negativo es «lo que falte»"},
    "9.5.4": {
        "`2` delante de `1` (línea 3)": "se suma en los mismos ejes",
        "`3` delante de `2` (línea 3)": "se suma en los mismos ejes",
        "`real[..., 1:5] - cajas`, al revés (línea 2)": "el cuadrado es el mismo",
    },
    "9.5.6": {
        "`bool(parecidos[i] >= 0.5 and i not in t…` por `parecidos[i] >= 0.5 and i not in tomadas` "
        "(línea 6)": "el booleano de NumPy también vale",
    },
}

TestContract = make_contract("lesson_09_05", GOOD, WRONG, EQUIVALENT)
