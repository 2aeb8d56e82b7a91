"""Contrato de los ejercicios de la lección 3.3, precios de casas."""

import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, StandardScaler

from authoring.lessons import ROOT
from course_utils.datasets import load_california_housing
from course_utils.exercises import lesson_03_03

SKEWED = ["AveRooms", "AveBedrms", "Population", "AveOccup"]


def split(table, bands, **changes):
    options = {"test_size": 0.2, "stratify": bands, "random_state": 42} | changes
    return train_test_split(table, **options)


def split_of_rows(table, bands):
    train, test = split(table.index, bands)
    return table.loc[train], table.loc[test]


def split_by_hand(table, bands):
    test = table.groupby(bands, group_keys=False).sample(frac=0.2, random_state=1)
    return table.drop(test.index), test


def overlapping(table, bands):
    return table, split(table, bands)[1]


def constant_error(prices, constant, scale=100_000):
    errors = (prices - constant) * scale
    return np.abs(errors).mean(), np.sqrt((errors**2).mean())


def smooth(table, log=np.log, columns=SKEWED):
    return table.assign(**{name: log(table[name]) for name in columns})


def smooth_in_place(table):
    table[SKEWED] = np.log(table[SKEWED])
    return table


def standardize(train, new):
    return (new - train.mean(axis=0)) / train.std(axis=0)


def standardize_in_place(train, new):
    new -= train.mean(axis=0)
    return new / train.std(axis=0)


def errors_in_dollars(real, predicted):
    return np.abs(real - predicted) * 100_000


def ratios(table):
    table = table.copy()
    table["Dormitorios"] = table["AveBedrms"] / table["AveRooms"]
    table["Espacio"] = table["AveRooms"] / table["AveOccup"]
    return table


def ratios_in_place(table):
    table["Dormitorios"] = table["AveBedrms"] / table["AveRooms"]
    table["Espacio"] = table["AveRooms"] / table["AveOccup"]
    return table


def ratios_joined(table):
    both = pd.DataFrame({"Dormitorios": table["AveBedrms"] / table["AveRooms"]})
    return pd.concat([table, both.assign(Espacio=table["AveRooms"] / table["AveOccup"])], axis=1)


def line(prepare, *, scaler=None, model=None):
    return make_pipeline(
        FunctionTransformer(prepare), scaler or StandardScaler(), model or LinearRegression()
    )


def line_by_name(prepare):
    steps = [("preparar", FunctionTransformer(prepare)), ("escala", StandardScaler())]
    return Pipeline([*steps, ("recta", LinearRegression())])


def scaled_first(prepare):
    scaler = StandardScaler().set_output(transform="pandas")
    return make_pipeline(scaler, FunctionTransformer(prepare), LinearRegression())


def fitted_line(prepare):
    train = lesson_03_03.parts()[0].iloc[:50]
    return line(prepare).fit(train[list(lesson_03_03.FEATURES)], train["MedHouseVal"])


GOOD = {
    "3.3.1": [(split,), (split_of_rows,), (lambda t, b: list(split(t, b)),)],
    "3.3.2": [
        (constant_error,),
        (lambda p, c: list(constant_error(p * 1e5, c * 1e5, 1)),),
    ],
    "3.3.3": [(6,), (6.0,), (7460 / 1243.3333333333333,), (np.float64(6),)],
    "3.3.4": [(smooth,), (lambda t: smooth_in_place(t.copy()),)],
    "3.3.5": [(608, 608 / 13209), (np.int64(608), 0.04603)],
    "3.3.6": [
        (lambda r, p, m: (errors_in_dollars(r, p) < m).mean(),),
        (lambda r, p, m: sum(e < m for e in errors_in_dollars(r, p)) / len(r),),
    ],
    "3.3.7": [
        (standardize,),
        (lambda a, b: np.array([(r - a.mean(axis=0)) / a.std(axis=0) for r in b]),),
        (lambda a, b: standardize(a, b).tolist(),),
    ],
    "3.3.8": [(ratios,), (ratios_joined,)],
    "3.3.9": [
        (line,),
        (line_by_name,),
    ],
}

WRONG = {
    "3.3.1": [
        (("reparto",), "debe ser una función"),
        ((lambda t, b: t.nada,), "AttributeError"),
        ((lambda t, b: train_test_split(t, b, test_size=0.2),), "dos cosas"),
        ((lambda t, b: (t.to_numpy(), t),), "entrenamiento debe ser"),
        ((lambda t, b: (t, 3),), "prueba debe ser"),
        ((lambda t, b: split(t, b)[::-1],), "mayor que el entrenamiento"),
        ((lambda t, b: split(t, b, test_size=0.25),), "test_size=0.2"),
        ((overlapping,), "ninguna en las dos"),
        ((lambda t, b: split(t, None),), "eso hace stratify=bandas"),
        ((lambda t, b: split(t, b, random_state=None),), "random_state=42"),
        ((lambda t, b: split(t, b, random_state=0),), "random_state=0, y se pide el de 42"),
        ((lambda t, b: split(t, b, random_state=2026),), "no son las filas que da"),
        ((split_by_hand,), "no son las filas que da"),
    ],
    "3.3.2": [
        ((90_000,), "debe ser una función"),
        ((lambda p: 1,), "TypeError"),
        ((lambda p, c: constant_error(p, c)[0],), "dos cosas"),
        ((lambda p, c: ("uno", 2),), "debe ser un número"),
        ((lambda p, c: (7, constant_error(p, c)[1]),), "mae no es"),
        ((lambda p, c: (constant_error(p, c)[0], 7),), "rmse no es"),
    ],
    "3.3.3": [
        (("seis",), "debe ser un número"),
        ((35682 / 2.8,), "la del mayor AveOccup"),
    ],
    "3.3.4": [
        ((3,), "debe ser una función"),
        ((lambda t: t.desconocido,), "AttributeError"),
        ((smooth_in_place,), "una copia"),
        ((lambda t: t.to_numpy(),), "lo que devuelve suavizar"),
        ((lambda t: np.log(t[SKEWED]),), "mismas columnas"),
        ((lambda t: t.assign(AveRooms="mucho"),), "número corriente"),
        ((lambda t: smooth(t, columns=["MedInc", *SKEWED]),), "no está en SKEWED"),
        ((lambda t: t.copy(),), "le falta el logaritmo"),
        ((lambda t: smooth(t, np.log10),), "np.log10"),
        ((lambda t: smooth(t, np.log1p),), "np.log1p"),
        ((lambda t: smooth(t, np.sqrt),), "no es el valor pedido"),
    ],
    "3.3.5": [
        ((608.0, 0.046), "número entero"),
        ((607, 0.046), "cuantos_topados no es"),
        ((608, "poca"), "debe ser un número"),
        ((608, 0.5), "parte_topada no es"),
    ],
    "3.3.6": [
        ((0.6,), "debe ser una función"),
        ((lambda r, p: 0.5,), "TypeError"),
        ((lambda r, p, m: errors_in_dollars(r, p) < m,), "resumirlo"),
        ((lambda r, p, m: "mucho",), "debe ser un número"),
        ((lambda r, p, m: 0.5,), "no es el valor pedido"),
        (
            (lambda r, p, m: (errors_in_dollars(r, p) < m).mean() if len(r) > 2 else None,),
            "debe ser un número",
        ),
        (
            (lambda r, p, m: (errors_in_dollars(r, p) < m).mean() if len(r) > 2 else 1 / 0,),
            "ZeroDivisionError",
        ),
    ],
    "3.3.7": [
        ((1.5,), "debe ser una función"),
        ((lambda a, b: a.medias(),), "AttributeError"),
        ((standardize_in_place,), "cambia lo que recibe"),
        ((lambda a, b: (standardize(a, a), standardize(a, b)),), "varias cosas"),
        ((lambda a, b: 3,), "debe ser un array"),
        ((lambda a, b: ["uno", "dos"],), "cada fila"),
        ((lambda a, b: [["uno"]],), "cada número de cada fila"),
        ((lambda a, b: standardize(a, b)[0],), "debe tener forma"),
        ((lambda a, b: b * np.nan,), "número corriente"),
        ((lambda a, b: b,), "no es el valor pedido"),
    ],
    "3.3.8": [
        ((0.2,), "debe ser una función"),
        ((lambda t: t.desconocido,), "AttributeError"),
        ((ratios_in_place,), "cambia lo que recibe"),
        ((lambda t: ratios(t).to_numpy(),), "lo que devuelve cocientes"),
        ((lambda t: ratios(t)[["Dormitorios", "Espacio"]],), "llegaron Dormitorios, Espacio"),
        ((lambda t: ratios(t).rename(columns={"Espacio": "espacio"}),), "Espacio: llegaron"),
        ((lambda t: ratios(t).assign(Espacio=np.nan),), "número corriente"),
        ((lambda t: ratios(t).assign(AveRooms=1.0),), "deben quedar como estaban"),
        ((lambda t: smooth(ratios(t), columns=["Espacio"]),), "deben quedar como estaban"),
    ],
    "3.3.9": [
        ((3,), "debe ser una función"),
        ((lambda: None,), "TypeError"),
        ((lambda f: LinearRegression(),), "lo que devuelve recta_con"),
        ((fitted_line,), "Ya está entrenado"),
        (
            (lambda f: make_pipeline(FunctionTransformer(f), None),),
            "El último paso debe ser",
        ),
        ((lambda f: make_pipeline(f, StandardScaler(), LinearRegression()),), "TypeError"),
        ((lambda f: make_pipeline(StandardScaler(), LinearRegression()),), "va el primero"),
        ((scaled_first,), "va el primero"),
        (
            (lambda f: make_pipeline(FunctionTransformer(f), LinearRegression()),),
            "media 0 y desviación 1",
        ),
        ((lambda f: line(f, scaler=MinMaxScaler()),), "media 0 y desviación 1"),
        ((lambda f: line(f, model=Ridge(alpha=100)),), "El último paso debe ser"),
        ((lambda f: line(f, model=LinearRegression(positive=True)),), "No predice lo que la recta"),
        (
            (
                lambda f: make_pipeline(
                    FunctionTransformer(f), StandardScaler(), StandardScaler(), LinearRegression()
                ),
            ),
            "4 pasos y se piden tres",
        ),
    ],
}

EQUIVALENT = {
    "3.3.2": {
        "`precios - constante`, al revés (línea 2)": "al cuadrado, el signo da lo mismo",
        **dict.fromkeys(
            ("lo que devuelve, redondeado a 2 decimales",),
            "son miles de dólares: el centavo no cuenta",
        ),
    },
    "3.3.6": {
        "`reales - predichos`, al revés (línea 2)": "en valor absoluto, el signo da lo mismo",
    },
}

TestContract = make_contract("lesson_03_03", GOOD, WRONG, EQUIVALENT)


def test_the_training_set_is_the_one_in_the_lesson():
    """Si la lección repartiera de otro modo, los topados de 3.3.5 serían otros."""
    source = (ROOT / "lessons/03_regresion_lineal/03_03_precios_de_casas.py").read_text("utf-8")
    names = {"np": np, "pd": pd, "train_test_split": train_test_split}
    names["houses"] = load_california_housing()
    for start in ("# Franjas 0 a 4", "rest, exam = "):
        cell = source[source.index(f"\n{start}") :].split("\n# %%")[0]
        exec(cell, names)
    assert names["train"].equals(lesson_03_03.parts()[0])
