"""Las marcas de ejercicio: qué ve cada quien, y que un error nunca filtra una solución."""

import pytest

from authoring.errors import AuthoringError
from authoring.markers import split

LESSON = """\
# %% [markdown]
# Texto con una marca de adorno: # >>> no cuenta aquí

# %% tags=["ejercicio"]
def area(base, altura):
    # >>> return ...
    producto = base * altura
    return producto / 2
    # <<<

# %%
print("fin")
"""


def test_student_sees_the_stub_and_teacher_the_solution():
    parts = split(LESSON, "l.py")
    assert "    return ...\n" in parts.student
    assert "producto" not in parts.student
    assert "producto = base * altura" in parts.solved
    assert "..." not in parts.solved
    for text in (parts.student, parts.solved):
        assert "# <<<" not in text
        assert 'print("fin")' in text
        assert "no cuenta aquí" in text


def test_solution_lines_are_reported_for_the_leak_test():
    assert split(LESSON, "l.py").solution_lines == (
        "producto = base * altura",
        "return producto / 2",
    )


@pytest.mark.parametrize("indent", ["", "    ", "\t", "            "])
def test_any_indentation(indent):
    text = f"{indent}# >>> x = ...\n{indent}x = 1\n{indent}# <<<\n"
    parts = split(text, "l.py")
    assert parts.student == f"{indent}x = ...\n"
    assert parts.solved == f"{indent}x = 1\n"


def test_two_blocks_in_one_cell():
    text = "# >>> a = ...\na = 1\n# <<<\n# >>> b = ...\nb = 2\n# <<<\n"
    assert split(text, "l.py").student == "a = ...\nb = ...\n"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("# >>> a = ...\na = 1\n", 1, "no se cierra"),
        ("# >>> a = ...\na = 1\n# %%\nb = 2\n# <<<\n", 1, "no se cierra"),
        ("a = 1\n# <<<\n", 2, "sin un «# >>>»"),
        ("# >>> a = ...\n# >>> b = ...\na = 1\n# <<<\n# <<<\n", 2, "dentro de otro"),
        ("# >>> a = ...\n\n# <<<\n", 1, "vacía"),
        ("x = 0\n# >>>\na = 1\n# <<<\n", 2, "mal escrita"),
        ("# >>> \na = 1\n# <<<\n", 1, "mal escrita"),
        ("#>>> a = ...\na = 1\n# <<<\n", 1, "mal escrita"),
        ("# >> a = ...\na = 1\n# <<<\n", 1, "mal escrita"),
        ("# >>>> a = ...\na = 1\n# <<<\n", 1, "mal escrita"),
        ("# >>>a = ...\na = 1\n# <<<\n", 1, "mal escrita"),
        ("# >>> a = ...\na = 1\n# << \n", 3, "mal escrita"),
        ("# >>> a = ...\na = 1\n# <<< fin\n", 3, "mal escrita"),
        ("# >>> a = ...\na = 1\n## <<<\n", 3, "mal escrita"),
        ("if x:\n    # >>> a = ...\n    a = 1\n# <<<\n", 4, "sangría"),
    ],
)
def test_a_wrong_marker_names_file_and_line(text, line, why):
    with pytest.raises(AuthoringError) as error:
        split(text, "lessons/l.py")
    assert str(error.value).startswith(f"lessons/l.py:{line}: ")
    assert why in str(error.value)
