"""check_environment(): cada problema, simulado, da su línea y su remedio, sin lanzar nada."""

import html
import os
import re
import subprocess
import sys
import tempfile
from collections import namedtuple
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from course_utils import datasets, diagnostics
from course_utils.diagnostics import check_environment

DATA = {"fashion_mnist/a.gz": None, "fraude/b.csv.gz": None}
COLAB = diagnostics.COURSE / "authoring" / "colab.txt"


@pytest.fixture(autouse=True)
def healthy(monkeypatch):
    """Un equipo sano y rápido de revisar; cada prueba estropea una cosa."""
    import psutil

    loading(monkeypatch)
    real = metadata.version
    # La que hay puede ser la que el curso evita.
    monkeypatch.setattr(metadata, "version", lambda n: "8.1.8" if n == "ipywidgets" else real(n))
    monkeypatch.setattr(datasets, "verify_data", lambda: dict(DATA))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=8e9))
    set_free_disk(monkeypatch, 50e9)
    for name in ["COURSE_DATA_DIR", *diagnostics._SETTINGS, *PLACES.values()]:
        monkeypatch.delenv(name, raising=False)


PLACES = {
    "Google Colab": "COLAB_RELEASE_TAG",
    "Kaggle": "KAGGLE_KERNEL_RUN_TYPE",
    "JupyterHub": "JUPYTERHUB_USER",
}


def loading(monkeypatch, failures=(), gpus=0):
    """Cómo les va a las bibliotecas al importarse."""
    monkeypatch.setattr(diagnostics, "_try_to_import", lambda names: (dict(failures), gpus))


def installed(monkeypatch, **versions):
    """Las versiones de algunas bibliotecas; con ``None``, no está."""
    real = metadata.version

    def version(name):
        if versions.get(name, "") is None:
            raise metadata.PackageNotFoundError(name)
        return versions.get(name) or real(name)

    monkeypatch.setattr(metadata, "version", version)


def in_a_notebook(monkeypatch):
    shell = SimpleNamespace(kernel=object())
    fake = SimpleNamespace(get_ipython=lambda: shell)
    display = SimpleNamespace(clear_output=lambda wait: None)
    monkeypatch.setitem(sys.modules, "IPython", fake)
    monkeypatch.setitem(sys.modules, "IPython.display", display)


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
    loading(monkeypatch, gpus=2)
    assert "GPU: 2 disponibles" in str(check_environment())


def test_missing_package(monkeypatch):
    installed(monkeypatch, pandas=None)
    report = check_environment()
    check = only(report, "problem")
    assert (check.name, check.found) == ("pandas", "no está instalada")
    assert re.search(r'python -m pip install "pandas>=[\d.]+"', check.advice)
    assert not report.ok
    assert report.verdict.startswith("❌ Hay 1 problema:")


def test_package_too_old(monkeypatch):
    installed(monkeypatch, numpy="1.26.4")
    check = only(check_environment(), "problem")
    assert check.name == "numpy"
    assert re.match(r"1\.26\.4; el curso necesita [\d.]+ o posterior", check.found)
    assert 'pip install "numpy>=' in check.advice


def test_all_that_is_missing_is_said_at_once_with_one_command(monkeypatch):
    installed(monkeypatch, numpy=None, pandas="1.5.3", keras=None)
    wrong = [check for check in check_environment().checks if check.state == "problem"]
    assert [check.name for check in wrong] == ["keras", "numpy", "pandas"]
    assert [bool(check.advice) for check in wrong] == [False, False, True]
    assert re.search(
        r'python -m pip install "keras>=[\d.]+" "numpy>=[\d.]+" "pandas>=[\d.]+"$', wrong[-1].advice
    )


def test_tensorflow_under_another_name(monkeypatch):
    installed(monkeypatch, tensorflow=None, **{"tensorflow-cpu": "2.20.0"})
    assert "✅ tensorflow: 2.20.0" in str(check_environment())


def test_the_version_of_ipywidgets_that_shows_nothing_is_a_warning(monkeypatch):
    installed(monkeypatch, ipywidgets="8.1.9")
    check = only(check_environment(), "warning")
    assert check.found == "8.1.9; el curso necesita 8.1 o posterior, que no sea la 8.1.9"
    assert 'pip install "ipywidgets>=8.1,!=8.1.9"' in check.advice


def test_a_notebook_gets_the_magic_form(monkeypatch):
    in_a_notebook(monkeypatch)
    installed(monkeypatch, keras="0.1")
    report = check_environment()
    assert "Lugar: Jupyter" in str(report)
    assert '%pip install "keras>=' in str(report)


# --- El lugar --------------------------------------------------------------------------------


def test_colab_is_recognised(monkeypatch):
    monkeypatch.setitem(sys.modules, "google.colab", SimpleNamespace())
    assert "Lugar: Google Colab" in str(check_environment())


# Lo que no trae JupyterLab, o trae otro ipywidgets, no está roto.
@pytest.mark.parametrize(("place", "variable"), PLACES.items())
def test_each_place_is_asked_only_what_it_must_have(monkeypatch, place, variable):
    monkeypatch.setenv(variable, "1")
    installed(monkeypatch, jupyterlab=None, ipywidgets="7.7.1")
    report = check_environment()
    assert report.verdict == "✅ Todo listo."
    assert f"Lugar: {place}, en" in str(report)
    assert "✅ ipywidgets: 7.7.1" in str(report) and "jupyterlab" not in str(report)


@pytest.mark.parametrize(("place", "variable"), PLACES.items())
def test_where_others_put_the_libraries_nothing_is_installed(monkeypatch, place, variable):
    monkeypatch.setenv(variable, "1")
    installed(monkeypatch, pandas="1.5.3")
    loading(monkeypatch, {"keras": "ImportError: no"})
    monkeypatch.setattr(diagnostics.platform, "python_version", lambda: "3.10.1")
    report = check_environment()
    wrong = [check for check in report.checks if check.state == "problem"]
    assert [check.name for check in wrong] == ["Python", "pandas", "keras"]
    assert len({check.advice for check in wrong}) == 1
    assert "Las bibliotecas las pone" in wrong[0].advice and "pip" not in str(report)


def test_a_notebook_without_jupyterlab_is_not_broken(monkeypatch):  # VS Code
    in_a_notebook(monkeypatch)
    installed(monkeypatch, jupyterlab=None)
    assert check_environment().verdict == "✅ Todo listo."


def test_what_colab_has_is_enough_there(monkeypatch):
    monkeypatch.setenv("COLAB_RELEASE_TAG", "release")
    versions = dict(re.findall(r"^([\w-]+)==(\S+)$", COLAB.read_text("utf-8"), re.MULTILINE))
    assert set(diagnostics._IMPORTED) <= set(versions)
    installed(monkeypatch, jupyterlab=None, **versions)
    assert check_environment().verdict == "✅ Todo listo."


# --- Python ----------------------------------------------------------------------------------


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


# --- Lo que está, pero no se puede importar --------------------------------------------------


@pytest.fixture
def fakes(tmp_path, monkeypatch):
    """Bibliotecas de mentira, delante de las de verdad; cada prueba rompe una."""
    monkeypatch.undo()
    for module in ("numpy", "pandas", "matplotlib", "sklearn", "tensorflow", "keras"):
        (tmp_path / module).mkdir()
        (tmp_path / module / "__init__.py").touch()
    (tmp_path / "matplotlib" / "pyplot.py").touch()
    (tmp_path / "tensorflow" / "__init__.py").write_text(
        "class config:\n    list_physical_devices = staticmethod(lambda kind: [kind, kind])\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def broken(fakes, module, code):
    (fakes / module / "__init__.py").write_text(code, encoding="utf-8")


EVERY = list(diagnostics._IMPORTED)


def test_libraries_are_tried_in_another_python(fakes, capsys):
    assert diagnostics._try_to_import(EVERY) == ({}, 2)
    said = capsys.readouterr().out
    assert said.split("… ")[:-1] == EVERY  # y dice por cuál va


def test_a_library_that_fails_shows_its_own_cause(fakes):
    missing = "/opt/ana/lib/libtensorflow.so.2: cannot open shared object file"
    broken(fakes, "tensorflow", f"raise ImportError({missing!r})")
    broken(fakes, "pandas", "import no_existe")
    assert diagnostics._try_to_import(EVERY) == (
        {
            "pandas": "ModuleNotFoundError: No module named 'no_existe'",
            "tensorflow": "ImportError: …/libtensorflow.so.2: cannot open shared object file",
        },
        None,
    )


@pytest.mark.parametrize("death", ["os._exit(3)", "os.abort()", "sys.exit()"])
def test_a_library_that_kills_python_is_one_more_line(fakes, death):
    broken(fakes, "tensorflow", f"import os, sys; {death}")
    failures, _ = diagnostics._try_to_import(EVERY)
    assert list(failures) == ["tensorflow"]
    assert failures["tensorflow"].startswith(("el Python que la carga se cierra", "SystemExit"))


def test_a_library_that_prints_does_not_confuse_it(fakes):
    (fakes / "keras" / "__init__.py").write_text("print('hola'); print('sin salto', end='')")
    assert diagnostics._try_to_import(EVERY) == ({}, 2)


def test_without_another_python_it_says_so(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(diagnostics.sys, "executable", os.devnull)
    check = next(c for c in check_environment(data=False).checks if c.state == "problem")
    assert check.name == "Bibliotecas" and "la comprobación falló" in check.found


def test_a_broken_library_in_the_report(monkeypatch):
    loading(monkeypatch, {"tensorflow": "ImportError: libfoo.so.2"}, None)
    check = only(check_environment(), "problem")
    assert check.name == "tensorflow"
    assert re.match(r"[\d.]+, pero no se puede importar: ImportError: libfoo\.so\.2$", check.found)
    assert 'pip install --force-reinstall "tensorflow"' in check.advice


NOTHING_WORKS = """
import sys
NAMES = {"numpy", "pandas", "matplotlib", "sklearn", "tensorflow", "keras", "scipy", "ipywidgets",
         "psutil", "packaging", "tomllib", "IPython"}
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in NAMES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name.partition(".")[0])
sys.meta_path.insert(0, Missing())
from course_utils import check, check_environment, explain_errors, hint, solution
print(check_environment())
for use in (lambda: check("0.0.1", 3), lambda: __import__("course_utils").set_seed()):
    try:
        use()
    except ImportError as problem:
        print(problem)
"""


def test_it_works_when_nothing_else_does(tmp_path):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("COURSE_", "PIP_", "MPL"))}
    env["PYTHONPATH"] = str(diagnostics.COURSE)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", NOTHING_WORKS],
        cwd=tmp_path, env=env, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "la comprobación falló" not in done.stdout
    assert f"✅ Datos: {len(datasets.REGISTRY)} archivos en data/, sin daños" in done.stdout
    assert "falta psutil" in done.stdout
    assert "«check» necesita numpy, y no está instalada." in done.stdout
    assert "«set_seed» necesita matplotlib, y no está instalada." in done.stdout


def test_a_broken_library_is_named_by_what_needed_it(fakes):
    broken(fakes, "tensorflow", "raise AttributeError('_ARRAY_API not found')")
    (fakes / "matplotlib" / "figure.py").write_text("Figure = SubFigure = object")
    for name in ("ticker", "axes", "colors", "patches", "container", "gridspec"):
        (fakes / "matplotlib" / f"{name}.py").write_text("def __getattr__(n): return object")
    (fakes / "matplotlib" / "pyplot.py").write_text("def __getattr__(n): return object")
    code = (
        "import sys; sys.path.append(sys.argv[1])\n"
        "import types; sys.modules['course_utils.plotting.history'] = h = types.ModuleType('h')\n"
        "sys.modules['course_utils.plotting'] = types.ModuleType('p'); h.plot_history = None\n"
        "sys.modules['course_utils.plotting.style'] = s = types.ModuleType('s'); s.WIDEST = 1\n"
        "try:\n    from course_utils import set_seed\n"
        "except ImportError as problem:\n    print(*problem._render_traceback_())"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, diagnostics.COURSE],
        cwd=fakes, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.stdout.startswith(
        "❌ «set_seed» necesita tensorflow, que está pero falla al cargarse "
        "(AttributeError: _ARRAY_API not found). Para saber qué hacer,"
    ), done.stderr


# --- El equipo -------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    ("name", "where"), [("del cuaderno", "cwd"), ("personal", "home"), ("temporal", "temporary")]
)
def test_a_folder_that_cannot_be_written(monkeypatch, tmp_path, name, where):
    folders = {"cwd": Path.cwd(), "home": Path.home(), "temporary": Path(tempfile.gettempdir())}
    monkeypatch.setattr(Path, "cwd", lambda: folders["cwd"])
    monkeypatch.setattr(Path, "home", lambda: folders["home"])
    monkeypatch.setattr(tempfile, "gettempdir", lambda: folders["temporary"])
    folders[where] = tmp_path / "solo lectura"
    real = tempfile.TemporaryFile

    def temporary_file(dir):
        if dir == folders[where]:
            raise OSError(30, "Read-only file system")
        return real(dir=dir)

    monkeypatch.setattr(tempfile, "TemporaryFile", temporary_file)
    set_free_disk(monkeypatch, 50e9)
    check = only(check_environment(), "warning")
    assert check.found == f"no se puede escribir en la carpeta {name} (Read-only file system)"
    assert check.advice


def test_without_a_home_the_diagnosis_goes_on(monkeypatch):
    def home():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", home)
    check = only(check_environment(), "warning")
    assert "no se puede escribir en la carpeta personal" in check.found


@pytest.mark.parametrize("name", ["random.py", "numpy.py"])
def test_a_file_of_the_learner_that_hides_a_library(monkeypatch, tmp_path, name):
    (tmp_path / name).touch()
    (tmp_path / "mis_cuentas.py").touch()
    monkeypatch.chdir(tmp_path)
    check = only(check_environment(), "problem")
    assert check.found.startswith(f"tu archivo «{name}» tapa la biblioteca {name[:-3]}")


# --- Lo heredado -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "state"),
    [
        ("KERAS_BACKEND", "torch", "problem"),
        ("TF_USE_LEGACY_KERAS", "1", "problem"),
        ("MPLBACKEND", "TkAgg", "warning"),
        ("PYTHONWARNINGS", "error", "warning"),
        ("PIP_USER", "1", "warning"),
        ("PIP_TARGET", "/opt/otra", "warning"),
        ("PIP_PREFIX", "/opt/otra", "warning"),
    ],
)
def test_an_inherited_setting_that_hinders(monkeypatch, name, value, state):
    in_a_notebook(monkeypatch)
    monkeypatch.setenv(name, value)
    check = only(check_environment(), state)
    assert check.name == f"Ajuste {name}" and check.advice
    assert check.found.startswith(f"vale «{'…/otra' if '/' in value else value}»: ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KERAS_BACKEND", "tensorflow"),
        ("MPLBACKEND", "module://matplotlib_inline.backend_inline"),
        ("PIP_USER", "0"),
    ],
)
def test_a_setting_that_does_not_hinder(monkeypatch, name, value):
    in_a_notebook(monkeypatch)
    monkeypatch.setenv(name, value)
    assert check_environment().verdict == "✅ Todo listo."


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850"])
def test_an_old_console_can_print_it(encoding):
    code = (
        "from course_utils import diagnostics, check_environment\n"
        "diagnostics._try_to_import = lambda names: ({}, 0)\n"
        "print(check_environment(data=False))\n"
        "from course_utils.notebook import Message; print(Message('✅', 'Bien', '→ ≈ 3'))\n"
        "from course_utils.errors import Explanation; print(Explanation('a', 'b', 'c'))"
    )
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    said = done.stdout.decode(encoding)
    assert f"[aviso] Consola: escribe en {encoding}" in said
    assert "[bien] Python: " in said and "[bien] Bien: -> ~ 3" in said and "[error] a" in said


# --- Los datos -------------------------------------------------------------------------------


def test_the_folder_searched_is_shown(monkeypatch, tmp_path):
    monkeypatch.setenv("COURSE_DATA_DIR", f' "{tmp_path}" ')
    assert f"en «{tmp_path}», la de COURSE_DATA_DIR, sin daños" in str(check_environment())


def test_a_data_folder_that_does_not_exist(monkeypatch):
    monkeypatch.setenv("COURSE_DATA_DIR", "'~/no hay'")
    check = only(check_environment(), "problem")
    assert check.found == "no existe la carpeta «~/no hay», la de COURSE_DATA_DIR"
    assert "bórrala" in check.advice


def test_damaged_data(monkeypatch):
    problem = "El archivo de datos «fraude/b.csv.gz» está incompleto. Repáralo con: git checkout"
    monkeypatch.setattr(datasets, "verify_data", lambda: {**DATA, "fraude/b.csv.gz": problem})
    report = check_environment()
    check = only(report, "problem")
    assert (check.name, check.found) == ("Datos: fraude/b.csv.gz", problem)
    assert "sin daños" not in str(report)


def test_the_same_problem_in_every_file_is_said_once(monkeypatch):
    problem = "Faltan los datos del curso."
    monkeypatch.setattr(datasets, "verify_data", lambda: dict.fromkeys(DATA, problem))
    check = only(check_environment(), "problem")
    assert (check.name, check.found) == ("Datos: todos los archivos", problem)


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
