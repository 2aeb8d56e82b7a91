"""Lo que hay en ``hub/``: se lee, nombra lo que existe y sus límites son los medidos.

El ensayo con estudiantes simulados es una medida: ``python -m benchmarks hub``.
"""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from traitlets.config import Config

from authoring.lessons import ROOT, find_lessons
from authoring.site.hub_links import BRANCH, COPY, COURSE, hub_link, links_form
from benchmarks.hub.place import limits
from benchmarks.hub.trial import bytes_of

HUB = ROOT / "hub"
PREPARE = (HUB / "preparar.sh").read_text(encoding="utf-8")
DOCKERFILE = (HUB / "z2jh" / "Dockerfile").read_text(encoding="utf-8")
TLJH = yaml.safe_load((HUB / "tljh" / "config.yaml").read_text(encoding="utf-8"))
Z2JH = yaml.safe_load((HUB / "z2jh" / "values.yaml").read_text(encoding="utf-8"))
MEASURED = json.loads((HUB / "medidas.json").read_text(encoding="utf-8"))
FOLDER = urlsplit(COURSE).path


@pytest.fixture
def course_config():
    config = Config()
    source = (HUB / "tljh" / "curso.py").read_text(encoding="utf-8")
    exec(compile(source, "curso.py", "exec"), {"get_config": lambda: config})
    return config


def test_the_two_hubs_give_each_learner_the_same(course_config):
    server = Z2JH["singleuser"]
    assert server["memory"]["limit"] == TLJH["limits"]["memory"]
    assert server["cpu"]["limit"] == TLJH["limits"]["cpu"]
    assert server["extraEnv"] == course_config.Spawner.environment
    threads = {value for name, value in server["extraEnv"].items() if "THREADS" in name}
    assert threads == {str(TLJH["limits"]["cpu"])}
    assert server["extraEnv"]["OMP_WAIT_POLICY"] == "passive"
    assert Z2JH["cull"]["timeout"] == TLJH["services"]["cull"]["timeout"]


def test_the_limits_leave_room_for_what_was_measured():
    limit = bytes_of(limits()["memory"])
    assert MEASURED["limite"] == limit
    assert MEASURED["maximo_de_quien_pidio_demasiado"] <= limit
    assert not MEASURED["problemas"]
    greedy = "ensayo-02"  # a quien se le hizo pedir de más
    ordinary = [spent for name, spent in MEASURED["cada_uno"].items() if name != greedy]
    assert len(ordinary) >= 9
    assert max(spent["todo"] for spent in ordinary) <= 0.9 * limit
    # Lo reservado: el servidor y un cuaderno de los que entrenan, repartido lo que se comparte.
    shares = sorted(spent["todo_repartido"] for spent in ordinary)
    reserved = bytes_of(Z2JH["singleuser"]["memory"]["guarantee"])
    assert shares[len(shares) // 2] <= reserved
    capacity = Z2JH["singleuser"]["storage"]["capacity"].removesuffix("i")
    assert 10 * MEASURED["disco_de_una_copia"] <= bytes_of(capacity)


def test_every_recipe_puts_the_course_in_the_same_folder(course_config):
    assert course_config.SystemdSpawner.readonly_paths == [FOLDER]
    assert f'git clone --branch "$RAMA" "$CURSO" {FOLDER} ' in DOCKERFILE
    assert f"sh {FOLDER}/hub/preparar.sh python" in DOCKERFILE


def test_what_the_recipe_installs_is_here():
    files = re.findall(r"install --quiet -r (\S+)", PREPARE)
    assert files == ["requirements.txt", "hub/requirements.txt"]
    assert all((ROOT / name).is_file() for name in files)
    (compiled,) = re.findall(r"compileall -q (\w+)", PREPARE)
    (prefix, branch) = re.search(r"--prefix=(\w+) --branch (\w+)", PREPARE).groups()
    assert (ROOT / compiled).is_dir() and (ROOT / prefix).is_dir()
    assert branch == BRANCH


@pytest.mark.parametrize("lesson", find_lessons(), ids=lambda lesson: lesson.stem)
def test_a_link_opens_its_notebook_in_the_copy(lesson):
    link = urlsplit(hub_link(lesson))
    words = {name: value for name, (value,) in parse_qs(link.query).items()}
    assert link.path == "/hub/user-redirect/git-pull"
    assert (words["repo"], words["branch"], words["targetPath"]) == (COURSE, BRANCH, COPY)
    inside = words["urlpath"].removeprefix(f"lab/tree/{COPY}/")
    assert (ROOT / "notebooks" / inside).is_file()


def test_the_form_offers_every_lesson_once():
    form = links_form(find_lessons())
    assert form.count("<option ") == len(find_lessons())
    assert "&amp;branch=cuadernos" in form


def test_binder_finds_its_environment():
    """Binder lee environment.yml, si no hay una carpeta suya que lo tape."""
    assert not [name for name in ("binder", ".binder", "Dockerfile") if (ROOT / name).exists()]
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    (python,) = [d for d in environment["dependencies"] if str(d).startswith("python=")]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    low, high = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', project).groups()
    assert int(low) <= int(python.removeprefix("python=3.")) < int(high)


def test_the_documents_name_files_and_orders_that_exist():
    guide = (ROOT / "docs" / "docentes" / "jupyterhub.md").read_text(encoding="utf-8")
    guide += (HUB / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bhub/[\w./-]+\w", guide))
    assert {"hub/preparar.sh", "hub/tljh/config.yaml", "hub/z2jh/values.yaml"} <= named
    assert [name for name in named if not (ROOT / name).exists()] == []
