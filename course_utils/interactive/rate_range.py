"""El explorador de la prueba de rango: qué hace cada tasa al entrenar de verdad."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils.interactive.widgets import (
    can_show_widgets,
    look,
    show_static,
    show_widgets,
    two_panels,
)
from course_utils.models.hidden_layer import train_hidden_layer
from course_utils.plotting.style import CURVE_COLORS, CURVE_STYLES, TRAIN_COLOR, WRONG_COLOR

_STEPS = 200
_RATES = np.geomspace(1e-3, 100, _STEPS)
_SHEET = (0.003, 0.3, 10.0)  # lo que enseña la figura fija: una tasa de cada tramo
_WINDOW = 9
_FLAT = 0.9  # mientras la pérdida no baje de esta parte de la primera, es el llano


class _Test(NamedTuple):
    """Los dígitos, y su prueba de rango: la pérdida, suavizada, con cada tasa."""

    x: np.ndarray
    y: np.ndarray
    rates: np.ndarray
    losses: np.ndarray

    @property
    def best(self) -> float:
        """La tasa del fondo de la curva."""
        return float(self.rates[self.losses.argmin()])

    def zone(self, rate: float) -> str:
        before = self.losses[self.rates <= max(rate, self.rates[0])]
        if rate > self.best:
            return "pasado el fondo"
        return "en el llano" if before.min() > _FLAT * self.losses[0] else "en la bajada"

    def train(self, rate: float) -> np.ndarray:
        """La pérdida de cada paso, con esa tasa fija."""
        return train_hidden_layer(self.x, self.y, np.full(_STEPS, rate))

    def describe(self, rate: float, losses: np.ndarray) -> str:
        start = f"Tasa {rate:.3g}, {self.zone(rate)} de la prueba de rango: en {_STEPS} pasos, "
        if not np.isfinite(losses).all():
            return f"{start}la pérdida estalla."
        first, last = losses[0], losses[-20:].mean()
        verdict = "Aprende." if last < 0.5 * first else "Aprende despacio."
        if last > _FLAT * first:
            verdict = "No aprende: es demasiado alta." if rate > self.best else "Casi no se mueve."
        return f"{start}la pérdida va de ≈ {first:.2f} a ≈ {last:.2f}. {verdict}"


def explore_rate_range() -> None:
    """Elige una tasa en la prueba de rango y mira cómo entrena con ella una red pequeña.

    A la izquierda, la prueba de rango: una pasada en la que la tasa sube en cada lote. A la
    derecha, la misma red desde el principio, con la tasa elegida, fija. Los datos, los dígitos de
    scikit-learn.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> explore_rate_range()  # doctest: +ELLIPSIS
    Tasa 0.003, en el llano de la prueba de rango: en 200 pasos, la pérdida va de ≈ ... a ≈ ....
    Casi no se mueve. Tasa 0.3, ...
    >>> plt.close()
    """
    test = _range_test()
    if not can_show_widgets():
        return show_static(*_sheet(test))
    from ipywidgets import FloatLogSlider

    rate = FloatLogSlider(
        value=0.1, base=10, min=-3, max=2, step=0.1, readout_format=".3g", **look("Tasa")
    )

    def draw(rate: float) -> tuple[Figure, str]:
        losses = test.train(rate)
        return _figure(test, {rate: losses}), test.describe(rate, losses)

    return show_widgets({"rate": rate}, draw)


def _range_test() -> _Test:
    from sklearn.datasets import load_digits

    x, y = load_digits(return_X_y=True)
    losses = train_hidden_layer(x / 16, y, _RATES)
    losses = losses[np.isfinite(losses)]
    smooth = np.convolve(losses, np.full(_WINDOW, 1 / _WINDOW), mode="valid")
    middle = _WINDOW // 2
    return _Test(x / 16, y, _RATES[middle : middle + len(smooth)], smooth)


def _figure(test: _Test, runs: dict[float, np.ndarray]) -> Figure:
    fig, axes = two_panels()
    _draw_test(axes[0], test, list(runs))
    _draw_runs(axes[1], runs)
    return fig


def _draw_test(ax: Axes, test: _Test, chosen: list[float]) -> None:
    ax.semilogx(test.rates, test.losses, color=TRAIN_COLOR)
    for rate, color, style in zip(chosen, CURVE_COLORS[1:], CURVE_STYLES[1:], strict=False):
        ax.axvline(rate, color=color, linestyle=style, lw=2, label=f"tasa {rate:.3g}")
    ax.set(
        title="Prueba de rango",
        xlabel="Tasa (escala logarítmica)",
        ylabel="Pérdida (suavizada)",
        xlim=(_RATES[0] / 1.2, _RATES[-1] * 1.2),
        ylim=(0, 1.6 * test.losses[0]),
    )
    ax.legend()


def _draw_runs(ax: Axes, runs: dict[float, np.ndarray]) -> None:
    top = 1.6 * next(iter(runs.values()))[0]
    for (rate, losses), color, style in zip(
        runs.items(), CURVE_COLORS[1:], CURVE_STYLES[1:], strict=False
    ):
        ax.plot(losses, color=color, linestyle=style, label=f"tasa {rate:.3g}")
        out = np.flatnonzero(~(losses < top))
        if len(out):  # se sale por arriba
            ax.plot(out[0], 0.97 * top, "X", ms=9, color=WRONG_COLOR, label=f"{rate:.3g}: se sale")
    ax.set(
        title="Con la tasa fija",
        xlabel="Paso",
        ylabel="Pérdida del lote",
        xlim=(-5, _STEPS),
        ylim=(0, top),
    )
    ax.legend()


def _sheet(test: _Test) -> tuple[Figure, str]:
    runs = {rate: test.train(rate) for rate in _SHEET}
    told = " ".join(test.describe(rate, losses) for rate, losses in runs.items())
    return _figure(test, runs), told
