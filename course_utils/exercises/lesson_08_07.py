"""Comprobaciones de la lección 8.7, Tensores y piezas propias."""

import warnings

import numpy as np

from . import expect
from .core import exercise, quiz


def _letters(texts, measure=len):
    return [[measure(word) for word in text.split()] for text in texts]


def _bytes(word):
    return len(word.encode())


def _means(lengths):
    return np.array([np.mean(row) for row in lengths], "float32")


_TEXTS = (
    ["el año pasado", "sí"],
    ["¿Mañana también llueve aquí?"],
    ["uno", "dos tres", "la cigüeña voló muy alto", "a a a sol"],
)


@exercise(
    "8.7.1",
    hints=(
        "Primero las palabras: `palabras = tf.strings.split(textos)`. Después, su largo, con "
        '`unit="UTF8_CHAR"`.',
        "Los largos son enteros: pásalos a decimales de 32 bits, con `tf.cast(…, tf.float32)`, y "
        "haz la media de cada fila, `axis=1`.",
        "\n`palabras = tf.strings.split(textos)\n"
        'letras = tf.strings.length(palabras, unit="UTF8_CHAR")\n'
        "return tf.reduce_mean(tf.cast(letras, tf.float32), axis=1)`",
    ),
    praise="Filas desiguales, letras y no bytes, y ni un relleno.",
)
def check_letters(function):
    import tensorflow as tf

    def float32(value, name):
        value = expect.array(value, name)
        if value.dtype.kind == "f" and value.dtype != np.float32:
            expect.wrong(
                f"{name} lleva decimales de {8 * value.itemsize} bits, y se piden de 32: pasa los "
                "largos con tf.cast(…, tf.float32) antes de la media."
            )
        return expect.array(value, name, dtype=np.floating)

    def of(compute):
        return lambda texts: compute([text.decode() for text in texts.numpy()])

    expect.computes(
        function,
        "letras_por_palabra",
        right=of(lambda texts: _means(_letters(texts))),
        inputs=[(tf.constant(texts),) for texts in _TEXTS],
        kind=float32,
        tolerance=1e-5,
        mistakes=(
            (
                of(lambda texts: _means(_letters(texts, _bytes))),
                'Cuentas bytes, y los acentos y la ñ salen dos veces: pon unit="UTF8_CHAR".',
            ),
            (
                of(lambda texts: np.float32(np.mean([n for row in _letters(texts) for n in row]))),
                "Haces la media de todas las palabras: se pide una por texto, con axis=1.",
            ),
            (
                of(lambda texts: np.array([sum(row) for row in _letters(texts)], "float32")),
                "Sumas las letras de cada texto: se pide la media de sus palabras.",
            ),
            (
                of(lambda texts: np.array([len(text) for text in texts], "float32")),
                "Cuentas las letras del texto entero, sin partirlo en palabras.",
            ),
            (
                of(lambda texts: np.array([len(text.split()) for text in texts], "float32")),
                "Cuentas las palabras: se pide cuántas letras tiene, de media, cada una.",
            ),
            (
                of(
                    lambda texts: np.array(
                        [
                            sum(row) / max(len(text.split()) for text in texts)
                            for row, text in zip(_letters(texts), texts, strict=True)
                        ],
                        "float32",
                    )
                ),
                "Repartes entre las palabras del texto más largo: el relleno cuenta como si fuera "
                "texto. Calcula sobre el tensor irregular, sin to_tensor.",
            ),
        ),
    )


def _huber(y, p, limit):
    error = np.abs(y - p)
    return np.where(error <= limit, error**2 / 2, limit * (error - limit / 2))


def _pieces(low=None, high=None, size=np.abs):
    """Huber con otra de sus dos partes, o con otro tamaño del error."""

    def loss(y, p, limit):
        error = size(y - p)
        inside = (low or (lambda e, d: e**2 / 2))(error, limit)
        outside = (high or (lambda e, d: d * (e - d / 2)))(error, limit)
        return np.where(error <= limit, inside, outside)

    return loss


@exercise(
    "8.7.2",
    hints=(
        "El tamaño del error, sin signo: `error = keras.ops.abs(y - p)`.",
        "La recta, `recta = umbral * (error - umbral / 2)`. Y `keras.ops.where(…, …, …)` elige, "
        "uno a uno, como `np.where`.",
        "\n`error = keras.ops.abs(y - p)\n"
        "recta = umbral * (error - umbral / 2)\n"
        "return keras.ops.where(error <= umbral, error**2 / 2, recta)`",
    ),
    praise="Un cuadrado y una recta que se tocan sin esquina: eso es todo Huber.",
)
def check_huber(function):
    import tensorflow as tf

    def case(seed, shape, limit):
        rng = np.random.default_rng(seed)
        y = rng.normal(0, 2, shape).astype("float32")
        return y, y + rng.normal(0, 2 * limit, shape).astype("float32"), limit

    inputs = [
        case(0, (12, 1), 1.0),
        case(1, (9,), 0.5),
        case(2, (4, 3), 3.0),
        (np.zeros((3, 1), "float32"), np.array([[2.0], [-2.0], [0.0]], "float32"), 2.0),
    ]
    expect.computes(
        function,
        "huber",
        right=_huber,
        inputs=inputs,
        kind=expect.array,
        tolerance=1e-5,
        misshapen=lambda result, *_: (
            "Devuelves un solo número: se pide la pérdida de cada uno. La media la hará Keras."
            if np.ndim(result) == 0
            else None
        ),
        mistakes=(
            (
                _pieces(low=lambda e, d: e**2),
                "Dentro del umbral es la **mitad** del cuadrado.",
            ),
            (
                _pieces(high=lambda e, d: d * e),
                _pieces(high=lambda e, d: e),
                "A la recta le falta restar: es umbral * (error - umbral / 2). Si no, las dos "
                "partes no se tocan.",
            ),
            (
                _pieces(high=lambda e, d: d * e - d / 2),
                _pieces(high=lambda e, d: e - d / 2),
                _pieces(high=lambda e, d: e - 0.5),
                _pieces(high=lambda e, d: d * (e - 0.5)),
                "La recta no es esa: todo va multiplicado por el umbral, y lo que se resta es la "
                "mitad del umbral: umbral * (error - umbral / 2).",
            ),
            (
                _pieces(size=lambda e: e),
                "El error, sin signo: un error muy negativo también pasa del umbral. Usa "
                "keras.ops.abs.",
            ),
            (
                lambda y, p, limit: _huber(y, p, 1.0),
                "Usas siempre el umbral 1: tiene que ser el que llega.",
            ),
            (
                lambda y, p, limit: np.where(
                    np.abs(y - p) <= limit,
                    limit * (np.abs(y - p) - limit / 2),
                    (y - p) ** 2 / 2,
                ),
                "Las dos partes están cambiadas: el cuadrado, dentro del umbral; fuera, la recta.",
            ),
            (
                lambda y, p, limit: (y - p) ** 2 / 2,
                "Eso es el cuadrado en todas partes: pasado el umbral, es una recta.",
            ),
            (
                lambda y, p, limit: np.mean(_huber(y, p, limit)),
                "Devuelves la media: se pide la pérdida de cada uno. La media la hará Keras.",
            ),
        ),
    )
    y, p, limit = map(tf.constant, inputs[0])
    try:
        tf.function(function)(y, p, limit)
    except Exception:  # la clase del error depende de qué función de NumPy se use
        expect.wrong(
            "Los números salen bien, pero dentro del grafo no funciona, y ahí es donde la usa fit: "
            "escríbela solo con keras.ops, sin NumPy ni if."
        )


def _batch(truth, scores):
    return (
        np.array(truth, "float32")[:, np.newaxis],
        np.array(scores, "float32")[:, np.newaxis],
    )


_BATCHES = (
    _batch([1, 0, 1, 0, 0, 1], [0.9, 0.8, 0.2, 0.1, 0.6, 0.7]),
    _batch([1, 0, 0], [0.3, 0.5, 0.1]),  # sin ningún aviso
    _batch([0, 0, 0, 0], [0.9, 0.4, 0.8, 0.6]),  # sin nada que avisar
    _batch([1, 1, 1, 1, 0], [0.9, 0.8, 0.7, 0.6, 0.2]),
)


def _f1(hits, alarms, real):
    return 2 * hits / max(alarms + real, 1.0)


def _path_of(counts, forgets=False):
    """El F1 tras cada lote, si a los contadores se les suma ``counts(avisa, real)``."""
    path, total = [], np.zeros(3)
    for real, scores in _BATCHES:
        new = np.array(counts((scores > 0.5).astype(float), real.astype(float)), float)
        total = new if forgets else total + new
        path.append(_f1(*total))
    return np.array(path)


def _right_counts(alarm, real):
    return np.sum(alarm * real), np.sum(alarm), np.sum(real)


_MISCOUNTED = (
    (
        _path_of(_right_counts, forgets=True),
        "Olvidas los lotes anteriores: assign pone y assign_add suma. Es assign_add.",
    ),
    (
        _path_of(lambda a, r: (np.mean(a * r), np.mean(a), np.mean(r))),
        "Sumas la media de cada lote: se suman **cuántos** son, con keras.ops.sum.",
    ),
    (
        _path_of(lambda a, r: (np.sum(a == r), np.sum(a), np.sum(r))),
        "Un acierto es un aviso donde había: avisa * y_true. Cuentas también los «no» acertados.",
    ),
    (
        _path_of(lambda a, r: (np.sum(a), np.sum(a), np.sum(r))),
        "Los aciertos no son los avisos: son los avisos donde había, avisa * y_true.",
    ),
    (
        _path_of(lambda a, r: (np.sum(r), np.sum(a), np.sum(r))),
        "Los aciertos no son los reales: son los avisos donde había, avisa * y_true.",
    ),
    (
        _path_of(lambda a, r: (np.sum(a * r), a.size, np.sum(r))),
        "En self.avisos va cuántas veces se avisa, no cuántas prendas tiene el lote.",
    ),
    (
        _path_of(lambda a, r: (np.sum(a * r), np.sum(a), r.size)),
        "En self.reales va cuántas lo son, no cuántas prendas tiene el lote.",
    ),
    (
        _path_of(lambda a, r: (0, np.sum(a), np.sum(r))),
        "self.aciertos se queda a cero: súmale avisa * y_true.",
    ),
    (
        _path_of(lambda a, r: (np.sum(a * r), 0, np.sum(r))),
        "self.avisos se queda a cero: súmale los avisos del lote.",
    ),
    (
        _path_of(lambda a, r: (np.sum(a * r), np.sum(a), 0)),
        "self.reales se queda a cero: súmale las que lo son, y_true.",
    ),
)


def _score(metric, batch):
    import keras

    truth, scores = map(keras.ops.convert_to_tensor, batch)
    expect.call(metric.update_state, truth, scores)
    result = expect.call(metric.result)
    result = np.asarray(result) if hasattr(result, "__array__") else result  # de un tensor
    return float(expect.number(result, "lo que devuelve result"))


@exercise(
    "8.7.3",
    hints=(
        "Los aciertos del lote son los avisos donde había: `keras.ops.sum(avisa * y_true)`.",
        "A cada contador se le suma con `assign_add`, como en `Precision`: "
        "`self.avisos.assign_add(keras.ops.sum(avisa))`.",
        "\n`self.aciertos.assign_add(keras.ops.sum(avisa * y_true))\n"
        "self.avisos.assign_add(keras.ops.sum(avisa))\n"
        "self.reales.assign_add(keras.ops.sum(y_true))`",
    ),
    praise="Suma cuentas, no notas: da igual cómo se repartan los lotes.",
)
def check_f1(answer):
    import keras
    import tensorflow as tf

    answer = expect.subclass(answer, keras.metrics.Metric, "F1", "keras.metrics.Metric")
    metric = expect.call(answer)
    path = np.array([_score(metric, batch) for batch in _BATCHES])
    if not expect.same(path, _path_of(_right_counts), 1e-5):
        for mistaken, sentence in _MISCOUNTED:
            if expect.same(path, mistaken, 1e-5):
                expect.wrong(sentence)
        expect.wrong(
            "Tras cuatro lotes, el F1 no es el de todas las muestras juntas. Los aciertos son "
            "avisa * y_true; los avisos, avisa; los reales, y_true: suma de cada uno."
        )
    metric.reset_state()
    if not expect.same(_score(metric, _BATCHES[0]), _path_of(_right_counts)[0], 1e-5):
        expect.wrong(
            "Después de reset_state sigue recordando: no cambies los contadores por otra cosa con "
            "=, súmales con assign_add."
        )
    try:
        metric = answer()
        step = tf.function(metric.update_state)
        for batch in _BATCHES:
            step(*map(tf.constant, batch))
        again = float(metric.result())
    except Exception:  # lo que lance depende de cómo se haya escrito
        again = None
    if not expect.same(again, _path_of(_right_counts)[-1], 1e-5):
        expect.wrong(
            "Suelta funciona, pero dentro de fit no: ahí se ejecuta en un grafo. Usa solo "
            "keras.ops y assign_add, sin NumPy."
        )


def _row_norm(x, gain, bias, axis=-1, down=lambda v: np.sqrt(v + 0.001)):
    mean = x.mean(axis=axis, keepdims=True)
    return gain * (x - mean) / down(x.var(axis=axis, keepdims=True)) + bias


_BADLY_NORMED = (
    (
        lambda x, g, b: _row_norm(x, g, b, axis=0),
        "Normalizas cada columna, con las demás filas del lote (axis=0): se pide cada fila, "
        "axis=-1.",
    ),
    (
        lambda x, g, b: _row_norm(x, g, b, axis=tuple(range(x.ndim))),
        "La media es una sola para todo el lote: se pide la de cada fila, axis=-1.",
    ),
    (
        lambda x, g, b: _row_norm(x, g, b, down=np.sqrt),
        "Falta el 0.001 dentro de la raíz: una fila de iguales se divide entre cero.",
    ),
    (
        lambda x, g, b: _row_norm(x, g, b, down=lambda v: np.sqrt(v) + 0.001),
        "El 0.001 va dentro de la raíz, sumado a la varianza.",
    ),
    (
        lambda x, g, b: _row_norm(x, g, b, down=lambda v: v + 0.001),
        "Divides entre la varianza: falta la raíz.",
    ),
    (
        lambda x, g, b: _row_norm(x, 1, 0),
        "Faltan la ganancia, que multiplica, y el sesgo, que se suma.",
    ),
    (lambda x, g, b: _row_norm(x, 1, b), "Falta multiplicar por la ganancia."),
    (lambda x, g, b: _row_norm(x, g, 0), "Falta sumar el sesgo."),
    (
        lambda x, g, b: g * (_row_norm(x, 1, 0) + b),
        "El sesgo se suma al final, después de la ganancia.",
    ),
    (
        lambda x, g, b: _row_norm(x, b, g),
        "Están cambiados: la ganancia multiplica y el sesgo se suma.",
    ),
    (
        lambda x, g, b: g * x / np.sqrt(x.var(axis=-1, keepdims=True) + 0.001) + b,
        "Falta restar la media de la fila.",
    ),
    (
        lambda x, g, b: g * (x - x.mean(axis=-1, keepdims=True)) + b,
        "Falta dividir entre la raíz de la varianza más 0.001.",
    ),
)


@exercise(
    "8.7.4",
    hints=(
        "La media de cada fila, que conserva el eje: "
        "`media = keras.ops.mean(x, axis=-1, keepdims=True)`. La varianza, igual, con "
        "`keras.ops.var`.",
        "Normalizada, es `z = (x - media) / keras.ops.sqrt(…)`. Y al final, "
        "`self.ganancia * z + self.sesgo`.",
        "\n`media = keras.ops.mean(x, axis=-1, keepdims=True)\n"
        "varianza = keras.ops.var(x, axis=-1, keepdims=True)\n"
        "z = (x - media) / keras.ops.sqrt(varianza + 0.001)\n"
        "return self.ganancia * z + self.sesgo`",
    ),
    praise="La misma cuenta que keras.layers.LayerNormalization, que Keras trae hecha.",
)
def check_row_norm(answer):
    import keras
    import tensorflow as tf

    answer = expect.subclass(answer, keras.layers.Layer, "NormalizaFila", "keras.layers.Layer")
    for seed, shape in enumerate(((5, 7), (7, 5), (4, 4), (2, 3, 6), (1, 8))):
        rng = np.random.default_rng(seed)
        x = rng.normal(2, 3, shape).astype("float32")
        x[0] *= 0.01  # aquí se nota dónde va el 0.001
        x[..., -1, :] = 4.0 if seed == 2 else x[..., -1, :]  # una fila de iguales
        gain, bias = rng.uniform(0.5, 2, (2, shape[-1])).astype("float32")
        layer = expect.call(answer)
        expect.call(layer.build, shape)
        if [tuple(weight.shape) for weight in layer.weights] != [(shape[-1],)] * 2:
            expect.wrong("Deja build como estaba: una ganancia y un sesgo por columna.")
        layer.set_weights([gain, bias])
        result = expect.call(layer.call, keras.ops.convert_to_tensor(x))
        if result is None:
            expect.wrong("Tu método call no devuelve nada: ¿termina con return?")
        result = expect.array(result, "lo que devuelve call", shape=shape)
        with np.errstate(all="ignore"):
            if expect.same(result, _row_norm(x, gain, bias), 1e-4):
                continue
            for mistaken, sentence in _BADLY_NORMED:
                if expect.same(result, mistaken(x, gain, bias), 1e-4):
                    expect.wrong(sentence)
        expect.wrong(
            "Lo que devuelve call no es lo pedido: en cada fila, ganancia * (x - media) / raíz de "
            "(varianza + 0.001) + sesgo."
        )
    layer = answer()
    layer.build(x.shape)
    try:
        tf.function(layer.call)(tf.constant(x))
    except Exception:  # lo que lance depende de qué función de NumPy se use
        expect.wrong(
            "Suelta funciona, pero dentro de una red no: escribe call solo con keras.ops, sin "
            "NumPy."
        )


def _weighted(layer):
    matrix, bias = (np.asarray(weight) for weight in layer.weights)
    return lambda x: x @ matrix + bias


def _missing_layers(net, sizes):
    """Los nombres de las capas que no recibieron lo que les toca."""
    return [
        name
        for name, size in sizes.items()
        if not getattr(net, name).weights or getattr(net, name).weights[0].shape[0] != size
    ]


def _answer(net, x):
    import keras

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Keras avisa de las capas que call no usa
        return expect.call(net.__call__, keras.ops.convert_to_tensor(x))


_NOT_ONE = (
    "A add_loss se le da un solo número: el peso por la **media** de los cuadrados, con "
    "keras.ops.mean."
)

_BADLY_COPIED = (
    (
        lambda x, copy, weight: weight * np.sum((copy - x) ** 2),
        "Sumas los cuadrados: se pide su media.",
    ),
    (
        lambda x, copy, weight: np.mean((copy - x) ** 2),
        "Falta multiplicar por el peso, self.peso.",
    ),
    (
        lambda x, copy, weight: weight * np.mean(np.abs(copy - x)),
        lambda x, copy, weight: weight * np.mean(copy - x),
        "Falta elevar al cuadrado la diferencia: keras.ops.square.",
    ),
    (
        lambda x, copy, weight: weight * np.sqrt(np.mean((copy - x) ** 2)),
        "Sobra la raíz: es la media de los cuadrados.",
    ),
    (
        lambda x, copy, weight: weight * np.mean(copy**2),
        "Falta restar la entrada: es la copia menos x.",
    ),
    (
        lambda x, copy, weight: weight * np.mean((copy + x) ** 2),
        "Sumas la copia y la entrada: se restan.",
    ),
)


@exercise(
    "8.7.5",
    hints=(
        "La diferencia, al cuadrado: `error = keras.ops.square(self.copia(dentro) - x)`.",
        "El castigo es un solo número, el peso por la media: "
        "`self.add_loss(self.peso * keras.ops.mean(error))`.",
        "\n`error = keras.ops.square(self.copia(dentro) - x)\n"
        "self.add_loss(self.peso * keras.ops.mean(error))\n"
        "return self.salida(dentro)`",
    ),
    praise="Un castigo que no mira ninguna etiqueta, sumado desde dentro.",
)
def check_copier(answer):
    import keras

    answer = expect.subclass(answer, keras.Model, "Copista", "keras.Model")
    for seed, (weight, rows) in enumerate(((0.3, 6), (2.0, 9))):
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(rows, 8)).astype("float32")
        net = expect.call(answer, weight)
        try:
            said = _answer(net, x)
        except expect.Mistake as mistake:
            expect.wrong(_NOT_ONE if "`add_loss()`" in str(mistake) else str(mistake))
        if said is None:
            expect.wrong("Tu método call no devuelve nada: ¿termina con return?")
        lost = _missing_layers(net, {"oculta": 8, "copia": 32, "salida": 32})
        if lost:
            expect.wrong(
                f"self.{lost[0]} no recibe lo que le toca: la copia y la salida salen, las dos, de "
                "dentro, y cada una se usa."
            )
        for variable in net.trainable_variables:
            variable.assign(rng.normal(0, 0.5, variable.shape))
        said = _answer(net, x)
        inside = np.maximum(_weighted(net.oculta)(x), 0)
        copy = _weighted(net.copia)(inside)
        losses = [np.asarray(loss) for loss in net.losses]
        if not losses:
            expect.wrong("Falta el castigo: self.add_loss(…), antes de devolver la salida.")
        if len(losses) > 1 or losses[0].size != 1:
            expect.wrong(
                "El castigo debe ser un solo número, y una vez: el peso por la media de todos los "
                "cuadrados."
            )
        if not expect.same(losses[0], np.float32(weight * np.mean((copy - x) ** 2)), 1e-4):
            for *mistaken, sentence in _BADLY_COPIED:
                if any(expect.same(losses[0], m(x, copy, weight), 1e-4) for m in mistaken):
                    expect.wrong(sentence)
            expect.wrong(
                "El castigo no es el pedido: self.peso por la media de los cuadrados de "
                "self.copia(dentro) - x."
            )
        said = expect.array(said, "lo que devuelve call")
        if said.shape != (rows, 1):
            expect.wrong(
                f"call debe devolver la salida, de forma {(rows, 1)}, y devuelve algo de forma "
                f"{said.shape}."
            )
        if not expect.same(said, _weighted(net.salida)(inside), 1e-4):
            expect.wrong("Lo que devuelve call no es self.salida(dentro), tal como sale.")


quiz(
    "8.7.A1",
    correct="a",
    why='Sí: con unit="UTF8_CHAR" cuenta letras.',
    wrong={
        "b": "Los espacios cuentan igual en cualquier idioma. Prueba con «niño», que no tiene.",
        "c": "Una mayúscula y su minúscula ocupan lo mismo: no es eso.",
    },
    hint="¿Qué largo le salió a «niño» sin decir la unidad?",
)
quiz(
    "8.7.A2",
    correct="b",
    why="Sí: se acumulan las cuentas, y la división se hace una vez.",
    wrong={
        "a": "Un lote con un aviso pesaría como otro con muchos: mediste que no sale lo mismo.",
        "c": "El último lote son unas pocas muestras: las demás también cuentan.",
    },
    hint="¿Qué guarda `Precision` en sus dos contadores?",
)
quiz(
    "8.7.A3",
    correct="c",
    why="Sí: con tasa 0, sin que la red cambie, las dos coinciden.",
    wrong={
        "a": "No tienen por qué: mide lo mismo con tasa 0 y verás de dónde viene la diferencia.",
        "b": "evaluate usa los datos que le das: son los mismos.",
        "d": "Las dos están medidas en los datos de aprender: eso no dice nada de memorizar.",
    },
    hint="¿Qué red juzga `fit` en el primer lote, y cuál juzga `evaluate`?",
)
quiz(
    "8.7.A4",
    correct="b",
    why="Sí, y por eso es peor que un error: nadie se entera.",
    wrong={
        "a": "La clase la encuentra, porque está registrada. Lo que se pierde son sus argumentos.",
        "c": "El archivo lleva nombres y argumentos; el código, no.",
    },
    hint="Mira el segundo error frecuente.",
)
