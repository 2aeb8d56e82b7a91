"""Un curso de juguete: lecciones que se nombran unas a otras, comprobaciones, pruebas y texto."""

import ast
import functools
import json
import shutil
import tempfile
from pathlib import Path

from authoring import build
from authoring.lessons import find_lessons, planned_lessons
from authoring.notebooks import Source, assemble, to_text
from authoring.project import published
from authoring.toc import Entry, Module, Part, Toc, load_toc, save_toc

_FOLDER = tempfile.TemporaryDirectory()

# Todo lo que lleva número y no debe cambiar al mover lecciones: decimales, versiones, horas.
DECIMALS = 'x = 2.1  # de 1.2 a 2.5\nprint(f"{x:2.1f}", "numpy 2.1.4", 1.1)\n'

_LESSON = """\
# %% [markdown]
# # {label} · Título de {slug}
#
# Requisitos: la lección {{{{{other}}}}} y el módulo {{{{modulo:{other_module}}}}}.
# Pesa 2.1 kg, de 1.2 a 2.5.
# Sigue en [{{{{{other}}}}}]({{{{{other}.ipynb}}}}).
#
# ### Ejercicio {number}.1

# %% tags=["ejercicio"]
# >>> respuesta = ...
respuesta = 42
# <<<

# %%
check("{number}.1", respuesta)  # como en la lección {other_number}

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("{number}.A1", respuesta_1)

# %%
{decimals}"""

_CHECKS = '''\
"""Comprobaciones de la lección {number}, {slug}."""

from .core import exercise

@exercise("{number}.1", hints=("Mira la lección "
    "{other_number}, o las lecciones {other_number} y {number}.", 'hint("{number}.1")'))
def check_answer(answer):
    return answer < 2.1 or "{number}.A1"
'''

_TESTS = '''\
"""Contrato de los ejercicios de la lección {number}."""

GOOD = {{"{number}.1": [(2.1,), (1.2,)]}}
TestContract = make_contract("lesson_{checks}", GOOD, {{}})
'''

_PYPROJECT = """\
# La lección 1.1, y nada más.
[project]
dependencies = ["numpy>=1.1.1", "torch==2.1.1"]

[project.urls]
Repository = "https://github.com/USUARIO/curso-ml-es"

[tool.course]
ref = "main"
"""

_README = """\
# Curso USUARIO/curso-ml-es

Una figura de la lección 1.2; el módulo 1 está en `lessons/01_alfa/`. Prueba `hint("1.2.1")`.
Necesita numpy 2.3.1.

<!-- lecciones -->
<!-- fin de lecciones -->
"""


def make_course(root, modules):
    """Crea en ``root`` un curso con esos módulos: nombre -> lecciones, o None si va suelto.

    Cada lección nombra a la siguiente, y la última a la primera que no va suelta.
    """
    return shutil.copytree(_written(repr(modules)), root)


@functools.cache  # leer y armar los cuadernos es lo que tarda: una vez por curso
def _written(modules):
    modules = ast.literal_eval(modules)
    root = Path(tempfile.mkdtemp(dir=_FOLDER.name)) / "curso"
    parts = [
        Part(
            "Parte I",
            [
                Module(slug, f"Título de {slug}", lessons=lessons and list(map(Entry, lessons)))
                for slug, lessons in modules.items()
            ],
        )
    ]
    for folder in ("lessons", "course_utils/exercises", "tests/exercises"):
        (root / folder).mkdir(parents=True)
    save_toc(Toc("# El orden.\n", parts), root)
    _write(root / "pyproject.toml", _PYPROJECT)
    _write(root / "README.md", _README)
    lessons = planned_lessons(load_toc(root), root)
    numbered = [lesson for lesson in lessons if not lesson.alone]
    for lesson in lessons:
        later = [other for other in numbered if other.numbers > lesson.numbers]
        other = (later or numbered)[0]
        words = {
            "label": lesson.label,
            "number": lesson.number,
            "slug": lesson.slug,
            "other": other.slug,
            "other_module": other.module,
            "other_number": other.number,
            "checks": lesson.checks.stem.removeprefix("lesson_"),
            "decimals": DECIMALS,
        }
        for path, text in (
            (lesson.source, _LESSON),
            (lesson.checks, _CHECKS),
            (lesson.tests, _TESTS),
        ):
            _write(path, text.format(**words))
    place = published(root)
    for lesson in find_lessons(root=root):
        for path, solved in ((lesson.notebook, False), (lesson.solved, True)):
            notebook = assemble(Source(lesson), place, solved=solved)
            _write(path, to_text(notebook))
    build.write_derived(root)
    return root


def files(root):
    """Todo lo que hay en el curso: ruta -> bytes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def solutions(root):
    """Los ejercicios con solución, según ``solutions.json``."""
    return json.loads((root / build.SOLUTIONS).read_text(encoding="utf-8"))


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
