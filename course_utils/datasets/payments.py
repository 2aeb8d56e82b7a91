"""Un archivo de pagos nuevos, revisado entero antes de que ningún modelo lo mire.

Quien puntúa pagos no elige qué le llega: una hoja de cálculo guardada con comas decimales, una
columna de menos, una celda vacía. Aquí un archivo pasa completo o no pasa, y el error dice en qué
línea mirar.
"""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import numpy as np
import pandas as pd

__all__ = ["PAYMENT_COLUMNS", "read_payments"]

# Las de load_credit_card_fraud() menos Class, que es lo que se va a predecir.
PAYMENT_COLUMNS = ("Time", *(f"V{number}" for number in range(1, 29)), "Amount")


def read_payments(path: str | Path) -> pd.DataFrame:
    """Lee un CSV de pagos nuevos, o se niega y dice por qué: nunca entrega una parte.

    Parameters
    ----------
    path : str or pathlib.Path
        Un CSV en UTF-8, separado por comas, con punto decimal. La primera línea lleva los nombres
        de las columnas: ``Time``, ``V1`` a ``V28`` y ``Amount``, en cualquier orden y ninguna más.

    Returns
    -------
    pandas.DataFrame
        Una fila por pago y las 30 columnas de ``PAYMENT_COLUMNS``, en ese orden y con los tipos de
        ``load_credit_card_fraud``: ``V1`` a ``V28`` float32; ``Time`` (segundos) y ``Amount``
        (euros), float64.

    Raises
    ------
    FileNotFoundError
        El archivo no está.
    OSError
        No se puede leer: es una carpeta, o falta el permiso.
    ValueError
        El archivo está vacío o no es texto, falta o sobra una columna, o alguna celda está vacía,
        no es un número, es infinita o es negativa donde no puede serlo. Se nombran la línea del
        archivo (la de los nombres es la 1) y la columna.

    Examples
    --------
    >>> from course_utils import load_credit_card_fraud
    >>> import tempfile
    >>> new = load_credit_card_fraud().drop(columns="Class").tail(3)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     new.to_csv(f"{folder}/pagos.csv", index=False)
    ...     read_payments(f"{folder}/pagos.csv").shape
    (3, 30)
    """
    path = Path(path)
    header, rows, lines = _read_rows(path)
    _check_header(header, path.name)
    if not rows:
        raise ValueError(
            f"«{path.name}» tiene los nombres de las columnas, pero ningún pago debajo."
        )
    cells = pd.DataFrame(rows, columns=header)[list(PAYMENT_COLUMNS)]
    numbers = cells.apply(pd.to_numeric, errors="coerce").astype("float64")
    _check_cells(cells, numbers, lines, path.name)
    return numbers.astype(dict.fromkeys(PAYMENT_COLUMNS[1:-1], "float32"))


def _read_rows(path):
    """Los nombres, las filas de texto y la línea del archivo en la que está cada fila."""
    text = _read_text(path)
    reader = csv.reader(io.StringIO(text))
    header, rows, lines = None, [], []
    for cells in _or_say_where(reader, path.name):
        if not any(cell.strip() for cell in cells):
            continue  # una línea en blanco no es un pago
        if header is None:
            header = [cell.strip() for cell in cells]
            continue
        if len(cells) != len(header):
            raise ValueError(
                f"«{path.name}», línea {reader.line_num}: tiene {len(cells)} celdas y hay "
                f"{len(header)} columnas. ¿Sobra o falta una coma?"
            )
        rows.append(cells)
        lines.append(reader.line_num)
    if header is None:
        raise ValueError(f"«{path.name}» está vacío: no hay nombres de columnas ni pagos.")
    return header, rows, lines


def _read_text(path):
    if os.path.isdir(path):
        raise IsADirectoryError(f"«{path.name}» es una carpeta, y hace falta un archivo CSV.")
    if not os.path.isfile(path):
        raise FileNotFoundError(
            f"No hay ningún archivo «{path.name}» en «{path.parent}». Revisa los dos nombres."
        )
    try:
        text = path.read_text(encoding="utf-8-sig")  # Excel pone una marca al principio
    except OSError as error:
        raise type(error)(
            f"No se puede leer «{path.name}», aunque está en «{path.parent}»: mira si tu usuario "
            "tiene permiso y, en Windows, si otro programa lo tiene abierto."
        ) from None
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise ValueError(
            f"«{path.name}» no es texto en UTF-8. Si es una hoja de cálculo, ábrela y guárdala "
            "como «CSV UTF-8»."
        )
    return text


def _or_say_where(reader, name):
    try:
        yield from reader
    except csv.Error:
        raise ValueError(
            f"«{name}», línea {reader.line_num}: una celda pasa de {csv.field_size_limit()} "
            "letras. ¿Falta cerrar unas comillas?"
        ) from None


def _check_header(header, name):
    if len(header) == 1 and ";" in header[0]:
        raise ValueError(
            f"«{name}» separa las columnas con punto y coma. Guárdalo separado por comas, y con "
            "punto decimal: 12.50 y no 12,50."
        )
    repeated = sorted({column for column in header if header.count(column) > 1})
    missing = [column for column in PAYMENT_COLUMNS if column not in header]
    extra = [column for column in header if column not in PAYMENT_COLUMNS]
    problems = [
        f"{what} {', '.join(columns)}"
        for what, columns in (("falta", missing), ("sobra", extra), ("está repetida", repeated))
        if columns
    ]
    if problems:
        advice = " Quita Class: es lo que se va a predecir." if "Class" in extra else ""
        raise ValueError(
            f"«{name}», línea 1, columnas: {'; '.join(problems)}. Se esperan exactamente Time, "
            f"V1 a V28 y Amount.{advice}"
        )


def _check_cells(cells, numbers, lines, name):
    negative = pd.DataFrame(False, index=cells.index, columns=cells.columns)
    negative[["Time", "Amount"]] = numbers[["Time", "Amount"]] < 0
    wrong = ~np.isfinite(numbers) | negative
    if not wrong.to_numpy().any():
        return
    row, column = np.argwhere(wrong.to_numpy())[0]
    others = int(wrong.to_numpy().sum()) - 1
    rest = {0: "", 1: " Hay otra celda con problemas."}.get(
        others, f" Hay otras {others} celdas con problemas."
    )
    raise ValueError(
        f"«{name}», línea {lines[row]}, columna {cells.columns[column]}: "
        f"{_what_is_wrong(cells.iat[row, column])}{rest} No se ha puntuado ningún pago."
    )


def _what_is_wrong(cell):
    if cell.strip().lower() in ("", "nan", "na", "n/a", "null", "none"):
        return "la celda está vacía y se espera un número."
    try:
        number = float(cell)
    except ValueError:
        comma = " Usa el punto decimal: 12.50 y no 12,50." if "," in cell else ""
        return f"dice «{cell.strip()[:30]}» y se espera un número.{comma}"
    if number < 0:
        return f"dice {cell.strip()} y no puede ser negativo."
    return f"dice «{cell.strip()[:30]}» y se espera un número finito."
