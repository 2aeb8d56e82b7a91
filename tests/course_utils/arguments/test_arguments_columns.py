"""Un número por muestra: lo que sale de una comprobación."""

import numpy as np

from course_utils.arguments.columns import check_quantities


def test_quantities_come_out_flat_and_in_double_precision():
    found = check_quantities(np.array([[1], [2]], dtype="uint8"), "y")
    assert (found.shape, found.dtype) == ((2,), np.float64)
    assert check_quantities([True, False], "y").tolist() == [1.0, 0.0]
