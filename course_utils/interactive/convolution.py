"""El explorador de la convolución: cada número del resultado, paso a paso."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_utils.interactive.widgets import can_show_widgets, look, show_static, show_widgets
from course_utils.models.convolution import convolve, product_sum, window_at
from course_utils.plotting.convolution import MAX_NUMBERED_SIDE, plot_convolution_steps


def explore_convolution(image: ArrayLike, kernel: ArrayLike) -> None:
    """Mueve la ventana sobre la imagen y mira cómo se calcula cada número de la convolución.

    La ventana avanza como se lee: de izquierda a derecha y de arriba abajo. Sin relleno y sin
    girar el núcleo, como en Keras.

    Parameters
    ----------
    image, kernel : array_like of float, shape (alto, ancho)
        La imagen, de un solo canal, y el núcleo, como los recibe
        ``plot_convolution_steps``.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``plot_convolution_steps``.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> explore_convolution([[1, 1, 1], [0, 1, 1], [0, 0, 1]], [[1, 0], [0, 1]])
    Ventana 4 de 4 (fila 1, columna 1 del resultado): cada píxel se multiplica por el número del
    núcleo que tiene encima y se suman los 4 productos: 1·1 + 1·0 + 0·0 + 1·1 = 2.
    >>> plt.close()
    """
    image, kernel, result = convolve(image, kernel)

    def draw(window: int) -> tuple[Figure, str]:
        row, column = divmod(window - 1, result.shape[1])
        fig = plot_convolution_steps(image, kernel, row=row, column=column)
        place = f"Ventana {window} de {result.size} (fila {row}, columna {column} del resultado)"
        return fig, f"{place}: {_convolution_text(window_at(image, kernel, row, column), kernel)}"

    if not can_show_widgets():
        # Con la última ventana el resultado está completo; uno grande siempre se ve entero, y lo
        # que interesa es dónde responde más.
        large = max(result.shape) > MAX_NUMBERED_SIDE
        return show_static(*draw(int(np.abs(result).argmax()) + 1 if large else result.size))
    from ipywidgets import IntSlider

    # En una imagen grande, a saltos: con el teclado, unas cien pulsaciones la recorren entera.
    step = -(-result.size // 100)
    slider = IntSlider(value=1, min=1, max=result.size, step=step, **look("Ventana"))
    return show_widgets({"window": slider}, draw)


def _convolution_text(window: np.ndarray, kernel: np.ndarray) -> str:
    terms, total = product_sum(window, kernel)
    start = "cada píxel se multiplica por el número del núcleo que tiene encima y se suman los"
    # Redondeados, los productos no se escriben: pueden salir de un modelo.
    written = f": {terms} {total}" if total.startswith("=") else f". La suma es {total}"
    return f"{start} {kernel.size} productos{written}."
