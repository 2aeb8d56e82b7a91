"""Contrato de los ejercicios de 3.2, precios de casas."""

import functools

import keras
import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

from authoring.lessons import ROOT
from course_utils.datasets import load_california_housing
from course_utils.exercises import lesson_32
from course_utils.training import set_seed

FEATURES = ["MedInc", "HouseAge", "AveRooms", "AveBedrms", "Population", "AveOccup"]
FEATURES += ["Latitude", "Longitude"]
SKEWED = ["AveRooms", "AveBedrms", "Population", "AveOccup"]
DISTRICT = {"Latitude": 34.05, "Longitude": -118.24, "Population": 900, "AveOccup": 3.0}
DISTRICT |= {"MedInc": 3.2, "HouseAge": 40, "AveRooms": 4.5, "AveBedrms": 1.1}


def constant_error(prices, constant, scale=100_000):
    errors = (prices - constant) * scale
    return np.abs(errors).mean(), np.sqrt((errors**2).mean())


def smooth(table, log=np.log, columns=SKEWED):
    return table.assign(**{name: log(table[name]) for name in columns})


def smooth_in_place(table):
    table[SKEWED] = np.log(table[SKEWED])
    return table


def split(table, bands, **changes):
    options = {"test_size": 0.2, "stratify": bands, "random_state": 42} | changes
    return train_test_split(table, **options)


def split_by_hand(table, bands):
    test = table.groupby(bands, group_keys=False).sample(frac=0.2, random_state=1)
    return table.drop(test.index), test


def overlapping(table, bands):
    return table, split(table, bands)[1]


def standardize(train, new):
    return (new - train.mean(axis=0)) / train.std(axis=0)


def standardize_in_place(train, new):
    new -= train.mean(axis=0)
    return new / train.std(axis=0)


def errors_in_dollars(real, predicted):
    return np.abs(real - predicted) * 100_000


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


def drop_of_all(predict, x, y, column, rng):
    return r2_score(y, predict(x)) - r2_score(y, predict(rng.permutation(x)))


def drop_with_zeros(predict, x, y, column, rng):
    zeros = x.copy()
    zeros[:, column] = 0
    return r2_score(y, predict(x)) - r2_score(y, predict(zeros))


def table_of_one():
    return pd.DataFrame([DISTRICT])


def network(inputs, width, *, hidden="relu", output=None, outputs=1, adapt=True, extra=0, shape=8):
    scale = keras.layers.Normalization()
    if adapt:
        scale.adapt(inputs)
    layers = [keras.Input((shape,)), scale]
    layers += [keras.layers.Dense(width, activation=hidden) for _ in range(2 + extra)]
    return keras.Sequential([*layers, keras.layers.Dense(outputs, activation=output)])


def functional_network(inputs, width):
    scale = keras.layers.Normalization()
    scale.adapt(inputs)
    entry = keras.Input((8,))
    x = keras.layers.Dense(width, "relu")(scale(entry))
    x = keras.layers.Dense(width, "relu")(x)
    return keras.Model(entry, keras.layers.Dense(1)(x))


def late_scale(inputs, width):
    layers = network(inputs, width).layers
    scale = keras.layers.Normalization()
    return keras.Sequential([keras.Input((8,)), layers[1], scale, layers[2], layers[3]])


def without_scale(inputs, width):
    return keras.Sequential([keras.Input((8,)), *network(inputs, width).layers[1:]])


@functools.cache
def training_data():
    houses = load_california_housing()
    bands = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False)
    rows = np.arange(len(houses))
    train, _ = train_test_split(rows, test_size=0.2, stratify=bands, random_state=42)
    x = smooth(houses)[FEATURES].to_numpy()
    return x[train], houses["MedHouseVal"].to_numpy()[train]


@functools.cache
def trained(epochs, rows=None):
    """Una red entrenada de verdad: con pocas filas no llega; con todas, sí."""
    set_seed(42)
    x, y = (array[:rows] for array in training_data())
    model = network(x, 64)
    steps = epochs * int(np.ceil(len(x) / 256))
    rate = keras.optimizers.schedules.CosineDecay(0.005, steps)
    model.compile(keras.optimizers.Adam(rate), loss="mse")
    model.fit(x, y, batch_size=256, epochs=epochs, verbose=0)
    return model


def with_bias(value):
    """Una red sin entrenar que responde siempre lo mismo."""
    model = network(training_data()[0], 4)
    weights, _ = model.layers[-1].get_weights()
    model.layers[-1].set_weights([0 * weights, np.array([value])])
    return model


GOOD = {
    "3.2.1": [
        (constant_error,),
        (lambda p, c: list(constant_error(p * 1e5, c * 1e5, 1)),),
    ],
    "3.2.2": [(6,), (6.0,), (7460 / 1243.3333333333333,), (np.float64(6),)],
    "3.2.3": [(smooth,), (lambda t: smooth_in_place(t.copy()),)],
    "3.2.4": [(965, 965 / 20640), (np.int64(965), 0.04675)],
    "3.2.5": [(split,), (split_by_hand,)],
    "3.2.6": [
        (standardize,),
        (lambda a, b: np.array([(r - a.mean(axis=0)) / a.std(axis=0) for r in b]),),
    ],
    "3.2.7": [
        (lambda r, p, m: (errors_in_dollars(r, p) < m).mean(),),
        (lambda r, p, m: sum(e < m for e in errors_in_dollars(r, p)) / len(r),),
    ],
    "3.2.8": [
        (drop,),
        (lambda f, x, y, c, rng: -r2_score(y, f(shuffled(x, c, rng))) + r2_score(y, f(x)),),
    ],
    "3.2.9": [
        lambda: (smooth(table_of_one())[FEATURES].to_numpy(),),
        lambda: (smooth(table_of_one())[FEATURES].astype("float32"),),
    ],
    "3.2.10": [(network,), (functional_network,)],
    "3.2.11": [lambda: (trained(25),)],
}

WRONG = {
    "3.2.1": [
        ((90_000,), "debe ser una función"),
        ((lambda p: 1,), "TypeError"),
        ((lambda p, c: constant_error(p, c)[0],), "dos cosas"),
        ((lambda p, c: ("uno", 2),), "debe ser un número"),
        ((lambda p, c: constant_error(p, c)[::-1],), "al revés"),
        ((lambda p, c: constant_error(p, c, 1),), "en dólares"),
        ((lambda p, c: ((p - c).mean() * 1e5, constant_error(p, c)[1]),), "valor absoluto"),
        ((lambda p, c: (constant_error(p, c)[0], constant_error(p, c)[1] ** 2),), "la raíz"),
        ((lambda p, c: (7, constant_error(p, c)[1]),), "mae no es"),
        ((lambda p, c: (constant_error(p, c)[0], 7),), "rmse no es"),
    ],
    "3.2.2": [
        (("seis",), "debe ser un número"),
        ((1243.33,), "personas por hogar"),
        ((7460,), "población del distrito"),
        ((1243.33 / 7460,), "al revés"),
        ((7460 * 1243.33,), "multiplicado"),
        ((35682 / 2.8,), "la del mayor AveOccup"),
    ],
    "3.2.3": [
        ((3,), "debe ser una función"),
        ((lambda t: t.desconocido,), "AttributeError"),
        ((smooth_in_place,), "una copia"),
        ((lambda t: t.to_numpy(),), "lo que devuelve suavizar"),
        ((lambda t: np.log(t[SKEWED]),), "mismas columnas"),
        ((lambda t: t.assign(AveRooms="mucho"),), "número corriente"),
        ((lambda t: smooth(t, columns=["MedInc", *SKEWED]),), "no está en SKEWED"),
        ((lambda t: t.copy(),), "le falta el logaritmo"),
        ((lambda t: smooth(t, np.log10),), "np.log10"),
        ((lambda t: smooth(t, np.log1p),), "np.log1p"),
        ((lambda t: smooth(t, np.sqrt),), "no es el valor pedido"),
    ],
    "3.2.4": [
        ((965.0, 0.0468), "número entero"),
        ((992, 0.048), "27 distritos"),
        ((27, 0.0013), "5.0 justos"),
        ((1273, 0.06), "HouseAge"),
        ((964, 0.0468), "cuantos_topados no es"),
        ((965, "poca"), "debe ser un número"),
        ((965, 4.6754), "porcentaje"),
        ((965, 0.5), "parte_topada no es"),
    ],
    "3.2.5": [
        (("reparto",), "debe ser una función"),
        ((lambda t, b: t.nada,), "AttributeError"),
        ((lambda t, b: train_test_split(t, b, test_size=0.2),), "dos cosas"),
        ((lambda t, b: (t.to_numpy(), t),), "entrenamiento debe ser"),
        ((lambda t, b: (t, 3),), "prueba debe ser"),
        ((lambda t, b: split(t, b)[::-1],), "mayor que el entrenamiento"),
        ((lambda t, b: split(t, b, test_size=0.25),), "test_size=0.2"),
        ((overlapping,), "ninguna en las dos"),
        ((lambda t, b: split(t, None),), "falta stratify"),
        ((lambda t, b: split(t, b, random_state=None),), "random_state=42"),
    ],
    "3.2.6": [
        ((1.5,), "debe ser una función"),
        ((lambda a, b: a.medias(),), "AttributeError"),
        ((standardize_in_place,), "cambia los arrays"),
        ((lambda a, b: (standardize(a, a), standardize(a, b)),), "varias cosas"),
        ((lambda a, b: 3,), "debe ser un array"),
        ((lambda a, b: standardize(a, a),), "Devuelves el entrenamiento"),
        ((lambda a, b: standardize(a, b)[0],), "debe tener forma"),
        ((lambda a, b: standardize(b, b),), "las del entrenamiento"),
        ((lambda a, b: b * np.nan,), "número corriente"),
        ((lambda a, b: standardize(np.vstack([a, b]), b),), "fuga"),
        ((lambda a, b: (b - a.mean()) / a.std(),), "axis=0"),
        ((lambda a, b: b - a.mean(axis=0),), "Falta dividir"),
        ((lambda a, b: b - a.mean(axis=0) / a.std(axis=0),), "paréntesis"),
        ((lambda a, b: (b - a.mean(axis=0)) / a.var(axis=0),), "varianza"),
        ((lambda a, b: b,), "no es el valor pedido"),
    ],
    "3.2.7": [
        ((0.6,), "debe ser una función"),
        ((lambda r, p: 0.5,), "TypeError"),
        ((lambda r, p, m: errors_in_dollars(r, p) < m,), "resumirlo"),
        ((lambda r, p, m: "mucho",), "debe ser un número"),
        ((lambda r, p, m: (np.abs(r - p) < m).mean(),), "por 100 000"),
        ((lambda r, p, m: (errors_in_dollars(r, p) < m).sum(),), "cuántos"),
        ((lambda r, p, m: 100 * (errors_in_dollars(r, p) < m).mean(),), "porcentaje"),
        ((lambda r, p, m: (errors_in_dollars(r, p) > m).mean(),), "NO sirven"),
        ((lambda r, p, m: ((r - p) * 1e5 < m).mean(),), "valor absoluto"),
        ((lambda r, p, m: ((p - r) * 1e5 < m).mean(),), "valor absoluto"),
        ((lambda r, p, m: 0.5,), "no es el valor pedido"),
        ((lambda r, p, m: (errors_in_dollars(r, p) <= m).mean(),), "menor (<)"),
        (
            (lambda r, p, m: (errors_in_dollars(r, p) < m).mean() if len(r) > 2 else None,),
            "debe ser un número",
        ),
        (
            (lambda r, p, m: (errors_in_dollars(r, p) < m).mean() if len(r) > 2 else 1 / 0,),
            "ZeroDivisionError",
        ),
    ],
    "3.2.8": [
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
    ],
    "3.2.9": [
        (("un distrito",), "debe ser un array"),
        (lambda: (smooth(table_of_one())[FEATURES].to_numpy()[0],), "falta el eje"),
        (lambda: (smooth(table_of_one())[FEATURES].to_numpy().T,), "va delante"),
        ((np.zeros((2, 8)),), "debe tener forma (1, 8)"),
        ((np.full((1, 8), np.nan),), "número corriente"),
        (lambda: (table_of_one()[FEATURES].to_numpy(),), "falta el logaritmo"),
        (lambda: (smooth(table_of_one()).to_numpy(),), "en otro orden"),
        (lambda: (table_of_one().to_numpy(),), "Faltan dos cosas"),
        ((np.zeros((1, 8)),), "los números no"),
    ],
    "3.2.10": [
        ((64,), "debe ser una función"),
        ((lambda x: None,), "TypeError"),
        ((lambda x, n: None,), "termina con return"),
        ((lambda x, n: keras.Sequential([keras.layers.Dense(1)]),), "keras.Input((8,))"),
        ((lambda x, n: network(x, n, outputs=2),), "un solo número"),
        ((without_scale,), "Debe haber una capa Normalization"),
        ((lambda x, n: network(x, n, extra=1),), "se piden tres"),
        ((late_scale,), "antes de la primera"),
        ((lambda x, n: network(x, n, adapt=False),), "no está adaptada"),
        ((lambda x, n: network(x, 64),), "usa el parámetro"),
        ((lambda x, n: network(x, n, hidden=None),), "relu"),
        ((lambda x, n: network(x, n, output="relu"),), "no lleva activación"),
    ],
    "3.2.11": [
        (("un modelo",), "el modelo de Keras"),
        (lambda: (network(np.ones((9, 7)), 4, shape=7),), "ocho columnas"),
        (lambda: (with_bias(np.nan),), "divergió"),
        (lambda: (with_bias(200_000.0),), "en dólares"),
        (lambda: (with_bias(2.0),), "¿Llamaste a fit?"),
        (lambda: (trained(3, 3000),), "se pide 0.77"),
    ],
}

TestContract = make_contract("lesson_32", GOOD, WRONG)


def test_the_exam_is_the_one_in_the_lesson():
    """Si la lección repartiera de otro modo, el examen de 3.2.11 tendría filas de entrenamiento."""
    source = (ROOT / "lessons/03_regresion_lineal/32_precios_de_casas.py").read_text("utf-8")
    names = {"np": np, "pd": pd, "train_test_split": train_test_split, "SKEWED": SKEWED}
    names["houses"] = load_california_housing()
    names["price"] = names["houses"]["MedHouseVal"].to_numpy()
    for start in ("# Franjas 0 a 4", "FEATURES = "):
        cell = source[source.index(f"\n{start}") :].split("\n# %%")[0]
        exec(cell, names)
    inputs, price = lesson_32._exam()
    assert np.array_equal(names["x"][names["test"]], inputs)
    assert np.array_equal(names["price"][names["test"]], price)
