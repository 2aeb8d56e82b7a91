"""Qué usa una celda, por su nombre, y qué falta por presentar, en un curso de juguete."""

import pytest
from toy_course import make_course

from authoring.__main__ import main
from authoring.concepts import index, index_text, missing, read_course
from authoring.lessons import find_lessons
from authoring.notebooks import Source, assemble_both, to_text
from authoring.project import published
from authoring.syntax import Reader

MODULES = {"alfa": ["uno", "dos"]}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("x = 3  # tres", ["=", "#"]),
        ("a, b = 1, 2", ["=", "desempaquetar"]),
        ("(a, b), c = d", ["=", "desempaquetar", "desempaquetar por dentro"]),
        ("a = b = 0", ["=", "asignación encadenada"]),
        ("a[0] = 1", ["=", "asignar a un elemento", "índice"]),
        ("a[:3] = 1", ["=", "asignar a un recorte", "recorte"]),
        ("a += -1", ["+=", "-"]),
        ("a[-1], a[::2]", ["tupla", "índice negativo", "recorte con paso"]),
        ("a[:, 0]", ["índice con coma", "recorte", "índice"]),
        ("[[1], [2]]", ["lista de listas", "lista"]),
        ("if a:\n    b\nelif c:\n    d\nelse:\n    e", ["if", "elif", "else"]),
        ("if a:\n    b\nelse:\n    if c:\n        d", ["if", "else"]),
        ("for a, b in zip(c, d):\n    continue", ["for", "desempaquetar", "zip", "continue"]),
        ("while True:\n    break", ["while", "True", "break"]),
        ("1 if a else 2", ["condicional en una línea"]),
        ("[a for a in b if a]", ["comprensión"]),
        ("[a for b in c for a in b]", ["comprensión", "comprensión con dos for"]),
        ("{a: 1 for a in b}", ["comprensión de diccionario"]),
        ("any(a for a in b)", ["any", "generador"]),
        ("sorted(a, key=len)", ["sorted", "key=", "len"]),
        ("1 <= a < 2", ["<=", "<", "comparación encadenada"]),
        ("a not in b and c is not None", ["and", "not in", "is not", "None"]),
        ("def f(a, b=1, *c, **d):\n    return a, b",
         ["def", "valor por defecto", "*args", "**kwargs", "return", "devolver varios valores"]),
        ("def f():\n    'Hace algo.'\n    pass", ["def", "docstring", "pass"]),
        ("def f():\n    def g():\n        return 1\n    return g",
         ["def", "función dentro de otra", "return"]),
        ("lambda a: a", ["lambda"]),
        ("f(*a, **b)", ["* al llamar", "** al llamar"]),
        ("f(c=1)", ["argumento con nombre"]),
        ("print(a, end='')", ["print", "end="]),
        ("f(1)(2)", ["llamar a lo que se devuelve"]),
        ("try:\n    a\nexcept ValueError as e:\n    b",
         ["try", "except", "except … as", "ValueError"]),
        ("with a as b:\n    c", ["with", "with … as"]),
        ("a.append(1)", [".append"]),
        ("f'{a:8.2f} {b:,} {c:<5}'", ["f-string", "formato", ":f", "separador de miles", ":<"]),
        ("'%d' % a", ["marcadores %"]),
        ("a % (b, c)", ["marcadores %"]),
        ("1_000 + 1e-3 + 0xe", ["+", "1_000", "1e-3"]),
        ("r'a\\n' + 'b\\n'", ["texto con r", "+", "escape"]),
        ("round = 2\nround", ["="]),
        ("class A:\n    def m(self):\n        self.x = self.m()",
         ["class", "def", "="]),
    ],
)  # fmt: skip
def test_what_a_cell_uses(code, names):
    found = Reader().names(code)
    assert sorted(found) == sorted(names)


def test_library_names_are_whole():
    reader = Reader()
    assert reader.names("import numpy as np\nfrom keras import layers\nimport math") == (
        "import … as", "from … import", "import"
    )  # fmt: skip
    code = "np.maximum(a, 0).T + layers.Dense(3, activation='relu') + math.pi + np.linalg.norm(a)"
    assert set(reader.names(code)) == {
        "+", "numpy.maximum", ".T", "keras.layers.Dense", "argumento con nombre",
        "activation=relu", "math.pi", "numpy.linalg.norm",
    }  # fmt: skip
    assert "numpy.zeros" not in reader.names("np = 3\nnp.zeros")
    assert ".zeros" in reader.names("np.zeros"), "np ya no es la biblioteca"


def lesson(title, *cells):
    return "\n".join([f"# %% [markdown]\n# # {title}\n", *cells])


def course_with(tmp_path, first, second=""):
    root = make_course(tmp_path / "curso", MODULES)
    one, two = find_lessons(root=root)
    one.source.write_text(lesson("0.1 · Uno", first), encoding="utf-8")
    two.source.write_text(lesson("0.2 · Dos", second), encoding="utf-8")
    return root


def names_missing(root):
    return [(each.name, each.lesson.slug) for each in missing(read_course(root))]


USES = "# %%\nzip\n"
TEACHES = '# %% [markdown] presenta="zip"\n# `zip` une dos listas.\n'


def test_used_before_it_is_presented(tmp_path):
    assert names_missing(course_with(tmp_path / "a", USES, TEACHES)) == [("zip", "uno")]
    assert names_missing(course_with(tmp_path / "b", TEACHES, USES)) == []
    assert names_missing(course_with(tmp_path / "c", '# %% presenta="zip"\nzip\n')) == []


def test_solutions_and_code_in_prose_are_read_too(tmp_path):
    solution = '# %% tags=["ejercicio"]\n# >>> a = ...\na = zip(b)\n# <<<\n'
    root = course_with(tmp_path, solution, "# %% [markdown]\n# ```python\n# len(c)\n# ```\n")
    assert names_missing(root) == [("=", "uno"), ("zip", "uno"), ("len", "dos")]


def test_not_yet_and_teachers_notes_do_not_count(tmp_path):
    hidden = '# %% tags=["todavia-no"]\nzip\n\n# %% tags=["docente"]\nlen\n'
    assert names_missing(course_with(tmp_path, hidden)) == []


def test_an_extension_presents_only_for_itself(tmp_path):
    extension = "# %% [markdown]\n# ## 2 · ★ Ampliación\n\n" + TEACHES + USES
    after = extension + "# %% [markdown]\n# ### Ejercicio 1.1.1\n\n" + USES
    assert names_missing(course_with(tmp_path / "a", after)) == []
    after += "# %% [markdown]\n# ## 3 · Sigue\n\n" + USES
    assert names_missing(course_with(tmp_path / "b", after)) == [("zip", "uno")]
    assert names_missing(course_with(tmp_path / "c", extension, USES)) == [("zip", "dos")]


def test_presents_does_not_reach_the_notebooks(tmp_path):
    texts = []
    for name, cell in (("a", TEACHES), ("b", TEACHES.replace(' presenta="zip"', ""))):
        root = course_with(tmp_path / name, cell + USES)
        source = Source(find_lessons(root=root)[0])
        texts.append([to_text(n) for n in assemble_both(source, published(root))])
    assert texts[0] == texts[1]


def test_index_says_lesson_and_section(tmp_path, capsys, monkeypatch):
    two_sections = (
        '# %% [markdown] presenta="zip, árbol, len"\n'
        "# `zip` une.\n#\n# ## 2 · ¿Cuánto mide?\n#\n# `len`, y un árbol.\n"
    )
    course = read_course(course_with(tmp_path, two_sections, TEACHES))
    entries = [(e.term, e.lesson.number, e.section) for e in index(course)]
    assert entries == [
        ("árbol", "0.1", "2 · ¿Cuánto mide?"),
        ("len", "0.1", "2 · ¿Cuánto mide?"),
        ("zip", "0.1", "0.1 · Uno"),
        ("zip", "0.2", "0.2 · Dos"),
    ]
    monkeypatch.setattr("authoring.concepts.read_course", lambda: course)
    assert main(["concepts"]) == 0
    assert capsys.readouterr().out == index_text(course)
    assert main(["concepts", str(tmp_path / "indice.txt")]) == 0
    assert (tmp_path / "indice.txt").read_text(encoding="utf-8") == index_text(course)
