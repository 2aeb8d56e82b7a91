"""Nada se usa antes de enseñarlo, y lo que una celda dice que presenta está en ella."""

import re

import pytest

from authoring.concepts import NOT_YET, missing, read_course
from authoring.notebooks import tags

COURSE = read_course()
NOT_YET_BUDGET = 2  # celdas por lección que se enseñan sin explicarlas

# Lo que falta por presentar, por lección, y por qué sigue aquí. No se añade nada sin motivo.
PENDING = {}


@pytest.fixture(scope="module")
def not_taught():
    """Lo que falta, por lección."""
    found = {lesson.slug: {} for lesson in COURSE}
    for each in missing(COURSE):
        found[each.lesson.slug][each.name] = each.cell
    return found


@pytest.fixture(params=COURSE, ids=lambda lesson: lesson.name)
def lesson(request):
    return request.param


def test_nothing_is_used_before_it_is_taught(lesson, not_taught):
    pending = PENDING.get(lesson.slug, {})
    new = {name: cell for name, cell in not_taught[lesson.slug].items() if name not in pending}
    assert not new, "explícalo y decláralo con presenta, o escríbelo sin ello:\n" + "\n".join(
        f"«{name}», en la celda\n{cell}\n" for name, cell in new.items()
    )


def test_nothing_is_pending_any_more(not_taught):
    for slug, pending in PENDING.items():
        assert set(pending) <= set(not_taught[slug]), f"{slug}: ya está presentado, quítalo"


def test_what_a_cell_presents_is_in_it(lesson):
    for step in COURSE[lesson]:
        for term in step.presents:
            assert step.teaches(term), f"«{term}» no se lee en la celda\n{step.cell.source[:300]}"


def test_a_lesson_presents_each_thing_once(lesson):
    terms = [term for step in COURSE[lesson] for term in step.presents]
    assert sorted(terms) == sorted(set(terms))


def test_who_presents_is_read_by_everybody(lesson):
    """Ni un ejercicio, que es de quien estudia, ni una nota para quien enseña."""
    for step in COURSE[lesson]:
        if step.presents:
            assert not {"ejercicio", "docente", NOT_YET} & set(tags(step.cell)), step.cell.source


def test_not_yet_says_so_and_is_rare(lesson):
    marked, said = 0, ""
    for step in COURSE[lesson]:
        if step.cell.cell_type == "markdown" and "docente" not in tags(step.cell):
            said = " ".join(step.cell.source.replace("> ", " ").split())
        if NOT_YET in tags(step.cell):
            marked += 1
            assert re.search(r"no hace falta entender\w* todavía", said), step.cell.source
    assert marked <= NOT_YET_BUDGET
