"""El motor de los ejercicios: ``check``, ``hint`` y ``solution``.

Cada lección tiene su archivo de comprobaciones (``lesson_04_06.py`` para la 4.6), que se importa
la primera vez que alguien comprueba uno de sus ejercicios y los apunta aquí.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from course_utils.notebook import Message, in_notebook, show

from .executed import stale
from .expect import Mistake, Unanswered, one_line
from .expect.patience import Overtime, endless, is_foreign, patience
from .record import add_attempt
from .traceless import traceless


class Status(Enum):
    """Los cuatro resultados posibles: icono y título."""

    UNANSWERED = ("⏳", "sin responder")
    CORRECT = ("✅", "correcto")
    WRONG = ("❌", "todavía no")
    ENVIRONMENT = ("⚠️", "problema del entorno")

    @property
    def icon(self) -> str:
        return self.value[0]

    @property
    def title(self) -> str:
        return self.value[1]


# Colores de fondo y borde de cada resultado; el icono y el título dicen lo mismo sin color.
_COLORS = {
    Status.UNANSWERED: ("#f5f5f5", "#757575"),
    Status.CORRECT: ("#e8f2fb", "#0072b2"),
    Status.WRONG: ("#fdeee6", "#d55e00"),
    Status.ENVIRONMENT: ("#fff8e1", "#b8860b"),
}


@dataclass(frozen=True)
class Outcome:
    """Resultado de comprobar un ejercicio."""

    exercise_id: str
    status: Status
    text: str

    def message(self) -> Message:
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
    check: Callable[..., str | None]
    answers: int
    hints: tuple[str, ...]
    praise: str
    wrong_letters: dict[str, str] = field(default_factory=dict)  # solo en autoevaluaciones


_LONGEST = 60  # segundos que puede tardar una comprobación entera, en un equipo lento

_registry = {}
_hints_given = {}


def exercise(
    exercise_id: str,
    *,
    hints: Sequence[str],
    praise: str = "¡Bien hecho!",
    wrong_letters: dict[str, str] | None = None,
) -> Callable[[Callable], Callable]:
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


def quiz(question_id: str, *, correct: str, why: str, wrong: dict[str, str], hint: str) -> None:
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


def get_exercise(exercise_id: str) -> Exercise:
    """Busca un ejercicio, importando si hace falta el archivo de su lección.

    Raises
    ------
    TypeError, KeyError
        El identificador no es un texto, o no existe.
    """
    if not isinstance(exercise_id, str):
        raise TypeError(
            'El primer argumento es el número del ejercicio, entre comillas: check("0.0.1", …). '
            f"Llegó {exercise_id!r}."
        )
    module = _module_of(exercise_id)
    if exercise_id not in _registry and module and find_spec(module):
        import_module(module)
    if exercise_id not in _registry:
        raise KeyError(
            f"No existe el ejercicio «{exercise_id}». Copia su número del enunciado, "
            'entre comillas: check("0.0.1", …).'
        )
    return _registry[exercise_id]


def _module_of(exercise_id):
    """El módulo de comprobaciones: el de «4.6.1» es ``lesson_04_06``; None si no es un número."""
    numbers = exercise_id.split(".")[:2]
    if len(numbers) < 2 or not all(number.isdecimal() for number in numbers):
        return None
    return f"{__package__}.lesson_{'_'.join(number.zfill(2) for number in numbers)}"


def all_exercises() -> dict[str, Exercise]:
    """Devuelve ``{id: Exercise}`` con los ejercicios de todas las lecciones."""
    for path in sorted(Path(__file__).parent.glob("lesson_[0-9]*_[0-9]*.py")):
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


@traceless()
def evaluate(exercise_id: str, *answers: object) -> Outcome:
    """Comprueba una respuesta y devuelve su ``Outcome``, sin mostrar nada ni dejar huella."""
    task = get_exercise(exercise_id)
    if len(answers) != task.answers:
        return Outcome(
            exercise_id,
            Status.WRONG,
            f"Este ejercicio espera {task.answers} respuesta(s) después de su número y "
            f"llegaron {len(answers)}. Vuelve a la celda original: check(«número», …).",
        )
    wait = None
    try:
        with patience(_LONGEST, _LONGEST) as wait:
            if any(_unanswered(answer) for answer in answers):
                raise Unanswered
            remark = task.check(*answers)
    except Unanswered:
        return Outcome(exercise_id, Status.UNANSWERED, _how_to_start(exercise_id))
    except Mistake as mistake:
        return Outcome(exercise_id, Status.WRONG, str(mistake))
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) and (wait is None or wait.interrupted):
            raise
        return Outcome(exercise_id, *_not_judged(task, error))
    return Outcome(exercise_id, Status.CORRECT, " ".join(filter(None, [task.praise, remark])))


def _not_judged(task, error):
    """El resultado y la frase de una respuesta con la que la comprobación no llegó al final."""
    if isinstance(error, Overtime):
        return Status.WRONG, (
            f"Comprobar tu respuesta tarda más de {_LONGEST} segundos, y se ha detenido. "
            f"{endless(error)} Prueba con menos datos, o con algo más corto."
        )
    if _comes_from_answer(task, error):
        return Status.WRONG, (
            f"Tu respuesta no se deja comprobar: al usarla, su propio código se detuvo con "
            f"{type(error).__name__}: {one_line(error)}. "
            "Entrega lo que pide el enunciado: un número, un texto, una lista, una función…"
        )
    if isinstance(error, (ImportError, OSError, MemoryError)):
        # No es culpa de la respuesta: falta un paquete, un archivo de datos o memoria.
        return Status.ENVIRONMENT, (
            f"Tu respuesta no se pudo comprobar. {type(error).__name__}: {error}. "
            "Ejecuta check_environment() y sigue lo que diga."
        )
    # Un fallo de la comprobación misma: las pruebas de contrato lo buscan para que aquí no llegue
    # nunca, pero a quien estudia no se le muestra un error que no es suyo.
    return Status.ENVIRONMENT, (
        f"Este fallo es del curso, no tuyo ({type(error).__name__}: {one_line(error)}). "
        f'Compara tu respuesta con solution("{task.id}") y, si puedes, avísanos.'
    )


def _comes_from_answer(task, error):
    """Si saltó en código de quien estudia: un método de un objeto suyo, por ejemplo."""
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code is not task.check.__code__ and is_foreign(trace.tb_frame):
            return True
        trace = trace.tb_next
    return False


def _how_to_start(exercise_id):
    return (
        "Cambia los puntos suspensivos (...) por tu respuesta y vuelve a ejecutar la celda. "
        f'¿Una pista? hint("{exercise_id}")'
    )


def check(exercise_id: str, *answers: object) -> None:
    """Comprueba tus respuestas a un ejercicio y te dice cómo vas.

    Parameters
    ----------
    exercise_id : str
        El número del ejercicio, como está en el enunciado: ``"0.0.1"``.
    *answers
        Lo que has calculado: variables, o funciones sin paréntesis.

    Raises
    ------
    StrictModeError
        Solo con ``COURSE_STRICT=1`` (así se prueban los cuadernos resueltos): la respuesta no
        es ✅.
    """
    outcome = _not_executed(exercise_id) or evaluate(exercise_id, *answers)
    show(outcome.message())
    if outcome.status in (Status.CORRECT, Status.WRONG) and in_notebook():
        add_attempt(exercise_id, outcome.status is Status.CORRECT, outcome.text)
    if os.environ.get("COURSE_STRICT") == "1" and outcome.status is not Status.CORRECT:
        raise StrictModeError(repr(outcome.message()))


def _not_executed(exercise_id):
    """El resultado de una respuesta cuya celda falló después de darle valor: no se juzga."""
    found = stale(exercise_id)
    if found is None:
        return None
    get_exercise(exercise_id)  # si no existe, es lo primero que hay que decir
    name, failure = found
    whole = " entera" if failure.started else ""
    return Outcome(
        exercise_id,
        Status.UNANSWERED,
        f"Tu celda no llegó a ejecutarse{whole}: dio un error ({failure.error}). Lo que se "
        f"comprobaría en «{name}» puede ser de antes. Corrige el error, ejecuta esa celda otra vez "
        "y después esta.",
    )


def hint(exercise_id: str) -> None:
    """Muestra la siguiente pista de un ejercicio; después de la última vuelve a la primera."""
    task = get_exercise(exercise_id)
    given = _hints_given.get(exercise_id, 0)
    _hints_given[exercise_id] = given + 1
    number = given % len(task.hints)
    title = f"Pista {number + 1} de {len(task.hints)}"
    show(Message("💡", title, task.hints[number]))


def solution(exercise_id: str) -> None:
    """Muestra la solución de referencia de un ejercicio (puede haber otras igual de buenas)."""
    task = get_exercise(exercise_id)
    solutions = json.loads((Path(__file__).parent / "solutions.json").read_text(encoding="utf-8"))
    show(Message("🔑", f"Solución del ejercicio {task.id}", "\n" + solutions[task.id]))
