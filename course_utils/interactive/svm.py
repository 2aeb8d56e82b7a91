"""El explorador de C y gamma: la calle de una SVM con núcleo gaussiano."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils.interactive.widgets import (
    can_show_widgets,
    selector,
    show_static,
    show_widgets,
    two_panels,
)
from course_utils.plotting.street import plot_street
from course_utils.plotting.style import WIDEST

if TYPE_CHECKING:
    from sklearn.svm import SVC

_COSTS = (0.01, 0.1, 1, 10, 100, 1000)
_GAMMAS = (0.01, 0.1, 1, 10, 100)
_SHEET = ((1, 0.01), (1, 1), (100, 100))  # lo que enseña la figura fija
_NEAR = 0.015  # a menos de esto de la mejor, casi la iguala


class _Grid(NamedTuple):
    """Una SVM entrenada con cada pareja, y lo que acierta."""

    x: np.ndarray
    y: np.ndarray
    models: dict[tuple[float, float], SVC]
    train: np.ndarray  # de forma (parejas de C, de gamma)
    valid: np.ndarray

    def scores(self, c: float, gamma: float) -> tuple[float, float]:
        place = _COSTS.index(c), _GAMMAS.index(gamma)
        return float(self.train[place]), float(self.valid[place])

    def describe(self, c: float, gamma: float) -> str:
        train, valid = self.scores(c, gamma)
        best = np.unravel_index(self.valid.argmax(), self.valid.shape)
        verdict = "Cerca de lo mejor"
        if valid < self.valid[best] - _NEAR:
            verdict = "Sobreajuste" if train > self.train[best] else "Subajuste"
        support = len(self.models[c, gamma].support_)
        return (
            f"C = {c:g}, gamma = {gamma:g}: acierta ≈ {train:.3f} en entrenamiento y ≈ {valid:.3f} "
            f"en validación; vectores de soporte: ≈ {support} de {len(self.y)}. {verdict}."
        )


def explore_svm() -> None:
    """Cambia C y gamma de una SVM con núcleo gaussiano y mira su calle y lo que acierta.

    A la derecha, la exactitud en validación con cada pareja. Los datos, dos lunas con ruido, son
    inventados y siempre los mismos.

    Examples
    --------
    >>> explore_svm()  # doctest: +ELLIPSIS
    C = 1, gamma = 0.01: acierta ≈ ... en entrenamiento y ≈ ... en validación; ... Subajuste. ...
    >>> plt.close()
    """
    grid = _fitted_grid()
    if not can_show_widgets():
        return show_static(*_sheet(grid))
    controls = {"c": selector("C", _COSTS), "gamma": selector("gamma", _GAMMAS)}
    controls["c"].value, controls["gamma"].value = 1, 1

    def draw(c: float, gamma: float) -> tuple[Figure, str]:
        fig, axes = two_panels(width_ratios=[1.3, 1])
        _draw_street(axes[0], grid, c, gamma)
        _draw_scores(axes[1], grid, [(c, gamma)])
        return fig, grid.describe(c, gamma)

    return show_widgets(controls, draw)


def _fitted_grid() -> _Grid:
    from sklearn.datasets import make_moons
    from sklearn.svm import SVC

    x, y = make_moons(120, noise=0.3, random_state=0)
    x_valid, y_valid = make_moons(1000, noise=0.3, random_state=1)
    models = {(c, gamma): SVC(C=c, gamma=gamma).fit(x, y) for c in _COSTS for gamma in _GAMMAS}

    def scores(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        found = [model.score(x, y) for model in models.values()]
        return np.reshape(found, (len(_COSTS), len(_GAMMAS)))

    return _Grid(x, y, models, scores(x, y), scores(x_valid, y_valid))


def _draw_street(ax: Axes, grid: _Grid, c: float, gamma: float) -> None:
    model = grid.models[c, gamma]
    plot_street(model, grid.x, grid.y, support=model.support_, feature_names=["x1", "x2"], ax=ax)
    ax.set_title(f"C = {c:g}, gamma = {gamma:g}")


def _draw_scores(ax: Axes, grid: _Grid, chosen: list[tuple[float, float]]) -> None:
    ax.imshow(grid.valid, cmap="cividis", origin="lower", aspect="auto", vmin=0.5, vmax=1)
    for (i, j), value in np.ndenumerate(grid.valid):
        color = "black" if value > 0.75 else "white"
        ax.text(j, i, f"{value:.2f}", ha="center", va="center", color=color, fontsize=9)
    for number, (c, gamma) in enumerate(chosen):
        place = _GAMMAS.index(gamma) - 0.46, _COSTS.index(c) - 0.46
        label = None if number else "lo que se ve dibujado"
        ax.add_patch(
            plt.Rectangle(place, 0.92, 0.92, fill=False, ec="#D55E00", lw=2.5, label=label)
        )
    ax.set(title="Exactitud en validación", xlabel="gamma", ylabel="C")
    ax.set_xticks(range(len(_GAMMAS)), [f"{gamma:g}" for gamma in _GAMMAS])
    ax.set_yticks(range(len(_COSTS)), [f"{c:g}" for c in _COSTS])


def _sheet(grid: _Grid) -> tuple[Figure, str]:
    fig, axes = plt.subplots(2, 2, figsize=(WIDEST, 6.6), layout="constrained")
    for ax, pair in zip(axes.flat, _SHEET, strict=False):
        _draw_street(ax, grid, *pair)
        ax.get_legend().remove()  # una para todos, donde no tapa los datos
    _draw_scores(axes[1, 1], grid, list(_SHEET))
    shared = axes[0, 0].get_legend_handles_labels()
    fig.legend(*shared, loc="outside lower center", ncols=5, fontsize="small")
    return fig, " ".join(grid.describe(*pair) for pair in _SHEET)
