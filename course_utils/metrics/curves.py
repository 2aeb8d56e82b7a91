"""Curvas de un clasificador de sí o no: una por cada umbral posible, y la de sus probabilidades.

scikit-learn hace los cálculos. Todas reciben las etiquetas 0 y 1, de las dos, y una puntuación
finita por muestra.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.numbers import check_count
from course_utils.arguments.scores import (
    are_probabilities,
    check_binary_scores,
    check_positive_probabilities,
)
from course_utils.arguments.text import check_choice


@dataclass(frozen=True, eq=False)
class RocCurve:
    """La curva ROC.

    Attributes
    ----------
    false_positive_rate, recall : numpy.ndarray of float, shape (n_umbrales + 1,)
        Las dos coordenadas de la curva, de 0 a 1.
    area : float
        El área bajo la curva (AUC), de 0 a 1; responder al azar da 0.5.
    """

    false_positive_rate: np.ndarray
    recall: np.ndarray
    area: float


def roc(y_true: ArrayLike, scores: ArrayLike) -> RocCurve:
    """Calcula qué se gana y qué se paga al bajar el umbral.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_muestras,)
        Etiquetas reales: 1 es la clase positiva y 0 la otra. Debe haber de las dos.
    scores : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Puntuación de la clase positiva, mayor cuanto más seguro está el modelo.

    Returns
    -------
    RocCurve

    Raises
    ------
    TypeError
        Si las etiquetas o las puntuaciones no son números.
    ValueError
        Si falta una de las dos clases, hay puntuaciones ``nan`` o infinitas, o las longitudes no
        coinciden.

    Examples
    --------
    >>> roc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).area
    0.75
    """
    from sklearn.metrics import roc_auc_score, roc_curve

    y_true, scores = check_binary_scores(y_true, scores)
    false_positive_rate, recall, _ = roc_curve(y_true, scores)
    return RocCurve(false_positive_rate, recall, float(roc_auc_score(y_true, scores)))


@dataclass(frozen=True, eq=False)
class PrecisionRecallCurve:
    """La precisión y la exhaustividad de cada umbral.

    Attributes
    ----------
    precision, recall : numpy.ndarray of float, shape (n_umbrales + 1,)
        De 0 a 1. El último punto, precisión 1 y exhaustividad 0, no es de ningún umbral.
    thresholds : numpy.ndarray of float, shape (n_umbrales,)
        Las puntuaciones distintas, de menor a mayor.
    average_precision : float
        La precisión media (AP), de 0 a 1.
    positive_rate : float
        La fracción de positivos: la precisión de quien responde al azar.
    """

    precision: np.ndarray
    recall: np.ndarray
    thresholds: np.ndarray
    average_precision: float
    positive_rate: float

    def at(self, threshold: float) -> tuple[float, float]:
        """La precisión y la exhaustividad de un umbral cualquiera.

        Por encima de la puntuación más alta no se predice ningún positivo: la precisión no está
        definida y es ``nan``.
        """
        # El primer umbral que no es menor que el pedido acepta las mismas muestras que él.
        chosen = int(np.searchsorted(self.thresholds, threshold))
        precision = self.precision[chosen] if chosen < len(self.thresholds) else np.nan
        return float(precision), float(self.recall[chosen])


def precision_recall(y_true: ArrayLike, scores: ArrayLike) -> PrecisionRecallCurve:
    """Calcula la precisión y la exhaustividad de todos los umbrales.

    Parameters
    ----------
    y_true, scores
        Los de ``roc``.

    Returns
    -------
    PrecisionRecallCurve

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``roc``.

    Examples
    --------
    >>> precision_recall([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).at(0.5)
    (1.0, 0.5)
    """
    from sklearn.metrics import average_precision_score, precision_recall_curve

    y_true, scores = check_binary_scores(y_true, scores)
    average = float(average_precision_score(y_true, scores))
    return PrecisionRecallCurve(
        *precision_recall_curve(y_true, scores), average, float(y_true.mean())
    )


@dataclass(frozen=True, eq=False)
class CalibrationCurve:
    """Lo que dice el modelo de cada grupo de muestras, y lo que pasó.

    Attributes
    ----------
    said : numpy.ndarray of float, shape (n_grupos,)
        La probabilidad media de cada grupo.
    happened : numpy.ndarray of float, shape (n_grupos,)
        La fracción de positivos que hubo de verdad.
    """

    said: np.ndarray
    happened: np.ndarray


def calibration(
    y_true: ArrayLike, probabilities: ArrayLike, *, bins: int = 10, strategy: str = "quantile"
) -> CalibrationCurve:
    """Calcula si las probabilidades de un modelo se cumplen.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_muestras,)
        Etiquetas reales: 1 es la clase positiva y 0 la otra. Debe haber de las dos.
    probabilities : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Probabilidad de la clase positiva, de 0 a 1.
    bins : int, default 10
        Cuántos grupos, como mucho.
    strategy : {"quantile", "uniform"}, default "quantile"
        Grupos con las mismas muestras, o de la misma anchura.

    Returns
    -------
    CalibrationCurve
        De menor a mayor probabilidad. Los grupos vacíos no salen.

    Raises
    ------
    TypeError
        Si las etiquetas o las probabilidades no son números, o ``bins`` no es un entero.
    ValueError
        Si falta una clase, hay valores que no son probabilidades o las longitudes no coinciden.

    Examples
    --------
    >>> calibration([0, 0, 1, 1], [0.1, 0.3, 0.6, 0.8], bins=2).said
    array([0.2, 0.7])
    """
    from sklearn.calibration import calibration_curve

    y_true, probabilities = check_binary_scores(y_true, probabilities)
    check_positive_probabilities(probabilities)
    check_count(bins, "bins")
    check_choice(strategy, "strategy", ("quantile", "uniform"))
    happened, said = calibration_curve(y_true, probabilities, n_bins=bins, strategy=strategy)
    return CalibrationCurve(said, happened)


@dataclass(frozen=True, eq=False)
class ScoreHistogram:
    """Cómo se reparten las puntuaciones de cada clase.

    Attributes
    ----------
    edges : numpy.ndarray of float, shape (n_intervalos + 1,)
        Los bordes de los intervalos.
    percentages : numpy.ndarray of float, shape (2, n_intervalos)
        El % de las muestras de la clase 0 y de la 1 que caen en cada uno; cada fila suma 100.
    counts : tuple of int
        Cuántas muestras hay de cada clase.
    logarithmic : bool
        True si los bordes se separan cada vez más, porque unas pocas puntuaciones son cientos de
        veces mayores que las demás.
    """

    edges: np.ndarray
    percentages: np.ndarray
    counts: tuple[int, int]
    logarithmic: bool


def score_histogram(y_true: ArrayLike, scores: ArrayLike, *, bins: int = 50) -> ScoreHistogram:
    """Calcula qué % de cada clase hay en cada intervalo de puntuaciones.

    Parameters
    ----------
    y_true, scores
        Los de ``roc``.
    bins : int, default 50
        Cuántos intervalos, todos igual de anchos; si alguna puntuación pasa de cien veces la
        mediana (los errores de un autocodificador), igual de anchos en escala logarítmica.

    Returns
    -------
    ScoreHistogram

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``roc``, y que ``bins`` no sea un entero de 1 en adelante.

    Examples
    --------
    >>> score_histogram([0, 0, 1], [0.0, 0.3, 1.0], bins=2).percentages
    array([[100.,   0.],
           [  0., 100.]])
    """
    y_true, scores = check_binary_scores(y_true, scores)
    check_count(bins, "bins")
    logarithmic = _spans_magnitudes(scores)
    edges = (
        np.geomspace(scores.min(), scores.max(), bins + 1)
        if logarithmic
        else np.histogram_bin_edges(scores, bins)
    )
    groups = [scores[y_true == value] for value in (0, 1)]
    return ScoreHistogram(
        edges,
        np.array([100 * np.histogram(group, edges)[0] / len(group) for group in groups]),
        (len(groups[0]), len(groups[1])),
        logarithmic,
    )


def _spans_magnitudes(scores: np.ndarray) -> bool:
    """El error de un autocodificador: unos pocos, cientos de veces mayores que el normal."""
    is_positive = scores.min() > 0 and not are_probabilities(scores)
    return bool(is_positive and scores.max() > 100 * np.median(scores))
