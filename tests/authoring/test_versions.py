"""``make test-versiones``: qué combinaciones prueba, qué cuenta y qué apunta en su tabla."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from xml.etree import ElementTree

import pytest
import yaml

from authoring import versions
from authoring.lessons import ROOT

THIS = "{}.{}".format(*sys.version_info)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Una carpeta y un documento de juguete, y nada que instalar ni que probar."""
    document = tmp_path / "versiones.md"
    document.write_text("Antes.\n\n<!-- tabla -->\n<!-- fin de tabla -->\n\nDespués.\n")
    monkeypatch.setattr(versions, "PLACE", tmp_path / "build")
    monkeypatch.setattr(versions, "DOCUMENT", document)
    monkeypatch.setattr(versions, "find_python", lambda number: f"python{number}")
    monkeypatch.setattr(versions, "version_of", lambda python: python[-4:])
    monkeypatch.setattr(versions, "_ask", lambda command, code: "numpy 2.0.0")
    monkeypatch.setattr(versions, "install", lambda *arguments: True)
    monkeypatch.setattr(versions, "run_tests", lambda *arguments: ("9 bien", False))
    monkeypatch.setattr(versions, "run_notebooks", lambda *arguments: ("49 bien", False))
    return tmp_path


def table(folder):
    lines = (folder / "versiones.md").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if re.match(r"\| 3\.", line)]


# --- Qué se prueba ----------------------------------------------------------------------------


def test_every_combination_is_tried_and_written(place, capsys):
    assert versions.main([]) == 0
    rows = table(place)
    assert len(rows) == 9
    assert re.fullmatch(
        r"\| 3.11 \| mínimas \| numpy 2.0.0 \| 9 bien \| 49 bien \| 20\d\d-\d\d-\d\d \|", rows[0]
    )
    assert rows[0] in capsys.readouterr().out


def test_one_combination_leaves_the_others_as_they_were(place, monkeypatch):
    versions.main([])
    monkeypatch.setattr(versions, "run_notebooks", lambda *arguments: ("48 bien, 1 mal", True))
    before = table(place)
    shutil.rmtree(place / "build")  # otro equipo: lo suyo solo está en la tabla
    monkeypatch.setattr(sys, "executable", "python3.12")
    assert versions.main(["--this-python", "--versions", "ultimas"]) == 1
    changed = [row for row in table(place) if row not in before]
    assert len(changed) == 1
    assert changed[0].startswith("| 3.12 | últimas | numpy 2.0.0 | 9 bien | 48 bien, 1 mal |")


def test_what_nobody_ran_says_so(place):
    assert versions.main(["--table"]) == 0
    assert table(place)[-1] == "| 3.13 | últimas | sin probar | sin probar | sin probar | — |"
    text = (place / "versiones.md").read_text(encoding="utf-8")
    assert text.startswith("Antes.") and text.endswith("Después.\n")


def test_a_python_that_is_missing_is_said_and_is_not_a_success(place, monkeypatch, capsys):
    monkeypatch.setattr(versions, "find_python", lambda n: None if n == "3.12" else f"python{n}")
    assert versions.main(["--versions", "fijas"]) == 1
    assert "No encuentro Python 3.12: queda sin probar." in capsys.readouterr().out
    assert "| 3.12 | fijas | sin probar |" in "\n".join(table(place))


def test_what_cannot_be_installed_is_not_tried(place, monkeypatch):
    monkeypatch.setattr(versions, "install", lambda *arguments: False)
    assert versions.main(["--versions", "minimas"]) == 1
    assert table(place)[0].startswith("| 3.11 | mínimas | no se instalan | sin probar | sin probar")


def test_a_part_is_not_taken_for_the_whole(place):
    versions.main(["1", "2.3", "--versions", "fijas", "--tests", "tests/uno.py"])
    assert "| 9 bien (solo tests/uno.py) | 49 bien (solo 1 2.3) |" in table(place)[1]


def test_a_python_is_found_if_it_starts():
    assert versions.version_of(versions.find_python(THIS)) == THIS
    assert versions.find_python("3.99") is None


# --- Lo que se cuenta -------------------------------------------------------------------------

REPORT = """<testsuites><testsuite>
<testcase classname="build.prueba.uno.ipynb" name="Cell 0"/>
<testcase classname="build.prueba.uno.ipynb" name="Cell 1"><failure message="x"/></testcase>
<testcase classname="build.prueba.dos.ipynb" name="Cell 0"/>
<testcase classname="build.prueba.dos.ipynb" name="Cell 1"/>
<testcase classname="build.prueba.tres.ipynb" name="Cell 0"><skipped/></testcase>
<testcase classname="build.prueba.cuatro.ipynb" name="Cell 0"><error message="x"/></testcase>
</testsuite></testsuites>"""


@pytest.mark.parametrize(
    ("whole_files", "said"),
    [(False, "3 bien, 2 mal, 1 sin ejecutar"), (True, "1 bien, 2 mal, 1 sin ejecutar")],
)
def test_a_notebook_is_fine_if_every_cell_is(whole_files, said):
    report = ElementTree.ElementTree(ElementTree.fromstring(REPORT))
    assert versions.count(report, whole_files=whole_files) == said


@pytest.mark.parametrize(
    ("code", "result"),
    [
        ("def test_a(): pass\ndef test_b(): pass", ("2 bien", False)),
        ("def test_a(): pass\ndef test_b(): assert False", ("1 bien, 1 mal", True)),
        ("import os\ndef test_a(): assert os.environ['UNA'] == '1'", ("1 bien", False)),
    ],
)
def test_tests_are_run_and_counted(tmp_path, monkeypatch, code, result):
    monkeypatch.setattr(versions, "PLACE", tmp_path)
    monkeypatch.setattr(versions, "PARALLEL", [])
    (tmp_path / "test_uno.py").write_text(code)
    arguments = [str(tmp_path), f"--rootdir={tmp_path}"]
    assert versions.run_tests(sys.executable, arguments, {"UNA": "1"}) == result


def test_tests_that_do_not_even_start_are_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr(versions, "PLACE", tmp_path)
    assert versions.run_tests(sys.executable, ["--no-existe"]) == ("no terminaron", True)


# --- Lo que tiene que estar de acuerdo --------------------------------------------------------


def test_the_notebooks_are_run_as_make_prueba_does():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").split()
    assert [option for option in versions.NBVAL if option not in makefile] == []


def test_the_table_of_the_course_has_every_combination_and_its_date():
    rows = re.findall(
        r"^\| (3\.\d+) \| (\w+) \|.*\| (.+) \|$", versions.DOCUMENT.read_text("utf-8"), re.M
    )
    wanted = [(n, name) for n in versions.pythons() for name in versions.VERSIONS.values()]
    assert [row[:2] for row in rows] == wanted
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\d|—", date) for *_, date in rows)


def test_github_tries_every_combination_each_week():
    text = (ROOT / ".github" / "workflows" / "semanal.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["versiones"]
    matrix = job["strategy"]["matrix"]
    assert matrix["python"] == versions.pythons()
    assert set(matrix["versions"]) == set(versions.VERSIONS)
    orders = [step.get("run", "") for step in job["steps"]]
    assert "make test-versiones PYTHON=python VERSIONES=${{ matrix.versions }}" in orders


@pytest.mark.skipif(shutil.which("make") is None, reason="este equipo no tiene make")
def test_make_only_chooses_what_it_is_told():
    def order(*words):
        make = ["make", "-n", "test-versiones", *words]
        # make toma sus variables del entorno, y dentro de otra make dice en qué carpeta está.
        alone = {"PATH": os.environ["PATH"]}
        done = subprocess.run(make, cwd=ROOT, env=alone, capture_output=True, text=True, check=True)
        return shlex.split(done.stdout.replace("\\\n", " "))[1:]

    module = ["-m", "authoring.versions"]
    python = f'PYTHON="{sys.executable}"'  # la carpeta puede llevar un espacio
    assert order("VERSIONES=minimas", "LECCIONES=1 2") == [
        *module,
        "--versions",
        "minimas",
        "1",
        "2",
    ]
    assert order(python) == [*module, "--this-python"]
