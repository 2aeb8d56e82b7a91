"""Las funciones de activación de una neurona y sus pendientes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np


class Activation(NamedTuple):
    """Una función de activación y su derivada; las dos reciben y devuelven arrays."""

    function: Callable[[np.ndarray], np.ndarray]
    slope: Callable[[np.ndarray], np.ndarray]


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(z / 2))  # igual a 1 / (1 + exp(-z)), sin desbordarse


def _relu_slope(z: np.ndarray) -> np.ndarray:
    # En 0 no hay pendiente: nan interrumpe la línea en vez de unir 0 y 1 con una cuesta falsa.
    return np.where(z == 0, np.nan, (z > 0).astype(float))


ACTIVATIONS = {
    "sigmoide": Activation(_sigmoid, lambda z: _sigmoid(z) * (1 - _sigmoid(z))),
    "relu": Activation(lambda z: np.maximum(z, 0), _relu_slope),
    "tanh": Activation(np.tanh, lambda z: 1 - np.tanh(z) ** 2),
}
