"""``python -m authoring site``: prepara las fuentes en ``build/sitio/fuente`` y llama a Sphinx."""

import re
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import nbformat
from myst_parser.slugs import github_slugify

from ..concepts import index, read_course
from ..errors import AuthoringError
from ..lessons import ROOT, find_lessons
from ..notebooks import Source
from ..slides.deck import build_decks
from .hub_links import links_form
from .lesson_pages import lesson_page
from .teaching import guide_page, kit_table, minutes_of, plans_page

OUTPUT = ROOT / "build" / "sitio"
_GLOSSARY = re.compile(r"^```{glossary}\n(?P<entries>.*?)^```", re.MULTILINE | re.DOTALL)
_NEEDS = re.compile(r"^\|\s*\*\*Requisitos\*\*\s*\|(?P<needs>.*)\|\s*$", re.MULTILINE)


def build_site(root=ROOT, output=OUTPUT):
    """Construye el sitio entero, con los avisos como errores.

    Returns
    -------
    Path
        La portada.

    Raises
    ------
    AuthoringError
        Falta un cuaderno, o Sphinx se queja.
    """
    source, pages = output / "fuente", output / "html"
    write_sources(source, root)
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-q", "-j", "2"]
    if subprocess.run([*command, str(source), str(pages)], cwd=root).returncode:
        raise AuthoringError("Sphinx no pudo construir el sitio; lo dice arriba.")
    return pages / "index.html"


def write_sources(source, root=ROOT):
    """Escribe en la carpeta ``source`` todo lo que Sphinx convierte en páginas."""
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(root / "docs", source)
    shutil.copy(root / "data" / "README.md", source / "datos.md")
    for name in ("README.md", "LICENSE"):  # de ellos incluyen páginas de docs/ algún trozo
        shutil.copy(root / name, source / f"{Path(name).stem}.txt")
    lessons = find_lessons(root=root)
    glossary = terms((root / "docs" / "glosario.md").read_text(encoding="utf-8"))
    notebooks, solved = source / "cuadernos", source / "resueltas"
    guides = source / "docentes" / "guias"
    for folder in (notebooks, solved, guides):
        folder.mkdir()
    for lesson in lessons:
        page = source / "lecciones" / f"{lesson.name}.ipynb"
        page.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(lesson_page(lesson, glossary), page)
        shutil.copy(lesson.notebook, notebooks / f"{lesson.stem}.ipynb")
        shutil.copy(lesson.solved, solved / f"{lesson.stem}.ipynb")
        (guides / f"{lesson.stem}.md").write_text(guide_page(lesson), encoding="utf-8")
    (source / "kit.txt").write_text(kit_table(lessons), encoding="utf-8")
    (source / "enlaces.txt").write_text(links_form(lessons), encoding="utf-8")
    plans = source / "docentes" / "planes.yml"
    text = plans_page(plans.read_text(encoding="utf-8"), lessons)
    plans.with_suffix(".md").write_text(text, encoding="utf-8")
    build_decks(output=source / "_extra" / "diapositivas", root=root)
    course = read_course(root)
    for folder, module in groupby(lessons, lambda lesson: lesson.folder):
        module = list(module)
        if not module[0].alone:
            text = module_page(module)
            (source / "lecciones" / folder / "index.md").write_text(text, encoding="utf-8")
    (source / "partes.md").write_text(parts_page(lessons), encoding="utf-8")
    (source / "conceptos.md").write_text(concepts_page(course), encoding="utf-8")


def terms(glossary):
    """Los términos que define un glosario de MyST."""
    entries = _GLOSSARY.search(glossary)["entries"]
    return [line for line in entries.splitlines() if line and not line.startswith(" ")]


def module_page(lessons):
    """La página de un módulo: sus lecciones, con lo que duran y lo que piden."""
    first = lessons[0]
    rows = ["| Lección | En clase | Hay que saber |", "|---|---|---|"]
    for lesson in lessons:
        needs = _NEEDS.search(Source(lesson).student[0].source)
        rows.append(
            f"| [{lesson.title}]({lesson.stem}.ipynb) | {minutes_of(lesson).in_words()} | "
            f"{needs['needs'].strip() if needs else '—'} |"
        )
    return (
        f"# Módulo {first.numbers[0]} · {first.module_title}\n\n"
        + "\n".join(rows)
        + "\n\n```{toctree}\n:hidden:\n\n"
        + "\n".join(lesson.stem for lesson in lessons)
        + "\n```\n"
    )


def parts_page(lessons):
    """El índice del curso: partes y módulos, con cuántas lecciones y cuántas horas de clase."""
    text, entries = ["# El curso, lección a lección\n"], []
    for part, group in groupby(lessons, lambda lesson: lesson.part_title):
        text.append(f"## {part}\n")
        for folder, module in groupby(group, lambda lesson: lesson.folder):
            module = list(module)
            first = module[0]
            minutes = sum(minutes_of(lesson).essential for lesson in module)
            if first.alone:
                entries.append(f"lecciones/{first.name}")
                text.append(f"- [{first.title}](lecciones/{first.name}.ipynb)")
                continue
            entries.append(f"lecciones/{folder}/index")
            text.append(
                f"- [Módulo {first.numbers[0]} · {first.module_title}]"
                f"(lecciones/{folder}/index.md): {len(module)} lecciones, "
                f"unas {round(minutes / 60)} horas"
            )
    toctree = "\n".join(entries)
    return "\n".join(text) + f"\n\n```{{toctree}}\n:hidden:\n\n{toctree}\n```\n"


def concepts_page(course):
    """«¿Dónde se explica?»: cada concepto o construcción, con su lección y su sección."""
    rows = []
    for entry in index(course):
        term = f"`` {entry.term} ``" if "`" in entry.term else f"`{entry.term}`"
        if re.search(r"[ áéíóúñ]", entry.term) and not re.search(r"[()=.\[\]]", entry.term):
            term = entry.term
        anchor = github_slugify(re.sub(r"[`*]", "", entry.section))
        page = f"lecciones/{entry.lesson.name}.ipynb#{anchor}"
        link = f"[{entry.lesson.label} · {entry.section}]({page})"
        rows.append(f"| {term.replace('|', chr(92) + '|')} | {link.replace('|', chr(92) + '|')} |")
    return (
        "# ¿Dónde se explica?\n\nCada construcción de Python, cada función y cada idea, con la "
        "lección y la sección donde se presenta.\n\n| Qué | Dónde |\n|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )
