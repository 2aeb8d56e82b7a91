"""Figuras para decidir: costes, calibración, puntuaciones por clase y métricas en el tiempo."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import LogLocator
from numpy.typing import ArrayLike

from course_utils.arguments.class_names import check_two_class_names
from course_utils.arguments.columns import check_interval, check_series
from course_utils.arguments.scores import check_scores, check_threshold
from course_utils.arguments.text import check_text
from course_utils.metrics.curves import calibration, score_histogram
from course_utils.metrics.decisions import CostCurve, cost_curve
from course_utils.plotting.style import (
    CORRECT_COLOR,
    CURVE,
    NEUTRAL_COLOR,
    TRAIN_COLOR,
    WRONG_COLOR,
    axes_or_new,
    curve_style,
    curves,
    plain_numbers,
    write_label,
)
from course_utils.spanish import counted

_MARKERS = ("o", "s", "^", "D", "v")


def plot_cost_curve(
    y_true: ArrayLike,
    scores: ArrayLike,
    amounts: ArrayLike,
    *,
    alert_cost: float,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja el coste en euros según cuántos avisos se dan, y marca el más barato.

    Cada punto de la curva es un umbral. El eje cuenta los avisos que da, de uno a todos y en
    escala logarítmica, porque los umbrales de un fraude raro se apiñan cerca de 0 y los avisos
    no. La figura acaba donde el coste llega al doble del de no avisar nunca.

    Parameters
    ----------
    y_true, scores, amounts, alert_cost
        Los de ``expected_cost``.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con el coste total, sus dos partes y, a trazos, el de no avisar nunca.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``expected_cost``, o que ``ax`` no sean unos ejes.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_cost_curve(
    ...     [0, 0, 1, 1], [0.1, 0.7, 0.4, 0.8], [30, 20, 90, 250], alert_cost=5
    ... )
    >>> ax.get_legend_handles_labels()[1][-2:]
    ['No avisar nunca: 340 €', 'Mínimo: 15 €, con 3 avisos']
    >>> plt.close()
    """
    curve = cost_curve(y_true, scores, amounts, alert_cost=alert_cost)
    ax = axes_or_new(ax, figsize=(6.5, 4.2))
    parts = [
        ("Coste total", curve.total, "-", TRAIN_COLOR, 2.2),
        ("Fraude no detectado", curve.missed_amount, "--", WRONG_COLOR, 1.3),
        ("Revisar los avisos", curve.review_cost, "-.", CORRECT_COLOR, 1.3),
    ]
    for name, euros, style, color, width in parts:
        # El primero es «ningún aviso», que no cabe en una escala logarítmica.
        ax.plot(curve.alerts[1:], euros[1:], style, color=color, lw=width, label=name)
    _mark_never_and_best(ax, curve)
    right, top = _cost_limits(curve)
    ax.set_xscale("log")
    ax.set(xlim=(0.9, 1.1 * right), ylim=(0, top))
    ax.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    plain_numbers(ax.xaxis)
    plain_numbers(ax.yaxis)
    write_label(ax.xaxis.label, "Avisos (de más a menos sospechosos; escala logarítmica)")
    write_label(ax.yaxis.label, "Coste (€)")
    write_label(ax.title, "Coste según el número de avisos")
    ax.legend(loc="upper left", fontsize="small")
    return ax


def plot_calibration(
    y_true: ArrayLike,
    probabilities: ArrayLike,
    *,
    bins: int = 10,
    strategy: str = "quantile",
    label: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja si las probabilidades de un modelo se cumplen.

    Agrupa las muestras de probabilidad parecida y compara la probabilidad media de cada grupo con
    la fracción de positivos que hubo de verdad. En la diagonal, lo dicho se cumple. Varias
    llamadas con los mismos ``ax`` comparan modelos.

    Si ningún grupo llega a la mitad, los ejes acaban donde acaban los datos.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_muestras,)
        Etiquetas reales: 1 es la clase positiva y 0 la otra. Debe haber de las dos.
    probabilities : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Probabilidad de la clase positiva, de 0 a 1.
    bins : int, default 10
        Cuántos grupos, como mucho.
    strategy : {"quantile", "uniform"}, default "quantile"
        "quantile" hace grupos con las mismas muestras; "uniform", de la misma anchura. Con muy
        pocos positivos, el primero deja casi todos los grupos cerca de 0.
    label : str, optional
        Nombre del modelo en la leyenda.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con la curva y, en gris, la diagonal.

    Raises
    ------
    TypeError
        Si las etiquetas o las probabilidades no son números, o algún argumento no es del tipo
        debido.
    ValueError
        Si falta una de las dos clases, hay valores que no son probabilidades o las longitudes no
        coinciden.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_calibration([0, 0, 1, 1], [0.1, 0.3, 0.6, 0.9], bins=2, label="red")
    >>> ax.get_legend_handles_labels()[1]
    ['Se cumple exactamente', 'red']
    >>> plt.close()
    """
    curve = calibration(y_true, probabilities, bins=bins, strategy=strategy)
    ax = axes_or_new(ax, figsize=(5, 5))
    k = len(curves(ax))
    if not k:
        ax.plot([0, 1], [0, 1], ":", color=NEUTRAL_COLOR, label="Se cumple exactamente")
    ax.plot(
        curve.said,
        curve.happened,
        marker=_MARKERS[k % len(_MARKERS)],
        label="Modelo" if label is None else label,
        gid=CURVE,
        **curve_style(k),
    )
    top = max(max(*line.get_xdata(), *line.get_ydata()) for line in curves(ax))
    top = 1.0 if top > 0.5 else top
    ax.set(xlim=(-0.03 * top, 1.05 * top), ylim=(-0.03 * top, 1.05 * top))
    write_label(ax.xaxis.label, "Probabilidad media que dice el modelo")
    write_label(ax.yaxis.label, "Fracción de positivos que hubo")
    write_label(ax.title, "Calibración")
    ax.legend(fontsize="small")
    return ax


def plot_score_distributions(
    y_true: ArrayLike,
    scores: ArrayLike,
    *,
    threshold: float | None = None,
    class_names: Sequence[str] = ("normal", "fraude"),
    bins: int = 50,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja cómo se reparten las puntuaciones de cada clase.

    Las barras de cada clase suman 100 %, y el eje es logarítmico: así se ven igual 75 fraudes que
    57 000 pagos normales.

    Parameters
    ----------
    y_true, scores
        Los de ``plot_roc``: etiquetas 0 y 1, y un número por muestra.
    threshold : float, optional
        Un umbral que señalar con una línea vertical.
    class_names : sequence of str, default ("normal", "fraude")
        Los nombres de las clases 0 y 1.
    bins : int, default 50
        Cuántos intervalos de puntuación, todos igual de anchos. Si alguna puntuación pasa de cien
        veces la mediana (los errores de un autocodificador), su eje es también logarítmico.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con los dos histogramas.

    Raises
    ------
    TypeError
        Si las etiquetas o las puntuaciones no son números, o algún argumento no es del tipo
        debido.
    ValueError
        Si falta una de las dos clases, hay puntuaciones nan o infinitas, las longitudes no
        coinciden, no hay dos nombres o el umbral no vale.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_score_distributions([0, 0, 1], [0.1, 0.3, 0.8], threshold=0.5)
    >>> ax.get_legend_handles_labels()[1]
    ['normal (2)', 'fraude (1)', 'Umbral: 0.5']
    >>> plt.close()
    """
    histogram = score_histogram(y_true, scores, bins=bins)
    names = check_two_class_names(class_names)
    if threshold is not None:
        threshold = check_threshold(threshold, check_scores(scores))
    ax = axes_or_new(ax, figsize=(6.5, 4))
    styles = [
        {"fill": True, "facecolor": "#BBBBBB", "edgecolor": TRAIN_COLOR},
        {"color": WRONG_COLOR, "linewidth": 1.8, "hatch": "///"},
    ]
    for name, style, count, percentages in zip(
        names, styles, histogram.counts, histogram.percentages, strict=True
    ):
        ax.stairs(percentages, histogram.edges, label=f"{name} ({count})", **style)
    if threshold is not None:
        ax.axvline(threshold, ls="--", color="black", label=f"Umbral: {threshold:.3g}")
    heights = histogram.percentages
    ax.set_yscale("log")
    plain_numbers(ax.yaxis)
    low, high = 0.5 * heights[heights > 0].min(), heights.max()
    ax.set_ylim(low, high * (high / low) ** 0.4)  # arriba, un tercio del alto para la leyenda
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}" if value <= 100 else "")
    if histogram.logarithmic:
        ax.set_xscale("log")
        plain_numbers(ax.xaxis)
    write_label(
        ax.xaxis.label, "Puntuación (escala logarítmica)" if histogram.logarithmic else "Puntuación"
    )
    write_label(ax.yaxis.label, "% de su clase (escala logarítmica)")
    write_label(ax.title, "Puntuaciones de cada clase")
    ax.legend(loc="upper center", fontsize="small")
    return ax


def plot_metric_over_time(
    times: ArrayLike,
    values: ArrayLike,
    *,
    metric_name: str,
    interval: tuple[ArrayLike, ArrayLike] | None = None,
    time_name: str = "Hora",
    ax: Axes | None = None,
) -> Axes:
    """Dibuja cómo cambia una métrica con el tiempo y, si se da, su intervalo.

    Parameters
    ----------
    times : array_like of float, shape (n_momentos,)
        El momento de cada medida, en orden.
    values : array_like of float, shape (n_momentos,)
        La métrica en cada momento; nan donde no se pudo medir: ahí se interrumpe la línea.
    metric_name : str
        Cómo se llama, para el eje.
    interval : tuple of array_like of float, shape (n_momentos,), optional
        Los extremos inferior y superior de cada medida.
    time_name : str, default "Hora"
        Qué es el tiempo, con su unidad.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con la línea y, debajo, la banda. Si todo está entre 0 y 1, el eje también.

    Raises
    ------
    TypeError
        Si los datos no son números o los nombres no son textos.
    ValueError
        Si las longitudes no coinciden, hay infinitos, el tiempo no va en orden o un extremo
        inferior supera al superior.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_metric_over_time([0, 1, 2], [0.8, 0.7, 0.75], metric_name="Precisión media")
    >>> ax.get_xlabel(), ax.get_ylabel()
    ('Hora', 'Precisión media')
    >>> plt.close()
    """
    check_text(metric_name, "metric_name")
    check_text(time_name, "time_name")
    times, values = check_series(times, values)
    band = None if interval is None else check_interval(interval, values)
    ax = axes_or_new(ax, figsize=(6.5, 4))
    # Con muchos momentos los marcadores se tocan; con pocos, hacen visible uno suelto entre nan.
    size = 5 if len(times) <= 60 else 2
    ax.plot(times, values, "o-", color=TRAIN_COLOR, ms=size, label=metric_name)
    if band is not None:
        style = {"color": NEUTRAL_COLOR, "alpha": 0.35, "linewidth": 0}
        ax.fill_between(times, *band, label="Intervalo", **style)
        ax.legend(fontsize="small")
    shown = np.concatenate([values, *([] if band is None else band)])
    if np.nanmin(shown) >= 0 and np.nanmax(shown) <= 1:
        ax.set_ylim(-0.02, 1.05)
    write_label(ax.xaxis.label, time_name)
    write_label(ax.yaxis.label, metric_name)
    write_label(ax.title, f"{metric_name} a lo largo del tiempo")
    return ax


# --- Dibujar -----------------------------------------------------------------------------------


def visible_alerts(curve: CostCurve) -> int:
    """Hasta cuántos avisos dibuja ``plot_cost_curve``."""
    return int(_cost_limits(curve)[0])


def _cost_limits(curve: CostCurve) -> tuple[float, float]:
    """Dónde acaban los ejes: revisarlo todo es tan caro que aplastaría lo que se quiere ver."""
    never, first = curve.total[:2]
    # El primer umbral siempre cabe; sin fraudes, todos.
    top = max(2 * never, 1.1 * first) if never else 1.1 * curve.total.max()
    shown = curve.alerts[curve.total <= top]
    return max(2, shown[-1]), top or 1.0


def _mark_never_and_best(ax: Axes, curve: CostCurve) -> None:
    best, never = curve.best, curve.total[0]
    text = f"No avisar nunca: {never:.0f} €" + ("" if best else " (lo más barato)")
    ax.axhline(never, ls=":", color=NEUTRAL_COLOR, label=text)
    if best:
        alerts, euros = curve.alerts[best], curve.total[best]
        text = f"Mínimo: {euros:.0f} €, con {counted(alerts, 'aviso')}"
        style = {"color": "white", "markeredgecolor": "black", "ms": 15, "zorder": 5}
        ax.plot([alerts], [euros], "*", **style, label=text)
