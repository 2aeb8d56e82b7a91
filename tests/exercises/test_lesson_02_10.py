"""Contrato de los ejercicios de la lección 2.10, Pasos mejores: lotes, momento y Adam."""

import keras
import numpy as np
import pytest
from contract import make_contract

from course_utils.exercises import lesson_02_10
from course_utils.exercises.lesson_02_10 import _penguins


def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[i : i + size] for i in range(0, n, size)]


def own_generator(n, size, rng):
    return batches(n, size, np.random.default_rng(0))


def ball(p, v, g, rate, beta):
    v = beta * v - rate * g
    return p + v, v


def adam(p, m, s, g, t, rate):
    """En el orden en que lo escribe Keras."""
    m, s = m + (g - m) * 0.1, s + (g * g - s) * 0.001
    alpha = rate * np.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    return p - alpha * m / (np.sqrt(s) + 1e-7 * np.sqrt(1 - 0.999**t)), m, s


def spoils(p, v, g, rate, beta):
    v *= beta
    v -= rate * g
    return p + v, v


def spoils_adam(p, m, s, g, t, rate):
    result = adam(p, m, s, g, t, rate)
    m *= 0
    return result


def needed(losses, goal):
    for position in range(len(losses)):
        if losses[position] <= goal:
            return position + 1
    return None


def trained(epochs, rate=0.001):
    measures, mass = _penguins()
    rng, p, v = np.random.default_rng(0), np.zeros(4), np.zeros(4)
    for _ in range(epochs):
        for batch in batches(len(mass), 32, rng):
            error = measures[batch] @ p - mass[batch]
            p, v = ball(p, v, 2 / len(batch) * measures[batch].T @ error, rate, 0.9)
    return p


GOOD = {
    "2.10.1": [
        (batches,),
        (lambda n, size, rng: [b.tolist() for b in batches(n, size, rng)],),
        (lambda n, size, rng: np.split(rng.permutation(n), range(size, n, size)),),
    ],
    "2.10.2": [
        (ball,),
        (lambda p, v, g, r, b: [p + (b * v - r * g), b * v - r * g],),
    ],
    "2.10.3": [(adam,), (lambda *args: list(adam(*args)),)],
    "2.10.4": [
        (needed,),
        (lambda losses, goal: next((k + 1 for k, v in enumerate(losses) if v <= goal), None),),
    ],
    "2.10.5": [lambda: (trained(60),), lambda: (trained(100),)],
}

WRONG = {
    "2.10.1": [
        ((3,), "debe ser una función"),
        ((lambda n, size: [],), "TypeError"),
        ((lambda n, size, rng: rng.permutation(n),), "una lista"),
        ((lambda n, size, rng: [],), "array de una dimensión"),
        ((lambda n, size, rng: [np.zeros(3)],), "(enteros)"),
        ((lambda n, size, rng: list(rng.permutation(n)),), "array de una dimensión"),
        (
            (lambda n, size, rng: [b for b in batches(n, size, rng) if len(b) == size] or [[0]],),
            "el último lote",
        ),
        (
            (lambda n, s, rng: [rng.integers(0, n, len(b)) for b in batches(n, s, rng)],),
            "una sola vez",
        ),
        ((lambda n, size, rng: [b + 1 for b in batches(n, size, rng)],), "una sola vez"),
        ((lambda n, size, rng: np.array_split(rng.permutation(n), -(-n // size)),), "deben medir"),
        (
            (lambda n, size, rng: np.split(np.arange(n), range(size, n, size)),),
            "Las posiciones salen en orden",
        ),
        ((own_generator,), "no uno nuevo"),
        ((lambda n, size, rng: batches(n, size, np.random),), "no con np.random"),
        ((lambda n, s, rng: batches(n, s, rng) if n < 50 or n > 55 else 3,), "una lista"),
    ],
    "2.10.2": [
        ((3,), "debe ser una función"),
        ((lambda p, v: p,), "TypeError"),
        ((lambda *args: 3,), "dos cosas separadas"),
        ((spoils,), "cambia los arrays"),
        ((lambda *args: ("p", "v"),), "p debe ser un array"),
        ((lambda p, v, g, r, b: (np.zeros(7), v),), "forma"),
        ((lambda p, v, g, r, b: (p, v),), "p no es"),
        ((lambda *args: (ball(*args)[0], args[1] * 0),), "v no es"),
    ],
    "2.10.3": [
        ((3,), "debe ser una función"),
        ((lambda p, m: p,), "TypeError"),
        ((lambda *args: adam(*args)[0],), "tres cosas separadas"),
        ((spoils_adam,), "cambia los arrays"),
        ((lambda *args: ("p", "m", "s"),), "p debe ser un array"),
        ((lambda p, m, s, g, t, r: (p, m, s),), "p no es"),
        ((lambda *args: (*adam(*args)[:2], args[2]),), "s no es"),
    ],
    "2.10.4": [
        ((3,), "debe ser una función"),
        ((lambda losses: 1,), "TypeError"),
        ((lambda losses, goal: "1",), "debe ser un número"),
        ((lambda losses, goal: 2.5,), "debe ser un número entero"),
        ((lambda losses, goal: 99,), "no es el valor pedido"),
    ],
    "2.10.5": [
        (("pesos",), "pesos debe ser un array"),
        ((np.zeros(3),), "forma"),
        ((np.array([0, np.nan, 0, 0]),), "número corriente"),
        ((np.full(4, 1e6),), "más que con los pesos a cero"),
        (lambda: (trained(3),), "como mucho"),
    ],
}

EQUIVALENT = {
    "2.10.5": dict.fromkeys(
        (
            "`0.0005` por `0.001` (línea 8)",
            "`1` por `0` (línea 1)",
            "`1` por `2` (línea 1)",
            "`2` por `1` (línea 6)",
            "`2` por `3` (línea 6)",
            "`2` por `4` (línea 6)",
            "`32` por `31` (línea 4)",
            "`32` por `33` (línea 4)",
            "`32` por `64` (línea 4)",
            "`60` por `120` (línea 3)",
            "`60` por `59` (línea 3)",
            "`60` por `61` (línea 3)",
            "`np.random.default_rng(1)` por `np.random` (línea 1)",
            "`np.zeros(4)` por `4` (línea 2), 2.ª vez",
            "redondeado a 2 decimales",
        ),
        "también baja hasta donde se pide: se juzga la pérdida, no cómo se llegó",
    ),
}

TestContract = make_contract("lesson_02_10", GOOD, WRONG, EQUIVALENT)


@pytest.mark.parametrize(
    ("optimizer", "step"),
    [
        (
            lambda: keras.optimizers.SGD(0.01, momentum=0.9),
            lambda p, m, s, g, t: (*lesson_02_10._with_momentum(p, m, g, 0.01, 0.9), s),
        ),
        (
            lambda: keras.optimizers.Adam(0.2),
            lambda p, m, s, g, t: lesson_02_10._adam(p, m, s, g, t, 0.2),
        ),
    ],
)
def test_the_steps_are_those_of_keras(optimizer, step):
    """Con los mismos gradientes, el mismo camino, en la pérdida de curvaturas 1 y 100."""
    optimizer, point = optimizer(), keras.Variable(np.array([-4.0, 1.0]), dtype="float64")
    p, m, s = np.array([-4.0, 1.0]), np.zeros(2), np.zeros(2)
    for t in range(1, 41):
        g = np.array([1.0, 100.0]) * p
        optimizer.apply([keras.ops.convert_to_tensor(g)], [point])
        p, m, s = step(p, m, s, g, t)
        np.testing.assert_allclose(keras.ops.convert_to_numpy(point), p, atol=1e-4)
