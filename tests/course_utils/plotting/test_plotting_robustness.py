"""La exactitud al desplazar las imágenes: qué se dibuja y qué se dice si algo no encaja."""

from itertools import pairwise

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from plotting_samples import assert_nothing_is_cut

from course_utils.plotting.robustness import plot_shift_robustness, spread_apart

random = np.random.default_rng(0)


# --- plot_shift_robustness ----------------------------------------------------------------------
SHIFTS = [0, 1, 2, 3, 4]


ACCURACIES = {"Densa": [0.884, 0.84, 0.67, 0.47, 0.33], "CNN": [0.918, 0.9, 0.85, 0.74, 0.58]}


def test_robustness_draws_a_line_per_model_told_apart_without_colour():
    ax = plot_shift_robustness(SHIFTS, ACCURACIES)
    dense, cnn = ax.lines
    for line, (name, values) in zip(ax.lines, ACCURACIES.items(), strict=True):
        np.testing.assert_array_equal(line.get_xydata().T, [SHIFTS, values])
        assert line.get_label() == name
    assert dense.get_marker() != cnn.get_marker()
    assert dense.get_linestyle() != cnn.get_linestyle()
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["Densa", "CNN"]
    assert ax.get_xlabel() == "Desplazamiento (píxeles)"
    assert ax.get_ylabel() == "Exactitud (prueba)"
    assert ax.get_title()
    assert [text.get_text() for text in ax.get_xticklabels()] == ["0", "1", "2", "3", "4"]
    bottom, top = ax.get_ylim()
    assert bottom == 0  # sin exagerar la caída
    assert top > 1
    assert_nothing_is_cut(ax.figure)


def test_robustness_writes_the_values_at_both_ends():
    ax = plot_shift_robustness(SHIFTS, ACCURACIES)
    ends = {(text.xy[0], text.get_text()) for text in ax.texts}
    assert ends == {(0, "0.88"), (0, "0.92"), (4, "0.33"), (4, "0.58")}


def test_robustness_values_do_not_overlap():
    close = {f"modelo {k}": [0.9 + k / 1000, 0.5, 0.1 + k / 1000] for k in range(6)}
    ax = plot_shift_robustness([0, 2, 4], close)
    ax.figure.canvas.draw()
    for left in (True, False):
        boxes = [t.get_window_extent() for t in ax.texts if (t.get_ha() == "right") is left]
        assert len(boxes) == 6
        boxes.sort(key=lambda box: box.y0)
        assert all(low.y1 <= high.y0 + 1 for low, high in pairwise(boxes))
    assert len({(line.get_marker(), line.get_linestyle()) for line in ax.lines}) == 6
    assert_nothing_is_cut(ax.figure)


def test_spread_keeps_the_order_and_what_already_fits():
    for _ in range(200):
        values = np.round(random.uniform(0, 1, random.integers(1, 7)), 1)
        heights = spread_apart(values, gap=0.06)
        order = np.argsort(values, kind="stable")
        assert (np.diff(np.sort(heights)) > 0.049).all()
        assert (np.diff(values[np.argsort(heights)]) >= 0).all()
        assert heights.min() >= 0.02
        if len(values) < 2 or np.diff(values[order]).min() > 0.07:
            np.testing.assert_array_equal(heights, values.clip(0.02, 1.03))


def test_robustness_respects_the_axes_it_gets():
    fig, axes = plt.subplots(1, 2)
    axes[1].set(title="Mi título", xlabel="Píxeles", ylabel="Aciertos")
    assert plot_shift_robustness(SHIFTS, ACCURACIES, ax=axes[1]) is axes[1]
    labels = (axes[1].get_title(), axes[1].get_xlabel(), axes[1].get_ylabel())
    assert labels == ("Mi título", "Píxeles", "Aciertos")
    assert not axes[0].lines
    assert plt.get_fignums() == [fig.number]
    plot_shift_robustness(SHIFTS, ACCURACIES)
    assert len(plt.get_fignums()) == 2


@pytest.mark.parametrize(
    ("shifts", "accuracies"),
    [
        (np.array(SHIFTS), {name: np.array(values) for name, values in ACCURACIES.items()}),
        (pd.Series(SHIFTS, index=list("abcde")), pd.DataFrame(ACCURACIES, index=list("abcde"))),
        (range(5), {name: pd.Series(values) for name, values in ACCURACIES.items()}),
    ],
)
def test_robustness_of_arrays_and_pandas(shifts, accuracies):
    ax = plot_shift_robustness(shifts, accuracies)
    assert [line.get_ydata().tolist() for line in ax.lines] == list(ACCURACIES.values())


def test_robustness_of_one_shift():
    ax = plot_shift_robustness([2], {"CNN": [0.5]})
    assert [text.get_text() for text in ax.texts] == ["0.50"]


@pytest.mark.parametrize(
    ("shifts", "accuracies", "error", "message"),
    [
        (SHIFTS, {"CNN": [0.9, 0.8]}, ValueError, r"'CNN'.*\(2,\) y hay 5 desplazamientos"),
        (SHIFTS, {"CNN": np.ones((5, 1))}, ValueError, r"\(5, 1\)"),
        (SHIFTS, {"CNN": [90, 80, 70, 60, 50]}, ValueError, "50 y 90.*porcentajes"),
        (SHIFTS, {"CNN": [0.9, 0.8, np.nan, 0.6, 0.5]}, ValueError, "va de 0 a 1"),
        (SHIFTS, {"CNN": [0.9, 0.8, -0.1, 0.6, 0.5]}, ValueError, "-0.1 y 0.9"),
        (SHIFTS, {"CNN": ["a"] * 5}, TypeError, "debe contener solo números"),
        (SHIFTS, {"CNN": None}, ValueError, r"forma \(\)"),
        (SHIFTS, {}, ValueError, "0 modelos y la figura distingue de 1 a 6"),
        (SHIFTS, {str(k): [0.5] * 5 for k in range(7)}, ValueError, "7 modelos"),
        (SHIFTS, [0.9, 0.8, 0.7, 0.6, 0.5], TypeError, "debe ser un diccionario.*llegó list"),
        (SHIFTS, None, TypeError, "llegó NoneType"),
        ([0, 2, 1], {"CNN": [0.9] * 3}, ValueError, "de menor a mayor"),
        ([0, 1, 1], {"CNN": [0.9] * 3}, ValueError, "sin repetir"),
        ([0, np.nan], {"CNN": [0.9] * 2}, ValueError, "sin nan"),
        ([], {"CNN": []}, ValueError, r"shifts tiene forma \(0,\)"),
        (4, {"CNN": [0.9]}, ValueError, r"shifts tiene forma \(\)"),
        ("cuatro", {"CNN": [0.9]}, TypeError, "shifts debe contener solo números"),
    ],
)
def test_robustness_explains_bad_input(shifts, accuracies, error, message):
    with pytest.raises(error, match=message):
        plot_shift_robustness(shifts, accuracies)
    assert plt.get_fignums() == []


def test_ax_must_be_axes():
    with pytest.raises(TypeError, match="ax debe ser unos ejes"):
        plot_shift_robustness(SHIFTS, ACCURACIES, ax=1)
