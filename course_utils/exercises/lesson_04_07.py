"""Comprobaciones de la lección 4.7, Una red mejor."""

import functools

import numpy as np

from ..datasets.images import load_some_garments
from . import expect
from .core import exercise, quiz

VALID = 55_000  # desde esta, las imágenes de entrenamiento que se apartan para decidir
GOOD_ACCURACY = 0.88  # con margen: con cinco semillas, la solución pasa de 0.885


@functools.cache
def _garments():
    """Validación y prueba."""
    return load_some_garments("train", VALID), load_some_garments("test")


@exercise(
    "4.7.1",
    hints=(
        "Una imagen sola también viaja en un lote: un lote de una.",
        "Al recortar con `x_valid[7:8]` la primera dimensión se conserva; con `x_valid[7]` se "
        "pierde.",
        "`lote_de_una = x_valid[7:8]` (o `x_valid[7][np.newaxis]`)",
    ),
    praise="Forma (1, 28, 28): un lote con una sola imagen.",
)
def check_batch_of_one(batch):
    batch = expect.array(batch, "lote_de_una")
    expect.wrong_when(
        batch.shape == (28, 28),
        "Tiene forma (28, 28): falta el eje del lote. El modelo espera (1, 28, 28).",
    )
    expect.wrong_when(
        batch.shape in ((28, 28, 1), (28, 1, 28)),
        f"Tiene forma {batch.shape}: el eje del lote va delante, (1, 28, 28).",
    )
    expect.array(batch, "lote_de_una", shape=(1, 28, 28))
    image = _garments()[0][0][7]
    expect.wrong_when(
        expect.same(batch[0], image / 255),
        "Es la imagen correcta, pero escalada: esta red espera los píxeles como llegan, hasta 255.",
    )
    expect.close(
        batch[0],
        image,
        "lote_de_una",
        message="La forma es correcta, pero no es la imagen número 7 de x_valid.",
    )


@exercise(
    "4.7.2",
    hints=(
        "`sorteo < abandono` dice, con `True`, qué neuronas se apagan.",
        "`np.where(…, 0, …)` pone 0 donde se cumple; donde no, las salidas divididas entre "
        "`1 - abandono`.",
        "`return np.where(sorteo < abandono, 0, salidas / (1 - abandono))`",
    ),
    praise="Apagar y compensar: de media, a la capa siguiente le llega la misma suma.",
)
def check_dropout(function):
    def kept(x, draw, rate):
        return np.where(draw < rate, 0, x)

    def layer(shape, seed, rate):
        rng = np.random.default_rng(seed)
        outputs, draw = rng.normal(size=shape), rng.random(shape)
        draw.flat[0], draw.flat[-1] = rate, rate / 2  # una justo en el límite: no se apaga
        return outputs, draw, rate

    expect.computes(
        function,
        "apagar",
        right=lambda x, draw, rate: kept(x, draw, rate) / (1 - rate),
        inputs=[layer((3, 5), 0, 0.25), layer(8, 1, 0.5), layer((4, 2), 2, 0.9), layer(6, 3, 0.1)],
        kind=expect.array,
        mistakes=(
            (
                kept,
                "Apagas las que tocan, pero las demás se quedan igual: divídelas entre "
                "1 - abandono.",
            ),
            (
                lambda x, draw, rate: kept(x, draw, rate) / rate,
                "Divides entre abandono: se divide entre 1 - abandono, la parte que queda.",
            ),
            (
                lambda x, draw, rate: kept(x, draw, rate) * (1 - rate),
                "Multiplicas por 1 - abandono: al faltar neuronas, las demás tienen que crecer. "
                "Divide.",
            ),
            (
                lambda x, draw, rate: np.where(draw < rate, x / (1 - rate), 0),
                lambda x, draw, rate: np.where(draw >= rate, 0, x),
                "Apagas justo las contrarias: las que valen 0 son las de sorteo menor que "
                "abandono.",
            ),
            (
                lambda x, draw, rate: np.where(draw <= rate, 0, x) / (1 - rate),
                "Una neurona cuyo número es igual a abandono no se apaga: usa <.",
            ),
            (
                lambda x, draw, rate: (draw >= rate).astype(float),
                "Eso dice cuáles quedan: multiplica por las salidas y divide entre 1 - abandono.",
            ),
            (
                lambda x, draw, rate: x[draw >= rate] / (1 - rate),
                "Quitas las apagadas: valen 0, pero siguen en su sitio y la forma no cambia.",
            ),
        ),
    )


@exercise(
    "4.7.3",
    hints=(
        "¿Cuántos lotes hacen falta para pasar una vez por todas las muestras?",
        "El último lote puede ir a medias, y también cuenta: redondea hacia arriba.",
        "`return math.ceil(muestras / lote) * epocas`",
    ),
    praise="El optimizador da un paso por lote: ese es su reloj.",
)
def check_total_steps(function):
    expect.computes(
        function,
        "pasos_totales",
        right=lambda n, b, e: np.ceil(n / b) * e,
        inputs=[(100, 10, 3), (60000, 256, 12), (105, 10, 4), (7, 32, 5)],
        mistakes=(
            (
                lambda n, b, e: np.ceil(n / b),
                "{call}: esos son los pasos de una sola época.",
            ),
            (
                lambda n, b, e: n // b * e,
                "{call}: olvidas el último lote, el que va a medias. Redondea hacia arriba.",
            ),
            (
                lambda n, b, e: n / b * e,
                lambda n, b, e: (
                    f"{{call}} dio {n / b * e:g}: no hay fracciones de lote. "
                    "Redondea los lotes de cada época hacia arriba, y después multiplica."
                ),
            ),
            (
                lambda n, b, e: np.ceil(n / b * e),
                "{call}: redondea los lotes de cada época antes de multiplicar por las épocas.",
            ),
        ),
    )


@exercise(
    "4.7.4",
    hints=(
        "Cinco capas, en ese orden: escalado, `Flatten`, la oculta, la que apaga y la de salida.",
        "`keras.layers.Dropout(abandono)` va entre las dos capas densas.",
        "\n`return keras.Sequential([\n"
        "    keras.Input((28, 28)),\n"
        "    keras.layers.Rescaling(1 / 255),\n"
        "    keras.layers.Flatten(),\n"
        '    keras.layers.Dense(ancho, activation="relu"),\n'
        "    keras.layers.Dropout(abandono),\n"
        '    keras.layers.Dense(10, activation="softmax"),\n'
        "])`",
    ),
    praise="Una función que fabrica redes: ahora probar otra cuesta una línea.",
)
def check_network_factory(function):
    expect.function(function, "crear_red")
    for width, rate in ((16, 0.3), (40, 0.1)):
        made = expect.call(function, width, rate)
        model = expect.network(
            made,
            (28, 28),
            (10,),
            message=f"crear_red debe devolver un modelo de Keras: {expect.arrived(made)}.",
            wrong_input="El modelo debe empezar por keras.Input((28, 28)).",
            wrong_output=lambda shape: (
                "La salida debe tener 10 números, uno por clase, y tiene la "
                f"forma {shape}. La dan Flatten() y, al final, Dense(10)."
            ),
        )
        expect.like(
            model,
            _network(width, rate),
            explain=lambda model, width=width, rate=rate: _what_differs(model, width, rate),
            message="Tiene esas capas, pero no hace lo mismo que la red pedida",
            size=255,
        )


def _network(width, rate):
    import keras

    return keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Rescaling(1 / 255),
            keras.layers.Flatten(),
            keras.layers.Dense(width, activation="relu"),
            keras.layers.Dropout(rate),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )


def _what_differs(model, width, rate):
    (layer,) = expect.layers(
        model,
        "Rescaling",
        settings=[{}],
        message=lambda found: (
            "Falta la capa keras.layers.Rescaling(1 / 255): el escalado va dentro."
            if not found
            else f"Hay {len(found)} capas Rescaling y se pide una: escalar dos veces es otra cosa."
        ),
    )
    if not (expect.same(layer.scale, 1 / 255) and expect.same(layer.offset, 0)):
        expect.wrong(
            f"Rescaling multiplica por {expect.shown(layer.scale)} y suma "
            f"{expect.shown(layer.offset)}: se pide Rescaling(1 / 255)."
        )
    hidden, output = expect.layers(
        model,
        "Dense",
        settings=[{}, {}],
        message=lambda found: (
            f"Tiene {len(found)} capa(s) densa(s) y se piden dos: la oculta y la de salida."
        ),
    )
    if hidden.units != width:
        expect.wrong(
            f"Con ancho={width} la capa oculta tiene {hidden.units} neuronas: usa el parámetro."
        )
    if np.shape(hidden.kernel) != (28 * 28, width):
        expect.wrong("Flatten() va antes de la capa oculta: cada neurona ve la imagen entera.")
    expect.ordered(
        model,
        [layer, hidden],
        message="Rescaling va antes de la capa oculta: se escalan las imágenes.",
    )
    expect.activation(model, hidden, "relu", message='A la capa oculta le falta activation="relu".')
    expect.activation(
        model, output, "softmax", message='A la capa de salida le falta activation="softmax".'
    )
    dropout = expect.dropout(model, rate)
    expect.ordered(
        model,
        [hidden, dropout, output],
        message="La capa Dropout va después de la oculta y antes de la salida.",
    )


@exercise(
    "4.7.5",
    hints=(
        "Usa `crear_red(256, 0.2)` y la tasa que baja con `CosineDecay`, desde 0.002.",
        "Lotes de 256 y 12 épocas bastan; `x_train` entra como llega, sin escalar.",
        "\n`modelo_mejor = crear_red(256, 0.2)\n"
        "tasa = keras.optimizers.schedules.CosineDecay(0.002, pasos_totales(55_000, 256, 12))\n"
        "modelo_mejor.compile(optimizer=keras.optimizers.Adam(tasa),\n"
        '                     loss="sparse_categorical_crossentropy", metrics=["accuracy"])\n'
        "modelo_mejor.fit(x_train, y_train, batch_size=256, epochs=12, verbose=0)`",
    ),
    praise="Decidida con validación, y examinada con prendas que no sirvieron para decidir.",
)
def check_better_model(model):
    shapes = "modelo_mejor debe recibir imágenes de 28×28 y dar 10 probabilidades."
    expect.network(
        model,
        (28, 28),
        (10,),
        message="modelo_mejor debe ser el modelo de Keras entrenado (no lo que devuelve fit, que "
        "es el historial).",
        wrong_input=shapes,
        wrong_output=shapes,
    )
    (images, labels), exam = _garments()
    result = _accuracy(model, images, labels)
    if result < GOOD_ACCURACY:
        scaled = _accuracy(model, images / np.float32(255), labels)
        expect.wrong_when(
            scaled >= GOOD_ACCURACY,
            f"Con píxeles de 0 a 1 acierta ≈ {scaled:.3f}, pero con los que llegan, de 0 a 255, "
            f"≈ {result:.3f}: le falta el escalado dentro, Rescaling(1 / 255).",
        )
        expect.wrong_when(
            result < expect.UNTRAINED,
            f"Acierta ≈ {result:.2f} de las prendas de validación, como una red sin entrenar "
            "(cerca de 0.1; con suerte, 0.2): la red aprende con fit.",
        )
        expect.wrong(
            f"Acierta ≈ {result:.3f} de las prendas de validación y se pide {GOOD_ACCURACY}. "
            "Prueba una capa más ancha, más épocas, o una tasa que baje."
        )
    opened = _accuracy(model, *exam)
    return f"En validación ≈ {result:.3f}. Y se abre el sobre: en prueba ≈ {opened:.3f}."


def _accuracy(model, images, labels):
    predicted = model.predict(images, batch_size=1000, verbose=0).argmax(axis=1)
    return (predicted == labels).mean()


quiz(
    "4.7.A1",
    correct="a",
    why="Sí: si eliges mirando la prueba, la prueba deja de ser un examen y su nota sale inflada.",
    wrong={
        "b": "El conjunto de validación puede tener el tamaño que quieras; no es eso.",
        "c": "evaluate funciona igual con cualquiera de los dos: el problema no es técnico.",
        "d": "Keras nunca entrena con los datos de validation_data; solo los mide. Quien aprende "
        "de ellos eres tú, al elegir.",
    },
    hint="¿Quién usa el resultado de la prueba para decidir?",
)
quiz(
    "4.7.A2",
    correct="b",
    why="Sí: Dropout solo actúa al entrenar. Al predecir están todas, y el azar no interviene.",
    wrong={
        "a": "Eso pasa al entrenar. predict avisa a la capa de que no se está entrenando.",
        "c": "Se apagan solo durante un paso: en el siguiente se sortean otras, y al acabar no "
        "queda ninguna apagada.",
        "d": "No hay que quitar nada: la capa sabe si se está entrenando o no.",
    },
    hint="Recuerda los doce unos de la sección 4, al entrenar y al predecir.",
)
quiz(
    "4.7.A3",
    correct="d",
    why="Sí: medio punto puede ser suerte. Las mismas semillas para las dos, y se mira la "
    "diferencia de cada pareja.",
    wrong={
        "a": "Con una sola semilla, medio punto puede ser de la red o de la suerte: no se sabe.",
        "b": "La prueba es el examen: si se usa para elegir, su nota sale inflada.",
        "c": "Repetir solo la que te gusta, y parar cuando gana, es elegir la suerte.",
    },
    hint="¿Cómo se comparó la tasa fija con la que baja?",
)
