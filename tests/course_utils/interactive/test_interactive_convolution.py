"""El explorador de la convolución: cada ventana, con sus productos y su suma."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
import pytest
from interactive_samples import KERNEL, PIXELS, parts, told

from course_utils.interactive.convolution import explore_convolution

notebook, only_lines = samples.notebook, samples.only_lines


def test_convolution_line_follows_the_window(notebook, only_lines):
    explore_convolution(PIXELS, KERNEL)
    controls, line, _ = parts(notebook)
    slider = controls["Ventana"]
    assert (slider.value, slider.min, slider.max, slider.step) == (1, 1, 16, 1)
    for window, row, column in [(1, 0, 0), (4, 0, 3), (5, 1, 0), (16, 3, 3)]:
        slider.value = window
        place = f"Ventana {window} de 16 (fila {row}, columna {column} del resultado): cada píxel "
        assert told(line).startswith(place)
        left, total = told(line).removesuffix(".").rpartition("productos: ")[2].split(" = ")
        covered = PIXELS[row : row + 3, column : column + 3]
        assert int(total.replace("−", "-")) == (covered * KERNEL).sum()
        assert left.count("·") == 9


def test_convolution_line_hides_rounded_products(notebook, only_lines):
    explore_convolution(PIXELS / 3, KERNEL)  # 1/3 se escribe redondeado, y puede ser de un modelo
    assert told(parts(notebook)[1]).endswith("se suman los 9 productos. La suma es ≈ 0.667.")


def test_static_convolution_shows_the_whole_result(capsys):
    explore_convolution(PIXELS, KERNEL)
    assert capsys.readouterr().out.startswith("Ventana 16 de 16 (fila 3, columna 3 del resultado)")
    assert len(plt.gcf().axes[2].texts) == 16
    large = np.zeros((30, 40))
    large[10, 20] = -9  # donde más responde
    explore_convolution(large, [[1, 1]])
    assert "(fila 10, columna 19 del resultado)" in capsys.readouterr().out


def test_convolution_of_a_large_image_needs_few_keystrokes(notebook, only_lines):
    explore_convolution(np.ones((200, 300)), np.ones((3, 3)))
    slider = parts(notebook)[0]["Ventana"]
    assert slider.max == 198 * 298
    assert 50 <= (slider.max - slider.min) / slider.step <= 100
    slider.value = slider.max


def test_convolution_explains_bad_input_and_leaves_no_figure():
    for image, kernel, message in [
        (np.ones((2, 2)), np.ones((3, 3)), "no cabe en la imagen"),
        (np.ones((5, 5, 3)), np.ones((3, 3)), "un solo canal"),
        ([[1, np.nan]], [[1]], "nan"),
    ]:
        with pytest.raises(ValueError, match=message):
            explore_convolution(image, kernel)
    assert plt.get_fignums() == []
