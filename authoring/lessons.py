"""Las lecciones que hay, en orden, y dónde está cada archivo suyo."""

import re
from dataclasses import dataclass
from pathlib import Path

from .errors import AuthoringError

ROOT = Path(__file__).resolve().parent.parent

# «44_fashion_mnist» es la lección 4.4; «00_inicio» es la 0.0 y no está en ninguna carpeta.
_STEM = re.compile(r"^(?P<module>\d)(?P<lesson>\d)_[a-z0-9_]+$")


@dataclass(frozen=True)
class Lesson:
    """Una lección: su archivo fuente y los dos cuadernos que salen de él."""

    name: str  # «04_fashion_mnist/44_fashion_mnist»
    root: Path = ROOT

    @property
    def source(self):
        return self.root / "lessons" / f"{self.name}.py"

    @property
    def notebook(self):
        return self.root / "notebooks" / f"{self.name}.ipynb"

    @property
    def solved(self):
        return self.root / "notebooks" / "soluciones" / f"{self.name}.ipynb"

    @property
    def number(self):
        """Número de la lección, como lo llevan sus ejercicios: «4.4»."""
        match = _STEM.match(Path(self.name).name)
        return f"{match['module']}.{match['lesson']}"

    @property
    def title(self):
        """El título: la primera línea de texto que empieza por «# # »."""
        for line in self.source.read_text(encoding="utf-8").splitlines():
            if line.startswith("# # "):
                return line.removeprefix("# # ").strip()
        raise AuthoringError(f"{self.source}: falta el título («# # …») en la primera celda.")


def find_lessons(names=(), root=ROOT):
    """Devuelve las lecciones en el orden del curso.

    Parameters
    ----------
    names : sequence of str
        Solo esas: su número («4.4»), su nombre («44_fashion_mnist») o su archivo. Vacía: todas.
    root : Path
        Carpeta del curso.

    Raises
    ------
    AuthoringError
        Un nombre no corresponde a ninguna lección, o un archivo no se llama como debe.
    """
    folder = Path(root) / "lessons"
    lessons = []
    for path in folder.rglob("*.py"):
        if not _STEM.match(path.stem):
            raise AuthoringError(
                f"{path.relative_to(root)}: una lección se llama «NN_nombre.py», con dos cifras "
                "(módulo y lección), por ejemplo 44_fashion_mnist.py."
            )
        lessons.append(Lesson(path.relative_to(folder).with_suffix("").as_posix(), Path(root)))
    lessons.sort(key=lambda lesson: Path(lesson.name).name)
    if not names:
        return lessons
    return [_find(name, lessons) for name in names]


def _find(name, lessons):
    stem = Path(name).stem if name.endswith((".py", ".ipynb")) else Path(name).name
    for lesson in lessons:
        if name == lesson.number or stem == Path(lesson.name).name:
            return lesson
    available = ", ".join(lesson.number for lesson in lessons)
    raise AuthoringError(f"No hay ninguna lección «{name}». Están: {available}.")
