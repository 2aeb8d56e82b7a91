"""La convolución es la de Keras, y lo escrito es lo que sale."""

import numpy as np
import pytest

from course_utils.models.convolution import convolve, product_sum

random = np.random.default_rng(0)


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_convolution_is_that_of_keras(stride, capfd):
    from course_utils.training import keras

    image = random.normal(size=(11, 14))
    kernel = random.normal(size=(3, 4))
    _, _, result = convolve(image, kernel, stride)
    expected = keras.ops.conv(
        image[None, ..., None], kernel[..., None, None], strides=stride, padding="valid"
    )
    np.testing.assert_allclose(result, np.asarray(expected)[0, ..., 0], rtol=0, atol=1e-12)


def test_sums_of_rounded_numbers_say_so():
    assert product_sum(np.array([[1.0, 2.0]]), np.array([[3.0, -1.0]])) == ("1·3 + 2·(−1)", "= 1")
    assert product_sum(np.array([[1 / 3]]), np.array([[3.0]])) == ("0.333·3", "≈ 1")
    assert product_sum(np.array([[0.1, 0.2]]), np.array([[1, 1]]))[1] == "= 0.3"
    assert product_sum(np.array([[0.1, 0.2, 0.3]]), np.array([[1, 1, -1]]))[1] == "= 0"
    assert product_sum(np.array([[255]]), np.array([[1000]])) == ("255·1000", "= 255000")
    terms, total = product_sum(np.ones((5, 5)), np.ones((5, 5)))
    assert terms.count("·") == 11
    assert terms.endswith(" + … + 1·1")
    assert total == "= 25"
