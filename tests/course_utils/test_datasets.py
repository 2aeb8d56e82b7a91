"""Los datos: lo que entregan, y el error claro cuando un archivo no es el que debe ser."""

import os
import shutil

import numpy as np
import pytest

from course_utils import datasets
from course_utils.datasets import FASHION_MNIST_CLASSES, REGISTRY, load_fashion_mnist, verify_data

LABELS = "fashion_mnist/t10k-labels-idx1-ubyte.gz"


@pytest.fixture
def copied_data(tmp_path, monkeypatch):
    """Una copia de los datos que se puede estropear."""
    folder = tmp_path / "datos de María ñ"
    shutil.copytree(datasets.data_dir(), folder)
    monkeypatch.setenv("COURSE_DATA_DIR", str(folder))
    return folder


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
    shutil.copytree(datasets.data_dir() / "fashion_mnist", folder)
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


def test_verify_data_is_happy():
    assert verify_data() == {file.path: None for file in REGISTRY.values()}


def test_every_file_says_where_it_comes_from():
    for file in REGISTRY.values():
        assert file.license
        assert file.source.startswith("https://")
        assert len(file.sha256) == 64
    text = (datasets.data_dir() / "README.md").read_text(encoding="utf-8")
    for file in REGISTRY.values():
        assert file.sha256 in text, file.path


def test_another_folder(copied_data):
    assert load_fashion_mnist()[1][0].shape == (10000, 28, 28)


LOADERS = {
    "auto_mpg.csv": datasets.load_auto_mpg,
    "california_housing.csv.gz": datasets.load_california_housing,
    "credit_card_fraud.csv.gz": datasets.load_credit_card_fraud,
    "mensajes.csv": datasets.load_messages,
    "penguins.csv": datasets.load_penguins,
} | {file.path: load_fashion_mnist for key, file in REGISTRY.items() if "fashion" in key}


def test_every_file_has_its_loader():
    assert set(LOADERS) == {file.path for file in REGISTRY.values()}


@pytest.mark.parametrize("path", LOADERS)
@pytest.mark.parametrize(
    ("damage", "error", "fragments"),
    [
        (
            lambda p: p.unlink(),
            FileNotFoundError,
            ["Falta el archivo", "se esperaban {size} bytes"],
        ),
        (lambda p: p.write_bytes(p.read_bytes()[:100]), ValueError, ["incompleto", "100 bytes"]),
        (lambda p: p.write_bytes(b""), ValueError, ["incompleto", "tiene 0 bytes"]),
        (
            lambda p: p.write_bytes(p.read_bytes().replace(b"\n", b"\r\n")),
            ValueError,
            ["incompleto o cambiado"],
        ),
        (
            lambda p: p.write_bytes(p.read_bytes()[:-1] + bytes([p.read_bytes()[-1] ^ 1])),
            ValueError,
            ["alterado", "SHA-256", "{digest}"],
        ),
    ],
    ids=["falta", "truncado", "vacío", "CRLF", "un bit"],
)
def test_damaged_file(tmp_path, monkeypatch, path, damage, error, fragments):
    folder = tmp_path / "datos de María ñ"
    for other, load in LOADERS.items():
        if load is LOADERS[path]:  # los cuatro de Fashion-MNIST se leen juntos
            (folder / other).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(datasets.data_dir() / other, folder / other)
    monkeypatch.setenv("COURSE_DATA_DIR", str(folder))
    damage(folder / path)
    with pytest.raises(error) as caught:
        LOADERS[path]()
    file = next(file for file in REGISTRY.values() if file.path == path)
    expected = [text.format(size=file.size, digest=file.sha256[:12]) for text in fragments]
    for fragment in [path, "COURSE_DATA_DIR", *expected]:
        assert fragment in str(caught.value)
    assert verify_data()[path] == str(caught.value)


def test_repair_command_without_another_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("COURSE_DATA_DIR", raising=False)
    monkeypatch.setattr(datasets, "data_dir", lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match=r"git checkout -- data/fashion_mnist/train-images"):
        load_fashion_mnist()


@pytest.mark.skipif(
    os.name == "nt" or getattr(os, "geteuid", lambda: 0)() == 0,
    reason="en Windows, o como administrador, los permisos no impiden leer",
)
def test_unreadable_file(copied_data):
    (copied_data / LABELS).chmod(0)
    with pytest.raises(OSError, match="Permission denied"):
        load_fashion_mnist()


def test_data_folder_that_is_not_a_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_DATA_DIR", str(tmp_path / "no existe"))
    with pytest.raises(FileNotFoundError, match="COURSE_DATA_DIR"):
        load_fashion_mnist()
