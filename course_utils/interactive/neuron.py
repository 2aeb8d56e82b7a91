"""El explorador de la neurona: qué tablas lógicas puede aprender."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils.interactive.widgets import (
    can_show_widgets,
    selector,
    show_static,
    show_widgets,
    slider,
    two_panels,
)
from course_utils.models.activations import ACTIVATIONS
from course_utils.models.linear import weighted_sum
from course_utils.plotting.activations import plot_activation
from course_utils.plotting.regions import plot_decision_regions
from course_utils.plotting.style import (
    CLASS_COLORS,
    CLASS_MARKERS,
    CORRECT_COLOR,
    CORRECT_MARK,
    WIDEST,
    WRONG_COLOR,
    WRONG_MARK,
)

_INPUTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
_TABLES = {
    "Y (AND)": np.array([0, 0, 0, 1]),
    "O (OR)": np.array([0, 1, 1, 1]),
    "O exclusiva (XOR)": np.array([0, 1, 1, 0]),
}


def explore_neuron() -> None:
    """Mueve los pesos y el sesgo de una neurona y mira qué tablas lógicas puede aprender.

    La neurona calcula z = w1·x1 + w2·x2 + sesgo y se activa cuando z > 0. A la izquierda, dónde
    se activa y qué pide la tabla; a la derecha, su salida para las cuatro entradas.

    Examples
    --------
    >>> explore_neuron()
    Y (AND): z = 1·x1 + 1·x2 − 1.5 acierta 4 de 4 filas. O (OR): z = 1·x1 + 1·x2 − 0.5 acierta
    4 de 4 filas. O exclusiva (XOR): z = 1·x1 + 1·x2 − 0.5 acierta 3 de 4 filas, y ninguna recta
    acierta las 4.
    >>> plt.close()
    """
    if not can_show_widgets():
        return show_static(*_neuron_sheet())
    controls = {
        "table": selector("Tabla", _TABLES),
        "w1": slider("Peso w1", 1.0, -4, 4, step=0.5, readout_format=".1f"),
        "w2": slider("Peso w2", 1.0, -4, 4, step=0.5, readout_format=".1f"),
        "bias": slider("Sesgo", 0.5, -4, 4, step=0.5, readout_format=".1f"),
        "name": selector("Activación", ACTIVATIONS),
    }
    return show_widgets(controls, _draw_neuron)


def _draw_neuron(table: str, w1: float, w2: float, bias: float, name: str) -> tuple[Figure, str]:
    z = weighted_sum(_INPUTS, [w1, w2], bias)
    fig, axes = two_panels()
    hits = _draw_table(axes[0], table, w1, w2, bias)
    reach = float(max(6, np.abs(z).max() + 1))
    plot_activation(name, x_range=(-reach, reach), ax=axes[1])
    axes[1].set_title("Salida en las cuatro filas de la tabla")
    for x, output, label in zip(z, ACTIVATIONS[name].function(z), _TABLES[table], strict=True):
        style = {"color": CLASS_COLORS[label], "marker": CLASS_MARKERS[label], "zorder": 4}
        axes[1].plot(x, output, ms=9, markeredgecolor="black", **style)
    active = [f"({a}, {b})" for (a, b), value in zip(_INPUTS, z, strict=True) if value > 0]
    where = f"en {', '.join(active)}" if active else "en ninguna entrada"
    return fig, (
        f"{_neuron_formula(w1, w2, bias)}, con salida {name}. Se activa (z > 0) {where}. Acierta "
        f"{hits} de las 4 filas de {table}."
    )


def _draw_table(ax: Axes, table: str, w1: float, w2: float, bias: float) -> int:
    """Dibuja dónde se activa la neurona, marca aciertos y fallos, y cuenta los aciertos."""

    def fires(points: np.ndarray) -> np.ndarray:
        return weighted_sum(points, [w1, w2], bias) > 0

    names = {"class_names": ["0", "1"], "feature_names": ["Entrada x1", "Entrada x2"]}
    plot_decision_regions(fires, _INPUTS, _TABLES[table], **names, ax=ax)
    correct = fires(_INPUTS) == _TABLES[table]
    for (x1, x2), right in zip(_INPUTS, correct, strict=True):
        ax.annotate(
            CORRECT_MARK if right else WRONG_MARK,
            (x1, x2),
            xytext=(14 - 28 * x1, 0),  # hacia dentro
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize="x-large",
            color=CORRECT_COLOR if right else WRONG_COLOR,
        )
    hits = int(correct.sum())
    ax.set_title(f"{table}: {hits} de 4\n{_neuron_formula(w1, w2, bias)}", fontsize="medium")
    ax.legend(loc="center", title="La tabla pide", fontsize="small", title_fontsize="small")
    return hits


def _neuron_formula(w1: float, w2: float, bias: float) -> str:
    def signed(value: float) -> str:
        return f"− {abs(value):g}" if value < 0 else f"+ {value:g}"

    first = f"{w1:g}".replace("-", "−")
    return f"z = {first}·x1 {signed(w2)}·x2 {signed(bias)}"


def _neuron_sheet() -> tuple[Figure, str]:
    fig, axes = plt.subplots(1, 3, figsize=(WIDEST, 3.2), layout="constrained")
    told = []
    for ax, table, bias in zip(axes, _TABLES, (-1.5, -0.5, -0.5), strict=True):
        hits = _draw_table(ax, table, 1, 1, bias)
        told.append(f"{table}: {_neuron_formula(1, 1, bias)} acierta {hits} de 4 filas")
    fig.suptitle("Una neurona: a un lado de la recta se activa (1) y al otro no (0)")
    return fig, ". ".join(told) + ", y ninguna recta acierta las 4."
