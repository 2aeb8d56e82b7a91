"""Los ejercicios en su cuaderno: la solución, y lo que hay puesto en esa celda.

De la lección resuelta se ejecuta lo justo para llegar a cada ejercicio: hacia atrás, las líneas que
ponen o cambian los nombres que su celda usa. Ni figuras, ni comprobaciones, ni entrenamientos de
los que nada depende.
"""

import ast
import contextlib
import copy
import difflib
import io
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from authoring.lessons import find_lessons
from authoring.namespaces import used
from authoring.notebooks import Source, checked, grouped, is_common, tags, without_check

# Lo que cambia un objeto que recibe como primer argumento.
_CHANGES_ITS_ARGUMENT = {"train", "fit_timed", "set_seed"}


@dataclass
class Cell:
    """Un ejercicio de un cuaderno, listo para ejecutarse.

    Attributes
    ----------
    id : str
    code : str
        Su solución, como la enseña ``solution``, sin el ``check``.
    gap : frozenset of int
        Las líneas de ``code`` que escribe quien estudia.
    arguments : str
        Lo que se entrega a ``check``: «aciertos, falsas_alarmas».
    before : list of ast.stmt
        Todo lo que va antes en el cuaderno resuelto.
    """

    id: str
    code: str
    gap: frozenset
    arguments: str
    before: list


def exercise_cells(module):
    """``{id: Cell}`` con los ejercicios de una lección, en su orden; no las preguntas."""
    (lesson,) = [found for found in find_lessons() if found.checks.stem == module]
    source = Source(lesson)
    cells, statements = {}, []
    for group in grouped(_pairs(source)):
        solved = [cell.source for _, cell in group]
        if not is_common(group):
            exercise_id, answers = checked([cell for _, cell in group])
            code = "\n\n".join(map(without_check, solved)).strip()
            blank = "\n\n".join(without_check(cell.source) for cell, _ in group).strip()
            if not re.fullmatch(r'\w+ = "[a-f]"', code):  # la respuesta a una pregunta
                cells[exercise_id] = Cell(
                    exercise_id,
                    code,
                    _new_lines(blank, code),
                    ", ".join(answers),
                    list(statements),
                )
        statements += [node for text in solved for node in ast.parse(text).body]
    return cells


def _pairs(source):
    """Las celdas de código, en blanco y resueltas; no las que fallan a propósito."""
    for student, solved in zip(source.student, source.solved, strict=True):
        if solved.cell_type == "code" and not {"docente", "raises-exception"} & set(tags(solved)):
            yield student, solved


def _new_lines(blank, code):
    """Las líneas (desde 1) que ``code`` tiene en lugar de los huecos de ``blank``."""
    blank, code = blank.splitlines(), code.splitlines()
    matcher = difflib.SequenceMatcher(None, blank, code, autojunk=False)
    changes = [(start, end) for tag, _, _, start, end in matcher.get_opcodes() if tag != "equal"]
    return frozenset(line + 1 for start, end in changes for line in range(start, end))


class Notebook:
    """El estado del cuaderno en cada ejercicio, calculado una sola vez.

    Parameters
    ----------
    cells : iterable of Cell
        De una misma lección, en su orden.
    more : dict of str to iterable of str, optional
        Otros nombres que hacen falta en un ejercicio, además de los de su celda.
    """

    def __init__(self, cells, more=None):
        more = more or {}
        self._names, self._states = {}, {}
        needed = {
            position
            for cell in cells
            for position in _needed(cell.before, _used(cell) | set(more.get(cell.id, ())))
        }
        done = 0
        with contextlib.redirect_stdout(io.StringIO()):
            for cell in cells:
                for position in range(done, len(cell.before)):
                    if position in needed:
                        run(ast.Module([cell.before[position]], []), self._names)
                done = len(cell.before)
                self._states[cell.id] = dict(self._names)

    def names(self, cell):
        """Los nombres que hay puestos al llegar a un ejercicio, con copia de los datos que usa."""
        names = self._states[cell.id]
        copies = {name: _own(names[name]) for name in _used(cell) if name in names}
        return names | copies


def run(tree, names):
    """Ejecuta un árbol (un programa, o instrucciones sueltas de uno) con esos nombres."""
    exec(compile(tree, "<celda>", "exec"), names)


def _own(value):
    if isinstance(value, (list, dict, set)):
        return copy.deepcopy(value)
    return value.copy() if isinstance(value, (np.ndarray, pd.DataFrame, pd.Series)) else value


def _used(cell):
    """Los nombres que una celda necesita ya puestos."""
    return free_names(ast.parse(f"{cell.code}\n({cell.arguments},)").body)


def free_names(statements):
    """Los nombres que unas instrucciones leen sin haberlos puesto antes."""
    free, bound = set(), set()
    for statement in statements:
        free |= _read(statement) - bound
        bound |= _touched(statement)[0]
    return free


def _read(statement):
    return used(ast.Module([statement], []))


def _needed(statements, names):
    """Las posiciones de las líneas de las que dependen esos nombres, al final."""
    chosen, pending = set(), [(name, len(statements)) for name in names]
    seen = set(pending)
    touched = [_touched(statement) for statement in statements]
    # Llamar a una función de una biblioteca no cambia la biblioteca.
    libraries = set().union(*map(_imported, statements))
    touched = [(bound, changed - libraries) for bound, changed in touched]
    while pending:
        name, end = pending.pop()
        for position in range(end - 1, -1, -1):
            bound, changed = touched[position]
            if name in bound | changed:
                inside = isinstance(statements[position], (ast.FunctionDef, ast.ClassDef))
                chosen.add(position)
                # Lo que usa una función se busca hasta que se la llama; lo demás, hasta su línea.
                for name_used in _read(statements[position]):
                    if (step := (name_used, end if inside else position)) not in seen:
                        seen.add(step)
                        pending.append(step)
            if name in bound:
                break
    return chosen


def _touched(statement):
    """Los nombres que una línea pone, y los que quizá cambia: ``t["a"] = 1``, ``lista.pop()``."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return {statement.name}, set()
    bound, changed = _imported(statement), set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            bound.add(node.id)
        elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
            changed |= _root(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            changed |= _root(node.value.func)
        if isinstance(node, ast.Call):
            method = getattr(node.func, "attr", getattr(node.func, "id", None))
            if method in {"fit", "adapt", "compile"}:  # también en history = model.fit(…)
                changed |= _root(node.func)
            elif method in _CHANGES_ITS_ARGUMENT:
                changed |= {arg.id for arg in node.args[:1] if isinstance(arg, ast.Name)}
    # Un ciclo o un condicional pone nombres, pero no borra lo que había: se sigue hacia atrás.
    if isinstance(statement, (ast.For, ast.While, ast.If, ast.AugAssign)):
        return set(), bound | changed
    return bound, changed - bound


def _imported(statement):
    return {
        (alias.asname or alias.name).split(".")[0]
        for node in ast.walk(statement)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }


def _root(node):
    """De qué nombre cuelga ``a.b[c].d``: {«a»}; vacío si de ninguno, o si es su propia función."""
    if isinstance(node, ast.Name):
        return set()
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()
