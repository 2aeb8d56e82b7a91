"""Lo que la prosa marca como código existe: en la celda, en el código de la lección o en pantalla.

Entre acentos graves va, pues, una de estas cosas:

1. Python con los nombres que hay en su celda: los de antes, los de la celda que sigue y los que el
   mismo texto presenta (``x = 3``, ``def f(a):``, un ``import``), o los que ``course_utils``
   ofrece. Una letra suelta es un número cualquiera, como en matemáticas.
2. Una palabra que el código de la lección escribe: un método, un parámetro, una columna.
3. Algo que el cuaderno enseña, al pie de la letra: una salida, un texto.
4. Un archivo, o una orden de la terminal.
5. Lo que dice ``EXCEPTIONS``, con su motivo.

Lo demás (un carácter, una palabra, un ejemplo) va entre «comillas».
"""

import ast
import functools
import inspect
import re

import nbformat
import pytest

import course_utils
from authoring.lessons import find_lessons
from authoring.namespaces import BUILTINS, Vocabulary, created, every_name, parse, places
from authoring.notebooks import Source
from course_utils.exercises import expect
from course_utils.notebook import CODE_SPAN

LESSONS = find_lessons()
EXCEPTION_BUDGET = 1 / 80

FENCED = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
LETTER = re.compile(r"[A-Za-z]\d?")
FILE = re.compile(r"[\w./*-]+\.(py|ipynb|csv|md|txt|npz|keras)")
ORDER = re.compile(r"(pip|python|make|git|tensorboard) .+")

# Por lección: lo que no es nada de lo anterior, y qué es.
EXCEPTIONS = {
    "numeros_y_variables": {
        "Total": "el mismo nombre con mayúscula: es otro",
        "precio_entrada": "un nombre de ejemplo, bien elegido",
        "pe": "el mismo ejemplo, mal elegido",
        "mi-variable": "un nombre que Python rechaza",
        "2do_pago": "otro",
    },
    "listas": {
        "cobro_1": "las variables que una lista evita",
        "cobro_2": "otra",
        "respaldo = ventas": "una pregunta sobre una lista cualquiera",
        "ventas.clear()": "la misma",
    },
    "funciones": {"*args": "el nombre que da la costumbre", "**kwargs": "el otro"},
    "arrays": {"notas.mean(axis=0)": "una pregunta sobre un array cualquiera"},
    "la_cocina": {
        "tf.placeholder": "ya no existe: es lo que se dice",
        "sess = tf.Session()": "tampoco",
        "(columnas, 1)": "una forma",
        "(muestras, columnas)": "otra",
    },
    "lo_mismo_en_pytorch": {
        "hacer_lotes": "la función que se escribió en lotes_y_optimizadores",
        "DataLoader": "lo que se encontrará fuera",
    },
    "fashion_mnist": {"confianza[fallos].argmax()": "la respuesta equivocada más vista"},
    "la_convolucion": {"Flatten": "la capa de la que venimos"},
    "capas_convolucionales": {
        "model.get_weights()[0][:, :, 0, 0]": "los pesos de la red que se pide",
    },
    "una_cnn_que_aguante": {"scipy.ndimage.shift": "dónde está lo que se importa con otro nombre"},
    "el_detector_en_marcha": {
        "pickle": "lo que se encontrará fuera",
    },
    "tu_entrega": {"ax.figure": "lo que también sirve como figura"},
}


def shown(lesson):
    """Lo que el cuaderno resuelto enseña: su código y sus salidas."""
    pieces = []
    for cell in nbformat.read(lesson.solved, as_version=4).cells:
        if cell.cell_type == "code":
            outputs = [
                str(
                    [
                        output.get("text"),
                        output.get("evalue"),
                        output.get("data", {}).get("text/plain"),
                    ]
                )
                for output in cell.outputs
            ]
            pieces += [cell.source, *outputs]
    return "\n".join(pieces)


def words_of_checks(lesson):
    """Las palabras que nombra la comprobación de cada ejercicio: {id: palabras}."""
    words = {}
    for exercise_id, function in checks_of(lesson):
        texts = [node.value for node in ast.walk(function) if isinstance(node, ast.Constant)]
        words[exercise_id] = set(re.findall(r"\w+", " ".join(map(str, texts))))
    return words


def checks_of(lesson):
    """Las comprobaciones de una lección: [(id del ejercicio, su función)]."""
    return [
        (ast.literal_eval(decorator.args[0]), node)
        for node in ast.parse(lesson.checks.read_text(encoding="utf-8")).body
        for decorator in getattr(node, "decorator_list", [])
        if ast.unparse(decorator).startswith("exercise(")
    ]


@functools.cache
def unknown(lesson):
    """Los tramos que no son nada de lo que dice el principio de este archivo, y cuántos hay."""
    source = Source(lesson)
    vocabulary, checks, seen = Vocabulary(source.solved), words_of_checks(lesson), shown(lesson)
    every = set().union(*(every_name(tree) for tree in trees(source.solved)))
    before, found, total = BUILTINS | set(dir(course_utils)), [], 0
    for place in places(source.student):
        if place.cell.cell_type == "code":
            before |= every_name(ast.parse(place.cell.source))
            continue
        text = place.cell.source
        names = before | place.here
        if "docente" in place.cell.metadata.get("tags", []):
            names |= every  # una nota habla de toda la lección
        for exercise_id in re.findall(r"Ejercicio ([\d.]+\d)", text):
            names |= checks[exercise_id]
        code = [each for language, each in FENCED.findall(text) if language == "python"]
        names |= set().union(*(every_name(ast.parse(each)) for each in code))
        spans = [" ".join(span.split()) for span in CODE_SPAN.findall(FENCED.sub(" ", text))]
        presented = [tree for tree in map(parse, spans) if tree]
        names |= set().union(*(created(tree) | parameters(tree) for tree in presented))
        for span in spans:
            total += 1
            lost = [name for name in vocabulary.missing(span, names) if not LETTER.fullmatch(name)]
            if lost and not (FILE.fullmatch(span) or ORDER.fullmatch(span) or is_shown(span, seen)):
                found.append((span, lost))
    return found, total


def trees(cells):
    return [ast.parse(cell.source) for cell in cells if cell.cell_type == "code"]


def parameters(tree):
    return {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}


def is_shown(span, seen):
    return len(span) > 2 and re.search(rf"(?<!\w){re.escape(span)}(?!\w)", seen)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_what_prose_marks_as_code_exists(lesson):
    allowed = EXCEPTIONS.get(lesson.slug, {})
    found, _ = unknown(lesson)
    problems = [f"`{span}`: {', '.join(lost)}" for span, lost in found if span not in allowed]
    assert not problems, "\n".join(problems)
    assert set(allowed) <= {span for span, _ in found}, "sobran excepciones"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_check_calls_each_answer_by_its_name(lesson):
    """``expect.number(value, "minimo")`` habla de lo que el cuaderno llama ``minimo``."""
    asked = {}
    for tree in trees(Source(lesson).solved):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "check":
                asked[node.args[0].value] = [ast.unparse(answer) for answer in node.args[1:]]
    for exercise_id, function in checks_of(lesson):
        parameters = [argument.arg for argument in function.args.args]
        for node in ast.walk(function):
            if (named := name_given(node)) and named[0] in parameters:
                answer = asked[exercise_id][parameters.index(named[0])]
                assert named[1] == answer, f"{exercise_id}: «{named[1]}» se llama {answer}"


def name_given(node):
    """(de qué, cómo lo llama) una ayuda de ``expect`` que recibe una cosa y su nombre; o None."""
    if not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("expect.")):
        return None
    helper = getattr(expect, node.func.attr, None)
    takes_name = callable(helper) and [*inspect.signature(helper).parameters][1:2] == ["name"]
    if not takes_name or len(node.args) < 2:
        return None
    value, name = node.args[:2]
    is_plain = isinstance(value, ast.Name) and isinstance(name, ast.Constant)
    return (value.id, name.value) if is_plain else None


def test_few_exceptions():
    spans = sum(unknown(lesson)[1] for lesson in LESSONS)
    assert sum(map(len, EXCEPTIONS.values())) <= EXCEPTION_BUDGET * spans
