"""Las pistas, ejecutadas: qué se da por malo, y que no queda rastro."""

import random

import matplotlib.pyplot as plt
import numpy as np
import pytest

from authoring.hints import HintFailed, answer_of, try_hints
from course_utils.exercises import core, expect

BLANK = "cola = [1, 2, 3]\nprimero = ...\nresto = ..."


@pytest.fixture
def hints(monkeypatch):
    """Da un ejercicio con las pistas que se le digan: pide el primero de la cola, y el resto."""

    def check(first, rest):
        expect.cases(first, "primero", 1)
        expect.cases(rest, "resto", [2, 3])

    def give(*texts):
        exercise = core.Exercise("0.0.99", check, 2, texts, "")
        monkeypatch.setitem(core._registry, "0.0.99", exercise)
        namespace = {"cola": [1, 2, 3], "primero": ..., "resto": ..., "np": np, "plt": plt}
        try_hints("0.0.99", BLANK, ["primero", "resto"], namespace)
        assert namespace["cola"] == [1, 2, 3]
        assert "otra" not in namespace

    return give


@pytest.mark.parametrize(
    "texts",
    [
        ("Sin código.", "Tampoco."),
        ("`cola[0]` y `cola[1:]`",),
        ("`primero = cola.pop(0)` y `resto = cola`",),
        ("Empieza por `otra = cola[1:]`.", "`cola[0]` y `otra`"),
        ("`otra = cola[…]`", "`resto = otra[1:]`"),  # «otra» no tiene valor: solo se lee
        ("`resto.pop(0)`", "`primero = cola[0]`"),  # «resto» está en blanco
        ("`print(cola)`", "`plt.figure()`", "`np.random.random()`"),
    ],
)
def test_what_works(hints, texts, capsys):
    random.seed(1)
    np.random.seed(1)
    hints(*texts)
    after = random.random(), np.random.random()
    random.seed(1)
    np.random.seed(1)
    assert after == (random.random(), np.random.random())
    assert plt.get_fignums() == []
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("`cola.primero`", "Otra."), "pista 1 de 0.0.99: cola.primero\nAttributeError"),
        (("Otra.", "`cola[7]` y `cola`"), "pista 2 de 0.0.99, como respuesta"),
        (("`cola[1]` y `cola[1:]`",), "pista 1 de 0.0.99, como respuesta(.|\n)*primero"),
        (("`primero = cola[0]` y `resto = colas`",), "NameError"),
    ],
)
def test_what_does_not(hints, texts, said):
    with pytest.raises(HintFailed, match=said):
        hints(*texts)


def test_a_function_gets_its_body():
    blank = "def mitad(x, y):\n    return ...\n\nuno = ..."
    hint = "\n`doble = 2 * x\nif y:\n    return 0\nreturn doble / 4` y `uno = mitad(2, 0)`"
    scope = {}
    exec(answer_of(hint, blank), scope)
    assert scope["uno"] == 1
    assert answer_of("`x / 2`", blank) is None
    assert answer_of("`return x / 2`", blank) is None
    assert answer_of("`return x / …`, `uno = 1`", blank) is None


def test_a_net_trains_one_epoch_and_is_not_judged(monkeypatch):
    import keras

    def check(model):
        raise AssertionError("no se mira")

    hint = "`red = net()`, `red.fit(x, x, epochs=50, verbose=0)`"
    exercise = core.Exercise("0.0.99", check, 1, (hint,), "")
    monkeypatch.setitem(core._registry, "0.0.99", exercise)
    made = []

    def net():
        made.append(keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)]))
        made[-1].compile("sgd", loss="mse")
        return made[-1]

    try_hints("0.0.99", "red = ...", ["red"], {"net": net, "x": np.zeros((8, 1)), "red": ...})
    assert [model.history.epoch for model in made] == [[0]]
    assert made[0].fit(np.zeros((8, 1)), np.zeros((8, 1)), epochs=2, verbose=0).epoch == [0, 1]
