"""Costes y cupos de avisos: contra la fuerza bruta y scikit-learn."""

from dataclasses import FrozenInstanceError

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import precision_score, recall_score

from course_utils.metrics.decisions import (
    DecisionCost,
    best_threshold_for_cost,
    cost_curve,
    expected_cost,
    precision_at_k,
    recall_at_k,
)

SEEDS = range(40)


def random_payments(seed):
    """De 1 a 200 pagos; la mitad de las veces con empates, y a veces sin ningún fraude."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 200))
    y_true = (rng.random(n) < rng.uniform(0, 0.3)).astype(int)
    scores = rng.standard_normal(n) + 1.5 * y_true
    if seed % 2:
        scores = np.round(scores, 1)
    # Importes en cuartos de euro: sumarlos en otro orden da lo mismo, y los empates son exactos.
    return y_true, scores, rng.integers(0, 400, n) / 4


def many_payments(seed=0, n=57_000, frauds=75):
    rng = np.random.default_rng(seed)
    y_true = np.zeros(n, dtype=int)
    y_true[rng.choice(n, frauds, replace=False)] = 1
    z = np.where(y_true == 1, rng.normal(2, 4, n), rng.normal(-8, 1.6, n))
    return y_true, 1 / (1 + np.exp(-z)), np.round(rng.lognormal(3.2, 1.5, n), 2)


# --- El coste -------------------------------------------------------------------------------------
def test_cost_of_a_threshold_by_hand():
    y_true, scores, amounts = [0, 0, 1, 1, 1], [0.1, 0.7, 0.4, 0.8, 0.5], [30, 20, 90.5, 250, 7]
    cost = expected_cost(y_true, scores, amounts, 0.5, alert_cost=5)
    assert cost == DecisionCost(
        threshold=0.5,
        alerts=3,  # la puntuación igual al umbral también recibe aviso
        frauds_caught=2,
        frauds_missed=1,
        missed_amount=90.5,
        review_cost=15.0,
        total=105.5,
    )
    assert [type(value) for value in vars(cost).values()] == [
        float,
        int,
        int,
        int,
        *[float] * 3,
        bool,
    ]
    with pytest.raises(FrozenInstanceError):
        cost.total = 0


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("alert_cost", [0, 2.5, 20])
def test_best_threshold_is_the_minimum_of_brute_force(seed, alert_cost):
    payments = random_payments(seed)
    candidates = [np.inf, *np.unique(payments[1])[::-1]]
    costs = [expected_cost(*payments, t, alert_cost=alert_cost) for t in candidates]
    # min se queda con el primero de los empatados: el de menos avisos.
    expected = min(costs, key=lambda cost: cost.total)
    assert best_threshold_for_cost(*payments, alert_cost=alert_cost) == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_cost_curve_is_expected_cost_at_every_threshold(seed):
    payments = random_payments(seed)
    curve = cost_curve(*payments, alert_cost=3)
    np.testing.assert_array_equal(curve.thresholds, [np.inf, *np.unique(payments[1])[::-1]])
    for k, threshold in enumerate(curve.thresholds):
        cost = expected_cost(*payments, threshold, alert_cost=3)
        found = [curve.alerts[k], curve.missed_amount[k], curve.review_cost[k], curve.total[k]]
        assert found == [cost.alerts, cost.missed_amount, cost.review_cost, cost.total]


def test_a_tie_goes_to_fewer_alerts_even_after_rounding():
    # Detectar el fraude de 0.3 € cuesta lo mismo que perderlo; y 0.1 + 0.2 no es 0.3.
    best = best_threshold_for_cost([1, 1, 1], [3, 2, 1], [9, 0.3, 0.1], alert_cost=0.3)
    assert (best.threshold, best.alerts) == (3.0, 1)
    amounts = [0.7] * 5
    best = best_threshold_for_cost([1] * 5, range(5), amounts, alert_cost=0.7)
    assert (best.threshold, best.alerts) == (np.inf, 0)


def test_many_payments_are_the_minimum_too():
    y_true, scores, amounts = many_payments()
    best = best_threshold_for_cost(y_true, scores, amounts, alert_cost=5)
    assert 0 < best.alerts < 1000
    for threshold in np.append(np.unique(scores[y_true == 1]), np.inf):  # solo ahí baja el coste
        cost = expected_cost(y_true, scores, amounts, threshold, alert_cost=5)
        assert best.total <= cost.total
    assert best == expected_cost(y_true, scores, amounts, best.threshold, alert_cost=5)


def test_no_alert_and_every_alert():
    payments = ([0, 1, 1], [0.2, 0.6, 1.0], [10, 20, 40])
    assert best_threshold_for_cost(*payments, alert_cost=100).threshold == np.inf
    assert best_threshold_for_cost(*payments, alert_cost=0).threshold == 0.6
    assert expected_cost(*payments, np.inf, alert_cost=1).total == 60
    assert expected_cost(*payments, 0, alert_cost=1).total == 3


def test_a_day_without_frauds_has_a_cost():
    assert expected_cost([0, 0], [0.2, 0.6], [10, 20], 0.5, alert_cost=5).total == 5
    assert best_threshold_for_cost([0, 0], [0.2, 0.6], [10, 20], alert_cost=5).alerts == 0


def test_series_columns_and_booleans_are_accepted():
    index = [7, 8, 9]
    cost = expected_cost(
        pd.Series([True, False, True], index=index),
        np.array([[0.9], [0.1], [0.2]], dtype="float32"),  # la salida de una red
        pd.Series([10, 20, 30], index=index),
        np.float32(0.5),
        alert_cost=np.int64(2),
    )
    assert (cost.alerts, cost.total) == (1, 32.0)


def test_cost_is_readable():
    cost = expected_cost([0, 1, 1], [0.9, 0.8, 0.1], [1, 2, 1234.5], 0.5, alert_cost=1.5)
    lines = [
        "Umbral: 0.5",
        "Avisos: 2",
        "Fraudes detectados: 1 de 2",
        "Importe de los fraudes no detectados: 1234.50 €",
        "Coste de revisar los avisos: 3.00 €",
        "Coste total: 1237.50 €",
    ]
    assert str(cost).splitlines() == repr(cost).splitlines() == lines
    html = cost._repr_html_()
    for line in lines:
        assert '<th scope="row">{}</th><td>{}</td>'.format(*line.split(": ")) in html
    never = best_threshold_for_cost([0], [0.1], [1], alert_cost=5)
    assert str(never).startswith("Umbral: ninguno (no se avisa de ningún pago)\n")


@pytest.mark.parametrize("function", ["expected", "best"])
def test_approx_marks_what_depends_on_the_model(function):
    payments = ([0, 1, 1], [0.9, 0.8, 0.1], [1, 9, 12])
    if function == "expected":
        cost = expected_cost(*payments, 0.8, alert_cost=2, approx=True)
    else:
        cost = best_threshold_for_cost(*payments, alert_cost=2, approx=True)
    text = str(cost)
    assert repr(cost) == text
    for line in text.splitlines():
        assert ": ≈ " in line
    assert "detectados: ≈ " in text and " de 2\n" in text  # los que hay no dependen del modelo
    assert cost._repr_html_().count("≈") == text.count("≈") == 6


BAD = [
    ({"y_true": [0, 2]}, ValueError, r"1 \(fraude\) y 0 \(normal\); contiene \[0, 2\]"),
    ({"y_true": ["no", "sí"]}, TypeError, "contiene textos, como 'no'"),
    ({"y_true": [0.2, 0.8]}, ValueError, "probabilidades"),
    ({"y_true": []}, ValueError, "vacío"),
    ({"y_true": None}, TypeError, "NoneType"),
    ({"y_true": [0, None]}, ValueError, "posición 1"),
    ({"scores": [0.1]}, ValueError, "y_true tiene 2, scores tiene 1"),
    ({"scores": [0.1, np.nan]}, ValueError, "scores contiene nan en la posición 1"),
    ({"scores": [[0.1, 0.9]] * 2}, ValueError, r"forma \(2, 2\)"),
    ({"scores": ["a", "b"]}, TypeError, "un número por muestra"),
    ({"amounts": [1]}, ValueError, "y_true tiene 2, amounts tiene 1"),
    ({"amounts": [1, -0.5]}, ValueError, "amounts contiene -0.5 en la posición 1.*0 € o más"),
    ({"amounts": [np.nan, 1]}, ValueError, "amounts contiene nan en la posición 0"),
    ({"amounts": [np.inf, 1]}, ValueError, "amounts contiene inf en la posición 0"),
    ({"amounts": ["caro", "barato"]}, TypeError, "amounts debe contener solo números.*un importe"),
    ({"amounts": None}, TypeError, "amounts debe ser una lista o un array; llegó None"),
    ({"amounts": 5}, TypeError, "amounts debe ser una lista o un array; llegó 5"),
    ({"amounts": [[1, 2], [3, 4]]}, ValueError, r"amounts tiene forma \(2, 2\)"),
    ({"alert_cost": -1}, ValueError, "alert_cost.*0 € o más.*llegó -1"),
    ({"alert_cost": np.nan}, ValueError, "llegó nan"),
    ({"alert_cost": np.inf}, ValueError, "finito; llegó inf"),
    ({"alert_cost": "5"}, TypeError, "alert_cost debe ser un número, como 5; llegó '5'"),
    ({"alert_cost": True}, TypeError, "llegó True"),
    ({"alert_cost": [5]}, TypeError, r"llegó \[5\]"),
]


@pytest.mark.parametrize(("change", "error", "message"), BAD)
def test_bad_payments(change, error, message):
    call = {"y_true": [0, 1], "scores": [0.2, 0.8], "amounts": [10, 20], "alert_cost": 5} | change
    for function, extra in [
        (expected_cost, {"threshold": 0.5}),
        (best_threshold_for_cost, {}),
        (cost_curve, {}),
    ]:
        with pytest.raises(error, match=message):
            function(**call, **extra)


@pytest.mark.parametrize(
    ("threshold", "error", "message"),
    [
        (50, ValueError, "entre 0 y 1"),
        (np.nan, ValueError, "finito; llegó nan"),
        (-np.inf, ValueError, "finito; llegó -inf"),
        ("0.5", TypeError, "llegó '0.5'"),
        (None, TypeError, "llegó None"),
        ([0.5, 0.6], TypeError, "threshold debe ser un número"),
        (np.array([0.5, 0.6]), TypeError, "threshold debe ser un número"),
    ],
)
def test_bad_threshold(threshold, error, message):
    with pytest.raises(error, match=message):
        expected_cost([0, 1], [0.2, 0.8], [10, 20], threshold, alert_cost=5)


# --- Los k más sospechosos ------------------------------------------------------------------------
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("grouped", [False, True])
def test_at_k_is_scikit_learn_on_the_chosen(seed, grouped):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 200))
    y_true = (rng.random(n) < 0.3).astype(int)
    y_true[0] = 1
    scores = rng.standard_normal(n)
    if seed % 2:
        scores = np.round(scores, 1)
    groups = rng.integers(0, 7, n) if grouped else None
    k = int(rng.integers(1, 30))

    # Uno a uno: de mayor a menor, y entre iguales el que aparece antes.
    chosen, used = np.zeros(n, dtype=int), {}
    for i in sorted(range(n), key=lambda i: (-scores[i], i)):
        group = groups[i] if grouped else "todos"
        if used.get(group, 0) < k:
            used[group] = used.get(group, 0) + 1
            chosen[i] = 1
    precision, recall = precision_score(y_true, chosen), recall_score(y_true, chosen)
    assert precision_at_k(y_true, scores, k, groups=groups) == pytest.approx(precision, abs=1e-12)
    assert recall_at_k(y_true, scores, k, groups=groups) == pytest.approx(recall, abs=1e-12)


def test_ties_go_in_the_order_of_the_data():
    assert precision_at_k([1, 0, 1], [0.5, 0.5, 0.5], 1) == 1.0
    assert precision_at_k([0, 1, 1], [0.5, 0.5, 0.5], 1) == 0.0


def test_fewer_payments_than_k_are_all_reviewed():
    assert precision_at_k([1, 0], [0.9, 0.1], 100) == 0.5
    assert recall_at_k([1, 0, 1], [0.9, 0.1, 0.2], 2, groups=["a", "a", "b"]) == 1.0


@pytest.mark.parametrize(
    "days",
    [
        ["lunes", "lunes", "martes", "martes"],
        pd.Series(pd.to_datetime(["2013-09-01"] * 2 + ["2013-09-02"] * 2), index=[9, 8, 7, 6]),
        np.array([0.0, 0.0, 1.0, 1.0]),
        pd.Categorical(["b", "b", "a", "a"]),
    ],
)
def test_groups_of_any_kind(days):
    fraud, scores = [0, 1, 1, 0], [0.9, 0.8, 0.2, 0.1]
    assert precision_at_k(fraud, scores, 1, groups=days) == 0.5
    assert recall_at_k(fraud, scores, 2, groups=days) == 1.0


def test_at_k_without_frauds():
    assert precision_at_k([0, 0], [0.1, 0.2], 1) == 0.0
    with pytest.raises(ValueError, match="ningún fraude"):
        recall_at_k([0, 0], [0.1, 0.2], 1)


@pytest.mark.parametrize("function", [precision_at_k, recall_at_k])
@pytest.mark.parametrize(
    ("k", "groups", "error", "message"),
    [
        (0, None, ValueError, "k debe ser 1 o más; llegó 0"),
        (1.5, None, TypeError, "k debe ser un entero; llegó 1.5"),
        (None, None, TypeError, "k debe ser un entero; llegó None"),
        (1, ["a"], ValueError, "y_true tiene 2, groups tiene 1"),
        (1, ["a", None], ValueError, "groups: falta el valor de la posición 1"),
        (1, [np.nan, 1.0], ValueError, "groups: falta el valor de la posición 0"),
        (1, pd.to_datetime(["2013-09-01", None]), ValueError, "posición 1"),
        (1, "lunes", ValueError, r"groups tiene forma \(\)"),
        (1, [["a"], ["b"]], ValueError, r"groups tiene forma \(2, 1\)"),
    ],
)
def test_bad_k_and_groups(function, k, groups, error, message):
    with pytest.raises(error, match=message):
        function([0, 1], [0.1, 0.2], k, groups=groups)
