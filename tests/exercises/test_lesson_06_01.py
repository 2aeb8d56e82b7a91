"""Contrato de los ejercicios de la lección 6.1, fraude bancario: los datos y cómo evaluarlos."""

import functools

import numpy as np
from contract import make_contract
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils.datasets import load_credit_card_fraud


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


def scrambled_split(p, fraction):
    """Ordena los valores de Time y deja los demás donde estaban."""
    p = p.assign(Time=np.sort(p["Time"].to_numpy()))
    cut = int(fraction * len(p))
    return p.iloc[:cut], p.iloc[cut:]


def early(s):
    return ((s // 3600) % 24 < 6).astype(int)


def expensive(a):
    return (a > 1000).astype(int)


def ap(y, s, order=None):
    ordered = y[np.argsort(-s) if order is None else order]
    return (ordered.cumsum() / np.arange(1, len(y) + 1))[ordered == 1].mean()


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
    "6.1.7": [
        (model,),
        (lambda: make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000, verbose=1)),),
    ],
}

WRONG = {
    "6.1.1": [
        ((3,), "debe ser una función"),
        ((lambda a, f, w: 0,), "TypeError"),
        ((lambda a, f, w, c: print(end=""),), "llegó None"),
        ((lambda a, f, w, c: 1,), "no es el valor pedido"),
    ],
    "6.1.2": [
        (("60127", 9.25, 0.4), "debe ser un número"),
        ((1000.0, 9.25, 0.4), "euros_fraude no es"),
        (lambda: (frauds().sum(), None, 0.4), "llegó None"),
        (lambda: (frauds().sum(), 9.0, 0.4), "mediana_fraude no es"),
        (lambda: (frauds().sum(), 9.25, "0.4"), "debe ser un número"),
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
        ((scrambled_split,), "se mueve entera"),
    ],
    "6.1.5": [
        ((1,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, s: 1,), "debe ser un array"),
        ((lambda a, s: (a > 1000) + ((s // 3600) % 24 < 6),), "hace «o»"),
        ((lambda a, s: expensive(a) + 1.0,), "enteros"),
        ((lambda a, s: expensive(a),), "no es el valor pedido"),
    ],
    "6.1.6": [
        ((0.7,), "debe ser una función"),
        ((lambda y: 0.7,), "TypeError"),
        ((lambda y, s: y,), "debe ser un número"),
        ((roc_auc_score,), "no es el valor pedido"),
    ],
    "6.1.7": [
        (lambda: (model(),), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((LogisticRegression,), "Falta el escalador"),
        ((lambda: None,), "make_pipeline"),
        ((lambda: make_pipeline(LogisticRegression(max_iter=1000), StandardScaler()),), "al revés"),
        ((lambda: make_pipeline(StandardScaler()),), "dos pasos"),
        ((lambda: model().fit([[0.0], [1.0]], [0, 1]),), "ya está entrenado"),
        ((lambda: make_pipeline(StandardScaler(), LogisticRegression()),), "max_iter debe ser"),
        (
            (
                lambda: make_pipeline(
                    StandardScaler(with_mean=False, with_std=False),
                    LogisticRegression(max_iter=1000),
                ),
            ),
            "StandardScaler lleva cambiado",
        ),
        (
            (lambda: make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000, C=1e-9)),),
            "LogisticRegression lleva cambiado C",
        ),
    ],
}

EQUIVALENT = {
    "6.1.4": {
        "sin `kind='stable'` (línea 2)": "el enunciado no dice cómo se ordenan los empates",
        "`'stable'` por `'stablex'` (línea 2)": "NumPy solo mira la primera letra",
    },
    "6.1.5": {
        "`//` por `/` ante `3600` (línea 2)": "los decimales de una hora no la llevan a otra",
    }
    | dict.fromkeys(
        (
            "`(importes > 1000).astype(int)` por `importes > 1000` (línea 3)",
            "`(hora_del_dia < 6).astype(int)` por `hora_del_dia < 6` (línea 3)",
        ),
        "al sumar, basta con que una de las dos sea de números",
    ),
    "6.1.7": {
        "devuelve siempre lo de la primera llamada": "no recibe nada: son copias de lo mismo",
    },
}

TestContract = make_contract("lesson_06_01", GOOD, WRONG, EQUIVALENT)
