"""new: una lección, sus comprobaciones y sus pruebas, en su sitio y funcionando tal como salen."""

import os
import shutil
import subprocess
import sys

import pytest
from toy_course import files, make_course, solutions

from authoring.__main__ import main
from authoring.errors import AuthoringError
from authoring.lessons import ROOT, find_lessons
from authoring.new import new_lesson
from authoring.notebooks import Source, assemble, to_text
from authoring.project import published

MODULES = {"inicio": None, "alfa": ["uno", "dos"], "beta": ["tres"]}
MANY = {f"m{i}": [f"l{i}"] for i in range(10)} | {"ultimo": [f"z{i}" for i in range(1, 12)]}


@pytest.fixture
def course(tmp_path):
    return make_course(tmp_path / "curso", MODULES)


def test_inserts_and_pushes_the_others(course):
    created, changes = new_lesson("1.2", "nueva", "La nueva", root=course)
    assert [path.relative_to(course).as_posix() for path in created] == [
        "lessons/01_alfa/01_02_nueva.py",
        "course_utils/exercises/lesson_01_02.py",
        "tests/exercises/test_lesson_01_02.py",
    ]
    assert changes[0] == "1.2 → 1.3  dos"
    numbers = {lesson.slug: lesson.number for lesson in find_lessons(root=course)}
    assert numbers == {"inicio": "0.0", "uno": "1.1", "nueva": "1.2", "dos": "1.3", "tres": "2.1"}
    assert {"1.2.1", "1.2.A1", "1.3.1", "1.3.A1"} <= set(solutions(course))
    assert "[1.2 · La nueva]" in (course / "README.md").read_text(encoding="utf-8")
    for path in created:
        text = path.read_text(encoding="utf-8")
        assert "1.2" in text
        assert not any(word in text for word in ("{number}", "{title}", "{label}", "{checks}"))


def test_at_the_end_of_a_module_changes_no_other(course):
    before = files(course)
    _, changes = new_lesson("2.2", "nueva", "La nueva", root=course)
    assert changes == []
    after = files(course)
    assert {path for path in before if after[path] != before[path]} == {
        "README.md",
        "lessons/toc.yml",
        "course_utils/exercises/solutions.json",
    }


def test_a_new_module(course):
    new_lesson("3.1", "nueva", "La nueva", ("gama", "El tercero"), root=course)
    lesson = find_lessons(["3.1"], course)[0]
    assert (lesson.name, lesson.module_title) == ("03_gama/03_01_nueva", "El tercero")
    assert "**Módulo 3 · El tercero**" in (course / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "slug", "module", "message"),
    [
        ("1.4", "nueva", None, "de la 1 a la 3"),
        ("3.1", "nueva", None, "no hay módulo 3"),
        ("0.1", "nueva", None, "lección suelta"),
        ("1", "nueva", None, "no es el número de una lección"),
        ("1.1", "Nueva", None, "no sirve de nombre"),
        ("1.1", "01_nueva", None, "no sirve de nombre"),
        ("1.1", "tres", None, "Ya hay una lección «tres»"),
        ("1.1", "inicio", None, "Ya hay una lección «inicio»"),
        ("3.1", "nueva", ("beta", "Otra"), "Ya hay un módulo «beta»"),
        ("1.1", "nueva", ("gama", "Vacío"), "«gama» se quedaría sin lecciones"),
    ],
)
def test_refuses_what_can_not_be(course, number, slug, module, message):
    before = files(course)
    with pytest.raises(AuthoringError, match=message):
        new_lesson(number, slug, "Título", module, root=course)
    assert files(course) == before


def test_never_overwrites(course):
    left = course / "tests/exercises/test_lesson_02_02.py"
    left.write_text("# lo que alguien dejó", encoding="utf-8")
    before = files(course)
    with pytest.raises(AuthoringError, match=r"test_lesson_02_02\.py ya existe"):
        new_lesson("2.2", "nueva", "Título", root=course)
    assert files(course) == before


def test_the_scaffold_builds_and_its_contract_passes_as_it_comes(tmp_path):
    """Con un número de dos cifras, en un curso con el motor de ejercicios de verdad."""
    course = make_course(tmp_path / "curso", MANY)
    ignore = shutil.ignore_patterns("lesson_*", "solutions.json", "__pycache__")
    shutil.copytree(
        ROOT / "course_utils", course / "course_utils", ignore=ignore, dirs_exist_ok=True
    )
    shutil.copytree(ROOT / "authoring", course / "authoring", dirs_exist_ok=True)
    for name in ("contract.py", "cells.py", "mutants.py", "conftest.py"):
        shutil.copy(ROOT / "tests/exercises" / name, course / "tests/exercises")
    created, _ = new_lesson("10.12", "nueva", "La nueva", root=course)
    shutil.copy(ROOT / "pyproject.toml", course)
    for command in (("check",), ("format", "--check")):
        style = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", *created],
            cwd=course,
            capture_output=True,
            encoding="utf-8",
        )
        assert style.returncode == 0, style.stdout + style.stderr
    source = Source(find_lessons(["10.12"], course)[0])
    assert source.solutions() == {"10.12.1": "respuesta = 42", "10.12.A1": 'respuesta_1 = "b"'}
    for solved in (False, True):
        notebook = assemble(source, published(course), solved=solved)
        assert notebook.cells[0].source.startswith("# 10.12 · La nueva\n")
        assert ("respuesta = 42" in to_text(notebook)) is solved
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_lesson_10_12.py"],
        cwd=course / "tests/exercises",
        env={**os.environ, "PYTHONPATH": str(course), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert tests.returncode == 0, tests.stdout + tests.stderr
    assert " passed" in tests.stdout
    assert "skipped" not in tests.stdout


def test_command_line(monkeypatch, capsys):
    def fake(*arguments):
        assert arguments == ("4.3", "nueva", "La nueva", ["gama", "El tercero"])
        return [ROOT / "lessons/a.py"], ["4.3 → 4.4  otra"]

    monkeypatch.setattr("authoring.new.new_lesson", fake)
    assert main(["new", "4.3", "nueva", "La nueva", "--module", "gama", "El tercero"]) == 0
    shown = capsys.readouterr().out
    assert "Creado lessons/a.py\n4.3 → 4.4  otra\n" in shown
    assert "python -m authoring build" in shown
