"""Cuánto coinciden dos cajas: lo que comparten, lo que cubren entre las dos y su cociente."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_boxes
from course_utils.arguments.numbers import check_same_length


class Overlap(NamedTuple):
    """Lo que devuelve ``box_overlap``."""

    intersection: np.ndarray
    union: np.ndarray
    iou: np.ndarray


def box_overlap(first: ArrayLike, second: ArrayLike) -> Overlap:
    """Compara cajas de dos en dos: la primera con la primera, la segunda con la segunda…

    Parameters
    ----------
    first, second : array_like of float, shape (n_cajas, 4)
        ``x0, y0, x1, y1`` de cada caja; la columna ``x1`` y la fila ``y1`` ya quedan fuera.

    Returns
    -------
    intersection : numpy.ndarray of float, shape (n_cajas,)
        El área que comparten, en píxeles.
    union : numpy.ndarray of float, shape (n_cajas,)
        El área que cubren entre las dos.
    iou : numpy.ndarray of float, shape (n_cajas,)
        La intersección entre la unión (*intersection over union*), de 0 a 1. Dos cajas vacías dan
        0.

    Raises
    ------
    TypeError, ValueError
        Si no son cajas (véase ``check_boxes``), o no hay las mismas en las dos.

    Examples
    --------
    >>> box_overlap([[0, 0, 4, 2]], [[2, 0, 6, 2]])
    Overlap(intersection=array([4.]), union=array([12.]), iou=array([0.33333333]))
    """
    first, second = check_boxes(first, "first"), check_boxes(second, "second")
    check_same_length({"first": first, "second": second})
    low = np.maximum(first[:, :2], second[:, :2])
    high = np.minimum(first[:, 2:], second[:, 2:])
    intersection = np.clip(high - low, 0, None).prod(axis=1)
    union = _area(first) + _area(second) - intersection
    return Overlap(intersection, union, intersection / np.where(union > 0, union, 1))


def _area(boxes):
    return (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
