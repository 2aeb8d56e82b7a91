"""La celda de preparación, como en Colab: un cuaderno solo, en una carpeta vacía.

Se crea un entorno que tiene las bibliotecas pero no course_utils, y un repositorio local que hace
las veces del publicado: git traduce la dirección (``url.<base>.insteadOf``) sin tocar el cuaderno.
"""

import ast
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time

import nbformat
import pytest

from authoring.colab import outside, publish_copy
from authoring.lessons import ROOT, find_lessons
from authoring.notebooks import DOWNLOAD_MB, setup_cell
from authoring.project import published

SETUP = setup_cell(published()).source
FOLDER = published().folder

RUN = """
import sys, nbformat, nbclient
notebook = nbformat.read(sys.argv[1], as_version=4)
try:
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
finally:
    nbformat.write(notebook, sys.argv[1])
"""


@pytest.fixture(scope="module")
def colab(tmp_path_factory):
    """Python de un entorno con las bibliotecas de este, pero sin el curso."""
    folder = tmp_path_factory.mktemp("colab")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    paths = {"base": str(folder), "platbase": str(folder)}
    scheme = "nt_venv" if os.name == "nt" else "posix_prefix"
    site = sysconfig.get_path("purelib", scheme, vars=paths)
    # Una línea .pth añade la carpeta, pero no activa las instalaciones editables de dentro.
    with open(os.path.join(site, "bibliotecas.pth"), "w", encoding="utf-8") as file:
        file.write(sysconfig.get_path("purelib") + "\n")
    return os.path.join(sysconfig.get_path("scripts", scheme, vars=paths), "python")


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """Un repositorio con el curso tal como está ahora en el disco."""
    return publish_copy(tmp_path_factory.mktemp("publicado") / "curso")


def run_alone(notebook, folder, python, repository_url):
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / notebook.name
    opened = nbformat.read(notebook, as_version=4)
    opened.cells[1]["source"] = SETUP  # la de ahora, aunque el cuaderno esté por construir
    nbformat.write(opened, copy)
    done = subprocess.run(
        [python, "-c", RUN, copy.name],
        cwd=folder,
        env=outside(repository_url),
        capture_output=True,
        text=True,
    )
    return done, nbformat.read(copy, as_version=4)


def test_the_environment_does_not_have_the_course(colab, tmp_path):
    code = "import keras, importlib.util; print(importlib.util.find_spec('course_utils'))"
    done = subprocess.run(
        [colab, "-c", code], cwd=tmp_path, env=outside("x"), capture_output=True, text=True
    )
    assert done.stdout.strip() == "None", done.stderr


# La 0.0 no lee datos; la 1.10, sí: de data/, que llega con lo descargado.
@pytest.mark.parametrize("number", ["0.0", "1.6"])
def test_a_notebook_alone_clones_the_course_and_runs_to_the_end(
    colab, repository, tmp_path, number
):
    (lesson,) = find_lessons([number])
    folder = tmp_path / "descargas de María ñ"
    done, notebook = run_alone(lesson.notebook, folder, colab, repository.as_uri())
    assert done.returncode == 0, done.stderr
    assert (folder / published().folder / "course_utils").is_dir()
    assert "⏳" in str(notebook.cells)
    assert all(c.execution_count for c in notebook.cells if c.cell_type == "code")
    if number == "0.0":  # la segunda vez ya está descargado: no hace falta la red
        done, _ = run_alone(lesson.notebook, folder, colab, (tmp_path / "no hay").as_uri())
        assert done.returncode == 0, done.stderr


def test_inside_the_unzipped_course_nothing_is_downloaded(colab, repository, tmp_path):
    shutil.copytree(repository, tmp_path / "curso", ignore=shutil.ignore_patterns(".git", "data"))
    (lesson,) = find_lessons(["0.0"])
    folder = tmp_path / "curso" / "notebooks"
    done, _ = run_alone(lesson.notebook, folder, colab, (tmp_path / "no hay").as_uri())
    assert done.returncode == 0, done.stderr
    assert not (folder / published().folder).exists()


def test_without_network_the_error_is_in_spanish(colab, tmp_path):
    (lesson,) = find_lessons(["0.0"])
    done, notebook = run_alone(
        lesson.notebook, tmp_path / "vacía", colab, (tmp_path / "no hay").as_uri()
    )
    assert done.returncode != 0
    error = next(o for c in notebook.cells for o in c.get("outputs", []) if "ename" in o)
    assert error.ename == "RuntimeError"
    assert "No se pudo descargar el curso" in error.evalue
    assert error.traceback == [f"❌ {error.evalue}"]  # una línea, sin nada en inglés encima


# --- La celda sola: cada desgracia, y la línea que le toca ---------------------------------------

# La celda, y la línea que enseñaría un cuaderno.
CELL = """
import sys
{before}
try:
    exec(compile(sys.argv[1], "celda", "exec"), globals())
except RuntimeError as problem:
    (line,) = problem._render_traceback_()
    assert "\\n" not in line and line == "❌ " + str(problem)
    print(line)
else:
    print("listo:", sys.modules["course_utils"].__file__)
"""


def run_cell(python, folder, url, *, before="", **variables):
    """Lo que dice la celda de preparación en esa carpeta."""
    done = subprocess.run(
        [python, "-X", "utf8", "-c", CELL.format(before=before), SETUP],
        cwd=folder,
        env={**outside(url), **variables},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == "" or "explain_errors" in done.stdout, done.stderr
    assert done.returncode == 0, done.stderr
    return done.stdout.replace("explain_errors() solo funciona dentro de un cuaderno.\n", "")


def fake_git(folder, script):
    """Una carpeta con un git que hace lo que diga ``script``."""
    folder.mkdir()
    git = folder / "git"
    git.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    git.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


posix = pytest.mark.skipif(os.name == "nt", reason="el git de mentira es un guion de sh")


@pytest.fixture(scope="module")
def home(colab, repository, tmp_path_factory):
    """El curso, tal como lo deja la celda."""
    folder = tmp_path_factory.mktemp("descargas")
    said = run_cell(colab, folder, repository.as_uri())
    assert said.startswith(f"Descargando el curso (unos {DOWNLOAD_MB} MB)…\nlisto: ")
    assert [path.name for path in folder.iterdir()] == [FOLDER]
    return folder / FOLDER


def size_mb(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def test_only_what_the_lessons_use_is_left_on_disk(home, repository):
    assert {path.name for path in home.iterdir()} == {"course_utils", "data", "pyproject.toml"}
    for part in ("course_utils", "data"):
        ours = {
            p.relative_to(home) for p in (home / part).rglob("*") if "__pycache__" not in str(p)
        }
        assert ours == {p.relative_to(repository) for p in (repository / part).rglob("*")}
    assert size_mb(home) < DOWNLOAD_MB


def test_the_size_it_says_is_true(repository, tmp_path):
    url = repository.as_uri()
    subprocess.run(
        ["git", "clone", "-q", "--bare", "--depth", "1", url, tmp_path / "x"], check=True
    )
    assert 5 * round(size_mb(tmp_path / "x" / "objects") / 5) == DOWNLOAD_MB
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"(unos {DOWNLOAD_MB} MB)" in readme


@posix
def test_a_download_killed_half_way_leaves_no_course(colab, repository, tmp_path):
    folder = tmp_path / "cuaderno"
    folder.mkdir()
    mark = tmp_path / "empezó"
    # Como el de verdad: crea la carpeta, y luego tarda.
    begin = 'for last; do :; done; mkdir -p "$last/course_utils"'
    path = fake_git(tmp_path / "bin", f"{begin}; touch '{mark}'; exec sleep 60")
    cell = subprocess.Popen(
        [colab, "-X", "utf8", "-c", CELL.format(before=""), SETUP],
        cwd=folder,
        env={**outside("x"), "PATH": path},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 30
    while not mark.exists():
        assert cell.poll() is None and time.monotonic() < deadline
        time.sleep(0.05)
    os.killpg(cell.pid, signal.SIGKILL)  # a la vez el núcleo y git, como al cerrar la máquina
    cell.wait()
    assert not (folder / FOLDER).exists()
    assert "listo: " in run_cell(colab, folder, repository.as_uri())
    assert (folder / FOLDER / "pyproject.toml").is_file()


@pytest.mark.parametrize(
    "left",
    [".git/config", "course_utils/__init__.py", "course_utils/exercises/core.py", "nota.txt"],
)
def test_what_an_old_download_left_is_neither_used_nor_touched(colab, repository, tmp_path, left):
    file = tmp_path / FOLDER / left
    file.parent.mkdir(parents=True)
    file.write_text("", encoding="utf-8")
    said = run_cell(colab, tmp_path, repository.as_uri())
    assert f"La carpeta «{FOLDER}» ya existe, y no es el curso entero: no la toco." in said
    assert f"{FOLDER}-2" in said.splitlines()[-1]
    assert [path for path in (tmp_path / FOLDER).rglob("*") if path.is_file()] == [file]
    # Y la próxima vez se encuentra, sin red.
    assert "Descargando" not in run_cell(colab, tmp_path, "file:///no/hay")


@pytest.mark.parametrize("inside", [f"{FOLDER}-main", f"{FOLDER}-main/{FOLDER}-main"])
def test_an_unzipped_course_beside_the_notebook_is_found(colab, home, tmp_path, inside):
    shutil.copytree(home, tmp_path / inside)
    said = run_cell(colab, tmp_path, "file:///no/hay")
    assert said == f"listo: {tmp_path / inside / 'course_utils' / '__init__.py'}\n"


def test_a_half_course_says_what_is_missing(colab, home, tmp_path):
    shutil.copytree(home, tmp_path / FOLDER)
    (tmp_path / FOLDER / "course_utils" / "exercises" / "lesson_04_06.py").unlink()
    said = run_cell(colab, tmp_path, "file:///no/hay")
    assert said.startswith(
        f"❌ La carpeta del curso, «{FOLDER}», está a medias: falta, por ejemplo"
    )
    assert "course_utils/exercises/lesson_04_06.py" in said


@pytest.mark.parametrize("name", ["course_utils.py", "course_utils/__init__.py"])
def test_a_file_of_the_learner_with_that_name_is_the_culprit(colab, home, tmp_path, name):
    shutil.copytree(home, tmp_path / FOLDER)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mio = 1\n", encoding="utf-8")
    said = run_cell(colab, tmp_path, "file:///no/hay")
    assert said.startswith("❌ Python toma «") and name in said.replace(os.sep, "/")
    assert "Cámbiale el nombre, reinicia el núcleo" in said


GIT_SAYS = {
    "fatal: unable to access 'x': Could not resolve host: github.com": "no hay conexión a Internet",
    "fatal: unable to access 'x': Failed to connect to github.com port 443": "no hay conexión",
    "fatal: unable to access 'x': Could not resolve proxy: nada": "el proxy de tu red",
    "fatal: unable to access 'x': CONNECT tunnel failed, response 407": "el proxy de tu red",
    "fatal: unable to access 'x': SSL certificate problem: self-signed": "certificado",
    "fatal: write error: No space left on device": "no queda espacio en el disco",
    "fatal: could not create work tree dir 'x': Permission denied": "no se puede escribir",
    "fatal: Remote branch main not found in upstream origin": "no está en https://github.com/",
    "fatal: could not read Username for 'x': terminal prompts disabled": "no es público",
    "fatal: algo nunca visto": "fatal: algo nunca visto.",
}


@posix
@pytest.mark.parametrize(("text", "cause"), GIT_SAYS.items())
def test_the_true_cause_of_a_failed_download(colab, tmp_path, text, cause):
    folder = tmp_path / "cuaderno"
    folder.mkdir()
    path = fake_git(tmp_path / "bin", f'echo "{text}" >&2; exit 128')
    said = run_cell(colab, folder, "x", PATH=path).splitlines()[-1]
    assert said.startswith(
        f"❌ No se pudo descargar el curso: {cause}" if "fatal" in cause else "❌"
    )
    assert cause in said and "vuelve a ejecutar esta celda" in said
    assert list(folder.iterdir()) == []


@posix
def test_a_proxy_that_may_be_the_cause_is_named(colab, tmp_path):
    path = fake_git(tmp_path / "bin", "echo Failed to connect >&2; exit 128")
    said = run_cell(colab, tmp_path, "x", PATH=path, https_proxy="http://clave:secreta@10.0.0.1")
    assert "por un proxy: puede ser él" in said and "secreta" not in said


def test_without_git(colab, tmp_path):
    said = run_cell(colab, tmp_path, "x", PATH=str(tmp_path))
    assert "falta git" in said and "descomprímelo junto a este cuaderno" in said


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        ("OSError(30, 'Read-only file system')", "no se puede escribir en esta carpeta"),
        ("PermissionError(13, 'Permission denied')", "no se puede escribir en esta carpeta"),
        ("OSError(28, 'No space left on device')", "no queda espacio"),
    ],
)
def test_a_folder_that_cannot_be_written(colab, tmp_path, error, cause):
    before = f"import tempfile\ndef mkdtemp(*a, **k): raise {error}\ntempfile.mkdtemp = mkdtemp"
    assert cause in run_cell(colab, tmp_path, "x", before=before).splitlines()[-1]


def test_a_python_too_old_says_so(colab, home):
    before = "sys.version_info = (3, 8, 18)"
    said = run_cell(colab, home, "x", before=before)
    assert said.startswith("❌ Este Python es el 3.8 y es demasiado viejo: el curso necesita")
    ast.parse(SETUP, feature_version=(3, 7))  # y puede leer la celda para decirlo


def test_it_runs_no_shell_and_leaves_no_public_name(colab, home):
    assert "shell" not in SETUP and "system(" not in SETUP
    tree = ast.parse(SETUP)
    defined = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
    defined |= {t.id for n in tree.body if isinstance(n, ast.Assign) for t in n.targets}
    assert all(name.startswith("_") for name in defined)
