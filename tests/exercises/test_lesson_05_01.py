"""Contrato de los ejercicios de la lección 5.1, la convolución."""

import math

import numpy as np
from contract import make_contract
from scipy.signal import convolve2d, correlate2d

VERTICAL = np.array([[-1, 0, 1]] * 3)


def windows(image, shape, step=1):
    return np.lib.stride_tricks.sliding_window_view(image, shape)[::step, ::step]


def conv2d(image, kernel):
    return (windows(image, kernel.shape) * kernel).sum(axis=(2, 3))


def conv2d_with_loops(image, kernel, *, short=0, dtype=float, only=None):
    height, width = only or kernel.shape
    rows, columns = image.shape[0] - height + 1 - short, image.shape[1] - width + 1 - short
    result = np.zeros((rows, columns), dtype=dtype)
    for row in range(rows):
        for column in range(columns):
            window = image[row : row + height, column : column + width]
            result[row, column] = (window * kernel).sum()
    return result


def size(n, k, p, s):
    return (n + 2 * p - k) // s + 1


def strength(image, kernel):
    return np.abs(conv2d(image, kernel)).mean()


def striped(h, v, n):
    return np.argsort(v - h)[:n]


GOOD = {
    "5.1.1": [
        (conv2d,),
        (conv2d_with_loops,),
        (lambda x, w: correlate2d(x, w, mode="valid"),),
        (lambda x, w: convolve2d(x, np.flip(w), mode="valid"),),
    ],
    "5.1.2": [
        (VERTICAL.T,),
        (-VERTICAL.T / 3,),
        (np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),),
        (np.array([[0, 1, 0], [0, -1, 0], [0, 0, 0]]),),
        (np.array([[1000.1] * 3, [-500.05] * 3, [-500.05] * 3]),),
    ],
    "5.1.3": [
        (size,),
        (lambda n, k, p, s: math.floor((n + 2 * p - k) / s) + 1,),
        (lambda n, k, p, s: len(range(0, n + 2 * p - k + 1, s)),),
        (lambda n, k, p, s: np.floor((n + 2 * p - k) / s) + 1,),
    ],
    "5.1.4": [
        (lambda w: np.array_equal(w, np.flip(w)),),
        (lambda w: (w == w[::-1, ::-1]).all(),),
        (lambda w: bool(np.allclose(w, np.rot90(w, 2))),),
        (lambda w: w.ravel().tolist() == w.ravel().tolist()[::-1],),
    ],
    "5.1.5": [
        (strength,),
        (lambda x, w: float(abs(conv2d_with_loops(x, w)).sum() / conv2d(x, w).size),),
        (lambda x, w: np.mean([abs(v) for v in correlate2d(x, w, mode="valid").ravel()]),),
    ],
    "5.1.6": [
        (striped,),
        (lambda h, v, n: np.argsort(h - v)[::-1][:n],),
        (lambda h, v, n: sorted(range(len(h)), key=lambda i: v[i] - h[i])[:n],),
    ],
}

WRONG = {
    "5.1.1": [
        ((3,), "debe ser una función"),
        ((lambda x, w: 1 / 0,), "ZeroDivisionError"),
        ((lambda x, w: x @ w,), "ValueError"),
        ((lambda x, w: conv2d(x, w).tolist(),), "debe ser un array"),
        ((lambda x, w: conv2d(x, w) * np.nan,), "no es un número corriente"),
        ((lambda x, w: conv2d(x, w) > 0,), "no es un número corriente"),
        ((lambda x, w: correlate2d(x, w, mode="same"),), "el tamaño de la imagen"),
        ((lambda x, w: conv2d_with_loops(x, w, short=1),), "n − k + 1"),
        ((lambda x, w: conv2d(x, w).T,), "los números no"),
        ((lambda x, w: np.zeros((3, 3)) if len(x) == 7 else conv2d(x, w),), "debe tener forma"),
        ((lambda x, w: conv2d(x, w) + 1,), "los números no"),
        ((lambda x, w: conv2d(x, w) if w.shape == (3, 3) else conv2d(x, w) * 2,), "números no"),
        ((lambda x, w: conv2d_with_loops(x, w, only=(3, 3)),), "ValueError"),
    ],
    "5.1.2": [
        (([[1, 0, -1]] * 3,), "debe ser un array"),
        ((np.array([["a"] * 3] * 3),), "no es un número corriente"),
        ((VERTICAL.T * np.nan,), "no es un número corriente"),
        ((np.array([[-1], [1]]),), "debe tener forma (3, 3)"),
        ((np.zeros((3, 3)),), "núcleo de ceros"),
        ((np.full((3, 3), 1 / 9),), "suma de sus nueve números sea 0"),
        ((VERTICAL,), "bordes verticales: resta columnas"),
        ((np.array([[-1, -1, 0], [-1, 0, 1], [0, 1, 1]]),), "también a los bordes verticales"),
        ((np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]]),), "alguna fila"),
    ],
    "5.1.3": [
        ((26,), "debe ser una función"),
        ((lambda n, k: n - k + 1,), "TypeError"),
        ((lambda n, k, p, s: "26",), "debe ser un número"),
        ((lambda n, k, p, s: 27,), "y Keras da 26"),
        ((lambda n, k, p, s: n + 2 * p - k // s + 1,), "y Keras da"),
    ],
    "5.1.4": [
        ((True,), "debe ser una función"),
        ((lambda w: w.girado,), "AttributeError"),
        ((lambda w: w == np.flip(w),), "resúmelo"),
        ((lambda w: "True",), "debe devolver True o False"),
        ((lambda w: np.array_equal(w, np.fliplr(w)),), "Solo inviertes las columnas"),
        ((lambda w: np.array_equal(w, w[::-1]),), "Solo inviertes las filas"),
        ((lambda w: np.array_equal(w, w.T),), "transponer"),
        ((lambda w: np.array_equal(w, np.rot90(w)),), "cuarto de vuelta"),
        ((lambda w: not np.array_equal(w, np.flip(w)),), "Está al revés"),
        ((lambda w: True,), "debe dar False y dio True"),
    ],
    "5.1.5": [
        ((3,), "debe ser una función"),
        ((lambda x: 3,), "TypeError"),
        ((lambda x, w: "mucho",), "debe ser un número"),
        ((lambda x, w: np.nan,), "debe ser un número"),
        ((lambda x, w: strength(x, w) + 1,), "no es la media del valor absoluto"),
        ((lambda x, w: strength(x, w) if len(x) > 1 else 0,), "no es la media"),
        ((lambda x, w: strength(np.multiply(x, 2, out=x), w) / 2,), "cambia lo que recibe"),
    ],
    "5.1.6": [
        ((3,), "debe ser una función"),
        ((lambda h, v: 3,), "TypeError"),
        ((lambda h, v, n: 3,), "debe ser un array"),
        ((lambda h, v, n: ["a"] * n,), "debe ser un número"),
        ((lambda h, v, n: striped(h, v, n + 1)[1:],), "se esperaba"),
        ((lambda h, v, n: striped(h, v, n - 1),), "deben salir"),
        ((lambda h, v, n: striped(np.multiply(h, 2, out=h), 2 * v, n),), "cambia lo que recibe"),
    ],
}

EQUIVALENT = {
    "5.1.2": {
        **dict.fromkeys(
            (
                "`[0, 0, 0]` delante de `[-1, -1, -1]` (línea 1)",
                "`[1, 1, 1]` delante de `[0, 0, 0]` (línea 1)",
                "al revés",
            ),
            "también responde a los bordes horizontales, y solo a ellos",
        ),
    },
    "5.1.4": {
        "`np.flip(nucleo)` delante de `nucleo` (línea 2)": "la igualdad no tiene orden",
    },
}

TestContract = make_contract("lesson_05_01", GOOD, WRONG, EQUIVALENT)
