"""De los dos cuadernos construidos de una lección a la página que el sitio enseña.

No ejecuta nada: las salidas son las guardadas. La página lleva lo que abre quien estudia; las
pistas y las soluciones, plegadas; y plegado también lo que responde a un «Predice».
"""

import re

import nbformat

from course_utils.exercises import core
from course_utils.notebook import CODE_SPAN

from ..markers import CHECK
from ..notebooks import answers_to_predictions, as_read, solution_code

_BADGE = re.compile(r"^\[!\[Abrir en Colab\]\([^)]*\)\]\((?P<colab>[^)]*)\)$", re.MULTILINE)
_OBSERVED = re.compile(r"\*\*Qué observas\.?\*\*\s*(?P<said>.+?[.:;?!»])(?:\s|$)", re.DOTALL)
_NO_ALT = "Figura de esta celda"


def lesson_page(lesson, glossary=()):
    """El cuaderno que se convierte en la página de una lección.

    Parameters
    ----------
    lesson : Lesson
        Con sus dos cuadernos construidos.
    glossary : iterable of str
        Términos del glosario: el primero de cada uno que la lección escriba en negrita lo enlaza.

    Returns
    -------
    NotebookNode
    """
    student = nbformat.read(lesson.notebook, as_version=4)
    solved = nbformat.read(lesson.solved, as_version=4)
    answers = answers_to_predictions(student)
    blank = {cell["id"]: cell.source for cell in student.cells}  # sus enlaces son a los en blanco
    cells = []
    # Las notas de quien enseña van en la guía docente.
    read = [(kind, found) for kind, found in as_read(student, solved) if kind != "nota"]
    for (kind, found), (next_kind, following) in zip(read, [*read[1:], ("", None)], strict=True):
        if kind == "texto":
            cells.append(nbformat.v4.new_markdown_cell(blank[found["id"]]))
        elif kind == "hueco":
            cells.append(_code(found.source))
        elif kind == "solución":
            cells += _help(found)
        else:
            said = following.source if next_kind == "texto" else ""
            cells.append(_with_outputs(found, folded=found["id"] in answers, said=said))
    cells[0]["source"] = _with_doors(cells[0].source, lesson)
    _link_glossary(cells, glossary)
    page = nbformat.v4.new_notebook(cells=cells, metadata=nbformat.from_dict(solved.metadata))
    for number, cell in enumerate(page.cells):
        cell["id"] = f"celda-{number}"
    return page


def _code(source, **metadata):
    return nbformat.v4.new_code_cell(source, metadata=metadata)


def _with_outputs(cell, *, folded, said):
    shown = _code(cell.source)
    shown["outputs"] = [nbformat.from_dict(output) for output in cell.outputs]
    for output in shown.outputs:
        output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    alt = _OBSERVED.search(said)
    text = " ".join(alt["said"].split()).replace("*", "").replace("`", "") if alt else _NO_ALT
    shown.metadata["mystnb"] = {"image": {"alt": text}}
    if folded and shown.outputs:
        shown.metadata["tags"] = ["hide-output"]
        shown.metadata["mystnb"]["code_prompt_show"] = "Ya lo he predicho: ver qué sale"
        shown.metadata["mystnb"]["code_prompt_hide"] = "Ocultarlo"
    return shown


def _help(exercise):
    """Las pistas de un ejercicio y su solución, plegadas."""
    (exercise_id,) = {i for cell in exercise for i in CHECK.findall(cell.source)}
    hints = core.get_exercise(exercise_id).hints
    for number, hint in enumerate(hints, 1):
        text = f":::{{dropdown}} Pista {number} de {len(hints)}\n\n{hint_markdown(hint)}\n:::"
        yield nbformat.v4.new_markdown_cell(text)
    solution = _code(solution_code(exercise), tags=["hide-cell"])
    solution.metadata["mystnb"] = {
        "code_prompt_show": f"Una solución del ejercicio {exercise_id}",
        "code_prompt_hide": "Ocultar la solución",
    }
    solution["outputs"] = [nbformat.from_dict(o) for cell in exercise for o in cell.outputs]
    yield solution


def hint_markdown(hint):
    """Una pista en Markdown: el código de varias líneas que lleva entre acentos, en un bloque."""
    pieces = CODE_SPAN.split(hint)
    for position in range(1, len(pieces), 2):
        code = pieces[position]
        # «:force:» porque una pista deja huecos («…») que no son Python.
        block = f"\n\n```{{code-block}} python\n:force:\n\n{code}\n```\n\n"
        pieces[position] = block if "\n" in code else f"`{code}`"
    return "".join(pieces).strip()


def _with_doors(source, lesson):
    """La cabecera, con lo que se puede hacer con la lección en vez de la insignia de Colab."""
    match = _BADGE.search(source)
    doors = (
        f"[Abrir en Colab]({match['colab']}) · "
        f"{{download}}`Descargar el cuaderno </cuadernos/{lesson.stem}.ipynb>`"
    )
    return source[: match.start()] + doors + source[match.end() :]


def _link_glossary(cells, glossary):
    """Enlaza al glosario la primera vez que la lección escribe en negrita cada término."""
    for term in glossary:
        bold = re.compile(rf"\*\*({re.escape(term)})\*\*(?![^\n]*\|)", re.IGNORECASE)
        for cell in cells[1:]:
            if cell.cell_type == "markdown" and bold.search(cell.source):
                link = rf"**{{term}}`\1 <{term}>`**"
                cell["source"] = bold.sub(link, cell.source, count=1)
                break
