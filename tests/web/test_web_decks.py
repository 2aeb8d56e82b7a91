"""Las diapositivas, en un navegador: nada se sale de su marco, y se avanza y se leen las notas."""

import pytest

from authoring.lessons import find_lessons
from authoring.slides.deck import build_decks

MEASURE = """() => [...document.querySelectorAll(".slides > section")].map(slide => {
  const shown = slide.style.display;
  slide.style.display = "block";
  const size = [slide.scrollHeight - slide.clientHeight, slide.scrollWidth - slide.clientWidth];
  slide.style.display = shown;
  return [...size, slide.innerText.slice(0, 60)];
})"""


@pytest.fixture(scope="module")
def decks(tmp_path_factory):
    paths = build_decks(output=tmp_path_factory.mktemp("diapositivas ñ"))
    return {path.stem: path for path in paths}


@pytest.mark.parametrize("lesson", find_lessons(), ids=lambda lesson: lesson.label)
def test_no_slide_overflows_its_frame(lesson, decks, open_page):
    page = open_page(decks[lesson.stem])
    page.wait_for_function("Reveal.isReady()")
    page.wait_for_timeout(100)
    too_big = [m for m in page.evaluate(MEASURE) if m[0] > 0 or m[1] > 0]
    assert not too_big


def test_next_slide_and_notes(decks, open_page):
    page = open_page(decks["04_06_fashion_mnist"], fragment="?notas")
    page.wait_for_function("Reveal.isReady()")
    first = page.locator("section.present").inner_text()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "first => document.querySelector('section.present').innerText !== first", arg=first
    )
    page.wait_for_function(
        "() => document.querySelector('.speaker-notes').innerText.includes('19 min')"
    )
