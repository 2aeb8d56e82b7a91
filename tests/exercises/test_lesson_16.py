"""Contrato de los ejercicios de 1.6, bibliotecas científicas."""

import functools

import numpy as np
import pandas as pd
import pytest
from contract import make_contract
from matplotlib.figure import Figure
from sklearn.base import BaseEstimator
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

from course_utils.datasets import load_penguins
from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.lesson_16 import _invented_birds

SALES = np.array([[110, 80, 195, 120], [160, 75, 140, 88], [205, 30, 149, 45]])
STORES = SALES.sum(axis=1)


# --- 1.6.3: las tres reglas --------------------------------------------------------------------


def rules(amounts, hours, countries):
    return np.array([amounts > 1000, hours < 6, countries != "MX"])


def flagged(amounts, hours, countries):
    return rules(amounts, hours, countries).sum(axis=0) >= 2


def by_pairs(amounts, hours, countries):
    first, second, third = rules(amounts, hours, countries)
    return (first & second) | (first & third) | (second & third)


def with_python_sum(amounts, hours, countries):
    return sum([amounts > 1000, hours < 6, countries != "MX"]) >= 2


def boolean_plus(amounts, hours, countries):
    first, second, third = rules(amounts, hours, countries)
    return first + second + third >= 2


def with_and(amounts, hours, countries):
    return (amounts > 1000) and (hours < 6)


def loose(amounts, hours, countries):
    return np.array([amounts >= 1000, hours <= 6, countries != "MX"]).sum(axis=0) >= 2


def at_home(amounts, hours, countries):
    return np.array([amounts > 1000, hours < 6, countries == "MX"]).sum(axis=0) >= 2


# --- 1.6.4: estandarizar -----------------------------------------------------------------------


def in_place(data):
    data -= data.mean(axis=0)
    data /= data.std(axis=0)
    return data


# --- 1.6.6: el tono más fuerte -----------------------------------------------------------------


def peak(signal, rate):
    amplitudes = np.abs(np.fft.rfft(signal))
    return np.fft.rfftfreq(len(signal), d=1 / rate)[amplitudes.argmax()]


def peak_full(signal, rate):
    half = len(signal) // 2
    return np.fft.fftfreq(len(signal), 1 / rate)[:half][np.abs(np.fft.fft(signal))[:half].argmax()]


def peak_by_hand(signal, rate):
    return np.abs(np.fft.rfft(signal)).argmax() * rate / len(signal)


def without_abs(signal, rate):
    return np.fft.rfftfreq(len(signal), d=1 / rate)[np.fft.rfft(signal).argmax()]


# --- 1.6.7: las barras -------------------------------------------------------------------------

NAMES = ["Viajes Aurora", "Electrónica Delta", "Librería Norte", "Farmacia Luz", "Panadería Sol"]
VALUES = [7480.0, 5120.0, 419.0, 342.8, 260.5]
LABELS = {"title": "Cobrado por comercio", "xlabel": "Comercio", "ylabel": "Cobrado (€)"}


def bars(names=NAMES, values=VALUES, *, labels=LABELS, bottom=None, kind="bar", **options):
    axes = Figure().subplots()
    getattr(axes, kind)(names, values, **options)
    axes.set(**labels)
    if bottom is not None:
        axes.set_ylim(bottom=bottom)
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


# --- Pingüinos ---------------------------------------------------------------------------------


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


# --- 1.6.12: el modelo -------------------------------------------------------------------------


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
    "1.6.1": [(23.4,), (np.float64(23.4),)],
    "1.6.2": [(STORES, 2), (STORES.astype(float), np.int64(2))],
    "1.6.3": [(flagged,), (by_pairs,), (with_python_sum,)],
    "1.6.4": [
        (lambda x: (x - x.mean(axis=0)) / x.std(axis=0),),
        (lambda x: (x - np.mean(x, axis=0)) / np.std(x, 0),),
        (lambda x: StandardScaler().fit_transform(x),),
    ],
    "1.6.5": [(np.array([2.1, 1.4, 2.6]),), (np.array([2.1000000001, 1.4, 2.6]),)],
    "1.6.6": [(peak,), (peak_full,), (peak_by_hand,)],
    "1.6.7": [
        lambda: (bars(),),
        lambda: (bars(kind="barh", labels=HORIZONTAL),),
        lambda: (bars(NAMES[::-1], VALUES[::-1], kind="barh", labels=HORIZONTAL),),
        lambda: (numbered_bars(),),
        lambda: (pandas_bars(),),
    ],
    "1.6.8": [
        lambda: (mask(lambda a, b: a & b).sum(),),
        lambda: (len(penguins().query("island == 'Dream' and body_mass_g > 4000")),),
    ],
    "1.6.9": [
        (np.array(["Chinstrap", "Gentoo"]),),
        (np.array(["Chinstrap", "Gentoo"], dtype=object),),
        (["Chinstrap", "Gentoo"],),
        (("Chinstrap", "Gentoo"),),
    ],
    "1.6.10": [
        lambda: (penguins().dropna(),),
        lambda: (penguins()[penguins().notna().all(axis=1)].reset_index(drop=True),),
    ],
    "1.6.11": [
        (correlations,),
        (with_numpy,),
        (lambda t: {name: round(value, 2) for name, value in correlations(t).items()},),
    ],
    "1.6.12": [
        (trainer(make_pipeline(StandardScaler(), KNeighborsClassifier())),),
        (trainer(make_pipeline(StandardScaler(), LogisticRegression())),),
        (trainer(LogisticRegression()),),
        (trainer(DecisionTreeClassifier(random_state=0)),),
    ],
}

WRONG = {
    "1.6.1": [
        ((396.76,), "Esa es la media"),
        ((8.9,), "antes hay que ordenarla"),
        ((12.5,), "al lado del medio"),
        ((40.0,), "al lado del medio"),
        ((23,), "mediana no es"),
        (([23.4],), "debe ser un número"),
        ((np.median,), "Le faltan los paréntesis"),
        (("23.4",), "debe ser un número"),
    ],
    "1.6.2": [
        (([505, 463, 429], 2), "debe ser un array"),
        ((SALES.sum(), 2), "falta axis"),
        ((SALES.sum(axis=0), 2), "uno por día"),
        ((SALES, 2), "debe tener forma (3,)"),
        ((SALES.mean(axis=1), 2), "media de cada tienda"),
        ((SALES.max(axis=1), 2), "total_por_tienda no es"),
        ((np.array(["a", "b", "c"]), 2), "total_por_tienda no es"),
        ((STORES, 2.0), "número entero"),
        ((STORES, 484), "se pide su posición"),
        ((STORES, 0), "mejor tienda"),
        ((STORES, 8), "toda la tabla"),
        ((STORES, 3), "desde 1"),
        ((STORES, 1), "mejor_dia no es"),
    ],
    "1.6.3": [
        ((True,), "debe ser una función"),
        ((with_and,), "and, or e if"),
        ((lambda a, h: a,), "TypeError"),
        ((lambda a, h, c: (a > 1000) & (h < 6),), "la 1 y la 2"),
        ((lambda a, h, c: None,), "debe ser un array"),
        ((lambda a, h, c: rules(a, h, c).sum(axis=1) >= 2,), "uno por regla"),
        ((rules,), "por separado"),
        ((lambda a, h, c: flagged(a, h, c)[:8],), "debe tener forma (300,)"),
        ((lambda a, h, c: rules(a, h, c).sum(axis=0),), ">= 2"),
        ((lambda a, h, c: flagged(a, h, c) * 1,), "contiene int"),
        ((boolean_plus,), "es «o»"),
        ((lambda a, h, c: rules(a, h, c).any(axis=0),), "Basta una"),
        ((lambda a, h, c: rules(a, h, c).all(axis=0),), "bastan dos"),
        ((lambda a, h, c: rules(a, h, c).sum(axis=0) == 2,), "«al menos dos»"),
        ((loose,), "Mira los límites"),
        ((lambda a, h, c: flagged(a + 0.005, h, c),), "Mira los límites"),
        ((lambda a, h, c: flagged(a, h - 1, c),), "Mira los límites"),
        ((at_home,), "al revés"),
        ((lambda a, h, c: ~flagged(a, h, c),), "una por una"),
    ],
    "1.6.4": [
        ((np.zeros((6, 3)),), "debe ser una función"),
        ((lambda x: x / nada,), "NameError"),  # noqa: F821
        ((lambda x: x.tolist(),), "debe ser un array"),
        ((lambda x: x.mean(axis=0),), "debe tener forma (6, 3)"),
        ((in_place,), "cambia el array que recibe"),
        ((lambda x: x.astype(int),), "decimales"),
        ((lambda x: x - x.mean(axis=0),), "falta dividir"),
        ((lambda x: x / x.std(axis=0),), "antes hay que restar"),
        ((lambda x: x - x.mean(axis=0) / x.std(axis=0),), "Faltan paréntesis"),
        ((lambda x: (x - x.mean()) / x.std(),), "falta axis=0"),
        ((lambda x: (x - x.mean(axis=0)) / x.std(),), "la desviación es de toda la tabla"),
        ((lambda x: (x - x.mean()) / x.std(axis=0),), "la media es de toda la tabla"),
        (
            (lambda x: ((x.T - x.mean(axis=1)) / x.std(axis=1)).T,),
            "estandariza cada fila",
        ),
        ((lambda x: (x - x.mean(axis=0)) / x.var(axis=0),), "varianza"),
        ((lambda x: (x - x.mean(axis=0)) / x.std(axis=0, ddof=1),), "ddof=1"),
        ((lambda x: x * 2,), "no es el valor pedido"),
        ((lambda x: (x - x.mean(axis=1)) / x.std(axis=1),), "ValueError"),
    ],
    "1.6.5": [
        (([2.1, 1.4, 2.6],), "debe ser un array"),
        ((np.array([[2.1, 1.4, 2.6]]),), "debe tener forma (3,)"),
        (
            (np.linalg.solve(np.array([[2, 1, 3], [3, 1, 2], [1, 4, 0]]), [11.0, 13.9, 9.1]),),
            "cada ticket va en una fila",
        ),
        (
            (np.array([[2, 3, 1], [1, 1, 4], [3, 2, 0]]) @ np.array([11.0, 13.9, 9.1]),),
            "@ multiplica",
        ),
        ((np.array([11.0, 13.9, 9.1]),), "totales de los tickets"),
        ((np.array([1.4, 2.1, 2.6]),), "en otro orden"),
        ((np.array([2.0, 1.5, 2.5]),), "no salen los tickets"),
    ],
    "1.6.6": [
        ((440,), "debe ser una función"),
        ((lambda s: 440,), "TypeError"),
        ((lambda s, r: np.fft.rfft(s),), "debe ser un número"),
        ((lambda s, r: np.abs(np.fft.rfft(s)).argmax(),), "es la posición del pico"),
        ((lambda s, r: peak(s, 1),), "vaivenes por medida"),
        ((lambda s, r: peak(s, 1 / r),), "y no por_segundo"),
        ((lambda s, r: np.abs(np.fft.rfft(s)).max(),), "fuerza del tono"),
        ((lambda s, r: np.abs(np.fft.rfft(s)).max() * 2 / len(s),), "fuerza del tono"),
        ((lambda s, r: -peak(s, r),), "Frecuencia negativa"),
        ((without_abs,), "np.abs"),
        ((lambda s, r: 440.0,), "La frecuencia de un tono de 50 Hz"),
    ],
    "1.6.7": [
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
    ],
    "1.6.8": [
        (lambda: (penguins()[mask(lambda a, b: a & b)],), "contar sus filas"),
        (lambda: (mask(lambda a, b: a & b),), "columna entera"),
        (("28",), "debe ser un número"),
        ((28.0,), "número entero"),
        ((124,), "falta la condición de la masa"),
        ((172,), "falta la isla"),
        (lambda: (mask(lambda a, b: a | b).sum(),), "Usaste |"),
        ((30,), "4000 justos"),
        ((94,), "al revés"),
        ((344,), "falta filtrar"),
        ((29,), "cuantos_pesados no es"),
    ],
    "1.6.9": [
        (("Gentoo",), "debe ser un array"),
        ((0.93,), "debe ser un array"),
        ((np.array([[49, 3700], [47, 5200]]),), "los nombres de las especies"),
        (([1, 2],), "los nombres de las especies"),
        ((np.array("Gentoo"),), "los nombres de las especies"),
        ((np.array(["Chinstrap"]),), "2 especies"),
        ((np.array(["Chinstrap", "Adelie"]),), "5.2 kg"),
        ((np.array(["Adelie", "Adelie"]),), "5.2 kg"),
        ((np.array(["Gentoo", "Gentoo"]),), "orden de las columnas"),
        ((np.array(["Gentoo", "Chinstrap"]),), "al revés"),
        ((["Chinstrap", "gentoo"],), "especies_nuevas no es"),
    ],
    "1.6.10": [
        ((333,), "debe ser una tabla"),
        (lambda: (penguins().dropna(axis=1),), "quita filas, no columnas"),
        (lambda: (penguins(),), "hay que guardarla"),
        (lambda: (penguins().dropna(subset=["body_mass_g"]),), "Todavía quedan huecos"),
        (lambda: (filled(),), "Rellenaste los huecos"),
        (lambda: (penguins().dropna().head(300),), "Hay 300 filas"),
        (lambda: (altered(),), "alguna ha cambiado"),
    ],
    "1.6.11": [
        (({"Adelie": 0.39},), "debe ser una función"),
        ((lambda t: t["pico"],), "KeyError"),
        ((together,), "un solo número"),
        ((lambda t: list(correlations(t).values()),), "debe ser un diccionario"),
        ((lambda t: None,), "llegó None"),
        ((early_return,), "una sola especie"),
        ((lambda t: {"Adelie": 0.39, "Gentoo": 0.64},), "Las claves"),
        ((lambda t: correlations(penguins().dropna()),), "Emperador, Rey, Saltarrocas"),
        ((lambda t: dict.fromkeys(correlations(t), "alta"),), "debe ser un número"),
        ((lambda t: dict.fromkeys(correlations(t), together(t)),), "usa grupo"),
        ((lambda t: correlations(t, y="body_mass_g"),), "no es la de bill_length_mm"),
    ],
    "1.6.12": [
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
    ],
}

TestContract = make_contract("lesson_16", GOOD, WRONG)


# --- Lo que el contrato no ve ------------------------------------------------------------------


def test_the_invented_birds_also_contradict_their_mixture():
    # Si las tres correlaciones se parecieran, no se notaría quien usa la tabla entera.
    birds = _invented_birds(0)
    values = [*correlations(birds).values(), together(birds)]
    assert all(abs(a - b) > 0.1 for i, a in enumerate(values) for b in values[:i])


@pytest.mark.parametrize("answers", GOOD["1.6.12"])
def test_a_model_that_is_enough_has_margin(answers):
    outcome = evaluate("1.6.12", *answers)
    assert outcome.status is Status.CORRECT
    assert float(outcome.text.split("≈ ")[1].split()[0]) >= 0.93
