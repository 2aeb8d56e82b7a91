"""Contrato de los ejercicios de la lección 2.7, la neurona."""

import numpy as np
from contract import make_contract


def step(z):
    return 1 if z > 0 else 0


def correct(w, b, x, y, rate):
    change = rate * (y - step(w @ x + b))
    return w + change * x, b + change


def correct_with_loop(w, b, x, y, rate):
    error = y - step(sum(a * c for a, c in zip(w, x, strict=True)) + b)
    new = np.array([wi + rate * error * xi for wi, xi in zip(w, x, strict=True)])
    return [new, b + rate * error]


def correct_in_place(w, b, x, y, rate):
    w += rate * (y - step(w @ x + b)) * x
    return w, b


def always_correct(w, b, x, y, rate):
    """Suma siempre, también cuando acierta."""
    error = y - step(w @ x + b) or 1
    return w + rate * error * x, b + rate * error


def correct_too_much(w, b, x, y, rate):
    return correct(w, b, x, y, 3 * rate)


def relu_loop(z):
    return np.array([max(0.0, v) for v in z.ravel()]).reshape(z.shape)


def relu_in_place(z):
    z[z < 0] = 0
    return z


def failures_with_loop(x, y, w, b):
    return sum(step(row @ w + b) != real for row, real in zip(x, y, strict=True))


GOOD = {
    "2.7.1": [
        (lambda x, w, b: step(x @ w + b),),
        (lambda x, w, b: int(np.dot(x, w) + b > 0),),
        (lambda x, w, b: (x @ w + b > 0).astype(int),),
        (lambda x, w, b: 1.0 if sum(p * q for p, q in zip(x, w, strict=True)) + b > 0 else 0.0,),
    ],
    "2.7.2": [(correct,), (correct_with_loop,)],
    "2.7.3": [
        ([-1, -1], 1.5),
        ([-1, -1], 2),
        ((-2, -1), 2.5),
        (np.array([-0.5, -0.7]), 0.9),
        ([-1, -1], np.float64(1.5)),
    ],
    "2.7.4": [
        (lambda z: np.maximum(0, z),),
        (lambda z: np.where(z > 0, z, 0),),
        (lambda z: z * (z > 0),),
        (relu_loop,),
    ],
    "2.7.5": [
        (["bill_depth_mm", "flipper_length_mm"],),
        (["bill_depth_mm", "body_mass_g"],),
        (("body_mass_g", "bill_depth_mm"),),
    ],
    "2.7.6": [
        (lambda x, y, w, b: ((x @ w + b > 0).astype(int) != y).sum(),),
        (lambda x, y, w, b: int(np.abs((x @ w + b > 0) - y).sum()),),
        (failures_with_loop,),
    ],
}

WRONG = {
    "2.7.1": [
        ((1,), "debe ser una función"),
        ((lambda x, w: 1,), "TypeError"),
        ((lambda x, w, b: x * w + b,), "falta sumar los productos"),
        ((lambda x, w, b: x @ w + b >= 0,), "no True o False"),
        ((lambda x, w, b: "sí",), "debe ser un número"),
        ((lambda x, w, b: None,), "llegó None"),
        ((lambda x, w, b: x @ w + b + 0.5,), "falta la activación"),
        ((lambda x, w, b: int(x @ w + b < 0),), "debe devolver"),
        ((lambda x, w, b: 1,), "debe devolver 0 y devuelve 1"),
        ((lambda x, w, b: int(x @ w + b > 0.5),), "z vale 0.25: debe devolver 1"),
    ],
    "2.7.2": [
        ((0.1,), "debe ser una función"),
        ((lambda w, b: w,), "TypeError"),
        ((correct_in_place,), "cambia un array que recibe"),
        ((lambda w, b, x, y, rate: w,), "dos cosas"),
        ((lambda w, b, x, y, rate: ([0, 0], 1),), "debe ser un array"),
        ((lambda w, b, x, y, rate: (w[:1], b),), "debe tener forma"),
        ((lambda w, b, x, y, rate: (w, None),), "llegó None"),
        ((always_correct,), "deben quedarse como están"),
        ((lambda w, b, x, y, rate: (w + rate * y * x, b + rate * y),), "no has movido nada"),
        ((correct_too_much,), "los pesos deben quedar en"),
        ((lambda w, b, x, y, rate: (np.full(w.shape, "a"), b),), "deben quedarse como están"),
    ],
    "2.7.3": [
        ((3, 1), "lista con dos números"),
        (([-1, -1, 1], 1), "lista con dos números"),
        ((["a", -1], 1), "el primer número"),
        (([-1, None], 1), "el segundo número"),
        (([-1, -1], "1"), "b_nand debe ser"),
        (([1, 1], -1.5), "Eso es AND"),
        (([-1, -1], 0.5), "Eso es NOR"),
        (([-1, -1], 1), "exactamente 0"),
        (([-2, -1], 2), "exactamente 0"),
        (([1, 1], -0.5), "En (0, 0) z vale -0.5"),
        (([-1, -1], 5), "En (1, 1) z vale 3"),
        (([-3, -1], 2), "En (1, 0) z vale -1"),
    ],
    "2.7.4": [
        ((0,), "debe ser una función"),
        ((lambda z: max(0, z),), "ValueError"),
        ((relu_in_place,), "cambia lo que recibe"),
        ((lambda z: z[z > 0],), "debe tener forma"),
        ((lambda z: np.where(z > 0, z, 0.01 * z),), "no es el valor pedido"),
        ((lambda z: np.maximum(0, z) if z.ndim == 1 else None,), "debe ser un array"),
    ],
    "2.7.5": [
        (("bill_depth_mm",), "dos nombres de columna"),
        ((["bill_depth_mm"],), "dos nombres de columna"),
        (([0, 1],), "cada nombre de pareja"),
        ((["bill_depth_mm", "peso"],), "No hay ninguna columna «peso»"),
        ((["bill_depth_mm", "bill_depth_mm"],), "son la misma"),
        ((["bill_length_mm", "bill_depth_mm"],), "todavía comete"),
        ((["bill_length_mm", "body_mass_g"],), "todavía comete"),
    ],
    "2.7.6": [
        ((2,), "debe ser una función"),
        ((lambda x, y: 0,), "TypeError"),
        ((lambda x, y, w, b: (x @ w + b > 0) != y,), "falta contar los fallos"),
        ((lambda x, y, w, b: "dos",), "debe ser un número"),
        ((lambda x, y, w, b: 2.5,), "debe ser un número entero"),
        ((lambda x, y, w, b: 9,), "se equivoca en 1, y llegó 9"),
    ],
}

EQUIVALENT = {
    "2.7.1": {
        "`x @ w`, al revés (línea 2)": "con dos vectores, @ da lo mismo en los dos órdenes",
    },
    "2.7.2": {
        "`w @ x`, al revés (línea 2)": "con dos vectores, @ da lo mismo en los dos órdenes",
    },
    "2.7.3": {
        "respuesta 2: redondeado a 0 decimales": "también separa: hay muchas NAND",
    },
    "2.7.6": {
        "`(x @ w + b > 0).astype(int)` por `x @ w + b > 0` (línea 2)": "True y False valen 1 y 0",
    },
}

TestContract = make_contract("lesson_02_07", GOOD, WRONG, EQUIVALENT)
