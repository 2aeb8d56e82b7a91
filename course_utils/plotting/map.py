"""Un mapa: lugares con su valor, por su longitud y su latitud."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from numpy.typing import ArrayLike

from course_utils.arguments.columns import check_coordinate, check_quantities, check_sizes
from course_utils.arguments.numbers import check_same_length
from course_utils.arguments.text import check_measure_text, check_text
from course_utils.plotting.style import MANY, NEUTRAL_COLOR, axes_or_new, point_size, write_label

_LARGEST_CIRCLE = 250  # área, en puntos tipográficos al cuadrado


def plot_map(
    longitude: ArrayLike,
    latitude: ArrayLike,
    values: ArrayLike,
    *,
    label: str,
    size: ArrayLike | None = None,
    size_label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
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
        Los ejes del mapa. Los de la escala de color, a su derecha, son ``ax.child_axes[0]``.

    Raises
    ------
    TypeError
        Si algo no son números, o los rótulos no son textos.
    ValueError
        Si las longitudes no coinciden, hay datos ausentes o infinitos, alguna coordenada no puede
        ser una longitud o una latitud, o hay tamaños negativos.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_map([-122.4, -118.2], [37.8, 34.1], [4.5, 3.2], label="Precio (miles de dólares)")
    >>> ax.get_xlabel(), ax.child_axes[0].get_ylabel()
    ('Longitud (grados)', 'Precio (miles de dólares)')
    >>> plt.close()
    """
    longitude = check_coordinate(longitude, "longitude", -180, 360)
    latitude = check_coordinate(latitude, "latitude", -90, 90)
    values = check_quantities(values, "values")
    check_same_length({"longitude": longitude, "latitude": latitude, "values": values})
    check_measure_text(label, "label")
    check_text(size_label, "size_label", optional=True)
    areas = np.full(len(values), point_size(len(values)))
    if size is not None:
        size_label = size_label or str(getattr(size, "name", None) or "Tamaño")
        size = check_sizes(size)
        check_same_length({"values": values, "size": size})
        areas = _LARGEST_CIRCLE * size / size.max()

    ax = axes_or_new(ax, figsize=(6.5, 5.5))
    order = np.argsort(-areas, kind="stable")  # los círculos grandes, debajo de los pequeños
    places = ax.scatter(
        longitude[order], latitude[order], s=areas[order], c=values[order], cmap="viridis",
        alpha=0.6, linewidths=0, rasterized=len(values) > MANY,
    )  # fmt: skip
    # Un grado de longitud mide menos cuanto más lejos del ecuador; en el polo, nada.
    middle = min(abs(latitude.min() + latitude.max()) / 2, 85)
    ax.set_aspect(1 / np.cos(np.radians(middle)))
    ax.ticklabel_format(useOffset=False)
    _draw_colour_bar(ax, places, label)
    if size is not None:
        _draw_size_legend(ax, size.max(), size_label)
    write_label(ax.xaxis.label, "Longitud (grados)")
    write_label(ax.yaxis.label, "Latitud (grados)")
    write_label(ax.title, f"Mapa ({len(values)} {'lugar' if len(values) == 1 else 'lugares'})")
    return ax


def _draw_colour_bar(ax: Axes, places: PathCollection, label: str) -> None:
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
