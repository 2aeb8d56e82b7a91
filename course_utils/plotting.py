"""Figuras del curso: cada función recibe datos y dibuja; ninguna calcula ni muestra.

`plot_x(datos, *, ax=None)` dibuja en `ax` o, si no se da, en una figura nueva, y devuelve los ejes.
`plot_image` y `plot_value_array` son la excepción: sin `ax` usan los ejes *actuales*, porque el
código escrito para el conocido tutorial de ropa de TensorFlow llama antes a `plt.subplot`.
Las funciones que llenan una hoja entera (`plot_image_grid`, `plot_predictions`,
`plot_most_confused`) crean su figura y la devuelven.

Para que un cuaderno no enseñe dos veces la misma figura ni escriba `<Axes: ...>`, la celda termina
en `plt.show()`.
"""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from course_utils.inputs import (
    are_probabilities,
    check_count,
    check_same_length,
    check_scores,
    check_threshold,
    is_integer,
)
from course_utils.metrics import check_class_names, check_labels, classification_summary

__all__ = [
    "CORRECT_COLOR",
    "NEUTRAL_COLOR",
    "TRAIN_COLOR",
    "VALIDATION_COLOR",
    "WRONG_COLOR",
    "plot_confusion_matrix",
    "plot_history",
    "plot_image",
    "plot_image_grid",
    "plot_most_confused",
    "plot_precision_recall",
    "plot_predictions",
    "plot_roc",
    "plot_threshold",
    "plot_value_array",
]

# Paleta de Okabe e Ito, que distingue también quien no ve bien el rojo o el verde.
CORRECT_COLOR = "#0072B2"
WRONG_COLOR = "#D55E00"
NEUTRAL_COLOR = "#999999"
# Ni azul ni rojo: en el curso esos dos significan acierto y fallo.
TRAIN_COLOR = "#333333"
VALIDATION_COLOR = "#009E73"

# Varias curvas en los mismos ejes: se distinguen también por el trazo.
_CURVE_COLORS = ("#333333", "#E69F00", "#009E73", "#CC79A7", "#56B4E9")
_CURVE_STYLES = ("-", "--", "-.", ":")

# El color nunca va solo: cada acierto y cada fallo lleva además su signo.
_CORRECT_MARK = "✓"
_WRONG_MARK = "✗"

# El guion bajo inicial hace que Matplotlib no lo muestre en las leyendas.
_OURS = "_course_utils"
# Una curva tiene su rótulo en la leyenda, así que se reconoce por su gid.
_CURVE = "_course_utils_curve"

# Nombres inclinados bajo un eje, con el final de cada uno en su marca.
_SLANTED = {"rotation": 45, "ha": "right", "rotation_mode": "anchor"}

# Más imágenes en una sola hoja no se distinguen, y dibujarlas tarda minutos.
_MAX_IMAGES = 100

# Con más puntos, buscar el mejor sitio para la leyenda tarda, y Matplotlib lo avisa en stderr.
_MANY = 1000

_METRIC_NAMES = {
    "accuracy": "Exactitud",
    "binary_accuracy": "Exactitud",
    "categorical_accuracy": "Exactitud",
    "sparse_categorical_accuracy": "Exactitud",
    "precision": "Precisión",
    "recall": "Exhaustividad",
    "auc": "Área bajo la curva (AUC)",
    "mae": "Error absoluto medio",
    "mean_absolute_error": "Error absoluto medio",
    "mse": "Error cuadrático medio",
    "mean_squared_error": "Error cuadrático medio",
    "root_mean_squared_error": "Raíz del error cuadrático medio",
}


def plot_image(
    i, predictions_array, true_label, img, *, class_names=None, cmap="gray", ax=None
) -> Axes:
    """Dibuja la imagen `i` y, debajo, lo que predijo el modelo y lo que es.

    El pie va en azul con ✓ si la predicción acierta, y en rojo con ✗ si falla. Dibujar otra vez
    sobre los mismos ejes sustituye lo que estas funciones hubieran dibujado antes.

    Parameters
    ----------
    i : int
        Posición de la muestra en `true_label` y en `img`.
    predictions_array : array_like of float, shape (n_clases,)
        Probabilidades de esa muestra: una fila, `predictions[i]`.
    true_label : array_like of int, shape (n_muestras,)
        Todas las etiquetas reales, de 0 a n_clases - 1.
    img : array_like, shape (n_muestras, alto, ancho[, 1 o 3])
        Todas las imágenes: uint8 de 0 a 255, o decimales de 0 a 1.
    class_names : sequence of str, optional
        Un nombre por clase. Sin nombres se escribe «clase 9».
    cmap : str, default "gray"
        Mapa de color de las imágenes grises: 0 es negro. Con "binary", 0 es blanco.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en los ejes **actuales** (`plt.gca()`).

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
        Si no hay muestra `i`.

    Examples
    --------
    >>> imagenes = np.zeros((2, 28, 28), dtype="uint8")
    >>> ax = plot_image(1, [0.1, 0.9], [0, 1], imagenes, class_names=["Bolso", "Bota"])
    >>> print(ax.get_xlabel())
    ✓ Bota 90 %
    (real: Bota)
    >>> plt.close()
    """
    row = _probability_row(predictions_array)
    labels = _true_labels(true_label, n_classes=len(row))
    images = _image_batch(img, "img")
    check_same_length({"true_label": labels, "img": images})
    _check_index(i, len(labels))
    _check_pixels(images[i])
    names = _names(class_names, n_classes=len(row))
    ax = _current_axes(ax)
    _remove_ours(ax)
    _draw_image(ax, images[i], cmap)
    _write_caption(ax, row, labels[i], names)
    return ax


def plot_value_array(i, predictions_array, true_label, *, class_names=None, ax=None) -> Axes:
    """Dibuja con barras la probabilidad que el modelo da a cada clase para la muestra `i`.

    La barra de la clase real es azul y lleva ✓; si el modelo falla, la de la clase predicha es
    roja y lleva ✗; las demás son grises.

    Parameters
    ----------
    i : int
        Posición de la muestra en `true_label`.
    predictions_array : array_like of float, shape (n_clases,)
        Probabilidades de esa muestra: una fila, `predictions[i]`.
    true_label : array_like of int, shape (n_muestras,)
        Todas las etiquetas reales, de 0 a n_clases - 1.
    class_names : sequence of str, optional
        Un nombre por clase. Sin nombres, el eje muestra los números de clase.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en los ejes **actuales** (`plt.gca()`).

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
        Si no hay muestra `i`.

    Examples
    --------
    >>> ax = plot_value_array(0, [0.2, 0.7, 0.1], [1])
    >>> [float(barra.get_height()) for barra in ax.patches]
    [0.2, 0.7, 0.1]
    >>> plt.close()
    """
    row = _probability_row(predictions_array)
    labels = _true_labels(true_label, n_classes=len(row))
    _check_index(i, len(labels))
    names = _names(class_names, n_classes=len(row))
    ax = _current_axes(ax)
    _remove_ours(ax)
    _draw_bars(ax, row, labels[i])
    if class_names is None:
        ax.set_xticks(range(len(row)))
    else:
        ax.set_xticks(range(len(row)), names, **_SLANTED)
    _label(ax.xaxis.label, "Clase")
    _label(ax.yaxis.label, "Probabilidad")
    return ax


def plot_image_grid(
    images, labels=None, *, class_names=None, columns=5, cmap="gray", title=None
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
        Imágenes por fila.
    cmap : str, default "gray"
        Mapa de color de las imágenes grises: 0 es negro. Con "binary", 0 es blanco.
    title : str, optional
        Título de la hoja.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva; `figura.axes` tiene unos ejes por imagen.

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
    images = _image_batch(images, "images")
    check_count(columns, "columns")
    if len(images) > _MAX_IMAGES:
        raise ValueError(
            f"images contiene {len(images)} imágenes de {images.shape[1:]}; en una hoja caben "
            f"{_MAX_IMAGES}. Pasa una parte, por ejemplo images[:25]; si es una sola imagen, [img]."
        )
    _check_pixels(images)
    captions = _grid_captions(labels, class_names, len(images))
    columns = min(columns, len(images))
    rows = -(-len(images) // columns)
    height = 1.6 * images.shape[1] / images.shape[2] + (0.3 if labels is not None else 0.05)
    fig = plt.figure(figsize=(max(3, 1.6 * columns), height * rows), layout="constrained")
    for k, (image, caption) in enumerate(zip(images, captions, strict=True)):
        ax = fig.add_subplot(rows, columns, k + 1)
        _draw_image(ax, image, cmap)
        ax.set_xlabel(caption)
    if title is not None:
        fig.suptitle(title)
    return fig


def plot_predictions(
    predictions,
    true_labels,
    images,
    *,
    class_names=None,
    rows=5,
    columns=3,
    indices=None,
    cmap="gray",
) -> Figure:
    """Dibuja una hoja de predicciones: cada imagen junto a sus probabilidades.

    Parameters
    ----------
    predictions : array_like of float, shape (n_muestras, n_clases)
        Probabilidades de todas las muestras, como las da `model.predict` con *softmax*.
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
        La figura nueva; en `figura.axes` se alternan imagen y barras.

    Raises
    ------
    TypeError, ValueError
        Si las formas no encajan, o no son probabilidades, o faltan nombres de clases.
    IndexError
        Si `indices` pide una muestra que no existe.

    Examples
    --------
    >>> imagenes = np.zeros((2, 28, 28), dtype="uint8")
    >>> figura = plot_predictions([[0.9, 0.1], [0.8, 0.2]], [0, 1], imagenes)
    >>> print(figura.axes[2].get_xlabel())
    ✗ clase 0 80 %
    (real: clase 1)
    >>> plt.close()
    """
    probabilities = _probability_table(predictions)
    n_classes = probabilities.shape[1]
    labels = _true_labels(true_labels, n_classes=n_classes, name="true_labels")
    images = _image_batch(images, "images")
    check_same_length({"predictions": probabilities, "true_labels": labels, "images": images})
    names = _names(class_names, n_classes=n_classes)
    chosen = _chosen_indices(indices, len(labels), rows, columns)
    _check_pixels(images[chosen])

    columns = min(columns, len(chosen))
    rows = -(-len(chosen) // columns)
    fig = plt.figure(figsize=(4 * columns, 1.9 * rows + 1), layout="constrained")
    grid = fig.add_gridspec(rows, 2 * columns)
    for k, i in enumerate(chosen):
        row, column = divmod(k, columns)
        image_ax = fig.add_subplot(grid[row, 2 * column])
        _draw_image(image_ax, images[i], cmap)
        _write_caption(image_ax, probabilities[i], labels[i], names)
        bars_ax = fig.add_subplot(grid[row, 2 * column + 1])
        _draw_bars(bars_ax, probabilities[i], labels[i])
        # Los nombres, una sola vez por columna: bajo las últimas barras.
        last = k + columns >= len(chosen)
        ticks = [str(c) for c in range(n_classes)] if class_names is None else names
        rotation = 0 if class_names is None else 90
        bars_ax.set_xticks(range(n_classes), ticks if last else [""] * n_classes, rotation=rotation)
    fig.suptitle(
        "Probabilidad de cada clase\n"
        f"{_CORRECT_MARK} azul: la real   {_WRONG_MARK} rojo: predicción equivocada",
        fontsize="medium",
    )
    return fig


def plot_history(history, *, metric=None, axes=None) -> np.ndarray:
    """Dibuja la pérdida y una métrica a lo largo de las épocas.

    La línea vertical señala la época con menor pérdida de validación, si hubo validación. Si el
    entrenamiento divergió (la pérdida es nan o infinita), la figura lo dice.

    Parameters
    ----------
    history : keras.callbacks.History or dict
        Lo que devuelve `model.fit`, o su `.history`: listas con un valor por época.
    metric : str, optional
        Métrica de la derecha, por ejemplo "accuracy". Sin ella, la primera que no sea la pérdida;
        si no hay ninguna, solo se dibuja la pérdida.
    axes : sequence of matplotlib.axes.Axes, optional
        Los ejes de la pérdida y los de la métrica. Sin ellos, en una figura nueva.

    Returns
    -------
    numpy.ndarray of matplotlib.axes.Axes, shape (2,) o (1,)
        Los ejes de la pérdida y, si hay métrica, los suyos.

    Raises
    ------
    TypeError
        Si `history` no es un historial, o `axes` no son ejes.
    ValueError
        Si el historial está vacío o incompleto, la métrica no existe o el número de ejes no
        coincide.

    Examples
    --------
    >>> historial = {"loss": [0.9, 0.5], "accuracy": [0.6, 0.8], "val_loss": [0.8, 0.7]}
    >>> axes = plot_history(historial)
    >>> [ax.get_ylabel() for ax in axes]
    ['Pérdida', 'Exactitud']
    >>> plt.close()
    """
    series = _history_series(history)
    metric = _choose_metric(series, metric)
    keys = ["loss"] if metric is None else ["loss", metric]
    epochs = _epoch_numbers(history, len(series["loss"]))
    if axes is None:
        _, axes = plt.subplots(
            1, len(keys), figsize=(5 * len(keys), 3.5), layout="constrained", squeeze=False
        )
    axes = _check_axes_sequence(axes, len(keys))
    best = _best_epoch(series.get("val_loss"), epochs)
    for ax, key in zip(axes, keys, strict=True):
        _draw_curves(ax, epochs, series[key], series.get(f"val_{key}"), _metric_name(key), best)
    _note_divergence(axes[0], series, epochs)
    return axes


def plot_confusion_matrix(y_true, y_pred, *, class_names=None, normalize=False, ax=None) -> Axes:
    """Dibuja la matriz de confusión: filas, la clase real; columnas, la predicha.

    Parameters
    ----------
    y_true, y_pred : array_like of int, bool or str, shape (n_muestras,)
        Etiquetas reales y etiquetas predichas (no probabilidades).
    class_names : sequence of str, optional
        El nombre de la clase 0, de la 1, etc. Sin nombres se usan las etiquetas.
    normalize : bool, default False
        False escribe recuentos; True, el porcentaje de cada clase real (cada fila suma 100 %).
        Una fila sin muestras lleva «–».
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con la matriz.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que `course_utils.metrics.classification_summary`, y `ax` que no sea
        unos ejes.

    Examples
    --------
    >>> ax = plot_confusion_matrix([0, 0, 1], [0, 1, 1], class_names=["no", "sí"])
    >>> [texto.get_text() for texto in ax.texts]
    ['1', '1', '0', '1']
    >>> plt.close()
    """
    summary = classification_summary(y_true, y_pred, class_names=class_names)
    counts = summary.confusion_matrix
    names = [row.name for row in summary.rows]
    support = counts.sum(axis=1, keepdims=True)
    shares = np.divide(counts, support, out=np.zeros(counts.shape), where=support > 0)
    side = max(4, 0.55 * len(names) + 1.5)
    ax = _axes_or_new(ax, figsize=(side, side))
    _remove_ours(ax)

    fontsize = "small" if len(names) > 5 else "large"
    # Se colorea siempre por fila: una clase con pocas muestras se lee igual que las demás.
    _show(ax, shares, cmap="Blues", vmax=1)
    for (row, column), share in np.ndenumerate(shares):
        text = str(counts[row, column])
        if normalize:
            text = f"{100 * share:.0f} %" if support[row, 0] else "–"
        color = "white" if share > 0.7 else "black"  # en Blues, ahí el blanco gana contraste
        cell = ax.text(column, row, text, ha="center", va="center", color=color, fontsize=fontsize)
        cell.set_label(_OURS)
    ax.set_xticks(range(len(names)), names, **(_SLANTED if max(map(len, names)) > 2 else {}))
    ax.set_yticks(range(len(names)), names)
    _label(ax.xaxis.label, "Clase predicha")
    _label(ax.yaxis.label, "Clase real")
    unit = "% de cada clase real" if normalize else "número de muestras"
    _label(ax.title, f"Matriz de confusión\n({unit})")
    return ax


def plot_most_confused(
    y_true, y_pred, images, *, class_names=None, n_pairs=3, examples=5, cmap="gray"
) -> Figure:
    """Dibuja las confusiones más frecuentes, una por fila, con imágenes de ejemplo.

    Parameters
    ----------
    y_true, y_pred : array_like of int, bool or str, shape (n_muestras,)
        Etiquetas reales y etiquetas predichas (no probabilidades).
    images : array_like, shape (n_muestras, alto, ancho[, 1 o 3])
        Las imágenes: uint8 de 0 a 255, o decimales de 0 a 1.
    class_names : sequence of str, optional
        El nombre de la clase 0, de la 1, etc. Sin nombres se escribe «clase 9».
    n_pairs : int, default 3
        Cuántas confusiones mostrar, como mucho. Los empates siguen el orden de las clases.
    examples : int, default 5
        Cuántas imágenes de cada una, como mucho: las primeras.
    cmap : str, default "gray"
        Mapa de color de las imágenes grises: 0 es negro. Con "binary", 0 es blanco.

    Returns
    -------
    matplotlib.figure.Figure
        La figura nueva. Si no hay ningún error, lo dice y no tiene imágenes.

    Raises
    ------
    TypeError, ValueError
        Si las etiquetas o las imágenes no tienen la forma, el tipo o los valores debidos.

    Examples
    --------
    >>> imagenes = np.zeros((3, 28, 28), dtype="uint8")
    >>> figura = plot_most_confused([0, 0, 1], [1, 1, 1], imagenes)
    >>> print(figura.axes[0].texts[0].get_text())
    real: clase 0
    predicha: clase 1
    2 errores
    >>> plt.close()
    """
    summary = classification_summary(y_true, y_pred, class_names=class_names)
    images = _image_batch(images, "images")
    check_same_length({"y_true": y_true, "images": images})
    check_count(n_pairs, "n_pairs")
    check_count(examples, "examples")
    pairs = _confused_pairs(summary, y_true, y_pred)[:n_pairs]
    if not pairs:
        return _no_errors_figure()
    _check_pixels(images[np.concatenate([where[:examples] for *_, where in pairs])])

    fig = plt.figure(figsize=(2 + 1.4 * examples, 1.4 * len(pairs) + 0.4), layout="constrained")
    grid = fig.add_gridspec(len(pairs), examples + 1, width_ratios=[1.5] + [1] * examples)
    for row, (real, predicted, where) in enumerate(pairs):
        ax = fig.add_subplot(grid[row, 0])
        ax.set_axis_off()
        ax.text(0, 0.5, _pair_text(real, predicted, len(where), class_names), va="center")
        for column, i in enumerate(where[:examples]):
            _draw_image(fig.add_subplot(grid[row, column + 1]), images[i], cmap)
    fig.suptitle("Las confusiones más frecuentes")
    return fig


def plot_roc(y_true, scores, *, label=None, ax=None) -> Axes:
    """Dibuja la curva ROC: qué se gana y qué se paga al bajar el umbral.

    Dos llamadas con los mismos `ax` comparan dos modelos: cada curva lleva su color y su trazo.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_muestras,)
        Etiquetas reales: 1 es la clase positiva y 0 la otra. Debe haber de las dos.
    scores : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Puntuación de la clase positiva: una probabilidad o cualquier número real, mayor cuanto
        más seguro está el modelo.
    label : str, optional
        Nombre del modelo en la leyenda, delante del área bajo la curva (AUC).
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con la curva y, en gris, la de quien responde al azar.

    Raises
    ------
    TypeError
        Si las etiquetas o las puntuaciones no son números, o `ax` no son unos ejes.
    ValueError
        Si falta una de las dos clases, hay puntuaciones nan o infinitas, o las longitudes no
        coinciden.

    Examples
    --------
    >>> ax = plot_roc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], label="red")
    >>> ax.get_legend_handles_labels()[1]
    ['Al azar (AUC 0.50)', 'red (AUC 0.75)']
    >>> plt.close()
    """
    from sklearn.metrics import roc_auc_score, roc_curve

    y_true, scores = _binary_scores(y_true, scores)
    false_positive_rate, recall, _ = roc_curve(y_true, scores)
    area = f"AUC {roc_auc_score(y_true, scores):.2f}"
    ax = _axes_or_new(ax, figsize=(5, 5))
    if not _curves(ax):
        ax.plot([0, 1], [0, 1], ":", color=NEUTRAL_COLOR, label="Al azar (AUC 0.50)")
    _draw_score_curve(ax, false_positive_rate, recall, _curve_name(label, area))
    _label(ax.xaxis.label, "Tasa de falsos positivos")
    _label(ax.yaxis.label, "Exhaustividad (tasa de verdaderos positivos)")
    _label(ax.title, "Curva ROC")
    ax.legend(loc="lower right", fontsize="small")
    return ax


def plot_precision_recall(y_true, scores, *, label=None, ax=None) -> Axes:
    """Dibuja la precisión frente a la exhaustividad, para todos los umbrales.

    Con pocos positivos dice más que la curva ROC. La línea gris es la precisión de quien responde
    al azar: la fracción de positivos. Dos llamadas con los mismos `ax` comparan dos modelos.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_muestras,)
        Etiquetas reales: 1 es la clase positiva y 0 la otra. Debe haber de las dos.
    scores : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Puntuación de la clase positiva: una probabilidad o cualquier número real, mayor cuanto
        más seguro está el modelo.
    label : str, optional
        Nombre del modelo en la leyenda, delante de la precisión media (AP).
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con la curva.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que `plot_roc`.

    Examples
    --------
    >>> ax = plot_precision_recall([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
    >>> ax.get_legend_handles_labels()[1]
    ['Al azar (0.50 de positivos)', 'AP 0.83']
    >>> plt.close()
    """
    from sklearn.metrics import average_precision_score, precision_recall_curve

    y_true, scores = _binary_scores(y_true, scores)
    precision, recall, _ = precision_recall_curve(y_true, scores)
    area = f"AP {average_precision_score(y_true, scores):.2f}"
    ax = _axes_or_new(ax, figsize=(5, 5))
    # Otra curva sobre los mismos datos tiene la misma referencia: se dibuja una sola vez.
    baseline = f"Al azar ({_rate_text(y_true.mean())} de positivos)"
    if baseline not in ax.get_legend_handles_labels()[1]:
        ax.axhline(y_true.mean(), ls=":", color=NEUTRAL_COLOR, label=baseline)
    # Escalones, como suma scikit-learn la precisión media; unir los puntos prometería de más.
    _draw_score_curve(ax, recall, precision, _curve_name(label, area), drawstyle="steps-post")
    _label(ax.xaxis.label, "Exhaustividad")
    _label(ax.yaxis.label, "Precisión")
    _label(ax.title, "Precisión y exhaustividad")
    ax.legend(loc="best" if len(scores) <= _MANY else "center left", fontsize="small")
    return ax


def plot_threshold(y_true, scores, threshold, *, ax=None) -> Axes:
    """Dibuja la precisión y la exhaustividad según el umbral, y marca sus valores en uno.

    Se predice la clase positiva cuando la puntuación es mayor o igual que el umbral. Por encima
    de la puntuación más alta no se predice ningún positivo y la precisión no está definida: ahí
    no hay curva.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_muestras,)
        Etiquetas reales: 1 es la clase positiva y 0 la otra. Debe haber de las dos.
    scores : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Puntuación de la clase positiva: una probabilidad o cualquier número real.
    threshold : float
        El umbral que se marca. Si todas las puntuaciones van de 0 a 1, él también.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con las dos curvas.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que `plot_roc`, y un umbral que no es un número finito o que está fuera
        de [0, 1] cuando las puntuaciones son probabilidades.

    Examples
    --------
    >>> ax = plot_threshold([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.3)
    >>> ax.get_legend_handles_labels()[1]
    ['Precisión: 0.67', 'Exhaustividad: 1.00', 'Umbral: 0.3']
    >>> plt.close()
    """
    from sklearn.metrics import precision_recall_curve

    y_true, scores = _binary_scores(y_true, scores)
    threshold = check_threshold(threshold, scores)
    precision, recall, thresholds = precision_recall_curve(y_true, scores)
    low, high = _threshold_range(scores, threshold)
    # El primer umbral que no es menor que el pedido acepta las mismas muestras que él.
    chosen = int(np.searchsorted(thresholds, threshold))
    at = (precision[chosen] if chosen < len(thresholds) else np.nan, recall[chosen])

    ax = _axes_or_new(ax, figsize=(6, 4))
    # Cada valor rige desde el umbral anterior, sin incluirlo, hasta el suyo.
    x = np.concatenate([[low], thresholds, [high]])
    precision = np.concatenate([precision[:1], precision[:-1], [np.nan]])
    recall = np.concatenate([recall[:1], recall])
    curves = [
        ("Precisión", precision, at[0], _CURVE_COLORS[0], "-", "o"),
        ("Exhaustividad", recall, at[1], _CURVE_COLORS[1], "--", "s"),
    ]
    for name, values, value, color, style, marker in curves:
        text = f"{name}: {value:.2f}" if np.isfinite(value) else f"{name}: sin definir"
        ax.plot(x, values, style, color=color, drawstyle="steps-pre", label=text)
        ax.plot([threshold], [value], marker, color=color, markeredgecolor="black", ms=8, zorder=4)
    ax.axvline(threshold, color=NEUTRAL_COLOR, ls=":", label=f"Umbral: {threshold:.3g}")
    margin = 0.02 * (high - low)
    ax.set(xlim=(low - margin, high + margin), ylim=(-0.05, 1.1))
    _write_values(ax, threshold, at)
    _label(ax.xaxis.label, "Umbral (puntuación desde la que se predice positivo)")
    _label(ax.yaxis.label, "Precisión y exhaustividad")
    _label(ax.title, "Precisión y exhaustividad según el umbral")
    ax.legend(loc="best" if len(scores) <= _MANY else "lower left", fontsize="small")
    return ax


# --- Dibujar -----------------------------------------------------------------------------------


def _draw_image(ax: Axes, image: np.ndarray, cmap: str) -> None:
    if image.shape[-1] == 1 and image.ndim == 3:
        image = image[..., 0]
    # Límites fijos: sin ellos Matplotlib estira el contraste y una imagen oscura parece clara.
    _show(ax, image, cmap=cmap, vmax=255 if image.dtype == np.uint8 else 1)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.grid(False)


def _show(ax: Axes, pixels: np.ndarray, cmap: str, vmax: float) -> None:
    drawn = ax.imshow(pixels, cmap=cmap, vmin=0, vmax=vmax)
    drawn.set_label(_OURS)
    left, right, bottom, top = drawn.get_extent()
    ax.set(xlim=(left, right), ylim=(bottom, top))  # los ejes pueden traer otros límites


def _write_caption(ax: Axes, row: np.ndarray, label: int, names: list[str]) -> None:
    predicted = int(np.argmax(row))
    correct = predicted == label
    mark, color = (_CORRECT_MARK, CORRECT_COLOR) if correct else (_WRONG_MARK, WRONG_COLOR)
    text = f"{mark} {names[predicted]} {100 * row[predicted]:.0f} %\n(real: {names[label]})"
    _label(ax.xaxis.label, text, color=color)


def _draw_bars(ax: Axes, row: np.ndarray, label: int) -> None:
    predicted = int(np.argmax(row))
    colors = [NEUTRAL_COLOR] * len(row)
    marks = {predicted: (_WRONG_MARK, WRONG_COLOR), label: (_CORRECT_MARK, CORRECT_COLOR)}
    for position, (mark, color) in marks.items():
        colors[position] = color
        # Sobre la barra, para que la clase real se vea aunque su probabilidad sea casi 0.
        text = ax.text(position, row[position] + 0.02, mark, color=color, ha="center")
        text.set_label(_OURS)
    for bar in ax.bar(range(len(row)), row, color=colors):
        bar.set_label(_OURS)
    ax.set_aspect("auto")
    ax.set_xlim(-0.6, len(row) - 0.4)
    ax.set_ylim(0, 1.2)  # sitio para el signo sobre una barra que llega a 1
    # Cifras cortas: en plt.subplot(1, 2, 2) hay una imagen justo a la izquierda.
    ax.set_yticks([0, 0.5, 1], ["0", "", "1"])
    ax.grid(False)


def _draw_curves(ax, epochs, train, validation, name, best) -> None:
    # Con muchas épocas los marcadores se tocan; con pocas, hacen visible un único punto.
    markers = ("o", "s") if len(epochs) <= 30 else ("", "")
    ax.plot(epochs, train, "-", marker=markers[0], color=TRAIN_COLOR, label="Entrenamiento")
    if validation is not None:
        ax.plot(
            epochs, validation, "--", marker=markers[1], color=VALIDATION_COLOR, label="Validación"
        )
    if best is not None:
        label = f"Menor pérdida de validación: época {best}"
        ax.axvline(best, color=NEUTRAL_COLOR, linestyle=":", label=label)
    ax.set_xlim(epochs[0] - 0.5, epochs[-1] + 0.5)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
    _label(ax.xaxis.label, "Época")
    _label(ax.yaxis.label, name)
    _label(ax.title, name)
    ax.legend(fontsize="small")


def _draw_score_curve(ax: Axes, x, y, name: str, **style) -> None:
    k = len(_curves(ax))
    color = _CURVE_COLORS[k % len(_CURVE_COLORS)]
    line_style = _CURVE_STYLES[k % len(_CURVE_STYLES)]
    ax.plot(x, y, line_style, color=color, label=name, gid=_CURVE, **style)
    ax.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.05))


def _curves(ax: Axes) -> list:
    return [line for line in ax.lines if line.get_gid() == _CURVE]


def _write_values(ax: Axes, x: float, values: tuple[float, float]) -> None:
    """Escribe los dos valores junto a sus marcas: el mayor encima y el menor debajo."""
    values = [value for value in values if np.isfinite(value)]
    low, high = ax.get_xlim()
    left = x > low + 0.85 * (high - low)  # a la derecha no hay sitio
    for value in values:
        above = value == max(values)
        ax.annotate(
            f"{value:.2f}",
            (x, value),
            xytext=(-7 if left else 7, 5 if above else -5),
            textcoords="offset points",
            ha="right" if left else "left",
            va="bottom" if above else "top",
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 0.5},
            zorder=5,
        )


def _note_divergence(ax: Axes, series: dict[str, np.ndarray], epochs: np.ndarray) -> None:
    broken = ~np.isfinite(series["loss"])
    if broken.any():
        text = f"Desde la época {epochs[broken.argmax()]}\nla pérdida es nan o infinita"
        box = {"facecolor": "white", "edgecolor": WRONG_COLOR}
        ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", bbox=box)


def _label(artist, text: str, **style) -> None:
    """Escribe un título o rótulo, salvo que quien llama ya haya puesto el suyo."""
    if not artist.get_text():
        artist.set(text=text, **style)
        artist.set_label(_OURS)


def _remove_ours(ax: Axes) -> None:
    """Quita lo que dejó una llamada anterior en los mismos ejes: si no, se verían las dos."""
    for artist in [*ax.images, *ax.patches, *ax.texts]:
        if artist.get_label() == _OURS:
            artist.remove()
    for artist in (ax.title, ax.xaxis.label, ax.yaxis.label):
        if artist.get_label() == _OURS:
            artist.set(text="", label="")
    if not ax.get_xlabel():
        ax.xaxis.label.set_color(plt.rcParams["axes.labelcolor"])


def _no_errors_figure() -> Figure:
    fig, ax = plt.subplots(figsize=(5, 1.5), layout="constrained")
    ax.set_axis_off()
    message = f"{_CORRECT_MARK} Ningún error: todas las predicciones aciertan"
    ax.text(0.5, 0.5, message, ha="center", va="center", color=CORRECT_COLOR)
    return fig


def _axes_or_new(ax: Axes | None, figsize: tuple[float, float]) -> Axes:
    if ax is None:
        return plt.figure(figsize=figsize, layout="constrained").add_subplot()
    return _check_axes(ax)


def _current_axes(ax: Axes | None) -> Axes:
    return plt.gca() if ax is None else _check_axes(ax)


# --- Nombres y textos --------------------------------------------------------------------------


def _names(class_names, n_classes: int) -> list[str]:
    """El nombre de cada clase; nunca uno inventado."""
    if class_names is None:
        return [f"clase {number}" for number in range(n_classes)]
    names = check_class_names(class_names)
    if len(names) != n_classes:
        raise ValueError(
            f"class_names tiene {len(names)} nombres y hay {n_classes} probabilidades por muestra; "
            "debe haber un nombre por clase, en el orden de las salidas de la red."
        )
    return names


def _grid_captions(labels, class_names, n_images: int) -> list[str]:
    if labels is None:
        return [""] * n_images
    labels = check_labels(labels, "labels")
    if len(labels) != n_images:
        raise ValueError(
            f"images contiene {n_images} imágenes y labels {len(labels)} etiquetas; debe haber "
            "una por imagen. ¿Recortaste solo una de las dos?"
        )
    if labels.dtype.kind == "U":
        return labels.tolist()
    if class_names is None:
        return [f"clase {label}" for label in labels]
    names = check_class_names(class_names)
    _check_label_range(labels, len(names), "labels", "nombres en class_names")
    return [names[label] for label in labels]


def _pair_text(real, predicted, count: int, class_names) -> str:
    prefix = "clase " if class_names is None and not isinstance(real.label, str) else ""
    unit = "error" if count == 1 else "errores"
    return f"real: {prefix}{real.name}\npredicha: {prefix}{predicted.name}\n{count} {unit}"


def _confused_pairs(summary, y_true, y_pred) -> list[tuple]:
    """Ternas (fila real, fila predicha, posiciones de los errores), de más a menos errores."""
    y_true, y_pred = check_labels(y_true, "y_true"), check_labels(y_pred, "y_pred")
    pairs = []
    for row, column in np.argwhere(summary.confusion_matrix):
        if row != column:
            real, predicted = summary.rows[row], summary.rows[column]
            where = np.flatnonzero((y_true == real.label) & (y_pred == predicted.label))
            pairs.append((real, predicted, where))
    return sorted(pairs, key=lambda pair: -len(pair[2]))


def _metric_name(key: str) -> str:
    return "Pérdida" if key == "loss" else _METRIC_NAMES.get(key.lower(), key)


def _curve_name(label, area: str) -> str:
    return area if label is None else f"{label} ({area})"


def _rate_text(rate: float) -> str:
    """Una fracción con dos cifras útiles: con 0.0017 positivos, «0.00» no diría nada."""
    return f"{rate:.2f}" if rate >= 0.01 else f"{rate:.2g}"


# --- Comprobar lo que llega --------------------------------------------------------------------


def _check_axes(ax) -> Axes:
    if not isinstance(ax, Axes):
        raise TypeError(
            f"ax debe ser unos ejes de Matplotlib (por ejemplo, de fig, ax = plt.subplots()); "
            f"llegó {type(ax).__name__}. Si tienes varios, elige uno: axes[0]."
        )
    return ax


def _check_axes_sequence(axes, expected: int) -> np.ndarray:
    axes = np.ravel(np.array(axes, dtype=object))
    for ax in axes:
        _check_axes(ax)
    if len(axes) != expected:
        what = "la pérdida y la métrica" if expected == 2 else "la pérdida (no hay métrica)"
        raise ValueError(
            f"axes contiene {len(axes)} ejes y se dibujan {expected}: {what}. "
            f"Créalos con fig, axes = plt.subplots(1, {expected})."
        )
    return axes


def _check_index(i, n_samples: int) -> None:
    if not is_integer(i):
        raise TypeError(f"El índice i debe ser un entero; llegó {i!r} ({type(i).__name__}).")
    if not 0 <= i < n_samples:
        raise IndexError(
            f"No existe la muestra {i}: hay {n_samples}, numeradas de 0 a {n_samples - 1}."
        )


def _chosen_indices(indices, n_samples: int, rows, columns) -> list[int]:
    check_count(rows, "rows")
    check_count(columns, "columns")
    if indices is None:
        return list(range(min(rows * columns, n_samples)))
    chosen = list(np.ravel(indices))
    if not chosen:
        raise ValueError("indices está vacío: no hay ninguna muestra que dibujar.")
    if isinstance(chosen[0], bool | np.bool_):
        raise TypeError(
            "indices debe contener posiciones y llegaron valores True/False; conviértelos con "
            "np.flatnonzero(condición)[:15]."
        )
    if len(chosen) > rows * columns:
        raise ValueError(
            f"indices pide {len(chosen)} muestras y en {rows} filas por {columns} columnas caben "
            f"{rows * columns}. Aumenta rows o pasa menos: indices[:{rows * columns}]."
        )
    for i in chosen:
        _check_index(i, n_samples)
    return chosen


def _true_labels(values, n_classes: int, name: str = "true_label") -> np.ndarray:
    if np.ndim(values) == 0:
        raise TypeError(
            f"{name} debe contener todas las etiquetas (test_labels), no una sola "
            f"(test_labels[i]); llegó {values!r}."
        )
    labels = check_labels(values, name)
    if labels.dtype.kind == "U":
        raise TypeError(
            f"{name} contiene textos, como {labels.tolist()[0]!r}; se esperan los números de "
            "clase. Los nombres van en class_names."
        )
    _check_label_range(labels, n_classes, name, "probabilidades por muestra")
    return labels


def _check_label_range(labels: np.ndarray, n_classes: int, name: str, classes: str) -> None:
    outside = labels[(labels < 0) | (labels >= n_classes)]
    if outside.size:
        raise ValueError(
            f"{name} contiene la etiqueta {outside[0]} y hay {n_classes} {classes}: las etiquetas "
            f"van de 0 a {n_classes - 1}."
        )


def _probability_row(values) -> np.ndarray:
    row = _float_array(values, "predictions_array")
    if row.ndim != 1:
        raise ValueError(
            f"predictions_array tiene forma {row.shape}; se espera una sola fila, la de la muestra "
            "i: predictions[i]."
        )
    _check_probabilities(row, "predictions_array")
    return row


def _probability_table(values) -> np.ndarray:
    table = _float_array(values, "predictions")
    if table.ndim != 2:
        raise ValueError(
            f"predictions tiene forma {table.shape}; se espera (n_muestras, n_clases), todo lo que "
            "devuelve model.predict, sin argmax y sin elegir una fila."
        )
    _check_probabilities(table, "predictions")
    return table


def _float_array(values, name: str) -> np.ndarray:
    try:
        array = np.asarray(values, dtype=float)
    except (TypeError, ValueError) as error:
        raise TypeError(
            f"{name} debe contener probabilidades (números, con la misma cantidad en cada fila); "
            f"llegó {type(values).__name__} que no se puede convertir."
        ) from error
    if array.size == 0:
        raise ValueError(f"{name} está vacío (forma {array.shape}); se esperan probabilidades.")
    return array


def _check_probabilities(array: np.ndarray, name: str) -> None:
    if array.shape[-1] == 1:
        raise ValueError(
            f"{name} tiene una sola probabilidad por muestra y se espera una por clase. Con una "
            "salida sigmoide p, pasa las dos columnas: np.hstack([1 - p, p])."
        )
    if np.isnan(array).any():
        raise ValueError(
            f"{name} contiene nan: el modelo no dio un número. Revisa los datos de entrada y la "
            "tasa de aprendizaje."
        )
    low, high = array.min(), array.max()
    if low < -1e-6 or high > 1 + 1e-6:
        raise ValueError(
            f"{name} contiene valores de {low:.3g} a {high:.3g} y una probabilidad va de 0 a 1: "
            "parecen logits. Aplica softmax: keras.ops.softmax(logits)."
        )
    sums = array.sum(axis=-1)
    worst = sums.flat[np.abs(sums - 1).argmax()] if sums.ndim else sums
    if abs(worst - 1) > 0.01:  # holgura para float16
        raise ValueError(
            f"Las probabilidades de {name} suman {worst:.3g} y deben sumar 1. Si son logits, "
            "aplica softmax; si la última capa es sigmoide, usa softmax con una salida por clase."
        )


def _binary_scores(y_true, scores) -> tuple[np.ndarray, np.ndarray]:
    """Etiquetas 0 y 1 y una puntuación finita por muestra, o un error que dice qué falta."""
    labels = check_labels(y_true, "y_true")
    if labels.dtype.kind == "U" or not np.isin(labels, (0, 1)).all():
        found = np.unique(labels).tolist()
        raise (TypeError if labels.dtype.kind == "U" else ValueError)(
            f"y_true debe contener 1 (positiva) y 0 (la otra clase); contiene {found[:5]}. Compara "
            f"antes con la clase que te interesa: y_true == {found[-1]!r}."
        )
    if labels.min() == labels.max():
        raise ValueError(
            f"y_true solo contiene la clase {labels[0]}: sin muestras de las dos clases no hay "
            "curva que dibujar. Revisa cómo separaste los datos (stratify=y)."
        )
    values = check_scores(scores)
    check_same_length({"y_true": labels, "scores": values})
    return labels, values


def _threshold_range(scores: np.ndarray, threshold: float) -> tuple[float, float]:
    if are_probabilities(scores):
        return 0.0, 1.0
    low, high = min(scores.min(), threshold), max(scores.max(), threshold)
    margin = 0.05 * (high - low) or 1.0
    return float(low - margin), float(high + margin)


def _image_batch(values, name: str) -> np.ndarray:
    try:
        images = np.asarray(values)
    except ValueError as error:
        raise ValueError(f"{name}: todas las imágenes deben tener el mismo tamaño.") from error
    if images.size == 0:
        raise ValueError(f"{name} está vacío (forma {images.shape}); se esperan imágenes.")
    single_rgb = images.ndim == 3 and images.shape[2] == 3 and images.shape[1] > 3
    color = images.ndim == 4 and images.shape[3] in (1, 3)
    if single_rgb or not (images.ndim == 3 or color):
        raise ValueError(
            f"{name} tiene forma {images.shape}; se espera (n_imagenes, alto, ancho), con 1 o 3 "
            "canales al final si los hay. Una sola imagen se pasa como img[np.newaxis]."
        )
    if images.dtype not in (np.uint8, np.bool_) and images.dtype.kind != "f":
        raise TypeError(
            f"{name} es de tipo {images.dtype}, que no dice si el blanco es 1 o 255; usa uint8 de "
            '0 a 255, con .astype("uint8"), o decimales de 0 a 1.'
        )
    return images


def _check_pixels(images: np.ndarray) -> None:
    """Se llama antes de crear la figura: un error no deja una a medias en el cuaderno."""
    if images.dtype.kind != "f":
        return
    low, high = images.min(), images.max()
    if not (low >= 0 and high <= 1):  # así escrito, nan tampoco pasa
        raise ValueError(
            f"Las imágenes tienen decimales de {low:.3g} a {high:.3g} y deben ir de 0 a 1. Divide "
            "entre el máximo posible (255 si viene de uint8) o recorta con np.clip(img, 0, 1)."
        )


def _history_series(history) -> dict[str, np.ndarray]:
    recorded = getattr(history, "history", history)
    if not isinstance(recorded, dict):
        raise TypeError(
            f"history debe ser lo que devuelve model.fit, o su .history; llegó "
            f"{type(history).__name__}."
        )
    if "loss" not in recorded or len(recorded["loss"]) == 0:
        raise ValueError(
            "El historial no tiene ninguna época con pérdida («loss»); contiene "
            f"{sorted(recorded) or 'nada'}. Entrena antes con model.fit."
        )
    series = {key: np.asarray(values, dtype=float) for key, values in recorded.items()}
    for key, values in series.items():
        if len(values) != len(series["loss"]):
            raise ValueError(
                f"El historial tiene {len(series['loss'])} épocas de «loss» y {len(values)} de "
                f"«{key}»; debe haber un valor por época (¿usaste validation_freq?)."
            )
    return series


def _choose_metric(series: dict[str, np.ndarray], metric: str | None) -> str | None:
    # La tasa de aprendizaje también queda en el historial, pero no mide el modelo.
    not_metrics = ("loss", "learning_rate", "lr")
    available = [k for k in series if k not in not_metrics and not k.startswith("val_")]
    if metric is None:
        return available[0] if available else None
    if metric not in available:
        raise ValueError(
            f"No hay métrica {metric!r} en el historial; las disponibles son {available or '—'}. "
            "Las métricas se piden en model.compile(metrics=[...])."
        )
    return metric


def _epoch_numbers(history, n_epochs: int) -> np.ndarray:
    # Keras numera desde 0, y con initial_epoch sigue donde lo dejó.
    recorded = getattr(history, "epoch", None) or range(n_epochs)
    return np.asarray(recorded) + 1


def _best_epoch(validation_loss: np.ndarray | None, epochs: np.ndarray) -> int | None:
    if validation_loss is None or not np.isfinite(validation_loss).any():
        return None
    return int(epochs[np.nanargmin(validation_loss)])
