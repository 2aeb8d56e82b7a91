"""El explorador de la neurona: la frase es cierta, y ninguna recta resuelve XOR."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
from interactive_samples import parts, told

from course_utils.interactive import neuron
from course_utils.interactive.neuron import explore_neuron

notebook, only_lines = samples.notebook, samples.only_lines


def test_static_line_of_the_neuron_is_true(capsys):
    explore_neuron()
    line = capsys.readouterr().out
    for table, bias in [("Y (AND)", -1.5), ("O (OR)", -0.5), ("O exclusiva (XOR)", -0.5)]:
        wanted = neuron._TABLES[table]
        hits = sum((a + b + bias > 0) == label for (a, b), label in zip(
            neuron._INPUTS, wanted, strict=True))  # fmt: skip
        assert f"{table}: z = 1·x1 + 1·x2 − {-bias} acierta {hits} de 4 filas" in line
    assert (neuron._TABLES["O exclusiva (XOR)"] == [0, 1, 1, 0]).all()
    grid = [(w1, w2, b) for w1 in range(-4, 5) for w2 in range(-4, 5) for b in range(-8, 9)]
    best = max(
        ((neuron._INPUTS @ [w1, w2] + b / 2 > 0) == [0, 1, 1, 0]).sum() for w1, w2, b in grid
    )
    assert best == 3  # «ninguna recta acierta las 4»


def test_neuron_line_tells_where_it_fires(notebook, only_lines):
    explore_neuron()
    controls, line, _ = parts(notebook)
    controls["Sesgo"].value = -1.5
    assert told(line) == (
        "z = 1·x1 + 1·x2 − 1.5, con salida sigmoide. Se activa (z &gt; 0) en (1, 1). Acierta 4 de "
        "las 4 filas de Y (AND)."
    )
    controls["Peso w1"].value = controls["Peso w2"].value = -2.0
    controls["Tabla"].value = "O (OR)"
    assert told(line).startswith("z = −2·x1 − 2·x2 − 1.5")
    assert "en ninguna entrada. Acierta 1 de las 4 filas de O (OR)." in told(line)
