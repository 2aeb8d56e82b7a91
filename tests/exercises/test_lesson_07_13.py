"""Contrato de los ejercicios de la lección 7.13, El fraude, otra vez."""

import numpy as np
from contract import make_contract
from scipy.stats import rankdata

from course_utils.exercises.lesson_07_13 import (
    _only,
    _places,
    _saving,
    _shared_quota,
    _without,
)


def places(fraud, scores):
    return [int((scores > scores[i]).sum()) + 1 for i in np.flatnonzero(fraud)]


def saving(fraud, amounts, losses, quota, cost):
    total = 0.0
    for row in sorted(range(len(losses)), key=lambda i: -losses[i])[:quota]:
        if losses[row] >= cost:
            total += fraud[row] * amounts[row] - cost
    return total


def only(fraud, a, b, k):
    first, second = (set(np.argsort(-scores)[:k].tolist()) for scores in (a, b))
    return sum(fraud[i] for i in first - second)


def without(x, y, kinds, removed):
    out = np.flatnonzero(y)[kinds == removed]
    return np.delete(x, out, axis=0), np.delete(y, out)


def shared_quota(scores, rarity, k, reserved):
    chosen = np.argsort(-scores)[: k - reserved].tolist()
    for row in np.argsort(-rarity):
        if len(chosen) < k and row not in chosen:
            chosen.append(int(row))
    return chosen


GOOD = {
    "7.13.4": [
        (_places,),
        (places,),
        (lambda f, s: rankdata(-s)[f == 1].astype(int),),
    ],
    "7.13.1": [(_saving,), (saving,)],
    "7.13.2": [(_only,), (only,)],
    "7.13.3": [(_without,), (without,)],
    "7.13.5": [(_shared_quota,), (shared_quota,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.13.4": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda f, s: 2.0,), "debe ser"),
        ((lambda f, s: np.full(int(f.sum()), 99),), "no da los puestos pedidos"),
    ],
    "7.13.1": [
        ((120.0,), "debe ser una función"),
        ((lambda f, a, p, k, c: p,), "debe ser un número"),
        ((lambda f, a, p, k, c: 0.123,), "no es el ahorro pedido"),
    ],
    "7.13.2": [
        ((3,), "debe ser una función"),
        ((lambda f, a, b, k: a,), "debe ser un número"),
        ((lambda f, a, b, k: -7,), "no es el número pedido"),
    ],
    "7.13.3": [
        (((1, 2),), "debe ser una función"),
        ((lambda x, y, t, q: x,), ""),
        ((lambda x, y, t, q: (x, y),), "debe"),
        ((lambda x, y, t, q: tuple(p * 0 for p in _without(x, y, t, q)),), "no es la pedida"),
    ],
    "7.13.5": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda s, r, k, m: 3.0,), "debe ser"),
        ((lambda s, r, k, m: np.arange(k + 30),), "sin repetir"),
        ((lambda s, r, k, m: np.arange(k),), "no da las posiciones pedidas"),
        ((lambda s, r, k, m: np.ones((k, 2)),), "debe"),
    ],
}

EQUIVALENT = {
    "7.13.3": {"`y` por `x` (línea 3)": "las dos tienen una fila por pago: len da lo mismo"},
}

TestContract = make_contract("lesson_07_13", GOOD, WRONG, EQUIVALENT)
