"""El descenso de gradiente con dos pesos: los pasos que da y la pérdida por la que baja."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.numbers import check_range

_SIDE = 121  # puntos de la cuadrícula, por lado


def descend(gradient: Callable[..., Any], start: ArrayLike, rate: float, steps: int) -> np.ndarray:
    """Da pasos contra el gradiente y devuelve el camino.

    Parameters
    ----------
    gradient : callable
        ``gradient(w1, w2)`` devuelve las dos derivadas.
    start : array_like of float, shape (2,)
        Los pesos de partida.
    rate : float
        Tasa de aprendizaje.
    steps : int
        Cuántos pasos; menos si antes deja de haber números finitos.

    Returns
    -------
    numpy.ndarray of float, shape (pasos + 1, 2)
        El inicio y los pesos después de cada paso.

    Raises
    ------
    TypeError
        Si ``gradient`` no es una función.
    ValueError
        Si no devuelve dos números.

    Examples
    --------
    >>> descend(lambda w1, w2: (2 * w1, 2 * w2), (4, 2), 0.25, 2)
    array([[4. , 2. ],
           [2. , 1. ],
           [1. , 0.5]])
    """
    if not callable(gradient):
        raise TypeError(
            "gradient debe ser una función gradient(w1, w2) que devuelva las dos derivadas; llegó "
            f"{type(gradient).__name__}."
        )
    path = [np.asarray(start, dtype=float)]
    # Divergir es un resultado que se dibuja, no un aviso de NumPy en rojo.
    with np.errstate(all="ignore"):
        while len(path) <= steps and np.isfinite(path[-1]).all():
            slope = np.asarray(gradient(*path[-1]), dtype=float)
            if slope.shape != (2,):
                raise ValueError(
                    f"gradient(w1, w2) devolvió un resultado de forma {slope.shape}; se esperan "
                    "dos números: la derivada respecto a cada peso."
                )
            path.append(path[-1] - rate * slope)
    return np.array(path)


def descent_result(loss: Callable[..., Any], path: np.ndarray) -> str:
    """«diverge» o la pérdida final, con tres cifras.

    Diverge si la pérdida acaba más alta que empezó o deja de ser un número.

    Parameters
    ----------
    loss : callable
        ``loss(w1, w2)`` devuelve la pérdida en un punto.
    path : numpy.ndarray of float, shape (n_pasos + 1, 2)
        El camino.

    Returns
    -------
    str

    Examples
    --------
    >>> descent_result(lambda w1, w2: w1**2 + w2**2, np.array([[4.0, 3.0], [1.0, 0.5]]))
    'pérdida final 1.25'
    """
    with np.errstate(all="ignore"):
        first, last = (float(loss(*point)) for point in path[[0, -1]])
    if not np.isfinite(last) or last > first:
        return "diverge"
    return f"pérdida final {last:.3g}"


def loss_surface(
    loss: Callable[..., Any], x_range: object, y_range: object
) -> tuple[np.ndarray, np.ndarray, np.ma.MaskedArray]:
    """La pérdida en una cuadrícula de 121 × 121 puntos.

    Parameters
    ----------
    loss : callable
        ``loss(w1, w2)`` recibe dos arrays de la misma forma y devuelve otro igual.
    x_range, y_range : tuple of float
        Qué valores del primer peso y del segundo.

    Returns
    -------
    w1, w2, values : numpy.ndarray of float, shape (121, 121)
        Los pesos de cada punto y su pérdida; enmascarada donde no es un número finito.

    Raises
    ------
    TypeError
        Si ``loss`` no es una función, o los intervalos no son números.
    ValueError
        Si ``loss`` no acepta arrays o no da ningún número finito, o un intervalo está vacío.

    Examples
    --------
    >>> loss_surface(lambda w1, w2: w1**2 + w2**2, (-5, 5), (-5, 5))[2].max()
    np.float64(50.0)
    """
    if not callable(loss):
        raise TypeError(
            f"loss debe ser una función loss(w1, w2) que acepte arrays; llegó "
            f"{type(loss).__name__}."
        )
    x = np.linspace(*check_range(x_range, "x_range"), _SIDE)
    y = np.linspace(*check_range(y_range, "y_range"), _SIDE)
    w1, w2 = np.meshgrid(x, y)
    values = _call_on_arrays(loss, w1, w2)
    if not np.isfinite(values).any():
        raise ValueError("loss no da ningún número finito en x_range e y_range; revisa ambos.")
    return w1, w2, np.ma.masked_invalid(values)


def _call_on_arrays(loss: Callable, w1: np.ndarray, w2: np.ndarray) -> np.ndarray:
    advice = (
        "loss(w1, w2) debe aceptar dos arrays y devolver otro de la misma forma, con la pérdida en "
        "cada punto: usa funciones de NumPy (np.exp, no math.exp) y, si promedia sobre datos, "
        "np.mean((w1[..., None] * x + w2[..., None] - y) ** 2, axis=-1)."
    )
    with np.errstate(all="ignore"):
        try:
            values = np.asarray(loss(w1, w2), dtype=float)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{advice} Falló con: {error}") from error
        if values.shape != w1.shape:
            raise ValueError(f"{advice} Devolvió la forma {values.shape}, no {w1.shape}.")
        # Un trozo debe dar lo mismo: si no, loss mezcla unos puntos con otros.
        piece = np.asarray(loss(w1[:2, :3], w2[:2, :3]), dtype=float)
    if piece.shape != (2, 3) or not np.allclose(piece, values[:2, :3], rtol=1e-4, equal_nan=True):
        raise ValueError(f"{advice} Su resultado en un punto depende de los demás puntos.")
    return values
