"""Contrato de los ejercicios de la lección 5.4, Una CNN que aguante."""

import keras
import numpy as np
from contract import make_contract
from rewritten import in_other_words, with_extra

from course_utils.datasets import load_fashion_mnist

layers = keras.layers


def shift(images, dx, dy):
    height, width = images.shape[1:3]
    m = max(abs(dx), abs(dy))
    padded = np.pad(images, ((0, 0), (m, m), (m, m), (0, 0)))
    return padded[:, m - dy : m - dy + height, m - dx : m - dx + width]


def shift_by_slices(images, dx, dy):
    moved = np.zeros_like(images)
    h, w = images.shape[1:3]
    target = moved[:, max(dy, 0) : h + min(dy, 0), max(dx, 0) : w + min(dx, 0)]
    target[:] = images[:, max(-dy, 0) : h + min(-dy, 0), max(-dx, 0) : w + min(-dx, 0)]
    return moved


def shift_in_place(images, dx, dy):
    images *= 2
    return images


def cnn(
    rate,
    reach,
    *,
    shape=(28, 28, 1),
    move=True,
    fill="constant",
    filters=(16, 32),
    pool=True,
    units=64,
    hidden="relu",
    output="softmax",
    drop_last=False,
    drop=True,
    classes=10,
    size=3,
    stride=1,
    padding="same",
    side=2,
    value=0.0,
):
    stack = [keras.Input(shape)]
    if move:
        stack.append(layers.RandomTranslation(reach, reach, fill_mode=fill, fill_value=value))
    for number in filters:
        options = {"strides": stride, "padding": padding, "activation": "relu"}
        stack.append(layers.Conv2D(number, size, **options))
        if pool:
            stack.append(layers.MaxPooling2D(side))
    stack.append(layers.Flatten())
    dropout = [layers.Dropout(rate)] if drop else []
    body = [layers.Dense(units, activation=hidden)]
    stack += [*body, *dropout] if drop_last else [*dropout, *body]
    return keras.Sequential([*stack, layers.Dense(classes, activation=output)])


def cnn_in_other_words(rate, reach):
    """ReLU, tras agrupar; el desplazamiento, con sus dos extremos; Dropout, antes de Flatten."""
    options = {"padding": "same"}
    move = layers.RandomTranslation((-reach, reach), (-reach, reach), fill_mode="constant")
    first = [layers.Conv2D(16, 3, **options), layers.MaxPooling2D(), layers.ReLU()]
    second = [layers.Conv2D(32, 3, **options), layers.MaxPooling2D(), layers.ReLU()]
    flat = [layers.Dropout(rate), layers.Flatten(), layers.Dense(64, "relu")]
    entry = keras.Input((28, 28, 1))
    return keras.Sequential([entry, move, *first, *second, *flat, layers.Dense(10, "softmax")])


def moved(origin, place):
    """La pedida, con una capa en otro sitio."""

    def crear_cnn(rate, reach):
        parts = cnn(rate, reach).layers
        parts.insert(place, parts.pop(origin))
        return keras.Sequential([keras.Input((28, 28, 1)), *parts])

    return crear_cnn


def one_side(rate, reach):
    move = layers.RandomTranslation((0.0, reach), reach, fill_mode="constant")
    return keras.Sequential([keras.Input((28, 28, 1)), move, *cnn(rate, reach).layers[1:]])


def scoring(centred, shifted):
    """Una red que acierta esas fracciones, en su sitio y movida, sin esperar a que aprenda.

    Que una red entrenada de verdad pasa lo prueba el cuaderno resuelto, en modo estricto.
    """
    labels = load_fashion_mnist()[1][1][:3000].astype(int)
    first = load_fashion_mnist()[1][0][0]
    model = cnn(0.0, 0.1)

    def predict(images, **options):
        in_place = np.array_equal(np.round(255 * images[0, :, :, 0]), first)
        wrong = np.arange(3000) >= round((centred if in_place else shifted) * 3000)
        return np.eye(10)[(labels + wrong) % 10]

    model.predict = predict
    return model


def accuracies(predict, x, y, p, moves=((1, 0), (-1, 0), (0, 1), (0, -1))):
    return [(predict(shift(x, a * p, b * p)) == y).mean() for a, b in moves]


DIAGONALS = ((1, 1), (1, -1), (-1, 1), (-1, -1))

GOOD = {
    "5.4.1": [(shift,), (shift_by_slices,)],
    "5.4.2": [
        (lambda m: m.mean(axis=(0, 1)).argmax(),),
        (lambda m: int(np.argmax([m[:, :, k].sum() for k in range(m.shape[2])])),),
    ],
    "5.4.3": [(cnn,), (cnn_in_other_words,), *in_other_words(cnn)],
    "5.4.4": [
        (lambda predict, x, y, p: np.mean(accuracies(predict, x, y, p)),),
        (lambda predict, x, y, p: sum(accuracies(predict, x, y, p)) / 4,),
    ],
    "5.4.5": [lambda: (scoring(0.83, 0.75),)],
}

WRONG = {
    "5.4.1": [
        ((None,), "debe ser una función"),
        ((lambda x, dx: x,), "TypeError"),
        ((shift_in_place,), "cambia lo que recibe"),
        ((lambda x, dx, dy: None,), "debe ser un array"),
        ((lambda x, dx, dy: x[:, 1:],), "debe tener forma"),
        ((lambda x, dx, dy: x > 0,), "debe contener"),
        ((lambda x, dx, dy: shift(x, dx, dy) / 2,), "con ceros detrás"),
    ],
    "5.4.2": [
        ((3,), "debe ser una función"),
        ((lambda m: m.nada(),), "AttributeError"),
        ((lambda m: "el 3",), "debe ser un número"),
        ((lambda m: 99,), "no es el valor pedido"),
        ((lambda m: (m > 0.5).sum(axis=(0, 1)).argmax(),), "no es el valor pedido"),
        ((lambda m: np.median(m, axis=(0, 1)).argmax(),), "no es el valor pedido"),
    ],
    "5.4.3": [
        ((0.2,), "debe ser una función"),
        ((lambda rate: None,), "TypeError"),
        ((lambda rate, reach: None,), "no termina en return"),
        ((lambda r, a: keras.Sequential([layers.Dense(10)]),), "keras.Input((28, 28, 1))"),
        ((lambda r, a: cnn(r, a, shape=(28, 28, 3)),), "keras.Input((28, 28, 1))"),
        ((lambda r, a: cnn(r, a, shape=(29, 28, 1)),), "forma (29, 28, 1)"),
        ((lambda r, a: cnn(r, a, classes=12),), "La salida debe tener 10"),
        ((lambda r, a: cnn(r, a, filters=(32, 16)),), "de 16 y 32 filtros"),
        ((lambda r, a: cnn(r, a, pool=False),), "una MaxPooling2D tras cada una"),
        ((lambda r, a: cnn(r, a, units=128),), "una de 64 neuronas"),
        ((lambda r, a: cnn(r, a, hidden=None),), 'activation="relu"'),
        ((lambda r, a: cnn(r, a, output=None),), 'activation="softmax"'),
        ((lambda r, a: cnn(r, a, move=False),), "Falta la capa keras.layers.RandomTranslation"),
        ((lambda r, a: cnn(r, a, fill="reflect"),), "el fondo es negro"),
        ((lambda r, a: cnn(r, 0.2),), "ese valor dos veces"),
        ((lambda r, a: cnn(r, a, drop=False),), "Falta la capa keras.layers.Dropout"),
        ((lambda r, a: cnn(0.5, a),), "la capa Dropout tiene 0.5"),
        ((lambda r, a: cnn(r, a, drop_last=True),), "El orden es"),
        ((moved(0, 1),), "El orden es"),
        ((moved(0, 4),), "El orden es"),
        ((moved(6, 0),), "El orden es"),
        ((lambda r, a: cnn(r, a, size=5),), "filtros 3×3"),
        ((lambda r, a: cnn(r, a, stride=2),), "strides"),
        ((lambda r, a: cnn(r, a, padding="valid"),), "padding"),
        ((lambda r, a: cnn(r, a, side=3),), "una MaxPooling2D tras cada una"),
        ((lambda r, a: cnn(r, a, value=1.0),), "fill_value"),
        ((one_side,), "ese valor dos veces"),
        ((with_extra(cnn, 7, lambda: layers.Dropout(0.9)),), "Hay 2 capas Dropout"),
        ((with_extra(cnn, 0, lambda: layers.RandomRotation(0.1)),), "la capa RandomRotation"),
    ],
    "5.4.4": [
        ((0.8,), "debe ser una función"),
        ((lambda predict: 0.8,), "TypeError"),
        ((lambda predict, x, y, p: "bien",), "debe ser un número"),
        ((lambda predict, x, y, p: 2.5,), "No es la media"),
    ],
    "5.4.5": [
        (("un modelo",), "el modelo de Keras"),
        (lambda: (cnn(0.0, 0.1, shape=(32, 32, 1)),), "28×28×1"),
        (lambda: (cnn(0.0, 0.1),), "como una red sin entrenar"),
        (lambda: (scoring(0.8296, 0.8),), "Prueba más épocas"),
        (lambda: (scoring(0.9, 0.7496),), "Para eso sirve entrenar con aumento"),
    ],
}

SAME_MEAN = "la media de las cuatro direcciones no tiene orden"
EQUIVALENT = {
    "5.4.1": {
        "el elemento `abs(dx)`, dos veces (línea 3)": "repetir uno no cambia el mayor",
        "el elemento `abs(dy)`, dos veces (línea 3)": "repetir uno no cambia el mayor",
    },
    "5.4.2": {
        "`1` delante de `0` (línea 2)": "los ejes que se promedian no tienen orden",
        "`mean` por `sum` en `mapas.mean(axis=(0, 1))` (línea 2)": "todos miden lo mismo: "
        "el de mayor suma es el de mayor media",
    },
    "5.4.3": {
        "`layers.Dropout(abandono)` delante de `layers.Flatten()` (línea 2)": "apaga los mismos "
        "números, en fila o en mapas",
        "el elemento `layers.Flatten()`, dos veces (línea 2)": "lo que ya es una fila no cambia",
    },
    "5.4.4": {
        "`(-pixeles, 0)` delante de `(pixeles, 0)` (línea 3)": SAME_MEAN,
        "`(0, -pixeles)` delante de `(0, pixeles)` (línea 3)": SAME_MEAN,
        "`(0, pixeles)` delante de `(-pixeles, 0)` (línea 3)": SAME_MEAN,
        "`dy` delante de `dx` (línea 5)": "recorre las mismas cuatro direcciones",
        "`(clases == etiquetas).mean()` por `clases == etiquetas` (línea 6)": "la media de los "
        "aciertos es la de las cuatro exactitudes: son las mismas imágenes",
        "`exactitudes.append((clases == etiquetas…`, dos veces (línea 6)": "cada una cuenta dos "
        "veces, y la media es la misma",
    },
}

TestContract = make_contract("lesson_05_04", GOOD, WRONG, EQUIVALENT)
