"""De PyTorch a Keras: cada peso, a su capa y con sus ejes en su sitio."""

import numpy as np
import pytest

from authoring.porting import to_keras
from course_utils.datasets import load_efficientnet_weights


def test_axes_are_moved_and_not_reshaped():
    dense = np.arange(6.0).reshape(2, 3)
    name, kernel = to_keras("_fc.weight", dense)
    assert name == "classes/kernel"
    assert kernel.tolist() == dense.T.tolist()
    convolution = np.arange(24.0).reshape(2, 3, 2, 2)  # salida, entrada, alto, ancho
    name, kernel = to_keras("_blocks.4._project_conv.weight", convolution)
    assert name == "block_5_project_conv/kernel"
    assert kernel[1, 0, 2, 1] == convolution[1, 2, 1, 0]
    depthwise = np.arange(18.0).reshape(2, 1, 3, 3)
    name, kernel = to_keras("_blocks.0._depthwise_conv.weight", depthwise)
    assert name == "block_1_depthwise_conv/kernel"
    assert kernel[2, 1, 1, 0] == depthwise[1, 0, 2, 1]
    assert kernel.dtype == np.float16


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("_bn0.running_var", "stem_bn/moving_variance"),
        ("_bn1.weight", "head_bn/gamma"),
        ("_blocks.15._bn2.bias", "block_16_project_bn/beta"),
        ("_blocks.1._bn0.running_mean", "block_2_expand_bn/moving_mean"),
        ("_fc.bias", "classes/bias"),
    ],
)
def test_names_are_those_of_the_network(theirs, ours):
    assert to_keras(theirs, np.zeros(4))[0] == ours
    assert ours in load_efficientnet_weights()
