"""Redes de Keras: qué hacen y cómo se compilaron.

Se juzga lo que la red hace, no cómo se escribió: con los mismos pesos, ¿responde lo mismo que la
pedida? (``like``). Así valen ``activation="relu"``, ``tf.nn.relu`` o una capa ``ReLU`` detrás; una
``Sequential``, la API funcional o una clase. Lo demás de este archivo sirve para decir qué falla en
la que no responde lo mismo.

Nada de aquí carga Keras: una respuesta que es una red ya la ha cargado.
"""

from __future__ import annotations

import inspect
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from .mistakes import Mistake

if TYPE_CHECKING:
    import keras

# Una frase, o la función que la escribe con lo que ha llegado.
Sentence = str | Callable[[object], str]


def _say(sentence, found):
    return Mistake(sentence(found) if callable(sentence) else sentence)


# --- Qué es ------------------------------------------------------------------------------------


# Una red de diez clases sin entrenar acierta cerca de 0.1; en sesenta sorteos, hasta 0.19, y uno
# llegó a 0.22.
UNTRAINED = 0.3


def network(
    value: object,
    inputs: tuple[int, ...] | None = None,
    outputs: tuple[int, ...] | None = None,
    *,
    message: str,
    wrong_input: Sentence | None = None,
    wrong_output: Sentence | None = None,
) -> keras.Model:
    """Exige un modelo de Keras con esa entrada y esa salida, y lo devuelve.

    Parameters
    ----------
    value : object
    inputs, outputs : tuple of int, optional
        Forma de una muestra: ``(28, 28)``. None, cualquiera.
    message : str
        Lo que se dice si no es un modelo.
    wrong_input, wrong_output : str or callable, optional
        Lo que se dice si no admite esa entrada, o no sabe todavía cuál es la suya; y si da otra
        salida, que puede ser una función de la forma de la que da: ``(None, 12)``.
    """
    keras = sys.modules.get("keras")
    if keras is None or not isinstance(value, keras.Model):
        raise Mistake(message)
    if inputs is not None:
        shape = _answered_shape(value, inputs)
        if shape is None:
            raise _say(wrong_input, value)
        if outputs is not None and shape != (None, *outputs):
            raise _say(wrong_output, shape)
    return value


def _answered_shape(model, inputs):
    """La forma de lo que responde a muestras de esa forma, o None si no puede."""
    if not model.built and type(model).__name__ == "Sequential":
        return None  # le falta Input: admitiría cualquiera
    try:
        answers = np.asarray(model(np.zeros((2, *inputs), "float32")))
    except Exception:  # lo que lance depende de la capa que lo rechaza
        return None
    return (None, *answers.shape[1:])


# --- Qué hace ----------------------------------------------------------------------------------


def like(
    model: keras.Model,
    wanted: keras.Model,
    *,
    explain: Callable[[keras.Model], None],
    message: str,
    size: float = 1.0,
) -> None:
    """Exige que una red haga lo mismo que otra, al predecir y al entrenar, con los mismos pesos.

    Parameters
    ----------
    model, wanted : keras.Model
        La que llegó, con su entrada y su salida ya comprobadas, y la pedida.
    explain : callable
        Da la respuesta por mala con la frase de lo que falla, si sabe qué es: recibe ``model``.
    message : str
        Lo que se dice si ``explain`` no lo sabe, sin el punto: si hay una capa de más, se nombra.
    size : float
        De qué tamaño son los números que recibe: 255, si son píxeles sin escalar.
    """
    if not alike(model, wanted, size):
        if any(_chance(wanted)) and not _hears_training(model):
            raise Mistake(
                "A su método call le falta el parámetro training: sin él, fit no avisa de que está "
                "entrenando, y lo que actúa al azar no hace nada."
            )
        explain(model)
        extra = _extra(model, wanted)
        raise Mistake(f"{message}: sobra la capa {extra}." if extra else f"{message}.")


def _extra(model, wanted):
    """La primera capa que hay de más, si ninguna otra hace lo mismo que ella; «» si no la hay."""

    def kinds(network):
        return Counter(type(step).__name__ for step in steps(network) if hasattr(step, "weights"))

    spare = kinds(model) - kinds(wanted)
    return next((kind for kind in spare if kind not in _OTHER_WORDS), "")


# Lo que también se puede escribir con otra capa, o dentro de ella: no es lo que sobra.
_OTHER_WORDS = ("InputLayer", "Activation", "ReLU", "Softmax", "Lambda", "Flatten", "Reshape")


_SCALES = (0.1, 1.0, 10.0)  # las pequeñas separan dos sigmoides; las grandes, ReLU de ReLU6


def alike(model: keras.Model, other: keras.Model, size: float = 1.0) -> bool:
    """Dice si dos redes hacen lo mismo, como ``like``: para saber cuál de las equivocadas es."""
    try:
        return _alike(model, other, size)
    except Exception:  # ni siquiera admite los mismos números
        return False


def _alike(model, wanted, size):
    ours, theirs = _trained(model), _trained(wanted)
    if [tuple(v.shape) for v in ours] != [tuple(v.shape) for v in theirs]:
        return False
    rng = np.random.default_rng(0)
    values = [_drawn(rng, tuple(v.shape)) for v in theirs]
    samples = size * rng.normal(size=(16, *wanted.input_shape[1:])).astype("float32")
    # Quien penaliza los pesos los lleva a otro sitio al entrenar.
    return len(model.losses) == len(wanted.losses) and all(
        _close(
            _answers(model, ours, values, scale * samples, training),
            _answers(wanted, theirs, values, scale * samples, training),
        )
        for scale in _SCALES
        for training in (False, True)
    )


def _drawn(rng, shape):
    """Unos pesos cualesquiera, que no apagan ni disparan lo que sale."""
    spread = 1.5 / np.sqrt(np.prod(shape[:-1])) if len(shape) > 1 else 0.5
    return rng.normal(0, spread, shape).astype("float32")


def _trained(model):
    """Los pesos que aprenden, en el orden en que trabajan sus capas."""
    found = [v for step in steps(model) for v in getattr(step, "trainable_variables", ())]
    once = list({id(v): v for v in found}.values())
    # Una clase puede tener pesos propios, fuera de toda capa.
    return once if len(once) == len(model.trainable_variables) else model.trainable_variables


def _answers(model, weights, values, x, training):
    """Lo que respondería con esos pesos, sin ponérselos, y con un azar que no es el suyo."""
    import keras

    state = [*zip(weights, values, strict=True), *_chance(model)]
    with keras.StatelessScope(state_mapping=state):
        # Igual que fit: a quien no lo espera, no se le dice.
        answered = model(x, training=training) if _hears_training(model) else model(x)
    return np.asarray(answered, dtype=float)


def _hears_training(model):
    parameters = inspect.signature(model.call).parameters.values()
    return any(p.name == "training" or p.kind is p.VAR_KEYWORD for p in parameters)


def _chance(model):
    """De dónde sale el azar de cada capa que actúa al azar, y desde qué número.

    Las de una clase, con números seguidos, que son los que gasta una sola en varios sitios: así da
    lo mismo un ``Dropout`` usado dos veces que dos.
    """
    used = Counter()
    for step in steps(model):
        for variable in getattr(step, "non_trainable_variables", ()):
            if variable.name == "seed_generator_state":
                yield variable, [7, used[type(step)]]
                used[type(step)] += 1


def _close(found, wanted):
    return found.shape == wanted.shape and np.allclose(
        found, wanted, rtol=1e-3, atol=1e-4 * max(1, np.abs(wanted).max())
    )


def steps(model: keras.Model) -> list[keras.Operation]:
    """Las capas y operaciones de una red, en el orden en que trabajan.

    Parameters
    ----------
    model : keras.Model
        Ya construida. De una red que está dentro de otra, salen sus capas. De una clase cuyo
        ``call`` no se puede seguir paso a paso, sus capas en el orden en que se declararon.
    """
    return [
        inner
        for step in _followed(model) or model.layers
        for inner in (steps(step) if hasattr(step, "layers") else [step])
    ]


def _followed(model):
    """Lo que una red hace, paso a paso, o None si no se puede seguir."""
    import keras

    if hasattr(model, "operations"):  # de la API funcional
        return model.operations
    if isinstance(model, keras.Sequential):
        return model.layers
    try:
        entry = keras.Input(_input_shape(model))
        return keras.Model(entry, model.call(entry)).operations
    except Exception:  # su call usa algo que solo admite números
        return None


def _input_shape(model):
    """La forma de una muestra: una clase solo la sabe después de la primera llamada."""
    shape = getattr(model, "input_shape", None) or model._build_shapes_dict["input_shape"]
    return shape[1:]


# --- Qué le falta ------------------------------------------------------------------------------


def layers(
    model: keras.Model, kind: str, *, settings: Sequence[dict] | None = None, message: Sentence
) -> list[keras.layers.Layer]:
    """Exige las capas de una clase, en orden y con esos ajustes, y las devuelve.

    Parameters
    ----------
    model : keras.Model
    kind : str
        La clase: ``"Dense"``, ``"Dropout"``…
    settings : sequence of dict, optional
        Un diccionario por capa, ``{"units": 16}``; None, las que haya, sin exigir nada.
    message : str or callable
        La frase, o la función que la escribe a partir de las capas que hay.
    """
    import keras

    found = [step for step in steps(model) if isinstance(step, getattr(keras.layers, kind))]
    if settings is not None and not (
        len(found) == len(settings)
        and all(_has(layer, wanted) for layer, wanted in zip(found, settings, strict=True))
    ):
        raise _say(message, found)
    return found


def _has(layer, wanted):
    return all(
        np.isclose(getattr(layer, name), value)
        if isinstance(value, float)
        else getattr(layer, name) == value
        for name, value in wanted.items()
    )


def dropout(model: keras.Model, rate: float) -> keras.layers.Dropout:
    """Exige una sola capa ``Dropout``, con esa fracción (el «abandono» pedido), y la devuelve."""
    (layer,) = layers(
        model,
        "Dropout",
        settings=[{}],
        message=lambda found: (
            "Falta la capa keras.layers.Dropout(abandono)."
            if not found
            else f"Hay {len(found)} capas Dropout y se pide una."
        ),
    )
    if not np.isclose(layer.rate, rate):
        raise Mistake(f"Con abandono={rate} la capa Dropout tiene {layer.rate}: usa el parámetro.")
    return layer


def ordered(model: keras.Model, parts: Sequence[keras.layers.Layer], *, message: str) -> None:
    """Exige que esas capas trabajen en ese orden, con otras en medio o sin ellas."""
    places = [steps(model).index(part) for part in parts]
    if places != sorted(places):
        raise Mistake(message)


# Con signos, un cero y valores grandes: dos activaciones distintas se separan en alguno.
_POINTS = np.array([[-30.0, -2.5, -0.5, 0.0], [0.5, 1.0, 2.5, 30.0]], dtype="float32")


def has_activation(model: keras.Model, layer: keras.layers.Layer, name: str) -> bool:
    """Dice si lo que sale de una capa pasa por esa activación, se escriba como se escriba.

    Parameters
    ----------
    model : keras.Model
        Para ver si la activación viene detrás de la capa.
    layer : keras.layers.Layer
    name : str
        ``"relu"``, ``"softmax"``, ``"sigmoid"``, ``"linear"``…
    """
    import keras

    wanted = np.asarray(keras.activations.get(name)(_POINTS))
    found = np.asarray((getattr(layer, "activation", None) or np.asarray)(_POINTS))
    found_steps = steps(model)
    for step in found_steps[found_steps.index(layer) + 1 :]:
        after = _without_weights(step, found)
        if after is None:
            break
        found = after
    return found.shape == wanted.shape and np.allclose(found, wanted, atol=1e-5)


def _without_weights(step, points):
    """Lo que hace con unos números sueltos un paso sin pesos, o None si es otra clase de paso."""
    if getattr(step, "weights", None):
        return None
    try:
        found = np.asarray(step(points))
    except Exception:  # necesita otra forma, u otra cosa además de los números
        return None
    return found if found.shape == points.shape else None


def activation(model: keras.Model, layer: keras.layers.Layer, name: str, *, message: str) -> None:
    """Exige esa activación (véase ``has_activation``), en una red que se puede seguir."""
    if _followed(model) and not has_activation(model, layer, name):
        raise Mistake(message)


# --- Cómo se compiló ---------------------------------------------------------------------------


def setting(
    model: keras.Model,
    *,
    message: str,
    loss: str | None = None,
    optimizer: str | None = None,
    accuracy: bool = False,
) -> None:
    """Exige cómo se compiló una red: su pérdida, su optimizador o que mida la exactitud.

    Parameters
    ----------
    model : keras.Model
        Si no está compilada, no cumple nada.
    message : str
    loss : str, optional
        ``"binary_crossentropy"``, ``"mse"``…: vale toda la que dé los mismos números.
    optimizer : str, optional
        La clase: ``"Adam"``, ``"SGD"``…
    accuracy : bool
        Una métrica que dé la fracción de aciertos con etiquetas enteras.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # una pérdida de otra clase de etiquetas protesta, y basta
        if (
            (loss is not None and not _has_loss(model, loss))
            or (optimizer is not None and _optimizer(model) != optimizer)
            or (accuracy and not _measures_accuracy(model))
        ):
            raise Mistake(message)


def _optimizer(model):
    return type(getattr(model, "optimizer", None)).__name__


def _has_loss(model, name):
    import keras

    answers, width = _probabilities(model)
    rng = np.random.default_rng(1)
    real = {
        "sparse_categorical_crossentropy": rng.integers(width, size=len(answers)),
        "binary_crossentropy": rng.integers(2, size=answers.shape),
    }.get(name, rng.normal(size=answers.shape))
    wanted = np.mean(keras.losses.get(name)(real, answers))
    try:
        found = float(model.compute_loss(y=real, y_pred=answers))
    except Exception:  # pide otra clase de etiquetas
        return False
    return bool(np.isclose(found, wanted, rtol=1e-4))


def _measures_accuracy(model):
    answers, width = _probabilities(model)
    best = np.argmax(answers, axis=1)
    for wrong in (2, 5):
        real = np.where(np.arange(len(best)) < wrong, (best + 1) % width, best)
        try:
            model.compute_metrics(None, real, answers)  # hasta que se usa, no se puede poner a cero
            model.reset_metrics()
            measured = model.compute_metrics(None, real, answers)
        except Exception:  # mide otra cosa, con otra clase de etiquetas
            return False
        if not any(np.isclose(value, np.mean(real == best)) for value in measured.values()):
            return False
    return True


def _probabilities(model):
    """Respuestas inventadas, como las que da la red, y cuántos números hay en cada una."""
    import keras

    width = model(np.zeros((1, *_input_shape(model)), "float32")).shape[-1]
    rng = np.random.default_rng(0)
    rows = rng.dirichlet(np.ones(width), 9) if width > 1 else rng.uniform(0.1, 0.9, (9, 1))
    return keras.ops.convert_to_tensor(rows, "float32"), width
