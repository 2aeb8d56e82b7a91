"""Caminos del descenso: qué se dibuja y qué se dice cuando algo no encaja."""

import math

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from plotting_samples import assert_nothing_is_cut, lines

from course_utils.plotting.descent import plot_gradient_path, plot_learning_rate_comparison


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
        assert texts(ax) == ["inicio", "1 de 5 puntos fuera\n(el primero, el paso 4)"]
        assert (ax.get_xlim(), ax.get_ylim()) == ((-5, 5), (-3, 4))
    ax = plot_gradient_path(bowl, [[-9, 0], [-7, 0], [1, 1]], **RANGES)
    assert texts(ax) == ["final", "2 de 3 puntos fuera\n(el primero, el inicio)"]
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
    assert "fuera" in texts(panels[3])[-1]
    assert (
        panels[1].get_xlabel() == panels[3].get_xlabel() == "peso 1" or panels[1].get_ylabel() == ""
    )
    assert fig.get_suptitle() == "El mismo inicio, 20 pasos, distinta tasa"
    assert len(plt.get_fignums()) == 1


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
        lambda: plot_gradient_path(bowl, [*PATH, [9, 9]], **RANGES).figure,
        lambda: plot_learning_rate_comparison(bowl, slopes, rates=[0.01, 0.1, 0.3, 1], **COMPARE),
    ],
)
def test_nothing_is_clipped(draw):
    assert_nothing_is_cut(draw())
