"""Fashion-MNIST: lo que se publicó, y lo mismo que entrega Keras."""

import shutil

import numpy as np
import pytest

from course_utils.datasets import FASHION_MNIST_CLASSES, data_dir, load_fashion_mnist
from course_utils.datasets.images import load_some_garments


def test_fashion_mnist():
    (x_train, y_train), (x_test, y_test) = load_fashion_mnist()
    assert x_train.shape == (60000, 28, 28)
    assert x_test.shape == (10000, 28, 28)
    assert y_train.shape == (60000,)
    assert y_test.shape == (10000,)
    assert {a.dtype for a in (x_train, y_train, x_test, y_test)} == {np.dtype("uint8")}
    assert (x_train.min(), x_train.max()) == (0, 255)
    assert np.bincount(y_train).tolist() == [6000] * 10
    assert np.bincount(y_test).tolist() == [1000] * 10
    # Las primeras etiquetas del conjunto publicado, y la suma de sus píxeles.
    assert y_train[:10].tolist() == [9, 0, 0, 3, 0, 2, 7, 2, 5, 5]
    assert int(x_train[0].sum()) == 76247
    assert len(FASHION_MNIST_CLASSES) == 10


def test_equals_keras(tmp_path, monkeypatch):
    """Lo mismo que keras.datasets, leyendo los mismos archivos (sin red)."""
    import keras

    folder = tmp_path / "datasets" / "fashion-mnist"
    shutil.copytree(data_dir() / "fashion_mnist", folder)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    monkeypatch.setattr(keras.src.backend.config, "_KERAS_DIR", str(tmp_path), raising=False)
    monkeypatch.setattr("keras.src.utils.file_utils.config.keras_home", lambda: str(tmp_path))
    expected = keras.datasets.fashion_mnist.load_data()
    for ours, theirs in zip(load_fashion_mnist(), expected, strict=True):
        for a, b in zip(ours, theirs, strict=True):
            np.testing.assert_array_equal(a, b)
            assert a.dtype == b.dtype


def test_arrays_can_be_modified():
    (x_train, _), _ = load_fashion_mnist()
    x_train[0, 0, 0] = 7
    assert load_fashion_mnist()[0][0][0, 0, 0] == 0


@pytest.mark.parametrize(
    ("part", "start", "stop"),
    [("train", 0, 3), ("train", 55_000, None), ("train", 2600, 2700), ("test", 9_999, 20_000)],
)
def test_some_garments_are_those_rows(part, start, stop):
    train, test = load_fashion_mnist()
    for some, every in zip(
        load_some_garments(part, start, stop), train if part == "train" else test, strict=True
    ):
        np.testing.assert_array_equal(some, every[start:stop])
        assert some.dtype == np.uint8
