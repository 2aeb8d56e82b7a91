"""Las imágenes: Fashion-MNIST, en arrays de NumPy."""

from __future__ import annotations

import os
import zlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from .files import open_verified

FASHION_MNIST_CLASSES = (
    "Camiseta",
    "Pantalón",
    "Suéter",
    "Vestido",
    "Abrigo",
    "Sandalia",
    "Camisa",
    "Zapatilla",
    "Bolso",
    "Botín",
)


# Lo que hay delante de los números en un archivo IDX, y cuántos bytes ocupa cada fila.
_IMAGES, _LABELS = (16, 28 * 28), (8, 1)


def _read_idx(
    key: str, layout: tuple[int, int], start: int = 0, stop: int | None = None
) -> np.ndarray:
    """Las filas pedidas de un archivo IDX, en un array que se puede modificar, como el de Keras."""
    header, row = layout
    # A trozos: ni el archivo ni las imágenes están dos veces en memoria.
    with open_verified(key) as file:
        file.seek(-4, os.SEEK_END)
        size = int.from_bytes(file.read(), "little")  # sin comprimir; lo dice el final de un gzip
        first = header + start * row
        last = size if stop is None else min(header + stop * row, size)
        values = np.empty(last - first, np.uint8)
        file.seek(0)
        seen, decompressor = 0, zlib.decompressobj(wbits=31)  # 31: cabecera gzip
        while seen < last:
            part = decompressor.decompress(file.read(1 << 20))
            wanted = part[max(first - seen, 0) : last - seen]
            place = max(seen - first, 0)
            values[place : place + len(wanted)] = np.frombuffer(wanted, np.uint8)
            seen += len(part)
    return values


def load_some_garments(
    part: str, start: int = 0, stop: int | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Unas filas de Fashion-MNIST, sin tener nunca las demás en memoria.

    Parameters
    ----------
    part : str
        ``"train"`` o ``"test"``.
    start, stop : int
        De qué fila a cuál, sin contar la última; sin ellas, desde la primera o hasta el final.

    Returns
    -------
    images, labels : tuple of numpy.ndarray
        De formas (filas, 28, 28) y (filas,), uint8.

    Examples
    --------
    >>> images, labels = load_some_garments("train", 55_000)
    >>> images.shape, labels.shape
    ((5000, 28, 28), (5000,))
    """
    images = _read_idx(f"fashion_mnist/{part}_images", _IMAGES, start, stop)
    return images.reshape(-1, 28, 28), _read_idx(
        f"fashion_mnist/{part}_labels", _LABELS, start, stop
    )


def load_fashion_mnist() -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Carga Fashion-MNIST: 70 000 prendas de ropa en imágenes de 28×28 píxeles.

    Entrega lo mismo, y en el mismo orden, que ``keras.datasets.fashion_mnist.load_data()``.
    Los nombres en español de las diez clases están en ``FASHION_MNIST_CLASSES``.

    Returns
    -------
    (x_train, y_train), (x_test, y_test) : tuplas de numpy.ndarray
        ``x_train`` (60000, 28, 28) y ``x_test`` (10000, 28, 28): uint8, intensidad de 0
        (fondo) a 255. ``y_train`` (60000,) e ``y_test`` (10000,): uint8, clase de 0 a 9.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta un archivo, o está truncado o alterado.

    Notes
    -----
    Fuente: Xiao, Rasul y Vollgraf (2017), «Fashion-MNIST: a Novel Image Dataset for
    Benchmarking Machine Learning Algorithms», arXiv:1708.07747. Licencia MIT, Zalando SE.

    Examples
    --------
    >>> (x_train, y_train), (x_test, y_test) = load_fashion_mnist()
    >>> x_train.shape, x_train.dtype, x_test.shape
    ((60000, 28, 28), dtype('uint8'), (10000, 28, 28))
    >>> FASHION_MNIST_CLASSES[y_train[0]]
    'Botín'
    """
    # En dos hilos: calcular huellas y descomprimir no ocupan el intérprete de Python.
    with ThreadPoolExecutor(max_workers=2) as pool:
        train, test = pool.map(load_some_garments, ("train", "test"))
    return train, test
