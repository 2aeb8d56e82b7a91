"""Una red de una capa oculta, entrenada con una tasa en cada paso."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

_HIDDEN = 32
_BATCH = 32


def train_hidden_layer(
    x: np.ndarray, y: np.ndarray, rates: ArrayLike, *, seed: int = 0
) -> np.ndarray:
    """Entrena una red pequeña por descenso de gradiente, un paso por cada tasa.

    Una capa oculta de 32 neuronas ReLU y una softmax, en lotes de 32 muestras al azar. Con la misma
    semilla, los mismos pesos iniciales y los mismos lotes: solo cambian las tasas.

    Parameters
    ----------
    x : numpy.ndarray of float, shape (muestras, características)
    y : numpy.ndarray of int, shape (muestras,)
        La clase de cada una, desde 0.
    rates : array_like of float, shape (pasos,)
        La tasa de aprendizaje de cada paso.
    seed : int
        De los pesos iniciales y de los lotes.

    Returns
    -------
    numpy.ndarray of float, shape (pasos,)
        La entropía cruzada de cada lote, antes de su paso; infinito desde que deja de haber números
        finitos.

    Examples
    --------
    >>> x, y = np.eye(2).repeat(50, axis=0), np.arange(2).repeat(50)
    >>> losses = train_hidden_layer(x, y, [0.5] * 20)
    >>> bool(losses[-1] < 0.2 * losses[0])
    True
    """
    rng = np.random.default_rng(seed)
    classes = int(y.max()) + 1
    hidden = rng.normal(0, np.sqrt(2 / x.shape[1]), (x.shape[1], _HIDDEN))
    output = rng.normal(0, np.sqrt(2 / _HIDDEN), (_HIDDEN, classes))
    hidden_bias, output_bias = np.zeros(_HIDDEN), np.zeros(classes)
    rates = np.asarray(rates, dtype=float)
    losses = np.full(len(rates), np.inf)
    # Divergir es un resultado que se dibuja, no un aviso de NumPy en rojo.
    with np.errstate(all="ignore"):
        for step, rate in enumerate(rates):
            picks = rng.integers(0, len(x), _BATCH)
            inputs, truth = x[picks], np.eye(classes)[y[picks]]
            inside = np.maximum(inputs @ hidden + hidden_bias, 0)
            scores = inside @ output + output_bias
            scores -= scores.max(axis=1, keepdims=True)
            logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
            loss = -(truth * logs).sum(axis=1).mean()
            if not np.isfinite(loss):
                break
            losses[step] = loss
            blame = (np.exp(logs) - truth) / _BATCH
            below = (blame @ output.T) * (inside > 0)
            output -= rate * inside.T @ blame
            output_bias -= rate * blame.sum(axis=0)
            hidden -= rate * inputs.T @ below
            hidden_bias -= rate * below.sum(axis=0)
    return losses
