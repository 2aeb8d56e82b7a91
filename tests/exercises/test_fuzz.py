"""Respuestas al azar: ninguna acaba en un fallo del curso, ni se escapa, ni tarda.

Con cada cambio, 50 respuestas, siempre las mismas, a uno de cada cuatro ejercicios. Cada semana,
mil a todos, y otras cada vez (``COURSE_FUZZ=1000``); el fallo dice la semilla que las repite
(``COURSE_FUZZ_SEED``). De una que falla, Hypothesis busca y enseña la más sencilla.
"""

import datetime
import itertools
import math
import os
import sys
import time
from decimal import Decimal
from fractions import Fraction
from importlib import import_module

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from course_utils.exercises import core
from course_utils.exercises.core import Status, evaluate

MANY = int(os.environ.get("COURSE_FUZZ", 50))
SEED = os.environ.get("COURSE_FUZZ_SEED", "1")
SLOWEST = 5  # segundos


METHODS = (
    "iter len eq repr str format hash bool float int getitem contains array add lt abs index call "
    "round"
)


def protesting(rng):
    """Un valor corriente en el que algunos métodos, al azar, lanzan un error."""
    base = rng.choice([object, list, dict, str, float, int, tuple, np.ndarray])
    error = rng.choice([ValueError, TypeError, RuntimeError, AttributeError, GeneratorExit])

    def refuse(*_, **__):
        raise error("no quiero")

    names = rng.sample([f"__{name}__" for name in METHODS.split()], rng.randint(1, 6))
    methods = dict.fromkeys(names, refuse)
    kind = type("Rara", (base,), methods)
    return kind((2,)) if base is np.ndarray else kind()


def number(rng):
    return rng.choice(
        [
            rng.randint(-10, 10),
            rng.uniform(-1, 1),
            rng.randint(0, 10**6),
            10 ** rng.choice([15, 30, 310, 5000]),
            -(10**5000),
            Fraction(rng.randint(-9, 9), 7),
            Decimal(rng.randint(-9, 9)) / 7,
            Decimal("sNaN"),
            math.nan,
            math.inf,
            1e308,
            5e-324,
            complex(1, rng.random()),
            complex(math.nan, 1),
            True,
            np.float16(rng.random()),
            np.float64(rng.random()),
            np.longdouble(rng.random()),
            np.int8(rng.randint(-9, 9)),
            np.uint64(2**64 - 1),
            np.bool_(True),
            np.complex64(1j),
            np.timedelta64(rng.randint(0, 9), "s"),
            np.timedelta64("NaT"),
            np.datetime64("2024-01-01"),
            np.float64(math.nan),
        ]
    )


def text(rng):
    return rng.choice(
        ["", "a", "b", "hola", "37.5", "ñ" * 300, "\x00", "\ud800", "{name} {0}", b"bytes", " a\n"]
    )


def array(rng):
    shape = tuple(rng.choice([0, 1, 2, 3, 10, 28]) for _ in range(rng.randint(0, 4)))
    values = np.random.default_rng(rng.randint(0, 9)).normal(size=shape)
    kind = rng.choice(
        ["float64", "float32", "int64", "uint8", "bool", "complex64", "object", "U5", "m8[s]", "V8"]
    )
    with np.errstate(all="ignore"):
        return values.view("V8") if kind == "V8" and values.ndim else values.astype(_plain(kind))


def _plain(kind):
    return "float64" if kind == "V8" else "int64" if kind == "m8[s]" else kind


def endless(rng):
    return rng.choice(
        [
            range(10**12),
            range(0),
            itertools.count(),
            itertools.repeat(1),
            iter([1, 2]),
            (n for n in [1, 2]),
            map(str, [1]),
            zip([1], [2], strict=True),
        ]
    )


def thing(rng):
    """Cosas que una celda puede dejar en un nombre por equivocación."""
    return rng.choice(
        [
            None,
            NotImplemented,
            print,
            int,
            np,
            np.mean,
            math.sqrt,
            datetime.date(2024, 1, 1),
            pd.DataFrame({"a": [1, 2], "b": ["x", None]}),
            pd.DataFrame(),
            pd.Series([1.0, math.nan]),
            pd.Series(dtype=object),
            pd.NaT,
            pd.NA,
            pd.Timedelta(seconds=1),
            pd.Categorical(["a", "b"]),
            pd.Index([1, 2]),
            memoryview(b"ab"),
            slice(3),
            sys,
            ValueError("un error"),
            keras_tensor(),
            tensor(),
        ]
    )


def keras_tensor():
    import keras

    return keras.Input((3,))


def tensor():
    import tensorflow as tf

    return tf.zeros((2, 3))


def collection(rng, depth):
    items = [value(rng, depth + 1) for _ in range(rng.choice([0, 1, 1, 2, 3, 4]))]
    kind = rng.choice(["list", "tuple", "dict", "set", "itself", "array"])
    if kind == "dict":
        return {rng.choice(["a", 1, None, (1,), "b"]): item for item in items}
    if kind == "set":
        return {item for item in items if type(item) in (int, str, float)}
    if kind == "itself":
        items.append(items)
    if kind == "array":
        found = np.empty(len(items), dtype=object)
        for position, item in enumerate(items):
            found[position] = item
        return found
    return tuple(items) if kind == "tuple" else items


def function(rng, depth):
    result = value(rng, depth + 1)
    error = rng.choice([ValueError, KeyError, OSError, ImportError, MemoryError, StopIteration])

    def raises(*args, **kwargs):
        raise error("así")

    def changes(*args, **kwargs):
        for each in args:
            if isinstance(each, (list, np.ndarray)) and len(each):
                each[0] = 0
        return result

    def first(*args, **kwargs):
        return args[0]

    return rng.choice([lambda *_, **__: result, lambda: result, raises, changes, first])


def value(rng, depth=0):
    kinds = [number, number, text, array, array, thing, endless, protesting]
    if depth < 3:
        kinds += [lambda rng: collection(rng, depth), lambda rng: function(rng, depth)] * 2
    return rng.choice(kinds)(rng)


def bent(rng, right):
    """Una respuesta buena, torcida: de otro tipo, en otra cosa o con algo de más."""
    if callable(right) and not hasattr(right, "layers"):
        return lambda *args, **kwargs: bent(rng, right(*args, **kwargs))
    bends = [
        lambda: [right],
        lambda: (right, right),
        lambda: {"a": right},
        lambda: str(right),
        lambda: Fraction(right),
        lambda: Decimal(right),
        lambda: np.longdouble(right),
        lambda: np.timedelta64(int(right), "s"),
        lambda: np.asarray(right),
        lambda: np.asarray(right, dtype=object),
        lambda: np.asarray(right)[..., None],
        lambda: np.asarray(right).astype("U9"),
        lambda: np.asarray(right) * math.nan,
        lambda: right * 10**400,
        lambda: right * (1 + 1j),
        lambda: -right,
        lambda: pd.Series(right),
        lambda: iter(right),
        lambda: [*right, value(rng)],
        lambda: [value(rng), *right[1:]],
        lambda: {list: list, tuple: tuple}[type(right)](bent(rng, each) for each in right),
        lambda: {**right, rng.choice(list(right)): value(rng)},
        lambda: value(rng),
    ]
    for _ in range(5):
        try:
            return rng.choice(bends)()
        except Exception:  # a un texto no se le pone la mitad
            continue
    return value(rng)


def good_answers(exercise_id):
    """La primera respuesta buena, o None: una letra, o la que cuesta fabricar."""
    numbers = exercise_id.split(".")[:2]
    good = import_module("test_lesson_{:0>2}_{:0>2}".format(*numbers)).GOOD.get(exercise_id)
    return None if good is None or callable(good[0]) else good[0]


def problem_with(exercise_id, answers):
    """Qué va mal al comprobar unas respuestas, o None."""
    start = time.thread_time()  # de procesador: cuánto espera al equipo no es de la respuesta
    try:
        outcome = evaluate(exercise_id, *answers)
    except BaseException as error:
        return f"escapa {type(error).__name__}: {core.one_line(error)}"
    took = time.thread_time() - start
    if outcome.status is Status.ENVIRONMENT:
        return outcome.text
    if not isinstance(outcome.text, str) or len(outcome.text) > 3000:
        return f"texto de {len(outcome.text)} letras"
    return f"tardó {took:.1f} s" if took > SLOWEST else None


def described(answers):
    """Unas respuestas, escritas como se pueda."""
    try:
        return repr(answers)[:200]
    except BaseException:
        return str([type(each) for each in answers])


ALL = list(core.all_exercises())


@pytest.mark.parametrize("exercise_id", ALL if "COURSE_FUZZ" in os.environ else ALL[::4])
def test_no_answer_breaks_a_check(exercise_id):
    count = core.get_exercise(exercise_id).answers
    good = good_answers(exercise_id)

    @seed(f"{SEED} {exercise_id}")
    @settings(
        max_examples=MANY,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(rng=st.randoms(use_true_random=False), turn=st.integers(0, 2))
    def no_problem(rng, turn):
        answers = [value(rng) for _ in range(count)]
        if good and turn:  # dos de cada tres, buenas salvo en un sitio
            place = rng.randrange(count)
            answers = list(good)
            answers[place] = bent(rng, good[place]) if turn == 1 else value(rng)
        problem = problem_with(exercise_id, answers)
        assert not problem, f"COURSE_FUZZ_SEED={SEED} · {problem} ← {described(answers)}"

    no_problem()


KNOWN = {
    "un entero de más de 4300 cifras": 10**5000,
    "una duración": np.timedelta64(3, "s"),
    "una fracción": Fraction(1, 3),
    "el nan que protesta": Decimal("sNaN"),
    "un tensor sin números": keras_tensor(),
    "un millón de millones": range(10**12),
}


@pytest.mark.parametrize("known", KNOWN)
def test_what_once_broke_some_check(known):
    problems = {}
    coded = {i: task for i, task in core.all_exercises().items() if not task.wrong_letters}
    for exercise_id, task in coded.items():
        for answer in (KNOWN[known], [KNOWN[known]], lambda *_: KNOWN[known]):
            problem = problem_with(exercise_id, [answer] * task.answers)
            if problem:
                problems[exercise_id] = problem
    assert not problems
