"""Contrato de los ejercicios de 2.4, la neurona."""

from itertools import pairwise

import numpy as np
from contract import make_contract

from course_utils.exercises.lesson_24 import _softmax_rows


def step(z):
    return 1 if z > 0 else 0


def correct(w, b, x, y, rate, *, keep_bias=False, sign=1):
    change = sign * rate * (y - step(w @ x + b))
    return w + change * x, b if keep_bias else b + change


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


def without_rate(w, b, x, y, rate):
    return correct(w, b, x, y, 1.0)


def without_rate_in_bias(w, b, x, y, rate):
    return correct(w, b, x, y, rate)[0], correct(w, b, x, y, 1.0)[1]


def without_rate_in_weights(w, b, x, y, rate):
    return correct(w, b, x, y, 1.0)[0], correct(w, b, x, y, rate)[1]


def without_input(w, b, x, y, rate):
    change = rate * (y - step(w @ x + b))
    return w + change, b + change


def with_z(w, b, x, y, rate):
    change = rate * (y - (w @ x + b))
    return w + change * x, b + change


def correct_too_much(w, b, x, y, rate):
    return correct(w, b, x, y, 3 * rate)


def or_(a, b):
    return step(a + b - 0.5)


def nand(a, b):
    return step(1.5 - a - b)


def and_(a, b):
    return step(a + b - 1.5)


def relu_loop(z):
    return np.array([max(0.0, v) for v in z.ravel()]).reshape(z.shape)


def relu_in_place(z):
    z[z < 0] = 0
    return z


def softmax(z):
    return np.exp(z) / np.exp(z).sum()


def stable_softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def softmax_in_place(z):
    z -= z.max()
    return softmax(z)


def count(sizes):
    return sum(a * b + b for a, b in pairwise(sizes))


def count_and_pop(sizes):
    total = count(sizes)
    sizes.pop()
    return total


def network(x, w1, b1, w2, b2):
    return _softmax_rows(np.maximum(0, x @ w1 + b1) @ w2 + b2)


def stable_network(x, w1, b1, w2, b2):
    z = np.maximum(0, x @ w1 + b1) @ w2 + b2
    return np.array([stable_softmax(row) for row in z])


def hidden(x, w1, b1):
    return np.maximum(0, x @ w1 + b1)


def only_small(x, w1, b1, w2, b2):
    """Acierta con los ejemplos pequeños y falla con los pingüinos."""
    result = network(x, w1, b1, w2, b2)
    return result if len(x) < 10 else result[:, ::-1]


def only_small_list(x, w1, b1, w2, b2):
    result = network(x, w1, b1, w2, b2)
    return result if len(x) < 10 else result.tolist()


def fails_with_many(x, w1, b1, w2, b2):
    return network(x, w1, b1, w2, b2) if len(x) < 10 else 1 / 0


GOOD = {
    "2.4.1": [
        (lambda x, w, b: step(x @ w + b),),
        (lambda x, w, b: int(np.dot(x, w) + b > 0),),
        (lambda x, w, b: (x @ w + b > 0).astype(int),),
        (lambda x, w, b: 1.0 if sum(p * q for p, q in zip(x, w, strict=True)) + b > 0 else 0.0,),
    ],
    "2.4.2": [(correct,), (correct_with_loop,)],
    "2.4.3": [
        ([-1, -1], 1.5),
        ([-1, -1], 2),
        ((-2, -1), 2.5),
        (np.array([-0.5, -0.7]), 0.9),
        ([-1, -1], np.float64(1.5)),
    ],
    "2.4.4": [(lambda a, b: and_(or_(a, b), nand(a, b)),), (lambda a, b: int(a != b),)],
    "2.4.5": [
        (lambda z: np.maximum(0, z),),
        (lambda z: np.where(z > 0, z, 0),),
        (lambda z: z * (z > 0),),
        (relu_loop,),
    ],
    "2.4.6": [(softmax,), (stable_softmax,)],
    "2.4.7": [
        (lambda x, w, b: np.maximum(0, x @ w + b),),
        (lambda x, w, b: np.array([np.maximum(0, row @ w + b) for row in x]),),
    ],
    "2.4.8": [(count,)],
    "2.4.9": [
        (["bill_depth_mm", "flipper_length_mm"],),
        (["bill_depth_mm", "body_mass_g"],),
        (("body_mass_g", "bill_depth_mm"),),
    ],
    "2.4.10": [(network,), (stable_network,)],
    "2.4.11": [
        (lambda p: p.max(axis=1).argmin(),),
        (lambda p: int(np.argsort(p.max(axis=1))[0]),),
    ],
}

WRONG = {
    "2.4.1": [
        ((1,), "debe ser una función"),
        ((lambda x, w: 1,), "TypeError"),
        ((lambda x, w, b: x * w + b,), "falta sumar los productos"),
        ((lambda x, w, b: x @ w + b >= 0,), "no True o False"),
        ((lambda x, w, b: "sí",), "debe ser un número"),
        ((lambda x, w, b: None,), "llegó None"),
        ((lambda x, w, b: x @ w + b + 0.5,), "falta la activación"),
        ((lambda x, w, b: int(x @ w + b >= 0),), "usa > y no >="),
        ((lambda x, w, b: int(x @ w > 0),), "no sumas el sesgo"),
        ((lambda x, w, b: int(x @ w + b < 0),), "debe devolver"),
        ((lambda x, w, b: 1,), "debe devolver 0 y devuelve 1"),
    ],
    "2.4.2": [
        ((0.1,), "debe ser una función"),
        ((lambda w, b: w,), "TypeError"),
        ((correct_in_place,), "cambia el array w"),
        ((lambda w, b, x, y, rate: w,), "dos cosas"),
        ((lambda w, b, x, y, rate: ([0, 0], 1),), "debe ser un array"),
        ((lambda w, b, x, y, rate: (w[:1], b),), "debe tener forma"),
        ((lambda w, b, x, y, rate: (w, None),), "llegó None"),
        ((always_correct,), "deben quedarse como están"),
        ((lambda w, b, x, y, rate: (w, b),), "no has movido nada"),
        ((lambda *a: correct(*a, sign=-1),), "al revés"),
        ((lambda *a: correct(*a, keep_bias=True),), "mover también el sesgo"),
        ((without_rate,), "multiplicar por la tasa"),
        ((without_rate_in_bias,), "multiplicar por la tasa"),
        ((without_rate_in_weights,), "multiplicar por la tasa"),
        ((without_input,), "según su entrada"),
        ((with_z,), "Restas z"),
        ((correct_too_much,), "los pesos deben quedar en"),
        ((lambda w, b, x, y, rate: (np.full(w.shape, "a"), b),), "los pesos deben quedar en"),
    ],
    "2.4.3": [
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
    "2.4.4": [
        ((1,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, b: a != b,), "no True o False"),
        ((lambda a, b: None,), "llegó None"),
        ((or_,), "Eso es OR"),
        ((nand,), "Eso es NAND"),
        ((and_,), "Eso es AND"),
        ((lambda a, b: int(a == b),), "Está al revés"),
        ((lambda a, b: or_(or_(a, b), nand(a, b)),), "Da siempre 1"),
        ((lambda a, b: 0,), "xor(0, 1) debe ser 1 y da 0"),
    ],
    "2.4.5": [
        ((0,), "debe ser una función"),
        ((lambda z: max(0, z),), "ValueError"),
        ((relu_in_place,), "cambia el array"),
        ((lambda z: np.max(z),), "np.maximum"),
        ((lambda z: z.max().item(),), "np.maximum"),
        ((lambda z: z[z > 0],), "debe tener forma"),
        ((abs,), "valor absoluto"),
        ((lambda z: np.minimum(0, z),), "al revés"),
        ((lambda z: (z >= 0).astype(int),), "Eso es el escalón"),
        ((lambda z: z > 0,), "Eso es el escalón"),
        ((lambda z: z + 0,), "siguen ahí"),
        ((lambda z: np.where(z > 0, z, 0.01 * z),), "no es el valor pedido"),
        ((lambda z: np.maximum(0, z) if z.ndim == 1 else None,), "debe ser un array"),
    ],
    "2.4.6": [
        ((0.5,), "debe ser una función"),
        ((lambda z: z.exp(),), "AttributeError"),
        ((softmax_in_place,), "cambia el array"),
        ((lambda z: softmax(z).sum(),), "debe tener forma"),
        ((lambda z: None,), "debe ser un array"),
        ((np.exp,), "falta dividir"),
        ((lambda z: z / z.sum(),), "Falta la exponencial"),
        ((lambda z: 1 / (1 + np.exp(-z)),), "sigmoide"),
        ((lambda z: np.exp(z) / np.exp(z).max(),), "entre la mayor"),
        ((lambda z: np.exp(z) / z.sum(),), "debe ser la de sus exponenciales"),
        ((lambda z: softmax(-z),), "signo está al revés"),
        ((lambda z: softmax(2 * z),), "No son las probabilidades"),
    ],
    "2.4.7": [
        ((2,), "debe ser una función"),
        ((lambda x, w, b: np.maximum(0, w @ x + b),), "ValueError"),
        ((lambda x, w, b: np.maximum(0, x @ w + b)[0],), "debe tener forma"),
        ((lambda x, w, b: x @ w + b,), "Falta la ReLU"),
        ((lambda x, w, b: np.maximum(0, x @ w),), "Falta sumar el sesgo"),
        ((lambda x, w, b: np.maximum(0, x @ w) + b,), "antes de la ReLU"),
        ((lambda x, w, b: np.maximum(0, x) @ w + b,), "va al final"),
        ((lambda x, w, b: (x @ w + b >= 0).astype(int),), "Eso es el escalón"),
        ((lambda x, w, b: np.maximum(0, x @ w - b),), "los números no"),
    ],
    "2.4.8": [
        ((9,), "debe ser una función"),
        ((lambda s: s[9],), "IndexError"),
        ((lambda s: "nueve",), "debe ser un número"),
        ((count_and_pop,), "cambia la lista"),
        ((lambda s: sum(a * b for a, b in pairwise(s)),), "faltan los sesgos"),
        ((lambda s: count(s) + s[0],), "no llevan sesgo"),
        (
            (lambda s: count(s) - sum(s[1:]) + len(s) - 1 if len(s) != 2 else 4,),
            "es uno por neurona",
        ),
        ((sum,), "cuántas entradas y neuronas"),
        ((lambda s: s[0] * s[1] + s[1],), "solo cuentas la primera"),
        ((lambda s: 9 if s == [2, 2, 1] else int(np.prod(s)),), "de dos en dos"),
        ((lambda s: 7,), "debe dar 26 y da 7"),
    ],
    "2.4.9": [
        (("bill_depth_mm",), "dos nombres de columna"),
        ((["bill_depth_mm"],), "dos nombres de columna"),
        (([0, 1],), "cada nombre de pareja"),
        ((["bill_depth_mm", "peso"],), "No hay ninguna columna «peso»"),
        ((["bill_depth_mm", "bill_depth_mm"],), "son la misma"),
        ((["bill_length_mm", "bill_depth_mm"],), "todavía comete"),
        ((["bill_length_mm", "body_mass_g"],), "todavía comete"),
    ],
    "2.4.10": [
        ((0.9,), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda *a: network(*a).argmax(axis=1),), "debe tener forma"),
        ((lambda x, w1, b1, w2, b2: hidden(x, w1, b1) @ w2 + b2,), "Falta softmax"),
        ((lambda x, w1, b1, w2, b2: np.exp(hidden(x, w1, b1) @ w2 + b2),), "deben sumar 1"),
        ((lambda x, w1, b1, w2, b2: softmax(hidden(x, w1, b1) @ w2 + b2),), "todo el array"),
        (
            (lambda x, w1, b1, w2, b2: _softmax_rows((hidden(x, w1, b1) @ w2 + b2).T).T,),
            "cada columna",
        ),
        ((lambda x, w1, b1, w2, b2: _softmax_rows((x @ w1 + b1) @ w2 + b2),), "Falta la ReLU"),
        ((lambda x, w1, b1, w2, b2: _softmax_rows(hidden(x, w1, 0) @ w2),), "b1 y b2"),
        ((lambda x, w1, b1, w2, b2: _softmax_rows(hidden(x, w1, b1) @ w2),), "salida, b2"),
        (
            (lambda x, w1, b1, w2, b2: _softmax_rows(hidden(hidden(x, w1, b1), w2, b2)),),
            "solo va en la capa oculta",
        ),
        ((lambda x, w1, b1, w2, b2: network(x, w1, b1, w2, -b2),), "no son las probabilidades"),
        ((only_small,), "no da lo mismo que el predict_proba"),
        ((only_small_list,), "debe ser un array"),
        ((fails_with_many,), "ZeroDivisionError"),
    ],
    "2.4.11": [
        ((3,), "debe ser una función"),
        ((lambda p: p.fila(),), "AttributeError"),
        ((lambda p: p.max(axis=1),), "se pide una sola posición"),
        ((lambda p: "la tercera",), "debe ser un número"),
        ((lambda p: p.max(axis=1).argmax(),), "más segura"),
        ((lambda p: p.max(axis=1).min(),), "se pide la posición"),
        ((lambda p: p.min(axis=1).argmin(),), "señal de seguridad"),
        ((lambda p: p.argmin(),), "señal de seguridad"),
        ((lambda p: 500,), "no es el valor pedido"),
    ],
}

TestContract = make_contract("lesson_24", GOOD, WRONG)
