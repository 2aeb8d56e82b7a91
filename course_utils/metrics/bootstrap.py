"""Entre qué valores se mueve una métrica, o la diferencia de dos modelos, al cambiar la muestra."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.numbers import (
    as_numbers,
    check_confidence,
    check_count,
    check_finite,
    check_same_length,
    check_seed,
    without_last_axis,
)
from course_utils.arguments.scores import (
    check_both_classes,
    check_metric,
    measured,
)


def bootstrap_interval(
    metric: Callable[..., float],
    y_true: ArrayLike,
    scores: ArrayLike,
    *,
    confidence: float = 0.95,
    repetitions: int = 500,
    seed: int = 0,
) -> tuple[float, float]:
    """Estima entre qué valores se mueve una métrica al cambiar la muestra (*bootstrap*).

    Repite la medida con muestras del mismo tamaño sacadas al azar de los datos, con repetición
    (cada respuesta con su verdad), y se queda con los percentiles centrales. Con dos clases, si
    una muestra sale sin alguna, se saca otra.

    Parameters
    ----------
    metric : callable
        ``metric(y_true, scores)`` devuelve un número, como ``average_precision_score`` o
        ``root_mean_squared_error``.
    y_true : array_like of float, int or bool, shape (n_muestras,)
        Lo que era verdad: cantidades o etiquetas. Si son 0 y 1, debe haber de las dos.
    scores : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Lo que responde el modelo: la puntuación de la clase positiva, una clase o una cantidad,
        según la métrica.
    confidence : float, default 0.95
        Qué fracción de las repeticiones queda dentro del intervalo.
    repetitions : int, default 500
        Cuántas muestras se sacan. Con 57 000 pagos y la precisión media tarda unos segundos.
    seed : int, default 0
        Semilla: la misma da el mismo intervalo.

    Returns
    -------
    low, high : float
        Los dos extremos.

    Raises
    ------
    TypeError
        Si ``metric`` no es una función, o los demás argumentos no son del tipo debido.
    ValueError
        Si solo hay ceros o solo unos, los datos no encajan o no son finitos, ``confidence`` no está
        entre 0 y 1 o la métrica no da un número finito.

    References
    ----------
    B. Efron y R. Tibshirani, *An Introduction to the Bootstrap* (1993), capítulo 13.

    Examples
    --------
    >>> from sklearn.metrics import roc_auc_score
    >>> low, high = bootstrap_interval(roc_auc_score, [0, 0, 1, 0, 1], [0.1, 0.3, 0.2, 0.4, 0.9])
    >>> 0 <= low < roc_auc_score([0, 0, 1, 0, 1], [0.1, 0.3, 0.2, 0.4, 0.9]) < high <= 1
    True
    >>> from sklearn.metrics import mean_absolute_error
    >>> bootstrap_interval(mean_absolute_error, [7.5, 9, 12], [8.5, 10, 11])
    (1.0, 1.0)
    """
    truth, scores = _one_each({"y_true": y_true, "scores": scores})
    if np.isin(truth, (0, 1)).all():
        truth = truth.astype(int)
        check_both_classes(truth, "hacen falta muestras de las dos.")
    check_metric(metric)
    check_confidence(confidence)
    check_count(repetitions, "repetitions")
    check_seed(seed)
    # De menor a mayor puntuación: es la misma muestra, y a la métrica le cuesta menos ordenarla.
    order = np.argsort(scores, kind="stable")
    truth, scores = truth[order], scores[order]
    values = [
        measured(metric, np.repeat(truth, times), np.repeat(scores, times))
        for times in _resampled(truth, repetitions, seed)
    ]
    return _central(values, confidence)


class PairedDifference(NamedTuple):
    """Cuánto gana un modelo a otro en los mismos datos, y entre qué valores se mueve.

    Attributes
    ----------
    value : float
        La métrica del primer modelo menos la del segundo.
    low, high : float
        Los extremos del intervalo. Si no contiene al 0, la diferencia no es solo suerte de la
        muestra.
    """

    value: float
    low: float
    high: float


def paired_difference(
    metric: Callable[..., float],
    y_true: ArrayLike,
    first: ArrayLike,
    second: ArrayLike,
    *,
    confidence: float = 0.95,
    repetitions: int = 500,
    seed: int = 0,
) -> PairedDifference:
    """Compara dos modelos en las mismas muestras (*bootstrap* pareado).

    Que dos intervalos se solapen no dice que los modelos empaten: los dos suben y bajan juntos
    con la muestra que toca. Aquí cada repetición saca **una** muestra, mide en ella los dos
    modelos y apunta la resta.

    Parameters
    ----------
    metric : callable
        ``metric(y_true, answers)`` devuelve un número: ``average_precision_score``,
        ``accuracy_score``, ``root_mean_squared_error``…
    y_true : array_like of float or int, shape (n_muestras,)
        Lo que era verdad: etiquetas o cantidades. Si son dos etiquetas, ninguna muestra sale sin
        alguna de las dos.
    first, second : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Lo que responde cada modelo: puntuaciones, clases o cantidades, según la métrica.
    confidence, repetitions, seed
        Los de ``bootstrap_interval``.

    Returns
    -------
    PairedDifference
        La métrica de ``first`` menos la de ``second``, y su intervalo.

    Raises
    ------
    TypeError
        Si ``metric`` no es una función, o los demás argumentos no son del tipo debido.
    ValueError
        Si los datos no encajan o no son finitos, ``confidence`` no está entre 0 y 1 o la métrica
        no da un número finito.

    References
    ----------
    B. Efron y R. Tibshirani, *An Introduction to the Bootstrap* (1993), capítulo 13.

    Examples
    --------
    >>> from sklearn.metrics import accuracy_score
    >>> real = [0, 1, 1, 0, 1, 0, 1, 1]
    >>> paired_difference(accuracy_score, real, real, [0, 1, 1, 0, 0, 1, 0, 1]).value
    0.375
    >>> paired_difference(accuracy_score, real, real, real)
    PairedDifference(value=0.0, low=0.0, high=0.0)
    """
    truth, *answers = _one_each({"y_true": y_true, "first": first, "second": second})
    check_metric(metric)
    check_confidence(confidence)
    check_count(repetitions, "repetitions")
    check_seed(seed)
    value = measured(metric, truth, answers[0]) - measured(metric, truth, answers[1])
    # Cada modelo, en su orden: la muestra es la misma, y a la métrica le cuesta menos ordenarla.
    orders = [np.argsort(each, kind="stable") for each in answers]
    differences = []
    for times in _resampled(truth, repetitions, seed):
        one, other = (
            measured(metric, np.repeat(truth[o], times[o]), np.repeat(each[o], times[o]))
            for each, o in zip(answers, orders, strict=True)
        )
        differences.append(one - other)
    return PairedDifference(value, *_central(differences, confidence))


def _one_each(given: dict[str, object]) -> list[np.ndarray]:
    """Lo que llegó, por su nombre: un número finito por muestra, y las mismas muestras."""
    arrays = {name: _one_per_sample(values, name) for name, values in given.items()}
    check_same_length(arrays)
    return list(arrays.values())


def _one_per_sample(values: object, name: str) -> np.ndarray:
    array = without_last_axis(as_numbers(values, name, "uno por muestra"))
    if array.ndim != 1 or not array.size:
        raise ValueError(
            f"{name} tiene forma {array.shape}; se espera un número por muestra. De predict_proba, "
            "la segunda columna: [:, 1]."
        )
    return check_finite(array, name)


def _resampled(labels: np.ndarray, repetitions: int, seed: int) -> Iterator[np.ndarray]:
    """Cuántas veces sale cada dato en cada muestra; con dos clases, las que traen de las dos."""
    random = np.random.default_rng(seed)
    count = len(labels)
    binary = len(np.unique(labels)) == 2
    positive = labels == labels.max()
    while repetitions:
        times = np.bincount(random.integers(count, size=count), minlength=count)
        if not binary or 0 < times[positive].sum() < count:
            repetitions -= 1
            yield times


def _central(values: list[float], confidence: float) -> tuple[float, float]:
    low, high = np.quantile(values, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(low), float(high)
