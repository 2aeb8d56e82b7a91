"""Lo que cada lección presenta y lo que da por sabido.

Una celda dice lo que enseña en su cabecera: ``# %% [markdown] presenta="for, range, +="``. El
metadato se queda en la fuente: los cuadernos no lo llevan. De ahí salen dos cosas: si algo se usa
antes de enseñarlo (``missing``) y el índice de conceptos del curso (``index``).

Los nombres de lo que se usa en un código los da ``syntax``. Lo que no es código (la regla de la
cadena, el sobreajuste) se declara igual, y solo cuenta para el índice.
"""

import re
import unicodedata
from dataclasses import dataclass

from .lessons import ROOT, Lesson, find_lessons
from .notebooks import PRESENTS, Source, tags
from .syntax import Reader

NOT_YET = "todavia-no"
_OPTIONAL = "Ampliación"
_HEADING = re.compile(r"^(?P<level>#{1,3}) +(?P<title>.*)$", re.MULTILINE)
_FENCED = re.compile(r"```.*?```", re.DOTALL)
_STEM = 6  # letras: «desempaquetar» se lee también en «se desempaquetan»


@dataclass(frozen=True)
class Entry:
    """Un sitio del curso en el que se presenta un concepto."""

    term: str
    lesson: Lesson
    section: str


@dataclass(frozen=True)
class Missing:
    """Algo que una celda usa y nadie ha presentado antes."""

    name: str
    lesson: Lesson
    cell: str


@dataclass(frozen=True)
class Step:
    """Una celda de una lección, leída: lo que presenta y lo que usa.

    Attributes
    ----------
    cell : NotebookNode
        De la versión resuelta, que es la que hay que saber leer y escribir.
    section : str
        El título de la sección que estaba abierta al empezar la celda.
    optional : bool
        Si la celda es de una sección de ampliación, que se puede saltar.
    presents, uses : tuple of str
    """

    cell: object
    section: str
    optional: bool
    presents: tuple
    uses: tuple

    @property
    def counts(self):
        """Si es de las que un estudiante tiene que entender."""
        return not {NOT_YET, "docente"} & set(tags(self.cell))

    def section_of(self, term):
        """El título de la sección del concepto: una celda puede cerrar una y abrir la siguiente."""
        at = max(_plain(self.cell.source).find(word[:_STEM]) for word in _words(term) or [term])
        opened = [
            heading["title"]
            for heading in _headings(self.cell)
            if len(heading["level"]) <= 2 and heading.start() <= at
        ]
        return opened[-1] if opened else self.section

    def teaches(self, term):
        """Si el concepto está en la celda que lo declara: lo usa, o se leen sus palabras."""
        text = _plain(self.cell.source)
        words = _words(term)
        read = all(word[:_STEM] in text for word in words) if words else term in self.cell.source
        return read or (self.cell.cell_type == "code" and term in self.uses)


def steps(lesson):
    """Las celdas de una lección, en orden, cada una con lo que presenta y lo que usa."""
    reader = Reader()
    section, optional = lesson.title, 0  # nivel del título de la ampliación abierta, o 0
    for cell in Source(lesson).solved:
        headings = _headings(cell)
        for heading in headings:
            level = len(heading["level"])
            if _OPTIONAL in heading["title"]:
                optional = level
            elif level <= optional and not heading["title"].startswith(("Ejercicio", "Paso")):
                optional = 0
        terms = [term.strip() for term in cell.metadata.get(PRESENTS, "").split(",")]
        yield Step(cell, section, bool(optional), tuple(filter(None, terms)), reader.read(cell))
        section = next((h["title"] for h in reversed(headings) if len(h["level"]) <= 2), section)


def read_course(root=ROOT):
    """Todas las lecciones, en el orden del curso, cada una con sus celdas leídas.

    Returns
    -------
    dict of Lesson to list of Step
    """
    return {lesson: list(steps(lesson)) for lesson in find_lessons(root=root)}


def missing(course):
    """Lo que se usa sin que antes, en esa lección o en otra, se haya presentado.

    No cuentan las celdas de la etiqueta ``todavia-no``. Lo que una ampliación presenta vale solo
    dentro de ella.

    Parameters
    ----------
    course : dict of Lesson to list of Step

    Returns
    -------
    list of Missing
        Cada cosa, la primera vez que falta.
    """
    known, found = set(), {}
    for lesson, cells in course.items():
        optional = set()
        for step in cells:
            if not step.optional:
                optional = set()
            (optional if step.optional else known).update(step.presents)
            for name in step.uses if step.counts else ():
                if name not in known | optional | found.keys():
                    found[name] = Missing(name, lesson, step.cell.source)
    return list(found.values())


def index(course):
    """El índice de conceptos: todo lo que se presenta, en orden alfabético.

    Returns
    -------
    list of Entry
        Un concepto que presentan varias lecciones sale varias veces, en el orden del curso.
    """
    entries = [
        Entry(term, lesson, step.section_of(term))
        for lesson, cells in course.items()
        for step in cells
        for term in step.presents
    ]
    return sorted(entries, key=lambda entry: (_plain(entry.term).lstrip(". "), entry.term))


def index_text(course):
    """El índice, una línea por sitio: el concepto, la lección y la sección, entre tabuladores."""
    return "".join(f"{e.term}\t{e.lesson.label}\t{e.section}\n" for e in index(course))


def _headings(cell):
    """Los títulos de una celda de texto, sin contar los comentarios del código que enseñe."""
    if cell.cell_type != "markdown":
        return []
    return list(_HEADING.finditer(_FENCED.sub(lambda m: " " * len(m[0]), cell.source)))


def _words(term):
    """Las palabras de un concepto; de ``numpy.maximum`` o ``activation=relu``, la última."""
    return re.findall(r"\w{2,}", _plain(re.split(r"[.=]", term)[-1]))


def _plain(text):
    """En minúsculas y sin tildes, con las mismas letras."""
    text = unicodedata.normalize("NFD", text.lower())
    return re.sub(r"[\u0300-\u036f]", "", text)
