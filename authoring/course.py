"""Ejecuta el curso, o una parte, y lo deja en HTML para leerlo.

Es lo que hay detrás de ``make curso``: los cuadernos resueltos, en modo estricto, con su
tiempo y su resultado clave. Lo primero, las páginas con las salidas guardadas: el curso ya se
puede leer mientras se ejecuta, y cada página se renueva al terminar su cuaderno. Si uno falla se
dice cuál, en qué celda y por qué, y se sigue; si le falta una biblioteca opcional, se omite.
"""

import os
import queue
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from tqdm import tqdm

from .durations import REFERENCE, Durations, calibrate, in_words, makespan, predict, remaining
from .lessons import ROOT, find_lessons
from .optional import missing_library
from .pages import Index, key_result, write_page
from .run import NotebookFailed, at_once, run_notebook

OUTPUT = ROOT / "build" / "curso"


@dataclass(frozen=True)
class Outcome:
    """Cómo le fue a un cuaderno."""

    lesson: object
    seconds: float | None  # None si no se ejecutó
    key_result: str = "—"
    failure: str | None = None  # en español, con el error original; None si fue bien
    omitted: str | None = None  # qué le falta a este equipo, y cómo se instala

    @property
    def word(self):
        """En una palabra, para la línea de avance."""
        return "omitida" if self.omitted else "FALLA" if self.failure else "bien"

    @property
    def result(self):
        """La última columna de la tabla."""
        if self.omitted:
            return f"omitida: {self.omitted}"
        return "FALLA" if self.failure else self.key_result


def run_lesson(lesson, output, on_cell):
    """Ejecuta el cuaderno resuelto de una lección y guarda su página, también si falla."""
    started = time.perf_counter()
    failure, result = None, "—"
    try:
        notebook = nbformat.read(lesson.solved, as_version=4)
        try:
            run_notebook(
                notebook, lesson.solved.parent, strict=True, on_cell=on_cell, ignore_stderr=True
            )
            result = key_result(notebook)
        finally:
            write_page(lesson, notebook, output)
    except NotebookFailed as error:
        failure = str(error)
    except FileNotFoundError as error:
        failure = f"falta {error.filename}. Constrúyelo con: make build"
    except Exception as error:  # un cuaderno roto no deja sin ejecutar los demás
        failure = f"{type(error).__name__}: {error}"
    return Outcome(lesson, time.perf_counter() - started, result, failure)


def run_course(lessons, output, predicted, *, workers=1, on_outcome=lambda outcome: None):
    """Ejecuta las lecciones, con una barra que dice cuánto falta.

    Parameters
    ----------
    lessons : sequence of Lesson
    output : Path
        Carpeta donde quedan las páginas.
    predicted : dict
        Nombre de la lección -> segundos previstos.
    workers : int
        Cuántas a la vez.
    on_outcome : callable, optional
        Se llama con el ``Outcome`` de cada lección en cuanto se sabe.

    Returns
    -------
    list of Outcome
        En el orden de ``lessons``, acaben en el que acaben.
    """
    outcomes = {}
    waiting = []
    layout = "{desc} |{bar:20}| {n:.1f} de {total} cuadernos, {elapsed}{postfix}"
    with tqdm(total=len(lessons), bar_format=layout, dynamic_ncols=True) as bar:

        def finished(outcome):
            outcomes[outcome.lesson.name] = outcome
            line = f"{outcome.word:7}  {Path(outcome.lesson.name).name}  "
            bar.write(line + (outcome.omitted or f"{outcome.seconds:.1f} s"))
            on_outcome(outcome)

        for lesson in lessons:
            missing = missing_library(lesson)
            if missing:
                finished(Outcome(lesson, None, omitted=missing))
            else:
                waiting.append(lesson)
        shown = 0
        for running, outcome in _run_all(waiting, output, workers):
            if outcome:
                finished(outcome)
            elif time.perf_counter() - shown < 1:
                continue
            bar.n = len(outcomes) + sum(progress.fraction for progress in running)
            bar.set_description_str(" y ".join(p.lesson.number for p in running), refresh=False)
            left = _seconds_left(waiting, running, outcomes, predicted, workers)
            bar.set_postfix_str(f"quedan {in_words(left)}" if left else "")
            shown = time.perf_counter()
    return [outcomes[lesson.name] for lesson in lessons]


@dataclass
class _Progress:
    """Por dónde va un cuaderno."""

    lesson: object
    started: float
    fraction: float = 0  # de sus celdas


def _run_all(lessons, output, workers):
    """Ejecuta ``lessons`` en varios hilos; va dando (las que están en marcha, la que acabó)."""
    pending, events = queue.SimpleQueue(), queue.SimpleQueue()
    for lesson in lessons:
        pending.put(lesson)

    def work():
        while not pending.empty():
            try:
                lesson = pending.get_nowait()
            except queue.Empty:  # se la llevó el otro hilo
                return
            events.put((lesson, 0, None))

            def on_cell(cell, cells, lesson=lesson):
                events.put((lesson, cell / max(cells, 1), None))

            events.put((lesson, 1, run_lesson(lesson, output, on_cell)))

    for _ in range(workers):
        # «daemon»: si se interrumpe el curso, no se espera a que acaben los cuadernos a medias.
        threading.Thread(target=work, daemon=True).start()
    running, left = {}, len(lessons)
    while left:
        outcome = None
        try:
            lesson, fraction, outcome = events.get(timeout=1)  # también el reloj de la barra
            progress = running.setdefault(lesson.name, _Progress(lesson, time.perf_counter()))
            progress.fraction = fraction
        except queue.Empty:
            pass
        if outcome:
            del running[outcome.lesson.name]
            left -= 1
        yield list(running.values()), outcome


def _seconds_left(lessons, running, outcomes, predicted, workers):
    good = [o for o in outcomes.values() if not o.failure and not o.omitted]
    in_course = {progress.lesson.name for progress in running}
    now = time.perf_counter()
    return remaining(
        done=[(predicted[o.lesson.name], o.seconds) for o in good],
        running=[(predicted[p.lesson.name], now - p.started) for p in running],
        waiting=[
            predicted[lesson.name]
            for lesson in lessons
            if lesson.name not in outcomes and lesson.name not in in_course
        ],
        workers=workers,
    )


def table(outcomes, seconds):
    """La tabla final, en texto: cuaderno, segundos, resultado clave.

    Parameters
    ----------
    outcomes : sequence of Outcome
    seconds : float
        Lo que tardó todo; con dos cuadernos a la vez es menos que la suma.

    Returns
    -------
    str
    """
    rows = [("cuaderno", "segundos", "resultado clave")]
    for outcome in outcomes:
        took = "—" if outcome.seconds is None else f"{outcome.seconds:.1f}"
        rows.append((Path(outcome.lesson.name).name, took, outcome.result))
    rows.append(("total", f"{seconds:.1f}", summary(outcomes)))
    width = max(len(row[0]) for row in rows)
    return "\n".join(f"{name:{width}}  {took:>8}  {key}" for name, took, key in rows)


def summary(outcomes):
    """Cómo fue, en una frase."""
    omitted = sum(outcome.omitted is not None for outcome in outcomes)
    failed = sum(outcome.failure is not None for outcome in outcomes)
    run = len(outcomes) - omitted
    text = f"{run} cuadernos, todos bien" if run != 1 else "1 cuaderno, bien"
    if failed:
        text = f"{failed} de {run} cuadernos fallan"
    return f"{text}; sin ejecutar, {omitted}" if omitted else text


def main(names=()):
    """Lo que hace ``python -m authoring course [LECCIÓN…]``.

    Parameters
    ----------
    names : sequence of str
        Lecciones («4.4») o módulos («6»); vacía, todo el curso.

    Returns
    -------
    int
        0 si todo fue bien, aunque se omita algo opcional; 1 si algún cuaderno falla; 130 si se
        interrumpe con Ctrl+C.
    """
    if hasattr(sys.stdout, "reconfigure"):  # la consola de Windows no sabe escribir «≈»
        sys.stdout.reconfigure(errors="replace")
    lessons = find_lessons(names)
    if not lessons:
        print("No hay ninguna lección en lessons/.", file=sys.stderr)
        return 1
    started = time.perf_counter()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    times = Durations.read(OUTPUT / "tiempos.json")
    link = (OUTPUT / "index.html").as_uri()
    print(f"Se puede leer desde ya, con las salidas guardadas:\n  {link}", flush=True)
    # «disable=None»: sin terminal (CI, un archivo) no hay barra.
    everything = tqdm(find_lessons(), "Preparando las páginas", leave=False, disable=None)
    index = Index(OUTPUT, everything, lessons, times.seconds)

    times.calibration = calibrate()
    predicted = predict([lesson.name for lesson in lessons], times, Durations.read(REFERENCE))
    workers = at_once(os.cpu_count() or 1, psutil.virtual_memory().available)
    print(_forecast(lessons, predicted, workers) + "\n", flush=True)

    def note(outcome):
        index.add(outcome.lesson, outcome.seconds, outcome.result)
        index.write()
        times.seconds.pop(outcome.lesson.name, None)
        if outcome.word == "bien":
            times.seconds[outcome.lesson.name] = round(outcome.seconds, 1)
        times.write(OUTPUT / "tiempos.json")

    try:
        outcomes = run_course(lessons, OUTPUT, predicted, workers=workers, on_outcome=note)
    except KeyboardInterrupt:
        index.write("Se interrumpió antes de terminar.")
        print("\nInterrumpido: lo ya ejecutado queda en build/curso.", file=sys.stderr)
        return 130
    index.write(summary(outcomes))
    print("\n" + table(outcomes, time.perf_counter() - started))
    print(f"\nPara leerlo, abre en el navegador:\n  {link}")
    failed = [outcome for outcome in outcomes if outcome.failure]
    for outcome in failed:
        print(f"\n{outcome.lesson.name}: {outcome.failure}", file=sys.stderr)
    return 1 if failed else 0


def _forecast(lessons, predicted, workers):
    seconds = [predicted[lesson.name] for lesson in lessons if not missing_library(lesson)]
    how = ", dos a la vez" if workers == 2 and len(seconds) > 1 else ""
    text = f"{in_words(makespan(seconds, workers))} en este equipo{how}."
    return text[0].upper() + text[1:]
