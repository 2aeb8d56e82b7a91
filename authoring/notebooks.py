"""Del texto de una lección a sus dos cuadernos, todavía sin ejecutar."""

import hashlib
import json
import re
from pathlib import Path

import jupytext
import nbformat

from .course_map import PLACEHOLDER, course_map
from .errors import AuthoringError
from .lessons import find_lessons
from .markers import split

_CHECK = re.compile(r'^\s*check\("([^"]+)"', re.MULTILINE)
_SETUP_ID = "preparacion"
_SETUP = (Path(__file__).parent / "setup_cell.py.txt").read_text(encoding="utf-8")


class Source:
    """Una lección leída: sus celdas con las marcas ya resueltas.

    Attributes
    ----------
    lesson : Lesson
    student, solved : list of NotebookNode
        Las mismas celdas en las dos versiones; las de ``docente`` están en ambas.
    solution_lines : tuple of str
        Líneas que solo puede tener la versión resuelta.
    """

    def __init__(self, lesson):
        self.lesson = lesson
        text = lesson.source.read_text(encoding="utf-8")
        relative = lesson.source.relative_to(lesson.root).as_posix()
        parts = split(text, relative)
        self.path = relative
        self.solution_lines = parts.solution_lines
        self.student = _read_cells(parts.student)
        self.solved = _read_cells(parts.solved)
        ids = _stable_ids(lesson.name, _read_cells(text))
        for cells in (self.student, self.solved):
            for cell, cell_id in zip(cells, ids, strict=True):
                cell["id"] = cell_id

    def solutions(self):
        """Devuelve ``{id de ejercicio: código resuelto}``, en el orden de la lección."""
        found, pending = {}, []
        for student, solved in zip(self.student, self.solved, strict=True):
            if solved.cell_type != "code":
                continue
            has_marker = student.source != solved.source
            if has_marker != ("ejercicio" in _tags(solved)):
                raise AuthoringError(
                    f"{self.path}: la etiqueta «ejercicio» y las marcas «# >>>» van juntas; "
                    f"falta una de las dos en la celda que empieza por:\n{solved.source[:200]}"
                )
            if has_marker:
                pending.append(_without_check(solved.source))
            for exercise_id in _CHECK.findall(solved.source):
                if pending and exercise_id in found:
                    raise AuthoringError(f"{self.path}: {exercise_id} tiene dos soluciones.")
                if not pending and exercise_id not in found:
                    raise AuthoringError(
                        f"{self.path}: check({exercise_id!r}) no tiene delante ninguna celda "
                        "«ejercicio» con su solución."
                    )
                if pending:
                    found[exercise_id] = "\n\n".join(pending)
                    pending = []
        if pending:
            raise AuthoringError(
                f"{self.path}: ningún check(…) sigue al ejercicio:\n{pending[0][:200]}"
            )
        return found


def _without_check(source):
    return "\n".join(line for line in source.splitlines() if not _CHECK.match(line)).strip()


def _read_cells(text):
    return jupytext.reads(text, fmt="py:percent").cells


def _tags(cell):
    return cell.metadata.get("tags", [])


def _stable_ids(lesson_name, cells):
    """Un identificador por celda que solo depende de su texto, no de su posición."""
    seen, ids = {}, []
    for cell in cells:
        key = f"{lesson_name}\n{cell.cell_type}\n{cell.source}"
        seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256(f"{key}\n{seen[key]}".encode()).hexdigest()
        ids.append(digest[:12])
    return ids


def assemble(source, published, *, solved):
    """Arma el cuaderno de una lección, sin salidas.

    Parameters
    ----------
    source : Source
    published : Published
        Para el botón de Colab y la celda de preparación.
    solved : bool
        La versión del docente (resuelta, con sus notas) o la del estudiante.

    Returns
    -------
    NotebookNode
    """
    lesson = source.lesson
    path = (lesson.solved if solved else lesson.notebook).relative_to(lesson.root).as_posix()
    cells = source.solved if solved else [c for c in source.student if "docente" not in _tags(c)]
    title, *rest = cells
    if title.cell_type != "markdown" or not title.source.startswith("# "):
        raise AuthoringError(f"{source.path}: la primera celda debe ser el título («# # …»).")
    notebook = nbformat.v4.new_notebook(
        cells=[_with_badge(title, published.colab(path)), setup_cell(published), *rest],
        metadata={
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        },
    )
    notebook.nbformat_minor = 5
    for cell in notebook.cells:
        if PLACEHOLDER in cell.source:
            lessons = find_lessons(root=lesson.root)
            table = course_map(lessons, published, solved=solved)
            cell["source"] = cell.source.replace(PLACEHOLDER, table)
    return notebook


def _with_badge(title, url):
    heading, _, rest = title.source.partition("\n")
    badge = f"[![Abrir en Colab](https://colab.research.google.com/assets/colab-badge.svg)]({url})"
    cell = nbformat.from_dict(title)
    cell["source"] = f"{heading}\n\n{badge}\n{rest}".rstrip()
    return cell


def setup_cell(published):
    """La celda de preparación, la misma en todos los cuadernos y plegada."""
    cell = nbformat.v4.new_code_cell(
        _SETUP.replace("{repository}", published.repository)
        .replace("{folder}", published.folder)
        .replace("{ref}", published.ref)
        .strip(),
        metadata={
            "cellView": "form",
            "jupyter": {"source_hidden": True},
            "tags": ["preparacion"],
        },
    )
    cell["id"] = _SETUP_ID
    return cell


def without_outputs(notebook):
    """Copia de un cuaderno sin salidas, números de ejecución ni huella: lo que dice la fuente."""
    copy = nbformat.from_dict(notebook)
    copy.metadata.pop("course_utils", None)
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
    return copy


def to_text(notebook):
    """El archivo ``.ipynb``: claves ordenadas y los mismos bytes para el mismo contenido."""
    nbformat.validate(notebook)
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
