"""Los refranes del paquete de Debian ``fortunes-es``, leídos uno a uno y filtrados.

Muchos son antisemitas, racistas, sexistas, crueles o soeces. ``refranes_quitados.txt`` tiene los
que no entran, cada uno con su motivo; aquí se quitan por su texto exacto.
"""

import re
import unicodedata

from .errors import AuthoringError
from .lessons import ROOT
from .packages import read_from_deb

REMOVED = ROOT / "authoring" / "refranes_quitados.txt"
_MEMBER = "usr/share/games/fortunes/es/refranes.fortunes"

# Quien lo mandó, al final de algunos: « (Gracias a …)».
_CREDIT = re.compile(r" (?:\(Gracias a [^)]*\)|Mario sardina)$")


def build_proverbs(packages, path):
    """``refranes.txt``: uno por línea, en el orden del paquete."""
    (content,) = read_from_deb(packages, "fortunes-es_*.deb", _MEMBER)
    path.write_text("".join(f"{line}\n" for line in proverbs(content)), "utf-8", newline="\n")


def removed(path=REMOVED):
    """Cada texto quitado -> su motivo: de los refranes, o de otra lista igual."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return {text: reason for reason, text in pairs}


def proverbs(content):
    """Los refranes de un archivo de ``fortune``, sin los quitados ni los repetidos.

    Parameters
    ----------
    content : bytes
        El archivo: uno detrás de otro, con una línea «%» entre ellos.

    Returns
    -------
    list[str]
        Con la puntuación arreglada y sin dos iguales, aunque cambien las tildes o las comas.
    """
    parts = re.split(r"^%\s*$", content.decode("utf-8"), flags=re.MULTILINE)
    found = [text for part in parts if (text := " ".join(part.split()))]
    unwanted = removed()
    missing = [text for text in unwanted if text not in set(found)]
    if missing:
        raise AuthoringError(
            f"«{missing[0]}» está entre los refranes quitados y no en el paquete. ¿Es otra versión?"
        )
    kept = {}
    for text in found:
        if text not in unwanted:
            text = tidy(text)
            key = _letters(text)
            # De dos iguales, el que tiene más tildes: al otro le faltan.
            if key not in kept or _accents(text) > _accents(kept[key]):
                kept[key] = text
    return list(kept.values())


def tidy(text):
    """Arregla la puntuación de un refrán.

    Examples
    --------
    >>> tidy("A bien obrar bien pagar .")
    'A bien obrar bien pagar.'
    >>> tidy("-Dios consiente ,pero no siempre!. Mario sardina")
    'Dios consiente, pero no siempre!'
    """
    text = _CREDIT.sub("", text).removeprefix("-")
    text = re.sub(r" +(?=[,;:.!?])", "", text)
    text = re.sub(r"(?<=[,;:])(?=\w)", " ", text)
    text = re.sub(r"(?<=[!?])\.|(?<!\.)\.\.$", lambda dots: "." if dots[0] == ".." else "", text)
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _letters(text):
    plain = unicodedata.normalize("NFD", text.casefold())
    return re.sub(r"[^a-z0-9]", "", plain.replace("n\u0303", "ny"))


def _accents(text):
    return sum(letter in "áéíóúü" for letter in text.casefold())
