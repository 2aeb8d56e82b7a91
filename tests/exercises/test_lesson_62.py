"""Contrato de los ejercicios de 6.2, la red y la decisión."""

import keras
import numpy as np
import pandas as pd
from contract import make_contract

from course_utils.exercises.lesson_62 import FEATURES
from course_utils.payments import read_payments


def cost(f, a, m, c):
    return m[(f == 1) & ~a].sum() + c * a.sum()


def network(
    rate,
    *,
    inputs=29,
    units=(64, 32),
    hidden="relu",
    output="sigmoid",
    outputs=1,
    after=(1, 2),
    swap=False,
):
    layers = [keras.Input((inputs,))]
    for number, size in enumerate(units, start=1):
        layers.append(keras.layers.Dense(size, activation=hidden))
        if number in after:
            layers.append(keras.layers.Dropout(rate))
    layers.append(keras.layers.Dense(outputs, activation=output))
    if swap:
        layers.append(keras.layers.Dropout(rate))
    return keras.Sequential(layers)


def functional(rate):
    inputs = keras.Input((29,))
    x = keras.layers.Dropout(rate)(keras.layers.Dense(64, activation="relu")(inputs))
    x = keras.layers.Dropout(rate)(keras.layers.Dense(32, activation="relu")(x))
    return keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))


def undersample(y, seed, *, size=None, replace=False):
    frauds, normals = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    rng = np.random.default_rng(seed)
    return np.r_[frauds, rng.choice(normals, size=size or len(frauds), replace=replace)]


def shuffled_undersample(y, seed):
    rng = np.random.default_rng(seed)
    normals = rng.permutation(np.flatnonzero(y == 0))[: int(y.sum())]
    return rng.permutation(np.r_[np.flatnonzero(y), normals])


def first_normals(y, seed):
    return np.r_[np.flatnonzero(y == 1), np.flatnonzero(y == 0)[: y.sum()]]


_calls = iter(range(10**6))


def restless(y, seed):
    """La semilla no se usa: cada llamada da otra muestra."""
    return undersample(y, next(_calls))


def sometimes_flat(y, seed):
    chosen = undersample(y, seed)
    return chosen if seed == 0 else chosen[None]


def threshold(f, s, m, c, *, pick=min, strict=False):
    def total(u):
        return cost(f, s > u if strict else s >= u, m, c)

    return pick(s.tolist(), key=total)


def threshold_loop(f, s, m, c):
    best, found = np.inf, None
    for u in np.sort(s):
        if cost(f, s >= u, m, c) < best:
            best, found = cost(f, s >= u, m, c), u
    return found


def recall_at(f, s, k):
    return f[np.argsort(-s)[:k]].sum() / f.sum()


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


GOOD = {
    "6.2.1": [
        (cost,),
        (
            lambda f, a, m, c: sum(
                (c if alert else 0) + (x if y and not alert else 0)
                for y, alert, x in zip(f, a, m, strict=True)
            ),
        ),
        (lambda f, a, m, c: np.where(a, c, f * m).sum(),),
    ],
    "6.2.2": [(network,), (functional,)],
    "6.2.3": [
        (lambda y: {0: 1.0, 1: (y == 0).sum() / (y == 1).sum()},),
        (lambda y: {0: 1, 1: (len(y) - y.sum()) / y.sum()},),
    ],
    "6.2.4": [(undersample,), (shuffled_undersample,)],
    "6.2.5": [
        (lambda x, r: ((x - r) ** 2).mean(axis=1),),
        (lambda x, r: np.array([np.mean((a - b) ** 2) for a, b in zip(x, r, strict=True)]),),
        (lambda x, r: pd.Series(((x - r) ** 2).mean(axis=1)),),
    ],
    "6.2.6": [(threshold,), (threshold_loop,)],
    "6.2.7": [
        (recall_at,),
        (lambda f, s, k: sum(y for _, y in sorted(zip(s, f, strict=True))[-k:]) / sum(f),),
    ],
    "6.2.8": [
        (lambda p, m, c: p * m >= c,),
        (lambda p, m, c: np.array([a * b >= c for a, b in zip(p, m, strict=True)]),),
    ],
    "6.2.9": [(gain,), (lambda f, a, m, c: a * (f * m - c),)],
    "6.2.10": [(shift,), (shift_list,)],
    "6.2.11": [(score,), (score_loop,)],
}

WRONG = {
    "6.2.1": [
        ((lambda f, a, m, c: m * a,), "un solo número"),
        ((lambda f, a, m, c: None,), "debe ser un número"),
        ((lambda f, a, m, c: m[(f == 1) & ~a].sum(),), "olvidas lo que cuesta revisar"),
        ((lambda f, a, m, c: c * a.sum(),), "olvidas el importe"),
        ((lambda f, a, m, c: m[(f == 1) & ~a].sum() + c * (a & (f == 0)).sum(),), "falsas alarmas"),
        ((lambda f, a, m, c: m[(f == 1) & a].sum() + c * a.sum(),), "fraudes con aviso"),
        ((lambda f, a, m, c: m[~a].sum() + c * a.sum(),), "todos los pagos sin aviso"),
        ((lambda f, a, m, c: cost(f, a, m, 5),), "5 € fijos"),
        ((lambda f, a, m, c: 0,), "No es el coste"),
        ((5,), "función"),
        ((lambda f, a: 0,), "se detuvo"),
    ],
    "6.2.2": [
        ((3,), "función"),
        ((lambda r: 1 / 0,), "se detuvo"),
        ((lambda r: None,), "modelo de Keras"),
        ((lambda r: network(r, inputs=30),), "Input((29,))"),
        ((lambda r: network(r, outputs=2),), "dos neuronas"),
        ((lambda r: network(r, units=(32, 64)),), "se piden [64, 32, 1]"),
        ((lambda r: network(r, output="softmax"),), "siempre 1"),
        ((lambda r: network(r, output=None),), 'activation="sigmoid"'),
        ((lambda r: network(r, hidden=None),), 'activation="relu"'),
        ((lambda r: network(r, swap=True),), "apagaría la respuesta"),
        ((lambda r: network(r, after=(1,)),), "en ningún otro sitio"),
        ((lambda r: network(0.3),), "usa el parámetro"),
    ],
    "6.2.3": [
        ((3,), "función"),
        ((lambda y: 1 / 0,), "se detuvo"),
        ((lambda y: 5.0,), "diccionario"),
        ((lambda y: {"0": 1.0, "1": 5.0},), "claves"),
        ((lambda y: {0: None, 1: 2.0},), "debe ser un número"),
        ((lambda y: {0: 1.0, 1: "dos"},), "debe ser un número"),
        ((lambda y: {0: (y == 0).sum() / y.sum(), 1: 1.0},), "al revés"),
        ((lambda y: {0: 1.0, 1: len(y) / y.sum()},), "todos los pagos"),
        ((lambda y: {0: 1.0, 1: (y == 0).sum()},), "falta dividirlo"),
        ((lambda y: {0: 2.0, 1: (y == 0).sum() / y.sum()},), "debe ser 1.0"),
        ((lambda y: {0: 1.0, 1: 3.0},), "el peso del 1 no es"),
    ],
    "6.2.4": [
        ((3,), "función"),
        ((lambda y, s: 1 / 0,), "se detuvo"),
        ((lambda y, s: [1, 2],), "array"),
        ((lambda y, s: y[None],), "una dimensión"),
        ((lambda y, s: y[undersample(y, s)],), "Parecen las etiquetas"),
        ((lambda y, s: undersample(y, s) + 60,), "no existen"),
        ((lambda y, s: undersample(y, s)[1:],), "todos los fraudes"),
        ((lambda y, s: undersample(y, s, size=200, replace=True),), "repetidas"),
        ((lambda y, s: undersample(y, s, size=20),), "deben ser los mismos"),
        ((restless,), "misma semilla"),
        ((sometimes_flat,), "misma semilla"),
        ((first_normals,), "Con otra semilla"),
    ],
    "6.2.5": [
        ((3,), "función"),
        ((lambda x, r: 1 / 0,), "se detuvo"),
        ((lambda x, r: [1.0],), "array"),
        ((lambda x, r: ((x - r) ** 2).mean(),), "un solo número"),
        ((lambda x, r: ((x - r) ** 2).mean(axis=0),), "por columna"),
        ((lambda x, r: x,), "forma"),
        ((lambda x, r: np.array(["a"] * len(x)),), "debe contener números"),
        ((lambda x, r: ((x - r) ** 2).sum(axis=1),), "Sumas"),
        ((lambda x, r: np.sqrt(((x - r) ** 2).mean(axis=1)),), "raíz"),
        ((lambda x, r: np.abs(x - r).mean(axis=1),), "absoluto"),
        ((lambda x, r: (x - r).mean(axis=1),), "se anulan"),
        ((lambda x, r: np.zeros(len(x)),), "no es el valor pedido"),
    ],
    "6.2.6": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: None,), "debe ser un número"),
        ((lambda f, s, m, c: min(cost(f, s >= u, m, c) for u in s),), "coste mínimo"),
        ((lambda *a: threshold(*a, pick=max),), "más caro"),
        ((lambda *a: 0.5,), "no es una puntuación"),
        ((lambda *a: threshold(*a, strict=True),), "mayor o igual"),
        ((lambda f, s, m, c: np.sort(s)[-2],), "hay otro que lo deja"),
    ],
    "6.2.7": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: None,), "debe ser un número"),
        ((lambda f, s, k: f[np.argsort(-s)[:k]].sum(),), "falta dividir"),
        ((lambda f, s, k: f[np.argsort(-s)[:k]].mean(),), "precisión en k"),
        ((lambda f, s, k: f[np.argsort(s)[:k]].sum() / f.sum(),), "menor a mayor"),
        ((lambda f, s, k: f[:k].sum() / f.sum(),), "primeros del archivo"),
        ((lambda f, s, k: 0.5,), "no es la fracción"),
    ],
    "6.2.8": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda p, m, c: True,), "array"),
        ((lambda p, m, c: p * m,), "True y False"),
        ((lambda p, m, c: m >= c,), "falta multiplicarlo"),
        ((lambda p, m, c: p >= 0.5,), "umbral 0.5"),
        ((lambda p, m, c: p * m > c,), "igual al coste"),
        ((lambda p, m, c: p * m < c,), "al revés"),
        ((lambda p, m, c: p * m >= 5,), "5 € fijos"),
        ((lambda p, m, c: p < 0,), "No coincide"),
    ],
    "6.2.9": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((lambda *a: 5,), "array"),
        ((lambda f, a, m, c: np.float64(gain(f, a, m, c).sum()),), "un solo número"),
        ((lambda f, a, m, c: gain(f, a, m, c)[:5],), "forma"),
        ((lambda f, a, m, c: np.array(["a"] * len(f)),), "debe contener números"),
        ((lambda f, a, m, c: np.where(a & (f == 1), m, 0) - c,), "donde no hubo aviso"),
        ((lambda f, a, m, c: np.where(a & (f == 1), m - c, 0),), "falsas alarmas"),
        ((lambda f, a, m, c: np.where(a, np.where(f == 1, m, -c), 0),), "también se revisa"),
        ((lambda f, a, m, c: np.where(a, m - c, 0),), "pagos honrados"),
        ((lambda f, a, m, c: np.where(a, m * f - c, -m * f),), "su ahorro es 0"),
        ((lambda f, a, m, c: m * 0,), "No coincide"),
    ],
    "6.2.10": [
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
    "6.2.11": [
        ((3,), "función"),
        ((lambda *a: 1 / 0,), "se detuvo"),
        ((without_model,), "No llamas a modelo.predict"),
        ((lambda *a: score(*a, columns=["Time", *FEATURES]),), "sobra Time"),
        ((lambda *a: score(*a, columns=FEATURES[:5]),), "debe recibir forma"),
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
        ((other_error,), "no el de read_payments"),
        ((wrong_type,), "en vez del ValueError"),
        ((with_pandas,), "en vez del ValueError"),
        ((swallow,), "sin try"),
        ((model_first,), "primero read_payments"),
    ],
}

TestContract = make_contract("lesson_62", GOOD, WRONG)
