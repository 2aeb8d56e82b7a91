"""Las lecciones que hay, en el orden de ``lessons/toc.yml``, y dónde está cada archivo suyo."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from .errors import AuthoringError
from .toc import TOC, load_toc

ROOT = Path(__file__).resolve().parent.parent

# «04_04_fashion_mnist» es la lección 4.4; «00_inicio», una lección suelta, la 0.0.
_STEM = re.compile(r"(?P<module>\d{2,})_(?:(?P<lesson>\d{2,})_)?(?P<slug>[a-z][a-z0-9_]*)")
_MODULE_NAME = re.compile(r"(?:m[óo]dulo )?(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Lesson:
    """Una lección: su sitio en el curso y los archivos que son suyos.

    Attributes
    ----------
    slug : str
        Su nombre, que no cambia aunque cambie de sitio: «fashion_mnist».
    module : str
        Nombre de su módulo (su carpeta, sin número).
    numbers : tuple of int
        Módulo y lección: (4, 4). Una lección suelta es la 0 de su módulo.
    module_title, part_title : str
    facts : dict
        Lo demás que ``toc.yml`` dice de ella, o de su módulo.
    root : Path
        Carpeta del curso.
    """

    slug: str
    module: str
    numbers: tuple[int, int]
    module_title: str = ""
    part_title: str = ""
    facts: dict = field(default_factory=dict, compare=False)
    root: Path = ROOT

    @property
    def alone(self):
        """Si es una lección suelta, un módulo de una sola."""
        return self.numbers[1] == 0

    @property
    def name(self):
        """Ruta de su fuente dentro de ``lessons/``: «04_fashion_mnist/04_04_fashion_mnist»."""
        module, lesson = self.numbers
        if self.alone:
            return f"{module:02d}_{self.slug}"
        return f"{self.folder}/{module:02d}_{lesson:02d}_{self.slug}"

    @property
    def stem(self):
        """Nombre de sus archivos: «04_04_fashion_mnist»."""
        return self.name.rsplit("/", 1)[-1]

    @property
    def folder(self):
        """Carpeta de su módulo: «04_fashion_mnist»."""
        return f"{self.numbers[0]:02d}_{self.module}"

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
    def checks(self):
        """Sus comprobaciones: ``course_utils/exercises/lesson_04_04.py``."""
        module, lesson = self.numbers
        return self.root / "course_utils" / "exercises" / f"lesson_{module:02d}_{lesson:02d}.py"

    @property
    def tests(self):
        """Las pruebas de sus comprobaciones: ``tests/exercises/test_lesson_04_04.py``."""
        return self.root / "tests" / "exercises" / f"test_{self.checks.name}"

    @property
    def number(self):
        """Número de la lección, como lo llevan sus ejercicios: «4.4»."""
        return "{}.{}".format(*self.numbers)

    @property
    def label(self):
        """Número de la lección, como se dice: «4.4», y «0» la que va suelta."""
        return str(self.numbers[0]) if self.alone else self.number

    @property
    def title(self):
        """El título, con su número: la primera línea de texto que empieza por «# # »."""
        for line in self.source.read_text(encoding="utf-8").splitlines():
            if line.startswith("# # "):
                return line.removeprefix("# # ").strip()
        raise AuthoringError(f"{self.source}: falta el título («# # …») en la primera celda.")

    @property
    def requires(self):
        """Las bibliotecas opcionales que importa y el añadido que las instala, o None."""
        modules = self.facts.get("necesita")
        return modules and (tuple(modules), self.facts["extra"])

    @property
    def minimum(self):
        """Ejercicios y preguntas que el plan de estudios le pide como mínimo."""
        return self.facts.get("ejercicios", 0), self.facts.get("preguntas", 0)

    @property
    def is_report(self):
        """Si es un informe de quien estudia: sin «predice» ni preguntas."""
        return self.facts.get("informe", False)


def find_lessons(names=(), root=ROOT):
    """Devuelve las lecciones en el orden del curso.

    Parameters
    ----------
    names : sequence of str
        Solo esas: el número de una («4.4») o de un módulo entero («4», «módulo 4»), un nombre
        («fashion_mnist», «04_04_fashion_mnist») o un archivo. Vacía: todas.
    root : Path
        Carpeta del curso.

    Raises
    ------
    AuthoringError
        Un nombre no corresponde a ninguna lección, o los archivos no son los que ``toc.yml`` dice.
    """
    lessons = planned_lessons(load_toc(root), root)
    _refuse_disagreement(lessons, root)
    if not names:
        return lessons
    chosen = [lesson for name in names for lesson in _select(name, lessons)]
    return [lesson for lesson in lessons if lesson in chosen]


def planned_lessons(toc, root=ROOT):
    """Las lecciones que ``toc`` nombra, existan o no sus archivos."""
    lessons, number = [], 0
    for part in toc.parts:
        for module in part.modules:
            first = 0 if module.lessons is None else 1
            lessons += [
                Lesson(
                    entry.slug,
                    module.slug,
                    (number, position),
                    module.title,
                    part.title,
                    module.facts | entry.facts,
                    Path(root),
                )
                for position, entry in enumerate(module.entries, start=first)
            ]
            number += 1
    return lessons


def lessons_on_disk(lessons, root=ROOT):
    """Cada lección de ``lessons`` con el sitio que dicen los nombres de sus archivos de ahora.

    Returns
    -------
    found : dict of str to (Path, Lesson)
        Por su nombre: su fuente, esté donde esté, y el sitio que se deduce de cómo se llama. No
        están las que no tienen archivo.
    strangers : list of str
        Los archivos de ``lessons/`` que no son de ninguna.
    """
    by_slug = {lesson.slug: lesson for lesson in lessons}
    found, strangers = {}, []
    for path in sorted((Path(root) / "lessons").rglob("*.py")):
        match = _STEM.fullmatch(path.stem)
        slug = match and match["slug"]
        if slug not in by_slug or slug in found:
            strangers.append(path.relative_to(root).as_posix())
            continue
        numbers = int(match["module"]), int(match["lesson"] or 0)
        folder = path.parent.name.partition("_")[2] or by_slug[slug].module
        module = folder if match["lesson"] else slug
        found[slug] = path, replace(by_slug[slug], module=module, numbers=numbers)
    return found, strangers


def _refuse_disagreement(lessons, root):
    found, strangers = lessons_on_disk(lessons, root)
    problems = [f"{name}: no está en {TOC.as_posix()}." for name in strangers]
    moved = False
    for lesson in lessons:
        path, _ = found.get(lesson.slug, (None, None))
        wanted = lesson.source.relative_to(root).as_posix()
        if path is None:
            problems.append(f"{wanted}: está en {TOC.as_posix()} y no existe.")
        elif path != lesson.source:
            moved = True
            name = path.relative_to(root).as_posix()
            problems.append(f"{name}: le toca llamarse {wanted}.")
    if problems:
        repair = (
            "Los pone de acuerdo: python -m authoring renumber"
            if moved
            else ("Apúntala ahí, o quita lo que sobre.")
        )
        raise AuthoringError(
            "\n  ".join([f"lessons/ y {TOC.as_posix()} no dicen lo mismo.", *problems, repair])
        )


def _select(name, lessons):
    module = _MODULE_NAME.fullmatch(name)
    if module:
        chosen = [lesson for lesson in lessons if lesson.numbers[0] == int(module[1])]
    else:
        stem = Path(name).stem if name.endswith((".py", ".ipynb")) else Path(name).name
        chosen = [
            lesson
            for lesson in lessons
            if name == lesson.number or stem in (lesson.slug, lesson.stem)
        ]
    if not chosen:
        available = ", ".join(lesson.number for lesson in lessons)
        raise AuthoringError(f"No hay ninguna lección «{name}». Están: {available}.")
    return chosen
