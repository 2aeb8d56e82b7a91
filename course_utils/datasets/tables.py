"""Las tablas de números: coches, casas, pagos y pingüinos, en DataFrame de pandas."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING

import numpy as np

from course_utils.arguments.numbers import is_integer

from .files import open_verified, read_verified

if TYPE_CHECKING:  # al cargar una, y no antes: quien solo quiere imágenes no espera a pandas
    import pandas as pd


def load_auto_mpg() -> pd.DataFrame:
    """Carga Auto-MPG: el consumo de 398 modelos de coche de 1970 a 1982.

    ``describe_columns("auto_mpg")`` dice qué es cada columna y en qué unidad está.

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


def load_california_housing() -> pd.DataFrame:
    """Carga los precios de las casas de California: 20 640 distritos del censo de 1990.

    Son las columnas de ``sklearn.datasets.fetch_california_housing``, que necesita red.
    ``describe_columns("california_housing")`` dice qué es cada una y en qué unidad está.

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


def load_credit_card_fraud(*, sample: int | None = None, seed: int = 0) -> pd.DataFrame:
    """Carga 284 807 pagos reales con tarjeta, de dos días de septiembre de 2013; 492 son fraudes.

    ``describe_columns("credit_card_fraud")`` dice qué es cada columna y en qué unidad está.

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
        ``sample`` o ``seed`` no son enteros.
    ValueError
        ``sample`` no está entre 1000 y 284807, o el archivo está truncado o alterado.
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
    # float32 guarda 7 cifras, y V1 a V28 tienen como mucho 3 enteras y 4 decimales. El importe se
    # suma y se compara al céntimo: float64.
    dtypes = {f"V{number}": "float32" for number in range(1, 29)}
    # A trozos: el texto descomprimido, entero, ocupa más del doble que la tabla.
    with open_verified("credit_card_fraud") as file, gzip.open(file) as rows:
        payments = pd.read_csv(rows, dtype={**dtypes, "Amount": "float64"})
    return payments if sample is None else _fraud_sample(payments, sample, seed)


_SMALLEST_SAMPLE, _ALL_PAYMENTS = 1000, 284_807


def _check_sample(sample, seed):
    for name, value in (("sample", sample), ("seed", seed)):
        if not is_integer(value) and not (name == "sample" and value is None):
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


def load_penguins() -> pd.DataFrame:
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
    import pandas as pd

    return pd.read_csv(io.BytesIO(read_verified("penguins")))
