"""Preguntar a un modelo, sea de scikit-learn, de Keras o una función, qué clase predice."""

from __future__ import annotations

import inspect
import warnings
from typing import Any

import numpy as np

from course_utils.arguments.labels import check_labels, check_same_kind


def predicted_labels(predict: Any, points: Any, y: np.ndarray) -> np.ndarray:
    """La clase que predice el modelo en cada punto. Se le pregunta una sola vez.

    Parameters
    ----------
    predict : callable or estimator
        Un modelo entrenado, su método ``predict`` o una función que recibe los puntos. Si devuelve
        una columna por clase, cuenta la mayor; si devuelve una probabilidad por punto, desde 0.5
        es la clase 1.
    points : numpy.ndarray or pandas.DataFrame, shape (n_puntos, 2)
        Dónde se pregunta.
    y : numpy.ndarray of int or str, shape (n_muestras,)
        Las etiquetas reales, ya comprobadas: dicen de qué tipo son y qué clases hay.

    Returns
    -------
    numpy.ndarray of int64 or str, shape (n_puntos,)

    Raises
    ------
    TypeError
        Si ``predict`` no es un modelo ni una función, o da otro tipo de etiqueta.
    ValueError
        Si el modelo no está entrenado, no usa dos características o no da una clase por punto.

    Examples
    --------
    >>> predicted_labels(lambda p: p[:, 0] > 0, np.array([[-1, 0], [2, 0]]), np.array([0, 1]))
    array([0, 1])
    """
    output = np.asarray(_ask_model(predict, points))
    if output.ndim == 0 or len(output) != len(points) or output.ndim > 2 or output.size == 0:
        raise ValueError(
            f"predict recibió {len(points)} puntos y devolvió un resultado de forma "
            f"{output.shape}; se espera una etiqueta por punto, o una columna por clase."
        )
    if output.dtype.kind == "f" and not np.isfinite(output).all():
        raise ValueError(
            "predict devuelve nan o infinito en algún punto: el modelo no da un número. Revisa los "
            "datos y la tasa de aprendizaje."
        )
    if output.ndim == 2 and output.shape[1] > 1:
        return _label_of_largest(output, y)
    output = output.ravel()
    if output.dtype.kind == "f" and (output != np.floor(output)).any():
        if output.min() < 0 or output.max() > 1:
            raise ValueError(
                f"predict devuelve decimales de {output.min():.3g} a {output.max():.3g}, que no "
                "son etiquetas ni probabilidades. Si son logits, compáralos con 0: p > 0."
            )
        output = output >= 0.5
    predicted = check_labels(output, "Lo que devuelve predict")
    check_same_kind(predicted, y, "predict devuelve {} e y contiene {}")
    return predicted


def _ask_model(predict, points):
    """Llama al modelo con todos los puntos, sin barra de progreso ni avisos."""
    owner = getattr(predict, "__self__", predict)
    function = getattr(predict, "predict", predict)
    if not callable(function) or inspect.isclass(predict):
        raise TypeError(
            "predict debe ser un modelo entrenado o una función que reciba puntos y devuelva "
            f"etiquetas; llegó {predict!r}. Con un modelo, pasa el modelo o model.predict."
        )
    features = _expected_features(owner)
    if features not in (None, 2):
        raise ValueError(
            f"El modelo se entrenó con {features} características y aquí se dibujan 2. Entrena "
            "otro solo con las dos columnas que quieres ver."
        )
    if _is_keras_model(owner):
        # Directamente: predict compila una función por modelo, y al quinto TensorFlow avisa.
        return owner(np.asarray(points, dtype="float32"), training=False)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="X does not have valid feature names")
            return function(points)
    except ValueError as error:
        if type(error).__name__ == "NotFittedError":
            raise ValueError(
                "El modelo todavía no está entrenado: llama antes a fit con los datos de "
                "entrenamiento."
            ) from error
        raise


def _is_keras_model(owner) -> bool:
    """Se reconoce por su familia: importar Keras para preguntarlo tardaría segundos."""
    modules = (kind.__module__ for kind in type(owner).__mro__)
    return hasattr(owner, "fit") and any(name.split(".")[0] == "keras" for name in modules)


def _expected_features(owner) -> int | None:
    shape = getattr(owner, "input_shape", None)
    if isinstance(shape, tuple) and shape:
        return shape[-1]
    return getattr(owner, "n_features_in_", None)


def _label_of_largest(output: np.ndarray, y: np.ndarray) -> np.ndarray:
    """La etiqueta de la columna mayor: su número o, si y no los usa, la que le toca en orden."""
    columns, present = output.shape[1], np.unique(y)
    largest = output.argmax(axis=1)
    if y.dtype.kind == "i" and present[0] >= 0 and present[-1] < columns:
        return largest
    if len(present) == columns:
        return present[largest]
    raise ValueError(
        f"predict devuelve {columns} columnas, una por clase, e y contiene {len(present)} clases: "
        f"{present.tolist()[:10]}. Numera las clases desde 0, o pasa una función que devuelva "
        "etiquetas."
    )
