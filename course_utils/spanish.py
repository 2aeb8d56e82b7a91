"""Palabras de los mensajes: nombres de tipos, listas, plurales y nombres que se parecen."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, takewhile

_LONGEST_NAME = 60  # letras: lo que pasa de ahí no es un nombre mal escrito
_MOST_CANDIDATES = 2000

_TYPE_NAMES = {
    "bool": "un booleano (True o False)",
    "int": "un número entero (int)",
    "float": "un número decimal (float)",
    "str": "un texto (str)",
    "list": "una lista (list)",
    "tuple": "una tupla (tuple)",
    "dict": "un diccionario (dict)",
    "set": "un conjunto (set)",
    "frozenset": "un conjunto que no cambia (frozenset)",
    "bytes": "una cadena de bytes (bytes)",
    "complex": "un número complejo (complex)",
    "Fraction": "una fracción (Fraction)",
    "Decimal": "un número decimal exacto (Decimal)",
    "range": "un rango (range)",
    "generator": "un generador",
    "dict_keys": "las claves de un diccionario (dict_keys)",
    "dict_values": "los valores de un diccionario (dict_values)",
    "dict_items": "los pares de un diccionario (dict_items)",
    "function": "una función",
    "builtin_function_or_method": "una función",
    "method": "un método",
    "type": "un tipo",
    "module": "un módulo",
    "ndarray": "un array de NumPy",
    "DataFrame": "una tabla de pandas (DataFrame)",
    "Series": "una columna de pandas (Series)",
    **{name: f"un iterador ({name})" for name in ("map", "filter", "zip", "enumerate")},
    **{f"int{bits}": f"un número entero de NumPy (int{bits})" for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": f"un número entero de NumPy (uint{bits})" for bits in (8, 16, 32, 64)},
    **{f"float{bits}": f"un número decimal de NumPy (float{bits})" for bits in (16, 32, 64)},
    "str_": "un texto de NumPy (str_)",
}


def type_name(type_: type | str, quote: Callable[[str], str] = str) -> str:
    """Nombre en español de un tipo: ``list`` -> «una lista (list)».

    Parameters
    ----------
    type_ : type or str
        El tipo o su nombre, con o sin el del módulo delante.
    quote : callable
        Cómo se cita el nombre de un tipo que no está en la lista.

    Returns
    -------
    str

    Examples
    --------
    >>> type_name(str), type_name("numpy.ndarray"), type_name("Perro", "«{}»".format)
    ('un texto (str)', 'un array de NumPy', 'un objeto de tipo «Perro»')
    """
    name = type_.rpartition(".")[2] if isinstance(type_, str) else type_.__name__
    if name == "NoneType":
        return f"{quote('None')} (ningún valor)"
    return _TYPE_NAMES.get(name) or f"un objeto de tipo {quote(name)}"


def join_words(words: Sequence[str]) -> str:
    """Une palabras con comas y «y».

    Examples
    --------
    >>> join_words(["a", "b", "c"]), join_words(["a"])
    ('a, b y c', 'a')
    """
    return " y ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def counted(count: int, word: str) -> str:
    """Un número de cosas: la palabra que termina en vocal, en plural si no es una.

    Examples
    --------
    >>> counted(1, "aviso"), counted(3, "aviso")
    ('1 aviso', '3 avisos')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def folded(name: str) -> str:
    """Un nombre sin acentos, mayúsculas ni guiones bajos: lo que se confunde al escribir.

    Examples
    --------
    >>> folded("Precio_Años")
    'precioanos'
    """
    return _plain(name).replace("_", "")


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))


def similar(name: object, candidates: Iterable[object]) -> str | None:
    """El candidato del que un nombre es una errata, o ``None``.

    Errata es una letra de más, de menos o por otra, o las mismas letras en otro orden, en cada
    palabra; no es ``x`` por ``y``, ni ``modelo_1`` por ``modelo_2``, ni empezar por otra letra.

    Parameters
    ----------
    name : str
    candidates : iterable
        Lo que no sea texto se ignora; se miran 2000 como mucho.

    Returns
    -------
    str or None

    Examples
    --------
    >>> similar("precio_totl", ["precio", "precio_total"])
    'precio_total'
    >>> similar("Año", ["ano", "mes"])
    'ano'
    >>> similar("y_train", ["x_train", "y_test"])
    """
    if type(name) is not str or len(name) > _LONGEST_NAME:
        return None
    first = islice(candidates, _MOST_CANDIDATES)
    options = sorted({c for c in first if type(c) is str and 0 < len(c) <= _LONGEST_NAME} - {name})
    for option in options:
        if folded(option) == folded(name):
            return option
    close = [option for option in options if _is_misspelled(name, option)]
    return next(iter(difflib.get_close_matches(name, close, n=1, cutoff=0)), None)


def _is_misspelled(name: str, right: str) -> bool:
    if re.sub(r"\D", "", name) != re.sub(r"\D", "", right):
        return False  # con otra cifra es otro nombre
    words, others = (re.split(r"[\W_]+", _plain(text)) for text in (name, right))
    if len(words) != len(others):
        words, others = [folded(name)], [folded(right)]
    return all(a == b or _is_typo(a, b) for a, b in zip(words, others, strict=True))


def _is_typo(word: str, right: str) -> bool:
    """Si dos palabras se separan en un solo sitio, y por poco."""
    shortest = min(len(word), len(right))
    start = _shared(word, right)
    end = _shared(word[start:][::-1], right[start:][::-1])
    mine, theirs = word[start : len(word) - end], right[start : len(right) - end]
    if shortest < 3:
        return False
    if sorted(mine) == sorted(theirs):  # las mismas letras, en otro orden
        return len(mine) <= max(2, shortest // 2)
    if start == 0 or (mine and theirs and shortest <= 4):  # cars y vars: es otra palabra
        return False
    return max(len(mine), len(theirs)) <= (2 if shortest >= 7 else 1)


def _shared(word: str, other: str) -> int:
    """Cuántas letras tienen iguales al principio."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))
    )
