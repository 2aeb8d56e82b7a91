"""Comprobar puntuaciones y probabilidades: las que da un modelo, y el umbral que las corta."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from course_utils.arguments.columns import check_amounts
from course_utils.arguments.labels import check_labels
from course_utils.arguments.numbers import (
    as_numbers,
    check_finite,
    check_number,
    check_same_length,
    without_last_axis,
)

# --- Una puntuación por muestra ----------------------------------------------------------------


def check_scores(scores: object) -> np.ndarray:
    """Comprueba una puntuación finita por muestra y las devuelve como float64 (n_muestras,).

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no hay una por muestra, o alguna no es finita.

    Examples
    --------
    >>> check_scores([[0.2], [0.9]])
    array([0.2, 0.9])
    """
    values = without_last_axis(as_numbers(scores, "scores", "un número por muestra"))
    if values.ndim != 1:
        raise ValueError(
            f"scores tiene forma {values.shape}; se espera una puntuación por muestra, la de la "
            "clase positiva. De predict_proba, la segunda columna: [:, 1]."
        )
    return check_finite(values, "scores")


def are_probabilities(scores: np.ndarray) -> bool:
    """¿Van todas las puntuaciones de 0 a 1?

    Examples
    --------
    >>> are_probabilities(np.array([0.0, 1.0])), are_probabilities(np.array([-3.0, 0.5]))
    (True, False)
    """
    return bool(scores.min() >= 0 and scores.max() <= 1)


def check_binary_scores(y_true: object, scores: object) -> tuple[np.ndarray, np.ndarray]:
    """Comprueba etiquetas 0 y 1, de las dos, y una puntuación finita por muestra.

    Raises
    ------
    TypeError
        Si las etiquetas son textos, o las puntuaciones no son números.
    ValueError
        Si hay otras etiquetas o falta una de las dos, o las puntuaciones no encajan.

    Examples
    --------
    >>> check_binary_scores([True, False], [0.9, 0.2])
    (array([1, 0]), array([0.9, 0.2]))
    """
    labels = check_labels(y_true, "y_true")
    if labels.dtype.kind == "U" or not np.isin(labels, (0, 1)).all():
        found = np.unique(labels).tolist()
        raise (TypeError if labels.dtype.kind == "U" else ValueError)(
            f"y_true debe contener 1 (positiva) y 0 (la otra clase); contiene {found[:5]}. Compara "
            f"antes con la clase que te interesa: y_true == {found[-1]!r}."
        )
    check_both_classes(
        labels,
        "sin muestras de las dos clases no hay curva que dibujar. Revisa cómo separaste los datos "
        "(stratify=y).",
    )
    values = check_scores(scores)
    check_same_length({"y_true": labels, "scores": values})
    return labels, values


def check_fraud_scores(y_true: object, scores: object) -> tuple[np.ndarray, np.ndarray]:
    """Como ``check_binary_scores``, pero vale un conjunto sin ningún fraude.

    Raises
    ------
    TypeError
        Si las etiquetas son textos, o las puntuaciones no son números.
    ValueError
        Si hay otras etiquetas, o las puntuaciones no encajan.

    Examples
    --------
    >>> check_fraud_scores([0, 0], [0.9, 0.2])
    (array([0, 0]), array([0.9, 0.2]))
    """
    labels = check_labels(y_true, "y_true")
    if labels.dtype.kind == "U":
        first = str(labels[0])
        raise TypeError(
            f"y_true debe contener 1 (fraude) y 0 (normal); contiene textos, como {first!r}. "
            f"Compara antes con la clase que te interesa: y_true == {first!r}."
        )
    if not np.isin(labels, (0, 1)).all():
        found = np.unique(labels).tolist()
        raise ValueError(
            f"y_true debe contener 1 (fraude) y 0 (normal); contiene {found[:5]}. ¿Has pasado otra "
            "columna?"
        )
    scores = check_scores(scores)
    check_same_length({"y_true": labels, "scores": scores})
    return labels, scores


def check_payments(
    y_true: object, scores: object, amounts: object
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Comprueba si cada pago es un fraude (booleano), su puntuación y su importe.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``check_fraud_scores``, y que los importes no sean uno por pago, de
        0 € o más.

    Examples
    --------
    >>> check_payments([0, 1], [0.1, 0.9], [30, 250])
    (array([False,  True]), array([0.1, 0.9]), array([ 30., 250.]))
    """
    labels, scores = check_fraud_scores(y_true, scores)
    amounts = check_amounts(amounts)
    check_same_length({"y_true": labels, "amounts": amounts})
    return labels == 1, scores, amounts


def check_both_classes(labels: np.ndarray, why: str) -> None:
    """Comprueba que hay muestras de las dos clases; ``why`` dice para qué hacen falta.

    Raises
    ------
    ValueError
        Si solo hay de una.

    Examples
    --------
    >>> check_both_classes(np.array([0, 1]), "hacen falta muestras de las dos.")
    """
    if labels.min() == labels.max():
        raise ValueError(f"y_true solo contiene la clase {labels[0]}: {why}")


def check_threshold(threshold: Any, scores: np.ndarray) -> float:
    """Comprueba un umbral para esas puntuaciones.

    Raises
    ------
    TypeError
        Si no es un número.
    ValueError
        Si no es finito, o no está entre 0 y 1 cuando las puntuaciones lo están.

    Examples
    --------
    >>> check_threshold(0.5, np.array([0.2, 0.9]))
    0.5
    """
    check_number(threshold, "threshold", "0.5")
    if not np.isfinite(threshold):
        raise ValueError(f"threshold debe ser un número finito; llegó {threshold}.")
    if are_probabilities(scores) and not 0 <= threshold <= 1:
        raise ValueError(
            f"threshold es {threshold} y las puntuaciones van de 0 a 1: el umbral también debe "
            "estar entre 0 y 1 (el 50 % se escribe 0.5)."
        )
    return float(threshold)


# --- Una probabilidad por clase ----------------------------------------------------------------


def check_probability_row(values: object) -> np.ndarray:
    """Comprueba las probabilidades de una muestra: float64 (n_clases,), que suman 1.

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no es una sola fila, o no son probabilidades.

    Examples
    --------
    >>> check_probability_row([0.1, 0.9])
    array([0.1, 0.9])
    """
    row = _probabilities(values, "predictions_array")
    if row.ndim != 1:
        raise ValueError(
            f"predictions_array tiene forma {row.shape}; se espera una sola fila, la de la muestra "
            "i: predictions[i]."
        )
    _check_probabilities(row, "predictions_array")
    return row


def check_probability_table(values: object) -> np.ndarray:
    """Comprueba las probabilidades de todas las muestras: float64 (n_muestras, n_clases).

    Raises
    ------
    TypeError
        Si no son números.
    ValueError
        Si no es una tabla, o alguna fila no son probabilidades que suman 1.

    Examples
    --------
    >>> check_probability_table([[0.1, 0.9]])
    array([[0.1, 0.9]])
    """
    table = _probabilities(values, "predictions")
    if table.ndim != 2:
        raise ValueError(
            f"predictions tiene forma {table.shape}; se espera (n_muestras, n_clases), todo lo que "
            "devuelve model.predict, sin argmax y sin elegir una fila."
        )
    _check_probabilities(table, "predictions")
    return table


def check_positive_probabilities(probabilities: np.ndarray) -> None:
    """Comprueba que las puntuaciones de la clase positiva son probabilidades, de 0 a 1.

    Raises
    ------
    ValueError
        Si alguna se sale.

    Examples
    --------
    >>> check_positive_probabilities(np.array([0.2, 0.9]))
    """
    if not are_probabilities(probabilities):
        low, high = probabilities.min(), probabilities.max()
        raise ValueError(
            f"probabilities contiene valores de {low:.3g} a {high:.3g} y una probabilidad va de 0 "
            "a 1. La calibración compara probabilidades; otras puntuaciones hay que calibrarlas "
            "antes (CalibratedClassifierCV)."
        )


def _probabilities(values: object, name: str) -> np.ndarray:
    array = as_numbers(values, name, "probabilidades, tantas en cada fila como clases")
    if array.size == 0:
        raise ValueError(f"{name} está vacío (forma {array.shape}); se esperan probabilidades.")
    return array


def _check_probabilities(array: np.ndarray, name: str) -> None:
    if array.shape[-1] == 1:
        raise ValueError(
            f"{name} tiene una sola probabilidad por muestra y se espera una por clase. Con una "
            "salida sigmoide p, pasa las dos columnas: np.hstack([1 - p, p])."
        )
    if np.isnan(array).any():
        raise ValueError(
            f"{name} contiene nan: el modelo no dio un número. Revisa los datos de entrada y la "
            "tasa de aprendizaje."
        )
    low, high = array.min(), array.max()
    if low < -1e-6 or high > 1 + 1e-6:
        raise ValueError(
            f"{name} contiene valores de {low:.3g} a {high:.3g} y una probabilidad va de 0 a 1: "
            "parecen logits. Aplica softmax: keras.ops.softmax(logits)."
        )
    sums = array.sum(axis=-1)
    worst = sums.flat[np.abs(sums - 1).argmax()] if sums.ndim else sums
    if abs(worst - 1) > 0.01:  # holgura para float16
        raise ValueError(
            f"Las probabilidades de {name} suman {worst:.3g} y deben sumar 1. Si son logits, "
            "aplica softmax; si la última capa es sigmoide, usa softmax con una salida por clase."
        )


# --- La métrica que mide un bootstrap ----------------------------------------------------------


def check_metric(metric: object) -> None:
    """Comprueba que es una función ``metric(y_true, scores)``.

    Raises
    ------
    TypeError
        Si no lo es.

    Examples
    --------
    >>> check_metric(max)
    """
    if not callable(metric):
        raise TypeError(
            "metric debe ser una función metric(y_true, scores), como average_precision_score (sin "
            f"paréntesis); llegó {metric!r}."
        )


def measured(metric: Callable[..., Any], y_true: np.ndarray, scores: np.ndarray) -> float:
    """Mide con ``metric`` y comprueba que lo que devuelve es un número finito.

    Raises
    ------
    ValueError
        Si no lo es.

    Examples
    --------
    >>> measured(lambda y_true, scores: y_true.mean(), np.array([0, 1]), np.array([0.2, 0.9]))
    0.5
    """
    value = metric(y_true, scores)
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = np.nan
    if not np.isfinite(number):
        raise ValueError(
            f"metric(y_true, scores) debe devolver un número finito; devolvió {value!r}."
        )
    return number
