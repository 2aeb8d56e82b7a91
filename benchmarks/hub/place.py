"""Lo que hace falta antes: el curso de solo lectura, el Python de la clase y el proxy."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from authoring.bootstrap import pip_environment
from authoring.colab import publish_copy
from authoring.errors import AuthoringError
from authoring.lessons import ROOT

FOLDER = ROOT / "build" / "hub"
_PROXY = "configurable-http-proxy@5"  # necesita Node 20 o posterior


@dataclass(frozen=True)
class Place:
    """Dónde está cada cosa del ensayo.

    Attributes
    ----------
    folder : Path
        La del ensayo, con la base de datos del hub y sus registros.
    course : Path
        El curso, de solo lectura: lo que en un hub es ``/srv/curso``.
    homes : Path
        Una carpeta personal por estudiante.
    python, proxy : Path
    git_config : Path
        Lo que en un hub es la configuración de git del sistema.
    """

    folder: Path
    course: Path
    homes: Path
    python: Path
    proxy: Path
    git_config: Path

    def environment(self):
        """Las variables de quien estudia, sin lo que sea solo de quien ejecuta el ensayo."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COURSE_"))}
        path = os.pathsep.join([str(self.python.parent), os.environ["PATH"]])
        return {**kept, "PATH": path, "GIT_CONFIG_SYSTEM": str(self.git_config)}

    def prepare_course(self):
        """La misma orden que en un hub de verdad."""
        script = str(self.course / "hub" / "preparar.sh")
        environment = {**pip_environment(), **self.environment()}
        if subprocess.run(["sh", script, str(self.python)], env=environment).returncode:
            raise AuthoringError("hub/preparar.sh no terminó: arriba dice por qué.")


def prepare(folder=FOLDER, python=None):
    """Prepara el ensayo; la primera vez descarga el entorno y el proxy.

    Parameters
    ----------
    folder : Path
    python : Path, optional
        El de un entorno ya creado; sin él, uno nuevo en ``folder``.

    Returns
    -------
    Place
    """
    folder.mkdir(parents=True, exist_ok=True)
    homes = folder / "home"
    shutil.rmtree(homes, ignore_errors=True)
    homes.mkdir()
    for name in ("jupyterhub.sqlite", "hub.log", "proxy.log"):
        (folder / name).unlink(missing_ok=True)
    proxy = folder / "proxy" / "node_modules" / ".bin" / "configurable-http-proxy"
    if not proxy.exists():
        if shutil.which("npm") is None:
            raise AuthoringError("Hace falta Node 20 o posterior, con npm: el proxy está en él.")
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder / "proxy")]
        subprocess.run([*command, _PROXY], check=True)
    if python is None:
        python = folder / "entorno" / "bin" / "python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder / "entorno")], check=True)
    course = publish_copy(folder / "srv" / "curso")
    place = Place(folder, course, homes, python, proxy, folder / "gitconfig")
    place.prepare_course()
    return place


def limits():
    """Los de ``hub/tljh/config.yaml``: memoria y procesador de cada estudiante."""
    config = (ROOT / "hub" / "tljh" / "config.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(config)["limits"]
