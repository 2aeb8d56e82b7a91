"""Contrato de los ejercicios de 3.1, tu primera red."""

import functools

import keras
import numpy as np
from contract import make_contract

from course_utils.training import set_seed


def made_data(n, rng):
    x, z, noise = rng.uniform(-10, 10, (3, n))
    return np.column_stack([x, z]), 2 * x - 3 * z + 5 + noise


def data_with(*, columns=None, noise=None, law=None):
    """Una `crear_datos` con una pieza cambiada."""

    def crear_datos(n, rng):
        inputs = columns(n, rng) if columns else rng.uniform(-10, 10, (n, 2))
        added = noise(n, rng, inputs) if noise else rng.uniform(-10, 10, n)
        return inputs, (law(inputs) if law else inputs @ [2, -3] + 5) + added

    return crear_datos


def own_generator(n, rng):
    return made_data(n, np.random.default_rng(0))


def saved(inputs, y, folder):
    np.savez(folder / "datos.npz", inputs=inputs, targets=y)
    with np.load(folder / "datos.npz") as data:
        return data["inputs"], data["targets"]


def saved_compressed_and_open(inputs, y, folder):
    np.savez_compressed(str(folder / "datos"), targets=y, inputs=inputs)
    data = np.load(str(folder / "datos.npz"))
    return data["inputs"], data["targets"]


def saved_without_names(inputs, y, folder):
    np.savez(folder / "datos.npz", inputs, y)
    return inputs, y


def saved_as_one(inputs, y, folder):
    with open(folder / "datos.npz", "wb") as file:
        np.save(file, inputs)
    return inputs, y


def saved_and(answer):
    def guardar_y_leer(inputs, y, folder):
        return answer(*saved(inputs, y, folder), inputs, y)

    return guardar_y_leer


def network(rate, *, inputs=2, units=1, activation=None, loss="mse", optimizer=None, bias=True):
    model = keras.Sequential(
        [keras.Input((inputs,)), keras.layers.Dense(units, activation=activation, use_bias=bias)]
    )
    model.compile(optimizer=optimizer or keras.optimizers.SGD(learning_rate=rate), loss=loss)
    return model


def functional_network(rate):
    inputs = keras.Input((2,))
    model = keras.Model(inputs, keras.layers.Dense(1, activation="linear")(inputs))
    model.compile(keras.optimizers.SGD(rate), loss=keras.losses.MeanSquaredError())
    return model


def uncompiled(rate):
    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])


def activation_apart(rate):
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.Activation("relu"), keras.layers.Dense(1)]
    )
    model.compile(keras.optimizers.SGD(rate))
    return model


def normal_equation(inputs, y):
    A = np.column_stack([inputs, np.ones(len(inputs))])
    p = np.linalg.solve(A.T @ A, A.T @ y)
    return p[:2], p[2]


def normal_bias_first(inputs, y):
    A = np.column_stack([np.ones(len(inputs)), inputs])
    p = np.linalg.lstsq(A, y, rcond=None)[0]
    return p[1:], p[0]


def bias_first_read_as_last(inputs, y):
    w, b = normal_equation(inputs, y)
    return np.array([b, w[0]]), w[1]


def through_zero(inputs, y):
    return np.linalg.lstsq(inputs, y, rcond=None)[0], 0.0


def rmse(real, predicted):
    return np.sqrt(((real - predicted.ravel()) ** 2).mean())


def error_of(summary):
    return lambda real, predicted: summary(real - predicted.ravel())


def published(y):
    return np.sqrt(((y - np.round(y, 1)) ** 2).mean())


@functools.cache
def houses():
    rng = np.random.default_rng(2026)
    area_age = np.column_stack([rng.uniform(40, 200, 400), rng.uniform(0, 60, 400)])
    prices = area_age @ [2.1, -0.8] + 30 + rng.uniform(-20, 20, 400)
    return area_age, prices


@functools.cache
def trained(rate=0.01, epochs=50, seed=42):
    set_seed(seed)
    area_age, prices = houses()
    model = network(rate)
    scaled = (area_age - area_age.mean(axis=0)) / area_age.std(axis=0)
    model.fit(scaled, prices, batch_size=32, epochs=epochs, verbose=0)
    return model


def with_weights(w, b):
    model = network(0.1)
    model.set_weights([np.reshape(w, (2, 1)), np.array([b])])
    return model


def unscaled_weights(w, b, mean, deviation):
    return w / deviation, b - (w / deviation * mean).sum()


GOOD = {
    "3.1.1": [
        (lambda x, w, b: x @ w + b,),
        (lambda x, w, b: (x * w).sum(axis=1) + b,),
        (lambda x, w, b: x[:, 0] * w[0] + x[:, 1] * w[1] + b,),
    ],
    "3.1.2": [(made_data,), (data_with(),)],
    "3.1.3": [(saved,), (saved_compressed_and_open,)],
    "3.1.4": [(network,), (functional_network,)],
    "3.1.5": [
        (normal_equation,),
        (normal_bias_first,),
        (lambda x, y: [normal_equation(x, y)[0], np.float64(normal_equation(x, y)[1])],),
    ],
    "3.1.6": [(rmse,), (lambda r, p: np.mean((r.reshape(-1, 1) - p.reshape(-1, 1)) ** 2) ** 0.5,)],
    "3.1.7": [(lambda d: d / np.sqrt(12), 10 / np.sqrt(3)), (lambda d: d / 12**0.5, 5.77)],
    "3.1.8": [(published,), (lambda y: np.mean((y.round(1) - y) ** 2) ** 0.5,)],
    "3.1.9": [
        (lambda t, c: 1 - 2 * t * (c**2).mean(),),
        (lambda t, c: 1 - 2 * t * c @ c / len(c),),
    ],
    "3.1.10": [lambda: (trained(),), lambda: (trained(0.05, 30, 1),)],
    "3.1.11": [(unscaled_weights,), (lambda w, b, m, d: [w / d, b - m @ (w / d)],)],
}

WRONG = {
    "3.1.1": [
        ((3,), "debe ser una función"),
        ((lambda x, w: x @ w,), "TypeError"),
        ((lambda x, w, b: 3.0,), "debe ser un array"),
        ((lambda x, w, b: x * w + b,), "dos números por casa"),
        ((lambda x, w, b: (x @ w + b)[:, np.newaxis],), "forma"),
        ((lambda x, w, b: (x @ w + b) * np.nan,), "número corriente"),
        ((lambda x, w, b: x @ w,), "sumar el sesgo"),
        ((lambda x, w, b: x @ w[::-1] + b,), "cruzados"),
        ((lambda x, w, b: x @ w - b,), "no es el valor pedido"),
    ],
    "3.1.2": [
        ((1000,), "debe ser una función"),
        ((lambda n: n,), "TypeError"),
        ((lambda n, rng: made_data(n, rng)[0],), "dos cosas"),
        ((lambda n, rng: made_data(n, rng)[::-1],), "entradas debe tener forma"),
        ((lambda n, rng: (made_data(n, rng)[0], 3),), "y debe ser un array"),
        ((lambda n, rng: (made_data(n, rng)[0], np.full(n, np.nan)),), "número corriente"),
        ((data_with(columns=lambda n, rng: rng.uniform(0, 10, (n, 2))),), "van de 0.0 a 10.0"),
        ((data_with(columns=lambda n, rng: rng.normal(0, 1, (n, 2))),), "repartidas de -10"),
        (
            (data_with(columns=lambda n, rng: np.repeat(rng.uniform(-10, 10, (n, 1)), 2, axis=1)),),
            "distintos",
        ),
        ((data_with(noise=lambda n, rng, x: 0),), "falta el ruido"),
        ((data_with(noise=lambda n, rng, x: rng.uniform(-10, 10)),), "el mismo ruido"),
        ((data_with(law=lambda x: x @ [-3, 2] + 5),), "qué columna es x"),
        ((data_with(noise=lambda n, rng, x: x[:, 0]),), "repite una de las entradas"),
        ((data_with(noise=lambda n, rng, x: rng.uniform(0, 10, n)),), "igual de probables"),
        ((data_with(noise=lambda n, rng, x: rng.uniform(-1, 1, n)),), "igual de probables"),
        ((own_generator,), "usa el rng que recibes"),
    ],
    "3.1.3": [
        (("datos.npz",), "debe ser una función"),
        ((lambda x, y, c: 1 / 0,), "ZeroDivisionError"),
        ((lambda x, y, c: (x, y),), "no aparece datos.npz"),
        ((saved_as_one,), "np.savez"),
        ((saved_without_names,), "arr_0, arr_1"),
        ((saved_and(lambda a, b, x, y: a),), "dos cosas"),
        ((saved_and(lambda a, b, x, y: (x, y)),), "que has leído"),
        ((saved_and(lambda a, b, x, y: (b, a)),), "debe tener forma"),
        ((saved_and(lambda a, b, x, y: (a, b + 1)),), "targets, ya leído"),
    ],
    "3.1.4": [
        ((0.001,), "debe ser una función"),
        ((lambda: network(0.1),), "TypeError"),
        ((lambda t: None,), "termina con return"),
        ((lambda t: network(t, inputs=3),), "dos entradas"),
        ((lambda t: keras.Sequential([keras.layers.Dense(1)]),), "dos entradas"),
        ((lambda t: network(t, units=2),), "un número por casa"),
        ((lambda t: network(t, bias=False),), "2 parámetros"),
        ((lambda t: network(t, activation="relu"),), "no lleva activación"),
        ((uncompiled,), "Falta compilar"),
        ((lambda t: network(t, optimizer="adam"),), "se pide SGD"),
        ((lambda t: network(t, optimizer="sgd"),), "el optimizador usa 0.01"),
        ((lambda t: network(t, loss="mae"),), "error cuadrático medio"),
        ((activation_apart,), "error cuadrático medio"),
    ],
    "3.1.5": [
        ((3,), "debe ser una función"),
        ((lambda x, y: np.linalg.solve(x, y),), "LinAlgError"),
        ((lambda x, y: np.append(*normal_equation(x, y)),), "sepáralos"),
        ((lambda x, y: (3.0, 4.0),), "w debe ser un array"),
        ((lambda x, y: 3.0,), "dos cosas"),
        ((lambda x, y: (normal_equation(x, y)[0], "b"),), "b debe ser un número"),
        ((through_zero,), "columna de unos"),
        ((bias_first_read_as_last,), "mezclados"),
        ((lambda x, y: (np.ones(2), 4.0),), "w no es el valor"),
        ((lambda x, y: (normal_equation(x, y)[0], 4.0),), "b no es el valor"),
    ],
    "3.1.6": [
        ((5.8,), "debe ser una función"),
        ((lambda r: r,), "TypeError"),
        ((lambda r, p: (r - p) ** 2,), "debe ser un número"),
        ((error_of(lambda e: (e**2).mean()),), "falta la raíz"),
        ((error_of(lambda e: abs(e).mean()),), "MAE"),
        ((error_of(lambda e: e.mean()),), "se cancelan"),
        ((error_of(np.std),), "desviación de los errores"),
        ((error_of(np.linalg.norm),), "sumado los cuadrados"),
        ((lambda r, p: 1.0,), "no es el valor pedido"),
        ((lambda r, p: np.sqrt(((r - p) ** 2).mean()),), "todos con todos"),
        ((lambda r, p: rmse(r, p) if p.ndim == 1 else 1 / 0,), "ZeroDivisionError"),
        ((lambda r, p: rmse(r, p) if p.ndim == 1 else p.T,), "rmse debe ser un número"),
    ],
    "3.1.7": [
        ((5.77, 5.77), "debe ser una función"),
        ((lambda: 1, 5.77), "TypeError"),
        ((lambda d: "5.77", 5.77), "debe ser un número"),
        ((lambda d: d / np.sqrt(3), 5.77), "medio"),
        ((lambda d: d**2 / 12, 5.77), "MSE"),
        ((lambda d: d / 4, 5.77), "error absoluto medio"),
        ((lambda d: d / 2, 5.77), "más grande posible"),
        ((lambda d: d / 12, 5.77), "no entre 12"),
        ((lambda d: d, 5.77), "no es el valor pedido"),
        ((lambda d: d / np.sqrt(12), 2.887), "hay 20, no 10"),
        ((lambda d: d / np.sqrt(12), 33.3), "suelo no es"),
        ((lambda d: d / np.sqrt(12), "5.77"), "suelo debe ser un número"),
    ],
    "3.1.8": [
        ((0.028,), "debe ser una función"),
        ((lambda: 0.028,), "TypeError"),
        ((lambda y: y - y.round(1),), "un número por casa"),
        ((lambda y: "0.028",), "debe ser un número"),
        ((lambda y: 0,), "Da cero"),
        ((lambda y: np.sqrt(((y - y.round(2)) ** 2).mean()),), "2 decimales"),
        ((lambda y: np.sqrt(((y - y.round()) ** 2).mean()),), "0 decimales"),
        ((lambda y: ((y - y.round(1)) ** 2).mean(),), "falta la raíz"),
        ((lambda y: abs(y - y.round(1)).mean(),), "MAE"),
        ((lambda y: 0.028,), "no lo calcula"),
        ((lambda y: 5.8,), "depende solo de y"),
    ],
    "3.1.9": [
        ((0.5,), "debe ser una función"),
        ((lambda t: t,), "TypeError"),
        ((lambda t, c: 1 - 2 * t * c**2,), "un número por casa"),
        ((lambda t, c: None,), "debe ser un número"),
        ((lambda t, c: 1 - t * (c**2).mean(),), "Falta el 2"),
        ((lambda t, c: 2 * t * (c**2).mean(),), "restárselo a 1"),
        ((lambda t, c: 1 + 2 * t * (c**2).mean(),), "signo"),
        ((lambda t, c: 1 - 2 * t * c.mean() ** 2,), "el cuadrado de la media"),
        ((lambda t, c: 1 - 2 * t * c.mean(),), "no la de x"),
        ((lambda t, c: 0.9,), "no es el valor pedido"),
    ],
    "3.1.10": [
        (("una red",), "la red entrenada"),
        (lambda: (network(0.1, inputs=3),), "dos números por casa"),
        (lambda: (with_weights([np.nan, 1], 0),), "se desbordó"),
        (lambda: (with_weights([2.1, -0.8], 30),), "sin escalar"),
        (lambda: (trained(0.01, 3),), "faltan épocas"),
    ],
    "3.1.11": [
        ((3,), "debe ser una función"),
        ((lambda w, b: w,), "TypeError"),
        ((lambda w, b, m, d: (3.0, b),), "w debe ser un array"),
        ((lambda w, b, m, d: 3,), "dos cosas"),
        ((lambda w, b, m, d: (w * d, b),), "40 veces"),
        ((lambda w, b, m, d: (w, b),), "w no es el valor"),
        ((lambda w, b, m, d: (w / d, b),), "El sesgo también cambia"),
        ((lambda w, b, m, d: (w / d, b - w @ m),), "pesos nuevos"),
        ((lambda w, b, m, d: (w / d, b + w / d @ m),), "va restando"),
        ((lambda w, b, m, d: (w / d, "b"),), "b debe ser un número"),
        ((lambda w, b, m, d: (w / d, 0),), "b no es el valor"),
    ],
}

TestContract = make_contract("lesson_31", GOOD, WRONG)
