"""Contrato de los ejercicios de la lección 6.3, la red y sus rivales."""

import keras
import numpy as np
import pandas as pd
from contract import make_contract
from rewritten import in_other_words, with_extra
from sklearn.metrics import average_precision_score


def network(
    rate,
    *,
    inputs=29,
    units=(64, 32),
    hidden="relu",
    output="sigmoid",
    outputs=1,
    after=(1, 2),
    swap=False,
):
    layers = [keras.Input((inputs,))]
    for number, size in enumerate(units, start=1):
        layers.append(keras.layers.Dense(size, activation=hidden))
        if number in after:
            layers.append(keras.layers.Dropout(rate))
    layers.append(keras.layers.Dense(outputs, activation=output))
    if swap:
        layers.append(keras.layers.Dropout(rate))
    return keras.Sequential(layers)


def functional(rate):
    inputs = keras.Input((29,))
    x = keras.layers.Dropout(rate)(keras.layers.Dense(64, activation="relu")(inputs))
    x = keras.layers.Dropout(rate)(keras.layers.Dense(32, activation="relu")(x))
    return keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))


def dropout():
    return keras.layers.Dropout(0.3)


def undersample(y, seed, *, size=None, replace=False):
    frauds, normals = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    rng = np.random.default_rng(seed)
    return np.r_[frauds, rng.choice(normals, size=size or len(frauds), replace=replace)]


def shuffled_undersample(y, seed):
    rng = np.random.default_rng(seed)
    normals = rng.permutation(np.flatnonzero(y == 0))[: int(y.sum())]
    return rng.permutation(np.r_[np.flatnonzero(y), normals])


def first_normals(y, seed):
    return np.r_[np.flatnonzero(y == 1), np.flatnonzero(y == 0)[: y.sum()]]


_calls = iter(range(10**6))


def restless(y, seed):
    """La semilla no se usa: cada llamada da otra muestra."""
    return undersample(y, next(_calls))


def sometimes_flat(y, seed):
    chosen = undersample(y, seed)
    return chosen if seed == 0 else chosen[None]


def hidden_repeats(y, seed):
    """Sin replace=False: a veces no se repite ninguno."""
    rng = np.random.default_rng(seed)
    frauds, normals = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    return np.concatenate([frauds, rng.choice(normals, len(frauds))])


def choose(models, x, y, x_valid, y_valid, *, score=average_precision_score, pick=max):
    found = {
        name: score(y_valid, model.fit(x, y).predict_proba(x_valid)[:, 1])
        for name, model in models.items()
    }
    return pick(found, key=found.get)


def most_accurate(models, x, y, x_valid, y_valid):
    return max(models, key=lambda name: models[name].fit(x, y).score(x_valid, y_valid))


def fits_one(models, *data):
    next(iter(models.values())).fit(*data[:2])
    return next(iter(models))


def fits_with_all(models, x, y, x_valid, y_valid):
    x, y = np.vstack([x, x_valid]), np.concatenate([y, y_valid])
    return choose(models, x, y, x_valid, y_valid)


def in_training(models, x, y, x_valid, y_valid):
    return choose(models, x, y, x, y)


GOOD = {
    "6.3.1": [(network,), (functional,), *in_other_words(network)],
    "6.3.2": [
        (lambda y: {0: 1.0, 1: (y == 0).sum() / (y == 1).sum()},),
        (lambda y: {0: 1, 1: (len(y) - y.sum()) / y.sum()},),
    ],
    "6.3.3": [
        (undersample,),
        (shuffled_undersample,),
        (lambda y, s: undersample(y, s).tolist(),),
        (lambda y, s: tuple(undersample(y, s)),),
    ],
    "6.3.4": [
        (lambda x, r: ((x - r) ** 2).mean(axis=1),),
        (lambda x, r: np.array([np.mean((a - b) ** 2) for a, b in zip(x, r, strict=True)]),),
        (lambda x, r: pd.Series(((x - r) ** 2).mean(axis=1)),),
    ],
    "6.3.5": [(choose,), (lambda *data: str(np.array([choose(*data)])[0]),)],
}

WRONG = {
    "6.3.1": [
        ((3,), "función"),
        ((lambda r: 1 / 0,), "se detuvo"),
        ((lambda r: None,), "modelo de Keras"),
        ((lambda r: network(r, inputs=30),), "Input((29,))"),
        ((lambda r: network(r, outputs=2),), "dos neuronas"),
        ((lambda r: network(r, units=(32, 64)),), "se piden [64, 32, 1]"),
        ((lambda r: network(r, output="softmax"),), "siempre 1"),
        ((lambda r: network(r, output=None),), 'activation="sigmoid"'),
        ((lambda r: network(r, hidden=None),), 'activation="relu"'),
        ((lambda r: network(r, swap=True),), "apagaría la respuesta"),
        ((lambda r: network(r, after=(1,)),), "en ningún otro sitio"),
        ((with_extra(lambda r: network(r, after=(1,)), 0, dropout),), "en ningún otro sitio"),
        ((with_extra(network, 0, keras.layers.BatchNormalization),), "la capa BatchNormalization"),
        ((lambda r: network(0.3),), "usa el parámetro"),
    ],
    "6.3.2": [
        ((3,), "función"),
        ((lambda y: 1 / 0,), "se detuvo"),
        ((lambda y: 5.0,), "diccionario"),
        ((lambda y: {"0": 1.0, "1": 5.0},), "claves"),
        ((lambda y: {0: None, 1: 2.0},), "debe ser un número"),
        ((lambda y: {0: 1.0, 1: "dos"},), "debe ser un número"),
        ((lambda y: {0: 2.0, 1: (y == 0).sum() / y.sum()},), "debe ser 1.0"),
        ((lambda y: {0: 1.0, 1: 3.0},), "el peso del 1 no es"),
    ],
    "6.3.3": [
        ((3,), "función"),
        ((lambda y, s: 1 / 0,), "se detuvo"),
        ((lambda y, s: 3,), "array"),
        ((lambda y, s: ["a", 2],), "cada posición"),
        ((lambda y, s: y[None],), "una dimensión"),
        ((lambda y, s: y[undersample(y, s)],), "Parecen las etiquetas"),
        ((lambda y, s: undersample(y, s) + 60,), "no existen"),
        ((lambda y, s: undersample(y, s)[1:],), "todos los fraudes"),
        ((lambda y, s: undersample(y, s, size=100, replace=True),), "repetidas"),
        ((lambda y, s: undersample(y, s, replace=True),), "repetidas"),
        ((lambda y, s: undersample(y, s, size=12),), "deben ser los mismos"),
        ((restless,), "misma semilla"),
        ((sometimes_flat,), "una dimensión"),
        ((first_normals,), "Con otra semilla"),
        ((hidden_repeats,), "repetidas"),
    ],
    "6.3.4": [
        ((3,), "función"),
        ((lambda x, r: 1 / 0,), "se detuvo"),
        ((lambda x, r: [1.0],), "array"),
        ((lambda x, r: x,), "forma"),
        ((lambda x, r: np.array(["a"] * len(x)),), "debe contener números"),
        ((lambda x, r: np.zeros(len(x)),), "no es el valor pedido"),
        ((lambda x, r: np.float64(3),), "un solo número"),
    ],
    "6.3.5": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *data: 0.7,), "texto"),
        ((fits_one,), "No entrenas a"),
        ((fits_with_all,), "nada más"),
        ((lambda *data: choose(*data) + "!",), "no es el nombre"),
        ((most_accurate,), "exactitud"),
        ((lambda *data: choose(*data, pick=min),), "mayor AP"),
        ((in_training,), "mayor AP"),
    ],
}

EQUIVALENT = {
    "6.3.2": {
        "`float((len(y) - fraudes) / fraudes)` por `(len(y) - fraudes) / fraudes` (línea 3)": (
            "el número de NumPy pesa lo mismo"
        ),
    },
    "6.3.3": dict.fromkeys(
        (
            "`azar.choice(normales, size=len(fraudes)…` delante de `fraudes` (línea 6)",
            "lo que devuelve, al revés",
            "lo que devuelve, ordenado",
        ),
        "el orden da igual, dice el enunciado",
    ),
    "6.3.4": {
        "`original - reconstruido`, al revés (línea 2)": "el cuadrado no distingue el signo",
    },
}

TestContract = make_contract("lesson_06_03", GOOD, WRONG, EQUIVALENT)
