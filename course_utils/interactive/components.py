"""El explorador de las componentes: una imagen, y lo que vuelve de ella tras un PCA."""

from __future__ import annotations

from typing import NamedTuple

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_images, check_pixels
from course_utils.interactive.widgets import can_show_widgets, selector, show_static, show_widgets
from course_utils.plotting.style import TRAIN_COLOR, WIDEST, WRONG_COLOR
from course_utils.spanish import counted

_NUMBERS = (1, 2, 5, 10, 20, 50, 100, 188, 300, 500)
_SHEET = (2, 20, 100)  # lo que enseña la figura fija
_SHOWN = 10  # imágenes entre las que se elige


class _Codes(NamedTuple):
    """Las imágenes que se enseñan, en las componentes de todas."""

    originals: np.ndarray  # (imágenes, alto, ancho), de 0 a 1
    mean: np.ndarray
    directions: np.ndarray  # una por fila
    codes: np.ndarray
    kept: np.ndarray  # la varianza que guardan las primeras, de 0 a 1

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(k for k in _NUMBERS if k <= len(self.directions))

    def rebuilt(self, image: int, k: int) -> np.ndarray:
        flat = self.codes[image, :k] @ self.directions[:k] + self.mean
        return flat.reshape(self.originals.shape[1:])

    def describe(self, image: int, k: int) -> str:
        error = ((self.rebuilt(image, k) - self.originals[image]) ** 2).mean()
        return (
            f"Imagen {image + 1} con {_components(k)} de {self.originals[0].size}: error "
            f"cuadrático medio ≈ {error:.4f}, varianza guardada ≈ {self.kept[k - 1]:.3f}."
        )


def explore_components(images: ArrayLike) -> None:
    """Cambia cuántas componentes guarda un PCA y mira qué vuelve de cada imagen.

    El PCA se ajusta con todas las imágenes; se elige entre las diez primeras. El error es la media
    de los cuadrados de las diferencias, píxel a píxel, de 0 a 1.

    Parameters
    ----------
    images : array_like, shape (n_imagenes, alto, ancho)
        Dos al menos, en grises: enteros de 0 a 255, o decimales de 0 a 1.

    Raises
    ------
    TypeError
        Si no son imágenes.
    ValueError
        Si no tienen esa forma, o hay menos de dos.

    Examples
    --------
    >>> explore_components(np.random.default_rng(0).random((30, 6, 6)))  # doctest: +ELLIPSIS
    Imagen 1 con 2 componentes de 36: error cuadrático medio ≈ ..., varianza guardada ≈ ....
    >>> plt.close()
    """
    codes = _codes(images)
    if not can_show_widgets():
        return show_static(*_sheet(codes))
    controls = {
        "image": selector("Imagen", range(1, len(codes.originals) + 1)),
        "k": selector("Componentes", codes.numbers),
    }
    controls["k"].value = codes.numbers[min(2, len(codes.numbers) - 1)]

    def draw(image: int, k: int) -> tuple[Figure, str]:
        fig, axes = plt.subplots(
            1, 3, figsize=(WIDEST, 2.6), layout="constrained", width_ratios=[1, 1, 1.5]
        )
        _draw_image(axes[0], codes.originals[image - 1], "Original")
        _draw_image(axes[1], codes.rebuilt(image - 1, k), _components(k))
        _draw_kept(axes[2], codes, [k])
        return fig, codes.describe(image - 1, k)

    return show_widgets(controls, draw)


def _components(k: int) -> str:
    return counted(k, "componente")


def _codes(images: ArrayLike) -> _Codes:
    from sklearn.decomposition import PCA

    images = check_images(images, "images")
    if images.ndim == 4 and images.shape[-1] == 1:
        images = images[..., 0]
    if images.ndim != 3 or len(images) < 2:
        raise ValueError(
            f"images tiene forma {images.shape}; se esperan dos imágenes en grises o más: "
            "(n_imagenes, alto, ancho)."
        )
    check_pixels(images)
    if images.dtype.kind != "f":
        images = images / np.float32(255 if images.dtype != bool else 1)
    flat = images.reshape(len(images), -1)
    pca = PCA(random_state=0).fit(flat)
    shown = images[:_SHOWN]
    return _Codes(
        shown,
        pca.mean_,
        pca.components_,
        pca.transform(flat[:_SHOWN]),
        np.cumsum(pca.explained_variance_ratio_),
    )


def _draw_image(ax: Axes, image: np.ndarray, title: str) -> None:
    ax.imshow(image, cmap="gray", vmin=0, vmax=1)
    ax.set_title(title)
    ax.axis("off")


def _draw_kept(ax: Axes, codes: _Codes, chosen: list[int]) -> None:
    ax.plot(np.arange(1, len(codes.kept) + 1), codes.kept, color=TRAIN_COLOR)
    ax.plot(chosen, codes.kept[np.array(chosen) - 1], "o", color=WRONG_COLOR)
    ax.set(title="Varianza guardada", xlabel="Componentes", ylim=(0, 1.05))


def _sheet(codes: _Codes) -> tuple[Figure, str]:
    numbers = [k for k in _SHEET if k in codes.numbers] or [codes.numbers[-1]]
    fig = plt.figure(figsize=(WIDEST, 4.6), layout="constrained")
    grid = fig.add_gridspec(2, len(numbers) + 1)
    _draw_image(fig.add_subplot(grid[0, 0]), codes.originals[0], "Original")
    for column, k in enumerate(numbers, start=1):
        _draw_image(fig.add_subplot(grid[0, column]), codes.rebuilt(0, k), _components(k))
    _draw_kept(fig.add_subplot(grid[1, :]), codes, numbers)
    return fig, " ".join(codes.describe(0, k) for k in numbers)
