"""Comprobar puntos del plano: dos características, o los dos pesos que mueve un descenso."""

from __future__ import annotations

import numpy as np

from course_utils.arguments.columns import check_quantities
from course_utils.arguments.numbers import as_numbers

_MAX_PANELS = 9  # de tasas de aprendizaje, en una hoja


def check_points(x: object) -> np.ndarray:
    """Comprueba dos características por muestra y las devuelve como float64 (n_muestras, 2).

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no son dos columnas, no hay filas o falta algún valor.

    Examples
    --------
    >>> check_points([[1, 2], [3, 4]])
    array([[1., 2.],
           [3., 4.]])
    """
    expected = "dos columnas: (n_muestras, 2)"
    points = as_numbers(x, "x", expected)
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(
            f"x tiene forma {points.shape}; se esperan {expected}. Elige dos características: "
            "x[:, :2]."
        )
    if len(points) == 0:
        raise ValueError(f"x está vacío (forma {points.shape}); se esperan {expected}.")
    if not np.isfinite(points).all():
        row = int(np.argmin(np.isfinite(points).all(axis=1)))
        raise ValueError(f"x contiene nan o infinito en la fila {row}; quita esa muestra.")
    return points


def check_plane(weights: object, bias: object) -> tuple[np.ndarray, float]:
    """Comprueba los dos pesos y el sesgo de un plano, como los guarda una capa de Keras.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no son dos pesos y un sesgo, o alguno no es finito.

    Examples
    --------
    >>> check_plane([[2], [-3]], [5])
    (array([ 2., -3.]), 5.0)
    """
    weights = check_quantities(weights, "weights")
    bias = check_quantities(np.atleast_1d(bias), "bias")
    if len(weights) != 2 or len(bias) != 1:
        raise ValueError(
            f"Llegaron {len(weights)} pesos y {len(bias)} sesgos; un plano tiene dos pesos, uno "
            "por característica, y un sesgo: weights, bias = model.get_weights()."
        )
    return weights, float(bias[0])


def check_path(path: object) -> np.ndarray:
    """Comprueba el camino de un descenso y lo devuelve como float64 (n_pasos + 1, 2).

    Puede acabar en infinito o ``nan``, si diverge; empezar, no.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no son dos pesos por paso, o el inicio no es finito.

    Examples
    --------
    >>> check_path([[4, 3], [2, np.inf]])
    array([[ 4.,  3.],
           [ 2., inf]])
    """
    expected = "una fila de dos pesos por paso: (n_pasos + 1, 2)"
    points = as_numbers(path, "path", expected)
    if points.ndim != 2 or points.shape[1] != 2 or len(points) == 0:
        raise ValueError(f"path tiene forma {points.shape}; se espera {expected}.")
    if not np.isfinite(points[0]).all():
        raise ValueError(
            f"path empieza en {points[0].tolist()}; el inicio deben ser dos números finitos."
        )
    return points


def check_start(start: object) -> np.ndarray:
    """Comprueba los dos pesos de partida y los devuelve como float64 (2,).

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no son dos, o no son finitos.

    Examples
    --------
    >>> check_start((4, 3))
    array([4., 3.])
    """
    point = as_numbers(start, "start", "dos pesos")
    if point.shape != (2,) or not np.isfinite(point).all():
        raise ValueError(f"start debe ser una pareja de números finitos; llegó {start!r}.")
    return point


def check_rates(rates: object) -> list[float]:
    """Comprueba de 1 a 9 tasas de aprendizaje, finitas y mayores que 0.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no es una lista, hay demasiadas o alguna no vale.

    Examples
    --------
    >>> check_rates((0.01, 1))
    [0.01, 1.0]
    """
    values = as_numbers(rates, "rates", "una tasa por figura")
    if values.ndim != 1 or not 1 <= len(values) <= _MAX_PANELS:
        raise ValueError(
            f"rates debe ser una lista de 1 a {_MAX_PANELS} tasas, como [0.01, 0.1, 1]; llegó "
            f"{rates!r}."
        )
    for rate in values:
        if not 0 < rate < np.inf:  # así escrito, nan tampoco pasa
            raise ValueError(
                f"Una tasa de aprendizaje debe ser finita y mayor que 0; rates contiene {rate:g}."
            )
    return values.tolist()
