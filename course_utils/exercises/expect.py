"""Ayudas para escribir comprobaciones: cada una dice, en español, qué se esperaba y qué llegó.

Una comprobación es una función normal que recibe la respuesta del estudiante. Si algo está mal
lanza ``Mistake`` con una frase que ayuda a corregirlo; si termina sin lanzar nada, la respuesta
es correcta. Las funciones de aquí cubren lo que casi todas necesitan::

    def check_tip(tip):
        tip = expect.number(tip, "propina")
        expect.not_equal(tip, 25, "Usaste el 10 %: se pide el 15 %.")
        expect.close(tip, 37.5, "propina")
"""

import numbers

import numpy as np

MAX_SHOWN = 60
LARGEST = 1e300  # más allá, un entero de Python ya no cabe en un float de NumPy


class Mistake(Exception):
    """La respuesta es incorrecta; el mensaje dice por qué y cómo seguir."""


def shown(value):
    """Escribe un valor en una sola línea corta, siempre igual, para citarlo en un mensaje.

    >>> shown(3.5), shown("hola"), shown([1, 2, 3])
    ('3.5', '«hola»', '[1, 2, 3]')
    """
    if isinstance(value, str):
        text = f"«{value}»"
    elif isinstance(value, np.ndarray):
        text = f"un array de forma {value.shape} y tipo {value.dtype}"
    elif callable(value):
        text = f"la función {getattr(value, '__name__', 'sin nombre')}"
    elif isinstance(value, np.generic):
        text = str(value)
    elif value is None or isinstance(value, (numbers.Number, list, tuple, dict, set)):
        text = repr(value)
    else:
        # El repr de un objeto cualquiera puede llevar su dirección de memoria: el mismo
        # error daría un texto distinto cada vez.
        text = f"un objeto de tipo {type(value).__name__}"
    text = " ".join(text.split())
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


_TYPE_NAMES = {
    bool: "un booleano (True o False)",
    int: "un número entero (int)",
    float: "un número decimal (float)",
    str: "un texto (str)",
    list: "una lista (list)",
    tuple: "una tupla (tuple)",
    dict: "un diccionario (dict)",
    set: "un conjunto (set)",
    np.ndarray: "un array de NumPy",
}


def type_name(type_):
    """Nombre en español de un tipo: ``list`` -> «una lista (list)».

    >>> type_name(str)
    'un texto (str)'
    """
    return _TYPE_NAMES.get(type_, f"un objeto de tipo {type_.__name__}")


def _arrived(value):
    if value is None:
        return (
            "llegó None, que es «nada». Suele pasar al guardar lo que devuelve print, que muestra "
            "un valor pero no lo devuelve, o cuando una función no termina en return"
        )
    return f"llegó {shown(value)}, que es {type_name(type(value))}"


def instance(value, type_, name):
    """Exige que ``value`` sea del tipo dado y lo devuelve."""
    wrong_bool = isinstance(value, bool) and type_ is not bool
    if not isinstance(value, type_) or wrong_bool:
        raise Mistake(f"{name} debe ser {type_name(type_)}: {_arrived(value)}.")
    return value


def number(value, name):
    """Exige un número real y finito (de Python o de NumPy) y lo devuelve."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, numbers.Real):
        raise Mistake(f"{name} debe ser un número: {_arrived(value)}.")
    try:
        size = abs(float(value))
    except OverflowError:  # un entero de Python con más de 308 cifras
        size = np.inf
    if not size <= LARGEST:  # así también se descarta nan
        raise Mistake(
            f"{name} debe ser un número corriente, ni nan ni infinito: {_arrived(value)}."
        )
    return value


def real(value, name):
    """Como ``number``, y lo devuelve en ``float``: NumPy no sabe comparar una fracción."""
    return float(number(value, name))


def integer(value, name):
    """Exige un número entero (``3`` o ``np.int64(3)``; no ``3.0``) y lo devuelve."""
    value = number(value, name)
    if not isinstance(value, numbers.Integral):
        raise Mistake(f"{name} debe ser un número entero: {_arrived(value)}.")
    return value


def array(value, name, *, shape=None, dtype=None):
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
            raise Mistake(f"{name} debe ser un array de NumPy: {_arrived(value)}.")
        value = np.asarray(value)
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


def finite(values, name):
    """Exige que un array contenga números, sin nan ni infinitos, y lo devuelve."""
    if values.dtype.kind not in "iuf" or not np.isfinite(values).all():
        raise Mistake(
            f"{name} contiene algo que no es un número corriente (texto, nan o infinito)."
        )
    return values


def pair(value, name, what):
    """Exige las dos cosas que devuelve una función y las devuelve; ``what`` es «una, otra»."""
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise Mistake(
            f"{name} debe devolver dos cosas separadas por una coma, return {what}: "
            f"{_arrived(value)}."
        )
    return value


def close(value, expected, name, *, tolerance=1e-6, message=None):
    """Exige que ``value`` (número o array) valga ``expected``, salvo ``tolerance`` relativa."""
    try:
        same = np.allclose(value, expected, rtol=tolerance, atol=tolerance)
    except (TypeError, ValueError):
        same = False
    if not same:
        raise Mistake(message or f"{name} no es el valor pedido: llegó {shown(value)}.")


def equal(value, expected, name, *, message=None):
    """Exige que ``value`` sea igual a ``expected`` (``==``) y del mismo tipo."""
    instance(value, type(expected), name)
    if value != expected:
        raise Mistake(message or f"{name} no es el valor pedido: llegó {shown(value)}.")


def wrong_when(condition, message):
    """Lanza ``Mistake(message)`` si se cumple la condición: para nombrar un error conocido."""
    if condition:
        raise Mistake(message)


def function(value, name):
    """Exige que la respuesta sea una función (sin llamarla) y la devuelve."""
    if not callable(value):
        raise Mistake(
            f"{name} debe ser una función: {_arrived(value)}. "
            f"Pásala sin paréntesis: check(…, {name})."
        )
    return value


def call(function_, *args, **kwargs):
    """Llama a la función del estudiante; si falla, explica en español qué pasó y con qué datos.

    Conserva el tipo y el mensaje originales de Python, que es lo que aprenderá a leer. Si la
    función todavía devuelve ``...``, el ejercicio está sin responder.
    """
    shown_args = ", ".join(shown(a) for a in args)
    name = getattr(function_, "__name__", "tu función")
    try:
        result = function_(*args, **kwargs)
    except (Exception, SystemExit) as error:
        raise Mistake(
            f"{name}({shown_args}) se detuvo con un error de Python: "
            f"{type(error).__name__}: {_one_line(error)}. {_hint_for(error)}"
        ) from error
    if result is Ellipsis:
        raise Unanswered
    return result


class Unanswered(Exception):
    """La respuesta todavía es ``...``."""


def _one_line(error):
    text = " ".join(str(error).split())
    return (text if len(text) <= 160 else text[:159] + "…").rstrip(".")


_ERROR_HINTS = {
    NameError: "Usa un nombre que no existe: ¿está bien escrito, o falta como parámetro?",
    TypeError: "Mezcla tipos que no encajan, o recibe más o menos argumentos de los que espera.",
    ValueError: "El tipo es correcto, pero el valor no sirve (la forma, el texto, el rango…).",
    IndexError: "Pide una posición que no existe: la primera es 0 y la última, len(…) − 1.",
    KeyError: "Pide una clave que el diccionario no tiene.",
    AttributeError: "Pide un método o atributo que ese objeto no tiene.",
    ZeroDivisionError: "Divide entre cero.",
    RecursionError: "Se llama a sí misma sin parar.",
}


def _hint_for(error):
    for type_, text in _ERROR_HINTS.items():
        if isinstance(error, type_):
            return text
    return "Ejecuta tu función con esos mismos datos en otra celda para ver el error completo."
