"""Los textos del módulo 10, desde sus paquetes: los refranes, la Biblia y los verbos."""

import json
import os
import re

import pandas as pd

from .lessons import ROOT
from .packages import read_from_deb, read_from_npm, read_from_wheel, write_csv_gz
from .proverbs import build_proverbs, removed
from .sword import entries, verses


def build_language(packages, folder):
    """Los tres archivos, en esa carpeta."""
    build_proverbs(packages, folder / "refranes.txt")
    build_bible(packages, folder / "biblia.csv.gz")
    build_verbs(packages, folder / "verbos.csv.gz")


# --- La Biblia ---

_MODULE = "usr/share/sword/modules/texts/ztext/spaRV1909eb"

BOOKS = ROOT / "authoring" / "libros.txt"


def books():
    """Nombre de un libro en OSIS («Gen») -> su nombre en español y su género."""
    lines = BOOKS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {osis: (name, genre) for osis, name, genre in rows}


def build_bible(packages, path):
    """``biblia.csv.gz``: un versículo por fila, del módulo que trae ``sword-text-sparv``."""
    named, rows = books(), []
    for testament in ("ot", "nt"):
        files = [f"{_MODULE}/{testament}.{kind}" for kind in ("bzs", "bzv", "bzz")]
        content = read_from_deb(packages, "sword-text-sparv_*.deb", *files)
        rows += [
            (*named[book], chapter, verse, text)
            for book, chapter, verse, text in verses(entries(*content))
        ]
    columns = ["libro", "genero", "capitulo", "versiculo", "texto"]
    write_csv_gz(pd.DataFrame(rows, columns=columns), path)


# --- Los verbos ---

# Nuestra columna -> cómo llama mlconjug3 a ese tiempo.
TENSES = {
    "presente": "Indicativo presente",
    "imperfecto": "Indicativo pretérito imperfecto",
    "pretérito": "Indicativo pretérito perfecto simple",
    "futuro": "Indicativo futuro",
    "condicional": "Condicional",
    "subjuntivo presente": "Subjuntivo presente",
    "subjuntivo imperfecto": "Subjuntivo pretérito imperfecto (1)",
}
_PLAIN = str.maketrans("áéíóúü", "aeiouu")  # así está escrita la lista de palabras
_LONGEST = 15  # de más letras, apenas tiene
REMOVED_VERBS = ROOT / "authoring" / "verbos_quitados.txt"


def build_verbs(packages, path):
    """``verbos.csv.gz``: un verbo por fila, de ``mlconjug3``, si su conjugación es de fiar."""
    folder = "mlconjug3/data/conjug_manager"
    models, verbs = (
        json.loads(read_from_wheel(packages, "mlconjug3-*.whl", f"{folder}/{name}-es.json"))
        for name in ("conjugation", "verbs")
    )
    listed = read_from_npm(packages, "an-array-of-spanish-words-*.tgz", "index.json")
    write_csv_gz(verb_table(models, verbs, set(json.loads(listed))), path)


def verb_table(models, verbs, words):
    """La tabla de los verbos cuyas formas están todas en una lista de palabras.

    Parameters
    ----------
    models : dict
        Modelo -> modo -> tiempo -> [[persona, terminación], …].
    verbs : dict
        Infinitivo -> ``root`` (lo que va delante de la terminación) y ``template`` (su modelo).
    words : set of str
        Las palabras que existen, sin tildes.

    Returns
    -------
    pandas.DataFrame
        Una fila por verbo: ``raiz``, lo que tienen en común todas sus formas, y, en las demás
        columnas, lo que le sigue: en ``infinitivo`` y, con espacios entre las seis personas, en
        cada tiempo.
    """
    unwanted, rows = removed(REMOVED_VERBS), []
    for verb, how in verbs.items():
        if not re.search("(?:ar|er|[ií]r)$", verb) or verb in unwanted:
            continue
        endings = {
            tense: [ending for _, ending in persons]
            for mood in models[how["template"]].values()
            for tense, persons in mood.items()
        }
        forms = [[how["root"] + end for end in endings.get(name, [])] for name in TENSES.values()]
        if all(len(tense) == 6 for tense in forms) and all(
            # Sin terminación: no tiene esa forma («amanecer»).
            form != how["root"] and (len(form) > _LONGEST or form.translate(_PLAIN) in words)
            for tense in forms
            for form in tense
        ):
            every = [verb, *(form for tense in forms for form in tense)]
            stem = os.path.commonprefix(every)  # noqa: RUF071 (las letras, que no son rutas)
            cells = [" ".join(form[len(stem) :] for form in tense) for tense in forms]
            rows.append((stem, verb[len(stem) :], *cells))
    return pd.DataFrame(rows, columns=["raiz", "infinitivo", *TENSES])
