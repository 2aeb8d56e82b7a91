"""Contrato de los ejercicios de la lección 9.4, Decir dónde está: localizar un objeto."""

import keras
import numpy as np
from contract import make_contract

from course_utils.exercises import lesson_09_04
from course_utils.metrics.boxes import box_overlap

layers = keras.layers


def centers(boxes, side):
    """De otra manera: por columnas."""
    x0, y0, x1, y1 = boxes.T
    return np.stack([x0 + x1, y0 + y1, 2 * (x1 - x0), 2 * (y1 - y0)], axis=1) / (2 * side)


def corners(boxes, side):
    return np.array(
        [
            [side * (x - w / 2), side * (y - h / 2), side * (x + w / 2), side * (y + h / 2)]
            for x, y, w, h in boxes
        ]
    )


def changes(boxes, side):
    boxes *= 2
    return centers(boxes // 2, side)


def iou(a, b):
    return box_overlap([a], [b]).iou[0]


def iou_early(a, b):
    """Con salidas tempranas."""
    if a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]:
        return 0
    both = (min(a[2], b[2]) - max(a[0], b[0])) * (min(a[3], b[3]) - max(a[1], b[1]))
    first, second = ((c[2] - c[0]) * (c[3] - c[1]) for c in (a, b))
    if first + second == 0:
        return 0
    return both / (first + second - both)


def no_empty(a, b):
    return lesson_09_04._iou(a, b) if a[2] > a[0] or b[2] > b[0] else 1 // 0


def by_rows(real, guess):
    return np.array([iou(a, b) for a, b in zip(real, guess, strict=True)])


def all_with_all(real, guess):
    return np.array([[iou(a, b) for b in guess] for a in real])


def bright(image, cut):
    rows = np.flatnonzero((image > cut).any(axis=1))
    columns = np.flatnonzero((image > cut).any(axis=0))
    if len(rows) == 0:
        return (0, 0, 0, 0)
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def bright_without_check(image, cut):
    rows, columns = np.nonzero(image > cut)
    return [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]


def giou(a, b):
    whole = [min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])]
    found = box_overlap([a], [b])
    area = (whole[2] - whole[0]) * (whole[3] - whole[1])
    return found.iou[0] - 1 + found.union[0] / area


def both(width, *, boxes=4, kinds=10, shape=(64, 64, 1), more=(), deep=1, names=("caja", "clase")):
    entry = keras.Input(shape)
    h = entry
    for filters in (8, 16, 32):
        h = layers.ReLU()(layers.Conv2D(filters, 3, strides=2, padding="same")(h))
    h = layers.Flatten()(h)
    for _ in range(deep):
        h = layers.Dense(width, activation="relu")(h)
    ends = {names[1]: layers.Softmax()(layers.Dense(kinds)(h)), names[0]: layers.Dense(boxes)(h)}
    return keras.Model(entry, ends | {name: layers.Dense(1)(h) for name in more})


def with_list(width):
    model = both(width)
    return keras.Model(model.input, list(model.output.values()))


def hits(found, cuts):
    return np.array([sum(value >= cut for value in found) / len(found) for cut in cuts])


GOOD = {
    "9.4.1": [(centers, corners)],
    "9.4.2": [(iou,), (iou_early,)],
    "9.4.3": [(by_rows,), (lambda a, b: np.diag(all_with_all(a, b)),)],
    "9.4.4": [(bright,)],
    "9.4.5": [(giou,)],
    "9.4.6": [(both,)],
    "9.4.7": [(hits,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.4.1": [
        ((3, corners), "debe ser una función"),
        ((centers, 3), "debe ser una función"),
        ((changes, corners), "cambia lo que recibe"),
        ((lambda c, lado: 3, corners), "array"),
        ((lambda c, lado: c * 0, corners), "no es el valor pedido"),
        ((centers, lambda c, lado: None), "array"),
        ((centers, lambda c, lado: c * 0), "no es el valor pedido"),
    ],
    "9.4.2": [
        ((3,), "debe ser una función"),
        ((lambda a, b: None,), "número"),
        ((no_empty,), "ZeroDivisionError"),
        ((lambda a, b: 0.3,), "no es el valor pedido"),
    ],
    "9.4.3": [
        ((3,), "debe ser una función"),
        ((all_with_all,), "todas con todas"),
        ((lambda a, b: np.mean(by_rows(a, b)),), "un solo número"),
        ((lambda a, b: list(by_rows(a, b)),), "array"),
        ((lambda a, b: np.array([np.mean(by_rows(a, b))]),), "un solo número"),
        ((lambda a, b: np.array(by_rows(a[::-1], b)),), "otra fila"),
        ((lambda a, b: np.array(by_rows(a, b))[:-1],), "forma"),
        ((lambda a, b: np.array(by_rows(a, b)) / 2,), "no es el valor pedido"),
    ],
    "9.4.4": [
        ((3,), "debe ser una función"),
        ((bright_without_check,), "ValueError"),
        ((lambda image, cut: [0, 0, 5, 5],), "no es el valor pedido"),
        ((lambda image, cut: None,), "caja_brillante"),
    ],
    "9.4.5": [
        ((3,), "debe ser una función"),
        ((lambda a, b: None,), "número"),
        ((lambda a, b: 0.3,), "no es el valor pedido"),
    ],
    "9.4.6": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda n: None,), "debe devolver un keras.Model"),
        ((lambda n: both(n, shape=(32, 32, 1)),), "(64, 64, 1)"),
        ((with_list,), "diccionario"),
        ((lambda n: both(n, names=("cajas", "clases")),), "diccionario"),
        ((lambda n: both(n, more=["otra"]),), "ninguna más"),
        ((lambda n: both(n, boxes=5),), "los tuyos, 5 y 10"),
        ((lambda n: both(n, deep=2),), "capa(s) densa(s)"),
        ((lambda n: both(9),), "usa el parámetro"),
        ((lambda n: lesson_09_04._both(n, hidden="tanh"),), "no hace lo mismo"),
        *(
            ((lambda n, how=how: lesson_09_04._both(n, **how),), sentence)
            for how, sentence in lesson_09_04._OTHER_BOTH
        ),
    ],
    "9.4.7": [
        ((3,), "debe ser una función"),
        ((lambda a, b: 0.5,), "array"),
        ((lambda a, b: np.array(hits(a, b)) / 2,), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "9.4.3": {
        "`0` delante de `fin - inicio` (línea 4)": "np.clip(0, x, None) es el máximo de los dos",
        "`1` por `2` (línea 8)": "donde la unión es 0, lo común también, y da lo mismo el divisor",
        "`c[:, 2:] - c[:, :2]`, al revés (línea 5)": "ancho y alto cambian los dos de signo",
        "`predichas` delante de `reales` (línea 6)": "las dos áreas se suman",
    },
    "9.4.5": {
        "el elemento `max(a[3], b[3])`, dos veces (línea 5)": "area solo mira los cuatro primeros"
    },
}

TestContract = make_contract("lesson_09_04", GOOD, WRONG, EQUIVALENT)
