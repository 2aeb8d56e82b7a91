"""Comprobaciones de la lección 8.5, Redes que no son una fila."""

import numpy as np

from . import expect
from .core import exercise, quiz

_WIDTHS = (7, 12)
_OTHERWISE = "Tiene esas capas, pero no hace lo mismo que la red pedida"


def _wide(width, join=lambda entry, first, second: [entry, second]):
    """La ancha y profunda, o la que junta otra cosa."""
    import keras

    entry = keras.Input((8,))
    first = keras.layers.Dense(width, activation="relu")(entry)
    second = keras.layers.Dense(width, activation="relu")(first)
    joined = join(entry, first, second)
    both = keras.layers.Concatenate()(joined) if len(joined) > 1 else joined[0]
    return keras.Model(entry, keras.layers.Dense(1)(both))


# Lo que alguien junta en lugar de la entrada y la segunda oculta.
_OTHER_JOINS = (
    (
        lambda entry, first, second: [second],
        "Falta el atajo: a la última capa solo le llega lo hondo. Junta la entrada y la segunda "
        "oculta.",
    ),
    (
        lambda entry, first, second: [second, entry],
        "Juntas las dos cosas que se piden, pero al revés: primero la entrada.",
    ),
    (
        lambda entry, first, second: [first, second],
        "Juntas las dos ocultas: se pide la entrada con la segunda.",
    ),
    (
        lambda entry, first, second: [entry, first, second],
        "Juntas tres cosas: solo van la entrada y la segunda oculta.",
    ),
)


def _explain_dense(model, width, outputs=1):
    """Lo que falla en las capas densas de una red de dos ocultas, y las devuelve."""
    dense = expect.layers(
        model,
        "Dense",
        settings=[{}] * (2 + outputs),
        message=lambda found: (
            f"Tiene {len(found)} capa(s) densa(s), y son {2 + outputs}: dos ocultas y "
            f"{'la del precio' if outputs == 1 else 'una por salida'}."
        ),
    )
    expect.layers(
        model,
        "Dense",
        settings=[{"units": width}] * 2 + [{"units": 1}] * outputs,
        message=f"Con neuronas={width}, cada capa oculta debe tener {width}: usa el parámetro.",
    )
    return dense


def _explain_relu(model, hidden):
    for layer in hidden:
        expect.activation(
            model, layer, "relu", message='A alguna capa oculta le falta activation="relu".'
        )


def _explain_price(model, layer):
    expect.activation(
        model,
        layer,
        "linear",
        message="El precio no lleva activación: puede ser cualquier número.",
    )


def _explain_wide(model, width):
    *hidden, price = _explain_dense(model, width)
    for join, sentence in _OTHER_JOINS:
        if expect.alike(model, _wide(width, join)):
            expect.wrong(sentence)
    _explain_relu(model, hidden)
    _explain_price(model, price)


def _check_wide(model, width, message, wrong_input):
    model = expect.network(
        model,
        (8,),
        (1,),
        message=message,
        wrong_input=wrong_input,
        wrong_output="La salida debe ser un solo número, el precio: la última capa es Dense(1).",
    )
    expect.like(
        model,
        _wide(width),
        explain=lambda model: _explain_wide(model, width),
        message=_OTHERWISE,
    )


@exercise(
    "8.5.1",
    hints=(
        "Empieza por `entrada = keras.Input((8,))`. Cada capa se llama con un tensor: "
        '`h = keras.layers.Dense(neuronas, activation="relu")(entrada)`.',
        "Para juntar, `juntos = keras.layers.Concatenate()([entrada, h])`: recibe una lista.",
        "\n`entrada = keras.Input((8,))\n"
        'h = keras.layers.Dense(neuronas, activation="relu")(entrada)\n'
        'h = keras.layers.Dense(neuronas, activation="relu")(h)\n'
        "juntos = keras.layers.Concatenate()([entrada, h])\n"
        "return keras.Model(entrada, keras.layers.Dense(1)(juntos))`",
    ),
    praise="Una red con dos caminos, escrita como una cuenta.",
)
def check_wide(function):
    expect.function(function, "ancha_y_profunda")
    for width in _WIDTHS:
        made = expect.call(function, width)
        _check_wide(
            made,
            width,
            f"ancha_y_profunda debe devolver un keras.Model: {expect.arrived(made)}.",
            "La red debe recibir ocho números: keras.Input((8,)).",
        )


def _two_inputs(width, whole=False, swapped=False, both_deep=False):
    import keras

    short, long = keras.Input((2,)), keras.Input((6,))
    x = keras.layers.Concatenate()([short, long]) if both_deep else long
    for _ in range(2):
        x = keras.layers.Dense(width, activation="relu")(x)
    joined = [x] if whole else [x, short] if swapped else [short, x]
    both = keras.layers.Concatenate()(joined) if len(joined) > 1 else joined[0]
    return keras.Model([short, long], keras.layers.Dense(1)(both))


def _with_one_input(model):
    """La de dos entradas, como una que recibe las ocho columnas; None si no se puede."""
    import keras

    entry = keras.Input((8,))
    try:
        return keras.Model(entry, model([entry[:, :2], entry[:, 2:]]))
    except Exception:  # lo que lance depende de la capa que lo rechaza
        return None


_OTHER_TWO = (
    ({"swapped": True}, "Juntas las dos cosas que se piden, pero al revés: primero la corta."),
    ({"both_deep": True}, "Por las capas ocultas pasan las dos entradas: solo va la honda."),
    ({"whole": True}, "Falta la corta: se junta con lo que sale de la honda."),
    (
        {"both_deep": True, "whole": True},
        "Por las capas ocultas pasan las dos entradas: solo va la honda, y la corta se junta "
        "después.",
    ),
)


def _explain_two(model, width):
    *hidden, price = _explain_dense(model, width)
    for other, sentence in _OTHER_TWO:
        if expect.alike(model, _with_one_input(_two_inputs(width, **other))):
            expect.wrong(sentence)
    _explain_relu(model, hidden)
    _explain_price(model, price)


@exercise(
    "8.5.2",
    hints=(
        "`deep(honda, neuronas)` son las dos capas ocultas, ya llamadas con la honda.",
        "Lo que se junta es `[corta, deep(honda, neuronas)]`, y las entradas del modelo, "
        "`[corta, honda]`.",
        "\n`juntos = keras.layers.Concatenate()([corta, deep(honda, neuronas)])\n"
        "return keras.Model([corta, honda], keras.layers.Dense(1)(juntos))`",
    ),
    praise="Dos entradas, en una lista, y los datos en el mismo orden.",
)
def check_two_inputs(function):
    expect.function(function, "dos_entradas")
    for width in _WIDTHS:
        made = expect.call(function, width)
        model = expect.network(
            made, message=f"dos_entradas debe devolver un keras.Model: {expect.arrived(made)}."
        )
        joined = _with_one_input(model)
        if joined is None and _shapes(model) == [(None, 6), (None, 2)]:
            expect.wrong("Las entradas van al revés: primero la corta, keras.Model([corta, honda]…")
        if joined is None:
            expect.wrong(
                "El modelo debe recibir una lista con dos entradas: la corta, de 2 números, y la "
                "honda, de 6."
            )
        expect.network(
            joined,
            (8,),
            (1,),
            message="",
            wrong_input="",
            wrong_output="La salida debe ser un solo número, el precio: la última capa es "
            "Dense(1).",
        )
        expect.like(
            joined,
            _with_one_input(_two_inputs(width)),
            explain=lambda model, width=width: _explain_two(model, width),
            message=_OTHERWISE,
        )


def _shapes(model):
    return [tuple(tensor.shape) for tensor in getattr(model, "inputs", None) or ()]


@exercise(
    "8.5.3",
    hints=(
        "En `__init__` falta la última capa: `self.precio = keras.layers.Dense(1)`.",
        "En el otro método se usan las de `self`: `h = self.oculta_2(self.oculta_1(x))`. Después "
        "se juntan `x` y `h`.",
        "Lo que se devuelve es `self.precio(keras.ops.concatenate([x, h], axis=1))`.",
    ),
    praise="En __init__ se fabrica; en call se usa.",
)
def check_class(answer):
    import keras

    answer = expect.subclass(answer, keras.Model, "RedAncha", "keras.Model")
    x = np.random.default_rng(3).normal(size=(5, 8)).astype("float32")
    for width in _WIDTHS:
        net = expect.call(answer, width)
        said = expect.call(net.call, x)
        if said is None:
            expect.wrong("Tu método call no devuelve nada: ¿termina con return?")
        expect.call(net, x)  # y otra vez, que es como se usa
        if len(net.trainable_variables) < 6 and any(not layer.built for layer in net.layers):
            expect.wrong("Alguna capa que fabricas en __init__ no se usa en call: son tres.")
        if not net.trainable_variables:
            expect.wrong("A la red no le queda ninguna capa en self: fabrícalas en __init__.")
        if len(net.trainable_variables) < 6:
            expect.wrong(
                "Hay capas que no están en self: se fabrican en __init__, self.precio = …, y en "
                "call solo se usan. Las que fabricas en call son nuevas en cada llamada."
            )
        try:
            net.predict(x, verbose=0)
        except Exception:  # lo que lance depende de lo que haya en call
            expect.wrong(
                "Responde a unos números sueltos, pero fit y predict fallan: en call se usan capas "
                "y keras.ops, no NumPy. Para juntar, keras.ops.concatenate."
            )
        _check_wide(
            net,
            width,
            "RedAncha debe partir de keras.Model.",
            "La red debe recibir ocho números y dar un precio.",
        )


# (límite, pérdida, pérdida de validación, ¿parado ya por otro?, ¿tiene que quedar parado?, frase)
_EPOCHS = (
    (1.5, 1.0, 1.6, False, True, "Con límite 1.5 y una razón de 1.6, no para."),
    (
        1.5,
        1.0,
        1.2,
        False,
        False,
        "Para cuando no debe: con límite 1.5 y una razón de 1.2 debe dejar seguir.",
    ),
    (1.5, 1.0, 1.5, False, False, "Con la razón justo en el límite no se para: tiene que pasar."),
    (
        1.5,
        4.0,
        2.0,
        False,
        False,
        "Para con la razón del revés: es la de validación entre la de entrenamiento.",
    ),
    (3.0, 0.5, 1.4, False, False, "Con límite 3 y una razón de 2.8 para: usa self.limite."),
    (1.2, 0.5, 0.65, False, True, "Con límite 1.2 y una razón de 1.3 no para: usa self.limite."),
    (
        3.0,
        4.0,
        8.0,
        False,
        False,
        "Con pérdidas de 4 y 8 la razón es 2, y el límite, 3: no debe parar. Se compara la razón.",
    ),
    (
        1.5,
        float("nan"),
        float("nan"),
        False,
        True,
        "Si la pérdida es nan debe parar, y nan > límite es False: falta np.isfinite.",
    ),
    (1.5, float("nan"), 1.0, False, True, "Si logs['loss'] es nan debe parar."),
    (
        1.5,
        float("inf"),
        1.0,
        False,
        True,
        "Si la pérdida es infinita, la razón da 0, y aun así debe parar: np.isfinite.",
    ),
    (
        1.5,
        1.0,
        1.2,
        True,
        True,
        "Si otro ya había parado, lo deshaces: asigna True cuando toque, y nada más.",
    ),
)


@exercise(
    "8.5.4",
    hints=(
        'Son dos motivos unidos por `or`: `not np.isfinite(logs["loss"])` es uno.',
        "El otro, `razon > self.limite`. Y para parar, `self.model.stop_training = True`.",
        '\n`if not np.isfinite(logs["loss"]) or razon > self.limite:\n'
        "    self.model.stop_training = True`",
    ),
    praise="Keras trae uno para lo primero, `keras.callbacks.TerminateOnNaN`; el segundo motivo es "
    "tuyo.",
)
def check_guard(answer):
    import keras

    answer = expect.subclass(answer, keras.callbacks.Callback, "Vigia", "keras.callbacks.Callback")
    for limit, loss, val_loss, before, wanted, sentence in _EPOCHS:
        guard, net = expect.call(answer, limit), keras.Sequential()
        net.stop_training = before
        guard.set_model(net)
        expect.call(guard.on_epoch_end, 3, {"loss": loss, "val_loss": val_loss})
        if wanted and getattr(guard, "stop_training", False):
            expect.wrong("Quien para es el modelo: self.model.stop_training = True.")
        if bool(net.stop_training) is not wanted:
            expect.wrong(sentence)


def _two_outputs(width, price_from="both", capped_from="deep", swapped=False, apart=False):
    import keras

    entry = keras.Input((8,))
    x = entry
    for _ in range(2):
        x = keras.layers.Dense(width, activation="relu")(x)
    both = keras.layers.Concatenate()([x, entry] if swapped else [entry, x])
    where = {"both": both, "deep": x, "entry": entry}
    return keras.Model(
        entry,
        {
            "precio": keras.layers.Dense(1)(where[price_from]),
            "tope": keras.ops.sigmoid(keras.layers.Dense(1)(where[capped_from]))
            if apart
            else keras.layers.Dense(1, activation="sigmoid")(where[capped_from]),
        },
    )


def _with_one_output(model):
    """La de dos salidas, como una que da dos números; None si no las da."""
    import keras

    entry = keras.Input((8,))
    try:
        said = model(entry)
        return keras.Model(entry, keras.ops.concatenate([said["precio"], said["tope"]], axis=1))
    except Exception:  # lo que lance depende de la capa que lo rechaza
        return None


_OTHER_OUTPUTS = (
    ({"price_from": "deep"}, "Al precio le falta el atajo: sale de la entrada y lo hondo, juntos."),
    (
        {"capped_from": "both"},
        "El tope sale solo de la segunda oculta, y le has dado también la entrada.",
    ),
    (
        {"price_from": "deep", "capped_from": "both"},
        "Están cambiados: el precio sale de lo juntado, y el tope, de la segunda oculta.",
    ),
    ({"swapped": True}, "Juntas las dos cosas que se piden, pero al revés: primero la entrada."),
)


def _explain_outputs(model, width):
    dense = _explain_dense(model, width, outputs=2)
    for other, sentence in _OTHER_OUTPUTS:
        if expect.alike(model, _with_one_output(_two_outputs(width, **other))):
            expect.wrong(sentence)
    _explain_relu(model, dense[:2])
    joined = [layer for layer in dense[2:] if layer.kernel.shape[0] > width]
    if len(joined) == 1 and joined[0].activation.__name__ == "relu":
        expect.wrong("El precio no lleva activación: puede ser cualquier número.")


@exercise(
    "8.5.5",
    hints=(
        "Una capa para cada salida: `keras.layers.Dense(1)(juntos)` es el precio, y la del tope "
        "lleva sigmoide y sale de `h`.",
        "\n`return keras.Model(entrada, {\n"
        '    "precio": keras.layers.Dense(1)(juntos),\n'
        '    "tope": keras.layers.Dense(1, activation="sigmoid")(h)})`',
    ),
    praise="Dos respuestas con las mismas capas ocultas.",
)
def check_two_outputs(function):
    expect.function(function, "dos_salidas")
    for width in _WIDTHS:
        made = expect.call(function, width)
        model = expect.network(
            made, message=f"dos_salidas debe devolver un keras.Model: {expect.arrived(made)}."
        )
        joined = _with_one_output(model)
        if joined is None and _shapes(model) != [(None, 8)]:
            expect.wrong("La red debe recibir ocho números: keras.Input((8,)).")
        if joined is None:
            expect.wrong(
                'Las salidas van en un diccionario con las claves "precio" y "tope", cada una con '
                "un número."
            )
        if len(model(np.zeros((1, 8), "float32"))) != 2:
            expect.wrong('Se piden dos salidas, "precio" y "tope", y ninguna más.')
        expect.network(
            joined,
            (8,),
            (2,),
            message="",
            wrong_input="",
            wrong_output="Cada salida es un solo número: Dense(1).",
        )
        said = model(np.random.default_rng(1).normal(0, 30, (64, 8)).astype("float32"))
        price, capped = np.asarray(said["precio"]), np.asarray(said["tope"])
        if capped.min() < 0 or capped.max() > 1:
            expect.wrong('El tope es una probabilidad: le falta activation="sigmoid".')
        if price.min() >= 0 and price.max() <= 1:
            expect.wrong("El precio no lleva sigmoide: puede ser cualquier número.")
        # Con la sigmoide aparte, las capas trabajan en otro orden.
        if expect.alike(joined, _with_one_output(_two_outputs(width, apart=True))):
            continue
        expect.like(
            joined,
            _with_one_output(_two_outputs(width)),
            explain=lambda model, width=width: _explain_outputs(model, width),
            message=_OTHERWISE,
        )


quiz(
    "8.5.A1",
    correct="b",
    why="Sí: todavía no hay datos, solo formas; por eso las erratas se ven al escribir.",
    wrong={
        "a": "Nada se entrena al escribir la red: eso lo hace fit.",
        "c": "Aún no hay filas de datos: el tensor solo sabe su forma.",
    },
    hint="¿Qué imprimía la primera celda de la sección 1?",
)
quiz(
    "8.5.A2",
    correct="c",
    why="Sí: lo que va por lo corto solo puede sumar, y vale lo mismo en todas partes. (Tampoco "
    "puede curvarse, que también cuenta.)",
    wrong={
        "a": "Recibe las mismas ocho: dos por un lado y seis por otro.",
        "b": "El número de entradas no es lo difícil: si las dos pasaran por lo hondo, sería la de "
        "siempre.",
    },
    hint="Mira cuánto subía el precio con más ingresos, en cada red.",
)
quiz(
    "8.5.A3",
    correct="a",
    why="Sí: la clase se deja para lo que se decide al ejecutar.",
    wrong={
        "b": "Puede, pero pierdes el dibujo y los avisos, y aquí no ganas nada.",
        "c": "Sequential solo sabe hacer una fila: no tiene ramas.",
    },
    hint="Mira la tabla de la sección 4.",
)
quiz(
    "8.5.A4",
    correct="b",
    why="Sí: dentro solo hay números, y hace falta la red en la que ponerlos.",
    wrong={
        "a": "Eso es el archivo .keras: en este solo están los pesos.",
        "c": "No basta: las capas tienen que ser las mismas, y con las mismas neuronas.",
    },
    hint="¿Qué había que fabricar antes de `load_weights`?",
)
