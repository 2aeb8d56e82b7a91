"""Contrato de los ejercicios de la lección 2.2, maneras de aprender."""

import math

import numpy as np
from contract import make_contract
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.naive_bayes import BernoulliNB, MultinomialNB
from sklearn.pipeline import make_pipeline

from course_utils.datasets import load_messages


def nearest(point, centres):
    return np.sqrt(((centres - point) ** 2).sum(axis=1)).argmin()


def nearest_with_loop(point, centres):
    distances = [math.dist(point, centre) for centre in centres]
    return distances.index(min(distances))


def by_remainder(n, folds, turn):
    return [i for i in range(n) if i % folds != turn], [i for i in range(n) if i % folds == turn]


def by_blocks(n, folds, turn):
    exam = np.array_split(np.arange(n), folds)[turn]
    return np.setdiff1d(np.arange(n), exam), exam


def uneven(n, folds, turn):
    exam = [turn] if turn < folds - 1 else list(range(folds - 1, n))
    return [i for i in range(n) if i not in exam], exam


def repeats_one(n, folds, turn):
    """Cambia con el turno, pero empieza siempre por un ejemplo que ya examinó."""
    exam = list(range(turn * (n // folds), (turn + 1) * (n // folds)))
    exam[0] -= exam[0] > 0
    return [i for i in range(n) if i not in exam], exam


def fitted_filter():
    messages = load_messages()
    return make_pipeline(CountVectorizer(), MultinomialNB()).fit(
        messages["texto"], messages["spam"]
    )


class Answers:
    """Un modelo de mentira que responde siempre lo mismo."""

    def __init__(self, answer):
        self.answer = answer

    def fit(self, x, y):
        return self

    def predict(self, x):
        return self.answer(len(x))


class KnowsThemAll:
    """Un filtro que no aprende de lo que recibe: trae vistos todos los mensajes."""

    def fit(self, texts, labels):
        self.model = fitted_filter()

    def predict(self, texts):
        return self.model.predict(texts)


def by_length(p, c):
    """El centro que está casi tan lejos del origen como el punto."""
    return np.abs(np.linalg.norm(c, axis=1) - np.linalg.norm(p)).argmin()


GOOD = {
    "2.2.1": [(nearest,), (nearest_with_loop,), (lambda p, c: ((c - p) ** 2).sum(1).argmin(),)],
    "2.2.2": [
        (lambda m, k, d: m + (d - m) / (k + 1),),
        (lambda m, k, d: (m * k + d) / (k + 1),),
    ],
    "2.2.3": [
        (by_remainder,),
        (by_blocks,),
        (lambda n, folds, turn: tuple(map(set, by_remainder(n, folds, turn))),),
    ],
    "2.2.4": [
        (lambda: make_pipeline(CountVectorizer(), MultinomialNB()),),
        (lambda: make_pipeline(CountVectorizer(), LogisticRegression(max_iter=1000)),),
        (lambda: make_pipeline(CountVectorizer(ngram_range=(1, 2)), MultinomialNB()),),
        (lambda: make_pipeline(TfidfVectorizer(), MultinomialNB()),),
        (lambda: make_pipeline(CountVectorizer(), BernoulliNB()),),
    ],
}

WRONG = {
    "2.2.1": [
        ((1,), "debe ser una función"),
        ((lambda p, c: c.distancia(p),), "AttributeError"),
        ((lambda p, c: "el primero",), "debe ser un número"),
        ((lambda p, c: 7,), "tu función dice 7"),
        ((by_length,), "el más cercano es el 1"),
    ],
    "2.2.2": [
        ((11,), "debe ser una función"),
        ((lambda m, k: m,), "TypeError"),
        ((lambda m, k, d: None,), "debe ser un número"),
        ((lambda m, k, d: m,), "debería dar 11"),
        ((lambda m, k, d: m + (d - m) / (k + 1) if k else 0,), "debería dar 6"),
    ],
    "2.2.3": [
        ((5,), "debe ser una función"),
        ((lambda n, folds: 0,), "TypeError"),
        ((lambda n, folds, turn: list(range(n)),), "dos listas"),
        ((lambda n, folds, turn: ("a", "b"),), "debe ser una lista de números"),
        ((lambda n, folds, turn: ([0.5], [1]),), "número entero"),
        ((lambda n, folds, turn: ([0], "b"),), "debe ser una lista de números"),
        ((lambda n, folds, turn: (range(n), [turn]),), "las dos listas"),
        ((lambda n, folds, turn: ([0, 1], [2]),), "de 0 a 9"),
        ((lambda n, folds, turn: by_remainder(n, folds, turn)[::-1],), "al revés"),
        ((uneven,), "tamaños"),
        ((lambda n, folds, turn: by_remainder(n, folds, 0),), "el mismo en todos los turnos"),
        ((repeats_one,), "el ejemplo 1 se examina 2 veces: tiene que ser una."),
    ],
    "2.2.4": [
        ((MultinomialNB(),), "debe ser una función"),
        ((lambda x: x,), "TypeError"),
        ((lambda: None,), "fit y predict"),
        ((lambda: MultinomialNB,), "fit y predict"),
        ((fitted_filter,), "ya entrenado"),
        ((lambda: MultinomialNB(),), "ValueError"),
        ((lambda: Answers(lambda n: 1 / 0),), "ZeroDivisionError"),
        ((lambda: Answers(lambda n: "spam"),), "debe ser un array"),
        ((lambda: make_pipeline(CountVectorizer(binary=True), LinearRegression()),), "1 o 0"),
        ((lambda: make_pipeline(CountVectorizer(), DummyClassifier()),), "una moneda"),
        (
            (lambda: make_pipeline(CountVectorizer(max_features=5), MultinomialNB()),),
            "se pide 0.8",
        ),
        ((KnowsThemAll,), "etiquetas cambiadas"),
    ],
}

EQUIVALENT = {
    "2.2.1": dict.fromkeys(
        (
            "`sqrt` por `abs` en `np.sqrt(((centros - punto) ** 2).sum(ax…` (línea 2)",
            "`np.sqrt(((centros - punto) ** 2).sum(ax…` por `((centros - punto) ** 2).sum(axis=1)`"
            " (línea 2)",
            "`sum` por `mean` en `((centros - punto) ** 2).sum(axis=1)` (línea 2)",
            "`centros - punto`, al revés (línea 2)",
        ),
        "el más cercano es el mismo",
    ),
    "2.2.4": {"devuelve siempre lo de la primera llamada": "se llama una vez: fit empieza de cero"},
}

TestContract = make_contract("lesson_02_02", GOOD, WRONG, EQUIVALENT)
