"""Comprobaciones de la lección 9.6, Píxel a píxel: segmentar y seguir."""

from . import expect
from .core import exercise, quiz


@exercise(
    "9.6.1",
    hints=(
        "Una pista que recuerde la idea.",
        "Otra que casi lo diga: respuesta = 6 * 7",
    ),
    praise="Una idea que quede, mejor que un aplauso.",
)
def check_answer(answer):
    answer = expect.number(answer, "respuesta")
    expect.close(answer, 42, "respuesta")


quiz(
    "9.6.A1",
    correct="b",
    why="Por qué es la correcta.",
    wrong={
        "a": "Qué malentendido hay detrás de esta.",
        "c": "Y qué malentendido hay detrás de esta otra.",
    },
    hint="Una pista que no elimina opciones.",
)
