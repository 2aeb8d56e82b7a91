"""Pone todos los archivos de acuerdo con el orden de ``lessons/toc.yml``.

Los números de las lecciones salen de ``toc.yml``; los que tienen hoy, de los nombres de sus
archivos. Lo que va de unos a otros se cambia de una vez: los nombres de los archivos, los números
de los ejercicios y las referencias escritas en el resto del proyecto. Los datos, las versiones de
las bibliotecas y lo que ``authoring`` pone de ejemplo no se tocan.
"""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import build
from .errors import AuthoringError
from .files import write_whole
from .lessons import ROOT, lessons_on_disk, planned_lessons
from .references import EXERCISE_ID, LESSONS_NAMED, MODULES_NAMED
from .toc import TOC, load_toc, save_toc

# Los textos del proyecto que pueden nombrar una lección.
_TEXTS = (
    "lessons/**/*.py",
    "notebooks/**/*.ipynb",
    "course_utils/**/*.py",
    "course_utils/**/*.pyi",
    "course_utils/exercises/*.json",
    "tests/**/*.py",
    "authoring/*.json",
    "benchmarks/**/*.py",
    "docs/**/*.md",
    "data/*.md",
    "*.md",
    "*.py",
    "Makefile",
    "pyproject.toml",
    ".github/**/*.yml",
)
# Los archivos de una lección que llevan su número en el nombre.
_FILES = ("source", "notebook", "solved", "checks", "tests")
# Hablan de cursos de ejemplo, no de este.
_EXAMPLES = ("tests/authoring",)
# Lo que va delante de una versión, que también son tres números.
_BEFORE_VERSION = re.compile(
    r"([=<>~] ?|\b(versi[oó]n|python|numpy|pandas|keras|tensorflow|(py)?torch|matplotlib|"
    r"scikit-learn|jupyter\w*)\W{0,5})$",
    re.IGNORECASE,
)
_CHECKS_MODULE = re.compile(r"(?<![a-z])lesson_(\d{2,})_(\d{2,})(?![0-9])")
_NUMBER = re.compile(r"(\d+)\.(\d+)")


def renumber(root=ROOT):
    """Pone los archivos de acuerdo con ``toc.yml``, que alguien ha cambiado.

    Returns
    -------
    list of str
        Lo que se hizo, una cosa por línea; vacía si no había nada que hacer.

    Raises
    ------
    AuthoringError
        Falta el archivo de una lección, o sobra alguno.
    """
    return apply_order(load_toc(root), root)


def move(old, new, root=ROOT):
    """Lleva la lección ``old`` («4.4») al sitio ``new`` («5.1»): en ``toc.yml`` y en todo."""
    toc = load_toc(root)
    toc.move(old, new)
    return apply_order(toc, root)


def split(number, slug, title, root=ROOT):
    """Parte un módulo en dos: desde la lección ``number``, uno nuevo."""
    toc = load_toc(root)
    toc.split(number, slug, title)
    return apply_order(toc, root)


def apply_order(toc, root=ROOT, added=None):
    """Escribe ``toc`` y pone los archivos de acuerdo con él.

    Parameters
    ----------
    toc : Toc
    root : Path
        Carpeta del curso.
    added : dict of Path to str, optional
        Archivos nuevos que van con el nuevo orden: los de una lección que todavía no existe.

    Returns
    -------
    list of str
        Lo que se hizo.
    """
    root, added = Path(root), added or {}
    lessons = [lesson for lesson in planned_lessons(toc, root) if lesson.source not in added]
    on_disk, strangers = lessons_on_disk(lessons, root)
    missing = [lesson.slug for lesson in lessons if lesson.slug not in on_disk]
    if strangers or missing:
        problems = [f"{name} no está en {TOC.as_posix()}." for name in strangers]
        problems += [f"«{slug}» está en {TOC.as_posix()} y no tiene archivo." for slug in missing]
        raise AuthoringError(" ".join(["No se ha tocado nada.", *problems]))
    change = _Change.between([(*on_disk[lesson.slug], lesson) for lesson in lessons], toc)
    before = {path: path.read_bytes() for path in _texts(root)}
    after = {change.paths.get(path, path): change.rewrite(path, before[path]) for path in before}
    after |= {path: text.encode("utf-8") for path, text in added.items()}
    _refuse_overwriting(before, change.paths, added, root)
    try:
        up_to_date = build.up_to_date([lesson for _, lesson in on_disk.values()], root)
    except AuthoringError:  # el orden se editó a mano: las fuentes aún no se pueden leer
        up_to_date = set()
    # Todo está calculado: hasta aquí, un error no deja nada a medias.
    changed = [path for path in after if before.get(path) != after[path]]
    for path in changed:
        write_whole(path, after[path])
    # Lo viejo se borra cuando lo nuevo ya está: un disco lleno no se lleva ninguna lección.
    gone = before.keys() - after.keys()
    for path in gone:
        path.unlink()
    for folder in {path.parent for path in gone}:
        if not any(folder.iterdir()):
            folder.rmdir()
    save_toc(toc, root)
    build.write_derived(root)
    # Otro número no es motivo para ejecutarlas otra vez.
    build.mark_up_to_date([lesson for lesson in lessons if lesson.slug in up_to_date], root)
    return change.report(len(changed))


def _refuse_overwriting(paths, renamed, added, root):
    for path in (*(new for old, new in renamed.items() if old in paths), *added):
        if path in paths and path not in renamed:
            name = path.relative_to(root).as_posix()
            raise AuthoringError(f"{name} ya existe y no es de ninguna lección: no se toca nada.")


@dataclass
class _Change:
    """De los números de ahora a los nuevos.

    Attributes
    ----------
    moved : list of (Path, Lesson, Lesson)
        Las lecciones cuyo nombre cambia: su fuente, como es y como será.
    numbers : dict of (int, int) to (int, int)
        Módulo y lección, de todas.
    modules : dict of str to str
        Los números de los módulos.
    names : dict of str to str
        Nombres de archivos y carpetas, sin extensión.
    paths : dict of Path to Path
        Los archivos que cambian de nombre.
    ids : set of str
        Los ejercicios que hay: un «2.2.6» que no sea uno de ellos es otra cosa.
    """

    moved: list
    numbers: dict
    modules: dict
    names: dict
    paths: dict
    ids: set

    @classmethod
    def between(cls, lessons, toc):
        """El cambio, a partir de (fuente, lección como es, lección como será)."""
        moved = [(source, old, new) for source, old, new in lessons if source != new.source]
        now = {module.slug: number for number, module in enumerate(toc.modules)}
        modules, names, paths = {}, {}, {}
        for _, old, new in lessons:
            # Un módulo que ya no se llama así va adonde vaya su primera lección.
            kept = old.module in now
            number = now[old.module] if kept else new.numbers[0]
            modules.setdefault(str(old.numbers[0]), str(number))
            if not old.alone:
                slug = old.module if kept else new.module
                names.setdefault(old.folder, f"{number:02d}_{slug}")
                names.setdefault(f"modulo:{old.module}", f"modulo:{slug}")
        for source, old, new in moved:
            names |= {old.stem: new.stem, old.name: new.name}
            paths |= {getattr(old, kind): getattr(new, kind) for kind in _FILES}
            paths[source] = new.source
        numbers = {old.numbers: new.numbers for _, old, new in lessons}
        ids = set().union(*(_exercise_ids(source, old) for source, old, _ in lessons))
        return cls(moved, numbers, modules, names, paths, ids)

    def rewrite(self, path, content):
        """El contenido del archivo ``path``, con los números nuevos."""
        if not self.moved:
            return content
        if path.suffix != ".ipynb":
            return self._retitle(path, "# # ", self.rewrite_text(content.decode())).encode()
        notebook = json.loads(content)
        new = self._rewrite_json(notebook)
        if new != notebook:
            new = json.dumps(new, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
            content = new.encode()
        return self._retitle(path, '"# ', content.decode()).encode()

    def _retitle(self, path, mark, text):
        """El número del título, que es lo único que una lección dice de sí misma."""
        for source, old, new in self.moved:
            if path in (source, old.notebook, old.solved):
                return text.replace(f"{mark}{old.label} · ", f"{mark}{new.label} · ", 1)
        return text

    def rewrite_text(self, text):
        """Un texto cualquiera, con los nombres y los números nuevos."""
        text = self._names_pattern.sub(lambda match: self.names[match[0]], text)
        text = _CHECKS_MODULE.sub(self._checks_module, text)
        text = EXERCISE_ID.sub(self._exercise_id, text)
        text = LESSONS_NAMED.sub(lambda list_: _NUMBER.sub(self._lesson, list_[0]), text)
        return MODULES_NAMED.sub(lambda list_: re.sub(r"\d+", self._module, list_[0]), text)

    def report(self, changed):
        """Lo que se hizo, para quien lo pidió."""
        if not self.moved:
            return []
        lines = [f"{old.label} → {new.label}  {new.slug}" for _, old, new in self.moved]
        return [*lines, f"{changed} archivos cambian de nombre o de texto."]

    @cached_property
    def _names_pattern(self):
        # Los más largos, primero: «04_ropa/04_04_botas» antes que «04_ropa».
        longest_first = sorted(self.names, key=len, reverse=True)
        return re.compile(rf"(?<![A-Za-z0-9_])(?:{'|'.join(longest_first)})(?![A-Za-z0-9_])")

    def _checks_module(self, match):
        numbers = self._new_numbers(match)
        return "lesson_{:02d}_{:02d}".format(*numbers) if numbers else match[0]

    def _exercise_id(self, match):
        numbers = self._new_numbers(match)
        start = match.start()
        is_version = _BEFORE_VERSION.search(match.string[max(0, start - 20) : start])
        if not numbers or match[0] not in self.ids or is_version:
            return match[0]
        return "{}.{}.{}".format(*numbers, match[3])

    def _lesson(self, match):
        numbers = self._new_numbers(match)
        return "{}.{}".format(*numbers) if numbers else match[0]

    def _module(self, match):
        return self.modules.get(match[0], match[0])

    def _new_numbers(self, match):
        return self.numbers.get((int(match[1]), int(match[2])))

    def _rewrite_json(self, value):
        if isinstance(value, str):
            return self.rewrite_text(value)
        if isinstance(value, list):
            return [self._rewrite_json(item) for item in value]
        if isinstance(value, dict):
            # Una imagen es un texto larguísimo en el que no se nombra nada.
            return {
                key: item if key.startswith("image/") else self._rewrite_json(item)
                for key, item in value.items()
            }
        return value


def _exercise_ids(source, lesson):
    text = source.read_text(encoding="utf-8")
    return {
        match[0]
        for match in EXERCISE_ID.finditer(text)
        if (int(match[1]), int(match[2])) == lesson.numbers
    }


def _texts(root):
    found = {path for pattern in _TEXTS for path in root.glob(pattern)}
    return sorted(
        path
        for path in found
        if ".ipynb_checkpoints" not in path.parts
        and not path.relative_to(root).as_posix().startswith(_EXAMPLES)
    )
