"""Los mutantes de las soluciones, y el estado del cuaderno en el que se ejecutan."""

import ast

import numpy as np
import pytest
from cells import Cell, Notebook, exercise_cells, free_names
from contract import MOST_UNMUTATED, UNMUTATED
from mutants import mutants, spoiled, survivors

from course_utils.exercises import core
from course_utils.exercises.core import all_exercises


def names_of(code, gap=None, names=None):
    lines = gap or range(1, len(code.splitlines()) + 1)
    cell = Cell("9.9.9", code, frozenset(lines), "f", [])
    return [name for name, _ in mutants(cell, names or {"np": np})]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("f = x < 3", "`<` por `<=` en `x < 3` (línea 1)"),
        ("f = x + y", "`+` por `-` ante `y` (línea 1)"),
        ("f = x - y", "`x - y`, al revés (línea 1)"),
        ("f = a and b", "`and` por `or` (línea 1)"),
        ("f = not a", "`not a` por `a` (línea 1)"),
        ("f = t.sum(axis=1)", "`1` por `0` (línea 1)"),
        ("f = t.sum(axis=1)", "sin `axis=1` (línea 1)"),
        ("f = t.mean()", "`mean` por `median` en `t.mean()` (línea 1), 2.ª vez"),
        ("f = np.sqrt(x)", "`np.sqrt(x)` por `x` (línea 1)"),
        ("f = sorted(x)", "`sorted` por `list` en `sorted(x)` (línea 1)"),
        ("f = x[1:]", "`x[1:]` por `x[:]` (línea 1)"),
        ("f = [a for a in x if a]", "sin `if` `a` (línea 1)"),
        ("def f(x, y):\n    return x", "`x` por `y` (línea 2)"),
        ("f = 1 if x else 2", "siempre `2` (línea 1)"),
        ("if x:\n    f = 1", "la condición `x`, siempre True (línea 1)"),
        ("f = {'a': 1}", "sin la clave `'a'` (línea 1)"),
        ("f.append(1)", "`f.append(1)`, dos veces (línea 1)"),
        ("f = Dense(3, activation='relu')", "`'relu'` por `'tanh'` (línea 1)"),
        ("f = Sequential([Input(2), Dense(3)])", "`Dropout(0.9)` detrás de `Dense(3)` (línea 1)"),
        ("f = Sequential([Input(2), Dense(3)])", "el elemento `Dense(3)`, dos veces (línea 1)"),
        ("f = Sequential([Input(2), Dense(3)])", "`Dense(3)` delante de `Input(2)` (línea 1)"),
        ("f = SGD(0.1)", "`SGD` con `momentum=0.9` (línea 1)"),
    ],
)
def test_each_change_has_its_mutant(code, name):
    assert name in names_of(code)


def test_only_what_the_learner_writes_is_mutated():
    code = "x = 3\nf = x + 1\nprint('hola', f)"
    assert all("línea 2" in name for name in names_of(code, gap=[2]))
    assert not [name for name in names_of(code) if "hola" in name]


def test_mutating_leaves_the_tree_as_it_was():
    code = "def f(x, y):\n    if x < y:\n        return x - y\n    return [x, y][0]"
    assert names_of(code) == names_of(code)
    assert len(set(names_of(code))) == len(names_of(code))


def difference(a, b):
    return a - b


def test_what_is_delivered_is_also_spoiled():
    seen = {}
    for name, (function,), applied in spoiled([difference]):
        seen[name] = [function(2.345, 1), function(np.array([3.0, 1.0]), 1)]
        seen[name].append(applied())
    assert seen["devuelve siempre lo de la primera llamada"][:2] == [1.3450000000000002] * 2
    assert seen["`b`, siempre el de la primera llamada"][2]
    assert seen["lo que devuelve, redondeado a 2 decimales"][0] == 1.35
    assert seen["lo que devuelve, al revés"][1].tolist() == [0, 2]
    assert not seen["lo que devuelve, cambiados de orden los dos"][2]  # no devuelve dos cosas


def test_an_exercise_with_one_input_only_lets_mutants_live():
    code = "def f(x):\n    return x * 2"
    cell = Cell("9.9.9", code, frozenset([2]), "f", [])

    def found(inputs):
        @core.exercise("9.9.9", hints=("una", "otra"))
        def check(function):
            for x in inputs:
                if function(x) != 2 * x:
                    raise core.Mistake("no")

        alive, tried = survivors(cell, Notebook([cell]))
        del core._registry["9.9.9"]
        return alive, tried

    assert "sin `x` `*` (línea 2)" in found([1])[0]
    assert "devuelve siempre lo de la primera llamada" in found([1])[0]
    alive, tried = found([1, 3, 0.1234])
    assert not alive
    assert tried > 5


def test_a_mutant_that_never_ends_is_dead():
    code = "n = 0\nwhile n < 5:\n    n = n + 1"
    cell = Cell("9.9.9", code, frozenset([3]), "n", [])

    @core.exercise("9.9.9", hints=("una", "otra"))
    def check(number):
        if number != 5:
            raise core.Mistake("no")

    try:
        assert not survivors(cell, Notebook([cell]))[0]
    finally:
        del core._registry["9.9.9"]


def test_a_mutant_leaves_no_file_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code = "n = open('resto.txt', 'w').write('hola')"
    cell = Cell("9.9.9", code, frozenset([1]), "n", [])

    @core.exercise("9.9.9", hints=("una", "otra"))
    def check(number):
        if number != 4:
            raise core.Mistake("no")

    try:
        survivors(cell, Notebook([cell]))
    finally:
        del core._registry["9.9.9"]
    assert not list(tmp_path.iterdir())


def test_the_names_a_cell_needs():
    tree = ast.parse("import math\ny = x + 1\ndef f(a, b=z):\n    return a + math.pi + w + y")
    assert free_names(tree.body) == {"x", "z", "w"}
    assert free_names(ast.parse("n = n + 1\nfor i in r:\n    print(i)").body) == {"n", "r", "print"}


def test_only_what_the_exercise_needs_is_run():
    before = ast.parse(
        "rows = [1]\nother = 1 / 0\nrows.append(2)\nrows = [3]\nrows.append(4)\n"
        "for k in [5, 6]:\n    rows.append(k)\n"
    ).body
    cell = Cell("9.9.9", "f = rows", frozenset([1]), "f", before)
    assert Notebook([cell]).names(cell)["rows"] == [3, 4, 5, 6]


def test_every_exercise_of_a_lesson_has_its_cell():
    cells = exercise_cells("lesson_01_07")
    coded = [i for i, task in all_exercises().items() if i[:4] == "1.7." and not task.wrong_letters]
    assert set(cells) == set(coded)
    assert cells["1.7.5"].gap == {2, 3, 4, 5}
    assert cells["1.7.5"].arguments == "doblar"


def test_few_exercises_are_left_without_mutants():
    assert set(UNMUTATED) <= set(all_exercises())
    assert len(UNMUTATED) <= MOST_UNMUTATED
