"""Cajas sobre una imagen: dónde está cada objeto."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_boxes, check_images, check_pixels
from course_utils.arguments.numbers import check_same_length
from course_utils.arguments.text import check_choice
from course_utils.plotting.images import draw_image
from course_utils.plotting.style import CURVE_COLORS, OURS, axes_or_new

# Lo real, con trazo continuo; lo que dice el modelo, a trazos y de otro color.
_STYLES = {"real": (CURVE_COLORS[4], "-"), "predicha": (CURVE_COLORS[1], "--")}
_LETTERS = 5  # píxeles de la imagen que hacen falta para un nombre


def plot_boxes(
    image: ArrayLike,
    boxes: ArrayLike,
    names: Sequence[str] | None = None,
    *,
    kind: str = "real",
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja una imagen y, encima, unas cajas con su nombre.

    Las reales van en celeste con trazo continuo; las predichas, en naranja y a trazos. Para ver
    las dos juntas, se llama dos veces con los mismos ejes.

    Parameters
    ----------
    image : array_like, shape (alto, ancho[, 1 o 3])
        La imagen: uint8 de 0 a 255, o decimales de 0 a 1.
    boxes : array_like of float, shape (n_cajas, 4)
        ``x0, y0, x1, y1`` de cada caja, en píxeles; pueden ser cero cajas. Una sola, ``[caja]``.
    names : sequence of str, optional
        Lo que se escribe junto a cada caja.
    kind : {"real", "predicha"}
        Cómo se dibujan.
    title : str, optional
        Título de los ejes.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con la imagen y las cajas.

    Raises
    ------
    TypeError, ValueError
        Si no es una imagen, o las cajas no son cuatro números con ``x0 <= x1`` e ``y0 <= y1``.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_boxes(np.zeros((64, 64), dtype="uint8"), [[10, 20, 30, 50]], ["bolso"])
    >>> [texto.get_text() for texto in ax.texts]
    ['bolso']
    >>> plt.close()
    """
    images = check_images(np.asarray(image)[np.newaxis], "image[np.newaxis]")
    check_pixels(images)
    boxes = check_boxes(boxes, "boxes")
    if names is not None:
        check_same_length({"boxes": boxes, "names": names})
    check_choice(kind, "kind", list(_STYLES))
    ax = axes_or_new(ax, (4, 4))
    draw_image(ax, images[0], "gray")
    color, line = _STYLES[kind]
    for k, (x0, y0, x1, y1) in enumerate(boxes):
        # Matplotlib pone el centro del píxel 0 en el 0: su borde está medio píxel antes.
        corner = (x0 - 0.5, y0 - 0.5)
        ax.add_patch(
            Rectangle(corner, x1 - x0, y1 - y0, fill=False, ec=color, ls=line, lw=2, label=OURS)
        )
        if names is not None:
            _write_name(ax, boxes[k], str(names[k]), color, kind)
    if title is not None:
        ax.set_title(title)
    return ax


def _write_name(ax: Axes, box: np.ndarray, name: str, color: str, kind: str) -> None:
    """Los de las reales, sobre la caja; los de las predichas, debajo: así no se tapan."""
    x0, y0, x1, y1 = box
    # Junto al borde derecho, el nombre acaba donde acaba la caja.
    x, ha = (x1 - 0.5, "right") if x0 > 0.75 * ax.get_xlim()[1] else (x0 - 0.5, "left")
    if kind == "real":
        y, va = y0 - 0.5, "bottom" if y0 > _LETTERS else "top"
    else:
        y, va = y1 - 0.5, "top" if y1 < ax.get_ylim()[0] - _LETTERS else "bottom"
    background = {"facecolor": color, "edgecolor": "none", "pad": 1}
    written = ax.text(x, y, name, fontsize="small", ha=ha, va=va, bbox=background)
    written.set_label(OURS)
