"""Un Chromium del sistema, o la razón por la que estas pruebas se omiten.

Debian y Ubuntu lo instalan con ``apt-get install chromium``; no se descarga ningún navegador.

Lo que llega un instante después (una página, lo que se despliega) se espera (``wait_for…``):
mirarlo sin esperar depende de la prisa de la máquina.
"""

import os
import shutil
from importlib.resources import files

import pytest


def _chromium():
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="falta playwright: make test-web")
    path = _chromium()
    if not path:
        pytest.skip("falta Chromium: instálalo, o di dónde está con la variable CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    """El programa de axe, que mide la accesibilidad de una página."""
    package = pytest.importorskip("axe_playwright_python")
    return files(package).joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def open_page(browser):
    """``open_page(ruta, ancho, alto)``: una página, sin red; al final, que no pidiera nada."""
    opened, asked = [], []

    def open_it(path, width=1280, height=720, *, fragment="", **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, **options
        )
        opened.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri() + fragment)
        return page

    yield open_it
    for context in opened:
        context.close()
    assert not [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))]
