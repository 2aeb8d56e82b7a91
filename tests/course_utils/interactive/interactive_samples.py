"""Los datos, los exploradores y las miradas que comparten sus pruebas."""

import re

import matplotlib

matplotlib.use("Agg")

import IPython.display
import ipywidgets
import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_utils.interactive import widgets
from course_utils.interactive.alerts import explore_alerts
from course_utils.interactive.clusters import explore_clusters
from course_utils.interactive.complexity import explore_complexity
from course_utils.interactive.components import explore_components
from course_utils.interactive.convolution import explore_convolution
from course_utils.interactive.iou import explore_iou
from course_utils.interactive.learning_rate import explore_learning_rate
from course_utils.interactive.neuron import explore_neuron
from course_utils.interactive.rate_range import explore_rate_range
from course_utils.interactive.receptive_field import explore_receptive_field
from course_utils.interactive.spoken import EXPLORER_CLASS, spoken_script
from course_utils.interactive.svm import explore_svm
from course_utils.interactive.threshold import explore_threshold

random = np.random.default_rng(1)


Y_TRUE = random.integers(0, 2, 120)


SCORES = 1 / (1 + np.exp(-random.normal(2 * Y_TRUE - 1, 1.2)))


PIXELS = np.eye(6, dtype=int) + np.eye(6, k=2, dtype=int)


KERNEL = [[1, 0, 1], [0, -1, 0], [1, 0, 1]]


FRAUD = (np.arange(1000) < 30).astype(int)


RISK = 1 / (1 + np.exp(-random.normal(7 * FRAUD - 5, 1.5)))


AMOUNTS = np.round(random.lognormal(3.2, 1.5, 1000), 2)


SCENE = random.random((64, 64)) / 2, [20, 10, 40, 50]


IMAGES = random.random((40, 8, 8)) * np.linspace(0, 1, 8)


PHOTO = np.outer(np.arange(28), np.arange(24))


EXPLORERS = {
    "explore_alerts": lambda: explore_alerts(FRAUD, RISK, AMOUNTS, 12, alert_cost=5),
    "explore_threshold": lambda: explore_threshold(Y_TRUE, SCORES),
    "explore_iou": lambda: explore_iou(*SCENE),
    "explore_learning_rate": explore_learning_rate,
    "explore_neuron": explore_neuron,
    "explore_rate_range": explore_rate_range,
    "explore_receptive_field": lambda: explore_receptive_field(PHOTO),
    "explore_complexity": explore_complexity,
    "explore_svm": explore_svm,
    "explore_clusters": explore_clusters,
    "explore_components": lambda: explore_components(IMAGES),
    "explore_convolution": lambda: explore_convolution(PIXELS, KERNEL),
}


@pytest.fixture
def notebook(monkeypatch):
    """Como en un cuaderno abierto: hay núcleo, y lo mostrado queda en la lista."""
    shown = []
    monkeypatch.delenv("COURSE_STATIC", raising=False)
    monkeypatch.setattr(widgets, "in_notebook", lambda: True)
    monkeypatch.setattr(IPython.display, "display", shown.append)
    return shown


@pytest.fixture
def only_lines(monkeypatch):
    """Las pruebas que solo leen la frase no esperan a que se dibuje la imagen."""

    def no_image(fig):
        plt.close(fig)
        return b""

    monkeypatch.setattr(widgets, "_png", no_image)


def parts(shown):
    """Los controles por su rótulo, la frase y la imagen."""
    script, box = shown
    assert script.data.startswith(spoken_script())
    assert EXPLORER_CLASS in box._dom_classes
    *controls, line, image = box.children
    assert isinstance(line, ipywidgets.HTML)
    assert isinstance(image, ipywidgets.Image)
    # A su tamaño: ni estirada, ni más ancha que la celda.
    assert (image.layout.align_self, image.layout.max_width) == ("flex-start", "100%")
    assert tooltip(image) is None  # con él, JupyterLab no la muestra
    return {control.description: control for control in controls}, line, image


def tooltip(widget):
    """Lo que sale al pasar el ratón, como se llame en esta serie de ipywidgets (7 u 8)."""
    return getattr(widget, "tooltip", None) or getattr(widget, "description_tooltip", None)


def told(line):
    return re.fullmatch(r'<p role="status" aria-live="polite">(.*)</p>', line.value)[1]
