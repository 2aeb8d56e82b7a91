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


# Clave -> archivo. Es también el nombre que recibe describe_columns(); data/README.md cuenta de
# dónde viene cada uno.
REGISTRY = {
    "auto_mpg": DataFile(
        path="auto_mpg.csv",
        size=21277,
        sha256="bb6b0bed763ed23b189539d10b504e32a0ddc8e66ccdf12c89c4825fae7ce552",
        license="CC BY 4.0",
        source="https://doi.org/10.24432/C5859H",
    ),
    "california_housing": DataFile(
        path="california_housing.csv.gz",
        size=707222,
        sha256="d3c12e6acc8133d8a12f9bb1a434b70989ca582a7ed777091d02aae9b56d4990",
        license="sin licencia declarada; cifras públicas del censo de 1990",
        source="https://doi.org/10.1016/S0167-7152(96)00140-X",
    ),
    "credit_card_fraud": DataFile(
        path="credit_card_fraud.csv.gz",
        size=22367598,
        sha256="3110d289107816beaf4f315a6b5fe3eb82ea98e907b6f15a742f8e8865a5e6c8",
        license="ODbL 1.0",
        source="https://www.kaggle.com/datasets/mlg-ulb/creditcardfraud",
    ),
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


def load_auto_mpg():
    """Carga Auto-MPG: el consumo de 398 modelos de coche de 1970 a 1982.

    `describe_columns("auto_mpg")` dice qué es cada columna y en qué unidad está.

    Returns
    -------
    pandas.DataFrame
        398 filas, una por modelo, y 9 columnas: ``name``, ``mpg`` (millas por galón, lo que se
        predice), ``cylinders``, ``displacement_cu_in``, ``horsepower`` (6 vacíos), ``weight_lb``,
        ``acceleration_s``, ``model_year`` y ``origin``.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    Fuente: R. Quinlan (1993), «Auto MPG», UCI Machine Learning Repository,
    doi:10.24432/C5859H; reunidos por E. Ramos y D. Donoho para la exposición de 1983 de la
    American Statistical Association. Licencia CC BY 4.0. En esta copia, 1982 reúne los modelos
    de 1981 y de 1982: así viene en el paquete del que se tomó.

    Examples
    --------
    >>> cars = load_auto_mpg()
    >>> cars.shape
    (398, 9)
    >>> int(cars["horsepower"].isna().sum())
    6
    """
    import pandas as pd

    return pd.read_csv(io.BytesIO(read_verified("auto_mpg")), encoding="utf-8")


def load_california_housing():
    """Carga los precios de las casas de California: 20 640 distritos del censo de 1990.

    Son las columnas de ``sklearn.datasets.fetch_california_housing``, que necesita red.
    `describe_columns("california_housing")` dice qué es cada una y en qué unidad está.

    Returns
    -------
    pandas.DataFrame
        20640 filas, una por distrito, y 9 columnas float64 sin vacíos: ``MedInc``, ``HouseAge``,
        ``AveRooms``, ``AveBedrms``, ``Population``, ``AveOccup``, ``Latitude``, ``Longitude`` y
        ``MedHouseVal`` (cientos de miles de dólares, lo que se predice: está cortado en 5.00001).

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    Fuente: R. K. Pace y R. Barry (1997), «Sparse Spatial Autoregressions», *Statistics &
    Probability Letters* 33: 291–297, con cifras públicas del censo de EE. UU. de 1990.

    Examples
    --------
    >>> houses = load_california_housing()
    >>> houses.shape
    (20640, 9)
    >>> float(houses["MedHouseVal"].max())
    5.00001
    """
    import pandas as pd

    content = io.BytesIO(read_verified("california_housing"))
    return pd.read_csv(content, compression="gzip")


def load_credit_card_fraud(*, sample=None, seed=0):
    """Carga 284 807 pagos reales con tarjeta, de dos días de septiembre de 2013; 492 son fraudes.

    `describe_columns("credit_card_fraud")` dice qué es cada columna y en qué unidad está.

    Parameters
    ----------
    sample : int, optional
        Cuántos pagos tomar: una muestra pequeña, para una computadora con poca memoria. Guarda
        la proporción de fraudes y el orden en el tiempo, y escribe una línea con cuántos fraudes
        quedan. Sin decirlo, se cargan todos.
    seed : int, default 0
        Semilla de la muestra.

    Returns
    -------
    pandas.DataFrame
        Una fila por pago, en el orden en que ocurrieron, y 31 columnas: ``Time`` (int64),
        ``V1`` a ``V28`` (float32, redondeadas a 4 decimales), ``Amount`` (float64, euros) y
        ``Class`` (int64: 1 es fraude). Los 1081 duplicados exactos siguen ahí.

    Raises
    ------
    TypeError
        `sample` o `seed` no son enteros.
    ValueError
        `sample` no está entre 1000 y 284807, o el archivo está truncado o alterado.
    FileNotFoundError
        Falta el archivo.

    Notes
    -----
    Fuente: Machine Learning Group, Université Libre de Bruxelles, con Worldline. A. Dal Pozzolo,
    O. Caelen, R. A. Johnson y G. Bontempi (2015), «Calibrating Probability with Undersampling for
    Unbalanced Classification», IEEE CIDM. Licencia Open Database License (ODbL) 1.0. Lo que
    cambiamos: V1 a V28 se redondearon a 4 decimales; ni un pago más, ni uno menos.

    Examples
    --------
    >>> payments = load_credit_card_fraud()
    >>> payments.shape, int(payments["Class"].sum())
    ((284807, 31), 492)
    >>> few = load_credit_card_fraud(sample=20_000)
    Muestra de 20000 pagos: 35 fraudes, el 0.175 % (en todos los datos, 492: el 0.173 %).
    Con tan pocos fraudes, cualquier medida baila: no saques conclusiones de una muestra.
    """
    import pandas as pd

    _check_sample(sample, seed)
    content = zlib.decompress(read_verified("credit_card_fraud"), wbits=31)
    # float32 guarda 7 cifras, y V1 a V28 tienen como mucho 3 enteras y 4 decimales. El importe se
    # suma y se compara al céntimo: float64.
    dtypes = {f"V{number}": "float32" for number in range(1, 29)}
    payments = pd.read_csv(io.BytesIO(content), dtype={**dtypes, "Amount": "float64"})
    return payments if sample is None else _fraud_sample(payments, sample, seed)


_SMALLEST_SAMPLE, _ALL_PAYMENTS = 1000, 284_807


def _check_sample(sample, seed):
    for name, value in (("sample", sample), ("seed", seed)):
        whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
        if not whole and not (name == "sample" and value is None):
            raise TypeError(
                f"{name} debe ser un número entero; llegó {value!r} ({type(value).__name__})."
            )
    if sample is not None and not _SMALLEST_SAMPLE <= sample <= _ALL_PAYMENTS:
        raise ValueError(
            f"sample={sample}: pide entre {_SMALLEST_SAMPLE} pagos (con menos apenas quedaría un "
            f"fraude) y {_ALL_PAYMENTS}, que son todos."
        )
    if seed < 0:
        raise ValueError(f"seed={seed}: la semilla debe ser 0 o un entero positivo.")


def _fraud_sample(payments, size, seed):
    is_fraud = payments["Class"].to_numpy() == 1
    frauds = round(size * is_fraud.mean())
    rng = np.random.default_rng(seed)
    chosen = [
        rng.choice(np.flatnonzero(is_fraud), frauds, replace=False),
        rng.choice(np.flatnonzero(~is_fraud), size - frauds, replace=False),
    ]
    print(
        f"Muestra de {size} pagos: {frauds} fraudes, el {frauds / size:.3%} (en todos los datos, "
        f"{is_fraud.sum()}: el {is_fraud.mean():.3%}).\n".replace("%", " %")
        + "Con tan pocos fraudes, cualquier medida baila: no saques conclusiones de una muestra."
    )
    return payments.iloc[np.sort(np.concatenate(chosen))].reset_index(drop=True)


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


# Conjunto de datos -> columna -> (unidad, qué es).
_COLUMNS = {
    "auto_mpg": {
        "name": ("texto", "Marca y modelo, en minúsculas"),
        "mpg": ("millas por galón", "Lo que se predice: cuánto recorre con un galón de gasolina"),
        "cylinders": ("cilindros", "Cuántos cilindros tiene el motor"),
        "displacement_cu_in": ("pulgadas cúbicas", "Cilindrada: volumen de todos los cilindros"),
        "horsepower": ("caballos (hp)", "Potencia del motor; faltan 6"),
        "weight_lb": ("libras", "Peso del coche"),
        "acceleration_s": ("segundos", "Lo que tarda de 0 a 60 millas por hora (97 km/h)"),
        "model_year": ("año", "Año del modelo; aquí 1982 reúne los de 1981 y 1982"),
        "origin": ("texto", "Dónde se diseñó: USA (EE. UU.), Europe o Japan"),
    },
    "california_housing": {
        "MedInc": ("decenas de miles de $", "Ingreso mediano de los hogares, al año"),
        "HouseAge": ("años", "Edad mediana de las casas; cortada en 52"),
        "AveRooms": ("habitaciones", "Habitaciones por hogar, de media"),
        "AveBedrms": ("dormitorios", "Dormitorios por hogar, de media"),
        "Population": ("personas", "Población del distrito"),
        "AveOccup": ("personas", "Personas por hogar, de media"),
        "Latitude": ("grados", "Latitud del distrito: hacia el norte, mayor"),
        "Longitude": ("grados", "Longitud del distrito: hacia el oeste, más negativa"),
        "MedHouseVal": ("cientos de miles de $", "Lo que se predice: valor mediano; cortado en 5"),
    },
    "credit_card_fraud": {
        "Time": ("segundos", "Desde el primer pago de los datos; abarca dos días"),
        **{
            f"V{number}": ("sin unidad", f"Componente principal {number}; su sentido es secreto")
            for number in range(1, 29)
        },
        "Amount": ("euros", "Importe del pago"),
        "Class": ("0 o 1", "Lo que se predice: 1 si fue un fraude"),
    },
    "messages": {
        "texto": ("texto", "El mensaje, tal como se lee"),
        "spam": ("0 o 1", "Lo que se predice: 1 si es spam"),
    },
    "penguins": {
        "species": ("texto", "Especie: Adelie (de Adelia), Chinstrap (barbijo) o Gentoo (papúa)"),
        "island": ("texto", "Isla en la que anidaba: Biscoe, Dream o Torgersen"),
        "bill_length_mm": ("milímetros", "Largo del pico; faltan 2"),
        "bill_depth_mm": ("milímetros", "Altura del pico, de arriba abajo; faltan 2"),
        "flipper_length_mm": ("milímetros", "Largo de la aleta; faltan 2"),
        "body_mass_g": ("gramos", "Masa del cuerpo; faltan 2"),
        "sex": ("texto", "Sexo: MALE (macho) o FEMALE (hembra); faltan 11"),
    },
}


def describe_columns(name):
    """Dice en español qué es cada columna de un conjunto de datos, y su unidad.

    Parameters
    ----------
    name : str
        ``"auto_mpg"``, ``"california_housing"``, ``"credit_card_fraud"``, ``"messages"`` o
        ``"penguins"``: lo que sigue a ``load_`` en la función que los carga.

    Returns
    -------
    pandas.DataFrame
        Una fila por columna, en el orden de los datos. El índice es el nombre de la columna; hay
        dos columnas de texto, ``unidad`` y ``qué es``.

    Raises
    ------
    ValueError
        No hay un conjunto de datos con ese nombre.

    Examples
    --------
    >>> describe_columns("messages").loc["spam", "unidad"]
    '0 o 1'
    """
    import pandas as pd

    if not isinstance(name, str) or name not in _COLUMNS:
        raise ValueError(
            f"describe_columns recibió {name!r}; se espera uno de estos nombres, entre comillas: "
            f"{', '.join(_COLUMNS)}."
        )
    table = pd.DataFrame.from_dict(_COLUMNS[name], orient="index", columns=["unidad", "qué es"])
    return table.rename_axis("columna")
