"""Contrato de los ejercicios de la lección 7.7, Menos dimensiones."""

import numpy as np
from contract import make_contract
from sklearn.decomposition import PCA
from sklearn.pipeline import make_pipeline

from course_utils.exercises.lesson_07_07 import _axes, _back, _contrast, _fewest


def contrast_by_norm(points, centre):
    away = sorted(np.linalg.norm(points - centre, axis=1))
    return away[-1] / away[0]


def axes_by_sklearn(x, k):
    pca = PCA(k, svd_solver="full").fit(x)
    return pca.mean_, -pca.components_


def fewest_by_loop(shares, least):
    total, k = 0, 0
    while total < least:
        total += shares[k]
        k += 1
    return k


def back_one_by_one(x, mean, axes):
    return np.array([mean + sum(((row - mean) @ axis) * axis for axis in axes) for row in x])


def prepared(x_train, x_valid, k):
    pca = PCA(k).fit(x_train)
    return pca.transform(x_train), pca.transform(x_valid)


def prepared_by_hand(x_train, x_valid, k):
    mean, axes = _axes(x_train, k)
    return [(table - mean) @ -axes.T for table in (x_train, x_valid)]


def prepared_by_pipeline(x_train, x_valid, k):
    steps = make_pipeline(PCA(k))
    return steps.fit_transform(x_train), steps.transform(x_valid)


GOOD = {
    "7.7.1": [(_contrast,), (contrast_by_norm,)],
    "7.7.2": [(_axes,), (axes_by_sklearn,), (lambda x, k: list(axes_by_sklearn(x, k)),)],
    "7.7.3": [(_fewest,), (fewest_by_loop,), (lambda f, m: np.int64(_fewest(f, m)),)],
    "7.7.4": [(_back,), (back_one_by_one,)],
    "7.7.5": [(prepared,), (prepared_by_hand,), (prepared_by_pipeline,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.7.1": [
        ((3.0,), "debe ser una función"),
        ((lambda p, c: "lejos",), "debe ser un número"),
        ((lambda p, c: 0.5,), "entre la menor"),
    ],
    "7.7.2": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda x, k: x.mean(axis=0),), "dos cosas"),
        ((lambda x, k: (x.mean(axis=0).tolist(), _axes(x, k)[1]),), "debe ser un array"),
        ((lambda x, k: (x.mean(axis=0), [1.0]),), "debe ser un array"),
        ((lambda x, k: (x.mean(axis=0), np.ones(k)),), "debe tener forma"),
        ((lambda x, k: (x.mean(axis=0), 2 * _axes(x, k)[1]),), "la tercera matriz"),
        ((lambda x, k: (0 * x.mean(axis=0), _axes(x, k)[1]),), "media no es lo pedido"),
    ],
    "7.7.3": [
        ((2,), "debe ser una función"),
        ((lambda f, m: 0.5,), "debe ser un número entero"),
        ((lambda f, m: 77,), "di cuántas van"),
    ],
    "7.7.4": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda x, m, e: 0.5,), "debe ser un array"),
        ((lambda x, m, e: (x - m) @ e.T,), "Devuelves los códigos"),
        ((lambda x, m, e: m,), "debe tener forma"),
        ((lambda x, m, e: x + 1,), "no da la reconstrucción"),
    ],
    "7.7.5": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda a, b, k: a,), "dos cosas"),
        ((lambda a, b, k: (a.tolist(), b),), "debe ser un array"),
        ((lambda a, b, k: (a[:, :k], np.ones(k)),), "no es lo pedido"),
        ((lambda a, b, k: (a[:, :k], b[:, :k]),), "no es lo pedido"),
    ],
}

EQUIVALENT = {
    "7.7.1": {
        "`puntos - centro`, al revés (línea 2)": "se eleva al cuadrado",
        "`sum` por `mean` en `((puntos - centro) ** 2).sum(axis=1)` (línea 2)": "la división quita "
        "el número de columnas",
    },
    "7.7.2": {
        "`False` por `True` (línea 3)": "las primeras filas de la matriz entera son las mismas",
        "sin `full_matrices=False` (línea 3)": "las primeras filas son las mismas",
        "`x - media`, al revés (línea 3)": "da las componentes con el otro signo, que también vale",
    },
    "7.7.3": {
        "`int(np.argmax(np.cumsum(fracciones) >= …` por `np.argmax(np.cumsum(fracciones) >= mini…` "
        "(línea 2)": "es el mismo entero, de NumPy",
    },
}

TestContract = make_contract("lesson_07_07", GOOD, WRONG, EQUIVALENT)
