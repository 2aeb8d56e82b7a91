"""Las diapositivas de una lección, en una página de reveal.js que no pide nada a la red."""

import html
import re
import shutil
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from ..lessons import ROOT, find_lessons
from ..pages import markdown_html
from .cut import cut

OUTPUT = ROOT / "build" / "diapositivas"
_REVEAL = Path(__file__).parent / "reveal"
_TO_NOTEBOOK = re.compile(
    r"(\]\((?!https?:)[^)]*)\.ipynb\)"
)  # a otro cuaderno: aquí, a sus diapositivas
_STYLE = "a11y-high-contrast-light"  # de accessible-pygments: se lee también proyectado
_FORMATTER = HtmlFormatter(style=_STYLE, nowrap=True)

_PAGE = """<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{reveal}/reset.css">
<link rel="stylesheet" href="{reveal}/reveal.css">
<link rel="stylesheet" href="{reveal}/curso.css">
<link rel="stylesheet" href="{reveal}/codigo.css">
</head>
<body>
<div class="reveal"><div class="slides">
{slides}
</div></div>
<script src="{reveal}/reveal.js"></script>
<script src="{reveal}/notes.js"></script>
<script>
Reveal.initialize({{
  width: 1280, height: 720, margin: 0.03, center: false, hash: true, slideNumber: "c/t",
  transition: "none", showNotes: new URLSearchParams(location.search).has("notas"),
  plugins: [RevealNotes]
}}).then(() => {{
  // Lo que se pasa por poco de la altura encoge; lo que se pasa por mucho lo dice la prueba.
  for (const slide of document.querySelectorAll(".slides > section")) {{
    const shown = slide.style.display;
    slide.style.display = "block";
    const content = slide.querySelector(".contenido");
    for (let zoom = 1; slide.scrollHeight > slide.clientHeight && zoom > 0.7; zoom -= 0.05) {{
      content.style.zoom = zoom;
    }}
    slide.style.display = shown;
  }}
}});
</script>
</body>
</html>
"""


def build_decks(names=(), output=OUTPUT, root=ROOT):
    """Escribe las diapositivas de las lecciones pedidas (vacío: todas), y devuelve sus archivos."""
    shutil.copytree(_REVEAL, output / "reveal", dirs_exist_ok=True)
    colors = HtmlFormatter(style=_STYLE).get_style_defs(".reveal pre")
    (output / "reveal" / "codigo.css").write_text(colors, encoding="utf-8", newline="\n")
    written = []
    for lesson in find_lessons(names, root=root):
        path = output / f"{lesson.name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        reveal = "../" * lesson.name.count("/") + "reveal"
        path.write_text(deck(lesson, reveal), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def deck(lesson, reveal="reveal"):
    """La página de las diapositivas de una lección, con sus figuras dentro."""
    slides = "\n".join(map(slide_html, cut(lesson)))
    return _PAGE.format(title=html.escape(lesson.title), reveal=reveal, slides=slides)


def slide_html(slide):
    """Una diapositiva: su título, una sola cosa, y las notas de quien enseña."""
    kind = {1: "portada", 2: "seccion"}.get(slide.level, "corriente")
    heading = f"h{slide.level}"
    title = markdown_html(slide.title).strip().removeprefix("<p>").removesuffix("</p>")
    body = [f"<{heading}>{title}</{heading}>"]
    body += [_part_html(*part, alone=len(slide.parts) == 1) for part in slide.parts]
    content = f'<div class="contenido">{"".join(body)}</div>'
    notes = "\n".join(map(markdown_html, slide.notes))
    notes = f'<aside class="notes">{notes}</aside>' if notes else ""
    return f'<section class="{kind}">{content}{notes}</section>'


def _part_html(kind, content, *, alone):
    if kind == "texto":
        text = markdown_html(_TO_NOTEBOOK.sub(r"\1.html)", content))
        return f'<div class="texto">{text}</div>'
    if kind == "código":
        return f"<pre><code>{highlight(content, PythonLexer(), _FORMATTER)}</code></pre>"
    return f'<div class="salida{"" if alone else " con-texto"}">{_output_html(content)}</div>'


def _output_html(output):
    if output.output_type == "stream":
        return f"<pre>{html.escape(output.text.rstrip())}</pre>"
    if output.output_type == "error":
        return f"<pre>{html.escape(f'{output.ename}: {output.evalue}')}</pre>"
    if "image/png" in output.data:
        return f'<img alt="Figura" src="data:image/png;base64,{output.data["image/png"].strip()}">'
    if "text/html" in output.data:
        return output.data["text/html"]
    return f"<pre>{html.escape(output.data.get('text/plain', ''))}</pre>"
