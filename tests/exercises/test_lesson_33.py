"""Contrato de los ejercicios de 3.3, consumo de gasolina."""

import functools

import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, PolynomialFeatures, StandardScaler

from course_utils.exercises import lesson_33

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


def unpaired(a, b):
    if abs(a.mean() - b.mean()) <= max(a.std(), b.std()):
        return "empate"
    return by_means(a, b)


@functools.cache
def trained(degree, *, target="km_l", rows=318, **encoder):
    """Una pipeline entrenada con los coches de aprender."""
    x, _, y, _ = lesson_33._split()
    numbers = make_pipeline(
        SimpleImputer(strategy="median"),
        StandardScaler(),
        PolynomialFeatures(degree, include_bias=False),
        StandardScaler(),
    )
    encoder = OneHotEncoder(**encoder or {"handle_unknown": "ignore"})
    columns = make_column_transformer((numbers, lesson_33.NUMERIC), (encoder, ["origin"]))
    y = y / FACTOR if target == "mpg" else y
    model = make_pipeline(columns, Ridge(alpha=10) if degree > 1 else LinearRegression())
    return model.fit(x.iloc[:rows], y.iloc[:rows])


class Answers:
    """Un «modelo» que predice lo que le digan."""

    def __init__(self, answer):
        self.predict = answer


def car(**changes):
    data = dict(zip(lesson_33.NUMERIC, (4, 97, np.nan, 2200, 16, 1978), strict=True))
    return pd.DataFrame([{**data, "origin": "Europe", **changes}])


def litres(**changes):
    return 100 / trained(3).predict(car(**changes))[0]


GOOD = {
    "3.3.1": [
        (lambda m: m * 1.609344 / 3.785411784,),
        (lambda m: m * 0.425144,),
        (lambda m: m / (3.785411784 / 1.609344),),
    ],
    "3.3.2": [
        (lambda a, d, km: km / a - km / d,),
        (lambda a, d, km: km * (d - a) / (a * d),),
    ],
    "3.3.3": [(fill,), (lambda a, n: fill_in_place(a.copy(), n.copy()),)],
    "3.3.4": [
        (one_hot,),
        (lambda t, n: (np.array(t)[:, None] == np.array(n)).astype(float),),
        (lambda t, n: np.array(t)[:, None] == np.array(n),),
    ],
    "3.3.5": [(powers,), (lambda x, g: x[:, None] ** np.arange(1, g + 1),)],
    "3.3.6": [(folds_rmse,)],
    "3.3.7": [
        (ridge,),
        (lambda x, y, a: np.linalg.inv(x.T @ x + a * np.eye(x.shape[1])) @ x.T @ y,),
    ],
    "3.3.8": [
        (lambda a, e: a[e.mean(axis=1).argmin()],),
        (lambda a, e: min(zip(e.sum(axis=1), a, strict=True))[1],),
    ],
    "3.3.9": [
        (verdict,),
        (lambda a, b: {"a": "b", "b": "a"}.get(verdict(b, a), "empate"),),
    ],
    "3.3.10": [lambda: (trained(3),), lambda: (trained(2),)],
    "3.3.11": [lambda: (litres(),), lambda: (round(float(litres()), 2),)],
}

WRONG = {
    "3.3.1": [
        ((0.425,), "debe ser una función"),
        ((lambda m: "ocho",), "debe ser un número"),
        ((lambda m: m / FACTOR,), "al revés"),
        ((lambda m: m * 1.609344,), "por galón"),
        ((lambda m: m / 3.785411784,), "millas por litro"),
        ((lambda m: 100 / (m * FACTOR),), "litros cada 100 km"),
        ((lambda m: m * 0.425,), "redondeaste"),
        ((lambda m: m * 3,), "no es el valor pedido"),
        ((lambda m: float(m) * FACTOR,), "TypeError"),
        ((lambda m: m * FACTOR if np.ndim(m) == 0 else 3.0,), "debe ser un array"),
        ((lambda m: m * FACTOR if np.ndim(m) == 0 else m,), "no es el valor pedido"),
    ],
    "3.3.2": [
        ((7500,), "debe ser una función"),
        ((lambda a, d: a,), "TypeError"),
        ((lambda a, d, km: None,), "debe ser un número"),
        ((lambda a, d, km: km / (d - a),), "entre la diferencia"),
        ((lambda a, d, km: (d - a) * km,), "multiplicaste"),
        ((lambda a, d, km: km / d - km / a,), "al revés"),
        ((lambda a, d, km: abs(km / a - km / d),), "negativo"),
        ((lambda a, d, km: 100 / a - 100 / d,), "Usa el parámetro km"),
        ((lambda a, d, km: km / a,), "no es el valor pedido"),
    ],
    "3.3.3": [
        ((95,), "debe ser una función"),
        ((lambda a, n: a.hueco,), "AttributeError"),
        ((lambda a, n: a,), "dos cosas"),
        ((fill_in_place,), "cambia los arrays"),
        ((lambda a, n: (list(a), list(n)),), "debe ser un array"),
        ((lambda a, n: (a[~np.isnan(a)], n),), "no se tiran"),
        ((lambda a, n: (a.astype(str), n),), "contener números"),
        ((lambda a, n: fill(a, n, np.median(a)),), "quedan huecos"),
        ((lambda a, n: fill(a, n, 0.0),), "con 0"),
        ((lambda a, n: fill(a, n, np.nanmean(a)),), "la media"),
        ((lambda a, n: fill(a, n, np.nanmedian(np.concatenate([a, n]))),), "fuga"),
        ((lambda a, n: fill(a, n, 1.0),), "el array aprender no es"),
        ((lambda a, n: fill(a, n, own=np.nanmedian(n)),), "propia mediana"),
        ((lambda a, n: fill(a, n, own=1.0),), "el array nuevos no es"),
    ],
    "3.3.4": [
        ((1,), "debe ser una función"),
        ((lambda t, n: [n.index(x) for x in t],), "debe ser un array"),
        ((lambda t, n: np.array([n.index(x) for x in t]),), "eso es numerar"),
        ((lambda t, n: one_hot(t, n).T,), "Está girado"),
        ((lambda t, n: np.eye(2),), "debe tener forma"),
        (
            (lambda t, n: np.eye(len(n))[[n.index(x) if x in n else 0 for x in t]],),
            "toda su fila a 0",
        ),
        ((lambda t, n: one_hot(t, sorted(n)),), "no están en su sitio"),
        ((lambda t, n: np.eye(len(n))[[n.index(x) for x in t]],), "ValueError"),
    ],
    "3.3.5": [
        ((3,), "debe ser una función"),
        ((lambda x, g: [x],), "debe ser un array"),
        ((lambda x, g: np.column_stack([x**k for k in range(g + 1)]),), "columna de unos"),
        ((lambda x, g: np.column_stack([x**k for k in range(1, g)]),), "una columna de menos"),
        ((lambda x, g: powers(x, g).T,), "está girado"),
        ((lambda x, g: x,), "debe tener forma"),
        ((lambda x, g: np.column_stack([x**k for k in range(g)]),), "empieza en x**0"),
        ((lambda x, g: np.column_stack([x * k for k in range(1, g + 1)]),), "elevar es **"),
        ((lambda x, g: powers(x, g)[:, ::-1],), "al revés"),
        ((lambda x, g: np.zeros((4, g)),), "no es el valor pedido"),
        ((lambda x, g: np.full((4, g), "a"),), "no es el valor pedido"),
    ],
    "3.3.6": [
        ((1.4,), "debe ser una función"),
        ((lambda m, x, y, f: 1 / 0,), "ZeroDivisionError"),
        ((lambda m, x, y, f: list(folds_rmse(m, x, y, f)),), "np.array(resultado)"),
        ((lambda m, x, y, f: "rmse",), "debe ser un array"),
        ((lambda m, x, y, f: folds_rmse(m, x, y, f).mean(),), "sin promediar"),
        ((lambda m, x, y, f: folds_rmse(m, x, y, f)[:2],), "debe tener forma"),
        (
            (lambda m, x, y, f: folds_rmse(m, x, y, f, summary=lambda e: (e**2).mean()),),
            "falta la raíz",
        ),
        (
            (lambda m, x, y, f: folds_rmse(m, x, y, f, summary=lambda e: np.abs(e).mean()),),
            "MAE",
        ),
        ((lambda m, x, y, f: folds_rmse(m, x, y, f, same=True),), "mismas filas"),
        ((lambda m, x, y, f: folds_rmse(m, x, y, f, swap=True),), "al revés"),
        ((lambda m, x, y, f: folds_rmse(m, x, y, f, leak=True),), "fuga"),
        ((lambda m, x, y, f: np.ones(3),), ".iloc"),
        (
            (lambda m, x, y, f: folds_rmse(m, x.loc[range(len(x))], y.loc[range(len(y))], f),),
            ".iloc",
        ),
    ],
    "3.3.7": [
        ((3,), "debe ser una función"),
        ((lambda x, y: x,), "TypeError"),
        ((lambda x, y, a: np.zeros(9),), "debe tener forma"),
        ((lambda x, y, a: ridge(x, y, 0),), "no usa alfa"),
        ((lambda x, y, a: ridge(x, y, a, penalty=a),), "solo en la diagonal"),
        ((lambda x, y, a: ridge(x, y, a * len(x)),), "número de filas"),
        ((lambda x, y, a: ridge(x, y, a**2),), "al cuadrado"),
        ((lambda x, y, a: np.zeros(x.shape[1]),), "no es el valor pedido"),
    ],
    "3.3.8": [
        ((10.0,), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, e: e.mean(axis=1),), "debe ser un número"),
        ((lambda a, e: e.mean(axis=1).argmin(),), "Esa es la posición"),
        ((lambda a, e: a[e.min(axis=1).argmin()],), "compara medias"),
        ((lambda a, e: a[e.mean(axis=1).argmax()],), "mayor error medio"),
        ((lambda a, e: e.mean(axis=1).min(),), "error medio más bajo"),
        ((lambda a, e: a[1] if a[0] == 0.1 else a[3],), "no es el valor pedido"),
    ],
    "3.3.9": [
        (("empate",), "debe ser una función"),
        ((lambda a: a,), "TypeError"),
        ((lambda a, b: a.mean(),), "debe ser un texto"),
        ((lambda a, b: "A",), 'devuelve "a"'),
        ((unpaired,), "no la de cada modelo"),
        ((lambda a, b: verdict(b, a),), "dices el otro"),
        ((by_means,), "baila más de lo que mide"),
        ((lambda a, b: "a" if np.array_equal(a, b) else verdict(a, b),), "idénticos"),
        ((lambda a, b: verdict(a, b, ddof=0),), "ddof=1"),
    ],
    "3.3.10": [
        (("modelo",), ".fit y .predict"),
        ((make_pipeline(LinearRegression()),), "se detuvo con un error"),
        (lambda: (Answers(lambda x: np.zeros(3)),), "debe tener forma"),
        (lambda: (Answers(lambda x: np.full(len(x), np.nan)),), "sin nan"),
        (lambda: (trained(3, target="mpg"),), "está en km/l"),
        (lambda: (trained(1),), "se pide 1.1"),
        (lambda: (trained(3, handle_unknown="error"),), "se detuvo con un error"),
    ],
    "3.3.11": [
        (("8",), "debe ser un número"),
        (lambda: (100 / litres(),), "km/l"),
        (lambda: (litres() / 100,), "por kilómetro"),
        (lambda: (litres(horsepower=0.0),), "Pusiste 0"),
        (lambda: (litres(weight_lb=3200),), "los siete datos"),
    ],
}

TestContract = make_contract("lesson_33", GOOD, WRONG)
