"""¿Se cumplen las afirmaciones de un cuaderno con otras semillas?

Ejecuta el cuaderno resuelto cambiando ``set_seed(42)`` (y ``manual_seed``, la de PyTorch) por otras
semillas, también las de un ciclo (``set_seed(seed)``), y compara sus salidas de texto con las
guardadas, salvo los números tras ``≈``. Una diferencia es una afirmación sin margen, o un texto que
solo vale para una semilla.

Con ``--draws`` cambia también los sorteos (``random_state=``, ``default_rng``) de las celdas
comunes. Cambian entonces todos los números, y solo se comparan las afirmaciones: lo que responde a
una pregunta («¿Gana la escalada? True»). Están en las celdas comunes, y ninguna depende de una
respuesta: basta el cuaderno en blanco, que no entrena lo que se entrega.
"""

import re

import nbformat

from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.outputs import APPROX
from authoring.run import NotebookFailed, run_notebook

# Una semilla, escrita o la de un ciclo: «for seed in range(5)».
_VALUE = r"(\d+|(?:seed|semilla)\b)"
_SEED = re.compile(rf"((?:set_seed|manual_seed)\(){_VALUE}")
_DRAW = re.compile(rf"((?:set_seed\(|manual_seed\(|default_rng\(|random_state=)){_VALUE}")
_CLAIM = re.compile(r"¿[^?]*\?\s*(?:True|False)")


def run(names, seeds, *, draws=False):
    """Comprueba las lecciones pedidas (todas, si no se dice ninguna); devuelve 1 si algo cambia."""
    pattern = _DRAW if draws else _SEED
    different = 0
    for lesson in find_lessons(names):
        path = lesson.notebook if draws else lesson.solved
        if not path.exists():
            raise AuthoringError(f"{lesson.name} no está construida: python -m authoring build")
        stored = nbformat.read(path, as_version=4)
        if not any(pattern.search(cell.source) for cell in stored.cells):
            print(f"   {lesson.number}: no usa semilla")
            continue
        for offset in range(1, seeds + 1):
            different += _with_seed(lesson, stored, offset, draws)
    return 1 if different else 0


def reseeded(source, offset, *, draws=False, exercise=False):
    """El código de una celda con otras semillas; lo que un ejercicio pide sortear no se cambia."""
    pattern = _DRAW if draws and not exercise else _SEED

    def moved(found):
        call, seed = found.groups()
        if seed.isdigit():
            return f"{call}{int(seed) + offset}"
        return found[0] if exercise else f"{call}{seed} + {offset}"

    return pattern.sub(moved, source)


def _with_seed(lesson, stored, offset, draws):
    notebook = nbformat.from_dict(stored)
    for cell in notebook.cells:
        exercise = "ejercicio" in cell.metadata.get("tags", [])
        cell["source"] = reseeded(cell.source, offset, draws=draws, exercise=exercise)
    try:
        run_notebook(notebook, lesson.notebook.parent, strict=not draws)
    except NotebookFailed as failure:
        print(f"❌ {lesson.number}, semilla +{offset}: {failure}", flush=True)
        return 1
    changes = [
        (old, new)
        for a, b in zip(stored.cells, notebook.cells, strict=True)
        if a.cell_type == "code" and "nbval-ignore-output" not in a.metadata.get("tags", [])
        for old, new in [(_texts(a, draws), _texts(b, draws))]
        if old != new
    ]
    mark = "❌" if changes else "✅"
    print(f"{mark} {lesson.number}, semilla +{offset}: {len(changes)} salidas cambian", flush=True)
    for old, new in changes:
        print(f"     decía: {old}\n     dice:  {new}", flush=True)
    return len(changes)


def _texts(cell, draws):
    shown = []
    for output in cell.outputs:
        text = output.get("text") or output.get("data", {}).get("text/plain", "")
        shown += claims(text) if draws else [APPROX.sub("≈", text)]
    return shown


def claims(text):
    """Las afirmaciones de una salida: cada pregunta con su True o su False."""
    return [" ".join(claim.split()) for claim in _CLAIM.findall(text)]
