"""Las imágenes: Fashion-MNIST, en arrays de NumPy."""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from .files import read_verified

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
    # wbits=31: cabecera gzip. Descomprimir de una vez en memoria es más rápido que leer
    # el archivo a trozos, y la huella ya garantizó que el contenido está sano.
    content = zlib.decompress(read_verified(key), wbits=31)
    # bytearray: el array se puede modificar, como el que entrega keras.datasets.
    return np.frombuffer(bytearray(content), dtype=np.uint8, offset=offset)


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
