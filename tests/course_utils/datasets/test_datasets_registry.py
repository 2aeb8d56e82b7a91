"""El registro: completo, y lo mismo que cuenta data/README.md."""

import re

import course_utils
from course_utils import datasets
from course_utils.datasets import REGISTRY, data_dir

README = (data_dir() / "README.md").read_text(encoding="utf-8")


def test_every_file_says_where_it_comes_from():
    for file in REGISTRY.values():
        assert file.license
        assert file.source.startswith("https://")
        assert len(file.sha256) == 64


def test_the_table_of_the_readme_is_the_registry():
    rows = re.findall(r"^\| `(\S+)` \| (\d+) \| `(\w+)` \|$", README, re.MULTILINE)
    assert [(path, int(size), digest) for path, size, digest in rows] == [
        (file.path, file.size, file.sha256) for file in REGISTRY.values()
    ]


def test_the_readme_tells_the_license_and_the_source_of_every_file():
    paragraphs = re.findall(
        r"^- \*\*Licencia:\*\* (.*?)(?=^- |\Z)", README, re.MULTILINE | re.DOTALL
    )
    for file in REGISTRY.values():
        source = file.source.removeprefix("https://").removeprefix("doi.org/")
        assert re.search(re.escape(source) + r"(?!\w)", README), file.path
        if file.license.startswith("sin licencia"):
            assert any("no declararon ninguna" in text for text in paragraphs)
        else:
            words = file.license.split()
            assert any(all(word in text for word in words) for text in paragraphs), file.path


def test_no_file_of_the_folder_is_missing_from_the_registry():
    found = {p.relative_to(data_dir()).as_posix() for p in data_dir().rglob("*") if p.is_file()}
    assert found - {"README.md"} == {file.path for file in REGISTRY.values()}


def test_every_loader_is_public_and_loads_a_file():
    loaders = {file.loader for file in REGISTRY.values()}
    assert loaders == {name for name in course_utils.__all__ if name.startswith("load_")}
    assert loaders == {name for name in datasets.__all__ if name.startswith("load_")}
