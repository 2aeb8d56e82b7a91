"""Lo que comparten los ejercicios de convolución: la cuenta bien hecha, y lo que dice Keras."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np


def windows(image: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Todas las ventanas de esa forma que caben en la imagen."""
    return np.lib.stride_tricks.sliding_window_view(image, shape)


def correlate(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """El núcleo por toda la imagen, sin relleno, con paso 1 y sin girarlo."""
    return (windows(image, kernel.shape) * kernel).sum(axis=(2, 3))


def pooled(
    image: np.ndarray, side: int, step: int | None = None, summary: Callable = np.max
) -> np.ndarray:
    """La imagen agrupada en cuadritos de ``side``×``side``, por el máximo u otro resumen."""
    step = step or side
    return summary(windows(image, (side, side))[::step, ::step], axis=(2, 3))


def keras_difference(layer: Callable, image: np.ndarray, result: np.ndarray) -> float:
    """Cuánto se separa un resultado de lo que da esa capa de Keras ante la misma imagen."""
    pixels = image.astype("float32")[np.newaxis, :, :, np.newaxis]
    return np.abs(np.asarray(layer(pixels))[0, :, :, 0] - result).max()


def versus_keras(differences: Sequence[float], layer: str) -> str:
    """La frase que se suma al elogio: si coincide con esa capa."""
    close = "sí" if max(differences) < 1e-5 else "no"
    return (
        f"Comparada con la capa {layer} de Keras en {len(differences)} imágenes, ¿difiere en menos "
        f"de 1e-5 en todas?: {close}."
    )
