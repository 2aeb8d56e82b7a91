"""Contrato de los ejercicios de la lección 2.13, bibliotecas de ML."""

from itertools import pairwise

import keras
import numpy as np
from contract import make_contract
from rewritten import in_other_words, with_extra
from sklearn.datasets import load_breast_cancer
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier


def total(widths):
    return sum(a * b + b for a, b in pairwise(widths))


def weights_only(widths):
    return sum(a * b for a, b in pairwise(widths))


def alternate(model):
    return [a for pair in zip(model.coefs_, model.intercepts_, strict=True) for a in pair]


def network(
    widths,
    *,
    inputs=64,
    hidden="relu",
    output="softmax",
    bias=True,
    regularizer=None,
    trainable=True,
):
    options = {"use_bias": bias, "kernel_regularizer": regularizer, "trainable": trainable}
    layers = [keras.layers.Dense(width, activation=hidden, **options) for width in widths]
    if output is not False:
        layers.append(keras.layers.Dense(10, activation=output))
    return keras.Sequential([keras.Input((inputs,)), *layers])


def functional_network(widths):
    inputs = x = keras.Input((64,))
    for width in widths:
        x = keras.layers.Dense(width, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))


def network_with_activation_layers(widths):
    layers = [part for n in widths for part in (keras.layers.Dense(n), keras.layers.ReLU())]
    last = [keras.layers.Dense(10), keras.layers.Softmax()]
    return keras.Sequential([keras.Input((64,)), *layers, *last])


def network_with_input_shape(widths):
    first, *others = network(widths).layers
    old = keras.layers.Dense(first.units, activation="relu", input_shape=(64,))
    return keras.Sequential([old, *others])


def with_dropout(widths):
    return keras.Sequential(
        [keras.Input((64,)), keras.layers.Dropout(0.9), *network(widths).layers]
    )


def means(accuracies):
    return [sum(values) / len(values) for values in accuracies.values()]


def tie(accuracies, margin):
    return max(means(accuracies)) - min(means(accuracies)) <= margin


def every(accuracies):
    return [value for values in accuracies.values() for value in values]


def scaled_menu(x, y):
    return make_pipeline(StandardScaler(), LogisticRegression()).fit(x, y)


class WrongShape:
    def predict(self, x):
        return np.zeros((len(x), 2))


def recipe(
    inputs,
    *,
    units=(16, 1),
    hidden="relu",
    output="sigmoid",
    loss="binary_crossentropy",
    optimizer="adam",
):
    model = keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(units[0], activation=hidden),
            *(keras.layers.Dense(n, activation=output) for n in units[1:]),
        ]
    )
    if loss:
        model.compile(optimizer, loss=loss)
    return model


LOGITS = keras.losses.BinaryCrossentropy(from_logits=True)


def recipe_in_other_words(inputs):
    x = entry = keras.Input((inputs,))
    x = keras.layers.ReLU()(keras.layers.Dense(16)(x))
    model = keras.Model(entry, keras.layers.Dense(1, activation=keras.ops.sigmoid)(x))
    model.compile(keras.optimizers.Adam(), loss=keras.losses.BinaryCrossentropy())
    return model


def learning_at_once(model, strength=1.0):
    """La red, pero sus 40 épocas son una regresión logística: más o menos libre de aprender.

    Que de verdad aprende en 40 épocas lo prueba la otra respuesta buena, y el cuaderno resuelto.
    """
    fitted = LogisticRegression(C=strength)
    model.fit = lambda x, y, **options: fitted.fit(x, y)
    model.predict = lambda x, **options: fitted.predict_proba(x)[:, 1:]
    return model


GOOD = {
    "2.13.1": [
        (total,),
        (lambda n: weights_only(n) + sum(n[1:]),),
        (lambda n: sum((n[i] + 1) * n[i + 1] for i in range(len(n) - 1)),),
        (lambda n: np.int64(total(n)),),
    ],
    "2.13.2": [
        (alternate,),
        (lambda m: [a.copy() for a in alternate(m)],),
        (lambda m: [a.astype("float32").astype("float64") * 0 + a for a in alternate(m)],),
    ],
    "2.13.3": [
        (network,),
        (functional_network,),
        (network_with_activation_layers,),
        (lambda n: network(n, hidden=keras.ops.relu, output=keras.activations.softmax),),
        (network_with_input_shape,),
        *in_other_words(network),
    ],
    "2.13.4": [
        (tie,),
        (lambda a, m: np.ptp(means(a)) <= m,),
        (lambda a, m: all(abs(p - q) <= m for p in means(a) for q in means(a)),),
    ],
    "2.13.5": [(scaled_menu,), (lambda x, y: make_pipeline(StandardScaler(), SVC()).fit(x, y),)],
    "2.13.6": [
        (lambda n: learning_at_once(recipe(n)),),
        (recipe_in_other_words,),
        *(
            (lambda n, loss=loss: learning_at_once(recipe(n, loss=loss)),)
            for loss in (
                "BinaryCrossentropy",
                ["binary_crossentropy"],
                keras.losses.binary_crossentropy,
                lambda y, p: keras.ops.mean(keras.losses.binary_crossentropy(y, p)),
            )
        ),
        *(
            (lambda n, other=other: learning_at_once(other(n)),)
            for (other,) in in_other_words(
                lambda n: recipe(n, loss=None),
                lambda model, n: model.compile("adam", loss="binary_crossentropy"),
            )
        ),
    ],
}

WRONG = {
    "2.13.1": [
        ((4810,), "debe ser una función"),
        ((lambda n: n.total(),), "AttributeError"),
        ((lambda n: "4810",), "debe ser un número"),
        ((lambda n: 4810,), "parametros([3, 2]) no es"),
    ],
    "2.13.2": [
        (([],), "debe ser una función"),
        ((lambda m: m.pesos,), "AttributeError"),
        ((lambda m: m.get_weights(),), "AttributeError"),
        ((lambda m: tuple(alternate(m)),), "una lista"),
        ((lambda m: alternate(m)[:3],), "todas las capas"),
        ((lambda m: [1] * 2 * len(m.coefs_),), "el elemento 0"),
        ((lambda m: [a * 0 for a in alternate(m)],), "no son los del modelo"),
        ((lambda m: [a.astype(str) for a in alternate(m)],), "no son los del modelo"),
        ((lambda m: alternate(m)[::-1],), "no son los del modelo"),
    ],
    "2.13.3": [
        (([32, 16],), "debe ser una función"),
        ((lambda: None,), "TypeError"),
        ((lambda n: None,), "termina con return"),
        ((lambda n: network(n, inputs=784),), "keras.Input((64,))"),
        ((lambda n: keras.Sequential([keras.layers.Dense(10)]),), "keras.Input((64,))"),
        ((lambda n: network(n, output=False),), "falta la capa de salida"),
        ((lambda n: network(n[:1]),), "una por cada ancho"),
        ((lambda n: network(n[::-1]),), "orden contrario"),
        ((lambda n: network([64, 64]),), "deben ser [32, 16, 10]"),
        ((lambda n: network(n, hidden=None),), 'activation="relu"'),
        ((lambda n: network(n, output=None),), 'activation="softmax"'),
        ((with_dropout,), "sobra la capa Dropout"),
        ((with_extra(network, 1, lambda: keras.layers.Dropout(0.9)),), "sobra la capa Dropout"),
        ((with_extra(network, 1, keras.layers.BatchNormalization),), "la capa BatchNormalization"),
        ((with_extra(network, 99, keras.layers.Softmax),), 'le falta activation="softmax"'),
        ((lambda n: network(n, hidden="relu6"),), 'activation="relu"'),
        ((lambda n: network(n, hidden="leaky_relu"),), 'activation="relu"'),
        ((lambda n: network(n, bias=False),), "no hace lo mismo"),
        ((lambda n: network(n, regularizer="l2"),), "no hace lo mismo"),
        ((lambda n: network(n, trainable=False),), "no hace lo mismo"),
    ],
    "2.13.4": [
        ((True,), "debe ser una función"),
        ((lambda a: True,), "TypeError"),
        ((lambda a, m: max(means(a)) - min(means(a)),), "falta compararlo"),
        ((lambda a, m: "sí",), "un booleano"),
        ((lambda a, m: False,), "0.970 y 0.967"),
        ((lambda a, m: max(every(a)) - min(every(a)) <= m + 0.01,), "los números sueltos"),
        (
            (lambda a, m: tie(a, m) or max(a["A"]) == max(a["B"]),),
            "La mejor semilla",
        ),
        ((lambda a, m: tie({k: a[k] for k in ("A", "B")}, m),), "pero C no"),
        ((lambda a, m: abs(means(a)[0] - means(a)[-1]) <= m,), "la de en medio"),
        ((lambda a, m: tie(a, 0.02),), "el parámetro margen"),
        ((lambda a, m: means(a)[0] - means(a)[1] <= m and (len(a) < 3),), "en los dos sentidos"),
    ],
    "2.13.5": [
        ((LogisticRegression(),), "debe ser una función"),
        ((lambda x, y: 1 / 0,), "ZeroDivisionError"),
        ((lambda x, y: None,), "ya entrenado"),
        ((lambda x, y: LogisticRegression,), "ya entrenado"),
        ((lambda x, y: LogisticRegression(),), "NotFittedError"),
        ((lambda x, y: WrongShape(),), "debe tener forma"),
        ((lambda x, y: DummyClassifier().fit(x, y),), "siempre «benigno»"),
        (
            (lambda x, y: DecisionTreeClassifier(max_depth=2, random_state=0).fit(x, y),),
            "se pide 0.95",
        ),
        ((lambda x, y: scaled_menu(*load_breast_cancer(return_X_y=True)),), "etiquetas cambiadas"),
    ],
    "2.13.6": [
        ((30,), "debe ser una función"),
        ((lambda: None,), "TypeError"),
        ((lambda n: recipe(n).compile(),), "compile no devuelve nada"),
        ((lambda n: recipe(30),), "entradas=7"),
        ((lambda n: recipe(n, units=(16, 2)),), "basta una salida"),
        ((lambda n: recipe(n, units=(8, 1)),), "deben ser [16, 1]"),
        ((lambda n: recipe(n, units=(16,)),), "deben ser [16, 1]"),
        ((lambda n: recipe(n, hidden=None),), 'activation="relu"'),
        ((lambda n: recipe(n, output="softmax"),), "softmax da siempre 1"),
        ((lambda n: recipe(n, output=None),), 'activation="sigmoid"'),
        ((lambda n: recipe(n, loss=None),), "sin compilar"),
        ((lambda n: recipe(n, loss="mean_squared_error"),), "binary_crossentropy"),
        ((lambda n: recipe(n, loss=LOGITS),), "binary_crossentropy"),
        ((lambda n: recipe(n, loss="categorical_crossentropy"),), "binary_crossentropy"),
        ((lambda n: recipe(n, optimizer="rmsprop"),), "El optimizador"),
        ((lambda n: recipe(n, optimizer="adamw"),), "El optimizador"),
        ((with_extra(recipe, 1, lambda: keras.layers.Dropout(0.9)),), "sobra la capa Dropout"),
        ((lambda n: learning_at_once(recipe(n), 1e-9),), "tras 40 épocas"),
    ],
}

EQUIVALENT = {
    "2.13.5": {
        "el elemento `StandardScaler()`, dos veces (línea 2)": "escalar lo escalado no lo cambia",
        "`StandardScaler` con `with_mean=False` (línea 2)": "la media la absorbe el sesgo",
    },
    "2.13.6": {"sin `metrics=['accuracy']` (línea 7)": "no se pide ninguna métrica"},
}

TestContract = make_contract("lesson_02_13", GOOD, WRONG, EQUIVALENT)
