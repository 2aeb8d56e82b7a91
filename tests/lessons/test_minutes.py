"""Una clase, una lección: sus minutos se calculan, caben en 90, y lo demás se puede saltar."""

import ast
from types import SimpleNamespace

import jupytext
import pytest

from authoring.__main__ import main
from authoring.durations import Durations
from authoring.errors import AuthoringError
from authoring.lessons import ROOT, find_lessons
from authoring.markers import split
from authoring.minutes import FORMULA, KINDS, LIMIT, lesson_minutes
from authoring.notebooks import Source, assemble
from authoring.project import published

SOURCES = {lesson.slug: Source(lesson) for lesson in find_lessons()}


@pytest.fixture(params=SOURCES, ids=str)
def source(request):
    return SOURCES[request.param]


def test_one_lesson_is_one_class(source):
    minutes = lesson_minutes(source).essential
    assert minutes <= LIMIT, (
        f"{minutes:.0f} minutos: pártela, o pasa algo a «★ Ampliación» (python -m authoring "
        f"minutes --parts {source.lesson.number} dice dónde están)"
    )


def test_the_header_says_the_minutes(source):
    for solved in (False, True):
        header = assemble(source, published(ROOT), solved=solved).cells[0].source
        assert f"| **Duración** | {lesson_minutes(source).in_words()} |" in header


def test_what_can_be_skipped_is_not_needed_later(source):
    assert not list(borrowed(lesson_minutes(source).parts))


def test_the_formula_is_told():
    told = " ".join((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split())
    assert FORMULA in told


def borrowed(parts):
    """Los nombres cuyo valor dejó una ampliación y que se usan fuera de ellas."""
    given, owed = set(), set()
    for part in parts:
        for statement in (s for cell in part.cells for s in ast.parse(cell.source).body):
            bound = _bound(statement)
            if not part.extra:
                yield from sorted(_needs(statement) & owed)
                given |= bound
                owed -= bound
            elif isinstance(statement, ast.Import | ast.ImportFrom):
                owed |= bound - given  # importar otra vez lo mismo no cambia nada
            else:
                owed |= bound


def _needs(statement):
    """Los nombres que una instrucción lee de fuera de ella."""
    names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    own = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    own |= {node.arg for node in ast.walk(statement) if isinstance(node, ast.arg)}
    named = ast.FunctionDef | ast.ClassDef | ast.ExceptHandler
    own |= {node.name for node in ast.walk(statement) if isinstance(node, named)}
    if isinstance(statement, ast.Assign):
        own -= {node.id for t in statement.targets for node in ast.walk(t) if _is_name(node)}
    if isinstance(statement, ast.AugAssign) and _is_name(statement.target):
        return read | {statement.target.id}
    return read - own


def _bound(node):
    """Los nombres que una instrucción deja con otro valor, en su propio ámbito."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        return set()
    if isinstance(node, ast.Name | ast.Subscript | ast.Attribute):
        if not isinstance(node.ctx, ast.Store):
            return set()
        while not _is_name(node):  # tabla["x"] = … cambia la tabla
            node = getattr(node, "value", None)
            if node is None:
                return set()
        return {node.id}
    return {name for child in ast.iter_child_nodes(node) for name in _bound(child)}


def _is_name(node):
    return isinstance(node, ast.Name)


def toy(text, name="de_juguete"):
    """Una lección que no está en el curso."""
    parts = split(text, "l.py")
    student, solved = (
        jupytext.reads(version, fmt="py:percent").cells for version in (parts.student, parts.solved)
    )
    for number, cells in enumerate(zip(student, solved, strict=True)):
        for cell in cells:
            cell["id"] = f"celda-{number}"
    return SimpleNamespace(
        lesson=SimpleNamespace(name=name), student=student, solved=solved, path="l.py"
    )


def minutes_of(text, seconds=0):
    return lesson_minutes(toy(text), Durations({"de_juguete": seconds}))


EXERCISE = """\
# %% tags=["ejercicio"]
cuenta = 250
# >>> propina = ...
propina = cuenta * 15 / 100
# <<<

# %%
check("1.1.2", propina)
"""
QUESTION = """\
# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("4.6.A1", respuesta_1)
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# %% [markdown]\n# " + "palabra " * 260, {"prosa": 2}),
        # De un enlace se lee el texto; una raya de tabla, un guion o un signo suelto no se leen.
        ("# %% [markdown]\n# [dos palabras](https://una/direccion) | - + |", {"prosa": 2 / 130}),
        ("# %% [markdown]\n# **Predice** algo", {"prosa": 2 / 130, "predicciones": 1}),
        ("# %%\n" + "x = 1\n\n" * 15, {"código": 2}),
        # Partir una instrucción no da más que leer: cuenta por lo que mide, no por sus líneas.
        (
            "# %%\nprint(\n    1,\n    # dos\n    2)\n# tres\nif True:\n    x = 1",
            {"código": 32 / 60},
        ),
        (f"# %%\nx = ['{'a' * 60}',\n     '{'b' * 60}']", {"código": 16 / 60}),
        # Una línea que viene dada, y cinco palabras y signos que escribir.
        (EXERCISE, {"código": 8 / 60, "ejercicios": 5 + 5 * 4 / 60}),
        (QUESTION, {"preguntas": 2}),
        ('# %% [markdown] tags=["docente"]\n# **10 min.** No lo lee quien estudia.', {}),
    ],
)
def test_each_thing_has_its_price(text, expected):
    minutes = minutes_of(text, seconds=90)
    found = {kind: minutes.by_kind()[kind] for kind in KINDS}
    assert found == pytest.approx(dict.fromkeys(KINDS, 0) | expected | {"ejecución": 1.5})
    assert minutes.total == pytest.approx(sum(found.values()))


def test_what_is_not_measured_yet_takes_as_long_as_the_others():
    times = Durations({"uno": 60, "dos": 120, "tres": 600})
    assert lesson_minutes(toy("# %%\nx = 1"), times).by_kind()["ejecución"] == 2


def cells(*headings):
    """Una celda de texto por título, cada una con 130 palabras, y código debajo."""
    return "\n\n".join(
        f"# %% [markdown]\n# {heading}\n#\n# {'palabra ' * 130}\n\n# %%\nx = {number}"
        for number, heading in enumerate(headings)
    )


@pytest.mark.parametrize(
    ("headings", "skipped"),
    [
        (["# Título", "## 1 · ¿Qué?", "### Ejercicio 1"], []),
        (["## 1 · ¿Qué?", "## ★ Ampliación · ¿Y?", "### Ejercicio 1", "## 2 · ¿Y?"], [1, 2]),
        (["## 1 · ¿Qué?", "### ★ Ampliación", "#### Más", "### Ejercicio 1"], [1, 2]),
        (["## 1 · ¿Qué?", "### ★ Ampliación · Ejercicio 1", "## 2 · ¿Y?"], [1]),
        (["## ★ Ampliación", "### ★ Ampliación · Más", "### Ejercicio 1"], [0, 1, 2]),
        (["## 1 · La ★ Ampliación de siempre"], []),
    ],
)
def test_what_a_heading_makes_skippable(headings, skipped):
    parts = minutes_of(cells(*headings)).parts[1:]
    assert [number for number, part in enumerate(parts) if part.extra] == skipped


def test_a_heading_inside_a_code_block_is_not_one():
    text = "# %% [markdown]\n# ## 1 · ¿Qué?\n# ```\n# ## ★ Ampliación\n# ```\n# texto"
    assert not minutes_of(text).extra


def test_the_header_in_words():
    assert minutes_of(cells(*["## ¿Qué?"] * 42)).in_words() == "50 min"  # 42 y pico, y el código
    headings = [*["## ¿Qué?"] * 8, "## ★ Ampliación", *["### Más"] * 7]
    assert minutes_of(cells(*headings)).in_words() == "10 min (20 con las ampliaciones)"
    # Una de un par de minutos no se nota en la cabecera.
    assert minutes_of(cells(*headings[:9])).in_words() == "10 min"


def test_the_notes_add_up_to_the_lesson():
    note = '\n\n# %% [markdown] tags=["docente"]\n# **{{minutos}}.** Pregunta.\n\n'
    headings = ["# Título", "## 1 · ¿Qué?", "### Ejercicio 1", "## 2 · ¿Y?"]
    text = note.join([cells(*headings[:2]), cells(headings[2]), cells(headings[3]), ""])
    minutes = minutes_of(text, seconds=300)
    # La primera nota está bajo «1»: lleva también lo anterior. La segunda, bajo el ejercicio.
    assert list(minutes.of_notes().values()) == ["2 min", "1 min", "1 min"]
    assert sum(part.minutes.total() for part in minutes.parts) == pytest.approx(4, abs=0.7)


@pytest.mark.parametrize(
    ("before", "extra", "after", "names"),
    [
        ("x = 1", "y = 2", "print(x)", []),
        ("x = 1", "y = 2", "print(x + y)", ["y"]),
        ("x = 1", "y = 2", "y = 3\nprint(y)", []),
        ("x = 1", "y = 2", "y = y + 1", ["y"]),
        ("x = 1", "y = 2", "y += 1", ["y"]),
        # También lo que cambia de valor: quien se la salta tiene otro.
        ("x = 1", "x = 2", "print(x)", ["x"]),
        ("x = [1]", "x[0] = 2", "print(x)", ["x"]),
        ("x = 1", "for x in range(3):\n    pass", "print(x)", ["x"]),
        ("x = 1", "def f(x):\n    y = x\n    return y", "y = f(x)", ["f"]),
        ("x = 1", "import numpy as np", "np.sum(x)", ["np"]),
        ("import numpy as np", "import numpy as np", "np.sum(1)", []),
        # Un nombre que la instrucción se da a sí misma no viene de fuera.
        ("x = [1]", "y = 2", "for y in x:\n    print(y)", []),
        ("x = [1]", "y = 2", "z = [y for y in x]", []),
        (
            "x = 1",
            "def y():\n    return 2",
            "def f():\n    def y():\n        return 3\n    y()",
            [],
        ),
        ("x = 1", "y = 2", "try:\n    x()\nexcept TypeError as y:\n    print(y)", []),
        ("x = [1]", "y = [n for n in x]", "n = 1\ndef g(y):\n    return y + n", []),
    ],
)
def test_the_names_of_something_skipped(before, extra, after, names):
    text = (
        f"# %% [markdown]\n# ## 1 · ¿Qué?\n\n# %%\n{before}\n\n# %% [markdown]\n"
        f"# ## ★ Ampliación\n\n# %%\n{extra}\n\n# %% [markdown]\n# ## 2 · ¿Y?\n\n# %%\n{after}\n"
    )
    assert list(borrowed(minutes_of(text).parts)) == names


def test_the_mark_is_for_headers_and_notes(tmp_path):
    text = "# %% [markdown]\n# # 1.1 · Título\n\n# %% [markdown]\n# Unos {{minutos}}.\n"
    made = toy(text)
    made.lesson.root = tmp_path
    made.lesson.notebook = tmp_path / "uno.ipynb"
    with pytest.raises(AuthoringError, match="solo se escribe en la cabecera"):
        assemble(made, published(ROOT), solved=False)


def test_the_command(capsys):
    source = SOURCES["fashion_mnist"]
    assert main(["minutes", source.lesson.number, "--parts"]) == 0
    shown = capsys.readouterr().out
    minutes = lesson_minutes(source)
    title = f"{source.lesson.number} fashion_mnist"
    line = next(line for line in shown.splitlines() if line.startswith(title))
    assert line.split()[2:5] == [
        str(round(value)) for value in (minutes.total, minutes.essential, minutes.extra)
    ]
    assert "  ## Errores frecuentes" in shown
    assert shown.rstrip().endswith(FORMULA)
