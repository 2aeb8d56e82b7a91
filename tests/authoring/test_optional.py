"""Lo opcional que falta, y la orden que lo instala en cada sitio."""

import sys
import tomllib
from types import SimpleNamespace

import pytest

from authoring import optional
from authoring.lessons import ROOT, find_lessons

# Lección -> lo que importa y el añadido que lo trae. Quien añada otra la apunta aquí.
NEEDED = {
    "lo_mismo_en_pytorch": (("torch",), "pytorch"),
    "herramientas_de_busqueda": (("optuna", "keras_tuner", "tensorboard"), "busqueda"),
    "la_familia_arima": (("statsmodels",), "series"),
}
PYTORCH = SimpleNamespace(requires=NEEDED["lo_mismo_en_pytorch"])
SEARCH = SimpleNamespace(requires=NEEDED["herramientas_de_busqueda"])


@pytest.fixture
def nothing_optional(monkeypatch):
    for modules, _ in NEEDED.values():
        for module in modules:
            monkeypatch.setitem(sys.modules, module, None)


def test_the_course_says_what_each_lesson_needs():
    said = {lesson.slug: lesson.requires for lesson in find_lessons() if lesson.requires}
    assert said == NEEDED


@pytest.mark.parametrize("extra", [extra for _, extra in NEEDED.values()])
def test_every_extra_can_be_installed(extra):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert extra in project["optional-dependencies"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"\n{extra}: entorno" in makefile
    (all_of_them,) = [line for line in makefile.splitlines() if line.startswith("opcionales: ")]
    assert extra in all_of_them.split()


@pytest.mark.usefixtures("nothing_optional")
def test_in_the_environment_of_the_course_make_installs_it(monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(ROOT / ".venv"))
    assert optional.missing_library(PYTORCH) == "necesita torch, se instala con: make pytorch"
    assert optional.missing_library(SEARCH) == (
        "necesita optuna, keras_tuner y tensorboard, se instalan con: make busqueda"
    )


@pytest.mark.usefixtures("nothing_optional")
def test_in_another_one_pip_does(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    command = optional.missing_library(PYTORCH).split(": ")[1]
    assert command == 'python -m pip install -e ".[pytorch]"'


def test_only_what_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "optuna", None)
    some = SimpleNamespace(requires=(("json", "optuna"), "busqueda"))
    assert optional.missing_library(some).startswith("necesita optuna, se instala con: ")


def test_nothing_is_missing_when_it_is_installed():
    assert optional.missing_library(SimpleNamespace(requires=(("json",), "pytorch"))) is None


def test_most_lessons_need_nothing():
    assert optional.missing_library(SimpleNamespace(requires=None)) is None
