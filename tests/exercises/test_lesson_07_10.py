"""Contrato de los ejercicios de la lección 7.10, Grupos de cualquier forma."""

import numpy as np
from contract import make_contract
from sklearn.metrics import rand_score

from course_utils.exercises.lesson_07_10 import (
    _closest,
    _cores,
    _distances,
    _grown,
    _rand,
    _to_neighbour,
)


def cores_one_by_one(x, eps, least):
    return [sum(np.linalg.norm(x - point, axis=1) <= eps) >= least for point in x]


def grow_with_a_queue(near, core, first):
    inside, waiting = np.zeros(len(near), dtype=bool), [first]
    while waiting:
        i = waiting.pop()
        if inside[i]:
            continue
        inside[i] = True
        if core[i]:
            waiting.extend(np.flatnonzero(near[i]))
    return inside


def grow_in_place(near, core, first):
    group = near[first]
    for _ in near:
        group |= near[group & core].any(axis=0)
    return group


def closest_with_loops(distances, groups, link):
    least = np.inf
    for a in np.unique(groups):
        for b in np.unique(groups):
            if a < b and link(distances[groups == a][:, groups == b]) < least:
                least, pair = link(distances[groups == a][:, groups == b]), (a, b)
    return [least, *pair]


GOOD = {
    "7.10.1": [(_cores,), (cores_one_by_one,)],
    "7.10.2": [(_grown,), (grow_with_a_queue,)],
    "7.10.3": [
        (_to_neighbour,),
        (lambda x, k: sorted(np.partition(row, k)[k] for row in _distances(x)),),
    ],
    "7.10.4": [(_closest,), (closest_with_loops,)],
    "7.10.5": [(_rand,), (rand_score,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.10.1": [
        (([True],), "debe ser una función"),
        ((lambda x, e, m: True,), "debe ser un array"),
        ((lambda x, e, m: np.ones(len(x)),), "array de True y False"),
        ((lambda x, e, m: [0.5] * len(x),), "cada valor de"),
        ((lambda x, e, m: np.arange(len(x)) % 2 == 0,), "no dice bien cuáles"),
    ],
    "7.10.2": [
        ((np.ones(3, dtype=bool),), "debe ser una función"),
        ((lambda n, c, f: 3,), "debe ser un array"),
        ((lambda n, c, f: np.ones(len(n)),), "array de True y False"),
        ((grow_in_place,), "Has cambiado la tabla de vecinas"),
        ((lambda n, c, f: np.zeros(len(n), dtype=bool),), "no da el grupo"),
    ],
    "7.10.3": [
        ((0.5,), "debe ser una función"),
        ((lambda x, k: 0.5,), "debe ser un array"),
        ((lambda x, k: np.zeros(len(x)),), "no da la distancia"),
    ],
    "7.10.4": [
        ((0.5,), "debe ser una función"),
        ((lambda d, g, e: (1.0, 2),), "distancia, a, b"),
        ((lambda d, g, e: ("1", 0, 1),), "debe ser un número"),
        ((lambda d, g, e: (0.123, 0, 1),), "no es lo que se pide"),
    ],
    "7.10.5": [
        ((0.5,), "debe ser una función"),
        ((lambda a, b: np.zeros(len(a)),), "falta resumirlo"),
        ((lambda a, b: "0.5",), "debe ser un número"),
        ((lambda a, b: 0.123,), "no es el índice de Rand"),
    ],
}

EQUIVALENT = {
    "7.10.1": {
        "`1` por `0` (línea 3)": "la tabla de distancias es simétrica",
    },
    "7.10.2": {
        "`grupo` delante de `mayor` (línea 5)": "da igual cuál se compara con cuál",
    },
    "7.10.3": {
        "lo que devuelve, ordenado": "ya lo estaba",
        "sin `axis=1` (línea 3)": "el último eje, el de siempre de np.sort, es el 1",
    },
}

TestContract = make_contract("lesson_07_10", GOOD, WRONG, EQUIVALENT)
