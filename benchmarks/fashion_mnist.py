"""La red de la práctica 4.4 frente a la receta de los manuales: exactitud y tiempo.

La receta: Dense 128, Adam, lotes de 32, 10 épocas, píxeles escalados. La nuestra: la solución
del ejercicio 4.4.11. Se mide el tiempo de entrenamiento, sin contar las evaluaciones.
"""

import time

from course_utils.datasets import load_fashion_mnist
from course_utils.training import keras, set_seed

from .report import at_least, within

MIN_ACCURACY = 0.885
MAX_SECONDS = 15
TEXTBOOK_ACCURACY = 0.873  # a la que suele terminar la receta


class _Trace(keras.callbacks.Callback):
    """Segundos de entrenamiento y exactitud en prueba tras cada época."""

    def __init__(self, x_test, y_test):
        super().__init__()
        self.test = (x_test, y_test)
        self.seconds, self.accuracy = [], []

    def on_epoch_begin(self, epoch, logs=None):
        self._started = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        before = self.seconds[-1] if self.seconds else 0
        self.seconds.append(before + time.perf_counter() - self._started)
        self.accuracy.append(self.model.evaluate(*self.test, batch_size=2000, verbose=0)[1])

    def seconds_to(self, accuracy):
        """Cuándo llegó por primera vez a esa exactitud."""
        for second, reached in zip(self.seconds, self.accuracy, strict=True):
            if reached >= accuracy:
                return second
        return float("inf")


def _train(data, seed, *, width, dropout, batch_size, epochs, decay):
    (x_train, y_train), (x_test, y_test) = data
    set_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(width, activation="relu"),
            keras.layers.Dropout(dropout),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    rate = 0.001
    if decay:
        steps = -(-len(x_train) // batch_size) * epochs
        rate = keras.optimizers.schedules.CosineDecay(0.002, steps)
    model.compile(
        keras.optimizers.Adam(rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    trace = _Trace(x_test, y_test)
    model.fit(
        x_train, y_train, batch_size=batch_size, epochs=epochs, verbose=0, callbacks=[trace]
    )  # fmt: skip
    return trace


def run(seeds=5):
    """Entrena la receta una vez y la nuestra con cada semilla, y compara."""
    (x_train, y_train), (x_test, y_test) = load_fashion_mnist()
    data = (
        ((x_train / 255).astype("float32"), y_train),
        ((x_test / 255).astype("float32"), y_test),
    )
    recipe = _train(data, 0, width=128, dropout=0.0, batch_size=32, epochs=10, decay=False)
    print(f"   la receta: {recipe.accuracy[-1]:.4f} en {recipe.seconds[-1]:.1f} s", flush=True)
    failures = 0
    for seed in range(42, 42 + seeds):
        ours = _train(data, seed, width=256, dropout=0.2, batch_size=256, epochs=12, decay=True)
        failures += at_least(f"semilla {seed}, exactitud", ours.accuracy[-1], MIN_ACCURACY)
        failures += within(f"semilla {seed}, entrenamiento", ours.seconds[-1], MAX_SECONDS, "s")
        failures += within(
            f"semilla {seed}, hasta {TEXTBOOK_ACCURACY}",
            ours.seconds_to(TEXTBOOK_ACCURACY),
            recipe.seconds[-1] / 3,
            "s",
        )
    return failures
