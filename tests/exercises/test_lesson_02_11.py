"""Contrato de los ejercicios de la lección 2.11, Repartir la culpa: la retropropagación."""

import numpy as np
import pytest
from contract import make_contract

from course_utils.datasets import load_penguins
from course_utils.exercises import lesson_02_11
from course_utils.exercises.core import get_exercise


def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[i : i + size] for i in range(0, n, size)]


def last_layer(h, y_hat, y):
    delta = 2 * (y_hat - y) / len(y)
    return h.T @ delta, delta.sum()


def backprop(x, y, W1, b1, w2, b2):
    h = np.tanh(x @ W1 + b1)
    delta = 2 * (h @ w2 + b2 - y) / len(y)
    blame = np.outer(delta, w2) * (1 - h**2)
    return x.T @ blame, blame.sum(axis=0), h.T @ delta, delta.sum()


def with_loops(x, y, W1, b1, w2, b2):
    """La misma, ejemplo por ejemplo y peso por peso, en listas de arrays."""
    dW1, db1, dw2, db2 = np.zeros((2, 2)), np.zeros(2), np.zeros(2), 0.0
    for xi, yi in zip(x, y, strict=True):
        h = np.tanh(xi @ W1 + b1)
        delta = 2 * (h @ w2 + b2 - yi) / len(y)
        db2 += delta
        for j in range(2):
            dw2[j] += delta * h[j]
            inner = delta * w2[j] * (1 - h[j] ** 2)
            db1[j] += inner
            for k in range(2):
                dW1[k, j] += xi[k] * inner
    return [dW1, db1, dw2, db2]


def changed(position, change):
    """backprop con uno de sus cuatro resultados cambiado."""

    def function(*args):
        parts = list(backprop(*args))
        parts[position] = change(parts[position])
        return tuple(parts)

    return (function,)


def moves_weights(x, y, W1, b1, w2, b2):
    grads = backprop(x, y, W1, b1, w2, b2)
    W1 -= grads[0]
    return grads


def small_batches_only(x, *rest):
    grads = backprop(x, *rest)
    return grads if len(x) < 20 else (grads[0], 2 * grads[1], *grads[2:])


def he(n, m, rng, *, spread=lambda n, m: np.sqrt(2 / n)):
    return rng.normal(0, spread(n, m), (n, m)), np.zeros(m)


def with_spread(spread):
    return (lambda n, m, rng: he(n, m, rng, spread=spread),)


def scale(a, b):
    return (a - a.mean(axis=0)) / a.std(axis=0), (b - a.mean(axis=0)) / a.std(axis=0)


def penguin_network(epochs, seed=0):
    columns = ["flipper_length_mm", "bill_depth_mm", "body_mass_g"]
    table = load_penguins().dropna(subset=columns)[columns].to_numpy(float)
    table = table[np.random.default_rng(0).permutation(len(table))][:250]
    z, y = scale(table[:, :2], table[:, :2])[0], table[:, 2] / 1000
    rng = np.random.default_rng(seed)
    network = [rng.normal(0, 0.5, (2, 2)), np.zeros(2), rng.normal(0, 0.5, 2), 0.0]
    for _ in range(epochs):
        for batch in batches(250, 32, rng):
            grads = backprop(z[batch], y[batch], *network)
            network = [p - 0.05 * g for p, g in zip(network, grads, strict=True)]
    return network


NETWORK = [np.ones((2, 2)), np.ones(2), np.ones(2), 1.0]

GOOD = {
    "2.11.1": [
        (last_layer,),
        (lambda h, p, y: ((2 * (p - y)[:, np.newaxis] * h).mean(axis=0), (2 * (p - y)).mean()),),
    ],
    "2.11.2": [(backprop,), (with_loops,)],
    "2.11.3": [
        (he,),
        (lambda n, m, rng: [rng.standard_normal((n, m)) * (2 / n) ** 0.5, np.zeros(m)],),
    ],
    "2.11.4": [lambda: (penguin_network(200),), lambda: (tuple(penguin_network(200, seed=2)),)],
}

WRONG = {
    "2.11.1": [
        ((3,), "debe ser una función"),
        ((lambda h, p, y: 3,), "dos cosas separadas"),
        ((lambda h, p: 3,), "TypeError"),
        ((lambda h, p, y: (last_layer(h, p, y)[0], 2 * (p - y) / len(y)),), "debe ser un número"),
        ((lambda h, p, y: (last_layer(h, p, y)[0], "db2"),), "db2 debe ser un número"),
        ((lambda h, p, y: (h * (p - y)[:, np.newaxis], 1.0),), "falta sumar"),
        ((lambda h, p, y: (3.0, 1.0),), "dw2 debe ser un array"),
        ((lambda h, p, y: (np.zeros(3), 1.0),), "forma"),
        ((lambda h, p, y: (np.array([np.nan, 1]), 1.0),), "número corriente"),
        ((lambda h, p, y: (last_layer(h, p, y)[0], 9.0),), "db2 no es"),
    ],
    "2.11.2": [
        ((3,), "debe ser una función"),
        ((lambda *args: backprop(*args)[:3],), "4 cosas separadas"),
        ((lambda x: x,), "TypeError"),
        ((moves_weights,), "cambia los parámetros"),
        (changed(1, lambda g: np.ones((3, 2))), "falta sumar"),
        (changed(3, lambda g: np.ones(3)), "debe ser un número"),
        (changed(1, lambda g: g + 1e-4), "db1 no coincide con las diferencias finitas"),
        (changed(3, lambda g: 0.0), "db2 no coincide con las diferencias finitas"),
        ((small_batches_only,), "db1 no coincide con GradientTape"),
    ],
    "2.11.3": [
        ((3,), "debe ser una función"),
        ((lambda n, m: 0,), "TypeError"),
        ((lambda n, m, rng: 3,), "dos cosas separadas"),
        ((lambda n, m, rng: (3.0, np.zeros(m)),), "W debe ser un array"),
        ((lambda n, m, rng: (np.full((n, m), np.nan), np.zeros(m)),), "número corriente"),
        ((lambda n, m, rng: (he(n, m, rng)[0], np.zeros(m + 1)),), "forma"),
        ((lambda n, m, rng: (he(n, m, rng)[0], np.full(m, np.inf)),), "número corriente"),
        ((lambda n, m, rng: (he(n, m, rng)[0].T, np.zeros(m)),), "W debe tener forma"),
        ((lambda n, m, rng: (he(n, m, rng)[0], np.ones(m)),), "a cero"),
        ((lambda n, m, rng: he(n, m, np.random.default_rng(0)),), "no uno nuevo"),
        ((lambda n, m, rng: he(n, m, np.random),), "no de np.random"),
        ((lambda n, m, rng: he(n, m, rng) if n != 4 else 1 / 0,), "ZeroDivisionError"),
        (with_spread(lambda n, m: 2 / n), "varianza"),
        (with_spread(lambda n, m: np.sqrt(2 / m)), "entradas"),
        (with_spread(lambda n, m: np.sqrt(2 / (n + m))), "Glorot"),
        (with_spread(lambda n, m: np.sqrt(1 / n)), "Falta el 2"),
        (with_spread(lambda n, m: 5.0), "deben desviarse"),
        ((lambda n, m, rng: (he(n, m, rng)[0] + 0.05, np.zeros(m)),), "debe ser 0"),
        (
            (lambda n, m, rng: (rng.uniform(-1, 1, (n, m)) * np.sqrt(6 / n), np.zeros(m)),),
            "no son normales",
        ),
    ],
    "2.11.4": [
        ((3,), "lista de los cuatro"),
        (([1.0, 2.0, 3.0, 4.0],), "W1 debe ser un array"),
        (([*NETWORK[:3], np.ones(2)],), "b2 es un array"),
        (([*NETWORK[:2], np.array([np.nan, 1]), 1.0],), "número corriente"),
        ((NETWORK,), "la media"),
        (lambda: (penguin_network(2),), "se pide menos de 0.36"),
    ],
}

EQUIVALENT = {
    "2.11.1": dict.fromkeys(
        (
            "`y` por `h` (línea 2), 2.ª vez",
            "`y` por `y_hat` (línea 2), 2.ª vez",
        ),
        "tienen el mismo largo, y solo se mide",
    ),
    "2.11.2": dict.fromkeys(
        ("`y` por `x` (línea 4), 2.ª vez",),
        "tienen el mismo largo, y solo se mide",
    ),
    "2.11.3": dict.fromkeys(
        ("lo que devuelve, redondeado a 2 decimales",),
        "son números al azar: con dos decimales empiezan igual de bien",
    ),
    "2.11.4": dict.fromkeys(
        (
            "`0.05` por `0.1` (línea 7)",
            "`0.0` por `-1.0` (línea 2)",
            "`0.0` por `1.0` (línea 2)",
            "`0.5` delante de `0` (línea 2)",
            "`0.5` delante de `0` (línea 2), 2.ª vez",
            "`0.5` por `0.0` (línea 2)",
            "`0.5` por `0.0` (línea 2), 2.ª vez",
            "`0.5` por `1.0` (línea 2)",
            "`0.5` por `1.0` (línea 2), 2.ª vez",
            "`0.5` por `1.5` (línea 2)",
            "`0.5` por `1.5` (línea 2), 2.ª vez",
            "`0` por `-1` (línea 2)",
            "`0` por `-1` (línea 2), 2.ª vez",
            "`0` por `1` (línea 1)",
            "`0` por `1` (línea 2)",
            "`0` por `1` (línea 2), 2.ª vez",
            "`200` por `199` (línea 3)",
            "`200` por `201` (línea 3)",
            "`200` por `400` (línea 3)",
            "`2` por `1` (línea 2), 2.ª vez",
            "`32` por `31` (línea 4)",
            "`32` por `33` (línea 4)",
            "`32` por `64` (línea 4)",
            "`np.random.default_rng(0)` por `np.random` (línea 1)",
            "`np.zeros(2)` por `2` (línea 2)",
            "`rng.normal(0, 0.5, 2)` delante de `np.zeros(2)` (línea 2)",
            "redondeado a 2 decimales",
        ),
        "también baja hasta donde se pide: se juzga el error, no cómo se llegó",
    ),
}

TestContract = make_contract("lesson_02_11", GOOD, WRONG, EQUIVALENT)


@pytest.mark.parametrize("seed", range(5))
def test_the_two_judges_of_backpropagation_agree(seed):
    """Diferencias finitas y GradientTape, calculados por separado, dan lo mismo."""
    x, y, *parameters = lesson_02_11._network(seed, 6)
    judges = (
        lesson_02_11._measured(x, y, *parameters),
        lesson_02_11._taped(x, y, *parameters),
        backprop(x, y, *parameters),
    )
    for measured, taped, exact in zip(*judges, strict=True):
        np.testing.assert_allclose(measured, exact, atol=1e-8)
        np.testing.assert_allclose(taped, exact, atol=1e-8)


def test_a_small_error_is_not_let_through():
    """Un error de una milésima en un solo peso se nota."""

    def slightly_wrong(*args):
        grads = list(backprop(*args))
        grads[0][1, 0] += 1e-3
        return tuple(grads)

    task = get_exercise("2.11.2")
    with pytest.raises(lesson_02_11.expect.Mistake, match="dW1 no coincide"):
        task.check(slightly_wrong)
