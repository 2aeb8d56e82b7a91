"""Los pingüinos: el archivo, la tabla que sale de él y lo que pasa si alguien lo toca."""

import numpy as np
import pandas as pd
import pytest

import course_utils
from course_utils.datasets import load_penguins, read_verified

MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
TEXTS = ["species", "island", "sex"]


@pytest.fixture
def penguins():
    return load_penguins()


def test_it_is_public():
    assert course_utils.load_penguins is load_penguins


def test_shape_and_columns(penguins):
    assert penguins.shape == (344, 7)
    assert list(penguins.columns) == ["species", "island", *MEASURES, "sex"]
    assert all(penguins[name].dtype == np.float64 for name in MEASURES)
    assert not any(pd.api.types.is_numeric_dtype(penguins[name]) for name in TEXTS)


def test_what_the_lesson_counts_on(penguins):
    assert penguins["species"].value_counts().to_dict() == {
        "Adelie": 152,
        "Gentoo": 124,
        "Chinstrap": 68,
    }
    assert penguins["island"].value_counts().to_dict() == {
        "Biscoe": 168,
        "Dream": 124,
        "Torgersen": 52,
    }
    assert penguins["sex"].value_counts().to_dict() == {"MALE": 168, "FEMALE": 165}
    empty = dict.fromkeys(penguins.columns, 0) | dict.fromkeys(MEASURES, 2) | {"sex": 11}
    assert penguins.isna().sum().to_dict() == empty
    assert len(penguins.dropna()) == 333


def test_units_make_sense(penguins):
    # Un punto decimal perdido, o dos columnas cambiadas, se verían aquí.
    low, high = penguins[MEASURES].min(), penguins[MEASURES].max()
    assert low.to_dict() == dict(zip(MEASURES, [32.1, 13.1, 172, 2700], strict=True))
    assert high.to_dict() == dict(zip(MEASURES, [59.6, 21.5, 231, 6300], strict=True))


def test_each_call_gives_a_new_table(penguins):
    penguins.loc[0, "species"] = "Emperador"
    assert load_penguins().loc[0, "species"] == "Adelie"


def test_line_endings_are_fixed():
    assert b"\r" not in read_verified("penguins")
