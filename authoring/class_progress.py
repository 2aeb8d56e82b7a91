"""De una carpeta con lo que cada estudiante exportó (``progress(export=…)``) a la tabla de todos.

``python -m authoring class CARPETA`` escribe ahí ``clase.html`` y ``clase.csv``: quién va por
dónde, qué ejercicio pide más intentos, y qué mensaje se repite, que es lo que hay que volver a
explicar.
"""

import csv
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from course_utils.notebook import html_table

from .errors import AuthoringError

_PAGE = """<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cómo va la clase</title>
<style>
body {{ font-family: system-ui, sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }}
caption {{ font-weight: bold; text-align: left; font-size: 1.2rem; padding: .4rem 0; }}
th, td {{ border-bottom: 1px solid #ccc; padding: .3rem .6rem; text-align: left; }}
</style>
</head>
<body>
<h1>Cómo va la clase</h1>
{tables}
</body>
</html>
"""


@dataclass(frozen=True)
class Student:
    """Lo que exportó una persona.

    Attributes
    ----------
    name : str
        El nombre de su archivo.
    rows : list of dict
        Una por ejercicio intentado, con las columnas de ``progress(export=…)``.
    """

    name: str
    rows: list

    @property
    def solved(self):
        return sum(row["resuelto"] for row in self.rows)

    @property
    def stuck(self):
        """El ejercicio sin resolver en el que lleva más intentos, o None."""
        pending = [row for row in self.rows if not row["resuelto"]]
        return max(pending, key=lambda row: row["intentos"], default=None)


def read_class(folder):
    """Lee los ``.json`` de una carpeta.

    Raises
    ------
    AuthoringError
        No hay ninguno, o alguno no es de ``progress(export=…)``.
    """
    students = []
    for path in sorted(Path(folder).glob("*.json")):
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))["ejercicios"]
            for row in rows:
                row["ejercicio"] + row["ultimo"] + row["mensaje_mas_repetido"]  # textos
                row["resuelto"] + row["intentos"]  # números
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise AuthoringError(
                f"{path.name} no es un archivo de progress(export=…): {error!r}. Sácalo de la "
                "carpeta, o pide que lo vuelvan a exportar."
            ) from error
        students.append(Student(path.stem, rows))
    if not students:
        raise AuthoringError(
            f"En {folder} no hay ningún archivo .json: son los que cada estudiante hace con "
            'progress(export="su_nombre").'
        )
    return students


def class_tables(students):
    """Las tres tablas: ``(título, columnas, filas)`` de personas, ejercicios y mensajes."""
    people = [
        [
            student.name,
            str(student.solved),
            max((row["ultimo"] for row in student.rows), default="—"),
            _stuck(student.stuck),
        ]
        for student in students
    ]
    tried, people_of, wrong = Counter(), Counter(), Counter()
    for student in students:
        for row in student.rows:
            tried[row["ejercicio"]] += row["intentos"]
            people_of[row["ejercicio"]] += 1
            if row["mensaje_mas_repetido"]:
                wrong[row["ejercicio"], row["mensaje_mas_repetido"]] += 1
    hardest = sorted(tried, key=lambda name: -tried[name] / people_of[name])[:20]
    exercises = [
        [name, f"{tried[name] / people_of[name]:.1f}", str(people_of[name])] for name in hardest
    ]
    messages = [[name, text, str(count)] for (name, text), count in wrong.most_common(20)]
    return [
        ("Quién va por dónde", ["Quién", "Resueltos", "Última vez", "Atascado en"], people),
        (
            "Qué ejercicio pide más intentos",
            ["Ejercicio", "Intentos por persona", "Personas"],
            exercises,
        ),
        (
            "Qué mensaje se repite",
            ["Ejercicio", "Mensaje", "Personas a las que más se les repite"],
            messages,
        ),
    ]


def _stuck(row):
    if row is None:
        return "—"
    times = "1 intento" if row["intentos"] == 1 else f"{row['intentos']} intentos"
    return f"{row['ejercicio']} ({times})"


def write_class(folder):
    """Escribe ``clase.html`` y ``clase.csv`` en la carpeta, y devuelve sus rutas."""
    folder = Path(folder)
    tables = class_tables(read_class(folder))
    page, sheet = folder / "clase.html", folder / "clase.csv"
    content = "\n".join(html_table(*table, align_left=True) for table in tables)
    page.write_text(_PAGE.format(tables=content), encoding="utf-8", newline="\n")
    with open(sheet, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for title, header, body in tables:
            writer.writerows([[title], header, *body, []])
    return [page, sheet]
