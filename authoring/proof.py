"""Los cuadernos que prueban el curso: uno por lección, con sus dos cuadernos en un solo núcleo.

Son los dos que hay en ``notebooks/``, intercalados, cada celda con su salida guardada: nbval los
ejecuta y compara. Prueban lo mismo que ejecutar los dos por separado, en la mitad de tiempo. Entre
un ejercicio en blanco y su solución se ejecutan sus pistas (``hints``).
"""

import shutil
from functools import partial

import nbformat

from .errors import AuthoringError
from .lessons import ROOT, find_lessons
from .notebooks import checked, interleave, to_text, unfolded, without_check
from .outputs import disagreements

# A la misma distancia de la carpeta del curso que notebooks/: ahí trabaja el núcleo.
FOLDER = "build/prueba"


def write_proofs(names=(), root=ROOT):
    """Deja en ``build/prueba`` el cuaderno que prueba cada lección, y nada más.

    Parameters
    ----------
    names : sequence of str
        Lecciones; vacía: todas.

    Returns
    -------
    list of Path

    Raises
    ------
    AuthoringError
        Falta un cuaderno, o sus dos versiones no dicen lo mismo en una celda común.
    """
    folder = root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    written = []
    for lesson in find_lessons(names, root):
        missing = [path.name for path in (lesson.notebook, lesson.solved) if not path.exists()]
        if missing:
            raise AuthoringError(f"{lesson.name} no está construida: make build")
        student = unfolded(nbformat.read(lesson.notebook, as_version=4))
        solved = nbformat.read(lesson.solved, as_version=4)
        for source in disagreements(student, solved):
            raise AuthoringError(
                f"{lesson.name}: los dos cuadernos no dicen lo mismo en esta celda:\n{source}"
            )
        path = folder / f"{lesson.name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        course = "/".join([".."] * len(path.parent.relative_to(root).parts))
        both = interleave(student, solved, between=partial(hint_cells, course=course))
        path.write_text(to_text(both), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def hint_cells(blank, course):
    """La celda que ejecuta las pistas de un ejercicio, donde todavía está en blanco.

    Parameters
    ----------
    blank : sequence of NotebookNode
        Sus celdas de código en blanco, hasta la de su ``check``.
    course : str
        La carpeta del curso, desde la del cuaderno: el núcleo no encuentra ``authoring`` sin ella.

    Returns
    -------
    list of NotebookNode
    """
    exercise_id, answers = checked(blank)
    code = "\n".join(without_check(cell.source) for cell in blank)
    arguments = (exercise_id, code, answers)
    # Sin «import»: los nombres del cuaderno son los de la lección, y ninguno más.
    source = (
        f'__import__("sys").path.append({course!r})\n'
        f'__import__("authoring.hints").hints.try_hints(*{arguments!r}, globals())'
    )
    # Con número: nbval compara así que no escribe nada.
    return [nbformat.v4.new_code_cell(source, id=f"{blank[0]['id']}-pistas", execution_count=1)]
