"""Tipos que no encajan: TypeError."""

import ast
import builtins
import re

from .libraries import _DATA_MESSAGES, _from_library
from .words import _NONE_ORIGIN, _by_message, _code, _kind, _listed, _message, _table, similar


def _type_error(error, spot):
    if not spot.direct:
        return _from_library(error, spot)
    return _by_message((*_DATA_MESSAGES, *_TYPE_MESSAGES), _message(error), spot) or (
        "En esta línea hay un valor de un tipo distinto del que hace falta (por ejemplo, un "
        "texto donde va un número).",
        "Mira el tipo de cada valor de la línea con `type(…)` y conviértelo si hace falta.",
    )


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


def _operands(match, spot):
    """``"3" + 4`` y parecidos."""
    groups = match.groupdict()
    types = [groups["left"], groups["right"]]
    operation = _operation(spot)
    left, right, sign = operation or ("…", "…", "")
    cause = f"En una operación no se pueden combinar {_kind(types[0])} y {_kind(types[1])}."
    if operation:
        cause = (
            f"{_code(left)} es {_kind(types[0])} y {_code(right)} es {_kind(types[1])}: con "
            f"{_code(sign)} no se pueden combinar."
        )
    if "NoneType" in types:
        return cause, _NONE_ORIGIN
    if "list" in types and sign == "+":
        return cause, "Para añadir un elemento a una lista, usa `lista.append(…)`."
    text, number = (left, right) if types[0] == "str" else (right, left)
    if "str" in types and {"int", "float"} & set(types):
        join = f"Para unirlos como texto, convierte el número: {_code(f'str({number})')}."
        compute = f"Para calcular, convierte el texto en número: {_code(f'float({text})')}."
        words = re.fullmatch(r"'[^0-9]*'|\"[^0-9]*\"", text)
        return cause, " ".join(([join] if sign == "+" else []) + ([] if words else [compute]))
    return cause, "Mira el tipo de cada lado con `type(…)` y convierte el que no sea del que debe."


def _comparison(match, spot):
    node = spot.node(ast.Compare)
    kinds = f"{_kind(match['left'])} y {_kind(match['right'])}"
    cause = f"Con {_code(match['sign'])} no se pueden comparar {kinds}."
    if node and len(node.comparators) == 1:
        cause = (
            f"{_code(match['sign'])} no puede comparar {spot.text(node.left)}, que es "
            f"{_kind(match['left'])}, con {spot.text(node.comparators[0])}, que es "
            f"{_kind(match['right'])}."
        )
    if "NoneType" in match.groups():
        return cause, _NONE_ORIGIN
    return cause, (
        "Convierte los dos al mismo tipo, por ejemplo con `float(…)`. Recuerda que `input(…)` "
        "devuelve siempre un texto."
    )


def _not_callable(match, spot):
    node, type_name = spot.node(ast.Call), match[1].rpartition(".")[2]
    name = node.func.id if node and isinstance(node.func, ast.Name) else None
    what = spot.text(node.func) if node else "lo que hay antes de los paréntesis"
    if name and hasattr(builtins, name):
        return (
            f"Llamaste {_code(name)} a una variable tuya, y ahora tapa a la función {_code(name)} "
            "de Python.",
            f"Ponle otro nombre a tu variable y recupera la función con {_code(f'del {name}')} (o "
            "reinicia el núcleo).",
        )
    cause = f"{what} es {_kind(type_name)}, no una función: no se puede llamar con paréntesis."
    if type_name in ("int", "float"):
        return cause, "¿Falta un signo? Una multiplicación se escribe con él: `2 * (3 + 1)`."
    if type_name in ("list", "tuple", "dict", "ndarray", "DataFrame", "Series"):
        inside = ", ".join(spot.text(argument)[1:-1] for argument in node.args) if node else ""
        better = _code(f"{what[1:-1]}[{inside}]") if inside else "`datos[0]`"
        return cause, f"Para pedir un elemento se usan corchetes: {better}."
    if type_name == "str":
        return cause, "¿Falta una coma antes del paréntesis? ¿O el nombre de una función?"
    if type_name == "module":
        return cause, "Llama a una de las funciones del módulo: `modulo.funcion(…)`."
    if type_name == "NoneType":
        return cause, _NONE_ORIGIN
    return cause, "Comprueba qué es con `type(…)`, y quita los paréntesis si solo quieres su valor."


def _not_subscriptable(match, spot):
    node, type_name = spot.node(ast.Subscript), match[1].rpartition(".")[2]
    what = spot.text(node.value) if node else "lo que hay antes de los corchetes"
    cause = f"{what} es {_kind(type_name)}: no tiene posiciones ni claves que pedir con corchetes."
    if type_name == "NoneType":
        return cause, _NONE_ORIGIN
    if "function" in type_name or type_name in ("method", "type"):
        call = _code(f"{what[1:-1]}({spot.text(node.slice)[1:-1]})") if node else "`funcion(…)`"
        return cause, f"Las funciones se llaman con paréntesis: {call}."
    return cause, "Comprueba que la variable guarda lo que crees, con `print(…)` o `type(…)`."


def _not_iterable(match, spot):
    loop = spot.node(ast.For)  # hasta 3.12 Python señala el ciclo entero; después, lo que recorre
    values = loop.iter if loop else spot.node(ast.Name, ast.Constant, ast.Attribute, ast.Subscript)
    what = spot.text(values) if values else "Lo que va entre los paréntesis"
    cause = f"{what} es {_kind(match[1])}: no contiene elementos que recorrer uno a uno."
    if match[1] == "NoneType":
        return cause, _NONE_ORIGIN
    if match[1] == "int" and values:
        return cause, f"Para repetir ese número de veces, usa {_code(f'range({what[1:-1]})')}."
    return cause, "Usa una lista, un texto, un diccionario o un `range(…)`."


def _missing_arguments(match, spot):
    function = match[1].removesuffix(".__init__")
    names = re.findall(r"'(\w+)'", match[2])
    if "self" in names:
        return (
            f"Llamaste a {_code(function)} sobre la clase, no sobre un objeto.",
            "Crea primero el objeto (`objeto = Clase(…)`) y llama al método con él.",
        )
    which = _listed([_code(name) for name in names]) if names else "algún argumento"
    return (
        f"Al llamar a {_code(f'{function}(…)')} faltó darle: {which}.",
        "Añade lo que falta entre los paréntesis, en el orden de la definición o por su nombre: "
        f"{_code(f'{function}(…, {names[-1]}=…)' if names else f'{function}(…)')}.",
    )


def _too_many_arguments(match, spot):
    name, accepted, given = match[1], int(match[2]), int(match[3])
    me = " (en un método, Python cuenta también `self`)" if "." in name else ""
    return (
        f"{_code(f'{name}(…)')} admite {accepted} argumento{'' if accepted == 1 else 's'} y le "
        f"pasaste {given}{me}.",
        "Quita los que sobran, o añade parámetros a la definición. Si querías pasar varios valores "
        "como uno solo, mételos en una lista: `[…]`.",
    )


def _unexpected_keyword(match, spot):
    function, word = (match[1], match[2]) if match[1] else (match[4], match[3])
    node, close = spot.node(ast.Call), None
    known, value = spot.known(node.func) if node else (False, None)
    if known and isinstance(value, type(_kind)):
        code = value.__code__
        close = similar(word, code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
    cause = f"{_code(f'{function}(…)')} no tiene ningún parámetro que se llame {_code(word)}"
    if close:
        return (
            f"{cause}, pero sí {_code(close)}: ¿quisiste decir {close}?",
            f"Cambia {_code(f'{word}=')} por {_code(f'{close}=')}.",
        )
    return f"{cause}.", f"Mira cuáles tiene, con {_code(f'help({function})')}."


def _wrong_count(match, spot):
    node = spot.node(ast.Call)
    what = spot.text(node.func)[1:-1] if node else "funcion"
    return (
        f"A {_code(f'{what}(…)')} le pasaste más o menos argumentos de los que admite.",
        f"Cuenta lo que hay entre los paréntesis. Para ver qué admite: {_code(f'help({what})')}.",
    )


def _no_length(match, spot):
    node = spot.node(ast.Call)
    what = spot.text(node.args[0]) if node and node.args else "lo que le pasaste"
    cause = f"`len` cuenta elementos, y {what} es {_kind(match[1])}, que no los tiene."
    if match[1] == "NoneType":
        return cause, _NONE_ORIGIN
    if match[1] in ("int", "float"):
        return cause, f"Si quieres contar sus cifras, conviértelo en texto: {_digits(what)}."
    return cause, "Pásale un texto, una lista, un diccionario u otra colección."


def _digits(what):
    return _code(f"len(str({what[1:-1] if what.startswith('`') else 'n'}))")


_PAIR = r"(?P<left>\S+)['\"] and ['\"](?P<right>\S+)['\"]"
_TYPE_MESSAGES = (
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
    (
        r"(\S+)\(\) got an unexpected keyword argument '(\w+)'"
        r"|'(\w+)' is an invalid keyword argument for (\w+)\(\)",
        _unexpected_keyword,
    ),
    (r"(?:takes|expected) .*argument", _wrong_count),
    *_table(r"""
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
