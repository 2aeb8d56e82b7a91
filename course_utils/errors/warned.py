"""Lo que pandas solo avisa: la celda no falla, pero el cambio se hizo en una copia y se pierde."""

from __future__ import annotations

import ast
import linecache
import re
import warnings

from .words import cite

_CHAINED = re.compile(r"ChainedAssignmentError|SettingWithCopy|set on a copy of a")


class Listener:
    """Escucha los avisos mientras se ejecuta una celda; se muestran igual que siempre.

    Attributes
    ----------
    chained : tuple or None
        Del primer aviso de asignación encadenada: su clase, su archivo y su línea.
    """

    def __init__(self) -> None:
        self.chained = None
        self._show = None

    def start(self) -> None:
        self.chained, self._show = None, warnings.showwarning
        # Cambiar showwarning es la manera que la biblioteca estándar da de enterarse de un aviso.
        warnings.showwarning = self._hear

    def stop(self) -> None:
        if warnings.showwarning == self._hear:
            warnings.showwarning = self._show

    def _hear(self, message, category, filename, lineno, file=None, line=None) -> None:
        if self.chained is None and _CHAINED.search(f"{category.__name__} {message}"):
            self.chained = category.__name__, filename, lineno
        self._show(message, category, filename, lineno, file, line)


def chained_assignment(name: str, filename: str, lineno: int) -> tuple[str, str, str]:
    """Título, causa y reparación de una asignación encadenada, como ``t["a"][0] = 5``."""
    line = linecache.getline(filename, lineno).strip()
    sure = name == "ChainedAssignmentError"  # desde pandas 3, la tabla no cambia nunca
    where = f"Línea {lineno}: {cite(line)}. " if line else ""
    return (
        f"{name}: {'la tabla no ha cambiado' if sure else 'quizá la tabla no ha cambiado'}",
        f"{where}El cambio se hace en una parte sacada de la tabla, "
        + ("que es una copia y se pierde." if sure else "que puede ser una copia y perderse."),
        _in_one_step(line)
        or "Cambia la tabla en un solo paso: `tabla.loc[filas, 'columna'] = valor`. Si lo que "
        "querías era una tabla aparte, sácala con `.copy()`.",
    )


def _in_one_step(line: str) -> str | None:
    """Cómo se escribe esa línea sin encadenar, si es una de las formas corrientes."""
    try:
        statement = ast.parse(line).body[0]
    except (SyntaxError, ValueError, IndexError):
        return None
    if isinstance(statement, ast.Assign | ast.AugAssign):
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        return _with_loc(target)
    call = statement.value if isinstance(statement, ast.Expr) else None
    inplace = [k for k in getattr(call, "keywords", ()) if k.arg == "inplace"]
    if not inplace or not isinstance(call.func, ast.Attribute):
        return None
    column = ast.unparse(call.func.value)
    call.keywords.remove(inplace[0])
    return f"Guarda el resultado en la columna: {cite(f'{column} = {ast.unparse(call)}')}."


def _with_loc(target: ast.expr) -> str | None:
    if not isinstance(target, ast.Subscript) or not isinstance(target.value, ast.Subscript):
        return None
    table, first, second = target.value.value, target.value.slice, target.slice
    if isinstance(table, ast.Attribute) and table.attr == "loc":
        table = table.value
    column, rows = (first, second) if _is_text(first) else (second, first)
    if not _is_text(column):
        return None
    written = f"{ast.unparse(table)}.loc[{ast.unparse(rows)}, {ast.unparse(column)}] = …"
    return f"Cambia la tabla en un solo paso: {cite(written)}."


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
