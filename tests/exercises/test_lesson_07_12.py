"""Contrato de los ejercicios de la lección 7.12, Anomalías."""

import numpy as np
from contract import make_contract
from scipy.spatial.distance import mahalanobis as one_distance

from course_utils.exercises.lesson_07_12 import _cuts, _forest, _gaps, _local, _mahalanobis


def mahalanobis(x, mean, covariance):
    inverse = np.linalg.inv(covariance)
    return [one_distance(row, mean, inverse) for row in x]


def solved_mahalanobis(x, mean, covariance):
    gap = (x - mean).T
    return np.sqrt((gap * np.linalg.solve(covariance, gap)).sum(axis=0))


def cuts(values, point, draws):
    for used, draw in enumerate(draws):
        low, high = min(values), max(values)
        if low == high:
            return used
        cut = low + draw * (high - low)
        if point <= cut:
            values = [value for value in values if value <= cut]
        else:
            values = [value for value in values if value > cut]
    return len(draws)


def forest(mean, n):
    return 0.5 ** (mean / (2 * np.log(n - 1) + 2 * 0.5772 - 2 + 2 / n))


def local(table, k):
    means = [sorted(row)[:k] for row in table.tolist()]
    means = np.mean(means, axis=1)
    return [
        own / np.mean([means[i] for i in np.argsort(row)[:k]])
        for own, row in zip(means, table, strict=True)
    ]


def rebuilt(x, mean, axes):
    return (_gaps(x, mean, axes) ** 2).mean(axis=1)


GOOD = {
    "7.12.1": [(_mahalanobis,), (mahalanobis,), (solved_mahalanobis,)],
    "7.12.2": [(_cuts,), (cuts,)],
    "7.12.3": [(_forest,), (forest,)],
    "7.12.4": [(_local,), (local,)],
    "7.12.5": [
        (rebuilt,),
        (lambda x, m, e: np.square(x - m - (x - m) @ e.T @ e).sum(axis=1) / x.shape[1],),
    ],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.12.1": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda x, m, c: 2.0,), "debe ser"),
        ((lambda x, m, c: np.ones(len(x) + 7),), "debe"),
        ((lambda x, m, c: np.ones(len(x)),), "no da las distancias pedidas"),
    ],
    "7.12.2": [
        ((3,), "debe ser una función"),
        ((lambda v, p, s: v,), "debe ser un número"),
        ((lambda v, p, s: -5,), "no da los cortes pedidos"),
    ],
    "7.12.3": [
        ((0.5,), "debe ser una función"),
        ((lambda m, n: "0.5",), "debe ser un número"),
        ((lambda m, n: m * 0 + 0.5,), "no es el valor pedido"),
    ],
    "7.12.4": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda t, k: 1.0,), "debe ser"),
        ((lambda t, k: np.full(len(t), 0.3),), "no da las rarezas pedidas"),
    ],
    "7.12.5": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda x, m, e: _gaps(x, m, e),), "debe"),
        ((lambda x, m, e: np.ones(len(x)),), "no da los errores pedidos"),
    ],
}

EQUIVALENT = {
    "7.12.1": {
        "`x - media`, al revés (línea 2)": "la resta aparece dos veces: el signo se va",
    },
    "7.12.2": {
        "`max` por `mean` en `valores.max()` (línea 3)": "si no son todos iguales, la media "
        "también pasa del mínimo",
    },
    "7.12.4": {
        "`mean` por `sum` en `np.sort(tabla, axis=1)[:, :k].mean(axis…` (línea 3)": "la k se va "
        "al dividir",
        "sin `axis=1` (línea 2)": "argsort ordena el último eje: es el 1",
        "sin `axis=1` (línea 3), 2.ª vez": "np.sort ordena el último eje: es el 1",
    },
    "7.12.5": {"`x - vuelta`, al revés (línea 3)": "al cuadrado da igual el signo"},
}

TestContract = make_contract("lesson_07_12", GOOD, WRONG, EQUIVALENT)
