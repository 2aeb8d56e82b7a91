"""Comprobar lo que llega a una métrica o a una figura, y decir en español qué no encaja."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_NUMBERS = (int, float, np.integer, np.floating)


def is_integer(value) -> bool:
    """¿Es un entero de Python o de NumPy? True y False no cuentan."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def check_count(value, name: str) -> None:
    """Comprueba un número de cosas: un entero, 1 o más."""
    if not is_integer(value):
        raise TypeError(f"{name} debe ser un entero; llegó {value!r} ({type(value).__name__}).")
    if value < 1:
        raise ValueError(f"{name} debe ser 1 o más; llegó {value}.")


def check_number(value, name: str, example: str) -> None:
    """Comprueba que es un número suelto; `example` dice cómo se escribe uno."""
    if not isinstance(value, _NUMBERS) or isinstance(value, bool):
        raise TypeError(
            f"{name} debe ser un número, como {example}; llegó {value!r} ({type(value).__name__})."
        )


def as_numbers(values, name: str, expected: str) -> np.ndarray:
    """Convierte a un array de float64, de la forma que sea."""
    try:
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError) as error:
        raise TypeError(
            f"{name} debe contener solo números ({expected}); llegó {type(values).__name__} que no "
            "se puede convertir."
        ) from error


def check_same_length(arrays: dict[str, Sequence]) -> None:
    """Comprueba que los arrays, por su nombre, tienen tantas filas unos como otros."""
    lengths = {name: len(array) for name, array in arrays.items()}
    if len(set(lengths.values())) > 1:
        found = ", ".join(f"{name} tiene {length}" for name, length in lengths.items())
        raise ValueError(
            f"No son las mismas muestras: {found}. Pasa los conjuntos enteros, sin recortar solo "
            "uno de ellos."
        )


def check_scores(scores) -> np.ndarray:
    """Comprueba una puntuación finita por muestra y las devuelve como float64 (n_muestras,)."""
    try:
        values = np.asarray(scores, dtype=float)
    except (TypeError, ValueError) as error:
        raise TypeError(
            "scores debe contener un número por muestra; llegó "
            f"{type(scores).__name__} que no se puede convertir."
        ) from error
    if values.ndim == 2 and values.shape[1] == 1:  # la salida sigmoide de una red
        values = values[:, 0]
    if values.ndim != 1:
        raise ValueError(
            f"scores tiene forma {values.shape}; se espera una puntuación por muestra, la de la "
            "clase positiva. De predict_proba, la segunda columna: [:, 1]."
        )
    if not np.isfinite(values).all():
        where = int(np.argmin(np.isfinite(values)))
        raise ValueError(
            f"scores contiene {values[where]} en la posición {where}; se esperan números finitos."
        )
    return values


def are_probabilities(scores: np.ndarray) -> bool:
    """¿Van todas las puntuaciones de 0 a 1?"""
    return bool(scores.min() >= 0 and scores.max() <= 1)


def check_threshold(threshold, scores: np.ndarray) -> float:
    """Comprueba un umbral para esas puntuaciones."""
    check_number(threshold, "threshold", "0.5")
    if not np.isfinite(threshold):
        raise ValueError(f"threshold debe ser un número finito; llegó {threshold}.")
    if are_probabilities(scores) and not 0 <= threshold <= 1:
        raise ValueError(
            f"threshold es {threshold} y las puntuaciones van de 0 a 1: el umbral también debe "
            "estar entre 0 y 1 (el 50 % se escribe 0.5)."
        )
    return float(threshold)
