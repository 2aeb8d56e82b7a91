"""Nombres y objetos, índices, vueltas de un ciclo y llamadas: lo que se dibuja es lo que hay."""

import sys

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import pytest
from matplotlib.colors import same_color
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation
from plotting_samples import assert_nothing_is_cut

from course_utils.plotting.objects import plot_call, plot_indices, plot_names, plot_steps


def cells(ax):
    return [text.get_text() for text in ax.texts if not isinstance(text, Annotation)]


def arrows(ax):
    return [text for text in ax.texts if isinstance(text, Annotation)]


def ends(ax):
    return [arrow.xy for arrow in arrows(ax)]


def boxes(ax):
    return [patch for patch in ax.patches if isinstance(patch, Rectangle)]


def filled(ax):
    """El texto de las casillas coloreadas, en orden."""
    found = []
    for box in boxes(ax):
        if same_color(box.get_facecolor(), "#F0E442"):
            (left, bottom), width, height = box.get_xy(), box.get_width(), box.get_height()
            found += [
                text.get_text()
                for text in ax.texts
                if left < text.get_position()[0] < left + width
                and bottom < text.get_position()[1] < bottom + height
            ]
    return found


# --- plot_names -----------------------------------------------------------------------------------
def test_two_names_of_one_object_point_to_the_same_box():
    prices = [10.0, 20.0]
    ax = plot_names(precios=prices, oferta=prices, copia=prices.copy())
    first, second, third = ends(ax)
    assert first == second != third
    assert cells(ax).count("10.0") == 2
    assert len(boxes(ax)) == 4
    assert ax.get_title() == "Nombres y objetos"


def test_equal_is_not_the_same():
    ax = plot_names(a=[1], b=[1])
    assert len(set(ends(ax))) == 2


def test_a_list_inside_another_is_an_object_with_its_arrow():
    row = ["Pan", 2.5]
    ax = plot_names(tickets=[row, row, 7], primero=row)
    assert len(arrows(ax)) == 4
    by_cell = ends(ax)
    assert by_cell[1:] == [by_cell[1]] * 3  # el nombre y las dos casillas, a la misma caja
    assert "7" in cells(ax)
    assert cells(ax).count("•") == 2


def test_no_arrow_runs_over_another_dot():
    """Cada flecha sale más abajo que la anterior: la que pasa por otra casilla no pisa su punto."""
    ax = plot_names(cliente={"nombre": "Lucía", "tarjeta": {"pais": "MX"}, "comercios": ["Luz"]})
    heights = [arrow.xyann[1] for arrow in arrows(ax)[1:]]
    assert heights[0] > 0 > heights[1]
    dots = [text.get_position()[1] for text in ax.texts if text.get_text() == "•"]
    assert dots == heights
    assert max(map(abs, heights)) < 0.5, "dentro de su casilla"
    (dot,) = [text for text in plot_names(a=[1, [2]]).texts if text.get_text() == "•"]
    assert dot.get_position()[1] == 0, "una sola va en el centro"


def test_dictionaries_show_their_keys_and_tuples_their_positions():
    ax = plot_names(pago={"id": "P-1", "importe": 12.5}, fecha=(2026, 3))
    assert {"'id'", "'P-1'", "'importe'", "12.5", "2026", "diccionario", "tupla"} <= set(cells(ax))
    assert not {"lista"} & set(cells(ax))


def test_a_list_that_contains_itself_is_drawn_once():
    loop = [1]
    loop.append(loop)
    ax = plot_names(bucle=loop)
    assert len(arrows(ax)) == 2
    assert cells(ax).count("lista") == 1


def test_long_values_and_long_lists_are_cut():
    ax = plot_names(frase="muy " * 30, muchos=list(range(100)))
    assert "…" in cells(ax)
    assert max(map(len, cells(ax))) <= 28


@pytest.mark.parametrize("names", [{}, {f"n{k}": k for k in range(13)}], ids=["none", "13"])
def test_how_many_names(names):
    with pytest.raises(ValueError, match=rf"de 1 a 12 nombres.*llegaron {len(names)}"):
        plot_names(**names)
    assert plt.get_fignums() == []


# --- plot_indices ---------------------------------------------------------------------------------
def test_indices_from_both_ends():
    ax = plot_indices("sol")
    assert cells(ax) == [
        "s", "0", "-3", "o", "1", "-2", "l", "2", "-1", "desde el 0", "desde el final"
    ]  # fmt: skip
    assert not filled(ax)
    assert ax.get_xlabel() == ""


@pytest.mark.parametrize(
    ("cut", "chosen", "result"),
    [
        ("3:7", "2025", "'2025'"),
        (":2", "MX", "'MX'"),
        ("-4:", "0417", "'0417'"),
        ("::2", "M-050-1", "'M-05-1'"),
        ("::-1", "MX-2025-0417", "'7140-5202-XM'"),
        ("5:5", "", "''"),
    ],
)
def test_the_cut_is_what_python_cuts(cut, chosen, result):
    code = "MX-2025-0417"
    ax = plot_indices(code, cut=cut)
    start, stop, step = (int(part) if part else None for part in f"{cut}::".split(":")[:3])
    positions = sorted(range(len(code))[start:stop:step])
    assert filled(ax) == [code[k] for k in positions]
    assert ax.get_xlabel() == f"[{cut}] da {code[start:stop:step]!r}"


def test_indices_of_a_list_show_its_values():
    ax = plot_indices([12.5, "a"], cut="1:")
    assert filled(ax) == ["'a'"]
    assert ax.get_xlabel() == "[1:] da ['a']"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: plot_indices({1, 2}), TypeError, "una lista o una tupla; llegó un conjunto"),
        (lambda: plot_indices(""), ValueError, "de 1 a 24 elementos; llegaron 0"),
        (lambda: plot_indices("a" * 25), ValueError, "llegaron 25"),
        (lambda: plot_indices("abc", cut="1"), ValueError, "recorte como se escribe.*llegó '1'"),
        (lambda: plot_indices("abc", cut="a:b"), ValueError, "llegó 'a:b'"),
        (lambda: plot_indices("abc", cut="::0"), ValueError, "llegó '::0'"),
        (lambda: plot_indices("abc", cut=3), ValueError, "llegó 3"),
    ],
)
def test_indices_bad_input(call, error, message):
    with pytest.raises(error, match=message):
        call()
    assert plt.get_fignums() == []


# --- plot_steps -----------------------------------------------------------------------------------
STEPS = [{"pago": 12.5, "total": 12.5}, {"pago": 12.5, "total": 25.0}]


def test_steps_color_what_changed():
    ax = plot_steps(STEPS)
    assert cells(ax) == ["pago", "total", "vuelta 1", "12.5", "12.5", "vuelta 2", "12.5", "25.0"]
    assert filled(ax) == ["25.0"]
    assert len(boxes(ax)) == 4


@pytest.mark.parametrize(
    ("steps", "error"),
    [([], ValueError), ([{"a": 1}, {"b": 1}], ValueError), ([1], TypeError), ("ab", TypeError)],
)
def test_steps_bad_input(steps, error):
    with pytest.raises(error, match="steps debe"):
        plot_steps(steps)
    assert plt.get_fignums() == []


# --- plot_call ------------------------------------------------------------------------------------
def discount(price, rate=0.1):
    left = price * (1 - rate)
    return left


def test_the_frame_has_the_names_of_the_call():
    ax = plot_call(discount, 100, rate=0.5)
    assert cells(ax) == [
        "dentro de la llamada", "discount(100, rate=0.5)", "price", "100", "rate", "0.5", "left",
        "50.0", "da 50.0",
    ]  # fmt: skip
    bold = [text.get_text() for text in ax.texts if text.get_fontweight() == "bold"]
    assert bold == ["discount(100, rate=0.5)", "price", "rate"]
    assert len(arrows(ax)) == 2


def test_a_function_that_calls_itself_shows_the_first_call():
    def countdown(n):
        return n if n == 0 else countdown(n - 1)

    assert "3" in cells(plot_call(countdown, 3))


def test_nothing_keeps_watching_after_the_call():
    def fails():
        raise ValueError("no puedo")

    before = sys.getprofile()
    with pytest.raises(ValueError, match="no puedo"):
        plot_call(fails)
    plot_call(discount, 1)
    assert sys.getprofile() is before


def test_call_wants_a_function():
    with pytest.raises(TypeError, match="sin paréntesis; llegó 90"):
        plot_call(discount(100))
    with pytest.raises(TypeError, match="escrita con def"):
        plot_call(len, "hola")


# --- En qué ejes ----------------------------------------------------------------------------------
DRAW = {
    "names": lambda **kw: plot_names(a=[1, [2, 3]], b=7, **kw),
    "indices": lambda **kw: plot_indices("MX-2025-0417", cut="3:7", **kw),
    "steps": lambda **kw: plot_steps(STEPS, **kw),
    "call": lambda **kw: plot_call(discount, 100, **kw),
}


@pytest.mark.usefixtures("not_for_paper")
@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_given_axes_and_their_labels_are_respected(draw):
    fig, (other, ax) = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
    ax.set(title="Mío", xlabel="mi x")
    drawn = draw(ax=ax)
    texts = cells(ax)
    assert drawn is ax
    assert draw(ax=ax) is ax
    assert cells(ax) == texts, "la segunda vez sustituye a la primera"
    assert (ax.get_title(), ax.get_xlabel()) == ("Mío", "mi x")
    assert plt.get_fignums() == [fig.number]
    assert not other.patches


@pytest.mark.usefixtures("not_for_paper")
@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_letters_fit_in_small_axes(draw):
    alone = draw().texts[0].get_fontsize()
    _, axes = plt.subplots(1, 3, figsize=(6, 2))
    assert draw(ax=axes[0]).texts[0].get_fontsize() < alone
    with pytest.raises(TypeError, match="ax debe ser unos ejes"):
        draw(ax=axes)


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_nothing_is_clipped(draw):
    assert_nothing_is_cut(draw().figure)
