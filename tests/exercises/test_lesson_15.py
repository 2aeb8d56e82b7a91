"""Contrato de los ejercicios de 1.5, funciones."""

import statistics
from functools import partial

import numpy as np
import pytest
from contract import make_contract

from course_utils.exercises.core import Status, evaluate

CARD = "4539148803436467"


def raising(error):
    raise error


# 1.5.3


def mask(number, visible=4):
    return "*" * (len(number) - visible) + number[-visible:]


def mask_with_loop(number, visible=4):
    text = ""
    for position, digit in enumerate(number):
        text += "*" if position < len(number) - visible else digit
    return text


# 1.5.5


def rules(payment, limit=1000):
    return [payment["importe"] > limit, payment["hora"] < 6, payment["pais"] != "MX"]


def suspicious(payment, limit=1000):
    """Dice si el pago cumple al menos dos reglas."""
    return sum(rules(payment, limit)) >= 2


def suspicious_with_ifs(payment, limit=1000):
    """Dice si un pago merece una llamada."""
    big, night, abroad = rules(payment, limit)
    return (big and night) or (big and abroad) or (night and abroad)


def suspicious_undocumented(payment, limit=1000):
    return suspicious(payment, limit)


def suspicious_with_short_docstring(payment, limit=1000):
    """Sospechoso."""
    return suspicious(payment, limit)


def suspicious_spoiling(payment, limit=1000):
    payment["sospechoso"] = suspicious(payment, limit)
    return payment["sospechoso"]


def suspicious_from_six(payment, limit=1000):
    return [payment["importe"] > limit, payment["hora"] <= 6, payment["pais"] != "MX"].count(
        True
    ) >= 2


def suspicious_from_1000(payment, limit=1000):
    return suspicious({**payment, "importe": payment["importe"] + 0.01}, limit)


# 1.5.6


def to_number(text):
    try:
        return float(text)
    except ValueError:
        return None


def or_else(text, fallback, convert=float):
    try:
        return convert(text)
    except ValueError:
        return fallback


def int_when_possible(text):
    try:
        return int(text)
    except ValueError:
        return to_number(text)


def only_digits(text):
    return float(text) if text.replace(".", "").isdigit() else None


# 1.5.7


def area(base, height=None):
    if height is None:
        height = base
    return base * height


def area_falsy(base, height=None):
    return base * (height or base)


def area_doubling(base, height=None):
    return base * height if height is not None else 2 * base


# 1.5.8


def mean(*numbers):
    if not numbers:
        raise ValueError("promedio necesita al menos un número")
    return sum(numbers) / len(numbers)


def mean_from_zero_division(*numbers):
    try:
        return sum(numbers) / len(numbers)
    except ZeroDivisionError:
        raise ValueError("no hay números") from None


def mean_or(fallback, *numbers):
    return mean(*numbers) if numbers else fallback() if callable(fallback) else fallback


def mean_silent(*numbers):
    if not numbers:
        raise ValueError
    return mean(*numbers)


def mean_blank_message(*numbers):
    return mean(*numbers) if numbers else raising(ValueError(" "))


# 1.5.9


def taxed(price, rate=0.16):
    if rate < 0 or rate > 1:
        raise ValueError(f"la tasa va de 0 a 1, y llegó {rate}")
    return round(price * (1 + rate), 2)


def taxed_adding(price, rate=0.16):
    if not 0 <= rate <= 1:
        raise ValueError("esa tasa no es una fracción")
    return round(price + price * rate, 2)


def taxed_never_zero(price, rate=0.16):
    return taxed(price, rate) if rate > 0 else raising(ValueError("la tasa debe ser positiva"))


def taxed_with_assert(price, rate=0.16):
    if rate > 1:
        raise AssertionError("tasa")
    return taxed(price, rate)


# 1.5.10 y 1.5.11


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
    "1.5.1": [BUILTINS, (np.int64(6), np.float64(1949.6), 1437.5, 310)],
    "1.5.2": [
        (lambda amount: amount * 0.02 + 0.30,),
        (lambda amount: 0.3 + 2 * amount / 100,),
        (lambda amount: round(amount * 0.02 + 0.3, 2),),
    ],
    "1.5.3": [
        (mask,),
        (mask_with_loop,),
        (lambda n, visibles=4: n[-visibles:].rjust(len(n), "*"),),
    ],
    "1.5.4": [
        (lambda limit, *amounts: len([a for a in amounts if a > limit]),),
        (lambda limit, *amounts: sum(a > limit for a in amounts),),
    ],
    "1.5.5": [(suspicious,), (suspicious_with_ifs,)],
    "1.5.6": [(to_number,), (partial(or_else, fallback=None),)],
    "1.5.7": [(area,), (lambda base, altura=None: base * (base if altura is None else altura),)],
    "1.5.8": [(mean,), (mean_from_zero_division,)],
    "1.5.9": [(taxed,), (taxed_adding,)],
    "1.5.10": [(double,), (double_adding_digits,), (lambda d: [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][d],)],
    "1.5.11": [(luhn,), (luhn_with_slices,), (luhn_with_flag,)],
}

WRONG = {
    "1.5.1": [
        ((len, 1949.6, 1437.5, 310), "cuantos es una función sin llamar"),
        ((6, 1949.6, 1437.5, sorted), "segundo_mayor es una función"),
        ((6.0, 1949.6, 1437.5, 310), "número entero"),
        ((5, 1949.6, 1437.5, 310), "última posición"),
        ((7, 1949.6, 1437.5, 310), "cuantos no es"),
        ((6, "1949.6", 1437.5, 310), "total debe ser un número"),
        ((6, 1949.6 / 6, 1437.5, 310), "promedio"),
        ((6, 1950, 1437.5, 310), "total no es"),
        ((6, 1949.6, None, 310), "llegó None"),
        ((6, 1949.6, -1437.5, 310), "al revés"),
        ((6, 1949.6, 64.2 - 23.0, 310), "primero y el último"),
        ((6, 1949.6, 23.0 - 64.2, 310), "primero y el último"),
        ((6, 1949.6, 1450, 310), "diferencia no es"),
        ((6, 1949.6, 1437.5, [12.5, 23.0]), "debe ser un número"),
        ((6, 1949.6, 1437.5, 1450.0), "el que le sigue"),
        ((6, 1949.6, 1437.5, 89.9), "penúltimo"),
        ((6, 1949.6, 1437.5, 23.0), "de menor a mayor"),
        ((6, 1949.6, 1437.5, 12.5), "de menor a mayor"),
        ((6, 1949.6, 1437.5, 64.2), "segundo_mayor no es"),
    ],
    "1.5.2": [
        ((1.3,), "debe ser una función"),
        ((lambda: 1.3,), "TypeError"),
        ((lambda amount: f"{amount * 0.02 + 0.3} €",), "devuelve un texto"),
        ((lambda amount: None,), "print"),
        ((lambda amount: amount * 0.02,), "Falta la parte fija"),
        ((lambda amount: amount * 2 + 0.3,), "el 2 % es 0.02"),
        ((lambda amount: amount * 0.02 + 30,), "no 30 €"),
        ((lambda amount: amount * 1.02 + 0.3,), "solo el recargo"),
        ((lambda amount: amount * (0.02 + 0.3),), "se suman al final"),
        ((lambda amount: amount * 0.2 + 0.3,), "20 %"),
        ((lambda amount: 7,), "recargo(50) no es"),
        ((lambda amount: 1.3,), "¿usas el parámetro importe?"),
        ((lambda amount: amount * 0.02 + 0.3 if amount else 1 / amount,), "ZeroDivisionError"),
    ],
    "1.5.3": [
        (("****",), "debe ser una función"),
        ((lambda number: number,), "no tapa nada"),
        ((lambda number, visible=4: None,), "llegó None"),
        ((lambda number, visible: mask(number, visible),), "TypeError"),
        ((lambda number, visible=4: number[-4:],), "faltan, delante"),
        ((lambda number, visible=4: "*" * (len(number) - visible),), "faltan las cuatro últimas"),
        ((lambda number, visible=4: number[:4] + "*" * 12,), "se tapan las primeras"),
        ((lambda number, visible=4: "*" * visible + number[visible:],), "se tapan las primeras"),
        ((lambda number, visible=4: "*" * visible + number[-visible:],), "igual de largo"),
        ((lambda number, visible=4: "x" * 12 + number[-visible:],), "no es el valor pedido"),
        ((lambda number, visible=4: mask(number),), "¿Usas el parámetro visibles?"),
        ((lambda number: mask(number),), "TypeError"),
        ((lambda number, visible=4: "*" * 12 + number[-visible:],), "len(numero) y visibles"),
        (
            (lambda number, visible=4: mask(number, visible) if visible != 2 else None,),
            "llegó None",
        ),
        (
            (lambda number, visible=4: mask(number, visible) if visible != 2 else "67",),
            "debe tener 16 caracteres",
        ),
        (
            (lambda number, visible=4: mask(number, visible) if visible != 2 else "0" * 16,),
            'enmascarar("4539148803436467", 2) no es',
        ),
    ],
    "1.5.4": [
        ((2,), "debe ser una función"),
        ((lambda limit, amounts: 2,), "TypeError"),
        ((lambda limit, *amounts: [a for a in amounts if a > limit],), "Te falta len"),
        ((lambda limit, *amounts: None,), "print"),
        ((lambda limit, *amounts: sum(a >= limit for a in amounts),), "usa > y no >="),
        ((lambda limit, *amounts: len(amounts),), "los cuentas todos"),
        ((lambda limit, *amounts: sum(a for a in amounts if a > limit),), "sumas los importes"),
        ((lambda limit, *amounts: next(1 for a in amounts if a > limit),), "en el primero"),
        ((lambda limit, *amounts: 0,), "en la primera vuelta"),
        ((lambda limit, *amounts: 17,), "no es el valor pedido"),
        ((lambda limit, *amounts: sum(a > 1000 for a in amounts),), "un 1000 fijo"),
        (
            (lambda limit, *amounts: sum(a > limit for a in amounts) if amounts else -1,),
            "no recibe ningún importe",
        ),
        (
            (lambda limit, *amounts: sum(a > limit for a in amounts if a > 0),),
            "contar_altos(-5, -9, 0) no es",
        ),
    ],
    "1.5.5": [
        ((True,), "debe ser una función"),
        ((lambda payment: True,), "no se cumple ninguna regla"),
        ((lambda payment, limit=1000: sum(rules(payment, limit)),), "cuántas reglas"),
        ((lambda payment, limit=1000: "sí",), "debe ser un booleano"),
        ((lambda payment, limit=1000: None,), "print"),
        ((lambda payment, limit=1000: payment["precio"],), "KeyError"),
        ((suspicious_spoiling,), "solo tiene que mirarlo"),
        ((lambda payment, limit=1000: any(rules(payment, limit)),), "con una sola regla no basta"),
        ((lambda payment, limit=1000: all(rules(payment, limit)),), "bastan dos reglas"),
        ((lambda payment, limit=1000: False,), "se cumplen las tres"),
        ((suspicious_from_1000,), "1000 justos"),
        ((suspicious_from_six,), "ya no son madrugada"),
        ((lambda payment, limit=1000: suspicious(payment),), "¿usas el parámetro limite?"),
        ((suspicious_undocumented,), "falta la docstring"),
        ((suspicious_with_short_docstring,), "falta la docstring"),
    ],
    "1.5.6": [
        ((12.5,), "debe ser una función"),
        ((lambda: None,), "TypeError"),
        ((float,), "ValueError"),
        ((lambda text: None,), "¿Usaste int"),
        ((partial(or_else, fallback=None, convert=int),), "¿Usaste int"),
        ((lambda text: text,), "convertirlo con float"),
        ((lambda text: [12.5],), "debe ser un número"),
        ((lambda text: 12.0,), "no es el valor pedido"),
        ((partial(or_else, fallback="None"),), "sin comillas"),
        ((partial(or_else, fallback=0),), "parece un dato de verdad"),
        ((partial(or_else, fallback=[]),), "debe dar None"),
        ((int_when_possible,), "número decimal (float)"),
        ((only_digits,), "llegó None"),
        ((lambda text: 89.5 if text == "89" else to_number(text),), 'a_numero("89") no es'),
    ],
    "1.5.7": [
        ((12,), "debe ser una función"),
        ((lambda base: base,), "TypeError"),
        ((lambda base, altura=None: "12",), "debe ser un número"),
        ((lambda base, altura=None: 2 * (base + altura),), "perímetro"),
        ((lambda base, altura=None: base + altura,), "has sumado"),
        ((lambda base, altura=None: base * altura / 2,), "triángulo"),
        ((lambda base, altura=None: base * base,), "aquí sí se dio la altura"),
        ((lambda base, altura=None: 13,), "area(3, 4) no es"),
        ((lambda base, altura=None: base * altura,), "TypeError"),
        ((area_doubling,), "un cuadrado de lado 5"),
        ((lambda base, altura=1: base * altura,), "area(5) no es"),
        ((area_falsy,), "tratas el 0 como si faltara"),
        ((lambda base, altura=None: area(base, altura) or None,), "llegó None"),
        ((lambda base, altura=None: area(base, altura) or 1,), "area(3, 0) no es"),
        ((lambda base, altura=None: area(base, altura) // 1 + (base == 2.5),), "area(2.5, 4)"),
    ],
    "1.5.8": [
        ((6.75,), "debe ser una función"),
        ((lambda numbers: 6.75,), "TypeError"),
        ((lambda *numbers: None,), "print"),
        ((lambda *numbers: sum(numbers),), "falta dividirla"),
        ((lambda *numbers: sum(numbers) / 2,), "divides entre 2"),
        ((lambda *numbers: sum(numbers) // len(numbers),), "usas //"),
        ((lambda *numbers: statistics.median(numbers),), "mediana"),
        ((lambda *numbers: numbers[0] / len(numbers),), "primera vuelta"),
        ((lambda *numbers: 5,), "promedio(6, 8, 10, 3) no es"),
        ((lambda *numbers: 6.75,), "promedio(7) no es"),
        ((lambda *numbers: sum(numbers) / (4 if len(numbers) > 1 else 1),), "entre 4"),
        ((lambda *numbers: sum(numbers) / len(numbers),), "ZeroDivisionError. Se pide"),
        ((partial(mean_or, 0),), "devolvió 0"),
        ((partial(mean_or, None),), "devolvió None"),
        ((partial(mean_or, lambda: raising(SystemExit())),), "SystemExit"),
        ((mean_silent,), "sin mensaje"),
        ((mean_blank_message,), "sin mensaje"),
    ],
    "1.5.9": [
        ((116,), "debe ser una función"),
        ((lambda price, rate: taxed(price, rate),), "TypeError"),
        ((lambda price: None,), "print"),
        ((lambda price, rate=0.16: f"{price * (1 + rate):.2f}",), "devuelve un texto"),
        ((lambda price, rate=0.16: round(price * rate, 2),), "solo el impuesto"),
        ((lambda price, rate=0.16: price + rate,), "sumaste la tasa"),
        ((lambda price, rate=0.16: price * (1 - rate),), "has restado"),
        ((lambda price, rate=0.16: price * (1 + 100 * rate),), "ya es una fracción"),
        ((lambda price, rate=0.21: price * (1 + rate),), "por defecto de tasa"),
        ((lambda price, rate=0.16: 3,), "precio_con_impuesto(100) no es"),
        ((lambda price, rate=0.16: taxed(price),), "un 0.16 fijo"),
        ((lambda price: taxed(price),), "TypeError"),
        ((lambda price, rate=0.16: price * 1.16 + rate - 0.16,), "(100, 0.21) no es"),
        ((lambda price, rate=0.16: round(price * (1 + rate)),), "redondeas a enteros"),
        ((lambda price, rate=0.16: price * (1 + rate),), "falta redondear"),
        ((lambda price, rate=0.16: round(price * (1 + rate), 1),), "(19.99) no es"),
        ((taxed_never_zero,), "la tasa debe ser positiva"),
        ((lambda price, rate=0.16: taxed(price, rate or 0.16),), "(100, 0) no es"),
        ((lambda price, rate=0.16: round(price * (1 + rate), 2),), "devolvió 2200"),
        ((taxed_with_assert,), "AssertionError. Se pide"),
        ((lambda price, rate=0.16: taxed(price, abs(rate)),), "(100, -0.1) debe lanzar"),
    ],
    "1.5.10": [
        ((7,), "debe ser una función"),
        ((lambda digit: str(2 * digit),), "debe ser un número"),
        ((lambda digit: None,), "print"),
        ((lambda digit: digit * digit,), "cuadrado"),
        ((lambda digit: 2 * digit,), "falta restarle 9"),
        ((lambda digit: 2 * digit if digit < 6 else 2 * digit - 9,), "pasa de 9"),
        ((lambda digit: 2 * digit % 10,), "no 10"),
        ((lambda digit: 2 * digit - 9,), "solo cuando el doble pasa de 9"),
        ((lambda digit: 2 * digit % 9,), "doblar(9) no es"),
    ],
    "1.5.11": [
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
        ((lambda number: luhn_total(number) == luhn_total(CARD),), "¿Comparas la suma"),
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

TestContract = make_contract("lesson_15", GOOD, WRONG)


@pytest.mark.parametrize(
    ("exercise_id", "call"),
    [("1.5.4", lambda limite, *importes: ...), ("1.5.8", lambda *numeros: ...)],
)
def test_a_blank_function_is_unanswered(exercise_id, call):
    assert evaluate(exercise_id, call).status is Status.UNANSWERED


def test_luhn_tells_what_it_detects():
    outcome = evaluate("1.5.11", luhn)
    assert "144 errores" in outcome.text
    assert "14 intercambios" in outcome.text
