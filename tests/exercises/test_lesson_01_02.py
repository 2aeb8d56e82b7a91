"""Contrato de los ejercicios de la lección 1.2, texto."""

import unicodedata

import numpy as np
from contract import make_contract


def separated(text):
    """El mismo texto, con las tildes sueltas, como lo escriben algunos teclados."""
    return unicodedata.normalize("NFD", text)


LINE = "Electrónica Delta: 249.90 €"
ROWS = ("Panadería Sol      12.50", "Librería Norte    249.90", "Viajes Aurora    1180.00")
TABLE = "\n".join(ROWS)
LETTERS = "acasohubobuhosaca"


def table_with(number, line):
    rows = list(ROWS)
    rows[number] = line
    return "\n".join(rows)


GOOD = {
    "1.2.1": [("RECIBO\n============",)],
    "1.2.2": [("08/03/2025",)],
    "1.2.3": [("Librería Norte",), (separated("Librería Norte"),)],
    "1.2.4": [(LINE,), (separated(LINE),), (np.str_(LINE),)],
    "1.2.5": [("Ó.I.",), (separated("Ó.I."),)],
    "1.2.6": [("**** **** **** 6467",)],
    "1.2.7": [(TABLE,), (separated(TABLE),)],
    "1.2.8": [("merida",)],
    "1.2.9": [(15,), (np.int64(15),)],
    "1.2.10": [(LETTERS, True)],
}

WRONG = {
    "1.2.1": [
        ((None,), "lo que devuelve print"),
        (("recibo".upper,), "paréntesis"),
        ((12,), "es un número"),
        ((["RECIBO", "=" * 12],), "debe ser un texto"),
        (("RECIBO\\n============",), "una sola barra"),
        (("RECIBO/n============",), "es la otra"),
        (("RECIBO============",), "una sola línea"),
        (("\nRECIBO\n============\n",), "Tiene 4 líneas"),
        (("RECIBO \n============",), "algún espacio"),
        (("RECIBO\n ============",), "algún espacio"),
        (("Recibo\n============",), "debe ser RECIBO"),
        (("RECIBO\n------------",), "solo signos ="),
        (("RECIBO\n",), "solo signos ="),
        (("RECIBO\n" + "=" * 13,), "tiene 13 signos"),
    ],
    "1.2.2": [
        ((20250308,), "es un número"),
        (("-08/-03/2025",), "algún guion"),
        (("08-03-2025",), "algún guion"),
        (("08 / 03 / 2025",), "algún espacio"),
        (("08032025",), "lleva 0"),
        (("08/0/2025",), "no incluye el índice b"),
        (("08/03/2024",), "no es el valor pedido"),
    ],
    "1.2.3": [
        (("x".title,), "paréntesis"),
        (("  LIBRERÍA_NORTE  ",), "hay que guardar"),
        (("Librería Norte ",), "espacios en los extremos"),
        (("Librería_Norte",), "guion bajo"),
        (("LibreríaNorte",), "va un espacio"),
        (("Libreria Norte",), "la tilde"),
        (("Librería norte",), "title()"),
        (("LIBRERÍA NORTE",), "title()"),
        (("Librería Sur",), "no es el valor pedido"),
    ],
    "1.2.4": [
        (("{nombre}: {importe_pago:.2f} €",), "falta la f"),
        (("nombre: 249.90 €",), "no su valor"),
        (("Electrónica Delta: 249,90 €",), "llevan punto"),
        (("Electrónica Delta: 249.9 €",), "dos decimales"),
        (("Electrónica Delta: 249.900000 €",), "dos decimales"),
        (("Electrónica Delta: 250 €",), "Falta el importe"),
        (("Delta: 249.90 €",), "Falta el comercio"),
        (("Electrónica Delta: 249.90",), "signo €"),
        (("Electrónica Delta : 249.90€",), "Mira los signos"),
    ],
    "1.2.5": [
        ((None,), "lo que devuelve print"),
        (("Ó. I.",), "sin espacios"),
        (("ó.i.",), "en mayúscula"),
        (("Óscar",), "no es el valor pedido"),
    ],
    "1.2.6": [
        ((6467,), "es un número"),
        (("4539 1488 0343 6467",), "el número entero"),
        (("**** **** 0343 6467",), "hay que tapar"),
        (("**** **** **** 646",), "sin segundo número"),
        (("XXXX XXXX XXXX 6467",), "con asteriscos"),
        (("**** **** 6467",), "Hay 8 asteriscos"),
        (("************6467",), "Faltan espacios"),
        (("**** **** ****  6467",), "no es el valor pedido"),
    ],
    "1.2.7": [
        ((list(ROWS),), "debe ser un texto"),
        (("{comercio_1:<16}{importe_1:8.2f}",), "falta la f"),
        (("\\n".join(ROWS),), "una sola barra"),
        (("/n".join(ROWS),), "una sola barra"),
        (("".join(ROWS),), "1 línea(s)"),
        ((TABLE + "\n",), "4 línea(s)"),
        ((f"\n{TABLE}\n",), "5 línea(s)"),
        (("\n".join(reversed(ROWS)),), "no está en su orden"),
        ((table_with(1, f"{'Librería Norte':<16}{'249.9':>8}"),), "249.90: usa .2f"),
        ((table_with(0, f"{'Panadería Sol':<16}{12.5:8.4f}"),), "12.50: usa .2f"),
        ((table_with(0, f"{'Panadería Sol':>16}{12.5:8.2f}"),), "a la izquierda"),
        ((table_with(2, f"{'Viajes Aurora':<16}{1180:<8.2f}"),), "a la derecha"),
        ((table_with(2, f"{'Viajes Aurora':<16} {1180:8.2f}"),), "hay 25 caracteres"),
        ((table_with(0, f"{'Panadería Sol':.<16}{12.5:8.2f}"),), "solo puede haber espacios"),
    ],
    "1.2.8": [
        (("x".casefold,), "paréntesis"),
        (("MÉRIDA",), "tal como venía"),
        (("MERIDA",), "casefold()"),
        ((separated("mérida"),), "tiene 7 caracteres"),
        (("mérida",), "sigue entera"),
        (("meridá",), "no es el valor pedido"),
    ],
    "1.2.9": [
        (("15",), "Eso es un texto"),
        (([15],), "debe ser un número"),
        ((15.0,), "número entero"),
        ((13,), "no es el valor pedido"),
    ],
    "1.2.10": [
        ((None, True), "lo que devuelve print"),
        (("Acasohubobuhosaca", True), "mayúscula"),
        (("acaso hubo buhos aca", True), "espacios"),
        (("acasohubobuhosaca?", True), "algún signo"),
        ((separated("acasohubobúhosacá"), True), "siguen ahí"),
        (("acasohubobúhosacá", True), "vocales con tilde"),
        (("acasohubobhosac", True), "17 letras"),
        ((LETTERS, LETTERS), "falta compararlo"),
        ((LETTERS, None), "sin print"),
        ((LETTERS, "True"), "booleano"),
        ((LETTERS, False), "Compáralas a ellas"),
    ],
}


def test_the_wrong_counts_are_the_ones_the_mistakes_give():
    """Cada cuenta que el corrector reconoce es la que da de verdad ese descuido."""
    text = "El pingüino pidió UN té y Óscar, AGUA"
    split = separated(text)

    def count(source, letters):
        return sum(source.count(letter) for letter in letters)

    assert count(split.casefold(), "aeiou") == 15
    assert count(split, "aeiou") == 9
    assert count(text.lower(), "aeiou") == 11
    assert count(text, "aeiou") == 6
    assert count(text.lower(), "aeiouáéíóú") == 14
    assert count(split.casefold(), "aeiouy") == 16
    assert len(text) == 37


TestContract = make_contract("lesson_01_02", GOOD, WRONG)
