"""Contrato de los ejercicios de la lección 6.4, la red y la decisión."""

import itertools

import numpy as np
from contract import make_contract


def cost(f, a, m, c):
    return m[(f == 1) & ~a].sum() + c * a.sum()


def threshold(f, s, m, c):
    return min(s.tolist(), key=lambda u: cost(f, s >= u, m, c))


def threshold_loop(f, s, m, c):
    best, found = np.inf, None
    for u in np.sort(s):
        if cost(f, s >= u, m, c) < best:
            best, found = cost(f, s >= u, m, c), u
    return found


def recall_at(f, s, k):
    return f[np.argsort(-s)[:k]].sum() / f.sum()


def bins(chance, fraud, edges):
    inside = [(chance >= a) & (chance < b) for a, b in itertools.pairwise(edges)]
    return np.array([chance[i].sum() for i in inside]), np.array([fraud[i].sum() for i in inside])


GOOD = {
    "6.4.1": [
        (cost,),
        (
            lambda f, a, m, c: sum(
                (c if alert else 0) + (x if y and not alert else 0)
                for y, alert, x in zip(f, a, m, strict=True)
            ),
        ),
        (lambda f, a, m, c: np.where(a, c, f * m).sum(),),
    ],
    "6.4.2": [(threshold,), (threshold_loop,)],
    "6.4.3": [
        (recall_at,),
        (lambda f, s, k: sum(y for _, y in sorted(zip(s, f, strict=True))[-k:]) / sum(f),),
    ],
    "6.4.4": [
        (lambda p, m, c: p * m >= c,),
        (lambda p, m, c: np.array([a * b >= c for a, b in zip(p, m, strict=True)]),),
    ],
    "6.4.5": [
        (bins,),
        (lambda *given: tuple(each.tolist() for each in bins(*given)),),
        (
            lambda p, f, edges: (
                np.histogram(p, edges, weights=p)[0],
                np.histogram(p, edges, weights=f)[0],
            ),
        ),
    ],
}

WRONG = {
    "6.4.1": [
        ((lambda f, a, m, c: m * a,), "un solo número"),
        ((lambda f, a, m, c: None,), "debe ser un número"),
        ((lambda f, a, m, c: 0,), "No es el coste"),
        ((5,), "función"),
        ((lambda f, a: 0,), "se detuvo"),
    ],
    "6.4.2": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: None,), "debe ser un número"),
        ((lambda *a: 0.5,), "no es una puntuación"),
        ((lambda f, s, m, c: np.sort(s)[-2],), "hay otro que lo deja"),
    ],
    "6.4.3": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: None,), "debe ser un número"),
        ((lambda f, s, k: 0.5,), "no es la fracción"),
        ((lambda f, s, k: recall_at(f, s, k) * f.sum() / 9,), "no es la fracción"),
        ((lambda f, s, k: f[np.argsort(-s)[:k]].sum() / 9,), "no es la fracción"),
    ],
    "6.4.4": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda p, m, c: True,), "array"),
        ((lambda p, m, c: p * m,), "True y False"),
        ((lambda p, m, c: p < 0,), "No coincide"),
    ],
    "6.4.5": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: 5,), "dos cosas"),
        ((lambda *a: (5, [1, 2]),), "debe ser un array"),
        ((lambda *a: (["a"], [1, 2]),), "debe ser un número"),
        ((lambda p, f, edges: (np.zeros(len(edges) - 1), bins(p, f, edges)[1]),), "esperados"),
    ],
}

EQUIVALENT = {
    "6.4.2": {
        "`np.unique(puntuaciones)` por `puntuaciones` (línea 7)": "prueba más de una vez algunos",
    },
    "6.4.5": dict.fromkeys(
        (
            "`np.array(esperados)` por `esperados` (línea 8)",
            "`np.array(ocurridos)` por `ocurridos` (línea 8)",
        ),
        "una lista vale por un array",
    ),
}

TestContract = make_contract("lesson_06_04", GOOD, WRONG, EQUIVALENT)
