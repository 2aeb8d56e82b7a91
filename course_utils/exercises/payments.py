"""Lo que comparten los ejercicios del fraude: pagos inventados, y cómo se exige lo de cada pago."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from . import expect


def payments(seed: int, n: int = 60, frauds: int = 9) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Etiquetas, puntuaciones (todas distintas) e importes inventados."""
    rng = np.random.default_rng(seed)
    fraud = np.zeros(n, dtype=int)
    fraud[rng.choice(n, size=frauds, replace=False)] = 1
    scores = rng.permutation(n) / (1.5 * n) + 0.3 * fraud
    amounts = rng.gamma(0.8, 90, size=n) + 1
    return fraud, scores + rng.random(n) * 1e-4, amounts


def decisions(*cases: tuple) -> Iterator[tuple]:
    """Fraude, avisos, importes y coste_aviso de cada ``(semilla, pagos, fraudes, coste_aviso)``."""
    for *sizes, price in cases:
        fraud, scores, amounts = payments(*sizes)
        yield fraud, scores > 0.45, amounts, price


def flags(value: object, name: str) -> np.ndarray:
    """Exige un array de booleanos y lo devuelve."""
    value = expect.array(value, name)
    if value.dtype != bool:
        expect.wrong(
            f"{name} debe contener True y False (una comparación), y contiene {value.dtype}."
        )
    return value


def column(value: object, name: str) -> np.ndarray:
    """Exige un array de números, uno por pago, y lo devuelve."""
    value = expect.array(value, name)
    if value.ndim == 0:
        expect.wrong(f"{name} debe ser un array con un valor por pago, y es un solo número.")
    if not (np.issubdtype(value.dtype, np.number) or value.dtype == bool):
        expect.wrong(f"{name} debe contener números y contiene {value.dtype}.")
    return value
