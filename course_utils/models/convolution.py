"""La convolución de una imagen con un núcleo, y sus números por escrito.

Como en Keras, «convolución» es aquí lo que en matemáticas se llama correlación cruzada: el núcleo
no se gira antes de multiplicar.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_fits, check_matrix
from course_utils.arguments.numbers import check_count

_MAX_TERMS = 12  # de una suma escrita


def convolve(
    image: ArrayLike, kernel: ArrayLike, stride: int = 1
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Comprueba la imagen y el núcleo y calcula su convolución.

    Parameters
    ----------
    image : array_like of float, shape (alto, ancho) o (alto, ancho, 1)
        Una imagen de un solo canal.
    kernel : array_like of float, shape (alto, ancho) o (alto, ancho, 1, 1)
        El núcleo, no mayor que la imagen.
    stride : int, default 1
        Cuántos píxeles avanza la ventana cada vez.

    Returns
    -------
    image, kernel, result : numpy.ndarray of float64
        Las tres matrices. Sin relleno: el resultado es menor que la imagen.

    Raises
    ------
    TypeError
        Si no son números, o el paso no es un entero.
    ValueError
        Si no son matrices de números finitos, el núcleo no cabe o el paso es menor que 1.

    Examples
    --------
    >>> convolve([[1, 2, 3], [4, 5, 6]], [[1, -1]])[2]
    array([[-1., -1.],
           [-1., -1.]])
    """
    from scipy.signal import correlate2d

    image, kernel = check_matrix(image, "image"), check_matrix(kernel, "kernel")
    check_count(stride, "stride")
    check_fits(image, kernel)
    return image, kernel, correlate2d(image, kernel, mode="valid")[::stride, ::stride]


def window_at(
    image: np.ndarray, kernel: np.ndarray, row: int, column: int, stride: int = 1
) -> np.ndarray:
    """El trozo de imagen que el núcleo cubre en esa casilla.

    Parameters
    ----------
    image, kernel : numpy.ndarray of float, shape (alto, ancho)
        La imagen y el núcleo, ya comprobados.
    row, column : int
        La casilla del resultado.
    stride : int, default 1
        El paso.

    Returns
    -------
    numpy.ndarray, shape la del núcleo

    Examples
    --------
    >>> window_at(np.arange(12).reshape(3, 4), np.ones((2, 2)), row=0, column=1, stride=2)
    array([[2, 3],
           [6, 7]])
    """
    top, left = row * stride, column * stride
    return image[top : top + kernel.shape[0], left : left + kernel.shape[1]]


def product_sum(window: np.ndarray, kernel: np.ndarray) -> tuple[str, str]:
    """Los productos y su suma, por escrito.

    Parameters
    ----------
    window, kernel : numpy.ndarray of float, shape (alto, ancho)
        El trozo de imagen y el núcleo.

    Returns
    -------
    terms, total : str
        La suma, de 12 términos como mucho, y su resultado: lleva «≈» si algún número se ha
        redondeado al escribirlo.

    Examples
    --------
    >>> product_sum(np.array([[1, 0.5]]), np.array([[1, -1]]))
    ('1·1 + 0.5·(−1)', '= 0.5')
    """
    terms = [
        f"{number_text(pixel)}·({number_text(weight)})"
        if weight < 0
        else f"{number_text(pixel)}·{number_text(weight)}"
        for pixel, weight in zip(window.flat, kernel.flat, strict=True)
    ]
    if len(terms) > _MAX_TERMS:
        terms = [*terms[: _MAX_TERMS - 2], "…", terms[-1]]
    total = (window * kernel).sum()
    numbers = [*window.flat, *kernel.flat, total]
    sign = "=" if np.allclose([_rounded(value) for value in numbers], numbers, rtol=1e-9) else "≈"
    return " + ".join(terms), f"{sign} {number_text(total)}"


def number_text(value: float) -> str:
    """Un número con tres cifras, o las del entero, y su signo menos.

    Examples
    --------
    >>> number_text(-0.12345), number_text(1234.5), number_text(1e-12)
    ('−0.123', '1234', '0')
    """
    value = _rounded(value)
    return (f"{value:.0f}" if abs(value) >= 100 else f"{value:g}").replace("-", "−")


def _rounded(value: float) -> float:
    """Tres cifras, o las del entero; lo que solo es error de redondeo queda en 0."""
    if abs(value) < 1e-9:
        return 0.0
    return float(round(value)) if abs(value) >= 100 else float(f"{value:.3g}")
