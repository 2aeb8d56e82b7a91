"""Lo común a todas las pruebas: sin pantalla y sin figuras que se hereden de una a otra."""

import os

import pytest

os.environ.setdefault("MPLBACKEND", "Agg")
os.environ["COURSE_PROGRESS"] = "no"  # lo que las pruebas comprueban no es el avance de nadie
# Los avisos de C++ de TensorFlow no son de las pruebas.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


@pytest.fixture(autouse=True)
def no_figures_around():
    """Cada prueba empieza y termina sin figuras abiertas."""
    import matplotlib.pyplot as plt  # aquí: después de elegir el modo sin pantalla

    plt.close("all")
    yield
    plt.close("all")
