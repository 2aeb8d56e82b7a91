"""renumber: mover, partir e intercambiar lecciones cambia todo lo que las nombra, y nada más."""

import json
import re
import shutil

import nbformat
import pytest
from toy_course import DECIMALS, files, make_course, solutions

from authoring import build
from authoring.__main__ import main
from authoring.errors import AuthoringError
from authoring.lessons import ROOT, find_lessons
from authoring.notebooks import Source, without_outputs
from authoring.renumber import move, renumber, split
from authoring.toc import TOC

MODULES = {
    "inicio": None,
    "alfa": ["uno", "dos", "tres"],
    "beta": ["cuatro", "cinco"],
    "gama": ["seis"],
}
MANY = {f"m{i}": [f"l{i}"] for i in range(10)} | {"ultimo": [f"z{i}" for i in range(1, 12)]}


@pytest.fixture
def course(tmp_path):
    return make_course(tmp_path / "curso", MODULES)


def read(root, path):
    return (root / path).read_text(encoding="utf-8")


def slugs(root):
    return [lesson.slug for lesson in find_lessons(root=root)]


def edit_toc(root, old, new):
    text = read(root, TOC)
    assert old in text
    (root / TOC).write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def cell_ids(root, names=()):
    return {
        lesson.slug: [cell["id"] for cell in Source(lesson).solved]
        for lesson in find_lessons(names, root)
    }


def test_move_within_a_module(course):
    said = move("1.3", "1.1", course)
    assert said[:3] == ["1.3 → 1.1  tres", "1.1 → 1.2  uno", "1.2 → 1.3  dos"]
    assert slugs(course) == ["inicio", "tres", "uno", "dos", "cuatro", "cinco", "seis"]
    text = read(course, "lessons/01_alfa/01_02_uno.py")
    assert "# # 1.2 · Título de uno" in text
    assert "### Ejercicio 1.2.1" in text
    assert 'check("1.2.A1"' in text
    assert "como en la lección 1.3\n" in text  # dos, que era la 1.2
    assert "la lección {{dos}} y el módulo {{modulo:alfa}}" in text
    checks = read(course, "course_utils/exercises/lesson_01_02.py")
    assert "Comprobaciones de la lección 1.2, uno" in checks
    assert (
        'hints=("Mira la lección "\n    "1.3, o las lecciones 1.3 y 1.2.", \'hint("1.2.1")\''
        in checks
    )
    assert '"1.2.A1"' in checks
    tests = read(course, "tests/exercises/test_lesson_01_02.py")
    assert 'make_contract("lesson_01_02", GOOD' in tests
    assert '{"1.2.1": [(2.1,), (1.2,)]}' in tests


def test_move_to_another_module_and_over_the_limits(course):
    (course / "NOTAS.md").write_text("lessons/01_alfa/01_03_tres.py, 01_alfa", encoding="utf-8")
    move("1.3", "2.3", course)
    assert read(course, "NOTAS.md") == "lessons/02_beta/02_03_tres.py, 01_alfa"
    assert (course / "lessons/02_beta/02_03_tres.py").exists()
    assert not (course / "lessons/01_alfa/01_03_tres.py").exists()
    assert (course / "notebooks/soluciones/02_beta/02_03_tres.ipynb").exists()
    assert (course / "tests/exercises/test_lesson_02_03.py").exists()
    assert not (course / "course_utils/exercises/lesson_01_03.py").exists()
    for old, new, message in (
        ("9.9", "1.1", "no hay módulo 9"),
        ("1.9", "1.1", "No hay ninguna lección 1.9"),
        ("1.1", "2.5", "de la 1 a la 4"),
        ("1.1", "2.0", "de la 1 a la 4"),
        ("0.0", "1.1", "lección suelta"),
        ("3.1", "1.1", "se quedaría vacío"),
        ("1", "2.1", "no es el número de una lección"),
    ):
        before = files(course)
        with pytest.raises(AuthoringError, match=message):
            move(old, new, course)
        assert files(course) == before


def test_nothing_is_lost_and_every_id_follows(course):
    before = files(course)
    move("1.1", "2.2", course)
    assert len(files(course)) == len(before)
    expected = {f"{lesson.number}.{n}" for lesson in find_lessons(root=course) for n in ("1", "A1")}
    assert set(solutions(course)) == expected
    for lesson in find_lessons(root=course):
        for path in (lesson.source, lesson.notebook, lesson.solved, lesson.checks, lesson.tests):
            text = path.read_text(encoding="utf-8")
            ids = set(re.findall(r"(?<![\d.])(\d+\.\d+)\.(?:1|A1)\b", text.replace(DECIMALS, "")))
            assert ids == {lesson.number}, path


def test_the_order_edited_by_hand(course):
    # Dos módulos cambiados de sitio, y dos lecciones de uno de ellos.
    beta = (
        "  - carpeta: beta\n    titulo: Título de beta\n    lecciones:\n    - cuatro\n    - cinco\n"
    )
    edit_toc(course, beta, "")
    edit_toc(course, "  - carpeta: alfa", beta + "  - carpeta: alfa")
    edit_toc(course, "    - cuatro\n    - cinco\n", "    - cinco\n    - cuatro\n")
    with pytest.raises(AuthoringError, match="renumber"):
        find_lessons(root=course)
    renumber(course)
    numbers = {lesson.slug: lesson.number for lesson in find_lessons(root=course)}
    assert (numbers["cinco"], numbers["cuatro"], numbers["uno"]) == ("1.1", "1.2", "2.1")
    readme = read(course, "README.md")
    assert "la lección 2.2; el módulo 2 está en `lessons/02_alfa/`" in readme
    assert 'hint("2.2.1")' in readme
    assert "[1.1 · Título de cinco](notebooks/01_beta/01_01_cinco.ipynb)" in readme
    assert read(course, "pyproject.toml").startswith("# La lección 2.1, y nada más.")


def test_a_module_with_another_name(course):
    edit_toc(course, "carpeta: beta", "carpeta: delta")
    renumber(course)
    assert "{{modulo:delta}}" in read(course, "lessons/01_alfa/01_03_tres.py")
    assert (course / "lessons/02_delta/02_01_cuatro.py").exists()
    assert not (course / "lessons/02_beta").exists()
    assert not (course / "notebooks/soluciones/02_beta").exists()


def test_a_file_in_the_wrong_folder(course):
    (course / "lessons/01_alfa/01_02_dos.py").rename(course / "lessons/02_beta/01_02_dos.py")
    renumber(course)
    assert slugs(course) == ["inicio", "uno", "dos", "tres", "cuatro", "cinco", "seis"]


def test_split(course):
    edit_toc(course, "titulo: Título de alfa\n", "titulo: Título de alfa\n    ejercicios: 5\n")
    split("1.2", "nuevo", "Título de nuevo", course)
    lessons = find_lessons(root=course)
    numbers = {lesson.slug: lesson.name for lesson in lessons}
    # Lo que se pedía a las lecciones del módulo se les sigue pidiendo.
    assert {each.slug for each in lessons if each.minimum == (5, 0)} == {"uno", "dos", "tres"}
    assert numbers["uno"] == "01_alfa/01_01_uno"
    assert numbers["dos"] == "02_nuevo/02_01_dos"
    assert numbers["tres"] == "02_nuevo/02_02_tres"
    assert numbers["cuatro"] == "03_beta/03_01_cuatro"
    assert '"2.1.1"' in read(course, "course_utils/exercises/lesson_02_01.py")
    assert "**Módulo 2 · Título de nuevo**" in read(course, "README.md")
    for number, slug, message in (
        ("1.1", "otro", "No se puede partir por 1.1"),
        ("3.3", "otro", "No se puede partir por 3.3"),
        ("3.2", "alfa", "Ya hay un módulo «alfa»"),
        ("3.2", "Alfa", "no sirve de nombre"),
    ):
        with pytest.raises(AuthoringError, match=message):
            split(number, slug, "Título", course)


def test_numbers_over_nine(tmp_path):
    course = make_course(tmp_path / "curso", MANY)
    before = files(course)
    move("10.2", "10.11", course)
    assert (course / "lessons/10_ultimo/10_11_z2.py").exists()
    assert '"10.10.A1"' in read(course, "course_utils/exercises/lesson_10_10.py")  # z11
    assert "Título de z11" in read(course, "lessons/10_ultimo/10_10_z11.py")
    # 1.1 no es un trozo de 10.11, ni 0.1 de 10.1.
    assert read(course, "lessons/01_m1/01_01_l1.py") == before["lessons/01_m1/01_01_l1.py"].decode()
    move("10.11", "10.2", course)
    assert files(course) == before


def test_what_is_not_a_reference_stays(course):
    (course / "course_utils/exercises/lesson_01_03.py").write_text(
        text
        := '"""Vale 1.1; de 1.1 a 1.2; numpy 1.1.1, "pandas": "1.1.1", 1.1.1.1 y x1.1.1; v1.1.1; '
        "1.1.77; lección 1.10; lecciones 9.1 y 1.1.2b; `lesson_01`, lesson_01_010, módulo 1.5, "
        '01_01_unos, x_01_01_uno."""\n',
        encoding="utf-8",
    )
    move("1.1", "1.2", course)
    assert read(course, "course_utils/exercises/lesson_01_03.py") == text
    for lesson in find_lessons(root=course):
        source = lesson.source.read_text(encoding="utf-8")
        assert "Pesa 2.1 kg, de 1.2 a 2.5." in source
        assert source.endswith(DECIMALS)
    readme = read(course, "README.md")
    assert "numpy 2.3.1" in readme
    assert 'dependencies = ["numpy>=1.1.1", "torch==2.1.1"]' in read(course, "pyproject.toml")


def test_lists_of_lessons_and_of_modules(course):
    path = course / "CONTRIBUTING.md"
    path.write_text(
        "Las lecciones 1.1, 2.1 y 2.2, la 1.2 y las 1.1 o 1.3; los módulos 1, 2 y 3; la "
        "lección\n1.3.\n"
        "`lessons/02_beta/02_01_cuatro.py`, 02_02_cinco, `lesson_02_01` y notebooks/02_beta.\n",
        encoding="utf-8",
    )
    split("1.2", "nuevo", "Nuevo", course)
    assert path.read_text(encoding="utf-8") == (
        "Las lecciones 1.1, 3.1 y 3.2, la 2.1 y las 1.1 o 2.2; los módulos 1, 3 y 4; la "
        "lección\n2.2.\n"
        "`lessons/03_beta/03_01_cuatro.py`, 03_02_cinco, `lesson_03_01` y notebooks/03_beta.\n"
    )


def test_notebooks_keep_their_outputs_and_their_ids(course):
    path = course / "notebooks/01_alfa/01_03_tres.ipynb"
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, start=1):
        cell["execution_count"] = number
    code[-1]["outputs"] = [
        nbformat.v4.new_output("stream", text="✅ Ejercicio 1.3.1 · correcto, 1.3 de 2.1\n"),
        nbformat.v4.new_output("display_data", {"image/png": "1.3.1 no se lee"}),
    ]
    path.write_text(build.to_text(notebook), encoding="utf-8", newline="\n")
    ids = cell_ids(course)
    move("1.3", "2.1", course)
    assert cell_ids(course) == ids
    moved = nbformat.read(course / "notebooks/02_beta/02_01_tres.ipynb", as_version=4)
    assert [cell["id"] for cell in moved.cells] == [cell["id"] for cell in notebook.cells]
    assert moved.cells[0].source.startswith("# 2.1 · Título de tres")
    last = moved.cells[-1]
    assert last.outputs[0].text == "✅ Ejercicio 2.1.1 · correcto, 1.3 de 2.1\n"
    assert last.outputs[1].data["image/png"] == "1.3.1 no se lee"
    assert last.execution_count == len(code)
    # Lo que el constructor pondría ahora tiene el mismo código: no hay que volver a ejecutarlo.
    lesson = next(each for each in find_lessons(root=course) if each.slug == "tres")
    student = [c.source for c in Source(lesson).student if c.cell_type == "code"]
    assert [c.source for c in without_outputs(moved).cells if c.cell_type == "code"][1:] == student


def test_doing_it_again_changes_nothing(course):
    move("1.3", "2.1", course)
    before = files(course)
    assert renumber(course) == []
    assert files(course) == before


@pytest.mark.parametrize(
    ("there", "back"), [(("1.3", "2.1"), ("2.1", "1.3")), (("1.1", "1.3"), ("1.3", "1.1"))]
)
def test_there_and_back(course, there, back):
    before = files(course)
    move(*there, course)
    assert files(course) != before
    move(*back, course)
    assert files(course) == before


def test_the_real_course_there_and_back(tmp_path, monkeypatch):
    """Los textos del curso de verdad: una pasa a ser la 4.1, y vuelve, sin perder un byte."""
    # Lo que sale de leer las lecciones se prueba arriba; leer las del curso entero tarda mucho.
    monkeypatch.setattr(build, "write_derived", lambda root: None)
    monkeypatch.setattr(build, "up_to_date", lambda *lessons_and_root: set())
    (lesson,) = find_lessons(["fashion_mnist"])
    pushed = [each.slug for each in find_lessons(["4"]) if each.numbers < lesson.numbers]
    for pattern in ("*.md", "*.py", "*.toml", "Makefile"):
        for path in ROOT.glob(pattern):
            shutil.copy(path, tmp_path)
    ignore = shutil.ignore_patterns("__pycache__", "*.gz", "*.csv", ".ipynb_checkpoints")
    for folder in (
        "lessons",
        "notebooks",
        "course_utils",
        "tests",
        "benchmarks",
        "data",
        "authoring",
    ):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    before = files(tmp_path)
    ids = cell_ids(tmp_path, ["fashion_mnist", "digitos"])
    move(lesson.number, "4.1", tmp_path)
    assert cell_ids(tmp_path, ["fashion_mnist", "digitos"]) == ids
    assert "# # 4.1 · Fashion" in read(tmp_path, "lessons/04_fashion_mnist/04_01_fashion_mnist.py")
    assert 'hint("4.1.1")' in read(tmp_path, "README.md")
    changed = {path for path, content in files(tmp_path).items() if before.get(path) != content}
    # Las demás lecciones nombran a las que se mueven por su nombre: ni una cambia.
    assert {path for path in changed if path.startswith("lessons/")} == {
        str(TOC.as_posix()),
        *(
            f"lessons/04_fashion_mnist/04_0{n}_{slug}.py"
            for n, slug in enumerate(("fashion_mnist", *pushed), start=1)
        ),
    }
    move("4.1", lesson.number, tmp_path)
    assert files(tmp_path) == before


def test_nothing_is_touched_when_something_is_wrong(course):
    extra = course / "lessons/01_alfa/01_04_suelta.py"
    extra.write_text("", encoding="utf-8")
    before = files(course)
    with pytest.raises(AuthoringError, match=r"No se ha tocado nada.*01_04_suelta"):
        move("1.1", "1.2", course)
    extra.unlink()
    (course / "lessons/01_alfa/01_03_tres.py").unlink()
    with pytest.raises(AuthoringError, match=r"«tres» está en lessons/toc\.yml y no tiene archivo"):
        move("1.1", "1.2", course)
    (course / "lessons/01_alfa/01_03_tres.py").write_bytes(before["lessons/01_alfa/01_03_tres.py"])
    stale = course / "tests/exercises/test_lesson_02_03.py"
    stale.write_text("# de una lección que se borró", encoding="utf-8")
    with pytest.raises(AuthoringError, match=r"test_lesson_02_03\.py ya existe"):
        move("1.1", "2.1", course)
    stale.unlink()
    del before[extra.relative_to(course).as_posix()]
    assert files(course) == before


def test_the_comment_of_the_order_is_kept(course):
    move("1.1", "1.2", course)
    assert read(course, TOC).startswith("# El orden.\npartes:\n")


def test_command_line(monkeypatch, capsys):
    called = []
    for name in ("move", "split", "renumber"):
        monkeypatch.setattr(f"authoring.renumber.{name}", lambda *a, n=name: called.append((n, *a)))
    main(["renumber", "4.4", "5.1"])
    main(["renumber", "--split", "4.3", "nuevo", "Título"])
    main(["renumber"])
    assert called == [
        ("move", "4.4", "5.1"),
        ("split", "4.3", "nuevo", "Título"),
        ("renumber",),
    ]
    assert "Todo sigue ya el orden" in capsys.readouterr().out
    for wrong in (["4.4"], ["1.1", "1.2", "1.3"], ["1.1", "1.2", "--split", "4.3", "a", "A"]):
        assert main(["renumber", *wrong]) == 1
        assert "Se espera de dónde y adónde" in capsys.readouterr().err
    assert len(called) == 3


def test_solutions_are_in_the_same_form(course):
    move("1.1", "1.2", course)
    text = read(course, build.SOLUTIONS)
    assert (
        text == json.dumps(solutions(course), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    )
