"""Qué nombres existen en cada celda de una lección, y cuáles usa un trozo de código.

Con esto se comprueba lo que va entre acentos graves: en la prosa y en las pistas, un tramo marcado
como código es Python y habla de lo que en esa celda hay.
"""

import ast
import builtins
import keyword
import pkgutil
import re
import symtable
import textwrap
from dataclasses import dataclass

BUILTINS = frozenset(dir(builtins))

# Lo que le falta a un trozo para ser Python, delante y detrás: el cuerpo de una cabecera, el
# principio de una rama, el objeto de un método.
_FRAMES = [
    (before, after)
    for after in ("", " ...", ": ...")
    for before in ("", "try:\n ...\n", "if ...:\n ...\n")
] + [("...", "")]
_ARGUMENTS = re.compile(r"\*|\w+=[^=\s]")
# Signos sueltos, y trozos de un texto: un escape (\n) o un marcador (%d).
_WORDS = re.compile(r"(?:[^\w\s\"']|_)+|\\[ntu\"'\\][0-9a-f]*|%[a-z]")
_MISSING = "_"  # lo que se importa, donde no caben puntos suspensivos
_KINDS = (str, list, dict, set, tuple)
_INNER = (
    ast.FunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)


def parse(text):
    """El árbol de un trozo de código, o None si no es Python.

    Vale una expresión, instrucciones o un fragmento: ``…`` está por lo que falte, y se admite una
    cabecera sin cuerpo (``for i in lista:``), una rama sin su ``if``, un método sin su objeto
    (``.sum()``), unos argumentos sin su función (``axis=1``), una palabra de Python, un signo, y un
    escape o un marcador de un texto.

    Examples
    --------
    >>> print(ast.unparse(parse("if edad > 18: …")))
    if edad > 18:
        ...
    >>> parse("if edad > 18, entonces") is None
    True
    """
    if all(_WORDS.fullmatch(word) or keyword.iskeyword(word) for word in text.split()):
        return ast.Module([], [])
    text = text.replace("import …", f"import {_MISSING}").replace("…", "...")
    frames = [("...(", ")")] if _ARGUMENTS.match(text) else []
    for before, after in frames + _FRAMES:
        try:
            return ast.parse(before + text + after)
        except SyntaxError:
            continue
    return None


def is_fragment(tree):
    """Si a un trozo le falta algo: lleva ``…``, o es menos que una instrucción."""
    return not tree.body or any(
        (isinstance(node, ast.Constant) and node.value is Ellipsis)
        or (isinstance(node, ast.alias) and node.name == _MISSING)
        for node in ast.walk(tree)
    )


def used(tree):
    """Los nombres que un trozo necesita que existan antes.

    Examples
    --------
    >>> sorted(used(parse("total = total + precio")))
    ['precio', 'total']
    >>> sorted(used(parse("total = 0\\ntotal = total + precio")))
    ['precio']
    >>> sorted(used(parse("total += precio")))
    ['precio', 'total']
    """
    needed, own = set(), set()
    for statement in tree.body:
        parts = [statement]
        if isinstance(statement, ast.Assign | ast.AugAssign):
            parts.append(ast.Expr(statement.value))
        if isinstance(statement, ast.AugAssign):  # lo que cambia ya tenía un valor
            parts.append(ast.Expr(statement.target))
        needed |= set().union(*(_globals(ast.Module([part], [])) for part in parts)) - own
        own |= created(ast.Module([statement], []))
    return needed


def created(tree):
    """Los nombres que un trozo crea, sin contar los de dentro de sus funciones y comprensiones."""
    names, nodes = set(), [tree]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, ast.alias):
            names.add(node.asname or node.name.split(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            names.add(node.name)
        if not isinstance(node, _INNER):
            nodes += ast.iter_child_nodes(node)
    return names


def _globals(tree):
    """Los nombres que un trozo busca fuera de él."""
    # Dentro de una función, para que también valga un «return».
    code = textwrap.indent(ast.unparse(tree), " ") or " ..."
    names, tables = set(), [symtable.symtable(f"def _():\n{code}", "", "exec").get_children()[0]]
    while tables:
        table = tables.pop()
        names |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
        tables += table.get_children()
    return names


def every_name(tree):
    """Todos los nombres de un código, estén donde estén: también parámetros y locales."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return names | created(tree)


class Vocabulary:
    """Las palabras que el código de una lección escribe y no son variables.

    Un método (``fit``), un parámetro (``axis``) o una columna existen si el código los escribe; lo
    que se pide a un módulo, si el módulo lo tiene.

    Parameters
    ----------
    cells : sequence of NotebookNode
        En la versión resuelta.
    """

    def __init__(self, cells):
        self.words, self._modules = set(), {}
        for cell in cells:
            if cell.cell_type == "code":
                self._read(ast.parse(cell.source))

    def _read(self, tree):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                self.words.add(node.attr)
            elif isinstance(node, ast.keyword | ast.arg):
                self.words.add(node.arg)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                self.words |= set(re.findall(r"\w+", node.value))
            elif isinstance(node, ast.Import | ast.ImportFrom):
                module = getattr(node, "module", None)
                for each in node.names:
                    self.words |= set(each.name.split("."))
                    path = f"{module}.{each.name}" if module else each.name
                    self._modules[each.asname or path.rsplit(".", 1)[-1]] = path

    def missing(self, text, names):
        """Lo que un tramo marcado como código nombra y no existe.

        Parameters
        ----------
        text : str
        names : set of str
            Las variables que hay en su celda.

        Returns
        -------
        list of str
            Vacía si no falta nada.
        """
        tree = parse(text)
        if tree is None:
            return ["no es Python"]
        lost = used(tree) - names - BUILTINS
        if _head(tree) in self.words:
            lost -= {_head(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and not self._has(node):
                lost.add(f".{node.attr}")
        return sorted(lost)

    def _has(self, attribute):
        path, node = [], attribute
        while isinstance(node, ast.Attribute):
            path.insert(0, node.attr)
            node = node.value
        if isinstance(node, ast.Name) and node.id in self._modules:
            return _reachable(self._modules[node.id], path)
        return attribute.attr in self.words or any(hasattr(kind, attribute.attr) for kind in _KINDS)


def _head(tree):
    """El nombre, si el tramo es una sola palabra o la llamada a ella: ``fit``, ``Dense(1)``."""
    node = tree.body[0].value if tree.body and isinstance(tree.body[0], ast.Expr) else None
    while isinstance(node, ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return getattr(node, "id", None)


def _reachable(module, path):
    """Si ``módulo.a.b`` existe; y si no está instalado el módulo, no se sabe y vale."""
    try:
        value = pkgutil.resolve_name(module)
    except ImportError:
        return True
    for name in path:
        if not hasattr(value, name):
            return False
        value = getattr(value, name)
    return True


@dataclass(frozen=True)
class Place:
    """Una celda de la lección y lo que en ella existe.

    Attributes
    ----------
    cell : NotebookNode
        En la versión del estudiante.
    before : frozenset of str
        Los nombres que han creado las celdas anteriores.
    here : frozenset of str
        Los que usa o crea su grupo: las celdas de código de aquí al siguiente texto, con los
        parámetros y variables de sus funciones.
    """

    cell: object
    before: frozenset
    here: frozenset


def places(cells):
    """Recorre las celdas de una lección diciendo qué hay en cada una.

    Parameters
    ----------
    cells : sequence of NotebookNode

    Returns
    -------
    list of Place
    """
    found, before = [], BUILTINS
    for index, cell in enumerate(cells):
        found.append(Place(cell, before, _ahead(cells[index:])))
        if cell.cell_type == "code":
            before |= created(ast.parse(cell.source))
    return found


def _ahead(cells):
    """Los nombres de las celdas de código que siguen, hasta el siguiente texto."""
    names = set()
    started = False
    for cell in cells:
        if cell.cell_type == "code":
            started = True
            names |= every_name(ast.parse(cell.source))
        elif started:
            break
    return frozenset(names)
