"""Contrato de los ejercicios de la lección 2.8, de la neurona a la capa."""

from itertools import pairwise

import numpy as np
from contract import make_contract


def connect(first, second, last, x1, x2):
    return last(first(x1, x2), second(x1, x2))


def xor_by_hand(first, second, last, x1, x2):
    return int(x1 != x2)


def softmax(z):
    return np.exp(z) / np.exp(z).sum()


def stable_softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def softmax_in_place(z):
    z -= z.max()
    return softmax(z)


def count(sizes):
    return sum(a * b + b for a, b in pairwise(sizes))


def count_and_pop(sizes):
    total = count(sizes)
    sizes.pop()
    return total


def network(x, w1, b1, w2, b2):
    e = np.exp(np.maximum(0, x @ w1 + b1) @ w2 + b2)
    return e / e.sum(axis=1, keepdims=True)


def stable_network(x, w1, b1, w2, b2):
    z = np.maximum(0, x @ w1 + b1) @ w2 + b2
    return np.array([stable_softmax(row) for row in z])


def only_small(x, w1, b1, w2, b2):
    """Acierta con los ejemplos pequeños y falla con los pingüinos."""
    result = network(x, w1, b1, w2, b2)
    return result if len(x) < 10 else result[:, ::-1]


def only_small_list(x, w1, b1, w2, b2):
    result = network(x, w1, b1, w2, b2)
    return result if len(x) < 10 else result.tolist()


def fails_with_many(x, w1, b1, w2, b2):
    return network(x, w1, b1, w2, b2) if len(x) < 10 else 1 / 0


GOOD = {
    "2.8.1": [(connect,), (lambda f, g, h, *x: float(h(f(*x), g(*x))),)],
    "2.8.2": [
        (lambda x, w, b: np.maximum(0, x @ w + b),),
        (lambda x, w, b: np.array([np.maximum(0, row @ w + b) for row in x]),),
    ],
    "2.8.3": [(count,)],
    "2.8.4": [(softmax,), (stable_softmax,)],
    "2.8.5": [(network,), (stable_network,)],
    "2.8.6": [
        (lambda p: p.max(axis=1).argmin(),),
        (lambda p: int(np.argsort(p.max(axis=1))[0]),),
    ],
}

WRONG = {
    "2.8.1": [
        ((1,), "debe ser una función"),
        ((lambda x1, x2: 1,), "TypeError"),
        ((lambda *a: connect(*a) == 1,), "es un booleano"),
        ((lambda *a: None,), "llegó None"),
        ((xor_by_hand,), "y llegó"),
        ((lambda *a: 7,), "y llegó 7"),
    ],
    "2.8.2": [
        ((2,), "debe ser una función"),
        ((lambda x, w, b: np.maximum(0, w @ x + b),), "ValueError"),
        ((lambda x, w, b: np.maximum(0, x @ w + b)[0],), "debe tener forma"),
        ((lambda x, w, b: np.maximum(0, x @ w - b),), "los números no"),
    ],
    "2.8.3": [
        ((9,), "debe ser una función"),
        ((lambda s: s[9],), "IndexError"),
        ((lambda s: "nueve",), "debe ser un número"),
        ((count_and_pop,), "cambia lo que recibe"),
        ((lambda s: 7,), "debe dar 26 y da 7"),
    ],
    "2.8.4": [
        ((0.5,), "debe ser una función"),
        ((lambda z: z.exp(),), "AttributeError"),
        ((softmax_in_place,), "cambia lo que recibe"),
        ((lambda z: softmax(z).sum(),), "debe tener forma"),
        ((lambda z: None,), "debe ser un array"),
        ((lambda z: softmax(2 * z),), "No son las probabilidades"),
    ],
    "2.8.5": [
        ((0.9,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda *a: network(*a).argmax(axis=1),), "debe tener forma"),
        ((lambda x, w1, b1, w2, b2: network(x, w1, b1, w2, -b2),), "no son las probabilidades"),
        ((only_small,), "no da lo mismo que el predict_proba"),
        ((only_small_list,), "debe ser un array"),
        ((fails_with_many,), "ZeroDivisionError"),
    ],
    "2.8.6": [
        ((3,), "debe ser una función"),
        ((lambda p: p.fila(),), "AttributeError"),
        ((lambda p: p.max(axis=1),), "se pide una sola posición"),
        ((lambda p: "la tercera",), "debe ser un número"),
        ((lambda p: 500,), "no es el valor pedido"),
    ],
}

TestContract = make_contract("lesson_02_08", GOOD, WRONG)
