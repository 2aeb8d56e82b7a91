"""Contrato de los ejercicios de la lección 9.2, Redes residuales."""

from functools import partial

import keras
import numpy as np
from contract import make_contract

from course_utils.exercises import lesson_09_02

layers, ops = keras.layers, keras.ops


def diagnosis(short, long):
    """Con una tabla."""
    worse = long[0] > short[0], long[1] > short[1]
    return {(False, False): "mejora", (False, True): "sobreajusta"}.get(worse, "no aprende")


def identity(channels):
    kernel = np.zeros((9, channels, channels), "float32")
    kernel[4] = np.diag(np.ones(channels))
    return kernel.reshape(3, 3, channels, channels)


def derivative(slopes, skip):
    return np.prod(np.array(slopes) + (1 if skip else 0))


def skip_layer(join, *, hears=True, numpy=False):
    """Una capa que guarda f como la del enunciado, y junta como diga ``join(x, f)``."""

    class Layer(layers.Layer):
        def __init__(self, inside):
            super().__init__()
            self.f = keras.Sequential(inside)

        def call(self, x, training=None):
            f = self.f(x, training=training) if hears else self.f(x, training=False)
            return join(np.asarray(x), np.asarray(f)) if numpy else join(x, f)

    return Layer


class Elsewhere(layers.Layer):
    """Guarda f con otro nombre."""

    def __init__(self, inside):
        super().__init__()
        self.inside = keras.Sequential(inside)

    def call(self, x, training=None):
        return ops.relu(x + self.inside(x, training=training))


class Deaf(layers.Layer):
    """Falla solo al entrenar."""

    def __init__(self, inside):
        super().__init__()
        self.f = keras.Sequential(inside)

    def call(self, x, training=None):
        if training:
            raise ValueError("no sé entrenar")
        return ops.relu(x + self.f(x))


class NoList(layers.Layer):
    def __init__(self):
        super().__init__()


def block(x, filters, stride):
    """Con ``Add`` y ``Activation``, y el atajo lo primero."""
    short = x
    if stride > 1 or x.shape[-1] != filters:
        short = layers.Conv2D(filters, 1, stride)(x)
        short = layers.BatchNormalization()(short)
    for k in range(2):
        x = layers.Conv2D(filters, 3, 1 if k else stride, padding="same")(x)
        x = layers.BatchNormalization()(x)
        x = x if k else layers.Activation("relu")(x)
    return layers.Activation("relu")(layers.Add()([x, short]))


def other_block(**other):
    return partial(lesson_09_02._block, **other)


def no_stride(x, filters, stride):
    return lesson_09_02._block(x, filters, 1)


def sigmoid_block(x, filters, stride):
    return keras.ops.sigmoid(lesson_09_02._block(x, filters, stride, last=False))


def apart(x, filters, stride):
    """No sale de lo que recibe."""
    return lesson_09_02._block(keras.Input(x.shape[1:]), filters, stride)


def neck(inputs, middle, skip):
    pieces = [(1, inputs, middle), (9, middle, middle), (1, middle, 4 * middle)]
    pieces += [(1, inputs, 4 * middle)] * bool(skip)
    return sum(area * a * b + 5 * b for area, a, b in pieces)


def mirrors(images, labels):
    return np.vstack([images, np.flip(images, axis=-1)]), np.tile(labels, 2)


def average(predict, images):
    return np.mean([predict(images), predict(np.flip(images, 2))], axis=0)


def average_of(one, other, times=0.5):
    return lambda predict, images: times * (predict(one(images)) + predict(other(images)))


def as_it_is(images):
    return images


def mirror(images):
    return images[:, :, ::-1]


GOOD = {
    "9.2.1": [(diagnosis,)],
    "9.2.2": [(identity,)],
    "9.2.3": [(derivative,)],
    "9.2.4": [(skip_layer(lambda x, f: ops.maximum(f + x, 0)),)],
    "9.2.5": [(block,), (lesson_09_02._block,)],
    "9.2.6": [(neck,)],
    "9.2.7": [(mirrors,)],
    "9.2.8": [(average,)],
}

NOT_A_CLASS = "debe ser una clase"

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.2.1": [
        ((3,), "debe ser una función"),
        ((lambda a: 3,), "TypeError"),
        ((lambda a, b: True,), '"no aprende", "sobreajusta" o "mejora"'),
    ],
    "9.2.2": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda n: np.eye(n),), "debe tener forma"),
        ((lambda n: 3,), "array de NumPy"),
        ((lambda n: 2 * identity(n),), "no es el valor pedido"),
    ],
    "9.2.3": [
        ((3,), "debe ser una función"),
        ((lambda a: 3,), "TypeError"),
        ((lambda a, b: a,), "debe ser un número"),
        ((lambda a, b: 7.0,), "no es el valor pedido"),
    ],
    "9.2.4": [
        ((3,), NOT_A_CLASS),
        ((keras.Model,), "Error"),
        ((NoList,), "TypeError"),
        ((skip_layer(lambda x, f: x / "2"),), "Error"),
        ((Deaf,), "Error"),
        ((skip_layer(lambda x, f: None),), "no devuelve nada"),
        ((Elsewhere,), "self.f"),
        ((skip_layer(lambda x, f: x + f),), "Falta la ReLU"),
        ((skip_layer(lambda x, f: ops.relu(f)),), "Falta el salto"),
        ((skip_layer(lambda x, f: f),), "solo f(x)"),
        ((skip_layer(lambda x, f: x + ops.relu(f)),), "antes de sumar"),
        ((skip_layer(lambda x, f: ops.relu(x) + ops.relu(f)),), "por separado"),
        ((skip_layer(lambda x, f: ops.relu(x - f)),), "Restas"),
        ((skip_layer(lambda x, f: ops.tanh(x + f)),), "No sale la ReLU"),
        ((skip_layer(lambda x, f: ops.relu(x + f), hears=False),), "no se enteran"),
        ((skip_layer(lambda x, f: np.maximum(x + f, 0), numpy=True),), "no NumPy"),
    ],
    "9.2.5": [
        ((3,), "debe ser una función"),
        ((lambda x: 3,), "TypeError"),
        ((lambda x, f, p: 3,), "debe devolver un tensor"),
        ((no_stride,), "el paso va solo en la primera"),
        ((apart,), "no sale de x"),
        ((other_block(shortcut="always"),), "cuando la forma no cambia"),
        ((other_block(shortcut="bare"),), "le falta la normalización"),
        ((other_block(norms=False),), "altan las normalizaciones"),
        ((other_block(last=False),), "alta la ReLU"),
        ((other_block(skip=False),), "alta sumar el atajo"),
        ((sigmoid_block,), "no hace lo mismo"),
    ],
    "9.2.6": [
        ((3,), "debe ser una función"),
        ((lambda a: 3,), "TypeError"),
        ((lambda a, b, c: "3",), "debe ser un número"),
        ((lambda a, b, c: 3,), "no es el valor pedido"),
    ],
    "9.2.7": [
        ((3,), "debe ser una función"),
        ((lambda a: 3,), "TypeError"),
        ((lambda a, b: a,), "dos cosas"),
        ((lambda a, b: (3, b),), "array de NumPy"),
        ((lambda a, b: (a, b),), "debe tener forma"),
        ((lambda a, b: (mirrors(a, b)[0], 1 + mirrors(a, b)[1]),), "no es el valor pedido"),
    ],
    "9.2.8": [
        ((3,), "debe ser una función"),
        ((lambda a: 3,), "TypeError"),
        ((lambda a, b: 3,), "array de NumPy"),
        ((lambda a, b: a(b)[:2],), "debe tener forma"),
        ((average_of(as_it_is, mirror, 1),), "dividir entre 2"),
        ((average_of(as_it_is, as_it_is),), "falta su espejo"),
        ((average_of(mirror, mirror),), "falta la imagen"),
        ((average_of(as_it_is, lambda b: b[:, ::-1]),), "cabeza abajo"),
        ((average_of(as_it_is, lambda b: b[::-1]),), "el orden de las imágenes"),
        ((lambda a, b: a((b + mirror(b)) / 2),), "Promedias las imágenes"),
        ((lambda a, b: 0.7 * a(b),), "No es la media"),
    ],
}

EQUIVALENT = {
    "9.2.4": {
        "sin `training=training` (línea 7)": "Keras se lo pasa solo a las capas de dentro",
    },
    "9.2.5": {"`!=` por `>` en `paso != 1` (línea 6)": "no hay pasos menores que 1"},
    "9.2.2": {
        "lo que devuelve, al revés": "de arriba abajo es el mismo: solo tiene lleno el centro",
        "lo que devuelve, redondeado a 0 decimales": "son ceros y unos",
        "lo que devuelve, redondeado a 2 decimales": "son ceros y unos",
    },
}

TestContract = make_contract("lesson_09_02", GOOD, WRONG, EQUIVALENT)
