"""Contrato de los ejercicios de la lección 8.1, Veinte capas."""

import functools

import keras
import numpy as np
from contract import make_contract

from course_utils.datasets import load_fashion_mnist

RECIPES = {"lecun": lambda n, m: 1 / n, "glorot": lambda n, m: 2 / (n + m)}


def variance(name, n, m):
    return RECIPES.get(name, lambda n, m: 2 / n)(n, m)


def with_ifs(name, n, m):
    if name == "lecun":
        return 1 / n
    if name == "he":
        return 2 / n
    return 1 / ((n + m) / 2)


def deviations(x, weights, activation):
    found = []
    for matrix in weights:
        x = activation(x @ matrix)
        found.append(np.std(x))
    return found


def recursive_deviations(x, weights, activation):
    if not weights:
        return []
    out = activation(np.matmul(x, weights[0]))
    return [float(out.std()), *recursive_deviations(out, weights[1:], activation)]


def elu(z, alpha):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


def elu_by_masks(z, alpha):
    out = z.copy()
    out[z < 0] = alpha * np.expm1(z[z < 0])
    return out


def elu_that_overflows(z, alpha):
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))


def _elu_in_place(z, alpha):
    z[z < 0] = alpha * np.expm1(z[z < 0])
    return z


def batch_norm(z, gamma, beta, mean, variance, training):
    if not training:
        return gamma * (z - mean) / np.sqrt(variance + 0.001) + beta, mean, variance
    center, width = z.mean(axis=0), np.mean((z - z.mean(axis=0)) ** 2, axis=0)
    out = beta + (z - center) * (gamma / (width + 1e-3) ** 0.5)
    return out, mean + 0.1 * (center - mean), variance + 0.1 * (width - variance)


def _batch_norm_by_rows(z, gamma, beta, mean, variance, training):
    center, width = z.mean(axis=1, keepdims=True), z.var(axis=1, keepdims=True)
    return gamma * (z - center) / np.sqrt(width + 0.001) + beta, mean, variance


def _batch_norm_in_place(z, gamma, beta, mean, variance, training):
    result = batch_norm(z, gamma, beta, mean, variance, training)
    mean += 1
    return result


def clipped(gradients, limit):
    norm = np.sqrt(sum(np.sum(g * g) for g in gradients))
    return [g * limit / norm for g in gradients] if norm > limit else gradients


def clipped_all_together(gradients, limit):
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in gradients]))
    return tuple(g * min(1, limit / norm) if norm else g for g in gradients)


@functools.cache
def _answers():
    (_, train_labels), (_, test_labels) = load_fashion_mnist()
    return {len(y): y.astype(int) for y in (train_labels[55_000:], test_labels)}


def scoring(accuracy, *, depth=30, inputs=(28, 28)):
    """Una red de esas capas que acierta esa fracción, sin esperar a que aprenda."""
    hidden = [keras.layers.Dense(2, activation="relu") for _ in range(depth)]
    output = keras.layers.Dense(10, activation="softmax")
    model = keras.Sequential([keras.Input(inputs), keras.layers.Flatten(), *hidden, output])

    def predict(batches, *args, **kwargs):
        labels = _answers()[sum(len(images) for (images,) in batches)]
        wrong = np.arange(len(labels)) >= round(accuracy * len(labels))
        return np.eye(10)[(labels + wrong) % 10]

    model.predict = predict
    return model


GOOD = {
    "8.1.1": [(variance,), (with_ifs,)],
    "8.1.2": [
        (deviations,),
        (recursive_deviations,),
        (lambda x, w, f: np.array(deviations(x, w, f)),),
    ],
    "8.1.3": [(elu,), (elu_by_masks,), (lambda z, a: np.maximum(z, 0) + np.minimum(elu(z, a), 0),)],
    "8.1.4": [(batch_norm,), (lambda *args: list(batch_norm(*args)),)],
    "8.1.5": [(clipped,), (clipped_all_together,)],
    "8.1.6": [lambda: (scoring(0.70),), lambda: (scoring(0.9, depth=35),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.1.1": [
        ((0.5,), "debe ser una función"),
        ((lambda name, n: n,), "TypeError"),
        ((lambda name, n, m: "2/n",), "debe ser un número"),
        ((lambda name, n, m: 3 / n,), "no es la varianza de esa receta"),
    ],
    "8.1.2": [
        (([1.0],), "debe ser una función"),
        ((lambda x, w, f: None,), "llegó None"),
        ((lambda x, w, f: [1.0] * len(w),), "multiplica por la matriz"),
        ((lambda x, w, f: deviations(x, w, f) * 2,), "va uno por capa"),
        ((lambda x, w, f: deviations(x, w, np.tanh),), "multiplica por la matriz"),
        ((lambda x, w, f: ["mucho"],), "debe ser un número"),
    ],
    "8.1.3": [
        ((0.5,), "debe ser una función"),
        ((lambda z, a: 3,), "debe ser un array"),
        ((_elu_in_place,), "cambia lo que recibe"),
        ((lambda z, a: z + a,), "No es la ELU"),
        ((elu_that_overflows,), "NumPy avisa"),
    ],
    "8.1.4": [
        ((0.5,), "debe ser una función"),
        ((lambda *args: batch_norm(*args)[0],), "tres cosas"),
        ((lambda *args: (1, 2, 3),), "debe ser un array"),
        ((_batch_norm_by_rows,), "Repasa los cuatro pasos"),
        ((_batch_norm_in_place,), "cambia lo que recibe"),
    ],
    "8.1.5": [
        ((0.5,), "debe ser una función"),
        ((lambda gs, t: 1.0,), "debe ser una lista"),
        ((lambda gs, t: [t for g in gs],), "debe ser un array"),
        ((lambda gs, t: [g / 2 for g in gs],), "No es el recorte por norma"),
    ],
    "8.1.6": [
        (("una red",), "debe ser la red de Keras"),
        (lambda: (scoring(0.9, inputs=(784,)),), "10 probabilidades"),
        (lambda: (scoring(0.9, depth=29),), "Tiene 29 capas ocultas"),
        (lambda: (scoring(0.1),), "como una red sin entrenar"),
        (lambda: (scoring(0.6998),), "se pide 0.7"),
    ],
}

EQUIVALENT = {
    "8.1.3": {
        "`0` por `1` (línea 2), 2.ª vez": "solo cambia la rama que np.where no elige",
        "`>` por `>=` en `z > 0` (línea 2)": "en 0 las dos ramas valen 0",
    },
}

TestContract = make_contract("lesson_08_01", GOOD, WRONG, EQUIVALENT)
