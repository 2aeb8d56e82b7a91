"""Operaciones que no se pueden hacer: TypeError y ZeroDivisionError."""

from __future__ import annotations

import ast
import builtins
import re

from course_utils.spanish import counted, join_words

from .libraries import DATA_MESSAGES, from_library
from .messages import by_message, message_of, read_table
from .names import names_of_the_course
from .outdated import outdated
from .spot import Spot
from .words import NONE_ORIGIN, Answer, cite, kind_of


def type_error(error: BaseException, spot: Spot) -> Answer:
    if not spot.direct:
        return from_library(error, spot)
    message = message_of(error)
    if "tuple" in message or "sequence" in message:
        comma = _decimal_comma(spot)
        if comma:
            return comma
    return by_message((*DATA_MESSAGES, *TYPE_MESSAGES), message, spot) or (
        "En esta línea hay un valor de un tipo distinto del que hace falta (por ejemplo, un "
        "texto donde va un número).",
        "Mira el tipo de cada valor de la línea con `type(…)` y conviértelo si hace falta.",
    )


def _decimal_comma(spot: Spot) -> Answer | None:
    """``precio = 29,5``: la coma no hace un decimal, sino una pareja."""
    node = spot.node(ast.BinOp, ast.AugAssign, ast.Compare, ast.Call)
    for part in ast.iter_child_nodes(node) if node else ():
        pair = spot.known(part)[1] if isinstance(part, ast.expr) else None
        if type(pair) is tuple and len(pair) == 2 and all(type(n) is int for n in pair):
            number = f"{pair[0]}.{abs(pair[1])}"
            what = spot.text(part)
            is_pair = f"{what} es" if isinstance(part, ast.Tuple) else f"{what} vale {cite(pair)},"
            return (
                f"{is_pair} una tupla de dos números: en Python la coma separa valores.",
                f"El decimal se escribe con punto: si querías {number}, escribe {cite(number)} (y "
                "los miles, sin separar). Si es una pareja, opera con cada uno: `pareja[0]`.",
            )
    return None


_OPERATORS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
}


def _operation(spot):
    """Los dos lados y el signo de la operación que falló, como texto; o ``None``."""
    node = spot.node(ast.BinOp, ast.AugAssign)
    if node is None:
        return None
    both = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
    return (*(spot.text(side)[1:-1] for side in both), _OPERATORS.get(type(node.op), "ese signo"))


def _operands(match: re.Match, spot: Spot) -> Answer:
    """``"3" + 4`` y parecidos."""
    groups = match.groupdict()
    types = [groups["left"], groups["right"]]
    operation = _operation(spot)
    left, right, sign = operation or ("…", "…", "")
    cause = f"En una operación no se pueden combinar {kind_of(types[0])} y {kind_of(types[1])}."
    if operation:
        cause = (
            f"{cite(left)} es {kind_of(types[0])} y {cite(right)} es {kind_of(types[1])}: con "
            f"{cite(sign)} no se pueden combinar."
        )
    if "NoneType" in types:
        return cause, NONE_ORIGIN
    if "list" in types and sign == "+":
        return cause, "Para añadir un elemento a una lista, usa `lista.append(…)`."
    text, number = (left, right) if types[0] == "str" else (right, left)
    if "str" in types and {"int", "float"} & set(types):
        join = f"Para unirlos como texto, convierte el número: {cite(f'str({number})')}."
        compute = f"Para calcular, convierte el texto en número: {cite(f'float({text})')}."
        words = re.fullmatch(r"'[^0-9]*'|\"[^0-9]*\"", text)
        return cause, " ".join(([join] if sign == "+" else []) + ([] if words else [compute]))
    return cause, "Mira el tipo de cada lado con `type(…)` y convierte el que no sea del que debe."


def _comparison(match: re.Match, spot: Spot) -> Answer:
    node = spot.node(ast.Compare)
    kinds = f"{kind_of(match['left'])} y {kind_of(match['right'])}"
    cause = f"Con {cite(match['sign'])} no se pueden comparar {kinds}."
    if node and len(node.comparators) == 1:
        cause = (
            f"{cite(match['sign'])} no puede comparar {spot.text(node.left)}, que es "
            f"{kind_of(match['left'])}, con {spot.text(node.comparators[0])}, que es "
            f"{kind_of(match['right'])}."
        )
    if "NoneType" in match.groups():
        return cause, NONE_ORIGIN
    return cause, (
        "Convierte los dos al mismo tipo, por ejemplo con `float(…)`. Recuerda que `input(…)` "
        "devuelve siempre un texto."
    )


def _not_callable(match: re.Match, spot: Spot) -> Answer:
    node, type_name = spot.node(ast.Call), match[1].rpartition(".")[2]
    name = node.func.id if node and isinstance(node.func, ast.Name) else None
    what = spot.text(node.func) if node else "lo que hay antes de los paréntesis"
    if name and type_name != "module" and (hidden := _hidden_function(name, spot)):
        return hidden
    cause = f"{what} es {kind_of(type_name)}, no una función: no se puede llamar con paréntesis."
    if type_name in ("int", "float"):
        return cause, "¿Falta un signo? Una multiplicación se escribe con él: `2 * (3 + 1)`."
    if type_name in ("list", "tuple", "dict", "ndarray", "DataFrame", "Series"):
        inside = ", ".join(spot.text(argument)[1:-1] for argument in node.args) if node else ""
        better = cite(f"{what[1:-1]}[{inside}]") if inside else "`datos[0]`"
        return cause, f"Para pedir un elemento se usan corchetes: {better}."
    if type_name == "str":
        return cause, "¿Falta una coma antes del paréntesis? ¿O el nombre de una función?"
    if type_name == "module":
        return cause, "Llama a una de las funciones del módulo: `modulo.funcion(…)`."
    if type_name == "NoneType":
        return cause, NONE_ORIGIN
    return cause, "Comprueba qué es con `type(…)`, y quita los paréntesis si solo quieres su valor."


def _hidden_function(name: str, spot: Spot) -> Answer | None:
    """``print = 3``: el nombre era de una función, y ahora guarda otra cosa."""
    cause = f"Llamaste {cite(name)} a una variable tuya, y ahora tapa a la función {cite(name)}"
    rename = "Ponle otro nombre a tu variable y recupera la función"
    if hasattr(builtins, name):
        return f"{cause} de Python.", f"{rename} con {cite(f'del {name}')} (o reinicia el núcleo)."
    if name in names_of_the_course():
        again = cite(f"from course_utils import {name}")
        return f"{cause} del curso.", f"{rename} con {again} (o reinicia el núcleo)."
    pattern = rf"^\s*def\s+{name}\b|^\s*(?:from\s.*\s)?import\s[^#\n]*\b{name}\b"
    if any(re.search(pattern, cell, re.MULTILINE) for cell in spot.previous_cells()):
        return f"{cause}.", f"{rename}: ejecuta otra vez la celda que la define o la importa."
    return None


def _not_subscriptable(match: re.Match, spot: Spot) -> Answer:
    node, type_name = spot.node(ast.Subscript), match[1].rpartition(".")[2]
    what = spot.text(node.value) if node else "lo que hay antes de los corchetes"
    cause = (
        f"{what} es {kind_of(type_name)}: no tiene posiciones ni claves que pedir con corchetes."
    )
    if type_name == "NoneType":
        return cause, NONE_ORIGIN
    if "function" in type_name or type_name in ("method", "type"):
        call = cite(f"{what[1:-1]}({spot.text(node.slice)[1:-1]})") if node else "`funcion(…)`"
        return cause, f"Las funciones se llaman con paréntesis: {call}."
    if type_name == "History":
        curves = cite(f"{what[1:-1]}.history[{spot.text(node.slice)[1:-1]}]" if node else "…")
        return cause, f"Las curvas de un entrenamiento están en su `.history`: {curves}."
    return cause, "Comprueba que la variable guarda lo que crees, con `print(…)` o `type(…)`."


def _not_iterable(match: re.Match, spot: Spot) -> Answer:
    loop = spot.node(ast.For)  # hasta 3.12 Python señala el ciclo entero; después, lo que recorre
    values = loop.iter if loop else spot.node(ast.Name, ast.Constant, ast.Attribute, ast.Subscript)
    what = spot.text(values) if values else "Lo que va entre los paréntesis"
    cause = f"{what} es {kind_of(match[1])}: no contiene elementos que recorrer uno a uno."
    if match[1] == "NoneType":
        return cause, NONE_ORIGIN
    if match[1] == "int" and values:
        return cause, f"Para repetir ese número de veces, usa {cite(f'range({what[1:-1]})')}."
    return cause, "Usa una lista, un texto, un diccionario o un `range(…)`."


def _missing_arguments(match: re.Match, spot: Spot) -> Answer:
    function = match[1].removesuffix(".__init__")
    names = re.findall(r"'(\w+)'", match[2])
    if "self" in names:
        return (
            f"Llamaste a {cite(function)} sobre la clase, no sobre un objeto.",
            "Crea primero el objeto (`objeto = Clase(…)`) y llama al método con él.",
        )
    node = spot.node(ast.Call)
    for keyword in node.keywords if node else ():  # Dense(output_dim=10): se llamaba de otro modo
        old = outdated(f"{function}(…, {keyword.arg}=…)", f"{function}.{keyword.arg}")
        if old:
            return old
    which = join_words([cite(name) for name in names]) if names else "algún argumento"
    return (
        f"Al llamar a {cite(f'{function}(…)')} faltó darle: {which}.",
        "Añade lo que falta entre los paréntesis, en el orden de la definición o por su nombre: "
        f"{cite(f'{function}(…, {names[-1]}=…)' if names else f'{function}(…)')}.",
    )


def _too_many_arguments(match: re.Match, spot: Spot) -> Answer:
    name, accepted, given = match[1], int(match[2]), int(match[3])
    me = " (en un método, Python cuenta también `self`)" if "." in name else ""
    return (
        f"{cite(f'{name}(…)')} admite {counted(accepted, 'argumento')} y le pasaste {given}{me}.",
        "Quita los que sobran, o di de qué parámetro es cada uno (`nombre=…`); si la función es "
        "tuya, añádele parámetros. Si querías pasar varios valores como uno solo, mételos en una "
        "lista: `[…]`.",
    )


def _wrong_count(match: re.Match, spot: Spot) -> Answer:
    node = spot.node(ast.Call)
    what = spot.text(node.func)[1:-1] if node else "funcion"
    return (
        f"A {cite(f'{what}(…)')} le pasaste más o menos argumentos de los que admite.",
        f"Cuenta lo que hay entre los paréntesis. Para ver qué admite: {cite(f'help({what})')}.",
    )


def _no_length(match: re.Match, spot: Spot) -> Answer:
    node = spot.node(ast.Call)
    what = spot.text(node.args[0]) if node and node.args else "lo que le pasaste"
    cause = f"`len` cuenta elementos, y {what} es {kind_of(match[1])}, que no los tiene."
    if match[1] == "NoneType":
        return cause, NONE_ORIGIN
    if match[1] in ("int", "float"):
        return cause, f"Si quieres contar sus cifras, conviértelo en texto: {_digits(what)}."
    return cause, "Pásale un texto, una lista, un diccionario u otra colección."


def _digits(what):
    return cite(f"len(str({what[1:-1] if what.startswith('`') else 'n'}))")


_PAIR = r"(?P<left>\S+)['\"] and ['\"](?P<right>\S+)['\"]"
TYPE_MESSAGES = (
    (r"can only concatenate (?P<left>\w+) \(not \"(?P<right>\S+)\"\)", _operands),
    (rf"unsupported operand type\(s\) for .*: '{_PAIR}", _operands),
    (rf"'(?P<sign>[<>=]+)' not supported between instances of '{_PAIR}", _comparison),
    (r"'(\S+)' object is not callable", _not_callable),
    (r"'(\S+)' object is not subscriptable", _not_subscriptable),
    (r"'(\S+)' object is not iterable", _not_iterable),
    (r"object of type '(\S+)' has no len\(\)", _no_length),
    (r"(\S+)\(\) missing \d+ required .*?arguments?: (.*)", _missing_arguments),
    (
        r"(\S+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)",
        _too_many_arguments,
    ),
    (r"(?:takes|expected) .*argument", _wrong_count),
    *read_table(r"""
cannot unpack non-iterable (\S+) object
    A la izquierda del `=` (o en el `for`) hay varios nombres, y a la derecha un solo valor:
    {kind[0]}.
    → Deja un solo nombre, o pon a la derecha tantos valores como nombres.

list indices must be integers or slices, not (\w+)
    Una posición de lista es un número entero, y entre los corchetes hay {kind[0]}.
    → Usa un entero (`lista[0]`). Si lo que tienes es un texto con una cifra o un decimal,
    conviértelo con `int(…)`; si querías buscar por nombre, hace falta un diccionario.

(?:string|tuple) indices must be integers
    Una posición es un número entero, y entre los corchetes hay otra cosa.
    → Usa un entero (`texto[0]`). Si querías buscar por una clave, comprueba con `type(…)` que
    tienes un diccionario: aquí no lo es.

'(\w+)' object does not support item (?:assignment|deletion)
    Aquí hay {kind[0]}, y no se puede cambiar por partes una vez creado.
    → Crea otro nuevo a partir de él (para un texto: `texto.replace(…)` o rebanadas; para una
    tupla, conviértela antes: `list(tupla)`).

(?:unhashable type: |cannot use )'(\w+)'
    Aquí hay {kind[0]}, que puede cambiar, y por eso no sirve como clave de un diccionario ni como
    elemento de un conjunto.
    → Usa algo que no cambie: un texto, un número o una tupla (`tuple(lista)`).

can't multiply sequence by non-int of type '(\w+)'
    Un texto o una lista solo se repiten un número entero de veces, y aquí hay {kind[0]}.
    → Si querías multiplicar números, convierte antes el texto con `float(…)`; si querías repetir,
    usa un entero.

'(\w+)' object cannot be interpreted as an integer
    Aquí hace falta un número entero, y hay {kind[0]}.
    → Conviértelo con `int(…)`. Recuerda que `/` da siempre un decimal: `//` da el entero.

(int|float)\(\) argument must be .*, not '(\w+)'
    `{0}(…)` convierte un texto o un número, y le pasaste {kind[1]}.
    → Si es una colección, convierte sus elementos uno a uno: `[{0}(x) for x in datos]`.

not all arguments converted|not enough arguments for format string
    Con `%`, hay que dar tantos valores como huecos (`%d`, `%s`…) tiene el texto.
    → Cuenta los huecos y los valores; o usa una f-string: `f'{{nombre}}'`. Si querías el resto de
    una división, convierte antes el texto en número.
"""),
)


def zero_division(error: BaseException, spot: Spot) -> Answer:
    if not spot.direct:
        return from_library(error, spot)
    node = spot.node(ast.BinOp, ast.AugAssign)
    fix = "Comprueba antes que el divisor no es 0: `if divisor != 0:`."
    if node is None:
        return "El divisor vale 0, y dividir entre 0 no tiene resultado.", fix
    divisor = node.right if isinstance(node, ast.BinOp) else node.value
    if isinstance(divisor, ast.Call) and getattr(divisor.func, "id", "") == "len":
        return (
            f"El divisor, {spot.text(divisor)}, vale 0: la colección está vacía.",
            "Comprueba antes que tiene elementos, y busca por qué llegó vacía.",
        )
    if isinstance(divisor, ast.Name):
        fix = fix.replace("divisor !=", f"{divisor.id} !=")
    return f"El divisor, {spot.text(divisor)}, vale 0; dividir entre 0 no tiene resultado.", fix
