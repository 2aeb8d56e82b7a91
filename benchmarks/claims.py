"""¿Se cumplen las afirmaciones de un cuaderno con otras semillas?

Ejecuta el cuaderno resuelto cambiando ``set_seed(42)`` (y ``manual_seed``, la de PyTorch) por otras
semillas, y compara sus salidas de texto con las guardadas, salvo los números tras ``≈``. Una
diferencia es una afirmación sin margen, o un texto que solo vale para una semilla.
"""

import re

import nbformat

from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.outputs import APPROX
from authoring.run import NotebookFailed, run_notebook

_SEED = re.compile(r"(set_seed|manual_seed)\((\d+)\)")


def run(names, seeds):
    """Comprueba las lecciones pedidas (todas, si no se dice ninguna); devuelve 1 si algo cambia."""
    different = 0
    for lesson in find_lessons(names):
        if not lesson.solved.exists():
            raise AuthoringError(f"{lesson.name} no está construida: python -m authoring build")
        stored = nbformat.read(lesson.solved, as_version=4)
        if not any(_SEED.search(cell.source) for cell in stored.cells):
            print(f"   {lesson.number}: no usa semilla")
            continue
        for offset in range(1, seeds + 1):
            different += _with_seed(lesson, stored, offset)
    return 1 if different else 0


def _with_seed(lesson, stored, offset):
    notebook = nbformat.from_dict(stored)
    for cell in notebook.cells:
        cell["source"] = _SEED.sub(lambda m: f"{m[1]}({int(m[2]) + offset})", cell.source)
    try:
        run_notebook(notebook, lesson.solved.parent, strict=True)
    except NotebookFailed as failure:
        print(f"❌ {lesson.number}, semilla +{offset}: {failure}", flush=True)
        return 1
    changes = [
        (old, new)
        for a, b in zip(stored.cells, notebook.cells, strict=True)
        if a.cell_type == "code" and "nbval-ignore-output" not in a.metadata.get("tags", [])
        for old, new in [(_texts(a), _texts(b))]
        if old != new
    ]
    mark = "❌" if changes else "✅"
    print(f"{mark} {lesson.number}, semilla +{offset}: {len(changes)} salidas cambian", flush=True)
    for old, new in changes:
        print(f"     decía: {old}\n     dice:  {new}", flush=True)
    return len(changes)


def _texts(cell):
    shown = []
    for output in cell.outputs:
        text = output.get("text") or output.get("data", {}).get("text/plain", "")
        shown.append(APPROX.sub("≈", text))
    return shown
