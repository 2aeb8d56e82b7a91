"""Contrato de los ejercicios de la lección 4.5, ¿Es un cinco?."""

import functools

import keras
import numpy as np
from contract import make_contract
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

from course_utils.training import set_seed


@functools.cache
def splits():
    """Entrenamiento, validación y prueba, como en la sección 1 de la lección."""
    digits = load_digits()
    x, y = digits.data.astype("float32") / 16, digits.target
    x_rest, x_test, y_rest, y_test = train_test_split(
        x, y, test_size=450, stratify=y, random_state=42
    )
    x_train, x_valid, y_train, y_valid = train_test_split(
        x_rest, y_rest, test_size=450, stratify=y_rest, random_state=42
    )
    return {"train": (x_train, y_train), "valid": (x_valid, y_valid), "test": (x_test, y_test)}


def network(*, inputs=64, hidden=64, outputs=1, activation="sigmoid"):
    return keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(hidden, activation="relu"),
            keras.layers.Dense(outputs, activation=activation),
        ]
    )


@functools.cache
def fitted(digit=8, hidden=300, sign=1):
    """Un detector con la primera capa al azar y la segunda ajustada, sin esperar a que aprenda.

    Que una red entrenada de verdad pasa lo prueba el cuaderno resuelto, en modo estricto.
    """
    x, y = splits()["train"]
    kernel = np.random.default_rng(42).normal(size=(64, hidden))
    logistic = LogisticRegression(max_iter=1000).fit(np.maximum(x @ kernel, 0), y == digit)
    model = network(hidden=hidden)
    model.set_weights(
        [kernel, np.zeros(hidden), sign * logistic.coef_.T, sign * logistic.intercept_]
    )
    return model


@functools.cache
def untrained():
    set_seed(42)
    return network()


@functools.cache
def diverged():
    model = network()
    weights = [np.full_like(w, np.nan) for w in model.get_weights()]
    model.set_weights(weights)
    return model


@functools.cache
def threshold(part):
    x, y = splits()[part]
    eights = np.sort(fitted().predict(x, verbose=0)[y == 8, 0])[::-1]
    return eights[int(np.ceil(0.95 * len(eights))) - 1]


def two_labels(digits):
    return np.column_stack([digits >= 7, digits % 2 == 1]).astype(int)


def recalls(truth, scores):
    return (truth * (scores >= 0.5)).sum(axis=0) / truth.sum(axis=0)


def report(truth, scores, threshold):
    said = scores >= threshold
    return (
        (said & (truth == 1)).sum(),
        (~said & (truth == 1)).sum(),
        (said & (truth == 0)).sum(),
    )


GOOD = {
    "4.5.1": [
        (lambda y, k: (y != k).mean(),),
        (lambda y, k: 1 - (y == k).sum() / len(y),),
    ],
    "4.5.2": [
        (lambda s, u: (s[:, 0] >= u).astype(int),),
        (lambda s, u: np.where(s.ravel() >= u, 1, 0),),
    ],
    "4.5.3": [
        (two_labels,),
        (lambda d: np.array([[int(v >= 7), int(v % 2)] for v in d]),),
    ],
    "4.5.4": [
        (recalls,),
        (lambda t, s: np.array([(s[t[:, j] == 1, j] >= 0.5).mean() for j in range(t.shape[1])]),),
    ],
    "4.5.5": [(report,), (lambda t, s, u: list(report(t, s, u)),)],
    "4.5.6": [lambda: (fitted(),)],
    "4.5.7": [lambda: (fitted(), threshold("valid"))],
}

WRONG = {
    "4.5.1": [
        ((0.9,), "debe ser una función"),
        ((lambda y: 0.9,), "TypeError"),
        ((lambda y, k: y != k,), "falta resumirlo"),
        ((lambda y, k: "0.9",), "debe ser un número"),
        ((lambda y, k: 0.5,), "no es el valor pedido"),
        ((lambda y, k: (y != k).sum() / 10,), "no es el valor pedido"),
        ((lambda y, k: 0.7 if k == 5 else 1 / 0,), "ZeroDivisionError"),
        ((lambda y, k: 0.7 if k == 5 else None,), "debe ser un número"),
    ],
    "4.5.2": [
        ((0.5,), "debe ser una función"),
        ((lambda s: s,), "TypeError"),
        ((lambda s, u: [1, 0],), "debe ser un array"),
        ((lambda s, u: (s[:3, 0] >= u).astype(int),), "debe tener forma (6,)"),
        ((lambda s, u: s[:, 0] >= u,), "True y False"),
        ((lambda s, u: (s[:, 0] >= u).astype(float),), "enteros"),
        ((lambda s, u: (s[:, 0] >= 0.5).astype(int),), "se compara con el parámetro"),
    ],
    "4.5.3": [
        ((7,), "debe ser una función"),
        ((lambda d: d.grande,), "AttributeError"),
        ((lambda d: [1, 0],), "debe ser un array"),
        ((lambda d: (d >= 7).astype(int),), "debe tener forma (12, 2)"),
        ((lambda d: two_labels(d).astype(bool),), "True y False"),
        ((lambda d: two_labels(d).astype(float),), "enteros"),
        ((lambda d: np.column_stack([d, d]),), "no es el valor pedido"),
    ],
    "4.5.4": [
        ((0.9,), "debe ser una función"),
        ((lambda t: t,), "TypeError"),
        ((lambda t, s: (s[t == 1] >= 0.5).mean(),), "un solo número"),
        ((lambda t, s: "todas",), "debe ser un array"),
        ((lambda t, s: np.ones(7),), "debe tener forma"),
        ((lambda t, s: np.zeros(t.shape[1]),), "no es el valor pedido"),
    ],
    "4.5.5": [
        ((3,), "debe ser una función"),
        ((lambda t, s: 3,), "TypeError"),
        ((lambda t, s, u: 3,), "tres cosas"),
        ((lambda t, s, u: (0.5, 0.5, 0.1),), "número entero"),
        ((lambda t, s, u: report(t, s, u)[::-1],), "en otro orden"),
        ((lambda t, s, u: report(t, s, 0.5),), "Con el umbral 0.45, informe debería dar"),
    ],
    "4.5.6": [
        (("un modelo",), "el modelo de Keras"),
        (lambda: (network(inputs=32),), "64 números"),
        (lambda: (network(outputs=2),), "dar uno solo"),
        (lambda: (diverged(),), "nan"),
        (lambda: (network(activation=None),), "ahí las deja la sigmoide"),
        (lambda: (network(activation="softmax"),), "Responde 1 a todo"),
        (lambda: (fitted(digit=5),), "detector de la cifra 5"),
        (lambda: (fitted(sign=-1),), "lo contrario"),
        (lambda: (untrained(),), "su precisión media es ≈ 0.0"),
        (lambda: (fitted(hidden=60),), "se pide 0.9"),
    ],
    "4.5.7": [
        (lambda: (fitted(), "0.5"), "debe ser un número"),
        (lambda: (fitted(), 95), "entre 0 y 1"),
        (lambda: ("un modelo", 0.5), "el modelo de Keras"),
        (lambda: (fitted(), threshold("test")), "el examen"),
        (lambda: (fitted(), 1.0), "bájalo"),
        (lambda: (fitted(), 0.0), "menos falsas alarmas"),
    ],
}

EQUIVALENT = {
    "4.5.2": {
        "`0` por `-1` (línea 2)": "solo hay una columna",
    },
}

TestContract = make_contract("lesson_04_05", GOOD, WRONG, EQUIVALENT)
