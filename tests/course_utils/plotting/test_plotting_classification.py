"""Confusiones y curvas de un clasificador: qué dibujan y qué dicen cuando algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from plotting_samples import NAMES, cells, lines, test_images
from sklearn.metrics import (
    average_precision_score,
    precision_recall_curve,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)

from course_utils.plotting.classification import (
    plot_confusion_matrix,
    plot_most_confused,
    plot_precision_recall,
    plot_roc,
    plot_threshold,
)

# --- plot_confusion_matrix ----------------------------------------------------------------------


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
