"""La figura de la robustez: cuánto acierta cada modelo al desplazar las imágenes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_utils.arguments.columns import check_accuracies, check_shifts
from course_utils.plotting.style import CLASS_MARKERS, axes_or_new, curve_style, write_label


def plot_shift_robustness(
    shifts: ArrayLike, accuracies: Mapping[str, ArrayLike], *, ax: Axes | None = None
) -> Axes:
    """Dibuja cuánto acierta cada modelo al desplazar las imágenes de prueba.

    Parameters
    ----------
    shifts : array_like of float, shape (n_desplazamientos,)
        Cuántos píxeles se desplazaron las imágenes, de menor a mayor; por ejemplo,
        [0, 1, 2, 3, 4].
    accuracies : dict of str to array_like of float, or pandas.DataFrame
        La exactitud de cada modelo, de 0 a 1: su nombre y un valor por desplazamiento. Seis
        modelos como mucho.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, con una línea por modelo y el valor escrito en sus dos extremos.

    Raises
    ------
    TypeError
        Si ``accuracies`` no es un diccionario, o hay algo que no son números.
    ValueError
        Si falta algún valor, no van de 0 a 1, los desplazamientos no van de menor a mayor o hay
        más de seis modelos.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_shift_robustness([0, 2, 4], {"densa": [0.88, 0.6, 0.3], "CNN": [0.91, 0.8, 0.6]})
    >>> ax.get_legend_handles_labels()[1]
    ['densa', 'CNN']
    >>> plt.close()
    """
    shifts = check_shifts(shifts)
    accuracies = check_accuracies(accuracies, len(shifts), most=len(CLASS_MARKERS))
    ax = axes_or_new(ax, figsize=(6.5, 4))
    for k, (name, values) in enumerate(accuracies.items()):
        ax.plot(shifts, values, marker=CLASS_MARKERS[k], label=name, **curve_style(k))
    span = shifts[-1] - shifts[0] or 1.0
    ax.set(xlim=(shifts[0] - 0.15 * span, shifts[-1] + 0.15 * span), ylim=(0, 1.05))
    for end in {0, len(shifts) - 1}:
        _write_ends(ax, shifts[end], [values[end] for values in accuracies.values()], left=end == 0)
    ax.set_xticks(shifts, [f"{shift:g}" for shift in shifts])
    write_label(ax.xaxis.label, "Desplazamiento (píxeles)")
    write_label(ax.yaxis.label, "Exactitud (prueba)")
    write_label(ax.title, "Exactitud al desplazar las imágenes de prueba")
    ax.legend(fontsize="small")
    return ax


def _write_ends(ax: Axes, x: float, values: list[float], left: bool) -> None:
    """Escribe los valores junto a sus puntos, separados lo justo para que no se pisen."""
    heights = spread_apart(np.array(values), gap=0.06)
    for value, height in zip(values, heights, strict=True):
        ax.annotate(
            f"{value:.2f}",
            (x, height),
            xytext=(-8 if left else 8, 0),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
            fontsize="small",
        )


def spread_apart(values: np.ndarray, gap: float) -> np.ndarray:
    """Las mismas alturas, con esa distancia entre vecinas y dentro de los ejes.

    Examples
    --------
    >>> spread_apart(np.array([0.5, 0.5, 0.1]), gap=0.1)
    array([0.55, 0.45, 0.1 ])
    """
    order = np.argsort(-values, kind="stable")
    heights = values[order]
    for _ in range(50):  # se empujan entre sí por igual hasta que caben
        overlap = np.maximum(gap - (heights[:-1] - heights[1:]), 0) / 2
        heights[:-1] += overlap
        heights[1:] -= overlap
        heights = np.clip(heights, 0.02, 1.03)
    spread = np.empty_like(heights)
    spread[order] = heights
    return spread
