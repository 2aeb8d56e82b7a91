"""El explorador de los avisos: cuántos se dan, qué fraudes detectan y cuánto cuestan."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, MaxNLocator
from numpy.typing import ArrayLike

from course_utils.arguments.numbers import check_hours
from course_utils.arguments.scores import check_binary_scores
from course_utils.interactive.widgets import (
    can_show_widgets,
    selector,
    show_static,
    show_widgets,
    threshold_limits,
    two_panels,
)
from course_utils.metrics.decisions import CostCurve, DecisionCost, cost_curve, expected_cost
from course_utils.plotting.decisions import plot_cost_curve, visible_alerts
from course_utils.plotting.style import CORRECT_COLOR, CORRECT_MARK, WRONG_COLOR, WRONG_MARK
from course_utils.spanish import counted


def explore_alerts(
    y_true: ArrayLike,
    scores: ArrayLike,
    amounts: ArrayLike,
    hours: float,
    *,
    alert_cost: float,
) -> None:
    """Cambia cuántos avisos se dan y mira cuántos fraudes se detectan y cuánto cuesta.

    El control recorre los umbrales por los avisos que dan, cada vez más separados, y empieza en el
    umbral 0.5 si las puntuaciones son probabilidades.

    Parameters
    ----------
    y_true, scores, amounts, alert_cost
        Los de ``expected_cost``. Debe haber pagos normales y fraudes.
    hours : float
        Cuántas horas abarcan los datos; mayor que 0.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``expected_cost``, que falte una clase o
        que ``hours`` no sea un número mayor que 0.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> fraude, puntuacion = [0, 0, 1, 1], [0.1, 0.7, 0.4, 0.8]
    >>> explore_alerts(fraude, puntuacion, [30, 20, 90, 250], 24, alert_cost=5)
    ≈ 2 avisos en 24 h (≈ 2 al día; umbral ≈ 0.7): detecta ≈ 1 de los fraudes (hay 2).
    Se pierden ≈ 90 € y revisar cuesta ≈ 10 €: en total ≈ 100 €. El mínimo es ≈ 15 €, con
    ≈ 3 avisos.
    >>> plt.close()
    """
    y_true, scores = check_binary_scores(y_true, scores)
    curve = cost_curve(y_true, scores, amounts, alert_cost=alert_cost)
    check_hours(hours)
    best = f"≈ {curve.total[curve.best]:.0f} €, con ≈ {counted(curve.alerts[curve.best], 'aviso')}"

    def draw(alerts: int) -> tuple[Figure, str]:
        threshold = curve.thresholds[np.searchsorted(curve.alerts, alerts)]
        cost = expected_cost(y_true, scores, amounts, threshold, alert_cost=alert_cost)
        fig, axes = two_panels(width_ratios=[1.9, 1])
        plot_cost_curve(y_true, scores, amounts, alert_cost=alert_cost, ax=axes[0])
        _mark_decision(axes[0], cost)
        axes[0].xaxis.set_major_locator(LogLocator(subs=(1, 3)))  # con más, se pisarían
        _draw_caught(axes[1], cost)
        return fig, f"{_alerts_told(cost, hours)} El mínimo es {best}."

    options, start = _alert_options(curve, scores)
    if not can_show_widgets():
        return show_static(*draw(start))
    control = selector("Avisos", options)
    control.value = start
    return show_widgets({"alerts": control}, draw)


def _alert_options(curve: CostCurve, scores: np.ndarray) -> tuple[list[int], int]:
    """Los avisos entre los que se elige, cada vez más separados, y con cuántos se empieza."""
    possible = curve.alerts[1:]  # sin el 0, que no cabe en la escala logarítmica
    most = min(visible_alerts(curve), possible[-1])
    start = np.count_nonzero(scores >= threshold_limits(scores)[2])
    wanted = [*np.geomspace(1, most, 90), start, curve.alerts[curve.best]]
    nearest = np.searchsorted(possible, np.clip(wanted, 1, most))
    return np.unique(possible[nearest]).tolist(), int(possible[nearest[-2]])


def _mark_decision(ax: Axes, cost: DecisionCost) -> None:
    ax.axvline(cost.alerts, color="black", lw=0.8)
    label = f"Ahora: {cost.total:.0f} €, con {counted(cost.alerts, 'aviso')}"
    ax.plot([cost.alerts], [cost.total], "D", color="black", ms=8, zorder=6, label=label)
    ax.legend(loc="upper left", fontsize="small")


def _draw_caught(ax: Axes, cost: DecisionCost) -> None:
    counts = [cost.frauds_caught, cost.frauds_missed]
    bars = ax.bar(
        [f"{CORRECT_MARK} detectados", f"{WRONG_MARK} sin detectar"],
        counts,
        color=[CORRECT_COLOR, WRONG_COLOR],
    )
    bars[1].set_hatch("//")
    ax.bar_label(bars)
    ax.set(title="Fraudes", xlabel="Qué pasó con ellos", ylabel="Número de fraudes")
    ax.set_ylim(0, 1.1 * sum(counts))
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))


def _alerts_told(cost: DecisionCost, hours: float) -> str:
    daily = 24 * cost.alerts / hours
    return (
        f"≈ {counted(cost.alerts, 'aviso')} en {hours:g} h (≈ {daily:.0f} al día; umbral ≈ "
        f"{cost.threshold:.3g}): detecta ≈ {cost.frauds_caught} de los fraudes (hay "
        f"{cost.frauds_caught + cost.frauds_missed}). Se pierden ≈ {cost.missed_amount:.0f} € y "
        f"revisar cuesta ≈ {cost.review_cost:.0f} €: en total ≈ {cost.total:.0f} €."
    )
