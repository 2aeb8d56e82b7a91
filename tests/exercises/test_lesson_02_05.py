"""Contrato de los ejercicios de la lección 2.5, métricas."""

import numpy as np
from contract import make_contract
from sklearn.dummy import DummyClassifier
from sklearn.metrics import (
    balanced_accuracy_score,
    f1_score,
    mean_absolute_error,
    precision_score,
    r2_score,
    recall_score,
    root_mean_squared_error,
)
from sklearn.neighbors import KNeighborsClassifier


def four(y, p, k=1):
    was, said = y == k, p == k
    return (was & said).sum(), (~was & said).sum(), (was & ~said).sum(), (~was & ~said).sum()


def four_with_a_loop(y, p, k):
    counts = [0, 0, 0, 0]
    for real, said in zip(y.tolist(), p.tolist(), strict=True):
        counts[
            {(True, True): 0, (False, True): 1, (True, False): 2}.get((real == k, said == k), 3)
        ] += 1
    return counts


def precision(y, p):
    return float(precision_score(y, p, zero_division=0))


def recall(y, p):
    return float(recall_score(y, p, zero_division=0))


def f1(y, p):
    return float(f1_score(y, p, zero_division=0))


def precision_by_hand(y, p):
    tp, fp, _, _ = four(y, p)
    return tp / (tp + fp) if tp + fp else 0


def recall_by_hand(y, p):
    tp, _, fn, _ = four(y, p)
    return 0.0 if tp + fn == 0 else tp / (tp + fn)


def f1_by_hand(y, p):
    a, b = precision(y, p), recall(y, p)
    return 2 * a * b / (a + b) if a + b else 0.0


def unsafe_precision(y, p):
    tp, fp, _, _ = four(y, p)
    return tp / (tp + fp)


def unsafe_recall(y, p):
    tp, _, fn, _ = map(int, four(y, p))
    return tp / (tp + fn)


def unless_empty(function, otherwise):
    """La función, salvo donde la fórmula dividiría entre cero."""
    return lambda y, p: otherwise if len(y) == 3 else function(y, p)


def mae(y, p):
    return np.abs(y - p).mean()


def rmse(y, p):
    return np.sqrt(((y - p) ** 2).mean())


def r2(y, p):
    return 1 - ((y - p) ** 2).sum() / ((y - y.mean()) ** 2).sum()


def balanced(y, p):
    return ((p[y == 1] == 1).mean() + (p[y == 0] == 0).mean()) / 2


class Mute:
    """Un modelo de mentira que no responde nada."""

    def predict(self, x):
        return None


GOOD = {
    "2.5.1": [(four,), (four_with_a_loop,), (lambda y, p, k: tuple(map(int, four(y, p, k))),)],
    "2.5.2": [(precision_by_hand, recall_by_hand), (precision, recall)],
    "2.5.3": [(f1_by_hand,), (f1,)],
    "2.5.4": [
        (mae, rmse, r2),
        (
            lambda y, p: mean_absolute_error(y, p),
            lambda y, p: root_mean_squared_error(y, p),
            lambda y, p: r2_score(y, p),
        ),
        (lambda y, p: sum(abs(y - p)) / len(y), lambda y, p: np.mean((y - p) ** 2) ** 0.5, r2),
    ],
    "2.5.5": [
        (balanced,),
        (lambda y, p: balanced_accuracy_score(y, p),),
        (lambda y, p: recall_score(y, p, average="macro"),),
    ],
    "2.5.6": [
        (lambda x, y: DummyClassifier(strategy="most_frequent").fit(x, y),),
        (lambda x, y: DummyClassifier().fit(x, y),),
    ],
}

WRONG = {
    "2.5.1": [
        ((5,), "debe ser una función"),
        ((lambda y, p, k: 1 / 0,), "ZeroDivisionError"),
        ((lambda y, p: four(y, p),), "TypeError"),
        ((lambda y, p, k: 5,), "4 cosas separadas por comas"),
        ((lambda y, p, k: four(y, p, k)[:3],), "4 cosas separadas por comas"),
        ((lambda y, p, k: list("abcd"),), "debe ser un número"),
        ((lambda y, p, k: (four(y, p, k)[0], 0, 0, 0),), "deberían sumar 60"),
        ((lambda y, p, k: (len(y), 0, 0, 0),), "no son los recuentos"),
    ],
    "2.5.2": [
        ((0.33, recall), "precision debe ser una función"),
        ((precision, 0.25), "exhaustividad debe ser una función"),
        ((lambda y, p: 0.5, recall), "no es el valor pedido"),
        ((lambda y, p: y == p, recall), "resumirlo en un solo número"),
        ((lambda y, p: None, recall), "debe ser un número"),
        ((lambda y, p: y.desconocido, recall), "AttributeError"),
        ((unsafe_precision, recall), "divide entre cero cuando el modelo nunca acusa"),
        ((precision, unsafe_recall), "no hay nada que encontrar"),
        ((unless_empty(precision, 1), recall), "debe devolver 0.0 cuando el modelo nunca"),
        ((unless_empty(precision, "nada"), recall), "debe ser un número"),
        (
            (lambda y, p: precision(y, p) if p.any() else y.desconocido, recall),
            "AttributeError",
        ),
    ],
    "2.5.3": [
        ((0.29,), "debe ser una función"),
        ((lambda y, p: 0.29,), "no es el valor pedido"),
        ((lambda y, p: 2 / (1 / precision(y, p) + 1 / recall(y, p)),), "divide entre cero"),
        ((unless_empty(f1, 1.0),), "debe devolver 0.0"),
    ],
    "2.5.4": [
        ((1, rmse, r2), "mae debe ser una función"),
        ((mae, 1, r2), "rmse debe ser una función"),
        ((mae, rmse, 1), "r2 debe ser una función"),
        ((lambda y, p: 1.5, rmse, r2), "mae no es el valor"),
        ((mae, lambda y, p: 1.5, r2), "rmse no es el valor"),
        ((mae, rmse, lambda y, p: 0.5), "r2 no es el valor"),
    ],
    "2.5.5": [
        ((0.6,), "debe ser una función"),
        ((lambda y, p: y == p,), "resumirlo"),
        ((lambda y, p: 0.5,), "no es el valor pedido"),
    ],
    "2.5.6": [
        ((DummyClassifier(),), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda x, y: None,), "un modelo de scikit-learn"),
        ((lambda x, y: DummyClassifier,), "un modelo de scikit-learn"),
        ((lambda x, y: DummyClassifier(),), "sin entrenar"),
        ((lambda x, y: DummyClassifier().fit(x[:4], y[:4]),), "la clase más frecuente de y es"),
        ((lambda x, y: KNeighborsClassifier(3).fit(x, y),), "no responde siempre lo mismo"),
        ((lambda x, y: Mute(),), "debe ser un array"),
    ],
}

EQUIVALENT = {
    "2.5.6": {
        "`x` por `y` (línea 2)": "no mira las características: da igual cuáles sean",
        "sin `strategy='most_frequent'` (línea 2)": "lo que hace por defecto, responde lo mismo",
    },
    "2.5.4": dict.fromkeys(
        (
            "`reales - predichas`, al revés (línea 2)",
            "`reales - predichas`, al revés (línea 5)",
            "`reales - predichas`, al revés (línea 8)",
            "`reales - reales.mean()`, al revés (línea 9)",
        ),
        "el signo del error se pierde al elevarlo al cuadrado o en su valor absoluto",
    ),
}

TestContract = make_contract("lesson_02_05", GOOD, WRONG, EQUIVALENT)
