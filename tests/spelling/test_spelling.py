"""La ortografía de lo que se lee: documentos, lecciones, mensajes, docstrings y comentarios.

Una palabra está bien si la conoce el diccionario (``es/``: el de LibreOffice, del paquete de npm
dictionary-es 4.0.0, con su licencia al lado), si es uno de sus verbos con pronombres («escríbelo»)
o si está en ``palabras.txt``, donde van los términos y los nombres propios del curso. En cursiva y
entre comillas vale también el inglés; en un mensaje, los nombres de su código. No ve la palabra que
existe y no tocaba: «esta» por «está».
"""

import functools
import re
from collections import Counter
from pathlib import Path

import prose
from spylls.hunspell import Dictionary

HERE = Path(__file__).parent
LISTED = HERE / "palabras.txt"

# Lo que solo vale en un archivo: datos, claves, nombres sin tilde y una errata que se enseña.
ONLY_IN = {
    "00_inicio.py": {"iva"},
    "01_02_texto.py": {"eva", "sanz", "óscar", "ibáñez"},
    "lesson_01_02.py": {"libreria", "merida"},
    "lesson_01_04.py": {"pais"},
    "01_08_errores_previstos.py": {"inporte"},
    "01_10_bibliotecas_cientificas.py": {"pais"},
    "lesson_01_09.py": {"truth", "of", "an", "ambiguous"},
    "language.py": {
        "aba",
        "abais",
        "aban",
        "abas",
        "ábamos",
        "an",
        "án",
        "arais",
        "áramos",
        "ás",
        "áis",
        "asteis",
        "emos",
        "éis",
        "ía",
        "íais",
        "íamos",
        "ían",
        "ías",
        "iera",
        "ierais",
        "ieran",
        "ieras",
        "iéramos",
        "ieron",
        "imos",
        "ió",
        "ís",
        "isteis",
        "fué",
        "habl",
    },
    "lesson_05_03.py": {"fraccion"},
    "lesson_06_02.py": {"precision"},
    "lesson_08_12.py": {"epocas", "tensors"},
    "saved.py": {
        "const",
        "document",
        "of",
        "saved",
        "view",
        "lost",
        "shown",
        "still",
        "keep",
        "new",
        "OutputArea",
        "childList",
        "subtree",
    },
    "spoken.py": {
        "const",
        "element",
        "name",
        "value",
        "speak",
        "document",
        "of",
        "slider",
        "handle",
        "label",
        "readout",
        "valuetext",
        "valuemin",
        "valuemax",
        "valuenow",
        "textbox",
        "image",
        "told",
        "new",
        "characterData",
        "childList",
        "subtree",
        "attributeFilter",
        "attributes",
        "explorer",
    },
}

PRONOUN = "(?:[mts]e|nos|l[aeo]s?)"
NUCLEUS = re.compile("[iu]?(?P<open>[aeo])[iu]?|[iu]*(?P<closed>[iu])")
PLAIN, ACUTE = str.maketrans("áéíóú", "aeiou"), dict(zip("aeiou", "áéíóú", strict=True))


@functools.cache
def dictionary(name):
    return Dictionary.from_files(name)


@functools.cache
def is_spanish(word):
    return in_dictionary(word) or is_verb_with_pronouns(word.lower())


def in_dictionary(word):
    return dictionary(str(HERE / "es" / "es")).lookup(word)


def is_verb_with_pronouns(word):
    """«escríbelo», «dáselo», «verlas»: el verbo se conoce, y lleva tilde donde y cuando toca."""
    splits = ((word[:end], word[end:]) for end in range(2, len(word) - 1))
    for verb, pronouns in splits:
        bare = verb.translate(PLAIN)
        stresses = [match.start(match.lastgroup) for match in NUCLEUS.finditer(bare)]
        if not stresses or not re.fullmatch(PRONOUN + "{1,2}", pronouns):
            continue
        last = len(stresses) == 1 or bare[-1] not in "aeiouns"
        stress = stresses[-1 if last else -2]
        if not last or not re.fullmatch(PRONOUN, pronouns):  # es esdrújula
            expected = bare[:stress] + ACUTE[bare[stress]] + bare[stress + 1 :]
        else:
            expected = bare
        of_its_own = verb[-1] not in "áéíóú" and verb != bare  # «actúa» ya la llevaba
        if (verb == expected and in_dictionary(bare)) or (of_its_own and in_dictionary(verb)):
            return True
    return False


@functools.cache
def is_english(word):
    return dictionary("en_US").lookup(word)


def lowered(word):
    """La palabra que empieza una frase, como iría en medio de ella."""
    return word[0].lower() + word[1:]


@functools.cache
def listed():
    return LISTED.read_text(encoding="utf-8").split()


@functools.cache
def outside():
    """Las palabras que no están en el diccionario: {(palabra, archivo): cuántas veces}."""
    found = Counter()
    for path, text, names in prose.texts():
        every = list(prose.words(text))
        if path.suffix != ".md" and all(is_english(word) for word, _ in every):
            continue  # un valor de una biblioteca: «upper right»
        for word, foreign in every:
            if not (word in names or is_spanish(word) or (foreign and is_english(word))):
                found[word, path] += 1
    return found


def test_every_word_is_spelled_right():
    wrong = [
        f"{path.relative_to(prose.ROOT).as_posix()}:{line_of(word, path)}: {word}"
        for word, path in outside()
        if not {word, lowered(word)} & {*listed(), *ONLY_IN.get(path.name, ())}
    ]
    assert not wrong, "\n".join(
        ["Corrígelas o, si son términos o nombres, añádelas a palabras.txt:", *sorted(wrong)]
    )


def line_of(word, path):
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return next((n for n, line in lines if re.search(rf"(?<!\w){word}(?!\w)", line)), 1)


def test_the_list_is_sorted_and_nothing_is_left_over():
    words = listed()
    assert words == sorted(set(words), key=lambda word: (word.lower(), word))
    needed = {
        lowered(word) if lowered(word) in words else word
        for word, path in outside()
        if word not in ONLY_IN.get(path.name, ())
    }
    left_over = sorted(set(words) - needed)
    assert not left_over, "ya no se usan, o se saben sin la lista"
    allowed = {(name, word) for name, every in ONLY_IN.items() for word in every}
    left_over = sorted(allowed - {(path.name, word) for word, path in outside()})
    assert not left_over, "sobran en ONLY_IN"


def test_a_right_word_is_known_and_a_wrong_one_is_not():
    right = """época Época números escríbelo dáselo verlas hagámoslo veámoslo actúala envíala
        restárselo réstaselo léelo dale necesitándola síguela averíguala puntúate"""
    wrong = """epoca numeros funcion escribelo daselo hagamoslo escribélo restarselo hácerlo dálo
        necesitandola exausto"""
    assert not [word for word in re.findall(r"\w+", right) if not is_spanish(word)]
    assert not [word for word in re.findall(r"\w+", wrong) if is_spanish(word)]


def test_only_prose_is_read():
    text = """\
# Un titulo

Con `codigo` y $formula$, [un enlaze](https://ejemplo.org/direccion), x_train y {{leccion}}.

```python
bloque = 1
```

Llegó en *camera* o «camera», y camera 3.
"""
    found = list(prose.words(text))
    read = {word for word, _ in found}
    assert {"titulo", "enlaze", "Llegó"} < read
    assert not {"codigo", "formula", "direccion", "train", "leccion", "bloque"} & read
    assert [foreign for word, foreign in found if word == "camera"] == [True, True, False]


def test_of_code_it_reads_docstrings_sentences_and_comments():
    source = '''
def f(parametro):
    """Un resumen.

    Parameters
    ----------
    parametro : tipo
        Su sentido.

    >>> ejemplo(1)
    salida
    """
    # un comentario
    g("una frase", f"otra {parametro} más", "suelta", "Rotulo", r"expresion \\w+")
    h("import modulo")
'''
    read = {word for text in prose.of_code(source) for word, _ in prose.words(text)}
    assert {"resumen", "sentido", "comentario", "frase", "otra", "más", "Rotulo"} < read
    assert not {"parametro", "tipo", "ejemplo", "salida", "suelta", "expresion", "modulo"} & read
