"""Comprobar los nombres de las clases, y dar el suyo a cada etiqueta."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.arguments.labels import check_label_range, check_labels, labels_present
from course_utils.arguments.text import some_values


def check_class_names(class_names: Any) -> list[str]:
    """Comprueba los nombres de las clases y los devuelve como lista.

    Parameters
    ----------
    class_names : sequence of str
        El nombre de cada clase, en orden.

    Returns
    -------
    list of str
        Los mismos nombres.

    Raises
    ------
    TypeError
        Si no es una lista, tupla o array de textos.
    ValueError
        Si está vacía o repite un nombre.

    Examples
    --------
    >>> check_class_names(("gato", "perro"))
    ['gato', 'perro']
    """
    sequence = isinstance(class_names, Sequence) and not isinstance(class_names, str | bytes)
    if not sequence and getattr(class_names, "ndim", 0) != 1:
        raise TypeError(
            f"class_names debe ser una lista de textos, como ['gato', 'perro']; "
            f"llegó {type(class_names).__name__}."
        )
    names = list(class_names)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"class_names debe contener solo textos; contiene {name!r}.")
    if not names:
        raise ValueError("class_names está vacío; se espera un nombre por clase.")
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise ValueError(f"class_names repite {repeated}; cada clase necesita su propio nombre.")
    return [str(name) for name in names]


def check_two_class_names(class_names: object) -> list[str]:
    """Comprueba los nombres de las clases 0 y 1.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_class_names``, y que no sean dos.

    Examples
    --------
    >>> check_two_class_names(("normal", "fraude"))
    ['normal', 'fraude']
    """
    names = check_class_names(class_names)
    if len(names) != 2:
        raise ValueError(f"class_names debe tener dos nombres; llegaron {len(names)}.")
    return names


def output_names(class_names: object, n_classes: int) -> list[str]:
    """El nombre de cada salida de la red; nunca uno inventado.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_class_names``, y que no haya uno por salida.

    Examples
    --------
    >>> output_names(None, 2), output_names(["Bolso", "Bota"], 2)
    (['clase 0', 'clase 1'], ['Bolso', 'Bota'])
    """
    if class_names is None:
        return [f"clase {number}" for number in range(n_classes)]
    names = check_class_names(class_names)
    if len(names) != n_classes:
        raise ValueError(
            f"class_names tiene {len(names)} nombres y hay {n_classes} probabilidades por muestra; "
            "debe haber un nombre por clase, en el orden de las salidas de la red."
        )
    return names


def image_captions(labels: object, class_names: object, n_images: int) -> list[str]:
    """El pie de cada imagen: su etiqueta, con su nombre si lo tiene.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_labels`` y ``check_class_names``; que no haya una por imagen,
        o que alguna no tenga nombre.

    Examples
    --------
    >>> image_captions([1, 0], ["Bolso", "Bota"], 2), image_captions([9], None, 1)
    (['Bota', 'Bolso'], ['clase 9'])
    """
    if labels is None:
        return [""] * n_images
    labels = check_labels(labels, "labels")
    if len(labels) != n_images:
        raise ValueError(
            f"images contiene {n_images} imágenes y labels {len(labels)} etiquetas; debe haber "
            "una por imagen. ¿Recortaste solo una de las dos?"
        )
    if labels.dtype.kind == "U":
        return labels.tolist()
    if class_names is None:
        return [f"clase {label}" for label in labels]
    names = check_class_names(class_names)
    check_label_range(labels, len(names), "labels", "nombres en class_names")
    return [names[label] for label in labels]


def matrix_classes(
    y_true: np.ndarray, y_pred: np.ndarray, class_names: object
) -> tuple[list, list[str]]:
    """Las clases, en el orden de la matriz de confusión, y el nombre de cada una.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_class_names``, y que alguna etiqueta no tenga nombre.

    Examples
    --------
    >>> matrix_classes(np.array([0, 1]), np.array([1, 1]), ["no", "sí"])
    ([0, 1], ['no', 'sí'])
    """
    if class_names is None:
        present = labels_present(y_true, y_pred)
        return present, [str(label) for label in present]
    labels, names, unknown = _named_classes(y_true, y_pred, class_names)
    if unknown and labels is names:
        raise ValueError(
            f"Las etiquetas {some_values(unknown)} no están en class_names: {some_values(names)}."
        )
    if unknown:
        raise ValueError(
            f"class_names tiene {len(names)} nombres, para las etiquetas de 0 a {len(names) - 1}, "
            f"y en los datos hay {some_values(unknown)}. Pon un nombre por clase o revisa las "
            "etiquetas."
        )
    return labels, names


def region_classes(
    y: np.ndarray, predicted: np.ndarray, class_names: object, most: int
) -> tuple[list, list[str]]:
    """Las clases, en el orden en que reciben color, y el nombre de cada una.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_class_names``; que alguna no tenga nombre, o que sean más de
        ``most``.

    Examples
    --------
    >>> region_classes(np.array([0, 1]), np.array([7, 1]), None, most=6)
    ([0, 1, 7], ['clase 0', 'clase 1', 'clase 7'])
    """
    if class_names is None:
        labels = np.union1d(y, predicted).tolist()
        names = labels if y.dtype.kind == "U" else [f"clase {label}" for label in labels]
    else:
        labels, names, unknown = _named_classes(y, predicted, class_names)
        if unknown:
            raise ValueError(
                f"class_names tiene {len(names)} nombres y no hay ninguno para {unknown[:5]}. Pon "
                "uno por clase, en orden."
            )
    if len(labels) > most:
        raise ValueError(
            f"Hay {len(labels)} clases y la figura distingue {most}. ¿Devuelve predict cantidades "
            "en vez de etiquetas?"
        )
    return labels, names


def _named_classes(first: np.ndarray, second: np.ndarray, class_names: object) -> tuple:
    """Las clases con nombre, los nombres, y las etiquetas que no lo tienen."""
    names = check_class_names(class_names)
    labels = names if first.dtype.kind == "U" else list(range(len(names)))
    unknown = sorted(set(np.union1d(first, second).tolist()) - set(labels))
    return labels, names, unknown
