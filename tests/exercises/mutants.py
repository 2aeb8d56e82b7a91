"""Mutantes: la solución de un ejercicio con un solo cambio, que casi siempre la estropea.

Un mutante al que su comprobación da ✅ sobrevive: o da lo mismo que la solución con cualquier
entrada, o la comprobación no distingue una respuesta equivocada. Salen de dos sitios:

- del **código**: el árbol de sintaxis de lo que escribe quien estudia, con un operador, una
  constante, un argumento, una capa… cambiados. «`<` por `<=` (línea 3)».
- de lo **entregado**: la función responde siempre lo de la primera llamada, olvida un argumento,
  redondea, ordena, pierde el último, estropea lo que recibe…

Desde la raíz, ``python tests/exercises/mutants.py 1.1`` dice cuántos tiene cada ejercicio de una
lección y cuáles sobreviven.
"""

import ast
import contextlib
import copy
import functools
import io
import os
import re
import sys
import tempfile
import types
import warnings

import numpy as np
import pandas as pd

from authoring.syntax import OPERATORS
from course_utils.exercises.core import Status, evaluate
from course_utils.exercises.expect import same

EXACT = 1e-9  # por debajo, dos números se entregan iguales
LARGEST_LOOP = 20_000  # vueltas: un mutante que no termina es un mutante muerto

# Lo que no es la respuesta: cómo se ve una figura, qué se enseña, cuánto se cuenta.
FREE = {"title", "xlabel", "ylabel", "label", "color", "figsize", "linestyle", "verbose"}
SHOWN = {"print", "tight_layout"}
COMMUTATIVE = {"maximum", "minimum", "max", "min"}
# Lo que hecho dos veces no es lo mismo que hecho una.
REPEATABLE = {"append", "add", "pop", "remove", "insert", "assign_sub", "step", "backward"}

ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
COMPARISONS = {
    ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE, ast.Eq),
    ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE, ast.Eq),
    ast.Eq: (ast.NotEq, ast.GtE, ast.LtE), ast.NotEq: (ast.Eq, ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
# Funciones y métodos que alguien puede confundir.
NAMES = {
    "mean": ("sum", "max", "median"), "sum": ("mean", "max"), "median": ("mean", "max"),
    "max": ("min", "mean"), "min": ("max", "mean"), "argmax": ("argmin",), "argmin": ("argmax",),
    "idxmax": ("idxmin",), "std": ("var",), "var": ("std",), "any": ("all",), "all": ("any",),
    "nanmedian": ("nanmean",), "ceil": ("floor", "round"), "sqrt": ("abs",), "abs": ("real",),
    "log": ("log10", "log1p"), "exp": ("expm1", "exp2"), "maximum": ("minimum",),
    "round": ("floor",), "uniform": ("normal",), "permutation": ("sort",),
    "Adam": ("SGD", "RMSprop"), "SGD": ("Adam",), "ReLU": ("Tanh", "Sigmoid", "LeakyReLU"),
    "MaxPooling2D": ("AveragePooling2D",), "StandardScaler": ("MinMaxScaler",),
    "StratifiedKFold": ("KFold",), "cross_entropy": ("multi_margin_loss",),
    "sorted": ("list",), "upper": ("lower", "title"), "lower": ("upper",),
    "title": ("upper", "capitalize"), "float32": ("float64",), "int64": ("int32",),
}  # fmt: skip
WORDS = {
    "relu": ("tanh", "sigmoid", "linear"), "softmax": ("sigmoid", "linear"),
    "sigmoid": ("softmax", "linear", "tanh"), "same": ("valid",), "valid": ("same",),
    "adam": ("sgd", "rmsprop"), "mse": ("mae",), "binary_crossentropy": ("mse",),
    "sparse_categorical_crossentropy": ("categorical_crossentropy", "mse"),
    "constant": ("reflect", "nearest"),
}  # fmt: skip
# Palabras clave que cambian el sentido sin que se note.
ADDED = {
    "Dense": ("use_bias=False", "activation='tanh'"), "Linear": ("bias=False",),
    "Conv2D": ("use_bias=False", "strides=2", "dilation_rate=2"), "SGD": ("momentum=0.9",),
    "std": ("ddof=1",), "var": ("ddof=1",), "LogisticRegression": ("C=1e-4",),
    "MaxPooling2D": ("strides=1",), "StandardScaler": ("with_mean=False",),
    "choice": ("replace=True",), "SVC": ("C=100",),
}  # fmt: skip


def mutants(cell, names):
    """Los mutantes del código de un ejercicio: pares ``(nombre, programa compilado)``.

    Parameters
    ----------
    cell : cells.Cell
    names : dict
        Los que hay puestos al llegar a su celda.
    """
    tree = ast.parse(cell.code)
    _limit_loops(tree)
    ast.fix_missing_locations(tree)
    seen, used = {ast.unparse(tree)}, {}
    for line, label, restore in _changes(tree, cell.gap, names):
        try:
            text = ast.unparse(tree)
            if text in seen:
                continue
            seen.add(text)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # «1 is 2»: lo avisa el compilador
                code = compile(ast.fix_missing_locations(tree), "<mutante>", "exec")
        except (SyntaxError, ValueError, TypeError):
            continue
        finally:
            restore()
        name = f"{label} (línea {line})"
        used[name] = used.get(name, 0) + 1
        yield (name if used[name] == 1 else f"{name}, {used[name]}.ª vez"), code


def _changes(tree, gap, names):
    """Cambia el árbol en un sitio cada vez; quien lo recibe lo deja como estaba con ``restore``."""
    for parent, field, position, node in list(_sites(tree)):
        line = getattr(node, "lineno", None)
        if line not in gap or _is_tick(node):
            continue
        for label, new in _alternatives(node, names, _scope(tree, node)):
            yield line, label, _put(parent, field, position, new)
        for label, change in _edits(node):
            before = {key: copy.copy(value) for key, value in vars(node).items()}
            change()
            yield line, label, functools.partial(vars(node).update, before)


def _put(parent, field, position, new):
    """Pone un nodo en un sitio del árbol, y devuelve cómo quitarlo."""
    if position is None:
        old = getattr(parent, field)
        setattr(parent, field, new)
        return lambda: setattr(parent, field, old)
    block = getattr(parent, field)
    old, block[position] = block[position], new
    return lambda: block.__setitem__(position, old)


def _sites(node):
    """Los sitios del árbol: (padre, campo, posición en su lista, nodo), sin los textos libres."""
    for field, value in ast.iter_fields(node):
        for position, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or isinstance(child, (ast.Raise, ast.arguments)):
                continue
            if isinstance(child, ast.keyword) and child.arg in FREE:
                continue
            if isinstance(child, ast.Expr) and (
                _called(child.value) in SHOWN or isinstance(child.value, ast.Constant)
            ):
                continue  # lo que se enseña, y el docstring
            yield node, field, position, child
            yield from _sites(child)


def _limit_loops(tree):
    for node in ast.walk(tree):
        if isinstance(node, (ast.For, ast.While)):
            node.body.insert(0, ast.Expr(ast.Call(ast.Name("__tick__", ast.Load()), [], [])))


def _is_tick(node):
    value = getattr(node, "value", node)
    return _called(value) == "__tick__" or getattr(node, "id", None) == "__tick__"


def _called(node):
    if not isinstance(node, ast.Call):
        return None
    return getattr(node.func, "attr", getattr(node.func, "id", None))


def _scope(tree, node):
    """Los parámetros de la función en la que está un nodo."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and any(n is node for n in ast.walk(function)):
            return [argument.arg for argument in function.args.args]
    return []


def _text(node):
    text = " ".join(ast.unparse(node).split())
    return f"`{text if len(text) <= 40 else text[:39] + '…'}`"


def _alternatives(node, names, parameters):
    """Lo que puede ir en el sitio de un nodo: pares ``(cómo se llama, el nodo nuevo)``."""
    if isinstance(node, ast.stmt):
        yield from _statements(node)
    elif isinstance(node, ast.expr) and not isinstance(getattr(node, "ctx", None), ast.Store):
        for kind, alternatives in EXPRESSIONS.items():
            if isinstance(node, kind):
                yield from alternatives(node, names, parameters)


def _statements(node):
    if isinstance(node, (ast.FunctionDef, ast.Import, ast.ImportFrom, ast.Return)):
        return
    yield f"sin {_text(node)}", ast.Pass()
    if isinstance(node, ast.Expr) and _called(node.value) in REPEATABLE:
        yield f"{_text(node)}, dos veces", ast.If(ast.Constant(True), [node, node], [])


def _operations(node, names, parameters):
    symbol = OPERATORS[type(node.op)]
    yield f"sin `{symbol}` {_text(node.right)}", node.left
    yield f"sin {_text(node.left)} `{symbol}`", node.right
    if type(node.op) in ARITHMETIC:
        other = ARITHMETIC[type(node.op)]
        label = f"`{symbol}` por `{OPERATORS[other]}` ante {_text(node.right)}"
        yield label, ast.BinOp(node.left, other(), node.right)
    if isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.FloorDiv, ast.Pow)):
        yield f"{_text(node)}, al revés", ast.BinOp(node.right, node.op, node.left)


def _comparisons(node, names, parameters):
    for i, operator in enumerate(node.ops):
        others = COMPARISONS[type(operator)]
        if isinstance(operator, ast.Eq) and isinstance(node.comparators[i], ast.Constant):
            others = others[:1]  # con % 2 == 0 y con len(…) == 0, lo demás da lo mismo
        for other in others:
            label = f"`{OPERATORS[type(operator)]}` por `{OPERATORS[other]}`"
            ops = [*node.ops[:i], other(), *node.ops[i + 1 :]]
            yield f"{label} en {_text(node)}", ast.Compare(node.left, ops, node.comparators)
    if len(node.ops) > 1:
        first = ast.Compare(node.left, node.ops[:1], node.comparators[:1])
        second = ast.Compare(node.comparators[0], node.ops[1:], node.comparators[1:])
        yield f"solo {_text(first)}", first
        yield f"solo {_text(second)}", second


def _conditions(node, names, parameters):
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield (
        ("`and` por `or`" if isinstance(node.op, ast.And) else "`or` por `and`"),
        ast.BoolOp(other, node.values),
    )
    for value in node.values:
        yield f"solo {_text(value)}", value


def _constants(node, names, parameters):
    value, others = node.value, []
    if isinstance(value, bool):
        others = [not value]
    elif isinstance(value, (int, float)):
        others = [value + 1, value - 1, value * 2, type(value)(0)]
    elif isinstance(value, str) and re.fullmatch(r"[<>^]?\d*(\.\d+f)?", value) and value:
        others = [re.sub(r"\d+", lambda found: str(int(found[0]) + 1), value)]  # 8.2f
    elif isinstance(value, str):
        others = WORDS.get(value, (value + "x", ""))
    for other in dict.fromkeys(others):
        if other != value:
            yield f"{_text(node)} por {_text(ast.Constant(other))}", ast.Constant(other)


def _names(node, names, parameters):
    for other in parameters if node.id in parameters else ():
        if other != node.id:
            yield f"`{node.id}` por `{other}`", ast.Name(other, ast.Load())


def _choices(node, names, parameters):
    yield f"siempre {_text(node.body)}", node.body
    yield f"siempre {_text(node.orelse)}", node.orelse


def _comprehensions(node, names, parameters):
    first, *rest = node.generators
    if first.ifs:
        without = ast.comprehension(first.target, first.iter, [], first.is_async)
        yield f"sin `if` {_text(first.ifs[0])}", type(node)(node.elt, [without, *rest])


def _subscripts(node, names, parameters):
    yield f"{_text(node)} por {_text(node.value)}", node.value
    if isinstance(node.slice, ast.Slice):
        for part in ("lower", "upper", "step"):
            if getattr(node.slice, part) is not None:
                parts = {name: getattr(node.slice, name) for name in ("lower", "upper", "step")}
                sliced = ast.Slice(**(parts | {part: None}))
                new = ast.Subscript(node.value, sliced, node.ctx)
                yield f"{_text(node)} por {_text(new)}", new


def _calls(node, names, parameters):
    called = _called(node)
    is_method = isinstance(node.func, ast.Attribute)
    root = node.func.value if is_method else None
    in_library = isinstance(root, ast.Name) and isinstance(names.get(root.id), types.ModuleType)
    for other in NAMES.get(called, ()):
        label = f"`{called}` por `{other}` en {_text(node)}"
        if not is_method:
            yield label, ast.Call(ast.Name(other, ast.Load()), node.args, node.keywords)
            continue
        yield label, ast.Call(ast.Attribute(root, other, ast.Load()), node.args, node.keywords)
        if other == "median" and not in_library:  # un array no tiene ese método
            median = ast.Attribute(ast.Name("__numpy__", ast.Load()), "median", ast.Load())
            yield label, ast.Call(median, [root, *node.args], node.keywords)
    if called and called[0].islower():  # con mayúscula, una clase: sin ella no hay qué juzgar
        if node.args and (in_library or not is_method):
            yield f"{_text(node)} por {_text(node.args[0])}", node.args[0]
        if is_method and not in_library:
            yield f"{_text(node)} por {_text(root)}", root
    for i, keyword in enumerate(node.keywords):
        if keyword.arg not in FREE:
            rest = node.keywords[:i] + node.keywords[i + 1 :]
            yield f"sin {_text(keyword)}", ast.Call(node.func, node.args, rest)
    for label, arguments in (
        _orders(node.args, called not in COMMUTATIVE) if len(node.args) > 1 else ()
    ):
        yield label, ast.Call(node.func, arguments, node.keywords)
    for text in ADDED.get(called, ()):
        extra = ast.parse(f"f({text})").body[0].value.keywords[0]
        others = [keyword for keyword in node.keywords if keyword.arg != extra.arg]
        if extra.arg == "activation" and len(others) < len(node.keywords):
            continue  # ya se cambia la suya
        new = ast.Call(node.func, node.args, [*others, extra])
        yield f"`{called}` con `{text}`", new
    if called == "Sequential" and node.args and isinstance(node.args[0], ast.List):
        layers = node.args[0].elts
        for i in range(1, len(layers)):
            extra = ast.parse("__dropout__(0.9)").body[0].value
            listed = ast.List([*layers[: i + 1], extra, *layers[i + 1 :]], ast.Load())
            label = f"`Dropout(0.9)` detrás de {_text(layers[i])}"
            yield label, ast.Call(node.func, [listed], node.keywords)


def _lists(node, names, parameters):
    for label, elements in _orders(node.elts) if len(node.elts) > 1 else ():
        yield label, type(node)(elements, node.ctx)


def _orders(elements, ordered=True):
    """Una lista con uno menos, uno dos veces o dos vecinos cambiados."""
    for i, element in enumerate(elements):
        text = _text(element)
        yield f"sin el elemento {text}", elements[:i] + elements[i + 1 :]
        if isinstance(element, ast.Call):
            yield f"el elemento {text}, dos veces", elements[: i + 1] + elements[i:]
        if i and ordered:
            moved = [*elements[: i - 1], element, elements[i - 1], *elements[i + 1 :]]
            yield f"{text} delante de {_text(elements[i - 1])}", moved


EXPRESSIONS = {
    ast.BinOp: _operations,
    ast.Compare: _comparisons,
    ast.BoolOp: _conditions,
    ast.UnaryOp: lambda node, *_: [(f"{_text(node)} por {_text(node.operand)}", node.operand)],
    ast.Constant: _constants,
    ast.Name: _names,
    ast.IfExp: _choices,
    (ast.ListComp, ast.GeneratorExp): _comprehensions,
    ast.Subscript: _subscripts,
    ast.Call: _calls,
    (ast.List, ast.Tuple): _lists,
}


def _edits(node):
    """Cambios dentro de un nodo: pares ``(cómo se llama, función que lo cambia)``."""
    if isinstance(node, ast.AugAssign) and type(node.op) in ARITHMETIC:
        other = ARITHMETIC[type(node.op)]
        label = f"`{OPERATORS[type(node.op)]}=` por `{OPERATORS[other]}=`"
        yield label, lambda: setattr(node, "op", other())
    if isinstance(node, (ast.If, ast.While)):
        for value in (True, False):
            yield (
                f"la condición {_text(node.test)}, siempre {value}",
                lambda value=value: setattr(node, "test", ast.Constant(value)),
            )
    if isinstance(node, ast.Dict):
        for i in range(len(node.keys)):
            yield f"sin la clave {_text(node.keys[i])}", functools.partial(_drop_key, node, i)


def _drop_key(node, i):
    node.keys = node.keys[:i] + node.keys[i + 1 :]
    node.values = node.values[:i] + node.values[i + 1 :]


# --- Lo entregado ---------------------------------------------------------------------------------


class Forgetful:
    """Una función que ha olvidado algo: la estropea, y sabe si llegó a notarse que puede.

    Parameters
    ----------
    function : callable
    spoil : callable
        Recibe la función y sus argumentos, y un diccionario donde recordar; devuelve lo que
        responde, o lanza ``NotApplicable`` si a esa llamada no se le puede hacer.
    """

    def __init__(self, function, spoil):
        self.applied = False
        functools.update_wrapper(self, function)
        self._function, self._spoil, self._memory = function, spoil, {}

    def __call__(self, *args, **kwargs):
        try:
            result = self._spoil(self._function, args, kwargs, self._memory)
        except NotApplicable:
            return self._function(*args, **kwargs)
        self.applied = True
        return result


class NotApplicable(Exception):
    """El cambio no tiene sentido con ese valor."""


def _first_result(function, args, kwargs, memory):
    if "result" not in memory:
        memory["result"] = function(*args, **kwargs)
    return copy.deepcopy(memory["result"])


def _first_argument(name, position):
    def spoil(function, args, kwargs, memory):
        if name in kwargs:
            kwargs = kwargs | {name: memory.setdefault("argument", kwargs[name])}
        elif position < len(args):
            first = memory.setdefault("argument", copy.deepcopy(args[position]))
            args = (*args[:position], copy.deepcopy(first), *args[position + 1 :])
        else:
            raise NotApplicable
        return function(*args, **kwargs)

    return spoil


def _changed_argument(position):
    def spoil(function, args, kwargs, memory):
        result = function(*args, **kwargs)
        value = args[position] if position < len(args) else None
        if isinstance(value, (list, dict, set)) and value:
            result = copy.deepcopy(result)
            value.clear()
        elif isinstance(value, np.ndarray) and value.size and value.dtype.kind in "fiub":
            result = copy.deepcopy(result)
            value[...] = 0
        else:
            raise NotApplicable
        return result

    return spoil


def _changed_result(change):
    return lambda function, args, kwargs, memory: change(function(*args, **kwargs))


def _rounded(digits):
    def change(value):
        if isinstance(value, (tuple, list)) and value:
            parts, some = [], False
            for part in value:
                try:
                    parts.append(change(part))
                    some = True
                except NotApplicable:
                    parts.append(part)
            if not some:
                raise NotApplicable
            return type(value)(parts)
        if isinstance(value, (float, np.floating)):
            return type(value)(round(float(value), digits))
        if isinstance(value, np.ndarray) and value.dtype.kind == "f" and value.size:
            return value.round(digits)
        raise NotApplicable

    return change


def _sequence(change, smallest=2):
    def changed(value):
        if isinstance(value, list) and len(value) >= smallest:
            return list(change(value))
        if isinstance(value, (np.ndarray, pd.Series)) and np.ndim(value) and len(value) >= smallest:
            return change(value)
        raise NotApplicable

    return changed


def _in_order(value):
    try:
        return np.sort(value, axis=0) if isinstance(value, np.ndarray) else sorted(value)
    except (TypeError, ValueError):
        raise NotApplicable from None


def _swapped(value):
    if isinstance(value, tuple) and len(value) == 2:
        return value[::-1]
    raise NotApplicable


def _of_text(change):
    def changed(value):
        if isinstance(value, str) and change(value) != value:
            return change(value)
        raise NotApplicable

    return changed


RESULTS = {
    "redondeado a 2 decimales": _rounded(2),
    "redondeado a 0 decimales": _rounded(0),
    "sin el último": _sequence(lambda value: value[:-1], 1),
    "al revés": _sequence(lambda value: value[::-1]),
    "ordenado": _sequence(_in_order),
    "cambiados de orden los dos": _swapped,
    "con un salto de línea detrás": _of_text(lambda text: text + "\n"),
    "con un espacio delante": _of_text(lambda text: " " + text),
    "en mayúsculas": _of_text(str.upper),
}


def spoiled(answers):
    """Lo entregado, estropeado: ternas ``(nombre, respuestas, ¿se le pudo hacer?)``."""
    for i, answer in enumerate(answers):
        which = f"respuesta {i + 1}: " if len(answers) > 1 else ""
        if isinstance(answer, types.FunctionType):
            for name, spoil in _of_function(answer):
                spy = Forgetful(answer, spoil)
                given = (*answers[:i], spy, *answers[i + 1 :])
                yield which + name, given, lambda spy=spy: spy.applied
            continue
        for name, change in RESULTS.items():
            try:
                other = change(answer)
            except NotApplicable:
                continue
            if not same(other, answer, EXACT):
                yield which + name, (*answers[:i], other, *answers[i + 1 :]), lambda: True


def _of_function(function):
    code = function.__code__
    parameters = code.co_varnames[: code.co_argcount]
    yield "devuelve siempre lo de la primera llamada", _first_result
    for position, name in enumerate(parameters):
        if len(parameters) > 1:
            yield f"`{name}`, siempre el de la primera llamada", _first_argument(name, position)
        yield f"cambia `{name}`", _changed_argument(position)
    for name, change in RESULTS.items():
        yield f"lo que devuelve, {name}", _changed_result(change)


# --- La prueba ------------------------------------------------------------------------------------


@contextlib.contextmanager
def _elsewhere():
    """Una carpeta de paso: un mutante puede escribir donde no debía."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


@_elsewhere()
def survivors(cell, notebook):
    """Los mutantes de un ejercicio a los que su comprobación da ✅, y cuántos se probaron.

    Si se entregan datos y no una función, un mutante que entrega lo mismo que la solución no es
    una respuesta equivocada: no cuenta.

    Returns
    -------
    list of str, int

    Raises
    ------
    AssertionError
        La solución misma no es ✅ en su celda: no hay con qué comparar.
    """
    right = answers_of(cell, notebook, cell.code)
    assert _judge(cell, copy_of(right)), f"la solución de {cell.id} no es ✅"
    alive, tried = [], 0
    for name, code in mutants(cell, notebook.names(cell)):
        try:
            given = answers_of(cell, notebook, code)
        except (Exception, SystemExit):
            tried += 1
            continue
        if same(given, right, EXACT):
            continue
        tried += 1
        if _judge(cell, given):
            alive.append(name)
    for name, given, applied in spoiled(right):
        correct = _judge(cell, given)
        if applied():
            tried += 1
            alive += [name] if correct else []
    return alive, tried


def answers_of(cell, notebook, code):
    """Lo que entrega un código (texto, o ya compilado) puesto en la celda de un ejercicio."""
    names = notebook.names(cell) | {"__numpy__": np, "__tick__": _ticker(), "__dropout__": _dropout}
    with _silence():
        exec(code if not isinstance(code, str) else compile(code, "<solución>", "exec"), names)
        return eval(f"({cell.arguments},)", names)


def copy_of(answers):
    """Copia de los datos que se entregan: una comprobación podría cambiarlos."""
    data = (list, dict, set, np.ndarray, pd.DataFrame, pd.Series)
    return tuple(copy.deepcopy(item) if isinstance(item, data) else item for item in answers)


def _judge(cell, answers):
    with _silence():
        return evaluate(cell.id, *answers).status is Status.CORRECT


def _dropout(rate):
    import keras

    return keras.layers.Dropout(rate)


def _ticker():
    left = LARGEST_LOOP

    def tick():
        nonlocal left
        left -= 1
        if left < 0:
            raise RuntimeError("el mutante no termina")

    return tick


@contextlib.contextmanager
def _silence():
    with (
        contextlib.redirect_stdout(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


def main(lesson):
    """Enseña los mutantes de una lección: cuántos, y cuáles sobreviven."""
    from cells import Notebook, exercise_cells

    module = "lesson_{:02d}_{:02d}".format(*map(int, lesson.split(".")))
    found = exercise_cells(module)
    notebook = Notebook(found.values())
    for cell in found.values():
        alive, tried = survivors(cell, notebook)
        print(f"{cell.id}: {tried} mutantes, {len(alive)} vivos", *alive, sep="\n    ", flush=True)


if __name__ == "__main__":
    for lesson in sys.argv[1:]:
        main(lesson)
