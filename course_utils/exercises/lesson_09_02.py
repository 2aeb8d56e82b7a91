"""Comprobaciones de la lección 9.2, Redes residuales."""

import warnings
from functools import partial

import numpy as np

from . import expect
from .core import exercise, quiz

_SAME = (1.0, 1.2)  # una red corta cualquiera


def _diagnosis(short, long):
    if long[0] > short[0]:
        return "no aprende"
    return "sobreajusta" if long[1] > short[1] else "mejora"


def _words(value, name):
    if value not in ("no aprende", "sobreajusta", "mejora"):
        expect.wrong(
            f'{name} debe ser "no aprende", "sobreajusta" o "mejora": {expect.arrived(value)}.'
        )
    return value


@exercise(
    "9.2.1",
    hints=(
        "Cada pareja tiene dos números: `larga = (1.5, 1.6)` pierde `larga[0]` en lo aprendido.",
        "\n`if larga[0] > corta[0]:\n"
        '    return "no aprende"\n'
        "if larga[1] > corta[1]:\n"
        '    return "sobreajusta"\n'
        'return "mejora"`',
    ),
    praise="Primero se mira lo aprendido; después, la validación.",
)
def check_diagnosis(function):
    expect.function(function, "diagnostico")
    expect.computes(
        function,
        "diagnostico",
        right=_diagnosis,
        kind=_words,
        inputs=[
            (_SAME, (1.5, 1.9)),
            (_SAME, (1.5, 1.2)),
            (_SAME, (1.5, 1.1)),
            (_SAME, (0.4, 1.5)),
            (_SAME, (0.4, 1.0)),
            (_SAME, (1.0, 1.0)),
            (_SAME, (0.9, 1.2)),
            ((0.5, 2.0), (0.7, 1.9)),
        ],
        mistakes=(
            (
                lambda short, long: _diagnosis(long, short),
                "{call}: comparas al revés. Se pregunta por la larga, que es la segunda pareja.",
            ),
            (
                lambda short, long: _diagnosis(short[::-1], long[::-1]),
                "{call}: primero se mira lo aprendido, que es el número de la posición 0 de cada "
                "pareja.",
            ),
            (
                lambda short, long: (
                    "sobreajusta"
                    if long[1] > short[1]
                    else "no aprende"
                    if long[0] > short[0]
                    else "mejora"
                ),
                "{call}: miras antes la validación. Si pierde más en lo aprendido, no aprende, "
                "pierda lo que pierda en validación.",
            ),
            (
                lambda short, long: (
                    "no aprende"
                    if long[0] >= short[0]
                    else "sobreajusta"
                    if long[1] >= short[1]
                    else "mejora"
                ),
                "{call}: hay un empate, y si pierden lo mismo no pierde más: usa >, no >=.",
            ),
        ),
    )


def _identity(channels):
    kernel = np.zeros((3, 3, channels, channels))
    kernel[1, 1] = np.eye(channels)
    return kernel


def _all_channels(channels):
    kernel = np.zeros((3, 3, channels, channels))
    kernel[1, 1] = 1
    return kernel


def _every_cell(channels):
    return np.zeros((3, 3, channels, channels)) + np.eye(channels)


def _corner(channels):
    kernel = np.zeros((3, 3, channels, channels))
    kernel[0, 0] = np.eye(channels)
    return kernel


@exercise(
    "9.2.2",
    hints=(
        "Empieza por ceros: `nucleo = np.zeros((3, 3, canales, canales))`. La casilla que mira a "
        "su propio sitio es la del centro.",
        "En el centro va una matriz que manda cada canal a sí mismo: `np.eye(canales)`.",
        "\n`nucleo = np.zeros((3, 3, canales, canales))\n"
        "nucleo[1, 1] = np.eye(canales)\n"
        "return nucleo`",
    ),
    praise="Para no hacer nada hacen falta todos esos ceros, y que los unos caigan en su sitio.",
)
def check_identity(function):
    expect.function(function, "nucleo_identidad")
    expect.computes(
        function,
        "nucleo_identidad",
        right=_identity,
        kind=expect.array,
        inputs=[(1,), (3,), (16,)],
        mistakes=(
            (
                _all_channels,
                "{call}: en el centro hay unos en todas las parejas de canales; cada mapa saldría "
                "con la suma de todos. Solo en la diagonal.",
            ),
            (
                _every_cell,
                "{call}: las nueve casillas tienen la diagonal, y saldría la suma de los nueve "
                "vecinos. Solo la del centro.",
            ),
            (_corner, "{call}: la casilla del centro es [1, 1]; así el mapa se desplaza."),
            (
                lambda channels: np.zeros((3, 3, channels, channels)),
                "{call}: todo ceros apaga los mapas; se pide que salgan como entraron.",
            ),
        ),
    )


@exercise(
    "9.2.3",
    hints=(
        "Se multiplican, empezando por `total = 1.0`. Con saltos, cada una lleva un 1 sumado.",
        "`True` vale 1 al sumarlo, y `False`, 0. Con una `pendiente = 0.2`, `pendiente + True` es "
        "1.2.",
        "\n`total = 1.0\n"
        "for pendiente in pendientes:\n"
        "    total = total * (pendiente + salto)\n"
        "return total`",
    ),
    praise="Con saltos, una pendiente de 0 ya no apaga la pila: es un factor 1.",
)
def check_derivative(function):
    expect.function(function, "derivada")

    def right(slopes, skip):
        return float(np.prod([slope + skip for slope in slopes]))

    expect.computes(
        function,
        "derivada",
        right=right,
        kind=expect.number,
        inputs=[
            ([0.2, -0.5, 3.0], True),
            ([0.2, -0.5, 3.0], False),
            ([0.0, 0.4], True),
            ([0.5] * 6, True),
            ([0.3], False),
        ],
        mistakes=(
            (
                lambda slopes, skip: right(slopes, False),
                "{call}: con salto=True cada factor es 1 + la pendiente.",
            ),
            (
                lambda slopes, skip: right(slopes, True),
                "{call}: con salto=False no se suma el 1.",
            ),
            (
                lambda slopes, skip: float(np.sum([slope + skip for slope in slopes])),
                "{call}: en una pila de bloques las derivadas se multiplican, no se suman.",
            ),
            (
                lambda slopes, skip: right(slopes, False) + skip,
                "{call}: el 1 se suma en cada bloque, antes de multiplicar, y no al final.",
            ),
        ),
    )


# Qué hace un call equivocado con lo que entra y lo que da f, y qué se le dice.
_OTHER_CALLS = (
    (lambda x, f: x + f, "Falta la ReLU después de sumar."),
    (lambda x, f: np.maximum(f, 0), "Falta el salto: hay que sumar x."),
    (lambda x, f: f, "Devuelves solo f(x): falta sumarle x, y después la ReLU."),
    (
        lambda x, f: x + np.maximum(f, 0),
        "Pones la ReLU antes de sumar, y así f nunca puede restar: primero la suma.",
    ),
    (
        lambda x, f: np.maximum(x, 0) + np.maximum(f, 0),
        "Pones la ReLU a cada parte por separado: es a la suma.",
    ),
    (lambda x, f: np.maximum(x - f, 0), "Restas f(x): el bloque suma."),
)


@exercise(
    "9.2.4",
    hints=(
        "Lo que da la red de dentro es `self.f(x, training=training)`.",
        "La suma, y después la ReLU: `return keras.ops.relu(x + self.f(x, training=training))`.",
    ),
    praise="Dos cuentas, y la red ya puede ser honda.",
)
def check_layer(answer):
    import keras

    answer = expect.subclass(answer, keras.layers.Layer, "Salto", "keras.layers.Layer")
    x = np.random.default_rng(0).normal(size=(5, 4, 3, 2)).astype("float32")
    dense = keras.layers.Dense(2, kernel_initializer="ones", bias_initializer="ones")
    layer = expect.call(answer, [dense, keras.layers.Dropout(0.5, seed=1)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Keras avisa de que f aún no tiene pesos
        said = expect.call(layer, x)
    if said is None:
        expect.wrong("Tu método call no devuelve nada: ¿termina con return?")
    said = np.asarray(said)
    if not hasattr(layer, "f"):
        expect.wrong("Deja en __init__ lo que había: la red de dentro se guarda en self.f.")
    f = np.asarray(dense(x))
    if not expect.same(said, np.maximum(x + f, 0), 1e-5):
        for mistaken, sentence in _OTHER_CALLS:
            if expect.same(said, mistaken(x, f), 1e-5):
                expect.wrong(sentence)
        expect.wrong("No sale la ReLU de x + f(x): suma a x lo que da self.f, y después la ReLU.")
    trained = np.asarray(expect.call(layer, x, training=True))
    # Donde se apaga f sale la ReLU de x, que antes no salía.
    off, on = np.maximum(x, 0), np.maximum(x + f, 0)
    if not (np.isclose(trained, off, atol=1e-5) & ~np.isclose(on, off, atol=1e-3)).any():
        expect.wrong(
            "Al entrenar, las capas de dentro no se enteran: pásales training=training, como está "
            "en la pista."
        )
    entry = keras.Input((4, 3, 2))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            keras.Model(entry, answer([keras.layers.Dense(2)])(entry))
    except Exception:  # lo que lance depende de lo que haya en call
        expect.wrong("Con números sueltos va, pero no dentro de una red: usa keras.ops, no NumPy.")


def _conv(filters, stride=1, side=3):
    import keras

    return keras.layers.Conv2D(filters, side, stride, padding="same")


def _block(x, filters, stride, *, shortcut="needed", norms=True, last=True, skip=True, first=False):
    """El bloque pedido, o uno equivocado; ``first``, con f antes que el atajo en la suma."""
    import keras

    layers = keras.layers

    def norm(tensor):
        return layers.BatchNormalization()(tensor) if norms else tensor

    def around():
        needed = stride != 1 or x.shape[-1] != filters
        if shortcut == "bare" and needed:
            return _conv(filters, stride, 1)(x)
        if shortcut == "always" or (shortcut == "needed" and needed):
            return norm(_conv(filters, stride, 1)(x))
        return x

    f = layers.ReLU()(norm(_conv(filters, stride)(x)))
    f = norm(_conv(filters)(f))
    parts = (f, around()) if first else (around(), f)
    total = parts[0] + parts[1] if skip else f
    return layers.ReLU()(total) if last else total


_OTHER_BLOCKS = (
    (
        {"shortcut": "always"},
        "El atajo lleva la 1×1 también cuando la forma no cambia; ahí es x, tal como llegó.",
    ),
    ({"shortcut": "bare"}, "Al atajo le falta la normalización después de su 1×1."),
    ({"norms": False}, "Faltan las normalizaciones: una detrás de cada convolución."),
    ({"last": False}, "Falta la ReLU después de sumar."),
    ({"skip": False}, "Falta sumar el atajo: devuelves solo f(x)."),
)
# (alto y ancho, canales, filtros, paso): no cambia; más canales; menos; el paso; los dos.
_SHAPES = ((6, 4, 4, 1), (6, 4, 8, 1), (6, 8, 4, 1), (7, 4, 4, 2), (6, 4, 8, 2))


def _model_of(function, side, channels, filters, stride):
    import keras

    entry = keras.Input((side, side + 1, channels))
    return entry, function(entry, filters, stride)


@exercise(
    "9.2.5",
    hints=(
        "Cada capa se llama con un tensor: `f = layers.BatchNormalization()(conv(filtros, "
        "paso)(x))`.",
        "El atajo cambia solo si hace falta: `if paso != 1 or x.shape[-1] != filtros:`, y ahí "
        "`atajo = layers.BatchNormalization()(conv(filtros, paso, side=1)(x))`.",
        "\n`f = layers.BatchNormalization()(conv(filtros, paso)(x))\n"
        "f = layers.ReLU()(f)\n"
        "f = layers.BatchNormalization()(conv(filtros)(f))\n"
        "atajo = x\n"
        "if paso != 1 or x.shape[-1] != filtros:\n"
        "    atajo = layers.BatchNormalization()(conv(filtros, paso, side=1)(x))\n"
        "return layers.ReLU()(atajo + f)`",
    ),
    praise="Con este bloque y un bucle se escribe una ResNet entera.",
)
def check_block(function):
    import keras

    expect.function(function, "bloque")
    for shape in _SHAPES:
        side, channels, filters, stride = shape
        entry = keras.Input((side, side + 1, channels))
        what = f"bloque(x, {filters}, {stride}), con x de {channels} canales"
        made = expect.call(function, entry, filters, stride)
        if not isinstance(made, keras.KerasTensor):
            expect.wrong(f"{what}, debe devolver un tensor: {expect.arrived(made)}.")
        entry_, wanted = _model_of(_block, *shape)
        wanted = keras.Model(entry_, wanted)
        if tuple(made.shape) != tuple(wanted.output_shape):
            expect.wrong(
                f"{what}, da mapas de forma {tuple(made.shape)[1:]}, y son "
                f"{tuple(wanted.output_shape)[1:]}: el paso va solo en la primera convolución y en "
                "el atajo."
            )
        try:
            model = keras.Model(entry, made)
        except Exception:  # no sale de x
            expect.wrong(f"{what}, devuelve algo que no sale de x.")

        if _acts_like(model, shape, first=True):
            continue

        def explain(model, shape=shape, what=what):
            for other, sentence in _OTHER_BLOCKS:
                if _acts_like(model, shape, **other) or _acts_like(
                    model, shape, first=True, **other
                ):
                    expect.wrong(f"{what}: {sentence[0].lower()}{sentence[1:]}")

        expect.like(
            model, wanted, explain=explain, message=f"{what}, no hace lo mismo que el bloque pedido"
        )


def _acts_like(model, shape, **other):
    """Si hace lo mismo que el bloque pedido, con eso cambiado."""
    import keras

    return expect.alike(model, keras.Model(*_model_of(partial(_block, **other), *shape)))


def _neck(inputs, middle, skip, *, bias=5, widen=4):
    def count(side, inputs, outputs):
        return side**2 * inputs * outputs + bias * outputs

    total = count(1, inputs, middle) + count(3, middle, middle) + count(1, middle, widen * middle)
    return total + skip * count(1, inputs, widen * middle)


@exercise(
    "9.2.6",
    hints=(
        "Son tres cuentas sumadas; la primera es `weights_of(1, entrada, medio)`.",
        "\n`total = (weights_of(1, entrada, medio) + weights_of(3, medio, medio)\n"
        "         + weights_of(1, medio, 4 * medio))\n"
        "if salto:\n"
        "    total = total + weights_of(1, entrada, 4 * medio)\n"
        "return total`",
    ),
    praise="La 3×3, que es la cara, trabaja con pocos canales.",
)
def check_neck(function):
    expect.function(function, "parametros_cuello")
    expect.computes(
        function,
        "parametros_cuello",
        right=_neck,
        kind=expect.number,
        inputs=[(64, 64, True), (256, 64, False), (256, 128, True), (10, 3, False), (7, 2, True)],
        mistakes=(
            (
                lambda inputs, middle, skip: _neck(inputs, middle, False),
                "{call}: con salto=True falta la 1×1 del atajo.",
            ),
            (
                lambda inputs, middle, skip: _neck(inputs, middle, True),
                "{call}: con salto=False no hay ninguna 1×1 en el atajo.",
            ),
            (
                lambda inputs, middle, skip: _neck(inputs, middle, skip, bias=1),
                "{call}: faltan los cuatro números por canal de cada normalización: usa "
                "weights_of.",
            ),
            (
                lambda inputs, middle, skip: _neck(inputs, middle, skip, bias=0),
                "{call}: faltan los sesgos y los cuatro números por canal de cada normalización: "
                "usa weights_of.",
            ),
            (
                lambda inputs, middle, skip: _neck(inputs, middle, skip, widen=1),
                "{call}: la última convolución y el atajo dan 4 * medio canales, no medio.",
            ),
        ),
    )


def _with_mirrors(images, labels, axis=2, order=(0, 1)):
    parts = [images, np.flip(images, axis)]
    return np.concatenate([parts[k] for k in order]), np.concatenate([labels, labels])


def _some_images(n, height, width):
    rng = np.random.default_rng(n)
    return rng.integers(0, 256, (n, height, width)).astype("uint8"), rng.integers(0, 10, n)


@exercise(
    "9.2.7",
    hints=(
        "El espejo de todas: `imagenes[:, :, ::-1]`, que recorre las columnas al revés.",
        "Las unas detrás de las otras: `np.concatenate([imagenes, imagenes[:, :, ::-1]])`. Y las "
        "etiquetas, dos veces.",
        "\n`return (np.concatenate([imagenes, imagenes[:, :, ::-1]]),\n"
        "        np.concatenate([etiquetas, etiquetas]))`",
    ),
    praise="El doble de imágenes, sin hacer una foto.",
)
def check_mirrors(function):
    expect.function(function, "con_espejos")
    expect.computes(
        function,
        "con_espejos",
        right=_with_mirrors,
        kind=expect.array,
        returns="imagenes, etiquetas",
        inputs=[_some_images(4, 5, 3), _some_images(7, 3, 6), _some_images(2, 4, 4)],
        mistakes=(
            (
                partial(_with_mirrors, axis=1),
                "{call}: salen cabeza abajo: el eje 1 son las filas. El espejo da la vuelta a las "
                "columnas, el eje 2.",
            ),
            (
                partial(_with_mirrors, axis=(1, 2)),
                "{call}: las giras media vuelta: solo se dan la vuelta las columnas, el eje 2.",
            ),
            (
                partial(_with_mirrors, axis=0),
                "{call}: das la vuelta al orden de las imágenes (el eje 0): se pide el de sus "
                "columnas, el eje 2.",
            ),
            (
                partial(_with_mirrors, order=(1, 0)),
                "{call}: primero van las imágenes como llegaron, y detrás sus espejos.",
            ),
            (
                partial(_with_mirrors, order=(0, 0)),
                "{call}: la segunda mitad no son espejos: son las mismas imágenes.",
            ),
            (
                lambda images, labels: (_with_mirrors(images, labels)[0], labels),
                "{call}: hay el doble de imágenes que de etiquetas: repite también las etiquetas.",
            ),
            (
                lambda images, labels: (
                    _with_mirrors(images, labels)[0],
                    np.concatenate([labels, labels[::-1]]),
                ),
                "{call}: las etiquetas de los espejos van en el mismo orden que las de las "
                "imágenes.",
            ),
        ),
    )


def _guess(images, seed=5):
    """Unas probabilidades inventadas, que dependen de cada píxel."""
    images = np.asarray(images, float)
    weights = np.random.default_rng(seed).normal(size=(*images.shape[1:], 4))
    scores = np.exp(np.tensordot(images, weights, 2) / 10)
    return scores / scores.sum(axis=1, keepdims=True)


def _averaged(predict, images, axis=2, times=0.5):
    return times * (predict(images) + predict(np.flip(images, axis)))


@exercise(
    "9.2.8",
    hints=(
        "Se predice dos veces: `predecir(imagenes)` y `predecir(imagenes[:, :, ::-1])`.",
        "La media de las dos: `(predecir(imagenes) + predecir(imagenes[:, :, ::-1])) / 2`.",
    ),
    praise="Dos miradas, una respuesta. Que ayude o no, se mide.",
)
def check_average(function):
    expect.function(function, "promediar")
    for n, height, width in ((3, 4, 5), (6, 5, 4)):
        images, predict = _some_images(n, height, width)[0] / 255, partial(_guess, seed=n)
        result = expect.array(
            expect.call(function, predict, images), "lo que devuelve promediar", shape=(n, 4)
        )
        if expect.same(result, _averaged(predict, images), 1e-6):
            continue
        for mistaken, sentence in (
            (_averaged(predict, images, times=1), "Falta dividir entre 2: las filas no suman 1."),
            (predict(images), "Solo miras la imagen: falta su espejo."),
            (predict(images[:, :, ::-1]), "Solo miras el espejo: falta la imagen."),
            (_averaged(predict, images, axis=1), "Las giras cabeza abajo: el espejo es el eje 2."),
            (
                _averaged(predict, images, axis=0),
                "Cambias el orden de las imágenes: el espejo es el eje 2.",
            ),
            (
                predict((images + images[:, :, ::-1]) / 2),
                "Promedias las imágenes: se promedian las respuestas.",
            ),
        ):
            if expect.same(result, mistaken, 1e-6):
                expect.wrong(sentence)
        expect.wrong(
            "No es la media de predecir(imagenes) y predecir de sus espejos, imagen a imagen."
        )


quiz(
    "9.2.A1",
    correct="b",
    why="Si pierde más también en lo aprendido, no ha memorizado: le falta aprender.",
    wrong={
        "a": "El dropout frena a quien memoriza. Esta pierde más hasta en lo que ha visto.",
        "c": "Si se lo supiera de memoria, en lo aprendido perdería menos que la corta.",
    },
    hint="¿Cuánto pierde en lo aprendido quien memoriza?",
)
quiz(
    "9.2.A2",
    correct="c",
    why="La derivada de x + f(x) es 1 + f'(x): con f' casi 0, casi 1.",
    wrong={
        "a": "Eso sería en el bloque simple, que devuelve f(x). Aquí también se suma x.",
        "b": "Con f' igual a 1 sería el doble; con f' casi 0, no.",
    },
    hint="Deriva la suma: cada parte, por su lado.",
)
quiz(
    "9.2.A3",
    correct="a",
    why="La 1×1 con paso 2 deja la mitad de lado, y sus 32 filtros, los canales de f.",
    wrong={
        "b": "Keras no recorta: con esas formas la suma falla.",
        "c": "El lado encaja, pero 16 canales y 32 no se suman.",
    },
    hint="Tienen que coincidir el lado y los canales.",
)
quiz(
    "9.2.A4",
    correct="b",
    why="Una red que no ha visto espejos puede fallar en ellos, y la media con ellos: se mide.",
    wrong={
        "a": "Si la segunda falla mucho, estropea la media: lo viste con las prendas.",
        "c": "Un núcleo que busca un borde a la derecha no encuentra el mismo a la izquierda.",
    },
    hint="¿Qué le pasó a la red que aprendió sin espejos?",
)
