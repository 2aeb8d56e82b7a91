"""Nombres y atributos que no existen: NameError, UnboundLocalError, AttributeError."""

import ast
import builtins
import re
import sys

from .libraries import _general
from .lookups import _keys
from .words import _NONE_ORIGIN, _code, _folded, _kind, _message, similar

_ALIASES = {
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "tf": "import tensorflow as tf",
    "keras": "import keras",
    "sklearn": "import sklearn",
    "torch": "import torch",
    "math": "import math",
    "random": "import random",
    "os": "import os",
    "time": "import time",
}
_TRANSLATED = {
    "verdadero": "True",
    "falso": "False",
    "nulo": "None",
    "ninguno": "None",
    "null": "None",
    "imprimir": "print",
    "rango": "range",
}


def _name_error(error, spot):
    name = getattr(error, "name", None)
    if not spot.direct or type(name) is not str:
        return _general(error, spot)
    if name in _ALIASES:
        return (
            f"{_code(name)} es el nombre habitual de una biblioteca que aún no has importado "
            "en este cuaderno.",
            f"Ejecuta la celda que la importa o escribe antes {_code(_ALIASES[name])}.",
        )
    builtin = [n for n in dir(builtins) if not n.startswith("_")]
    close = _TRANSLATED.get(_folded(name)) or similar(name, spot.names()) or similar(name, builtin)
    rerun = (
        "Si el nombre está bien escrito, ejecuta primero la celda que lo define: al reiniciar el "
        "núcleo se olvida todo."
    )
    if close:
        return (
            f"No hay nada que se llame {_code(name)}, pero sí {_code(close)}: "
            f"¿quisiste decir {close}?",
            f"Cambia {_code(name)} por {_code(close)}; cuentan las mayúsculas, los acentos y los "
            f"guiones bajos. {rerun}",
        )
    return (
        f"Todavía no hay nada que se llame {_code(name)}.",
        f"{rerun} Y si querías escribir ese texto tal cual, ponlo entre comillas: "
        f"{_code(repr(name))}.",
    )


def _unbound_local(error, spot):
    found = re.search(r"variable '(\w+)'", _message(error))
    name = _code(found[1]) if found else "esa variable"
    return (
        f"Dentro de la función, {name} recibe un valor con `=`, y por eso Python la trata como "
        "variable propia de la función; pero se usa antes de recibirlo.",
        f"Pásala como parámetro, o dale un valor al principio de la función. Si {name} solo se "
        "asigna dentro de un `if` o de un ciclo, dale un valor antes.",
    )


def _attribute_error(error, spot):
    name, message = getattr(error, "name", None), _message(error)
    if "partially initialized module" in message:
        return (
            "Un archivo tuyo se llama igual que la biblioteca que quieres importar, y Python "
            "encontró el tuyo.",
            "Cambia el nombre de tu archivo .py y reinicia el núcleo.",
        )
    thing, node = getattr(error, "obj", None), spot.node(ast.Attribute)
    # pandas y NumPy lanzan este error desde dentro: también es de quien escribió ese punto.
    mine = spot.direct or (node is not None and node.attr == name)
    if not mine or type(name) is not str:
        return _general(error, spot)
    base = spot.text(node.value) if node else "ese objeto"
    if thing is None and "NoneType" in message:
        return f"{base} vale `None`, y `None` no tiene {_code(name)}.", _why_none(node, spot)
    what = f"{base} es {_kind(type(thing).__name__)}"
    close = similar(name, [n for n in _attributes(thing) if not str(n).startswith("_")])
    for asked in (f"{type(thing).__name__}.{name}", name, similar(name, _REPLACEMENTS)):
        if asked in _REPLACEMENTS and not close:
            return f"{what}, y no tiene {_code(name)}.", _REPLACEMENTS[asked]
    if close:
        return (
            f"{what}, y no tiene {_code(name)}, pero sí {_code(close)}: ¿quisiste decir {close}?",
            f"Cambia {_code(name)} por {_code(close)}.",
        )
    return (
        f"{what}, y no tiene {_code(name)}.",
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
    "ndarray.append": "Crea otro arreglo: `np.append(arreglo, valor)`.",
    "DataFrame.append": "Para unir tablas, usa `pd.concat([tabla, otra])`.",
    "push": "Para añadir un elemento al final de una lista, usa `.append(…)`.",
    "has_key": "Para saber si una clave está, escribe `clave in diccionario`.",
    "contains": "Para saber si algo está dentro, escribe `algo in coleccion`.",
    "print": "`print` es una función, no un método: escribe `print(…)`.",
}


def _attributes(thing):
    if isinstance(thing, type(sys)):
        return list(vars(thing))
    try:
        own = object.__getattribute__(thing, "__dict__")
    except AttributeError:
        own = {}
    return [*dir(type(thing)), *own, *(_keys(thing)[0] or [])]


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
                    f"En {_code(f'{name} = … {method}(…)')} guardaste lo que devuelve {method}, "
                    f"que es `None`: cambia las cosas en su sitio. Quita {_code(name + ' =')} de "
                    f"esa línea.{instead if method == 'sort' else ''}"
                )
    return _NONE_ORIGIN
