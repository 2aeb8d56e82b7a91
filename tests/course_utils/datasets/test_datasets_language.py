"""Los refranes, la Biblia y los verbos: enteros, limpios y sin lo que se quitó."""

import re

import pytest

import course_utils
from course_utils.datasets import load_bible, load_proverbs, load_verbs, read_verified


def test_they_are_public():
    for name in ("load_bible", "load_proverbs", "load_verbs"):
        assert getattr(course_utils, name) is getattr(course_utils.datasets, name)


# --- Los refranes ---


@pytest.fixture(scope="module")
def proverbs():
    return load_proverbs()


# Palabras, o cómo empiezan. Faltan las que en un refrán suelen ser otra cosa («cuerno», «palo»).
UNWANTED = re.compile(
    r"""\b(?:
    moros? | morisc\w* | jud[ií]\w* | hebre\w* | gitan\w* | negr[oa]s? | indi[oa]s? | prieto |
    herej\w* | cristian\w* | paganos? | turc[oa]s? | franc[eé]s\w* | ingl[eé]s\w* | portugu\w* |
    galleg[oó]s? | asturian\w* | vizca[ií]n\w* | andalu\w* | aragon[eé]s\w* | español\w* |
    burgal\w* | razas? | mujer\w* | hembra\w* | muchachas? | mozas? | mozuela\w* | doncell\w* |
    viudas? | casadas? | damas? | solteron\w* | suegr\w* | nueras? | madrastr\w* | comadre\w* |
    ramera\w* | put[oa]s? | zorras? | alcahuet\w* | beatas? | marica\w* | afemin\w* | cornud\w* |
    virgo | coñ\w* | tetas? | tetud\w* | pollas? | bragas | culos? | cag[aáoóuú]\w* | mierd\w* |
    mear | meas? | pedos? | pee | cojon\w* | carajo | jod\w* | pendej\w* | cabr[oó]n\w* | hostia\w*
    | orina\w* | azotes? | zurra | bofet\w* | paliza\w* | apale\w* | porrazo\w* | cañazo | estaca |
    ahorc\w* | horca | cieg[oa]s? | cojos? | coje\w* | mancos? | sordo | mudos? | jorob\w* |
    bizc\w* | zurd\w* | enan[oa]s? | tullid\w* | lisiad\w* | idiota\w* | imb[eé]cil\w* | bermej\w*
    | barrig[oó]n\w* | narig\w* | fea
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def test_proverbs(proverbs):
    assert len(proverbs) == 3665
    for text in proverbs:
        assert re.fullmatch(r'[¡¿"A-ZÁÉÍÓÚÑ][\w ,;:.!?¡¿"]*[.!?]', text), text
        assert "  " not in text and not re.search(r" [,;:.!?]|[,;:]\w|\.\.$|[A-Z]{2}", text), text
    assert {"A año tuerto, el huerto.", "Camarón que se duerme, se lo lleva la corriente."} <= set(
        proverbs
    )


def test_no_proverb_is_repeated(proverbs):
    plain = [re.sub(r"\W", "", text.casefold().translate(PLAIN)) for text in proverbs]
    assert len(set(plain)) == len(plain)


PLAIN = str.maketrans("áéíóúü", "aeiouu")


def test_unwanted_words_are_not_in_any_proverb(proverbs):
    assert [text for text in proverbs if UNWANTED.search(text)] == []


def test_nobody_signs_them(proverbs):
    for text in proverbs:
        assert not re.search(r"Gracias a|Mario|[()]|refr[aá]n italiano", text), text


def test_each_call_gives_a_new_list(proverbs):
    load_proverbs().clear()
    assert len(load_proverbs()) == len(proverbs)


def test_bytes_of_the_proverbs():
    content = read_verified("proverbs")
    assert b"\r" not in content
    assert content.endswith(b".\n")


# --- La Biblia ---

# Cuántos versículos tiene cada libro: los de la versificación inglesa, menos los 18 vacíos.
VERSES = """
1533 1213 859 1286 959 658 618 85 809 694 816 719 942 821 280 406 167
1061 2461 915 222 117
1292 1364 154 1273 357 196 73 146 21 47 105 47 56 53 38 211 55
1071 678 1151 879 1006
433 437 256 149 155 104 95 89 47 113 83 46 25 303 108 105 61 105 13 14 25 404
"""


@pytest.fixture(scope="module")
def bible():
    return load_bible()


def test_bible(bible):
    assert bible.shape == (31084, 5)
    assert not bible.isna().any().any()
    assert list(bible["libro"].unique()[[0, 18, 21, 42, 65]]) == [
        "Génesis",
        "Salmos",
        "Cantares",
        "Juan",
        "Apocalipsis",
    ]
    assert bible.groupby("libro", sort=False).size().tolist() == [
        int(count) for count in VERSES.split()
    ]
    assert bible.groupby("libro")["capitulo"].max().sum() == 1189
    assert not bible.duplicated(["libro", "capitulo", "versiculo"]).any()


@pytest.mark.parametrize(
    ("book", "chapter", "verse", "text"),
    [
        ("Génesis", 1, 1, "EN el principio crió Dios los cielos y la tierra."),
        ("Juan", 11, 35, "Y lloró Jesús."),
        ("Salmos", 23, 1, "Salmo de David. JEHOVÁ es mi pastor; nada me faltará."),
        ("Éxodo", 20, 13, "No matarás."),
        (
            "Apocalipsis",
            22,
            21,
            "La gracia de nuestro Señor Jesucristo sea con todos vosotros. Amén.",
        ),
    ],
)
def test_verses_that_everybody_knows(bible, book, chapter, verse, text):
    place = (bible["libro"], bible["capitulo"], bible["versiculo"])
    found = bible[(place[0] == book) & (place[1] == chapter) & (place[2] == verse)]
    assert found["texto"].tolist() == [text]


def test_every_book_is_of_one_kind(bible):
    assert (bible.groupby("libro")["genero"].nunique() == 1).all()
    kinds = bible.groupby("libro")["genero"].first()
    assert kinds.value_counts().to_dict() == {
        "cartas": 21,
        "profetas": 18,
        "historia": 13,
        "ley": 5,
        "poesía": 5,
        "evangelios": 4,
    }
    assert kinds[["Números", "Hechos", "Job", "Daniel", "Lucas", "Hebreos"]].tolist() == [
        "ley",
        "historia",
        "poesía",
        "profetas",
        "evangelios",
        "cartas",
    ]


def test_no_mark_is_left(bible):
    for text in bible["texto"]:
        assert not re.search(r"[<>&\[\]{}*_=/\\|\d]|  |strong", text), text
        assert text == text.strip() and len(text) > 5


# --- Los verbos ---


PERSONS = "yo tú él nosotros vosotros ellos"
AFTER_THE_INFINITIVE = "é ás á emos éis án ía ías ía íamos íais ían"


@pytest.fixture(scope="module")
def verbs():
    return load_verbs()


def test_verbs(verbs):
    assert verbs.shape == (8387 * 42, 5)
    assert verbs["infinitivo"].nunique() == 8387
    assert not verbs.isna().any().any()
    assert verbs["irregular"].dtype == bool
    assert not verbs.duplicated(["infinitivo", "tiempo", "persona"]).any()
    assert verbs["tiempo"].unique().tolist() == [
        "presente",
        "imperfecto",
        "pretérito",
        "futuro",
        "condicional",
        "subjuntivo presente",
        "subjuntivo imperfecto",
    ]
    assert verbs["persona"].unique().tolist() == PERSONS.split()
    assert verbs["infinitivo"].str.fullmatch("[a-zñüáéíóú]*(?:[aeií]r)").all()
    assert verbs["forma"].str.fullmatch("[a-zñüáéíóú]+").all()


@pytest.mark.parametrize(
    ("infinitive", "tense", "forms"),
    [
        ("hablar", "presente", "hablo hablas habla hablamos habláis hablan"),
        ("comer", "pretérito", "comí comiste comió comimos comisteis comieron"),
        ("vivir", "imperfecto", "vivía vivías vivía vivíamos vivíais vivían"),
        ("ser", "presente", "soy eres es somos sois son"),
        ("ir", "pretérito", "fui fuiste fue fuimos fuisteis fueron"),
        ("oír", "futuro", "oiré oirás oirá oiremos oiréis oirán"),
        ("salir", "condicional", "saldría saldrías saldría saldríamos saldríais saldrían"),
        ("buscar", "subjuntivo presente", "busque busques busque busquemos busquéis busquen"),
        ("dormir", "subjuntivo presente", "duerma duermas duerma durmamos durmáis duerman"),
        (
            "decir",
            "subjuntivo imperfecto",
            "dijera dijeras dijera dijéramos dijerais dijeran",
        ),
        ("averiguar", "pretérito", "averigüé averiguaste averiguó averiguamos averiguasteis"),
        ("caber", "presente", "quepo cabes cabe cabemos cabéis caben"),
    ],
)
def test_verbs_that_everybody_knows(verbs, infinitive, tense, forms):
    found = verbs[(verbs["infinitivo"] == infinitive) & (verbs["tiempo"] == tense)]
    expected = forms.split()
    assert found["forma"].tolist()[: len(expected)] == expected


def irregular_forms(verbs, infinitive):
    found = verbs[(verbs["infinitivo"] == infinitive) & verbs["irregular"]]
    return found["forma"].tolist()


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("hablar", ""),
        ("comer", ""),
        ("vivir", ""),
        ("buscar", "busqué busque busques busque busquemos busquéis busquen"),
        ("contar", "cuento cuentas cuenta cuentan cuente cuentes cuente cuenten"),
        (
            "oír",
            "oigo oyes oye oímos oyen oíste oyó oímos oísteis oyeron oiga oigas oiga oigamos "
            "oigáis oigan oyera oyeras oyera oyéramos oyerais oyeran",
        ),
        ("salir", "salgo " + "saldr{} " * 12 + "salga salgas salga salgamos salgáis salgan"),
    ],
)
def test_which_forms_are_irregular(verbs, infinitive, forms):
    expected = forms.format(*AFTER_THE_INFINITIVE.split()).split()
    assert irregular_forms(verbs, infinitive) == expected


def test_how_many_forms_are_irregular(verbs):
    assert 0.06 < verbs["irregular"].mean() < 0.07
    by_tense = verbs.groupby("tiempo")["irregular"].mean()
    assert by_tense.idxmin() == "imperfecto"  # solo ser, ir, ver y los que se forman con ellos
    of_imperfect = verbs[(verbs["tiempo"] == "imperfecto") & verbs["irregular"]]
    assert {"ser", "ir", "ver"} <= set(of_imperfect["infinitivo"])
    assert len(set(of_imperfect["infinitivo"])) < 10


def test_verbs_that_were_left_out(verbs):
    left = set(verbs["infinitivo"])
    assert not left & {"degollar", "prever", "yacer", "joder", "gitanear", "amanecer", "atreverse"}
    assert {"administrar", "acostumbrar", "leer", "huir", "conducir", "haber", "estar"} <= left
