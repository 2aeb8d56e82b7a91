"""Contrato de los ejercicios de la lección 4.2, ¿Te puedes fiar de ese número?."""

from fractions import Fraction

import numpy as np
from contract import make_contract
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

from course_utils.exercises.lesson_04_02 import SPECIES, _flowers

X, Y = load_iris(return_X_y=True)


def repeat(model, seeds, *, stratify=Y, on_train=False, fixed=None, size=0.25):
    scores = []
    for seed in seeds:
        a, b, c, d = train_test_split(
            X, Y, test_size=size, stratify=stratify, random_state=seed if fixed is None else fixed
        )
        model.fit(a, c)
        scores.append(model.score(a, c) if on_train else model.score(b, d))
    return scores


def identify(flower, scaler, model, threshold):
    answer = model.predict(scaler.transform(flower.reshape(1, 4)), verbose=0)[0]
    return SPECIES[answer.argmax()] if answer.max() >= threshold else "no sé"


def identify_direct(flower, scaler, model, threshold):
    answer = np.asarray(model(scaler.transform([flower])))
    return "no sé" if answer.max() < threshold else SPECIES[answer.argmax()]


def identify_reversed(flower, scaler, model, threshold):
    answer = model.predict(scaler.transform(flower.reshape(1, 4)), verbose=0)[0]
    return SPECIES[answer.argmax()] if answer.max() < threshold else "no sé"


def scoreboard(a, b):
    gap = np.array(a) - np.array(b)
    return (gap > 0).sum(), (gap == 0).sum(), (gap < 0).sum()


def scoreboard_in_a_loop(a, b):
    wins = ties = losses = 0
    for one, other in zip(a, b, strict=True):
        if one > other:
            wins += 1
        elif one == other:
            ties += 1
        else:
            losses += 1
    return [wins, ties, losses]


def answering(p, y, threshold):
    sure = p.max(axis=1) >= threshold
    return sure.mean(), (p.argmax(axis=1) == y)[sure].mean()


def answering_in_a_loop(p, y, threshold):
    answered = [
        (row.argmax() == label) for row, label in zip(p, y, strict=True) if max(row) >= threshold
    ]
    return len(answered) / len(y), sum(answered) / len(answered)


def answering_in_place(p, y, threshold):
    result = answering(p, y, threshold)
    p[:] = 0
    return result


COUNTS = np.bincount(_flowers()[3])

GOOD = {
    "4.2.1": [
        (COUNTS, 1 / 38),
        (COUNTS.tolist(), np.float64(1 / 38)),
        (tuple(COUNTS), Fraction(1, 38)),
        (COUNTS.astype(float), 1 / 38),
        (
            [12.0, Fraction(13), np.int64(13)]
            if COUNTS[0] == 12
            else COUNTS.astype(float).tolist(),
            1 / 38,
        ),
    ],
    "4.2.2": [
        (lambda n, r: r ** (1 / n),),
        (lambda n, r: float(np.exp(np.log(r) / n)),),
        (lambda n, r: np.power(r, 1 / n),),
    ],
    "4.2.3": [
        (repeat,),
        (lambda m, s: np.array(repeat(m, s)),),
        (lambda m, s: tuple(repeat(m, s)),),
    ],
    "4.2.4": [(scoreboard,), (scoreboard_in_a_loop,)],
    "4.2.5": [(identify,), (identify_direct,)],
    "4.2.6": [(answering,), (answering_in_a_loop,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "4.2.1": [
        ((["12", 13, 13], 1 / 38), "debe ser un número"),
        (("12, 13, 13", 1 / 38), "debe ser un array"),
        ((COUNTS[:2], 1 / 38), "debe tener tres números"),
        ((COUNTS.reshape(3, 1), 1 / 38), "debe tener tres números"),
        (([38, 0, 0], 1 / 38), "por_especie no es"),
        ((COUNTS, "0.026"), "debe ser un número"),
        ((COUNTS, 0.5), "salto no es"),
    ],
    "4.2.2": [
        ((0.924,), "debe ser una función"),
        ((lambda n: 0.9,), "TypeError"),
        ((lambda n, r: "0.9",), "debe ser un número"),
        ((lambda n, r: 0.95,), "con esa p el pleno"),
    ],
    "4.2.3": [
        (([0.9],), "debe ser una función"),
        ((lambda m, s: m.entrena(),), "AttributeError"),
        ((lambda m, s: float(np.mean(repeat(m, s))),), "un solo número"),
        ((lambda m, s: "0.9",), "debe ser una lista"),
        ((lambda m, s: repeat(m, s)[:1],), "una por semilla"),
        ((lambda m, s: ["0.9"] * len(s),), "debe ser un número"),
        ((lambda m, s: repeat(m, s, fixed=42),), "salen iguales"),
        ((lambda m, s: repeat(m, s, size=0.5),), "test_size=0.25"),
        ((lambda m, s: sorted(repeat(m, s)),), "en otro orden"),
    ],
    "4.2.4": [
        (((3, 1, 2),), "debe ser una función"),
        ((lambda a: (3, 1, 2),), "TypeError"),
        ((lambda a, b: 3,), "tres cosas"),
        ((lambda a, b: ("3", 1, 2),), "debe ser un número"),
        ((lambda a, b: (0.5, 0.25, 0.25),), "número entero"),
        ((lambda a, b: (9, 9, 9),), "debía dar"),
    ],
    "4.2.5": [
        (("setosa",), "debe ser una función"),
        ((lambda f, s, m, u: m.predict(f, verbose=0),), "se detuvo con un error"),
        ((lambda f, s, m, u: 2,), "la posición de la especie"),
        ((lambda f, s, m, u: None,), "debe ser un texto"),
        ((lambda f, s, m, u: "rosa",), "una de las tres especies"),
        ((lambda f, s, m, u: identify(f, s, m, 0),), "no llega"),
        ((identify_reversed,), "sí llega"),
        (
            (lambda f, s, m, u: identify(f, s, m, u).replace("setosa", "versicolor"),),
            "se esperaba setosa",
        ),
    ],
    "4.2.6": [
        (((0.9, 1.0),), "debe ser una función"),
        ((lambda p: (0.9, 1.0),), "TypeError"),
        ((lambda p, y, t: 0.9,), "dos cosas"),
        ((lambda p, y, t: ("0.9", 1.0),), "debe ser un número"),
        ((answering_in_place,), "cambia lo que recibe"),
        ((lambda p, y, t: (0.9, 1.0),), "debía dar"),
    ],
}

EQUIVALENT = {
    "4.2.3": {
        "sin `test_size=0.25` (línea 4)": "la cuarta parte es lo que aparta train_test_split si no "
        "se le dice",
    },
    "4.2.4": dict.fromkeys(
        (
            "`np.array(notas_a)` por `notas_a` (línea 2)",
            "`np.array(notas_b)` por `notas_b` (línea 2)",
        ),
        "basta que una de las dos sea un array para restar posición a posición",
    ),
    "4.2.5": dict.fromkeys(
        (
            "`modelo.predict(lote, verbose=0)[0]` por `modelo.predict(lote, verbose=0)` (línea 3)",
            "`0` por `-1` (línea 3)",
        ),
        "el lote es de una sola flor",
    ),
}

TestContract = make_contract("lesson_04_02", GOOD, WRONG, EQUIVALENT)
