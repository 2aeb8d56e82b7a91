"""Contrato de los ejercicios de la lección 8.12, Buscadores y tableros."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from contract import make_contract

WHY = "la lección 8.12 necesita el añadido opcional busqueda: make busqueda"
optuna = pytest.importorskip("optuna", reason=WHY)
events = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator", reason=WHY)


def propose(trial):
    rate = trial.suggest_float("tasa", 1e-4, 1e-1, log=True)
    units = []
    for k in range(trial.suggest_int("capas", low=1, high=3)):
        units.append(trial.suggest_int("neuronas_" + str(k), low=16, high=256, log=True))
    return [rate, tuple(units)]


def proposing(
    *, rate=("tasa", 1e-4, 1e-1), log=True, layers=(1, 3), units=(16, 256), kind="int",
    name="neuronas_{}", how_many=lambda n: n, layers_log=False,
    answer=lambda rate, units: (rate, units),
):  # fmt: skip
    """Una propuesta con algo cambiado."""

    def proponer(trial):
        tasa = trial.suggest_float(*rate, log=log)
        capas = trial.suggest_int("capas", *layers, log=layers_log)
        ask = getattr(trial, f"suggest_{kind}")
        found = [ask(name.format(k), *units, log=True) for k in range(how_many(capas))]
        return answer(tasa, found)

    return proponer


def lists_of_layers(trial):
    trial.suggest_float("tasa", 1e-4, 1e-1, log=True)
    for k in range(trial.suggest_categorical("capas", [1, 2, 3])):
        trial.suggest_int(f"neuronas_{k}", 16, 256, log=True)


def density(x, points):
    return np.exp(-((x[:, None] - points) ** 2) / 2).mean(axis=1)


def candidate(good, bad, candidates):
    best = None
    for x in candidates:
        here = np.array([x])
        ratio = float(density(here, good)[0] / density(here, bad)[0])
        if best is None or ratio > best[0]:
            best = ratio, x
    return best[1]


def network(rate, units, off, compiled=True):
    layers = [keras.layers.Flatten(), keras.layers.Dense(units, activation="relu")]
    layers += [keras.layers.Dropout(off), keras.layers.Dense(10, activation="softmax")]
    model = keras.Sequential([keras.Input((28, 28)), *layers])
    if compiled:
        model.compile(keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy")
    return model


def building(*, rate="log", low=16, off=(0, 0.6), name="neuronas", make=network, more=False):
    def construir(hp):
        values = [
            hp.Float("tasa", 1e-4, 1e-1, sampling=rate),
            hp.Int(name, low, 256, sampling="log"),
            hp.Float("apagadas", *off),
        ]
        if more:
            hp.Int("capas", 1, 3)
        return make(*values)

    return construir


def pruning(trial, curve):
    best = 0.0
    for step in range(len(curve)):
        trial.report(step=step, value=curve[step])
        best = max(best, curve[step])
        if trial.should_prune():
            raise optuna.TrialPruned
    return best


def told(
    *, start=0, value=lambda v: v, ask=True, before=False, stop=True, often=1,
    end=lambda curve: max(curve), cut=None,
):  # fmt: skip
    """La poda con algo cambiado."""

    def con_poda(trial, curva):
        for step, one in enumerate(curva, start):
            if before and trial.should_prune():
                raise optuna.TrialPruned
            if (step - start) % often == 0:
                trial.report(value(one), step)
            if ask and not before and trial.should_prune() and stop:
                if cut is None:
                    raise optuna.TrialPruned
                return cut
        return end(curva)

    return con_poda


def always(trial, curva):
    for step, one in enumerate(curva):
        trial.report(one, step)
        trial.should_prune()
    raise optuna.TrialPruned


def reader(folder, **settings):
    found = events.EventAccumulator(folder, **settings)
    found.Reload()
    return found


ALL = {"size_guidance": {"tensors": 0}}


def read(folder, tag):
    return [tf.make_ndarray(e.tensor_proto).item() for e in reader(folder, **ALL).Tensors(tag)]


def read_tensors(folder, tag):
    return np.array([tf.make_ndarray(e.tensor_proto) for e in reader(folder, **ALL).Tensors(tag)])


def cost(table):
    spent, best = 0, (-1, None)
    for row in table.itertuples():
        spent += row.user_attrs_epocas
        if row.state != "PRUNED":
            best = max(best, (row.value, row.number))
    return spent, best[1]


GOOD = {
    "8.12.1": [(propose,), (proposing(),)],
    "8.12.2": [(candidate,)],
    "8.12.3": [(building(),)],
    "8.12.4": [(pruning,), (told(),)],
    "8.12.5": [(read,), (read_tensors,)],
    "8.12.6": [(cost,)],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.12.1": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((proposing(name="neuronas"),), "el mismo nombre"),
        ((lambda trial: (0.1, [3]),), "Falta pedir"),
        ((proposing(rate=("lr", 1e-4, 1e-1)),), "Sí llegó «lr»"),
        ((proposing(kind="float"),), "trial.suggest_int"),
        ((lists_of_layers,), "«capas» se pide con trial.suggest_int"),
        ((proposing(rate=("tasa", 1e-3, 1e-1)),), "va de 0.0001 a 0.1"),
        ((proposing(log=False),), "log=True"),
        ((proposing(layers_log=True),), "no va en escala logarítmica"),
        ((proposing(how_many=lambda n: 3),), "sobra «neuronas_2»"),
        ((proposing(answer=lambda rate, units: units),), "proponer"),
        ((proposing(answer=lambda rate, units: ("0.1", units)),), "la tasa"),
        ((proposing(answer=lambda rate, units: (rate / 2, units)),), "la tasa"),
        ((proposing(answer=lambda rate, units: (rate, 7)),), "neuronas"),
        ((proposing(answer=lambda rate, units: (rate, units[::-1])),), "Las neuronas de las capas"),
    ],
    "8.12.2": [
        ((3,), "debe ser una función"),
        ((lambda good, bad, candidates: candidates[0],), "no es el valor pedido"),
    ],
    "8.12.3": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((building(rate="linear"),), 'sampling="log"'),
        ((building(low=8),), "va de 16 a 256"),
        ((building(name="unidades"),), "Falta pedir «neuronas»"),
        ((building(more=True),), "Sobra «capas»"),
        (
            (
                lambda hp: [
                    hp.Float("tasa", 1e-4, 1e-1, sampling="log"),
                    hp.Choice("neuronas", [16, 64, 256]),
                    hp.Float("apagadas", 0, 0.6),
                ],
            ),
            "«neuronas» se pide con hp.Int",
        ),
        ((building(make=lambda *values: values[0]),), "lo que devuelve construir"),
        ((building(make=lambda *values: network(*values, compiled=False)),), "sin compilar"),
        ((building(make=lambda rate, units, off: network(rate, 64, off)),), "capas densas de"),
    ],
    "8.12.4": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda trial, curva: max(curva),), "No le cuentas nada"),
        ((told(start=1),), "desde 0"),
        ((told(stop=False),), "y sigues"),
        ((told(value=lambda v: 1 - v),), "se esperaba"),
        ((told(often=2),), "desde 0"),
        ((told(ask=False, end=lambda curve: curve[-1]),), "primero se cuenta"),
        ((told(before=True),), "primero se cuenta"),
        ((told(cut=0.5),), "devuelves un número"),
        ((always,), "nunca dice que sí"),
        ((told(end=lambda curve: None),), "lo que devuelve con_poda"),
        ((told(end=lambda curve: curve[-1]),), "el último valor"),
        ((told(end=lambda curve: min(curve)),), "lo que devuelve con_poda"),
    ],
    "8.12.5": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda folder, tag: None,), "Falta devolver"),
        (
            (lambda folder, tag: [e.value for e in reader(folder, **ALL).Scalars(tag)],),
            "Keras escribe tensores",
        ),
        ((lambda folder, tag: {}[tag],), "KeyError"),
        ((lambda folder, tag: 3,), "lo que devuelve leer"),
        ((lambda folder, tag: reader(folder, **ALL).Tensors(tag),), "cada valor de la lista"),
        (
            (
                lambda folder, tag: [
                    tf.make_ndarray(e.tensor_proto) for e in reader(folder).Tensors(tag)
                ],
            ),
            "devuelves 10",
        ),
        ((lambda folder, tag: [e.step for e in reader(folder, **ALL).Tensors(tag)],), "los pasos"),
        ((lambda folder, tag: read(folder, tag)[::-1],), "Los valores de"),
        ((lambda folder, tag: read(folder, "otra"),), "Los valores de"),
    ],
    "8.12.6": [
        ((3,), "debe ser una función"),
        ((lambda table: (1, 2),), "no es el valor pedido"),
        ((lambda table: cost(table)[::-1],), "Van al revés"),
        (
            (
                lambda table: (
                    cost(table)[0],
                    table[table["state"] == "COMPLETE"]["value"].argmax(),
                ),
            ),
            "en qué fila está",
        ),
        (
            (
                lambda table: (
                    cost(table)[0],
                    np.flatnonzero(table["number"] == cost(table)[1])[0],
                ),
            ),
            "en qué fila está",
        ),
    ],
}

EQUIVALENT = {
    "8.12.5": {
        "`float(tf.make_ndarray(suceso.tensor_pro…` por "
        "`tf.make_ndarray(suceso.tensor_proto)` (línea 4)": "un array sin dimensiones es un número",
    },
}

TestContract = make_contract("lesson_08_12", GOOD, WRONG, EQUIVALENT)
