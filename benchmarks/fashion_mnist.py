"""Las redes de la lección 4.7 frente a la de los manuales: exactitud y tiempo.

La del manual: Dense 128, Adam, lotes de 32, 10 épocas, píxeles escalados. La nuestra: el modelo
de la práctica, sacado de la lección, que lleva el escalado dentro y recibe los píxeles como llegan.
Y la de su ampliación, la mejor de las densas del curso. Las dos se eligieron con validación. Se
mide el tiempo de entrenamiento, sin las evaluaciones.
"""

import time

import numpy as np

from course_utils.datasets import load_fashion_mnist
from course_utils.training import keras, set_seed

from .recipes import Recipe
from .report import at_least, within

# De la lección: el modelo que deja -> la exactitud en prueba que se le pide.
NETWORKS = {"modelo_mejor": 0.885, "record": 0.90}
MAX_SECONDS = 15
TEXTBOOK_ACCURACY = 0.873  # a la que suele terminar la del manual


class _Trace(keras.callbacks.Callback):
    """Segundos de entrenamiento y exactitud en prueba tras cada época."""

    def __init__(self, x_test, y_test):
        super().__init__()
        self.test = (x_test, y_test)
        self.seconds, self.accuracy = [], []

    def on_epoch_begin(self, epoch, logs=None):
        self._started = time.perf_counter()

    def on_train_batch_end(self, batch, logs=None):
        self._spent = time.perf_counter() - self._started

    def on_epoch_end(self, epoch, logs=None):
        before = self.seconds[-1] if self.seconds else 0
        self.seconds.append(before + self._spent)
        self.accuracy.append(self.model.evaluate(*self.test, batch_size=2000, verbose=0)[1])

    def seconds_to(self, accuracy):
        """Cuándo llegó por primera vez a esa exactitud."""
        for second, reached in zip(self.seconds, self.accuracy, strict=True):
            if reached >= accuracy:
                return second
        return float("inf")


def _textbook(data, trace):
    (x_train, y_train), _ = data
    set_seed(0)
    model = keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x_train, y_train, batch_size=32, epochs=10, verbose=0, callbacks=[trace])


def run(seeds=5):
    """Entrena la del manual una vez y las de la lección con cada semilla, y compara."""
    as_they_come = load_fashion_mnist()
    data = tuple((x / np.float32(255), y) for x, y in as_they_come)
    textbook = _Trace(*data[1])
    _textbook(data, textbook)
    print(f"   el manual: {textbook.accuracy[-1]:.4f} en {textbook.seconds[-1]:.1f} s", flush=True)
    failures = 0
    for name, minimum in NETWORKS.items():
        recipe = Recipe("una_red_mejor", name)
        for seed in range(42, 42 + seeds):
            ours = _Trace(*as_they_come[1])
            _, seconds = recipe.run(seed, [ours])
            what = f"{name}, semilla {seed}"
            failures += at_least(f"{what}, exactitud", ours.accuracy[-1], minimum)
            failures += within(f"{what}, entrenamiento", seconds, MAX_SECONDS, "s")
            failures += within(
                f"{what}, hasta {TEXTBOOK_ACCURACY}",
                ours.seconds_to(TEXTBOOK_ACCURACY),
                textbook.seconds[-1] / 3,
                "s",
            )
    return failures
