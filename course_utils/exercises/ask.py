"""``check``, ``hint`` y ``solution``, como los importa un cuaderno: aunque falte una biblioteca.

Las comprobaciones necesitan NumPy, y se cargan con la primera. Así, la celda que importa ``check``
y ``check_environment`` funciona en un equipo sin NumPy, que es donde hace falta un diagnóstico.
"""

from __future__ import annotations

from course_utils.errors import library_problem

from .executed import watch

watch()  # desde que hay «check», se sabe si la celda de la respuesta llegó a ejecutarse


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
    ImportError
        Falta una biblioteca, o no se puede cargar; el mensaje dice cuál.
    """
    try:
        from .core import check
    except Exception as error:
        raise library_problem("check", error) from None
    check(exercise_id, *answers)


def hint(exercise_id: str) -> None:
    """Muestra la siguiente pista de un ejercicio; después de la última vuelve a la primera."""
    try:
        from .core import hint
    except Exception as error:
        raise library_problem("hint", error) from None
    hint(exercise_id)


def solution(exercise_id: str) -> None:
    """Muestra la solución de referencia de un ejercicio (puede haber otras igual de buenas)."""
    try:
        from .core import solution
    except Exception as error:
        raise library_problem("solution", error) from None
    solution(exercise_id)
