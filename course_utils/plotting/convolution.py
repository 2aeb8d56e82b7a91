"""Figuras de las redes convolucionales: la convolución paso a paso, los filtros y sus mapas.

Como en Keras, «convolución» es aquí lo que en matemáticas se llama correlación cruzada: el núcleo
no se gira antes de multiplicar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import fill

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_kernels, check_maps, size_text
from course_utils.arguments.numbers import check_count, check_position
from course_utils.arguments.text import channel_names
from course_utils.models.convolution import convolve, number_text, product_sum, window_at
from course_utils.plotting.style import SMALLEST, WIDEST, WRONG_COLOR

# Ni azul ni naranja, que en el curso son acierto y fallo: marrón es negativo y violeta positivo.
_SIGNED_CMAP = "PuOr"
_WINDOW_COLOR = WRONG_COLOR
MAX_NUMBERED_SIDE = 12  # en una cuadrícula mayor los números no se leen
_MAX_NUMBERS = 150  # en toda una hoja de filtros: 16 filtros de 3 × 3
_NUMBERED_CELL = 0.435  # pulgadas: en ellas cabe «−0.25»
_BAR = 0.9  # pulgadas: lo que ocupa la escala


# --- Mapas y filtros ---------------------------------------------------------------------------


def plot_feature_maps(
    maps: ArrayLike,
    *,
    names: Sequence[str] | None = None,
    columns: int = 8,
    title: str | None = None,
) -> Figure:
    """Dibuja los mapas de características de una imagen: uno por canal.

    Todos comparten la escala de grises: el mismo gris es la misma activación en todos.

    Parameters
    ----------
    maps : array_like of float, shape (alto, ancho, canales) o (1, alto, ancho, canales)
        La salida de una capa convolucional para una sola imagen, de 100 canales como mucho.
    names : sequence of str, optional
        Un título por canal. Sin nombres se escribe «mapa 0», «mapa 1», etc.
    columns : int, default 8
        Mapas por fila.
    title : str, optional
        Título de la hoja. Sin él, «Mapas de características».

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva: unos ejes por canal, en orden, y al final los de la escala de grises.

    Raises
    ------
    TypeError
        Si los mapas no son números, o ``names`` o ``columns`` no son del tipo debido.
    ValueError
        Si la forma no es la de los mapas de una imagen, hay más de 100 canales, algún valor no es
        finito o no hay un nombre por canal.

    Examples
    --------
    >>> mapas = np.arange(48).reshape(4, 4, 3)
    >>> figura = plot_feature_maps(mapas)
    >>> [ax.get_title() for ax in figura.axes[:3]]
    ['mapa 0', 'mapa 1', 'mapa 2']
    >>> plt.close()
    """
    maps = check_maps(maps)
    check_count(columns, "columns")
    names = channel_names(names, maps.shape[-1], "mapa")
    low, high = _value_range(maps)
    return _draw_sheet(
        np.moveaxis(maps, -1, 0),
        names,
        columns=columns,
        title="Mapas de características" if title is None else title,
        bar_label="Activación",
        style={"cmap": "gray", "vmin": low, "vmax": high},
    )


def plot_filters(
    kernels: ArrayLike, *, channel: int = 0, columns: int = 8, title: str | None = None
) -> Figure:
    """Dibuja los filtros de una capa convolucional: uno por canal de salida.

    El blanco es el 0; los pesos negativos van en marrón y los positivos en violeta, con la misma
    escala en todos. Si los filtros son pequeños y pocos, cada peso lleva además su número.

    Parameters
    ----------
    kernels : array_like of float, shape (alto, ancho, entrada, salida)
        Los núcleos, como los guarda Keras: ``layer.get_weights()[0]``.
    channel : int, default 0
        Qué canal de entrada se dibuja.
    columns : int, default 8
        Filtros por fila; menos, si sus números no caben a lo ancho del papel.
    title : str, optional
        Título de la hoja. Sin él, «Filtros», con el canal si hay varios.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva: unos ejes por filtro, en orden, y al final los de la escala de color.

    Raises
    ------
    TypeError
        Si los núcleos no son números, o ``channel`` o ``columns`` no son enteros.
    ValueError
        Si la forma no es la de Keras, hay más de 100 filtros o algún peso no es finito.
    IndexError
        Si no existe ese canal de entrada.

    Examples
    --------
    >>> bordes = np.array([[-1, 0, 1]] * 3).reshape(3, 3, 1, 1)
    >>> figura = plot_filters(bordes)
    >>> [texto.get_text() for texto in figura.axes[0].texts[:3]]
    ['−1', '0', '1']
    >>> plt.close()
    """
    kernels = check_kernels(kernels)
    check_position(channel, kernels.shape[2], "channel", "canales de entrada")
    check_count(columns, "columns")
    panels = np.moveaxis(kernels[:, :, channel, :], -1, 0)
    if title is None:
        several = kernels.shape[2] > 1
        title = f"Filtros (canal de entrada {channel})" if several else "Filtros"
    names = channel_names(None, len(panels), "filtro")
    return _draw_sheet(
        panels,
        names,
        columns=columns,
        title=title,
        bar_label="Peso",
        style=_signed_style(panels),
        # Con dos decimales, unos pesos minúsculos se escribirían todos «0».
        numbered=panels.size <= _MAX_NUMBERS and np.abs(panels).max() >= 0.1,
    )


def _draw_sheet(
    panels: np.ndarray,
    names: Sequence[str],
    *,
    columns: int,
    title: str,
    bar_label: str,
    style: dict,
    numbered: bool = False,
) -> Figure:
    """Una cuadrícula de matrices con la misma escala, y la escala al final."""
    n_panels, height, width = panels.shape
    columns = min(columns, n_panels)
    room = WIDEST - _BAR
    numbered = numbered and max(height, width) <= MAX_NUMBERED_SIDE
    numbered = numbered and _NUMBERED_CELL * width * columns <= 11
    rows = -(-n_panels // columns)
    if numbered and _NUMBERED_CELL * width * columns > room:  # en más filas, y parejas
        rows = -(-n_panels // int(room / (_NUMBERED_CELL * width)))
        columns = -(-n_panels // rows)
    side = max(min(1.25, room / columns), _NUMBERED_CELL * width if numbered else 0)  # pulgadas
    size = (max(4, side * columns + _BAR), max(2.2, rows * (side * height / width + 0.3) + 0.4))
    fig, axes = plt.subplots(rows, columns, figsize=size, layout="constrained", squeeze=False)
    for ax in axes.flat[n_panels:]:
        ax.remove()
    axes = list(axes.flat[:n_panels])
    for ax, panel, name in zip(axes, panels, names, strict=True):
        drawn = ax.imshow(panel, **style)
        ax.set(xticks=[], yticks=[])
        ax.set_title(name, fontsize="small")
        if numbered:
            _write_numbers(ax, panel, side, _short_number)
    fig.suptitle(title, fontsize="medium")
    fig.colorbar(drawn, ax=axes, label=bar_label, aspect=size[1] / 0.15)
    return fig


# --- La convolución, paso a paso ---------------------------------------------------------------


def plot_convolution_steps(
    image: ArrayLike, kernel: ArrayLike, *, row: int = 0, column: int = 0, stride: int = 1
) -> Figure:
    """Dibuja un paso de la convolución: la ventana, el núcleo y el número que sale.

    Se calcula como en Keras: sin relleno (``padding="valid"``) y sin girar el núcleo; es decir, una
    correlación cruzada. En el resultado se ven los números hasta la casilla marcada y las que
    faltan quedan vacías; si tiene más de 12 filas o columnas, se ve entero y sin números.

    Parameters
    ----------
    image : array_like of float, shape (alto, ancho) o (alto, ancho, 1)
        Una imagen de un solo canal.
    kernel : array_like of float, shape (alto, ancho) o (alto, ancho, 1, 1)
        El núcleo, no mayor que la imagen.
    row, column : int, default 0 and 0
        Qué casilla del **resultado** se calcula. Con paso 1 es también la esquina superior
        izquierda de la ventana; con otro, la ventana empieza en ``row * stride``.
    stride : int, default 1
        El paso: cuántos píxeles avanza la ventana cada vez.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva, con tres ejes (imagen, núcleo y resultado) y, debajo, la suma escrita.

    Raises
    ------
    TypeError
        Si la imagen o el núcleo no son números, o los demás argumentos no son enteros.
    ValueError
        Si la imagen o el núcleo no son matrices de números finitos, el núcleo no cabe en la
        imagen o ``stride`` es menor que 1.
    IndexError
        Si el resultado no tiene esa fila o esa columna.

    Examples
    --------
    >>> imagen = [[1, 1, 1], [0, 1, 1], [0, 0, 1]]
    >>> figura = plot_convolution_steps(imagen, [[1, 0], [0, 1]], row=0, column=1)
    >>> print(figura.get_supxlabel())
    1·1 + 1·0 + 1·0 + 1·1 = 2
    >>> plt.close()
    """
    image, kernel, result = convolve(image, kernel, stride)
    check_position(row, result.shape[0], "row", "filas en el resultado")
    check_position(column, result.shape[1], "column", "columnas en el resultado")

    fig, axes, widths = _three_panels(image, kernel, result)
    black, white = min(0, image.min()), max(1, image.max())
    low, high = _value_range(result)
    shown = result.copy()
    if max(result.shape) <= MAX_NUMBERED_SIDE:
        shown.flat[row * result.shape[1] + column + 1 :] = np.nan
    _draw_matrix(axes[0], image, "Imagen", widths[0], cmap="gray", vmin=black, vmax=white)
    _draw_matrix(axes[1], kernel, "Núcleo", widths[1], **_signed_style(kernel))
    _draw_matrix(axes[2], shown, "Resultado", widths[2], cmap="gray", vmin=low, vmax=high)
    _mark(axes[0], row * stride, column * stride, kernel.shape)
    _mark(axes[2], row, column, (1, 1))
    place = f"fila {row}, columna {column} del resultado"
    advance = f" (paso {stride})" if stride > 1 else ""
    fig.suptitle(f"Un paso de la convolución: {place}{advance}")
    terms, total = product_sum(window_at(image, kernel, row, column, stride), kernel)
    fig.supxlabel(fill(f"{terms} {total}", int(11 * fig.get_figwidth())))
    return fig


def _three_panels(*matrices: np.ndarray) -> tuple[Figure, np.ndarray, list[float]]:
    """La figura, sus tres ejes y lo que mide de ancho cada matriz, en pulgadas.

    Las casillas son iguales en las tres, salvo que el núcleo o el resultado quedaran diminutos.
    """
    height, width = matrices[0].shape
    shares = [max(matrix.shape[1], 0.5 * width) for matrix in matrices]
    scale = min(3.2 / height, (WIDEST - 1.7) / sum(shares))
    size = (max(WIDEST, scale * sum(shares) + 1.7), max(3.5, scale * height + 1.5))
    fig, axes = plt.subplots(1, 3, figsize=size, layout="constrained", width_ratios=shares)
    widths = [
        scale * min(share, height * matrix.shape[1] / matrix.shape[0])
        for share, matrix in zip(shares, matrices, strict=True)
    ]
    return fig, axes, widths


def _draw_matrix(ax: Axes, matrix: np.ndarray, name: str, width: float, **style: object) -> None:
    ax.imshow(matrix, **style)
    ax.patch.set(hatch="///", edgecolor="#BBBBBB")  # se ve en las casillas sin calcular
    _write_numbers(ax, matrix, width, number_text)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    ax.set(title=f"{name} ({size_text(matrix)})", xlabel="Columna", ylabel="Fila")


def _write_numbers(
    ax: Axes, matrix: np.ndarray, width: float, number: Callable[[float], str]
) -> None:
    """Un número en cada casilla, si caben en una matriz de ese ancho (en pulgadas)."""
    texts = {where: number(value) for where, value in np.ndenumerate(matrix) if not np.isnan(value)}
    longest = max(map(len, texts.values())) + 1
    points = 72 * width / matrix.shape[1] / (0.62 * longest)
    if max(matrix.shape) > MAX_NUMBERED_SIDE or points < SMALLEST:
        return
    for (row, column), text in texts.items():
        red, green, blue, _ = ax.images[-1].to_rgba(matrix[row, column])
        light = 0.299 * red + 0.587 * green + 0.114 * blue > 0.5
        style = {"color": "black" if light else "white", "fontsize": min(10, points)}
        ax.text(column, row, text, ha="center", va="center", **style)


def _mark(ax: Axes, row: int, column: int, shape: tuple[int, int]) -> None:
    height, width = shape
    style = {"edgecolor": _WINDOW_COLOR, "lw": 3 if ax.texts else 2, "zorder": 3}
    corner = (column - 0.5, row - 0.5)
    ax.add_patch(Rectangle(corner, width, height, fill=False, clip_on=False, **style))
    if width < 0.02 * ax.images[0].get_array().shape[1]:  # en una foto no se encontraría
        centre = (column + (width - 1) / 2, row + (height - 1) / 2)
        ax.plot(*centre, "o", ms=20, mfc="none", mec=_WINDOW_COLOR, mew=2, clip_on=False)


def _signed_style(values: np.ndarray) -> dict:
    """El 0 en blanco, y el mismo tono para un número y su opuesto."""
    reach = float(np.abs(values).max()) or 1.0
    return {"cmap": _SIGNED_CMAP, "vmin": -reach, "vmax": reach}


def _value_range(values: np.ndarray) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    return low, high if high > low else low + 1


def _short_number(value: float) -> str:
    """Con dos decimales como mucho: en una hoja de filtros no cabe más."""
    return number_text(round(value, 2))
