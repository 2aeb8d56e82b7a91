"""Métricas de regresión: iguales a las de scikit-learn, y nunca n × n diferencias."""

from dataclasses import FrozenInstanceError

import numpy as np
import pandas as pd
import pytest
from sklearn import metrics as sk

from course_utils.metrics.regression import (
    RegressionSummary,
    quantity_text,
    regression_summary,
)

EXACT = {"rel": 1e-12, "abs": 1e-12}


Y_TRUE = [2.0, 3.5, 5.0, 4.0]


Y_PRED = [2.5, 3.5, 4.0, 4.5]


# --- Igual que scikit-learn --------------------------------------------------------------------
@pytest.mark.parametrize("columns", [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize("seed", range(6))
def test_equals_sklearn_whatever_the_shape(seed, columns):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 300))
    y_true = rng.normal(rng.normal(0, 100), 10 ** rng.uniform(-4, 4), n)
    y_pred = y_true + rng.normal(0, 10 ** rng.uniform(-4, 4), n)
    arguments = [
        y[:, np.newaxis] if column else y
        for y, column in zip((y_true, y_pred), columns, strict=True)
    ]
    summary = regression_summary(*arguments)
    assert summary.samples == n
    assert summary.mae == pytest.approx(sk.mean_absolute_error(y_true, y_pred), **EXACT)
    assert summary.rmse == pytest.approx(sk.root_mean_squared_error(y_true, y_pred), **EXACT)
    assert summary.r2 == pytest.approx(sk.r2_score(y_true, y_pred), **EXACT)


def test_numbers_by_hand():
    summary = regression_summary(Y_TRUE, Y_PRED)
    assert summary.mae == 0.5
    assert summary.rmse == pytest.approx(np.sqrt(1.5 / 4))
    assert summary.r2 == pytest.approx(1 - 1.5 / 4.6875)
    assert regression_summary(Y_TRUE, Y_TRUE) == RegressionSummary(0.0, 0.0, 1.0, 4)
    # Responder siempre la media da 0; peor que eso, negativo.
    assert regression_summary(Y_TRUE, [np.mean(Y_TRUE)] * 4).r2 == 0
    assert regression_summary(Y_TRUE, [0] * 4).r2 < -10


@pytest.mark.parametrize(
    "convert",
    [
        list,
        tuple,
        np.array,
        lambda y: np.array(y)[:, np.newaxis],
        lambda y: np.array(y, dtype="float32"),
        lambda y: np.array(y, dtype=object),
        lambda y: pd.Series(y, index=range(500, 504)),
        lambda y: pd.Series(y, index=[3, 2, 1, 0]),  # por posición: el índice no los reordena
        lambda y: pd.Series(y, dtype="Float64"),
        lambda y: pd.DataFrame({"precio": y}),
    ],
)
@pytest.mark.parametrize("which", ["y_true", "y_pred"])
def test_every_container_gives_the_same(which, convert):
    arguments = {"y_true": Y_TRUE, "y_pred": Y_PRED}
    arguments[which] = convert(arguments[which])
    assert regression_summary(**arguments) == regression_summary(Y_TRUE, Y_PRED)


def test_low_precision_does_not_spoil_the_result():
    y = np.linspace(0, 100, 20_000).astype("float32")
    assert regression_summary(y, y + np.float32(0.5)).mae == pytest.approx(0.5, abs=1e-6)


def test_inputs_are_not_modified():
    y_true, y_pred = np.array([1, 2]), np.array([[1.0], [3.0]])
    regression_summary(y_true, y_pred)
    assert y_true.dtype.kind == "i"
    assert y_pred.shape == (2, 1)


# --- Donde R² no está definido -----------------------------------------------------------------
def test_r2_of_one_sample_is_undefined_and_said(recwarn):
    summary = regression_summary([3.0], [[2.0]])
    assert (summary.mae, summary.rmse, summary.r2, summary.samples) == (1.0, 1.0, None, 1)
    for text in (str(summary), summary._repr_html_()):
        assert "sin definir (con una sola muestra" in text
        assert "nan" not in text
        assert "None" not in text
    assert not list(recwarn)


@pytest.mark.parametrize("value", [4.0, 0.1, 0.0])
@pytest.mark.parametrize("perfect", [True, False])
def test_r2_of_constant_data_is_undefined_and_said(recwarn, value, perfect):
    y_true = [value] * 7
    summary = regression_summary(y_true, y_true if perfect else range(7), approx=True)
    assert summary.r2 is None
    assert "R²: sin definir (todos los valores reales son iguales)" in str(summary)
    assert not list(recwarn)
    # Que lo predicho sea constante no es problema.
    assert regression_summary(range(7), y_true).r2 is not None


# --- Textos ------------------------------------------------------------------------------------
def test_text():
    summary = regression_summary(Y_TRUE, Y_PRED, unit="cien mil dólares")
    assert str(summary).splitlines() == [
        "MAE: 0.500 (cien mil dólares)",
        "RMSE: 0.612 (cien mil dólares)",
        "R²: 0.680",
        "Muestras: 4",
    ]
    assert repr(summary) == str(summary)
    assert str(regression_summary(Y_TRUE, Y_PRED)).startswith("MAE: 0.500\nRMSE: 0.612\n")


def test_html_is_accessible_and_escaped():
    html = regression_summary(Y_TRUE, Y_PRED, unit="<km/l>")._repr_html_()
    assert "<td>0.500</td><td>&lt;km/l&gt;</td>" in html
    assert "<td>0.680</td><td>sin unidad</td>" in html
    assert "<caption>Error de las predicciones (4 muestras)</caption>" in html
    assert html.count('scope="row"') == html.count('scope="col"') == 3
    assert "la de los datos" in regression_summary(Y_TRUE, Y_PRED)._repr_html_()
    assert "(1 muestra)" in regression_summary([1], [2])._repr_html_()


def test_approx_marks_every_measure_and_no_count():
    summary = regression_summary(Y_TRUE, Y_PRED, unit="km/l", approx=True)
    for text in (str(summary), repr(summary), summary._repr_html_()):
        assert text.count("≈ 0.") == text.count("0.") == 3
        assert "≈ 4" not in text
    assert "MAE: ≈ 0.500 (km/l)" in str(summary)
    assert "≈" not in str(regression_summary(Y_TRUE, Y_PRED))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0.000"),
        (0.5, "0.500"),
        (5.7735, "5.774"),
        (999.4, "999.400"),
        (52_345.67, "52346"),
        (0.0123456, "0.0123"),  # «0.012» perdería una cifra, y «0.000» las perdería todas
        (3.7e-9, "3.7e-09"),
        (-2.5, "-2.500"),
    ],
)
def test_numbers_keep_the_digits_that_matter(value, text):
    assert quantity_text(value) == text


def test_results_cannot_be_changed_by_accident():
    summary = regression_summary(Y_TRUE, Y_PRED)
    with pytest.raises(FrozenInstanceError):
        summary.mae = 0.0
    assert {type(summary.mae), type(summary.rmse), type(summary.r2)} == {float}
    assert type(summary.samples) is int


# --- Errores -----------------------------------------------------------------------------------
@pytest.mark.parametrize("which", ["y_true", "y_pred"])
@pytest.mark.parametrize(
    ("bad", "error", "message"),
    [
        ([], ValueError, "está vacío"),
        (np.empty((0, 1)), ValueError, "está vacío"),
        (1.5, TypeError, "llegó un float"),
        ("caro", TypeError, "llegó un str"),
        (None, TypeError, "llegó un NoneType"),
        ({1.0, 2.0}, TypeError, "llegó un set"),
        (len, TypeError, "llegó un builtin_function"),
        ([[1.0, 2.0], [3.0]], ValueError, "longitudes distintas"),
        ([[1.0, 2.0], [3.0, 4.0]], ValueError, r"forma \(2, 2\).*Elige una columna"),
        ([[1.0, 2.0]], ValueError, r"forma \(1, 2\).*ravel"),
        (np.zeros((2, 1, 1)), ValueError, r"forma \(2, 1, 1\).*ravel"),
        ([1.0, np.nan], ValueError, "contiene nan en la posición 1;"),
        ([np.inf, np.nan], ValueError, r"contiene inf en la posición 0 \(y son 2 en total\)"),
        ([1.0, -np.inf], ValueError, "contiene -inf en la posición 1"),
        ([1.0, None], ValueError, "no tiene valor en la posición 1"),
        ([1.0, pd.NA], ValueError, "no tiene valor en la posición 1"),
        ([pd.Timestamp(2020, 1, 1), pd.NaT], TypeError, "un Timestamp en la posición 0"),
        (pd.Series([1, None], dtype="Int64"), ValueError, "posición 1"),
        (["setosa", "virginica"], TypeError, "texto, 'setosa', .*classification_summary"),
        (["1.5", "2"], TypeError, r"texto, '1.5', en la posición 0.*dtype=float"),
        ([1.5, "a"], TypeError, "texto, 'a', en la posición 1"),
        (pd.Series(["a", "b"]), TypeError, "texto, 'a'"),
        ([1.0, [2.0]], ValueError, "longitudes distintas"),
        (np.array([1, {}], dtype=object), TypeError, "un dict en la posición 1"),
        ([1.0, 2j], TypeError, "complex128"),
        (np.array(["2020-01-01"], dtype="datetime64[D]"), TypeError, "datetime64"),
        (np.array([b"a"]), TypeError, "de tipo"),
    ],
)
def test_bad_quantities(which, bad, error, message):
    arguments = {"y_true": [1.0, 2.0], "y_pred": [1.0, 2.0], which: bad}
    with pytest.raises(error, match=f"(?s)^{which}.*{message}"):
        regression_summary(**arguments)


def test_missing_numbers_say_how_to_repair_them():
    with pytest.raises(ValueError, match="quita esa muestra"):
        regression_summary([np.nan, 1], [1, 1])
    with pytest.raises(ValueError, match="divergió: baja la tasa de aprendizaje"):
        regression_summary([1, 1], [[np.nan], [1]])


@pytest.mark.parametrize("y_pred", [[1.0, 2.0, 3.0], [[1.0], [2.0], [3.0]], [1.0]])
def test_different_lengths_never_broadcast(y_pred):
    with pytest.raises(ValueError, match=f"y_true tiene 2 valores e y_pred {len(y_pred)}"):
        regression_summary([1.0, 2.0], y_pred)


@pytest.mark.parametrize("unit", [3, ["km/l"], True])
def test_bad_unit(unit):
    with pytest.raises(TypeError, match="unit debe ser un texto"):
        regression_summary(Y_TRUE, Y_PRED, unit=unit)
