"""Los errores de las bibliotecas, con las palabras de cada versión: las mínimas y las últimas."""

import builtins
import importlib
import inspect
import json
import re
import tomllib
from pathlib import Path

import pandas
import pytest
from library_errors import CASES, LIBRARIES, WORDINGS, provoked

from course_utils.errors import explain
from course_utils.errors.outdated import TODAY, TODAY_VALUES, library_of

ROOT = Path(__file__).parents[3]
RECORDED = {
    file.stem: json.loads(file.read_text(encoding="utf-8")) for file in WORDINGS.glob("*.json")
}
SAYS = {(before, cell): says for before, cell, says in CASES}
TEXTS = [
    pytest.param(text["before"], text["cell"], *text["error"], id=f"{file} {text['cell']}")
    for file, recorded in RECORDED.items()
    for text in recorded["texts"]
    if text["error"] is not None  # en esa versión, la celda aún funcionaba
]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # alguna celda guarda un archivo


@pytest.mark.parametrize(("before", "cell", "says"), CASES, ids=[cell for _, cell, _ in CASES])
def test_what_is_said_with_the_installed_versions(before, cell, says):
    error, namespace = provoked(before, cell)
    assert error is not None, "ya no falla"
    text = repr(explain(error, namespace, cell))
    assert [fragment for fragment in says if fragment not in text] == [], text


@pytest.mark.parametrize(("before", "cell", "name", "message"), TEXTS)
def test_what_is_said_with_the_words_of_other_versions(before, cell, name, message):
    real, namespace = provoked(before, cell)
    error = reworded(real, name, message)
    text = repr(explain(error, namespace, cell))
    assert [fragment for fragment in SAYS[before, cell] if fragment not in text] == [], text


def reworded(real, name, message):
    """El mismo error, en el mismo sitio, con la clase y el texto de otra versión."""
    kinds = [getattr(builtins, name, None), *type(real).__mro__]
    kind = next(kind for kind in kinds if kind and kind.__module__ == "builtins")
    error = (kind if kind.__name__ == name else type(name, (kind,), {}))(message)
    if isinstance(error, AttributeError | ImportError):
        error.name = real.name
        found = re.search(r"No module named '(.*)'", message) if name != "AttributeError" else None
        if found:
            error.name = found[1]
    if isinstance(error, AttributeError):
        error.obj = real.obj
    return error.with_traceback(real.__traceback__)


# Dónde buscar los dueños de la tabla, y los sitios de cada biblioteca de los que se fue algo.
PLACES = [
    *("keras", "keras.layers", "keras.optimizers", "keras.utils", "keras.backend"),
    *("keras.callbacks", "sklearn", "sklearn.datasets", "sklearn.metrics", "sklearn.preprocessing"),
    *("sklearn.linear_model", "sklearn.feature_extraction.text", "sklearn.ensemble"),
    *("numpy", "numpy.random", "pandas", "tensorflow", "tensorflow.random", "tensorflow.train"),
    *("matplotlib.cm", "matplotlib.pyplot", "scipy", "scipy.misc"),
    *("scipy.integrate", "builtins", "time", "fractions", "string", "itertools", "collections"),
]
RETURNED = {"keras.wrappers"}  # no estaba en las primeras de Keras 3; volvió, con otras cosas


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("key", sorted(TODAY.keys() - RETURNED))
def test_what_no_longer_exists_does_not_exist(key):
    owner, name = key.rsplit(".", 1)
    places = [importlib.import_module(place) for place in PLACES]
    # En pyplot sigue estando get_cmap, que es lo que se propone: ahí solo se buscan funciones.
    whole = [place for place in places if place.__name__ != "matplotlib.pyplot"]
    things = [place for place in whole if library_of(place.__name__) == owner]
    methods = [places[0].Model, pandas.DataFrame]
    things += [vars(place)[owner] for place in places if owner in vars(place)]
    things += [getattr(kind, owner) for kind in methods if hasattr(kind, owner)]
    if owner != "keras.layers":
        assert things, "no se encuentra su dueño"
    for thing in things:
        assert not exists(thing, name)
        if (inspect.isclass(thing) and thing is not dict) or inspect.isfunction(thing):
            assert name not in inspect.signature(thing).parameters


def exists(thing, name):
    try:
        return hasattr(thing, name)
    except ImportError:  # lo retirado que dice por qué
        return False


def test_what_is_written_today_exists():
    """Cada nombre con su biblioteca delante, en lo que se propone."""
    names = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "tf": "tensorflow"}
    checked = 0
    for today in [*TODAY.values(), *TODAY_VALUES.values()]:
        for code in re.findall(r"`([^`]+)`", today):
            for path in re.findall(r"\b(?:np|pd|plt|tf|keras|math|string)(?:\.\w+)+", code):
                first, *rest = path.split(".")
                thing = importlib.import_module(names.get(first, first))
                for attribute in rest:
                    thing = getattr(thing, attribute)
                checked += 1
            if code.startswith("from ") and "…" not in code and "scikeras" not in code:
                exec(code, {})
                checked += 1
    assert checked > 40


def test_the_recorded_versions_are_the_limits_of_the_course():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    minimum = dict(re.split(">=", requirement) for requirement in project["dependencies"])
    oldest, newest = (RECORDED[name]["versions"] for name in ("oldest", "newest"))
    for library in LIBRARIES:
        assert f"{oldest[library]}.".startswith(f"{minimum[library]}."), library
        locked = (ROOT / "requirements.txt").read_text(encoding="utf-8")
        assert f"\n{library}=={newest[library]} " in locked, library


def test_every_recorded_text_is_a_case():
    for recorded in RECORDED.values():
        assert [(text["before"], text["cell"]) for text in recorded["texts"]] == list(SAYS)
