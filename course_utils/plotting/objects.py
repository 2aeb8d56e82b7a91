"""Dibujos de lo que pasa dentro de Python: nombres, índices, las vueltas de un ciclo, una llamada.

Todo se dibuja en una cuadrícula de letras de ancho fijo: un texto de n letras ocupa n casillas.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from course_utils.plotting.style import (
    CLASS_COLORS,
    NEUTRAL_COLOR,
    OURS,
    SMALLEST,
    WIDEST,
    axes_or_new,
    check_axes,
    remove_ours,
    write_label,
)
from course_utils.spanish import type_name

MAX_CELLS = 24  # elementos de una secuencia: más no se leen en una figura
MAX_NAMES = 12
_LONGEST = 28  # letras de un valor; lo demás se corta con «…»
_FONT_SIZE = 11
_LETTER = 0.602 / 72  # pulgadas: el ancho de una letra de DejaVu Sans Mono de un punto
_NARROW = 10  # letras: donde falta sitio, el renglón de una casilla
_LINE = 0.34  # pulgadas: el alto de una fila
_GAP = 6  # casillas que ocupa una flecha
_HIGHEST = 0.3  # filas: lo que se aparta del centro la primera flecha de una caja, y la última
_CHOSEN = CLASS_COLORS[4]
_CUT = re.compile(r"\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?")
_POINTED = list | dict


def plot_names(*, ax: Axes | None = None, **names: Any) -> Axes:
    """Dibuja a qué objeto señala cada nombre: dos nombres del mismo objeto llevan a la misma caja.

    Parameters
    ----------
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.
    **names
        Los nombres y sus valores: ``plot_names(precios=precios, oferta=oferta)``. Una lista o un
        diccionario dentro de otro es también un objeto, con su flecha.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ValueError
        Si no hay ningún nombre, o hay más de 12.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> precios = [10.0, 20.0]
    >>> ax = plot_names(precios=precios, oferta=precios, copia=precios.copy())
    >>> [text.get_text() for text in ax.texts if text.get_text().isalpha()]
    ['precios', 'oferta', 'copia', 'lista', 'lista']
    >>> plt.close(ax.figure)
    """
    if not 1 <= len(names) <= MAX_NAMES:
        raise ValueError(
            f"plot_names dibuja de 1 a {MAX_NAMES} nombres, escritos así: plot_names(a=a, b=b); "
            f"llegaron {len(names)}."
        )
    boxes = _lay_out(names)
    width = max(box.right for box in boxes.values())
    if width * _LETTER * _FONT_SIZE > WIDEST:
        boxes = _lay_out(names, narrow=True)
        width = max(box.right for box in boxes.values())
    low = min([box.y for box in boxes.values()] + [-2.0 * (len(names) - 1)])
    canvas = _Canvas.on(ax, width, (low - 1.2, 1.4))
    for row, (name, value) in enumerate(names.items()):
        left = max(map(len, names)) - len(name)
        canvas.write(left + len(name) / 2, -2.0 * row, name, weight="bold")
        canvas.arrow((left + len(name) + 0.5, -2.0 * row), boxes[id(value)].entry)
    for box in boxes.values():
        _draw_box(canvas, box, boxes)
    write_label(canvas.ax.title, "Nombres y objetos")
    return canvas.ax


def plot_indices(
    sequence: Sequence[Any], *, cut: str | None = None, ax: Axes | None = None
) -> Axes:
    """Dibuja los índices de un texto, una lista o una tupla: desde el principio y desde el final.

    Parameters
    ----------
    sequence : str, list or tuple
        De 1 a 24 elementos.
    cut : str, optional
        Un recorte, como se escribe entre los corchetes (``"3:7"``, ``"::2"``): lo que toma sale
        coloreado, y debajo, el resultado.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        Si no es un texto, una lista ni una tupla.
    ValueError
        Si está vacía o es demasiado larga, o ``cut`` no es un recorte.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_indices("MX-25", cut="1:4")
    >>> ax.get_xlabel()
    "[1:4] da 'X-2'"
    >>> plt.close(ax.figure)
    """
    if not isinstance(sequence, str | list | tuple):
        raise TypeError(
            "plot_indices dibuja un texto, una lista o una tupla; llegó "
            f"{type_name(type(sequence))}."
        )
    if not 1 <= len(sequence) <= MAX_CELLS:
        raise ValueError(
            f"plot_indices dibuja de 1 a {MAX_CELLS} elementos; llegaron {len(sequence)}."
        )
    piece = None if cut is None else _slice(cut)
    count = len(sequence)
    chosen = set() if piece is None else set(range(count)[piece])
    values = list(sequence) if isinstance(sequence, str) else [_shown(v) for v in sequence]
    width = max([3, *map(len, values)]) + 1
    canvas = _Canvas.on(ax, width * count + 14, (-2.6, 1))
    for k, value in enumerate(values):
        middle = 14 + width * (k + 0.5)
        canvas.box(middle - width / 2, 0, width, fill=_CHOSEN if k in chosen else "white")
        canvas.write(middle, 0, value, weight="bold" if k in chosen else "normal")
        canvas.write(middle, -1.1, str(k))
        canvas.write(middle, -2.0, str(k - count), color="#666666")
    canvas.write(6.5, -1.1, "desde el 0")
    canvas.write(6.5, -2.0, "desde el final", color="#666666")
    write_label(canvas.ax.title, "Los índices")
    if piece is not None:
        write_label(canvas.ax.xaxis.label, f"[{cut}] da {_shown(sequence[piece], 60)}")
    return canvas.ax


def plot_steps(steps: Sequence[Mapping[str, Any]], *, ax: Axes | None = None) -> Axes:
    """Dibuja un ciclo paso a paso: una fila por vuelta; lo que cambió en ella, coloreado.

    Parameters
    ----------
    steps : list of dict
        Lo que valía cada variable al acabar cada vuelta, con las mismas claves en todas.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        Si no es una lista de diccionarios.
    ValueError
        Si está vacía, o las vueltas no tienen las mismas claves.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> ax = plot_steps([{"n": 3, "total": 3}, {"n": 4, "total": 7}])
    >>> [text.get_text() for text in ax.texts]
    ['n', 'total', 'vuelta 1', '3', '3', 'vuelta 2', '4', '7']
    >>> plt.close(ax.figure)
    """
    if not isinstance(steps, list) or not all(isinstance(step, Mapping) for step in steps):
        raise TypeError("steps debe ser una lista de diccionarios: uno por vuelta.")
    if not steps or any(list(step) != list(steps[0]) for step in steps):
        raise ValueError("steps debe tener alguna vuelta, y todas con las mismas claves.")
    rows = [[_shown(value) for value in step.values()] for step in steps]
    names = list(steps[0])
    widths = [max(map(len, column)) + 2 for column in zip(names, *rows, strict=True)]
    canvas = _Canvas.on(ax, 10 + sum(widths), (-len(rows) - 0.6, 0.6))
    for left, width, name in zip(_lefts(widths), widths, names, strict=True):
        canvas.write(10 + left + width / 2, 0, name, weight="bold")
    for k, row in enumerate(rows):
        canvas.write(4.5, -k - 1, f"vuelta {k + 1}", color="#666666")
        for column, (left, width, value) in enumerate(
            zip(_lefts(widths), widths, row, strict=True)
        ):
            changed = k > 0 and value != rows[k - 1][column]
            canvas.box(10 + left, -k - 1, width, fill=_CHOSEN if changed else "white", height=1)
            canvas.write(
                10 + left + width / 2, -k - 1, value, weight="bold" if changed else "normal"
            )
    write_label(canvas.ax.title, "El ciclo, vuelta a vuelta")
    return canvas.ax


def plot_call(
    function: Callable[..., Any], *arguments: Any, ax: Axes | None = None, **named: Any
) -> Axes:
    """Llama a una función y dibuja su marco: los nombres que existen dentro, y lo que devuelve.

    Parameters
    ----------
    function : function
        Una función escrita con ``def``.
    *arguments, **named
        Con qué se la llama.
    ax : matplotlib.axes.Axes, optional
        Dónde dibujar. Sin él, en una figura nueva.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    TypeError
        Si no es una función escrita con ``def``. Si la función lanza un error, sube tal cual.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> def restar(total, parte):
    ...     resto = total - parte
    ...     return resto
    >>> ax = plot_call(restar, 100, 30)
    >>> [text.get_text() for text in ax.texts if text.get_text()]
    ['dentro de la llamada', 'restar(100, 30)', 'total', '100', 'parte', '30', 'resto', '70',
    'da 70']
    >>> plt.close(ax.figure)
    """
    if not hasattr(function, "__code__"):
        raise TypeError(
            f"plot_call espera una función escrita con def, sin paréntesis; llegó {function!r}."
        )
    inside, returned = _run(function, arguments, named)
    given = [
        *(_shown(v, 16) for v in arguments),
        *(f"{k}={_shown(v, 16)}" for k, v in named.items()),
    ]
    call = f"{function.__name__}({', '.join(given)})"
    answer = f"da {_shown(returned)}"
    title = "dentro de la llamada"
    name_width = max(map(len, inside), default=0)
    lines = [(name, _shown(value)) for name, value in inside.items()]
    width = max([len(title), *(name_width + 3 + len(value) for _, value in lines)]) + 2
    outside = max(len(call), len(answer))
    left, height = outside + _GAP + 2, max(len(lines), 2)
    canvas = _Canvas.on(ax, left + width, (-height - 1, 0.8))
    canvas.box(left, -height / 2 - 0.1, width, fill="#f5f5f5", height=height + 1.6)
    canvas.write(left + width / 2, 0.2, title, color="#666666")
    canvas.write(0, -0.9, call, weight="bold", ha="left")
    canvas.arrow((outside + 1, -0.9), (left, -0.9))
    for k, (name, value) in enumerate(lines):
        parameter = k < function.__code__.co_argcount
        canvas.write(left + 1, -k - 0.9, name, ha="left", weight="bold" if parameter else "normal")
        canvas.write(left + name_width + 3, -k - 0.9, value, ha="left")
    canvas.arrow((left, -height + 0.1), (outside + 1, -height + 0.1))
    canvas.write(0, -height + 0.1, answer, color="#666666", ha="left")
    write_label(canvas.ax.title, "Una llamada por dentro")
    return canvas.ax


# --- Qué se dibuja -----------------------------------------------------------------------------


@dataclass
class _Box:
    """Un objeto y su sitio: la casilla de la izquierda y la fila."""

    value: Any
    left: float
    y: float
    narrow: bool = False  # los textos largos, en varios renglones

    @property
    def cells(self) -> list[tuple[str, str, Any]]:
        """Cada casilla: su rótulo (el índice o la clave), lo que se lee en ella y el elemento."""
        if isinstance(self.value, dict):
            items = [(_shown(key), value) for key, value in self.value.items()]
        elif isinstance(self.value, list | tuple):
            items = [(str(k), value) for k, value in enumerate(self.value)]
        else:
            return []
        shown = [
            (label, "•" if isinstance(value, _POINTED) else self._text(value), value)
            for label, value in items[:MAX_CELLS]
        ]
        return shown + [("", "…", None)] * (len(items) > MAX_CELLS)

    def _text(self, value: Any) -> str:
        text = _shown(value, 16)
        return fill(text, _NARROW) if self.narrow else text

    @property
    def widths(self) -> list[int]:
        return [max(map(len, [label, *text.split("\n")])) + 2 for label, text, _ in self.cells]

    @property
    def right(self) -> float:
        return self.left + (sum(self.widths) or len(_shown(self.value)) + 2)

    @property
    def entry(self) -> tuple[float, float]:
        return self.left, self.y


def _lay_out(names: Mapping[str, Any], *, narrow: bool = False) -> dict[int, _Box]:
    """El sitio de cada objeto: en columnas, cada uno más a la derecha que quien lo señala."""
    columns, values = _columns(names)
    wanted: dict[int, list[float]] = {}
    for row, value in enumerate(names.values()):
        wanted.setdefault(id(value), []).append(-2.0 * row)
    boxes: dict[int, _Box] = {}
    left = max(map(len, names)) + _GAP
    for column in range(1, max(columns.values()) + 1):
        y, new = 2.0, []
        for key in [key for key in columns if columns[key] == column]:
            y = min(sum(wanted[key]) / len(wanted[key]), y - 2.0)
            new.append(_Box(values[key], left, y, narrow))
            for inner in _pointed(values[key]):
                wanted.setdefault(id(inner), []).append(y)
        boxes |= {id(box.value): box for box in new}
        left = max(box.right for box in new) + _GAP
    return boxes


def _columns(names: Mapping[str, Any]) -> tuple[dict[int, int], dict[int, Any]]:
    """La columna de cada objeto, desde 1, y el objeto."""
    columns: dict[int, int] = {}
    values: dict[int, Any] = {}

    def visit(value: Any, column: int, above: frozenset[int]) -> None:
        if id(value) in above:  # una lista que se contiene a sí misma
            return
        values[id(value)] = value
        columns[id(value)] = max(column, columns.get(id(value), 0))
        for inner in _pointed(value):
            visit(inner, column + 1, above | {id(value)})

    for value in names.values():
        visit(value, 1, frozenset())
    return columns, values


def _pointed(value: Any) -> list[Any]:
    """Las listas y los diccionarios que un objeto lleva dentro, y se dibujan aparte."""
    inside = _Box(value, 0, 0).cells
    return [element for _, _, element in inside if isinstance(element, _POINTED)]


def _draw_box(canvas: _Canvas, box: _Box, boxes: Mapping[int, _Box]) -> None:
    kind = {list: "lista", tuple: "tupla", dict: "diccionario"}.get(type(box.value))
    if kind:
        canvas.write(box.left + len(kind) / 2, box.y + 0.8, kind, color="#666666", small=True)
    if not box.cells:
        canvas.box(box.left, box.y, box.right - box.left)
        canvas.write((box.left + box.right) / 2, box.y, _shown(box.value))
    for left, width, height, (label, text, value) in zip(
        _lefts(box.widths), box.widths, _heights(box), box.cells, strict=True
    ):
        middle = box.left + left + width / 2
        canvas.box(box.left + left, box.y, width)
        canvas.write(middle, box.y + height, text)
        canvas.write(middle, box.y - 0.8, label, color="#666666", small=True)
        if isinstance(value, _POINTED):
            canvas.arrow((middle, box.y + height), boxes[id(value)].entry)


def _heights(box: _Box) -> list[float]:
    """A qué altura de su casilla va cada cosa: las flechas bajan por escalones, y no se pisan."""
    pointed = [isinstance(value, _POINTED) for _, _, value in box.cells]
    step = 2 * _HIGHEST / max(sum(pointed) - 1, 1)
    top = _HIGHEST if sum(pointed) > 1 else 0
    return [top - step * sum(pointed[:k]) if is_one else 0 for k, is_one in enumerate(pointed)]


def _run(function: Callable[..., Any], arguments: tuple, named: dict) -> tuple[dict, Any]:
    """Los nombres que había dentro de una llamada al terminar, y lo que devolvió."""
    inside: dict[str, Any] = {}

    def watch(frame: Any, event: str, _: Any) -> None:
        if event == "return" and frame.f_code is function.__code__:
            inside.clear()  # si se llama a sí misma, la última en terminar es la de fuera
            inside.update(frame.f_locals)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        returned = function(*arguments, **named)
    finally:
        sys.setprofile(before)
    return inside, returned


def _shown(value: Any, longest: int = _LONGEST) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _slice(cut: str) -> slice:
    match = _CUT.fullmatch(cut) if isinstance(cut, str) else None
    if not match or match[3] == "0":
        raise ValueError(
            f'cut es un recorte como se escribe entre corchetes ("3:7", "::2"); llegó {cut!r}.'
        )
    return slice(*(int(part) if part else None for part in match.groups()))


def _lefts(widths: Sequence[float]) -> list[float]:
    return [sum(widths[:k]) for k in range(len(widths))]


# --- Dibujar -----------------------------------------------------------------------------------


@dataclass
class _Canvas:
    """Unos ejes en los que una casilla es una letra."""

    ax: Axes
    font_size: float

    @classmethod
    def on(cls, ax: Axes | None, width: float, rows: tuple[float, float]) -> _Canvas:
        low, high = rows
        across = WIDEST - 0.1
        if ax is not None:
            across = check_axes(ax).get_window_extent().width / ax.figure.dpi
        # Las letras se encogen hasta caber en sus casillas; en una figura nueva, si se leen.
        fits = across / (width + 2) / _LETTER
        size = min(max(fits, SMALLEST) if ax is None else fits, _FONT_SIZE)
        figsize = max(size * (width + 2) * _LETTER + 0.1, 3.2), (high - low) * _LINE + 0.9
        ax = axes_or_new(ax, figsize=figsize)
        remove_ours(ax)
        ax.set(xlim=(-1, width + 1), ylim=(low, high), xticks=[], yticks=[])
        for spine in ax.spines.values():
            spine.set_visible(False)
        return cls(ax, size)

    def write(self, x: float, y: float, text: str, *, small: bool = False, **style: Any) -> None:
        size = self.font_size
        if small:
            size = min(size, max(0.8 * size, SMALLEST))
        style = {"ha": "center", "va": "center", "family": "monospace", "fontsize": size} | style
        written = self.ax.text(x, y, text, **style)
        written.set_label(OURS)

    def box(
        self, left: float, y: float, width: float, *, fill: str = "white", height: float = 1.0
    ) -> None:
        self.ax.add_patch(
            Rectangle(
                (left, y - height / 2),
                width,
                height,
                facecolor=fill,
                edgecolor="#333333",
                label=OURS,
                zorder=0,
            )
        )

    def arrow(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        style = {"arrowstyle": "-|>", "color": NEUTRAL_COLOR, "shrinkA": 0, "shrinkB": 0}
        self.ax.annotate("", xy=end, xytext=start, arrowprops=style).set_label(OURS)
