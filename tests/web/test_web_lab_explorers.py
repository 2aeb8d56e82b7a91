"""Los exploradores, en JupyterLab: con el teclado, de viva voz, a oscuras, y guardados."""

import json
import shutil

import pytest
from jupyter_lab import THEMES, jupyter_lab, low_contrast, run_all, use_theme

CALLS = {
    "explore_neuron": ["Tabla", "Peso w1", "Peso w2", "Sesgo", "Activación"],
    "explore_learning_rate": ["Tasa", "Pasos"],
    "explore_complexity": ["Modelo", "Complejidad"],
    "explore_threshold": ["Umbral"],
    "explore_alerts": ["Avisos"],
    "explore_convolution": ["Ventana"],
}
ARGUMENTS = {
    "explore_threshold": "[0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]",
    "explore_alerts": "[0, 0, 1, 1], [0.1, 0.7, 0.4, 0.8], [30, 20, 90, 250], 24, alert_cost=5",
    "explore_convolution": "[[1, 1, 1], [0, 1, 1], [0, 0, 1]], [[1, 0], [0, 1]]",
}
CELLS = [f"from course_utils import {', '.join(CALLS)}"]
CELLS += [f"{name}({ARGUMENTS.get(name, '')})" for name in CALLS]
EXPLORER = ".course-explorer"
WIDGETS = "@jupyter-widgets/jupyterlab-manager"


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    with jupyter_lab(browser, tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(lab):
    """Un cuaderno con todos los exploradores, ejecutado."""
    page = lab.open(lab.write("exploradores.ipynb", CELLS))
    run_all(page)
    page.locator(EXPLORER).nth(len(CALLS) - 1).wait_for()
    return page


@pytest.fixture(scope="module")
def saved(lab, page):
    """El archivo de ese cuaderno, guardado tras ejecutarlo."""
    lab.saved(page, "exploradores.ipynb")
    return lab.folder / "exploradores.ipynb"


@pytest.mark.parametrize(("name", "control"), [(n, c) for n, all_ in CALLS.items() for c in all_])
def test_every_control_moves_and_speaks_with_the_keyboard(name, control, page):
    from playwright.sync_api import expect

    explorer = page.locator(EXPLORER).nth(list(CALLS).index(name))
    slider = explorer.get_by_role("slider", name=control, exact=True)
    shown = explorer.get_by_role("textbox", name=control, exact=True)
    told, figure = explorer.get_by_role("status"), explorer.get_by_role("img")
    value, text, source = shown.inner_text(), told.inner_text(), figure.get_attribute("src")
    expect(slider).to_have_attribute("aria-valuetext", value)
    expect(figure).to_have_attribute("alt", f"Figura. {text}")

    slider.focus()
    slider.press("ArrowRight")

    expect(shown).not_to_have_text(value)
    expect(slider).to_have_attribute("aria-valuetext", shown.inner_text())
    expect(told).not_to_have_text(text)
    expect(figure).not_to_have_attribute("src", source)
    expect(figure).to_have_attribute("alt", f"Figura. {told.inner_text()}")
    expect(slider).to_be_focused()  # y no se fue a otra celda


@pytest.mark.parametrize("theme", THEMES)
def test_explorers_are_easy_to_read(theme, page, axe):
    # A lo que queda fuera de la ventana, axe no le mide el contraste; tampoco mientras se recoloca.
    page.set_viewport_size({"width": 1280, "height": 6000})
    use_theme(page, theme)
    for _ in range(20):
        faults, measured = low_contrast(page, axe, EXPLORER)
        if faults or measured:
            break
        page.wait_for_timeout(250)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not faults
    assert measured


def test_reopened_another_day_there_are_the_figures(lab, saved):
    shutil.copy(saved, lab.folder / "otro día.ipynb")  # sin el núcleo de aquel
    page = lab.open("otro día.ipynb")
    figures = page.locator(".jp-OutputArea figure")
    figures.nth(len(CALLS) - 1).wait_for()
    for number in range(len(CALLS)):
        figures.nth(number).scroll_into_view_if_needed()  # lo que no se ve, no se dibuja
        text = figures.nth(number).locator("p").text_content()
        sentence = text.removesuffix(" Para mover los controles, ejecuta la celda.")
        assert sentence != text
        image = figures.nth(number).get_by_role("img", name=f"Figura. {sentence}")
        assert image.bounding_box()["width"] > 500
    for error in page.get_by_text("Error displaying widget").all():
        error.wait_for(state="hidden")
    run_all(page)  # y, al ejecutarlo, se mueven otra vez
    page.locator(EXPLORER).nth(len(CALLS) - 1).wait_for()
    figures.first.wait_for(state="detached")


def test_from_another_machine_there_are_the_figures(lab, saved):
    """Un cuaderno que no se ejecutó aquí no es de confianza: JupyterLab no corre sus guiones."""
    notebook = json.loads(saved.read_text(encoding="utf-8"))
    notebook["cells"][0]["outputs"] = [
        {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<b>ajeno</b>"}}
    ]
    (lab.folder / "ajeno.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    page = lab.open("ajeno.ipynb")
    page.locator(".jp-RenderedImage img").nth(len(CALLS) - 1).wait_for()
    assert not page.locator(".jp-OutputArea figure").count()
    assert not page.get_by_text("Error displaying widget").count()


def test_without_a_widget_front_end_there_is_the_figure(browser, tmp_path_factory):
    with jupyter_lab(browser, tmp_path_factory.mktemp("sin"), without=[WIDGETS]) as lab:
        page = lab.open(lab.write("sin controles.ipynb", [CELLS[0], "explore_learning_rate()"]))
        run_all(page)
        page.locator(".jp-RenderedImage img").wait_for()
        assert not page.locator(EXPLORER).count()
