"""Los errores de Python, explicados en español debajo del mensaje original.

``explain_errors()`` se apunta al evento ``post_run_cell`` de IPython, que llega cuando la celda ya
ha mostrado su error: la explicación se añade debajo y no puede taparlo ni cambiarlo. Todo lo que
se mira (nombres, longitudes, claves) se mira sin ejecutar código de quien estudia.

El texto es siempre el mismo para el mismo error: sin direcciones de memoria, sin rutas de la
máquina y sin el texto inglés de Python, que cambia de una versión a otra.
"""

import ast
import builtins
import difflib
import html
import keyword
import linecache
import opcode
import os
import re
import sys
import unicodedata
import warnings
from itertools import islice

_LIMIT = 2000  # nombres, claves o archivos que se miran como mucho
_WIDTH = 60  # caracteres de código que se citan como mucho
_RAISE = opcode.opmap["RAISE_VARARGS"]

# --------------------------------------------------------------------------------------------
# Encenderlo y apagarlo
# --------------------------------------------------------------------------------------------


def explain_errors(on=True):
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
    shell = _shell()
    if shell is None:
        print("explain_errors() solo funciona dentro de un cuaderno.")
        return
    # Se compara por nombre: si el módulo se recarga, la función de antes es otro objeto.
    for callback in list(shell.events.callbacks["post_run_cell"]):
        if (getattr(callback, "__module__", ""), getattr(callback, "__name__", "")) == (
            __name__,
            _after_cell.__name__,
        ):
            shell.events.unregister("post_run_cell", callback)
    if on:
        shell.events.register("post_run_cell", _after_cell)


def _shell():
    # Si nadie ha importado IPython, no estamos dentro de él; importarlo tardaría.
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _after_cell(result):
    """Lo que IPython llama al terminar cada celda."""
    try:
        before = result.error_before_exec  # de sintaxis; los demás, en error_in_exec
        error = result.error_in_exec if before is None else before
        if error is None:
            return
        explanation = explain(error, _shell().user_global_ns, result.info.raw_cell)
        if explanation is not None:
            from IPython.display import display

            display(explanation)
    except BaseException:
        # El error original ya está en pantalla: si explicarlo falla (un objeto cuyo __repr__
        # lanza cualquier cosa, un Ctrl+C a destiempo), mejor callar que añadir otro error.
        return


# --------------------------------------------------------------------------------------------
# La explicación y el lugar del error
# --------------------------------------------------------------------------------------------


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

    def __init__(self, title, cause, fix):
        self.title = title
        self.cause = cause
        self.fix = fix

    def __repr__(self):
        return f"🔎 {self.title}\n{self.cause}\nQué hacer: {self.fix}"

    def _repr_html_(self):
        def marked(text):
            code = r'<code style="color:#222;background:none">\1</code>'
            return re.sub("`([^`]*)`", code, html.escape(text))

        return (
            '<div lang="es" style="background:#f5f5f5;color:#222;border-left:4px solid #757575;'
            'padding:8px 12px;margin:4px 0">'
            f"<b>🔎 {marked(self.title)}</b><br>{marked(self.cause)}<br>"
            f"<b>Qué hacer:</b> {marked(self.fix)}</div>"
        )


def explain(error, namespace, cell=""):
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
    if isinstance(error, SyntaxError) and "incomplete input" in _message(error):
        error = _parsed_again(error, cell)
    spot = _Spot(error, namespace)
    if (spot.module == __package__ and spot.raised) or isinstance(error, SystemExit):
        return None
    if type(error).__module__.startswith("IPython"):
        return None
    kind = next(kind for kind in type(error).__mro__ if kind in _EXPLAINERS)
    meaning, explainer = _EXPLAINERS[kind]
    if spot.node(ast.Raise):
        cause, fix = _RAISED
    else:
        cause, fix = explainer(error, spot)
    if type(error) is not kind and not isinstance(error, SyntaxError):
        kind, meaning = type(error), _EXPLAINERS[BaseException][0]
    return Explanation(f"{kind.__name__}: {meaning}", cause, fix)


def _parsed_again(error, cell):
    """El error de sintaxis que daría Python sin IPython: dice qué falta, no solo que falta."""
    try:
        _parse(cell)
    except SyntaxError as clearer:
        return clearer
    return error


def _parse(source):
    with warnings.catch_warnings():  # los avisos del código ya los dio al ejecutarse la celda
        warnings.simplefilter("ignore")
        return ast.parse(source)


class _Spot:
    """La instrucción de una celda donde saltó un error, y las variables que se veían allí.

    Attributes
    ----------
    direct : bool
        El error saltó en la propia celda, no dentro de una biblioteca.
    library : str
        La biblioteca a la que llamó la celda, si no es directo.
    module : str
        El paquete donde saltó el error.
    raised : bool
        Saltó en una instrucción ``raise`` (o ``assert``): alguien escribió su mensaje.
    function : str
        La función de una celda donde saltó.
    line : int
    """

    def __init__(self, error, namespace):
        self.direct, self.library, self.module, self.function, self.line = False, "", "", "", 0
        self.raised, self._frame, self._position, self._source = False, None, None, ""
        trace, mine, after = error.__traceback__, None, None
        while trace:
            name = trace.tb_frame.f_globals.get("__name__", "")
            self.module = str(name).partition(".")[0]
            code = trace.tb_frame.f_code.co_code
            self.raised = code[trace.tb_lasti] == _RAISE
            if trace.tb_frame.f_globals is namespace:
                mine, after = trace, trace.tb_next
            trace = trace.tb_next
        if mine is None:
            return
        self._frame, self.line = mine.tb_frame, mine.tb_lineno
        self.direct, self.function = after is None, self._frame.f_code.co_name
        if after:
            name = str(after.tb_frame.f_globals.get("__name__", ""))
            self.library = name.partition(".")[0]
        positions = self._frame.f_code.co_positions()
        self._position = next(islice(positions, mine.tb_lasti // 2, None), None)
        self._source = "".join(linecache.getlines(self._frame.f_code.co_filename))

    def node(self, *kinds):
        """El nodo de esos tipos que estaba ejecutándose, o ``None``."""
        if self._position is None:
            return None
        try:
            tree = _parse(self._source)
        except SyntaxError:
            return None
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                place = (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
                if place == self._position:
                    return node
        return None

    def text(self, node):
        """El código de un nodo, como cita breve entre acentos graves."""
        return _code(ast.get_source_segment(self._source, node) or "")

    def line_text(self):
        lines = self._source.splitlines()
        return _code(lines[self.line - 1].strip()) if 0 < self.line <= len(lines) else ""

    def names(self):
        """Los nombres que se veían allí y que puso quien estudia."""
        if self._frame is None:
            return []
        hidden = {"In", "Out", "get_ipython", "exit", "quit"}
        names = [*self._frame.f_locals, *self._frame.f_globals]
        return [name for name in names if name not in hidden and not str(name).startswith("_")]

    def previous_cells(self):
        """El texto de las últimas celdas ejecutadas, de la más reciente a la más antigua."""
        cells = self._frame.f_globals.get("In")
        return cells[:-51:-1] if isinstance(cells, list) else []

    def value(self, node):
        """El valor de una expresión sencilla, calculado sin ejecutar código ajeno.

        Raises
        ------
        LookupError
            No se puede saber sin ejecutar código.
        """
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            for scope in (self._frame.f_locals, self._frame.f_globals, vars(builtins)):
                if node.id in scope:
                    return scope[node.id]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -_whole(self.value(node.operand))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            left, right = _whole(self.value(node.left)), _whole(self.value(node.right))
            return left + right if isinstance(node.op, ast.Add) else left - right
        if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
            inner = self.value(node.args[0])
            if self.value(node.func) is len and type(inner) in _SIZED:
                return len(inner)
        if isinstance(node, ast.Subscript):
            base, index = self.value(node.value), self.value(node.slice)
            if type(base) in (list, tuple, str, dict) and type(index) in (int, str):
                return base[index]
        raise LookupError

    def known(self, node):
        """``(True, valor)`` si se puede saber cuánto vale; si no, ``(False, None)``."""
        try:
            return True, self.value(node)
        except (LookupError, TypeError, AttributeError):
            return False, None


_SIZED = (list, tuple, str, dict, set)


def _whole(value):
    if type(value) is not int:
        raise LookupError
    return value


def _message(error):
    """El mensaje de Python, o nada si el error no sabe decirlo."""
    try:
        return str(error)[:2000]
    except Exception:
        return ""


# --------------------------------------------------------------------------------------------
# Palabras
# --------------------------------------------------------------------------------------------

_KINDS = {
    "str": "un texto (str)",
    "int": "un número entero (int)",
    "float": "un número decimal (float)",
    "bool": "un valor lógico (bool)",
    "list": "una lista (list)",
    "tuple": "una tupla (tuple)",
    "dict": "un diccionario (dict)",
    "set": "un conjunto (set)",
    "NoneType": "`None` (ningún valor)",
    "function": "una función",
    "builtin_function_or_method": "una función",
    "method": "un método",
    "type": "un tipo",
    "module": "un módulo",
    "ndarray": "un arreglo de NumPy (ndarray)",
    "DataFrame": "una tabla de pandas (DataFrame)",
    "Series": "una columna de pandas (Series)",
}


def _kind(type_name):
    """El nombre en español de un tipo.

    >>> _kind("str"), _kind("Perro")
    ('un texto (str)', 'un objeto de tipo `Perro`')
    """
    name = type_name.rpartition(".")[2]
    return _KINDS.get(name) or f"un objeto de tipo {_code(name)}"


def _code(text):
    """Una cita de código en una línea, corta, entre acentos graves.

    >>> _code("nota + 1")
    '`nota + 1`'
    """
    text = " ".join(str(text).replace("`", "'").split())
    return f"`{text if len(text) <= _WIDTH else text[: _WIDTH - 1] + '…'}`"


def _quoted(value):
    """Un valor, citado si es un número entero, un texto o un valor lógico; si no, nada."""
    return _code(repr(value)) if type(value) in (int, str, bool) else ""


def _listed(words):
    """Une palabras: «a, b y c».

    >>> _listed(["a", "b", "c"])
    'a, b y c'
    """
    return " y ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _folded(name):
    """Un nombre sin acentos, mayúsculas ni guiones bajos: lo que se confunde al escribir."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c) and c != "_")


def similar(name, candidates):
    """El candidato que más se parece a un nombre, o ``None``.

    Parameters
    ----------
    name : str
    candidates : iterable
        Lo que no sea texto se ignora; se miran 2000 como mucho.

    Returns
    -------
    str or None

    Examples
    --------
    >>> similar("precio_totl", ["precio", "precio_total"])
    'precio_total'
    >>> similar("Año", ["ano", "mes"])
    'ano'
    >>> similar("x", ["y", "z"])
    """
    if type(name) is not str or len(name) > _WIDTH:
        return None
    texts = {c for c in islice(candidates, _LIMIT) if type(c) is str and 0 < len(c) <= _WIDTH}
    options = sorted(texts - {name})
    for option in options:
        if _folded(option) == _folded(name):
            return option
    close = difflib.get_close_matches(name, options, n=1, cutoff=0.75)
    return close[0] if close else None


def _table(text):
    """Lee una tabla de mensajes: patrón, causa y, tras la flecha, qué hacer.

    >>> _table('''
    ... unmatched '(.)'
    ...     Sobra este {0}.
    ...     → Bórralo.
    ... ''')
    [("unmatched '(.)'", ('Sobra este {0}.', 'Bórralo.'))]
    """
    rows = []
    for block in text.strip().split("\n\n"):
        pattern, _, answer = block.partition("\n")
        cause, _, fix = (" ".join(answer.split())).partition(" → ")
        rows.append((pattern, (cause, fix)))
    return rows


def _by_message(table, message, spot):
    """Causa y reparación según el mensaje de Python; ``None`` si la tabla no lo conoce.

    Cada fila es ``(patrón, respuesta)``. La respuesta es una función de (mensaje, spot), o dos
    textos donde ``{0}`` es lo que captura el patrón y ``{kind[0]}``, ese tipo en español.
    """
    for pattern, answer in table:
        match = re.search(pattern, message)
        if match and callable(answer):
            return answer(match, spot)
        if match:
            groups = [_code(group or "")[1:-1] for group in match.groups()]
            kinds = [_kind(group) for group in groups]
            return tuple(part.format(*groups, kind=kinds) for part in answer)
    return None


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
_RAISED = (
    "Lo lanzó a propósito una instrucción `raise` del código: su mensaje, arriba, dice por qué.",
    "Lee el mensaje y busca qué dato o qué condición llevó hasta ese `raise`.",
)
_NONE_ORIGIN = (
    "Busca de dónde viene ese `None`: de una función sin `return`, o de guardar lo que devuelve "
    "`print(…)` o un método que cambia la lista en su sitio, como `lista.sort()`."
)

# --------------------------------------------------------------------------------------------
# Nombres
# --------------------------------------------------------------------------------------------

_ALIASES = {
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "tf": "import tensorflow as tf",
    "keras": "import keras",
    "sklearn": "import sklearn",
    "torch": "import torch",
    "math": "import math",
    "random": "import random",
    "os": "import os",
    "time": "import time",
}
_TRANSLATED = {
    "verdadero": "True",
    "falso": "False",
    "nulo": "None",
    "ninguno": "None",
    "null": "None",
    "imprimir": "print",
    "rango": "range",
}


def _name_error(error, spot):
    name = getattr(error, "name", None)
    if not spot.direct or type(name) is not str:
        return _general(error, spot)
    if name in _ALIASES:
        return (
            f"{_code(name)} es el nombre habitual de una biblioteca que aún no has importado "
            "en este cuaderno.",
            f"Ejecuta la celda que la importa o escribe antes {_code(_ALIASES[name])}.",
        )
    builtin = [n for n in dir(builtins) if not n.startswith("_")]
    close = _TRANSLATED.get(_folded(name)) or similar(name, spot.names()) or similar(name, builtin)
    rerun = (
        "Si el nombre está bien escrito, ejecuta primero la celda que lo define: al reiniciar el "
        "núcleo se olvida todo."
    )
    if close:
        return (
            f"No hay nada que se llame {_code(name)}, pero sí {_code(close)}: "
            f"¿quisiste decir {close}?",
            f"Cambia {_code(name)} por {_code(close)}; cuentan las mayúsculas, los acentos y los "
            f"guiones bajos. {rerun}",
        )
    return (
        f"Todavía no hay nada que se llame {_code(name)}.",
        f"{rerun} Y si querías escribir ese texto tal cual, ponlo entre comillas: "
        f"{_code(repr(name))}.",
    )


def _unbound_local(error, spot):
    found = re.search(r"variable '(\w+)'", _message(error))
    name = _code(found[1]) if found else "esa variable"
    return (
        f"Dentro de la función, {name} recibe un valor con `=`, y por eso Python la trata como "
        "variable propia de la función; pero se usa antes de recibirlo.",
        f"Pásala como parámetro, o dale un valor al principio de la función. Si {name} solo se "
        "asigna dentro de un `if` o de un ciclo, dale un valor antes.",
    )


def _attribute_error(error, spot):
    name, message = getattr(error, "name", None), _message(error)
    if "partially initialized module" in message:
        return (
            "Un archivo tuyo se llama igual que la biblioteca que quieres importar, y Python "
            "encontró el tuyo.",
            "Cambia el nombre de tu archivo .py y reinicia el núcleo.",
        )
    thing, node = getattr(error, "obj", None), spot.node(ast.Attribute)
    # pandas y NumPy lanzan este error desde dentro: también es de quien escribió ese punto.
    mine = spot.direct or (node is not None and node.attr == name)
    if not mine or type(name) is not str:
        return _general(error, spot)
    base = spot.text(node.value) if node else "ese objeto"
    if thing is None and "NoneType" in message:
        return f"{base} vale `None`, y `None` no tiene {_code(name)}.", _why_none(node, spot)
    what = f"{base} es {_kind(type(thing).__name__)}"
    close = similar(name, [n for n in _attributes(thing) if not str(n).startswith("_")])
    for asked in (f"{type(thing).__name__}.{name}", name, similar(name, _REPLACEMENTS)):
        if asked in _REPLACEMENTS and not close:
            return f"{what}, y no tiene {_code(name)}.", _REPLACEMENTS[asked]
    if close:
        return (
            f"{what}, y no tiene {_code(name)}, pero sí {_code(close)}: ¿quisiste decir {close}?",
            f"Cambia {_code(name)} por {_code(close)}.",
        )
    return (
        f"{what}, y no tiene {_code(name)}.",
        f"Comprueba que {base} es lo que crees, con `type(…)`; `dir(…)` da la lista de lo que "
        "tiene. Escribe su nombre y un punto y pulsa Tab para verla.",
    )


_REPLACEMENTS = {
    "length": "Para saber cuántos elementos hay, usa la función `len(…)`.",
    "len": "`len` es una función, no un método: escribe `len(…)` con el objeto dentro.",
    "size": "Para saber cuántos elementos hay, usa la función `len(…)`.",
    "dict.append": "A un diccionario se le añade así: `diccionario[clave] = valor`.",
    "tuple.append": "Una tupla no puede crecer: usa una lista (`list(tupla)`).",
    "str.append": "Un texto no puede crecer: crea otro nuevo, `texto + 'más'`.",
    "ndarray.append": "Crea otro arreglo: `np.append(arreglo, valor)`.",
    "DataFrame.append": "Para unir tablas, usa `pd.concat([tabla, otra])`.",
    "push": "Para añadir un elemento al final de una lista, usa `.append(…)`.",
    "has_key": "Para saber si una clave está, escribe `clave in diccionario`.",
    "contains": "Para saber si algo está dentro, escribe `algo in coleccion`.",
    "print": "`print` es una función, no un método: escribe `print(…)`.",
}


def _attributes(thing):
    if isinstance(thing, type(sys)):
        return list(vars(thing))
    try:
        own = object.__getattribute__(thing, "__dict__")
    except AttributeError:
        own = {}
    return [*dir(type(thing)), *own, *(_keys(thing)[0] or [])]


def _why_none(node, spot):
    """De dónde salió un None: se busca en las celdas ejecutadas ``x = y.sort()`` y parecidos."""
    if node and isinstance(node.value, ast.Name):
        methods = "sort|reverse|append|extend|insert|remove|clear|update|add|shuffle|print"
        pattern = rf"^\s*{node.value.id}\s*=[^=\n]*?\b({methods})\("
        for cell in spot.previous_cells():
            found = re.findall(pattern, cell, re.MULTILINE)
            if found:
                name, method = node.value.id, found[-1]
                instead = " Si quieres una lista nueva y ordenada, usa `sorted(…)`."
                return (
                    f"En {_code(f'{name} = … {method}(…)')} guardaste lo que devuelve {method}, "
                    f"que es `None`: cambia las cosas en su sitio. Quita {_code(name + ' =')} de "
                    f"esa línea.{instead if method == 'sort' else ''}"
                )
    return _NONE_ORIGIN


# --------------------------------------------------------------------------------------------
# Tipos
# --------------------------------------------------------------------------------------------


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

# --------------------------------------------------------------------------------------------
# Valores
# --------------------------------------------------------------------------------------------


def _value_error(error, spot):
    if not spot.direct:
        return _from_library(error, spot)
    return _by_message((*_DATA_MESSAGES, *_VALUE_MESSAGES), _message(error), spot) or (
        "El tipo es el que hace falta, pero ese valor concreto no sirve para esta operación.",
        "Muestra con `print(…)` el valor que usas en esa línea y compáralo con lo que pide.",
    )


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


def _unpacking(match, spot):
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


_VALUE_MESSAGES = (
    (r"(too many|not enough) values to unpack \(expected (?:at least )?(\d+)", _unpacking),
    *_table(r"""
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


# --------------------------------------------------------------------------------------------
# Posiciones, claves, divisiones
# --------------------------------------------------------------------------------------------


def _index_error(error, spot):
    message, node = _message(error), spot.node(ast.Subscript)
    bounds = re.search(r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)", message)
    if bounds:
        return (
            f"Pediste la posición {bounds[1]} en el eje {bounds[2]}, que tiene {bounds[3]} "
            "elementos.",
            _last_position(int(bounds[3])),
        )
    if "too many indices" in message:
        return (
            "Pusiste entre los corchetes más índices que dimensiones tiene el arreglo.",
            "Mira su `.shape`: hace falta, como mucho, un índice por dimensión.",
        )
    if not spot.direct:
        return _from_library(error, spot)
    if re.search(r"pop from (?:an )?empty", message):
        return "No se puede sacar nada: está vacía.", "Comprueba antes que hay algo: `if lista:`."
    known, base = spot.known(node.value) if node else (False, None)
    if not known or type(base) not in (list, tuple, str):
        return (
            "Pediste una posición que está más allá del final (o antes del principio).",
            "Mira cuántos elementos hay, con `len(…)`: las posiciones van de 0 a `len(…) - 1`.",
        )
    what, size = spot.text(node.value), len(base)
    index = spot.known(node.slice)[1]
    asked = f", y pediste la {index}" if type(index) is int else ""
    units = "caracteres" if type(base) is str else "elementos"
    if size == 0:
        return f"{what} no tiene ningún elemento{asked}.", "Comprueba por qué está vacío."
    where = f"las posiciones 0 a {size - 1}" if size > 1 else "la posición 0"
    count = f"{size} {units}" if size > 1 else "un solo elemento"
    fix = _last_position(size, what[1:-1])
    if any(isinstance(part, ast.Name) for part in ast.walk(node.slice)):
        top = _code(f"len({what[1:-1]}) - 1")
        fix += f" Si esto ocurre en un ciclo, el índice no debe pasar de {top}."
    return f"{what} tiene {count}, en {where}{asked}.", fix


def _last_position(size, name="datos"):
    if size == 0:
        return "Está vacío: comprueba por qué."
    return (
        f"Se cuenta desde 0: la última posición es {_code(f'{name}[{size - 1}]')}, que también "
        f"es {_code(f'{name}[-1]')}."
    )


def _key_error(error, spot):
    key = error.args[0] if error.args else None
    node = spot.node(ast.Subscript)
    known, base = spot.known(node.value) if node else (False, None)
    keys, noun = _keys(base) if known else (None, "")
    if keys is None:
        return (
            f"La clave {_quoted(key)} no está." if _quoted(key) else "Esa clave no está.",
            "Mira cuáles hay, con `list(diccionario)`. Si puede faltar, pregunta antes con `in` o "
            "usa `diccionario.get(clave)`, que da `None` si no está.",
        )
    if isinstance(node.slice, ast.List):  # tabla[["a", "b"]]: la primera que no está
        listed = [part.value for part in node.slice.elts if isinstance(part, ast.Constant)]
        key = next((name for name in listed if name not in keys), key)
    what = spot.text(node.value)
    asked = f"La {noun} {_quoted(key)}" if _quoted(key) else f"Esa {noun}"
    close = similar(key, keys)
    if close:
        return (
            f"{asked} no está en {what}, pero sí {_quoted(close)}: ¿quisiste decir {close}?",
            f"Escribe {_code(f'{what[1:-1]}[{close!r}]')}; cuentan las mayúsculas, los acentos y "
            "los espacios.",
        )
    twin = _other_type(key, keys)
    if twin is not None:
        return (
            f"{asked} no está en {what}, pero sí {_quoted(twin)}: el número y el texto son claves "
            "distintas.",
            f"Escribe {_code(f'{what[1:-1]}[{twin!r}]')}.",
        )
    shown = [_quoted(k) for k in keys[:8] if _quoted(k)]
    more = " (y más)" if len(keys) > 8 else ""
    there = f"Las que hay: {', '.join(shown)}{more}." if shown else ""
    if not keys:
        there = "Está vacío."
    return (
        " ".join(filter(None, [f"{asked} no está en {what}.", there])),
        "Usa una de las que hay. Si puede faltar, pregunta antes con `in`"
        + (", o usa `.get(clave)`, que da `None`." if noun == "clave" else "."),
    )


def _keys(base):
    """Las claves de un diccionario o las columnas de una tabla, y cómo se llaman."""
    if isinstance(base, dict):
        return list(islice(dict.keys(base), _LIMIT)), "clave"
    if type(base).__module__.startswith("pandas") and type(base).__name__ == "DataFrame":
        return list(islice(base.columns, _LIMIT)), "columna"
    return None, ""


def _other_type(key, keys):
    """La clave que se escribe igual pero es de otro tipo: 1 y "1"."""
    if type(key) not in (int, str):
        return None
    return next((k for k in keys if type(k) in (int, str) and str(k) == str(key)), None)


def _zero_division(error, spot):
    if not spot.direct:
        return _from_library(error, spot)
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


# --------------------------------------------------------------------------------------------
# Bibliotecas y archivos
# --------------------------------------------------------------------------------------------

# Nombre con que se importa -> nombre con que se instala.
_PACKAGES = {
    "numpy": "numpy",
    "pandas": "pandas",
    "matplotlib": "matplotlib",
    "sklearn": "scikit-learn",
    "tensorflow": "tensorflow",
    "keras": "keras",
    "torch": "torch",
    "scipy": "scipy",
    "seaborn": "seaborn",
    "ipywidgets": "ipywidgets",
    "PIL": "pillow",
    "cv2": "opencv-python",
    "course_utils": "",
}


def _module_not_found(error, spot):
    name = error.name if type(error.name) is str else ""
    package, _, inner = name.partition(".")
    if package == "course_utils":
        return (
            "El cuaderno no encuentra el paquete del curso.",
            "Ejecuta la celda de preparación, la primera del cuaderno.",
        )
    if package in ("scikit", "scikit_learn"):
        return "La biblioteca scikit-learn se importa como `sklearn`.", "Escribe `import sklearn`."
    if inner and package in sys.modules:
        return (
            f"La biblioteca {_code(package)} está, pero no tiene dentro {_code(inner)}.",
            "Revisa cómo se escribe lo que va tras el punto.",
        )
    if package in _PACKAGES:
        return (
            f"{_code(package)} no está instalada en el Python con el que corre este cuaderno.",
            f"Instálala en ese mismo entorno ({_code(f'pip install {_PACKAGES[package]}')}) y "
            "reinicia el núcleo; o abre el cuaderno con el entorno del curso.",
        )
    close = similar(package, [*_PACKAGES, *sys.stdlib_module_names])
    if close:
        return (
            f"No hay ninguna biblioteca {_code(package)}, pero sí {_code(close)}: "
            f"¿quisiste decir {close}?",
            f"Escribe {_code(f'import {close}')}.",
        )
    what = _code(package) if package else "la biblioteca"
    return (
        f"Python no encuentra {what}: o el nombre está mal escrito o no está instalada.",
        "Revisa cómo se escribe. Si es un archivo tuyo, debe estar en la carpeta del cuaderno.",
    )


def _import_error(error, spot):
    found = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", _message(error))
    if not found:
        return _from_library(error, spot)
    name, module = found.groups()
    close = similar(name, list(vars(sys.modules[module])) if module in sys.modules else [])
    hint = f", pero sí {_code(close)}: ¿quisiste decir {close}?" if close else "."
    return (
        f"{_code(module)} no tiene {_code(name)}{hint}",
        "Revisa el nombre. Si lo copiaste de un ejemplo, quizá es de otra versión de la "
        "biblioteca.",
    )


def _file_not_found(error, spot):
    path = error.filename
    if not isinstance(path, str) or not path:
        return "El archivo o la carpeta no existe.", "Revisa el nombre y la carpeta."
    folder, name = os.path.split(path)
    close = similar(name, _files(folder or "."))
    where = (
        "Un nombre sin carpeta se busca donde está el cuaderno: `import os; os.listdir()` muestra "
        "lo que hay."
    )
    if close:
        return (
            f"No existe {_code(name)}, pero en esa carpeta sí hay {_code(close)}: ¿quisiste decir "
            f"{close}?",
            f"Cambia {_code(name)} por {_code(close)}.",
        )
    return (
        f"No existe {_code(name)} en la carpeta donde se buscó.",
        f"Revisa el nombre, la extensión (.csv, .txt…) y la carpeta. {where}",
    )


def _files(folder):
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, _LIMIT))
    except OSError:
        return []


# --------------------------------------------------------------------------------------------
# Los que no dependen de la línea
# --------------------------------------------------------------------------------------------


def _recursion(error, spot):
    who = _code(f"{spot.function}(…)") if spot.function.isidentifier() else "Una función"
    return (
        f"{who} se llama a sí misma una y otra vez, y nunca llega a un caso en que pare.",
        "Pon al principio de la función el caso más sencillo, con un `return` que no la vuelva a "
        "llamar, y comprueba que cada llamada se acerca a él.",
    )


def _interrupted(error, spot):
    return (
        "La celda se detuvo a medias. No es un fallo: lo que se ejecutó antes sigue en memoria.",
        "Si la paraste porque no acababa, busca un `while` cuya condición nunca se vuelve falsa, "
        "o prueba con menos datos. Después puedes ejecutarla otra vez.",
    )


def _assertion(error, spot):
    if not spot.direct:
        return _from_library(error, spot)
    node = spot.node(ast.Assert)  # hasta 3.12 Python señala la instrucción; después, la condición
    condition = node.test if node else spot.node(ast.expr)
    test = f" ({spot.text(condition)})" if condition else ""
    return (
        f"La condición que exige `assert`{test} no se cumple.",
        "Muestra con `print(…)` los valores que compara y busca por qué no son los esperados.",
    )


def _memory(error, spot):
    return (
        "Lo que pides no cabe en la memoria.",
        "Reinicia el núcleo y usa menos datos a la vez (menos filas, o un lote más pequeño).",
    )


def _general(error, spot):
    if not spot.direct:
        return _from_library(error, spot)
    line = f" Tu línea es la {spot.line}: {spot.line_text()}." if spot.line_text() else ""
    return _GENERAL[0] + line, _GENERAL[1]


# --------------------------------------------------------------------------------------------
# Sintaxis
# --------------------------------------------------------------------------------------------


def _syntax_error(error, spot):
    line = error.text.strip() if isinstance(error.text, str) else ""
    message = error.msg if isinstance(error.msg, str) else ""
    answer = None
    if re.search(r"invalid syntax|expected ':'|cannot assign to expression", message):
        bare = re.sub(r"\"[^\"]*\"|'[^']*'", '""', line).partition("#")[0].rstrip()
        answer = _by_message(_SYNTAX_LINES, bare, spot)
    answer = answer or _by_message(_SYNTAX_MESSAGES, message, spot)
    cause, fix = answer or _SYNTAX_UNKNOWN
    if not line or not isinstance(error.lineno, int):
        return cause, fix
    return f"Línea {error.lineno}: {_code(line)}. {cause}", fix


_RESERVED = "|".join(keyword.kwlist)

# Lo que delata la propia línea, sin textos ni comentarios.
_SYNTAX_LINES = (
    (
        rf"^\s*({_RESERVED})\s*=(?!=)",
        (
            "`{0}` es una palabra reservada de Python y no puede ser el nombre de una variable.",
            "Elige otro nombre, por ejemplo `{0}_`.",
        ),
    ),
    *_table(r"""
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
_SYNTAX_MESSAGES = _table(r"""
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


def _indentation_error(error, spot):
    line = error.text.strip() if isinstance(error.text, str) else ""
    where = f"Línea {error.lineno}: {_code(line)}. " if line else ""
    cause, fix = _by_message(_INDENTATION, str(error.msg), spot) or (
        "Los espacios al principio de la línea no cuadran con los de las líneas de alrededor.",
        "Alinéala con las de su bloque.",
    )
    return where + cause, fix


_INDENTATION = _table(r"""
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

# Clase de error -> qué significa y quién lo explica. Se busca la clase más cercana.
_EXPLAINERS = {
    NameError: ("Python no conoce ese nombre", _name_error),
    UnboundLocalError: ("la variable se usa antes de tener un valor", _unbound_local),
    TypeError: ("un dato no es del tipo que hace falta", _type_error),
    ValueError: ("el valor no sirve para esta operación", _value_error),
    IndexError: ("esa posición no existe", _index_error),
    KeyError: ("esa clave no está", _key_error),
    AttributeError: ("el objeto no tiene lo que le pides", _attribute_error),
    ZeroDivisionError: ("división entre cero", _zero_division),
    ModuleNotFoundError: ("Python no encuentra esa biblioteca", _module_not_found),
    ImportError: ("no se pudo importar", _import_error),
    FileNotFoundError: ("no existe ese archivo", _file_not_found),
    SyntaxError: ("Python no puede leer el código", _syntax_error),
    IndentationError: ("la sangría no cuadra", _indentation_error),
    TabError: ("mezclaste tabuladores y espacios", _indentation_error),
    RecursionError: ("una función se llama a sí misma sin parar", _recursion),
    KeyboardInterrupt: ("la celda se detuvo", _interrupted),
    AssertionError: ("una comprobación no se cumple", _assertion),
    MemoryError: ("no queda memoria", _memory),
    BaseException: ("el programa se detuvo", _general),
}
