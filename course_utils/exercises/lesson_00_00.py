"""Comprobaciones de 00_inicio."""

from . import expect
from .core import exercise, quiz


@exercise(
    "0.0.1",
    hints=(
        "Un texto va entre comillas: las de abrir y las de cerrar, iguales.",
        'Por ejemplo: `mi_nombre = "Ana"`',
    ),
    praise="Acabas de ponerle nombre a un dato: eso es una variable.",
)
def check_name(name):
    if isinstance(name, (int, float)) and not isinstance(name, bool):
        expect.wrong("Eso es un número. Tu nombre es un texto: escríbelo entre comillas.")
    expect.instance(name, str, "mi_nombre")
    if not name.strip():
        expect.wrong("El texto está vacío: escribe algo entre las comillas.")
    if name.replace("_", " ").strip().lower() in ("mi nombre", "tu nombre", "nombre", "..."):
        expect.wrong("Casi: escribe tu propio nombre, no la frase del enunciado.")


@exercise(
    "0.0.2",
    hints=(
        "Empieza en 0 y cada ejecución suma 1.",
        "¿Cuántas veces se ejecutó la celda que suma?",
    ),
    praise="El núcleo de ejecución recuerda: cada ejecución parte de donde quedó la anterior.",
)
def check_visits(visits):
    if isinstance(visits, str):
        expect.wrong("Eso es un texto. Escribe el número sin comillas.")
    expect.cases(
        visits,
        "visitas_al_final",
        5,
        mistakes=(
            (
                1,
                "Sería 1 si se hubiera ejecutado una sola vez: el núcleo de ejecución no vuelve a "
                "empezar, recuerda.",
            ),
            (6, "Empieza en 0, no en 1: la celda «visitas = 0» no cuenta como visita."),
        ),
        kind=expect.number,
    )


@exercise(
    "0.0.3",
    hints=(
        "Un día tiene 24 horas, cada hora 60 minutos, y cada minuto 60 segundos.",
        "Multiplicar se escribe con un asterisco: `24 * 60` da los minutos de un día.",
        "`segundos_del_dia = 24 * 60 * 60`",
    ),
    praise="86 400 segundos, y la cuenta la hizo Python.",
)
def check_seconds(seconds):
    if isinstance(seconds, str):
        expect.wrong("Eso es un texto: quita las comillas para que Python calcule.")
    expect.cases(
        seconds,
        "segundos_del_dia",
        86400,
        mistakes=(
            (24 * 60, "Esos son los minutos de un día: falta un paso más."),
            (60 * 60, "Esos son los segundos de una hora: un día tiene 24."),
            (24 + 60 + 60, "Has sumado. Por cada hora hay 60 minutos: hay que multiplicar."),
        ),
        kind=expect.number,
    )


@exercise(
    "0.0.4",
    hints=(
        "Lee el primer error de abajo arriba: ¿qué nombre no existe?",
        'Las comillas de `"3"` lo convierten en texto: ¿qué pasa si las quitas?',
        "`entradas = 3`, y en la última línea, `precio_entrada` en lugar de `precio_entrda`.",
    ),
    praise="Encontrar y arreglar errores es la mitad de programar.",
)
def check_fixed_program(total):
    if isinstance(total, str):
        expect.wrong("total es un texto: ¿queda algún número entre comillas?")
    expect.cases(
        total,
        "total",
        8.5 * 3 + 4,
        mistakes=(
            (8.5 * 3, "Falta sumar el estacionamiento."),
            (8.5 + 4, "Falta multiplicar por el número de entradas."),
            (3 * (8.5 + 4), "El estacionamiento se paga una sola vez, no por cada entrada."),
        ),
        kind=expect.number,
    )


quiz(
    "0.0.A1",
    correct="b",
    why="Sí: hay que ejecutar las celdas de arriba abajo, al menos una vez.",
    wrong={
        "a": "El cuaderno está bien: le falta haber ejecutado las celdas anteriores.",
        "c": "Si sale un error de Python, es justamente porque Python está instalado y funciona.",
    },
    hint="¿Quién recuerda los nombres que se van creando?",
)
quiz(
    "0.0.A2",
    correct="c",
    why="Sí: ahí está la clase de error y su explicación. Después, la flecha dice dónde.",
    wrong={
        "a": "La primera línea dice, como mucho, la clase de error; qué falló está al final.",
        "b": "El mensaje dice qué pasó y dónde: leerlo ahorra mucho tiempo.",
    },
    hint="Vuelve a mirar el error de ejemplo.",
)
quiz(
    "0.0.A3",
    correct="a",
    why='Sí: por eso "3" + 4 da un TypeError.',
    wrong={
        "b": 'Python los distingue: 7 + 7 es 14, pero "7" + "7" es "77".',
        "c": "Es correcto en Python: es un texto de un solo carácter.",
    },
    hint="¿Para qué sirven las comillas?",
)
