"""Cada red, una curva; cada capa, un punto; y la escala, logarítmica."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from plotting_samples import assert_nothing_is_cut, lines, png

from course_utils import plot_by_layer

SERIES = {"sigmoide": [1e-14, 1e-8, 1e-3], "ReLU": [0.5, 0.4]}


def test_one_curve_per_network_and_one_point_per_layer():
    drawn = lines(plot_by_layer(SERIES, "Gradiente"))
    assert list(drawn) == ["sigmoide", "ReLU"]
    for name, values in SERIES.items():
        assert list(drawn[name].get_xdata()) == list(range(1, len(values) + 1))
        assert list(drawn[name].get_ydata()) == values


def test_logarithmic_with_plain_numbers():
    ax = plot_by_layer(SERIES, "Gradiente")
    assert ax.get_yscale() == "log"
    assert ax.yaxis.get_major_formatter()(1e-14, 0) == "1e-14"
    png(ax)
    assert_nothing_is_cut(ax.figure)


def test_curves_are_told_apart_without_color():
    drawn = plot_by_layer({str(k): np.ones(3) + k for k in range(6)}, "x").lines
    assert len({(line.get_linestyle(), line.get_marker()) for line in drawn}) == 6


def test_labels_and_axes_of_the_caller():
    _, ax = plt.subplots()
    ax.set_title("el mío")
    assert plot_by_layer(SERIES, "Gradiente", ax=ax) is ax
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("el mío", "Capa", "Gradiente")


def test_title_of_its_own():
    assert plot_by_layer(SERIES, "Gradiente").get_title() == "Gradiente, capa a capa"


@pytest.mark.parametrize(
    ("series", "quantity", "options", "error", "says"),
    [
        ([1, 2], "x", {}, TypeError, "diccionario"),
        ({}, "x", {}, ValueError, "vacío"),
        ({"a": ["b"]}, "x", {}, TypeError, r"series\['a'\]"),
        ({"a": [1, np.inf]}, "x", {}, ValueError, r"series\['a'\]"),
        ({"a": [1, 2], "b": [1, 0]}, "x", {}, ValueError, r"series\['b'\] contiene 0, y"),
        ({"a": [1, 2]}, 3, {}, TypeError, "quantity"),
        ({"a": [1, 2]}, " ", {}, ValueError, "quantity"),
        ({"a": [1, 2]}, "x", {"ax": 3}, TypeError, "ax debe ser"),
    ],
)
def test_bad_input(series, quantity, options, error, says):
    with pytest.raises(error, match=says):
        plot_by_layer(series, quantity, **options)
