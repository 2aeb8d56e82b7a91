"""Contrato de los ejercicios de la lección 8.5, Redes que no son una fila."""

import keras
import numpy as np
from contract import make_contract

from course_utils.exercises import lesson_08_05

layers = keras.layers


def wide(width, *, shape=8, join="entry,second", hidden=("relu", "relu"), price=None, units=1):
    entry = keras.Input((shape,))
    first = layers.Dense(width, activation=hidden[0])(entry)
    second = layers.Dense(width, activation=hidden[1])(first)
    parts = {"entry": entry, "first": first, "second": second}
    joined = [parts[name] for name in join.split(",")]
    both = layers.Concatenate()(joined) if len(joined) > 1 else joined[0]
    return keras.Model(entry, layers.Dense(units, activation=price)(both))


def wide_apart(width):
    """Con ``keras.ops``, y las activaciones en capas aparte."""
    entry = keras.Input((8,))
    x = entry
    for _ in range(2):
        x = layers.ReLU()(layers.Dense(width)(x))
    return keras.Model(
        inputs=[entry], outputs=layers.Dense(1)(keras.ops.concatenate([entry, x], 1))
    )


def three_hidden(width):
    entry = keras.Input((8,))
    x = entry
    for _ in range(3):
        x = layers.Dense(width, activation="relu")(x)
    return keras.Model(entry, layers.Dense(1)(layers.Concatenate()([entry, x])))


class Wide(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.price = layers.Dense(1)
        self.hidden = keras.Sequential([layers.Dense(width, activation="relu") for _ in range(2)])

    def call(self, x):
        return self.price(layers.Concatenate()([x, self.hidden(x)]))


class WideInOrder(keras.Model):
    """Con la activación en ``call``, y un parámetro de más."""

    def __init__(self, width, activation="relu"):
        super().__init__()
        self.one, self.two = layers.Dense(width), layers.Dense(width)
        self.last = layers.Dense(1)
        self.act = keras.activations.get(activation)

    def call(self, inputs, training=None):
        hidden = self.act(self.two(self.act(self.one(inputs))))
        return self.last(keras.ops.concatenate([inputs, hidden], axis=-1))


class Row(Wide):
    def call(self, x):
        return self.price(self.hidden(x))


class Nothing(Wide):
    def call(self, x):
        self.price(layers.Concatenate()([x, self.hidden(x)]))


class WithNumPy(Wide):
    """Vale con números sueltos, y no dentro de ``fit``."""

    def call(self, x):
        return self.price(np.concatenate([x, self.hidden(x)], axis=1))


class Unused(Wide):
    def call(self, x):
        return keras.ops.concatenate([x, self.hidden(x)], axis=1)


class Inside(keras.Model):
    """Fabrica la última capa en ``call``."""

    def __init__(self, width):
        super().__init__()
        self.hidden = keras.Sequential([layers.Dense(width, activation="relu") for _ in range(2)])

    def call(self, x):
        return layers.Dense(1)(keras.ops.concatenate([x, self.hidden(x)], axis=1))


class KeptInside(Inside):
    """Guarda en self la que fabrica en ``call``."""

    def call(self, x):
        self.price = layers.Dense(1)
        return self.price(keras.ops.concatenate([x, self.hidden(x)], axis=1))


class AllInside(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.width = width

    def call(self, x):
        return layers.Dense(1)(x)


class TwoPrices(Wide):
    def call(self, x):
        price = super().call(x)
        return keras.ops.concatenate([price, price], axis=1)


class OnlySix(keras.Model):
    """No admite ocho columnas en cuanto la usa ``fit``."""

    def __init__(self, width):
        super().__init__()
        self.dense = [layers.Dense(width), layers.Dense(width), layers.Dense(1)]

    def call(self, x):
        if x.shape[0] == 2:
            raise ValueError("dos filas, no")
        for layer in self.dense:
            x = layer(x)
        return x


class Broken(Wide):
    def call(self, x):
        return self.nada(x)


def two_inputs(width, *, shapes=(2, 6), reverse=False, join="short,deep", units=1, relu="relu"):
    short, long = (keras.Input((n,)) for n in shapes)
    deep = layers.Dense(width, activation=relu)(long)
    deep = layers.Dense(width, activation=relu)(deep)
    parts = {"short": short, "long": long, "deep": deep}
    both = layers.Concatenate()([parts[name] for name in join.split(",")])
    inputs = [long, short] if reverse else [short, long]
    return keras.Model(inputs, layers.Dense(units)(both))


class TwoInputs(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.one = layers.Dense(width, activation="relu")
        self.two = layers.Dense(width, activation="relu")
        self.last = layers.Dense(1)

    def call(self, inputs):
        short, long = inputs
        return self.last(keras.ops.concatenate([short, self.two(self.one(long))], axis=1))


class Guard(keras.callbacks.Callback):
    """La buena, escrita de otra manera."""

    def __init__(self, most):
        self.most = most

    def on_epoch_end(self, epoch, logs):
        loss, other = logs["loss"], logs["val_loss"]
        if np.isnan(loss) or np.isinf(loss) or other > self.most * loss:
            self.model.stop_training = True


def guard(rule, always=False):
    """Un vigilante que para cuando lo dice ``rule(pérdida, validación, límite)``."""

    class Other(Guard):
        def on_epoch_end(self, epoch, logs=None):
            stop = rule(logs["loss"], logs["val_loss"], self.most)
            if always:
                self.model.stop_training = bool(stop)
            elif stop:
                self.model.stop_training = True

    return Other


def right(loss, val, most):
    return not np.isfinite(loss) or val / loss > most


class Fails(Guard):
    def on_epoch_end(self, epoch, logs=None):
        return logs["perdida"]


class StopsItself(Guard):
    def on_epoch_end(self, epoch, logs=None):
        if right(logs["loss"], logs["val_loss"], self.most):
            self.stop_training = True


class NoLimit(Guard):
    def __init__(self):
        super().__init__(1)


def two_outputs(width, *, price="both", capped="deep", sigmoid="sigmoid", relu="relu", more=()):
    entry = keras.Input((8,))
    deep = layers.Dense(width, activation=relu)(entry)
    deep = layers.Dense(width, activation=relu)(deep)
    where = {"deep": deep, "both": layers.Concatenate()([entry, deep])}
    where["swapped"] = layers.Concatenate()([deep, entry])
    # Fabricada antes la del tope: el orden da lo mismo.
    outputs = {"tope": layers.Dense(1, activation=sigmoid)(where[capped])}
    outputs["precio"] = layers.Dense(1)(where[price])
    return keras.Model(entry, outputs | {name: layers.Dense(1)(deep) for name in more})


def two_outputs_of(make):
    """Una red de dos salidas con lo que diga ``make(entrada, ocultas)``."""

    def answer(width):
        entry = keras.Input((8,))
        deep = layers.Dense(width, activation="relu")(entry)
        deep = layers.Dense(width, activation="relu")(deep)
        return keras.Model(entry, make(entry, deep))

    return answer


class TwoOutputs(keras.Model):
    def __init__(self, width):
        super().__init__()
        self.capped = layers.Dense(1, activation="sigmoid")
        self.price = layers.Dense(1)
        self.one = layers.Dense(width, activation="relu")
        self.two = layers.Dense(width, activation="relu")

    def call(self, x):
        deep = self.two(self.one(x))
        price = self.price(keras.ops.concatenate([x, deep], axis=1))
        return {"precio": price, "tope": self.capped(deep)}


def capped_price(entry, deep):
    both = layers.Concatenate()([entry, deep])
    return {
        "precio": layers.Dense(1, activation="sigmoid")(both),
        "tope": layers.Dense(1, activation="sigmoid")(deep),
    }


def sigmoid_apart(entry, deep):
    both = layers.Concatenate()([entry, deep])
    return {"precio": layers.Dense(1)(both), "tope": keras.ops.sigmoid(layers.Dense(1)(deep))}


def relu_price(entry, deep):
    both = layers.Concatenate()([entry, deep])
    return {
        "precio": layers.Dense(1, activation="relu")(both),
        "tope": layers.Dense(1, activation="sigmoid")(deep),
    }


def wide_price(entry, deep):
    both = layers.Concatenate()([entry, deep])
    return {"precio": layers.Dense(2)(both), "tope": layers.Dense(1, activation="sigmoid")(deep)}


def one_layer_more(entry, deep):
    good = two_outputs(3).output
    assert set(good) == {"precio", "tope"}
    both = layers.Concatenate()([entry, layers.Dense(5, activation="relu")(deep)])
    return {"precio": layers.Dense(1)(both), "tope": layers.Dense(1, activation="sigmoid")(deep)}


GOOD = {
    "8.5.1": [(wide,), (wide_apart,), (Wide,)],
    "8.5.2": [(two_inputs,), (TwoInputs,)],
    "8.5.3": [(Wide,), (WideInOrder,)],
    "8.5.4": [(Guard,), (guard(right),)],
    "8.5.5": [(two_outputs,), (TwoOutputs,), (two_outputs_of(sigmoid_apart),)],
}

NOT_A_CLASS = "debe ser una clase"

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.5.1": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda n: None,), "debe devolver un keras.Model"),
        ((lambda n: wide(n, shape=7),), "keras.Input((8,))"),
        ((lambda n: wide(n, units=2),), "un solo número"),
        ((lambda n: three_hidden(n),), "capa(s) densa(s)"),
        ((lambda n: wide(30),), "usa el parámetro"),
        ((lambda n: wide(n, join="second"),), "Falta el atajo"),
        ((lambda n: wide(n, join="second,entry"),), "al revés"),
        ((lambda n: wide(n, join="entry,first"),), "capa(s) densa(s)"),
        ((lambda n: wide(n, join="first,second"),), "las dos ocultas"),
        ((lambda n: wide(n, join="entry,first,second"),), "tres cosas"),
        ((lambda n: wide(n, hidden=(None, "relu")),), 'activation="relu"'),
        ((lambda n: wide(n, price="relu"),), "no lleva activación"),
        ((lambda n: wide(n, join="entry,second,second"),), "no hace lo mismo"),
    ],
    "8.5.2": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda n: None,), "debe devolver un keras.Model"),
        ((lambda n: two_inputs(n, reverse=True),), "van al revés"),
        ((lambda n: wide(n),), "dos entradas"),
        ((lambda n: two_inputs(n, shapes=(3, 5)),), "dos entradas"),
        ((lambda n: two_inputs(n, units=2),), "un solo número"),
        ((lambda n: two_inputs(n, join="deep,short"),), "primero la corta"),
        ((lambda n: lesson_08_05._two_inputs(n, whole=True),), "Falta la corta"),
        ((lambda n: lesson_08_05._two_inputs(n, both_deep=True),), "solo va la honda"),
        ((lambda n: lesson_08_05._two_inputs(n, both_deep=True, whole=True),), "se junta después"),
        ((lambda n: two_inputs(n, join="short,long"),), "capa(s) densa(s)"),
        ((lambda n: two_inputs(n, join="short,deep,deep"),), "no hace lo mismo"),
        ((lambda n: two_inputs(n, relu="tanh"),), 'activation="relu"'),
        ((lambda n: two_inputs(9),), "usa el parámetro"),
    ],
    "8.5.3": [
        ((3,), NOT_A_CLASS),
        ((lambda n: wide(n),), NOT_A_CLASS),
        ((Guard,), NOT_A_CLASS),
        ((Broken,), "AttributeError"),
        ((keras.Sequential,), "Error"),
        ((Nothing,), "no devuelve nada"),
        ((WithNumPy,), "no NumPy"),
        ((Unused,), "no se usa en call"),
        ((Inside,), "no están en self"),
        ((KeptInside,), "ValueError"),
        ((AllInside,), "ninguna capa en self"),
        ((TwoPrices,), "un solo número"),
        ((OnlySix,), "ocho números"),
        ((Row,), "Falta el atajo"),
    ],
    "8.5.4": [
        ((3,), NOT_A_CLASS),
        ((Wide,), NOT_A_CLASS),
        ((NoLimit,), "TypeError"),
        ((StopsItself,), "Quien para es el modelo"),
        ((Fails,), "KeyError"),
        ((guard(lambda loss, val, most: False),), "no para"),
        ((guard(lambda loss, val, most: True),), "debe dejar seguir"),
        (
            (guard(lambda loss, val, most: not np.isfinite(loss) or val / loss >= most),),
            "justo en el límite",
        ),
        (
            (guard(lambda loss, val, most: right(loss, val, most) or loss / val > most),),
            "del revés",
        ),
        ((guard(lambda loss, val, most: right(loss, val, 1.5)),), "una razón de 2.8"),
        ((guard(lambda loss, val, most: right(loss, val, max(most, 1.5))),), "una razón de 1.3"),
        (
            (guard(lambda loss, val, most: right(loss, val, most) or val > 2 * most),),
            "Se compara la razón",
        ),
        ((guard(lambda loss, val, most: val / loss > most),), "falta np.isfinite"),
        (
            (guard(lambda loss, val, most: not np.isfinite(val) or val / loss > most),),
            "es nan debe parar",
        ),
        (
            (guard(lambda loss, val, most: np.isnan(loss) or val / loss > most),),
            "infinita",
        ),
        ((guard(right, always=True),), "lo deshaces"),
    ],
    "8.5.5": [
        ((3,), "debe ser una función"),
        ((lambda: 3,), "TypeError"),
        ((lambda n: None,), "debe devolver un keras.Model"),
        ((lambda n: wide(n, shape=7),), "ocho números"),
        ((lambda n: wide(n),), "diccionario"),
        ((two_outputs_of(lambda entry, deep: [layers.Dense(1)(deep)] * 2),), "diccionario"),
        ((lambda n: two_outputs(n, more=["otra"]),), "ninguna más"),
        ((two_outputs_of(wide_price),), "un solo número"),
        ((lambda n: two_outputs(n, sigmoid=None),), "es una probabilidad"),
        ((two_outputs_of(capped_price),), "no lleva sigmoide"),
        ((two_outputs_of(relu_price),), "no lleva activación"),
        ((lambda n: two_outputs(n, price="deep"),), "le falta el atajo"),
        ((lambda n: two_outputs(n, capped="both"),), "también la entrada"),
        ((lambda n: two_outputs(n, price="deep", capped="both"),), "cambiados"),
        ((lambda n: two_outputs(n, price="swapped"),), "primero la entrada"),
        ((lambda n: two_outputs(n, relu="tanh"),), 'activation="relu"'),
        ((two_outputs_of(one_layer_more),), "capa(s) densa(s)"),
        ((lambda n: two_outputs(9),), "usa el parámetro"),
        ((lambda n: two_outputs(n, capped="swapped"),), "no hace lo mismo"),
    ],
}

TestContract = make_contract("lesson_08_05", GOOD, WRONG)
