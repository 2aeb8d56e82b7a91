"""Contrato de los ejercicios de la lección 7.9, Agrupar sin respuestas."""

import numpy as np
from contract import make_contract

from course_utils.exercises.lesson_07_09 import _moved, _right_silhouette, _spread, _squares


def assign_one_by_one(x, centres):
    return [int(np.linalg.norm(centres - point, axis=1).argmin()) for point in x]


def move_in_place(x, groups, centres):
    for k in range(len(centres)):
        if (groups == k).any():
            centres[k] = x[groups == k].mean(axis=0)
    return centres


def chances(x, centres):
    nearest = np.array([min(((centres - point) ** 2).sum(axis=1)) for point in x])
    return nearest / sum(nearest)


def silhouette_with_delete(i, x, groups):
    others = np.delete(x, i, axis=0)
    distances = np.sqrt(((others - x[i]) ** 2).sum(axis=1))
    kinds = np.delete(groups, i)
    means = {g: distances[kinds == g].mean() for g in set(kinds.tolist())}
    a = means.pop(groups[i])
    b = min(means.values())
    return b / a - 1 if a > b else 1 - a / b


GOOD = {
    "7.9.1": [(assign_one_by_one,), (lambda x, c: _squares(x, c).argmin(axis=1),)],
    "7.9.2": [(_moved,), (lambda x, g, c: list(_moved(x, g, c)),)],
    "7.9.3": [(chances,), (lambda x, c: chances(x, c).tolist(),)],
    "7.9.4": [(_right_silhouette,), (silhouette_with_delete,)],
    "7.9.5": [
        (_spread,),
        (lambda d, y: [y[d[:, g].argmin()] for g in d.argmin(axis=1)],),
    ],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.9.1": [
        (([0, 1],), "debe ser una función"),
        ((lambda x, c: 0,), "debe ser un array"),
        ((lambda x, c: np.full(len(x), 7),), "no da el centro más cercano"),
    ],
    "7.9.2": [
        ((np.zeros((3, 2)),), "debe ser una función"),
        ((lambda x, g, c: 0.5,), "debe ser un array"),
        ((lambda x, g, c: ["a"] * len(c),), "cada centro de"),
        ((lambda x, g, c: np.full(c.shape, np.nan),), "la media de nada no existe"),
        ((lambda x, g, c: np.full(c.shape, np.inf),), "no es un número corriente"),
        (
            (lambda x, g, c: np.array([x[g == k].mean(axis=0) for k in np.unique(g)]),),
            "el que se queda sin nadie",
        ),
        ((lambda x, g, c: np.vstack([_moved(x, g, c), c]),), "debe tener forma"),
        ((move_in_place,), "Has cambiado"),
        ((lambda x, g, c: _moved(x, g, c) + 1,), "no está en la media"),
    ],
    "7.9.3": [
        ((0.5,), "debe ser una función"),
        ((lambda x, c: 0.5,), "debe ser un array"),
        ((lambda x, c: np.full(len(x), 1 / len(x)),), "no da las probabilidades"),
    ],
    "7.9.4": [
        ((0.5,), "debe ser una función"),
        ((lambda i, x, g: np.zeros(len(x)),), "falta resumirlo"),
        ((lambda i, x, g: "0.5",), "debe ser un número"),
        ((lambda i, x, g: 0.123,), "no es el valor pedido"),
    ],
    "7.9.5": [
        ((np.zeros(3),), "debe ser una función"),
        ((lambda d, y: 3,), "debe ser un array"),
        ((lambda d, y: np.zeros(len(y)),), "la etiqueta del representante"),
    ],
}

EQUIVALENT = {
    "7.9.1": {
        "`sum` por `mean` en `(diferencias ** 2).sum(axis=2)` (línea 3)": "dividir todas entre lo "
        "mismo no cambia cuál es la menor",
    },
    "7.9.4": {
        "`np.unique(grupos)` por `grupos` (línea 6)": "repetir una media no cambia la menor",
    },
}

TestContract = make_contract("lesson_07_09", GOOD, WRONG, EQUIVALENT)
