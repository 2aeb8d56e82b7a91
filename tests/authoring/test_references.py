"""Cómo se nombra una lección: marcas que se resuelven, y números que se reconocen."""

import pytest
from toy_course import make_course

from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.notebooks import Source, assemble
from authoring.project import published
from authoring.references import LESSONS_NAMED, MODULES_NAMED, bare_references, resolve

MODULES = {"inicio": None, "alfa": ["uno", "dos"], "beta": ["tres", "beta"]}


@pytest.fixture
def course(tmp_path):
    return make_course(tmp_path / "curso", MODULES)


def resolved(course, text, slug="dos"):
    lessons = find_lessons(root=course)
    lesson = next(lesson for lesson in lessons if lesson.slug == slug)
    return resolve(text, lesson, lessons)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("la lección {{tres}}, ({{uno}} y {{beta}})", "la lección 2.1, (1.1 y 2.2)"),
        ("el ejercicio {{tres}}.4", "el ejercicio 2.1.4"),
        ("módulos {{modulo:beta}} y {{modulo:alfa}}", "módulos 2 y 1"),
        ("la lección {{inicio}}", "la lección 0"),
        ("[{{uno}}]({{uno.ipynb}})", "[1.1](01_01_uno.ipynb)"),
        ("[x]({{tres.ipynb}}#fin)", "[x](../02_beta/02_01_tres.ipynb#fin)"),
        ("[x]({{inicio.ipynb}})", "[x](../00_inicio.ipynb)"),
        ("{{mapa}}", "{{mapa}}"),
        (r"$\frac{{a}b}{c}$ y {{ uno }}", r"$\frac{{a}b}{c}$ y {{ uno }}"),
    ],
)
def test_markers(course, written, read):
    text = f"# %% [markdown]\n# {written}\n"
    assert resolved(course, text) == f"# %% [markdown]\n# {read}\n"


def test_links_from_a_lesson_alone(course):
    text = "# %% [markdown]\n# [x]({{tres.ipynb}})\n"
    assert "(02_beta/02_01_tres.ipynb)" in resolved(course, text, "inicio")


def test_links_work_in_both_trees(course):
    lesson = find_lessons(["dos"], course)[0]
    for solved, path in ((False, lesson.notebook), (True, lesson.solved)):
        text = assemble(Source(lesson), published(course), solved=solved).cells[0].source
        assert "Sigue en [2.1](../02_beta/02_01_tres.ipynb)." in text
        assert (path.parent / "../02_beta/02_01_tres.ipynb").exists()


def test_code_is_left_alone(course):
    text = '# %%\nprint(f"{{uno}} {{nadie}}")\n# %% [markdown]\n# {{uno}}\n# %%\n# {{nadie}}\n'
    assert resolved(course, text) == text.replace("# {{uno}}", "# 1.1")


@pytest.mark.parametrize(
    ("marker", "why"),
    [
        ("{{nadie}}", "no nombra ninguna lección. Están: inicio, uno, dos, tres, beta"),
        ("{{nadie.ipynb}}", "no nombra ninguna lección"),
        ("{{modulo:uno}}", "no nombra ningún módulo. Están: inicio, alfa, beta"),
        ("{{modulo:beta.ipynb}}", "no nombra ningún módulo"),
        ("{{alfa}}", "es un módulo, no una lección: escribe {{modulo:alfa}}"),
    ],
)
def test_a_marker_that_names_nothing_says_where(course, marker, why):
    with pytest.raises(AuthoringError) as error:
        resolved(course, f"# %% [markdown]\n# bien\n# aquí {marker}\n")
    assert str(error.value).startswith(f"lessons/01_alfa/01_02_dos.py:3: «{marker}» ")
    assert why in str(error.value)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("la lección 2.1.", ["lección 2.1"]),
        ("Lecciones 2.1, 2.2 y 10.12 hoy", ["Lecciones 2.1, 2.2 y 10.12"]),
        ("lecciones 2.1 a 2.4", ["lecciones 2.1 a 2.4"]),
        ("la 2.1 y la 2.2", ["la 2.1 y la 2.2"]),
        ("la lección\n# 2.1", ["lección\n# 2.1"]),
        ('"en la lección "\n    "2.1"', ['lección "\n    "2.1']),
        ("lección 2.1.4 y lección 2", []),
        ("vale 2.1, de 2.1 a 2.5, en 2.1", []),
        ("reglas 2.1, aula 2.1", []),
    ],
)
def test_lessons_named_by_number(text, named):
    assert [match[0] for match in LESSONS_NAMED.finditer(text)] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("el módulo 6.", ["módulo 6"]),
        ("los módulos 4, 5 y 10", ["módulos 4, 5 y 10"]),
        ("módulo 1.5, módulo 3b, módulo numpy", []),
    ],
)
def test_modules_named_by_number(text, named):
    assert [match[0] for match in MODULES_NAMED.finditer(text)] == named


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("la lección 2.1", ["lección 2.1"]),
        ("la lección 9.9", ["lección 9.9"]),  # exista o no
        ("el módulo 2", ["módulo 2"]),
        ("como en 2.1, (1.2) y 1.1", ["en 2.1", "(1.2", "y 1.1"]),
        ("desde la\n# 2.1", ["la\n2.1"]),
        ("en el ejercicio 2.1.3", ["2.1.3"]),
        ("en 2.15, en 2.01, en 9.9, en 2.1.9.1, de 2,1", []),  # ninguna lección tiene ese número
        ("en `x = 2.1` y $de 2.1$, {{tres}}, {{modulo:beta}}", []),
        ("mi ejercicio 1.2.3", []),  # la prueba es de la lección 1.2
        ("```\nde 2.1\n```", []),
    ],
)
def test_bare_references(course, prose, found):
    lessons = find_lessons(root=course)
    text = "# %% [markdown]\n# # 1.2 · Título\n# " + prose.replace("\n", "\n# ").replace(
        "# # ", "# "
    )
    assert bare_references(text, lessons[2], lessons) == found
