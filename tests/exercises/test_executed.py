"""Si la celda de la respuesta falló, ``check`` lo dice, y no repite el veredicto de antes."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from traitlets.config import Config

from course_utils.exercises import core, executed, expect
from course_utils.exercises.executed import written

NOT_RUN = "no llegó a ejecutarse"


@pytest.fixture
def cell(monkeypatch):
    """Ejecuta una celda en un IPython y da lo que enseñó."""
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    messages = []
    monkeypatch.setattr(executed, "_history", executed.History())
    monkeypatch.setattr(executed, "ipython", lambda: shell)
    monkeypatch.setattr(core, "show", messages.append)
    monkeypatch.setattr(core, "_registry", {})
    monkeypatch.delenv("COURSE_STRICT", raising=False)

    @core.exercise("9.9.1", hints=("una",))
    def check_tip(tip):
        expect.close(tip, 37.5, "propina")

    def run(text):
        messages.clear()
        shell.run_cell(text, store_history=True)
        return " | ".join(map(repr, messages))

    executed.watch()
    run("from course_utils import check")
    return run


ANSWER = "cuenta = 250\npropina = cuenta * 0.15"
CHECK = 'check("9.9.1", propina)'


@pytest.fixture
def answered(cell):
    """Con la respuesta buena ya comprobada."""
    cell(ANSWER)
    assert "✅" in cell(CHECK)
    return cell


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        ("cuenta = 250\npropina = = cuenta * 0.10", "SyntaxError"),
        ("cuenta = 250\npropina = cuenta * (0.10", "SyntaxError"),
        ("cuenta = 250\npropin a = cuenta * 0.10", "SyntaxError"),
        ("cuenta = 250\n  propina = cuenta * 0.10", "IndentationError"),
        ("cuenta = 250\npropina = cuentas * 0.10", "NameError"),
        ("propina = 1 / 0", "ZeroDivisionError"),
        ("cuenta = 250\nprpina = cuentas * 0.15", "NameError"),
        ("propina = 9\nraise KeyboardInterrupt", "KeyboardInterrupt"),
    ],
)
def test_failed_answer_cell(answered, broken, error, capsys):
    answered(broken)
    for _ in range(2):  # ni la primera vez ni al repetir la celda del check
        text = answered(CHECK)
        assert NOT_RUN in text and error in text and "✅" not in text
        assert "entera" not in text or error not in ("SyntaxError", "IndentationError")
    answered("cuenta = 250\npropina = cuenta * 0.10")
    assert "❌" in answered(CHECK)
    answered(ANSWER)
    assert "✅" in answered(CHECK)


@pytest.mark.parametrize(
    "unrelated",
    [
        "1 / 0",
        "print(propina",
        "print(propina / 0)",
        "otra = propina / 0",
        "for propina_ in [1]:\n    raise ValueError",
        "x = [propina for propina in 3]",
        'check("9.9.99", propina)',
    ],
)
def test_another_cell_that_fails_says_nothing_of_the_answer(answered, unrelated, capsys):
    answered(unrelated)
    assert "✅" in answered(CHECK)


def test_another_cell_may_give_part_of_it_again(answered, capsys):
    answered("cuenta = 250\npropina = cuentas * 0.10")
    answered("cuenta = 300")
    assert NOT_RUN in answered(CHECK)


def test_repeated_check_answers_the_same(answered):
    assert answered(CHECK) == answered(CHECK)


def test_answer_and_check_in_one_cell(answered, capsys):
    together = f"{ANSWER}\n{CHECK}"
    assert "✅" in answered(together)
    assert answered(f"{ANSWER} +\n{CHECK}") == ""  # el check tampoco llegó a ejecutarse
    assert "✅" in answered(together)
    assert "✅" in answered(CHECK)


def test_function(cell, capsys):
    right = "def propina():\n    return 37.5"
    cell(right)
    before = cell(CHECK.replace(")", "())"))
    assert "✅" in before
    cell("def propina()\n    return 0")
    assert NOT_RUN in cell(CHECK.replace(")", "())"))
    cell(right)
    assert cell(CHECK.replace(")", "())")) == before


def test_magic_cell_that_ends_well_clears_it(answered, capsys):
    answered("propina = = 3")
    answered("%%capture\npropina = 37.5")
    assert "✅" in answered(CHECK)


def test_outside_ipython_nothing_changes():
    assert executed.stale("9.9.1") is None


def test_names_a_cell_writes():
    assert written("import numpy as np\nfrom os import path\na, (b, c) = 1, (2, 3)") == {
        "np",
        "path",
        "a",
        "b",
        "c",
    }
    assert written("lista.append(3)\nprint(x)") == set()
    assert {"dw", "db"} <= written("dw, db = (1, 2")
    assert "f" in written("def f(x)\n    return")


def test_in_a_real_kernel():
    """Desde la celda que importa ``check``, sin nada más."""
    cells = [
        "from course_utils import check",
        'respuesta = "a"',
        'check("0.0.A1", respuesta)',
        'respuesta = = "b"',
        'check("0.0.A1", respuesta)',
    ]
    document = new_notebook(cells=[new_code_cell(cell) for cell in cells])
    NotebookClient(document, timeout=60, allow_errors=True).execute()
    first, second = (str(document.cells[number].outputs) for number in (2, 4))
    assert "Ejercicio 0.0.A1" in first and NOT_RUN not in first
    assert NOT_RUN in second
