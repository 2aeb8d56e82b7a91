"""Funciones del estudiante: llamarlas, y compararlas con la de referencia."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from course_utils.errors import explain_call
from course_utils.spanish import counted

from .mistakes import Mistake, Unanswered, look_up
from .patience import AsksForInput, Overtime, endless, nobody_answers, patience
from .values import MAX_SHOWN, Kind, array, arrived, number, same, several, shown, taken


def function(value: object, name: str) -> Callable:
    """Exige que la respuesta sea una función (sin llamarla) y la devuelve."""
    if not callable(value):
        raise Mistake(
            f"{name} debe ser una función: {arrived(value)}. "
            f"Pásala sin paréntesis: check(…, {name})."
        )
    return value


# Lo que se dice de la función que cambia sus argumentos; en «{argument}» va el que cambió.
UNCHANGED = (
    "Tu función cambia lo que recibe{argument}, y debe dejarlo como estaba: construye algo nuevo, "
    "o trabaja con una copia."
)


def call(
    function_: Callable, *args: object, unchanged: str | None = UNCHANGED, **kwargs: object
) -> object:
    """Llama a la función del estudiante; si falla, explica en español qué pasó y con qué datos.

    Conserva el tipo y el mensaje originales de Python, que es lo que aprenderá a leer. Si la
    función todavía devuelve ``...``, el ejercicio está sin responder.

    Recibe copias, y debe dejar los datos como los recibió: si los cambia, se dice ``unchanged``.
    Con ``unchanged=None``, el ejercicio pide cambiarlos, y recibe los propios argumentos.
    """
    name = getattr(function_, "__name__", "tu función")
    received = args if unchanged is None else _copied(args)
    wait = None
    try:
        # Un desbordamiento no llena la pantalla de avisos: lo cuenta la comprobación.
        with np.errstate(all="ignore"), nobody_answers(), patience() as wait:
            result = function_(*received, **kwargs)
    except Overtime as late:
        raise Mistake(
            f"{_written_call(name, args)} no termina: después de "
            f"{counted(max(1, round(late.seconds)), 'segundo')} se ha detenido. "
            f"{endless(late)}".strip()
        ) from None
    except AsksForInput:
        raise Mistake(
            f"{_written_call(name, args)} llama a input(), y al comprobarla nadie contesta: lo que "
            "la función necesita le llega en sus parámetros. Quita input() de dentro."
        ) from None
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) and (wait is None or wait.interrupted):
            raise
        why = _misfit(function_, args, kwargs) or explain_call(error, function_)
        if isinstance(error, SystemExit):
            why = "Quita exit(), quit() o sys.exit(), que cierran Python."
        raise Mistake(
            f"{_written_call(name, args)} se detuvo con un error de Python: "
            f"{type(error).__name__}: {one_line(error)}. {why}".strip()
        ) from error
    if result is Ellipsis:
        raise Unanswered
    for position, (after, before) in enumerate(zip(received, args, strict=True)):
        if not _is_unchanged(after, before):
            raise Mistake(unchanged.replace("{argument}", _argument(function_, position)))
    return result


def _written_call(name, arguments):
    return f"{name}({', '.join(map(shown, arguments))})"


def computes(
    function_: object,
    name: str,
    *,
    right: Callable,
    inputs: Iterable[tuple],
    mistakes: Sequence[tuple] = (),
    kind: Kind | tuple[Kind, ...] = number,
    returns: str | None = None,
    tolerance: float = 1e-6,
    misshapen: Callable[..., str | None] | None = None,
    explain: Callable[..., str | None] | None = None,
    message: str | Callable[..., str] | None = None,
    unchanged: str | None = UNCHANGED,
) -> list:
    """Exige que una función calcule lo mismo que ``right`` con todas las entradas.

    Parameters
    ----------
    function_ : callable
        La del estudiante.
    name : str
        Cómo se llama en el enunciado.
    right : callable
        La de referencia: recibe lo mismo y devuelve lo que se espera.
    inputs : iterable of tuple
        Los argumentos de cada llamada. Cada función recibe una copia.
    mistakes : sequence of tuple
        ``(función equivocada, …, frase)``, en el orden en que se miran. La frase puede ser una
        función de los argumentos; en ella, ``{call}`` es la llamada: «doble(3)». La función puede
        devolver algo que ``kind`` no acepta: una lista donde se pide cuántos son.
    kind : callable or tuple of callable
        Cómo se exige lo que devuelve, con ``(valor, nombre)``: ``expect.number``…
    returns : str, optional
        Si devuelve varias cosas, sus nombres: ``"dw, db"``. Entonces ``kind`` exige cada una (o es
        una tupla con la exigencia de cada una), y la frase común nombra la que falla.
    tolerance : float
        Véase ``same``.
    misshapen : callable, optional
        Qué se dice de un array que no tiene la forma esperada, como ``explain``. Si no sabe, o no
        está, se dice qué forma se esperaba.
    explain : callable, optional
        Qué se dice de un resultado que no está en la tabla, con ``(resultado, lo esperado,
        *argumentos)``: la frase, o None si no sabe.
    message : str or callable, optional
        Lo que se dice de cualquier otro resultado, igual que las frases de ``mistakes``. Aquí
        también se cambian ``{name}``, lo que falla (de varias cosas, la primera), y ``{result}``,
        lo que llegó.
    unchanged : str, optional
        Lo que se dice si la función cambia los argumentos que recibe; con None, puede cambiarlos.

    Returns
    -------
    list
        Lo que devolvió con cada entrada, como lo deja ``kind``.
    """
    function(function_, name)
    look_up(name, mistakes, None)
    take = _taker(name, kind, returns)
    results = []
    for arguments in inputs:
        expected = right(*_copied(arguments))
        given = _copied(arguments) if unchanged is None else arguments
        result, refused = take(call(function_, *given, unchanged=unchanged))
        if refused and same(result, expected, tolerance):  # de otro tipo, y no es otra cosa
            raise refused
        if not refused and same(result, expected, tolerance):
            results.append(result)
            continue

        def is_result(mistaken, arguments=arguments, result=result, refused=refused):
            value, reason = _value_of(mistaken, arguments, take)
            return bool(reason) == bool(refused) and same(result, value, tolerance)

        def write(sentence, arguments=arguments):
            text = sentence(*arguments) if callable(sentence) else sentence
            return text and text.replace("{call}", _written_call(name, arguments))

        look_up(name, mistakes, is_result, write)
        if refused:
            raise refused
        what, part, wanted = _first_difference(name, result, expected, returns, tolerance)
        if isinstance(part, np.ndarray) and part.shape != np.shape(wanted):
            if misshapen and (text := misshapen(result, expected, *arguments)):
                raise Mistake(write(text))
            array(part, what, shape=np.shape(wanted))
        if explain and (text := explain(result, expected, *arguments)):
            raise Mistake(write(text))
        written = _written_call(name, arguments)
        where = what if returns or len(written) > MAX_SHOWN else f"lo que devuelve {written}"
        text = write(message) or f"{where} no es el valor pedido: llegó {shown(part)}."
        raise Mistake(text.replace("{name}", what).replace("{result}", shown(result)))
    return results


def _taker(name, kind, returns):
    """Cómo se exige lo que devuelve la función, entero o parte por parte: véase ``taken``."""
    if returns is None:
        return lambda value: taken(value, kind, f"lo que devuelve {name}")
    names = returns.split(", ")
    kinds = kind if isinstance(kind, tuple) else (kind,) * len(names)

    def parts(value, _):
        values = several(value, returns, name)
        return tuple(kind(*part) for kind, *part in zip(kinds, values, names, strict=True))

    return lambda value: taken(value, parts, name)


_NOTHING = object()


def _value_of(mistaken, arguments, take):
    """Lo que daría una función equivocada, como ``taken``; si ni siquiera da, nada lo iguala."""
    try:
        with np.errstate(all="ignore"):
            return take(mistaken(*_copied(arguments)))
    except Exception:
        return _NOTHING, None


def _first_difference(name, result, expected, returns, tolerance):
    """Lo primero que no coincide: cómo se llama, lo que llegó y lo que se esperaba."""
    if returns is None:
        return f"lo que devuelve {name}", result, expected
    parts = zip(returns.split(", "), result, expected, strict=True)
    return next(part for part in parts if not same(*part[1:], tolerance))


def _copied(arguments):
    """Copia de los argumentos; lo que no son datos (un modelo, una función) va tal cual."""
    return tuple(_copy_of(argument) for argument in arguments)


def _copy_of(value):
    if type(value) in (list, tuple):
        return type(value)(map(_copy_of, value))
    if type(value) is dict:
        return {key: _copy_of(item) for key, item in value.items()}
    if isinstance(value, (set, np.ndarray)) or hasattr(value, "iloc"):  # tablas de pandas
        return value.copy()
    return value


def _is_unchanged(value, before):
    """Si un argumento sigue como estaba: ``before`` es aquello de lo que ``value`` fue copia."""
    if type(value) is not type(before):
        return False
    if hasattr(before, "iloc"):
        return value.equals(before)
    if isinstance(before, np.ndarray) and before.dtype == object:
        value, before = value.tolist(), before.tolist()
    if type(before) is dict and list(value) == list(before):
        value, before = list(value.values()), list(before.values())
    if type(before) in (list, tuple) and len(value) == len(before):
        return all(map(_is_unchanged, value, before))
    return value is before or same(value, before, 0)


def _argument(function_, position):
    """« en «x»»: cómo llama la función a su argumento, o nada si no se sabe."""
    try:
        names = list(inspect.signature(function_).parameters)
        return f" en «{names[position]}»"
    except (TypeError, ValueError, IndexError):
        return ""


def _misfit(function_, args, kwargs):
    """Si la función no se puede llamar con esos argumentos, cuáles recibe; si no, None."""
    try:
        signature = inspect.signature(function_)
    except (TypeError, ValueError):  # algunas de Python y NumPy no dicen qué reciben
        return None
    try:
        signature.bind(*args, **kwargs)
    except TypeError:
        names = ", ".join(signature.parameters) or "nada"
        count = counted(len(args) + len(kwargs), "argumento")
        return f"Aquí se la llama con {count}, y tu definición recibe: {names}."
    return None


def one_line(error: BaseException) -> str:
    """El mensaje de un error, en una línea y sin direcciones de memoria."""
    try:
        text = str(error)
    except Exception:  # un error de quien estudia, que ni siquiera se deja escribir
        return "sin mensaje"
    text = re.sub(r"\x1b\[[\d;]*m| at 0x[0-9a-fA-F]+", "", " ".join(text.split()))
    return (text if len(text) <= 160 else text[:159] + "…").rstrip(".")
