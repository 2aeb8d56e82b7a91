"""Los exploradores: la figura fija y su frase, y los controles moviéndose dentro del proceso."""

import base64
import io
import itertools
import subprocess
import sys
from html import escape
from types import SimpleNamespace

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import ipywidgets
import matplotlib.pyplot as plt
import pytest
from interactive_samples import EXPLORERS, parts, told, tooltip
from IPython.core.formatters import DisplayFormatter
from PIL import Image

from course_utils.interactive import widgets
from course_utils.plotting.style import WIDEST

notebook, only_lines = samples.notebook, samples.only_lines


# --- Figura fija ----------------------------------------------------------------------------------
@pytest.mark.parametrize("name", EXPLORERS)
@pytest.mark.parametrize("reason", ["COURSE_STATIC", "sin ipywidgets", "sin núcleo"])
def test_static_mode_prints_the_line_and_leaves_one_figure(
    name, reason, notebook, monkeypatch, capfd
):
    if reason == "COURSE_STATIC":
        monkeypatch.setenv("COURSE_STATIC", "1")
    elif reason == "sin ipywidgets":
        monkeypatch.setattr(widgets, "find_spec", lambda name: None)
    else:
        monkeypatch.setattr(widgets, "in_notebook", lambda: False)
    assert EXPLORERS[name]() is None
    assert notebook == []
    assert len(plt.get_fignums()) == 1
    captured = capfd.readouterr()
    assert len(captured.out.splitlines()) == 1
    assert captured.out.endswith(".\n")
    assert captured.err == ""


def test_a_notebook_is_where_there_is_a_kernel(monkeypatch):
    assert not widgets.in_notebook()
    for shell, expected in [(SimpleNamespace(kernel=1), True), (SimpleNamespace(), False)]:
        with monkeypatch.context() as patch:
            patch.setattr(sys.modules["IPython"], "get_ipython", lambda shell=shell: shell)
            assert widgets.in_notebook() is expected
    monkeypatch.delitem(sys.modules, "IPython")
    assert not widgets.in_notebook()


def test_static_mode_does_not_need_ipywidgets():
    code = (
        "import os, sys; sys.modules['ipywidgets'] = None; os.environ['COURSE_STATIC'] = '1';"
        "from course_utils import explore_neuron; explore_neuron()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "acierta 4 de 4 filas" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("name", EXPLORERS)
def test_static_figure_is_labelled_and_not_clipped(name, capsys):
    EXPLORERS[name]()
    fig = plt.gcf()
    fig.canvas.draw()
    assert fig.get_size_inches()[0] <= WIDEST
    for ax in fig.axes:
        assert ax.get_title() or ax.get_ylabel() == "Pérdida"  # la escala de color
        for text in [ax.title, ax.xaxis.label, ax.yaxis.label]:
            if text.get_text():
                box = text.get_window_extent()
                assert min(box.x0, box.y0) >= 0
                assert box.x1 <= fig.bbox.x1
                assert box.y1 <= fig.bbox.y1


# --- Con controles --------------------------------------------------------------------------------

# Explorador, rótulo del control y un valor al que moverlo.
MOVES = [
    ("explore_alerts", "Avisos", 1),
    ("explore_threshold", "Umbral", 0.9),
    ("explore_learning_rate", "Tasa", 10**-0.5),
    ("explore_learning_rate", "Pasos", 3),
    ("explore_iou", "Izquierda", 50),
    ("explore_iou", "Arriba", 0),
    ("explore_iou", "Ancho", 5),
    ("explore_iou", "Alto", 64),
    ("explore_neuron", "Tabla", "O exclusiva (XOR)"),
    ("explore_neuron", "Peso w1", -2.0),
    ("explore_neuron", "Peso w2", 3.0),
    ("explore_neuron", "Sesgo", -1.5),
    ("explore_neuron", "Activación", "tanh"),
    ("explore_rate_range", "Tasa", 10.0),
    ("explore_receptive_field", "Capas", 4),
    ("explore_receptive_field", "Núcleo", 5),
    ("explore_receptive_field", "Paso", 2),
    ("explore_receptive_field", "Dilatación", 3),
    ("explore_complexity", "Modelo", "Polinomio"),
    ("explore_complexity", "Complejidad", 15),
    ("explore_svm", "C", 100),
    ("explore_svm", "gamma", 0.1),
    ("explore_clusters", "Grupos", 7),
    ("explore_components", "Imagen", 3),
    ("explore_components", "Componentes", 20),
    ("explore_convolution", "Ventana", 16),
]


@pytest.mark.parametrize(("name", "control", "value"), MOVES)
def test_moving_a_control_changes_figure_and_line(name, control, value, notebook, capfd):
    assert EXPLORERS[name]() is None
    controls, line, image = parts(notebook)
    before, text = bytes(image.value), told(line)
    assert before.startswith(b"\x89PNG")
    controls[control].value = value
    assert bytes(image.value).startswith(b"\x89PNG")
    assert bytes(image.value) != before
    assert told(line) != text
    assert plt.get_fignums() == []  # ninguna se queda abierta: se vería dos veces
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", EXPLORERS)
def test_nothing_overlaps_nor_is_clipped_while_it_is_dragged(name, notebook, monkeypatch):
    seen = []

    def look(fig):
        fig.canvas.draw()
        seen.append((fig.bbox, [ax.get_tightbbox() for ax in fig.axes]))
        plt.close(fig)
        return b""

    monkeypatch.setattr(widgets, "_png", look)
    EXPLORERS[name]()
    for control in parts(notebook)[0].values():
        low, high = extremes(control)
        for value in (high, low, high):
            control.value = value
    assert len(seen) >= 3
    for fig, boxes in seen:
        for box in boxes:
            assert min(box.x0, box.y0) >= -1
            assert (box.x1 <= fig.x1 + 1) and (box.y1 <= fig.y1 + 1)
        for one, other in itertools.combinations(boxes, 2):
            assert min(one.x1, other.x1) - max(one.x0, other.x0) < 1, (one, other)


def extremes(control):
    if hasattr(control, "options"):
        return control.options[0], control.options[-1]
    base = getattr(control, "base", None)
    return (base**control.min, base**control.max) if base else (control.min, control.max)


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_image_of_a_drag_is_small(name, notebook):
    EXPLORERS[name]()
    image = Image.open(io.BytesIO(parts(notebook)[2].value))
    assert image.mode == "P"
    assert image.width >= 700
    assert len(parts(notebook)[2].value) < 40_000


@pytest.mark.parametrize("name", EXPLORERS)
def test_where_controls_cannot_be_shown_there_is_the_figure(name, notebook):
    EXPLORERS[name]()
    _, line, image = parts(notebook)
    data, _ = DisplayFormatter().format(notebook[-1])
    view = data.pop("application/vnd.jupyter.widget-view+json")
    assert view["model_id"] == notebook[-1].model_id
    assert set(data) == {"image/png", "text/plain"}
    assert base64.b64decode(data["image/png"]) == bytes(image.value)
    assert escape(data["text/plain"]) == told(line)


SLIDERS = (
    ipywidgets.FloatLogSlider,
    ipywidgets.FloatSlider,
    ipywidgets.IntSlider,
    ipywidgets.SelectionSlider,
)


@pytest.mark.parametrize("name", EXPLORERS)
def test_controls_work_with_the_keyboard(name, notebook, only_lines):
    EXPLORERS[name]()
    controls, _, _ = parts(notebook)
    # Cada uno se mueve en la prueba anterior.
    assert set(controls) == {control for other, control, _ in MOVES if other == name}
    for description, control in controls.items():
        assert description
        assert tooltip(control) == description
        # Se lee entero: en JupyterLab, «Complejidad» (11 letras) ocupa 6.2 em.
        assert (control.style.description_width, control.layout.width) == ("7em", "32em")
        assert len(description) <= 12
        assert not control.disabled
        # Solo los deslizantes: en los demás, JupyterLab usa las flechas para cambiar de celda.
        assert isinstance(control, SLIDERS)
        assert control.continuous_update
        assert control.readout
        if isinstance(control, ipywidgets.SelectionSlider):
            assert all(len(str(option)) <= 18 for option in control.options)
            continue
        assert control.step > 0
        # Ni tan fino que haya que pulsar cientos de veces, ni tan grueso que no haya qué mirar.
        assert 10 <= (control.max - control.min) / control.step <= 101
