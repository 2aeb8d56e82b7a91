"""Contrato de los ejercicios de la lección 7.8, Mapas de lo que no se ve."""

import numpy as np
import pytest
from contract import make_contract
from sklearn.manifold import LocallyLinearEmbedding
from sklearn.manifold._locally_linear import barycenter_weights
from sklearn.neighbors import NearestNeighbors

from course_utils.exercises.lesson_07_08 import _best, _draw, _kept, _share, _two_scales, _weights


def map_by_svd(distances, k):
    squares = distances**2
    b = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    u, s, _ = np.linalg.svd(b / -2)
    return u[:, :k] * np.sqrt(s[:k])


def turned_map(distances, k):
    table = _draw(distances, k)
    turn, _ = np.linalg.qr(np.random.default_rng(0).normal(size=(k, k)))
    return 3 + table @ turn


def weights_by_inverse(point, near):
    z = near - point
    g = z @ z.T
    w = np.linalg.inv(g + np.diag(np.full(len(g), 0.001 * g.trace()))).sum(axis=1)
    return w / sum(w)


def weights_by_sklearn(point, near):
    everyone = np.vstack([point, near])
    return barycenter_weights(everyone[:1], everyone, [range(1, len(everyone))], reg=0.001)[0]


def share_by_loop(squares, sigma):
    bells = [np.exp(-0.5 * each / sigma**2) for each in squares]
    p = np.array([bell / sum(bells) for bell in bells])
    return [p, np.exp(-sum(each * np.log(each) for each in p))]


def kept_by_sklearn(x, table, k):
    before, after = (
        NearestNeighbors(n_neighbors=k).fit(each).kneighbors(return_distance=False)
        for each in (x, table)
    )
    return np.mean([np.isin(a, b).mean() for a, b in zip(before, after, strict=True)])


def best_by_loop(x, maps, k):
    best, most = None, -1
    for name, table in maps.items():
        if _kept(x, table, k) > most:
            best, most = name, _kept(x, table, k)
    return best


GOOD = {
    "7.8.1": [(_draw,), (map_by_svd,), (turned_map,)],
    "7.8.2": [(_weights,), (weights_by_inverse,), (weights_by_sklearn,)],
    "7.8.3": [(_share,), (share_by_loop,)],
    "7.8.4": [(_kept,), (kept_by_sklearn,)],
    "7.8.5": [(_best,), (best_by_loop,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "7.8.1": [
        ((lambda d, k: np.full((len(d), k), np.nan),), "raíz de un valor propio negativo"),
        ((np.ones((3, 2)),), "debe ser una función"),
        ((lambda d, k: d[0],), "debe ser una tabla"),
        ((lambda d, k: [1.0],), "debe ser un array"),
        ((lambda d, k: np.full((len(d), k), np.nan),), "tiene nan"),
        ((lambda d, k: _draw(d, k)[1:],), "una fila por punto"),
        ((lambda d, k: 3 * _draw(d, k),), "no es un mapa con esas distancias"),
    ],
    "7.8.2": [
        ((np.ones(3),), "debe ser una función"),
        ((lambda p, v: 0.5,), "debe ser un array"),
        ((lambda p, v: np.ones(len(v) + 1),), "debe tener forma"),
        ((lambda p, v: -_weights(p, v),), "no da los pesos"),
    ],
    "7.8.3": [
        ((2.0,), "debe ser una función"),
        ((lambda c, s: _share(c, s)[0],), "dos cosas"),
        ((lambda c, s: (c.tolist(), 2.0),), "debe ser un array"),
        ((lambda c, s: (_share(c, s)[0], "mucha"),), "debe ser un número"),
        ((lambda c, s: (_share(c, s)[0], 77.0),), "perplejidad no es lo pedido"),
        ((lambda c, s: (2 * _share(c, s)[0], 1.0),), "p no es lo pedido"),
    ],
    "7.8.4": [
        ((0.5,), "debe ser una función"),
        ((lambda x, m, k: "muchos",), "debe ser un número"),
        ((lambda x, m, k: 0.123,), "no es el valor pedido"),
    ],
    "7.8.5": [
        (("plano",), "debe ser una función"),
        ((lambda x, m, k: 3,), "debe ser"),
        ((lambda x, m, k: "otro",), "debe dar el nombre"),
    ],
}

EQUIVALENT = {
    "7.8.4": {
        "`ahora` delante de `antes` (línea 3)": "los comunes son los mismos en los dos órdenes"
    },
    "7.8.5": {
        "`mapas[nombre]` delante de `x` (línea 2)": "los vecinos que uno conserva del otro son los "
        "mismos en los dos órdenes"
    },
}

TestContract = make_contract("lesson_07_08", GOOD, WRONG, EQUIVALENT)


def test_the_two_scales_disagree():
    x, maps = _two_scales()
    assert _best(x, maps, 1) == "parejas"
    assert _best(x, maps, 6) == "grupos"


@pytest.mark.parametrize("k", [6, 10])
def test_the_recipes_are_those_of_lle(k):
    """Los pesos de cada punto, dentro de LLE, son los de ``_weights``."""
    x = np.random.default_rng(0).normal(size=(40, 3))
    lle = LocallyLinearEmbedding(n_neighbors=k).fit(x)
    near = lle.nbrs_.kneighbors(return_distance=False)
    ours = [_weights(x[i], x[near[i]]) for i in range(40)]
    np.testing.assert_allclose(ours, barycenter_weights(x, x, near), rtol=1e-6)
