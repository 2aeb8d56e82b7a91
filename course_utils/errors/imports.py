"""Bibliotecas que no están, y nombres que no se encuentran dentro de una."""

from __future__ import annotations

import re
import sys
import types

from course_utils.spanish import similar

from .libraries import from_library
from .messages import message_of
from .outdated import library_of, outdated
from .spot import Spot
from .words import Answer, cite

# Nombre con que se importa -> nombre con que se instala.
_PACKAGES = {
    "numpy": "numpy",
    "pandas": "pandas",
    "matplotlib": "matplotlib",
    "sklearn": "scikit-learn",
    "tensorflow": "tensorflow",
    "keras": "keras",
    "torch": "torch",
    "optuna": "optuna",
    "keras_tuner": "keras-tuner",
    "tensorboard": "tensorboard",
    "statsmodels": "statsmodels",
    "scipy": "scipy",
    "seaborn": "seaborn",
    "ipywidgets": "ipywidgets",
    "PIL": "pillow",
    "cv2": "opencv-python",
    "course_utils": "",
}


def library_problem(name: str, error: Exception) -> ImportError:
    """El error de no poder cargar algo del curso: dice qué biblioteca fue, y el suyo.

    Parameters
    ----------
    name : str
        Lo que se quería: «set_seed».
    error : Exception
        El que saltó al importarlo.

    Returns
    -------
    ImportError
        El cuaderno enseña solo su mensaje, sin las cien líneas de una biblioteca rota.

    Examples
    --------
    >>> library_problem("plot_x", ModuleNotFoundError("No module named 'numpy'", name="numpy"))
    ImportError('«plot_x» necesita numpy, y no está instalada. Para saber qué hacer, ejecuta en
    una celda: from course_utils import check_environment; check_environment()')
    """
    text = (
        f"«{name}» {_why_not(error)}. Para saber qué hacer, ejecuta en una celda: "
        "from course_utils import check_environment; check_environment()"
    )
    problem = ImportError(text)
    problem._render_traceback_ = lambda: [f"❌ {text}"]
    return problem


def _why_not(error: Exception) -> str:
    if isinstance(error, ModuleNotFoundError) and error.name:
        package = error.name.partition(".")[0]
        if package != "course_utils":
            return f"necesita {package}, y no está instalada"
    said = f"{type(error).__name__}: {error}".strip().rstrip(".")
    trace = error.__traceback__
    while trace:
        package = str(trace.tb_frame.f_globals.get("__name__")).partition(".")[0]
        if package not in ("course_utils", "importlib", "_frozen_importlib", "__main__"):
            return f"necesita {package}, que está pero falla al cargarse ({said})"
        trace = trace.tb_next
    return f"está en un archivo del curso que falta o está dañado ({said})"


def module_not_found(error: BaseException, spot: Spot) -> Answer:
    name = error.name if type(error.name) is str else ""
    package, _, inner = name.partition(".")
    if package == "course_utils" and not inner:
        return (
            "El cuaderno no encuentra el paquete del curso.",
            "Ejecuta la celda de preparación, la primera del cuaderno.",
        )
    if package in ("scikit", "scikit_learn"):
        return "La biblioteca scikit-learn se importa como `sklearn`.", "Escribe `import sklearn`."
    if inner and package in sys.modules:
        return _inner_module(name)
    if package in _PACKAGES:
        return (
            f"{cite(package)} no está instalada en el Python con el que corre este cuaderno.",
            f"Instálala en ese mismo entorno ({cite(f'pip install {_PACKAGES[package]}')}) y "
            "reinicia el núcleo; o abre el cuaderno con el entorno del curso.",
        )
    close = similar(package, _PACKAGES) or similar(package, sys.stdlib_module_names)
    if close:
        return (
            f"No hay ninguna biblioteca {cite(package)}, pero sí {cite(close)}: "
            f"¿quisiste decir {close}?",
            f"Escribe {cite(f'import {close}')}.",
        )
    what = cite(package) if package else "la biblioteca"
    return (
        f"Python no encuentra {what}: o el nombre está mal escrito o no está instalada.",
        "Revisa cómo se escribe. Si es un archivo tuyo, debe estar en la carpeta del cuaderno.",
    )


def _inner_module(name: str) -> Answer:
    """``import matplotlib.pylot``: la biblioteca está, y lo de dentro no."""
    outer, _, inner = name.rpartition(".")
    library = library_of(name)
    parts = [f"{library}.{part}" for part in reversed(name.split(".")[1:])]
    old = outdated(name, name.removeprefix("tensorflow."), *parts)
    if old:
        return old
    close = similar(inner, names_in(outer))
    hint = f" Sí tiene {cite(close)}: ¿quisiste decir {close}?" if close else ""
    return (
        f"La biblioteca {cite(outer)} está, pero no tiene dentro {cite(inner)}.{hint}",
        f"Escribe {cite(f'{outer}.{close}')}."
        if close
        else "Revisa cómo se escribe lo que va tras el punto.",
    )


def import_error(error: BaseException, spot: Spot) -> Answer:
    message = message_of(error)
    removed = re.search(r"`(\w+)` has been removed from scikit-learn", message)
    if removed:
        return outdated(removed[1], f"sklearn.{removed[1]}") or from_library(error, spot)
    found = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", message)
    if not found:
        return from_library(error, spot)
    name, module = found.groups()
    old = outdated(name, f"{library_of(module)}.{name}")
    if old:
        return old
    close = similar(name, names_in(module))
    hint = f", pero sí {cite(close)}: ¿quisiste decir {close}?" if close else "."
    return (
        f"{cite(module)} no tiene {cite(name)}{hint}",
        f"Cambia {cite(name)} por {cite(close)}."
        if close
        else "Revisa el nombre. Si lo copiaste de un ejemplo, quizá es de otra versión de la "
        "biblioteca.",
    )


def names_in(module: str) -> list[str]:
    """Los nombres de un módulo cargado: los que tiene, los que promete y sus archivos."""
    loaded = sys.modules.get(module)
    if not isinstance(loaded, types.ModuleType):
        return []
    names = vars(loaded)
    promised = names.get("__all__")  # el curso y otros cargan cada nombre cuando se pide
    promised = promised if isinstance(promised, list | tuple) else []
    inside = [other.removeprefix(f"{module}.") for other in sys.modules if type(other) is str]
    return [*names, *promised, *_files_of(names.get("__path__")), *inside]


def _files_of(path: object) -> list[str]:
    """Los módulos que hay en la carpeta de un paquete."""
    from pkgutil import iter_modules

    return [found.name for found in iter_modules(path)] if isinstance(path, list) else []
