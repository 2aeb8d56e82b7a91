"""El explorador de los avisos: qué fraudes detecta cada cupo, y cuánto cuesta."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
import pytest
from interactive_samples import AMOUNTS, EXPLORERS, FRAUD, RISK, parts, told

from course_utils.interactive.alerts import explore_alerts
from course_utils.metrics.decisions import best_threshold_for_cost, expected_cost

notebook, only_lines = samples.notebook, samples.only_lines


def alerts_line(alerts):
    """La frase que corresponde a los pagos de mayor puntuación, calculada aparte."""
    chosen = np.argsort(-RISK)[:alerts]
    caught = FRAUD[chosen].sum()
    missed = AMOUNTS[FRAUD == 1].sum() - AMOUNTS[chosen][FRAUD[chosen] == 1].sum()
    return (
        f"≈ {alerts} aviso{'s' if alerts > 1 else ''} en 12 h (≈ {2 * alerts} al día; umbral ≈ "
        f"{RISK[chosen].min():.3g}): detecta ≈ {caught} de los fraudes (hay 30). Se pierden ≈ "
        f"{missed:.0f} € y revisar cuesta ≈ {5 * alerts} €: en total ≈ {missed + 5 * alerts:.0f} €."
    )


def test_alerts_line_follows_the_slider(notebook, only_lines):
    explore_alerts(FRAUD, RISK, AMOUNTS, 12, alert_cost=5)
    controls, line, _ = parts(notebook)
    slider = controls["Avisos"]
    assert slider.value == np.count_nonzero(RISK >= 0.5)  # el umbral de siempre, que no es el mejor
    assert slider.options[0] == 1
    assert 10 <= len(slider.options) <= 101
    assert list(slider.options) == sorted(set(slider.options))
    best = best_threshold_for_cost(FRAUD, RISK, AMOUNTS, alert_cost=5)
    for alerts in (1, slider.value, best.alerts, slider.options[-1]):
        slider.value = alerts  # el mínimo también se puede elegir
        minimum = f" El mínimo es ≈ {best.total:.0f} €, con ≈ {best.alerts} avisos."
        assert told(line) == alerts_line(alerts) + minimum


def test_static_alerts_start_at_one_half(capsys):
    EXPLORERS["explore_alerts"]()
    assert capsys.readouterr().out.startswith(alerts_line(np.count_nonzero(RISK >= 0.5)))


def test_alerts_figure_marks_the_decision_and_counts_frauds(capsys):
    EXPLORERS["explore_alerts"]()
    curve, bars = plt.gcf().axes
    cost = expected_cost(FRAUD, RISK, AMOUNTS, 0.5, alert_cost=5)
    label = f"Ahora: {cost.total:.0f} €, con {cost.alerts} avisos"
    (mark,) = (mark for mark in curve.lines if mark.get_label() == label)
    np.testing.assert_allclose(mark.get_data(), [[cost.alerts], [cost.total]])
    assert label in [text.get_text() for text in curve.get_legend().get_texts()]
    heights = [bar.get_height() for bar in bars.patches]
    assert heights == [cost.frauds_caught, cost.frauds_missed]
    assert bars.patches[1].get_hatch()  # además del color
    assert [text.get_text() for text in bars.texts] == [str(height) for height in heights]


def test_alerts_with_ties_and_other_scores(notebook, only_lines):
    # El error de un autocodificador, con empates: nueve pagos de cada diez, el mismo.
    errors = np.where(np.arange(1000) < 100, np.round(100 * RISK), 0.0)
    explore_alerts(FRAUD, errors, AMOUNTS, 12, alert_cost=5)
    controls, line, _ = parts(notebook)
    possible = {np.count_nonzero(errors >= error) for error in errors}
    assert set(controls["Avisos"].options) <= possible
    controls["Avisos"].value = controls["Avisos"].options[-1]
    assert told(line).startswith(f"≈ {controls['Avisos'].options[-1]} avisos en 12 h")
    notebook.clear()
    explore_alerts([0, 1], [0.0, 0.0], [1, 2], 1, alert_cost=100)  # todo o nada
    assert parts(notebook)[0]["Avisos"].options == (2,)


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"hours": 0}, ValueError, "hours es cuántas horas.*mayor que 0; es 0"),
        ({"hours": np.nan}, ValueError, "es nan"),
        ({"hours": "12"}, TypeError, "hours debe ser un número"),
        ({"hours": [1, 2]}, TypeError, "hours debe ser un número"),
        ({"y_true": [0, 0]}, ValueError, "solo contiene la clase 0"),
        ({"amounts": [1]}, ValueError, "amounts tiene 1"),
        ({"alert_cost": -5}, ValueError, "alert_cost"),
    ],
)
def test_alerts_explain_bad_input_and_leave_no_figure(change, error, message):
    call = {"y_true": [0, 1], "scores": [0.2, 0.8], "amounts": [5, 9], "hours": 1, "alert_cost": 2}
    with pytest.raises(error, match=message):
        explore_alerts(**(call | change))
    assert plt.get_fignums() == []
