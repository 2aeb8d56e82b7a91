"""Figuras de regresión: qué dibujan y qué dicen cuando algo no encaja."""

import io
import warnings

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import same_color
from mpl_toolkits.mplot3d import Axes3D
from sklearn.metrics import root_mean_squared_error

from course_utils.plotting_regression import (
    plot_map,
    plot_predicted_vs_actual,
    plot_regression_plane,
    plot_residuals,
)

random = np.random.default_rng(0)
Y_TRUE = random.uniform(5, 20, 40)
Y_PRED = Y_TRUE + random.normal(0, 2, 40)
X = random.uniform(-10, 10, (50, 2))
Y = 2 * X[:, 0] - 3 * X[:, 1] + 5 + random.uniform(-10, 10, 50)
LONGITUDE, LATITUDE = random.uniform(-124, -114, 60), random.uniform(32, 42, 60)
PRICE, PEOPLE = random.uniform(0.15, 5, 60), random.integers(3, 35_683, 60)


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def draw_map(**changes):
    arguments = {"longitude": LONGITUDE, "latitude": LATITUDE, "values": PRICE, "label": "Precio"}
    return plot_map(**(arguments | changes))


def draw_plane(**changes):
    return plot_regression_plane(**({"x": X, "y": Y, "weights": [2, -3], "bias": 5} | changes))


TWO_D = [
    lambda **kw: plot_predicted_vs_actual(Y_TRUE, Y_PRED, **kw),
    lambda **kw: plot_residuals(Y_TRUE, Y_PRED, **kw),
    draw_map,
]
ALL = [*TWO_D, draw_plane]


def png(ax) -> bytes:
    """La figura como la guarda un cuaderno; dibujarla no puede avisar de nada."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax.figure.savefig(buffer, format="png", dpi=72)
    return buffer.getvalue()


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


# --- plot_map ----------------------------------------------------------------------------------


def test_map_places_and_colours():
    ax = draw_map(label="Precio (cien mil dólares)")
    (places,) = ax.collections
    np.testing.assert_array_equal(places.get_offsets(), np.c_[LONGITUDE, LATITUDE])
    np.testing.assert_array_equal(places.get_array(), PRICE)
    assert places.get_cmap().name == "viridis"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Longitud (grados)", "Latitud (grados)")
    assert ax.get_title() == "Mapa (60 lugares)"
    assert ax.get_legend() is None
    (bar,) = ax.child_axes
    assert bar.get_ylabel() == "Precio (cien mil dólares)"
    assert bar.get_ylim() == (PRICE.min(), PRICE.max())


@pytest.mark.parametrize(("south", "north"), [(32, 42), (-60, -58), (-1, 1), (59, 61)])
def test_a_kilometre_is_the_same_in_both_directions(south, north):
    ax = draw_map(latitude=np.linspace(south, north, 60))
    assert ax.get_aspect() == pytest.approx(1 / np.cos(np.radians((south + north) / 2)))


def test_map_of_one_place_at_the_pole_and_of_equal_values():
    pole = plot_map([0], [90], [3], label="Temperatura (°C)")
    png(pole)
    assert pole.get_title() == "Mapa (1 lugar)"
    assert pole.get_aspect() < 12  # y no 1 / cos(90°), que es casi infinito
    png(draw_map(values=np.ones(60)))


def test_map_numbers_have_no_offset():
    ax = draw_map(longitude=-122.28 + LONGITUDE / 1e4)  # Matplotlib escribiría «−1.222e2» aparte
    png(ax)
    assert ax.xaxis.get_offset_text().get_text() == ""


def test_area_is_proportional_and_small_circles_are_on_top():
    ax = draw_map(size=PEOPLE, size_label="Población (personas)")
    places = ax.collections[0]
    areas = places.get_sizes()
    assert (np.diff(areas) <= 0).all()
    for (longitude, latitude), area, price in zip(
        places.get_offsets(), areas, places.get_array(), strict=True
    ):
        (row,) = np.flatnonzero((longitude == LONGITUDE) & (latitude == LATITUDE))
        assert area / areas[0] == pytest.approx(PEOPLE[row] / PEOPLE.max())
        assert price == PRICE[row]


@pytest.mark.parametrize(
    ("largest", "texts"),
    [(35_682, ["30000", "3000"]), (9, ["9", "0.9"]), (2.5e6, ["2000000", "200000"])],
)
def test_the_legend_gives_round_sizes_with_their_area(largest, texts):
    ax = draw_map(size=np.linspace(0, largest, 60), size_label="Población (personas)")
    assert legend(ax) == texts
    assert ax.get_legend().get_title().get_text() == "Población (personas)"
    areas = [handle.get_sizes()[0] for handle in ax.get_legend().legend_handles]
    per_unit = ax.collections[0].get_sizes()[0] / largest
    np.testing.assert_allclose(areas, [per_unit * float(text) for text in texts])


def test_size_takes_the_name_of_its_column():
    ax = draw_map(size=pd.Series(PEOPLE, name="Population"))
    assert ax.get_legend().get_title().get_text() == "Population"
    for size in (PEOPLE, list(PEOPLE), pd.Series(PEOPLE)):
        assert draw_map(size=size).get_legend().get_title().get_text() == "Tamaño"


def test_map_of_california_size_is_light():
    city = random.integers(0, 2, 20_640)  # casi todo, en dos ciudades
    longitude = np.choose(city, (-118, -122)) + random.normal(0, 0.8, 20_640)
    latitude = np.choose(city, (34, 38)) + random.normal(0, 0.5, 20_640)
    sizes = random.lognormal(7, 0.7, 20_640)
    ax = plot_map(longitude, latitude, latitude, label="Latitud (grados)", size=sizes)
    assert ax.collections[0].get_rasterized()
    assert len(png(ax)) < 120_000


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"values": PRICE[:5]}, ValueError, "latitude tiene 60, values tiene 5"),
        ({"longitude": LATITUDE[:5]}, ValueError, "longitude tiene 5"),
        ({"values": [*PRICE[:-1], np.nan]}, ValueError, "values contiene nan en la posición 59"),
        ({"values": ["caro"] * 60}, TypeError, "values contiene texto"),
        ({"values": None}, TypeError, "values: llegó un NoneType"),
        ({"latitude": LONGITUDE}, ValueError, "latitude contiene -1.*de -90 a 90.*Intercambiaste"),
        ({"longitude": LONGITUDE * 10}, ValueError, "longitude contiene -1.*de -180 a 360"),
        ({"label": None}, TypeError, "label debe ser un texto; llegó None"),
        ({"label": " "}, ValueError, "label está vacío"),
        ({"size": PEOPLE[:5]}, ValueError, "values tiene 60, size tiene 5"),
        ({"size": -PEOPLE}, ValueError, "no puede ser negativa"),
        ({"size": PEOPLE * 0}, ValueError, "alguna debe ser mayor que 0"),
        ({"size": 30}, TypeError, "size: llegó un int"),
        ({"size": PEOPLE, "size_label": 3}, TypeError, "size_label debe ser un texto"),
    ],
)
def test_bad_maps_leave_no_figure(changes, error, message):
    with pytest.raises(error, match=message):
        draw_map(**changes)
    assert not plt.get_fignums()
