"""Construye los cuadernos: de ``lessons/*.py`` a ``notebooks/**/*.ipynb``, ejecutados.

Aquí se decide qué lecciones se ejecutan, cuántas a la vez y qué se escribe. El camino de una, del
texto a sus cuadernos, va en una sola dirección: ``lessons`` (dónde está), ``markers`` (en blanco y
resuelto), ``notebooks`` (los dos cuadernos, y uno que los intercala), ``run`` (lo ejecuta en un
núcleo) y ``outputs`` (salidas limpias, repartidas a los dos).
"""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from tqdm import tqdm

from .course_map import readme_with_map
from .errors import AuthoringError
from .files import write_whole
from .lessons import ROOT, Lesson, find_lessons
from .notebooks import (
    Source,
    assemble_both,
    fold_answers,
    interleave,
    to_text,
    unfolded,
    without_outputs,
)
from .outputs import (
    clean,
    disagreements,
    hand_out,
    refuse_heavy,
    say_the_same,
    shrink_figures,
    take,
)
from .project import published
from .reach import Package, digest
from .run import NotebookFailed, at_once, run_notebook

SOLUTIONS = Path("course_utils/exercises/solutions.json")


def build(names=(), *, everything=False, jobs=None, root=ROOT):
    """Construye las lecciones pedidas; solo ejecuta las que han cambiado.

    Parameters
    ----------
    names : sequence of str
        Lecciones (número, nombre o archivo); vacía: todas.
    everything : bool
        Ejecuta también las que no han cambiado.
    jobs : int, optional
        Cuántas a la vez; sin él, dos si hay dos núcleos y memoria para las dos.

    Raises
    ------
    AuthoringError
        Una lección está mal marcada, o alguna falla al ejecutarse: las demás quedan construidas.
    """
    place = published(root)
    write_derived(root)
    package = Package(root)
    pairs = [_Pair.of(lesson, place, package) for lesson in find_lessons(names, root)]
    stale = [pair for pair in pairs if everything or pair.is_stale()]
    for pair in pairs:
        if pair not in stale:
            pair.take_old_outputs()
            pair.write()
            print(f"  al día     {pair.name}")
    fit = at_once(os.cpu_count() or 1, psutil.virtual_memory().available)
    _run_all(stale, jobs or fit, root)
    _remove_orphans(root)


def up_to_date(lessons, root=ROOT):
    """Las lecciones, de estas, cuyos cuadernos no hay que ejecutar: un conjunto de nombres."""
    place, package = published(root), Package(root)
    marked = [lesson for lesson in lessons if all(map(_mark, map(_load, _paths(lesson))))]
    pairs = [_Pair.of(lesson, place, package) for lesson in marked]
    return {pair.lesson.slug for pair in pairs if not pair.is_stale()}


def mark_up_to_date(lessons, root=ROOT):
    """Da por al día los cuadernos de estas lecciones, si su código es el de la fuente.

    Es para quien las ha cambiado de número, y nada más: sus salidas siguen valiendo.
    """
    place, package = published(root), Package(root)
    for lesson in lessons:
        pair = _Pair.of(lesson, place, package)
        if pair.has_the_same_code():
            pair.take_old_outputs()
            pair.write()


def write_derived(root=ROOT):
    """Pone al día los archivos de texto que salen de las lecciones: soluciones y README.md."""
    for path, text in _derived_texts(published(root), root).items():
        _write(path, text)


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
        found = []
        for path, expected in zip(_paths(lesson), assemble_both(source, place), strict=True):
            name = path.relative_to(root).as_posix()
            old = _load(path)
            if old is None:
                found.append(f"{name} no existe, o no se puede leer.")
            elif to_text(without_outputs(old)) != to_text(expected):
                found.append(f"{name} no coincide con {source.path}.")
            elif not _was_run(old):
                found.append(f"{name} no está ejecutado del todo.")
            elif to_text(old) != to_text(_as_folded(old, solved=path == lesson.solved)):
                found.append(f"{name} no pliega las salidas que responden a sus «Predice».")
        problems += found or [
            f"{source.path}: los dos cuadernos no dicen lo mismo en la celda\n{code}"
            for code in disagreements(*map(unfolded, map(_load, _paths(lesson))))
        ]
    problems += [f"{p.relative_to(root).as_posix()} no tiene lección." for p in _orphans(root)]
    return problems


@dataclass(eq=False)
class _Pair:
    """Los dos cuadernos de una lección: los de ahora, sin salidas, y los guardados, si los hay."""

    lesson: Lesson
    notebooks: tuple  # el del estudiante y el resuelto
    stored: tuple
    digest: str

    @classmethod
    def of(cls, lesson, place, package):
        notebooks = assemble_both(Source(lesson), place)
        cells = [c for notebook in notebooks for c in notebook.cells if c.cell_type == "code"]
        stored = tuple(old and unfolded(old) for old in map(_load, _paths(lesson)))
        return cls(lesson, notebooks, stored, digest(cells, package))

    @property
    def name(self):
        return self.lesson.name

    def is_stale(self):
        """Si los guardados no valen: se ejecutan siempre los dos a la vez."""
        return not self.has_the_same_code() or any(
            not _was_run(old) or _mark(old) != self.digest for old in self.stored
        )

    def has_the_same_code(self):
        """Si los guardados están, y sus celdas de código son las de ahora."""
        return all(
            old is not None and _code(new) == _code(old)
            for new, old in zip(self.notebooks, self.stored, strict=True)
        )

    def take_old_outputs(self):
        for new, old in zip(self.notebooks, self.stored, strict=True):
            take(new, old)

    def run(self, on_cell, root):
        """Ejecuta los dos en un núcleo y reparte las salidas."""
        both = interleave(*self.notebooks)
        folder = self.lesson.notebook.parent
        folder.mkdir(parents=True, exist_ok=True)
        try:
            run_notebook(both, folder, strict=False, on_cell=on_cell)
        except NotebookFailed as failure:
            source = both.cells[failure.cell_index].source if failure.cell_index is not None else ""
            raise AuthoringError(f"{self.name}: {failure.error}\n{source[:400]}") from failure
        clean(both, root)
        shrink_figures(both)
        for notebook, solved in zip(self.notebooks, (False, True), strict=True):
            hand_out(both, notebook, solved=solved)
        # Con otro código, un «≈ 0.92» guardado hablaría de un modelo que ya no está.
        if not self.is_stale() and all(map(say_the_same, self.notebooks, self.stored)):
            self.take_old_outputs()
        for path, notebook in zip(_paths(self.lesson), self.notebooks, strict=True):
            refuse_heavy(notebook, path.relative_to(root).as_posix())

    def write(self):
        fold_answers(self.notebooks[0])
        for path, notebook in zip(_paths(self.lesson), self.notebooks, strict=True):
            notebook.metadata["course_utils"] = self.digest
            _write(path, to_text(notebook))


def _run_all(pairs, jobs, root):
    failures, running = [], {}

    def run_one(pair, bar):
        def on_cell(done, cells):
            running[pair.name] = f"{pair.lesson.number} {done}/{cells}"
            bar.set_postfix_str(", ".join(list(running.values())))

        started = time.perf_counter()
        pair.run(on_cell, root)
        pair.write()
        return time.perf_counter() - started

    with (
        tqdm(total=len(pairs), desc="  lecciones", leave=False, disable=None) as bar,
        ThreadPoolExecutor(jobs) as pool,
    ):
        futures = {pool.submit(run_one, pair, bar): pair for pair in pairs}
        try:
            for future in as_completed(futures):
                name = futures[future].name
                running.pop(name, None)
                bar.update()
                try:
                    bar.write(f"  {future.result():6.1f} s   {name}")
                except AuthoringError as failure:
                    failures.append(str(failure))
                    bar.write(f"  FALLA      {name}")
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            for kernel in psutil.Process().children():  # sin esto se esperaría a que acabaran
                kernel.kill()
            raise
    if failures:
        raise AuthoringError("\n\n".join(failures))


def _mark(notebook):
    """La huella con la que se ejecutó, si se sabe."""
    return notebook and notebook.metadata.get("course_utils")


def _paths(lesson):
    return lesson.notebook, lesson.solved


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
    """El cuaderno guardado; ``None`` si no está, o está a medias y no se puede leer."""
    try:
        return nbformat.read(path, as_version=4) if path.exists() else None
    except (ValueError, nbformat.ValidationError):
        return None


def _as_folded(notebook, *, solved):
    copy = unfolded(notebook)
    if not solved:
        fold_answers(copy)
    return copy


def _read(path):
    return path.read_text(encoding="utf-8") if path.exists() else None


def _write(path, text):
    """Escribe solo si cambia: la fecha del archivo sigue diciendo algo."""
    if not path.exists() or path.read_bytes() != text.encode("utf-8"):
        write_whole(path, text)
