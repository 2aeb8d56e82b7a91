"""Unas fotografías que se pueden usar y repartir."""

from __future__ import annotations

import numpy as np

from .files import open_verified

# Nombre -> clave en el registro.
_PHOTOS = {
    "taza de café": "photos/coffee",
    "gata": "photos/chelsea",
    "astronauta": "photos/astronaut",
    "cohete": "photos/rocket",
    "fotógrafo": "photos/camera",
    "retina": "photos/retina",
}


def load_photos() -> dict[str, np.ndarray]:
    """Carga seis fotografías en color (una, en gris), de dominio público.

    Returns
    -------
    dict[str, numpy.ndarray]
        Nombre -> imagen de forma (alto, ancho, 3), uint8, de 0 a 255. Cada una, de su tamaño. En la
        del fotógrafo, que es en blanco y negro, los tres canales son iguales.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta un archivo, o está truncado o alterado.

    Notes
    -----
    Vienen con scikit-image; ``data/README.md`` dice de quién es cada una.

    Examples
    --------
    >>> photos = load_photos()
    >>> photos["gata"].shape
    (300, 451, 3)
    """
    from PIL import Image

    photos = {}
    for name, key in _PHOTOS.items():
        with open_verified(key) as file:
            photos[name] = np.asarray(Image.open(file).convert("RGB"))
    return photos
