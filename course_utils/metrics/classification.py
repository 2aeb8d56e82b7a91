"""Métricas de clasificación: entran etiquetas y salen números.

scikit-learn hace los cálculos; aquí se comprueba antes lo que llega y se reúne el resultado en una
tabla que se lee bien en un cuaderno y en una terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.class_names import matrix_classes
from course_utils.arguments.labels import (
    check_label_pair,
    check_labels,
    check_positive,
    choose_positive,
    labels_present,
)
from course_utils.notebook import html_table
from course_utils.spanish import counted


@dataclass(frozen=True)
class ConfusionCounts:
    """Los cuatro recuentos de un problema de sí o no.

    Attributes
    ----------
    tp, fp, fn, tn : int
        Verdaderos positivos (VP), falsos positivos (FP), falsos negativos (FN) y verdaderos
        negativos (VN), en número de muestras.

    Examples
    --------
    >>> print(ConfusionCounts(tp=5, fp=10, fn=15, tn=70))
    VP = 5, FP = 10, FN = 15, VN = 70
    """

    tp: int
    fp: int
    fn: int
    tn: int

    def __str__(self) -> str:
        return f"VP = {self.tp}, FP = {self.fp}, FN = {self.fn}, VN = {self.tn}"

    def _repr_html_(self) -> str:
        header = ["Clase real", "Predicha positiva", "Predicha negativa"]
        body = [
            ["Positiva", f"VP = {self.tp}", f"FN = {self.fn}"],
            ["Negativa", f"FP = {self.fp}", f"VN = {self.tn}"],
        ]
        return html_table("Aciertos y errores (número de muestras)", header, body)


@dataclass(frozen=True)
class ClassScores:
    """Una fila del resumen: cómo le fue al modelo con una clase.

    Attributes
    ----------
    label : int or str
        La etiqueta, tal como está en los datos.
    name : str
        El nombre que se muestra.
    precision, recall, f1 : float
        Precisión, exhaustividad y F1, entre 0 y 1. Una división entre cero cuenta como 0.0.
    support : int
        Apoyo: cuántas muestras son de verdad de esta clase.
    predicted : int
        Cuántas veces predijo el modelo esta clase.
    """

    label: int | str
    name: str
    precision: float
    recall: float
    f1: float
    support: int
    predicted: int

    @property
    def note(self) -> str:
        """Por qué alguna de las cifras es un 0.0 por convenio; vacío si ninguna lo es."""
        if self.support and self.predicted:
            return ""
        if self.support:
            return "nunca predicha: su precisión no está definida y se escribe 0"
        if self.predicted:
            return "sin muestras reales: su exhaustividad no está definida y se escribe 0"
        return "ni aparece en los datos ni fue predicha: no entra en la media"


# eq=False: comparar dos matrices con == da otra matriz, no un sí o un no.
# repr=False: un cuaderno guarda el repr junto al HTML, y también ahí cuenta el signo ≈.
@dataclass(frozen=True, eq=False, repr=False)
class ClassificationSummary:
    """Exactitud, precisión, exhaustividad y F1, en conjunto y por clase.

    Attributes
    ----------
    accuracy : float
        Exactitud: fracción de aciertos, entre 0 y 1.
    precision, recall, f1 : float
        De la clase positiva cuando ``positive`` tiene valor; si no, la media macro: el promedio sin
        pesos de las clases que aparecen en los datos o en las predicciones.
    positive : int or str or None
        Etiqueta de la clase positiva; None si se muestra la media macro.
    rows : tuple of ClassScores
        Una fila por clase, en el orden de la matriz.
    confusion_matrix : numpy.ndarray of int, shape (n_clases, n_clases)
        Filas: clase real. Columnas: clase predicha. De solo lectura.
    approx : bool
        True si los textos escriben «≈ 0.891», porque la cifra cambia de una máquina a otra.
    """

    accuracy: float
    precision: float
    recall: float
    f1: float
    positive: int | str | None
    rows: tuple[ClassScores, ...]
    confusion_matrix: np.ndarray
    approx: bool = False

    @property
    def row_shares(self) -> np.ndarray:
        """La matriz en fracciones de cada clase real: cada fila suma 1, o 0 si no tiene muestras.

        De tipo float64 y forma (n_clases, n_clases).
        """
        counts = self.confusion_matrix
        support = counts.sum(axis=1, keepdims=True)
        return np.divide(counts, support, out=np.zeros(counts.shape), where=support > 0)

    def __str__(self) -> str:
        header, *body = self._cells()
        widths = [max(map(len, column)) for column in zip(header, *body, strict=True)]
        table = [
            "  ".join(
                # La primera columna lleva nombres, a la izquierda; las demás, números.
                [line[0].ljust(widths[0])]
                + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
            )
            for line in (header, *body)
        ]
        return "\n".join([*self._headlines(), "", *table, *self._notes()])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        header, *body = self._cells()
        notes = "".join(f"<p>{escape(note)}</p>" for note in self._notes())
        return html_table(". ".join(self._headlines()), header, body) + notes

    def _number(self, value: float) -> str:
        return f"≈ {value:.3f}" if self.approx else f"{value:.3f}"

    def _headlines(self) -> list[str]:
        samples = int(self.confusion_matrix.sum())
        lines = [f"Exactitud: {self._number(self.accuracy)} ({counted(samples, 'muestra')})"]
        if self.positive is not None:
            name = next(row.name for row in self.rows if row.label == self.positive)
            lines.append(
                f"Clase positiva «{name}»: precisión {self._number(self.precision)}, "
                f"exhaustividad {self._number(self.recall)}, F1 {self._number(self.f1)}"
            )
        return lines

    def _cells(self) -> list[list[str]]:
        cells = [["Clase", "Precisión", "Exhaustividad", "F1", "Apoyo (muestras)"]]
        for row in self.rows:
            scores = map(self._number, (row.precision, row.recall, row.f1))
            cells.append([row.name, *scores, str(row.support)])
        if self.positive is None:
            scores = map(self._number, (self.precision, self.recall, self.f1))
            cells.append(["Media macro", *scores, str(sum(row.support for row in self.rows))])
        return cells

    def _notes(self) -> list[str]:
        return [f"Clase «{row.name}»: {row.note}." for row in self.rows if row.note]


class ConfusedPair(NamedTuple):
    """Una confusión: la clase real, la predicha y dónde ocurre.

    Attributes
    ----------
    real, predicted : ClassScores
        Las dos filas del resumen.
    where : numpy.ndarray of int, shape (n_errores,)
        Las posiciones de las muestras confundidas.
    """

    real: ClassScores
    predicted: ClassScores
    where: np.ndarray


def confusion_counts(
    y_true: ArrayLike, y_pred: ArrayLike, *, positive: int | str = 1
) -> ConfusionCounts:
    """Cuenta verdaderos y falsos positivos y negativos.

    Con más de dos clases, ``positive`` se compara con todas las demás juntas.

    Parameters
    ----------
    y_true, y_pred : array_like of int, bool or str, shape (n_muestras,)
        Etiquetas reales y etiquetas predichas (no probabilidades).
    positive : int or str, default 1
        La etiqueta que cuenta como «sí».

    Returns
    -------
    ConfusionCounts
        ``tp``, ``fp``, ``fn`` y ``tn``, en número de muestras.

    Raises
    ------
    TypeError
        Si lo que llega no son etiquetas, o ``positive`` no es del mismo tipo que ellas.
    ValueError
        Si hay datos vacíos, ausentes, de longitudes distintas o probabilidades, o si la etiqueta
        ``positive`` no aparece.

    Examples
    --------
    >>> confusion_counts([1, 1, 0, 0, 0], [1, 0, 1, 0, 0])
    ConfusionCounts(tp=1, fp=1, fn=1, tn=2)
    """
    from sklearn.metrics import confusion_matrix

    y_true, y_pred = check_label_pair(y_true, y_pred)
    check_positive(positive, labels_present(y_true, y_pred))
    matrix = confusion_matrix(y_true == positive, y_pred == positive, labels=[False, True])
    tn, fp, fn, tp = map(int, matrix.ravel())
    return ConfusionCounts(tp=tp, fp=fp, fn=fn, tn=tn)


def classification_summary(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    *,
    class_names: Sequence[str] | None = None,
    positive: int | str | None = None,
    approx: bool = False,
) -> ClassificationSummary:
    """Resume un clasificador: cifras globales, una fila por clase y matriz de confusión.

    Parameters
    ----------
    y_true, y_pred : array_like of int, bool or str, shape (n_muestras,)
        Etiquetas reales y etiquetas predichas (no probabilidades).
    class_names : sequence of str, optional
        Con etiquetas enteras, el nombre de la clase 0, de la 1, etc. Con etiquetas de texto, el
        orden en que se muestran. Sin nombres se usan las etiquetas que aparecen.
    positive : int or str, optional
        La clase positiva, cuando hay dos. Con etiquetas 0 y 1 es 1 si no se dice otra cosa; con
        otras dos etiquetas, si no se dice, se da la media macro.
    approx : bool, default False
        True escribe «≈ » delante de cada cifra. Los recuentos de muestras son exactos.

    Returns
    -------
    ClassificationSummary
        Las cifras coinciden con las de scikit-learn (``zero_division=0``). Se puede imprimir, y en
        un cuaderno se ve como una tabla.

    Raises
    ------
    TypeError
        Si lo que llega no son etiquetas, o ``class_names`` o ``positive`` no son del tipo debido.
    ValueError
        Si hay datos vacíos, ausentes, de longitudes distintas o probabilidades; si una etiqueta
        no tiene nombre en ``class_names``; o si ``positive`` no es una de dos clases.

    Examples
    --------
    >>> resumen = classification_summary(
    ...     [0, 0, 0, 1, 1], [0, 0, 1, 1, 0], class_names=["normal", "spam"]
    ... )
    >>> print(resumen)
    Exactitud: 0.600 (5 muestras)
    Clase positiva «spam»: precisión 0.500, exhaustividad 0.500, F1 0.500
    <BLANKLINE>
    Clase   Precisión  Exhaustividad     F1  Apoyo (muestras)
    normal      0.667          0.667  0.667                 3
    spam        0.500          0.500  0.500                 2
    >>> resumen.confusion_matrix
    array([[2, 1],
           [1, 1]])
    """
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

    y_true, y_pred = check_label_pair(y_true, y_pred)
    labels, names = matrix_classes(y_true, y_pred, class_names)
    positive = choose_positive(positive, labels)

    matrix = confusion_matrix(y_true, y_pred, labels=labels)
    matrix.setflags(write=False)
    scores = precision_recall_fscore_support(y_true, y_pred, labels=labels, zero_division=0)
    scores = np.array(scores[:3])  # filas: precisión, exhaustividad, F1
    support, predicted = matrix.sum(axis=1), matrix.sum(axis=0)

    if positive is None:
        # Una clase sin muestras ni predicciones no dice nada: scikit-learn tampoco la promedia.
        overall = scores[:, support + predicted > 0].mean(axis=1)
    else:
        overall = scores[:, labels.index(positive)]
    rows = tuple(
        ClassScores(label, name, *map(float, scores[:, k]), int(support[k]), int(predicted[k]))
        for k, (label, name) in enumerate(zip(labels, names, strict=True))
    )
    accuracy = float(np.trace(matrix) / matrix.sum())
    return ClassificationSummary(
        accuracy, *map(float, overall), positive, rows, matrix, approx=bool(approx)
    )


def confused_pairs(
    y_true: ArrayLike, y_pred: ArrayLike, *, class_names: Sequence[str] | None = None
) -> list[ConfusedPair]:
    """Las confusiones, de más a menos errores; los empates siguen el orden de las clases.

    Parameters
    ----------
    y_true, y_pred, class_names
        Los de ``classification_summary``.

    Returns
    -------
    list of ConfusedPair
        Vacía si no hay ningún error.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``classification_summary``.

    Examples
    --------
    >>> (confusion,) = confused_pairs([0, 1, 0], [1, 1, 1], class_names=["no", "sí"])
    >>> confusion.real.name, confusion.predicted.name, confusion.where
    ('no', 'sí', array([0, 2]))
    """
    summary = classification_summary(y_true, y_pred, class_names=class_names)
    y_true, y_pred = check_labels(y_true, "y_true"), check_labels(y_pred, "y_pred")
    pairs = []
    for row, column in np.argwhere(summary.confusion_matrix):
        if row != column:
            real, predicted = summary.rows[row], summary.rows[column]
            where = np.flatnonzero((y_true == real.label) & (y_pred == predicted.label))
            pairs.append(ConfusedPair(real, predicted, where))
    return sorted(pairs, key=lambda pair: -len(pair.where))
