"""La IoU: contra contar píxeles, y en los casos límite."""

import numpy as np
import pytest

from course_utils.metrics.boxes import box_overlap


def boxes(rng, count):
    low = rng.integers(0, 10, (count, 2))
    return np.column_stack([low, low + rng.integers(0, 8, (count, 2))])


def test_it_counts_the_pixels_that_a_drawing_would_count():
    rng = np.random.default_rng(0)
    first, second = boxes(rng, 200), boxes(rng, 200)
    found = box_overlap(first, second)
    for k in range(200):
        canvas = np.zeros((2, 20, 20), bool)
        for paper, (x0, y0, x1, y1) in zip(canvas, (first[k], second[k]), strict=True):
            paper[y0:y1, x0:x1] = True
        both, either = canvas.all(axis=0).sum(), canvas.any(axis=0).sum()
        assert (found.intersection[k], found.union[k]) == (both, either)
        assert found.iou[k] == pytest.approx(both / either if either else 0)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([0, 0, 4, 4], [0, 0, 4, 4], 1),
        ([0, 0, 4, 4], [4, 0, 8, 4], 0),  # pegadas
        ([0, 0, 4, 4], [5, 5, 8, 8], 0),  # separadas en las dos direcciones: dos negativos
        ([0, 0, 4, 4], [1, 1, 3, 3], 0.25),  # una dentro de otra
        ([0, 0, 4, 4], [2, 2, 2, 2], 0),  # una vacía
        ([2, 2, 2, 2], [2, 2, 2, 2], 0),  # vacías las dos
    ],
)
def test_edges(first, second, expected):
    for one, other in ((first, second), (second, first)):
        assert box_overlap([one], [other]).iou.tolist() == [expected]


def test_no_boxes_no_numbers():
    assert box_overlap([], []).iou.shape == (0,)


def test_it_explains_what_is_wrong():
    with pytest.raises(ValueError, match="x1 no puede ser menor"):
        box_overlap([[0, 0, 4, 4]], [[5, 0, 4, 4]])
    with pytest.raises(ValueError, match="first"):
        box_overlap([[0, 0, 4, 4]] * 2, [[0, 0, 4, 4]])
