"""Del texto de una lección a sus cuadernos, todavía sin ejecutar.

Son dos, el del estudiante y el resuelto, y un tercero que no se publica: el que ejecuta los dos
en un solo núcleo (``interleave``).
"""

import ast
import copy
import functools
import hashlib
import json
import re
from pathlib import Path

import jupytext
import nbformat

from .course_map import PLACEHOLDER, course_map
from .errors import AuthoringError
from .lessons import find_lessons
from .markers import CHECK, split
from .minutes import MARK, lesson_minutes
from .references import resolve, without_place

# Lo que una celda presenta (``concepts``): es de la fuente, y no pasa a los cuadernos.
PRESENTS = "presenta"
_SETUP_ID = "preparacion"
_BADGE = "docs/imagenes/abrir-en-colab.svg"
_SOLVED = "-resuelta"
_PREDICTION = "**Predice"
# Con un icono y en negrita dentro de una cita: así se ve la caja en todos los visores.
NOTE_LABEL = "🎓 **Para quien enseña**"
# Lo que baja la celda de preparación, de cinco en cinco; en el disco queda algo menos. Lo mide
# test_setup_cell.
DOWNLOAD_MB = 75
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
        parts = split(resolve(text, lesson, find_lessons(root=lesson.root)), relative)
        self.path = relative
        self.solution_lines = parts.solution_lines
        self.student = _read_cells(parts.student)
        self.solved = _read_cells(parts.solved)
        ids = _stable_ids(lesson, _read_cells(text))
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
            if has_marker != ("ejercicio" in tags(solved)):
                raise AuthoringError(
                    f"{self.path}: la etiqueta «ejercicio» y las marcas «# >>>» van juntas; "
                    f"falta una de las dos en la celda que empieza por:\n{solved.source[:200]}"
                )
            if has_marker:
                pending.append(without_check(solved.source))
            for exercise_id in CHECK.findall(solved.source):
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


def without_check(source):
    """El código de una celda sin su ``check``."""
    return "\n".join(line for line in source.splitlines() if not CHECK.match(line)).strip()


def _read_cells(text):
    return copy.deepcopy(_parsed(text))


@functools.lru_cache(maxsize=256)
def _parsed(text):
    # Leer una lección cuesta décimas de segundo, y la misma se lee muchas veces.
    return jupytext.reads(text, fmt="py:percent").cells


def tags(cell):
    """Las etiquetas de una celda."""
    return cell.metadata.get("tags", [])


def _stable_ids(lesson, cells):
    """Un identificador por celda que solo depende de su texto, no de su posición.

    Tampoco del sitio de la lección en el curso: su número, el de sus ejercicios y el de las
    lecciones que nombra no cuentan.
    """
    own_ids = {i for cell in cells for i in CHECK.findall(cell.source)}
    own_title = f"# {lesson.label} · "
    seen, ids = {}, []
    for cell in cells:
        text = without_place(cell.source.removeprefix(own_title), own_ids)
        key = f"{lesson.slug}\n{cell.cell_type}\n{text}"
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
    cells = source.solved if solved else [c for c in source.student if "docente" not in tags(c)]
    title, *rest = _with_minutes(copy.deepcopy(cells), source)  # las de la lección no cambian
    if title.cell_type != "markdown" or not title.source.startswith("# "):
        raise AuthoringError(f"{source.path}: la primera celda debe ser el título («# # …»).")
    notebook = nbformat.v4.new_notebook(
        cells=[_with_badge(title, path, published), setup_cell(published), *rest],
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
        cell.metadata.pop(PRESENTS, None)
        if cell.cell_type == "markdown" and "docente" in tags(cell):
            cell["source"] = _in_a_box(cell.source)
        if PLACEHOLDER in cell.source:
            lessons = find_lessons(root=lesson.root)
            table = course_map(lessons, published, solved=solved)
            cell["source"] = cell.source.replace(PLACEHOLDER, table)
    return notebook


def _with_minutes(cells, source):
    minutes = lesson_minutes(source)
    words = {**minutes.of_notes(), cells[0]["id"]: minutes.in_words()}
    for cell in cells:
        if MARK not in cell.source:
            yield cell
        elif cell["id"] in words:
            said = cell.source.replace(MARK, words[cell["id"]])
            yield nbformat.from_dict(cell | {"source": said})
        else:
            raise AuthoringError(
                f"{source.path}: «{MARK}» solo se escribe en la cabecera y en las notas docentes:\n"
                f"{cell.source[:200]}"
            )


def _in_a_box(note):
    lines = [NOTE_LABEL, "", *note.splitlines()]
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def note_text(cell):
    """Lo que dice una nota docente, sin la caja que el cuaderno resuelto le pone."""
    text = "\n".join(re.sub("^> ?", "", line) for line in cell.source.splitlines())
    return text.removeprefix(f"{NOTE_LABEL}\n\n")


def _with_badge(title, path, published):
    heading, _, rest = title.source.partition("\n")
    # Una imagen nuestra: abrir el cuaderno no llama a ningún otro sitio.
    image = "../" * path.count("/") + _BADGE
    badge = f"[![Abrir en Colab]({image})]({published.colab(path)})"
    cell = nbformat.from_dict(title)
    cell["source"] = f"{heading}\n\n{badge}\n{rest}".rstrip()
    return cell


def setup_cell(published):
    """La celda de preparación, la misma en todos los cuadernos y plegada."""
    cell = nbformat.v4.new_code_cell(
        _SETUP.replace("{repository}", published.repository)
        .replace("{folder}", published.folder)
        .replace("{ref}", published.ref)
        .replace("{size}", str(DOWNLOAD_MB))
        .strip(),
        metadata={
            "cellView": "form",
            "jupyter": {"source_hidden": True},
            "tags": ["preparacion"],
        },
    )
    cell["id"] = _SETUP_ID
    return cell


def assemble_both(source, published):
    """El cuaderno del estudiante y el resuelto, sin salidas."""
    return tuple(assemble(source, published, solved=solved) for solved in (False, True))


def paired(student, solved):
    """Las celdas de código de los dos cuadernos, por grupos de parejas (del estudiante, resuelta).

    Una celda común es un grupo de una pareja con el mismo texto. Un ejercicio es un grupo: de su
    primera celda con hueco a la de su ``check``.

    Raises
    ------
    AuthoringError
        Un ``check`` no sigue a su ejercicio.
    """
    of_student = {cell["id"]: cell for cell in student.cells}
    code = (cell for cell in solved.cells if cell.cell_type == "code")
    yield from grouped((of_student[cell["id"]], cell) for cell in code)


def grouped(pairs):
    """Lo mismo que ``paired``, de las parejas de celdas de código (del estudiante, resuelta)."""
    group = []
    for pair in pairs:
        cell = pair[1]
        checks = CHECK.findall(cell.source)
        if not group and pair[0].source == cell.source:
            if checks:
                raise AuthoringError(
                    f"check({checks[0]!r}) está lejos de su ejercicio: va justo detrás, y una vez."
                )
            yield [pair]
            continue
        group.append(pair)
        if checks:
            yield group
            group = []
    if group:
        raise AuthoringError(f"Ningún check(…) sigue al ejercicio:\n{group[0][1].source[:200]}")


def is_common(group):
    """Si un grupo de ``paired`` es una celda común a los dos cuadernos."""
    return len(group) == 1 and group[0][0].source == group[0][1].source


def as_read(student, solved):
    """Las celdas de una lección en el orden en que se leen, con lo que cada una es.

    Parameters
    ----------
    student, solved : NotebookNode
        Los dos cuadernos construidos.

    Yields
    ------
    str, NotebookNode or list of NotebookNode
        ``"nota"``, de quien enseña; ``"texto"`` y ``"código"``, del resuelto; de un ejercicio,
        ``"hueco"``, cada una de sus celdas en blanco, y detrás de la de su ``check``,
        ``"solución"``, todas las resueltas. Sin la celda de preparación.
    """
    blank = {cell["id"]: cell for cell in student.cells}
    exercise = []
    for cell in solved.cells:
        if "docente" in tags(cell):
            yield "nota", cell
        elif cell.cell_type == "markdown":
            yield "texto", cell
        elif exercise or blank[cell["id"]].source != cell.source:
            exercise.append(cell)
            yield "hueco", blank[cell["id"]]
            if CHECK.search(cell.source):
                yield "solución", exercise
                exercise = []
        elif cell["id"] != _SETUP_ID:
            yield "código", cell


def solution_code(exercise):
    """El código con el que se resuelve un ejercicio, sin su ``check``."""
    return "\n\n".join(filter(None, (without_check(cell.source) for cell in exercise)))


def checked(cells):
    """Qué comprueban las celdas de un ejercicio: su número y lo que entregan, como está escrito.

    Parameters
    ----------
    cells : sequence of NotebookNode
        Sus celdas de código, hasta la de su ``check``.

    Returns
    -------
    str, list of str
    """
    (check,) = [
        node
        for cell in cells
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "check"
    ]
    exercise_id, *answers = check.args
    return exercise_id.value, [ast.unparse(answer) for answer in answers]


def interleave(student, solved, between=None):
    """El cuaderno que ejecuta los dos en un solo núcleo: su código, con las salidas que tengan.

    Lo común va una vez; cada ejercicio, dos: primero en blanco, tal como lo abre quien estudia, y
    luego resuelto y en modo estricto. Casi todo el tiempo de un cuaderno está en lo común.

    Qué no se ve así: que una solución cambie lo que imprime una celda común posterior, porque deja
    otro azar u otra variable. Por eso la revisión semanal ejecuta los dos cuadernos por separado.

    Parameters
    ----------
    student, solved : NotebookNode
        Los dos cuadernos de una lección, ejecutados o no.
    between : callable, optional
        Recibe las celdas de un ejercicio en blanco y devuelve las que van entre él y su solución.

    Returns
    -------
    NotebookNode
    """
    cells = []
    for group in paired(student, solved):
        cells += [nbformat.from_dict(cell) for cell, _ in group]
        if not is_common(group):
            if between:
                cells += between([cell for cell, _ in group])
            again = [nbformat.from_dict(cell) for _, cell in group]
            for cell in again:
                cell["id"] += _SOLVED
            first = again[0]["id"]
            cells += [_strict_cell(1, f"{first}-1"), *again, _strict_cell(0, f"{first}-0")]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=nbformat.from_dict(solved.metadata))
    notebook.nbformat_minor = 5
    return notebook


def _strict_cell(value, cell_id):
    # Sin «import os»: una lección que lo olvide no puede salir ganando.
    source = f'__import__("os").environ["COURSE_STRICT"] = "{value}"'
    # Con número: nbval compara así que no escribe nada.
    return nbformat.v4.new_code_cell(source, id=cell_id, execution_count=1)


def cells_of(interleaved, *, solved):
    """``{id en su cuaderno: celda}`` de uno de los dos cuadernos que hay en ``interleave(…)``."""
    cells = {cell["id"]: cell for cell in interleaved.cells}
    if solved:
        cells |= {i.removesuffix(_SOLVED): cells[i] for i in list(cells) if i.endswith(_SOLVED)}
    return cells


def answers_to_predictions(notebook):
    """Las celdas cuyas salidas responden a un «Predice» de un cuaderno en blanco ejecutado.

    Son las que le siguen y enseñan algo, hasta el texto siguiente. Un ejercicio en medio no cuenta,
    ni un texto antes de que se haya visto nada.

    Returns
    -------
    set of str
        Sus identificadores.
    """
    found, asked, answered, exercise = set(), False, False, False
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            asked = _PREDICTION in cell.source or (asked and not answered)
            answered = False
        elif exercise or "ejercicio" in tags(cell):
            exercise = not CHECK.search(cell.source)
        elif asked and cell.outputs:
            answered = True
            found.add(cell["id"])
    return found


def fold_answers(notebook):
    """Pliega las salidas que responden a un «Predice»: ejecutar su celda las despliega."""
    answers = answers_to_predictions(notebook)
    for cell in notebook.cells:
        if cell["id"] in answers:
            # Con el nombre de JupyterLab y con el de Colab y el Notebook clásico.
            cell.metadata["jupyter"] = {"outputs_hidden": True}
            cell.metadata["collapsed"] = True
            # De unas salidas plegadas, JupyterLab enseña la primera línea de la primera: que sea
            # de una sin nada, que nbval no compara.
            cell.outputs.insert(0, nbformat.v4.new_output("display_data"))


def unfolded(notebook):
    """Copia de un cuaderno como estaba antes de ``fold_answers``."""
    copy = nbformat.from_dict(notebook)
    for cell in copy.cells:
        if cell.metadata.pop("collapsed", False):
            del cell.metadata["jupyter"]
            cell["outputs"] = [output for output in cell.outputs if output.get("data") != {}]
    return copy


def without_outputs(notebook):
    """Copia de un cuaderno sin salidas, números de ejecución ni huella: lo que dice la fuente."""
    copy = unfolded(notebook)
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
