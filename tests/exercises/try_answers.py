"""Respuestas reunidas por quien lee el curso, juzgadas por las comprobaciones de hoy.

Cada una es código que se ejecuta en su celda, detrás de la solución: redefine lo que se entrega.
Desde la raíz, ``python tests/exercises/try_answers.py respuestas.json`` dice cuáles se juzgan mal::

    {"accepted_but_wrong": [{"exercise": "4.6.5", "answer": "def exactitud(p, e): …"}],
     "refused_but_right": […]}
"""

import ast
import json
import sys
from collections import defaultdict
from pathlib import Path

from cells import Notebook, exercise_cells, free_names
from mutants import answers_of

from course_utils.exercises.core import Status, evaluate


def judged(exercise_id, cell, notebook, answer):
    """El resultado de una respuesta escrita como código."""
    try:
        return evaluate(exercise_id, *answers_of(cell, notebook, f"{cell.code}\n{answer}"))
    except Exception as error:  # ni siquiera llega a entregarse
        return f"{type(error).__name__}: {error}"


def misjudged(path, modules=None):
    """Las respuestas de un archivo que hoy se juzgan mal: ``(clase, caso, resultado)``."""
    cases = defaultdict(list)
    for kind, listed in json.loads(Path(path).read_text(encoding="utf-8")).items():
        for case in listed:
            numbers = case["exercise"].split(".")[:2]
            cases["lesson_{:0>2}_{:0>2}".format(*numbers)].append((kind, case))
    for module, listed in sorted(cases.items()):
        if modules and module not in modules:
            continue
        cells, more = exercise_cells(module), defaultdict(set)
        for _, case in listed:
            more[case["exercise"]] |= free_names(ast.parse(case["answer"]).body)
        wanted = [cells[i] for i in cells if i in more]
        notebook = Notebook(wanted, more)
        for kind, case in listed:
            outcome = judged(case["exercise"], cells[case["exercise"]], notebook, case["answer"])
            right = kind == "refused_but_right"
            if isinstance(outcome, str) or (outcome.status is Status.CORRECT) != right:
                yield kind, case, outcome


if __name__ == "__main__":
    for kind, case, outcome in misjudged(sys.argv[1], sys.argv[2:]):
        text = outcome if isinstance(outcome, str) else outcome.text
        print(f"{case['exercise']} {kind}: {case['answer']}\n    → {text}", flush=True)
