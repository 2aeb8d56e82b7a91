"""El explorador de la complejidad: dónde hay subajuste y dónde sobreajuste."""

import re

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
import pytest
from interactive_samples import parts, told

from course_utils.interactive import complexity
from course_utils.interactive.complexity import explore_complexity

notebook, only_lines = samples.notebook, samples.only_lines


def test_complexity_line_tells_under_and_overfitting(notebook, only_lines):
    explore_complexity()
    controls, line, _ = parts(notebook)
    for model, subject in [("Árbol de decisión", "Árbol de prof"), ("Polinomio", "Polinomio de g")]:
        controls["Modelo"].value = model
        train = []
        for k, verdict in [(1, "Subajuste"), (4, "Cerca del mejor"), (15, "Sobreajuste")]:
            controls["Complejidad"].value = k
            assert told(line).startswith(subject)
            assert f" {k}: " in told(line)
            assert verdict in told(line)
            train.append(float(re.search(r"entrenamiento ≈ ([\d.]+)", told(line))[1]))
        assert train == sorted(train, reverse=True)  # en entrenamiento, más complejo es mejor


def test_complexity_errors_are_those_of_the_fits():
    tree, polynomial = complexity._tree_problem(), complexity._polynomial_problem()
    for problem in (tree, polynomial):
        assert len(problem.train_errors) == len(problem.test_errors) == 15
        # La lección se apoya en esto, y con margen.
        low = problem.test_errors.min()
        assert problem.test_errors[0] > 1.5 * low
        assert problem.test_errors[-1] > 1.22 * low
        assert problem.train_errors[-1] < 0.5 * low
    _, ax = plt.subplots()
    polynomial.draw_fit(ax, 15)
    x, y = ax.lines[0].get_data()
    fit = np.polynomial.Polynomial.fit(x, y, 15)
    assert np.sqrt(np.mean((fit(x) - y) ** 2)) == pytest.approx(polynomial.train_errors[14])
