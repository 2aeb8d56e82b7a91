"""El mapa: qué se dibuja, con qué escala, y qué se dice cuando algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from plotting_samples import png

from course_utils.plotting.map import plot_map

random = np.random.default_rng(0)


LONGITUDE, LATITUDE = random.uniform(-124, -114, 60), random.uniform(32, 42, 60)


PRICE, PEOPLE = random.uniform(0.15, 5, 60), random.integers(3, 35_683, 60)


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def draw_map(**changes):
    arguments = {"longitude": LONGITUDE, "latitude": LATITUDE, "values": PRICE, "label": "Precio"}
    return plot_map(**(arguments | changes))


# --- Lo común ----------------------------------------------------------------------------------
def test_without_axes_there_is_one_new_figure_with_every_label():
    plt.figure()
    before = plt.gca()
    ax = draw_map()
    assert ax is not before
    assert not before.collections
    assert len(plt.get_fignums()) == 2
    assert ax.get_title()
    assert ax.get_xlabel()
    assert ax.get_ylabel()
    png(ax)


def test_axes_and_labels_of_the_caller_are_respected():
    fig, axes = plt.subplots(1, 2)
    axes[1].set(title="Mío", xlabel="x mía", ylabel="y mía")
    assert draw_map(ax=axes[1]) is axes[1]
    assert (axes[1].get_title(), axes[1].get_xlabel()) == ("Mío", "x mía")
    assert axes[1].get_ylabel() == "y mía"
    assert not axes[0].collections
    assert plt.get_fignums() == [fig.number]


@pytest.mark.parametrize("ax", [3, [], "ax"])
def test_ax_must_be_axes(ax):
    with pytest.raises(TypeError, match="ax debe ser unos ejes"):
        draw_map(ax=ax)


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
