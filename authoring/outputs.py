"""Salidas de un cuaderno ejecutado: limpias de esta máquina, repartidas, y estables."""

import base64
import copy
import io
import re
from pathlib import Path

from PIL import Image

from .errors import AuthoringError
from .lessons import ROOT
from .notebooks import cells_of, is_common, paired, to_text

MAX_BYTES = 500_000

# Lo único numérico que puede cambiar de una máquina a otra: lo que sigue a «≈», con su «±».
# tests/notebooks/sanitize.cfg enmascara exactamente lo mismo, y una prueba lo vigila.
APPROX = re.compile(r"\u2248 *[-+]?\d[\d.,]*(?:e[-+]?\d+)?(?: \u00b1 \d[\d.,]*)?(?: +(?= |\n|\Z))?")

_PACKAGE_PATH = re.compile(r"[^\s\"'<>()]*[/\\](?:site|dist)-packages[/\\]")
# El número que un error lleva en «Cell In[5], line 1»; delante puede haber un color.
_CELL_NUMBER = re.compile(r"(?<=In\[)\d+(?=\])")
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


def hand_out(interleaved, notebook, *, solved):
    """Da a uno de los dos cuadernos sus salidas, tomadas del que los ejecutó a la vez.

    Numera las celdas como si el cuaderno se hubiera ejecutado solo.
    """
    ran = cells_of(interleaved, solved=solved)
    numbers = {}
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        source = ran[cell["id"]]
        if source.execution_count:
            numbers[source.execution_count] = len(numbers) + 1
        cell["execution_count"] = numbers.get(source.execution_count)
        cell["outputs"] = copy.deepcopy(source.outputs)
        for output in cell.outputs:
            if "execution_count" in output:
                output["execution_count"] = cell.execution_count
            if "traceback" in output:
                output["traceback"] = [_renumbered(line, numbers) for line in output.traceback]


def _renumbered(line, numbers):
    return _CELL_NUMBER.sub(lambda match: str(numbers.get(int(match[0]), match[0])), line)


def take(notebook, old):
    """Pone en ``notebook`` las salidas y los números de ``old``, celda por celda."""
    by_id = {cell["id"]: cell for cell in old.cells}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell["outputs"] = by_id[cell["id"]]["outputs"]
            cell["execution_count"] = by_id[cell["id"]]["execution_count"]


def say_the_same(notebook, old):
    """Si dos ejecuciones del mismo código solo se distinguen en algún ``≈ número`` o en figuras.

    Entonces conviene conservar la anterior entera, sus números y sus figuras: el historial no se
    llena de diferencias que no dicen nada, y un número nunca queda junto a la figura de otro.
    """
    return not differences(notebook, old)


def differences(notebook, old):
    """El código de las celdas que no dicen lo mismo en dos ejecuciones, salvo ``≈`` y figuras."""
    before = {cell["id"]: cell for cell in old.cells}
    return [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "code"
        and not (cell["id"] in before and _said(cell) == _said(before[cell["id"]]))
    ]


def disagreements(student, solved):
    """Las celdas comunes que no dicen lo mismo en los dos cuadernos ejecutados.

    Returns
    -------
    list of str
        El código de cada una: un ejercicio de antes cambia lo que imprime.
    """
    return [
        group[0][0].source
        for group in paired(student, solved)
        if is_common(group) and _said(group[0][0]) != _said(group[0][1])
    ]


def _said(cell):
    """Lo que dice una celda y se compara, como nbval: ni figuras ni el rastro de un error."""
    if "nbval-ignore-output" in cell.metadata.get("tags", []):
        return None
    return [
        _masked(
            {
                key: {k: v for k, v in value.items() if not k.startswith("image/")}
                if key == "data"
                else value
                for key, value in output.items()
                if key not in ("execution_count", "traceback", "metadata")
            }
        )
        for output in cell.outputs
    ]


def _masked(value):
    if isinstance(value, str):
        return APPROX.sub("≈", value)
    if isinstance(value, list):
        return [_masked(item) for item in value]
    if isinstance(value, dict):
        return {key: _masked(item) for key, item in value.items()}
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
