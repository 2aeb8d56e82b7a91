"""Contrato de los ejercicios de la lección 2.4, elegir un modelo."""

import numpy as np
from contract import make_contract
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier


def advantage(a, b, x, y):
    return cross_val_score(a, x, y, cv=5) - cross_val_score(b, x, y, cv=5)


def advantage_by_hand(a, b, x, y):
    parts = StratifiedKFold(5).split(x, y)
    return [
        a.fit(x[learn], y[learn]).score(x[exam], y[exam])
        - b.fit(x[learn], y[learn]).score(x[exam], y[exam])
        for learn, exam in parts
    ]


def support(x, y):
    return SVC().fit(x, y)


def tree_scores(x_a, y_a, x_b, y_b):
    return [
        DecisionTreeClassifier(max_depth=d, random_state=0).fit(x_a, y_a).score(x_b, y_b)
        for d in range(1, 11)
    ]


def best_depth(x_a, y_a, x_v, y_v):
    return int(np.argmax(tree_scores(x_a, y_a, x_v, y_v))) + 1


def best_depth_with_loop(x_a, y_a, x_v, y_v):
    best, best_score = 0, 0
    for depth, score in enumerate(tree_scores(x_a, y_a, x_v, y_v), start=1):
        if score > best_score:
            best, best_score = depth, score
    return best


def choose(table, column, limit):
    return table[table[column] <= limit]["exactitud"].idxmax()


def choose_with_loop(table, column, limit):
    best = None
    for name, row in table.iterrows():
        if row[column] <= limit and (
            best is None or row["exactitud"] > table.loc[best, "exactitud"]
        ):
            best = name
    return best


def near(t, m):
    return t[t["exactitud"] >= t["exactitud"].max() - m]


GOOD = {
    "2.4.1": [(advantage,), (advantage_by_hand,)],
    "2.4.2": [
        (lambda x, y: len(support(x, y).support_) / len(x),),
        (lambda x, y: support(x, y).n_support_.sum() / len(y),),
    ],
    "2.4.3": [(best_depth,), (best_depth_with_loop,)],
    "2.4.4": [
        (lambda t, m: list(near(t, m).index),),
        (lambda t, m: near(t, m).index,),
        (lambda t, m: [n for n in t.index if t["exactitud"].max() - t["exactitud"][n] <= m],),
    ],
    "2.4.5": [
        (choose,),
        (choose_with_loop,),
        (lambda t, c, m: t[t[c] <= m].sort_values("exactitud").index[-1],),
    ],
}

WRONG = {
    "2.4.1": [
        ((0.1,), "debe ser una función"),
        ((lambda a, b, x: 1,), "TypeError"),
        ((lambda *args: None,), "debe ser un array"),
        ((lambda *args: ["uno"],), "cada número de lo que devuelve ventaja"),
        ((lambda *args: advantage(*args)[:3],), "Se piden las cinco diferencias"),
        ((lambda a, b, x, y: cross_val_score(a, x, y) + cross_val_score(b, x, y),), "menos la de"),
    ],
    "2.4.2": [
        ((0.2,), "debe ser una función"),
        ((lambda x: 1,), "TypeError"),
        ((lambda x, y: support(x, y).n_support_ / len(x),), "cada clase"),
        ((lambda x, y: "mucho",), "debe ser un número"),
        ((lambda x, y: len(SVC(kernel="linear").fit(x, y).support_) / len(x),), "tal cual"),
    ],
    "2.4.3": [
        ((4,), "debe ser una función"),
        ((lambda x_a, y_a: 4,), "TypeError"),
        ((lambda *a: "cuatro",), "debe ser un número"),
        ((lambda *a: 30,), "no es el valor pedido"),
    ],
    "2.4.4": [
        ((["red"],), "debe ser una función"),
        ((lambda t: ["red"],), "TypeError"),
        ((near,), "se piden los nombres"),
        ((lambda t, m: near(t, m)["exactitud"],), "se piden los nombres"),
        ((lambda t, m: "kNN",), "debe ser una lista"),
        ((lambda t, m: ["A", "B"],), "son ['B', 'C'] y llegó ['A', 'B']"),
    ],
    "2.4.5": [
        (("red",), "debe ser una función"),
        ((lambda t: "árbol",), "TypeError"),
        ((lambda t, c, m: t[t[c] <= m]["exactitud"].max(),), "el nombre del modelo"),
        ((lambda t, c, m: t[t[c] <= m]["exactitud"],), "debe ser un texto"),
        ((lambda t, c, m: "red",), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "2.4.1": {
        **dict.fromkeys(
            (
                "sin `cv=5` (línea 2)",
                "sin `cv=5` (línea 3)",
            ),
            "cinco partes es lo que hace cross_val_score si no se le dice",
        ),
    },
    "2.4.2": {
        "`x` por `y` (línea 3)": "las dos tienen el mismo largo",
    },
    "2.4.3": {
        **dict.fromkeys(
            (
                "sin `random_state=0` (línea 4)",
                "`0` por `1` (línea 5)",
            ),
            "el azar solo decide entre cortes que empatan",
        ),
        **dict.fromkeys(
            ("`int(np.argmax(aciertos))` por `np.argmax(aciertos)` (línea 7)",),
            "un entero de NumPy es un entero",
        ),
    },
    "2.4.4": {
        "`list(cerca.index)` por `cerca.index` (línea 3)": "también vale: son los mismos nombres",
    },
}

TestContract = make_contract("lesson_02_04", GOOD, WRONG, EQUIVALENT)
