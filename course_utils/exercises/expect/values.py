"""Qué valores se aceptan, y cuándo dos son el mismo."""

from __future__ import annotations

import numbers
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice

import numpy as np

from course_utils.spanish import type_name

from .mistakes import Mistake, look_up

# Cómo se exige el tipo de una respuesta: la devuelve, o lanza ``Mistake``.
Kind = Callable[[object, str], object]

MAX_SHOWN = 60
_DEEPEST = 8  # una lista puede contenerse a sí misma
LARGEST = 1e300  # más allá, un entero de Python ya no cabe en un float de NumPy


def shown(value: object) -> str:
    """Escribe un valor en una sola línea corta, siempre igual, para citarlo en un mensaje.

    >>> shown(3.5), shown("hola"), shown([1, 2, 3]), shown(Fraction(1, 3))
    ('3.5', '«hola»', '[1, 2, 3]', '1/3')
    """
    text = f"«{value}»" if isinstance(value, str) else _written(value)
    text = " ".join(text.split())
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def _written(value, depth=0):
    """Un valor con lo que lleva dentro, hasta ``_DEEPEST`` colecciones unas en otras.

    No se pide el ``repr`` de un objeto cualquiera: puede llevar su dirección de memoria, y el mismo
    error daría un texto distinto cada vez.
    """
    if isinstance(value, np.ndarray):
        return f"un array de forma {value.shape} y tipo {value.dtype}"
    if isinstance(value, np.generic):
        return repr(value.item()) if value.dtype.kind in "biufUS" else str(value)
    if isinstance(value, (Fraction, Decimal)):
        return str(value)
    if type(value) is int and abs(value) > LARGEST:
        return "un entero de más de 300 cifras"
    if value is None or isinstance(value, (str, bytes, numbers.Number)):
        return repr(value)
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        return _written_collection(value, depth + 1) if depth < _DEEPEST else "…"
    if isinstance(value, type):
        return f"{value.__name__}, sin los paréntesis"
    if callable(value) and hasattr(value, "__name__"):
        return (
            "una función lambda" if value.__name__ == "<lambda>" else f"la función {value.__name__}"
        )
    return type_name(type(value))


def _written_collection(value, depth):
    first = list(islice(value.items() if isinstance(value, dict) else value, MAX_SHOWN))
    if isinstance(value, dict):
        inside = [f"{_written(key, depth)}: {_written(item, depth)}" for key, item in first]
    else:
        inside = [_written(item, depth) for item in first]
    start, end = ("[", "]") if isinstance(value, list) else ("{", "}")
    if isinstance(value, tuple):
        start, end = "(", ",)" if len(inside) == 1 else ")"
    if not inside and isinstance(value, (set, frozenset)):
        start, end = "set(", ")"
    return start + ", ".join(inside) + end


def arrived(value: object) -> str:
    """Dice qué llegó, para terminar una frase: «llegó 3, que es un número entero (int)»."""
    if value is None:
        return (
            "llegó None, que es «nada». Suele pasar al guardar lo que devuelve print, que muestra "
            "un valor pero no lo devuelve, o cuando una función no termina en return"
        )
    what, kind = shown(value), type_name(type(value))
    if what == kind or what.startswith(f"{kind} "):
        return f"llegó {what}"  # ya dice de qué tipo es
    return f"llegó {what}, que es {kind}"


def instance(value: object, type_: type, name: str) -> object:
    """Exige que ``value`` sea del tipo dado y lo devuelve."""
    wrong_bool = isinstance(value, bool) and type_ is not bool
    accepted = (bool, np.bool_) if type_ is bool else type_  # lo que da comparar con NumPy
    if not isinstance(value, accepted) or wrong_bool:
        raise Mistake(f"{name} debe ser {type_name(type_)}: {arrived(value)}.")
    return value


def subclass(value: object, parent: type, name: str, parent_name: str) -> type:
    """Exige una clase, sin llamarla, que parte de ``parent`` y la devuelve."""
    if not (isinstance(value, type) and issubclass(value, parent)):
        raise Mistake(
            f"{name} debe ser una clase que parte de {parent_name}, entregada sin paréntesis: "
            f"{arrived(value)}."
        )
    return value


def number(value: object, name: str) -> numbers.Real:
    """Exige un número real y finito (de Python o de NumPy) y lo devuelve."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    duration = isinstance(value, np.timedelta64)  # para Python, también es un número
    numeric = isinstance(value, (numbers.Real, Decimal)) and not duration
    if isinstance(value, (bool, np.bool_)) or not numeric:
        raise Mistake(f"{name} debe ser un número: {arrived(value)}.")
    if not isinstance(value, (int, float, np.integer, np.floating)):
        # Una fracción, un Decimal…: números que no siempre se dejan operar o escribir.
        value = _as_float(value, name)
    try:
        size = abs(float(value))
    except OverflowError:  # un entero de Python con más de 308 cifras
        size = np.inf
    if not size <= LARGEST:  # así también se descarta nan
        raise Mistake(f"{name} debe ser un número corriente, ni nan ni infinito: {arrived(value)}.")
    return value


def _as_float(value, name):
    try:
        return float(value)
    except OverflowError:
        return float("inf")
    except ValueError:  # el nan que protesta, de Decimal
        raise Mistake(f"{name} debe ser un número corriente: {arrived(value)}.") from None


def one_number(value: object, name: str, message: str | None = None) -> numbers.Real:
    """Como ``number``; a un array que falta resumir le dice eso mismo, o ``message``."""
    if isinstance(value, np.ndarray) and value.ndim > 0:
        raise Mistake(message or f"{name} es un array: falta resumirlo en un solo número.")
    return number(value, name)


def boolean(value: object, name: str) -> bool:
    """Exige True o False (de Python o de NumPy) y lo devuelve como ``bool``."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    return bool(instance(value, bool, name))


def real(value: object, name: str) -> float:
    """Como ``number``, y lo devuelve en ``float``: NumPy no sabe comparar una fracción."""
    return float(number(value, name))


def integer(value: object, name: str) -> numbers.Integral:
    """Exige un número entero (``3`` o ``np.int64(3)``; no ``3.0``) y lo devuelve."""
    taken_as = number(value, name)
    if not isinstance(taken_as, numbers.Integral):
        raise Mistake(f"{name} debe ser un número entero: {arrived(value)}.")
    return taken_as


def array(
    value: object,
    name: str,
    *,
    shape: tuple[int | None, ...] | None = None,
    dtype: type | None = None,
) -> np.ndarray:
    """Exige un array de NumPy (u otro que se convierta en él) y lo devuelve como array.

    Parameters
    ----------
    value : object
    name : str
        Cómo se llama la respuesta en el enunciado.
    shape : tuple of (int or None), optional
        Forma exigida; ``None`` en un eje vale por cualquier tamaño.
    dtype : type, optional
        ``np.floating``, ``np.integer``…: familia de tipos exigida.
    """
    if not isinstance(value, np.ndarray):
        if not hasattr(value, "__array__"):
            raise Mistake(f"{name} debe ser un array de NumPy: {arrived(value)}.")
        try:
            value = np.asarray(value)
        except Exception:  # el tensor de una red por construir todavía no tiene números
            raise Mistake(
                f"{name} debe ser un array de NumPy, con sus números: {arrived(value)}."
            ) from None
    if shape is not None:
        same_axes = len(shape) == value.ndim
        if not same_axes or any(
            s not in (None, v) for s, v in zip(shape, value.shape, strict=True)
        ):
            wanted = str(tuple("…" if s is None else s for s in shape)).replace("'", "")
            raise Mistake(
                f"{name} debe tener forma {wanted} y tiene {value.shape}. "
                "Imprime la forma (.shape) paso a paso para ver dónde cambia."
            )
    if dtype is not None and not np.issubdtype(value.dtype, dtype):
        wanted = {np.floating: "decimales (float)", np.integer: "enteros (int)"}.get(
            dtype, dtype.__name__
        )
        raise Mistake(f"{name} debe contener {wanted} y contiene {value.dtype}.")
    return value


def finite(values: np.ndarray, name: str) -> np.ndarray:
    """Exige que un array contenga números, sin nan ni infinitos, y lo devuelve."""
    if values.dtype.kind not in "iuf" or not np.isfinite(values).all():
        raise Mistake(
            f"{name} contiene algo que no es un número corriente (texto, nan o infinito)."
        )
    return values


def numeric(value: object, name: str) -> np.ndarray:
    """Exige un array de números, sin nan ni infinitos, y lo devuelve."""
    return finite(array(value, name), name)


def plain(value: object) -> object:
    """Un tensor, como número o array de NumPy; lo demás, como llegó."""
    return value.numpy() if hasattr(value, "numpy") else value


def number_or_array(value: object, name: str) -> numbers.Real | np.ndarray:
    """Exige un número o un array de números, según lo que llegue, y lo devuelve."""
    kind = numeric if getattr(value, "ndim", 0) else number
    return kind(value, name)


def row(value: object, name: str) -> np.ndarray:
    """Exige una lista, una tupla o un array de números, y lo devuelve como array."""
    if isinstance(value, (list, tuple)):
        value = np.array([real(each, f"cada número de {name}") for each in value])
    return numeric(value, name)


def listed(value: object, name: str) -> list:
    """Exige una lista (o una tupla, o un array de una dimensión) y la devuelve como lista."""
    if isinstance(value, np.ndarray) and value.ndim == 1:
        value = value.tolist()
    return instance(list(value) if isinstance(value, tuple) else value, list, name)


def several(value: object, names: str, function: str) -> Sequence:
    """Exige las cosas que devuelve una función, tantas como nombres, y las devuelve.

    Parameters
    ----------
    value : object
        Lo que devolvió: una tupla, una lista o un array de una dimensión.
    names : str
        Sus nombres en el enunciado: «vp, fp, fn, vn».
    function : str
        Cómo se llama la función.
    """
    count = len(names.split(","))
    if isinstance(value, np.ndarray) and value.shape == (count,):
        value = tuple(value)
    if not isinstance(value, (tuple, list)) or len(value) != count:
        things = {2: "dos cosas separadas por una coma", 3: "tres cosas separadas por comas"}
        raise Mistake(
            f"{function} debe devolver {things.get(count, f'{count} cosas separadas por comas')}, "
            f"return {names}: {arrived(value)}."
        )
    return value


def same(value: object, expected: object, tolerance: float = 1e-6) -> bool:
    """Dice si un valor es el esperado; nunca lanza un error, llegue lo que llegue.

    Los números, también dentro de arrays, listas y tablas, pueden separarse ``tolerance``, en
    términos relativos o absolutos; las formas coinciden; lo demás es igual y del mismo tipo, salvo
    que una lista vale por una tupla o un array con lo mismo.

    >>> same(0.1 + 0.2, 0.3), same([1, 2], (1, 2)), same("3", 3), same(True, 1)
    (True, True, False, False)
    """
    try:
        return _same(value, expected, tolerance)
    except Exception:  # un objeto que no se deja comparar no es el esperado
        return False


def _same(value, expected, tolerance):
    if isinstance(expected, dict):
        return (
            isinstance(value, dict)
            and value.keys() == expected.keys()
            and all(_same(value[key], item, tolerance) for key, item in expected.items())
        )
    for family in (str, bytes, (set, frozenset), (bool, np.bool_), type(None)):
        if isinstance(expected, family):
            return isinstance(value, family) and bool(value == expected)
    if isinstance(expected, numbers.Number):
        if isinstance(value, (bool, np.bool_, str)) or np.ndim(value) > 0:
            return False
        if isinstance(value, numbers.Integral) and isinstance(expected, numbers.Integral):
            return int(value) == int(expected)  # también los que no caben en un float
        return bool(np.isclose(float(value), float(expected), tolerance, tolerance, equal_nan=True))
    if isinstance(expected, (list, tuple)) and not isinstance(value, np.ndarray):
        return (
            isinstance(value, (list, tuple))
            and len(value) == len(expected)
            and all(_same(a, b, tolerance) for a, b in zip(value, expected, strict=True))
        )
    value, expected = np.asarray(value), np.asarray(expected)
    if value.shape != expected.shape:
        return False
    if expected.dtype.kind in "biufc" and value.dtype.kind in "biufc":
        return bool(np.allclose(value, expected, tolerance, tolerance, equal_nan=True))
    return bool((value == expected).all())


def cases(
    value: object,
    name: str,
    expected: object,
    mistakes: Sequence[tuple] = (),
    *,
    kind: Kind | None = None,
    tolerance: float = 1e-6,
    message: str | Callable[[object], str] | None = None,
) -> object:
    """Exige que una respuesta valga ``expected``; si es una equivocación conocida, dice cuál.

    Parameters
    ----------
    value : object
    name : str
        La respuesta, como se llama en el enunciado.
    expected : object
    mistakes : sequence of tuple
        ``(valor equivocado, …, frase)``, en el orden en que se miran. Puede ser un valor que
        ``kind`` no acepta: un decimal donde se pide un entero.
    kind : callable, optional
        Cómo se exige el tipo, con ``(valor, nombre)``: ``expect.number``, ``expect.integer``…
    tolerance : float
        Véase ``same``.
    message : str or callable, optional
        Lo que se dice de cualquier otro valor; puede ser una función del valor.

    Returns
    -------
    object
        El valor, como lo devuelve ``kind``.
    """
    value, refused = taken(value, kind, name)
    if refused and same(value, expected, tolerance):  # de otro tipo, y no es otra cosa
        raise refused

    def is_value(mistaken):
        mistaken, reason = taken(mistaken, kind, name)
        return bool(reason) == bool(refused) and same(value, mistaken, tolerance)

    look_up(name, mistakes, is_value)
    if refused:
        raise refused
    close(value, expected, name, tolerance=tolerance, message=message)
    return value


def taken(value: object, kind: Kind | None, name: str) -> tuple[object, Mistake | None]:
    """El valor como lo exige ``kind``, y None; o tal como llegó, y por qué no vale."""
    try:
        return (value if kind is None else kind(value, name)), None
    except Mistake as refused:
        return value, refused
    except (TypeError, ValueError, OverflowError):  # ni siquiera se deja convertir
        return value, Mistake(f"{name} no se puede leer como lo que se pide: {arrived(value)}.")


def close(
    value: object,
    expected: object,
    name: str,
    *,
    tolerance: float = 1e-6,
    message: str | Callable[[object], str] | None = None,
) -> None:
    """Exige que ``value`` sea ``expected``; lo que se admite de diferencia lo dice ``same``."""
    if not same(value, expected, tolerance):
        text = message(value) if callable(message) else message
        raise Mistake(text or f"{name} no es el valor pedido: llegó {shown(value)}.")


def equal(value: object, expected: object, name: str, *, message: str | None = None) -> None:
    """Exige que ``value`` sea igual a ``expected`` (``==``) y del mismo tipo."""
    instance(value, type(expected), name)
    if value != expected:
        raise Mistake(message or f"{name} no es el valor pedido: llegó {shown(value)}.")
