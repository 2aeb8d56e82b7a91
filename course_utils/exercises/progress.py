"""``progress()``: lo que llevas hecho del curso, y qué sigue."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime
from html import escape
from pathlib import Path

from course_utils.notebook import Html, html_table

from .record import Attempt, attempts

_SOLUTIONS = Path(__file__).parent / "solutions.json"
COLUMNS = ("ejercicio", "resuelto", "intentos", "ultimo", "mensaje_mas_repetido")


@dataclass(frozen=True)
class Row:
    """Lo hecho en un ejercicio; los nombres son los de las columnas que se exportan."""

    ejercicio: str
    resuelto: bool
    intentos: int
    ultimo: str
    mensaje_mas_repetido: str


class Progress:
    """Tu avance, como tabla en un cuaderno y como texto fuera de él.

    Parameters
    ----------
    exercises : sequence of str
        Los ejercicios del curso, en orden.
    done : sequence of Attempt
    """

    def __init__(self, exercises: list[str], done: list[Attempt]) -> None:
        self.exercises = exercises
        self.attempts = [attempt for attempt in done if attempt.exercise_id in set(exercises)]
        self.solved = {attempt.exercise_id for attempt in self.attempts if attempt.right}

    @property
    def next_exercise(self) -> str | None:
        """El primero sin resolver después del último que tocaste, o el primero de todos."""
        start = 0
        if self.attempts:
            start = self.exercises.index(self.attempts[-1].exercise_id)
        order = self.exercises[start:] + self.exercises[:start]
        return next((name for name in order if name not in self.solved), None)

    def lessons(self) -> list[tuple[str, int, int]]:
        """``(lección, resueltos, total)`` de cada lección, en el orden del curso."""
        total = Counter(map(_lesson_of, self.exercises))
        solved = Counter(map(_lesson_of, self.solved))
        return [(lesson, solved[lesson], number) for lesson, number in total.items()]

    def rows(self) -> list[Row]:
        """Una fila por ejercicio intentado, en el orden del curso."""
        found = []
        for name in self.exercises:
            tried = [attempt for attempt in self.attempts if attempt.exercise_id == name]
            if tried:
                wrong = Counter(attempt.message for attempt in tried if not attempt.right)
                found.append(
                    Row(
                        name,
                        name in self.solved,
                        len(tried),
                        _when(tried[-1].when),
                        wrong.most_common(1)[0][0] if wrong else "",
                    )
                )
        return found

    def summary(self) -> str:
        """En una o dos frases: cuánto, cuándo y qué sigue."""
        if not self.attempts:
            return "Todavía no hay nada apuntado: aparecerá al comprobar tu primer ejercicio."
        text = f"Llevas {len(self.solved)} ejercicios de {len(self.exercises)}. "
        text += f"El último que comprobaste fue el {self.attempts[-1].exercise_id}, el "
        text += f"{_when(self.attempts[-1].when)}. "
        following = self.next_exercise
        return text + (f"Sigue el {following}." if following else "¡Los has resuelto todos!")

    def __repr__(self) -> str:
        lines = [self.summary()]
        for lesson, solved, total in self.lessons():
            if any(_lesson_of(a.exercise_id) == lesson for a in self.attempts):
                lines.append(f"{lesson:>5}  {_bar(solved, total)}  {solved} de {total}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        body = [
            [
                lesson,
                Html(
                    f'<progress max="{total}" value="{solved}" aria-label="lección {lesson}">'
                    "</progress>"
                ),
                f"{solved} de {total}",
            ]
            for lesson, solved, total in self.lessons()
        ]
        table = html_table("Tu avance", ["Lección", "Resuelto", "Ejercicios"], body)
        return f"<p>{escape(self.summary())}</p>{table}"


def progress(export: str | Path | None = None) -> Progress:
    """Enseña qué ejercicios llevas resueltos en este equipo, y cuál sigue.

    Parameters
    ----------
    export : str or Path, optional
        Un nombre de archivo: escribe además ``nombre.csv`` y ``nombre.json``, para guardarlos o
        dárselos a quien enseña. Nada sale del equipo si no lo llevas tú.

    Returns
    -------
    Progress

    Raises
    ------
    OSError
        No se puede escribir donde dice ``export``.

    Examples
    --------
    >>> progress()  # doctest: +SKIP
    Llevas 3 ejercicios de 560. El último que comprobaste fue el 1.1.3, el 2026-03-02 21:40. Sigue…
    """
    course = json.loads(_SOLUTIONS.read_text(encoding="utf-8"))
    done = Progress(sorted(course, key=_in_order), attempts())
    if export is not None:
        _export(done, Path(export).expanduser())
    return done


def _export(done, path):
    base = path.with_suffix("") if path.suffix.lower() in (".csv", ".json") else path
    rows = [asdict(row) for row in done.rows()]
    with open(f"{base}.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    data = {"total": len(done.exercises), "ejercicios": rows}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    Path(f"{base}.json").write_text(text + "\n", encoding="utf-8")
    print(f"Guardado en {base}.csv y {base}.json")


def _in_order(exercise_id):
    """«1.10.2» va detrás de «1.9.2», y «1.9.A1», detrás de los dos de su lección."""
    *lesson, number = exercise_id.split(".")
    return [*map(int, lesson), number.startswith("A"), int(number.removeprefix("A"))]


def _lesson_of(exercise_id):
    return exercise_id.rsplit(".", 1)[0]


def _when(seconds):
    return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M")


def _bar(solved, total, width=10):
    full = round(width * solved / total)
    return "█" * full + "░" * (width - full)
