"""Dónde saltó un error: la instrucción de la celda, y las variables que se veían allí."""

import ast
import builtins
import linecache
import opcode
import warnings
from itertools import islice

from .words import _code

_RAISE = opcode.opmap["RAISE_VARARGS"]


def _parsed_again(error, cell):
    """El error de sintaxis que daría Python sin IPython: dice qué falta, no solo que falta."""
    try:
        _parse(cell)
    except SyntaxError as clearer:
        return clearer
    return error


def _parse(source):
    with warnings.catch_warnings():  # los avisos del código ya los dio al ejecutarse la celda
        warnings.simplefilter("ignore")
        return ast.parse(source)


class _Spot:
    """La instrucción de una celda donde saltó un error, y las variables que se veían allí.

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

    def __init__(self, error, namespace):
        self.direct, self.library, self.module, self.function, self.line = False, "", "", "", 0
        self.raised, self._frame, self._position, self._source = False, None, None, ""
        trace, mine, after = error.__traceback__, None, None
        while trace:
            name = trace.tb_frame.f_globals.get("__name__", "")
            self.module = str(name).partition(".")[0]
            code = trace.tb_frame.f_code.co_code
            self.raised = code[trace.tb_lasti] == _RAISE
            if trace.tb_frame.f_globals is namespace:
                mine, after = trace, trace.tb_next
            trace = trace.tb_next
        if mine is None:
            return
        self._frame, self.line = mine.tb_frame, mine.tb_lineno
        self.direct, self.function = after is None, self._frame.f_code.co_name
        if after:
            name = str(after.tb_frame.f_globals.get("__name__", ""))
            self.library = name.partition(".")[0]
        positions = self._frame.f_code.co_positions()
        self._position = next(islice(positions, mine.tb_lasti // 2, None), None)
        self._source = "".join(linecache.getlines(self._frame.f_code.co_filename))

    def node(self, *kinds):
        """El nodo de esos tipos que estaba ejecutándose, o ``None``."""
        if self._position is None:
            return None
        try:
            tree = _parse(self._source)
        except SyntaxError:
            return None
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                place = (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
                if place == self._position:
                    return node
        return None

    def text(self, node):
        """El código de un nodo, como cita breve entre acentos graves."""
        return _code(ast.get_source_segment(self._source, node) or "")

    def line_text(self):
        lines = self._source.splitlines()
        return _code(lines[self.line - 1].strip()) if 0 < self.line <= len(lines) else ""

    def names(self):
        """Los nombres que se veían allí y que puso quien estudia."""
        if self._frame is None:
            return []
        hidden = {"In", "Out", "get_ipython", "exit", "quit"}
        names = [*self._frame.f_locals, *self._frame.f_globals]
        return [name for name in names if name not in hidden and not str(name).startswith("_")]

    def previous_cells(self):
        """El texto de las últimas celdas ejecutadas, de la más reciente a la más antigua."""
        cells = self._frame.f_globals.get("In")
        return cells[:-51:-1] if isinstance(cells, list) else []

    def value(self, node):
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
        if isinstance(node, ast.Subscript):
            base, index = self.value(node.value), self.value(node.slice)
            if type(base) in (list, tuple, str, dict) and type(index) in (int, str):
                return base[index]
        raise LookupError

    def known(self, node):
        """``(True, valor)`` si se puede saber cuánto vale; si no, ``(False, None)``."""
        try:
            return True, self.value(node)
        except (LookupError, TypeError, AttributeError):
            return False, None


_SIZED = (list, tuple, str, dict, set)


def _whole(value):
    if type(value) is not int:
        raise LookupError
    return value
