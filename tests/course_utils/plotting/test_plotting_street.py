"""La calle de una SVM: dónde se dibujan sus bordes, y qué se dice cuando algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from plotting_samples import assert_nothing_is_cut
from sklearn.linear_model import LinearRegression
from sklearn.svm import SVC

from course_utils.plotting.street import plot_street

random = np.random.default_rng(0)
POINTS = random.uniform(-2, 2, (60, 2))
LABELS = (POINTS[:, 0] > 0).astype(int)


def column(points):
    """La calle vertical de −0.5 a 0.5: vale −1 y 1 en sus bordes."""
    return 2 * points[:, 0]


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def edges(ax):
    """En qué valor del eje x está cada línea vertical, y con qué trazo."""
    found = {}
    for lines in ax.collections:
        segments = [path.vertices for path in lines.get_paths() if len(path.vertices)]
        style = lines.get_linestyle()[0][1] if len(lines.get_linestyle()) else None
        xs = np.concatenate(segments)[:, 0] if segments else np.array([])
        if len(xs) and np.ptp(xs) < 1e-9 and not len(lines.get_facecolor()):
            found[round(float(xs[0]), 3)] = "continua" if style is None else "discontinua"
    return found


def test_street_has_its_centre_and_its_two_edges():
    ax = plot_street(column, POINTS, LABELS, support=[3, 5])
    assert edges(ax) == {-0.5: "discontinua", 0.0: "continua", 0.5: "discontinua"}
    groups = {group.get_label(): group for group in ax.collections}
    for k in (0, 1):
        offsets = groups[f"clase {k}"].get_offsets()
        np.testing.assert_array_equal(offsets, POINTS[k == LABELS])
    np.testing.assert_array_equal(groups["vectores de soporte"].get_offsets(), POINTS[[3, 5]])
    assert legend(ax)[2:] == ["vectores de soporte", "centro de la calle", "bordes"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Característica 1", "Característica 2")


def test_street_of_a_model_is_where_its_function_says():
    model = SVC(kernel="linear", C=1000).fit(POINTS, LABELS)
    ax = plot_street(model, POINTS, LABELS, support=model.support_)
    assert legend(ax)[2] == "vectores de soporte"
    fills = [lines for lines in ax.collections if len(lines.get_facecolor()) == 3]
    assert fills  # los dos lados y la calle


def test_street_out_of_sight_draws_no_line(recwarn):
    ax = plot_street(lambda p: p[:, 0] + 9, POINTS, LABELS)
    assert edges(ax) == {}
    assert "vectores de soporte" not in legend(ax)
    assert not list(recwarn)


def test_street_names_and_tables():
    table = pd.DataFrame(POINTS, columns=["largo (mm)", "masa (g)"])
    ax = plot_street(lambda t: t["masa (g)"], table, np.where(LABELS, "sí", "no"))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("largo (mm)", "masa (g)")
    assert legend(ax)[:2] == ["no", "sí"]
    fig, given = plt.subplots()
    given.set_title("Mío")
    ax = plot_street(column, POINTS, LABELS, class_names=["a", "b"], ax=given)
    assert ax is given
    assert ax.get_title() == "Mío"
    assert legend(ax)[:2] == ["a", "b"]
    assert plt.get_fignums()[-1] == fig.number


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"x": POINTS[:, 0]}, ValueError, r"x tiene forma \(60,\)"),
        ({"y": LABELS[:9]}, ValueError, "x tiene 60, y tiene 9"),
        ({"y": np.arange(60) % 3}, ValueError, "3 clases y una calle separa dos"),
        ({"y": np.zeros(60, int)}, ValueError, "1 clases y una calle"),
        ({"model": 3}, TypeError, "decision_function.*llegó 3"),
        ({"model": SVC}, TypeError, "llegó <class"),
        ({"model": LinearRegression()}, TypeError, "decision_function"),
        ({"model": SVC()}, ValueError, "todavía no está entrenado"),
        (
            {"model": SVC().fit(np.c_[POINTS, POINTS], LABELS)},
            ValueError,
            "entrenó con 4 características",
        ),
        ({"model": lambda p: p}, ValueError, r"forma \(22500, 2\)"),
        ({"model": lambda p: p[:, 0] * np.nan}, ValueError, "número finito por punto"),
        ({"support": [60]}, IndexError, "support"),
        ({"support": [0.5]}, TypeError, "support"),
        ({"class_names": ["a"]}, ValueError, "dos nombres"),
        ({"feature_names": ["a"]}, ValueError, "dos nombres"),
        ({"ax": 3}, TypeError, "ax debe ser unos ejes"),
    ],
)
def test_street_bad_input(change, error, message):
    plt.close("all")
    call = {"model": column, "x": POINTS, "y": LABELS} | change
    model, x, y = call.pop("model"), call.pop("x"), call.pop("y")
    with pytest.raises(error, match=message):
        plot_street(model, x, y, **call)
    assert plt.get_fignums() == []


def test_street_leaves_the_errors_of_the_function_alone():
    def mine(points):
        raise ValueError("lo mío")

    with pytest.raises(ValueError, match=r"^lo mío$"):
        plot_street(mine, POINTS, LABELS)


def test_nothing_is_clipped():
    assert_nothing_is_cut(plot_street(column, POINTS, LABELS).figure)
