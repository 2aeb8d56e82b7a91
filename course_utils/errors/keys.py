"""Claves y columnas que no están: KeyError."""

from __future__ import annotations

import ast
import re
from itertools import islice

from course_utils.spanish import similar

from .spot import Spot
from .words import MOST_ITEMS, Answer, cite, cite_value


def key_error(error: BaseException, spot: Spot) -> Answer:
    key = error.args[0] if error.args else None
    node = spot.node(ast.Subscript, ast.Call)
    brackets = isinstance(node, ast.Subscript)
    if not brackets and type(key) is str and "not found in axis" in key:
        return _dropped(node, key)
    holder = _holder(node, key)
    base = spot.known(holder)[1] if holder else None
    if brackets and holder is not node.value:
        return _no_such_row(key, spot.text(holder), base)
    keys, noun = keys_of(base)
    if brackets and keys and isinstance(node.slice, ast.List):  # la primera de tabla[["a", "b"]]
        listed = [part.value for part in node.slice.elts if isinstance(part, ast.Constant)]
        key = next((name for name in listed if name not in keys), key)
    if keys is None or (not brackets and key in keys):
        return (
            f"La clave {cite_value(key)} no está." if cite_value(key) else "Esa clave no está.",
            "Mira cuáles hay, con `list(diccionario)`. Si puede faltar, pregunta antes con `in` o "
            "usa `diccionario.get(clave)`, que da `None` si no está.",
        )
    return _not_among(key, spot.text(holder), keys, noun, brackets)


def _not_among(key: object, what: str, keys: list, noun: str, brackets: bool) -> Answer:
    def instead(right: object) -> str:
        if brackets:
            return f"Escribe {cite(f'{what[1:-1]}[{right!r}]')}"
        return f"Cambia {cite_value(key)} por {cite_value(right)}"

    asked = f"La {noun} {cite_value(key)}" if cite_value(key) else f"Esa {noun}"
    cause = f"{asked} no está en {what}"
    close = similar(key, keys)
    if close:
        return (
            f"{cause}, pero sí {cite_value(close)}: ¿quisiste decir {close}?",
            f"{instead(close)}; cuentan las mayúsculas, los acentos y los espacios.",
        )
    twin = _other_type(key, keys)
    if twin is not None:
        return (
            f"{cause}, pero sí {cite_value(twin)}: el número y el texto son claves distintas.",
            f"{instead(twin)}.",
        )
    curve = _curve(key, keys) if noun == "clave" else None
    if curve:
        return f"{cause}.", curve
    shown = [cite_value(k) for k in keys[:8] if cite_value(k)]
    more = " (y más)" if len(keys) > 8 else ""
    there = f" Las que hay: {', '.join(shown)}{more}." if shown else ""
    fix = "Usa una de las que hay. Si puede faltar, pregunta antes con `in`"
    if noun == "clave":
        fix += ", o usa `.get(clave)`, que da `None`"
    elif type(key) in (int, tuple):
        fix = (
            "Una fila se pide por su posición, `tabla.iloc[0]`, o por su etiqueta, `tabla.loc[0]`; "
            "y un valor, `tabla.loc[0, 'columna']`"
        )
    return f"{cause}.{there if keys else ' Está vacío.'}", f"{fix}."


def keys_of(base: object) -> tuple[list | None, str]:
    """Las claves de un diccionario o las columnas de una tabla, y cómo se llaman."""
    if isinstance(base, dict):
        return list(islice(dict.keys(base), MOST_ITEMS)), "clave"
    if type(base).__module__.startswith("pandas") and type(base).__name__ == "DataFrame":
        return list(islice(base.columns, MOST_ITEMS)), "columna"
    return None, ""


def _holder(node: ast.AST | None, key: object) -> ast.expr | None:
    """De quién es la clave: ``t`` en ``t['a']``, ``t.loc['a']`` y ``t.sort_values('a')``."""
    if isinstance(node, ast.Call):
        given = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
        is_given = type(key) in (int, str) and key in given
        return node.func.value if isinstance(node.func, ast.Attribute) and is_given else None
    inside = node and node.value
    rows = isinstance(inside, ast.Attribute) and inside.attr in ("loc", "at")
    return inside.value if rows else inside


def _other_type(key: object, keys: list) -> object:
    """La clave que se escribe igual pero es de otro tipo: 1 y "1"."""
    if type(key) not in (int, str):
        return None
    return next((k for k in keys if type(k) in (int, str) and str(k) == str(key)), None)


def _curve(key: object, keys: list) -> str | None:
    """Qué hacer con una clave que no está en el ``history`` de Keras."""
    if type(key) is not str:
        return None
    today = key.replace("acc", "accuracy")
    if key in ("acc", "val_acc") and today in keys:
        return f"Hoy la exactitud se llama {cite(repr(today))}."
    if key.startswith("val_") and key[4:] in keys:
        return (
            "No hubo datos de validación: dáselos a `fit(…)`, con `validation_split=0.2` o "
            "`validation_data=(x_val, y_val)`."
        )
    return None


def _no_such_row(key: object, what: str, table: object) -> Answer:
    columns, noun = keys_of(table)
    label = f"la etiqueta {cite_value(key)}" if cite_value(key) else "esa etiqueta"
    cause = f"En {what} no hay ninguna fila con {label}."
    if noun == "columna" and type(key) in (int, str) and key in columns:
        return (
            f"{cause} Sí hay una columna que se llama así.",
            f"Una columna se pide sin `loc`: {cite(f'{what[1:-1]}[{key!r}]')}.",
        )
    return cause, "Mira las etiquetas, con `tabla.index`. Por posición se pide con `iloc`."


def _dropped(node: ast.Call | None, message: str) -> Answer:
    """``tabla.drop('c')``: si no se dice más, busca entre las filas."""
    name = cite(re.sub(r"^\W+|\W+$", "", message.partition("] not found")[0]))
    words = {keyword.arg: ast.unparse(keyword.value) for keyword in getattr(node, "keywords", ())}
    if "columns" in words or words.get("axis") in ("1", "'columns'"):
        return (
            f"No hay ninguna columna {name} que quitar.",
            "Mira cuáles hay, con `tabla.columns`: quizá ya la quitaste, o se escribe distinto.",
        )
    return (
        f"`drop` busca entre las etiquetas de las filas, y ninguna es {name}.",
        f"Si es una columna, dilo: {cite(f'tabla.drop(columns={name[1:-1]!r})')}.",
    )
