"""Lo que rodea a un entrenamiento: semillas, un TensorFlow callado y curvas en vivo.

Importar este módulo carga TensorFlow (unos segundos), porque todo lo de aquí lo necesita.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import matplotlib.pyplot as plt

from course_utils.notebook import in_notebook
from course_utils.plotting.history import plot_history
from course_utils.plotting.style import WIDEST


@contextmanager
def _stderr_set_aside() -> Iterator[None]:
    """Aparta lo que el proceso escriba en su salida de errores, y lo muestra solo si algo falla.

    TensorFlow escribe avisos desde C++ directamente en el descriptor 2, sin pasar por
    ``sys.stderr`` ni atender a ``TF_CPP_MIN_LOG_LEVEL``; por eso se desvía el descriptor mismo.
    """
    sys.stderr.flush()
    saved = os.dup(2)
    with tempfile.TemporaryFile() as aside:
        os.dup2(aside.fileno(), 2)
        try:
            yield
        except BaseException:
            os.dup2(saved, 2)
            aside.seek(0)
            sys.stderr.write(aside.read().decode(errors="replace"))
            raise
        finally:
            os.dup2(saved, 2)
            os.close(saved)


def import_tensorflow() -> ModuleType:
    """Importa TensorFlow sin los avisos que escribe al arrancar.

    Los avisos son de la instalación (una GPU que no está, instrucciones del procesador que no
    se usan) y a quien empieza le parecen errores. Si la importación falla, salen todos.

    Returns
    -------
    module
        ``tensorflow``, ya con los dispositivos inicializados.
    """
    # 3: también calla mensajes de nivel ERROR de C++ que no lo son; los errores de verdad llegan
    # como excepciones de Python.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with _stderr_set_aside():
        import tensorflow as tf

        # Sus avisos de Python son consejos de rendimiento (*retracing*), y salen en rojo.
        tf.get_logger().setLevel("ERROR")
        # La búsqueda de la GPU ocurre aquí y no en la primera operación de la lección.
        tf.config.list_logical_devices()
    return tf


tf = import_tensorflow()

import keras  # noqa: E402  (después de TensorFlow, para que él no hable al cargarse)


def quiet_tensorflow() -> None:
    """Carga TensorFlow en silencio, para que el ``import keras`` que sigue no asuste a nadie.

    Examples
    --------
    >>> quiet_tensorflow()
    >>> import keras
    """
    # Cargar este módulo ya lo hizo; la función existe para que la lección lo pueda decir.


def set_seed(seed: int = 42) -> None:
    """Fija el azar de Python, NumPy y Keras, y pide a TensorFlow operaciones deterministas.

    Dos ejecuciones en la misma máquina dan entonces los mismos números, bit a bit. Entre
    máquinas distintas las últimas cifras pueden cambiar: el orden de las sumas no es el mismo.

    Parameters
    ----------
    seed : int
        De 0 a 2**32 − 1.

    Raises
    ------
    TypeError, ValueError
        ``seed`` no es un entero o se sale de ese intervalo.

    Examples
    --------
    >>> import numpy as np
    >>> set_seed(7); a = np.random.rand()
    >>> set_seed(7); a == np.random.rand()
    True
    """
    if isinstance(seed, bool) or not isinstance(seed, int):
        raise TypeError(
            f"La semilla debe ser un número entero y llegó {seed!r}. Prueba con set_seed(42)."
        )
    if not 0 <= seed < 2**32:
        raise ValueError(
            f"La semilla debe estar entre 0 y 4294967295 y llegó {seed}. Prueba con set_seed(42)."
        )
    keras.utils.set_random_seed(seed)
    tf.config.experimental.enable_op_determinism()


class LearningCurves(keras.callbacks.Callback):
    """Dibuja la pérdida y una métrica mientras la red entrena, y dice cuánto falta.

    Es una sola figura que se actualiza: sirve en Jupyter, en Colab y sin pantalla (fuera de un
    cuaderno escribe una línea por época). Se usa con ``verbose=0``, para que Keras no escriba
    además lo suyo.

    Parameters
    ----------
    metric : str, optional
        Métrica que se dibuja, por ejemplo ``"accuracy"``. Sin ella, la primera que haya.
    refresh : float
        Segundos de entrenamiento, como mínimo, entre dos actualizaciones de la figura: si las
        épocas son muy cortas, dibujar cada una tardaría más que entrenarla. Cada actualización
        lleva todas las épocas terminadas hasta entonces.

    Attributes
    ----------
    history : dict[str, list of float]
        Los valores de cada época, como en ``model.fit(...).history``.
    seconds : float
        Lo que ha durado el entrenamiento, sin contar el tiempo de dibujar.
    figure : matplotlib.figure.Figure
        La figura, desde que empieza el entrenamiento; sus ejes, desde la primera época.

    Raises
    ------
    TypeError, ValueError
        ``refresh`` no es un número positivo, o ``metric`` no es un texto.

    Examples
    --------
    >>> curves = LearningCurves()
    >>> # model.fit(x_train, y_train, epochs=5, verbose=0, callbacks=[curves])
    """

    def __init__(self, metric: str | None = None, *, refresh: float = 2.0) -> None:
        super().__init__()
        if metric is not None and not isinstance(metric, str):
            raise TypeError(
                f'metric debe ser el nombre de una métrica, como "accuracy", y llegó {metric!r}.'
            )
        if isinstance(refresh, bool) or not isinstance(refresh, (int, float)):
            raise TypeError(f"refresh debe ser un número de segundos y llegó {refresh!r}.")
        if not refresh > 0:
            raise ValueError(f"refresh debe ser mayor que 0 segundos y llegó {refresh!r}.")
        self.metric = metric
        self.refresh = refresh

    def on_train_begin(self, logs: dict | None = None) -> None:
        self.history, self.seconds = {}, 0.0
        self._display = None
        self._epoch = self._drawn = 0
        self._shown = 0.0
        self.figure = plt.figure(figsize=(WIDEST, 3.6), layout="constrained")
        # Cerrada para pyplot: el cuaderno no la dibujará otra vez al final de la celda.
        plt.close(self.figure)
        # Los ejes que tendrá al final, vacíos: un cuaderno guarda cuántos lleva la primera figura.
        measured = len(getattr(self.model, "metrics", ())) > 1  # la pérdida es una
        self._axes = self._new_axes(2 if self.metric or measured else 1)
        for ax in self._axes:
            ax.set(xlabel="Época", xlim=(0.5, self.params["epochs"] + 0.5))
        # Antes de la primera tanda, que es la que más tarda: algo se ve desde el principio.
        self.figure.suptitle(f"Empieza el entrenamiento: {self.params['epochs']} épocas")
        self._update()
        self._resumed = time.perf_counter()

    def on_epoch_begin(self, epoch: int, logs: dict | None = None) -> None:
        self._epoch = epoch

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        if self._due() and self.params.get("steps"):
            self._show_progress((batch + 1) / self.params["steps"])

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        for name, value in (logs or {}).items():
            self.history.setdefault(name, []).append(float(value))
        if not self._drawn or self._due():
            self._show_progress(1.0)
        if not in_notebook():
            self.seconds = self._elapsed()
            values = " · ".join(f"{name} {v[-1]:.4f}" for name, v in self.history.items())
            print(f"{self._progress(1.0)} · {values}", flush=True)
            self._resumed = time.perf_counter()

    def on_train_end(self, logs: dict | None = None) -> None:
        self.seconds = self._elapsed()
        if self.history:
            self._draw(self.params["epochs"])
            # Sin segundos: la figura final es la misma en cualquier máquina.
            self.figure.suptitle(f"Entrenamiento terminado: {self._epoch + 1} épocas")
            self._update()

    def _elapsed(self):
        return self.seconds + time.perf_counter() - self._resumed

    def _due(self):
        return self._elapsed() - self._shown >= self.refresh

    def _progress(self, epoch_fraction):
        """«Época 2 de 5 · 40 % · quedan unos 6 s», con lo que se lleva de la época en curso."""
        epochs = self.params["epochs"]
        done = (self._epoch + epoch_fraction) / epochs
        left = self.seconds * (1 - done) / done
        return (
            f"Época {self._epoch + 1} de {epochs} · {100 * done:.0f} % · quedan unos {left:.0f} s"
        )

    def _show_progress(self, epoch_fraction):
        self.seconds = self._elapsed()
        # Lo que esté sin dibujar, también a mitad de una época: el título nunca va solo.
        if self._drawn < len(self.history.get("loss", ())):
            self._draw(self.params["epochs"])
        self.figure.suptitle(self._progress(epoch_fraction))
        self._update()
        # El tiempo de dibujar no cuenta como entrenamiento.
        self._resumed, self._shown = time.perf_counter(), self.seconds

    def _new_axes(self, number):
        return self.figure.subplots(1, number, squeeze=False)[0]

    def _draw(self, epochs):
        metric = self.metric or next((n for n in self.history if "loss" not in n), None)
        number = 1 if metric is None else 2
        if len(self._axes) != number:
            self.figure.clear()
            self._axes = self._new_axes(number)
        for ax in self._axes:
            ax.clear()
        plot_history(self.history, metric=self.metric, axes=self._axes)
        for ax in self._axes:
            ax.set_xlim(0.5, epochs + 0.5)
        self._drawn = len(self.history["loss"])

    def _update(self):
        if not in_notebook():
            return
        if self._display is None:
            from IPython.display import display

            self._display = display(self.figure, display_id=True)
        else:
            self._display.update(self.figure)
