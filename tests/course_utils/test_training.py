"""Semillas, TensorFlow callado y curvas en vivo."""

import logging
import re
import subprocess
import sys
import textwrap
from types import SimpleNamespace

import IPython.display
import keras
import matplotlib.pyplot as plt
import nbclient
import nbformat
import numpy as np
import pytest

from course_utils import training
from course_utils.training import LearningCurves, set_seed


def train(seed, callbacks=(), epochs=2, **compile_options):
    set_seed(seed)
    x = np.random.rand(64, 4).astype("float32")
    y = (x.sum(axis=1) > 2).astype("int32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dropout(0.5), keras.layers.Dense(2)])
    options = {"metrics": ["accuracy"], **compile_options}
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss=loss, **options)
    model.fit(x, y, epochs=epochs, batch_size=16, verbose=0, callbacks=list(callbacks),
              validation_split=0.25)  # fmt: skip
    return model.get_weights()


def test_same_seed_same_weights_bit_by_bit():
    for a, b in zip(train(3), train(3), strict=True):
        np.testing.assert_array_equal(a, b)
    assert any((a != b).any() for a, b in zip(train(3), train(4), strict=True))


@pytest.mark.parametrize("seed", [1.5, "42", None, True])
def test_seed_must_be_an_integer(seed):
    with pytest.raises(TypeError, match="número entero"):
        set_seed(seed)


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_seed_must_fit(seed):
    with pytest.raises(ValueError, match="4294967295"):
        set_seed(seed)


def run(code):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True
    )


def test_tensorflow_starts_and_trains_without_a_word():
    done = run("""
        from course_utils import quiet_tensorflow, set_seed
        quiet_tensorflow()
        import keras, numpy as np
        set_seed(1)
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(np.zeros((8, 2)), np.zeros(8), verbose=0)
        print("listo")
    """)
    assert done.stdout == "listo\n"
    assert done.stderr == ""


def test_what_was_set_aside_is_shown_if_something_fails():
    done = run("""
        import os
        from course_utils.training import _stderr_set_aside
        with _stderr_set_aside():
            os.write(2, b"se calla\\n")
        try:
            with _stderr_set_aside():
                os.write(2, b"la causa\\n")
                raise ImportError("no se pudo")
        except ImportError:
            pass
        os.write(2, b"despues\\n")
    """)
    assert done.stderr == "la causa\ndespues\n"


def test_curves_record_and_draw():
    curves = LearningCurves()
    train(1, [curves], epochs=3)
    assert set(curves.history) == {"loss", "accuracy", "val_loss", "val_accuracy"}
    assert all(len(values) == 3 for values in curves.history.values())
    assert curves.seconds > 0
    loss, accuracy = curves.figure.axes
    assert (loss.get_ylabel(), accuracy.get_ylabel()) == ("Pérdida", "Exactitud")
    assert loss.get_xlabel() == "Época"
    np.testing.assert_allclose(loss.lines[0].get_ydata(), curves.history["loss"])
    np.testing.assert_allclose(loss.lines[1].get_ydata(), curves.history["val_loss"])
    assert loss.get_xlim() == (0.5, 3.5)
    assert curves.figure.get_suptitle() == "Entrenamiento terminado: 3 épocas"


def test_curves_without_metrics_draw_only_the_loss():
    curves = LearningCurves()
    train(1, [curves], metrics=[])
    assert len(curves.figure.axes) == 1


def test_curves_leave_no_figure_open():
    before = plt.get_fignums()
    train(1, [LearningCurves()])
    assert plt.get_fignums() == before


def test_curves_can_be_used_twice():
    curves = LearningCurves()
    train(1, [curves], epochs=2)
    train(1, [curves], epochs=3)
    assert len(curves.history["loss"]) == 3


def test_curves_outside_a_notebook_write_one_line_per_epoch(capsys):
    train(1, [LearningCurves()], epochs=2)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Época 1 de 2 · 50 % · quedan unos")
    assert "val_accuracy" in lines[1]


def test_short_epochs_are_not_drawn_one_by_one(monkeypatch):
    curves = LearningCurves(refresh=60)
    drawn, draw = [], curves._draw
    monkeypatch.setattr(curves, "_draw", lambda epochs: drawn.append(1) or draw(epochs))
    train(1, [curves], epochs=6)
    assert len(drawn) == 2  # la primera época y el final
    assert len(curves.figure.axes[0].lines[0].get_ydata()) == 6


@pytest.fixture
def shown(monkeypatch):
    """Lo que se ve en un cuaderno, con un reloj de mentira: (segundo, título, puntos por curva)."""
    clock, frames = SimpleNamespace(now=0.0), []
    monkeypatch.setattr(training, "time", SimpleNamespace(perf_counter=lambda: clock.now))
    monkeypatch.setattr(training, "in_notebook", lambda: True)

    def see(figure, **_):
        points = [len(line.get_ydata()) for ax in figure.axes for line in ax.lines]
        frames.append((clock.now, figure.get_suptitle(), points))
        clock.now += 100  # dibujar puede tardar mucho: no cuenta como entrenamiento
        return SimpleNamespace(update=see)

    monkeypatch.setattr(IPython.display, "display", see)

    def fit(curves, *, epochs, epoch_seconds, steps=20):
        curves.set_params({"epochs": epochs, "steps": steps})
        curves.on_train_begin()
        for epoch in range(epochs):
            curves.on_epoch_begin(epoch)
            for batch in range(steps):
                clock.now += epoch_seconds / steps
                curves.on_train_batch_end(batch)
            curves.on_epoch_end(epoch, {"loss": 1 / (epoch + 1), "accuracy": 0.5})
        curves.on_train_end()
        return frames

    return fit


# Con épocas más largas que un refresco, más cortas, y casi iguales.
@pytest.mark.parametrize("epoch_seconds", [0.3, 1.9, 2.1, 3.0, 7.0])
def test_the_curves_go_as_far_as_the_title(shown, epoch_seconds):
    curves = LearningCurves(refresh=2.0)
    frames = shown(curves, epochs=12, epoch_seconds=epoch_seconds)
    assert curves.seconds == pytest.approx(12 * epoch_seconds)
    assert len(frames) >= 12 * epoch_seconds / 3
    for _, title, points in frames[1:-1]:
        epoch, percent = map(int, re.match(r"Época (\d+) de 12 · (\d+) %", title).groups())
        finished = [epoch - 1, epoch] if percent == round(100 * epoch / 12) else [epoch - 1]
        assert len(points) == (2 if points else 0)
        assert (points or [0])[0] in finished, title
    assert frames[-1][1:] == ("Entrenamiento terminado: 12 épocas", [12, 12])


def test_something_is_seen_before_the_first_batch(shown):
    frames = shown(LearningCurves(), epochs=2, epoch_seconds=60)
    assert frames[0] == (0.0, "Empieza el entrenamiento: 2 épocas", [])
    second, title, points = frames[1]  # y en la primera época ya se dice cuánto falta
    assert second - 100 == pytest.approx(3.0)
    assert (title, points) == ("Época 1 de 2 · 2 % · quedan unos 117 s", [])


@pytest.mark.parametrize(("metrics", "number"), [(["accuracy"], 2), (None, 1)])
def test_the_figure_has_from_the_start_its_final_axes(monkeypatch, metrics, number):
    """Un cuaderno guarda cómo era la primera, y nbval la compara."""
    seen = []

    def show(figure, **_):
        seen.append(len(figure.axes))
        return SimpleNamespace(update=show)

    monkeypatch.setattr(training, "in_notebook", lambda: True)
    monkeypatch.setattr(IPython.display, "display", show)
    train(1, [LearningCurves()], metrics=metrics)
    assert len(seen) > 1 and set(seen) == {number}


def test_tensorflow_gives_no_advice_in_red():
    assert not logging.getLogger("tensorflow").isEnabledFor(logging.WARNING)


def test_unknown_metric_is_an_error_in_spanish():
    with pytest.raises(ValueError, match="exactitud"):
        train(1, [LearningCurves("exactitud")])


@pytest.mark.parametrize(("metric", "refresh"), [(3, 1.0), (None, "1"), (None, True)])
def test_wrong_types(metric, refresh):
    with pytest.raises(TypeError, match="llegó"):
        LearningCurves(metric, refresh=refresh)


@pytest.mark.parametrize("refresh", [0, -1.0, float("nan")])
def test_wrong_refresh(refresh):
    with pytest.raises(ValueError, match="refresh"):
        LearningCurves(refresh=refresh)


def test_in_a_notebook_there_is_one_figure_updated_in_place(tmp_path, monkeypatch):
    monkeypatch.delenv("MPLBACKEND")  # que el núcleo dibuje como en un cuaderno
    code = """
        from course_utils import LearningCurves
        import keras, numpy as np
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.compile(loss="mse", metrics=["mae"])
        curves = LearningCurves(refresh=0.01)
        history = model.fit(np.zeros((400, 2)), np.ones(400), batch_size=4, epochs=3, verbose=0,
                            callbacks=[curves])
    """
    cell = nbformat.v4.new_code_cell(textwrap.dedent(code))
    notebook = nbformat.v4.new_notebook(cells=[cell])
    nbclient.NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()
    (output,) = cell.outputs
    assert output.output_type == "display_data"
    assert "image/png" in output.data
