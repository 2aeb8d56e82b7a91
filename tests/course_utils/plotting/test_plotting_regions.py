"""Regiones de decisión: qué clase se ve en cada punto y qué se dice cuando algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import same_color, to_rgb
from plotting_samples import assert_nothing_is_cut
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from course_utils.plotting.regions import plot_decision_regions
from course_utils.plotting.style import CLASS_COLORS, CLASS_MARKERS


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


# --- plot_decision_regions ------------------------------------------------------------------------
random = np.random.default_rng(0)


points_2d = random.uniform(-2, 2, (90, 2))


classes = (points_2d[:, 0] > 0).astype(int)


def by_first_column(points):
    return (points[:, 0] > 0).astype(int)


def region_at(ax, x, y):
    """El número de clase del color que hay en el punto (x, y)."""
    assert ax.images[0].origin == "lower"
    pixels, (left, right, bottom, top) = ax.images[0].get_array(), ax.images[0].get_extent()
    row = int((y - bottom) / (top - bottom) * pixels.shape[0])
    column = int((x - left) / (right - left) * pixels.shape[1])
    tints = np.array([to_rgb(color) for color in CLASS_COLORS]) / 3 + 2 / 3
    return int(np.abs(tints - pixels[row, column]).sum(axis=1).argmin())


def test_regions_show_the_prediction_at_every_point():
    def quadrant(points):
        return (points[:, 0] > 0) + 2 * (points[:, 1] > 0.5)

    ax = plot_decision_regions(quadrant, points_2d, quadrant(points_2d))
    for point, expected in [((-1, -1), 0), ((1, -1), 1), ((-1, 1), 2), ((1, 1), 3)]:
        assert region_at(ax, *point) == expected
    assert region_at(ax, 0.05, -1) == 1
    assert region_at(ax, -0.05, -1) == 0
    assert ax.get_title() == "Regiones de decisión"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Característica 1", "Característica 2")
    assert legend(ax) == ["clase 0", "clase 1", "clase 2", "clase 3"]


def test_regions_draw_every_point_with_its_colour_and_marker():
    ax = plot_decision_regions(by_first_column, points_2d, classes)
    groups = {group.get_label(): group for group in ax.collections}
    for k in (0, 1):
        group = groups[f"clase {k}"]
        np.testing.assert_array_equal(group.get_offsets(), points_2d[classes == k])
        assert same_color(group.get_facecolor()[0][:3], CLASS_COLORS[k])
    paths = [groups[f"clase {k}"].get_paths()[0].vertices.shape for k in (0, 1)]
    assert paths[0] != paths[1]  # círculo y cuadrado
    assert len(set(CLASS_MARKERS)) == len(set(CLASS_COLORS)) == 6
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    assert left < points_2d[:, 0].min() < points_2d[:, 0].max() < right
    assert bottom < points_2d[:, 1].min() < points_2d[:, 1].max() < top


def test_regions_ask_the_model_once_with_few_points():
    calls = []

    def predict(points):
        calls.append(points.shape)
        return by_first_column(points)

    plot_decision_regions(predict, points_2d, classes)
    assert calls == [(40_000, 2)]


def one_hot(points):
    return np.eye(2)[by_first_column(points)] * 0.7 + 0.15


@pytest.mark.parametrize(
    "predict",
    [
        by_first_column,
        lambda p: p[:, 0] > 0,  # booleanos
        lambda p: by_first_column(p).astype(float),
        lambda p: by_first_column(p)[:, np.newaxis],
        lambda p: 0.5 * (1 + np.tanh(p[:, 0])),  # probabilidad: desde 0.5
        lambda p: 0.5 * (1 + np.tanh(p[:, :1])),  # columna sigmoide
        one_hot,  # una columna por clase
        KNeighborsClassifier(1).fit(points_2d, classes),
        KNeighborsClassifier(1).fit(points_2d, classes).predict,
        LogisticRegression().fit(points_2d, classes).predict_proba,
    ],
)
def test_regions_understand_every_kind_of_answer(predict):
    ax = plot_decision_regions(predict, points_2d, classes)
    assert region_at(ax, -1, 0) == 0
    assert region_at(ax, 1, 0) == 1


def test_regions_of_keras_models(capfd):
    from course_utils.training import keras, set_seed

    set_seed(0)
    for units, activation_name in [(1, "sigmoid"), (2, "softmax")]:
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(units, activation_name)])
        weights = np.array([[1.0], [0.0]]) if units == 1 else np.array([[-1.0, 1.0], [0.0, 0.0]])
        model.layers[0].set_weights([weights, np.zeros(units)])
        for predict in (model, model.predict):
            ax = plot_decision_regions(predict, points_2d, classes)
            assert region_at(ax, -1, 0) == 0
            assert region_at(ax, 1, 0) == 1
    wide = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    with pytest.raises(ValueError, match="4 características"):
        plot_decision_regions(wide, points_2d, classes)
    captured = capfd.readouterr()
    assert captured.out == ""  # ni barra de progreso
    assert captured.err == ""  # ni avisos


def test_regions_with_text_labels():
    y = np.where(classes == 1, "sí", "no")
    model = KNeighborsClassifier(1).fit(points_2d, y)
    ax = plot_decision_regions(model, points_2d, y)
    assert legend(ax) == ["no", "sí"]
    assert region_at(ax, 1, 0) == 1
    ax = plot_decision_regions(model, points_2d, y, class_names=["sí", "no"])
    assert legend(ax) == ["sí", "no"]
    assert region_at(ax, 1, 0) == 0
    assert region_at(plot_decision_regions(model.predict_proba, points_2d, y), 1, 0) == 1


def test_regions_keep_the_colour_of_a_class_that_is_missing():
    ax = plot_decision_regions(
        lambda p: np.full(len(p), 2), points_2d, classes * 2, class_names=list("abc")
    )
    assert region_at(ax, 0, 0) == 2
    assert legend(ax) == ["a", "b", "c"]
    ax = plot_decision_regions(lambda p: np.full(len(p), 7), points_2d, classes)
    assert legend(ax) == ["clase 0", "clase 1", "clase 7"]
    # Columnas numeradas desde 0, y etiquetas que no: les toca en orden.
    ax = plot_decision_regions(one_hot, points_2d, classes + 4)
    assert legend(ax) == ["clase 4", "clase 5"]


def test_regions_hand_the_model_a_dataframe_if_the_data_were_one():
    table = pd.DataFrame(points_2d, columns=["largo (mm)", "masa (g)"])
    ax = plot_decision_regions(lambda t: t["largo (mm)"] > 0, table, classes)
    assert region_at(ax, 1, 0) == 1


def test_regions_of_columns_that_are_not_in_the_data():
    def three(points):
        return np.eye(3)[2 * by_first_column(points)]

    ax = plot_decision_regions(three, points_2d, 2 * classes)
    assert legend(ax) == ["clase 0", "clase 2"]
    ax = plot_decision_regions(three, points_2d, classes)  # la columna 1 nunca gana
    assert legend(ax) == ["clase 0", "clase 1", "clase 2"]
    assert region_at(ax, 1, 0) == 2


def test_regions_of_a_dataframe_use_its_columns(recwarn):
    table = pd.DataFrame(points_2d, columns=["largo (mm)", "masa (g)"])
    model = KNeighborsClassifier(1).fit(table, classes)
    ax = plot_decision_regions(model, table, pd.Series(classes))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("largo (mm)", "masa (g)")
    plot_decision_regions(model, points_2d, classes)  # entrenado con nombres, dibujado sin ellos
    ax = plot_decision_regions(model, table, classes, feature_names=["a", "b"])
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("a", "b")
    assert not list(recwarn)


def test_regions_with_a_constant_column():
    ax = plot_decision_regions(lambda p: p[:, 0] > 0, [[-1, 3], [1, 3]], [0, 1])
    assert ax.get_ylim() == (2, 4)


def test_regions_given_axes_and_labels_of_the_caller():
    fig, ax = plt.subplots()
    ax.set(title="Mío", xlabel="equis", ylabel="ye")
    assert plot_decision_regions(by_first_column, points_2d, classes, ax=ax) is ax
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("Mío", "equis", "ye")
    assert plt.get_fignums() == [fig.number]
    assert plot_decision_regions(by_first_column, points_2d, classes).figure is not fig


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"x": points_2d[:, 0]}, ValueError, r"x tiene forma \(90,\).*x\[:, :2\]"),
        ({"x": np.zeros((90, 3))}, ValueError, r"forma \(90, 3\).*dos columnas"),
        ({"x": np.zeros((0, 2))}, ValueError, "x está vacío"),
        ({"x": [["a", "b"]]}, TypeError, "x debe contener solo números"),
        (
            {"x": np.where(points_2d == points_2d[5], np.nan, points_2d)},
            ValueError,
            "nan o infinito en la fila 5",
        ),
        ({"y": classes[:80]}, ValueError, "x tiene 90, y tiene 80"),
        ({"y": []}, ValueError, "y está vacío"),
        ({"y": classes + 0.5}, ValueError, "decimales"),
        ({"predict": 3}, TypeError, "modelo entrenado o una función.*llegó 3"),
        ({"predict": KNeighborsClassifier}, TypeError, "llegó <class"),
        ({"predict": KNeighborsClassifier()}, ValueError, "todavía no está entrenado"),
        (
            {"predict": KNeighborsClassifier(1).fit(np.c_[points_2d, points_2d], classes)},
            ValueError,
            "entrenó con 4 características",
        ),
        ({"predict": lambda p: 1}, ValueError, r"forma \(\)"),
        ({"predict": lambda p: classes}, ValueError, r"recibió 40000 puntos.*\(90,\)"),
        ({"predict": lambda p: np.ones((len(p), 2, 2))}, ValueError, r"\(40000, 2, 2\)"),
        ({"predict": lambda p: np.ones((len(p), 0))}, ValueError, r"\(40000, 0\)"),
        ({"predict": lambda p: p[:, 0] * np.nan}, ValueError, "nan o infinito en algún punto"),
        ({"predict": lambda p: p[:, 0]}, ValueError, "decimales de -.*p > 0"),
        (
            {"predict": LinearRegression().fit(points_2d, 9 * classes)},
            ValueError,
            "ni probabilidades",
        ),
        ({"predict": lambda p: np.full(len(p), "a")}, TypeError, "devuelve texto e y contiene núm"),
        ({"predict": lambda p: np.arange(len(p))}, ValueError, "40000 clases.*distingue 6"),
        ({"predict": one_hot, "y": classes * 5}, None, None),
        ({"predict": one_hot, "y": np.arange(90) % 3}, ValueError, "2 columnas.*contiene 3 clases"),
        ({"class_names": ["a"]}, ValueError, r"1 nombres.*ninguno para \[1\]"),
        ({"class_names": "ab"}, TypeError, "lista de textos"),
        ({"feature_names": ["a"]}, ValueError, "dos nombres.*llegaron 1"),
        ({"feature_names": "ab"}, TypeError, "dos textos; llegó 'ab'"),
        ({"ax": 3}, TypeError, "ax debe ser unos ejes"),
    ],
)
def test_regions_bad_input(change, error, message):
    call = {"predict": by_first_column, "x": points_2d, "y": classes} | change
    predict, x, y = call.pop("predict"), call.pop("x"), call.pop("y")
    if error is None:
        plot_decision_regions(predict, x, y, **call)
        return
    with pytest.raises(error, match=message):
        plot_decision_regions(predict, x, y, **call)
    assert plt.get_fignums() == []


def test_regions_leave_the_errors_of_the_function_alone():
    def predict(points):
        raise ValueError("lo mío")

    with pytest.raises(ValueError, match=r"^lo mío$"):
        plot_decision_regions(predict, points_2d, classes)


def test_nothing_is_clipped():
    assert_nothing_is_cut(plot_decision_regions(by_first_column, points_2d, classes).figure)
