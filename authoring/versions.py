"""``make test-versiones``: el curso, con cada Python y con otras versiones de sus bibliotecas.

Cada combinación se instala en su propia carpeta de ``build/versiones``, pasa las pruebas que
dependen de las bibliotecas y ejecuta los cuadernos con nbval. Lo que salió queda, con su fecha, en
la tabla de ``docs/versiones.md``; lo que nadie ha ejecutado dice «sin probar».

Lo llama el Makefile con el Python del sistema: solo usa la biblioteca estándar.
"""

import argparse
import datetime
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from . import bootstrap
from .files import write_whole

ROOT = Path(bootstrap.ROOT)
PLACE = ROOT / "build" / "versiones"
DOCUMENT = ROOT / "docs" / "versiones.md"
# Como se piden («make test-versiones VERSIONES=minimas») y como se leen en la tabla.
VERSIONS = {"minimas": "mínimas", "fijas": "fijas", "ultimas": "últimas"}
LIBRARIES = ("tensorflow", "keras", "numpy", "matplotlib", "pandas", "scikit-learn", "ipywidgets")
NOT_RUN = "sin probar"

# Sin mutantes: prueban las comprobaciones, no las bibliotecas, y es lo que más tarda.
UNITS = ["tests/course_utils", "tests/exercises"]
WITHOUT_MUTANTS = ["-k", "not mutant and not taken_for_right"]
NBVAL = [
    *("--nbval", "--nbval-current-env", "--nbval-cell-timeout=900"),
    *("--nbval-sanitize-with=tests/notebooks/sanitize.cfg", "build/prueba"),
]
PARALLEL = ["-n", "2", "--dist", "loadfile"]

_TABLE = re.compile(r"(?<=<!-- tabla -->\n).*?(?=<!-- fin de tabla -->)", re.DOTALL)
_HEADER = [
    "| Python | Versiones | Cuáles son | Pruebas | Cuadernos | Fecha |",
    "|---|---|---|---|---|---|",
]


def main(argv=None):
    """Punto de entrada; devuelve 0 si todo lo pedido se probó y está bien."""
    parser = argparse.ArgumentParser(prog="python -m authoring.versions")
    parser.add_argument("lessons", nargs="*", metavar="LECCIÓN", help="4.4, 6… (vacío: todas)")
    parser.add_argument("--tests", nargs="+", metavar="CARPETA", help="qué pruebas (todas)")
    parser.add_argument("--versions", choices=VERSIONS, help="solo esas (vacío: las tres)")
    parser.add_argument("--this-python", action="store_true", help="solo con este Python")
    parser.add_argument("--table", action="store_true", help="solo pone al día la tabla")
    options = parser.parse_args(argv)
    os.chdir(ROOT)
    fine = True
    if not options.table:
        PLACE.mkdir(parents=True, exist_ok=True)
        for number in [version_of(sys.executable)] if options.this_python else pythons():
            python = find_python(number)
            if python is None:
                print(f"No encuentro Python {number}: queda sin probar.", flush=True)
                fine = False
                continue
            for versions in [options.versions] if options.versions else VERSIONS:
                fine = try_versions(python, versions, options.lessons, options.tests) and fine
    rows = [path.read_text(encoding="utf-8") for path in PLACE.glob("*.md")]
    text = with_rows(DOCUMENT.read_text(encoding="utf-8"), rows)
    write_whole(DOCUMENT, text)
    return 0 if fine else 1


def pythons():
    """Los Python del curso, según ``pyproject.toml``: «3.11», «3.12»…"""
    oldest, newest = bootstrap.supported_pythons()
    return [f"3.{minor}" for minor in range(oldest[1], newest[1])]


def find_python(number):
    """El ejecutable de ese Python («3.12») en este equipo, o None si no está.

    El que está y no arranca (pyenv, con otra versión puesta) es como si no estuviera.
    """
    for command in ([sys.executable], [f"python{number}"], ["py", f"-{number}"]):
        if shutil.which(command[0]) and version_of(*command) == number:
            return _ask(command, "import sys; print(sys.executable)")
    return None


def version_of(*command):
    """La versión del Python que arranca esa orden: «3.12», o «» si no arranca."""
    return _ask(command, "import sys; print('%d.%d' % sys.version_info[:2])")


def _ask(command, code):
    done = subprocess.run([*command, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def try_versions(python, versions, lessons=(), tests=None):
    """Instala una combinación, la prueba, y apunta en ``PLACE`` su fila de la tabla.

    Parameters
    ----------
    python : str
        El ejecutable con que se crea su entorno.
    versions : str
        Una clave de ``VERSIONS``.
    lessons : sequence of str
        Lecciones o módulos; vacío, todos los cuadernos.
    tests : sequence of str, optional
        Archivos o carpetas de pruebas; sin ellos, ``UNITS``.

    Returns
    -------
    bool
        Si todo está bien.
    """
    number = version_of(python)
    print(f"\nPython {number}, versiones {VERSIONS[versions]}", flush=True)
    folder = PLACE / f"{number}-{versions}"
    units, notebooks = NOT_RUN, NOT_RUN
    libraries = "no se instalan"
    problems = True
    if install(python, versions, folder):
        python = folder / bootstrap.BIN_PYTHON
        libraries = _ask([python], _LIBRARIES)
        units, problems = run_tests(python, [*(tests or UNITS), *WITHOUT_MUTANTS])
        units += only(tests)
        notebooks, more = run_notebooks(python, lessons)
        notebooks += only(lessons)
        problems = problems or more
    today = datetime.date.today().isoformat()
    row = row_of(number, VERSIONS[versions], libraries, units, notebooks, today)
    (PLACE / f"{folder.name}.md").write_text(row, encoding="utf-8", newline="\n")
    print(row, flush=True)
    return not problems


_LIBRARIES = f"""
from importlib.metadata import version
print(", ".join(f"`{{name}} {{version(name)}}`" for name in {LIBRARIES}))
"""


def install(python, versions, folder):
    """Prepara el entorno de una combinación, con lo opcional; devuelve si se pudo."""
    order = [python, "authoring/bootstrap.py", "--versions", versions]
    if subprocess.run([*order, "--venv", folder.relative_to(ROOT)]).returncode:
        return False
    pip = [folder / bootstrap.BIN_PYTHON, "-m", "pip", "install", "--quiet"]
    extras = ".[pytorch,busqueda,series]"
    optional = ["--disable-pip-version-check", "--no-build-isolation", "-e", extras]
    return subprocess.run([*pip, *optional], env=bootstrap.pip_environment()).returncode == 0


def run_notebooks(python, lessons=()):
    """Ejecuta los cuadernos y los compara con lo guardado; como ``run_tests``."""
    if subprocess.run([python, "-m", "authoring", "proof", *lessons]).returncode:
        return "no se pueden preparar", True
    settings = {"COURSE_STATIC": "1", "COURSE_PROGRESS": "no"}
    return run_tests(python, NBVAL, settings, whole_files=True)


def run_tests(python, arguments, settings=None, *, whole_files=False):
    """Pasa unas pruebas con ese Python.

    Parameters
    ----------
    python : Path
    arguments : list of str
        Los de ``pytest``.
    settings : dict of str, optional
        Variables de entorno, además de las de este.
    whole_files : bool
        Contar archivos, y no pruebas: un cuaderno está bien si lo está cada celda.

    Returns
    -------
    said : str
        «31 bien», «30 bien, 1 mal»…
    problems : bool
    """
    report = PLACE / "resultado.xml"
    report.unlink(missing_ok=True)
    command = [python, "-m", "pytest", "-q", "--tb=short", "--disable-warnings", *PARALLEL]
    environment = {**os.environ, **(settings or {})}
    done = subprocess.run([*command, *arguments, f"--junitxml={report}"], env=environment)
    if not report.exists():
        return "no terminaron", True
    said = count(ElementTree.parse(report), whole_files=whole_files)
    return said, done.returncode != 0


def count(report, *, whole_files):
    """Cuántas pruebas, o archivos, acabaron bien, mal o se omitieron, según un ``--junitxml``."""
    outcomes = {}
    for number, case in enumerate(report.iter("testcase")):
        worst = 0
        for child in case:
            worst = max(worst, {"skipped": 1, "failure": 2, "error": 2}.get(child.tag, 0))
        key = case.get("classname") if whole_files else number
        outcomes[key] = max(outcomes.get(key, 0), worst)
    totals = [list(outcomes.values()).count(outcome) for outcome in (0, 2, 1)]
    named = zip(totals, ("bien", "mal", "sin ejecutar"), strict=True)
    return ", ".join(f"{total} {name}" for total, name in named if total)


def only(chosen):
    """Lo que se añade a un resultado que no es de todo: « (solo 1 2)»."""
    return f" (solo {' '.join(chosen)})" if chosen else ""


def row_of(*cells):
    """Una fila de la tabla."""
    return f"| {' | '.join(cells)} |"


def with_rows(text, rows):
    """El documento con esas filas al día; las demás siguen como estaban."""
    known = {_key(row): row for row in _TABLE.search(text)[0].splitlines()}
    known.update((_key(row), row) for row in rows)
    table = [
        known.get((number, versions), row_of(number, versions, *[NOT_RUN] * 3, "—"))
        for number in pythons()
        for versions in VERSIONS.values()
    ]
    return _TABLE.sub("\n" + "\n".join([*_HEADER, *table]) + "\n\n", text)


def _key(row):
    return tuple(cell.strip() for cell in row.split("|")[1:3])


if __name__ == "__main__":
    sys.exit(main())
