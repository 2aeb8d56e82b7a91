"""Exploradores: figuras con controles que se mueven, y una frase que dice lo que se ve.

La figura va en el valor de un widget `Image` y la frase en el de un `HTML`: lo que se imprime
dentro de un widget `Output` no se puede comparar al probar el cuaderno. Con `COURSE_STATIC=1`, sin
ipywidgets o fuera de un cuaderno, cada explorador dibuja una figura fija e imprime su frase.
En las frases, lo que depende de un modelo ajustado va detrás de «≈».

Ninguno devuelve nada: la celda no escribe nada más.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, NullFormatter

from course_utils.inputs import are_probabilities, check_number
from course_utils.metrics import confusion_counts
from course_utils.metrics_decisions import (
    CostCurve,
    DecisionCost,
    cost_curve,
    expected_cost,
)
from course_utils.plotting import (
    CORRECT_COLOR,
    TRAIN_COLOR,
    VALIDATION_COLOR,
    WRONG_COLOR,
    _binary_scores,
    _threshold_range,
    plot_confusion_matrix,
    plot_threshold,
)
from course_utils.plotting_concepts import (
    CLASS_COLORS,
    CLASS_MARKERS,
    activation,
    descend,
    descent_result,
    plot_activation,
    plot_decision_regions,
    plot_gradient_path,
    plot_learning_rate_comparison,
)
from course_utils.plotting_convolution import (
    _MAX_NUMBERED_SIDE,
    convolve,
    plot_convolution_steps,
    product_sum,
    window_at,
)
from course_utils.plotting_decisions import alerts_text, plot_cost_curve, visible_alerts
from course_utils.shell import in_notebook as _in_notebook

__all__ = [
    "explore_alerts",
    "explore_complexity",
    "explore_convolution",
    "explore_learning_rate",
    "explore_neuron",
    "explore_threshold",
]

_DPI = 100  # como las figuras de las demás celdas


# --- El umbral ---------------------------------------------------------------------------------


def explore_threshold(y_true, scores) -> None:
    """Mueve el umbral y mira la precisión, la exhaustividad y la matriz de confusión.

    Se predice la clase positiva cuando la puntuación es mayor o igual que el umbral.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_muestras,)
        Etiquetas reales: 1 es la clase positiva y 0 la otra. Debe haber de las dos.
    scores : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Puntuación de la clase positiva: una probabilidad o cualquier número real.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que `course_utils.plotting.plot_roc`.

    Examples
    --------
    >>> explore_threshold([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
    Umbral 0.5: detecta ≈ 1 de los positivos (hay 2); falsas alarmas ≈ 0; precisión ≈ 1.00;
    exhaustividad ≈ 0.50.
    >>> plt.close()
    """
    y_true, scores = _binary_scores(y_true, scores)
    low, high, start = _threshold_slider(scores)

    def draw(threshold):
        fig, axes = _two_panels(width_ratios=[1.5, 1])
        plot_threshold(y_true, scores, threshold, ax=axes[0])
        names = ["negativo", "positivo"]
        plot_confusion_matrix(y_true, scores >= threshold, class_names=names, ax=axes[1])
        number = f"{threshold:.3g}"
        if threshold and not are_probabilities(scores):
            number = f"≈ {number}"  # sale de las puntuaciones, y ellas de un modelo
        return fig, _threshold_text(y_true, scores >= threshold, number)

    if not _can_show_widgets():
        return _show_static(*draw(start))
    step, digits = (high - low) / 100, ".2f" if are_probabilities(scores) else ".3g"
    slider = _slider("Umbral", start, low, high, step=step, readout_format=digits)
    return _show_widgets({"threshold": slider}, draw)


def _threshold_slider(scores: np.ndarray) -> tuple[float, float, float]:
    if are_probabilities(scores):
        return 0.0, 1.0, 0.5
    low, high = _threshold_range(scores, float(scores.mean()))
    # En una función de decisión, como la de una SVM, la frontera es el 0.
    return low, high, 0.0 if low < 0 < high else (low + high) / 2


def _threshold_text(y_true, predicted, threshold: str) -> str:
    counts = confusion_counts(y_true, predicted)
    alarms = counts.tp + counts.fp
    precision = f"≈ {counts.tp / alarms:.2f}" if alarms else "sin definir (no predice positivos)"
    return (
        f"Umbral {threshold}: detecta ≈ {counts.tp} de los positivos (hay {y_true.sum()}); falsas "
        f"alarmas ≈ {counts.fp}; precisión {precision}; "
        f"exhaustividad ≈ {counts.tp / y_true.sum():.2f}."
    )


# --- La tasa de aprendizaje --------------------------------------------------------------------

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
    >>> explore_learning_rate()
    Desde el mismo punto y con 30 pasos: tasa 0.01, pérdida final ≈ 7.08; tasa 0.1, pérdida final
    ≈ 0.0225; tasa 0.26, diverge. Con esos pasos, una tasa baja no
    llega y una alta rebota cada vez más lejos.
    >>> plt.close()
    """
    if not _can_show_widgets():
        return _show_static(*_learning_rate_sheet())
    from ipywidgets import FloatLogSlider, IntSlider

    rate = FloatLogSlider(
        value=0.1, base=10, min=-3, max=-0.4, step=0.05, readout_format=".3f", **_look("Tasa")
    )
    steps = IntSlider(value=30, min=1, max=60, **_look("Pasos"))
    return _show_widgets({"rate": rate, "steps": steps}, _draw_learning_rate)


def _draw_learning_rate(rate: float, steps: int) -> tuple[Figure, str]:
    path = descend(_bowl_gradient, _START, rate, steps)
    losses = _bowl(*path.T)
    fig, axes = _two_panels()
    plot_gradient_path(_bowl, path, **_VIEW, ax=axes[0])
    axes[1].semilogy(losses, "o-", ms=3, color=TRAIN_COLOR)
    axes[1].set(title="Pérdida en cada paso", xlabel="Paso", ylabel="Pérdida (escala logarítmica)")
    axes[1].xaxis.set_major_locator(MaxNLocator(integer=True))
    # Las potencias de Matplotlib (10²) piden fuentes que no están en todas las máquinas.
    axes[1].yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes[1].yaxis.set_minor_formatter(NullFormatter())
    return fig, _learning_rate_text(rate, losses)


def _learning_rate_text(rate: float, losses: np.ndarray) -> str:
    first, last = losses[[0, -1]]
    steps = len(losses) - 1
    taken = f"{steps} paso" if steps == 1 else f"{steps} pasos"
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


# --- La neurona --------------------------------------------------------------------------------

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
    if not _can_show_widgets():
        return _show_static(*_neuron_sheet())
    controls = {
        "table": _selector("Tabla", _TABLES),
        "w1": _slider("Peso w1", 1.0, -4, 4, step=0.5, readout_format=".1f"),
        "w2": _slider("Peso w2", 1.0, -4, 4, step=0.5, readout_format=".1f"),
        "bias": _slider("Sesgo", 0.5, -4, 4, step=0.5, readout_format=".1f"),
        "name": _selector("Activación", ["sigmoide", "relu", "tanh"]),
    }
    return _show_widgets(controls, _draw_neuron)


def _draw_neuron(table: str, w1: float, w2: float, bias: float, name: str) -> tuple[Figure, str]:
    z = _INPUTS @ [w1, w2] + bias
    fig, axes = _two_panels()
    hits = _draw_table(axes[0], table, w1, w2, bias)
    reach = float(max(6, np.abs(z).max() + 1))
    plot_activation(name, x_range=(-reach, reach), ax=axes[1])
    axes[1].set_title("Salida en las cuatro filas de la tabla")
    for x, output, label in zip(z, activation(name, z), _TABLES[table], strict=True):
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

    def fires(points):
        return points @ [w1, w2] + bias > 0

    names = {"class_names": ["0", "1"], "feature_names": ["Entrada x1", "Entrada x2"]}
    plot_decision_regions(fires, _INPUTS, _TABLES[table], **names, ax=ax)
    correct = fires(_INPUTS) == _TABLES[table]
    for (x1, x2), right in zip(_INPUTS, correct, strict=True):
        ax.annotate(
            "✓" if right else "✗",
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
    def signed(value):
        return f"− {abs(value):g}" if value < 0 else f"+ {value:g}"

    first = f"{w1:g}".replace("-", "−")
    return f"z = {first}·x1 {signed(w2)}·x2 {signed(bias)}"


def _neuron_sheet() -> tuple[Figure, str]:
    fig, axes = plt.subplots(1, 3, figsize=(11, 3.8), layout="constrained")
    told = []
    for ax, table, bias in zip(axes, _TABLES, (-1.5, -0.5, -0.5), strict=True):
        hits = _draw_table(ax, table, 1, 1, bias)
        told.append(f"{table}: {_neuron_formula(1, 1, bias)} acierta {hits} de 4 filas")
    fig.suptitle("Una neurona: a un lado de la recta se activa (1) y al otro no (0)")
    return fig, ". ".join(told) + ", y ninguna recta acierta las 4."


# --- La complejidad ----------------------------------------------------------------------------

_COMPLEXITIES = tuple(range(1, 16))


@dataclass(frozen=True)
class _Problem:
    """Un modelo ajustado con cada complejidad, y sus errores."""

    subject: str  # «Árbol de profundidad», a falta del número
    knob: str
    error_name: str
    train_errors: np.ndarray
    test_errors: np.ndarray
    draw_fit: Callable[[Axes, int], None]

    @property
    def best(self) -> int:
        return _COMPLEXITIES[int(self.test_errors.argmin())]

    def describe(self, k: int) -> str:
        train, test = self.train_errors[k - 1], self.test_errors[k - 1]
        # Los errores de prueba tienen altibajos: cuenta de la primera a la última que casi iguala
        # a la mejor.
        good = np.flatnonzero(self.test_errors <= 1.2 * self.test_errors.min()) + 1
        verdict = "Cerca del mejor equilibrio"
        if k < good[0]:
            verdict = "Subajuste"
        elif k > good[-1]:
            verdict = "Sobreajuste"
        return (
            f"{self.subject} {k}: error de entrenamiento ≈ {train:.3f}, de prueba ≈ {test:.3f}. "
            f"{verdict}."
        )


def explore_complexity() -> None:
    """Cambia la complejidad de un modelo y mira el error de entrenamiento y el de prueba.

    Se elige entre un árbol de decisión (su profundidad) y un polinomio (su grado). El error del
    árbol es la fracción de fallos; el del polinomio, la raíz del error cuadrático medio. Los
    datos son inventados y siempre los mismos.

    Examples
    --------
    >>> explore_complexity()  # doctest: +ELLIPSIS
    Árbol de profundidad 1: error de entrenamiento ≈ ..., de prueba ≈ .... Subajuste. Árbol de
    profundidad 15: error de entrenamiento ≈ ..., de prueba ≈ .... Sobreajuste. Polinomio de ...
    >>> plt.close()
    """
    problems = {"Árbol de decisión": _tree_problem(), "Polinomio": _polynomial_problem()}
    if not _can_show_widgets():
        return _show_static(*_complexity_sheet(problems.values()))
    from ipywidgets import IntSlider

    controls = {
        "model": _selector("Modelo", problems),
        "k": IntSlider(value=3, min=1, max=_COMPLEXITIES[-1], **_look("Complejidad")),
    }

    def draw(model, k):
        fig, axes = _two_panels()
        _draw_complexity(axes, problems[model], k)
        return fig, problems[model].describe(k)

    return _show_widgets(controls, draw)


def _draw_complexity(axes, problem: _Problem, k: int) -> None:
    problem.draw_fit(axes[0], k)
    axes[0].set_title(f"{problem.subject} {k}")
    errors = axes[1]
    style = {"ms": 4, "lw": 1.5}
    errors.plot(
        _COMPLEXITIES, problem.train_errors, "o-", color=TRAIN_COLOR, label="Entrenamiento", **style
    )
    errors.plot(
        _COMPLEXITIES, problem.test_errors, "s--", color=VALIDATION_COLOR, label="Prueba", **style
    )
    errors.axvline(k, color="#999999", ls=":", label=f"{problem.knob}: {k}")
    errors.set(title="Error según la complejidad", xlabel=problem.knob, ylabel=problem.error_name)
    errors.set_xticks(_COMPLEXITIES[::2])
    errors.legend(fontsize="small")


def _tree_problem() -> _Problem:
    from sklearn.datasets import make_moons
    from sklearn.tree import DecisionTreeClassifier

    x, y = make_moons(150, noise=0.35, random_state=0)
    x_test, y_test = make_moons(2000, noise=0.35, random_state=1)
    trees = [DecisionTreeClassifier(max_depth=k, random_state=0).fit(x, y) for k in _COMPLEXITIES]

    def draw_fit(ax, k):
        plot_decision_regions(trees[k - 1], x, y, ax=ax)

    return _Problem(
        "Árbol de profundidad",
        "Profundidad del árbol",
        "Error (fracción de fallos)",
        np.array([1 - tree.score(x, y) for tree in trees]),
        np.array([1 - tree.score(x_test, y_test) for tree in trees]),
        draw_fit,
    )


def _polynomial_problem() -> _Problem:
    random = np.random.default_rng(0)
    x = np.sort(random.uniform(-3, 3, 20))
    y = np.sin(1.2 * x) + random.normal(0, 0.25, 20)
    # La prueba no pasa de los extremos: extrapolar es otro problema.
    x_test = np.linspace(x[0], x[-1], 400)
    y_test = np.sin(1.2 * x_test) + random.normal(0, 0.25, 400)
    fits = [np.polynomial.Polynomial.fit(x, y, k) for k in _COMPLEXITIES]

    def rmse(fit, x, y):
        return np.sqrt(np.mean((fit(x) - y) ** 2))

    def draw_fit(ax, k):
        ax.plot(x, y, "o", color=TRAIN_COLOR, label="Datos de entrenamiento")
        ax.plot(x_test, fits[k - 1](x_test), "-", color=VALIDATION_COLOR, label="Polinomio")
        ax.set(ylim=(-2, 2), xlabel="x", ylabel="y")
        ax.legend(fontsize="small")

    return _Problem(
        "Polinomio de grado",
        "Grado del polinomio",
        "Error (raíz del error cuadrático medio)",
        np.array([rmse(fit, x, y) for fit in fits]),
        np.array([rmse(fit, x_test, y_test) for fit in fits]),
        draw_fit,
    )


def _complexity_sheet(problems) -> tuple[Figure, str]:
    fig, axes = plt.subplots(2, 4, figsize=(14, 7), layout="constrained")
    told = []
    for row, problem in zip(axes, problems, strict=True):
        simple, complex_ = _COMPLEXITIES[0], _COMPLEXITIES[-1]
        for ax, k in zip(row, (simple, problem.best), strict=False):
            problem.draw_fit(ax, k)
            ax.set_title(f"{problem.subject} {k}")
        _draw_complexity(row[2:], problem, complex_)
        told += [problem.describe(k) for k in (simple, complex_)]
    return fig, " ".join(told)


# --- La convolución ----------------------------------------------------------------------------


def explore_convolution(image, kernel) -> None:
    """Mueve la ventana sobre la imagen y mira cómo se calcula cada número de la convolución.

    La ventana avanza como se lee: de izquierda a derecha y de arriba abajo. Sin relleno y sin
    girar el núcleo, como en Keras.

    Parameters
    ----------
    image, kernel : array_like of float, shape (alto, ancho)
        La imagen, de un solo canal, y el núcleo, como los recibe
        `course_utils.plotting_convolution.plot_convolution_steps`.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que `plot_convolution_steps`.

    Examples
    --------
    >>> explore_convolution([[1, 1, 1], [0, 1, 1], [0, 0, 1]], [[1, 0], [0, 1]])
    Ventana 4 de 4 (fila 1, columna 1 del resultado): cada píxel se multiplica por el número del
    núcleo que tiene encima y se suman los 4 productos: 1·1 + 1·0 + 0·0 + 1·1 = 2.
    >>> plt.close()
    """
    image, kernel, result = convolve(image, kernel)

    def draw(window):
        row, column = divmod(window - 1, result.shape[1])
        fig = plot_convolution_steps(image, kernel, row=row, column=column)
        place = f"Ventana {window} de {result.size} (fila {row}, columna {column} del resultado)"
        return fig, f"{place}: {_convolution_text(window_at(image, kernel, row, column), kernel)}"

    if not _can_show_widgets():
        # Con la última ventana el resultado está completo; uno grande siempre se ve entero, y lo
        # que interesa es dónde responde más.
        large = max(result.shape) > _MAX_NUMBERED_SIDE
        return _show_static(*draw(int(np.abs(result).argmax()) + 1 if large else result.size))
    from ipywidgets import IntSlider

    # En una imagen grande, a saltos: con el teclado, unas cien pulsaciones la recorren entera.
    step = -(-result.size // 100)
    slider = IntSlider(value=1, min=1, max=result.size, step=step, **_look("Ventana"))
    return _show_widgets({"window": slider}, draw)


def _convolution_text(window: np.ndarray, kernel: np.ndarray) -> str:
    terms, total = product_sum(window, kernel)
    start = "cada píxel se multiplica por el número del núcleo que tiene encima y se suman los"
    # Redondeados, los productos no se escriben: pueden salir de un modelo.
    written = f": {terms} {total}" if total.startswith("=") else f". La suma es {total}"
    return f"{start} {kernel.size} productos{written}."


# --- Los avisos --------------------------------------------------------------------------------


def explore_alerts(y_true, scores, amounts, hours, *, alert_cost) -> None:
    """Cambia cuántos avisos se dan y mira cuántos fraudes se detectan y cuánto cuesta.

    El control recorre los umbrales por los avisos que dan, cada vez más separados, y empieza en el
    umbral 0.5 si las puntuaciones son probabilidades.

    Parameters
    ----------
    y_true, scores, amounts, alert_cost
        Los de `course_utils.metrics_decisions.expected_cost`. Debe haber pagos normales y fraudes.
    hours : float
        Cuántas horas abarcan los datos; mayor que 0.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que `course_utils.metrics_decisions.expected_cost`, que falte una clase o
        que `hours` no sea un número mayor que 0.

    Examples
    --------
    >>> fraude, puntuacion = [0, 0, 1, 1], [0.1, 0.7, 0.4, 0.8]
    >>> explore_alerts(fraude, puntuacion, [30, 20, 90, 250], 24, alert_cost=5)
    ≈ 2 avisos en 24 h (≈ 2 al día; umbral ≈ 0.7): detecta ≈ 1 de los fraudes (hay 2).
    Se pierden ≈ 90 € y revisar cuesta ≈ 10 €: en total ≈ 100 €. El mínimo es ≈ 15 €, con
    ≈ 3 avisos.
    >>> plt.close()
    """
    y_true, scores = _binary_scores(y_true, scores)
    curve = cost_curve(y_true, scores, amounts, alert_cost=alert_cost)
    _check_hours(hours)
    best = f"≈ {curve.total[curve.best]:.0f} €, con ≈ {alerts_text(curve.alerts[curve.best])}"

    def draw(alerts):
        threshold = curve.thresholds[np.searchsorted(curve.alerts, alerts)]
        cost = expected_cost(y_true, scores, amounts, threshold, alert_cost=alert_cost)
        fig, axes = _two_panels(width_ratios=[1.9, 1])
        plot_cost_curve(y_true, scores, amounts, alert_cost=alert_cost, ax=axes[0])
        _mark_decision(axes[0], cost)
        _draw_caught(axes[1], cost)
        return fig, f"{_alerts_told(cost, hours)} El mínimo es {best}."

    options, start = _alert_options(curve, scores)
    if not _can_show_widgets():
        return _show_static(*draw(start))
    slider = _selector("Avisos", options)
    slider.value = start
    return _show_widgets({"alerts": slider}, draw)


def _alert_options(curve: CostCurve, scores: np.ndarray) -> tuple[list[int], int]:
    """Los avisos entre los que se elige, cada vez más separados, y con cuántos se empieza."""
    possible = curve.alerts[1:]  # sin el 0, que no cabe en la escala logarítmica
    most = min(visible_alerts(curve), possible[-1])
    start = np.count_nonzero(scores >= _threshold_slider(scores)[2])
    wanted = [*np.geomspace(1, most, 90), start, curve.alerts[curve.best]]
    nearest = np.searchsorted(possible, np.clip(wanted, 1, most))
    return np.unique(possible[nearest]).tolist(), int(possible[nearest[-2]])


def _mark_decision(ax: Axes, cost: DecisionCost) -> None:
    ax.axvline(cost.alerts, color="black", lw=0.8)
    label = f"Ahora: {cost.total:.0f} €, con {alerts_text(cost.alerts)}"
    ax.plot([cost.alerts], [cost.total], "D", color="black", ms=8, zorder=6, label=label)
    ax.legend(loc="upper left", fontsize="small")


def _draw_caught(ax: Axes, cost: DecisionCost) -> None:
    counts = [cost.frauds_caught, cost.frauds_missed]
    bars = ax.bar(["✓ detectados", "✗ sin detectar"], counts, color=[CORRECT_COLOR, WRONG_COLOR])
    bars[1].set_hatch("//")
    ax.bar_label(bars)
    ax.set(title="Fraudes", xlabel="Qué pasó con ellos", ylabel="Número de fraudes")
    ax.set_ylim(0, 1.1 * sum(counts))
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))


def _alerts_told(cost: DecisionCost, hours: float) -> str:
    daily = 24 * cost.alerts / hours
    return (
        f"≈ {alerts_text(cost.alerts)} en {hours:g} h (≈ {daily:.0f} al día; umbral ≈ "
        f"{cost.threshold:.3g}): detecta ≈ {cost.frauds_caught} de los fraudes (hay "
        f"{cost.frauds_caught + cost.frauds_missed}). Se pierden ≈ {cost.missed_amount:.0f} € y "
        f"revisar cuesta ≈ {cost.review_cost:.0f} €: en total ≈ {cost.total:.0f} €."
    )


def _check_hours(hours) -> None:
    check_number(hours, "hours", "9.6")
    if not 0 < hours < np.inf:  # así escrito, nan tampoco pasa
        raise ValueError(
            f"hours es cuántas horas abarcan los datos: un número finito mayor que 0; es {hours}."
        )


# --- Lo común ----------------------------------------------------------------------------------


def _two_panels(**options):
    return plt.subplots(1, 2, figsize=(10, 4), layout="constrained", **options)


def _look(description: str) -> dict:
    from ipywidgets import Layout

    return {
        "description": description,
        "tooltip": description,  # sin él, JupyterLab enseña «null» al pasar el ratón por el rótulo
        "continuous_update": True,  # con las flechas del teclado, la figura cambia a cada paso
        "style": {"description_width": "7em"},  # con 6, «Complejidad» salía cortada
        "layout": Layout(width="32em", max_width="100%"),  # y con 28, «O exclusiva (XOR)»
    }


def _selector(description: str, options):
    from ipywidgets import SelectionSlider

    # JupyterLab se queda con las flechas en los menús y los botones (ipywidgets, incidencia 3912):
    # cambiaban de celda. En los controles deslizantes, no.
    return SelectionSlider(options=list(options), **_look(description))


def _slider(description: str, value: float, low: float, high: float, **options):
    from ipywidgets import FloatSlider

    return FloatSlider(value=value, min=low, max=high, **options, **_look(description))


def _can_show_widgets() -> bool:
    if os.environ.get("COURSE_STATIC") == "1" or find_spec("ipywidgets") is None:
        return False
    return _in_notebook()


def _show_static(fig: Figure, text: str) -> None:
    print(text)  # la figura queda abierta: el cuaderno la enseña al acabar la celda


def _show_widgets(controls: dict, draw: Callable[..., tuple[Figure, str]]) -> None:
    from IPython.display import display
    from ipywidgets import HTML, Image, Layout, VBox

    line = HTML()
    # Sin align_self, se estira hasta el ancho de la celda y sale borrosa.
    image = Image(format="png", layout=Layout(max_width="100%", align_self="flex-start"))

    def update(_change=None):
        fig, text = draw(**{name: control.value for name, control in controls.items()})
        image.value = _png(fig)
        # role y aria-live: un lector de pantalla lee la frase cada vez que cambia. El widget HTML
        # pone un párrafo nuevo, pero Chromium lo anuncia igual. La imagen de ipywidgets no puede
        # llevar texto alternativo (con tooltip, falla): lo es la frase.
        line.value = f'<p role="status" aria-live="polite">{escape(text)}</p>'

    for control in controls.values():
        control.observe(update, names="value")
    update()
    # La frase, antes que la figura: se encuentra al salir del último control.
    display(VBox([*controls.values(), line, image]))


def _png(fig: Figure) -> bytes:
    buffer = io.BytesIO()
    fig.savefig(buffer, format="png", dpi=_DPI)
    plt.close(fig)
    return buffer.getvalue()
