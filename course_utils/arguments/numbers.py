"""Comprobar números: un entero, una cantidad, un intervalo, o un array de números cualquiera."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

_NUMBERS = (int, float, np.integer, np.floating)


# --- Un número suelto --------------------------------------------------------------------------


def is_integer(value: object) -> bool:
    """¿Es un entero de Python o de NumPy? ``True`` y ``False`` no cuentan.

    Examples
    --------
    >>> is_integer(np.int64(3)), is_integer(True), is_integer(3.0)
    (True, False, False)
    """
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def check_integer(value: object, name: str) -> None:
    """Comprueba un entero.

    Raises
    ------
    TypeError
        Si no lo es.

    Examples
    --------
    >>> check_integer(-2, "row")
    """
    if not is_integer(value):
        raise TypeError(f"{name} debe ser un entero; llegó {value!r} ({type(value).__name__}).")


def check_count(value: Any, name: str) -> None:
    """Comprueba un número de cosas: un entero, 1 o más.

    Raises
    ------
    TypeError
        Si no es un entero.
    ValueError
        Si es menor que 1.

    Examples
    --------
    >>> check_count(5, "columns")
    """
    check_integer(value, name)
    if value < 1:
        raise ValueError(f"{name} debe ser 1 o más; llegó {value}.")


def check_seed(seed: Any) -> None:
    """Comprueba una semilla: un entero, 0 o más.

    Raises
    ------
    TypeError
        Si no es un entero.
    ValueError
        Si es negativa.

    Examples
    --------
    >>> check_seed(0)
    """
    if not is_integer(seed) or seed < 0:
        raise (ValueError if is_integer(seed) else TypeError)(
            f"seed debe ser un entero, 0 o más; llegó {seed!r}."
        )


def check_position(value: Any, count: int, name: str, what: str) -> None:
    """Comprueba una posición entre ``count`` cosas, desde 0.

    Raises
    ------
    TypeError
        Si no es un entero.
    IndexError
        Si no existe.

    Examples
    --------
    >>> check_position(2, 3, "row", "filas en el resultado")
    """
    check_integer(value, name)
    if not 0 <= value < count:
        raise IndexError(f"{name} es {value} y hay {count} {what}: van de 0 a {count - 1}.")


def check_sample(i: Any, n_samples: int) -> None:
    """Comprueba la posición de una muestra, desde 0.

    Raises
    ------
    TypeError
        Si no es un entero.
    IndexError
        Si no hay esa muestra.

    Examples
    --------
    >>> check_sample(19, 20)
    """
    check_integer(i, "El índice i")
    if not 0 <= i < n_samples:
        raise IndexError(
            f"No existe la muestra {i}: hay {n_samples}, numeradas de 0 a {n_samples - 1}."
        )


def chosen_samples(indices: Any, n_samples: int, rows: Any, columns: Any) -> list[int]:
    """Qué muestras van en una hoja de ``rows`` por ``columns``: las pedidas o las primeras.

    Raises
    ------
    TypeError
        Si las filas, las columnas o los índices no son enteros.
    ValueError
        Si no se pide ninguna o no caben.
    IndexError
        Si alguna no existe.

    Examples
    --------
    >>> chosen_samples(None, 20, rows=1, columns=3)
    [0, 1, 2]
    """
    check_count(rows, "rows")
    check_count(columns, "columns")
    if indices is None:
        return list(range(min(rows * columns, n_samples)))
    chosen = list(np.ravel(indices))
    if not chosen:
        raise ValueError("indices está vacío: no hay ninguna muestra que dibujar.")
    if isinstance(chosen[0], bool | np.bool_):
        raise TypeError(
            "indices debe contener posiciones y llegaron valores True/False; conviértelos con "
            "np.flatnonzero(condición)[:15]."
        )
    if len(chosen) > rows * columns:
        raise ValueError(
            f"indices pide {len(chosen)} muestras y en {rows} filas por {columns} columnas caben "
            f"{rows * columns}. Aumenta rows o pasa menos: indices[:{rows * columns}]."
        )
    for i in chosen:
        check_sample(i, n_samples)
    return chosen


def check_number(value: object, name: str, example: str) -> None:
    """Comprueba que es un número suelto; ``example`` dice cómo se escribe uno.

    Raises
    ------
    TypeError
        Si no lo es.

    Examples
    --------
    >>> check_number(0.5, "threshold", "0.5")
    """
    if not isinstance(value, _NUMBERS) or isinstance(value, bool):
        raise TypeError(
            f"{name} debe ser un número, como {example}; llegó {value!r} ({type(value).__name__})."
        )


def check_hours(hours: Any) -> None:
    """Comprueba cuántas horas abarcan los datos.

    Raises
    ------
    TypeError
        Si no es un número.
    ValueError
        Si no es finito y mayor que 0.

    Examples
    --------
    >>> check_hours(9.6)
    """
    check_number(hours, "hours", "9.6")
    if not 0 < hours < np.inf:  # así escrito, nan tampoco pasa
        raise ValueError(
            f"hours es cuántas horas abarcan los datos: un número finito mayor que 0; es {hours}."
        )


def check_alert_cost(alert_cost: Any) -> None:
    """Comprueba lo que cuesta revisar un aviso, en euros.

    Raises
    ------
    TypeError
        Si no es un número.
    ValueError
        Si es negativo o no es finito.

    Examples
    --------
    >>> check_alert_cost(5)
    """
    check_number(alert_cost, "alert_cost", "5")
    if not 0 <= alert_cost < np.inf:  # así escrito, nan tampoco pasa
        raise ValueError(
            f"alert_cost es lo que cuesta revisar un aviso: 0 € o más, y finito; llegó "
            f"{alert_cost}."
        )


def check_confidence(confidence: Any) -> None:
    """Comprueba la confianza de un intervalo: una fracción entre 0 y 1.

    Raises
    ------
    TypeError
        Si no es un número.
    ValueError
        Si no está entre 0 y 1, sin llegar.

    Examples
    --------
    >>> check_confidence(0.95)
    """
    check_number(confidence, "confidence", "0.95")
    if not 0 < confidence < 1:
        raise ValueError(
            f"confidence debe estar entre 0 y 1, sin llegar (el 95 % se escribe 0.95); llegó "
            f"{confidence}."
        )


# --- Arrays de números -------------------------------------------------------------------------


def as_numbers(values: object, name: str, expected: str) -> np.ndarray:
    """Convierte a un array de float64, de la forma que sea.

    Raises
    ------
    TypeError
        Si hay algo que no es un número, o las filas tienen longitudes distintas.

    Examples
    --------
    >>> as_numbers([1, 2], "start", "dos pesos")
    array([1., 2.])
    """
    try:
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError) as error:
        raise TypeError(
            f"{name} debe contener solo números ({expected}); llegó {type(values).__name__} que no "
            "se puede convertir."
        ) from error


def check_finite(
    array: np.ndarray, name: str, *, allow_nan: bool = False, advice: str = ""
) -> np.ndarray:
    """Comprueba que todos los números son finitos y los devuelve.

    Parameters
    ----------
    array : numpy.ndarray of float
        De la forma que sea.
    name : str
        Cómo se llama el argumento.
    allow_nan : bool, default False
        ``True`` admite los que faltan (``nan``), pero no los infinitos.
    advice : str, optional
        Qué hacer, al final del mensaje.

    Raises
    ------
    ValueError
        Si alguno no lo es: dice cuál y dónde.

    Examples
    --------
    >>> check_finite(np.array([1.0, np.nan]), "values", allow_nan=True)
    array([ 1., nan])
    """
    bad = np.isinf(array) if allow_nan else ~np.isfinite(array)
    if bad.any():
        where = tuple(int(i) for i in np.argwhere(bad)[0])
        place = where[0] if len(where) == 1 else where
        raise ValueError(
            f"{name} contiene {array[where]} en la posición {place}; se esperan números finitos."
            + advice
        )
    return array


def without_last_axis(array: np.ndarray) -> np.ndarray:
    """Una columna (n, 1), como la que devuelve ``model.predict``, son n números.

    Examples
    --------
    >>> without_last_axis(np.array([[3], [4]]))
    array([3, 4])
    """
    return array[:, 0] if array.ndim == 2 and array.shape[1] == 1 else array


def check_same_length(arrays: dict[str, Sequence | np.ndarray]) -> None:
    """Comprueba que los arrays, por su nombre, tienen tantas filas unos como otros.

    Raises
    ------
    ValueError
        Si no: dice cuántas tiene cada uno.

    Examples
    --------
    >>> check_same_length({"x": [1, 2], "y": [3, 4]})
    """
    lengths = {name: len(array) for name, array in arrays.items()}
    if len(set(lengths.values())) > 1:
        found = ", ".join(f"{name} tiene {length}" for name, length in lengths.items())
        raise ValueError(
            f"No son las mismas muestras: {found}. Pasa los conjuntos enteros, sin recortar solo "
            "uno de ellos."
        )


def check_range(values: object, name: str) -> tuple[float, float]:
    """Comprueba un intervalo (menor, mayor) de números finitos.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no son dos, no son finitos o no van de menor a mayor.

    Examples
    --------
    >>> check_range((-5, 5), "x_range")
    (-5.0, 5.0)
    """
    pair = as_numbers(values, name, "el menor y el mayor")
    if pair.shape != (2,) or not np.isfinite(pair).all() or pair[0] >= pair[1]:
        raise ValueError(
            f"{name} debe ser una pareja (menor, mayor) de números finitos, como (-5, 5); llegó "
            f"{values!r}."
        )
    return float(pair[0]), float(pair[1])
