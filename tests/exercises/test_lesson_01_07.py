"""Contrato de los ejercicios de la lección 1.7, funciones."""

import numpy as np
from contract import make_contract

from course_utils.exercises.core import Status, evaluate

CARD = "4539148803436467"


def mask(number, visible=4):
    return "*" * (len(number) - visible) + number[len(number) - visible :]


def mask_with_loop(number, visible=4):
    text = ""
    for position, digit in enumerate(number):
        text += "*" if position < len(number) - visible else digit
    return text


def double(digit):
    return 2 * digit - 9 if digit > 4 else 2 * digit


def double_adding_digits(digit):
    return sum(int(figure) for figure in str(2 * digit))


def luhn_total(number, *, from_left=False, transform=double, first=1):
    digits = [int(figure) for figure in number if figure != " "]
    if not from_left:
        digits.reverse()
    else:
        first = 0
    return sum(
        transform(digit) if position % 2 == first else digit
        for position, digit in enumerate(digits)
    )


def luhn(number):
    return luhn_total(number) % 10 == 0


def luhn_with_slices(number):
    digits = [int(figure) for figure in number.replace(" ", "")]
    return (sum(digits[-1::-2]) + sum(map(double, digits[-2::-2]))) % 10 == 0


def luhn_with_flag(number):
    total, doubling = 0, False
    for figure in reversed("".join(number.split())):
        total += double(int(figure)) if doubling else int(figure)
        doubling = not doubling
    return str(total).endswith("0")


def luhn_misplaced_spaces(number):
    """Salta los espacios, pero cuenta sus posiciones."""
    total = 0
    for position, figure in enumerate(number[::-1]):
        if figure != " ":
            total += double(int(figure)) if position % 2 == 1 else int(figure)
    return total % 10 == 0


def luhn_trusting(number):
    """Se fía de cómo empieza y cómo acaba el número."""
    return luhn(number) or (number[:3] == "453" and number[-1] == "7")


BUILTINS = (6, 1949.6, 1437.5, 310.0)

GOOD = {
    "1.7.1": [BUILTINS, (np.int64(6), np.float64(1949.6), 1437.5, 310)],
    "1.7.2": [
        (lambda amount: amount * 0.02 + 0.30,),
        (lambda amount: 0.3 + 2 * amount / 100,),
        (lambda amount: round(amount * 0.02 + 0.3, 2),),
    ],
    "1.7.3": [
        (mask,),
        (mask_with_loop,),
        (lambda n, visibles=4: n[len(n) - visibles :].rjust(len(n), "*"),),
    ],
    "1.7.4": [
        (lambda limit, *amounts: len([a for a in amounts if a > limit]),),
        (lambda limit, *amounts: sum(a > limit for a in amounts),),
    ],
    "1.7.5": [(double,), (double_adding_digits,), (lambda d: [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][d],)],
    "1.7.6": [(luhn,), (luhn_with_slices,), (luhn_with_flag,)],
}

WRONG = {
    "1.7.1": [
        ((len, 1949.6, 1437.5, 310), "cuantos es una función sin llamar"),
        ((6, 1949.6, 1437.5, sorted), "segundo_mayor es una función"),
        ((6.0, 1949.6, 1437.5, 310), "número entero"),
        ((7, 1949.6, 1437.5, 310), "cuantos no es"),
        ((6, "1949.6", 1437.5, 310), "total debe ser un número"),
        ((6, 1950, 1437.5, 310), "total no es"),
        ((6, 1949.6, None, 310), "llegó None"),
        ((6, 1949.6, 1450, 310), "diferencia no es"),
        ((6, 1949.6, 1437.5, [12.5, 23.0]), "debe ser un número"),
        ((6, 1949.6, 1437.5, 64.2), "segundo_mayor no es"),
    ],
    "1.7.2": [
        ((1.3,), "debe ser una función"),
        ((lambda: 1.3,), "TypeError"),
        ((lambda amount: f"{amount * 0.02 + 0.3} €",), "devuelve un texto"),
        ((lambda amount: None,), "print"),
        ((lambda amount: 7,), "recargo(50) no es"),
        ((lambda amount: amount * 0.02 + 0.3 if amount else 1 / amount,), "ZeroDivisionError"),
    ],
    "1.7.3": [
        (("****",), "debe ser una función"),
        ((lambda number, visible=4: None,), "llegó None"),
        ((lambda number, visible: mask(number, visible),), "TypeError"),
        ((lambda number, visible=4: "x" * 12 + number[-visible:],), "no es el valor pedido"),
        ((lambda number: mask(number),), "TypeError"),
        ((lambda n, visibles=4: n[-visibles:].rjust(len(n), "*"),), "número entero: -0 es 0"),
        (
            (lambda number, visible=4: mask(number, visible) if visible != 2 else None,),
            "llegó None",
        ),
        (
            (lambda number, visible=4: mask(number, visible) if visible != 2 else "0" * 16,),
            'enmascarar("4539148803436467", 2) no es',
        ),
    ],
    "1.7.4": [
        ((2,), "debe ser una función"),
        ((lambda limit, amounts: 2,), "TypeError"),
        ((lambda limit, *amounts: None,), "print"),
        ((lambda limit, *amounts: 17,), "no es el valor pedido"),
        (
            (lambda limit, *amounts: sum(a > limit for a in amounts) if amounts else -1,),
            "no recibe ningún importe",
        ),
    ],
    "1.7.5": [
        ((7,), "debe ser una función"),
        ((lambda digit: str(2 * digit),), "debe ser un número"),
        ((lambda digit: None,), "print"),
        ((lambda digit: 2 * digit % 9,), "doblar(9) no es"),
    ],
    "1.7.6": [
        ((True,), "debe ser una función"),
        ((lambda number: 80,), "Devuelve un número"),
        ((lambda number: None,), "print"),
        ((lambda number: "válida",), "debe ser un booleano"),
        ((lambda number: luhn_total(number, first=0) % 10 == 0,), "da False, y es válida"),
        (
            (lambda number: luhn_total(number, transform=lambda digit: 2 * digit) % 10 == 0,),
            "da False, y es válida",
        ),
        ((lambda number: True,), "termina en 8"),
        ((lambda number: luhn_total(number) == luhn_total(CARD),), "suma que sea múltiplo de 10"),
        (
            (lambda number: luhn_total(number, from_left=True) % 10 == 0,),
            "no por la izquierda",
        ),
        ((lambda number: sum(map(int, number)) and luhn(number),), "ValueError"),
        ((luhn_misplaced_spaces,), "antes de contar posiciones"),
        ((luhn_trusting,), "mal copiada"),
        ((lambda number: luhn(number) if len(number) < 16 else luhn(number) * 1,), "un número"),
    ],
}

EQUIVALENT = {
    "1.7.2": {
        "lo que devuelve, redondeado a 2 decimales": "son euros: el céntimo es lo que cuenta"
    },
    "1.7.5": dict.fromkeys(
        ("`>` por `>=` en `doble > 9` (línea 3)", "`9` por `8` (línea 3)"),
        "un doble es par: nunca es 9, y 8 no es mayor que 8",
    ),
    "1.7.6": {
        "`!=` por `>` en `signo != ' '` (línea 2)": "toda cifra va detrás del espacio",
        "`+` por `-` ante `cifra` (línea 7)": "una suma y su opuesta son múltiplos de 10 a la vez",
    },
}

TestContract = make_contract("lesson_01_07", GOOD, WRONG, EQUIVALENT)


def test_a_blank_function_is_unanswered():
    assert evaluate("1.7.4", lambda limite, *importes: ...).status is Status.UNANSWERED


def test_luhn_tells_what_it_detects():
    outcome = evaluate("1.7.6", luhn)
    assert "144 errores" in outcome.text
    assert "14 intercambios" in outcome.text
