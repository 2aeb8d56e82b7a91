"""El orden del curso, ``lessons/toc.yml``: leerlo, cambiarlo y volver a escribirlo."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .errors import AuthoringError
from .files import write_whole

TOC = Path("lessons/toc.yml")
_SLUG = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_NUMBER = re.compile(r"(\d+)\.(\d+)")
# Lo que se puede decir de un módulo, o de una lección suya, además de su sitio.
_FACTS = {"ejercicios": int, "preguntas": int, "necesita": list, "extra": str, "informe": bool}
_KINDS = {int: "un número entero", list: "una lista", str: "un texto", bool: "true o false"}


@dataclass
class Entry:
    """Una lección dentro de un módulo, y lo que se dice de ella."""

    slug: str
    facts: dict = field(default_factory=dict)


@dataclass
class Module:
    """Un módulo; con ``lessons=None`` es una lección suelta."""

    slug: str
    title: str
    facts: dict = field(default_factory=dict)
    lessons: list[Entry] | None = None

    @property
    def entries(self):
        """Las lecciones, también cuando el módulo es una sola."""
        return [Entry(self.slug)] if self.lessons is None else self.lessons


@dataclass
class Part:
    """Una parte del curso; puede estar todavía vacía."""

    title: str
    modules: list[Module]


@dataclass
class Toc:
    """El orden entero.

    Attributes
    ----------
    header : str
        El comentario del principio del archivo, que se conserva al reescribirlo.
    parts : list of Part
    """

    header: str
    parts: list[Part]

    @property
    def modules(self):
        """Los módulos de todas las partes; el número de cada uno es su posición."""
        return [module for part in self.parts for module in part.modules]

    @property
    def slugs(self):
        """Los nombres de todas las lecciones, en orden."""
        return [entry.slug for module in self.modules for entry in module.entries]

    def insert(self, number, slug):
        """Pone la lección ``slug`` en el sitio ``number`` («4.3»); las siguientes se corren."""
        _check_slug(slug)
        if slug in self.slugs:
            raise AuthoringError(f"Ya hay una lección «{slug}».")
        self._insert(number, Entry(slug))

    def add_module(self, slug, title):
        """Añade un módulo vacío al final de la última parte."""
        _check_slug(slug)
        if any(slug == module.slug for module in self.modules):
            raise AuthoringError(f"Ya hay un módulo «{slug}».")
        self.parts[-1].modules.append(Module(slug, title, lessons=[]))

    def move(self, old, new):
        """Lleva la lección ``old`` («4.4») al sitio ``new`` («5.1»)."""
        module, position = self._place(old)
        if not 1 <= position <= len(module.lessons):
            raise AuthoringError(f"No hay ninguna lección {old}.")
        if len(module.lessons) == 1:
            raise AuthoringError(
                f"{old} es la única lección de su módulo, que se quedaría vacío: mueve las dos "
                f"cosas a mano en {TOC.as_posix()}."
            )
        entry = module.lessons.pop(position - 1)
        self._insert(new, entry)

    def split(self, number, slug, title):
        """Parte un módulo: desde la lección ``number``, sus lecciones forman uno nuevo."""
        module, position = self._place(number)
        if not 2 <= position <= len(module.lessons):
            raise AuthoringError(
                f"No se puede partir por {number}: el módulo «{module.slug}» tiene "
                f"{len(module.lessons)} lecciones, y la primera se queda donde está."
            )
        self.add_module(slug, title)  # comprueba el nombre
        new = self.parts[-1].modules.pop()
        new.facts = dict(module.facts)
        new.lessons = module.lessons[position - 1 :]
        del module.lessons[position - 1 :]
        part = next(part for part in self.parts if module in part.modules)
        part.modules.insert(part.modules.index(module) + 1, new)

    def _insert(self, number, entry):
        module, position = self._place(number)
        if not 1 <= position <= len(module.lessons) + 1:
            raise AuthoringError(
                f"«{number}»: el módulo «{module.slug}» tiene {len(module.lessons)} lecciones; "
                f"se puede poner de la 1 a la {len(module.lessons) + 1}."
            )
        module.lessons.insert(position - 1, entry)

    def _place(self, number):
        match = _NUMBER.fullmatch(number)
        if not match:
            raise AuthoringError(f"«{number}» no es el número de una lección, como 4.4.")
        index, position = int(match[1]), int(match[2])
        if index >= len(self.modules):
            raise AuthoringError(
                f"«{number}»: no hay módulo {index}; el último es el {len(self.modules) - 1}."
            )
        module = self.modules[index]
        if module.lessons is None:
            raise AuthoringError(f"«{number}»: «{module.slug}» es una lección suelta.")
        return module, position


def load_toc(root):
    """Lee ``lessons/toc.yml``.

    Raises
    ------
    AuthoringError
        Falta, no es YAML, o dice algo que no se entiende.
    """
    path = Path(root) / TOC
    if not path.exists():
        raise AuthoringError(f"Falta {TOC.as_posix()}, que dice el orden de las lecciones.")
    return parse_toc(path.read_text(encoding="utf-8"))


def save_toc(toc, root):
    """Escribe ``lessons/toc.yml``, siempre con la misma forma."""
    write_whole(Path(root) / TOC, dump_toc(toc))


def parse_toc(text):
    """El texto de ``toc.yml``, como ``Toc``."""
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise _wrong(f"no es YAML: {error}") from None
    lines = text.splitlines(keepends=True)
    size = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    data = _mapping(data, "el archivo", {"partes"}, needed={"partes"})
    parts = [_part(part) for part in _list(data["partes"], "«partes»")]
    if not parts:
        raise _wrong("no hay ninguna parte.")
    toc = Toc("".join(lines[:size]), parts)
    _refuse_repeated("módulos", [module.slug for module in toc.modules])
    _refuse_repeated("lecciones", toc.slugs)
    return toc


def dump_toc(toc):
    """El texto de ``toc.yml``: su comentario y el orden, una lección por línea."""
    parts = [
        {"titulo": part.title, "modulos": [_module_data(module) for module in part.modules]}
        for part in toc.parts
    ]
    body = yaml.safe_dump({"partes": parts}, sort_keys=False, allow_unicode=True, width=100)
    return toc.header + body


def _module_data(module):
    data = {"carpeta": module.slug, "titulo": module.title, **module.facts}
    if module.lessons is not None:
        data["lecciones"] = [
            {"nombre": entry.slug, **entry.facts} if entry.facts else entry.slug
            for entry in module.lessons
        ]
    return data


def _part(data):
    data = _mapping(data, "una parte", {"titulo", "modulos"}, needed={"titulo"})
    modules = [_module(module) for module in _list(data.get("modulos") or [], "«modulos»")]
    return Part(_text(data["titulo"], "el título de una parte"), modules)


def _module(data):
    keys = {"carpeta", "titulo", "lecciones", *_FACTS}
    data = _mapping(data, "un módulo", keys, needed={"carpeta", "titulo"})
    slug, title = data.pop("carpeta"), data.pop("titulo")
    _check_slug(slug)
    lessons = None
    if "lecciones" in data:
        lessons = [_entry(e, slug) for e in _list(data.pop("lecciones"), f"«lecciones» de {slug}")]
        if not lessons:
            raise _wrong(f"el módulo «{slug}» no tiene ninguna lección.")
    return Module(slug, _text(title, f"el título de «{slug}»"), _facts(data, slug), lessons)


def _entry(data, module):
    if isinstance(data, str):
        data = {"nombre": data}
    data = _mapping(data, f"una lección de «{module}»", {"nombre", *_FACTS}, needed={"nombre"})
    slug = data.pop("nombre")
    _check_slug(slug)
    return Entry(slug, _facts(data, slug))


def _facts(data, slug):
    for name, value in data.items():
        kind = _FACTS[name]
        if type(value) is not kind or (kind is int and value < 0):
            raise _wrong(f"«{name}» de «{slug}» debe ser {_KINDS[kind]}; dice {value!r}.")
    if ("extra" in data) != ("necesita" in data):
        alone, other = ("extra", "necesita") if "extra" in data else ("necesita", "extra")
        raise _wrong(f"«{slug}» tiene «{alone}» sin «{other}».")
    return data


def _mapping(data, what, keys, needed):
    if not isinstance(data, dict):
        raise _wrong(f"{what} debe tener «clave: valor»; dice {data!r}.")
    for key in data:
        if key not in keys:
            raise _wrong(
                f"no conozco «{key}» en {what}. Se puede decir: {', '.join(sorted(keys))}."
            )
    for key in sorted(needed):
        if key not in data:
            raise _wrong(f"falta «{key}» en {what}: {data!r}.")
    return dict(data)


def _list(data, what):
    if not isinstance(data, list):
        raise _wrong(f"{what} debe ser una lista («- …»); dice {data!r}.")
    return data


def _text(data, what):
    if not isinstance(data, str) or not data.strip():
        raise _wrong(f"{what} debe ser un texto; dice {data!r}.")
    return data


def _check_slug(slug):
    if not isinstance(slug, str) or not _SLUG.fullmatch(slug):
        raise AuthoringError(
            f"«{slug}» no sirve de nombre: minúsculas sin acentos, cifras y «_», y empieza por "
            "una letra, por ejemplo la_neurona. Sin número: el número sale del orden."
        )


def _refuse_repeated(what, slugs):
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise _wrong(f"dos {what} se llaman «{slug}».")


def _wrong(why):
    return AuthoringError(f"{TOC.as_posix()}: {why}")
