"""Lo común a todas las pruebas: sin pantalla y sin figuras que se hereden de una a otra."""

import os
import random
import sys

import numpy as np
import pytest

os.environ.setdefault("MPLBACKEND", "Agg")
os.environ["COURSE_PROGRESS"] = "no"  # lo que las pruebas comprueban no es el avance de nadie
# Los avisos de C++ de TensorFlow no son de las pruebas.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


@pytest.fixture(autouse=True)
def same_draws_whatever_ran_before():
    """Cada prueba empieza con la misma semilla: una red sin entrenar acierta lo mismo siempre.

    Con ``COURSE_TEST_SEED=2`` se prueban otros sorteos: nada debe depender de ellos.
    """
    seed = int(os.environ.get("COURSE_TEST_SEED", "0"))
    random.seed(seed)
    np.random.seed(seed)
    if "keras" in sys.modules:
        sys.modules["keras"].utils.set_random_seed(seed)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(seed)


@pytest.fixture(autouse=True)
def no_figures_around():
    """Cada prueba empieza y termina sin figuras abiertas."""
    import matplotlib.pyplot as plt  # aquí: después de elegir el modo sin pantalla

    plt.close("all")
    yield
    plt.close("all")
