"""Los mensajes: equilibrados, sin repetidos, sin datos de nadie, y protegidos como los demás."""

import re

import numpy as np
import pandas as pd
import pytest

import course_utils
from course_utils.datasets import load_messages, read_verified


@pytest.fixture
def messages():
    return load_messages()


def words_of(text):
    return set(re.findall(r"\w+", text.lower()))


def test_it_is_public():
    assert course_utils.load_messages is load_messages


def test_shape_and_columns(messages):
    assert messages.shape == (120, 2)
    assert list(messages.columns) == ["texto", "spam"]
    assert messages["spam"].dtype == np.int64
    assert pd.api.types.is_string_dtype(messages["texto"])
    assert not messages.isna().any().any()


def test_balance(messages):
    assert messages["spam"].value_counts().to_dict() == {0: 60, 1: 60}


def test_no_duplicates(messages):
    plain = messages["texto"].map(lambda text: " ".join(re.findall(r"\w+", text.lower())))
    assert plain.is_unique
    # Tampoco casi repetidos: dos mensajes nunca comparten más de dos tercios de sus palabras.
    sets = plain.map(lambda text: set(text.split())).tolist()
    for i, a in enumerate(sets):
        for b in sets[:i]:
            assert len(a & b) / len(a | b) < 2 / 3, (a, b)


def test_short_and_clean(messages):
    for text in messages["texto"]:
        assert text == text.strip()
        assert 20 <= len(text) <= 120, text


def test_nobody_is_in_them(messages):
    # Ni direcciones, ni correos, ni números que puedan ser de alguien.
    for text in messages["texto"]:
        assert not re.search(r"https?:|www\.|@|\.com|\d{3,}", text), text


def test_shuffled(messages):
    # El orden no delata la clase: cualquier cuarto del archivo tiene de las dos.
    for start in range(0, 120, 30):
        assert 8 <= messages["spam"][start : start + 30].sum() <= 22


def test_no_single_word_decides(messages):
    labels = messages["spam"].to_numpy()
    contents = messages["texto"].map(words_of)
    for word in set().union(*contents):
        found = contents.map(lambda words, word=word: word in words).to_numpy()
        hits = max((found == labels).mean(), (found != labels).mean())
        assert hits < 0.8, word


@pytest.mark.parametrize("word", ["gratis", "premio", "enlace", "oferta", "banco", "tarjeta"])
def test_suspicious_words_are_in_both_classes(messages, word):
    found = messages["texto"].map(lambda text: word in words_of(text))
    assert set(messages.loc[found, "spam"]) == {0, 1}


def test_each_call_gives_a_new_table(messages):
    messages.loc[0, "texto"] = "otro"
    assert load_messages().loc[0, "texto"] != "otro"


def test_bytes_are_fixed():
    content = read_verified("messages")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert content.decode("utf-8").startswith("texto,spam\n")  # sin marca de orden de bytes
