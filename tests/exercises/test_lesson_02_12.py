"""Contrato de los ejercicios de la lección 2.12, ¿Aprende o se lo sabe de memoria?"""

import numpy as np
from contract import make_contract

POLY = np.polynomial.Polynomial.fit


def validated(x, y, xv, yv, degrees):
    return [np.mean((POLY(x, y, d)(xv) - yv) ** 2) for d in degrees]


def best_degree(x, y, xv, yv, degrees):
    return degrees[int(np.argmin(validated(x, y, xv, yv, degrees)))]


def by_loop(x, y, xv, yv, degrees):
    best, lowest = None, float("inf")
    for d in degrees:
        error = ((POLY(x, y, d)(xv) - yv) ** 2).mean()
        if error < lowest:
            best, lowest = d, error
    return best


def scale(a, b):
    return (a - a.mean(axis=0)) / a.std(axis=0), (b - a.mean(axis=0)) / a.std(axis=0)


def scale_in_place(a, b):
    mean, deviation = a.mean(axis=0), a.std(axis=0)
    b -= mean
    return (a - mean) / deviation, b / deviation


def diagnosis(own, new, noise):
    if own > 2 * noise:
        return "subajuste"
    return "sobreajuste" if new > 2 * own else "bien"


def dropout(h, p, rng):
    return np.where(rng.random(h.shape) < p, 0, h) / (1 - p)


def drops_in_place(h, p, rng):
    h *= rng.random(h.shape) >= p
    return h / (1 - p)


GOOD = {
    "2.12.1": [(best_degree,), (by_loop,)],
    "2.12.2": [
        (diagnosis,),
        (lambda a, b, c: ["bien", "sobreajuste", "subajuste"][2 * (a > 2 * c) or int(b > 2 * a)],),
    ],
    "2.12.3": [(dropout,), (lambda h, p, rng: (rng.random(h.shape) >= p) * (h / (1 - p)),)],
    "2.12.4": [
        (scale,),
        (lambda a, b: tuple((v - a.mean(0)) / np.std(a, axis=0) for v in (a, b)),),
    ],
    "2.12.5": [(3,), (np.int64(3),)],
}

WRONG = {
    "2.12.1": [
        ((4,), "debe ser una función"),
        ((lambda x, y: 4,), "TypeError"),
        ((lambda *args: validated(*args),), "debe ser un número"),
        ((lambda *args: 77,), "no es el valor pedido"),
    ],
    "2.12.2": [
        ((3,), "debe ser una función"),
        ((lambda a: "bien",), "TypeError"),
        ((lambda a, b, c: True,), "debe ser"),
        ((lambda a, b, c: "regular",), "no es el valor pedido"),
    ],
    "2.12.3": [
        ((3,), "debe ser una función"),
        ((lambda h, p: h,), "TypeError"),
        ((drops_in_place,), "cambia lo que recibe"),
        ((lambda h, p, rng: "h",), "debe ser un array"),
        ((lambda h, p, rng: h[:1],), "forma"),
        ((lambda h, p, rng: dropout(h, p, np.random.default_rng(0)),), "el rng que recibes"),
    ],
    "2.12.4": [
        ((3,), "debe ser una función"),
        ((lambda a, b: a,), "dos cosas separadas"),
        ((lambda a: a,), "TypeError"),
        ((scale_in_place,), "cambia los arrays"),
        ((lambda a, b: ("a", "b"),), "debe ser un array"),
        ((lambda a, b: (scale(a, b)[0], 3.0),), "z_test debe ser un array"),
        ((lambda a, b: (a, b),), "z_train no es"),
        ((lambda a, b: (scale(a, b)[0], b),), "z_test no es"),
    ],
    "2.12.5": [
        (("3",), "debe ser un número"),
        ((7,), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "2.12.1": {
        "`mean` por `sum` en `np.mean((polinomio(x_valid) - y_valid) …` (línea 5)": (
            "todos los grados se miden con los mismos datos"
        ),
        "`polinomio(x_valid) - y_valid`, al revés (línea 5)": "se elevan al cuadrado",
    },
    "2.12.3": {"`>=` por `>` en `azar >= p` (línea 3)": "dos números al azar no empatan"},
}

TestContract = make_contract("lesson_02_12", GOOD, WRONG, EQUIVALENT)
