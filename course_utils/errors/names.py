"""Nombres y atributos que no existen: NameError, UnboundLocalError, AttributeError."""

from __future__ import annotations

import ast
import builtins
import re
import sys

from course_utils.spanish import folded, similar

from .imports import names_in
from .keys import keys_of
from .libraries import general
from .messages import message_of
from .outdated import library_of, outdated
from .spot import Spot
from .words import NONE_ORIGIN, Answer, cite, kind_of

_ALIASES = {
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "tf": "import tensorflow as tf",
    "keras": "import keras",
    "sklearn": "import sklearn",
    "torch": "import torch",
    "optuna": "import optuna",
    "keras_tuner": "import keras_tuner",
    "math": "import math",
    "random": "import random",
    "os": "import os",
    "time": "import time",
}
# Palabras de Python dichas en español: valores y, si se las llama, funciones.
_VALUES = {
    "verdadero": "True",
    "falso": "False",
    "nulo": "None",
    "ninguno": "None",
    "null": "None",
}
_FUNCTIONS = {"imprimir": "print", "rango": "range"}


def name_error(error: BaseException, spot: Spot) -> Answer:
    name = getattr(error, "name", None)
    if not spot.direct or type(name) is not str:
        return general(error, spot)
    if name in _ALIASES:
        return (
            f"{cite(name)} es el nombre habitual de una biblioteca que aún no has importado "
            "en este cuaderno.",
            f"Ejecuta la celda que la importa o escribe antes {cite(_ALIASES[name])}.",
        )
    if name in names_of_the_course():
        return _of_the_course(name)
    node = spot.node(ast.Name)
    outer = spot.parent(node) if node else None
    called = isinstance(outer, ast.Call) and outer.func is node
    return outdated(name, f"builtins.{name}") or _unknown_name(name, spot, outer, called)


def names_of_the_course() -> list[str]:
    """Lo que se importa de ``course_utils`` en los cuadernos."""
    return vars(sys.modules["course_utils"])["__all__"]


def _of_the_course(name: str) -> Answer:
    return (
        f"{cite(name)} es del curso, y en este cuaderno no está importado: o no se ha ejecutado la "
        "celda que lo importa, o el núcleo se reinició y lo olvidó todo.",
        "Ejecuta la celda de preparación, la primera, y la que tiene los `import`; o escribe antes "
        f"{cite(f'from course_utils import {name}')}.",
    )


def _unknown_name(name: str, spot: Spot, outer: ast.AST | None, called: bool) -> Answer:
    plain, mine = folded(name), similar(name, spot.names())
    close = mine or _VALUES.get(plain) or (_FUNCTIONS.get(plain) if called else None)
    if not close and (ours := similar(name, names_of_the_course())):
        return (
            f"No hay nada que se llame {cite(name)}; en el curso hay {cite(ours)}: ¿quisiste decir "
            f"{ours}?",
            f"Escribe {cite(ours)}, y antes {cite(f'from course_utils import {ours}')}.",
        )
    close = close or _builtin_like(name)
    rerun = (
        "Si el nombre está bien escrito, ejecuta primero la celda que lo define o lo importa: al "
        "reiniciar el núcleo se olvida todo."
    )
    if close:
        return (
            f"No hay nada que se llame {cite(name)}, pero sí {cite(close)}: "
            f"¿quisiste decir {close}?",
            f"Cambia {cite(name)} por {cite(close)}; cuentan las mayúsculas, los acentos y los "
            f"guiones bajos. {rerun}",
        )
    used = called or isinstance(outer, ast.Attribute | ast.Subscript)  # así no se usa un texto
    quotes = f" Y si querías escribir ese texto tal cual, ponlo entre comillas: {cite(repr(name))}."
    return f"Todavía no hay nada que se llame {cite(name)}.", rerun + ("" if used else quotes)


def _builtin_like(name: str) -> str | None:
    """La función de Python de la que es una errata; «lista» y «suma» son palabras, no erratas."""
    close = similar(name, [n for n in dir(builtins) if not n.startswith("_")])
    ending = close and name[-1] in "aeos" and name[:-1] in (close, close[:-1])
    return None if ending else close


def unbound_local(error: BaseException, spot: Spot) -> Answer:
    found = re.search(r"variable '(\w+)'", message_of(error))
    name = cite(found[1]) if found else "esa variable"
    return (
        f"Dentro de la función, {name} recibe un valor con `=`, y por eso Python la trata como "
        "variable propia de la función; pero se usa antes de recibirlo.",
        f"Pásala como parámetro, o dale un valor al principio de la función. Si {name} solo se "
        "asigna dentro de un `if` o de un ciclo, dale un valor antes.",
    )


def attribute_error(error: BaseException, spot: Spot) -> Answer:
    name, message = getattr(error, "name", None), message_of(error)
    if "partially initialized module" in message:
        return (
            "Un archivo tuyo se llama igual que la biblioteca que quieres importar, y Python "
            "encontró el tuyo.",
            "Cambia el nombre de tu archivo .py y reinicia el núcleo.",
        )
    thing, node = getattr(error, "obj", None), spot.node(ast.Attribute)
    if name is None and node is not None:  # NumPy y scikit-learn no dicen cuál
        name, thing = node.attr, spot.known(node.value)[1]
    # pandas y NumPy lanzan este error desde dentro: también es de quien escribió ese punto.
    mine = spot.direct or (node is not None and node.attr == name)
    if not mine or type(name) is not str:
        return general(error, spot)
    base = spot.text(node.value) if node else "ese objeto"
    if thing is None and "NoneType" in message:
        return f"{base} vale `None`, y `None` no tiene {cite(name)}.", _why_none(node, spot)
    old = outdated(spot.text(node)[1:-1] if node else name, *_owners(thing, name))
    if old:
        return old
    what = f"{base} es {kind_of(type(thing).__name__)}"
    close = similar(name, [n for n in _attributes(thing) if not str(n).startswith("_")])
    for asked in (f"{type(thing).__name__}.{name}", name, similar(name, _REPLACEMENTS)):
        if asked in _REPLACEMENTS and not close:
            return f"{what}, y no tiene {cite(name)}.", _REPLACEMENTS[asked]
    if close and name == f"{close}_":
        return (
            f"{what}, y no tiene {cite(name)}.",
            "Lo que acaba en «_» aparece después de `fit(…)`, y a veces solo si se pidió al crear "
            "el modelo: `oob_score_`, con `oob_score=True`.",
        )
    if close:
        return (
            f"{what}, y no tiene {cite(name)}, pero sí {cite(close)}: ¿quisiste decir {close}?",
            f"Cambia {cite(name)} por {cite(close)}.",
        )
    return (
        f"{what}, y no tiene {cite(name)}.",
        f"Comprueba que {base} es lo que crees, con `type(…)`; `dir(…)` da la lista de lo que "
        "tiene. Escribe su nombre y un punto y pulsa Tab para verla.",
    )


_REPLACEMENTS = {
    "length": "Para saber cuántos elementos hay, usa la función `len(…)`.",
    "len": "`len` es una función, no un método: escribe `len(…)` con el objeto dentro.",
    "size": "Para saber cuántos elementos hay, usa la función `len(…)`.",
    "dict.append": "A un diccionario se le añade así: `diccionario[clave] = valor`.",
    "tuple.append": "Una tupla no puede crecer: usa una lista (`list(tupla)`).",
    "str.append": "Un texto no puede crecer: crea otro nuevo, `texto + 'más'`.",
    "ndarray.append": "Crea otro array: `np.append(array, valor)`.",
    "push": "Para añadir un elemento al final de una lista, usa `.append(…)`.",
    "contains": "Para saber si algo está dentro, escribe `algo in coleccion`.",
    "print": "`print` es una función, no un método: escribe `print(…)`.",
}


def _owners(thing, name):
    """Cómo puede llamarse ``thing.name`` en la tabla de lo que ya no existe."""
    if isinstance(thing, type(sys)):
        return [f"{library_of(str(vars(thing).get('__name__')))}.{name}"]
    return [f"{kind.__name__}.{name}" for kind in type(thing).__mro__]


def _attributes(thing):
    if isinstance(thing, type(sys)):
        return names_in(str(vars(thing).get("__name__"))) or list(vars(thing))
    try:
        own = object.__getattribute__(thing, "__dict__")
    except AttributeError:
        own = {}
    return [*dir(type(thing)), *own, *(keys_of(thing)[0] or [])]


def _why_none(node, spot):
    """De dónde salió un None: se busca en las celdas ejecutadas ``x = y.sort()`` y parecidos."""
    if node and isinstance(node.value, ast.Name):
        methods = "sort|reverse|append|extend|insert|remove|clear|update|add|shuffle|print"
        pattern = rf"^\s*{node.value.id}\s*=[^=\n]*?\b({methods})\("
        for cell in spot.previous_cells():
            found = re.findall(pattern, cell, re.MULTILINE)
            if found:
                name, method = node.value.id, found[-1]
                instead = " Si quieres una lista nueva y ordenada, usa `sorted(…)`."
                return (
                    f"En {cite(f'{name} = … {method}(…)')} guardaste lo que devuelve {method}, "
                    f"que es `None`: cambia las cosas en su sitio. Quita {cite(name + ' =')} de "
                    f"esa línea.{instead if method == 'sort' else ''}"
                )
    return NONE_ORIGIN
