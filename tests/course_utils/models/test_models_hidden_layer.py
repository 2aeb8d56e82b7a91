"""La red pequeña: cada paso baja por el gradiente, y divergir no es un aviso."""

import numpy as np

from course_utils.models.hidden_layer import train_hidden_layer

X = np.eye(3).repeat(20, axis=0)
Y = np.arange(3).repeat(20)


def test_a_rate_of_zero_learns_nothing():
    losses = train_hidden_layer(X, Y, np.zeros(60))
    assert abs(losses[:30].mean() - losses[30:].mean()) < 0.2
    assert losses.min() > 0.3


def test_the_same_seed_gives_the_same_start_and_batches():
    slow, fast = (train_hidden_layer(X, Y, [rate] * 40, seed=3) for rate in (0.01, 0.5))
    assert slow[0] == fast[0]
    assert fast[-1] < 0.3 * slow[-1]
    assert train_hidden_layer(X, Y, [0.5] * 40, seed=4)[0] != fast[0]


def test_it_goes_down_the_gradient():
    # Con un paso minúsculo, la pérdida baja la tasa por el cuadrado del gradiente: con el doble de
    # tasa, el doble. Un solo lote posible (todas las muestras son iguales): sin azar.
    x, y = np.ones((5, 3)), np.r_[1, 1, 1, 1, 1]
    drops = [-np.diff(train_hidden_layer(x, y, [rate, 0]))[0] for rate in (1e-5, 2e-5)]
    assert drops[0] > 0
    assert abs(drops[1] / drops[0] - 2) < 1e-3


def test_what_is_not_finite_stays_out(recwarn):
    losses = train_hidden_layer(1e200 * X, Y, [1e200] * 5)
    assert np.isinf(losses[-1])
    assert not recwarn.list
