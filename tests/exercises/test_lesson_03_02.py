"""Contrato de los ejercicios de la lección 3.2, ¿Hasta dónde se puede acertar?."""

import functools

import keras
import numpy as np
from contract import make_contract


def network(*, inputs=2, activation=None, bias=True):
    model = keras.Sequential(
        [keras.Input((inputs,)), keras.layers.Dense(1, activation=activation, use_bias=bias)]
    )
    model.compile(keras.optimizers.SGD(0.1), loss="mse")
    return model


def deep():
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.Dense(16, "relu"), keras.layers.Dense(1)]
    )
    model.compile("adam", loss="mse")
    return model


def rmse(real, predicted):
    return np.sqrt(((real - predicted.ravel()) ** 2).mean())


def published(y):
    return np.sqrt(((y - np.round(y, 1)) ** 2).mean())


@functools.cache
def houses():
    rng = np.random.default_rng(2026)
    area_age = np.column_stack([rng.uniform(40, 200, 400), rng.uniform(0, 60, 400)])
    prices = area_age @ [2.1, -0.8] + 30 + rng.uniform(-20, 20, 400)
    return area_age, prices


def fitted(share=1.0, *, steps=1, activation=None):
    """Una red con los mejores pesos, o con una parte de ellos, sin esperar a que aprenda.

    Que una red entrenada de verdad pasa lo prueba el cuaderno resuelto, en modo estricto.
    """
    area_age, prices = houses()
    scaled = (area_age - area_age.mean(axis=0)) / area_age.std(axis=0)
    *w, b = np.linalg.lstsq(np.column_stack([scaled, np.ones(400)]), prices, rcond=None)[0]
    return with_weights(share * np.array(w), share * b, steps=steps, activation=activation)


def with_weights(w, b, *, steps=1, activation=None):
    model = network(activation=activation)
    model.set_weights([np.reshape(w, (2, 1)), np.array([b])])
    model.optimizer.iterations.assign(steps)
    return model


def unscaled_weights(w, b, mean, deviation):
    return w / deviation, b - (w / deviation * mean).sum()


GOOD = {
    "3.2.1": [(rmse,), (lambda r, p: np.mean((r.reshape(-1, 1) - p.reshape(-1, 1)) ** 2) ** 0.5,)],
    "3.2.2": [(lambda d: d / np.sqrt(12), 10 / np.sqrt(3)), (lambda d: d / 12**0.5, 5.77)],
    "3.2.3": [(published,), (lambda y: np.mean((y.round(1) - y) ** 2) ** 0.5,)],
    "3.2.4": [
        (lambda t, c: 1 - 2 * t * (c**2).mean(),),
        (lambda t, c: 1 - 2 * t * c @ c / len(c),),
    ],
    "3.2.5": [lambda: (fitted(),), lambda: (fitted(0.995),)],
    "3.2.6": [(unscaled_weights,), (lambda w, b, m, d: [w / d, b - m @ (w / d)],)],
}

WRONG = {
    "3.2.1": [
        ((5.8,), "debe ser una función"),
        ((lambda r: r,), "TypeError"),
        ((lambda r, p: (r - p) ** 2,), "debe ser un número"),
        ((lambda r, p: 1.0,), "no es el valor pedido"),
        ((lambda r, p: np.sqrt(((r - p) ** 2).mean()),), "todos con todos"),
        ((lambda r, p: rmse(r, p) if p.ndim == 1 else 1 / 0,), "ZeroDivisionError"),
        ((lambda r, p: rmse(r, p) if p.ndim == 1 else p.T,), "rmse debe ser un número"),
    ],
    "3.2.2": [
        ((5.77, 5.77), "debe ser una función"),
        ((lambda: 1, 5.77), "TypeError"),
        ((lambda d: "5.77", 5.77), "debe ser un número"),
        ((lambda d: d, 5.77), "no es el valor pedido"),
        ((lambda d: d / np.sqrt(12), 33.3), "suelo no es"),
        ((lambda d: d / np.sqrt(12), "5.77"), "suelo debe ser un número"),
    ],
    "3.2.3": [
        ((0.028,), "debe ser una función"),
        ((lambda: 0.028,), "TypeError"),
        ((lambda y: y - y.round(1),), "un número por casa"),
        ((lambda y: "0.028",), "debe ser un número"),
        ((lambda y: 0.028,), "no lo calcula"),
        ((lambda y: 5.8,), "depende solo de y"),
    ],
    "3.2.4": [
        ((0.5,), "debe ser una función"),
        ((lambda t: t,), "TypeError"),
        ((lambda t, c: 1 - 2 * t * c**2,), "un número por casa"),
        ((lambda t, c: None,), "debe ser un número"),
        ((lambda t, c: 0.9,), "no es el valor pedido"),
    ],
    "3.2.5": [
        (("una red",), "la red entrenada"),
        (lambda: (network(inputs=3),), "dos números por muestra"),
        (lambda: (deep(),), "65 parámetros"),
        (lambda: (network(bias=False),), "2 parámetros"),
        (lambda: (fitted(activation="relu"),), "no lleva activación"),
        (lambda: (fitted(steps=0),), "no ha dado ni un paso"),
        (lambda: (with_weights([np.nan, 1], 0),), "se desbordó"),
        (lambda: (with_weights([2.1, -0.8], 30),), "sin escalar"),
        (lambda: (fitted(0.9),), "faltan épocas"),
    ],
    "3.2.6": [
        ((3,), "debe ser una función"),
        ((lambda w, b: w,), "TypeError"),
        ((lambda w, b, m, d: (3.0, b),), "w debe ser un array"),
        ((lambda w, b, m, d: 3,), "dos cosas"),
        ((lambda w, b, m, d: (w / d, "b"),), "b debe ser un número"),
        ((lambda w, b, m, d: (w / d, 0),), "b no es el valor"),
    ],
}

EQUIVALENT = {
    "3.2.1": {
        "`real - predicho.ravel()`, al revés (línea 2)": "al cuadrado, el signo da lo mismo",
    },
    "3.2.2": {
        "respuesta 2: redondeado a 2 decimales": "se admite a dos decimales",
    },
    "3.2.3": {
        "`y - np.round(y, 1)`, al revés (línea 2)": "al cuadrado, el signo da lo mismo",
    },
}

TestContract = make_contract("lesson_03_02", GOOD, WRONG, EQUIVALENT)
