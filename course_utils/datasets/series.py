"""Las series temporales: las bicicletas que se alquilan cada hora y el mar de El Niño, cada mes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .files import read_verified

if TYPE_CHECKING:
    import pandas as pd


def load_bike_share() -> pd.DataFrame:
    """Carga las bicicletas alquiladas cada hora de 2011 en Washington, con el tiempo que hacía.

    ``describe_columns("bike_share")`` dice qué es cada columna y en qué unidad está.

    Returns
    -------
    pandas.DataFrame
        8645 filas, una por hora y en orden, y 12 columnas: ``datetime`` (datetime64), ``season``,
        ``holiday``, ``working_day``, ``weather``, ``temperature_c``, ``feels_like_c``,
        ``humidity_pct``, ``wind_kmh``, ``casual``, ``registered`` y ``rentals`` (la suma de las
        dos, lo que se predice). Faltan 115 horas, casi todas de madrugada.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    Fuente: H. Fanaee-T y J. Gama (2013), «Event Labeling Combining Ensemble Detectors and
    Background Knowledge», *Progress in Artificial Intelligence*; en el UCI Machine Learning
    Repository, «Bike Sharing», doi:10.24432/C5W894. Licencia CC BY 4.0. El 10 de marzo la humedad
    es 0: el sensor fallaba.

    Examples
    --------
    >>> bikes = load_bike_share()
    >>> bikes.shape
    (8645, 12)
    >>> int(bikes["rentals"].max()), str(bikes["datetime"].max())
    (651, '2011-12-31 23:00:00')
    """
    import pandas as pd

    content = io.BytesIO(read_verified("bike_share"))
    return pd.read_csv(content, compression="gzip", parse_dates=["datetime"])


def load_el_nino() -> pd.DataFrame:
    """Carga la temperatura del mar frente al Perú y el Ecuador, mes a mes, de 1950 a 2010.

    Allí se nota El Niño: cada pocos años, el agua se calienta varios grados.
    ``describe_columns("el_nino")`` dice qué es cada columna y en qué unidad está.

    Returns
    -------
    pandas.DataFrame
        732 filas, una por mes y en orden, y 3 columnas: ``year`` y ``month`` (int64), y
        ``sea_temperature_c`` (float64).

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    Fuente: *National Oceanic and Atmospheric Administration* (NOAA), serie ERSST.V3B de la región
    Niño 1+2 (de 0 a 10 grados sur, y de 80 a 90 oeste). Dominio público.

    Examples
    --------
    >>> sea = load_el_nino()
    >>> sea.shape
    (732, 3)
    >>> sea["sea_temperature_c"].agg(["min", "max"]).tolist()
    [18.95, 29.24]
    """
    import pandas as pd

    return pd.read_csv(io.BytesIO(read_verified("el_nino")))
