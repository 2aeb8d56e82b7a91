"""El orden: de ``toc.yml`` a las lecciones, y lo que pasa cuando los archivos dicen otra cosa."""

import subprocess

import pytest
from toy_course import make_course

from authoring.course_map import course_map
from authoring.errors import AuthoringError
from authoring.lessons import ROOT, find_lessons, planned_lessons
from authoring.project import published
from authoring.toc import TOC, dump_toc, load_toc, parse_toc

MODULES = {"inicio": None, "alfa": ["uno", "dos"], "beta": ["tres", "beta"]}

LONG = """\
partes:
- titulo: Parte I
  modulos:
  - carpeta: inicio
    titulo: Empieza
{modules}
- titulo: Parte II
  modulos:
  - carpeta: ultimo
    titulo: El último
    necesita: [torch]
    extra: pytorch
    ejercicios: 5
    preguntas: 3
    lecciones:
{lessons}
- titulo: Parte III
  modulos: []
"""
LONG = LONG.format(
    modules="\n".join(
        f"  - carpeta: m{i}\n    titulo: M{i}\n    lecciones: [l{i}]" for i in range(1, 10)
    ),
    lessons="\n".join(f"    - z{i}" for i in range(1, 12))
    + "\n    - nombre: z12\n      ejercicios: 9\n      informe: true",
)


@pytest.fixture
def course(tmp_path):
    return make_course(tmp_path / "curso", MODULES)


def test_the_real_file_is_written_as_renumber_writes_it():
    """Así mover una lección cambia una línea, no el archivo entero."""
    assert dump_toc(load_toc(ROOT)) == (ROOT / TOC).read_text(encoding="utf-8")


def test_numbers_come_from_the_position_and_pass_nine():
    lessons = planned_lessons(parse_toc(LONG))
    last = lessons[-1]
    assert (last.number, last.numbers, last.label) == ("10.12", (10, 12), "10.12")
    assert last.name == "10_ultimo/10_12_z12"
    assert last.source == ROOT / "lessons/10_ultimo/10_12_z12.py"
    assert last.solved == ROOT / "notebooks/soluciones/10_ultimo/10_12_z12.ipynb"
    assert last.checks == ROOT / "course_utils/exercises/lesson_10_12.py"
    assert last.tests == ROOT / "tests/exercises/test_lesson_10_12.py"
    assert [lesson.number for lesson in lessons[-4:]] == ["10.9", "10.10", "10.11", "10.12"]
    assert (last.module, last.module_title, last.part_title) == ("ultimo", "El último", "Parte II")


def test_a_lesson_alone_is_number_zero_of_its_module():
    first = planned_lessons(parse_toc(LONG))[0]
    assert (first.name, first.number, first.label) == ("00_inicio", "0.0", "0")
    assert first.checks.name == "lesson_00_00.py"


def test_facts_of_a_lesson_are_its_own_or_its_module_s():
    *_, before, last = planned_lessons(parse_toc(LONG))
    assert before.minimum == (5, 3)
    assert last.minimum == (9, 3)
    assert before.requires == last.requires == (("torch",), "pytorch")
    assert (before.is_report, last.is_report) == (False, True)
    assert planned_lessons(parse_toc(LONG))[0].requires is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("partes:", "partes: [", "no es YAML"),
        ("partes:", "modulos:", "no conozco «modulos»"),
        ("titulo: M3", "titul: M3", "no conozco «titul»"),
        ("    titulo: M3\n", "", "falta «titulo»"),
        ("titulo: M3", "titulo: ''", "título de «m3»"),
        ("carpeta: m3", "carpeta: 03_m3", "«03_m3» no sirve de nombre"),
        ("- z4", "- Zorro", "«Zorro» no sirve de nombre"),
        ("- z4", "- z5", "dos lecciones se llaman «z5»"),
        ("carpeta: m3", "carpeta: m4", "dos módulos se llaman «m4»"),
        ("[l3]", "[]", "«m3» no tiene ninguna lección"),
        ("[l3]", "l3", "debe ser una lista"),
        ("ejercicios: 9", "ejercicios: nueve", "«ejercicios» de «z12» debe ser un número entero"),
        ("ejercicios: 9", "ejercicios: true", "debe ser un número entero"),
        ("informe: true", "informe: 1", "debe ser true o false"),
        ("    necesita: [torch]\n", "", "«extra» sin «necesita»"),
        ("    extra: pytorch\n", "", "«necesita» sin «extra»"),
        ("necesita: [torch]", "necesita: torch", "«necesita» de «ultimo» debe ser una lista"),
    ],
)
def test_mistakes_in_the_file_are_said(old, new, message):
    assert old in LONG
    with pytest.raises(AuthoringError, match="(?s)" + message):
        parse_toc(LONG.replace(old, new, 1))


def test_without_the_file(tmp_path):
    with pytest.raises(AuthoringError, match=r"Falta lessons/toc\.yml"):
        find_lessons(root=tmp_path)


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["1.2"], ["1.2"]),
        (["1"], ["1.1", "1.2"]),
        (["módulo 2"], ["2.1", "2.2"]),
        (["Modulo 2"], ["2.1", "2.2"]),
        (["0"], ["0.0"]),
        (["0.0"], ["0.0"]),
        (["tres"], ["2.1"]),
        (["beta"], ["2.2"]),  # la lección, no el módulo del mismo nombre
        (["02_01_tres"], ["2.1"]),
        (["lessons/02_beta/02_01_tres.py"], ["2.1"]),
        (["notebooks/00_inicio.ipynb"], ["0.0"]),
        (["2", "1.1", "2.1"], ["1.1", "2.1", "2.2"]),  # una vez cada una, en el orden del curso
    ],
)
def test_find_lessons(course, names, numbers):
    assert [lesson.number for lesson in find_lessons(names, course)] == numbers


@pytest.mark.parametrize("name", ["9.9", "3", "módulo 3", "nada", "1.", "tres.txt"])
def test_find_lessons_that_do_not_exist(course, name):
    with pytest.raises(AuthoringError, match=r"«.+». Están: 0\.0, 1\.1, 1\.2, 2\.1, 2\.2"):
        find_lessons([name], course)


def test_a_file_that_nobody_lists(course):
    (course / "lessons" / "suelta.py").write_text("", encoding="utf-8")
    with pytest.raises(AuthoringError, match=r"lessons/suelta\.py: no está en lessons/toc\.yml"):
        find_lessons(root=course)


def test_a_lesson_without_file(course):
    (course / "lessons/01_alfa/01_02_dos.py").unlink()
    with pytest.raises(AuthoringError, match=r"01_02_dos\.py: está en lessons/toc\.yml y no exi"):
        find_lessons(root=course)


@pytest.mark.parametrize("wrong", ["01_alfa/01_03_dos.py", "02_alfa/01_02_dos.py", "01_02_dos.py"])
def test_a_number_that_is_not_its_place(course, wrong):
    right = course / "lessons/01_alfa/01_02_dos.py"
    (course / "lessons" / wrong).parent.mkdir(exist_ok=True)
    right.rename(course / "lessons" / wrong)
    with pytest.raises(AuthoringError, match=r"(?s)01_02_dos\.py.*python -m authoring renumber"):
        find_lessons(root=course)


def test_two_files_of_the_same_lesson(course):
    text = (course / "lessons/01_alfa/01_02_dos.py").read_text(encoding="utf-8")
    (course / "lessons/01_alfa/01_03_dos.py").write_text(text, encoding="utf-8")
    with pytest.raises(AuthoringError, match=r"01_03_dos\.py: no está"):
        find_lessons(root=course)


def test_map_by_modules_and_parts(course):
    table = course_map(find_lessons(root=course), published(course))
    rows = [row.split(" | ")[0].removeprefix("| ") for row in table.splitlines()[2:]]
    assert rows == [
        "[0 · Título de inicio](00_inicio.ipynb)",
        "**Módulo 1 · Título de alfa**",
        "[1.1 · Título de uno](01_alfa/01_01_uno.ipynb)",
        "[1.2 · Título de dos](01_alfa/01_02_dos.ipynb)",
        "**Módulo 2 · Título de beta**",
        "[2.1 · Título de tres](02_beta/02_01_tres.ipynb)",
        "[2.2 · Título de beta](02_beta/02_02_beta.ipynb)",
    ]
    toc = (course / TOC).read_text(encoding="utf-8")
    second = "- titulo: Parte II\n  modulos:\n  - carpeta: beta"
    (course / TOC).write_text(toc.replace("  - carpeta: beta", second), encoding="utf-8")
    table = course_map(find_lessons(root=course), published(course))
    assert "| **Parte I** | |\n| [0 ·" in table
    assert "| **Parte II** | |\n| **Módulo 2 ·" in table


# Una carpeta de las que salen al descomprimir un ZIP descargado, en un equipo de una universidad.
WINDOWS_FOLDER = (
    "C:\\Users\\nombre.apellido.compuesto\\OneDrive - Universidad Nacional\\Documentos\\"
    "Aprendizaje automático 2026\\curso-ml-es-main\\curso-ml-es-main\\"
)
WINDOWS_LIMIT = 260  # MAX_PATH, con el carácter que cierra el texto


def test_paths_fit_in_windows():
    """También la copia que Jupyter guarda de cada cuaderno, y la página de ``make curso``."""
    assert len(WINDOWS_FOLDER) >= 120
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    if tracked.returncode:
        pytest.skip("sin git no se sabe qué archivos son del curso")
    paths = [path for path in tracked.stdout.split("\0") if path]
    assert "README.md" in paths
    for path in list(paths):
        if path.endswith(".ipynb"):
            folder, _, name = path.rpartition("/")
            paths.append(f"{folder}/.ipynb_checkpoints/{name[:-6]}-checkpoint.ipynb")
            paths.append(path.replace("notebooks/", "build/curso/", 1).replace(".ipynb", ".html"))
    longest = max(paths, key=len)
    assert len(WINDOWS_FOLDER) + len(longest) < WINDOWS_LIMIT, longest
