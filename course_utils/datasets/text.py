"""El texto: mensajes cortos en español, *spam* y normales."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .files import read_verified

if TYPE_CHECKING:
    import pandas as pd


def load_messages() -> pd.DataFrame:
    """Carga 120 mensajes cortos en español: la mitad son *spam* y la otra mitad, normales.

    Los escribimos para este curso, a imitación de los que llegan a cualquier teléfono. Las
    personas, los bancos y los premios que aparecen son inventados; en lugar de direcciones de
    internet dicen «enlace».

    Returns
    -------
    pandas.DataFrame
        120 filas, una por mensaje, ya desordenadas, y 2 columnas:

        ``texto``
            El mensaje, tal como se lee. Texto, ninguno repetido.
        ``spam``
            1 si es *spam* (60 mensajes) y 0 si es normal (60 mensajes). int64.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    Escritos para este curso. Licencia CC BY 4.0. Con 120 mensajes se aprende cómo funciona un
    filtro; para hacer uno de verdad hacen falta muchos miles.

    Examples
    --------
    >>> messages = load_messages()
    >>> messages.shape
    (120, 2)
    >>> messages["spam"].value_counts().sort_index().to_dict()
    {0: 60, 1: 60}
    """
    import pandas as pd

    return pd.read_csv(io.BytesIO(read_verified("messages")), encoding="utf-8")
