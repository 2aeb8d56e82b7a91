"""La red que ya sabe: dice lo que hay en las fotos, y se le puede quitar la última capa."""

import numpy as np
import pytest
from PIL import Image

from course_utils.datasets import load_efficientnet_weights, load_imagenet_classes, load_photos
from course_utils.pretrained import efficientnet_lite0


@pytest.fixture(scope="module")
def network():
    return efficientnet_lite0()


def square(photo):
    side = min(photo.shape[:2])
    top, left = ((size - side) // 2 for size in photo.shape[:2])
    middle = Image.fromarray(photo[top : top + side, left : left + side])
    return np.asarray(middle.resize((224, 224), Image.Resampling.BICUBIC), dtype="float32")


@pytest.mark.parametrize(
    ("photo", "classes", "at_least"),
    [("taza de café", [967], 0.9), ("fotógrafo", [872], 0.9), ("gata", [281, 282, 285], 0.7)],
)
def test_it_names_the_photographs(network, photo, classes, at_least):
    # 967, café exprés; 872, trípode; 281, 282 y 285, gatos. Con otra escala de entrada, otra
    # epsilon o un eje cambiado, ninguna pasa de 0.5.
    answers = np.asarray(network(square(load_photos()[photo])[np.newaxis]))[0]
    assert np.isclose(answers.sum(), 1, atol=1e-3)
    assert answers.argmax() in classes
    assert answers[classes].sum() > at_least


def test_every_weight_is_used_and_none_is_missing(network):
    weights = load_efficientnet_weights()
    assert {variable.path for variable in network.weights} == set(weights)
    for variable in network.weights:
        assert variable.shape == weights[variable.path].shape
        assert weights[variable.path].dtype == np.float16
        assert np.isfinite(weights[variable.path]).all()


def test_without_its_top(network):
    features = efficientnet_lite0(top=False)
    assert features.output_shape == (None, 1280)
    assert all(layer.trainable for layer in features.layers)
    image = square(load_photos()["cohete"])[np.newaxis]
    kernel, bias = network.get_layer("classes").get_weights()
    scores = np.asarray(features(image)) @ kernel + bias
    ours = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
    assert np.allclose(ours, np.asarray(network(image)), atol=1e-4)


def test_the_class_names_fit_the_network(network):
    classes = load_imagenet_classes()
    assert len(classes) == network.output_shape[1]
