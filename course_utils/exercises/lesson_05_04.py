"""Comprobaciones de la lección 5.4, Una CNN que aguante."""

import numpy as np

from ..datasets.images import load_some_garments
from . import expect
from .core import exercise, quiz


def _shift(images, dx, dy):
    """Desplaza dx píxeles a la derecha y dy hacia abajo; lo que queda libre es 0."""
    height, width = images.shape[1:3]
    margin = max(abs(dx), abs(dy))
    padding = [(0, 0), (margin, margin), (margin, margin)] + [(0, 0)] * (images.ndim - 3)
    padded = np.pad(images, padding)
    return padded[:, margin - dy : margin - dy + height, margin - dx : margin - dx + width]


@exercise(
    "5.4.1",
    hints=(
        "Rodea las imágenes de ceros con `np.pad` y recorta después una ventana del tamaño "
        "original.",
        "Para que la prenda vaya a la derecha, la ventana se mueve a la izquierda: con `m = "
        "max(abs(dx), abs(dy))` ceros por lado, empieza en `m - dx`.",
        "\n`alto, ancho = imagenes.shape[1:3]\n"
        "m = max(abs(dx), abs(dy))\n"
        "relleno = np.pad(imagenes, ((0, 0), (m, m), (m, m), (0, 0)))\n"
        "return relleno[:, m - dy : m - dy + alto, m - dx : m - dx + ancho]`",
    ),
    praise="Lo que se sale se pierde, y por el otro lado entra fondo: como al mover la cámara.",
)
def check_shift(function):
    def decimals(value, name):
        return expect.array(value, name, dtype=np.floating)

    def case(text):
        return lambda images, dx, dy: f"Con dx={dx} y dy={dy}: {text}"

    images = np.random.default_rng(0).integers(1, 10, size=(2, 6, 7, 1)) / 10
    moves = ((2, 0), (0, 1), (1, 2), (-1, 0), (0, -3), (-2, 1), (0, 0))
    expect.computes(
        function,
        "desplazar",
        right=_shift,
        inputs=[(images, *move) for move in moves] + [(images[:1, 1:, :4] / 7, 1, -1)],
        kind=decimals,
        explain=lambda result, wanted, images, dx, dy: (
            f"Con dx={dx} y dy={dy}: no es la imagen desplazada, con ceros detrás."
            if result.shape == wanted.shape
            else None
        ),
        mistakes=(
            (
                lambda x, dx, dy: np.roll(x, (dy, dx), axis=(1, 2)),
                case(
                    "lo que sale por un lado vuelve a entrar por el otro, como hace np.roll. Ahí "
                    "deben quedar ceros."
                ),
            ),
            (
                lambda x, dx, dy: _shift(x, dy, dx),
                case(
                    "dx y dy están intercambiados. El eje 1 son las filas (dy) y el 2, las "
                    "columnas (dx)."
                ),
            ),
            (
                lambda x, dx, dy: _shift(x, -dx, -dy),
                lambda x, dx, dy: _shift(x, -dx, dy),
                lambda x, dx, dy: _shift(x, dx, -dy),
                case(
                    "se mueve en sentido contrario. dx positivo es a la derecha y dy positivo, "
                    "hacia abajo."
                ),
            ),
            (lambda x, dx, dy: x, case("las imágenes no se han movido.")),
            (
                lambda x, dx, dy: _shift(x, dx, dy) if dx and dy else np.zeros_like(x),
                case("todo son ceros. Recuerda que [:-0] no es «todo», sino nada."),
            ),
        ),
    )


@exercise(
    "5.4.2",
    hints=(
        "Falta resumir cada mapa en un número: su media sobre las filas y las columnas.",
        "`mapas.mean(axis=(0, 1))` promedia filas y columnas: queda un número por canal.",
        "`return mapas.mean(axis=(0, 1)).argmax()`",
    ),
    praise="Un número por canal: cuánto respondió, en promedio, cada filtro a esta prenda.",
)
def check_most_active(function):
    def made_maps(seed, height, width, channels):
        rng = np.random.default_rng(seed)
        maps = rng.random((height, width, channels))
        winner, peak, most, *steady = rng.permutation(channels)
        maps[:, :, winner] = 1.3 + 0.2 * maps[:, :, winner]
        maps[:, 0, winner] = 0.1
        maps[2, 3, peak] = 4  # el píxel más alto no está en el mapa más activo
        place = np.arange(height * width).reshape(height, width)
        maps[:, :, most] = 1.6 * (place < 0.55 * height * width)  # ni la mayor mediana
        maps[:, :, steady[:1]] = 0.7  # ni más casillas encendidas
        return (maps,)

    last = np.zeros((2, 3, 3))  # gana por una sola casilla, la última
    last[:, :, 0], last[1, 2, 1], last[0, :2, 2] = 1, 7, 1.5

    expect.computes(
        function,
        "mapa_mas_activo",
        right=lambda maps: maps.mean(axis=(0, 1)).argmax(),
        inputs=[
            made_maps(*case) for case in ((0, 5, 6, 8), (1, 5, 5, 8), (2, 7, 4, 3), (3, 4, 6, 12))
        ]
        + [(last,)],
        mistakes=(
            (
                lambda maps: maps.mean(axis=(0, 1)),
                "Devuelve un array: se pide la posición de un solo canal, con .argmax().",
            ),
            (
                lambda maps: maps.argmax(),
                "Eso es una posición en el array entero: antes de argmax, resume cada canal.",
            ),
            (
                lambda maps: maps.mean(axis=(0, 1)).argmin(),
                "Ese es el canal que menos responde: se pide el que más.",
            ),
            (
                lambda maps: maps.mean(axis=(0, 1)).max(),
                "Esa es su activación media: se pide la posición del canal (argmax).",
            ),
            (
                lambda maps: maps.max(axis=(0, 1)).argmax(),
                "Ese canal tiene el píxel más alto, pero no la mayor media.",
            ),
        ),
    )


@exercise(
    "5.4.3",
    hints=(
        "Copia las capas de la CNN de la sección 1 y cambia la primera.",
        "La primera tras Input: `keras.layers.RandomTranslation(aumento, aumento, "
        'fill_mode="constant")`.',
        '`keras.layers.Dropout(abandono)` va entre `Flatten()` y `Dense(64, activation="relu")`.',
    ),
    praise="El aumento y el abandono solo actúan al entrenar; al predecir, la red está entera.",
)
def check_cnn_factory(function):
    expect.function(function, "crear_cnn")
    for rate, reach in ((0.3, 0.1), (0.2, 0.15)):
        made = expect.call(function, rate, reach)
        model = expect.network(
            made,
            (28, 28, 1),
            (10,),
            message=f"crear_cnn debe devolver un modelo de Keras: {expect.arrived(made)}.",
            wrong_input="El modelo debe empezar por keras.Input((28, 28, 1)).",
            wrong_output=lambda shape: f"La salida debe tener 10 números y tiene la forma {shape}.",
        )
        declared = getattr(model, "input_shape", None)  # una clase puede no decirla
        if declared and tuple(declared[1:]) != (28, 28, 1):
            expect.wrong(
                "El modelo debe empezar por keras.Input((28, 28, 1)), y el suyo espera imágenes de "
                f"forma {tuple(declared[1:])}."
            )
        expect.like(
            model,
            _cnn(rate, reach),
            explain=lambda model, rate=rate, reach=reach: _what_differs(model, rate, reach),
            message="Tiene esas capas, pero no hace lo mismo que la red pedida",
        )


def _cnn(rate, reach):
    from keras import Input, Sequential, layers

    return Sequential(
        [
            Input((28, 28, 1)),
            layers.RandomTranslation(reach, reach, fill_mode="constant"),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dropout(rate),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )


def _what_differs(model, rate, reach):
    blocks = "Se piden dos capas Conv2D, de 16 y 32 filtros, y una MaxPooling2D tras cada una."
    convs = expect.layers(
        model, "Conv2D", settings=[{"filters": 16}, {"filters": 32}], message=blocks
    )
    for conv in convs:
        if conv.kernel_size != (3, 3) or conv.strides != (1, 1) or conv.padding != "same":
            expect.wrong(
                'Las dos Conv2D son de filtros 3×3, con padding="same" y sin strides: '
                f"una tiene filtros de {conv.kernel_size}, strides {conv.strides} y "
                f'padding="{conv.padding}".'
            )
    pools = expect.layers(
        model, "MaxPooling2D", settings=[{"pool_size": (2, 2)}] * 2, message=blocks
    )
    dense = expect.layers(
        model,
        "Dense",
        settings=[{"units": 64}, {"units": 10}],
        message="Se piden dos capas densas: una de 64 neuronas y la de salida, de 10.",
    )
    for layer in (*convs, dense[0]):
        expect.activation(
            model,
            layer,
            "relu",
            message='A alguna capa le falta activation="relu": las dos convoluciones y la '
            "densa de 64.",
        )
    expect.activation(
        model, dense[1], "softmax", message='A la capa de salida le falta activation="softmax".'
    )
    (move,) = expect.layers(
        model,
        "RandomTranslation",
        settings=[{}],
        message="Falta la capa keras.layers.RandomTranslation.",
    )
    if move.fill_mode != "constant":
        expect.wrong(
            f'RandomTranslation rellena con fill_mode="{move.fill_mode}": el fondo es negro, '
            'así que pide fill_mode="constant".'
        )
    if move.fill_value:
        expect.wrong(
            f"RandomTranslation rellena con fill_value={move.fill_value}: el fondo es negro, 0."
        )
    if not all(np.allclose(np.abs(f), reach) for f in (move.height_factor, move.width_factor)):
        expect.wrong(
            f"Con aumento={reach}, RandomTranslation debe recibir ese valor dos veces: para el "
            "alto y para el ancho."
        )
    drop = expect.dropout(model, rate)
    expect.ordered(
        model,
        [move, convs[0], pools[0], convs[1], pools[1], drop, *dense],
        message="El orden es: desplazar, las dos parejas Conv2D y MaxPooling2D, Flatten, Dropout "
        "y las dos densas.",
    )


@exercise(
    "5.4.4",
    hints=(
        "Con p los píxeles, las cuatro direcciones son (p, 0), (−p, 0), (0, p) y (0, −p).",
        "En cada una, `for dx, dy in ((pixeles, 0), …):`, `predecir(shift_images(imagenes, dx, "
        "dy)) == etiquetas`, y su `.mean()`.",
        "Acumula las cuatro exactitudes en una lista, `exactitudes = …`, y devuelve "
        "`np.mean(exactitudes)`.",
    ),
    praise="Un solo número para «cuánto aguanta»: así se pueden comparar redes.",
)
def check_shifted_accuracy(function):
    where = np.arange(16)
    images = np.zeros((16, 12, 12, 1))
    images[where, 4 + where % 4, 4 + where // 4] = 1
    labels = np.random.default_rng(0).integers(3, size=16)
    sides = ((1, 0), (-1, 0), (0, 1), (0, -1))
    corners = ((1, 1), (1, -1), (-1, 1), (-1, -1))

    def make_predict(seed):
        classes = np.random.default_rng(seed).integers(3, size=(12, 12))

        def predict(batch):
            """Responde según dónde esté el píxel encendido: cada dirección da otra exactitud."""
            batch = np.asarray(batch)
            rows, columns = (batch.max(axis=(axis, 3)).argmax(axis=1) for axis in (2, 1))
            return classes[rows, columns]

        return predict

    def accuracies(predict, x, y, pixels, moves=sides):
        return [(predict(_shift(x, a * pixels, b * pixels)) == y).mean() for a, b in moves]

    expect.computes(
        function,
        "exactitud_desplazada",
        right=lambda *arguments: np.mean(accuracies(*arguments)),
        inputs=[
            (make_predict(seed), images, labels, pixels)
            for seed, pixels in ((2, 2), (6, 3), (4, 1))
        ]
        + [(make_predict(9), images[5:], labels[5:], 2)],
        message="No es la media de las cuatro exactitudes: derecha, izquierda, abajo y arriba, "
        "tantos píxeles como diga el parámetro.",
        mistakes=(
            (accuracies, "Devuelve varias exactitudes: falta promediarlas en un solo número."),
            (
                lambda *arguments: sum(accuracies(*arguments)),
                "Sumaste las cuatro exactitudes: falta dividir entre cuatro.",
            ),
            (
                lambda predict, x, y, pixels: (predict(x) == y).mean(),
                "Esa es la exactitud sin desplazar nada: usa shift_images antes de predecir.",
            ),
            (
                lambda *arguments: np.mean(accuracies(*arguments)[:2]),
                lambda *arguments: np.mean(accuracies(*arguments)[2:]),
                "Promediaste dos direcciones: faltan las otras dos (arriba y abajo, o los lados).",
            ),
            (
                lambda *arguments: np.mean(accuracies(*arguments, corners)),
                "Desplazaste en diagonal: las cuatro direcciones son derecha, izquierda, abajo y "
                "arriba.",
            ),
        ),
    )


# Con margen: con 5000 imágenes y 12 épocas salen 0.846–0.852 y 0.786–0.800 (semillas 42 a 47).
MIN_SHIFTED = 0.75
MIN_CENTRED = 0.83


@exercise(
    "5.4.5",
    hints=(
        "Parte de `crear_cnn`, con aumento: 0.1 es el 10 % de 28, hasta 2.8 píxeles.",
        "Doce épocas con `x_small` e `y_small` bastan. Con tan pocas, mejor sin abandono: 0.0.",
        "\n`modelo_robusto = crear_cnn(0.0, 0.1)\n"
        "train(modelo_robusto, x_small, y_small, epochs=12)`",
    ),
    praise="La red no sabía que un bolso movido es el mismo bolso; lo aprendió viéndolo moverse.",
)
def check_robust_model(model):
    shapes = "modelo_robusto debe recibir imágenes de 28×28×1 y dar 10 probabilidades."
    expect.network(
        model,
        (28, 28, 1),
        (10,),
        message="modelo_robusto debe ser el modelo de Keras entrenado (no lo que devuelve fit, que "
        "es el historial).",
        wrong_input=shapes,
        wrong_output=shapes,
    )
    images, labels = load_some_garments("test", 0, 3000)
    images = (images[..., np.newaxis] / 255).astype("float32")

    def accuracy(dx, dy):
        scores = model.predict(_shift(images, dx, dy), batch_size=250, verbose=0)
        return (scores.argmax(axis=1) == labels).mean()

    centred = accuracy(0, 0)
    if centred < expect.UNTRAINED:
        expect.wrong(
            f"Acierta ≈ {centred:.2f}, como una red sin entrenar (cerca de 0.1; "
            "con suerte, 0.2): aprende con fit."
        )
    if centred < MIN_CENTRED:
        expect.wrong(
            f"Con las prendas en su sitio acierta ≈ {centred:.3f} y se pide {MIN_CENTRED}. Prueba "
            "más épocas o más imágenes."
        )
    shifted = np.mean([accuracy(*where) for where in ((3, 0), (-3, 0), (0, 3), (0, -3))])
    if shifted < MIN_SHIFTED:
        expect.wrong(
            f"En su sitio acierta ≈ {centred:.3f}, pero con las prendas a 3 píxeles ≈ "
            f"{shifted:.3f} y se pide {MIN_SHIFTED}. Para eso sirve entrenar con aumento."
        )
    return f"En su sitio ≈ {centred:.3f}; a 3 píxeles ≈ {shifted:.3f}."


quiz(
    "5.4.A1",
    correct="d",
    why="Sí: la convolución acompaña al desplazamiento, pero Flatten vuelve a fijarse en el sitio. "
    "Se midió: la exactitud de la CNN también cae.",
    wrong={
        "a": "Se midió en la sección 1: a cuatro píxeles, la CNN pierde más de 25 puntos.",
        "b": "Cae, pero menos que la densa con cada uno de los desplazamientos que medimos.",
        "c": "La agrupación da una pequeña holgura; no absorbe cualquier desplazamiento.",
    },
    hint="Mira otra vez la figura de la sección 1: ¿hay alguna línea horizontal?",
)
quiz(
    "5.4.A2",
    correct="b",
    why="Sí: el mapa acompaña a la prenda. Se comprobó: el mapa de la prenda movida y el mapa "
    "movido eran iguales, lejos de los bordes.",
    wrong={
        "a": "Eso sería invariante. El mapa no es el mismo: se mueve con la prenda.",
        "c": "Eso sería una red invariante, y se midió que no lo es: su exactitud cae.",
        "d": "Cada filtro responde a lo suyo, con distinta fuerza; no tiene que ver con moverse.",
    },
    hint="¿Qué se comparó al comprobar la primera convolución: un mapa con él mismo, o movido?",
)
quiz(
    "5.4.A3",
    correct="c",
    why="Sí: acertar prendas que se mueven es más difícil que acertarlas siempre centradas. Lo que "
    "decide es cómo acierta en lo que va a ver.",
    wrong={
        "a": "La exactitud en entrenamiento no es el objetivo: cuenta la de imágenes nuevas.",
        "b": "RandomTranslation solo mueve al entrenar; al predecir deja la imagen como está.",
        "d": "Los mismos: la capa del aumento no tiene ningún peso.",
    },
    hint="Compara las dos columnas de la tabla: en cuál pierde y en cuál gana.",
)
