"""El explorador de la IoU: dos cajas sobre una escena, y cuánto coinciden."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_boxes, check_images
from course_utils.interactive.widgets import (
    can_show_widgets,
    look,
    show_static,
    show_widgets,
    two_panels,
)
from course_utils.metrics.boxes import Overlap, box_overlap
from course_utils.plotting.boxes import plot_boxes
from course_utils.plotting.style import NEUTRAL_COLOR

_SHIFT = 0.25  # dónde empieza la caja que se mueve: a esta parte del tamaño de la real
_PRESSES = 100  # con el teclado, pulsaciones de un extremo a otro, como mucho


def explore_iou(image: ArrayLike, box: ArrayLike) -> None:
    """Mueve una caja y cambia su tamaño, y mira cuánto coincide con la real: su IoU.

    A la izquierda, la escena, con la caja real, la que se mueve y, rayado, lo que comparten. A la
    derecha, en píxeles, lo que comparten (la intersección) y lo que cubren entre las dos (la
    unión). La caja que se mueve se corta en el borde de la imagen.

    Parameters
    ----------
    image : array_like, shape (alto, ancho[, 1 o 3])
        La imagen: uint8 de 0 a 255, o decimales de 0 a 1.
    box : array_like of float, shape (4,)
        La caja real: ``x0, y0, x1, y1``, en píxeles.

    Raises
    ------
    TypeError, ValueError
        Si no son una imagen y una caja que cabe en ella.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> explore_iou(np.zeros((64, 64)), [20, 10, 40, 50])
    La caja va de (25, 20) a (45, 60). IoU 0.39: comparten 450 píxeles de los 1150 que cubren entre
    las dos.
    >>> plt.close()
    """
    image = np.asarray(image)
    height, width = check_images(image[np.newaxis], "image[np.newaxis]").shape[1:3]
    real = _check_box(box, width, height)

    def draw(x: int, y: int, across: int, down: int) -> tuple[Figure, str]:
        moved = np.array([x, y, min(x + across, width), min(y + down, height)])
        overlap = Overlap(*(part.item() for part in box_overlap([real], [moved])))
        return _figure(image, real, moved, overlap), _told(real, moved, overlap)

    sizes = real[2:] - real[:2]
    start = [int(value) for value in [*np.floor(real[:2] + _SHIFT * sizes), *np.ceil(sizes)]]
    if not can_show_widgets():
        return show_static(*draw(*start))
    from ipywidgets import IntSlider

    controls = {
        name: IntSlider(value=value, min=0, max=most, step=-(-most // _PRESSES), **look(words))
        for name, words, value, most in zip(
            ("x", "y", "across", "down"),
            ("Izquierda", "Arriba", "Ancho", "Alto"),
            start,
            (width, height) * 2,
            strict=True,
        )
    }
    return show_widgets(controls, draw)


def _check_box(box: ArrayLike, width: int, height: int) -> np.ndarray:
    real = check_boxes(np.asarray(box)[np.newaxis], "box[np.newaxis]")[0]
    x0, y0, x1, y1 = real
    if min(x0, y0) < 0 or x1 > width or y1 > height:
        raise ValueError(
            f"box es x0={x0:g}, y0={y0:g}, x1={x1:g}, y1={y1:g}, y la imagen mide {width} de ancho "
            f"y {height} de alto: la caja debe caber en ella."
        )
    if x0 == x1 or y0 == y1:
        raise ValueError("box está vacía: la caja real debe cubrir algún píxel.")
    return real


def _told(real: np.ndarray, moved: np.ndarray, overlap: Overlap) -> str:
    x0, y0, x1, y1 = moved
    where = f"La caja va de ({x0}, {y0}) a ({x1}, {y1}). IoU {overlap.iou:.2f}: "
    if x0 == x1 or y0 == y1:
        return f"{where}está vacía, y no comparte nada."
    if np.array_equal(real, moved):
        return f"{where}es la misma caja."
    if not overlap.intersection:
        return f"{where}no comparten ningún píxel."
    inside = (moved[:2] >= real[:2]).all() and (moved[2:] <= real[2:]).all()
    around = (moved[:2] <= real[:2]).all() and (moved[2:] >= real[2:]).all()
    how = "está dentro de la real; " if inside else "contiene a la real; " if around else ""
    return (
        f"{where}{how}comparten {overlap.intersection:.4g} píxeles de los {overlap.union:.4g} que "
        "cubren entre las dos."
    )


def _figure(image: np.ndarray, real: np.ndarray, moved: np.ndarray, overlap: Overlap) -> Figure:
    fig, axes = two_panels(width_ratios=(3, 4))
    plot_boxes(image, [real], ["real"], ax=axes[0])
    plot_boxes(image, [moved], ["la que mueves"], kind="predicha", ax=axes[0])
    _hatch(axes[0], real, moved)
    axes[0].set_title("Rayado, lo que comparten")
    _draw_areas(axes[1], overlap, 2 * max(np.prod(real[2:] - real[:2]), 1))
    return fig


def _hatch(ax: Axes, real: np.ndarray, moved: np.ndarray) -> None:
    low, high = np.maximum(real[:2], moved[:2]), np.minimum(real[2:], moved[2:])
    if (high > low).all():
        # imshow pone el centro del píxel 0 en el 0: su borde está medio píxel antes.
        width, height = high - low
        ax.add_patch(Rectangle(low - 0.5, width, height, fill=False, ec="white", hatch="//", lw=0))


def _draw_areas(ax: Axes, overlap: Overlap, usual: float) -> None:
    areas = [overlap.intersection, overlap.union]
    bars = ax.barh([1, 0], areas, height=0.5, color=["white", NEUTRAL_COLOR], ec="black")
    bars[0].set_hatch("//")
    ax.bar_label(bars, [f"{area:.4g}" for area in areas], padding=3)
    ax.set(
        title=f"IoU = intersección / unión = {overlap.iou:.2f}",
        xlabel="Área (píxeles)",
        xlim=(0, 1.25 * max(usual, overlap.union)),
        ylim=(-0.6, 1.6),
    )
    ax.set_yticks([1, 0], ["intersección", "unión"])
