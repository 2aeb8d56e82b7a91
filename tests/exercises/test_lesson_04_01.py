"""Contrato de los ejercicios de la lección 4.1, flores."""

import keras
import numpy as np
from contract import make_contract
from rewritten import in_other_words, with_extra
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

SPECIES = ("setosa", "versicolor", "virginica")
X, Y = load_iris(return_X_y=True)


def soft(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def plain(z, **kwargs):
    return np.exp(z) / np.exp(z).sum(**kwargs)


def shifts_in_place(z):
    z -= z.max(axis=1, keepdims=True)
    return soft(z)


def picked(p, y):
    return p[np.arange(len(y)), y]


def one_hot_loop(labels, classes):
    table = np.zeros((len(labels), classes))
    for row, label in enumerate(labels):
        table[row, label] = 1
    return table


def scale(a, b):
    return (a - a.mean(axis=0)) / a.std(axis=0), (b - a.mean(axis=0)) / a.std(axis=0)


def scale_with_sklearn(a, b):
    scaler = StandardScaler().fit(a)
    return scaler.transform(a), scaler.transform(b)


def scale_in_place(a, b):
    mean, deviation = a.mean(axis=0), a.std(axis=0)
    a -= mean
    return a / deviation, (b - mean) / deviation


def network(
    inputs,
    hidden,
    classes,
    *,
    first="relu",
    last="softmax",
    loss="sparse_categorical_crossentropy",
    optimizer="adam",
    metrics=("accuracy",),
):
    model = keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(hidden, activation=first),
            keras.layers.Dense(classes, activation=last),
        ]
    )
    if loss:
        model.compile(optimizer, loss=loss, metrics=list(metrics))
    return model


def functional_network(inputs, hidden, classes):
    entry = keras.Input((inputs,))
    x = keras.layers.Dense(hidden, activation="relu")(entry)
    model = keras.Model(entry, keras.layers.Dense(classes, activation="softmax")(x))
    model.compile(
        keras.optimizers.Adam(0.02),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )
    return model


def activations_apart(inputs, hidden, classes):
    model = keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(hidden),
            keras.layers.ReLU(),
            keras.layers.Dense(classes),
            keras.layers.Softmax(),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["acc"])
    return model


LOGITS = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
TOP = "sparse_top_k_categorical_accuracy"


def without_input(inputs, hidden, classes):
    return keras.Sequential([keras.layers.Dense(hidden), keras.layers.Dense(classes)])


def one_layer(inputs, hidden, classes):
    return keras.Sequential([keras.Input((inputs,)), keras.layers.Dense(classes)])


def of_weights(*weights):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.set_weights(weights)
    return model


def learned(x, y):
    """Una red que acierta con esos datos, sin esperar a que aprenda.

    Que una red entrenada de verdad pasa lo prueba el cuaderno resuelto, en modo estricto.
    """
    logistic = LogisticRegression(max_iter=1000).fit(x, y)
    return of_weights(logistic.coef_.T, logistic.intercept_)


def guide_maker(labels=lambda y: y):
    def make(x, y):
        scaler = StandardScaler().fit(x)
        return scaler, learned(scaler.transform(x), labels(y))

    return make


GOOD = {
    "4.1.1": [(soft,), (lambda z: soft(z.astype("float32")),)],
    "4.1.2": [
        (lambda p, y: -np.log(picked(p, y)).mean(),),
        (lambda p, y: -sum(np.log(r[k]) for r, k in zip(p, y, strict=True)) / len(y),),
        (lambda p, y: -(np.eye(p.shape[1])[y] * np.log(p)).sum(axis=1).mean(),),
    ],
    "4.1.3": [
        (lambda y, k: np.eye(k)[y],),
        (one_hot_loop,),
        (lambda y, k: keras.utils.to_categorical(y, k),),
        (lambda y, k: y[:, np.newaxis] == np.arange(k),),
    ],
    "4.1.4": [(scale,), (scale_with_sklearn,)],
    "4.1.5": [
        (lambda p, n: [n[k] for k in p.argmax(axis=1)],),
        (lambda p, n: np.array(n)[p.argmax(axis=1)],),
    ],
    "4.1.6": [
        (network,),
        (functional_network,),
        (activations_apart,),
        *(
            (lambda a, b, c, loss=loss: network(a, b, c, loss=loss),)
            for loss in (
                "SparseCategoricalCrossentropy",
                keras.losses.sparse_categorical_crossentropy,
                keras.losses.SparseCategoricalCrossentropy(from_logits=False),
            )
        ),
        *(
            (lambda a, b, c, metric=metric: network(a, b, c, metrics=[metric]),)
            for metric in (
                "acc",
                "sparse_categorical_accuracy",
                keras.metrics.SparseCategoricalAccuracy(name="aciertos"),
                lambda y, p: keras.metrics.sparse_categorical_accuracy(y, p),
            )
        ),
        *in_other_words(
            lambda a, b, c: network(a, b, c, loss=None),
            lambda model, *sizes: model.compile(
                loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
            ),
        ),
    ],
    "4.1.7": [
        lambda: (guide_maker(),),
        lambda: (lambda x, y: list(guide_maker()(x, y)),),
    ],
}

WRONG = {
    "4.1.1": [
        ((np.array([0.1, 0.9]),), "debe ser una función"),
        ((lambda z: z.desconocido,), "AttributeError"),
        ((lambda z: soft(z)[0],), "debe tener forma"),
        ((lambda z: np.full(z.shape, "a"),), "no es un número corriente"),
        ((lambda z: np.full(z.shape, np.nan),), "nan o infinito"),
        ((shifts_in_place,), "cambia lo que recibe"),
        ((lambda z: 2 * soft(z),), "Cada fila debe sumar 1"),
        ((lambda z: np.abs(z) / np.abs(z).sum(axis=1, keepdims=True),), "np.exp"),
        ((lambda z: plain(z, axis=1, keepdims=True),), "SU máximo"),
        ((lambda z: plain(z - z.max(), axis=1, keepdims=True),), "SU máximo"),
        ((lambda z: soft(z) if len(z) > 2 else 1 / 0,), "ZeroDivisionError"),
        ((lambda z: soft(z) if len(z) > 2 else [1],), "debe ser un array"),
        (
            (lambda z: soft(z) if len(z) > 2 else np.full((2, 3), 1 / 3),),
            "no son las de np.exp",
        ),
    ],
    "4.1.2": [
        ((0.3,), "debe ser una función"),
        ((lambda p: 0,), "TypeError"),
        ((lambda p, y: -np.log(picked(p, y)),), "un solo número"),
        ((lambda p, y: "0.3",), "debe ser un número"),
        ((lambda p, y: 7,), "no es el valor pedido"),
        ((lambda p, y: -np.log(picked(p, y)).sum() / 6,), "no es el valor pedido"),
    ],
    "4.1.3": [
        (([[1, 0, 0]],), "debe ser una función"),
        ((lambda y, k: y[99],), "IndexError"),
        ((lambda y, k: [[1, 0, 0]],), "debe ser un array"),
        ((lambda y, k: np.full((len(y), k), "a"),), "no es un número corriente"),
        ((lambda y, k: np.eye(k)[y][:2],), "debe tener forma"),
        ((lambda y, k: 2 * np.eye(k)[y],), "unos y ceros"),
        ((lambda y, k: np.ones((len(y), k)),), "y solo uno"),
        ((lambda y, k: np.eye(k)[k - 1 - y],), "no en la columna"),
    ],
    "4.1.4": [
        ((3,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, b: scale(a, b)[0],), "dos cosas"),
        ((scale_in_place,), "cambia lo que recibe"),
        ((lambda a, b: (scale(a, b)[0][:3], b),), "debe tener forma"),
        ((lambda a, b: (scale(a, b)[0], "b"),), "prueba_escalada debe ser un array"),
        ((lambda a, b: (a, b),), "entrenamiento_escalado no es"),
        ((lambda a, b: (scale(a, b)[0], b),), "prueba_escalada no es"),
    ],
    "4.1.5": [
        ((["setosa"],), "debe ser una función"),
        ((lambda p, n: n[p],), "TypeError"),
        ((lambda p, n: p.argmax(axis=1),), "Devuelve posiciones"),
        ((lambda p, n: "este",), "debe ser una lista"),
        ((lambda p, n: [n[k] for k in p.argmax(axis=0)],), "se pide uno por fila"),
        ((lambda p, n: [int(k) for k in p.argmax(axis=1)],), "debe ser un texto"),
        ((lambda p, n: [SPECIES[k] for k in p.argmax(axis=1)],), "usa el parámetro nombres"),
        ((lambda p, n: [n[k] for k in p.argmin(axis=1)],), "no es el valor pedido"),
        (
            (lambda p, n: [n[k] for k in p.argmax(axis=1)] if len(n) == 3 else 1 / 0,),
            "ZeroDivisionError",
        ),
        (
            (lambda p, n: [n[k] for k in p.argmax(axis=1)] if len(n) == 3 else [],),
            "se pide uno por fila",
        ),
    ],
    "4.1.6": [
        ((16,), "debe ser una función"),
        ((lambda a: None,), "TypeError"),
        ((lambda a, b, c: network(a, b, c).compile(),), "no termina en return"),
        ((without_input,), "keras.Input((entradas,))"),
        ((one_layer,), "1 capa(s) densa(s)"),
        ((lambda a, b, c: network(a, 16, c),), "usa el parámetro"),
        ((lambda a, b, c: network(a, b, 1),), "una por clase"),
        ((lambda a, b, c: network(a, b, c, first=None),), 'activation="relu"'),
        ((lambda a, b, c: network(a, b, c, last="sigmoid"),), 'activation="softmax"'),
        ((lambda a, b, c: network(a, b, c, loss=None),), "Falta compilarla"),
        (
            (lambda a, b, c: network(a, b, c, loss="categorical_crossentropy"),),
            "Con etiquetas enteras",
        ),
        ((lambda a, b, c: network(a, b, c, optimizer="sgd"),), "debe ser Adam"),
        ((lambda a, b, c: network(a, b, c, loss="mse"),), "Con etiquetas enteras"),
        ((lambda a, b, c: network(a, b, c, loss=LOGITS),), "Con etiquetas enteras"),
        ((lambda a, b, c: network(a, b, c, optimizer="nadam"),), "debe ser Adam"),
        ((lambda a, b, c: network(a, b, c, metrics=()),), "metrics"),
        ((lambda a, b, c: network(a, b, c, metrics=["mae"]),), "metrics"),
        ((lambda a, b, c: network(a, b, c, metrics=["categorical_accuracy"]),), "metrics"),
        ((lambda a, b, c: network(a, b, c, metrics=[TOP]),), "metrics"),
        ((with_extra(network, 1, lambda: keras.layers.Dropout(0.9)),), "sobra la capa Dropout"),
        ((with_extra(network, 0, keras.layers.BatchNormalization),), "la capa BatchNormalization"),
    ],
    "4.1.7": [
        ((3,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, y: StandardScaler().fit(x),), "dos cosas"),
        ((lambda x, y: (x, learned(x, y)),), "un StandardScaler"),
        ((lambda x, y: (StandardScaler(), learned(x, y)),), "no está ajustado"),
        ((lambda x, y: (StandardScaler().fit(X), learned(x, y)),), "parámetro medidas"),
        (
            (lambda x, y: (StandardScaler(with_mean=False).fit(x), learned(x, y)),),
            "parámetro medidas",
        ),
        ((lambda x, y: (StandardScaler().fit(x), "una red"),), "la red de Keras"),
        ((lambda x, y: (StandardScaler().fit(x), network(2, 4, 3)),), "recibir 4 medidas"),
        ((lambda x, y: (StandardScaler().fit(x), learned(x, y)),), "sin escalar"),
        ((guide_maker(lambda y: (y - 1) % 3),), "del parámetro etiquetas"),
        (
            (lambda x, y: (StandardScaler().fit(x), of_weights(np.zeros((4, 3)), np.zeros(3))),),
            "se piden 32",
        ),
    ],
}

EQUIVALENT = {
    "4.1.2": {
        "`etiquetas` por `probabilidades` (línea 2)": "las dos tienen el mismo largo",
    },
    "4.1.3": dict.fromkeys(
        (
            "lo que devuelve, redondeado a 2 decimales",
            "lo que devuelve, redondeado a 0 decimales",
        ),
        "son ceros y unos",
    ),
    "4.1.6": dict.fromkeys(
        (
            "`0.01` por `1.01` (línea 7)",
            "`0.01` por `-0.99` (línea 7)",
            "`0.01` por `0.02` (línea 7)",
            "`0.01` por `0.0` (línea 7)",
        ),
        "la tasa es la que se quiera",
    ),
}

TestContract = make_contract("lesson_04_01", GOOD, WRONG, EQUIVALENT)
