"""Las páginas de ``make curso``: una por cuaderno, y el índice que las enlaza."""

import base64
import html
import logging
import re
from dataclasses import dataclass

import nbformat
from jinja2 import DictLoader, pass_context
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from .formulas import to_mathml
from .lessons import ROOT

# La plantilla de JupyterLab sin lo que pide por la red: require.js sobra, y las fórmulas van en
# MathML. En papel, las figuras tienen casi todo el ancho: cuanto más encogen, peor se leen.
_TEMPLATE = """
{%- extends 'lab/index.html.j2' -%}
{%- block html_head_js_requirejs -%}{%- endblock -%}
{%- block html_head_js_mermaidjs -%}{%- endblock -%}
{%- block html_head_js_mathjax -%}{%- endblock -%}
{%- block html_head_css -%}
<style>
@page { margin: 1cm; }
@media print {
  .jp-Notebook { margin: 0; padding: 0; }
  .jp-OutputPrompt { display: none; }
}
</style>
{%- endblock -%}
"""
_NOTEBOOK_LINK = re.compile(r'(href="(?![a-z]+:)[^"#]+)\.ipynb(["#])')
_NO_ALT = "No description has been provided for this image"

_COVER = ROOT / "docs" / "imagenes" / "predicciones.png"
_COVER_ALT = (
    "Quince prendas de ropa con la predicción de la red: doce aciertos en azul y tres fallos en "
    "naranja, entre ellos un botín que la red toma por zapatilla"
)

_INDEX = """<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">{refresh}
<title>El curso, ejecutado</title>
<style>
body {{ font-family: system-ui, sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }}
img {{ max-width: 100%; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left; }}
td.seconds {{ text-align: right; font-variant-numeric: tabular-nums; }}
</style>
</head>
<body>
<h1>El curso, ejecutado de arriba abajo</h1>
<p><img src="data:image/png;base64,{cover}" alt="{cover_alt}"></p>
<p>{summary}</p>
<p>Los cuadernos sin segundos enseñan las salidas con que se publicó el curso; los demás, las de
este equipo.</p>
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


def key_result(notebook):
    """Última línea que imprime la última celda con la etiqueta ``resultado``, o «—».

    Una pregunta (``¿Supera 0.88? True``) comprueba el resultado, no lo dice: solo cuenta si la
    línea lleva también un número medido (``≈``).

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
        if output.output_type == "stream" and output.name == "stdout":
            lines += output.text.splitlines()
        elif output.output_type == "execute_result":  # ni una figura ni el elogio de un check
            lines += output.data.get("text/plain", "").splitlines()
    results = [" ".join(line.split()) for line in lines if "¿" not in line or "≈" in line]
    return next(filter(None, reversed(results)), "—")


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
    exporter = _Exporter(
        extra_loaders=[DictLoader({"course.html.j2": _TEMPLATE})],
        template_file="course.html.j2",
        language_code="es",
        embed_images=True,
        filters={"clean_html": _trust},
    )
    exporter.log.setLevel(logging.ERROR)  # avisa de cada figura sin descripción, abajo resuelto
    resources = {"metadata": {"name": title, "path": str(folder)}}
    page, _ = exporter.from_notebook_node(notebook, resources)
    return _NOTEBOOK_LINK.sub(r"\1.html\2", page).replace(_NO_ALT, "Figura de esta celda")


class _Renderer(IPythonRenderer):
    """El Markdown de una celda, con las fórmulas en MathML."""

    def inline_math(self, body):
        return to_mathml(body)

    def block_math(self, body):
        return to_mathml(body, block=True)


def markdown_html(text):
    """Un texto en Markdown, con las fórmulas en MathML."""
    return MarkdownWithMath(renderer=_Renderer(escape=False)).render(text)


class _Exporter(HTMLExporter):
    @pass_context
    def markdown2html(self, context, source):
        renderer = _Renderer(
            escape=False,
            embed_images=self.embed_images,
            path=context["resources"]["metadata"]["path"],
        )
        return MarkdownWithMath(renderer=renderer).render(source)


def _trust(element):
    # Sanear lo nuestro no cambia nada y cuesta un tercio del tiempo de cada página.
    return element.decode() if isinstance(element, bytes) else element


def write_page(lesson, notebook, output):
    """Guarda la página de una lección en la carpeta ``output``."""
    page = _page(lesson, output)
    page.parent.mkdir(parents=True, exist_ok=True)
    text = to_html(notebook, lesson.solved.parent, page.stem)
    page.write_text(text, encoding="utf-8")


def _page(lesson, output):
    return output / f"{lesson.name}.html"


@dataclass
class _Row:
    title: str
    link: str | None = None  # None si el cuaderno no está construido
    seconds: float | None = None  # None si no se ejecutó en este equipo
    result: str = "falta. Constrúyelo con: make build"


class Index:
    """El índice de las páginas: se rehace cada vez que se sabe algo más.

    Se puede abrir desde que empieza a crearse. Al terminar de crearlo, cada lección pedida tiene
    ya su página: la que dejó aquí una ejecución anterior o, si no la hay o el cuaderno es más
    nuevo, la de sus salidas guardadas.

    Parameters
    ----------
    output : Path
        Carpeta de las páginas.
    lessons : iterable of Lesson
        Todas, en el orden del curso. De las que no se piden aparecen las ejecutadas antes aquí.
    wanted : sequence of Lesson
        Las pedidas.
    seconds : dict
        Nombre de la lección -> lo que tardó la última vez que se ejecutó aquí, si fue bien.
    """

    def __init__(self, output, lessons, wanted, seconds):
        self.path = output / "index.html"
        self._rows = {}
        self.write()
        for lesson in lessons:
            page = _page(lesson, output)
            here = seconds.get(lesson.name) if _is_newer(page, lesson.solved) else None
            if here is None and lesson not in wanted:
                continue
            row = self._rows[lesson.name] = _Row(lesson.title, seconds=here)
            try:
                notebook = nbformat.read(lesson.solved, as_version=4)
                if here is None:
                    write_page(lesson, notebook, output)
                row.link, row.result = f"{lesson.name}.html", key_result(notebook)
            except FileNotFoundError:
                pass  # la línea ya lo dice
            except Exception as error:  # un cuaderno roto no estropea los demás
                row.result = f"no se puede leer: {error}"
            self.write()

    def add(self, lesson, seconds, result):
        """Pone lo ejecutado donde estaba lo guardado."""
        row = self._rows[lesson.name]
        row.seconds, row.result = seconds, result

    def write(self, summary=None):
        """Lo guarda; sin ``summary``, falta algo, y el navegador lo vuelve a pedir él solo."""
        page = _INDEX.format(
            refresh='\n<meta http-equiv="refresh" content="10">' if summary is None else "",
            cover=base64.b64encode(_COVER.read_bytes()).decode("ascii"),
            cover_alt=_COVER_ALT,
            summary=html.escape(summary or "Se está ejecutando: esta página se renueva sola."),
            rows="\n".join(map(_html_row, self._rows.values())),
        )
        self.path.write_text(page, encoding="utf-8")


def _is_newer(page, notebook):
    try:
        return page.stat().st_mtime >= notebook.stat().st_mtime
    except FileNotFoundError:
        return False


def _html_row(row):
    title = html.escape(row.title)
    if row.link:
        title = f'<a href="{html.escape(row.link)}">{title}</a>'
    seconds = "" if row.seconds is None else f"{row.seconds:.1f}"
    return (
        f'<tr><th scope="row">{title}</th><td class="seconds">{seconds}</td>'
        f"<td>{html.escape(row.result)}</td></tr>"
    )
