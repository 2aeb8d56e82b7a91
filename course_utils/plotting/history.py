"""La figura de un entrenamiento: la pérdida y una métrica, época a época."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from course_utils.arguments.history import History, check_history, choose_metric
from course_utils.plotting.style import (
    NEUTRAL_COLOR,
    TRAIN_COLOR,
    VALIDATION_COLOR,
    WIDEST,
    WRONG_COLOR,
    check_axes,
    write_label,
)

_METRIC_NAMES = {
    "accuracy": "Exactitud",
    "binary_accuracy": "Exactitud",
    "categorical_accuracy": "Exactitud",
    "sparse_categorical_accuracy": "Exactitud",
    "precision": "Precisión",
    "recall": "Exhaustividad",
    "auc": "Área bajo la curva (AUC)",
    "mae": "Error absoluto medio",
    "mean_absolute_error": "Error absoluto medio",
    "mse": "Error cuadrático medio",
    "mean_squared_error": "Error cuadrático medio",
    "root_mean_squared_error": "Raíz del error cuadrático medio",
}


def plot_history(
    history: Any, *, metric: str | None = None, axes: Axes | Sequence[Axes] | None = None
) -> np.ndarray:
    """Dibuja la pérdida y una métrica a lo largo de las épocas.

    La línea vertical señala la época con menor pérdida de validación, si hubo validación. Si el
    entrenamiento divergió (la pérdida es nan o infinita), la figura lo dice.

    Parameters
    ----------
    history : keras.callbacks.History or dict
        Lo que devuelve ``model.fit``, o su ``.history``: listas con un valor por época.
    metric : str, optional
        Métrica de la derecha, por ejemplo "accuracy". Sin ella, la primera que no sea la pérdida;
        si no hay ninguna, solo se dibuja la pérdida.
    axes : sequence of matplotlib.axes.Axes, optional
        Los ejes de la pérdida y los de la métrica. Sin ellos, en una figura nueva.

    Returns
    -------
    numpy.ndarray of matplotlib.axes.Axes, shape (2,) o (1,)
        Los ejes de la pérdida y, si hay métrica, los suyos.

    Raises
    ------
    TypeError
        Si ``history`` no es un historial, o ``axes`` no son ejes.
    ValueError
        Si el historial está vacío o incompleto, la métrica no existe o el número de ejes no
        coincide.

    Examples
    --------
    >>> historial = {"loss": [0.9, 0.5], "accuracy": [0.6, 0.8], "val_loss": [0.8, 0.7]}
    >>> axes = plot_history(historial)
    >>> [ax.get_ylabel() for ax in axes]
    ['Pérdida', 'Exactitud']
    >>> plt.close()
    """
    recorded = check_history(history)
    metric = choose_metric(recorded, metric)
    keys = ["loss"] if metric is None else ["loss", metric]
    if axes is None:
        _, axes = plt.subplots(
            1,
            len(keys),
            figsize=(min(5 * len(keys), WIDEST), 3.5),
            layout="constrained",
            squeeze=False,
        )
    axes = _check_axes_sequence(axes, len(keys))
    for ax, key in zip(axes, keys, strict=True):
        _draw_curves(ax, recorded, key)
    _note_divergence(axes[0], recorded)
    return axes


def _draw_curves(ax: Axes, history: History, key: str) -> None:
    epochs, best = history.epochs, history.best_epoch
    train, validation = history.series[key], history.series.get(f"val_{key}")
    name = _metric_name(key)
    # Con muchas épocas los marcadores se tocan; con pocas, hacen visible un único punto.
    markers = ("o", "s") if len(epochs) <= 30 else ("", "")
    ax.plot(epochs, train, "-", marker=markers[0], color=TRAIN_COLOR, label="Entrenamiento")
    if validation is not None:
        ax.plot(
            epochs, validation, "--", marker=markers[1], color=VALIDATION_COLOR, label="Validación"
        )
    if best is not None:
        label = f"Menor pérdida de\nvalidación: época {best}"
        ax.axvline(best, color=NEUTRAL_COLOR, linestyle=":", label=label)
    ax.set_xlim(epochs[0] - 0.5, epochs[-1] + 0.5)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
    write_label(ax.xaxis.label, "Época")
    write_label(ax.yaxis.label, name)
    write_label(ax.title, name)
    ax.legend(fontsize="small")


def _note_divergence(ax: Axes, history: History) -> None:
    if history.diverged_at is not None:
        text = f"Desde la época {history.diverged_at}\nla pérdida es nan o infinita"
        box = {"facecolor": "white", "edgecolor": WRONG_COLOR}
        ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", bbox=box)


def _metric_name(key: str) -> str:
    return "Pérdida" if key == "loss" else _METRIC_NAMES.get(key.lower(), key)


def _check_axes_sequence(axes: Any, expected: int) -> np.ndarray:
    axes = np.ravel(np.array(axes, dtype=object))
    for ax in axes:
        check_axes(ax)
    if len(axes) != expected:
        what = "la pérdida y la métrica" if expected == 2 else "la pérdida (no hay métrica)"
        raise ValueError(
            f"axes contiene {len(axes)} ejes y se dibujan {expected}: {what}. "
            f"Créalos con fig, axes = plt.subplots(1, {expected})."
        )
    return axes
