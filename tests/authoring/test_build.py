"""El constructor, sobre un curso de juguete: qué ejecuta, qué conserva y qué rechaza."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import psutil
import pytest

from authoring import build, project
from authoring.__main__ import main
from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.notebooks import unfolded
from authoring.outputs import clean, say_the_same
from authoring.renumber import move
from authoring.run import NotebookFailed, run_notebook

LESSON = """\
# %% [markdown]
# # 0 · Una lección de prueba
#
# {{mapa}}

# %%
from course_utils import check

# %% [markdown] tags=["docente"]
# **5 min.** Solo para quien enseña.

# %% tags=["ejercicio"]
# >>> visitas = ...
visitas = 5
# <<<

# %%
check("0.0.2", visitas)

# %% [markdown]
# **Predice:** ¿qué número saldrá?

# %%
import random
print(f"≈ {random.random():.6f}")
"""

# Para la huella; al ejecutarse, el cuaderno usa el paquete de verdad.
PACKAGE = {
    "__init__.py": '_PUBLIC = {"check": "exercises"}\n',
    "exercises/__init__.py": "from .core import check\n",
    "exercises/core.py": "def check():\n    return 1\n\n\ndef hint():\n    return 1\n",
}

PYPROJECT = """\
[project.urls]
Repository = "https://github.com/USUARIO/curso-ml-es"

[tool.course]
ref = "main"
"""


TOC = """\
partes:
- titulo: Parte I
  modulos:
  - carpeta: inicio
    titulo: Una lección de prueba
"""


TWO_MORE = """\
  - carpeta: uno
    titulo: Módulo uno
    lecciones:
    - una
    - otra
"""


@pytest.fixture
def course(tmp_path):
    """Un curso mínimo, sin construir, en una carpeta con espacios y eñe."""
    root = tmp_path / "curso de María ñ"
    (root / "lessons").mkdir(parents=True)
    for path, text in PACKAGE.items():
        (root / "course_utils" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "course_utils" / path).write_text(text, encoding="utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "README.md").write_text(
        "# Curso USUARIO/curso-ml-es\n<!-- lecciones -->\n<!-- fin de lecciones -->\n",
        encoding="utf-8",
    )
    (root / "lessons" / "toc.yml").write_text(TOC, encoding="utf-8")
    (root / "lessons" / "00_inicio.py").write_text(LESSON, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def built_notebooks():
    """Donde la primera prueba que construye de verdad deja lo construido para las demás."""
    return {}


@pytest.fixture
def built(course, built_notebooks):
    """El mismo curso, construido: solo se ejecuta de verdad la primera vez."""
    if not built_notebooks:
        build.build(root=course)
        for path in [*course.rglob("*.ipynb"), course / "README.md", course / build.SOLUTIONS]:
            built_notebooks[path.relative_to(course)] = path.read_bytes()
    for path, content in built_notebooks.items():
        (course / path).parent.mkdir(parents=True, exist_ok=True)
        (course / path).write_bytes(content)
    return course


def edit_lesson(root, old, new):
    path = root / "lessons" / "00_inicio.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text.replace(old, new))


def read(root, solved=False):
    lesson = find_lessons(root=root)[0]
    return nbformat.read(lesson.solved if solved else lesson.notebook, as_version=4)


def source_of(notebook):
    return "\n".join(cell.source for cell in notebook.cells)


def files(root):
    paths = sorted((root / "notebooks").rglob("*.ipynb"))
    return {p: p.read_bytes() for p in [*paths, root / "README.md"]}


def test_builds_both_notebooks_with_their_outputs(built):
    student, solved = read(built), read(built, solved=True)
    assert "visitas = ..." in source_of(student)
    assert "visitas = 5" not in source_of(student)
    assert "quien enseña" not in source_of(student)
    assert "visitas = 5" in source_of(solved)
    assert "> 🎓 **Para quien enseña**\n>\n> **5 min.** Solo" in source_of(solved)
    assert "⏳" in str(student.cells)
    assert "✅" in str(solved.cells)
    assert all(c.execution_count for c in student.cells if c.cell_type == "code")
    assert build.check(root=built) == []
    solutions = json.loads((built / build.SOLUTIONS).read_text(encoding="utf-8"))
    assert solutions == {"0.0.2": "visitas = 5"}


def test_only_the_blank_notebook_folds_what_answers_a_prediction(built, monkeypatch):
    student, solved = read(built), read(built, solved=True)
    (answer,) = [cell for cell in student.cells if cell.metadata.get("collapsed")]
    assert "random.random" in answer.source
    assert answer.metadata["jupyter"] == {"outputs_hidden": True}
    cover, shown = answer.outputs
    assert cover.data == {}
    assert "≈" in shown.text
    assert "collapsed" not in str(solved.cells)
    # Uno de antes, sin plegar, se pone al día sin ejecutarlo.
    (lesson,) = find_lessons(root=built)
    before = files(built)
    for key in ("collapsed", "jupyter"):
        del answer.metadata[key]
    answer.outputs.remove(cover)
    nbformat.write(student, lesson.notebook)
    assert build.check(root=built) == [
        "notebooks/00_inicio.ipynb no pliega las salidas que responden a sus «Predice»."
    ]
    monkeypatch.setattr(build, "run_notebook", lambda *a, **k: pytest.fail("lo ha ejecutado"))
    build.mark_up_to_date([lesson], root=built)
    assert files(built) == before
    assert build.check(root=built) == []


def test_badge_setup_cell_and_map_name_the_repository(built):
    text = source_of(read(built))
    colab = "https://colab.research.google.com/github/USUARIO/curso-ml-es/blob/main/notebooks/"
    badge = "[![Abrir en Colab](../docs/imagenes/abrir-en-colab.svg)]"
    assert f"{badge}({colab}00_inicio.ipynb)" in text
    assert '"https://github.com/USUARIO/curso-ml-es"' in text
    badge = badge.replace("../", "../../")
    assert f"{badge}({colab}soluciones/00_inicio.ipynb)" in source_of(read(built, solved=True))
    assert "notebooks/00_inicio.ipynb" in (built / "README.md").read_text(encoding="utf-8")


def test_second_build_runs_nothing_and_keeps_every_byte(built, monkeypatch):
    before = files(built)
    monkeypatch.setattr(build, "run_notebook", lambda *a, **k: pytest.fail("lo ha ejecutado"))
    build.build(root=built)
    assert files(built) == before


def test_running_again_keeps_outputs_that_only_differ_in_approximate_numbers(built):
    before = files(built)
    build.build(everything=True, root=built)
    assert files(built) == before


def test_other_code_never_keeps_old_numbers(built):
    # La celda del número no cambia, pero otra sí: el «≈» guardado podría ser de otros datos.
    numbers = outputs_with(read(built), "≈")
    edit_lesson(built, "import check\n", "import check  # corrige\n")
    build.build(root=built)
    assert outputs_with(read(built), "≈") != numbers


def outputs_with(notebook, sign):
    shown = [str(cell.get("outputs", "")) for cell in notebook.cells]
    return [text for text in shown if sign in text]


def test_prose_changes_do_not_run_anything(built, monkeypatch):
    monkeypatch.setattr(build, "run_notebook", lambda *a, **k: pytest.fail("lo ha ejecutado"))
    edit_lesson(built, "Solo para quien enseña", "Otra nota")
    assert build.check(root=built) == [
        "notebooks/soluciones/00_inicio.ipynb no coincide con lessons/00_inicio.py."
    ]
    build.build(root=built)
    assert build.check(root=built) == []
    assert "✅" in str(read(built, solved=True).cells)


@pytest.mark.parametrize("change", ["lesson", "package"])
def test_code_changes_run_the_notebook_again(built, monkeypatch, change):
    if change == "lesson":
        edit_lesson(built, ":.6f", ":.5f")
    else:
        edit_package(built, "def check():\n    return 1", "def check():\n    return 2")
    ran = []
    monkeypatch.setattr(build, "run_notebook", lambda nb, *a, **k: ran.append(nb) or _fake_run(nb))
    build.build(root=built)
    assert len(ran) == 1, "un núcleo ejecuta los dos"


def test_a_change_that_the_notebook_cannot_reach_runs_nothing(built, monkeypatch):
    monkeypatch.setattr(build, "run_notebook", lambda *a, **k: pytest.fail("lo ha ejecutado"))
    edit_package(built, "def hint():\n    return 1", "def hint():\n    return 2")
    edit_package(built, "def check():\n", 'def check():\n    """Comprueba."""  # y lo dice\n')
    build.build(root=built)


NUMBERED = """\
# %% [markdown]
# # 1.{n} · Una

# %%
from course_utils import check

# %% tags=["ejercicio"]
# >>> visitas = ...
visitas = {n}
# <<<

# %%
check("1.{n}.1", visitas)
"""
CHECKS = """\
from .core import exercise


@exercise("1.{n}.1")
def check_visits(visits):
    return visits == {n}
"""


def test_another_number_runs_nothing(course, monkeypatch):
    monkeypatch.setattr(build, "run_notebook", lambda nb, *a, **k: _fake_run(nb))
    toc = TOC + "  - carpeta: uno\n    titulo: Uno\n    lecciones: [primera, segunda]\n"
    (course / "lessons/toc.yml").write_text(toc, encoding="utf-8")
    edit_package(course, "def hint", "def exercise(name):\n    return name\n\n\ndef hint")
    (course / "lessons/01_uno").mkdir()
    for n, slug in ((1, "primera"), (2, "segunda")):
        lesson, checks = f"lessons/01_uno/01_0{n}_{slug}.py", f"exercises/lesson_01_0{n}.py"
        (course / lesson).write_text(NUMBERED.format(n=n), encoding="utf-8")
        (course / "course_utils" / checks).write_text(CHECKS.format(n=n), encoding="utf-8")
    build.build(root=course)
    # La segunda, además, ha cambiado: esa sí se repetirá.
    path = course / "course_utils/exercises/lesson_01_02.py"
    path.write_text(CHECKS.format(n=2).replace("==", ">="), encoding="utf-8")
    move("1.2", "1.1", root=course)
    assert len(build.check(root=course)) == 0
    ran = []
    monkeypatch.setattr(build, "run_notebook", lambda nb, *a, **k: ran.append(nb) or _fake_run(nb))
    build.build(root=course)
    assert ["1.1.1" in str(notebook.cells) for notebook in ran] == [True]


def edit_package(root, old, new):
    path = root / "course_utils" / "exercises" / "core.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _fake_run(notebook):
    for number, cell in enumerate(c for c in notebook.cells if c.cell_type == "code"):
        cell["execution_count"] = number + 1


def test_inserting_a_cell_does_not_renumber_the_others(built):
    before = [cell["id"] for cell in read(built).cells]
    edit_lesson(built, "# %%\nimport random", "# %%\nx = 1\n\n# %%\nimport random")
    build.build(root=built)
    after = [cell["id"] for cell in read(built).cells]
    assert len(after) == len(before) + 1
    assert [i for i in after if i in before] == before


def test_same_cell_twice_gets_two_ids(course):
    edit_lesson(course, "# %%\nimport random", "# %%\nx = 1\n\n# %%\nx = 1\n\n# %%\nimport random")
    build.build(root=course)
    ids = [cell["id"] for cell in read(course).cells]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# <<<", "# <<", "lessons/00_inicio.py:15"),
        ('tags=["ejercicio"]', "", "van juntas"),
        ('check("0.0.2", visitas)', "print(visitas)", "ningún check"),
        ("# %%\nimport random", '# %%\ncheck("0.0.3", 1)\n# %%\nimport random', "«ejercicio»"),
        ("# # 0 · Una", "# Una", "título"),
    ],
)
def test_mistakes_in_a_lesson_are_errors(course, old, new, message):
    edit_lesson(course, old, new)
    with pytest.raises(AuthoringError, match=message.replace("(", r"\(")):
        build.build(root=course)
    assert not (course / "notebooks").exists()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("import sys; print('aviso', file=sys.stderr)", "salida de errores"),
        ("import os; os.write(2, b'aviso')", "salida de errores"),
    ],
)
def test_a_notebook_that_fails_is_refused(course, monkeypatch, code, message):
    # Con esta variable el núcleo no mira el descriptor 2, que es lo que TensorFlow usa.
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    edit_lesson(course, "import random", f"{code}\nimport random")
    with pytest.raises(AuthoringError, match=message):
        build.build(root=course)
    assert build.check(root=course)


def test_a_wrong_reference_solution_is_refused(course):
    edit_lesson(course, "visitas = 5", "visitas = 6")
    with pytest.raises(AuthoringError, match="StrictModeError"):
        build.build(root=course)


def test_a_lesson_that_fails_does_not_lose_the_others(course, monkeypatch):
    (course / "lessons" / "01_otra.py").write_text(
        LESSON.replace("# 0 ·", "# 1 ·")
        .replace("{{mapa}}", "")
        .replace('check("0.0.2", visitas)', "")
        .replace('tags=["ejercicio"]', "")
        .replace("# >>> visitas = ...", "")
        .replace("# <<<", "1 / 0"),
        encoding="utf-8",
    )
    toc = ("inicio", "Una lección de prueba"), ("otra", "Otra")
    modules = [f"  - carpeta: {folder}\n    titulo: {title}\n" for folder, title in toc]
    (course / "lessons" / "toc.yml").write_text(
        "partes:\n- titulo: Parte I\n  modulos:\n" + "".join(modules), encoding="utf-8"
    )
    together = []
    run = build.run_notebook
    deadline = time.monotonic() + 60

    def run_and_tell(notebook, *args, **kwargs):
        together.append(notebook)
        while len(together) < 2:  # ninguna termina hasta que han empezado las dos
            assert time.monotonic() < deadline
            time.sleep(0.01)
        run(notebook, *args, **kwargs)

    monkeypatch.setattr(build, "run_notebook", run_and_tell)
    with pytest.raises(AuthoringError, match="01_otra: ZeroDivisionError") as error:
        build.build(jobs=2, root=course)
    assert "00_inicio" not in str(error.value)
    assert (course / "notebooks" / "00_inicio.ipynb").exists()
    assert not (course / "notebooks" / "01_otra.ipynb").exists()


def test_raises_exception_must_raise(tmp_path):
    cell = nbformat.v4.new_code_cell("x = 1", metadata={"tags": ["raises-exception"]})
    notebook = nbformat.v4.new_notebook(cells=[cell])
    with pytest.raises(NotebookFailed, match="no lanzó ningún error"):
        run_notebook(notebook, tmp_path, strict=False)


def test_a_heavy_notebook_is_refused(course):
    edit_lesson(course, "import random", "import random\nprint(('a' * 60 + chr(10)) * 10_000)")
    with pytest.raises(AuthoringError, match="500"):
        build.build(root=course)


def test_a_notebook_without_lesson_is_reported_and_removed(built):
    orphan = built / "notebooks" / "99_vieja.ipynb"
    orphan.write_text("{}", encoding="utf-8")
    assert build.check(root=built) == ["notebooks/99_vieja.ipynb no tiene lección."]
    build.build(root=built)
    assert not orphan.exists()


def test_edited_by_hand_is_reported(built):
    path = built / "notebooks" / "00_inicio.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("visitas = ...", "visitas = 5"), encoding="utf-8")
    assert any("00_inicio.ipynb no coincide" in line for line in build.check(root=built))


def test_missing_execution_count_is_reported(built):
    path = built / "notebooks" / "00_inicio.ipynb"
    notebook = read(built)
    notebook.cells[-1]["execution_count"] = None
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    assert any("no está ejecutado" in line for line in build.check(root=built))


def test_publish_changes_everything_and_runs_nothing(built, monkeypatch):
    monkeypatch.setattr(build, "run_notebook", lambda *a, **k: pytest.fail("lo ha ejecutado"))
    project.publish("mariana/curso", root=built)
    build.build(root=built)
    for path, content in files(built).items():
        assert b"USUARIO" not in content, path
        assert b"mariana/curso" in content
    assert 'here / "curso"' in source_of(read(built))
    assert build.check(root=built) == []


@pytest.mark.parametrize("slug", ["mariana", "https://github.com/a/b", "a/b/c", "a b/c", ""])
def test_publish_refuses_what_is_not_a_repository(course, slug):
    with pytest.raises(AuthoringError, match="USUARIO/REPO"):
        project.publish(slug, root=course)


def test_clean_takes_paths_out(tmp_path):
    paths = f"{tmp_path}/data {tmp_path}/.venv/lib/python3.11/site-packages/keras/a.py"
    kernel_file = "/tmp/ipykernel_7/12.py"
    cell = nbformat.v4.new_code_cell("x")
    cell.outputs = [
        nbformat.v4.new_output("stream", text=paths),
        nbformat.v4.new_output("error", ename="E", evalue="v", traceback=[kernel_file]),
        nbformat.v4.new_output("display_data", {"text/html": f"<b>{tmp_path}</b>"}),
    ]
    clean(nbformat.v4.new_notebook(cells=[cell]), root=tmp_path)
    assert cell.outputs[0].text == "curso/data keras/a.py"
    assert cell.outputs[1].traceback == ["celda"]
    assert cell.outputs[2].data["text/html"] == "<b>curso</b>"


def figure(text, image):
    cell = nbformat.v4.new_code_cell("x", id="a")
    shown = nbformat.v4.new_output("display_data", {"image/png": image, "text/plain": "<Figure>"})
    cell.outputs = [nbformat.v4.new_output("stream", text=text), shown]
    return nbformat.v4.new_notebook(cells=[cell])


def test_approximate_numbers_and_figures_say_the_same():
    old = figure("≈ 0.90 ¿Supera? True", "una")
    assert say_the_same(figure("≈ 0.91 ¿Supera? True", "otra"), old)
    assert not say_the_same(figure("≈ 0.91 ¿Supera? False", "otra"), old)


# Un número, una figura y una afirmación: lo que se repite del todo y lo que no.
WITH_FIGURE = """\
# %%
import matplotlib.pyplot as plt
random.seed(SEED)
number = random.random()
fig, ax = plt.subplots(figsize=(1, 1))
line = ax.plot([0, number, 0])
print(f"≈ {number:.6f}")

# %%
print(CLAIM)
"""


def shown(root):
    """(texto con ≈, figura) de la celda que dibuja, y la afirmación, en el cuaderno en blanco."""
    *_, drawing, claim = [c for c in unfolded(read(root)).cells if c.cell_type == "code"]
    data = next(o.data for o in drawing.outputs if "data" in o)
    text = next(o.text for o in drawing.outputs if o.output_type == "stream")
    return text, data["image/png"], claim.outputs[0].text


def test_text_and_figures_are_kept_or_replaced_together(course, monkeypatch):
    monkeypatch.delenv("MPLBACKEND")  # las demás pruebas no tienen pantalla; un cuaderno, sí
    # La semilla y la afirmación llegan del entorno: el código es el mismo cada vez.
    code = WITH_FIGURE.replace("SEED", 'os.environ["TOY_SEED"]')
    code = code.replace("CLAIM", 'os.environ["TOY_CLAIM"]')
    edit_lesson(course, "import random\n", "import os\nimport random\n")
    with (course / "lessons" / "00_inicio.py").open("a", encoding="utf-8") as file:
        file.write("\n" + code)

    def built_with(seed, claim):
        monkeypatch.setenv("TOY_SEED", seed)
        monkeypatch.setenv("TOY_CLAIM", claim)
        build.build(everything=True, root=course)
        return shown(course)

    first = built_with("1", "Sí")
    assert built_with("2", "Sí") == first, "nada nuevo que decir: todo como estaba"
    text, image, claim = built_with("2", "No")
    assert text != first[0] and image != first[1] and claim != first[2], "todo nuevo"
    edit_package(course, "return 1", "return 2")
    changed = built_with("3", "No")
    assert changed[0] != text and changed[1] != image, "otro código: todo nuevo"


# --- Un disco lleno, un corte -------------------------------------------------------------------


@pytest.fixture
def full_disk(monkeypatch):
    """De aquí en adelante, todo lo que se escribe se queda a la mitad."""

    def write_bytes(path, data):
        with open(path, "wb") as file:
            file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    def write_text(path, text, **_):
        write_bytes(path, text.encode())

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    monkeypatch.setattr(Path, "write_text", write_text)


def test_a_full_disk_leaves_what_there_was(built, full_disk):
    before = files(built)
    edit_lesson(built, "import random", "import random  # sin espacio")
    with pytest.raises(OSError):
        build.build(root=built)
    assert files(built) == before
    assert not list(built.rglob("*.nuevo"))


def test_a_full_disk_loses_no_lesson_when_they_move(course, request):
    (course / "lessons" / "toc.yml").write_text(TOC + TWO_MORE, encoding="utf-8")
    for slug in ("una", "otra"):
        number = {"una": 1, "otra": 2}[slug]
        path = course / "lessons" / "01_uno" / f"01_0{number}_{slug}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"# %% [markdown]\n# # 1.{number} · {slug}\n", encoding="utf-8")
    written = [path.read_bytes() for path in (course / "lessons").rglob("*.py")]
    request.getfixturevalue("full_disk")
    with pytest.raises(OSError):
        move("1.1", "1.2", course)
    assert sorted(written) == sorted(p.read_bytes() for p in (course / "lessons").rglob("*.py"))


def test_a_notebook_cut_in_half_is_reported_and_built_again(built):
    before = files(built)
    lesson = find_lessons(root=built)[0]
    whole = lesson.solved.read_bytes()
    for half in (whole[: len(whole) // 2], b"", "ñ".encode("latin-1")):
        lesson.solved.write_bytes(half)
        assert any("no se puede leer" in problem for problem in build.check(root=built))
    build.build(root=built)
    assert build.check(root=built) == []
    assert files(built).keys() == before.keys()


@pytest.mark.skipif(os.name == "nt", reason="Windows no tiene SIGKILL")
def test_a_killed_build_is_repeated(course):
    order = f"build.build(root=pathlib.Path({course.as_posix()!r}))"
    code = f"import pathlib; from authoring import build; {order}"
    edit_lesson(course, "import random", "import random, time; time.sleep(60)")
    started = subprocess.Popen([sys.executable, "-c", code], start_new_session=True)
    deadline = time.monotonic() + 60
    while len(psutil.Process(started.pid).children(recursive=True)) < 1:
        assert started.poll() is None and time.monotonic() < deadline
        time.sleep(0.2)
    os.killpg(started.pid, signal.SIGKILL)
    started.wait()
    edit_lesson(course, "import random, time; time.sleep(60)", "import random")
    build.build(root=course)
    assert build.check(root=course) == []


def test_a_full_disk_is_said_in_one_line(monkeypatch, capsys):
    def no_space(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device", "notebooks/x.ipynb")

    monkeypatch.setattr("authoring.build.build", no_space)
    assert main(["build"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "«notebooks/x.ipynb»: no queda espacio en el disco. Lo que había sigue entero" in error


def test_command_line_reports_errors_in_one_line(capsys):
    assert main(["build", "9.9"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("Error: No hay ninguna lección «9.9»")
    assert "Traceback" not in error
