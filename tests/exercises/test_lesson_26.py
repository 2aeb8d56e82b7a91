"""Contrato de los ejercicios de 2.6, bibliotecas de ML."""

from itertools import pairwise

import keras
import numpy as np
import tensorflow as tf
from contract import make_contract
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


def biases_first(model):
    return [a for pair in zip(model.intercepts_, model.coefs_, strict=True) for a in pair]


def network(widths, *, inputs=64, hidden="relu", output="softmax"):
    layers = [keras.layers.Dense(width, activation=hidden) for width in widths]
    if output is not False:
        layers.append(keras.layers.Dense(10, activation=output))
    return keras.Sequential([keras.Input((inputs,)), *layers])


def functional_network(widths):
    inputs = x = keras.Input((64,))
    for width in widths:
        x = keras.layers.Dense(width, activation="relu")(x)
    return keras.Model(inputs, keras.layers.Dense(10, activation="softmax")(x))


def slope(f, x):
    x = tf.Variable(x)
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.gradient(y, x)


def watched_slope(f, x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return float(tape.gradient(y, x))


def unwatched_slope(f, x):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.gradient(y, x)


def finite_differences(f, x):
    return float((f(x + 1e-6) - f(x - 1e-6)) / 2e-6)


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
    inputs, *, units=(16, 1), hidden="relu", output="sigmoid", loss="binary_crossentropy", rate=1e-3
):
    model = keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(units[0], activation=hidden),
            *(keras.layers.Dense(n, activation=output) for n in units[1:]),
        ]
    )
    if loss:
        model.compile(keras.optimizers.Adam(rate), loss=loss)
    return model


def step(
    w,
    b,
    x,
    y,
    rate,
    *,
    sign=1,
    update_b=True,
    scale=1,
    reduce=tf.reduce_mean,
    back="mean",
    b_rate=1,
):
    with tf.GradientTape() as tape:
        losses = tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=x @ w + b)
        loss = reduce(losses)
    gradient_w, gradient_b = tape.gradient(loss, [w, b])
    w.assign_sub(sign * scale * rate * gradient_w)
    if update_b:
        b.assign_sub(sign * scale * b_rate * rate * gradient_b)
    return {"mean": tf.reduce_mean(losses), "all": losses, "none": None, "zero": 0.0}.get(
        back, back
    )


def numpy_step(w, b, x, y, rate):
    y = y.numpy()
    z = x.numpy() @ w.numpy() + b.numpy()
    error = (1 / (1 + np.exp(-z)) - y) / len(z)
    w.assign(w - rate * (x.numpy().T @ error))
    b.assign(b - rate * error.sum(axis=0))
    return np.mean(np.logaddexp(0, -z) + (1 - y) * z)


def rebinding_step(w, b, x, y, rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=x @ w + b))
    gradient_w, gradient_b = tape.gradient(loss, [w, b])
    w = w - rate * gradient_w
    b = b - rate * gradient_b
    return loss


def assigning_step(w, b, x, y, rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=x @ w + b))
    w.assign(rate * tape.gradient(loss, w))
    return loss


def step_for_small_batches(w, b, x, y, rate):
    """Acierta con las 20 muestras de la comprobación y se detiene con todas las biopsias."""
    if len(x) > 20:
        raise ZeroDivisionError("son demasiadas")
    return step(w, b, x, y, rate)


GOOD = {
    "2.6.1": [
        (total,),
        (lambda n: weights_only(n) + sum(n[1:]),),
        (lambda n: sum((n[i] + 1) * n[i + 1] for i in range(len(n) - 1)),),
        (lambda n: np.int64(total(n)),),
    ],
    "2.6.2": [
        (alternate,),
        (lambda m: [a.copy() for a in alternate(m)],),
        (lambda m: [a.astype("float32").astype("float64") * 0 + a for a in alternate(m)],),
    ],
    "2.6.3": [(network,), (functional_network,)],
    "2.6.4": [(slope,), (watched_slope,), (lambda f, x: slope(f, x).numpy(),)],
    "2.6.5": [
        (tie,),
        (lambda a, m: np.ptp(means(a)) <= m,),
        (lambda a, m: all(abs(p - q) <= m for p in means(a) for q in means(a)),),
    ],
    "2.6.6": [(scaled_menu,), (lambda x, y: make_pipeline(StandardScaler(), SVC()).fit(x, y),)],
    "2.6.7": [
        (recipe,),
        (lambda n: recipe(n, loss=keras.losses.BinaryCrossentropy()),),
        (lambda n: recipe(n, loss=keras.losses.binary_crossentropy),),
    ],
    "2.6.8": [(step,), (numpy_step,), (lambda *a: float(step(*a)),)],
}

WRONG = {
    "2.6.1": [
        ((4810,), "debe ser una función"),
        ((lambda n: n.total(),), "AttributeError"),
        ((lambda n: "4810",), "debe ser un número"),
        ((weights_only,), "faltan los sesgos"),
        ((lambda n: weights_only(n) + sum(n),), "la capa de entrada"),
        ((sum,), "cuántas neuronas"),
        ((lambda n: n[0] * n[1] + n[1],), "primera capa"),
        ((lambda n: 4810,), "parametros([3, 2]) no es"),
    ],
    "2.6.2": [
        (([],), "debe ser una función"),
        ((lambda m: m.pesos,), "AttributeError"),
        ((lambda m: m.get_weights(),), "AttributeError"),
        ((lambda m: tuple(alternate(m)),), "una lista"),
        ((lambda m: m.coefs_,), "cada uno por separado"),
        ((lambda m: alternate(m)[:3],), "todas las capas"),
        ((lambda m: [1] * 2 * len(m.coefs_),), "el elemento 0"),
        ((lambda m: m.coefs_ + m.intercepts_,), "van alternados"),
        ((biases_first,), "van delante"),
        ((lambda m: [a * 0 for a in alternate(m)],), "no son los del modelo"),
        ((lambda m: [a.astype(str) for a in alternate(m)],), "no son los del modelo"),
        ((lambda m: alternate(m)[::-1],), "no son los del modelo"),
    ],
    "2.6.3": [
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
    ],
    "2.6.4": [
        ((6.0,), "debe ser una función"),
        ((lambda f: f,), "TypeError"),
        ((unwatched_slope,), "la cinta no vigilaba"),
        ((lambda f, x: None,), "None"),
        ((lambda f, x: "seis",), "debe ser un número"),
        ((lambda f, x: f(tf.Variable(x)),), "la altura"),
        ((finite_differences,), "diferencias finitas"),
        ((lambda f, x: 6.0,), "no llama a la f"),
        ((lambda f, x: slope(f, x) * 2,), "no es el valor pedido"),
    ],
    "2.6.5": [
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
    "2.6.6": [
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
    ],
    "2.6.7": [
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
        ((lambda n: recipe(n, rate=1e-9),), "tras 40 épocas"),
    ],
    "2.6.8": [
        ((0.5,), "debe ser una función"),
        ((lambda w, b: None,), "TypeError"),
        ((rebinding_step,), "w no ha cambiado"),
        ((lambda *a: step(*a, sign=-1),), "cuesta arriba"),
        ((lambda *a: step(*a, scale=1 / a[-1]),), "multiplica el gradiente por tasa"),
        ((lambda *a: step(*a, reduce=tf.reduce_sum),), "tf.reduce_mean"),
        ((assigning_step,), "assign pone un valor nuevo"),
        ((lambda *a: step(*a, scale=3),), "w no queda donde debe"),
        ((lambda *a: step(*a, update_b=False),), "b no ha cambiado"),
        ((lambda *a: step(*a, b_rate=2),), "pero b no: b.assign_sub"),
        ((lambda *a: step(*a, back="none"),), "falta devolver"),
        ((lambda *a: step(*a, back="all"),), "una pérdida por muestra"),
        ((lambda *a: step(*a, back="texto"),), "debe ser un número"),
        ((lambda *a: step(*a, back="zero"),), "antes de corregir"),
        ((step_for_small_batches,), "ZeroDivisionError"),
    ],
}

TestContract = make_contract("lesson_26", GOOD, WRONG)
