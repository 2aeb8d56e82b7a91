"""check_environment(): cada problema, simulado, da su línea y su remedio, sin lanzar nada."""

import html
import re
import sys
from collections import namedtuple
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from course_utils import datasets, diagnostics, training
from course_utils.diagnostics import check_environment

DATA = {"fashion_mnist/a.gz": None, "fraude/b.csv.gz": None}


@pytest.fixture(autouse=True)
def healthy(monkeypatch):
    """Un equipo sano y rápido de revisar; cada prueba estropea una cosa."""
    import psutil

    monkeypatch.setattr(training, "import_tensorflow", lambda: fake_tensorflow(gpus=0))
    monkeypatch.setattr(datasets, "verify_data", lambda: dict(DATA))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=8e9))
    set_free_disk(monkeypatch, 50e9)
    monkeypatch.delenv("COURSE_DATA_DIR", raising=False)


def fake_tensorflow(gpus):
    return SimpleNamespace(
        config=SimpleNamespace(list_physical_devices=lambda kind: ["GPU"] * gpus)
    )


def set_free_disk(monkeypatch, free):
    usage = namedtuple("usage", "total used free")(1e12, 0, free)
    monkeypatch.setattr(diagnostics.shutil, "disk_usage", lambda path: usage)


def only(report, state):
    """La única línea de ese estado."""
    (check,) = [check for check in report.checks if check.state == state]
    return check


def test_a_healthy_environment_is_ready():
    report = check_environment()
    assert report.ok
    assert report.verdict == "✅ Todo listo."
    assert [c.state for c in report.checks] == ["ok"] * len(report.checks)
    assert "el curso entero cabe en la CPU" in str(report)
    assert "2 archivos en data/" in str(report)
    # Una línea por cada biblioteca que pide pyproject.toml.
    assert {"tensorflow", "keras", "jupyterlab"} <= {c.name for c in report.checks}


def test_data_check_is_optional(monkeypatch):
    monkeypatch.setattr(datasets, "verify_data", lambda: pytest.fail("no se pidió"))
    assert "Datos" not in str(check_environment(data=False))


def test_a_gpu_is_announced(monkeypatch):
    monkeypatch.setattr(training, "import_tensorflow", lambda: fake_tensorflow(gpus=2))
    assert "GPU: 2 disponibles" in str(check_environment())


def test_missing_package(monkeypatch):
    real = metadata.version

    def version(name):
        if name == "pandas":
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(metadata, "version", version)
    report = check_environment()
    check = only(report, "problem")
    assert (check.name, check.found) == ("pandas", "no está instalada")
    assert re.search(r'python -m pip install "pandas>=[\d.]+"', check.advice)
    assert not report.ok
    assert report.verdict.startswith("❌ Hay 1 problema:")


def test_package_too_old(monkeypatch):
    real = metadata.version
    monkeypatch.setattr(metadata, "version", lambda n: "1.26.4" if n == "numpy" else real(n))
    check = only(check_environment(), "problem")
    assert check.name == "numpy"
    assert re.match(r"1\.26\.4; el curso necesita [\d.]+ o posterior", check.found)
    assert 'pip install "numpy>=' in check.advice


def test_a_notebook_gets_the_magic_form(monkeypatch):
    shell = SimpleNamespace(kernel=object())
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    monkeypatch.setattr(metadata, "version", lambda name: "0.1")
    report = check_environment()
    assert "Lugar: Jupyter" in str(report)
    assert '%pip install "keras>=' in str(report)


def test_colab_is_recognised(monkeypatch):
    monkeypatch.setitem(sys.modules, "google.colab", SimpleNamespace())
    assert "Lugar: Google Colab" in str(check_environment())


@pytest.mark.parametrize("version", ["3.10.13", "3.14.0"])
def test_python_out_of_range(monkeypatch, version):
    monkeypatch.setattr(diagnostics.platform, "python_version", lambda: version)
    check = only(check_environment(), "problem")
    assert check.name == "Python"
    assert check.found == f"{version}; el curso necesita 3.11 o posterior, anterior a 3.14"
    assert "make lab PYTHON=python3.12" in check.advice


def test_without_pyproject_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(diagnostics, "PROJECT_FILE", tmp_path / "pyproject.toml")
    report = check_environment()
    check = only(report, "warning")
    assert "no está pyproject.toml" in check.found
    assert report.ok
    assert report.verdict == "✅ Todo listo, con 1 aviso."


def test_tensorflow_that_does_not_import(monkeypatch):
    def broken():
        raise ImportError("/opt/ana/lib/libtensorflow.so.2: cannot open shared object file")

    monkeypatch.setattr(training, "import_tensorflow", broken)
    check = only(check_environment(), "problem")
    assert check.name == "TensorFlow"
    assert "ImportError: …/libtensorflow.so.2: cannot open shared object file" in check.found
    assert 'pip install --force-reinstall "tensorflow"' in check.advice


def test_little_memory(monkeypatch):
    import psutil

    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=0.7e9))
    check = only(check_environment(), "warning")
    assert check.found == "0.7 GB libres; se recomiendan 2 GB o más"
    assert "Cierra otros programas" in check.advice


def test_memory_that_cannot_be_measured(monkeypatch):
    monkeypatch.setitem(sys.modules, "psutil", None)
    check = only(check_environment(), "warning")
    assert (check.name, "psutil" in check.advice) == ("Memoria", True)


def test_little_disk(monkeypatch):
    set_free_disk(monkeypatch, 0.2e9)
    check = only(check_environment(), "warning")
    assert (check.name, check.found) == ("Disco", "0.2 GB libres; se recomiendan 1 GB o más")


def test_damaged_data(monkeypatch):
    problem = "El archivo de datos «fraude/b.csv.gz» está incompleto. Repáralo con: git checkout"
    monkeypatch.setattr(datasets, "verify_data", lambda: {**DATA, "fraude/b.csv.gz": problem})
    report = check_environment()
    check = only(report, "problem")
    assert (check.name, check.found) == ("Datos: fraude/b.csv.gz", problem)
    assert "sin daños" not in str(report)


def test_a_check_that_breaks_is_one_more_line(monkeypatch):
    def broken():
        raise RuntimeError("algo inesperado")

    monkeypatch.setattr(datasets, "verify_data", broken)
    report = check_environment()
    check = only(report, "problem")
    assert check.name == "Datos"
    assert "RuntimeError: algo inesperado" in check.found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"en {diagnostics.PROJECT_FILE.parent}/data/a.gz", "en el curso/data/a.gz"),
        (f"en {Path.home()}/a/b", "en ~/a/b"),
        ("'/media/usb/a.gz' no", "'…/a.gz' no"),
        (r"C:\Users\Ana\x.dll mal", "…/x.dll mal"),
        ("https://www.tensorflow.org/install/errors", "https://www.tensorflow.org/install/errors"),
        ("git checkout -- data/mpg/a.csv", "git checkout -- data/mpg/a.csv"),
    ],
)
def test_no_absolute_path_is_shown(text, expected):
    assert diagnostics._without_paths(text) == expected


def test_plain_form_pairs_each_problem_with_its_remedy():
    report = diagnostics.EnvironmentReport(
        (
            diagnostics.Check("ok", "Python", "3.12.1"),
            diagnostics.Check("warning", "Disco", "poco", "Vacíalo."),
            diagnostics.Check("problem", "pandas", "falta", "Instálala."),
        )
    )
    assert (
        str(report)
        == repr(report)
        == (
            "✅ Python: 3.12.1\n"
            "⚠️ Disco: poco\n   → Vacíalo.\n"
            "❌ pandas: falta\n   → Instálala.\n"
            "\n"
            "❌ Hay 1 problema: arriba está qué hacer con cada uno."
        )
    )


def test_html_form_is_an_accessible_table():
    check = diagnostics.Check("problem", "TensorFlow", "<lambda> & cía", "Reinstálalo.")
    page = diagnostics.EnvironmentReport((check,))._repr_html_()
    tree = ElementTree.fromstring(f"<div>{page}</div>")
    assert tree.find(".//caption").text
    assert [th.get("scope") for th in tree.iter("th")] == ["col", "col", "col", "row"]
    # El icono se lee en voz alta: el color y el dibujo nunca van solos.
    assert tree.find(".//span[@role='img']").get("aria-label") == "problema"
    assert html.escape(check.found) in page
    assert "Reinstálalo." in "".join(tree.itertext())
    assert "Hay 1 problema" in "".join(tree.itertext())
