"""«make curso» con cuadernos de mentira: uno que va bien, uno que falla, uno que no está."""

import base64
import re
from types import SimpleNamespace

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from authoring import course
from authoring.run import NotebookFailed

# Un píxel.
PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)


def result_cell(*outputs, tags=("resultado",)):
    return new_code_cell("…", outputs=list(outputs), metadata={"tags": list(tags)})


def stdout(text):
    return new_output("stream", name="stdout", text=text)


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
            lesson = SimpleNamespace(name=f"01_modulo/{name}", number=f"1.{number}", solved=solved)
            lessons.append(lesson)
        monkeypatch.setattr(course, "find_lessons", lambda names=(): lessons)
        monkeypatch.setattr(course, "run_notebook", fake_run)
        monkeypatch.setattr(course, "ROOT", tmp_path)
        return tmp_path / "build" / "curso"

    return install


def fake_run(notebook, folder, *, strict, on_cell=None):
    assert strict
    assert folder.name == "01_modulo"
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for done, cell in enumerate(code, start=1):
        if "1 / 0" in cell.source:
            raise NotebookFailed("la celda 1 falló. ZeroDivisionError: division by zero", 1, "…")
        if "raro" in cell.source:
            raise RuntimeError("algo que nadie previó")
        on_cell(done, len(code))


def good(key="exactitud ≈ 0.89"):
    return new_notebook(cells=[new_markdown_cell("# Título\n$x^2$"), result_cell(stdout(key))])


def bad(code="1 / 0"):
    return new_notebook(cells=[new_markdown_cell("# Malo"), new_code_cell(code)])


def test_everything_fine(fake_course, capsys):
    output = fake_course(uno=good("pesos: 2, -3, 5\n\n"), dos=good())
    assert course.main([]) == 0
    shown = capsys.readouterr()
    assert re.search(r"^uno +\d+\.\d  pesos: 2, -3, 5$", shown.out, re.MULTILINE)
    assert re.search(r"^dos +\d+\.\d  exactitud ≈ 0.89$", shown.out, re.MULTILINE)
    assert re.search(r"^total +\d+\.\d  2 cuadernos, todos bien$", shown.out, re.MULTILINE)
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


def test_no_lessons(fake_course, capsys):
    fake_course()
    assert course.main([]) == 1
    assert "No hay ninguna lección" in capsys.readouterr().err


def test_the_index_links_every_page_in_order(fake_course):
    output = fake_course(uno=good("<b>"), dos=good())
    course.main([])
    page = (output / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', page)
    assert links == ["01_modulo/uno.html", "01_modulo/dos.html"]
    assert all((output / link).exists() for link in links)
    assert '<html lang="es">' in page
    assert "<td>&lt;b&gt;</td>" in page


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([result_cell(stdout("a\n  b  \n\n"))], "b"),
        ([result_cell(stdout("viejo")), result_cell(stdout("nuevo"))], "nuevo"),
        ([result_cell(new_output("execute_result", data={"text/plain": "0.57"}))], "0.57"),
        (
            [
                result_cell(
                    stdout("RMSE ≈ 5.8\n"),
                    new_output(
                        "display_data",
                        data={"text/plain": "<Figure size 640x480>", "image/png": PNG},
                    ),
                )
            ],
            "RMSE ≈ 5.8",
        ),
        ([result_cell(new_output("stream", name="stderr", text="aviso"))], "—"),
        ([result_cell()], "—"),
        ([result_cell(stdout("no es"), tags=("otra",))], "—"),
        ([], "—"),
    ],
)
def test_key_result(cells, expected):
    assert course.key_result(new_notebook(cells=cells)) == expected


def test_the_page_can_be_read_without_a_network(tmp_path):
    (tmp_path / "foto.png").write_bytes(base64.b64decode(PNG))
    figure = new_output("display_data", data={"image/png": PNG, "text/plain": "<Figure>"})
    notebook = new_notebook(
        cells=[
            new_markdown_cell("[antes](11_a.ipynb#fin) [Colab](https://x.org/a.ipynb)"),
            new_markdown_cell("![una foto](foto.png) $x^2$"),
            result_cell(figure),
        ]
    )
    page = course.to_html(notebook, tmp_path, "uno")
    assert '<html lang="es">' in page
    # Las imágenes van dentro; entre los cuadernos se pasa de página en página.
    assert re.findall(r'<img[^>]* src="(?!data:)', page) == []
    assert 'href="11_a.html#fin"' in page
    assert 'href="https://x.org/a.ipynb"' in page
    # El único programa de la red es el de las fórmulas, y no hace esperar a la página.
    scripts = re.findall(r"<script[^>]*\bsrc=[^>]*>", page)
    assert len(scripts) == 1
    assert "mathjax" in scripts[0]
    assert "defer" in scripts[0]
    assert "import(" not in page
    assert "$x^2$" in page
    assert 'alt="Figura de esta celda"' in page


def test_it_runs_a_real_notebook(tmp_path):
    """Nada simulado: el núcleo, el modo estricto y el error son de verdad."""
    code = "import os\nprint('estricto:', os.environ['COURSE_STRICT'])"
    solved = tmp_path / "uno.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(code), new_code_cell("1 / 0")]), solved)
    before = solved.read_bytes()
    lesson = SimpleNamespace(name="uno", number="1.1", solved=solved)
    outcome = course.run_lesson(lesson, tmp_path, on_cell=lambda done, total: None)
    assert "ZeroDivisionError" in outcome.failure
    assert "estricto: 1" in (tmp_path / "uno.html").read_text(encoding="utf-8")
    assert solved.read_bytes() == before
