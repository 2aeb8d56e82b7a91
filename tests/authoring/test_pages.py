"""Las páginas: el resultado clave de cada cuaderno, lo que se lee sin red, y el índice."""

import base64
import os
import re
from types import SimpleNamespace

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from authoring import pages
from authoring.lessons import find_lessons

# Un píxel.
PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)


def result_cell(*outputs, tags=("resultado",)):
    return new_code_cell("…", outputs=list(outputs), metadata={"tags": list(tags)})


def stdout(text):
    return new_output("stream", name="stdout", text=text)


def message(text):
    return new_output("display_data", data={"text/plain": text, "text/html": "<div>…</div>"})


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
        ([result_cell(stdout("AP   ≈ 0.8\n¿Pasa de 0.7? True"))], "AP ≈ 0.8"),
        ([result_cell(stdout("media ≈ 3   ¿menos de 4? True"))], "media ≈ 3 ¿menos de 4? True"),
        ([result_cell(message("✅ Ejercicio 1.1.1 · correcto: ¡Bien! Acierta ≈ 0.9."))], "—"),
        ([result_cell(new_output("stream", name="stderr", text="aviso"))], "—"),
        ([result_cell()], "—"),
        ([result_cell(stdout("no es"), tags=("otra",))], "—"),
        ([], "—"),
    ],
)
def test_key_result(cells, expected):
    assert pages.key_result(new_notebook(cells=cells)) == expected


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
    page = pages.to_html(notebook, tmp_path, "uno")
    assert '<html lang="es">' in page
    # Las imágenes van dentro; entre los cuadernos se pasa de página en página.
    assert re.findall(r'<img[^>]* src="(?!data:)', page) == []
    assert 'href="11_a.html#fin"' in page
    assert 'href="https://x.org/a.ipynb"' in page
    # Ningún programa viene de la red: las fórmulas las dibuja el navegador.
    assert not re.findall(r"<script[^>]*\bsrc=[^>]*>", page)
    assert "<math" in page and "$x^2$" not in page
    assert "import(" not in page
    assert 'alt="Figura de esta celda"' in page


@pytest.mark.parametrize("lesson", find_lessons(), ids=lambda lesson: lesson.number)
def test_every_lesson_says_a_result_of_its_own(lesson):
    notebook = nbformat.read(lesson.solved, as_version=4)
    result = pages.key_result(notebook)
    assert result != "—", "la celda con la etiqueta «resultado» no imprime ninguno"
    assert "Ejercicio" not in result


# --- El índice ------------------------------------------------------------------------------


@pytest.fixture
def lessons(tmp_path):
    """Dos lecciones construidas y una sin construir."""
    found = []
    for number, key in enumerate(["<b>", "≈ 0.9", None], start=1):
        name = f"01_modulo/l{number}"
        solved = tmp_path / f"{name}.ipynb"
        solved.parent.mkdir(exist_ok=True)
        if key:
            nbformat.write(new_notebook(cells=[result_cell(stdout(key))]), solved)
        found.append(SimpleNamespace(name=name, title=f"Lección {number}", solved=solved))
    return found


def index_of(tmp_path, lessons, wanted, seconds):
    output = tmp_path / "curso"
    output.mkdir(exist_ok=True)
    index = pages.Index(output, lessons, wanted, seconds)
    index.write("resumen")
    return index, output, (output / "index.html").read_text(encoding="utf-8")


def test_the_index_has_every_page_before_anything_runs(tmp_path, lessons):
    _, output, page = index_of(tmp_path, lessons, lessons, {})
    links = re.findall(r'href="([^"]+)"', page)
    assert links == ["01_modulo/l1.html", "01_modulo/l2.html"]
    assert all((output / link).exists() for link in links)
    assert '<html lang="es">' in page
    assert "<td>&lt;b&gt;</td>" in page
    assert "<td>falta. Constrúyelo con: make build</td>" in page
    # La figura del curso va dentro, y dice qué se ve en ella.
    assert re.search(r'<img src="data:image/png;base64,[^"]{1000,}" alt="[^"]{20,}">', page)


def test_it_comes_back_by_itself_only_while_it_runs(tmp_path, lessons):
    index, output, page = index_of(tmp_path, lessons, lessons, {})
    assert "refresh" not in page
    index.write()
    assert 'http-equiv="refresh"' in (output / "index.html").read_text(encoding="utf-8")


def test_it_can_be_opened_while_the_pages_are_being_made(tmp_path, lessons):
    seen = []

    def one_by_one():
        for lesson in lessons:
            page = tmp_path / "index.html"
            seen.append(page.read_text(encoding="utf-8"))
            yield lesson

    pages.Index(tmp_path, one_by_one(), lessons, {})
    assert [page.count('<tr><th scope="row">') for page in seen] == [0, 1, 2]
    assert all("se renueva sola" in page and "refresh" in page for page in seen)


def test_what_runs_takes_the_place_of_what_was_stored(tmp_path, lessons):
    index, output, page = index_of(tmp_path, lessons, lessons, {})
    assert '<td class="seconds"></td><td>≈ 0.9</td>' in page
    index.add(lessons[1], 3.21, "≈ 0.8")
    index.write("resumen")
    page = (output / "index.html").read_text(encoding="utf-8")
    assert '<td class="seconds">3.2</td><td>≈ 0.8</td>' in page
    assert "≈ 0.9" not in page


def test_what_was_not_asked_for_is_there_if_it_ran_before(tmp_path, lessons):
    first, second, missing = lessons
    index_of(tmp_path, lessons, lessons, {})
    _, output, page = index_of(tmp_path, lessons, [first], {second.name: 7.0})
    assert "Lección 1" in page
    assert "7.0" in page
    assert missing.title not in page
    # Si el cuaderno es más nuevo que la página, aquella ejecución ya no vale.
    stamp = (output / f"{second.name}.html").stat().st_mtime + 10
    os.utime(second.solved, (stamp, stamp))
    _, _, page = index_of(tmp_path, lessons, [first], {second.name: 7.0})
    assert second.title not in page


def test_a_page_of_this_machine_is_not_replaced_by_the_stored_one(tmp_path, lessons):
    _, output, _ = index_of(tmp_path, lessons, lessons, {})
    here, failed = (output / f"{lesson.name}.html" for lesson in lessons[:2])
    here.write_text("de este equipo", encoding="utf-8")
    failed.write_text("a medias: falló", encoding="utf-8")
    index_of(tmp_path, lessons, lessons, {lessons[0].name: 7.0})
    assert here.read_text(encoding="utf-8") == "de este equipo"
    assert "a medias" not in failed.read_text(encoding="utf-8")
