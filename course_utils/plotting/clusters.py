"""Los grupos de un agrupamiento: quién está en cada uno, y la silueta de cada muestra."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_utils.arguments.columns import check_column
from course_utils.arguments.labels import check_labels
from course_utils.arguments.numbers import check_same_length
from course_utils.arguments.points import check_points
from course_utils.plotting.style import (
    CLASS_COLORS,
    NEUTRAL_COLOR,
    axes_or_new,
    class_style,
    padded_range,
    point_size,
    write_label,
)

_NOISE = -1  # el número que scikit-learn da a las que no son de ningún grupo


def plot_groups(x: ArrayLike, groups: ArrayLike, *, ax: Axes | None = None) -> Axes:
    """Dibuja las muestras en el plano, con un color y una marca por grupo.

    Las del grupo -1, las que DBSCAN llama ruido, son cruces grises.

    Parameters
    ----------
    x : array_like of float, shape (n_muestras, 2)
        Las muestras: dos medidas de cada una.
    groups : array_like of int or str, shape (n_muestras,)
        El grupo de cada muestra. A partir del séptimo se repiten los colores, con otra marca.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, sin leyenda; los grupos llevan su nombre, por si se pide con ``ax.legend()``.

    Raises
    ------
    TypeError
        Si las muestras no son números.
    ValueError
        Si no tienen dos medidas, o no hay un grupo por muestra.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_groups([[0, 0], [0, 1], [5, 5]], [0, 0, -1])
    >>> ax.get_legend_handles_labels()[1]
    ['grupo 0', 'ruido']
    >>> plt.close()
    """
    points = check_points(x)
    labels = check_labels(groups, "groups")
    check_same_length({"x": points, "groups": labels})
    ax = axes_or_new(ax, figsize=(5.5, 4))
    size = point_size(len(points))
    names = [name for name in np.unique(labels) if name != _NOISE]
    for k, name in enumerate(names):
        ax.scatter(
            *points[labels == name].T,
            s=size,
            linewidths=0.3,
            label=f"grupo {name}",
            **class_style(k),
        )
    noise = labels == _NOISE
    if noise.any():
        style = {"color": NEUTRAL_COLOR, "marker": "x", "linewidths": 1}
        ax.scatter(*points[noise].T, s=size, label="ruido", **style)
    ax.set(xlim=padded_range(points[:, 0]), ylim=padded_range(points[:, 1]))
    write_label(ax.title, "Los grupos")
    write_label(ax.xaxis.label, "x1")
    write_label(ax.yaxis.label, "x2")
    return ax


def plot_silhouettes(silhouettes: ArrayLike, groups: ArrayLike, *, ax: Axes | None = None) -> Axes:
    """Dibuja la silueta de cada muestra: un cuchillo por grupo, y una raya en la media.

    Cada cuchillo es tan alto como muestras tiene su grupo; las más cortas quedan abajo.

    Parameters
    ----------
    silhouettes : array_like of float, shape (n_muestras,)
        Las siluetas, de -1 a 1: las da ``sklearn.metrics.silhouette_samples``.
    groups : array_like of int or str, shape (n_muestras,)
        El grupo de cada muestra. Los colores se repiten a partir del séptimo.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        Si las siluetas no son números.
    ValueError
        Si falta alguna, no están entre -1 y 1, o no hay una por muestra.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_silhouettes([0.9, 0.7, 0.2], ["a", "a", "b"])
    >>> [tick.get_text() for tick in ax.get_yticklabels()]
    ['a', 'b']
    >>> plt.close()
    """
    values = check_column(silhouettes, "silhouettes", "valor de silueta")
    labels = check_labels(groups, "groups")
    check_same_length({"silhouettes": values, "groups": labels})
    if np.abs(values).max() > 1:
        far = values[np.abs(values).argmax()]
        raise ValueError(
            f"silhouettes debe ir de -1 a 1 y contiene {far:.4g}. Son las de cada muestra, las de "
            "silhouette_samples(x, groups)."
        )
    ax = axes_or_new(ax, figsize=(5.5, 4))
    names, sizes = np.unique(labels, return_counts=True)
    gap = max(1, round(len(values) / 40))
    bottom, middles = 0, []
    for k, (name, size) in enumerate(zip(names, sizes, strict=True)):
        ax.fill_betweenx(
            np.arange(bottom, bottom + size + 1),
            np.repeat(np.sort(values[labels == name]), [*[1] * (size - 1), 2]),
            step="post",
            facecolor=CLASS_COLORS[k % len(CLASS_COLORS)],
            edgecolor="#333333",
            linewidth=0.6,
        )
        middles.append(bottom + size / 2)
        bottom += size + gap
    ax.axvline(values.mean(), color="#333333", linestyle="--", label="media")
    ax.axvline(0, color="#333333", linewidth=0.8)
    ax.set_yticks(middles, [str(name) for name in names])
    ax.set_ylim(-gap, 1.15 * bottom)  # arriba, sitio para la leyenda
    write_label(ax.xaxis.label, "Silueta")
    write_label(ax.yaxis.label, "Grupo")
    write_label(ax.title, "La silueta de cada muestra")
    ax.legend(loc="upper right", fontsize="small", framealpha=0.9)
    return ax
