"""Etiquetas y nombres de clases: lo que sale de una comprobación."""

import numpy as np

from course_utils.arguments.class_names import check_class_names
from course_utils.arguments.labels import check_labels


def test_shared_checks_return_what_plotting_needs():
    assert check_labels([1.0, 2.0], "y").dtype == np.int64
    assert check_class_names(np.array(["a", "b"])) == ["a", "b"]
