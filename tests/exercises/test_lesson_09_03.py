"""Contrato de los ejercicios de la lección 9.3, Aprovechar una red ya entrenada."""

from contract import make_contract

GOOD = {
    "9.3.1": [(42,), (42.0,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.3.1": [
        (("42",), "debe ser un número"),
        ((41,), "no es el valor pedido"),
    ],
}

TestContract = make_contract("lesson_09_03", GOOD, WRONG)
