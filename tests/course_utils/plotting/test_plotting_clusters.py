"""Cada grupo se dibuja con sus muestras; cada cuchillo, con las siluetas del suyo."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_utils import plot_groups, plot_silhouettes

VALUES = [0.9, -0.2, 0.5, 0.3, 0.1, 0.7]
GROUPS = [0, 1, 0, 1, 0, 1]


def knives(ax):
    """De cada cuchillo, su alto y los extremos de sus siluetas."""
    boxes = [knife.get_paths()[0].get_extents() for knife in ax.collections]
    return [(box.height, box.x0, box.x1) for box in boxes]


def test_one_knife_per_group_as_tall_as_its_samples():
    ax = plot_silhouettes(VALUES, GROUPS)
    assert knives(ax) == [(3, 0, 0.9), (3, -0.2, 0.7)]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["0", "1"]
    shorter = plot_silhouettes([0.5, 0.4, 0.3, 0.2], ["b", "a", "a", "a"])
    assert [height for height, *_ in knives(shorter)] == [3, 1]


def test_the_shortest_is_at_the_bottom():
    points = plot_silhouettes(VALUES, GROUPS).collections[0].get_paths()[0].vertices
    widest = [points[(points[:, 1] == y), 0].max() for y in (0, 1, 2)]
    assert widest == [0.1, 0.5, 0.9]


def test_the_line_is_the_mean():
    ax = plot_silhouettes(VALUES, GROUPS)
    assert ax.get_legend_handles_labels()[1] == ["media"]
    assert ax.lines[0].get_xdata()[0] == pytest.approx(np.mean(VALUES))


def test_more_groups_than_colors():
    assert len(plot_silhouettes(np.linspace(0, 1, 9), np.arange(9)).collections) == 9


def test_uses_the_given_axes_and_title():
    _, ax = plt.subplots()
    ax.set_title("el mío")
    assert plot_silhouettes(VALUES, GROUPS, ax=ax) is ax
    assert ax.get_title() == "el mío"


@pytest.mark.parametrize(
    ("values", "groups", "options", "error", "says"),
    [
        (["a", "b"], [0, 1], {}, TypeError, "silhouettes"),
        ([0.5, np.nan], [0, 1], {}, ValueError, "silhouettes"),
        ([0.5, -1.5], [0, 1], {}, ValueError, r"de -1 a 1 y contiene -1\.5"),
        ([0.5, 0.2], [0, 1, 1], {}, ValueError, "groups"),
        ([0.5, 0.2], [0, 1], {"ax": 3}, TypeError, "ax debe ser"),
    ],
)
def test_bad_input(values, groups, options, error, says):
    with pytest.raises(error, match=says):
        plot_silhouettes(values, groups, **options)


POINTS = np.array([[0.0, 0], [1, 0], [5, 5], [6, 5], [9, 0]])


def looks(ax):
    """De cada grupo dibujado, su nombre, su marca y su color."""
    return [
        (dots.get_label(), dots.get_paths()[0].vertices.tobytes(), tuple(dots.get_facecolor()[0]))
        for dots in ax.collections
    ]


def test_each_group_has_its_samples_and_noise_goes_apart():
    ax = plot_groups(POINTS, [1, 1, 0, 0, -1])
    drawn = {dots.get_label(): dots.get_offsets().tolist() for dots in ax.collections}
    assert drawn == {
        "grupo 0": [[5, 5], [6, 5]],
        "grupo 1": [[0, 0], [1, 0]],
        "ruido": [[9, 0]],
    }
    assert ax.get_legend() is None
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("Los grupos", "x1", "x2")
    names = [dots.get_label() for dots in plot_groups(POINTS, list("aabbb")).collections]
    assert names == ["grupo a", "grupo b"]


def test_noise_keeps_the_colors_of_the_groups():
    with_noise = looks(plot_groups(POINTS, [-1, 0, 0, 1, 1]))
    without = looks(plot_groups(POINTS, [0, 0, 0, 1, 1]))
    assert with_noise[:2] == without


def test_no_two_groups_look_alike():
    x = np.column_stack([np.arange(20), np.arange(20)])
    names, marks, colors = zip(*looks(plot_groups(x, np.arange(20))), strict=True)
    assert len(set(names)) == len(set(zip(marks, colors, strict=True))) == 20


@pytest.mark.parametrize(
    ("x", "groups", "options", "error", "says"),
    [
        ([["a", "b"]], [0], {}, TypeError, "x"),
        (np.zeros((3, 3)), [0, 0, 1], {}, ValueError, "dos columnas"),
        (POINTS, [0, 1], {}, ValueError, "groups"),
        (POINTS, [0, 0, 1, 1, 1], {"ax": 3}, TypeError, "ax debe ser"),
    ],
)
def test_bad_groups(x, groups, options, error, says):
    with pytest.raises(error, match=says):
        plot_groups(x, groups, **options)
