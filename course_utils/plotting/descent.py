"""Figuras del descenso de gradiente: el camino por la pérdida, y el de varias tasas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.contour import QuadContourSet
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_utils.arguments.numbers import check_count
from course_utils.arguments.points import check_path, check_rates, check_start
from course_utils.arguments.text import check_two_names
from course_utils.models.descent import descend, descent_result, loss_surface
from course_utils.plotting.style import WIDEST, WRONG_COLOR, axes_or_new, write_label
from course_utils.spanish import counted

_PATH_COLOR = WRONG_COLOR
_OUTLINE = [patheffects.withStroke(linewidth=3, foreground="white")]


def plot_gradient_path(
    loss: Callable[..., Any],
    path: ArrayLike,
    *,
    x_range: tuple[float, float],
    y_range: tuple[float, float],
    labels: Sequence[str] = ("peso 1", "peso 2"),
    ax: Axes | None = None,
) -> Axes:
    """Dibuja una función de pérdida de dos pesos y el camino que recorrió el descenso.

    Parameters
    ----------
    loss : callable
        ``loss(w1, w2)`` recibe dos arrays de la misma forma y devuelve otro igual, con la pérdida
        en cada punto.
    path : array_like of float, shape (n_pasos + 1, 2)
        Los pesos en el inicio y después de cada paso. Si el descenso diverge puede acabar en
        infinito o nan; el inicio no.
    x_range, y_range : tuple of float
        Qué valores del primer peso y del segundo se dibujan.
    labels : tuple of str, default ("peso 1", "peso 2")
        Cómo se llaman los dos pesos.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con el mapa de la pérdida y el camino. Si alguna parte del camino queda fuera,
        una nota dice desde qué paso.

    Raises
    ------
    TypeError
        Si ``loss`` no es una función, o los demás argumentos no son del tipo debido.
    ValueError
        Si ``loss`` no acepta arrays, o el camino o los intervalos no tienen la forma debida.

    Examples
    --------
    >>> camino = [[4.0, 3.0], [2.0, 1.5], [1.0, 0.8]]
    >>> ax = plot_gradient_path(
    ...     lambda w1, w2: w1**2 + w2**2, camino, x_range=(-5, 5), y_range=(-5, 5)
    ... )
    >>> [texto.get_text() for texto in ax.texts if texto.get_text()]
    ['inicio', 'final']
    >>> plt.close()
    """
    path = check_path(path)
    labels = check_two_names(labels, "labels")
    surface = loss_surface(loss, x_range, y_range)
    ax = axes_or_new(ax, figsize=(6, 4.5))
    contours = _draw_surface(ax, surface)
    _draw_path(ax, path)
    write_label(ax.xaxis.label, labels[0])
    write_label(ax.yaxis.label, labels[1])
    write_label(ax.title, "Camino del descenso de gradiente")
    ax.figure.colorbar(contours, ax=ax, label="Pérdida")
    return ax


def plot_learning_rate_comparison(
    loss: Callable[..., Any],
    gradient: Callable[..., Any],
    start: tuple[float, float],
    rates: Sequence[float],
    *,
    steps: int = 30,
    x_range: tuple[float, float],
    y_range: tuple[float, float],
) -> Figure:
    """Desciende desde el mismo punto con varias tasas de aprendizaje y dibuja cada camino.

    Parameters
    ----------
    loss : callable
        ``loss(w1, w2)`` recibe dos arrays de la misma forma y devuelve otro igual.
    gradient : callable
        ``gradient(w1, w2)`` recibe dos números y devuelve las dos derivadas de la pérdida.
    start : tuple of float
        Los dos pesos de partida.
    rates : sequence of float
        De 1 a 9 tasas de aprendizaje, mayores que 0.
    steps : int, default 30
        Cuántos pasos se dan con cada una.
    x_range, y_range : tuple of float
        Qué valores del primer peso y del segundo se dibujan.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva: unos ejes por tasa, en el mismo orden, y al final los de la escala de
        color. El título de cada uno dice la tasa y la pérdida final, o «diverge» si la pérdida
        acaba más alta que empezó o deja de ser un número.

    Raises
    ------
    TypeError
        Si ``loss`` o ``gradient`` no son funciones, o los demás argumentos no son del tipo debido.
    ValueError
        Si alguna tasa no es mayor que 0, ``loss`` no acepta arrays, ``gradient`` no devuelve dos
        números, o el inicio o los intervalos no tienen la forma debida.

    Examples
    --------
    >>> figura = plot_learning_rate_comparison(
    ...     lambda w1, w2: w1**2 + w2**2, lambda w1, w2: (2 * w1, 2 * w2), (4, 3), [0.1, 1.1],
    ...     x_range=(-5, 5), y_range=(-5, 5),
    ... )
    >>> [ax.get_title() for ax in figura.axes[:2]]
    ['Tasa 0.1\\npérdida final 3.83e-05', 'Tasa 1.1\\ndiverge']
    >>> plt.close()
    """
    rates = check_rates(rates)
    start = check_start(start)
    check_count(steps, "steps")
    surface = loss_surface(loss, x_range, y_range)
    paths = [descend(gradient, start, rate, steps) for rate in rates]
    titles = [f"Tasa {r:g}\n{descent_result(loss, p)}" for r, p in zip(rates, paths, strict=True)]

    columns = min(len(rates), 3)
    rows = -(-len(rates) // columns)
    fig, axes = plt.subplots(
        rows,
        columns,
        figsize=((WIDEST - 0.9) / 3 * columns + 0.9, 2.6 * rows + 0.4),
        layout="constrained",
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    for ax in axes.flat[len(rates) :]:
        ax.remove()
    axes = axes.flat[: len(rates)]
    for k, (ax, path, title) in enumerate(zip(axes, paths, titles, strict=True)):
        contours = _draw_surface(ax, surface)
        _draw_path(ax, path)
        ax.set_title(title, fontsize="medium")
        # Rótulos y números, solo en el borde de la hoja: los ejes son los mismos en todas.
        bottom = k + columns >= len(rates)
        ax.set_ylabel("peso 2" if k % columns == 0 else "")
        ax.set_xlabel("peso 1" if bottom else "")
        ax.tick_params(labelbottom=bottom)
    fig.suptitle(f"El mismo inicio, {counted(steps, 'paso')}, distinta tasa")
    fig.colorbar(contours, ax=list(axes), label="Pérdida")
    return fig


# --- Dibujar -----------------------------------------------------------------------------------


def _draw_surface(ax: Axes, surface: tuple) -> QuadContourSet:
    w1, w2, values = surface
    low, high = float(values.min()), float(values.max())
    # Niveles más juntos cerca del fondo: si no, el valle sería una sola mancha.
    levels = low + (high - low or 1.0) * np.linspace(0, 1, 16) ** 2
    drawn = ax.contourf(w1, w2, values, levels=levels, cmap="YlGnBu_r", alpha=0.9)
    ax.contour(w1, w2, values, levels=levels[1:-1], colors="white", linewidths=0.4)
    ax.set(xlim=(w1[0, 0], w1[0, -1]), ylim=(w2[0, 0], w2[-1, 0]))
    return drawn


def _draw_path(ax: Axes, path: np.ndarray) -> None:
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    low, high = np.array([left, bottom]), np.array([right, top])
    size = high - low
    finite = np.isfinite(path).all(axis=1)
    inside = finite & (path >= low).all(axis=1) & (path <= high).all(axis=1)
    shown = _brought_near(path[: finite.argmin() or None], (low + high) / 2, size)
    ax.plot(*shown.T, "-", color=_PATH_COLOR, lw=1.5, path_effects=_OUTLINE, label="camino")
    ax.plot(*shown.T, "o", color=_PATH_COLOR, ms=3.5, markeredgecolor="white", mew=0.5)
    _draw_arrows(ax, shown, size)
    ends = [(0, "inicio", "o")] + [(-1, "final", "*")] * (len(path) > 1)
    near = inside[0] and inside[-1] and np.abs((path[-1] - path[0]) / size).max() < 0.4
    for k, name, marker in ends:
        if inside[k]:
            _mark_end(ax, path[k], name, marker, (path[k] - low) / size, other_side=near and k == 0)
    if not inside.all():
        outside = int(np.count_nonzero(~inside))
        text = (
            f"{outside} de {len(path)} puntos fuera\n"
            f"(el primero, {_step_name(int(inside.argmin()))})"
        )
        box = {"facecolor": "white", "edgecolor": _PATH_COLOR, "alpha": 0.9}
        ax.text(
            0.5, 0.02, text, transform=ax.transAxes, ha="center", va="bottom",
            fontsize="small", bbox=box, zorder=6,
        )  # fmt: skip


def _brought_near(path: np.ndarray, centre: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Acerca los puntos lejanísimos, en su misma dirección: no caben en el lienzo ni recortados."""
    distance = np.abs((path - centre) / size).max(axis=1, keepdims=True)
    return np.where(
        distance > 1e4, centre + (path - centre) * (1e4 / np.maximum(distance, 1)), path
    )


def _step_name(step: int) -> str:
    return "el inicio" if step == 0 else f"el paso {step}"


def _draw_arrows(ax: Axes, path: np.ndarray, size: np.ndarray) -> None:
    """Una punta de flecha en medio de los primeros tramos largos: dicen hacia dónde va."""
    long = [ends for ends in pairwise(path) if np.abs((ends[1] - ends[0]) / size).max() > 0.06]
    for start, end in long[:8]:
        ax.annotate(
            "",
            xy=start + 0.6 * (end - start),
            xytext=start,
            annotation_clip=True,
            arrowprops={
                "arrowstyle": "-|>",
                "mutation_scale": 18,
                "color": _PATH_COLOR,
                "lw": 0,
                "shrinkA": 0,
                "shrinkB": 0,
            },
        )


def _mark_end(
    ax: Axes, point: np.ndarray, name: str, marker: str, position: np.ndarray, *, other_side: bool
) -> None:
    size = {"o": 9, "*": 15}[marker]
    ax.plot(*point, marker, color="white", markeredgecolor="black", ms=size, zorder=5)
    # El nombre, hacia el centro: así no se sale ni aunque el punto esté en una esquina.
    across, up = position < 0.5
    if other_side and 0.15 < position[1] < 0.85:  # los dos nombres, juntos, se pisarían
        up = not up
    ax.annotate(
        name,
        point,
        xytext=(9 if across else -9, 7 if up else -7),
        textcoords="offset points",
        ha="left" if across else "right",
        va="bottom" if up else "top",
        path_effects=_OUTLINE,
        zorder=6,
    )
