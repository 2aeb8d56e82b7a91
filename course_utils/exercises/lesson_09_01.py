"""Comprobaciones de la lección 9.1, Arquitecturas: los bloques de una red que ve."""

import functools

import numpy as np

from . import expect
from .convolutions import correlate
from .core import exercise, quiz

# --- 9.1.1: el campo receptivo -----------------------------------------------------------------


def _field(layers, *, start=1, lost=1, late=False, dilate=True, add=False, stride=True):
    """El lado del campo, o el de quien se equivoca en algo."""
    field = start
    jump = 1
    for kernel, step, dilation in layers:
        if late and stride:
            jump *= step
        field += (kernel - lost) * (dilation if dilate else 1) * jump
        if not late and stride:
            jump = jump + step - 1 if add else jump * step
    return field


def _product(layers):
    return int(np.prod([kernel for kernel, *_ in layers]))


_STACKS = (
    [(3, 1, 1)],
    [(3, 1, 1), (3, 1, 1)],
    [(5, 1, 1), (2, 2, 1), (5, 1, 1)],
    [(3, 1, 1), (3, 1, 2), (3, 1, 4)],
    [(11, 4, 1), (3, 2, 1), (5, 1, 1), (3, 2, 1), (3, 1, 1)],
    [(3, 2, 3), (5, 3, 2), (1, 1, 1)],
    [],
)


@exercise(
    "9.1.1",
    hints=(
        "Un ciclo que saca de cada capa sus números: `for nucleo, paso, dilatacion in capas:`",
        "En cada capa, primero `campo`, con el salto de las anteriores; después, el salto por su "
        "paso.",
        "\n`for nucleo, paso, dilatacion in capas:\n"
        "    campo += (nucleo - 1) * dilatacion * salto\n"
        "    salto *= paso\n"
        "return campo`",
    ),
    praise="Antes de elegir una red, ya sabes si su última neurona ve la imagen entera.",
)
def check_field(function):
    expect.computes(
        function,
        "campo_receptivo",
        right=_field,
        inputs=[(stack,) for stack in _STACKS],
        kind=expect.integer,
        mistakes=(
            (
                lambda layers: _field(layers, late=True),
                "{call}: el salto se multiplica por el paso de una capa después de sumar lo suyo. "
                "Su paso separa lo que miran las capas siguientes.",
            ),
            (
                lambda layers: _field(layers, lost=0),
                lambda layers: _field(layers, lost=0, start=0),
                "{call}: cada capa añade el núcleo menos 1. Una de 3×3 añade 2 píxeles.",
            ),
            (
                lambda layers: _field(layers, start=0),
                "{call}: se empieza en 1, no en 0: sin capas, un píxel se ve a sí mismo.",
            ),
            (lambda layers: _field(layers, dilate=False), "{call}: falta la dilatación."),
            (
                lambda layers: _field(layers, stride=False),
                "{call}: faltan los pasos. El de una capa multiplica el salto de las siguientes.",
            ),
            (
                lambda layers: _field(layers, add=True),
                "{call}: los pasos se multiplican entre sí, no se suman.",
            ),
            (
                lambda layers: _field(layers[::-1]),
                "{call}: recorres las capas al revés. Se va de la imagen a la neurona.",
            ),
            (
                lambda layers: _field(layers) ** 2,
                "{call}: se pide el lado del campo, no cuántos píxeles tiene.",
            ),
            (
                _product,
                "{call}: los núcleos no se multiplican: dos de 3×3 ven 5×5, y no 9×9.",
            ),
            (
                lambda layers: _field(layers[:1]),
                "{call}: solo cuentas la primera capa. ¿Está el return dentro del ciclo?",
            ),
        ),
    )


# --- 9.1.2: las tres cuentas -------------------------------------------------------------------


def _cost(side, channels, filters, kernel, stride):
    weights = kernel * kernel * channels * filters
    out = -(-side // stride)
    return weights + filters, weights * out * out, 4 * out * out * filters


def _but(**changes):
    """La cuenta de quien se equivoca en una de las tres."""

    def mistaken(side, channels, filters, kernel, stride):
        places = ("parametros", "multiplicaciones", "bytes")
        right = dict(zip(places, _cost(side, channels, filters, kernel, stride), strict=True))
        out = -(-side // stride)
        for place, change in changes.items():
            right[place] = change(side, channels, filters, kernel, out)
        return tuple(right[place] for place in places)

    return mistaken


def _floored(side, channels, filters, kernel, stride):
    return _cost(max(side // stride, 1) * stride, channels, filters, kernel, stride)


@exercise(
    "9.1.2",
    hints=(
        "Los parámetros son `pesos + filtros`: cada filtro tiene su sesgo.",
        "El mapa que sale tiene `sale * sale` sitios, y en cada uno se usan todos los pesos, una "
        "vez.",
        "`return pesos + filtros, pesos * sale * sale, 4 * sale * sale * filtros`",
    ),
    praise="Disco, tiempo y memoria: tres presupuestos distintos, con tres productos.",
)
def check_cost(function):
    import keras

    inputs = [(28, 1, 6, 5, 1), (14, 6, 16, 3, 2), (15, 3, 8, 3, 2), (7, 5, 4, 1, 1),
              (11, 2, 3, 7, 4)]  # fmt: skip
    expect.computes(
        function,
        "coste",
        right=_cost,
        inputs=inputs,
        kind=expect.integer,
        returns="parámetros, multiplicaciones, bytes",
        mistakes=(
            (
                _but(parametros=lambda n, c, f, k, o: k * k * c * f),
                "{call}: a los parámetros les faltan los sesgos, uno por filtro.",
            ),
            (
                _but(parametros=lambda n, c, f, k, o: k * k * c * f + 1),
                "{call}: hay un sesgo por filtro, no uno para toda la capa.",
            ),
            (
                _but(parametros=lambda n, c, f, k, o: (k * k * c * f + f) * o * o),
                "{call}: los parámetros son los mismos en todos los sitios del mapa: no se "
                "multiplican por su tamaño.",
            ),
            (
                _but(parametros=lambda n, c, f, k, o: k * k * f + f),
                "{call}: a los parámetros les faltan los canales: cada núcleo los abarca todos.",
            ),
            (
                _but(multiplicaciones=lambda n, c, f, k, o: k * k * f * o * o),
                "{call}: a las multiplicaciones les faltan los canales de entrada.",
            ),
            (
                _but(multiplicaciones=lambda n, c, f, k, o: k * k * c * o * o),
                "{call}: a las multiplicaciones les faltan los filtros.",
            ),
            (
                _but(multiplicaciones=lambda n, c, f, k, o: k * k * c * f * n * n),
                "{call}: las multiplicaciones se hacen en cada sitio del mapa que sale, que con "
                "paso mayor que 1 mide menos que el que entra.",
            ),
            (
                _but(multiplicaciones=lambda n, c, f, k, o: (k * k * c * f + f) * o * o),
                "{call}: los sesgos se suman: no son multiplicaciones.",
            ),
            (
                _but(bytes=lambda n, c, f, k, o: f * o * o),
                "{call}: eso son cuántos números salen; cada uno ocupa 4 bytes.",
            ),
            (
                _but(bytes=lambda n, c, f, k, o: 4 * c * n * n),
                "{call}: los bytes son los de lo que sale, y has contado lo que entra.",
            ),
            (
                _but(bytes=lambda n, c, f, k, o: 4 * f * n * n),
                "{call}: los bytes son los del mapa que sale, que con paso mayor que 1 mide menos.",
            ),
            (
                _but(bytes=lambda n, c, f, k, o: 4 * c * f * o * o),
                "{call}: los canales que entran no salen: de la capa salen tantos mapas como "
                "filtros.",
            ),
            (
                _floored,
                "{call}: el lado que sale se redondea hacia arriba: con lado 15 y paso 2, es 8.",
            ),
        ),
    )
    for side, channels, filters, kernel, stride in inputs[:3]:
        layer = keras.layers.Conv2D(filters, kernel, strides=stride, padding="same")
        layer.build((None, side, side, channels))
        if layer.count_params() != _cost(side, channels, filters, kernel, stride)[0]:
            return "Keras cuenta otros parámetros: avisa a quien mantiene el curso."
    return "Y los parámetros son los que cuenta Keras."


# --- Los bloques: de un tensor a otro ----------------------------------------------------------


def _alike(model, wanted):
    """Si dos redes responden lo mismo con los mismos pesos, que se emparejan por su forma.

    Sin mirar el orden: las ramas se pueden escribir y juntar de varias maneras. Las formas se
    comparan sin sus unos, porque una densa y una convolución de 1×1 hacen lo mismo.
    """
    ours, theirs = (
        sorted(net.trainable_variables, key=lambda v: _shape(v)) for net in (model, wanted)
    )
    if [_shape(v) for v in ours] != [_shape(v) for v in theirs]:
        return False
    rng = np.random.default_rng(0)
    values = [rng.normal(0, 0.6, _shape(v)).astype("float32") for v in theirs]
    x = rng.normal(size=(3, *wanted.input_shape[1:])).astype("float32")
    try:
        one, other = _answer(model, ours, values, x), _answer(wanted, theirs, values, x)
    except Exception:  # ni siquiera admite los mismos números
        return False
    return one.shape == other.shape and np.allclose(one, other, rtol=1e-3, atol=1e-4)


def _answer(net, weights, values, x):
    """Lo que respondería con esos pesos, sin ponérselos."""
    import keras

    pairs = [(v, value.reshape(v.shape)) for v, value in zip(weights, values, strict=True)]
    with keras.StatelessScope(state_mapping=pairs):
        return np.asarray(net(x), dtype=float)


def _shape(variable):
    return tuple(side for side in variable.shape if side != 1)


@functools.cache
def _made(build, shape, arguments):
    """La red que hace eso con un tensor de esa forma: se fabrica una sola vez."""
    import keras

    entry = keras.Input(shape)
    return keras.Model(entry, build(entry, *arguments))


def _check_block(function, name, shape, arguments, build, others):
    """Exige que la función haga con un tensor lo mismo que ``build``."""
    import keras

    entry = keras.Input(shape)
    result = expect.call(function, entry, *arguments)
    if not isinstance(result, keras.KerasTensor):
        expect.wrong(
            f"{name} debe devolver el tensor que sale de la última capa: {expect.arrived(result)}."
        )
    try:
        model = keras.Model(entry, result)
    except ValueError:
        expect.wrong(f"El tensor que devuelve {name} no sale de x: empieza por llamar a una capa "
                     "con él.")  # fmt: skip
    wanted = _made(build, shape, arguments)
    if _alike(model, wanted):
        return
    for other, sentence in others:
        if _alike(model, _made(other, shape, arguments)):
            expect.wrong(sentence)
    case = f"Si x tiene forma {tuple(entry.shape)}"
    if result.shape != wanted.output.shape:
        expect.wrong(
            f"{case}, debe salir {tuple(wanted.output.shape)} y sale {tuple(result.shape)}."
        )
    if model.count_params() != wanted.count_params():
        expect.wrong(
            f"{case}, debe tener {wanted.count_params()} parámetros y tiene "
            f"{model.count_params()}: ¿qué capa sobra, falta o recibe otra cosa?"
        )
    expect.wrong(
        f"{name} tiene los pesos que debe, pero no responde lo mismo: revisa las activaciones, el "
        "orden y lo que recibe cada capa."
    )


def _conv(x, filters, side, activation="relu", padding="same"):
    import keras

    layer = keras.layers.Conv2D(filters, side, padding=padding, activation=activation)
    return layer(x)


def _max_pool(x, side, **options):
    import keras

    return keras.layers.MaxPooling2D(side, **options)(x)


def _vgg(x, filters, layers, *, activation="relu", padding="same", pool=True, each=False):
    for _ in range(layers):
        x = _conv(x, filters, 3, activation, padding)
        if each:
            x = _max_pool(x, 2)
    return _max_pool(x, 2) if pool and not each else x


_OTHER_VGGS = (
    (lambda *a: _vgg(*a, pool=False), "Falta la agrupación del final."),
    (
        lambda *a: _vgg(*a, each=True),
        "Agrupas después de cada convolución: se agrupa una sola vez, al final.",
    ),
    (lambda *a: _vgg(*a, activation=None), 'Falta activation="relu".'),
    (
        lambda *a: _vgg(*a, padding="valid"),
        'Falta padding="same": cada convolución te come dos filas y dos columnas.',
    ),
    (
        lambda x, filters, layers: _vgg(x, filters, 1),
        "Haces una sola convolución, y son capas: cada vuelta del ciclo parte de lo que dio la "
        "anterior.",
    ),
)


@exercise(
    "9.1.3",
    hints=(
        "Cada convolución recibe lo que dio la anterior. Con `sale = x` delante, en un ciclo va "
        '`sale = layers.Conv2D(filtros, 3, padding="same", activation="relu")(sale)`.',
        "\n`sale = x\n"
        "for _ in range(capas):\n"
        '    sale = layers.Conv2D(filtros, 3, padding="same", activation="relu")(sale)\n'
        "return layers.MaxPooling2D(2)(sale)`",
    ),
    praise="Con cinco de estos y tres densas, VGG-16.",
)
def check_vgg(function):
    expect.function(function, "bloque_vgg")
    for shape, filters, layers in (((16, 17, 3), 5, 2), ((18, 16, 4), 6, 3), ((9, 8, 2), 3, 1)):
        _check_block(
            function,
            "bloque_vgg",
            shape,
            (filters, layers),
            _vgg,
            _OTHER_VGGS,
        )


# --- 9.1.4: inception --------------------------------------------------------------------------


def _inception(
    x, f1, c3, f3, c5, f5, fa, *, order=(0, 1, 2, 3), necks=True, after=True, chained=False,
    activation="relu", mean=False,
):  # fmt: skip
    import keras

    def conv(x, filters, side):
        return _conv(x, filters, side, activation)

    pool = keras.layers.AveragePooling2D if mean else keras.layers.MaxPooling2D
    pooled = pool(3, strides=1, padding="same")(x)
    first = conv(x, f1, 1)
    second = conv(conv(x, c3, 1) if necks else x, f3, 3)
    start = second if chained else x
    third = conv(conv(start, c5, 1) if necks else x, f5, 5)
    fourth = conv(pooled, fa, 1) if after else pooled
    branches = (first, second, third, fourth)
    return keras.layers.Concatenate()([branches[k] for k in order])


# Lo que alguien hace en lugar de lo pedido.
_OTHER_INCEPTIONS = (
    (
        lambda *a: _inception(*a, necks=False),
        "Faltan los cuellos de botella: delante del 3×3 y del 5×5 va un 1×1.",
    ),
    (
        lambda *a: _inception(*a, after=False),
        "A la rama de la agrupación le falta su 1×1, detrás.",
    ),
    (
        lambda *a: _inception(*a, chained=True),
        "La rama del 5×5 sale de la del 3×3: las cuatro salen de x.",
    ),
    (lambda *a: _inception(*a, activation=None), "A las convoluciones les falta ReLU."),
    (
        lambda *a: _inception(*a, mean=True),
        "Agrupas con la media, y se pide el máximo.",
    ),
    *(
        (
            lambda *a, order=order: _inception(*a, order=order),
            "Las ramas están bien, pero se juntan en otro orden: 1×1, 3×3, 5×5 y agrupación.",
        )
        for order in ((3, 0, 1, 2), (0, 2, 1, 3), (3, 2, 1, 0), (1, 2, 3, 0))
    ),
    (
        lambda *a: _inception(*a, order=(0, 1, 2)),
        "Falta la cuarta rama, la de la agrupación.",
    ),
)


@exercise(
    "9.1.4",
    hints=(
        "La tercera rama se escribe como la segunda: `conv(conv(x, c5, 1), f5, 5)`.",
        "La cuarta sale de lo agrupado: `conv(agrupado, fa, 1)`. Y `layers.Concatenate()` recibe "
        "una lista, en orden.",
        "\n`return layers.Concatenate()([primera, segunda,\n"
        "                             conv(conv(x, c5, 1), f5, 5),\n"
        "                             conv(agrupado, fa, 1)])`",
    ),
    praise="Nueve módulos como este, y un principio parecido al de AlexNet, son GoogLeNet.",
)
def check_inception(function):
    expect.function(function, "inception")
    for shape, numbers in (((8, 7, 9), (2, 3, 5, 4, 6, 7)), ((6, 9, 13), (10, 4, 8, 3, 7, 6))):
        _check_block(function, "inception", shape, numbers, _inception, _OTHER_INCEPTIONS)


# --- 9.1.5: la separable -----------------------------------------------------------------------


def _depthwise(image, kernels):
    maps = [correlate(image[..., c], kernels[..., c]) for c in range(image.shape[-1])]
    return np.stack(maps, axis=-1)


def _separable(image, kernels, mix):
    return _depthwise(image, kernels) @ mix


@exercise(
    "9.1.5",
    hints=(
        "El mapa del canal 0 es `apply_kernel(imagen[:, :, 0], nucleos[:, :, 0])`. Hace falta uno "
        "por canal.",
        "`np.stack`, con `axis=-1`, junta una lista de mapas en un array (alto, ancho, canales); y "
        "mezclar los canales de cada sitio es un producto de matrices, con `mezcla` a la derecha.",
        "\n`mapas = [apply_kernel(imagen[:, :, c], nucleos[:, :, c])\n"
        "         for c in range(imagen.shape[2])]\n"
        "return np.stack(mapas, axis=-1) @ mezcla`",
    ),
    praise="Primero el sitio, después los canales.",
)
def check_separable(function):
    import keras

    rng = np.random.default_rng(91)

    def case(height, width, side, channels, filters):
        return (
            rng.normal(size=(height, width, channels)),
            rng.normal(size=(side, side, channels)),
            rng.normal(size=(channels, filters)),
        )

    inputs = [case(6, 8, 3, 4, 5), case(5, 5, 1, 3, 3), case(9, 7, 5, 2, 6), case(4, 4, 2, 1, 1)]

    def misshapen(result, wanted, image, kernels, mix):
        if result.shape == _depthwise(image, kernels).shape:
            return "Falta el segundo paso, la mezcla: debe haber tantos mapas como filtros."
        if result.shape == wanted.shape[:2]:
            return "Se han sumado los canales: en el primer paso cada uno da su mapa."
        return None

    results = expect.computes(
        function,
        "separable",
        right=_separable,
        inputs=inputs,
        kind=expect.numeric,
        misshapen=misshapen,
        message="La forma es la debida, pero los números no. Cada canal con su núcleo, y después, "
        "en cada sitio, los canales por mezcla.",
        mistakes=(
            (
                _depthwise_sum,
                "Sumas los canales antes de mezclarlos: en el primer paso, cada canal da su mapa.",
            ),
            (
                lambda image, kernels, mix: _separable(image, kernels[..., :1].repeat(
                    image.shape[-1], axis=-1), mix),
                "Usas el mismo núcleo con todos los canales: cada uno tiene el suyo.",
            ),
            (
                lambda image, kernels, mix: _separable(image, np.flip(kernels, (0, 1)), mix),
                "Giras los núcleos: como en Keras, no se giran.",
            ),
            (
                lambda image, kernels, mix: _separable(image, kernels, np.abs(mix)),
                "Los números de mezcla llevan su signo.",
            ),
            (
                lambda image, kernels, mix: np.maximum(_separable(image, kernels, mix), 0),
                "Aquí no hay ReLU: se pide la convolución sola.",
            ),
        ),
    )  # fmt: skip
    gaps = []
    for (image, kernels, mix), result in zip(inputs, results, strict=True):
        layer = keras.layers.SeparableConv2D(mix.shape[1], kernels.shape[:2], use_bias=False)
        layer.build((None, *image.shape))
        layer.set_weights([kernels[..., None], mix[None, None]])
        gaps.append(np.abs(np.asarray(layer(image[None].astype("float32")))[0] - result).max())
    same = "sí" if max(gaps) < 1e-4 else "no"
    return (
        f"Comparada con la capa SeparableConv2D de Keras en {len(gaps)} imágenes, ¿difiere en "
        f"menos de 1e-4 en todas?: {same}."
    )


def _depthwise_sum(image, kernels, mix):
    added = _depthwise(image, kernels).sum(axis=-1, keepdims=True)
    return added @ mix.sum(axis=0, keepdims=True)


# --- 9.1.6: pesar los canales ------------------------------------------------------------------


def _weigh(
    x, reduction, *, hidden="relu", last="sigmoid", maximum=False, keep=False, plus=False, one=False
):
    import keras

    channels = x.shape[-1]
    pool = keras.layers.GlobalMaxPooling2D if maximum else keras.layers.GlobalAveragePooling2D
    share = pool()(x)
    if not one:
        share = keras.layers.Dense(channels // reduction, activation=hidden)(share)
    share = keras.layers.Dense(channels, activation=last)(share)
    if keep:
        return share
    share = keras.layers.Reshape((1, 1, channels))(share)
    return x + share if plus else x * share


def _unshaped(x, reduction):
    return x * _weigh(x, reduction, keep=True)


_OTHER_WEIGHTS = (
    (lambda *a: _weigh(*a, keep=True), "Devuelves los pesos: falta multiplicar los mapas."),
    (
        lambda *a: _weigh(*a, plus=True),
        "Sumas los pesos a los mapas: se multiplican.",
    ),
    (
        lambda *a: _weigh(*a, last="softmax"),
        "Con softmax los pesos suman 1 y los canales se quitan sitio: es una sigmoide.",
    ),
    (lambda *a: _weigh(*a, last=None), "A la segunda densa le falta la sigmoide."),
    (lambda *a: _weigh(*a, last="relu"), "La segunda densa lleva sigmoide, no ReLU."),
    (lambda *a: _weigh(*a, hidden=None), "A la primera densa le falta ReLU."),
    (
        lambda *a: _weigh(*a, maximum=True),
        "Se exprime con la media de cada mapa, no con el máximo.",
    ),
    (lambda *a: _weigh(*a, one=True), "Falta una densa: son dos."),
    (
        _unshaped,
        "A los pesos les falta la forma: con (lote, canales), se multiplican por otro eje. "
        "Pásalos por layers.Reshape((1, 1, canales)).",
    ),
)


@exercise(
    "9.1.6",
    hints=(
        "La segunda densa da los pesos, uno por canal y entre 0 y 1: "
        '`pesos = layers.Dense(canales, activation="sigmoid")(pocas)`.',
        "Antes de multiplicar, la forma: `layers.Reshape((1, 1, canales))`, llamada con los pesos.",
        '\n`pesos = layers.Dense(canales, activation="sigmoid")(pocas)\n'
        "return x * layers.Reshape((1, 1, canales))(pesos)`",
    ),
    praise="Se puede poner detrás de cualquier bloque, y casi no cuesta.",
)  # fmt: skip
def check_weigh(function):
    expect.function(function, "pesar_canales")
    for shape, reduction in (((5, 3, 8), 2), ((4, 6, 15), 4)):
        _check_block(function, "pesar_canales", shape, (reduction,), _weigh, _OTHER_WEIGHTS)


# --- 9.1.7: el presupuesto ---------------------------------------------------------------------


class _Counter:
    """Una red de ancho n: cuántos parámetros tendría, y con qué anchos se preguntó."""

    def __init__(self, name, count):
        self.__name__, self.count = name, count

    def __call__(self, n):
        return self.count(n)


def _widest(count, budget, *, strict=False, more=0):
    n = 4
    while count(n + 1) < budget if strict else count(n + 1) <= budget:
        n += 1
    return n + more


@exercise(
    "9.1.7",
    hints=(
        "Sube mientras el siguiente quepa: `contar(n + 1)` dice cuánto gastaría.",
        "La condición mira uno más allá: `while contar(n + 1) <= presupuesto:`",
        "\n`while contar(n + 1) <= presupuesto:\n"
        "    n += 1\n"
        "return n`",
    ),
    praise="Cada bloque con el ancho que se puede pagar.",
)  # fmt: skip
def check_widest(function):
    square = _Counter("cuadrado", lambda n: n * n)
    net = _Counter("red", lambda n: (9 * 16 + 1) * n + 10 * n + 10)
    line = _Counter("recta", lambda n: 10 * n)
    expect.computes(
        function,
        "ancho_que_cabe",
        right=_widest,
        inputs=[
            (square, 150),
            (square, 144),
            (square, 170),
            (net, 9400),
            (line, 45),
            (line, 40),
            (square, 24),
        ],
        kind=expect.integer,
        mistakes=(
            (
                lambda count, budget: _widest(count, budget, strict=True),
                "{call}: llegar justo al presupuesto también vale: es <=.",
            ),
            (
                lambda count, budget: _widest(count, budget, more=1),
                "{call}: ese ancho ya no cabe: es el anterior. Mira si cabe el siguiente antes de "
                "subir.",
            ),
            (
                lambda count, budget: _widest(count, budget, more=-1),
                "{call}: cabe uno más.",
            ),
            (
                lambda count, budget: count(_widest(count, budget)),
                "{call}: eso son los parámetros que gasta; se pide el ancho.",
            ),
            (lambda count, budget: 4, "{call}: 4 cabe, pero se pide el mayor que quepa."),
        ),
    )


quiz(
    "9.1.A1",
    correct="b",
    why="Sí: la primera deja 3; la agrupación, 4 y un salto de 2; y la última añade 2 por 2.",
    wrong={
        "a": "Falta el salto: después de la agrupación, cada neurona vecina está a dos píxeles.",
        "c": "Los lados no se multiplican ni se doblan: se suma lo que añade cada capa.",
        "d": "Eso ven dos convoluciones seguidas, sin nada en medio: falta contar la agrupación.",
    },
    hint="Campo 1 y salto 1, y una capa detrás de otra.",
)
quiz(
    "9.1.A2",
    correct="b",
    why="Sí: las activaciones se guardan de cada imagen del lote, y son lo que más ocupa.",
    wrong={
        "a": "En esa capa hay pesos, y pocas activaciones: lo que sale de ella son unos números.",
        "c": "Con otra activación salen los mismos números, igual de muchos.",
    },
    hint="¿Qué se guarda una vez, y qué una vez por imagen?",
)
quiz(
    "9.1.A3",
    correct="c",
    why="Sí: es un cuello de botella, y el 5×5 solo multiplica los canales que pasan por él.",
    wrong={
        "a": "Un 1×1 ve un solo píxel: no añade nada al campo.",
        "b": "Con paso 1 no cambia el tamaño de los mapas, solo cuántos hay.",
        "d": 'De eso se encarga padding="same".',
    },
    hint="¿Qué cambia un 1×1: el alto, el ancho o los canales?",
)
quiz(
    "9.1.A4",
    correct="c",
    why="Sí: lo has medido. La cuenta dice cuántas multiplicaciones hay; los segundos, el equipo.",
    wrong={
        "a": "La cuenta puede estar bien: multiplicaciones y segundos no son lo mismo.",
        "b": "Entrenan: en la práctica, una acierta como las demás.",
    },
    hint="¿Cuánto ganó la separable al medirla?",
)
