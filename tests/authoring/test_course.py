"""«make curso» con cuadernos de mentira: uno que va bien, uno que falla, uno que no está."""

import re
import sys
import threading
from importlib.util import find_spec
from types import SimpleNamespace

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from authoring import __main__, course
from authoring.lessons import find_lessons
from authoring.run import NotebookFailed
from course_utils.spanish import join_words


def result_cell(text):
    stdout = new_output("stream", name="stdout", text=text)
    return new_code_cell("…", outputs=[stdout], metadata={"tags": ["resultado"]})


@pytest.fixture
def fake_course(tmp_path, monkeypatch):
    """Instala un curso con esos cuadernos; ejecutar una celda es dejar sus salidas como están."""

    def install(**notebooks):
        lessons = []
        for number, (name, notebook) in enumerate(notebooks.items()):
            solved = tmp_path / "notebooks" / "soluciones" / "01_modulo" / f"{name}.ipynb"
            solved.parent.mkdir(parents=True, exist_ok=True)
            if notebook is not None:
                nbformat.write(notebook, solved)
            lesson = SimpleNamespace(
                name=f"01_modulo/{name}",
                number=f"1.{number}",
                title=name,
                solved=solved,
                requires=None,
            )
            lessons.append(lesson)
        monkeypatch.setattr(course, "find_lessons", lambda names=(): lessons)
        monkeypatch.setattr(course, "run_notebook", fake_run)
        monkeypatch.setattr(course, "OUTPUT", tmp_path / "build" / "curso")
        monkeypatch.setattr(course, "calibrate", lambda: 1)
        return course.OUTPUT

    return install


def fake_run(notebook, folder, *, strict, on_cell=None, ignore_stderr=False):
    assert strict
    assert ignore_stderr
    assert folder.name == "01_modulo"
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for done, cell in enumerate(code, start=1):
        if "1 / 0" in cell.source:
            raise NotebookFailed("la celda 1 falló. ZeroDivisionError: division by zero", 1, "…")
        if "raro" in cell.source:
            raise RuntimeError("algo que nadie previó")
        on_cell(done, len(code))


def good(key="exactitud ≈ 0.89"):
    return new_notebook(cells=[new_markdown_cell("# Título\n$x^2$"), result_cell(key)])


def bad(code="1 / 0"):
    return new_notebook(cells=[new_markdown_cell("# Malo"), new_code_cell(code)])


def test_everything_fine(fake_course, capsys):
    output = fake_course(uno=good("pesos: 2, -3, 5\n\n"), dos=good())
    assert course.main([]) == 0
    shown = capsys.readouterr()
    assert re.search(r"^uno +\d+\.\d  pesos: 2, -3, 5$", shown.out, re.MULTILINE)
    assert re.search(r"^dos +\d+\.\d  exactitud ≈ 0.89$", shown.out, re.MULTILINE)
    assert re.search(r"^total +\d+\.\d  2 cuadernos, todos bien$", shown.out, re.MULTILINE)
    assert (output / "index.html").as_uri() in shown.out
    assert "2.0 de 2 cuadernos" in shown.err  # la barra de avance llegó al final
    assert (output / "01_modulo" / "dos.html").exists()


def test_a_failure_is_told_and_the_others_still_run(fake_course, capsys):
    output = fake_course(uno=bad(), dos=good())
    assert course.main([]) == 1
    shown = capsys.readouterr()
    assert "01_modulo/uno: la celda 1 falló. ZeroDivisionError: division by zero" in shown.err
    assert re.search(r"^uno .*  FALLA$", shown.out, re.MULTILINE)
    assert re.search(r"^dos .*  exactitud ≈ 0.89$", shown.out, re.MULTILINE)
    assert "1 de 2 cuadernos fallan" in shown.out
    assert (output / "01_modulo" / "uno.html").exists()  # se ve hasta dónde llegó
    assert "FALLA" in (output / "index.html").read_text(encoding="utf-8")


def test_an_unexpected_error_does_not_stop_the_course(fake_course, capsys):
    fake_course(uno=bad("raro"), dos=good())
    assert course.main([]) == 1
    shown = capsys.readouterr()
    assert "RuntimeError: algo que nadie previó" in shown.err
    assert "exactitud" in shown.out


def test_a_notebook_that_is_not_built(fake_course, capsys):
    fake_course(uno=None)
    assert course.main([]) == 1
    shown = capsys.readouterr().err
    assert "make build" in shown
    assert "1.0 de 1 cuadernos" in shown  # la barra avanza también con los que fallan


def test_a_notebook_that_cannot_be_read(fake_course, capsys):
    output = fake_course(uno=good(), dos=good())
    broken = output.parent.parent / "notebooks" / "soluciones" / "01_modulo" / "uno.ipynb"
    broken.write_text("esto no es un cuaderno", encoding="utf-8")
    assert course.main([]) == 1
    shown = capsys.readouterr()
    assert "NotJSONError" in shown.err
    assert re.search(r"^dos .*  exactitud ≈ 0.89$", shown.out, re.MULTILINE)


def test_no_lessons(fake_course, capsys):
    fake_course()
    assert course.main([]) == 1
    assert "No hay ninguna lección" in capsys.readouterr().err


def test_it_can_be_read_before_it_runs_and_says_how_long_it_will_take(fake_course, monkeypatch):
    output = fake_course(uno=good("guardado"), dos=good())
    monkeypatch.setattr(course, "REFERENCE", output / "no-hay")
    monkeypatch.setattr(course, "at_once", lambda cores, free: 1)
    seen = []

    def run(lessons, output, predicted, **options):
        seen.append((output / "index.html").read_text(encoding="utf-8"))
        seen.append((output / "01_modulo" / "dos.html").read_text(encoding="utf-8"))
        seen.append(predicted)
        return []

    monkeypatch.setattr(course, "run_course", run)
    course.main([])
    index, page, predicted = seen
    assert "se renueva sola" in index
    assert "guardado" in index
    assert "exactitud ≈ 0.89" in page
    assert predicted == {"01_modulo/uno": 15, "01_modulo/dos": 15}


def test_the_forecast_is_told_at_the_start(fake_course, monkeypatch, capsys):
    output = fake_course(uno=good(), dos=good(), tres=good())
    output.mkdir(parents=True)
    seconds = '{"01_modulo/uno": 400, "01_modulo/dos": 290, "01_modulo/tres": 250}'
    (output / "tiempos.json").write_text(f'{{"calibration": 1, "seconds": {seconds}}}')
    monkeypatch.setattr(course, "at_once", lambda cores, free: 2)
    course.main([])
    shown = capsys.readouterr()
    assert "Unos 9 minutos en este equipo, dos a la vez.\n" in shown.out
    assert "quedan unos 9 minutos" in shown.err
    monkeypatch.setattr(course, "at_once", lambda cores, free: 1)
    course.main([])
    assert "Unos 10 segundos en este equipo.\n" in capsys.readouterr().out  # ya se midió aquí


def test_a_failure_leaves_no_time(fake_course):
    output = fake_course(uno=bad(), dos=good())
    course.main([])
    assert list(course.Durations.read(output / "tiempos.json").seconds) == ["01_modulo/dos"]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_optional_and_absent_is_omitted(fake_course, monkeypatch, capsys, workers):
    output = fake_course(uno=good(), dos=bad(), tres=good())
    why = "necesita torch, se instala con: make pytorch"
    monkeypatch.setattr(
        course, "missing_library", lambda lesson: why if lesson.name.endswith("dos") else None
    )
    monkeypatch.setattr(course, "at_once", lambda cores, free: workers)
    assert course.main([]) == 0
    shown = capsys.readouterr().out
    assert f"omitida  dos  {why}\n" in shown  # al pasar por ella
    assert re.search(rf"^dos +—  omitida: {why}$", shown, re.MULTILINE)  # y en la tabla
    assert re.search(r"^total .* 2 cuadernos, todos bien; sin ejecutar, 1$", shown, re.MULTILINE)
    page = (output / "index.html").read_text(encoding="utf-8")
    assert f"<td>omitida: {why}</td>" in page
    assert 'href="01_modulo/dos.html"' in page  # con las salidas guardadas
    assert "FALLA" not in shown + page


def test_a_failure_counts_although_something_is_omitted(fake_course, monkeypatch, capsys):
    fake_course(uno=bad(), dos=good())
    monkeypatch.setattr(
        course, "missing_library", lambda lesson: "…" if lesson.name.endswith("dos") else None
    )
    assert course.main([]) == 1
    assert "1 de 1 cuadernos fallan; sin ejecutar, 1" in capsys.readouterr().out


# --- Qué se ejecuta, y en qué orden ----------------------------------------------------------


def test_lessons_and_whole_modules_are_chosen_in_the_order_of_the_course(monkeypatch):
    chosen = []
    monkeypatch.setattr(course, "find_lessons", lambda names=(): chosen.append(names) or [])
    assert course.main(["6", "4.4"]) == 1  # quien elige, y ordena, es find_lessons
    assert chosen == [["6", "4.4"]]
    lessons = find_lessons(["6", "4.4"])
    assert [lesson.number for lesson in lessons][:2] == ["4.4", "6.1"]


def test_the_command_line_passes_the_lessons(monkeypatch):
    asked = []
    monkeypatch.setattr(course, "main", lambda names: asked.append(list(names)) or 0)
    assert __main__.main(["course", "4.4", "6"]) == 0
    assert __main__.main(["course"]) == 0
    assert asked == [["4.4", "6"], []]


@pytest.mark.parametrize(
    ("cores", "free_gb", "expected"), [(2, 16, 2), (1, 16, 1), (8, 3, 1), (8, 4, 2)]
)
def test_two_at_once_if_they_fit(cores, free_gb, expected):
    assert course.at_once(cores, free_gb * 1e9) == expected


def test_two_run_at_the_same_time_and_are_told_in_order(fake_course, monkeypatch, capsys):
    fake_course(uno=good("espera"), dos=good(), tres=good())
    third_is_done = threading.Event()

    def run(notebook, folder, *, on_cell, **options):
        text = notebook.cells[1].outputs[0].text
        if text == "espera":  # la primera no acaba hasta que acaba la última
            assert third_is_done.wait(timeout=30)
        elif len(order) == 1:
            third_is_done.set()
        order.append(text)

    order = []
    monkeypatch.setattr(course, "run_notebook", run)
    monkeypatch.setattr(course, "at_once", lambda cores, free: 2)
    assert course.main([]) == 0
    assert order[-1] == "espera"
    told = re.findall(r"^(uno|dos|tres) ", capsys.readouterr().out, re.MULTILINE)
    assert told == ["uno", "dos", "tres"]


def test_a_failure_does_not_stop_the_one_beside_it(fake_course, monkeypatch, capsys):
    fake_course(uno=bad(), dos=bad("raro"), tres=good(), cuatro=good())
    monkeypatch.setattr(course, "at_once", lambda cores, free: 2)
    assert course.main([]) == 1
    shown = capsys.readouterr().out
    assert "2 de 4 cuadernos fallan" in shown
    assert len(re.findall(r"^(?:tres|cuatro) .* exactitud ≈ 0.89$", shown, re.MULTILINE)) == 2


def test_interrupting_keeps_what_was_done(fake_course, monkeypatch, capsys):
    output = fake_course(uno=good(), dos=good())

    def interrupted(outcome):
        raise KeyboardInterrupt

    monkeypatch.setattr(course.Durations, "write", lambda *arguments: interrupted(None))
    assert course.main([]) == 130
    assert "lo ya ejecutado queda" in capsys.readouterr().err
    page = (output / "index.html").read_text(encoding="utf-8")
    assert "Se interrumpió" in page
    assert "refresh" not in page


# --- Nada simulado ---------------------------------------------------------------------------


NOISE = "un aviso sin importancia"
MAKE_NOISE = f"import sys\nprint(*{NOISE.split()}, file=sys.stderr)\n"  # sin decirlo entero


def real_lesson(tmp_path, *sources):
    solved = tmp_path / "uno.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(source) for source in sources]), solved)
    return SimpleNamespace(name="uno", number="1.1", title="Uno", solved=solved, requires=None)


def run_real(lesson, tmp_path):
    outcome = course.run_lesson(lesson, tmp_path, on_cell=lambda done, total: None)
    return outcome, (tmp_path / "uno.html").read_text(encoding="utf-8")


def test_it_runs_a_real_notebook(tmp_path):
    """El núcleo, el modo estricto y el error son de verdad."""
    code = "import os\nprint('estricto:', os.environ['COURSE_STRICT'])"
    lesson = real_lesson(tmp_path, code, "1 / 0")
    before = lesson.solved.read_bytes()
    outcome, page = run_real(lesson, tmp_path)
    assert "ZeroDivisionError" in outcome.failure
    assert "estricto: 1" in page
    assert lesson.solved.read_bytes() == before


def test_what_harms_nothing_is_neither_a_failure_nor_seen(tmp_path, monkeypatch, capfd):
    """Una carpeta personal donde no se puede escribir: Matplotlib e IPython avisan."""
    nowhere = tmp_path / "no-es-una-carpeta"
    nowhere.write_text("")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(nowhere))
    for name in ("MPLCONFIGDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    draw = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nprint('dibujado')"
    outcome, page = run_real(real_lesson(tmp_path, MAKE_NOISE, draw), tmp_path)
    assert outcome.failure is None
    assert "dibujado" in page
    assert "data:image/png" in page
    assert "temporary cache directory" not in page
    assert NOISE not in page
    assert capfd.readouterr().err == ""


def test_an_error_is_still_a_failure_and_the_noise_before_it_is_not_seen(tmp_path):
    outcome, page = run_real(real_lesson(tmp_path, MAKE_NOISE + "{}['a']"), tmp_path)
    assert "KeyError" in outcome.failure
    assert NOISE not in page


# --- Quien llega sin lo opcional --------------------------------------------------------------


OPTIONAL = [lesson for lesson in find_lessons() if lesson.requires]
MODULES = [module for lesson in OPTIONAL for module in lesson.requires[0]]


def run_as_a_newcomer(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(course, "OUTPUT", tmp_path)
    assert __main__.main(["course", *(each.number for each in OPTIONAL), "1.1"]) == 0
    shown = capsys.readouterr().out
    for each in OPTIONAL:
        skipped = f"omitida: necesita {join_words(each.requires[0])}, se instalan? con: "
        assert re.search(rf"^{each.stem} +—  {skipped}", shown, re.M)
    assert re.search(r"^01_01_\w+ +\d+\.\d  \S", shown, re.M)
    assert f"1 cuaderno, bien; sin ejecutar, {len(OPTIONAL)}" in shown


def test_a_newcomer_whose_machine_lacks_them_in_pretence(tmp_path, monkeypatch, capsys):
    for module in MODULES:
        monkeypatch.setitem(sys.modules, module, None)
    run_as_a_newcomer(tmp_path, monkeypatch, capsys)


@pytest.mark.skipif(
    any(find_spec(module) for module in MODULES),
    reason="algo opcional ya está instalado: que falte todo de verdad solo se ve en un entorno "
    "nuevo",
)
def test_a_newcomer_whose_machine_lacks_them_indeed(tmp_path, monkeypatch, capsys):
    run_as_a_newcomer(tmp_path, monkeypatch, capsys)
