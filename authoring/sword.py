"""Leer una Biblia en el formato ``zText`` de SWORD, y hacer con ella una tabla.

Un testamento son tres archivos. En ``.bzz`` está el texto, comprimido con zlib, un bloque por
libro. ``.bzs`` dice dónde está cada bloque: tres enteros de 4 bytes (dónde empieza, cuánto ocupa,
cuánto ocupa ya descomprimido). ``.bzv`` dice dónde está cada versículo: el bloque, dónde empieza en
él (4 bytes cada uno) y cuánto ocupa (2 bytes). Los números, con el byte de menos peso delante.

Las entradas de ``.bzv`` van en orden: delante de los versículos de un capítulo está la que lo abre,
y delante de los capítulos de un libro, la que abre el libro. Las dos llevan una marca de OSIS.
"""

import html
import re
import struct
import zlib

from .errors import AuthoringError

_BOOK = re.compile(r'<div canonical="true" osisID="(\w+)"[^>]* type="book"/>')
_CHAPTER = re.compile(r'<chapter [^>]*osisID="(\w+)\.(\d+)" sID=')
# Lo que la traducción añade va entre marcas suyas, pegadas a las palabras de al lado.
_ADDED = re.compile(r"</?transChange\b[^>]*>")
_MARKS = re.compile(r"<[^>]*>")
_BEFORE_STOP = re.compile(r"\s+(?=[,.;:!?)])")


def entries(index, verses, texts):
    """Lo que hay en cada entrada de un testamento, en orden.

    Parameters
    ----------
    index, verses, texts : bytes
        Los archivos ``.bzs``, ``.bzv`` y ``.bzz``.

    Yields
    ------
    str
        El texto, con sus marcas; vacío, si de ese versículo no hay nada.

    Raises
    ------
    AuthoringError
        Un bloque no ocupa lo que dice el índice.
    """
    blocks = []
    for start, length, size in struct.iter_unpack("<III", index):
        blocks.append(zlib.decompress(texts[start : start + length]))
        if len(blocks[-1]) != size:
            raise AuthoringError(f"El bloque {len(blocks)} no ocupa {size} bytes.")
    for block, start, size in struct.iter_unpack("<IIH", verses):
        yield blocks[block][start : start + size].decode("utf-8")


def verses(testament):
    """Los versículos de un testamento.

    Parameters
    ----------
    testament : iterable of str
        Lo que da ``entries``.

    Yields
    ------
    tuple[str, int, int, str]
        El libro (su nombre en OSIS: «Gen»), el capítulo, el versículo y el texto, sin marcas.
    """
    place, verse = None, 0
    for entry in testament:
        if _BOOK.search(entry):
            continue
        if opened := _CHAPTER.search(entry):
            place, verse = (opened[1], int(opened[2])), 0
        elif place:
            verse += 1
            plain = _MARKS.sub("", _ADDED.sub(" ", entry))
            text = _BEFORE_STOP.sub("", " ".join(html.unescape(plain).split()))
            # Vacío: lo que en esa edición va con otro número queda unido al versículo anterior.
            if text:
                yield *place, verse, text
