"""Dónde dibujan las figuras, qué respetan de quien llama y qué quitan al dibujar otra vez."""

import ast
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import same_color
from plotting_samples import cells, predictions, test_images, test_labels

from course_utils import plotting
from course_utils.plotting.classification import plot_confusion_matrix, plot_most_confused
from course_utils.plotting.history import plot_history
from course_utils.plotting.images import (
    plot_image,
    plot_image_grid,
    plot_predictions,
    plot_value_array,
)


def test_signs_exist_in_the_default_font():
    from matplotlib.font_manager import findfont, get_font

    glyphs = get_font(findfont("DejaVu Sans")).get_charmap()
    assert {ord("✓"), ord("✗")} <= set(glyphs)


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


@pytest.mark.parametrize(
    "path", sorted(Path(plotting.__file__).parent.glob("*.py")), ids=lambda p: p.stem
)
def test_plotting_draws_and_does_not_compute(path):
    """Ni métricas de scikit-learn, ni filtros de scipy, ni tablas: eso viene ya calculado."""
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            imported.add(node.module.partition(".")[0])
    assert not imported & {"sklearn", "scipy", "pandas", "keras", "tensorflow"}
