"""Lo que una comprobación puede decir, y las tablas de errores conocidos.

Una tabla son filas ``(equivocación, …, frase)``: valores equivocados (o funciones equivocadas) y
lo que se le dice a quien los entrega. Son datos: el contrato de ``tests/exercises`` las recorre
fila a fila y comprueba que cada equivocación recibe su frase y no otra.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn


class Mistake(Exception):
    """La respuesta es incorrecta; el mensaje dice por qué y cómo seguir.

    Attributes
    ----------
    row : tuple or None
        De qué fila de qué tabla viene, ``(nombre de la respuesta, posición)``; None si no viene
        de ninguna.
    """

    def __init__(self, message: str, row: tuple[str, int] | None = None) -> None:
        super().__init__(message)
        self.row = row


class Unanswered(Exception):
    """La respuesta todavía es ``...``."""


def wrong(message: str) -> NoReturn:
    """Da la respuesta por mala: ``if condición: expect.wrong("…")``."""
    raise Mistake(message)


def wrong_when(condition: object, message: str) -> None:
    """Como ``wrong``, si se cumple la condición: para un mensaje que no cuesta construir."""
    if condition:
        raise Mistake(message)


_watcher = None  # la lista donde el contrato apunta las tablas que usa una comprobación


@contextmanager
def watched_tables() -> Iterator[list]:
    """Apunta las tablas que se consulten: da una lista de ``(nombre, filas)``."""
    global _watcher
    before, _watcher = _watcher, []
    try:
        yield _watcher
    finally:
        _watcher = before


def look_up(
    name: str,
    rows: Sequence[tuple],
    matches: Callable[[object], bool] | None,
    write: Callable[[object], str] = str,
) -> None:
    """Si alguna equivocación de la tabla es la respuesta, lanza ``Mistake`` con su frase.

    Parameters
    ----------
    name : str
        La respuesta, como se llama en el enunciado.
    rows : sequence of tuple
        ``(equivocación, …, frase)``.
    matches : callable or None
        Dice si una equivocación es lo que llegó; None solo apunta que la tabla existe.
    write : callable
        Hace la frase definitiva a partir de la de la tabla.
    """
    if _watcher is not None:
        _watcher.append((name, rows))
    if matches is None:
        return
    for position, (*mistakes, message) in enumerate(rows):
        if any(matches(mistake) for mistake in mistakes):
            raise Mistake(write(message), row=(name, position))
