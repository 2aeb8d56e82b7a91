"""Cada miniatura está en su punto, al derecho, y ninguna tapa a otra."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from plotting_samples import assert_nothing_is_cut

from course_utils import plot_image_map

POINTS = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 5.0], [0.4, 0.0]])
IMAGES = np.arange(4, dtype="uint8")[:, None, None] * np.ones((4, 6, 6), dtype="uint8")


def test_every_point_and_the_miniatures_that_fit():
    ax = plot_image_map(POINTS, IMAGES, size=0.1)
    np.testing.assert_array_equal(ax.collections[0].get_offsets(), POINTS)
    shown = [int(image.get_array()[0, 0]) for image in ax.images]
    assert shown == [0, 1, 2]  # la cuarta taparía a la primera, que llegó antes
    np.testing.assert_allclose(ax.images[1].get_extent(), [9.5, 10.5, -0.5, 0.5])
    assert_nothing_is_cut(ax.figure)


def test_miniatures_that_only_touch_are_drawn():
    ax = plot_image_map([[0, 0], [1, 0], [2, 0], [0, 1]], IMAGES, size=0.5)
    assert len(ax.images) == 4


def test_a_miniature_keeps_its_shape_and_is_upright():
    tall = np.zeros((2, 8, 4), dtype="uint8")
    tall[:, 0] = 255  # lo de arriba, oscuro
    ax = plot_image_map([[0, 0], [10, 0]], tall, size=0.2)
    left, right, bottom, top = ax.images[0].get_extent()
    assert (right - left, top - bottom) == (1, 2)
    assert ax.images[0].origin == "upper"
    assert ax.get_aspect() == 1
    assert ax.get_ylim()[0] < bottom < top < ax.get_ylim()[1]


def test_the_scale_of_grey_is_fixed():
    ax = plot_image_map([[0, 0], [1, 1]], np.full((2, 4, 4), 0.5))
    assert ax.images[0].get_clim() == (0, 1)
    ax = plot_image_map([[0, 0], [1, 1]], np.full((2, 4, 4), 9, dtype="uint8"))
    assert ax.images[0].get_clim() == (0, 255)


def test_one_image_and_one_channel():
    ax = plot_image_map([[3, 3]], np.zeros((1, 4, 4, 1)))
    left, right, *_ = ax.images[0].get_extent()
    assert left < 3 < right
    assert len(ax.images) == 1
    ax.figure.canvas.draw()


def test_uses_the_given_axes_and_title():
    _, ax = plt.subplots()
    ax.set_title("el mío")
    assert plot_image_map(POINTS, IMAGES, ax=ax) is ax
    assert ax.get_title() == "el mío"


@pytest.mark.parametrize(
    ("points", "images", "options", "error", "says"),
    [
        (POINTS[:, :1], IMAGES, {}, ValueError, "dos columnas"),
        (POINTS, IMAGES[:3], {}, ValueError, "images"),
        (POINTS, IMAGES.reshape(4, 36), {}, ValueError, "images tiene forma"),
        (POINTS, IMAGES * 1.0, {}, ValueError, "deben ir de 0 a 1"),
        (POINTS, IMAGES, {"size": 0}, ValueError, "size debe ser más de 0"),
        (POINTS, IMAGES, {"size": 0.6}, ValueError, "0.5 como mucho"),
        (POINTS, IMAGES, {"size": "grande"}, TypeError, "size debe ser un número"),
        (POINTS, IMAGES, {"ax": 3}, TypeError, "ax debe ser"),
    ],
)
def test_bad_input(points, images, options, error, says):
    with pytest.raises(error, match=says):
        plot_image_map(points, images, **options)
    assert not plt.get_fignums() or "ax" in options
