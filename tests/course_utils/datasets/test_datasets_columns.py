"""La tabla que dice qué es cada columna."""

import pytest

from course_utils import datasets
from course_utils.datasets import REGISTRY, describe_columns

TABLES = [
    key
    for key in REGISTRY
    if key.partition("/")[0]
    not in ("fashion_mnist", "photos", "efficientnet_lite0", "imagenet_classes", "proverbs")
]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described(name):
    table = describe_columns(name)
    assert list(table.index) == list(getattr(datasets, f"load_{name}")().columns)
    assert list(table.columns) == ["unidad", "qué es"]
    assert (table.map(len) >= 3).all().all()


@pytest.mark.parametrize("name", ["mnist", "load_penguins", "", None, 3, ["penguins"]])
def test_describing_something_else(name):
    with pytest.raises(ValueError, match="auto_mpg, bible, bike_share, california_housing"):
        describe_columns(name)
