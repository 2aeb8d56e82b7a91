"""Calibración e histogramas: los números que dibujan las figuras."""

import numpy as np
import pytest
from sklearn.calibration import calibration_curve

from course_utils.metrics.curves import calibration, score_histogram

random = np.random.default_rng(0)
Y_TRUE = random.integers(0, 2, 500)
SCORES = 1 / (1 + np.exp(-random.normal(2 * Y_TRUE - 1, 1)))


@pytest.mark.parametrize("strategy", ["quantile", "uniform"])
def test_calibration_is_that_of_scikit_learn_and_each_axis_is_what_it_says(strategy):
    curve = calibration(Y_TRUE, SCORES, bins=7, strategy=strategy)
    happened, said = calibration_curve(Y_TRUE, SCORES, n_bins=7, strategy=strategy)
    np.testing.assert_array_equal([curve.said, curve.happened], [said, happened])
    # Con todos los positivos, siempre ocurre, diga lo que diga.
    certain = calibration([1] * 9 + [0], [*np.linspace(0.5, 0.9, 9), 0.1], bins=2)
    assert certain.happened[-1] == 1
    assert certain.said[-1] < 1


def test_each_class_adds_up_to_a_hundred_and_all_its_samples():
    histogram = score_histogram(Y_TRUE, SCORES, bins=20)
    assert histogram.percentages.shape == (2, 20)
    np.testing.assert_allclose(histogram.percentages.sum(axis=1), 100)
    assert histogram.counts == (np.sum(Y_TRUE == 0), np.sum(Y_TRUE == 1))
    np.testing.assert_allclose(np.diff(histogram.edges), np.ptp(SCORES) / 20)
    assert not histogram.logarithmic
    # Los positivos puntúan más alto: su centro está a la derecha.
    middles = (histogram.edges[1:] + histogram.edges[:-1]) / 2
    low, high = histogram.percentages @ middles / 100
    assert low < high


@pytest.mark.parametrize(
    ("largest", "logarithmic"), [(101.1, True), (99.0, False), (0.9, False), (-5.0, False)]
)
def test_the_scale_is_logarithmic_only_if_some_scores_are_hundreds_of_times_larger(
    largest, logarithmic
):
    histogram = score_histogram([0, 0, 0, 1], [0.5, 1.0, 1.0, largest], bins=3)
    assert histogram.logarithmic is logarithmic
    steps = np.diff(np.log(histogram.edges) if logarithmic else histogram.edges)
    np.testing.assert_allclose(steps, steps[0])
    np.testing.assert_allclose(histogram.percentages.sum(axis=1), 100)
