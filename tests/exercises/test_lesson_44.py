"""Contrato de los ejercicios de 4.4, Fashion-MNIST."""

import functools
import math

import keras
import numpy as np
from contract import make_contract

from course_utils.datasets import load_fashion_mnist
from course_utils.training import set_seed


@functools.cache
def images():
    return load_fashion_mnist()[1][0]


def network(width, rate, *, hidden="relu", output="softmax", flatten=True, inputs=(28, 28)):
    layers = [keras.Input(inputs)]
    if flatten:
        layers.append(keras.layers.Flatten())
    layers.append(keras.layers.Dense(width, activation=hidden))
    if rate is not None:
        layers.append(keras.layers.Dropout(rate))
    return keras.Sequential([*layers, keras.layers.Dense(10, activation=output)])


def functional_network(width, rate):
    inputs = keras.Input((28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dropout(rate)(keras.layers.Dense(width, activation="relu")(x))
    return keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))


def dropout_last(width, rate):
    return keras.Sequential(
        [keras.Input((28, 28)), *network(width, None).layers, keras.layers.Dropout(rate)]
    )


@functools.cache
def trained(samples, epochs):
    """Una red entrenada de verdad: con pocas muestras no llega; con todas, sí."""
    set_seed(42)
    (x, y), _ = load_fashion_mnist()
    x, y = (x[:samples] / 255).astype("float32"), y[:samples]
    model = network(256, 0.1)
    rate = keras.optimizers.schedules.CosineDecay(0.003, epochs * math.ceil(samples / 256))
    model.compile(keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=256, epochs=epochs, verbose=0)
    return model


def hits(p, y):
    return p.argmax(axis=1) == y


def confidence_of_mistakes(p, y):
    return np.where(hits(p, y), 0, p.max(axis=1))


def _brighten(images):
    images += 1
    return images / 255


GOOD = {
    "4.4.1": [(10000, 0, 255), (np.int64(10000), np.uint8(0), np.uint8(255))],
    "4.4.2": [
        (lambda y, k: (y == k).sum(),),
        (lambda y, k: sum(1 for v in y if v == k),),
        (lambda y, k: np.count_nonzero(y == k),),
        (lambda y, k: y.tolist().count(k),),
    ],
    "4.4.3": [
        (lambda x: x / 255,),
        (lambda x: x.astype("float32") / 255.0,),
        (lambda x: np.divide(x, 255),),
    ],
    "4.4.4": [(28 * 28 * 128 + 128, 1290)],
    "4.4.5": [
        (lambda p, y: hits(p, y).mean(),),
        (lambda p, y: hits(p, y).sum() / len(y),),
        (lambda p, y: sum(a == b for a, b in zip(p.argmax(axis=1), y, strict=True)) / len(y),),
    ],
    "4.4.6": [
        (lambda p, y: confidence_of_mistakes(p, y).argmax(),),
        (lambda p, y: np.flatnonzero(~hits(p, y))[p.max(axis=1)[~hits(p, y)].argmax()],),
    ],
    "4.4.7": [(lambda m, k: m[k, k] / m[k].sum(),), (lambda m, k: m[k][k] / sum(m[k]),)],
    "4.4.8": [
        lambda: ((images() / 255)[7:8],),
        lambda: ((images() / 255).astype("float32")[7][np.newaxis],),
    ],
    "4.4.9": [(network,), (functional_network,)],
    "4.4.10": [
        (lambda n, b, e: math.ceil(n / b) * e,),
        (lambda n, b, e: -(-n // b) * e,),
        (lambda n, b, e: np.ceil(n / b) * e,),
    ],
    "4.4.11": [lambda: (trained(60_000, 9),)],
}

WRONG = {
    "4.4.1": [
        ((60000, 0, 255), "entrenamiento"),
        ((784, 0, 255), "tamaño de una imagen"),
        ((9999, 0, 255), "cuantas_prueba no es"),
        ((10000.5, 0, 255), "número entero"),
        ((10000, 255, 0), "al revés"),
        ((10000, 0, 1), "no están escalados"),
        ((10000, 0, 256), "256 valores posibles"),
        ((10000, 5, 255), "minimo no es"),
        ((10000, 0, 254), "maximo no es"),
        ((10000, "0", 255), "debe ser un número"),
        ((10000, 0, None), "llegó None"),
    ],
    "4.4.2": [
        ((3,), "debe ser una función"),
        ((lambda y, k: y == k,), "resumirlo"),
        ((lambda y, k: None,), "print"),
        ((lambda y, k: len(y),), "todas las etiquetas"),
        ((lambda y, k: y[y == k].sum(),), "Suma las etiquetas"),
        ((lambda y, k: 2,), "no es el valor pedido"),
        ((lambda y, k: (y == 3).sum(),), "¿usas el parámetro clase?"),
        ((lambda y, k: 3 if k == 3 else "dos",), "debe ser un número"),
        ((lambda y, k: 3 if k == 3 else 1 / 0,), "ZeroDivisionError"),
        ((lambda y: 3,), "TypeError"),
        ((lambda y, k: y.cuenta(k),), "AttributeError"),
    ],
    "4.4.3": [
        ((0.5,), "debe ser una función"),
        ((lambda x: x.desconocido,), "AttributeError"),
        ((lambda x: None,), "debe ser un array"),
        ((lambda x: x.ravel() / 255,), "forma"),
        ((_brighten,), "dejar ese como estaba"),
        ((lambda x: x // 255,), "usa / y no //"),
        ((lambda x: x / 256,), "entre 256"),
        ((lambda x: x / 100,), "entre 100"),
        ((lambda x: x.astype(float),), "no han cambiado"),
        ((lambda x: x / x.max(),), "prenda oscura"),
        ((lambda x: x / 255 if x[0, 0, 0] == 0 and len(x) > 1 else None,), "debe ser un array"),
        ((lambda x: x / 255 if len(x) > 1 else 1 / 0,), "ZeroDivisionError"),
        ((lambda x: x / 25.5,), "no es el valor pedido"),
    ],
    "4.4.4": [
        ((784 * 128, 1290), "Faltan los sesgos"),
        ((100480, 1280), "Faltan los sesgos"),
        ((28 * 128 + 128, 1290), "784 entradas"),
        ((100480, 7850), "128 salidas"),
        ((1290, 100480), "al revés"),
        ((100481, 1290), "parametros_oculta no es"),
        ((100480, 1291), "parametros_salida no es"),
        (("100480", 1290), "debe ser un número"),
        ((100480, None), "llegó None"),
    ],
    "4.4.5": [
        ((0.86,), "debe ser una función"),
        ((hits,), "resumirlo"),
        ((lambda p, y: "0.86",), "debe ser un número"),
        ((lambda p, y: hits(p, y).sum(),), "fracción del total"),
        ((lambda p, y: 100 * hits(p, y).mean(),), "porcentaje"),
        ((lambda p, y: (~hits(p, y)).mean(),), "fracción de errores"),
        ((lambda p, y: 0.5,), "fila por fila"),
        ((lambda p, y: (p.argmax(axis=0) == y).mean(),), "ValueError"),
    ],
    "4.4.6": [
        ((12,), "debe ser una función"),
        ((lambda p, y: 1 / 0,), "ZeroDivisionError"),
        ((lambda p, y: confidence_of_mistakes(p, y),), "debe ser un número"),
        ((lambda p, y: p.max(axis=1).argmax(),), "el modelo acertó"),
        ((lambda p, y: np.where(hits(p, y), 2, p.max(axis=1)).argmin(),), "con menos confianza"),
        ((lambda p, y: p.max(axis=1)[~hits(p, y)].argmax(),), "dentro de las equivocadas"),
        ((lambda p, y: confidence_of_mistakes(p, y).max(),), "es una probabilidad"),
        ((lambda p, y: 199,), "no es el valor pedido"),
    ],
    "4.4.7": [
        ((0.7,), "debe ser una función"),
        ((lambda m, k: m.columna(k),), "AttributeError"),
        ((lambda m, k: m[k],), "debe ser un número"),
        ((lambda m, k: m[k, k] / m[:, k].sum(),), "columna"),
        ((lambda m, k: np.trace(m) / m.sum(),), "todas las clases juntas"),
        ((lambda m, k: 100 * m[k, k] / m[k].sum(),), "porcentaje"),
        ((lambda m, k: m[k, k],), "no es el valor pedido"),
    ],
    "4.4.8": [
        (("una imagen",), "debe ser un array"),
        (lambda: ((images() / 255)[7],), "falta el eje"),
        (lambda: ((images() / 255)[7][..., np.newaxis],), "va delante"),
        (lambda: ((images() / 255)[7:9],), "debe tener forma (1, 28, 28)"),
        (lambda: (images()[7:8],), "sin escalar"),
        (lambda: ((images() / 255)[6:7],), "no es la imagen número 7"),
    ],
    "4.4.9": [
        ((128,), "debe ser una función"),
        ((lambda ancho: None,), "TypeError"),
        ((lambda ancho, abandono: None,), "termina con return"),
        (
            (lambda w, r: keras.Sequential([keras.layers.Dense(10)]),),
            "keras.Input((28, 28))",
        ),
        ((lambda w, r: network(w, r, inputs=(784,)),), "keras.Input((28, 28))"),
        ((lambda w, r: network(w, r, flatten=False),), "10 números"),
        (
            (
                lambda w, r: keras.Sequential(
                    [keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)]
                ),
            ),
            "1 capa(s) densa(s)",
        ),
        ((lambda w, r: network(128, r),), "usa el parámetro"),
        ((lambda w, r: network(w, r, hidden=None),), 'activation="relu"'),
        ((lambda w, r: network(w, r, output=None),), 'activation="softmax"'),
        ((lambda w, r: network(w, None),), "Falta la capa"),
        ((lambda w, r: network(w, 0.2),), "la capa Dropout tiene 0.2"),
        ((dropout_last,), "antes de la salida"),
    ],
    "4.4.10": [
        ((2820,), "debe ser una función"),
        ((lambda n, b: n,), "TypeError"),
        ((lambda n, b, e: "muchos",), "debe ser un número"),
        ((lambda n, b, e: math.ceil(n / b),), "una sola época"),
        ((lambda n, b, e: n // b * e,), "el último lote"),
        ((lambda n, b, e: n / b * e,), "no hay fracciones"),
        ((lambda n, b, e: math.ceil(n / b * e),), "antes de multiplicar"),
        ((lambda n, b, e: n * e,), "no es el valor pedido"),
    ],
    "4.4.11": [
        (("un modelo",), "el modelo de Keras"),
        (lambda: (network(8, 0.1, inputs=(784,)),), "10 probabilidades"),
        (lambda: (network(8, 0.1),), "¿llamaste a fit?"),
        (lambda: (trained(3_000, 2),), "se pide 0.88"),
    ],
}

TestContract = make_contract("lesson_44", GOOD, WRONG)
