"""Ejecuta el curso entero, de la primera lección a la última, y lo deja en HTML para leerlo.

Es lo que hay detrás de ``make curso``: los cuadernos resueltos, en modo estricto, con su
tiempo y su resultado clave. Si uno falla se dice cuál, en qué celda y por qué, y se sigue.
"""

import html
import logging
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jinja2 import DictLoader
from nbconvert import HTMLExporter
from tqdm import tqdm

from .lessons import ROOT, Lesson, find_lessons
from .run import NotebookFailed, run_notebook

# La plantilla de JupyterLab sin lo que sin red la estropea: require.js sobra, y MathJax se pide
# con «defer» para que una red ausente o lenta no detenga la página; la fórmula se lee entonces
# en LaTeX, como está escrita.
_TEMPLATE = """
{%- extends 'lab/index.html.j2' -%}
{%- from 'mathjax.html.j2' import mathjax -%}
{%- block html_head_js_requirejs -%}{%- endblock -%}
{%- block html_head_js_mermaidjs -%}{%- endblock -%}
{%- block html_head_js_mathjax -%}
{{ mathjax(resources.mathjax_url) | replace('<script src=', '<script defer src=') }}
{%- endblock -%}
"""
_NOTEBOOK_LINK = re.compile(r'(href="(?![a-z]+:)[^"#]+)\.ipynb(["#])')
_NO_ALT = "No description has been provided for this image"

_INDEX = """<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>El curso, ejecutado</title>
<style>
body {{ font-family: system-ui, sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left; }}
td.seconds {{ text-align: right; font-variant-numeric: tabular-nums; }}
</style>
</head>
<body>
<h1>El curso, ejecutado de arriba abajo</h1>
<p>{summary}</p>
<table>
<thead><tr><th scope="col">Cuaderno</th><th scope="col">Segundos</th>
<th scope="col">Resultado clave</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</body>
</html>
"""


@dataclass(frozen=True)
class Outcome:
    """Cómo le fue a un cuaderno."""

    lesson: Lesson
    seconds: float
    key_result: str
    failure: str | None  # en español, con el error original; None si fue bien


def key_result(notebook):
    """Última línea de texto de la última celda con la etiqueta ``resultado``, o «—».

    Parameters
    ----------
    notebook : NotebookNode
        Ya ejecutado.

    Returns
    -------
    str
    """
    tagged = [cell for cell in notebook.cells if "resultado" in cell.metadata.get("tags", [])]
    lines = []
    for output in tagged[-1].get("outputs", []) if tagged else []:
        data = output.get("data", {})
        if output.output_type == "stream" and output.name == "stdout":
            lines += output.text.splitlines()
        elif not any(kind.startswith("image/") for kind in data):  # «<Figure size …>» no dice nada
            lines += data.get("text/plain", "").splitlines()
    return next((line.strip() for line in reversed(lines) if line.strip()), "—")


def to_html(notebook, folder, title):
    """Convierte un cuaderno ejecutado en una página que se lee sin red.

    Parameters
    ----------
    notebook : NotebookNode
    folder : Path
        Donde vive el cuaderno: desde ahí se buscan sus imágenes.
    title : str

    Returns
    -------
    str
    """
    exporter = HTMLExporter(
        extra_loaders=[DictLoader({"course.html.j2": _TEMPLATE})],
        template_file="course.html.j2",
        language_code="es",
        embed_images=True,
    )
    exporter.log.setLevel(logging.ERROR)  # avisa de cada figura sin descripción, abajo resuelto
    resources = {"metadata": {"name": title, "path": str(folder)}}
    page, _ = exporter.from_notebook_node(notebook, resources)
    return _NOTEBOOK_LINK.sub(r"\1.html\2", page).replace(_NO_ALT, "Figura de esta celda")


def run_lesson(lesson, output, on_cell):
    """Ejecuta el cuaderno resuelto de una lección y guarda su página, también si falla."""
    started = time.perf_counter()
    failure, result = None, "—"
    try:
        notebook = nbformat.read(lesson.solved, as_version=4)
        try:
            run_notebook(notebook, lesson.solved.parent, strict=True, on_cell=on_cell)
            result = key_result(notebook)
        finally:
            page = output / f"{lesson.name}.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            text = to_html(notebook, lesson.solved.parent, page.stem)
            page.write_text(text, encoding="utf-8")
    except NotebookFailed as error:
        failure = str(error)
    except FileNotFoundError as error:
        failure = f"falta {error.filename}. Constrúyelo con: make build"
    except Exception as error:  # un cuaderno roto no deja sin ejecutar los demás
        failure = f"{type(error).__name__}: {error}"
    return Outcome(lesson, time.perf_counter() - started, result, failure)


def run_course(lessons, output):
    """Ejecuta las lecciones en orden, con una barra de avance.

    Parameters
    ----------
    lessons : sequence of Lesson
    output : Path
        Carpeta donde quedan las páginas.

    Returns
    -------
    list of Outcome
    """
    outcomes = []
    layout = "{desc} |{bar:20}| {n:.1f} de {total} cuadernos, {elapsed}{postfix}"
    with tqdm(total=len(lessons), bar_format=layout, dynamic_ncols=True) as bar:
        for done, lesson in enumerate(lessons):
            name = Path(lesson.name).name
            started = time.perf_counter()

            def on_cell(cell, cells, *, done=done, started=started):
                bar.n = done + cell / max(cells, 1)
                seconds = time.perf_counter() - started
                bar.set_postfix_str(f"celda {cell} de {cells}, {seconds:.0f} s")

            bar.set_postfix_str("", refresh=False)
            bar.set_description_str(name)
            outcome = run_lesson(lesson, output, on_cell)
            bar.n = done + 1
            word = "FALLA" if outcome.failure else "bien"
            bar.write(f"{word:5}  {name}  {outcome.seconds:.1f} s")
            outcomes.append(outcome)
    return outcomes


def table(outcomes):
    """La tabla final, en texto: cuaderno, segundos, resultado clave."""
    rows = [(Path(o.lesson.name).name, f"{o.seconds:.1f}", _last_column(o)) for o in outcomes]
    rows.append(("total", f"{sum(o.seconds for o in outcomes):.1f}", _summary(outcomes)))
    rows.insert(0, ("cuaderno", "segundos", "resultado clave"))
    width = max(len(row[0]) for row in rows)
    return "\n".join(f"{name:{width}}  {seconds:>8}  {key}" for name, seconds, key in rows)


def index_page(outcomes):
    """La página que enlaza todas las demás, con las mismas columnas que la tabla."""
    rows = []
    for outcome in outcomes:
        cells = [f'<a href="{outcome.lesson.name}.html">{html.escape(_title(outcome.lesson))}</a>']
        cells += [f"{outcome.seconds:.1f}", html.escape(_last_column(outcome))]
        rows.append(
            '<tr><th scope="row">{}</th><td class="seconds">{}</td><td>{}</td></tr>'.format(*cells)
        )
    return _INDEX.format(summary=html.escape(_summary(outcomes)), rows="\n".join(rows))


def _title(lesson):
    return f"{lesson.number} · {Path(lesson.name).name}"


def _last_column(outcome):
    return "FALLA" if outcome.failure else outcome.key_result


def _summary(outcomes):
    failed = sum(outcome.failure is not None for outcome in outcomes)
    if failed:
        return f"{failed} de {len(outcomes)} cuadernos fallan"
    return f"{len(outcomes)} cuadernos, todos bien"


def main(argv=None):
    """Punto de entrada de ``python -m authoring course``.

    Parameters
    ----------
    argv : sequence of str, optional
        Lecciones («4.4»); vacía, todas.

    Returns
    -------
    int
        0 si todo fue bien; 1 si algún cuaderno falla.
    """
    if hasattr(sys.stdout, "reconfigure"):  # la consola de Windows no sabe escribir «≈»
        sys.stdout.reconfigure(errors="replace")
    lessons = find_lessons(argv or ())
    if not lessons:
        print("No hay ninguna lección en lessons/.", file=sys.stderr)
        return 1
    output = ROOT / "build" / "curso"
    outcomes = run_course(lessons, output)
    output.mkdir(parents=True, exist_ok=True)
    (output / "index.html").write_text(index_page(outcomes), encoding="utf-8")
    print("\n" + table(outcomes))
    print("\nPara leerlo, abre build/curso/index.html en el navegador.")
    failed = [outcome for outcome in outcomes if outcome.failure]
    for outcome in failed:
        print(f"\n{outcome.lesson.name}: {outcome.failure}", file=sys.stderr)
    return 1 if failed else 0
