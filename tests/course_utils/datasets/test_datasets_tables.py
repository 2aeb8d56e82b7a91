"""California, Auto-MPG y los pagos: lo que las lecciones cuentan con encontrar en ellos."""

import io
import tracemalloc

import numpy as np
import pandas as pd
import pytest

import course_utils
from course_utils.datasets import (
    load_auto_mpg,
    load_california_housing,
    load_credit_card_fraud,
    load_messages,
    load_penguins,
    read_verified,
)

TABLES = {
    "auto_mpg": load_auto_mpg,
    "california_housing": load_california_housing,
    "credit_card_fraud": load_credit_card_fraud,
    "messages": load_messages,
    "penguins": load_penguins,
}


@pytest.fixture(scope="module")
def payments():
    return load_credit_card_fraud()


def test_they_are_public():
    for name, load in TABLES.items():
        assert getattr(course_utils, f"load_{name}") is load


# --- California ---


def test_california():
    houses = load_california_housing()
    assert houses.shape == (20640, 9)
    assert set(houses.dtypes) == {np.dtype("float64")}
    assert not houses.isna().any().any()
    # Las cifras publicadas: la primera fila, los límites y el corte del valor.
    assert houses.loc[0, ["MedInc", "HouseAge", "MedHouseVal"]].tolist() == [8.3252, 41, 4.526]
    assert houses.loc[0, "AveRooms"] == pytest.approx(6.984126984126984, abs=1e-15)
    assert (houses["MedHouseVal"].min(), houses["MedHouseVal"].max()) == (0.14999, 5.00001)
    assert houses["HouseAge"].max() == 52
    assert houses["Latitude"].between(32, 42).all()
    assert houses["Longitude"].between(-125, -114).all()
    assert houses["MedHouseVal"].mean() == pytest.approx(2.068558, abs=1e-6)


# --- Auto-MPG ---


def test_auto_mpg():
    cars = load_auto_mpg()
    assert cars.shape == (398, 9)
    empty = cars.isna().sum()
    assert empty[empty > 0].to_dict() == {"horsepower": 6}
    assert cars["origin"].value_counts().to_dict() == {"USA": 249, "Japan": 79, "Europe": 70}
    assert sorted(cars["cylinders"].unique()) == [3, 4, 5, 6, 8]
    assert (cars["mpg"].min(), cars["mpg"].max()) == (9.0, 46.6)
    assert (cars["weight_lb"].min(), cars["weight_lb"].max()) == (1613, 5140)
    # 1982 reúne los de 1981 y 1982, como avisa el docstring.
    assert cars["model_year"].value_counts()[1982] == 60
    assert 1981 not in set(cars["model_year"])


# --- Los pagos ---


def test_payments(payments):
    assert payments.shape == (284807, 31)
    assert payments["Class"].sum() == 492
    assert payments.duplicated().sum() == 1081
    assert payments.drop_duplicates()["Class"].sum() == 473
    assert not payments.isna().any().any()
    assert payments["Time"].is_monotonic_increasing
    assert payments["Time"].iloc[-1] == 172792
    assert payments["Amount"].max() == 25691.16
    # Los céntimos se suman sin perder ninguno: por eso el importe es float64.
    assert round(payments["Amount"].sum(), 2) == 25162590.01


def test_payments_types(payments):
    kinds = payments.dtypes.astype(str)
    assert set(kinds["V1":"V28"]) == {"float32"}
    assert kinds[["Time", "Amount", "Class"]].tolist() == ["int64", "float64", "int64"]


def test_reading_the_payments_takes_little_more_memory_than_they_do():
    tracemalloc.start()
    try:
        payments = load_credit_card_fraud()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1.3 * payments.memory_usage().sum()


def test_float32_keeps_the_four_decimals(payments):
    # Lo que se guardó tiene 4 decimales; float32 no se aparta de ellos ni en la quinta cifra.
    content = io.BytesIO(read_verified("credit_card_fraud"))
    exact = pd.read_csv(content, compression="gzip", nrows=20_000)
    assert (payments.head(20_000)["V1"] - exact["V1"]).abs().max() < 1e-5


@pytest.mark.parametrize("size", [1000, 20_000, 284_807])
def test_a_sample_keeps_the_proportion_and_says_it(size, payments, capsys):
    sample = load_credit_card_fraud(sample=size)
    frauds = round(size * 492 / 284807)
    assert len(sample) == size
    assert sample["Class"].sum() == frauds
    assert sample["Time"].is_monotonic_increasing
    assert list(sample.index) == list(range(size))
    text = capsys.readouterr().out
    assert f"{size} pagos: {frauds} fraudes, el {100 * frauds / size:.3f} %" in text
    assert len(payments.merge(sample.drop_duplicates())) >= size - 1081


def test_the_whole_says_nothing(capsys):
    load_credit_card_fraud()
    assert capsys.readouterr().out == ""


def test_the_seed_of_the_sample():
    first, same = (load_credit_card_fraud(sample=2000, seed=3) for _ in range(2))
    other = load_credit_card_fraud(sample=2000, seed=4)
    pd.testing.assert_frame_equal(first, same)
    assert not first.equals(other)


@pytest.mark.parametrize(
    ("arguments", "error", "fragment"),
    [
        ({"sample": 0.1}, TypeError, "sample debe ser un número entero; llegó 0.1"),
        ({"sample": "20000"}, TypeError, "llegó '20000'"),
        ({"sample": True}, TypeError, "llegó True"),
        ({"sample": 999}, ValueError, "entre 1000 pagos"),
        ({"sample": 284_808}, ValueError, "284807, que son todos"),
        ({"sample": 2000, "seed": None}, TypeError, "seed debe ser un número entero"),
        ({"sample": 2000, "seed": -1}, ValueError, "seed=-1"),
    ],
)
def test_a_bad_sample(arguments, error, fragment):
    with pytest.raises(error, match=fragment):
        load_credit_card_fraud(**arguments)
