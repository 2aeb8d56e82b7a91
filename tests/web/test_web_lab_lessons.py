"""Una lección en blanco, en JupyterLab: se ejecuta, se contesta y se lee también a oscuras."""

import pytest
from jupyter_lab import (
    THEMES,
    add_cell,
    jupyter_lab,
    low_contrast,
    run_all,
    run_cell,
    type_code,
    use_theme,
)

LESSON = "01_python_basico/01_01_numeros_y_variables.ipynb"
EXERCISE, NAME = "1.1.12", "celsius"
WRONG, RIGHT = "celsius = 77 - 32", "celsius = (77 - 32) * 5 / 9"
OURS = ".jp-OutputArea-output.jp-RenderedHTML"  # lo que escribe el curso bajo una celda


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    with jupyter_lab(browser, tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(lab):
    """La lección, con todas sus celdas ejecutadas."""
    page = lab.open(lab.copy(LESSON))
    run_all(page)
    return page


def code_cell(page, text):
    return page.locator(".jp-CodeCell", has_text=text)


def test_a_blank_lesson_runs_without_errors(lab, page):
    notebook = lab.saved(page, LESSON.rpartition("/")[2])
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source]
    assert all(cell.execution_count for cell in cells)
    assert not [cell.source for cell in cells for o in cell.outputs if o.output_type == "error"]


@pytest.mark.parametrize(("answer", "sign"), [(WRONG, "❌"), (RIGHT, "✅")])
def test_an_answer_gets_its_verdict(answer, sign, page):
    from playwright.sync_api import expect

    type_code(page, code_cell(page, f"{NAME} = "), answer)
    check = code_cell(page, f'check("{EXERCISE}"')
    run_cell(page, check)
    expect(check.locator(OURS)).to_contain_text(f"{sign} Ejercicio {EXERCISE}")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (f'hint("{EXERCISE}")', "💡 Pista 1 de"),
        (f'solution("{EXERCISE}")', f"🔑 Solución del ejercicio {EXERCISE}"),
    ],
)
def test_help_comes_without_an_import(code, said, page):
    add_cell(page, code).locator(OURS, has_text=said).wait_for()


def test_an_error_is_explained_below_its_traceback(page):
    output = add_cell(page, "print(celsuis)")
    traceback = output.locator("pre", has_text="name 'celsuis' is not defined")
    explained = output.locator(OURS, has_text="¿quisiste decir celsius?")
    traceback.wait_for()
    explained.wait_for()
    top, below = traceback.bounding_box(), explained.bounding_box()
    assert below["y"] >= top["y"] + top["height"]


MESSAGES = {
    "⏳": f'check("{EXERCISE}", ...)',
    "❌": f'check("{EXERCISE}", 3)',
    "✅": f'check("{EXERCISE}", 25)',
    "Pista 3": f'for _ in range(3): hint("{EXERCISE}")',
    "🔑": f'solution("{EXERCISE}")',
    "Tu avance": "progress()",
    "🔎": "print(celsuis)",
}


@pytest.fixture(scope="module")
def messages(lab):
    """Un cuaderno con todo lo que el curso dice bajo una celda, a la vista entero."""
    setup = "from course_utils import check, explain_errors, hint, progress, solution"
    cells = [f"{setup}; explain_errors()", *MESSAGES.values()]
    page = lab.open(lab.write("avisos.ipynb", cells))
    page.set_viewport_size({"width": 1280, "height": 3000})
    run_all(page)
    return page


@pytest.mark.parametrize("theme", THEMES)
def test_what_the_course_says_is_easy_to_read(theme, messages, axe):
    for said in MESSAGES:
        messages.locator(OURS, has_text=said).first.wait_for()
    use_theme(messages, theme)
    faults, measured = low_contrast(messages, axe, OURS)
    assert not faults
    assert measured >= 15  # títulos, textos, código y tabla
