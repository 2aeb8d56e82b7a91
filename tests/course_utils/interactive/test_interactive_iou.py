"""El explorador de la IoU: lo que dice de cada pareja de cajas, y lo que raya."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
import pytest
from interactive_samples import parts, told

from course_utils.interactive.iou import explore_iou

notebook, only_lines = samples.notebook, samples.only_lines

IMAGE, BOX = np.zeros((64, 64), "uint8"), [20, 10, 40, 50]


@pytest.mark.parametrize(
    ("x", "y", "across", "down", "sentence"),
    [
        (20, 10, 20, 40, "IoU 1.00: es la misma caja."),
        (30, 10, 20, 40, "IoU 0.33: comparten 400 píxeles de los 1200 que cubren entre las dos."),
        (25, 20, 10, 10, "IoU 0.12: está dentro de la real; comparten 100 píxeles de los 800 "),
        (10, 0, 40, 60, "IoU 0.33: contiene a la real; comparten 800 píxeles de los 2400 que "),
        (40, 10, 20, 40, "IoU 0.00: no comparten ningún píxel."),
        (50, 60, 5, 2, "IoU 0.00: no comparten ningún píxel."),
        (25, 20, 0, 10, "IoU 0.00: está vacía, y no comparte nada."),
    ],
)
def test_the_line_tells_how_much_they_share(notebook, only_lines, x, y, across, down, sentence):
    explore_iou(IMAGE, BOX)
    controls, line, _ = parts(notebook)
    for name, value in zip(
        ("Izquierda", "Arriba", "Ancho", "Alto"), (x, y, across, down), strict=True
    ):
        controls[name].value = value
    assert told(line).startswith(f"La caja va de ({x}, {y}) a ({x + across}, {y + down}). ")
    assert sentence in told(line)


def test_a_box_is_cut_at_the_edge(notebook, only_lines):
    explore_iou(IMAGE, [40, 40, 64, 64])
    controls, line, _ = parts(notebook)
    controls["Ancho"].value = controls["Alto"].value = 64
    controls["Izquierda"].value = controls["Arriba"].value = 60
    assert told(line).startswith("La caja va de (60, 60) a (64, 64). IoU 0.03: está dentro")


def test_what_they_share_is_hatched(capsys):
    explore_iou(IMAGE, BOX)
    scene, areas = plt.gcf().axes
    shared = [patch for patch in scene.patches if patch.get_hatch()]
    assert [patch.get_bbox().bounds for patch in shared] == [(24.5, 19.5, 15, 30)]
    assert [bar.get_width() for bar in areas.patches] == [450, 1150]
    assert areas.get_title().endswith("0.39")
    plt.close()


def test_a_large_image_needs_few_keystrokes(notebook, only_lines):
    explore_iou(np.zeros((300, 900), "uint8"), [100, 100, 300, 200])
    controls = parts(notebook)[0]
    assert (controls["Izquierda"].max, controls["Izquierda"].step) == (900, 9)
    assert (controls["Alto"].max, controls["Alto"].step) == (300, 3)


@pytest.mark.parametrize(
    ("box", "message"),
    [
        ([20, 10, 40], "x0, y0, x1, y1"),
        ([20, 10, 65, 50], "debe caber"),
        ([-1, 10, 40, 50], "debe caber"),
        ([20, 10, 20, 50], "vacía"),
        ([40, 10, 20, 50], "x1 no puede ser menor"),
    ],
)
def test_it_explains_bad_boxes_and_leaves_no_figure(box, message):
    with pytest.raises(ValueError, match=message):
        explore_iou(IMAGE, box)
    assert plt.get_fignums() == []
