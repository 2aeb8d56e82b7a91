"""Las bicicletas y El Niño: las horas y los meses que hay, y unas medidas que tienen sentido."""

import numpy as np
import pandas as pd
import pytest

import course_utils
from course_utils.datasets import load_bike_share, load_el_nino


def test_they_are_public():
    assert course_utils.load_bike_share is load_bike_share
    assert course_utils.load_el_nino is load_el_nino


# --- Las bicicletas ---


@pytest.fixture(scope="module")
def bikes():
    return load_bike_share()


def test_bikes(bikes):
    assert bikes.shape == (8645, 12)
    assert not bikes.isna().any().any()
    assert (bikes["casual"] + bikes["registered"] == bikes["rentals"]).all()
    assert bikes["rentals"].sum() == 1_243_103
    assert bikes["weather"].value_counts().to_dict() == {
        "clear": 5645,
        "cloudy/misty": 2218,
        "light rain/snow": 781,
        "heavy rain/snow": 1,
    }
    numbers = bikes.select_dtypes("number")
    assert {str(kind) for kind in numbers.dtypes} == {"int64"}
    # La primera hora del archivo original.
    assert bikes.iloc[0].tolist()[1:] == ["winter", 0, 0, "clear", 3, 3, 81, 0, 3, 13, 16]


def test_the_hours_of_2011(bikes):
    moments = bikes["datetime"]
    assert moments.is_monotonic_increasing and moments.is_unique
    every = pd.date_range("2011-01-01", "2011-12-31 23:00", freq="h")
    assert len(every.difference(moments)) == 115
    assert moments.isin(every).all()


def test_the_calendar(bikes):
    weekend = bikes["datetime"].dt.day_of_week >= 5
    assert ((bikes["working_day"] == 1) == ~(weekend | (bikes["holiday"] == 1))).all()
    holidays = bikes.loc[bikes["holiday"] == 1, "datetime"].dt.strftime("%m-%d").unique()
    assert len(holidays) == 10
    assert {"01-17", "07-04", "11-24", "12-26"} <= set(holidays)
    first = bikes.groupby("season")["datetime"].min().dt.strftime("%m-%d").to_dict()
    assert first == {"winter": "01-01", "spring": "03-21", "summer": "06-21", "fall": "09-23"}


def test_units_make_sense(bikes):
    low, high = (bikes.select_dtypes("number").agg(name) for name in ("min", "max"))
    assert (low["temperature_c"], high["temperature_c"]) == (-8, 39)
    assert (low["feels_like_c"], high["feels_like_c"]) == (-16, 50)
    assert (low["humidity_pct"], high["humidity_pct"]) == (0, 100)
    assert (low["wind_kmh"], high["wind_kmh"]) == (0, 57)
    # Con un tiempo templado, lo que se siente es lo que hace: así se sabe que los grados son esos.
    mild = bikes[bikes["temperature_c"].between(10, 20)]
    assert (mild["temperature_c"] == mild["feels_like_c"]).all()
    broken = bikes.loc[bikes["humidity_pct"] == 0, "datetime"]
    assert set(broken.dt.strftime("%m-%d")) == {"03-10"}


# --- El Niño ---


def test_el_nino():
    sea = load_el_nino()
    assert sea.shape == (732, 3)
    assert sea.dtypes.astype(str).tolist() == ["int64", "int64", "float64"]
    expected = [(year, month) for year in range(1950, 2011) for month in range(1, 13)]
    assert list(zip(sea["year"], sea["month"], strict=True)) == expected
    temperature = sea["sea_temperature_c"].to_numpy()
    assert temperature[:3].tolist() == [23.11, 24.2, 25.37]
    assert temperature[-1] == 22.07
    assert (temperature.min(), temperature.max()) == (18.95, 29.24)
    # Los dos Niños más fuertes: 1982-83 y 1997-98.
    by_month = sea.groupby("month")["sea_temperature_c"].transform("mean")
    strongest = sea.assign(anomaly=temperature - by_month).groupby("year")["anomaly"].max()
    assert set(strongest.nlargest(4).index) == {1982, 1983, 1997, 1998}
    assert np.isfinite(temperature).all()
