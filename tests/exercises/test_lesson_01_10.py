"""Contrato de los ejercicios de la lección 1.10, bibliotecas científicas."""

import functools

import numpy as np
import pandas as pd
import pytest
from contract import make_contract
from matplotlib.figure import Figure
from sklearn.base import BaseEstimator
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

from course_utils.datasets import load_penguins
from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.lesson_01_10 import _invented_birds

NAMES = ["Viajes Aurora", "Electrónica Delta", "Librería Norte", "Farmacia Luz", "Panadería Sol"]
VALUES = [7480.0, 5120.0, 419.0, 342.8, 260.5]
LABELS = {"title": "Cobrado por comercio", "xlabel": "Comercio", "ylabel": "Cobrado (€)"}


def bars(
    names=NAMES, values=VALUES, *, labels=LABELS, bottom=None, top=None, kind="bar", **options
):
    axes = Figure().subplots()
    getattr(axes, kind)(names, values, **options)
    axes.set(**labels)
    axes.set_ylim(bottom, top)
    return axes


HORIZONTAL = {"title": "Cobrado", "xlabel": "Cobrado (euros)", "ylabel": "Comercio"}


def numbered_bars():
    axes = Figure().subplots()
    axes.bar(range(5), VALUES, tick_label=NAMES)
    axes.set(**LABELS)
    return axes


def pandas_bars():
    axes = Figure().subplots()
    pd.Series(VALUES, index=NAMES).plot.bar(ax=axes, **LABELS)
    return axes


def container():
    return Figure().subplots().bar(NAMES, VALUES)


@functools.cache
def penguins():
    return load_penguins()


def mask(sign):
    return sign(penguins()["island"] == "Dream", penguins()["body_mass_g"] > 4000)


def filled():
    table = penguins().copy()
    for name in table.columns:
        table[name] = table[name].fillna(table[name].mode()[0])
    return table


def altered():
    table = penguins().dropna().copy()
    table.iloc[0, 2] = 99.0
    return table


def correlations(table, x="bill_length_mm", y="bill_depth_mm"):
    return {name: group[x].corr(group[y]) for name, group in table.groupby("species")}


def with_numpy(table):
    result = {}
    for name in table["species"].unique():
        group = table[table["species"] == name]
        result[name] = np.corrcoef(group["bill_length_mm"], group["bill_depth_mm"])[0, 1]
    return result


def together(table):
    return table["bill_length_mm"].corr(table["bill_depth_mm"])


def early_return(table):
    for name, group in table.groupby("species"):
        return {name: group["bill_length_mm"].corr(group["bill_depth_mm"])}


def trainer(model):
    """Una función como la del estudiante, que entrena siempre el modelo dado."""

    def clasificador(x, y):
        return model.fit(x, y)

    return clasificador


def with_notebook_data(x, y):
    table = penguins().dropna()
    return KNeighborsClassifier().fit(table[table.columns[2:6]].to_numpy(), table["species"])


class Chatterbox(BaseEstimator):
    """Responde una sola cosa, lleguen las filas que lleguen."""

    def fit(self, x, y):
        self.fitted_ = True
        return self

    def predict(self, x):
        return np.array(["A"])


GOOD = {
    "1.10.1": [
        lambda: (bars(),),
        lambda: (bars(kind="barh", labels=HORIZONTAL),),
        lambda: (bars(NAMES[::-1], VALUES[::-1], kind="barh", labels=HORIZONTAL),),
        lambda: (numbered_bars(),),
        lambda: (pandas_bars(),),
    ],
    "1.10.2": [
        lambda: (mask(lambda a, b: a & b).sum(),),
        lambda: (len(penguins().query("island == 'Dream' and body_mass_g > 4000")),),
        lambda: (float(mask(lambda a, b: a & b).sum()),),
    ],
    "1.10.3": [
        (np.array(["Chinstrap", "Gentoo"]),),
        (np.array(["Chinstrap", "Gentoo"], dtype=object),),
        (["Chinstrap", "Gentoo"],),
        (("Chinstrap", "Gentoo"),),
    ],
    "1.10.4": [
        lambda: (penguins().dropna(),),
        lambda: (penguins()[penguins().notna().all(axis=1)].reset_index(drop=True),),
    ],
    "1.10.5": [
        (correlations,),
        (with_numpy,),
        (lambda t: {name: round(value, 2) for name, value in correlations(t).items()},),
    ],
    "1.10.6": [
        (trainer(make_pipeline(StandardScaler(), KNeighborsClassifier())),),
        (trainer(make_pipeline(StandardScaler(), LogisticRegression())),),
        (trainer(LogisticRegression()),),
        (trainer(DecisionTreeClassifier(random_state=0)),),
    ],
}

WRONG = {
    "1.10.1": [
        (lambda: (bars().figure,), "la hoja"),
        (lambda: (container(),), "lo que devuelve bar"),
        (("barras",), "los ejes de Matplotlib"),
        (lambda: (bars(kind="plot"),), "no hay barras"),
        (lambda: (bars(values=[1, 2, 3, 4, 5]),), "no son los cinco"),
        (lambda: (bars(NAMES[:3], VALUES[:3]),), "Hay 3 barra(s)"),
        (lambda: (bars(NAMES[::-1], VALUES[::-1]),), "de mayor a menor"),
        (
            lambda: (bars([*NAMES[1:], NAMES[0]], [*VALUES[1:], VALUES[0]], kind="barh"),),
            "de mayor a menor",
        ),
        (lambda: (bars(range(5)),), "Falta el nombre de cada comercio"),
        (lambda: (bars(NAMES[::-1]),), "pero no los nombres"),
        (lambda: (bars(labels=LABELS | {"title": ""}),), "Falta el título"),
        (lambda: (bars(labels=LABELS | {"xlabel": " "}),), "nombres de los ejes"),
        (lambda: (bars(labels=LABELS | {"ylabel": ""}),), "nombres de los ejes"),
        (lambda: (bars(labels=LABELS | {"ylabel": "Cobrado"}),), "no dice la unidad"),
        (lambda: (bars(bottom=200),), "no empieza en 0"),
        (lambda: (bars(top=3000),), "queda cortada"),
    ],
    "1.10.2": [
        (lambda: (penguins()[mask(lambda a, b: a & b)],), "contar sus filas"),
        (lambda: (mask(lambda a, b: a & b),), "columna entera"),
        (("28",), "debe ser un número"),
        ((28.5,), "número entero"),
        ((29,), "cuantos_pesados no es"),
    ],
    "1.10.3": [
        (("Gentoo",), "debe ser un array"),
        ((0.93,), "debe ser un array"),
        ((np.array([[49, 3700], [47, 5200]]),), "los nombres de las especies"),
        (([1, 2],), "los nombres de las especies"),
        ((np.array("Gentoo"),), "los nombres de las especies"),
        ((np.array(["Chinstrap"]),), "2 especies"),
        ((["Chinstrap", "gentoo"],), "especies_nuevas no es"),
    ],
    "1.10.4": [
        ((333,), "debe ser una tabla"),
        (lambda: (penguins().dropna(axis=1),), "quita filas, no columnas"),
        (lambda: (penguins(),), "hay que guardarla"),
        (lambda: (penguins().dropna(subset=["body_mass_g"]),), "Todavía quedan huecos"),
        (lambda: (filled(),), "Rellenaste los huecos"),
        (lambda: (penguins().dropna().head(300),), "Hay 300 filas"),
        (lambda: (altered(),), "alguna ha cambiado"),
    ],
    "1.10.5": [
        (({"Adelie": 0.39},), "debe ser una función"),
        ((lambda t: t["pico"],), "KeyError"),
        ((together,), "un solo número"),
        ((lambda t: list(correlations(t).values()),), "debe ser un diccionario"),
        ((lambda t: None,), "llegó None"),
        ((early_return,), "una sola especie y en la tabla hay 3"),
        ((lambda t: {"Adelie": 0.39, "Gentoo": 0.64},), "Las claves"),
        ((lambda t: correlations(penguins().dropna()),), "Emperador, Rey, Saltarrocas"),
        ((lambda t: dict.fromkeys(correlations(t), "alta"),), "debe ser un número"),
        ((lambda t: dict.fromkeys(correlations(t), together(t)),), "usa grupo"),
        ((lambda t: correlations(t, y="body_mass_g"),), "no es la de bill_length_mm"),
    ],
    "1.10.6": [
        ((0.98,), "debe ser una función"),
        ((lambda x, y: x.fit(y),), "AttributeError"),
        ((lambda x, y: None,), "devolver el modelo"),
        ((lambda x, y: KNeighborsClassifier,), "devolver el modelo"),
        ((lambda x, y: StandardScaler().fit(x),), "no sabe predecir"),
        ((lambda x, y: KNeighborsClassifier(),), "falta fit"),
        ((lambda x, y: KNeighborsClassifier().fit(x[:, :2], y),), "ValueError"),
        ((trainer(Chatterbox()),), "debe tener forma (100,)"),
        ((with_notebook_data,), "no están en especies"),
        ((lambda x, y: LinearRegression().fit(x, y == "G"),), "no están en especies"),
        ((trainer(KNeighborsClassifier()),), "gramos"),
        ((trainer(make_pipeline(StandardScaler(), DummyClassifier())),), "prueba otro modelo"),
    ],
}

EQUIVALENT = {
    "1.10.6": dict.fromkeys(
        (
            "el elemento `StandardScaler()`, dos veces (línea 2)",
            "`StandardScaler` con `with_mean=False` (línea 2)",
        ),
        "estandarizar dos veces es hacerlo una, y las distancias no dependen de la media",
    ),
}

TestContract = make_contract("lesson_01_10", GOOD, WRONG, EQUIVALENT)


def test_the_invented_birds_also_contradict_their_mixture():
    # Si las tres correlaciones se parecieran, no se notaría quien usa la tabla entera.
    birds = _invented_birds(0)
    values = [*correlations(birds).values(), together(birds)]
    assert all(abs(a - b) > 0.1 for i, a in enumerate(values) for b in values[:i])


@pytest.mark.parametrize("answers", GOOD["1.10.6"])
def test_a_model_that_is_enough_has_margin(answers):
    outcome = evaluate("1.10.6", *answers)
    assert outcome.status is Status.CORRECT
    assert float(outcome.text.split("≈ ")[1].split()[0]) >= 0.93
