"""Contrato de los ejercicios de 2.5, Cómo aprende una red."""

import numpy as np
import pytest
from contract import make_contract

from course_utils.datasets import load_penguins
from course_utils.exercises import lesson_25
from course_utils.exercises.core import get_exercise

POLY = np.polynomial.Polynomial.fit


def errors(w, b, x, y):
    return w * x + b - y


def slopes(w, b, x, y):
    e = errors(w, b, x, y)
    return 2 * (e * x).mean(), 2 * e.mean()


def differences(f, p, *, eps=1e-5, divide=2e-5, forward=False, sign=1):
    out = np.zeros(len(p))
    for i in range(len(p)):
        more, less = p.copy(), p.copy()
        more[i] += eps
        less[i] -= 0 if forward else eps
        out[i] = sign * (f(more) - f(less)) / divide
    return out


def together(f, p):
    return np.full(len(p), (f(p + 1e-5) - f(p - 1e-5)) / 2e-5)


def spoils(f, p):
    p += 1
    return p


def descent(x, y, rate, steps, *, sign=-1, sequential=False):
    w = b = 0.0
    for _ in range(steps):
        dw, db = slopes(w, b, x, y)
        w += sign * rate * dw
        if sequential:
            db = slopes(w, b, x, y)[1]
        b += sign * rate * db
    return w, b


def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[i : i + size] for i in range(0, n, size)]


def own_generator(n, size, rng):
    return batches(n, size, np.random.default_rng(0))


def last_layer(h, y_hat, y):
    delta = 2 * (y_hat - y) / len(y)
    return h.T @ delta, delta.sum()


def scaled(parts, factor):
    return tuple(factor * part for part in parts)


def backprop(x, y, W1, b1, w2, b2, *, slope=lambda h: 1 - h**2, through=True):
    h = np.tanh(x @ W1 + b1)
    delta = 2 * (h @ w2 + b2 - y) / len(y)
    blame = np.outer(delta, w2 if through else np.ones(2)) * slope(h)
    return x.T @ blame, blame.sum(axis=0), h.T @ delta, delta.sum()


def with_loops(x, y, W1, b1, w2, b2):
    """La misma, ejemplo por ejemplo y peso por peso, en listas de arrays."""
    dW1, db1, dw2, db2 = np.zeros((2, 2)), np.zeros(2), np.zeros(2), 0.0
    for xi, yi in zip(x, y, strict=True):
        h = np.tanh(xi @ W1 + b1)
        delta = 2 * (h @ w2 + b2 - yi) / len(y)
        db2 += delta
        for j in range(2):
            dw2[j] += delta * h[j]
            inner = delta * w2[j] * (1 - h[j] ** 2)
            db1[j] += inner
            for k in range(2):
                dW1[k, j] += xi[k] * inner
    return [dW1, db1, dw2, db2]


def changed(position, change):
    """backprop con uno de sus cuatro resultados cambiado."""

    def function(*args):
        parts = list(backprop(*args))
        parts[position] = change(parts[position])
        return tuple(parts)

    return (function,)


def moves_weights(x, y, W1, b1, w2, b2):
    grads = backprop(x, y, W1, b1, w2, b2)
    W1 -= grads[0]
    return grads


def small_batches_only(x, *rest):
    grads = backprop(x, *rest)
    return grads if len(x) < 20 else (grads[0], 2 * grads[1], *grads[2:])


def validated(x, y, xv, yv, degrees):
    return [np.mean((POLY(x, y, d)(xv) - yv) ** 2) for d in degrees]


def best_degree(x, y, xv, yv, degrees):
    return degrees[int(np.argmin(validated(x, y, xv, yv, degrees)))]


def by_loop(x, y, xv, yv, degrees):
    best, lowest = None, float("inf")
    for d in degrees:
        error = ((POLY(x, y, d)(xv) - yv) ** 2).mean()
        if error < lowest:
            best, lowest = d, error
    return best


def scale(a, b):
    return (a - a.mean(axis=0)) / a.std(axis=0), (b - a.mean(axis=0)) / a.std(axis=0)


def scale_own(a, b):
    return (a - a.mean(axis=0)) / a.std(axis=0), (b - b.mean(axis=0)) / b.std(axis=0)


def scale_both(a, b):
    both = np.vstack([a, b])
    return (a - both.mean(axis=0)) / both.std(axis=0), (b - both.mean(axis=0)) / both.std(axis=0)


def scale_in_place(a, b):
    mean, deviation = a.mean(axis=0), a.std(axis=0)
    b -= mean
    return (a - mean) / deviation, b / deviation


def penguin_network(epochs, seed=0):
    columns = ["flipper_length_mm", "bill_depth_mm", "body_mass_g"]
    table = load_penguins().dropna(subset=columns)[columns].to_numpy(float)
    table = table[np.random.default_rng(0).permutation(len(table))][:250]
    z, y = scale(table[:, :2], table[:, :2])[0], table[:, 2] / 1000
    rng = np.random.default_rng(seed)
    network = [rng.normal(0, 0.5, (2, 2)), np.zeros(2), rng.normal(0, 0.5, 2), 0.0]
    for _ in range(epochs):
        for batch in batches(250, 32, rng):
            grads = backprop(z[batch], y[batch], *network)
            network = [p - 0.05 * g for p, g in zip(network, grads, strict=True)]
    return network


NETWORK = [np.ones((2, 2)), np.ones(2), np.ones(2), 1.0]

GOOD = {
    "2.5.1": [
        (lambda w, b, x, y: (errors(w, b, x, y) ** 2).mean(),),
        (lambda w, b, x, y: sum((w * u + b - v) ** 2 for u, v in zip(x, y)) / len(x),),  # noqa: B905
        (lambda w, b, x, y: np.mean(np.square(y - w * x - b)),),
    ],
    "2.5.2": [
        (slopes,),
        (lambda w, b, x, y: list(slopes(w, b, x, y)),),
        (lambda w, b, x, y: (2 / len(x) * (w * x + b - y) @ x, 2 / len(x) * sum(w * x + b - y)),),
    ],
    "2.5.3": [
        (differences,),
        (lambda f, p: [(f(p + e) - f(p - e)) / 2e-5 for e in np.eye(len(p)) * 1e-5],),
    ],
    "2.5.4": [(descent,), (lambda *args: list(descent(*args)),)],
    "2.5.5": [
        (batches,),
        (lambda n, size, rng: [b.tolist() for b in batches(n, size, rng)],),
        (lambda n, size, rng: np.split(rng.permutation(n), range(size, n, size)),),
    ],
    "2.5.6": [
        (last_layer,),
        (lambda h, p, y: ((2 * (p - y)[:, np.newaxis] * h).mean(axis=0), (2 * (p - y)).mean()),),
    ],
    "2.5.7": [(backprop,), (with_loops,)],
    "2.5.8": [(best_degree,), (by_loop,)],
    "2.5.9": [(scale,), (lambda a, b: tuple((v - a.mean(0)) / np.std(a, axis=0) for v in (a, b)),)],
    "2.5.10": [lambda: (penguin_network(200),), lambda: (tuple(penguin_network(200, seed=2)),)],
}

WRONG = {
    "2.5.1": [
        ((3.0,), "debe ser una función"),
        ((lambda w: 0,), "TypeError"),
        ((lambda w, b, x, y: errors(w, b, x, y) ** 2,), "resumirlo"),
        ((lambda w, b, x, y: None,), "return"),
        ((lambda w, b, x, y: (errors(w, b, x, y) ** 2).sum(),), "es la suma"),
        ((lambda w, b, x, y: abs(errors(w, b, x, y)).mean(),), "sin signo"),
        ((lambda w, b, x, y: errors(w, b, x, y).mean(),), "se anulan"),
        ((lambda w, b, x, y: errors(w, b, x, y).mean() ** 2,), "Primero se eleva"),
        ((lambda w, b, x, y: (errors(w, b, x, y) ** 2).mean() ** 0.5,), "sin raíz"),
        ((lambda w, b, x, y: (errors(w, b, x, y) ** 2).mean() / 2,), "Sobra dividir entre 2"),
        ((lambda w, b, x, y: (errors(w, -b, x, y) ** 2).mean(),), "No es el error cuadrático"),
    ],
    "2.5.2": [
        ((3.0,), "debe ser una función"),
        ((lambda w, b, x, y: slopes(w, b, x, y)[0],), "2 cosas separadas por comas"),
        ((lambda w, b, x, y: w.nada,), "AttributeError"),
        ((lambda w, b, x, y: (2 * errors(w, b, x, y) * x, 0.0),), "es un array"),
        ((lambda w, b, x, y: ("dw", "db"),), "dw debe ser un número"),
        ((lambda w, b, x, y: slopes(w, b, x, y)[::-1],), "al revés"),
        ((lambda w, b, x, y: scaled(slopes(w, b, x, y), -1),), "El signo"),
        ((lambda w, b, x, y: scaled(slopes(w, b, x, y), 0.5),), "Falta el 2"),
        ((lambda w, b, x, y: scaled(slopes(w, b, x, y), len(x)),), "dividir entre n"),
        ((lambda w, b, x, y: slopes(w, b, x, y)[1:] * 2,), "se multiplica por su x"),
        (
            (
                lambda w, b, x, y: (
                    2 * errors(w, b, x, y).mean() * x.mean(),
                    slopes(w, b, x, y)[1],
                ),
            ),
            "media de los errores por la media",
        ),
        ((lambda w, b, x, y: (slopes(w, b, x, y)[0], 5.0),), "db no es"),
    ],
    "2.5.3": [
        (("f",), "debe ser una función"),
        ((lambda f, p: f(),), "TypeError"),
        ((spoils,), "cambia el array p"),
        ((lambda f, p: 3.0,), "debe ser un array"),
        ((lambda f, p: np.zeros(7),), "forma"),
        ((lambda f, p: differences(f, p, divide=1e-5),), "el doble"),
        ((lambda f, p: differences(f, p, sign=-1),), "El signo"),
        ((lambda f, p: differences(f, p, divide=2.0),), "Falta dividir"),
        ((together,), "todos los pesos a la vez"),
        ((lambda f, p: differences(f, p, forward=True, divide=1e-5),), "los dos lados"),
        ((lambda f, p: differences(f, p, eps=1e-2, divide=2e-2),), "los dos lados"),
        ((lambda f, p: p * 0,), "no es el valor pedido"),
        ((lambda f, p: np.array(["a"] * len(p)),), "no es el valor pedido"),
    ],
    "2.5.4": [
        ((3,), "debe ser una función"),
        ((lambda x, y, rate, steps: 3.0,), "2 cosas separadas"),
        ((lambda x, y: (0, 0),), "TypeError"),
        ((lambda x, y, rate, steps: (None, 0.0),), "w debe ser un número"),
        ((lambda x, y, r, n: descent(x, y, 1e9, 60),), "ni nan ni infinito"),
        ((lambda x, y, r, n: descent(x, y, r, n, sign=1),), "se sube"),
        ((lambda x, y, r, n: descent(x, y, r, n, sequential=True),), "la w ya cambiada"),
        ((lambda x, y, r, n: descent(x, y, r, n)[::-1],), "al revés"),
        ((lambda x, y, r, n: descent(x, y, 1, n),), "No usas la tasa"),
        ((lambda x, y, r, n: descent(x, y, r, n + 1),), "un paso de más"),
        ((lambda x, y, r, n: descent(x, y, r, 1),), "Solo cuenta un paso"),
        ((lambda x, y, r, n: (0.0, 0.0),), "no acaba donde debe"),
    ],
    "2.5.5": [
        ((3,), "debe ser una función"),
        ((lambda n, size: [],), "TypeError"),
        ((lambda n, size, rng: rng.permutation(n),), "una lista"),
        ((lambda n, size, rng: [],), "array de una dimensión"),
        ((lambda n, size, rng: [np.zeros(3)],), "(enteros)"),
        ((lambda n, size, rng: list(rng.permutation(n)),), "array de una dimensión"),
        (
            (lambda n, size, rng: [b for b in batches(n, size, rng) if len(b) == size] or [[0]],),
            "el último lote",
        ),
        (
            (lambda n, s, rng: [rng.integers(0, n, len(b)) for b in batches(n, s, rng)],),
            "una sola vez",
        ),
        ((lambda n, size, rng: [b + 1 for b in batches(n, size, rng)],), "una sola vez"),
        ((lambda n, size, rng: np.array_split(rng.permutation(n), -(-n // size)),), "deben medir"),
        (
            (lambda n, size, rng: np.split(np.arange(n), range(size, n, size)),),
            "Las posiciones salen en orden",
        ),
        ((own_generator,), "no uno nuevo"),
        ((lambda n, s, rng: batches(n, s, rng) if n < 50 or n > 55 else 3,), "una lista"),
    ],
    "2.5.6": [
        ((3,), "debe ser una función"),
        ((lambda h, p, y: 3,), "2 cosas separadas"),
        ((lambda h, p: 3,), "TypeError"),
        ((lambda h, p, y: (last_layer(h, p, y)[0], 2 * (p - y) / len(y)),), "debe ser un número"),
        ((lambda h, p, y: (last_layer(h, p, y)[0], "db2"),), "db2 debe ser un número"),
        ((lambda h, p, y: (h * (p - y)[:, np.newaxis], 1.0),), "falta sumar"),
        ((lambda h, p, y: (3.0, 1.0),), "dw2 debe ser un array"),
        ((lambda h, p, y: (np.zeros(3), 1.0),), "forma"),
        ((lambda h, p, y: (np.array([np.nan, 1]), 1.0),), "números corrientes"),
        ((lambda h, p, y: scaled(last_layer(h, p, y), -1),), "El signo"),
        ((lambda h, p, y: scaled(last_layer(h, p, y), 0.5),), "Falta el 2"),
        ((lambda h, p, y: scaled(last_layer(h, p, y), len(y)),), "dividir entre n"),
        ((lambda h, p, y: scaled(last_layer(h, p, y), 1 / len(y)),), "dos veces"),
        (
            (lambda h, p, y: (np.full(2, last_layer(h, p, y)[1]), last_layer(h, p, y)[1]),),
            "dw2 no usa h",
        ),
        ((lambda h, p, y: (last_layer(h, p, y)[0], 9.0),), "db2 no es"),
    ],
    "2.5.7": [
        ((3,), "debe ser una función"),
        ((lambda *args: backprop(*args)[:3],), "4 cosas separadas"),
        ((lambda x: x,), "TypeError"),
        ((moves_weights,), "cambia los parámetros"),
        (changed(1, lambda g: np.ones((3, 2))), "falta sumar"),
        (changed(3, lambda g: np.ones(3)), "debe ser un número"),
        ((lambda *args: scaled(backprop(*args), -1),), "signo contrario"),
        ((lambda *args: scaled(backprop(*args), 0.5),), "a la mitad"),
        ((lambda x, *args: scaled(backprop(x, *args), len(x)),), "la suma de los ejemplos"),
        ((lambda *args: backprop(*args, slope=lambda h: 1),), "pasa entera"),
        ((lambda *args: backprop(*args, slope=lambda h: 1 - h),), "te falta el cuadrado"),
        (
            (lambda *args: backprop(*args, slope=lambda h: 1 - np.tanh(h) ** 2),),
            "sin otra tanh",
        ),
        ((lambda *args: backprop(*args, slope=lambda h: h * (1 - h)),), "de la sigmoide"),
        (changed(0, lambda g: g.T), "traspuesta"),
        ((lambda *args: backprop(*args, through=False),), "peso de salida, w2"),
        (changed(1, lambda g: g + 1e-4), "db1 no coincide con las diferencias finitas"),
        (changed(3, lambda g: 0.0), "db2 no coincide con las diferencias finitas"),
        ((small_batches_only,), "db1 no coincide con GradientTape"),
    ],
    "2.5.8": [
        ((4,), "debe ser una función"),
        ((lambda x, y: 4,), "TypeError"),
        ((lambda *args: validated(*args),), "debe ser un número"),
        ((lambda x, y, xv, yv, ds: best_degree(x, y, x, y, ds),), "en entrenamiento"),
        (
            (lambda *a: a[4][int(np.argmax(validated(*a)))],),
            "más falla en validación",
        ),
        ((lambda *args: min(validated(*args)),), "se pide su grado"),
        ((lambda *args: int(np.argmin(validated(*args))),), "la posición"),
        ((lambda *args: 77,), "no es el valor pedido"),
    ],
    "2.5.9": [
        ((3,), "debe ser una función"),
        ((lambda a, b: a,), "2 cosas separadas"),
        ((lambda a: a,), "TypeError"),
        ((scale_in_place,), "cambia los arrays"),
        ((lambda a, b: ("a", "b"),), "debe ser un array"),
        ((lambda a, b: (scale(a, b)[0], 3.0),), "el segundo resultado"),
        ((scale_own,), "su propia media"),
        ((scale_both,), "se cuela"),
        (
            (lambda a, b: ((a - a.mean()) / a.std(), (b - a.mean()) / a.std()),),
            "axis=0",
        ),
        ((lambda a, b: (a - a.mean(axis=0), b - a.mean(axis=0)),), "desviación típica"),
        ((lambda a, b: (a, b),), "x_train escalado no es"),
        ((lambda a, b: (scale(a, b)[0], b),), "x_test escalado no es"),
    ],
    "2.5.10": [
        ((3,), "lista de los cuatro"),
        (([1.0, 2.0, 3.0, 4.0],), "W1 debe ser un array"),
        (([*NETWORK[:3], np.ones(2)],), "b2 es un array"),
        (([*NETWORK[:2], np.array([np.nan, 1]), 1.0],), "números corrientes"),
        ((NETWORK,), "la media"),
        (lambda: (penguin_network(2),), "se pide menos de 0.36"),
    ],
}

TestContract = make_contract("lesson_25", GOOD, WRONG)


@pytest.mark.parametrize("seed", range(5))
def test_the_two_judges_of_backpropagation_agree(seed):
    """Diferencias finitas y GradientTape, calculados por separado, dan lo mismo."""
    x, y, parameters = lesson_25._network(seed, 6)
    judges = (
        lesson_25._measured(x, y, parameters),
        lesson_25._taped(x, y, parameters),
        backprop(x, y, *parameters),
    )
    for measured, taped, exact in zip(*judges, strict=True):
        np.testing.assert_allclose(measured, exact, atol=1e-8)
        np.testing.assert_allclose(taped, exact, atol=1e-8)


def test_a_small_error_is_not_let_through():
    """Un error de una milésima en un solo peso se nota."""

    def slightly_wrong(*args):
        grads = list(backprop(*args))
        grads[0][1, 0] += 1e-3
        return tuple(grads)

    task = get_exercise("2.5.7")
    with pytest.raises(lesson_25.expect.Mistake, match="dW1 no coincide"):
        task.check(slightly_wrong)
