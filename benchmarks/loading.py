"""Cargar datos: Fashion-MNIST frente a ``keras.datasets`` con su caché llena, y los pagos."""

import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from course_utils.datasets import data_dir, load_credit_card_fraud, load_fashion_mnist

from .report import within

MAX_PAYMENTS_SECONDS = 1.5


def run(seeds=None, repetitions=9):
    """Mide las medianas, huellas incluidas: la nuestra no puede pasar de la de Keras."""
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(data_dir() / "fashion_mnist", Path(home) / "datasets" / "fashion-mnist")
        os.environ["KERAS_HOME"] = home  # antes de importar keras
        from course_utils.training import keras

        theirs = _median(keras.datasets.fashion_mnist.load_data, repetitions)
        ours = _median(load_fashion_mnist, repetitions)
    payments = _median(load_credit_card_fraud, repetitions)
    return within("load_fashion_mnist, frente a keras.datasets", ours, theirs, "s") + within(
        "load_credit_card_fraud", payments, MAX_PAYMENTS_SECONDS, "s"
    )


def _median(function, repetitions):
    function()
    seconds = []
    for _ in range(repetitions):
        started = time.perf_counter()
        function()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)
