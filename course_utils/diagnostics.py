"""``check_environment()``: ¿está todo listo para el curso, y si no, qué hay que hacer?

Cada comprobación es independiente: la que se rompe se convierte en una línea ❌ con el error
original, y las demás siguen.
"""

import html
import os
import platform
import re
import shutil
import sys
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from course_utils.shell import in_notebook

PROJECT_FILE = Path(__file__).resolve().parent.parent / "pyproject.toml"

# Lo que pide el cuaderno más exigente (el fraude: 284 807 filas), con margen.
ENOUGH_MEMORY_GB = 2
ENOUGH_DISK_GB = 1

# Estado -> icono y cómo se lee en voz alta.
_STATES = {"ok": ("✅", "bien"), "warning": ("⚠️", "aviso"), "problem": ("❌", "problema")}


@dataclass(frozen=True)
class Check:
    """Una línea del informe: qué se miró, qué se encontró y, si hace falta, qué hacer."""

    state: str  # "ok", "warning" o "problem"
    name: str
    found: str
    advice: str = ""

    def __str__(self):
        line = f"{_STATES[self.state][0]} {self.name}: {self.found}"
        return f"{line}\n   → {self.advice}" if self.advice else line


@dataclass(frozen=True)
class EnvironmentReport:
    """El informe completo; un cuaderno lo muestra como tabla y ``print`` como texto."""

    checks: tuple[Check, ...]

    @property
    def ok(self):
        """``True`` si nada impide hacer el curso (un aviso no lo impide)."""
        return self._count("problem") == 0

    @property
    def verdict(self):
        """La conclusión, en una frase."""
        problems, warnings = self._count("problem"), self._count("warning")
        if problems:
            return f"❌ Hay {_plural(problems, 'problema')}: arriba está qué hacer con cada uno."
        if warnings:
            return f"✅ Todo listo, con {_plural(warnings, 'aviso')}."
        return "✅ Todo listo."

    def _count(self, state):
        return sum(check.state == state for check in self.checks)

    def __repr__(self):  # también en la terminal y en IDLE se ve el informe, no sus entrañas
        return "\n".join([*map(str, self.checks), "", self.verdict])

    def _repr_html_(self):
        rows = "\n".join(_html_row(check) for check in self.checks)
        return (
            '<table style="text-align: left">\n'
            "<caption>Estado de este equipo para el curso</caption>\n"
            '<thead><tr><th scope="col">Estado</th><th scope="col">Qué</th>'
            '<th scope="col">Encontrado</th></tr></thead>\n'
            f"<tbody>\n{rows}\n</tbody>\n</table>\n"
            f"<p><strong>{html.escape(self.verdict)}</strong></p>"
        )


def _html_row(check):
    icon, spoken = _STATES[check.state]
    cell = 'style="text-align: left"'
    found = html.escape(check.found)
    if check.advice:
        found += f"<br/><strong>Qué hacer:</strong> {html.escape(check.advice)}"
    return (
        f'<tr><td {cell}><span role="img" aria-label="{spoken}">{icon}</span></td>'
        f'<th scope="row" {cell}>{html.escape(check.name)}</th><td {cell}>{found}</td></tr>'
    )


def _plural(count, word):
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def check_environment(*, data=True):
    """Revisa este equipo: Python, bibliotecas, TensorFlow, memoria, disco y datos.

    Parameters
    ----------
    data : bool
        Comprobar también los archivos de datos (medio segundo).

    Returns
    -------
    EnvironmentReport
        Nunca lanza un error: lo que no se puede comprobar aparece como una línea ❌.

    Examples
    --------
    >>> check_environment()  # doctest: +SKIP
    ✅ Lugar: Jupyter, en Linux
    ✅ Python: 3.12.1
    …
    ✅ Todo listo.
    """
    steps = {
        "Lugar": _check_place,
        "Python": _check_python,
        "Bibliotecas": _check_packages,
        "TensorFlow": _check_tensorflow,
        "Procesador": _check_cpu,
        "Memoria": _check_memory,
        "Disco": _check_disk,
    }
    if data:
        steps["Datos"] = _check_data
    return EnvironmentReport(
        tuple(check for name, step in steps.items() for check in _guarded(name, step))
    )


def _guarded(name, step):
    """Da las líneas de una comprobación; si se rompe, una línea ❌ con el error original."""
    try:
        return list(step())
    except Exception as error:  # un diagnóstico que se rompe no diagnostica nada
        return [
            Check(
                "problem",
                name,
                f"la comprobación falló: {_original(error)}",
                "Reinicia el núcleo de ejecución y repítela; si sigue, enseña esta línea a tu "
                "docente.",
            )
        ]


def _original(error):
    return _without_paths(f"{type(error).__name__}: {error}")


def _without_paths(text):
    """Quita de un mensaje las carpetas de este equipo: no ayudan, y son de su dueña."""
    text = text.replace(str(PROJECT_FILE.parent), "el curso").replace(str(Path.home()), "~")
    # Cualquier otra ruta absoluta se queda en su último nombre; una dirección web, intacta.
    return re.sub(
        r"""(?<![\w:/\\.~])(?:[A-Za-z]:)?[/\\](?:[^\s/\\'"]+[/\\])+([^\s/\\'"]*)""", r"…/\1", text
    )


def _install(requirement, options=""):
    """La orden que instala eso en el Python que está ejecutando esto."""
    command = f'pip install {options}"{requirement}"'
    if in_notebook():
        return f"Ejecuta en una celda:  %{command}  y reinicia el núcleo."
    return f"Ejecuta:  python -m {command}"


def _check_place():
    if "google.colab" in sys.modules:
        place = "Google Colab"
    else:
        place = "Jupyter" if in_notebook() else "Python sin cuaderno"
    yield Check("ok", "Lugar", f"{place}, en {platform.system()}")


def _project():
    """La sección [project] de pyproject.toml, o ``None`` si el archivo no está."""
    if not PROJECT_FILE.exists():
        return None
    return tomllib.loads(PROJECT_FILE.read_text(encoding="utf-8"))["project"]


def _check_python():
    from packaging.specifiers import SpecifierSet

    project, version = _project(), platform.python_version()
    supported = SpecifierSet(project["requires-python"]) if project else SpecifierSet()
    if supported.contains(version, prereleases=True):
        yield Check("ok", "Python", version)
    else:
        yield Check(
            "problem",
            "Python",
            f"{version}; el curso necesita {_spanish(supported)}",
            "Instala Python 3.12 y, en la carpeta del curso, ejecuta:  "
            "make lab PYTHON=python3.12  (o abre el cuaderno en Google Colab).",
        )


def _check_packages():
    from packaging.requirements import Requirement

    project = _project()
    if project is None:
        yield Check(
            "warning",
            "Bibliotecas",
            "junto a course_utils no está pyproject.toml y no puedo comparar versiones",
            "Descarga el curso completo, no solo la carpeta course_utils.",
        )
        return
    for requirement in map(Requirement, project["dependencies"]):
        yield _check_package(requirement)


def _check_package(requirement):
    try:
        version = metadata.version(requirement.name)
    except metadata.PackageNotFoundError:
        return Check("problem", requirement.name, "no está instalada", _install(requirement))
    if requirement.specifier.contains(version, prereleases=True):
        return Check("ok", requirement.name, version)
    found = f"{version}; el curso necesita {_spanish(requirement.specifier)}"
    return Check("problem", requirement.name, found, _install(requirement))


def _spanish(specifiers):
    words = {">=": "{} o posterior", "<": "anterior a {}"}
    ordered = sorted(specifiers, key=lambda item: item.operator, reverse=True)
    return ", ".join(words.get(i.operator, f"{i.operator}{{}}").format(i.version) for i in ordered)


def _check_tensorflow():
    from course_utils.training import import_tensorflow

    try:
        tensorflow = import_tensorflow()
    except Exception as error:  # una biblioteca en C puede fallar de mil maneras
        advice = _install("tensorflow", "--force-reinstall ")
        if os.name == "nt":
            advice += " Si sigue igual, instala «Microsoft Visual C++ Redistributable» (x64)."
        yield Check("problem", "TensorFlow", f"no se puede importar: {_original(error)}", advice)
        return
    yield Check("ok", "TensorFlow", "se importa sin errores")
    gpus = tensorflow.config.list_physical_devices("GPU")
    found = _plural(len(gpus), "disponible") if gpus else "no hay; el curso entero cabe en la CPU"
    yield Check("ok", "GPU", found)


def _check_cpu():
    yield Check("ok", "Procesador", _plural(os.cpu_count() or 1, "núcleo"))


def _check_memory():
    try:
        import psutil
    except ImportError:
        yield Check("warning", "Memoria", "no se pudo medir: falta psutil", _install("psutil"))
        return
    yield _enough("Memoria", psutil.virtual_memory().available, ENOUGH_MEMORY_GB)


def _check_disk():
    yield _enough("Disco", shutil.disk_usage(Path.cwd()).free, ENOUGH_DISK_GB)


def _enough(name, free_bytes, enough_gb):
    free = free_bytes / 1e9
    if free >= enough_gb:
        return Check("ok", name, f"{free:.1f} GB libres")
    advice = {
        "Memoria": "Cierra otros programas y los cuadernos que no uses (Kernel → Shut Down All).",
        "Disco": "Vacía la papelera o borra archivos grandes; «make limpiar» borra lo generado.",
    }
    return Check(
        "warning",
        name,
        f"{free:.1f} GB libres; se recomiendan {enough_gb} GB o más",
        advice[name],
    )


def _check_data():
    from course_utils.datasets import verify_data

    results = verify_data()
    damaged = {name: problem for name, problem in results.items() if problem}
    for name, problem in damaged.items():
        # El texto de datasets ya dice con qué orden se repara.
        yield Check("problem", f"Datos: {name}", _without_paths(problem))
    if not damaged:
        folder = "la carpeta de COURSE_DATA_DIR" if os.environ.get("COURSE_DATA_DIR") else "data/"
        yield Check("ok", "Datos", f"{_plural(len(results), 'archivo')} en {folder}, sin daños")
