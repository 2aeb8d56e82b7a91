"""Lo raro que es cada sitio del plano para un detector de anomalías."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_utils.arguments.columns import check_quantities
from course_utils.arguments.numbers import check_same_length
from course_utils.arguments.points import check_points
from course_utils.arguments.text import feature_names_of
from course_utils.plotting.style import axes_or_new, padded_range, point_size, write_label

_GRID_SIDE = 150
# Qué fracción de los datos es menos rara: cuatro tonos, y el último es lo que se avisa.
_STEPS = (0.25, 0.5, 0.75)
_TONES = ("#FFFFFF", "#E3E3E3", "#C4C4C4", "#9E9E9E", "#F6C6A8")


def plot_rarity(
    rarity: Callable[[np.ndarray], ArrayLike],
    x: ArrayLike,
    *,
    share: float = 0.05,
    feature_names: Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja lo raro que es cada sitio del plano, y señala los datos más raros.

    Cada detector puntúa en su escala. Para compararlos, el gris de un sitio dice qué fracción de
    los datos es menos rara que él: cuanto más oscuro, más raro. Pasada la línea, en color, está
    lo que es más raro que casi todos los datos: los que caen ahí llevan un aspa.

    Parameters
    ----------
    rarity : callable
        Recibe puntos, de forma (n, 2), y devuelve una puntuación por punto: más alta, más raro.
    x : array_like of float or pandas.DataFrame, shape (n_muestras, 2)
        Los datos.
    share : float, optional
        Qué fracción de los datos se señala, entre 0 y 0.25.
    feature_names : sequence of str, optional
        Los nombres de las dos características, con su unidad. Sin ellos, los de las columnas de
        un DataFrame.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes: el mapa, la línea, los datos y, aparte, los señalados.

    Raises
    ------
    TypeError
        Si ``rarity`` no es una función, o los datos no son números.
    ValueError
        Si no devuelve un número por punto, ``share`` no está entre 0 y 0.25 o las formas no
        encajan.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> puntos = [[0, 0], [1, 0], [0, 1], [1, 1], [9, 9]]
    >>> ax = plot_rarity(lambda p: abs(p).sum(axis=1), puntos, share=0.2)
    >>> ax.get_legend_handles_labels()[1]
    ['los demás', 'los más raros']
    >>> plt.close()
    """
    points = check_points(x)
    if isinstance(rarity, type) or not callable(rarity):
        raise TypeError(
            "rarity debe ser una función que recibe puntos y devuelve lo raro que es cada uno, "
            f"como lambda p: -model.score_samples(p); llegó {rarity!r}."
        )
    if not 0 < share <= 1 - _STEPS[-1]:
        raise ValueError(f"share debe estar entre 0 y {1 - _STEPS[-1]}; llegó {share!r}.")
    feature_names = feature_names_of(x, feature_names)
    scores = _scores_of(rarity, points)
    limit = np.quantile(scores, 1 - share)
    chosen = scores > limit

    extent = [*padded_range(points[:, 0]), *padded_range(points[:, 1])]
    centres = [np.linspace(*extent[i : i + 2], _GRID_SIDE) for i in (0, 2)]
    grid = np.column_stack([column.ravel() for column in np.meshgrid(*centres)])
    places = _scores_of(rarity, grid)
    # En qué tono cae cada sitio: entre qué dos de los límites está.
    edges = [*np.quantile(scores, _STEPS), limit]
    tones = np.searchsorted(edges, places).reshape(_GRID_SIDE, _GRID_SIDE)

    ax = axes_or_new(ax, figsize=(5.5, 4.5))
    ax.contourf(*centres, tones, levels=np.arange(-0.5, len(_TONES)), colors=_TONES)
    ax.contour(*centres, tones == len(edges), levels=[0.5], colors="black", linewidths=1)
    for inside, name, style in (
        (~chosen, "los demás", {"marker": "o", "color": "#0072B2", "s": point_size(len(points))}),
        (chosen, "los más raros", {"marker": "X", "color": "#D55E00", "s": 55}),
    ):
        ax.scatter(*points[inside].T, edgecolors="black", linewidths=0.4, label=name, **style)
    ax.set(xlim=extent[:2], ylim=extent[2:])
    write_label(ax.xaxis.label, feature_names[0])
    write_label(ax.yaxis.label, feature_names[1])
    write_label(ax.title, "Cuanto más oscuro, más raro")
    ax.legend(fontsize="small", framealpha=0.9)
    return ax


def _scores_of(rarity: Callable[[np.ndarray], ArrayLike], points: np.ndarray) -> np.ndarray:
    """Una puntuación finita por punto, o un error que dice qué devolvió."""
    scores = check_quantities(rarity(points), "rarity(x)")
    check_same_length({"x": points, "rarity(x)": scores})
    return scores
