"""La figura de un entrenamiento: qué curvas dibuja y qué dice si algo no encaja."""

from types import SimpleNamespace

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from plotting_samples import lines

from course_utils.plotting.history import plot_history
from course_utils.plotting.style import TRAIN_COLOR, VALIDATION_COLOR

# --- plot_history -------------------------------------------------------------------------------
HISTORY = {
    "accuracy": [0.6, 0.7, 0.8],
    "loss": [0.9, 0.6, 0.4],
    "learning_rate": [0.1, 0.1, 0.01],
    "mae": [3, 2, 1],
    "val_accuracy": [0.5, 0.7, 0.6],
    "val_loss": [1.0, 0.7, 0.8],
}


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
        best = lines(ax)["Menor pérdida de\nvalidación: época 2"]
        assert list(best.get_xdata()) == [2, 2]
        low, high = ax.get_xlim()
        ticks = [tick for tick in ax.get_xticks() if low <= tick <= high]
        assert ticks == [1, 2, 3]
        assert len(ax.get_legend().get_texts()) == 3


def test_history_accepts_a_keras_history_and_its_epochs():
    resumed = SimpleNamespace(history=HISTORY, epoch=[5, 6, 7])
    ax = plot_history(resumed)[0]
    assert lines(ax)["Entrenamiento"].get_xdata().tolist() == [6, 7, 8]
    assert "Menor pérdida de\nvalidación: época 7" in lines(ax)


def test_history_metric_can_be_chosen():
    axes = plot_history(HISTORY, metric="mae")
    assert axes[1].get_ylabel() == "Error absoluto medio"
    assert set(lines(axes[1])) == {"Entrenamiento", "Menor pérdida de\nvalidación: época 2"}
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
    assert "Menor pérdida de\nvalidación: época 2" in lines(ax)
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
