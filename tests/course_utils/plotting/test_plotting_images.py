"""Imágenes y sus probabilidades: qué se dibuja, dónde, y qué se dice cuando algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from plotting_samples import (
    NAMES,
    captions,
    make_predictions,
    predictions,
    test_images,
    test_labels,
)

from course_utils.plotting.images import (
    plot_image,
    plot_image_grid,
    plot_predictions,
    plot_value_array,
)
from course_utils.plotting.style import CORRECT_COLOR, NEUTRAL_COLOR, WRONG_COLOR


# --- El código del tutorial de TensorFlow, sin cambiar nada -------------------------------------
def test_tutorial_single_prediction():
    i = 12
    plt.figure(figsize=(6, 3))
    plt.subplot(1, 2, 1)
    plot_image(i, predictions[i], test_labels, test_images)
    plt.subplot(1, 2, 2)
    plot_value_array(i, predictions[i], test_labels)

    assert len(plt.get_fignums()) == 1
    image_ax, bars_ax = plt.gcf().axes
    assert image_ax.get_xlabel() == "✗ clase 3 90 %\n(real: clase 2)"
    assert len(image_ax.images) == 1
    assert len(bars_ax.patches) == 10
    # Sin ajustar nada, el rótulo de las barras no pisa la imagen vecina.
    plt.gcf().canvas.draw()
    assert not image_ax.get_window_extent().overlaps(bars_ax.yaxis.label.get_window_extent())


@pytest.mark.usefixtures("not_for_paper")
def test_tutorial_sheet():
    num_rows = 5
    num_cols = 3
    num_images = num_rows * num_cols
    plt.figure(figsize=(2 * 2 * num_cols, 2 * num_rows))
    for i in range(num_images):
        plt.subplot(num_rows, 2 * num_cols, 2 * i + 1)
        plot_image(i, predictions[i], test_labels, test_images)
        plt.subplot(num_rows, 2 * num_cols, 2 * i + 2)
        plot_value_array(i, predictions[i], test_labels)
    plt.tight_layout()

    assert len(plt.get_fignums()) == 1
    assert len(plt.gcf().axes) == 30
    assert_readable(plt.gcf())


def test_tutorial_single_image():
    predictions_single = predictions[[1]]
    plot_value_array(1, predictions_single[0], test_labels)
    _ = plt.xticks(range(10), NAMES, rotation=45)

    assert len(plt.get_fignums()) == 1
    assert [tick.get_text() for tick in plt.gca().get_xticklabels()] == NAMES


def assert_readable(fig):
    """Ningún pie se sale de la figura ni pisa otro pie, otra imagen u otros números."""
    fig.canvas.draw()
    captions = [ax.xaxis.label.get_window_extent() for ax in fig.axes if ax.get_xlabel()]
    ticks = [t.get_window_extent() for ax in fig.axes for t in ax.get_xticklabels() if t.get_text()]
    boxes = [ax.get_window_extent() for ax in fig.axes]
    for box in captions + ticks:
        assert box.x0 >= 0
        assert box.y0 >= 0
        assert box.x1 <= fig.bbox.x1
        assert box.y1 <= fig.bbox.y1
    for k, caption in enumerate(captions):
        others = captions[:k] + captions[k + 1 :] + boxes
        assert not any(caption.overlaps(other) for other in others)


# --- plot_image ---------------------------------------------------------------------------------
def test_plot_image_draws_the_image_with_fixed_range():
    dark = np.full((1, 4, 4), 10, dtype="uint8")
    image = plot_image(0, [0.3, 0.7], [1], dark).images[0]
    np.testing.assert_array_equal(image.get_array(), dark[0])
    assert image.get_clim() == (0, 255)
    image = plot_image(0, [0.3, 0.7], [1], dark / 255).images[0]
    assert image.get_clim() == (0, 1)
    assert image.get_cmap().name == "gray"
    assert plot_image(0, [0.3, 0.7], [1], dark, cmap="binary").images[0].get_cmap().name == "binary"


@pytest.mark.parametrize("shape", [(5, 4, 6), (5, 4, 6, 1), (5, 4, 6, 3)])
@pytest.mark.parametrize("dtype", ["uint8", "float16", "float32", "float64", "bool"])
def test_plot_image_accepts_gray_and_rgb(shape, dtype):
    ax = plot_image(2, [1.0, 0.0], np.zeros(5, int), np.ones(shape, dtype))
    shown = ax.images[0].get_array().shape
    assert shown == ((4, 6, 3) if shape[-1] == 3 else (4, 6))


def test_plot_image_caption_colour_and_sign():
    right = plot_image(0, predictions[0], test_labels, test_images, class_names=NAMES)
    assert right.get_xlabel() == "✓ Camiseta/top 90 %\n(real: Camiseta/top)"
    assert right.xaxis.label.get_color() == CORRECT_COLOR
    plt.figure()
    wrong = plot_image(1, predictions[1], test_labels, test_images, class_names=NAMES)
    assert wrong.get_xlabel() == "✗ Suéter 90 %\n(real: Pantalón)"
    assert wrong.xaxis.label.get_color() == WRONG_COLOR


# --- plot_value_array ---------------------------------------------------------------------------
def bar_colors(ax):
    return [to_rgb(bar.get_facecolor()) for bar in ax.patches]


def test_value_array_when_right():
    ax = plot_value_array(0, [0.7, 0.2, 0.1], [0])
    np.testing.assert_allclose([bar.get_height() for bar in ax.patches], [0.7, 0.2, 0.1])
    assert bar_colors(ax) == [to_rgb(c) for c in (CORRECT_COLOR, NEUTRAL_COLOR, NEUTRAL_COLOR)]
    assert [(text.get_text(), text.get_position()[0]) for text in ax.texts] == [("✓", 0)]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["0", "1", "2"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Clase", "Probabilidad")


def test_value_array_when_wrong():
    _, ax = plt.subplots()
    plot_value_array(0, [0.7, 0.3, 0.0], [2], class_names=["a", "b", "c"], ax=ax)
    assert bar_colors(ax) == [to_rgb(c) for c in (WRONG_COLOR, NEUTRAL_COLOR, CORRECT_COLOR)]
    marks = {text.get_position()[0]: text.get_text() for text in ax.texts}
    assert marks == {0: "✗", 2: "✓"}
    other = plot_value_array(0, [0.2, 0.1, 0.7], [1])
    assert bar_colors(other) == [to_rgb(c) for c in (NEUTRAL_COLOR, CORRECT_COLOR, WRONG_COLOR)]
    assert {text.get_position()[0]: text.get_text() for text in other.texts} == {2: "✗", 1: "✓"}
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["a", "b", "c"]
    low, high = other.get_ylim()
    assert low == 0
    assert high > 1


# --- plot_image_grid ----------------------------------------------------------------------------


def test_grid_draws_every_image_with_its_label():
    fig = plot_image_grid(test_images[:7], test_labels[:7], class_names=NAMES, columns=3)
    assert captions(fig) == NAMES[:7]
    for k, ax in enumerate(fig.axes):
        np.testing.assert_array_equal(ax.images[0].get_array(), test_images[k])
    geometry = fig.axes[0].get_subplotspec().get_gridspec().get_geometry()
    assert geometry == (3, 3)
    assert_readable(fig)


def test_grid_labels_are_never_invented():
    assert captions(plot_image_grid(test_images[:2], [9, 0])) == ["clase 9", "clase 0"]
    assert captions(plot_image_grid(test_images[:2], ["foto", "borde"])) == ["foto", "borde"]
    assert captions(plot_image_grid(test_images[:2])) == ["", ""]


def test_grid_title_and_accepted_images():
    assert plot_image_grid(list(test_images[:2]), title="Ropa").get_suptitle() == "Ropa"
    assert len(plot_image_grid(np.zeros((4, 3, 3))).axes) == 4  # cuatro núcleos de 3×3
    assert len(plot_image_grid(np.zeros((2, 8, 6, 3), "uint8")).axes) == 2


@pytest.mark.parametrize(
    ("images", "error", "message"),
    [
        (np.zeros((0, 28, 28)), ValueError, "está vacío"),
        (test_images[0], ValueError, "np.newaxis"),
        (np.zeros((32, 32, 3), "uint8"), ValueError, "np.newaxis"),
        (np.zeros((2, 8, 8, 4)), ValueError, "1 o 3 canales"),
        ([np.zeros((2, 2)), np.zeros((3, 3))], ValueError, "mismo tamaño"),
        (np.zeros((101, 2, 2)), ValueError, r"101 imágenes.*images\[:25\]"),
        (test_images.astype(int), TypeError, "int64.*uint8"),
        (np.array([[["a"]]]), TypeError, "uint8"),
        (test_images.astype(float), ValueError, "de 0 a 255.*Divide"),
        (np.full((1, 2, 2), -0.5), ValueError, "np.clip"),
        (np.full((1, 2, 2), np.nan), ValueError, "de 0 a 1"),
    ],
)
def test_grid_bad_images(images, error, message):
    with pytest.raises(error, match=message):
        plot_image_grid(images)
    assert plt.get_fignums() == []


def test_grid_bad_labels():
    images = test_images[:2]
    with pytest.raises(ValueError, match="2 imágenes y labels 3 etiquetas"):
        plot_image_grid(images, [0, 1, 2])
    with pytest.raises(ValueError, match="labels contiene la etiqueta 2 y hay 2 nombres"):
        plot_image_grid(images, [0, 2], class_names=["a", "b"])
    with pytest.raises(ValueError, match="etiqueta -1"):
        plot_image_grid(images, [0, -1], class_names=["a", "b"])
    with pytest.raises(TypeError, match="labels: llegó un int"):
        plot_image_grid(images, 3)
    with pytest.raises(TypeError, match="class_names"):
        plot_image_grid(images, [0, 1], class_names="ab")
    with pytest.raises(ValueError, match="columns debe ser 1 o más"):
        plot_image_grid(images, columns=0)
    with pytest.raises(TypeError, match="columns debe ser un entero"):
        plot_image_grid(images, columns=2.5)
    assert plt.get_fignums() == []


# --- plot_predictions ---------------------------------------------------------------------------
def test_sheet_pairs_each_image_with_its_bars():
    fig = plot_predictions(predictions, test_labels, test_images, class_names=NAMES)
    assert len(fig.axes) == 30
    for i in range(15):
        image_ax, bars_ax = fig.axes[2 * i], fig.axes[2 * i + 1]
        np.testing.assert_array_equal(image_ax.images[0].get_array(), test_images[i])
        np.testing.assert_allclose([b.get_height() for b in bars_ax.patches], predictions[i])
        assert image_ax.get_xlabel().startswith("✗" if i in (1, 12) else "✓")
    assert "✓ azul" in fig.get_suptitle()
    assert "✗ naranja" in fig.get_suptitle()


def test_sheet_names_only_below_the_last_bars():
    fig = plot_predictions(
        predictions, test_labels, test_images, class_names=NAMES, rows=2, indices=[0, 1, 2, 3]
    )
    named = [[t.get_text() for t in ax.get_xticklabels()] == NAMES for ax in fig.axes[1::2]]
    assert named == [False, True, True, True]
    fig = plot_predictions(predictions, test_labels, test_images, rows=1, columns=1)
    assert [t.get_text() for t in fig.axes[1].get_xticklabels()] == [str(c) for c in range(10)]


@pytest.mark.parametrize(("rows", "columns"), [(5, 3), (2, 3), (1, 2), (1, 1)])
def test_sheet_is_readable_with_long_names(rows, columns):
    all_wrong = make_predictions(test_labels, wrong=range(20), share=0.999)
    fig = plot_predictions(
        all_wrong, test_labels, test_images, class_names=NAMES, rows=rows, columns=columns
    )
    assert_readable(fig)
    title = fig._suptitle.get_window_extent()
    assert title.x0 >= 0
    assert title.x1 <= fig.bbox.x1


def test_sheet_indices_choose_and_order():
    indices = np.flatnonzero(predictions.argmax(axis=1) != test_labels)[::-1]
    fig = plot_predictions(predictions, test_labels, test_images, indices=indices)
    assert captions(fig)[::2] == [
        "✗ clase 3 90 %\n(real: clase 2)",
        "✗ clase 2 90 %\n(real: clase 1)",
    ]
    assert len(plot_predictions(predictions[:4], test_labels[:4], test_images[:4]).axes) == 8


def test_sheet_bad_input():
    def draw(p=predictions, y=test_labels, x=test_images, **kw):
        return plot_predictions(p, y, x, **kw)

    with pytest.raises(ValueError, match=r"forma \(10,\).*sin elegir una fila"):
        draw(p=predictions[0])
    with pytest.raises(ValueError, match="sin argmax"):
        draw(p=predictions.argmax(axis=1))
    with pytest.raises(ValueError, match=r"una sola probabilidad.*hstack"):
        draw(p=predictions[:, :1])
    with pytest.raises(ValueError, match="predictions tiene 19, true_labels tiene 20, images"):
        draw(p=predictions[:19])
    with pytest.raises(ValueError, match="images tiene 3"):
        draw(x=test_images[:3])
    with pytest.raises(TypeError, match="true_labels debe contener todas"):
        draw(y=3)
    with pytest.raises(IndexError, match="No existe la muestra 20: hay 20"):
        draw(indices=[0, 20])
    with pytest.raises(IndexError, match="No existe la muestra -1"):
        draw(indices=[-1])
    with pytest.raises(ValueError, match="indices está vacío"):
        draw(indices=[])
    with pytest.raises(TypeError, match="flatnonzero"):
        draw(indices=predictions.argmax(axis=1) != test_labels)
    with pytest.raises(TypeError, match="entero"):
        draw(indices=[0.5])
    with pytest.raises(ValueError, match=r"pide 4 muestras.*caben 3.*indices\[:3\]"):
        draw(rows=1, indices=range(4))
    with pytest.raises(ValueError, match="rows debe ser 1 o más; llegó 0"):
        draw(rows=0)
    with pytest.raises(TypeError, match="columns debe ser un entero"):
        draw(columns="3")
    with pytest.raises(ValueError, match="de 0 a 1"):
        draw(x=test_images.astype(float))
    assert plt.get_fignums() == []


# --- Errores de plot_image y plot_value_array ---------------------------------------------------
PROBABILITIES = predictions[0]


@pytest.mark.parametrize("function", [plot_image, plot_value_array])
@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"i": 20}, IndexError, "No existe la muestra 20: hay 20, numeradas de 0 a 19"),
        ({"i": -1}, IndexError, "No existe la muestra -1"),
        ({"i": 1.0}, TypeError, "debe ser un entero; llegó 1.0"),
        ({"i": True}, TypeError, "debe ser un entero"),
        ({"p": predictions}, ValueError, r"forma \(20, 10\).*predictions\[i\]"),
        ({"p": 0.9}, ValueError, "una sola fila"),
        ({"p": []}, ValueError, "vacío"),
        ({"p": [0.9]}, ValueError, "sigmoide"),
        ({"p": ["a", "b"]}, TypeError, "probabilidades"),
        ({"p": None}, (TypeError, ValueError), "predictions_array"),
        ({"p": [np.nan] * 10}, ValueError, "nan"),
        ({"p": PROBABILITIES * 20 - 3}, ValueError, "parecen logits.*softmax"),
        ({"p": [np.inf] + [0] * 9}, ValueError, "logits"),
        ({"p": [0.5] * 10}, ValueError, "suman 5 y deben sumar 1.*softmax"),
        ({"y": 3}, TypeError, "todas las etiquetas.*no una sola"),
        ({"y": np.uint8(3)}, TypeError, "todas las etiquetas"),
        ({"y": []}, ValueError, "vacío"),
        ({"y": np.eye(10)}, ValueError, "argmax"),
        ({"y": test_labels[:, np.newaxis]}, ValueError, "ravel"),
        ({"y": ["Bota"] * 20}, TypeError, "textos, como 'Bota'.*class_names"),
        ({"y": test_labels + 5}, ValueError, "etiqueta 10 y hay 10 probabilidades"),
        ({"y": [-1] * 20}, ValueError, "etiqueta -1"),
        ({"class_names": NAMES[:9]}, ValueError, "9 nombres y hay 10 probabilidades"),
        ({"class_names": [*NAMES, "Más"]}, ValueError, "11 nombres y hay 10"),
        ({"class_names": "ropa"}, TypeError, "lista de textos"),
    ],
)
def test_bad_input(function, change, error, message):
    call = {"i": 0, "p": PROBABILITIES, "y": test_labels, "class_names": None} | change
    images = [test_images] if function is plot_image else []
    with pytest.raises(error, match=message):
        function(call["i"], call["p"], call["y"], *images, class_names=call["class_names"])
    assert plt.get_fignums() == []


@pytest.mark.parametrize(
    ("images", "error", "message"),
    [
        (test_images[0], ValueError, r"img tiene forma \(28, 28\)"),
        (test_images[:5], ValueError, "true_label tiene 20, img tiene 5"),
        (test_images.astype("int32"), TypeError, "int32"),
        (test_images.astype("float32"), ValueError, "Divide"),
    ],
)
def test_plot_image_bad_images(images, error, message):
    with pytest.raises(error, match=message):
        plot_image(0, PROBABILITIES, test_labels, images)
    assert plt.get_fignums() == []
