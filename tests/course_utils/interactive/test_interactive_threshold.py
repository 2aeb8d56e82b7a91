"""El explorador del umbral: la frase dice lo que pasa con ese umbral."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
import pytest
from interactive_samples import SCORES, Y_TRUE, parts, told
from sklearn.metrics import confusion_matrix

from course_utils.interactive.threshold import explore_threshold

notebook, only_lines = samples.notebook, samples.only_lines


def test_static_line_of_the_threshold(capsys):
    explore_threshold(Y_TRUE, SCORES)
    _, fp, fn, tp = confusion_matrix(Y_TRUE, SCORES >= 0.5).ravel()
    assert capsys.readouterr().out == (
        f"Umbral 0.5: detecta ≈ {tp} de los positivos (hay {tp + fn}); falsas alarmas ≈ {fp}; "
        f"precisión ≈ {tp / (tp + fp):.2f}; exhaustividad ≈ {tp / (tp + fn):.2f}.\n"
    )


def test_static_threshold_of_other_scores(capsys):
    explore_threshold(Y_TRUE, 10 * SCORES - 5)
    assert capsys.readouterr().out.startswith("Umbral 0: detecta ≈ ")
    explore_threshold([0, 1, 1], [3.0, 5.0, 7.0])  # sin un umbral natural: el del medio
    assert capsys.readouterr().out.startswith("Umbral ≈ 5: detecta ≈ 2 ")
    explore_threshold([0, 1], [3.0, 3.0])
    assert capsys.readouterr().out.startswith("Umbral ≈ 3: ")
    explore_threshold([0, 1], [0.1, 0.2])
    assert "precisión sin definir (no predice positivos); exhaustividad ≈ 0" in (
        capsys.readouterr().out
    )


def test_bad_input_leaves_no_figure():
    for y_true, scores, message in [
        ([1, 1], [0.2, 0.8], "solo contiene la clase 1"),
        ([0, 1], [0.2], "scores tiene 1"),
        ([0, 1], [0.2, np.nan], "nan"),
    ]:
        with pytest.raises(ValueError, match=message):
            explore_threshold(y_true, scores)
    assert plt.get_fignums() == []


def test_threshold_line_follows_the_slider(notebook, only_lines):
    explore_threshold(Y_TRUE, SCORES)
    controls, line, _ = parts(notebook)
    for threshold in (0.0, 0.3, 0.75):
        controls["Umbral"].value = threshold
        tp = np.sum((threshold <= SCORES) & (Y_TRUE == 1))
        assert told(line).startswith(f"Umbral {threshold:g}: detecta ≈ {tp} ")
    controls["Umbral"].value = 1.0
    assert "precisión sin definir (no predice positivos)" in told(line)


def test_threshold_slider_covers_the_scores(notebook, only_lines):
    for scores in ([3.0, 3.0], [-1e-4, 2e-4], [-40.0, 900.0]):
        notebook.clear()
        explore_threshold([0, 1], scores)
        slider = parts(notebook)[0]["Umbral"]
        assert slider.min < min(scores) <= max(scores) < slider.max
        assert slider.step == pytest.approx((slider.max - slider.min) / 100)
