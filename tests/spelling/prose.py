"""La prosa del curso: lo que alguien lee, sin el código, las fórmulas ni los enlaces.

Son los documentos, las celdas de texto de las lecciones y, de lo que está en Python (también el
código de las lecciones), los docstrings, los comentarios, las frases y los rótulos.
"""

import ast
import builtins
import inspect
import io
import keyword
import re
import tokenize
import unicodedata
import warnings

import jupytext
import yaml

from authoring.lessons import ROOT, find_lessons

DOCUMENTS = ("*.md", "data/*.md", "docs/**/*.md", "hub/*.md")
CODE = ("course_utils/**/*.py", "authoring/**/*.py", "authoring/setup_cell.py.txt")

# Lo que no es prosa: código, fórmulas, direcciones, marcas de Markdown, de MyST y de HTML.
_HIDDEN = re.compile(
    r"^(?P<fence>```+)(?!\{glossary\}).*?^(?P=fence)$|^(?:```|:::+)(?:\{[\w-]+\})?|^:[\w-]+:.*?$"
    r"|(?<=::)\n(?:\n| +[^\n]*(?:\n|$))+|``.+?``|`[^`]*`|\$\$.+?\$\$|\$[^$\n]+\$"
    r"|\]\([^)\s]*\)|https?://[^\s)>]+|doi:\S+"
    r"|<(?P<tag>style|script)>.*?</(?P=tag)>|<[^<>]*>|\{%.*?%\}|&\w+;|\{[\w:-]+\}(?=`)",
    re.DOTALL | re.MULTILINE,
)
# Los huecos («{call}», «{{metricas}}», «%d»): lo que se les pegue no es una palabra entera.
_HOLES = re.compile(r"\{\{.*?\}\}|\{[^{}\s]*\}|%[-\d.]*[sdr]\b")
# Donde puede haber inglés: en cursiva y entre comillas.
_FOREIGN = re.compile(
    r"(?<![*\w])\*(?:\*\*)?(?![*\s])[^*]+(?<!\s)(?:\*\*)?\*(?![*\w])|«[^«»]*»|\"[^\"\n]*\""
)
# No lo es lo que va pegado a una cifra, un guion bajo, un punto o un paréntesis: «x_train», «a.b».
_WORD = re.compile(
    r"(?<![\w./\\|@#=+%-])[^\W\d_]+(?![\w@=/\\|]|\.\w|\()|(?<=[^\W\d_]-)[^\W\d_]+(?!\w)"
)
_MARKS = re.compile(r"#[%@]|# ?(>>>|<<<|noqa|ruff:|fmt:|-\*-)")
_PYTHON, _SQL = re.compile(r"[=(\[]|import "), re.compile("(?:CREATE|INSERT|PRAGMA|SELECT|BEGIN) ")
_SENTENCE = re.compile(" |^[A-ZÁÉÍÓÚÑ][a-záéíóúüñ]+$")  # o un rótulo: «Época»; lo demás son nombres
_RESERVED = {*keyword.kwlist, *dir(builtins)}


def texts():
    """Todos: (archivo, texto, los nombres que se pueden decir en él)."""
    for pattern in DOCUMENTS:
        for path in sorted(ROOT.glob(pattern)):
            yield path, path.read_text(encoding="utf-8"), set()
    plans = ROOT / "docs" / "docentes" / "planes.yml"
    for plan in yaml.safe_load(plans.read_text(encoding="utf-8")):
        yield from ((plans, plan[key], set()) for key in ("titulo", "texto"))

    of_lesson = {}
    for lesson in find_lessons():
        notebook = jupytext.reads(lesson.source.read_text(encoding="utf-8"), fmt="py:percent")
        code = [_parse(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
        known = set().union(*(_names(tree) for tree in code if tree))
        of_lesson[lesson.checks] = known
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                yield lesson.source, cell.source, set()
            elif _parse(cell.source):  # hay celdas que enseñan un error de sintaxis
                yield from ((lesson.source, text, known) for text in of_code(cell.source))

    for pattern in CODE:
        for path in sorted(ROOT.glob(pattern)):
            source = path.read_text(encoding="utf-8")
            known = _names(_parse(source)) | of_lesson.get(path, set())
            yield from ((path, text, known) for text in of_code(source))


def words(text):
    """Las palabras de un texto: (palabra, si ahí puede estar en inglés)."""
    text = _HOLES.sub("0", _HIDDEN.sub(" ", text))
    foreign = [match.span() for match in _FOREIGN.finditer(text)]
    for match in _WORD.finditer(text):
        # Con subíndices y exponentes es una fórmula: «x₁», «m²».
        if len(match[0]) > 1 and unicodedata.is_normalized("NFKC", match[0]):
            yield match[0], any(start <= match.start() < end for start, end in foreign)


def _parse(source):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # «"%"\d» en un texto que resulta ser código
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError):
            return None


def _names(tree):
    """Los nombres de un código: un mensaje habla de ellos, y no llevan tilde."""
    kinds = ("id", "arg", "attr", "name", "asname")
    names = {getattr(node, kind, None) or "" for node in ast.walk(tree) for kind in kinds}
    return _RESERVED.union(*(name.split(".") for name in names))


def of_code(source):
    """Los textos de un código: sus docstrings, sus frases y sus comentarios."""
    tree, lines = _parse(source), source.splitlines()
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped.update(id(part) for part in ast.walk(node) if part is not node)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith("_NAMES"):
            skipped.update(id(part) for part in ast.walk(node))  # principios de palabra
        elif isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            docstring = ast.get_docstring(node)
            if docstring:
                skipped.add(id(node.body[0].value))
                yield _of_docstring(docstring)
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = node.values
            text = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        written = lines[node.lineno - 1].encode()[node.col_offset :]
        if re.match(rb"\w?[rR]", written):  # una expresión regular, o una tabla de ellas
            text = "\n".join(re.findall(r"^ {4}.*", text, re.MULTILINE))
        code = _SQL.match(text) or (_PYTHON.search(text) and _parse(text))
        if _SENTENCE.search(text.strip()) and not code:
            yield text
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and not _MARKS.match(token.string):
            yield token.string.lstrip("# ")


def _of_docstring(text):
    """Un docstring de numpydoc sin sus títulos, nombres, tipos y ejemplos."""
    lines, section, example = [], "", False
    every = inspect.cleandoc(text).splitlines()
    for line, following in zip(every, [*every[1:], ""], strict=True):
        example = bool(line.strip()) and (example or line.lstrip().startswith(">>>"))
        if re.fullmatch("-{3,}", following):
            section = line
        name = section in ("Parameters", "Returns", "Yields", "Raises", "Attributes", "See Also")
        if line != section and not example and (line.startswith(" ") or not name):
            lines.append(line)
    return "\n".join(lines)
