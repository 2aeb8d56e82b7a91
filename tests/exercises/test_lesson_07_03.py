"""Contrato de los ejercicios de la lección 7.3, Árboles de decisión."""

from itertools import pairwise

import numpy as np
from contract import make_contract

from course_utils.exercises.lesson_07_03 import _best, _entropy, _gini, _mix, _simplest


def mix_by_counts(column, labels, cut):
    sides = labels[column <= cut], labels[column > cut]
    return sum(len(side) * _gini(side) for side in sides) / len(labels)


def best_in_other_words(x, labels):
    found = []
    for j in range(x.shape[1]):
        values = sorted(set(x[:, j].tolist()))
        for low, high in pairwise(values):
            found.append((mix_by_counts(x[:, j], labels, (low + high) / 2), j, (low + high) / 2))
    lowest = min(each[0] for each in found)
    return next(each[1:] for each in found if each[0] <= lowest + 1e-12)


def best_of_each_column(x, labels):
    """Empieza de nuevo en cada columna: se queda con la mejor de la última."""
    j = x.shape[1] - 1
    return j, _best(x[:, -1:], labels)[1]


def entropy_by_unique(labels):
    shares = np.unique(labels, return_counts=True)[1] / len(labels)
    return sum(-p * np.log2(p) for p in shares)


def entropy_without_filter(labels):
    shares = np.bincount(labels) / len(labels)
    return -(shares * np.log2(shares)).sum()


def fractions(leaves, labels, leaf, classes):
    inside = labels[leaves == leaf]
    return np.array([(inside == k).mean() for k in range(classes)])


GOOD = {
    "7.3.1": [(_mix,), (mix_by_counts,), (lambda c, e, k: np.float64(_mix(c, e, k)),)],
    "7.3.2": [(_best,), (lambda x, y: list(_best(x, y)),), (best_in_other_words,)],
    "7.3.3": [(_entropy,), (entropy_by_unique,)],
    "7.3.4": [
        (fractions,),
        (lambda h, y, k, n: fractions(h, y, k, n).tolist(),),
    ],
    "7.3.5": [(_simplest,), (lambda a, h, m: np.int64(_simplest(a, h, m)),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.3.1": [
        ((0.3,), "debe ser una función"),
        ((lambda c, e, k: c <= k,), "debe ser un número"),
        ((lambda c, e, k: 0.123,), "su fracción de muestras por su índice"),
    ],
    "7.3.2": [
        (((0, 1.5),), "debe ser una función"),
        ((lambda x, y: 3.0,), "dos cosas"),
        ((lambda x, y: ("largo", 2.0),), "debe ser un número"),
        ((lambda x, y: (_best(x, y)[0], "2"),), "debe ser un número"),
        ((best_of_each_column,), "empiezas de nuevo en cada"),
        ((lambda x, y: (_best(x, y)[0], _best(x, y)[1] + 0.3),), "todos los puntos medios"),
    ],
    "7.3.3": [
        ((1.0,), "debe ser una función"),
        ((lambda y: None,), "debe ser un número"),
        ((entropy_without_filter,), "0 · log2(0)"),
        ((lambda y: np.bincount(y) / len(y),), "falta resumirlo"),
        ((lambda y: 0.7,), "cambia el signo"),
    ],
    "7.3.4": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda h, y, k, n: 0.5,), "debe ser un array"),
        ((lambda h, y, k, n: fractions(h, y, k, y[h == k].max() + 1),), "también se piden"),
        ((lambda h, y, k, n: np.ones((n, n)),), "debe tener forma"),
        ((lambda h, y, k, n: np.full(n, 1 / n),), "deben sumar 1"),
    ],
    "7.3.5": [
        ((8,), "debe ser una función"),
        ((lambda a, h, m: 8.0,), "debe ser un número entero"),
        ((lambda a, h, m: 99,), "el de menos hojas"),
    ],
}

TestContract = make_contract("lesson_07_03", GOOD, WRONG)
