"""El sitio, construido una vez de verdad: enlaces, nada de fuera, y lo plegado donde toca."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from authoring.lessons import find_lessons
from authoring.site.build import build_site

LIMIT = 1_500_000  # bytes de una página con sus figuras
# Lo que hace que un navegador pida algo él solo; un enlace espera a que lo pulsen.
REQUESTS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


class Page(HTMLParser):
    """Lo que una página enlaza, pide, numera y pliega."""

    def __init__(self, text):
        super().__init__()
        self.links, self.requests, self.ids, self.without_alt = [], [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.ids.add(attributes.get("id"))
        if tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])
        if REQUESTS.get(tag) in attributes and attributes.get("rel") != "canonical":
            self.requests.append(attributes[REQUESTS[tag]])
        if tag == "img" and not attributes.get("alt"):
            self.without_alt.append(attributes)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build_site(output=tmp_path_factory.mktemp("sitio ñ")).parent


@pytest.fixture(scope="module")
def pages(site):
    return {
        path.relative_to(site).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
        if "_static" not in path.parts
    }


def test_every_lesson_has_its_page(pages):
    assert {f"lecciones/{lesson.name}.html" for lesson in find_lessons()} <= pages.keys()


def test_every_internal_link_leads_somewhere(site, pages):
    broken = []
    for name, page in pages.items():
        for link in page.links + page.requests:
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (site / name).parent / unquote(path.partition("?")[0]) if path else site / name
            if not target.exists():
                broken.append((name, link))
            elif anchor and target.suffix == ".html":
                relative = target.resolve().relative_to(site.resolve()).as_posix()
                if unquote(anchor) not in pages[relative].ids:
                    broken.append((name, link))
    assert not broken


def test_nothing_is_asked_of_another_site(site, pages):
    asked = {
        (n, r) for n, page in pages.items() for r in page.requests if re.match("(https?:)?//", r)
    }
    assert not asked
    for style in site.rglob("*.css"):
        assert not re.search(
            r"url\(['\"]?https?:|@import ['\"]https?:", style.read_text(encoding="utf-8")
        )


def test_every_figure_has_a_description(pages):
    assert not {name: page.without_alt for name, page in pages.items() if page.without_alt}


def test_no_page_is_too_heavy(site, pages):
    for name, page in pages.items():
        own = [(site / name).parent / unquote(r) for r in page.requests if "_images" in r]
        size = (site / name).stat().st_size + sum(path.stat().st_size for path in own)
        assert size <= LIMIT, f"{name}: {size} bytes"


def test_hints_solutions_and_answers_to_predictions_are_folded(site):
    (lesson,) = find_lessons(["fashion_mnist"])
    text = (site / "lecciones" / f"{lesson.name}.html").read_text(encoding="utf-8")
    unfolded = re.sub(r"<details.*?</details>", "", text, flags=re.DOTALL)
    for hidden in ("Pista 1 de", "Ya lo he predicho", "probabilidades.argmax"):
        assert hidden in re.sub("<[^>]*>", "", text)
        assert hidden not in re.sub("<[^>]*>", "", unfolded)


def test_a_teacher_finds_everything_in_two_clicks(pages):
    assert "docentes/index.html" in pages["index.html"].links
    links = pages["docentes/index.html"].links
    assert "vispera.html" in links
    for lesson in find_lessons():
        assert f"guias/{lesson.stem}.html" in links
        assert f"../diapositivas/{lesson.name}.html" in links
        assert any(link.endswith(f"{lesson.stem}.ipynb") for link in links)
