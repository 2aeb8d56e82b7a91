"""El explorador de k-means: qué dice de cada número de grupos, y qué dibuja."""

import matplotlib

matplotlib.use("Agg")

import interactive_samples as samples
import matplotlib.pyplot as plt
import numpy as np
from interactive_samples import parts, told
from sklearn.metrics import silhouette_score

from course_utils.interactive import clusters
from course_utils.interactive.clusters import explore_clusters

notebook, only_lines = samples.notebook, samples.only_lines


def test_clusters_line_tells_where_the_silhouette_is_high(notebook, only_lines):
    explore_clusters()
    controls, line, _ = parts(notebook)
    for k, said in (
        (1, "1 grupo: "),
        (2, "Otro número"),
        (4, "De las mayores"),
        (12, "Otro número"),
    ):
        controls["Grupos"].value = k
        assert said in told(line)
    controls["Grupos"].value = 1
    assert "pide dos grupos" in told(line)


def test_clusters_measures_are_those_of_the_groups():
    fits = clusters._fits()
    for k in clusters._NUMBERS:
        away = fits.x - fits.centres[k][fits.labels[k]]
        assert np.isclose((away**2).sum(), fits.inertias[k - 1])
    assert np.isclose(fits.silhouettes[3], silhouette_score(fits.x, fits.labels[4]))
    assert np.isnan(fits.silhouettes[0])
    # La lección se apoya en esto, y con margen.
    assert np.nanargmax(fits.silhouettes) == 3
    assert (np.diff(fits.inertias) < 0).all()


def test_borders_are_where_two_centres_are_as_near():
    _, ax = plt.subplots()
    clusters._draw_borders(ax, np.array([[0.0, 0.0], [4.0, 4.0]]), np.array([[1.0, 2], [3.0, 2]]))
    for border in ax.collections:
        assert np.allclose(border.get_paths()[0].vertices[:, 0], 2)
