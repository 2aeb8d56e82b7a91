"""Lo que comparten los exploradores: sus controles, y cómo se enseñan la figura y la frase.

La figura va en el valor de un widget ``Image`` y la frase en el de un ``HTML``: lo que se imprime
dentro de un widget ``Output`` no se puede comparar al probar el cuaderno. Con ``COURSE_STATIC=1``,
sin ipywidgets o fuera de un cuaderno, cada explorador dibuja una figura fija e imprime su frase.
En las frases, lo que depende de un modelo ajustado va detrás de «≈».
"""

from __future__ import annotations

import io
import os
from base64 import b64encode
from collections.abc import Callable, Iterable
from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from PIL import Image

from course_utils.arguments.scores import are_probabilities
from course_utils.interactive.saved import saved_script
from course_utils.interactive.spoken import EXPLORER_CLASS, spoken_script
from course_utils.notebook import in_notebook
from course_utils.plotting.classification import score_limits
from course_utils.plotting.style import WIDEST

if TYPE_CHECKING:
    from ipywidgets import FloatSlider, SelectionSlider


_DPI = 100  # como las figuras de las demás celdas


def two_panels(**options: Any) -> tuple[Figure, np.ndarray]:
    """Una figura nueva con dos subfiguras, una al lado de la otra."""
    return plt.subplots(1, 2, figsize=(WIDEST, 3.6), layout="constrained", **options)


def threshold_limits(scores: np.ndarray) -> tuple[float, float, float]:
    """Entre qué umbrales se mueve el control y en cuál empieza.

    Examples
    --------
    >>> threshold_limits(np.array([0.2, 0.9]))
    (0.0, 1.0, 0.5)
    """
    if are_probabilities(scores):
        return 0.0, 1.0, 0.5
    low, high = score_limits(scores, float(scores.mean()))
    # En una función de decisión, como la de una SVM, la frontera es el 0.
    return low, high, 0.0 if low < 0 < high else (low + high) / 2


def look(description: str) -> dict[str, Any]:
    """El rótulo, el ancho y el teclado de un control: iguales en todos."""
    from ipywidgets import DOMWidget, Layout

    # Así se llama en la serie 8; en la 7, la de Colab, de otra manera.
    tooltip = "tooltip" if hasattr(DOMWidget, "tooltip") else "description_tooltip"
    return {
        "description": description,
        tooltip: description,  # sin él, JupyterLab enseña «null» al pasar el ratón por el rótulo
        "continuous_update": True,  # con las flechas del teclado, la figura cambia a cada paso
        "style": {"description_width": "7em"},  # con 6, «Complejidad» salía cortada
        "layout": Layout(width="32em", max_width="100%"),  # y con 28, «O exclusiva (XOR)»
    }


def selector(description: str, options: Iterable) -> SelectionSlider:
    """Un control para elegir entre varias cosas."""
    from ipywidgets import SelectionSlider

    # JupyterLab se queda con las flechas en los menús y los botones (ipywidgets, incidencia 3912):
    # cambiaban de celda. En los controles deslizantes, no.
    return SelectionSlider(options=list(options), **look(description))


def slider(description: str, value: float, low: float, high: float, **options: Any) -> FloatSlider:
    """Un control para elegir un número."""
    from ipywidgets import FloatSlider

    return FloatSlider(value=value, min=low, max=high, **options, **look(description))


def can_show_widgets() -> bool:
    """Dice si los controles se pueden mover: hay un cuaderno delante y está ipywidgets."""
    if os.environ.get("COURSE_STATIC") == "1" or find_spec("ipywidgets") is None:
        return False
    return in_notebook()


def show_static(fig: Figure, text: str) -> None:
    """Imprime la frase y deja la figura fija."""
    print(text)  # la figura queda abierta: el cuaderno la enseña al acabar la celda


def show_widgets(controls: dict[str, Any], draw: Callable[..., tuple[Figure, str]]) -> None:
    """Enseña los controles, la frase y la figura, que ``draw`` rehace con sus valores."""
    from IPython.display import HTML as Page
    from IPython.display import display
    from ipywidgets import HTML, Layout, VBox
    from ipywidgets import Image as ImageWidget

    line, said, layout = HTML(), [], _Layout()
    # Sin align_self, se estira hasta el ancho de la celda y sale borrosa.
    image = ImageWidget(format="png", layout=Layout(max_width="100%", align_self="flex-start"))

    def update(_change=None):
        fig, text = draw(**{name: control.value for name, control in controls.items()})
        fig.set_dpi(_DPI)
        layout.apply(fig)
        image.value = _png(fig)
        said[:] = [text]
        # role y aria-live: un lector de pantalla lee la frase cada vez que cambia. El widget HTML
        # pone un párrafo nuevo, pero Chromium lo anuncia igual. De ella sale también el texto
        # alternativo de la imagen.
        line.value = f'<p role="status" aria-live="polite">{escape(text)}</p>'

    for control in controls.values():
        control.observe(update, names="value")
    update()

    class Explorer(VBox):
        """Lo que se guarda con el cuaderno lleva también la figura y la frase.

        Las enseña quien no sabe mover controles: GitHub, nbviewer, una página HTML.
        """

        _ipython_display_ = None  # la serie 7 enseñaría por ahí solo los controles

        def _repr_mimebundle_(self, include=None, exclude=None):
            view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
            return {
                "application/vnd.jupyter.widget-view+json": view,
                "image/png": b64encode(image.value).decode(),
                "text/plain": said[-1],
            }

    # La frase, antes que la figura: se encuentra al salir del último control.
    explorer = Explorer([*controls.values(), line, image])
    explorer.add_class(EXPLORER_CLASS)
    display(Page(spoken_script() + saved_script(said[-1], image.value)))
    display(explorer)


class _Layout:
    """El sitio de cada subfigura: calcularlo es la mitad de lo que cuesta dibujar.

    Se calcula una vez para cada tamaño de los rótulos: cuántas líneas tiene un título, cómo de
    anchos son los números de un eje.
    """

    def __init__(self) -> None:
        self._places, self._last = {}, []

    def apply(self, fig: Figure) -> None:
        _put(fig.axes, self._last)  # los números de un eje dependen de lo que mide
        sizes = _label_sizes(fig)
        if sizes not in self._places:
            fig.get_layout_engine().execute(fig)
            self._places[sizes] = [ax.get_position(original=True) for ax in fig.axes]
        self._last = self._places[sizes]
        _put(fig.axes, self._last)
        fig.set_layout_engine("none")


def _put(axes: list[Axes], places: list[Bbox]) -> None:
    for ax, place in zip(axes, places, strict=False):
        ax.set_position(place)
        ax.set_in_layout(True)  # set_position la saca de la cuenta


# Cuánto ocupa cada signo, frente a una cifra: «1e+10» es más ancho que «0.001».
_WIDTHS = {".": 0.5, "+": 1.3, "−": 1.3}


def _label_sizes(fig: Figure) -> tuple:
    widest = [
        max((sum(_WIDTHS.get(c, 1) for c in label.get_text()) for label in labels), default=0)
        for labels in (ax.get_yticklabels() for ax in fig.axes)
    ]
    lines = [text.count("\n") for text in (fig.get_supxlabel(), *map(Axes.get_title, fig.axes))]
    return (*widest, *lines)


def _png(fig: Figure) -> bytes:
    """La imagen, con 256 colores: tarda y ocupa la mitad, y de la pantalla no se distingue."""
    canvas = FigureCanvasAgg(fig)
    canvas.draw()
    pixels = Image.fromarray(np.asarray(canvas.buffer_rgba())[..., :3])
    plt.close(fig)
    small = pixels.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    small.save(buffer, format="png", compress_level=1)
    return buffer.getvalue()
