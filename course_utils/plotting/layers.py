"""Una cantidad que cambia de capa en capa, en una red profunda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from course_utils.arguments.columns import check_column
from course_utils.arguments.text import check_measure_text
from course_utils.plotting.style import (
    CLASS_MARKERS,
    axes_or_new,
    curve_style,
    plain_numbers,
    write_label,
)


def plot_by_layer(
    series: Mapping[str, Sequence[float]], quantity: str, *, ax: Axes | None = None
) -> Axes:
    """Dibuja una cantidad en cada capa de una o varias redes, en escala logarítmica.

    Sirve para lo que se multiplica de capa en capa: la desviación de las activaciones, el tamaño de
    los gradientes.

    Parameters
    ----------
    series : dict[str, sequence of float]
        De cada red, su nombre y un valor por capa, en orden; todos mayores que 0. Las redes pueden
        tener distinto número de capas.
    quantity : str
        Qué es el valor: el rótulo del eje vertical.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, con una curva por red.

    Raises
    ------
    TypeError
        Si ``series`` no es un diccionario, algún valor no es un número o ``quantity`` no es un
        texto.
    ValueError
        Si no hay ninguna red, algún valor no es finito o no es mayor que 0, o ``quantity`` está
        vacío.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_by_layer({"a": [1, 0.1, 0.01], "b": [1, 2, 4]}, "Desviación")
    >>> ax.get_yscale(), ax.get_legend_handles_labels()[1]
    ('log', ['a', 'b'])
    >>> plt.close()
    """
    networks = _check_series(series)
    check_measure_text(quantity, "quantity")
    ax = axes_or_new(ax, figsize=(6.5, 3.6))
    for k, (name, values) in enumerate(networks.items()):
        marker = CLASS_MARKERS[k % len(CLASS_MARKERS)]
        ax.plot(
            np.arange(1, len(values) + 1), values, marker=marker, ms=4, label=name, **curve_style(k)
        )
    ax.set_yscale("log")
    plain_numbers(ax.yaxis)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1, steps=[1, 2, 5, 10]))
    write_label(ax.xaxis.label, "Capa")
    write_label(ax.yaxis.label, quantity)
    write_label(ax.title, f"{quantity}, capa a capa")
    ax.legend(fontsize="small", framealpha=0.9)
    return ax


def _check_series(series: Any) -> dict[str, np.ndarray]:
    if not isinstance(series, Mapping):
        raise TypeError(
            "series debe ser un diccionario con el nombre de cada red y sus valores, uno por capa, "
            f'como {{"ReLU": [1.0, 0.8]}}; llegó {type(series).__name__}.'
        )
    if not series:
        raise ValueError("series está vacío: no hay ninguna red que dibujar.")
    networks = {
        str(name): check_column(values, f"series[{name!r}]", "valor por capa")
        for name, values in series.items()
    }
    for name, values in networks.items():
        if values.min() <= 0:
            raise ValueError(
                f"series[{name!r}] contiene {values.min():.4g}, y en una escala logarítmica solo "
                "caben números mayores que 0: pasa desviaciones, normas o valores absolutos."
            )
    return networks
