"""El español del módulo 10: refranes, los versículos de la Biblia y los verbos conjugados."""

from __future__ import annotations

import csv
import io
import zlib
from typing import TYPE_CHECKING

from .files import read_verified

if TYPE_CHECKING:
    import pandas as pd


def load_proverbs() -> list[str]:
    """Carga 3665 refranes en español.

    Returns
    -------
    list[str]
        Por orden alfabético, o casi. Cada uno empieza por mayúscula y acaba en punto o en signo.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    De la colección del paquete de Debian ``fortunes-es``; se suponen de dominio público. Quitamos
    los que ofenden a alguien, los soeces y los que tenían erratas: ``data/README.md`` dice cuántos.

    Examples
    --------
    >>> proverbs = load_proverbs()
    >>> len(proverbs)
    3665
    >>> proverbs[0]
    'A año tuerto, el huerto.'
    """
    return read_verified("proverbs").decode("utf-8").splitlines()


def load_bible() -> pd.DataFrame:
    """Carga la Biblia Reina-Valera de 1909: 31 084 versículos de 66 libros.

    ``describe_columns("bible")`` dice qué es cada columna. Sirve para clasificar textos: seis
    géneros, todos con el vocabulario de una misma época.

    Returns
    -------
    pandas.DataFrame
        Una fila por versículo, en orden, y 5 columnas: ``libro`` (66), ``genero`` (``"ley"``,
        ``"historia"``, ``"poesía"``, ``"profetas"``, ``"evangelios"`` o ``"cartas"``),
        ``capitulo``, ``versiculo`` y ``texto``.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    Dominio público. Con la ortografía de su época («fué», «á»), y con mayúsculas en la primera
    palabra de cada capítulo. Los números son los de la Biblia inglesa de 1611: donde la
    Reina-Valera cuenta de otra manera, un versículo puede ir unido al anterior.

    Examples
    --------
    >>> bible = load_bible()
    >>> bible.shape
    (31084, 5)
    >>> bible.loc[0, "texto"]
    'EN el principio crió Dios los cielos y la tierra.'
    """
    import pandas as pd

    return pd.read_csv(io.BytesIO(read_verified("bible")), compression="gzip", encoding="utf-8")


_PERSONS = ("yo", "tú", "él", "nosotros", "vosotros", "ellos")

# Lo que se pone detrás de la raíz («habl») o, en el futuro y el condicional, del infinitivo.
_ER_IR = {
    "imperfecto": "ía ías ía íamos íais ían",
    "pretérito": "í iste ió imos isteis ieron",
    "subjuntivo presente": "a as a amos áis an",
    "subjuntivo imperfecto": "iera ieras iera iéramos ierais ieran",
}
_RULE = {
    "a": {
        "presente": "o as a amos áis an",
        "imperfecto": "aba abas aba ábamos abais aban",
        "pretérito": "é aste ó amos asteis aron",
        "subjuntivo presente": "e es e emos éis en",
        "subjuntivo imperfecto": "ara aras ara áramos arais aran",
    },
    "e": {"presente": "o es e emos éis en", **_ER_IR},
    "i": {"presente": "o es e imos ís en", **_ER_IR},
}
_AFTER_THE_INFINITIVE = {
    "futuro": "é ás á emos éis án",
    "condicional": "ía ías ía íamos íais ían",
}


def load_verbs() -> pd.DataFrame:
    """Carga 8387 verbos conjugados: siete tiempos y seis personas de cada uno.

    ``describe_columns("verbs")`` dice qué es cada columna.

    Returns
    -------
    pandas.DataFrame
        Una fila por forma y 5 columnas: ``infinitivo``; ``tiempo`` (``"presente"``,
        ``"imperfecto"``, ``"pretérito"``, ``"futuro"``, ``"condicional"``,
        ``"subjuntivo presente"`` o ``"subjuntivo imperfecto"``, este acabado en -ra); ``persona``
        (``"yo"``, ``"tú"``, ``"él"``, ``"nosotros"``, ``"vosotros"`` o ``"ellos"``); ``forma``, el
        verbo conjugado; e ``irregular``, bool: si esa forma no sale de la regla de su terminación
        (-ar, -er o -ir) y hay que saberla.

    Raises
    ------
    FileNotFoundError, ValueError
        Falta el archivo, o está truncado o alterado.

    Notes
    -----
    De mlconjug3; licencia GPL 2 o posterior. También es ``irregular`` lo que solo cambia de letras
    para sonar igual («busqué», «cojo»). Faltan el imperativo y «vos».

    Examples
    --------
    >>> verbs = load_verbs()
    >>> verbs.shape
    (352254, 5)
    >>> verbs[(verbs["infinitivo"] == "contar") & (verbs["tiempo"] == "presente")]["forma"].tolist()
    ['cuento', 'cuentas', 'cuenta', 'contamos', 'contáis', 'cuentan']
    """
    import numpy as np
    import pandas as pd

    text = zlib.decompress(read_verified("verbs"), wbits=31).decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text))
    tenses = header[2:]
    infinitives, forms, irregular = [], [], []
    for stem, ending, *conjugated in rows:
        infinitives.append(stem + ending)
        found = [stem + end for tense in conjugated for end in tense.split(" ")]
        forms += found
        irregular += [
            a != b for a, b in zip(found, _by_the_rule(stem + ending, tenses), strict=True)
        ]
    each = len(tenses) * len(_PERSONS)
    return pd.DataFrame(
        {
            "infinitivo": np.repeat(infinitives, each),
            "tiempo": np.tile(np.repeat(tenses, len(_PERSONS)), len(rows)),
            "persona": np.tile(_PERSONS, len(rows) * len(tenses)),
            "forma": forms,
            "irregular": irregular,
        }
    )


def _by_the_rule(infinitive, tenses):
    """Las formas que tendría ese verbo si fuera regular."""
    vowel = infinitive[-2].replace("í", "i")
    for tense in tenses:
        stem = infinitive[:-2]
        endings = _RULE[vowel].get(tense)
        if endings is None:
            stem, endings = f"{stem}{vowel}r", _AFTER_THE_INFINITIVE[tense]
        for ending in endings.split(" "):
            yield stem + ending
