"""Lo que toda lección cumple: esqueleto, regla de la hoja, glosario, figuras, presupuestos."""

import ast
import re

import nbformat
import pytest
from paper import DPI, LEAST, font_points, on_paper, png_width

from authoring.course_map import PLACEHOLDER
from authoring.lessons import ROOT, find_lessons
from authoring.minutes import MARK
from authoring.notebooks import Source
from authoring.outputs import APPROX, MAX_BYTES
from authoring.references import bare_references
from course_utils.exercises.core import all_exercises
from course_utils.plotting.style import SMALLEST, WIDEST

LESSONS = find_lessons()
SOURCES = {lesson.name: Source(lesson) for lesson in LESSONS}
NOTEBOOKS = [path for lesson in LESSONS for path in (lesson.notebook, lesson.solved)]

# Números con decimales que se leen como el de una lección («de 1.3 kilos»), por lección: lo que
# no es una referencia y por qué.
DECIMALS = {
    "inicio": {"de 8.5": "lo que cuesta una entrada"},
    "listas": {"de 9.5": "euros"},
    "colecciones": {"por 9.5": "euros"},
    "bibliotecas_cientificas": {"de 1.3": "kilos"},
    "sobreajuste": {"en\n1.5": "grados"},
    "lo_mismo_en_pytorch": {"de 2.3": "una pérdida"},
    "hasta_donde_se_acierta": {"y 1.1": "un peso aprendido"},
    "flores": {"y 1.5": "puntos, antes de la softmax"},
    "la_red_y_sus_rivales": {"con 1.9": "fraudes por cada mil pagos"},
}
# Las celdas que nombran el rojo, por lección: cuál es.
RED = {
    "como_aprende_una_red": ["el de la pizarra"],
    "capas_convolucionales": ["el canal de una foto", "lo que se busca en él"],
}
# Las lecciones que imprimen el texto de un error teniendo bibliotecas: de quién es.
PRINTED_ERRORS = {
    "colecciones": "de Python, con tuplas y diccionarios",
    "arrays": "de Python, al importar",
    "el_detector_en_marcha": "del curso: lo lanza read_payments",
}
LIBRARIES = r"^\s*(?:import|from) (?:numpy|pandas|matplotlib|sklearn|keras|tensorflow|torch)\b"
# El HTML del curso: una tabla con su título, o el recuadro de un aviso.
OWN_HTML = r'<table[^>]*><caption>|<div style="background:#'
MAX_CODE_LINES = 15
# Caben en una hoja A4 y, al 175 %, en una pantalla de 1280 puntos: nadie mueve el código de lado.
MAX_CODE_WIDTH = 76
IGNORED_OUTPUT_BUDGET = 1 / 40

HEADER_FIELDS = ("Objetivos", "Duración", "Requisitos", "Datos", "Práctica")
SECTIONS = ("Errores frecuentes", "Práctica", "Autoevaluación", "Resumen", "Para saber más")

# Lo que no escribimos -> lo que escribimos. Solo deslices inequívocos.
GLOSSARY_SLIPS = {
    r"\baprendizaje (de máquinas?|maquinal)\b": "aprendizaje automático",
    r"\btasa de aprendizado\b": "tasa de aprendizaje",
    r"\bentrenamiento excesivo\b|\bsobre-?entrenamiento\b|\bover-?fitting\b(?!\*)": "sobreajuste",
    r"\bfunción de costo\b|\bfunción de coste\b": "función de pérdida",
    r"\bdescenso del? gradiente estocástica\b|\bgradiente descendente\b": "descenso de gradiente",
    r"\bpropagación hacia atrás\b|\bbackprop\b": "retropropagación",
    r"\bbatch(es)?\b(?![\w*])": "lote",
    r"\bepoch(s)?\b(?![\w*])": "época",
    r"\bdatasets?\b(?![\w*])": "conjunto de datos",
    r"\bnotebooks?\b(?![\w*])": "cuaderno",
    r"\bfeatures?\b(?![\w*])": "característica",
    r"\blabels?\b(?![\w*])": "etiqueta",
    r"\blibrerías?\b": "biblioteca",
    r"\bbosques? (al azar|random)\b": "bosque aleatorio",
    r"\btasa de exactitud\b": "exactitud",
    r"\b(usted|ustedes|vosotros|vos)\b": "tú",
}

# Lo mismo, también en cursiva, en las etiquetas de las figuras y en los mensajes de los ejercicios.
ONE_WORD = {
    r"\bdesviaci(ón|ones) típicas?\b": "desviación estándar",
    r"\bpasos? hacia a?delante\b": "pasada hacia delante",
    r"\bpasos? hacia atrás\b": "pasada hacia atrás",
    r"\b(la|una|esa|esta) [*`]?pipeline\b": "el pipeline",
    r"\b(reinici\w+|interrump\w+) el núcleo\b(?! de ejecución|\*)": "el núcleo de ejecución",
}


def prose(cell):
    """El texto de una celda sin código, direcciones ni términos en inglés entre asteriscos."""
    text = re.sub(r"```.*?```", " ", cell.source, flags=re.DOTALL)
    text = re.sub(r"`[^`]*`", " ", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"https?://\S+", " ", text)
    return re.sub(r"(?<!\*)\*(?!\*)[^*\n]+(?<!\*)\*(?!\*)", " ", text)


def raw(source):
    """La lección como está escrita, con sus marcas."""
    return source.lesson.source.read_text(encoding="utf-8")


def markdown(source):
    return [cell for cell in source.solved if cell.cell_type == "markdown"]


def code(source):
    return [cell for cell in source.solved if cell.cell_type == "code"]


def tags(cell):
    return cell.metadata.get("tags", [])


@pytest.fixture(params=SOURCES, ids=str)
def source(request):
    return SOURCES[request.param]


def test_there_are_lessons():
    assert LESSONS


def test_header(source):
    title = source.solved[0].source
    assert title.startswith(f"# {source.lesson.label} · ")
    for field in HEADER_FIELDS:
        assert re.search(rf"^\| \*\*{field}\*\* \| \S.* \|$", title, re.MULTILINE), field
    assert f"| **Duración** | {MARK} |" in title, "los minutos los pone el constructor"


def test_sections_in_order(source):
    headings = [
        line[3:].strip()
        for cell in markdown(source)
        for line in cell.source.splitlines()
        if line.startswith("## ")
    ]
    ideas = [h for h in headings if re.match(r"\d · ", h)]
    assert 3 <= len(ideas) <= 6, "de tres a seis secciones numeradas"
    assert all("?" in h for h in ideas), f"cada sección empieza por una pregunta: {ideas}"
    positions = [
        next((i for i, h in enumerate(headings) if h.startswith(name)), None) for name in SECTIONS
    ]
    assert None not in positions, dict(zip(SECTIONS, positions, strict=True))
    assert positions == sorted(positions)


def test_rhythm(source):
    if source.lesson.is_report:
        pytest.skip("la entrega es un informe: no lleva «Predice» ni «Qué observas»")
    text = "\n".join(cell.source for cell in markdown(source))
    ideas = len(re.findall(r"^## \d · ", text, re.MULTILINE))
    assert len(re.findall(r"\*\*Predice", text)) >= ideas - 1, "predecir antes de ejecutar"
    assert len(re.findall(r"\*\*Qué observas", text)) >= ideas - 1, "decir lo que se ve"


def test_enough_checked_exercises(source):
    number = source.lesson.number
    checked = re.findall(r'check\("([^"]+)"', "\n".join(c.source for c in code(source)))
    assert all(i.startswith(f"{number}.") for i in checked)
    questions = {i for i in checked if ".A" in i}
    exercises = set(checked) - questions
    wanted = source.lesson.minimum
    assert wanted[0], "toc.yml no dice cuántos ejercicios pide el plan de estudios"
    assert len(exercises) >= wanted[0]
    assert len(questions) >= wanted[1]
    registered = {i for i in all_exercises() if i.startswith(f"{number}.")}
    assert set(checked) == registered, "ejercicios sin comprobación, o comprobaciones sin uso"
    text = "\n".join(c.source for c in markdown(source))
    for exercise_id in exercises:
        assert f"Ejercicio {exercise_id}" in text, f"falta el enunciado de {exercise_id}"


def test_lessons_are_named_by_their_name(source):
    """«{{la_neurona}}», no «2.4»: así mover una lección no deja mentiras en las demás."""
    allowed = DECIMALS.get(source.lesson.slug, {})
    bare = [
        named
        for named in bare_references(raw(source), source.lesson, LESSONS)
        if named not in allowed
    ]
    assert not bare, (
        f"escribe {{{{nombre_de_la_leccion}}}} o {{{{modulo:nombre}}}} en vez de {bare}; si es un "
        "decimal, apúntalo en DECIMALS con su porqué"
    )


def test_allowed_decimals_are_there():
    for slug, allowed in DECIMALS.items():
        (lesson,) = [each for each in LESSONS if each.slug == slug]
        found = bare_references(lesson.source.read_text(encoding="utf-8"), lesson, LESSONS)
        assert set(allowed) <= set(found), f"{slug}: sobran excepciones"


def test_requisites_come_before(source):
    """Ninguna lección pide otra que venga después en el curso."""
    requisites = re.search(r"^# \| \*\*Requisitos\*\* \|.*$", raw(source), re.MULTILINE)[0]
    order = [lesson.slug for lesson in LESSONS]
    place = order.index(source.lesson.slug)
    for slug in re.findall(r"\{\{(\w+)\}\}", requisites):
        assert order.index(slug) < place, f"{source.lesson.slug} pide {slug}, que viene después"


def test_help_is_at_hand(source):
    """``hint("4.6.1")``, en una celda nueva, no pide antes ningún import."""
    brought = {
        name.asname or name.name
        for cell in code(source)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.ImportFrom) and node.module == "course_utils"
        for name in node.names
    }
    assert brought >= {"check", "hint", "solution"}


def test_leaf_rule(source):
    """Ninguna celda fuera de los ejercicios y sus check usa un nombre que da el estudiante."""
    learner = set()
    for cell in code(source):
        tree = ast.parse(cell.source)
        stored = _stored(tree)
        if "ejercicio" in tags(cell):
            learner |= stored
            continue
        for statement in tree.body:
            if not _is_check(statement):
                used = {n.id for n in ast.walk(statement) if _is_load(n)} & learner
                assert not used, f"la celda usa {used}, que son respuestas:\n{cell.source}"
        learner -= stored


def _stored(tree):
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and not _is_load(n)}
    return names | {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}


def _is_load(node):
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)


def _is_check(statement):
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and isinstance(statement.value.func, ast.Name)
        and statement.value.func.id in {"check", "hint", "solution"}
    )


def test_stubs_are_blank(source):
    """El hueco del estudiante es «nombre = ...» o «return ...»: así ⏳ se reconoce siempre."""
    for student, solved in zip(source.student, source.solved, strict=True):
        if student.cell_type == "code" and student.source != solved.source:
            stubs = set(student.source.splitlines()) - set(solved.source.splitlines())
            assert stubs
            for stub in stubs:
                assert re.search(r"(= \.\.\.|return \.\.\.)$", stub), stub


def test_cells_fit_on_a_screen(source):
    for cell in code(source):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        only_imports = all(re.match(r"(from|import|quiet_|#|\s|\))", line) for line in lines)
        short_enough = len(lines) <= MAX_CODE_LINES or only_imports or _only_data(cell)
        assert short_enough, cell.source
        assert max(map(len, lines)) <= MAX_CODE_WIDTH, cell.source


def _only_data(cell):
    """Si una celda no es más que una lista escrita: se repasa, no se lee línea a línea."""
    (first, *rest) = ast.parse(cell.source).body
    try:
        ast.literal_eval(first.value)
    except (AttributeError, ValueError):
        return False
    return not rest


def test_figures_read_on_paper(source):
    """Ninguna figura más ancha que WIDEST, y ninguna letra que en papel baje de 8 puntos."""
    for cell in code(source):
        widths, letters = [], []
        for name, value in _named_values(ast.parse(cell.source)):
            if name == "figsize":
                widths.append(ast.literal_eval(value)[0])
            elif name.endswith(("fontsize", "labelsize")) and isinstance(value, ast.Constant):
                letters.append(font_points(value.value))
        assert max(widths, default=0) <= WIDEST, f"más de {WIDEST} pulgadas:\n{cell.source}"
        for points in letters:
            real = on_paper(points, DPI * max(widths, default=WIDEST))
            assert real >= LEAST, f"{points:.3g} puntos, en papel {real:.2g}:\n{cell.source}"


def _named_values(tree):
    """Lo que se da por su nombre: ``f(nombre=valor)`` o ``{"nombre": valor}``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg:
            yield node.arg, node.value
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, value


def test_no_magics_no_shell_no_semicolon(source):
    for cell in code(source):
        for line in cell.source.splitlines():
            assert not re.match(r"\s*#?\s*[%!]\w", line), f"nbval no ve fallar un %magic: {line}"
        # nbval no compara una celda que acaba en «;».
        assert not cell.source.rstrip().endswith(";"), cell.source
        assert "plt.show()" not in cell.source


def test_ignored_outputs_say_why(source):
    for cell in code(source):
        if "nbval-ignore-output" in tags(cell):
            assert len(cell.metadata.get("reason", "")) > 10, cell.source
        assert "nbval-skip" not in tags(cell)
        assert "NBVAL" not in cell.source


def test_ignored_outputs_budget():
    cells = [cell for source in SOURCES.values() for cell in code(source)]
    ignored = [cell for cell in cells if "nbval-ignore-output" in tags(cell)]
    assert len(ignored) <= max(1, IGNORED_OUTPUT_BUDGET * len(cells))


def test_glossary(source):
    for cell in source.solved:
        if cell.cell_type != "markdown":
            continue
        for pattern, right in GLOSSARY_SLIPS.items():
            slip = re.search(pattern, prose(cell), re.IGNORECASE)
            assert not slip, f"«{slip[0]}»: escribimos «{right}».\n{cell.source[:300]}"


def test_one_word_for_one_thing(source):
    text = raw(source) + source.lesson.checks.read_text(encoding="utf-8")
    for pattern, right in ONE_WORD.items():
        slip = re.search(pattern, text, re.IGNORECASE)
        assert not slip, f"«{slip[0]}»: escribimos «{right}»"


def test_the_color_of_mistakes_is_called_orange(source):
    """#D55E00 es «naranja»; de lo que es rojo de verdad, RED dice qué es."""
    named = [cell.source for cell in source.solved if re.search(r"\broj[oa]s?\b", cell.source)]
    assert len(named) == len(RED.get(source.lesson.slug, ())), named


def test_readme_calls_it_orange_too():
    assert not re.search(r"\broj[oa]s?\b", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_images_have_alternative_text(source):
    for cell in markdown(source):
        for alternative in re.findall(r"!\[([^\]]*)\]\(", cell.source):
            assert len(alternative.split()) >= 3, "una imagen necesita un texto que la describa"
        assert "<img" not in cell.source


def test_teacher_notes(source):
    notes = [cell for cell in source.solved if "docente" in tags(cell)]
    assert len(notes) >= 2
    for note in notes:
        assert note.source.startswith(f"**{MARK}"), note.source[:80]


def test_questions_offer_their_letters(source):
    """Cada pregunta enseña exactamente las opciones que el corrector conoce."""
    text = "\n".join(cell.source for cell in markdown(source))
    for exercise_id, task in all_exercises().items():
        if not task.wrong_letters or not exercise_id.startswith(f"{source.lesson.number}."):
            continue
        name = exercise_id.rsplit(".", 1)[1]
        block = re.search(rf"\*\*{name}\.\*\*(.*?)(?=\n\*\*A\d|\Z)", text, re.DOTALL)
        assert block, exercise_id
        letters = re.findall(r"^- ([a-f])\) ", block[1], re.MULTILINE)
        assert letters == sorted("abcdef"[: len(task.wrong_letters) + 1]), exercise_id


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_its_checks_and_its_tests_say_its_number(lesson):
    """En una forma que renumber reconoce y cambia."""
    for path in (lesson.checks, lesson.tests):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert f"lección {lesson.number}" in first or lesson.stem in first, path


def test_the_words_of_a_library_are_not_printed(source):
    """Cambian de una versión a otra: de su error se imprime la clase y, si acaso, por qué."""
    if not any(re.search(LIBRARIES, cell.source, re.MULTILINE) for cell in code(source)):
        return  # los de Python son los que la lección enseña a leer
    printed = []
    for cell in code(source):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.ExceptHandler) and node.name:
                said = "\n".join(map(ast.unparse, node.body)).replace(f"type({node.name})", "")
                if re.search(rf"\b{node.name}\b", said):
                    printed.append(said)
    assert bool(printed) == (source.lesson.slug in PRINTED_ERRORS), printed


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_built_notebook(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.encode()) <= MAX_BYTES
    assert PLACEHOLDER not in text
    assert MARK not in text
    notebook = nbformat.reads(text, as_version=4)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            shown = str(output)
            assert output.get("name") != "stderr"
            picture = output.get("data", {}).get("image/png")
            if picture:  # su letra más pequeña, impresa en A4
                assert on_paper(SMALLEST, png_width(picture)) >= LEAST, cell.source
            page = output.get("data", {}).get("text/html")
            assert page is None or re.match(OWN_HTML, page), page[:300]
            assert not re.search(r"ipykernel_\d+|site-packages|0x[0-9a-f]{8,}", shown), shown[:300]
            for path_of_this_machine in (str(ROOT), "/tmp/", "/home/", "/root/", "C:\\Users"):
                assert path_of_this_machine not in shown


def test_no_solution_leaks():
    """Ninguna línea que solo esté en una solución aparece en un cuaderno de estudiante."""
    for source in SOURCES.values():
        visible = {
            line.strip()
            for cell in source.student
            if cell.cell_type == "code"
            for line in cell.source.splitlines()
        }
        visible |= {line.strip() for cell in markdown(source) for line in cell.source.splitlines()}
        secret = {line for line in source.solution_lines if len(line) > 3} - visible
        notebook = nbformat.read(source.lesson.notebook, as_version=4)
        for cell in notebook.cells:
            lines = {line.strip() for line in cell.source.splitlines()}
            leaked = lines & secret
            assert not leaked, f"{source.lesson.name}: {leaked}"
            assert "# >>>" not in cell.source
            assert "# <<<" not in cell.source
            assert "docente" not in tags(cell)
        for line in secret:
            outputs = [str(cell.get("outputs", "")) for cell in notebook.cells]
            assert not any(line in output for output in outputs if len(line) > 12), line


def test_sanitizer_masks_what_the_build_masks():
    config = (ROOT / "tests/notebooks/sanitize.cfg").read_text(encoding="ascii")
    assert re.findall(r"^regex: (.*)$", config, re.MULTILINE) == [APPROX.pattern]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("exactitud ≈ 0.891", "exactitud APROX"),
        ("≈ -1.5e-07 y ≈  12 s", "APROX y APROX s"),
        ("RMSE ≈ 1.43 ± 0.29 km/l", "RMSE APROX km/l"),
        # El relleno de una columna depende de cuántas cifras tenga el número.
        ("≈ 76    ≈ 159\n", "APROX APROX\n"),
        ("≈ 159   ≈ 76 \n", "APROX APROX\n"),
        ("exactitud 0.891", "exactitud 0.891"),
        ("0.97 ± 0.03", "0.97 ± 0.03"),
        ("¿Supera 0.88? True", "¿Supera 0.88? True"),
    ],
)
def test_sanitizer(text, masked):
    assert APPROX.sub("APROX", text) == masked
