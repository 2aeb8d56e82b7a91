"""Figuras de regresión: qué dibujan y qué dicen cuando algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import same_color
from mpl_toolkits.mplot3d import Axes3D
from plotting_samples import png
from sklearn.metrics import root_mean_squared_error

from course_utils.plotting.regression import (
    plot_predicted_vs_actual,
    plot_regression_plane,
    plot_residuals,
)

random = np.random.default_rng(0)


Y_TRUE = random.uniform(5, 20, 40)


Y_PRED = Y_TRUE + random.normal(0, 2, 40)


X = random.uniform(-10, 10, (50, 2))


Y = 2 * X[:, 0] - 3 * X[:, 1] + 5 + random.uniform(-10, 10, 50)


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def draw_plane(**changes):
    return plot_regression_plane(**({"x": X, "y": Y, "weights": [2, -3], "bias": 5} | changes))


ALL = [
    lambda **kw: plot_predicted_vs_actual(Y_TRUE, Y_PRED, **kw),
    lambda **kw: plot_residuals(Y_TRUE, Y_PRED, **kw),
    draw_plane,
]


# --- Lo común ----------------------------------------------------------------------------------
@pytest.mark.parametrize("plot", ALL)
def test_without_axes_there_is_one_new_figure_with_every_label(plot):
    plt.figure()
    before = plt.gca()
    ax = plot()
    assert ax is not before
    assert not before.collections
    assert len(plt.get_fignums()) == 2
    assert ax.get_title()
    assert ax.get_xlabel()
    assert ax.get_ylabel()
    png(ax)


@pytest.mark.parametrize("plot", ALL)
def test_axes_and_labels_of_the_caller_are_respected(plot):
    kind = "3d" if plot is draw_plane else None
    fig, axes = plt.subplots(1, 2, subplot_kw={"projection": kind})
    axes[1].set(title="Mío", xlabel="x mía", ylabel="y mía")
    assert plot(ax=axes[1]) is axes[1]
    assert (axes[1].get_title(), axes[1].get_xlabel()) == ("Mío", "x mía")
    assert axes[1].get_ylabel() == "y mía"
    assert not axes[0].collections
    assert plt.get_fignums() == [fig.number]


@pytest.mark.parametrize("plot", ALL)
@pytest.mark.parametrize("ax", [3, [], "ax"])
def test_ax_must_be_axes(plot, ax):
    with pytest.raises(TypeError, match="ax debe ser unos ejes"):
        plot(ax=ax)


PAIRS = [plot_predicted_vs_actual, plot_residuals]


@pytest.mark.parametrize("plot", PAIRS)
@pytest.mark.parametrize("convert", [list, pd.Series, lambda y: np.array(y)[:, np.newaxis]])
def test_a_column_is_as_many_points_as_rows(plot, convert):
    plain = plot(Y_TRUE, Y_PRED).collections[0].get_offsets()
    assert plain.shape == (40, 2)
    for arguments in [(convert(Y_TRUE), Y_PRED), (Y_TRUE, convert(Y_PRED))]:
        np.testing.assert_array_equal(plot(*arguments).collections[0].get_offsets(), plain)


@pytest.mark.parametrize("plot", PAIRS)
@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (([], []), ValueError, "y_true está vacío"),
        (([1, 2], [1, 2, 3]), ValueError, "y_true tiene 2 valores e y_pred 3"),
        (([1, 2], [1, np.nan]), ValueError, "y_pred contiene nan en la posición 1.*divergió"),
        (([1, np.inf], [1, 2]), ValueError, "y_true contiene inf en la posición 1"),
        ((["a", "b"], [1, 2]), TypeError, "y_true contiene texto"),
        ((None, [1, 2]), TypeError, "y_true: llegó un NoneType"),
        (([1, 2], [[1, 2], [3, 4]]), ValueError, r"y_pred tiene forma \(2, 2\)"),
    ],
)
def test_bad_pairs_leave_no_figure(plot, arguments, error, message):
    with pytest.raises(error, match=message):
        plot(*arguments)
    with pytest.raises(TypeError, match="unit debe ser un texto; llegó 7"):
        plot([1, 2], [1, 2], unit=7)
    assert not plt.get_fignums()


@pytest.mark.parametrize("plot", PAIRS)
def test_twenty_thousand_points_are_light_and_readable(plot):
    y_true = random.uniform(0.15, 5, 20_000)
    ax = plot(y_true, y_true + random.normal(0, 0.7, 20_000))
    points = ax.collections[0]
    assert points.get_rasterized()
    assert points.get_alpha() <= 0.15
    handle = ax.get_legend().legend_handles[0]
    assert handle.get_alpha() == 1  # en la leyenda, en cambio, se ve
    assert handle.get_sizes()[0] >= 20
    assert len(png(ax)) < 80_000
    assert plot(Y_TRUE, Y_PRED).collections[0].get_alpha() >= 0.5


# --- plot_predicted_vs_actual ------------------------------------------------------------------
def test_predicted_is_up_and_actual_is_across():
    ax = plot_predicted_vs_actual(Y_TRUE, Y_PRED, unit="km/l")
    np.testing.assert_array_equal(ax.collections[0].get_offsets(), np.c_[Y_TRUE, Y_PRED])
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Valor real (km/l)", "Valor predicho (km/l)")
    assert legend(ax) == ["Predicciones", "Predicción perfecta"]
    assert plot_predicted_vs_actual(Y_TRUE, Y_PRED).get_xlabel() == "Valor real"


def test_the_diagonal_is_a_diagonal():
    ax = plot_predicted_vs_actual(Y_TRUE, Y_PRED + 30)
    assert ax.get_xlim() == ax.get_ylim()
    assert ax.get_aspect() == 1
    assert ax.get_xlim()[0] < Y_TRUE.min() < (Y_PRED + 30).max() < ax.get_xlim()[1]
    (diagonal,) = ax.lines
    assert (diagonal.get_xy1(), diagonal.get_slope()) == ((0, 0), 1)
    assert diagonal.get_linestyle() == "--"


def test_two_models_share_axes_diagonal_and_limits():
    ax = plot_predicted_vs_actual(Y_TRUE, Y_PRED + 50, label="Lineal")
    plot_predicted_vs_actual(Y_TRUE, Y_PRED - 50, label="Red", ax=ax)
    assert legend(ax) == ["Lineal", "Predicción perfecta", "Red"]
    assert len(ax.lines) == 1
    assert ax.get_xlim() == ax.get_ylim()
    assert ax.get_ylim()[0] < (Y_PRED - 50).min()
    assert ax.get_ylim()[1] > (Y_PRED + 50).max()
    first, second = ax.collections
    assert not same_color(first.get_facecolor()[0], second.get_facecolor()[0])
    markers = [group.get_paths()[0].vertices.shape for group in (first, second)]
    assert markers[0] != markers[1]


def test_one_sample_and_a_bad_label():
    png(plot_predicted_vs_actual([3], [[3]]))
    with pytest.raises(TypeError, match="label debe ser un texto"):
        plot_predicted_vs_actual([1], [2], label=1)


# --- plot_residuals ----------------------------------------------------------------------------
def test_residuals_are_actual_minus_predicted():
    ax = plot_residuals(Y_TRUE, Y_PRED, unit="km/l")
    np.testing.assert_array_equal(ax.collections[0].get_offsets(), np.c_[Y_PRED, Y_TRUE - Y_PRED])
    assert ax.get_xlabel() == "Valor predicho (km/l)"
    assert ax.get_ylabel() == "Residuo: real − predicho (km/l)"
    low, high = ax.get_ylim()
    assert low == -high
    assert high > np.abs(Y_TRUE - Y_PRED).max()
    above, below = ax.texts
    assert (above.get_text(), below.get_text()) == ("predijo de menos", "predijo de más")
    assert above.get_position()[1] > 0.5 > below.get_position()[1]


def test_residual_lines_are_zero_and_the_rmse():
    ax = plot_residuals(Y_TRUE, Y_PRED)
    rmse = root_mean_squared_error(Y_TRUE, Y_PRED)
    heights = [line.get_ydata()[0] for line in ax.lines]
    assert heights == [0, pytest.approx(rmse), pytest.approx(-rmse)]
    assert [line.get_linestyle() for line in ax.lines] == ["-", "--", "--"]
    assert legend(ax) == ["Muestras", "Sin error", f"± RMSE ({rmse:.3f})"]
    (band,) = ax.patches
    assert (band.get_y(), band.get_height()) == (pytest.approx(-rmse), pytest.approx(2 * rmse))


def test_residuals_of_a_perfect_model_and_of_one_sample():
    for y in (Y_TRUE, [4.0]):
        ax = plot_residuals(y, y)
        assert ax.get_ylim() == (-1, 1)
        png(ax)


# --- plot_regression_plane ---------------------------------------------------------------------
@pytest.fixture
def surfaces(monkeypatch):
    """Lo que se manda dibujar como superficie; Matplotlib lo guarda después ya troceado."""
    drawn, original = [], Axes3D.plot_surface

    def plot_surface(self, *arguments, **style):
        drawn.append(np.array(arguments))
        return original(self, *arguments, **style)

    monkeypatch.setattr(Axes3D, "plot_surface", plot_surface)
    return drawn


def test_plane_is_the_prediction(surfaces):
    draw_plane()
    ((x1, x2, height),) = surfaces
    np.testing.assert_allclose(height, 2 * x1 - 3 * x2 + 5)
    assert x1.min() < X[:, 0].min() < X[:, 0].max() < x1.max()
    assert x2.min() < X[:, 1].min() < X[:, 1].max() < x2.max()


def test_plane_draws_the_data_and_thirty_errors():
    ax = draw_plane()
    np.testing.assert_array_equal(np.array(ax.collections[0]._offsets3d), np.c_[X, Y].T)
    assert len(ax.lines) == 30
    rows = []
    for segment in ax.lines:
        (x1, _), (x2, _), (real, predicted) = segment.get_data_3d()
        assert predicted == pytest.approx(2 * x1 - 3 * x2 + 5)
        (row,) = np.flatnonzero(np.isclose(X, (x1, x2)).all(axis=1))
        assert real == Y[row]
        rows.append(row)
    assert rows[0] == 0  # repartidos de la primera muestra a la última
    assert rows[-1] == 49
    assert legend(ax) == ["Datos (50)", "Predicción: el plano", "Error de 30 muestras"]
    assert legend(draw_plane(x=X[:1], y=Y[:1]))[2] == "Error de 1 muestra"


def test_plane_takes_what_keras_gives(surfaces):
    draw_plane()
    draw_plane(weights=np.array([[2.0], [-3.0]]), bias=np.array([5.0]), y=Y[:, np.newaxis])
    np.testing.assert_array_equal(*surfaces)


def test_plane_names():
    ax = draw_plane(feature_names=["Área (m²)", "Antigüedad (años)"], target_name="Precio (€)")
    labels = (ax.get_xlabel(), ax.get_ylabel(), ax.get_zlabel())
    assert labels == ("Área (m²)", "Antigüedad (años)", "Precio (€)")
    ax = draw_plane(x=pd.DataFrame(X, columns=["a", "b"]))
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_zlabel()) == ("a", "b", "Valor")


@pytest.mark.parametrize("weights", [(2, -3), (-3, 2), (1, 1), (-1, -1), (5, 0), (0, -5)])
def test_plane_is_never_seen_edge_on(weights):
    ax = draw_plane(weights=weights, y=X @ weights)
    elevation, azimuth = np.radians([ax.elev, ax.azim])
    view = np.array([np.cos(azimuth), np.sin(azimuth)]) * np.cos(elevation)
    sides = np.ptp([ax.get_xlim(), ax.get_ylim()], axis=1)
    slope = weights * sides / np.ptp(ax.get_zlim())
    # Coseno entre la mirada y la perpendicular al plano, en una caja de lados iguales.
    facing = (np.sin(elevation) - slope @ view) / np.hypot(1, np.linalg.norm(slope))
    assert facing > 0.5


def test_plane_keeps_the_view_of_the_caller():
    ax = plt.figure().add_subplot(projection="3d")
    ax.view_init(elev=12, azim=34)
    draw_plane(ax=ax)
    assert (ax.elev, ax.azim) == (12, 34)
    flat = draw_plane(weights=[0, 0])  # sin cuesta no hay nada que girar
    assert (flat.elev, flat.azim) == (30, -60)


def test_plane_needs_3d_axes():
    _, ax = plt.subplots()
    with pytest.raises(TypeError, match=r'ejes 3-D y llegaron unos planos.*projection="3d"'):
        draw_plane(ax=ax)


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"x": X[:, :1]}, ValueError, r"x tiene forma \(50, 1\)"),
        ({"x": X[:0], "y": []}, ValueError, "está vacío"),
        ({"x": X * np.nan}, ValueError, "nan o infinito en la fila 0"),
        ({"x": [["a", "b"]]}, TypeError, "x debe contener solo números"),
        ({"y": Y[:3]}, ValueError, "No son las mismas muestras: x tiene 50, y tiene 3"),
        ({"y": Y * np.nan}, ValueError, "y contiene nan en la posición 0.*quita esa muestra"),
        ({"weights": [2]}, ValueError, r"1 pesos y 1 sesgos.*model.get_weights\(\)"),
        ({"weights": [1, 2, 3]}, ValueError, "Llegaron 3 pesos"),
        ({"weights": [[2.0], [np.nan]]}, ValueError, "weights contiene nan.*divergió"),
        ({"weights": 2}, TypeError, "weights: llegó un int"),
        ({"weights": ["a", "b"]}, TypeError, "weights contiene texto"),
        ({"weights": [np.ones((2, 1)), np.ones(1)]}, ValueError, "weights: las filas"),
        ({"bias": [1, 2]}, ValueError, "2 pesos y 2 sesgos"),
        ({"bias": np.inf}, ValueError, "bias contiene inf.*divergió"),
        ({"bias": None}, ValueError, "bias no tiene valor"),
        ({"bias": "5"}, TypeError, "bias contiene texto"),
        ({"feature_names": ["a"]}, ValueError, "feature_names debe tener dos nombres"),
        ({"feature_names": "ab"}, TypeError, "feature_names debe ser una lista"),
        ({"target_name": 3}, TypeError, "target_name debe ser un texto"),
    ],
)
def test_bad_planes_leave_no_figure(changes, error, message):
    with pytest.raises(error, match=message):
        draw_plane(**changes)
    assert not plt.get_fignums()
