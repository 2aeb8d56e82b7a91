"""Contrato de los ejercicios de 2.2, cuatro paradigmas."""

import functools
from collections import Counter

import numpy as np
from contract import make_contract
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier


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


def entropy(y):
    p = shares(y)[shares(y) > 0]
    return -(p * np.log2(p)).sum()


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


def last_best_depth(x_a, y_a, x_v, y_v):
    scores = np.array(tree_scores(x_a, y_a, x_v, y_v))
    return int(np.flatnonzero(scores == scores.max())[-1]) + 1


def folds(model, x, y):
    return cross_val_score(model, x, y, cv=5)


@functools.cache
def cells():
    x, y = load_breast_cancer(return_X_y=True)
    return train_test_split(x, y, test_size=0.25, random_state=0, stratify=y)


def raw_knn():
    return KNeighborsClassifier()


def scaled_knn():
    return make_pipeline(StandardScaler(), KNeighborsClassifier())


@functools.cache
def cross(make):
    x, _, y, _ = cells()
    return folds(make(), x, y).mean()


def on_train(make):
    x, _, y, _ = cells()
    return make().fit(x, y).score(x, y)


def on_test(make):
    x, x_final, y, y_final = cells()
    return make().fit(x, y).score(x_final, y_final)


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


GOOD = {
    "2.2.1": [
        (lambda x, y, p, k: vote(y[nearest(x, p, k)]),),
        (vote_with_counter,),
        (lambda x, y, p, k: KNeighborsClassifier(k).fit(x, y).predict([p])[0],),
    ],
    "2.2.2": [
        (lambda y: 1 - (shares(y) ** 2).sum(),),
        (lambda y: 1 - sum((y == k).mean() ** 2 for k in set(y.tolist())),),
        (lambda y: (shares(y) * (1 - shares(y))).sum(),),
    ],
    "2.2.3": [
        (lambda x, w, b: np.abs(x @ w + b) / np.sqrt((w**2).sum()),),
        (lambda x, w, b: abs(signed(x, w, b)),),
        (lambda x, w, b: np.array([abs(w @ p + b) for p in x]) / np.linalg.norm(w),),
    ],
    "2.2.4": [
        (lambda *a: (z_of(*a) > 0).astype(int),),
        (lambda *a: z_of(*a) > 0,),
        (lambda *a: np.where(z_of(*a) > 0, 1.0, 0.0),),
        (net_with_loop,),
    ],
    "2.2.5": [
        (lambda x, y: len(support(x, y).support_) / len(x),),
        (lambda x, y: support(x, y).n_support_.sum() / len(y),),
    ],
    "2.2.6": [(best_depth,), (best_depth_with_loop,)],
    "2.2.7": [
        (lambda model, x, y: folds(model, x, y).mean(),),
        (lambda model, x, y: sum(cross_val_score(model, x, y)) / 5,),
    ],
    "2.2.8": [lambda: (cross(raw_knn), cross(scaled_knn))],
    "2.2.9": [
        (choose,),
        (choose_with_loop,),
        (lambda t, c, m: t[t[c] <= m].sort_values("exactitud").index[-1],),
    ],
}

WRONG = {
    "2.2.1": [
        ((1,), "debe ser una función"),
        ((lambda x, y, p: 1,), "TypeError"),
        ((lambda x, y, p, k: y[nearest(x, p, k)],), "falta el recuento"),
        ((lambda x, y, p, k: "uno",), "debe ser un número"),
        ((lambda x, y, p, k: vote(y[:k]),), "primeras filas"),
        ((lambda x, y, p, k: vote(y[distances(x, p).argsort()[-k:]]),), "más lejanos"),
        ((lambda x, y, p, k: nearest(x, p, k)[0],), "posición"),
        ((lambda x, y, p, k: vote(y[np.abs(x - p).sum(axis=1).argsort()[:k]]),), "4.24"),
        ((lambda x, y, p, k: 7,), "no es el valor pedido"),
        ((lambda x, y, p, k: vote(y) if k > 1 else 1,), "más se repite"),
        ((lambda x, y, p, k: y[nearest(x, p, k)].mean(),), "promedio"),
        ((lambda x, y, p, k: round(y[nearest(x, p, k)].mean()),), "promedio"),
        ((lambda x, y, p, k: 9 if k > 1 else 1,), "no es el valor pedido"),
        ((lambda x, y, p, k: vote(y[nearest(x, p, k if x[0, 0] == 7 else 5)]),), "¿usas k?"),
    ],
    "2.2.2": [
        ((0.5,), "debe ser una función"),
        ((lambda y: 1 / 0,), "ZeroDivisionError"),
        ((lambda y: shares(y),), "debe ser un número"),
        ((lambda y: (shares(y) ** 2).sum(),), "falta restarla"),
        ((lambda y: 1 - shares(y).max(),), "clase menor"),
        ((entropy,), "entropía"),
        ((lambda y: y.mean() * (1 - y.mean()),), "el doble"),
        ((lambda y: 1 - (np.bincount(y) ** 2).sum(),), "las cuentas"),
        ((lambda y: 0.9,), "gini de [0, 0, 0, 1] no es"),
        ((lambda y: 0.375,), "gini de [1, 1, 1]"),
        ((lambda y: 2 * y.mean() * (1 - y.mean()),), "con tres no"),
    ],
    "2.2.3": [
        ((2.0,), "debe ser una función"),
        ((lambda x, w: 1,), "TypeError"),
        ((lambda x, w, b: np.abs(signed(x, w, b)).min(),), "un solo número"),
        ((lambda x, w, b: np.array(3.0),), "es un solo número"),
        ((lambda x, w, b: "lejos",), "debe ser un array"),
        ((lambda x, w, b: np.abs(signed(x, w, b))[:, np.newaxis],), "ravel"),
        ((lambda x, w, b: x,), "forma"),
        ((lambda x, w, b: np.array(["a"] * len(x)),), "debe contener números"),
        ((signed,), "negativas"),
        ((lambda x, w, b: np.abs(x @ w + b),), "longitud de w"),
        ((lambda x, w, b: np.abs(x @ w + b) / (w**2).sum(),), "raíz cuadrada"),
        ((lambda x, w, b: np.abs(signed(x, w, 0)),), "sumar b"),
        ((lambda x, w, b: np.zeros(len(x)),), "no es el valor pedido"),
    ],
    "2.2.4": [
        ((1,), "debe ser una función"),
        ((lambda x, w1, b1, w2, b2: x @ w2,), "ValueError"),
        ((lambda *a: None,), "debe ser un array"),
        ((lambda *a: (z_of(*a) > 0)[:, np.newaxis],), "ravel"),
        ((z_of,), "Devuelve z"),
        ((lambda *a: 1 / (1 + np.exp(-z_of(*a))),), "probabilidad"),
        ((lambda *a: z_of(*a) <= 0,), "al revés"),
        ((lambda x, w1, b1, w2, b2: ((x @ w1 + b1) @ w2 + b2)[:, 0] > 0,), "una sola recta"),
        ((lambda x, w1, b1, w2, b2: z_of(x, w1, 0, w2, b2) > 0,), "Falta sumar b1"),
        (
            (lambda x, w1, b1, w2, b2: ((np.maximum(0, x @ w1) + b1) @ w2 + b2)[:, 0] > 0,),
            "antes de tomar el máximo",
        ),
        ((lambda x, w1, b1, w2, b2: z_of(x, w1, b1, w2, 0) > 0,), "sumar b2"),
        ((lambda *a: z_of(*a) > 0.5,), "con 0.5"),
        ((lambda x, *a: np.zeros(len(x)),), "no es el valor pedido"),
    ],
    "2.2.5": [
        ((0.2,), "debe ser una función"),
        ((lambda x: 1,), "TypeError"),
        ((lambda x, y: support(x, y).n_support_ / len(x),), "cada clase"),
        ((lambda x, y: "mucho",), "debe ser un número"),
        ((lambda x, y: len(support(x, y).support_),), "divide entre los ejemplos"),
        ((lambda x, y: 100 * len(support(x, y).support_) / len(x),), "porcentaje"),
        ((lambda x, y: 1 - len(support(x, y).support_) / len(x),), "no son vectores"),
        ((lambda x, y: support(x, y).support_vectors_.size / len(x),), "el doble"),
        ((lambda x, y: support(x, y).n_support_[0] / len(x),), "una clase"),
        ((lambda x, y: len(SVC(kernel="linear").fit(x, y).support_) / len(x),), "tal cual"),
    ],
    "2.2.6": [
        ((4,), "debe ser una función"),
        ((lambda x_a, y_a: 4,), "TypeError"),
        ((lambda *a: "cuatro",), "debe ser un número"),
        ((lambda *a: max(tree_scores(*a)),), "es una exactitud"),
        ((lambda *a: int(np.argmax(tree_scores(*a))),), "una menos"),
        ((lambda x_a, y_a, x_v, y_v: best_depth(x_a, y_a, x_a, y_a),), "en entrenamiento"),
        ((lambda *a: int(np.argmin(tree_scores(*a))) + 1,), "menos acierta"),
        ((last_best_depth,), "empate"),
        ((lambda *a: 30,), "no es el valor pedido"),
    ],
    "2.2.7": [
        ((0.9,), "debe ser una función"),
        ((lambda model, x, y: model.nota(x, y),), "AttributeError"),
        ((folds,), "falta resumirlas"),
        ((lambda model, x, y: "bien",), "debe ser un número"),
        ((lambda model, x, y: model.fit(x, y).score(x, y),), "en entrenamiento"),
        ((lambda model, x, y: folds(model, x, y).max(),), "la mejor"),
        ((lambda model, x, y: folds(model, x, y).sum(),), "la suma"),
        ((lambda model, x, y: 100 * folds(model, x, y).mean(),), "porcentaje"),
        ((lambda model, x, y: 0.5,), "usa los parámetros"),
        ((lambda model, x, y: folds(KNeighborsClassifier(3), x, y).mean(),), "usa los parámetros"),
    ],
    "2.2.8": [
        (("0.9", 0.96), "knn_sin_escalar debe ser un número"),
        ((0.9, None), "llegó None"),
        ((93.9, 96.2), "entre 0 y 1"),
        (lambda: (cross(scaled_knn), cross(raw_knn)), "al revés"),
        (lambda: (on_train(raw_knn), on_train(scaled_knn)), "en entrenamiento"),
        (lambda: (on_test(raw_knn), on_test(scaled_knn)), "examen final"),
        (lambda: (cross(raw_knn), cross(raw_knn)), "dan lo mismo"),
        (lambda: (0.5, cross(scaled_knn)), "knn_sin_escalar no es"),
        (lambda: (cross(raw_knn), 0.99), "knn_escalado no es"),
    ],
    "2.2.9": [
        (("red",), "debe ser una función"),
        ((lambda t: "árbol",), "TypeError"),
        ((lambda t, c, m: t[t[c] <= m]["exactitud"].max(),), "el nombre del modelo"),
        ((lambda t, c, m: t[t[c] <= m]["exactitud"],), "debe ser un texto"),
        ((lambda t, c, m: t["exactitud"].idxmax(),), "toda la tabla"),
        ((lambda t, c, m: t[c].idxmin(),), "menor valor"),
        ((lambda t, c, m: t[t[c] >= m].query("guarda < 900")["exactitud"].idxmax(),), "no cumple"),
        ((lambda t, c, m: "red",), "no es el valor pedido"),
        ((lambda t, c, m: t[t[c] < m]["exactitud"].idxmax(),), "usa <="),
        ((lambda t, c, m: choose(t, "guarda", m),), "usa el parámetro columna"),
    ],
}

TestContract = make_contract("lesson_22", GOOD, WRONG)
