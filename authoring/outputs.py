"""Salidas de un cuaderno ejecutado: limpias de esta máquina y estables de una vez a otra."""

import base64
import io
import re
from pathlib import Path

from PIL import Image

from .errors import AuthoringError
from .lessons import ROOT
from .notebooks import to_text

MAX_BYTES = 500_000

# Lo único numérico que puede cambiar de una máquina a otra: lo que sigue a «≈», con su «±».
# tests/notebooks/sanitize.cfg enmascara exactamente lo mismo, y una prueba lo vigila.
APPROX = re.compile(r"\u2248 *[-+]?\d[\d.,]*(?:e[-+]?\d+)?(?: \u00b1 \d[\d.,]*)?")

_PACKAGE_PATH = re.compile(r"[^\s\"'<>()]*[/\\](?:site|dist)-packages[/\\]")
_KERNEL_FILE = re.compile(r"[^\s\"'<>()]*ipykernel_\d+[/\\]\d+\.py")


def clean(notebook, root=ROOT):
    """Quita de las salidas, en el sitio, las rutas de esta máquina."""
    for text_holder, key in _texts(notebook):
        text_holder[key] = _without_paths(text_holder[key], root)


def shrink_figures(notebook):
    """Guarda cada figura con una paleta de 256 colores: se ve igual y pesa menos de la mitad."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                output["data"]["image/png"] = _with_palette(output["data"]["image/png"])


def _with_palette(encoded):
    image = Image.open(io.BytesIO(base64.b64decode(encoded))).convert("RGB")
    smaller = io.BytesIO()
    image.quantize(256, dither=Image.Dither.NONE).save(smaller, "PNG", optimize=True)
    return base64.b64encode(smaller.getvalue()).decode()


def _without_paths(value, root):
    if isinstance(value, list):
        return [_without_paths(item, root) for item in value]
    # Mirar antes si hace falta: en un texto largo sin espacios, estas búsquedas no acaban nunca.
    if "-packages" in value:
        value = _PACKAGE_PATH.sub("", value)
    if "ipykernel_" in value:
        value = _KERNEL_FILE.sub("celda", value)
    for path, name in ((Path(root), "curso"), (Path.home(), "~")):
        for form in (str(path), path.as_posix()):
            value = value.replace(form, name)
    return value


def _texts(notebook):
    """Recorre (contenedor, clave) de cada texto de las salidas; deja fuera las imágenes."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            for key in ("text", "traceback", "evalue"):
                if key in output:
                    yield output, key
            for mime in output.get("data", {}):
                if mime.startswith("text/"):
                    yield output["data"], mime


def keep_equivalent(notebook, old):
    """Conserva las salidas anteriores de las celdas en las que solo cambió algún ``≈ número``.

    Así, volver a ejecutar no llena el historial de diferencias que no dicen nada.
    """
    old_outputs = {cell["id"]: cell.get("outputs") for cell in old.cells}
    for cell in notebook.cells:
        before = old_outputs.get(cell["id"])
        if before and _masked(cell.outputs) == _masked(before):
            cell["outputs"] = before


def _masked(value):
    if isinstance(value, str):
        return APPROX.sub("≈", value)
    if isinstance(value, list):
        return [_masked(item) for item in value]
    if isinstance(value, dict):
        return {key: _masked(item) for key, item in value.items() if key != "execution_count"}
    return value


def refuse_heavy(notebook, path):
    """Rechaza un cuaderno de más de 500 KB: alguna figura es mayor de lo que hace falta."""
    size = len(to_text(notebook).encode())
    if size > MAX_BYTES:
        figures = sorted(
            (len(output["data"]["image/png"]), index)
            for index, cell in enumerate(notebook.cells)
            for output in cell.get("outputs", [])
            if "image/png" in output.get("data", {})
        )[::-1][:4]
        heaviest = ", ".join(f"celda {index} ({size // 1000} KB)" for size, index in figures)
        raise AuthoringError(
            f"{path}: pesa {size // 1000} KB y el límite es {MAX_BYTES // 1000}. Reduce el "
            f"tamaño de sus figuras (figsize) o el número de imágenes. Las mayores: {heaviest}."
        )
