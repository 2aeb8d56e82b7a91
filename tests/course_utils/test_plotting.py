"""Figuras: qué datos, rótulos y colores dibujan, dónde, y qué dicen cuando algo no encaja."""

from types import SimpleNamespace

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import same_color, to_rgb
from sklearn.metrics import (
    average_precision_score,
    precision_recall_curve,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)

from course_utils.plotting import (
    CORRECT_COLOR,
    NEUTRAL_COLOR,
    TRAIN_COLOR,
    VALIDATION_COLOR,
    WRONG_COLOR,
    plot_confusion_matrix,
    plot_history,
    plot_image,
    plot_image_grid,
    plot_most_confused,
    plot_precision_recall,
    plot_predictions,
    plot_roc,
    plot_threshold,
    plot_value_array,
)

NAMES = [
    "Camiseta/top", "Pantalón", "Suéter", "Vestido", "Abrigo",
    "Sandalia", "Camisa", "Zapatilla", "Bolso", "Bota/botín",
]  # fmt: skip


def make_predictions(labels, wrong=(), n_classes=10, share=0.9):
    """Probabilidades que aciertan siempre, salvo en las posiciones `wrong`."""
    rest = (1 - share) / (n_classes - 1)
    predictions = np.full((len(labels), n_classes), rest, dtype="float32")
    for i, label in enumerate(labels):
        predictions[i, (label + 1) % n_classes if i in wrong else label] = share
    return predictions


test_labels = np.arange(20, dtype="uint8") % 10
test_images = np.random.default_rng(0).integers(0, 256, (20, 28, 28), dtype="uint8")
predictions = make_predictions(test_labels, wrong={1, 12})


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


def test_signs_exist_in_the_default_font():
    from matplotlib.font_manager import findfont, get_font

    glyphs = get_font(findfont("DejaVu Sans")).get_charmap()
    assert {ord("✓"), ord("✗")} <= set(glyphs)


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


def test_drawing_again_replaces_what_was_there():
    _, ax = plt.subplots()
    for i in (0, 1, 12):
        plot_value_array(i, predictions[i], test_labels, ax=ax)
    np.testing.assert_allclose([bar.get_height() for bar in ax.patches], predictions[12])
    assert len(ax.texts) == 2
    plot_image(0, predictions[0], test_labels, test_images, ax=ax)
    assert not ax.patches
    assert not ax.texts
    assert ax.get_ylabel() == ""
    assert ax.get_xlabel().startswith("✓ clase 0")
    assert ax.get_xlim() == (-0.5, 27.5)
    assert ax.get_ylim() == (27.5, -0.5)
    plot_image(1, predictions[1], test_labels, test_images, ax=ax)
    assert len(ax.images) == 1
    assert ax.get_xlabel().startswith("✗ clase 2")
    plot_value_array(0, predictions[0], test_labels, ax=ax)
    assert not ax.images
    assert ax.get_xlabel() == "Clase"
    assert same_color(ax.xaxis.label.get_color(), plt.rcParams["axes.labelcolor"])
    plot_confusion_matrix([0, 1], [0, 1], ax=ax)
    plot_confusion_matrix([0, 1], [0, 1], ax=ax, normalize=True)
    assert cells(ax) == ["100 %", "0 %", "0 %", "100 %"]
    assert "%" in ax.get_title()
    assert len(ax.images) == 1
    assert ax.get_xlim() == (-0.5, 1.5)


# --- Dónde dibujan y qué respetan ---------------------------------------------------------------

ONE_AXES = {
    "image": lambda **kw: plot_image(0, predictions[0], test_labels, test_images, **kw),
    "bars": lambda **kw: plot_value_array(0, predictions[0], test_labels, **kw),
    "matrix": lambda **kw: plot_confusion_matrix([0, 1], [0, 1], **kw),
}


@pytest.mark.parametrize("draw", ONE_AXES.values(), ids=ONE_AXES)
def test_given_axes_are_used_and_no_figure_is_created(draw):
    fig, (other, ax) = plt.subplots(1, 2)
    plt.sca(other)
    assert draw(ax=ax) is ax
    assert plt.get_fignums() == [fig.number]
    assert not other.has_data()


@pytest.mark.parametrize("draw", ONE_AXES.values(), ids=ONE_AXES)
def test_labels_of_the_caller_are_respected(draw):
    _, ax = plt.subplots()
    ax.set(title="Mío", xlabel="mi x", ylabel="mi y")
    draw(ax=ax)
    draw(ax=ax)
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("Mío", "mi x", "mi y")
    assert same_color(ax.xaxis.label.get_color(), plt.rcParams["axes.labelcolor"])


@pytest.mark.parametrize("draw", ONE_AXES.values(), ids=ONE_AXES)
@pytest.mark.parametrize("ax", ["ax", 3, np.array([None, None])], ids=str)
def test_ax_must_be_axes(draw, ax):
    with pytest.raises(TypeError, match=r"ax debe ser unos ejes.*axes\[0\]"):
        draw(ax=ax)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("name", ["image", "bars"])
def test_tutorial_functions_use_the_current_axes(name):
    _, (left, right) = plt.subplots(1, 2)
    plt.sca(left)
    assert ONE_AXES[name]() is left
    assert not right.has_data()


def test_the_others_open_a_new_figure():
    fig, ax = plt.subplots()
    assert plot_confusion_matrix([0, 1], [0, 1]).figure is not fig
    assert plot_history({"loss": [1.0]})[0].figure is not fig
    assert plot_image_grid(test_images[:1]) is not fig
    assert plot_predictions(predictions, test_labels, test_images, rows=1) is not fig
    assert plot_most_confused([0], [1], test_images[:1]) is not fig
    assert len(plt.get_fignums()) == 6
    assert not ax.has_data()


def test_global_settings_are_untouched():
    before = dict(plt.rcParams)
    for draw in ONE_AXES.values():
        draw()
    plot_predictions(predictions, test_labels, test_images)
    plot_history({"loss": [1.0], "val_loss": [2.0]})
    assert dict(plt.rcParams) == before


# --- plot_image_grid ----------------------------------------------------------------------------


def captions(fig):
    return [ax.get_xlabel() for ax in fig.axes]


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
    assert "✗ rojo" in fig.get_suptitle()


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


# --- plot_history -------------------------------------------------------------------------------

HISTORY = {
    "accuracy": [0.6, 0.7, 0.8],
    "loss": [0.9, 0.6, 0.4],
    "learning_rate": [0.1, 0.1, 0.01],
    "mae": [3, 2, 1],
    "val_accuracy": [0.5, 0.7, 0.6],
    "val_loss": [1.0, 0.7, 0.8],
}


def lines(ax):
    return {line.get_label(): line for line in ax.lines}


def test_history_draws_loss_and_metric():
    axes = plot_history(HISTORY)
    assert axes.shape == (2,)
    for ax, name, key in zip(axes, ["Pérdida", "Exactitud"], ["loss", "accuracy"], strict=True):
        assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_title()) == ("Época", name, name)
        train, validation = lines(ax)["Entrenamiento"], lines(ax)["Validación"]
        assert train.get_xdata().tolist() == [1, 2, 3]
        assert train.get_ydata().tolist() == HISTORY[key]
        assert validation.get_ydata().tolist() == HISTORY[f"val_{key}"]
        assert (train.get_color(), validation.get_color()) == (TRAIN_COLOR, VALIDATION_COLOR)
        assert train.get_linestyle() != validation.get_linestyle()
        best = lines(ax)["Menor pérdida de validación: época 2"]
        assert list(best.get_xdata()) == [2, 2]
        low, high = ax.get_xlim()
        ticks = [tick for tick in ax.get_xticks() if low <= tick <= high]
        assert ticks == [1, 2, 3]
        assert len(ax.get_legend().get_texts()) == 3


def test_history_accepts_a_keras_history_and_its_epochs():
    resumed = SimpleNamespace(history=HISTORY, epoch=[5, 6, 7])
    ax = plot_history(resumed)[0]
    assert lines(ax)["Entrenamiento"].get_xdata().tolist() == [6, 7, 8]
    assert "Menor pérdida de validación: época 7" in lines(ax)


def test_history_metric_can_be_chosen():
    axes = plot_history(HISTORY, metric="mae")
    assert axes[1].get_ylabel() == "Error absoluto medio"
    assert set(lines(axes[1])) == {"Entrenamiento", "Menor pérdida de validación: época 2"}
    assert plot_history({"loss": [1], "mi_medida": [2]})[1].get_ylabel() == "mi_medida"


def test_history_without_validation_or_metric():
    (ax,) = plot_history({"loss": [0.5], "lr": [0.1]})
    assert list(lines(ax)) == ["Entrenamiento"]
    assert lines(ax)["Entrenamiento"].get_marker() == "o"  # un solo punto también se ve
    assert plot_history({"loss": np.ones(50)})[0].lines[0].get_marker() in ("", "None")


def test_history_that_diverged_says_so():
    diverged = {"loss": [2.0, np.inf, np.nan], "val_loss": [np.nan, 5.0, np.nan]}
    (ax,) = plot_history(diverged)
    assert [text.get_text() for text in ax.texts] == [
        "Desde la época 2\nla pérdida es nan o infinita"
    ]
    assert "Menor pérdida de validación: época 2" in lines(ax)
    (ax,) = plot_history({"loss": [np.nan], "val_loss": [np.nan]})
    assert list(lines(ax)) == ["Entrenamiento", "Validación"]
    assert not plot_history({"loss": [1.0]})[0].texts


def test_history_given_axes_and_labels_of_the_caller():
    fig, given = plt.subplots(2, 1)
    given[0].set(title="Mío", xlabel="pasos", ylabel="ECM")
    axes = plot_history(HISTORY, axes=given)
    assert list(axes) == list(given)
    assert (axes[0].get_title(), axes[0].get_xlabel(), axes[0].get_ylabel()) == (
        "Mío", "pasos", "ECM",
    )  # fmt: skip
    assert axes[1].get_title() == "Exactitud"
    assert plt.get_fignums() == [fig.number]
    _, ax = plt.subplots()
    assert plot_history({"loss": [1.0]}, axes=ax)[0] is ax


@pytest.mark.parametrize(
    ("history", "error", "message"),
    [
        ({}, ValueError, "nada"),
        ({"loss": []}, ValueError, "ninguna época"),
        ({"accuracy": [0.5]}, ValueError, r"\['accuracy'\]"),
        ([0.5, 0.4], TypeError, "model.fit.*llegó list"),
        (None, TypeError, "NoneType"),
        ({"loss": [1, 2], "val_loss": [1]}, ValueError, "2 épocas.*1 de «val_loss».*freq"),
    ],
)
def test_history_bad_input(history, error, message):
    with pytest.raises(error, match=message):
        plot_history(history)
    assert plt.get_fignums() == []


def test_history_missing_metric_and_bad_axes():
    for metric in ("auc", "loss", "val_accuracy", "learning_rate"):
        with pytest.raises(ValueError, match=rf"'{metric}'.*\['accuracy', 'mae'\]"):
            plot_history(HISTORY, metric=metric)
    with pytest.raises(TypeError, match="ax debe ser unos ejes"):
        plot_history(HISTORY, axes=["a", "b"])
    assert plt.get_fignums() == []
    _, ax = plt.subplots()
    with pytest.raises(ValueError, match="contiene 1 ejes y se dibujan 2"):
        plot_history(HISTORY, axes=ax)
    with pytest.raises(ValueError, match=r"se dibujan 1.*no hay métrica"):
        plot_history({"loss": [1.0]}, axes=[ax, ax])


# --- plot_confusion_matrix ----------------------------------------------------------------------


def cells(ax):
    return [text.get_text() for text in ax.texts]


def test_matrix_counts_and_labels():
    ax = plot_confusion_matrix([0, 0, 0, 1, 2], [0, 0, 1, 1, 1], class_names=["a", "bb", "ccc"])
    assert cells(ax) == ["2", "1", "0", "0", "1", "0", "0", "1", "0"]
    # La fila 0, columna 1 (real a, predicha bb) está en x=1, y=0.
    assert ax.texts[1].get_position() == (1, 0)
    np.testing.assert_allclose(ax.images[0].get_array()[0], [2 / 3, 1 / 3, 0])
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Clase predicha", "Clase real")
    assert ax.get_title() == "Matriz de confusión\n(número de muestras)"
    assert [t.get_text() for t in ax.get_xticklabels()] == ["a", "bb", "ccc"]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["a", "bb", "ccc"]


def test_matrix_normalized_by_real_class():
    ax = plot_confusion_matrix([0, 0, 0, 1], [0, 0, 1, 2], class_names=list("abc"), normalize=True)
    assert cells(ax) == ["67 %", "33 %", "0 %", "0 %", "0 %", "100 %", "–", "–", "–"]
    assert ax.get_title() == "Matriz de confusión\n(% de cada clase real)"


def test_matrix_without_names_shows_the_labels():
    ax = plot_confusion_matrix([3, 9], [9, 9])
    assert [t.get_text() for t in ax.get_xticklabels()] == ["3", "9"]
    ax = plot_confusion_matrix(["sí", "no"], ["sí", "sí"])
    assert [t.get_text() for t in ax.get_yticklabels()] == ["no", "sí"]


def test_matrix_numbers_contrast_with_their_cell():
    def luminance(color):
        rgb = np.array(to_rgb(color))
        linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
        return linear @ [0.2126, 0.7152, 0.0722]

    for wrong in range(0, 101, 5):
        ax = plot_confusion_matrix([0] * 100 + [1], [1] * wrong + [0] * (100 - wrong) + [1])
        image = ax.images[0]
        for text in ax.texts:
            x, y = text.get_position()
            cell = image.cmap(image.norm(image.get_array()[y, x]))
            light, dark = sorted([luminance(cell), luminance(text.get_color())], reverse=True)
            assert (light + 0.05) / (dark + 0.05) > 4.3  # WCAG pide 3 o 4.5 según el tamaño
        plt.close()


@pytest.mark.parametrize("names", [NAMES, None, ["legítimo", "fraude"]])
def test_matrix_is_not_clipped(names):
    labels = np.arange(len(names or NAMES))
    ax = plot_confusion_matrix(labels, labels, class_names=names)
    fig = ax.figure
    assert min(fig.get_size_inches()) >= 4  # también se proyecta
    fig.canvas.draw()
    texts = [ax.title, ax.xaxis.label, ax.yaxis.label, *ax.get_xticklabels(), *ax.get_yticklabels()]
    for text in texts:
        box = text.get_window_extent()
        assert min(box.x0, box.y0) >= 0
        assert box.x1 <= fig.bbox.x1
        assert box.y1 <= fig.bbox.y1


def test_matrix_bad_input_leaves_no_figure():
    for y_pred, error in [([0.2, 0.8], ValueError), ([0], ValueError), (["a", "b"], TypeError)]:
        with pytest.raises(error, match="y_pred"):
            plot_confusion_matrix([0, 1], y_pred)
    with pytest.raises(ValueError, match="class_names tiene 1 nombres"):
        plot_confusion_matrix([0, 1], [0, 1], class_names=["a"])
    assert plt.get_fignums() == []


# --- plot_most_confused -------------------------------------------------------------------------

#            0→1 tres veces, 2→0 dos, 1→2 una, y un acierto
REAL = np.array([0, 2, 0, 1, 2, 0, 1])
PREDICTED = np.array([1, 0, 1, 2, 0, 1, 1])
CONFUSED_IMAGES = test_images[:7]


def row_texts(fig):
    return [ax.texts[0].get_text() for ax in fig.axes if ax.texts]


def test_most_confused_orders_pairs_and_shows_their_images():
    fig = plot_most_confused(
        REAL, PREDICTED, CONFUSED_IMAGES, class_names=["a", "b", "c"], n_pairs=2, examples=2
    )
    assert row_texts(fig) == ["real: a\npredicha: b\n3 errores", "real: c\npredicha: a\n2 errores"]
    shown = [ax.images[0].get_array() for ax in fig.axes if ax.images]
    for image, i in zip(shown, [0, 2, 1, 4], strict=True):
        np.testing.assert_array_equal(image, CONFUSED_IMAGES[i])
    assert fig.get_suptitle() == "Las confusiones más frecuentes"


def test_most_confused_with_fewer_pairs_and_examples_than_asked():
    fig = plot_most_confused(REAL, PREDICTED, CONFUSED_IMAGES, n_pairs=10)
    assert row_texts(fig)[-1] == "real: clase 1\npredicha: clase 2\n1 error"
    assert len(row_texts(fig)) == 3
    assert sum(len(ax.images) for ax in fig.axes) == 6
    fig = plot_most_confused(["sí", "no"], ["no", "no"], CONFUSED_IMAGES[:2])
    assert row_texts(fig) == ["real: sí\npredicha: no\n1 error"]


def test_most_confused_without_errors_says_so():
    fig = plot_most_confused(REAL, REAL, CONFUSED_IMAGES)
    assert row_texts(fig) == ["✓ Ningún error: todas las predicciones aciertan"]
    assert not any(ax.images for ax in fig.axes)


def test_most_confused_bad_input():
    with pytest.raises(ValueError, match="y_true tiene 7, images tiene 20"):
        plot_most_confused(REAL, PREDICTED, test_images)
    with pytest.raises(ValueError, match="n_pairs debe ser 1 o más"):
        plot_most_confused(REAL, PREDICTED, CONFUSED_IMAGES, n_pairs=0)
    with pytest.raises(TypeError, match="examples debe ser un entero"):
        plot_most_confused(REAL, PREDICTED, CONFUSED_IMAGES, examples=None)
    with pytest.raises(ValueError, match="Divide"):
        plot_most_confused(REAL, PREDICTED, CONFUSED_IMAGES.astype(float))
    with pytest.raises(ValueError, match="argmax"):
        plot_most_confused(REAL, np.eye(3)[PREDICTED], CONFUSED_IMAGES)
    assert plt.get_fignums() == []


# --- plot_roc, plot_precision_recall y plot_threshold ---------------------------------------------

random = np.random.default_rng(3)
real_binary = random.integers(0, 2, 200)
real_scores = np.round(random.normal(real_binary, 1.2), 1)  # redondeadas: hay empates
probable = np.round(1 / (1 + np.exp(-real_scores)), 2)


def drawn(ax, label):
    return np.array(lines(ax)[label].get_data())


def test_roc_draws_what_scikit_learn_computes():
    ax = plot_roc(real_binary, real_scores, label="red")
    false_positive_rate, recall, _ = roc_curve(real_binary, real_scores)
    label = f"red (AUC {roc_auc_score(real_binary, real_scores):.2f})"
    np.testing.assert_allclose(drawn(ax, label), [false_positive_rate, recall], rtol=0, atol=1e-12)
    np.testing.assert_array_equal(drawn(ax, "Al azar (AUC 0.50)"), [[0, 1], [0, 1]])
    assert ax.get_title() == "Curva ROC"
    assert ax.get_xlabel() == "Tasa de falsos positivos"
    assert ax.get_ylabel() == "Exhaustividad (tasa de verdaderos positivos)"


def test_precision_recall_draws_what_scikit_learn_computes():
    ax = plot_precision_recall(real_binary, real_scores)
    precision, recall, _ = precision_recall_curve(real_binary, real_scores)
    label = f"AP {average_precision_score(real_binary, real_scores):.2f}"
    np.testing.assert_allclose(drawn(ax, label), [recall, precision], rtol=0, atol=1e-12)
    assert lines(ax)[label].get_drawstyle() == "steps-post"
    rate = real_binary.mean()
    np.testing.assert_allclose(drawn(ax, f"Al azar ({rate:.2f} de positivos)")[1], rate)
    assert ax.get_title() == "Precisión y exhaustividad"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Exhaustividad", "Precisión")


def test_precision_recall_says_how_few_the_positives_are():
    labels = [1, *[0] * 599]
    ax = plot_precision_recall(labels, np.linspace(0, 1, 600))
    assert "Al azar (0.0017 de positivos)" in lines(ax)


@pytest.mark.parametrize("function", [plot_roc, plot_precision_recall])
def test_two_models_on_the_same_axes(function):
    ax = function(real_binary, real_scores, label="uno")
    assert function(real_binary, -real_scores, label="dos", ax=ax) is ax
    baseline, first, second = ax.lines  # la referencia, una sola vez
    assert baseline.get_label().startswith("Al azar")
    assert first.get_color() != second.get_color()
    assert first.get_linestyle() != second.get_linestyle()
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert [name.split()[0] for name in names] == ["Al", "uno", "dos"]


def test_keras_column_and_booleans_are_accepted():
    ax = plot_roc(real_binary == 1, probable[:, np.newaxis].astype("float32"))
    assert f"AUC {roc_auc_score(real_binary, probable):.2f}" in lines(ax)


@pytest.mark.parametrize("threshold", [0, 0.3, 0.5, 0.505, 0.9])
def test_threshold_values(threshold):
    ax = plot_threshold(real_binary, probable, threshold)
    predicted = probable >= threshold
    precision = precision_score(real_binary, predicted)
    recall = recall_score(real_binary, predicted)
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names == [
        f"Precisión: {precision:.2f}",
        f"Exhaustividad: {recall:.2f}",
        f"Umbral: {threshold:.3g}",
    ]
    assert drawn(ax, names[2])[0].tolist() == [threshold, threshold]
    marks = [line for line in ax.lines if line.get_marker() in ("o", "s")]
    assert [line.get_ydata()[0] for line in marks] == pytest.approx([precision, recall], abs=1e-12)
    assert sorted(text.get_text() for text in ax.texts) == sorted(
        [f"{precision:.2f}", f"{recall:.2f}"]
    )
    assert ax.get_title() == "Precisión y exhaustividad según el umbral"
    assert "Umbral" in ax.get_xlabel()
    assert ax.get_ylabel() == "Precisión y exhaustividad"


def test_threshold_curves_hold_between_scores():
    ax = plot_threshold(real_binary, probable, 0.5)
    precision, recall = (line for line in ax.lines if line.get_drawstyle() == "steps-pre")
    # De borde a borde; sobre la puntuación más alta no hay precisión que dibujar.
    assert [line.get_xdata()[0] for line in (precision, recall)] == [0, 0]
    assert np.isnan(precision.get_ydata()[-1])
    assert (recall.get_xdata()[-1], recall.get_ydata()[-1]) == (1, 0)
    for t in np.linspace(0, probable.max(), 57):
        for line, score in [(precision, precision_score), (recall, recall_score)]:
            x, y = line.get_data()
            # steps-pre: entre dos puntos vale el de la derecha.
            assert y[np.searchsorted(x, t)] == pytest.approx(score(real_binary, t <= probable))


def test_threshold_above_every_score_has_no_precision():
    ax = plot_threshold([0, 1, 1], [0.1, 0.4, 0.6], 0.8)
    assert "Precisión: sin definir" in lines(ax)
    assert "Exhaustividad: 0.00" in lines(ax)
    assert [text.get_text() for text in ax.texts] == ["0.00"]


def test_threshold_of_scores_that_are_not_probabilities():
    ax = plot_threshold(real_binary, real_scores, -7)
    low, high = ax.get_xlim()
    assert low < -7 < real_scores.max() < high
    assert "Exhaustividad: 1.00" in lines(ax)
    assert plot_threshold([0, 1], [3.0, 3.0], 3.0).get_xlim()[0] < 3


@pytest.mark.parametrize(
    "draw",
    [plot_roc, plot_precision_recall, lambda y, s, ax=None: plot_threshold(y, s, 0.5, ax=ax)],
)
def test_score_figures_respect_axes_and_labels_of_the_caller(draw):
    fig, ax = plt.subplots()
    ax.set(title="Mío", xlabel="equis", ylabel="ye")
    assert draw(real_binary, probable, ax=ax) is ax
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("Mío", "equis", "ye")
    assert plt.get_fignums() == [fig.number]
    assert draw(real_binary, probable).figure is not fig
    for bad, error, message in [
        ({"y": ["a", "b"]}, TypeError, r"contiene \['a', 'b'\].*y_true == 'b'"),
        ({"y": [1, 2]}, ValueError, r"contiene \[1, 2\].*y_true == 2"),
        ({"y": [1, 1]}, ValueError, "solo contiene la clase 1.*stratify"),
        ({"y": []}, ValueError, "vacío"),
        ({"s": [0.1, 0.2, 0.3]}, ValueError, "y_true tiene 2, scores tiene 3"),
        ({"s": [0.1, np.nan]}, ValueError, "scores contiene nan en la posición 1"),
        ({"s": [np.inf, 0.1]}, ValueError, "scores contiene inf en la posición 0"),
        ({"s": ["a", "b"]}, TypeError, "un número por muestra"),
        ({"s": None}, (TypeError, ValueError), "scores"),
        ({"s": [[0.2, 0.8], [0.1, 0.9]]}, ValueError, r"forma \(2, 2\).*\[:, 1\]"),
        ({"s": 0.5}, ValueError, r"forma \(\)"),
        ({"ax": "no"}, TypeError, "ax debe ser"),
    ]:
        call = {"y": [0, 1], "s": [0.2, 0.8], "ax": None} | bad
        plt.close("all")
        with pytest.raises(error, match=message):
            draw(call["y"], call["s"], ax=call["ax"])
        assert plt.get_fignums() == []


@pytest.mark.parametrize(
    ("threshold", "error", "message"),
    [
        (50, ValueError, "threshold es 50.*entre 0 y 1.*50 % se escribe 0.5"),
        (-0.1, ValueError, "threshold es -0.1"),
        (np.nan, ValueError, "finito; llegó nan"),
        ("0.5", TypeError, "debe ser un número, como 0.5; llegó '0.5'"),
        (True, TypeError, "llegó True"),
        (None, TypeError, "llegó None"),
    ],
)
def test_bad_threshold(threshold, error, message):
    with pytest.raises(error, match=message):
        plot_threshold(real_binary, probable, threshold)
    assert plt.get_fignums() == []
