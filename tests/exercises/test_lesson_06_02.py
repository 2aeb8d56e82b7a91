"""Contrato de los ejercicios de la lección 6.2, cuánto miente cada trampa."""

import functools

import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils.datasets import load_credit_card_fraud
from course_utils.metrics.bootstrap import bootstrap_interval
from course_utils.metrics.decisions import precision_at_k, recall_at_k


@functools.cache
def examined(class_weight="balanced"):
    """Las etiquetas de la prueba y las probabilidades de la logística."""
    unique = load_credit_card_fraud().drop_duplicates().reset_index(drop=True)
    unique = unique[: int(0.8 * len(unique))]
    x = np.column_stack([unique.loc[:, "V1":"V28"].to_numpy(float), np.log1p(unique["Amount"])])
    y = unique["Class"].to_numpy()
    cut = int(0.8 * len(y))
    model = make_pipeline(
        StandardScaler(), LogisticRegression(max_iter=1000, class_weight=class_weight)
    )
    return y[cut:], model.fit(x[:cut], y[:cut]).predict_proba(x[cut:])


def scores():
    return examined()[1][:, 1]


def plain_scores():
    return examined(None)[1][:, 1]


@functools.cache
def _report():
    y = examined()[0]
    return {
        "fraudes": 52,
        "horas": 19911 / 3600,
        "ap": average_precision_score(y, scores()),
        "intervalo": bootstrap_interval(
            average_precision_score, y, scores(), repetitions=100, seed=1
        ),
        "avisos": 23,
        "exhaustividad": recall_at_k(y, scores(), 23),
    }


def report(**changes):
    return {**_report(), **changes}, scores()


def repeat(x, y, times):
    n = np.where(y == 1, times, 1)
    return np.repeat(x, n, axis=0), np.repeat(y, n)


def append(x, y, times):
    extra = np.repeat(np.flatnonzero(y == 1), times - 1)
    return np.concatenate([x, x[extra]]), np.concatenate([y, y[extra]])


def spoil(x, y, times):
    x += 1
    return repeat(x, y, times)


def one_fraud_lost(x, y, times):
    return repeat(x[2:], y[2:], times)


def lucky(x, y, times):
    """Los fraudes que salgan en un sorteo: a veces, cada uno las mismas veces."""
    frauds = np.flatnonzero(y == 1)
    drawn = np.random.default_rng(0).choice(frauds, (times - 1) * len(frauds))
    return np.vstack([x, x[drawn]]), np.concatenate([y, y[drawn]])


def rows(table):
    return table.itertuples(index=False, name=None)


def seen(a, b):
    known = set(rows(a))
    return sum(row in known for row in rows(b))


def found(y, s, k):
    return y[np.argsort(-s)[:k]].sum()


def at_k(y, s, k):
    return found(y, s, k) / k, found(y, s, k) / y.sum()


def paired(y, a, b, samples):
    ap = average_precision_score
    return [ap(y[m], a[m]) - ap(y[m], b[m]) for m in samples]


GOOD = {
    "6.2.1": [(repeat,), (append,)],
    "6.2.2": [
        (seen,),
        (lambda a, b: len(b.merge(a.drop_duplicates())),),
        (lambda a, b: np.int64(seen(a, b)),),
    ],
    "6.2.3": [
        (paired,),
        (lambda *given: np.array(paired(*given)),),
        (lambda *given: tuple(paired(*given)),),
    ],
    "6.2.4": [
        (at_k,),
        (lambda y, s, k: (precision_at_k(y, s, k), recall_at_k(y, s, k)),),
    ],
    "6.2.5": [lambda: (scores(),), lambda: (pd.Series(scores()),)],
    "6.2.6": [report, lambda: report(intervalo=list(_report()["intervalo"]))],
}

WRONG = {
    "6.2.1": [
        ((3,), "debe ser una función"),
        ((lambda x, y: x,), "TypeError"),
        ((lambda x, y, t: x,), "dos cosas"),
        ((spoil,), "cambia lo que recibe"),
        ((lambda x, y, t: ([1], [2]),), "x nuevo debe ser un array"),
        ((lambda x, y, t: (repeat(x, y, t)[0], [2]),), "y nuevo debe ser un array"),
        ((lambda x, y, t: (np.repeat(x, t), np.repeat(y, t)),), "axis=0"),
        ((lambda x, y, t: (repeat(x, y, t)[0], y),), "repetir"),
        ((lambda x, y, t: (repeat(x, y, t)[0].astype(str), repeat(x, y, t)[1]),), "números"),
        ((lambda x, y, t: (np.repeat(x, t, axis=0), np.repeat(y, t)),), "todas las filas"),
        ((lambda x, y, t: repeat(x, y, t + 1),), "en total"),
        ((one_fraud_lost,), "apariciones"),
        ((lambda x, y, t: (repeat(x, y, t)[0], repeat(x, y, t)[1][::-1]),), "etiqueta de otra"),
        ((lucky,), "apariciones"),
    ],
    "6.2.2": [
        ((3,), "debe ser una función"),
        ((lambda a: 3,), "TypeError"),
        ((lambda a, b: b.merge(a),), "Devuelve las filas"),
        ((lambda a, b: "tres",), "debe ser un número"),
        ((lambda a, b: 1000,), "no es el valor pedido"),
    ],
    "6.2.3": [
        ((3,), "debe ser una función"),
        ((lambda y, a: 3,), "TypeError"),
        ((lambda y, a, b, ms: 0.1,), "debe ser un array"),
        ((lambda y, a, b, ms: ["a"] * len(ms),), "debe ser un número"),
        ((lambda y, a, b, ms: np.zeros(len(ms)),), "no es el valor pedido"),
    ],
    "6.2.4": [
        ((3,), "debe ser una función"),
        ((lambda y, s: 3,), "TypeError"),
        ((lambda y, s, k: 0.5,), "dos cosas"),
        ((lambda y, s, k: ("a", 0.5),), "precision debe ser un número"),
        ((lambda y, s, k: (0.5, None),), "exhaustividad debe ser un número"),
        ((lambda y, s, k: (found(y, s, k) / len(y), found(y, s, k) / y.sum()),), "entre k"),
        ((lambda y, s, k: (found(y, s, k) / k, found(y, s, k) / len(y)),), "reales.sum()"),
    ],
    "6.2.5": [
        ((0.75,), "debe ser un array"),
        (lambda: (examined()[1],), "dos columnas"),
        ((np.zeros(181584),), "entrenamiento"),
        ((np.zeros(10),), "forma"),
        ((np.full(45396, np.nan),), "nan"),
        (lambda: ((scores() >= 0.5).astype(int),), "predict_proba"),
        (lambda: (np.log(scores()),), "fuera de [0, 1]"),
        (lambda: (1 - scores(),), "columna 0"),
        (lambda: (np.random.default_rng(0).random(45396),), "No son las de logistic()"),
        (lambda: (plain_scores(),), "No son las de logistic()"),
        (lambda: (np.round(scores(), 2),), "redondeadas"),
    ],
    "6.2.6": [
        (lambda: (3, scores()), "diccionario"),
        (lambda: ({"ap": 0.75}, scores()), "falta(n): fraudes"),
        (lambda: report(fraudes="74"), "fraudes debe ser un número"),
        (lambda: report(fraudes=473), "solo los de la prueba"),
        (lambda: report(fraudes=70), "fraudes no es"),
        (lambda: report(horas=None), "horas debe ser un número"),
        (lambda: report(horas=19911), "3600 segundos"),
        (lambda: report(horas=40.34), "desde el primer pago de la prueba"),
        (lambda: report(horas=4), "lo que dura la prueba"),
        (lambda: report(ap="alta"), "ap debe ser un número"),
        (lambda: report(ap=0.978), "demasiado bonito"),
        (lambda: report(ap=0.80), "la AP de tus puntuaciones"),
        (lambda: report(ap=0.5), "la AP de tus puntuaciones"),
        (lambda: report(intervalo=0.75), "una pareja"),
        (lambda: report(intervalo=("a", 0.8)), "extremo bajo"),
        (lambda: report(intervalo=(0.6, None)), "extremo alto"),
        (lambda: report(intervalo=(0.85, 0.65)), "contener la ap"),
        (
            lambda: report(intervalo=(_report()["ap"] - 0.05, _report()["ap"] + 0.05)),
            "El intervalo va",
        ),
        (lambda: report(intervalo=(0.1, 0.99)), "El intervalo va"),
        (lambda: report(avisos=31.9), "número entero"),
        (lambda: report(avisos=100), "parte proporcional"),
        (lambda: report(avisos=40), "avisos no es"),
        (lambda: report(exhaustividad="media"), "exhaustividad debe ser un número"),
        (lambda: report(exhaustividad=1.0), "no se puede pasar"),
        (lambda: report(exhaustividad=0.1), "entre los 23 avisos"),
        (lambda: report(exhaustividad=0.40), "entre los 23 avisos"),
        (lambda: (*report()[:1], 0.5), "puntuaciones debe ser un array"),
        (lambda: (*report()[:1], np.full(45396, np.nan)), "no es un número corriente"),
        (lambda: (*report()[:1], np.zeros(3)), "forma"),
    ],
}

EQUIVALENT = {
    "6.2.2": dict.fromkeys(
        ("sin `name=None` (línea 2)", "sin `name=None` (línea 4)"),
        "una tupla con nombres es igual que la misma sin ellos",
    ),
    "6.2.3": {
        "`np.array([average_precision_score(reale…` por `[average_precision_score(reales[m], una…` "
        "(línea 2)": "una lista vale por un array",
    },
    "6.2.6": dict.fromkeys(
        (
            "sin `repetitions=100` (línea 5)",
            "`100` por `101` (línea 6)",
            "`100` por `99` (línea 6)",
            "`100` por `200` (línea 6)",
        ),
        "con otras repeticiones el intervalo se mueve menos que con otra semilla",
    ),
}

TestContract = make_contract("lesson_06_02", GOOD, WRONG, EQUIVALENT)
