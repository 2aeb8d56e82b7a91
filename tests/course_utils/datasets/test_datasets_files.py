"""Los archivos de datos: dónde están, y el error claro cuando uno no es el que debe ser."""

import os
import shutil
from pathlib import Path

import pytest

from course_utils import datasets
from course_utils.datasets import REGISTRY, files, load_fashion_mnist, verify_data

LABELS = "fashion_mnist/t10k-labels-idx1-ubyte.gz"


@pytest.fixture
def copied_data(tmp_path, monkeypatch):
    """Una copia de los datos que se puede estropear."""
    folder = tmp_path / "datos de María ñ"
    shutil.copytree(datasets.data_dir(), folder)
    monkeypatch.setenv("COURSE_DATA_DIR", str(folder))
    return folder


def test_verify_data_is_happy():
    assert verify_data() == {file.path: None for file in REGISTRY.values()}


def test_another_folder(copied_data):
    assert load_fashion_mnist()[1][0].shape == (10000, 28, 28)


LOADERS = {file.path: getattr(datasets, file.loader) for file in REGISTRY.values()}


def flip(path, position):
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)


def put_a_folder(path):
    path.unlink()
    path.mkdir()
    (path / "algo.txt").touch()


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
        (lambda p: flip(p, -1), ValueError, ["alterado", "SHA-256", "{digest}"]),
        (lambda p: flip(p, 0), ValueError, ["alterado", "SHA-256", "{digest}"]),
        (lambda p: flip(p, p.stat().st_size // 2), ValueError, ["alterado", "{digest}"]),
        (lambda p: p.write_bytes(p.read_bytes() + b"\0"), ValueError, ["incompleto o cambiado"]),
        (put_a_folder, IsADirectoryError, ["es una carpeta"]),
    ],
    ids=[
        "falta",
        "truncado",
        "vacío",
        "CRLF",
        "un bit, al final",
        "un bit, al principio",
        "un bit, en medio",
        "un byte de más",
        "una carpeta",
    ],
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
    assert_is_one_true_line(caught.value, folder)
    assert verify_data()[path] == str(caught.value)


def assert_is_one_true_line(error, folder):
    """En español y en una línea, y sin otro error debajo; la carpeta que nombra es la que era."""
    assert "\n" not in str(error) and "Errno" not in str(error)
    assert error.__suppress_context__ or error.__context__ is None
    assert f"«{folder}»" in str(error)


@pytest.mark.parametrize(
    ("cloned", "order"),
    [
        (True, "git checkout -- data/fashion_mnist/train-images"),
        # De un ZIP, o como lo deja la celda de preparación.
        (False, "Cambia de nombre la carpeta del curso, «curso»"),
    ],
)
def test_repair_command_without_another_folder(tmp_path, monkeypatch, cloned, order):
    monkeypatch.delenv("COURSE_DATA_DIR", raising=False)
    monkeypatch.setattr(files, "COURSE_DIR", tmp_path / "curso")
    (tmp_path / "curso" / "data").mkdir(parents=True)
    (tmp_path / "curso" / "pyproject.toml").touch()
    if cloned:
        (tmp_path / "curso" / ".git").mkdir()
    with pytest.raises(FileNotFoundError) as caught:
        load_fashion_mnist()
    assert order in str(caught.value)


@pytest.mark.parametrize("written", ['"{}"', "'{}'", " {} ", "{}"])
def test_quotes_and_spaces_around_the_folder_are_not_part_of_it(monkeypatch, tmp_path, written):
    # En Windows, set COURSE_DATA_DIR="D:\\datos" las conserva.
    monkeypatch.setenv("COURSE_DATA_DIR", written.format(tmp_path))
    assert files.data_dir() == tmp_path


def test_the_tilde_is_the_home_folder(monkeypatch):
    monkeypatch.setenv("COURSE_DATA_DIR", "~/datos")
    assert files.data_dir() == Path.home() / "datos"


def test_an_empty_setting_is_none(monkeypatch):
    monkeypatch.setenv("COURSE_DATA_DIR", '""')
    assert files.data_dir() == files.COURSE_DIR / "data"


@pytest.mark.parametrize(
    ("raised", "fragments"),
    [
        (PermissionError(13, "Permission denied"), ["no tiene permiso para leer"]),
        (OSError(5, "Input/output error"), ["El sistema no pudo leer", "(error EIO)", "USB"]),
        (OSError(99_999, "Desconocido"), ["(error 99999)"]),
    ],
)
def test_unreadable_file(copied_data, monkeypatch, raised, fragments):
    def open_it(path, *arguments, really=Path.open):
        if path.name == Path(LABELS).name:
            raise raised
        return really(path, *arguments)

    monkeypatch.setattr(Path, "open", open_it)
    with pytest.raises(type(raised)) as caught:
        load_fashion_mnist()
    for fragment in [LABELS, *fragments]:
        assert fragment in str(caught.value)
    assert_is_one_true_line(caught.value, copied_data)
    assert verify_data()[LABELS] == str(caught.value)


@pytest.mark.skipif(
    os.name == "nt" or getattr(os, "geteuid", lambda: 0)() == 0,
    reason="en Windows, o como administrador, los permisos no impiden leer",
)
@pytest.mark.parametrize("locked", [LABELS, "fashion_mnist", "."])
def test_without_permission(copied_data, locked):
    mode = (copied_data / locked).stat().st_mode
    (copied_data / locked).chmod(0)
    try:
        with pytest.raises(PermissionError, match="no tiene permiso para leer") as caught:
            load_fashion_mnist()
    finally:
        (copied_data / locked).chmod(mode)
    assert_is_one_true_line(caught.value, copied_data)


def test_a_file_instead_of_a_folder_of_data(copied_data):
    shutil.rmtree(copied_data / "fashion_mnist")
    (copied_data / "fashion_mnist").touch()
    with pytest.raises(NotADirectoryError, match="«fashion_mnist» es un archivo") as caught:
        load_fashion_mnist()
    assert "Vuelve a copiar ese archivo" in str(caught.value)
    assert_is_one_true_line(caught.value, copied_data)


@pytest.mark.parametrize("inside", ["", "data"])
def test_a_zip_instead_of_the_folder(tmp_path, monkeypatch, inside):
    # Quien señala el ZIP que descargó, o una carpeta que está dentro.
    (tmp_path / "datos.zip").touch()
    folder = tmp_path / "datos.zip" / inside
    monkeypatch.setenv("COURSE_DATA_DIR", str(folder))
    with pytest.raises(NotADirectoryError) as caught:
        datasets.load_messages()
    for fragment in ("«datos.zip» es un archivo", "ya descomprimida", "borra esa variable"):
        assert fragment in str(caught.value)
    assert_is_one_true_line(caught.value, folder)


def test_data_folder_that_is_not_a_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_DATA_DIR", str(tmp_path / "no existe"))
    with pytest.raises(FileNotFoundError, match="COURSE_DATA_DIR"):
        load_fashion_mnist()


def test_installed_without_the_course_it_says_where_the_data_must_be(tmp_path, monkeypatch):
    # Un paquete instalado suelto está en una carpeta que no es la del curso.
    monkeypatch.delenv("COURSE_DATA_DIR", raising=False)
    monkeypatch.setattr(files, "COURSE_DIR", tmp_path / "site-packages")
    with pytest.raises(FileNotFoundError) as caught:
        load_fashion_mnist()
    message = str(caught.value)
    assert "COURSE_DATA_DIR debe decir en qué carpeta están" in message
    assert message.count(".") == 1 and message.endswith(".")  # una sola frase
    assert "git" not in message and str(tmp_path) not in message
    assert set(verify_data().values()) == {message}


def test_installed_without_the_course_but_told_where_the_data_is(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_DATA_DIR", str(files.COURSE_DIR / "data"))
    monkeypatch.setattr(files, "COURSE_DIR", tmp_path / "site-packages")
    assert datasets.load_messages().shape == (120, 2)
    monkeypatch.setenv("COURSE_DATA_DIR", str(tmp_path))
    with pytest.raises(FileNotFoundError, match=r"Falta .*«mensajes.csv».*copiar ese archivo"):
        datasets.load_messages()
