"""La calle de una máquina de vectores de soporte: su centro, sus bordes y quién los sujeta."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from numpy.typing import ArrayLike

from course_utils.arguments.class_names import check_two_class_names
from course_utils.arguments.labels import check_labels
from course_utils.arguments.numbers import check_position, check_same_length
from course_utils.arguments.points import check_points
from course_utils.arguments.text import feature_names_of
from course_utils.models.street import street_values
from course_utils.plotting.style import (
    CLASS_COLORS,
    MANY,
    axes_or_new,
    class_style,
    padded_range,
    point_size,
    write_label,
)

_GRID_SIDE = 150  # 150 × 150 puntos: una curva sin escalones


def plot_street(
    model: Any,
    x: ArrayLike,
    y: ArrayLike,
    *,
    support: ArrayLike = (),
    class_names: Sequence[str] | None = None,
    feature_names: Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja la calle que un modelo traza entre dos clases, y los datos encima.

    El centro de la calle es donde la función de decisión vale 0, y los bordes, donde vale 1 y −1.
    Con un núcleo, la calle es curva.

    Parameters
    ----------
    model : estimator or callable
        Un modelo entrenado con ``decision_function``, o una función que recibe puntos de forma
        (n, 2) y devuelve un número por punto.
    x : array_like of float or pandas.DataFrame, shape (n_muestras, 2)
        Los datos: dos características, en la escala que espera el modelo.
    y : array_like of int or str, shape (n_muestras,)
        Etiquetas reales, de dos clases. La segunda, en orden, es la del lado positivo.
    support : array_like of int, optional
        Qué puntos se rodean: las posiciones de los vectores de soporte, ``model.support_``.
    class_names : sequence of str, optional
        Los nombres de las dos clases, en orden.
    feature_names : sequence of str, optional
        Los nombres de las dos características, con su unidad. Sin ellos, los de las columnas de
        un DataFrame.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes: un grupo de puntos por clase, la frontera y sus bordes.

    Raises
    ------
    TypeError
        Si el modelo no tiene función de decisión, o los datos no son números.
    ValueError
        Si las formas no encajan, faltan datos, no hay dos clases o el modelo no está entrenado.
    IndexError
        Si algún vector de soporte no existe.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> puntos = [[0, 0], [1, 3], [4, 1], [5, 3]]
    >>> ax = plot_street(lambda p: (p[:, 0] - 2.5) / 1.5, puntos, [0, 0, 1, 1], support=[1, 2])
    >>> ax.get_legend_handles_labels()[1]
    ['clase 0', 'clase 1', 'vectores de soporte', 'centro de la calle', 'bordes']
    >>> plt.close()
    """
    points = check_points(x)
    y = check_labels(y, "y")
    check_same_length({"x": points, "y": y})
    labels = np.unique(y)
    if len(labels) != 2:
        raise ValueError(
            f"y contiene {len(labels)} clases y una calle separa dos. Elige dos: "
            "np.isin(y, [0, 1])."
        )
    names = [f"clase {label}" for label in labels] if y.dtype.kind != "U" else labels.tolist()
    if class_names is not None:
        names = check_two_class_names(class_names)
    support = np.asarray(support).ravel()
    for i in support:
        check_position(i, len(y), "support", "la muestra")
    feature_names = feature_names_of(x, feature_names)

    sides = [np.linspace(*padded_range(column), _GRID_SIDE) for column in points.T]
    grid = np.column_stack([side.ravel() for side in np.meshgrid(*sides)])
    if hasattr(x, "columns"):  # el modelo aprendió con nombres de columna, y los espera
        grid = type(x)(grid, columns=x.columns)
    values = street_values(model, grid).reshape(_GRID_SIDE, _GRID_SIDE)

    ax = axes_or_new(ax, figsize=(5.5, 4.2))
    _draw_street(ax, sides, values)
    for k, (label, name) in enumerate(zip(labels, names, strict=True)):
        ax.scatter(
            *points[y == label].T,
            s=point_size(len(y)),
            linewidths=0.4,
            label=name,
            **class_style(k),
        )
    if len(support):
        ax.scatter(
            *points[support.astype(int)].T,
            s=4 * point_size(len(y)),
            facecolors="none",
            edgecolors="black",
            linewidths=1.2,
            label="vectores de soporte",
        )
    ax.plot([], [], "-", color="black", label="centro de la calle")
    ax.plot([], [], "--", color="black", label="bordes")
    ax.set(xlim=sides[0][[0, -1]], ylim=sides[1][[0, -1]])
    write_label(ax.xaxis.label, feature_names[0])
    write_label(ax.yaxis.label, feature_names[1])
    write_label(ax.title, "La calle entre las dos clases")
    ax.legend(loc="best" if len(y) <= MANY else "upper right", fontsize="small", framealpha=0.9)
    return ax


def _draw_street(ax: Axes, sides: list[np.ndarray], values: np.ndarray) -> None:
    # El color de cada clase, muy claro; la calle, en gris.
    tints = [tuple(np.array(to_rgb(color)) / 3 + 2 / 3) for color in CLASS_COLORS[:2]]
    ax.contourf(
        *sides, values, levels=[-np.inf, -1, 1, np.inf], colors=[tints[0], "#EEEEEE", tints[1]]
    )
    for level, style, width in ((-1, "--", 1), (0, "-", 1.5), (1, "--", 1)):
        if values.min() < level < values.max():  # si no pasa por la figura, Matplotlib avisa
            ax.contour(*sides, values, [level], colors="black", linestyles=style, linewidths=width)
