"""Qué significa cada clase de error, y quién busca su causa."""

import ast

from .libraries import _from_library, _general
from .lookups import (
    _file_not_found,
    _import_error,
    _index_error,
    _key_error,
    _module_not_found,
    _zero_division,
)
from .names import _attribute_error, _name_error, _unbound_local
from .operations import _type_error
from .syntax import _indentation_error, _syntax_error
from .values import _value_error
from .words import _code


def _recursion(error, spot):
    who = _code(f"{spot.function}(…)") if spot.function.isidentifier() else "Una función"
    return (
        f"{who} se llama a sí misma una y otra vez, y nunca llega a un caso en que pare.",
        "Pon al principio de la función el caso más sencillo, con un `return` que no la vuelva a "
        "llamar, y comprueba que cada llamada se acerca a él.",
    )


def _interrupted(error, spot):
    return (
        "La celda se detuvo a medias. No es un fallo: lo que se ejecutó antes sigue en memoria.",
        "Si la paraste porque no acababa, busca un `while` cuya condición nunca se vuelve falsa, "
        "o prueba con menos datos. Después puedes ejecutarla otra vez.",
    )


def _assertion(error, spot):
    if not spot.direct:
        return _from_library(error, spot)
    node = spot.node(ast.Assert)  # hasta 3.12 Python señala la instrucción; después, la condición
    condition = node.test if node else spot.node(ast.expr)
    test = f" ({spot.text(condition)})" if condition else ""
    return (
        f"La condición que exige `assert`{test} no se cumple.",
        "Muestra con `print(…)` los valores que compara y busca por qué no son los esperados.",
    )


def _memory(error, spot):
    return (
        "Lo que pides no cabe en la memoria.",
        "Reinicia el núcleo y usa menos datos a la vez (menos filas, o un lote más pequeño).",
    )


# Clase de error -> qué significa y quién lo explica. Se busca la clase más cercana.
_EXPLAINERS = {
    NameError: ("Python no conoce ese nombre", _name_error),
    UnboundLocalError: ("la variable se usa antes de tener un valor", _unbound_local),
    TypeError: ("un dato no es del tipo que hace falta", _type_error),
    ValueError: ("el valor no sirve para esta operación", _value_error),
    IndexError: ("esa posición no existe", _index_error),
    KeyError: ("esa clave no está", _key_error),
    AttributeError: ("el objeto no tiene lo que le pides", _attribute_error),
    ZeroDivisionError: ("división entre cero", _zero_division),
    ModuleNotFoundError: ("Python no encuentra esa biblioteca", _module_not_found),
    ImportError: ("no se pudo importar", _import_error),
    FileNotFoundError: ("no existe ese archivo", _file_not_found),
    SyntaxError: ("Python no puede leer el código", _syntax_error),
    IndentationError: ("la sangría no cuadra", _indentation_error),
    TabError: ("mezclaste tabuladores y espacios", _indentation_error),
    RecursionError: ("una función se llama a sí misma sin parar", _recursion),
    KeyboardInterrupt: ("la celda se detuvo", _interrupted),
    AssertionError: ("una comprobación no se cumple", _assertion),
    MemoryError: ("no queda memoria", _memory),
    BaseException: ("el programa se detuvo", _general),
}
