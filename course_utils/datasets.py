"""Los datos del curso: cada archivo se comprueba con su SHA-256 y se entrega listo para usar.

Todo vive en la carpeta ``data/`` del proyecto; ninguna función toca la red. La variable de
entorno ``COURSE_DATA_DIR`` señala otra carpeta con el mismo contenido (una memoria USB, el
servidor de la clase).
"""

import hashlib
import io
import os
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

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


@dataclass(frozen=True)
class DataFile:
    """Un archivo de ``data/``: su ruta dentro de la carpeta, su tamaño y su huella."""

    path: str
    size: int  # bytes
    sha256: str
    license: str
    source: str


def _fashion_mnist(name, size, sha256):
    return DataFile(
        path=f"fashion_mnist/{name}",
        size=size,
        sha256=sha256,
        license="MIT © 2017 Zalando SE",
        source="https://github.com/zalandoresearch/fashion-mnist",
    )


# Clave -> archivo. Las claves son internas; data/README.md cuenta de dónde viene cada uno.
REGISTRY = {
    "fashion_mnist/train_images": _fashion_mnist(
        "train-images-idx3-ubyte.gz",
        26421856,
        "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7",
    ),
    "fashion_mnist/train_labels": _fashion_mnist(
        "train-labels-idx1-ubyte.gz",
        29491,
        "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056",
    ),
    "fashion_mnist/test_images": _fashion_mnist(
        "t10k-images-idx3-ubyte.gz",
        4422079,
        "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa",
    ),
    "fashion_mnist/test_labels": _fashion_mnist(
        "t10k-labels-idx1-ubyte.gz",
        5125,
        "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05",
    ),
    "messages": DataFile(
        path="mensajes.csv",
        size=9384,
        sha256="502d04a633738499a8b63cce75eca769473396362e3fd3d973cec5e9057ab7e7",
        license="CC BY 4.0",
        source="https://creativecommons.org/licenses/by/4.0/deed.es",
    ),
    "penguins": DataFile(
        path="penguins.csv",
        size=13478,
        sha256="e07636bd8af74260099ea2f8678e2eabbf35def579940cc76f67061ee16c06c1",
        license="CC0 1.0",
        source="https://doi.org/10.5281/zenodo.3960218",
    ),
}


def data_dir():
    """Devuelve la carpeta de los datos: ``COURSE_DATA_DIR`` si existe esa variable, o ``data/``.

    Returns
    -------
    pathlib.Path

    Examples
    --------
    >>> data_dir().name
    'data'
    """
    custom = os.environ.get("COURSE_DATA_DIR")
    return Path(custom) if custom else Path(__file__).resolve().parent.parent / "data"


def _how_to_repair(file):
    if os.environ.get("COURSE_DATA_DIR"):
        return (
            "Vuelve a copiar ese archivo en la carpeta que señala COURSE_DATA_DIR, o borra "
            "esa variable para usar la carpeta data/ del curso."
        )
    return (
        f"Repáralo, en la carpeta del curso, con:  git checkout -- data/{file.path}  "
        "(si no usas git, descarga el curso de nuevo y descomprímelo entero)."
    )


def read_verified(key):
    """Lee un archivo del registro y comprueba que es, byte a byte, el que debe ser.

    Parameters
    ----------
    key : str
        Clave de ``REGISTRY``.

    Returns
    -------
    bytes
        El contenido, tal como está en el disco (comprimido si lo está).

    Raises
    ------
    FileNotFoundError
        El archivo no está.
    ValueError
        Está truncado o alterado: el tamaño o la huella SHA-256 no son los esperados.
    """
    file = REGISTRY[key]
    path = data_dir() / file.path
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileNotFoundError(
            f"Falta el archivo de datos «{file.path}» (se esperaban {file.size} bytes). "
            + _how_to_repair(file)
        ) from None
    if len(content) != file.size:
        raise ValueError(
            f"El archivo de datos «{file.path}» está incompleto o cambiado: tiene "
            f"{len(content)} bytes y se esperaban {file.size}. " + _how_to_repair(file)
        )
    digest = hashlib.sha256(content).hexdigest()
    if digest != file.sha256:
        raise ValueError(
            f"El archivo de datos «{file.path}» está alterado: su huella SHA-256 empieza por "
            f"{digest[:12]} y se esperaba {file.sha256[:12]}. " + _how_to_repair(file)
        )
    return content


def verify_data():
    """Comprueba todos los archivos del registro.

    Returns
    -------
    dict[str, str | None]
        Ruta de cada archivo dentro de la carpeta de datos -> ``None`` si está bien, o el
        problema, en español.

    Examples
    --------
    >>> set(verify_data().values())
    {None}
    """
    report = {}
    for key, file in REGISTRY.items():
        try:
            read_verified(key)
        except (OSError, ValueError) as error:
            report[file.path] = str(error)
        else:
            report[file.path] = None
    return report


def _read_idx(key, offset):
    # wbits=31: cabecera gzip. Descomprimir de una vez en memoria es más rápido que leer
    # el archivo a trozos, y la huella ya garantizó que el contenido está sano.
    content = zlib.decompress(read_verified(key), wbits=31)
    # bytearray: el array se puede modificar, como el que entrega keras.datasets.
    return np.frombuffer(bytearray(content), dtype=np.uint8, offset=offset)


def load_fashion_mnist():
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


def load_messages():
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


def load_penguins():
    """Carga los pingüinos de Palmer: 344 pingüinos de tres especies, medidos en la Antártida.

    El archivo es el original, con sus nombres de columna en inglés y sus celdas vacías: a dos
    pingüinos no se les pudo medir y de once no se sabe el sexo.

    Returns
    -------
    pandas.DataFrame
        344 filas, una por pingüino, y 7 columnas:

        ``species``
            Especie: ``"Adelie"`` (pingüino de Adelia), ``"Chinstrap"`` (barbijo) o ``"Gentoo"``
            (papúa). Texto.
        ``island``
            Isla del archipiélago Palmer en la que anidaba: ``"Biscoe"``, ``"Dream"`` o
            ``"Torgersen"``. Texto.
        ``bill_length_mm``
            Largo del pico, en milímetros (de la base a la punta). float64, 2 vacíos.
        ``bill_depth_mm``
            Altura del pico, en milímetros (de arriba abajo). float64, 2 vacíos.
        ``flipper_length_mm``
            Largo de la aleta, en milímetros. float64, 2 vacíos.
        ``body_mass_g``
            Masa del cuerpo, en gramos. float64, 2 vacíos.
        ``sex``
            Sexo: ``"MALE"`` (macho) o ``"FEMALE"`` (hembra). Texto, 11 vacíos.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    Fuente: K. B. Gorman, T. D. Williams y W. R. Fraser (2014), «Ecological Sexual Dimorphism
    and Environmental Variability within a Community of Antarctic Penguins (Genus
    *Pygoscelis*)», PLOS ONE 9(3): e90081, con datos de Palmer Station LTER; publicados por
    A. M. Horst, A. P. Hill y K. B. Gorman (2020), *palmerpenguins*,
    doi:10.5281/zenodo.3960218. Licencia CC0 1.0.

    Examples
    --------
    >>> penguins = load_penguins()
    >>> penguins.shape
    (344, 7)
    >>> sorted(penguins["species"].unique())
    ['Adelie', 'Chinstrap', 'Gentoo']
    >>> int(penguins["body_mass_g"].isna().sum()), int(penguins["sex"].isna().sum())
    (2, 11)
    """
    # Aquí y no arriba: quien solo carga imágenes no espera a que se importe pandas.
    import pandas as pd

    return pd.read_csv(io.BytesIO(read_verified("penguins")))
