"""Contrato de los ejercicios de la lección 7.1, La calle más ancha."""

import numpy as np
from contract import make_contract


def hinge(t, f):
    return np.maximum(0, 1 - t * f)


def hinge_with_loop(t, f):
    return [max(0, 1 - a * b) for a, b in zip(t, f, strict=True)]


def cost(w, b, x, t, c):
    return w @ w / 2 + c * hinge(t, x @ w + b).sum()


def cost_with_loop(w, b, x, t, c):
    paid = sum(max(0, 1 - a * (row @ w + b)) for a, row in zip(t, x, strict=True))
    return 0.5 * np.linalg.norm(w) ** 2 + c * paid


def gradient(w, b, x, t, c):
    pay = t * (x @ w + b) < 1
    return w - c * (t[pay] @ x[pay]), -c * t[pay].sum()


def gradient_with_loop(w, b, x, t, c):
    dw, db = w.copy(), 0
    for row, side in zip(x, t, strict=True):
        if side * (row @ w + b) < 1:
            dw -= c * side * row
            db -= c * side
    return dw, db


def scores(models, x, t, x_valid, t_valid):
    return [model.fit(x, t).score(x_valid, t_valid) for model in models]


def choose_with_loop(models, x, t, x_valid, t_valid):
    best, place = -1, None
    for i, model in enumerate(models):
        hits = np.mean(model.fit(x, t).predict(x_valid) == t_valid)
        if hits > best:
            best, place = hits, i
    return place


GOOD = {
    "7.1.1": [
        (lambda w: 2 / np.sqrt((w**2).sum()),),
        (lambda w: 2 / np.linalg.norm(w),),
        (lambda w: 2 * (w @ w) ** -0.5,),
    ],
    "7.1.2": [
        (hinge,),
        (hinge_with_loop,),
        (lambda t, f: np.where(t * f < 1, 1 - t * f, 0),),
    ],
    "7.1.3": [(cost,), (cost_with_loop,)],
    "7.1.4": [(gradient,), (gradient_with_loop,)],
    "7.1.5": [
        (lambda *a: int(np.argmax(scores(*a))),),
        (choose_with_loop,),
        (lambda *a: scores(*a).index(max(scores(*a))),),
    ],
}

WRONG = {
    "7.1.1": [
        ((0.5,), "debe ser una función"),
        ((lambda w: 2 / np.abs(w),), "resumirlo"),
        ((lambda w: 3.0,), "no es el valor pedido"),
    ],
    "7.1.2": [
        ((1,), "debe ser una función"),
        ((lambda t, f: ["mucho"],), "cada número de lo que devuelve bisagra"),
        ((lambda t, f: 1.5,), "debe ser un array"),
        ((lambda t, f: np.array(["a", "b"]),), "no es un número corriente"),
        ((lambda t, f: np.zeros(len(t)),), "no es el valor pedido"),
        ((lambda t, f: np.zeros((len(t), 1)),), "forma"),
    ],
    "7.1.3": [
        ((1,), "debe ser una función"),
        ((lambda w, b, x, t, c: hinge(t, x @ w + b),), "resumirlo"),
        ((lambda w, b, x, t, c: 0.0,), "El coste no es el pedido"),
    ],
    "7.1.4": [
        ((1,), "debe ser una función"),
        ((lambda *a: 5.0,), "dos cosas"),
        ((lambda *a: (0, 0),), "dw"),
        ((lambda *a: ("nada", "nada"),), "dw"),
        ((lambda w, *a: (w * 0 + 7, 0),), "dw no es el gradiente"),
        ((lambda *a: (gradient(*a)[0], 100),), "db no es el gradiente"),
        ((lambda *a: (gradient(*a)[0], "nada"),), "db"),
    ],
    "7.1.5": [
        ((1,), "debe ser una función"),
        ((lambda models, *a: models[0],), "se pide su posición"),
        ((lambda *a: "el primero",), "debe ser un número"),
        ((lambda *a: 7,), "No es la posición del que más acierta"),
    ],
}

EQUIVALENT = {
    "7.1.5": {
        "`int(np.argmax(notas))` por `np.argmax(notas)` (línea 4)": "es el mismo entero, de NumPy",
    },
}

TestContract = make_contract("lesson_07_01", GOOD, WRONG, EQUIVALENT)
