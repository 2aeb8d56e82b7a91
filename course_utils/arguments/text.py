"""Comprobar textos: un rótulo, una lista de nombres o una palabra entre varias."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import numpy as np


def check_text(value: object, name: str, *, optional: bool = False) -> None:
    """Comprueba un rótulo; con ``optional``, también vale ``None``.

    Raises
    ------
    TypeError
        Si no es un texto.

    Examples
    --------
    >>> check_text("km/l", "unit")
    >>> check_text(None, "unit", optional=True)
    """
    if not isinstance(value, str) and not (optional and value is None):
        raise TypeError(f"{name} debe ser un texto; llegó {value!r} ({type(value).__name__}).")


def check_measure_text(value: object, name: str) -> None:
    """Comprueba el rótulo de un valor, que no puede estar en blanco.

    Raises
    ------
    TypeError
        Si no es un texto.
    ValueError
        Si está en blanco.

    Examples
    --------
    >>> check_measure_text("Precio (miles de dólares)", "label")
    """
    check_text(value, name)
    if not value.strip():
        raise ValueError(f"{name} está vacío; di qué es el valor y su unidad.")


def check_choice(value: object, name: str, options: Sequence[str]) -> None:
    """Comprueba que es una de las palabras que se admiten.

    Raises
    ------
    ValueError
        Si no lo es.

    Examples
    --------
    >>> check_choice("uniform", "strategy", ("quantile", "uniform"))
    """
    if value not in options:
        known = " o ".join(f'"{option}"' for option in options)
        raise ValueError(f"{name} debe ser {known}; llegó {value!r}.")


def check_two_names(names: object, name: str) -> list[str]:
    """Comprueba los nombres de los dos ejes y los devuelve como lista.

    Raises
    ------
    TypeError
        Si no es una lista de textos.
    ValueError
        Si no son dos.

    Examples
    --------
    >>> check_two_names(("peso 1", "peso 2"), "labels")
    ['peso 1', 'peso 2']
    """
    names = _check_texts(names, name, "dos textos")
    if len(names) != 2:
        raise ValueError(f"{name} debe tener dos nombres, uno por eje; llegaron {len(names)}.")
    return names


def feature_names_of(x: Any, names: object = None) -> list[str]:
    """Los nombres de las dos características: los dados, o los de las columnas de la tabla.

    Parameters
    ----------
    x : array_like or pandas.DataFrame, shape (n_muestras, 2)
        Los datos, ya comprobados.
    names : sequence of str, optional
        Los que dio quien llama.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_two_names``.

    Examples
    --------
    >>> feature_names_of([[1, 2]])
    ['Característica 1', 'Característica 2']
    """
    if names is not None:
        return check_two_names(names, "feature_names")
    columns = getattr(x, "columns", None)
    return ["Característica 1", "Característica 2"] if columns is None else [*map(str, columns)]


def channel_names(names: object, count: int, word: str) -> list[str]:
    """El título de cada canal: los dados, o la palabra con su número.

    Raises
    ------
    TypeError
        Si no es una lista de textos.
    ValueError
        Si no hay uno por canal.

    Examples
    --------
    >>> channel_names(None, 2, "mapa")
    ['mapa 0', 'mapa 1']
    """
    if names is None:
        return [f"{word} {k}" for k in range(count)]
    names = _check_texts(names, "names", "textos, uno por canal")
    if len(names) != count:
        raise ValueError(f"names tiene {len(names)} nombres y hay {count} canales; uno por canal.")
    return names


def check_activation_names(names: str | Iterable[str], known: Collection[str]) -> list[str]:
    """Comprueba el nombre de una función de activación, o una lista, y la da sin repetir.

    Raises
    ------
    TypeError
        Si no son textos.
    ValueError
        Si no hay ninguno, o alguno no se conoce.

    Examples
    --------
    >>> check_activation_names(["relu", "tanh", "relu"], ("sigmoide", "relu", "tanh"))
    ['relu', 'tanh']
    """
    names = [names] if isinstance(names, str) else names
    listed = ", ".join(known)
    if not isinstance(names, Sequence) or not all(isinstance(name, str) for name in names):
        raise TypeError(
            f"names debe ser un nombre o una lista de nombres ({listed}); es {names!r}."
        )
    if not names:
        raise ValueError(f"names está vacío; elige alguna función: {listed}.")
    for name in names:
        if name not in known:
            raise ValueError(f"No hay función de activación {name!r}; las que hay son: {listed}.")
    return list(dict.fromkeys(names))


def some_values(values: Sequence) -> str:
    """Los primeros valores de una lista, para un mensaje.

    Examples
    --------
    >>> some_values(["a", 3])
    "'a', 3"
    """
    shown = ", ".join(repr(value) for value in values[:10])
    return shown + (f"… ({len(values)} en total)" if len(values) > 10 else "")


def _check_texts(names: Any, name: str, expected: str) -> list[str]:
    is_sequence = isinstance(names, Sequence | np.ndarray) and not isinstance(names, str)
    if not is_sequence or not all(isinstance(value, str) for value in names):
        raise TypeError(f"{name} debe ser una lista de {expected}; llegó {names!r}.")
    return list(names)
