"""Las regiones de decisión: qué clase predice un modelo en cada punto del plano."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from numpy.typing import ArrayLike

from course_utils.arguments.class_names import region_classes
from course_utils.arguments.labels import check_labels
from course_utils.arguments.numbers import check_same_length
from course_utils.arguments.points import check_points
from course_utils.arguments.text import feature_names_of
from course_utils.models.prediction import predicted_labels
from course_utils.plotting.style import (
    CLASS_COLORS,
    MANY,
    axes_or_new,
    class_style,
    padded_range,
    write_label,
)

_GRID_SIDE = 200  # 200 × 200 puntos: bordes nítidos, y un modelo lento aún responde


def plot_decision_regions(
    predict: Any,
    x: ArrayLike,
    y: ArrayLike,
    *,
    class_names: Sequence[str] | None = None,
    feature_names: Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja qué clase predice un modelo en cada punto del plano, y los datos encima.

    El modelo se consulta una sola vez, con 40 000 puntos.

    Parameters
    ----------
    predict : callable or estimator
        Un modelo ya entrenado (scikit-learn o Keras), o una función que recibe puntos de forma
        (n, 2) y devuelve una etiqueta por punto. Si devuelve una columna por clase, cuenta la
        mayor; si devuelve una probabilidad por punto, desde 0.5 es la clase 1.
    x : array_like of float or pandas.DataFrame, shape (n_muestras, 2)
        Los datos: dos características. El modelo recibe lo mismo que aquí, array o DataFrame.
    y : array_like of int or str, shape (n_muestras,)
        Etiquetas reales, de 6 clases como mucho.
    class_names : sequence of str, optional
        El nombre de la clase 0, de la 1, etc.; con etiquetas de texto, su orden. Con nombres,
        cada clase tiene el mismo color en todas las figuras, aunque en una falte alguna.
    feature_names : sequence of str, optional
        Los nombres de las dos características, con su unidad. Sin ellos, los de las columnas de
        un DataFrame.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes: una imagen con las regiones y un grupo de puntos por clase.

    Raises
    ------
    TypeError
        Si ``predict`` no es un modelo ni una función, o los datos no son números.
    ValueError
        Si las formas no encajan, faltan datos, el modelo no está entrenado o no usa dos
        características, o hay más de 6 clases.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> puntos = [[0, 0], [1, 3], [2, 1], [3, 3]]
    >>> ax = plot_decision_regions(lambda p: p[:, 0] > 1.5, puntos, [0, 0, 1, 1])
    >>> ax.get_legend_handles_labels()[1]
    ['clase 0', 'clase 1']
    >>> plt.close()
    """
    points = check_points(x)
    y = check_labels(y, "y")
    check_same_length({"x": points, "y": y})
    feature_names = feature_names_of(x, feature_names)
    extent = [*padded_range(points[:, 0]), *padded_range(points[:, 1])]
    grid = _cell_centres(extent)
    if hasattr(x, "columns"):  # el modelo aprendió con nombres de columna, y los espera
        grid = type(x)(grid, columns=x.columns)
    predicted = predicted_labels(predict, grid, y)
    labels, names = region_classes(y, predicted, class_names, most=len(CLASS_COLORS))

    regions = np.searchsorted(np.sort(labels), predicted)
    regions = np.argsort(labels)[regions].reshape(_GRID_SIDE, _GRID_SIDE)
    ax = axes_or_new(ax, figsize=(5.5, 4.5))
    _draw_regions(ax, regions, extent)
    size = 60 if len(y) <= 20 else 28 if len(y) <= 300 else 10
    for k, (value, name) in enumerate(zip(labels, names, strict=True)):
        ax.scatter(
            *points[y == value].T,
            s=size,
            linewidths=0.6,
            label=name,
            **class_style(k),
        )
    ax.set(xlim=extent[:2], ylim=extent[2:])
    write_label(ax.xaxis.label, feature_names[0])
    write_label(ax.yaxis.label, feature_names[1])
    write_label(ax.title, "Regiones de decisión")
    ax.legend(loc="best" if len(y) <= MANY else "upper right", fontsize="small", framealpha=0.9)
    return ax


def _draw_regions(ax: Axes, regions: np.ndarray, extent: list[float]) -> None:
    # El mismo color que los puntos, muy claro: blanco en dos tercios.
    tints = np.array([to_rgb(color) for color in CLASS_COLORS]) / 3 + 2 / 3
    ax.imshow(tints[regions], extent=extent, origin="lower", aspect="auto", interpolation="nearest")
    centres = [np.linspace(*extent[i : i + 2], 2 * _GRID_SIDE + 1)[1::2] for i in (0, 2)]
    for k in np.unique(regions)[:-1]:  # la última frontera ya la dibujaron las demás
        ax.contour(*centres, regions == k, levels=[0.5], colors="#333333", linewidths=0.8)


def _cell_centres(extent: list[float]) -> np.ndarray:
    axes = [np.linspace(*extent[i : i + 2], 2 * _GRID_SIDE + 1)[1::2] for i in (0, 2)]
    return np.column_stack([column.ravel() for column in np.meshgrid(*axes)])
