"""Las escenas: las cajas y las máscaras dicen exactamente dónde está cada prenda."""

import numpy as np
import pytest

import course_utils
from course_utils.datasets import make_scenes
from course_utils.datasets.images import load_some_garments
from course_utils.datasets.scenes import SIDE

GARMENTS, LABELS = load_some_garments("train", 0, 300)
WHITE = np.full((1, 28, 28), 255, np.uint8)


@pytest.fixture(scope="module")
def scenes():
    return make_scenes(GARMENTS, LABELS, 200, seed=4)


def test_is_the_one_that_notebooks_import():
    assert course_utils.make_scenes is make_scenes


def test_everything_has_the_shape_that_it_says(scenes):
    assert scenes.images.shape == scenes.masks.shape == (200, SIDE, SIDE)
    assert scenes.images.dtype == scenes.masks.dtype == np.uint8
    assert {len(boxes) for boxes in scenes.boxes} == {1, 2, 3}
    for boxes, labels in zip(scenes.boxes, scenes.labels, strict=True):
        assert boxes.shape == (len(labels), 4)
        assert (boxes[:, :2] < boxes[:, 2:]).all()
        assert boxes.min() >= 0
        assert boxes.max() <= SIDE


def test_a_single_garment_has_the_tightest_box():
    scenes = make_scenes(GARMENTS, LABELS, 100, most=1, seed=1)
    for mask, boxes, labels in zip(scenes.masks, scenes.boxes, scenes.labels, strict=True):
        rows, columns = np.nonzero(mask)
        tight = [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
        assert boxes.tolist() == [tight]
        assert set(mask[mask > 0].tolist()) == {labels[0] + 1}


def test_each_garment_is_inside_its_box_and_nothing_outside(scenes):
    for mask, boxes, labels in zip(scenes.masks, scenes.boxes, scenes.labels, strict=True):
        outside = mask.copy()
        for (x0, y0, x1, y1), label in zip(boxes, labels, strict=True):
            assert (mask[y0:y1, x0:x1] == label + 1).any()
            outside[y0:y1, x0:x1] = 0
        assert not outside.any()


def test_what_is_seen_is_the_garment_and_the_rest_is_background():
    scenes = make_scenes(WHITE, [8], 20, most=1, seed=1)
    for image, mask in zip(scenes.images, scenes.masks, strict=True):
        assert (image[mask == 9] == 255).all()
        assert image[mask == 0].max() <= 100
        assert image[mask == 0].min() >= 20


def test_of_each_garment_three_quarters_can_be_seen():
    scenes = make_scenes(WHITE, [8], 60, fewest=4, most=4, seed=2)
    for mask, boxes in zip(scenes.masks, scenes.boxes, strict=True):
        assert len(boxes) == 4
        whole = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        assert np.count_nonzero(mask) >= 0.75 * whole.sum()


def test_sizes_change():
    scenes = make_scenes(WHITE, [8], 200, most=1, seed=1)
    sides = {int(box[0][2] - box[0][0]) for box in scenes.boxes}
    assert sides == set(range(18, 33))


def test_the_same_seed_gives_the_same_scenes(scenes):
    again = make_scenes(GARMENTS, LABELS, 200, seed=4)
    np.testing.assert_array_equal(again.images, scenes.images)
    np.testing.assert_array_equal(np.concatenate(again.boxes), np.concatenate(scenes.boxes))
    other = make_scenes(GARMENTS, LABELS, 200, seed=5)
    assert (other.images != scenes.images).any()


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"garments": GARMENTS / 255}, ValueError, "float64; se esperan imágenes en gris de uint8"),
        ({"garments": GARMENTS[..., None]}, ValueError, "en gris de uint8"),
        ({"garments": np.zeros((300, 28, 28), np.uint8)}, ValueError, "todas las imágenes son neg"),
        ({"labels": LABELS[:5]}, ValueError, "300"),
        ({"labels": LABELS + 1}, ValueError, "10"),
        ({"count": 0}, ValueError, "count"),
        ({"seed": -1}, ValueError, "seed"),
        ({"fewest": 0}, ValueError, "fewest=0"),
        ({"most": 5}, ValueError, "de 1 a 4"),
        ({"fewest": 3, "most": 2}, ValueError, "fewest no puede pasar de most"),
        ({"most": 2.5}, TypeError, "most"),
    ],
)
def test_bad_arguments_are_explained(changes, error, message):
    arguments = {"garments": GARMENTS, "labels": LABELS, "count": 3} | changes
    with pytest.raises(error, match=message):
        make_scenes(**arguments)


def test_black_garments_are_not_used():
    garments = np.concatenate([np.zeros((1, 28, 28), np.uint8), WHITE])
    scenes = make_scenes(garments, [0, 8], 20, most=1)
    assert set(np.concatenate(scenes.labels).tolist()) == {8}
