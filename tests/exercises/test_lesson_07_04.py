"""Contrato de los ejercicios de la lección 7.4, Árboles que tiemblan."""

from itertools import pairwise

import numpy as np
from contract import make_contract

from course_utils.exercises.lesson_07_04 import _best_cut, _best_size, _left, _parts, _turned


def cut_by_squares(column, y):
    values = sorted(set(column.tolist()))
    best = (np.inf, None)
    for low, high in pairwise(values):
        cut = (low + high) / 2
        sides = y[column <= cut], y[column > cut]
        best = min(best, (sum(((s - s.mean()) ** 2).sum() for s in sides), cut))
    return best[1]


def turn(points, degrees):
    return _turned(points, np.radians(degrees))


def turn_by_matrix(points, degrees):
    g = np.radians(degrees)
    return points @ np.array([[np.cos(g), np.sin(g)], [-np.sin(g), np.cos(g)]])


def parts_by_difference(guesses, y):
    common = ((guesses.mean(axis=0) - y) ** 2).mean()
    return [common, ((guesses - y) ** 2).mean() - common]


GOOD = {
    "7.4.1": [(_best_cut,), (cut_by_squares,)],
    "7.4.2": [(_left,), (lambda e, h, a: int(_left(e, h, a)),)],
    "7.4.3": [(turn,), (turn_by_matrix,)],
    "7.4.4": [(_parts,), (parts_by_difference,)],
    "7.4.5": [(_best_size,), (lambda x, y, t: np.int64(_best_size(x, y, t)),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.4.1": [
        ((2.5,), "debe ser una función"),
        ((lambda c, y: c,), "debe ser un número"),
        ((lambda c, y: 1e6,), "todos los puntos medios"),
    ],
    "7.4.2": [
        ((3,), "debe ser una función"),
        ((lambda e, h, a: 3.0,), "un número entero"),
        ((lambda e, h, a: 99,), "errores + alfa * hojas"),
    ],
    "7.4.3": [
        ((np.eye(2),), "debe ser una función"),
        ((lambda p, g: p.tolist(),), "un array de NumPy"),
        ((lambda p, g: turn(p, g).T,), "np.column_stack"),
        ((lambda p, g: turn(p, g)[:1],), "debe tener forma"),
        ((lambda p, g: p + 1,), "no da los puntos girados"),
    ],
    "7.4.4": [
        (((1, 2),), "debe ser una función"),
        ((lambda p, y: 3.0,), "dos cosas"),
        ((lambda p, y: (p.mean(axis=0), 1.0),), "es un array"),
        ((lambda p, y: (((p - y) ** 2).mean(), p.var(axis=0).mean()),), "de **la media**"),
        ((lambda p, y: (0.123, 4.5),), "no es el valor pedido"),
    ],
    "7.4.5": [
        ((20,), "debe ser una función"),
        ((lambda x, y, t: 2.5,), "un número entero"),
        ((lambda x, y, t: 99,), "mayor media de"),
    ],
}

BETWEEN = "el corte está entre dos valores: ninguno es igual"
SEED = "la semilla solo decide empates"

EQUIVALENT = {
    "7.4.1": {
        "`<=` por `<` en `columna <= corte` (línea 6)": BETWEEN,
        "`>` por `>=` en `columna > corte` (línea 6)": BETWEEN,
        "`y[columna > corte]` delante de `y[columna <= corte]` (línea 6)": "las dos se suman",
    },
    "7.4.4": {"`media - y`, al revés (línea 3)": "va al cuadrado"},
    "7.4.5": {
        "`0` por `1` (línea 5)": SEED,
        "sin `random_state=0` (línea 4)": SEED,
        "`mean` por `sum` en `cross_val_score(arbol, x, y, cv=5).mean…` (línea 6)": "siempre son 5",
        "sin `cv=5` (línea 6)": "son 5 si no se dice otra cosa",
    },
}

TestContract = make_contract("lesson_07_04", GOOD, WRONG, EQUIVALENT)
