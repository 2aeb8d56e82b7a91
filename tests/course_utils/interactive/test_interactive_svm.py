"""El explorador de C y gamma: qué calle dibuja, qué dice de ella y dónde está en la rejilla."""

import re

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
from interactive_samples import parts, told

from course_utils.interactive import svm
from course_utils.interactive.svm import explore_svm

notebook, only_lines = samples.notebook, samples.only_lines


def test_svm_line_tells_under_and_overfitting(notebook, only_lines):
    explore_svm()
    controls, line, _ = parts(notebook)
    train = []
    for c, gamma, verdict in [
        (0.01, 0.01, "Subajuste"),
        (1, 1, "Cerca de lo mejor"),
        (1000, 100, "Sobreajuste"),
    ]:
        controls["C"].value, controls["gamma"].value = c, gamma
        assert told(line).startswith(f"C = {c}, gamma = {gamma}: ")
        assert verdict in told(line)
        train.append(float(re.search(r"acierta ≈ ([\d.]+)", told(line))[1]))
    assert train == sorted(train)


def test_svm_scores_are_those_of_the_models():
    grid = svm._fitted_grid()
    assert grid.train.shape == grid.valid.shape == (6, 5)
    for (c, gamma), model in grid.models.items():
        assert (model.C, model.gamma) == (c, gamma)
        assert grid.scores(c, gamma)[0] == model.score(grid.x, grid.y)
    # La lección se apoya en esto, y con margen.
    best = grid.valid.max()
    assert grid.scores(1, 1)[1] > best - 0.015
    assert grid.scores(1, 0.01)[1] < best - 0.04
    assert grid.scores(100, 100)[1] < best - 0.04
    assert grid.scores(100, 100)[0] > 0.99


def test_svm_marks_its_cell():
    grid = svm._fitted_grid()
    _, ax = plt.subplots()
    svm._draw_scores(ax, grid, [(10, 0.1)])
    (frame,) = ax.patches
    centre = np.add(frame.get_xy(), 0.46)
    assert np.allclose(centre, [1, 3])  # gamma = 0.1 es la segunda columna; C = 10, la cuarta fila
    assert [label.get_text() for label in ax.get_xticklabels()] == ["0.01", "0.1", "1", "10", "100"]
    assert ax.texts[0].get_text() == f"{grid.valid[0, 0]:.2f}"
