"""Contrato de los ejercicios de la lección 8.11, Buscar hiperparámetros."""

import math

import numpy as np
from contract import make_contract
from scipy.stats import norm


def in_log(low, high, u):
    return 10 ** (np.log10(low) + (np.log10(high) - np.log10(low)) * u)


def one(values, rng, *, flat=False, u=None):
    if isinstance(values, list):
        return rng.choice(values)
    low, high = values
    u = rng.random() if u is None else u
    return rng.uniform(low, high) if flat else low * (high / low) ** u


def sample(space, rng, **how):
    return {name: one(values, rng, **how) for name, values in space.items()}


def own_generator(space, rng):
    return sample(space, np.random.default_rng())


def fixed_seed(space, rng):
    return sample(space, np.random.default_rng(42))


def same_u(space, rng):
    return sample(space, rng, u=rng.random())


def first_two(space, rng):
    """De una lista, nunca el último."""
    return {
        name: values[rng.integers(max(1, len(values) - 1))]
        if isinstance(values, list)
        else one(values, rng)
        for name, values in space.items()
    }


def unequal(space, rng):
    return {
        name: values[int(len(values) * rng.random() ** 3)]
        if isinstance(values, list)
        else one(values, rng)
        for name, values in space.items()
    }


def only_ends(space, rng):
    """Toma la tupla por una lista de dos."""
    return {name: values[rng.integers(len(values))] for name, values in space.items()}


def few_values(space, rng):
    """Solo potencias de diez."""
    config = sample(space, rng)
    return {
        name: value if isinstance(space[name], list) else 10.0 ** math.ceil(math.log10(value))
        for name, value in config.items()
    }


def other_shape(space, rng):
    """En escala logarítmica, pero amontonado abajo."""
    return sample(space, rng, u=rng.random() ** 2)


def apart_shape(space, rng):
    return {
        name: one(values, rng, u=None if isinstance(values, list) else rng.random() ** 2)
        for name, values in space.items()
    }


def halving(score, count, epochs):
    alive = np.arange(count)
    spent, before = 0, 0
    while alive.size > 1:
        notes = np.array([score(i, epochs) for i in alive])
        spent += alive.size * (epochs - before)
        alive = alive[np.argsort(-notes)[: max(1, alive.size // 3)]]
        before, epochs = epochs, epochs * 3
    return alive[0], spent


def rounding(part):
    """Mitades que redondean de otra manera la tercera parte."""

    def mitades(score, count, epochs):
        alive, spent, before = list(range(count)), 0, 0
        while len(alive) > 1:
            spent += len(alive) * (epochs - before)
            alive.sort(key=lambda i: -score(i, epochs))
            alive = alive[: max(1, part(len(alive) / 3))]
            before, epochs = epochs, epochs * 3
        return alive[0], spent

    return mitades


def one_more_round(score, count, epochs):
    """La que queda entrena otra ronda."""
    winner, spent = halving(score, count, epochs)
    done = 0
    while count > 1:
        count, done, epochs = max(1, count // 3), epochs, epochs * 3
    return winner, spent + epochs - done


def halving_plus(change):
    def mitades(score, count, epochs):
        winner, spent = halving(score, count, epochs)
        return change(winner, spent, count)

    return mitades


def brackets(most):
    steps = round(math.log(most, 3))
    return [
        (math.ceil((steps + 1) / (s + 1) * 3**s - 1e-9), most // 3**s) for s in range(steps, -1, -1)
    ]


def gain(mean, doubt, best):
    z = (mean - best) / doubt
    return doubt * (z * norm.cdf(z) + norm.pdf(z))


def stay(scores):
    best = scores[np.argmax(scores.sum(axis=1))]
    return (scores >= best).any(axis=1)


GOOD = {
    "8.11.1": [(in_log,), (lambda a, b, u: np.exp((1 - u) * np.log(a) + u * np.log(b)),)],
    "8.11.2": [(sample,), (lambda space, rng: dict(reversed(sample(space, rng).items())),)],
    "8.11.3": [(lambda v, m: (v - m)[v.argmax()],), (lambda v, m: float((v - m)[v.argmax()]),)],
    "8.11.4": [(halving,), (lambda *a: list(halving(*a)),)],
    "8.11.5": [(brackets,), (lambda most: tuple(list(row) for row in brackets(most)),)],
    "8.11.6": [(gain,)],
    "8.11.7": [(stay,), (lambda scores: stay(scores).tolist(),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.11.1": [
        ((3,), "debe ser una función"),
        ((lambda bajo: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un número"),
        ((lambda low, high, u: low,), "multiplicando siempre"),
    ],
    "8.11.2": [
        ((3,), "debe ser una función"),
        ((lambda espacio: {},), "TypeError"),
        ((lambda *a: [1],), "debe ser"),
        ((lambda *a: {},), "los nombres del espacio"),
        ((own_generator,), "generadores iguales"),
        ((fixed_seed,), "sin fabricar otro"),
        ((same_u,), "por separado"),
        ((first_two,), "nunca ha valido"),
        ((unequal,), "no sale por igual"),
        ((only_ends,), "solo ha tomado"),
        ((few_values,), "solo ha tomado"),
        ((lambda space, rng: sample(space, rng, flat=True),), "uniforme"),
        ((apart_shape,), "no se reparte"),
        ((lambda space, rng: {**sample(space, rng), "capas": 5},), "uno de los de su lista"),
        (
            (
                lambda space, rng: {
                    n: v if n != "tasa" else 10 * v for n, v in sample(space, rng).items()
                },
            ),
            "debe estar entre",
        ),
        ((lambda space, rng: {**sample(space, rng), "tasa": "0.1"},), "debe ser un número"),
    ],
    "8.11.3": [
        ((3,), "debe ser una función"),
        ((lambda valida: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un número"),
        ((lambda v, m: 17.0,), "No es la caída"),
    ],
    "8.11.4": [
        ((3,), "debe ser una función"),
        ((lambda nota: 1,), "TypeError"),
        ((lambda *a: 3,), "dos cosas"),
        ((halving_plus(lambda w, s, n: (w, "63")),), "debe ser un número"),
        ((halving_plus(lambda w, s, n: (w, s + 1)),), "pero las épocas no"),
        ((halving_plus(lambda w, s, n: ((w + 1) % n, s)),), "La ganadora no es"),
        ((rounding(round),), "de 26 siguen 8"),
        ((rounding(math.ceil),), "de 26 siguen 8"),
        ((one_more_round,), "no entrena otra ronda"),
    ],
    "8.11.5": [
        ((3,), "debe ser una función"),
        ((lambda: 1,), "TypeError"),
        ((lambda most: 3,), "debe ser una lista"),
        ((lambda most: [(1, 2, 3)],), "son dos números"),
        ((lambda most: [("a", 1)],), "debe ser un número"),
        ((lambda most: [(1, 1)] * 9,), "No es la tabla"),
        (
            (
                lambda most: [
                    (math.ceil((k + 1) / (s + 1)) * 3**s, most // 3**s)
                    for k in [round(math.log(most, 3))]
                    for s in range(k, -1, -1)
                ],
            ),
            "antes de multiplicar",
        ),
    ],
    "8.11.6": [
        ((3,), "debe ser una función"),
        ((lambda media: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un número"),
        ((lambda mean, doubt, best: gain(mean, doubt, best) * 2,), "No es la mejora esperada"),
        (
            (
                lambda mean, doubt, best: (
                    (mean - best) * norm.cdf(mean - best / doubt)
                    + doubt * norm.pdf(mean - best / doubt)
                ),
            ),
            "la resta entera",
        ),
        (
            (
                lambda mean, doubt, best: (
                    (mean - best) * norm.cdf(mean - best) + doubt * norm.pdf(mean - best)
                ),
            ),
            "la resta entera",
        ),
    ],
    "8.11.7": [
        ((3,), "debe ser una función"),
        ((lambda: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un array"),
        ((lambda scores: [1] * len(scores),), "cada elemento"),
        ((lambda scores: scores.mean(axis=1),), "debe contener verdaderos y falsos"),
        ((lambda scores: stay(scores)[:-1],), "forma"),
        ((lambda scores: np.zeros(len(scores), bool),), "Falla quién sigue"),
    ],
}

EQUIVALENT = {
    "8.11.4": {"`0` por `-1` (línea 8)": "solo queda una: es la primera y la última"},
    "8.11.5": {"`0` por `-1` (línea 2)": "el ciclo lo sube hasta el mismo sitio"},
    "8.11.7": {"`mean` por `sum` en `notas.mean(axis=1)` (línea 2)": "la mayor es la misma"},
}

TestContract = make_contract("lesson_08_11", GOOD, WRONG, EQUIVALENT)
