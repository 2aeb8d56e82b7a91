"""El avance de quien estudia: se apunta, no se pierde, y nunca detiene un ``check``."""

import csv
import json
import os
import subprocess
import sys

import pytest

from course_utils.exercises import core, record
from course_utils.exercises.progress import progress
from course_utils.exercises.record import add_attempt, attempts


@pytest.fixture
def path(tmp_path, monkeypatch):
    path = tmp_path / "ñ" / "avance.sqlite"
    monkeypatch.setenv("COURSE_PROGRESS", str(path))
    return path


def test_attempts_come_back_in_order(path):
    add_attempt("1.1.1", False, "¿Y los céntimos?")
    add_attempt("1.1.1", True, "Bien.")
    assert [(a.exercise_id, a.right, a.message) for a in attempts()] == [
        ("1.1.1", False, "¿Y los céntimos?"),
        ("1.1.1", True, "Bien."),
    ]


def test_two_kernels_writing_lose_nothing(path):
    code = (
        "import sys; from course_utils.exercises.record import add_attempt\n"
        "for n in range(200): add_attempt('1.1.1', True, f'{sys.argv[1]}-{n}')"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, name], env=os.environ) for name in "ab"
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert {a.message for a in attempts()} == {f"{w}-{n}" for w in "ab" for n in range(200)}


def test_a_damaged_record_is_kept_aside(path):
    path.parent.mkdir()
    path.write_bytes(b"esto no es un registro " * 100)
    add_attempt("1.1.1", True, "Bien.")
    add_attempt("1.1.2", True, "Bien.")
    assert [a.exercise_id for a in attempts()] == ["1.1.1", "1.1.2"]
    (aside,) = path.parent.glob("*danado*")
    assert aside.read_bytes().startswith(b"esto no es")


@pytest.mark.parametrize("blocked", ["carpeta", "padre"])
def test_what_cannot_be_written_stops_nothing(path, blocked):
    path.parent.parent.mkdir(exist_ok=True)
    if blocked == "carpeta":  # una carpeta donde debía estar el archivo
        path.mkdir(parents=True)
    else:  # un archivo donde debía estar su carpeta
        path.parent.write_text("")
    add_attempt("1.1.1", True, "Bien.")
    assert attempts() == []


_TINY_DISK = """
import resource, sys
from course_utils.exercises.record import add_attempt
resource.setrlimit(resource.RLIMIT_FSIZE, (2**15, 2**15))  # como un disco en el que cabe muy poco
for number in range(1000):
    add_attempt("1.1.1", True, f"mensaje {number}")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows no limita lo que ocupa un archivo")
def test_a_full_disk_keeps_what_there_was(path):
    add_attempt("1.1.1", True, "Lo primero.")
    subprocess.run([sys.executable, "-c", _TINY_DISK], check=True)
    kept = [attempt.message for attempt in attempts()]
    assert 1 < len(kept) < 1000
    assert kept == ["Lo primero.", *(f"mensaje {number}" for number in range(len(kept) - 1))]
    add_attempt("1.1.2", True, "Ya hay sitio.")
    assert [attempt.message for attempt in attempts()] == [*kept, "Ya hay sitio."]


def test_check_records_right_and_wrong_only_in_a_notebook(path, monkeypatch):
    core.check("1.1.A1", "b")
    assert attempts() == []
    monkeypatch.setattr(core, "in_notebook", lambda: True)
    for answer in ("a", "b", "c", ...):
        core.check("1.1.A1", answer)
    assert len(attempts()) == 3
    assert sum(a.right for a in attempts()) == 1


def test_nothing_is_recorded_if_not_wanted(monkeypatch, tmp_path):
    monkeypatch.setenv("COURSE_PROGRESS", "no")
    monkeypatch.setenv("HOME", str(tmp_path))
    add_attempt("1.1.1", True, "Bien.")
    assert record.record_path() is None and list(tmp_path.iterdir()) == []


def test_the_summary_says_what_is_next(path):
    assert "Todavía no hay nada" in repr(progress())
    for exercise in ("1.1.1", "1.1.2"):
        add_attempt(exercise, True, "Bien.")
    shown = progress()
    assert "Llevas 2 ejercicios" in repr(shown) and "Sigue el 1.1.3" in repr(shown)
    assert "1.1  " in repr(shown) and "1.2  " not in repr(shown)
    assert '<progress max="' in shown._repr_html_()


def test_lessons_follow_the_order_of_the_course(path):
    lessons = [lesson for lesson, _, _ in progress().lessons()]
    assert lessons.index("1.9") < lessons.index("1.10") < lessons.index("2.1")
    exercises = progress().exercises
    assert exercises.index("1.1.2") < exercises.index("1.1.10") < exercises.index("1.1.A1")


def test_export_gives_csv_and_json(path, tmp_path, capsys):
    for message, right in (("falta", False), ("falta", False), ("otra", False), ("bien", True)):
        add_attempt("1.1.1", right, message)
    progress(export=tmp_path / "ana.csv")
    with open(tmp_path / "ana.csv", encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["ejercicio"], row["intentos"], row["mensaje_mas_repetido"]) == (
        "1.1.1",
        "4",
        "falta",
    )
    data = json.loads((tmp_path / "ana.json").read_text(encoding="utf-8"))
    assert data["ejercicios"][0]["resuelto"] is True
    assert str(path) not in (tmp_path / "ana.json").read_text(encoding="utf-8")
