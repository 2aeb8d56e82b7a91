"""Contrato de los ejercicios de la lección 7.11, Mezclas de gaussianas."""

import numpy as np
from contract import make_contract
from scipy.stats import norm

from course_utils.exercises.lesson_07_11 import _bic, _m_step, _shares, _suspicious


def bell(x, mean, deviation):
    return norm.pdf(x, mean, deviation)


def e_step(x, weights, means, deviations):
    rows = []
    for value in x:
        heights = [
            w * bell(value, m, s) for w, m, s in zip(weights, means, deviations, strict=True)
        ]
        rows.append([height / sum(heights) for height in heights])
    return np.array(rows)


def m_step(x, r):
    means = np.array([np.average(x, weights=column) for column in r.T])
    spread = [
        np.average((x - m) ** 2, weights=column) for m, column in zip(means, r.T, strict=True)
    ]
    return r.mean(axis=0), means, np.array(spread) ** 0.5


def bic(logs, parameters):
    return np.log(logs.size) * parameters - 2 * sum(logs)


GOOD = {
    "7.11.1": [(bell,)],
    "7.11.2": [(_shares,), (e_step,)],
    "7.11.3": [(_m_step,), (m_step,), (lambda x, r: [part.tolist() for part in m_step(x, r)],)],
    "7.11.4": [(_bic,), (bic,)],
    "7.11.5": [
        (_suspicious,),
        (lambda d, n, f: np.where(d < np.quantile(n, f))[0],),
        (lambda d, n, f: [i for i, v in enumerate(d) if v < np.quantile(n, f)],),
    ],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.11.1": [
        ((0.4,), "debe ser una función"),
        ((lambda x, m, s: None,), "debe ser un número"),
        ((lambda x, m, s: x * 0 + 0.1,), "trozo a trozo"),
    ],
    "7.11.2": [
        ((np.ones((2, 2)),), "debe ser una función"),
        ((lambda x, w, m, s: 0.5,), "debe ser"),
        ((lambda x, w, m, s: np.full((len(w), len(x)), 0.4),), "cambiadas filas y columnas"),
        ((lambda x, w, m, s: np.ones(len(x)),), "debe tener forma"),
        ((lambda x, w, m, s: _shares(x, w[:2], m[:2], s[:2]),), "los arrays enteros"),
        ((lambda x, w, m, s: np.full((len(x), len(w)), 1 / len(w)),), "la suma de la fila"),
    ],
    "7.11.3": [
        (((1, 2, 3),), "debe ser una función"),
        ((lambda x, r: 3.0,), "tres cosas"),
        ((lambda x, r: (0.5, *_m_step(x, r)[1:]),), "debe ser un array"),
        ((lambda x, r: (_m_step(x, r)[0], np.zeros(r.shape[1]), _m_step(x, r)[2]),), "medias"),
    ],
    "7.11.4": [
        ((850.0,), "debe ser una función"),
        ((lambda logs, p: logs,), "debe ser un número"),
        ((lambda logs, p: 12.0,), "menos 2L"),
        ((lambda logs, p: np.nan,), "ya son logaritmos"),
    ],
    "7.11.5": [
        ((np.array([1]),), "debe ser una función"),
        ((lambda d, n, f: None,), "debe ser un array"),
        ((lambda d, n, f: np.arange(len(d) + 1),), "El umbral es"),
        ((lambda d, n, f: _suspicious(d, n, f)[:, None],), "debe"),
        ((lambda d, n, f: _suspicious(d, n, f) + 1,), "no da las posiciones pedidas"),
    ],
}

EVEN = "la distancia a la media va al cuadrado: da igual el signo"
EQUIVALENT = {
    "7.11.1": {"`x - media`, al revés (línea 2)": EVEN},
    "7.11.2": {"`medias` delante de `x[:, np.newaxis]` (línea 2)": EVEN},
    "7.11.3": {
        "`x[:, np.newaxis] - medias`, al revés (línea 4)": EVEN,
        "`x` por `r` (línea 6)": "la tabla tiene una fila por medida: len da lo mismo",
    },
    "7.11.5": {"lo que devuelve, ordenado": "flatnonzero ya da las posiciones en orden"},
}

TestContract = make_contract("lesson_07_11", GOOD, WRONG, EQUIVALENT)
