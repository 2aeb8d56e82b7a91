"""Contrato de los ejercicios de la lección 8.8, El bucle por dentro."""

import keras
import numpy as np
import tensorflow as tf
from contract import make_contract

loss_function = keras.losses.SparseCategoricalCrossentropy()


def step(model, optimizer, x, y, *, training=True, penalty=1, sign=1, scale=1, back="loss"):
    with tf.GradientTape() as tape:
        error = loss_function(y, model(x, training=training))
        loss = error + penalty * sum(model.losses)
    gradients = tape.gradient(loss, model.trainable_variables)
    gradients = [sign * scale * g for g in gradients]
    optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
    return {"loss": loss, "error": error, "none": None, "half": loss / 2, "text": "1"}[back]


def compiled_step(model, optimizer, x, y):
    """Con compute_loss, que ya suma lo de la regularización."""
    model.compile(optimizer, loss=loss_function)
    with tf.GradientTape() as tape:
        loss = model.compute_loss(x, y, model(x, training=True))
    optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
    return float(loss)


def train_on_batch(model, optimizer, x, y):
    model.compile(optimizer, loss=loss_function)
    return model.train_on_batch(x, y)


def own_optimizer(model, optimizer, x, y):
    return step(model, keras.optimizers.SGD(0.123), x, y)


def two_steps(*args):
    step(*args)
    return step(*args)


def idle(model, optimizer, x, y):
    return loss_function(y, model(x, training=True)) + sum(model.losses)


def epoch(step, x, y, order, size):
    weighted = [
        (float(step(x[rows], y[rows])), len(rows))
        for rows in np.split(order, range(size, len(order), size))
    ]
    return sum(loss * n for loss, n in weighted) / len(x)


def wrong_epoch(change=lambda losses, counts: 0.0, rows=lambda order: order, last=True, shift=0):
    def epoca(step, x, y, order, size):
        losses, counts = [], []
        for k in range(0, len(order) if last else len(order) - size + 1, size):
            batch = rows(order)[k : k + size]
            losses.append(float(step(x[batch], y[np.roll(batch, shift)])))
            counts.append(len(batch))
        return change(np.array(losses), np.array(counts))

    return epoca


def accumulate(gradient, x, y, size):
    total = [0.0, 0.0]
    for rows in np.split(np.arange(len(x)), range(size, len(x), size)):
        for place, g in enumerate(gradient(x[rows], y[rows])):
            total[place] = total[place] + g * len(rows)
    return [t / len(x) for t in total]


def traces(f, inputs):
    traced = tf.function(f)
    for x in inputs:
        traced(x)
    return traced.experimental_get_tracing_count()


def outside(f, inputs):
    """Espía fuera de la función convertida: cuenta las llamadas."""
    traced, seen = tf.function(f), []
    for x in inputs:
        seen.append(1)
        traced(x)
    return len(seen)


def again(f, inputs):
    """La convierte en cada vuelta."""
    seen = []

    def spy(x):
        seen.append(1)
        return f(x)

    for x in inputs:
        tf.function(spy)(x)
    return len(seen)


def attack(model, x, y, strength):
    x = tf.Variable(x)
    with tf.GradientTape() as tape:
        loss = loss_function(y, model(x))
    return np.clip(x + strength * np.sign(tape.gradient(loss, x)), 0, 1)


def frozen(x, strength):
    return x + strength * np.random.default_rng().normal(size=x.shape[1:])


def scaled(x, strength):
    return x + strength * tf.random.normal(tf.shape(x))


GOOD = {
    "8.8.1": [(step,), (compiled_step,), (train_on_batch,), (lambda *a: float(step(*a)),)],
    "8.8.2": [(epoch,), (lambda *a: np.float64(epoch(*a)),), (lambda *a: tf.constant(epoch(*a)),)],
    "8.8.3": [(accumulate,), (lambda *a: tuple(map(tf.constant, accumulate(*a))),)],
    "8.8.4": [(traces,), (lambda *a: np.int64(traces(*a)),)],
    "8.8.6": [(attack,), (lambda *a: tf.constant(attack(*a)),)],
    "8.8.5": [
        (scaled,),
        (lambda x, s: x + tf.random.normal(tf.shape(x), stddev=s),),
        (lambda x, s: tf.random.normal(tf.shape(x), mean=x, stddev=s),),
    ],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.8.1": [
        ((3,), "debe ser una función"),
        ((lambda model: 1,), "TypeError"),
        ((idle,), "no han cambiado"),
        ((lambda *a: step(*a, training=False),), "una red que no sabe que entrena"),
        ((lambda *a: step(*a, penalty=0),), "una red sin regularizar"),
        ((lambda *a: step(*a, training=False, penalty=0),), "las dos cosas que no avisan"),
        ((lambda *a: step(*a, sign=-1),), "cuesta arriba"),
        ((two_steps,), "más de un paso"),
        ((own_optimizer,), "el optimizer que recibe paso"),
        ((lambda *a: step(*a, scale=3),), "no quedan donde los deja fit"),
        ((lambda *a: step(*a, back="none"),), "falta devolver"),
        ((lambda *a: step(*a, back="text"),), "debe ser un número"),
        ((lambda *a: step(*a, back="error"),), "el error a secas"),
        ((lambda *a: step(*a, back="half"),), "no es la pérdida que se derivó"),
    ],
    "8.8.2": [
        ((3,), "debe ser una función"),
        ((lambda paso: 1,), "TypeError"),
        ((lambda *a: 0.0,), "No llamas a paso"),
        ((wrong_epoch(shift=1),), "A paso le llegan muestras"),
        ((wrong_epoch(last=False),), "se pierde el último lote"),
        ((wrong_epoch(rows=np.sort),), "el orden en que están los datos"),
        ((wrong_epoch(rows=lambda order: order[::-1]),), "los lotes deben medir 4, 4, 2"),
        (
            (lambda step, x, y, order, size: sum(step(x[k], y[k]) for k in order),),
            "los tuyos miden 1, 1, 1",
        ),
        ((wrong_epoch(lambda losses, counts: None),), "falta devolver"),
        ((wrong_epoch(lambda losses, counts: "1"),), "debe ser un número"),
        ((wrong_epoch(lambda losses, counts: losses.mean()),), "la media de las pérdidas"),
        ((wrong_epoch(lambda losses, counts: losses @ counts),), "Falta dividir"),
        ((wrong_epoch(lambda losses, counts: losses.sum()),), "la suma de las pérdidas"),
        ((wrong_epoch(lambda losses, counts: losses[-1]),), "del último lote"),
        ((wrong_epoch(lambda losses, counts: losses.sum() / counts.sum()),), "no multiplicas"),
        (
            (wrong_epoch(lambda losses, counts: losses.sum() * counts[0] / counts.sum()),),
            "no todos los lotes tienen 4",
        ),
        ((wrong_epoch(),), "no es la pérdida media"),
    ],
    "8.8.3": [
        ((3,), "debe ser una función"),
        ((lambda gradient: 1,), "TypeError"),
        ((lambda *a: 3,), "debe ser una lista"),
        ((lambda gradient, x, y, size: gradient(x[:size], y[:size]),), "el lote entero"),
        ((lambda gradient, x, y, size: gradient(x, y),), "muestras de una vez"),
    ],
    "8.8.4": [
        ((3,), "debe ser una función"),
        ((lambda f: 1,), "TypeError"),
        ((lambda f, inputs: "1",), "debe ser un número"),
        ((outside,), "Cuentas las llamadas"),
        ((again,), "Cuentas las llamadas"),
        ((lambda f, inputs: 17,), "no es el valor pedido"),
        ((lambda f, inputs: traces(lambda x: x, inputs),), "no llama a la f"),
    ],
    "8.8.6": [
        ((3,), "debe ser una función"),
        ((lambda model: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un array"),
        ((lambda *a: attack(*a)[:1],), "forma"),
        ((lambda *a: attack(*a) * 0.5,), "No son las imágenes atacadas"),
    ],
    "8.8.5": [
        ((3,), "debe ser una función"),
        ((lambda x: 1,), "TypeError"),
        ((frozen,), "se quedó congelado"),
        ((lambda x, s: x,), "sin ningún ruido"),
        ((lambda x, s: "x",), "debe ser un array"),
        ((lambda x, s: x + s * tf.random.normal([]),), "se repite en muchos sitios"),
        ((lambda x, s: scaled(x, s) + s,), "no tiene media 0"),
        ((lambda x, s: scaled(x, 1),), "la desviación del ruido es"),
        (
            (lambda x, s: x + s * 1.732 * tf.random.uniform(tf.shape(x), -1, 1),),
            "no es normal",
        ),
    ],
}

_SAME_LENGTH = "hay tantas muestras como posiciones en el orden, y tantas etiquetas"
EQUIVALENT = {
    "8.8.2": dict.fromkeys(
        (
            "`orden` por `x` (línea 3)",
            "`orden` por `x` (línea 6)",
            "`orden` por `y` (línea 3)",
            "`orden` por `y` (línea 6)",
        ),
        _SAME_LENGTH,
    ),
    "8.8.3": {
        "`x` por `y` (línea 3)": _SAME_LENGTH,
        "`y` por `x` (línea 5)": _SAME_LENGTH,
        "`nuevos` delante de `total` (línea 7)": "se suman igual en el otro orden",
    },
    "8.8.5": {
        "`+` por `-` ante `fuerza * tf.random.normal(tf.shape(x))` (línea 2)": (
            "la normal de media 0 es simétrica"
        ),
    },
}

TestContract = make_contract("lesson_08_08", GOOD, WRONG, EQUIVALENT)
