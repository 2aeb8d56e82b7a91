"""De los dos cuadernos de una lección a una lista de diapositivas: una idea en cada una.

Se reparte por lo que ocupa: el texto, por párrafos enteros; el código, a 15 líneas como mucho y
sin partir una instrucción que quepa. Lo que se lee junto va junto si cabe: un código y lo que
imprime, una figura y lo que se observa en ella. Un ejercicio va en blanco, y su solución, una
diapositiva después.
"""

import ast
import re
from dataclasses import dataclass, field

import nbformat

from ..notebooks import as_read, note_text, solution_code, without_check

CODE_LINES = 15
TEXT_LINES = 12  # de las que caben bajo un título
_LINE = 78  # letras de una línea de texto
FIGURE_LINES = 7  # las que deja sin sitio una figura con texto debajo
_HEADING = re.compile(r"(#{1,6}) +(.*)")
_BADGE = re.compile(r"^\[!\[Abrir en Colab\].*\n+", re.MULTILINE)


@dataclass
class Slide:
    """Una diapositiva.

    Attributes
    ----------
    title : str
        En Markdown.
    level : int
        1, la portada; 2, una sección; 3, dentro de una sección.
    parts : list of tuple
        Lo que lleva, de arriba abajo: ``("texto", Markdown)``, ``("código", Python)`` o
        ``("salida", NotebookNode)``.
    notes : list of str
        Lo que quien enseña lee en la vista del orador, en Markdown.
    joins : bool
        Si puede ir en la misma pantalla que la anterior.
    """

    title: str
    level: int = 3
    parts: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    joins: bool = True


def cut(lesson):
    """Las diapositivas de una lección, en orden.

    Parameters
    ----------
    lesson : Lesson
        Con sus dos cuadernos construidos.

    Returns
    -------
    list of Slide
    """
    student = nbformat.read(lesson.notebook, as_version=4)
    solved = nbformat.read(lesson.solved, as_version=4)
    slides, title, section = [], lesson.title, lesson.title
    for kind, found in as_read(student, solved):
        if kind == "nota":
            slides[-1].notes.append(note_text(found))
        elif kind == "texto":
            slides += text_slides(_BADGE.sub("", found.source), title)
            title = slides[-1].title
            section = next((s.title for s in reversed(slides) if s.level <= 2), section)
        elif kind == "hueco":
            slides += code_slides(without_check(found.source), title)
        elif kind == "solución":
            solution = code_slides(solution_code(found), f"{title}: una solución")
            solution[0].joins = False  # ni aunque quepa
            slides += solution
            title = section
        else:
            slides += code_slides(found.source, title)
            slides += [Slide(title, parts=[("salida", output)]) for output in found.outputs]
    return list(_together(slides))


def _together(slides):
    """Junta cada diapositiva con la anterior si lo que llevan se lee junto y cabe."""
    slides = iter(slides)
    last = next(slides)
    for slide in slides:
        same = last.title == slide.title and slide.level == 3 and slide.joins
        if same and _fit([*last.parts, *slide.parts]):
            last.parts += slide.parts
            last.notes += slide.notes
        else:
            yield last
            last = slide
    yield last


def _fit(parts):
    """Si caben: un texto, su código, lo que sale y lo que se observa, por ese orden."""
    order = ["texto", "código", "salida", "texto"]
    for kind, _ in parts:
        if kind not in order:
            return False
        del order[: order.index(kind) + 1]
    figure = any(
        kind == "salida" and "image/png" in content.get("data", {}) for kind, content in parts
    )
    return not (figure and parts[0][0] != "salida") and sum(map(_height, parts)) <= TEXT_LINES


def _height(part):
    """Cuánto ocupa, en líneas de texto."""
    kind, content = part
    if kind == "texto":
        return sum(_lines(block) + 0.4 for block in split_blocks(content))
    if kind == "código":
        return 1 + 0.75 * (content.count("\n") + 1)
    if content.output_type == "stream":
        return 1 + 0.75 * content.text.rstrip().count("\n")
    return FIGURE_LINES if "image/png" in content.get("data", {}) else TEXT_LINES


def text_slides(markdown, title):
    """Las diapositivas de una celda de texto; ``title``, el que estaba puesto."""
    slides, blocks = [], []
    level = 3

    def close():
        for position, text in enumerate(_pack(blocks)):
            slides.append(Slide(title, level if position == 0 else 3, [("texto", text)]))
        if not blocks and level < 3:  # una sección que empieza por otro título, o nada
            slides.append(Slide(title, level))
        blocks.clear()

    for block in split_blocks(markdown):
        heading = _HEADING.match(block)
        if heading:
            close()
            level, title = min(3, len(heading[1])), heading[2]
        else:
            blocks.append(block)
    close()
    return slides or [Slide(title)]


def split_blocks(markdown):
    """Los párrafos, listas, tablas y bloques de código de un texto, enteros."""
    blocks, block, fenced = [], [], False

    def close():
        if block:
            blocks.append("\n".join(block))
        block.clear()

    for line in markdown.splitlines():
        if line.startswith("```"):
            if not fenced:
                close()
            block.append(line)
            if fenced:
                close()
            fenced = not fenced
        elif fenced or (line.strip() and not _HEADING.match(line)):
            block.append(line)
        else:
            close()
            if line.strip():
                blocks.append(line)
    close()
    return blocks


def _pack(blocks):
    """Junta bloques seguidos mientras quepan; una lista larga se parte por sus puntos."""
    packed, used = [], 0
    for block in (piece for whole in blocks for piece in _pieces(whole)):
        size = _lines(block)
        if packed and used + size <= TEXT_LINES:
            packed[-1] += "\n\n" + block
            used += size + 0.6
        else:
            packed.append(block)
            used = size + 0.6
    return packed


def _pieces(block):
    if _lines(block) <= TEXT_LINES:
        return [block]
    if block.startswith("|"):
        return _split_rows(block.splitlines(), head=2, tail=0)
    if block.startswith("```"):
        return _split_rows(block.splitlines(), head=1, tail=1)
    items = re.split(r"\n(?=(?:[-*] |\d+\. |\*\*))", block)
    if len(items) == 1 and not block.startswith(">"):
        items = re.split(r"(?<=[.:?!]) +(?=[A-ZÁÉÍÓÚ¿¡«*`])", " ".join(block.split()))
        return _joined(items, " ")
    return _joined(items, "\n")


def _split_rows(rows, *, head, tail):
    """Una tabla o un bloque de código, por trozos que repiten su principio y su final."""
    start, end = rows[:head], rows[len(rows) - tail :]
    pieces = [[]]
    for row in rows[head : len(rows) - tail]:
        if pieces[-1] and _lines("\n".join([*start, *pieces[-1], row, *end])) > TEXT_LINES:
            pieces.append([])
        pieces[-1].append(row)
    return ["\n".join([*start, *piece, *end]) for piece in pieces]


def _joined(items, glue):
    pieces = []
    for item in items:
        if pieces and _lines(pieces[-1] + glue + item) <= TEXT_LINES:
            pieces[-1] += glue + item
        else:
            pieces.append(item)
    return pieces


def _lines(block):
    """Cuántas líneas de la pantalla ocupa, más o menos."""
    if block.startswith("```"):
        return 1 + 0.75 * (block.count("\n") - 1)
    if block.startswith("|"):
        rows = [row for row in block.splitlines() if re.search(r"\w", row)]
        return sum(1.2 + len(row) // (_LINE + 10) for row in rows)
    if re.match(r"[-*] |\d+\. ", block):
        items = re.split(r"\n(?=[-*] |\d+\. )", block)
        return sum(1 + len(" ".join(item.split())) // (_LINE - 6) for item in items)
    if block.startswith("$$"):
        return 3
    return 1 + len(" ".join(block.split())) // _LINE


def code_slides(source, title):
    """Las diapositivas de un código, a 15 líneas como mucho cada una."""
    return [Slide(title, parts=[("código", piece)]) for piece in split_code(source)]


def split_code(source, limit=CODE_LINES):
    """Parte un código en trozos de ``limit`` líneas como mucho, por donde menos estorba.

    Se corta entre dos instrucciones; una que no cabe entera, entre dos de las suyas.
    """
    lines = source.strip("\n").splitlines()
    if len(lines) <= limit:
        return ["\n".join(lines)] if lines else []
    starts = _statement_starts(source.strip("\n"))
    pieces, start = [], 0
    while len(lines) - start > limit:
        window = range(start + 1, start + limit + 1)
        depths = {line: starts[line] for line in window if line in starts}
        least = min(depths.values(), default=None)
        best = [line for line, depth in depths.items() if depth == least]
        end = best[-1] if best else start + limit
        pieces.append("\n".join(lines[start:end]).rstrip())
        start = end
    pieces.append("\n".join(lines[start:]))
    return [piece for piece in pieces if piece.strip()]


def _statement_starts(source):
    """``{línea (desde 0) en que empieza una instrucción: lo dentro que está}``."""
    starts = {}
    try:
        tree = ast.parse(source)
    except SyntaxError:  # una celda con %magia o un error a propósito
        return {n: 0 for n, line in enumerate(source.splitlines()) if line[:1].strip()}

    def visit(body, depth):
        for node in body:
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
            starts.setdefault(first - 1, depth)
            for name in ("body", "orelse", "finalbody", "handlers"):
                inner = getattr(node, name, [])
                if isinstance(inner, list):
                    visit([n for n in inner if hasattr(n, "lineno")], depth + 1)

    visit(tree.body, 0)
    return starts
