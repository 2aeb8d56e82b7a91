"""Lo que se enseña en un cuaderno: aviso y tabla, en HTML y en texto."""

import xml.etree.ElementTree as ET

import pytest

from course_utils import notebook
from course_utils.notebook import Html, Message, html_table


def test_a_message_escapes_what_it_says_and_keeps_its_lines():
    page = Message("❌", "Título <b>", "a < b\n& c", "#fff", "#000")._repr_html_()
    assert page.startswith('<div style="background:#fff;color:#222;border-left:4px solid #000;')
    assert "white-space:pre-wrap" in page
    assert "<b>❌ Título &lt;b&gt;</b>: a &lt; b\n&amp; c</div>" in page


def test_what_a_message_marks_is_code():
    message = Message("💡", "Pista", "Une `a < b` y\n`if a:\n    …`.")
    assert (
        "</b>: Une <code>a &lt; b</code> y\n<code>if a:\n    …</code>.</div>"
        in message._repr_html_()
    )
    assert repr(message) == "💡 Pista: Une `a < b` y\n`if a:\n    …`."


def test_outside_a_notebook_a_message_is_text(capsys):
    notebook.show(Message("💡", "Pista", "Cuenta."))
    assert capsys.readouterr().out == "💡 Pista: Cuenta.\n"


@pytest.mark.parametrize(
    ("shell", "expected"),
    [(None, False), (object(), False), (type("S", (), {"kernel": 1})(), True)],
)
def test_in_a_notebook_only_with_a_kernel(monkeypatch, shell, expected):
    monkeypatch.setattr(notebook, "ipython", lambda: shell)
    assert notebook.in_notebook() is expected


@pytest.mark.parametrize("row_header", [0, 1])
def test_a_table_names_each_column_and_each_row(row_header):
    body = [["a & b", "1"], ["<c>", Html("<strong>2</strong>")]]
    table = ET.fromstring(html_table("Título", ["Qué", "Cuánto"], body, row_header=row_header))
    assert table.findtext("caption") == "Título"
    assert [cell.text for cell in table.iterfind("thead/tr/th[@scope='col']")] == ["Qué", "Cuánto"]
    rows = table.findall("tbody/tr")
    assert ["".join(cell.itertext()) for row in rows for cell in row] == ["a & b", "1", "<c>", "2"]
    for row in rows:
        assert [cell.get("scope") for cell in row].index("row") == row_header
    assert table.find("tbody/tr//strong") is not None


def test_a_table_of_text_is_aligned_to_the_left():
    page = html_table("Título", ["Qué", "Cómo"], [["a", "b"]], align_left=True)
    assert page.count('style="text-align: left"') == 3
    assert "style" not in html_table("Título", ["Qué", "Cómo"], [["a", "b"]])
