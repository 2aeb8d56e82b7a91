"""El esqueleto de una lección nueva, con todas las partes que style.md pide."""

import re
from pathlib import Path

from .errors import AuthoringError
from .lessons import ROOT, Lesson

_TEMPLATE = (Path(__file__).parent / "lesson_template.py.txt").read_text(encoding="utf-8")
_NAME = re.compile(r"^\d\d_[a-z0-9_]+/\d\d_[a-z0-9_]+$")


def new_lesson(name, title, root=ROOT):
    """Crea ``lessons/NAME.py`` y devuelve su ruta.

    Parameters
    ----------
    name : str
        «carpeta/NN_nombre», por ejemplo «04_fashion_mnist/41_flores».
    title : str
        Título de la lección, sin el número.

    Raises
    ------
    AuthoringError
        El nombre no tiene esa forma, el módulo no coincide, o la lección ya existe.
    """
    if not _NAME.match(name):
        raise AuthoringError(
            f"«{name}» no es un nombre de lección. Se espera carpeta/NN_nombre en minúsculas y "
            "sin acentos, por ejemplo 04_fashion_mnist/41_flores."
        )
    folder, stem = name.split("/")
    if folder[:2] != f"0{stem[0]}":
        raise AuthoringError(
            f"«{name}»: la carpeta es del módulo {int(folder[:2])} y la lección, del {stem[0]}."
        )
    lesson = Lesson(name, Path(root))
    if lesson.source.exists():
        raise AuthoringError(f"{lesson.source.relative_to(root)} ya existe; no se toca.")
    text = _TEMPLATE.replace("{number}", lesson.number).replace("{title}", title)
    lesson.source.parent.mkdir(parents=True, exist_ok=True)
    lesson.source.write_text(text, encoding="utf-8", newline="\n")
    return lesson.source
