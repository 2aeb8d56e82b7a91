"""Separa la lección del estudiante de la resuelta, siguiendo las marcas de ejercicio.

Entre ``# >>> HUECO`` y ``# <<<`` está la solución; el estudiante ve HUECO en su lugar, con la
misma sangría. Una marca mal puesta es un error con archivo y línea: nunca una solución filtrada.
"""

import re
from dataclasses import dataclass

from .errors import AuthoringError

_CELL = re.compile(r"^# %%(?P<rest>.*)$")
_OPEN = re.compile(r"^(?P<indent>\s*)# >>> (?P<stub>\S.*)$")
_CLOSE = re.compile(r"^(?P<indent>\s*)# <<<$")
# Cualquier comentario que empiece con dos o más de esos signos quiso ser una marca.
_LOOKS_LIKE_MARKER = re.compile(r"^\s*#+\s*(>>|<<)")
# La comprobación de un ejercicio, con su número.
CHECK = re.compile(r'^\s*check\("([^"]+)"', re.MULTILINE)


@dataclass(frozen=True)
class Split:
    """Las dos versiones del texto de una lección, y las líneas que solo están en la resuelta."""

    student: str
    solved: str
    solution_lines: tuple[str, ...]


@dataclass
class _Open:
    line: int
    indent: str
    solution: list


def split(text, path):
    """Separa el texto de una lección en su versión de estudiante y su versión resuelta.

    Parameters
    ----------
    text : str
        Lección en formato ``py:percent`` de jupytext.
    path : str or Path
        Archivo del que viene, para los mensajes.

    Returns
    -------
    Split

    Raises
    ------
    AuthoringError
        Una marca falta, está anidada, vacía, mal escrita o fuera de una celda de código.

    Examples
    --------
    >>> parts = split("# >>> x = ...\\nx = 3\\n# <<<\\n", "l.py")
    >>> parts.student, parts.solved
    ('x = ...\\n', 'x = 3\\n')
    """
    student, solved, solution_lines = [], [], []
    opened = None
    markdown = False

    def fail(line, why):
        raise AuthoringError(f"{path}:{line}: {why}")

    for number, line in enumerate(text.splitlines(), start=1):
        cell = _CELL.match(line)
        if cell:
            if opened:
                fail(opened.line, "la marca «# >>>» no se cierra con «# <<<» en su celda.")
            markdown = "[markdown]" in cell["rest"]
        start, end = _OPEN.match(line), _CLOSE.match(line)
        if markdown or not (start or end or _LOOKS_LIKE_MARKER.match(line)):
            solved.append(line)
            if opened:
                opened.solution.append(line)
            else:
                student.append(line)
        elif start:
            if opened:
                fail(number, f"«# >>>» dentro de otro, abierto en la línea {opened.line}.")
            opened = _Open(number, start["indent"], [])
            student.append(start["indent"] + start["stub"])
        elif end:
            if not opened:
                fail(number, "«# <<<» sin un «# >>>» antes en su celda.")
            if end["indent"] != opened.indent:
                fail(number, f"la sangría no es la de su «# >>>» (línea {opened.line}).")
            if not any(row.strip() for row in opened.solution):
                fail(opened.line, "la solución está vacía.")
            solution_lines += [row.strip() for row in opened.solution if row.strip()]
            opened = None
        else:
            fail(
                number,
                f"marca mal escrita: «{line.strip()}». Se escribe «# >>> HUECO» y «# <<<», "
                "con un espacio y nada más.",
            )
    if opened:
        fail(opened.line, "la marca «# >>>» no se cierra con «# <<<».")
    return Split("\n".join(student) + "\n", "\n".join(solved) + "\n", tuple(solution_lines))
