"""Fórmulas en MathML, que el navegador dibuja él solo: sin MathJax, sin red y sin esperar."""

from latex2mathml.converter import convert

from .errors import AuthoringError


def to_mathml(latex, *, block=False):
    r"""Convierte una fórmula de LaTeX, tal como está escrita entre sus dólares.

    Parameters
    ----------
    latex : str
        Sin los dólares: ``\frac{1}{2}``.
    block : bool
        Si ocupa su propia línea.

    Returns
    -------
    str
        Un elemento ``<math>``.

    Raises
    ------
    AuthoringError
        La fórmula no se entiende.
    """
    try:
        return convert(latex.strip(), display="block" if block else "inline")
    except Exception as error:
        raise AuthoringError(f"No se entiende la fórmula «{latex}»: {error!r}") from error
