"""Contrato de los ejercicios de 2.1, qué es el aprendizaje automático."""

import math

import numpy as np
from contract import make_contract
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.naive_bayes import BernoulliNB, MultinomialNB
from sklearn.pipeline import make_pipeline

from course_utils.datasets import load_messages


def rules_with_loop(text, words):
    found = False
    for word in words:
        if word in text.lower():
            found = True
    return found


def nearest(point, centres):
    return np.sqrt(((centres - point) ** 2).sum(axis=1)).argmin()


def nearest_with_loop(point, centres):
    distances = [math.dist(point, centre) for centre in centres]
    return distances.index(min(distances))


def failures(u, lengths, labels):
    return (lengths > u) != labels


def by_remainder(n, folds, turn):
    return [i for i in range(n) if i % folds != turn], [i for i in range(n) if i % folds == turn]


def by_blocks(n, folds, turn):
    exam = np.array_split(np.arange(n), folds)[turn]
    return np.setdiff1d(np.arange(n), exam), exam


def uneven(n, folds, turn):
    exam = [turn] if turn < folds - 1 else list(range(folds - 1, n))
    return [i for i in range(n) if i not in exam], exam


def fitted_filter():
    messages = load_messages()
    return make_pipeline(CountVectorizer(), MultinomialNB()).fit(
        messages["texto"], messages["spam"]
    )


def count_errors(real, predicted):
    return ((real == 1) & (predicted == 0)).sum(), ((real == 0) & (predicted == 1)).sum()


class Answers:
    """Un modelo de mentira que responde siempre lo mismo."""

    def __init__(self, answer):
        self.answer = answer

    def fit(self, x, y):
        return self

    def predict(self, x):
        return self.answer(len(x))


GOOD = {
    "2.1.1": [(3, 4, 1), (np.int64(3), np.int64(4), np.int64(1))],
    "2.1.2": [
        (lambda text, words: any(w in text.lower() for w in words),),
        (rules_with_loop,),
        (lambda text, words: np.any([w in text.lower() for w in words]),),
    ],
    "2.1.3": [
        (lambda s, n, S, N, V: math.log((s + 1) / (S + V) / ((n + 1) / (N + V))),),
        (lambda s, n, S, N, V: np.log((s + 1) * (N + V)) - np.log((n + 1) * (S + V)),),
    ],
    "2.1.4": [(nearest,), (nearest_with_loop,), (lambda p, c: ((c - p) ** 2).sum(1).argmin(),)],
    "2.1.5": [
        (lambda m, k, d: m + (d - m) / (k + 1),),
        (lambda m, k, d: (m * k + d) / (k + 1),),
    ],
    "2.1.6": [
        (lambda u, x, y: failures(u, x, y).mean(),),
        (lambda u, x, y: sum(a != b for a, b in zip(x > u, y, strict=True)) / len(x),),
        (lambda u, x, y: 1 - np.mean((x > u) == y),),
    ],
    "2.1.7": [(by_remainder,), (by_blocks,)],
    "2.1.8": [
        (lambda: make_pipeline(CountVectorizer(), MultinomialNB()),),
        (lambda: make_pipeline(CountVectorizer(), LogisticRegression(max_iter=1000)),),
        (lambda: make_pipeline(CountVectorizer(ngram_range=(1, 2)), MultinomialNB()),),
        (lambda: make_pipeline(TfidfVectorizer(), MultinomialNB()),),
        (lambda: make_pipeline(CountVectorizer(), BernoulliNB()),),
    ],
    "2.1.9": [
        (count_errors,),
        (lambda r, p: [int(((r - p) == 1).sum()), int(((r - p) == -1).sum())],),
    ],
}

WRONG = {
    "2.1.1": [
        (("3", 4, 1), "tarea debe ser un número"),
        ((3, 4, 1.0), "rendimiento debe ser un número entero"),
        ((3, 5, 1), "uno de los números"),
        ((3, 4, 2), "la que sobra"),
        ((3, 3, 1), "repetido"),
        ((4, 3, 1), "La tarea es"),
        ((3, 1, 4), "al revés"),
    ],
    "2.1.2": [
        ((True,), "debe ser una función"),
        ((lambda text: True,), "TypeError"),
        ((lambda text, words: None,), "debe ser un booleano"),
        ((lambda text, words: words[0] in text,), "basta con que aparezca una"),
        ((lambda text, words: all(w in text for w in words),), "basta con que aparezca una"),
        ((lambda text, words: True,), "no aparece ninguna"),
        ((lambda text, words: any(w in text for w in words),), "No encuentra «GRATIS»"),
        ((lambda text, words: bool(set(text.lower().split()) & set(words)),), "«¡Gratis!»"),
        (
            (lambda text, words: any(w in text.lower() for w in ["gratis", "premio"]),),
            "parámetro palabras",
        ),
        (
            (lambda text, words: not words or any(w in text.lower() for w in words),),
            "lista de palabras vacía",
        ),
    ],
    "2.1.3": [
        ((0.7,), "debe ser una función"),
        ((lambda s, n, S, N, V: math.log(s / n / 0),), "ZeroDivisionError"),
        ((lambda s, n, S, N, V: "0.7",), "debe ser un número"),
        ((lambda s, n, S, N, V: (s + 1) / (S + V) / ((n + 1) / (N + V)),), "falta su logaritmo"),
        (
            (lambda s, n, S, N, V: math.log((n + 1) / (N + V) / ((s + 1) / (S + V))),),
            "signo cambiado",
        ),
        (
            (lambda s, n, S, N, V: math.log10((s + 1) / (S + V) / ((n + 1) / (N + V))),),
            "el natural",
        ),
        ((lambda s, n, S, N, V: math.log((s + 1) / S / ((n + 1) / N)),), "falta sumar V"),
        ((lambda s, n, S, N, V: math.log(s / (S + V) / (n / (N + V))),), "falta el +1"),
        ((lambda s, n, S, N, V: s - n,), "Revisa los paréntesis"),
    ],
    "2.1.4": [
        ((1,), "debe ser una función"),
        ((lambda p, c: c.distancia(p),), "AttributeError"),
        ((lambda p, c: ((c - p) ** 2).sum(axis=1),), "un número por centro"),
        ((lambda p, c: c[nearest(p, c)],), "unas coordenadas"),
        ((lambda p, c: "el primero",), "debe ser un número"),
        ((lambda p, c: ((c - p) ** 2).sum(axis=1).argmax(),), "más lejano"),
        ((lambda p, c: np.sqrt(((c - p) ** 2).sum(axis=1)).min() + 0.0,), "Eso es la distancia"),
        ((lambda p, c: np.abs(c - p).sum(axis=1).argmin(),), "al cuadrado"),
        ((lambda p, c: ((c - p) ** 2).sum(axis=0).argmin(),), "axis=1"),
        ((lambda p, c: 7,), "tu función dice 7"),
    ],
    "2.1.5": [
        ((11,), "debe ser una función"),
        ((lambda m, k: m,), "TypeError"),
        ((lambda m, k, d: None,), "debe ser un número"),
        ((lambda m, k, d: (m + d) / 2,), "como si pesaran igual"),
        ((lambda m, k, d: (m + d) / (k + 1),), "media * cuantos"),
        ((lambda m, k, d: (m * k + d) / k,), "cuantos + 1"),
        ((lambda m, k, d: m * k + d,), "la suma de todos"),
        ((lambda m, k, d: m,), "debería dar 11"),
        ((lambda m, k, d: m + (d - m) / (k + 1) if k else 0,), "debería dar 6"),
    ],
    "2.1.6": [
        ((0.5,), "debe ser una función"),
        ((lambda u, x: 0.5,), "TypeError"),
        ((failures,), "resumirlo"),
        ((lambda u, x, y: "0.2",), "debe ser un número"),
        ((lambda u, x, y: failures(u, x, y).sum(),), "cuántas flores"),
        ((lambda u, x, y: 100 * failures(u, x, y).mean(),), "porcentaje"),
        ((lambda u, x, y: ((x > u) == y).mean(),), "fracción de aciertos"),
        ((lambda u, x, y: ((x >= u) != y).mean(),), "no lo supera"),
        ((lambda u, x, y: ((x > 4.9) != y).mean(),), "los tres parámetros"),
    ],
    "2.1.7": [
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
        ((lambda n, folds, turn: by_remainder(n, folds, 0),), "cambia el examen con el turno"),
    ],
    "2.1.8": [
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
    ],
    "2.1.9": [
        (((3, 1),), "debe ser una función"),
        ((lambda r: 0,), "TypeError"),
        ((lambda r, p: (r != p).sum(),), "dos números"),
        ((lambda r, p: (r, p),), "debe ser un número"),
        ((lambda r, p: count_errors(r, p)[::-1],), "al revés"),
        ((lambda r, p: (5 - count_errors(r, p)[0], 6 - count_errors(r, p)[1]),), "acierta"),
        ((lambda r, p: (count_errors(r, p)[0] / 5, count_errors(r, p)[1] / 6),), "fracciones"),
        ((lambda r, p: ((p == 0).sum(), (p == 1).sum()),), "condiciones con &"),
    ],
}

TestContract = make_contract("lesson_21", GOOD, WRONG)
