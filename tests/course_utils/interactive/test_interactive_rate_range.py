"""El explorador de la prueba de rango: los tres tramos, y lo que pasa al entrenar en cada uno."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
import pytest
from interactive_samples import parts, told

from course_utils.interactive import rate_range
from course_utils.interactive.rate_range import explore_rate_range

notebook, only_lines = samples.notebook, samples.only_lines


@pytest.fixture(scope="module")
def found():
    return rate_range._range_test()


@pytest.mark.parametrize(
    ("exponent", "zone", "verdict"),
    [
        (-3, "en el llano", "Casi no se mueve."),
        (-1.6, "en el llano", "Aprende despacio."),
        (-0.5, "en la bajada", "Aprende."),
        (1, "pasado el fondo", "No aprende: es demasiado alta."),
    ],
)
def test_the_line_tells_where_the_rate_is(notebook, only_lines, exponent, zone, verdict):
    explore_rate_range()
    controls, line, _ = parts(notebook)
    controls["Tasa"].value = 10.0**exponent
    assert f", {zone} de la prueba de rango" in told(line)
    assert told(line).endswith(verdict)


def test_a_rate_that_blows_up_is_told(found):
    assert found.describe(100, np.array([2.3, np.inf])).endswith("la pérdida estalla.")


def test_the_test_starts_where_training_starts(found):
    first = found.train(0.001)[:9].mean()  # la primera media: nueve pasos, tasas minúsculas
    assert abs(found.losses[0] - first) < 0.02
    assert found.train(0.3)[-20:].mean() < 0.5 * found.losses.min()


def test_what_leaves_the_axes_is_marked(found):
    _, ax = plt.subplots()
    rate_range._draw_runs(ax, {10.0: np.array([2.0, 2.1, 9.0, 2.0])})
    _, mark = ax.get_lines()
    assert mark.get_xdata() == [2]
    assert mark.get_ydata()[0] < ax.get_ylim()[1]
    rate_range._draw_runs(ax, {10.0: np.array([2.0, 1.0])})
    assert len(ax.get_lines()) == 3
    plt.close()
