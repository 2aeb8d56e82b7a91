"""El mapa de lo raro: qué se señala, qué tono tiene cada sitio, y qué se dice si algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from plotting_samples import assert_nothing_is_cut

from course_utils.plotting.rarity import plot_rarity

POINTS = np.random.default_rng(0).normal(size=(200, 2))


def far(points):
    """Lo lejos que está cada punto del origen."""
    return np.hypot(*np.asarray(points).T)


@pytest.mark.parametrize("share", [0.05, 0.2])
def test_the_rarest_share_is_marked(share):
    ax = plot_rarity(far, POINTS, share=share)
    rest, rarest = (dots.get_offsets() for dots in ax.collections[-2:])
    assert len(rarest) == share * len(POINTS)
    assert len(rest) + len(rarest) == len(POINTS)
    assert far(rarest).min() > far(rest).max()


def test_the_line_passes_where_the_marks_begin():
    ax = plot_rarity(far, POINTS)
    limit = np.quantile(far(POINTS), 0.95)
    line = np.concatenate([path.vertices for path in ax.collections[1].get_paths()])
    np.testing.assert_allclose(far(line), limit, atol=0.05)


def test_the_scale_of_the_score_does_not_matter():
    maps = [plot_rarity(lambda p, s=s: s * far(p) ** 2 - 7, POINTS) for s in (0.001, 900)]
    paths = [[path.vertices for path in ax.collections[0].get_paths()] for ax in maps]
    for one, other in zip(*paths, strict=True):
        np.testing.assert_array_equal(one, other)


def test_rarity_names_and_axes():
    table = pd.DataFrame(POINTS, columns=["largo (mm)", "alto (mm)"])
    ax = plot_rarity(far, table)
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("largo (mm)", "alto (mm)")
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "los demás",
        "los más raros",
    ]
    assert_nothing_is_cut(ax.figure)

    _, given = plt.subplots()
    given.set_title("Mío")
    assert plot_rarity(far, POINTS, ax=given) is given
    assert given.get_title() == "Mío"


@pytest.mark.parametrize(
    ("rarity", "x", "options", "error", "message"),
    [
        (3, POINTS, {}, TypeError, "rarity debe ser una función"),
        (dict, POINTS, {}, TypeError, "rarity debe ser una función"),
        (far, POINTS[:, :1], {}, ValueError, "dos columnas"),
        (far, POINTS, {"share": 0}, ValueError, "entre 0 y 0.25"),
        (far, POINTS, {"share": 0.3}, ValueError, "entre 0 y 0.25"),
        (lambda p: far(p)[:-1], POINTS, {}, ValueError, "rarity"),
        (lambda p: p, POINTS, {}, ValueError, "rarity"),
        (lambda p: far(p) * np.nan, POINTS, {}, ValueError, "rarity"),
    ],
)
def test_what_does_not_fit_is_said(rarity, x, options, error, message):
    with pytest.raises(error, match=message):
        plot_rarity(rarity, x, **options)
