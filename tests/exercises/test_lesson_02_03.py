"""Contrato de los ejercicios de la lección 2.3, cuatro paradigmas."""

from collections import Counter

import numpy as np
from contract import make_contract
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def distances(x, p):
    return np.sqrt(((x - p) ** 2).sum(axis=1))


def vote(labels):
    return np.bincount(labels).argmax()


def nearest(x, p, k):
    return distances(x, p).argsort()[:k]


def vote_with_counter(x, y, p, k):
    rows = sorted(
        range(len(x)), key=lambda i: sum((a - b) ** 2 for a, b in zip(x[i], p, strict=True))
    )
    return Counter(y[rows[:k]].tolist()).most_common(1)[0][0]


def shares(y):
    return np.bincount(y) / len(y)


def signed(x, w, b):
    return (x @ w + b) / np.linalg.norm(w)


def z_of(x, w1, b1, w2, b2):
    return (np.maximum(0, x @ w1 + b1) @ w2 + b2)[:, 0]


def net_with_loop(x, w1, b1, w2, b2):
    answers = []
    for row in x:
        hidden = [max(0, row @ w1[:, j] + b1[j]) for j in range(len(b1))]
        answers.append(1 if np.dot(hidden, w2[:, 0]) + b2[0] > 0 else 0)
    return np.array(answers)


def folds(model, x, y):
    return cross_val_score(model, x, y, cv=5)


def raw_knn():
    return KNeighborsClassifier()


def scaled_knn():
    return make_pipeline(StandardScaler(), KNeighborsClassifier())


def mark(model, x, y):
    return folds(model, x, y).mean()


def mark_by_hand(model, x, y):
    """La media de las cinco partes, sin cross_val_score."""
    parts = StratifiedKFold(5).split(x, y)
    return sum(model.fit(x[a], y[a]).score(x[b], y[b]) for a, b in parts) / 5


GOOD = {
    "2.3.1": [
        (lambda x, y, p, k: vote(y[nearest(x, p, k)]),),
        (vote_with_counter,),
        (lambda x, y, p, k: KNeighborsClassifier(k).fit(x, y).predict([p])[0],),
        (lambda x, y, p, k: KNeighborsClassifier(k).fit(x, y).predict([p]),),
    ],
    "2.3.2": [
        (lambda y: 1 - (shares(y) ** 2).sum(),),
        (lambda y: 1 - sum((y == k).mean() ** 2 for k in set(y.tolist())),),
        (lambda y: (shares(y) * (1 - shares(y))).sum(),),
    ],
    "2.3.3": [
        (lambda x, w, b: np.abs(x @ w + b) / np.sqrt((w**2).sum()),),
        (lambda x, w, b: abs(signed(x, w, b)),),
        (lambda x, w, b: [abs(sum(p * w) + b) / np.linalg.norm(w) for p in x],),
        (lambda x, w, b: np.array([abs(w @ p + b) for p in x]) / np.linalg.norm(w),),
    ],
    "2.3.4": [
        (lambda *a: (z_of(*a) > 0).astype(int),),
        (lambda *a: z_of(*a) > 0,),
        (lambda *a: np.where(z_of(*a) > 0, 1.0, 0.0),),
        (net_with_loop,),
    ],
    "2.3.5": [
        (lambda model, x, y: folds(model, x, y).mean(),),
        (lambda model, x, y: sum(cross_val_score(model, x, y)) / 5,),
    ],
    "2.3.6": [
        (lambda x, y: (mark(raw_knn(), x, y), mark(scaled_knn(), x, y)),),
        (lambda x, y: [mark(model, x, y) for model in (raw_knn(), scaled_knn())],),
        (lambda x, y: (mark_by_hand(raw_knn(), x, y), mark_by_hand(scaled_knn(), x, y)),),
    ],
}

WRONG = {
    "2.3.1": [
        ((1,), "debe ser una función"),
        ((lambda x, y, p: 1,), "TypeError"),
        ((lambda x, y, p, k: y[nearest(x, p, k)],), "falta el recuento"),
        ((lambda x, y, p, k: "uno",), "debe ser un número"),
        ((lambda x, y, p, k: 7,), "no es el valor pedido"),
        ((lambda x, y, p, k: 9 if k > 1 else 1,), "no es el valor pedido"),
    ],
    "2.3.2": [
        ((0.5,), "debe ser una función"),
        ((lambda y: 1 / 0,), "ZeroDivisionError"),
        ((lambda y: shares(y),), "debe ser un número"),
        ((lambda y: 0.9,), "gini de [0, 0, 0, 1] no es"),
        ((lambda y: 0.375,), "gini de [1, 1, 1]"),
    ],
    "2.3.3": [
        ((2.0,), "debe ser una función"),
        ((lambda x, w: 1,), "TypeError"),
        ((lambda x, w, b: np.abs(signed(x, w, b)).min(),), "un solo número"),
        ((lambda x, w, b: np.array(3.0),), "es un solo número"),
        ((lambda x, w, b: "lejos",), "debe ser un array"),
        ((lambda x, w, b: ["lejos"],), "cada número de lo que devuelve distancias"),
        ((lambda x, w, b: np.abs(signed(x, w, b))[:, np.newaxis],), "ravel"),
        ((lambda x, w, b: x,), "forma"),
        ((lambda x, w, b: np.array(["a"] * len(x)),), "debe contener números"),
        ((lambda x, w, b: np.zeros(len(x)),), "no es el valor pedido"),
    ],
    "2.3.4": [
        ((1,), "debe ser una función"),
        ((lambda x, w1, b1, w2, b2: x @ w2,), "ValueError"),
        ((lambda *a: None,), "debe ser un array"),
        ((lambda *a: (z_of(*a) > 0)[:, np.newaxis],), "ravel"),
        ((lambda x, *a: np.zeros(len(x)),), "no es el valor pedido"),
    ],
    "2.3.5": [
        ((0.9,), "debe ser una función"),
        ((lambda model, x, y: model.nota(x, y),), "AttributeError"),
        ((folds,), "falta resumirlas"),
        ((lambda model, x, y: "bien",), "debe ser un número"),
        ((lambda model, x, y: 0.5,), "usa los parámetros"),
        ((lambda model, x, y: folds(KNeighborsClassifier(3), x, y).mean(),), "usa los parámetros"),
    ],
    "2.3.6": [
        ((0.9,), "debe ser una función"),
        ((lambda x: (0.9, 0.9),), "TypeError"),
        ((lambda x, y: mark(scaled_knn(), x, y),), "nota_sin, nota_con"),
        ((lambda x, y: (folds(raw_knn(), x, y), 0.9),), "nota_sin"),
        ((lambda x, y: (0.5, mark(scaled_knn(), x, y)),), "nota_sin no es la media"),
        ((lambda x, y: (mark(raw_knn(), x, y), 0.5),), "nota_con no es la media"),
    ],
}

EQUIVALENT = {
    "2.3.1": {
        **dict.fromkeys(
            (
                "`sqrt` por `abs` en `np.sqrt(((x - punto) ** 2).sum(axis=1))` (línea 2)",
                (
                    "`np.sqrt(((x - punto) ** 2).sum(axis=1))` por `((x - punto) ** "
                    "2).sum(axis=1)` (línea 2)"
                ),
                "`sum` por `mean` en `((x - punto) ** 2).sum(axis=1)` (línea 2)",
                "`x - punto`, al revés (línea 2)",
            ),
            "no cambia cuál es el menor",
        ),
    },
    "2.3.4": {
        **dict.fromkeys(
            ("`(salida.ravel() > 0).astype(int)` por `salida.ravel() > 0` (línea 4)",),
            "True y False valen 1 y 0",
        ),
    },
    "2.3.5": {
        **dict.fromkeys(
            ("sin `cv=5` (línea 2)",),
            "cinco partes es lo que hace cross_val_score si no se le dice",
        ),
    },
    "2.3.6": {
        **dict.fromkeys(
            ("sin `cv=5` (línea 3)", "sin `cv=5` (línea 4)"),
            "cinco partes es lo que hace cross_val_score si no se le dice",
        ),
        "`StandardScaler` con `with_mean=False` (línea 2)": "restar lo mismo no cambia distancias",
        "el elemento `StandardScaler()`, dos veces (línea 2)": "escalar lo escalado no cambia nada",
    },
}

TestContract = make_contract("lesson_02_03", GOOD, WRONG, EQUIVALENT)
