"""Las palabras de los mensajes."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from course_utils import spanish

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (bool, "un booleano (True o False)"),
        (np.ndarray, "un array de NumPy"),
        (type(np.True_), "un booleano (True o False)"),
        (pd.DataFrame, "una tabla de pandas (DataFrame)"),
        ("pandas.core.frame.DataFrame", "una tabla de pandas (DataFrame)"),
        (Path, "un objeto de tipo Path"),
        (type(None), "None (ningún valor)"),
    ],
)
def test_names_of_types(type_, expected):
    assert spanish.type_name(type_) == expected


def test_only_code_is_quoted():
    def quote(text):
        return f"`{text}`"

    assert spanish.type_name(int, quote) == "un número entero (int)"
    assert spanish.type_name(type(None), quote) == "`None` (ningún valor)"
    assert spanish.type_name("Perro", quote) == "un objeto de tipo `Perro`"


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["a"], "a"), (["a", "b"], "a y b"), (["a", "b", "c"], "a, b y c"), ([], "")],
)
def test_lists_of_words(words, expected):
    assert spanish.join_words(words) == expected


def test_similar_names_with_candidates_without_end():
    assert spanish.similar("precio", map(str, itertools.count())) is None


@pytest.mark.parametrize("name", [None, 3, ["precio"]])
def test_what_is_not_a_name_is_like_nothing(name):
    assert spanish.similar(name, ["precio", None, 3]) is None


def test_the_same_name_in_every_process():
    names = "['año', 'Año', 'ano']"
    code = f"from course_utils.spanish import similar; print(similar('AÑO', {names}))"
    answers = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout
        for seed in "1234"
    }
    assert answers == {"Año\n"}
