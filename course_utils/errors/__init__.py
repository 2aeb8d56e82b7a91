"""Los errores de Python, explicados en español debajo del mensaje original.

``explain_errors()`` se apunta al evento ``post_run_cell`` de IPython, que llega cuando la celda ya
ha mostrado su error: la explicación se añade debajo y no puede taparlo ni cambiarlo. Todo lo que
se mira (nombres, longitudes, claves) se mira sin ejecutar código de quien estudia. Lo mismo explica
``explain_call`` del error de una función a la que llama una comprobación.

El texto es siempre el mismo para el mismo error: sin direcciones de memoria, sin rutas de la
máquina y sin el texto inglés de Python, que cambia de una versión a otra.
"""

from __future__ import annotations

import ast
import html
import re
import sysconfig
from pathlib import Path
from types import TracebackType
from typing import Any

from course_utils.notebook import ipython, message_box, printable, show

from .imports import library_problem
from .kinds import EXPLAINERS
from .messages import message_of
from .spot import Spot, parsed_again
from .warned import Listener, chained_assignment
from .words import RAISED

__all__ = ["explain_call", "explain_errors", "library_problem"]


def explain_errors(on: bool = True) -> None:
    """Explica en español, bajo el mensaje de Python, cada error de una celda.

    La celda de preparación de cada cuaderno lo enciende.

    Parameters
    ----------
    on : bool
        ``False`` lo apaga hasta que se vuelva a encender o se reinicie el núcleo.

    Notes
    -----
    Solo hace algo dentro de IPython (un cuaderno, Colab): en otro sitio lo dice, y nada más.

    Examples
    --------
    >>> explain_errors()
    explain_errors() solo funciona dentro de un cuaderno.
    """
    shell = ipython()
    if shell is None:
        print("explain_errors() solo funciona dentro de un cuaderno.")
        return
    for event, ours in (("pre_run_cell", _before_cell), ("post_run_cell", _after_cell)):
        # Se compara por nombre: si el módulo se recarga, la función de antes es otro objeto.
        for callback in list(shell.events.callbacks[event]):
            name = getattr(callback, "__module__", ""), getattr(callback, "__name__", "")
            if name == (__name__, ours.__name__):
                shell.events.unregister(event, callback)
        if on:
            shell.events.register(event, ours)
    shell.set_custom_exc((RecursionError,) if on else (), _show_ends if on else None)


# De una recursión sin fin, las llamadas que se enseñan por cada lado; las demás son iguales.
_ENDS = 2


def _show_ends(shell: Any, kind: type, error: Exception, trace: Any, tb_offset: Any = None) -> None:
    """Enseña solo las primeras y las últimas llamadas de una recursión sin fin.

    Por cada una, IPython busca su módulo entre todos los cargados: con TensorFlow, tarda muchos
    segundos en escribir tres mil, y luego no las enseña.
    """
    calls = []
    while trace:
        calls.append(trace)
        trace = trace.tb_next
    shown = calls if len(calls) <= 2 * _ENDS else calls[:_ENDS] + calls[-_ENDS:]
    for call in reversed(shown):
        trace = TracebackType(trace, call.tb_frame, call.tb_lasti, call.tb_lineno)
    error.__traceback__ = trace  # IPython lo escribe otra vez, para su historial
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


_listener = Listener()


def _before_cell(info: Any) -> None:
    """Lo que IPython llama antes de cada celda."""
    _listener.start()


def _after_cell(result: Any) -> None:
    """Lo que IPython llama al terminar cada celda."""
    try:
        _listener.stop()
        before = result.error_before_exec  # de sintaxis; los demás, en error_in_exec
        error = result.error_in_exec if before is None else before
        if error is None:
            error = _shown_error(result.result)
        if error is not None:
            explanation = explain(error, ipython().user_global_ns, result.info.raw_cell)
        elif _listener.chained:
            explanation = Explanation(*chained_assignment(*_listener.chained))
        else:
            return
        if explanation is not None:
            show(explanation)
    except BaseException:
        # El error original ya está en pantalla: si explicarlo falla (un objeto cuyo __repr__
        # lanza cualquier cosa, un Ctrl+C a destiempo), mejor callar que añadir otro error.
        return


def _shown_error(value: object) -> ValueError | None:
    """El error de mostrar el valor de una celda: un entero con más cifras de las que se escriben.

    IPython lo enseña, pero no dice que la celda falló.
    """
    try:
        if type(value) is int:
            str(value)
    except ValueError as error:
        return error.with_traceback(None)
    return None


class Explanation:
    """Qué significa un error, su causa probable y cómo repararlo.

    Entre acentos graves (`` `así` ``) va lo que es código.

    Examples
    --------
    >>> Explanation("NameError: Python no conoce ese nombre", "No existe `x`.", "Defínelo.")
    🔎 NameError: Python no conoce ese nombre
    No existe `x`.
    Qué hacer: Defínelo.
    """

    def __init__(self, title: str, cause: str, fix: str) -> None:
        self.title = title
        self.cause = cause
        self.fix = fix

    def __repr__(self) -> str:
        return printable(f"🔎 {self.title}\n{self.cause}\nQué hacer: {self.fix}")

    def _repr_html_(self) -> str:
        def marked(text: str) -> str:
            code = r'<code style="color:#222;background:none">\1</code>'
            return re.sub("`([^`]*)`", code, html.escape(text))

        return message_box(
            f'<span lang="es"><b>🔎 {marked(self.title)}</b><br>{marked(self.cause)}<br>'
            f"<b>Qué hacer:</b> {marked(self.fix)}</span>"
        )


def explain(error: BaseException, namespace: dict, cell: str = "") -> Explanation | None:
    """Explica un error.

    Parameters
    ----------
    error : BaseException
    namespace : dict
        Las variables del cuaderno: por ellas se reconocen los marcos que son de una celda.
    cell : str
        El texto de la celda, tal como se escribió.

    Returns
    -------
    Explanation or None
        ``None`` si no hay nada que añadir: el error viene del curso, y ya está en español, o de
        una orden de IPython.
    """
    if isinstance(error, SyntaxError) and "incomplete input" in message_of(error):
        error = parsed_again(error, cell)
    return _explanation(error, Spot(error.__traceback__, namespace))


# Donde está lo que no escribió quien estudia: Python, las bibliotecas y el curso.
_INSTALLED = (
    *map(sysconfig.get_path, ("stdlib", "purelib", "platlib")),
    str(Path(__file__).parents[1]),
)


def explain_call(error: BaseException, function: object) -> str:
    """Explica, en frases seguidas, el error de una función a la que llamó una comprobación.

    Parameters
    ----------
    error : BaseException
        Atrapado por quien la llamó.
    function : callable
        Si es de un cuaderno, se dice en qué línea suya saltó.

    Returns
    -------
    str
        Nada si no hay más que decir que el propio mensaje.

    Examples
    --------
    >>> try:
    ...     max([])
    ... except ValueError as error:
    ...     print(explain_call(error, max))
    «max» no puede elegir: la colección está vacía. Comprueba antes que hay algo («if datos:»),
    o di qué devolver: «max(datos, default=0)».
    """
    namespace = getattr(function, "__globals__", {})
    if str(namespace.get("__file__")).startswith(_INSTALLED):
        namespace = {}  # de una biblioteca: sus líneas no son de quien estudia
    caller = error.__traceback__
    spot = Spot(caller and caller.tb_next, namespace)
    explanation = _explanation(error, spot)
    if explanation is None:
        return ""
    where = f"En la línea {spot.line}, {spot.line_text()}. " if spot.direct and spot.line else ""
    # Sus mensajes son texto corrido: el código va entre comillas.
    return re.sub("`([^`]*)`", r"«\1»", f"{where}{explanation.cause} {explanation.fix}")


def _explanation(error: BaseException, spot: Spot) -> Explanation | None:
    if (spot.module == "course_utils" and spot.raised) or isinstance(error, SystemExit):
        return None
    if type(error).__module__.startswith("IPython"):
        return None
    kind = next(kind for kind in type(error).__mro__ if kind in EXPLAINERS)
    meaning, explainer = EXPLAINERS[kind]
    if spot.node(ast.Raise):
        cause, fix = RAISED
    else:
        cause, fix = explainer(error, spot)
    if type(error) is not kind and not isinstance(error, SyntaxError):
        kind, meaning = type(error), EXPLAINERS[BaseException][0]
    return Explanation(f"{kind.__name__}: {meaning}", cause, fix)
