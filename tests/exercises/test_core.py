"""El motor de los ejercicios: los cuatro resultados, las pistas, la solución, el modo estricto."""

import json
from pathlib import Path

import pytest

from course_utils.exercises import check, core, expect, hint, solution
from course_utils.exercises.core import Status, StrictModeError, evaluate


@pytest.fixture
def shown(monkeypatch):
    """Lo que se muestra, en lugar de mostrarlo."""
    messages = []
    monkeypatch.setattr(core, "show", messages.append)
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
    solution("4.6.5")
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
@pytest.mark.parametrize("wrong", [4.4, None, ["4.6.1"]])
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
