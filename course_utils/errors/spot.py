"""Dónde saltó un error: la instrucción de la celda, y las variables que se veían allí."""

from __future__ import annotations

import ast
import builtins
import inspect
import linecache
import opcode
import types
import warnings
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from .words import cite

_RAISE = opcode.opmap["RAISE_VARARGS"]


def parsed_again(error: SyntaxError, cell: str) -> SyntaxError:
    """El error de sintaxis que daría Python sin IPython: dice qué falta, no solo que falta."""
    try:
        _parse(cell)
    except SyntaxError as clearer:
        return clearer
    return error


def _parse(source: str) -> ast.Module:
    with warnings.catch_warnings():  # los avisos del código ya los dio al ejecutarse la celda
        warnings.simplefilter("ignore")
        return ast.parse(source)


class Spot:
    """La instrucción de una celda donde saltó un error, y las variables que se veían allí.

    Parameters
    ----------
    trace : traceback or None
        Por dónde pasó el error, desde fuera hacia dentro.
    namespace : dict
        Las variables del cuaderno: por ellas se reconocen los marcos que son de una celda.

    Attributes
    ----------
    direct : bool
        El error saltó en la propia celda, no dentro de una biblioteca.
    library : str
        La biblioteca a la que llamó la celda, si no es directo.
    module : str
        El paquete donde saltó el error.
    raised : bool
        Saltó en una instrucción ``raise`` (o ``assert``): alguien escribió su mensaje.
    function : str
        La función de una celda donde saltó.
    line : int
    """

    def __init__(self, trace: types.TracebackType | None, namespace: dict) -> None:
        self.direct, self.library, self.module = trace is None, "", ""
        self.function, self.line, self.raised = "", 0, False
        self._frame, self._position, self._source = None, None, ""
        last, mine, after = None, None, None
        while trace:
            if trace.tb_frame.f_globals is namespace:
                mine, after = trace, trace.tb_next
            last, trace = trace, trace.tb_next
        if last:
            self.module = _package(last.tb_frame)
            self.raised = last.tb_frame.f_code.co_code[last.tb_lasti] == _RAISE
        if mine is None:
            return
        self._frame, self.line = mine.tb_frame, mine.tb_lineno
        self.direct, self.function = after is None, self._frame.f_code.co_name
        self.library = _package(after.tb_frame) if after else ""
        positions = self._frame.f_code.co_positions()
        self._position = next(islice(positions, mine.tb_lasti // 2, None), None)
        self._source = "".join(linecache.getlines(self._frame.f_code.co_filename))

    def node(self, *kinds: type[ast.AST]) -> Any:
        """El nodo de esos tipos que estaba ejecutándose, o ``None``."""
        return next((node for node in self._running if isinstance(node, kinds)), None)

    @cached_property
    def _running(self) -> list[ast.AST]:
        """Los nodos que ocupan justo lo que estaba ejecutándose."""
        if self._position is None:
            return []
        start = self._position[0] or 0
        return [
            node
            for node in self._nodes()
            if getattr(node, "lineno", 0) == start
            and (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
            == self._position
        ]

    def _nodes(self) -> Iterator[ast.AST]:
        return ast.walk(self._tree) if self._tree else iter(())

    @cached_property
    def _tree(self) -> ast.Module | None:
        try:
            return _parse(self._source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def parent(self, node: ast.AST) -> ast.AST | None:
        """La expresión que contiene a ese nodo: de ``f`` en ``f(3)``, la llamada."""
        inside = ast.iter_child_nodes
        return next((outer for outer in self._nodes() if node in inside(outer)), None)

    def text(self, node: ast.AST) -> str:
        """El código de un nodo, como cita breve entre acentos graves."""
        return cite(ast.get_source_segment(self._source, node) or "")

    def line_text(self) -> str:
        """La línea, como cita breve; nada si no se sabe cuál es."""
        lines = self._source.splitlines()
        return cite(lines[self.line - 1].strip()) if 0 < self.line <= len(lines) else ""

    def names(self) -> list[str]:
        """Los nombres que se veían allí y que puso quien estudia."""
        if self._frame is None:
            return []
        hidden = {"In", "Out", "get_ipython", "exit", "quit"}
        names = [*self._frame.f_locals, *self._frame.f_globals]
        return [name for name in names if name not in hidden and not str(name).startswith("_")]

    def previous_cells(self) -> list[str]:
        """El texto de las últimas celdas ejecutadas, de la más reciente a la más antigua."""
        cells = self._frame.f_globals.get("In") if self._frame else None
        return cells[:-51:-1] if isinstance(cells, list) else []

    def value(self, node: ast.AST) -> Any:
        """El valor de una expresión sencilla, calculado sin ejecutar código ajeno.

        Raises
        ------
        LookupError
            No se puede saber sin ejecutar código.
        """
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            for scope in (self._frame.f_locals, self._frame.f_globals, vars(builtins)):
                if node.id in scope:
                    return scope[node.id]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -_whole(self.value(node.operand))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            left, right = _whole(self.value(node.left)), _whole(self.value(node.right))
            return left + right if isinstance(node.op, ast.Add) else left - right
        if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
            inner = self.value(node.args[0])
            if self.value(node.func) is len and type(inner) in _SIZED:
                return len(inner)
        if isinstance(node, ast.Tuple):
            return tuple(map(self.value, node.elts))
        if isinstance(node, ast.Attribute):
            return _attribute(self.value(node.value), node.attr)
        if isinstance(node, ast.Subscript):
            base, index = self.value(node.value), self.value(node.slice)
            if type(base) in (list, tuple, str, dict) and type(index) in (int, str):
                return base[index]
        raise LookupError

    def known(self, node: ast.AST) -> tuple[bool, Any]:
        """``(True, valor)`` si se puede saber cuánto vale; si no, ``(False, None)``."""
        try:
            return True, self.value(node)
        except (LookupError, TypeError, AttributeError):
            return False, None


def _package(frame: types.FrameType) -> str:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0]


_SIZED = (list, tuple, str, dict, set)


def _attribute(base: object, name: str) -> object:
    """``base.name``, si es algo guardado y no algo que haya que calcular (una propiedad)."""
    try:
        found = inspect.getattr_static(base, name)
    except (AttributeError, TypeError):
        raise LookupError from None
    if hasattr(type(found), "__get__") and not isinstance(found, types.FunctionType):
        raise LookupError
    return found


def _whole(value: object) -> int:
    if type(value) is not int:
        raise LookupError
    return value
