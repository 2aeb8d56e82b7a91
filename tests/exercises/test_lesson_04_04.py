"""Contrato de los ejercicios de la lección 4.4, dígitos."""

import numpy as np
from contract import make_contract


def flat(images):
    return images.reshape(len(images), -1)


def _divide_in_place(images):
    images /= 16
    return images.reshape(len(images), -1)


def worst(matrix, *, base=None, transpose=False, keep_diagonal=False):
    errors = matrix.copy()
    if not keep_diagonal:
        np.fill_diagonal(errors, 0)
    pair = divmod(errors.argmax(), base or len(errors))
    return pair[::-1] if transpose else pair


def _worst_in_place(matrix):
    np.fill_diagonal(matrix, 0)
    return divmod(matrix.argmax(), len(matrix))


def _worst_by_loops(matrix):
    best = (0, 1)
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            if row != column and matrix[row, column] > matrix[best]:
                best = (row, column)
    return best


def ordered(table):
    return np.sort(table, axis=1)


def margin(table):
    return ordered(table)[:, -1] - ordered(table)[:, -2]


def _margin_in_place(table):
    table.sort(axis=1)
    return table[:, -1] - table[:, -2]


def _review_in_place(table, count):
    table.sort(axis=1)
    return (table[:, -1] - table[:, -2]).argsort()[:count]


def team(hits, margins, count):
    order = margins.argsort()
    return (count + hits[order[count:]].sum()) / len(hits)


def _team_in_place(hits, margins, count):
    hits[margins.argsort()[:count]] = True
    return hits.mean()


def fewest(hits, margins, goal):
    for count in range(len(hits) + 1):
        if team(hits, margins, count) >= goal:
            return count


def _fewest_in_place(hits, margins, goal):
    for count, position in enumerate([None, *margins.argsort()]):
        if position is not None:
            hits[position] = True
        if hits.mean() >= goal:
            return count


def _fewest_at_once(hits, margins, goal):
    ordered = hits[margins.argsort()]
    wrong_after = (~ordered).sum() - np.concatenate([[0], np.cumsum(~ordered)])
    return int(np.argmax(1 - wrong_after / len(hits) >= goal - 1e-12))


GOOD = {
    "4.4.1": [
        (lambda x: flat(x) / 16,),
        (lambda x: (x / 16).reshape(-1, 64).astype("float32"),),
        (lambda x: np.array([image.ravel() / 16 for image in x]),),
    ],
    "4.4.2": [
        (lambda f, c: 8 * f + c,),
        (lambda f, c: int(np.ravel_multi_index((f, c), (8, 8))),),
    ],
    "4.4.3": [
        (worst,),
        (lambda m: np.unravel_index((m - np.diag(np.diag(m))).argmax(), m.shape),),
        (_worst_by_loops,),
        (lambda m: np.array(worst(m)),),
    ],
    "4.4.4": [
        (margin,),
        (lambda p: -np.diff(-np.sort(-p, axis=1)[:, :2], axis=1)[:, 0],),
        (lambda p: np.array([sorted(row)[-1] - sorted(row)[-2] for row in p]),),
    ],
    "4.4.5": [
        (lambda p, k: margin(p).argsort()[:k],),
        (lambda p, k: sorted(range(len(p)), key=lambda i: margin(p)[i])[:k],),
        (lambda p, k: np.argsort(margin(p))[:k].astype("int32"),),
    ],
    "4.4.6": [
        (team,),
        (lambda h, m, k: 1 - (~h)[m.argsort()[k:]].sum() / len(h),),
        (lambda h, m, k: np.where(m.argsort().argsort() < k, True, h).mean(),),
    ],
    "4.4.7": [(fewest,), (_fewest_at_once,)],
}

WRONG = {
    "4.4.1": [
        ((3,), "debe ser una función"),
        ((lambda x: x.desenrolla(),), "AttributeError"),
        ((lambda x: None,), "debe ser un array"),
        ((_divide_in_place,), "cambia lo que recibe"),
        ((lambda x: x.reshape(-1, 32) / 16,), "debe tener forma (3, 64)"),
        ((lambda x: flat(x) / 8,), "no es el valor pedido"),
        ((lambda x: x.reshape(3, 64) / 16 if len(x) == 3 else None,), "debe ser un array"),
        ((lambda x: x.reshape(3, 64) / 16,), "ValueError"),
    ],
    "4.4.2": [
        ((19,), "debe ser una función"),
        ((lambda f: f,), "TypeError"),
        ((lambda f, c: (f, c),), "debe ser un número"),
        ((lambda f, c: f * c,), "no es el valor pedido"),
    ],
    "4.4.3": [
        (((8, 1),), "debe ser una función"),
        ((lambda m: m.peor(),), "AttributeError"),
        ((_worst_in_place,), "una copia"),
        ((lambda m: m.max(),), "debe devolver dos números"),
        ((lambda m: "el 8 y el 1",), "dos cosas"),
        ((lambda m: (1.5, 2),), "número entero"),
        ((lambda m: worst(m, keep_diagonal=True),), "en la diagonal"),
        ((lambda m: (0, len(m) - 1),), "tu función dio (0, 9)"),
    ],
    "4.4.4": [
        ((0.5,), "debe ser una función"),
        ((lambda p: p[:, 99],), "IndexError"),
        ((_margin_in_place,), "ordena en el sitio"),
        ((lambda p: np.sort(p.ravel())[-1] - np.sort(p.ravel())[-2],), "un margen por fila"),
        ((lambda p: [0.5] * len(p),), "debe ser un array"),
        ((lambda p: p.max(axis=0),), "debe tener forma"),
        ((lambda p: 2 * margin(p),), "no es el valor pedido"),
    ],
    "4.4.5": [
        (([3, 1],), "debe ser una función"),
        ((lambda p: p,), "TypeError"),
        ((lambda p, k: "las primeras",), "debe ser un array"),
        ((_review_in_place,), "ordena en el sitio"),
        ((lambda p, k: margin(p).argsort()[: k + 1],), "se piden 4 posiciones"),
        ((lambda p, k: np.arange(k),), "no es el valor pedido"),
    ],
    "4.4.6": [
        ((0.9,), "debe ser una función"),
        ((lambda h, m: 0.9,), "TypeError"),
        ((lambda h, m, k: h,), "falta resumirlo"),
        ((_team_in_place,), "una copia"),
        ((lambda h, m, k: 0.5,), "no es el valor pedido"),
    ],
    "4.4.7": [
        ((3,), "debe ser una función"),
        ((lambda h, m: 3,), "TypeError"),
        ((lambda h, m, g: 2.5,), "número entero"),
        ((lambda h, m, g: None,), "No devolvió ningún número"),
        ((_fewest_in_place,), "una copia"),
        ((lambda h, m, g: 0,), "no llega"),
        ((lambda h, m, g: len(h),), "bastan menos"),
    ],
}

EQUIVALENT = {
    "4.4.1": {
        "`1` por `2` (línea 2)": "para reshape, cualquier negativo es el lado que falta",
    },
    "4.4.3": {
        "`0` por `-1` (línea 3)": "sin ningún error no hay peor confusión",
    },
    "4.4.4": {
        **dict.fromkeys(
            ("sin `axis=1` (línea 2)",),
            "np.sort ordena por el último eje si no se le dice, y es el 1",
        ),
    },
    "4.4.5": {
        "sin `axis=1` (línea 2)": "np.sort ordena por el último eje si no se le dice, y es el 1",
    },
    "4.4.7": {
        "`1` por `2` (línea 2)": "con todas revisadas la exactitud es 1, y no hay meta más alta",
        "`aciertos` por `margenes` (línea 2)": "hay tantos márgenes como aciertos",
    },
}

TestContract = make_contract("lesson_04_04", GOOD, WRONG, EQUIVALENT)
