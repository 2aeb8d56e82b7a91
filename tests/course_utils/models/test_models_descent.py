"""El descenso de gradiente: los pasos que da y cuándo se detiene."""

import numpy as np

from course_utils.models.descent import descend


def slopes(w1, w2):
    return 2 * (w1 - 1), 8 * w2


def test_descend_stops_when_numbers_end():
    path = descend(slopes, (-4, 3), 1e200, 50)
    assert len(path) < 50
    assert not np.isfinite(path[-1]).all()
    assert len(descend(slopes, (-4, 3), 0.1, 7)) == 8
