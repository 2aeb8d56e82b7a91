"""Construye los cuadernos: de ``lessons/*.py`` a ``notebooks/**/*.ipynb``, ejecutados."""

import hashlib
import json
import time
from pathlib import Path

import nbformat
from tqdm import tqdm

from .course_map import readme_with_map
from .errors import AuthoringError
from .lessons import ROOT, find_lessons
from .notebooks import Source, assemble, to_text, without_outputs
from .outputs import clean, keep_equivalent, refuse_heavy, shrink_figures
from .project import published
from .run import NotebookFailed, run_notebook

SOLUTIONS = Path("course_utils/exercises/solutions.json")


def build(names=(), *, everything=False, root=ROOT):
    """Construye las lecciones pedidas; solo ejecuta los cuadernos que han cambiado.

    Parameters
    ----------
    names : sequence of str
        Lecciones (número, nombre o archivo); vacía: todas.
    everything : bool
        Ejecuta también los que no han cambiado.

    Raises
    ------
    AuthoringError
        Una lección está mal marcada, o un cuaderno falla al ejecutarse.
    """
    place = published(root)
    for path, text in _derived_texts(place, root).items():
        _write(path, text)
    for lesson in find_lessons(names, root):
        source = Source(lesson)
        for path, solved in ((lesson.notebook, False), (lesson.solved, True)):
            notebook = assemble(source, place, solved=solved)
            _build_one(notebook, path, solved=solved, force=everything, root=root)
    _remove_orphans(root)


def check(root=ROOT):
    """Compara los cuadernos, menos sus salidas, con lo que dicen las fuentes.

    Returns
    -------
    list of str
        Un problema por línea; vacía si todo está al día.
    """
    problems = []
    place = published(root)
    for path, text in _derived_texts(place, root).items():
        if _read(path) != text:
            problems.append(f"{path.relative_to(root).as_posix()} no está al día.")
    for lesson in find_lessons(root=root):
        source = Source(lesson)
        for path, solved in ((lesson.notebook, False), (lesson.solved, True)):
            expected = to_text(assemble(source, place, solved=solved))
            name = path.relative_to(root).as_posix()
            old = _load(path)
            if old is None:
                problems.append(f"{name} no existe.")
            elif to_text(without_outputs(old)) != expected:
                problems.append(f"{name} no coincide con {source.path}.")
            elif not _was_run(old):
                problems.append(f"{name} no está ejecutado del todo.")
    problems += [f"{p.relative_to(root).as_posix()} no tiene lección." for p in _orphans(root)]
    return problems


def _build_one(notebook, path, *, solved, force, root):
    name = path.relative_to(root).as_posix()
    old = _load(path)
    digest = _digest(path.stem[:2], root)
    if old is not None and not force and not _is_stale(notebook, old, digest):
        _take_outputs(notebook, old)
        _write(path, to_text(notebook))
        print(f"  al día     {name}")
        return
    started = time.perf_counter()
    total = sum(cell.cell_type == "code" for cell in notebook.cells)
    with tqdm(total=total, desc=f"  {name}", unit="celda", leave=False, disable=None) as bar:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            run_notebook(notebook, path.parent, strict=solved, on_cell=lambda done, _: bar.update())
        except NotebookFailed as failure:
            raise AuthoringError(f"{name}: {failure}") from failure
    clean(notebook, root)
    shrink_figures(notebook)
    if old is not None and _code(notebook) == _code(old):
        # Con otro código, un «≈ 0.92» guardado hablaría de un modelo que ya no está.
        keep_equivalent(notebook, old)
    notebook.metadata["course_utils"] = digest
    refuse_heavy(notebook, name)
    _write(path, to_text(notebook))
    print(f"  {time.perf_counter() - started:6.1f} s   {name}")


def _is_stale(notebook, old, digest):
    return (
        not _was_run(old)
        or old.metadata.get("course_utils") != digest
        or _code(notebook) != _code(old)
    )


def _code(notebook):
    """Lo que decide las salidas: las celdas de código, menos la de preparación."""
    return [
        (cell["id"], cell.source, cell.metadata.get("tags", []))
        for cell in notebook.cells
        if cell.cell_type == "code" and "preparacion" not in cell.metadata.get("tags", [])
    ]


def _was_run(notebook):
    # nbval no compara las salidas de una celda sin número de ejecución: no puede faltar.
    return all(
        cell.get("execution_count")
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.source.strip()
    )


def _take_outputs(notebook, old):
    by_id = {cell["id"]: cell for cell in old.cells}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell["outputs"] = by_id[cell["id"]]["outputs"]
            cell["execution_count"] = by_id[cell["id"]]["execution_count"]
    notebook.metadata["course_utils"] = old.metadata["course_utils"]


def _digest(number, root):
    """Huella del código del que dependen las salidas del cuaderno de la lección dada («44»).

    nbval no compara figuras: sin esto, cambiar una función de dibujo dejaría figuras viejas.
    Las comprobaciones de otras lecciones no cuentan.
    """
    package = root / "course_utils"
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        if not path.stem.startswith("lesson_") or path.stem == f"lesson_{number}":
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(path.read_text(encoding="utf-8").encode())
    return digest.hexdigest()[:16]


def _derived_texts(place, root):
    """Los archivos de texto que salen de las lecciones, con lo que deben decir."""
    readme = root / "README.md"
    return {
        root / SOLUTIONS: _solutions_text(root),
        readme: readme_with_map(_read(readme), find_lessons(root=root), place),
    }


def _solutions_text(root):
    solutions = {}
    for lesson in find_lessons(root=root):
        for exercise_id, code in Source(lesson).solutions().items():
            if exercise_id in solutions:
                raise AuthoringError(f"El ejercicio {exercise_id} está en dos lecciones.")
            solutions[exercise_id] = code
    return json.dumps(solutions, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _orphans(root):
    expected = set()
    for lesson in find_lessons(root=root):
        expected |= {lesson.notebook, lesson.solved}
    found = (root / "notebooks").rglob("*.ipynb")
    return sorted(p for p in found if p not in expected and ".ipynb_checkpoints" not in p.parts)


def _remove_orphans(root):
    for path in _orphans(root):
        path.unlink()
        print(f"  borrado    {path.relative_to(root).as_posix()} (ya no tiene lección)")


def _load(path):
    return nbformat.read(path, as_version=4) if path.exists() else None


def _read(path):
    return path.read_text(encoding="utf-8") if path.exists() else None


def _write(path, text):
    """Escribe solo si cambia: la fecha del archivo sigue diciendo algo."""
    if _read(path) != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
