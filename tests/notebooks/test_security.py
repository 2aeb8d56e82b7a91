"""Abrir el curso no ejecuta ni descarga nada: lo que promete SECURITY.md."""

import ast
import re

import nbformat
import pytest

from authoring.lessons import ROOT, find_lessons
from authoring.notebooks import Source, assemble_both, setup_cell
from authoring.project import published

LESSONS = find_lessons()
REMOTE_IMAGE = re.compile(
    r"!\[[^\]]*\]\(\s*(?:https?:)?//|<img\b[^>]*src=[\"']?(?:https?:)?//", re.I
)
ACTIVE = re.compile(
    r"<(?:script|iframe|object|embed|link|form|svg)\b|\bon\w+\s*=\s*[\"']|javascript:", re.I
)
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


def code_of(folder):
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_a_notebook_brings_nothing_from_elsewhere_and_runs_nothing(lesson):
    for notebook in assemble_both(Source(lesson), published()):
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                assert not REMOTE_IMAGE.search(cell.source), cell.source
                # De HTML, nada: es Markdown.
                assert not re.search(r"</?[a-z]+[^>]*>", CODE.sub("", cell.source)), cell.source
            else:
                assert not re.search(r"^\s*[!%]", cell.source, re.MULTILINE), cell.source


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_what_is_stored_below_the_cells_is_inert(lesson):
    for path in (lesson.notebook, lesson.solved):
        for cell in nbformat.read(path, as_version=4).cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                assert not {"application/javascript", "image/svg+xml"} & set(data)
                page = data.get("text/html", "")
                assert not ACTIVE.search(page) and not REMOTE_IMAGE.search(page), page[:300]


def test_the_badge_is_in_the_course():
    (lesson,) = find_lessons(["1.1"])
    for notebook, path in zip(
        assemble_both(Source(lesson), published()), (lesson.notebook, lesson.solved), strict=True
    ):
        image = re.search(r"!\[Abrir en Colab\]\(([^)]+)\)", notebook.cells[0].source)[1]
        assert (path.parent / image).resolve() == ROOT / "docs" / "imagenes" / "abrir-en-colab.svg"
    assert not ACTIVE.search((path.parent / image).read_text("utf-8").replace("<svg", ""))


@pytest.mark.parametrize("path", code_of("course_utils"), ids=lambda path: path.name)
def test_the_package_opens_no_shell_no_network_and_no_pickle(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        roots = {name.partition(".")[0] for name in names}
        assert not roots & {"pickle", "joblib", "dill", "urllib", "requests", "socket", "http"}
        if isinstance(node, ast.keyword):
            assert node.arg != "shell" and not (
                node.arg == "allow_pickle" and getattr(node.value, "value", None)
            )
        if isinstance(node, ast.Attribute):
            assert ast.unparse(node) not in ("os.system", "os.popen")
            assert node.attr not in ("read_pickle", "enable_unsafe_deserialization")


def test_the_setup_cell_runs_only_git():
    calls = [
        node
        for node in ast.walk(ast.parse(setup_cell(published()).source))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("subprocess", "os."))
    ]
    runs = [node for node in calls if ast.unparse(node.func) == "subprocess.run"]
    assert {ast.unparse(node.func) for node in calls} == {"subprocess.run", "os.path.lexists"}
    assert [node.args[0].elts[0].value for node in runs] == ["git"]
    assert not [key for node in runs for key in node.keywords if key.arg == "shell"]


def test_every_locked_version_has_its_hashes():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\w)", text.strip())
    assert len(blocks) > 50
    for block in blocks:
        assert re.match(r"[\w.-]+==\S+", block) and "--hash=sha256:" in block, block[:80]


def test_it_says_how_to_report_a_problem():
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "Report a\nvulnerability" in text and "No abras una incidencia pública" in text
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
