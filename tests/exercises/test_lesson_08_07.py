"""Contrato de los ejercicios de la lección 8.7, Tensores y piezas propias."""

import keras
import numpy as np
import tensorflow as tf
from contract import make_contract

ops = keras.ops


def letters(texts):
    words = tf.strings.split(texts)
    rows = [
        np.mean([len(word.decode()) for word in row.numpy()])
        for row in (words[k] for k in range(len(texts)))
    ]
    return tf.constant(rows, tf.float32)


def letters_64(texts):
    lengths = tf.strings.length(tf.strings.split(texts), unit="UTF8_CHAR")
    return tf.reduce_mean(tf.cast(lengths, tf.float64), axis=1)


def whole_letters(texts):
    return tf.cast(letters(texts), tf.int32)


def huber(y, p, limit):
    """Con un mínimo en vez de un where."""
    error = ops.abs(y - p)
    near = ops.minimum(error, limit)
    return near * (error - near / 2)


def huber_with_numpy(y, p, limit):
    error = np.abs(np.asarray(y) - np.asarray(p))
    return np.where(error <= limit, error**2 / 2, limit * (error - limit / 2))


def metric(counts, name="assign_add"):
    """Una métrica como la del enunciado, que suma a los contadores lo que diga ``counts``."""

    class F1(keras.metrics.Metric):
        def __init__(self, name="f1", **rest):
            super().__init__(name=name, **rest)
            self.aciertos = self.add_weight(name="aciertos", initializer="zeros")
            self.avisos = self.add_weight(name="avisos", initializer="zeros")
            self.reales = self.add_weight(name="reales", initializer="zeros")

        def update_state(self, y_true, y_pred, sample_weight=None):
            alarm = ops.cast(y_pred > 0.5, "float32")
            new = counts(alarm, y_true)
            for weight, value in zip((self.aciertos, self.avisos, self.reales), new, strict=True):
                getattr(weight, name)(value)

        def result(self):
            return 2 * self.aciertos / ops.maximum(self.avisos + self.reales, 1.0)

    return F1


def right(alarm, real):
    return ops.sum(alarm * real), ops.sum(alarm), ops.sum(real)


class Replaces(keras.metrics.Metric):
    """Guarda tensores donde había contadores: reset_state ya no los alcanza."""

    def __init__(self, **rest):
        super().__init__(**rest)
        self.counts = np.zeros(3)

    def update_state(self, y_true, y_pred, sample_weight=None):
        alarm = ops.cast(y_pred > 0.5, "float32")
        self.counts = self.counts + np.array(right(alarm, y_true))

    def result(self):
        return 2 * self.counts[0] / max(self.counts[1] + self.counts[2], 1)


def with_numpy(alarm, real):
    alarm, real = np.asarray(alarm), np.asarray(real)
    return (alarm * real).sum(), alarm.sum(), real.sum()


class Wordy(metric(right)):
    def result(self):
        return "mucho"


class Silent(metric(right)):
    def result(self):
        raise ValueError("no doy notas")


class Fussy(metric(right)):
    def update_state(self, y_true, y_pred, sample_weight=None):
        raise ValueError("no me gustan los lotes")


class Stubborn(metric(right)):
    def __init__(self, name):
        super().__init__(name=name)


def layer(call, weights=2):
    class NormalizaFila(keras.layers.Layer):
        def build(self, input_shape):
            for name in ("ganancia", "sesgo")[:weights]:
                setattr(self, name, self.add_weight(shape=(input_shape[-1],), name=name))

        def call(self, x):
            return call(self, x)

    return NormalizaFila


def norm(axis=-1, down=lambda v: ops.sqrt(v + 0.001), use_gain=True, use_bias=True):
    def call(self, x):
        gain = self.ganancia if use_gain else 1.0
        bias = self.sesgo if use_bias else 0.0
        mean = ops.mean(x, axis=axis, keepdims=True)
        return gain * (x - mean) / down(ops.var(x, axis=axis, keepdims=True)) + bias

    return layer(call)


def norm_with_moments(self, x):
    mean, variance = ops.moments(x, axes=[-1], keepdims=True)
    return (x - mean) * ops.rsqrt(variance + 0.001) * self.ganancia + self.sesgo


def norm_with_numpy(self, x):
    x, gain, bias = map(np.asarray, (x, self.ganancia, self.sesgo))
    mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
    return gain * (x - mean) / np.sqrt(variance + 0.001) + bias


class NeedsMore(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()


class BreaksBuild(keras.layers.Layer):
    def build(self, input_shape):
        raise ValueError("no sé construirme")


def raises(self, *args):
    raise ValueError("aquí se rompe")


def copier(call):
    class Copista(keras.Model):
        def __init__(self, peso):
            super().__init__()
            self.peso = peso
            self.oculta = keras.layers.Dense(32, activation="relu")
            self.copia = keras.layers.Dense(8)
            self.salida = keras.layers.Dense(1)

        def call(self, x):
            return call(self, x, self.oculta(x))

    return Copista


def copies(loss, answer=lambda self, x, inside: self.salida(inside)):
    """Un Copista con otro castigo, o que contesta otra cosa."""

    def call(self, x, inside):
        self.add_loss(loss(self, x, self.copia(inside)))
        self.salida(inside)
        return answer(self, x, inside)

    return copier(call)


def penalty(self, x, copy):
    return self.peso * ops.mean(ops.square(copy - x))


def twice(self, x, inside):
    self.add_loss(penalty(self, x, self.copia(inside)))
    self.add_loss(0.0)
    return self.salida(inside)


def no_return(self, x, inside):
    self.add_loss(penalty(self, x, self.copia(inside)))
    self.salida(inside)


def copy_of_input(self, x, inside):
    self.add_loss(penalty(self, x, self.copia(x)))
    return self.salida(inside)


def no_loss(self, x, inside):
    self.copia(inside)
    return self.salida(inside)


def says_twice(self, x, inside):
    return 2 * self.salida(inside)


def says_copy(self, x, inside):
    return self.copia(inside)


class Shy(keras.Model):
    def __init__(self):
        super().__init__()


class LateBreak(copier(no_loss)):
    """Falla en cuanto tiene sesgos."""

    def call(self, x):
        if self.salida.built and np.any(np.asarray(self.salida.bias)):
            raise ValueError("otra vez no")
        return super().call(x)


GOOD = {
    "8.7.1": [(letters,), (lambda texts: letters(texts).numpy(),)],
    "8.7.2": [(huber,)],
    "8.7.3": [
        (metric(right),),
        (metric(lambda a, r: (ops.sum(ops.where(r > 0, a, 0.0)), ops.sum(a), ops.sum(r))),),
    ],
    "8.7.4": [(norm(),), (layer(norm_with_moments),)],
    "8.7.5": [
        (copies(penalty),),
        (copies(lambda self, x, copy: ops.mean((x - copy) ** 2) * self.peso),),
    ],
}

# Al menos una mala por cada rama de la comprobación que puede fallar.
WRONG = {
    "8.7.1": [
        ((3,), "debe ser una función"),
        ((lambda: 1,), "TypeError"),
        ((lambda texts: "tres",), "debe ser un array"),
        ((letters_64,), "de 64 bits"),
        ((whole_letters,), "decimales"),
        ((lambda texts: letters(texts) + 1,), "no es el valor pedido"),
    ],
    "8.7.2": [
        ((3,), "debe ser una función"),
        ((lambda y, p: y,), "TypeError"),
        ((lambda *args: "tres",), "debe ser un array"),
        ((lambda *args: np.sum(huber(*args)),), "un solo número"),
        ((lambda y, p, limit: huber(y, p, limit)[:2],), "forma"),
        ((lambda y, p, limit: y,), "no es el valor pedido"),
        ((huber_with_numpy,), "dentro del grafo"),
    ],
    "8.7.3": [
        ((3,), "debe ser una clase"),
        ((metric(right)(),), "sin paréntesis"),
        ((keras.layers.Dense,), "keras.metrics.Metric"),
        ((Stubborn,), "TypeError"),
        ((Fussy,), "no me gustan"),
        ((Wordy,), "debe ser un número"),
        ((Silent,), "no doy notas"),
        ((metric(right, "assign"),), "Es assign_add"),
        ((metric(lambda a, r: (ops.mean(a * r), ops.mean(a), ops.mean(r))),), "**cuántos**"),
        (
            (
                metric(
                    lambda a, r: (
                        ops.sum(ops.cast(ops.equal(a, r), "float32")),
                        ops.sum(a),
                        ops.sum(r),
                    )
                ),
            ),
            "«no» acertados",
        ),
        ((metric(lambda a, r: (ops.sum(a), ops.sum(a), ops.sum(r))),), "no son los avisos"),
        ((metric(lambda a, r: (ops.sum(r), ops.sum(a), ops.sum(r))),), "no son los reales"),
        ((metric(lambda a, r: (ops.sum(a * r), len(a), ops.sum(r))),), "cuántas veces se avisa"),
        ((metric(lambda a, r: (ops.sum(a * r), ops.sum(a), len(r))),), "cuántas lo son"),
        ((metric(lambda a, r: (0.0, ops.sum(a), ops.sum(r))),), "self.aciertos se queda"),
        ((metric(lambda a, r: (ops.sum(a * r), 0.0, ops.sum(r))),), "self.avisos se queda"),
        ((metric(lambda a, r: (ops.sum(a * r), ops.sum(a), 0.0)),), "self.reales se queda"),
        ((metric(lambda a, r: (ops.sum(a + r), ops.sum(a), ops.sum(r))),), "Tras cuatro lotes"),
        ((Replaces,), "sigue recordando"),
        ((metric(with_numpy),), "dentro de fit"),
    ],
    "8.7.4": [
        ((3,), "debe ser una clase"),
        ((norm()(),), "sin paréntesis"),
        ((NeedsMore,), "TypeError"),
        ((BreaksBuild,), "no sé construirme"),
        ((layer(norm_with_moments, weights=1),), "Deja build"),
        ((layer(raises),), "aquí se rompe"),
        ((layer(lambda self, x: None),), "no devuelve nada"),
        ((layer(lambda self, x: x[..., :2]),), "forma"),
        ((norm(axis=0),), "axis=0"),
        ((norm(axis=None),), "todo el lote"),
        ((norm(down=ops.sqrt),), "Falta el 0.001"),
        ((norm(down=lambda v: ops.sqrt(v) + 0.001),), "dentro de la raíz"),
        ((norm(down=lambda v: v + 0.001),), "falta la raíz"),
        ((norm(use_gain=False, use_bias=False),), "Faltan la ganancia"),
        ((norm(use_gain=False),), "Falta multiplicar"),
        ((norm(use_bias=False),), "Falta sumar"),
        ((norm(down=lambda v: 1.0),), "Falta dividir"),
        ((layer(lambda self, x: x),), "no es lo pedido"),
        ((layer(norm_with_numpy),), "dentro de una red"),
    ],
    "8.7.5": [
        ((3,), "debe ser una clase"),
        ((copies(penalty)(0.1),), "sin paréntesis"),
        ((Shy,), "TypeError"),
        ((copier(raises),), "aquí se rompe"),
        ((LateBreak,), "otra vez no"),
        ((copier(no_return),), "no devuelve nada"),
        ((copier(copy_of_input),), "self.copia no recibe"),
        ((copier(no_loss),), "Falta el castigo"),
        ((copier(twice),), "un solo número"),
        ((copies(lambda self, x, copy: self.peso * ops.square(copy - x)),), "un solo número"),
        ((copies(lambda self, x, copy: self.peso * ops.sum((copy - x) ** 2)),), "su media"),
        ((copies(lambda self, x, copy: ops.mean((copy - x) ** 2)),), "self.peso"),
        ((copies(lambda self, x, copy: self.peso * ops.mean(ops.abs(copy - x))),), "al cuadrado"),
        (
            (copies(lambda self, x, copy: self.peso * ops.sqrt(ops.mean((copy - x) ** 2))),),
            "Sobra la raíz",
        ),
        ((copies(lambda self, x, copy: self.peso * ops.mean(copy**2)),), "restar la entrada"),
        ((copies(lambda self, x, copy: self.peso * ops.mean((copy + x) ** 2)),), "se restan"),
        ((copies(lambda self, x, copy: 7.0 + 0 * ops.sum(copy)),), "no es el pedido"),
        ((copies(penalty, lambda self, x, inside: "nada"),), "debe ser un array"),
        ((copies(penalty, says_copy),), "de forma (6, 1)"),
        ((copies(penalty, says_twice),), "tal como sale"),
    ],
}

EQUIVALENT = {
    "8.7.2": {
        "`<=` por `<` en `error <= umbral` (línea 4)": "en el umbral, las dos valen lo mismo",
        "`y - p`, al revés (línea 2)": "se le quita el signo",
    },
    "8.7.5": {"`self.copia(dentro) - x`, al revés (línea 11)": "se eleva al cuadrado"},
}

TestContract = make_contract("lesson_08_07", GOOD, WRONG, EQUIVALENT)
