"""Del texto a los cuadernos: la caja de las notas docentes, y qué responde a un «Predice»."""

import nbformat
import pytest

from authoring.lessons import find_lessons
from authoring.notebooks import NOTE_LABEL, answers_to_predictions, note_text
from authoring.site.lesson_pages import lesson_page
from authoring.site.teaching import guide_page
from authoring.slides.cut import cut

LESSONS = find_lessons()
PREDICT, TEXT = "**Predice:** ¿qué sale?", "**Qué observas.** Esto."


def notebook(*cells):
    """Un texto, el código de un ejercicio («= ...», «check»), o lo que enseña una celda («!a»)."""
    made = []
    for number, source in enumerate(cells):
        if source.startswith("**"):
            made.append(nbformat.v4.new_markdown_cell(source))
        else:
            shown = [nbformat.v4.new_output("stream", text="x")] if source[0] in "!c" else []
            tags = ["ejercicio"] if source.endswith("...") else []
            made.append(nbformat.v4.new_code_cell(source, outputs=shown, metadata={"tags": tags}))
        made[-1]["id"] = str(number)
    return nbformat.v4.new_notebook(cells=made)


@pytest.mark.parametrize(
    ("cells", "answers"),
    [
        ([TEXT, "!a"], ""),
        ([PREDICT, "!a", "!b", TEXT, "!c"], "12"),
        ([PREDICT, "a", "!b", TEXT, "!c"], "2"),
        ([PREDICT, "a", TEXT, "!b", TEXT, "!c"], "3"),
        ([PREDICT, "!a", PREDICT, "!b", TEXT, "!c"], "13"),
        ([PREDICT, "x = ...", "!en medio", 'check("1.1.1", x)', "!b"], "4"),
        (["!a", PREDICT], ""),
    ],
)
def test_what_answers_a_prediction(cells, answers):
    assert answers_to_predictions(notebook(*cells)) == set(answers)


def test_a_note_keeps_its_own_quotes_and_code():
    box = f"> {NOTE_LABEL}\n>\n> **5 min.** Di:\n>\n> > Hola.\n>\n> ```\n>     a = 1\n> ```"
    cell = nbformat.v4.new_markdown_cell(box)
    assert note_text(cell) == "**5 min.** Di:\n\n> Hola.\n\n```\n    a = 1\n```"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_the_label_stays_in_the_notebook(lesson):
    """La guía y las diapositivas ya dicen para quién es la nota."""
    assert NOTE_LABEL in lesson.solved.read_text(encoding="utf-8")
    assert NOTE_LABEL not in guide_page(lesson)
    notes = [note for slide in cut(lesson) for note in slide.notes]
    assert notes
    assert not [note for note in notes if NOTE_LABEL in note or not note.startswith("**")]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_the_page_folds_what_the_blank_notebook_folds(lesson):
    student = nbformat.read(lesson.notebook, as_version=4)
    hidden = [c.source for c in student.cells if c.metadata.get("collapsed")]
    page = lesson_page(lesson)
    assert hidden == [c.source for c in page.cells if "hide-output" in c.metadata.get("tags", [])]
    assert hidden or lesson.is_report
