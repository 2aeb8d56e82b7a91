"""Contrato de los ejercicios de la lección 7.2, El truco del núcleo."""

import numpy as np
from contract import make_contract
from sklearn.metrics.pairwise import polynomial_kernel, rbf_kernel
from sklearn.svm import SVC


def polynomial(a, b, degree):
    return (a @ b.T + 1) ** degree


def similarity(a, b, gamma):
    return np.exp(-gamma * ((a[:, np.newaxis] - b) ** 2).sum(axis=-1))


def similarity_with_loops(a, b, gamma):
    table = np.zeros((len(a), len(b)))
    for i, row in enumerate(a):
        for j, other in enumerate(b):
            table[i, j] = np.exp(-gamma * np.sum((row - other) ** 2))
    return table


def decision(k, alpha, t, b):
    return k @ (alpha * t) + b


def dual(alpha, t, k):
    return alpha.sum() - (alpha * t) @ k @ (alpha * t) / 2


def dual_with_loops(alpha, t, k):
    pairs = range(len(t))
    double = sum(alpha[i] * alpha[j] * t[i] * t[j] * k[i, j] for i in pairs for j in pairs)
    return sum(alpha) - double / 2


def tube(y, p, epsilon):
    return np.maximum(0, np.abs(y - p) - epsilon)


def grid(x, y, x_valid, y_valid, costs, gammas):
    return np.array(
        [[SVC(C=c, gamma=g).fit(x, y).score(x_valid, y_valid) for g in gammas] for c in costs]
    )


GOOD = {
    "7.2.1": [
        (polynomial,),
        (lambda a, b, degree: polynomial_kernel(a, b, degree=degree, gamma=1, coef0=1),),
        (lambda a, b, n: np.array([[(p @ q + 1) ** n for q in b] for p in a]),),
    ],
    "7.2.2": [
        (similarity,),
        (similarity_with_loops,),
        (lambda a, b, gamma: rbf_kernel(a, b, gamma=gamma),),
    ],
    "7.2.3": [
        (decision,),
        (lambda k, alpha, t, b: [sum(row * alpha * t) + b for row in k],),
        (lambda k, alpha, t, b: (k * alpha * t).sum(axis=1) + b,),
    ],
    "7.2.4": [(dual,), (dual_with_loops,)],
    "7.2.5": [
        (tube,),
        (lambda y, p, e: [max(0, abs(a - b) - e) for a, b in zip(y, p, strict=True)],),
        (lambda y, p, e: np.where(abs(y - p) > e, abs(y - p) - e, 0),),
    ],
    "7.2.6": [(grid,), (lambda *a: grid(*a).tolist(),)],
}

WRONG = {
    "7.2.1": [
        ((1,), "debe ser una función"),
        ((lambda a, b, degree: 3,), "debe ser un array"),
        ((lambda a, b, degree: polynomial(a, b, degree).T,), "está tumbada"),
        ((lambda a, b, degree: np.zeros(3),), "forma"),
        ((lambda a, b, degree: a @ b.T * 0,), "no es el valor pedido"),
    ],
    "7.2.2": [
        ((1,), "debe ser una función"),
        ((lambda a, b, gamma: similarity(a, b, gamma).T,), "está tumbada"),
        ((lambda a, b, gamma: similarity(a, b, gamma) * 0,), "no es el valor pedido"),
    ],
    "7.2.3": [
        ((1,), "debe ser una función"),
        ((lambda k, alpha, t, b: ["a"],), "cada número de lo que devuelve decision"),
        ((lambda k, alpha, t, b: 1.0,), "debe ser un array"),
        ((lambda k, alpha, t, b: np.array(["a"]),), "no es un número corriente"),
        ((lambda k, alpha, t, b: np.zeros(len(k)),), "no es el valor pedido"),
    ],
    "7.2.4": [
        ((1,), "debe ser una función"),
        ((lambda alpha, t, k: alpha,), "resumirlo"),
        ((lambda alpha, t, k: 0.0,), "no es el valor pedido"),
    ],
    "7.2.5": [
        ((1,), "debe ser una función"),
        ((lambda y, p, e: y * 0 + 9,), "no es el valor pedido"),
    ],
    "7.2.6": [
        ((1,), "debe ser una función"),
        ((lambda *a: [["a"]],), "una tabla de números"),
        ((lambda *a: 3,), "debe ser un array"),
        ((lambda *a: grid(*a).T,), "está tumbada"),
        ((lambda *a: np.zeros(2),), "forma"),
        ((lambda *a: grid(*a) * 0,), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "7.2.2": {
        "`a[:, np.newaxis] - hitos[np.newaxis]`, al revés (línea 2)": "se eleva al cuadrado",
        "`hitos[np.newaxis]` por `hitos` (línea 2)": "NumPy pone ese eje al restar",
    },
    "7.2.3": {"`*` por `/` ante `t` (línea 2)": "t vale 1 o −1"},
    "7.2.4": {
        "`*` por `/` ante `t` (línea 2)": "t vale 1 o −1",
        "`v @ K @ v`, al revés (línea 3)": "K es simétrico",
        "`v @ K`, al revés (línea 3)": "K es simétrico",
    },
    "7.2.5": {"`y - prediccion`, al revés (línea 2)": "cuenta el valor absoluto"},
}

TestContract = make_contract("lesson_07_02", GOOD, WRONG, EQUIVALENT)
