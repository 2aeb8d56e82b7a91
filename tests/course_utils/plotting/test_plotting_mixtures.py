"""Las elipses de una mezcla: dónde están, cómo de largas, y qué se dice si algo no encaja."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from plotting_samples import assert_nothing_is_cut
from sklearn.mixture import BayesianGaussianMixture, GaussianMixture

from course_utils.plotting.mixtures import plot_mixture

random = np.random.default_rng(0)
LABELS = np.repeat([0, 1], 40)
POINTS = random.normal(size=(80, 2)) * [3, 1] + LABELS[:, None] * [0, 12]


def mixture(kind, points=POINTS):
    return GaussianMixture(2, covariance_type=kind, random_state=0).fit(points)


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


@pytest.mark.parametrize("kind", ["full", "tied", "diag", "spherical"])
def test_an_ellipse_is_at_its_deviations_in_every_direction(kind):
    turn = np.array([[0.8, -0.6], [0.6, 0.8]])  # que los ejes de la elipse no sean los del plano
    model = mixture(kind, POINTS @ turn)
    ax = plot_mixture(model, POINTS @ turn)
    assert len(ax.patches) == 4
    full = {
        "full": lambda k: model.covariances_[k],
        "tied": lambda k: model.covariances_,
        "diag": lambda k: np.diag(model.covariances_[k]),
        "spherical": lambda k: model.covariances_[k] * np.eye(2),
    }[kind]
    for i, ellipse in enumerate(ax.patches):
        k, deviations = divmod(i, 2)
        edge = ellipse.get_patch_transform().transform(ellipse.get_path().vertices)
        corners = edge[::3]  # los puntos de la curva; los demás son tiradores de Bézier
        gap = corners - model.means_[k]
        distance = np.sqrt(np.einsum("ij,ij->i", gap @ np.linalg.inv(full(k)), gap))
        np.testing.assert_allclose(distance[:8], deviations + 1, rtol=0.01)


def test_a_gaussian_without_weight_is_not_drawn():
    model = mixture("full")
    model.weights_ = np.array([0.999, 0.001])
    ax = plot_mixture(model, POINTS)
    assert len(ax.patches) == 2
    np.testing.assert_allclose(ax.lines[0].get_xydata(), model.means_[:1])


def test_mixture_groups_and_names():
    table = pd.DataFrame(POINTS, columns=["largo (mm)", "alto (mm)"])
    model = mixture("full")
    ax = plot_mixture(model, table, np.where(LABELS, "sí", "no"))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("largo (mm)", "alto (mm)")
    assert legend(ax) == ["no", "sí", "centro", "a 1 desviación", "a 2 desviaciones"]
    np.testing.assert_array_equal(ax.collections[1].get_offsets(), POINTS[LABELS == 1])

    _, given = plt.subplots()
    given.set_title("Mío")
    ax = plot_mixture(model, POINTS, LABELS, ax=given)
    assert ax is given
    assert ax.get_title() == "Mío"
    assert legend(ax)[:2] == ["grupo 0", "grupo 1"]
    assert legend(plot_mixture(model, POINTS))[0] == "centro"


def test_a_bayesian_mixture_is_a_mixture():
    model = BayesianGaussianMixture(n_components=2, random_state=0).fit(POINTS)
    assert len(plot_mixture(model, POINTS).patches) == 4


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"x": POINTS[:, 0]}, ValueError, r"x tiene forma \(80,\)"),
        ({"y": LABELS[:9]}, ValueError, "x tiene 80, y tiene 9"),
        ({"y": np.arange(80) % 7}, ValueError, "7 grupos y aquí se distinguen 6"),
        ({"model": 3}, TypeError, "mezcla de gaussianas.*llegó 3"),
        ({"model": GaussianMixture}, TypeError, "ya entrenada"),
        ({"model": GaussianMixture(2)}, ValueError, "todavía no está entrenada"),
        ({"model": mixture("full", np.c_[POINTS, POINTS])}, ValueError, "con 4 características"),
        ({"feature_names": ["a"]}, ValueError, "dos nombres"),
        ({"ax": 3}, TypeError, "ax debe ser unos ejes"),
    ],
)
def test_mixture_bad_input(change, error, message):
    plt.close("all")
    call = {"model": mixture("full"), "x": POINTS} | change
    with pytest.raises(error, match=message):
        plot_mixture(call.pop("model"), call.pop("x"), **call)
    assert plt.get_fignums() == []


def test_nothing_is_clipped():
    assert_nothing_is_cut(plot_mixture(mixture("full"), POINTS, LABELS).figure)
