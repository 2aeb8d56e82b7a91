"""Los nombres de las mil clases, en español."""

import re

from course_utils.datasets import load_imagenet_classes


def test_a_thousand_names_and_none_twice():
    classes = load_imagenet_classes()
    assert len(classes) == len(set(classes)) == 1000
    for name in classes:
        assert name == name.strip()
        assert re.fullmatch(r"[\w\-'., ()]+", name), name


def test_some_places_that_everybody_knows():
    classes = load_imagenet_classes()
    assert classes[1] == "pez dorado"
    assert classes[872] == "trípode"
    assert classes[951] == "limón"
    assert classes[999] == "papel higiénico"
