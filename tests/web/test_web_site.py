"""El sitio, en un navegador: con el teclado, sin red, en el teléfono y a oscuras."""

import nbformat
import pytest
from paper import PAGE

from authoring.lessons import find_lessons
from authoring.pages import to_html
from authoring.site.build import build_site
from authoring.site.hub_links import hub_link

PAGES = (
    "index",
    "partes",
    "puertas",
    "conceptos",
    "glosario",
    "datos",
    "docentes/index",
    "docentes/enlaces",
    "docentes/jupyterhub",
    "docentes/guias/04_06_fashion_mnist",
    "lecciones/04_fashion_mnist/index",
    "lecciones/04_fashion_mnist/04_06_fashion_mnist",
    "lecciones/02_conceptos_ml/02_09_descenso_de_gradiente",
)
LESSON = "lecciones/04_fashion_mnist/04_06_fashion_mnist"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build_site(output=tmp_path_factory.mktemp("sitio ñ")).parent


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_serious_for_axe(name, scheme, site, open_page, axe):
    page = open_page(site / f"{name}.html", color_scheme=scheme)
    # A medio cambiar de claro a oscuro, un texto tiene un color que nadie lee.
    page.add_style_tag(content="* {transition: none !important; animation: none !important}")
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(result => result.violations)")
    serious = [
        (
            v["id"],
            len(v["nodes"]),
            v["nodes"][0]["html"][:200],
            v["nodes"][0]["failureSummary"][:300],
        )
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert not serious


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_scrolls_no_page_sideways(name, site, open_page):
    page = open_page(site / f"{name}.html", 360, 740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


# Un bloque que hay que mover de lado para leerlo entero; y, en papel, el que sale cortado.
CUT = """[...document.querySelectorAll("pre")].filter(e => e.scrollWidth > e.clientWidth)
    .map(e => e.innerText.slice(0, 300))"""
OPEN_EVERYTHING = "document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.mark.parametrize("paper", [False, True], ids=["al 175 %", "en papel"])
def test_no_code_is_cut(paper, site, open_page):
    """En un proyector de 1280 × 720 al 175 %, y en una hoja A4 con un margen de un centímetro."""
    scale = {} if paper else {"device_scale_factor": 1.75}
    page = open_page(site / f"{LESSON}.html", *((718, 1047) if paper else (731, 411)), **scale)
    if paper:
        page.emulate_media(media="print")
    lessons = sorted((site / "lecciones").rglob("[0-9]*_*.html"))
    assert len(lessons) > 40
    for path in lessons:
        page.goto(path.as_uri())
        page.locator("pre").first.wait_for(state="attached")
        page.evaluate(OPEN_EVERYTHING)
        assert page.evaluate(CUT) == [], path.name


def test_on_paper_a_heading_stays_with_its_text_and_the_page_is_all_for_it(site, open_page):
    page = open_page(site / f"{LESSON}.html", 718, 1047)
    page.emulate_media(media="print")
    after = "[...document.querySelectorAll('h1, h2, h3')].map(e => getComputedStyle(e).breakAfter)"
    assert set(page.evaluate(after)) == {"avoid"}
    assert page.locator("article").bounding_box()["width"] > 700


# Lo que miden de ancho las figuras que no caben enteras.
SHRUNK = """[...document.querySelectorAll(".cell_output img, .jp-OutputArea img")]
    .filter(e => e.naturalWidth > e.clientWidth).map(e => e.getBoundingClientRect().width)"""


def test_on_paper_a_figure_has_the_width_of_the_rule(site, open_page, tmp_path):
    """El que supone ``tests/paper.py``, en el sitio y en las páginas de ``make curso``."""
    (lesson,) = find_lessons(["fashion_mnist"])
    course = tmp_path / "curso.html"
    notebook = nbformat.read(lesson.notebook, as_version=4)
    course.write_text(to_html(notebook, lesson.notebook.parent, "uno"), encoding="utf-8")
    for path in (site / f"{LESSON}.html", course):
        page = open_page(path, 718, 1047)
        page.emulate_media(media="print")
        page.evaluate(OPEN_EVERYTHING)
        widths = page.evaluate(SHRUNK)
        assert widths
        assert round(min(widths)) >= PAGE, path.name


def test_search_finds_a_word_without_a_network(site, open_page):
    page = open_page(site / "search.html", fragment="?q=retropropagación")
    page.wait_for_selector("#search-results li a")
    assert "retropropagación" in page.locator("#search-results").inner_text().lower()


def test_a_solution_opens_with_the_keyboard(site, open_page):
    page = open_page(site / f"{LESSON}.html")
    summary = page.locator("summary", has_text="Una solución del ejercicio 4.6.3")
    code = page.locator("details", has=summary).locator("pre").first
    code.wait_for(state="hidden")
    summary.focus()
    page.keyboard.press("Enter")
    code.wait_for(state="visible")


def test_a_term_jumps_to_the_glossary(site, open_page):
    page = open_page(site / f"{LESSON}.html")
    page.get_by_role("link", name="conjunto de entrenamiento").first.click()
    page.wait_for_url("**/glosario.html#term-conjunto-de-entrenamiento")
    page.locator("#term-conjunto-de-entrenamiento").wait_for(state="visible")


def test_formulas_are_drawn_without_scripts(site, open_page):
    page = open_page(site / f"{PAGES[-1]}.html", java_script_enabled=False)
    box = page.locator("math[display=block]").first.bounding_box()
    assert box["height"] > 25


def test_the_form_writes_the_link_of_a_lesson(site, open_page):
    page = open_page(site / "docentes" / "enlaces.html")
    (lesson,) = find_lessons(["colecciones"])
    link = page.locator("#enlaces output a")
    page.get_by_label("Lección", exact=True).select_option(label=lesson.title)
    assert link.get_attribute("href") == "#enlaces"  # todavía no se sabe de qué hub
    page.get_by_label("Dirección del hub").fill("https://hub.example.org/")
    assert link.inner_text() == f"https://hub.example.org{hub_link(lesson)}"
    assert link.get_attribute("href") == link.inner_text()
