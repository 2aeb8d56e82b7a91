"""Las piezas de una frase: citas de código, nombres parecidos y tablas de mensajes."""

import difflib
import re
import unicodedata
from itertools import islice

_WIDTH = 60  # caracteres de código que se citan como mucho
_LIMIT = 2000  # nombres, claves o archivos que se miran como mucho
_KINDS = {
    "str": "un texto (str)",
    "int": "un número entero (int)",
    "float": "un número decimal (float)",
    "bool": "un valor lógico (bool)",
    "list": "una lista (list)",
    "tuple": "una tupla (tuple)",
    "dict": "un diccionario (dict)",
    "set": "un conjunto (set)",
    "NoneType": "`None` (ningún valor)",
    "function": "una función",
    "builtin_function_or_method": "una función",
    "method": "un método",
    "type": "un tipo",
    "module": "un módulo",
    "ndarray": "un arreglo de NumPy (ndarray)",
    "DataFrame": "una tabla de pandas (DataFrame)",
    "Series": "una columna de pandas (Series)",
}


def _kind(type_name):
    """El nombre en español de un tipo.

    >>> _kind("str"), _kind("Perro")
    ('un texto (str)', 'un objeto de tipo `Perro`')
    """
    name = type_name.rpartition(".")[2]
    return _KINDS.get(name) or f"un objeto de tipo {_code(name)}"


def _code(text):
    """Una cita de código en una línea, corta, entre acentos graves.

    >>> _code("nota + 1")
    '`nota + 1`'
    """
    text = " ".join(str(text).replace("`", "'").split())
    return f"`{text if len(text) <= _WIDTH else text[: _WIDTH - 1] + '…'}`"


def _quoted(value):
    """Un valor, citado si es un número entero, un texto o un valor lógico; si no, nada."""
    return _code(repr(value)) if type(value) in (int, str, bool) else ""


def _listed(words):
    """Une palabras: «a, b y c».

    >>> _listed(["a", "b", "c"])
    'a, b y c'
    """
    return " y ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _folded(name):
    """Un nombre sin acentos, mayúsculas ni guiones bajos: lo que se confunde al escribir."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c) and c != "_")


def similar(name, candidates):
    """El candidato que más se parece a un nombre, o ``None``.

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
    >>> similar("x", ["y", "z"])
    """
    if type(name) is not str or len(name) > _WIDTH:
        return None
    texts = {c for c in islice(candidates, _LIMIT) if type(c) is str and 0 < len(c) <= _WIDTH}
    options = sorted(texts - {name})
    for option in options:
        if _folded(option) == _folded(name):
            return option
    close = difflib.get_close_matches(name, options, n=1, cutoff=0.75)
    return close[0] if close else None


def _table(text):
    """Lee una tabla de mensajes: patrón, causa y, tras la flecha, qué hacer.

    >>> _table('''
    ... unmatched '(.)'
    ...     Sobra este {0}.
    ...     → Bórralo.
    ... ''')
    [("unmatched '(.)'", ('Sobra este {0}.', 'Bórralo.'))]
    """
    rows = []
    for block in text.strip().split("\n\n"):
        pattern, _, answer = block.partition("\n")
        cause, _, fix = (" ".join(answer.split())).partition(" → ")
        rows.append((pattern, (cause, fix)))
    return rows


def _by_message(table, message, spot):
    """Causa y reparación según el mensaje de Python; ``None`` si la tabla no lo conoce.

    Cada fila es ``(patrón, respuesta)``. La respuesta es una función de (mensaje, spot), o dos
    textos donde ``{0}`` es lo que captura el patrón y ``{kind[0]}``, ese tipo en español.
    """
    for pattern, answer in table:
        match = re.search(pattern, message)
        if match and callable(answer):
            return answer(match, spot)
        if match:
            groups = [_code(group or "")[1:-1] for group in match.groups()]
            kinds = [_kind(group) for group in groups]
            return tuple(part.format(*groups, kind=kinds) for part in answer)
    return None


_RAISED = (
    "Lo lanzó a propósito una instrucción `raise` del código: su mensaje, arriba, dice por qué.",
    "Lee el mensaje y busca qué dato o qué condición llevó hasta ese `raise`.",
)
_NONE_ORIGIN = (
    "Busca de dónde viene ese `None`: de una función sin `return`, o de guardar lo que devuelve "
    "`print(…)` o un método que cambia la lista en su sitio, como `lista.sort()`."
)


def _message(error):
    """El mensaje de Python, o nada si el error no sabe decirlo."""
    try:
        return str(error)[:2000]
    except Exception:
        return ""
