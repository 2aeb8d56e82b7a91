"""Posiciones y archivos: IndexError, FileNotFoundError y lo demás que el sistema no deja."""

from __future__ import annotations

import ast
import errno
import os
import re
from itertools import islice

from course_utils.spanish import similar

from .libraries import from_library, general
from .messages import message_of
from .spot import Spot
from .words import MOST_ITEMS, Answer, cite

# La cuota de un servidor de clase se acaba igual que un disco; Windows no la tiene.
_NO_SPACE = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_PERMISSION = (errno.EACCES, errno.EPERM, errno.EROFS)


def index_error(error: BaseException, spot: Spot) -> Answer:
    message, node = message_of(error), spot.node(ast.Subscript)
    bounds = re.search(r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)", message)
    if bounds:
        return (
            f"Pediste la posición {bounds[1]} en el eje {bounds[2]}, que tiene {bounds[3]} "
            "elementos.",
            _last_position(int(bounds[3])),
        )
    mask = re.search(r"boolean index did not match.* is (\d+) but .* is (\d+)", message)
    if mask:
        return (
            f"La máscara tiene {mask[2]} valores, y aquello a lo que se la aplicas, {mask[1]}.",
            "Sácala de ese mismo array, o de otro con las mismas filas: mira los dos `.shape`.",
        )
    if "too many indices" in message:
        return (
            "Pusiste entre los corchetes más índices que dimensiones tiene el array.",
            "Mira su `.shape`: hace falta, como mucho, un índice por dimensión.",
        )
    if not spot.direct:
        return from_library(error, spot)
    if re.search(r"pop from (?:an )?empty", message):
        return "No se puede sacar nada: está vacía.", "Comprueba antes que hay algo: `if lista:`."
    known, base = spot.known(node.value) if node else (False, None)
    if not known or type(base) not in (list, tuple, str):
        return (
            "Pediste una posición que está más allá del final (o antes del principio).",
            "Mira cuántos elementos hay, con `len(…)`: las posiciones van de 0 a `len(…) - 1`.",
        )
    what, size = spot.text(node.value), len(base)
    index = spot.known(node.slice)[1]
    asked = f", y pediste la {index}" if type(index) is int else ""
    units = "caracteres" if type(base) is str else "elementos"
    if size == 0:
        return f"{what} no tiene ningún elemento{asked}.", "Comprueba por qué está vacío."
    where = f"las posiciones 0 a {size - 1}" if size > 1 else "la posición 0"
    count = f"{size} {units}" if size > 1 else "un solo elemento"
    fix = _last_position(size, what[1:-1])
    if any(isinstance(part, ast.Name) for part in ast.walk(node.slice)):
        top = cite(f"len({what[1:-1]}) - 1")
        fix += f" Si esto ocurre en un ciclo, el índice no debe pasar de {top}."
    return f"{what} tiene {count}, en {where}{asked}.", fix


def _last_position(size: int, name: str = "datos") -> str:
    if size == 0:
        return "Está vacío: comprueba por qué."
    return (
        f"Se cuenta desde 0: la última posición es {cite(f'{name}[{size - 1}]')}, que también "
        f"es {cite(f'{name}[-1]')}."
    )


def file_not_found(error: BaseException, spot: Spot) -> Answer:
    path = error.filename
    if not isinstance(path, str) or not path:
        return "El archivo o la carpeta no existe.", "Revisa el nombre y la carpeta."
    folder, name = os.path.split(path)
    close = similar(name, _files(folder or "."))
    where = (
        "Un nombre sin carpeta se busca donde está el cuaderno: `import os; os.listdir()` muestra "
        "lo que hay."
    )
    if close:
        return (
            f"No existe {cite(name)}, pero en esa carpeta sí hay {cite(close)}: ¿quisiste decir "
            f"{close}?",
            f"Cambia {cite(name)} por {cite(close)}.",
        )
    return (
        f"No existe {cite(name)} en la carpeta donde se buscó.",
        f"Revisa el nombre, la extensión (.csv, .txt…) y la carpeta. {where}",
    )


def _files(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, MOST_ITEMS))
    except OSError:
        return []


def os_error(error: BaseException, spot: Spot) -> Answer:
    """Lo que el sistema no dejó hacer con un archivo; de lo demás, lo general."""
    path = error.filename if isinstance(error.filename, str) else ""
    which = cite(os.path.basename(path) or path) if path else "ese archivo"
    if error.errno in _NO_SPACE:
        return (
            "No queda espacio en el disco: lo que se guardaba quedó a medias.",
            "Borra lo que no necesites, o vacía la papelera, y ejecuta la celda otra vez.",
        )
    # Windows llama falta de permiso a abrir una carpeta.
    if os.path.isdir(path):
        return (
            f"{which} es una carpeta, y aquí hace falta un archivo.",
            "Añade el nombre del archivo después del de la carpeta.",
        )
    if error.errno in _NO_PERMISSION:
        return (
            f"Tu usuario no tiene permiso para leer o escribir {which}.",
            "Guárdalo en una carpeta tuya; en Windows, cierra además el programa que lo tenga "
            "abierto.",
        )
    return general(error, spot)
