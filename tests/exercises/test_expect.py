"""Las ayudas de las comprobaciones: qué aceptan, qué dicen y qué filas de las tablas señalan."""

import copy
import linecache
import math
import re
import sys
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from course_utils.exercises import expect
from course_utils.exercises.expect import Mistake, Unanswered


def mistake(function, *args, **kwargs):
    with pytest.raises(Mistake) as error:
        function(*args, **kwargs)
    return str(error.value)


@pytest.mark.parametrize("value", [1, 2.5, np.float32(1), np.int64(3), np.array(4.0), -(10**200)])
def test_number_accepts(value):
    assert expect.number(value, "x") == value


@pytest.mark.parametrize(
    ("value", "fragment"),
    [
        (None, "llegó None"),
        (True, "debe ser un número"),
        ("3", "un texto (str)"),
        ([3], "una lista (list)"),
        (np.array([1.0]), "un array de NumPy"),
        (float("nan"), "ni nan ni infinito"),
        (float("inf"), "ni nan ni infinito"),
        (10**400, "ni nan ni infinito"),
        (1j, "debe ser un número"),
    ],
)
def test_number_refuses(value, fragment):
    assert fragment in mistake(expect.number, value, "x")


def test_number_never_writes_warnings(recwarn):
    expect.number(np.float16(3), "x")
    assert not recwarn.list


def test_real_is_a_float_that_numpy_can_compare():
    third = expect.real(Fraction(1, 3), "x")
    assert type(third) is float and np.isclose(third, 1 / 3)
    assert "debe ser un número" in mistake(expect.real, "3", "x")


def test_several():
    assert expect.several([1, 2], "a, b", "f") == [1, 2]
    assert expect.several(np.array([1, 2, 3]), "a, b, c", "f") == (1, 2, 3)
    text = mistake(expect.several, 3, "a, b", "f")
    assert "return a, b" in text and "llegó 3" in text
    assert "dos cosas" in mistake(expect.several, (1, 2, 3), "a, b", "f")
    assert "4 cosas" in mistake(expect.several, (1, 2, 3), "a, b, c, d", "f")


def test_one_number():
    assert expect.one_number(np.float64(2), "x") == 2
    assert "resumirlo" in mistake(expect.one_number, np.ones(3), "x")
    assert mistake(expect.one_number, np.ones(3), "x", "Falta la media.") == "Falta la media."


def test_boolean():
    assert expect.boolean(np.True_, "x") is True and expect.boolean(False, "x") is False
    assert "un booleano" in mistake(expect.boolean, 1, "x")


def test_integer():
    assert expect.integer(np.int64(3), "x") == 3
    assert "entero" in mistake(expect.integer, 3.0, "x")


def test_instance():
    assert expect.instance("a", str, "x") == "a"
    assert "una lista (list)" in mistake(expect.instance, "a", list, "x")
    assert "entero" in mistake(expect.instance, True, int, "x")
    assert expect.instance(True, bool, "x") is True
    assert expect.instance(np.True_, bool, "x")
    assert "entero" in mistake(expect.instance, np.True_, int, "x")


def test_array():
    array = np.zeros((2, 3))
    assert expect.array(array, "x", shape=(None, 3), dtype=np.floating) is array
    assert "(…, 4)" in mistake(expect.array, array, "x", shape=(None, 4))
    assert "(2, 3)" in mistake(expect.array, array, "x", shape=(2,))
    assert "enteros (int)" in mistake(expect.array, array, "x", dtype=np.integer)
    assert "una lista" in mistake(expect.array, [1], "x")


def test_equal_and_close():
    expect.equal("a", "a", "x")
    assert "llegó «b»" in mistake(expect.equal, "b", "a", "x")
    assert "debe ser un texto" in mistake(expect.equal, 1, "a", "x")
    expect.close(0.1 + 0.2, 0.3, "x")
    expect.close(np.array([1.0, 2.0]), [1, 2], "x")
    for value in (0.4, np.array([1.0, 2.0, 3.0]), "texto", None):
        assert "x no es el valor pedido" in mistake(expect.close, value, 0.3, "x")
    assert mistake(expect.close, 1, 2, "x", message="otra cosa") == "otra cosa"


def test_call_explains_and_keeps_pythons_words():
    def divide(a, b):
        return a / b

    assert expect.call(divide, 6, 3) == 2
    text = mistake(expect.call, divide, 1, 0)
    assert "divide(1, 0)" in text
    assert "ZeroDivisionError: division by zero" in text
    assert "En la línea" in text and "«return a / b»" in text
    assert "El divisor, «b», vale 0" in text


def notebook_function(source):
    """Una función escrita en la celda de un cuaderno."""
    linecache.cache["<celda>"] = (len(source), None, source.splitlines(keepends=True), "<celda>")
    namespace = {"__name__": "__main__"}
    exec(compile(source, "<celda>", "exec"), namespace)
    return namespace["f"]


@pytest.mark.parametrize(
    ("source", "arguments", "fragments"),
    [
        (
            "def f(v):\n    return v[3]",
            ([1],),
            ["En la línea 2, «return v[3]»", "«v» tiene un solo"],
        ),
        ("def f(d):\n    return d['B']", ({"b": 1},), ["«d['b']»"]),
        ("def f(x):\n    return totl + x", (1,), ["no hay nada que se llame «totl»"]),
        ("def f(x):\n    return x + 'a'", (1,), ["«str(x)»"]),
        ("def f(x):\n    return x.uper()", ("a",), ["¿quisiste decir upper?"]),
        ("def f(x):\n    return int(x)", ("3,5",), ["con punto, no con coma"]),
        ("def f(x):\n    return f(x)", (1,), ["«f(…)» se llama a sí misma"]),
        ("def f(x):\n    raise ValueError('no')", (1,), ["una instrucción «raise»"]),
        ("def f(x):\n    import nunpy", (1,), ["¿quisiste decir numpy?"]),
        ("def f(x):\n    return max(x)", ([],), ["la colección está vacía"]),
        ("def f(x, y):\n    return x", (1,), ["Aquí se la llama con 1 argumento", "recibe: x, y"]),
        ("def f():\n    return 1", (1, 2), ["Aquí se la llama con 2 argumentos", "recibe: nada"]),
        ("def f(x):\n    exit()", (1,), ["SystemExit", "Quita exit()"]),
    ],
)
def test_an_error_inside_a_check_is_explained_as_under_a_cell(source, arguments, fragments):
    text = mistake(expect.call, notebook_function(source), *arguments)
    assert text.startswith("f(") and "`" not in text
    lower = text.lower()
    assert [fragment for fragment in fragments if fragment.lower() not in lower] == [], text


def test_an_unfitted_model_is_not_a_value_of_the_right_type():
    from sklearn.linear_model import LinearRegression

    text = mistake(expect.call, LinearRegression().predict, [[1.0]])
    assert "NotFittedError" in text and "todavía no ha aprendido" in text and "«fit(…)»" in text
    assert "tipo" not in text.partition("estimator.")[2]


def test_a_deep_recursion_is_explained_soon():
    function = notebook_function("def f(x):\n    return f(x + 1)")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(9000)
    try:
        with pytest.raises(Mistake, match="se llama a sí misma") as caught:
            expect.call(function, 1)
    finally:
        sys.setrecursionlimit(limit)
    assert len(str(caught.value)) < 600


def test_a_memory_address_in_an_error_is_not_shown():
    def fails():
        raise TypeError(f"no vale {object()!r}")

    assert "0x" not in mistake(expect.call, fails)


@pytest.mark.parametrize("error", [NameError, KeyError, IndexError, RecursionError, OSError])
def test_call_has_a_word_for_every_error(error):
    def fails():
        raise error("detalle")

    text = mistake(expect.call, fails)
    assert error.__name__ in text
    assert len(text.split(". ")[-1]) > 10


def test_call_survives_exit():
    assert "SystemExit" in mistake(expect.call, exit)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("hola", "«hola»"),
        (np.zeros((2, 3)), "un array de forma (2, 3) y tipo float64"),
        (np.float64(1.5), "1.5"),
        ([np.float64(1.5), "a"], "[1.5, 'a']"),
        ((np.int64(3),), "(3,)"),
        (len, "la función len"),
        (object(), "un objeto de tipo object"),
        ("a" * 100, "«" + "a" * 58 + "…"),
    ],
)
def test_shown_is_short_and_always_the_same(value, text):
    assert expect.shown(value) == text


class Anything:
    pass


class Network(Anything):
    """Se puede llamar y no tiene nombre, como una red de Keras."""

    def __call__(self):
        pass


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), "llegó 1/3, que es una fracción (Fraction)"),
        (Decimal("0.3"), "llegó 0.3, que es un número decimal exacto (Decimal)"),
        ((x for x in "ab"), "llegó un generador"),
        (map(str, [1]), "llegó un iterador (map)"),
        (Anything(), "llegó un objeto de tipo Anything"),
        (np.bool_(True), "llegó True, que es un booleano (True o False)"),
        (np.int64(3), "llegó 3, que es un número entero de NumPy (int64)"),
        (np.float32(0.5), "llegó 0.5, que es un número decimal de NumPy (float32)"),
        ([Anything(), 1], "llegó [un objeto de tipo Anything, 1], que es una lista (list)"),
        ({"a": Anything()}, "llegó {'a': un objeto de tipo Anything}, que es un diccionario"),
        ((np.float64(1.5), {"b": np.int64(2)}), "llegó (1.5, {'b': 2}), que es una tupla"),
        ([Fraction(1, 2), None], "llegó [1/2, None], que es una lista (list)"),
        (set(), "llegó set(), que es un conjunto (set)"),
        ({3}, "llegó {3}, que es un conjunto (set)"),
        (Network(), "llegó un objeto de tipo Network"),
        (Network, "llegó Network, sin los paréntesis, que es un tipo"),
        (lambda: 0, "llegó una función lambda"),
    ],
)
def test_what_arrived(value, text):
    assert expect.arrived(value).startswith(text)


def test_a_number_too_long_to_be_written():
    assert expect.shown(10**5000) == "un entero de más de 300 cifras"
    assert "ni nan ni infinito" in mistake(expect.number, -(10**5000), "x")


@pytest.mark.parametrize(
    "value",
    [
        Anything(),
        [Anything()],
        {1: (Anything(),)},
        lambda: 0,
        [lambda: 0],
        Anything,
        {len: Anything()},
    ],
)
def test_what_arrived_never_says_a_memory_address(value):
    assert not re.search("0x[0-9a-f]{6,}", expect.arrived(value) + expect.shown(value))


def test_a_collection_that_contains_itself():
    endless = [1]
    endless.append(endless)
    assert "…" in expect.shown(endless)


def test_decimals_and_fractions_are_numbers():
    assert expect.number(Decimal("0.5"), "x") == 0.5 and expect.number(Fraction(1, 2), "x") == 0.5
    assert type(expect.number(Decimal("0.5"), "x") * 0.5) is float
    assert expect.cases(Decimal("37.5"), "x", 37.5, kind=expect.number) == 37.5
    assert "ni nan ni infinito" in mistake(expect.number, Decimal("NaN"), "x")


def test_a_boolean_of_numpy_is_a_boolean():
    for value in (np.True_, np.array(True)):
        assert expect.boolean(value, "x") is True
    assert "un booleano" in mistake(expect.boolean, np.array([True]), "x")


@pytest.mark.parametrize(
    ("value", "expected", "answer"),
    [
        (0.1 + 0.2, 0.3, True),
        (np.float32(0.25), 0.25, True),
        (Fraction(1, 4), 0.25, True),
        (0.3001, 0.3, False),
        (2**64 - 1, 2**64, False),
        (True, 1, False),
        (1, True, False),
        (np.True_, True, True),
        ("3", 3, False),
        (np.array([1.0, 2.0]), 1.0, False),
        (np.array(3), 3, True),
        ([1, 2.0], (1, 2), True),
        (np.array([1, 2]), (1, 2), True),
        ([1, [2, 3]], [1, [2, 4]], False),
        ([1, 2], [1, 2, 3], False),
        ("a", "a", True),
        (None, None, True),
        (None, 0, False),
        ({"a": 0.1 + 0.2}, {"a": 0.3}, True),
        ({"a": 1}, {"b": 1}, False),
        ({1, 2}, {2, 1}, True),
        (np.array(["a", "b"]), np.array(["a", "b"]), True),
        (np.array(["a", "b"]), np.array([1, 2]), False),
        (np.zeros((2, 3)), np.zeros((3, 2)), False),
        (np.array([1, np.nan]), np.array([1, np.nan]), True),
        (math.nan, 1.0, False),
        (pd.Series([1, 2]), np.array([1, 2]), True),
    ],
)
def test_same(value, expected, answer):
    assert expect.same(value, expected) is answer


def test_cases_name_the_mistake_and_its_row():
    table = ((1, 2, "Uno o dos."), (3, "Tres."))
    assert expect.cases(7, "x", 7, table, kind=expect.number) == 7
    for value, text, row in ((1, "Uno o dos.", 0), (2, "Uno o dos.", 0), (3, "Tres.", 1)):
        with pytest.raises(Mistake, match=text) as caught:
            expect.cases(value, "x", 7, table)
        assert caught.value.row == ("x", row)
    with pytest.raises(Mistake, match="x no es el valor pedido") as caught:
        expect.cases(8, "x", 7, table)
    assert caught.value.row is None
    assert mistake(expect.cases, 8, "x", 7, message="Ni hablar.") == "Ni hablar."
    assert "debe ser un número" in mistake(expect.cases, "7", "x", 7, kind=expect.number)
    assert mistake(expect.cases, 8, "x", 7, message=lambda x: f"Mira {x}.") == "Mira 8."


def test_cases_know_mistakes_of_another_type():
    table = ((7.5, "Sobra medio."), (None, "Nada."))
    options = {"mistakes": table, "kind": expect.integer}
    assert expect.cases(7, "x", 7, **options) == 7
    assert mistake(expect.cases, 7.5, "x", 7, **options) == "Sobra medio."
    assert mistake(expect.cases, None, "x", 7, **options) == "Nada."
    assert "debe ser un número entero" in mistake(expect.cases, 7.0, "x", 7, **options)


def double(x):
    return 2 * x


def computes(function, **changes):
    options = {
        "right": double,
        "inputs": [(0,), (3,)],  # con 0 no se distingue nada: hay que seguir
        "mistakes": ((lambda x: 3 * x, lambda x: f"Con {x}, es el triple."), (abs, "Falta el 2.")),
    }
    return expect.computes(function, "doble", **{**options, **changes})


def test_computes():
    assert computes(lambda x: x + x) == [0, 6]
    assert mistake(computes, lambda x: 3 * x) == "Con 3, es el triple."
    assert mistake(computes, lambda x: x) == "Falta el 2."
    assert "devuelve doble(0) no es el valor pedido: llegó 2" in mistake(computes, lambda x: x + 2)
    assert "debe ser una función" in mistake(computes, 6)
    assert "debe ser un número" in mistake(computes, lambda x: "6")
    assert "ZeroDivisionError" in mistake(computes, lambda x: 1 / 0)
    assert mistake(computes, lambda x: x - 1, message=lambda x: f"Mira {x}.") == "Mira 0."
    assert mistake(computes, lambda x: x - 1, message="{call}, {name}: {result}.") == (
        "doble(0), lo que devuelve doble: -1."
    )
    table = ((lambda x: 3 * x, "{call} es el triple."),)
    assert mistake(computes, lambda x: 3 * x, mistakes=table) == "doble(3) es el triple."
    with pytest.raises(Unanswered):
        computes(lambda x: ...)


def test_computes_explains_what_is_not_in_the_table():
    def explain(result, expected, x):
        return f"{{call}}: falta 1 con {x}." if result == expected - 1 else None

    assert mistake(computes, lambda x: 2 * x - 1, explain=explain) == "doble(0): falta 1 con 0."
    assert mistake(computes, lambda x: x + 5, explain=explain, message="No.") == "No."
    assert mistake(computes, abs, explain=explain) == "Falta el 2."


def test_computes_explains_a_wrong_shape():
    options = {
        "right": lambda x: np.zeros((x, x)),
        "inputs": [(2,), (3,)],
        "kind": expect.numeric,
        "misshapen": lambda result, expected, x: (
            f"{{call}}: falta una fila de {x}." if len(result) == x - 1 else None
        ),
        "explain": lambda *_: "la forma, bien",
    }

    def wrong(function):
        return mistake(expect.computes, function, "f", **options)

    assert wrong(lambda x: np.zeros((x - 1, x))) == "f(2): falta una fila de 2."
    assert "debe tener forma (2, 2)" in wrong(lambda x: np.zeros(x))
    assert wrong(lambda x: np.ones((x, x))) == "la forma, bien"


def test_computes_with_several_results():
    def both(x, y):
        return x + y, np.array([x, y])

    options = {
        "right": both,
        "inputs": [(1, 0), (3, 4)],
        "returns": "suma, par",
        "kind": (expect.number, expect.numeric),
        "mistakes": (
            (lambda x, y: (x - y, both(x, y)[1]), "{call}: eso es la resta."),
            (lambda x, y: (x + y, np.array([y, x])), "El par está al revés."),
        ),
    }

    def wrong(function, **changes):
        return mistake(expect.computes, function, "f", **{**options, **changes})

    assert expect.computes(both, "f", **options)[0][0] == 1
    assert wrong(lambda x, y: (x - y, both(x, y)[1])) == "f(3, 4): eso es la resta."
    assert wrong(lambda x, y: (x + y, np.array([y, x]))) == "El par está al revés."
    assert "suma no es el valor pedido: llegó 0" in wrong(lambda x, y: (0, both(x, y)[1]))
    assert "par debe tener forma (2,)" in wrong(lambda x, y: (x + y, np.zeros(3)))
    assert "par debe ser un array" in wrong(lambda x, y: (x + y, 3))
    assert "dos cosas" in wrong(lambda x, y: x + y)
    text = wrong(lambda x, y: (0, both(x, y)[1]), message="{call}: {name} falla, llegó {result}.")
    assert text.startswith("f(1, 0): suma falla, llegó (0, ")


def test_a_known_mistake_may_be_of_another_kind():
    table = ((lambda x: [x, x], "Eso son los dos sumandos."),)
    assert mistake(computes, lambda x: [x, x], mistakes=table) == "Eso son los dos sumandos."
    assert "debe ser un número" in mistake(computes, lambda x: [x], mistakes=table)
    rows = ((2.5, "Sin decimales."),)
    assert mistake(expect.cases, 2.5, "x", 2, rows, kind=expect.integer) == "Sin decimales."
    assert "entero" in mistake(expect.cases, 2.0, "x", 2, rows, kind=expect.integer)


def both(x):
    return np.array([x, x]), 2 * x


def computes_both(function, **changes):
    options = {
        "right": both,
        "inputs": [(0,), (3,)],
        "returns": "par, doble",
        "kind": (expect.array, expect.number),
        "mistakes": ((lambda x: (both(x)[0], x), "Falta el 2."),),
    }
    return expect.computes(function, "dos", **{**options, **changes})


def test_computes_several_things():
    assert len(computes_both(both)) == 2
    assert mistake(computes_both, lambda x: (both(x)[0], x)) == "Falta el 2."
    assert "return par, doble" in mistake(computes_both, lambda x: 2 * x)
    assert "doble debe ser un número" in mistake(computes_both, lambda x: (both(x)[0], "6"))
    assert "doble no es el valor pedido: llegó 7" in mistake(
        computes_both, lambda x: (both(x)[0], 7)
    )
    assert "par debe tener forma (2,)" in mistake(computes_both, lambda x: (np.zeros(3), 2 * x))
    text = mistake(computes_both, lambda x: (both(x)[0], 7), message="{name} falla.")
    assert text == "doble falla."
    numbers = {"right": lambda x: (x, -x), "kind": expect.number, "mistakes": ()}
    assert mistake(computes_both, lambda x: (x, "a"), **numbers).startswith("doble debe ser")


def test_computes_gives_each_function_its_own_copy():
    original = [3, 1, 2]

    def in_place(values):
        values.sort()
        return values

    table = ((in_place, "Ordenado."),)
    options = {"right": lambda v: [0, *v], "inputs": [(original,)], "kind": lambda v, name: v}
    text = mistake(computes, in_place, mistakes=table, unchanged=None, **options)
    assert text == "Ordenado."
    assert original == [3, 1, 2]
    assert mistake(computes, in_place, unchanged="Lo has cambiado.", **options) == (
        "Lo has cambiado."
    )


def _clears(values):
    values.clear()
    return 6


def _zeroes(values):
    values[0] = 0
    return 6


def _adds_a_column(table):
    table["nueva"] = 1
    return 6


def _sets_inside(first, rows):
    rows[1]["a"] = 0
    return 6


@pytest.mark.parametrize(
    ("function", "arguments", "name"),
    [
        (_clears, ([1, 2],), "values"),
        (_clears, ({"a": 1},), "values"),
        (_clears, ({1, 2},), "values"),
        (_zeroes, (np.ones(3),), "values"),
        (_zeroes, (np.array(["a", np.nan], dtype=object),), "values"),
        (_adds_a_column, (pd.DataFrame({"a": ["x", None]}),), "table"),
        (_sets_inside, (np.ones(2), ({"a": 1}, {"a": 1})), "rows"),
    ],
)
def test_a_function_leaves_its_arguments_as_they_were(function, arguments, name):
    def call(**options):
        return expect.call(function, *copy.deepcopy(arguments), **options)

    def compute(**options):
        return computes(function, right=lambda *_: 6, inputs=[arguments], mistakes=(), **options)

    for judged in (call, compute):
        assert mistake(judged).startswith(f"Tu función cambia lo que recibe en «{name}»")
        assert mistake(judged, unchanged="No.") == "No."
        assert judged(unchanged=None)  # el ejercicio puede pedirlo


@pytest.mark.parametrize(
    "argument",
    [
        [1, np.nan, [object()]],
        np.array([np.nan, 1.0]),
        np.array(["a", np.nan], dtype=object),
        pd.DataFrame({"a": ["x", None], "b": [np.nan, 1]}),
        pd.Series([None, "x"]),
        np.random.default_rng(0),
        {"a": np.ones(2), "b": (abs, [])},
    ],
)
def test_what_is_left_alone_is_unchanged(argument):
    assert expect.call(lambda value: 6, argument) == 6


def test_what_the_exercise_asks_to_change_is_the_argument_itself():
    values = [3, 1, 2]
    expect.call(list.sort, values, unchanged=None)
    assert values == [1, 2, 3]
    # De algunas funciones de Python no se sabe cómo se llaman sus argumentos.
    assert "lo que recibe, y debe" in mistake(expect.call, dict.pop, {"a": 1}, "a")


def test_computes_knows_mistakes_of_another_type():
    table = ((lambda x: [x], lambda x: f"[{x}] es una lista."),)
    assert mistake(computes, lambda x: [x], mistakes=table) == "[0] es una lista."
    assert "debe ser un número" in mistake(computes, lambda x: (x, x), mistakes=table)
    assert "debe ser un número entero" in mistake(computes, lambda x: 2.0 * x, kind=expect.integer)


def test_computes_tells_the_shape():
    options = {"inputs": [(np.ones(3),)], "kind": expect.array, "mistakes": ()}
    assert "debe tener forma (3,) y tiene (2,)" in mistake(computes, lambda x: x[1:], **options)
    assert "no es el valor pedido" in mistake(computes, lambda x: x, **options)


def test_computes_survives_a_mistake_that_fails():
    assert mistake(computes, lambda x: x, mistakes=((lambda x: 1 / 0, "no"), (abs, "sí"))) == "sí"


def test_computes_says_the_shape_first_and_can_cite_what_came():
    options = {"right": lambda x: np.arange(3) * x, "inputs": [(2,)], "kind": expect.numeric}
    text = mistake(computes, lambda x: np.arange(4), mistakes=(), message="No.", **options)
    assert "debe tener forma (3,) y tiene (4,)" in text
    assert mistake(computes, lambda x: np.zeros(3), mistakes=(), message="No.", **options) == "No."
    assert "no es un número corriente" in mistake(computes, lambda x: np.array([np.nan]), **options)
    text = mistake(computes, lambda x: 5, mistakes=(), explain=lambda *got: f"{got}")
    assert text == "(5, 0, 0)"


def test_one_number_says_what_an_array_lacks():
    assert expect.one_number(np.float64(3), "x") == 3
    assert "falta resumirlo" in mistake(expect.one_number, np.ones(3), "x")
    assert mistake(expect.one_number, np.ones(3), "x", message="Suma.") == "Suma."
    assert "debe ser un número" in mistake(expect.one_number, "3", "x", message="Suma.")


@pytest.mark.parametrize("value", [[1, 2], (1, 2), np.array([1, 2])])
def test_listed(value):
    assert expect.listed(value, "x") == [1, 2]
    assert type(expect.listed(value, "x")) is list


@pytest.mark.parametrize("value", ["12", {1, 2}, np.ones((2, 2)), 3])
def test_not_listed(value):
    assert "x debe ser una lista" in mistake(expect.listed, value, "x")


def test_computes_by_parts():
    def parts(function):
        expect.computes(
            function,
            "partir",
            right=lambda x: (np.ones(2) * x, x + 1),
            inputs=[(1,), (3,)],
            returns="w, b",
            kind=(expect.numeric, expect.real),
            mistakes=(
                (lambda x: (np.ones(2) * x, x), "Falta el 1."),
                (lambda x: (np.ones(2), x + 1), "Falta x."),
            ),
        )

    assert parts(lambda x: [np.full(2, x), x + 1]) is None
    assert "dos cosas" in mistake(parts, lambda x: x)
    assert "b debe ser un número" in mistake(parts, lambda x: (np.full(2, x), "2"))
    assert mistake(parts, lambda x: (np.ones(2) * x, x)) == "Falta el 1."
    # La otra parte también está mal: la fila, que la da por buena, no vale.
    assert "w no es el valor pedido" in mistake(parts, lambda x: (np.zeros(2), x))
    assert mistake(parts, lambda x: (np.ones(2), x + 1)) == "Falta x."
    assert "w no es el valor pedido" in mistake(parts, lambda x: (np.zeros(2), x + 1))
    assert "w debe tener forma (2,)" in mistake(parts, lambda x: (np.ones(3), x + 1))
    assert "b no es el valor pedido: llegó 9" in mistake(parts, lambda x: (np.full(2, x), 9))


def test_tables_are_watched_only_when_asked():
    with expect.watched_tables() as tables:
        computes(double)
        expect.cases(7, "x", 7, ((1, "Uno."),))
    assert [(name, len(rows)) for name, rows in tables] == [("doble", 2), ("x", 1)]
    computes(double)
    assert len(tables) == 2


@pytest.fixture(scope="module")
def keras():
    from course_utils.training import quiet_tensorflow

    quiet_tensorflow()
    import keras

    return keras


def net(keras, *layers, inputs=(4,)):
    return keras.Sequential([keras.Input(inputs), *layers])


def test_network(keras):
    model = net(keras, keras.layers.Dense(2))
    options = {"message": "no es", "wrong_input": "entrada", "wrong_output": lambda m: "salida"}
    assert expect.network(model, (4,), (2,), **options) is model
    assert mistake(expect.network, 3, (4,), **options) == "no es"
    assert mistake(expect.network, model, (5,), **options) == "entrada"
    assert mistake(expect.network, model, (4,), (3,), **options) == "salida"
    unbuilt = keras.Sequential([keras.layers.Dense(2)])
    assert mistake(expect.network, unbuilt, (4,), **options) == "entrada"


def test_layers(keras):
    model = net(keras, keras.layers.Dense(8), keras.layers.Dropout(0.3), keras.layers.Dense(2))
    assert len(expect.layers(model, "Dense", message="")) == 2
    assert expect.layers(model, "Dropout", settings=[{"rate": 0.3}], message="")
    text = mistake(
        expect.layers, model, "Dense", settings=[{"units": 8}], message=lambda f: f"hay {len(f)}"
    )
    assert text == "hay 2"
    wanted = [{"units": 2}, {"units": 8}]  # en otro orden
    assert mistake(expect.layers, model, "Dense", settings=wanted, message="no") == "no"
    wanted = [{"rate": 0.2}]
    assert mistake(expect.layers, model, "Dropout", settings=wanted, message="tasa") == "tasa"


@pytest.mark.parametrize("name", ["relu", "softmax", "sigmoid", "linear", "tanh"])
def test_activation_is_judged_by_what_it_does(keras, name):
    import tensorflow as tf

    forms = [
        [keras.layers.Dense(2, activation=name)],
        [keras.layers.Dense(2, activation=keras.activations.get(name))],
        [keras.layers.Dense(2), keras.layers.Activation(name)],
    ]
    if name == "relu":
        forms += [[keras.layers.Dense(2, activation=form)] for form in (tf.nn.relu, keras.ops.relu)]
        forms.append([keras.layers.Dense(2), keras.layers.ReLU()])
    for layers in forms:
        model = net(keras, *layers)
        expect.activation(model, model.layers[0], name, message="no")
        other = "elu" if name == "relu" else "relu"
        assert mistake(expect.activation, model, model.layers[0], other, message="no") == "no"


@pytest.mark.parametrize("form", ["text", "function", "object"])
def test_setting(keras, form):
    loss = {
        "text": "binary_crossentropy",
        "function": keras.losses.binary_crossentropy,
        "object": keras.losses.BinaryCrossentropy(),
    }[form]
    model = net(keras, keras.layers.Dense(1))
    assert mistake(expect.setting, model, loss="mse", message="sin compilar") == "sin compilar"
    model.compile(optimizer="adam", loss=loss)
    expect.setting(model, loss="binary_crossentropy", optimizer="Adam", message="")
    assert mistake(expect.setting, model, loss="mse", message="pérdida") == "pérdida"
    assert mistake(expect.setting, model, optimizer="SGD", message="opt") == "opt"


def explain_nothing(model):
    """Ninguna de las frases conocidas viene al caso."""


def like(keras, model, *wanted, explain=explain_nothing, inputs=(4,)):
    expect.like(model, net(keras, *wanted, inputs=inputs), explain=explain, message="No es")


def small(keras, **options):
    """Las capas de una red con de todo."""
    layers = keras.layers
    dense = layers.Dense(8, **{"activation": "relu", **options})
    return [layers.Flatten(), dense, layers.Dropout(0.3), layers.Dense(3, activation="softmax")]


def test_like_judges_what_the_network_does(keras):
    _, dense, dropout, output = small(keras, activation=None)
    model = net(keras, keras.layers.Reshape((-1,)), dense, dropout, keras.layers.ReLU(), output)
    before = [weights.copy() for weights in model.get_weights()]
    seed = dropout.seed_generator.state.numpy()
    like(keras, model, *small(keras))
    assert all(map(np.array_equal, model.get_weights(), before)), "los pesos no se tocan"
    assert np.array_equal(dropout.seed_generator.state.numpy(), seed), "su azar, tampoco"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (lambda k, parts: [*parts, k.layers.Softmax()], "No es."),
        (lambda k, parts: [*parts[:3], k.layers.Dense(3, "sigmoid")], "No es."),
        (lambda k, parts: [k.layers.Dropout(0.9), *parts], "No es: sobra la capa Dropout."),
        (lambda k, parts: [*parts, k.layers.Dropout(0.3)], "No es: sobra la capa Dropout."),
        (lambda k, parts: [parts[0], parts[2], parts[1], parts[3]], "No es."),
        (lambda k, parts: [*parts[:2], k.layers.Dropout(0.25), parts[3]], "No es."),
        (lambda k, parts: [*parts[:2], k.layers.GaussianDropout(0.3), parts[3]], "GaussianDropout"),
        (lambda k, parts: [*parts[:2], parts[3]], "No es."),
        (lambda k, parts: [k.layers.Rescaling(0.99), *parts], "sobra la capa Rescaling"),
        (
            lambda k, parts: [k.layers.BatchNormalization(scale=False, center=False), *parts],
            "Batch",
        ),
        (lambda k, parts: [*small(k, activation="relu6")[:2], *parts[2:]], "No es."),
        (lambda k, parts: [*small(k, activation="gelu")[:2], *parts[2:]], "No es."),
        (lambda k, parts: [*small(k, use_bias=False)[:2], *parts[2:]], "No es."),
        (lambda k, parts: [*small(k, kernel_regularizer="l2")[:2], *parts[2:]], "No es."),
        (lambda k, parts: [*small(k, trainable=False)[:2], *parts[2:]], "No es."),
        (lambda k, parts: [k.layers.Reshape((4,)), *small(k, activation=None)], "No es."),
    ],
)
def test_like_refuses_what_does_something_else(keras, change, text):
    model = net(keras, *change(keras, small(keras)))
    assert text in mistake(like, keras, model, *small(keras))

    def explain(model):
        raise Mistake("Se sabe qué es.")

    found = mistake(like, keras, model, *small(keras), explain=explain)
    assert found == "Se sabe qué es."


def test_like_looks_inside_the_order_of_the_work(keras):
    layers = keras.layers

    class Written(keras.Model):
        """La salida se declara primero, y las activaciones son operaciones."""

        def __init__(self):
            super().__init__()
            self.last, self.first, self.drop = layers.Dense(3), layers.Dense(8), layers.Dropout(0.3)

        def call(self, x, training=False):
            x = self.drop(keras.ops.relu(self.first(x)), training=training)
            return keras.ops.softmax(self.last(x))

    wanted = small(keras)[1:]
    model = expect.network(Written(), (4,), (3,), message="", wrong_input="", wrong_output="")
    like(keras, model, *wanted)
    like(keras, net(keras, keras.Sequential(small(keras))), *wanted)
    first, last = expect.layers(model, "Dense", settings=[{"units": 8}, {"units": 3}], message="")
    expect.ordered(model, [first, model.drop, last], message="")
    assert mistake(expect.ordered, model, [last, first], message="orden") == "orden"
    expect.activation(model, first, "relu", message="")
    expect.activation(model, last, "softmax", message="")
    assert mistake(expect.activation, model, first, "elu", message="no") == "no"


def test_a_class_must_hear_that_it_is_training(keras):
    class Deaf(keras.Model):
        def __init__(self, parts):
            super().__init__()
            self.parts = parts

        def call(self, x):
            for part in self.parts:
                x = part(x)
            return x

    def built(parts):
        model = Deaf(parts)
        return expect.network(model, (4,), (3,), message="", wrong_input="", wrong_output="")

    text = mistake(like, keras, built(small(keras)), *small(keras))
    assert "le falta el parámetro training" in text
    still = [part for part in small(keras) if not isinstance(part, keras.layers.Dropout)]
    like(keras, built(still), *[part for part in small(keras) if part.name[:4] != "drop"])


def test_network_is_judged_by_what_it_admits(keras):
    options = {"message": "no es", "wrong_input": "entrada", "wrong_output": "da {}".format}
    for shape in ({"batch_shape": (None, 4)}, {"batch_shape": (32, 4)}):
        model = keras.Sequential([keras.Input(**shape), keras.layers.Dense(2)])
        assert expect.network(model, (4,), (2,), **options) is model
    assert mistake(expect.network, model, (4,), (3,), **options) == "da (None, 2)"


@pytest.mark.parametrize(
    ("loss", "right"),
    [
        ("SparseCategoricalCrossentropy", True),
        (lambda y, p: keras_losses().sparse_categorical_crossentropy(y, p), True),
        (lambda y, p: 2 * keras_losses().sparse_categorical_crossentropy(y, p), False),
        ("categorical_crossentropy", False),
        ("mse", False),
        ("una_que_no_existe", False),
    ],
)
def test_a_loss_is_judged_by_its_values(keras, loss, right):
    model = net(keras, keras.layers.Dense(3))
    model.compile(loss=loss)
    options = {"loss": "sparse_categorical_crossentropy", "message": "no"}
    if right:
        expect.setting(model, **options)
    else:
        assert mistake(expect.setting, model, **options) == "no"


def keras_losses():
    import keras

    return keras.losses


@pytest.mark.parametrize(
    ("metric", "right"),
    [
        ("accuracy", True),
        ("acc", True),
        ("sparse_categorical_accuracy", True),
        (lambda y, p: keras_losses().sparse_categorical_crossentropy(y, p), False),
        ("sparse_top_k_categorical_accuracy", False),
        ("categorical_accuracy", False),
        ("mae", False),
    ],
)
def test_a_metric_is_judged_by_its_values(keras, metric, right):
    model = net(keras, keras.layers.Dense(3))
    model.compile(loss="sparse_categorical_crossentropy", metrics=[metric])
    if right:
        expect.setting(model, accuracy=True, message="")
    else:
        assert mistake(expect.setting, model, accuracy=True, message="no") == "no"


def test_a_metric_that_was_used_before_starts_from_zero(keras):
    metric = keras.metrics.SparseCategoricalAccuracy(name="aciertos")
    metric.update_state([0, 1], [[0.0, 1.0, 0.0]] * 2)
    model = net(keras, keras.layers.Dense(3))
    model.compile(loss="sparse_categorical_crossentropy", metrics=[metric])
    expect.setting(model, accuracy=True, message="")


def test_what_is_not_compiled_has_no_setting(keras):
    model = net(keras, keras.layers.Dense(3))
    for wanted in ({"loss": "mse"}, {"optimizer": "Adam"}, {"accuracy": True}):
        assert mistake(expect.setting, model, message="falta", **wanted) == "falta"
