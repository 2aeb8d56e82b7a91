"""El intervalo y la diferencia pareada: contra scipy, y con muestras sacadas como se dice."""

import numpy as np
import pytest
from scipy import stats
from sklearn.metrics import average_precision_score, roc_auc_score, root_mean_squared_error

from course_utils.metrics.bootstrap import bootstrap_interval, paired_difference


# --- El intervalo ---------------------------------------------------------------------------------
def binary(seed=0, n=400):
    rng = np.random.default_rng(seed)
    y_true = (rng.random(n) < 0.3).astype(int)
    return y_true, rng.normal(y_true, 1)


def amounts(seed=0, n=400):
    rng = np.random.default_rng(seed)
    y_true = rng.gamma(2, 10, n)
    return y_true, y_true + rng.normal(0, 3, n)


@pytest.mark.parametrize(
    ("metric", "data"),
    [
        (roc_auc_score, binary()),
        (average_precision_score, binary()),
        (root_mean_squared_error, amounts()),
    ],
)
def test_bootstrap_agrees_with_scipy(metric, data):
    y_true, scores = data
    ours = bootstrap_interval(metric, y_true, scores, repetitions=800)
    scipys = stats.bootstrap(
        (y_true, scores), metric, paired=True, vectorized=False, method="percentile",
        n_resamples=800, batch=1, random_state=1,
    ).confidence_interval  # fmt: skip
    width = scipys.high - scipys.low
    np.testing.assert_allclose(ours, scipys, rtol=0, atol=0.15 * width)
    assert ours[0] < metric(y_true, scores) < ours[1]


def test_bootstrap_resamples_pairs():
    seen = []

    def metric(y_true, scores):
        assert len(y_true) == 50
        assert (y_true == (scores >= 30)).all()  # cada etiqueta, con su puntuación
        seen.append(np.bincount(scores.astype(int), minlength=50))
        return y_true.mean()

    scores = np.random.default_rng(0).permutation(50)
    bootstrap_interval(metric, scores >= 30, scores, repetitions=300)
    assert len(seen) == 300
    counts = np.array(seen)
    # Con repetición: cada dato falta en una de cada e muestras, y sale una vez de media.
    assert (counts == 0).mean() == pytest.approx(np.exp(-1), abs=0.02)
    assert counts.mean(axis=0) == pytest.approx(np.ones(50), abs=0.25)


def test_bootstrap_percentiles():
    numbers = iter(np.arange(101.0))
    low, high = bootstrap_interval(
        lambda *_: next(numbers), [0, 1], [1, 2], repetitions=101, confidence=0.9
    )
    assert (low, high) == pytest.approx((5, 95))
    assert type(low) is type(high) is float


def test_bootstrap_seed():
    data = binary()
    first = bootstrap_interval(roc_auc_score, *data, repetitions=20)
    assert first == bootstrap_interval(roc_auc_score, *data, repetitions=20, seed=0)
    assert first != bootstrap_interval(roc_auc_score, *data, repetitions=20, seed=1)


@pytest.mark.filterwarnings("error")
def test_bootstrap_with_one_positive_never_measures_a_sample_without_it():
    y_true, scores = [1, *[0] * 9], np.arange(10)
    for metric in (average_precision_score, roc_auc_score):
        low, high = bootstrap_interval(metric, y_true, scores, repetitions=50)
        assert 0 <= low <= high < 0.6


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"metric": 0.5}, TypeError, "metric debe ser una función.*llegó 0.5"),
        ({"metric": lambda y, s: None}, ValueError, "número finito; devolvió None"),
        ({"metric": lambda y, s: np.nan}, ValueError, "número finito; devolvió nan"),
        ({"metric": lambda y, s: "alta"}, ValueError, "número finito; devolvió 'alta'"),
        ({"metric": lambda y, s: [1, 2]}, ValueError, r"número finito; devolvió \[1, 2\]"),
        ({"y_true": [1, 1]}, ValueError, "solo contiene la clase 1:"),
        ({"y_true": ["sí", "no"]}, TypeError, "y_true debe contener solo números"),
        ({"y_true": [7.5, np.nan]}, ValueError, "y_true contiene"),
        ({"y_true": [0, 1, 1]}, ValueError, "y_true tiene 3, scores tiene 2"),
        ({"confidence": 95}, ValueError, "el 95 % se escribe 0.95.*llegó 95"),
        ({"confidence": 1}, ValueError, "sin llegar"),
        ({"confidence": np.nan}, ValueError, "llegó nan"),
        ({"confidence": "0.95"}, TypeError, "confidence debe ser un número"),
        ({"repetitions": 0}, ValueError, "repetitions debe ser 1 o más"),
        ({"repetitions": 1e3}, TypeError, "repetitions debe ser un entero"),
        ({"seed": None}, TypeError, "seed debe ser un entero.*llegó None"),
        ({"seed": -1}, ValueError, "seed debe ser un entero, 0 o más"),
    ],
)
def test_bad_bootstrap(change, error, message):
    call = {"metric": roc_auc_score, "y_true": [0, 1], "scores": [1, 2], "repetitions": 3} | change
    with pytest.raises(error, match=message):
        bootstrap_interval(**call)


# --- La diferencia de dos modelos -----------------------------------------------------------------
def pair(seed, n=None):
    """Dos modelos que se equivocan casi en lo mismo, con una métrica al azar."""
    rng = np.random.default_rng(seed)
    n = n or int(rng.integers(5, 80))
    y_true = (rng.random(n) < rng.uniform(0.1, 0.9)).astype(int)
    y_true[:2] = 0, 1
    shared = rng.normal(size=n)
    first, second = (y_true * rng.uniform(0, 3) + shared + rng.normal(0, 0.3, n) for _ in "ab")
    if seed % 3 == 0:
        return hits, y_true, (first > 1).astype(int), (second > 1).astype(int)
    if seed % 3 == 1:
        return squared_error, y_true, first, second
    return average_precision_score, y_true, first, second


def hits(y_true, answers):
    return (y_true == answers).mean()


def squared_error(y_true, answers):
    return ((y_true - answers) ** 2).mean()


PAIRS = range(24)


@pytest.mark.parametrize("seed", PAIRS)
def test_difference_is_antisymmetric(seed):
    metric, y_true, first, second = pair(seed)
    value, low, high = paired_difference(metric, y_true, first, second, repetitions=15)
    other = paired_difference(metric, y_true, second, first, repetitions=15)
    np.testing.assert_allclose(other, (-value, -high, -low), rtol=0, atol=1e-12)
    assert low <= high
    assert value == pytest.approx(metric(y_true, first) - metric(y_true, second), abs=1e-12)


@pytest.mark.parametrize("seed", PAIRS)
def test_difference_with_itself_is_zero(seed):
    metric, y_true, first, _ = pair(seed)
    assert paired_difference(metric, y_true, first, first, repetitions=5) == (0, 0, 0)


@pytest.mark.parametrize("seed", range(5))
def test_difference_does_not_depend_on_a_third_model_or_on_the_scale(seed):
    """Restar dos parejas con un modelo común da la tercera; y la AP solo mira el orden."""
    _, y_true, first, second = pair(seed, n=60)
    one = paired_difference(roc_auc_score, y_true, first, second, repetitions=9)
    scaled = paired_difference(roc_auc_score, y_true, 5 * first - 3, np.exp(second), repetitions=9)
    np.testing.assert_allclose(one, scaled, rtol=0, atol=1e-12)
    third = np.random.default_rng(seed).normal(size=60)
    to_third = [
        paired_difference(roc_auc_score, y_true, each, third, repetitions=3).value
        for each in (first, second)
    ]
    assert one.value == pytest.approx(to_third[0] - to_third[1], abs=1e-12)


def test_difference_agrees_with_scipy():
    metric, y_true, first, second = pair(1, n=300)
    ours = paired_difference(metric, y_true, first, second, repetitions=400)
    scipys = stats.bootstrap(
        (y_true, first, second), lambda y, a, b: metric(y, a) - metric(y, b), paired=True,
        vectorized=False, method="percentile", n_resamples=400, batch=1, random_state=1,
    ).confidence_interval  # fmt: skip
    width = scipys.high - scipys.low
    np.testing.assert_allclose(ours[1:], scipys, rtol=0, atol=0.15 * width)
    assert ours.low < ours.value < ours.high


def test_difference_contains_the_truth_as_often_as_it_says():
    """Dos modelos que aciertan el 80 % y el 70 %, y muchas muestras: la verdad es 0.1."""
    rng = np.random.default_rng(0)
    inside = []
    for seed in range(150):
        y_true = rng.integers(2, size=200)
        first, second = (np.where(rng.random(200) < hit, y_true, 1 - y_true) for hit in (0.8, 0.7))
        found = paired_difference(hits, y_true, first, second, repetitions=150, seed=seed)
        inside.append(found.low <= 0.1 <= found.high)
    assert 0.88 <= np.mean(inside) <= 0.99


def test_difference_sees_what_two_overlapping_intervals_hide():
    """Dos modelos casi iguales, el segundo siempre un poco peor."""
    rng = np.random.default_rng(0)
    y_true = rng.integers(2, size=400)
    first = np.where(rng.random(400) < 0.8, y_true, 1 - y_true)
    second = np.where(rng.random(400) < 0.05, 1 - y_true, first)  # falla en lo mismo, y algo más
    one, other = (
        bootstrap_interval(hits, y_true, each, repetitions=300) for each in (first, second)
    )
    assert other[1] > one[0], "los intervalos se solapan"
    assert paired_difference(hits, y_true, first, second, repetitions=300).low > 0


def test_difference_measures_both_models_in_the_same_sample():
    seen = []

    def metric(y_true, answers):
        seen.append(sorted(zip(y_true, answers, strict=True)))
        return 0.0

    values = np.arange(20.0)
    paired_difference(metric, values, values + 100, values + 200, repetitions=30)
    assert len(seen) == 62
    for one, other in zip(seen[::2], seen[1::2], strict=True):
        assert [(y, a + 100) for y, a in one] == other
        assert all(a == y + 100 for y, a in one), "cada respuesta, con lo que era verdad"


def test_difference_with_one_positive_never_measures_a_sample_without_it():
    y_true, scores = [1, *[0] * 9], np.arange(10)
    found = paired_difference(roc_auc_score, y_true, scores, -scores, repetitions=50)
    assert np.isfinite(found).all()


def test_difference_in_columns_and_in_quantities():
    rng = np.random.default_rng(0)
    price = rng.normal(size=50)
    first, second = price + 0.1, price + rng.normal(size=50)
    found = paired_difference(squared_error, price, first[:, None], second, repetitions=100)
    assert found.high < 0, "el primero se equivoca menos"


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"metric": None}, TypeError, "metric debe ser una función"),
        ({"metric": lambda y, s: np.nan}, ValueError, "número finito; devolvió nan"),
        ({"first": [1, 2]}, ValueError, "y_true tiene 3, first tiene 2, second tiene 3"),
        ({"second": [[1, 2], [3, 4], [5, 6]]}, ValueError, r"second tiene forma \(3, 2\)"),
        ({"first": ["a", "b", "c"]}, TypeError, "first debe contener solo números"),
        ({"first": [1, 2, np.nan]}, ValueError, "first"),
        ({"y_true": [], "first": [], "second": []}, ValueError, r"y_true tiene forma \(0,\)"),
        ({"confidence": 95}, ValueError, "0.95"),
        ({"repetitions": 0}, ValueError, "repetitions debe ser 1 o más"),
        ({"seed": -1}, ValueError, "seed debe ser un entero, 0 o más"),
    ],
)
def test_bad_difference(change, error, message):
    call = {"metric": roc_auc_score, "y_true": [0, 1, 1], "first": [1, 2, 3], "second": [3, 2, 1]}
    with pytest.raises(error, match=message):
        paired_difference(**call | {"repetitions": 3} | change)
