"""Errores que saltan dentro de una biblioteca, y los que no se conocen."""

from __future__ import annotations

from .messages import by_message, message_of
from .networks import NETWORK_MESSAGES
from .parameters import KEYWORD_MESSAGES
from .spot import Spot
from .tables import INSIDE_MESSAGES, TABLE_MESSAGES
from .words import Answer, cite

# Valen saltando en la celda o más adentro.
DATA_MESSAGES = (*KEYWORD_MESSAGES, *NETWORK_MESSAGES, *TABLE_MESSAGES)


def from_library(error: BaseException, spot: Spot) -> Answer:
    """Lo que se puede decir de un error que saltó dentro de una biblioteca."""
    known = by_message((*DATA_MESSAGES, *INSIDE_MESSAGES), message_of(error), spot)
    if known:
        start = f" Empezó en tu línea {spot.line}: {spot.line_text()}." if spot.line else ""
        return known[0] + start, known[1]
    if not spot.line_text():
        return _GENERAL
    where = f"dentro de {cite(spot.library)}" if spot.library else "fuera de tus celdas"
    return (
        f"El error saltó {where}, pero lo puso en marcha tu línea {spot.line}: {spot.line_text()}.",
        "Empieza por tu línea, no por las de la biblioteca: mira con `type(…)`, `len(…)` o "
        "`.shape` lo que le pasas y compáralo con lo que pide. La última línea del error dice "
        "qué no le gustó.",
    )


_GENERAL = (
    "El mensaje de Python dice la clase de error y el motivo.",
    "Ejecuta esas líneas por partes, en otra celda y con los mismos datos, hasta ver cuál falla.",
)


def general(error: BaseException, spot: Spot) -> Answer:
    if not spot.direct:
        return from_library(error, spot)
    line = f" Tu línea es la {spot.line}: {spot.line_text()}." if spot.line_text() else ""
    return _GENERAL[0] + line, _GENERAL[1]
