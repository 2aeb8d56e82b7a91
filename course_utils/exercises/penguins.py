"""Lo que comparten los ejercicios de los pingüinos: sus medidas, en la misma escala."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from ..datasets import load_penguins

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

MEASURES = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")


@functools.cache
def scaled() -> tuple[pd.DataFrame, np.ndarray]:
    """Las cuatro medidas, en la misma escala, y las especies: quien las cambie, que las copie."""
    table = load_penguins().dropna()
    measures = table[list(MEASURES)]
    return (measures - measures.mean()) / measures.std(), table["species"].to_numpy()
