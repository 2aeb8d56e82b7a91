"""Una red que ya sabe: EfficientNet-Lite0, entrenada con el millón de fotos de ImageNet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_utils.datasets import load_efficientnet_weights

if TYPE_CHECKING:
    import keras

# Cada fila: cuántos bloques iguales, lado del núcleo, paso del primero, por cuánto se ensancha por
# dentro y cuántos canales salen. Tabla 1 de Tan y Le (2019); en las «Lite», sin compuertas y con
# ReLU6: https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite
_STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
_SIDE = 224
_EPSILON = 1e-3


def efficientnet_lite0(*, top: bool = True) -> keras.Model:
    """Monta EfficientNet-Lite0 y le pone los pesos que aprendió de ImageNet.

    Recibe imágenes de forma (224, 224, 3), de 0 a 255: la primera capa las escala.

    Parameters
    ----------
    top : bool
        ``True``, entera: 1000 probabilidades, en el orden de ``load_imagenet_classes``. ``False``,
        sin la última capa: 1280 números por imagen, para poner otra encima.

    Returns
    -------
    keras.Model
        Sin compilar. Todas sus capas, sin congelar.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo de los pesos, o está truncado o alterado.

    Notes
    -----
    M. Tan y Q. Le (2019), «EfficientNet: Rethinking Model Scaling for Convolutional Neural
    Networks», arXiv:1905.11946. Los pesos, en 16 bits; licencia Apache 2.0.

    Examples
    --------
    >>> network = efficientnet_lite0()
    >>> network.output_shape
    (None, 1000)
    """
    network = _network(top)
    weights = load_efficientnet_weights()
    for variable in network.weights:
        variable.assign(weights[variable.path].astype("float32"))
    return network


def _network(top: bool) -> keras.Model:
    from course_utils.training import quiet_tensorflow

    quiet_tensorflow()
    import keras

    def convolution(x, name, filters, size=1, stride=1, *, depthwise=False, activation=True):
        common = {"strides": stride, "padding": "same", "use_bias": False, "name": f"{name}_conv"}
        if depthwise:
            x = keras.layers.DepthwiseConv2D(size, **common)(x)
        else:
            x = keras.layers.Conv2D(filters, size, **common)(x)
        x = keras.layers.BatchNormalization(epsilon=_EPSILON, name=f"{name}_bn")(x)
        return keras.layers.ReLU(6, name=f"{name}_relu6")(x) if activation else x

    def block(x, name, size, stride, widen, filters):
        before = x
        if widen > 1:
            x = convolution(x, f"{name}_expand", widen * before.shape[-1])
        x = convolution(x, f"{name}_depthwise", None, size, stride, depthwise=True)
        x = convolution(x, f"{name}_project", filters, activation=False)
        if before.shape == x.shape:
            x = keras.layers.Add(name=f"{name}_add")([x, before])
        return x

    inputs = keras.Input((_SIDE, _SIDE, 3))
    x = keras.layers.Rescaling(1 / 128, offset=-127 / 128, name="scale")(inputs)
    x = convolution(x, "stem", 32, 3, 2)
    number = 0
    for repeats, size, stride, widen, filters in _STAGES:
        for repeat in range(repeats):
            number += 1
            x = block(x, f"block_{number}", size, 1 if repeat else stride, widen, filters)
    x = convolution(x, "head", 1280)
    x = keras.layers.GlobalAveragePooling2D(name="pool")(x)
    if top:
        x = keras.layers.Dropout(0.2, name="dropout")(x)
        x = keras.layers.Dense(1000, activation="softmax", name="classes")(x)
    return keras.Model(inputs, x, name="efficientnet_lite0")
