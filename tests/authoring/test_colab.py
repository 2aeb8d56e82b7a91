"""El gemelo de Colab: sus versiones tienen fecha y fuente, y lo que difiere allí se ve."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml

from authoring import bootstrap, colab
from authoring.errors import AuthoringError
from authoring.lessons import ROOT
from authoring.run import NotebookFailed

TEXT = colab.PINS.read_text(encoding="utf-8")
PYTHON = "Scripts/python.exe" if os.name == "nt" else "bin/python"


def test_the_list_says_its_date_and_its_source():
    assert re.search(r"el \d+ de \w+ de 20\d\d, con Python 3\.\d+", TEXT)
    assert "https://github.com/googlecolab/backend-info, archivo pip-freeze.txt" in TEXT
    assert re.search(r"^# [0-9a-f]{40} ", TEXT, re.MULTILINE)
    lines = [line for line in TEXT.splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", line) for line in lines)  # fijas, todas


def test_github_runs_a_fast_half_and_each_week_everything():
    def order(name):
        text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
        job = yaml.safe_load(text)["jobs"]["colab"]
        python = next(s["with"] for s in job["steps"] if "setup-python" in s.get("uses", ""))
        assert python["python-version"] == colab.wanted_python()
        return job["steps"][-1]["run"]

    assert order("pruebas") == 'make test-colab LECCIONES="0 1 2"'
    assert order("semanal") == "make test-colab"


@pytest.fixture
def orders(monkeypatch):
    """Lo que se ejecuta, apuntado; crear un entorno solo deja su Python."""
    done = []

    def run(command, **options):
        done.append((command, options))
        if "venv" in command:
            python = Path(command[-1], PYTHON)
            python.parent.mkdir(parents=True)
            python.touch()
        return subprocess.CompletedProcess(command, 0, stdout="3.12\n")

    monkeypatch.setattr(colab.subprocess, "run", run)
    return done


def test_the_twin_is_built_once(orders, tmp_path, capsys):
    folder = tmp_path / "entorno"
    assert colab.build_twin(folder) == folder / PYTHON
    assert "Aviso: Colab usa Python 3.13, que no encuentro; el gemelo es con 3.12." in (
        capsys.readouterr().out
    )
    install, options = orders[-1]
    assert install[-2:] == ["-r", str(colab.PINS)]
    assert options["env"]["PIP_USER"] == "0"
    orders.clear()
    colab.build_twin(folder)
    assert not any("venv" in command for command, _ in orders)


def test_other_versions_build_it_again(orders, tmp_path, monkeypatch):
    colab.build_twin(tmp_path / "entorno")
    other = tmp_path / "colab.txt"
    other.write_text(TEXT.replace("keras==", "keras==1"), encoding="utf-8")
    monkeypatch.setattr(colab, "PINS", other)
    orders.clear()
    colab.build_twin(tmp_path / "entorno")
    assert any("venv" in command for command, _ in orders)


def test_an_installation_that_fails_is_tried_again_the_next_time(orders, tmp_path, monkeypatch):
    works = colab.subprocess.run

    def no_network(command, **options):
        done = works(command, **options)
        done.returncode = int("-r" in command)
        return done

    monkeypatch.setattr(colab.subprocess, "run", no_network)
    with pytest.raises(AuthoringError, match="No se pudieron instalar las versiones de Colab"):
        colab.build_twin(tmp_path / "entorno")
    assert not (tmp_path / "entorno" / "colab.txt").exists()


# --- Un cuaderno, solo ------------------------------------------------------------------------

SETUP = "import os; print('Descargando el curso'); place = os.environ['COLAB_RELEASE_TAG']"


def notebook(folder, *cells):
    """Un cuaderno con la celda de preparación y otras: (código, lo que tenía guardado)."""
    new = nbformat.v4.new_notebook()
    new.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    new.cells = [nbformat.v4.new_markdown_cell("# Título"), nbformat.v4.new_code_cell(SETUP)]
    for source, said in cells:
        output = nbformat.v4.new_output("stream", name="stdout", text=said)
        new.cells.append(nbformat.v4.new_code_cell(source, outputs=[output], execution_count=1))
    path = folder / "uno.ipynb"
    nbformat.write(new, path)
    return path


def test_what_does_not_say_the_same_there_is_named(tmp_path):
    path = notebook(
        tmp_path,
        ("print('igual')", "igual\n"),
        ("print('≈ 0.5')", "≈ 0.6\n"),
        ("print('otro', place)", "uno gemelo\n"),
    )
    found = colab.run_alone(path, sys.executable, "file:///x", strict=True)
    assert found == ["no dice lo mismo la celda\nprint('otro', place)"]


def test_a_notebook_that_fails_there_is_a_failure(tmp_path):
    path = notebook(tmp_path, ("import os; assert os.environ['COURSE_STRICT'] == '0'", ""))
    with pytest.raises(NotebookFailed, match="AssertionError"):
        colab.run_alone(path, sys.executable, "file:///x", strict=True)


def test_a_course_that_was_not_cloned_is_a_failure(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.SETUP", "print('estaba ahí')")
    (found,) = colab.run_alone(notebook(tmp_path), sys.executable, "file:///x", strict=False)
    assert found.startswith("la celda de preparación no descargó el curso")


def test_the_course_and_its_settings_are_out_of_sight(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/el/curso")
    monkeypatch.setenv("COURSE_DATA_DIR", "/datos")
    variables = colab.outside("file:///copia")
    assert not {"PYTHONPATH", "COURSE_DATA_DIR"} & set(variables)
    assert variables["GIT_CONFIG_KEY_0"] == "url.file:///copia.insteadOf"


def test_pip_ignores_what_sends_it_elsewhere(monkeypatch):
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_TARGET", "/otra")
    monkeypatch.setenv("PIP_INDEX_URL", "https://la.de.la.clase")
    script = (
        "import os; print(sorted(k for k in os.environ if k[:4] == 'PIP_' and k != 'PIP_CERT'))"
    )
    lines = []
    bootstrap.run([sys.executable, "-c", script + "; print(os.environ['PIP_USER'])"], lines.append)
    assert "PIP_TARGET" not in lines[0] and "PIP_INDEX_URL" in lines[0]
    assert lines[1] == "0"
