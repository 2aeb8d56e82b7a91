"""Contrato de los ejercicios de la lección 3.4, las casas con una red."""

import keras
import numpy as np
import pandas as pd
from contract import make_contract
from rewritten import in_other_words, with_extra
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

from authoring.lessons import ROOT
from course_utils.datasets import load_california_housing
from course_utils.exercises import lesson_03_04

FEATURES = list(lesson_03_04.FEATURES)
DISTRICT = {"Latitude": 34.05, "Longitude": -118.24, "Population": 900, "AveOccup": 3.0}
DISTRICT |= {"MedInc": 3.2, "HouseAge": 40, "AveRooms": 4.5, "AveBedrms": 1.1}


def shuffled(x, column, rng):
    x = x.copy()
    x[:, column] = rng.permutation(x[:, column])
    return x


def drop(predict, x, y, column, rng):
    return r2_score(y, predict(x)) - r2_score(y, predict(shuffled(x, column, rng)))


def drop_in_place(predict, x, y, column, rng):
    before = r2_score(y, predict(x))
    x[:, column] = rng.permutation(x[:, column])
    return before - r2_score(y, predict(x))


def drop_reversed(predict, x, y, column, rng):
    back = x.copy()
    back[:, column] = back[::-1, column]
    return r2_score(y, predict(x)) - r2_score(y, predict(back))


def drop_of_all(predict, x, y, column, rng):
    return r2_score(y, predict(x)) - r2_score(y, predict(rng.permutation(x)))


def drop_with_zeros(predict, x, y, column, rng):
    zeros = x.copy()
    zeros[:, column] = 0
    return r2_score(y, predict(x)) - r2_score(y, predict(zeros))


def network(inputs, width, *, hidden="relu", output=None, outputs=1, adapt=True, extra=0, shape=8):
    scale = keras.layers.Normalization()
    if adapt:
        scale.adapt(inputs)
    layers = [keras.Input((shape,)), scale]
    layers += [keras.layers.Dense(width, activation=hidden) for _ in range(2 + extra)]
    return keras.Sequential([*layers, keras.layers.Dense(outputs, activation=output)])


def with_dropout(model):
    layers = [*model.layers, keras.layers.Dropout(0.9)]
    return keras.Sequential([keras.Input(model.input_shape[1:]), *layers])


def without_biases(inputs, width):
    scale = keras.layers.Normalization()
    scale.adapt(inputs)
    hidden = [keras.layers.Dense(width, activation="relu", use_bias=False) for _ in range(2)]
    return keras.Sequential([keras.Input((8,)), scale, *hidden, keras.layers.Dense(1)])


def functional_network(inputs, width):
    scale = keras.layers.Normalization()
    scale.adapt(inputs)
    entry = keras.Input((8,))
    x = keras.layers.Dense(width, "relu")(scale(entry))
    x = keras.layers.Dense(width, "relu")(x)
    return keras.Model(entry, keras.layers.Dense(1)(x))


def with_mean_and_variance(inputs, width):
    scale = keras.layers.Normalization(mean=inputs.mean(axis=0), variance=inputs.var(axis=0))
    return keras.Sequential([keras.Input((8,)), scale, *network(inputs, width).layers[1:]])


def late_scale(inputs, width):
    layers = network(inputs, width).layers
    scale = keras.layers.Normalization()
    return keras.Sequential([keras.Input((8,)), layers[1], scale, layers[2], layers[3]])


def without_scale(inputs, width):
    return keras.Sequential([keras.Input((8,)), *network(inputs, width).layers[1:]])


def with_logs(x):
    return keras.ops.concatenate([x[:, :2], keras.ops.log(x[:, 2:6]), x[:, 6:]], axis=1)


def log1ps(x):
    return keras.ops.concatenate([x[:, :2], keras.ops.log1p(x[:, 2:6]), x[:, 6:]], axis=1)


def package(net, prepare=with_logs):
    entry = keras.Input((8,))
    return keras.Model(entry, net(prepare(entry)))


def package_in_a_list(net):
    entry = keras.Input((8,))
    return keras.Sequential([entry, keras.Model(entry, with_logs(entry)), net])


def package_by_column(net):
    entry = keras.Input((8,))
    columns = [entry[:, k : k + 1] for k in range(8)]
    columns[2:6] = [keras.ops.log(column) for column in columns[2:6]]
    return keras.Model(entry, net(keras.layers.Concatenate()(columns)))


def package_with_lambda(net):
    return keras.Sequential([keras.Input((8,)), keras.layers.Lambda(lambda x: with_logs(x)), net])


class Forgetful(keras.layers.Layer):
    """Guarda un paso que, al abrirlo, ya no es el mismo."""

    def __init__(self, log=False, **settings):
        super().__init__(**settings)
        self.log = log

    def call(self, x):
        return with_logs(x) if self.log else x

    def compute_output_shape(self, shape):
        return shape

    def get_config(self):
        return {"name": self.name}


def package_that_forgets(net):
    keras.saving.register_keras_serializable()(Forgetful)
    return keras.Sequential([keras.Input((8,)), Forgetful(log=True), net])


def with_twice(net):
    entry = keras.Input((8,))
    return keras.Model(entry, 2 * net(with_logs(entry)))


def row(order=FEATURES):
    return np.array([[DISTRICT[name] for name in order]], dtype=float)


def interval(real, guess, repetitions, seed):
    rng, squares = np.random.default_rng(seed), (real - guess) ** 2
    scores = [rng.choice(squares, size=len(squares)).mean() for _ in range(repetitions)]
    return np.sqrt(np.quantile(scores, [0.025, 0.975]))


def interval_of_scores(real, guess, repetitions, seed):
    rng, scores = np.random.default_rng(seed), []
    for _ in range(repetitions):
        rows = rng.choice(len(real), size=len(real))
        scores.append(np.sqrt(((real[rows] - guess[rows]) ** 2).mean()))
    return np.quantile(scores, 0.025), np.quantile(scores, 0.975)


def seed_in_the_loop(real, guess, repetitions, seed):
    scores = []
    for _ in range(repetitions):
        rows = np.random.default_rng(seed).choice(len(real), size=len(real))
        scores.append(np.sqrt(((real[rows] - guess[rows]) ** 2).mean()))
    return tuple(np.quantile(scores, [0.025, 0.975]))


def scoring(r2, raw=True):
    """Una red con ese R² en la validación, sin esperar a que aprenda.

    Que una red entrenada de verdad pasa lo prueba el cuaderno resuelto, en modo estricto.
    """
    price = lesson_03_04.parts()[1]["MedHouseVal"].to_numpy()
    errors = np.sqrt((1 - r2) * price.var()) * np.where(np.arange(len(price)) % 2, 1, -1)
    model = network(np.eye(8), 4)

    def predict(x, **kwargs):
        is_raw = np.median(x[:, 4]) > 100
        return (price + errors if is_raw == raw else 0 * price + 7)[:, np.newaxis]

    model.predict = predict
    return model


def with_bias(value):
    """Una red sin entrenar que responde siempre lo mismo."""
    model = network(np.eye(8), 4)
    weights, _ = model.layers[-1].get_weights()
    model.layers[-1].set_weights([0 * weights, np.array([value])])
    return model


GOOD = {
    "3.4.1": [
        (network,),
        (functional_network,),
        (with_mean_and_variance,),
        (lambda x, n: network(x, n, hidden=keras.ops.relu),),
        *in_other_words(network),
    ],
    "3.4.2": [
        (drop,),
        (lambda f, x, y, c, rng: -r2_score(y, f(shuffled(x, c, rng))) + r2_score(y, f(x)),),
    ],
    "3.4.3": [(package,), (package_in_a_list,), (package_by_column,)],
    "3.4.4": [(row(),), (row().astype("float32"),)],
    "3.4.5": [lambda: (scoring(0.7701),)],
    "3.4.6": [(interval_of_scores,), (lambda *a: list(interval(*a)),)],
}

WRONG = {
    "3.4.1": [
        ((64,), "debe ser una función"),
        ((lambda x: None,), "TypeError"),
        ((lambda x, n: None,), "no termina en return"),
        ((lambda x, n: keras.Sequential([keras.layers.Dense(1)]),), "keras.Input((8,))"),
        ((lambda x, n: with_dropout(network(x, n)),), "sobra la capa Dropout"),
        ((without_biases,), "no hace lo mismo"),
        ((lambda x, n: network(x, n, outputs=2),), "un solo número"),
        ((without_scale,), "Debe haber una capa Normalization"),
        ((lambda x, n: network(x, n, extra=1),), "se piden tres"),
        ((late_scale,), "antes de la primera"),
        ((lambda x, n: network(x, n, adapt=False),), "no está adaptada"),
        ((lambda x, n: network(x, 64),), "usa el parámetro"),
        ((lambda x, n: network(x, n, hidden=None),), "relu"),
        ((lambda x, n: network(x, n, hidden="elu"),), "relu"),
        ((lambda x, n: network(x, n, output="relu"),), "no lleva activación"),
        ((lambda x, n: network(x[:50], n),), "no está adaptada"),
        ((with_extra(network, 2, lambda: keras.layers.Dropout(0.9)),), "sobra la capa Dropout"),
        ((with_extra(network, 0, lambda: keras.layers.Rescaling(2)),), "sobra la capa Rescaling"),
    ],
    "3.4.2": [
        ((0.5,), "debe ser una función"),
        ((lambda f, x, y: 0,), "TypeError"),
        ((drop_in_place,), "x.copy()"),
        ((lambda f, x, y, c, rng: f(x),), "debe ser un número"),
        ((lambda f, x, y, c, rng: r2_score(y, f(x)),), "nunca le llega"),
        ((drop_of_all,), "otras columnas"),
        ((drop_with_zeros,), "conservar sus valores"),
        ((lambda *a: -drop(*a),), "Sale negativo"),
        ((lambda f, x, y, c, rng: r2_score(y, f(shuffled(x, c, rng))),), "Eso es un R²"),
        ((lambda *a: drop(*a) / 2,), "No es la caída"),
        (
            (lambda f, x, y, c, rng: r2_score(f(x), y) - r2_score(f(shuffled(x, c, rng)), y),),
            "primero los precios reales",
        ),
        ((lambda f, x, y, c, rng: 1 - r2_score(y, f(shuffled(x, c, rng))),), "No es la caída"),
        ((lambda *a: drop(*a[:4], np.random.default_rng(0)),), "el rng que recibes"),
        ((drop_reversed,), "el rng que recibes"),
    ],
    "3.4.3": [
        ((3,), "debe ser una función"),
        ((lambda: None,), "TypeError"),
        ((lambda net: None,), "no termina en return"),
        ((lambda net: net.desconocida,), "AttributeError"),
        ((lambda net: network(np.ones((9, 7)), 4, shape=7),), "keras.Input((8,))"),
        ((lambda net: network(np.ones((9, 8)), 4, outputs=2),), "un precio"),
        ((lambda net: net,), "falta ponerles el logaritmo"),
        ((lambda net: package(net, log1ps),), "log1p"),
        ((with_twice,), "sin nada más"),
        ((package_with_lambda,), "no se puede guardar y abrir"),
        ((package_that_forgets,), "no responde lo mismo"),
    ],
    "3.4.4": [
        (("un distrito",), "debe ser un array"),
        ((row()[0],), "falta el eje"),
        ((row().T,), "va delante"),
        ((np.zeros((2, 8)),), "debe tener forma (1, 8)"),
        ((np.full((1, 8), np.nan),), "número corriente"),
        ((lesson_03_04._logs(row()),), "espera en crudo"),
        ((row(list(DISTRICT)),), "en otro orden"),
        ((np.zeros((1, 8)),), "los números no"),
    ],
    "3.4.5": [
        (("un modelo",), "el modelo de Keras"),
        (lambda: (network(np.ones((9, 7)), 4, shape=7),), "ocho columnas"),
        (lambda: (with_bias(np.nan),), "divergió"),
        (lambda: (scoring(0.8, raw=False),), "falta empaquetar"),
        (lambda: (with_bias(200_000.0),), "van de 0.15 a 5"),
        (lambda: (with_bias(2.0),), "Se entrena con fit"),
        (lambda: (scoring(0.7699),), "se pide 0.77"),
    ],
    "3.4.6": [
        (((0.5, 0.6),), "debe ser una función"),
        ((lambda r, p: 0,), "TypeError"),
        ((lambda r, p, n, s: 0.5,), "dos cosas"),
        ((lambda r, p, n, s: ("a", "b"),), "debe ser un número"),
        ((lambda r, p, n, s: (0.5, 0.6),), "deberían salir"),
        ((seed_in_the_loop,), "deberían salir"),
    ],
}

EQUIVALENT = {
    "3.4.6": {
        "`choice` con `replace=True` (línea 4)": "es lo que hace por defecto",
        "`reales - predichos`, al revés (línea 3)": "al cuadrado, el signo da lo mismo",
    },
}

TestContract = make_contract("lesson_03_04", GOOD, WRONG, EQUIVALENT)


def test_the_validation_set_is_the_one_in_the_lesson():
    """Si la lección repartiera de otro modo, 3.4.5 mediría con filas de entrenamiento."""
    source = (ROOT / "lessons/03_regresion_lineal/03_04_casas_con_una_red.py").read_text("utf-8")
    names = {"np": np, "pd": pd, "train_test_split": train_test_split}
    names["load_california_housing"] = load_california_housing
    cell = source[source.index("\nhouses = load_california_housing()") :].split("\n# %%")[0]
    exec(cell, names)
    train, valid = lesson_03_04.parts()
    assert np.array_equal(names["x_train"], lesson_03_04._raw(train))
    assert np.array_equal(names["x_valid"], lesson_03_04._raw(valid))
    assert np.array_equal(names["y_valid"], valid["MedHouseVal"])
