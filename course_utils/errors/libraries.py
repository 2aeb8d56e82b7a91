"""Errores que saltan dentro de una biblioteca, y los que no tienen explicación propia."""

import re

from .words import _by_message, _code, _message, _table


def _not_a_number(match, spot):
    """``int("3,5")``, ``float("")`` y parecidos."""
    text = (match["digits"] or match["text"] or "").strip()
    function = "int" if match["digits"] is not None else "float"
    if not spot.direct:
        return (
            f"Entre los datos que deben ser números está el texto {_code(repr(text))}.",
            "Mira con `tabla.dtypes` qué columnas son texto: conviértelas en números o quítalas.",
        )
    cause = f"{_code(repr(text))} no se puede convertir con {_code(f'{function}(…)')}"
    if not text:
        return f"{cause}: es un texto vacío.", "Comprueba antes que hay algo: `if texto:`."
    if re.fullmatch(r"[-+]?\d+,\d+", text):
        point = text.replace(",", ".")
        return (
            f"{cause}: en Python los decimales se escriben con punto, no con coma.",
            f"Escribe {_code(f'float({point!r})')}, o cambia la coma antes de convertir: "
            "`float(texto.replace(',', '.'))`.",
        )
    if re.fullmatch(r"[-+]?\d*\.\d*", text) and function == "int":
        return (
            f"{cause}: tiene decimales, e `int` solo lee enteros.",
            f"Usa {_code(f'float({text!r})')}; y si lo quieres sin decimales, "
            f"{_code(f'int(float({text!r}))')}.",
        )
    return (
        f"{cause}: tiene caracteres que no son de un número.",
        "Quita lo que sobra (letras, espacios, signos como $ o %) antes de convertir.",
    )


# Mensajes de NumPy, pandas, scikit-learn y Keras: valen saltando en la celda o más adentro.
_DATA_MESSAGES = (
    (
        r"invalid literal for int\(\) with base \d+: '(?P<digits>.*)'"
        r"|could not convert string to float: (?:np\.str_\()?'(?P<text>.*)'",
        _not_a_number,
    ),
    *_table(r"""
truth value of (?:an array|a Series|a DataFrame)
    Una condición necesita un solo verdadero o falso, y aquí hay muchos a la vez, uno por
    elemento.
    → Resúmelos con `.any()` (¿alguno?) o `.all()` (¿todos?). Para combinar condiciones de una
    tabla usa `&` y `|` con paréntesis, en vez de `and` y `or`.

operands could not be broadcast together with shapes (\(.*?\)) (\(.*?\))
    Las formas {0} y {1} no encajan para operar elemento a elemento.
    → Mira el `.shape` de cada arreglo: deben ser iguales, o valer 1 donde no lo sean.

mismatch in its core dimension|shapes (\(.*?\)) and (\(.*?\)) not aligned
    Para multiplicar matrices, las columnas de la primera deben ser tantas como las filas de la
    segunda.
    → Mira el `.shape` de las dos; quizá falta trasponer una con `.T`.

cannot reshape array of size (\d+) into shape (\(.*\))
    Hay {0} números y no caben justos en la forma {1}.
    → El producto de los números de la forma nueva debe dar {0}; un -1 deja que NumPy calcule uno
    de ellos.

inhomogeneous shape|setting an array element with a sequence
    Las filas no tienen todas la misma longitud: con ellas no se puede formar una tabla.
    → Mira `[len(fila) for fila in datos]` y arregla la que sea distinta.

Expected 2D array, got (?:1D|scalar) array
    scikit-learn espera una tabla de dos dimensiones (muestras × características) y recibió otra
    cosa.
    → Con una sola característica, `x.reshape(-1, 1)` o dos corchetes, `tabla[['col']]`; con una
    sola muestra, `x.reshape(1, -1)`.

inconsistent numbers of samples: \[(.*?)\]|[Dd]ata cardinality
    Las características y las etiquetas no tienen el mismo número de filas.
    → Compara `len(x)` y `len(y)`: a cada muestra le toca una etiqueta, y las dos deben venir de
    la misma división.

contains NaN|Input contains infinity
    Hay valores que faltan (NaN) o infinitos en los datos.
    → Búscalos con `tabla.isna().sum()` y decide: quitar esas filas (`dropna`) o rellenarlas.

not fitted yet
    El modelo todavía no ha aprendido de ningún dato.
    → Llama antes a su método `fit(…)`; ejecuta en orden las celdas de arriba.

incompatible with the layer|expected shape=\(.*found shape=
    La forma de los datos no es la que espera la primera capa que los recibe.
    → Compara `x.shape` con la entrada del modelo (`model.summary()`). La primera dimensión es el
    lote: una sola muestra se pasa como `x[:1]`, no como `x[0]`.
"""),
)


def _from_library(error, spot):
    """Lo que se puede decir de un error que saltó dentro de una biblioteca."""
    known = _by_message(_DATA_MESSAGES, _message(error), spot)
    if known and spot.line:
        return f"{known[0]} Empezó en tu línea {spot.line}: {spot.line_text()}.", known[1]
    if not spot.line_text():
        return _GENERAL
    where = f"dentro de {_code(spot.library)}" if spot.library else "fuera de tus celdas"
    return (
        f"El error saltó {where}, pero lo puso en marcha tu línea {spot.line}: {spot.line_text()}.",
        "Empieza por tu línea, no por las de la biblioteca: mira con `type(…)`, `len(…)` o "
        "`.shape` lo que le pasas y compáralo con lo que pide. La última línea del error dice "
        "qué no le gustó.",
    )


_GENERAL = (
    "La última línea del mensaje de Python dice la clase de error y el motivo.",
    "Sube por el mensaje hasta la flecha `---->` que señala tu código y comprueba los valores "
    "de esa línea.",
)


def _general(error, spot):
    if not spot.direct:
        return _from_library(error, spot)
    line = f" Tu línea es la {spot.line}: {spot.line_text()}." if spot.line_text() else ""
    return _GENERAL[0] + line, _GENERAL[1]
