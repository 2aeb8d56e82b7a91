"""Lo que alguna lección necesita y no todo el mundo instala: sin ello se omite, y se dice cómo."""

import sys
from importlib.util import find_spec
from pathlib import Path

from .lessons import ROOT


def missing_library(lesson):
    """Dice qué biblioteca opcional le falta a una lección y con qué orden se instala aquí.

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
    module, extra = lesson.requires
    if find_spec(module) is not None:
        return None
    return f"necesita {module}, se instala con: {_how_to_install(extra)}"


def _how_to_install(extra):
    if Path(sys.prefix).resolve() == (ROOT / ".venv").resolve():
        return f"make {extra}"
    return f'python -m pip install -e ".[{extra}]"'  # en Anaconda no hay make
