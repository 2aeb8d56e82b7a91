"""Regiones, activaciones y caminos: qué dibujan y qué dicen cuando algo no encaja."""

import math

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import same_color, to_rgb
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from course_utils.plotting_concepts import (
    CLASS_COLORS,
    CLASS_MARKERS,
    activation,
    descend,
    plot_activation,
    plot_decision_regions,
    plot_gradient_path,
    plot_learning_rate_comparison,
)


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def lines(ax):
    return {line.get_label(): line for line in ax.lines}


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


# --- plot_activation ------------------------------------------------------------------------------

FORMULAS = {
    "sigmoide": lambda z: 1 / (1 + math.exp(-z)),
    "relu": lambda z: max(z, 0.0),
    "tanh": math.tanh,
}


@pytest.mark.parametrize("name", FORMULAS)
def test_activation_draws_the_function_and_its_slope(name):
    ax = plot_activation(name, x_range=(-4, 5), slopes=True)
    assert legend(ax) == [name, f"pendiente de {name}"]
    z, output = lines(ax)[name].get_data()
    assert (z[0], z[-1]) == (-4, 5)
    assert 0 in z
    np.testing.assert_allclose(output, [FORMULAS[name](value) for value in z], atol=1e-12)
    slope = lines(ax)[f"pendiente de {name}"]
    assert slope.get_linestyle() == "--"
    h = 1e-6
    numeric = [(FORMULAS[name](v + h) - FORMULAS[name](v - h)) / (2 * h) for v in z]
    away = z != 0 if name == "relu" else np.full(len(z), True)
    np.testing.assert_allclose(slope.get_ydata()[away], np.array(numeric)[away], atol=1e-6)
    assert np.isnan(slope.get_ydata()[~away]).all()  # ReLU no tiene pendiente en 0
    np.testing.assert_array_equal(activation(name, z), output)


def test_activation_titles_and_second_cue():
    assert plot_activation("relu").get_title() == "Función de activación: relu"
    ax = plot_activation(["sigmoide", "relu", "tanh", "relu"])
    assert legend(ax) == ["sigmoide", "relu", "tanh"]
    assert ax.get_title() == "Funciones de activación"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Entrada de la neurona (z)", "Salida")
    assert len({lines(ax)[name].get_marker() for name in legend(ax)}) == 3
    assert len({lines(ax)[name].get_color() for name in legend(ax)}) == 3


def test_activation_does_not_overflow(recwarn):
    ax = plot_activation(["sigmoide", "tanh"], x_range=(-2000, 2000), slopes=True)
    assert np.isfinite(lines(ax)["sigmoide"].get_ydata()).all()
    assert plot_activation("relu", x_range=(1, 2)).get_xlim() == (1, 2)
    assert not list(recwarn)


def test_activation_given_axes_and_labels_of_the_caller():
    fig, ax = plt.subplots()
    ax.set(title="Mío", xlabel="z", ylabel="y")
    assert plot_activation("tanh", ax=ax) is ax
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("Mío", "z", "y")
    assert plt.get_fignums() == [fig.number]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (("sigmoid",), ValueError, "'sigmoid'; las que hay son: sigmoide, relu, tanh"),
        ((["tanh", "gelu"],), ValueError, "'gelu'"),
        (([],), ValueError, "vacío; elige.*sigmoide, relu, tanh"),
        ((3,), TypeError, "es 3"),
        (([np.tanh],), TypeError, "nombre o una lista de nombres"),
        (("relu", (3, -3)), ValueError, r"x_range debe ser una pareja.*\(3, -3\)"),
        (("relu", (0, np.inf)), ValueError, "finitos"),
        (("relu", 6), ValueError, "llegó 6"),
        (("relu", ("a", "b")), TypeError, "x_range debe contener solo números"),
    ],
)
def test_activation_bad_input(call, error, message):
    names, *x_range = call
    with pytest.raises(error, match=message):
        plot_activation(names, **({"x_range": x_range[0]} if x_range else {}))
    assert plt.get_fignums() == []


# --- plot_gradient_path ---------------------------------------------------------------------------


def bowl(w1, w2):
    return (w1 - 1) ** 2 + 4 * w2**2


def slopes(w1, w2):
    return 2 * (w1 - 1), 8 * w2


RANGES = {"x_range": (-5, 5), "y_range": (-3, 4)}
PATH = np.array([[-4.0, 3.0], [-2.0, -1.0], [0.0, 0.5], [0.8, 0.1]])


def texts(ax):
    return [text.get_text() for text in ax.texts if text.get_text()]


def test_path_draws_the_surface_and_every_step():
    ax = plot_gradient_path(bowl, PATH, **RANGES)
    np.testing.assert_array_equal(np.transpose(lines(ax)["camino"].get_data()), PATH)
    assert (ax.get_xlim(), ax.get_ylim()) == ((-5, 5), (-3, 4))
    assert texts(ax) == ["inicio", "final"]
    marks = {line.get_marker(): np.ravel(line.get_data()) for line in ax.lines}
    np.testing.assert_array_equal(marks["*"], PATH[-1])
    arrows = [text for text in ax.texts if getattr(text, "arrow_patch", None)]
    assert len(arrows) == 3
    assert tuple(arrows[0].xyann) == tuple(PATH[0])
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("peso 1", "peso 2")
    assert ax.get_title() == "Camino del descenso de gradiente"
    (colorbar,) = (other for other in ax.figure.axes if other is not ax)
    assert colorbar.get_ylabel() == "Pérdida"


def test_path_levels_cover_the_loss_and_are_denser_at_the_bottom():
    ax = plot_gradient_path(bowl, PATH, **RANGES)
    levels = ax.collections[0].levels
    assert levels[0] == pytest.approx(0, abs=0.02)
    assert levels[-1] == pytest.approx(bowl(-5, 4))
    assert (np.diff(levels, 2) > 0).all()


def test_path_of_a_single_point_and_flat_loss():
    assert texts(plot_gradient_path(bowl, [[1, 1]], **RANGES)) == ["inicio"]
    plot_gradient_path(lambda w1, w2: 0 * w1 + 3, PATH, **RANGES)


def test_path_that_leaves_the_figure_says_so(recwarn):
    for end in ([9, 0], [np.inf, 0], [np.nan, np.nan], [1e300, -1e300]):
        ax = plot_gradient_path(bowl, [*PATH, end], **RANGES)
        ax.figure.canvas.draw()
        assert texts(ax) == ["inicio", "1 de 5 puntos quedan fuera\n(el primero, el paso 4)"]
        assert (ax.get_xlim(), ax.get_ylim()) == ((-5, 5), (-3, 4))
    ax = plot_gradient_path(bowl, [[-9, 0], [-7, 0], [1, 1]], **RANGES)
    assert texts(ax) == ["final", "2 de 3 puntos quedan fuera\n(el primero, el inicio)"]
    assert not list(recwarn)


def test_path_that_goes_too_far_to_draw_keeps_its_direction():
    ax = plot_gradient_path(bowl, [[0, 0.5], [3e200, 1e200], [np.inf, 0]], **RANGES)
    drawn = np.transpose(lines(ax)["camino"].get_data())
    assert len(drawn) == 2
    np.testing.assert_array_equal(drawn[0], [0, 0.5])
    assert 1e4 < drawn[1, 0] < 1e6  # Matplotlib aún lo recorta bien
    assert drawn[1, 0] / drawn[1, 1] == pytest.approx(3, rel=1e-3)


def test_path_of_a_loss_with_holes():
    ax = plot_gradient_path(lambda w1, w2: np.log(w1) + w2**2, PATH + np.array([4.5, 0]), **RANGES)
    assert np.isfinite(ax.collections[0].levels).all()


def test_path_given_axes_and_labels_of_the_caller():
    fig, axes = plt.subplots(1, 2)
    axes[1].set(title="Mío", xlabel="equis")
    ax = plot_gradient_path(bowl, PATH, **RANGES, labels=("peso w1", "peso w2"), ax=axes[1])
    assert ax is axes[1]
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("Mío", "equis", "peso w2")
    assert not axes[0].lines
    assert plt.get_fignums() == [fig.number]


DATA = np.linspace(0, 1, 50)


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"loss": 3}, TypeError, "loss debe ser una función.*llegó int"),
        ({"loss": lambda a, b: math.exp(a) + b}, ValueError, "np.exp, no math.exp.*Falló con"),
        ({"loss": lambda a, b: np.mean((a * DATA + b) ** 2)}, ValueError, r"axis=-1.*Falló con"),
        ({"loss": lambda a, b: np.mean(a**2 + b)}, ValueError, r"forma \(\), no"),
        ({"loss": lambda a, b: a**2 + b.mean()}, ValueError, "depende de los demás puntos"),
        ({"loss": lambda a, b: a * np.nan}, ValueError, "ningún número finito"),
        ({"path": PATH[0]}, ValueError, r"path tiene forma \(2,\)"),
        ({"path": np.zeros((3, 3))}, ValueError, r"\(3, 3\).*\(n_pasos \+ 1, 2\)"),
        ({"path": np.zeros((0, 2))}, ValueError, r"\(0, 2\)"),
        ({"path": [[np.nan, 0], [1, 1]]}, ValueError, "path empieza en.*finitos"),
        ({"path": [["a", "b"]]}, TypeError, "path debe contener solo números"),
        ({"x_range": (5, 5)}, ValueError, "x_range debe ser una pareja"),
        ({"y_range": 3}, ValueError, "y_range.*llegó 3"),
        ({"labels": "ab"}, TypeError, "labels debe ser una lista de dos textos"),
        ({"labels": ["a"]}, ValueError, "llegaron 1"),
        ({"ax": 3}, TypeError, "ax debe ser unos ejes"),
    ],
)
def test_path_bad_input(change, error, message):
    call = {"loss": bowl, "path": PATH, **RANGES} | change
    with pytest.raises(error, match=message):
        plot_gradient_path(call.pop("loss"), call.pop("path"), **call)
    assert plt.get_fignums() == []


def test_loss_that_averages_over_data_the_way_the_message_says():
    def loss(w1, w2):
        return np.mean((w1[..., None] * DATA + w2[..., None] - 2 * DATA) ** 2, axis=-1)

    ax = plot_gradient_path(loss, PATH, **RANGES)
    assert ax.collections[0].levels[0] == pytest.approx(0, abs=1e-2)


# --- plot_learning_rate_comparison ----------------------------------------------------------------

COMPARE = {"start": (-4, 3), "steps": 20, **RANGES}


def test_comparison_draws_a_panel_per_rate():
    rates = [0.01, 0.1, 0.26, 1e200]
    fig = plot_learning_rate_comparison(bowl, slopes, rates=rates, **COMPARE)
    *panels, colorbar = fig.axes
    assert len(panels) == 4
    assert colorbar.get_ylabel() == "Pérdida"
    for ax, rate in zip(panels[:2], rates, strict=False):
        path = [np.array([-4.0, 3.0])]
        for _ in range(20):
            path.append(path[-1] - rate * np.array(slopes(*path[-1])))
        np.testing.assert_allclose(np.transpose(lines(ax)["camino"].get_data()), path)
        assert ax.get_title() == f"Tasa {rate:g}\npérdida final {bowl(*path[-1]):.3g}"
    assert [ax.get_title() for ax in panels[2:]] == ["Tasa 0.26\ndiverge", "Tasa 1e+200\ndiverge"]
    assert "quedan fuera" in texts(panels[3])[-1]
    assert (
        panels[1].get_xlabel() == panels[3].get_xlabel() == "peso 1" or panels[1].get_ylabel() == ""
    )
    assert fig.get_suptitle() == "El mismo inicio, 20 pasos, distinta tasa"
    assert len(plt.get_fignums()) == 1


def test_descend_stops_when_numbers_end():
    path = descend(slopes, (-4, 3), 1e200, 50)
    assert len(path) < 50
    assert not np.isfinite(path[-1]).all()
    assert len(descend(slopes, (-4, 3), 0.1, 7)) == 8


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"rates": []}, ValueError, "de 1 a 9 tasas"),
        ({"rates": [0.1] * 10}, ValueError, "de 1 a 9 tasas"),
        ({"rates": 0.1}, ValueError, "lista de 1 a 9.*llegó 0.1"),
        ({"rates": [0.1, 0]}, ValueError, "mayor que 0; rates contiene 0"),
        ({"rates": [-0.1]}, ValueError, "contiene -0.1"),
        ({"rates": [np.nan]}, ValueError, "contiene nan"),
        ({"rates": [np.inf]}, ValueError, "contiene inf"),
        ({"rates": ["a"]}, TypeError, "rates debe contener solo números"),
        ({"steps": 0}, ValueError, "steps debe ser 1 o más; llegó 0"),
        ({"steps": 2.5}, TypeError, "steps debe ser un entero; llegó 2.5"),
        ({"steps": True}, TypeError, "llegó True"),
        ({"start": (1, 2, 3)}, ValueError, "start debe ser una pareja"),
        ({"start": (np.nan, 0)}, ValueError, "start debe ser"),
        ({"start": "ab"}, TypeError, "start debe contener solo números"),
        ({"gradient": None}, TypeError, "gradient debe ser una función.*NoneType"),
        ({"gradient": lambda a, b: a + b}, ValueError, r"gradient.*forma \(\).*dos números"),
        ({"loss": lambda a, b: math.exp(a) + b}, ValueError, "math.exp"),
    ],
)
def test_comparison_bad_input(change, error, message):
    call = {"loss": bowl, "gradient": slopes, "rates": [0.1], **COMPARE} | change
    with pytest.raises(error, match=message):
        plot_learning_rate_comparison(**call)
    assert plt.get_fignums() == []


# --- Legibilidad ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "draw",
    [
        lambda: plot_decision_regions(by_first_column, points_2d, classes).figure,
        lambda: plot_activation(["sigmoide", "tanh"], slopes=True).figure,
        lambda: plot_gradient_path(bowl, [*PATH, [9, 9]], **RANGES).figure,
        lambda: plot_learning_rate_comparison(bowl, slopes, rates=[0.01, 0.1, 0.3, 1], **COMPARE),
    ],
)
def test_nothing_is_clipped(draw):
    fig = draw()
    fig.canvas.draw()
    for ax in fig.axes:
        for text in [ax.title, ax.xaxis.label, ax.yaxis.label, *ax.texts]:
            if not text.get_text():
                continue
            box = text.get_window_extent()
            assert min(box.x0, box.y0) >= 0
            assert box.x1 <= fig.bbox.x1
            assert box.y1 <= fig.bbox.y1
