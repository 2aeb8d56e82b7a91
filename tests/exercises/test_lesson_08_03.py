"""Contrato de los ejercicios de la lección 8.3, Regularizar, y decir «no sé»."""

import numpy as np
from contract import make_contract


def push(w, rate, l1, l2):
    slope = np.where(w > 0, l1, np.where(w < 0, -l1, 0)) + l2 * 2 * w
    return w - slope * rate


def spoils(w, rate, l1, l2):
    w -= rate * (l1 * np.sign(w) + 2 * l2 * w)
    return w


def max_norm(w, top):
    out = w.copy()
    for k in range(w.shape[1]):
        norm = np.linalg.norm(w[:, k])
        if norm > top:
            out[:, k] *= top / norm
    return out


def spoils_norm(w, top):
    result = max_norm(w, top)
    w *= 2
    return result


def dropout(h, blame, draw, p):
    off = draw < p
    return np.where(off, 0, h / (1 - p)), np.where(off, 0, blame / (1 - p))


def spoils_dropout(h, blame, draw, p):
    result = dropout(h, blame, draw, p)
    h[draw < p] = 0
    return result


def passes(model, x, times):
    total = 0
    for _ in range(times):
        total = total + np.asarray(model(x, training=True))
    return total / times


def one_call(model, x, times):
    """Todas las copias de una vez: en cada fila se apagan otras."""
    copies = model(np.repeat(x, times, axis=0), training=True)
    return np.asarray(copies).reshape(len(x), times, -1).mean(axis=1)


def temper(p, temperature):
    with np.errstate(divide="ignore"):
        z = np.log(p) / temperature
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1)[:, np.newaxis]


def ablation(recipe, without):
    return {name: {**recipe, name: without[name]} for name in without}


def spoils_recipe(recipe, without):
    found = {}
    for name, value in without.items():
        recipe[name] = value
        found[name] = recipe
    return found


def _all(model, x, times):
    return np.stack([model(x, training=True) for _ in range(times)])


def _first_rows(model, x, times):
    """Responde siempre de las primeras muestras que vio."""
    if not hasattr(model, "rows"):
        model.rows = x
    return passes(model, model.rows[: len(x)], times)


def _same_mask(model, x, times):
    """Guarda la primera pasada, y responde siempre con ella."""
    if not hasattr(model, "kept"):
        model.kept = np.asarray(model(x, training=True))
    return model.kept


GOOD = {
    "8.3.1": [(push,)],
    "8.3.2": [(max_norm,), (lambda w, top: w * np.minimum(1, top / np.linalg.norm(w, axis=0)),)],
    "8.3.3": [(dropout,), (lambda *args: list(dropout(*args)),)],
    "8.3.4": [(passes,), (one_call,)],
    "8.3.5": [(temper,)],
    "8.3.6": [(ablation,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.3.1": [
        ((3,), "debe ser una función"),
        ((lambda w: w,), "TypeError"),
        ((spoils,), "cambia lo que recibe"),
        ((lambda *args: "w",), "debe ser un array"),
        ((lambda w, *args: w,), "no es el valor pedido"),
        ((lambda *args: np.zeros(9),), "forma"),
    ],
    "8.3.2": [
        ((3,), "debe ser una función"),
        ((lambda w: w,), "TypeError"),
        ((spoils_norm,), "cambia lo que recibe"),
        ((lambda *args: "w",), "debe ser un array"),
        ((lambda w, top: w,), "no es el valor pedido"),
        ((lambda *args: np.zeros(9),), "forma"),
    ],
    "8.3.3": [
        ((3,), "debe ser una función"),
        ((lambda h, p: h,), "TypeError"),
        ((lambda *args: 3,), "dos cosas separadas"),
        ((spoils_dropout,), "cambia lo que recibe"),
        ((lambda *args: ("h", "c"),), "salida debe ser un array"),
        ((lambda h, c, draw, p: (h, c),), "salida no es"),
        ((lambda *args: (dropout(*args)[0], args[1] * 0),), "culpa_atras no es"),
    ],
    "8.3.4": [
        ((3,), "debe ser una función"),
        ((lambda model, x: x,), "TypeError"),
        ((lambda *args: "p",), "debe ser un array"),
        ((_all,), "Devuelves todas las pasadas"),
        ((lambda *args: passes(*args).argmax(axis=1),), "un número por muestra"),
        ((lambda *args: passes(*args)[:1],), "debe salir la forma"),
        ((lambda *args: _all(*args).mean(axis=1),), "debe salir la forma"),
        ((lambda model, x, times: np.asarray(model(x)),), "Sale siempre lo mismo"),
        ((_same_mask,), "Con otra pasada sale lo mismo"),
        ((lambda model, x, times: passes(model, x, times + 1),), "Con veces=1"),
        ((lambda model, x, times: _all(model, x, times).sum(axis=0),), "sale la suma"),
        ((lambda model, x, times: passes(model, x, 1),), "sale lo de una sola pasada"),
        ((lambda model, x, times: passes(model, x, 2 * times - 1),), "la media de dos pasadas"),
        ((_first_rows,), "Con otras muestras"),
        ((lambda model, x, times: passes(model, x, min(times, 2)),), "Con 150 pasadas"),
    ],
    "8.3.5": [
        ((3,), "debe ser una función"),
        ((lambda p: p,), "TypeError"),
        ((lambda *args: "p",), "debe ser un array"),
        ((lambda p, t: 0 * p,), "no es el valor pedido"),
        ((lambda *args: np.zeros(9),), "forma"),
    ],
    "8.3.6": [
        ((3,), "debe ser una función"),
        ((lambda recipe: recipe,), "TypeError"),
        ((spoils_recipe,), "cambia la receta que recibe"),
        ((lambda *args: 3,), "debe ser un diccionario"),
        ((lambda *args: {"a": 3},), "no es el valor pedido"),
    ],
}

EQUIVALENT = {
    "8.3.4": {
        "`np.asarray(modelo(x, training=True))` por `modelo(x, training=True)` (línea 2)": (
            "np.mean promedia igual los tensores de Keras"
        ),
    },
}

TestContract = make_contract("lesson_08_03", GOOD, WRONG, EQUIVALENT)
