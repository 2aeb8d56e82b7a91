"""La huella, sobre el curso de verdad: qué lecciones se repiten si se toca una definición.

Las definiciones se buscan por su nombre público, no por su archivo: cambiar de sitio una función
no cambia nada aquí.
"""

import ast
import re
import shutil
import textwrap

import nbformat
import pytest

from authoring.errors import AuthoringError
from authoring.lessons import ROOT, find_lessons
from authoring.notebooks import Source, setup_cell
from authoring.project import published
from authoring.reach import Package, digest

CELLS = {
    lesson.number: [
        cell
        for cells in (source.student, source.solved)
        for cell in cells
        if cell.cell_type == "code"
    ]
    for lesson in find_lessons()
    for source in [Source(lesson)]
}


def number_of(slug):
    return find_lessons([slug])[0].number


def digests(root):
    package = Package(root)
    return {number: digest(cells, package) for number, cells in CELLS.items()}


@pytest.fixture(scope="module")
def before():
    return digests(ROOT)


@pytest.fixture
def course(tmp_path):
    """Una copia del paquete, para tocarla."""
    python = shutil.ignore_patterns("__pycache__", "*.json", "*.pyi")
    shutil.copytree(ROOT / "course_utils", tmp_path / "course_utils", ignore=python)
    return tmp_path


@pytest.fixture
def again(course, before):
    """Las lecciones que se repetirían con el paquete como está ahora en la copia."""

    def compare():
        now = digests(course)
        return {number for number in CELLS if now[number] != before[number]}

    return compare


def edit(root, name):
    """Añade una instrucción a la función ``name``, esté donde esté."""
    (path,) = [
        path
        for path in root.rglob("*.py")
        if re.search(rf"^def {name}\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    text = path.read_text(encoding="utf-8")
    (node,) = [n for n in ast.parse(text).body if getattr(n, "name", "") == name]
    lines = text.splitlines(keepends=True)
    last = node.body[-1]
    lines.insert(last.lineno - 1, f"{' ' * last.col_offset}edited = True\n")
    path.write_text("".join(lines), encoding="utf-8")


def lessons_with(pattern):
    """Las lecciones en cuyas celdas aparece ``pattern``."""
    return {
        number
        for number, cells in CELLS.items()
        if any(re.search(pattern, cell.source) for cell in cells)
    }


def test_a_docstring_or_a_comment_repeats_nothing(course, again):
    edited = 0
    for path in course.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        tree = ast.parse("".join(lines))
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and node.body:
                first = node.body[0]
                if ast.get_docstring(node) and lines[first.lineno - 1].strip().startswith('"""'):
                    line = lines[first.lineno - 1]
                    lines[first.lineno - 1] = line.replace('"""', '"""Corregido: ', 1)
                    edited += 1
        path.write_text("".join(lines) + "\n# Un comentario.\n", encoding="utf-8")
    assert edited > 300
    assert again() == set()


def test_where_a_definition_is_written_repeats_nothing(course, again):
    path = course / "course_utils" / "otro_sitio.py"
    index = course / "course_utils" / "__init__.py"
    module = re.search(r'"set_seed": "([^"]+)"', index.read_text(encoding="utf-8"))[1]
    path.write_text(f"from .{module} import set_seed\n", encoding="utf-8")
    text = index.read_text(encoding="utf-8")
    moved = text.replace(f'"set_seed": "{module}"', '"set_seed": "otro_sitio"')
    index.write_text(moved, encoding="utf-8")
    assert moved != text
    assert again() == set()


def test_plot_map_repeats_only_the_lessons_that_use_it(course, again):
    edit(course, "plot_map")
    users = {number_of("precios_de_casas"), number_of("capas_de_preproceso")}
    assert again() == lessons_with(r"\bplot_map\b") == users


def test_set_seed_repeats_only_the_lessons_that_use_it(course, again):
    edit(course, "set_seed")
    repeated = again()
    assert repeated == lessons_with(r"\bset_seed\b")
    assert number_of("fashion_mnist") in repeated
    assert number_of("numeros_y_variables") not in repeated


def test_what_a_definition_uses_counts_too(course, again):
    edit(course, "import_tensorflow")  # la llama el módulo de set_seed al importarse
    only_loads = nbformat.v4.new_code_cell(
        "from course_utils import quiet_tensorflow as quiet\nquiet()"
    )
    assert digest([only_loads], Package(course)) != digest([only_loads], Package(ROOT))
    repeated = again()
    assert repeated >= lessons_with(r"\bset_seed\b|\bquiet_tensorflow\b|\bLearningCurves\b")
    assert "1.1" not in repeated


def test_the_checks_of_a_lesson_repeat_only_that_lesson(course, again):
    (lesson,) = find_lessons(["fashion_mnist"])
    path = course / lesson.checks.relative_to(ROOT)
    text = path.read_text(encoding="utf-8")
    praise = "Comparar y sumar: así se cuenta en NumPy, sin escribir un ciclo."
    assert praise in text
    path.write_text(text.replace(praise, "¡Bien!"), encoding="utf-8")
    assert again() == {lesson.number}, "el elogio de un ejercicio es una salida"


def test_a_helper_of_the_checks_repeats_the_lessons_whose_checks_use_it(course, again):
    edit(course, "finite")
    users = {
        number
        for number in CELLS
        for module, lesson in [number.split(".")]
        for name in [f"lesson_{int(module):02}_{int(lesson):02}.py"]
        for text in [(ROOT / "course_utils/exercises" / name).read_text(encoding="utf-8")]
        if re.search(r"\bexpect\.(finite|numeric|number_or_array|row)\b", text)
    }
    assert users
    assert again() == users < set(CELLS)


def test_a_data_file_repeats_the_lessons_that_read_it(course, again):
    (path,) = [
        path
        for path in course.rglob("*.py")
        if re.search(r"^REGISTRY\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    text = path.read_text(encoding="utf-8")
    entry = text.index('"penguins": ')
    start = text.index('sha256="', entry) + len('sha256="')
    path.write_text(f"{text[:start]}{'0' * 64}{text[start + 64 :]}", encoding="utf-8")
    assert again() == lessons_with(r"\bload_penguins\b|\"penguins\"") != set()


def test_errors_count_only_where_a_cell_fails_on_purpose(course, again, before):
    edit(course, "explain")
    edit(course, "explain_call")  # a la que llegan las comprobaciones
    assert again() == set(), "ninguna lección enseña hoy un error"
    setup = setup_cell(published())  # está en todos los cuadernos, y usa explain_errors()
    assert digest([setup], Package(course)) == digest([setup], Package(ROOT))
    failing = nbformat.v4.new_code_cell("1 / 0", metadata={"tags": ["raises-exception"]})
    assert digest([failing], Package(course)) != digest([failing], Package(ROOT))


def test_every_public_name_is_found():
    index = Package(ROOT).module("course_utils").index
    assert len(index) > 40
    for name in index:
        cell = nbformat.v4.new_code_cell(f"from course_utils import {name}\nprint({name})")
        assert digest([cell], Package(ROOT)) != digest([], Package(ROOT)), name


TOY = {
    "__init__.py": "",
    "a.py": """\
        from . import b
        from .b import helper as h
        def by_attribute(): return b.deep(1)
        def by_name(): return h()
        def inside():
            from .c import late
            return late()
        def local(h): return h
        def alone(): return 1
        TABLE = {"x": 1}
        def by_constant(): return TABLE
        """,
    "b.py": """\
        from .c import register
        def helper(): return 1
        def deep(x): return x
        @register
        def registered(): return 1
        """,
    "c.py": """\
        SEEN = []
        def register(f): SEEN.append(f)
        def late(): return 1
        """,
}


@pytest.mark.parametrize(
    ("used", "edited", "counts"),
    [
        ("by_attribute", ("b.py", "return x"), True),
        ("by_attribute", ("b.py", "def helper(): return 1"), False),
        ("by_name", ("b.py", "def helper(): return 1"), True),
        ("inside", ("c.py", "def late(): return 1"), True),
        ("by_name", ("c.py", "def late(): return 1"), False),
        ("local", ("b.py", "def helper(): return 1"), False),
        ("by_constant", ("a.py", '{"x": 1}'), True),
        ("alone", ("a.py", '{"x": 1}'), False),
        ("alone", ("b.py", "def registered(): return 1"), True),  # se apunta al importarse
    ],
)
def test_what_reaches_what(tmp_path, used, edited, counts):
    package = tmp_path / "course_utils"
    package.mkdir()
    for name, text in TOY.items():
        (package / name).write_text(textwrap.dedent(text), "utf-8")
    cell = nbformat.v4.new_code_cell(f"from course_utils.a import {used}\n{used}()")
    before = digest([cell], Package(tmp_path))
    path, old = package / edited[0], edited[1]
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(
        text.replace(old, old.replace("1", "2").replace("return x", "return -x")), "utf-8"
    )
    assert (digest([cell], Package(tmp_path)) != before) is counts


def test_a_name_that_does_not_exist_is_an_error(tmp_path):
    cell = nbformat.v4.new_code_cell("from course_utils import plot_nothing\nplot_nothing()")
    with pytest.raises(AuthoringError, match="plot_nothing"):
        digest([cell], Package(ROOT))
