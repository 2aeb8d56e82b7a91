"""El explorador del umbral."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_utils.arguments.scores import are_probabilities, check_binary_scores
from course_utils.interactive.widgets import (
    can_show_widgets,
    show_static,
    show_widgets,
    slider,
    threshold_limits,
    two_panels,
)
from course_utils.metrics.classification import confusion_counts
from course_utils.plotting.classification import plot_confusion_matrix, plot_threshold


def explore_threshold(y_true: ArrayLike, scores: ArrayLike) -> None:
    """Mueve el umbral y mira la precisión, la exhaustividad y la matriz de confusión.

    Se predice la clase positiva cuando la puntuación es mayor o igual que el umbral.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_muestras,)
        Etiquetas reales: 1 es la clase positiva y 0 la otra. Debe haber de las dos.
    scores : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Puntuación de la clase positiva: una probabilidad o cualquier número real.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``plot_roc``.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> explore_threshold([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
    Umbral 0.5: detecta ≈ 1 de los positivos (hay 2); falsas alarmas ≈ 0; precisión ≈ 1.00;
    exhaustividad ≈ 0.50.
    >>> plt.close()
    """
    y_true, scores = check_binary_scores(y_true, scores)
    low, high, start = threshold_limits(scores)

    def draw(threshold: float) -> tuple[Figure, str]:
        fig, axes = two_panels(width_ratios=[1.8, 1])
        plot_threshold(y_true, scores, threshold, ax=axes[0])
        names = ["negativo", "positivo"]
        plot_confusion_matrix(y_true, scores >= threshold, class_names=names, ax=axes[1])
        number = f"{threshold:.3g}"
        if threshold and not are_probabilities(scores):
            number = f"≈ {number}"  # sale de las puntuaciones, y ellas de un modelo
        return fig, _threshold_text(y_true, scores >= threshold, number)

    if not can_show_widgets():
        return show_static(*draw(start))
    step, digits = (high - low) / 100, ".2f" if are_probabilities(scores) else ".3g"
    control = slider("Umbral", start, low, high, step=step, readout_format=digits)
    return show_widgets({"threshold": control}, draw)


def _threshold_text(y_true: np.ndarray, predicted: np.ndarray, threshold: str) -> str:
    counts = confusion_counts(y_true, predicted)
    alarms = counts.tp + counts.fp
    precision = f"≈ {counts.tp / alarms:.2f}" if alarms else "sin definir (no predice positivos)"
    return (
        f"Umbral {threshold}: detecta ≈ {counts.tp} de los positivos (hay {y_true.sum()}); falsas "
        f"alarmas ≈ {counts.fp}; precisión {precision}; "
        f"exhaustividad ≈ {counts.tp / y_true.sum():.2f}."
    )
