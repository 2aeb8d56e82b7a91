"""Figuras de regresión: lo predicho frente a lo real, residuos, el plano que ajusta y un mapa.

Siguen las mismas reglas que `plotting`: reciben datos y dibujan; `ax=None` es una figura nueva; los
rótulos que ya puso quien llama se respetan. Con miles de puntos, cada uno es pequeño, transparente
y se guarda como imagen: donde se acumulan se ve más oscuro, y el cuaderno no engorda.
"""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from course_utils.inputs import check_same_length
from course_utils.metrics_regression import (
    check_quantities,
    check_quantity_pair,
    check_text,
    quantity_text,
    regression_summary,
)
from course_utils.plotting import (
    _MANY,
    CORRECT_COLOR,
    NEUTRAL_COLOR,
    TRAIN_COLOR,
    VALIDATION_COLOR,
    WRONG_COLOR,
    _axes_or_new,
    _check_axes,
    _label,
)
from course_utils.plotting_concepts import _feature_names, _padded_range, _two_columns

__all__ = [
    "plot_map",
    "plot_predicted_vs_actual",
    "plot_regression_plane",
    "plot_residuals",
]

# Cada modelo que se compara en los mismos ejes, con su color y su marca.
_SERIES = ((CORRECT_COLOR, "o"), ("#E69F00", "^"), (VALIDATION_COLOR, "s"), ("#CC79A7", "D"))
# Los puntos de cada uno se reconocen por su gid.
_POINTS = "_course_utils_points"

# Con más segmentos, la figura del plano es una maraña.
_MAX_SEGMENTS = 30

_LARGEST_CIRCLE = 250  # área, en puntos tipográficos al cuadrado


def plot_predicted_vs_actual(y_true, y_pred, *, unit=None, label=None, ax=None) -> Axes:
    """Dibuja cada predicción frente al valor real, y la diagonal donde estarían si acertara.

    Dos llamadas con los mismos `ax` comparan dos modelos: cada uno lleva su color y su marca.

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
        Los mismos casos que `course_utils.metrics_regression.regression_summary`, y `ax` que no
        sea unos ejes.

    Examples
    --------
    >>> ax = plot_predicted_vs_actual([1.0, 2.0, 3.0], [1.5, 2.0, 2.0], unit="km/l")
    >>> ax.get_xlabel(), ax.get_legend_handles_labels()[1]
    ('Valor real (km/l)', ['Predicciones', 'Predicción perfecta'])
    >>> plt.close()
    """
    y_true, y_pred = check_quantity_pair(y_true, y_pred)
    check_text(unit, "unit")
    check_text(label, "label")
    ax = _axes_or_new(ax, figsize=(5, 5))
    earlier = [group for group in ax.collections if group.get_gid() == _POINTS]
    color, marker = _SERIES[len(earlier) % len(_SERIES)]
    name = "Predicciones" if label is None else label
    _scatter(ax, y_true, y_pred, color=color, marker=marker, label=name)
    if not earlier:
        ax.axline((0, 0), slope=1, color=TRAIN_COLOR, ls="--", lw=1.2, label="Predicción perfecta")
    shown = [np.ravel(group.get_offsets()) for group in earlier]
    limits = _padded_range(np.concatenate([*shown, y_true, y_pred]))
    ax.set(xlim=limits, ylim=limits, aspect="equal")
    _label(ax.xaxis.label, _with_unit("Valor real", unit))
    _label(ax.yaxis.label, _with_unit("Valor predicho", unit))
    _label(ax.title, "Lo predicho frente a lo real")
    _legend(ax, loc="best" if len(y_true) <= _MANY else "upper left")
    return ax


def plot_residuals(y_true, y_pred, *, unit=None, ax=None) -> Axes:
    """Dibuja el residuo (real − predicho) de cada muestra frente a su predicción.

    Por encima de cero el modelo predijo de menos; por debajo, de más. La franja va de −RMSE a
    +RMSE.

    Parameters
    ----------
    y_true, y_pred, unit, ax
        Los mismos que en `plot_predicted_vs_actual`.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, con el cero en el centro.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que `plot_predicted_vs_actual`.

    Examples
    --------
    >>> ax = plot_residuals([1.0, 2.0, 3.0], [1.5, 2.0, 2.0])
    >>> ax.get_ylabel(), ax.get_legend_handles_labels()[1]
    ('Residuo: real − predicho', ['Muestras', 'Sin error', '± RMSE (0.645)'])
    >>> plt.close()
    """
    rmse = regression_summary(y_true, y_pred, unit=unit).rmse
    y_true, y_pred = check_quantity_pair(y_true, y_pred)
    residuals = y_true - y_pred
    ax = _axes_or_new(ax, figsize=(6, 4))
    _scatter(ax, y_pred, residuals, color=CORRECT_COLOR, marker="o", label="Muestras")
    ax.axhline(0, color=TRAIN_COLOR, lw=1.2, label="Sin error")
    ax.axhspan(-rmse, rmse, color=NEUTRAL_COLOR, alpha=0.2, lw=0, zorder=0)
    ax.axhline(rmse, color=WRONG_COLOR, ls="--", lw=1.2, label=f"± RMSE ({quantity_text(rmse)})")
    ax.axhline(-rmse, color=WRONG_COLOR, ls="--", lw=1.2)
    farthest = 1.1 * np.abs(residuals).max() or 1.0
    ax.set(xlim=_padded_range(y_pred), ylim=(-farthest, farthest))
    for height, text in [(0.75, "predijo de menos"), (0.25, "predijo de más")]:
        ax.text(
            1.01, height, text, transform=ax.transAxes, rotation=270, va="center", fontsize="small"
        )
    _label(ax.xaxis.label, _with_unit("Valor predicho", unit))
    _label(ax.yaxis.label, _with_unit("Residuo: real − predicho", unit))
    _label(ax.title, "Residuos")
    _legend(ax, loc="best" if len(y_true) <= _MANY else "upper left")
    return ax


def plot_regression_plane(
    x, y, weights, bias, *, feature_names=None, target_name=None, ax=None
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
        Los dos pesos; de una capa de Keras, `model.get_weights()[0]`.
    bias : float or array_like of float, shape (1,)
        El sesgo; de una capa de Keras, `model.get_weights()[1]`.
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
        Si algo no es un número, los nombres no son textos, o `ax` no son unos ejes 3-D.
    ValueError
        Si las formas no encajan o hay datos vacíos, ausentes o infinitos.

    Examples
    --------
    >>> ax = plot_regression_plane([[0, 0], [1, 2], [2, 1]], [5, 1, 7], [2.0, -3.0], 5.0)
    >>> ax.get_legend_handles_labels()[1]
    ['Datos (3)', 'Predicción: el plano', 'Error de 3 muestras']
    >>> plt.close()
    """
    points, y = _two_columns(x), check_quantities(y, "y")
    check_same_length({"x": points, "y": y})
    weights, bias = _linear_parameters(weights, bias)
    names = _feature_names(feature_names, x)
    check_text(target_name, "target_name")
    ax = _axes_3d(ax)
    corners = [_padded_range(column) for column in points.T]
    x1, x2 = np.meshgrid(*(np.linspace(*ends, 11) for ends in corners))
    _scatter(ax, *points.T, y, color=TRAIN_COLOR, marker="o", label=f"Datos ({len(y)})")
    ax.plot_surface(
        x1, x2, weights[0] * x1 + weights[1] * x2 + bias,
        color=CORRECT_COLOR, alpha=0.3, lw=0.3, edgecolor="white", label="Predicción: el plano",
    )  # fmt: skip
    _draw_segments(ax, points, y, points @ weights + bias)
    _show_top_of_plane(ax, weights)
    ax.locator_params(nbins=6)  # más marcas chocarían con los rótulos
    _label(ax.xaxis.label, names[0])
    _label(ax.yaxis.label, names[1])
    _label(ax.zaxis.label, target_name or "Valor")
    _label(ax.title, "Plano de la regresión")
    _legend(ax, loc="upper left")
    return ax


def plot_map(longitude, latitude, values, *, label, size=None, size_label=None, ax=None) -> Axes:
    """Dibuja lugares en un mapa, cada uno con el color de su valor.

    La escala vertical se corrige según la latitud: un kilómetro mide lo mismo en los dos sentidos.

    Parameters
    ----------
    longitude, latitude : array_like of float, shape (n_lugares,)
        En grados; al oeste de Greenwich y al sur del ecuador, negativos.
    values : array_like of float, shape (n_lugares,)
        Lo que se muestra con el color.
    label : str
        Qué es ese valor, con su unidad. Se escribe junto a la escala de color.
    size : array_like of float, shape (n_lugares,), optional
        Cantidad, desde 0, que se muestra con el área de cada círculo; por ejemplo, la población.
    size_label : str, optional
        Qué es esa cantidad, para la leyenda. Sin él, el nombre de la columna, si la tiene.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes del mapa. Los de la escala de color, a su derecha, son `ax.child_axes[0]`.

    Raises
    ------
    TypeError
        Si algo no son números, o los rótulos no son textos.
    ValueError
        Si las longitudes no coinciden, hay datos ausentes o infinitos, alguna coordenada no puede
        ser una longitud o una latitud, o hay tamaños negativos.

    Examples
    --------
    >>> ax = plot_map([-122.4, -118.2], [37.8, 34.1], [4.5, 3.2], label="Precio (miles de dólares)")
    >>> ax.get_xlabel(), ax.child_axes[0].get_ylabel()
    ('Longitud (grados)', 'Precio (miles de dólares)')
    >>> plt.close()
    """
    longitude = _coordinate(longitude, "longitude", -180, 360)
    latitude = _coordinate(latitude, "latitude", -90, 90)
    values = check_quantities(values, "values")
    check_same_length({"longitude": longitude, "latitude": latitude, "values": values})
    _check_required_text(label, "label")
    check_text(size_label, "size_label")
    areas = np.full(len(values), _point_size(len(values)))
    if size is not None:
        size_label = size_label or str(getattr(size, "name", None) or "Tamaño")
        size = _check_size(size)
        check_same_length({"values": values, "size": size})
        areas = _LARGEST_CIRCLE * size / size.max()

    ax = _axes_or_new(ax, figsize=(6.5, 5.5))
    order = np.argsort(-areas, kind="stable")  # los círculos grandes, debajo de los pequeños
    places = ax.scatter(
        longitude[order], latitude[order], s=areas[order], c=values[order], cmap="viridis",
        alpha=0.6, linewidths=0, rasterized=len(values) > _MANY,
    )  # fmt: skip
    # Un grado de longitud mide menos cuanto más lejos del ecuador; en el polo, nada.
    middle = min(abs(latitude.min() + latitude.max()) / 2, 85)
    ax.set_aspect(1 / np.cos(np.radians(middle)))
    ax.ticklabel_format(useOffset=False)
    _draw_colour_bar(ax, places, label)
    if size is not None:
        _draw_size_legend(ax, size.max(), size_label)
    _label(ax.xaxis.label, "Longitud (grados)")
    _label(ax.yaxis.label, "Latitud (grados)")
    _label(ax.title, f"Mapa ({len(values)} {'lugar' if len(values) == 1 else 'lugares'})")
    return ax


# --- Dibujar -----------------------------------------------------------------------------------


def _scatter(ax: Axes, *coordinates, **style) -> None:
    count = len(coordinates[0])
    # Donde hay muchos, más transparentes: si no, la zona densa sería una mancha lisa.
    alpha = 0.8 if count <= 200 else 0.5 if count <= _MANY else 0.3 if count <= 5000 else 0.15
    ax.scatter(
        *coordinates, s=_point_size(count), alpha=alpha, linewidths=0, gid=_POINTS,
        rasterized=count > _MANY, **style,
    )  # fmt: skip


def _point_size(count: int) -> float:
    return 30.0 if count <= 200 else 14.0 if count <= _MANY else 6.0


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


def _show_top_of_plane(ax, weights: np.ndarray) -> None:
    """Gira la figura para ver el plano desde arriba: la vista habitual puede dejarlo de canto."""
    if (ax.elev, ax.azim) != (30, -60):
        return  # quien llama ya eligió la suya
    (left, right), (front, back) = ax.get_xlim(), ax.get_ylim()
    downhill = -weights * (right - left, back - front)
    if downhill.any():
        ax.view_init(elev=25, azim=np.degrees(np.arctan2(*downhill[::-1])) + 50)


def _draw_colour_bar(ax: Axes, places, label: str) -> None:
    # Dentro de los ejes del mapa: así mide lo mismo que él, sea cual sea su forma.
    bar = ax.figure.colorbar(places, cax=ax.inset_axes([1.04, 0, 0.05, 1]), label=label)
    bar.solids.set_alpha(1)


def _draw_size_legend(ax: Axes, largest: float, title: str) -> None:
    unit = 10 ** np.floor(np.log10(largest))
    shown = np.array([1.0, 0.1]) * np.floor(largest / unit) * unit  # 35682: 30000 y 3000
    for value in shown:
        text = np.format_float_positional(value, precision=4, fractional=False, trim="-")
        area = _LARGEST_CIRCLE * value / largest
        ax.scatter([], [], s=area, color=NEUTRAL_COLOR, linewidths=0, label=text)
    ax.legend(title=title, loc="upper right", fontsize="small", title_fontsize="small")


def _axes_3d(ax):
    if ax is None:
        return plt.figure(figsize=(6.5, 5.5), layout="constrained").add_subplot(projection="3d")
    if _check_axes(ax).name != "3d":
        raise TypeError(
            "ax debe ser unos ejes 3-D y llegaron unos planos; créalos con "
            'fig.add_subplot(projection="3d"), o con plt.subplots(subplot_kw={"projection": "3d"}).'
        )
    return ax


def _with_unit(text: str, unit: str | None) -> str:
    return f"{text} ({unit})" if unit else text


# --- Comprobar lo que llega --------------------------------------------------------------------


def _linear_parameters(weights, bias) -> tuple[np.ndarray, float]:
    weights = check_quantities(weights, "weights")
    bias = check_quantities(np.atleast_1d(bias), "bias")
    if len(weights) != 2 or len(bias) != 1:
        raise ValueError(
            f"Llegaron {len(weights)} pesos y {len(bias)} sesgos; un plano tiene dos pesos, uno "
            "por característica, y un sesgo: weights, bias = model.get_weights()."
        )
    return weights, float(bias[0])


def _coordinate(values, name: str, low: float, high: float) -> np.ndarray:
    degrees = check_quantities(values, name)
    outside = (degrees < low) | (degrees > high)
    if outside.any():
        where = int(outside.argmax())
        raise ValueError(
            f"{name} contiene {degrees[where]:g} en la posición {where}; se esperan grados, de "
            f"{low} a {high}. ¿Intercambiaste longitud y latitud, o están escaladas?"
        )
    return degrees


def _check_size(size) -> np.ndarray:
    quantities = check_quantities(size, "size")
    if quantities.min() < 0 or quantities.max() == 0:
        raise ValueError(
            f"size va de {quantities.min():g} a {quantities.max():g}; el área de un círculo no "
            "puede ser negativa, y alguna debe ser mayor que 0."
        )
    return quantities


def _check_required_text(value, name: str) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} debe ser un texto; llegó {value!r} ({type(value).__name__}).")
    if not value.strip():
        raise ValueError(f"{name} está vacío; di qué es el valor y su unidad.")
