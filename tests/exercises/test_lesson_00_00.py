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
        (("tu_nombre",), "tu propio nombre"),
        ((["Ana"],), "debe ser un texto"),
        ((None,), "llegó None"),
    ],
    "0.0.2": [
        (("5",), "sin comillas"),
        ((4,), "no es el valor pedido"),
        (([5],), "debe ser un número"),
        ((float("nan"),), "nan"),
    ],
    "0.0.3": [
        (("24 * 60 * 60",), "comillas"),
        ((None,), "print"),
        ((86401,), "no es el valor pedido"),
    ],
    "0.0.4": [
        (("29.5",), "comillas"),
        ((30,), "no es el valor pedido"),
        ((None,), "debe ser un número"),
    ],
}

EQUIVALENT = {
    "0.0.1": dict.fromkeys(
        (
            "`'Lucía'` por `'Lucíax'` (línea 1)",
            "con un salto de línea detrás",
            "con un espacio delante",
            "en mayúsculas",
        ),
        "cada cual se llama como se llama",
    ),
}

TestContract = make_contract("lesson_00_00", GOOD, WRONG, EQUIVALENT)
