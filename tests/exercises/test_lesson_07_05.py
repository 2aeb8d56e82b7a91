"""Contrato de los ejercicios de la lección 7.5, Muchos votos."""

import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.ensemble import RandomForestRegressor


def majority(votes):
    return (votes.mean(axis=0) > 0.5).astype(int)


def by_counting(votes):
    return [int((column == 1).sum() > (column == 0).sum()) for column in votes.T]


def soft(chances):
    return chances.mean(axis=0).argmax(axis=1)


def first_trees(answers, truth):
    """La respuesta larga: un ciclo."""
    return [
        np.sqrt(((answers[:count].mean(axis=0) - truth) ** 2).mean())
        for count in range(1, len(answers) + 1)
    ]


def out_of_bag(answers, times):
    return np.array([a[t == 0].mean() for a, t in zip(answers.T, times.T, strict=True)])


def choose(x, y, options, *, trees=40, oob=True, data=lambda x, y: (x, y)):
    found = {}
    for option in options:
        forest = RandomForestRegressor(trees, max_features=option, oob_score=oob, random_state=0)
        forest.fit(*data(x, y))
        found[option] = forest.oob_score_ if oob else forest.score(x, y)
    return max(found, key=found.get)


def in_a_list(x, y, options):
    scores = [
        RandomForestRegressor(40, max_features=option, oob_score=True, random_state=0)
        .fit(x, y)
        .oob_score_
        for option in options
    ]
    return options[int(np.argmax(scores))]


GOOD = {
    "7.5.1": [(majority,), (by_counting,), (lambda v: np.round(v.mean(axis=0) - 0.01),)],
    "7.5.2": [
        (soft,),
        (lambda c: c.sum(axis=0).argmax(axis=1),),
        (lambda c: soft(c).tolist(),),
        (lambda c: pd.Series(soft(c)),),
    ],
    "7.5.4": [(first_trees,), (lambda a, t: np.array(first_trees(a, t)),)],
    "7.5.3": [
        (out_of_bag,),
        (lambda a, t: np.ma.array(a, mask=t > 0).mean(axis=0).filled(),),
        (lambda a, t: out_of_bag(a, t).tolist(),),
    ],
    "7.5.5": [(choose,), (in_a_list,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.5.1": [
        ((3,), "función"),
        ((lambda v: 1 / 0,), "se detuvo"),
        ((lambda v: v.mean(axis=0) > 0.5,), "astype(int)"),
        ((lambda v: v.mean(axis=0),), "no es el valor pedido"),
        ((lambda v: v,), "forma"),
        ((lambda v: ["uno"] * v.shape[1],), "debe ser un número"),
    ],
    "7.5.2": [
        ((3,), "función"),
        ((lambda c: 1 / 0,), "se detuvo"),
        ((lambda c: "a",), "array"),
        ((lambda c: soft(c) + 1,), "no es el valor pedido"),
    ],
    "7.5.4": [
        ((3,), "función"),
        ((lambda a, t: 1 / 0,), "se detuvo"),
        ((lambda a, t: "a",), "array"),
        ((lambda a, t: np.array(first_trees(a, t))[::-1],), "no es el valor pedido"),
        ((lambda a, t: first_trees(a, t)[1:],), "forma"),
    ],
    "7.5.3": [
        ((3,), "función"),
        ((lambda a, t: 1 / 0,), "se detuvo"),
        ((lambda a, t: "a",), "array"),
        ((lambda a, t: out_of_bag(a, t) + 1,), "no es el valor pedido"),
    ],
    "7.5.5": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: "a",), "número"),
        ((lambda x, y, o: 0.7,), "no es la opción"),
    ],
}

EQUIVALENT = {
    "7.5.1": {
        "`mean` por `median` en `votos.mean(axis=0)` (línea 2), 2.ª vez": (
            "la mediana de ceros y unos pasa de 0.5 si ganan los unos"
        ),
    },
    "7.5.2": {
        "`mean` por `sum` en `probabilidades.mean(axis=0)` (línea 2)": (
            "la suma y la media tienen la mayor en la misma clase"
        ),
    },
    "7.5.4": {
        "`medias - real`, al revés (línea 4)": "el cuadrado no distingue el signo",
    },
    "7.5.5": dict.fromkeys(
        (
            "`40` por `39` (línea 4)",
            "`40` por `41` (línea 4)",
        ),
        "elige lo mismo: la nota apenas cambia",
    ),
}

TestContract = make_contract("lesson_07_05", GOOD, WRONG, EQUIVALENT)
