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


def _read_idx(key: str, offset: int) -> np.ndarray:
    """Los números de un archivo IDX, en un array que se puede modificar, como el de Keras."""
    # A trozos: ni el archivo ni las imágenes están dos veces en memoria.
    with open_verified(key) as file:
        file.seek(-4, os.SEEK_END)
        values = np.empty(int.from_bytes(file.read(), "little"), np.uint8)  # lo dice el final
        file.seek(0)
        filled, decompressor = 0, zlib.decompressobj(wbits=31)  # 31: cabecera gzip
        while piece := file.read(1 << 20):
            part = decompressor.decompress(piece)
            values[filled : filled + len(part)] = np.frombuffer(part, np.uint8)
            filled += len(part)
    return values[offset:]


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
    names = ("train_images", "train_labels", "test_images", "test_labels")
    # En dos hilos: calcular huellas y descomprimir no ocupan el intérprete de Python.
    with ThreadPoolExecutor(max_workers=2) as pool:
        x_train, y_train, x_test, y_test = pool.map(
            _read_idx, [f"fashion_mnist/{name}" for name in names], (16, 8, 16, 8)
        )
    return (x_train.reshape(-1, 28, 28), y_train), (x_test.reshape(-1, 28, 28), y_test)
