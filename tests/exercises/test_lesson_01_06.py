"""Contrato de los ejercicios de la lección 1.6, ciclos."""

import numpy as np
from contract import make_contract

from course_utils.exercises.basics import IDS, PAYMENTS

SHOPS = ["Viajes Aurora", "Farmacia Luz", "Librería Norte", "Farmacia Luz"]
POINTS = [0, 0, 1, 3, 1, 1, 2, 1, 1, 2, 2, 0]
FLAGGED = ["P-004", "P-007", "P-010", "P-011"]
FRAUDS = ["P-003", "P-004", "P-007", "P-010", "P-012"]


def changed(values, position, value):
    """Una copia de la lista con un elemento cambiado."""
    return [*values[:position], value, *values[position + 1 :]]


def generator():
    return (shop for shop in SHOPS)


GOOD = {
    "1.6.1": [(5840.9,), (2300.0 + 640.0 + 1800.0 + 1000.0 + 15.0 + 85.9,)],
    "1.6.2": [(2418,)],
    "1.6.3": [([2, 3, 6, 10],), (list(np.array([2, 3, 6, 10])),)],
    "1.6.4": [(15,)],
    "1.6.5": [(SHOPS,)],
    "1.6.6": [(POINTS,)],
    "1.6.7": [(FLAGGED,)],
    "1.6.8": [(3, 1, 2)],
}

WRONG = {
    "1.6.1": [
        (([2300.0, 640.0],), "se pide un solo número"),
        (("5840.9",), "debe ser un número"),
        ((5000.0,), "total_fuera no es"),
    ],
    "1.6.2": [
        ((2418.0,), "número entero"),
        ((2417,), "suma_multiplos no es"),
    ],
    "1.6.3": [
        ((10,), "debe ser una lista"),
        ((None,), "posiciones.append(…) a solas"),
        (([],), "está vacía"),
        ((["P-003", "P-004", "P-007", "P-011"],), "Guardaste textos"),
        (([{"id": "P-003"}, {"id": "P-004"}],), "Guardaste los pagos enteros"),
        (([1450.0, 2300.0, 1800.0, 1200.0],), "Guardaste los importes"),
        (([2, 3, "6", 10],), "cada elemento de posiciones"),
        (([10, 6, 3, 2],), "de menor a mayor"),
        (([2, 3, 6],), "No son esas posiciones"),
    ],
    "1.6.4": [
        ((15.5,), "número entero"),
        ((17,), "meses no es"),
    ],
    "1.6.5": [
        (lambda: (generator(),), "entre corchetes"),
        ((set(SHOPS),), "es un conjunto"),
        (("Viajes Aurora",), "debe ser una lista"),
        (([None] * 4,), "nocturnos contiene None"),
        (([payment[4] < 6 for payment in PAYMENTS],), "Hay True y False"),
        (([{"comercio": shop} for shop in SHOPS],), "Guardaste los pagos enteros"),
        (([3, 2, 4, 5],), "cada elemento de nocturnos debe ser un texto"),
        ((sorted(set(SHOPS)),), "con las repeticiones"),
        ((["Panadería Sol"],), "No son los comercios de antes de las 6"),
        (([],), "No son los comercios de antes de las 6"),
    ],
    "1.6.6": [
        ((2,), "un solo número"),
        (("0011",), "debe ser una lista"),
        ((None,), "puntos.append(…) a solas"),
        (([point >= 2 for point in POINTS],), "cada elemento de puntos"),
        (([0],), "Hay un solo número"),
        ((POINTS[:9],), "puntos debe tener 12 elementos, uno por vuelta, y tiene 9"),
        (
            ([point for point in POINTS if point],),
            "puntos debe tener 12 elementos, uno por vuelta, y tiene 9",
        ),
        ((changed(POINTS, 3, 1),), "P-004 (2300.0 euros, PE, hora 3): tu lista dice 1"),
    ],
    "1.6.7": [
        (("P-004",), "debe ser una lista"),
        (([],), "está vacía"),
        (([{"id": "P-004"}],), "Guardaste los pagos enteros"),
        (([3, 2, 2, 2],), "Guardaste números"),
        ((["P-004", 7],), "cada elemento de sospechosos"),
        ((FLAGGED[::-1],), "en el orden de pagos"),
        (([*FLAGGED, "P-011"],), "una vez cada uno"),
        ((["P-004", "P-012"],), "No son esos pagos"),
    ],
    "1.6.8": [
        ((FLAGGED, 1, 2), "aciertos es una colección"),
        ((3, 1, {"P-003", "P-012"}), "se_escapan es una colección"),
        ((3, "1", 2), "falsas_alarmas debe ser un número"),
        ((3, 2, 1), "al revés"),
        ((2, 1, 2), "aciertos no es"),
        ((3, 0, 2), "falsas_alarmas no es"),
        ((3, 1, 5), "se_escapan no es"),
    ],
}

TestContract = make_contract("lesson_01_06", GOOD, WRONG)


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
