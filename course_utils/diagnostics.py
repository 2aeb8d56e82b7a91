"""``check_environment()``: ¿está todo listo para el curso, y si no, qué hay que hacer?

Funciona cuando nada más funciona: solo usa la biblioteca estándar, y prueba las demás en otro
Python, para que una que se rompe no se lo lleve por delante. Cada comprobación es independiente: la
que falla se convierte en una línea ❌ con el error original, y las demás siguen.
"""

from __future__ import annotations

import html
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from course_utils.notebook import Html, html_table, in_notebook, printable
from course_utils.spanish import counted

COURSE = Path(__file__).resolve().parent.parent
PROJECT_FILE = COURSE / "pyproject.toml"

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

    def __str__(self) -> str:
        line = f"{_STATES[self.state][0]} {self.name}: {self.found}"
        return printable(f"{line}\n   → {self.advice}" if self.advice else line)


@dataclass(frozen=True)
class EnvironmentReport:
    """El informe completo; un cuaderno lo muestra como tabla y ``print`` como texto."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """``True`` si nada impide hacer el curso (un aviso no lo impide)."""
        return self._count("problem") == 0

    @property
    def verdict(self) -> str:
        """La conclusión, en una frase."""
        problems, warnings = self._count("problem"), self._count("warning")
        if problems:
            return f"❌ Hay {counted(problems, 'problema')}: arriba está qué hacer con cada uno."
        if warnings:
            return f"✅ Todo listo, con {counted(warnings, 'aviso')}."
        return "✅ Todo listo."

    def _count(self, state):
        return sum(check.state == state for check in self.checks)

    def __repr__(self) -> str:  # también en la terminal y en IDLE se ve el informe
        return printable("\n".join([*map(str, self.checks), "", self.verdict]))

    def _repr_html_(self) -> str:
        table = html_table(
            "Estado de este equipo para el curso",
            ["Estado", "Qué", "Encontrado"],
            [_html_row(check) for check in self.checks],
            row_header=1,
            align_left=True,
        )
        return f"{table}<p><strong>{html.escape(self.verdict)}</strong></p>"


def _html_row(check: Check) -> list[str]:
    icon, spoken = _STATES[check.state]
    found = html.escape(check.found)
    if check.advice:
        found += f"<br/><strong>Qué hacer:</strong> {html.escape(check.advice)}"
    return [Html(f'<span role="img" aria-label="{spoken}">{icon}</span>'), check.name, Html(found)]


def check_environment(*, data: bool = True) -> EnvironmentReport:
    """Revisa este equipo: Python, bibliotecas, memoria, disco, carpetas, ajustes y datos.

    Mientras, dice por dónde va: cargar TensorFlow puede tardar un minuto.

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
        "Procesador": _check_cpu,
        "Memoria": _check_memory,
        "Disco": _check_disk,
        "Carpetas": _check_folders,
        "Ajustes": _check_settings,
    }
    if data:
        steps["Datos"] = _check_data
    checks = []
    _tell("Revisando este equipo")
    for name, step in steps.items():
        _tell(name)
        checks += _guarded(name, step)
    _tell_no_more()
    return EnvironmentReport(tuple(checks))


def _tell(name):
    """Dice qué se está mirando ahora."""
    print(printable(f"{name}… "), end="", flush=True)


def _tell_no_more():
    """En un cuaderno, lo que decía ``_tell`` deja su sitio al informe."""
    print()
    if in_notebook():
        from IPython.display import clear_output

        clear_output(wait=True)


def _guarded(name, step):
    """Da las líneas de una comprobación; si se rompe, una línea ❌ con el error original."""
    checks = []
    try:
        checks.extend(step())
    except Exception as error:  # un diagnóstico que se rompe no diagnostica nada
        checks.append(
            Check(
                "problem",
                name,
                f"la comprobación falló: {_original(error)}",
                "Reinicia el núcleo de ejecución y repítela; si sigue, enseña esta línea a tu "
                "docente.",
            )
        )
    return checks


def _original(error):
    return _without_paths(f"{type(error).__name__}: {error}")


def _without_paths(text):
    """Quita de un mensaje las carpetas de este equipo: no ayudan, y son de su dueña."""
    text = _from_home(text.replace(str(COURSE), "el curso"))
    # Cualquier otra ruta absoluta se queda en su último nombre; una dirección web, intacta.
    return re.sub(
        r"""(?<![\w:/\\.~])(?:[A-Za-z]:)?[/\\](?:[^\s/\\'"]+[/\\])+([^\s/\\'"]*)""", r"…/\1", text
    )


def _from_home(text):
    """La misma ruta, con «~» por la carpeta personal."""
    try:
        return text.replace(str(Path.home()), "~")
    except RuntimeError:  # no hay HOME, ni usuario del que sacarlo
        return text


# --- El lugar -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """Dónde se ejecuta el cuaderno, y quién pone allí las bibliotecas."""

    name: str
    advice: str = ""  # qué hacer si falla una; vacío: las pone quien estudia

    @property
    def managed(self) -> bool:
        """Si las bibliotecas las pone otro: instalar encima puede estropear lo que hay."""
        return bool(self.advice)


_COLAB = Place(
    "Google Colab",
    "Las bibliotecas las pone Colab: no instales otras. Elige Entorno de ejecución → Desconectar y "
    "eliminar el entorno de ejecución, y vuelve a abrir el cuaderno.",
)
_KAGGLE = Place(
    "Kaggle",
    "Las bibliotecas las pone Kaggle: no instales otras. En Settings → Environment, elige "
    "«Always use latest environment» y reinicia la sesión.",
)
_HUB = Place(
    "JupyterHub", "Las bibliotecas las pone el servidor: enseña esta línea a quien lo lleva."
)


def current_place() -> Place:
    """Dice si esto es Colab, Kaggle, un JupyterHub o un equipo propio.

    Examples
    --------
    >>> current_place().managed
    False
    """
    if "google.colab" in sys.modules or "COLAB_RELEASE_TAG" in os.environ:
        return _COLAB
    if "KAGGLE_KERNEL_RUN_TYPE" in os.environ:
        return _KAGGLE
    if os.environ.keys() & {"JUPYTERHUB_USER", "JUPYTERHUB_API_URL", "BINDER_SERVICE_HOST"}:
        return _HUB
    return Place("Jupyter" if in_notebook() else "Python sin cuaderno")


def _check_place():
    yield Check("ok", "Lugar", f"{current_place().name}, en {platform.system()}")


# --- Python y las bibliotecas ---------------------------------------------------------------


def _install(*requirements, options=""):
    """La orden que instala eso en el Python que está ejecutando esto, o a quién pedirlo."""
    place = current_place()
    if place.managed:
        return place.advice
    quoted = " ".join(f'"{requirement}"' for requirement in requirements)
    command = f"pip install {options}{quoted}"
    if in_notebook():
        return f"Ejecuta en una celda:  %{command}  y reinicia el núcleo."
    return f"Ejecuta:  python -m {command}"


def _project():
    """De pyproject.toml: qué Python y qué bibliotecas pide el curso; vacío si no está.

    Se lee sin tomllib, que un Python viejo no tiene.
    """
    if not PROJECT_FILE.exists():
        return "", {}
    text = PROJECT_FILE.read_text(encoding="utf-8")
    python = re.search(r'^requires-python = "(.+)"$', text, re.MULTILINE)
    listed = re.search(r"^dependencies = \[$(.*?)^\]$", text, re.MULTILINE | re.DOTALL)
    return python[1], dict(re.findall(r'^ *"([\w-]+)([^"]*)"', listed[1], re.MULTILINE))


def _release(version):
    """«2.21.0rc1» -> (2, 21, 0): lo que hace falta para comparar."""
    return tuple(map(int, re.match(r"\d+(?:\.\d+)*", version)[0].split(".")))


def _meets(version, specifier):
    """Si una versión cumple «>=3.11,<3.14»."""
    for operator, limit in _parts(specifier):
        ours, theirs = _release(version), _release(limit)
        size = max(len(ours), len(theirs))
        ours, theirs = (numbers + (0,) * (size - len(numbers)) for numbers in (ours, theirs))
        if not {">=": ours >= theirs, "<": ours < theirs, "!=": ours != theirs}[operator]:
            return False
    return True


def _parts(specifier):
    return re.findall(r"(>=|<|!=)\s*([\w.]+)", specifier)


def _spanish(specifier):
    words = {">=": "{} o posterior", "<": "anterior a {}", "!=": "que no sea la {}"}
    return ", ".join(words[operator].format(limit) for operator, limit in _parts(specifier))


def _check_python():
    (python, _), version = _project(), platform.python_version()
    if _meets(version, python):
        yield Check("ok", "Python", version)
    else:
        place = current_place()
        yield Check(
            "problem",
            "Python",
            f"{version}; el curso necesita {_spanish(python)}",
            place.advice
            or "Instala Python 3.12 y, en la carpeta del curso, ejecuta:  "
            "make lab PYTHON=python3.12  (o abre el cuaderno en Google Colab).",
        )


# Lo primero que se prueba es lo que usan las demás: si falla, se ve dónde.
_IMPORTED = {
    "numpy": "numpy",
    "pandas": "pandas",
    "matplotlib": "matplotlib.pyplot",
    "scikit-learn": "sklearn",
    "tensorflow": "tensorflow",
    "keras": "keras",
}
# TensorFlow se publica con más de un nombre.
_ALSO = {"tensorflow": ("tensorflow-cpu", "tensorflow-intel", "tensorflow-macos")}
# Los exploradores funcionan también con la serie 7, que es la de Colab.
_WIDGETS_ANYWHERE = ">=7.6,!=8.1.9"


def _needed():
    """Cada biblioteca que hace falta aquí, con las versiones que valen."""
    needed = dict(_project()[1])
    if current_place().managed:  # cada sitio pone su propia página
        needed["ipywidgets"] = _WIDGETS_ANYWHERE
    if current_place().managed or in_notebook():  # VS Code, por ejemplo
        needed.pop("jupyterlab", None)
    return needed


def _check_packages():
    if not PROJECT_FILE.exists():
        yield Check(
            "warning",
            "Bibliotecas",
            "junto a course_utils no está pyproject.toml y no puedo comparar versiones",
            "Descarga el curso completo, no solo la carpeta course_utils.",
        )
        return
    needed = _needed()
    found = {name: _version(name) for name in needed}
    wrong = {n: s for n, s in needed.items() if not (found[n] and _meets(found[n], s))}
    failures, gpus = _try_to_import([n for n in _IMPORTED if found.get(n)])
    for name in needed:
        if name not in wrong and name not in failures:
            yield Check("ok", name, found[name])
    for name in [n for n in wrong if n not in failures]:
        said = f"{found[name]}; el curso necesita {_spanish(needed[name])}"
        # La última lleva la orden, que las instala todas.
        last = name == list(wrong)[-1]
        yield Check(
            # Sin ella, los exploradores enseñan una figura fija.
            "warning" if name == "ipywidgets" else "problem",
            name,
            said if found[name] else "no está instalada",
            _install(*(f"{n}{s}" for n, s in wrong.items())) if last else "",
        )
    for name, error in failures.items():
        advice = _install(name, options="--force-reinstall ")
        if os.name == "nt" and name == "tensorflow":
            advice += " Si sigue igual, instala «Microsoft Visual C++ Redistributable» (x64)."
        yield Check("problem", name, f"{found[name]}, pero no se puede importar: {error}", advice)
    if gpus is not None:
        words = counted(gpus, "disponible") if gpus else "no hay; el curso entero cabe en la CPU"
        yield Check("ok", "GPU", words)


def _version(name):
    """La versión instalada de una biblioteca, o una cadena vacía."""
    for known in (name, *_ALSO.get(name, ())):
        try:
            return metadata.version(known)
        except metadata.PackageNotFoundError:
            continue
    return ""


# Lo que se ejecuta en el otro Python: carga cada biblioteca y dice cómo le fue.
_TRY = """
import importlib, json, os, sys
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
for name in sys.argv[1:]:
    print("\\n@" + json.dumps([name]), flush=True)
    said, gpus = "", None
    try:
        module = importlib.import_module(name)
        if name == "tensorflow":
            gpus = len(module.config.list_physical_devices("GPU"))
    except BaseException as error:
        said = f"{type(error).__name__}: {error}"
    print("\\n@" + json.dumps([name, said, gpus]), flush=True)
"""


def _try_to_import(names):
    """Importa cada biblioteca en otro Python: una rota no se lleva por delante este.

    Parameters
    ----------
    names : list of str
        Como se instalan.

    Returns
    -------
    failures : dict of str
        El error de cada una que no se puede importar.
    gpus : int or None
        Cuántas ve TensorFlow; ``None`` si no se puede saber.
    """
    failures, gpus = {}, None
    waiting = {_IMPORTED[name]: name for name in names}
    while waiting:
        trying = None
        for module, *answer in _answers(list(waiting)):
            if not answer:
                _tell(waiting[module])
                trying = module
                continue
            name, trying = waiting.pop(module), None
            if answer[0]:
                failures[name] = _without_paths(answer[0])
            if answer[1] is not None:
                gpus = answer[1]
        if trying:  # el otro Python murió al cargarla
            failures[waiting.pop(trying)] = "el Python que la carga se cierra de golpe"
        elif waiting:
            raise RuntimeError("no se pudo abrir otro Python en el que probar las bibliotecas")
    return failures, gpus


def _answers(modules):
    """Lo que va diciendo el otro Python: [nombre] al empezar, y [nombre, error, GPU] al acabar."""
    command = [sys.executable, "-c", _TRY, *modules]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as other:
        try:
            for line in other.stdout:
                if line.startswith(b"@"):
                    yield json.loads(line[1:])
        finally:
            other.kill()  # si quien espera se cansa, no sigue solo


# --- El equipo ------------------------------------------------------------------------------


def _check_cpu():
    yield Check("ok", "Procesador", counted(os.cpu_count() or 1, "núcleo"))


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


def _check_folders():
    folders = {"del cuaderno": Path.cwd, "personal": Path.home, "temporal": tempfile.gettempdir}
    advice = {
        "del cuaderno": "Aquí no podrás guardar: copia el curso a una carpeta tuya y ábrelo allí.",
        "personal": "Keras y Matplotlib guardan ahí sus ajustes, y avisarán cada vez. Antes de "
        "abrir Jupyter, pon en la variable HOME una carpeta en la que puedas escribir.",
        "temporal": "TensorFlow la necesita. Pon en la variable TMPDIR una en la que puedas "
        "escribir.",
    }
    bad = 0
    for name, where in folders.items():
        try:
            with tempfile.TemporaryFile(dir=where()):
                continue
        except (OSError, RuntimeError) as error:
            bad += 1
            said = getattr(error, "strerror", None) or str(error)
            found = f"no se puede escribir en la carpeta {name} ({_from_home(str(said))})"
            yield Check("warning", "Carpetas", found, advice[name])
    for file in sorted(Path.cwd().glob("*.py")):
        if file.stem in sys.stdlib_module_names or file.stem in _IMPORTED.values():
            bad += 1
            yield Check(
                "problem",
                "Carpetas",
                f"tu archivo «{file.name}» tapa la biblioteca {file.stem}: Python carga el tuyo",
                "Cámbiale el nombre y reinicia el núcleo de ejecución.",
            )
    if not bad:
        yield Check("ok", "Carpetas", "se puede escribir en ellas")


# --- Los ajustes heredados ------------------------------------------------------------------

_ELSEWHERE = "pip instala en otro sitio, donde este Python no mira"

# Variable -> qué valores estorban, qué pasa con ellos, y si impide hacer el curso.
_SETTINGS = {
    "KERAS_BACKEND": (lambda v: v != "tensorflow", "Keras no usaría TensorFlow", "problem"),
    "TF_USE_LEGACY_KERAS": (
        lambda v: v.lower() in ("1", "true"),
        "TensorFlow usaría un Keras antiguo",
        "problem",
    ),
    "MPLBACKEND": (
        lambda v: in_notebook() and "inline" not in v,
        "las figuras no saldrán debajo de las celdas",
        "warning",
    ),
    "PYTHONWARNINGS": (
        lambda v: "error" in v,
        "cada aviso de una biblioteca se convierte en un error",
        "warning",
    ),
    "PIP_USER": (lambda v: v.lower() not in ("0", "no", "false"), _ELSEWHERE, "warning"),
    "PIP_TARGET": (bool, _ELSEWHERE, "warning"),
    "PIP_PREFIX": (bool, _ELSEWHERE, "warning"),
}
_UNSET = (
    "Quita esa variable (del sistema, o de la terminal desde la que abres Jupyter) y vuelve a "
    "abrirlo."
)


def _check_settings():
    bad = 0
    for name, (hinders, what, state) in _SETTINGS.items():
        value = os.environ.get(name, "")
        if value and hinders(value):
            bad += 1
            advice = "Ejecuta en una celda:  %matplotlib inline" if name == "MPLBACKEND" else _UNSET
            yield Check(state, f"Ajuste {name}", f"vale «{_without_paths(value)}»: {what}", advice)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if not encoding.lower().replace("-", "").startswith("utf"):
        bad += 1
        yield Check(
            "warning",
            "Consola",
            f"escribe en {encoding}, que no tiene todos los signos del curso",
            "Antes de abrir Python, pon en la variable PYTHONUTF8 el valor 1.",
        )
    if not bad:
        yield Check("ok", "Ajustes", "ninguno heredado estorba")


# --- Los datos ------------------------------------------------------------------------------


def _check_data():
    from course_utils.datasets import data_dir, verify_data

    custom = data_dir() != COURSE / "data"
    folder = f"«{_from_home(str(data_dir()))}», la de COURSE_DATA_DIR" if custom else "data/"
    if custom and not data_dir().is_dir():
        yield Check(
            "problem",
            "Datos",
            f"no existe la carpeta {folder}",
            "Corrige esa variable, o bórrala para usar la carpeta data/ del curso.",
        )
        return
    results = verify_data()
    damaged = {name: problem for name, problem in results.items() if problem}
    if len(damaged) > 1 and len(set(damaged.values())) == 1:  # lo que falta es la carpeta
        damaged = {"todos los archivos": next(iter(damaged.values()))}
    for name, problem in damaged.items():
        # El texto de datasets ya dice con qué orden se repara.
        yield Check(
            "problem", f"Datos: {name}", _from_home(problem) if custom else _without_paths(problem)
        )
    if not damaged:
        yield Check("ok", "Datos", f"{counted(len(results), 'archivo')} en {folder}, sin daños")
