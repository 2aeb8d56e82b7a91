"""Parámetros que una función no tiene: mal escritos, o de un tutorial viejo."""

from __future__ import annotations

import ast
import inspect
import re
import types

from course_utils.spanish import similar

from .outdated import outdated
from .spot import Spot
from .words import Answer, cite


def unexpected_keyword(match: re.Match, spot: Spot) -> Answer:
    word, said = match["word"], (match.groupdict().get("function") or "").removesuffix(".__init__")
    node = spot.node(ast.Call)
    if node is None or word not in [keyword.arg for keyword in node.keywords]:
        node = None  # no lo escribió esa línea: viene de más adentro
    function = spot.text(node.func)[1:-1] if node else said or "la función"
    name = function.rpartition(".")[2]
    old = outdated(f"{name}(…, {word}=…)", f"{name}.{word}")
    if old:
        return old
    known, value = spot.known(node.func) if node else (False, None)
    names = _LINES if said.endswith(".set") else _parameters(value) if known else []
    close = similar(word, names)
    cause = f"{cite(f'{function}(…)')} no tiene ningún parámetro que se llame {cite(word)}"
    if close:
        return (
            f"{cause}, pero sí {cite(close)}: ¿quisiste decir {close}?",
            f"Cambia {cite(f'{word}=')} por {cite(f'{close}=')}.",
        )
    return f"{cause}.", f"Mira cuáles tiene, con {cite(f'help({function})')}."


# Lo que las funciones de Matplotlib admiten sin decirlo en su definición.
_LINES = (
    *("color", "label", "linewidth", "linestyle", "marker", "markersize", "alpha"),
    *("edgecolor", "facecolor"),
)


def _parameters(function: object) -> list[str]:
    """Los nombres de los parámetros de una función o de una clase, sin ejecutar nada suyo."""
    if isinstance(function, type):
        function = inspect.getattr_static(function, "__init__", None)
    function = inspect.unwrap(function) if isinstance(function, types.FunctionType) else None
    if not isinstance(function, types.FunctionType):
        return []
    code = function.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return [name for name in names if name != "self"]


_WORD = r"'(?P<word>\w+)'"
KEYWORD_MESSAGES = (
    (rf"(?:(?P<function>\S+)\(\) )?got an unexpected keyword argument {_WORD}", unexpected_keyword),
    (rf"{_WORD} is an invalid keyword argument for (?P<function>\w+)\(\)", unexpected_keyword),
    (rf"arguments? passed to (?P<function>\w+): {{{_WORD}", unexpected_keyword),  # Keras
    (rf"Argument\(s\) not recognized: {{{_WORD}", unexpected_keyword),  # sus optimizadores
)
