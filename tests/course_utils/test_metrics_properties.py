"""Las métricas que enseña 2.3 son las de scikit-learn, hasta 1e-12, con datos al azar.

Dos lados, escritos cada uno por su camino: lo que usa el curso (``classification_summary`` y
``confusion_counts``) y las fórmulas de la lección, en NumPy, tal como se enseñan.
"""

import warnings

import numpy as np
import pytest
from sklearn import metrics as sk

from course_utils.metrics import classification_summary, confusion_counts

EXACT = {"rtol": 0, "atol": 1e-12}
SEEDS = range(40)


def random_labels(rng, n_classes):
    """Etiquetas de dos modelos cualesquiera: de muy malos a casi perfectos, con clases raras."""
    n = int(rng.integers(2, 300))
    shares = rng.dirichlet(np.full(n_classes, 0.7))
    y_true = rng.choice(n_classes, n, p=shares)
    y_pred = np.where(rng.random(n) < rng.random(), y_true, rng.choice(n_classes, n))
    return y_true, y_pred


def random_scores(rng):
    """Puntuaciones con las dos clases; la mitad de las veces, llenas de empates."""
    n = int(rng.integers(2, 300))
    y_true = (rng.random(n) < rng.uniform(0.02, 0.98)).astype(int)
    y_true[:2] = 0, 1
    scores = rng.standard_normal(n) + rng.uniform(-1, 3) * y_true
    return y_true, np.round(scores, 1) if rng.random() < 0.5 else scores


# --- Las fórmulas de la lección ----------------------------------------------------------------


def four_counts(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    tn = np.sum((y_true == 0) & (y_pred == 0))
    return tp, fp, fn, tn


def divide(a, b):
    return a / b if b else 0.0


def every_threshold(y_true, scores):
    """Un punto por umbral, de mayor a menor: tasa de VP, tasa de FP y precisión."""
    cuts = np.unique(scores)[::-1]
    tpr = np.array([(scores[y_true == 1] >= cut).mean() for cut in cuts])
    fpr = np.array([(scores[y_true == 0] >= cut).mean() for cut in cuts])
    precision = np.array([y_true[scores >= cut].mean() for cut in cuts])
    return cuts, tpr, fpr, precision


def area_by_pairs(y_true, scores):
    positives, negatives = scores[y_true == 1][:, np.newaxis], scores[y_true == 0]
    return (positives > negatives).mean() + (positives == negatives).mean() / 2


# --- Clasificación -----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_binary(seed):
    y_true, y_pred = random_labels(np.random.default_rng(seed), 2)
    tp, fp, fn, tn = four_counts(y_true, y_pred)
    by_hand = [
        (tp + tn) / len(y_true),
        divide(tp, tp + fp),
        divide(tp, tp + fn),
        divide(2 * tp, 2 * tp + fp + fn),
    ]
    expected = [
        sk.accuracy_score(y_true, y_pred),
        sk.precision_score(y_true, y_pred, zero_division=0),
        sk.recall_score(y_true, y_pred, zero_division=0),
        sk.f1_score(y_true, y_pred, zero_division=0),
    ]
    summary = classification_summary(y_true, y_pred)
    counts = confusion_counts(y_true, y_pred)
    ours = [summary.accuracy, summary.precision, summary.recall, summary.f1]
    np.testing.assert_allclose(by_hand, expected, **EXACT)
    np.testing.assert_allclose(ours, expected, **EXACT)
    assert (counts.tp, counts.fp, counts.fn, counts.tn) == (tp, fp, fn, tn)


@pytest.mark.parametrize("seed", SEEDS)
def test_multiclass(seed):
    rng = np.random.default_rng(seed)
    y_true, y_pred = random_labels(rng, int(rng.integers(3, 9)))
    summary = classification_summary(y_true, y_pred)
    labels = np.union1d(y_true, y_pred)
    # Si solo salen las clases 0 y 1 es un problema de sí o no, y no hay media macro.
    if summary.positive is None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            macro = sk.precision_recall_fscore_support(
                y_true, y_pred, average="macro", zero_division=0
            )[:3]
        found = [summary.precision, summary.recall, summary.f1]
        np.testing.assert_allclose(found, macro, **EXACT)

    by_label = {row.label: row for row in summary.rows}
    for label in labels.tolist():
        tp, fp, fn, _ = four_counts(y_true == label, y_pred == label)
        row = by_label[label]
        found = [row.precision, row.recall, row.f1]
        formulas = [divide(tp, tp + fp), divide(tp, tp + fn), divide(2 * tp, 2 * tp + fp + fn)]
        np.testing.assert_allclose(found, formulas, **EXACT)
    # Con una sola clase por muestra, la media micro es la exactitud.
    micro = sk.precision_score(y_true, y_pred, average="micro", labels=labels, zero_division=0)
    assert summary.accuracy == pytest.approx(micro, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_multilabel(seed):
    rng = np.random.default_rng(seed)
    shape = (int(rng.integers(1, 60)), int(rng.integers(2, 7)))
    y_true, y_pred = rng.integers(0, 2, (2, *shape))
    right = y_true == y_pred
    cells, rows = right.mean(), right.all(axis=1).mean()
    assert cells == pytest.approx(1 - sk.hamming_loss(y_true, y_pred), abs=1e-12)
    assert rows == pytest.approx(sk.accuracy_score(y_true, y_pred), abs=1e-12)


# --- Umbral, ROC y precisión-exhaustividad -----------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_roc(seed):
    y_true, scores = random_scores(np.random.default_rng(seed))
    cuts, tpr, fpr, _ = every_threshold(y_true, scores)
    sk_fpr, sk_tpr, sk_cuts = sk.roc_curve(y_true, scores, drop_intermediate=False)
    np.testing.assert_array_equal(cuts, sk_cuts[1:])  # el primero de scikit-learn es infinito
    np.testing.assert_allclose(np.append(0, tpr), sk_tpr, **EXACT)
    np.testing.assert_allclose(np.append(0, fpr), sk_fpr, **EXACT)

    area = np.trapezoid(np.append(0, tpr), np.append(0, fpr))
    assert area == pytest.approx(sk.roc_auc_score(y_true, scores), abs=1e-12)
    assert area == pytest.approx(area_by_pairs(y_true, scores), abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_precision_recall(seed):
    y_true, scores = random_scores(np.random.default_rng(seed))
    cuts, recall, _, precision = every_threshold(y_true, scores)
    sk_precision, sk_recall, sk_cuts = sk.precision_recall_curve(y_true, scores)
    np.testing.assert_array_equal(cuts[::-1], sk_cuts)
    np.testing.assert_allclose(precision[::-1], sk_precision[:-1], **EXACT)
    np.testing.assert_allclose(recall[::-1], sk_recall[:-1], **EXACT)

    average = np.sum(np.diff(np.append(0, recall)) * precision)
    assert average == pytest.approx(sk.average_precision_score(y_true, scores), abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_lowering_the_threshold_never_lowers_recall(seed):
    y_true, scores = random_scores(np.random.default_rng(seed))
    recalls = [
        confusion_counts(y_true, scores >= cut).tp / np.sum(y_true == 1)
        for cut in np.unique(scores)[::-1]
    ]
    assert np.all(np.diff(recalls) >= 0)
    assert recalls[-1] == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_more_negatives_move_precision_but_not_roc(seed):
    y_true, scores = random_scores(np.random.default_rng(seed))
    many_true = np.append(y_true, np.zeros(9 * np.sum(y_true == 0), dtype=int))
    many_scores = np.append(scores, np.tile(scores[y_true == 0], 9))
    assert sk.roc_auc_score(many_true, many_scores) == pytest.approx(
        sk.roc_auc_score(y_true, scores), abs=1e-12
    )
    assert (
        sk.average_precision_score(many_true, many_scores)
        <= sk.average_precision_score(y_true, scores) + 1e-12
    )


# --- Regresión ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_regression(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 300))
    scale = 10 ** rng.uniform(-3, 5)
    y_true = scale * rng.standard_normal(n)
    y_pred = rng.uniform(-1, 2) * y_true + scale * rng.uniform(0, 2) * rng.standard_normal(n)

    errors = y_true - y_pred
    mae, rmse = np.abs(errors).mean(), np.sqrt((errors**2).mean())
    r2 = 1 - (errors**2).sum() / ((y_true - y_true.mean()) ** 2).sum()
    # Con cualquier unidad: 1e-12 del tamaño de los datos.
    relative = {"rtol": 1e-12, "atol": 0}
    np.testing.assert_allclose(mae, sk.mean_absolute_error(y_true, y_pred), **relative)
    np.testing.assert_allclose(rmse, sk.root_mean_squared_error(y_true, y_pred), **relative)
    np.testing.assert_allclose(r2, sk.r2_score(y_true, y_pred), rtol=1e-12, atol=1e-12)
    assert rmse >= mae * (1 - 1e-12)
    assert r2 <= 1
    mean = np.full(n, y_true.mean())
    assert sk.r2_score(y_true, mean) == pytest.approx(0, abs=1e-12)
