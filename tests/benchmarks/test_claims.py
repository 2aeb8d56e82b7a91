"""Qué cambia ``claims`` en una celda, y qué compara."""

from types import SimpleNamespace

import nbformat.v4 as nb
import pytest

import benchmarks.claims
from benchmarks.claims import claims, reseeded

CODE = "set_seed(42)\nrng = np.random.default_rng(0)\nreparto = f(x, random_state=7)"


def test_only_the_seeds_of_training_change():
    assert reseeded(CODE, 2) == CODE.replace("42", "44")


def test_with_draws_the_data_change_too():
    changed = reseeded(CODE, 1, draws=True)
    assert changed == "set_seed(43)\nrng = np.random.default_rng(1)\nreparto = f(x, random_state=8)"


def test_the_draw_that_an_exercise_asks_for_stays():
    assert reseeded(CODE, 1, draws=True, exercise=True) == CODE.replace("42", "43")


def test_the_seeds_of_a_loop_change_too_and_not_what_an_exercise_asks_for():
    code = "set_seed(seed)\nrng = default_rng(semilla)\nf(random_state=None, seed_net=set_seed)"
    changed = code.replace("(seed)", "(seed + 2)")
    assert reseeded(code, 2) == changed
    assert reseeded(code, 2, draws=True) == changed.replace("(semilla)", "(semilla + 2)")
    assert reseeded(code, 2, draws=True, exercise=True) == code


def test_a_claim_is_a_question_with_its_answer():
    text = "media ≈ 0.3\n¿Gana la\nescalada? True   ¿Por mucho? False\n¿Y ahora? 3"
    assert claims(text) == ["¿Gana la escalada? True", "¿Por mucho? False"]


@pytest.mark.parametrize(("draws", "which"), [(False, "solved"), (True, "notebook")])
def test_with_draws_the_blank_notebook_is_enough(tmp_path, monkeypatch, draws, which):
    lesson, ran = SimpleNamespace(number="9.9", name="juguete"), []
    for kind in ("notebook", "solved"):
        path = tmp_path / f"{kind}.ipynb"
        cell = nb.new_code_cell(f"set_seed(42)  # {kind}")
        path.write_text(nb.writes(nb.new_notebook(cells=[cell])), encoding="utf-8")
        setattr(lesson, kind, path)
    monkeypatch.setattr(benchmarks.claims, "find_lessons", lambda names: [lesson])
    monkeypatch.setattr(
        benchmarks.claims,
        "run_notebook",
        lambda notebook, folder, strict: ran.append(notebook.cells[0].source),
    )
    assert benchmarks.claims.run([], 2, draws=draws) == 0
    assert ran == [f"set_seed({seed})  # {which}" for seed in (43, 44)]
