"""Quién puede importar a quién dentro de ``course_utils``: este es el único sitio donde se dice."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import course_utils

PACKAGE = Path(course_utils.__file__).parent

# Sala -> las que puede usar, además de a sí misma. De abajo arriba: solo a las de más arriba en
# esta lista, y así no hay círculos.
MAY_USE = {
    "spanish": set(),
    "notebook": set(),
    "arguments": {"spanish"},
    "datasets": {"spanish", "arguments"},
    "models": {"spanish", "arguments"},
    "metrics": {"spanish", "notebook", "arguments", "models"},
    "plotting": {"spanish", "notebook", "arguments", "models", "metrics"},
    "training": {"spanish", "notebook", "arguments", "plotting"},
    "pretrained": {"datasets", "training"},
    "interactive": {"spanish", "notebook", "arguments", "models", "metrics", "plotting"},
    "diagnostics": {"spanish", "notebook", "datasets"},
    "errors": {"spanish", "notebook"},
    "exercises": {"spanish", "notebook", "arguments", "datasets", "models", "metrics", "errors"},
}

# Sala -> bibliotecas que nunca carga. Lo que calcula no dibuja, y lo que dibuja no entrena.
DRAWS = {"matplotlib", "ipywidgets", "IPython"}
TRAINS = {"keras", "tensorflow", "torch"}
NEVER_LOADS = {
    "spanish": DRAWS | TRAINS | {"numpy", "pandas", "sklearn"},
    "notebook": DRAWS | TRAINS | {"numpy", "pandas", "sklearn"},
    "errors": DRAWS | TRAINS | {"numpy", "pandas", "sklearn"},
    "arguments": DRAWS | TRAINS,
    "datasets": DRAWS | TRAINS | {"sklearn"},
    "models": DRAWS | TRAINS,
    "metrics": DRAWS | TRAINS,
    "plotting": TRAINS,
    "interactive": TRAINS,
    "diagnostics": DRAWS | TRAINS | {"numpy", "pandas", "sklearn"},
}


def module_of(path):
    """``course_utils/metrics/decisions.py`` -> ``course_utils.metrics.decisions``."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imported(module):
    """Cada (módulo, nombre) de course_utils que importa, también dentro de una función."""
    path = MODULES[module]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, ""
        if isinstance(node, ast.ImportFrom):
            package = module if path.name == "__init__.py" else module.rpartition(".")[0]
            parts = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = [*(parts if node.level else []), *filter(None, [node.module])]
            for alias in node.names:
                yield ".".join(base), alias.name


def used(module):
    """Los módulos de course_utils que importa."""
    found = set()
    for base, name in imported(module):
        if base.partition(".")[0] == "course_utils":
            found.add(f"{base}.{name}" if f"{base}.{name}" in MODULES else base)
    return found


def room(module):
    return module.partition(".")[2].partition(".")[0]


def test_every_room_has_its_rule():
    assert set(MAY_USE) == {room(module) for module in MODULES} - {""}


def test_the_map_names_every_room_in_order_and_every_file():
    text = (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = {
        name: row
        for name, suffix, row in re.findall(r"^\| `(\w+)(/|\.py)` \| (.*) \|$", text, re.MULTILINE)
        if name in MAY_USE
    }
    assert list(rows) == list(MAY_USE)
    for module in MODULES:
        file = module.rpartition(".")[2]
        if module.count(".") == 2 and not file.startswith("lesson_"):
            assert f"`{file}`" in rows[room(module)], module


def test_rules_go_from_the_bottom_up():
    below = set()
    for name, allowed in MAY_USE.items():
        assert allowed <= below, name
        below.add(name)


@pytest.mark.parametrize("module", [module for module in MODULES if room(module)])
def test_modules_use_only_what_is_below_them(module):
    rooms = {room(other) for other in used(module)}
    assert rooms <= MAY_USE[room(module)] | {room(module)}


def test_there_are_no_circles():
    TopologicalSorter({module: used(module) - {module} for module in MODULES}).prepare()


@pytest.mark.parametrize("module", MODULES)
def test_no_private_name_is_imported_from_another_module(module):
    names = {f"{base}.{name}" for base, name in imported(module) if base.startswith("course_utils")}
    assert not [name for name in names if "._" in name]
    # Tampoco con un punto: «expect._arrived».
    modules = {name.rpartition(".")[2] for name in names if name in MODULES}
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    assert not [
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in modules
        and node.attr.startswith("_")
    ]


@pytest.mark.parametrize("module", MODULES)
def test_the_package_does_not_know_who_uses_it(module):
    rest = {"authoring", "benchmarks", "tests", "lessons", "notebooks"}
    assert not rest & {base.partition(".")[0] for base, _ in imported(module)}


def test_the_package_itself_imports_nothing_heavy():
    assert loaded([]) & (DRAWS | TRAINS | {"numpy", "pandas", "sklearn"}) == set()


@pytest.mark.parametrize("name", NEVER_LOADS)
def test_what_a_room_never_loads(name):
    modules = [module for module in MODULES if room(module) == name]
    assert loaded(modules) & NEVER_LOADS[name] == set()


def loaded(modules):
    """Las bibliotecas que quedan cargadas tras importar esos módulos en un Python nuevo."""
    imports = ", ".join(["course_utils", *modules])
    code = f"import sys, {imports}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())
