"""Contrato de los ejercicios de la lección 4.6, Fashion-MNIST."""

import numpy as np
from contract import make_contract


def hits(p, y):
    return p.argmax(axis=1) == y


def confidence_of_mistakes(p, y):
    return np.where(hits(p, y), 0, p.max(axis=1))


def _brighten(images):
    images += 1
    return images / 255


GOOD = {
    "4.6.1": [(10000, 0, 255), (np.int64(10000), np.uint8(0), np.uint8(255))],
    "4.6.2": [
        (lambda y, k: (y == k).sum(),),
        (lambda y, k: sum(1 for v in y if v == k),),
        (lambda y, k: np.count_nonzero(y == k),),
        (lambda y, k: y.tolist().count(k),),
    ],
    "4.6.3": [
        (lambda x: x / 255,),
        (lambda x: x.astype("float32") / 255.0,),
        (lambda x: np.divide(x, 255),),
    ],
    "4.6.4": [(28 * 28 * 128 + 128, 1290)],
    "4.6.5": [
        (lambda p, y: hits(p, y).mean(),),
        (lambda p, y: hits(p, y).sum() / len(y),),
        (lambda p, y: sum(a == b for a, b in zip(p.argmax(axis=1), y, strict=True)) / len(y),),
    ],
    "4.6.6": [
        (lambda p, y: confidence_of_mistakes(p, y).argmax(),),
        (lambda p, y: np.flatnonzero(~hits(p, y))[p.max(axis=1)[~hits(p, y)].argmax()],),
    ],
    "4.6.7": [(lambda m, k: m[k, k] / m[k].sum(),), (lambda m, k: m[k][k] / sum(m[k]),)],
}

WRONG = {
    "4.6.1": [
        ((9999, 0, 255), "cuantas_prueba no es"),
        ((10000.5, 0, 255), "número entero"),
        ((10000, 255, 0), "al revés"),
        ((10000, 5, 255), "minimo no es"),
        ((10000, 0, 254), "maximo no es"),
        ((10000, "0", 255), "debe ser un número"),
        ((10000, 0, None), "llegó None"),
    ],
    "4.6.2": [
        ((3,), "debe ser una función"),
        ((lambda y, k: y == k,), "resumirlo"),
        ((lambda y, k: None,), "print"),
        ((lambda y, k: 2,), "no es el valor pedido"),
        ((lambda y, k: 3 if k == 3 else "dos",), "debe ser un número"),
        ((lambda y, k: 3 if k == 3 else 1 / 0,), "ZeroDivisionError"),
        ((lambda y: 3,), "TypeError"),
        ((lambda y, k: y.cuenta(k),), "AttributeError"),
    ],
    "4.6.3": [
        ((0.5,), "debe ser una función"),
        ((lambda x: x.desconocido,), "AttributeError"),
        ((lambda x: None,), "debe ser un array"),
        ((_brighten,), "cambia lo que recibe"),
        ((lambda x: x // 255,), "usa / y no //"),
        ((lambda x: x / 255 if x[0, 0, 0] == 0 and len(x) > 1 else None,), "debe ser un array"),
        ((lambda x: x / 255 if len(x) > 1 else 1 / 0,), "ZeroDivisionError"),
        ((lambda x: x / 25.5,), "no es el valor pedido"),
    ],
    "4.6.4": [
        ((1290, 100480), "al revés"),
        ((100481, 1290), "parametros_oculta no es"),
        ((100480, 1291), "parametros_salida no es"),
        (("100480", 1290), "debe ser un número"),
        ((100480, None), "llegó None"),
    ],
    "4.6.5": [
        ((0.86,), "debe ser una función"),
        ((hits,), "resumirlo"),
        ((lambda p, y: "0.86",), "debe ser un número"),
        ((lambda p, y: 0.5,), "fila por fila"),
        ((lambda p, y: (p.argmax(axis=0) == y).mean(),), "ValueError"),
    ],
    "4.6.6": [
        ((12,), "debe ser una función"),
        ((lambda p, y: 1 / 0,), "ZeroDivisionError"),
        ((lambda p, y: confidence_of_mistakes(p, y),), "debe ser un número"),
        ((lambda p, y: 199,), "no es el valor pedido"),
    ],
    "4.6.7": [
        ((0.7,), "debe ser una función"),
        ((lambda m, k: m.columna(k),), "AttributeError"),
        ((lambda m, k: m[k],), "debe ser un número"),
        ((lambda m, k: m[k, k],), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "4.6.6": {
        "`0` por `-1` (línea 3)": "toda confianza es mayor que 0",
    },
}

TestContract = make_contract("lesson_04_06", GOOD, WRONG, EQUIVALENT)
