"""Los errores de Python, explicados en español debajo del mensaje original.

``explain_errors()`` se apunta al evento ``post_run_cell`` de IPython, que llega cuando la celda ya
ha mostrado su error: la explicación se añade debajo y no puede taparlo ni cambiarlo. Todo lo que
se mira (nombres, longitudes, claves) se mira sin ejecutar código de quien estudia.

El texto es siempre el mismo para el mismo error: sin direcciones de memoria, sin rutas de la
máquina y sin el texto inglés de Python, que cambia de una versión a otra.
"""

import ast
import html
import re
import sys

from .spot import _parsed_again, _Spot
from .table import _EXPLAINERS
from .words import _RAISED, _message


def explain_errors(on=True):
    """Explica en español, bajo el mensaje de Python, cada error de una celda.

    La celda de preparación de cada cuaderno lo enciende.

    Parameters
    ----------
    on : bool
        ``False`` lo apaga hasta que se vuelva a encender o se reinicie el núcleo.

    Notes
    -----
    Solo hace algo dentro de IPython (un cuaderno, Colab): en otro sitio lo dice, y nada más.

    Examples
    --------
    >>> explain_errors()
    explain_errors() solo funciona dentro de un cuaderno.
    """
    shell = _shell()
    if shell is None:
        print("explain_errors() solo funciona dentro de un cuaderno.")
        return
    # Se compara por nombre: si el módulo se recarga, la función de antes es otro objeto.
    for callback in list(shell.events.callbacks["post_run_cell"]):
        if (getattr(callback, "__module__", ""), getattr(callback, "__name__", "")) == (
            __name__,
            _after_cell.__name__,
        ):
            shell.events.unregister("post_run_cell", callback)
    if on:
        shell.events.register("post_run_cell", _after_cell)


def _shell():
    # Si nadie ha importado IPython, no estamos dentro de él; importarlo tardaría.
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _after_cell(result):
    """Lo que IPython llama al terminar cada celda."""
    try:
        before = result.error_before_exec  # de sintaxis; los demás, en error_in_exec
        error = result.error_in_exec if before is None else before
        if error is None:
            return
        explanation = explain(error, _shell().user_global_ns, result.info.raw_cell)
        if explanation is not None:
            from IPython.display import display

            display(explanation)
    except BaseException:
        # El error original ya está en pantalla: si explicarlo falla (un objeto cuyo __repr__
        # lanza cualquier cosa, un Ctrl+C a destiempo), mejor callar que añadir otro error.
        return


class Explanation:
    """Qué significa un error, su causa probable y cómo repararlo.

    Entre acentos graves (`` `así` ``) va lo que es código.

    Examples
    --------
    >>> Explanation("NameError: Python no conoce ese nombre", "No existe `x`.", "Defínelo.")
    🔎 NameError: Python no conoce ese nombre
    No existe `x`.
    Qué hacer: Defínelo.
    """

    def __init__(self, title, cause, fix):
        self.title = title
        self.cause = cause
        self.fix = fix

    def __repr__(self):
        return f"🔎 {self.title}\n{self.cause}\nQué hacer: {self.fix}"

    def _repr_html_(self):
        def marked(text):
            code = r'<code style="color:#222;background:none">\1</code>'
            return re.sub("`([^`]*)`", code, html.escape(text))

        return (
            '<div lang="es" style="background:#f5f5f5;color:#222;border-left:4px solid #757575;'
            'padding:8px 12px;margin:4px 0">'
            f"<b>🔎 {marked(self.title)}</b><br>{marked(self.cause)}<br>"
            f"<b>Qué hacer:</b> {marked(self.fix)}</div>"
        )


def explain(error, namespace, cell=""):
    """Explica un error.

    Parameters
    ----------
    error : BaseException
    namespace : dict
        Las variables del cuaderno: por ellas se reconocen los marcos que son de una celda.
    cell : str
        El texto de la celda, tal como se escribió.

    Returns
    -------
    Explanation or None
        ``None`` si no hay nada que añadir: el error viene del curso, y ya está en español, o de
        una orden de IPython.
    """
    if isinstance(error, SyntaxError) and "incomplete input" in _message(error):
        error = _parsed_again(error, cell)
    spot = _Spot(error, namespace)
    if (spot.module == "course_utils" and spot.raised) or isinstance(error, SystemExit):
        return None
    if type(error).__module__.startswith("IPython"):
        return None
    kind = next(kind for kind in type(error).__mro__ if kind in _EXPLAINERS)
    meaning, explainer = _EXPLAINERS[kind]
    if spot.node(ast.Raise):
        cause, fix = _RAISED
    else:
        cause, fix = explainer(error, spot)
    if type(error) is not kind and not isinstance(error, SyntaxError):
        kind, meaning = type(error), _EXPLAINERS[BaseException][0]
    return Explanation(f"{kind.__name__}: {meaning}", cause, fix)
