"""Las piezas de una frase: citas de código y lo que se dice en más de una explicación."""

from __future__ import annotations

from course_utils.spanish import type_name

Answer = tuple[str, str]  # la causa de un error y qué hacer
MOST_ITEMS = 2000  # claves, columnas o archivos que se miran como mucho
_WIDTH = 60  # caracteres de código que se citan como mucho


def cite(text: object) -> str:
    """Una cita de código en una línea, corta, entre acentos graves.

    >>> cite("nota + 1")
    '`nota + 1`'
    """
    text = " ".join(str(text).replace("`", "'").split())
    return f"`{text if len(text) <= _WIDTH else text[: _WIDTH - 1] + '…'}`"


def cite_value(value: object) -> str:
    """Un valor, citado si es un número entero, un texto o un booleano; si no, nada."""
    return cite(repr(value)) if type(value) in (int, str, bool) else ""


def kind_of(type_: str) -> str:
    """El nombre en español de un tipo, o de lo que Python llama así en sus mensajes.

    >>> kind_of("str"), kind_of("Perro")
    ('un texto (str)', 'un objeto de tipo `Perro`')
    """
    return type_name(type_, cite)


RAISED = (
    "Lo lanzó a propósito una instrucción `raise` del código: su mensaje, arriba, dice por qué.",
    "Lee el mensaje y busca qué dato o qué condición llevó hasta ese `raise`.",
)
NONE_ORIGIN = (
    "Busca de dónde viene ese `None`: de una función sin `return`, o de guardar lo que devuelve "
    "`print(…)` o un método que cambia la lista en su sitio, como `lista.sort()`."
)
