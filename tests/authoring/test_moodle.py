"""El banco de preguntas para Moodle, elemento a elemento como su formato lo pide."""

import xml.etree.ElementTree as ET

import pytest

from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.moodle import Question, _question_xml, moodle_html, questions, to_xml, write_banks
from course_utils.exercises import core

LESSONS = [lesson for lesson in find_lessons() if not lesson.is_report]


def quizzes():
    return {i for i, task in core.all_exercises().items() if task.wrong_letters}


def test_every_question_of_the_course_is_there():
    root = ET.fromstring(to_xml(LESSONS).encode())
    names = [q.findtext("name/text") for q in root.iter("question") if q.get("type") != "category"]
    assert len(names) == len(set(names))
    assert set(names) == quizzes()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.label)
def test_each_element_is_as_moodle_asks(lesson):
    root = ET.fromstring(to_xml([lesson]).encode())
    assert root.tag == "quiz"
    category, *asked = root
    assert category.get("type") == "category"
    assert category.findtext("category/text").startswith("$course$/top/")
    assert len(asked) == len(questions(lesson)) >= lesson.minimum[1]
    for question in asked:
        assert question.get("type") == "multichoice"
        assert question.findtext("single") == "true"
        assert question.find("questiontext").get("format") == "html"
        assert question.findtext("questiontext/text")
        answers = question.findall("answer")
        assert len(answers) >= 2
        assert sorted(a.get("fraction") for a in answers) == ["0"] * (len(answers) - 1) + ["100"]
        for answer in answers:
            assert answer.get("format") == answer.find("feedback").get("format") == "html"
            assert answer.findtext("text") and answer.findtext("feedback/text")


def test_the_right_letter_is_the_one_the_check_accepts():
    (lesson,) = find_lessons(["fashion_mnist"])
    for question in questions(lesson):
        assert core.evaluate(question.id, question.right).status is core.Status.CORRECT
        assert "respuesta" not in question.options[question.right].lower()


def test_special_characters_and_formulas_survive():
    question = Question(
        "9.9.A1",
        "¿`a < b && c`, o $x < y$?",
        {"a": "«sí» & no", "b": r"$\frac{1}{2}$"},
        {"a": "No: <b> no", "b": "Bien."},
        "b",
    )
    element = ET.fromstring(ET.tostring(_question_xml(question)))
    text = element.findtext("questiontext/text")
    assert "a &lt; b &amp;&amp; c" in text and r"\(x &lt; y\)" in text
    right = next(a for a in element.iter("answer") if a.get("fraction") == "100")
    assert r"\(\frac{1}{2}\)" in right.findtext("text")


def test_a_bar_in_a_title_does_not_make_a_level(tmp_path):
    assert moodle_html("**sí**") == "<p><strong>sí</strong></p>"
    names = [c.text for c in ET.fromstring(to_xml(LESSONS).encode()).iterfind(".//category/text")]
    assert {name.replace("//", "").count("/") for name in names} == {4}


def test_one_file_a_module(tmp_path):
    paths = write_banks(["4.4", "5"], output=tmp_path)
    assert [path.name for path in paths] == ["modulo_04.xml", "modulo_05.xml"]


def test_a_question_without_its_letters_is_refused(monkeypatch):
    (lesson,) = find_lessons(["fashion_mnist"])
    task = core.get_exercise("4.6.A1")
    monkeypatch.setitem(task.wrong_letters, "f", "No existe.")
    with pytest.raises(AuthoringError, match=r"4\.6\.A1"):
        questions(lesson)
