"""Contrato de los ejercicios de la lección 5.3, CNN contra densa."""

import numpy as np
from contract import make_contract

FLAT = 7 * 7 * 32


def parameters(units, *, conv=(160, 4640), flat=FLAT, head=True):
    return sum(conv) + flat * units + units + (units * 10 + 10) * head


def fixed(y, a, b):
    return ((a != y) & (b == y)).sum()


def shuffle(images, order):
    return images.reshape(len(images), -1)[:, order].reshape(images.shape)


def shuffle_in_place(images, order):
    images += 1
    return images


def advantage(y, a, b):
    mine, theirs = abs(y - a), abs(y - b)
    return theirs.mean() - mine.mean(), (mine < theirs).mean()


def advantage_in_place(y, a, b):
    y -= a
    return 0, 0


GOOD = {
    "5.3.1": [
        (lambda h, w, k, c, f: h * w * k * k * c * f,),
        (lambda h, w, k, c, f: k**2 * c * f * (h * w),),
    ],
    "5.3.2": [(parameters,), (lambda n: 4810 + 1579 * n,), (lambda n: float(parameters(n)),)],
    "5.3.3": [
        (lambda y, a, b: (fixed(y, a, b), fixed(y, b, a)),),
        (lambda y, a, b: [int(fixed(y, a, b)), int(fixed(y, b, a))],),
        (lambda y, a, b: np.array([fixed(y, a, b), fixed(y, b, a)]),),
        (
            lambda y, a, b: (
                sum(p != t == q for t, p, q in zip(y, a, b, strict=True)),
                sum(p == t != q for t, p, q in zip(y, a, b, strict=True)),
            ),
        ),
    ],
    "5.3.4": [
        (shuffle,),
        (lambda x, o: np.array([image.ravel()[o].reshape(image.shape) for image in x]),),
        (lambda x, o: np.take(x.reshape(len(x), -1), o, axis=1).reshape(x.shape),),
    ],
    "5.3.5": [
        (advantage,),
        (lambda y, a, b: list(advantage(y, a, b)),),
        (lambda y, a, b: np.array(advantage(y, a, b)),),
        (
            lambda y, a, b: (
                float(np.mean(np.abs(b - y) - np.abs(a - y))),
                sum(abs(p - r) < abs(q - r) for r, p, q in zip(y, a, b, strict=True)) / len(y),
            ),
        ),
    ],
}

WRONG = {
    "5.3.1": [
        ((112_896,), "debe ser una función"),
        ((lambda h, w: h * w,), "TypeError"),
        ((lambda h, w, k, c, f: None,), "debe ser un número"),
        ((lambda h, w, k, c, f: h * w * k * k * c * f + 1,), "no es el valor pedido"),
    ],
    "5.3.2": [
        ((235_340,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda n: "muchos",), "debe ser un número"),
        ((lambda n: parameters(n) + 1,), "no es el valor pedido"),
    ],
    "5.3.3": [
        ((3,), "debe ser una función"),
        ((lambda y, a: 3,), "TypeError"),
        ((lambda y, a, b: fixed(y, a, b),), "return arregla, estropea"),
        ((lambda y, a, b: (fixed(y, a, b),),), "return arregla, estropea"),
        ((lambda y, a, b: ("uno", 2),), "lo primero que devuelve arregla_y_estropea debe ser"),
        ((lambda y, a, b: (1, "dos"),), "lo segundo que devuelve arregla_y_estropea debe ser"),
        ((lambda y, a, b: (2, 1),), "lo primero que devuelve arregla_y_estropea no es"),
        (
            (lambda y, a, b: (fixed(y, a, b), 59),),
            "lo segundo que devuelve arregla_y_estropea no es",
        ),
    ],
    "5.3.4": [
        ((np.zeros(3),), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((shuffle_in_place,), "cambia lo que recibe"),
        ((lambda x, o: None,), "debe ser un array"),
        ((lambda x, o: x[1:],), "debe tener forma"),
        ((lambda x, o: x > 0,), "debe contener"),
        ((lambda x, o: shuffle(x, o[::-1]),), "No es el orden pedido"),
    ],
    "5.3.5": [
        ((3,), "debe ser una función"),
        ((lambda y, a: 3,), "TypeError"),
        ((lambda y, a, b: 0.5,), "return ventaja, fraccion"),
        ((lambda y, a, b: ("mucho", 0.5),), "ventaja debe ser un número"),
        ((lambda y, a, b: (advantage(y, a, b)[0], abs(y - a) < abs(y - b)),), "fraccion es un"),
        ((lambda y, a, b: (advantage(y, a, b)[0] + 1, 0.5),), "ventaja no es el valor pedido"),
        ((lambda y, a, b: (advantage(y, a, b)[0], 0.123),), "fraccion no es el valor pedido"),
        ((advantage_in_place,), "cambia lo que recibe"),
    ],
}

EQUIVALENT = {
    "5.3.2": {
        "sin `*` `1` (línea 2)": "el canal de entrada es uno",
        "`*` por `/` ante `1` (línea 2)": "el canal de entrada es uno",
    },
    "5.3.3": {
        "`etiquetas` por `despues` (línea 2)": "si la segunda acierta, fallar la primera y no "
        "coincidir con la segunda es lo mismo",
        "`etiquetas` por `antes` (línea 3), 2.ª vez": "si la primera acierta, fallar "
        "es no coincidir con ella",
    },
    "5.3.4": {"`1` por `2` (línea 2)": "para reshape, cualquier negativo es el lado que falta"},
    "5.3.5": {
        "`reales - otro`, al revés (línea 2)": "el valor absoluto no tiene signo",
        "`reales - uno`, al revés (línea 2)": "el valor absoluto no tiene signo",
    },
}

TestContract = make_contract("lesson_05_03", GOOD, WRONG, EQUIVALENT)
