"""La suma ponderada: lo que calculan una neurona, antes de activarse, y una capa lineal."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike


def weighted_sum(x: ArrayLike, weights: ArrayLike, bias: float) -> np.ndarray:
    """Calcula w₁·x₁ + w₂·x₂ + … + sesgo en cada punto.

    Parameters
    ----------
    x : array_like of float, shape (…, n_caracteristicas)
        Los puntos.
    weights : array_like of float, shape (n_caracteristicas,)
        Un peso por característica.
    bias : float
        El sesgo.

    Returns
    -------
    numpy.ndarray of float, shape (…)

    Examples
    --------
    >>> weighted_sum([[0, 0], [1, 2]], [2, -3], 5)
    array([5, 1])
    """
    return np.asarray(x) @ np.asarray(weights) + bias
