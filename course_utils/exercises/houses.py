"""Lo que comparten los ejercicios de los precios de casas: los distritos y su reparto."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

from ..datasets import load_california_housing

if TYPE_CHECKING:
    import pandas as pd

FEATURES = (
    "MedInc",
    "HouseAge",
    "AveRooms",
    "AveBedrms",
    "Population",
    "AveOccup",
    "Latitude",
    "Longitude",
)
# Las que las lecciones pasan a logaritmos.
SKEWED = ("AveRooms", "AveBedrms", "Population", "AveOccup")


@functools.cache
def districts() -> pd.DataFrame:
    """Los 20 640 distritos, sin tocar: quien los cambie, que los copie."""
    return load_california_housing()


@functools.cache
def parts() -> list[pd.DataFrame]:
    """El entrenamiento y la validación de las lecciones: el mismo reparto, dos veces."""
    import pandas as pd
    from sklearn.model_selection import train_test_split

    bands = pd.cut(districts()["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False)
    rest, _ = train_test_split(districts(), test_size=0.2, stratify=bands, random_state=42)
    return train_test_split(rest, test_size=0.2, stratify=bands[rest.index], random_state=42)
