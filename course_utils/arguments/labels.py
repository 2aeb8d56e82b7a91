"""Comprobar etiquetas: una por muestra, todas del mismo tipo, y cuál cuenta como «sí»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.arguments.numbers import check_same_length
from course_utils.arguments.text import some_values

_ONE_EACH = "se espera una lista o un array con una etiqueta por muestra"
_KINDS = {"i": "números", "U": "texto"}


def check_labels(values: object, name: str) -> np.ndarray:
    """Comprueba una etiqueta por muestra y las devuelve como array de int64 o de texto.

    Los booleanos y los decimales enteros (1.0) pasan a int64.

    Parameters
    ----------
    values : array_like of int, bool or str, shape (n_muestras,)
        Lo que pasó quien llama.
    name : str
        Cómo se llama ese argumento, para el mensaje de error.

    Returns
    -------
    numpy.ndarray, shape (n_muestras,)
        De tipo int64, o de texto.

    Raises
    ------
    TypeError
        Si no es una secuencia, o mezcla texto y números, o tiene otro tipo de datos.
    ValueError
        Si está vacía, tiene más de una dimensión, valores ausentes o decimales.

    Examples
    --------
    >>> check_labels([True, False], "y_true")
    array([1, 0])
    """
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(f"{name}: las filas tienen longitudes distintas; {_ONE_EACH}.") from error
    if array.ndim == 0:
        kind = type(values).__name__
        raise TypeError(f"{name}: llegó un {kind}; {_ONE_EACH}, por ejemplo [0, 1, 1].")
    if array.size == 0:
        raise ValueError(f"{name} está vacío (forma {array.shape}); {_ONE_EACH}.")
    if array.ndim > 1:
        raise ValueError(f"{name} tiene forma {array.shape}; {_ONE_EACH}. {_flatten_advice(array)}")
    if array.dtype.kind == "U" and not all(isinstance(value, str) for value in values):
        array = np.array(list(values), dtype=object)  # NumPy convirtió números o nan en texto
    if array.dtype.kind == "O":
        array = _from_objects(array, name)
    if array.dtype.kind == "f":
        _check_whole(array, name)
    elif array.dtype.kind not in "biuU":
        raise TypeError(f"{name} es de tipo {array.dtype}; se esperaban enteros o texto.")
    return array if array.dtype.kind == "U" else array.astype(np.int64)


def check_label_pair(y_true: object, y_pred: object) -> tuple[np.ndarray, np.ndarray]:
    """Comprueba las etiquetas reales y las predichas, muestra a muestra.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_labels``, que no sean tantas unas como otras o que unas sean
        números y las otras textos.

    Examples
    --------
    >>> check_label_pair([0, 1], [True, True])
    (array([0, 1]), array([1, 1]))
    """
    y_true, y_pred = check_labels(y_true, "y_true"), check_labels(y_pred, "y_pred")
    if len(y_true) != len(y_pred):
        raise ValueError(
            f"y_true tiene {len(y_true)} etiquetas e y_pred {len(y_pred)}; deben ser las mismas "
            "muestras, en el mismo orden."
        )
    check_same_kind(y_true, y_pred, "y_true contiene {} e y_pred {}")
    return y_true, y_pred


def check_same_kind(first: np.ndarray, second: np.ndarray, found: str) -> None:
    """Comprueba que las dos tienen números o las dos tienen textos.

    Parameters
    ----------
    first, second : numpy.ndarray, shape (n_muestras,)
        Etiquetas ya comprobadas.
    found : str
        Cómo se cuenta lo que llegó: un texto con dos huecos, ``{}``.

    Raises
    ------
    TypeError
        Si unas son números y las otras textos.

    Examples
    --------
    >>> check_same_kind(np.array([0, 1]), np.array([1, 1]), "y contiene {} y predict da {}")
    """
    if first.dtype.kind != second.dtype.kind:
        kinds = (_KINDS[array.dtype.kind] for array in (first, second))
        raise TypeError(f"{found.format(*kinds)}; usa el mismo tipo de etiqueta en los dos.")


def check_class_numbers(values: object, n_classes: int, name: str) -> np.ndarray:
    """Comprueba todas las etiquetas, que son los números de clase de las salidas de una red.

    Raises
    ------
    TypeError
        Si llega una sola, o son textos.
    ValueError
        Los mismos casos que ``check_labels``, y que alguna no vaya de 0 a ``n_classes`` - 1.

    Examples
    --------
    >>> check_class_numbers([9, 0], n_classes=10, name="true_label")
    array([9, 0])
    """
    if np.ndim(values) == 0:
        raise TypeError(
            f"{name} debe contener todas las etiquetas (test_labels), no una sola "
            f"(test_labels[i]); llegó {values!r}."
        )
    labels = check_labels(values, name)
    if labels.dtype.kind == "U":
        raise TypeError(
            f"{name} contiene textos, como {labels.tolist()[0]!r}; se esperan los números de "
            "clase. Los nombres van en class_names."
        )
    check_label_range(labels, n_classes, name, "probabilidades por muestra")
    return labels


def labels_present(y_true: np.ndarray, y_pred: np.ndarray) -> list[int] | list[str]:
    """Las etiquetas que aparecen, en orden.

    Examples
    --------
    >>> labels_present(np.array([7, 2]), np.array([2, 2]))
    [2, 7]
    >>> labels_present(np.array([0]), np.array([0]))  # sigue siendo un problema de sí o no
    [0, 1]
    """
    labels = np.union1d(y_true, y_pred).tolist()
    return [0, 1] if set(labels) <= {0, 1} else labels


def check_positive(positive: Any, labels: Sequence) -> None:
    """Comprueba la etiqueta que cuenta como «sí».

    Raises
    ------
    TypeError
        Si no es del tipo de las etiquetas.
    ValueError
        Si no es una de ellas.

    Examples
    --------
    >>> check_positive(1, [0, 1])
    """
    expected = str if isinstance(labels[0], str) else (int, np.integer, np.bool_)
    if not isinstance(positive, expected):
        raise TypeError(
            f"positive debe ser una de las etiquetas, {some_values(labels)}; llegó {positive!r} "
            f"({type(positive).__name__})."
        )
    if positive not in labels:
        raise ValueError(
            f"La etiqueta positiva {positive!r} no aparece en los datos; las que hay son "
            f"{some_values(labels)}. Indica una de ellas con positive=..."
        )


def choose_positive(positive: Any, labels: Sequence) -> int | str | None:
    """La clase positiva pedida; si no se dice, el 1 de las etiquetas 0 y 1.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_positive``, y que no haya dos clases.

    Examples
    --------
    >>> choose_positive(None, [0, 1]), choose_positive(None, ["no", "sí"])
    (1, None)
    """
    if positive is None:
        return 1 if labels == [0, 1] else None
    check_positive(positive, labels)
    if len(labels) != 2:
        raise ValueError(
            f"positive solo tiene sentido con dos clases y hay {len(labels)}. Para mirar una sola, "
            f"compara antes: classification_summary(y_true == {positive!r}, "
            f"y_pred == {positive!r})."
        )
    return labels[labels.index(positive)]


def group_codes(groups: Any, labels: np.ndarray) -> np.ndarray:
    """Comprueba un grupo por pago, del tipo que sea, y los numera desde 0.

    Raises
    ------
    ValueError
        Si no hay uno por pago, o falta alguno.

    Examples
    --------
    >>> group_codes(["lunes", "martes", "lunes"], np.array([0, 1, 0]))
    array([0, 1, 0])
    """
    import pandas as pd

    if np.ndim(groups) != 1:
        raise ValueError(
            f"groups tiene forma {np.shape(groups)}; se espera un grupo por pago, por ejemplo el "
            "día de cada uno."
        )
    check_same_length({"y_true": labels, "groups": groups})
    codes, _ = pd.factorize(pd.Series(groups))
    if codes.min() < 0:
        where = int(codes.argmin())
        raise ValueError(
            f"groups: falta el valor de la posición {where} (nan o vacío); quita ese pago o dale "
            "un grupo."
        )
    return codes


def _flatten_advice(array: np.ndarray) -> str:
    if array.ndim == 2 and array.shape[1] == 1:
        return (
            "Si son probabilidades, aplica un umbral: (p >= 0.5).astype(int).ravel(); "
            "si son etiquetas, basta con .ravel()."
        )
    return (
        "Si son probabilidades (o etiquetas one-hot), quédate con la clase mayor: "
        "np.argmax(p, axis=1)."
    )


def _from_objects(array: np.ndarray, name: str) -> np.ndarray:
    """Decide qué contiene un array de objetos, que es como llega una columna de pandas."""
    for position, value in enumerate(array):
        # Por su texto, para reconocer pandas.NA y NaT sin importar pandas.
        if value is None or (not isinstance(value, str) and str(value) in ("nan", "<NA>", "NaT")):
            raise ValueError(_missing(name, position))
    if all(isinstance(value, str) for value in array):
        return array.astype(str)
    numbers = (bool, int, float, np.bool_, np.integer, np.floating)
    for position, value in enumerate(array):
        if not isinstance(value, numbers):
            raise TypeError(
                f"{name}: la posición {position} contiene {value!r} "
                f"({type(value).__name__}); se esperaban solo enteros o solo textos."
            )
    return array.astype(float)


def _missing(name: str, position: int) -> str:
    return (
        f"{name}: falta el valor de la posición {position} (nan o vacío); quita esa muestra o "
        "ponle una etiqueta."
    )


def _check_whole(array: np.ndarray, name: str) -> None:
    if np.isnan(array).any():
        raise ValueError(_missing(name, int(np.isnan(array).argmax())))
    decimals = array[array != np.floor(array)]
    if decimals.size and ((array >= 0) & (array <= 1)).all():
        raise ValueError(
            f"{name} parece contener probabilidades (por ejemplo {decimals[0]:.3g}) y se esperan "
            "etiquetas. Aplica un umbral: (p >= 0.5).astype(int)."
        )
    if decimals.size or np.isinf(array).any():
        raise ValueError(
            f"{name} contiene decimales o infinitos y se esperan etiquetas enteras. Estas métricas "
            "son de clasificación; para predecir cantidades usa las de regresión."
        )


def check_label_range(labels: np.ndarray, n_classes: int, name: str, classes: str) -> None:
    """Comprueba que las etiquetas van de 0 a ``n_classes`` - 1; ``classes`` dice qué se cuenta.

    Raises
    ------
    ValueError
        Si alguna se sale.

    Examples
    --------
    >>> check_label_range(np.array([0, 9]), 10, "labels", "nombres en class_names")
    """
    outside = labels[(labels < 0) | (labels >= n_classes)]
    if outside.size:
        raise ValueError(
            f"{name} contiene la etiqueta {outside[0]} y hay {n_classes} {classes}: las etiquetas "
            f"van de 0 a {n_classes - 1}."
        )
