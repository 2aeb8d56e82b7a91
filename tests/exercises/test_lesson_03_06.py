"""Contrato de los ejercicios de la lección 3.6, Frenar y comparar."""

import functools

import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.base import clone
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

from course_utils import paired_difference
from course_utils.exercises import cars


def folds_rmse(model, x, y, folds, *, leak=False, same=False, swap=False, summary=None):
    summary = summary or (lambda e: np.sqrt((e**2).mean()))
    result = []
    for learn, exam in folds:
        if swap:
            learn, exam = exam, learn
        rows = np.arange(len(x)) if leak else learn
        model.fit(x.iloc[rows], y.iloc[rows])
        exam = learn if same else exam
        result.append(summary(np.asarray(y.iloc[exam] - model.predict(x.iloc[exam]))))
    return np.array(result)


def ridge(x, y, alpha, penalty=None):
    penalty = alpha * np.eye(x.shape[1]) if penalty is None else penalty
    return np.linalg.solve(x.T @ x + penalty, x.T @ y)


def verdict(a, b, ddof=1):
    d = a - b
    if abs(d.mean()) <= d.std(ddof=ddof):
        return "empate"
    return "a" if d.mean() < 0 else "b"


def by_means(a, b):
    if a.mean() == b.mean():
        return "empate"
    return "a" if a.mean() < b.mean() else "b"


def by_library(model, x, y, folds):
    return -cross_val_score(model, x, y, cv=folds, scoring="neg_root_mean_squared_error")


def known():
    x, _, y, _ = cars.split()
    return x, y


@functools.cache
def trained(degree, alpha=10, *, rows=318, everything=False, target=1, **settings):
    """Un pipeline entrenado con los coches de aprender, o también con los del sobre."""
    x, x_sealed, y, y_sealed = cars.split()
    if everything:
        x, y, rows = pd.concat([x, x_sealed]), pd.concat([y, y_sealed]), 398
    model = cars.pipeline(degree, alpha).set_params(**settings)
    return model.fit(x.iloc[:rows], target * y.iloc[:rows])


@functools.cache
def forest(seed=None):
    """Otro modelo, que usa el azar: si no se fija, no se puede repetir."""
    columns = cars.pipeline(1)[0]
    return make_pipeline(columns, RandomForestRegressor(30, random_state=seed)).fit(*known())


class Impostor:
    """Predice, pero no es un modelo de scikit-learn."""

    def predict(self, x):
        return np.full(len(x), 10.0)


class Nan(LinearRegression):
    """Un modelo que predice nan."""

    def predict(self, x):
        return np.full(len(x), np.nan)


class OnlyOne(LinearRegression):
    """Un modelo que da un solo número."""

    def predict(self, x):
        return np.zeros(1)


def told_apart(y, one, other):
    found = paired_difference(root_mean_squared_error, y, one, other)
    return found.low > 0 or found.high < 0


def pair(*arguments):
    return paired_difference(root_mean_squared_error, *arguments)


STRICT = "columntransformer__onehotencoder__handle_unknown"

GOOD = {
    "3.6.1": [
        (folds_rmse,),
        (lambda m, x, y, f: folds_rmse(clone(m), x, y, f),),
        (by_library,),
    ],
    "3.6.2": [
        (ridge,),
        (lambda x, y, a: np.linalg.inv(x.T @ x + a * np.eye(x.shape[1])) @ x.T @ y,),
    ],
    "3.6.3": [
        (lambda a, e: a[e.mean(axis=1).argmin()],),
        (lambda a, e: min(zip(e.sum(axis=1), a, strict=True))[1],),
    ],
    "3.6.4": [
        (verdict,),
        (lambda a, b: {"a": "b", "b": "a"}.get(verdict(b, a), "empate"),),
    ],
    "3.6.5": [
        lambda: (trained(3),),
        lambda: (trained(2),),
        lambda: (forest(0),),
        lambda: (forest(),),
    ],
    "3.6.6": [
        (told_apart,),
        (lambda y, one, other: not (lambda d: d.low <= 0 <= d.high)(pair(y, one, other)),),
        (lambda y, one, other: np.sign(pair(y, one, other)[1:]).prod() > 0,),
    ],
}

WRONG = {
    "3.6.1": [
        ((1.4,), "debe ser una función"),
        ((lambda m, x, y, f: 1 / 0,), "ZeroDivisionError"),
        ((lambda m, x, y, f: list(folds_rmse(m, x, y, f)),), "np.array(resultado)"),
        ((lambda m, x, y, f: "rmse",), "debe ser un array"),
        ((lambda m, x, y, f: folds_rmse(m, x, y, f).mean(),), "sin promediar"),
        ((lambda m, x, y, f: folds_rmse(m, x, y, f)[:2],), "debe tener forma"),
        ((lambda m, x, y, f: np.ones(3),), ".iloc"),
        (
            (lambda m, x, y, f: folds_rmse(m, x.loc[range(len(x))], y.loc[range(len(y))], f),),
            ".iloc",
        ),
    ],
    "3.6.2": [
        ((3,), "debe ser una función"),
        ((lambda x, y: x,), "TypeError"),
        ((lambda x, y, a: np.zeros(9),), "debe tener forma"),
        ((lambda x, y, a: np.zeros(x.shape[1]),), "no es el valor pedido"),
    ],
    "3.6.3": [
        ((10.0,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, e: e.mean(axis=1),), "debe ser un número"),
        ((lambda a, e: a[e[:, -1].argmin()],), "no es el valor pedido"),
    ],
    "3.6.4": [
        (("empate",), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, b: a.mean(),), "debe ser un texto"),
        ((lambda a, b: "A",), 'devuelve "a"'),
        ((lambda a, b: "a" if np.array_equal(a, b) else verdict(a, b),), "idénticos"),
    ],
    "3.6.5": [
        (("modelo",), "debe ser un pipeline"),
        ((Impostor(),), "debe ser un pipeline"),
        ((make_pipeline(LinearRegression()),), "se detuvo con un error"),
        (lambda: (cars.pipeline(3, 10),), "se detuvo con un error"),
        ((OnlyOne(),), "debe tener forma"),
        ((Nan(),), "sin nan"),
        (lambda: (trained(3, target=2),), "se separan hasta"),
        (lambda: (trained(3, everything=True),), "también los del sobre"),
        (lambda: (trained(3, rows=300),), "se separan hasta"),
        (lambda: (trained(1, None),), "se pide 1.3"),
        (lambda: (trained(2, None),), "se pide 1.3"),
        (lambda: (trained(3, **{STRICT: "error"}),), "se detuvo con un error"),
    ],
    "3.6.6": [
        ((True,), "debe ser una función"),
        ((lambda y, one: True,), "TypeError"),
        ((lambda *given: pair(*given).value,), "debe ser"),
        ((lambda *given: not told_apart(*given),), "gana el segundo"),
        ((lambda y, a, b: told_apart(y, a, b) or np.array_equal(a, b),), "mira si el 0 está"),
    ],
}

EQUIVALENT = {
    "3.6.1": {
        **dict.fromkeys(
            ("`y.iloc[examinar] - model.predict(x.iloc…`, al revés (línea 5)",),
            "al cuadrado, el signo da lo mismo",
        ),
    },
    "3.6.3": {
        **dict.fromkeys(
            ("`mean` por `sum` en `errores.mean(axis=1)` (línea 2)",),
            "con los mismos pliegues en todos, gana el mismo",
        ),
    },
    "3.6.4": {
        "`<` por `<=` en `resta.mean() < 0` (línea 5)": "con media 0 ya es empate",
        **dict.fromkeys(
            ("`mean` por `sum` en `resta.mean()` (línea 5)",),
            "el signo de la suma es el de la media",
        ),
        **dict.fromkeys(
            ("`mean` por `median` en `resta.mean()` (línea 5), 2.ª vez",),
            "si la media pasa de la desviación, la mediana tiene su signo",
        ),
    },
    "3.6.5": {
        **dict.fromkeys(
            (
                "`3` por `4` (línea 1)",
                "`3` por `2` (línea 1)",
                "sin `alpha=10` (línea 2)",
                "`10` por `11` (línea 2)",
                "`10` por `9` (línea 2)",
                "`10` por `20` (línea 2)",
            ),
            "se pide un RMSE, y también llega",
        ),
    },
    "3.6.6": {
        "`otra` delante de `una` (línea 2)": "la resta cambia de signo: el 0 queda igual de fuera",
    },
}

TestContract = make_contract("lesson_03_06", GOOD, WRONG, EQUIVALENT)
