"""Lo opcional que falta, y la orden que lo instala en cada sitio."""

import sys
import tomllib
from types import SimpleNamespace

import pytest

from authoring import optional
from authoring.lessons import ROOT, find_lessons

PYTORCH = SimpleNamespace(requires=("torch", "pytorch"))


@pytest.fixture
def without_torch(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)


def test_the_course_says_what_each_lesson_needs():
    needed = {lesson.slug: lesson.requires for lesson in find_lessons() if lesson.requires}
    assert needed == {"lo_mismo_en_pytorch": ("torch", "pytorch")}
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {extra for _, extra in needed.values()} <= set(
        extras["project"]["optional-dependencies"]
    )


@pytest.mark.usefixtures("without_torch")
def test_in_the_environment_of_the_course_make_installs_it(monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(ROOT / ".venv"))
    assert optional.missing_library(PYTORCH) == "necesita torch, se instala con: make pytorch"
    assert "\npytorch: entorno" in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.usefixtures("without_torch")
def test_in_another_one_pip_does(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    command = optional.missing_library(PYTORCH).split(": ")[1]
    assert command == 'python -m pip install -e ".[pytorch]"'


def test_nothing_is_missing_when_it_is_installed():
    assert optional.missing_library(SimpleNamespace(requires=("json", "pytorch"))) is None


def test_most_lessons_need_nothing():
    assert optional.missing_library(SimpleNamespace(requires=None)) is None
