"""Ejecuta un cuaderno de arriba abajo en un núcleo nuevo."""

import os
import re
import subprocess

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError as ExecutionError
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from .errors import AuthoringError

# Segundos. Ninguna celda pasa de dos minutos aquí: es para lo que no acaba nunca, y un equipo viejo
# (o uno compartido, un mal día) tarda cuatro veces más.
CELL_TIMEOUT = 900
LESSON_GB = 1.9  # lo que llega a ocupar el cuaderno que más memoria pide
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


class NotebookFailed(AuthoringError):
    """Una celda falló.

    Attributes
    ----------
    cell_index : int or None
        Posición de la celda en el cuaderno, desde 0.
    error : str
        El error original.
    """

    def __init__(self, message, cell_index=None, error=""):
        super().__init__(message)
        self.cell_index = cell_index
        self.error = error


def at_once(cores, free_bytes):
    """Cuántos cuadernos caben a la vez en este equipo: dos, o uno."""
    return 2 if cores >= 2 and free_bytes >= 2 * LESSON_GB * 1e9 else 1


def run_notebook(
    notebook,
    folder,
    *,
    strict,
    on_cell=None,
    ignore_stderr=False,
    python=None,
    environment=None,
):
    """Ejecuta ``notebook`` en el sitio: sus celdas quedan con sus salidas.

    Parameters
    ----------
    notebook : NotebookNode
    folder : Path
        Carpeta de trabajo del núcleo.
    strict : bool
        Con ``COURSE_STRICT=1``: todo ejercicio tiene que resultar ✅.
    on_cell : callable, optional
        Se llama con (celdas de código hechas, total) después de cada una.
    ignore_stderr : bool
        Lo que se escriba en la salida de errores ni se guarda ni es un fallo: en un equipo
        cualquiera hay avisos que no estorban (Matplotlib, si no puede guardar su caché).
    python : Path, optional
        Con qué Python; sin él, con este.
    environment : dict of str, optional
        Sus variables de entorno; sin ellas, las de este.

    Raises
    ------
    NotebookFailed
        Una celda lanzó un error, no terminó a tiempo, escribió en la salida de errores, o
        lleva la etiqueta ``raises-exception`` y no lanzó ninguno.
    """
    code_cells = [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    current = {"index": None}

    def started(cell, cell_index):
        current["index"] = cell_index

    def finished(cell, cell_index):
        if on_cell and cell_index in code_cells:
            on_cell(code_cells.index(cell_index) + 1, len(code_cells))

    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        # Sin el aviso del núcleo sobre TCP sin cifrar: es local y vive lo que dura el cuaderno.
        extra_arguments=["--IPKernelApp.log_level=40"],
        record_timing=False,
        coalesce_streams=True,
        store_widget_state=False,
        on_cell_execute=started,
        on_cell_complete=finished,
    )
    if python is not None:
        client.create_kernel_manager().kernel_spec.argv[0] = str(python)
    environment = {
        **(os.environ if environment is None else environment),
        "COURSE_STATIC": "1",
        "COURSE_STRICT": "1" if strict else "0",
        "COURSE_PROGRESS": "no",  # no es el avance de nadie
    }
    # Lo que el núcleo escribe antes de estar listo no va a ninguna celda, sino a la terminal.
    stderr = subprocess.DEVNULL if ignore_stderr else None
    try:
        client.execute(env=environment, stderr=stderr)
    except ExecutionError as error:
        raise _failed(notebook, current["index"], f"{error.ename}: {error.evalue}") from None
    except CellTimeoutError:
        why = f"no terminó en {CELL_TIMEOUT} segundos"
        raise _failed(notebook, current["index"], why) from None
    except DeadKernelError:
        why = "el núcleo se detuvo (¿falta memoria?)"
        raise _failed(notebook, current["index"], why) from None
    finally:
        if ignore_stderr:
            _drop_stderr(notebook)
    # nbclient apunta la versión exacta de Python del núcleo; el cuaderno no depende de ella.
    notebook.metadata["language_info"] = {"name": "python"}
    _refuse_surprises(notebook)


def _failed(notebook, index, why):
    source = notebook.cells[index].source if index is not None else ""
    why = _ANSI.sub("", why)
    return NotebookFailed(f"la celda {index} falló. {why}\n{source[:400]}", index, why)


def _is_stderr(output):
    return output.output_type == "stream" and output.name == "stderr"


def _drop_stderr(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if not _is_stderr(output)]


def _refuse_surprises(notebook):
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        for output in cell.outputs:
            if _is_stderr(output):
                raise _failed(notebook, index, f"escribió en la salida de errores: {output.text}")
        raised = any(output.output_type == "error" for output in cell.outputs)
        if "raises-exception" in cell.metadata.get("tags", []) and not raised:
            raise _failed(notebook, index, "lleva «raises-exception» y no lanzó ningún error")
