"""Lo que un lector de pantalla encuentra en un explorador, en las series 7 y 8 de ipywidgets."""

import pytest

from course_utils.interactive.spoken import EXPLORER_CLASS, spoken_script

# Como los escribe cada serie (widgetsnbextension, extension.js), con lo que dicen sin ayuda: nada
# en la 7, y en la 8 la posición en la lista o el exponente.
HANDLES = {
    7: '<span tabindex="0" class="ui-slider-handle" style="left: 37.5%"></span>',
    8: '<div class="noUi-handle noUi-handle-lower" tabindex="0" role="slider" aria-valuemin="0.0"'
    ' aria-valuemax="2.0" aria-valuenow="1.0" aria-valuetext="1.00"></div>',
}
SLIDER = """<div class="widget-inline-hbox widget-slider widget-hslider">
<label class="widget-label" title="{name}">{name}</label>
<div class="slider-container"><div class="slider">{handle}</div></div>
<div class="widget-readout" contenteditable="true">{value}</div></div>"""
TOLD = "Tasa 0.25, 30 pasos: la pérdida empieza en 48.5."


def explorer(series, names):
    sliders = "".join(SLIDER.format(name=n, handle=HANDLES[series], value=v) for n, v in names)
    return (
        f'<div class="widget-vbox {EXPLORER_CLASS}">{sliders}<div class="widget-html">'
        f'<p role="status" aria-live="polite">{TOLD}</p></div>'
        '<img class="widget-image" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></div>'
    )


@pytest.fixture(params=[7, 8])
def page(request, open_page, tmp_path):
    """El guion llega antes que el explorador, y dos veces: se repitió la celda."""
    path = tmp_path / "página.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{2 * spoken_script()}", encoding="utf-8")
    page = open_page(path)
    content = explorer(request.param, [("Tasa", "0.25"), ("Tabla", "O exclusiva (XOR)")])
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", content)
    return page


def test_sliders_have_a_name_and_say_what_is_shown(page):
    tree = page.locator("body").aria_snapshot()
    assert page.get_by_role("slider").count() == 2
    for name, value in [("Tasa", "0.25"), ("Tabla", "O exclusiva (XOR)")]:
        slider = page.get_by_role("slider", name=name, exact=True)
        assert slider.get_attribute("aria-valuetext") == value
        assert slider.get_attribute("aria-valuenow") in ("1.0", "37.5")
        assert slider.get_attribute("tabindex") == "0"
        assert f'slider "{name}"' in tree
        assert page.get_by_role("textbox", name=name, exact=True).inner_text() == value
    assert page.get_by_role("img", name=f"Figura. {TOLD}").count() == 1


def test_what_is_said_follows_what_is_shown(page):
    page.evaluate("""() => {  // así lo cambia ipywidgets: primero noUiSlider, después lo que se ve
      const slider = document.querySelector(".widget-slider");
      slider.querySelector("[role=slider]").setAttribute("aria-valuetext", "2.00");
      slider.querySelector(".widget-readout").textContent = "0.316";
      document.querySelector("[role=status]").textContent = "Diverge.";
    }""")
    slider = page.get_by_role("slider", name="Tasa")
    assert slider.get_attribute("aria-valuetext") == "0.316"
    assert page.get_by_role("img", name="Figura. Diverge.").count() == 1
    page.evaluate("""() => document.querySelector("[role=slider]")
      .setAttribute("aria-valuetext", "1.00")""")
    assert slider.get_attribute("aria-valuetext") == "0.316"


def test_other_widgets_are_left_alone(page):
    other = SLIDER.format(name="Otro", handle=HANDLES[8], value="3")
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", other)
    assert page.get_by_role("slider", name="Otro").count() == 0
