"""Figuras de un clasificador: sus confusiones y lo que cambia al mover el umbral."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_images, check_pixels
from course_utils.arguments.numbers import check_count, check_same_length
from course_utils.arguments.scores import are_probabilities, check_scores, check_threshold
from course_utils.metrics.classification import (
    classification_summary,
    confused_pairs,
)
from course_utils.metrics.curves import precision_recall, roc
from course_utils.plotting.images import draw_image, show_pixels
from course_utils.plotting.style import (
    CORRECT_COLOR,
    CORRECT_MARK,
    CURVE,
    CURVE_COLORS,
    MANY,
    NEUTRAL_COLOR,
    OURS,
    SLANTED,
    WIDEST,
    axes_or_new,
    curve_style,
    curves,
    remove_ours,
    write_label,
)


def plot_confusion_matrix(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    *,
    class_names: Sequence[str] | None = None,
    normalize: bool = False,
    ax: Axes | None = None,
) -> Axes:
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
        Los mismos casos que ``course_utils.metrics.classification_summary``, y ``ax`` que no sea
        unos ejes.

    Examples
    --------
    >>> ax = plot_confusion_matrix([0, 0, 1], [0, 1, 1], class_names=["no", "sí"])
    >>> [texto.get_text() for texto in ax.texts]
    ['1', '1', '0', '1']
    >>> plt.close()
    """
    summary = classification_summary(y_true, y_pred, class_names=class_names)
    counts, shares = summary.confusion_matrix, summary.row_shares
    names = [row.name for row in summary.rows]
    side = max(4, 0.55 * len(names) + 1.5)
    ax = axes_or_new(ax, figsize=(side, side))
    remove_ours(ax)

    fontsize = "small" if len(names) > 5 else "large"
    # Se colorea siempre por fila: una clase con pocas muestras se lee igual que las demás.
    show_pixels(ax, shares, cmap="Blues", vmax=1)
    for (row, column), share in np.ndenumerate(shares):
        text = str(counts[row, column])
        if normalize:
            text = f"{100 * share:.0f} %" if summary.rows[row].support else "–"
        color = "white" if share > 0.7 else "black"  # en Blues, ahí el blanco gana contraste
        cell = ax.text(column, row, text, ha="center", va="center", color=color, fontsize=fontsize)
        cell.set_label(OURS)
    ax.set_xticks(range(len(names)), names, **(SLANTED if max(map(len, names)) > 2 else {}))
    ax.set_yticks(range(len(names)), names)
    write_label(ax.xaxis.label, "Clase predicha")
    write_label(ax.yaxis.label, "Clase real")
    unit = "% de cada clase real" if normalize else "número de muestras"
    write_label(ax.title, f"Matriz de confusión\n({unit})")
    return ax


def plot_most_confused(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    images: ArrayLike,
    *,
    class_names: Sequence[str] | None = None,
    n_pairs: int = 3,
    examples: int = 5,
    cmap: str = "gray",
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
    pairs = confused_pairs(y_true, y_pred, class_names=class_names)
    images = check_images(images, "images")
    check_same_length({"y_true": y_true, "images": images})
    check_count(n_pairs, "n_pairs")
    check_count(examples, "examples")
    pairs = pairs[:n_pairs]
    if not pairs:
        return _no_errors_figure()
    check_pixels(images[np.concatenate([where[:examples] for *_, where in pairs])])

    side = min(1.4, (WIDEST - 2) / examples)
    size = (2 + side * examples, max(side, 0.7) * len(pairs) + 0.4)
    fig = plt.figure(figsize=size, layout="constrained")
    grid = fig.add_gridspec(len(pairs), examples + 1, width_ratios=[2] + [side] * examples)
    for row, (real, predicted, where) in enumerate(pairs):
        ax = fig.add_subplot(grid[row, 0])
        ax.set_axis_off()
        ax.text(0, 0.5, _pair_text(real, predicted, len(where), class_names), va="center")
        for column, i in enumerate(where[:examples]):
            draw_image(fig.add_subplot(grid[row, column + 1]), images[i], cmap)
    fig.suptitle("Las confusiones más frecuentes")
    return fig


def plot_roc(
    y_true: ArrayLike, scores: ArrayLike, *, label: str | None = None, ax: Axes | None = None
) -> Axes:
    """Dibuja la curva ROC: qué se gana y qué se paga al bajar el umbral.

    Dos llamadas con los mismos ``ax`` comparan dos modelos: cada curva lleva su color y su trazo.

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
        Si las etiquetas o las puntuaciones no son números, o ``ax`` no son unos ejes.
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
    curve = roc(y_true, scores)
    ax = axes_or_new(ax, figsize=(5, 5))
    if not curves(ax):
        ax.plot([0, 1], [0, 1], ":", color=NEUTRAL_COLOR, label="Al azar (AUC 0.50)")
    name = _curve_name(label, f"AUC {curve.area:.2f}")
    _draw_score_curve(ax, curve.false_positive_rate, curve.recall, name)
    write_label(ax.xaxis.label, "Tasa de falsos positivos")
    write_label(ax.yaxis.label, "Exhaustividad (tasa de verdaderos positivos)")
    write_label(ax.title, "Curva ROC")
    ax.legend(loc="lower right", fontsize="small")
    return ax


def plot_precision_recall(
    y_true: ArrayLike, scores: ArrayLike, *, label: str | None = None, ax: Axes | None = None
) -> Axes:
    """Dibuja la precisión frente a la exhaustividad, para todos los umbrales.

    Con pocos positivos dice más que la curva ROC. La línea gris es la precisión de quien responde
    al azar: la fracción de positivos. Dos llamadas con los mismos ``ax`` comparan dos modelos.

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
        Los mismos casos que ``plot_roc``.

    Examples
    --------
    >>> ax = plot_precision_recall([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
    >>> ax.get_legend_handles_labels()[1]
    ['Al azar (0.50 de positivos)', 'AP 0.83']
    >>> plt.close()
    """
    curve = precision_recall(y_true, scores)
    ax = axes_or_new(ax, figsize=(5, 5))
    # Otra curva sobre los mismos datos tiene la misma referencia: se dibuja una sola vez.
    baseline = f"Al azar ({_rate_text(curve.positive_rate)} de positivos)"
    if baseline not in ax.get_legend_handles_labels()[1]:
        ax.axhline(curve.positive_rate, ls=":", color=NEUTRAL_COLOR, label=baseline)
    # Escalones, como suma scikit-learn la precisión media; unir los puntos prometería de más.
    name = _curve_name(label, f"AP {curve.average_precision:.2f}")
    _draw_score_curve(ax, curve.recall, curve.precision, name, drawstyle="steps-post")
    write_label(ax.xaxis.label, "Exhaustividad")
    write_label(ax.yaxis.label, "Precisión")
    write_label(ax.title, "Precisión y exhaustividad")
    ax.legend(loc="best" if np.size(scores) <= MANY else "center left", fontsize="small")
    return ax


def plot_threshold(
    y_true: ArrayLike, scores: ArrayLike, threshold: float, *, ax: Axes | None = None
) -> Axes:
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
        Los mismos casos que ``plot_roc``, y un umbral que no es un número finito o que está fuera
        de [0, 1] cuando las puntuaciones son probabilidades.

    Examples
    --------
    >>> ax = plot_threshold([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.3)
    >>> ax.get_legend_handles_labels()[1]
    ['Precisión: 0.67', 'Exhaustividad: 1.00', 'Umbral: 0.3']
    >>> plt.close()
    """
    curve = precision_recall(y_true, scores)
    scores = check_scores(scores)
    threshold = check_threshold(threshold, scores)
    at = curve.at(threshold)
    low, high = score_limits(scores, threshold)

    ax = axes_or_new(ax, figsize=(6, 4))
    # Cada valor rige desde el umbral anterior, sin incluirlo, hasta el suyo.
    x = np.concatenate([[low], curve.thresholds, [high]])
    precision = np.concatenate([curve.precision[:1], curve.precision[:-1], [np.nan]])
    recall = np.concatenate([curve.recall[:1], curve.recall])
    both = [
        ("Precisión", precision, at[0], CURVE_COLORS[0], "-", "o"),
        ("Exhaustividad", recall, at[1], CURVE_COLORS[1], "--", "s"),
    ]
    for name, values, value, color, style, marker in both:
        text = f"{name}: {value:.2f}" if np.isfinite(value) else f"{name}: sin definir"
        ax.plot(x, values, style, color=color, drawstyle="steps-pre", label=text)
        ax.plot([threshold], [value], marker, color=color, markeredgecolor="black", ms=8, zorder=4)
    ax.axvline(threshold, color=NEUTRAL_COLOR, ls=":", label=f"Umbral: {threshold:.3g}")
    margin = 0.02 * (high - low)
    ax.set(xlim=(low - margin, high + margin), ylim=(-0.05, 1.1))
    _write_values(ax, threshold, at)
    write_label(ax.xaxis.label, "Umbral (puntuación desde la que se predice positivo)")
    write_label(ax.yaxis.label, "Precisión y exhaustividad")
    write_label(ax.title, "Precisión y exhaustividad según el umbral")
    ax.legend(loc="best" if len(scores) <= MANY else "lower left", fontsize="small")
    return ax


# --- Dibujar -----------------------------------------------------------------------------------


def _draw_score_curve(ax: Axes, x: np.ndarray, y: np.ndarray, name: str, **style: str) -> None:
    style = curve_style(len(curves(ax))) | style
    ax.plot(x, y, label=name, gid=CURVE, **style)
    ax.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.05))


def score_limits(scores: np.ndarray, threshold: float) -> tuple[float, float]:
    """De dónde a dónde va el eje de las puntuaciones: de 0 a 1 si son probabilidades.

    Examples
    --------
    >>> score_limits(np.array([0.2, 0.7]), 0.5)
    (0.0, 1.0)
    """
    if are_probabilities(scores):
        return 0.0, 1.0
    low, high = min(scores.min(), threshold), max(scores.max(), threshold)
    margin = 0.05 * (high - low) or 1.0
    return float(low - margin), float(high + margin)


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


def _no_errors_figure() -> Figure:
    fig, ax = plt.subplots(figsize=(5, 1.5), layout="constrained")
    ax.set_axis_off()
    message = f"{CORRECT_MARK} Ningún error: todas las predicciones aciertan"
    ax.text(0.5, 0.5, message, ha="center", va="center", color=CORRECT_COLOR)
    return fig


def _pair_text(real, predicted, count: int, class_names) -> str:
    prefix = "clase " if class_names is None and not isinstance(real.label, str) else ""
    unit = "error" if count == 1 else "errores"
    return f"real: {prefix}{real.name}\npredicha: {prefix}{predicted.name}\n{count} {unit}"


def _curve_name(label, area: str) -> str:
    return area if label is None else f"{label} ({area})"


def _rate_text(rate: float) -> str:
    """Una fracción con dos cifras útiles: con 0.0017 positivos, «0.00» no diría nada."""
    return f"{rate:.2f}" if rate >= 0.01 else f"{rate:.2g}"
