"""Lo que dice Python, en inglés, y la tabla que lo lleva a una causa y una reparación."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .spot import Spot
from .words import Answer, cite, kind_of

# Patrón -> la respuesta, o quien la busca.
Row = tuple[str, Answer | Callable[[re.Match, Spot], Answer]]


def message_of(error: BaseException) -> str:
    """El mensaje de Python, o nada si el error no sabe decirlo."""
    try:
        text = str(error)
    except Exception:
        return ""
    # TensorFlow pone delante el rastro entero y, al final, lo que pasó.
    return text if len(text) <= 4000 else f"{text[:2000]}\n{text[-2000:]}"


def read_table(text: str) -> list[Row]:
    """Lee una tabla de mensajes: patrón, causa y, tras la flecha, qué hacer.

    >>> read_table('''
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


def by_message(table: Iterable[Row], message: str, spot: Spot) -> Answer | None:
    """Causa y reparación según el mensaje de Python; ``None`` si la tabla no lo conoce.

    Cada fila es ``(patrón, respuesta)``. La respuesta es una función de (mensaje, spot), o dos
    textos donde ``{0}`` es lo que captura el patrón y ``{kind[0]}``, ese tipo en español.
    """
    for pattern, answer in table:
        match = re.search(pattern, message)
        if match and callable(answer):
            return answer(match, spot)
        if match:
            groups = [cite(group or "")[1:-1] for group in match.groups()]
            kinds = [kind_of(group) for group in groups]
            return tuple(part.format(*groups, kind=kinds) for part in answer)
    return None
