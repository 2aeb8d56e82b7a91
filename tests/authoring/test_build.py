"""El constructor, sobre un curso de juguete: qué ejecuta, qué conserva y qué rechaza."""

import json

import nbformat
import pytest

from authoring import build, project
from authoring.__main__ import main
from authoring.errors import AuthoringError
from authoring.lessons import find_lessons
from authoring.new import new_lesson
from authoring.outputs import clean, keep_equivalent
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

# %%
import random
print(f"≈ {random.random():.6f}")
"""

PYPROJECT = """\
[project.urls]
Repository = "https://github.com/USUARIO/curso-ml-es"

[tool.course]
ref = "main"
"""


@pytest.fixture
def course(tmp_path):
    """Un curso mínimo, sin construir, en una carpeta con espacios y eñe."""
    root = tmp_path / "curso de María ñ"
    (root / "lessons").mkdir(parents=True)
    (root / "course_utils" / "exercises").mkdir(parents=True)
    (root / "course_utils" / "plotting.py").write_text("# versión 1\n", encoding="utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "README.md").write_text(
        "# Curso USUARIO/curso-ml-es\n<!-- lecciones -->\n<!-- fin de lecciones -->\n",
        encoding="utf-8",
    )
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
    path.write_text(text.replace(old, new), encoding="utf-8")


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
    assert "quien enseña" in source_of(solved)
    assert "⏳" in str(student.cells)
    assert "✅" in str(solved.cells)
    assert all(c.execution_count for c in student.cells if c.cell_type == "code")
    assert build.check(root=built) == []
    solutions = json.loads((built / build.SOLUTIONS).read_text(encoding="utf-8"))
    assert solutions == {"0.0.2": "visitas = 5"}


def test_badge_setup_cell_and_map_name_the_repository(built):
    text = source_of(read(built))
    colab = "https://colab.research.google.com/github/USUARIO/curso-ml-es/blob/main/notebooks/"
    assert f"[![Abrir en Colab]({colab[:34]}" in text
    assert f"]({colab}00_inicio.ipynb)" in text
    assert '"https://github.com/USUARIO/curso-ml-es"' in text
    assert f"({colab}soluciones/00_inicio.ipynb)" in source_of(read(built, solved=True))
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
        (built / "course_utils" / "plotting.py").write_text("# versión 2\n", encoding="utf-8")
    ran = []
    monkeypatch.setattr(build, "run_notebook", lambda nb, *a, **k: ran.append(nb) or _fake_run(nb))
    build.build(root=built)
    assert len(ran) == 2


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


def test_keep_equivalent_replaces_what_really_changed():
    def notebook(text):
        cell = nbformat.v4.new_code_cell("x")
        cell["id"] = "a"
        cell.outputs = [nbformat.v4.new_output("stream", text=text)]
        return nbformat.v4.new_notebook(cells=[cell])

    new = notebook("≈ 0.91 ¿Supera? True")
    keep_equivalent(new, notebook("≈ 0.90 ¿Supera? True"))
    assert new.cells[0].outputs[0].text == "≈ 0.90 ¿Supera? True"
    new = notebook("≈ 0.91 ¿Supera? False")
    keep_equivalent(new, notebook("≈ 0.90 ¿Supera? True"))
    assert new.cells[0].outputs[0].text == "≈ 0.91 ¿Supera? False"


def test_new_lesson_builds_as_it_comes(course):
    path = new_lesson("04_fashion_mnist/41_flores", "Flores", root=course)
    assert path == course / "lessons/04_fashion_mnist/41_flores.py"
    text = path.read_text(encoding="utf-8")
    assert "# # 4.1 · Flores" in text
    assert "{number}" not in text
    assert [lesson.number for lesson in find_lessons(root=course)] == ["0.0", "4.1"]
    with pytest.raises(AuthoringError, match="ya existe"):
        new_lesson("04_fashion_mnist/41_flores", "Otra", root=course)


@pytest.mark.parametrize("name", ["41_flores", "04_x/Flores", "05_cnn/41_flores", "04_x/4_flores"])
def test_new_refuses_wrong_names(course, name):
    with pytest.raises(AuthoringError, match=name):
        new_lesson(name, "Flores", root=course)


def test_find_lessons_by_number_name_or_file(course):
    for name in ("0.0", "00_inicio", "lessons/00_inicio.py"):
        assert [lesson.name for lesson in find_lessons([name], course)] == ["00_inicio"]
    with pytest.raises(AuthoringError, match=r"«9.9». Están: 0.0"):
        find_lessons(["9.9"], course)
    (course / "lessons" / "suelta.py").write_text("", encoding="utf-8")
    with pytest.raises(AuthoringError, match="NN_nombre"):
        find_lessons(root=course)


def test_command_line_reports_errors_in_one_line(capsys):
    assert main(["build", "9.9"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("Error: No hay ninguna lección «9.9»")
    assert "Traceback" not in error
