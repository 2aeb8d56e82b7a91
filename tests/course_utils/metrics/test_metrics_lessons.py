"""Las métricas que se escriben a mano en las lecciones son las del curso y las de scikit-learn.

Con datos al azar, hasta 1e-12. Lo escrito a mano es la solución de cada ejercicio, tal como la ve
quien estudia: si una lección enseñara otra fórmula, o el curso calculara otra cosa, se vería aquí.
"""

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn import metrics as sk

import course_utils.exercises
from course_utils.metrics.classification import classification_summary, confusion_counts
from course_utils.metrics.curves import precision_recall, roc
from course_utils.metrics.decisions import (
    best_threshold_for_cost,
    expected_cost,
    precision_at_k,
    recall_at_k,
)
from course_utils.metrics.regression import regression_summary, residuals

EXACT = {"rtol": 0, "atol": 1e-12}
SEEDS = range(40)


def written(name, beside=""):
    """La función que escribe quien resuelve el ejercicio en el que se pide, esté donde esté."""
    folder = Path(course_utils.exercises.__file__).parent
    solutions = json.loads((folder / "solutions.json").read_text(encoding="utf-8"))
    code = next(c for c in solutions.values() if f"def {name}(" in c and f"def {beside}" in c)
    names = {"np": np}
    exec(code, names)
    return names[name]


contar = written("contar")
precision, exhaustividad = (written(name) for name in ("precision", "exhaustividad"))
f1 = written("f1")
tasas = written("tasas")
auc = written("auc")
precision_macro = written("precision_macro")
casillas, filas = (written(name) for name in ("casillas_correctas", "filas_perfectas"))
mae, rmse, r2 = (written(name, beside="mae(") for name in ("mae", "rmse", "r2"))
umbral_para = written("umbral_para")
rmse_de_la_red = written("rmse", beside="rmse(real,")  # la de la red, en una columna
coste_total = written("coste_total")
precision_media = written("precision_media")
en_los_primeros = written("en_los_primeros")
coste = written("coste")
mejor_umbral = written("mejor_umbral")
exhaustividad_en_k = written("exhaustividad_en_k")


def random_labels(rng, n_classes):
    """Etiquetas de dos modelos cualesquiera: de muy malos a casi perfectos, con clases raras."""
    n = int(rng.integers(2, 300))
    shares = rng.dirichlet(np.full(n_classes, 0.7))
    y_true = rng.choice(n_classes, n, p=shares)
    y_pred = np.where(rng.random(n) < rng.random(), y_true, rng.choice(n_classes, n))
    return y_true, y_pred


def random_scores(rng, ties=True):
    """Puntuaciones con las dos clases; la mitad de las veces, llenas de empates."""
    n = int(rng.integers(2, 300))
    y_true = (rng.random(n) < rng.uniform(0.02, 0.98)).astype(int)
    y_true[:2] = 0, 1
    scores = rng.standard_normal(n) + rng.uniform(-1, 3) * y_true
    return y_true, np.round(scores, 1) if ties and rng.random() < 0.5 else scores


# --- Clasificación -----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_binary(seed):
    y_true, y_pred = random_labels(np.random.default_rng(seed), 2)
    by_hand = [
        (y_true == y_pred).mean(),
        precision(y_true, y_pred),
        exhaustividad(y_true, y_pred),
        f1(y_true, y_pred),
    ]
    expected = [
        sk.accuracy_score(y_true, y_pred),
        sk.precision_score(y_true, y_pred, zero_division=0),
        sk.recall_score(y_true, y_pred, zero_division=0),
        sk.f1_score(y_true, y_pred, zero_division=0),
    ]
    summary = classification_summary(y_true, y_pred)
    ours = [summary.accuracy, summary.precision, summary.recall, summary.f1]
    np.testing.assert_allclose(by_hand, expected, **EXACT)
    np.testing.assert_allclose(ours, expected, **EXACT)
    counts = confusion_counts(y_true, y_pred)
    assert (counts.tp, counts.fp, counts.fn, counts.tn) == contar(y_true, y_pred, 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_multiclass(seed):
    rng = np.random.default_rng(seed)
    y_true, y_pred = random_labels(rng, int(rng.integers(3, 9)))
    summary = classification_summary(y_true, y_pred)
    for row in summary.rows:
        real, predicted = (y_true == row.label).astype(int), (y_pred == row.label).astype(int)
        by_hand = [f(real, predicted) for f in (precision, exhaustividad, f1)]
        np.testing.assert_allclose([row.precision, row.recall, row.f1], by_hand, **EXACT)
        counts = confusion_counts(y_true, y_pred, positive=row.label)
        assert (counts.tp, counts.fp, counts.fn, counts.tn) == contar(y_true, y_pred, row.label)
    # Si solo salen las clases 0 y 1 es un problema de sí o no, y no hay media macro; y la de la
    # lección pide que se prediga cada clase alguna vez.
    if summary.positive is None and all(row.predicted for row in summary.rows):
        by_hand = precision_macro(summary.confusion_matrix)
        assert summary.precision == pytest.approx(by_hand, abs=1e-12)
    # Con una sola clase por muestra, la media micro es la exactitud.
    labels = np.union1d(y_true, y_pred)
    micro = sk.precision_score(y_true, y_pred, average="micro", labels=labels, zero_division=0)
    assert summary.accuracy == pytest.approx(micro, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_multilabel(seed):
    rng = np.random.default_rng(seed)
    shape = (int(rng.integers(1, 60)), int(rng.integers(2, 7)))
    y_true, y_pred = rng.integers(0, 2, (2, *shape))
    hamming = sk.hamming_loss(y_true, y_pred)
    assert casillas(y_true, y_pred) == pytest.approx(1 - hamming, abs=1e-12)
    assert filas(y_true, y_pred) == pytest.approx(sk.accuracy_score(y_true, y_pred), abs=1e-12)


# --- Umbral, ROC y precisión-exhaustividad -----------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_roc(seed):
    y_true, scores = random_scores(np.random.default_rng(seed))
    curve = roc(y_true, scores)
    assert auc(y_true, scores) == pytest.approx(curve.area, abs=1e-12)
    area = np.trapezoid(curve.recall, curve.false_positive_rate)
    assert area == pytest.approx(curve.area, abs=1e-12)
    # Cada punto es el de algún umbral; faltan los que quedan en línea recta, que no añaden área.
    points = np.transpose([curve.recall, curve.false_positive_rate])
    assert points[0].tolist() == [0, 0]
    by_hand = np.array([tasas(y_true, scores, cut) for cut in np.unique(scores)])
    distance = np.abs(points[1:, np.newaxis] - by_hand).max(axis=2)
    np.testing.assert_allclose(distance.min(axis=1), 0, **EXACT)


@pytest.mark.parametrize("seed", SEEDS)
def test_precision_recall(seed):
    y_true, scores = random_scores(np.random.default_rng(seed))
    curve = precision_recall(y_true, scores)
    np.testing.assert_array_equal(curve.thresholds, np.unique(scores))
    for cut in np.append(np.unique(scores), scores.min() - 1):
        accused = (scores >= cut).astype(int)
        by_hand = precision(y_true, accused), exhaustividad(y_true, accused)
        np.testing.assert_allclose(curve.at(cut), by_hand, **EXACT)
    # Por encima de todas no se acusa a nadie: la precisión no está definida.
    above, none_found = curve.at(scores.max() + 1)
    assert np.isnan(above)
    assert none_found == 0
    assert curve.positive_rate == y_true.mean()


@pytest.mark.parametrize("seed", SEEDS)
def test_average_precision(seed):
    # La de la lección ordena los pagos de uno en uno: es para puntuaciones sin empates.
    y_true, scores = random_scores(np.random.default_rng(seed), ties=False)
    curve = precision_recall(y_true, scores)
    assert precision_media(y_true, scores) == pytest.approx(curve.average_precision, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_highest_threshold_that_finds_enough(seed):
    rng = np.random.default_rng(seed)
    y_true, scores = random_scores(rng)
    enough = rng.uniform(0.05, 1)
    curve = precision_recall(y_true, scores)
    expected = curve.thresholds[curve.recall[:-1] >= enough].max()
    assert umbral_para(y_true, scores, enough) == expected


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
    assert roc(many_true, many_scores).area == pytest.approx(auc(y_true, scores), abs=1e-12)
    few, many = precision_recall(y_true, scores), precision_recall(many_true, many_scores)
    assert many.average_precision <= few.average_precision + 1e-12


# --- Regresión ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_regression(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 300))
    scale = 10 ** rng.uniform(-3, 5)
    y_true = scale * rng.standard_normal(n)
    y_pred = rng.uniform(-1, 2) * y_true + scale * rng.uniform(0, 2) * rng.standard_normal(n)

    summary = regression_summary(y_true, y_pred)
    # Con cualquier unidad: 1e-12 del tamaño de los datos.
    relative = {"rtol": 1e-12, "atol": 0}
    np.testing.assert_allclose(mae(y_true, y_pred), summary.mae, **relative)
    np.testing.assert_allclose(rmse(y_true, y_pred), summary.rmse, **relative)
    column = y_pred[:, np.newaxis]  # lo que devuelve model.predict
    np.testing.assert_allclose(rmse_de_la_red(y_true, column), summary.rmse, **relative)
    np.testing.assert_allclose(r2(y_true, y_pred), summary.r2, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(np.abs(residuals(y_true, column)).mean(), summary.mae, **relative)
    assert summary.rmse >= summary.mae * (1 - 1e-12)
    assert summary.r2 <= 1
    mean = np.full(n, y_true.mean())
    assert regression_summary(y_true, mean).r2 == pytest.approx(0, abs=1e-12)


# --- Costes y cupos ----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_costs(seed):
    rng = np.random.default_rng(seed)
    fraud, scores = random_scores(rng)
    # En cuartos de euro: sumarlos en otro orden da lo mismo, y los empates son exactos.
    amounts, alert_cost = rng.integers(0, 400, len(fraud)) / 4, float(rng.integers(0, 20))
    for cut in rng.choice(scores, 10):
        alerts = scores >= cut
        ours = expected_cost(fraud, scores, amounts, cut, alert_cost=alert_cost).total
        assert coste_total(amounts, fraud == 1, alerts, alert_cost) == ours
        assert coste(fraud, alerts, amounts, alert_cost) == ours
    # La de la lección no prueba a no avisar nunca.
    best = mejor_umbral(fraud, scores, amounts, alert_cost)
    never = amounts[fraud == 1].sum()
    total = expected_cost(fraud, scores, amounts, best, alert_cost=alert_cost).total
    ours = best_threshold_for_cost(fraud, scores, amounts, alert_cost=alert_cost)
    assert ours.total == min(total, never)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_first_k(seed):
    rng = np.random.default_rng(seed)
    # Sin empates: con ellos, el orden de la lección es cualquiera.
    fraud, scores = random_scores(rng, ties=False)
    k = int(rng.integers(1, len(fraud) + 1))
    ours = precision_at_k(fraud, scores, k), recall_at_k(fraud, scores, k)
    assert en_los_primeros(fraud, scores, k) == pytest.approx(ours, abs=1e-12)
    assert exhaustividad_en_k(fraud, scores, k) == pytest.approx(ours[1], abs=1e-12)
