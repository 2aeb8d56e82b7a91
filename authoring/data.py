"""Vuelve a crear ``data/`` a partir de los paquetes de los que salió cada archivo.

No descarga nada: se le da una carpeta con los paquetes, y al final comprueba que el resultado
tiene las huellas del registro. ``data/README.md`` dice cómo conseguir cada paquete.
"""

import hashlib
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from course_utils.datasets import REGISTRY

from .errors import AuthoringError
from .lessons import ROOT

# Escritos para el curso: no salen de ningún paquete, y su original es el que está en data/.
WRITTEN_HERE = {"mensajes.csv"}


def rebuild(packages, root=ROOT):
    """Extrae cada conjunto de datos de su paquete y lo deja en ``data/``.

    Parameters
    ----------
    packages : str or Path
        Carpeta con los paquetes descargados.

    Raises
    ------
    AuthoringError
        Falta un paquete, o lo extraído no tiene la huella esperada.
    """
    with tempfile.TemporaryDirectory() as folder:
        _fashion_mnist(Path(packages), Path(folder))
        _penguins(Path(packages), Path(folder))
        for file in REGISTRY.values():
            if file.path not in WRITTEN_HERE:
                _install(Path(folder) / file.path, root / "data" / file.path, file)


def _install(source, target, file):
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    if digest != file.sha256:
        raise AuthoringError(
            f"{file.path}: lo extraído tiene la huella {digest} y el registro dice {file.sha256}. "
            "¿Es otra versión del paquete?"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    print(f"  {file.path}  {file.size} bytes, huella correcta")


def _package(packages, pattern):
    found = sorted(packages.glob(pattern))
    if not found:
        raise AuthoringError(f"En {packages} no hay ningún «{pattern}»; mira data/README.md.")
    return found[-1]


def _fashion_mnist(packages, folder):
    """Paquete de Debian dataset-fashion-mnist: un .deb se abre con dpkg-deb."""
    package = _package(packages, "dataset-fashion-mnist_*.deb")
    subprocess.run(["dpkg-deb", "-x", str(package), str(folder / "deb")], check=True)
    shutil.move(folder / "deb/usr/share/datasets/fashion-mnist", folder / "fashion_mnist")


def _penguins(packages, folder):
    """Paquete bokeh-sampledata de PyPI: un .whl es un .zip. Se copia el archivo tal cual."""
    package = _package(packages, "bokeh_sampledata-*.whl")
    with zipfile.ZipFile(package) as wheel:
        content = wheel.read("bokeh_sampledata/_data/penguins.csv")
    (folder / "penguins.csv").write_bytes(content)
