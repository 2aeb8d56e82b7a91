"""Lo que hace quien estudia en el ensayo del hub, sin hub."""

import nbformat
import pytest

from benchmarks.hub.learner import answered, content, marks
from benchmarks.hub.trial import bytes_of


def notebook(*cells):
    new = nbformat.v4.new_notebook()
    for source, *texts in cells:
        cell = nbformat.v4.new_code_cell(source)
        cell.outputs = [nbformat.v4.new_output("stream", text=text) for text in texts]
        new.cells.append(cell)
    return new


def test_the_answers_go_in_the_blank_notebook():
    blank = notebook(["x = ...", "viejo"], ["check('1.1.1', x)"])
    done = answered(blank, notebook(["x = 3"], ["check('1.1.1', x)"]))
    assert content(done) == [("x = 3", []), ("check('1.1.1', x)", [])]


def test_a_notebook_of_another_lesson_is_refused():
    with pytest.raises(ValueError):
        answered(notebook(["x = ..."]), notebook(["x = 3"], ["y = 4"]))


@pytest.mark.parametrize(
    "text", ["❌ no", "⏳ sin responder", "⚠️ del entorno", "✅ bien\n❌ mal", ""]
)
def test_only_a_whole_right_answer_counts(text):
    cells = (["check('1.1.1', x)", "✅ bien"], ["check('1.1.2', y)", text], ["x = 1", "✅"])
    assert marks(notebook(*cells)) == (1, 2)


def test_a_size_is_read_like_systemd():
    assert bytes_of("2G") == 2 * 1024**3
    assert bytes_of("1.5G") == 1536 * 1024**2 == bytes_of("1536M")
