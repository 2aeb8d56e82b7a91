"""Comprobaciones de la lección 8.12, Buscadores y tableros.

Optuna, Keras Tuner y TensorBoard son opcionales: se importan dentro de cada comprobación, nunca al
cargar este archivo.
"""

import functools
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from . import expect
from .core import exercise, quiz


class _Asked:
    """Lo que se pide a un ensayo de Optuna o al ``hp`` de Keras Tuner: lo apunta y lo contesta."""

    def __init__(self, **values):
        self.values, self.asked, self.times = values, {}, []

    def _take(self, kind, name, low, high, log):
        self.times.append(name)
        self.asked[name] = (kind, low, high, log)
        return self.values.get(name, low)

    def suggest_float(self, name, low, high, *, step=None, log=False):
        return self._take("float", name, low, high, log)

    def suggest_int(self, name, low, high, *, step=1, log=False):
        return self._take("int", name, low, high, log)

    def suggest_categorical(self, name, choices):
        return self._take("categorical", name, choices[0], choices[-1], False)

    def Choice(self, name, values, ordered=None, default=None):
        return self._take("categorical", name, values[0], values[-1], False)

    def Float(self, name, min_value, max_value, step=None, sampling="linear", default=None):
        return self._take("float", name, min_value, max_value, sampling == "log")

    def Int(self, name, min_value, max_value, step=None, sampling="linear", default=None):
        return self._take("int", name, min_value, max_value, sampling == "log")


def _space(given, wanted, how):
    """Exige que se haya pedido lo que dice ``wanted``: {nombre: (tipo, desde, hasta, ¿log?)}."""
    missing = sorted(set(wanted) - set(given.asked))
    extra = sorted(set(given.asked) - set(wanted))
    if missing:
        also = f" Sí llegó {_quoted(extra)}." if extra else ""
        expect.wrong(f"Falta pedir {_quoted(missing)}.{also}")
    for name, (kind, low, high, log) in wanted.items():
        found = given.asked[name]
        if found[0] != kind:
            expect.wrong(f"«{name}» se pide con {how[kind]}.")
        if not expect.same(found[1:3], (low, high)):
            expect.wrong(
                f"«{name}» va de {low} a {high}, y la tuya de {expect.shown(found[1])} a "
                f"{expect.shown(found[2])}."
            )
        if found[3] is not log:
            expect.wrong(
                f"«{name}» va en escala logarítmica: {how['log']}."
                if log
                else f"«{name}» no va en escala logarítmica: quita {how['log']}."
            )
    return extra


def _quoted(names):
    return ", ".join(f"«{name}»" for name in names)


_OPTUNA = {"float": "trial.suggest_float", "int": "trial.suggest_int", "log": "log=True"}
_TUNER = {"float": "hp.Float", "int": "hp.Int", "log": 'sampling="log"'}


@exercise(
    "8.12.1",
    hints=(
        "Primero `capas = trial.suggest_int('capas', 1, 3)`. Después, un `suggest_int` por capa.",
        "En cada vuelta, otro nombre: `f'neuronas_{k}'`, con `k = 0` en la primera.",
        "\n`capas = trial.suggest_int('capas', 1, 3)\n"
        "neuronas = [trial.suggest_int(f'neuronas_{k}', 16, 256, log=True)\n"
        "            for k in range(capas)]\n"
        "return tasa, neuronas`",
    ),
    praise="Un espacio que depende de lo que va saliendo: con una tabla fija no se podría.",
)
def check_space(function):
    expect.function(function, "proponer")
    for rate, units in ((0.1, [16, 99, 256]), (0.02, [40, 17]), (0.0005, [200])):
        layers = len(units)
        values = {f"neuronas_{k}": n for k, n in enumerate(units)}
        trial = _Asked(tasa=rate, capas=layers, **values)
        result = expect.call(function, trial)
        if layers > 1 and any(trial.times.count(name) == layers for name in trial.times):
            expect.wrong(
                "En cada vuelta pides el mismo nombre, y el buscador contesta lo mismo: usa "
                "«neuronas_0», «neuronas_1»…"
            )
        wanted = {"tasa": ("float", 1e-4, 1e-1, True), "capas": ("int", 1, 3, False)}
        wanted |= dict.fromkeys(values, ("int", 16, 256, True))
        extra = _space(trial, wanted, _OPTUNA)
        if extra:
            expect.wrong(
                f"Con capas={layers} sobra {_quoted(extra)}: se piden tantas neuronas como capas."
            )
        found_rate, found_units = expect.several(result, "tasa, neuronas", "proponer")
        expect.close(expect.number(found_rate, "la tasa"), rate, "la tasa")
        if not expect.same(expect.listed(found_units, "neuronas"), units):
            expect.wrong(
                f"Las neuronas de las capas eran {units}, y devuelves {expect.shown(found_units)}."
            )


def _density(x, points):
    return np.exp(-((x[:, None] - points) ** 2) / 2).mean(axis=1)


def _candidate(good, bad, candidates, ratio=lambda good, bad: good / bad, best=np.argmax):
    scores = ratio(_density(candidates, good), _density(candidates, bad))
    return candidates[best(scores)]


def _tpe_case(seed, good, bad, n, center=1):
    rng = np.random.default_rng(seed)
    return rng.normal(center, 0.5, good), rng.normal(0, 2, bad), rng.uniform(-5, 5, n)


@exercise(
    "8.12.2",
    hints=(
        "Para cada candidato, el cociente `density(candidatos, buenos) / density(candidatos, "
        "malos)`.",
        "`np.argmax` da el sitio que ocupa el mayor cociente; con él se elige en `candidatos`.",
        "\n`cociente = density(candidatos, buenos) / density(candidatos, malos)\n"
        "return candidatos[np.argmax(cociente)]`",
    ),
    praise="Ni gradientes ni magia: contar vecinos buenos y vecinos malos.",
)
def check_candidate(function):
    expect.computes(
        function,
        "candidato",
        right=_candidate,
        inputs=[_tpe_case(0, 3, 12, 24), _tpe_case(1, 2, 5, 9, -2), _tpe_case(4, 5, 20, 40, 0),
                _tpe_case(6, 1, 3, 24, 2), _tpe_case(5, 3, 9, 1)],
        mistakes=(
            (
                lambda good, bad, candidates: _candidate(good, bad, candidates, lambda g, b: g),
                "Eliges donde hay más buenos, y no miras cuántos malos hay: divide.",
            ),
            (
                lambda good, bad, candidates: _candidate(good, bad, candidates, lambda g, b: b / g),
                "Ese es el peor candidato: el cociente es buenos entre malos, y se elige el mayor.",
            ),
            (
                lambda good, bad, candidates: int(
                    np.argmax(_density(candidates, good) / _density(candidates, bad))
                ),
                "Devuelves el sitio que ocupa el candidato: se pide el candidato.",
            ),
            (
                lambda good, bad, candidates: np.max(
                    _density(candidates, good) / _density(candidates, bad)
                ),
                "Devuelves el cociente: se pide el candidato que lo tiene.",
            ),
        ),
        kind=expect.one_number,
    )  # fmt: skip


@exercise(
    "8.12.3",
    hints=(
        "Las neuronas, con `hp.Int`; las apagadas, con `hp.Float`.",
        'En Keras Tuner la escala se dice con `sampling="log"`.',
        "\n`neuronas = hp.Int('neuronas', 16, 256, sampling='log')\n"
        "return network(tasa, neuronas, hp.Float('apagadas', 0, 0.6))`",
    ),
    praise="El mismo espacio que en Optuna, con otras palabras.",
)
def check_build(function):
    expect.function(function, "construir")
    import keras

    for rate, units, drop in ((0.02, 40, 0.25), (0.0005, 17, 0.5)):
        hp = _Asked(tasa=rate, neuronas=units, apagadas=drop)
        model = expect.call(function, hp)
        wanted = {
            "tasa": ("float", 1e-4, 1e-1, True),
            "neuronas": ("int", 16, 256, True),
            "apagadas": ("float", 0, 0.6, False),
        }
        extra = _space(hp, wanted, _TUNER)
        if extra:
            expect.wrong(f"Sobra {_quoted(extra)}: se piden tres cosas.")
        model = expect.instance(model, keras.Model, "lo que devuelve construir")
        dense = [layer.units for layer in model.layers if isinstance(layer, keras.layers.Dense)]
        drops = [layer.rate for layer in model.layers if isinstance(layer, keras.layers.Dropout)]
        if not model.compiled:
            expect.wrong("La red llega sin compilar: network(…) ya la compila.")
        found = (float(model.optimizer.learning_rate), dense, drops)
        if not expect.same(found, (rate, [units, 10], [drop])):
            expect.wrong(
                f"Con tasa={rate}, neuronas={units} y apagadas={drop}, tu red tiene tasa "
                f"{found[0]:.4g}, capas densas de {dense} y apaga {drops}: dale a network(…) lo "
                "que conteste hp, en su orden."
            )


class _Trial:
    """Un ensayo que apunta lo que se le cuenta y manda podar en el paso que se le diga."""

    def __init__(self, stop):
        self.stop, self.told, self.events = stop, [], []

    def report(self, value, step):
        self.told.append((float(value), int(step)))
        self.events.append("contar")

    def should_prune(self):
        self.events.append("preguntar")
        return bool(self.told) and self.told[-1][1] >= self.stop


@exercise(
    "8.12.4",
    hints=(
        "Recorre la curva con `enumerate(curva)`, que da el paso y el valor.",
        "En cada paso, primero `trial.report(…)`; después, si `trial.should_prune()` dice que sí, "
        "se lanza, con «raise», `optuna.TrialPruned()`.",
        "\n`for paso, valor in enumerate(curva):\n"
        "    trial.report(valor, paso)\n"
        "    if trial.should_prune():\n"
        "        raise optuna.TrialPruned()\n"
        "return max(curva)`",
    ),
    praise="Contar, preguntar, y callarse si sobra: es todo lo que la poda pide.",
)
def check_pruning(function):
    expect.function(function, "con_poda")
    import optuna

    @functools.wraps(function)
    def tried(trial, curva):
        try:
            return function(trial, curva)
        except optuna.TrialPruned:
            return optuna.TrialPruned

    for curve, stop in (
        ([0.312, 0.607, 0.8155, 0.721], 9),
        ([0.5, 0.4, 0.45, 0.9, 0.2], 2),
        ([0.1, 0.7], 0),
        ([0.2, 0.9, 0.3], 2),
    ):
        trial = _Trial(stop)
        result = expect.call(tried, trial, curve)
        last = min(stop, len(curve) - 1)
        told = [(value, step) for step, value in enumerate(curve[: last + 1])]
        if not trial.told:
            expect.wrong("No le cuentas nada al ensayo: trial.report(valor, paso), en cada paso.")
        if [step for _, step in trial.told[:2]] != [step for _, step in told[:2]]:
            expect.wrong(
                f"Los pasos se cuentan desde 0 y de uno en uno: con {curve} le cuentas al ensayo "
                f"{expect.shown(trial.told)}. Es trial.report(valor, paso)."
            )
        if len(trial.told) > len(told):
            expect.wrong(
                f"Con {curve}, en el paso {stop} should_prune() ya dice que sí, y sigues: ahí se "
                "lanza optuna.TrialPruned()."
            )
        if trial.told != told:
            expect.wrong(
                f"Con {curve} le cuentas al ensayo {expect.shown(trial.told)}, y se esperaba "
                f"{expect.shown(told)}: valor y paso, de todos los pasos."
            )
        if trial.events != ["contar", "preguntar"] * len(told):
            expect.wrong(
                "En cada paso, primero se cuenta el valor y después se pregunta, una vez: si se "
                "pregunta antes, se decide sin él."
            )
        if stop < len(curve):
            if result is not optuna.TrialPruned:
                expect.wrong(
                    "should_prune() dice que sí y devuelves un número: Optuna lo daría por "
                    "terminado. Lanza optuna.TrialPruned()."
                )
        elif result is optuna.TrialPruned:
            expect.wrong(f"Con {curve}, should_prune() nunca dice que sí, y podas.")
        else:
            result = expect.number(result, "lo que devuelve con_poda")
            if expect.same(result, curve[-1]):
                expect.wrong("Devuelves el último valor: se pide el mejor, como en Keras Tuner.")
            expect.close(result, max(curve), "lo que devuelve con_poda")


_NOT_THERE = object()  # se pidió al lector algo que no está en la carpeta


def _read_back(folder, tag):
    import tensorflow as tf
    from tensorboard.backend.event_processing import event_accumulator

    reader = event_accumulator.EventAccumulator(folder, size_guidance={"tensors": 0})
    reader.Reload()
    return [float(tf.make_ndarray(e.tensor_proto)) for e in reader.Tensors(tag)]


def _written(folder, tags):
    """Escribe archivos de eventos con esas etiquetas y esos valores."""
    import tensorflow as tf

    writer = tf.summary.create_file_writer(folder)
    with writer.as_default():
        for tag, values in tags.items():
            for step, value in enumerate(values):
                tf.summary.scalar(tag, value, step=step)
    writer.close()


@exercise(
    "8.12.5",
    hints=(
        "Los sucesos de una etiqueta son `lector.Tensors(etiqueta)`.",
        "Cada uno lleva su número en `tensor_proto`, y `tf.make_ndarray` lo saca de ahí.",
        "\n`return [float(tf.make_ndarray(suceso.tensor_proto))\n"
        "        for suceso in lector.Tensors(etiqueta)]`",
    ),
    praise="Ya puedes dibujar un entrenamiento que hizo otra persona, en otra máquina.",
)
def check_reading(function):
    expect.function(function, "leer")
    with tempfile.TemporaryDirectory() as place:
        for number, size in enumerate((3, 14)):
            rng = np.random.default_rng(number)
            tags = {name: rng.normal(size=size).round(3) for name in ("epoch_loss", "otra")}
            folder = str(Path(place, str(number)))
            _written(folder, tags)

            @functools.wraps(function)
            def tried(_, tag, folder=folder):
                try:
                    return function(folder, tag)
                except KeyError as error:
                    if "not found in Reservoir" in str(error):
                        return _NOT_THERE
                return function(folder, tag)  # otra clave: que salte, y se explica

            for tag, values in tags.items():
                result = expect.call(tried, f"carpeta {number}", tag)
                if result is _NOT_THERE:
                    expect.wrong(
                        f"En esa carpeta no hay nada así. Keras escribe tensores: pídelos con "
                        f"lector.Tensors(etiqueta); aquí, etiqueta es «{tag}»."
                    )
                if result is None:
                    expect.wrong("Falta devolver la lista con return.")
                found = [expect.one_number(_plain(value), "cada valor de la lista")
                         for value in expect.listed(result, "lo que devuelve leer")]  # fmt: skip
                if len(found) == 10 < size:
                    expect.wrong(
                        f"En la carpeta hay {size} valores y devuelves 10: son los que el lector "
                        "guarda si no se le dice nada. Créalo con size_guidance={'tensors': 0}."
                    )
                if expect.same(found, list(range(size)), 1e-5):
                    expect.wrong("Devuelves los pasos: se piden los valores.")
                if not expect.same(found, values.tolist(), 1e-5):
                    expect.wrong(
                        f"Los valores de «{tag}» son {expect.shown(values.tolist())} y devuelves "
                        f"{expect.shown(found)}."
                    )


def _plain(value):
    """Un tensor, o un array con un solo número, como número."""
    value = expect.plain(value)
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _trials(seed, n):
    """Una tabla como la de ``trials_dataframe``: lo podado, con valores que parecen mejores."""
    rng = np.random.default_rng(seed)
    pruned = rng.permutation(n) < n // 2
    value = np.where(pruned, rng.uniform(0.5, 1, n), rng.uniform(0.4, 0.8, n)).round(4)
    value[np.flatnonzero(pruned)[0]] = 0.99
    return pd.DataFrame(
        {
            "number": np.arange(n) + 7 * seed,
            "value": value,
            "user_attrs_epocas": np.where(pruned, rng.integers(1, 8, n), 9),
            "state": np.where(pruned, "PRUNED", "COMPLETE"),
        },
        index=rng.permutation(n) + 50,
    )


def _cost(table, counted=lambda t: t, chosen=lambda t: t[t["state"] == "COMPLETE"], best="idxmax"):
    rows = chosen(table)
    winner = rows.loc[getattr(rows["value"], best)(), "number"]
    return int(counted(table)["user_attrs_epocas"].sum()), int(winner)


@exercise(
    "8.12.6",
    hints=(
        "Las épocas se suman en toda la tabla: las podadas también se entrenaron.",
        "El ganador se busca solo en `tabla[tabla['state'] == 'COMPLETE']`.",
        "\n`completos = tabla[tabla['state'] == 'COMPLETE']\n"
        "ganador = completos.loc[completos['value'].idxmax(), 'number']\n"
        "return tabla['user_attrs_epocas'].sum(), ganador`",
    ),
    praise="Lo que costó, contando lo que se tiró; y quién ganó, sin contarlo.",
)
def check_cost(function):
    complete = lambda t: t[t["state"] == "COMPLETE"]  # noqa: E731
    expect.computes(
        function,
        "coste",
        right=_cost,
        # Primero uno en que el número no puede ser la posición: van de 7 a 15.
        inputs=[(_trials(1, 9),), (_trials(0, 6),), (_trials(2, 4),), (_trials(3, 11),)],
        returns="epocas, ganador",
        kind=expect.integer,
        mistakes=(
            (
                lambda t: _cost(t, counted=complete),
                "Las épocas de los podados también se entrenaron: súmalas.",
            ),
            (
                lambda t: _cost(t, chosen=lambda t: t),
                "El mayor de la columna «value» es de un ensayo podado, que no acabó: busca solo "
                "entre los COMPLETE.",
            ),
            (
                lambda t: _cost(t, best="idxmin"),
                "Ese es el peor: es una exactitud, y gana la mayor.",
            ),
            (
                lambda t: (_cost(t)[0], int(complete(t)["value"].idxmax())),
                "Devuelves el índice de la fila: se pide su «number».",
            ),
            (
                lambda t: (_cost(t)[0], int(complete(t)["value"].argmax())),
                lambda t: (_cost(t)[0], int(t["value"].where(t["state"] == "COMPLETE").argmax())),
                "Devuelves en qué fila está, contando desde 0: se pide su «number».",
            ),
            (
                lambda t: _cost(t)[::-1],
                "Van al revés: primero las épocas, y después el número del ganador.",
            ),
            (
                lambda t: (_cost(t)[0], float(complete(t)["value"].max())),
                "Devuelves la exactitud del ganador: se pide su número, el de «number».",
            ),
        ),
    )


quiz(
    "8.12.A1",
    correct="c",
    why="Los diez primeros salen del mismo sorteo: antes no tiene de qué aprender.",
    wrong={
        "a": "Con lo que trae puesto, los diez primeros los sortea: lo viste con dos estudios.",
        "b": "Salieron idénticos: no es que aprenda poco, es que todavía sortea.",
        "d": "No se niega: los hace, sorteados.",
    },
    hint="¿Qué salió al comparar los diez primeros de los dos estudios?",
)
quiz(
    "8.12.A2",
    correct="b",
    why="Solo compiten los que acabaron. El 0.84 es lo último que contó uno que no acabó.",
    wrong={
        "a": "Es el mayor de la columna, y es de un ensayo podado: esos no compiten.",
        "c": "No falla: busca entre los que acabaron.",
    },
    hint="¿Qué tuviste que quitar de la tabla en el ejercicio 8.12.6?",
)
quiz(
    "8.12.A3",
    correct="a",
    why="Encuentra el proyecto en el disco y lo da por hecho: overwrite=True, u otra carpeta.",
    wrong={
        "b": "La semilla decide qué prueba, y aun así tendría que entrenarlo.",
        "c": "Más rápido, puede; en nada, no: no ha entrenado ninguna red.",
    },
    hint="Está en los errores frecuentes.",
)
quiz(
    "8.12.A4",
    correct="d",
    why="Los números de la curva son los mismos; lo que se gana es verlos sin el cuaderno.",
    wrong={
        "a": "El callback apunta lo que hay: no entrena de otra manera.",
        "b": "No: los mediste, y son los mismos.",
        "c": "Las curvas están en history: se dibujan con Matplotlib.",
    },
    hint="¿Qué salió al comparar lo leído del archivo con `history`?",
)
