"""La celda de preparación, como en Colab: un cuaderno solo, en una carpeta vacía.

Se crea un entorno que tiene las bibliotecas pero no course_utils, y un repositorio local que hace
las veces del publicado: git traduce la dirección (``url.<base>.insteadOf``) sin tocar el cuaderno.
"""

import os
import shutil
import subprocess
import sys
import sysconfig

import nbformat
import pytest

from authoring.lessons import ROOT, find_lessons
from authoring.project import published

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
    folder = tmp_path_factory.mktemp("publicado") / "curso"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    identity = ["-c", "user.name=curso", "-c", "user.email=curso@example.org"]
    for command in (
        ["init", "--quiet", "--initial-branch", published().ref],
        ["add", "--all"],
        [*identity, "commit", "--quiet", "--message", "curso"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def environment(repository_url):
    """Sin este proyecto en el camino, y con la dirección publicada apuntando a otra."""
    variables = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COURSE_"))}
    return {
        **variables,
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{repository_url}.insteadOf",
        "GIT_CONFIG_VALUE_0": published().repository,
    }


def run_alone(notebook, folder, python, repository_url):
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / notebook.name
    shutil.copyfile(notebook, copy)
    done = subprocess.run(
        [python, "-c", RUN, copy.name],
        cwd=folder,
        env=environment(repository_url),
        capture_output=True,
        text=True,
    )
    return done, nbformat.read(copy, as_version=4)


def test_the_environment_does_not_have_the_course(colab, tmp_path):
    code = "import keras, importlib.util; print(importlib.util.find_spec('course_utils'))"
    done = subprocess.run(
        [colab, "-c", code], cwd=tmp_path, env=environment("x"), capture_output=True, text=True
    )
    assert done.stdout.strip() == "None", done.stderr


@pytest.mark.parametrize("number", ["0.0", "4.4"])
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
