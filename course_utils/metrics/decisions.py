"""De la puntuación a la decisión: cuánto cuesta un umbral y qué se gana con un cupo de avisos.

Un pago recibe un aviso cuando su puntuación es mayor o igual que el umbral. Un fraude sin aviso
cuesta su importe; cada aviso, acierte o no, cuesta lo que tarda una persona en revisarlo.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.labels import group_codes
from course_utils.arguments.numbers import check_alert_cost, check_count
from course_utils.arguments.scores import check_fraud_scores, check_payments, check_threshold
from course_utils.notebook import html_table


# repr=False: un cuaderno guarda el repr junto al HTML, y también ahí cuenta el signo ≈.
@dataclass(frozen=True, repr=False)
class DecisionCost:
    """Lo que cuesta decidir con un umbral.

    Attributes
    ----------
    threshold : float
        El umbral; infinito si no se avisa de ningún pago.
    alerts : int
        Cuántos pagos reciben un aviso.
    frauds_caught, frauds_missed : int
        Cuántos fraudes lo reciben y cuántos no.
    missed_amount : float
        Importe de los fraudes sin aviso, en euros.
    review_cost : float
        Lo que cuesta revisar todos los avisos, en euros.
    total : float
        La suma de los dos costes, en euros.
    approx : bool
        True si los textos escriben «≈ 85», porque la cifra cambia de una máquina a otra.

    Examples
    --------
    >>> print(DecisionCost(0.5, 3, 2, 1, 120.0, 15.0, 135.0))
    Umbral: 0.5
    Avisos: 3
    Fraudes detectados: 2 de 3
    Importe de los fraudes no detectados: 120.00 €
    Coste de revisar los avisos: 15.00 €
    Coste total: 135.00 €
    """

    threshold: float
    alerts: int
    frauds_caught: int
    frauds_missed: int
    missed_amount: float
    review_cost: float
    total: float
    approx: bool = False

    def __str__(self) -> str:
        return "\n".join(f"{name}: {value}" for name, value in self._cells())

    __repr__ = __str__

    def _repr_html_(self) -> str:
        caption = "Coste de decidir con este umbral"
        return html_table(caption, ["Concepto", "Valor"], self._cells())

    def _number(self, text: str) -> str:
        return f"≈ {text}" if self.approx else text

    def _cells(self) -> list[tuple[str, str]]:
        threshold = "ninguno (no se avisa de ningún pago)"
        if self.threshold < np.inf:
            threshold = self._number(f"{self.threshold:.4g}")
        frauds = self.frauds_caught + self.frauds_missed  # los que hay no dependen del modelo
        return [
            ("Umbral", threshold),
            ("Avisos", self._number(str(self.alerts))),
            ("Fraudes detectados", f"{self._number(str(self.frauds_caught))} de {frauds}"),
            (
                "Importe de los fraudes no detectados",
                f"{self._number(f'{self.missed_amount:.2f}')} €",
            ),
            ("Coste de revisar los avisos", f"{self._number(f'{self.review_cost:.2f}')} €"),
            ("Coste total", f"{self._number(f'{self.total:.2f}')} €"),
        ]


@dataclass(frozen=True, eq=False)
class CostCurve:
    """El coste de cada umbral que cambia algo, de menos a más avisos.

    Attributes
    ----------
    thresholds : numpy.ndarray of float, shape (n_umbrales,)
        Infinito (ningún aviso) y cada puntuación distinta, de mayor a menor.
    alerts : numpy.ndarray of int, shape (n_umbrales,)
        Pagos con aviso.
    missed_amount, review_cost, total : numpy.ndarray of float, shape (n_umbrales,)
        Importe de los fraudes sin aviso, coste de revisar y su suma, en euros.
    """

    thresholds: np.ndarray
    alerts: np.ndarray
    missed_amount: np.ndarray
    review_cost: np.ndarray

    @property
    def total(self) -> np.ndarray:
        return self.missed_amount + self.review_cost

    @property
    def best(self) -> int:
        """La posición del coste mínimo; si hay empate, la de menos avisos."""
        total = self.total
        # Sumar en otro orden cambia la última cifra: eso no deshace un empate.
        return int(np.argmax(total <= total.min() + 1e-12 * max(1.0, total.max())))


def expected_cost(
    y_true: ArrayLike,
    scores: ArrayLike,
    amounts: ArrayLike,
    threshold: float,
    *,
    alert_cost: float,
    approx: bool = False,
) -> DecisionCost:
    """Calcula lo que habría costado decidir con un umbral.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_pagos,)
        1 es fraude y 0 es un pago normal.
    scores : array_like of float, shape (n_pagos,) o (n_pagos, 1)
        Puntuación de cada pago: una probabilidad o cualquier número real, mayor cuanto más
        sospechoso.
    amounts : array_like of float, shape (n_pagos,)
        Importe de cada pago, en euros; 0 o más.
    threshold : float
        Se avisa de los pagos con puntuación mayor o igual. Infinito (``np.inf``): de ninguno.
    alert_cost : float
        Lo que cuesta revisar un aviso, en euros; 0 o más.
    approx : bool, default False
        True escribe «≈ » delante de cada cifra que depende del modelo.

    Returns
    -------
    DecisionCost
        Los recuentos y los costes. Se puede imprimir, y en un cuaderno se ve como una tabla.

    Raises
    ------
    TypeError
        Si algo que debe ser un número, o contenerlos, no lo es.
    ValueError
        Si hay datos vacíos, ausentes, negativos o de longitudes distintas, o si el umbral no está
        entre 0 y 1 cuando las puntuaciones lo están.

    Examples
    --------
    >>> coste = expected_cost(
    ...     [0, 0, 1, 1], [0.1, 0.7, 0.4, 0.8], [30, 20, 90, 250], 0.5, alert_cost=5
    ... )
    >>> coste.alerts, coste.frauds_caught, coste.total
    (2, 1, 100.0)
    """
    fraud, scores, amounts = check_payments(y_true, scores, amounts)
    check_alert_cost(alert_cost)
    if not (isinstance(threshold, float) and threshold == np.inf):
        threshold = check_threshold(threshold, scores)
    alert = scores >= threshold
    missed = fraud & ~alert
    alerts, missed_amount = int(alert.sum()), float(amounts[missed].sum())
    review_cost = float(alerts * alert_cost)
    return DecisionCost(
        threshold=float(threshold),
        alerts=alerts,
        frauds_caught=int((fraud & alert).sum()),
        frauds_missed=int(missed.sum()),
        missed_amount=missed_amount,
        review_cost=review_cost,
        total=missed_amount + review_cost,
        approx=bool(approx),
    )


def best_threshold_for_cost(
    y_true: ArrayLike,
    scores: ArrayLike,
    amounts: ArrayLike,
    *,
    alert_cost: float,
    approx: bool = False,
) -> DecisionCost:
    """Busca el umbral de menor coste entre todos los que cambian algo.

    Prueba cada puntuación distinta y también no avisar de nada; si dos cuestan lo mismo, se queda
    con el que da menos avisos. El mínimo es exacto para estos datos, así que se elige con los de
    validación y se mide con los de prueba.

    Parameters
    ----------
    y_true, scores, amounts, alert_cost, approx
        Los de ``expected_cost``.

    Returns
    -------
    DecisionCost
        El coste de ese umbral; infinito si lo mejor es no avisar.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``expected_cost``.

    Examples
    --------
    >>> mejor = best_threshold_for_cost(
    ...     [0, 0, 1, 1], [0.1, 0.7, 0.4, 0.8], [30, 20, 90, 250], alert_cost=5
    ... )
    >>> mejor.threshold, mejor.total
    (0.4, 15.0)
    """
    curve = cost_curve(y_true, scores, amounts, alert_cost=alert_cost)
    threshold = curve.thresholds[curve.best]
    return expected_cost(y_true, scores, amounts, threshold, alert_cost=alert_cost, approx=approx)


def cost_curve(
    y_true: ArrayLike,
    scores: ArrayLike,
    amounts: ArrayLike,
    *,
    alert_cost: float,
) -> CostCurve:
    """Calcula el coste de todos los umbrales de una vez.

    Parameters
    ----------
    y_true, scores, amounts, alert_cost
        Los de ``expected_cost``.

    Returns
    -------
    CostCurve

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``expected_cost``.

    Examples
    --------
    >>> curva = cost_curve([0, 1, 1], [0.1, 0.4, 0.4], [30, 90, 250], alert_cost=5)
    >>> curva.alerts, curva.total
    (array([0, 2, 3]), array([340.,  10.,  15.]))
    """
    fraud, scores, amounts = check_payments(y_true, scores, amounts)
    check_alert_cost(alert_cost)
    order = np.argsort(-scores, kind="stable")
    descending = scores[order]
    # Las puntuaciones iguales entran juntas: solo cuenta el último pago de cada una.
    last = np.append(np.flatnonzero(descending[1:] != descending[:-1]), len(scores) - 1)
    alerts = np.append(0, last + 1)
    # Lo perdido es lo que queda por debajo: sumado desde el final, termina en 0 exacto.
    below = np.cumsum((amounts * fraud)[order][::-1])[::-1]
    return CostCurve(
        thresholds=np.append(np.inf, descending[last]),
        alerts=alerts,
        missed_amount=np.append(below, 0.0)[alerts],
        review_cost=alerts * float(alert_cost),
    )


def precision_at_k(
    y_true: ArrayLike, scores: ArrayLike, k: int, *, groups: ArrayLike | None = None
) -> float:
    """Fracción de fraudes entre los ``k`` pagos de mayor puntuación.

    Parameters
    ----------
    y_true : array_like of int or bool, shape (n_pagos,)
        1 es fraude y 0 es un pago normal.
    scores : array_like of float, shape (n_pagos,) o (n_pagos, 1)
        Puntuación de cada pago, mayor cuanto más sospechoso. Si dos empatan, va delante el que
        aparece antes en los datos.
    k : int
        Cuántos pagos se pueden revisar. Si hay menos, se revisan todos.
    groups : array_like, shape (n_pagos,), optional
        A qué grupo pertenece cada pago, por ejemplo el día: entonces son los ``k`` de cada grupo.

    Returns
    -------
    float
        Entre 0 y 1.

    Raises
    ------
    TypeError, ValueError
        Si las etiquetas o las puntuaciones no son números finitos, faltan o no encajan, o ``k`` no
        es un entero de 1 en adelante.

    Examples
    --------
    >>> fraude, puntuacion = [1, 0, 0, 1], [0.9, 0.8, 0.2, 0.7]
    >>> precision_at_k(fraude, puntuacion, 2)
    0.5
    >>> precision_at_k(fraude, puntuacion, 1, groups=["lunes", "lunes", "martes", "martes"])
    1.0
    """
    fraud, chosen = _highest(y_true, scores, k, groups)
    return float(fraud[chosen].mean())


def recall_at_k(
    y_true: ArrayLike, scores: ArrayLike, k: int, *, groups: ArrayLike | None = None
) -> float:
    """Fracción de los fraudes que están entre los ``k`` pagos de mayor puntuación.

    Parameters
    ----------
    y_true, scores, k, groups
        Los de ``precision_at_k``.

    Returns
    -------
    float
        Entre 0, ninguno, y 1, todos.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``precision_at_k``, y que no haya ningún fraude.

    Examples
    --------
    >>> recall_at_k([1, 0, 0, 1], [0.9, 0.8, 0.2, 0.7], 1)
    0.5
    """
    fraud, chosen = _highest(y_true, scores, k, groups)
    if not fraud.any():
        raise ValueError(
            "y_true no contiene ningún fraude (1): no hay nada que detectar y la exhaustividad no "
            "está definida."
        )
    return float(fraud[chosen].sum() / fraud.sum())


def _highest(y_true, scores, k, groups) -> tuple[np.ndarray, np.ndarray]:
    """Qué pagos son fraude, y las posiciones de los k de mayor puntuación de cada grupo."""
    labels, scores = check_fraud_scores(y_true, scores)
    check_count(k, "k")
    codes = np.zeros(len(scores), dtype=int) if groups is None else group_codes(groups, labels)
    order = np.lexsort((-scores, codes))  # por grupo y, dentro, de mayor a menor; es estable
    codes = codes[order]
    place = np.arange(len(codes)) - np.searchsorted(codes, codes)  # su puesto en el grupo, desde 0
    return labels == 1, order[place < k]
