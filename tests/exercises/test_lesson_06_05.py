"""Contrato de los ejercicios de la lección 6.5, el detector en marcha."""

import numpy as np
import pandas as pd
from contract import make_contract

from course_utils.datasets.payments import read_payments
from course_utils.exercises.lesson_06_05 import FEATURES
from course_utils.metrics.decisions import precision_at_k


def gain(f, a, m, c):
    return np.where(a, m * (f == 1) - c, 0.0)


def shift(losses, t, quota):
    order = np.argsort(-losses)
    return order[losses[order] >= t][:quota]


def shift_list(losses, t, quota):
    order = sorted(range(len(losses)), key=lambda i: -losses[i])
    return np.array([i for i in order if losses[i] >= t][:quota], dtype=int)


def table(frame, chance, alerts):
    return pd.DataFrame({"pago": range(len(frame)), "probabilidad": chance, "avisar": alerts})


def score(path, model, limit, *, change=None, columns=FEATURES, alert=None):
    frame = read_payments(path)
    chance = model.predict(frame[columns].to_numpy("float32"), verbose=0)[:, 0]
    alerts = chance * frame["Amount"].to_numpy() >= limit if alert is None else alert(chance, limit)
    result = table(frame, chance, alerts)
    return result if change is None else change(result)


def score_loop(path, model, limit):
    frame = read_payments(path)
    chance = np.asarray(model(frame[FEATURES].to_numpy("float32"))).ravel()
    rows = zip(chance.tolist(), frame["Amount"].tolist(), strict=True)
    return table(frame, chance, [p * amount >= limit for p, amount in rows])


def without_model(path, model, limit):
    frame = read_payments(path)
    return table(frame, np.zeros(len(frame)), np.zeros(len(frame), dtype=bool))


def other_error(path, model, limit):
    try:
        frame = read_payments(path)
    except ValueError:
        raise ValueError("archivo malo") from None
    return score_frame(frame, model, limit)


def score_frame(frame, model, limit):
    chance = model.predict(frame[FEATURES].to_numpy("float32"))[:, 0]
    return table(frame, chance, chance * frame["Amount"].to_numpy() >= limit)


def with_pandas(path, model, limit):
    return score_frame(pd.read_csv(path), model, limit)


def in_float64(path, model, limit):
    frame = read_payments(path)
    chance = model.predict(frame[FEATURES])[:, 0]
    return table(frame, chance, chance * frame["Amount"].to_numpy() >= limit)


def swallow(path, model, limit):
    try:
        return score(path, model, limit)
    except ValueError:
        return pd.DataFrame()


def model_first(path, model, limit):
    try:
        frame = pd.read_csv(path).reindex(columns=FEATURES)
        model.predict(frame.apply(pd.to_numeric, errors="coerce").to_numpy("float32"))
    except Exception:
        pass
    return score_frame(read_payments(path), model, limit)


def wrong_type(path, model, limit):
    try:
        return score(path, model, limit)
    except ValueError as error:
        raise RuntimeError("ay") from error


def by_day(fraud, scores, days, k):
    return [precision_at_k(fraud[days == day], scores[days == day], k) for day in np.unique(days)]


GOOD = {
    "6.5.1": [
        (lambda s, start, delay: s < start - delay,),
        (lambda s, start, delay: np.array([t + delay < start for t in s]),),
        (lambda s, start, delay: pd.Series(s) < start - delay,),
    ],
    "6.5.2": [
        (by_day,),
        (lambda *given: np.array(by_day(*given)),),
        (lambda *given: tuple(by_day(*given)),),
    ],
    "6.5.3": [(gain,), (lambda f, a, m, c: a * (f * m - c),)],
    "6.5.4": [(shift,), (shift_list,)],
    "6.5.5": [(score,), (score_loop,)],
}

WRONG = {
    "6.5.1": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: True,), "array"),
        ((lambda s, start, delay: s[s < start - delay],), "True y False"),
        ((lambda s, start, delay: s < 0,), "No coincide"),
    ],
    "6.5.2": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: 0.5,), "debe ser un array"),
        ((lambda f, s, d, k: ["a"] * len(np.unique(d)),), "debe ser un número"),
        ((lambda f, s, d, k: [0.123] * len(np.unique(d)),), "no es el valor pedido"),
    ],
    "6.5.3": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: 5,), "array"),
        ((lambda f, a, m, c: np.float64(gain(f, a, m, c).sum()),), "un solo número"),
        ((lambda f, a, m, c: gain(f, a, m, c)[:5],), "forma"),
        ((lambda f, a, m, c: np.array(["a"] * len(f)),), "debe contener números"),
        ((lambda f, a, m, c: m * 0,), "No coincide"),
    ],
    "6.5.4": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: [1],), "array"),
        ((lambda x, t, k: x >= t,), "True y False"),
        ((lambda x, t, k: np.sort(x)[::-1][:k],), "enteros"),
        ((lambda x, t, k: np.array([0]) + shift(x, t, 99),), "no caben en el cupo"),
        ((lambda x, t, k: np.array([99]),), "no existen"),
        ((lambda x, t, k: np.argsort(-x)[:k],), "no llega al umbral"),
        ((lambda x, t, k: shift(x, t, k)[:-1],), "deberían ser"),
        ((lambda x, t, k: np.sort(shift(x, t, k)),), "de mayor a menor"),
        ((lambda x, t, k: np.flatnonzero(x >= t)[:k],), "ordena antes"),
    ],
    "6.5.5": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((without_model,), "No llamas a modelo.predict"),
        ((lambda *a: score(*a, columns=["Time", *FEATURES]),), "sobra Time"),
        ((lambda *a: score(*a, columns=FEATURES[:5]),), "debe recibir forma"),
        ((in_float64,), "El modelo recibe float64"),
        ((lambda *a: score(*a, columns=["Amount", *FEATURES[:-1]]),), "otros números"),
        ((lambda *a: score(*a, change=lambda t: t.to_dict()),), "DataFrame"),
        ((lambda *a: score(*a, change=lambda t: t[["pago", "avisar"]]),), "Las columnas"),
        ((lambda *a: score(*a, change=lambda t: t[t["avisar"]]),), "una por pago"),
        ((lambda *a: score(*a, change=lambda t: t.assign(pago=t["pago"] + 1)),), "0, 1, 2"),
        ((lambda *a: score(*a, change=lambda t: t.assign(probabilidad="a")),), "números"),
        ((lambda *a: score(*a, change=lambda t: t.assign(probabilidad=0.5)),), "lo que dice"),
        ((lambda *a: score(*a, change=lambda t: t.assign(avisar="sí")),), "True y False"),
        ((lambda *a: score(*a, alert=lambda p, u: p >= u),), "compara la probabilidad sola"),
        ((lambda p, m, u: score(p, m, 20),), "usas el parámetro"),
        ((lambda p, m, u: score(p, m, u + 1e-6),), "mayor o igual"),  # > en vez de >=
        ((other_error,), "no el de read_payments"),
        ((wrong_type,), "en vez del ValueError"),
        ((with_pandas,), "en vez del ValueError"),
        ((swallow,), "sin try"),
        ((model_first,), "primero read_payments"),
    ],
}

EQUIVALENT = {
    "6.5.5": {
        "`0` por `-1` (línea 4)": "de una sola columna, la primera es la última",
        "`pagos['Amount'].to_numpy()` por `pagos['Amount']` (línea 8)": (
            "una columna de pandas con el índice del archivo multiplica igual"
        ),
    },
}

TestContract = make_contract("lesson_06_05", GOOD, WRONG, EQUIVALENT)
