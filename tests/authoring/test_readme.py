"""Lo que el README manda escribir existe: órdenes, lecciones y archivos."""

import base64
import re
import shlex

import nbformat
import pytest

from authoring.lessons import ROOT, find_lessons

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

# En un bloque, o entre comillas inversas: en la prosa «make» puede ser la herramienta.
_COMMANDS = re.compile(r"^((?:make|jupyter|conda) .+)$|`(make [^`]+)`", re.MULTILINE)


def commands(text):
    return sorted({block or inline for block, inline in _COMMANDS.findall(text)})


def makes(text):
    return [command for command in commands(text) if command.startswith("make ")]


def test_the_first_command_shows_the_figure_of_the_cover():
    first = next(a or b for a, b in _COMMANDS.findall(README) if "make" in a + b)
    assert first == "make curso LECCIONES=fashion_mnist"
    cover = README[: README.index("## Las lecciones")]
    assert "predicciones.png" in cover
    (lesson,) = find_lessons(["fashion_mnist"])
    assert f"lección {lesson.number}" in cover
    # Y la figura es la guardada: si la lección cambia de red, se copia otra vez, y se mira.
    picture = base64.b64encode((ROOT / "docs" / "imagenes" / "predicciones.png").read_bytes())
    outputs = [o for cell in nbformat.read(lesson.solved, 4).cells for o in cell.get("outputs", [])]
    figures = [output.get("data", {}).get("image/png", "").strip() for output in outputs]
    assert picture.decode() in figures


@pytest.mark.parametrize("command", makes(README) + makes(CONTRIBUTING))
def test_make_knows_it(command):
    for word in shlex.split(command)[1:]:
        name, is_variable, value = word.partition("=")
        if not is_variable:
            assert re.search(rf"^{name}: ", MAKEFILE, re.MULTILINE)
        assert name in MAKEFILE
        if name == "LECCIONES":
            assert find_lessons(value.split())


@pytest.mark.parametrize(
    "target", ["lab", "curso", "pytorch", "busqueda", "series", "test", "bench"]
)
def test_what_a_reader_needs_is_in_the_list_of_make(target):
    assert re.search(rf"^{target}: .*## \S", MAKEFILE, re.MULTILINE)
    assert f"`make {target}`" in README


def test_the_files_it_names_are_there():
    named = re.findall(r"[\w/.-]+\.(?:ipynb|yml|md|png)\b", " ".join(commands(README)) + README)
    local = {name for name in named if "github" not in name and not name.startswith("//")}
    assert len(local) > 20
    assert [name for name in local if not (ROOT / name).exists()] == []
