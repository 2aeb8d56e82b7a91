"""El Markdown se lee igual en JupyterLab, Notebook, Colab, GitHub, nbviewer, VS Code y el sitio.

Cada visor decide con sus reglas qué trozo entre «$» es una fórmula, y con una cantidad de dinero
(«de 10 $ a 20 $») no se ponen de acuerdo. Aquí están sus reglas: de dónde sale cada fórmula, y que
todos encuentren las mismas. Fuera de ellas no queda ningún «$», ni con una barra delante:
JupyterLab y nbviewer la quitan al leer el Markdown, y MathJax empareja los que ve en la página.
"""

import ast
import re

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from authoring.lessons import ROOT, find_lessons
from authoring.notebooks import NOTE_LABEL, Source, assemble, note_text, tags
from authoring.project import published

LESSONS = [pytest.param(lesson, id=lesson.name) for lesson in find_lessons()]
PLACE = published(ROOT)

# JupyterLab y Notebook 7 (rendermime, removeMath): por dónde parten el texto antes de leerlo.
_SPLIT = re.compile(
    r"(\$\$?|\\(?:begin|end)\{[a-z]*\*?\}|\\[{}$]|[{}]|(?:\n\s*)+|@@\d+@@|\\\\[()\[\]])",
    re.IGNORECASE,
)
_CODE = (
    re.compile(r"^(`{3,}|~{3,})[^`\n]*\n([\s\S]*?)^\1`*$", re.MULTILINE),
    re.compile(r"(^|[^\\])(`+)([^\n]*?[^`\n])\2(?!`)", re.MULTILINE),
)


def jupyterlab(text):
    """Las fórmulas que aparta JupyterLab: no mira listas ni tablas, solo líneas en blanco."""
    for code in _CODE:
        text = code.sub(lambda match: match[0].replace("$", " "), text)
    pieces = _SPLIT.split(text)
    formulas, start, end, last, braces = [], None, None, None, 0

    def take(stop):
        formulas.append("".join(pieces[start : stop + 1]))

    position = 1
    while position < len(pieces):
        piece = pieces[position]
        if start is None:
            if piece in ("$", "$$"):
                start, end, braces = position, piece, 0
        elif piece == end:
            if braces:
                last = position
            else:
                take(position)
                start = last = None
        elif piece.count("\n") > 1:
            if last is not None:
                take(last)
                position = last
            start, last, braces = None, None, 0
        elif piece == "{":
            braces += 1
        elif piece == "}" and braces:
            braces -= 1
        position += 2
    if start is not None and last is not None:
        take(last)
    return formulas


def vs_code(text):
    """Las que encuentra VS Code (markdown-it-katex): las de cada párrafo, celda o punto."""
    return _formulas(MarkdownIt("commonmark").enable("table").use(_katex), text)


def _katex(md):
    def formula(state, silent):
        mark = "$$" if state.src.startswith("$$", state.pos) else "$"
        start = state.pos + len(mark)
        if state.src[state.pos] != "$" or not _stands_alone(state.src, state.pos - 1):
            return False
        end = state.src.find(mark, start)
        while end > 0 and state.src[end - 1] == "\\":
            end = state.src.find(mark, end + 1)
        if end <= start or not _stands_alone(state.src, end + len(mark)):
            return False
        if not silent:
            state.push("math_inline", "math", 0).content = state.src[start:end]
        state.pos = end + len(mark)
        return True

    md.inline.ruler.after("escape", "math_inline", formula)


def _stands_alone(text, position):
    return not re.match(r"[A-Za-z0-9_$\\]", text[max(0, position) : position + 1])


def site(text):
    """Las del sitio (MyST), con las reglas de Pandoc y GitHub: sin espacios junto al «$»."""
    md = MarkdownIt("commonmark").enable("table")
    return _formulas(md.use(dollarmath_plugin, allow_space=False, allow_digits=False), text)


def _formulas(md, text):
    tokens = [each for token in md.parse(text) for each in (token, *(token.children or ()))]
    return [token.content for token in tokens if token.type.startswith("math_")]


def nbconvert(text):
    """Las de nbconvert y nbviewer."""
    found = []

    class Renderer(IPythonRenderer):
        def block_math(self, body):
            found.append(body)
            return ""

        inline_math = block_math

    MarkdownWithMath(renderer=Renderer(escape=False)).render(text)
    return found


READERS = (jupyterlab, vs_code, site, nbconvert)


def misread(text):
    """Por qué un texto no se lee igual en todas partes; vacío si se lee igual."""
    found = {reader.__name__: sorted(map(_plain, reader(text))) for reader in READERS}
    if len({tuple(formulas) for formulas in found.values()}) > 1:
        return "\n".join(f"{name}: {formulas}" for name, formulas in found.items())
    for code in _CODE:
        text = code.sub("", text)
    for formula in jupyterlab(text):
        text = text.replace(formula, "", 1)
    lone = re.search(r".{0,30}\$.{0,30}", text)
    return f"un «$» que no es de una fórmula: {lone[0]}" if lone else ""


def _plain(formula):
    return " ".join(formula.strip("$").split())


@pytest.mark.parametrize(
    "text",
    [
        "De 10 $ a 20 $ hay 10.",
        "De $10 a $20 hay 10.",
        r"De 10 \$ a 20 \$ hay 10.",
        r"Cuesta 10 \$.",
        "Cuesta 10 $, y $x = 2$ es lo que falta.",
        "- a) Vale 500 000 $.\n- b) Vale 3.\n- c) Más de 500 000 $.",
        "| a | b |\n|---|---|\n| 10 $ | 20 $ |",
        "Con espacios, $ x + 1 $, no todos la ven.",
        "Ni pegada a una cifra: 2$x$.",
        "Ni partida en dos párrafos: $x +\n\n1$.",
    ],
)
def test_what_is_misread(text):
    assert misread(text)


@pytest.mark.parametrize(
    "text",
    [
        "De 10 dólares a 20 dólares; y `$HOME` y `10 $` son código.",
        "La recta $w x + b$, con ($w = 2$) y «$b$»; $x^2$.",
        "$$L = \\frac{1}{n} \\sum_i e_i^2$$\n\ny $\\text{si } z > 0$",
        "```bash\necho $A $B\n```\n\nNada más.",
        "> 🎓 **Nota**\n>\n> La recta $y = x$.",
    ],
)
def test_what_is_read_the_same(text):
    assert not misread(text)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_cell_is_read_the_same_everywhere(lesson):
    for solved in (False, True):
        for cell in assemble(Source(lesson), PLACE, solved=solved).cells:
            if cell.cell_type == "markdown":
                assert not misread(cell.source), f"{misread(cell.source)}\n{cell.source[:300]}"


@pytest.mark.parametrize("lesson", LESSONS)
def test_hints_praise_and_answers_have_no_dollars(lesson):
    """Se leen en la consola, en una celda y en el sitio: ahí no hay fórmulas."""
    tree = ast.parse(lesson.checks.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert "$" not in node.value, f"{lesson.checks.name}, línea {node.lineno}: {node.value}"


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_teacher_note_is_one_box_and_nothing_is_outside(lesson):
    source = Source(lesson)
    student, solved = (assemble(source, PLACE, solved=solved).cells for solved in (False, True))
    notes = [cell for cell in source.solved if "docente" in tags(cell)]
    boxes = [cell for cell in solved if "docente" in tags(cell)]
    assert [cell["id"] for cell in boxes] == [cell["id"] for cell in notes]
    for note, box in zip(notes, boxes, strict=True):
        assert box.source.startswith(f"> {NOTE_LABEL}\n>\n> **")
        for md in (
            MarkdownIt("commonmark").enable("table"),
            MarkdownIt("gfm-like", {"linkify": 0}),
        ):
            outside = [t.type for t in md.parse(box.source) if t.level == 0]
            assert outside == ["blockquote_open", "blockquote_close"]
        html = MarkdownWithMath(renderer=IPythonRenderer(escape=False)).render(box.source).strip()
        assert html.startswith("<blockquote>") and html.endswith("</blockquote>")
        text = note_text(box)
        assert NOTE_LABEL not in text
        assert text.partition("**.")[2] == note.source.partition("**.")[2]
    assert not [cell for cell in student if NOTE_LABEL in cell.source]


_ITEM = re.compile(r"(\d+)[.)]\s|[-+*]\s")


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_line_of_a_paragraph_looks_like_a_list(lesson):
    """«…por eso se pasa a / 4. Después…»: unos visores ven el punto 4 de una lista, y otros, no."""
    for cell in Source(lesson).solved:
        if cell.cell_type != "markdown":
            continue
        before, number = "", 0
        for line in cell.source.splitlines():
            item = _ITEM.match(line)
            if item is None:
                number = number if line.startswith((" ", ">")) or not line else 0
            elif item[1]:
                assert int(item[1]) == number + 1, f"{lesson.number}: {line}"
                number += 1
            else:
                assert not before or _ITEM.match(before) or before[0] in " #", f"{line!r}"
            before = line
