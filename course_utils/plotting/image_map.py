"""Un mapa de imágenes: cada una, en su punto del plano."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_images, check_pixels
from course_utils.arguments.numbers import check_number, check_same_length
from course_utils.arguments.points import check_points
from course_utils.plotting.style import NEUTRAL_COLOR, axes_or_new, point_size, write_label


def plot_image_map(
    x: ArrayLike,
    images: ArrayLike,
    *,
    size: float = 0.05,
    cmap: str = "binary",
    ax: Axes | None = None,
) -> Axes:
    """Dibuja un punto por imagen y, donde caben, las propias imágenes en miniatura.

    Se ponen en el orden en que llegan, y la que taparía a otra ya puesta se queda en punto. Los
    dos ejes tienen la misma escala y no llevan números: en un mapa solo cuenta quién está junto a
    quién.

    Parameters
    ----------
    x : array_like of float, shape (n_imagenes, 2)
        Dónde va cada imagen.
    images : array_like, shape (n_imagenes, alto, ancho[, 1 o 3])
        Las imágenes: uint8 de 0 a 255, o decimales de 0 a 1.
    size : float, default 0.05
        El lado de una miniatura, como fracción del lado mayor del mapa: más de 0, y 0.5 como mucho.
    cmap : str, default "binary"
        Mapa de color de las imágenes grises: con "binary", 0 es blanco; con "gray", negro.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        Si los puntos o las imágenes no son números.
    ValueError
        Si no hay un punto por imagen, las formas no son esas o el tamaño no cabe.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> imagenes = np.zeros((3, 28, 28), dtype="uint8")
    >>> ax = plot_image_map([[0, 0], [0.01, 0], [1, 1]], imagenes)
    >>> len(ax.images)
    2
    >>> plt.close()
    """
    points = check_points(x)
    images = check_images(images, "images")
    check_same_length({"x": points, "images": images})
    check_pixels(images)
    check_number(size, "size", "0.05")
    if not 0 < size <= 0.5:
        raise ValueError(
            f"size debe ser más de 0, y 0.5 como mucho; llegó {size:.4g}. Es una fracción del lado "
            "mayor del mapa: 0.05."
        )
    ax = axes_or_new(ax, figsize=(7, 7))
    low, high = points.min(axis=0), points.max(axis=0)
    side = size * float((high - low).max() or 1.0)
    height, width = images.shape[1:3]
    half = side / 2 * np.array([width, height]) / max(width, height)
    ax.scatter(*points.T, s=point_size(len(points)), color=NEUTRAL_COLOR, zorder=1)
    vmax = 255 if images.dtype == np.uint8 else 1
    for k in _uncovered(points, side):
        extent = np.column_stack([points[k] - half, points[k] + half]).ravel()
        ax.imshow(images[k], cmap=cmap, vmin=0, vmax=vmax, extent=extent, zorder=2)
    ax.set(xlim=(low[0] - side, high[0] + side), ylim=(low[1] - side, high[1] + side))
    ax.set(xticks=[], yticks=[], aspect="equal")
    ax.grid(False)
    write_label(ax.title, "Cada imagen, en su sitio del mapa")
    return ax


def _uncovered(points: np.ndarray, side: float) -> list[int]:
    """Las miniaturas que se ponen, en orden: ninguna tapa a otra."""
    placed: list[int] = []
    for k, point in enumerate(points):
        if (np.abs(points[placed] - point).max(axis=1) >= side).all():
            placed.append(k)
    return placed
