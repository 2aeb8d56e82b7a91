"""Contrato de los ejercicios de la lección 3.1, tu primera red."""

import keras
import numpy as np
from contract import make_contract
from rewritten import in_other_words, with_extra

from course_utils.exercises import lesson_03_01


def made_data(n, rng):
    x, z, noise = rng.uniform(-10, 10, (3, n))
    return np.column_stack([x, z]), 2 * x - 3 * z + 5 + noise


def shorter_on_one_side(n, rng):
    return np.column_stack([rng.uniform(-10, 9, n), rng.uniform(-10, 10, n)])


def data_with(*, columns=None, noise=None, law=None):
    """Una `crear_datos` con una pieza cambiada."""

    def crear_datos(n, rng):
        inputs = columns(n, rng) if columns else rng.uniform(-10, 10, (n, 2))
        added = noise(n, rng, inputs) if noise else rng.uniform(-10, 10, n)
        return inputs, (law(inputs) if law else inputs @ [2, -3] + 5) + added

    return crear_datos


def sorted_columns(n, rng):
    return np.column_stack([rng.uniform(-10, 10, n), np.sort(rng.uniform(-10, 10, n))])


def mirrored(n, rng):
    x = rng.uniform(-10, 10, n)
    return np.column_stack([x, -x[::-1]])


def half_own(n, rng):
    return np.column_stack([rng.uniform(-10, 10, n), np.random.default_rng(8).uniform(-10, 10, n)])


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


def with_dropout(model):
    layers = [*model.layers, keras.layers.Dropout(0.9)]
    return keras.Sequential([keras.Input(model.input_shape[1:]), *layers])


def functional_network(rate):
    inputs = keras.Input((2,))
    model = keras.Model(inputs, keras.layers.Dense(1, activation="linear")(inputs))
    model.compile(keras.optimizers.SGD(rate), loss=keras.losses.MeanSquaredError())
    return model


def uncompiled(rate):
    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])


def decaying(rate):
    return keras.optimizers.schedules.ExponentialDecay(rate, 100, 0.9)


class Neuron(keras.Model):
    """La cuenta de la neurona, escrita a mano."""

    def __init__(self, rate, curve=keras.activations.linear):
        super().__init__()
        self.w, self.b, self.curve = self.add_weight((2, 1)), self.add_weight((1,)), curve
        self.compile(keras.optimizers.SGD(rate), loss="mse")

    def call(self, x):
        return self.curve(x @ self.w + self.b)


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


def penguins():
    return lesson_03_01._penguins()


def taught(share=1.0, steps=1, **network_options):
    """Una red con los mejores pesos, o con una parte de ellos, sin esperar a que aprenda.

    Que una red entrenada de verdad pasa lo prueba el cuaderno resuelto, en modo estricto.
    """
    w, b = normal_bias_first(*penguins())
    model = network(0.1, **network_options)
    model.set_weights([np.reshape(share * w, (2, 1)), np.array([share * b])])
    model.optimizer.iterations.assign(steps)
    return model


def deep():
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.Dense(16, "relu"), keras.layers.Dense(1)]
    )
    model.compile("adam", loss="mse")
    return model


def grams(inputs=slice(None)):
    measures, mass = penguins()
    return 1000 * normal_bias_first(measures[:, inputs], mass)[0][-1]


GOOD = {
    "3.1.1": [
        (lambda x, w, b: x @ w + b,),
        (lambda x, w, b: (x * w).sum(axis=1) + b,),
        (lambda x, w, b: x[:, 0] * w[0] + x[:, 1] * w[1] + b,),
    ],
    "3.1.2": [(made_data,), (data_with(),)],
    "3.1.3": [(saved,), (saved_compressed_and_open,)],
    "3.1.4": [
        (network,),
        (functional_network,),
        *(
            (lambda t, loss=loss: network(t, loss=loss),)
            for loss in (
                "mean_squared_error",
                "MeanSquaredError",
                keras.losses.mean_squared_error,
                lambda y, p: keras.ops.mean((y - p) ** 2),
            )
        ),
        (Neuron,),
        *in_other_words(
            uncompiled, lambda model, t: model.compile(keras.optimizers.SGD(t), loss="mse")
        ),
    ],
    "3.1.5": [
        (normal_equation,),
        (normal_bias_first,),
        (lambda x, y: [normal_equation(x, y)[0], np.float64(normal_equation(x, y)[1])],),
    ],
    "3.1.6": [lambda: (taught(),), lambda: (taught(0.995),)],
    "3.1.7": [(grams(),), (round(grams()),)],
}

WRONG = {
    "3.1.1": [
        ((3,), "debe ser una función"),
        ((lambda x, w: x @ w,), "TypeError"),
        ((lambda x, w, b: 3.0,), "debe ser un array"),
        ((lambda x, w, b: (x @ w + b)[:, np.newaxis],), "forma"),
        ((lambda x, w, b: (x @ w + b) * np.nan,), "número corriente"),
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
        ((data_with(columns=shorter_on_one_side),), "van de -10.0 a 9.0"),
        ((lambda n, rng: made_data(4000, rng),), "entradas debe tener forma"),
        (
            (data_with(columns=lambda n, rng: np.repeat(rng.uniform(-10, 10, (n, 1)), 2, axis=1)),),
            "distintos",
        ),
        ((data_with(columns=lambda n, rng: rng.integers(-10, 11, (n, 2))),), "con decimales"),
        ((data_with(columns=sorted_columns),), "sin ordenar"),
        ((data_with(noise=lambda n, rng, x: 0),), "falta el ruido"),
        ((data_with(noise=lambda n, rng, x: rng.uniform(-10, 10)),), "el mismo ruido"),
        ((data_with(law=lambda x: x @ [-3, 2] + 5),), "qué columna es x"),
        ((data_with(noise=lambda n, rng, x: x[:, 0]),), "repite una de las entradas"),
        ((data_with(noise=lambda n, rng, x: rng.uniform(0, 10, n)),), "igual de probables"),
        ((data_with(noise=lambda n, rng, x: rng.uniform(-1, 1, n)),), "igual de probables"),
        ((data_with(noise=lambda n, rng, x: rng.integers(-10, 11, n)),), "igual de probables"),
        ((data_with(columns=mirrored),), "distintos"),
        ((data_with(noise=lambda n, rng, x: -x[::-1, 1]),), "repite una de las entradas"),
        ((own_generator,), "los mismos números en x"),
        ((data_with(columns=half_own),), "los mismos números en z"),
        (
            (data_with(noise=lambda n, rng, x: np.random.default_rng(5).uniform(-10, 10, n)),),
            "los mismos números en el ruido",
        ),
    ],
    "3.1.3": [
        (("datos.npz",), "debe ser una función"),
        ((lambda x, y, c: 1 / 0,), "ZeroDivisionError"),
        ((lambda x, y, c: (x, y),), "no aparece datos.npz"),
        ((saved_as_one,), "np.savez"),
        ((saved_without_names,), "arr_0, arr_1"),
        ((saved_and(lambda a, b, x, y: a),), "dos cosas"),
        ((saved_and(lambda a, b, x, y: (x, y)),), "que has leído"),
        ((saved_and(lambda a, b, x, y: (x.copy(), y.copy())),), "que has leído"),
        ((saved_and(lambda a, b, x, y: (np.array(x), np.array(y))),), "que has leído"),
        ((saved_and(lambda a, b, x, y: (a, y[:])),), "que has leído"),
        ((saved_and(lambda a, b, x, y: (b, a)),), "debe tener forma"),
        ((saved_and(lambda a, b, x, y: (a, b + 1)),), "targets, ya leído"),
    ],
    "3.1.4": [
        ((0.001,), "debe ser una función"),
        ((lambda: network(0.1),), "TypeError"),
        ((lambda t: None,), "no termina en return"),
        ((lambda t: "red",), "compile no la devuelve"),
        ((lambda t: network(t, inputs=3),), "dos entradas"),
        ((lambda t: with_dropout(network(t)),), "sobra la capa Dropout"),
        ((lambda t: keras.Sequential([keras.layers.Dense(1)]),), "dos entradas"),
        ((lambda t: network(t, units=2),), "un número por casa"),
        ((lambda t: network(t, bias=False),), "2 parámetros"),
        ((lambda t: network(t, activation="relu"),), "no lleva activación"),
        ((uncompiled,), "Falta compilar"),
        ((lambda t: network(t, optimizer="adam"),), "se pide SGD"),
        ((lambda t: network(t, optimizer="sgd"),), "el optimizador usa 0.01"),
        (
            (lambda t: network(t, optimizer=keras.optimizers.SGD(t, momentum=0.9)),),
            "lleva momentum=0.9",
        ),
        ((lambda t: network(t, optimizer=keras.optimizers.SGD(t, clipnorm=1.0)),), "clipnorm"),
        ((lambda t: network(t, optimizer=keras.optimizers.SGD(decaying(t))),), "se pide fija"),
        ((lambda t: network(t, loss="mae"),), "error cuadrático medio"),
        ((lambda t: network(t, loss="huber"),), "error cuadrático medio"),
        ((lambda t: network(t, loss=None),), "error cuadrático medio"),
        ((activation_apart,), "No hace lo mismo que una sola neurona"),
        ((lambda t: Neuron(t, keras.ops.relu),), "No hace lo mismo que una sola neurona"),
        ((with_extra(network, 1, keras.layers.ReLU),), "no lleva activación"),
        ((with_extra(network, 0, lambda: keras.layers.Dropout(0.5)),), "sobra la capa Dropout"),
        ((with_extra(network, 0, lambda: keras.layers.Rescaling(2)),), "sobra la capa Rescaling"),
    ],
    "3.1.5": [
        ((3,), "debe ser una función"),
        ((lambda x, y: np.linalg.solve(x, y),), "LinAlgError"),
        ((lambda x, y: np.append(*normal_equation(x, y)),), "sepáralos"),
        ((lambda x, y: (3.0, 4.0),), "w debe ser un array"),
        ((lambda x, y: 3.0,), "dos cosas"),
        ((lambda x, y: (normal_equation(x, y)[0], "b"),), "b debe ser un número"),
        ((lambda x, y: (np.ones(2), 4.0),), "w no es el valor"),
        ((lambda x, y: (normal_equation(x, y)[0], 4.0),), "b no es el valor"),
    ],
    "3.1.6": [
        (("una red",), "debe ser la red entrenada"),
        (lambda: (network(0.1, inputs=3),), "dos números por muestra"),
        (lambda: (deep(),), "65 parámetros"),
        (lambda: (taught(activation="relu"),), "no lleva activación"),
        (lambda: (taught(steps=0),), "no ha dado ni un paso"),
        (lambda: (uncompiled(0.1),), "no ha dado ni un paso"),
        (lambda: (taught(np.nan),), "no predice números"),
        (lambda: (taught(0.9),), "aún bajaba"),
    ],
    "3.1.7": [
        (("482",), "debe ser un número"),
        ((500,), "No es lo que dice el mejor plano"),
    ],
}

EQUIVALENT = {
    "3.1.2": {
        **dict.fromkeys(
            ("`+` por `-` ante `ruido` (línea 6)",),
            "un ruido simétrico da lo mismo sumado que restado",
        ),
    },
    "3.1.5": {
        "`entradas` por `y` (línea 2), 2.ª vez": "las dos tienen el mismo largo",
    },
    "3.1.7": dict.fromkeys(
        ("redondeado a 2 decimales", "redondeado a 0 decimales"), "se admite redondeado al gramo"
    ),
}

TestContract = make_contract("lesson_03_01", GOOD, WRONG, EQUIVALENT)
