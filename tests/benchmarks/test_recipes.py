"""Las recetas que miden los bancos son las de las lecciones: completas, y sin nada de más."""

import ast
import builtins
from types import SimpleNamespace

import pytest

from authoring.errors import AuthoringError
from benchmarks import recipes
from benchmarks.recipes import Recipe

USED = [
    ("casas_con_una_red", "modelo_casas"),
    ("una_red_mejor", "modelo_mejor"),
    ("una_red_mejor", "record"),
    ("redes_residuales", "record"),
    ("cnn_contra_densa", "dense"),
    ("cnn_contra_densa", "cnn"),
    ("los_datos_y_como_evaluarlos", "scores"),
    ("la_red_y_sus_rivales", "net"),
]


@pytest.mark.parametrize(("lesson", "model"), USED)
def test_a_recipe_has_what_it_needs_and_nothing_to_look_at(lesson, model):
    code = Recipe(lesson, model).code
    tree = ast.parse(code)
    known = set(dir(builtins)).union(*map(recipes._bound, tree.body))
    needed = set().union(*map(recipes._loaded, tree.body))
    assert needed <= known, f"faltan {needed - known}"
    calls = {recipes._called(node) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not calls & {"check", "subplots", "print", "evaluate"}
    assert not any(str(name).startswith("plot_") for name in calls)
    assert calls & {"fit", "fit_timed", "train"}


def lesson_of(monkeypatch, *cells):
    found = [SimpleNamespace(cell_type="code", source=cell) for cell in cells]
    monkeypatch.setattr(recipes, "find_lessons", lambda names: ["la lección"])
    monkeypatch.setattr(recipes, "Source", lambda lesson: SimpleNamespace(solved=found))


def test_the_last_training_and_what_it_depends_on(monkeypatch):
    lesson_of(
        monkeypatch,
        "import math\nimport random",
        "def build(n):\n    return Net(math.sqrt(n), scale)",
        "class Net:\n    def __init__(self, *a): self.a = a\n    def fit(self, x): self.x = x",
        "scale = 2\nx = [1]\nother = 5\nmodel = build(9)\nmodel.fit(x)\nprint(model)",
        "x = [2]\nmodel = build(16)\nfor i in range(2):\n    print(i)",
        "model.fit(x)",
        "model = None",
    )
    recipe = Recipe("9.9", "model")
    lines = recipe.code.splitlines()
    assert "import random" not in lines
    assert "other = 5" not in lines
    assert not any("print" in line for line in lines)
    names, seconds = recipe.run()
    assert names["model"].a == (4.0, 2)
    assert names["model"].x == [2]
    assert seconds == 0  # no hay ninguna red de Keras


def test_there_is_no_such_model(monkeypatch):
    lesson_of(monkeypatch, "x = 1")
    with pytest.raises(AuthoringError, match="«red»"):
        Recipe("9.9", "red")


def test_the_seed_replaces_the_one_of_the_lesson(monkeypatch):
    lesson_of(
        monkeypatch,
        "import numpy as np\nfrom course_utils import set_seed",
        "class Net:\n    def fit(self, x): self.x = x",
        "set_seed(42)\nmodel = Net()\nmodel.fit(np.random.random())",
    )
    first, again, other = (Recipe("9.9", "model").run(seed)[0]["model"].x for seed in (42, 42, 43))
    assert first == again != other


def test_a_value_is_put_instead_of_the_one_of_the_lesson(monkeypatch):
    lesson_of(
        monkeypatch,
        "class Net:\n    def fit(self, x): self.x = x",
        "some, epochs = 3, 2\nx = [some] * epochs\nmodel = Net()\nmodel.fit(x)",
    )
    recipe = Recipe("9.9", "model")
    assert recipe.run(instead={"some": 7})[0]["model"].x == [7, 7]
    assert recipe.run()[0]["model"].x == [3, 3]
    with pytest.raises(AuthoringError, match="batch"):
        recipe.run(instead={"batch": 1})


def test_to_train_with_some_data_does_not_change_them(monkeypatch):
    lesson_of(
        monkeypatch,
        "class Net:\n    def fit(self, x): self.x = x",
        "x = [1]\nother = Net()\nother.fit(x)\nmodel = Net()\nmodel.fit(x)",
    )
    assert "other" not in Recipe("9.9", "model").code
