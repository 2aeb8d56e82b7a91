"""Las autoevaluaciones, como banco de preguntas de Moodle: ``python -m authoring moodle``.

El formato es el que Moodle publica (https://docs.moodle.org/en/Moodle_XML_format): una categoría
por módulo y lección, y una pregunta ``multichoice`` por pregunta, con la explicación de cada letra.
Las fórmulas van entre ``\\(`` y ``\\)``, que es lo que lee el filtro MathJax de Moodle.
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from course_utils.exercises import core

from .errors import AuthoringError
from .lessons import ROOT, find_lessons
from .markers import CHECK
from .notebooks import Source

OUTPUT = ROOT / "build" / "moodle"
COURSE = "Aprendizaje automático en español"
_QUESTION = re.compile(r"\*\*A\d+\.\*\*(?P<text>.*?)\n(?P<options>\n- a\) .*)", re.DOTALL)
_OPTION = re.compile(r"^- ([a-f])\) ", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """Una pregunta de autoevaluación.

    Attributes
    ----------
    id : str
        «4.6.A1».
    text : str
        El enunciado, en Markdown.
    options : dict of str to str
        Letra -> respuesta, en Markdown.
    feedback : dict of str to str
        Letra -> lo que se dice a quien la elige.
    right : str
        La letra correcta.
    """

    id: str
    text: str
    options: dict
    feedback: dict
    right: str


def questions(lesson):
    """Las preguntas de una lección, en su orden.

    Raises
    ------
    AuthoringError
        Un enunciado no tiene las letras que su comprobación explica.
    """
    found, asked = [], None
    for cell in Source(lesson).solved:
        if cell.cell_type == "markdown":
            for match in _QUESTION.finditer(cell.source):
                asked = match
            continue
        for exercise_id in CHECK.findall(cell.source):
            task = core.get_exercise(exercise_id)
            if task.wrong_letters:
                found.append(_question(exercise_id, asked, task))
    return found


def _question(exercise_id, match, task):
    pieces = _OPTION.split(match["options"].strip())[1:] if match else []
    options = {
        letter: " ".join(text.split())
        for letter, text in zip(pieces[::2], pieces[1::2], strict=True)
    }
    right = sorted(set(options) - set(task.wrong_letters))
    if len(right) != 1 or not set(task.wrong_letters) < set(options):
        raise AuthoringError(
            f"{exercise_id}: el enunciado tiene las letras {sorted(options)} y se explican "
            f"{sorted(task.wrong_letters)}; debe sobrar una, la correcta."
        )
    feedback = {**task.wrong_letters, right[0]: task.praise}
    return Question(exercise_id, match["text"].strip(), options, feedback, right[0])


def to_xml(lessons):
    """El banco de preguntas de varias lecciones, como texto XML."""
    quiz = ET.Element("quiz")
    for lesson in lessons:
        asked = questions(lesson)
        if not asked:
            continue
        module = f"Módulo {lesson.numbers[0]} · {lesson.module_title}"
        category = ET.SubElement(quiz, "question", type="category")
        # En el nombre de una categoría, «/» separa niveles; escrita dos veces, es ella misma.
        path = [COURSE, module, lesson.title]
        name = "$course$/top/" + "/".join(part.replace("/", "//") for part in path)
        _text(ET.SubElement(category, "category"), name)
        for question in asked:
            quiz.append(_question_xml(question))
    ET.indent(quiz)
    return ET.tostring(quiz, encoding="unicode", xml_declaration=True).replace("'", '"', 4) + "\n"


def _question_xml(question):
    element = ET.Element("question", type="multichoice")
    _text(ET.SubElement(element, "name"), question.id)
    _html(element, "questiontext", question.text)
    _html(element, "generalfeedback", "")
    for name, value in (
        ("defaultgrade", "1"),
        ("penalty", "0.3333333"),
        ("hidden", "0"),
        ("idnumber", f"curso-ml-es-{question.id}"),
        ("single", "true"),
        ("shuffleanswers", "true"),
        ("answernumbering", "abc"),
    ):
        ET.SubElement(element, name).text = value
    for letter, option in question.options.items():
        fraction = "100" if letter == question.right else "0"
        answer = _html(element, "answer", option)
        answer.set("fraction", fraction)
        _html(answer, "feedback", question.feedback[letter])
    return element


def _text(parent, text):
    ET.SubElement(parent, "text").text = text


def _html(parent, name, markdown):
    element = ET.SubElement(parent, name, format="html")
    _text(element, moodle_html(markdown))
    return element


class _Renderer(IPythonRenderer):
    def inline_math(self, body):
        return rf"\({_escaped(body)}\)"

    def block_math(self, body):
        return rf"\[{_escaped(body)}\]"


def _escaped(latex):
    return latex.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def moodle_html(markdown):
    """Markdown como HTML, con las fórmulas como las espera Moodle."""
    return MarkdownWithMath(renderer=_Renderer(escape=False)).render(markdown).strip()


def write_banks(names=(), output=OUTPUT, root=ROOT):
    """Escribe un archivo por módulo con las preguntas de sus lecciones; devuelve sus rutas."""
    output.mkdir(parents=True, exist_ok=True)
    modules = {}
    for lesson in find_lessons(names, root=root):
        modules.setdefault(lesson.numbers[0], []).append(lesson)
    written = []
    for number, lessons in modules.items():
        path = output / f"modulo_{number:02d}.xml"
        path.write_text(to_xml(lessons), encoding="utf-8", newline="\n")
        written.append(path)
    return written
