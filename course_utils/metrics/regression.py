"""Métricas de regresión: entran cantidades reales y predichas, y salen números.

scikit-learn hace los cálculos; aquí se comprueba antes lo que llega. En particular, una columna de
forma (n, 1), como la que devuelve ``model.predict``, cuenta como n números: restarla tal cual de un
array de forma (n,) daría n × n diferencias y un error medio falso.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from course_utils.arguments.columns import check_quantity_pair
from course_utils.arguments.text import check_text
from course_utils.notebook import html_table
from course_utils.spanish import counted


# repr=False: un cuaderno guarda el repr junto al HTML, y también ahí cuenta el signo ≈.
@dataclass(frozen=True, repr=False)
class RegressionSummary:
    """Cuánto se equivoca un modelo que predice cantidades.

    Attributes
    ----------
    mae : float
        Error absoluto medio, en la unidad de los datos.
    rmse : float
        Raíz del error cuadrático medio, en la unidad de los datos. Castiga más los errores grandes.
    r2 : float or None
        R², sin unidad: 1 es perfecto, 0 es lo que logra quien responde siempre la media, y puede
        ser negativo. None cuando no está definido: con una sola muestra, o si todos los valores
        reales son iguales.
    samples : int
        Cuántas muestras se compararon.
    unit : str or None
        La unidad de los datos, para los textos.
    approx : bool
        True si los textos escriben «≈ 0.372», porque la cifra cambia de una máquina a otra.
    """

    mae: float
    rmse: float
    r2: float | None
    samples: int
    unit: str | None = None
    approx: bool = False

    def __str__(self) -> str:
        unit = f" ({self.unit})" if self.unit else ""
        return "\n".join(
            [
                f"MAE: {self._number(self.mae)}{unit}",
                f"RMSE: {self._number(self.rmse)}{unit}",
                f"R²: {self._r2_text()}",
                f"Muestras: {self.samples}",
            ]
        )

    __repr__ = __str__

    def _repr_html_(self) -> str:
        unit = self.unit or "la de los datos"
        body = [
            ["MAE (error absoluto medio)", self._number(self.mae), unit],
            ["RMSE (raíz del error cuadrático medio)", self._number(self.rmse), unit],
            ["R²", self._r2_text(), "sin unidad"],
        ]
        caption = f"Error de las predicciones ({counted(self.samples, 'muestra')})"
        return html_table(caption, ["Medida", "Valor", "Unidad"], body)

    def _number(self, value: float) -> str:
        return f"≈ {quantity_text(value)}" if self.approx else quantity_text(value)

    def _r2_text(self) -> str:
        if self.r2 is not None:
            return f"≈ {self.r2:.3f}" if self.approx else f"{self.r2:.3f}"
        if self.samples == 1:
            return "sin definir (con una sola muestra no hay media con la que comparar)"
        return "sin definir (todos los valores reales son iguales)"


def regression_summary(
    y_true: ArrayLike, y_pred: ArrayLike, *, unit: str | None = None, approx: bool = False
) -> RegressionSummary:
    """Resume los errores de un modelo de regresión: MAE, RMSE y R².

    Parameters
    ----------
    y_true, y_pred : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Cantidades reales y cantidades predichas, en la misma unidad y en el mismo orden.
    unit : str, optional
        La unidad, para los textos: "km/l", "cien mil dólares".
    approx : bool, default False
        True escribe «≈ » delante de cada medida. El número de muestras es exacto.

    Returns
    -------
    RegressionSummary
        Las cifras coinciden con las de scikit-learn (``mean_absolute_error``,
        ``root_mean_squared_error`` y ``r2_score``). Se puede imprimir, y en un cuaderno se ve como
        una tabla. Donde R² no está definido, ``r2`` es None y el texto dice por qué.

    Raises
    ------
    TypeError
        Si llega texto, o algo que no es una secuencia de números, o ``unit`` no es un texto.
    ValueError
        Si hay datos vacíos, ausentes, infinitos, de otra forma o de longitudes distintas.

    Examples
    --------
    >>> print(regression_summary([2.0, 3.5, 5.0], [2.5, 3.5, 4.0], unit="cien mil dólares"))
    MAE: 0.500 (cien mil dólares)
    RMSE: 0.645 (cien mil dólares)
    R²: 0.722
    Muestras: 3
    """
    from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error

    y_true, y_pred = check_quantity_pair(y_true, y_pred)
    check_text(unit, "unit", optional=True)
    # scikit-learn devuelve 0.0 o 1.0 donde la división es entre cero: aquí se dice que no hay R².
    constant = y_true.min() == y_true.max()
    return RegressionSummary(
        mae=float(mean_absolute_error(y_true, y_pred)),
        rmse=float(root_mean_squared_error(y_true, y_pred)),
        r2=None if constant else float(r2_score(y_true, y_pred)),
        samples=len(y_true),
        unit=unit,
        approx=bool(approx),
    )


def residuals(y_true: ArrayLike, y_pred: ArrayLike) -> np.ndarray:
    """El residuo de cada muestra: real − predicho.

    Parameters
    ----------
    y_true, y_pred : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Los de ``regression_summary``.

    Returns
    -------
    numpy.ndarray of float64, shape (n_muestras,)
        En la unidad de los datos; positivo donde el modelo predijo de menos.

    Raises
    ------
    TypeError, ValueError
        Los mismos casos que ``regression_summary``.

    Examples
    --------
    >>> residuals([2.0, 3.5], [[2.5], [3.0]])
    array([-0.5,  0.5])
    """
    y_true, y_pred = check_quantity_pair(y_true, y_pred)
    return y_true - y_pred


def quantity_text(value: float) -> str:
    """Escribe una cantidad con las cifras que dicen algo.

    Examples
    --------
    >>> quantity_text(0.37214), quantity_text(52345.6), quantity_text(0.00037214)
    ('0.372', '52346', '0.000372')
    """
    if value == 0 or 0.1 <= abs(value) < 1000:
        return f"{value:.3f}"
    return f"{value:.3g}" if abs(value) < 1 else f"{value:.0f}"
