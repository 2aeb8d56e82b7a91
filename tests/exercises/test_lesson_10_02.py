"""Contrato de los ejercicios de la lección 10.2, La familia ARIMA."""

import numpy as np
import pytest
from contract import make_contract

from course_utils import load_el_nino

WHY = "necesita statsmodels, que se instala con: make series"
arima = pytest.importorskip("statsmodels.tsa.arima.model", reason=WHY)

SEA = load_el_nino()
PAST = SEA.loc[SEA["year"] < 1990, "sea_temperature_c"].to_numpy()
SEASONAL = {"order": (2, 0, 0), "seasonal_order": (0, 1, 1, 12)}


def autoregressive(phi, shocks):
    values = np.array(shocks)
    for t in range(1, len(values)):
        values[t] += phi * values[t - 1]
    return values


def fitted(values, p):
    view = np.lib.stride_tricks.sliding_window_view(values, p + 1)
    return np.linalg.lstsq(view[:, -2::-1], view[:, -1], rcond=None)[0]


def forecast(weights, past, steps):
    recent = list(past[::-1])
    for _ in range(steps):
        recent.insert(0, sum(w * v for w, v in zip(weights, recent, strict=False)))
    return np.array(recent[:steps][::-1])


def moving(thetas, shocks):
    return np.convolve(np.append(1, thetas), shocks)[: len(shocks)]


def sarima(**changes):
    return arima.ARIMA(PAST, **{**SEASONAL, **changes})


GOOD = {
    "10.2.1": [(autoregressive,)],
    "10.2.2": [(fitted,)],
    "10.2.3": [(forecast,)],
    "10.2.4": [(moving,)],
    "10.2.5": [(lambda real, low, high: np.mean((real >= low) & (high >= real)),)],
    "10.2.6": [(sarima(),), (sarima(trend="n"),)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "10.2.1": [
        ((7,), "función"),
        ((lambda phi, shocks: shocks,), "no da fi por el valor anterior"),
        ((lambda phi, shocks: autoregressive(phi, shocks).tolist(),), "array de NumPy"),
        ((lambda phi, shocks: np.zeros(2),), "tener forma"),
    ],
    "10.2.2": [
        ((7,), "función"),
        ((lambda values, p: np.zeros(p),), "no da los pesos"),
        ((lambda values, p: fitted(values, p).tolist(),), "array de NumPy"),
        ((lambda values, p: np.zeros(9),), "tener forma"),
    ],
    "10.2.3": [
        ((7,), "función"),
        ((lambda weights, past, steps: np.zeros(steps),), "no da lo que sigue"),
        ((lambda weights, past, steps: None,), "array de NumPy"),
        ((lambda weights, past, steps: np.zeros(11),), "tener forma"),
    ],
    "10.2.4": [
        ((7,), "función"),
        ((lambda thetas, shocks: np.array(shocks),), "no da cada empujón"),
        ((lambda thetas, shocks: moving(thetas, shocks).tolist(),), "array de NumPy"),
        ((lambda thetas, shocks: np.zeros(2),), "tener forma"),
    ],
    "10.2.5": [
        ((7,), "función"),
        ((lambda real, low, high: 0.33,), "No es la parte"),
        ((lambda real, low, high: "1",), "número"),
    ],
    "10.2.6": [
        (("ARIMA",), "debe ser un ARIMA"),
        ((arima.ARIMA(PAST[:60], order=(1, 0, 0)).fit(),), "ya ajustado"),
        ((arima.ARIMA(SEA["sea_temperature_c"].to_numpy(), **SEASONAL),), "todos los años"),
        ((arima.ARIMA(PAST[:100], **SEASONAL),), "no es temperature"),
        ((sarima(order=(0, 0, 2)),), "valores anteriores, delante"),
        ((sarima(order=(2, 1, 0)),), "d es 0"),
        ((sarima(order=(2, 0, 1)),), "q es 0"),
        ((sarima(order=(3, 0, 0)),), "order no es el pedido"),
        ((sarima(seasonal_order=(0, 0, 0, 0)),), "Falta lo de año en año"),
        ((sarima(seasonal_order=(0, 0, 1, 12)),), "D es 1"),
        ((sarima(seasonal_order=(0, 1, 0, 12)),), "Q es 1"),
        ((sarima(seasonal_order=(1, 1, 0, 12)),), "Q = 1"),
        ((sarima(seasonal_order=(0, 1, 1, 6)),), "seasonal_order no es el pedido"),
    ],
}

EQUIVALENT = {
    "10.2.2": {"sin `rcond=None` (línea 4)": "es lo que NumPy ya supone"},
    "10.2.3": {
        "`recientes` delante de `pesos` (línea 5)": "el producto de a por b es el de b por a"
    },
    "10.2.4": {"sin `dtype=float` (línea 2)": "los empujones llegan con decimales"},
}

TestContract = make_contract("lesson_10_02", GOOD, WRONG, EQUIVALENT)
