"""Dónde se está ejecutando el código: ¿hay un cuaderno delante?"""

import sys


def in_notebook():
    """Dice si hay un núcleo de cuaderno (Jupyter, Colab) que pueda mostrar una figura.

    Returns
    -------
    bool

    Examples
    --------
    >>> in_notebook()
    False
    """
    # Si nadie ha importado IPython, no estamos dentro de él.
    shell = sys.modules.get("IPython") and sys.modules["IPython"].get_ipython()
    return shell is not None and hasattr(shell, "kernel")
