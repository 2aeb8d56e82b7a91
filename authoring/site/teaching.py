"""La guía docente: las notas y los minutos de cada lección, y los planes de ``planes.yml``."""

import functools
import re

import nbformat
import yaml

from ..errors import AuthoringError
from ..minutes import EXTRA, lesson_minutes
from ..notebooks import Source, note_text, tags

_PREDICTION = re.compile(r"\*\*Predice[:.]\*\*\s*(?P<asked>.+?\?)", re.DOTALL)
_HEADING = re.compile(r"^## +(.*)$", re.MULTILINE)


@functools.cache
def minutes_of(lesson):
    """Los minutos de una lección: salen en seis páginas, y se calculan una vez."""
    return lesson_minutes(Source(lesson))


def guide_page(lesson):
    """La guía de una lección: el plan de minutos con sus notas, qué preguntar y qué recortar."""
    solved = nbformat.read(lesson.solved, as_version=4)
    minutes = minutes_of(lesson)
    section, plan, predictions = lesson.title, [], []
    for cell in solved.cells:
        if cell.cell_type != "markdown":
            continue
        if "docente" in tags(cell):
            plan.append(f"### {section}\n\n{note_text(cell)}")
            continue
        headings = _HEADING.findall(cell.source)
        section = headings[-1] if headings else section
        predictions += [
            " ".join(match["asked"].split()) for match in _PREDICTION.finditer(cell.source)
        ]
    text = [
        f"# Guía de {lesson.title}",
        f"{minutes.in_words()} de clase. {_doors(lesson, '../../')}",
        "## Plan de minutos",
        *plan,
    ]
    if predictions:
        text += [
            "## Predicciones que pedir, antes de ejecutar",
            *(f"- {asked}" for asked in predictions),
        ]
    extras = [
        f"- {part.title.removeprefix(EXTRA).strip(' ·')}: {max(1, round(part.minutes.total()))} min"
        for part in minutes.parts
        if part.extra and part.title
    ]
    text.append("## Qué recortar")
    text += extras or [
        "Esta lección no tiene ampliaciones: si falta tiempo, la Práctica va para casa."
    ]
    return "\n\n".join(text) + "\n"


def _doors(lesson, up):
    # Las diapositivas no las hace Sphinx: se copian, y se enlazan como lo que son.
    return (
        f"[La lección](/lecciones/{lesson.name}.ipynb) · "
        f'<a href="{up}diapositivas/{lesson.name}.html">Diapositivas</a> · '
        f"{{download}}`Resuelta, con notas </resueltas/{lesson.stem}.ipynb>`"
    )


def kit_table(lessons):
    """Todo lo que hay de cada lección para quien enseña, en una tabla."""
    rows = ["| Lección | En clase | Plan | Diapositivas | Resuelta |", "|---|---|---|---|---|"]
    for lesson in lessons:
        minutes = minutes_of(lesson).in_words()
        rows.append(
            f"| {lesson.title} | {minutes} | [plan](guias/{lesson.stem}.md) | "
            f'<a href="../diapositivas/{lesson.name}.html">diapositivas</a> | '
            f"{{download}}`cuaderno </resueltas/{lesson.stem}.ipynb>` |"
        )
    guides = "\n".join(f"guias/{lesson.stem}" for lesson in lessons)
    return "\n".join(rows) + f"\n\n```{{toctree}}\n:hidden:\n\n{guides}\n```\n"


def plans_page(text, lessons):
    """Los planes de curso: las lecciones, repartidas en sesiones según sus minutos.

    Parameters
    ----------
    text : str
        El de ``docs/docentes/planes.yml``.
    lessons : list of Lesson

    Raises
    ------
    AuthoringError
        Un plan nombra una lección que no existe, o una lección no cabe en ninguna sesión.
    """
    by_slug = {lesson.slug: lesson for lesson in lessons}
    pages = ["# Tres planes de curso\n"]
    for plan in yaml.safe_load(text):
        without = plan.get("sin", [])
        chosen = plan.get("lecciones")
        if chosen is None:
            title = list(dict.fromkeys(lesson.part_title for lesson in lessons))[plan["parte"] - 1]
            chosen = [s for s in by_slug if by_slug[s].part_title == title and s not in without]
        unknown = [slug for slug in [*chosen, *without] if slug not in by_slug]
        if unknown:
            raise AuthoringError(f"planes.yml, «{plan['titulo']}»: no hay lección {unknown[0]!r}.")
        sessions = share_out([by_slug[slug] for slug in chosen], plan["minutos"])
        if len(sessions) > plan["sesiones"]:
            raise AuthoringError(
                f"planes.yml, «{plan['titulo']}»: hacen falta {len(sessions)} sesiones de "
                f"{plan['minutos']} minutos, y dice {plan['sesiones']}."
            )
        pages.append(f"## {plan['titulo']}\n\n{plan['texto'].strip()}\n")
        pages.append("| Sesión | Lecciones | Minutos |\n|---|---|---|")
        for number, (group, minutes) in enumerate(sessions, 1):
            links = ", ".join(
                f"[{lesson.label}](/lecciones/{lesson.name}.ipynb)" for lesson in group
            )
            pages.append(f"| {number} | {links} | {minutes:.0f} |")
        pages.append("")
    return "\n".join(pages)


def share_out(lessons, limit):
    """Reparte las lecciones, en orden, en sesiones que no pasan de ``limit`` minutos.

    Returns
    -------
    list of (list of Lesson, float)
        Las de cada sesión, y los minutos de su ruta esencial.
    """
    sessions = []
    for lesson in lessons:
        minutes = minutes_of(lesson).essential
        if minutes > limit:
            raise AuthoringError(
                f"{lesson.label} dura {minutes:.0f} minutos: no cabe en una sesión de {limit}."
            )
        if sessions and sessions[-1][1] + minutes <= limit:
            sessions[-1] = ([*sessions[-1][0], lesson], sessions[-1][1] + minutes)
        else:
            sessions.append(([lesson], minutes))
    return sessions
