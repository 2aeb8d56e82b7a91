"""Contrato de los ejercicios de la lección 4.7, Una red mejor."""

import functools
import math

import keras
import numpy as np
from contract import make_contract
from rewritten import in_other_words, with_extra

from course_utils.datasets import load_fashion_mnist


@functools.cache
def valid_images():
    return load_fashion_mnist()[0][0][55_000:]


def rescaling():
    return keras.layers.Rescaling(1 / 255)


def network(
    width, rate, *, hidden="relu", output="softmax", flatten=True, inputs=(28, 28), scale=rescaling
):
    layers = [keras.Input(inputs)]
    if scale is not None:
        layers.append(scale())
    if flatten:
        layers.append(keras.layers.Flatten())
    layers.append(keras.layers.Dense(width, activation=hidden))
    if rate is not None:
        layers.append(keras.layers.Dropout(rate))
    return keras.Sequential([*layers, keras.layers.Dense(10, activation=output)])


def flat_too_late(width, rate):
    layers = [
        rescaling(),
        keras.layers.Dense(width, activation="relu"),
        keras.layers.Dropout(rate),
        keras.layers.Flatten(),
        keras.layers.Dense(10, activation="softmax"),
    ]
    return keras.Sequential([keras.Input((28, 28)), *layers])


def without_biases(width, rate):
    layers = [
        rescaling(),
        keras.layers.Flatten(),
        keras.layers.Dense(width, activation="relu", use_bias=False),
        keras.layers.Dropout(rate),
        keras.layers.Dense(10, activation="softmax"),
    ]
    return keras.Sequential([keras.Input((28, 28)), *layers])


def functional_network(width, rate):
    inputs = keras.Input((28, 28))
    x = keras.layers.Flatten()(inputs / 255)
    x = keras.layers.Dropout(rate)(keras.layers.Dense(width, activation="relu")(x))
    return keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))


def dropout_before_relu(width, rate):
    """Con ReLU da lo mismo: lo que se apaga antes o después vale cero."""
    scale, flatten, dense, dropout, output = network(width, rate, hidden=None).layers
    entry = keras.Input((28, 28))
    return keras.Sequential([entry, scale, flatten, dense, dropout, keras.layers.ReLU(), output])


def scaled_later(width, rate):
    """Da igual escalar la imagen o la fila."""
    scale, flatten, *rest = network(width, rate).layers
    return keras.Sequential([keras.Input((28, 28)), flatten, scale, *rest])


def scaled_too_late(width, rate):
    scale, flatten, dense, *rest = network(width, rate).layers
    return keras.Sequential([keras.Input((28, 28)), flatten, dense, scale, *rest])


class Deaf(keras.Model):
    """Sin ``training``, ``fit`` no le dice que está entrenando: su Dropout no apaga nada."""

    def __init__(self, parts):
        super().__init__()
        self.parts = parts

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x


def flatten_late(width, rate):
    dense, output = keras.layers.Dense(width, "relu"), keras.layers.Dense(10, "softmax")
    parts = [rescaling(), dense, keras.layers.Dropout(rate), keras.layers.Flatten(), output]
    return keras.Sequential([keras.Input((28, 28)), *parts])


def dropout_last(width, rate):
    return keras.Sequential(
        [keras.Input((28, 28)), *network(width, None).layers, keras.layers.Dropout(rate)]
    )


def scoring(accuracy, *, only_scaled=False):
    """Una red que acierta esa fracción, sin esperar a que aprenda.

    Que una red entrenada de verdad pasa lo prueba el cuaderno resuelto, en modo estricto.
    """
    (_, train_labels), (_, test_labels) = load_fashion_mnist()
    answers = {}
    for labels in (train_labels[55_000:].astype(int), test_labels.astype(int)):
        wrong = np.arange(len(labels)) >= round(accuracy * len(labels))
        answers[len(labels)] = (labels + wrong) % 10
    model = network(8, 0.1)

    def predict(images, *args, **kwargs):
        lost = only_scaled and images.max() > 1
        return np.eye(10)[(answers[len(images)] + lost) % 10]

    model.predict = predict
    return model


def switched_off(x, draw, rate):
    return np.where(draw < rate, 0, x / (1 - rate))


def _switched_off_in_place(x, draw, rate):
    x[draw < rate] = 0
    return x / (1 - rate)


GOOD = {
    "4.7.1": [
        lambda: (valid_images()[7:8],),
        lambda: (valid_images()[7][np.newaxis].astype("float32"),),
    ],
    "4.7.2": [
        (switched_off,),
        (lambda x, draw, rate: x * (draw >= rate) / (1 - rate),),
        (lambda x, draw, rate: (x * np.where(draw < rate, 0, 1 / (1 - rate))).astype("float32"),),
    ],
    "4.7.3": [
        (lambda n, b, e: math.ceil(n / b) * e,),
        (lambda n, b, e: -(-n // b) * e,),
        (lambda n, b, e: np.ceil(n / b) * e,),
    ],
    "4.7.4": [
        (network,),
        (functional_network,),
        (dropout_before_relu,),
        (scaled_later,),
        (lambda w, r: network(w, r, scale=lambda: keras.layers.Lambda(lambda x: x / 255)),),
        (lambda w, r: network(w, r, hidden=keras.ops.relu, output=keras.ops.softmax),),
        *in_other_words(network),
    ],
    "4.7.5": [lambda: (scoring(0.88),)],
}

WRONG = {
    "4.7.1": [
        (("una imagen",), "debe ser un array"),
        (lambda: (valid_images()[7],), "falta el eje"),
        (lambda: (valid_images()[7][..., np.newaxis],), "va delante"),
        (lambda: (valid_images()[7:9],), "debe tener forma (1, 28, 28)"),
        (lambda: (valid_images()[7:8] / 255,), "escalada"),
        (lambda: (valid_images()[6:7],), "no es la imagen número 7"),
    ],
    "4.7.2": [
        (([0, 1],), "debe ser una función"),
        ((lambda x, draw: x,), "TypeError"),
        ((lambda x, draw, rate: 0,), "debe ser un array"),
        ((_switched_off_in_place,), "cambia lo que recibe"),
        ((lambda x, draw, rate: switched_off(x, draw, 0.5),), "no es el valor pedido"),
    ],
    "4.7.3": [
        ((2820,), "debe ser una función"),
        ((lambda n, b: n,), "TypeError"),
        ((lambda n, b, e: "muchos",), "debe ser un número"),
        ((lambda n, b, e: n * e,), "no es el valor pedido"),
    ],
    "4.7.4": [
        ((128,), "debe ser una función"),
        ((lambda ancho: None,), "TypeError"),
        ((lambda ancho, abandono: None,), "no termina en return"),
        ((flat_too_late,), "Flatten() va antes"),
        ((without_biases,), "no hace lo mismo"),
        (
            (lambda w, r: keras.Sequential([keras.layers.Dense(10)]),),
            "keras.Input((28, 28))",
        ),
        ((lambda w, r: network(w, r, inputs=(784,)),), "keras.Input((28, 28))"),
        ((lambda w, r: network(w, r, flatten=False),), "10 números"),
        ((lambda w, r: network(w, r, scale=None),), "Falta la capa keras.layers.Rescaling"),
        ((with_extra(network, 1, rescaling),), "Hay 2 capas Rescaling"),
        (
            (lambda w, r: network(w, r, scale=lambda: keras.layers.Rescaling(1 / 256)),),
            "multiplica por 0.00390625",
        ),
        (
            (lambda w, r: network(w, r, scale=lambda: keras.layers.Rescaling(1 / 127.5, -1)),),
            "y suma -1",
        ),
        ((scaled_too_late,), "Rescaling va antes"),
        (
            (
                lambda w, r: keras.Sequential(
                    [
                        keras.Input((28, 28)),
                        rescaling(),
                        keras.layers.Flatten(),
                        keras.layers.Dense(10),
                    ]
                ),
            ),
            "1 capa(s) densa(s)",
        ),
        ((lambda w, r: network(128, r),), "usa el parámetro"),
        ((lambda w, r: network(w, r, hidden=None),), 'activation="relu"'),
        ((lambda w, r: network(w, r, output=None),), 'activation="softmax"'),
        ((lambda w, r: network(w, None),), "Falta la capa keras.layers.Dropout"),
        ((lambda w, r: network(w, 0.2),), "la capa Dropout tiene 0.2"),
        ((dropout_last,), "antes de la salida"),
        ((flatten_late,), "Flatten() va antes"),
        ((lambda w, r: Deaf(network(w, r).layers),), "le falta el parámetro training"),
        ((with_extra(network, 4, lambda: keras.layers.Dropout(0.9)),), "Hay 2 capas Dropout"),
        ((with_extra(network, 0, lambda: keras.layers.GaussianNoise(1)),), "GaussianNoise"),
        ((lambda w, r: network(w, r, hidden="relu6"),), 'activation="relu"'),
    ],
    "4.7.5": [
        (("un modelo",), "el modelo de Keras"),
        (lambda: (network(8, 0.1, inputs=(784,)),), "10 probabilidades"),
        (lambda: (network(8, 0.1),), "como una red sin entrenar"),
        (lambda: (scoring(0.8798),), "se pide 0.88"),
        (lambda: (scoring(0.88, only_scaled=True),), "le falta el escalado dentro"),
    ],
}

EQUIVALENT = {
    "4.7.4": {
        "el elemento `keras.layers.Flatten()`, dos veces (línea 2)": "lo ya plano se queda igual",
        "`keras.layers.Flatten()` delante de `keras.layers.Rescaling(1 / 255)` (línea 2)": (
            "da igual escalar la imagen o la fila"
        ),
    },
}

TestContract = make_contract("lesson_04_07", GOOD, WRONG, EQUIVALENT)
