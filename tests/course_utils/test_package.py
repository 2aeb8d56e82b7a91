"""El paquete por fuera: importarlo no carga nada, y su índice dice la verdad."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import course_utils


def test_import_loads_nothing_heavy():
    code = (
        "import sys, course_utils; "
        "heavy = {'tensorflow', 'keras', 'matplotlib', 'sklearn', 'pandas', 'numpy'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", course_utils.__all__)
def test_every_public_name_exists_and_is_documented(name):
    value = getattr(course_utils, name)
    if callable(value):
        assert value.__doc__
        assert len(value.__doc__.splitlines()[0]) > 10


def test_dir_lists_public_names():
    assert set(course_utils.__all__) <= set(dir(course_utils))


def test_unknown_name():
    with pytest.raises(AttributeError, match=r"no tiene «plot_imagen».*plot_image"):
        course_utils.plot_imagen  # noqa: B018


def test_import_of_unknown_name_is_an_import_error():
    with pytest.raises(ImportError):
        from course_utils import no_existe  # noqa: F401


# Quién puede usar a quién (lo cuenta CONTRIBUTING.md), por el apellido o el nombre entero.
ALLOWED = {
    "inputs": set(),
    "shell": set(),
    "datasets": set(),
    "payments": set(),
    "metrics": {"inputs", "metrics"},
    "plotting": {"inputs", "metrics", "plotting"},
    "training": {"plotting", "shell"},
    "interactive": {"inputs", "metrics", "plotting", "shell"},
    "diagnostics": {"datasets", "shell", "training"},
}


@pytest.mark.parametrize(
    "path", sorted(Path(course_utils.__file__).parent.glob("[!_]*.py")), ids=lambda p: p.stem
)
def test_modules_use_only_what_is_below_them(path):
    family = path.stem.split("_")[0]
    imported = (
        "course_utils." * node.level + (node.module or "")  # «from .shell» es course_utils.shell
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    )
    used = {
        name.split(".")[1].split("_")[0] for name in imported if name.startswith("course_utils.")
    }
    assert used <= ALLOWED[family], f"{path.stem} no puede usar {used - ALLOWED[family]}"
