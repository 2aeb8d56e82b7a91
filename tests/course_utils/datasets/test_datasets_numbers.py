"""Los números con palabras: los casos que se escriben distinto, y que no haya dos iguales."""

import numpy as np
import pytest

import course_utils
from course_utils.datasets import number_to_words


def test_it_is_public():
    assert course_utils.number_to_words is number_to_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "cero"),
        (1, "uno"),
        (11, "once"),
        (16, "dieciséis"),
        (20, "veinte"),
        (21, "veintiuno"),
        (22, "veintidós"),
        (23, "veintitrés"),
        (26, "veintiséis"),
        (30, "treinta"),
        (31, "treinta y uno"),
        (99, "noventa y nueve"),
        (100, "cien"),
        (101, "ciento uno"),
        (111, "ciento once"),
        (121, "ciento veintiuno"),
        (200, "doscientos"),
        (500, "quinientos"),
        (555, "quinientos cincuenta y cinco"),
        (700, "setecientos"),
        (900, "novecientos"),
        (999, "novecientos noventa y nueve"),
        (1000, "mil"),
        (1001, "mil uno"),
        (1100, "mil cien"),
        (2000, "dos mil"),
        (2021, "dos mil veintiuno"),
        (11_000, "once mil"),
        (21_000, "veintiún mil"),
        (21_021, "veintiún mil veintiuno"),
        (31_001, "treinta y un mil uno"),
        (91_000, "noventa y un mil"),
        (100_000, "cien mil"),
        (100_100, "cien mil cien"),
        (101_000, "ciento un mil"),
        (111_000, "ciento once mil"),
        (121_121, "ciento veintiún mil ciento veintiuno"),
        (200_001, "doscientos mil uno"),
        (416_000, "cuatrocientos dieciséis mil"),
        (500_500, "quinientos mil quinientos"),
        (731_000, "setecientos treinta y un mil"),
        (999_999, "novecientos noventa y nueve mil novecientos noventa y nueve"),
        (np.int64(7), "siete"),
    ],
)
def test_numbers(number, words):
    assert number_to_words(number) == words


def test_no_two_numbers_are_written_the_same():
    # Lo de antes de «mil» y lo de después se escriben por separado: basta con mil de cada lado.
    assert len({number_to_words(number) for number in range(1000)}) == 1000
    assert len({number_to_words(number) for number in range(0, 1_000_000, 1000)}) == 1000
    for number in range(7, 1_000_000, 977):
        thousands, rest = divmod(number, 1000)
        parts = [number_to_words(1000 * thousands)] if thousands else []
        parts += [number_to_words(rest)] if rest else []
        assert number_to_words(number) == " ".join(parts)


@pytest.mark.parametrize("number", ["tres", 3.0, None, True, [3]])
def test_something_that_is_not_an_integer(number):
    with pytest.raises(TypeError, match="number debe ser un entero"):
        number_to_words(number)


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_a_number_out_of_range(number):
    with pytest.raises(ValueError, match="entre 0 y 999999"):
        number_to_words(number)
