"""Contrato de los ejercicios de la lección 1.5, decisiones."""

import numpy as np
import pytest
from contract import make_contract

from course_utils.exercises.basics import PAYMENTS
from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.lesson_01_05 import EXAM

EXAM_RIGHT = [False, True, True, False, True, True, True, False, False, True]
FEES = [45.0, 20.0, 5.0, 1.0, 0.4]
AMOUNT = [payment[2] > 1000 for payment in PAYMENTS]
HOUR = [payment[4] < 6 for payment in PAYMENTS]
COUNTRY = [payment[3] != "MX" for payment in PAYMENTS]
LET = "dejar pasar"
DECIDED = [LET, LET, LET, "bloquear", LET, LET, "llamar", LET, LET, "llamar", "llamar", LET]


def changed(values, position, value):
    """Una copia de la lista con un elemento cambiado."""
    return [*values[:position], value, *values[position + 1 :]]


GOOD = {
    "1.5.1": [(True, False, False)],
    "1.5.2": [(EXAM_RIGHT,)],
    "1.5.3": [(FEES,), ([45, 20, 5, 1, 0.4],), ([p * 3 / 100 for p in (1500,)] + FEES[1:],)],
    "1.5.4": [([4.95, 0, 4.95, 0],), ([4.95, 0.0, 4.95, 0.0],)],
    "1.5.5": [(AMOUNT, HOUR, COUNTRY), (list(np.array(AMOUNT)), HOUR, COUNTRY)],
    "1.5.6": [(DECIDED,)],
}

# La respuesta que antes se daba por buena: otros límites y otros porcentajes, y acertaba con 1500.
LUCKY = [p * (0.03 if p >= 1000 else 0.2 if p >= 100 else 0.1) for p in (1500, 1000, 250, 100, 40)]

WRONG = {
    "1.5.1": [
        (("True", False, False), "debe ser un booleano"),
        ((True, 21, False), "debe ser un booleano"),
        ((False, True, True), "al revés"),
        ((True, False, True), "Tienen que cumplirse las dos cosas"),
        ((True, True, True), "Tienen que cumplirse las dos cosas"),
        ((False, False, False), "A las 9 en punto ya está abierta"),
        ((True, True, False), "A las 21 en punto ya está cerrada"),
    ],
    "1.5.2": [
        ((True,), "debe ser una lista"),
        ((tuple(EXAM_RIGHT),), "debe ser una lista"),
        ((changed(EXAM_RIGHT, 2, "True"),), "cada elemento de examen debe ser un booleano"),
        ((EXAM_RIGHT[:9],), "tu lista tiene 9"),
        (([not right for right in EXAM_RIGHT],), "Las diez están al revés"),
        ((changed(EXAM_RIGHT, 6, False),), "Aciertas 9 de 10. Repasa la 7"),
        (([True] * 10,), "Aciertas 6 de 10. Repasa la 1"),
    ],
    "1.5.3": [
        ((45.0,), "debe ser una lista"),
        (([None] * 5,), "comisiones contiene None"),
        ((changed(FEES, 1, "20"),), "cada elemento de comisiones debe ser un número"),
        (([45.0],), "comisiones debe tener 5 elementos, uno por vuelta, y tiene 1"),
        ((LUCKY,), "Por una compra de 1000 euros se pagan 20 de comisión, y salen 30"),
        ((changed(FEES, 4, 0.5),), "Por una compra de 40 euros se pagan 0.4"),
    ],
    "1.5.4": [
        ((4.95,), "debe ser una lista"),
        ((["gratis", 0, 4.95, 0],), "cada elemento de envios debe ser un número"),
        (([4.95, 0, 4.95],), "envios debe tener 4 elementos, uno por vuelta, y tiene 3"),
        (([4.95] * 4,), "El envío de una compra de 50 euros cuesta 0 euros, y sale 4.95"),
    ],
    "1.5.5": [
        ((True, HOUR, COUNTRY), "por_importe debe ser una lista"),
        (([payment[2] for payment in PAYMENTS], HOUR, COUNTRY), "debe ser un booleano"),
        ((AMOUNT[:3], HOUR, COUNTRY), "por_importe debe tener 12 elementos"),
        ((changed(AMOUNT, 3, False), HOUR, COUNTRY), "P-004 (2300.0 euros, PE, hora 3)"),
        ((AMOUNT, changed(HOUR, 0, True), COUNTRY), "en por_hora es P-001"),
        ((AMOUNT, HOUR, [country == "PE" for *_, country, _ in PAYMENTS]), "en por_pais es P-006"),
    ],
    "1.5.6": [
        (("llamar",), "debe ser una lista"),
        (([2] * 12,), "debe ser un texto"),
        ((["llamar"],), "decisiones debe tener 12 elementos"),
        ((changed(DECIDED, 6, "Llamar"),), "«Llamar» no es ninguna de las tres"),
        ((changed(DECIDED, 11, "llamar"),), "P-012 (199.0 euros, MX, hora 20)"),
        ((["bloquear"] * 12,), "Reglas que cumple: 0, así que toca «dejar pasar»"),
    ],
}

TestContract = make_contract("lesson_01_05", GOOD, WRONG)


def test_exam_answers_are_what_python_says():
    questions = [
        "1 < 3 < 2",
        '"MX" != "mx"',
        "True or True and False",
        "(True or True) and False",
        "not True or True",
        "not (True and False)",
        'bool("False")',
        "bool(0.0)",
        '10 > 9 and "10" > "9"',
        "True or 1 / 0 == 1",
    ]
    assert [eval(question) for question in questions] == [right for right, _ in EXAM]
    assert [right for right, _ in EXAM] == EXAM_RIGHT


@pytest.mark.parametrize("number", range(10))
def test_each_exam_question_explains_itself(number):
    answers = changed(EXAM_RIGHT, number, not EXAM_RIGHT[number])
    outcome = evaluate("1.5.2", answers)
    assert outcome.status is Status.WRONG
    assert f"Repasa la {number + 1}: " in outcome.text
    assert outcome.text.endswith(EXAM[number][1])


@pytest.mark.parametrize("blank", [["llamar", ...], [..., ...]])
def test_a_loop_left_blank_is_unanswered(blank):
    assert evaluate("1.5.6", blank).status is Status.UNANSWERED
