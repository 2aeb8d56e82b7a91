"""Contrato de los ejercicios de 00_inicio."""

import numpy as np
from contract import make_contract

GOOD = {
    "0.0.1": [("Lucía",), ("ana maría",)],
    "0.0.2": [(5,), (5.0,), (np.int64(5),)],
    "0.0.3": [(86400,), (24 * 60 * 60.0,)],
    "0.0.4": [(29.5,), (np.float64(29.5),)],
}

WRONG = {
    "0.0.1": [
        ((7,), "comillas"),
        (("  ",), "vacío"),
        (("Tu nombre",), "tu propio nombre"),
        ((["Ana"],), "debe ser un texto"),
        ((None,), "llegó None"),
    ],
    "0.0.2": [
        (("5",), "sin comillas"),
        ((1,), "recuerda"),
        ((6,), "Empieza en 0"),
        ((4,), "no es el valor pedido"),
        (([5],), "debe ser un número"),
        ((float("nan"),), "nan"),
    ],
    "0.0.3": [
        (("24 * 60 * 60",), "comillas"),
        ((1440,), "minutos"),
        ((3600,), "una hora"),
        ((144,), "sumado"),
        ((None,), "print"),
        ((86401,), "no es el valor pedido"),
    ],
    "0.0.4": [
        (("29.5",), "comillas"),
        ((25.5,), "estacionamiento"),
        ((12.5,), "entradas"),
        ((37.5,), "una sola vez"),
        ((30,), "no es el valor pedido"),
        ((None,), "debe ser un número"),
    ],
}

TestContract = make_contract("lesson_00", GOOD, WRONG)
