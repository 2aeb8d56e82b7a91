"""Valores que no sirven: ValueError, y los mensajes de las bibliotecas de datos."""

from __future__ import annotations

import ast
import re

from .libraries import DATA_MESSAGES, from_library
from .messages import by_message, message_of, read_table
from .spot import Spot
from .words import Answer


def value_error(error: BaseException, spot: Spot) -> Answer:
    if not spot.direct:
        return from_library(error, spot)
    return by_message((*DATA_MESSAGES, *VALUE_MESSAGES), message_of(error), spot) or (
        "El tipo es el que hace falta, pero ese valor concreto no sirve para esta operación.",
        "Muestra con `print(…)` el valor que usas en esa línea y compáralo con lo que pide.",
    )


def _unpacking(match: re.Match, spot: Spot) -> Answer:
    few = match[1] == "not enough"
    names = spot.node(ast.Tuple, ast.List)
    left = f" ({spot.text(names)})" if names else ""
    got = re.search(r"got (\d+)", match.string)
    return (
        f"A la izquierda del `=` (o en el `for`) hay {match[2]} nombres{left} y a la derecha hay "
        + ("menos" if few else "más")
        + f" valores{f' ({got[1]})' if few and got else ''}.",
        "Pon tantos nombres como valores. Si sobran, recoge los demás en una lista con un "
        "asterisco: `a, *resto = …`.",
    )


VALUE_MESSAGES = (
    (r"(too many|not enough) values to unpack \(expected (?:at least )?(\d+)", _unpacking),
    *read_table(r"""
is not in list|not in list|x not in tuple|not in tuple|is not in tuple
    Ese valor no está en la colección.
    → Compruébalo antes: `if valor in coleccion:`. Cuentan las mayúsculas, y `'3'` no es lo mismo
    que `3`.

substring not found
    Ese trozo no está en el texto.
    → Usa `.find(…)`, que devuelve -1 si no está.

(max|min)\(\).* empty
    `{0}` no puede elegir: la colección está vacía.
    → Comprueba antes que hay algo (`if datos:`), o di qué devolver: `{0}(datos, default=0)`.

math domain error|expected a (?:non-?negative|positive)
    Esa función de `math` no está definida para el número que le pasaste (como la raíz de un
    negativo o el logaritmo de 0).
    → Muestra ese número con `print(…)` y busca por qué es negativo o cero.

Exceeds the limit \((\d+) digits\) for integer string conversion: value has (\d+)
    Ese texto tiene {1} cifras, y Python no lee enteros de más de {0}: es un límite de seguridad.
    → Si de verdad hace falta, quita antes el límite: `import sys` y
    `sys.set_int_max_str_digits(0)`.

Exceeds the limit \((\d+) digits\) for integer string conversion
    El número está bien calculado, pero Python no escribe enteros de más de {0} cifras: es un
    límite de seguridad.
    → Para saber cuántas cifras tiene, sin escribirlo: `import math` y `math.log10(n)`. Para verlo
    entero, quita antes el límite: `import sys` y `sys.set_int_max_str_digits(0)`.

unsupported format character '(.)'
    `%{0}` no existe entre las marcas de formato de `%`.
    → Usa una f-string o `format(…)`; para el binario, `format(5, 'b')`. Un % suelto dentro del
    texto se escribe `%%`.

[Uu]nknown format code|[Ii]nvalid format specifier|Cannot specify
    Lo que va tras los dos puntos en `{{…:…}}` no vale para ese tipo de valor.
    → Para dos decimales, `:.2f` y un número; si el valor es un texto, conviértelo antes con
    `float(…)`.
"""),
)
