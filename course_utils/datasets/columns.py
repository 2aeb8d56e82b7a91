"""Qué es cada columna de cada tabla, y su unidad."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

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
    "bible": {
        "libro": ("texto", "Nombre del libro: hay 66"),
        "genero": (
            "texto",
            "Lo que se predice: ley, historia, poesía, profetas, evangelios o cartas",
        ),
        "capitulo": ("número", "Capítulo del libro"),
        "versiculo": ("número", "Versículo del capítulo"),
        "texto": ("texto", "El versículo, con la ortografía de 1909"),
    },
    "bike_share": {
        "datetime": ("fecha y hora", "La hora en punto en que empieza; faltan 115"),
        "season": ("texto", "Estación: «winter», «spring», «summer» o «fall» (otoño)"),
        "holiday": ("0 o 1", "1 si es un día festivo"),
        "working_day": ("0 o 1", "1 si no es festivo ni fin de semana"),
        "weather": (
            "texto",
            "«clear» (claro), «cloudy/misty», «light rain/snow» o «heavy rain/snow»",
        ),
        "temperature_c": ("grados Celsius", "Temperatura"),
        "feels_like_c": ("grados Celsius", "Sensación térmica"),
        "humidity_pct": ("porcentaje", "Humedad relativa; el 10 de marzo falló el sensor y es 0"),
        "wind_kmh": ("kilómetros por hora", "Velocidad del viento"),
        "casual": ("bicicletas", "Alquiladas por quien no está suscrito"),
        "registered": ("bicicletas", "Alquiladas por quien está suscrito"),
        "rentals": ("bicicletas", "Lo que se predice: todas las alquiladas en esa hora"),
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
    "el_nino": {
        "year": ("año", "De 1950 a 2010"),
        "month": ("mes", "De 1 (enero) a 12 (diciembre)"),
        "sea_temperature_c": (
            "grados Celsius",
            "Lo que se predice: media del mes, en la superficie",
        ),
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
    "verbs": {
        "infinitivo": ("texto", "El verbo, sin conjugar"),
        "tiempo": ("texto", "Presente, imperfecto, pretérito… (siete)"),
        "persona": ("texto", "yo, tú, él, nosotros, vosotros o ellos"),
        "forma": ("texto", "Lo que se predice: el verbo conjugado"),
        "irregular": ("sí o no", "Si la forma no sale de la regla de su terminación"),
    },
}


def describe_columns(name: str) -> pd.DataFrame:
    """Dice en español qué es cada columna de un conjunto de datos, y su unidad.

    Parameters
    ----------
    name : str
        ``"auto_mpg"``, ``"bible"``, ``"bike_share"``, ``"california_housing"``,
        ``"credit_card_fraud"``, ``"el_nino"``, ``"messages"``, ``"penguins"`` o ``"verbs"``:
        lo que sigue a ``load_`` en la función que los carga.

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
