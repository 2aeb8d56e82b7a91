"""Comprobar un número por muestra: cantidades, importes, coordenadas y momentos."""

from __future__ import annotations

from numbers import Real
from typing import Any

import numpy as np

from course_utils.arguments.numbers import (
    as_numbers,
    check_finite,
    check_same_length,
    without_last_axis,
)

_ONE_EACH = "se espera una lista o un array con un número por muestra"


# --- Cantidades: lo real y lo predicho ---------------------------------------------------------


def check_quantity_pair(y_true: object, y_pred: object) -> tuple[np.ndarray, np.ndarray]:
    """Comprueba lo real y lo predicho, muestra a muestra.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_quantities``, y que no sean tantos unos como otros.

    Examples
    --------
    >>> check_quantity_pair([1, 2], [[1.5], [2.5]])
    (array([1., 2.]), array([1.5, 2.5]))
    """
    y_true, y_pred = check_quantities(y_true, "y_true"), check_quantities(y_pred, "y_pred")
    if len(y_true) != len(y_pred):
        raise ValueError(
            f"y_true tiene {len(y_true)} valores e y_pred {len(y_pred)}; deben ser las mismas "
            "muestras, en el mismo orden. ¿Predijiste con otro conjunto (entrenamiento, prueba)?"
        )
    return y_true, y_pred


def check_quantities(values: object, name: str) -> np.ndarray:
    """Comprueba un número finito por muestra y los devuelve en un array de una dimensión.

    Parameters
    ----------
    values : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Lo que pasó quien llama.
    name : str
        Cómo se llama ese argumento, para el mensaje de error.

    Returns
    -------
    numpy.ndarray of float64, shape (n_muestras,)
        Los mismos números.

    Raises
    ------
    TypeError
        Si no es una secuencia o no contiene números.
    ValueError
        Si está vacía, tiene otra forma, o algún valor falta o no es finito.

    Examples
    --------
    >>> check_quantities([[3], [5]], "y_pred")
    array([3., 5.])
    """
    array = _column(values, name)
    if array.dtype.kind == "O":
        _check_objects(array, name)
    elif array.dtype.kind not in "biuf":
        raise TypeError(f"{name} es de tipo {array.dtype}; se esperaban números.")
    array = array.astype(float)
    broken = ~np.isfinite(array)
    if broken.any():
        where, count = int(broken.argmax()), int(broken.sum())
        others = "" if count == 1 else f" (y son {count} en total)"
        raise ValueError(
            f"{name} contiene {array[where]} en la posición {where}{others}; {_repair(name)}."
        )
    return array


def check_coordinate(values: object, name: str, low: float, high: float) -> np.ndarray:
    """Comprueba una longitud o una latitud por lugar, en grados.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_quantities``, y que alguna se salga de los límites.

    Examples
    --------
    >>> check_coordinate([37.8], "latitude", -90, 90)
    array([37.8])
    """
    degrees = check_quantities(values, name)
    outside = (degrees < low) | (degrees > high)
    if outside.any():
        where = int(outside.argmax())
        raise ValueError(
            f"{name} contiene {degrees[where]:g} en la posición {where}; se esperan grados, de "
            f"{low} a {high}. ¿Intercambiaste longitud y latitud, o están escaladas?"
        )
    return degrees


def check_sizes(size: object) -> np.ndarray:
    """Comprueba las cantidades que serán el área de cada círculo.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_quantities``, y que alguna sea negativa o ninguna pase de 0.

    Examples
    --------
    >>> check_sizes([0, 5])
    array([0., 5.])
    """
    quantities = check_quantities(size, "size")
    if quantities.min() < 0 or quantities.max() == 0:
        raise ValueError(
            f"size va de {quantities.min():g} a {quantities.max():g}; el área de un círculo no "
            "puede ser negativa, y alguna debe ser mayor que 0."
        )
    return quantities


def _column(values: object, name: str) -> np.ndarray:
    """Una dimensión, del tipo que sea: (n, 1) es una columna de n valores."""
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(f"{name}: las filas tienen longitudes distintas; {_ONE_EACH}.") from error
    if array.dtype.kind == "U":
        # NumPy vuelve texto los números de [1.5, "a"]: así cada valor sigue siendo lo que era.
        array = np.asarray(values, dtype=object)
    if array.size == 0:
        raise ValueError(f"{name} está vacío (forma {array.shape}); {_ONE_EACH}.")
    if array.ndim == 0:
        kind = type(values).__name__
        raise TypeError(f"{name}: llegó un {kind}; {_ONE_EACH}, por ejemplo [2.5, 3.1].")
    column = without_last_axis(array)
    if column.ndim > 1:
        flat = max(array.shape) == array.size
        advice = "Aplánalo con .ravel()." if flat else "Elige una columna, por ejemplo [:, 0]."
        raise ValueError(f"{name} tiene forma {array.shape}; {_ONE_EACH}. {advice}")
    return column


def _check_objects(array: np.ndarray, name: str) -> None:
    for position, value in enumerate(array):
        # Por su texto, para reconocer pandas.NA y NaT sin importar pandas.
        if str(value) in ("None", "<NA>", "NaT"):
            raise ValueError(f"{name} no tiene valor en la posición {position}; {_repair(name)}.")
        if isinstance(value, str):
            raise TypeError(
                f"{name} contiene texto, {value!r}, en la posición {position}; se esperaban "
                "números. Si son etiquetas, usa classification_summary; si son números leídos como "
                "texto, conviértelos con np.asarray(y, dtype=float)."
            )
        if not isinstance(value, Real | np.bool_):
            raise TypeError(
                f"{name} contiene un {type(value).__name__} en la posición {position}; se "
                "esperaban números."
            )


def _repair(name: str) -> str:
    if name in ("y_pred", "weights", "bias"):
        return (
            "si viene de una red, el entrenamiento divergió: baja la tasa de aprendizaje o escala "
            "las entradas"
        )
    return "quita esa muestra o rellena el dato que falta"


# --- Otros números: importes, momentos, medidas ------------------------------------------------


def check_column(values: object, name: str, what: str, *, allow_nan: bool = False) -> np.ndarray:
    """Comprueba un número por posición y los devuelve como float64 (n,).

    Parameters
    ----------
    values : array_like of float, shape (n,) o (n, 1)
        Lo que pasó quien llama.
    name, what : str
        Cómo se llama el argumento, y qué es cada número.
    allow_nan : bool, default False
        ``True`` admite los que faltan.

    Raises
    ------
    TypeError
        Si no es una secuencia o no contiene números.
    ValueError
        Si está vacía, tiene otra forma o algún número no es finito.

    Examples
    --------
    >>> check_column([[3], [4]], "amounts", "importe")
    array([3., 4.])
    """
    array = as_numbers(values, name, f"un {what} en cada posición")
    if array.ndim == 0:
        raise TypeError(f"{name} debe ser una lista o un array; llegó {values!r}.")
    array = without_last_axis(array)
    if array.ndim != 1 or array.size == 0:
        raise ValueError(f"{name} tiene forma {array.shape}; se espera un {what} en cada posición.")
    return check_finite(array, name, allow_nan=allow_nan)


def check_amounts(amounts: object) -> np.ndarray:
    """Comprueba un importe por pago, en euros.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_column``, y que alguno sea negativo.

    Examples
    --------
    >>> check_amounts([30, 0])
    array([30.,  0.])
    """
    amounts = check_column(amounts, "amounts", "importe")
    if amounts.min() < 0:
        where = int(amounts.argmin())
        raise ValueError(
            f"amounts contiene {amounts[where]:g} en la posición {where}; un importe es 0 € o más."
        )
    return amounts


def check_series(times: object, values: object) -> tuple[np.ndarray, np.ndarray]:
    """Comprueba los momentos, en orden, y la medida de cada uno; ``nan`` si no se pudo medir.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_column``; que no haya una medida por momento, que no vayan en
        orden o que falten todas.

    Examples
    --------
    >>> check_series([0, 1], [0.5, np.nan])
    (array([0., 1.]), array([0.5, nan]))
    """
    times = check_column(times, "times", "momento")
    values = check_column(values, "values", "valor", allow_nan=True)
    check_same_length({"times": times, "values": values})
    if (np.diff(times) <= 0).any():
        where = int((np.diff(times) <= 0).argmax()) + 1
        raise ValueError(
            f"times debe ir en orden, sin repetir: {times[where]:g} va detrás de "
            f"{times[where - 1]:g}. Ordena los datos antes."
        )
    if np.isnan(values).all():
        raise ValueError("values solo contiene nan: no hay nada que dibujar.")
    return times, values


def check_interval(interval: Any, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Comprueba los extremos inferior y superior de cada medida.

    Raises
    ------
    TypeError
        Si no es una pareja de números.
    ValueError
        Si no hay dos extremos por medida, o alguno inferior supera al superior.

    Examples
    --------
    >>> check_interval(([0.4], [0.6]), np.array([0.5]))
    (array([0.4]), array([0.6]))
    """
    if not isinstance(interval, tuple | list) or len(interval) != 2:
        raise TypeError(
            "interval debe ser una pareja (inferiores, superiores), con un valor por momento; "
            f"llegó {type(interval).__name__}."
        )
    low, high = (
        check_column(part, f"interval[{k}]", "extremo", allow_nan=True)
        for k, part in enumerate(interval)
    )
    check_same_length({"values": values, "interval[0]": low, "interval[1]": high})
    if (low > high).any():
        where = int((low > high).argmax())
        raise ValueError(
            f"interval: en la posición {where} el extremo inferior ({low[where]:g}) supera al "
            f"superior ({high[where]:g}). ¿Están al revés?"
        )
    return low, high


def check_shifts(shifts: object) -> np.ndarray:
    """Comprueba los píxeles de cada desplazamiento, de menor a mayor.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no es una lista, o no van de menor a mayor.

    Examples
    --------
    >>> check_shifts([0, 2])
    array([0., 2.])
    """
    array = as_numbers(shifts, "shifts", "los píxeles de cada desplazamiento")
    if array.ndim != 1 or array.size == 0:
        raise ValueError(
            f"shifts tiene forma {array.shape}; se espera una lista, como [0, 1, 2, 3, 4]."
        )
    if not (np.isfinite(array).all() and (np.diff(array) > 0).all()):
        raise ValueError(
            f"shifts debe ir de menor a mayor, sin repetir y sin nan; llegó {array.tolist()[:10]}."
        )
    return array


def check_accuracies(accuracies: Any, n_shifts: int, most: int) -> dict[str, np.ndarray]:
    """Comprueba la exactitud de cada modelo, de 0 a 1, en cada desplazamiento.

    Parameters
    ----------
    accuracies : mapping of str to array_like of float, shape (n_desplazamientos,)
        También las columnas de un DataFrame.
    n_shifts, most : int
        Cuántos desplazamientos hay y cuántos modelos se distinguen en la figura.

    Raises
    ------
    TypeError
        Si no es un diccionario, o hay algo que no es un número.
    ValueError
        Si no hay una por desplazamiento, alguna no va de 0 a 1 o hay demasiados modelos.

    Examples
    --------
    >>> check_accuracies({"CNN": [0.9, 0.8]}, n_shifts=2, most=6)
    {'CNN': array([0.9, 0.8])}
    """
    if not hasattr(accuracies, "items"):
        raise TypeError(
            'accuracies debe ser un diccionario, como {"densa": [0.88, 0.6], "CNN": [0.91, 0.8]}; '
            f"llegó {type(accuracies).__name__}."
        )
    accuracies = dict(accuracies.items())
    if not 1 <= len(accuracies) <= most:
        raise ValueError(
            f"accuracies contiene {len(accuracies)} modelos y la figura distingue de 1 a {most}."
        )
    checked = {}
    for name, values in accuracies.items():
        array = as_numbers(values, f"accuracies[{name!r}]", "la exactitud de cada desplazamiento")
        if array.shape != (n_shifts,):
            raise ValueError(
                f"accuracies[{name!r}] tiene forma {array.shape} y hay {n_shifts} desplazamientos; "
                "se espera una exactitud por desplazamiento."
            )
        if not ((array >= 0) & (array <= 1)).all():  # así escrito, nan tampoco pasa
            raise ValueError(
                f"accuracies[{name!r}] contiene {array.min():g} y {array.max():g}; una exactitud "
                "va de 0 a 1. Si son porcentajes, divide entre 100."
            )
        checked[str(name)] = array
    return checked
