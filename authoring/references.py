"""Cómo se nombra una lección desde otra: por su nombre en las lecciones, por su número fuera.

En el texto de una lección se escribe ``{{la_neurona}}`` y el constructor pone su número («2.4»);
``{{modulo:fraude}}`` es el número de un módulo («6»), y ``{{la_neurona.ipynb}}``, la ruta de un
cuaderno desde el que se lee. Así nada de lo escrito depende del orden.

En los demás archivos (comprobaciones, pruebas, documentación) se escribe «lección 2.4», «lecciones
2.4 y 2.5», «la 2.4» o «módulo 6», y ``renumber`` cambia esos números.
"""

import os.path
import re

from .course_map import PLACEHOLDER
from .errors import AuthoringError
from .minutes import MARK

_MARKER = re.compile(r"\{\{(?P<module>modulo:)?(?P<slug>[a-z][a-z0-9_]*)(?P<file>\.ipynb)?\}\}")
_CELL = re.compile(r"^# %%(?P<rest>.*)$")

# Un espacio; también, el salto de línea de un comentario o de un texto partido entre comillas.
_SPACE = r"""(?:\s|\n[ \t]*\#[ \t]*|"\s*\n\s*f?")+"""
# Entre dos números de una lista: «2.4, 2.5 y 3.1».
_BETWEEN = rf"(?:\s*,{_SPACE}|{_SPACE}(?:y|e|o|u|a){_SPACE})(?:las?{_SPACE})?"
_LESSON = r"\d+\.\d+(?!\d|\.\w)"
_MODULE = r"\d+(?![\w]|[.,]\d)"
LESSONS_NAMED = re.compile(
    rf"\b(?:lecci(?:ón|ones)|las?){_SPACE}(?:{_LESSON})(?:{_BETWEEN}{_LESSON})*", re.IGNORECASE
)
EXERCISE_ID = re.compile(r"(?<![\w.])(\d+)\.(\d+)\.(A?\d+)(?!\w|\.\d)")
MODULES_NAMED = re.compile(
    rf"\bm[óo]dulos?{_SPACE}(?:{_MODULE})(?:{_BETWEEN}{_MODULE})*", re.IGNORECASE
)


# Un número suelto en la prosa que, por lo que lleva delante, puede ser el de una lección.
_PERHAPS_LESSON = re.compile(
    r"(?:\b(?:en|de|desde|hasta|con|por|según|entre|como|a|y|e|o|u)\s+|\()(\d+\.\d+)(?!\d|[.,]\w)",
    re.IGNORECASE,
)
_NOT_PROSE = re.compile(r"```.*?```|`[^`]*`|\$[^$]*\$", re.DOTALL)


def markdown_lines(text):
    """Las líneas de prosa de una lección: (número de línea desde 1, línea)."""
    markdown = False
    for number, line in enumerate(text.split("\n"), start=1):
        cell = _CELL.match(line)
        if cell:
            markdown = "[markdown]" in cell["rest"]
        elif markdown:
            yield number, line


def resolve(text, lesson, lessons):
    """El texto de una lección con sus marcas cambiadas por números y rutas.

    Parameters
    ----------
    text : str
        Lección en formato ``py:percent`` de jupytext. Las celdas de código no se tocan.
    lesson : Lesson
        De qué lección es: desde ella se calculan las rutas.
    lessons : list of Lesson
        Todas las del curso.

    Raises
    ------
    AuthoringError
        Una marca no nombra ninguna lección ni ningún módulo; dice el archivo y la línea.
    """
    by_slug = {each.slug: each for each in lessons}
    modules = {each.module: each.numbers[0] for each in lessons}
    lines = text.split("\n")
    for number, line in markdown_lines(text):

        def value(match, number=number):
            if match[0] in (PLACEHOLDER, MARK):
                return match[0]
            if match["module"] and not match["file"] and match["slug"] in modules:
                return str(modules[match["slug"]])
            if not match["module"] and match["slug"] in by_slug:
                target = by_slug[match["slug"]]
                return _path(lesson, target) if match["file"] else target.label
            where = lesson.source.relative_to(lesson.root).as_posix()
            raise AuthoringError(f"{where}:{number}: {_unknown(match, by_slug, modules)}")

        lines[number - 1] = _MARKER.sub(value, line)
    return "\n".join(lines)


def bare_references(text, lesson, lessons):
    """Las referencias de una lección a otras, o a un módulo, que no son marcas.

    Parameters
    ----------
    text : str
        La lección, como está escrita.
    lesson : Lesson
        De quién es: los números de sus propios ejercicios no cuentan.
    lessons : list of Lesson
        Todas las del curso. Un número sin «lección» delante solo cuenta si es el de alguna.

    Returns
    -------
    list of str
        En orden; algunas pueden ser decimales («de 1.2 a 2.5 kg»).
    """
    lines = [line.removeprefix("#").removeprefix(" ") for _, line in markdown_lines(text)]
    prose = _NOT_PROSE.sub(" ", "\n".join(line for line in lines if not line.startswith("# ")))
    numbers = {each.number for each in lessons if not each.alone}
    found = [*LESSONS_NAMED.finditer(prose), *MODULES_NAMED.finditer(prose)]
    found += [
        match
        for match in _PERHAPS_LESSON.finditer(prose)
        if match[1] in numbers
        and not any(other.start() <= match.start(1) < other.end() for other in found)
    ]
    found += [
        match
        for match in EXERCISE_ID.finditer(prose)
        if f"{match[1]}.{match[2]}" in numbers - {lesson.number}
    ]
    return [match[0] for match in sorted(found, key=lambda match: match.start())]


def without_place(text, exercise_ids):
    """El texto sin los números que cambian al mover lecciones: solo sirve para compararlo.

    Parameters
    ----------
    text : str
    exercise_ids : set of str
        Los ejercicios de la lección del texto: «4.4.1».
    """
    text = EXERCISE_ID.sub(lambda match: match[3] if match[0] in exercise_ids else match[0], text)
    text = LESSONS_NAMED.sub(lambda match: re.sub(r"\d+", "N", match[0]), text)
    return MODULES_NAMED.sub(lambda match: re.sub(r"\d+", "N", match[0]), text)


def _path(lesson, target):
    """Ruta de un cuaderno a otro; la misma entre los resueltos, que son el mismo árbol."""
    path = os.path.relpath(target.notebook, lesson.notebook.parent)
    return path.replace(os.sep, "/")


def _unknown(match, by_slug, modules):
    slug = match["slug"]
    if match["module"]:
        return f"«{match[0]}» no nombra ningún módulo. Están: {', '.join(modules)}."
    if slug in modules:
        return f"«{match[0]}» es un módulo, no una lección: escribe {{{{modulo:{slug}}}}}."
    return f"«{match[0]}» no nombra ninguna lección. Están: {', '.join(by_slug)}."
