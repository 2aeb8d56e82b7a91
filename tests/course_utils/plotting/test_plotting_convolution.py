"""Convolución, filtros y mapas: qué dibujan y qué dicen cuando algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.patches import Rectangle
from plotting_samples import assert_nothing_is_cut
from sklearn.datasets import load_sample_image

from course_utils.models.convolution import convolve
from course_utils.plotting.convolution import (
    plot_convolution_steps,
    plot_feature_maps,
    plot_filters,
)
from course_utils.plotting.style import WIDEST

IMAGE = np.array(
    [[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]]
)


KERNEL = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]])


RESULT = [[4, 3, 4], [2, 4, 3], [2, 3, 4]]


EDGES = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


random = np.random.default_rng(0)


def numbers(ax):
    """Lo escrito en cada casilla, por (fila, columna)."""
    found = {}
    for text in ax.texts:
        column, row = text.get_position()
        found[row, column] = text.get_text()
    return found


def marked(ax):
    """Fila, columna, alto y ancho del rectángulo que marca la ventana o la casilla."""
    (box,) = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    left, top = box.get_xy()
    return top + 0.5, left + 0.5, box.get_height(), box.get_width()


def pixels(ax):
    return np.ma.filled(ax.images[0].get_array(), np.nan)


# --- plot_convolution_steps ---------------------------------------------------------------------
def test_the_example_done_by_hand():
    fig = plot_convolution_steps(IMAGE, KERNEL, row=2, column=2)
    image, kernel, result = fig.axes
    np.testing.assert_array_equal(pixels(image), IMAGE)
    np.testing.assert_array_equal(pixels(kernel), KERNEL)
    np.testing.assert_array_equal(pixels(result), RESULT)
    assert numbers(result) == {k: str(v) for k, v in np.ndenumerate(RESULT)}
    assert numbers(image) == {k: str(v) for k, v in np.ndenumerate(IMAGE)}
    assert numbers(kernel) == {k: str(v) for k, v in np.ndenumerate(KERNEL)}
    assert marked(image) == (2, 2, 3, 3)
    assert marked(result) == (2, 2, 1, 1)
    assert fig.get_supxlabel() == "1·1 + 1·0 + 1·1 + 1·0 + 1·1 + 0·0 + 1·1 + 0·0 + 0·1 = 4"
    assert [ax.get_title() for ax in fig.axes] == [
        "Imagen (5 × 5)",
        "Núcleo (3 × 3)",
        "Resultado (3 × 3)",
    ]
    assert {(ax.get_xlabel(), ax.get_ylabel()) for ax in fig.axes} == {("Columna", "Fila")}
    assert_nothing_is_cut(fig)


def test_what_is_not_computed_yet_is_empty():
    fig = plot_convolution_steps(IMAGE, KERNEL, row=1, column=0)
    result = fig.axes[2]
    assert numbers(result) == {(0, 0): "4", (0, 1): "3", (0, 2): "4", (1, 0): "2"}
    assert np.isnan(pixels(result)).sum() == 5
    assert result.patch.get_hatch()  # una casilla vacía no se confunde con una blanca
    assert marked(result) == (1, 0, 1, 1)
    assert "fila 1, columna 0 del resultado" in fig.get_suptitle()
    # El gris de cada número es el mismo en todos los pasos.
    assert result.images[0].get_clim() == (2, 4)


def test_stride_moves_the_window():
    fig = plot_convolution_steps(IMAGE, KERNEL, row=1, column=1, stride=2)
    assert marked(fig.axes[0]) == (2, 2, 3, 3)
    assert marked(fig.axes[2]) == (1, 1, 1, 1)
    np.testing.assert_array_equal(pixels(fig.axes[2]), [[4, 4], [2, 4]])
    assert fig.get_supxlabel().endswith("0·1 = 4")
    assert "(paso 2)" in fig.get_suptitle()


def test_the_written_sum_is_the_marked_cell():
    for _ in range(30):
        image = random.integers(-9, 10, (6, 7))
        kernel = random.integers(-3, 4, (2, 3))
        stride = int(random.integers(1, 4))
        result = convolve(image, kernel, stride)[2]
        row, column = (int(random.integers(side)) for side in result.shape)
        fig = plot_convolution_steps(image, kernel, row=row, column=column, stride=stride)
        left, right = fig.get_supxlabel().replace("−", "-").split(" = ")
        assert eval(left.replace("·", "*")) == int(right) == result[row, column]
        plt.close(fig)


@pytest.mark.parametrize(
    ("image", "kernel"),
    [
        (IMAGE[..., np.newaxis], KERNEL[..., np.newaxis, np.newaxis]),
        (IMAGE.tolist(), KERNEL.tolist()),
        (IMAGE.astype("uint8"), KERNEL.astype("float32")),
        (IMAGE.astype(bool), KERNEL.astype(bool)),
        (pd.DataFrame(IMAGE), pd.DataFrame(KERNEL)),
    ],
)
def test_every_kind_of_matrix(image, kernel):
    fig = plot_convolution_steps(image, kernel, row=np.int64(2), column=2)
    np.testing.assert_array_equal(pixels(fig.axes[2]), RESULT)


def test_uint8_does_not_overflow():
    fig = plot_convolution_steps(np.full((3, 3), 255, "uint8"), np.full((3, 3), 1, "uint8"))
    assert numbers(fig.axes[2]) == {(0, 0): "2295"}


def test_large_images_have_no_numbers_and_a_window_that_can_be_found():
    photo = load_sample_image("china.jpg").mean(axis=-1)
    fig = plot_convolution_steps(photo, EDGES, row=200, column=300)
    image, kernel, result = fig.axes
    assert not image.texts
    assert not result.texts
    assert len(kernel.texts) == 9
    assert not np.isnan(pixels(result)).any()  # se ve entero
    assert marked(image) == (200, 300, 3, 3)
    (ring,) = image.lines
    assert ring.get_xydata().tolist() == [[301, 201]]
    assert result.lines[0].get_xydata().tolist() == [[300, 200]]
    assert_nothing_is_cut(fig)


@pytest.mark.parametrize(
    ("shape", "top"), [((12, 12), 9), ((12, 12), 255), ((8, 8), 255), ((13, 13), 9), ((3, 40), 9)]
)
def test_numbers_only_where_they_fit(shape, top):
    fig = plot_convolution_steps(random.integers(0, top + 1, shape), np.ones((2, 2)))
    fits = max(shape) <= 12 and (top < 10 or max(shape) <= 8)
    assert len(fig.axes[0].texts) == (np.prod(shape) if fits else 0)
    assert_nothing_is_cut(fig)


@pytest.mark.parametrize(("side", "kernel"), [(8, EDGES), (5, EDGES + 0.01)])
def test_numbers_stay_inside_their_cells(side, kernel):
    image = np.add.outer(np.arange(side), np.arange(side) ** 2) % 10
    fig = plot_convolution_steps(image, kernel, row=side - 3, column=side - 3)
    fig.canvas.draw()
    for ax in fig.axes:
        assert ax.texts
        cell = ax.get_window_extent().width / ax.images[0].get_array().shape[1]
        assert max(text.get_window_extent().width for text in ax.texts) < cell


def test_long_numbers_are_left_out():
    fig = plot_convolution_steps(np.arange(144).reshape(12, 12) / 1000, [[1]])
    assert not fig.axes[0].texts


def test_numbers_contrast_with_their_cell():
    fig = plot_convolution_steps(IMAGE, [[-1, 0], [0, 1]])
    colors = {text.get_text(): text.get_color() for text in fig.axes[0].texts}
    assert colors == {"0": "white", "1": "black"}
    colors = {text.get_text(): text.get_color() for text in fig.axes[1].texts}
    assert colors == {"−1": "white", "0": "black", "1": "white"}


def test_the_kernel_is_centred_at_zero():
    fig = plot_convolution_steps(IMAGE, [[0, 3], [-1, 0]])
    assert fig.axes[1].images[0].get_clim() == (-3, 3)
    plot_convolution_steps(np.zeros((3, 3)), np.zeros((2, 2)))  # sin avisos de NumPy


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"image": np.ones((2, 5))}, ValueError, r"3 × 3 y no cabe en la imagen, de 2 × 5"),
        ({"image": np.ones((5, 2))}, ValueError, "no cabe"),
        ({"image": np.ones((5, 5, 3))}, ValueError, r"\(5, 5, 3\).*image\.mean\(axis=-1\)"),
        ({"image": np.ones((4, 5, 5, 1))}, ValueError, r"forma \(4, 5, 5\)"),
        ({"image": [1, 2, 3]}, ValueError, r"forma \(3,\).*\(alto, ancho\)"),
        ({"image": None}, ValueError, r"forma \(\)"),
        ({"image": []}, ValueError, r"forma \(0,\)"),
        ({"image": np.ones((0, 5))}, ValueError, r"forma \(0, 5\)"),
        ({"image": "foto.png"}, TypeError, "image debe contener solo números"),
        ({"image": [[1, 2], [3]]}, TypeError, "image debe contener solo números"),
        ({"image": np.where(IMAGE, np.nan, 1)}, ValueError, r"nan en la posición \(0, 0\)"),
        ({"kernel": [[1, np.inf]]}, ValueError, r"kernel contiene inf en la posición \(0, 1\)"),
        ({"kernel": np.ones((3, 3, 1, 8))}, ValueError, r"kernel tiene forma \(3, 3, 1, 8\)"),
        ({"stride": 0}, ValueError, "stride debe ser 1 o más"),
        ({"stride": 1.5}, TypeError, "stride debe ser un entero"),
        ({"row": 3}, IndexError, "row es 3 y hay 3 filas en el resultado: van de 0 a 2"),
        ({"column": -1}, IndexError, "column es -1 y hay 3 columnas"),
        ({"row": 2, "stride": 2}, IndexError, "hay 2 filas"),
        ({"row": 1.0}, TypeError, "row debe ser un entero; llegó 1.0"),
        ({"column": True}, TypeError, "column debe ser un entero"),
    ],
)
def test_steps_explain_bad_input(arguments, error, message):
    with pytest.raises(error, match=message):
        plot_convolution_steps(**({"image": IMAGE, "kernel": KERNEL} | arguments))
    assert plt.get_fignums() == []


# --- plot_feature_maps --------------------------------------------------------------------------
MAPS = random.normal(size=(6, 5, 10))


@pytest.mark.parametrize("maps", [MAPS, MAPS[np.newaxis]])
def test_maps_draw_every_channel_with_one_scale(maps):
    fig = plot_feature_maps(maps)
    *panels, bar = fig.axes
    assert len(panels) == 10
    for k, ax in enumerate(panels):
        np.testing.assert_array_equal(pixels(ax), MAPS[..., k])
        assert ax.images[0].get_clim() == (MAPS.min(), MAPS.max())
        assert ax.images[0].get_cmap().name == "gray"
        assert ax.get_title() == f"mapa {k}"
        assert len(ax.get_xticks()) == 0
    assert bar.get_ylabel() == "Activación"
    assert fig.get_suptitle() == "Mapas de características"
    rows = {round(ax.get_subplotspec().rowspan.start) for ax in panels}
    assert rows == {0, 1}  # 8 por fila
    assert_nothing_is_cut(fig)


def test_maps_titles_and_columns():
    fig = plot_feature_maps(MAPS[..., :3], names=["a", "b", "c"], columns=2, title="Capa 1")
    assert [ax.get_title() for ax in fig.axes[:3]] == ["a", "b", "c"]
    assert fig.get_suptitle() == "Capa 1"
    assert [ax.get_subplotspec().colspan.start for ax in fig.axes[:3]] == [0, 1, 0]
    assert len(fig.axes) == 4  # el hueco no deja unos ejes vacíos


def test_a_constant_map_is_drawn(recwarn):
    fig = plot_feature_maps(np.zeros((4, 4, 1)))
    assert_nothing_is_cut(fig)
    assert not recwarn


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"maps": MAPS[..., 0]}, ValueError, r"forma \(6, 5\).*maps\[:, :, np\.newaxis\]"),
        ({"maps": np.ones((2, 6, 5, 3))}, ValueError, r"\(2, 6, 5, 3\).*elige una: maps\[0\]"),
        ({"maps": np.ones((1, 80))}, ValueError, r"forma \(1, 80\)"),
        ({"maps": np.ones(80)}, ValueError, "antes de Flatten"),
        ({"maps": np.ones((0, 6, 5, 3))}, ValueError, r"\(0, 6, 5, 3\)"),
        ({"maps": np.ones((6, 5, 0))}, ValueError, r"\(6, 5, 0\)"),
        ({"maps": None}, ValueError, r"forma \(\)"),
        ({"maps": [["a"]]}, TypeError, "maps debe contener solo números"),
        ({"maps": np.ones((2, 2, 512))}, ValueError, r"512 canales.*caben 100.*maps\[\.\.\., :64"),
        ({"maps": np.full((2, 2, 2), np.nan)}, ValueError, r"nan en la posición \(0, 0, 0\)"),
        ({"names": ["a"]}, ValueError, "names tiene 1 nombres y hay 10 canales"),
        ({"names": "abcdefghij"}, TypeError, "names debe ser una lista de textos"),
        ({"names": range(10)}, TypeError, "names debe ser una lista de textos"),
        ({"columns": 0}, ValueError, "columns debe ser 1 o más"),
    ],
)
def test_maps_explain_bad_input(arguments, error, message):
    with pytest.raises(error, match=message):
        plot_feature_maps(**({"maps": MAPS} | arguments))
    assert plt.get_fignums() == []


# --- plot_filters -------------------------------------------------------------------------------
KERNELS = random.normal(0, 0.3, (3, 3, 2, 12))


@pytest.mark.parametrize("channel", [0, 1])
def test_filters_draw_the_chosen_channel_centred_at_zero(channel):
    fig = plot_filters(KERNELS, channel=channel)
    *panels, bar = fig.axes
    reach = np.abs(KERNELS[:, :, channel]).max()
    assert len(panels) == 12
    for k, ax in enumerate(panels):
        np.testing.assert_array_equal(pixels(ax), KERNELS[:, :, channel, k])
        assert ax.images[0].get_clim() == (-reach, reach)
        assert ax.get_title() == f"filtro {k}"
    assert fig.get_suptitle() == f"Filtros (canal de entrada {channel})"
    assert bar.get_ylabel() == "Peso"
    assert_nothing_is_cut(fig)


def test_the_sign_is_seen_without_red_or_green():
    fig = plot_filters(np.array([-1.0, 1.0]).reshape(1, 2, 1, 1))
    drawn = fig.axes[0].images[0]
    negative, zero, positive = drawn.to_rgba([-1.0, 0.0, 1.0])
    assert zero[:3].min() > 0.95
    assert negative[0] > negative[2] + 0.2  # marrón: más rojo que azul
    assert positive[2] > positive[0] + 0.1  # violeta: más azul que rojo


def test_filters_write_their_numbers_if_small_and_few():
    fig = plot_filters(KERNELS)
    assert numbers(fig.axes[0])[1, 2] == f"{KERNELS[1, 2, 0, 0]:.2g}".replace("-", "−")
    fig.canvas.draw()
    for ax in fig.axes[:12]:
        cell = ax.get_window_extent().width / 3
        assert max(text.get_window_extent().width for text in ax.texts) < cell
    for many in (
        random.normal(size=(3, 3, 1, 32)),
        random.normal(size=(5, 5, 1, 6)),
        random.normal(size=(13, 2, 1, 1)),
        KERNELS / 100,  # con dos decimales serían casi todos «0»
    ):
        fig = plot_filters(many)
        assert not any(ax.texts for ax in fig.axes)
        assert fig.get_figwidth() <= WIDEST


def test_filters_of_a_keras_layer():
    from course_utils.training import keras

    layer = keras.layers.Conv2D(4, 3)
    layer.build((None, 8, 8, 2))
    for kernels in (layer.get_weights()[0], layer.kernel):
        fig = plot_filters(kernels, channel=1, title="Primera capa")
        expected = layer.get_weights()[0][:, :, 1, 3]
        np.testing.assert_allclose(pixels(fig.axes[3]), expected)
        assert fig.get_suptitle() == "Primera capa"
    with pytest.raises(TypeError, match=r"layer\.get_weights\(\)\[0\]"):
        plot_filters(layer.get_weights())


def test_one_input_channel_needs_no_name():
    assert plot_filters(KERNELS[:, :, :1]).get_suptitle() == "Filtros"
    plot_filters(np.zeros((3, 3, 1, 1)))  # sin escala que inventar


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"kernels": EDGES}, ValueError, r"forma \(3, 3\).*kernel\[:, :, np\.newaxis, np\.newaxis"),
        ({"kernels": np.ones((3, 3, 4))}, ValueError, r"\(3, 3, 4\).*\(alto, ancho, entrada, sal"),
        ({"kernels": np.ones((3, 3, 1, 0))}, ValueError, r"forma \(3, 3, 1, 0\)"),
        ({"kernels": None}, ValueError, r"forma \(\)"),
        ({"kernels": "pesos"}, TypeError, "kernels debe contener solo números"),
        ({"kernels": np.ones((3, 3, 1, 128))}, ValueError, "128 filtros y en una hoja caben 100"),
        ({"kernels": np.full((3, 3, 1, 1), np.inf)}, ValueError, "kernels contiene inf"),
        ({"channel": 2}, IndexError, "channel es 2 y hay 2 canales de entrada: van de 0 a 1"),
        ({"channel": -1}, IndexError, "channel es -1"),
        ({"channel": "rojo"}, TypeError, "channel debe ser un entero"),
        ({"columns": 2.5}, TypeError, "columns debe ser un entero"),
    ],
)
def test_filters_explain_bad_input(arguments, error, message):
    with pytest.raises(error, match=message):
        plot_filters(**({"kernels": KERNELS} | arguments))
    assert plt.get_fignums() == []
