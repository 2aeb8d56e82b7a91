"""Contrato de los ejercicios de la lección 3.5, consumo de gasolina."""

import functools

import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline

from course_utils.exercises import cars

FACTOR = 1.609344 / 3.785411784


def fill(learn, new, value=None, own=None):
    value = np.nanmedian(learn) if value is None else value
    own = value if own is None else own
    return np.where(np.isnan(learn), value, learn), np.where(np.isnan(new), own, new)


def fill_in_place(learn, new):
    median = np.nanmedian(learn)
    learn[np.isnan(learn)] = median
    new[np.isnan(new)] = median
    return learn, new


def one_hot(texts, names):
    return np.array([[int(t == n) for n in names] for t in texts])


def powers(x, degree):
    return np.column_stack([x**k for k in range(1, degree + 1)])


@functools.cache
def trained(degree, *, rows=318, everything=False, **encoder):
    """Un pipeline entrenado con los coches de aprender, o también con los del sobre."""
    x, x_sealed, y, y_sealed = cars.split()
    if everything:
        x, y = pd.concat([x_sealed, x]), pd.concat([y_sealed, y])
        rows = 398
    model = cars.pipeline(degree)
    if encoder:
        model.set_params(**encoder)
    return model.fit(x.iloc[:rows], y.iloc[:rows])


def car(**changes):
    data = dict(zip(cars.NUMERIC, (4, 97, np.nan, 2200, 16, 1978), strict=True))
    return pd.DataFrame([{**data, "origin": "Europe", **changes}])


def litres(**changes):
    return 100 / trained(2).predict(car(**changes))[0]


def known():
    x, _, y, _ = cars.split()
    return x, y


def sealed(degree):
    _, x, _, y = cars.split()
    return cars.pipeline(degree).fit(x, y)


STRICT = "columntransformer__onehotencoder__handle_unknown"

GOOD = {
    "3.5.1": [
        (lambda m: m * 1.609344 / 3.785411784,),
        (lambda m: m * 0.425144,),
        (lambda m: m / (3.785411784 / 1.609344),),
    ],
    "3.5.2": [
        (lambda a, d, km: km / a - km / d,),
        (lambda a, d, km: km * (d - a) / (a * d),),
        (lambda a, d, km: km * (1 / a - 1 / d),),
    ],
    "3.5.3": [(fill,), (lambda a, n: fill_in_place(a.copy(), n.copy()),)],
    "3.5.4": [
        (one_hot,),
        (lambda t, n: (np.array(t)[:, None] == np.array(n)).astype(float),),
        (lambda t, n: np.array(t)[:, None] == np.array(n),),
    ],
    "3.5.5": [(powers,), (lambda x, g: x[:, None] ** np.arange(1, g + 1),)],
    "3.5.6": [lambda: (trained(2),), lambda: (make_pipeline(trained(2)).fit(*known()),)],
    "3.5.7": [lambda: (litres(),), lambda: (round(float(litres()), 2),)],
}

WRONG = {
    "3.5.1": [
        ((0.425,), "debe ser una función"),
        ((lambda m: "ocho",), "debe ser un número"),
        ((lambda m: m * 0.425,), "redondeaste"),
        ((lambda m: m * 3,), "no es el valor pedido"),
        ((lambda m: float(m) * FACTOR,), "TypeError"),
        ((lambda m: m * FACTOR if np.ndim(m) == 0 else 3.0,), "debe ser un array"),
        ((lambda m: m * FACTOR if np.ndim(m) == 0 else m,), "no es el valor pedido"),
    ],
    "3.5.2": [
        ((7500,), "debe ser una función"),
        ((lambda a, d: a,), "TypeError"),
        ((lambda a, d, km: None,), "debe ser un número"),
        ((lambda a, d, km: km / a,), "no es el valor pedido"),
    ],
    "3.5.3": [
        ((95,), "debe ser una función"),
        ((lambda a, n: a.hueco,), "AttributeError"),
        ((lambda a, n: a,), "dos cosas"),
        ((fill_in_place,), "cambia los arrays"),
        ((lambda a, n: (list(a), list(n)),), "debe ser un array"),
        ((lambda a, n: (a.astype(str), n),), "contener números"),
        ((lambda a, n: fill(a, n, 1.0),), "aprender no es el valor"),
        ((lambda a, n: fill(a, n, 95.0),), "aprender no es el valor"),
        ((lambda a, n: fill(a, n, own=1.0),), "nuevos no es el valor"),
    ],
    "3.5.4": [
        ((1,), "debe ser una función"),
        ((lambda t, n: [n.index(x) for x in t],), "debe ser un array"),
        ((lambda t, n: np.eye(2),), "debe tener forma"),
        ((lambda t, n: one_hot(t, sorted(n)),), "no están en su sitio"),
        ((lambda t, n: np.array([[x in k for k in n] for x in t]),), "no están en su sitio"),
        ((lambda t, n: np.eye(len(n))[[n.index(x) for x in t]],), "ValueError"),
    ],
    "3.5.5": [
        ((3,), "debe ser una función"),
        ((lambda x, g: [x],), "debe ser un array"),
        ((lambda x, g: x,), "debe tener forma"),
        ((lambda x, g: np.zeros((4, g)),), "no es el valor pedido"),
        ((lambda x, g: np.full((4, g), "a"),), "no es el valor pedido"),
    ],
    "3.5.6": [
        (("modelo",), "debe ser un pipeline"),
        ((LinearRegression,), "debe ser un pipeline"),
        ((make_pipeline(LinearRegression()),), "se detuvo con un error"),
        (lambda: (cars.pipeline(2),), "se detuvo con un error"),
        (lambda: (trained(1),), "el de grado 1"),
        (lambda: (trained(3),), "el de grado 3"),
        (lambda: (cars.pipeline(2, alpha=10).fit(*known()),), "no predice lo mismo que make_colum"),
        (lambda: (trained(2, everything=True),), "también los del sobre"),
        (lambda: (trained(2, rows=200),), "se separan hasta"),
        (lambda: (sealed(2),), "los 80 coches del sobre"),
        (lambda: (trained(2, **{STRICT: "error"}),), "se detuvo con un error"),
    ],
    "3.5.7": [
        (("8",), "debe ser un número"),
        (lambda: (litres(weight_lb=3200),), "los siete datos"),
    ],
}

EQUIVALENT = {
    "3.5.4": {
        **dict.fromkeys(
            ("`int(texto == categoria)` por `texto == categoria` (línea 2)",),
            "True y False valen 1 y 0",
        ),
    },
    "3.5.7": {
        **dict.fromkeys(
            (
                "`2200` por `2201` (línea 1)",
                "`2200` por `2199` (línea 1)",
                "`97` por `98` (línea 1)",
                "`97` por `96` (línea 1)",
            ),
            "cambia menos que el redondeo a dos decimales",
        ),
        "redondeado a 2 decimales": "se admite a dos decimales",
    },
}

TestContract = make_contract("lesson_03_05", GOOD, WRONG, EQUIVALENT)
