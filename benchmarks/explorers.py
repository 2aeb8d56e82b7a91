"""Lo que tarda cada imagen de un explorador cuando se arrastra un control.

Cinco imágenes por segundo son 200 ms cada una. Se mide el procesador de este proceso: lo que tarda
el navegador en pintarla, no.
"""

import statistics
import time
from unittest import mock

import numpy as np

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
from course_utils.interactive.svm import explore_svm
from course_utils.interactive.threshold import explore_threshold

from .report import within


def run(seeds=None, images=20, limit=0.2):
    """Mide la mediana de cada control; el límite son 0.2 s."""
    random = np.random.default_rng(1)
    fraud = (np.arange(10_000) < 75).astype(int)
    risk = 1 / (1 + np.exp(-random.normal(7 * fraud - 5, 1.5)))
    amounts = np.round(random.lognormal(3.2, 1.5, fraud.size), 2)
    explorers = {
        "alerts": lambda: explore_alerts(fraud, risk, amounts, 12, alert_cost=5),
        "threshold": lambda: explore_threshold(fraud, risk),
        "iou": lambda: explore_iou(random.random((64, 64)), [20, 10, 40, 50]),
        "learning_rate": explore_learning_rate,
        "neuron": explore_neuron,
        "rate_range": explore_rate_range,
        "receptive_field": lambda: explore_receptive_field(np.eye(28)),
        "complexity": explore_complexity,
        "svm": explore_svm,
        "clusters": explore_clusters,
        "components": lambda: explore_components(random.random((500, 28, 28))),
        "convolution": lambda: explore_convolution(np.eye(8, dtype=int), np.eye(3, dtype=int)),
    }
    failures = 0
    for name, explore in explorers.items():
        for control in _controls(explore):
            label = f"explore_{name}, «{control.description}»"
            failures += within(label, _seconds_per_image(control, images), limit, "s")
    return failures


def _controls(explore):
    """Los controles del explorador, como en un cuaderno abierto."""
    shown = []
    with (
        mock.patch.dict("os.environ", COURSE_STATIC="0"),
        mock.patch.object(widgets, "in_notebook", lambda: True),
        mock.patch("IPython.display.display", shown.append),
    ):
        explore()
    return shown[-1].children[:-2]  # lo demás son la frase y la imagen


def _seconds_per_image(control, images):
    """La mediana de un arrastre de un extremo a otro, y de vuelta."""
    seconds = []
    there = _values(control, images)
    for value in [*there, *there[::-1]]:
        if value == control.value:
            continue
        start = time.process_time()
        control.value = value
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def _values(control, images):
    if hasattr(control, "options"):
        places = np.linspace(0, len(control.options) - 1, images).astype(int)
        return [control.options[place] for place in places]
    if hasattr(control, "base"):
        return control.base ** np.linspace(control.min, control.max, images)
    values = np.linspace(control.min, control.max, images)
    return [int(value) for value in values] if isinstance(control.value, int) else values
