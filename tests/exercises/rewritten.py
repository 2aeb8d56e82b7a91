"""La misma red, escrita de otras maneras; y la misma con algo de más.

A partir de la función que fabrica la red pedida, ``in_other_words`` da filas para GOOD, y
``with_extra``, para WRONG.
"""

import keras
import tensorflow as tf

layers = keras.layers
APART = {"relu": layers.ReLU, "softmax": layers.Softmax}


def in_other_words(make, finish=None):
    """Filas de respuestas buenas.

    Parameters
    ----------
    make : callable
        Fabrica la red pedida, una ``keras.Sequential``, con los argumentos del ejercicio.
    finish : callable, optional
        La compila: recibe la red y los mismos argumentos.
    """
    forms = (functional, reversed_class, class_of_tensorflow, apart, from_tensorflow, nested)
    return [(_written(make, form, finish),) for form in forms]


def _written(make, form, finish):
    # Con los nombres de parámetros que sea: la comprobación los pasa por posición.
    def answer(*arguments):
        original = make(*arguments)
        model = form(original.input_shape[1:], original.layers)
        if finish:
            finish(model, *arguments)
        return model

    answer.__name__ = form.__name__
    return answer


def functional(shape, parts):
    """La API funcional, con ``Reshape`` en lugar de ``Flatten``."""
    x = entry = keras.Input(shape)
    for part in parts:
        x = (layers.Reshape((-1,)) if isinstance(part, layers.Flatten) else part)(x)
    return keras.Model(entry, x)


class Reversed(keras.Model):
    """Declara las capas al revés de como trabajan."""

    def __init__(self, parts):
        super().__init__()
        self.parts = parts[::-1]

    def call(self, x, training=False):  # Keras lo pasa a las capas, si aquí se recibe
        for part in self.parts[::-1]:
            x = part(x)
        return x


def reversed_class(shape, parts):
    return Reversed(parts)


class OfTensorFlow(keras.Model):
    """Con funciones de TensorFlow dentro de ``call``, y un ``Dropout`` que se usa varias veces."""

    def __init__(self, parts):
        super().__init__()
        self.parts, self.names = [], []
        self.dropout = next((part for part in parts if isinstance(part, layers.Dropout)), None)
        for part in parts:
            self.names.append(_activation_of(part))
            if isinstance(part, layers.Dropout):
                part = self.dropout
            self.parts.append(_linear(part))

    def call(self, x, training=False):
        for part, name in zip(self.parts, self.names, strict=True):
            x = part(x, training=training) if part is self.dropout else part(x)
            x = getattr(tf.nn, name)(x) if name else x
        return x


def class_of_tensorflow(shape, parts):
    return OfTensorFlow(parts)


def apart(shape, parts):
    """Cada activación, en su capa; la entrada, en ``InputLayer``."""
    model = keras.Sequential([layers.InputLayer(batch_shape=(None, *shape))])
    for part in parts:
        name = _activation_of(part)
        model.add(_linear(part))
        if name:
            model.add(APART[name]() if name in APART else layers.Activation(name))
    return model


def from_tensorflow(shape, parts):
    """``activation=tf.nn.relu``."""
    for part in parts:
        if name := _activation_of(part):
            part.activation = getattr(tf.nn, name)
    return keras.Sequential([keras.Input(shape), *parts])


def nested(shape, parts):
    """Una red dentro de otra."""
    return keras.Sequential([keras.Input(shape), keras.Sequential(parts)])


def _activation_of(part):
    name = getattr(getattr(part, "activation", None), "__name__", "linear")
    return None if name == "linear" else name


def _linear(part):
    """La misma capa sin su activación."""
    if _activation_of(part):
        part.activation = keras.activations.linear
    return part


def with_extra(make, place, *extra):
    """La red, con más capas en ese sitio de la lista."""

    def answer(*arguments):
        original = make(*arguments)
        parts = original.layers
        added = [part() for part in extra]
        entry = keras.Input(original.input_shape[1:])
        return keras.Sequential([entry, *parts[:place], *added, *parts[place:]])

    return answer
