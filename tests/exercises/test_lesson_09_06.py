"""Contrato de los ejercicios de la lección 9.6, Píxel a píxel: segmentar y seguir."""

from contract import make_contract

GOOD = {
    "9.6.1": [(42,), (42.0,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "9.6.1": [
        (("42",), "debe ser un número"),
        ((41,), "no es el valor pedido"),
    ],
}

TestContract = make_contract("lesson_09_06", GOOD, WRONG)
