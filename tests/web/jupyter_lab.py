"""Un JupyterLab de verdad para las pruebas: su servidor, sus páginas y lo que se hace en ellas."""

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

ROOT = Path(__file__).resolve().parents[2]
# Lo que aquí se espera llega en un momento, salvo en una máquina ocupada.
WAIT = 120_000  # milisegundos
THEMES = ("JupyterLab Light", "JupyterLab Dark")
NEWS = "@jupyterlab/apputils-extension:announcements"  # saldría a la red, tras preguntarlo


@contextlib.contextmanager
def jupyter_lab(browser, base, *, without=()):
    """Un servidor con carpeta personal y carpeta de cuadernos nuevas.

    ``without`` son las extensiones de JupyterLab que no se cargan.
    """
    from playwright.sync_api import expect

    expect.set_options(timeout=WAIT)
    home, folder, runtime = base / "casa", base / "clase ñ", base / "en marcha"
    for path in (home, folder, runtime):
        path.mkdir()
    settings = home / ".jupyter" / "labconfig" / "page_config.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"disabledExtensions": dict.fromkeys([NEWS, *without], True)}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]  # si alguien lo toma entretanto, Jupyter prueba el siguiente
    token = secrets.token_hex()
    # Ni la configuración de quien prueba, ni la de estas pruebas: la de quien acaba de llegar.
    ours = ("COURSE_", "IPYTHON", "JUPYTER", "MPLBACKEND")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(ours)} | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "JUPYTER_CONFIG_DIR": str(home / ".jupyter"),
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += ["--expose-app-in-browser", f"--IdentityProvider.token={token}"]
    command += ["--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
    log = base / "jupyter.log"
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(WAIT)
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    try:
        address = f"http://127.0.0.1:{_port(server, runtime, log)}/"
        yield Lab(folder, f"{address}lab/tree/{{name}}?token={token}&reset", context)
        assert not [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    finally:
        context.close()
        server.terminate()  # y él, a sus núcleos
        try:
            server.wait(60)
        except subprocess.TimeoutExpired:
            server.kill()


def _port(server, runtime, log):
    limit = time.monotonic() + WAIT / 1000
    while time.monotonic() < limit and server.poll() is None:
        for path in runtime.glob("jpserver-*.json"):
            with contextlib.suppress(ValueError):  # a medio escribir
                return json.loads(path.read_text(encoding="utf-8"))["port"]
        time.sleep(0.1)
    raise AssertionError(f"JupyterLab no arranca:\n{log.read_text(encoding='utf-8')}")


@dataclass(frozen=True)
class Lab:
    folder: Path
    address: str
    context: Any

    def copy(self, lesson):
        """El cuaderno en blanco de una lección, en la carpeta; devuelve su nombre."""
        shutil.copy(ROOT / "notebooks" / lesson, self.folder)
        return Path(lesson).name

    def write(self, name, cells):
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
        notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
        nbformat.write(notebook, self.folder / name)
        return name

    def open(self, name):
        """Una página con ese cuaderno abierto y su núcleo listo."""
        page = self.context.new_page()
        page.goto(self.address.format(name=name))
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        page.evaluate(
            "jupyterapp.restored.then(() => jupyterapp.shell.currentWidget.sessionContext.ready)"
        )
        return page

    def saved(self, page, name):
        """El cuaderno de la página, guardado y leído."""
        command(page, "docmanager:save")
        return nbformat.read(self.folder / name, as_version=4)


def command(page, name, **arguments):
    """Una orden de JupyterLab, la que hay detrás de un menú, y espera a que termine."""
    page.evaluate(
        "([name, args]) => jupyterapp.commands.execute(name, args).then(() => null)",
        [name, arguments],
    )


def run_all(page):
    command(page, "notebook:run-all-cells")


def use_theme(page, name):
    command(page, "apputils:change-theme", theme=name)
    page.locator(f"body[data-jp-theme-name='{name}']").wait_for(state="attached")


def run_cell(page, cell):
    cell.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+Enter")


def type_code(page, cell, code):
    """Escribe en una celda, en lugar de lo que tenía, y la ejecuta."""
    cell.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(code)
    page.keyboard.press("ControlOrMeta+Enter")


def add_cell(page, code):
    """Una celda nueva bajo la elegida, ejecutada; devuelve lo que sale bajo ella."""
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(code)
    page.keyboard.press("ControlOrMeta+Enter")
    return page.locator(".jp-Cell.jp-mod-selected .jp-OutputArea")


def low_contrast(page, axe, selector):
    """Los textos de esas salidas que no llegan al contraste mínimo, y cuántos se midieron."""
    # El cuerpo de la página de JupyterLab mide 0 de alto: para axe, nada de ella se ve.
    page.add_style_tag(content="html, body {height: 100vh}")
    page.evaluate(axe)
    found = page.evaluate(
        "place => axe.run({include: [place]}, {runOnly: ['color-contrast']})", selector
    )
    faults = [
        (node["html"][:200], node["failureSummary"][:300])
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
    return faults, sum(len(rule["nodes"]) for rule in found["passes"])
