"""Lo que comparten las figuras: colores, marcas, en qué ejes se dibuja y cómo se rotulan."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import NullFormatter

# Paleta de Okabe e Ito, que distingue también quien no ve bien el rojo o el verde.
CORRECT_COLOR = "#0072B2"
WRONG_COLOR = "#D55E00"
NEUTRAL_COLOR = "#999999"
# Ni azul ni naranja: en el curso esos dos significan acierto y fallo.
TRAIN_COLOR = "#333333"
VALIDATION_COLOR = "#009E73"

# De la paleta de Okabe e Ito, sin los dos que en el curso son acierto y fallo.
CLASS_COLORS = ("#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#F0E442", "#555555")
CLASS_MARKERS = ("o", "s", "^", "D", "v", "P")

# Varias curvas en los mismos ejes: se distinguen también por el trazo.
CURVE_COLORS = ("#333333", "#E69F00", "#009E73", "#CC79A7", "#56B4E9")
CURVE_STYLES = ("-", "--", "-.", ":")

# El color nunca va solo: cada acierto y cada fallo lleva además su signo.
CORRECT_MARK = "✓"
WRONG_MARK = "✗"

# El guion bajo inicial hace que Matplotlib no lo muestre en las leyendas.
OURS = "_course_utils"
# Una curva tiene su rótulo en la leyenda, así que se reconoce por su gid.
CURVE = "_course_utils_curve"

# Nombres inclinados bajo un eje, con el final de cada uno en su marca.
SLANTED = {"rotation": 45, "ha": "right", "rotation_mode": "anchor"}

# Una figura más ancha encoge al imprimirla en A4, y con ella su texto. Con esta anchura, el texto
# más pequeño que se escribe (el «small» de Matplotlib) queda en 8 puntos: la cuenta está en
# tests/paper.py.
WIDEST = 7.5  # pulgadas
SMALLEST = 10 / 1.2  # puntos

# Con más puntos, buscar el mejor sitio para la leyenda tarda, y Matplotlib lo avisa en stderr.
MANY = 1000


def axes_or_new(ax: Axes | None, figsize: tuple[float, float]) -> Axes:
    """Los ejes dados, comprobados, o los de una figura nueva de ese tamaño, en pulgadas.

    Raises
    ------
    TypeError
        Si no son unos ejes.
    """
    if ax is None:
        return plt.figure(figsize=figsize, layout="constrained").add_subplot()
    return check_axes(ax)


def check_axes(ax: object) -> Axes:
    """Comprueba que son unos ejes, y los devuelve.

    Raises
    ------
    TypeError
        Si no lo son.

    Examples
    --------
    >>> check_axes("ax")
    Traceback (most recent call last):
    TypeError: ax debe ser unos ejes de Matplotlib (por ejemplo, de fig, ax = plt.subplots());
    llegó str. Si tienes varios, elige uno: axes[0].
    """
    if not isinstance(ax, Axes):
        raise TypeError(
            f"ax debe ser unos ejes de Matplotlib (por ejemplo, de fig, ax = plt.subplots()); "
            f"llegó {type(ax).__name__}. Si tienes varios, elige uno: axes[0]."
        )
    return ax


def write_label(artist: Text, text: str, **style: object) -> None:
    """Escribe un título o rótulo, salvo que quien llama ya haya puesto el suyo."""
    if not artist.get_text():
        artist.set(text=text, **style)
        artist.set_label(OURS)


def remove_ours(ax: Axes) -> None:
    """Quita lo que dejó una llamada anterior en los mismos ejes: si no, se verían las dos."""
    for artist in [*ax.images, *ax.patches, *ax.texts]:
        if artist.get_label() == OURS:
            artist.remove()
    for artist in (ax.title, ax.xaxis.label, ax.yaxis.label):
        if artist.get_label() == OURS:
            artist.set(text="", label="")
    if not ax.get_xlabel():
        ax.xaxis.label.set_color(plt.rcParams["axes.labelcolor"])


def curves(ax: Axes) -> list[Line2D]:
    """Las curvas que ya dibujaron estas funciones en esos ejes, una por modelo."""
    return [line for line in ax.lines if line.get_gid() == CURVE]


def curve_style(k: int) -> dict[str, str]:
    """El color y el trazo de la curva ``k`` de unos ejes: se distinguen también sin color."""
    return {
        "color": CURVE_COLORS[k % len(CURVE_COLORS)],
        "linestyle": CURVE_STYLES[k % len(CURVE_STYLES)],
    }


def class_style(k: int) -> dict[str, str]:
    """El color y la marca de los puntos de la clase ``k``: se distinguen también sin color."""
    turns = k // len(CLASS_COLORS)  # cuando los colores se repiten, con otra marca
    return {
        "color": CLASS_COLORS[k % len(CLASS_COLORS)],
        "marker": CLASS_MARKERS[(k + turns) % len(CLASS_MARKERS)],
        "edgecolors": "black",
    }


def padded_range(values: np.ndarray) -> tuple[float, float]:
    """Unos límites para los ejes: los de los datos y un poco de aire.

    Examples
    --------
    >>> padded_range(np.array([0, 100])), padded_range(np.array([3, 3]))
    ((-8.0, 108.0), (2.0, 4.0))
    """
    low, high = float(values.min()), float(values.max())
    margin = 0.08 * (high - low) or 1.0
    return low - margin, high + margin


def plain_numbers(axis: Axis, digits: int = 10) -> None:
    """Números corrientes en una escala logarítmica.

    Las potencias de Matplotlib (10²) piden fuentes que no están en todas las máquinas.
    """
    axis.set_major_formatter(lambda value, _: f"{value:.{digits}g}")
    axis.set_minor_formatter(NullFormatter())


def point_size(count: int) -> float:
    """El área de cada punto, en puntos tipográficos al cuadrado: cuantos más, más pequeños."""
    return 30.0 if count <= 200 else 14.0 if count <= MANY else 6.0
