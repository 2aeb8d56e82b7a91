"""Qué parte de course_utils alcanza un cuaderno, definición por definición, y su huella.

nbval no compara figuras: si cambia una función de dibujo, las figuras guardadas se quedan viejas
sin que nada falle. La huella lo dice. Parte de los nombres que las celdas importan y de los
ejercicios que comprueban, y sigue por el árbol de sintaxis lo que cada definición usa. Así,
corregir un docstring no vuelve a ejecutar nada, y tocar ``plot_map``, solo la lección del mapa.

Lo que la huella no ve: bibliotecas de fuera, y nombres que el código busca como texto
(``getattr(modulo, nombre)``). Dos excepciones: el índice ``_PUBLIC`` de un paquete, y las tablas de
``datasets`` (la huella de cada archivo de datos, sus columnas), de las que solo cuenta lo nombrado.
"""

import ast
import functools
import hashlib
import re
import symtable
from dataclasses import dataclass

from .errors import AuthoringError

PACKAGE = "course_utils"
_INDEX = "_PUBLIC"
_DATA = f"{PACKAGE}.datasets"
_ERRORS = f"{PACKAGE}.errors"
_EXERCISE = re.compile(r"\b(?:check|hint|solution)\(\s*[\"'](\d+)\.(\d+)\.")
_DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def digest(cells, package):
    """Huella de todo lo que unas celdas pueden alcanzar dentro del paquete.

    Parameters
    ----------
    cells : sequence of NotebookNode
        Las celdas de código del cuaderno, en todas sus versiones.
    package : Package

    Returns
    -------
    str
        16 cifras hexadecimales. No depende de la versión de Python, ni de en qué archivo está
        cada definición: mover una función no vuelve a ejecutar nada.
    """
    tags = [set(cell.metadata.get("tags", [])) for cell in cells]
    # La celda de preparación está en todos y usa explain_errors(), y los check, explain_call;
    # y errors/ solo habla donde algo falla. Una celda que falla a propósito lo declara, y una
    # respuesta, en los cuadernos construidos, o está en blanco o es la buena.
    fails = any("raises-exception" in own for own in tags)
    reach = _Reach(package, skip="" if fails else _ERRORS)
    sources = {c.source: 0 for c, own in zip(cells, tags, strict=True) if "preparacion" not in own}
    reach.follow_cells("\n\n".join(sources))
    if fails:
        reach.follow(PACKAGE, ("explain_errors",))
    text = "\n".join(sorted(reach.facts()))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Package:
    """El código de ``course_utils`` bajo una carpeta: cada módulo se lee una sola vez."""

    def __init__(self, root):
        self.root = root
        self._modules = {}

    def module(self, name):
        """El módulo de ese nombre («course_utils.metrics»), o None si no hay tal archivo."""
        if name not in self._modules:
            path = self.root.joinpath(*name.split("."))
            files = [path.with_name(f"{path.name}.py"), path / "__init__.py"]
            file = next((file for file in files if file.exists()), None)
            if file:
                parent = name if file.name == "__init__.py" else name.rpartition(".")[0]
                file = _read(name, parent, file.read_text(encoding="utf-8"))
            self._modules[name] = file
        return self._modules[name]


@functools.cache  # el mismo texto da lo mismo en cualquier carpeta
def _read(name, parent, text):
    return _Module(name, parent, ast.parse(text, name))


@dataclass(frozen=True)
class _Import:
    """Lo que hay detrás de un nombre importado: un módulo, o un nombre de un módulo."""

    module: str
    name: str | None = None

    @property
    def ours(self):
        return self.module.split(".")[0] == PACKAGE

    @property
    def path(self):
        return () if self.name is None else (self.name,)


class _Module:
    """Un archivo, por instrucciones: qué nombre define cada una, y cuáles actúan al importarlo."""

    def __init__(self, name, parent, tree):
        self.name = name
        self._parent = parent
        self.bindings, self.imports, self.loads, self.index = {}, {}, set(), {}
        body = [
            statement
            for statement in _without_docstrings(tree).body
            if not _is_text(statement) and not _is_for_types(statement)
        ]
        for statement in body:
            outer = [node for node in _outer(statement) if _is_import(node)]
            for node in outer:
                self.loads |= self.loaded_by(node)
                self.imports |= self.imported_by(node)
            for bound in _bound(statement):
                self.bindings.setdefault(bound, []).append(statement)
                if bound == _INDEX:
                    self.index = ast.literal_eval(statement.value)
        self.effects = [statement for statement in body if self._acts(statement)]

    def imported_by(self, node):
        """``{nombre: _Import}`` de una instrucción import."""
        return _imported(node, self._parent)

    def loaded_by(self, node):
        """Los módulos que una instrucción import ejecuta."""
        if isinstance(node, ast.ImportFrom):
            return {_absolute(node, self._parent)}
        return {alias.name for alias in node.names}

    def _acts(self, statement):
        """Si una instrucción hace algo, además de definir: entonces cuenta para quien importe.

        Un decorador nuestro (``@exercise``) apunta la función en algún sitio; y en
        ``tf = import_tensorflow()`` lo que importa es la llamada.
        """
        if isinstance(statement, _DEFINITION):
            return any(self._calls_ours(decorator) for decorator in statement.decorator_list)
        if isinstance(statement, ast.AnnAssign) or (
            isinstance(statement, ast.Assign)
            and all(isinstance(target, ast.Name | ast.Tuple) for target in statement.targets)
        ):
            return isinstance(statement.value, ast.Call) and self._calls_ours(statement.value)
        return not _is_import(statement)

    def _calls_ours(self, node):
        chain = _chain(node.func if isinstance(node, ast.Call) else node)
        if chain is None or not chain[-1].strip("_")[:1].islower():  # con mayúscula, una clase
            return False
        imported = self.imports.get(chain[0])
        return imported.ours if imported else chain[0] in self.bindings


class _Reach:
    """El recorrido: lo alcanzado hasta ahora y lo que falta por mirar."""

    def __init__(self, package, skip=""):
        self._package = package
        self._skip = skip  # la sala que no cuenta, cuando es otra sala quien la usa
        self._seen = {}  # id de la instrucción -> ella misma
        self._loaded = set()
        self._tables = {}  # id -> (módulo, diccionario) de cada tabla de datos alcanzada
        self._strings = set()
        self._facts = set()

    def facts(self):
        """Cada instrucción alcanzada, en su forma canónica, y cada nombre de fuera."""
        while self._add_data():
            pass
        return self._facts | {_canonical(statement) for statement in self._seen.values()}

    def follow_cells(self, source):
        """Sigue lo que usan unas celdas: sus import y sus check; lo que definen no es nuestro."""
        tree = ast.parse(source)
        strings, imports = _inside(tree)
        self._strings |= strings
        imported = {}
        for node in imports:
            imported |= _imported(node, "")
        for path in _chains(tree):
            if path[0] in imported and imported[path[0]].ours:
                self.follow(imported[path[0]].module, imported[path[0]].path + path[1:])
        for numbers in _EXERCISE.findall(source):
            checks = ".".join([PACKAGE, "exercises", "_".join(["lesson", *map(_two, numbers)])])
            if self._package.module(checks):
                self._all(checks)

    def follow(self, module_name, path):
        """Sigue ``módulo.a.b``: hasta la definición de ``a``, o hasta el módulo entero."""
        module = self._package.module(module_name)
        if module is None:
            raise AuthoringError(f"No existe el módulo {module_name}, y algo lo usa.")
        self._load(module_name)
        if not path:
            self._all(module_name)
        elif path[0] in module.bindings:
            self._use(module, path)
        elif path[0] in module.index:
            self.follow(f"{module_name}.{module.index[path[0]]}", path)
        elif self._package.module(f"{module_name}.{path[0]}"):
            self.follow(f"{module_name}.{path[0]}", path[1:])
        elif not path[0].startswith("__"):
            raise AuthoringError(f"{module_name} no tiene «{path[0]}», y algo lo usa.")

    def _all(self, module_name):
        self._load(module_name)
        module = self._package.module(module_name)
        for name in module.bindings.keys() - module.imports.keys():
            self._use(module, (name,))

    def _use(self, module, path):
        imported = module.imports.get(path[0])
        if imported and imported.ours:
            if imported.module != self._skip:
                self.follow(imported.module, imported.path + tuple(path[1:]))
        elif imported:
            self._facts.add(f"{path[0]}: {imported.module} {imported.name or ''}")
        elif path[0] == _DATA:
            self._tables.add((module.name, path[0]))
        for statement in module.bindings.get(path[0], ()):
            if module.name.startswith(_DATA) and _is_table(statement):
                self._tables[id(statement)] = (module, statement.value)
            elif not _is_import(statement):
                self._reach(module, statement)

    def _load(self, name):
        """Cuenta lo que se ejecuta al importar un módulo: él, sus paquetes y lo que él importa."""
        pieces = name.split(".")
        for end in range(1, len(pieces) + 1):
            module = self._package.module(".".join(pieces[:end]))
            if module and module.name not in self._loaded:
                self._loaded.add(module.name)
                for statement in module.effects:
                    self._reach(module, statement)
                self._load_ours(module.loads)

    def _load_ours(self, names):
        for name in names:
            if name.split(".")[0] == PACKAGE and name != self._skip:
                self._load(name)

    def _reach(self, module, statement):
        if id(statement) not in self._seen:
            self._seen[id(statement)] = statement
            self._follow_statement(module, statement)

    def _follow_statement(self, module, statement):
        """Sigue lo que usa una instrucción del paquete, y los import que lleve dentro."""
        strings, imports = _inside(statement)
        self._strings |= strings
        local = {}
        for node in imports:
            local |= module.imported_by(node)
            self._load_ours(module.loaded_by(node))
        for path in _uses(statement):
            imported = local.get(path[0])
            if imported and imported.ours:
                self.follow(imported.module, imported.path + path[1:])
            elif not imported:
                self._use(module, path)

    def _add_data(self):
        """De las tablas de datos, lo que se nombra: «penguins», o «fashion_mnist/» y lo suyo."""
        before = len(self._seen)
        for module, table in list(self._tables.values()):
            for key, value in zip(table.keys, table.values, strict=True):
                folder = key.value.rpartition("/")[0]
                if key.value in self._strings or (folder and f"{folder}/" in self._strings):
                    self._reach(module, value)
        return len(self._seen) > before


def _two(number):
    return number.zfill(2)


# El árbol de un módulo se recorre para cada cuaderno, y no cambia: lo que sigue se recuerda.


@functools.cache
def _inside(statement):
    """Los textos que una instrucción contiene, y las instrucciones import que lleva dentro."""
    nodes = list(ast.walk(statement))
    return {n.value for n in nodes if _is_string(n)}, [n for n in nodes if _is_import(n)]


@functools.cache
def _uses(statement):
    """Los nombres de fuera que usa una instrucción, cada uno con sus atributos: (expect, close)."""
    tables = [symtable.symtable(ast.unparse(statement), "", "exec")]
    outside = {name for node in _inside(statement)[1] for name in _bound(node)}
    while tables:
        table = tables.pop()
        outside |= {s.get_name() for s in table.get_symbols() if s.is_global()}
        tables += table.get_children()
    return sorted(chain for chain in _chains(statement) if chain[0] in outside)


def _chains(tree):
    """Los nombres que aparecen en un árbol, cada uno con sus atributos."""
    chains, nodes = set(), [tree]
    while nodes:
        node = nodes.pop()
        chain = _chain(node)
        if chain is None:
            nodes += ast.iter_child_nodes(node)
        else:
            chains.add(chain)
    return chains


def _chain(node):
    """``a.b.c`` -> ('a', 'b', 'c'); None si no es un nombre con atributos."""
    attributes = []
    while isinstance(node, ast.Attribute):
        attributes.append(node.attr)
        node = node.value
    return (node.id, *reversed(attributes)) if isinstance(node, ast.Name) else None


def _imported(node, parent):
    """``{nombre: _Import}`` de una instrucción import escrita dentro del paquete ``parent``."""
    if isinstance(node, ast.ImportFrom):
        source = _absolute(node, parent)
        return {a.asname or a.name: _Import(source, a.name) for a in node.names}
    return {
        a.asname or a.name.split(".")[0]: _Import(a.name if a.asname else a.name.split(".")[0])
        for a in node.names
    }


def _absolute(node, parent):
    if not node.level:
        return node.module
    base = parent.split(".")
    base = base[: len(base) - node.level + 1]
    return ".".join([*base, *filter(None, [node.module])])


def _outer(statement):
    """Recorre una instrucción sin entrar en las funciones ni en las clases que define."""
    yield statement
    if not isinstance(statement, _DEFINITION):
        for child in ast.iter_child_nodes(statement):
            yield from _outer(child)


def _bound(statement):
    """Los nombres que una instrucción define en su módulo."""
    names = set()
    for node in _outer(statement):
        if isinstance(node, _DEFINITION):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif _is_import(node):
            names |= {a.asname or a.name.split(".")[0] for a in node.names}
    return names


def _is_import(node):
    return isinstance(node, ast.Import | ast.ImportFrom)


def _is_string(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_text(statement):
    return isinstance(statement, ast.Expr) and _is_string(statement.value)


def _is_table(statement):
    value = getattr(statement, "value", None)
    return isinstance(value, ast.Dict) and all(map(_is_string, value.keys))


def _is_for_types(statement):
    return isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test)


def _without_docstrings(tree):
    for node in ast.walk(tree):
        if isinstance(node, _DEFINITION) and _is_text(node.body[0]):
            node.body = node.body[1:] or [ast.Pass()]
    return tree


@functools.cache
def _canonical(statement):
    return _dump(statement)


def _dump(value):
    """Como ``ast.dump``, pero igual en todas las versiones de Python."""
    if isinstance(value, ast.AST):
        fields = [
            f"{name}={_dump(content)}"
            for name, content in ast.iter_fields(value)
            if content is not None and content != [] and name not in ("ctx", "kind", "type_comment")
        ]
        return f"{type(value).__name__}({', '.join(fields)})"
    if isinstance(value, list):
        return f"[{', '.join(map(_dump, value))}]"
    return repr(value)
