"""Contrato de los ejercicios de la lección 9.5, Varios objetos a la vez: detectar."""

from contract import make_contract

GOOD = {
    "9.5.1": [(42,), (42.0,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.5.1": [
        (("42",), "debe ser un número"),
        ((41,), "no es el valor pedido"),
    ],
}

TestContract = make_contract("lesson_09_05", GOOD, WRONG)
