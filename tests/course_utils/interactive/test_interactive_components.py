"""El explorador de las componentes: qué vuelve de cada imagen y qué dice de ello."""

import re

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import numpy as np
import pytest
from interactive_samples import IMAGES, parts, told
from sklearn.decomposition import PCA

from course_utils.interactive import components
from course_utils.interactive.components import explore_components

notebook, only_lines = samples.notebook, samples.only_lines


def test_components_rebuild_what_the_pca_gives_back():
    codes = components._codes(IMAGES)
    flat = IMAGES.reshape(len(IMAGES), -1)
    for k in (1, 10):
        pca = PCA(k).fit(flat)
        back = pca.inverse_transform(pca.transform(flat[:3])).reshape(3, 8, 8)
        assert np.allclose([codes.rebuilt(i, k) for i in range(3)], back)
        assert np.isclose(codes.kept[k - 1], pca.explained_variance_ratio_.sum())
    assert np.allclose(codes.rebuilt(0, 40), IMAGES[0])


def test_components_line_has_less_error_with_more(notebook, only_lines):
    explore_components(IMAGES)
    controls, line, _ = parts(notebook)
    errors = []
    for k in (1, 5, 20):
        controls["Componentes"].value = k
        assert told(line).startswith(f"Imagen 1 con {k} componente")
        errors.append(float(re.search(r"medio ≈ ([\d.]+)", told(line))[1]))
    assert errors == sorted(errors, reverse=True)
    assert list(controls["Imagen"].options) == list(range(1, 11))


def test_components_take_bytes_as_fractions():
    bytes_ = (IMAGES * 255).astype(np.uint8)
    assert np.allclose(components._codes(bytes_).originals, bytes_[:10] / 255)
    assert np.allclose(components._codes(bytes_[..., np.newaxis]).originals, bytes_[:10] / 255)


@pytest.mark.parametrize(
    ("images", "error", "says"),
    [
        (IMAGES[:1], ValueError, "dos imágenes"),
        (np.zeros((4, 6, 6, 3)), ValueError, "en grises"),
        (IMAGES * 255, ValueError, "0 a 1"),
        ("prendas", ValueError, "n_imagenes"),
    ],
)
def test_components_bad_images(images, error, says):
    with pytest.raises(error, match=says):
        explore_components(images)
