"""Posiciones, claves, divisiones, bibliotecas y archivos que no están."""

import ast
import os
import re
import sys
from itertools import islice

from .libraries import _from_library
from .words import _LIMIT, _code, _message, _quoted, similar


def _index_error(error, spot):
    message, node = _message(error), spot.node(ast.Subscript)
    bounds = re.search(r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)", message)
    if bounds:
        return (
            f"Pediste la posición {bounds[1]} en el eje {bounds[2]}, que tiene {bounds[3]} "
            "elementos.",
            _last_position(int(bounds[3])),
        )
    if "too many indices" in message:
        return (
            "Pusiste entre los corchetes más índices que dimensiones tiene el arreglo.",
            "Mira su `.shape`: hace falta, como mucho, un índice por dimensión.",
        )
    if not spot.direct:
        return _from_library(error, spot)
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
        top = _code(f"len({what[1:-1]}) - 1")
        fix += f" Si esto ocurre en un ciclo, el índice no debe pasar de {top}."
    return f"{what} tiene {count}, en {where}{asked}.", fix


def _last_position(size, name="datos"):
    if size == 0:
        return "Está vacío: comprueba por qué."
    return (
        f"Se cuenta desde 0: la última posición es {_code(f'{name}[{size - 1}]')}, que también "
        f"es {_code(f'{name}[-1]')}."
    )


def _key_error(error, spot):
    key = error.args[0] if error.args else None
    node = spot.node(ast.Subscript)
    known, base = spot.known(node.value) if node else (False, None)
    keys, noun = _keys(base) if known else (None, "")
    if keys is None:
        return (
            f"La clave {_quoted(key)} no está." if _quoted(key) else "Esa clave no está.",
            "Mira cuáles hay, con `list(diccionario)`. Si puede faltar, pregunta antes con `in` o "
            "usa `diccionario.get(clave)`, que da `None` si no está.",
        )
    if isinstance(node.slice, ast.List):  # tabla[["a", "b"]]: la primera que no está
        listed = [part.value for part in node.slice.elts if isinstance(part, ast.Constant)]
        key = next((name for name in listed if name not in keys), key)
    what = spot.text(node.value)
    asked = f"La {noun} {_quoted(key)}" if _quoted(key) else f"Esa {noun}"
    close = similar(key, keys)
    if close:
        return (
            f"{asked} no está en {what}, pero sí {_quoted(close)}: ¿quisiste decir {close}?",
            f"Escribe {_code(f'{what[1:-1]}[{close!r}]')}; cuentan las mayúsculas, los acentos y "
            "los espacios.",
        )
    twin = _other_type(key, keys)
    if twin is not None:
        return (
            f"{asked} no está en {what}, pero sí {_quoted(twin)}: el número y el texto son claves "
            "distintas.",
            f"Escribe {_code(f'{what[1:-1]}[{twin!r}]')}.",
        )
    shown = [_quoted(k) for k in keys[:8] if _quoted(k)]
    more = " (y más)" if len(keys) > 8 else ""
    there = f"Las que hay: {', '.join(shown)}{more}." if shown else ""
    if not keys:
        there = "Está vacío."
    return (
        " ".join(filter(None, [f"{asked} no está en {what}.", there])),
        "Usa una de las que hay. Si puede faltar, pregunta antes con `in`"
        + (", o usa `.get(clave)`, que da `None`." if noun == "clave" else "."),
    )


def _keys(base):
    """Las claves de un diccionario o las columnas de una tabla, y cómo se llaman."""
    if isinstance(base, dict):
        return list(islice(dict.keys(base), _LIMIT)), "clave"
    if type(base).__module__.startswith("pandas") and type(base).__name__ == "DataFrame":
        return list(islice(base.columns, _LIMIT)), "columna"
    return None, ""


def _other_type(key, keys):
    """La clave que se escribe igual pero es de otro tipo: 1 y "1"."""
    if type(key) not in (int, str):
        return None
    return next((k for k in keys if type(k) in (int, str) and str(k) == str(key)), None)


def _zero_division(error, spot):
    if not spot.direct:
        return _from_library(error, spot)
    node = spot.node(ast.BinOp, ast.AugAssign)
    fix = "Comprueba antes que el divisor no es 0: `if divisor != 0:`."
    if node is None:
        return "El divisor vale 0, y dividir entre 0 no tiene resultado.", fix
    divisor = node.right if isinstance(node, ast.BinOp) else node.value
    if isinstance(divisor, ast.Call) and getattr(divisor.func, "id", "") == "len":
        return (
            f"El divisor, {spot.text(divisor)}, vale 0: la colección está vacía.",
            "Comprueba antes que tiene elementos, y busca por qué llegó vacía.",
        )
    if isinstance(divisor, ast.Name):
        fix = fix.replace("divisor !=", f"{divisor.id} !=")
    return f"El divisor, {spot.text(divisor)}, vale 0; dividir entre 0 no tiene resultado.", fix


# Nombre con que se importa -> nombre con que se instala.
_PACKAGES = {
    "numpy": "numpy",
    "pandas": "pandas",
    "matplotlib": "matplotlib",
    "sklearn": "scikit-learn",
    "tensorflow": "tensorflow",
    "keras": "keras",
    "torch": "torch",
    "scipy": "scipy",
    "seaborn": "seaborn",
    "ipywidgets": "ipywidgets",
    "PIL": "pillow",
    "cv2": "opencv-python",
    "course_utils": "",
}


def _module_not_found(error, spot):
    name = error.name if type(error.name) is str else ""
    package, _, inner = name.partition(".")
    if package == "course_utils":
        return (
            "El cuaderno no encuentra el paquete del curso.",
            "Ejecuta la celda de preparación, la primera del cuaderno.",
        )
    if package in ("scikit", "scikit_learn"):
        return "La biblioteca scikit-learn se importa como `sklearn`.", "Escribe `import sklearn`."
    if inner and package in sys.modules:
        return (
            f"La biblioteca {_code(package)} está, pero no tiene dentro {_code(inner)}.",
            "Revisa cómo se escribe lo que va tras el punto.",
        )
    if package in _PACKAGES:
        return (
            f"{_code(package)} no está instalada en el Python con el que corre este cuaderno.",
            f"Instálala en ese mismo entorno ({_code(f'pip install {_PACKAGES[package]}')}) y "
            "reinicia el núcleo; o abre el cuaderno con el entorno del curso.",
        )
    close = similar(package, [*_PACKAGES, *sys.stdlib_module_names])
    if close:
        return (
            f"No hay ninguna biblioteca {_code(package)}, pero sí {_code(close)}: "
            f"¿quisiste decir {close}?",
            f"Escribe {_code(f'import {close}')}.",
        )
    what = _code(package) if package else "la biblioteca"
    return (
        f"Python no encuentra {what}: o el nombre está mal escrito o no está instalada.",
        "Revisa cómo se escribe. Si es un archivo tuyo, debe estar en la carpeta del cuaderno.",
    )


def _import_error(error, spot):
    found = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", _message(error))
    if not found:
        return _from_library(error, spot)
    name, module = found.groups()
    close = similar(name, list(vars(sys.modules[module])) if module in sys.modules else [])
    hint = f", pero sí {_code(close)}: ¿quisiste decir {close}?" if close else "."
    return (
        f"{_code(module)} no tiene {_code(name)}{hint}",
        "Revisa el nombre. Si lo copiaste de un ejemplo, quizá es de otra versión de la "
        "biblioteca.",
    )


def _file_not_found(error, spot):
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
            f"No existe {_code(name)}, pero en esa carpeta sí hay {_code(close)}: ¿quisiste decir "
            f"{close}?",
            f"Cambia {_code(name)} por {_code(close)}.",
        )
    return (
        f"No existe {_code(name)} en la carpeta donde se buscó.",
        f"Revisa el nombre, la extensión (.csv, .txt…) y la carpeta. {where}",
    )


def _files(folder):
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, _LIMIT))
    except OSError:
        return []
