"""Figuras para decidir: costes, calibración, puntuaciones por clase y métricas en el tiempo.

Siguen las mismas reglas que `plotting`: reciben datos y dibujan; `ax=None` es una figura nueva; los
rótulos que ya puso quien llama se respetan.
"""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import LogLocator, NullFormatter

from course_utils.inputs import are_probabilities, check_count, check_same_length, check_threshold
from course_utils.metrics import check_class_names
from course_utils.metrics_decisions import CostCurve, check_column, cost_curve
from course_utils.plotting import (
    _CURVE,
    _CURVE_COLORS,
    _CURVE_STYLES,
    CORRECT_COLOR,
    NEUTRAL_COLOR,
    TRAIN_COLOR,
    WRONG_COLOR,
    _axes_or_new,
    _binary_scores,
    _curves,
    _label,
)

__all__ = [
    "plot_calibration",
    "plot_cost_curve",
    "plot_metric_over_time",
    "plot_score_distributions",
]

_MARKERS = ("o", "s", "^", "D", "v")


def plot_cost_curve(y_true, scores, amounts, *, alert_cost, ax=None) -> Axes:
    """Dibuja el coste en euros según cuántos avisos se dan, y marca el más barato.

    Cada punto de la curva es un umbral. El eje cuenta los avisos que da, de uno a todos y en
    escala logarítmica, porque los umbrales de un fraude raro se apiñan cerca de 0 y los avisos
    no. La figura acaba donde el coste llega al doble del de no avisar nunca.

    Parameters
    ----------
    y_true, scores, amounts, alert_cost
        Los de `course_utils.metrics_decisions.expected_cost`.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes
        Los ejes con el coste total, sus dos partes y, a trazos, el de no avisar nunca.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que `course_utils.metrics_decisions.expected_cost`, o que `ax` no sean
        unos ejes.

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
    ax = _axes_or_new(ax, figsize=(6.5, 4.2))
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
    _plain_numbers(ax.xaxis)
    _plain_numbers(ax.yaxis)
    _label(ax.xaxis.label, "Avisos (de más a menos sospechosos; escala logarítmica)")
    _label(ax.yaxis.label, "Coste (€)")
    _label(ax.title, "Coste según el número de avisos")
    ax.legend(loc="upper left", fontsize="small")
    return ax


def plot_calibration(
    y_true, probabilities, *, bins=10, strategy="quantile", label=None, ax=None
) -> Axes:
    """Dibuja si las probabilidades de un modelo se cumplen.

    Agrupa las muestras de probabilidad parecida y compara la probabilidad media de cada grupo con
    la fracción de positivos que hubo de verdad. En la diagonal, lo dicho se cumple. Varias
    llamadas con los mismos `ax` comparan modelos.

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
    from sklearn.calibration import calibration_curve

    y_true, probabilities = _binary_scores(y_true, probabilities)
    _check_calibration(probabilities, bins, strategy)
    happened, said = calibration_curve(y_true, probabilities, n_bins=bins, strategy=strategy)
    ax = _axes_or_new(ax, figsize=(5, 5))
    k = len(_curves(ax))
    if not k:
        ax.plot([0, 1], [0, 1], ":", color=NEUTRAL_COLOR, label="Se cumple exactamente")
    ax.plot(
        said,
        happened,
        _CURVE_STYLES[k % len(_CURVE_STYLES)],
        marker=_MARKERS[k % len(_MARKERS)],
        color=_CURVE_COLORS[k % len(_CURVE_COLORS)],
        label="Modelo" if label is None else label,
        gid=_CURVE,
    )
    top = max(max(*line.get_xdata(), *line.get_ydata()) for line in _curves(ax))
    top = 1.0 if top > 0.5 else top
    ax.set(xlim=(-0.03 * top, 1.05 * top), ylim=(-0.03 * top, 1.05 * top))
    _label(ax.xaxis.label, "Probabilidad media que dice el modelo")
    _label(ax.yaxis.label, "Fracción de positivos que hubo")
    _label(ax.title, "Calibración")
    ax.legend(fontsize="small")
    return ax


def plot_score_distributions(
    y_true,
    scores,
    *,
    threshold=None,
    class_names=("normal", "fraude"),
    bins=50,
    ax=None,
) -> Axes:
    """Dibuja cómo se reparten las puntuaciones de cada clase.

    Las barras de cada clase suman 100 %, y el eje es logarítmico: así se ven igual 75 fraudes que
    57 000 pagos normales.

    Parameters
    ----------
    y_true, scores
        Los de `course_utils.plotting.plot_roc`: etiquetas 0 y 1, y un número por muestra.
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
    y_true, scores = _binary_scores(y_true, scores)
    names = check_class_names(class_names)
    if len(names) != 2:
        raise ValueError(f"class_names debe tener dos nombres; llegaron {len(names)}.")
    check_count(bins, "bins")
    if threshold is not None:
        threshold = check_threshold(threshold, scores)
    ax = _axes_or_new(ax, figsize=(6.5, 4))
    wide = _spans_magnitudes(scores)
    edges = (
        np.geomspace(scores.min(), scores.max(), bins + 1)
        if wide
        else np.histogram_bin_edges(scores, bins)
    )
    styles = [
        {"fill": True, "facecolor": "#BBBBBB", "edgecolor": TRAIN_COLOR},
        {"color": WRONG_COLOR, "linewidth": 1.8, "hatch": "///"},
    ]
    heights = []
    for value, (name, style) in enumerate(zip(names, styles, strict=True)):
        own = scores[y_true == value]
        heights.append(100 * np.histogram(own, edges)[0] / len(own))
        ax.stairs(heights[-1], edges, label=f"{name} ({len(own)})", **style)
    if threshold is not None:
        ax.axvline(threshold, ls="--", color="black", label=f"Umbral: {threshold:.3g}")
    heights = np.concatenate(heights)
    ax.set_yscale("log")
    _plain_numbers(ax.yaxis)
    low, high = 0.5 * heights[heights > 0].min(), heights.max()
    ax.set_ylim(low, high * (high / low) ** 0.4)  # arriba, un tercio del alto para la leyenda
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}" if value <= 100 else "")
    if wide:
        ax.set_xscale("log")
        _plain_numbers(ax.xaxis)
    _label(ax.xaxis.label, "Puntuación (escala logarítmica)" if wide else "Puntuación")
    _label(ax.yaxis.label, "% de su clase (escala logarítmica)")
    _label(ax.title, "Puntuaciones de cada clase")
    ax.legend(loc="upper center", fontsize="small")
    return ax


def plot_metric_over_time(
    times, values, *, metric_name, interval=None, time_name="Hora", ax=None
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
    for name, text in {"metric_name": metric_name, "time_name": time_name}.items():
        if not isinstance(text, str):
            raise TypeError(f"{name} debe ser un texto; llegó {text!r} ({type(text).__name__}).")
    times, values = _check_series(times, values)
    band = None if interval is None else _check_interval(interval, values)
    ax = _axes_or_new(ax, figsize=(6.5, 4))
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
    _label(ax.xaxis.label, time_name)
    _label(ax.yaxis.label, metric_name)
    _label(ax.title, f"{metric_name} a lo largo del tiempo")
    return ax


# --- Dibujar -----------------------------------------------------------------------------------


def alerts_text(alerts: int) -> str:
    """«1 aviso», «2 avisos». Lo usa también `interactive`."""
    return f"{alerts} aviso" if alerts == 1 else f"{alerts} avisos"


def visible_alerts(curve: CostCurve) -> int:
    """Hasta cuántos avisos dibuja `plot_cost_curve`. Lo usa también `interactive`."""
    return int(_cost_limits(curve)[0])


def _cost_limits(curve: CostCurve) -> tuple[float, float]:
    """Dónde acaban los ejes: revisarlo todo es tan caro que aplastaría lo que se quiere ver."""
    never, first = curve.total[:2]
    # El primer umbral siempre cabe; sin fraudes, todos.
    top = max(2 * never, 1.1 * first) if never else 1.1 * curve.total.max()
    shown = curve.alerts[curve.total <= top]
    return max(2, shown[-1]), top or 1.0


def _plain_numbers(axis) -> None:
    """Números corrientes: las potencias (10²) piden fuentes que no están en todas las máquinas."""
    axis.set_major_formatter(lambda value, _: f"{value:.10g}")
    axis.set_minor_formatter(NullFormatter())


def _spans_magnitudes(scores: np.ndarray) -> bool:
    """El error de un autocodificador: unos pocos, cientos de veces mayores que el normal."""
    is_positive = scores.min() > 0 and not are_probabilities(scores)
    return is_positive and scores.max() > 100 * np.median(scores)


def _mark_never_and_best(ax: Axes, curve: CostCurve) -> None:
    best, never = curve.best, curve.total[0]
    text = f"No avisar nunca: {never:.0f} €" + ("" if best else " (lo más barato)")
    ax.axhline(never, ls=":", color=NEUTRAL_COLOR, label=text)
    if best:
        alerts, euros = curve.alerts[best], curve.total[best]
        text = f"Mínimo: {euros:.0f} €, con {alerts_text(alerts)}"
        style = {"color": "white", "markeredgecolor": "black", "ms": 15, "zorder": 5}
        ax.plot([alerts], [euros], "*", **style, label=text)


# --- Comprobar lo que llega --------------------------------------------------------------------


def _check_calibration(probabilities: np.ndarray, bins, strategy) -> None:
    low, high = probabilities.min(), probabilities.max()
    if low < 0 or high > 1:
        raise ValueError(
            f"probabilities contiene valores de {low:.3g} a {high:.3g} y una probabilidad va de 0 "
            "a 1. La calibración compara probabilidades; otras puntuaciones hay que calibrarlas "
            "antes (CalibratedClassifierCV)."
        )
    check_count(bins, "bins")
    if strategy not in ("quantile", "uniform"):
        raise ValueError(f'strategy debe ser "quantile" o "uniform"; llegó {strategy!r}.')


def _check_series(times, values) -> tuple[np.ndarray, np.ndarray]:
    times = check_column(times, "times", "momento")
    values = check_column(values, "values", "valor", allow_nan=True)
    check_same_length({"times": times, "values": values})
    if (np.diff(times) <= 0).any():
        where = int((np.diff(times) <= 0).argmax()) + 1
        raise ValueError(
            f"times debe ir en orden, sin repetir: {times[where]:g} va detrás de "
            f"{times[where - 1]:g}. Ordena los datos antes."
        )
    if np.isnan(values).all():
        raise ValueError("values solo contiene nan: no hay nada que dibujar.")
    return times, values


def _check_interval(interval, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if not isinstance(interval, tuple | list) or len(interval) != 2:
        raise TypeError(
            "interval debe ser una pareja (inferiores, superiores), con un valor por momento; "
            f"llegó {type(interval).__name__}."
        )
    low, high = (
        check_column(part, f"interval[{k}]", "extremo", allow_nan=True)
        for k, part in enumerate(interval)
    )
    check_same_length({"values": values, "interval[0]": low, "interval[1]": high})
    if (low > high).any():
        where = int((low > high).argmax())
        raise ValueError(
            f"interval: en la posición {where} el extremo inferior ({low[where]:g}) supera al "
            f"superior ({high[where]:g}). ¿Están al revés?"
        )
    return low, high
