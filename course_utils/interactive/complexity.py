"""El explorador de la complejidad: subajuste y sobreajuste."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils.interactive.widgets import (
    can_show_widgets,
    look,
    selector,
    show_static,
    show_widgets,
    two_panels,
)
from course_utils.plotting.regions import plot_decision_regions
from course_utils.plotting.style import NEUTRAL_COLOR, TRAIN_COLOR, VALIDATION_COLOR, WIDEST

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
        # Los errores de validación tienen altibajos: cuenta de la primera a la última que casi
        # iguala a la mejor.
        good = np.flatnonzero(self.test_errors <= 1.2 * self.test_errors.min()) + 1
        verdict = "Cerca del mejor equilibrio"
        if k < good[0]:
            verdict = "Subajuste"
        elif k > good[-1]:
            verdict = "Sobreajuste"
        return (
            f"{self.subject} {k}: error de entrenamiento ≈ {train:.3f}, de validación ≈ "
            f"{test:.3f}. {verdict}."
        )


def explore_complexity() -> None:
    """Cambia la complejidad de un modelo y mira el error de entrenamiento y el de validación.

    Se elige entre un árbol de decisión (su profundidad) y un polinomio (su grado). El error del
    árbol es la fracción de fallos; el del polinomio, la raíz del error cuadrático medio. Los
    datos son inventados y siempre los mismos.

    Examples
    --------
    >>> explore_complexity()  # doctest: +ELLIPSIS
    Árbol de profundidad 1: error de entrenamiento ≈ ..., de validación ≈ .... Subajuste. Árbol de
    profundidad 15: error de entrenamiento ≈ ..., de validación ≈ .... Sobreajuste. Polinomio de ...
    >>> plt.close()
    """
    problems = {"Árbol de decisión": _tree_problem(), "Polinomio": _polynomial_problem()}
    if not can_show_widgets():
        return show_static(*_complexity_sheet(problems.values()))
    from ipywidgets import IntSlider

    controls = {
        "model": selector("Modelo", problems),
        "k": IntSlider(value=3, min=1, max=_COMPLEXITIES[-1], **look("Complejidad")),
    }

    def draw(model: str, k: int) -> tuple[Figure, str]:
        fig, axes = two_panels()
        _draw_complexity(axes, problems[model], k)
        return fig, problems[model].describe(k)

    return show_widgets(controls, draw)


def _draw_complexity(axes: Sequence[Axes], problem: _Problem, k: int) -> None:
    problem.draw_fit(axes[0], k)
    axes[0].set_title(f"{problem.subject} {k}")
    errors = axes[1]
    style = {"ms": 4, "lw": 1.5}
    errors.plot(
        _COMPLEXITIES, problem.train_errors, "o-", color=TRAIN_COLOR, label="Entrenamiento", **style
    )
    errors.plot(
        _COMPLEXITIES,
        problem.test_errors,
        "s--",
        color=VALIDATION_COLOR,
        label="Validación",
        **style,
    )
    errors.axvline(k, color=NEUTRAL_COLOR, ls=":", label=f"{problem.knob}: {k}")
    errors.set(title="Error según la complejidad", xlabel=problem.knob, ylabel=problem.error_name)
    errors.set_xticks(_COMPLEXITIES[::2])
    # Arriba, sitio para la leyenda.
    highest = max(problem.train_errors.max(), problem.test_errors.max())
    errors.set_ylim(-0.05 * highest, 1.35 * highest)
    errors.legend(fontsize="small")


def _tree_problem() -> _Problem:
    from sklearn.datasets import make_moons
    from sklearn.tree import DecisionTreeClassifier

    x, y = make_moons(150, noise=0.35, random_state=0)
    x_test, y_test = make_moons(2000, noise=0.35, random_state=1)
    trees = [DecisionTreeClassifier(max_depth=k, random_state=0).fit(x, y) for k in _COMPLEXITIES]

    def draw_fit(ax: Axes, k: int) -> None:
        plot_decision_regions(trees[k - 1], x, y, ax=ax)

    return _Problem(
        "Árbol de profundidad",
        "Profundidad del árbol",
        "Error (fracción\nde fallos)",
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

    def rmse(fit: Callable, x: np.ndarray, y: np.ndarray) -> float:
        return np.sqrt(np.mean((fit(x) - y) ** 2))

    def draw_fit(ax: Axes, k: int) -> None:
        ax.plot(x, y, "o", color=TRAIN_COLOR, label="Datos")
        ax.plot(x_test, fits[k - 1](x_test), "-", color=VALIDATION_COLOR, label="Polinomio")
        ax.set(ylim=(-2, 2), xlabel="x", ylabel="y")
        ax.legend(fontsize="small")

    return _Problem(
        "Polinomio de grado",
        "Grado del polinomio",
        "Error (raíz del error\ncuadrático medio)",
        np.array([rmse(fit, x, y) for fit in fits]),
        np.array([rmse(fit, x_test, y_test) for fit in fits]),
        draw_fit,
    )


def _complexity_sheet(problems: Iterable[_Problem]) -> tuple[Figure, str]:
    # En cada fila, los tres ajustes de un problema; en la última, los errores de los dos.
    fig = plt.figure(figsize=(WIDEST, 8), layout="constrained")
    grid = fig.add_gridspec(3, 6)
    told = []
    for row, problem in enumerate(problems):
        simple, complex_ = _COMPLEXITIES[0], _COMPLEXITIES[-1]
        fits = [fig.add_subplot(grid[row, 2 * column : 2 * column + 2]) for column in range(3)]
        for ax, k in zip(fits, (simple, problem.best), strict=False):
            problem.draw_fit(ax, k)
            ax.set_title(f"{problem.subject} {k}")
        errors = fig.add_subplot(grid[2, 3 * row : 3 * row + 3])
        _draw_complexity([fits[2], errors], problem, complex_)
        for ax in fits:
            ax.title.set_size("medium")
        for ax in fits[1:]:
            ax.get_legend().remove()  # es la del primero, y taparía los datos
        told += [problem.describe(k) for k in (simple, complex_)]
    return fig, " ".join(told)
