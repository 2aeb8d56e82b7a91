"""Qué significa cada clase de error, y quién busca su causa."""

from __future__ import annotations

import ast

from .imports import import_error, module_not_found
from .keys import key_error
from .libraries import from_library, general
from .lookups import file_not_found, index_error, os_error
from .names import attribute_error, name_error, unbound_local
from .operations import type_error, zero_division
from .spot import Spot
from .syntax import indentation_error, syntax_error
from .values import value_error
from .words import Answer, cite


def _recursion(error: BaseException, spot: Spot) -> Answer:
    who = cite(f"{spot.function}(…)") if spot.function.isidentifier() else "Una función"
    return (
        f"{who} se llama a sí misma una y otra vez, y nunca llega a un caso en que pare.",
        "Pon al principio de la función el caso más sencillo, con un `return` que no la vuelva a "
        "llamar, y comprueba que cada llamada se acerca a él.",
    )


def _interrupted(error: BaseException, spot: Spot) -> Answer:
    return (
        "La celda se detuvo a medias. No es un fallo: lo que se ejecutó antes sigue en memoria.",
        "Si la paraste porque no acababa, busca un `while` cuya condición nunca se vuelve falsa, "
        "o prueba con menos datos. Después puedes ejecutarla otra vez.",
    )


def _assertion(error: BaseException, spot: Spot) -> Answer:
    if not spot.direct:
        return from_library(error, spot)
    node = spot.node(ast.Assert)  # hasta 3.12 Python señala la instrucción; después, la condición
    condition = node.test if node else spot.node(ast.expr)
    test = f" ({spot.text(condition)})" if condition else ""
    return (
        f"La condición que exige `assert`{test} no se cumple.",
        "Muestra con `print(…)` los valores que compara y busca por qué no son los esperados.",
    )


def _memory(error: BaseException, spot: Spot) -> Answer:
    return (
        "Lo que pides no cabe en la memoria.",
        "Reinicia el núcleo y usa menos datos a la vez (menos filas, o un lote más pequeño).",
    )


# Clase de error -> qué significa y quién lo explica. Se busca la clase más cercana.
EXPLAINERS = {
    NameError: ("Python no conoce ese nombre", name_error),
    UnboundLocalError: ("la variable se usa antes de tener un valor", unbound_local),
    TypeError: ("un dato no es del tipo que hace falta", type_error),
    ValueError: ("el valor no sirve para esta operación", value_error),
    IndexError: ("esa posición no existe", index_error),
    KeyError: ("esa clave no está", key_error),
    AttributeError: ("el objeto no tiene lo que le pides", attribute_error),
    ZeroDivisionError: ("división entre cero", zero_division),
    ModuleNotFoundError: ("Python no encuentra esa biblioteca", module_not_found),
    ImportError: ("no se pudo importar", import_error),
    FileNotFoundError: ("no existe ese archivo", file_not_found),
    PermissionError: ("no hay permiso", os_error),
    IsADirectoryError: ("es una carpeta", os_error),
    OSError: ("el sistema no pudo leer o escribir", os_error),
    SyntaxError: ("Python no puede leer el código", syntax_error),
    IndentationError: ("la sangría no cuadra", indentation_error),
    TabError: ("mezclaste tabuladores y espacios", indentation_error),
    RecursionError: ("una función se llama a sí misma sin parar", _recursion),
    KeyboardInterrupt: ("la celda se detuvo", _interrupted),
    AssertionError: ("una comprobación no se cumple", _assertion),
    MemoryError: ("no queda memoria", _memory),
    BaseException: ("el programa se detuvo", general),
}
