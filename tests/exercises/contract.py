"""El contrato de todo ejercicio, para que lo cumpla cada lección desde su archivo de pruebas.

Una lección declara, en su ``test_lesson_MM_LL.py``, respuestas buenas y respuestas malas::

    GOOD = {"4.6.1": [(10000, 0, 255)]}
    WRONG = {"4.6.1": [((60000.5, 0, 255), "número entero")]}
    TestContract = make_contract( GOOD, WRONG)

y el contrato comprueba lo demás: lo que está en blanco, lo que está mal rama por rama, las tablas
de equivocaciones fila a fila (``expect.cases`` y ``expect.computes``: esas no se repiten en WRONG),
que ninguna respuesta disparatada produce un error interno, que a ninguna frase le queda un
«{call}» por rellenar, y que ningún mutante de la solución (``mutants``) recibe ✅. Los que son tan
buenos como ella se apuntan, con su motivo::

    EQUIVALENT = {"4.6.1": {"`x` por `y` (línea 2)": "por qué es igual de bueno"}}
    TestContract = make_contract("lesson_04_06", GOOD, WRONG, EQUIVALENT)
"""

import ast
import functools
import inspect
import math
import re
from fractions import Fraction
from importlib import import_module

import numpy as np
import pandas as pd
import pytest
from cells import Notebook, exercise_cells
from mutants import survivors

from course_utils.exercises import core
from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.expect import Mistake, Unanswered, watched_tables


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


# Ejercicios sin mutantes, y por qué: entrenar la red de la solución cuesta segundos en cada uno.
UNMUTATED = {
    "2.7.5": "entrena una neurona con cada una de las parejas",
    "2.13.6": "su comprobación entrena una red 40 épocas",
    "2.15.7": "su comprobación entrena una red varias veces",
    "3.1.6": "entrena una red 100 épocas",
    "3.2.5": "entrena una red 50 épocas",
    "3.4.5": "entrena una red con 13 209 distritos",
    "4.1.7": "su comprobación entrena una red 30 épocas",
    "4.5.6": "entrena una red 30 épocas",
    "4.5.7": "parte de la red entrenada en el anterior",
    "4.7.5": "entrena una red con 55 000 imágenes",
    "5.2.5": "entrena una red 20 épocas",
    "5.4.5": "entrena una red convolucional",
    "6.6.4": "entrena la red que puntúa",
    "8.1.6": "entrena dos redes de treinta capas",
}
MOST_UNMUTATED = 18


def exercises_of(module):
    """Los ejercicios definidos en ``course_utils/exercises/<module>.py``."""
    _, *numbers = module.split("_")
    prefix = "".join(f"{int(number)}." for number in numbers)
    return {i: task for i, task in core.all_exercises().items() if i.startswith(prefix)}


# Lo que se llama con «expect.» y no da nada por malo.
HARMLESS = {
    "alike",
    "arrived",
    "has_activation",
    "loss_name",
    "plain",
    "same",
    "shown",
    "type_name",
}


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
            and node.func.attr not in HARMLESS
        )
        if is_expect or isinstance(node, ast.Raise):
            sites.add((node.lineno, node.end_lineno))
    return sites


def mistake_of(exercise, answers):
    """El ``Mistake`` con que se da por mala una respuesta, o None."""
    try:
        exercise.check(*answers)
    except Mistake as mistake:
        return mistake
    except Unanswered:
        return None
    return None


def raised_at(module, mistake):
    """La línea de ``module`` en la que se dio por mala la respuesta, o None."""
    file = import_module(f"course_utils.exercises.{module}").__file__
    lines, traceback = [], mistake.__traceback__ if mistake else None
    while traceback:
        if traceback.tb_frame.f_code.co_filename == file:
            lines.append(traceback.tb_lineno)
        traceback = traceback.tb_next
    return lines[-1] if lines else None


def rows_of(exercise, answers):
    """Las filas de las tablas que recorre una respuesta buena: {(nombre, posición): fila}."""
    with watched_tables() as tables:
        exercise.check(*answers)
    return {(name, position): row for name, rows in tables for position, row in enumerate(rows)}


def answers_with(mistaken, good):
    """La respuesta buena con la equivocación puesta en cada uno de sus sitios."""
    for position in range(len(good)):
        yield [*good[:position], mistaken, *good[position + 1 :]]
    if isinstance(mistaken, (tuple, list)) and len(mistaken) == len(good):
        yield list(mistaken)


# Lo que las ayudas de ``expect`` cambian en una frase por lo que nombra.
_TO_FILL = re.compile(r"\{(?:call|name|result|argument)\}")


def is_finished(text):
    """Si a lo que lee quien estudia no le queda nada por rellenar, como un «{call}»."""
    return not _TO_FILL.search(text)


def unproved(exercise, good):
    """Las filas cuya equivocación no recibe su frase, entera, y qué recibe en su lugar."""
    problems = []
    for key, (*mistakes, message) in rows_of(exercise, good).items():
        for number, mistaken in enumerate(mistakes):
            found = [mistake_of(exercise, answers) for answers in answers_with(mistaken, good)]
            own = [str(mistake) for mistake in found if mistake is not None and mistake.row == key]
            if not own or not all(map(is_finished, own)):
                problems.append((key, number, message, [str(mistake) for mistake in found]))
    return problems


@functools.cache
def _cells_of(module):
    return {i: cell for i, cell in exercise_cells(module).items() if i not in UNMUTATED}


@functools.cache
def _notebook_of(module):
    return Notebook(_cells_of(module).values())


def make_contract(module, good, wrong, equivalent=None):
    """Crea la clase de pruebas con el contrato de una lección."""
    equivalent = equivalent or {}
    mutated = list(_cells_of(module))
    tasks = exercises_of(module)
    questions = {i: task for i, task in tasks.items() if task.wrong_letters}
    coded = {i: task for i, task in tasks.items() if not task.wrong_letters}
    wrong_cases = [(i, *case) for i, cases in wrong.items() for case in cases]
    reached = {}  # de cada respuesta mala ya probada, la línea en la que se dio por mala

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
            given, answers = answers, _made(answers)
            outcome = evaluate(exercise_id, *answers)
            assert outcome.status is Status.WRONG
            assert fragment in outcome.text, outcome.text
            assert is_finished(outcome.text), outcome.text
            mistake = mistake_of(tasks[exercise_id], answers)
            assert outcome.text == str(mistake or outcome.text), "el mismo error, el mismo texto"
            reached[exercise_id, id(given)] = raised_at(module, mistake)

        @pytest.mark.parametrize("exercise_id", coded)
        def test_every_known_mistake_gets_its_sentence(self, exercise_id):
            """Fila a fila: cada equivocación de las tablas, entregada, recibe su frase."""
            problems = unproved(tasks[exercise_id], _made(good[exercise_id][0]))
            assert not problems, "\n".join(
                f"{name}, fila {row}, equivocación {number} («{sentence}») recibe: {found}"
                for (name, row), number, sentence, found in problems
            )

        def test_every_failing_branch_has_its_wrong_answer(self):
            # Las respuestas malas suelen haberse probado ya, arriba: no se repiten.
            lines = {
                reached[i, id(answers)]
                if (i, id(answers)) in reached
                else raised_at(module, mistake_of(tasks[i], _made(answers)))
                for i, answers, _ in wrong_cases
            } - {None}
            missing = [
                first
                for first, last in branches_of(module)
                if not any(first <= line <= last for line in lines)
            ]
            assert not missing, f"{module}.py: ninguna respuesta mala llega a {sorted(missing)}"

        @pytest.mark.parametrize("exercise_id", mutated)
        def test_no_wrong_answer_is_taken_for_right(self, exercise_id):
            """Un cambio en la solución la estropea, y se nota; o está en EQUIVALENT."""
            alive = set(survivors(_cells_of(module)[exercise_id], _notebook_of(module))[0])
            listed = set(equivalent.get(exercise_id, ()))
            assert not alive - listed, "reciben ✅:\n" + "\n".join(sorted(alive - listed))
            assert not listed - alive, f"sobran en EQUIVALENT: {sorted(listed - alive)}"

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
                    assert is_finished(outcome.text), outcome.text

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
