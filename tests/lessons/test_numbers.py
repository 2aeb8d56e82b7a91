"""Todo número de la prosa sale de algún sitio: el cuaderno lo imprime, o su código lo escribe.

Prosa es el texto, las preguntas con sus explicaciones, las notas docentes, las pistas y los
elogios. Valen como el mismo número 0.9 y 90 %, 60 000 y 60_000. Un redondeo vale si el texto lo
dice («unos 190», «casi 0.9»), y solo así se repite lo que sigue a un «≈», que cambia de una máquina
a otra.

No se miran el código, las fórmulas, los años ni la bibliografía; ni lo que no afirma nada: lo que
dice otro, entre «comillas», y lo que se pregunta. Del 0 al 10 se cuenta a la vista. Una pregunta de
autoevaluación pone los números que quiera («tu red acierta 37 de 38») mientras no hable de lo que
la lección enseña; si habla de ello, dice «supón». Lo demás está en ``EXCEPTIONS``, con su motivo.
"""

import ast
import functools
import html
import re

import jupytext
import nbformat
import pytest

from authoring.lessons import find_lessons
from authoring.outputs import APPROX

LESSONS = [pytest.param(lesson, id=lesson.name) for lesson in find_lessons()]

# Lo que mide un conjunto de datos que una lección nombra, lo cargue entero o no.
SIZES = {
    569: "biopsias",
    1797: "cifras de scikit-learn",
    20_640: "distritos de California",
    70_000: "prendas de Fashion-MNIST",
    284_807: "pagos con tarjeta",
}

# Por lección: los números que no salen de su cuaderno, y de dónde salen.
EXCEPTIONS = {
    "numeros_y_variables": {
        "512": "2 ** 3 ** 2, que está en el texto",
        "31": "las cifras que se ven en la salida",
        "0.333": "un tercio",
        "164": "9876 entre 60",
        "59": "el mayor resto de dividir entre 60",
        "4300": "las cifras que Python acepta escribir de un entero",
    },
    "texto": {
        "65 536": "16 ** 4",
        "59.7": "3 × 19.9",
        "24": "16 y 8, los anchos que pide el enunciado",
    },
    "ciclos": {"0.4": "0.1, doblado dos veces"},
    "funciones": {
        "42": "un número de ejemplo",
        "8763": "el número de ejemplo, hecho a mano en su tabla",
    },
    "errores_previstos": {"7.5": "la mitad de 6 y 9, el ejemplo del enunciado"},
    "arrays": {
        "29": "un día de febrero",
        "255": "el mayor entero de un byte",
        "256": "el mismo, más uno",
        "300": "200 más 100",
    },
    "bibliotecas_cientificas": {
        "1.3": "la diferencia entre las medias de la tabla, en kilos",
        "3.7": "los kilos del enunciado",
        "5.2": "los del otro",
    },
    "que_es_el_ml": {"120": "los mensajes que se escribieron para el curso"},
    "elegir_un_modelo": {"3000": "un 3 con tres ceros", "297": "las 300 menos tres"},
    "maneras_de_aprender": {"797": "las 1797 imágenes menos las mil de entrenar"},
    "metricas": {
        "99.8": "los pagos que no son fraude, de sobra: son 99.83",
        "60": "la media de 20 y 100, la que el texto niega",
        "0.86": "la exactitud que la tabla imprime tras ≈",
    },
    "umbrales": {"0.94": "50 de 53", "0.90": "48 de 53"},
    "descenso_de_gradiente": {
        "0.15": "una tasa de la cuenta a mano",
        "1.5": "1 menos 10 por 0.25, con su signo",
    },
    "lotes_y_optimizadores": {
        "0.19": "0.9 por 0.1, más 0.1",
        "0.271": "0.9 por 0.19, más 0.1",
    },
    "como_aprende_una_red": {
        "0.125": "dos errores de 0.5, al cuadrado, entre cuatro",
        "0.25": "lo más alto de la derivada de la sigmoide: 0.5 por 0.5",
    },
    "la_neurona": {"86": "miles de millones, de la bibliografía"},
    "bibliotecas_de_ml": {"4500": "450 imágenes y diez clases"},
    "lo_mismo_en_pytorch": {
        "1290": "30 épocas de 43 lotes",
        "1e-7": "el epsilon del Adam de Keras",
        "1e-8": "el del de PyTorch",
    },
    "hasta_donde_se_acierta": {
        "0.029": "0.1 / √12",
        "0.2": "2 · 0.001 · 1, en tanto por ciento",
        "2100": "2.1, en miles de euros",
        "800": "0.8, en miles de euros",
        "0.98": "1 − 2 · 0.01",
    },
    "precios_de_casas": {
        "250 000": "2.5, en cientos de miles",
        "500 000": "el tope del censo: el 5 de la última columna",
        "1243": "1243.33, sin decimales",
        "15": "el máximo de MedInc",
    },
    "casas_con_una_red": {
        "500 000": "el tope del censo: el 5 de la última columna",
        "500": "el mismo, en miles",
    },
    "consumo_de_gasolina": {"200": "los kilómetros de un ejemplo"},
    "flores": {"1.10": "el logaritmo de 3"},
    "vinos": {
        "0.3": "el mínimo de la prolina, 278 mg/L, en gramos",
        "1.7": "su máximo, 1680",
    },
    "la_convolucion": {"784": "28 × 28"},
    "redes_residuales": {"0.93": "lo que pide benchmarks/cnn.py"},
    "capas_convolucionales": {"784": "28 × 28"},
    "una_cnn_que_aguante": {"2.8": "el 10 % de 28"},
    "los_datos_y_como_evaluarlos": {
        "99.8": "el 99.83 de la salida, con una cifra menos",
        "400": "el 1 % de los pagos normales de la prueba, redondeado hacia abajo",
    },
    "las_trampas": {
        "16": "el reparto: 64 %, 16 % y 20 %",
        "40": "una hora cualquiera de la prueba",
        "11": "otra de antes; y la hora con más fraudes, en la figura de otra lección",
        "26": "una de las dos horas con mayor proporción, en la misma figura",
    },
    "la_red_y_sus_rivales": {
        "1.9": "273 fraudes entre 145 267 pagos",
        "99": "de 144 994 pagos normales quedan tantos como fraudes",
        "36 000": "los de validación, 36 317",
    },
    "la_red_y_la_decision": {
        "99.8": "lo que no es fraude, como en los_datos_y_como_evaluarlos",
    },
    "el_detector_en_marcha": {
        "50": "un cambio que se propone probar",
        "200": "otro",
    },
    "tu_entrega": {
        "12": "la rúbrica: dos tercios de 18 puntos",
        "15": "la rúbrica",
        "99.8": "lo que no es fraude, como en los_datos_y_como_evaluarlos",
    },
}

NUMBER = re.compile(
    r"(?<![\w.,_])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:_\d{3})*)(?:\.\d+)?(?:e[-+]?\d+)?"
)
ROUNDED = re.compile(
    r"\b(unos|unas|casi|cerca de|alrededor de|en torno a|apenas|rondan?)\b"
    r"[^.,;:()]{0,20}$|≈ ?$"
)
# Lo que tiene cifras y no es una cantidad.
LABELS = re.compile(
    r"\{\{.*?\}\}(?:\.\d+)?|\b\d+\.\d+\.\w+|^# .*$|^## \d|^\*\*\d+ min|\|[^|\n]*min \||"
    r"^\*\*A\d\.\*\*|^ *\d+\. |\b\d+\.ª|\b(?:19|20)\d\d\b|\bR²|"
    r"\b(?:lecci[oó]n|secci[oó]n|secciones|[Pp]asos?|Práctica|módulo|figura|capítulos?|reglas?|error(?:es)?"
    r"(?: frecuentes?)?|Python|TensorFlow|Keras|celda) \d+(?:\.\d+)?(?:(?:,| y| a| o) \d+)*",
    re.MULTILINE,
)
# Código, fórmulas, direcciones, lo que dice otro («…») y lo que se pregunta (¿…?).
HIDDEN = re.compile(
    r"```.*?```|«[^»]*»|¿[^?]*\?|\$\$.*?\$\$|\$[^$\n]*\$|`[^`]*`|\]\([^)]*\)|https?://\S+",
    re.DOTALL,
)
# Cuándo una pregunta habla de lo que la lección enseña.
SHOWS = re.compile(r"secci[oó]n|figura|matriz de|celda|nuestr|de arriba|[ai]mos\b", re.IGNORECASE)
SUPPOSES = re.compile(r"sup[oó]n|imagina", re.IGNORECASE)


def value(text):
    return float(re.sub(r"[ \u00a0\u202f_]", "", text))


def numbers_in(text):
    return {value(match[0]) for match in NUMBER.finditer(text)}


@functools.cache
def sources(lesson):
    """Los números que el cuaderno escribe o imprime siempre igual, y los que siguen a un «≈»."""
    code, printed = [], []
    for cell in nbformat.read(lesson.solved, as_version=4).cells:
        if cell.cell_type == "code" and "preparacion" not in cell.metadata.get("tags", []):
            code.append(cell.source)
            printed += [shown_text(output) for output in cell.outputs]
    text = "\n".join(printed)
    approximate = numbers_in(" ".join(APPROX.findall(text)).replace("≈", " "))
    exact = "\n".join([*code, APPROX.sub(" ", text)])
    # Sueltos también los que van seguidos: «[178 182 177]» no es un número de nueve cifras.
    loose = {float(digits) for digits in re.findall(r"\d+(?:\.\d+)?", exact)}
    return numbers_in(exact) | loose | SIZES.keys(), approximate


@functools.cache
def asked(lesson):
    """Los números de las comprobaciones: «al menos 0.88» es lo que una de ellas pide."""
    tree = ast.parse(lesson.checks.read_text(encoding="utf-8"))
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {constant for constant in constants if type(constant) in (int, float)}


def shown_text(output):
    data = output.get("data", {})
    page = html.unescape(re.sub(r"<[^>]*>", " ", data.get("text/html", "")))
    text = f"{output.get('text', '')}\n{data.get('text/plain', '')}\n{page}"
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def texts(lesson):
    """Los textos de una lección: (de qué pregunta es, o None; el texto)."""
    for cell in jupytext.reads(lesson.source.read_text(encoding="utf-8"), fmt="py:percent").cells:
        if cell.cell_type == "markdown":
            text = cell.source.partition("## Para saber más")[0]
            for part in re.split(r"^(?=\*\*A\d\.\*\*)", text, flags=re.MULTILINE):
                question = re.match(r"\*\*(A\d)\.\*\*", part)
                yield question and question[1], part
    for node in ast.walk(ast.parse(lesson.checks.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("exercise", "quiz"):
            question = re.search(r"\.(A\d)$", node.args[0].value)
            for keyword in node.keywords:
                for each in ast.walk(keyword.value):
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        yield question and question[1], each.value


def is_from(number, percent, rounded, exact, approximate):
    """Si un número es uno de esos; o, si el texto dice que redondea, cerca de uno."""
    amount = value(number)
    # 90 % es 0.9, y al revés.
    scale = 100 if percent else 0.01 if "." in number and amount <= 1 else 1
    if amount in exact or round(amount / scale, 12) in exact:
        return True
    digits = re.sub(r"[ \u00a0\u202f_]", "", number)
    decimals = len(digits.partition(".")[2])
    unit = 10.0**-decimals if decimals else 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return rounded and any(
        abs(each * factor - amount) <= unit for each in exact | approximate for factor in (1, scale)
    )


def quantities(text):
    """Las que un texto afirma: (número, si es un tanto por ciento, si se redondea, alrededor)."""
    text = HIDDEN.sub(" ", text.replace("\n> ", " "))
    text = LABELS.sub(lambda label: " " * len(label[0]), text)
    for match in NUMBER.finditer(text):
        if not re.fullmatch(r"\d|10", match[0]):
            percent = re.match(r"[ \u00a0](%|puntos)", text[match.end() :])
            rounded = ROUNDED.search(text[: match.start()])
            around = text[max(0, match.start() - 60) : match.end() + 30]
            yield match[0], percent, rounded, " ".join(around.split())


def unexplained(lesson):
    """Los números de la prosa que no salen del cuaderno: [(número, lo que lo rodea)]."""
    exact, approximate = sources(lesson)
    found, supposed = [], {}
    for question, text in texts(lesson):
        if options := question and re.match(r"\*\*A\d\.\*\*", text):
            supposed[question] = not SHOWS.search(text) or SUPPOSES.search(text)
        if question and supposed[question] and (options or not SHOWS.search(text)):
            continue
        known = exact | asked(lesson) if "Ejercicio" in text else exact
        found += [
            (number, around)
            for number, percent, rounded, around in quantities(text)
            if not is_from(number, percent, rounded, known, approximate)
        ]
    return found


@pytest.mark.parametrize("lesson", LESSONS)
def test_numbers_come_from_somewhere(lesson):
    allowed = EXCEPTIONS.get(lesson.slug, {})
    found = unexplained(lesson)
    problems = [f"{number}: …{around}…" for number, around in found if number not in allowed]
    assert not problems, "\n".join(problems)
    assert set(allowed) <= {number for number, _ in found}, "sobran excepciones"
