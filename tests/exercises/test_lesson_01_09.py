"""Contrato de los ejercicios de la lección 1.9, NumPy."""

import numpy as np
from contract import make_contract
from sklearn.preprocessing import StandardScaler

SALES = np.array([[110, 80, 195, 120], [160, 75, 140, 88], [205, 30, 149, 45]])
STORES = SALES.sum(axis=1)


def rules(amounts, hours, countries):
    return np.array([amounts > 1000, hours < 6, countries != "MX"])


def flagged(amounts, hours, countries):
    return rules(amounts, hours, countries).sum(axis=0) >= 2


def by_pairs(amounts, hours, countries):
    first, second, third = rules(amounts, hours, countries)
    return (first & second) | (first & third) | (second & third)


def with_python_sum(amounts, hours, countries):
    return sum([amounts > 1000, hours < 6, countries != "MX"]) >= 2


def with_and(amounts, hours, countries):
    return (amounts > 1000) and (hours < 6)


def in_place(data):
    data -= data.mean(axis=0)
    data /= data.std(axis=0)
    return data


def peak(signal, rate):
    amplitudes = np.abs(np.fft.rfft(signal))
    return np.fft.rfftfreq(len(signal), d=1 / rate)[amplitudes.argmax()]


def peak_full(signal, rate):
    half = len(signal) // 2
    return np.fft.fftfreq(len(signal), 1 / rate)[:half][np.abs(np.fft.fft(signal))[:half].argmax()]


def peak_by_hand(signal, rate):
    return np.abs(np.fft.rfft(signal)).argmax() * rate / len(signal)


def distances(data):
    return np.abs(StandardScaler().fit_transform(data))


def odd_one(data):
    return distances(data).max(axis=1).argmax()


def odd_one_in_a_loop(data):
    best, where = -1, None
    for position, row in enumerate(distances(data)):
        if max(row) > best:
            best, where = max(row), position
    return where


def odd_one_spoiling(data):
    data -= data.mean(axis=0)
    return odd_one(data)


GOOD = {
    "1.9.1": [(23.4,), (np.float64(23.4),)],
    "1.9.2": [(STORES, 2), (STORES.astype(float), np.int64(2))],
    "1.9.3": [(flagged,), (by_pairs,), (with_python_sum,)],
    "1.9.4": [(np.array([2.1, 1.4, 2.6]),), (np.array([2.1000000001, 1.4, 2.6]),)],
    "1.9.5": [(peak,), (peak_full,), (peak_by_hand,)],
    "1.9.6": [
        (lambda x: (x - x.mean(axis=0)) / x.std(axis=0),),
        (lambda x: (x - np.mean(x, axis=0)) / np.std(x, 0),),
        (lambda x: StandardScaler().fit_transform(x),),
    ],
    "1.9.7": [
        (odd_one,),
        (odd_one_in_a_loop,),
        (lambda data: np.unravel_index(distances(data).argmax(), data.shape)[0],),
    ],
}

WRONG = {
    "1.9.1": [
        ((23,), "mediana no es"),
        (([23.4],), "debe ser un número"),
        ((np.median,), "Le faltan los paréntesis"),
        (("23.4",), "debe ser un número"),
    ],
    "1.9.2": [
        (([505, 463, 429], 2), "debe ser un array"),
        ((SALES.sum(), 2), "falta axis"),
        ((SALES, 2), "debe tener forma (3,)"),
        ((SALES.max(axis=1), 2), "total_por_tienda no es"),
        ((np.array(["a", "b", "c"]), 2), "total_por_tienda no es"),
        ((STORES, 2.0), "número entero"),
        ((STORES, 1), "mejor_dia no es"),
    ],
    "1.9.3": [
        ((True,), "debe ser una función"),
        ((with_and,), "and, or e if"),
        ((lambda a, h: a,), "TypeError"),
        ((lambda a, h, c: None,), "debe ser un array"),
        ((lambda a, h, c: flagged(a, h, c)[:8],), "debe tener forma (300,)"),
        ((lambda a, h, c: flagged(a, h, c) * 1,), "contiene int"),
        ((lambda a, h, c: ~flagged(a, h, c),), "una por una"),
    ],
    "1.9.4": [
        (([2.1, 1.4, 2.6],), "debe ser un array"),
        ((np.array([[2.1, 1.4, 2.6]]),), "debe tener forma (3,)"),
        ((np.array(["a", "b", "c"]),), "no es un número corriente"),
        ((np.array([2.0, 1.5, 2.5]),), "sumarían [11.0, 13.5, 9.0] y suman [11.0, 13.9, 9.1]"),
    ],
    "1.9.5": [
        ((440,), "debe ser una función"),
        ((lambda s: 440,), "TypeError"),
        ((lambda s, r: np.fft.rfft(s),), "debe ser un número"),
        ((lambda s, r: 440.0,), "La frecuencia de un tono de 50 Hz"),
    ],
    "1.9.6": [
        ((np.zeros((6, 3)),), "debe ser una función"),
        ((lambda x: x / nada,), "NameError"),  # noqa: F821
        ((lambda x: x.tolist(),), "debe ser un array"),
        ((lambda x: x.mean(axis=0),), "debe tener forma (6, 3)"),
        ((in_place,), "cambia el array que recibe"),
        ((lambda x: x.astype(int),), "decimales"),
        ((lambda x: x * 2,), "no es el valor pedido"),
        ((lambda x: (x - x.mean(axis=1)) / x.std(axis=1),), "ValueError"),
    ],
    "1.9.7": [
        ((246,), "debe ser una función"),
        ((lambda data: data[odd_one(data)],), "debe ser un número"),
        ((lambda data: float(odd_one(data)),), "número entero"),
        ((lambda data: 11,), "no es el valor pedido"),
        ((odd_one_spoiling,), "cambia el array que recibe"),
        ((lambda data: distances(data).max(axis=1),), "debe ser un número"),
    ],
}

EQUIVALENT = {
    "1.9.3": dict.fromkeys(
        (
            "`horas < 6` delante de `importes > 1000` (línea 2)",
            "`paises != 'MX'` delante de `horas < 6` (línea 2)",
        ),
        "se cuentan: el orden no importa",
    ),
}

TestContract = make_contract("lesson_01_09", GOOD, WRONG, EQUIVALENT)
