"""``load_fashion_mnist`` frente al cargador de ``keras.datasets`` con su caché llena."""

import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from course_utils.datasets import data_dir, load_fashion_mnist

from .report import within


def run(repetitions=9):
    """Mide las dos medianas; la nuestra, huellas incluidas, no puede ser mayor."""
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(data_dir() / "fashion_mnist", Path(home) / "datasets" / "fashion-mnist")
        os.environ["KERAS_HOME"] = home  # antes de importar keras
        from course_utils.training import keras

        theirs = _median(keras.datasets.fashion_mnist.load_data, repetitions)
        ours = _median(load_fashion_mnist, repetitions)
    return within("load_fashion_mnist, frente a keras.datasets", ours, theirs, "s")


def _median(function, repetitions):
    function()
    seconds = []
    for _ in range(repetitions):
        started = time.perf_counter()
        function()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)
