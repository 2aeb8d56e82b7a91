"""El contrato de todo ejercicio, para que lo cumpla cada lección desde su archivo de pruebas.

Una lección declara, en su ``test_lesson_NN.py``, respuestas buenas y respuestas malas::

    GOOD = {"4.4.1": [(10000, 0, 255)]}
    WRONG = {"4.4.1": [((60000, 0, 255), "entrenamiento")]}
    TestContract = make_contract("lesson_44", GOOD, WRONG)

y el contrato comprueba lo demás: lo que está en blanco, lo que está mal rama por rama, y que
ninguna respuesta disparatada produce un error interno.
"""

import ast
import inspect
import math
from fractions import Fraction
from importlib import import_module

import numpy as np
import pandas as pd
import pytest

from course_utils.exercises import core
from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.expect import Mistake, Unanswered


class Hostile:
    """Un objeto que protesta por todo."""

    def __eq__(self, other):
        raise RuntimeError("no me compares")

    __hash__ = None

    def __repr__(self):
        raise RuntimeError("no me mires")

    def __len__(self):
        raise RuntimeError("no me midas")


def _raises(*args, **kwargs):
    raise RuntimeError("así falla la función de un estudiante")


def _recurses(*args):
    return _recurses(*args)


GARBAGE = [
    None,
    True,
    -1,
    0,
    10**400,
    math.nan,
    -math.inf,
    1 + 2j,
    Fraction(1, 3),
    "",
    "una respuesta",
    b"bytes",
    [],
    [None],
    [[1, 2], [3]],
    {},
    {"a": 1},
    set(),
    (),
    object(),
    Hostile(),
    np.array([]),
    np.array(3),
    np.array([np.nan, 1.0]),
    np.zeros((2, 3, 4)),
    np.array(["a", None], dtype=object),
    pd.DataFrame({"a": [1]}),
    int,
    print,
    _raises,
    _recurses,
    lambda *args: None,
    lambda *args: math.nan,
    lambda *args: np.zeros((3, 3)),
    lambda *args: "texto",
    lambda *args: args,
    lambda *args: Hostile(),
]


def exercises_of(module):
    """Los ejercicios definidos en ``course_utils/exercises/<module>.py``."""
    prefix = f"{module[-2]}.{module[-1]}."
    return {i: task for i, task in core.all_exercises().items() if i.startswith(prefix)}


def branches_of(module):
    """Los sitios del módulo que pueden dar una respuesta por mala: (primera, última línea)."""
    tree = ast.parse(inspect.getsource(import_module(f"course_utils.exercises.{module}")))
    sites = set()
    for node in ast.walk(tree):
        is_expect = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "expect"
            and node.func.attr != "shown"
        )
        if is_expect or isinstance(node, ast.Raise):
            sites.add((node.lineno, node.end_lineno))
    return sites


def raised_at(module, exercise, answers):
    """La línea de ``module`` en la que esa respuesta se dio por mala, o None."""
    try:
        exercise.check(*answers)
    except Mistake as mistake:
        file = import_module(f"course_utils.exercises.{module}").__file__
        lines, traceback = [], mistake.__traceback__
        while traceback:
            if traceback.tb_frame.f_code.co_filename == file:
                lines.append(traceback.tb_lineno)
            traceback = traceback.tb_next
        return lines[-1] if lines else None
    except Unanswered:
        return None
    return None


def make_contract(module, good, wrong):
    """Crea la clase de pruebas con el contrato de una lección."""
    tasks = exercises_of(module)
    questions = {i: task for i, task in tasks.items() if task.wrong_letters}
    coded = {i: task for i, task in tasks.items() if not task.wrong_letters}
    wrong_cases = [(i, *case) for i, cases in wrong.items() for case in cases]

    class TestContract:
        def test_every_exercise_has_good_and_wrong_answers(self):
            assert set(good) == set(coded), "respuestas buenas"
            assert set(wrong) == set(coded), "respuestas malas"

        @pytest.mark.parametrize("exercise_id", tasks)
        def test_blank(self, exercise_id):
            blank = [...] * tasks[exercise_id].answers
            assert evaluate(exercise_id, *blank).status is Status.UNANSWERED

        @pytest.mark.parametrize("exercise_id", coded)
        def test_blank_function(self, exercise_id):
            # Un ejercicio de función, tal como llega: def f(...): return ...
            blank = [lambda *args, **kwargs: ...] * tasks[exercise_id].answers
            outcome = evaluate(exercise_id, *blank)
            assert outcome.status in (Status.UNANSWERED, Status.WRONG)

        @pytest.mark.parametrize("exercise_id", good)
        def test_good_answers(self, exercise_id):
            assert good[exercise_id]
            for answers in good[exercise_id]:
                outcome = evaluate(exercise_id, *_made(answers))
                assert outcome.status is Status.CORRECT, outcome.text

        @pytest.mark.parametrize(("exercise_id", "answers", "fragment"), wrong_cases)
        def test_wrong_answers(self, exercise_id, answers, fragment):
            answers = _made(answers)
            outcome = evaluate(exercise_id, *answers)
            assert outcome.status is Status.WRONG
            assert fragment in outcome.text, outcome.text
            assert outcome == evaluate(exercise_id, *answers), "el mismo error, el mismo texto"

        def test_every_failing_branch_has_its_wrong_answer(self):
            reached = {
                raised_at(module, tasks[i], _made(answers)) for i, answers, _ in wrong_cases
            } - {None}
            missing = [
                first
                for first, last in branches_of(module)
                if not any(first <= line <= last for line in reached)
            ]
            assert not missing, f"{module}.py: ninguna respuesta mala llega a {sorted(missing)}"

        @pytest.mark.parametrize("exercise_id", questions)
        def test_questions(self, exercise_id):
            task = questions[exercise_id]
            letters = set("abcdef"[: len(task.wrong_letters) + 1])
            (correct,) = letters - set(task.wrong_letters)
            assert evaluate(exercise_id, correct).status is Status.CORRECT
            assert evaluate(exercise_id, f" {correct.upper()} ").status is Status.CORRECT
            for letter, explanation in task.wrong_letters.items():
                outcome = evaluate(exercise_id, letter)
                assert outcome.status is Status.WRONG
                assert outcome.text == explanation
            outcome = evaluate(exercise_id, "z")
            assert outcome.status is Status.WRONG
            assert "letras" in outcome.text

        @pytest.mark.parametrize("exercise_id", tasks)
        def test_garbage_never_breaks_the_check(self, exercise_id):
            expected = tasks[exercise_id].answers
            for junk in GARBAGE:
                outcomes = [evaluate(exercise_id, *[junk] * expected)]
                for answers in good.get(exercise_id, [])[:1] if expected > 1 else []:
                    for position in range(expected):
                        mixed = list(_made(answers))
                        mixed[position] = junk
                        outcomes.append(evaluate(exercise_id, *mixed))
                for outcome in outcomes:
                    assert outcome.status is not Status.ENVIRONMENT, outcome.text

        @pytest.mark.parametrize("exercise_id", tasks)
        def test_wrong_number_of_answers(self, exercise_id):
            outcome = evaluate(exercise_id, *[1] * (tasks[exercise_id].answers + 1))
            assert outcome.status is Status.WRONG
            assert "respuesta" in outcome.text

        @pytest.mark.parametrize("exercise_id", tasks)
        def test_has_hints(self, exercise_id):
            assert all(tasks[exercise_id].hints)
            assert len(tasks[exercise_id].hints) >= (1 if exercise_id in questions else 2)

    return TestContract


def _made(answers):
    """Las respuestas, o lo que devuelve la función que las fabrica (las que tardan)."""
    return answers() if callable(answers) else answers
