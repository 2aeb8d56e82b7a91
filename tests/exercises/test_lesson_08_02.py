"""Contrato de los ejercicios de la lección 8.2, Optimizadores, uno a uno."""

import numpy as np
from contract import make_contract


def nesterov(p, v, g, rate, beta):
    """El original: la pelota va por detrás del punto que se guarda."""
    ball = p - beta * v
    v = beta * v - rate * g
    ball = ball + v
    return ball + beta * v, v


def rmsprop(p, s, g, rate, rho):
    s = s + (1 - rho) * (g * g - s)
    return p - rate * g * (s + 1e-7) ** -0.5, s


def adamw(p, m, s, rate, decay):
    return (1 - rate * decay) * p - rate * m / (np.sqrt(s) + 1e-7)


def pick(rates, losses, margin):
    best, place = np.inf, None
    for k in range(len(losses) - 4):
        mean = losses[k : k + 5].mean()
        if mean < best:
            best, place = mean, k + 2
    return rates[place] / margin


def one_cycle(step, total, peak):
    u = step / total
    if u <= 0.45:
        return peak / 10 + (peak - peak / 10) * u / 0.45
    if u <= 0.9:
        return peak - (peak - peak / 10) * (u - 0.45) / 0.45
    return peak / 10 - (peak / 10 - peak / 1000) * (u - 0.9) / 0.1


def distinct(a, b):
    wins, losses = np.sum(a > b), np.sum(a < b)
    return wins == len(a) or losses == len(a)


def spoils(p, v, g, rate, beta):
    v *= beta
    v -= rate * g
    return p + beta * v - rate * g, v


def spoils_rmsprop(p, s, g, rate, rho):
    result = rmsprop(p, s, g, rate, rho)
    s *= rho
    return result


def spoils_adamw(p, m, s, rate, decay):
    p -= rate * decay * p
    return p - rate * m / (np.sqrt(s) + 1e-7)


GOOD = {
    "8.2.1": [(nesterov,), (lambda *args: list(nesterov(*args)),)],
    "8.2.2": [(rmsprop,), (lambda *args: list(rmsprop(*args)),)],
    "8.2.3": [(adamw,)],
    "8.2.4": [(pick,)],
    "8.2.5": [(one_cycle,), (lambda *args: np.float64(one_cycle(*args)),)],
    "8.2.6": [(distinct,), (lambda a, b: abs(np.sign(a - b).sum()) == len(a),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.2.1": [
        ((3,), "debe ser una función"),
        ((lambda p, v: p,), "TypeError"),
        ((lambda *args: 3,), "dos cosas separadas"),
        ((spoils,), "cambia los arrays"),
        ((lambda *args: ("p", "v"),), "p debe ser un array"),
        ((lambda p, v, g, r, b: (p, v),), "p no es"),
        ((lambda *args: (nesterov(*args)[0], args[1] * 0),), "v no es"),
    ],
    "8.2.2": [
        ((3,), "debe ser una función"),
        ((lambda p, s: p,), "TypeError"),
        ((lambda *args: rmsprop(*args)[0][0],), "dos cosas separadas"),
        ((spoils_rmsprop,), "cambia los arrays"),
        ((lambda *args: ("p", "s"),), "p debe ser un array"),
        ((lambda p, s, g, r, rho: (p, s),), "p no es"),
        ((lambda *args: (rmsprop(*args)[0], args[1] * 0),), "s no es"),
    ],
    "8.2.3": [
        ((3,), "debe ser una función"),
        ((lambda p, m: p,), "TypeError"),
        ((spoils_adamw,), "cambia los arrays"),
        ((lambda *args: "p",), "debe ser un array"),
        ((lambda p, *args: p,), "no es el valor pedido"),
        ((lambda *args: np.zeros(7),), "forma"),
    ],
    "8.2.4": [
        ((3,), "debe ser una función"),
        ((lambda rates: 1,), "TypeError"),
        ((lambda *args: "1",), "debe ser un número"),
        ((lambda *args: 99.0,), "no es el valor pedido"),
    ],
    "8.2.5": [
        ((3,), "debe ser una función"),
        ((lambda step: 1,), "TypeError"),
        ((lambda *args: "1",), "debe ser un número"),
        ((lambda *args: 99.0,), "no es el valor pedido"),
    ],
    "8.2.6": [
        ((3,), "debe ser una función"),
        ((lambda a: True,), "TypeError"),
        ((lambda a, b: a > b,), "debe ser"),
    ],
}

_SCALE = "la suma de cinco pérdidas, o cualquier múltiplo, es mínima donde lo es su media"
EQUIVALENT = {
    "8.2.4": dict.fromkeys(
        (
            "`np.ones(5) / 5` delante de `perdidas` (línea 2)",
            "`np.ones(5) / 5`, al revés (línea 2)",
            "sin `/` `5` (línea 2)",
            "`/` por `*` ante `5` (línea 2)",
            "`5` por `6` (línea 2), 2.ª vez",
            "`5` por `4` (línea 2), 2.ª vez",
            "`5` por `10` (línea 2), 2.ª vez",
        ),
        _SCALE,
    ),
    "8.2.6": {
        "`bool((a > b).all() or (a < b).all())` por `(a > b).all() or (a < b).all()` (línea 2)": (
            "True y False de NumPy también valen"
        ),
    },
}

TestContract = make_contract("lesson_08_02", GOOD, WRONG, EQUIVALENT)
