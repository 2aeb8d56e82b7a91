"""El motor de los ejercicios: ``check``, ``hint`` y ``solution``.

Cada lección tiene su archivo de comprobaciones (``lesson_44.py`` para la 4.4), que se importa
la primera vez que alguien comprueba uno de sus ejercicios y los apunta aquí.
"""

import html
import json
import os
from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from .expect import Mistake, Unanswered


class Status(Enum):
    """Los cuatro resultados posibles: icono y título."""

    UNANSWERED = ("⏳", "sin responder")
    CORRECT = ("✅", "correcto")
    WRONG = ("❌", "todavía no")
    ENVIRONMENT = ("⚠️", "problema del entorno")

    @property
    def icon(self):
        return self.value[0]

    @property
    def title(self):
        return self.value[1]


# Colores de fondo y borde de cada resultado; el icono y el título dicen lo mismo sin color.
_COLORS = {
    Status.UNANSWERED: ("#f5f5f5", "#757575"),
    Status.CORRECT: ("#e8f2fb", "#0072b2"),
    Status.WRONG: ("#fdeee6", "#d55e00"),
    Status.ENVIRONMENT: ("#fff8e1", "#b8860b"),
}


@dataclass(frozen=True)
class Message:
    """Un aviso para el estudiante, con forma HTML y forma de texto."""

    icon: str
    title: str
    text: str
    background: str = "#f5f5f5"
    border: str = "#757575"

    def __repr__(self):
        return f"{self.icon} {self.title}: {self.text}"

    def _repr_html_(self):
        return (
            f'<div style="background:{self.background};color:#222;'
            f"border-left:4px solid {self.border};padding:8px 12px;margin:4px 0;"
            'white-space:pre-wrap">'
            f"<b>{self.icon} {html.escape(self.title)}</b>: {html.escape(self.text)}</div>"
        )


@dataclass(frozen=True)
class Outcome:
    """Resultado de comprobar un ejercicio."""

    exercise_id: str
    status: Status
    text: str

    def message(self):
        background, border = _COLORS[self.status]
        title = f"Ejercicio {self.exercise_id} · {self.status.title}"
        return Message(self.status.icon, title, self.text, background, border)


class StrictModeError(AssertionError):
    """Con ``COURSE_STRICT=1``, un ejercicio que no resultó ✅."""


@dataclass(frozen=True)
class Exercise:
    """Un ejercicio: su comprobación, cuántas respuestas recibe, sus pistas y su elogio.

    En una pregunta de autoevaluación, también la explicación de cada letra incorrecta.
    """

    id: str
    check: object
    answers: int
    hints: tuple[str, ...]
    praise: str
    wrong_letters: dict[str, str] = field(default_factory=dict)  # solo en autoevaluaciones


_registry = {}
_hints_given = {}


def exercise(exercise_id, *, hints, praise="¡Bien hecho!", wrong_letters=None):
    """Decorador que apunta una comprobación en el registro.

    La comprobación lanza ``Mistake`` si la respuesta está mal. Si está bien no devuelve nada, o
    devuelve una frase que se añade al elogio.

    Parameters
    ----------
    exercise_id : str
        ``módulo.lección.número``, como en el enunciado.
    hints : sequence of str
        Pistas, de la más leve a la más clara.
    praise : str
        Lo que se dice cuando la respuesta es correcta: mejor una idea que un aplauso.
    """

    def register(function):
        if exercise_id in _registry:
            raise ValueError(f"El ejercicio {exercise_id} está definido dos veces.")
        arguments = function.__code__.co_argcount
        _registry[exercise_id] = Exercise(
            exercise_id, function, arguments, tuple(hints), praise, wrong_letters or {}
        )
        return function

    return register


def quiz(question_id, *, correct, why, wrong, hint):
    """Apunta una pregunta de autoevaluación, que se responde con una letra.

    Parameters
    ----------
    question_id : str
        ``módulo.lección.A1``…
    correct : str
        La letra correcta.
    why : str
        Por qué lo es: se muestra al acertar.
    wrong : dict[str, str]
        Letra incorrecta -> qué malentendido hay detrás.
    hint : str
        Una pista que no elimina opciones.
    """
    letters = sorted([correct, *wrong])

    @exercise(question_id, hints=(hint,), praise=why, wrong_letters=wrong)
    def check_letter(answer):
        letter = answer.strip().lower() if isinstance(answer, str) else answer
        if not isinstance(letter, str) or letter not in letters:
            raise Mistake(
                f"Responde con una de estas letras, entre comillas: {', '.join(letters)}."
            )
        if letter in wrong:
            raise Mistake(wrong[letter])


def get_exercise(exercise_id):
    """Busca un ejercicio, importando si hace falta el archivo de su lección.

    Raises
    ------
    TypeError, KeyError
        El identificador no es un texto, o no existe.
    """
    if not isinstance(exercise_id, str):
        raise TypeError(
            'El primer argumento es el número del ejercicio, entre comillas: check("4.4.1", …). '
            f"Llegó {exercise_id!r}."
        )
    module = f"{__package__}.lesson_{''.join(exercise_id.split('.')[:2])}"
    if exercise_id not in _registry and find_spec(module):
        import_module(module)
    if exercise_id not in _registry:
        raise KeyError(
            f"No existe el ejercicio «{exercise_id}». Copia su número del enunciado, "
            'entre comillas: check("4.4.1", …).'
        )
    return _registry[exercise_id]


def all_exercises():
    """Devuelve ``{id: Exercise}`` con los ejercicios de todas las lecciones."""
    for path in sorted(Path(__file__).parent.glob("lesson_[0-9][0-9].py")):
        import_module(f"{__package__}.{path.stem}")
    return dict(_registry)


def _unanswered(answer):
    if answer is Ellipsis:
        return True
    if isinstance(answer, (list, tuple)):
        return any(item is Ellipsis for item in answer)
    if isinstance(answer, dict):
        return any(item is Ellipsis for item in answer.values())
    return False


def evaluate(exercise_id, *answers):
    """Comprueba una respuesta y devuelve su ``Outcome``, sin mostrar nada."""
    task = get_exercise(exercise_id)
    if len(answers) != task.answers:
        return Outcome(
            exercise_id,
            Status.WRONG,
            f"Este ejercicio espera {task.answers} respuesta(s) después de su número y "
            f"llegaron {len(answers)}. Vuelve a la celda original: check(«número», …).",
        )
    if any(_unanswered(answer) for answer in answers):
        return Outcome(exercise_id, Status.UNANSWERED, _how_to_start(exercise_id))
    try:
        remark = task.check(*answers)
    except Unanswered:
        return Outcome(exercise_id, Status.UNANSWERED, _how_to_start(exercise_id))
    except Mistake as mistake:
        return Outcome(exercise_id, Status.WRONG, str(mistake))
    except (ImportError, OSError, MemoryError) as error:
        # No es culpa de la respuesta: falta un paquete, un archivo de datos o memoria.
        return Outcome(
            exercise_id,
            Status.ENVIRONMENT,
            f"Tu respuesta no se pudo comprobar. {type(error).__name__}: {error}. "
            "Ejecuta check_environment() y sigue lo que diga.",
        )
    except Exception as error:
        # Un fallo de la comprobación misma: las pruebas de contrato lo buscan para que aquí
        # no llegue nunca, pero a quien estudia no se le muestra un error que no es suyo.
        return Outcome(
            exercise_id,
            Status.ENVIRONMENT,
            f"Este fallo es del curso, no tuyo ({type(error).__name__}: {error}). Compara tu "
            f'respuesta con solution("{exercise_id}") y, si puedes, avísanos.',
        )
    return Outcome(exercise_id, Status.CORRECT, " ".join(filter(None, [task.praise, remark])))


def _how_to_start(exercise_id):
    return (
        "Cambia los puntos suspensivos (...) por tu respuesta y vuelve a ejecutar la celda. "
        f'¿Una pista? hint("{exercise_id}")'
    )


def _show(message):
    from IPython.display import display

    display(message)


def check(exercise_id, *answers):
    """Comprueba tus respuestas a un ejercicio y te dice cómo vas.

    Parameters
    ----------
    exercise_id : str
        El número del ejercicio, como está en el enunciado: ``"4.4.1"``.
    *answers
        Lo que has calculado: variables, o funciones sin paréntesis.

    Raises
    ------
    StrictModeError
        Solo con ``COURSE_STRICT=1`` (así se prueban los cuadernos resueltos): la respuesta no
        es ✅.
    """
    outcome = evaluate(exercise_id, *answers)
    _show(outcome.message())
    if os.environ.get("COURSE_STRICT") == "1" and outcome.status is not Status.CORRECT:
        raise StrictModeError(repr(outcome.message()))


def hint(exercise_id):
    """Muestra la siguiente pista de un ejercicio; después de la última vuelve a la primera."""
    task = get_exercise(exercise_id)
    given = _hints_given.get(exercise_id, 0)
    _hints_given[exercise_id] = given + 1
    number = given % len(task.hints)
    title = f"Pista {number + 1} de {len(task.hints)}"
    _show(Message("💡", title, task.hints[number]))


def solution(exercise_id):
    """Muestra la solución de referencia de un ejercicio (puede haber otras igual de buenas)."""
    task = get_exercise(exercise_id)
    solutions = json.loads((Path(__file__).parent / "solutions.json").read_text(encoding="utf-8"))
    _show(Message("🔑", f"Solución del ejercicio {task.id}", "\n" + solutions[task.id]))
