"""Costes, calibración, puntuaciones y tiempo: qué dibujan y qué dicen cuando algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import same_color
from sklearn.calibration import calibration_curve

from course_utils.metrics.decisions import best_threshold_for_cost, cost_curve, expected_cost
from course_utils.plotting.decisions import (
    plot_calibration,
    plot_cost_curve,
    plot_metric_over_time,
    plot_score_distributions,
    visible_alerts,
)
from course_utils.plotting.style import CORRECT_COLOR, WRONG_COLOR

random = np.random.default_rng(0)
N, FRAUDS = 6000, 30
Y_TRUE = (np.arange(N) < FRAUDS).astype(int)
LOGITS = np.where(Y_TRUE == 1, random.normal(2, 4, N), random.normal(-8, 1.6, N))
SCORES = 1 / (1 + np.exp(-LOGITS))
AMOUNTS = np.round(random.lognormal(3.2, 1.5, N), 2)


def over_time(y_true, scores, ax=None):
    return plot_metric_over_time(scores, scores, metric_name="AP", ax=ax)


DRAW = {
    "cost": lambda y, s, **ax: plot_cost_curve(y, s, np.full(len(y), 9.0), alert_cost=2, **ax),
    "calibration": plot_calibration,
    "distributions": lambda y, s, **ax: plot_score_distributions(y, s, threshold=0.5, **ax),
    "time": over_time,
}


def legend(ax):
    return ax.get_legend_handles_labels()[1]


def lines(ax):
    return dict(zip([line.get_label() for line in ax.lines], ax.lines, strict=True))


def tick_texts(axis):
    return [t.get_text() for t in [*axis.get_majorticklabels(), *axis.get_minorticklabels()]]


# --- Lo común -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DRAW)
def test_axes_and_labels_of_the_caller_are_respected(name):
    fig, ax = plt.subplots()
    ax.set(title="Mío", xlabel="equis", ylabel="ye")
    assert DRAW[name]([0, 1, 1], [0.2, 0.6, 0.8], ax=ax) is ax
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("Mío", "equis", "ye")
    assert plt.get_fignums() == [fig.number]
    assert DRAW[name]([0, 1, 1], [0.2, 0.6, 0.8]).figure is not fig
    plt.close("all")
    with pytest.raises(TypeError, match="ax debe ser"):
        DRAW[name]([0, 1, 1], [0.2, 0.6, 0.8], ax="no")
    assert plt.get_fignums() == []


@pytest.mark.parametrize("name", DRAW)
def test_everything_is_named_and_fits(name, capfd):
    scores = np.sort(SCORES) if name == "time" else SCORES
    ax = DRAW[name](Y_TRUE, scores)
    ax.figure.canvas.draw()
    for text in [ax.title, ax.xaxis.label, ax.yaxis.label]:
        assert text.get_text()
        box = text.get_window_extent()
        assert min(box.x0, box.y0) >= 0
        assert box.x1 <= ax.figure.bbox.x1
        assert box.y1 <= ax.figure.bbox.y1
    texts = [*tick_texts(ax.xaxis), *tick_texts(ax.yaxis)]
    assert not any("$" in text for text in texts)  # potencias: avisos de fuentes en stderr
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["cost", "calibration", "distributions"])
@pytest.mark.parametrize(
    ("y", "s", "error", "message"),
    [
        ([0, 1], [0.1, np.nan], ValueError, "nan en la posición 1"),
        ([0, 1], [0.1], ValueError, "y_true tiene 2, scores tiene 1"),
        ([0, 5], [0.1, 0.2], ValueError, r"contiene \[0, 5\]"),
        (["a", "b"], [0.1, 0.2], TypeError, "y_true == '[ab]'"),
        ([], [], ValueError, "vacío"),
    ],
)
def test_bad_labels_and_scores_leave_no_figure(name, y, s, error, message):
    with pytest.raises(error, match=message):
        DRAW[name](y, s)
    assert plt.get_fignums() == []


# --- plot_cost_curve ------------------------------------------------------------------------------


def test_cost_curve_draws_every_threshold():
    ax = plot_cost_curve(Y_TRUE, SCORES, AMOUNTS, alert_cost=5)
    curve = cost_curve(Y_TRUE, SCORES, AMOUNTS, alert_cost=5)
    drawn = lines(ax)
    for name, euros in [
        ("Coste total", curve.total),
        ("Fraude no detectado", curve.missed_amount),
        ("Revisar los avisos", curve.review_cost),
    ]:
        np.testing.assert_array_equal(drawn[name].get_data(), [curve.alerts[1:], euros[1:]])
    styles = [drawn[name].get_linestyle() for name in list(drawn)[:4]]
    assert len(set(styles)) == 4  # además del color
    assert drawn["Coste total"].get_linewidth() > drawn["Revisar los avisos"].get_linewidth()
    assert same_color(drawn["Fraude no detectado"].get_color(), WRONG_COLOR)
    assert same_color(drawn["Revisar los avisos"].get_color(), CORRECT_COLOR)
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "linear")
    assert (ax.get_ylabel(), ax.get_title()) == ("Coste (€)", "Coste según el número de avisos")


def test_cost_curve_marks_the_minimum_and_never():
    ax = plot_cost_curve(Y_TRUE, SCORES, AMOUNTS, alert_cost=5)
    best = best_threshold_for_cost(Y_TRUE, SCORES, AMOUNTS, alert_cost=5)
    never = AMOUNTS[Y_TRUE == 1].sum()
    names = [
        f"No avisar nunca: {never:.0f} €",
        f"Mínimo: {best.total:.0f} €, con {best.alerts} avisos",
    ]
    assert legend(ax)[3:] == names
    np.testing.assert_allclose(lines(ax)[names[0]].get_ydata(), never)
    np.testing.assert_allclose(lines(ax)[names[1]].get_data(), [[best.alerts], [best.total]])


def test_cost_curve_ends_at_twice_the_cost_of_never():
    curve = cost_curve(Y_TRUE, SCORES, AMOUNTS, alert_cost=5)
    ax = plot_cost_curve(Y_TRUE, SCORES, AMOUNTS, alert_cost=5)
    never = curve.total[0]
    assert ax.get_ylim() == (0, pytest.approx(2 * never))
    shown = visible_alerts(curve)
    assert curve.total[shown] <= 2 * never < curve.total[shown + 1 :].min()
    assert shown < ax.get_xlim()[1] < 1.2 * shown
    ax.figure.canvas.draw()
    assert {"1", "10", "100"} <= set(tick_texts(ax.xaxis))


def test_cost_curve_when_no_alert_is_worth_it():
    ax = plot_cost_curve([0, 1], [0.1, 0.8], [10, 20], alert_cost=500)
    assert legend(ax)[3:] == ["No avisar nunca: 20 € (lo más barato)"]
    assert ax.get_ylim()[1] >= 500  # el primer umbral se ve, por caro que sea


@pytest.mark.parametrize("alert_cost", [0, 5])
@pytest.mark.parametrize("y_true", [[0, 0, 0], [1, 1, 1], [0, 1, 0]])
@pytest.mark.filterwarnings("error")
def test_cost_curve_with_anything_valid(y_true, alert_cost):
    for scores in ([0.5] * 3, [0.1, 0.2, 0.3], [-40, 0, 1e6]):
        ax = plot_cost_curve(y_true, scores, [0, 5, 7], alert_cost=alert_cost)
        ax.figure.canvas.draw()
        assert ax.get_ylim()[0] < ax.get_ylim()[1]
        plt.close()


def test_cost_curve_checks_what_it_gets():
    for bad, error in [({"amounts": [1, -1]}, ValueError), ({"alert_cost": None}, TypeError)]:
        call = {"amounts": [1, 2], "alert_cost": 5} | bad
        with pytest.raises(error, match=next(iter(bad))):
            plot_cost_curve([0, 1], [0.1, 0.2], **call)
    assert plt.get_fignums() == []


def test_cost_curve_is_the_cost_of_the_threshold():
    ax = plot_cost_curve(Y_TRUE, SCORES, AMOUNTS, alert_cost=5)
    x, y = lines(ax)["Coste total"].get_data()
    for threshold in np.quantile(SCORES, [0.2, 0.9, 0.999]):
        cost = expected_cost(Y_TRUE, SCORES, AMOUNTS, threshold, alert_cost=5)
        assert y[np.searchsorted(x, cost.alerts)] == pytest.approx(cost.total)


# --- plot_calibration -----------------------------------------------------------------------------

BALANCED = random.integers(0, 2, 500)
CHANCES = 1 / (1 + np.exp(-random.normal(2 * BALANCED - 1, 1)))


@pytest.mark.parametrize("strategy", ["quantile", "uniform"])
@pytest.mark.parametrize("bins", [1, 5, 10])
def test_calibration_draws_what_scikit_learn_computes(strategy, bins):
    column = CHANCES[:, np.newaxis].astype("float32")  # la salida sigmoide de una red
    ax = plot_calibration(BALANCED, column, bins=bins, strategy=strategy, label="red")
    happened, said = calibration_curve(
        BALANCED, column[:, 0].astype(float), n_bins=bins, strategy=strategy
    )
    np.testing.assert_allclose(lines(ax)["red"].get_data(), [said, happened], rtol=0, atol=1e-12)
    np.testing.assert_array_equal(lines(ax)["Se cumple exactamente"].get_data(), [[0, 1], [0, 1]])


def test_calibration_default_is_ten_equal_groups():
    ax = plot_calibration(BALANCED, CHANCES)
    happened, said = calibration_curve(BALANCED, CHANCES, n_bins=10, strategy="quantile")
    np.testing.assert_array_equal(lines(ax)["Modelo"].get_data(), [said, happened])


def test_calibration_of_several_models():
    ax = plot_calibration(BALANCED, CHANCES, label="uno")
    assert plot_calibration(BALANCED, CHANCES**2, label="dos", ax=ax) is ax
    _, first, second = ax.lines  # la diagonal, una sola vez
    assert legend(ax) == ["Se cumple exactamente", "uno", "dos"]
    assert first.get_color() != second.get_color()
    assert first.get_linestyle() != second.get_linestyle()
    assert first.get_marker() != second.get_marker()
    assert ax.get_xlim()[1] == ax.get_ylim()[1] == pytest.approx(1.05)


def test_calibration_of_rare_frauds_fills_the_axes():
    ax = plot_calibration(Y_TRUE, SCORES)
    (curve,) = (line for line in ax.lines if line.get_label() == "Modelo")
    top = max(*curve.get_xdata(), *curve.get_ydata())
    assert top < 0.1
    assert top < ax.get_xlim()[1] == ax.get_ylim()[1] < 1.1 * top
    plot_calibration(Y_TRUE, SCORES, strategy="uniform", ax=ax)  # y al añadir otra, caben las dos
    assert ax.get_xlim()[1] == ax.get_ylim()[1] == pytest.approx(1.05)


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"probabilities": [-3.0, 2.0]}, ValueError, "de -3 a 2 y una probabilidad va de 0 a 1"),
        ({"probabilities": [0.5, 1.5]}, ValueError, "de 0.5 a 1.5"),
        ({"y_true": [1, 1]}, ValueError, "solo contiene la clase 1"),
        ({"bins": 0}, ValueError, "bins debe ser 1 o más"),
        ({"bins": 2.0}, TypeError, "bins debe ser un entero"),
        ({"strategy": "cuantil"}, ValueError, '"quantile" o "uniform"; llegó \'cuantil\''),
        ({"strategy": None}, ValueError, "llegó None"),
    ],
)
def test_bad_calibration(change, error, message):
    with pytest.raises(error, match=message):
        plot_calibration(**({"y_true": [0, 1], "probabilities": [0.1, 0.9]} | change))
    assert plt.get_fignums() == []


# --- plot_score_distributions ---------------------------------------------------------------------


def test_distributions_are_percentages_of_each_class():
    ax = plot_score_distributions(Y_TRUE, SCORES, threshold=0.25, bins=20)
    normal, fraud = (patch.get_data() for patch in ax.patches)
    np.testing.assert_allclose(fraud.edges, np.linspace(SCORES.min(), SCORES.max(), 21))
    for value, drawn in [(0, normal), (1, fraud)]:
        own = SCORES[value == Y_TRUE]
        expected = 100 * np.histogram(own, drawn.edges)[0] / len(own)
        np.testing.assert_allclose(drawn.values, expected)
        assert drawn.values.sum() == pytest.approx(100)
    assert legend(ax) == [f"normal ({N - FRAUDS})", f"fraude ({FRAUDS})", "Umbral: 0.25"]
    assert lines(ax)["Umbral: 0.25"].get_xdata() == [0.25, 0.25]


def test_distributions_show_a_single_fraud():
    ax = plot_score_distributions(Y_TRUE, SCORES)
    normal, fraud = ax.patches
    low, high = ax.get_ylim()
    assert ax.get_yscale() == "log"
    for patch in (normal, fraud):
        heights = patch.get_data().values
        # La barra más baja ocupa algo de alto, y la más alta deja sitio a la leyenda.
        assert np.log(heights[heights > 0].min() / low) / np.log(high / low) > 0.03
        assert np.log(high / heights.max()) / np.log(high / low) > 0.25
    assert fraud.get_hatch()  # además del color
    assert not normal.get_hatch()
    ax.figure.canvas.draw()
    assert max(float(text) for text in tick_texts(ax.yaxis) if text) == 100  # nunca 1000 %


def test_distributions_names_and_bins():
    ax = plot_score_distributions([0, 1, 1], [1.0, 2.0, 3.0], class_names=["no", "sí"])
    assert legend(ax) == ["no (1)", "sí (2)"]
    assert all(len(patch.get_data().values) == 50 for patch in ax.patches)


def test_distributions_of_reconstruction_errors():
    errors = np.exp(LOGITS / 2)
    ax = plot_score_distributions(Y_TRUE, errors, bins=30)
    assert ax.get_xscale() == "log"
    assert ax.get_xlabel() == "Puntuación (escala logarítmica)"
    for patch in ax.patches:
        values, edges, _ = patch.get_data()
        assert values.sum() == pytest.approx(100)  # ni el menor ni el mayor se quedan fuera
        np.testing.assert_allclose(np.diff(np.log(edges)), np.log(edges[1] / edges[0]))
    for scores in (SCORES, LOGITS, errors - errors.min()):  # ni probabilidades, ni 0, ni negativos
        assert plot_score_distributions(Y_TRUE, scores).get_xscale() == "linear"


def test_distributions_of_equal_scores():
    ax = plot_score_distributions([0, 1], [3.0, 3.0])
    assert [patch.get_data().values.sum() for patch in ax.patches] == [100, 100]


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"y_true": [0, 0]}, ValueError, "solo contiene la clase 0"),
        ({"threshold": 50}, ValueError, "entre 0 y 1"),
        ({"threshold": "0.5"}, TypeError, "threshold debe ser un número"),
        ({"class_names": ["a", "b", "c"]}, ValueError, "dos nombres; llegaron 3"),
        ({"class_names": "no"}, TypeError, "lista de textos"),
        ({"bins": 0}, ValueError, "bins debe ser 1 o más"),
        ({"bins": "auto"}, TypeError, "bins debe ser un entero"),
    ],
)
def test_bad_distributions(change, error, message):
    with pytest.raises(error, match=message):
        plot_score_distributions(**({"y_true": [0, 1], "scores": [0.1, 0.9]} | change))
    assert plt.get_fignums() == []


# --- plot_metric_over_time ------------------------------------------------------------------------


def test_time_draws_line_and_band():
    hours = pd.Series([39, 40, 41], index=[5, 6, 7])
    values, low, high = np.array([0.8, np.nan, 0.7]), [0.7, np.nan, 0.6], [0.9, np.nan, 0.75]
    ax = plot_metric_over_time(
        hours, values, metric_name="Precisión media", interval=(low, high), time_name="Hora (h)"
    )
    (line,) = ax.lines
    np.testing.assert_array_equal(line.get_data(), [hours, values])
    assert line.get_marker() == "o"  # un momento suelto entre nan también se ve
    edges = np.concatenate([path.vertices for path in ax.collections[0].get_paths()])
    assert {(39, 0.7), (39, 0.9), (41, 0.6), (41, 0.75)} <= set(map(tuple, edges))
    assert legend(ax) == ["Precisión media", "Intervalo"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Hora (h)", "Precisión media")
    assert ax.get_title() == "Precisión media a lo largo del tiempo"


def test_time_axis_of_fractions_goes_from_0_to_1():
    ax = plot_metric_over_time([0, 1], [0.8, 0.7], metric_name="AP")
    assert ax.get_ylim()[0] <= 0 < 1 <= ax.get_ylim()[1] < 1.1
    assert ax.get_legend() is None  # es una sola línea, ya nombrada en su eje
    ax = plot_metric_over_time([0, 1], [0.8, 7], metric_name="Euros")
    assert ax.get_ylim()[1] > 7
    ax = plot_metric_over_time([0, 1], [0.8, 0.9], metric_name="z", interval=([0, 0], [2, 3]))
    assert ax.get_ylim()[1] > 3


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"times": [0]}, ValueError, "times tiene 1, values tiene 2"),
        ({"times": [1, 0]}, ValueError, "times debe ir en orden.*0 va detrás de 1"),
        ({"times": [1, 1]}, ValueError, "sin repetir"),
        ({"times": [0, np.nan]}, ValueError, "times contiene nan en la posición 1"),
        ({"times": ["lunes", "martes"]}, TypeError, "times debe contener solo números"),
        ({"times": [], "values": []}, ValueError, r"times tiene forma \(0,\)"),
        ({"values": None}, TypeError, "values debe ser una lista"),
        ({"values": [np.nan, np.nan]}, ValueError, "solo contiene nan"),
        ({"values": [0.1, np.inf]}, ValueError, "values contiene inf en la posición 1"),
        ({"metric_name": 3}, TypeError, "metric_name debe ser un texto; llegó 3"),
        ({"time_name": None}, TypeError, "time_name debe ser un texto"),
        ({"interval": ([0, 0], [1])}, ValueError, r"interval\[1\] tiene 1"),
        ({"interval": ([0, 0.9], [1, 0.8])}, ValueError, "posición 1 el extremo inferior .0.9"),
        ({"interval": 0.1}, TypeError, "pareja .inferiores, superiores.*llegó float"),
        ({"interval": ([0, 0],)}, TypeError, "pareja"),
    ],
)
def test_bad_time(change, error, message):
    call = {"times": [0, 1], "values": [0.5, 0.6], "metric_name": "AP"} | change
    with pytest.raises(error, match=message):
        plot_metric_over_time(**call)
    assert plt.get_fignums() == []
