"""Lo que alguna lección necesita y no todo el mundo instala: sin ello se omite, y se dice cómo."""

import sys
from importlib.util import find_spec
from pathlib import Path

from course_utils.spanish import join_words

from .lessons import ROOT


def missing_library(lesson):
    """Dice qué bibliotecas opcionales le faltan a una lección y con qué orden se instalan aquí.

    Parameters
    ----------
    lesson : Lesson

    Returns
    -------
    str or None
        ``None`` si no le falta nada.
    """
    if lesson.requires is None:
        return None
    modules, extra = lesson.requires
    missing = [module for module in modules if find_spec(module) is None]
    if not missing:
        return None
    installed = "se instala" if len(missing) == 1 else "se instalan"
    return f"necesita {join_words(missing)}, {installed} con: {_how_to_install(extra)}"


def _how_to_install(extra):
    if Path(sys.prefix).resolve() == (ROOT / ".venv").resolve():
        return f"make {extra}"
    return f'python -m pip install -e ".[{extra}]"'  # en Anaconda no hay make
