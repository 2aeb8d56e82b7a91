"""Escenas con prendas en sitios conocidos: no hay archivo, se componen cuando se piden."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.images import check_images
from course_utils.arguments.labels import check_class_numbers
from course_utils.arguments.numbers import check_count, check_integer, check_same_length, check_seed

SIDE = 64  # píxeles de una escena
_SIDES = (18, 33)  # de qué tamaño sale una prenda: el último no entra
_VISIBLE = 25  # un píxel de la prenda tapa el fondo si pasa de aquí
_UNCOVERED = 0.75  # lo que se tiene que seguir viendo de cada prenda
_TRIES = 30
_MOST = 4  # más prendas no caben sin taparse


class Scenes(NamedTuple):
    """Lo que devuelve ``make_scenes``."""

    images: np.ndarray
    boxes: list[np.ndarray]
    labels: list[np.ndarray]
    masks: np.ndarray


def make_scenes(
    garments: ArrayLike,
    labels: ArrayLike,
    count: int,
    *,
    fewest: int = 1,
    most: int = 3,
    seed: int = 0,
) -> Scenes:
    """Compone escenas de 64 x 64 con prendas de varios tamaños, y dice dónde está cada una.

    Cada escena tiene un fondo gris desigual y, encima, prendas elegidas al azar. Pueden tocarse,
    pero de cada una se siguen viendo tres cuartas partes.

    Parameters
    ----------
    garments : array_like of uint8, shape (n_prendas, alto, ancho)
        Las prendas entre las que se elige, sobre fondo negro: las de Fashion-MNIST.
    labels : array_like of int, shape (n_prendas,)
        La clase de cada una, de 0 a 9.
    count : int
        Cuántas escenas.
    fewest, most : int, default 1 and 3
        Cuántas prendas por escena, como mínimo y como máximo: de 1 a 4.
    seed : int, default 0
        Con la misma semilla y las mismas prendas, las mismas escenas.

    Returns
    -------
    images : numpy.ndarray of uint8, shape (count, 64, 64)
        Las escenas, de 0 a 255.
    boxes : list of numpy.ndarray of int, shape (prendas de esa escena, 4)
        La caja más pequeña que contiene cada prenda: ``x0, y0, x1, y1``, en píxeles desde la
        esquina de arriba a la izquierda. La columna ``x1`` y la fila ``y1`` ya quedan fuera.
    labels : list of numpy.ndarray of int, shape (prendas de esa escena,)
        La clase de cada prenda, en el mismo orden.
    masks : numpy.ndarray of uint8, shape (count, 64, 64)
        De qué es cada píxel: 0 si es fondo; si no, la clase más 1.

    Raises
    ------
    TypeError, ValueError
        Si las prendas no son imágenes de uint8 en gris con una etiqueta de 0 a 9 cada una, o los
        números no están entre los que se dicen.

    Examples
    --------
    >>> prenda = np.full((1, 28, 28), 255, dtype="uint8")
    >>> escenas = make_scenes(prenda, [8], 5, seed=1)
    >>> escenas.images.shape, len(escenas.boxes)
    ((5, 64, 64), 5)
    >>> x0, y0, x1, y1 = escenas.boxes[0][0]
    >>> bool((escenas.masks[0, y0:y1, x0:x1] == 9).all())
    True
    """
    garments, labels = _check_garments(garments, labels)
    check_count(count, "count")
    _check_how_many(fewest, most)
    check_seed(seed)
    rng = np.random.default_rng(seed)
    images = np.empty((count, SIDE, SIDE), np.uint8)
    masks = np.zeros((count, SIDE, SIDE), np.uint8)
    all_boxes, all_labels = [], []
    for image, mask in zip(images, masks, strict=True):
        boxes, chosen = _compose(image, mask, garments, labels, rng, fewest, most)
        all_boxes.append(boxes)
        all_labels.append(chosen)
    return Scenes(images, all_boxes, all_labels, masks)


def _compose(image, mask, garments, labels, rng, fewest, most):
    """Pinta una escena; si al azar no caben todas las prendas, vuelve a empezar."""
    wanted = int(rng.integers(fewest, most + 1))
    while True:
        owner = np.zeros((SIDE, SIDE), np.uint8)  # qué prenda se ve en cada píxel, desde 1
        image[:] = _background(rng)
        boxes, chosen, sizes = [], [], []
        for _ in range(_TRIES):
            k = int(rng.integers(len(garments)))
            garment = _tight(_resized(garments[k], int(rng.integers(*_SIDES))))
            height, width = garment.shape
            if not garment.size:
                continue
            y0 = int(rng.integers(SIDE - height + 1))
            x0 = int(rng.integers(SIDE - width + 1))
            place = np.s_[y0 : y0 + height, x0 : x0 + width]
            solid = garment > _VISIBLE
            painted = owner.copy()
            painted[place][solid] = len(boxes) + 1
            left = np.bincount(painted.ravel(), minlength=len(boxes) + 2)[1:]
            if (left < _UNCOVERED * np.array([*sizes, solid.sum()])).any():
                continue
            owner = painted
            image[place] = np.where(solid, garment, image[place])
            boxes.append((x0, y0, x0 + width, y0 + height))
            chosen.append(labels[k])
            sizes.append(solid.sum())
            if len(boxes) == wanted:
                chosen = np.array(chosen)
                mask[:] = np.concatenate([[0], chosen + 1])[owner]
                return np.array(boxes), chosen


def _background(rng):
    """Un gris que cambia despacio, con algo de ruido: de 20 a 100."""
    corners = rng.uniform(30, 90, (2, 2))
    ramp = np.linspace(0, 1, SIDE)
    across = corners[:, :1] + (corners[:, 1:] - corners[:, :1]) * ramp
    smooth = across[0] + (across[1] - across[0]) * ramp[:, np.newaxis]
    return smooth + rng.uniform(-10, 10, (SIDE, SIDE))


def _resized(garment, side):
    """La prenda con ``side`` píxeles de alto y de ancho, interpolando entre los vecinos."""
    rows, columns = garment.shape
    return _weights(side, rows) @ garment @ _weights(side, columns).T


def _weights(new, old):
    """De cuánto de cada píxel viejo sale cada uno de los nuevos, en una matriz (new, old)."""
    position = np.clip((np.arange(new) + 0.5) * old / new - 0.5, 0, old - 1)
    return np.clip(1 - np.abs(position[:, np.newaxis] - np.arange(old)), 0, None)


def _tight(garment):
    """La prenda sin los bordes vacíos."""
    solid = garment > _VISIBLE
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    if not len(rows):
        return garment[:0, :0]
    return garment[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _check_garments(garments, labels):
    garments = check_images(garments, "garments")
    if garments.ndim != 3 or garments.dtype != np.uint8:
        raise ValueError(
            f"garments tiene forma {garments.shape} y tipo {garments.dtype}; se esperan imágenes "
            "en gris de uint8, como las de load_fashion_mnist: (n_prendas, 28, 28)."
        )
    if not (garments > _VISIBLE).any():
        raise ValueError("En garments no hay ninguna prenda: todas las imágenes son negras.")
    labels = check_class_numbers(labels, 10, "labels")
    check_same_length({"garments": garments, "labels": labels})
    return garments, labels


def _check_how_many(fewest, most):
    for value, name in ((fewest, "fewest"), (most, "most")):
        check_integer(value, name)
    if not 1 <= fewest <= most <= _MOST:
        raise ValueError(
            f"fewest={fewest} y most={most}: cada escena lleva de 1 a {_MOST} prendas, y fewest no "
            "puede pasar de most."
        )
