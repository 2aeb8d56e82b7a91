"""Contrato de los ejercicios de la lección 10.1, Series temporales: la línea que hay que batir."""

import numpy as np
import pandas as pd
from contract import make_contract


def before(hours, values, k):
    series = pd.Series(values, index=hours)
    return series.reindex(hours - k).to_numpy()


def rows_above(hours, values, k):
    return pd.Series(values).shift(k).to_numpy()


def lag_correlation(values, k):
    return pd.Series(values).autocorr(k)


def windows(values, width, horizon):
    view = np.lib.stride_tricks.sliding_window_view(values, width + horizon)
    return view[:, :width], view[:, -1]


def windows_lists(values, width, horizon):
    x, y = windows(values, width, horizon)
    return x.tolist(), y


def exams(n, first, size):
    found = []
    while first + size <= n:
        found.append([list(range(first)), list(range(first, first + size))])
        first += size
    return found


def undo(changes, first):
    k = len(first)
    values = np.concatenate([first, changes])
    for i in range(k, len(values)):
        values[i] += values[i - k]
    return values


CHOICE = {1: "anomalía que se queda", 6: "Ridge, anomalías", 12: "climatología"}

GOOD = {
    "10.1.1": [(before,)],
    "10.1.2": [(lag_correlation,)],
    "10.1.3": [(lambda values, k: np.abs(np.asarray(values[:-k]) - values[k:]).mean(),)],
    "10.1.4": [(windows,)],
    "10.1.5": [(exams,)],
    "10.1.6": [(lambda t, m: pd.Series(t).groupby(m).mean().to_numpy(),)],
    "10.1.7": [(CHOICE,)],
    "10.1.8": [(undo,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "10.1.1": [
        ((7,), "función"),
        ((lambda h, v, k: v,), "no da el valor de k horas antes"),
        ((lambda h, v, k: before(h, v, k).tolist(),), "array de NumPy"),
        ((lambda h, v, k: np.zeros(3),), "tener forma"),
    ],
    "10.1.2": [
        ((7,), "función"),
        ((lambda values, k: 0.3,), "no da la correlación"),
        ((lambda values, k: "0.3",), "número"),
    ],
    "10.1.3": [
        ((7,), "función"),
        ((lambda values, k: 3.0,), "no da el error medio"),
        ((lambda values, k: None,), "número"),
    ],
    "10.1.4": [
        ((7,), "función"),
        ((lambda values, width, horizon: values,), "dos cosas"),
        ((windows_lists,), "x debe ser un array"),
        (
            (
                lambda values, width, horizon: (
                    windows(values, width, horizon)[0] + 1,
                    windows(values, width, horizon)[1],
                ),
            ),
            "x no es lo pedido",
        ),
        (
            (
                lambda values, width, horizon: (
                    windows(values, width, horizon)[0],
                    windows(values, width, horizon)[1][:2],
                ),
            ),
            "tener forma",
        ),
    ],
    "10.1.5": [
        ((7,), "función"),
        ((lambda n, first, size: 3,), "lista"),
        ((lambda n, first, size: [(1, 2, 3)],), "dos cosas"),
        ((lambda n, first, size: [],), "no salen los cortes"),
    ],
    "10.1.6": [
        ((7,), "función"),
        ((lambda t, m: np.zeros(12),), "medias de los doce meses"),
        ((lambda t, m: [1.0] * 12,), "array de NumPy"),
        ((lambda t, m: np.zeros((3, 4)),), "tener forma"),
    ],
    "10.1.7": [
        (("climatología",), "diccionario"),
        (({1: "climatología"},), "tres plazos"),
        (({"1": "climatología", "6": "climatología", "12": "climatología"},), "como números"),
        (({**CHOICE, 6: "Ridge"},), "Para 6, «Ridge» no es ninguno"),
        (({**CHOICE, 6: 3},), "Para 6, 3 no es ninguno"),
        (({**CHOICE, 1: "Ridge, anomalías"},), "más simple"),
        (({**CHOICE, 1: "climatología"},), "más del doble"),
        (({**CHOICE, 6: "anomalía que se queda"},), "mucho más de 0.02"),
        (({**CHOICE, 6: "climatología"},), "más que la recta con anomalías"),
        (({**CHOICE, 12: "anomalía que se queda"},), "la peor de las tres"),
        (({**CHOICE, 12: "Ridge, anomalías"},), "además es más simple"),
    ],
    "10.1.8": [
        ((7,), "función"),
        ((lambda d, p: np.concatenate([p, 0 * d]),), "No es la serie"),
        ((lambda d, p: undo(d, p).tolist(),), "array de NumPy"),
        ((lambda d, p: np.zeros(2),), "tener forma"),
    ],
}

EQUIVALENT = {
    "10.1.2": dict.fromkeys(
        ("`1` delante de `0` (línea 2)", "`serie[:-k]` delante de `serie[k:]` (línea 2)"),
        "la correlación de a con b es la de b con a",
    ),
    "10.1.3": {"`serie[k:] - serie[:-k]`, al revés (línea 2)": "da igual en qué orden se sumen"},
}

TestContract = make_contract("lesson_10_01", GOOD, WRONG, EQUIVALENT)
