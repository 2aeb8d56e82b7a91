"""Contrato de los ejercicios de la lección 2.1, qué es el aprendizaje automático."""

import math

import numpy as np
from contract import make_contract


def rules_with_loop(text, words):
    found = False
    for word in words:
        if word in text.lower():
            found = True
    return found


def failures(u, lengths, labels):
    return (lengths > u) != labels


def count_errors(real, predicted):
    return ((real == 1) & (predicted == 0)).sum(), ((real == 0) & (predicted == 1)).sum()


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
    "2.1.4": [
        (lambda u, x, y: failures(u, x, y).mean(),),
        (lambda u, x, y: sum(a != b for a, b in zip(x > u, y, strict=True)) / len(x),),
        (lambda u, x, y: 1 - np.mean((x > u) == y),),
    ],
    "2.1.5": [
        (count_errors,),
        (lambda r, p: [int(((r - p) == 1).sum()), int(((r - p) == -1).sum())],),
        (lambda r, p: np.array(count_errors(r, p)),),
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
        ((lambda s, n, S, N, V: s - n,), "Revisa los paréntesis"),
    ],
    "2.1.4": [
        ((0.5,), "debe ser una función"),
        ((lambda u, x: 0.5,), "TypeError"),
        ((failures,), "resumirlo"),
        ((lambda u, x, y: "0.2",), "debe ser un número"),
        ((lambda u, x, y: ((x > 4.9) != y).mean(),), "los tres parámetros"),
    ],
    "2.1.5": [
        (((3, 1),), "debe ser una función"),
        ((lambda r: 0,), "TypeError"),
        ((lambda r, p: (r != p).sum(),), "dos cosas"),
        ((lambda r, p: (r, p),), "debe ser un número"),
        ((lambda r, p: ((p == 0).sum(), (p == 1).sum()),), "condiciones con &"),
    ],
}

TestContract = make_contract("lesson_02_01", GOOD, WRONG)
