"""Lo común a las pruebas del paquete."""

import matplotlib.pyplot as plt
import pytest
from paper import LEAST, smallest_text


@pytest.fixture(autouse=True)
def figures_read_on_paper(request, no_figures_around):
    """Al acabar cada prueba, el texto de las figuras que deja se lee también en papel.

    Las que no, lo dicen: ``@pytest.mark.usefixtures("not_for_paper")``.
    """
    yield
    if "not_for_paper" in request.fixturenames:
        return
    for number in plt.get_fignums():
        points, text = smallest_text(plt.figure(number))
        assert points >= LEAST, f"en papel, {text!r} mide {points:.1f} puntos"


@pytest.fixture
def not_for_paper():
    """Su figura es a propósito más ancha, o de ejes más pequeños, que las del curso."""
