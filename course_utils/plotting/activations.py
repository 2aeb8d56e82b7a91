"""La figura de las funciones de activación y sus pendientes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from course_utils.arguments.numbers import check_range
from course_utils.arguments.text import check_activation_names
from course_utils.models.activations import ACTIVATIONS
from course_utils.plotting.style import axes_or_new, write_label

_STYLES = {"sigmoide": ("#E69F00", "o"), "relu": ("#333333", "s"), "tanh": ("#009E73", "^")}


def plot_activation(
    names: str | Sequence[str],
    *,
    x_range: tuple[float, float] = (-6, 6),
    slopes: bool = False,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja una o varias funciones de activación y, si se pide, sus pendientes.

    Parameters
    ----------
    names : str or sequence of str
        "sigmoide", "relu" o "tanh", o una lista con varias.
    x_range : tuple of float, default (-6, 6)
        Primer y último valor de la entrada z.
    slopes : bool, default False
        True dibuja además, con trazos, la pendiente (derivada) de cada función.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes, con una línea por función y otra por pendiente.

    Raises
    ------
    TypeError
        Si ``names`` o ``x_range`` no son del tipo debido.
    ValueError
        Si no se conoce una función o el intervalo está vacío.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_activation(["sigmoide", "tanh"], slopes=True)
    >>> ax.get_legend_handles_labels()[1]
    ['sigmoide', 'pendiente de sigmoide', 'tanh', 'pendiente de tanh']
    >>> plt.close()
    """
    names = check_activation_names(names, ACTIVATIONS)
    low, high = check_range(x_range, "x_range")
    # El 0 siempre está: ahí se quiebra ReLU.
    z = np.unique(np.append(np.linspace(low, high, 400), 0.0 if low <= 0 <= high else low))
    ax = axes_or_new(ax, figsize=(6, 4))
    for name in names:
        function, slope = ACTIVATIONS[name]
        color, marker = _STYLES[name]
        style = {"color": color}
        if len(names) > 1:  # la segunda señal, además del color
            style |= {"marker": marker, "markevery": 40, "ms": 5}
        ax.plot(z, function(z), "-", label=name, **style)
        if slopes:
            style["markerfacecolor"] = "white"
            ax.plot(z, slope(z), "--", label=f"pendiente de {name}", **style)
    ax.axhline(0, color="#BBBBBB", linewidth=0.8, zorder=0)
    if low <= 0 <= high:
        ax.axvline(0, color="#BBBBBB", linewidth=0.8, zorder=0)
    ax.set_xlim(low, high)
    write_label(ax.xaxis.label, "Entrada de la neurona (z)")
    write_label(ax.yaxis.label, "Salida y pendiente" if slopes else "Salida")
    one = f"Función de activación: {names[0]}"
    write_label(ax.title, one if len(names) == 1 else "Funciones de activación")
    ax.legend(fontsize="small")
    return ax
