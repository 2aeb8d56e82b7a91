"""Los minutos de una lección, calculados de lo que hay que leer, contestar y escribir.

La fórmula (``FORMULA``) es la misma para todas las lecciones:

- La prosa, a 130 palabras por minuto: 17 páginas de 450 palabras por hora, lo que el estimador de
  trabajo de Barre, Brown y Esarey (https://cat.wfu.edu/resources/workload/estimationdetails) da
  para leer lo principal de un texto con muchas ideas nuevas; para entenderlo a fondo, 13 páginas.
- El código, a 8 segundos por línea, y una línea son hasta 100 caracteres de una instrucción, se
  maquete como se maquete: partirla para que quepa en la pantalla no da más que leer. Hansen,
  Goldstone y Lumsdaine (2013), «What makes code hard to understand?»,
  https://arxiv.org/abs/1304.5257, pidieron a 162 personas qué imprimen diez programas
  cortos de Python; en sus datos, https://github.com/synesthesiam/eyecode-tools, quienes programan
  desde hace dos años o menos (37) tardan 7.8 segundos por línea, en mediana de sus respuestas.
  Los 100 son lo que medían las líneas de este curso cuando se ajustó lo que no sale de una fuente.
- Cada ejercicio comprobado, 5 minutos (entender qué se pide, un primer intento, el mensaje del
  ``check``, otro) y 4 segundos por palabra o signo que hay que escribir: en este curso, unos 7 en
  total. «Introduction to deep learning» de The Carpentries
  (https://github.com/carpentries-lab/deep-learning-intro) cuenta 280 minutos para 30 ejercicios: 9.
- Cada pregunta de la autoevaluación, 2 minutos, y cada «Predice», 1, además de leerlos.
- Lo que tarda el cuaderno en ejecutarse, según ``authoring/tiempos.json``.

Los 5 minutos, los 4 segundos, los 2 y el 1 no salen de ninguna fuente: están ajustados a lo que
tres lecciones costaban a quien las leía por primera vez. Unos 150, 180 y 180 minutos; la fórmula
daba 144, 181 y 163.

Lo que va bajo un título que empieza por «★ Ampliación», hasta el siguiente título de su nivel o de
uno más alto, se puede saltar: no cuenta en la ruta esencial. La ejecución cuenta entera en ella.
"""

import io
import math
import re
import tokenize
from collections import Counter
from dataclasses import dataclass, field

from .durations import REFERENCE, Durations, predict
from .markers import CHECK

# En la cabecera de una lección, su duración; en una nota docente, los minutos de su tramo.
MARK = "{{minutos}}"
EXTRA = "★ Ampliación"
LIMIT = 90  # minutos de la ruta esencial

_WORDS_PER_MINUTE = 130
_SECONDS_PER_LINE = 8
_CHARACTERS_PER_LINE = 100
_MINUTES_PER_EXERCISE = 5
_SECONDS_PER_SYMBOL = 4
_MINUTES_PER_QUESTION = 2
_MINUTES_PER_PREDICTION = 1

FORMULA = (
    f"Minutos: palabras / {_WORDS_PER_MINUTE} + líneas de código × {_SECONDS_PER_LINE} s "
    f"+ ejercicios × {_MINUTES_PER_EXERCISE} + palabras y signos que escribir en ellos × "
    f"{_SECONDS_PER_SYMBOL} s + preguntas × {_MINUTES_PER_QUESTION} + predicciones × "
    f"{_MINUTES_PER_PREDICTION} + ejecución."
)
KINDS = ("prosa", "código", "ejercicios", "preguntas", "predicciones", "ejecución")

_HEADING = re.compile(r"(#{1,6}) +(.*)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"\w")
_SYMBOL = re.compile(r"\w+|[^\w\s]")
_NAME = 44  # lo que se enseña de un título
_ROW = f"{{:<{_NAME}}}" + "{:>7}{:>10}{:>12}" + "{:>14}" * len(KINDS)
_LAYOUT = (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
_STUB = re.compile(r"(= |return )\.\.\.$")


@dataclass
class Part:
    """Lo que hay bajo un título, hasta el siguiente.

    Attributes
    ----------
    mark, title : str
        «##» y «1 · ¿Qué hay en los datos?»; vacíos, los de lo que va antes del primer título.
    extra : bool
        Si es de una ampliación.
    minutes : Counter
        Minutos de cada clase (``KINDS``).
    cells : list of NotebookNode
        Sus celdas de código, resueltas.
    note : str
        Identificador de su nota docente, si la tiene.
    """

    mark: str = ""
    title: str = ""
    extra: bool = False
    minutes: Counter = field(default_factory=Counter)
    cells: list = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class Minutes:
    """Los minutos de una lección: los de cada parte, y los de ejecutarla."""

    parts: list
    run: float

    @property
    def extra(self):
        """Los de las ampliaciones."""
        return sum(part.minutes.total() for part in self.parts if part.extra)

    @property
    def essential(self):
        """Los de la ruta esencial: todo lo demás, y la ejecución."""
        return self.total - self.extra

    @property
    def total(self):
        return self.by_kind().total()

    def by_kind(self):
        """``{clase: minutos}``, con las ampliaciones."""
        return sum((part.minutes for part in self.parts), Counter({"ejecución": self.run}))

    def in_words(self):
        """Lo que dice la cabecera, de 5 en 5: «75 min», o «75 min (90 con las ampliaciones)»."""
        essential, total = _rounded(self.essential), _rounded(self.total)
        with_extra = f" ({total} con las ampliaciones)" if total > essential else ""
        return f"{essential} min{with_extra}"

    def of_notes(self):
        """``{identificador de una nota docente: «10 min»}``.

        El tramo de una nota va desde su título hasta el de la siguiente; el de la primera, desde
        el principio. Así, entre todas suman la lección, menos su ejecución.
        """
        found, note, before = Counter(), None, 0
        for part in self.parts:
            if part.note:
                note = part.note
                found[note] += before
                before = 0
            if note:
                found[note] += part.minutes.total()
            else:
                before += part.minutes.total()
        return {note: f"{max(round(minutes), 1)} min" for note, minutes in found.items()}


def lesson_minutes(source, times=None):
    """Calcula los minutos de una lección.

    Parameters
    ----------
    source : Source
    times : Durations, optional
        Lo que tarda cada lección en ejecutarse; sin él, lo medido en el equipo de referencia.

    Returns
    -------
    Minutes
    """
    times = times or Durations.read(REFERENCE)
    seconds = predict([source.lesson.name], Durations(), times)[source.lesson.name]
    return Minutes(_parts(source), seconds / 60)


def _parts(source):
    parts, extra_level = [Part()], None
    for student, solved in zip(source.student, source.solved, strict=True):
        if "docente" in solved.metadata.get("tags", []):
            parts[-1].note = solved["id"]
        elif solved.cell_type == "code":
            parts[-1].cells.append(solved)
            _count_code(student.source, solved.source, parts[-1].minutes)
        else:
            for level, title, text in _under_headings(solved.source):
                if level:
                    if extra_level and level <= extra_level:
                        extra_level = None
                    if not extra_level and level > 1 and title.startswith(EXTRA):
                        extra_level = level
                    parts.append(Part("#" * level, title, extra=bool(extra_level)))
                _count_prose(text, parts[-1].minutes)
    return parts


def _under_headings(text):
    """Parte una celda de texto por sus títulos: (nivel, título, texto); 0 si no empieza por uno."""
    found, fenced = [(0, "", [])], False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        heading = not fenced and _HEADING.fullmatch(line)
        if heading:
            found.append((len(heading[1]), heading[2], []))
        found[-1][2].append(line)
    return [(level, title, "\n".join(lines)) for level, title, lines in found if lines]


def _count_prose(text, minutes):
    words = [word for word in _LINK.sub(r"\1", text).split() if _WORD.search(word)]
    minutes["prosa"] += len(words) / _WORDS_PER_MINUTE
    minutes["predicciones"] += text.count("**Predice") * _MINUTES_PER_PREDICTION


def _count_code(student, solved, minutes):
    seen = [line for line in _statements(student) if not CHECK.match(line)]
    given = [line for line in seen if not _STUB.search(line)]
    lines = sum(math.ceil(len(line) / _CHARACTERS_PER_LINE) for line in given)
    minutes["código"] += lines * _SECONDS_PER_LINE / 60
    checked = CHECK.findall(solved)
    questions = [exercise_id for exercise_id in checked if ".A" in exercise_id]
    minutes["preguntas"] += len(questions) * _MINUTES_PER_QUESTION
    minutes["ejercicios"] += (len(checked) - len(questions)) * _MINUTES_PER_EXERCISE
    if not questions:
        written = len(_SYMBOL.findall(solved)) - len(_SYMBOL.findall(student.replace("...", "")))
        minutes["ejercicios"] += written * _SECONDS_PER_SYMBOL / 60


def _statements(code):
    """Cada instrucción, y cada comentario suelto, en una línea."""
    rows, first = code.splitlines(), None
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if first is None and token.type not in _LAYOUT:
            first = token.start[0]
        loose = first and rows[first - 1].lstrip().startswith("#")
        if token.type == tokenize.NEWLINE or (loose and token.type == tokenize.NL):
            yield " ".join(row.strip() for row in rows[first - 1 : token.start[0]])
            first = None


def _rounded(minutes):
    return 5 * round(minutes / 5)


def report(sources, *, parts=False):
    """La tabla que enseña ``python -m authoring minutes``: una línea por lección.

    Parameters
    ----------
    sources : iterable of Source
    parts : bool
        Debajo de cada lección, una línea por título.

    Returns
    -------
    str
    """
    lines = [_ROW.format("lección", "total", "esencial", "ampliación", *KINDS)]
    for source in sources:
        minutes = lesson_minutes(source)
        name = f"{source.lesson.label} {source.lesson.slug}"
        over = f"  pasa de {LIMIT}" if minutes.essential > LIMIT else ""
        lines.append(_row(name, minutes.essential, minutes.extra, minutes.by_kind()) + over)
        for part in minutes.parts[1:] if parts else ():
            total = part.minutes.total()
            extra = total if part.extra else 0
            lines.append(_row(f"  {part.mark} {part.title}", total - extra, extra, part.minutes))
    return "\n".join([*lines, "", FORMULA])


def _row(name, essential, extra, kinds):
    figures = (essential + extra, essential, extra, *(kinds[kind] for kind in KINDS))
    return _ROW.format(name[:_NAME], *map(round, figures))
