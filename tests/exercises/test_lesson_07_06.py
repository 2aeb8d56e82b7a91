"""Contrato de los ejercicios de la lección 7.6, Aprender del error."""

import numpy as np
from contract import make_contract
from sklearn.base import clone
from sklearn.ensemble import StackingRegressor
from sklearn.linear_model import LinearRegression
from sklearn.tree import DecisionTreeRegressor


def boost(x, y, count, rate):
    """Con el tocón de scikit-learn."""
    answer = np.full(len(y), y.mean())
    for _ in range(count):
        stump = DecisionTreeRegressor(max_depth=1).fit(x[:, None], y - answer)
        answer = answer + rate * stump.predict(x[:, None])
    return answer


def adaboost(weights, missed):
    error = np.average(missed, weights=weights)
    vote = np.log(1 / error - 1)
    fresh = weights.copy()
    fresh[missed] *= np.exp(vote)
    return vote, fresh / fresh.sum()


def stop(errors, patience):
    best, count, since = errors[0], 1, 0
    for number, error in enumerate(errors[1:], start=2):
        if error < best:
            best, count, since = error, number, 0
        else:
            since += 1
            if since == patience:
                break
    return count


def stack(models, x, y, x_new):
    named = [(f"m{number}", clone(model)) for number, model in enumerate(models)]
    return StackingRegressor(named, LinearRegression(), cv=5).fit(x, y).predict(x_new)


def leaf(y, p, l2):
    return np.sum(y - p) / (np.sum(p - p**2) + l2)


GOOD = {
    "7.6.1": [(boost,), (lambda *given: boost(*given).tolist(),)],
    "7.6.2": [(adaboost,), (lambda w, m: list(adaboost(w, m)),)],
    "7.6.3": [(stop,), (lambda e, p: np.int64(stop(e, p)),)],
    "7.6.4": [(stack,)],
    "7.6.5": [(leaf,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.6.1": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: "a",), "array"),
        ((lambda *a: boost(*a) + 1,), "no es el valor pedido"),
    ],
    "7.6.2": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda w, m: 3,), "dos cosas"),
        ((lambda w, m: ("a", w),), "debe ser un número"),
        ((lambda w, m: (adaboost(w, m)[0] + 1, w),), "no es el valor pedido"),
    ],
    "7.6.3": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: "a",), "debe ser un número"),
        ((lambda e, p: 100,), "antes de parar"),
    ],
    "7.6.4": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: "a",), "array"),
        ((lambda *a: stack(*a) + 1,), "no es el valor pedido"),
    ],
    "7.6.5": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda y, p, l2: y - p,), "un solo número"),
        ((lambda y, p, l2: leaf(y, p, l2) + 1,), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "7.6.1": {
        "`<=` por `<` en `x <= corte` (línea 5)": "ningún valor iguala al corte",
        "`y` por `x` (línea 2)": "x e y tienen las mismas filas",
        "el elemento `y.mean()`, dos veces (línea 2)": (
            "así np.full recibe dtype=y.mean(), y NumPy lee de ahí que son decimales"
        ),
    },
    "7.6.3": {
        "`>=` por `==` en `i - mejor >= paciencia` (línea 6)": (
            "crece de uno en uno, y se para en cuanto la iguala"
        ),
    },
    "7.6.4": {
        "sin `cv=5` (línea 2)": "es lo que trae puesto cross_val_predict",
    },
}

TestContract = make_contract("lesson_07_06", GOOD, WRONG, EQUIVALENT)
