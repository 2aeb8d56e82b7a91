"""Números: los mensajes que comparten muchas funciones dicen qué llegó, dónde y qué hacer."""

import numpy as np
import pytest

from course_utils.arguments.numbers import (
    check_finite,
    check_position,
    check_sample,
    without_last_axis,
)


@pytest.mark.parametrize(
    ("array", "message"),
    [
        ([1.0, np.nan], r"^w contiene nan en la posición 1; se esperan números finitos\. Repásalo"),
        ([[1.0, 2.0], [-np.inf, np.nan]], r"^w contiene -inf en la posición \(1, 0\);"),
    ],
)
def test_what_is_not_finite_is_named_with_its_place(array, message):
    with pytest.raises(ValueError, match=message):
        check_finite(np.array(array), "w", advice=" Repásalo")


def test_missing_values_may_be_allowed_but_never_infinite_ones():
    array = np.array([np.nan, 2.0])
    assert check_finite(array, "w", allow_nan=True) is array
    with pytest.raises(ValueError, match="contiene inf en la posición 1"):
        check_finite(np.array([np.nan, np.inf]), "w", allow_nan=True)


def test_positions_and_samples_start_at_zero_and_end_before_the_count():
    for check, missing in [
        (lambda i: check_position(i, 3, "row", "filas"), "row es 3 y hay 3 filas: van de 0 a 2"),
        (lambda i: check_sample(i, 3), "No existe la muestra 3: hay 3, numeradas de 0 a 2"),
    ]:
        for i in (0, 2, np.int64(1)):
            check(i)
        with pytest.raises(IndexError, match=missing):
            check(3)
        with pytest.raises(IndexError):
            check(-1)  # Python empezaría por el final
        with pytest.raises(TypeError, match=r"debe ser un entero; llegó True \(bool\)"):
            check(True)


@pytest.mark.parametrize("shape", [(3, 2), (1, 3), (3, 1, 1), (3,), ()])
def test_only_a_column_loses_its_axis(shape):
    array = np.zeros(shape)
    assert without_last_axis(array) is array
    assert without_last_axis(np.zeros((3, 1))).shape == (3,)
