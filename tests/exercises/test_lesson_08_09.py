"""Contrato de los ejercicios de la lección 8.9, Tuberías de datos."""

import numpy as np
import tensorflow as tf
from contract import make_contract

Dataset = tf.data.Dataset
SCHEMA = {
    "imagen": tf.io.FixedLenFeature([], tf.string),
    "clase": tf.io.FixedLenFeature([], tf.int64),
}


def batches(x, y, f, size):
    return (
        Dataset.zip((Dataset.from_tensor_slices(x), Dataset.from_tensor_slices(y)))
        .batch(size)
        .map(lambda *pair: f(*pair))
    )


def indexed_batches(x, y, f, size):
    """Con los lotes ya cortados, de una vez."""
    starts = Dataset.range(0, len(x), size)
    x, y = tf.constant(x), tf.constant(y)
    return starts.map(lambda k: f(x[k : k + size], y[k : k + size]))


def shuffled(data, size, pick):
    buffer, out, rest = list(data[:size]), [], list(data[size:])
    while buffer:
        k = pick(len(buffer))
        out.append(buffer[k])
        if rest:
            buffer[k] = rest.pop(0)
        else:
            del buffer[k]
    return out


def unpicked(data, size, pick):
    return list(np.random.default_rng(0).permutation(data))


def lost(data, size, pick):
    return shuffled(data, size, pick)[:-1]


def prepared(change=lambda dataset, f, n, size: dataset.map(f).cache().shuffle(n).batch(size)):
    return lambda *arguments: change(*arguments)


def rows(paths, together):
    """Los nombres, de otra manera, y el orden pedido con todas las letras."""
    names = Dataset.from_tensors(tf.constant(paths)).unbatch()
    return names.interleave(
        lambda path: tf.data.TextLineDataset([path]).skip(1),
        cycle_length=together,
        block_length=2,
        num_parallel_calls=tf.data.AUTOTUNE,
        deterministic=True,
    )


def parse(texts):
    parts = [tf.io.parse_single_example(text, SCHEMA) for text in texts]
    pixels = [tf.io.decode_raw(part["imagen"], tf.uint8) for part in parts]
    images = np.array(pixels).reshape(-1, 28, 28).astype("float32") / 255
    return images, np.array([part["clase"] for part in parts])


def parse_as(dtype=np.float32, shape=(-1, 28, 28)):
    def leer(texts):
        images, labels = parse(texts)
        return images.astype(dtype).reshape(shape), labels

    return leer


def varint(n):
    digits = [n & 127]
    while n := n >> 7:
        digits[-1] |= 128
        digits.append(n & 127)
    return digits


def mix(frauds, normals, part, size, change=lambda dataset: dataset):
    streams = [change(normals), change(frauds)]
    return Dataset.sample_from_datasets(streams, [1 - part, part]).batch(size)


def by_turns(frauds, normals, part, size):
    """La misma proporción, por turno."""
    pattern = np.arange(10) < round(10 * part)
    choices = Dataset.from_tensor_slices(1 - pattern.astype("int64")).repeat()
    return Dataset.choose_from_datasets([frauds, normals], choices).batch(size)


def by_batches(frauds, normals, part, size):
    streams = [frauds.batch(size), normals.batch(size)]
    return Dataset.sample_from_datasets(streams, [part, 1 - part])


def undone(p, mix, real):
    fraud = np.multiply(p, real * (1 - mix))
    return fraud / (fraud + (1 - np.asarray(p)) * (1 - real) * mix)


GOOD = {
    "8.9.1": [(batches,), (indexed_batches,), (lambda *a: batches(*a).prefetch(2),)],
    "8.9.2": [(shuffled,), (lambda *a: tuple(shuffled(*a)),), (lambda *a: np.array(shuffled(*a)),)],
    "8.9.3": [
        (prepared(),),
        (lambda d, f, n, size: d.map(f).cache().shuffle(n).batch(size).prefetch(1),),
        (lambda d, f, n, size: d.map(f).cache().shuffle(10 * n).batch(size),),
        (lambda d, f, n, size: d.batch(1).unbatch().map(f).cache().shuffle(n).batch(size),),
    ],
    "8.9.4": [(rows,)],
    "8.9.5": [(parse,), (lambda t: list(map(tf.constant, parse(t))),)],
    "8.9.6": [(varint,), (lambda n: bytes(varint(n)),), (lambda n: tuple(varint(n)),)],
    "8.9.7": [(mix,), (lambda *a: mix(*a).prefetch(1),)],
    "8.9.8": [(undone,), (lambda *a: tf.constant(undone(*a)),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.9.1": [
        ((3,), "debe ser una función"),
        ((lambda x: 1,), "TypeError"),
        ((lambda *a: [1, 2],), "debe ser un tf.data.Dataset"),
        ((lambda x, y, f, size: Dataset.from_tensor_slices(x).batch(size),), "debe dar parejas"),
        (
            (
                lambda x, y, f, size: batches(x, y, f, size).map(
                    lambda a, b: (tf.reshape(a, (1000, -1)), b)
                ),
            ),
            "InvalidArgumentError",
        ),
        ((lambda x, y, f, size: batches(x[::-1], y[::-1], f, size),), "no da los lotes pedidos"),
    ],
    "8.9.2": [
        ((3,), "debe ser una función"),
        ((lambda x: 1,), "TypeError"),
        ((lambda *a: 3,), "debe ser una lista"),
        ((unpicked,), "No llamas a elegir"),
        ((lost,), "salen 11"),
        ((lambda *a: shuffled(*a)[::-1],), "no es la que sale"),
    ],
    "8.9.3": [
        ((3,), "debe ser una función"),
        ((lambda x: 1,), "TypeError"),
        ((lambda *a: 3,), "debe ser un tf.data.Dataset"),
        ((lambda d, f, n, size: d.map(lambda x, y: x).batch(size),), "debe dar parejas"),
        ((lambda d, f, n, size: d.cache().map(f).shuffle(n).batch(size),), "f se llama 26 veces"),
        ((lambda d, f, n, size: d.map(f).shuffle(n).batch(size).cache(),), "el mismo orden"),
        ((lambda d, f, n, size: d.map(f).cache().batch(size),), "falta barajarlas"),
        ((lambda d, f, n, size: d.map(f).cache().batch(size).shuffle(n),), "lotes enteros"),
        ((lambda d, f, n, size: d.map(f).cache().shuffle(size).batch(size),), "búfer es pequeño"),
        ((lambda d, f, n, size: d.map(f).cache().shuffle(n),), "muestras sueltas"),
        (
            (lambda d, f, n, size: d.map(f).cache().shuffle(n).batch(size).batch(2),),
            "lotes de lotes",
        ),
        ((lambda d, f, n, size: d.map(f).cache().shuffle(n).repeat(2).batch(size),), "repeat"),
        ((lambda d, f, n, size: d.map(f).cache().repeat().shuffle(n).batch(size),), "repeat"),
        (
            (
                lambda d, f, n, size: (
                    d.map(f).cache().shuffle(n).batch(size + 1, drop_remainder=True)
                ),
            ),
            "se pierde el último lote",
        ),
        ((lambda d, f, n, size: d.map(f).cache().shuffle(n).batch(2 * size),), "los lotes miden"),
        (
            (
                lambda d, f, n, size: (
                    d.map(f).cache().shuffle(n).take((n + 1) // 2).repeat(2).take(n).batch(size)
                ),
            ),
            "se repiten unas",
        ),
        ((lambda d, f, n, size: d.cache().shuffle(n).batch(size),), "no han pasado por f"),
    ],
    "8.9.4": [
        ((3,), "debe ser una función"),
        ((lambda x: 1,), "TypeError"),
        ((lambda *a: 3,), "debe ser un tf.data.Dataset"),
        ((lambda *a: rows(*a).skip(1),), "no salen en el orden pedido"),
    ],
    "8.9.5": [
        ((3,), "debe ser una función"),
        ((lambda: 1,), "TypeError"),
        ((lambda t: parse(t)[0],), "dos cosas"),
        ((lambda t: ("x", parse(t)[1]),), "debe ser un array"),
        ((lambda t: (parse(t)[0].astype(int), parse(t)[1]),), "decimales"),
        ((parse_as(np.float64),), "deben ser float32"),
        ((lambda t: (parse(t)[0] / 2, parse(t)[1]),), "no es el valor pedido"),
    ],
    "8.9.6": [
        ((3,), "debe ser una función"),
        ((lambda: 1,), "TypeError"),
        ((lambda n: "x",), "debe ser una lista"),
        ((lambda n: [1, 1, 1],), "no es el valor pedido"),
    ],
    "8.9.7": [
        ((3,), "debe ser una función"),
        ((lambda x: 1,), "TypeError"),
        ((lambda *a: 3,), "debe ser un tf.data.Dataset"),
        ((lambda *a: mix(*a).map(lambda x, y: x),), "debe dar parejas"),
        ((lambda *a: mix(*a).unbatch(),), "muestras sueltas"),
        ((lambda *a: mix(*a).batch(4),), "lotes de lotes"),
        ((lambda *a: mix(*a).take(9),), "se acaba tras 9"),
        ((lambda *a: mix(*a[:3], 7),), "el primer lote mide 7"),
        ((lambda f, n, p, size: mix(f, n, 1 - p, size),), "Van al revés"),
        ((lambda f, n, p, size: mix(f, n, 0.5, size),), "a partes iguales"),
        ((lambda f, n, p, size: mix(f, n, 30 / 230, size),), "la proporción que ya había"),
        ((lambda f, n, p, size: mix(f, n, p**2, size),), "fraudes son el"),
        ((by_turns,), "no se sortean"),
        ((by_batches,), "no se sortean"),
        ((lambda *a: mix(*a, lambda d: d.shuffle(9)),), "no salen como venían"),
    ],
    "8.9.8": [
        ((3,), "debe ser una función"),
        ((lambda: 1,), "TypeError"),
        ((lambda *a: "x",), "debe ser un array"),
        ((lambda *a: undone(*a)[:1],), "forma"),
        ((lambda *a: undone(*a) / 2,), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "8.9.5": {
        "`tf.cast(pixeles, tf.float32)` por `pixeles` (línea 4)": (
            "dividir enteros de 8 bits entre 255 ya da float32"
        ),
    },
}

TestContract = make_contract("lesson_08_09", GOOD, WRONG, EQUIVALENT)
