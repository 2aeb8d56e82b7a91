"""Contrato de los ejercicios de 6.3, la entrega."""

import functools

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils.datasets import load_credit_card_fraud
from course_utils.metrics_decisions import best_threshold_for_cost, expected_cost


@functools.cache
def raw():
    return load_credit_card_fraud()


@functools.cache
def clean():
    return raw().drop_duplicates()


def cut(payments, first, second):
    return payments[:first], payments[first:second], payments[second:]


@functools.cache
def parts():
    n = len(clean())
    return cut(clean(), int(0.64 * n), int(0.8 * n))


def inputs(payments):
    return payments.loc[:, "V1":"V28"].to_numpy("float32")


@functools.cache
def model():
    fit = parts()[0]
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(
        inputs(fit), fit["Class"]
    )


def score(payments):
    return model().predict_proba(inputs(payments))[:, 1]


@functools.cache
def evaluation():
    test = parts()[2]
    return average_precision_score(test["Class"], score(test))


ALERT = 5


@functools.cache
def decision(threshold=None):
    _, validation, test = parts()
    if threshold is None:
        threshold = best_threshold_for_cost(
            validation["Class"], score(validation), validation["Amount"], alert_cost=ALERT
        ).threshold
    cost = expected_cost(
        test["Class"], score(test), test["Amount"], threshold, alert_cost=ALERT
    ).total
    return threshold, cost


def decided(**changes):
    def answers():
        threshold, cost = decision(changes.get("at"))
        defaults = {"f": score, "test": parts()[2], "alert": ALERT, "t": threshold, "cost": cost}
        chosen = defaults | {k: v for k, v in changes.items() if k != "at"}
        return tuple(chosen[name] for name in ("f", "test", "alert", "t", "cost"))

    return answers


def evaluated(**changes):
    def answers():
        ap = evaluation()
        defaults = {"f": score, "test": parts()[2], "ap": ap, "interval": (ap - 0.1, ap + 0.1)}
        return tuple((defaults | changes)[name] for name in ("f", "test", "ap", "interval"))

    return answers


def best_in_test():
    test = parts()[2]
    best = best_threshold_for_cost(test["Class"], score(test), test["Amount"], alert_cost=ALERT)
    return decided(at=best.threshold)()


def drawn(**texts):
    def answers():
        fig, ax = plt.subplots()
        ax.plot([1, 2])
        ax.set(**texts)
        plt.close(fig)
        return (fig,)

    return answers


def empty_figure():
    fig, _ = plt.subplots()
    plt.close(fig)
    return (fig,)


def scaled_here(payments):
    values = inputs(payments)
    return (values - values.mean(axis=0)) / values.std(axis=0)


def ranked(payments):
    return np.arange(len(payments)) / len(payments)


PROBLEM = "palabra " * 60 + "y un aviso cuesta 5 €."
MEMO = "Proponemos probarlo un mes. " * 15 + "La AP es 0.75 y el coste, 1 234 €."
LIMITS = [f"No se puede saber qué pasaría en el país {name} de noche" for name in "ABC"]
MARKS = dict.fromkeys(("problema", "datos", "honestidad", "modelo", "decision", "comunicacion"), 2)
LABELS = {"title": "Coste", "xlabel": "Avisos", "ylabel": "Coste (€)"}


def few_frauds():
    n = len(clean())
    return cut(clean(), int(0.64 * n), n - 5000)


def shuffled():
    mixed = clean().sample(frac=1, random_state=0)
    return cut(mixed, 180_000, 230_000)


GOOD = {
    "6.3.1": [(PROBLEM,), ("palabra " * 60 + "y cuesta 12.5 euros",)],
    "6.3.2": [parts, lambda: cut(clean(), 150_000, 230_000)],
    "6.3.3": [(inputs,), (lambda p: np.log1p(p[["Amount"]].to_numpy()),)],
    "6.3.4": [(score,), (lambda p: model().decision_function(inputs(p)),)],
    "6.3.5": [({"nunca": 0.002, "logística": 0.75, "red": 0.8},)],
    "6.3.6": [evaluated(), evaluated(interval=[0.4, 0.9])],
    "6.3.7": [decided(), decided(at=0.5), decided(at=0.02)],
    "6.3.8": [drawn(**LABELS)],
    "6.3.9": [(LIMITS,)],
    "6.3.10": [
        (MEMO, 0.7512, 1234.4),
        (MEMO.replace("1 234", "1,234"), 0.7512, 1234.4),
        (MEMO.replace("1 234 €", "≈ 1234 euros").replace("0.75", "≈ 0.751"), 0.7512, 1234.4),
    ],
    "6.3.11": [(MARKS,), (MARKS | {"datos": 0, "modelo": np.int64(3)},)],
}

WRONG = {
    "6.3.1": [
        ((3,), "texto"),
        (("Detectar fraude. Un aviso cuesta 5 €.",), "se piden entre 40 y 200"),
        (("palabra " * 300,), "300 palabras"),
        (("palabra " * 60 + "y cuesta mucho dinero",), "cantidad en euros"),
        (("palabra " * 60 + "y cuesta muchos euros",), "cantidad en euros"),
    ],
    "6.3.2": [
        (([1], [2], [3]), "DataFrame"),
        (lambda: (inputs_only(), *parts()[1:]), "le faltan columnas"),
        (lambda: cut(raw(), 180_000, 230_000), "pagos repetidos"),
        (lambda: (parts()[0], parts()[1], clean()[200_000:]), "pagos repetidos"),
        (lambda: (parts()[0][10:], *parts()[1:]), "sin duplicados son 283726"),
        (few_frauds, "En prueba hay"),
        (shuffled, "Reparte por fechas"),
        (lambda: (parts()[2], parts()[0], parts()[1]), "Reparte por fechas"),
    ],
    "6.3.3": [
        ((3,), "función"),
        ((lambda p: p["Class"].to_numpy(),), "KeyError"),
        ((lambda p: [1, 2],), "array"),
        ((lambda p: p["Amount"].to_numpy(),), "forma"),
        ((lambda p: inputs(p) * np.nan,), "números finitos"),
        ((lambda p: inputs(p)[:, : 10 if len(p) > 50 else 9],), "forma"),
        ((lambda p: inputs(p) if len(p) > 50 else 1 / 0,), "ZeroDivisionError"),
        ((scaled_here,), "menos compañía"),
    ],
    "6.3.4": [
        ((3,), "función"),
        ((lambda p: p["Class"].to_numpy(),), "KeyError"),
        ((lambda p: score(p)[:, None],), "forma"),
        ((lambda p: score(p)[:10],), "forma"),
        ((lambda p: score(p) * np.nan,), "números finitos"),
        ((lambda p: np.array(["alto"] * len(p)),), "números finitos"),
        ((ranked,), "otro orden"),
        ((lambda p: -score(p),), "al revés"),
        ((lambda p: p["V13"].to_numpy(),), "apenas separan"),
        ((lambda p: np.zeros(len(p)),), "apenas separan"),
    ],
    "6.3.5": [
        (([0.1, 0.2, 0.3],), "diccionario"),
        (({"red": 0.8, "nunca": 0.002},), "al menos tres"),
        (({"a": 0.7, 2: 0.8, "c": 0.01},), "cada nombre"),
        (({"a": 0.7, "b": "0.8", "c": 0.01},), "AP de «b»"),
        (({"a": 0.7, "b": 82, "c": 0.01},), "va de 0 a 1"),
        (({"a": 0.7, "b": 0.8, "c": 0.75},), "referencia sencilla"),
    ],
    "6.3.6": [
        (evaluated(f=3), "función"),
        (evaluated(test=[1]), "DataFrame"),
        (evaluated(ap="0.75"), "ap debe ser un número"),
        (evaluated(ap=0.9), "¿La calculaste con otro modelo"),
        (evaluated(interval=0.7), "pareja"),
        (evaluated(interval=(0.5, "0.9")), "cada extremo"),
        (evaluated(interval=(0.9, 0.95)), "no contiene a ap"),
        (lambda: evaluated(interval=(evaluation() - 1e-3, evaluation() + 1e-3))(), "estrecho"),
    ],
    "6.3.7": [
        (decided(f=3), "función"),
        (decided(test=3), "DataFrame"),
        (decided(alert="5"), "coste_aviso debe ser un número"),
        (decided(alert=0), "nunca es gratis"),
        (decided(t=None), "umbral debe ser un número"),
        (decided(cost="mucho"), "coste debe ser un número"),
        (decided(cost=3), "y en coste hay 3 €"),
        (decided(at=1e-5), "no compensa"),
        (best_in_test, "justo el mejor de la prueba"),
    ],
    "6.3.8": [
        ((3,), "Figure"),
        (empty_figure, "vacía"),
        (drawn(xlabel="a", ylabel="b"), "título"),
        (drawn(title="t", xlabel="a"), "algún eje"),
    ],
    "6.3.9": [
        (("son pocos datos",), "lista"),
        (([1, 2, 3],), "texto"),
        ((["Son pocos datos."] * 3,), "3 palabras"),
        ((LIMITS[:1] * 3,), "1 frases distintas"),
        (([],), "0 frases distintas"),
    ],
    "6.3.10": [
        ((3, 0.75, 1234), "texto"),
        (("Compradlo: 5 €.", 0.75, 1234), "se piden entre 60 y 250"),
        ((MEMO, "0.75", 1234), "ap debe ser un número"),
        ((MEMO, 0.75, None), "coste debe ser un número"),
        ((MEMO.replace("€", "dólares"), 0.75, 1234), "cantidad en euros"),
        ((MEMO, 0.82, 1234), "No encuentro tu AP (0.82)"),
        ((MEMO, 0.75, 2000), "No encuentro tu coste (2000 €)"),
    ],
    "6.3.11": [
        (([3] * 6,), "diccionario"),
        (({"problema": 3},), "falta: datos"),
        ((MARKS | {"ortografía": 3},), "seis claves"),
        ((MARKS | {"datos": "3"},), "la nota de «datos» debe ser un número"),
        ((MARKS | {"datos": 2.5},), "entero"),
        ((MARKS | {"datos": 4},), "va de 0 a 3"),
    ],
}


def inputs_only():
    return pd.DataFrame(inputs(parts()[0]))


TestContract = make_contract("lesson_63", GOOD, WRONG)
