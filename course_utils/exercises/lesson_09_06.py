"""Comprobaciones de la lección 9.6, Píxel a píxel: segmentar y seguir."""

import numpy as np

from . import expect
from .convolutions import versus_keras
from .core import exercise, quiz


def _totals(matrix):
    return np.diag(matrix), matrix.sum(axis=0), matrix.sum(axis=1)


def _ious(matrix):
    common, said, real = _totals(matrix)
    with np.errstate(invalid="ignore"):  # la clase que ni está ni se ha dicho: 0/0
        return common / (said + real - common)


@exercise(
    "9.6.1",
    hints=(
        "Los que son de cada clase, `matriz.sum(axis=1)`; los que se han dicho, "
        "`matriz.sum(axis=0)`. Los dos cuentan lo común.",
        "La unión: `matriz.sum(axis=0) + matriz.sum(axis=1) - comun`.",
        "\n`return comun / (matriz.sum(axis=0) + matriz.sum(axis=1) - comun)`",
    ),
    praise="Intersección entre unión: lo común cuenta una vez.",
)
def check_iou(function):
    rng = np.random.default_rng(6)
    inputs = [(rng.integers(1, 50, (n, n)) + 90 * np.eye(n, dtype=int),) for n in (2, 3, 5)]
    absent = rng.integers(1, 50, (4, 4))
    absent[2], absent[:, 2] = 0, 0
    expect.computes(
        function,
        "iou_por_clase",
        right=_ious,
        inputs=[*inputs, (absent,)],
        kind=expect.array,
        mistakes=(
            (
                lambda m: np.diag(m) / (m.sum(axis=0) + m.sum(axis=1)),
                "A la unión le falta restar la diagonal: la fila y la columna la llevan las dos, y "
                "lo común se cuenta dos veces.",
            ),
            (
                lambda m: 2 * np.diag(m) / (m.sum(axis=0) + m.sum(axis=1)),
                "Eso es el Dice, que cuenta dos veces lo común: se pide lo común entre la unión.",
            ),
            (
                lambda m: np.diag(m) / m.sum(axis=1),
                "Divides entre los que son de la clase: eso es la exhaustividad. Falta juntar los "
                "que se han dicho.",
            ),
            (
                lambda m: np.diag(m) / m.sum(axis=0),
                "Divides entre los que se han dicho: eso es la precisión. Falta juntar los que "
                "son.",
            ),
            (
                lambda m: np.diag(m) / m.sum(),
                "Divides entre todos los píxeles: cada clase se compara con su unión.",
            ),
            (
                lambda m: np.nanmean(_ious(m)),
                lambda m: np.mean(_ious(m)),
                "Eso es la media, la mIoU: se pide un array con la IoU de cada clase.",
            ),
            (
                lambda m: np.nan_to_num(_ious(m)),
                "La clase que ni está ni se ha dicho debe dar nan, y no 0: no hay nada que medir.",
            ),
        ),
        message="La IoU de cada clase no es esa: llegó {result}. Es la diagonal entre (columna + "
        "fila − diagonal).",
    )


def _stamped(x, kernel, stride, add=True, jump=None, whole=True):
    out = np.zeros((len(x) - 1) * stride + len(kernel))
    for k, value in enumerate(x):
        start = k * (stride if jump is None else jump)
        stamp = value * kernel if whole else kernel
        out[start : start + len(kernel)] = add * out[start : start + len(kernel)] + stamp
    return out


def _keras_stamped(x, kernel, stride):
    import keras

    layer = keras.layers.Conv2DTranspose(1, (1, len(kernel)), strides=(1, stride), use_bias=False)
    layer.build((1, 1, len(x), 1))
    layer.set_weights([kernel.reshape(1, -1, 1, 1)])
    return np.asarray(layer(x.reshape(1, 1, -1, 1).astype("float32")))[0, 0, :, 0]


@exercise(
    "9.6.2",
    hints=(
        "La estampa del número `valor`, que está en la posición `puesto`, es `valor * nucleo`, y "
        "empieza en `puesto * paso`.",
        "Ocupa tantos sitios como tiene el núcleo, y se suma a lo que hubiera:\n"
        "`inicio = puesto * paso\n"
        "salida[inicio:inicio + len(nucleo)] += valor * nucleo`",
    ),
    praise="Una estampa por número, y donde se pisan, se suman.",
)
def check_transposed(function):
    expect.function(function, "traspuesta")
    rng = np.random.default_rng(2)
    inputs = [
        (np.array([1.0, 0.0, 2.0]), np.array([1.0, 2.0, 5.0]), 2),
        *(
            (rng.normal(size=n), rng.normal(size=k), stride)
            for n, k, stride in ((5, 4, 2), (4, 3, 3), (6, 3, 1), (1, 5, 2), (7, 5, 3))
        ),
    ]
    results = expect.computes(
        function,
        "traspuesta",
        right=_stamped,
        inputs=inputs,
        kind=expect.numeric,
        mistakes=(
            (
                lambda x, kernel, stride: _stamped(x, kernel, stride, add=False),
                "Donde dos estampas se pisan, la última borra a la otra: se suman, con +=.",
            ),
            (
                lambda x, kernel, stride: _stamped(x, kernel[::-1], stride),
                "El núcleo se estampa como está, sin darle la vuelta.",
            ),
            (
                lambda x, kernel, stride: _stamped(x, kernel, stride, jump=1),
                "Las estampas caen una al lado de otra: la de cada número empieza en puesto * "
                "paso.",
            ),
            (
                lambda x, kernel, stride: _stamped(x, kernel, stride, whole=False),
                "Estampas el núcleo sin multiplicarlo por el número de x.",
            ),
            (
                lambda x, kernel, stride: _stamped(x, kernel, stride) * 0,
                "La salida se ha quedado en ceros: falta sumarle las estampas.",
            ),
            (
                lambda x, kernel, stride: _stamped(x[:1], kernel, stride),
                lambda x, kernel, stride: np.append(
                    _stamped(x[:1], kernel, stride), np.zeros((len(x) - 1) * stride)
                ),
                "Solo se ha estampado el primer número: quita el return de dentro del ciclo.",
            ),
        ),
        message="{name} no es la suma de las estampas: llegó {result}. La de cada número, "
        "multiplicada por él, empieza en puesto * paso.",
    )
    return versus_keras(
        [
            np.abs(_keras_stamped(*case) - result).max()
            for case, result in zip(inputs, results, strict=True)
        ],
        "Conv2DTranspose",
    )


def _block(x, channels):
    import keras

    x = keras.layers.Conv2D(channels, 3, padding="same", use_bias=False)(x)
    return keras.layers.Activation("relu")(keras.layers.BatchNormalization()(x))


def _rise(x, saved, channels, swapped=False, joined=True, way="nearest"):
    import keras

    x = keras.layers.UpSampling2D(2, interpolation=way)(x)
    if joined:
        x = keras.layers.Concatenate()([saved, x] if swapped else [x, saved])
    return _block(x, channels)


_OTHER_RISES = (
    ({"swapped": True}, "Juntas las dos cosas que se piden, pero al revés: primero lo que sube."),
    ({"joined": False}, "Falta el salto: lo que sube se junta con salto antes de block."),
    (
        {"way": "bilinear"},
        "Interpolas, y se pide repetir píxeles: keras.layers.UpSampling2D(2).",
    ),
)


def _as_network(rise, channels):
    """Lo que hace un peldaño, en una red que recibe el salto; lo que sube sale de él."""
    import keras

    entry = keras.Input((8, 6, 3))
    low = keras.layers.AveragePooling2D(2)(entry)[..., :2]
    return entry, rise(low, entry, channels)


@exercise(
    "9.6.3",
    hints=(
        "Son tres pasos. El primero, `grande = keras.layers.UpSampling2D(2)(x)`, que repite.",
        "Después, `juntos = keras.layers.Concatenate()([grande, salto])`, con `grande = "
        "keras.layers.UpSampling2D(2)(x)`. Y por último, `block`.",
        "\n`grande = keras.layers.UpSampling2D(2)(x)\n"
        "juntos = keras.layers.Concatenate()([grande, salto])\n"
        "return block(juntos, canales)`",
    ),
    praise="Subir, juntar y mezclar: un peldaño de la U.",
)
def check_rise(function):
    expect.function(function, "subir")
    import keras

    for channels in (5, 4):
        entry, made = _as_network(lambda *arguments: expect.call(function, *arguments), channels)
        if not isinstance(made, keras.KerasTensor):
            expect.wrong(f"subir debe devolver un tensor de Keras: {expect.arrived(made)}.")
        try:
            model = keras.Model(entry, made)
        except Exception:  # lo que devuelve no sale de lo que recibe
            expect.wrong("Lo que devuelve subir no sale de los tensores que recibe.")
        given = tuple(made.shape[1:])
        if given[:2] != (8, 6):
            expect.wrong(
                f"Con x de 4×3 y salto de 8×6, debe salir de 8×6, y sale de {given[0]}×{given[1]}."
            )
        if given[2] != channels:
            expect.wrong(
                f"Con canales={channels} salen {given[2]} canales: lo último es block, con "
                "esos canales."
            )
        wanted = keras.Model(*_as_network(_rise, channels))
        expect.like(
            model,
            wanted,
            explain=lambda model, channels=channels: _explain_rise(model, channels),
            message="No hace lo mismo que subir repitiendo, juntar con el salto y pasar por block",
        )


def _explain_rise(model, channels):
    import keras

    for other, sentence in _OTHER_RISES:
        rival = keras.Model(*_as_network(lambda *a, other=other: _rise(*a, **other), channels))
        if expect.alike(model, rival):
            expect.wrong(sentence)


def _dice(y, p, axis=(0, 1, 2)):
    return 1 - np.mean(2 * (y * p).sum(axis) / (y + p).sum(axis))


def _loss(value, name):
    return expect.number(expect.plain(value), name)


@exercise(
    "9.6.4",
    hints=(
        "Arriba, `keras.ops.sum(y * p, axis=(0, 1, 2))`: un número por grupo.",
        "Abajo, `keras.ops.sum(y + p, axis=(0, 1, 2))`. La división da un D por grupo.",
        "\n`comun = keras.ops.sum(y * p, axis=(0, 1, 2))\n"
        "juntos = keras.ops.sum(y + p, axis=(0, 1, 2))\n"
        "return 1 - keras.ops.mean(2 * comun / juntos)`",
    ),
    praise="Cada grupo cuenta lo mismo, tenga los píxeles que tenga.",
)
def check_dice(function):
    expect.function(function, "perdida_dice")
    import tensorflow as tf

    def case(seed, shape):
        rng = np.random.default_rng(seed)
        n = shape[-1]
        y = np.eye(n)[rng.choice(n, shape[:-1], p=np.arange(1, n + 1) / (n * (n + 1) / 2))]
        p = rng.random(shape) ** 3
        return y.astype("float32"), (p / p.sum(axis=-1, keepdims=True)).astype("float32")

    inputs = [case(0, (3, 4, 6, 3)), case(1, (2, 7, 5, 4)), case(2, (1, 8, 8, 2))]
    expect.computes(
        function,
        "perdida_dice",
        right=_dice,
        inputs=inputs,
        kind=_loss,
        tolerance=1e-5,
        mistakes=(
            (lambda y, p: 1 - _dice(y, p), "Eso es la media de los D: la pérdida es 1 menos ella."),
            (
                lambda y, p: 1 - (1 - _dice(y, p)) / 2,
                "Falta el 2: lo común se cuenta dos veces, como abajo.",
            ),
            (
                lambda y, p: _dice(y, p, axis=None),
                "Sumas todos los grupos juntos: primero un D por grupo (axis=(0, 1, 2)), y después "
                "la media.",
            ),
            (
                lambda y, p: _dice(y, p, axis=(1, 2)),
                "Haces un Dice por escena: se suma también en el eje 0.",
            ),
            (
                lambda y, p: 1 - np.sum(2 * (y * p).sum((0, 1, 2)) / (y + p).sum((0, 1, 2))),
                "Restas la suma de los D, y se pide su media.",
            ),
            (
                lambda y, p: 1 - 2 * (y * p).sum((0, 1, 2)) / (y + p).sum((0, 1, 2)),
                "Sale un número por grupo: falta la media, keras.ops.mean.",
            ),
        ),
        message="{name} no es 1 menos la media de los D: llegó {result}.",
    )
    y, p = map(tf.constant, inputs[0])
    with tf.GradientTape() as tape:
        tape.watch(p)
        loss = expect.call(function, y, p)
    if not hasattr(loss, "numpy") or tape.gradient(loss, p) is None:
        expect.wrong(
            "El número está bien, pero no se puede derivar, y sin eso no sirve de pérdida: haz las "
            "cuentas con keras.ops, no con NumPy."
        )


def _spots(mask, least, groups=(1, 2, 3, 4), diagonal=False):
    """Los tamaños de las componentes de cada grupo, sin SciPy: se pintan de una en una."""
    steps = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if diagonal or abs(a) + abs(b) == 1]
    left = {(int(i), int(j)): int(mask[i, j]) for i, j in np.argwhere(np.isin(mask, groups))}
    sizes = []
    while left:
        (start, group), size = left.popitem(), 0
        pending = [start]
        while pending:
            i, j = pending.pop()
            size += 1
            for a, b in steps:
                if left.get((i + a, j + b)) == group:
                    del left[i + a, j + b]
                    pending.append((i + a, j + b))
        sizes.append(size)
    return sum(size >= least for size in sizes)


@exercise(
    "9.6.5",
    hints=(
        "Un ciclo por los grupos, `range(1, 5)`. Las manchas de un grupo: "
        "`manchas, _ = ndimage.label(mascara == grupo)`, con `grupo = 1`, por ejemplo.",
        "Los tamaños, sin el fondo: `np.bincount(manchas.ravel())[1:]`, con "
        "`manchas, _ = ndimage.label(mascara == 1)`.",
        "\n`total = 0\n"
        "for grupo in range(1, 5):\n"
        "    manchas, _ = ndimage.label(mascara == grupo)\n"
        "    tamanos = np.bincount(manchas.ravel())[1:]\n"
        "    total += np.sum(tamanos >= minimo)\n"
        "return total`",
    ),
    praise="De píxeles a cosas que se cuentan.",
)
def check_count(function):
    # Una máscara en la que cada equivocación de la tabla da otra cuenta.
    telling = np.random.default_rng(0).choice(5, (9, 11), p=[0.3, 0.25, 0.15, 0.15, 0.15])
    rng = np.random.default_rng(5)
    drawn = [
        np.repeat(np.repeat(rng.choice(5, (4, 6), p=[0.4, 0.2, 0.15, 0.15, 0.1]), 2, 0), 3, 1)
        for _ in range(3)
    ]
    small = np.array([[1, 1, 0, 4, 4], [0, 0, 1, 4, 2], [3, 0, 1, 2, 2]])
    inputs = [(telling, 2), (small, 2), (small, 3), (small, 1), *((mask, 7) for mask in drawn)]
    inputs += [(drawn[0], 6), (drawn[1], 1), (np.zeros((3, 4), int), 1)]

    def joined(mask, least):
        return _spots((mask > 0).astype(int), least)

    expect.computes(
        function,
        "contar",
        right=_spots,
        inputs=inputs,
        kind=expect.integer,
        mistakes=(
            (
                joined,
                "Buscas en todos los grupos a la vez: dos prendas de grupos distintos que se tocan "
                "salen como una. Cada grupo, por su cuenta.",
            ),
            (
                lambda mask, least: _spots(mask, least + 1),
                "Las de minimo píxeles justos también cuentan: >=.",
            ),
            (
                lambda mask, least: _spots(mask, 1),
                "Cuentas todas las manchas, también las que no llegan a minimo píxeles.",
            ),
            (
                lambda mask, least: (
                    _spots(mask, least)
                    + sum(int(np.sum(mask != group) >= least) for group in range(1, 5))
                ),
                "En cada grupo cuentas también el número 0 de las manchas, que es lo que no es de "
                "ese grupo: quita el primero, [1:].",
            ),
            (
                lambda mask, least: _spots(mask, least, diagonal=True),
                "Juntas manchas que solo se tocan en diagonal: ndimage.label, sin más, no lo hace.",
            ),
            (
                lambda mask, least: _spots(mask, least, (1, 2, 3)),
                "Te dejas el último grupo: de 1 a 4 es range(1, 5).",
            ),
            (
                lambda mask, least: _spots(mask, least, (1,)),
                "Solo cuentas las del grupo 1: ¿está el return dentro del ciclo?",
            ),
        ),
        message=lambda mask, least: (
            f"Con esta máscara de {mask.shape} y minimo={least} hay "
            f"{_spots(mask, least)} y salen {{result}}."
        ),
    )


def _matched(table, least, row=True, column=True):
    free, pairs = table.copy(), []
    while free.size and free.max() >= least:
        i, j = (int(n) for n in np.unravel_index(free.argmax(), free.shape))
        pairs.append((i, j))
        free[i, j] = -1
        if row:
            free[i] = -1
        if column:
            free[:, j] = -1
    return pairs


def _pairs(value, name):
    found = []
    for pair in expect.listed(value, name):
        if not isinstance(pair, (tuple, list, np.ndarray)) or len(pair) != 2:
            expect.wrong(f"Cada pareja es (fila, columna): {expect.arrived(pair)}.")
        found.append(tuple(int(expect.integer(n, "cada posición")) for n in pair))
    return found


@exercise(
    "9.6.6",
    hints=(
        "La pareja se añade con `parejas.append((fila, columna))`.",
        "Tachar es poner un número que el ciclo no vuelva a elegir, en la fila entera y en la "
        "columna entera:\n"
        "`parejas.append((fila, columna))\n"
        "libres[fila] = -1\n"
        "libres[:, columna] = -1`",
    ),
    praise="Cada caja, con una como mucho.",
)
def check_match(function):
    rng = np.random.default_rng(8)
    inputs = [
        (np.array([[0.7, 0.8], [0.1, 0.75]]), 0.1),
        (np.array([[0.7, 0.8], [0.1, 0.75]]), 0.5),
        (np.array([[0.3, 0.0, 0.0], [0.6, 0.5, 0.0]]), 0.3),
        (np.array([[0.2, 0.9], [0.4, 0.8], [0.0, 0.7]]), 0.25),
        *((rng.permutation(12).reshape(3, 4) / 12, least) for least in (0.2, 0.5)),
        (rng.permutation(16).reshape(4, 4) / 16, 0.01),
        (np.array([[0.05]]), 0.1),
        (np.zeros((0, 2)), 0.1),
        (np.zeros((2, 0)), 0.1),
    ]
    expect.computes(
        function,
        "emparejar",
        right=_matched,
        inputs=inputs,
        kind=_pairs,
        mistakes=(
            (
                lambda table, least: _matched(table, least, column=False),
                "Una caja de ahora casa con dos de antes: tacha también la columna.",
            ),
            (
                lambda table, least: _matched(table, least, row=False),
                "Una caja de antes casa con dos de ahora: tacha también la fila.",
            ),
            (
                lambda table, least: _matched(table, least, row=False, column=False),
                "Tachas solo la casilla elegida: hay que tachar toda su fila y toda su columna.",
            ),
            (
                lambda table, least: [(j, i) for i, j in _matched(table, least)],
                "Las parejas van al revés: (fila, columna).",
            ),
            (
                lambda table, least: _matched(table, least)[:1],
                "Solo sale la primera pareja: el return va fuera del ciclo, que ya estaba.",
            ),
            (
                lambda table, least: [],
                "La lista sale vacía: falta añadirle cada pareja, con append.",
            ),
        ),
        message="No son las parejas: llegó {result}. Cada vez, la mayor de las que quedan; después "
        "se tachan su fila y su columna.",
    )


quiz(
    "9.6.A1",
    correct="b",
    why="Sí: quien dice «sano» en todo acierta ese mismo 97 %, y no encuentra ninguna.",
    wrong={
        "a": "El 97 % puede ser todo tejido sano: de la lesión no dice nada.",
        "c": "La mIoU es la media de las IoU de cada clase: no sale de la exactitud.",
    },
    hint="¿Cuánto acierta quien no mira la radiografía?",
)
quiz(
    "9.6.A2",
    correct="c",
    why="Sí: lo hondo dice qué es, y el mapa fino, dónde acaba.",
    wrong={
        "a": "Con los mismos canales, tiene más: las convoluciones reciben lo que salta.",
        "b": "Eso lo hace la subida, con saltos o sin ellos.",
        "d": "Hay que bajar: para saber qué es una prenda hace falta verla entera.",
    },
    hint="¿Dónde ganaban más los saltos?",
)
quiz(
    "9.6.A3",
    correct="a",
    why="Sí: así todos los píxeles de dentro reciben las mismas estampas.",
    wrong={
        "b": "Puede que lo aprenda a corregir, pero el reparto desigual sigue ahí.",
        "c": "7 tampoco es múltiplo de 2: unos píxeles reciben más estampas que otros.",
    },
    hint="Cuenta cuántas estampas caen en cada sitio.",
)
quiz(
    "9.6.A4",
    correct="b",
    why="Sí: la máscara dice de qué es cada píxel, no de cuál de ellas.",
    wrong={
        "a": "Dos botellas que se tocan son una sola componente.",
        "c": "El mínimo quita manchas pequeñas; no separa las que están pegadas.",
    },
    hint="¿Qué pasaba con dos prendas del mismo grupo que se tocaban?",
)
