"""Qué celdas acabaron bien: si la de la respuesta falló, ``check`` no juzga lo que había antes.

IPython avisa al terminar cada celda, también en Colab. De las que acaban bien se apunta qué nombres
escriben; de las que fallan, su texto. Una respuesta está por ejecutar si, después de la última
celda que le dio valor, falló otra que también se lo daba, o que es la misma a medio escribir.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from course_utils.notebook import ipython

_SAME_CELL = 0.8  # parecido, de 0 a 1, a partir del cual es la misma celda, retocada
_REMEMBERED = 20  # celdas que fallaron

# Lo que escribe un código que Python no sabe leer: «x = …», «a, b = …», «def f…», o lo que empieza
# la línea, si ni siquiera se reconoce el igual.
_WRITTEN = re.compile(r"^[ \t]*(?:(?:def|class)\s+)?(\w+)|(\w+)(?=\s*(?:,[\s\w,]*)?=(?!=))", re.M)


_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class Failure:
    """Una celda que se detuvo con un error.

    Attributes
    ----------
    cell : str
        Su texto.
    error : str
        La clase de error: ``"SyntaxError"``.
    started : bool
        Si llegó a empezar: con un error de sintaxis, no.
    names : set of str
        Lo que escribe, y ninguna ha escrito después.
    """

    cell: str
    error: str
    started: bool
    names: set[str]


@dataclass
class History:
    """Las celdas que se han ejecutado en este núcleo, por lo que hicieron con cada nombre."""

    running: str = ""
    _sources: dict[str, str] = field(default_factory=dict)  # nombre -> la celda que le dio valor
    _failures: list[Failure] = field(default_factory=list)  # y nada la ha repetido bien después

    def finished(self, cell: str, error: object = None, started: bool = True) -> None:
        """Apunta cómo acabó una celda.

        Parameters
        ----------
        cell : str
        error : object
            Con qué se detuvo, o None.
        started : bool
            Si llegó a empezar.
        """
        self.running = ""
        names = written(cell)
        if error is None:
            self._failures = [
                replace(failure, names=failure.names - names)
                for failure in self._failures
                if not _alike(failure.cell, cell)
            ]
            self._sources |= dict.fromkeys(names, cell)
            return
        kind = type(error).__name__ if isinstance(error, BaseException) else "SyntaxError"
        self._failures = [*self._failures, Failure(cell, kind, started, names)][-_REMEMBERED:]

    def stale(self, exercise_id: str) -> tuple[str, Failure] | None:
        """La respuesta que pide comprobar la celda en marcha y que su celda no llegó a cambiar.

        Returns
        -------
        tuple or None
            Su nombre, y la celda que falló.
        """
        for name in _checked(self.running, exercise_id) - written(self.running):
            for failure in reversed(self._failures):
                if name in failure.names or _alike(failure.cell, self._sources.get(name, "")):
                    return name, failure
        return None


def written(cell: str) -> set[str]:
    """Los nombres a los que una celda da valor; en una mal escrita, los que parece que sí.

    Examples
    --------
    >>> sorted(written("a = b\\ndef f(x):\\n    y = x"))
    ['a', 'f']
    >>> sorted(written("propina = = cuenta"))
    ['propina']
    """
    try:
        tree = ast.parse(cell)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {name for pair in _WRITTEN.findall(cell) for name in pair if name}
    names, pending = set(), list(tree.body)
    while pending:
        node = pending.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)  # lo que hay dentro es suyo
            continue
        if isinstance(node, (ast.Lambda, *_COMPREHENSIONS)):
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(each.asname or each.name).split(".")[0] for each in node.names}
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        pending += ast.iter_child_nodes(node)
    return names


def _checked(cell, exercise_id):
    """Los nombres que una celda entrega a ``check`` como respuesta de ese ejercicio."""
    try:
        tree = ast.parse(cell)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    return {
        name.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "check"
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value == exercise_id
        for answer in node.args[1:]
        for name in ast.walk(answer)
        if isinstance(name, ast.Name)
    }


def _alike(cell, other):
    return SequenceMatcher(None, cell, other, autojunk=False).ratio() > _SAME_CELL


_history = History()


def stale(exercise_id: str) -> tuple[str, Failure] | None:
    """Véase ``History.stale``; fuera de IPython, siempre None."""
    return _history.stale(exercise_id)


def watch() -> None:
    """Pide a IPython que avise de cada celda; fuera de él, nada."""
    shell = ipython()
    if shell is None:
        return
    for event, ours in (("pre_run_cell", _before_cell), ("post_run_cell", _after_cell)):
        # Se compara por nombre: si el módulo se recarga, la función de antes es otro objeto.
        for callback in list(shell.events.callbacks[event]):
            name = getattr(callback, "__module__", ""), getattr(callback, "__name__", "")
            if name == (__name__, ours.__name__):
                shell.events.unregister(event, callback)
        shell.events.register(event, ours)


def _before_cell(info: Any) -> None:
    """Lo que IPython llama antes de cada celda."""
    _history.running = str(info.raw_cell)


def _after_cell(result: Any) -> None:
    """Lo que IPython llama al terminar cada celda."""
    if result.info is None:
        return
    unread = result.error_before_exec
    error = result.error_in_exec if unread is None else unread
    _history.finished(str(result.info.raw_cell), error, started=unread is None)
