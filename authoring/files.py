"""Escribir un archivo entero o dejar el que había, y decir qué lo impidió."""

import errno
import os
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "no queda espacio en el disco",
    errno.EACCES: "tu usuario no tiene permiso para escribir ahí",
    errno.EPERM: "tu usuario no tiene permiso para escribir ahí",
    errno.EROFS: "ahí solo se puede leer",
}
if hasattr(errno, "EDQUOT"):  # Windows no tiene cuotas
    _REASONS[errno.EDQUOT] = "se acabó tu cuota de disco"


def write_whole(path, content):
    """Escribe texto o bytes; un corte o un disco lleno dejan el archivo de antes, nunca la mitad.

    Parameters
    ----------
    path : Path
        Su carpeta se crea si no está.
    content : str or bytes
        El texto se escribe en UTF-8, con los saltos de línea tal como vienen.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode("utf-8") if isinstance(content, str) else content
    beside = path.with_name(f"{path.name}.nuevo")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def why_not(error):
    """Por qué el sistema no dejó escribir, en una frase; ``None`` si es otra cosa.

    Examples
    --------
    >>> why_not(OSError(errno.ENOSPC, "No space left on device", "notebooks/x.ipynb"))
    'No se pudo escribir «notebooks/x.ipynb»: no queda espacio en el disco.'
    """
    reason = _REASONS.get(error.errno)
    where = f" «{error.filename}»" if error.filename else ""
    return reason and f"No se pudo escribir{where}: {reason}."
