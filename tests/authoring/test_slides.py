"""Las diapositivas: nada se pierde al partir, y nada pasa de su tamaño."""

import re

import pytest

from authoring.lessons import find_lessons
from authoring.notebooks import tags, without_check
from authoring.slides.cut import CODE_LINES, Slide, cut, split_blocks, split_code, text_slides
from authoring.slides.deck import build_decks, slide_html

LESSONS = find_lessons()
LONG = "\n".join(
    ["def larga(x):"] + [f"    x = x + {n}" for n in range(20)] + ["    return x", "", "larga(1)"]
)


def test_code_is_cut_between_statements_and_nothing_is_lost():
    pieces = split_code(LONG)
    assert len(pieces) > 1
    assert max(piece.count("\n") + 1 for piece in pieces) <= CODE_LINES
    assert "\n".join(pieces).split() == LONG.split()


def test_a_statement_of_several_lines_is_not_broken():
    call = "fig = plot(\n    " + ",\n    ".join("abcdefgh") + ",\n)"
    code = "\n".join(f"a{n} = {n}" for n in range(8)) + "\n" + call
    assert split_code(code) == [code[: code.index("fig") - 1], call]


def test_code_that_is_not_python_is_cut_too():
    magic = "\n".join(f"%orden {n}" for n in range(20))
    assert "\n".join(split_code(magic)) == magic


def test_blocks_keep_code_whole():
    text = "Uno\ndos\n```python\na = 1\n\nb = 2\n```\nTres\n\n# Título\ncuatro"
    blocks = ["Uno\ndos", "```python\na = 1\n\nb = 2\n```", "Tres", "# Título", "cuatro"]
    assert split_blocks(text) == blocks


def test_a_long_table_repeats_its_head():
    rows = ["| a | b |", "|---|---|", *(f"| fila {n} | x |" for n in range(30))]
    slides = text_slides("\n".join(rows), "Tabla")
    assert len(slides) > 1
    texts = [text for slide in slides for _, text in slide.parts]
    assert all(text.startswith("| a | b |\n|---|---|\n| fila") for text in texts)
    assert sum(text.count("fila") for text in texts) == 30


def test_notes_go_to_the_speaker_view_only():
    page = slide_html(Slide("Título", parts=[("texto", "Se ve.")], notes=["**5 min.** Pregunta."]))
    shown, notes = page.split('<aside class="notes">')
    assert "Se ve." in shown and "5 min" not in shown
    assert "<strong>5 min.</strong>" in notes


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.label)
def test_every_lesson_is_all_there(lesson):
    from authoring.notebooks import Source

    slides = cut(lesson)
    code = "\n".join(c for slide in slides for kind, c in slide.parts if kind == "código")
    words = set(re.findall(r"\w+", code))
    for cell in Source(lesson).solved:
        if cell.cell_type == "code" and "preparacion" not in tags(cell):
            assert set(re.findall(r"\w+", without_check(cell.source))) <= words
    for slide in slides:
        for kind, content in slide.parts:
            assert kind != "código" or content.count("\n") < CODE_LINES, slide.title


def test_the_solution_is_one_step_later():
    (lesson,) = find_lessons(["fashion_mnist"])
    slides = cut(lesson)
    blank = next(
        i
        for i, s in enumerate(slides)
        if ("código", "def escalar(imagenes):\n    return ...") in s.parts
    )
    assert slides[blank + 1].title.endswith("una solución")
    assert ("código", "def escalar(imagenes):\n    return imagenes / 255") in slides[
        blank + 1
    ].parts


def test_a_deck_asks_nothing_of_another_site(tmp_path):
    (path,) = build_decks(["fashion_mnist"], output=tmp_path)
    page = path.read_text(encoding="utf-8")
    asked = re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]+)"', page)
    local = [a for a in asked if not a.startswith("data:")]
    assert local and all((path.parent / a).exists() for a in local)
    assert len(page.encode()) < 3_000_000
