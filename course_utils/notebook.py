"""Lo que se enseña en un cuaderno: si hay uno delante, el recuadro de un aviso y una tabla."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

CODE_SPAN = re.compile(r"`([^`]+)`")


def ipython() -> Any:
    """Devuelve el IPython que ejecuta este código, o ``None``.

    Examples
    --------
    >>> ipython() is None
    True
    """
    # Si nadie ha importado IPython, no estamos dentro de él; importarlo tardaría.
    module = sys.modules.get("IPython")
    return module.get_ipython() if module else None


def in_notebook() -> bool:
    """Dice si hay un núcleo de cuaderno (Jupyter, Colab) que pueda mostrar una figura.

    Examples
    --------
    >>> in_notebook()
    False
    """
    return hasattr(ipython(), "kernel")


def show(value: object) -> None:
    """Muestra un valor debajo de la celda; fuera de un cuaderno, su forma de texto.

    Examples
    --------
    >>> show(Message("💡", "Pista 1 de 2", "Cuenta las filas."))
    💡 Pista 1 de 2: Cuenta las filas.
    """
    from IPython.display import display

    display(value)


# Signos del curso que una consola antigua no tiene, y cómo se escriben allí.
_IN_WORDS = {
    "✅": "[bien]",
    "❌": "[mal]",
    "⚠️": "[aviso]",
    "⏳": "[pendiente]",
    "💡": "[pista]",
    "🔑": "[solución]",
    "🔎": "[error]",
    "→": "->",
    "≈": "~",
    "≥": ">=",
    "≤": "<=",
}


def printable(text: str) -> str:
    """El mismo texto, con los signos que la consola sabe escribir: ``print`` no falla con él.

    Examples
    --------
    >>> printable("✅ Todo listo.")
    '✅ Todo listo.'
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        for sign, words in _IN_WORDS.items():
            text = text.replace(sign, words)
        return text.encode(encoding, "replace").decode(encoding)
    except LookupError:  # una consola que no dice su codificación de verdad
        return text
    return text


def message_box(content: str, *, background: str = "#f5f5f5", border: str = "#757575") -> str:
    """El recuadro de un aviso: fondo claro y una barra de color a la izquierda.

    Parameters
    ----------
    content : str
        HTML. Los saltos de línea se respetan.
    background, border : str
        Los dos colores. No llevan significado: lo que dicen va también escrito.

    Returns
    -------
    str
        HTML.
    """
    return (
        f'<div style="background:{background};color:#222;'
        f"border-left:4px solid {border};padding:8px 12px;margin:4px 0;"
        f'white-space:pre-wrap">{content}</div>'
    )


@dataclass(frozen=True)
class Message:
    """Un aviso para quien estudia, con forma HTML y forma de texto.

    Lo que va entre acentos graves es código.

    Examples
    --------
    >>> Message("✅", "Ejercicio 1.1.2 · correcto", "Son 37.5 euros.")
    ✅ Ejercicio 1.1.2 · correcto: Son 37.5 euros.
    """

    icon: str
    title: str
    text: str
    background: str = "#f5f5f5"
    border: str = "#757575"

    def __repr__(self) -> str:
        return printable(f"{self.icon} {self.title}: {self.text}")

    def _repr_html_(self) -> str:
        text = CODE_SPAN.sub(r"<code>\1</code>", escape(self.text))
        return message_box(
            f"<b>{self.icon} {escape(self.title)}</b>: {text}",
            background=self.background,
            border=self.border,
        )


class Html(str):
    """Un texto que ya es HTML: ``html_table`` lo pone tal cual."""


def html_table(
    caption: str,
    header: Sequence[str],
    body: Iterable[Sequence[str]],
    *,
    row_header: int = 0,
    align_left: bool = False,
) -> str:
    """Una tabla HTML que un lector de pantalla sabe leer: con título y cabeceras.

    Parameters
    ----------
    caption : str
    header : sequence of str
        El nombre de cada columna.
    body : iterable of sequence of str
        Las filas. Lo que no sea ``Html`` se escapa.
    row_header : int
        La columna que dice de qué es la fila.
    align_left : bool
        Para tablas de texto: Jupyter alinea a la derecha, que es lo bueno para números.

    Returns
    -------
    str

    Examples
    --------
    >>> html_table("Coste", ["Concepto", "Valor"], [["Avisos", "<3"]])
    '<table><caption>Coste</caption><thead><tr><th scope="col">Concepto</th><th
    scope="col">Valor</th></tr></thead><tbody><tr><th
    scope="row">Avisos</th><td>&lt;3</td></tr></tbody></table>'
    """
    style = ' style="text-align: left"' if align_left else ""
    head = "".join(f'<th scope="col">{_html(cell)}</th>' for cell in header)
    rows = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row"{style}>{_html(cell)}</th>'
            if column == row_header
            else f"<td{style}>{_html(cell)}</td>"
            for column, cell in enumerate(cells)
        )
        + "</tr>"
        for cells in body
    )
    return (
        f"<table{style}><caption>{_html(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _html(text: str) -> str:
    return text if isinstance(text, Html) else escape(text)
