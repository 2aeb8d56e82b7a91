"""Un árbol de decisión, dibujado: sus preguntas, y en cada hoja lo que responde."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from course_utils.arguments.class_names import check_class_names
from course_utils.plotting.style import CLASS_COLORS, WIDEST, axes_or_new, write_label

_MOST_LEAVES = 8  # con más, los textos se pisan
_BOX = {"boxstyle": "round,pad=0.35", "edgecolor": "#333333", "linewidth": 0.8}


def plot_decision_tree(
    tree: Any,
    feature_names: Sequence[str],
    *,
    class_names: Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Dibuja un árbol de scikit-learn ya entrenado: a la izquierda de cada pregunta, el «sí».

    Cada caja dice cuántas muestras de entrenamiento le llegaron, ``n``. Una hoja lleva su clase y
    cuántas hay de cada una, en el orden de ``tree.classes_``; en un árbol de regresión, el valor
    que responde.

    Parameters
    ----------
    tree : estimator
        El árbol, de clasificación o de regresión: ya entrenado, de 8 hojas como mucho y con una
        sola respuesta por muestra.
    feature_names : sequence of str
        El nombre de cada característica, en el orden de las columnas.
    class_names : sequence of str, optional
        El nombre de cada clase, en el orden de ``tree.classes_``. Un árbol de regresión no lleva.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        Si no es un árbol de scikit-learn, o los nombres no son textos.
    ValueError
        Si no está entrenado, tiene más de 8 hojas o 6 clases, o no hay un nombre por columna o
        por clase.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> from sklearn.tree import DecisionTreeClassifier
    >>> tree = DecisionTreeClassifier().fit([[1.0], [2.0], [3.0]], [0, 0, 1])
    >>> ax = plot_decision_tree(tree, ["edad"], class_names=["no", "sí"])
    >>> [text.get_text() for text in ax.texts]
    ['¿edad ≤ 2.5?\\nn = 3', 'sí', 'no', 'no\\n2 · 0\\nn = 2', 'sí\\n0 · 1\\nn = 1']
    >>> plt.close()
    """
    inside = _check_tree(tree)
    names = _column_names(feature_names, tree.n_features_in_)
    write, colors = _leaf_writer(tree, class_names)
    places = _places(inside)
    height = 1 + max(level for _, level in places.values())
    ax = axes_or_new(
        ax, figsize=(min(max(5.5, 1.15 * inside.n_leaves), WIDEST), 0.6 + 1.15 * height)
    )
    for node, (x, level) in places.items():
        count = f"n = {inside.n_node_samples[node]}"
        is_leaf = inside.children_left[node] == -1
        if is_leaf:
            text = f"{write(node)}\n{count}"
        else:
            text = f"¿{names[inside.feature[node]]} ≤ {inside.threshold[node]:.4g}?\n{count}"
        ax.text(
            x, -level, text, ha="center", va="center", fontsize=9, zorder=3,
            bbox={**_BOX, "facecolor": colors[node] if is_leaf else "white"},
        )  # fmt: skip
        for child, answer in () if is_leaf else _children(inside, node):
            there, below = places[child]
            ax.plot([x, there], [-level, -below], color="#333333", linewidth=0.8, zorder=1)
            ax.text(
                (x + there) / 2, -(level + below) / 2, answer, ha="center", va="center",
                fontsize=9, zorder=2, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
            )  # fmt: skip
    ax.set(xlim=(-0.6, inside.n_leaves - 0.4), ylim=(0.45 - height, 0.45))
    ax.set_axis_off()
    write_label(ax.title, "Árbol de decisión")
    return ax


def _check_tree(tree):
    kinds = ("DecisionTreeClassifier", "DecisionTreeRegressor")
    if isinstance(tree, type) or not any(kind.__name__ in kinds for kind in type(tree).__mro__):
        raise TypeError(
            "tree debe ser un árbol de scikit-learn, DecisionTreeClassifier o "
            f"DecisionTreeRegressor; llegó {getattr(tree, '__name__', type(tree).__name__)}. De un "
            "pipeline, pasa su último paso: modelo[-1]."
        )
    if not hasattr(tree, "tree_"):
        raise ValueError("El árbol no está entrenado todavía: llama antes a tree.fit(x, y).")
    if tree.n_outputs_ > 1:
        raise ValueError(
            f"El árbol da {tree.n_outputs_} respuestas por muestra, y se dibuja el que da una."
        )
    if tree.tree_.n_leaves > _MOST_LEAVES:
        raise ValueError(
            f"El árbol tiene {tree.tree_.n_leaves} hojas y se leen {_MOST_LEAVES}. Entrena otro "
            f"más pequeño para dibujarlo, con max_leaf_nodes={_MOST_LEAVES} o max_depth=3."
        )
    return tree.tree_


def _column_names(feature_names, count):
    texts = not isinstance(feature_names, str) and list(feature_names)
    if not texts or not all(isinstance(name, str) for name in texts):
        raise TypeError(
            "feature_names debe ser una lista de textos, uno por columna; "
            f"llegó {type(feature_names).__name__}."
        )
    if len(texts) != count:
        raise ValueError(
            f"feature_names tiene {len(texts)} nombres y el árbol aprendió con {count} columnas."
        )
    return texts


def _leaf_writer(tree, class_names):
    """Qué se escribe en cada hoja, y de qué color es cada nodo si resulta ser una."""
    inside = tree.tree_
    if not hasattr(tree, "classes_"):
        if class_names is not None:
            raise ValueError("Un árbol de regresión no tiene clases: quita class_names.")
        return lambda node: f"{inside.value[node].item():.4g}", ["#EEEEEE"] * inside.node_count
    if len(tree.classes_) > len(CLASS_COLORS):
        raise ValueError(
            f"Hay {len(tree.classes_)} clases y la figura distingue {len(CLASS_COLORS)}."
        )
    names = _class_names(class_names, len(tree.classes_))
    shares = inside.value[:, 0]  # qué parte de las muestras de cada nodo es de cada clase
    counts = np.rint(shares * inside.weighted_n_node_samples[:, None]).astype(int)
    tints = np.array([to_rgb(color) for color in CLASS_COLORS]) / 3 + 2 / 3  # como en las regiones

    def write(node):
        return f"{names[shares[node].argmax()]}\n{' · '.join(map(str, counts[node]))}"

    return write, tints[shares.argmax(axis=1)]


def _class_names(class_names, count):
    if class_names is None:
        return [f"clase {number}" for number in range(count)]
    names = check_class_names(class_names)
    if len(names) != count:
        raise ValueError(
            f"class_names tiene {len(names)} nombres y el árbol aprendió {count} clases; debe "
            "haber un nombre por clase, en el orden de tree.classes_."
        )
    return names


def _children(inside, node):
    return (inside.children_left[node], "sí"), (inside.children_right[node], "no")


def _places(inside):
    """Dónde va cada nodo: las hojas, una por columna; cada pregunta, sobre sus dos respuestas."""
    places = {}
    columns = iter(range(inside.n_leaves))

    def place(node, level):
        if inside.children_left[node] == -1:
            places[node] = float(next(columns)), level
        else:
            places[node] = None  # se apunta antes que sus hijos: así se dibuja de arriba abajo
            both = [place(child, level + 1) for child, _ in _children(inside, node)]
            places[node] = sum(both) / 2, level
        return places[node][0]

    place(0, 0)
    return places
