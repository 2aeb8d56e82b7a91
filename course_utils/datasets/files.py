"""Dónde están los archivos de datos, y la comprobación de que cada uno es el que debe ser.

Todo vive en la carpeta ``data/`` del curso; ninguna función toca la red. La variable de entorno
``COURSE_DATA_DIR`` señala otra carpeta con el mismo contenido (una memoria USB, el servidor de la
clase).
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .registry import REGISTRY, DataFile

# La carpeta del curso. No lo es si el paquete se instaló suelto: entonces no tiene pyproject.toml.
COURSE_DIR = Path(__file__).resolve().parents[2]


def data_dir() -> Path:
    """Devuelve la carpeta de los datos: ``COURSE_DATA_DIR`` si existe esa variable, o ``data/``.

    En la variable sobran las comillas (el ``set`` de Windows las conserva), y ``~`` es la carpeta
    personal.

    Examples
    --------
    >>> data_dir().name
    'data'
    """
    custom = _custom()
    return Path(custom).expanduser() if custom else COURSE_DIR / "data"


def _custom() -> str:
    """Lo que dice ``COURSE_DATA_DIR``, sin comillas ni espacios alrededor."""
    return os.environ.get("COURSE_DATA_DIR", "").strip(" \t\"'")


def _installed_alone() -> bool:
    """¿Se instaló el paquete sin la carpeta del curso, y nadie dice dónde están los datos?"""
    return not _custom() and not (COURSE_DIR / "pyproject.toml").is_file()


_NO_COURSE = (
    "Faltan los datos del curso: course_utils se instaló sin ellos, así que la variable de entorno "
    "COURSE_DATA_DIR debe decir en qué carpeta están (es la carpeta data/ del curso)."
)


def _how_to_repair(file: DataFile) -> str:
    if _custom():
        return (
            f"Vuelve a copiar ese archivo en la carpeta que dice COURSE_DATA_DIR («{data_dir()}»), "
            "o borra esa variable para usar la carpeta data/ del curso."
        )
    if not (COURSE_DIR / ".git").exists():  # así lo dejan la celda de preparación y el ZIP
        return (
            f"Cambia de nombre la carpeta del curso, «{COURSE_DIR.name}», y ejecuta la celda de "
            "preparación: lo descarga de nuevo."
        )
    return f"Repáralo, en la carpeta del curso, con:  git checkout -- data/{file.path}"


def _not_read(file: DataFile, path: Path, error: OSError) -> OSError:
    """El error que dice, en español y en una línea, por qué no se pudo leer un archivo."""
    # Con os.path: las preguntas de Path fallan si una carpeta no se deja leer.
    if os.path.isdir(path):
        return IsADirectoryError(
            f"El archivo de datos «{file.path}» es una carpeta: algo la puso en su lugar. Cámbiala "
            "de nombre o de sitio. " + _how_to_repair(file)
        )
    in_the_way = next((folder for folder in path.parents if os.path.isfile(folder)), None)
    if in_the_way and _custom() and in_the_way in (data_dir(), *data_dir().parents):
        return NotADirectoryError(
            f"COURSE_DATA_DIR dice «{data_dir()}», y «{in_the_way.name}» es un archivo, no una "
            "carpeta. Di en ella la carpeta de los datos, ya descomprimida, o borra esa variable "
            "para usar la carpeta data/ del curso."
        )
    if in_the_way:
        return NotADirectoryError(
            f"Falta el archivo de datos «{file.path}»: «{in_the_way.name}» es un archivo, y debía "
            "ser una carpeta. Cámbialo de nombre o de sitio. " + _how_to_repair(file)
        )
    if isinstance(error, FileNotFoundError):
        if _installed_alone():
            return FileNotFoundError(_NO_COURSE)
        return FileNotFoundError(
            f"Falta el archivo de datos «{file.path}» (se esperaban {file.size} bytes). "
            + _how_to_repair(file)
        )
    if isinstance(error, PermissionError):
        return PermissionError(
            f"Tu usuario no tiene permiso para leer el archivo de datos «{file.path}», que está en "
            f"«{data_dir()}». Dale permiso de lectura; en Windows, cierra además el programa que "
            "lo tenga abierto."
        )
    return OSError(
        f"El sistema no pudo leer el archivo de datos «{file.path}», que está en «{data_dir()}» "
        f"(error {errno.errorcode.get(error.errno, error.errno)}). Si es una memoria USB o una "
        "carpeta de la red, comprueba que sigue conectada."
    )


@contextlib.contextmanager
def open_verified(key: str) -> Iterator[BinaryIO]:
    """Abre un archivo del registro, comprobado, para leerlo a trozos sin tenerlo entero en memoria.

    Parameters
    ----------
    key : str
        Clave de ``REGISTRY``.

    Yields
    ------
    archivo binario
        Abierto por el principio, tal como está en el disco (comprimido si lo está).

    Raises
    ------
    FileNotFoundError
        El archivo no está, o no se sabe en qué carpeta están los datos.
    OSError
        Está y no se deja leer: sin permiso, una carpeta en su lugar, un disco que falla.
    ValueError
        Está truncado o alterado: el tamaño o la huella SHA-256 no son los esperados.
    """
    file = REGISTRY[key]
    path = data_dir() / file.path
    try:
        with path.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(0)
            if size != file.size:
                raise ValueError(
                    f"El archivo de datos «{file.path}» está incompleto o cambiado: tiene "
                    f"{size} bytes y se esperaban {file.size}. " + _how_to_repair(file)
                )
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
            opened.seek(0)
            if digest != file.sha256:
                raise ValueError(
                    f"El archivo de datos «{file.path}» está alterado: su huella SHA-256 empieza "
                    f"por {digest[:12]} y se esperaba {file.sha256[:12]}. " + _how_to_repair(file)
                )
            yield opened
    except OSError as error:
        raise _not_read(file, path, error) from None


def read_verified(key: str) -> bytes:
    """Lee un archivo del registro y comprueba que es, byte a byte, el que debe ser.

    Parameters
    ----------
    key : str
        Clave de ``REGISTRY``.

    Returns
    -------
    bytes
        El contenido, tal como está en el disco (comprimido si lo está).

    Raises
    ------
    FileNotFoundError, OSError, ValueError
        Los de ``open_verified``.
    """
    with open_verified(key) as opened:
        return opened.read()


def verify_data() -> dict[str, str | None]:
    """Comprueba todos los archivos del registro.

    Returns
    -------
    dict[str, str | None]
        Ruta de cada archivo dentro de la carpeta de datos -> ``None`` si está bien, o el
        problema, en español.

    Examples
    --------
    >>> set(verify_data().values())
    {None}
    """
    report = {}
    for key, file in REGISTRY.items():
        try:
            read_verified(key)
        except (OSError, ValueError) as error:
            report[file.path] = str(error)
        else:
            report[file.path] = None
    return report
