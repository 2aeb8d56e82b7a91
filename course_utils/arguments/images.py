"""Comprobar imágenes, y lo que se dibuja como ellas: mapas, filtros y la matriz de un núcleo."""

from __future__ import annotations

import numpy as np

from course_utils.arguments.numbers import as_numbers, check_finite

# Más imágenes en una sola hoja no se distinguen, y dibujarlas tarda minutos.
MAX_IMAGES = 100

_FROM_A_MODEL = " Si sale de un modelo, revisa los datos y la tasa de aprendizaje."


def check_images(values: object, name: str) -> np.ndarray:
    """Comprueba un lote de imágenes, de uint8, booleanos o decimales.

    Los valores, con ``check_pixels``: solo los de las que se dibujan.

    Parameters
    ----------
    values : array_like, shape (n_imagenes, alto, ancho[, 1 o 3])
        Lo que pasó quien llama.
    name : str
        Cómo se llama ese argumento, para el mensaje de error.

    Returns
    -------
    numpy.ndarray
        Las mismas imágenes.

    Raises
    ------
    TypeError
        Si son de un tipo que no dice cuánto vale el blanco.
    ValueError
        Si no hay ninguna o no tienen la forma debida.

    Examples
    --------
    >>> check_images([[[0.5, 1.0]]], "images").shape
    (1, 1, 2)
    """
    try:
        images = np.asarray(values)
    except ValueError as error:
        raise ValueError(f"{name}: todas las imágenes deben tener el mismo tamaño.") from error
    if images.size == 0:
        raise ValueError(f"{name} está vacío (forma {images.shape}); se esperan imágenes.")
    single_rgb = images.ndim == 3 and images.shape[2] == 3 and images.shape[1] > 3
    color = images.ndim == 4 and images.shape[3] in (1, 3)
    if single_rgb or not (images.ndim == 3 or color):
        raise ValueError(
            f"{name} tiene forma {images.shape}; se espera (n_imagenes, alto, ancho), con 1 o 3 "
            "canales al final si los hay. Una sola imagen se pasa como img[np.newaxis]."
        )
    if images.dtype not in (np.uint8, np.bool_) and images.dtype.kind != "f":
        raise TypeError(
            f"{name} es de tipo {images.dtype}, que no dice si el blanco es 1 o 255; usa uint8 de "
            '0 a 255, con .astype("uint8"), o decimales de 0 a 1.'
        )
    return images


def check_pixels(images: np.ndarray) -> None:
    """Comprueba que los decimales van de 0 a 1.

    Se llama antes de crear la figura: un error no deja una a medias en el cuaderno.

    Raises
    ------
    ValueError
        Si alguno se sale.

    Examples
    --------
    >>> check_pixels(np.array([[[0.5, 1.0]]]))
    """
    if images.dtype.kind != "f":
        return
    low, high = images.min(), images.max()
    if not (low >= 0 and high <= 1):  # así escrito, nan tampoco pasa
        raise ValueError(
            f"Las imágenes tienen decimales de {low:.3g} a {high:.3g} y deben ir de 0 a 1. Divide "
            "entre el máximo posible (255 si viene de uint8) o recorta con np.clip(img, 0, 1)."
        )


def check_sheet(images: np.ndarray) -> None:
    """Comprueba que las imágenes caben en una hoja.

    Raises
    ------
    ValueError
        Si son más de 100.

    Examples
    --------
    >>> check_sheet(np.zeros((100, 2, 2)))
    """
    if len(images) > MAX_IMAGES:
        raise ValueError(
            f"images contiene {len(images)} imágenes de {images.shape[1:]}; en una hoja caben "
            f"{MAX_IMAGES}. Pasa una parte, por ejemplo images[:25]; si es una sola imagen, [img]."
        )


def check_maps(maps: object) -> np.ndarray:
    """Comprueba los mapas de una imagen y los devuelve como float64 (alto, ancho, canales).

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no tienen esa forma, hay más de 100 canales o algún valor no es finito.

    Examples
    --------
    >>> check_maps([[[[1, 2, 3]]]]).shape  # lo que devuelve predict con una sola imagen
    (1, 1, 3)
    """
    expected = "los mapas de una imagen: (alto, ancho, canales)"
    array = as_numbers(maps, "maps", expected)
    if array.ndim == 4 and len(array) == 1:
        array = array[0]
    if array.ndim != 3 or array.size == 0:
        advice = {
            2: "Un solo mapa se pasa como maps[:, :, np.newaxis].",
            4: "De varias imágenes, elige una: maps[0].",
        }.get(array.ndim, "La da una capa convolucional, antes de Flatten.")
        raise ValueError(f"maps tiene forma {array.shape}; se esperan {expected}. {advice}")
    _check_panels(array.shape[-1], "maps", "canales", "maps[..., :64]")
    return check_finite(array, "maps", advice=_FROM_A_MODEL)


def check_kernels(kernels: object) -> np.ndarray:
    """Comprueba los núcleos de una capa: float64 (alto, ancho, entrada, salida), como en Keras.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no tienen esa forma, hay más de 100 filtros o algún peso no es finito.

    Examples
    --------
    >>> check_kernels(np.ones((3, 3, 1, 8))).shape
    (3, 3, 1, 8)
    """
    expected = "los núcleos de una capa: (alto, ancho, entrada, salida), layer.get_weights()[0]"
    array = as_numbers(kernels, "kernels", expected)
    if array.ndim != 4 or array.size == 0:
        single = " Un solo núcleo se pasa como kernel[:, :, np.newaxis, np.newaxis]."
        raise ValueError(
            f"kernels tiene forma {array.shape}; se esperan {expected}."
            f"{single if array.ndim == 2 else ''}"
        )
    _check_panels(array.shape[-1], "kernels", "filtros", "kernels[..., :64]")
    return check_finite(array, "kernels", advice=_FROM_A_MODEL)


def check_matrix(values: object, name: str) -> np.ndarray:
    """Comprueba una imagen o un núcleo de un solo canal: float64 (alto, ancho).

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no es una matriz, o algún valor no es finito.

    Examples
    --------
    >>> check_matrix([[[1], [2]]], "image")  # con el canal de Keras
    array([[1., 2.]])
    """
    array = as_numbers(values, name, "una matriz: (alto, ancho)")
    while array.ndim > 2 and array.shape[-1] == 1:
        array = array[..., 0]
    if array.ndim != 2 or array.size == 0:
        several = array.ndim == 3 and array.shape[-1] in (3, 4)
        advice = f" Si es de color, pásala a gris: {name}.mean(axis=-1)." if several else ""
        raise ValueError(
            f"{name} tiene forma {array.shape}; se espera una matriz con un solo canal: "
            f"(alto, ancho).{advice}"
        )
    return check_finite(array, name, advice=_FROM_A_MODEL)


def check_boxes(values: object, name: str) -> np.ndarray:
    """Comprueba unas cajas, ``x0, y0, x1, y1``: float64 (n_cajas, 4). Pueden ser ninguna.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no son cuatro por caja, alguno no es finito, o una esquina está al revés.

    Examples
    --------
    >>> check_boxes([[10, 20, 30, 50]], "boxes")
    array([[10., 20., 30., 50.]])
    >>> check_boxes([], "boxes").shape
    (0, 4)
    """
    array = as_numbers(values, name, "cuatro números por caja: x0, y0, x1, y1")
    if array.size == 0:
        return np.zeros((0, 4))
    if array.ndim != 2 or array.shape[1] != 4:
        one = f" Una sola caja se pasa como [{name}]." if array.shape == (4,) else ""
        raise ValueError(
            f"{name} tiene forma {array.shape}; se espera (n_cajas, 4): x0, y0, x1, y1.{one}"
        )
    array = check_finite(array, name, advice=_FROM_A_MODEL)
    for k, (x0, y0, x1, y1) in enumerate(array):
        if x1 < x0 or y1 < y0:
            raise ValueError(
                f"{name}[{k}] es x0={x0:g}, y0={y0:g}, x1={x1:g}, y1={y1:g}: x1 no puede ser menor "
                "que x0, ni y1 que y0. ¿Son el centro y el tamaño, en vez de las dos esquinas?"
            )
    return array


def check_fits(image: np.ndarray, kernel: np.ndarray) -> None:
    """Comprueba que el núcleo cabe en la imagen.

    Raises
    ------
    ValueError
        Si no cabe.

    Examples
    --------
    >>> check_fits(np.ones((3, 4)), np.ones((2, 2)))
    """
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError(
            f"El núcleo es de {size_text(kernel)} y no cabe en la imagen, de {size_text(image)}: "
            "usa un núcleo menor o rellena la imagen con np.pad. ¿Están cambiados de orden?"
        )


def size_text(matrix: np.ndarray) -> str:
    """Las filas y las columnas, por escrito.

    Examples
    --------
    >>> size_text(np.ones((3, 4)))
    '3 × 4'
    """
    return " × ".join(map(str, matrix.shape))


def _check_panels(count: int, name: str, what: str, advice: str) -> None:
    if count > MAX_IMAGES:
        raise ValueError(
            f"{name} contiene {count} {what} y en una hoja caben {MAX_IMAGES}. Pasa una parte: "
            f"{advice}."
        )
