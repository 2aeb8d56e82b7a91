"""Toda pista es código que en su celda funciona, hasta donde se ve sin ejecutarla.

Lo que tiene valores se ejecuta además en el núcleo de la lección: ``make prueba``.
"""

import ast
import re
from types import SimpleNamespace

import pytest

from authoring.lessons import find_lessons
from authoring.namespaces import BUILTINS, Vocabulary, created, every_name, parse
from authoring.notebooks import Source, is_common, paired
from course_utils.exercises.core import get_exercise
from course_utils.notebook import CODE_SPAN

LESSONS = [pytest.param(lesson, id=lesson.name) for lesson in find_lessons()]

FENCED = re.compile(r"```python\n(.*?)```", re.DOTALL)

# Lo que en una pista solo puede ser código: va entre acentos graves.
BARE_CODE = re.compile(
    r"\w\(|[\[\]{}_@\"']|==|!=|<=|>=|\*\*|//|\w\.[a-z_]\w|(?<=\s)\.[a-z]|\b[a-z]\w* = "
)


def exercises(source):
    """Los ejercicios de una lección: (id, los nombres que hay en su celda en blanco).

    Son los que han creado las celdas anteriores, los del ejercicio en blanco y los del código que
    enseña su enunciado.
    """
    names, shown = set(BUILTINS), set()
    student, solved = (SimpleNamespace(cells=cells) for cells in (source.student, source.solved))
    groups = {group[0][0]["id"]: group for group in paired(student, solved)}
    for cell in source.student:
        if cell.cell_type == "markdown":
            code = FENCED.findall(cell.source)
            shown |= set().union(*(every_name(ast.parse(each)) for each in code))
        group = groups.get(cell["id"])
        if group is None:
            continue
        blanks = [ast.parse(each.source) for each, _ in group]
        if not is_common(group):
            (exercise_id,) = re.findall(r'check\("([^"]+)"', group[-1][0].source)
            yield exercise_id, names.union(shown, *map(every_name, blanks))
        names |= set().union(*map(created, blanks))
        shown = set()


def parameters(tree):
    return {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}


@pytest.mark.parametrize("lesson", LESSONS)
def test_hints_name_what_there_is_in_their_cell(lesson):
    source = Source(lesson)
    vocabulary = Vocabulary(source.solved)
    problems = []
    for exercise_id, names in exercises(source):
        for number, hint in enumerate(get_exercise(exercise_id).hints, start=1):
            spans = CODE_SPAN.findall(hint)
            # Una pista presenta nombres: los que crea, y los parámetros de un «def».
            names = names.union(
                *(created(tree) | parameters(tree) for tree in map(parse, spans) if tree)
            )
            for span in spans:
                for lost in vocabulary.missing(span, names):
                    problems.append(f"pista {number} de {exercise_id}: `{span}`: {lost}")
            bare = BARE_CODE.search(CODE_SPAN.sub("", hint))
            if bare or hint.count("`") % 2:
                problems.append(f"pista {number} de {exercise_id}: código sin marcar: {hint}")
    assert not problems, "\n".join(problems)
