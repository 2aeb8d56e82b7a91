"""La tabla de lecciones, que aparece en el cuaderno de inicio y en README.md."""

import re
from itertools import groupby

from .errors import AuthoringError

PLACEHOLDER = "{{mapa}}"
_README_TABLE = re.compile(r"(?<=<!-- lecciones -->\n).*?(?=<!-- fin de lecciones -->)", re.DOTALL)


def course_map(lessons, place, *, solved=False, prefix=""):
    """Tabla en Markdown con un enlace a cada cuaderno, en Jupyter y en Colab, por módulos.

    Parameters
    ----------
    lessons : list of Lesson
    place : Published
    solved : bool
        Enlaces de Colab a los cuadernos resueltos.
    prefix : str
        Lo que va delante del enlace relativo («notebooks/» desde README.md).
    """
    rows = ["| Lección | En Colab |", "|---|---|"]
    parts = [list(group) for _, group in groupby(lessons, lambda lesson: lesson.part_title)]
    for part in parts:
        if len(parts) > 1:
            rows.append(f"| **{part[0].part_title}** | |")
        for _, module in groupby(part, lambda lesson: lesson.numbers[0]):
            rows += _module_rows(list(module), place, solved, prefix)
    return "\n".join(rows)


def _module_rows(lessons, place, solved, prefix):
    rows = []
    if not lessons[0].alone:
        rows.append(f"| **Módulo {lessons[0].numbers[0]} · {lessons[0].module_title}** | |")
    for lesson in lessons:
        path = (lesson.solved if solved else lesson.notebook).relative_to(lesson.root)
        colab = place.colab(path.as_posix())
        rows.append(f"| [{lesson.title}]({prefix}{lesson.name}.ipynb) | [abrir]({colab}) |")
    return rows


def readme_with_map(text, lessons, place):
    """El texto de README.md con su tabla de lecciones al día."""
    if not _README_TABLE.search(text):
        raise AuthoringError(
            "README.md: faltan las líneas «<!-- lecciones -->» y «<!-- fin de lecciones -->», "
            "entre las que va la tabla de lecciones."
        )
    table = course_map(lessons, place, prefix="notebooks/")
    return _README_TABLE.sub(lambda _: f"\n{table}\n\n", text)
