"""Los números, escritos con palabras: no hay archivo, se escriben cuando se piden."""

from __future__ import annotations

from course_utils.arguments.numbers import check_integer

_UNDER_30 = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_BY_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_BY_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)
_ONES, _TENS, _HUNDREDS = _UNDER_30.split(), _BY_TENS.split(), _BY_HUNDREDS.split()
_LARGEST = 999_999


def number_to_words(number: int) -> str:
    """Escribe un número con palabras, como se lee en español.

    Parameters
    ----------
    number : int
        De 0 a 999 999.

    Returns
    -------
    str
        En minúsculas y con sus tildes. Ningún número se escribe igual que otro.

    Raises
    ------
    TypeError
        No es un entero.
    ValueError
        Es negativo, o de un millón en adelante.

    Notes
    -----
    Delante de «mil», «uno» pierde la «o»: veintiún mil, ciento un mil. Y mil no lleva «un» delante.

    Examples
    --------
    >>> number_to_words(416_000)
    'cuatrocientos dieciséis mil'
    >>> number_to_words(21_101)
    'veintiún mil ciento uno'
    """
    check_integer(number, "number")
    if not 0 <= number <= _LARGEST:
        raise ValueError(f"number={number}: debe estar entre 0 y {_LARGEST}.")
    if number == 0:
        return _ONES[0]
    thousands, rest = divmod(int(number), 1000)
    words = []
    if thousands:
        words = ["mil"] if thousands == 1 else [_before_a_noun(_below_1000(thousands)), "mil"]
    if rest:
        words.append(_below_1000(rest))
    return " ".join(words)


def _below_1000(number):
    """De 1 a 999."""
    if number == 100:
        return "cien"
    hundreds, rest = divmod(number, 100)
    words = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if 0 < rest < 30:
        words.append(_ONES[rest])
    elif rest:
        tens, ones = divmod(rest, 10)
        words += [_TENS[tens - 3], *(["y", _ONES[ones]] if ones else [])]
    return " ".join(words)


def _before_a_noun(words):
    if words.endswith("veintiuno"):
        return words.removesuffix("uno") + "ún"
    return words.removesuffix("o") if words.endswith("uno") else words
