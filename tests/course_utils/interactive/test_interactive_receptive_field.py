"""El explorador del campo receptivo: los píxeles que ve la neurona del centro, y por dónde."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
import pytest
from interactive_samples import parts, told

from course_utils.interactive import receptive_field
from course_utils.interactive.receptive_field import explore_receptive_field

notebook, only_lines = samples.notebook, samples.only_lines


def stack(layers=2, side=3, stride=1, dilation=1):
    return receptive_field._Stack(layers, side, stride, dilation)


def seen_by_brute_force(layers, side, stride, dilation):
    """Los sitios de una fila que llegan a la neurona, siguiendo cada conexión, y cuántas veces."""
    places = {0: 1}
    for _ in range(layers):
        before = {}
        for place, ways in places.items():
            for tap in range(side):
                spot = place * stride + tap * dilation
                before[spot] = before.get(spot, 0) + ways
        places = before
    return np.array([places.get(spot, 0) for spot in range(max(places) + 1)])


@pytest.mark.parametrize(
    "numbers", [(1, 1, 1, 1), (1, 7, 3, 2), (2, 3, 2, 1), (3, 3, 2, 3), (4, 5, 1, 1), (2, 1, 3, 1)]
)
def test_paths_are_the_connections_followed_one_by_one(numbers):
    assert np.array_equal(stack(*numbers).paths(), seen_by_brute_force(*numbers))


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ({}, "ve 25 píxeles de 784; su campo receptivo es de 5×5."),
        ({"Capas": 1}, "ve 9 píxeles de 784; su campo receptivo es de 3×3."),
        ({"Núcleo": 1}, "ve 1 píxel de 784; su campo receptivo es de 1×1."),
        ({"Paso": 2}, "ve 49 píxeles de 784; su campo receptivo es de 7×7."),
        ({"Dilatación": 2}, "ve 25 píxeles de 784; su campo receptivo es de 9×9, con huecos en "
                            "medio."),
        ({"Capas": 6, "Núcleo": 7}, "ve 784 píxeles de 784; su campo receptivo es de 37×37, y se "
                                    "sale de la imagen."),
    ],
)  # fmt: skip
def test_the_line_counts_what_the_neuron_sees(notebook, only_lines, moves, said):
    explore_receptive_field(np.eye(28))
    controls, line, _ = parts(notebook)
    for name, value in moves.items():
        controls[name].value = value
    assert told(line).endswith(said)


def test_it_starts_with_one_layer_named_in_singular(notebook, only_lines):
    explore_receptive_field(np.eye(28))
    controls, line, _ = parts(notebook)
    assert told(line).startswith("2 capas de núcleo 3×3, paso 1, dilatación 1: ")
    controls["Capas"].value = 1
    assert told(line).startswith("1 capa de núcleo 3×3")


def test_the_field_is_centred_and_cut_by_the_image():
    view = receptive_field._View(stack(1), np.zeros((5, 7)))
    assert view.corner() == (1, 2)
    seen = view.ways() > 0
    assert seen[1:4, 2:5].all()
    assert seen.sum() == 9
    large = receptive_field._View(stack(6, 7), np.zeros((5, 7)))
    assert (large.ways() > 0).all()


def test_static_shows_four_networks(capsys):
    explore_receptive_field(np.zeros((28, 28)))  # toda igual también se dibuja
    said = capsys.readouterr().out
    assert said.count("la neurona del centro ve") == 4
    assert len(plt.gcf().axes) == 4


def test_bad_input_is_explained_and_leaves_no_figure():
    for image, error, message in [
        (np.ones((5, 5, 3)), ValueError, "un solo canal"),
        ([[1, np.nan]], ValueError, "nan"),
        ("prenda", TypeError, "matriz"),
    ]:
        with pytest.raises(error, match=message):
            explore_receptive_field(image)
    assert plt.get_fignums() == []
