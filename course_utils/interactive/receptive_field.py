"""El explorador del campo receptivo: qué píxeles de una imagen ve la neurona del centro."""

from __future__ import annotations

from typing import NamedTuple

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_matrix
from course_utils.interactive.widgets import can_show_widgets, selector, show_static, show_widgets
from course_utils.plotting.style import WIDEST, WRONG_COLOR
from course_utils.spanish import counted

_LAYERS = (1, 2, 3, 4, 5, 6)
_SIDES = (1, 3, 5, 7)
_STEPS = (1, 2, 3)
_START = (2, 3, 1, 1)  # capas, núcleo, paso y dilatación con que empieza
_SHEET = ((2, 3, 1, 1), (4, 3, 1, 1), (2, 3, 2, 1), (2, 3, 1, 3))  # lo que enseña la figura fija


class _Stack(NamedTuple):
    """Unas capas convolucionales iguales, una detrás de otra."""

    layers: int
    side: int
    stride: int
    dilation: int

    def paths(self) -> np.ndarray:
        """Por cuántos caminos llega cada sitio de una fila de la imagen a la neurona.

        Se va de la neurona hacia la imagen: cada capa separa los sitios lo que dice el paso, y de
        cada uno salen tantos como lados tiene el núcleo, separados lo que dice la dilatación.
        """
        kernel = np.zeros((self.side - 1) * self.dilation + 1)
        kernel[:: self.dilation] = 1
        ways = np.ones(1)
        for _ in range(self.layers):
            apart = np.zeros((len(ways) - 1) * self.stride + 1)
            apart[:: self.stride] = ways
            ways = np.convolve(apart, kernel)
        return ways

    def name(self) -> str:
        return (
            f"{counted(self.layers, 'capa')} de núcleo {self.side}×{self.side}, "
            f"paso {self.stride}, dilatación {self.dilation}"
        )


class _View(NamedTuple):
    """Lo que unas capas ven de una imagen."""

    stack: _Stack
    image: np.ndarray

    @property
    def field(self) -> int:
        """El lado del campo receptivo."""
        return len(self.stack.paths())

    def corner(self) -> tuple[int, int]:
        """La fila y la columna donde empieza el campo, centrado; negativas, si no cabe."""
        return tuple((side - self.field) // 2 for side in self.image.shape)

    def ways(self) -> np.ndarray:
        """Por cuántos caminos llega cada píxel de la imagen."""
        along = [
            self._along(start, side)
            for start, side in zip(self.corner(), self.image.shape, strict=True)
        ]
        return np.outer(*along)

    def _along(self, start: int, side: int) -> np.ndarray:
        places = np.arange(side) - start
        ways = self.stack.paths()
        inside = (places >= 0) & (places < len(ways))
        return np.where(inside, ways[np.clip(places, 0, len(ways) - 1)], 0)

    def describe(self) -> str:
        seen = np.count_nonzero(self.ways())
        field = f"su campo receptivo es de {self.field}×{self.field}"
        if self.field > min(self.image.shape):
            field += ", y se sale de la imagen"
        pixels = "1 píxel" if seen == 1 else f"{seen} píxeles"
        end = ", con huecos en medio" if not self.stack.paths().all() else ""
        return (
            f"{self.stack.name()}: la neurona del centro ve {pixels} de {self.image.size}; "
            f"{field}{end}."
        )


def explore_receptive_field(image: ArrayLike) -> None:
    """Cambia las capas de una red y mira qué píxeles de una imagen ve la neurona del centro.

    Las capas son convolucionales, todas iguales y sin agrupación. Lo que la neurona no ve queda
    bajo un velo azul; el marco naranja es su campo receptivo. Al lado, por cuántos caminos llega a
    ella cada píxel, en proporción al que más.

    Parameters
    ----------
    image : array_like of float, shape (alto, ancho)
        La imagen, de un solo canal.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no es una matriz de números finitos.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> explore_receptive_field(np.zeros((28, 28)))  # doctest: +ELLIPSIS
    2 capas de núcleo 3×3, paso 1, dilatación 1: la neurona del centro ve 25 píxeles de 784; su
    campo receptivo es de 5×5. 4 capas de ...
    >>> plt.close()
    """
    image = check_matrix(image, "image")
    if not can_show_widgets():
        return show_static(*_sheet(image))
    controls = {
        "layers": selector("Capas", _LAYERS),
        "side": selector("Núcleo", _SIDES),
        "stride": selector("Paso", _STEPS),
        "dilation": selector("Dilatación", _STEPS),
    }
    for control, value in zip(controls.values(), _START, strict=True):
        control.value = value

    def draw(**chosen: int) -> tuple[Figure, str]:
        view = _View(_Stack(**chosen), image)
        fig, axes = plt.subplots(1, 2, figsize=(WIDEST, 3.6), layout="constrained")
        _draw_seen(axes[0], view, "Lo que ve")
        _draw_ways(axes[1], view)
        return fig, view.describe()

    return show_widgets(controls, draw)


def _draw_seen(ax: Axes, view: _View, title: str) -> None:
    low, high = view.image.min(), max(view.image.max(), view.image.min() + 1)
    ax.imshow(view.image, cmap="gray", vmin=low, vmax=high)
    hidden = np.ma.masked_where(view.ways() > 0, np.ones(view.image.shape))
    ax.imshow(hidden, cmap="Blues", vmin=0, vmax=1.2, alpha=0.75)
    top, left = view.corner()
    height, width = view.image.shape
    frame = Rectangle(
        (max(left, 0) - 0.5, max(top, 0) - 0.5),
        min(view.field, width),
        min(view.field, height),
        fill=False,
        edgecolor=WRONG_COLOR,
        linewidth=2,
    )
    ax.add_patch(frame)
    ax.set(title=title, xticks=[], yticks=[])


def _draw_ways(ax: Axes, view: _View) -> None:
    ways = view.ways()
    shown = ax.imshow(ways / ways.max(), cmap="gray", vmin=0, vmax=1)
    ax.set(title="Por cuántos caminos le llega", xticks=[], yticks=[])
    scale = ax.figure.colorbar(shown, ax=ax, shrink=0.8)
    scale.set_label("Parte del que más")


def _sheet(image: np.ndarray) -> tuple[Figure, str]:
    views = [_View(_Stack(*numbers), image) for numbers in _SHEET]
    fig, axes = plt.subplots(1, len(views), figsize=(WIDEST, 3.3), layout="constrained")
    for ax, view in zip(axes, views, strict=True):
        stack = view.stack
        title = f"{stack.layers} de {stack.side}×{stack.side}\n"
        title += f"paso {stack.stride}\ndilatación {stack.dilation}"
        _draw_seen(ax, view, title)
    return fig, " ".join(view.describe() for view in views)
