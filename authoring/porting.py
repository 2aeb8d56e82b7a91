"""De PyTorch a Keras: los pesos de EfficientNet-Lite0, con los nombres y las formas de allí."""

import io
import re

import numpy as np

from .errors import AuthoringError

# Cómo se llama cada capa en el original y en course_utils.pretrained.
_LAYERS = {
    "_conv_stem": "stem_conv",
    "_bn0": "stem_bn",
    "_conv_head": "head_conv",
    "_bn1": "head_bn",
    "_fc": "classes",
}
_INSIDE = {
    "_expand_conv": "expand_conv",
    "_bn0": "expand_bn",
    "_depthwise_conv": "depthwise_conv",
    "_bn1": "depthwise_bn",
    "_project_conv": "project_conv",
    "_bn2": "project_bn",
}
_STATISTICS = {
    "weight": "gamma",
    "bias": "beta",
    "running_mean": "moving_mean",
    "running_var": "moving_variance",
}


def port_efficientnet(content, target):
    """Escribe en ``target`` (.npz) los pesos de un .pth, en 16 bits.

    Parameters
    ----------
    content : bytes
        Del archivo .pth.
    target : Path

    Raises
    ------
    AuthoringError
        No está PyTorch.
    """
    try:
        import torch
    except ImportError:
        raise AuthoringError(
            "Para leer los pesos de EfficientNet-Lite0 hace falta PyTorch: make pytorch."
        ) from None
    # weights_only: un .pth es un pickle, y así solo se leen tensores.
    loaded = torch.load(io.BytesIO(content), weights_only=True, map_location="cpu")
    weights = {name: tensor.numpy() for name, tensor in loaded.items()}
    # Sin los contadores de lotes, que son números sueltos y Keras no tiene.
    np.savez(target, **dict(to_keras(name, w) for name, w in weights.items() if w.ndim))


def to_keras(name, values):
    """El nombre que tiene un peso en Keras, y sus números, con la forma que allí se espera.

    Examples
    --------
    >>> name, kernel = to_keras("_blocks.0._depthwise_conv.weight", np.zeros((32, 1, 3, 3)))
    >>> name, kernel.shape
    ('block_1_depthwise_conv/kernel', (3, 3, 32, 1))
    """
    block = re.fullmatch(r"_blocks\.(\d+)\.(\w+)\.(\w+)", name)
    if block:
        number, layer, kind = block.groups()
        layer = f"block_{int(number) + 1}_{_INSIDE[layer]}"
    else:
        layer, kind = name.split(".")
        layer = _LAYERS[layer]
    if layer.endswith("_bn"):
        kind = _STATISTICS[kind]
    elif kind == "weight":
        kind = "kernel"
        # De (salida, entrada, alto, ancho) a (alto, ancho, entrada, salida); en las separadas por
        # canal, a (alto, ancho, canal, 1); y en la densa, de (salida, entrada) a (entrada, salida).
        axes = (2, 3, 0, 1) if layer.endswith("depthwise_conv") else (2, 3, 1, 0)
        values = values.transpose(axes if values.ndim == 4 else (1, 0))
    return f"{layer}/{kind}", np.ascontiguousarray(values, dtype=np.float16)
