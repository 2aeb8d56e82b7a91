"""El explorador de la tasa de aprendizaje."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from course_utils.interactive.widgets import (
    can_show_widgets,
    look,
    show_static,
    show_widgets,
    two_panels,
)
from course_utils.models.descent import descend, descent_result
from course_utils.plotting.descent import plot_gradient_path, plot_learning_rate_comparison
from course_utils.plotting.style import TRAIN_COLOR, plain_numbers
from course_utils.spanish import counted

_START = (-4.0, 4.0)
_VIEW = {"x_range": (-5, 5), "y_range": (-5, 5)}


def _bowl(w1, w2):
    # Un cuenco ocho veces más empinado en una dirección: la tasa 0.25 es justo la frontera.
    return 0.5 * ((w1 - 1) ** 2 + 8 * (w2 - 1) ** 2)


def _bowl_gradient(w1, w2):
    return w1 - 1, 8 * (w2 - 1)


def explore_learning_rate() -> None:
    """Mueve la tasa de aprendizaje y mira el camino que recorre el descenso de gradiente.

    La pérdida es un cuenco alargado con el mínimo en (1, 1). Con una tasa baja no se llega; desde
    0.25, el camino rebota cada vez más lejos.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> explore_learning_rate()
    Desde el mismo punto y con 30 pasos: tasa 0.01, pérdida final ≈ 7.08; tasa 0.1, pérdida final
    ≈ 0.0225; tasa 0.26, diverge. Con esos pasos, una tasa baja no
    llega y una alta rebota cada vez más lejos.
    >>> plt.close()
    """
    if not can_show_widgets():
        return show_static(*_learning_rate_sheet())
    from ipywidgets import FloatLogSlider, IntSlider

    rate = FloatLogSlider(
        value=0.1, base=10, min=-3, max=-0.4, step=0.05, readout_format=".3g", **look("Tasa")
    )
    steps = IntSlider(value=30, min=1, max=60, **look("Pasos"))
    return show_widgets({"rate": rate, "steps": steps}, _draw_learning_rate)


def _draw_learning_rate(rate: float, steps: int) -> tuple[Figure, str]:
    path = descend(_bowl_gradient, _START, rate, steps)
    losses = _bowl(*path.T)
    fig, axes = two_panels()
    plot_gradient_path(_bowl, path, **_VIEW, ax=axes[0])
    axes[0].set_title("Camino del descenso")
    axes[1].semilogy(losses, "o-", ms=3, color=TRAIN_COLOR)
    axes[1].set(title="Pérdida en cada paso", xlabel="Paso", ylabel="Pérdida (escala logarítmica)")
    axes[1].xaxis.set_major_locator(MaxNLocator(integer=True))
    plain_numbers(axes[1].yaxis, digits=6)
    return fig, _learning_rate_text(rate, losses)


def _learning_rate_text(rate: float, losses: np.ndarray) -> str:
    first, last = losses[[0, -1]]
    taken = counted(len(losses) - 1, "paso")
    start = f"Tasa {rate:.3g}, {taken}: la pérdida empieza en {first:.3g} y"
    if last > first:
        return f"{start} sube hasta ≈ {last:.3g}. Diverge: la tasa es demasiado alta."
    ending = "Llegó cerca del mínimo." if last < 0.01 * first else "Aún está lejos del mínimo."
    return f"{start} termina en ≈ {last:.3g}. {ending}"


def _learning_rate_sheet() -> tuple[Figure, str]:
    rates, steps = (0.01, 0.1, 0.26), 30
    fig = plot_learning_rate_comparison(_bowl, _bowl_gradient, _START, rates, steps=steps, **_VIEW)
    paths = [descend(_bowl_gradient, _START, rate, steps) for rate in rates]
    results = [descent_result(_bowl, path).replace("final ", "final ≈ ") for path in paths]
    told = "; ".join(f"tasa {r:g}, {text}" for r, text in zip(rates, results, strict=True))
    return fig, (
        f"Desde el mismo punto y con {steps} pasos: {told}. Con esos pasos, una tasa baja no "
        "llega y una alta rebota cada vez más lejos."
    )
