"""Contrato de los ejercicios de la lección 8.4, Lo que ya sabe otra red."""

import keras
import numpy as np
from contract import make_contract


def sample(labels, count, rng):
    order = rng.permutation(len(labels))
    halves = [order[labels[order] == kind][: count // 2] for kind in (0, 1)]
    return np.concatenate(halves)


def sample_as_list(labels, count, rng):
    return list(sample(labels, count, rng))


def with_repeats(labels, count, rng):
    return np.concatenate([rng.choice(np.flatnonzero(labels == k), count // 2) for k in (0, 1)])


def inside_each_class(labels, count, rng):
    return np.concatenate(
        [rng.choice(int(np.sum(labels == k)), count // 2, replace=False) for k in (0, 1)]
    )


def without_chance(labels, count, rng):
    return np.concatenate([np.flatnonzero(labels == k)[: count // 2] for k in (0, 1)])


def own_chance(labels, count, rng):
    return sample(labels, count, np.random.default_rng())


def sample_then(change):
    return lambda *args: change(sample(*args))


def reuse(base, count, *, frozen=None, copied=None, clone=True, output=(1, "sigmoid"), last=-1):
    """La pedida, o una que se equivoca en algo."""
    frozen, copied = (count if n is None else n for n in (frozen, copied))
    copy = keras.models.clone_model(base) if clone else base
    if clone:
        for old, new in list(zip(base.layers, copy.layers, strict=True))[:copied]:
            new.set_weights(old.get_weights())
    for layer in copy.layers[:frozen]:
        layer.trainable = False
    units, activation = output
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            *copy.layers[:last],
            keras.layers.Dense(units, activation=activation),
        ]
    )


def reuse_with_add(base, count):
    network = keras.Sequential([keras.Input((28, 28, 1))])
    for layer in base.layers[:-1]:
        network.add(type(layer).from_config(layer.get_config()))
    network.add(keras.layers.Dense(1, activation="sigmoid"))
    for place in range(count):
        network.layers[place].set_weights(base.layers[place].get_weights())
        network.layers[place].trainable = False
    return network


def reuse_functional(base, count):
    copy = keras.models.clone_model(base)
    inputs = keras.Input((28, 28, 1))
    signal = inputs
    for place, layer in enumerate(copy.layers[:-1]):
        signal = layer(signal)
        if place < count:
            layer.set_weights(base.layers[place].get_weights())
            layer.trainable = False
    return keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(signal))


def spoils_the_base(base, count):
    base.set_weights([w * 0 for w in base.get_weights()])
    return reuse(base, count)


def freezes_the_base(base, count):
    made = reuse(base, count)
    base.trainable = False
    return made


def wrong_input(base, count):
    made = reuse(base, count)
    return keras.Sequential(made.layers[2:])


def with_rescaling(base, count):
    made = reuse(base, count)
    return keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Rescaling(2.0), *made.layers])


def narrower(base, count):
    return keras.Sequential([keras.Input((27, 28, 1)), *reuse(base, count).layers])


def trainable(network):
    return sum(w.shape.num_elements() for w in network.trainable_weights)


def turn(images, rng):
    turns = rng.integers(4, size=len(images))
    out = np.empty_like(images)
    for times in range(4):
        out[turns == times] = np.rot90(images[turns == times], times, axes=(1, 2))
    return out, turns


def turn_all_the_same(images, rng):
    return np.rot90(images, 1, axes=(1, 2)).copy(), np.ones(len(images), dtype=int)


def turn_alone(images, rng):
    return turn(images, np.random.default_rng(7))


def turn_any(images, rng):
    return turn(images, np.random.default_rng())


def turn_right(images, rng):
    turned, turns = turn(images, rng)
    return turned, -turns % 4


def turn_in_place(images, rng):
    turned, turns = turn(images, rng)
    images[:] = turned
    return images, turns


def turn_as_list(images, rng):
    turned, turns = turn(images, rng)
    return turned, [int(each) for each in turns]


def turn_half(images, rng):
    turned, turns = turn(images, rng)
    turned[0] = images[0]
    turned[1:] = turned[1:][::-1]
    return turned, turns


def decide(recipes, alone):
    best, top = "desde cero", -1.0
    for name, hits in recipes.items():
        if np.all(hits - alone > 0) and np.mean(hits) > top:
            best, top = name, np.mean(hits)
    return best


GOOD = {
    "8.4.1": [(sample,), (sample_as_list,)],
    "8.4.2": [
        (lambda a, b: ((a - b).mean(), (a > b).sum()),),
        (lambda a, b: [float(np.mean(a) - np.mean(b)), int(np.sum(a > b))],),
    ],
    "8.4.3": [(reuse,), (reuse_with_add,), (reuse_functional,)],
    "8.4.4": [
        (trainable,),
        (lambda network: np.sum([np.prod(w.shape) for w in network.trainable_weights]),),
        (lambda network: sum(w.numpy().size for w in network.trainable_weights),),
    ],
    "8.4.5": [(turn,), (lambda x, rng: list(turn(x, rng)),), (turn_as_list,)],
    "8.4.6": [(decide,), (lambda r, b: str(decide(r, b)),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.4.1": [
        ((3,), "debe ser una función"),
        ((lambda labels: labels,), "TypeError"),
        ((lambda labels, count, rng: 3,), "debe ser un array"),
        ((lambda labels, count, rng: ["a"] * count,), "debe ser"),
        ((lambda labels, count, rng: labels == 1,), "True y False"),
        ((sample_then(lambda rows: rows.reshape(2, -1)),), "np.concatenate"),
        ((lambda labels, count, rng: sample(labels, 2 * count - 2, rng),), "en total"),
        ((sample_then(lambda rows: rows * 1.0),), "son enteros"),
        ((sample_then(lambda rows: rows + 10_000),), "no existen"),
        ((with_repeats,), "repetidas"),
        ((inside_each_class,), "posiciones"),
        ((own_chance,), "tiene que venir de rng"),
        ((without_chance,), "Con otro generador salen las mismas"),
    ],
    "8.4.2": [
        ((3,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, b: 3,), "dos cosas separadas"),
        ((lambda a, b: ("1", 2),), "debe ser un número"),
        ((lambda a, b: (99.0, np.sum(a > b)),), "media no es"),
        ((lambda a, b: (np.mean(a - b), 99),), "ganadas no es"),
    ],
    "8.4.3": [
        ((3,), "debe ser una función"),
        ((lambda base: base,), "TypeError"),
        ((lambda base, count: [base],), "debe devolver una red"),
        ((wrong_input,), "debe empezar por"),
        ((lambda base, count: reuse(base, count, output=(2, "softmax")),), "de una neurona"),
        ((spoils_the_base,), "Has cambiado los pesos de base"),
        ((lambda base, count: reuse(base, count, clone=False),), "no una copia"),
        ((freezes_the_base,), "Has congelado capas de base"),
        ((lambda base, count: reuse(base, count, last=-2),), "no son las pedidas"),
        ((lambda base, count: reuse(base, count, copied=0),), "con set_weights"),
        ((lambda base, count: reuse(base, count, copied=4),), "pesos nuevos"),
        ((lambda base, count: reuse(base, count, frozen=0),), "sin congelar"),
        ((lambda base, count: reuse(base, count, frozen=4),), "congelado de más"),
        ((lambda base, count: reuse(base, count, output=(1, "tanh")),), "sigmoide"),
        ((with_rescaling,), "no hace lo mismo"),
        ((narrower,), "espera imágenes de forma"),
    ],
    "8.4.4": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda network: "3",), "debe ser un número"),
        ((lambda network: 99_999,), "no es el valor pedido"),
        ((lambda network: sum(sum(w.shape) for w in network.trainable_weights),), "su producto"),
    ],
    "8.4.5": [
        ((3,), "debe ser una función"),
        ((lambda images: images,), "TypeError"),
        ((lambda images, rng: images,), "dos cosas separadas"),
        ((lambda images, rng: ("a", "b"),), "giradas debe ser"),
        ((lambda images, rng: (images, "b"),), "vueltas debe ser"),
        ((lambda images, rng: turn(images, rng)[::-1],), "Están al revés"),
        ((lambda images, rng: (images[:, 0], turn(images, rng)[1]),), "con np.stack"),
        ((lambda images, rng: (images, turn(images, rng)[1] * 1.0),), "un entero por imagen"),
        ((turn_all_the_same,), "tienen que salir"),
        ((turn_any,), "tiene que venir de rng"),
        ((turn_alone,), "sortéalas con rng"),
        ((lambda images, rng: (images, [1.5] * len(images)),), "un número entero"),
        ((turn_in_place,), "deben quedar como estaban"),
        ((turn_right,), "otro lado"),
        ((lambda images, rng: (images, turn(images, rng)[1]),), "no están giradas"),
        ((turn_half,), "alguna no lo está"),
    ],
    "8.4.6": [
        ((3,), "debe ser una función"),
        ((lambda r: 1,), "TypeError"),
        ((lambda r, b: 3,), "debe ser"),
        ((lambda r, b: "otra",), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "8.4.1": dict.fromkeys(
        (
            "`1` delante de `0` (línea 3)",
            "`==` por `!=` en `etiquetas == clase` (línea 2)",
            "lo que devuelve, al revés",
            "lo que devuelve, ordenado",
        ),
        "da igual el orden en que salgan, y qué clase vaya delante",
    ),
    "8.4.4": {
        "`int(np.prod(pesos.shape))` por `np.prod(pesos.shape)` (línea 2)": (
            "los enteros de NumPy también valen"
        ),
    },
    "8.4.6": {
        "`mean` por `sum` en `exactitudes.mean()` (línea 2)": (
            "todas tienen las mismas muestras: la mayor suma es la mayor media"
        ),
    },
}

TestContract = make_contract("lesson_08_04", GOOD, WRONG, EQUIVALENT)
