"""¿Cuánta memoria y cuántos segundos de procesador cuesta cada cuaderno resuelto?

Treinta personas en un servidor de 64 GB caben si cada núcleo se queda en ``LIMIT_GB``. Los segundos
de procesador (de todos los núcleos, sumados) dependen menos que el reloj de lo que haya al lado.
"""

import nbformat

from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.run import run_notebook

LIMIT_GB = 1.2

# Una celda más, al final: las dos cuentas las lleva el sistema, no hay que ir mirando.
USAGE = """
import os, sys
try:
    import resource
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
except ImportError:  # Windows
    import psutil
    peak = psutil.Process().memory_info().peak_wset
times = os.times()
print(peak, times.user + times.system)
"""


def run(names):
    """Mide las lecciones pedidas (todas, si no se dice ninguna); devuelve 1 si alguna se pasa."""
    too_much, total = 0, 0.0
    for lesson in find_lessons(names):
        if not lesson.solved.exists():
            raise AuthoringError(f"{lesson.name} no está construida: python -m authoring build")
        notebook = nbformat.read(lesson.solved, as_version=4)
        peak, seconds = usage(notebook, lesson.solved.parent)
        total += seconds
        mark = "✅" if peak <= LIMIT_GB * 1e9 else "❌"
        too_much += mark == "❌"
        print(
            f"{mark} {lesson.number}: {peak / 1e9:.2f} GB (límite {LIMIT_GB}), "
            f"{seconds:.0f} s de procesador",
            flush=True,
        )
    print(f"En total, {total:.0f} s de procesador")
    return 1 if too_much else 0


def usage(notebook, folder):
    """Ejecuta un cuaderno resuelto: el máximo de memoria de su núcleo (bytes) y sus segundos."""
    notebook.cells.append(nbformat.v4.new_code_cell(USAGE))
    run_notebook(notebook, folder, strict=True)
    peak, seconds = notebook.cells[-1].outputs[0].text.split()
    return int(peak), float(seconds)
