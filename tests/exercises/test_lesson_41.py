"""Contrato de los ejercicios de 4.1, flores."""

import functools

import keras
import numpy as np
from contract import make_contract
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from course_utils.exercises.lesson_41 import SPECIES, _flowers
from course_utils.training import set_seed

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


def leaky(a, b):
    both = np.vstack([a, b])
    return tuple((part - both.mean(axis=0)) / both.std(axis=0) for part in (a, b))


def repeat(model, seeds, *, stratify=Y, on_train=False, fixed=None, size=0.25):
    scores = []
    for seed in seeds:
        a, b, c, d = train_test_split(
            X, Y, test_size=size, stratify=stratify, random_state=seed if fixed is None else fixed
        )
        model.fit(a, c)
        scores.append(model.score(a, c) if on_train else model.score(b, d))
    return scores


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


def without_input(inputs, hidden, classes):
    return keras.Sequential([keras.layers.Dense(hidden), keras.layers.Dense(classes)])


def one_layer(inputs, hidden, classes):
    return keras.Sequential([keras.Input((inputs,)), keras.layers.Dense(classes)])


@functools.cache
def scaler():
    return StandardScaler().fit(_flowers()[0])


@functools.cache
def trained(with_scale, epochs):
    x_train, _, y_train, _ = _flowers()
    set_seed(42)
    model = network(4, 16, 3, optimizer=keras.optimizers.Adam(0.01))
    data = scaler().transform(x_train) if with_scale else x_train
    model.fit(data, y_train, batch_size=16, epochs=epochs, verbose=0)
    return model


def identify(flower, scaler, model, threshold):
    answer = model.predict(scaler.transform(flower.reshape(1, 4)), verbose=0)[0]
    return SPECIES[answer.argmax()] if answer.max() >= threshold else "no sé"


def identify_direct(flower, scaler, model, threshold):
    answer = np.asarray(model(scaler.transform([flower])))
    return "no sé" if answer.max() < threshold else SPECIES[answer.argmax()]


def identify_reversed(flower, scaler, model, threshold):
    answer = model.predict(scaler.transform(flower.reshape(1, 4)), verbose=0)[0]
    return SPECIES[answer.argmax()] if answer.max() < threshold else "no sé"


def identify_in_cm(flower, scaler, model, threshold):
    answer = model.predict(flower.reshape(1, 4), verbose=0)[0]
    return SPECIES[answer.argmax()]


COUNTS = np.bincount(_flowers()[3])

GOOD = {
    "4.1.1": [(COUNTS, 1 / 38), (COUNTS.tolist(), np.float64(1 / 38))],
    "4.1.2": [(soft,), (lambda z: soft(z.astype("float32")),)],
    "4.1.3": [
        (lambda p, y: -np.log(picked(p, y)).mean(),),
        (lambda p, y: -sum(np.log(r[k]) for r, k in zip(p, y, strict=True)) / len(y),),
        (lambda p, y: -(np.eye(p.shape[1])[y] * np.log(p)).sum(axis=1).mean(),),
    ],
    "4.1.4": [
        (lambda y, k: np.eye(k)[y],),
        (one_hot_loop,),
        (lambda y, k: keras.utils.to_categorical(y, k),),
        (lambda y, k: y[:, np.newaxis] == np.arange(k),),
    ],
    "4.1.5": [(scale,), (scale_with_sklearn,)],
    "4.1.6": [
        (lambda p, n: [n[k] for k in p.argmax(axis=1)],),
        (lambda p, n: np.array(n)[p.argmax(axis=1)],),
    ],
    "4.1.7": [(repeat,), (lambda m, s: np.array(repeat(m, s)),)],
    "4.1.8": [(network,), (functional_network,)],
    "4.1.9": [lambda: (scaler(), trained(True, 30))],
    "4.1.10": [(identify,), (identify_direct,)],
}

WRONG = {
    "4.1.1": [
        ((["12", 13, 13], 1 / 38), "debe ser un número"),
        ((COUNTS[:2], 1 / 38), "debe tener forma"),
        ((np.array(["a", "b", "c"]), 1 / 38), "debe contener números"),
        ((np.array([1, np.nan, 2]), 1 / 38), "nan o infinito"),
        (([50, 50, 50], 1 / 38), "las 150 flores"),
        ((np.bincount(_flowers()[2]), 1 / 38), "las de entrenamiento"),
        (([38, 0, 0], 1 / 38), "por_especie no es"),
        ((COUNTS, "0.026"), "debe ser un número"),
        ((COUNTS, 100 / 38), "porcentaje"),
        ((COUNTS, 1 / 150), "len(y_test)"),
        ((COUNTS, 0.026), "sin redondear"),
        ((COUNTS, 0.5), "salto no es"),
    ],
    "4.1.2": [
        ((np.array([0.1, 0.9]),), "debe ser una función"),
        ((lambda z: z.desconocido,), "AttributeError"),
        ((lambda z: soft(z)[0],), "debe tener forma"),
        ((lambda z: np.full(z.shape, np.nan),), "nan o infinito"),
        ((shifts_in_place,), "cambia el array"),
        ((plain,), "falta axis=1"),
        ((lambda z: plain(z, axis=0),), "axis=0"),
        ((lambda z: np.exp(z),), "Falta dividir"),
        ((lambda z: 2 * soft(z),), "Cada fila debe sumar 1"),
        ((lambda z: np.abs(z) / np.abs(z).sum(axis=1, keepdims=True),), "np.exp"),
        ((lambda z: plain(z, axis=1, keepdims=True),), "SU máximo"),
        ((lambda z: plain(z - z.max(), axis=1, keepdims=True),), "SU máximo"),
        ((lambda z: soft(z) if len(z) > 2 else 1 / 0,), "ZeroDivisionError"),
        ((lambda z: soft(z) if len(z) > 2 else [1],), "debe ser un array"),
        ((lambda z: soft(z) if len(z) > 2 else np.full((2, 3), 1 / 3),), "no es el valor"),
    ],
    "4.1.3": [
        ((0.3,), "debe ser una función"),
        ((lambda p: 0,), "TypeError"),
        ((lambda p, y: -np.log(picked(p, y)),), "un solo número"),
        ((lambda p, y: "0.3",), "debe ser un número"),
        ((lambda p, y: np.log(picked(p, y)).mean(),), "signo menos"),
        ((lambda p, y: -np.log(picked(p, y)).sum(),), "Eso es la suma"),
        ((lambda p, y: -np.log10(picked(p, y)).mean(),), "decimal"),
        ((lambda p, y: -np.log2(picked(p, y)).mean(),), "base 2"),
        ((lambda p, y: -np.log(p.max(axis=1)).mean(),), "probabilidad mayor"),
        ((lambda p, y: -np.log(picked(p, y).mean()),), "antes del logaritmo"),
        ((lambda p, y: -np.log(p[:, y]).mean(),), "columnas enteras"),
        ((lambda p, y: -np.log(p).mean(),), "toda la tabla"),
        ((lambda p, y: (1 - picked(p, y)).mean(),), "lo que falta hasta 1"),
        ((lambda p, y: 7,), "no es el valor pedido"),
    ],
    "4.1.4": [
        (([[1, 0, 0]],), "debe ser una función"),
        ((lambda y, k: y[99],), "IndexError"),
        ((lambda y, k: [[1, 0, 0]],), "debe ser un array"),
        ((lambda y, k: np.eye(k)[y].T,), "traspuesto"),
        ((lambda y, k: np.eye(k),), "identidad entera"),
        ((lambda y, k: np.eye(y.max() + 1)[y],), "puede faltar alguna clase"),
        ((lambda y, k: np.eye(k)[y][:2],), "debe tener forma"),
        ((lambda y, k: 2 * np.eye(k)[y],), "unos y ceros"),
        ((lambda y, k: np.ones((len(y), k)),), "y solo uno"),
        ((lambda y, k: np.eye(k)[k - 1 - y],), "no en la columna"),
    ],
    "4.1.5": [
        ((3,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, b: scale(a, b)[0],), "dos arrays"),
        ((scale_in_place,), "cambia los arrays"),
        ((lambda a, b: (scale(a, b)[0][:3], b),), "debe tener forma"),
        ((lambda a, b: (scale(a, b)[0], "b"),), "la prueba escalada debe ser un array"),
        (
            (lambda a, b: ((a - a.mean()) / a.std(), (b - a.mean()) / a.std()),),
            "una por columna",
        ),
        ((lambda a, b: (a - a.mean(axis=0), b - a.mean(axis=0)),), "falta dividir"),
        (
            (lambda a, b: ((a - a.mean(axis=0)) / a.var(axis=0), b),),
            "la varianza",
        ),
        ((leaky,), "fuga"),
        ((lambda a, b: (a, b),), "el entrenamiento escalado no es"),
        ((lambda a, b: (scale(a, b)[0], scale(b, b)[0]),), "su propia media"),
        ((lambda a, b: (scale(a, b)[0], b),), "la prueba escalada no es"),
    ],
    "4.1.6": [
        ((["setosa"],), "debe ser una función"),
        ((lambda p, n: n[p],), "TypeError"),
        ((lambda p, n: p.argmax(axis=1),), "Devuelve posiciones"),
        ((lambda p, n: "este",), "debe ser una lista"),
        ((lambda p, n: [n[k] for k in p.argmax(axis=0)],), "tantos nombres como filas"),
        ((lambda p, n: [int(k) for k in p.argmax(axis=1)],), "debe ser un texto"),
        ((lambda p, n: [SPECIES[k] for k in p.argmax(axis=1)],), "usa el parámetro nombres"),
        ((lambda p, n: [n[k] for k in p.argmin(axis=1)],), "no es el valor pedido"),
        (
            (lambda p, n: [n[k] for k in p.argmax(axis=1)] if len(n) == 3 else 1 / 0,),
            "ZeroDivisionError",
        ),
        (
            (lambda p, n: [n[k] for k in p.argmax(axis=1)] if len(n) == 3 else [],),
            "con dos clases",
        ),
    ],
    "4.1.7": [
        (([0.9],), "debe ser una función"),
        ((lambda m, s: m.entrena(),), "AttributeError"),
        ((lambda m, s: float(np.mean(repeat(m, s))),), "un solo número"),
        ((lambda m, s: "0.9",), "debe ser una lista"),
        ((lambda m, s: repeat(m, s)[:1],), "después del ciclo"),
        ((lambda m, s: ["0.9"] * len(s),), "debe ser un número"),
        ((lambda m, s: repeat(m, s, on_train=True),), "flores de entrenamiento"),
        ((lambda m, s: repeat(m, s, stratify=None),), "stratify=y"),
        ((lambda m, s: repeat(m, s, fixed=42),), "random_state=semilla"),
        ((lambda m, s: repeat(m, s, size=0.5),), "test_size=0.25"),
    ],
    "4.1.8": [
        ((16,), "debe ser una función"),
        ((lambda a: None,), "TypeError"),
        ((lambda a, b, c: network(a, b, c).compile(),), "termina con return"),
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
        ((lambda a, b, c: network(a, b, c, metrics=()),), "metrics"),
    ],
    "4.1.9": [
        (lambda: (_flowers()[0], trained(True, 30)), "un StandardScaler"),
        (lambda: (StandardScaler(), trained(True, 30)), "no está ajustado"),
        (lambda: (StandardScaler().fit(X), trained(True, 30)), "las 150 flores"),
        (lambda: (StandardScaler().fit(_flowers()[1]), trained(True, 30)), "las de x_train"),
        (lambda: (scaler(), "una red"), "la red de Keras"),
        (lambda: (scaler(), network(2, 4, 3)), "recibir 4 medidas"),
        (lambda: (scaler(), trained(False, 30)), "sin escalar"),
        (lambda: (scaler(), trained(True, 1)), "se piden 32"),
    ],
    "4.1.10": [
        (("setosa",), "debe ser una función"),
        ((lambda f, s, m, u: m.predict(f, verbose=0),), "se detuvo con un error"),
        ((lambda f, s, m, u: 2,), "la posición de la especie"),
        ((lambda f, s, m, u: None,), "debe ser un texto"),
        ((lambda f, s, m, u: "rosa",), "una de las tres especies"),
        ((lambda f, s, m, u: identify(f, s, m, 0),), "no llega"),
        ((identify_reversed,), "sí llega"),
        ((identify_in_cm,), "recibe centímetros"),
        (
            (lambda f, s, m, u: identify(f, s, m, u).replace("setosa", "versicolor"),),
            "se esperaba setosa",
        ),
    ],
}

TestContract = make_contract("lesson_41", GOOD, WRONG)
