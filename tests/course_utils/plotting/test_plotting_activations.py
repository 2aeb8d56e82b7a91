"""Activaciones: la función y la pendiente que se dibujan, y qué se dice si algo no encaja."""

import math

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from plotting_samples import assert_nothing_is_cut, lines

from course_utils.models.activations import ACTIVATIONS
from course_utils.plotting.activations import plot_activation


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


# --- plot_activation ------------------------------------------------------------------------------
FORMULAS = {
    "sigmoide": lambda z: 1 / (1 + math.exp(-z)),
    "relu": lambda z: max(z, 0.0),
    "tanh": math.tanh,
}


@pytest.mark.parametrize("name", FORMULAS)
def test_activation_draws_the_function_and_its_slope(name):
    ax = plot_activation(name, x_range=(-4, 5), slopes=True)
    assert legend(ax) == [name, f"pendiente de {name}"]
    z, output = lines(ax)[name].get_data()
    assert (z[0], z[-1]) == (-4, 5)
    assert 0 in z
    np.testing.assert_allclose(output, [FORMULAS[name](value) for value in z], atol=1e-12)
    slope = lines(ax)[f"pendiente de {name}"]
    assert slope.get_linestyle() == "--"
    h = 1e-6
    numeric = [(FORMULAS[name](v + h) - FORMULAS[name](v - h)) / (2 * h) for v in z]
    away = z != 0 if name == "relu" else np.full(len(z), True)
    np.testing.assert_allclose(slope.get_ydata()[away], np.array(numeric)[away], atol=1e-6)
    assert np.isnan(slope.get_ydata()[~away]).all()  # ReLU no tiene pendiente en 0
    np.testing.assert_array_equal(ACTIVATIONS[name].function(z), output)


def test_activation_titles_and_second_cue():
    assert plot_activation("relu").get_title() == "Función de activación: relu"
    ax = plot_activation(["sigmoide", "relu", "tanh", "relu"])
    assert legend(ax) == ["sigmoide", "relu", "tanh"]
    assert ax.get_title() == "Funciones de activación"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Entrada de la neurona (z)", "Salida")
    assert len({lines(ax)[name].get_marker() for name in legend(ax)}) == 3
    assert len({lines(ax)[name].get_color() for name in legend(ax)}) == 3


def test_activation_does_not_overflow(recwarn):
    ax = plot_activation(["sigmoide", "tanh"], x_range=(-2000, 2000), slopes=True)
    assert np.isfinite(lines(ax)["sigmoide"].get_ydata()).all()
    assert plot_activation("relu", x_range=(1, 2)).get_xlim() == (1, 2)
    assert not list(recwarn)


def test_activation_given_axes_and_labels_of_the_caller():
    fig, ax = plt.subplots()
    ax.set(title="Mío", xlabel="z", ylabel="y")
    assert plot_activation("tanh", ax=ax) is ax
    assert (ax.get_title(), ax.get_xlabel(), ax.get_ylabel()) == ("Mío", "z", "y")
    assert plt.get_fignums() == [fig.number]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (("sigmoid",), ValueError, "'sigmoid'; las que hay son: sigmoide, relu, tanh"),
        ((["tanh", "gelu"],), ValueError, "'gelu'"),
        (([],), ValueError, "vacío; elige.*sigmoide, relu, tanh"),
        ((3,), TypeError, "es 3"),
        (([np.tanh],), TypeError, "nombre o una lista de nombres"),
        (("relu", (3, -3)), ValueError, r"x_range debe ser una pareja.*\(3, -3\)"),
        (("relu", (0, np.inf)), ValueError, "finitos"),
        (("relu", 6), ValueError, "llegó 6"),
        (("relu", ("a", "b")), TypeError, "x_range debe contener solo números"),
    ],
)
def test_activation_bad_input(call, error, message):
    names, *x_range = call
    with pytest.raises(error, match=message):
        plot_activation(names, **({"x_range": x_range[0]} if x_range else {}))
    assert plt.get_fignums() == []


def test_nothing_is_clipped():
    assert_nothing_is_cut(plot_activation(["sigmoide", "tanh"], slopes=True).figure)
