"""Contrato de los ejercicios de la lección 1.3, listas."""

import numpy as np
from contract import make_contract

RECORD = [12.5, 38.0, 21.75, 640.0, 38.0]
CORRECTED = [12.5, 38.0, 21.75, 640.0, 9.5]
TAKINGS = sorted([310.5, 287.0, 402.25, 518.0, 295.5])
PRODUCTS = ["pan", "café", "té", "queso"]
STOCK = [["pan", 40, 2.5], ["café", 12, 1.8], ["té", 25, 1.5], ["queso", 8, 6.0]]


def aliased():
    record = CORRECTED.copy()
    return record, record, 38.0


GOOD = {
    "1.3.1": [
        (12.0, 30.0, [4.5, 12.0, 7.25]),
        (12, np.float64(30), [4.5, 12, 7.25]),
    ],
    "1.3.2": [("P-001", ["P-002", "P-004", "P-005"])],
    "1.3.3": [([287.0, 295.5, 310.5, 402.25, 518.0], 518.0), (TAKINGS, np.float64(518))],
    "1.3.4": [(["pan", "café", "té", "queso"], "queso, té, café, pan")],
    "1.3.5": [([1, 2, 3, 4], [9], [1, 2, 3, 5])],
    "1.3.6": [(1.8, STOCK), (np.float64(1.8), [list(row) for row in STOCK])],
    "1.3.7": [(RECORD, CORRECTED, 38.0), (RECORD, CORRECTED.copy(), 38)],
    "1.3.8": [(721.75, 144.35), (sum(CORRECTED), sum(CORRECTED) / 5)],
}

WRONG = {
    "1.3.1": [
        (("12.0", 30.0, []), "debe ser un número"),
        (([12.0], 30.0, []), "debe ser un número"),
        ((9.9, 30.0, []), "segundo no es el valor pedido"),
        ((12.0, [30.0], []), "debe ser un número"),
        ((12.0, 7.25, []), "penultimo no es el valor pedido"),
        ((12.0, 30.0, (4.5, 12.0, 7.25)), "debe ser una lista"),
        ((12.0, 30.0, [4.5, 12.0, "7.25"]), "no es el valor pedido"),
        ((12.0, 30.0, [4.5, 12.0, 10**400]), "no es el valor pedido"),
    ],
    "1.3.2": [
        ((["P-001"], []), "solo el elemento"),
        ((1, []), "debe ser un texto"),
        (("P-003", []), "atendido no es el valor pedido"),
        (("P-001", None), "cola es None"),
        (("P-001", "P-002"), "debe ser una lista"),
        (("P-001", ["P-001", "P-002", "P-004", "P-005"]), "sigue en la cola"),
        (("P-001", ["P-002", "P-003", "P-004", "P-005"]), 'remove("P-003")'),
        (("P-001", ["P-002", "P-004"]), "P-005 no está en la cola"),
        (("P-001", ["P-002", "P-004", *"P-005"]), "en las letras de P-005"),
        (("P-001", ["P-004", "P-002", *"P-005"]), "en las letras de P-005"),
        (("P-001", ["P-002", "P-004", "P-005", "P-005"]), "más de una vez"),
        (("P-001", ["P-005", "P-002", "P-004"]), "al final de la cola"),
        (("P-001", ["P-002", "P-005"]), "cola no es la pedida"),
        (("P-001", ["P-002", np.zeros(2), "P-005"]), "cola no es la pedida"),
    ],
    "1.3.3": [
        ((None, 518.0), "cajas es None"),
        ((518.0, 518.0), "debe ser una lista"),
        (([287.0, 295.5, 310.5, 402.0, 518.0], 518.0), "cajas no es la lista pedida"),
        ((TAKINGS, [518.0]), "mejor es una lista"),
        ((TAKINGS, "518.0"), "debe ser un número"),
        ((TAKINGS, 310.5), "mejor no es el valor pedido"),
    ],
    "1.3.4": [
        ((None, ""), "productos es None"),
        (("pan", ""), "debe ser una lista"),
        ((["pan", "café", "té"], ""), "productos no es la lista pedida"),
        ((PRODUCTS, PRODUCTS[::-1]), "cartel es una lista"),
        ((PRODUCTS, None), "debe ser un texto"),
        ((PRODUCTS, "queso, té, café, pan, "), "cartel no es el texto pedido"),
    ],
    "1.3.5": [
        (("[1, 2, 3, 4]", [9], [1, 2, 3, 5]), "debe ser una lista"),
        (([1, 2, 3, 9], [9], [1, 2, 3, 5]), "valor_a no es la lista final"),
        (([1, 2, 3, 4], [], [1, 2, 3, 5]), "Mira la última línea"),
        (([1, 2, 3, 4], 9, [1, 2, 3, 5]), "debe ser una lista"),
        (([1, 2, 3, 4], [9], [5]), "valor_c no es la lista final"),
        (([1, 2, 3, 4], [9], None), "valor_c es None"),
    ],
    "1.3.6": [
        ((["café", 12, 1.8], STOCK), "la posición del precio"),
        (("1.8", STOCK), "debe ser un número"),
        ((8, STOCK), "precio_cafe no es el valor pedido"),
        ((1.8, None), "inventario es None"),
        ((1.8, "inventario"), "debe ser una lista"),
        ((1.8, [*STOCK[:3], ["queso", 6.0, 8]]), "inventario no es el pedido"),
    ],
    "1.3.7": [
        ((None, CORRECTED, 38.0), "registro es None"),
        ((RECORD, None, 38.0), "corregido es None"),
        ((RECORD, (1, 2), 38.0), "debe ser una lista"),
        (aliased, "la misma lista con dos nombres"),
        ((CORRECTED, CORRECTED.copy(), 38.0), "registro ha cambiado"),
        ((RECORD, CORRECTED, [38.0]), "debe ser un número"),
        ((RECORD, CORRECTED, 640.0), "anulado no es el valor pedido"),
        ((RECORD, [9.5, 12.5, 38.0, 21.75, 640.0], 38.0), "no es la lista pedida"),
    ],
    "1.3.8": [
        (("721.75", 144.35), "debe ser un número"),
        ((721.0, 144.35), "total no es el valor pedido"),
        ((721.75, [144.35]), "debe ser un número"),
        ((721.75, 143.0), "medio no es el valor pedido"),
    ],
}

TestContract = make_contract("lesson_01_03", GOOD, WRONG)
