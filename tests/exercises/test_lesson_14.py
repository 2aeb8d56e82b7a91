"""Contrato de los ejercicios de 1.4, decisiones y ciclos."""

import pytest
from contract import make_contract

from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.lesson_14 import EXAM, IDS, PAYMENTS

EXAM_RIGHT = [False, True, True, False, True, True, True, False, False, True]
SHOPS = ["Viajes Aurora", "Farmacia Luz", "Librería Norte", "Farmacia Luz"]
POINTS = [0, 0, 1, 3, 1, 1, 2, 1, 1, 2, 2, 0]
FLAGGED = ["P-004", "P-007", "P-010", "P-011"]
FRAUDS = ["P-003", "P-004", "P-007", "P-010", "P-012"]


def changed(values, position, value):
    """Una copia de la lista con un elemento cambiado."""
    return [*values[:position], value, *values[position + 1 :]]


def cumulative(values):
    return [sum(values[: i + 1]) for i in range(len(values))]


def generator():
    return (shop for shop in SHOPS)


GOOD = {
    "1.4.1": [(True, False, False)],
    "1.4.2": [(EXAM_RIGHT,)],
    "1.4.3": [(45.0,), (45,), (1500 * 3 / 100,)],
    "1.4.4": [(5840.9,), (2300.0 + 640.0 + 1800.0 + 1000.0 + 15.0 + 85.9,)],
    "1.4.5": [(2418,)],
    "1.4.6": [([2, 3, 6, 10],)],
    "1.4.7": [(15,)],
    "1.4.8": [(SHOPS,)],
    "1.4.9": [(POINTS,)],
    "1.4.10": [(FLAGGED,)],
    "1.4.11": [(3, 1, 2)],
}

WRONG = {
    "1.4.1": [
        (("True", False, False), "debe ser un booleano"),
        ((True, 21, False), "debe ser un booleano"),
        ((False, True, True), "al revés"),
        ((True, False, True), "or"),
        ((True, True, True), "or"),
        ((False, False, False), "A las 9 en punto ya está abierta"),
        ((True, True, False), "A las 21 en punto ya está cerrada"),
    ],
    "1.4.2": [
        ((True,), "debe ser una lista"),
        ((tuple(EXAM_RIGHT),), "debe ser una lista"),
        ((changed(EXAM_RIGHT, 2, "True"),), "cada elemento de examen debe ser un booleano"),
        ((EXAM_RIGHT[:9],), "tu lista tiene 9"),
        (([not right for right in EXAM_RIGHT],), "Las diez están al revés"),
        ((changed(EXAM_RIGHT, 6, False),), "Aciertas 9 de 10. Repasa la 7"),
        (([True] * 10,), "Aciertas 6 de 10. Repasa la 1"),
    ],
    "1.4.3": [
        (("45",), "debe ser un número"),
        ((30.0,), "2 %"),
        ((15.0,), "1 %"),
        ((34.0,), "tramos"),
        ((90.0,), "varias comisiones"),
        ((75.0,), "varias comisiones"),
        ((60.0,), "varias comisiones"),
        ((4500.0,), "Multiplicaste por 3"),
        ((450.0,), "revisa los ceros"),
        ((4.5,), "revisa los ceros"),
        ((1545.0,), "solo la comisión"),
        ((1455.0,), "solo la comisión"),
        ((0.03,), "porcentaje"),
        ((3,), "porcentaje"),
        ((44.0,), "comision no es"),
    ],
    "1.4.4": [
        (([2300.0, 640.0],), "se pide un solo número"),
        (("5840.9",), "debe ser un número"),
        ((0,), "dentro del ciclo"),
        ((85.9,), "el último pago de fuera"),
        ((6,), "cuántos pagos hay"),
        ((8772.7,), "los doce pagos"),
        ((2931.8,), "en México"),
        ((2300.0,), "Solo se sumó el primero"),
        ((5000.0,), "total_fuera no es"),
    ],
    "1.4.5": [
        ((2418.0,), "número entero"),
        ((2318,), "Falta el 100"),
        ((2733,), "dos veces"),
        ((315,), "Con and"),
        ((2103,), "Faltan los múltiplos de las dos"),
        ((1683,), "solo los múltiplos de 3"),
        ((1050,), "solo los múltiplos de 5"),
        ((5050,), "pregunta completa"),
        ((2632,), "los que no lo son"),
        ((47,), "cuántos hay"),
        ((100,), "Solo quedó el último"),
        ((0,), "Da 0"),
        ((2417,), "suma_multiplos no es"),
    ],
    "1.4.6": [
        ((10,), "debe ser una lista"),
        ((None,), "posiciones.append(…) a solas"),
        (([],), "está vacía"),
        ((["P-003", "P-004", "P-007", "P-011"],), "Guardaste textos"),
        (([{"id": "P-003"}, {"id": "P-004"}],), "Guardaste los pagos enteros"),
        (([1450.0, 2300.0, 1800.0, 1200.0],), "Guardaste los importes"),
        (([2, 3, "6", 10],), "cada elemento de posiciones"),
        (([3, 4, 7, 11],), "Cuentas desde 1"),
        (([2, 3, 6, 7, 10],), "> y no >="),
        ((list(range(12)),), "Están todas"),
        (([10],), "Solo hay una"),
        (([2],), "Solo hay una"),
        (([10, 6, 3, 2],), "de menor a mayor"),
        (([2, 3, 6],), "No son esas posiciones"),
    ],
    "1.4.7": [
        ((2078.928179,), "la deuda del final"),
        ((15.5,), "número entero"),
        ((14,), "1979.93"),
        ((16,), "un mes de más"),
        ((20,), "siempre 50 euros"),
        ((21,), "siempre 50 euros"),
        ((2,), "un 50 %"),
        ((139,), "un 0.5 %"),
        ((0,), "no llegó a empezar"),
        ((1,), "una vuelta"),
        ((17,), "meses no es"),
    ],
    "1.4.8": [
        (lambda: (generator(),), "entre corchetes"),
        ((set(SHOPS),), "es un conjunto"),
        (("Viajes Aurora",), "debe ser una lista"),
        (([None] * 4,), "nocturnos contiene None"),
        (([payment[4] < 6 for payment in PAYMENTS],), "Hay True y False"),
        (([{"comercio": shop} for shop in SHOPS],), "Guardaste los pagos enteros"),
        (([3, 2, 4, 5],), "cada elemento de nocturnos debe ser un texto"),
        (([payment[1] for payment in PAYMENTS],), "Están los doce"),
        ((["P-004", "P-005", "P-010", "P-011"],), 'se pide su "comercio"'),
        (([payment[1] for payment in PAYMENTS if payment[4] <= 6],), "las 6 en punto"),
        (([payment[1] for payment in PAYMENTS if payment[4] >= 6],), "6 en adelante"),
        ((sorted(set(SHOPS)),), "con las repeticiones"),
        ((["Panadería Sol"],), "No son esos comercios"),
        (([],), "No son esos comercios"),
    ],
    "1.4.9": [
        ((2,), "un solo número"),
        (("0011",), "debe ser una lista"),
        ((None,), "puntos.append(…) a solas"),
        (([point >= 2 for point in POINTS],), "cada elemento de puntos"),
        ((cumulative(POINTS),), "a 0 dentro del for"),
        (([0],), "Hay un solo número"),
        ((POINTS[:9],), "tu lista tiene 9 números"),
        (([point for point in POINTS if point],), "tu lista tiene 9 números"),
        (([min(1, point) for point in POINTS],), "Nadie pasa de 1"),
        ((changed(POINTS, 7, 2),), "P-008"),
        ((changed(POINTS, 8, 2),), "P-009"),
        ((changed(changed(POINTS, 7, 2), 8, 2),), "Los valores justos no cuentan"),
        (([1, 1, 2, 2, 2, 0, 1, 0, 0, 1, 3, 1],), "del país está al revés"),
        (([1, 1, 2, 2, 0, 2, 3, 2, 1, 1, 1, 1],), "de la hora está al revés"),
        (([1, 1, 0, 2, 2, 2, 1, 1, 2, 3, 1, 1],), "del importe está al revés"),
        ((changed(POINTS, 3, 1),), "El primero que no cuadra es P-004: tu lista dice 1"),
    ],
    "1.4.10": [
        (("P-004",), "debe ser una lista"),
        (([],), "está vacía"),
        (([{"id": "P-004"}],), "Guardaste los pagos enteros"),
        (([3, 2, 2, 2],), "Guardaste números"),
        ((["P-004", 7],), "cada elemento de sospechosos"),
        ((IDS,), "Están los doce"),
        (([i for i, point in zip(IDS, POINTS, strict=True) if point],), "Basta una regla"),
        ((["P-004"],), "las tres"),
        ((["P-007", "P-010", "P-011"],), "Falta el que cumple las tres"),
        (([i for i in IDS if i not in FLAGGED],), "los demás"),
        ((["P-004", "P-007", "P-008", "P-010", "P-011"],), "Sobra P-008"),
        ((["P-004", "P-007", "P-009", "P-010", "P-011"],), "Sobra P-009"),
        ((["Viajes Aurora", "Electrónica Delta", "Librería Norte", "Farmacia Luz"],), "comercio"),
        ((FLAGGED[::-1],), "en el orden de pagos"),
        (([*FLAGGED, "P-011"],), "una vez cada uno"),
        ((["P-004", "P-012"],), "No son esos pagos"),
    ],
    "1.4.11": [
        ((FLAGGED, 1, 2), "aciertos es una colección"),
        ((3, 1, {"P-003", "P-012"}), "se_escapan es una colección"),
        ((3, "1", 2), "falsas_alarmas debe ser un número"),
        ((3, 2, 1), "al revés"),
        ((4, 1, 2), "todos los que señala"),
        ((5, 1, 2), "todos los fraudes"),
        ((2, 1, 2), "aciertos no es"),
        ((3, 4, 2), "la falsa alarma es solo"),
        ((3, 3, 2), "va not in"),
        ((3, 0, 2), "falsas_alarmas no es"),
        ((3, 1, 8), "8 son todos"),
        ((3, 1, 3), "los fraudes que sí encontró"),
        ((3, 1, 5), "se_escapan no es"),
    ],
}

TestContract = make_contract("lesson_14", GOOD, WRONG)


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
    outcome = evaluate("1.4.2", answers)
    assert outcome.status is Status.WRONG
    assert f"Repasa la {number + 1}: " in outcome.text
    assert outcome.text.endswith(EXAM[number][1])


def test_loops_give_the_expected_numbers():
    """Los resultados que las comprobaciones dan por buenos, contados aquí de otra manera."""
    assert sum(set(range(3, 101, 3)) | set(range(5, 101, 5))) == 2418
    assert 1000 * 1.05**14 <= 2000 < 1000 * 1.05**15
    points = [
        (amount > 1000) + (hour < 6) + (country != "MX") for _, _, amount, country, hour in PAYMENTS
    ]
    assert points == POINTS
    flagged = {i for i, point in zip(IDS, points, strict=True) if point >= 2}
    assert flagged == set(FLAGGED)
    frauds = set(FRAUDS)
    counts = len(flagged & frauds), len(flagged - frauds), len(frauds - flagged)
    assert counts == (3, 1, 2)
