"""Contrato de los ejercicios de la lección 2.6, umbrales y curvas."""

import numpy as np
from contract import make_contract
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, hamming_loss, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def four(y, p, k=1):
    was, said = y == k, p == k
    return (was & said).sum(), (~was & said).sum(), (was & ~said).sum(), (~was & ~said).sum()


def rates(y, s, t):
    return (s[y == 1] >= t).mean(), (s[y == 0] >= t).mean()


def rates_by_counts(y, s, t):
    tp, fp, fn, tn = four(y, (s >= t).astype(int))
    return [tp / (tp + fn), fp / (fp + tn)]


def pairs(y, s):
    return s[y == 1][:, np.newaxis], s[y == 0]


def auc(y, s):
    a, b = pairs(y, s)
    return (a > b).mean() + (a == b).mean() / 2


def auc_with_loops(y, s):
    wins = 0
    for a in s[y == 1]:
        for b in s[y == 0]:
            wins += 1 if a > b else 0.5 if a == b else 0
    return wins / ((y == 1).sum() * (y == 0).sum())


def macro(m):
    return (np.diag(m) / m.sum(axis=0)).mean()


def cells(y, p):
    return (y == p).mean()


def rows(y, p):
    return (y == p).all(axis=1).mean()


def highest_threshold(y, s, minimum):
    for t in np.sort(s)[::-1]:
        if (s[y == 1] >= t).mean() >= minimum:
            return t


def threshold_by_position(y, s, minimum):
    positives = np.sort(s[y == 1])[::-1]
    needed = next(k for k in range(1, len(positives) + 1) if k / len(positives) >= minimum)
    return positives[needed - 1]


def just_below(y, s, minimum):
    return highest_threshold(y, s, minimum) - 1e-9


def lowest_threshold(y, s, minimum):
    for t in np.sort(s):
        if (s[y == 1] >= t).mean() >= minimum:
            return t


def one_too_low(y, s, minimum):
    return np.sort(s)[np.searchsorted(np.sort(s), highest_threshold(y, s, minimum)) - 1]


def interval(hits, repetitions, seed):
    rng = np.random.default_rng(seed)
    scores = [rng.choice(hits, size=len(hits)).mean() for _ in range(repetitions)]
    return tuple(np.quantile(scores, [0.025, 0.975]))


def interval_by_positions(hits, repetitions, seed):
    rng, n = np.random.default_rng(seed), len(hits)
    scores = [hits[rng.integers(n, size=n)].sum() / n for _ in range(repetitions)]
    return list(np.percentile(scores, [2.5, 97.5]))


def interval_at_once(hits, repetitions, seed):
    samples = np.random.default_rng(seed).choice(hits, size=(repetitions, len(hits)))
    return np.quantile(samples.mean(axis=1), [0.025, 0.975])


def seed_in_the_loop(hits, repetitions, seed):
    return hits.mean(), hits.mean()


CANCER = load_breast_cancer()
MALIGNANT = 1 - CANCER.target
X_REST, X_EXAM, Y_REST, Y_EXAM = train_test_split(
    CANCER.data, MALIGNANT, test_size=0.25, random_state=42, stratify=MALIGNANT
)


def fitted(columns=30):
    model = make_pipeline(StandardScaler(), LogisticRegression())
    return model.fit(X_REST[:, :columns], Y_REST)


GOOD = {
    "2.6.1": [(rates,), (rates_by_counts,)],
    "2.6.2": [(auc,), (auc_with_loops,), (lambda y, s: roc_auc_score(y, s),)],
    "2.6.3": [
        (macro,),
        (lambda m: sum(m[k, k] / m[:, k].sum() for k in range(len(m))) / len(m),),
    ],
    "2.6.4": [
        (cells, rows),
        (lambda y, p: 1 - hamming_loss(y, p), lambda y, p: accuracy_score(y, p)),
    ],
    "2.6.5": [(interval,), (interval_by_positions,), (interval_at_once,)],
    "2.6.6": [
        (MALIGNANT,),
        (CANCER.target == 0,),
        (np.where(CANCER.target == 0, 1, 0),),
        ((CANCER.target == 0).astype(float),),
    ],
    "2.6.7": [(highest_threshold,), (threshold_by_position,)],
    "2.6.8": [
        lambda: (fitted().predict_proba(X_EXAM)[:, 1],),
        lambda: (fitted().decision_function(X_EXAM),),
    ],
}

WRONG = {
    "2.6.1": [
        ((0.5,), "debe ser una función"),
        ((lambda y, s, t: rates(y, s, t)[0],), "dos cosas"),
        ((lambda y, s, t: (0.5, 0.5),), "No son las tasas"),
    ],
    "2.6.2": [
        ((0.79,), "debe ser una función"),
        ((lambda y, s: np.greater(*pairs(y, s)),), "resumirlo"),
        ((lambda y, s: 0.5,), "no es el valor pedido"),
    ],
    "2.6.3": [
        ((0.5,), "debe ser una función"),
        ((lambda m: np.diag(m) / m.sum(axis=0),), "resumirlo"),
        ((lambda m: 0.5,), "no es el valor pedido"),
    ],
    "2.6.4": [
        ((0.83, rows), "casillas_correctas debe ser"),
        ((cells, 0.5), "filas_perfectas debe ser"),
        ((lambda y, p: 0.123, rows), "casillas_correctas no es"),
        ((cells, lambda y, p: 0.123), "filas_perfectas no es"),
    ],
    "2.6.5": [
        (((0.87, 1.0),), "debe ser una función"),
        ((lambda h, r: 0,), "TypeError"),
        ((lambda h, r, s: h.mean(),), "dos cosas"),
        ((lambda h, r, s: (h, h),), "debe ser un número"),
        ((lambda h, r, s: (0.8, 1.0),), "deberían salir"),
        ((seed_in_the_loop,), "fuera del ciclo"),
    ],
    "2.6.6": [
        ((0,), "debe ser un array"),
        ((np.array(["maligno"]),), "ceros y unos"),
        ((MALIGNANT[:100],), "debe tener forma (569,)"),
        ((MALIGNANT + 1,), "solo debe contener"),
        ((np.ones(569),), "no señala"),
    ],
    "2.6.7": [
        ((0.2,), "debe ser una función"),
        ((lambda y, s: 0.5,), "TypeError"),
        ((lambda y, s, m: None,), "debe ser un número"),
        ((lambda y, s, m: s.max(),), "la puntuación más alta"),
        ((lambda y, s, m: 0.99,), "se queda en una exhaustividad de 0.000"),
        ((lowest_threshold,), "más baja"),
        ((one_too_low,), "busca el más alto"),
        ((just_below,), "no es una de las puntuaciones"),
    ],
    "2.6.8": [
        ((0.99,), "debe ser un array"),
        ((np.array(["alto"] * 143),), "números decimales"),
        (lambda: (fitted().predict_proba(X_EXAM),), "dos columnas"),
        (lambda: (fitted().predict_proba(X_REST)[:, 1],), "las de x_rest"),
        ((np.zeros(10),), "debe tener forma (143,)"),
        ((np.full(143, np.nan),), "nan o infinitos"),
        (lambda: (fitted().predict(X_EXAM),), "aplicó un umbral"),
        (lambda: (fitted().predict_proba(X_EXAM)[:, 0],), "al revés"),
        (lambda: (fitted(2).predict_proba(X_EXAM[:, :2])[:, 1],), "se pide 0.97"),
    ],
}

EQUIVALENT = {
    "2.6.5": {"`choice` con `replace=True` (línea 3)": "es lo que hace por defecto"},
    "2.6.8": {
        "sin el elemento `StandardScaler()` (línea 1)": "también pasa de 0.97",
        "`StandardScaler` con `with_mean=False` (línea 1)": "la media la absorbe el sesgo",
        "`LogisticRegression` con `C=1e-4` (línea 2)": "también pasa de 0.97",
        "redondeado a 2 decimales": "ordena casi igual: el AUC pasa de 0.97",
    },
}

TestContract = make_contract("lesson_02_06", GOOD, WRONG, EQUIVALENT)
