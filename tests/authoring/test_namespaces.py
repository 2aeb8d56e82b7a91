"""Qué trozos de código se entienden, y qué nombres les faltan."""

from types import SimpleNamespace

import pytest

from authoring.namespaces import Vocabulary, created, is_fragment, parse, places, used


@pytest.mark.parametrize(
    ("text", "needs", "makes"),
    [
        ("a + b[c]", {"a", "b", "c"}, set()),
        ("total = total + x", {"total", "x"}, {"total"}),
        ("total = 0\nfor x in xs:\n    total = total + x", {"xs"}, {"total", "x"}),
        ("return suma / len(xs)", {"suma", "xs", "len"}, set()),
        ("[i for i in xs if i > y]", {"xs", "y"}, set()),
        ("def f(a, b=c):\n    return a + d", {"c", "d"}, {"f"}),
        ('pago["hora"] = 18', {"pago"}, set()),
        ("import numpy as np", set(), {"np"}),
    ],
)
def test_names_of_whole_code(text, needs, makes):
    tree = parse(text)
    assert (used(tree), created(tree)) == (needs, makes)
    assert not is_fragment(tree)


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("for i, x in enumerate(xs):", {"enumerate", "xs"}),
        ("while n > 0", {"n"}),
        ("except ValueError:", {"ValueError"}),
        ("elif x > …:", {"x"}),
        ("if x < 0: raise …", {"x"}),
        (".sum(axis=1)", set()),
        ("[-4:]", set()),
        ('padding="same", activation=relu', {"relu"}),
        ("**datos", {"datos"}),
        ("not in", set()),
        ("//", set()),
        ("_", set()),
        ("\\n", set()),
        ("%d", set()),
        ("f(…)", {"f"}),
        ("from course_utils import …", set()),
    ],
)
def test_names_of_a_fragment(text, needs):
    tree = parse(text)
    assert used(tree) == needs
    assert is_fragment(tree)


@pytest.mark.parametrize(
    "text", ["2do_pago", "if x > 9: x = x - 9; return x; else", "cuenta = 0; para cada valor"]
)
def test_what_is_not_python(text):
    assert parse(text) is None


def cell(source, kind="code"):
    return SimpleNamespace(cell_type=kind, source=source)


LESSON = [
    cell("import numpy as np\nfrom math import pi"),
    cell("Ahora, `area`.", "markdown"),
    cell("def area(r):\n    return pi * r ** 2"),
    cell('tabla = np.zeros(3)\nprint(tabla.sum(axis=0), "hora")'),
    cell("Y ya.", "markdown"),
]


def test_what_there_is_in_each_cell():
    found = places(LESSON)
    assert {"np", "pi"} <= found[1].before
    assert "area" not in found[1].before
    assert {"area", "r", "tabla"} <= found[1].here
    assert {"area", "tabla"} <= found[4].before
    assert "r" not in found[4].before
    assert found[4].here == set()


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("tabla.sum(axis=0)", []),
        ("tabla.suma()", [".suma"]),
        ("np.zeros(n)", ["n"]),
        ("np.ceros(3)", [".ceros"]),
        ("np.linalg.norm(tabla)", []),
        ("sum", []),
        ("axis", []),
        ("hora", []),
        ("eje", ["eje"]),
        ("tabla.append(1)", []),
        ("tabla y nada", ["no es Python"]),
    ],
)
def test_what_is_missing(text, lost):
    assert Vocabulary(LESSON).missing(text, {"tabla", "np"}) == lost
