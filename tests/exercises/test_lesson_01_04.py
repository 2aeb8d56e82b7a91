"""Contrato de los ejercicios de la lección 1.4, colecciones."""

import numpy as np
from contract import make_contract

from course_utils.exercises.lesson_01_04 import NEW_PAYMENT

PAYMENT_2 = {
    "id": "P-002",
    "comercio": "Librería Norte",
    "importe": 38.0,
    "pais": "MX",
    "hora": 18,
}
CORRECTED = [12.5, 38.0, 21.75, 640.0, 9.5]
FIVE = [{"id": f"P-00{n}"} for n in range(1, 6)]
REPORT = {"pagos": 6, "total": 2201.75, "fuera": ["ES", "PE"]}


def shared_closing():
    payments = [*FIVE, NEW_PAYMENT]
    return payments, NEW_PAYMENT, payments


def without(dictionary, key):
    return {k: v for k, v in dictionary.items() if k != key}


GOOD = {
    "1.4.1": [(("CO",), ("MX", "ES", "CO"))],
    "1.4.2": [((5, 721.75),), ((len(CORRECTED), sum(CORRECTED)),)],
    "1.4.3": [("Librería Norte", "EUR", PAYMENT_2), ("Librería Norte", "EUR", PAYMENT_2 | {})],
    "1.4.4": [("MX", "6467", "Librería Norte")],
    "1.4.5": [
        ({"Marta", "Iván"}, {"Ana", "Luis"}, 5),
        (frozenset({"Marta", "Iván"}), frozenset({"Ana", "Luis"}), 5),
    ],
    "1.4.6": [
        ("lista", "diccionario", "tupla", "conjunto"),
        ("Lista", " DICCIONARIO", "tupla ", "Conjunto"),
        ("list", "dict", "tuple", "set"),
        ("listas", "Diccionarios", "tuplas", "conjuntos"),
    ],
    "1.4.7": [
        (FIVE, NEW_PAYMENT, [*FIVE, NEW_PAYMENT]),
        (FIVE, dict(reversed(NEW_PAYMENT.items())), [*FIVE, NEW_PAYMENT | {"hora": 19.0}]),
    ],
    "1.4.8": [(REPORT,), ({"fuera": ["ES", "PE"], "total": np.float64(2201.75), "pagos": 6},)],
}

WRONG = {
    "1.4.1": [
        ((["CO"], ()), "debe ser una tupla"),
        ((("MX",), ()), "un único elemento"),
        ((("CO",), ["MX", "ES", "CO"]), "debe ser una tupla"),
        ((("CO",), None), "debe ser una tupla"),
        ((("CO",), ("MX", "CO")), "no es la tupla pedida"),
    ],
    "1.4.2": [
        (([5, 721.75],), "no corchetes"),
        ((5,), "debe ser una tupla"),
        (((5,),), "dos elementos"),
        (((5, "721.75"),), "debe ser un número"),
        ((("5", 721.75),), "debe ser un número"),
        (((721.75, 5),), "al revés"),
        (((4, 721.75),), "El primer elemento"),
        (((5, 721.0),), "El segundo elemento"),
    ],
    "1.4.3": [
        ((38.0, "EUR", PAYMENT_2), "debe ser un texto"),
        (("Libreria Norte", "EUR", PAYMENT_2), "donde no es el valor pedido"),
        (("Librería Norte", 1, PAYMENT_2), "debe ser un texto"),
        (("Librería Norte", "euro", PAYMENT_2), "moneda no es el valor pedido"),
        (("Librería Norte", "EUR", [18]), "debe ser un diccionario"),
        (("Librería Norte", "EUR", PAYMENT_2 | {"moneda": "EUR"}), "sin tocar"),
        (("Librería Norte", "EUR", without(PAYMENT_2, "hora")), "ha perdido"),
        (("Librería Norte", "EUR", PAYMENT_2 | {"hora": "18"}), "sin comillas"),
        (("Librería Norte", "EUR", PAYMENT_2 | {"hora": [18]}), "debe ser un número"),
        (("Librería Norte", "EUR", PAYMENT_2 | {"hora": 17}), "sigue siendo 17"),
        (("Librería Norte", "EUR", PAYMENT_2 | {"hora": 17, "Hora": 18}), "clave exacta"),
        (("Librería Norte", "EUR", PAYMENT_2 | {"hora": 19}), "debía cambiar solo la hora"),
        (("Librería Norte", "EUR", PAYMENT_2 | {"importe": 18}), "debía cambiar solo la hora"),
    ],
    "1.4.4": [
        (({"pais": "MX"}, "6467", "Librería Norte"), "falta un paso más"),
        ((7, "6467", "Librería Norte"), "debe ser un texto"),
        (("ES", "6467", "Librería Norte"), "pais_tarjeta no es el valor pedido"),
        (("MX", ["6467"], "Librería Norte"), "debe ser un texto"),
        (("MX", " 6467", "Librería Norte"), "ultimas_cuatro no es el valor pedido"),
        (("MX", "6467", ["Librería Norte"]), "pídele una posición"),
        (("MX", "6467", 1), "debe ser un texto"),
        (("MX", "6467", "Panadería Sol"), "segundo_comercio no es el valor pedido"),
    ],
    "1.4.5": [
        ((["Marta", "Iván"], {"Ana", "Luis"}, 5), "debe ser un conjunto"),
        (({"Marta"}, {"Ana", "Luis"}, 5), "en_ambas no es el conjunto"),
        (({"Marta", "Iván"}, ["Ana", "Luis"], 5), "debe ser un conjunto"),
        (({"Marta", "Iván"}, {"Ana"}, 5), "solo_web no es el conjunto"),
        (({"Marta", "Iván"}, {"Ana", "Luis"}, {"Ana"}), "con len"),
        (({"Marta", "Iván"}, {"Ana", "Luis"}, "5"), "debe ser un número"),
        (({"Marta", "Iván"}, {"Ana", "Luis"}, 4), "cuantos_distintos no es"),
    ],
    "1.4.6": [
        ((list, "diccionario", "tupla", "conjunto"), "debe ser un texto"),
        (("array", "diccionario", "tupla", "conjunto"), "una de estas palabras"),
        (("tupla", "diccionario", "tupla", "conjunto"), "no deja de crecer"),
        (("lista", "lista", "tupla", "conjunto"), "lleva a su precio"),
        (("lista", "diccionario", "diccionario", "conjunto"), "tres datos fijos"),
        (("lista", "diccionario", "tupla", "lista"), "si una tarjeta está"),
    ],
    "1.4.7": [
        ((FIVE, list(NEW_PAYMENT.values()), FIVE), "debe ser un diccionario"),
        ((FIVE, without(NEW_PAYMENT, "pais") | {"país": "MX"}, FIVE), "con acento"),
        ((FIVE, without(NEW_PAYMENT, "pais"), FIVE), "le falta alguna clave: pais"),
        ((FIVE, without(NEW_PAYMENT, "hora") | {"Hora": 19}, FIVE), "le falta alguna clave: hora"),
        ((FIVE, NEW_PAYMENT | {"nota": ""}, FIVE), "claves de más"),
        ((FIVE, NEW_PAYMENT | {"importe": "9.5"}, FIVE), "sin comillas"),
        ((FIVE, NEW_PAYMENT | {"hora": 7}, FIVE), "el valor de «hora» no es"),
        ((FIVE, NEW_PAYMENT | {"comercio": "Panaderia Sol"}, FIVE), "el valor de «comercio» no es"),
        ((FIVE, NEW_PAYMENT, None), "cierre es None"),
        (shared_closing, "la misma lista con dos nombres"),
        (([*FIVE, NEW_PAYMENT], NEW_PAYMENT, [*FIVE, NEW_PAYMENT]), "pagos ha cambiado"),
        ((None, NEW_PAYMENT, [*FIVE, NEW_PAYMENT]), "pagos es None"),
        ((FIVE, NEW_PAYMENT, [*FIVE]), "falta añadirlo"),
        ((FIVE, NEW_PAYMENT, "P-006"), "debe ser una lista"),
        ((FIVE, NEW_PAYMENT, [*FIVE, *NEW_PAYMENT]), "claves sueltas"),
        ((FIVE, NEW_PAYMENT, [*FIVE, NEW_PAYMENT, NEW_PAYMENT]), "una sola vez"),
        ((FIVE, NEW_PAYMENT, [*FIVE, [NEW_PAYMENT]]), "sin corchetes"),
        ((FIVE, NEW_PAYMENT, [NEW_PAYMENT, *FIVE]), "el último de cierre"),
        ((FIVE, NEW_PAYMENT, [NEW_PAYMENT, *FIVE[1:], NEW_PAYMENT]), "han cambiado"),
    ],
    "1.4.8": [
        (([6, 2201.75],), "debe ser un diccionario"),
        ((without(REPORT, "total"),), "le falta alguna clave: total"),
        ((REPORT | {"dia": "lunes"},), "claves de más"),
        ((REPORT | {"pagos": [1]},), "usa len"),
        ((REPORT | {"pagos": 6.5},), "número entero"),
        ((REPORT | {"pagos": 5},), "sin el de última hora"),
        ((REPORT | {"pagos": 4},), 'El valor de "pagos" no es'),
        ((REPORT | {"total": "2201.75"},), "debe ser un número"),
        ((REPORT | {"total": 6},), 'El valor de "total" no es'),
        ((REPORT | {"fuera": {"ES", "PE"}},), "sorted da la lista"),
        ((REPORT | {"fuera": None},), "usa una diferencia"),
        ((REPORT | {"fuera": "ES, PE"},), "debe ser una lista"),
        ((REPORT | {"fuera": ["ES", "MX", "PE"]},), "diferencia"),
        ((REPORT | {"fuera": ["PE", "ES"]},), "orden alfabético"),
        ((REPORT | {"fuera": ["PE"]},), "no es la lista pedida"),
    ],
}

EQUIVALENT = {
    "1.4.6": {
        f"respuesta {number}: {change}": "se lee la palabra, no cómo está escrita"
        for number in range(1, 5)
        for change in ("con un salto de línea detrás", "con un espacio delante", "en mayúsculas")
    },
}

TestContract = make_contract("lesson_01_04", GOOD, WRONG, EQUIVALENT)
