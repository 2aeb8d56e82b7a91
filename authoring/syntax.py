"""Lo que hay que saber para leer un código: sus construcciones, funciones y métodos, por su nombre.

Los nombres son los de las declaraciones ``presenta="…"`` de las lecciones:

- construcciones, como se escriben (``for``, ``+=``) o como las llama el curso («recorte con paso»);
- funciones integradas (``len``) y sus argumentos con nombre (``key=``);
- métodos y atributos, con su punto (``.append``, ``.shape``);
- lo de una biblioteca, entero y sin apodos (``numpy.maximum``, ``keras.layers.Dense``);
- lo que en Keras se elige con un texto (``optimizer=adam``, ``activation=relu``).
"""

import ast
import builtins
import io
import re
import tokenize

_NODES = {
    ast.For: "for",
    ast.While: "while",
    ast.Break: "break",
    ast.Continue: "continue",
    ast.Pass: "pass",
    ast.Lambda: "lambda",
    ast.With: "with",
    ast.Try: "try",
    ast.ExceptHandler: "except",
    ast.Raise: "raise",
    ast.Assert: "assert",
    ast.Delete: "del",
    ast.Global: "global",
    ast.Nonlocal: "nonlocal",
    ast.Yield: "yield",
    ast.Return: "return",
    ast.FunctionDef: "def",
    ast.ClassDef: "class",
    ast.Import: "import",
    ast.ImportFrom: "from … import",
    ast.Assign: "=",
    ast.NamedExpr: ":=",
    ast.IfExp: "condicional en una línea",
    ast.ListComp: "comprensión",
    ast.GeneratorExp: "generador",
    ast.DictComp: "comprensión de diccionario",
    ast.SetComp: "comprensión de conjunto",
    ast.List: "lista",
    ast.Dict: "diccionario",
    ast.Set: "conjunto",
    ast.JoinedStr: "f-string",
    ast.AnnAssign: "anotación de tipo",
    ast.Match: "match",
}
OPERATORS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.UAdd: "+",
    ast.USub: "-",
    ast.Invert: "~",
    ast.And: "and",
    ast.Or: "or",
    ast.Not: "not",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "is",
    ast.IsNot: "is not",
}
# Argumentos de Keras en los que un texto hace de nombre.
_CHOICES = {"activation", "optimizer", "loss", "metrics", "padding", "kernel_initializer"}
_SPEC = re.compile(
    r"(?:.?(?P<align>[<>^=]))?(?P<sign>[+ ])?0?\d*(?P<comma>,)?(?:\.\d+)?(?P<type>.)?"
)
# La coma separa las declaraciones.
_SIGNS = {",": "separador de miles"}
_BUILTINS = set(dir(builtins)) - {"__doc__", "__name__"}
_FENCE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


class Reader:
    """Lee las celdas de un cuaderno, en orden: lo que una importa o define vale en las demás.

    Examples
    --------
    >>> reader = Reader()
    >>> reader.names("import numpy as np")
    ('import … as',)
    >>> reader.names("total += np.maximum(a, 0)")
    ('+=', 'numpy.maximum')
    """

    def __init__(self):
        self._imported = {}  # nombre en el cuaderno -> nombre entero
        self._own = set()  # métodos y atributos de las clases del cuaderno

    def names(self, code):
        """Los nombres de lo que usa un código, una vez cada uno, en el orden en que aparecen."""
        visitor = _Visitor(code, self._imported, self._own)
        visitor.visit(ast.parse(code))
        found = [*visitor.found, *_from_tokens(code)]
        return tuple(dict.fromkeys(name for _, name in sorted(found, key=lambda item: item[0])))

    def read(self, cell):
        """Lo mismo, de una celda: también del código que una de texto enseña aparte."""
        blocks = [cell.source] if cell.cell_type == "code" else _FENCE.findall(cell.source)
        names = []
        for block in blocks:
            try:
                names += self.names(block)
            except SyntaxError:  # roto a propósito, para que alguien lo arregle
                continue
        return tuple(dict.fromkeys(names))


def _from_tokens(code):
    """Lo que no está en el árbol: los comentarios y cómo se escribe un número o un texto."""
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.COMMENT:
            yield token.start, "#"
        elif token.type == tokenize.NUMBER:
            if "_" in token.string:
                yield token.start, "1_000"
            if re.search(r"\de", token.string.lower()):
                yield token.start, "1e-3"
        elif token.type == tokenize.STRING:
            if token.string[0] in "rR":
                yield token.start, "texto con r"
            elif "\\" in token.string:
                yield token.start, "escape"


class _Visitor(ast.NodeVisitor):
    def __init__(self, code, imported, own):
        self.found = []  # ((línea, columna), nombre)
        self._code = code
        self._imported = imported
        self._own = own
        self._local = set()
        self._depth = 0  # cuántas funciones hay alrededor

    def _add(self, node, *names):
        at = (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))
        self.found += [(at, name) for name in names]

    def visit(self, node):
        if type(node) in _NODES:
            self._add(node, _NODES[type(node)])
        super().visit(node)

    def visit_Module(self, node):
        self._local = _bound(node)
        # Un nombre que la celda define deja de ser el que se importó.
        for name in self._local & self._imported.keys():
            del self._imported[name]
        self.generic_visit(node)

    # Nombres

    def visit_Import(self, node):
        for alias in node.names:
            whole = alias.name if alias.asname else alias.name.split(".")[0]
            self._imported[alias.asname or whole] = whole
            if alias.asname:
                self._add(node, "import … as")
        if any(alias.asname for alias in node.names):
            self.found = [item for item in self.found if item[1] != "import"]

    def visit_ImportFrom(self, node):
        for alias in node.names:
            self._imported[alias.asname or alias.name] = f"{node.module}.{alias.name}"

    def visit_Name(self, node):
        if node.id in self._imported:
            whole = self._imported[node.id]
            if "." in whole:  # una biblioteca entera, a secas, no es una función
                self._add(node, whole)
        elif node.id in _BUILTINS and node.id not in self._local:
            self._add(node, node.id)

    def visit_Attribute(self, node):
        path = _path(node)
        if path and path[0] in self._imported and not node.attr.startswith("__"):
            self._add(node, ".".join([self._imported[path[0]], *path[1:]]))
        else:
            if node.attr not in self._own:
                self._add(node, f".{node.attr}")
            self.visit(node.value)

    # Construcciones

    def visit_If(self, node, elif_=False):
        if elif_:
            self._add(node, "elif")
        else:
            self._add(node, "if")
        self.visit(node.test)
        self._visit_all(node.body)
        (first, *others) = node.orelse or [None]
        if isinstance(first, ast.If) and not others and first.col_offset == node.col_offset:
            self.visit_If(first, elif_=True)
        elif first:
            self._add(first, "else")
            self._visit_all(node.orelse)

    def _visit_loop(self, node):
        if node.orelse:
            self._add(node.orelse[0], "ciclo … else")
        self.generic_visit(node)

    visit_For = visit_While = _visit_loop

    def visit_Try(self, node):
        if node.finalbody:
            self._add(node.finalbody[0], "finally")
        if node.orelse:
            self._add(node.orelse[0], "try … else")
        self.generic_visit(node)

    def visit_ExceptHandler(self, node):
        if node.name:
            self._add(node, "except … as")
        if isinstance(node.type, ast.Tuple):
            self._add(node, "except con varios errores")
        self.generic_visit(node)

    def visit_FunctionDef(self, node):
        arguments = node.args
        marks = {
            "función dentro de otra": self._depth,
            "decorador": node.decorator_list,
            "docstring": ast.get_docstring(node) is not None,
            "valor por defecto": arguments.defaults or any(arguments.kw_defaults),
            "*args": arguments.vararg,
            "**kwargs": arguments.kwarg,
            "parámetro solo por nombre": arguments.kwonlyargs,
            "anotación de tipo": node.returns,
        }
        self._add(node, *(name for name, used in marks.items() if used))
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1

    def visit_ClassDef(self, node):
        self._own |= {child.name for child in node.body if isinstance(child, ast.FunctionDef)}
        for child in ast.walk(node):
            if isinstance(child, ast.Attribute) and isinstance(child.ctx, ast.Store):
                self._own.add(child.attr)
        self.generic_visit(node)

    def visit_arg(self, node):
        if node.annotation:
            self._add(node, "anotación de tipo")

    def visit_Return(self, node):
        if isinstance(node.value, ast.Tuple):
            self._add(node, "devolver varios valores")
            self._visit_all(node.value.elts)
        else:
            self.generic_visit(node)

    def visit_Assign(self, node):
        if len(node.targets) > 1:
            self._add(node, "asignación encadenada")
        for target in node.targets:
            self._add_target(target)
        # «a, b = 1, 2» reparte: ahí la de la derecha no se ve como una tupla.
        unpacks = isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple)
        self._visit_all(node.targets)
        self._visit_all(node.value.elts if unpacks else [node.value])

    def _add_target(self, target):
        if isinstance(target, ast.Subscript):
            whole = isinstance(target.slice, ast.Slice | ast.Tuple)
            self._add(target, "asignar a un recorte" if whole else "asignar a un elemento")

    def visit_AugAssign(self, node):
        self._add(node, OPERATORS[type(node.op)] + "=")
        self.visit(node.target)
        self.visit(node.value)

    def visit_Tuple(self, node):
        if isinstance(node.ctx, ast.Store):
            nested = any(isinstance(item, ast.Tuple) for item in node.elts)
            starred = any(isinstance(item, ast.Starred) for item in node.elts)
            self._add(node, "desempaquetar")
            self._add(node, *(["desempaquetar por dentro"] if nested else []))
            self._add(node, *(["desempaquetar con *"] if starred else []))
            self._visit_all(i.value if isinstance(i, ast.Starred) else i for i in node.elts)
        else:
            self._add(node, "tupla")
            self.generic_visit(node)

    def visit_List(self, node):
        if any(isinstance(item, ast.List) for item in node.elts):
            self._add(node, "lista de listas")
        self.generic_visit(node)

    def visit_Dict(self, node):
        if None in node.keys:
            self._add(node, "** al llamar")
        self._visit_all(filter(None, node.keys))
        self._visit_all(node.values)

    def visit_Subscript(self, node):
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if isinstance(node.slice, ast.Tuple):
            self._add(node, "índice con coma")
        for part in parts:
            if isinstance(part, ast.Slice):
                self._add(node, "recorte con paso" if part.step else "recorte")
            elif _is_negative(part):
                self._add(node, "índice negativo")
            else:
                self._add(node, "índice")
        self.visit(node.value)
        self._visit_all(part.operand if _is_negative(part) else part for part in parts)

    def visit_comprehension(self, node):
        self.generic_visit(node)

    def _visit_comprehension(self, node):
        if len(node.generators) > 1:
            self._add(node, "comprensión con dos for")
        self.generic_visit(node)

    visit_ListComp = visit_GeneratorExp = visit_DictComp = visit_SetComp = _visit_comprehension

    def visit_Call(self, node):
        builtin = isinstance(node.func, ast.Name) and node.func.id in _BUILTINS - self._local
        for keyword in node.keywords:
            if keyword.arg is None:
                self._add(keyword.value, "** al llamar")
            elif builtin or keyword.arg == "key":
                self._add(keyword.value, f"{keyword.arg}=")
            else:
                self._add(keyword.value, "argumento con nombre")
            if keyword.arg in _CHOICES:
                chosen = getattr(keyword.value, "elts", [keyword.value])
                texts = [choice.value for choice in chosen if _is_text(choice)]
                self._add(keyword.value, *(f"{keyword.arg}={text}" for text in texts))
        if isinstance(node.func, ast.Call):
            self._add(node, "llamar a lo que se devuelve")
        self.generic_visit(node)

    def visit_Starred(self, node):
        self._add(node, "* al llamar")
        self.generic_visit(node)

    def visit_With(self, node):
        if any(item.optional_vars for item in node.items):
            self._add(node, "with … as")
        self.generic_visit(node)

    # Operadores y textos

    def visit_BinOp(self, node):
        several = isinstance(node.right, ast.Tuple)  # «texto % (a, b)»: ahí no se ve una tupla
        is_format = isinstance(node.op, ast.Mod) and (several or _is_text(node.left))
        self._add(node, "marcadores %" if is_format else OPERATORS[type(node.op)])
        self.visit(node.left)
        self._visit_all(node.right.elts if is_format and several else [node.right])

    def visit_UnaryOp(self, node):
        self._add(node, OPERATORS[type(node.op)])
        self.visit(node.operand)

    def visit_BoolOp(self, node):
        self._add(node, OPERATORS[type(node.op)])
        self._visit_all(node.values)

    def visit_Compare(self, node):
        self._add(node, *(OPERATORS[type(op)] for op in node.ops))
        if len(node.ops) > 1:
            self._add(node, "comparación encadenada")
        self.visit(node.left)
        self._visit_all(node.comparators)

    def visit_Constant(self, node):
        if node.value is None or isinstance(node.value, bool):
            self._add(node, str(node.value))
        elif node.value is Ellipsis:
            self._add(node, "...")

    def visit_FormattedValue(self, node):
        if node.conversion != -1:
            self._add(node, f"!{chr(node.conversion)}")
        self.visit(node.value)
        if node.format_spec is None:
            return
        self._add(node, "formato")
        pieces = node.format_spec.values
        if any(isinstance(piece, ast.FormattedValue) for piece in pieces):
            self._add(node, "formato con llaves dentro")
            self._visit_all(p.value for p in pieces if isinstance(p, ast.FormattedValue))
            return
        spec = _SPEC.fullmatch("".join(piece.value for piece in pieces))
        if spec:
            signs = [spec[part] for part in _SPEC.groupindex if spec[part]]
            self._add(node, *(_SIGNS.get(sign, f":{sign}") for sign in signs))

    def _visit_all(self, nodes):
        for node in nodes:
            self.visit(node)


def _path(node):
    """``a.b.c`` -> ['a', 'b', 'c']; None si no es un nombre con atributos."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        inner = _path(node.value)
        return inner and [*inner, node.attr]
    return None


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_negative(node):
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)


def _bound(tree):
    """Los nombres que un código da a algo suyo, sin contar lo que importa."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
    return names
