"""El motor de los ejercicios: los cuatro resultados, las pistas, la solución, el modo estricto."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from course_utils.exercises import check, core, expect, hint, solution
from course_utils.exercises.core import Status, StrictModeError, evaluate
from course_utils.exercises.expect import Mistake


@pytest.fixture
def shown(monkeypatch):
    """Lo que se muestra, en lugar de mostrarlo."""
    messages = []
    monkeypatch.setattr(core, "_show", messages.append)
    monkeypatch.delenv("COURSE_STRICT", raising=False)
    return messages


@pytest.fixture
def toy(monkeypatch):
    """Un ejercicio de juguete, con su registro aparte."""
    monkeypatch.setattr(core, "_registry", {})
    monkeypatch.setattr(core, "_hints_given", {})

    @core.exercise("9.9.1", hints=("una", "dos"), praise="Eso es.")
    def check_toy(answer):
        if answer == "disco":
            raise FileNotFoundError("falta el archivo de datos «x»")
        if answer == "fallo":
            raise RuntimeError("un error nuestro")
        expect.number(answer, "respuesta")
        expect.close(answer, 42, "respuesta")
        return "Y además ≈ 1.5."


@pytest.mark.parametrize(
    ("answer", "status", "icon", "fragment"),
    [
        (..., Status.UNANSWERED, "⏳", "puntos suspensivos"),
        (42, Status.CORRECT, "✅", "Eso es. Y además ≈ 1.5."),
        (41, Status.WRONG, "❌", "llegó 41"),
        ("disco", Status.ENVIRONMENT, "⚠️", "falta el archivo de datos"),
        ("fallo", Status.ENVIRONMENT, "⚠️", "del curso, no tuyo"),
    ],
)
def test_outcomes(toy, shown, answer, status, icon, fragment):
    check("9.9.1", answer)
    (message,) = shown
    assert evaluate("9.9.1", answer).status is status
    assert repr(message).startswith(f"{icon} Ejercicio 9.9.1 · {status.title}: ")
    assert fragment in repr(message)
    assert fragment in message._repr_html_()
    assert icon in message._repr_html_()


def test_environment_problem_says_what_to_do(toy):
    assert "check_environment()" in evaluate("9.9.1", "disco").text


def test_html_is_escaped(toy):
    outcome = evaluate("9.9.1", "<script>alert(1)</script>")
    assert "<script>" not in outcome.message()._repr_html_()
    assert "&lt;script&gt;" in outcome.message()._repr_html_()


@pytest.mark.parametrize("answer", [[1, ...], (..., 2), {"a": ...}])
def test_half_answered_is_unanswered(toy, answer):
    assert evaluate("9.9.1", answer).status is Status.UNANSWERED


def test_strict_mode_raises_unless_correct(toy, shown, monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")
    check("9.9.1", 42)
    for answer in (..., 41, "disco"):
        with pytest.raises(StrictModeError, match=r"9\.9\.1"):
            check("9.9.1", answer)
    monkeypatch.setenv("COURSE_STRICT", "0")
    check("9.9.1", 41)


def test_hints_come_one_by_one_and_start_again(toy, shown):
    for _ in range(3):
        hint("9.9.1")
    assert [repr(m) for m in shown] == [
        "💡 Pista 1 de 2: una",
        "💡 Pista 2 de 2: dos",
        "💡 Pista 1 de 2: una",
    ]


def test_solution_shows_the_reference_code(shown):
    solution("4.4.5")
    assert "argmax(axis=1) == etiquetas" in repr(shown[0])
    assert "check(" not in repr(shown[0])


def test_every_exercise_has_its_solution():
    path = Path(core.__file__).parent / "solutions.json"
    assert set(json.loads(path.read_text(encoding="utf-8"))) == set(core.all_exercises())


@pytest.mark.parametrize("call", [check, hint, solution])
@pytest.mark.parametrize("wrong", ["9.9.9", "4.4.99", "", "cuatro", "..", "4/4", "A1"])
def test_unknown_exercise(call, wrong):
    with pytest.raises(KeyError, match="No existe el ejercicio"):
        call(wrong)


@pytest.mark.parametrize("call", [check, hint, solution])
@pytest.mark.parametrize("wrong", [4.4, None, ["4.4.1"]])
def test_exercise_id_must_be_text(call, wrong):
    with pytest.raises(TypeError, match="entre comillas"):
        call(wrong)


def test_registering_twice_is_an_error(toy):
    with pytest.raises(ValueError, match="dos veces"):
        core.exercise("9.9.1", hints=("una",))(lambda answer: None)


def test_outside_a_notebook_the_plain_form_is_printed(toy, capsys, monkeypatch):
    monkeypatch.delenv("COURSE_STRICT", raising=False)
    check("9.9.1", 42)
    assert "✅ Ejercicio 9.9.1 · correcto: Eso es." in capsys.readouterr().out


# --- expect ------------------------------------------------------------------------------------


def mistake(function, *args, **kwargs):
    with pytest.raises(Mistake) as error:
        function(*args, **kwargs)
    return str(error.value)


@pytest.mark.parametrize("value", [1, 2.5, np.float32(1), np.int64(3), np.array(4.0), -(10**200)])
def test_number_accepts(value):
    assert expect.number(value, "x") == value


@pytest.mark.parametrize(
    ("value", "fragment"),
    [
        (None, "llegó None"),
        (True, "debe ser un número"),
        ("3", "un texto (str)"),
        ([3], "una lista (list)"),
        (np.array([1.0]), "un array de NumPy"),
        (float("nan"), "ni nan ni infinito"),
        (float("inf"), "ni nan ni infinito"),
        (10**400, "ni nan ni infinito"),
        (1j, "debe ser un número"),
    ],
)
def test_number_refuses(value, fragment):
    assert fragment in mistake(expect.number, value, "x")


def test_number_never_writes_warnings(recwarn):
    expect.number(np.float16(3), "x")
    assert not recwarn.list


def test_real_is_a_float_that_numpy_can_compare():
    third = expect.real(Fraction(1, 3), "x")
    assert type(third) is float and np.isclose(third, 1 / 3)
    assert "debe ser un número" in mistake(expect.real, "3", "x")


def test_pair():
    assert expect.pair([1, 2], "f", "a, b") == [1, 2]
    text = mistake(expect.pair, 3, "f", "a, b")
    assert "return a, b" in text and "llegó 3" in text
    assert "dos cosas" in mistake(expect.pair, (1, 2, 3), "f", "a, b")


def test_integer():
    assert expect.integer(np.int64(3), "x") == 3
    assert "entero" in mistake(expect.integer, 3.0, "x")


def test_instance():
    assert expect.instance("a", str, "x") == "a"
    assert "una lista (list)" in mistake(expect.instance, "a", list, "x")
    assert "entero" in mistake(expect.instance, True, int, "x")
    assert expect.instance(True, bool, "x") is True


def test_array():
    array = np.zeros((2, 3))
    assert expect.array(array, "x", shape=(None, 3), dtype=np.floating) is array
    assert "(…, 4)" in mistake(expect.array, array, "x", shape=(None, 4))
    assert "(2, 3)" in mistake(expect.array, array, "x", shape=(2,))
    assert "enteros (int)" in mistake(expect.array, array, "x", dtype=np.integer)
    assert "una lista" in mistake(expect.array, [1], "x")


def test_equal_and_close():
    expect.equal("a", "a", "x")
    assert "llegó «b»" in mistake(expect.equal, "b", "a", "x")
    assert "debe ser un texto" in mistake(expect.equal, 1, "a", "x")
    expect.close(0.1 + 0.2, 0.3, "x")
    expect.close(np.array([1.0, 2.0]), [1, 2], "x")
    for value in (0.4, np.array([1.0, 2.0, 3.0]), "texto", None):
        assert "x no es el valor pedido" in mistake(expect.close, value, 0.3, "x")
    assert mistake(expect.close, 1, 2, "x", message="otra cosa") == "otra cosa"


def test_call_explains_and_keeps_pythons_words():
    def divide(a, b):
        return a / b

    assert expect.call(divide, 6, 3) == 2
    text = mistake(expect.call, divide, 1, 0)
    assert "divide(1, 0)" in text
    assert "ZeroDivisionError: division by zero" in text
    assert "Divide entre cero" in text


@pytest.mark.parametrize("error", [NameError, KeyError, IndexError, RecursionError, OSError])
def test_call_has_a_word_for_every_error(error):
    def fails():
        raise error("detalle")

    text = mistake(expect.call, fails)
    assert error.__name__ in text
    assert len(text.split(". ")[-1]) > 10


def test_call_survives_exit():
    assert "SystemExit" in mistake(expect.call, exit)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("hola", "«hola»"),
        (np.zeros((2, 3)), "un array de forma (2, 3) y tipo float64"),
        (np.float64(1.5), "1.5"),
        (len, "la función len"),
        (object(), "un objeto de tipo object"),
        ("a" * 100, "«" + "a" * 58 + "…"),
    ],
)
def test_shown_is_short_and_always_the_same(value, text):
    assert expect.shown(value) == text
