"""La extensión de Sphinx que escribe las fórmulas en MathML (``docs/conf.py`` la nombra)."""

from docutils import nodes

from ..formulas import to_mathml


def setup(app):
    """Punto de entrada de Sphinx."""
    app.add_html_math_renderer(
        "mathml", inline_renderers=(_inline, None), block_renderers=(_block, None)
    )
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _inline(writer, node):
    writer.body.append(to_mathml(node.astext()))
    raise nodes.SkipNode


def _block(writer, node):
    # Una fórmula ancha se desplaza dentro de su caja, también con el teclado.
    writer.body.append(
        f'<div class="formula" tabindex="0">{to_mathml(node.astext(), block=True)}</div>'
    )
    raise nodes.SkipNode
