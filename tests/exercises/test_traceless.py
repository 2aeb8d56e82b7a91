"""Un ``check`` no deja huella: lo que viene detrás sale igual que si no se hubiera ejecutado.

Con la primera respuesta buena de cada ejercicio, y con las letras de las preguntas.
"""

import io
import os
import pickle
import random
import subprocess
import sys
import warnings
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import pytest
import tensorflow as tf
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from course_utils.exercises import core
from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.traceless import traceless

torch = import_module("torch") if find_spec("torch") else None
config = import_module("tensorflow.python.framework.config")  # desde fuera no se puede preguntar


def good_answers():
    """``{id: respuesta buena}`` de todos los ejercicios; sin PyTorch, los suyos se saltan."""
    answers = {
        i: ("abcdef".strip("".join(task.wrong_letters))[:1],)
        for i, task in core.all_exercises().items()
        if task.wrong_letters
    }
    for path in sorted(Path(__file__).parent.glob("test_lesson_*.py")):
        try:
            module = import_module(path.stem)
        except pytest.skip.Exception:
            continue
        answers |= {i: good[0] for i, good in module.GOOD.items()}
    return answers


GOOD = good_answers()


def sow():
    """Fija todos los azares, como hace una lección al empezar."""
    keras.utils.clear_session(free_memory=False)
    keras.utils.set_random_seed(7)
    if torch:
        torch.manual_seed(7)


def harvest():
    """Lo que sale después: el siguiente número de cada azar y el nombre de la siguiente capa."""
    return {
        "random": random.random(),
        "np.random": np.random.random(),
        "keras.random": float(keras.random.normal(())),
        "keras, semilla": keras.random.SeedGenerator().state.numpy().tolist(),
        "keras, nombre": keras.layers.Dense(1).name,
        "tf.random": float(tf.random.normal(())),
        "tf.data": [int(n) for n in tf.data.Dataset.range(9).shuffle(9)],
        "torch": torch and float(torch.rand(())),
    }


def surroundings():
    """Lo que rodea a una comprobación y no es azar."""
    return {
        "figuras": plt.get_fignums(),
        "figura actual": plt.gcf().number,
        "estilo": dict(plt.rcParams),
        "avisos": list(warnings.filters),
        "carpeta": os.getcwd(),
        "entorno": dict(os.environ),
        "np.geterr": np.geterr(),
        "np.printoptions": np.get_printoptions(),
        "tf, determinismo": config.is_op_determinism_enabled(),
        "torch, cuentas": torch and torch.is_grad_enabled(),
    }


def contents(answer):
    """Lo que hay dentro de una respuesta, para saber si ha cambiado."""
    if isinstance(answer, keras.Model):
        return [weights.tolist() for weights in answer.get_weights()]
    if isinstance(answer, (Figure, Axes)):
        drawn = io.BytesIO()
        answer.figure.savefig(drawn, format="raw")
        return drawn.getvalue()
    try:
        return pickle.dumps(answer)
    except Exception:  # una función, sin nada dentro
        return type(answer)


@pytest.fixture(scope="module")
def untouched():
    """Lo que sale sin comprobar nada."""
    sow()
    return harvest()


@pytest.fixture
def figures():
    """Tres figuras abiertas; la actual no es la última."""
    for number in (1, 2, 3):
        plt.figure(number)
    plt.figure(2)


@pytest.mark.parametrize("exercise_id", GOOD)
def test_no_trace(exercise_id, untouched, figures):
    answers = GOOD[exercise_id]
    answers = answers() if callable(answers) else answers
    around, inside = surroundings(), [contents(answer) for answer in answers]
    sow()
    assert evaluate(exercise_id, *answers).status is Status.CORRECT
    assert surroundings() == around
    assert harvest() == untouched
    assert [contents(answer) for answer in answers] == inside


def meddle(folder):
    """Toca todo lo que hay alrededor."""
    keras.utils.set_random_seed(0)
    tf.config.experimental.enable_op_determinism()
    keras.layers.Dense(1)
    keras.random.normal(())
    tf.random.normal(())
    if torch:
        torch.manual_seed(0)
        torch.set_grad_enabled(False)
    plt.figure()
    plt.rcParams["lines.linewidth"] = 9
    warnings.simplefilter("error")
    os.chdir(folder)
    os.environ["CURSO_PRUEBA"] = "1"
    os.environ.pop("MPLBACKEND", None)
    np.seterr(all="raise")
    np.set_printoptions(precision=2)


@pytest.mark.parametrize("interrupted", [False, True])
def test_meddling_leaves_no_trace(tmp_path, untouched, figures, interrupted):
    around = surroundings()
    sow()
    try:
        with traceless():
            meddle(tmp_path)
            if interrupted:
                raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert surroundings() == around
    assert harvest() == untouched


@pytest.fixture
def not_deterministic():
    """Otra prueba del mismo proceso pudo pedir operaciones deterministas: aquí, no."""
    asked = config.is_op_determinism_enabled()
    if asked:
        config.disable_op_determinism()
    yield
    if asked:
        config.enable_op_determinism()


def test_meddling_would_be_noticed(tmp_path, untouched, figures, not_deterministic):
    """Sin el contexto, cada cosa que se mira cambia: ninguna de las de arriba pasa por no mirar."""
    around = surroundings()
    sow()
    with traceless():  # para las pruebas siguientes
        meddle(tmp_path)
        changed = {name for name, value in surroundings().items() if value != around[name]}
        changed |= {name for name, value in harvest().items() if value != untouched[name]}
    expected = {*around, *untouched}
    assert changed == (expected if torch else {name for name in expected if "torch" not in name})


def test_the_folder_may_have_been_deleted(tmp_path):
    folder = tmp_path / "borrada"
    folder.mkdir()
    before = os.getcwd()
    try:
        os.chdir(folder)
        folder.rmdir()
        with traceless():
            os.chdir(tmp_path)
    finally:
        os.chdir(before)


def training():
    """Lo que aprende una red pequeña, con *dropout* y las muestras barajadas, sin fijar semilla."""
    layers = [keras.layers.Dense(8, "relu"), keras.layers.Dropout(0.5), keras.layers.Dense(1)]
    model = keras.Sequential([keras.Input((2,)), *layers])
    model.compile("adam", "mse")
    x = np.random.normal(size=(40, 2))
    history = model.fit(x, x.sum(axis=1), batch_size=8, epochs=2, verbose=0)
    return history.history["loss"], [weights.tolist() for weights in model.get_weights()]


@pytest.mark.parametrize("exercise_id", ["2.4.2", "2.13.6", "4.7.4", "5.1.1"])
def test_a_later_training_is_the_same(exercise_id):
    sow()
    alone = training()
    sow()
    assert evaluate(exercise_id, *GOOD[exercise_id]).status is Status.CORRECT
    assert training() == alone


WITHOUT_LIBRARIES = """
import sys
from course_utils.exercises.core import evaluate
for answer in (3, "una red", lambda *values: values):
    for exercise_id in {ids}:
        evaluate(exercise_id, answer)
print(*sorted({{"tensorflow", "keras", "torch", "matplotlib.pyplot"}} & set(sys.modules)))
"""


def test_checking_loads_no_library():
    """Lo que no es una red se juzga sin cargar Keras, ni TensorFlow, ni PyTorch, ni Matplotlib."""
    ids = ["1.1.1", "2.4.2", "4.1.6", "4.7.4", "4.7.5", "5.4.3", "6.2.2"]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBRARIES.format(ids=ids)], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


FIRST_TIME = """
from course_utils.exercises.core import evaluate
def build(width, rate):
    import keras, tensorflow as tf
    keras.utils.set_random_seed(0)
    tf.config.experimental.enable_op_determinism()
    layers = [keras.layers.Rescaling(1 / 255), keras.layers.Flatten(),
              keras.layers.Dense(width, "relu"), keras.layers.Dropout(rate),
              keras.layers.Dense(10, "softmax")]
    return keras.Sequential([keras.Input((28, 28)), *layers])
print(evaluate("4.7.4", build).status.icon)
import keras, tensorflow as tf
tf.random.normal(())  # con operaciones deterministas y sin semilla, sería un error
print(keras.layers.Dense(1).name)
"""


def test_a_library_loaded_by_the_check_is_as_just_loaded():
    done = subprocess.run([sys.executable, "-c", FIRST_TIME], capture_output=True, text=True)
    assert done.stdout.split() == ["✅", "dense"], done.stderr


FIRST_FIGURE = """
import matplotlib.pyplot as plt
from course_utils.exercises.traceless import traceless
with traceless():
    plt.subplots()
"""


def test_the_first_figure_of_a_notebook_may_be_drawn_by_a_check(monkeypatch):
    """Con ella se carga lo que enseña las figuras: las siguientes tienen que salir."""
    monkeypatch.delenv("MPLBACKEND", raising=False)
    cells = [
        FIRST_FIGURE,
        "figure, ax = plt.subplots()",
        "with traceless():\n    plt.ioff()",
        "plt.plot()",
    ]
    notebook = new_notebook(cells=[new_code_cell(source) for source in cells])
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    shown = [any("image/png" in out.get("data", {}) for out in c.outputs) for c in notebook.cells]
    assert shown == [False, True, False, True]
