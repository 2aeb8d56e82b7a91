"""Figuras de regresión: lo predicho frente a lo real, los residuos y el plano que ajusta.

Con miles de puntos, cada uno es pequeño, transparente y se guarda como imagen: donde se acumulan se
ve más oscuro, y el cuaderno no engorda.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course_utils.arguments.columns import check_quantities, check_quantity_pair
from course_utils.arguments.numbers import check_same_length
from course_utils.arguments.points import check_plane, check_points
from course_utils.arguments.text import check_text, feature_names_of
from course_utils.metrics.regression import quantity_text, regression_summary, residuals
from course_utils.models.linear import weighted_sum
from course_utils.plotting.style import (
    CORRECT_COLOR,
    MANY,
    NEUTRAL_COLOR,
    TRAIN_COLOR,
    VALIDATION_COLOR,
    WRONG_COLOR,
    axes_or_new,
    check_axes,
    padded_range,
    point_size,
    write_label,
)

# Cada modelo que se compara en los mismos ejes, con su color y su marca.
_SERIES = ((CORRECT_COLOR, "o"), ("#E69F00", "^"), (VALIDATION_COLOR, "s"), ("#CC79A7", "D"))
# Los puntos de cada uno se reconocen por su gid.
_POINTS = "_course_utils_points"

# Con más segmentos, la figura del plano es una maraña.
_MAX_SEGMENTS = 30


def plot_predicted_vs_actual(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    *,
    unit: str | None = None,
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja cada predicción frente al valor real, y la diagonal donde estarían si acertara.

    Dos llamadas con los mismos ``ax`` comparan dos modelos: cada uno lleva su color y su marca.

    Parameters
    ----------
    y_true : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Las cantidades reales.
    y_pred : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Las predichas, en la misma unidad y en el mismo orden.
    unit : str, optional
        La unidad, para los ejes: "km/l", "cien mil dólares".
    label : str, optional
        Nombre del modelo en la leyenda. Sin él, «Predicciones».
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, con los mismos límites y la misma escala en los dos sentidos.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``regression_summary``, y ``ax`` que no sea unos ejes.

    Examples
    --------
    >>> ax = plot_predicted_vs_actual([1.0, 2.0, 3.0], [1.5, 2.0, 2.0], unit="km/l")
    >>> ax.get_xlabel(), ax.get_legend_handles_labels()[1]
    ('Valor real (km/l)', ['Predicciones', 'Predicción perfecta'])
    >>> plt.close()
    """
    y_true, y_pred = check_quantity_pair(y_true, y_pred)
    check_text(unit, "unit", optional=True)
    check_text(label, "label", optional=True)
    ax = axes_or_new(ax, figsize=(5, 5))
    earlier = [group for group in ax.collections if group.get_gid() == _POINTS]
    color, marker = _SERIES[len(earlier) % len(_SERIES)]
    name = "Predicciones" if label is None else label
    _scatter(ax, y_true, y_pred, color=color, marker=marker, label=name)
    if not earlier:
        ax.axline((0, 0), slope=1, color=TRAIN_COLOR, ls="--", lw=1.2, label="Predicción perfecta")
    shown = [np.ravel(group.get_offsets()) for group in earlier]
    limits = padded_range(np.concatenate([*shown, y_true, y_pred]))
    ax.set(xlim=limits, ylim=limits, aspect="equal")
    write_label(ax.xaxis.label, _with_unit("Valor real", unit))
    write_label(ax.yaxis.label, _with_unit("Valor predicho", unit))
    write_label(ax.title, "Lo predicho frente a lo real")
    _legend(ax, loc="best" if len(y_true) <= MANY else "upper left")
    return ax


def plot_residuals(
    y_true: ArrayLike, y_pred: ArrayLike, *, unit: str | None = None, ax: Axes | None = None
) -> Axes:
    """Dibuja el residuo (real − predicho) de cada muestra frente a su predicción.

    Por encima de cero el modelo predijo de menos; por debajo, de más. La franja va de −RMSE a
    +RMSE.

    Parameters
    ----------
    y_true, y_pred, unit, ax
        Los mismos que en ``plot_predicted_vs_actual``.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, con el cero en el centro.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``plot_predicted_vs_actual``.

    Examples
    --------
    >>> ax = plot_residuals([1.0, 2.0, 3.0], [1.5, 2.0, 2.0])
    >>> ax.get_ylabel(), ax.get_legend_handles_labels()[1]
    ('Residuo: real − predicho', ['Muestras', 'Sin error', '± RMSE (0.645)'])
    >>> plt.close()
    """
    rmse = regression_summary(y_true, y_pred, unit=unit).rmse
    errors = residuals(y_true, y_pred)
    y_pred = check_quantities(y_pred, "y_pred")
    ax = axes_or_new(ax, figsize=(6, 4))
    _scatter(ax, y_pred, errors, color=CORRECT_COLOR, marker="o", label="Muestras")
    ax.axhline(0, color=TRAIN_COLOR, lw=1.2, label="Sin error")
    ax.axhspan(-rmse, rmse, color=NEUTRAL_COLOR, alpha=0.2, lw=0, zorder=0)
    ax.axhline(rmse, color=WRONG_COLOR, ls="--", lw=1.2, label=f"± RMSE ({quantity_text(rmse)})")
    ax.axhline(-rmse, color=WRONG_COLOR, ls="--", lw=1.2)
    farthest = 1.1 * np.abs(errors).max() or 1.0
    ax.set(xlim=padded_range(y_pred), ylim=(-farthest, farthest))
    for height, text in [(0.75, "predijo de menos"), (0.25, "predijo de más")]:
        ax.text(
            1.01, height, text, transform=ax.transAxes, rotation=270, va="center", fontsize="small"
        )
    write_label(ax.xaxis.label, _with_unit("Valor predicho", unit))
    write_label(ax.yaxis.label, _with_unit("Residuo: real − predicho", unit))
    write_label(ax.title, "Residuos")
    _legend(ax, loc="best" if len(y_pred) <= MANY else "upper left")
    return ax


def plot_regression_plane(
    x: ArrayLike,
    y: ArrayLike,
    weights: ArrayLike,
    bias: ArrayLike,
    *,
    feature_names: Sequence[str] | None = None,
    target_name: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja en 3-D los datos de dos características y el plano que predice una capa lineal.

    La altura del plano en cada punto es w₁·x₁ + w₂·x₂ + sesgo. Unos segmentos unen con el plano
    hasta 30 muestras, repartidas por los datos: su longitud es el error de cada una.

    Parameters
    ----------
    x : array_like of float or pandas.DataFrame, shape (n_muestras, 2)
        Las dos características.
    y : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Los valores reales.
    weights : array_like of float, shape (2,) o (2, 1)
        Los dos pesos; de una capa de Keras, ``model.get_weights()[0]``.
    bias : float or array_like of float, shape (1,)
        El sesgo; de una capa de Keras, ``model.get_weights()[1]``.
    feature_names : sequence of str, optional
        Los nombres de las dos características, con su unidad. Sin ellos, los de las columnas de
        un DataFrame.
    target_name : str, optional
        El nombre de lo que se predice, con su unidad. Sin él, «Valor».
    ax : mpl_toolkits.mplot3d.axes3d.Axes3D, optional
        Dónde dibujar: unos ejes 3-D. Sin él, en una figura nueva.

    Returns
    -------
    mpl_toolkits.mplot3d.axes3d.Axes3D
        Los ejes 3-D.

    Raises
    ------
    TypeError
        Si algo no es un número, los nombres no son textos, o ``ax`` no son unos ejes 3-D.
    ValueError
        Si las formas no encajan o hay datos vacíos, ausentes o infinitos.

    Examples
    --------
    >>> ax = plot_regression_plane([[0, 0], [1, 2], [2, 1]], [5, 1, 7], [2.0, -3.0], 5.0)
    >>> ax.get_legend_handles_labels()[1]
    ['Datos (3)', 'Predicción: el plano', 'Error de 3 muestras']
    >>> plt.close()
    """
    points, y = check_points(x), check_quantities(y, "y")
    check_same_length({"x": points, "y": y})
    weights, bias = check_plane(weights, bias)
    names = feature_names_of(x, feature_names)
    check_text(target_name, "target_name", optional=True)
    ax = _axes_3d(ax)
    corners = [padded_range(column) for column in points.T]
    x1, x2 = np.meshgrid(*(np.linspace(*ends, 11) for ends in corners))
    _scatter(ax, *points.T, y, color=TRAIN_COLOR, marker="o", label=f"Datos ({len(y)})")
    ax.plot_surface(
        x1, x2, weighted_sum(np.stack([x1, x2], axis=-1), weights, bias),
        color=CORRECT_COLOR, alpha=0.3, lw=0.3, edgecolor="white", label="Predicción: el plano",
    )  # fmt: skip
    _draw_segments(ax, points, y, weighted_sum(points, weights, bias))
    _show_top_of_plane(ax, weights)
    ax.locator_params(nbins=6)  # más marcas chocarían con los rótulos
    write_label(ax.xaxis.label, names[0])
    write_label(ax.yaxis.label, names[1])
    write_label(ax.zaxis.label, target_name or "Valor")
    write_label(ax.title, "Plano de la regresión")
    _legend(ax, loc="upper left")
    return ax


# --- Dibujar -----------------------------------------------------------------------------------


def _scatter(ax: Axes, *coordinates, **style) -> None:
    count = len(coordinates[0])
    # Donde hay muchos, más transparentes: si no, la zona densa sería una mancha lisa.
    alpha = 0.8 if count <= 200 else 0.5 if count <= MANY else 0.3 if count <= 5000 else 0.15
    ax.scatter(
        *coordinates, s=point_size(count), alpha=alpha, linewidths=0, gid=_POINTS,
        rasterized=count > MANY, **style,
    )  # fmt: skip


def _legend(ax: Axes, loc: str) -> None:
    legend = ax.legend(loc=loc, fontsize="small")
    for handle in legend.legend_handles:
        if hasattr(handle, "set_sizes"):  # los puntos pequeños y transparentes no se verían
            handle.set(alpha=1, sizes=[30])


def _draw_segments(ax: Axes, points: np.ndarray, y: np.ndarray, predicted: np.ndarray) -> None:
    chosen = np.unique(np.linspace(0, len(y) - 1, _MAX_SEGMENTS).astype(int))
    unit = "muestra" if len(chosen) == 1 else "muestras"
    for k, i in enumerate(chosen):
        label = f"Error de {len(chosen)} {unit}" if k == 0 else None
        ax.plot(
            *np.repeat(points[[i]], 2, axis=0).T,
            [y[i], predicted[i]],
            color=WRONG_COLOR,
            label=label,
        )


def _show_top_of_plane(ax: Any, weights: np.ndarray) -> None:
    """Gira la figura para ver el plano desde arriba: la vista habitual puede dejarlo de canto."""
    if (ax.elev, ax.azim) != (30, -60):
        return  # quien llama ya eligió la suya
    (left, right), (front, back) = ax.get_xlim(), ax.get_ylim()
    downhill = -weights * (right - left, back - front)
    if downhill.any():
        ax.view_init(elev=25, azim=np.degrees(np.arctan2(*downhill[::-1])) + 50)


def _axes_3d(ax: Any) -> Any:
    if ax is None:
        return plt.figure(figsize=(6.5, 5.5), layout="constrained").add_subplot(projection="3d")
    if check_axes(ax).name != "3d":
        raise TypeError(
            "ax debe ser unos ejes 3-D y llegaron unos planos; créalos con "
            'fig.add_subplot(projection="3d"), o con plt.subplots(subplot_kw={"projection": "3d"}).'
        )
    return ax


def _with_unit(text: str, unit: str | None) -> str:
    return f"{text} ({unit})" if unit else text
