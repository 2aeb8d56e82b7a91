"""Los datos y las miradas que comparten las pruebas de las figuras."""

import io
import warnings

import numpy as np

NAMES = [
    "Camiseta/top", "Pantalón", "Suéter", "Vestido", "Abrigo",
    "Sandalia", "Camisa", "Zapatilla", "Bolso", "Bota/botín",
]  # fmt: skip


def make_predictions(labels, wrong=(), n_classes=10, share=0.9):
    """Probabilidades que aciertan siempre, salvo en las posiciones `wrong`."""
    rest = (1 - share) / (n_classes - 1)
    predictions = np.full((len(labels), n_classes), rest, dtype="float32")
    for i, label in enumerate(labels):
        predictions[i, (label + 1) % n_classes if i in wrong else label] = share
    return predictions


test_labels = np.arange(20, dtype="uint8") % 10


test_images = np.random.default_rng(0).integers(0, 256, (20, 28, 28), dtype="uint8")


predictions = make_predictions(test_labels, wrong={1, 12})


def captions(fig):
    return [ax.get_xlabel() for ax in fig.axes]


def lines(ax):
    return {line.get_label(): line for line in ax.lines}


def cells(ax):
    return [text.get_text() for text in ax.texts]


def assert_nothing_is_cut(fig):
    fig.canvas.draw()
    texts = [fig._suptitle, fig._supxlabel]
    for ax in fig.axes:
        texts += [ax.title, ax.xaxis.label, ax.yaxis.label, *ax.texts]
    for text in texts:
        if text is not None and text.get_text():
            box = text.get_window_extent()
            assert min(box.x0, box.y0) >= 0, text
            assert box.x1 <= fig.bbox.x1, text
            assert box.y1 <= fig.bbox.y1, text


def png(ax) -> bytes:
    """La figura como la guarda un cuaderno; dibujarla no puede avisar de nada."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax.figure.savefig(buffer, format="png", dpi=72)
    return buffer.getvalue()
