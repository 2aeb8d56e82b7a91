"""Contrato de los ejercicios de 4.3, dígitos."""

import functools

import keras
import numpy as np
from contract import make_contract
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from course_utils.training import set_seed


@functools.cache
def splits():
    """Entrenamiento, validación y prueba, como en la sección 2 de la lección."""
    digits = load_digits()
    x, y = digits.data.astype("float32") / 16, digits.target
    x_rest, x_test, y_rest, y_test = train_test_split(
        x, y, test_size=450, stratify=y, random_state=42
    )
    x_train, x_valid, y_train, y_valid = train_test_split(
        x_rest, y_rest, test_size=450, stratify=y_rest, random_state=42
    )
    return {"train": (x_train, y_train), "valid": (x_valid, y_valid), "test": (x_test, y_test)}


def network(*, inputs=64, hidden=64, outputs=1, activation="sigmoid"):
    return keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(hidden, activation="relu"),
            keras.layers.Dense(outputs, activation=activation),
        ]
    )


def fitted(model, labels, epochs, rate):
    model.compile(keras.optimizers.Adam(rate), loss="binary_crossentropy")
    model.fit(splits()["train"][0], labels, batch_size=32, epochs=epochs, verbose=0)
    return model


@functools.cache
def trained(digit=8, epochs=30, rate=0.005, hidden=64, inverted=False):
    set_seed(42)
    is_digit = splits()["train"][1] == digit
    return fitted(network(hidden=hidden), (is_digit != inverted).astype(int), epochs, rate)


@functools.cache
def untrained():
    set_seed(42)
    return network()


@functools.cache
def diverged():
    model = network()
    weights = [np.full_like(w, np.nan) for w in model.get_weights()]
    model.set_weights(weights)
    return model


@functools.cache
def threshold(part):
    x, y = splits()[part]
    eights = np.sort(trained().predict(x, verbose=0)[y == 8, 0])[::-1]
    return eights[int(np.ceil(0.95 * len(eights))) - 1]


def flat(images):
    return images.reshape(len(images), -1)


def _divide_in_place(images):
    images /= 16
    return images.reshape(len(images), -1)


def worst(matrix, *, base=None, transpose=False, keep_diagonal=False):
    errors = matrix.copy()
    if not keep_diagonal:
        np.fill_diagonal(errors, 0)
    pair = divmod(errors.argmax(), base or len(errors))
    return pair[::-1] if transpose else pair


def _worst_in_place(matrix):
    np.fill_diagonal(matrix, 0)
    return divmod(matrix.argmax(), len(matrix))


def _worst_by_loops(matrix):
    best = (0, 1)
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            if row != column and matrix[row, column] > matrix[best]:
                best = (row, column)
    return best


def ordered(table):
    return np.sort(table, axis=1)


def margin(table):
    return ordered(table)[:, -1] - ordered(table)[:, -2]


def _margin_in_place(table):
    table.sort(axis=1)
    return table[:, -1] - table[:, -2]


def two_labels(digits):
    return np.column_stack([digits >= 7, digits % 2 == 1]).astype(int)


def recalls(truth, scores):
    return (truth * (scores >= 0.5)).sum(axis=0) / truth.sum(axis=0)


def report(truth, scores, threshold):
    said = scores >= threshold
    return (
        (said & (truth == 1)).sum(),
        (~said & (truth == 1)).sum(),
        (said & (truth == 0)).sum(),
    )


GOOD = {
    "4.3.1": [
        (lambda x: flat(x) / 16,),
        (lambda x: (x / 16).reshape(-1, 64).astype("float32"),),
        (lambda x: np.array([image.ravel() / 16 for image in x]),),
    ],
    "4.3.2": [
        (lambda f, c: 8 * f + c,),
        (lambda f, c: int(np.ravel_multi_index((f, c), (8, 8))),),
    ],
    "4.3.3": [
        (worst,),
        (lambda m: np.unravel_index((m - np.diag(np.diag(m))).argmax(), m.shape),),
        (_worst_by_loops,),
        (lambda m: np.array(worst(m)),),
    ],
    "4.3.4": [
        (margin,),
        (lambda p: -np.diff(-np.sort(-p, axis=1)[:, :2], axis=1)[:, 0],),
        (lambda p: np.array([sorted(row)[-1] - sorted(row)[-2] for row in p]),),
    ],
    "4.3.5": [
        (lambda y, k: (y != k).mean(),),
        (lambda y, k: 1 - (y == k).sum() / len(y),),
    ],
    "4.3.6": [
        (lambda s, u: (s[:, 0] >= u).astype(int),),
        (lambda s, u: np.where(s.ravel() >= u, 1, 0),),
    ],
    "4.3.7": [
        (two_labels,),
        (lambda d: np.array([[int(v >= 7), int(v % 2)] for v in d]),),
    ],
    "4.3.8": [
        (recalls,),
        (lambda t, s: np.array([(s[t[:, j] == 1, j] >= 0.5).mean() for j in range(t.shape[1])]),),
    ],
    "4.3.9": [(report,), (lambda t, s, u: list(report(t, s, u)),)],
    "4.3.10": [lambda: (trained(),)],
    "4.3.11": [lambda: (trained(), threshold("valid"))],
}

WRONG = {
    "4.3.1": [
        ((3,), "debe ser una función"),
        ((lambda x: x.desenrolla(),), "AttributeError"),
        ((lambda x: None,), "debe ser un array"),
        ((_divide_in_place,), "cambia el array"),
        ((lambda x: x / 16,), "falta desenrollar"),
        ((lambda x: x.reshape(64, -1) / 16,), "(64, n)"),
        ((lambda x: x.ravel() / 16,), "cada una debe tener la suya"),
        ((lambda x: x.reshape(-1, 32) / 16,), "debe tener forma (3, 64)"),
        ((flat,), "falta dividirlos"),
        ((lambda x: flat(x) / 255,), "entre 255"),
        ((lambda x: flat(x) / 17,), "entre 17"),
        ((lambda x: flat(x.transpose(0, 2, 1)) / 16,), "por columnas"),
        ((lambda x: flat(x) / 8,), "no es el valor pedido"),
        ((lambda x: flat(x) / x.max(),), "Divide siempre entre 16"),
        ((lambda x: x.reshape(3, 64) / 16 if len(x) == 3 else None,), "debe ser un array"),
        ((lambda x: x.reshape(3, 64) / 16,), "ValueError"),
    ],
    "4.3.2": [
        ((19,), "debe ser una función"),
        ((lambda f: f,), "TypeError"),
        ((lambda f, c: (f, c),), "debe ser un número"),
        ((lambda f, c: 8 * c + f,), "intercambias"),
        ((lambda f, c: 8 * f + c + 1,), "cuenta desde 0"),
        ((lambda f, c: 8 * (f - 1) + c,), "ya es la 0"),
        ((lambda f, c: f * c,), "no es el valor pedido"),
    ],
    "4.3.3": [
        (((8, 1),), "debe ser una función"),
        ((lambda m: m.peor(),), "AttributeError"),
        ((_worst_in_place,), "una copia"),
        ((lambda m: np.where(np.eye(len(m)), 0, m).argmax(),), "desenrollada"),
        ((lambda m: m.max(),), "debe devolver 2 números"),
        ((lambda m: (1.5, 2),), "número entero"),
        ((lambda m: worst(m, keep_diagonal=True),), "en la diagonal"),
        ((lambda m: worst(m, transpose=True),), "al revés"),
        ((lambda m: worst(m, base=10),), "no entre 10"),
        ((lambda m: (0, len(m) - 1),), "tu función dio (0, 9)"),
    ],
    "4.3.4": [
        ((0.5,), "debe ser una función"),
        ((lambda p: p[:, 99],), "IndexError"),
        ((_margin_in_place,), "ordena en el sitio"),
        ((lambda p: np.sort(p.ravel())[-1] - np.sort(p.ravel())[-2],), "un margen por fila"),
        ((lambda p: p.max(axis=0),), "debe tener forma"),
        ((lambda p: p.max(axis=1),), "réstale la segunda"),
        ((lambda p: ordered(p)[:, -2],), "menos ella"),
        ((lambda p: p.max(axis=1) - p.min(axis=1),), "la más baja"),
        ((lambda p: 1 - p.max(axis=1),), "1 menos la más alta"),
        ((lambda p: -margin(p),), "al revés"),
        ((lambda p: p[:, -1] - p[:, -2],), "sin ordenar"),
        ((lambda p: 2 * margin(p),), "no es el valor pedido"),
    ],
    "4.3.5": [
        ((0.9,), "debe ser una función"),
        ((lambda y: 0.9,), "TypeError"),
        ((lambda y, k: y != k,), "falta resumirlo"),
        ((lambda y, k: "0.9",), "debe ser un número"),
        ((lambda y, k: (y == k).mean(),), "sí es de la clase"),
        ((lambda y, k: (y != k).sum(),), "cuántas acierta"),
        ((lambda y, k: 100 * (y != k).mean(),), "porcentaje"),
        ((lambda y, k: 0.9,), "igualadas"),
        ((lambda y, k: 0.5,), "no es el valor pedido"),
        ((lambda y, k: (y != 5).mean(),), "con la 0 no"),
        ((lambda y, k: 0.7 if k == 5 else 1 / 0,), "ZeroDivisionError"),
        ((lambda y, k: 0.7 if k == 5 else None,), "debe ser un número"),
    ],
    "4.3.6": [
        ((0.5,), "debe ser una función"),
        ((lambda s: s,), "TypeError"),
        ((lambda s, u: [1, 0],), "debe ser un array"),
        ((lambda s, u: (s >= u).astype(int),), "Devuelve una columna"),
        ((lambda s, u: s[:3, 0] >= u,), "debe tener forma (6,)"),
        ((lambda s, u: s[:, 0] >= u,), "True y False"),
        ((lambda s, u: (s[:, 0] >= u).astype(float),), "enteros"),
        ((lambda s, u: s.argmax(axis=1),), "argmax"),
        ((lambda s, u: (s[:, 0] < u).astype(int),), "lo contrario"),
        ((lambda s, u: (s[:, 0] > u).astype(int),), "usa >="),
        ((lambda s, u: (s[:, 0] >= 0.5).astype(int),), "parámetro umbral"),
    ],
    "4.3.7": [
        ((7,), "debe ser una función"),
        ((lambda d: d.grande,), "AttributeError"),
        ((lambda d: [1, 0],), "debe ser un array"),
        ((lambda d: np.array([d >= 7, d % 2 == 1]).astype(int),), "(2, n)"),
        ((lambda d: (d >= 7).astype(int),), "debe tener forma (12, 2)"),
        ((lambda d: two_labels(d).astype(bool),), "True y False"),
        ((lambda d: two_labels(d).astype(float),), "enteros"),
        ((lambda d: two_labels(d)[:, ::-1],), "cambiadas"),
        ((lambda d: np.column_stack([d > 7, d % 2]).astype(int),), "usa >= 7"),
        ((lambda d: np.column_stack([d >= 7, d % 2 == 0]).astype(int),), "los pares"),
        ((lambda d: np.column_stack([d, d]),), "no es el valor pedido"),
    ],
    "4.3.8": [
        ((0.9,), "debe ser una función"),
        ((lambda t: t,), "TypeError"),
        ((lambda t, s: (s[t == 1] >= 0.5).mean(),), "un solo número"),
        ((lambda t, s: "todas",), "debe ser un array"),
        ((lambda t, s: (t * (s >= 0.5)).sum(axis=1) / 2,), "por imagen"),
        ((lambda t, s: np.ones(7),), "debe tener forma"),
        ((lambda t, s: (t * (s >= 0.5)).sum(axis=0) / (s >= 0.5).sum(axis=0),), "la precisión"),
        ((lambda t, s: ((s >= 0.5) == t).mean(axis=0),), "la exactitud"),
        ((lambda t, s: (t * (s >= 0.5)).sum(axis=0),), "falta dividir"),
        ((lambda t, s: (t * (s >= 0.5)).mean(axis=0),), "todas las imágenes"),
        ((lambda t, s: (t * (s > 0.5)).sum(axis=0) / t.sum(axis=0),), "usa >="),
        ((lambda t, s: np.zeros(t.shape[1]),), "no es el valor pedido"),
    ],
    "4.3.9": [
        ((3,), "debe ser una función"),
        ((lambda t, s: 3,), "TypeError"),
        ((lambda t, s, u: 3,), "debe devolver 3 números"),
        ((lambda t, s, u: (0.5, 0.5, 0.1),), "número entero"),
        ((lambda t, s, u: report(t, s, u + 1e-9),), "usa >="),
        (
            (lambda t, s, u: ((s >= u).sum(), report(t, s, u)[1], report(t, s, u)[2]),),
            "solo valen los que lo eran",
        ),
        ((lambda t, s, u: report(t, s, u)[::-1],), "en otro orden"),
        ((lambda t, s, u: report(t, s, 0.5),), "¿usas el umbral?"),
    ],
    "4.3.10": [
        (("un modelo",), "el modelo de Keras"),
        (lambda: (network(inputs=32),), "64 números"),
        (lambda: (network(outputs=2),), "dar uno solo"),
        (lambda: (diverged(),), "nan"),
        (lambda: (network(activation=None),), "falta la sigmoide"),
        (lambda: (network(activation="softmax"),), "Responde 1 a todo"),
        (lambda: (trained(digit=5, epochs=20),), "detector de la cifra 5"),
        (lambda: (trained(inverted=True),), "lo contrario"),
        (lambda: (untrained(),), "¿llamaste a fit"),
        (lambda: (trained(epochs=10, rate=0.002),), "se pide 0.9"),
    ],
    "4.3.11": [
        (lambda: (trained(), "0.5"), "debe ser un número"),
        (lambda: (trained(), 95), "entre 0 y 1"),
        (lambda: ("un modelo", 0.5), "el modelo de Keras"),
        (lambda: (trained(), threshold("test")), "el examen"),
        (lambda: (trained(), 1.0), "bájalo"),
        (lambda: (trained(), 0.0), "menos falsas alarmas"),
    ],
}

TestContract = make_contract("lesson_43", GOOD, WRONG)
