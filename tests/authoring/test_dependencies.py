"""Lo que se importa está pedido en pyproject.toml: nada llega de rebote con otra biblioteca."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OUR_OWN = {path.stem for path in ROOT.glob("*") if path.is_dir()} | {"conftest"}
# Parte de otra, que la trae siempre y con la versión que le vale.
COMES_WITH = {
    "IPython": "jupyterlab",
    "PIL": "matplotlib",
    "psutil": "jupyterlab",
    "threadpoolctl": "scikit-learn",
    "tornado": "jupyterlab",
    "traitlets": "jupyterlab",
}
# Se importan solo si están: quien abre un cuaderno fuera de Jupyter o de Colab no los tiene.
WHERE_ONE_IS = {"google", "jupyterhub", "tljh", "uv"}


def imported(folder):
    """Las bibliotecas que importan los archivos de una carpeta, cada una con uno de ellos."""
    found = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        # Las pruebas se importan unas a otras: pytest pone sus carpetas en el camino.
        siblings = {each.stem for each in path.parent.glob("*.py")}
        siblings |= {"contract", "rewritten", "paper"}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            for name in {name.partition(".")[0] for name in names}:
                if name not in sys.stdlib_module_names | OUR_OWN | siblings | WHERE_ONE_IS:
                    found.setdefault(name, path.relative_to(ROOT).as_posix())
    return found


def declared(*extras):
    """Los nombres de las bibliotecas que pide el proyecto, con esos extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return {plain(re.match(r"[\w.-]+", line)[0]) for line in lines}


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(
    ("folder", "extras"),
    [
        ("lessons", ["pytorch", "busqueda", "series"]),
        ("course_utils", ["pytorch", "busqueda", "series"]),
        ("authoring", ["dev", "pytorch"]),
        ("benchmarks", ["dev"]),
        ("tests", ["dev", "web", "pytorch", "busqueda", "series"]),
    ],
)
def test_what_is_imported_is_asked_for(folder, extras):
    where = packages_distributions()
    asked = declared(*extras)
    missing = {
        f"{name} ({path})"
        for name, path in imported(folder).items()
        if not {plain(each) for each in [COMES_WITH.get(name), *where.get(name, [name])] if each}
        & asked
    }
    assert not missing
