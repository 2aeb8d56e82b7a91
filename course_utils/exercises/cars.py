"""Lo que comparten los ejercicios del consumo de gasolina: los coches, las columnas y el modelo."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

from ..datasets import load_auto_mpg
from . import expect

if TYPE_CHECKING:
    import pandas as pd
    from sklearn.pipeline import Pipeline

KM_PER_MILE = 1.609344
LITRES_PER_GALLON = 3.785411784
NUMERIC = [
    "cylinders",
    "displacement_cu_in",
    "horsepower",
    "weight_lb",
    "acceleration_s",
    "model_year",
]


@functools.cache
def split() -> tuple[pd.DataFrame, pd.DataFrame, pd.Series, pd.Series]:
    """Los mismos coches de aprender y del sobre que en las lecciones."""
    from sklearn.model_selection import train_test_split

    cars = load_auto_mpg()
    target = cars["mpg"] * (KM_PER_MILE / LITRES_PER_GALLON)
    return train_test_split(cars[[*NUMERIC, "origin"]], target, test_size=80, random_state=42)


def pipeline(degree: int, alpha: float | None = None) -> Pipeline:
    """Las columnas de la lección con ese grado, y una regresión, con freno o sin él."""
    from sklearn.compose import make_column_transformer
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LinearRegression, Ridge
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, PolynomialFeatures, StandardScaler

    numbers = make_pipeline(
        SimpleImputer(strategy="median"),
        StandardScaler(),
        PolynomialFeatures(degree, include_bias=False),
        StandardScaler(),
    )
    columns = make_column_transformer(
        (numbers, NUMERIC), (OneHotEncoder(handle_unknown="ignore"), ["origin"])
    )
    return make_pipeline(columns, LinearRegression() if alpha is None else Ridge(alpha=alpha))


def predicted(model: object, x: pd.DataFrame, name: str) -> np.ndarray:
    """Lo que predice un modelo de la respuesta: exige un número por coche."""
    result = expect.call(model.predict, x)
    result = expect.array(result, f"lo que predice {name}", shape=(len(x),))
    if result.dtype.kind not in "fiu" or not np.all(np.isfinite(result)):
        expect.wrong(f"Las predicciones de {name} deben ser números, sin nan.")
    return result


def estimator(model: object, name: str) -> None:
    """Exige un modelo de scikit-learn."""
    from sklearn.base import BaseEstimator

    if not isinstance(model, BaseEstimator) or not callable(getattr(model, "predict", None)):
        expect.wrong(
            f"{name} debe ser un pipeline de scikit-learn, ya entrenado: {expect.arrived(model)}."
        )


def trained_only_with_the_learning_cars(model: object, name: str) -> None:
    """Exige que un modelo se haya entrenado con ``x_train`` e ``y_train``, y nada más.

    Se entrena otro igual y se compara lo que predicen. Si entrenarlo dos veces da dos modelos
    distintos, porque usa el azar, no se puede saber y se da por bueno.
    """
    import pandas as pd
    from sklearn.base import clone

    x_train, x_test, y_train, y_test = split()
    every = pd.concat([x_train, x_test])
    found = predicted(model, every, name)

    def again(x, y):
        return predicted(expect.call(clone(model).fit, x, y), every, name)

    wanted = again(x_train, y_train)
    if _alike(found, wanted) or not _alike(wanted, again(x_train, y_train)):
        return
    others = {
        "los 398 coches, también los del sobre": (every, pd.concat([y_train, y_test])),
        "los 80 coches del sobre": (x_test, y_test),
    }
    for which, data in others.items():
        if _alike(found, again(*data)):
            expect.wrong(
                f"{name} predice lo mismo que si se entrena con {which}. Entrénalo solo con "
                "x_train e y_train."
            )
    expect.wrong(
        f"{name} no predice lo mismo que otro igual entrenado con todo x_train e y_train: se "
        f"separan hasta {np.abs(found - wanted).max():.2g} km/l."
    )


def _alike(one, other):
    # Con columnas casi iguales, las últimas cifras de los pesos ya dependen del equipo.
    return np.allclose(one, other, rtol=1e-4, atol=1e-4)


def cross_validated(model: object, name: str) -> float:
    """El RMSE medio de un modelo, que ya se sabe entrenar, en los diez pliegues de la lección."""
    from sklearn.base import clone
    from sklearn.model_selection import KFold

    x, _, y, _ = split()
    scores = []
    for learn, exam in KFold(10, shuffle=True, random_state=42).split(x):
        taught = expect.call(clone(model).fit, x.iloc[learn], y.iloc[learn])
        errors = predicted(taught, x.iloc[exam], name) - y.iloc[exam].to_numpy()
        scores.append(np.sqrt(np.mean(errors**2)))
    return np.mean(scores)
