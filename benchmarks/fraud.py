"""La red de la lección 6.2 y la regresión logística con los pagos: precisión media y segundos.

Sin duplicados, y el último 20 % en el tiempo como prueba. La logística aprende de todo lo anterior,
como en 6.1; la red, del primer 64 %, como en 6.2, que aparta el resto para elegir el umbral.
"""

import time

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils.datasets import load_credit_card_fraud
from course_utils.training import keras, set_seed

from .report import at_least, within

MIN_NET, MIN_LOGISTIC, MAX_SECONDS = 0.80, 0.72, 10


def _split():
    payments = load_credit_card_fraud().drop_duplicates()
    start = int(0.8 * len(payments))
    x = payments.drop(columns=["Time", "Class"]).assign(Amount=np.log1p(payments["Amount"]))
    x, y = x.to_numpy(), payments["Class"].to_numpy()
    return x[:start], x[start:], y[:start], y[start:]


def _train(x, y, seed):
    set_seed(seed)
    model = keras.Sequential([keras.Input((x.shape[1],))])
    for units in (64, 32):
        model.add(keras.layers.Dense(units, activation="relu"))
        model.add(keras.layers.Dropout(0.3))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    # De ocho en ocho lotes: los mismos pesos, bit a bit, con menos idas y vueltas a Python.
    model.compile("adam", loss="binary_crossentropy", steps_per_execution=8)
    started = time.perf_counter()
    model.fit(x, y, batch_size=2048, epochs=20, verbose=0)
    return model, time.perf_counter() - started


def run(seeds=5):
    """Ajusta la logística una vez y la red con cada semilla."""
    x_train, x_test, y_train, y_test = _split()
    logistic = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    logistic.fit(x_train, y_train)
    scores = logistic.predict_proba(x_test)[:, 1]
    failures = at_least("logística, AP", average_precision_score(y_test, scores), MIN_LOGISTIC)
    fit = int(0.8 * len(x_train))
    scaler = StandardScaler().fit(x_train[:fit])
    x_fit, x_new = (scaler.transform(part).astype("float32") for part in (x_train[:fit], x_test))
    for seed in range(42, 42 + seeds):
        model, seconds = _train(x_fit, y_train[:fit], seed)
        scores = model.predict(x_new, batch_size=4096, verbose=0).ravel()
        ap = average_precision_score(y_test, scores)
        failures += at_least(f"semilla {seed}, AP", ap, MIN_NET)
        failures += within(f"semilla {seed}, entrenamiento", seconds, MAX_SECONDS, "s")
    return failures
