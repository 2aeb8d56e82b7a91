"""El arranque: qué dice cuando algo falta, y que hace justo lo necesario."""

import ast
import os
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from authoring import bootstrap

SOURCE = Path(bootstrap.__file__)
RANGE = ((3, 11), (3, 14))


@pytest.fixture
def calls(tmp_path, monkeypatch):
    """Las órdenes que el arranque da en un proyecto de juguete: se apuntan y no se ejecutan."""
    folder = tmp_path / "curso de María ñ"  # así se llaman las carpetas de la gente
    folder.mkdir()
    (folder / "pyproject.toml").write_text('requires-python = ">=3.11,<3.14"\n')
    (folder / "requirements.txt").write_text("uno==1\ndos==2\n")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(bootstrap, "ROOT", str(folder))
    monkeypatch.setattr(bootstrap, "platform_problem", lambda *args: None)
    set_free_disk(monkeypatch, 50e9)
    commands = []

    def run(command, on_line=None):
        commands.append(" ".join(command))
        if "venv" in command:
            python = Path(bootstrap.VENV_PYTHON)
            python.parent.mkdir()
            python.touch()

    monkeypatch.setattr(bootstrap, "run", run)
    return commands


def set_free_disk(monkeypatch, free):
    usage = namedtuple("usage", "total used free")(1e12, 0, free)
    monkeypatch.setattr(bootstrap.shutil, "disk_usage", lambda path: usage)


def one_line(text):
    assert text.count("\n") <= 1, text
    return text


# --- Lo que un Python viejo tiene que poder leer ---------------------------------------------


def test_very_old_pythons_can_parse_it():
    source = SOURCE.read_text(encoding="utf-8")
    assert source.startswith("# -*- coding: utf-8 -*-\n")  # Python 2 la exige si hay tildes
    too_new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse(source)):
        assert not isinstance(node, too_new), node.lineno
        if isinstance(node, ast.FunctionDef):
            annotations = [arg.annotation for arg in node.args.args]
            assert not any([node.returns, node.args.kwonlyargs, *annotations]), node.lineno
        if isinstance(node, ast.Raise):
            assert node.cause is None, node.lineno
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            assert not any(isinstance(item, ast.Starred) for item in node.elts), node.lineno
        if isinstance(node, ast.Call):
            # Python 2 no admite nada después de *argumentos.
            assert not any(isinstance(arg, ast.Starred) for arg in node.args[:-1]), node.lineno


def test_it_only_imports_what_every_python_has():
    modules = {
        alias.name
        for node in ast.parse(SOURCE.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert modules == {
        *("argparse", "collections", "hashlib", "io", "json", "os", "re", "shutil"),
        *("subprocess", "sys", "time"),
    }


# --- Lo que dice ----------------------------------------------------------------------------


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_python_too_old(version):
    message = one_line(bootstrap.python_problem(version, *RANGE))
    assert message.startswith("Python {}.{} es demasiado viejo.".format(*version))
    assert "Python 3.11, 3.12 o 3.13" in message
    assert "make lab PYTHON=python3.12" in message


def test_python_too_new():
    message = one_line(bootstrap.python_problem((3, 14, 0), *RANGE))
    assert "Python 3.14 es demasiado nuevo: TensorFlow aún no está" in message


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_python_that_is_fine(minor):
    assert bootstrap.python_problem((3, minor, 1), *RANGE) is None


def test_the_range_comes_from_pyproject(monkeypatch):
    monkeypatch.chdir(SOURCE.parent.parent)
    oldest, newest = bootstrap.supported_pythons()
    assert oldest <= sys.version_info[:2] < newest


@pytest.mark.parametrize(
    ("platform", "word"),
    [
        (("Linux", "i686", False), "32 bits"),
        (("Darwin", "x86_64", True), "Intel"),
        (("Windows", "ARM64", True), "ARM"),
    ],
)
def test_platforms_without_tensorflow(platform, word):
    assert word in one_line(bootstrap.platform_problem(*platform))


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_platforms_with_tensorflow(machine):
    assert bootstrap.platform_problem("Linux", machine, True) is None


def test_venv_missing_names_the_debian_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    message = one_line(bootstrap.venv_problem((3, 12, 1)))
    assert message.endswith("sudo apt install python3.12-venv")


def test_little_disk_space_stops_before_creating_anything(calls, monkeypatch, capsys):
    set_free_disk(monkeypatch, 1.5e9)
    assert bootstrap.main([]) == 1
    message = one_line(capsys.readouterr().err)
    assert "quedan 1.5 GB" in message
    assert "se necesitan 4 GB" in message
    assert calls == []


@pytest.mark.usefixtures("calls")
def test_unwritable_folder(monkeypatch, capsys):
    def mkdir(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "mkdir", mkdir)
    assert bootstrap.main([]) == 1
    message = one_line(capsys.readouterr().err)
    assert "No se puede leer o escribir" in message
    assert "Permission denied" in message


def test_unsupported_python_stops(calls, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "supported_pythons", lambda: ((3, 98), (3, 99)))
    monkeypatch.setattr(bootstrap, "python_problem", lambda *args: "es viejo")
    assert bootstrap.main([]) == 1
    assert capsys.readouterr().err == "es viejo\n"
    assert calls == []


def test_a_failed_command_shows_its_own_last_lines(capfd):
    script = (
        "import sys; print('línea 1'); print('ERROR: no hay red', file=sys.stderr); sys.exit(3)"
    )
    with pytest.raises(bootstrap.Stop, match="revisa tu conexión") as failure:
        bootstrap.run([sys.executable, "-X", "utf8", "-c", script])
    one_line(str(failure.value))
    shown = capfd.readouterr().err
    assert "línea 1" in shown
    assert "ERROR: no hay red" in shown


def test_a_command_that_works_is_silent(capfd):
    lines = []
    bootstrap.run([sys.executable, "-c", "print('hola')"], lines.append)
    assert lines == ["hola"]
    assert capfd.readouterr() == ("", "")


def test_say_survives_a_terminal_without_accents(tmp_path):
    with open(tmp_path / "out", "w", encoding="ascii") as stream:
        bootstrap.say("así", stream)
    assert (tmp_path / "out").read_text() == "as?\n"


def test_progress_names_the_package(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    progress = bootstrap.Progress(total=3)
    progress("Ignoring colorama: markers 'x' don't match your environment")
    progress("Collecting scikit-learn==1.9.1 (from -r requirements.txt (line 3))")
    progress("  Downloading otra-cosa")
    assert capsys.readouterr().out.rstrip().endswith("\r  2/3  scikit-learn")


# --- Lo que hace ----------------------------------------------------------------------------


def test_first_time_creates_and_installs_the_lock_with_hashes(calls, capsys):
    assert bootstrap.main([]) == 0
    create, lock, course = calls
    assert create == f"{sys.executable} -m venv .venv"
    assert lock.endswith("install --require-hashes -r requirements.txt")
    assert course.endswith("install --no-deps --no-build-isolation -e .")
    assert "varios minutos" in capsys.readouterr().out


def test_second_time_does_nothing(calls, capsys):
    bootstrap.main([])
    calls.clear()
    capsys.readouterr()
    assert bootstrap.main([]) == 0
    assert calls == []
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_changed_list_installs_again_in_the_same_venv(calls, name):
    bootstrap.main([])
    calls.clear()
    with open(name, "a") as file:
        file.write("# algo más\n")
    bootstrap.main([])
    assert ["venv" in call.split() for call in calls] == [False, False]


def test_an_interrupted_install_resumes(calls, monkeypatch, capsys):
    real = bootstrap.install

    def interrupted(versions):
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "install", interrupted)
    assert bootstrap.main([]) == 130
    assert "Interrumpido" in capsys.readouterr().err
    monkeypatch.setattr(bootstrap, "install", real)
    calls.clear()
    assert bootstrap.main([]) == 0
    assert len(calls) == 2  # instala, sin crear .venv otra vez


def change_stamp(**changes):
    bootstrap.write_stamp({**bootstrap.read_stamp(), **changes})


@pytest.mark.parametrize("change", [{"folder": "/otra/carpeta"}, {"python": "3.10"}])
def test_a_moved_folder_or_another_python_starts_again(calls, change):
    bootstrap.main([])
    change_stamp(**change)
    leftover = Path(".venv/resto")
    leftover.touch()
    calls.clear()
    bootstrap.main([])
    assert len(calls) == 3
    assert not leftover.exists()


def test_a_venv_of_someone_else_is_never_deleted(calls, capsys):
    theirs = Path(".venv/lo-mio.txt")
    theirs.parent.mkdir()
    theirs.touch()
    assert bootstrap.main([]) == 1
    assert "no creó este curso" in one_line(capsys.readouterr().err)
    assert theirs.exists()
    assert calls == []


def test_an_interrupted_creation_starts_again(calls, monkeypatch):
    works = bootstrap.run

    def interrupted(command, on_line=None):
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "run", interrupted)
    assert bootstrap.main([]) == 130
    monkeypatch.setattr(bootstrap, "run", works)
    assert bootstrap.main([]) == 0
    assert len(calls) == 3


def test_a_venv_whose_python_is_gone_starts_again(calls):
    bootstrap.main([])
    Path(bootstrap.VENV_PYTHON).unlink()
    calls.clear()
    bootstrap.main([])
    assert len(calls) == 3


def test_a_venv_already_made_serves_whatever_the_system_python(calls, monkeypatch):
    bootstrap.main([])
    change_stamp(python="3.12")
    calls.clear()
    monkeypatch.setattr(bootstrap, "python_problem", lambda *args: "es viejo")
    assert bootstrap.main([]) == 0
    assert calls == []


@pytest.mark.parametrize(
    ("versions", "ending"),
    [
        ("ultimas", "install --upgrade -e .[dev]"),
        ("minimas", "--resolution lowest-direct --only-binary :all: -e .[dev]"),
    ],
)
def test_other_versions_get_their_own_venv(calls, versions, ending):
    bootstrap.main([])
    calls.clear()
    assert bootstrap.main(["--versions", versions]) == 0
    assert " -m venv " in calls[0]
    assert calls[-1].endswith(ending)
    assert not any("require-hashes" in call for call in calls)


def test_a_venv_elsewhere_leaves_the_usual_one_alone(calls):
    bootstrap.main([])
    calls.clear()
    assert bootstrap.main(["--venv", "otro", "--versions", "minimas"]) == 0
    assert calls[0] == f"{sys.executable} -m venv otro"
    assert all(call.startswith(("otro", sys.executable)) for call in calls)
    calls.clear()
    assert bootstrap.main([]) == 0
    assert calls == []


@pytest.mark.usefixtures("calls")
def test_clean_removes_what_is_generated_and_nothing_else():
    bootstrap.main([])
    Path("build").mkdir()
    Path("notebooks").mkdir()
    assert bootstrap.main(["--clean"]) == 0
    left = sorted(path.name for path in Path.cwd().iterdir())
    assert left == ["notebooks", "pyproject.toml", "requirements.txt"]
