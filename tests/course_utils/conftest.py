"""Lo que comparten las pruebas que dibujan."""

import matplotlib.pyplot as plt
import pytest


@pytest.fixture(autouse=True)
def no_figures_around():
    """Cada prueba empieza y termina sin figuras abiertas."""
    plt.close("all")
    yield
    plt.close("all")
