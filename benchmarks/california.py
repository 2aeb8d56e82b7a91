"""La red de la lección 3.2 con las casas de California, frente a la recta: R² y segundos.

Con cada semilla cambian los pesos iniciales y el orden de los lotes; el reparto es el de la
lección.
"""

import time

import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

from course_utils.datasets import load_california_housing
from course_utils.training import keras, set_seed

from .report import at_least, within

MIN_R2, MAX_SECONDS = 0.77, 15
LINE_R2 = (0.57, 0.60)
SKEWED = ["AveRooms", "AveBedrms", "Population", "AveOccup"]


def _split(stratified):
    houses = load_california_housing()
    bands = pd.cut(houses["MedInc"], [0, 2, 3, 4, 6, np.inf], labels=False) if stratified else None
    x, y = houses.drop(columns="MedHouseVal"), houses["MedHouseVal"].to_numpy()
    return train_test_split(x, y, test_size=0.2, stratify=bands, random_state=42)


def _line_r2(x_train, x_test, y_train, y_test):
    return LinearRegression().fit(x_train, y_train).score(x_test, y_test)


def _smooth(table):
    return table.assign(**np.log(table[SKEWED])).to_numpy("float32")


def _train(x, y, seed, epochs=30, batch_size=256):
    normalize = keras.layers.Normalization()
    normalize.adapt(x)
    set_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((x.shape[1],)),
            normalize,
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    rate = keras.optimizers.schedules.CosineDecay(0.005, epochs * -(-len(x) // batch_size))
    model.compile(keras.optimizers.Adam(rate), loss="mse")
    started = time.perf_counter()
    model.fit(x, y, batch_size=batch_size, epochs=epochs, verbose=0)
    return model, time.perf_counter() - started


def run(seeds=5):
    """Ajusta la recta una vez y la red con cada semilla."""
    # El 0.576 que se suele citar es el de un reparto al azar concreto; con el nuestro sale otro.
    line = _line_r2(*_split(stratified=False))
    failures = at_least("recta, R²", line, LINE_R2[0]) + within("recta, R²", line, LINE_R2[1], "")
    x_train, x_test, y_train, y_test = _split(stratified=True)
    print(
        f"   recta, en el reparto de la lección: {_line_r2(x_train, x_test, y_train, y_test):.4f}"
    )
    x_train, x_test = _smooth(x_train), _smooth(x_test)
    for seed in range(42, 42 + seeds):
        model, seconds = _train(x_train, y_train, seed)
        predicted = model.predict(x_test, batch_size=1000, verbose=0).ravel()
        failures += at_least(f"semilla {seed}, R²", r2_score(y_test, predicted), MIN_R2)
        failures += within(f"semilla {seed}, entrenamiento", seconds, MAX_SECONDS, "s")
    return failures
