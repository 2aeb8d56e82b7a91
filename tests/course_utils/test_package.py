"""El paquete por fuera: su índice dice la verdad, se lee en un editor y se instala entero."""

import ast
import doctest
import fnmatch
import inspect
import re
import tomllib
from pathlib import Path

import pytest
from setuptools import find_packages

import course_utils

PACKAGE = Path(course_utils.__file__).parent
PROJECT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))


# --- El índice ---


@pytest.mark.parametrize("name", course_utils.__all__)
def test_every_public_name_exists_and_is_documented(name):
    value = getattr(course_utils, name)
    if callable(value):
        assert value.__doc__
        assert len(value.__doc__.splitlines()[0]) > 10


@pytest.mark.parametrize("name", course_utils.__all__)
def test_the_index_names_the_module_where_each_name_is_written(name):
    value = getattr(course_utils, name)
    if callable(value):
        assert value.__module__ == f"course_utils.{course_utils._PUBLIC[name]}"


def test_the_stub_says_the_same_as_the_index():
    tree = ast.parse((PACKAGE / "__init__.pyi").read_text(encoding="utf-8"))
    offered, rooms = {}, set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            assert node.level == 1
            for alias in node.names:
                assert alias.asname == alias.name  # sin «as», un stub no lo ofrece
                if node.module:
                    offered[alias.name] = node.module
                else:
                    rooms.add(alias.name)
    assert offered == course_utils._PUBLIC
    assert rooms == set(course_utils._modules())


@pytest.mark.parametrize("name", course_utils._modules())
def test_every_module_is_an_attribute(name, monkeypatch):
    monkeypatch.delattr(course_utils, name, raising=False)  # como si nadie lo hubiera importado
    assert name in dir(course_utils)
    assert getattr(course_utils, name).__name__ == f"course_utils.{name}"


def test_dir_lists_public_names():
    assert set(course_utils.__all__) <= set(dir(course_utils))


@pytest.mark.parametrize(
    ("wrong", "right"), [("plot_imagen", "plot_image"), ("dataset", "datasets"), ("Check", "check")]
)
def test_unknown_name(wrong, right):
    expected = rf"no tiene «{wrong}»\. ¿Quisiste decir «{right}»\? .*plot_image"
    with pytest.raises(AttributeError, match=expected):
        getattr(course_utils, wrong)


def test_a_name_like_no_other():
    with pytest.raises(AttributeError, match=r"no tiene «zzz»\. Nombres disponibles: .*check"):
        course_utils.zzz  # noqa: B018


def test_import_of_unknown_name_is_an_import_error():
    with pytest.raises(ImportError):
        from course_utils import no_existe  # noqa: F401


def test_a_python_too_old_is_told_so_by_the_package_itself():
    source = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))  # y uno viejo puede leerlo
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest, newest = (int(n) for n in re.findall(r"3\.(\d+)", project["requires-python"]))
    assert f"if sys.version_info < (3, {oldest}):" in source
    *first, last = [f"3.{minor}" for minor in range(oldest, newest)]
    assert f"Python {', '.join(first)} o {last}" in source


# --- El código ---


def definitions(path):
    """Cada función, clase o método de un archivo, con su nombre completo."""

    def walk(node, prefix):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                yield f"{prefix}{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from walk(child, f"{prefix}{child.name}.")

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), "")


# En las comprobaciones llega cualquier cosa: un tipo no diría nada.
ANNOTATED = [path for path in MODULES if not re.match(r"lesson_|expect", path.stem)]


@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_public_functions_are_annotated(path):
    for name, node in definitions(path):
        public = not re.search(r"(^|\.)_(?!_init__)", name)
        if not public or isinstance(node, ast.ClassDef):
            continue
        arguments = node.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        every += filter(None, [arguments.vararg, arguments.kwarg])
        bare = [a.arg for a in every if a.annotation is None and a.arg not in ("self", "cls")]
        assert not bare, f"{name}: {bare}"
        assert node.returns is not None, name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_docstrings_mark_code_with_two_backticks(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in [tree, *(node for _, node in definitions(path))]:
        text = ast.get_docstring(node) or ""
        parts = doctest.DocTestParser().parse(text)  # en los ejemplos, lo que haga falta
        prose = "".join(part for part in parts if isinstance(part, str))
        rest = re.sub(r"``.+?``(?!`)", "", prose, flags=re.DOTALL)
        assert "`" not in rest, inspect.cleandoc(rest)


# --- La instalación ---


@pytest.fixture(scope="module")
def setuptools_config():
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["tool"]["setuptools"]


def test_every_package_is_installed(setuptools_config):
    rule = setuptools_config["packages"]["find"]
    found = find_packages(str(PROJECT), include=rule["include"])
    here = {path.parent for path in PACKAGE.rglob("__init__.py")}
    assert set(found) == {".".join(path.relative_to(PROJECT).parts) for path in here}


def test_every_other_file_is_installed(setuptools_config):
    patterns = setuptools_config["package-data"]
    for path in PACKAGE.rglob("*.*"):
        if path.suffix not in (".py", ".pyc"):
            package = ".".join(path.parent.relative_to(PROJECT).parts)
            assert any(fnmatch.fnmatch(path.name, p) for p in patterns.get(package, [])), path
