"""Contrato de los ejercicios de la lección 8.10, Preparar los datos dentro de la red."""

import keras
import numpy as np
import tensorflow as tf
from contract import make_contract

from course_utils.exercises import lesson_08_10 as lesson

layers = keras.layers


def scaled_by_hand(teach, x):
    """La misma escala, con máscaras y columna a columna."""
    out = np.zeros(x.shape)
    for column in range(x.shape[1]):
        known = teach[:, column][~np.isnan(teach[:, column])]
        z = (x[:, column] - known.mean()) / np.sqrt(known.var())
        out[:, column] = np.where(np.isnan(z), 0, z)
    return out


def scaled_by_keras(teach, x):
    """La capa, adaptada columna a columna."""
    columns = []
    for column in range(x.shape[1]):
        layer = layers.Normalization()
        known = teach[:, [column]]
        layer.adapt(known[~np.isnan(known).any(axis=1)])
        columns.append(keras.ops.nan_to_num(layer(x[:, [column]].astype("float32"))))
    return np.concatenate(columns, axis=1)


def scaled_in_place(teach, x):
    x -= np.nanmean(teach, axis=0)
    x /= np.nanstd(teach, axis=0)
    return np.nan_to_num(x)


def coded_by_comparing(words, vocabulary):
    return np.array([[w not in vocabulary] + [w == known for known in vocabulary] for w in words])


def coded_by_keras(words, vocabulary):
    layer = layers.StringLookup(vocabulary=vocabulary, output_mode="one_hot")
    return np.asarray(layer(tf.constant(words)))


def coded_with_eye(words, vocabulary):
    places = {word: k for k, word in enumerate(vocabulary, start=1)}
    return np.eye(len(vocabulary) + 1)[np.array([places.get(w, 0) for w in words], dtype=int)]


def clash_backwards(k, m):
    free = 1.0
    for left in range(m, m - k, -1):
        free = free * max(left, 0) / m
    return 1.0 - free


def clean(texts):
    lower = tf.strings.lower(texts, encoding="utf-8")
    return tf.strings.regex_replace(lower, r"[^\p{L}\p{N}\s]", " ")


def clean_first(texts):
    """Primero los signos, y con las clases negadas."""
    return tf.strings.lower(tf.strings.regex_replace(texts, r"[^\pL\pN\s]", " "), "utf-8")


def tf_idf_by_rows(counts):
    weights = []
    for column in counts.T:
        d = sum(1 for count in column if count > 0)
        weights.append(np.log1p(len(column) / (1 + d)))
    return np.array([row * np.array(weights) for row in counts])


def step_with_eye(table, boxes, gradients, rate):
    return table - rate * np.eye(len(table))[boxes].T @ gradients


def step_with_add_at(table, boxes, gradients, rate):
    new = table.copy()
    np.add.at(new, boxes, -rate * gradients)
    return new


def step_in_place(table, boxes, gradients, rate):
    for box, gradient in zip(boxes, gradients, strict=True):
        table[box] -= rate * gradient
    return table


def batch_of_tensors(card):
    """Con tensores, y con los textos como objetos."""
    batch = {}
    for name in lesson._MEASURES:
        number = card.get(name)
        batch[name] = tf.constant([[float("nan") if number is None else number]], tf.float32)
    for name in lesson._TEXTS:
        word = card[name] if name in card and card[name] is not None else "?"
        batch[name] = tf.constant([[word]])
    return batch


def batch(change=lambda found: found, **settings):
    """La buena, con algo cambiado."""

    def a_lote(card):
        return change(lesson._tensors(lesson._batch(card, **settings)))

    return a_lote


def batch_with_default(card):
    """Con lo que da ``get`` si falta la clave: si está y vale None, da None."""
    words = {name: tf.constant([[card.get(name) or "?"]]) for name in lesson._TEXTS}
    return words | {
        name: tf.constant([[card.get(name, np.nan)]], tf.float32) for name in lesson._MEASURES
    }


def assembled(**settings):
    def montar(island, sex, scale, width):
        return lesson._assembled(island, sex, scale, width, **settings)

    return montar


def assembled_apart(island, sex, scale, width):
    """Con ``where`` en los huecos, y las activaciones en capas aparte."""
    entry = lesson._inputs()
    measures = keras.ops.concatenate([entry[name] for name in lesson._MEASURES], axis=1)
    z = scale(measures)
    z = keras.ops.where(keras.ops.isnan(z), keras.ops.zeros_like(z), z)
    x = keras.ops.concatenate([z, island(entry["island"]), sex(entry["sex"])], axis=1)
    x = layers.ReLU()(layers.Dense(width)(x))
    return keras.Model(inputs=entry, outputs=layers.Softmax()(layers.Dense(3)(x)))


def assembled_with(make):
    """Una red con lo que diga ``make(entrada, medidas preparadas, isla, sexo, neuronas)``."""

    def montar(island, sex, scale, width):
        entry = lesson._inputs()
        x = layers.Concatenate()([entry[name] for name in lesson._MEASURES])
        z = keras.ops.nan_to_num(scale(x))
        return make(entry, z, island(entry["island"]), sex(entry["sex"]), width)

    return montar


def only_measures(entry, z, island, sex, width):
    x = layers.Dense(width, activation="relu")(z)
    return keras.Model(entry, layers.Dense(3, activation="softmax")(x))


def two_hidden(entry, z, island, sex, width):
    x = layers.Concatenate()([z, island, sex])
    for _ in range(2):
        x = layers.Dense(width, activation="relu")(x)
    return keras.Model(entry, layers.Dense(3, activation="softmax")(x))


def two_species(entry, z, island, sex, width):
    x = layers.Dense(width, activation="relu")(layers.Concatenate()([z, island, sex]))
    return keras.Model(entry, layers.Dense(2, activation="softmax")(x))


def with_tanh(entry, z, island, sex, width):
    x = layers.Dense(width, activation="tanh")(layers.Concatenate()([z, island, sex]))
    return keras.Model(entry, layers.Dense(3, activation="softmax")(x))


def one_entry(island, sex, scale, width):
    entry = keras.Input((4,))
    x = layers.Dense(width, activation="relu")(keras.ops.nan_to_num(scale(entry)))
    return keras.Model(entry, layers.Dense(3, activation="softmax")(x))


GOOD = {
    "8.10.1": [(scaled_by_hand,), (lambda a, x: lesson._scaled(a, x),), (scaled_by_keras,)],
    "8.10.2": [(coded_with_eye,), (coded_by_keras,), (coded_by_comparing,)],
    "8.10.3": [(clash_backwards,), (lambda k, m: float(lesson._clash(k, m)),)],
    "8.10.4": [(clean,), (clean_first,), (lambda texts: clean(texts).numpy(),)],
    "8.10.5": [(tf_idf_by_rows,), (lambda c: lesson._weighed(c),)],
    "8.10.6": [(step_with_eye,), (step_with_add_at,)],
    "8.10.7": [(batch(),), (batch_of_tensors,)],
    "8.10.8": [(assembled(),), (assembled_apart,)],
}

FUNCTION = "debe ser una función"

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.10.1": [
        ((3,), FUNCTION),
        ((lambda a, x: None,), "array de NumPy"),
        ((scaled_in_place,), "cambia lo que recibe"),
        ((lambda a, x: lesson._scaled(a, x).T,), "debe tener forma"),
        ((lambda a, x: lesson._scaled(a, x) + 1,), "no es el valor pedido"),
    ],
    "8.10.2": [
        ((3,), FUNCTION),
        ((lambda w, v: [w],), "array de NumPy"),
        ((lambda w, v: coded_with_eye(w, v).T,), "debe tener forma"),
    ],
    "8.10.3": [
        ((3,), FUNCTION),
        ((lambda k, m: None,), "debe ser un número"),
        ((lambda k, m: 0.3,), "no es el valor pedido"),
    ],
    "8.10.4": [
        ((3,), FUNCTION),
        ((lambda texts: "hola",), "debe ser un tensor de textos"),
        ((lambda texts: tf.constant([1.0]),), "y es de float32"),
        ((lambda texts: tf.strings.join([clean(texts), "x"]),), "no es el texto pedido"),
    ],
    "8.10.5": [
        ((3,), FUNCTION),
        ((lambda c: None,), "array de NumPy"),
        ((lambda c: lesson._weighed(c) * 2,), "no es el valor pedido"),
    ],
    "8.10.6": [
        ((3,), FUNCTION),
        ((lambda t, c, g, r: None,), "array de NumPy"),
        ((step_in_place,), "se pide una tabla nueva"),
        ((lambda t, c, g, r: step_with_eye(t, c, g, r) + 1,), "no es el valor pedido"),
    ],
    "8.10.7": [
        ((3,), FUNCTION),
        ((batch(list),), "un diccionario"),
        ((batch_with_default,), "estar y valer None"),
        ((batch(lambda found: found | {"edad": tf.zeros((1, 1))}),), "Sobran claves"),
        ((lambda card: {"island": tf.constant([["?"]])},), "Falta la clave «sex»"),
        ((batch(lambda found: {k: v[0] for k, v in found.items()}),), "dos corchetes"),
        ((batch(lambda found: found | {"sex": "?"}),), "debe ser un tensor"),
        ((lambda card: lesson._batch(card),), "debe ser un tensor"),
        ((batch(lambda found: found | {"sex": tf.constant([[1.0]])}),), "debe ser un texto"),
        (
            (batch(lambda found: found | {"body_mass_g": tf.constant([[3]])}),),
            "debe ser de tf.float32",
        ),
        ((batch(word="Dream"),), "no es el valor pedido"),
    ],
    "8.10.8": [
        ((3,), FUNCTION),
        ((lambda: 3,), "TypeError"),
        ((lambda i, s, e, n: None,), "debe devolver un keras.Model"),
        ((one_entry,), "no contesta a un diccionario"),
        ((assembled_with(two_species),), "3 números"),
        ((assembled_with(two_hidden),), "y son dos"),
        ((lambda i, s, e, n: lesson._assembled(i, s, e, 9),), "usa el parámetro"),
        ((assembled_with(only_measures),), "le llegan 4 números"),
        ((assembled(fill="no"),), "contesta nan"),
        ((assembled(fill="before"),), "no es la media"),
        ((assembled(fill="raw"),), "sin escalar"),
        ((assembled(last=None),), 'activation="softmax"'),
        ((assembled(last="sigmoid"),), "suman 1"),
        ((assembled(hidden=None),), 'activation="relu"'),
        ((assembled(order=("isla", "medidas", "sexo")),), "en otro orden"),
        ((assembled_with(with_tanh),), "no hace lo mismo"),
    ],
}

EQUIVALENT = {
    "8.10.2": {
        "lo que devuelve, redondeado a 0 decimales": "son ceros y unos",
        "lo que devuelve, redondeado a 2 decimales": "son ceros y unos",
    },
}

TestContract = make_contract("lesson_08_10", GOOD, WRONG, EQUIVALENT)
