"""Las fotografías: seis, en color, de su tamaño."""

import numpy as np

from course_utils.datasets import load_photos


def test_photos():
    photos = load_photos()
    shapes = {
        "taza de café": (400, 600, 3),
        "gata": (300, 451, 3),
        "astronauta": (512, 512, 3),
        "cohete": (427, 640, 3),
        "fotógrafo": (512, 512, 3),
        "retina": (1411, 1411, 3),
    }
    assert {name: photo.shape for name, photo in photos.items()} == shapes
    assert {photo.dtype for photo in photos.values()} == {np.dtype("uint8")}
    for name, photo in photos.items():
        assert photo.max() > 200, name
        gray = (photo[..., 0] == photo[..., 1]).all() and (photo[..., 1] == photo[..., 2]).all()
        assert gray == (name == "fotógrafo"), name
