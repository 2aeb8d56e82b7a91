"""El cuaderno que prueba los dos de una lección: lo que lleva, y que sabe fallar.

Se ejecuta con nbval de verdad, sobre un ejercicio de verdad (el 0.0.2: se responde 5).
"""

import os
import re
import subprocess
import sys
from types import SimpleNamespace

import nbformat
import pytest

from authoring import proof
from authoring.errors import AuthoringError
from authoring.lessons import ROOT
from authoring.notebooks import interleave, paired, to_text
from authoring.outputs import disagreements, hand_out
from authoring.run import run_notebook

COMMON = "from course_utils import check\nprint('hola, ≈ 0.5')"
CHECK = 'check("0.0.2", visitas)'
AFTER = "1 + 1"


def notebook(answer, common=COMMON, after=AFTER):
    sources = {"comun": common, "hueco": answer, "check": CHECK, "final": after}
    cells = [nbformat.v4.new_code_cell(text, id=name) for name, text in sources.items()]
    cells.insert(0, nbformat.v4.new_markdown_cell("# Título", id="titulo"))
    metadata = {"language_info": {"name": "python"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)


def cell(notebook, name):
    return next(cell for cell in notebook.cells if cell["id"] == name)


@pytest.fixture(scope="module")
def run_apart(tmp_path_factory):
    """Los dos cuadernos, ejecutados cada uno en su núcleo, en texto."""
    folder = tmp_path_factory.mktemp("aparte")
    student, solved = notebook("visitas = ..."), notebook("visitas = 5")
    run_notebook(student, folder, strict=False)
    run_notebook(solved, folder, strict=True)
    return to_text(student), to_text(solved)


@pytest.fixture
def both(run_apart):
    return tuple(nbformat.reads(text, as_version=4) for text in run_apart)


def test_an_exercise_goes_twice_and_the_rest_once(both):
    sources = [cell.source for cell in interleave(*both).cells]
    strict = [f'__import__("os").environ["COURSE_STRICT"] = "{n}"' for n in "10"]
    assert sources == [
        COMMON,
        *("visitas = ...", CHECK),
        *(strict[0], "visitas = 5", CHECK, strict[1]),
        AFTER,
    ]
    said = [str(cell.outputs) for cell in interleave(*both).cells if cell.source == CHECK]
    assert "⏳" in said[0] and "✅" in said[1]


def test_one_kernel_gives_both_what_each_would_give_apart(both, tmp_path):
    blank, solved = notebook("visitas = ..."), notebook("visitas = 5")
    together = interleave(blank, solved)
    run_notebook(together, tmp_path, strict=False)
    hand_out(together, blank, solved=False)
    hand_out(together, solved, solved=True)
    assert to_text(blank) == to_text(both[0])
    assert to_text(solved) == to_text(both[1])


def test_an_error_keeps_the_number_of_its_cell(tmp_path):
    fails = nbformat.v4.new_code_cell("f()", id="falla", metadata={"tags": ["raises-exception"]})
    pair = notebook("visitas = ..."), notebook("visitas = 5")
    for each in pair:
        cell(each, "final")["source"] = "def f():\n    return 1 / 0"
        each.cells.append(nbformat.from_dict(fails))
    together = interleave(*pair)
    run_notebook(together, tmp_path, strict=False)
    for each, solved in zip(pair, (False, True), strict=True):
        hand_out(together, each, solved=solved)
        text = re.sub(r"\x1b\[[\d;]*m", "", "".join(each.cells[-1].outputs[0].traceback))
        assert set(re.findall(r"In\[(\d+)\]", text)) == {"4", "5"}


def wrong_common(student, solved):
    for each in (student, solved):
        cell(each, "comun").outputs[0]["text"] = "adiós\n"


def wrong_blank(student, solved):
    data = cell(student, "check").outputs[0].data
    data["text/plain"] = data["text/plain"].replace("sin responder", "correcto")


def wrong_solved(student, solved):
    data = cell(solved, "check").outputs[0].data
    data["text/plain"] = data["text/plain"].replace("correcto", "sin responder")


def wrong_answer(student, solved):
    cell(solved, "hueco")["source"] = "visitas = 6"


def answered_blank(student, solved):
    cell(student, "hueco")["source"] = "visitas = 2 + 3"


def other_random(student, solved):
    """Esto es lo único que no es un fallo: un número tras «≈»."""
    for each in (student, solved):
        cell(each, "comun").outputs[0]["text"] = "hola, ≈ 0.7\n"


def test_what_is_wrong_in_either_notebook_fails(run_apart, tmp_path):
    wrong = [wrong_common, wrong_blank, wrong_solved, wrong_answer, answered_blank]
    for change in [*wrong, other_random]:
        pair = [nbformat.reads(text, as_version=4) for text in run_apart]
        change(*pair)
        path = tmp_path / f"{change.__name__}.ipynb"
        path.write_text(to_text(interleave(*pair)), encoding="utf-8")
    # La misma orden que «make prueba», en una carpeta de fuera.
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q"]
    command += [f"--nbval-sanitize-with={ROOT / 'tests/notebooks/sanitize.cfg'}"]
    command += ["-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    done = subprocess.run(
        [*command, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    names = dict(re.findall(r"^FAILED (\w+)\.ipynb::(Cell \d+)", done.stdout, re.MULTILINE))
    # Celdas: 0 común, 1 hueco, 2 check, 3 estricto, 4 solución, 5 check, 6 no estricto, 7 final.
    assert names == {
        "wrong_common": "Cell 0",
        "wrong_blank": "Cell 2",
        "wrong_solved": "Cell 5",
        "wrong_answer": "Cell 5",
        "answered_blank": "Cell 2",
    }, done.stdout


def test_a_common_cell_says_the_same_in_both(both):
    student, solved = both
    assert disagreements(student, solved) == []
    cell(solved, "comun").outputs[0]["text"] = "hola, ≈ 0.7\n"
    assert disagreements(student, solved) == []
    cell(solved, "final").outputs[0].data["text/plain"] = "3"
    assert disagreements(student, solved) == [AFTER]
    for each in both:
        cell(each, "final").metadata["tags"] = ["nbval-ignore-output"]
    assert disagreements(student, solved) == []


def test_a_check_goes_right_behind_its_exercise(both):
    for each in both:
        cell(each, "final")["source"] = CHECK
    with pytest.raises(AuthoringError, match="lejos de su ejercicio"):
        list(paired(*both))


def test_proofs_are_written_for_what_is_built(both, tmp_path, monkeypatch):
    name = "01_modulo/01_01_numeros"
    folder = tmp_path / "notebooks"
    lesson = SimpleNamespace(
        name=name,
        notebook=folder / f"{name}.ipynb",
        solved=folder / "soluciones" / f"{name}.ipynb",
    )
    monkeypatch.setattr(proof, "find_lessons", lambda names, root: [lesson])
    for path, each in ((lesson.notebook, both[0]), (lesson.solved, both[1])):
        path.parent.mkdir(parents=True)
        path.write_text(to_text(each), encoding="utf-8")
    (written,) = proof.write_proofs(root=tmp_path)
    assert written == tmp_path / "build/prueba/01_modulo/01_01_numeros.ipynb"
    assert len(nbformat.read(written, as_version=4).cells) == 9
    cell(both[1], "final").outputs[0].data["text/plain"] = "3"
    lesson.solved.write_text(to_text(both[1]), encoding="utf-8")
    with pytest.raises(AuthoringError, match="no dicen lo mismo"):
        proof.write_proofs(root=tmp_path)
    lesson.solved.unlink()
    with pytest.raises(AuthoringError, match="no está construida"):
        proof.write_proofs(root=tmp_path)
