"""Una mezcla de gaussianas en el plano: los datos, y una elipse por cada gaussiana."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse
from numpy.typing import ArrayLike

from course_utils.arguments.labels import check_labels
from course_utils.arguments.numbers import check_same_length
from course_utils.arguments.points import check_points
from course_utils.arguments.text import feature_names_of
from course_utils.plotting.style import (
    CLASS_COLORS,
    NEUTRAL_COLOR,
    axes_or_new,
    class_style,
    padded_range,
    point_size,
    write_label,
)

# Con menos peso que este, una gaussiana está apagada: no explica casi ningún dato.
_OFF = 0.01


def plot_mixture(
    model: Any,
    x: ArrayLike,
    y: ArrayLike | None = None,
    *,
    feature_names: Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja los datos y, de cada gaussiana de una mezcla, su centro y dos elipses.

    Las elipses están a 1 y a 2 desviaciones del centro, en cada dirección. Una gaussiana que pesa
    menos de 0.01 está apagada y no se dibuja.

    Parameters
    ----------
    model : sklearn.mixture.GaussianMixture or BayesianGaussianMixture
        La mezcla, ya entrenada, con dos características.
    x : array_like of float or pandas.DataFrame, shape (n_muestras, 2)
        Los datos, en la escala con la que aprendió el modelo.
    y : array_like of int or str, shape (n_muestras,), optional
        El grupo de cada muestra, hasta seis. Sin él, todos los puntos son grises.
    feature_names : sequence of str, optional
        Los nombres de las dos características, con su unidad. Sin ellos, los de las columnas de
        un DataFrame.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes: los puntos de cada grupo, las elipses y los centros.

    Raises
    ------
    TypeError
        Si el modelo no es una mezcla de gaussianas, o los datos no son números.
    ValueError
        Si no está entrenada con dos características, hay más de seis grupos o las formas no
        encajan.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> from sklearn.mixture import GaussianMixture
    >>> puntos = [[0, 0], [1, 2], [2, 1], [8, 8], [9, 7], [8, 6]]
    >>> mezcla = GaussianMixture(2, random_state=0).fit(puntos)
    >>> ax = plot_mixture(mezcla, puntos)
    >>> len(ax.patches)
    4
    >>> plt.close()
    """
    points = check_points(x)
    groups = _groups_of(y, points)
    matrices = _matrices(model)
    feature_names = feature_names_of(x, feature_names)

    ax = axes_or_new(ax, figsize=(7, 4.2))
    for k, (name, inside) in enumerate(groups):
        ax.scatter(
            *points[inside].T,
            s=point_size(len(points)),
            linewidths=0.3,
            label=name,
            **class_style(k) | ({"color": NEUTRAL_COLOR} if name is None else {}),
        )
    on = model.weights_ >= _OFF
    for mean, matrix in zip(model.means_[on], matrices[on], strict=True):
        for deviations, style in ((1, "-"), (2, "--")):
            ax.add_patch(_ellipse(mean, matrix, deviations, style))
    ax.plot(*model.means_[on].T, "X", color="black", markersize=9, markeredgecolor="white")

    ax.plot([], [], "X", color="black", label="centro")
    ax.plot([], [], "-", color="black", label="a 1 desviación")
    ax.plot([], [], "--", color="black", label="a 2 desviaciones")
    ax.set(xlim=padded_range(points[:, 0]), ylim=padded_range(points[:, 1]))
    write_label(ax.xaxis.label, feature_names[0])
    write_label(ax.yaxis.label, feature_names[1])
    write_label(ax.title, "La mezcla y los datos")
    # Fuera: dentro, siempre hay una elipse debajo.
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize="small", frameon=False)
    return ax


def _groups_of(y: ArrayLike | None, points: np.ndarray) -> list[tuple[str | None, np.ndarray]]:
    """El nombre de cada grupo y qué muestras son suyas; sin etiquetas, uno sin nombre."""
    if y is None:
        return [(None, np.ones(len(points), dtype=bool))]
    y = check_labels(y, "y")
    check_same_length({"x": points, "y": y})
    labels = np.unique(y)
    if len(labels) > len(CLASS_COLORS):
        raise ValueError(
            f"y tiene {len(labels)} grupos y aquí se distinguen {len(CLASS_COLORS)} como mucho."
        )
    return [(str(s) if y.dtype.kind == "U" else f"grupo {s}", y == s) for s in labels]


def _matrices(model: Any) -> np.ndarray:
    """La matriz de covarianza de cada gaussiana, (n, 2, 2), sea cual sea su tipo."""
    if isinstance(model, type) or not hasattr(model, "covariance_type"):
        raise TypeError(
            "model debe ser una mezcla de gaussianas de scikit-learn, ya entrenada "
            f"(GaussianMixture(3).fit(x)); llegó {model!r}."
        )
    if not hasattr(model, "means_"):
        raise ValueError("La mezcla todavía no está entrenada: llama antes a model.fit(x).")
    count, columns = model.means_.shape
    if columns != 2:
        raise ValueError(
            f"La mezcla se entrenó con {columns} características y el plano tiene dos. Entrénala "
            "con dos columnas."
        )
    covariances = model.covariances_
    kind = model.covariance_type
    if kind == "full":
        return covariances
    if kind == "tied":
        return np.repeat(covariances[None], count, axis=0)
    if kind == "spherical":
        covariances = np.column_stack([covariances, covariances])
    return covariances[:, :, None] * np.eye(2)


def _ellipse(mean: np.ndarray, matrix: np.ndarray, deviations: int, style: str) -> Ellipse:
    variances, axes = np.linalg.eigh(matrix)  # el último eje es el más largo
    width, height = 2 * deviations * np.sqrt(variances[::-1])
    angle = np.degrees(np.arctan2(axes[1, 1], axes[0, 1]))
    return Ellipse(mean, width, height, angle=angle, fill=False, lw=1.6, ls=style, ec="black")
