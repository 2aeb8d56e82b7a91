"""Preguntar a un modelo lineal o de núcleo a qué lado de su frontera cae cada punto."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.arguments.numbers import as_numbers


def street_values(model: Any, points: Any) -> np.ndarray:
    """Lo que da la función de decisión de un modelo en cada punto.

    Parameters
    ----------
    model : estimator or callable
        Un modelo de scikit-learn entrenado, con ``decision_function``, o una función que recibe
        los puntos y devuelve un número por punto: 0 en la frontera, 1 y −1 en los bordes.
    points : numpy.ndarray or pandas.DataFrame, shape (n_puntos, 2)
        Dónde se pregunta.

    Returns
    -------
    numpy.ndarray of float, shape (n_puntos,)

    Raises
    ------
    TypeError
        Si el modelo no tiene función de decisión, o no da números.
    ValueError
        Si no está entrenado, no usa dos características o no da un número finito por punto.

    Examples
    --------
    >>> street_values(lambda p: p[:, 0] - 1, np.array([[1, 0], [3, 0]]))
    array([0., 2.])
    """
    function = getattr(model, "decision_function", model)
    if isinstance(model, type) or not callable(function):
        raise TypeError(
            "model debe ser un modelo entrenado con decision_function (una SVM) o una "
            f"función que dé un número por punto; llegó {model!r}."
        )
    if getattr(model, "n_features_in_", 2) != 2:
        raise ValueError(
            f"El modelo se entrenó con {model.n_features_in_} características y aquí se dibujan 2. "
            "Entrena otro solo con las dos columnas que quieres ver."
        )
    try:
        answer = function(points)
    except ValueError as error:
        if type(error).__name__ == "NotFittedError":
            raise ValueError(
                "El modelo todavía no está entrenado: llama antes a fit con los datos de "
                "entrenamiento."
            ) from error
        raise
    values = as_numbers(answer, "Lo que devuelve la función de decisión", "un número por punto")
    if values.shape != (len(points),) or not np.isfinite(values).all():
        raise ValueError(
            f"La función de decisión recibió {len(points)} puntos y devolvió un resultado de forma "
            f"{values.shape}; se espera un número finito por punto. Con más de dos clases hay "
            "varias fronteras: elige dos."
        )
    return values
