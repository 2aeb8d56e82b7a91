"""Contrato de los ejercicios de la lección 9.3, Aprovechar una red ya entrenada."""

import keras
import numpy as np
import tensorflow as tf
from contract import make_contract


def best(probabilities, names, count):
    return sorted(zip(names, probabilities, strict=True), key=lambda pair: -pair[1])[:count]


def prepare(gray, side):
    color = np.stack([gray * 255.0] * 3, axis=-1)
    return np.asarray(keras.ops.image.resize(color.astype("float32"), (side, side)))


def thaw(network, start, *, loosen=lambda layer: not _is_norm(layer), rest=False, back="names"):
    for k, layer in enumerate(network.layers):
        if k >= start:
            layer.trainable = loosen(layer)
        elif rest is not None:
            layer.trainable = rest
    loose = [layer for layer in network.layers if layer.trainable]
    return {
        "names": [layer.name for layer in loose],
        "tuple": tuple(layer.name for layer in loose),
        "layers": loose,
        "none": None,
        "number": len(loose),
    }[back]


def _is_norm(layer):
    return isinstance(layer, keras.layers.BatchNormalization)


def thaw_before(network, start):
    for k, layer in enumerate(network.layers):
        layer.trainable = k < start and not _is_norm(layer)
    return []


def thaw_after(network, start):
    return thaw(network, start + 1)


def heavy(network, start):
    names = thaw(network, start)
    network.layers[0].set_weights([w + 1 for w in network.layers[0].get_weights()])
    return names


def cam(maps, points, label):
    with tf.GradientTape() as tape:
        tape.watch(maps)
        score = points(maps)[:, label]
    slopes = tape.gradient(score, maps)
    weights = tf.reduce_mean(slopes, axis=(1, 2), keepdims=True)
    return tf.nn.relu(tf.reduce_sum(weights * maps, axis=-1))[0]


def augment(image, margin, rng):
    if rng.random() < 0.5:
        image = np.fliplr(image)
    wide = np.zeros(np.array(image.shape) + 2 * margin)
    wide[margin : margin + image.shape[0], margin : margin + image.shape[1]] = image
    i, j = rng.integers(0, 2 * margin + 1, size=2)
    return wide[i:, j:][: image.shape[0], : image.shape[1]]


def similar(features, which, count):
    norms = np.linalg.norm(features, axis=1)
    cosines = features @ features[which] / norms / norms[which]
    cosines[which] = -2
    return np.argsort(cosines)[::-1][:count]


def same_kind(near, labels):
    hits = [labels[k] == labels[place] for place, row in enumerate(near) for k in row]
    return sum(hits) / len(hits)


GOOD = {
    "9.3.1": [(best,), (lambda *a: [list(pair) for pair in best(*a)],)],
    "9.3.2": [(prepare,)],
    "9.3.3": [(thaw,), (lambda *a: thaw(*a, back="tuple"),)],
    "9.3.4": [(cam,), (lambda *a: cam(*a).numpy(),)],
    "9.3.5": [(augment,)],
    "9.3.6": [(similar,), (lambda *a: similar(*a).tolist(),)],
    "9.3.7": [(same_kind,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.3.1": [
        ((3,), "debe ser una función"),
        ((lambda p: 1,), "TypeError"),
        ((lambda *a: 3,), "debe ser una lista"),
        ((lambda *a: [("x", "y")],), "debe ser un número"),
        ((lambda *a: best(*a)[1:],), "no devuelve las tuplas pedidas"),
    ],
    "9.3.2": [
        ((3,), "debe ser una función"),
        ((lambda g: 1,), "TypeError"),
        ((lambda g, side: "x",), "debe ser un array"),
        ((lambda g, side: tf.constant(prepare(g, side)),), "Devuelves un tensor"),
        ((lambda g, side: prepare(g, side)[0],), "forma"),
        ((lambda g, side: prepare(g, side) / 2,), "No son las imágenes pedidas"),
    ],
    "9.3.3": [
        ((3,), "debe ser una función"),
        ((lambda network: 1,), "TypeError"),
        ((lambda *a: thaw(*a, loosen=lambda layer: True),), "también sueltas las BatchNorm"),
        ((lambda *a: thaw(*a, rest=None),), "quedan sueltas capas de delante"),
        ((thaw_before,), "está al revés"),
        ((thaw_after,), "la que está en esa posición"),
        ((lambda *a: thaw(*a, loosen=_is_norm),), "sueltas solo las BatchNormalization"),
        ((lambda *a: thaw(*a, loosen=lambda layer: False),), "deben quedar en True"),
        ((heavy,), "Has cambiado los pesos"),
        ((lambda *a: thaw(*a, back="none"),), "falta devolver"),
        ((lambda *a: thaw(*a, back="number"),), "debe ser una lista"),
        ((lambda *a: thaw(*a, back="layers"),), "no es la lista de los nombres"),
    ],
    "9.3.4": [
        ((3,), "debe ser una función"),
        ((lambda maps: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un array"),
        ((lambda *a: cam(*a)[:1],), "forma"),
        ((lambda *a: cam(*a) / 3,), "No es el mapa pedido"),
    ],
    "9.3.5": [
        ((3,), "debe ser una función"),
        ((lambda image: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un array"),
        ((lambda *a: augment(*a)[1:],), "forma"),
        ((lambda *a: augment(*a) / 2,), "No es la imagen pedida"),
    ],
    "9.3.6": [
        ((3,), "debe ser una función"),
        ((lambda features: 1,), "TypeError"),
        ((lambda *a: 3,), "array"),
        ((lambda *a: similar(*a) / 2,), "números enteros"),
        ((lambda *a: similar(*a) * 0,), "no da las posiciones"),
    ],
    "9.3.7": [
        ((3,), "debe ser una función"),
        ((lambda near: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un número"),
        ((lambda *a: same_kind(*a) / 3,), "no da la fracción pedida"),
    ],
}

_ONE = "el lote es de una foto: la primera es también la última"
EQUIVALENT = {
    "9.3.4": {
        "`0` por `-1` (línea 5)": _ONE,
        "`0` por `-1` (línea 7)": _ONE,
        "`1` delante de `0` (línea 6)": "la media es en los dos ejes, en cualquier orden",
    },
    "9.3.5": {"`<` por `<=` en `rng.random() < 0.5` (línea 2)": "nunca sale 0.5 justo"},
}

TestContract = make_contract("lesson_09_03", GOOD, WRONG, EQUIVALENT)
