"""El explorador de la tasa de aprendizaje: la frase dice si llega, si le falta o si diverge."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
from interactive_samples import parts, told

from course_utils.interactive import learning_rate
from course_utils.interactive.learning_rate import explore_learning_rate

notebook, only_lines = samples.notebook, samples.only_lines


def test_learning_rate_line_tells_what_happens(notebook, only_lines):
    explore_learning_rate()
    controls, line, _ = parts(notebook)
    assert told(line).startswith("Tasa 0.1, 30 pasos: la pérdida empieza en 48.5 y termina en ≈ ")
    assert told(line).endswith("Llegó cerca del mínimo.")
    controls["Pasos"].value = 1
    assert told(line).startswith("Tasa 0.1, 1 paso: ")
    controls["Pasos"].value = 30
    controls["Tasa"].value = 10**-3
    assert told(line).endswith("Aún está lejos del mínimo.")
    controls["Tasa"].value = 10**-0.5
    assert told(line).endswith("Diverge: la tasa es demasiado alta.")


def test_learning_rate_figure_has_plain_numbers():
    fig, _ = learning_rate._draw_learning_rate(0.1, 30)
    fig.canvas.draw()
    ax = fig.axes[1]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Paso", "Pérdida (escala logarítmica)")
    ticks = [text.get_text() for text in ax.get_yticklabels(which="both")]
    assert {"0.1", "1", "10"} <= set(ticks)
    assert not any("$" in text for text in ticks)  # potencias: avisos de fuentes en stderr
