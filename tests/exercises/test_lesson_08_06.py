"""Contrato de los ejercicios de la lección 8.6, Derivadas automáticas."""

import math
from types import SimpleNamespace

import numpy as np
from contract import make_contract


def dual(value, slope=0.0):
    return SimpleNamespace(value=value, slope=slope)


def times(a, b):
    return dual(a.value * b.value, b.value * a.slope + b.slope * a.value)


def power(a, n):
    value = a.value ** (n - 1)
    return dual(value * a.value, a.slope * value * n)


def exponential(a):
    value = np.exp(a.value)
    return dual(value, value * a.slope)


def larger(a, b):
    return b if b.value > a.value else dual(a.value, a.slope)


def spoils(a, b):
    a.slope = a.slope * b.value + a.value * b.slope
    return dual(a.value * b.value, a.slope)


def node(value, parents=()):
    return SimpleNamespace(value=value, parents=parents, grad=0.0)


def product(a, b):
    return node(b.value * a.value, ((b, a.value), (a, b.value)))


def product_once(a, b):
    """Si los dos son el mismo nodo, un padre con la suma de las dos."""
    return node(a.value**2, [(a, 2 * a.value)]) if a is b else product(a, b)


def backwards(tape):
    """Sin tocar los nodos."""
    blames = {id(tape[-1]): 1.0}
    for child in reversed(tape):
        for parent, local in child.parents:
            share = local * blames.get(id(child), 0.0)
            blames[id(parent)] = blames.get(id(parent), 0.0) + share
    return tuple(blames.get(id(child), 0.0) for child in tape)


def backwards_reversing(tape):
    tape.reverse()
    return backwards(tape[::-1])


def saliency(network, image, label):
    import tensorflow as tf

    pixels = tf.Variable(image)
    with tf.GradientTape() as tape:
        score = network(tf.expand_dims(pixels, 0))[:, label]
    return tf.abs(tape.gradient(score, pixels))


def straight_through(z):
    import tensorflow as tf

    def back(arriving):
        return tf.identity(arriving)

    return [tf.math.rint(z), back]


def step(loss, weights, rate):
    import tensorflow as tf

    variables = [tf.Variable(weight, dtype="float64") for weight in weights]
    with tf.GradientTape() as tape:
        value = loss(*variables)
    slopes = tape.gradient(value, variables)
    return tuple(
        float(v) if slope is None else float(v - rate * slope)
        for v, slope in zip(variables, slopes, strict=True)
    )


GOOD = {
    "8.6.1": [(times, exponential), (times, lambda a: dual(math.e**a.value, exponential(a).slope))],
    "8.6.2": [(power, larger), (power, lambda a, b: max(a, b, key=lambda each: each.value))],
    "8.6.3": [(product, backwards), (product_once, backwards)],
    "8.6.4": [(saliency,)],
    "8.6.5": [(straight_through,)],
    "8.6.6": [(step,), (lambda *args: np.array(step(*args)),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.6.1": [
        ((3, exponential), "por debe ser una función"),
        ((lambda a: a, exponential), "TypeError"),
        ((lambda a, b: (1.0, 2.0), exponential), "debe ser un dual"),
        ((lambda a, b: dual("1", "2"), exponential), "debe ser un número"),
        ((spoils, exponential), "AttributeError"),
        ((lambda a, b: dual(0.0), exponential), "otro valor u otra pendiente"),
        ((times, lambda a: dual(0.0)), "otro valor u otra pendiente"),
    ],
    "8.6.2": [
        ((lambda a, n: dual(0.0), larger), "otro valor u otra pendiente"),
        ((power, lambda a, b: dual(0.0)), "otro valor u otra pendiente"),
    ],
    "8.6.3": [
        ((3, backwards), "debe ser una función"),
        ((lambda a: a, backwards), "TypeError"),
        ((lambda a, b: a.value * b.value, backwards), "debe devolver un Node"),
        ((lambda a, b: node(a.value * b.value, []), backwards), "le faltan sus padres"),
        ((lambda a, b: node(a.value * b.value, [a, b]), backwards), "debe devolver un Node"),
        ((lambda a, b: node(a.value * b.value, [(2.0, b.value)]), backwards), "los propios nodos"),
        (
            (lambda a, b: node(a.value * b.value, [(a, 7.0), (b, 8.0)]), backwards),
            "no apunta lo pedido",
        ),
        ((lambda a, b: node("6", product(a, b).parents), backwards), "debe ser un número"),
        ((lambda a, b: node(a.value * b.value, [(a, "b"), (b, 1.0)]), backwards), "derivada local"),
        ((product, 3), "debe ser una función"),
        ((product, lambda: None), "TypeError"),
        ((product, backwards_reversing), "cambia la lista"),
        ((product, lambda tape: [7.0] * len(tape)), "no son las pedidas"),
        ((product, lambda tape: ["1"] * len(tape)), "debe ser un número"),
        ((product, lambda tape: 1.0), "lista"),
    ],
    "8.6.4": [
        ((3,), "debe ser una función"),
        ((lambda network: network,), "TypeError"),
        ((lambda *args: "mapa",), "debe ser un array"),
        ((lambda network, image, label: image[np.newaxis],), "forma"),
        ((lambda network, image, label: image,), "no es el valor absoluto"),
        ((lambda network, image, label: np.abs(None),), "cinta.watch"),
    ],
    "8.6.5": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((np.round,), "dos cosas"),
        ((lambda z: (np.round(z), 1.0),), "Lo segundo que se devuelve"),
        ((lambda z: (np.round(z), lambda: z),), "TypeError"),
        ((lambda z: (np.round(z), lambda arriving: None),), "culpa"),
        ((lambda z: (np.round(z), lambda: 1),), "TypeError"),
        ((lambda z: (np.round(z), lambda arriving: arriving * 7),), "no es lo pedido"),
        ((lambda z: (np.round(z), lambda arriving: "culpa"),), "array"),
    ],
    "8.6.6": [
        ((3,), "debe ser una función"),
        ((lambda loss: loss,), "TypeError"),
        ((lambda loss, weights, rate: [node(weight) for weight in weights],), "debe ser un número"),
        ((lambda loss, weights, rate: [7.0 for _ in weights],), "no es el paso pedido"),
        ((lambda loss, weights, rate: 3,), "lista"),
    ],
}

EQUIVALENT = {
    "8.6.3": {
        "`(b, a.value)` delante de `(a, b.value)` (línea 2)": "el orden de los padres da igual",
    },
    "8.6.4": {
        "`0` por `-1` (línea 5)": "en un lote de una imagen, la primera es la última",
    },
}

TestContract = make_contract("lesson_08_06", GOOD, WRONG, EQUIVALENT)
