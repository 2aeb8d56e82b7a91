"""``make test-colab``: el gemelo de Google Colab, y los cuadernos ejecutados en él.

El gemelo es un entorno aparte con las versiones de ``colab.txt``. Cada cuaderno se ejecuta como lo
abre quien llega: solo, en una carpeta vacía, y su celda de preparación clona el curso de verdad. Lo
que se clona es una copia de esta carpeta: git traduce la dirección publicada sin tocar el cuaderno.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import psutil

from .bootstrap import BIN_PYTHON, pip_environment
from .errors import AuthoringError
from .lessons import ROOT, find_lessons
from .notebooks import unfolded
from .outputs import clean, differences
from .project import published
from .run import NotebookFailed, at_once, run_notebook
from .versions import find_python, version_of

PINS = Path(__file__).with_name("colab.txt")
PLACE = ROOT / "build" / "colab"
# Con esto, el curso cree que está en Colab.
_IN_COLAB = {"COLAB_RELEASE_TAG": "gemelo", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
_DIAGNOSE = """
from course_utils import check_environment
report = check_environment()
print(report)
raise SystemExit(not report.ok)
"""


def main(names=(), folder=PLACE):
    """Construye el gemelo y ejecuta en él esos cuadernos, en blanco y resueltos.

    Parameters
    ----------
    names : sequence of str
        Lecciones o módulos; vacío, todo.
    folder : Path
        Dónde van el entorno, la copia publicada y las carpetas de cada cuaderno.

    Returns
    -------
    int
        0 si todos dicen lo mismo que los guardados y los exploradores funcionan.
    """
    lessons = find_lessons(names)
    python = build_twin(folder / "entorno")
    url = publish_copy(folder / "publicado").as_uri()
    problems = [*diagnosis(python), *explorers(python)]
    lessons = [lesson for lesson in lessons if _can_run(lesson, python)]
    pairs = [(lesson, solved) for lesson in lessons for solved in (False, True)]
    with ThreadPoolExecutor(
        at_once(os.cpu_count() or 1, psutil.virtual_memory().available)
    ) as pool:
        results = pool.map(lambda pair: _try(*pair, python, url, folder), pairs)
        for (lesson, solved), (seconds, found) in zip(pairs, results, strict=True):
            name = f"{lesson.number} {'resuelto' if solved else 'en blanco'}"
            print(f"  {seconds:6.1f} s   {name}{'   FALLA' if found else ''}", flush=True)
            problems += [f"{name}: {problem}" for problem in found]
    print("\n".join(["", *problems]) if problems else "En Colab, todo dice lo mismo.")
    return 1 if problems else 0


def wanted_python():
    """El Python de Colab, según ``colab.txt``: «3.13»."""
    return re.search(r"con Python (3\.\d+)", PINS.read_text(encoding="utf-8"))[1]


def build_twin(folder):
    """Instala en una carpeta las versiones de Colab; si ya están, no hace nada.

    Returns
    -------
    Path
        Su Python.
    """
    wanted = wanted_python()
    base, version = find_python(wanted), wanted
    if base is None:
        base, version = sys.executable, version_of(sys.executable)
        print(f"Aviso: Colab usa Python {wanted}, que no encuentro; el gemelo es con {version}.")
    python = folder / BIN_PYTHON
    stamp = folder / "colab.txt"
    pins = f"# Python {version}\n" + PINS.read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == pins and python.exists():
        return python
    print(
        f"Construyendo el gemelo de Colab, con Python {version} (unos minutos y 3 GB)…", flush=True
    )
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([base, "-m", "venv", str(folder)], check=True)
    pip = [str(python), "-m", "pip", "--no-input", "--disable-pip-version-check", "install", "-q"]
    done = subprocess.run([*pip, "-r", str(PINS)], env=pip_environment())
    if done.returncode:
        raise AuthoringError("No se pudieron instalar las versiones de Colab: arriba dice por qué.")
    stamp.write_text(pins, encoding="utf-8")
    return python


def publish_copy(folder, root=ROOT):
    """Un repositorio con el curso tal como está ahora en el disco: lo que clonará la celda."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root, capture_output=True, check=True,
    )  # fmt: skip
    shutil.rmtree(folder, ignore_errors=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (root / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, folder / name)
    identity = ["-c", "user.name=curso", "-c", "user.email=curso@example.org"]
    for command in (
        ["init", "--quiet", "--initial-branch", published(root).ref],
        ["add", "--all"],
        [*identity, "commit", "--quiet", "--message", "curso"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def outside(url):
    """El entorno de quien no tiene el curso, y para quien la dirección publicada es ``url``."""
    variables = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COURSE_"))}
    return {
        **variables,
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{url}.insteadOf",
        "GIT_CONFIG_VALUE_0": published().repository,
    }


def diagnosis(python):
    """Mira que ``check_environment`` dé Colab por bueno.

    Returns
    -------
    list of str
        Un problema, si lo hay; lo demás queda en pantalla.
    """
    print("El diagnóstico, en Colab:", flush=True)
    return _with_the_course(python, ["-c", _DIAGNOSE], "check_environment() no da Colab por bueno.")


def explorers(python):
    """Pasa las pruebas de los exploradores con el ipywidgets de Colab; como ``diagnosis``."""
    print("Los exploradores, con el ipywidgets de Colab:", flush=True)
    tests = ["-m", "pytest", "-q", "--disable-warnings", "tests/course_utils/interactive"]
    return _with_the_course(python, tests, "los exploradores fallan con el ipywidgets de Colab.")


def _with_the_course(python, arguments, problem):
    variables = {k: v for k, v in os.environ.items() if not k.startswith("COURSE_")}
    settings = {**variables, **_IN_COLAB, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([str(python), *arguments], cwd=ROOT, env=settings)
    return [problem] if done.returncode else []


def _can_run(lesson, python):
    """Si el gemelo tiene lo opcional que pide una lección; si no, lo dice."""
    if lesson.requires is None:
        return True
    modules = ", ".join(lesson.requires[0])
    found = subprocess.run([str(python), "-c", f"import {modules}"], stderr=subprocess.DEVNULL)
    if found.returncode:
        print(f"  se omite   {lesson.number}: el gemelo no tiene {modules}.")
    return found.returncode == 0


def _try(lesson, solved, python, url, folder):
    """Los segundos y los problemas de un cuaderno, solo y en una carpeta vacía."""
    path = lesson.solved if solved else lesson.notebook
    alone = folder / "cuadernos" / f"{path.stem}{'-resuelto' if solved else ''}"
    shutil.rmtree(alone, ignore_errors=True)
    alone.mkdir(parents=True)
    shutil.copyfile(path, alone / path.name)
    started = time.perf_counter()
    try:
        problems = run_alone(alone / path.name, python, url, strict=solved)
    except NotebookFailed as failure:
        problems = [str(failure)]
    if not problems:
        shutil.rmtree(alone)
    return time.perf_counter() - started, problems


def run_alone(path, python, url, *, strict):
    """Ejecuta un cuaderno en el gemelo, y lo compara con lo que tenía guardado.

    Parameters
    ----------
    path : Path
        Solo, en una carpeta vacía.
    python : Path
    url : str
        De dónde clona el curso su celda de preparación.
    strict : bool
        Todo ejercicio tiene que resultar ✅.

    Returns
    -------
    list of str
        Las celdas que allí no dicen lo mismo.
    """
    stored = unfolded(nbformat.read(path, as_version=4))
    notebook = nbformat.from_dict(stored)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell["outputs"], cell["execution_count"] = [], None
    environment = {**outside(url), **_IN_COLAB}
    run_notebook(notebook, path.parent, strict=strict, python=python, environment=environment)
    clean(notebook, path.parent / published().folder)
    cloned = notebook.cells[1]
    if "Descargando el curso" not in str(cloned.outputs):
        return [f"la celda de preparación no descargó el curso: {cloned.outputs}"]
    cloned["outputs"] = []
    return [f"no dice lo mismo la celda\n{code}" for code in differences(notebook, stored)]
