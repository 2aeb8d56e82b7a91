"""Código que Python no puede leer: SyntaxError e IndentationError."""

from __future__ import annotations

import keyword
import re

from .messages import by_message, read_table
from .spot import Spot
from .words import Answer, cite


def syntax_error(error: SyntaxError, spot: Spot) -> Answer:
    line = error.text.strip() if isinstance(error.text, str) else ""
    message = error.msg if isinstance(error.msg, str) else ""
    answer = None
    if re.search(r"invalid syntax|expected ':'|cannot assign to expression", message):
        bare = re.sub(r"\"[^\"]*\"|'[^']*'", '""', line).partition("#")[0].rstrip()
        answer = by_message(SYNTAX_LINES, bare, spot)
    answer = answer or by_message(SYNTAX_MESSAGES, message, spot)
    cause, fix = answer or _SYNTAX_UNKNOWN
    if not line or not isinstance(error.lineno, int):
        return cause, fix
    return f"Línea {error.lineno}: {cite(line)}. {cause}", fix


_RESERVED = "|".join(keyword.kwlist)

# Lo que delata la propia línea, sin textos ni comentarios.
SYNTAX_LINES = (
    (
        rf"^\s*({_RESERVED})\s*=(?!=)",
        (
            "`{0}` es una palabra reservada de Python y no puede ser el nombre de una variable.",
            "Elige otro nombre, por ejemplo `{0}_`.",
        ),
    ),
    *read_table(r"""
(=>|=<|=!)
    `{0}` no es un operador de Python.
    → El signo igual va detrás: `>=`, `<=`, `!=`.

(&&|\|\|)
    `{0}` no existe en Python.
    → Escribe `and` (y) u `or` (o).

(\+\+|--)\s*$
    `{0}` no existe en Python.
    → Para sumar o restar uno: `x += 1` o `x -= 1`.

^\s*(else\s*if|elseif)\b
    `{0}` no existe en Python.
    → Se escribe `elif`.

(?<=[\w)\]"])(?<!and)(?<!or)(?<!not)(?<!in)(?<!if) (y|o) (?!in |and |or |if )[\w("\[]
    Las palabras de Python van en inglés.
    → Escribe `and` (y) u `or` (o).

\b(?:if|while|and|or) no \w
    Las palabras de Python van en inglés.
    → Escribe `not`.

\b(then|entonces)\b
    En Python no se escribe `{0}`.
    → Pon en su lugar dos puntos: `if condicion:`.

^import\s+\w+-\w+
    Un nombre de módulo no lleva guion: la biblioteca se importa con otro nombre que aquel con que
    se instala.
    → scikit-learn se importa con `import sklearn`.

^([A-Za-z_]\w*)-([A-Za-z_]\w*)\s*=(?!=)
    Un nombre no puede llevar guion: Python lee `{0}` menos `{1}`.
    → Usa un guion bajo: `{0}_{1}`.

^(?!(?:if|for|while|def|class|import|from|return|not|del|global|with) )(\w+) +(\w+)\s*=(?!=)
    Un nombre no puede llevar espacios.
    → Usa un guion bajo: `{0}_{1}`.

^(else|elif|except|finally)\b.*:$
    Este `{0}` no tiene encima, con la misma sangría, la instrucción a la que pertenece.
    → Alinéalo con su `if`, `for` o `try`, y mira que no haya en medio una línea con menos
    sangría.

(?<![:=])=$|[-+*/%<>]$| (?:and|or|not|in|else)$
    La línea quedó a medias: falta un valor al final.
    → Escribe lo que falta, o bórralo.

^print\([^\"'(),]+ [^\"'()]+\)$
    Un texto va siempre entre comillas.
    → Ponlas: `print('…')`.
"""),
)

_SYNTAX_UNKNOWN = (
    "Python no entiende lo que hay donde señala el acento circunflejo (^).",
    "Mira justo ahí y también el final de la línea anterior: suele faltar o sobrar un paréntesis, "
    "una coma, unas comillas o los dos puntos.",
)
SYNTAX_MESSAGES = read_table(r"""
'(.)' was never closed
    Abriste `{0}` y no lo cerraste.
    → Añade el que falta al final de lo que abre; Python lo señala donde empieza.

unmatched '(.)'
    Sobra este `{0}`: no hay ninguno abierto.
    → Bórralo, o añade el que debía abrirlo.

closing parenthesis '(.)' does not match opening parenthesis '(.)'
    Abriste con `{1}` y cerraste con `{0}`.
    → Cierra con la pareja del que abrió.

unterminated triple-quoted
    Abriste un texto con tres comillas y no lo cerraste.
    → Pon las tres comillas al final del texto.

unterminated (?:f-)?string
    Abriste un texto con comillas y no lo cerraste.
    → Cierra el texto con la misma comilla con que empieza. Si dentro hay un apóstrofo o comillas,
    usa fuera las otras: `"It's"`.

expected ':'
    Faltan los dos puntos (`:`) al final de la instrucción.
    → `if`, `elif`, `else`, `for`, `while`, `def` y `class` los llevan al final.

[Mm]issing parentheses in call to '(\w+)'
    `{0}` es una función: lo que muestra va entre paréntesis.
    → Escribe `{0}(…)`.

^invalid syntax\. Maybe you meant '=='
    Un solo `=` guarda un valor; para preguntar si dos cosas son iguales hacen falta dos.
    → Cambia `=` por `==`.

cannot assign to (True|False|None)
    `{0}` es un valor de Python, no un nombre libre.
    → Elige otro nombre de variable.

cannot assign to
    A la izquierda del `=` va un nombre, y ahí hay otra cosa (un valor o una operación).
    → Pon el nombre a la izquierda y el valor a la derecha: `nombre = valor`. Si querías comparar,
    usa `==`.

[Pp]erhaps you forgot a comma
    Entre dos cosas seguidas falta algo: casi siempre una coma.
    → Pon la coma entre los elementos, o las comillas si es un texto.

leading zeros in decimal integer literals
    Un entero no se escribe con ceros delante.
    → Si era un decimal, va con punto y no con coma: `29.05`. Si era un código, ponlo entre
    comillas: `'0123'`.

invalid decimal literal
    Hay letras pegadas a un número: un nombre no puede empezar por una cifra, y entre número y
    nombre va un signo.
    → Pon la cifra al final del nombre (`x2`), o el signo que falta (`2 * x`).

invalid character '(.)'
    El carácter `{0}` no vale en el código; suele llegar al copiar de una página o de un
    procesador de textos.
    → Escríbelo de nuevo con el teclado. Las comillas de Python son rectas, y los símbolos como €
    o ¿ solo van dentro de un texto.

invalid non-printable character
    Hay un carácter invisible, casi siempre un espacio especial copiado de una página.
    → Borra los espacios de esa línea y escríbelos de nuevo.

positional argument follows keyword argument
    Después de un argumento con nombre (`a=1`) no puede ir otro sin nombre.
    → Pon primero los que no llevan nombre.

'return' outside function
    `return` solo tiene sentido dentro de una función.
    → Mete la línea en la función (con su sangría), o usa `print(…)` para ver el valor.

'(break|continue)' (?:outside|not properly)
    `{0}` solo tiene sentido dentro de un ciclo.
    → Mira la sangría: la línea debe quedar dentro del `for` o del `while`.

expected 'except' or 'finally'
    A un `try` le falta su `except`.
    → Añade `except …:` con la misma sangría que `try`.

unicodeescape
    En un texto, la barra `\` empieza un código especial, y en una ruta de Windows no lo es.
    → Usa barras normales (`'C:/datos/a.csv'`) o una `r` delante: `r'C:\datos'`.

f-string
    Dentro de las llaves de una f-string hay algo que Python no entiende.
    → Comprueba que cada `{{` tiene su `}}`, que dentro hay una expresión, y que las comillas de
    dentro no son las de fuera.
""")


def indentation_error(error: SyntaxError, spot: Spot) -> Answer:
    line = error.text.strip() if isinstance(error.text, str) else ""
    where = f"Línea {error.lineno}: {cite(line)}. " if line else ""
    cause, fix = by_message(INDENTATION, str(error.msg), spot) or (
        "Los espacios al principio de la línea no cuadran con los de las líneas de alrededor.",
        "Alinéala con las de su bloque.",
    )
    return where + cause, fix


INDENTATION = read_table(r"""
expected an indented block after (?:'(\w+)' statement|(function|class) definition) on line (\d+)
    La instrucción de la línea {2} necesita debajo un bloque con sangría.
    → Empieza las líneas del bloque con cuatro espacios (tecla Tab).

unexpected indent
    La línea empieza con más espacios de los que tocan.
    → Quita los espacios del principio: solo llevan sangría las líneas que van dentro de un `if`,
    `for`, `while`, `def`…

unindent does not match
    La línea empieza con un número de espacios que no coincide con ningún bloque de encima.
    → Alinéala exactamente con las líneas de su bloque: cuatro espacios por nivel.

inconsistent use of tabs
    Unas líneas empiezan con tabuladores y otras con espacios, y Python no sabe compararlos.
    → Borra el principio de esas líneas y pon en todas cuatro espacios por nivel.
""")
