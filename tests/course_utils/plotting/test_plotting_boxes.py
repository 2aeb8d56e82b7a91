"""Las cajas sobre una imagen: dónde se dibujan y qué se dice si algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import numpy as np
import pytest
from plotting_samples import assert_nothing_is_cut

import course_utils
from course_utils.plotting.boxes import plot_boxes

IMAGE = np.zeros((64, 48), np.uint8)
BOXES = [[0, 0, 10, 20], [40, 50, 48, 64]]


def test_is_the_one_that_notebooks_import():
    assert course_utils.plot_boxes is plot_boxes


def test_each_box_surrounds_its_pixels():
    ax = plot_boxes(IMAGE, BOXES, title="Dos cajas")
    # El borde de un píxel está medio píxel antes de su centro.
    assert [patch.get_bbox().extents.tolist() for patch in ax.patches] == [
        [-0.5, -0.5, 9.5, 19.5],
        [39.5, 49.5, 47.5, 63.5],
    ]
    assert ax.get_title() == "Dos cajas"
    assert ax.get_xlim() == (-0.5, 47.5)
    assert ax.get_ylim() == (63.5, -0.5)
    assert not ax.texts


def test_real_and_predicted_are_told_apart_without_colour():
    ax = plot_boxes(IMAGE, BOXES[:1])
    plot_boxes(IMAGE, BOXES[:1], kind="predicha", ax=ax)
    assert [patch.get_linestyle() for patch in ax.patches] == ["-", "--"]
    assert ax.patches[0].get_edgecolor() != ax.patches[1].get_edgecolor()


def test_names_do_not_leave_the_image_nor_meet():
    ax = plot_boxes(IMAGE, BOXES, ["Bolso", "Botín"])
    plot_boxes(IMAGE, BOXES, ["Bolso", "Botín"], kind="predicha", ax=ax)
    assert [text.get_text() for text in ax.texts] == ["Bolso", "Botín"] * 2
    assert_nothing_is_cut(ax.figure)
    frame = ax.get_window_extent()
    written = [text.get_window_extent() for text in ax.texts]
    for box in written:
        assert box.x0 >= frame.x0 - 2
        assert box.x1 <= frame.x1 + 2
    assert not any(a.overlaps(b) for k, a in enumerate(written) for b in written[:k])


def test_no_box_is_a_picture_alone():
    assert not plot_boxes(IMAGE, []).patches


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"image": np.zeros(5)}, ValueError, "image"),
        ({"image": np.full((4, 4), 300.0)}, ValueError, "de 0 a 1"),
        ({"boxes": [0, 0, 10, 20]}, ValueError, r"Una sola caja se pasa como \[boxes\]"),
        ({"boxes": [[0, 0, 10]]}, ValueError, r"\(n_cajas, 4\)"),
        ({"boxes": [["a", 0, 1, 2]]}, TypeError, "solo números"),
        ({"boxes": [[0, 0, np.nan, 2]]}, ValueError, "finitos"),
        ({"boxes": [[0, 0, 1, 2], [30, 5, 20, 9]]}, ValueError, r"boxes\[1\].*centro y el tamaño"),
        ({"names": ["Bolso"]}, ValueError, "names"),
        ({"kind": "otra"}, ValueError, "predicha"),
        ({"ax": 3}, TypeError, "ejes de Matplotlib"),
    ],
)
def test_bad_arguments_are_explained(changes, error, message):
    arguments = {"image": IMAGE, "boxes": BOXES} | changes
    with pytest.raises(error, match=message):
        plot_boxes(**arguments)
