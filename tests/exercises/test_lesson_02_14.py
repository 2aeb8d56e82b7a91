"""Contrato de los ejercicios de la lección 2.14, la cocina de TensorFlow."""

import numpy as np
import tensorflow as tf
from contract import make_contract


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


def points(x, layers, *, inner=tf.nn.relu, last=tf.identity):
    for w, b in layers[:-1]:
        x = inner(x @ w + b)
    w, b = layers[-1]
    return last(x @ w + b)


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


def trained(step, x, y, rate, times, *, start=tf.zeros, read=float):
    w, b = tf.Variable(start((x.shape[1], 1))), tf.Variable(start(1))
    losses = [read(step(w, b, x, y, rate)) for _ in range(times)]
    return w, b, losses


def changed(change):
    return lambda *given: change(*trained(*given))


def forgetful(step, x, y, rate, times):
    losses = []
    for _ in range(times):
        w, b = tf.Variable(tf.zeros((x.shape[1], 1))), tf.Variable(tf.zeros(1))
        losses.append(float(step(w, b, x, y, rate)))
    return w, b, losses


def constant(step, x, y, rate, times):
    w, b = tf.zeros((x.shape[1], 1)), tf.zeros(1)
    return w, b, [float(step(w, b, x, y, rate)) for _ in range(times)]


def flat(step, x, y, rate, times):
    w, b = tf.Variable(tf.zeros(x.shape[1])), tf.Variable(tf.zeros(1))
    return w, b, [float(step(w, b, x, y, rate)) for _ in range(times)]


GOOD = {
    "2.14.1": [(slope,), (watched_slope,), (lambda f, x: slope(f, x).numpy(),)],
    "2.14.2": [(points,), (lambda x, layers: points(x, layers).numpy(),)],
    "2.14.3": [(step,), (numpy_step,), (lambda *a: float(step(*a)),)],
    "2.14.4": [
        (trained,),
        (lambda *a: trained(*a, read=lambda loss: loss.numpy()),),
        (lambda *a: list(trained(*a)),),
    ],
}

WRONG = {
    "2.14.1": [
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
    "2.14.2": [
        (([],), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, layers: None,), "None"),
        ((lambda x, layers: points(x, layers) * np.nan,), "nan"),
        ((lambda x, layers: points(x, layers[:1]),), "forma"),
        ((lambda x, layers: points(x, layers) + 1,), "los puntos no son los pedidos"),
        ((lambda x, layers: points(x, layers, inner=tf.nn.sigmoid),), "los puntos no son"),
    ],
    "2.14.3": [
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
    "2.14.4": [
        ((3,), "debe ser una función"),
        ((lambda paso: None,), "TypeError"),
        ((lambda *a: None,), "return w, b, perdidas"),
        ((lambda *a: trained(*a[:4], a[4] + 1),), "da 5 pasos y se piden 4"),
        ((lambda *a: trained(*a[:3], 0.1, a[4]),), "paso recibe, en este orden"),
        ((lambda step, x, y, *a: trained(step, x, x, *a),), "paso recibe, en este orden"),
        ((changed(lambda w, b, losses: (0, b, losses)),), "w no es la variable"),
        ((changed(lambda w, b, losses: (w, 0, losses)),), "b no es la variable"),
        ((changed(lambda w, b, losses: (w, b, 0.5)),), "una lista"),
        ((changed(lambda w, b, losses: (w, b, ["0.5"])),), "debe ser un número"),
        ((changed(lambda w, b, losses: (w, b, losses[:-1])),), "todas y en orden"),
        ((changed(lambda w, b, losses: (w, b, [*losses, 0])),), "todas y en orden"),
        ((lambda *a: trained(*a, read=lambda loss: float(loss) / 2),), "todas y en orden"),
        ((lambda *a: trained(*a, start=tf.ones),), "debe empezar a cero"),
        ((lambda *a: trained(*a, start=np.zeros),), "w es float64"),
        ((forgetful,), "se crean una sola vez"),
        ((constant,), "debe ser una tf.Variable"),
        ((flat,), "debe tener forma (3, 1)"),
    ],
}

TestContract = make_contract("lesson_02_14", GOOD, WRONG)
