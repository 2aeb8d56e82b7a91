"""Lo que aprendió una red de un millón de fotos: sus pesos, y los nombres de lo que reconoce."""

from __future__ import annotations

import csv
import io

import numpy as np

from .files import open_verified, read_verified


def load_imagenet_classes() -> list[str]:
    """Carga los nombres, en español, de las 1000 clases de ImageNet.

    Returns
    -------
    list[str]
        En el orden de siempre: la posición de cada nombre es el número de su clase.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    Las clases son las de la competición ILSVRC de 2012: Russakovsky y otros (2015), «ImageNet Large
    Scale Visual Recognition Challenge», arXiv:1409.0575. Los nombres en español, escritos para este
    curso: CC BY 4.0.

    Examples
    --------
    >>> classes = load_imagenet_classes()
    >>> len(classes)
    1000
    """
    text = read_verified("imagenet_classes").decode("utf-8")
    return [row["nombre"] for row in csv.DictReader(io.StringIO(text))]


def load_efficientnet_weights() -> dict[str, np.ndarray]:
    """Carga los pesos de EfficientNet-Lite0, entrenada con ImageNet.

    Returns
    -------
    dict[str, numpy.ndarray]
        Capa y peso («stem_conv/kernel») -> sus números, float16, con la forma que pide Keras.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    M. Tan y Q. Le (2019), «EfficientNet: Rethinking Model Scaling for Convolutional Neural
    Networks», arXiv:1905.11946. Licencia Apache 2.0.

    Examples
    --------
    >>> weights = load_efficientnet_weights()
    >>> weights["stem_conv/kernel"].shape
    (3, 3, 3, 32)
    """
    with (
        open_verified("efficientnet_lite0") as file,
        np.load(file, allow_pickle=False) as weights,
    ):
        return dict(weights)
