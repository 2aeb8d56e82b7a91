"""Figuras de las redes convolucionales: la convolución a mano, los filtros y sus mapas.

Siguen las mismas reglas que `plotting`: reciben datos y dibujan; `ax=None` es una figura nueva, y
las que llenan una hoja entera crean su figura y la devuelven.

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

from course_utils.inputs import as_numbers, check_count, is_integer
from course_utils.plotting import (
    _CURVE_COLORS,
    _CURVE_STYLES,
    _MAX_IMAGES,
    _axes_or_new,
    _label,
)
from course_utils.plotting_concepts import CLASS_MARKERS

__all__ = [
    "plot_convolution_steps",
    "plot_feature_maps",
    "plot_filters",
    "plot_shift_robustness",
]

# Ni azul ni rojo, que en el curso son acierto y fallo: marrón es negativo y violeta positivo.
_SIGNED_CMAP = "PuOr"
_WINDOW_COLOR = "#D55E00"
_MAX_NUMBERED_SIDE = 12  # en una cuadrícula mayor los números no se leen
_MAX_NUMBERS = 150  # en toda una hoja de filtros: 16 filtros de 3 × 3
_NUMBERED_CELL = 0.42  # pulgadas: en ellas cabe «−0.25»
_MAX_TERMS = 12  # de una suma escrita


# --- Mapas y filtros ---------------------------------------------------------------------------


def plot_feature_maps(maps, *, names=None, columns=8, title=None) -> Figure:
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
        Si los mapas no son números, o `names` o `columns` no son del tipo debido.
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
    maps = _check_maps(maps)
    check_count(columns, "columns")
    names = _panel_names(names, maps.shape[-1], "mapa")
    low, high = _value_range(maps)
    return _draw_sheet(
        np.moveaxis(maps, -1, 0),
        names,
        columns=columns,
        title="Mapas de características" if title is None else title,
        bar_label="Activación",
        style={"cmap": "gray", "vmin": low, "vmax": high},
    )


def plot_filters(kernels, *, channel=0, columns=8, title=None) -> Figure:
    """Dibuja los filtros de una capa convolucional: uno por canal de salida.

    El blanco es el 0; los pesos negativos van en marrón y los positivos en violeta, con la misma
    escala en todos. Si los filtros son pequeños y pocos, cada peso lleva además su número.

    Parameters
    ----------
    kernels : array_like of float, shape (alto, ancho, entrada, salida)
        Los núcleos, como los guarda Keras: `layer.get_weights()[0]`.
    channel : int, default 0
        Qué canal de entrada se dibuja.
    columns : int, default 8
        Filtros por fila.
    title : str, optional
        Título de la hoja. Sin él, «Filtros», con el canal si hay varios.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva: unos ejes por filtro, en orden, y al final los de la escala de color.

    Raises
    ------
    TypeError
        Si los núcleos no son números, o `channel` o `columns` no son enteros.
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
    kernels = _check_kernels(kernels)
    _check_position(channel, kernels.shape[2], "channel", "canales de entrada")
    check_count(columns, "columns")
    panels = np.moveaxis(kernels[:, :, channel, :], -1, 0)
    if title is None:
        several = kernels.shape[2] > 1
        title = f"Filtros (canal de entrada {channel})" if several else "Filtros"
    names = _panel_names(None, len(panels), "filtro")
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
    panels: np.ndarray, names, *, columns, title, bar_label, style, numbered=False
) -> Figure:
    """Una cuadrícula de matrices con la misma escala, y la escala al final."""
    n_panels, height, width = panels.shape
    columns = min(columns, n_panels)
    rows = -(-n_panels // columns)
    numbered = numbered and _NUMBERED_CELL * width * columns <= 11
    side = max(1.25, _NUMBERED_CELL * width if numbered else 0)  # pulgadas
    size = (max(4, side * columns + 0.9), max(2.2, rows * (side * height / width + 0.3) + 0.4))
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


def plot_convolution_steps(image, kernel, *, row=0, column=0, stride=1) -> Figure:
    """Dibuja un paso de la convolución: la ventana, el núcleo y el número que sale.

    Se calcula como en Keras: sin relleno (`padding="valid"`) y sin girar el núcleo; es decir, una
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
        izquierda de la ventana; con otro, la ventana empieza en `row * stride`.
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
        imagen o `stride` es menor que 1.
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
    _check_position(row, result.shape[0], "row", "filas en el resultado")
    _check_position(column, result.shape[1], "column", "columnas en el resultado")

    fig, axes, widths = _three_panels(image, kernel, result)
    black, white = min(0, image.min()), max(1, image.max())
    low, high = _value_range(result)
    shown = result.copy()
    if max(result.shape) <= _MAX_NUMBERED_SIDE:
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


def convolve(image, kernel, stride=1) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """La imagen y el núcleo, comprobados, y su convolución. Lo usa también `interactive`.

    Examples
    --------
    >>> convolve([[1, 2, 3], [4, 5, 6]], [[1, -1]])[2]
    array([[-1., -1.],
           [-1., -1.]])
    """
    from scipy.signal import correlate2d

    image, kernel = _matrix(image, "image"), _matrix(kernel, "kernel")
    check_count(stride, "stride")
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError(
            f"El núcleo es de {_size(kernel)} y no cabe en la imagen, de {_size(image)}: usa un "
            "núcleo menor o rellena la imagen con np.pad. ¿Están cambiados de orden?"
        )
    return image, kernel, correlate2d(image, kernel, mode="valid")[::stride, ::stride]


def product_sum(window: np.ndarray, kernel: np.ndarray) -> tuple[str, str]:
    """Los productos y su suma, por escrito. Lo usa también `interactive`.

    La suma lleva «≈» si algún número se ha redondeado al escribirlo.

    Examples
    --------
    >>> product_sum(np.array([[1, 0.5]]), np.array([[1, -1]]))
    ('1·1 + 0.5·(−1)', '= 0.5')
    """
    terms = [
        f"{_number(pixel)}·({_number(weight)})"
        if weight < 0
        else f"{_number(pixel)}·{_number(weight)}"
        for pixel, weight in zip(window.flat, kernel.flat, strict=True)
    ]
    if len(terms) > _MAX_TERMS:
        terms = [*terms[: _MAX_TERMS - 2], "…", terms[-1]]
    total = (window * kernel).sum()
    numbers = [*window.flat, *kernel.flat, total]
    sign = "=" if np.allclose([_rounded(value) for value in numbers], numbers, rtol=1e-9) else "≈"
    return " + ".join(terms), f"{sign} {_number(total)}"


def window_at(
    image: np.ndarray, kernel: np.ndarray, row: int, column: int, stride: int = 1
) -> np.ndarray:
    """El trozo de imagen que el núcleo cubre en esa casilla. Lo usa también `interactive`.

    Examples
    --------
    >>> window_at(np.arange(12).reshape(3, 4), np.ones((2, 2)), row=0, column=1, stride=2)
    array([[2, 3],
           [6, 7]])
    """
    top, left = row * stride, column * stride
    return image[top : top + kernel.shape[0], left : left + kernel.shape[1]]


def _three_panels(*matrices: np.ndarray) -> tuple[Figure, np.ndarray, list[float]]:
    """La figura, sus tres ejes y lo que mide de ancho cada matriz, en pulgadas.

    Las casillas son iguales en las tres, salvo que el núcleo o el resultado quedaran diminutos.
    """
    height, width = matrices[0].shape
    shares = [max(matrix.shape[1], 0.5 * width) for matrix in matrices]
    scale = min(3.2 / height, 9.3 / sum(shares))
    size = (max(7.5, scale * sum(shares) + 1.7), max(3.5, scale * height + 1.5))
    fig, axes = plt.subplots(1, 3, figsize=size, layout="constrained", width_ratios=shares)
    widths = [
        scale * min(share, height * matrix.shape[1] / matrix.shape[0])
        for share, matrix in zip(shares, matrices, strict=True)
    ]
    return fig, axes, widths


def _draw_matrix(ax: Axes, matrix: np.ndarray, name: str, width: float, **style) -> None:
    ax.imshow(matrix, **style)
    ax.patch.set(hatch="///", edgecolor="#BBBBBB")  # se ve en las casillas sin calcular
    _write_numbers(ax, matrix, width, _number)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    ax.set(title=f"{name} ({_size(matrix)})", xlabel="Columna", ylabel="Fila")


def _write_numbers(
    ax: Axes, matrix: np.ndarray, width: float, number: Callable[[float], str]
) -> None:
    """Un número en cada casilla, si caben en una matriz de ese ancho (en pulgadas)."""
    texts = {where: number(value) for where, value in np.ndenumerate(matrix) if not np.isnan(value)}
    longest = max(map(len, texts.values())) + 1
    points = 72 * width / matrix.shape[1] / (0.62 * longest)
    if max(matrix.shape) > _MAX_NUMBERED_SIDE or points < 6:
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


def _rounded(value: float) -> float:
    """Tres cifras, o las del entero; lo que solo es error de redondeo queda en 0."""
    if abs(value) < 1e-9:
        return 0.0
    return float(round(value)) if abs(value) >= 100 else float(f"{value:.3g}")


def _number(value: float) -> str:
    value = _rounded(value)
    return (f"{value:.0f}" if abs(value) >= 100 else f"{value:g}").replace("-", "−")


def _short_number(value: float) -> str:
    """Con dos decimales como mucho: en una hoja de filtros no cabe más."""
    return _number(round(value, 2))


def _size(matrix: np.ndarray) -> str:
    return " × ".join(map(str, matrix.shape))


# --- Desplazar la imagen -----------------------------------------------------------------------


def plot_shift_robustness(shifts, accuracies, *, ax=None) -> Axes:
    """Dibuja cuánto acierta cada modelo al desplazar las imágenes de prueba.

    Parameters
    ----------
    shifts : array_like of float, shape (n_desplazamientos,)
        Cuántos píxeles se desplazaron las imágenes, de menor a mayor; por ejemplo,
        [0, 1, 2, 3, 4].
    accuracies : dict of str to array_like of float, or pandas.DataFrame
        La exactitud de cada modelo, de 0 a 1: su nombre y un valor por desplazamiento. Seis
        modelos como mucho.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, con una línea por modelo y el valor escrito en sus dos extremos.

    Raises
    ------
    TypeError
        Si `accuracies` no es un diccionario, o hay algo que no son números.
    ValueError
        Si falta algún valor, no van de 0 a 1, los desplazamientos no van de menor a mayor o hay
        más de seis modelos.

    Examples
    --------
    >>> ax = plot_shift_robustness([0, 2, 4], {"densa": [0.88, 0.6, 0.3], "CNN": [0.91, 0.8, 0.6]})
    >>> ax.get_legend_handles_labels()[1]
    ['densa', 'CNN']
    >>> plt.close()
    """
    shifts = _check_shifts(shifts)
    accuracies = _check_accuracies(accuracies, len(shifts))
    ax = _axes_or_new(ax, figsize=(6.5, 4))
    for k, (name, values) in enumerate(accuracies.items()):
        ax.plot(
            shifts,
            values,
            color=_CURVE_COLORS[k % len(_CURVE_COLORS)],
            ls=_CURVE_STYLES[k % len(_CURVE_STYLES)],
            marker=CLASS_MARKERS[k],
            label=name,
        )
    span = shifts[-1] - shifts[0] or 1.0
    ax.set(xlim=(shifts[0] - 0.15 * span, shifts[-1] + 0.15 * span), ylim=(0, 1.05))
    for end in {0, len(shifts) - 1}:
        _write_ends(ax, shifts[end], [values[end] for values in accuracies.values()], left=end == 0)
    ax.set_xticks(shifts, [f"{shift:g}" for shift in shifts])
    _label(ax.xaxis.label, "Desplazamiento (píxeles)")
    _label(ax.yaxis.label, "Exactitud (prueba)")
    _label(ax.title, "Exactitud al desplazar las imágenes de prueba")
    ax.legend(fontsize="small")
    return ax


def _write_ends(ax: Axes, x: float, values: list[float], left: bool) -> None:
    """Escribe los valores junto a sus puntos, separados lo justo para que no se pisen."""
    heights = _spread(np.array(values), gap=0.06)
    for value, height in zip(values, heights, strict=True):
        ax.annotate(
            f"{value:.2f}",
            (x, height),
            xytext=(-8 if left else 8, 0),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
            fontsize="small",
        )


def _spread(values: np.ndarray, gap: float) -> np.ndarray:
    """Las mismas alturas, con esa distancia entre vecinas y dentro de los ejes.

    Examples
    --------
    >>> _spread(np.array([0.5, 0.5, 0.1]), gap=0.1)
    array([0.55, 0.45, 0.1 ])
    """
    order = np.argsort(-values, kind="stable")
    heights = values[order]
    for _ in range(50):  # se empujan entre sí por igual hasta que caben
        overlap = np.maximum(gap - (heights[:-1] - heights[1:]), 0) / 2
        heights[:-1] += overlap
        heights[1:] -= overlap
        heights = np.clip(heights, 0.02, 1.03)
    spread = np.empty_like(heights)
    spread[order] = heights
    return spread


# --- Comprobar lo que llega --------------------------------------------------------------------


def _check_maps(maps) -> np.ndarray:
    expected = "los mapas de una imagen: (alto, ancho, canales)"
    array = as_numbers(maps, "maps", expected)
    if array.ndim == 4 and len(array) == 1:  # lo que devuelve predict con una sola imagen
        array = array[0]
    if array.ndim != 3 or array.size == 0:
        advice = {
            2: "Un solo mapa se pasa como maps[:, :, np.newaxis].",
            4: "De varias imágenes, elige una: maps[0].",
        }.get(array.ndim, "La da una capa convolucional, antes de Flatten.")
        raise ValueError(f"maps tiene forma {array.shape}; se esperan {expected}. {advice}")
    _check_panels(array.shape[-1], "maps", "canales", "maps[..., :64]")
    return _check_finite(array, "maps")


def _check_kernels(kernels) -> np.ndarray:
    expected = "los núcleos de una capa: (alto, ancho, entrada, salida), layer.get_weights()[0]"
    array = as_numbers(kernels, "kernels", expected)
    if array.ndim != 4 or array.size == 0:
        single = " Un solo núcleo se pasa como kernel[:, :, np.newaxis, np.newaxis]."
        raise ValueError(
            f"kernels tiene forma {array.shape}; se esperan {expected}."
            f"{single if array.ndim == 2 else ''}"
        )
    _check_panels(array.shape[-1], "kernels", "filtros", "kernels[..., :64]")
    return _check_finite(array, "kernels")


def _check_panels(count: int, name: str, what: str, advice: str) -> None:
    if count > _MAX_IMAGES:
        raise ValueError(
            f"{name} contiene {count} {what} y en una hoja caben {_MAX_IMAGES}. Pasa una parte: "
            f"{advice}."
        )


def _panel_names(names, count: int, word: str) -> list[str]:
    if names is None:
        return [f"{word} {k}" for k in range(count)]
    is_sequence = isinstance(names, Sequence | np.ndarray) and not isinstance(names, str)
    if not is_sequence or not all(isinstance(name, str) for name in names):
        raise TypeError(f"names debe ser una lista de textos, uno por canal; llegó {names!r}.")
    if len(names) != count:
        raise ValueError(f"names tiene {len(names)} nombres y hay {count} canales; uno por canal.")
    return list(names)


def _matrix(values, name: str) -> np.ndarray:
    array = as_numbers(values, name, "una matriz: (alto, ancho)")
    while array.ndim > 2 and array.shape[-1] == 1:  # los canales de Keras, si solo hay uno
        array = array[..., 0]
    if array.ndim != 2 or array.size == 0:
        several = array.ndim == 3 and array.shape[-1] in (3, 4)
        advice = f" Si es de color, pásala a gris: {name}.mean(axis=-1)." if several else ""
        raise ValueError(
            f"{name} tiene forma {array.shape}; se espera una matriz con un solo canal: "
            f"(alto, ancho).{advice}"
        )
    return _check_finite(array, name)


def _check_finite(array: np.ndarray, name: str) -> np.ndarray:
    if not np.isfinite(array).all():
        where = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        raise ValueError(
            f"{name} contiene {array[where]} en la posición {where}; se esperan números finitos. "
            "Si sale de un modelo, revisa los datos y la tasa de aprendizaje."
        )
    return array


def _check_position(value, count: int, name: str, what: str) -> None:
    if not is_integer(value):
        raise TypeError(f"{name} debe ser un entero; llegó {value!r} ({type(value).__name__}).")
    if not 0 <= value < count:
        raise IndexError(f"{name} es {value} y hay {count} {what}: van de 0 a {count - 1}.")


def _check_shifts(shifts) -> np.ndarray:
    array = as_numbers(shifts, "shifts", "los píxeles de cada desplazamiento")
    if array.ndim != 1 or array.size == 0:
        raise ValueError(
            f"shifts tiene forma {array.shape}; se espera una lista, como [0, 1, 2, 3, 4]."
        )
    if not (np.isfinite(array).all() and (np.diff(array) > 0).all()):
        raise ValueError(
            f"shifts debe ir de menor a mayor, sin repetir y sin nan; llegó {array.tolist()[:10]}."
        )
    return array


def _check_accuracies(accuracies, n_shifts: int) -> dict[str, np.ndarray]:
    if not hasattr(accuracies, "items"):
        raise TypeError(
            'accuracies debe ser un diccionario, como {"densa": [0.88, 0.6], "CNN": [0.91, 0.8]}; '
            f"llegó {type(accuracies).__name__}."
        )
    accuracies = dict(accuracies.items())  # también las columnas de un DataFrame
    if not 1 <= len(accuracies) <= len(CLASS_MARKERS):
        raise ValueError(
            f"accuracies contiene {len(accuracies)} modelos y la figura distingue de 1 a "
            f"{len(CLASS_MARKERS)}."
        )
    checked = {}
    for name, values in accuracies.items():
        array = as_numbers(values, f"accuracies[{name!r}]", "la exactitud de cada desplazamiento")
        if array.shape != (n_shifts,):
            raise ValueError(
                f"accuracies[{name!r}] tiene forma {array.shape} y hay {n_shifts} desplazamientos; "
                "se espera una exactitud por desplazamiento."
            )
        if not ((array >= 0) & (array <= 1)).all():  # así escrito, nan tampoco pasa
            raise ValueError(
                f"accuracies[{name!r}] contiene {array.min():g} y {array.max():g}; una exactitud "
                "va de 0 a 1. Si son porcentajes, divide entre 100."
            )
        checked[str(name)] = array
    return checked
