"""Un ``check`` no deja huella: lo que había alrededor de una comprobación queda como estaba.

Para comprobar una respuesta hay que fabricar redes, dibujar o fijar semillas, y llamar a funciones
que a su vez hacen lo que quieran. Si algo de eso se notara después, ejecutar ``check`` cambiaría el
entrenamiento que viene detrás.

Cada función de aquí apunta cómo está una cosa y devuelve con qué se deja otra vez así. Lo de una
biblioteca solo se mira si ya está cargada: comprobar un ejercicio no la carga.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

import numpy as np

Restore = Callable[[], None]


@contextmanager
def traceless() -> Iterator[None]:
    """Deja como estaban los azares, las figuras, los avisos, los ajustes, la carpeta y el entorno.

    Examples
    --------
    >>> import random
    >>> random.seed(7); first = random.random()
    >>> random.seed(7)
    >>> with traceless():
    ...     random.seed(0)
    >>> random.random() == first
    True
    """
    with ExitStack() as stack:
        for kept in (warnings.catch_warnings(), np.errstate(), np.printoptions(), _style()):
            stack.enter_context(kept)
        for noted in (
            _python,
            _numpy,
            _keras,
            _tensorflow,
            _torch,
            _figures,
            _folder,
            _environment,
        ):
            stack.callback(noted())
        yield


_INLINE = "matplotlib_inline.backend_inline"


@contextmanager
def _style() -> Iterator[None]:
    """Los ajustes de Matplotlib.

    Lo que dibuja en un cuaderno se carga con la primera figura, y enciende ``interactive``. Si eso
    pasó durante la comprobación, encendido queda: sin ello no saldría ninguna de las siguientes.
    """
    matplotlib = sys.modules.get("matplotlib")
    if matplotlib is None:
        yield
        return
    loaded = _INLINE in sys.modules
    with matplotlib.rc_context():
        yield
        interactive = matplotlib.is_interactive()
    if _INLINE in sys.modules and not loaded:
        matplotlib.interactive(interactive)


def _python() -> Restore:
    state = random.getstate()
    return lambda: random.setstate(state)


def _numpy() -> Restore:
    state = np.random.get_state()
    return lambda: np.random.set_state(state)


_KERAS_STATE = "keras.src.backend.common.global_state"


def _keras() -> Restore:
    """La semilla global, su generador y los números de los nombres automáticos (``dense_1``).

    Keras lo guarda todo en un objeto, que ``clear_session`` cambia por otro vacío. Aquí también,
    mientras dura la comprobación; después vuelve el de antes.
    """

    def use(state):
        module = sys.modules.get(_KERAS_STATE)
        before = getattr(module, "GLOBAL_STATE_TRACKER", None)
        if before is not None:
            module.GLOBAL_STATE_TRACKER = state
        return before

    before = use(threading.local())
    # Si Keras se carga durante la comprobación, queda como recién cargado.
    return lambda: use(threading.local() if before is None else before)


def _tensorflow() -> Restore:
    """La semilla global, el azar que sale de ella y si se piden operaciones deterministas.

    TensorFlow no tiene con qué preguntar por ninguna de las tres cosas: se miran por dentro.
    """

    def parts():
        eager = sys.modules.get("tensorflow.python.eager.context")
        return (eager and eager.context()), sys.modules.get("tensorflow.python.framework.config")

    context, config = parts()
    seed, generator = getattr(context, "_seed", None), getattr(context, "_rng", None)
    deterministic = config is not None and config.is_op_determinism_enabled()
    if context:
        # Otro, y no este más tarde: una operación al azar recuerda cuántas veces dio cada número.
        context._rng = random.Random("una comprobación")

    def restore():
        context, config = parts()
        if context:
            context._seed, context._rng = seed, generator
        if config and not deterministic and config.is_op_determinism_enabled():
            config.disable_op_determinism()

    return restore


def _torch() -> Restore:
    """Su azar, y si se recuerdan las cuentas para derivarlas."""
    torch = sys.modules.get("torch")
    if torch is None:
        return lambda: None
    state, remembers = torch.get_rng_state(), torch.is_grad_enabled()

    def restore():
        torch.set_rng_state(state)
        torch.set_grad_enabled(remembers)

    return restore


def _figures() -> Restore:
    """Las figuras abiertas: se cierran las nuevas, y la actual vuelve a serlo."""

    def open_figures():
        plt = sys.modules.get("matplotlib.pyplot")
        return plt, plt.get_fignums() if plt else []

    plt, before = open_figures()
    current = plt.gcf().number if before else None

    def restore():
        plt, after = open_figures()
        for number in after:
            if number not in before:
                plt.close(number)
        if current in after:
            plt.figure(current)

    return restore


def _folder() -> Restore:
    try:
        folder = os.getcwd()
    except FileNotFoundError:  # la han borrado: no hay adónde volver
        return lambda: None

    def restore():
        with suppress(OSError):
            os.chdir(folder)

    return restore


def _environment() -> Restore:
    before = dict(os.environ)

    def restore():
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)

    return restore
