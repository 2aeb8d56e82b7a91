"""Comprobaciones de la lección 9.3, Aprovechar una red ya entrenada."""

from functools import partial

import numpy as np

from . import expect
from .core import exercise, quiz


def _best(probabilities, names, count, *, order=lambda p: np.argsort(p)[::-1], pack=None):
    """La lista pedida, o una equivocada."""
    chosen = order(np.asarray(probabilities))[:count]
    pack = pack or (lambda k: (names[k], float(probabilities[k])))
    return [pack(k) for k in chosen]


def _pairs(value, name):
    pairs = [tuple(pair) if isinstance(pair, list) else pair
             for pair in expect.listed(value, name)]  # fmt: skip
    for pair in pairs:
        if isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str):
            expect.number(pair[1], "cada probabilidad")
    return pairs


@exercise(
    "9.3.1",
    hints=(
        "`np.argsort(…)` da las posiciones de menor a mayor; con `[::-1]`, de mayor a menor.",
        "Quédate con las primeras, `np.argsort(…)[::-1][:…]`, y de cada posición forma la tupla "
        "`(…[…], …[…])`: el nombre y la probabilidad.",
        "\n`orden = np.argsort(probabilidades)[::-1][:cuantos]\n"
        "return [(nombres[k], probabilidades[k]) for k in orden]`",
    ),
    praise="La primera es lo que dice; las demás, lo que estuvo a punto de decir.",
)
def check_best(function):
    def case(seed, n, count):
        rng = np.random.default_rng(seed)
        return rng.permutation(np.arange(1, n + 1) / n), [f"clase {k}" for k in range(n)], count

    expect.computes(
        function,
        "mejores",
        right=_best,
        inputs=[case(0, 8, 3), case(1, 5, 1), case(2, 6, 6), case(3, 12, 5)],
        kind=_pairs,
        mistakes=(
            (
                partial(_best, order=np.argsort),
                "Son las menos probables: np.argsort va de menor a mayor.",
            ),
            (
                lambda p, names, count: _best(p, names, count)[::-1],
                "Son las que se piden, pero van de menor a mayor: la más probable, la primera.",
            ),
            (
                lambda p, names, count: _best(p, names, len(p)),
                "Las devuelves todas: solo las cuantos más probables.",
            ),
            (
                lambda p, names, count: [name for name, _ in _best(p, names, count)],
                "Devuelves solo los nombres: cada elemento es una tupla (nombre, probabilidad).",
            ),
            (
                lambda p, names, count: _best(p, names, count, pack=lambda k: (int(k), p[k])),
                "En vez del nombre devuelves su posición: el nombre es nombres[posición].",
            ),
            (
                lambda p, names, count: [(value, name) for name, value in _best(p, names, count)],
                "Cada tupla está al revés: primero el nombre y después la probabilidad.",
            ),
            (
                partial(_best, order=lambda p: np.arange(len(p))),
                "Son las primeras de la lista: hay que ordenarlas por su probabilidad.",
            ),
        ),
        message="{call} no devuelve las tuplas pedidas: llegó {result}.",
    )


def _prepared(gray, side, *, scale=255, channels=3, method="bilinear"):
    import tensorflow as tf

    color = np.repeat(scale * np.asarray(gray)[..., None], channels, axis=3)
    return tf.image.resize(color, (side, side), method=method).numpy()


def _from_numpy(value, name):
    expect.wrong_when(
        hasattr(value, "numpy"),
        "Devuelves un tensor, y se pide un array de NumPy: acaba con .numpy().",
    )
    return expect.array(value, name)


@exercise(
    "9.3.2",
    hints=(
        "Primero un eje más, el de los canales, y la escala: `255 * grises[..., None]`, si "
        "`grises` son las imágenes (`grises = np.zeros((2, 4, 4))`).",
        "Los tres canales, con `np.repeat(…, 3, axis=3)`. El tamaño, con `tf.image.resize(…, "
        "(…, …))`, y de tensor a array con `.numpy()`.",
        "\n`triples = np.repeat(255 * grises[..., None], 3, axis=3)\n"
        "return tf.image.resize(triples, (lado, lado)).numpy()`",
    ),
    praise="Tres canales, de 0 a 255 y del tamaño pedido: las condiciones de la red.",
)
def check_prepare(function):
    rng = np.random.default_rng(0)
    inputs = [
        (rng.random(shape).astype("float32"), side)
        for shape, side in (((3, 5, 5), 10), ((2, 4, 6), 12), ((1, 8, 8), 9))
    ]
    expect.computes(
        function,
        "preparar",
        right=_prepared,
        inputs=inputs,
        kind=_from_numpy,
        tolerance=1e-4,
        mistakes=(
            (
                partial(_prepared, scale=1),
                "Los píxeles siguen de 0 a 1: la red los quiere de 0 a 255.",
            ),
            (
                partial(_prepared, channels=1),
                partial(_prepared, channels=1, scale=1),
                "Hay un solo canal: repítelo tres veces, con np.repeat(…, 3, axis=3).",
            ),
            (
                partial(_prepared, scale=1 / 255),
                "Divides entre 255, y las imágenes ya venían de 0 a 1: multiplica.",
            ),
            (
                partial(_prepared, method="nearest"),
                "Repites píxeles: deja que tf.image.resize los mezcle, como hace si no se le dice "
                "otra cosa.",
            ),
            (
                lambda gray, side: np.repeat(255 * gray[..., None], 3, axis=3),
                "Falta el tamaño: tf.image.resize(…, (lado, lado)).",
            ),
            (
                lambda gray, side: _prepared(gray, 224),
                "El tamaño es lado, el que se recibe, y no 224.",
            ),
        ),
        message="No son las imágenes pedidas: tres canales iguales, de 0 a 255, de lado×lado.",
    )


def _little_network():
    import keras

    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input((6,)),
            layers.Dense(5, name="una"),
            layers.BatchNormalization(name="norma_una"),
            layers.ReLU(name="activa"),
            layers.Dense(4, name="dos"),
            layers.BatchNormalization(name="norma_dos"),
            layers.Dropout(0.2, name="apaga"),
            layers.Dense(3, name="tres"),
        ]
    )
    for k, layer in enumerate(model.layers):
        layer.trainable = k % 3 != 2  # como las dejara quien la usó antes
    return model


_NORMS = ("norma_una", "norma_dos")


@exercise(
    "9.3.3",
    hints=(
        "`enumerate(red.layers)` da la posición y la capa. `isinstance(capa, "
        "keras.layers.BatchNormalization)` dice si es una de ellas, si `capa = "
        "keras.layers.ReLU()` es la capa.",
        "Cada capa recibe `….trainable = …`, y vale `True` solo si se cumplen las dos cosas: la "
        "posición es `desde` o mayor, y no es de normalización.",
        "\n`for k, capa in enumerate(red.layers):\n"
        "    normaliza = isinstance(capa, keras.layers.BatchNormalization)\n"
        "    capa.trainable = k >= desde and not normaliza\n"
        "return [capa.name for capa in red.layers if capa.trainable]`",
    ),
    praise="Suelta lo que aprende, y quieto lo que solo mide.",
)
def check_thaw(function):
    expect.function(function, "descongelar")
    for start in (3, 0, 4, 7, 6):
        model = _little_network()
        before = [weights.copy() for weights in model.get_weights()]
        result = expect.call(function, model, start, unchanged=None)
        names = [layer.name for layer in model.layers]
        loose = [layer.name for layer in model.layers if layer.trainable]
        wanted = [name for name in names[start:] if name not in _NORMS]
        case = f"Con desde={start}"
        if loose != wanted:
            extra = [name for name in loose if name not in wanted]
            for chosen, sentence in (
                (
                    names[start:],
                    f"{case} también sueltas las BatchNormalization: esas se quedan en False.",
                ),
                (
                    [n for n in names[:start] if n not in _NORMS],
                    f"{case} está al revés: se sueltan las de la posición desde en adelante.",
                ),
                (
                    [n for n in names[start + 1 :] if n not in _NORMS],
                    f"{case}, la que está en esa posición también se suelta.",
                ),
                (
                    [n for n in names[start:] if n in _NORMS],
                    f"{case} sueltas solo las BatchNormalization: son las que se quedan en False.",
                ),
            ):
                expect.wrong_when(loose == chosen, sentence)
            if extra and all(name in names[:start] for name in extra):
                expect.wrong(
                    f"{case} quedan sueltas capas de delante ({', '.join(extra)}): pon su "
                    "trainable en False, aunque antes fuera True."
                )
            expect.wrong(
                f"{case} deben quedar en True: {', '.join(wanted) or 'ninguna'}; y han quedado: "
                f"{', '.join(loose) or 'ninguna'}."
            )
        if not expect.same(model.get_weights(), before):
            expect.wrong("Has cambiado los pesos de la red: aquí solo se toca trainable.")
        if result is None:
            expect.wrong("Las capas quedan como deben; falta devolver sus nombres con return.")
        found = expect.listed(result, "lo que devuelve descongelar")
        if found != wanted:
            expect.wrong(
                "Las capas quedan como deben, pero lo que devuelves no es la lista de los nombres "
                f"de las que están en True: llegó {expect.shown(found)}."
            )


class _Points:
    """Unos puntos que no son una recta, para que el gradiente cambie de sitio en sitio."""

    __name__ = "puntos"

    def __init__(self, seed, channels, classes):
        self.w = np.random.default_rng(seed).normal(size=(channels, classes)).astype("float32")

    def __call__(self, maps):
        import tensorflow as tf

        return tf.reduce_mean(maps + maps * maps / 2, axis=(1, 2)) @ self.w

    def __deepcopy__(self, memo):
        return self


def _slopes(maps, points, label):
    import tensorflow as tf

    maps = tf.constant(maps)
    with tf.GradientTape() as tape:
        tape.watch(maps)
        score = points(maps)[0, label]
    return maps.numpy()[0], tape.gradient(score, maps).numpy()[0]


def _cam(maps, points, label, *, weigh=None, floor=lambda x: np.maximum(x, 0), join=np.sum):
    values, slopes = _slopes(maps, points, label)
    weights = slopes.mean(axis=(0, 1)) if weigh is None else weigh(slopes)
    return floor(join(values * weights, axis=-1))


def _map(value, name):
    return expect.array(expect.plain(value), name)


@exercise(
    "9.3.4",
    hints=(
        "La cinta da el gradiente de los puntos respecto a los mapas, `….gradient(…, …)`, con la "
        "forma de los mapas.",
        "El gradiente tiene la forma de los mapas. Su media en los dos ejes de en medio da un peso "
        "por canal: `tf.reduce_mean(…, axis=(1, 2))`. Se multiplica, se suma en el último eje y "
        "se queda con lo positivo: `np.maximum(…, 0)`.",
        "\n`with tf.GradientTape() as cinta:\n"
        "    cinta.watch(mapas)\n"
        "    salida = puntos(mapas)[0, clase]\n"
        "gradiente = cinta.gradient(salida, mapas)[0]\n"
        "pesos = tf.reduce_mean(gradiente, axis=(0, 1))\n"
        "return np.maximum(np.sum(mapas[0] * pesos, axis=-1), 0)`",
    ),
    praise="Un mapa por clase: pregunta por otra y verás otro.",
)
def check_cam(function):
    import tensorflow as tf

    def case(seed, height, width, channels, label):
        maps = np.random.default_rng(seed).normal(size=(1, height, width, channels))
        return tf.constant(maps, tf.float32), _Points(seed, channels, 4), label

    expect.computes(
        function,
        "grad_cam",
        right=_cam,
        inputs=[case(0, 3, 4, 5, 1), case(1, 5, 2, 3, 0), case(2, 4, 4, 6, 3)],
        kind=_map,
        tolerance=1e-4,
        mistakes=(
            (
                partial(_cam, floor=lambda x: x),
                "Falta poner a cero lo negativo, con np.maximum(…, 0).",
            ),
            (
                partial(_cam, floor=np.abs),
                "Quitas el signo a lo negativo: se pone a cero, con np.maximum(…, 0).",
            ),
            (
                partial(_cam, weigh=lambda slopes: slopes),
                "Multiplicas por el gradiente de cada sitio: el peso de un mapa es la media de su "
                "gradiente en todos los sitios.",
            ),
            (
                partial(_cam, weigh=lambda slopes: slopes.sum(axis=(0, 1))),
                "Sumas el gradiente de cada mapa: se pide su media.",
            ),
            (
                partial(_cam, join=np.mean),
                "Haces la media de los mapas ya pesados: se suman.",
            ),
            (
                partial(_cam, weigh=lambda slopes: np.maximum(slopes.mean(axis=(0, 1)), 0)),
                "Pones a cero los pesos negativos: lo que se pone a cero es la suma, al final.",
            ),
            (
                partial(_cam, weigh=lambda slopes: np.abs(slopes.mean(axis=(0, 1)))),
                "Quitas el signo a los pesos, y los que van en contra de la clase tienen que "
                "restar.",
            ),
            (
                partial(_cam, weigh=lambda slopes: 1.0),
                "Sumas los mapas sin sus pesos: cada uno cuenta por la media de su gradiente.",
            ),
            (
                lambda *a: _cam(*a) / _cam(*a).max(),
                "Es ese mapa dividido entre su máximo: se pide sin escalar.",
            ),
            (
                lambda *a: _cam(*a)[None],
                lambda *a: _cam(*a)[..., None],
                "Sobra un eje de largo 1: se pide de forma (alto, ancho).",
            ),
            (
                lambda maps, points, label: _cam(maps, lambda m: points(m)[:, ::-1], label),
                "Son los puntos de otra clase.",
            ),
        ),
        message="No es el mapa pedido: la media del gradiente de cada mapa, por ese mapa; la suma; "
        "y lo negativo, a cero.",
    )


def _augmented(image, margin, seed, *, mirror=True, axis=1, crop=True, first=False, swap=False,
               tied=False, less=0):  # fmt: skip
    rng = np.random.default_rng(seed)
    if first:
        i, j = rng.integers(0, 2 * margin + 1, 2)
    if rng.random() < 0.5 and mirror:
        image = np.flip(image, axis)
    if not first:
        i, j = rng.integers(0, 2 * margin + 1 - less, 2)
    if swap:
        i, j = j, i
    if tied:
        j = i
    height, width = image.shape
    wide = np.pad(image, margin)
    return wide[i : i + height, j : j + width] if crop else wide


@exercise(
    "9.3.5",
    hints=(
        "El espejo es `imagen[:, ::-1]`, y solo la mitad de las veces: `if rng.random() < 0.5:`.",
        "Rodeada de ceros: `ancha = np.pad(imagen, margen)`. La esquina del recorte: `i, j = "
        "rng.integers(0, 2 * margen + 1, 2)`.",
        "\n`if rng.random() < 0.5:\n"
        "    imagen = imagen[:, ::-1]\n"
        "ancha = np.pad(imagen, margen)\n"
        "i, j = rng.integers(0, 2 * margen + 1, 2)\n"
        "return ancha[i:i + imagen.shape[0], j:j + imagen.shape[1]]`",
    ),
    praise="Lo mismo que las capas de aumento de Keras, con un espejo y un recorte.",
)
def check_augment(function):
    expect.function(function, "aumentar")

    def aumentar(image, margin, seed):
        return function(image, margin, np.random.default_rng(seed))

    rng = np.random.default_rng(0)
    expect.computes(
        aumentar,
        "aumentar",
        right=_augmented,
        inputs=[
            (rng.random(shape), margin, seed)
            for seed in (2, 8, 11, 0, 1)  # con la primera, cada equivocación da otra imagen
            for shape, margin in (((6, 4), 3), ((3, 6), 1))
        ],
        kind=expect.array,
        mistakes=(
            (
                partial(_augmented, mirror=False),
                "Falta el espejo, cuando rng.random() < 0.5.",
            ),
            (
                partial(_augmented, axis=0),
                "Pones la imagen cabeza abajo: el espejo da la vuelta a las columnas, [:, ::-1].",
            ),
            (
                partial(_augmented, axis=(0, 1)),
                "Das media vuelta a la imagen: el espejo solo da la vuelta a las columnas.",
            ),
            (
                partial(_augmented, crop=False),
                "Falta el recorte: sale más grande de lo que entró.",
            ),
            (
                partial(_augmented, first=True),
                "Los sorteos van en otro orden: primero rng.random(), después rng.integers.",
            ),
            (
                partial(_augmented, swap=True),
                "La esquina está al revés: primero la fila y después la columna.",
            ),
            (
                partial(_augmented, tied=True),
                "Fila y columna usan el mismo sorteo: son dos, rng.integers(…, …, 2).",
            ),
            (
                partial(_augmented, less=1),
                "Falta la última posición: rng.integers no llega al final que se le da, por eso "
                "2 * margen + 1.",
            ),
        ),
        message="No es la imagen pedida: el espejo si toca, ceros alrededor y el recorte, con los "
        "sorteos en ese orden.",
    )


def _similar(features, which, count, *, norm=True, own=False, sign=-1):
    unit = features / np.linalg.norm(features, axis=1, keepdims=True) if norm else features
    order = np.argsort(sign * (unit @ unit[which]), kind="stable")
    return (order if own else order[order != which])[:count]


def _by_distance(features, which, count):
    order = np.argsort(np.linalg.norm(features - features[which], axis=1), kind="stable")
    return order[order != which][:count]


def _places(value, name):
    found = expect.row(np.asarray(value) if isinstance(value, (list, tuple)) else value, name)
    if found.dtype.kind not in "iu":
        expect.wrong(f"{name} debe tener posiciones, números enteros.")
    return found


@exercise(
    "9.3.6",
    hints=(
        "Divide cada fila entre su norma: `np.linalg.norm(…, axis=1, keepdims=True)`.",
        "El coseno de todas con una es un producto, `unitarias @ unitarias[cual]`, con `unitarias "
        "= np.eye(3)` y `cual = 0`. `np.argsort` ordena de menor a mayor; de la lista, quita "
        "`cual`.",
        "\n`normas = np.linalg.norm(caracteristicas, axis=1, keepdims=True)\n"
        "unitarias = caracteristicas / normas\n"
        "orden = np.argsort(-(unitarias @ unitarias[cual]))\n"
        "return orden[orden != cual][:cuantas]`",
    ),
    praise="Un buscador de imágenes en cuatro líneas, y sin una etiqueta.",
)
def check_similar(function):
    def case(seed, n, size, which, count):
        rng = np.random.default_rng(seed)
        return rng.normal(size=(n, size)) * rng.uniform(0.2, 3, (n, 1)), which, count

    expect.computes(
        function,
        "parecidas",
        right=_similar,
        inputs=[
            case(0, 12, 4, 3, 4),
            case(1, 9, 3, 0, 2),
            case(2, 15, 6, 14, 5),
            case(3, 6, 2, 2, 5),
        ],
        kind=_places,
        mistakes=(
            (
                partial(_similar, own=True),
                "La primera es ella misma, que es la más parecida a sí misma: quítala.",
            ),
            (
                partial(_similar, sign=1),
                partial(_similar, sign=1, own=True),
                "Son las menos parecidas: np.argsort va de menor a mayor.",
            ),
            (
                partial(_similar, norm=False),
                partial(_similar, norm=False, own=True),
                "Falta dividir cada fila entre su norma: ganan las de números grandes.",
            ),
            (
                _by_distance,
                "Las ordenas por distancia: se pide el coseno, que no mira el tamaño.",
            ),
            (
                lambda features, which, count: _similar(features, which, count)[::-1],
                "Son las que se piden, pero van de menos a más parecida.",
            ),
            (
                lambda features, which, count: _similar(features, which, len(features)),
                "Las devuelves todas: solo las cuantas primeras.",
            ),
        ),
        message="{call} no da las posiciones de las más parecidas por coseno: llegó {result}.",
    )


@exercise(
    "9.3.7",
    hints=(
        "`etiquetas[vecinas]` cambia cada posición por su etiqueta, si `etiquetas = np.array([0, "
        "1, 1])` y `vecinas = np.array([[1], [2], [1]])`.",
        "Compáralas con la de la propia imagen, puesta en columna: `etiquetas[:, None]`. La media "
        "de los aciertos es la fracción.",
        "\n`return np.mean(etiquetas[vecinas] == etiquetas[:, None])`",
    ),
    praise="Una nota para el buscador. Las etiquetas, solo para examinarlo.",
)
def check_same_kind(function):
    def case(seed, n, count, kinds):
        rng = np.random.default_rng(seed)
        return rng.integers(0, n, (n, count)), rng.integers(0, kinds, n)

    expect.computes(
        function,
        "misma_clase",
        right=lambda near, labels: np.mean(labels[near] == labels[:, None]),
        inputs=[case(0, 12, 4, 3), case(1, 9, 9, 2), case(2, 20, 3, 4), case(3, 7, 1, 2)],
        mistakes=(
            (
                lambda near, labels: np.sum(labels[near] == labels[:, None]),
                "Los cuentas: se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda near, labels: np.mean(labels[near] != labels[:, None]),
                "Es la fracción de las que son de otra clase.",
            ),
            (
                lambda near, labels: np.mean(labels[near[:, 0]] == labels),
                "Miras solo la primera encontrada: cuentan todas.",
            ),
            (
                lambda near, labels: np.mean((labels[near] == labels[:, None]).any(axis=1)),
                "Cuentas las imágenes con algún acierto: se piden los aciertos, uno a uno.",
            ),
            (
                lambda near, labels: np.mean(near == labels[:, None]),
                "Comparas posiciones con etiquetas: la de cada encontrada es etiquetas[vecinas].",
            ),
        ),
        message="{call} no da la fracción pedida: llegó {result}.",
    )


quiz(
    "9.3.A1",
    correct="c",
    why="Sí: las probabilidades son entre esas mil. Lo que no está en la lista recibe otro nombre.",
    wrong={
        "a": "Con la escala equivocada ninguna probabilidad se acerca a 0.30: se quedan en nada.",
        "b": "Otra red con las mismas mil clases tampoco podría decirlo: no está en la lista.",
    },
    hint="¿Entre qué elige la red?",
)
quiz(
    "9.3.A2",
    correct="a",
    why="Sí: la red congelada da siempre lo mismo con la misma imagen. Se guarda y ya está.",
    wrong={
        "b": "Así se hace si la red cambia, o si cada época fabrica imágenes nuevas.",
        "c": "La cabeza recibe las características, y esas salen de la red.",
    },
    hint="Si nada cambia en la red, ¿qué cambia en lo que da?",
)
quiz(
    "9.3.A3",
    correct="b",
    why="Sí: con lotes pequeños, sus medias son las de unas pocas imágenes, y las guardadas se van "
    "perdiendo.",
    wrong={
        "a": "Si no lo fueran, no se habría podido formar el lote.",
        "c": "Una cabeza lineal bastaba antes de afinar; lo que empeora está en lo que se mueve.",
        "d": "Los mapas guardados no cambian al afinar la cola.",
    },
    hint="¿Qué capa se comporta de otra manera cuando la red entrena?",
)
quiz(
    "9.3.A4",
    correct="c",
    why="Sí: el mapa señala, y la prueba la haces tú.",
    wrong={
        "a": "Puede que le basten otras señales, como a la gata: eso solo se sabe tapando el asa.",
        "b": "El mapa dice dónde, no qué concepto tiene la red.",
    },
    hint="¿Qué pasó al tapar lo caliente en las tres fotos?",
)
