"""El árbol dibujado dice lo mismo que el árbol."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from course_utils import plot_decision_tree

X = np.array([[1.0, 5.0], [2.0, 5.0], [3.0, 1.0], [4.0, 9.0]])
Y = [0, 0, 1, 2]


@pytest.fixture
def tree():
    return DecisionTreeClassifier(random_state=0).fit(X, Y)


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_questions_and_leaves(tree):
    shown = texts(plot_decision_tree(tree, ["a", "b"], class_names=["uno", "dos", "tres"]))
    assert sum(text.startswith("¿") for text in shown) == 2
    assert shown.count("sí") == shown.count("no") == 2
    assert {"uno\n2 · 0 · 0\nn = 2", "dos\n0 · 1 · 0\nn = 1", "tres\n0 · 0 · 1\nn = 1"} <= set(
        shown
    )


def test_yes_is_on_the_left():
    tree = DecisionTreeClassifier().fit([[1.0], [2.0], [3.0]], [0, 0, 1])
    ax = plot_decision_tree(tree, ["edad"])
    where = {text.get_text().split("\n")[0]: text.get_position() for text in ax.texts}
    assert where["sí"][0] < where["no"][0]
    assert where["clase 0"][0] < where["clase 1"][0]
    assert where["¿edad ≤ 2.5?"][1] > where["clase 0"][1]


def test_best_first_trees_too():
    """Con max_leaf_nodes los nodos se numeran en otro orden."""
    x = np.arange(8.0)[:, None]
    tree = DecisionTreeRegressor(max_leaf_nodes=4).fit(x, [0, 1, 2, 30, 31, 60, 61, 90])
    ax = plot_decision_tree(tree, ["x"])
    leaves = [text for text in ax.texts if not text.get_text().startswith(("¿", "sí", "no"))]
    leaves.sort(key=lambda text: text.get_position()[0])
    assert [text.get_text() for text in leaves] == [
        f"{value:.4g}\nn = {n}"
        for value, n in zip(*np.unique(tree.predict(x), return_counts=True), strict=True)
    ]


def test_uses_the_given_axes_and_title(tree):
    _, ax = plt.subplots()
    ax.set_title("el mío")
    assert plot_decision_tree(tree, ["a", "b"], ax=ax) is ax
    assert ax.get_title() == "el mío"


@pytest.mark.parametrize(
    ("tree_", "names", "options", "error", "says"),
    [
        (DecisionTreeClassifier, ["a", "b"], {}, TypeError, "llegó DecisionTreeClassifier"),
        (DecisionTreeClassifier(), ["a", "b"], {}, ValueError, "no está entrenado"),
        ("tree", "ab", {}, TypeError, "una lista de textos"),
        ("tree", [1, 2], {}, TypeError, "una lista de textos"),
        ("tree", ["a"], {}, ValueError, "1 nombres y el árbol aprendió con 2"),
        ("tree", ["a", "b"], {"class_names": ["uno"]}, ValueError, "un nombre por clase"),
        ("tree", ["a", "b"], {"ax": 3}, TypeError, "ax debe ser"),
    ],
)
def test_bad_input(tree, tree_, names, options, error, says):
    with pytest.raises(error, match=says):
        plot_decision_tree(tree if tree_ == "tree" else tree_, names, **options)


def test_a_pipeline_is_told_what_to_pass():
    model = make_pipeline(StandardScaler(), DecisionTreeClassifier()).fit(X, Y)
    with pytest.raises(TypeError, match=r"modelo\[-1\]"):
        plot_decision_tree(model, ["a", "b"])


def test_what_cannot_be_read():
    x = np.arange(20.0)[:, None]
    with pytest.raises(ValueError, match="max_leaf_nodes=8"):
        plot_decision_tree(DecisionTreeRegressor().fit(x, np.arange(20)), ["x"])
    with pytest.raises(ValueError, match="la figura distingue 6"):
        plot_decision_tree(DecisionTreeClassifier().fit(x[:7], np.arange(7)), ["x"])
    with pytest.raises(ValueError, match="2 respuestas por muestra"):
        plot_decision_tree(DecisionTreeRegressor().fit(x[:4], np.eye(4, 2)), ["x"])
    with pytest.raises(ValueError, match="no tiene clases"):
        plot_decision_tree(
            DecisionTreeRegressor(max_depth=1).fit(x, np.arange(20)), ["x"], class_names=["a"]
        )
