"""Contrato de los ejercicios de la lección 1.8, errores previstos."""

import math
from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from contract import make_contract

from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.lesson_01_08 import DEFECTS


def raising(error):
    raise error


def rules(payment, limit=1000):
    return [payment["importe"] > limit, payment["hora"] < 6, payment["pais"] != "MX"]


def suspicious(payment, limit=1000):
    """Dice si el pago cumple al menos dos reglas."""
    return sum(rules(payment, limit)) >= 2


def suspicious_with_ifs(payment, limit=1000):
    """Dice si un pago merece una llamada."""
    big, night, abroad = rules(payment, limit)
    return (big and night) or (big and abroad) or (night and abroad)


def suspicious_with_numpy(payment, limit=1000):
    """Cuenta las reglas con NumPy, que responde con su propio booleano."""
    return np.sum(rules(payment, limit)) >= 2


def suspicious_undocumented(payment, limit=1000):
    return suspicious(payment, limit)


def suspicious_with_short_docstring(payment, limit=1000):
    """Sospechoso."""
    return suspicious(payment, limit)


def suspicious_spoiling(payment, limit=1000):
    payment["sospechoso"] = suspicious(payment, limit)
    return payment["sospechoso"]


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


def area(base, height=None):
    if height is None:
        height = base
    return base * height


def mean(*numbers):
    if not numbers:
        raise ValueError("promedio necesita al menos un número")
    return sum(numbers) / len(numbers)


def mean_from_zero_division(*numbers):
    try:
        return sum(numbers) / len(numbers)
    except ZeroDivisionError:
        raise ValueError("no hay números") from None


def mean_of_fractions(*numbers):
    if not numbers:
        raise ValueError("no hay números")
    return sum(map(Fraction, numbers)) / len(numbers)


def mean_or(fallback, *numbers):
    return mean(*numbers) if numbers else fallback() if callable(fallback) else fallback


def mean_silent(*numbers):
    if not numbers:
        raise ValueError
    return mean(*numbers)


def mean_blank_message(*numbers):
    return mean(*numbers) if numbers else raising(ValueError(" "))


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


def four_cases(shipping):
    assert shipping(20) == 5
    assert shipping(49.99) == 5
    assert shipping(50) == 0
    assert shipping(120) == 0


def cases_in_a_loop(shipping):
    """Otra manera, con más casos y comparando decimales como se debe."""
    for amount, cost in ((0, 5), (49.5, 5), (50, 0), (50.01, 0), (500, 0)):
        assert math.isclose(shipping(amount), cost), f"falla con {amount}"
    return True


def only(*cases):
    """Unas pruebas con esos casos y ninguno más."""

    def probar(shipping):
        for amount, cost in cases:
            assert shipping(amount) == cost

    return probar


def printing(shipping):
    if shipping(50) != 0:
        print("falla")
    return shipping(50) == 0


def summary(texts):
    numbers = [number for number in map(to_number, texts) if number is not None]
    if not numbers:
        raise ValueError("no hay ningún número")
    return sum(numbers), len(texts) - len(numbers)


def summary_with_counter(texts):
    total, bad = 0, 0
    for text in texts:
        try:
            total += float(text)
        except ValueError:
            bad += 1
    if bad == len(texts):
        raise ValueError("nada que sumar")
    return [total, bad]


def summary_never_failing(texts):
    try:
        return summary(texts)
    except ValueError:
        return 0, len(texts)


def summary_refusing_zero(texts):
    total, bad = summary(texts)
    return (total, bad) if total else raising(ValueError("no hay nada que sumar"))


def summary_spoiling(texts):
    texts.append("fin")
    return summary(texts[:-1])


GOOD = {
    "1.8.1": [(suspicious,), (suspicious_with_ifs,), (suspicious_with_numpy,)],
    "1.8.2": [(to_number,), (partial(or_else, fallback=None),)],
    "1.8.4": [(area,), (lambda base, altura=None: base * (base if altura is None else altura),)],
    "1.8.5": [(mean,), (mean_from_zero_division,), (mean_of_fractions,)],
    "1.8.6": [(taxed,), (taxed_adding,)],
    "1.8.3": [(four_cases,), (cases_in_a_loop,)],
    "1.8.7": [(summary,), (summary_with_counter,)],
}

WRONG = {
    "1.8.1": [
        ((True,), "debe ser una función"),
        ((lambda payment: True,), "no se cumple ninguna regla"),
        ((lambda payment, limit=1000: "sí",), "debe ser un booleano"),
        ((lambda payment, limit=1000: None,), "print"),
        ((lambda payment, limit=1000: payment["precio"],), "KeyError"),
        ((suspicious_spoiling,), "solo tiene que mirarlo"),
        ((lambda payment, limit=1000: any(rules(payment, limit)),), "con una sola regla no basta"),
        ((lambda payment, limit=1000: all(rules(payment, limit)),), "bastan dos reglas"),
        ((lambda payment, limit=1000: False,), "se cumplen las tres"),
        ((suspicious_undocumented,), "falta la docstring"),
        ((suspicious_with_short_docstring,), "falta la docstring"),
    ],
    "1.8.2": [
        ((12.5,), "debe ser una función"),
        ((lambda: None,), "TypeError"),
        ((float,), "ValueError"),
        ((lambda text: None,), "int no admite decimales"),
        ((partial(or_else, fallback=None, convert=int),), "int no admite decimales"),
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
    "1.8.4": [
        ((12,), "debe ser una función"),
        ((lambda base: base,), "TypeError"),
        ((lambda base, altura=None: "12",), "debe ser un número"),
        ((lambda base, altura=None: 13,), "area(3, 4) no es"),
        ((lambda base, altura=None: base * altura,), "TypeError"),
        ((lambda base, altura=1: base * altura,), "area(5) no es"),
        ((lambda base, altura=None: area(base, altura) or None,), "llegó None"),
        ((lambda base, altura=None: area(base, altura) or 1,), "area(3, 0) no es"),
        ((lambda base, altura=None: area(base, altura) // 1 + (base == 2.5),), "area(2.5, 4)"),
    ],
    "1.8.5": [
        ((6.75,), "debe ser una función"),
        ((lambda numbers: 6.75,), "TypeError"),
        ((lambda *numbers: None,), "print"),
        ((lambda *numbers: 5,), "promedio(6, 8, 10, 3) no es"),
        ((lambda *numbers: 6.75,), "promedio(7) no es"),
        ((lambda *numbers: sum(numbers) / len(numbers),), "ZeroDivisionError. Se pide"),
        ((partial(mean_or, 0),), "devolvió 0"),
        ((partial(mean_or, None),), "devolvió None"),
        ((partial(mean_or, lambda: raising(SystemExit())),), "SystemExit"),
        ((mean_silent,), "sin mensaje"),
        ((mean_blank_message,), "sin mensaje"),
    ],
    "1.8.6": [
        ((116,), "debe ser una función"),
        ((lambda price, rate: taxed(price, rate),), "TypeError"),
        ((lambda price: None,), "print"),
        ((lambda price, rate=0.16: f"{price * (1 + rate):.2f}",), "devuelve un texto"),
        ((lambda price, rate=0.16: 3,), "precio_con_impuesto(100) no es"),
        ((lambda price: taxed(price),), "TypeError"),
        ((lambda price, rate=0.16: price * 1.16 + rate - 0.16,), "(100, 0.21) no es"),
        ((lambda price, rate=0.16: round(price * (1 + rate), 1),), "(19.99) no es"),
        ((taxed_never_zero,), "la tasa debe ser positiva"),
        ((lambda price, rate=0.16: round(price * (1 + rate), 2),), "devolvió 2200"),
        ((taxed_with_assert,), "AssertionError. Se pide"),
        ((lambda price, rate=0.16: taxed(price, abs(rate)),), "(100, -0.1) debe lanzar"),
    ],
    "1.8.3": [
        ((True,), "debe ser una función"),
        ((lambda: None,), "TypeError"),
        ((lambda shipping: shipping(20) / 0,), "ZeroDivisionError"),
        ((only((50, 5)),), "da por mala la función correcta"),
        ((only(),), "no cobra el envío a nadie"),
        ((printing,), "no cobra el envío a nadie"),
        ((only((20, 5)),), "a todo el mundo"),
        ((only((20, 5), (120, 0)),), "a una compra de 50 euros justos"),
        ((only((20, 5), (50, 0), (120, 0)),), "regala el envío desde los 49"),
        ((only((20, 5), (49.99, 5), (50, 0)),), "solo regala el envío a los 50 euros justos"),
        ((only((49.99, 5), (50, 0), (120, 0)),), "a las compras pequeñas"),
    ],
    "1.8.7": [
        (((2150.5, 3),), "debe ser una función"),
        ((lambda texts: 2150.5,), "dos cosas separadas por una coma"),
        ((lambda texts: ("2150.5", 3),), "suma debe ser un número"),
        ((lambda texts: (2150.5, 3.0),), "malos debe ser un número entero"),
        ((lambda texts: (sum(map(float, texts)), 0),), "ValueError"),
        ((lambda texts: (2150.5, 3),), "suma no es el valor pedido"),
        ((summary_spoiling,), "cambia la lista que recibe"),
        ((summary_refusing_zero,), "no hay nada que sumar"),
        ((summary_never_failing,), "debe lanzar un ValueError y devolvió (0, 3)"),
    ],
}

EQUIVALENT = {
    "1.8.3": dict.fromkeys(
        (
            *(f"`20` por `{other}` (línea 2)" for other in (0, 19, 21)),
            *(f"`120` por `{other}` (línea 5)" for other in (119, 121, 240)),
        ),
        "otra compra pequeña, u otra grande, prueba lo mismo",
    ),
    "1.8.7": {
        "lo que devuelve, redondeado a 2 decimales": "son euros: el céntimo es lo que cuenta"
    },
    "1.8.1": dict.fromkeys(
        (
            "`es_de_madrugada(pago)` delante de `pago['importe'] > limite` (línea 3)",
            "`viene_de_fuera(pago)` delante de `es_de_madrugada(pago)` (línea 3)",
        ),
        "se cuentan: el orden no importa",
    ),
    "1.8.6": {
        "lo que devuelve, redondeado a 2 decimales": "ya son dos decimales: es lo que se pide",
    },
}

TestContract = make_contract("lesson_01_08", GOOD, WRONG, EQUIVALENT)


@pytest.mark.parametrize(
    ("exercise_id", "function"),
    [("1.8.3", lambda envio: ...), ("1.8.5", lambda *numeros: ...)],
)
def test_a_blank_function_is_unanswered(exercise_id, function):
    assert evaluate(exercise_id, function).status is Status.UNANSWERED


@pytest.mark.parametrize("position", range(len(DEFECTS)))
def test_each_defective_function_is_caught_by_good_tests(position):
    with pytest.raises(AssertionError):
        four_cases(DEFECTS[position][0])
