"""Nada deja parado un ``check``: ni lo que no termina, ni lo que pregunta, ni lo que protesta."""

import _thread
import builtins
import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from course_utils.exercises import core, expect
from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.expect import functions, patience


@pytest.fixture
def toy(monkeypatch):
    """Un ejercicio que pide una función que dé 42, y otro que pide un número."""
    monkeypatch.setattr(core, "_registry", {})

    @core.exercise("9.9.1", hints=("una",))
    def check_function(function):
        expect.computes(function, "f", right=lambda n: 42, inputs=[(1,), (2,)])

    @core.exercise("9.9.2", hints=("una",))
    def check_number(answer):
        expect.cases(answer, "respuesta", 42, kind=expect.number)

    @core.exercise("9.9.3", hints=("una",))
    def check_all(answer):
        return f"{answer}" if sorted(answer) else None


def loops(n):
    while n > 0:
        n = n + 1
    return n


def loops_inside(n):
    total = 0
    while True:
        for each in range(3):
            total += each


def endless_for(n):
    for each in iter(int, 1):
        n += each
    return n


def sleeps(n):
    time.sleep(60)


def waits(n):
    threading.Event().wait(60)


def swallows(n):
    while True:
        try:
            n += 1
        except Exception:
            n -= 1


def swallows_everything(n):
    while True:
        try:
            n += 1
        except:  # noqa: E722
            n -= 1


def helped(n):
    while True:
        n = _step(n)


def _step(n):
    return sum(range(1000)) + n


@pytest.mark.parametrize(
    ("function", "fragment"),
    [
        (loops, "«while n > 0:»"),
        (loops_inside, "«while True:»"),
        (endless_for, "«for each in iter(int, 1):»"),
        (sleeps, "Se quedó en la línea"),
        (waits, "no termina"),
        (swallows, "«while True:»"),
        (swallows_everything, "«while True:»"),
        (helped, "«while True:»"),
    ],
)
def test_what_never_ends_is_stopped(toy, function, fragment, monkeypatch):
    monkeypatch.setattr(functions, "patience", partial(patience.patience, 0.5, 1))
    before = signal.getsignal(signal.SIGINT)
    start = time.monotonic()
    outcome = evaluate("9.9.1", function)
    assert time.monotonic() - start < 4
    assert outcome.status is Status.WRONG
    assert "no termina" in outcome.text and fragment in outcome.text
    assert signal.getsignal(signal.SIGINT) is before
    time.sleep(2 * patience._AGAIN)  # ningún aviso tardío


def test_the_seconds_said_are_those_waited(toy):
    """Con una biblioteca se espera más, y es eso lo que se dice."""

    def late(n):
        raise patience.Overtime(19.8)

    assert "después de 20 segundos se ha" in evaluate("9.9.1", late).text


@pytest.mark.skipif(os.name == "nt", reason="en Windows no hay otra señal que la de Ctrl+C")
def test_a_notice_that_comes_late_stops_nothing(toy):
    """El sistema puede entregarlo cuando la espera ya terminó, o dos seguidos."""
    assert evaluate("9.9.1", lambda n: 42).status is Status.CORRECT
    for _ in range(2):
        signal.pthread_kill(threading.main_thread().ident, patience._NOTICE)
        time.sleep(0.01)

    def noticed_early(n):
        signal.pthread_kill(threading.main_thread().ident, patience._NOTICE)
        return 42

    assert evaluate("9.9.1", noticed_early).status is Status.CORRECT


def test_a_library_is_given_longer(toy, monkeypatch):
    """Una red que se entrena en un equipo lento no es un ciclo sin fin."""
    monkeypatch.setattr(functions, "patience", partial(patience.patience, 0.1, 60))

    def trains(n):
        return 42 if subprocess.run([sys.executable, "-c", "import time; time.sleep(1)"]) else 0

    assert evaluate("9.9.1", trains).status is Status.CORRECT


@pytest.mark.parametrize(
    ("waited", "computed", "stopped"),
    [
        (19, 18.0, False),
        (25, 18.0, True),  # ha trabajado de sobra
        (25, 0.1, True),  # no trabaja: espera a otra cosa
        (25, 3.0, False),  # treinta personas en el mismo servidor: avanza, pero despacio
        (101, 9.0, True),  # alguna vez hay que parar
    ],
)
def test_training_on_a_crowded_machine_is_given_longer(waited, computed, stopped, monkeypatch):
    clocks = {"monotonic": 0, "thread_time": 0, "process_time": 0}
    for name in clocks:
        monkeypatch.setattr(patience.time, name, partial(clocks.get, name))
    wait = patience.Wait(4, 20)
    wait._fired = True
    clocks.update(monotonic=waited, thread_time=computed / 2, process_time=computed)
    try:
        wait.answer(lambda *_: None, patience._NOTICE, None)
    except patience.Overtime:
        assert stopped
    else:
        assert not stopped


def test_asking_is_explained_and_not_waited_for(toy, monkeypatch):
    def asks(n):
        while True:
            try:
                return int(input("¿Cuánto? "))
            except Exception:
                continue

    before = builtins.input
    outcome = evaluate("9.9.1", asks)
    assert outcome.status is Status.WRONG
    assert "input()" in outcome.text and "parámetros" in outcome.text
    assert builtins.input is before


def test_endless_recursion_is_quick(toy):
    import tensorflow  # noqa: F401

    def again(n):
        return again(n) + 1

    start = time.monotonic()
    outcome = evaluate("9.9.1", again)
    assert time.monotonic() - start < 3
    assert "RecursionError" in outcome.text


def test_a_real_interruption_stops_the_check(toy):
    def interrupted(n):
        _thread.interrupt_main()
        time.sleep(0.01)
        return 42

    with pytest.raises(KeyboardInterrupt):
        evaluate("9.9.1", interrupted)


@pytest.mark.parametrize("error", [KeyboardInterrupt, GeneratorExit, BaseException, SystemExit])
def test_a_made_up_interruption_is_an_error_like_any_other(toy, error):
    def raises(n):
        raise error("me paro")

    outcome = evaluate("9.9.1", raises)
    assert outcome.status is Status.WRONG
    assert error.__name__ in outcome.text


class Unreadable(Exception):
    def __str__(self):
        raise RuntimeError("ni el error se deja leer")


def protest(*_):
    raise Unreadable


class HostileList(list):
    __iter__ = __len__ = __eq__ = protest


class Faceless:
    __class__ = property(protest)


class HostileNumber(float):
    __float__ = __abs__ = __format__ = __eq__ = __array__ = protest


class HostileTable(dict):
    values = keys = items = protest


class Leaves:
    """Al recorrerlo, se marcha."""

    def __iter__(self):
        raise GeneratorExit


@pytest.mark.parametrize("made", [HostileList, Faceless, HostileNumber, HostileTable])
@pytest.mark.parametrize("exercise", ["9.9.1", "9.9.2"])
def test_hostile_answers_are_wrong_answers(toy, exercise, made):
    hostile = made()
    assert evaluate(exercise, hostile).status is Status.WRONG
    assert evaluate(exercise, lambda *_: hostile).status is not Status.CORRECT


def test_an_answer_that_raises_anything_does_not_escape(toy):
    outcome = evaluate("9.9.3", Leaves())
    assert outcome.status is Status.WRONG
    assert "su propio código se detuvo con GeneratorExit" in outcome.text


def test_outside_the_main_thread_there_is_no_limit(toy):
    found = []
    thread = threading.Thread(target=lambda: found.append(evaluate("9.9.1", lambda n: 42)))
    thread.start()
    thread.join()
    assert found[0].status is Status.CORRECT
