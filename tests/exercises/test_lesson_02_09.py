"""Contrato de los ejercicios de la lección 2.9, Cuesta abajo: el descenso de gradiente."""

import numpy as np
from contract import make_contract

from course_utils.exercises.lesson_02_09 import _penguins


def errors(w, b, x, y):
    return w * x + b - y


def slopes(w, b, x, y):
    e = errors(w, b, x, y)
    return 2 * (e * x).mean(), 2 * e.mean()


def differences(f, p, *, eps=1e-5, divide=2e-5, forward=False):
    out = np.zeros(len(p))
    for i in range(len(p)):
        more, less = p.copy(), p.copy()
        more[i] += eps
        less[i] -= 0 if forward else eps
        out[i] = (f(more) - f(less)) / divide
    return out


def spoils(f, p):
    p += 1
    return p


def descent(x, y, rate, steps):
    w = b = 0.0
    for _ in range(steps):
        dw, db = slopes(w, b, x, y)
        w, b = w - rate * dw, b - rate * db
    return w, b


def step(w, slope, rate):
    return w - rate * slope


def limit(x, *, pick=max):
    table = np.column_stack([x, np.ones_like(x)])
    return 2 / pick(np.linalg.eigvalsh(2 / len(x) * table.T @ table))


GOOD = {
    "2.9.1": [
        (lambda w, b, x, y: (errors(w, b, x, y) ** 2).mean(),),
        (lambda w, b, x, y: sum((w * u + b - v) ** 2 for u, v in zip(x, y)) / len(x),),  # noqa: B905
        (lambda w, b, x, y: np.mean(np.square(y - w * x - b)),),
    ],
    "2.9.2": [(step,), (lambda w, s, r: w + -s * r,)],
    "2.9.3": [
        (slopes,),
        (lambda w, b, x, y: list(slopes(w, b, x, y)),),
        (lambda w, b, x, y: (2 / len(x) * (w * x + b - y) @ x, 2 / len(x) * sum(w * x + b - y)),),
    ],
    "2.9.4": [
        (differences,),
        (lambda f, p: [(f(p + e) - f(p - e)) / 2e-5 for e in np.eye(len(p)) * 1e-5],),
    ],
    "2.9.5": [(descent,), (lambda *args: list(descent(*args)),)],
    "2.9.6": [
        (limit,),
        (lambda x: 1 / np.linalg.norm([[np.mean(x * x), np.mean(x)], [np.mean(x), 1]], 2),),
    ],
    "2.9.7": [
        lambda: (descent(*_penguins(), 0.5, 100),),
        lambda: (list(descent(*_penguins(), 0.1, 400)),),
        lambda: (np.array(descent(*_penguins(), 0.3, 40)),),
    ],
}

WRONG = {
    "2.9.1": [
        ((3.0,), "debe ser una función"),
        ((lambda w: 0,), "TypeError"),
        ((lambda w, b, x, y: errors(w, b, x, y) ** 2,), "resumirlo"),
        ((lambda w, b, x, y: None,), "return"),
        ((lambda w, b, x, y: (errors(w, -b, x, y) ** 2).mean(),), "No es el error cuadrático"),
    ],
    "2.9.2": [
        ((3,), "debe ser una función"),
        ((lambda w: w,), "TypeError"),
        ((lambda w, s, r: "w",), "debe ser un número"),
        ((lambda w, s, r: 0.0,), "no es el valor pedido"),
    ],
    "2.9.3": [
        ((3.0,), "debe ser una función"),
        ((lambda w, b, x, y: slopes(w, b, x, y)[0],), "dos cosas separadas"),
        ((lambda w, b, x, y: w.nada,), "AttributeError"),
        ((lambda w, b, x, y: (2 * errors(w, b, x, y) * x, 0.0),), "es un array"),
        ((lambda w, b, x, y: ("dw", "db"),), "dw debe ser un número"),
        ((lambda w, b, x, y: (slopes(w, b, x, y)[0], 5.0),), "db no es"),
    ],
    "2.9.4": [
        (("f",), "debe ser una función"),
        ((lambda f, p: f(),), "TypeError"),
        ((spoils,), "cambia el array p"),
        ((lambda f, p: 3.0,), "debe ser un array"),
        ((lambda f, p: np.zeros(7),), "forma"),
        ((lambda f, p: differences(f, p, forward=True, divide=1e-5),), "los dos lados"),
        ((lambda f, p: differences(f, p, eps=1e-2, divide=2e-2),), "los dos lados"),
        ((lambda f, p: p * 0,), "no es el valor pedido"),
        ((lambda f, p: np.array(["a"] * len(p)),), "no es el valor pedido"),
    ],
    "2.9.5": [
        ((3,), "debe ser una función"),
        ((lambda x, y, rate, steps: 3.0,), "dos cosas separadas"),
        ((lambda x, y: (0, 0),), "TypeError"),
        ((lambda x, y, rate, steps: (None, 0.0),), "w debe ser un número"),
        ((lambda x, y, r, n: descent(x, y, 1e9, 60),), "ni nan ni infinito"),
        ((lambda x, y, r, n: (0.0, 0.0),), "no acaba donde debe"),
    ],
    "2.9.6": [
        ((0.5,), "debe ser una función"),
        ((lambda x, y: 0,), "TypeError"),
        ((lambda x: np.array([1.0, 2.0]),), "solo cuenta la mayor"),
        ((lambda x: "0.1",), "debe ser un número"),
        ((lambda x: 0.05,), "no es el valor pedido"),
    ],
    "2.9.7": [
        ((3,), "la pareja w, b"),
        (((1, 2, 3),), "la pareja w, b"),
        ((("w", "b"),), "debe ser un número"),
        (((4.2017543, 0.6976420),), "al revés"),
        (((1e30, 2.0),), "ha divergido"),
        (((1.0, -1e9),), "ha divergido"),
        (((0.69, 4.2017543),), "no son el fondo"),
    ],
}

EQUIVALENT = {
    "2.9.1": {"`w * x + b - y`, al revés (línea 2)": "se elevan al cuadrado: el signo da igual"},
    "2.9.6": {
        "`2 / len(x) * columnas.T @ columnas`, al revés (línea 3)": "los mismos, y ceros",
        "`np.ones_like(x)` delante de `x` (línea 2)": "los autovalores no dependen del orden",
    },
}

TestContract = make_contract("lesson_02_09", GOOD, WRONG, EQUIVALENT)
