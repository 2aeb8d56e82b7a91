"""Hasta cuándo se espera a un código ajeno, y cómo se le detiene sin matar el núcleo.

Pasado el plazo, un hilo manda al principal una señal, que es lo que detiene un ciclo o una espera,
y aquí se convierte en ``Overtime``. En Linux y macOS es una que nadie más usa: así, Ctrl+C es
siempre de una persona, y un aviso que llega cuando ya no se espera a nadie se queda en nada. En
Windows solo hay la de Ctrl+C. Lo que calcula una biblioteca (una red que se entrena en un equipo
lento) tiene un plazo más largo. No hay con qué detener una sola operación que no vuelve a Python,
como ``sum(range(10**12))``.
"""

from __future__ import annotations

import ast
import builtins
import linecache
import signal
import sysconfig
import threading
import time
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NoReturn

PATIENCE = 4  # segundos que puede tardar una función de quien estudia
_LONGER = 20  # lo mismo, mientras trabaja una biblioteca
_BUSY = 0.5  # qué parte del plazo tiene que haber trabajado el procesador en ella
_STARVED = 0.05  # con menos, no es que el equipo esté ocupado: espera a otra cosa
_CROWD = 5  # cuántas veces el plazo largo, en un equipo ocupado (una clase en un servidor)
_AGAIN = 0.25  # cada cuánto se insiste: un «except:» se puede tragar el primer aviso

_NOTICE = getattr(signal, "SIGUSR1", signal.SIGINT)

_COURSE = str(Path(__file__).parents[2])
_INSTALLED = (*map(sysconfig.get_path, ("stdlib", "purelib", "platlib")), _COURSE, "<frozen")


class Overtime(BaseException):
    """Se acabó el plazo. No es una ``Exception``: ningún ``except Exception`` la detiene.

    Parameters
    ----------
    seconds : float
        Los que se esperó.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class AsksForInput(BaseException):
    """Una función comprobada llamó a ``input``: no hay quien conteste."""


class Wait:
    """Una espera en marcha.

    Attributes
    ----------
    interrupted : bool
        La cortó un Ctrl+C de verdad.
    """

    def __init__(self, seconds: float, longest: float) -> None:
        self.interrupted = False
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._fired = False
        self._seconds, self._longest = seconds, longest
        self._start, self._worked = time.monotonic(), time.thread_time()
        self._computed = time.process_time()  # de todos los hilos: los de una biblioteca también

    def insist(self, main: int) -> None:
        """Lo que hace el hilo: pasado el plazo, avisa hasta que el principal lo oiga."""
        pause = self._seconds
        while not self._over.wait(pause):
            with self._lock:
                if not self._over.is_set():
                    self._fired = True
                    _interrupt(main)
            pause = _AGAIN

    def answer(self, previous: Callable, number: int, frame: types.FrameType | None) -> None:
        """Lo que hace el principal al recibir la señal."""
        if self._fired if _NOTICE == signal.SIGINT else number == _NOTICE:
            self._fired = False
            waited = time.monotonic() - self._start
            # En un equipo ocupado con otra cosa pasan los segundos, y la función no ha trabajado.
            worked = time.thread_time() - self._worked >= _BUSY * self._seconds
            enough = worked and frame and is_foreign(frame)
            if not self._over.is_set() and (enough or self._waited_too_long(waited)):
                raise Overtime(waited)
            if number != signal.SIGINT:
                previous(number, frame)  # la espera de fuera, si la hay, también cuenta
            return
        try:
            previous(number, frame)
        except KeyboardInterrupt:
            self.interrupted = True
            raise

    def _waited_too_long(self, waited):
        computed = time.process_time() - self._computed
        advancing = _STARVED * waited <= computed < _BUSY * self._longest
        return waited >= self._longest * (_CROWD if advancing else 1)

    def finish(self) -> None:
        """Desde aquí ya no se avisa."""
        self._over.set()
        with self._lock:
            pass


def _interrupt(main):
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(main, _NOTICE)
    else:  # Windows: la señal de un hilo la recibe el principal
        signal.raise_signal(_NOTICE)


def is_foreign(frame: types.FrameType) -> bool:
    """Si un código no es del curso, ni de Python, ni de una biblioteca."""
    return not frame.f_code.co_filename.startswith(_INSTALLED)


@contextmanager
def patience(seconds: float = PATIENCE, longest: float = _LONGER) -> Iterator[Wait]:
    """Deja trabajar a lo de dentro esos segundos; después lanza ``Overtime`` en él.

    Parameters
    ----------
    seconds : float
    longest : float
        Cuánto, mientras lo que trabaja es una biblioteca.

    Notes
    -----
    Las señales llegan solo al hilo principal, que es donde se ejecutan las celdas: en otro, no hay
    plazo.
    """
    wait = Wait(seconds, max(seconds, longest))
    previous = signal.getsignal(signal.SIGINT)
    main = threading.main_thread()
    if threading.current_thread() is not main or previous is None:
        yield wait
        return
    if not callable(previous):
        previous = _nothing if previous == signal.SIG_IGN else signal.default_int_handler
    restored = {signal.SIGINT: signal.signal(signal.SIGINT, partial(wait.answer, previous))}
    if _NOTICE != signal.SIGINT:
        outer = signal.getsignal(_NOTICE)
        # Lo que hace de suyo es matar el proceso: uno que llegue tarde no puede encontrarlo.
        outer = outer if callable(outer) else _nothing
        restored[_NOTICE] = outer
        signal.signal(_NOTICE, partial(wait.answer, outer))
    threading.Thread(target=wait.insist, args=(main.ident,), daemon=True).start()
    try:
        try:
            yield wait
        finally:
            wait.finish()
    finally:
        wait.finish()
        for number, handler in restored.items():
            signal.signal(number, handler)


def _nothing(*_):
    pass


@contextmanager
def nobody_answers() -> Iterator[None]:
    """Dentro, ``input`` lanza ``AsksForInput`` en vez de esperar."""

    def refuse(*_: object) -> NoReturn:
        raise AsksForInput

    before, builtins.input = builtins.input, refuse
    try:
        yield
    finally:
        builtins.input = before


def endless(error: BaseException) -> str:
    """Dónde estaba lo que no terminaba: su ciclo, por su línea; nada si no se sabe.

    Parameters
    ----------
    error : Overtime
        Atrapado por quien esperaba.
    """
    places, trace = [], error.__traceback__
    while trace:
        if is_foreign(trace.tb_frame):
            places.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    loops = [loop for place in reversed(places) for loop in _loops(*place)]
    # Un «for» acaba con lo que recorre: si hay un «while» alrededor, es el sospechoso.
    for kind, advice in (
        (
            ast.While,
            "comprueba que algo dentro del ciclo hace que su condición deje de cumplirse, o que "
            "se llega a un «break» o a un «return»",
        ),
        (ast.For, "da demasiadas vueltas, o lo que recorre crece o no tiene final"),
    ):
        for loop, line in loops:
            if isinstance(loop, kind):
                return f"No sale del ciclo de la línea {loop.lineno}, «{line}»: {advice}."
    return f"Se quedó en la línea {places[-1][1]} de su celda." if places else ""


def _loops(file, line):
    """Los ciclos que rodean a una línea, de dentro afuera, con su texto."""
    lines = linecache.getlines(file)
    try:
        tree = ast.parse("".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    around = [
        (node, lines[node.lineno - 1].strip())
        for node in ast.walk(tree)
        if isinstance(node, (ast.While, ast.For)) and node.lineno <= line <= node.end_lineno
    ]
    return sorted(around, key=lambda pair: -pair[0].lineno)
