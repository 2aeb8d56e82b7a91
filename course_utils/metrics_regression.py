"""Métricas de regresión: entran cantidades reales y predichas, y salen números.

scikit-learn hace los cálculos; este módulo comprueba antes lo que llega. En particular, una columna
de forma (n, 1), como la que devuelve `model.predict`, cuenta como n números: restarla tal cual de
un array de forma (n,) daría n × n diferencias y un error medio falso.
"""

from __future__ import annotations

from dataclasses import dataclass
from numbers import Real

import numpy as np

from course_utils.metrics import _html_table

__all__ = ["RegressionSummary", "regression_summary"]


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
        samples = "1 muestra" if self.samples == 1 else f"{self.samples} muestras"
        caption = f"Error de las predicciones ({samples})"
        return _html_table(caption, ["Medida", "Valor", "Unidad"], body)

    def _number(self, value: float) -> str:
        return f"≈ {quantity_text(value)}" if self.approx else quantity_text(value)

    def _r2_text(self) -> str:
        if self.r2 is not None:
            return f"≈ {self.r2:.3f}" if self.approx else f"{self.r2:.3f}"
        if self.samples == 1:
            return "sin definir (con una sola muestra no hay media con la que comparar)"
        return "sin definir (todos los valores reales son iguales)"


def regression_summary(y_true, y_pred, *, unit=None, approx: bool = False) -> RegressionSummary:
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
        Las cifras coinciden con las de scikit-learn (`mean_absolute_error`,
        `root_mean_squared_error` y `r2_score`). Se puede imprimir, y en un cuaderno se ve como una
        tabla. Donde R² no está definido, `r2` es None y el texto dice por qué.

    Raises
    ------
    TypeError
        Si llega texto, o algo que no es una secuencia de números, o `unit` no es un texto.
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
    check_text(unit, "unit")
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


def quantity_text(value: float) -> str:
    """Escribe una cantidad con las cifras que dicen algo. Lo usa también `plotting_regression`.

    Examples
    --------
    >>> quantity_text(0.37214), quantity_text(52345.6), quantity_text(0.00037214)
    ('0.372', '52346', '0.000372')
    """
    if value == 0 or 0.1 <= abs(value) < 1000:
        return f"{value:.3f}"
    return f"{value:.3g}" if abs(value) < 1 else f"{value:.0f}"


def check_quantity_pair(y_true, y_pred) -> tuple[np.ndarray, np.ndarray]:
    """Comprueba lo real y lo predicho, muestra a muestra. Lo usa también `plotting_regression`.

    Examples
    --------
    >>> check_quantity_pair([1, 2], [[1.5], [2.5]])
    (array([1., 2.]), array([1.5, 2.5]))
    """
    y_true, y_pred = check_quantities(y_true, "y_true"), check_quantities(y_pred, "y_pred")
    if len(y_true) != len(y_pred):
        raise ValueError(
            f"y_true tiene {len(y_true)} valores e y_pred {len(y_pred)}; deben ser las mismas "
            "muestras, en el mismo orden. ¿Predijiste con otro conjunto (entrenamiento, prueba)?"
        )
    return y_true, y_pred


def check_quantities(values, name: str) -> np.ndarray:
    """Comprueba un número finito por muestra y los devuelve en un array de una dimensión.

    Lo usa también `plotting_regression`.

    Parameters
    ----------
    values : array_like of float, shape (n_muestras,) o (n_muestras, 1)
        Lo que pasó quien llama.
    name : str
        Cómo se llama ese argumento, para el mensaje de error.

    Returns
    -------
    numpy.ndarray of float64, shape (n_muestras,)
        Los mismos números.

    Raises
    ------
    TypeError
        Si no es una secuencia o no contiene números.
    ValueError
        Si está vacía, tiene otra forma, o algún valor falta o no es finito.

    Examples
    --------
    >>> check_quantities([[3], [5]], "y_pred")
    array([3., 5.])
    """
    array = _column(values, name)
    if array.dtype.kind == "O":
        _check_objects(array, name)
    elif array.dtype.kind not in "biuf":
        raise TypeError(f"{name} es de tipo {array.dtype}; se esperaban números.")
    array = array.astype(float)
    broken = ~np.isfinite(array)
    if broken.any():
        where, count = int(broken.argmax()), int(broken.sum())
        others = "" if count == 1 else f" (y son {count} en total)"
        raise ValueError(
            f"{name} contiene {array[where]} en la posición {where}{others}; {_repair(name)}."
        )
    return array


def check_text(value, name: str) -> None:
    """Comprueba un rótulo que se puede omitir. Lo usa también `plotting_regression`.

    Examples
    --------
    >>> check_text("km/l", "unit")
    """
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} debe ser un texto; llegó {value!r} ({type(value).__name__}).")


_ONE_EACH = "se espera una lista o un array con un número por muestra"


def _as_array(values, name: str) -> np.ndarray:
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(f"{name}: las filas tienen longitudes distintas; {_ONE_EACH}.") from error
    # NumPy vuelve texto los números de [1.5, "a"]: así cada valor sigue siendo lo que era.
    return np.asarray(values, dtype=object) if array.dtype.kind == "U" else array


def _column(values, name: str) -> np.ndarray:
    """Una dimensión, del tipo que sea: (n, 1) es una columna de n valores."""
    array = _as_array(values, name)
    if array.size == 0:
        raise ValueError(f"{name} está vacío (forma {array.shape}); {_ONE_EACH}.")
    if array.ndim == 0:
        kind = type(values).__name__
        raise TypeError(f"{name}: llegó un {kind}; {_ONE_EACH}, por ejemplo [2.5, 3.1].")
    if array.ndim == 2 and array.shape[1] == 1:
        return array[:, 0]
    if array.ndim > 1:
        flat = max(array.shape) == array.size
        advice = "Aplánalo con .ravel()." if flat else "Elige una columna, por ejemplo [:, 0]."
        raise ValueError(f"{name} tiene forma {array.shape}; {_ONE_EACH}. {advice}")
    return array


def _check_objects(array: np.ndarray, name: str) -> None:
    for position, value in enumerate(array):
        # Por su texto, para reconocer pandas.NA y NaT sin importar pandas.
        if str(value) in ("None", "<NA>", "NaT"):
            raise ValueError(f"{name} no tiene valor en la posición {position}; {_repair(name)}.")
        if isinstance(value, str):
            raise TypeError(
                f"{name} contiene texto, {value!r}, en la posición {position}; se esperaban "
                "números. Si son etiquetas, usa classification_summary; si son números leídos como "
                "texto, conviértelos con np.asarray(y, dtype=float)."
            )
        if not isinstance(value, Real | np.bool_):
            raise TypeError(
                f"{name} contiene un {type(value).__name__} en la posición {position}; se "
                "esperaban números."
            )


def _repair(name: str) -> str:
    if name in ("y_pred", "weights", "bias"):
        return (
            "si viene de una red, el entrenamiento divergió: baja la tasa de aprendizaje o escala "
            "las entradas"
        )
    return "quita esa muestra o rellena el dato que falta"
