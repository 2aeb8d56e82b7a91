"""Contrato de los ejercicios de la lección 8.10, Preparar los datos dentro de la red."""

from contract import make_contract

GOOD = {
    "8.10.1": [(42,), (42.0,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.10.1": [
        (("42",), "debe ser un número"),
        ((41,), "no es el valor pedido"),
    ],
}

TestContract = make_contract("lesson_08_10", GOOD, WRONG)
