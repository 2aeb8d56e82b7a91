"""Contrato de los ejercicios de 6.1, fraude bancario: los datos y cómo evaluarlos."""

import functools

import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils.datasets import load_credit_card_fraud
from course_utils.metrics_decisions import bootstrap_interval, precision_at_k, recall_at_k


@functools.cache
def payments():
    return load_credit_card_fraud()


@functools.cache
def unique():
    return payments().drop_duplicates().reset_index(drop=True)


def frauds():
    return payments().loc[payments()["Class"] == 1, "Amount"]


def model():
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))


@functools.cache
def examined():
    """Las etiquetas de la prueba y la probabilidad de fraude de la logística."""
    x = np.column_stack([unique().loc[:, "V1":"V28"].to_numpy(float), np.log1p(unique()["Amount"])])
    y = unique()["Class"].to_numpy()
    cut = int(0.8 * len(y))
    return y[cut:], model().fit(x[:cut], y[:cut]).predict_proba(x[cut:])


def scores():
    return examined()[1][:, 1]


@functools.cache
def _report():
    y = examined()[0]
    return {
        "fraudes": 74,
        "horas": 27558 / 3600,
        "ap": average_precision_score(y, scores()),
        "intervalo": bootstrap_interval(average_precision_score, y, scores(), repetitions=30),
        "avisos": 32,
        "exhaustividad": recall_at_k(y, scores(), 32),
    }


def report(**changes):
    return ({**_report(), **changes},)


def cost(a, f, w, c):
    return a[f & ~w].sum() + c * w.sum()


def split(p, fraction):
    ordered = p.sort_values("Time")
    cut = int(fraction * len(p))
    return ordered.iloc[:cut], ordered.iloc[cut:]


def unsorted_split(p, fraction):
    cut = int(fraction * len(p))
    return p.iloc[:cut], p.iloc[cut:]


def random_split(p, fraction):
    mixed = p.sample(frac=1, random_state=1)
    cut = int(fraction * len(p))
    return mixed.iloc[:cut], mixed.iloc[cut:]


def spoil_table(p, fraction):
    p["Class"] = 0
    return p, p


def early(s):
    return ((s // 3600) % 24 < 6).astype(int)


def expensive(a):
    return (a > 1000).astype(int)


def ap(y, s, order=None):
    ordered = y[np.argsort(-s) if order is None else order]
    return (ordered.cumsum() / np.arange(1, len(y) + 1))[ordered == 1].mean()


def precisions(y, s):
    ordered = y[np.argsort(-s)]
    return ordered, ordered.cumsum() / np.arange(1, len(y) + 1)


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


def rows(table):
    return table.itertuples(index=False, name=None)


def seen(a, b):
    known = set(rows(a))
    return sum(row in known for row in rows(b))


def found(y, s, k):
    return y[np.argsort(-s)[:k]].sum()


def at_k(y, s, k):
    return found(y, s, k) / k, found(y, s, k) / y.sum()


GOOD = {
    "6.1.1": [
        (cost,),
        (lambda a, f, w, c: sum(a[i] * f[i] * (not w[i]) + c * w[i] for i in range(len(a))),),
    ],
    "6.1.2": [
        lambda: (frauds().sum(), frauds().median(), (frauds() < 5).mean()),
        lambda: (float(frauds().sum()), np.median(frauds()), (frauds() < 5).sum() / 492),
    ],
    "6.1.3": [lambda: (unique(), 473), lambda: (unique(), unique()["Class"].sum())],
    "6.1.4": [(split,), (lambda p, f: list(split(p, f)),)],
    "6.1.5": [
        (lambda a, s: expensive(a) + early(s),),
        (lambda a, s: np.array([int(x > 1000) + int(t // 3600 % 24 < 6) for x, t in zip(a, s)]),),  # noqa: B905
    ],
    "6.1.6": [(ap,), (average_precision_score,)],
    "6.1.7": [(repeat,), (append,)],
    "6.1.8": [
        (seen,),
        (lambda a, b: len(b.merge(a.drop_duplicates())),),
        (lambda a, b: np.int64(seen(a, b)),),
    ],
    "6.1.9": [
        (at_k,),
        (lambda y, s, k: (precision_at_k(y, s, k), recall_at_k(y, s, k)),),
    ],
    "6.1.10": [(model,)],
    "6.1.11": [lambda: (scores(),), lambda: (pd.Series(scores()),)],
    "6.1.12": [report, lambda: report(intervalo=list(_report()["intervalo"]))],
}

WRONG = {
    "6.1.1": [
        ((3,), "debe ser una función"),
        ((lambda a, f, w: 0,), "TypeError"),
        ((lambda a, f, w, c: print(end=""),), "llegó None"),
        ((lambda a, f, w, c: a[f & ~w].sum(),), "Falta lo que cuesta revisar"),
        ((lambda a, f, w, c: c * w.sum(),), "Falta el importe"),
        ((lambda a, f, w, c: a[f & ~w].sum() + c * (w & ~f).sum(),), "falsas alarmas"),
        ((lambda a, f, w, c: a[f].sum() + c * w.sum(),), "Cuentas todos los fraudes"),
        ((lambda a, f, w, c: a[~w].sum() + c * w.sum(),), "los normales no se pierden"),
        ((lambda a, f, w, c: 1,), "no es el valor pedido"),
    ],
    "6.1.2": [
        (("60127", 9.25, 0.4), "debe ser un número"),
        (lambda: (payments()["Amount"].sum(), 9.25, 0.4), "todos los pagos"),
        ((492, 9.25, 0.4), "cuántos fraudes hay"),
        ((1000.0, 9.25, 0.4), "euros_fraude no es"),
        (lambda: (frauds().sum(), None, 0.4), "llegó None"),
        (lambda: (frauds().sum(), frauds().mean(), 0.4), "Eso es la media"),
        (lambda: (frauds().sum(), 22.0, 0.4), "mediana de todos los pagos"),
        (lambda: (frauds().sum(), 9.0, 0.4), "mediana_fraude no es"),
        (lambda: (frauds().sum(), 9.25, "0.4"), "debe ser un número"),
        (lambda: (frauds().sum(), 9.25, (frauds() < 5).sum()), "una fracción"),
        (lambda: (frauds().sum(), 9.25, 100 * (frauds() < 5).mean()), "una fracción"),
        (lambda: (frauds().sum(), 9.25, (frauds() < 5).sum() / 284807), "todos los pagos"),
        (lambda: (frauds().sum(), 9.25, 0.123), "fraudes_pequenos no es"),
    ],
    "6.1.3": [
        ((1081, 473), "DataFrame"),
        (lambda: (payments(), 473), "todas las filas"),
        (lambda: (payments()[payments().duplicated()], 473), "Esas son las copias"),
        (lambda: (payments().drop_duplicates(keep=False), 473), "keep=False"),
        (lambda: (unique().iloc[1:], 473), "31"),
        (lambda: (unique().drop(columns="V1"), 473), "columnas"),
        (lambda: (unique().rename_axis("i").reset_index(), 473), "drop=True"),
        (lambda: (payments().drop_duplicates(), 473), "huecos"),
        (lambda: (unique().iloc[::-1].reset_index(drop=True), 473), "otro orden"),
        (lambda: (unique(), "473"), "debe ser un número"),
        (lambda: (unique(), 492), "antes de quitar"),
        (lambda: (unique(), 19), "fraudes quitados"),
        (lambda: (unique(), 470), "fraudes_restantes no es"),
    ],
    "6.1.4": [
        ((0.8,), "debe ser una función"),
        ((lambda p: p,), "TypeError"),
        ((lambda p, f: p,), "dos cosas"),
        ((lambda p, f: (1, 2),), "DataFrame"),
        ((spoil_table,), "cambia la tabla"),
        ((lambda p, f: tuple(part[["Time"]] for part in split(p, f)),), "mismas columnas"),
        ((lambda p, f: split(p, f)[::-1],), "más recientes"),
        ((lambda p, f: (split(p, f)[0], split(p, f)[0]),), "todos los pagos"),
        ((lambda p, f: split(p, 0.5),), "debe tener 8"),
        ((unsorted_split,), "desordenados"),
        ((random_split,), "al azar"),
    ],
    "6.1.5": [
        ((1,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, s: 1,), "debe ser un array"),
        ((lambda a, s: (a > 1000) + ((s // 3600) % 24 < 6),), "hace «o»"),
        ((lambda a, s: expensive(a) + 1.0,), "enteros"),
        ((lambda a, s: expensive(a) * early(s),), "las dos"),
        ((lambda a, s: expensive(a) | early(s),), "alguna"),
        ((lambda a, s: expensive(a) + (s // 3600 < 6),), "% 24"),
        ((lambda a, s: expensive(a) + (s % 24 < 6),), "// 3600"),
        ((lambda a, s: (a >= 1000).astype(int) + early(s),), "justos"),
        ((lambda a, s: expensive(a) + (s // 3600 % 24 <= 6),), "menor que 6"),
        ((lambda a, s: expensive(a),), "no es el valor pedido"),
    ],
    "6.1.6": [
        ((0.7,), "debe ser una función"),
        ((lambda y: 0.7,), "TypeError"),
        ((lambda y, s: y,), "debe ser un número"),
        ((lambda y, s: ap(y, s, np.argsort(s)),), "de menor a mayor"),
        ((lambda y, s: ap(y, s, np.arange(len(y))),), "Falta ordenar"),
        ((lambda y, s: precisions(y, s)[1].mean(),), "todos los puestos"),
        ((lambda y, s: (precisions(y, s)[1] * precisions(y, s)[0]).sum(),), "Falta dividir"),
        ((lambda y, s: (precisions(y, s)[1] * precisions(y, s)[0]).mean(),), "todos los pagos"),
        ((roc_auc_score,), "no es el valor pedido"),
    ],
    "6.1.7": [
        ((3,), "debe ser una función"),
        ((lambda x, y: x,), "TypeError"),
        ((lambda x, y, t: x,), "dos cosas"),
        ((spoil,), "cambia los arrays"),
        ((lambda x, y, t: ([1], [2]),), "x nuevo debe ser un array"),
        ((lambda x, y, t: (repeat(x, y, t)[0], [2]),), "y nuevo debe ser un array"),
        ((lambda x, y, t: (np.repeat(x, t), np.repeat(y, t)),), "axis=0"),
        ((lambda x, y, t: (repeat(x, y, t)[0], y),), "repetir"),
        ((lambda x, y, t: (repeat(x, y, t)[0].astype(str), repeat(x, y, t)[1]),), "números"),
        ((lambda x, y, t: (np.repeat(x, t, axis=0), np.repeat(y, t)),), "todas las filas"),
        ((lambda x, y, t: repeat(x, y, t + 1),), "en total"),
        ((one_fraud_lost,), "apariciones"),
        ((lambda x, y, t: (repeat(x, y, t)[0], repeat(x, y, t)[1][::-1]),), "etiqueta de otra"),
    ],
    "6.1.8": [
        ((3,), "debe ser una función"),
        ((lambda a: 3,), "TypeError"),
        ((lambda a, b: b.merge(a),), "Devuelve las filas"),
        ((lambda a, b: "tres",), "debe ser un número"),
        ((lambda a, b: len(set(rows(a)) & set(rows(b))),), "filas distintas"),
        ((lambda a, b: len(b) - seen(a, b),), "no se habían visto"),
        ((lambda a, b: len(b.merge(a)),), "merge cuenta"),
        ((lambda a, b: seen(a, b) / len(b),), "fracción"),
        ((lambda a, b: 1000,), "no es el valor pedido"),
    ],
    "6.1.9": [
        ((3,), "debe ser una función"),
        ((lambda y, s: 3,), "TypeError"),
        ((lambda y, s, k: 0.5,), "dos cosas"),
        ((lambda y, s, k: ("a", 0.5),), "precision debe ser un número"),
        ((lambda y, s, k: (0.5, None),), "exhaustividad debe ser un número"),
        ((lambda y, s, k: at_k(y, s, k)[::-1],), "al revés"),
        ((lambda y, s, k: at_k(y, -s, k),), "menos sospechosos"),
        ((lambda y, s, k: at_k(y, -np.arange(len(y)), k),), "primeros de los datos"),
        ((lambda y, s, k: (found(y, s, k), found(y, s, k)),), "Falta dividir"),
        ((lambda y, s, k: (found(y, s, k) / len(y), found(y, s, k) / y.sum()),), "entre k"),
        ((lambda y, s, k: (found(y, s, k) / k, found(y, s, k) / len(y)),), "reales.sum()"),
    ],
    "6.1.10": [
        (lambda: (model(),), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((LogisticRegression,), "Falta el escalador"),
        ((lambda: None,), "make_pipeline"),
        ((lambda: make_pipeline(LogisticRegression(max_iter=1000), StandardScaler()),), "al revés"),
        ((lambda: make_pipeline(StandardScaler()),), "dos pasos"),
        ((lambda: model().fit([[0.0], [1.0]], [0, 1]),), "ya está entrenado"),
        ((lambda: make_pipeline(StandardScaler(), LogisticRegression()),), "max_iter debe ser"),
    ],
    "6.1.11": [
        ((0.75,), "debe ser un array"),
        (lambda: (examined()[1],), "dos columnas"),
        ((np.zeros(226980),), "entrenamiento"),
        ((np.zeros(10),), "forma"),
        ((np.full(56746, np.nan),), "nan"),
        (lambda: ((scores() >= 0.5).astype(int),), "predict_proba"),
        (lambda: (np.log(scores()),), "fuera de [0, 1]"),
        (lambda: (1 - scores(),), "columna 0"),
        (lambda: (np.random.default_rng(0).random(56746),), "se pide 0.72"),
    ],
    "6.1.12": [
        ((3,), "diccionario"),
        (({"ap": 0.75},), "falta(n): fraudes"),
        (lambda: report(fraudes="74"), "fraudes debe ser un número"),
        (lambda: report(fraudes=473), "solo los de la prueba"),
        (lambda: report(fraudes=70), "fraudes no es"),
        (lambda: report(horas=None), "horas debe ser un número"),
        (lambda: report(horas=27558), "3600 segundos"),
        (lambda: report(horas=48.0), "desde el primer pago de la prueba"),
        (lambda: report(horas=7), "lo que dura la prueba"),
        (lambda: report(ap="alta"), "ap debe ser un número"),
        (lambda: report(ap=0.978), "demasiado bonito"),
        (lambda: report(ap=0.5), "llegar a 0.72"),
        (lambda: report(intervalo=0.75), "una pareja"),
        (lambda: report(intervalo=("a", 0.8)), "extremo bajo"),
        (lambda: report(intervalo=(0.6, None)), "extremo alto"),
        (lambda: report(intervalo=(0.85, 0.65)), "contener la ap"),
        (lambda: report(intervalo=(0.74, 0.76)), "demasiado estrecho"),
        (lambda: report(avisos=31.9), "número entero"),
        (lambda: report(avisos=100), "parte proporcional"),
        (lambda: report(avisos=40), "avisos no es"),
        (lambda: report(exhaustividad="media"), "exhaustividad debe ser un número"),
        (lambda: report(exhaustividad=1.0), "no se puede pasar"),
        (lambda: report(exhaustividad=0.1), "muy poco"),
    ],
}

TestContract = make_contract("lesson_61", GOOD, WRONG)
