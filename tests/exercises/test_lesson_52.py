"""Contrato de los ejercicios de 5.2, CNN contra densa."""

import functools
import math

import keras
import numpy as np
from contract import make_contract

from course_utils.datasets import load_fashion_mnist
from course_utils.training import set_seed

layers = keras.layers
FLAT = 7 * 7 * 32


def parameters(units, *, conv=(160, 4640), flat=FLAT, head=True):
    return sum(conv) + flat * units + units + (units * 10 + 10) * head


def fixed(y, a, b):
    return ((a != y) & (b == y)).sum()


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


def shift_with_zero_slice(images, dx, dy):
    """El fallo clásico: imagenes[:, :-0] no contiene nada."""
    moved = np.zeros_like(images)
    if dx == 0 or dy == 0:
        return moved
    return shift(images, dx, dy)


def shuffle(images, order):
    return images.reshape(len(images), -1)[:, order].reshape(images.shape)


def shuffle_in_place(images, order):
    images += 1
    return images


def cnn(
    rate,
    reach,
    *,
    shape=(28, 28, 1),
    move=True,
    fill="constant",
    filters=(16, 32),
    units=64,
    hidden="relu",
    output="softmax",
    drop_last=False,
    drop=True,
    classes=10,
):
    stack = [keras.Input(shape)]
    if move:
        stack.append(layers.RandomTranslation(reach, reach, fill_mode=fill))
    for number in filters:
        stack.append(layers.Conv2D(number, 3, padding="same", activation="relu"))
        stack.append(layers.MaxPooling2D())
    stack.append(layers.Flatten())
    dropout = [layers.Dropout(rate)] if drop else []
    body = [layers.Dense(units, activation=hidden)]
    stack += [*body, *dropout] if drop_last else [*dropout, *body]
    return keras.Sequential([*stack, layers.Dense(classes, activation=output)])


@functools.cache
def trained(samples, epochs, reach):
    """Una red entrenada de verdad, con la receta de la lección."""
    set_seed(42)
    (x, y), _ = load_fashion_mnist()
    x, y = (x[:samples, ..., np.newaxis] / 255).astype("float32"), y[:samples]
    model = cnn(0.0, reach)
    rate = keras.optimizers.schedules.CosineDecay(0.003, epochs * math.ceil(samples / 128))
    model.compile(keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy")
    model.fit(x, y, batch_size=128, epochs=epochs, verbose=0)
    return model


def accuracies(predict, x, y, p, moves=((1, 0), (-1, 0), (0, 1), (0, -1))):
    return [(predict(shift(x, a * p, b * p)) == y).mean() for a, b in moves]


DIAGONALS = ((1, 1), (1, -1), (-1, 1), (-1, -1))

GOOD = {
    "5.2.1": [(parameters,), (lambda n: 4810 + 1579 * n,), (lambda n: float(parameters(n)),)],
    "5.2.2": [
        (lambda h, w, k, c, f: h * w * k * k * c * f,),
        (lambda h, w, k, c, f: k**2 * c * f * (h * w),),
    ],
    "5.2.3": [
        (lambda y, a, b: (fixed(y, a, b), fixed(y, b, a)),),
        (lambda y, a, b: [int(fixed(y, a, b)), int(fixed(y, b, a))],),
        (
            lambda y, a, b: (
                sum(p != t == q for t, p, q in zip(y, a, b, strict=True)),
                sum(p == t != q for t, p, q in zip(y, a, b, strict=True)),
            ),
        ),
    ],
    "5.2.4": [(shift,), (shift_by_slices,)],
    "5.2.5": [
        (lambda m: m.mean(axis=(0, 1)).argmax(),),
        (lambda m: int(np.argmax([m[:, :, k].sum() for k in range(m.shape[2])])),),
    ],
    "5.2.6": [
        (shuffle,),
        (lambda x, o: np.array([image.ravel()[o].reshape(image.shape) for image in x]),),
        (lambda x, o: np.take(x.reshape(len(x), -1), o, axis=1).reshape(x.shape),),
    ],
    "5.2.7": [(cnn,)],
    "5.2.8": [
        (lambda predict, x, y, p: np.mean(accuracies(predict, x, y, p)),),
        (lambda predict, x, y, p: sum(accuracies(predict, x, y, p)) / 4,),
    ],
    "5.2.9": [lambda: (trained(10_000, 8, 0.1),)],
}

WRONG = {
    "5.2.1": [
        ((235_340,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda n: "muchos",), "debe ser un número"),
        ((lambda n: 144 + 4608 + FLAT * n + n * 10,), "faltan los sesgos"),
        ((lambda n: parameters(n, conv=(160, 320)),), "los 16 de la primera"),
        ((lambda n: parameters(n, head=False),), "falta la capa de salida"),
        ((lambda n: parameters(n, flat=28 * 28 * 32),), "las dos agrupaciones"),
        ((lambda n: parameters(n, flat=49),), "los 32 mapas"),
        ((lambda n: parameters(n, conv=()),), "faltan las dos capas"),
        ((lambda n: parameters(n) + 1,), "no es el valor pedido"),
    ],
    "5.2.2": [
        ((112_896,), "debe ser una función"),
        ((lambda h, w: h * w,), "TypeError"),
        ((lambda h, w, k, c, f: None,), "debe ser un número"),
        ((lambda h, w, k, c, f: k * k * c * f,), "esos son los pesos"),
        ((lambda h, w, k, c, f: (k * k * c + 1) * f,), "esos son los pesos"),
        ((lambda h, w, k, c, f: h * w * k * k * c,), "un solo filtro"),
        ((lambda h, w, k, c, f: h * w * k * c * f,), "cuadrado"),
        ((lambda h, w, k, c, f: h * w * k * k * f,), "canales de entrada"),
        ((lambda h, w, k, c, f: h * w * (k * k * c + 1) * f,), "también los sesgos"),
        ((lambda h, w, k, c, f: h * w * k * k * c * f + 1,), "no es el valor pedido"),
    ],
    "5.2.3": [
        ((3,), "debe ser una función"),
        ((lambda y, a: 3,), "TypeError"),
        ((lambda y, a, b: fixed(y, a, b),), "return arregla, estropea"),
        ((lambda y, a, b: (fixed(y, a, b),),), "return arregla, estropea"),
        ((lambda y, a, b: ("uno", 2),), "lo primero que devuelve arregla_y_estropea debe ser"),
        ((lambda y, a, b: (1, "dos"),), "lo segundo que devuelve arregla_y_estropea debe ser"),
        ((lambda y, a, b: (fixed(y, b, a), fixed(y, a, b)),), "al revés"),
        ((lambda y, a, b: ((b == y).sum(), (a == y).sum()),), "todos los aciertos"),
        ((lambda y, a, b: ((a != b).sum(), (a != b).sum()),), "en que difieren"),
        ((lambda y, a, b: (fixed(y, a, b) / 60, fixed(y, b, a) / 60),), "qué fracción"),
        ((lambda y, a, b: (2, 1),), "lo primero que devuelve arregla_y_estropea no es"),
        (
            (lambda y, a, b: (fixed(y, a, b), 59),),
            "lo segundo que devuelve arregla_y_estropea no es",
        ),
    ],
    "5.2.4": [
        ((None,), "debe ser una función"),
        ((lambda x, dx: x,), "TypeError"),
        ((shift_in_place,), "dejar ese como estaba"),
        ((lambda x, dx, dy: None,), "debe ser un array"),
        ((lambda x, dx, dy: x[:, 1:],), "debe tener forma"),
        ((lambda x, dx, dy: x > 0,), "debe contener"),
        ((lambda x, dx, dy: np.roll(x, (dy, dx), axis=(1, 2)),), "np.roll"),
        ((lambda x, dx, dy: shift(x, dy, dx),), "intercambiados"),
        ((lambda x, dx, dy: shift(x, -dx, -dy),), "sentido contrario"),
        ((lambda x, dx, dy: x.copy(),), "no se han movido"),
        ((shift_with_zero_slice,), "[:-0]"),
        ((lambda x, dx, dy: shift(x, dx, dy) / 2,), "con ceros detrás"),
    ],
    "5.2.5": [
        ((3,), "debe ser una función"),
        ((lambda m: m.nada(),), "AttributeError"),
        ((lambda m: m.mean(axis=(0, 1)),), "un solo canal"),
        ((lambda m: "el 3",), "debe ser un número"),
        ((lambda m: m.argmax(),), "en el array entero"),
        ((lambda m: m.mean(axis=(0, 1)).argmin(),), "que menos responde"),
        ((lambda m: m.mean(axis=(0, 1)).max(),), "activación media"),
        ((lambda m: m.max(axis=(0, 1)).argmax(),), "el píxel más alto"),
        ((lambda m: 99,), "no es el valor pedido"),
    ],
    "5.2.6": [
        ((np.zeros(3),), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((shuffle_in_place,), "devuelve uno nuevo"),
        ((lambda x, o: None,), "debe ser un array"),
        ((lambda x, o: x.reshape(len(x), -1)[:, o],), "filas aplanadas"),
        ((lambda x, o: x[1:],), "debe tener forma"),
        ((lambda x, o: x > 0,), "debe contener"),
        ((lambda x, o: x.copy(),), "no han cambiado"),
        ((lambda x, o: shuffle(x, np.argsort(o)),), "orden inverso"),
        ((lambda x, o: shuffle(x, o[::-1]),), "No es el orden pedido"),
    ],
    "5.2.7": [
        ((0.2,), "debe ser una función"),
        ((lambda rate: None,), "TypeError"),
        ((lambda rate, reach: None,), "termina con return"),
        ((lambda r, a: keras.Sequential([layers.Dense(10)]),), "keras.Input((28, 28, 1))"),
        ((lambda r, a: cnn(r, a, shape=(28, 28, 3)),), "keras.Input((28, 28, 1))"),
        ((lambda r, a: cnn(r, a, classes=12),), "La salida debe tener 10"),
        ((lambda r, a: cnn(r, a, filters=(32, 16)),), "de 16 y 32 filtros"),
        ((lambda r, a: cnn(r, a, units=128),), "una de 64 neuronas"),
        ((lambda r, a: cnn(r, a, hidden=None),), 'activation="relu"'),
        ((lambda r, a: cnn(r, a, output=None),), 'activation="softmax"'),
        ((lambda r, a: cnn(r, a, move=False),), "Falta la capa keras.layers.RandomTranslation"),
        ((lambda r, a: cnn(r, a, fill="reflect"),), "el fondo es negro"),
        ((lambda r, a: cnn(r, 0.2),), "ese valor dos veces"),
        ((lambda r, a: cnn(r, a, drop=False),), "Falta la capa keras.layers.Dropout"),
        ((lambda r, a: cnn(0.5, a),), "la capa Dropout tiene 0.5"),
        ((lambda r, a: cnn(r, a, drop_last=True),), "El orden es"),
    ],
    "5.2.8": [
        ((0.8,), "debe ser una función"),
        ((lambda predict: 0.8,), "TypeError"),
        ((accuracies,), "promediarlas"),
        ((lambda predict, x, y, p: "bien",), "debe ser un número"),
        ((lambda predict, x, y, p: sum(accuracies(predict, x, y, p)),), "dividir entre cuatro"),
        ((lambda predict, x, y, p: (predict(x) == y).mean(),), "sin desplazar nada"),
        (
            (lambda predict, x, y, p: np.mean(accuracies(predict, x, y, p)[:2]),),
            "faltan las otras dos",
        ),
        (
            (lambda predict, x, y, p: np.mean(accuracies(predict, x, y, p, DIAGONALS)),),
            "en diagonal",
        ),
        ((lambda predict, x, y, p: 2.5,), "No es la media"),
    ],
    "5.2.9": [
        (("un modelo",), "el modelo de Keras"),
        (lambda: (cnn(0.0, 0.1, shape=(32, 32, 1)),), "28×28×1"),
        (lambda: (cnn(0.0, 0.1),), "¿llamaste a fit?"),
        (lambda: (trained(1_000, 2, 0.1),), "Prueba más épocas"),
        (lambda: (trained(10_000, 4, 0.0),), "¿Entrenaste con aumento?"),
    ],
}

TestContract = make_contract("lesson_52", GOOD, WRONG)
