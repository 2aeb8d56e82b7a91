"""Contrato de los ejercicios de la lección 1.1, números y variables."""

import math
from fractions import Fraction

import numpy as np
from contract import make_contract

CAPITAL = 1500 * 1.04**8
GRAINS = 2**64 - 1

GOOD = {
    "1.1.1": [(8, 3), (np.int64(8), 3)],
    "1.1.2": [
        ("pago_2", "importe_total", "clase_tarjeta"),
        ("segundo_pago", "importeTotal", "categoría"),
        ("_2do_pago", "IMPORTE", "class_"),
    ],
    "1.1.3": [(4, 12.5, 50.0), (4, 12.5, 50), (int("4"), float("12.5"), 4 * 12.5)],
    "1.1.4": [(20, 10), divmod(250, 12), (int(250 / 12), 250 - 20 * 12)],
    "1.1.5": [(435,), (round(4.35 * 100),), (int(4.35 * 100 + 0.5),), (np.int64(435),)],
    "1.1.6": [(84 * 15 / 100, (84 + 84 * 0.15) / 3), (84 * 0.15, 84 * 1.15 / 3), (12.6, 32.2)],
    "1.1.7": [(round(CAPITAL, 2),), (2052.85,), (np.round(CAPITAL, 2),)],
    "1.1.8": [(2, 44, 36), (9876 // 3600, 9876 // 60 % 60, 9876 - 2 * 3600 - 44 * 60)],
    "1.1.9": [(2**63, GRAINS), (1 << 63, 2**63 * 2 - 1), (2**63, sum(2**k for k in range(64)))],
    "1.1.10": [(80 + 80 * 21 / 100, 60.5 / 1.21), (80 * 1.21, 50), (96.8, np.float64(50))],
    "1.1.11": [(23.5,), (round(68 / 170**2 * 10_000, 1),), (round(68 / (1.7 * 1.7), 1),)],
    "1.1.12": [((77 - 32) * 5 / 9,), (45 / 1.8,), (5 / 9 * (77 - 32),), (25,)],
}

WRONG = {
    "1.1.1": [
        ((8, 5), "deben quedar en 8 y 3"),
        (("8", "3"), "Quita las comillas"),
        (((8, 3), 3), "separados por comas"),
        ((None, 3), "sin print"),
        ((1 + 2j, 3), "izquierda debe ser un número"),
    ],
    "1.1.2": [
        ((2, "importe_total", "clase"), "nombre_1 debe ser un texto"),
        (("", "importe_total", "clase"), "vacío"),
        (("2do_pago", "importe_total", "clase"), "justo el nombre"),
        (("pago_2", "importe-total", "clase"), "justo el nombre"),
        (("pago_2", "importe_total", "class"), "justo el nombre"),
        (("pago-2", "importe_total", "clase"), "una resta"),
        (("pago_2", "importe total", "clase"), "un espacio"),
        (("2_pago", "importe_total", "clase"), "empieza por una cifra"),
        (("pago_2", "importe_total", "global"), "palabra reservada"),
        (("pago_2!", "importe_total", "clase"), "algún signo"),
        (("pago_2", "importe_total", "type"), "algo suyo"),
        (("pago_2", "sum", "clase"), "algo suyo"),
        (("p2", "importe_total", "clase"), "tan corto"),
        (("pago", "pago", "clase"), "repetidos"),
        (("nombre_1", "nombre_2", "nombre_3"), "no dicen qué guardan"),
    ],
    "1.1.3": [
        (("4", 12.5, 50.0), "cantidad es un texto"),
        ((4.0, 12.5, 50.0), "usa int"),
        ((np.bool_(True), 12.5, 50.0), "cantidad debe ser un número"),
        ((Fraction(9, 2), 12.5, 50.0), "número entero"),
        ((5, 12.5, 62.5), "cantidad no es"),
        ((4, "12.5", 50.0), "precio es un texto"),
        ((4, (12, 5), 50.0), "los decimales llevan punto"),
        ((4, 12.4, 49.6), "precio no es"),
        ((4, 12.5, "50.0"), "total es un texto"),
        ((4, 12.5, 51), "total no es"),
        ((4, 12.5, None), "print"),
    ],
    "1.1.4": [
        ((20.0, 10), "bolsas es un float"),
        ((20.5, 10), "número entero"),
        ((19, 10), "bolsas no es"),
        ((20, 10.0), "sueltos es un float"),
        ((20, 11), "sueltos no es"),
        (("20", "10"), "es un texto"),
    ],
    "1.1.5": [
        ((4.35 * 100,), "es un float"),
        ((435.0,), "es un float"),
        ((43500,), "centimos no es"),
        ((435.5,), "número entero"),
        (("435",), "es un texto"),
        (((4, 35),), "los decimales llevan punto"),
    ],
    "1.1.6": [
        ((12.7, 32.2), "propina no es"),
        (("12.6", 32.2), "es un texto"),
        (((12, 6), 32.2), "los decimales llevan punto"),
        ((12.6, 33), "por_persona no es"),
        ((None, 32.2), "print"),
    ],
    "1.1.7": [
        ((2052.84,), "capital_final no es"),
        (("2052.85",), "es un texto"),
    ],
    "1.1.8": [
        ((2.0, 44, 36), "horas es un float"),
        ((1, 44, 36), "horas no es"),
        ((2, 43, 36), "minutos no es"),
        ((2, 44, 35), "segundos no es"),
        ((2, 44, math.nan), "nan"),
    ],
    "1.1.9": [
        ((2.0**63, GRAINS), "16 cifras"),
        ((2**62, GRAINS), "no es 1 doblado"),
        (("2 ** 63", GRAINS), "es un texto"),
        ((Fraction(1, 2), GRAINS), "número entero"),
        ((2**63, 2.0**64 - 1), "todos es un float"),
        ((2**63, 2**65), "Prueba primero con 4"),
    ],
    "1.1.10": [
        ((97, 50), "precio_final no es"),
        ((96.8, 51), "sin_iva no es"),
        ((96.8, "50"), "es un texto"),
    ],
    "1.1.11": [
        ((22.5,), "imc no es"),
        ((None,), "no lo guarda"),
    ],
    "1.1.12": [
        ((26,), "celsius no es"),
        ((True,), "debe ser un número"),
    ],
}

EQUIVALENT = {
    "1.1.2": dict.fromkeys(
        (
            "`'pago_2'` por `'pago_2x'` (línea 1)",
            "`'importe_total'` por `'importe_totalx'` (línea 2)",
            "`'clase_tarjeta'` por `'clase_tarjetax'` (línea 3)",
            "respuesta 1: en mayúsculas",
            "respuesta 2: en mayúsculas",
            "respuesta 3: en mayúsculas",
        ),
        "se pide un nombre que Python acepte, y también lo es",
    ),
}

TestContract = make_contract("lesson_01_01", GOOD, WRONG, EQUIVALENT)
