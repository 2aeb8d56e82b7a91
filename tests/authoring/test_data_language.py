"""Los textos del módulo 10: de un paquete de mentira, pequeño, sale lo que tiene que salir."""

import gzip
import io
import json
import shutil
import struct
import subprocess
import tarfile
import zipfile
import zlib

import pandas as pd
import pytest

from authoring import data_language, proverbs, sword
from authoring.errors import AuthoringError
from authoring.packages import find_package
from course_utils.datasets import load_bible, load_proverbs, load_verbs, read_verified

needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb solo está en Debian")


def deb(folder, name, files):
    """Un paquete de Debian con esos archivos: ruta -> contenido."""
    root = folder / "root"
    (root / "DEBIAN").mkdir(parents=True)
    control = (
        f"Package: {name}\nVersion: 1\nArchitecture: all\nMaintainer: x <x@x.x>\nDescription: x\n"
    )
    (root / "DEBIAN/control").write_text(control)
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    package = folder / f"{name}_1_all.deb"
    subprocess.run(["dpkg-deb", "-b", root, package], check=True, capture_output=True)
    shutil.rmtree(root)


# --- Los refranes ---


def fortunes(*texts):
    return "".join(f"{text}\n%\n" for text in texts).encode()


@pytest.fixture
def short_list(tmp_path, monkeypatch):
    """Una lista de quitados con uno solo."""
    path = tmp_path / "quitados.txt"
    path.write_text("# motivo y refrán\nsoez\tUno que no se dice.\n", encoding="utf-8")
    monkeypatch.setattr(proverbs.removed, "__defaults__", (path,))


def test_proverbs_are_filtered_tidied_and_not_repeated(short_list):
    content = fortunes(
        "Uno que no  se\ndice. ",
        "A quien madruga ,Dios le ayuda . (Gracias a Yogui)",
        "a quien madruga, dios le ayuda",
        "Fia poco.",
        "Fía poco.",
        "Uno que no se dice, pero este sí.",
    )
    assert proverbs.proverbs(content) == [
        "A quien madruga, Dios le ayuda.",
        "Fía poco.",
        "Uno que no se dice, pero este sí.",
    ]


def test_a_removed_proverb_that_is_not_in_the_package(short_list):
    with pytest.raises(AuthoringError, match=r"«Uno que no se dice\.».*otra versión"):
        proverbs.proverbs(fortunes("Otro."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sin punto", "Sin punto."),
        ("Con punto.", "Con punto."),
        ("Con dos..", "Con dos."),
        ("Con tres...", "Con tres..."),
        ("¡Ay!.", "¡Ay!"),
        ("¿Sí?.", "¿Sí?"),
        ("¡Ay!, dijo", "¡Ay!, dijo."),
        ("Pega,aquí", "Pega, aquí."),
        ("Suelta ,aquí ;y aquí", "Suelta, aquí; y aquí."),
        ("-Con guion.", "Con guion."),
        ("minúscula.", "Minúscula."),
        ("Dios dirá. Mario sardina", "Dios dirá."),
    ],
)
def test_tidying(text, expected):
    assert proverbs.tidy(text) == expected


def test_every_removed_proverb_says_why():
    reasons = proverbs.removed()
    assert len(reasons) == 1236
    explained = [
        line.removeprefix("# ").partition(":")[0]
        for line in proverbs.REMOVED.read_text(encoding="utf-8").splitlines()
        if line.startswith("# ") and ":" in line
    ]
    assert set(reasons.values()) <= set(explained)
    assert len(set(reasons.values())) == 8
    assert not {proverbs.tidy(text) for text in reasons} & set(load_proverbs())


@needs_dpkg
def test_rebuilding_the_proverbs(tmp_path):
    # Los que hay y los quitados, revueltos, dan los que hay.
    kept, unwanted = load_proverbs(), list(proverbs.removed())
    texts = [*unwanted[:500], *kept[:1000], *unwanted[500:], *kept[1000:]]
    path = "usr/share/games/fortunes/es/refranes.fortunes"
    deb(tmp_path, "fortunes-es", {path: fortunes(*texts)})
    proverbs.build_proverbs(tmp_path, tmp_path / "refranes.txt")
    assert (tmp_path / "refranes.txt").read_bytes() == read_verified("proverbs")


# --- La Biblia ---


def sword_files(*books):
    """Los tres archivos de SWORD de unos libros: cada uno, una lista de entradas."""
    index, verses, texts = b"", struct.pack("<IIH", 0, 0, 0), b""
    for number, book in enumerate(books):
        block = b""
        for entry in book:
            encoded = entry.encode()
            verses += struct.pack("<IIH", number, len(block), len(encoded))
            block += encoded
        packed = zlib.compress(block)
        index += struct.pack("<III", len(texts), len(packed), len(block))
        texts += packed
    return index, verses, texts


GENESIS = [
    '<div canonical="true" osisID="Gen" sID="gen2" type="book"/> <title>Génesis</title>',
    '<chapter n="1" osisID="Gen.1" sID="Gen.1"/>',
    '<w lemma="strong:H7225">EN el principio</w> <w lemma="strong:H1254">crió</w>'
    '<transChange type="added">Dios</transChange>, sí. ',
    '<transChange type="added">Y</w> dijo &amp; calló.<chapter eID="Gen.1"/>',
    '<div sID="gen4" type="x-p"/><chapter n="2" osisID="Gen.2" sID="Gen.2"/>',
    "Uno.",
    '<chapter eID="Gen.2"/>',
    'Tres.<div eID="gen2" type="book"/>',
]
RUTH = [
    '<div canonical="true" osisID="Ruth" sID="gen9" type="book"/> <title>Rut</title>',
    '<chapter n="1" osisID="Ruth.1" sID="Ruth.1"/>',
    "Otro libro.",
]


def test_reading_a_sword_module():
    rows = list(sword.verses(sword.entries(*sword_files(GENESIS, RUTH))))
    assert rows == [
        ("Gen", 1, 1, "EN el principio crió Dios, sí."),
        ("Gen", 1, 2, "Y dijo & calló."),
        ("Gen", 2, 1, "Uno."),
        ("Gen", 2, 3, "Tres."),
        ("Ruth", 1, 1, "Otro libro."),
    ]


def test_a_block_that_is_not_what_the_index_says():
    index, verses, texts = sword_files(GENESIS)
    start, length, size = struct.unpack("<III", index)
    with pytest.raises(AuthoringError, match="bloque 1"):
        list(sword.entries(struct.pack("<III", start, length, size + 1), verses, texts))


def test_every_book_of_the_bible_has_its_name_and_its_kind():
    names = load_bible().drop_duplicates("libro")[["libro", "genero"]]
    assert len(data_language.books()) == 66
    assert set(data_language.books().values()) == set(names.itertuples(index=False, name=None))


@needs_dpkg
def test_rebuilding_the_bible(tmp_path):
    # De la tabla al formato de SWORD, y vuelta: los mismos bytes.
    codes = {name: code for code, (name, _) in data_language.books().items()}
    old, new = [], []
    for book, verses in load_bible().groupby("libro", sort=False):
        code = codes[book]
        entries = [f'<div canonical="true" osisID="{code}" sID="g" type="book"/>']
        for chapter, rows in verses.groupby("capitulo"):
            entries.append(f'<chapter osisID="{code}.{chapter}" sID="{code}.{chapter}"/>')
            texts = dict(zip(rows["versiculo"], rows["texto"], strict=True))
            entries += [texts.get(verse, "") for verse in range(1, max(texts) + 1)]
        (new if new or code == "Matt" else old).append(entries)
    files = {
        f"{data_language._MODULE}/{name}.{kind}": content
        for name, books in (("ot", old), ("nt", new))
        for kind, content in zip(("bzs", "bzv", "bzz"), sword_files(*books), strict=True)
    }
    deb(tmp_path, "sword-text-sparv", files)
    data_language.build_bible(tmp_path, tmp_path / "biblia.csv.gz")
    assert (tmp_path / "biblia.csv.gz").read_bytes() == read_verified("bible")


# --- Los verbos ---

# Terminaciones de -ar, en los siete tiempos.
AR = """
o as a amos áis an;aba abas aba ábamos abais aban;é aste ó amos asteis aron
aré arás ará aremos aréis arán;aría arías aría aríamos aríais arían
e es e emos éis en;ara aras ara áramos arais aran
"""


def model(text):
    tenses = [tense.split() for tense in text.replace("\n", ";").strip(";").split(";")]
    return {
        "Modo": {
            name: [[person, ending] for person, ending in enumerate(tense)]
            for name, tense in zip(data_language.TENSES.values(), tenses, strict=True)
        }
    }


def words_of(*stems):
    endings = AR.translate(str.maketrans("áéíóú;", "aeiou ")).split()
    return {stem + ending for stem in stems for ending in endings}


def table(verbs, words, models=None):
    how = {verb: {"root": root, "template": name} for verb, (root, name) in verbs.items()}
    return data_language.verb_table(models or {"x:ar": model(AR)}, how, words)


def test_a_verb_with_all_its_forms():
    found = table({"cantar": ("cant", "x:ar")}, words_of("cant"))
    assert found.loc[0, ["raiz", "infinitivo", "presente"]].tolist() == [
        "cant",
        "ar",
        "o as a amos áis an",
    ]
    assert list(found.columns) == ["raiz", "infinitivo", *data_language.TENSES]


def test_the_stem_is_what_every_form_has():
    irregular = model(AR.replace("o as a", "uesto uestas uesta").replace("e es e", "ueste es e"))
    words = words_of("c") | {"cuesto", "cuestas", "cuesta", "cueste"}
    found = table({"costar": ("c", "x:ar")}, words, {"x:ar": irregular})
    assert found.loc[0, ["raiz", "infinitivo"]].tolist() == ["c", "ostar"]


@pytest.mark.parametrize(
    ("verb", "root", "words"),
    [
        ("cantar", "cant", words_of("cant") - {"cantareis"}),  # falta una forma
        ("cantarse", "cant", words_of("cant")),
        ("joder", "jod", words_of("jod")),
        ("yacer", "yac", words_of("yac")),
    ],
)
def test_verbs_that_are_left_out(verb, root, words):
    assert table({verb: (root, "x:ar")}, words).empty


def test_words_too_long_to_be_in_the_list_are_not_looked_for():
    long = {word for word in words_of("administr") if len(word) <= 15}
    assert len(table({"administrar": ("administr", "x:ar")}, long)) == 1
    assert table({"administrar": ("administr", "x:ar")}, long - {"administramos"}).empty


def test_a_verb_without_some_persons():
    # Así escribe mlconjug3 la que no existe: la raíz sola.
    only_third = model(AR.replace("o as a amos", "- - a -"))
    for tense in only_third["Modo"].values():
        for person in tense:
            person[1] = person[1].replace("-", "")
    words = words_of("nev") | {"nev"}
    assert table({"nevar": ("nev", "x:ar")}, words, {"x:ar": only_third}).empty


def test_every_removed_verb_says_why():
    reasons = proverbs.removed(data_language.REMOVED_VERBS)
    assert pd.Series(reasons).value_counts().to_dict() == {"soez": 38, "tilde": 24}
    assert not set(reasons) & set(load_verbs()["infinitivo"])


def test_rebuilding_the_verbs(tmp_path):
    # Cada conjugación distinta, un modelo: los mismos bytes.
    text = gzip.decompress(read_verified("verbs")).decode()
    rows = pd.read_csv(io.StringIO(text), keep_default_na=False)
    models, verbs, words = {}, {}, set()
    for stem, infinitive, *tenses in rows.itertuples(index=False, name=None):
        template = ";".join(tenses)
        models.setdefault(template, model(template))
        verbs[stem + infinitive] = {"root": stem, "template": template}
        words.update((stem + " ".join(tenses).replace(" ", f" {stem}")).split())
    folder = "mlconjug3/data/conjug_manager"
    with zipfile.ZipFile(tmp_path / "mlconjug3-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{folder}/conjugation-es.json", json.dumps(models))
        wheel.writestr(f"{folder}/verbs-es.json", json.dumps(verbs))
    plain = " ".join(words).translate(str.maketrans("áéíóúü", "aeiouu")).split()
    content = json.dumps(plain).encode()
    with tarfile.open(tmp_path / "an-array-of-spanish-words-1.tgz", "w") as package:
        member = tarfile.TarInfo("package/index.json")
        member.size = len(content)
        package.addfile(member, io.BytesIO(content))
    data_language.build_verbs(tmp_path, tmp_path / "verbos.csv.gz")
    assert (tmp_path / "verbos.csv.gz").read_bytes() == read_verified("verbs")


# --- Los paquetes ---


def test_of_several_versions_the_last_one(tmp_path):
    for name in ("x-1.whl", "x-2.whl"):
        (tmp_path / name).touch()
    assert find_package(tmp_path, "x-*.whl").name == "x-2.whl"


def test_a_package_that_is_not_there(tmp_path):
    with pytest.raises(AuthoringError, match=r"mlconjug3-\*\.whl.*data/README\.md"):
        data_language.build_verbs(tmp_path, tmp_path / "verbos.csv.gz")
