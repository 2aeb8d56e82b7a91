"""Figuras de imágenes: una con lo que predijo el modelo, sus probabilidades, una hoja de muchas."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_utils.arguments.class_names import image_captions, output_names
from course_utils.arguments.images import check_images, check_pixels, check_sheet
from course_utils.arguments.labels import check_class_numbers
from course_utils.arguments.numbers import (
    check_count,
    check_same_length,
    check_sample,
    chosen_samples,
)
from course_utils.arguments.scores import check_probability_row, check_probability_table
from course_utils.plotting.style import (
    CORRECT_COLOR,
    CORRECT_MARK,
    NEUTRAL_COLOR,
    OURS,
    SLANTED,
    WIDEST,
    WRONG_COLOR,
    WRONG_MARK,
    check_axes,
    remove_ours,
    write_label,
)

_LETTER = 0.09  # pulgadas: lo que ocupa cada letra de un pie, de media y con holgura


def plot_image(
    i: int,
    predictions_array: ArrayLike,
    true_label: ArrayLike,
    img: ArrayLike,
    *,
    class_names: Sequence[str] | None = None,
    cmap: str = "gray",
    ax: Axes | None = None,
) -> Axes:
    """Dibuja la imagen ``i`` y, debajo, lo que predijo el modelo y lo que es.

    El pie va en azul con ✓ si la predicción acierta, y en naranja con ✗ si falla. Dibujar otra vez
    sobre los mismos ejes sustituye lo que estas funciones hubieran dibujado antes.

    Parameters
    ----------
    i : int
        Posición de la muestra en ``true_label`` y en ``img``.
    predictions_array : array_like of float, shape (n_clases,)
        Probabilidades de esa muestra: una fila, ``predictions[i]``.
    true_label : array_like of int, shape (n_muestras,)
        Todas las etiquetas reales, de 0 a n_clases - 1.
    img : array_like, shape (n_muestras, alto, ancho[, 1 o 3])
        Todas las imágenes: uint8 de 0 a 255, o decimales de 0 a 1.
    class_names : sequence of str, optional
        Un nombre por clase. Sin nombres se escribe «clase 9».
    cmap : str, default "gray"
        Mapa de color de las imágenes grises: 0 es negro. Con "binary", 0 es blanco.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en los ejes **actuales** (``plt.gca()``).

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con la imagen.

    Raises
    ------
    TypeError
        Si llega una etiqueta suelta en vez de todas, o algún argumento no es del tipo debido.
    ValueError
        Si las formas no encajan, o no son probabilidades, o faltan nombres de clases.
    IndexError
        Si no hay muestra ``i``.

    Examples
    --------
    >>> imagenes = np.zeros((2, 28, 28), dtype="uint8")
    >>> ax = plot_image(1, [0.1, 0.9], [0, 1], imagenes, class_names=["Bolso", "Bota"])
    >>> print(ax.get_xlabel())
    ✓ Bota 90 %
    (real: Bota)
    >>> plt.close()
    """
    row = check_probability_row(predictions_array)
    labels = check_class_numbers(true_label, len(row), "true_label")
    images = check_images(img, "img")
    check_same_length({"true_label": labels, "img": images})
    check_sample(i, len(labels))
    check_pixels(images[i])
    names = output_names(class_names, n_classes=len(row))
    ax = _current_axes(ax)
    remove_ours(ax)
    draw_image(ax, images[i], cmap)
    _write_caption(ax, row, labels[i], names)
    return ax


def plot_value_array(
    i: int,
    predictions_array: ArrayLike,
    true_label: ArrayLike,
    *,
    class_names: Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja con barras la probabilidad que el modelo da a cada clase para la muestra ``i``.

    La barra de la clase real es azul y lleva ✓; si el modelo falla, la de la clase predicha es
    naranja y lleva ✗; las demás son grises.

    Parameters
    ----------
    i : int
        Posición de la muestra en ``true_label``.
    predictions_array : array_like of float, shape (n_clases,)
        Probabilidades de esa muestra: una fila, ``predictions[i]``.
    true_label : array_like of int, shape (n_muestras,)
        Todas las etiquetas reales, de 0 a n_clases - 1.
    class_names : sequence of str, optional
        Un nombre por clase. Sin nombres, el eje muestra los números de clase.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en los ejes **actuales** (``plt.gca()``).

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con las barras.

    Raises
    ------
    TypeError
        Si llega una etiqueta suelta en vez de todas, o algún argumento no es del tipo debido.
    ValueError
        Si las formas no encajan, o no son probabilidades, o faltan nombres de clases.
    IndexError
        Si no hay muestra ``i``.

    Examples
    --------
    >>> ax = plot_value_array(0, [0.2, 0.7, 0.1], [1])
    >>> [float(barra.get_height()) for barra in ax.patches]
    [0.2, 0.7, 0.1]
    >>> plt.close()
    """
    row = check_probability_row(predictions_array)
    labels = check_class_numbers(true_label, len(row), "true_label")
    check_sample(i, len(labels))
    names = output_names(class_names, n_classes=len(row))
    ax = _current_axes(ax)
    remove_ours(ax)
    _draw_bars(ax, row, labels[i])
    if class_names is None:
        ax.set_xticks(range(len(row)))
    else:
        ax.set_xticks(range(len(row)), names, **SLANTED)
    write_label(ax.xaxis.label, "Clase")
    write_label(ax.yaxis.label, "Probabilidad")
    return ax


def plot_image_grid(
    images: ArrayLike,
    labels: ArrayLike | None = None,
    *,
    class_names: Sequence[str] | None = None,
    columns: int = 5,
    cmap: str = "gray",
    title: str | None = None,
) -> Figure:
    """Dibuja varias imágenes en una cuadrícula, con su etiqueta debajo.

    Parameters
    ----------
    images : array_like, shape (n_imagenes, alto, ancho[, 1 o 3])
        Hasta 100 imágenes: uint8 de 0 a 255, o decimales de 0 a 1.
    labels : array_like of int or str, shape (n_imagenes,), optional
        La etiqueta de cada una. Los textos se escriben tal cual; los enteros, con su nombre.
    class_names : sequence of str, optional
        El nombre de la clase 0, de la 1, etc. Sin nombres se escribe «clase 9».
    columns : int, default 5
        Imágenes por fila; menos, si sus etiquetas no caben una al lado de otra en una hoja A4.
    cmap : str, default "gray"
        Mapa de color de las imágenes grises: 0 es negro. Con "binary", 0 es blanco.
    title : str, optional
        Título de la hoja.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva; ``figura.axes`` tiene unos ejes por imagen.

    Raises
    ------
    TypeError, ValueError
        Si las imágenes o las etiquetas no tienen la forma, el tipo o los valores debidos.

    Examples
    --------
    >>> imagenes = np.zeros((3, 28, 28), dtype="uint8")
    >>> figura = plot_image_grid(imagenes, [0, 1, 0], class_names=["Bolso", "Bota"])
    >>> [ax.get_xlabel() for ax in figura.axes]
    ['Bolso', 'Bota', 'Bolso']
    >>> plt.close()
    """
    images = check_images(images, "images")
    check_count(columns, "columns")
    check_sheet(images)
    check_pixels(images)
    captions = image_captions(labels, class_names, len(images))
    longest = max(map(len, captions))
    columns = min(columns, len(images), max(1, int(WIDEST / (_LETTER * (longest + 1)))))
    rows = -(-len(images) // columns)
    side = min(1.6, WIDEST / columns)
    height = side * images.shape[1] / images.shape[2] + (0.3 if labels is not None else 0.05)
    fig = plt.figure(figsize=(max(3, side * columns), height * rows), layout="constrained")
    for k, (image, caption) in enumerate(zip(images, captions, strict=True)):
        ax = fig.add_subplot(rows, columns, k + 1)
        draw_image(ax, image, cmap)
        ax.set_xlabel(caption)
    if title is not None:
        fig.suptitle(title)
    return fig


def plot_predictions(
    predictions: ArrayLike,
    true_labels: ArrayLike,
    images: ArrayLike,
    *,
    class_names: Sequence[str] | None = None,
    rows: int = 5,
    columns: int = 3,
    indices: ArrayLike | None = None,
    cmap: str = "gray",
) -> Figure:
    """Dibuja una hoja de predicciones: cada imagen junto a sus probabilidades.

    Parameters
    ----------
    predictions : array_like of float, shape (n_muestras, n_clases)
        Probabilidades de todas las muestras, como las da ``model.predict`` con *softmax*.
    true_labels : array_like of int, shape (n_muestras,)
        Etiquetas reales, de 0 a n_clases - 1.
    images : array_like, shape (n_muestras, alto, ancho[, 1 o 3])
        Las imágenes: uint8 de 0 a 255, o decimales de 0 a 1.
    class_names : sequence of str, optional
        Un nombre por clase. Sin nombres se escribe «clase 9».
    rows, columns : int, default 5 and 3
        Tamaño máximo de la hoja, en parejas de imagen y barras.
    indices : array_like of int, optional
        Qué muestras dibujar, en ese orden; por ejemplo, solo los fallos. Sin él, las primeras.
    cmap : str, default "gray"
        Mapa de color de las imágenes grises: 0 es negro. Con "binary", 0 es blanco.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva; en ``figura.axes`` se alternan imagen y barras.

    Raises
    ------
    TypeError, ValueError
        Si las formas no encajan, o no son probabilidades, o faltan nombres de clases.
    IndexError
        Si ``indices`` pide una muestra que no existe.

    Examples
    --------
    >>> imagenes = np.zeros((2, 28, 28), dtype="uint8")
    >>> figura = plot_predictions([[0.9, 0.1], [0.8, 0.2]], [0, 1], imagenes)
    >>> print(figura.axes[2].get_xlabel())
    ✗ clase 0 80 %
    (real: clase 1)
    >>> plt.close()
    """
    probabilities = check_probability_table(predictions)
    n_classes = probabilities.shape[1]
    labels = check_class_numbers(true_labels, n_classes, "true_labels")
    images = check_images(images, "images")
    check_same_length({"predictions": probabilities, "true_labels": labels, "images": images})
    names = output_names(class_names, n_classes=n_classes)
    chosen = chosen_samples(indices, len(labels), rows, columns)
    check_pixels(images[chosen])

    columns = min(columns, len(chosen))
    rows = -(-len(chosen) // columns)
    # Dos parejas por fila caben a lo ancho del papel; tres, con la letra más pequeña.
    size, width, height = ("medium", 3.75, 1.9) if columns < 3 else ("small", 2.5, 1.6)
    fig = plt.figure(figsize=(width * columns, height * rows + 1), layout="constrained")
    if columns > 2:
        fig.get_layout_engine().set(w_pad=0.02, wspace=0, rect=(0.02, 0, 0.97, 1))
    grid = fig.add_gridspec(rows, 2 * columns, width_ratios=[1.1, 1] * columns)
    for k, i in enumerate(chosen):
        row, column = divmod(k, columns)
        image_ax = fig.add_subplot(grid[row, 2 * column])
        draw_image(image_ax, images[i], cmap)
        _write_caption(image_ax, probabilities[i], labels[i], names)
        image_ax.xaxis.label.set_size(size)
        bars_ax = fig.add_subplot(grid[row, 2 * column + 1])
        _draw_bars(bars_ax, probabilities[i], labels[i])
        # Los nombres, una sola vez por columna: bajo las últimas barras.
        last = k + columns >= len(chosen)
        ticks = [str(c) for c in range(n_classes)] if class_names is None else names
        rotation = 0 if class_names is None else 90
        bars_ax.set_xticks(range(n_classes), ticks if last else [""] * n_classes, rotation=rotation)
        # Todas van de 0 a 1: con decirlo a la izquierda, las barras tienen más sitio.
        bars_ax.tick_params(labelsize=size, labelleft=columns < 3 or column == 0)
    fig.suptitle(
        "Probabilidad de cada clase\n"
        f"{CORRECT_MARK} azul: la real   {WRONG_MARK} naranja: predicción equivocada",
        fontsize="medium",
    )
    return fig


# --- Dibujar -----------------------------------------------------------------------------------


def draw_image(ax: Axes, image: np.ndarray, cmap: str) -> None:
    """Dibuja una imagen sola, sin marcas en los ejes: uint8 de 0 a 255, o de 0 a 1."""
    if image.shape[-1] == 1 and image.ndim == 3:
        image = image[..., 0]
    # Límites fijos: sin ellos Matplotlib estira el contraste y una imagen oscura parece clara.
    show_pixels(ax, image, cmap=cmap, vmax=255 if image.dtype == np.uint8 else 1)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.grid(False)


def show_pixels(ax: Axes, pixels: np.ndarray, cmap: str, vmax: float) -> None:
    """Dibuja un array como imagen, de 0 a ``vmax``; ``remove_ours`` sabrá quitarla."""
    drawn = ax.imshow(pixels, cmap=cmap, vmin=0, vmax=vmax)
    drawn.set_label(OURS)
    left, right, bottom, top = drawn.get_extent()
    ax.set(xlim=(left, right), ylim=(bottom, top))  # los ejes pueden traer otros límites


def _write_caption(ax: Axes, row: np.ndarray, label: int, names: list[str]) -> None:
    predicted = int(np.argmax(row))
    correct = predicted == label
    mark, color = (CORRECT_MARK, CORRECT_COLOR) if correct else (WRONG_MARK, WRONG_COLOR)
    text = f"{mark} {names[predicted]} {100 * row[predicted]:.0f} %\n(real: {names[label]})"
    write_label(ax.xaxis.label, text, color=color)


def _draw_bars(ax: Axes, row: np.ndarray, label: int) -> None:
    predicted = int(np.argmax(row))
    colors = [NEUTRAL_COLOR] * len(row)
    marks = {predicted: (WRONG_MARK, WRONG_COLOR), label: (CORRECT_MARK, CORRECT_COLOR)}
    for position, (mark, color) in marks.items():
        colors[position] = color
        # Sobre la barra, para que la clase real se vea aunque su probabilidad sea casi 0.
        text = ax.text(position, row[position] + 0.02, mark, color=color, ha="center")
        text.set_label(OURS)
    for bar in ax.bar(range(len(row)), row, color=colors):
        bar.set_label(OURS)
    ax.set_aspect("auto")
    ax.set_xlim(-0.6, len(row) - 0.4)
    ax.set_ylim(0, 1.2)  # sitio para el signo sobre una barra que llega a 1
    # Cifras cortas: en plt.subplot(1, 2, 2) hay una imagen justo a la izquierda.
    ax.set_yticks([0, 0.5, 1], ["0", "", "1"])
    ax.grid(False)


def _current_axes(ax: Axes | None) -> Axes:
    return plt.gca() if ax is None else check_axes(ax)
