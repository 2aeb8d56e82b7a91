"""El explorador del número de grupos de k-means: centros, fronteras, inercia y silueta."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils.interactive.widgets import (
    can_show_widgets,
    look,
    show_static,
    show_widgets,
)
from course_utils.plotting.clusters import plot_groups
from course_utils.plotting.style import NEUTRAL_COLOR, TRAIN_COLOR, WIDEST, padded_range
from course_utils.spanish import counted

_NUMBERS = tuple(range(1, 13))
_SHEET = (2, 4, 8)  # lo que enseña la figura fija
_NEAR = 0.02  # a menos de esto de la mayor silueta, casi la iguala


class _Fits(NamedTuple):
    """k-means con cada número de grupos, y lo que vale."""

    x: np.ndarray
    labels: dict[int, np.ndarray]
    centres: dict[int, np.ndarray]
    inertias: np.ndarray
    silhouettes: np.ndarray  # con un grupo no hay: nan

    def describe(self, k: int) -> str:
        told = f"{counted(k, 'grupo')}: inercia ≈ {self.inertias[k - 1]:.0f}"
        if k == 1:
            return told + "; la silueta pide dos grupos al menos."
        silhouette, best = self.silhouettes[k - 1], np.nanmax(self.silhouettes)
        verdict = "De las mayores" if silhouette > best - _NEAR else "Otro número la tiene mayor"
        return f"{told}, silueta media ≈ {silhouette:.2f}. {verdict}."


def explore_clusters() -> None:
    """Cambia el número de grupos de k-means y mira los centros, las fronteras y sus medidas.

    A la derecha, la inercia y la silueta media con cada número. Los datos, cuatro nubes, son
    inventados y siempre los mismos.

    Examples
    --------
    >>> explore_clusters()  # doctest: +ELLIPSIS
    2 grupos: inercia ≈ ..., silueta media ≈ .... 4 grupos: inercia ≈ ... 8 grupos: inercia ≈ ...
    >>> plt.close()
    """
    fits = _fits()
    if not can_show_widgets():
        return show_static(*_sheet(fits))
    from ipywidgets import IntSlider

    k = IntSlider(value=2, min=_NUMBERS[0], max=_NUMBERS[-1], **look("Grupos"))

    def draw(k: int) -> tuple[Figure, str]:
        fig, axes = plt.subplots(
            1, 3, figsize=(WIDEST, 3), layout="constrained", width_ratios=[1.5, 1, 1]
        )
        _draw_groups(axes[0], fits, k)
        _draw_measures(axes[1:], fits, [k])
        return fig, fits.describe(k)

    return show_widgets({"k": k}, draw)


def _fits() -> _Fits:
    from sklearn.cluster import KMeans
    from sklearn.datasets import make_blobs
    from sklearn.metrics import silhouette_score

    places = [[0, 0], [5, 0.5], [1, 5], [6, 5]]
    x, _ = make_blobs(240, centers=places, cluster_std=0.85, random_state=0)
    models = {k: KMeans(k, n_init=10, random_state=0).fit(x) for k in _NUMBERS}
    labels = {k: model.labels_ for k, model in models.items()}
    return _Fits(
        x,
        labels,
        {k: model.cluster_centers_ for k, model in models.items()},
        np.array([model.inertia_ for model in models.values()]),
        np.array([np.nan if k == 1 else silhouette_score(x, labels[k]) for k in _NUMBERS]),
    )


def _draw_groups(ax: Axes, fits: _Fits, k: int) -> None:
    plot_groups(fits.x, fits.labels[k], ax=ax)
    ax.plot(*fits.centres[k].T, "X", color="black", ms=11, mec="white", label="centro")
    if k > 1:
        _draw_borders(ax, fits.x, fits.centres[k])
    ax.set_title(counted(k, "grupo"))


def _draw_borders(ax: Axes, x: np.ndarray, centres: np.ndarray) -> None:
    """Las fronteras: donde cambia cuál es el centro más cercano."""
    across, up = (np.linspace(*padded_range(column), 80) for column in x.T)
    points = np.stack(np.meshgrid(across, up), axis=-1)
    # Al cuadrado, lo que va de una distancia a otra es una recta: basta una rejilla gruesa.
    distances = ((points[..., np.newaxis, :] - centres) ** 2).sum(axis=-1)
    for j in range(len(centres)):
        # Lo que le falta para ser el más cercano: en la frontera, 0.
        others = np.delete(distances, j, axis=-1).min(axis=-1)
        ax.contour(across, up, distances[..., j] - others, [0], colors="#333333", linewidths=1)


def _draw_measures(axes: Sequence[Axes], fits: _Fits, chosen: list[int]) -> None:
    curves = {"Inercia": (fits.inertias, "o-"), "Silueta media": (fits.silhouettes, "s--")}
    for ax, (name, (values, style)) in zip(axes, curves.items(), strict=True):
        ax.plot(_NUMBERS, values, style, color=TRAIN_COLOR, ms=4)
        for k in chosen:
            ax.axvline(k, color=NEUTRAL_COLOR, ls=":")
        ax.set(title=name, xlabel="Grupos", xlim=(0.5, _NUMBERS[-1] + 0.5))
        ax.set_ylim(bottom=0)
        ax.set_xticks(_NUMBERS[::2])


def _sheet(fits: _Fits) -> tuple[Figure, str]:
    # Arriba, los grupos; abajo, sus medidas: una figura más ancha no se leería en papel.
    fig = plt.figure(figsize=(WIDEST, 5), layout="constrained")
    grid = fig.add_gridspec(2, 6)
    for column, k in enumerate(_SHEET):
        _draw_groups(fig.add_subplot(grid[0, 2 * column : 2 * column + 2]), fits, k)
    measures = [fig.add_subplot(grid[1, :3]), fig.add_subplot(grid[1, 3:])]
    _draw_measures(measures, fits, list(_SHEET))
    return fig, " ".join(fits.describe(k) for k in _SHEET)
