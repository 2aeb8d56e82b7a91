"""Comprobaciones de la lección 8.9, Tuberías de datos."""

import contextlib
import tempfile
from functools import partial
from pathlib import Path

import numpy as np

from . import expect
from .core import exercise, quiz

_MOST = 10_000  # elementos: una tubería sin fin no cuelga la comprobación


def _read(value, name, most=_MOST):
    """Lo que da una tubería, en NumPy: una lista con sus elementos, hasta ``most``."""
    import tensorflow as tf

    if not isinstance(value, tf.data.Dataset):
        expect.wrong(f"{name} debe ser un tf.data.Dataset: {expect.arrived(value)}.")
    try:
        return list(value.take(most).as_numpy_iterator())
    except (tf.errors.OpError, TypeError, ValueError) as error:
        expect.wrong(
            f"Al recorrer la tubería, {name}, TensorFlow se detiene con un "
            f"{type(error).__name__}: mira qué recibe cada paso."
        )


def _pairs(value, name, most=_MOST):
    """Las parejas que da una tubería."""
    pairs = _read(value, name, most)
    if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        expect.wrong(f"{name} debe dar parejas (x, y): constrúyelo con las dos cosas, (x, y).")
    return pairs


def _slices(*arrays):
    import tensorflow as tf

    return tf.data.Dataset.from_tensor_slices(arrays if len(arrays) > 1 else arrays[0])


def _centered(times):
    """Resta la media de todo lo que recibe: en un lote, no es lo mismo que de una en una."""
    import tensorflow as tf

    def f(x, y):
        return times * (x - tf.reduce_mean(x)), y

    return f


@exercise(
    "8.9.1",
    hints=(
        "Las muestras sueltas, con su etiqueta: `tf.data.Dataset.from_tensor_slices((x, y))`.",
        "Primero los lotes y después `map`: así f recibe cada lote entero. Lo que devuelve un "
        "método es otra tubería, y se le puede pedir el siguiente: `….batch(tamano).map(f)`.",
        "\n`todo = tf.data.Dataset.from_tensor_slices((x, y))\nreturn todo.batch(tamano).map(f)`",
    ),
    praise="Una llamada por lote: la función trabaja con todo a la vez.",
)
def check_batches(function):
    expect.function(function, "en_lotes")

    def case(n, size):
        rng = np.random.default_rng(n)
        return rng.normal(size=(n, 3)), rng.permutation(n), _centered(n), size

    expect.computes(
        function,
        "en_lotes",
        right=lambda *a: _pairs(_slices(*a[:2]).batch(a[3]).map(a[2]), ""),
        inputs=[case(10, 4), case(6, 3), case(5, 8), case(7, 1)],
        kind=_pairs,
        mistakes=(
            (
                lambda x, y, f, size: _slices(x, y).map(f).batch(size),
                "Llamas a f con cada muestra, y después haces los lotes: batch va delante de map.",
            ),
            (
                lambda x, y, f, size: _slices(x, y).batch(size, drop_remainder=True).map(f),
                "Se pierde el último lote, que es más corto: quita drop_remainder.",
            ),
            (
                lambda x, y, f, size: _slices(x, y).map(f).batch(size, drop_remainder=True),
                "Se pierde el último lote, y llamas a f con cada muestra: batch va delante de map.",
            ),
            (
                lambda x, y, f, size: _slices(x, y).batch(size),
                "Falta pasar los lotes por f, con map.",
            ),
            (
                lambda x, y, f, size: _slices(x, y).map(f),
                "Das muestras sueltas: faltan los lotes, con batch.",
            ),
            (
                lambda x, y, f, size: _slices(x, y).batch(size).map(f).map(f),
                "Cada lote pasa dos veces por f.",
            ),
            (
                lambda x, y, f, size: _slices(x, y).batch(size).batch(1).map(f),
                "Haces lotes de lotes: batch, una sola vez.",
            ),
            (
                lambda x, y, f, size: _slices(*f(x, y)).batch(size),
                "Llamas a f una sola vez, con todos los datos: si no cupieran en la memoria, no se "
                "podría. Que la llame map, con cada lote.",
            ),
        ),
        message="La tubería no da los lotes pedidos: en el orden de los datos, de tamano en "
        "tamano, y cada uno pasado por f.",
    )


class _Picks:
    """Unas posiciones al azar, apuntando si alguien las pide."""

    __name__ = "elegir"

    def __init__(self, seed):
        self.seed, self.asked, self._rng = seed, 0, np.random.default_rng(seed)

    def __call__(self, n):
        self.asked += 1
        return int(self._rng.integers(n))

    def again(self):
        """Las mismas, desde el principio."""
        return _Picks(self.seed)


def _buffered(data, size, picks, *, leave=lambda buffer, pick: [
        buffer.pop(pick(len(buffer))) for _ in range(len(buffer))]):  # fmt: skip
    pick = picks.again()
    buffer, out = list(data[:size]), []
    for item in data[size:]:
        k = pick(len(buffer))
        out.append(buffer[k])
        buffer[k] = item
    return out + leave(buffer, pick)


def _at_the_end(data, size, picks):
    """El nuevo se pone al final de la mesa, y no en el sitio que quedó libre."""
    pick = picks.again()
    buffer, out = list(data[:size]), []
    for item in data[size:]:
        out.append(buffer.pop(pick(len(buffer))))
        buffer.append(item)
    return out + [buffer.pop(pick(len(buffer))) for _ in range(len(buffer))]


def _one_more(data, size, picks):
    """El nuevo entra antes de sacar: caben uno más."""
    pick = picks.again()
    buffer, out = list(data[:size]), []
    for item in data[size:]:
        buffer.append(item)
        out.append(buffer.pop(pick(len(buffer))))
    return out + [buffer.pop(pick(len(buffer))) for _ in range(len(buffer))]


def _blocks(data, size, picks):
    """Baraja cada tramo por su cuenta."""
    pick, out = picks.again(), []
    for k in range(0, len(data), size):
        buffer = list(data[k : k + size])
        out += [buffer.pop(pick(len(buffer))) for _ in range(len(buffer))]
    return out


@exercise(
    "8.9.2",
    hints=(
        "La mesa, `bufer = datos[:tamano]`, y la fila que espera, `datos[tamano:]`.",
        "Con cada dato de la fila: `k = elegir(len(bufer))`, sale `bufer[k]` y entra el nuevo, "
        "`bufer[k] = …`; con `bufer = datos[:tamano]`.",
        "\n`bufer, salida = datos[:tamano], []\n"
        "for dato in datos[tamano:]:\n"
        "    k = elegir(len(bufer))\n"
        "    salida.append(bufer[k])\n"
        "    bufer[k] = dato\n"
        "while bufer:\n"
        "    salida.append(bufer.pop(elegir(len(bufer))))\n"
        "return salida`",
    ),
    praise="Ahora sabes por qué el último de la fila no puede salir el primero.",
)
def check_shuffle(function):
    expect.function(function, "barajar")

    def explain(result, expected, data, size, picks):
        if picks.asked == 0:
            return "No llamas a elegir: la posición de cada dato que sale la da elegir(len(bufer))."
        if len(result) != len(data):
            return f"Entran {len(data)} datos y salen {len(result)}: tienen que salir todos."
        return None

    expect.computes(
        function,
        "barajar",
        right=_buffered,
        inputs=[
            (list(range(n)), size, _Picks(n))
            for n, size in ((12, 4), (9, 3), (5, 8), (6, 6), (7, 1))
        ],
        kind=expect.listed,
        mistakes=(
            (
                partial(_buffered, leave=lambda buffer, pick: []),
                "Al acabarse la fila se pierden los que quedan en la mesa: sácalos también, al "
                "azar, hasta vaciarla.",
            ),
            (
                partial(_buffered, leave=lambda buffer, pick: buffer),
                "Los que quedan en la mesa al final salen en orden: también se sacan al azar, con "
                "elegir.",
            ),
            (
                _at_the_end,
                "El nuevo no ocupa el sitio del que sale: se pone al final de la mesa. Es "
                "bufer[k] = dato.",
            ),
            (
                _one_more,
                "El nuevo entra antes de que salga otro: en la mesa hay uno más de los que caben.",
            ),
            (
                _blocks,
                "Barajas cada tramo por su cuenta: en la mesa entra uno nuevo cada vez que sale "
                "otro.",
            ),
            (
                lambda data, size, picks: _buffered(data, len(data), picks),
                "La mesa tiene sitio para todos: solo caben tamano.",
            ),
        ),
        explain=explain,
        message="La lista no es la que sale con esas posiciones: una llamada a elegir por cada "
        "dato que sale, con los que hay en la mesa, elegir(len(bufer)).",
    )


def _prepared(dataset, f, n, size):
    return dataset.map(f).cache().shuffle(n).batch(size)


@exercise(
    "8.9.3",
    hints=(
        "`cache` va detrás de lo que no se quiere repetir: `dataset.map(f).cache()`.",
        "Se barajan las muestras sueltas, y después se hacen los lotes: "
        "`dataset.map(f).cache().shuffle(n)`, y falta uno.",
        "\n`return dataset.map(f).cache().shuffle(n).batch(tamano)`",
    ),
    praise="Lo caro, una vez; el azar, en cada época.",
)
def check_prepare(function):
    expect.function(function, "preparar")
    import keras
    import tensorflow as tf

    keras.utils.set_random_seed(0)
    for n, size, epochs in ((13, 5, 2), (40, 8, 3), (2, 1, 12)):
        counter = tf.Variable(0)

        def f(x, y, counter=counter, n=n):
            counter.assign_add(1)
            return n * x, y

        x = np.arange(n, dtype="float32")
        made = expect.call(function, _slices(x, x + 100), f, n, size)
        orders, case = [], f"Con {n} muestras y lotes de {size}"
        for _ in range(epochs):
            batches = _pairs(made, "lo que devuelve preparar")
            _check_epoch(batches, n, size, case)
            orders.append(np.concatenate([pair[1] for pair in batches]) - 100)
        calls = int(counter)
        if calls > n:
            expect.wrong(
                f"{case}, en {epochs} épocas f se llama {calls} veces: una por muestra, y basta. "
                "cache va detrás de map, y guarda lo que tiene delante."
            )
        if all((order == np.arange(n)).all() for order in orders):
            expect.wrong("Las muestras salen en su orden: falta barajarlas, con shuffle(n).")
        if all((order == orders[0]).all() for order in orders):
            expect.wrong(
                "Todas las épocas salen en el mismo orden: shuffle va detrás de cache (o cache "
                "guarda también el orden)."
            )
        ahead = max((order - np.arange(n)).max() for order in orders)
        if ahead < n / 2:
            expect.wrong(
                f"{case}, ninguna muestra se adelanta más de {ahead} puestos: el búfer es pequeño, "
                "y se pide barajarlas todas, shuffle(n)."
            )


def _check_epoch(batches, n, size, case):
    """Una época: todas las muestras, pasadas por f, con su etiqueta, en lotes de ese tamaño."""
    if not batches or np.ndim(batches[0][0]) == 0:
        expect.wrong("Das muestras sueltas: faltan los lotes, con batch(tamano).")
    if np.ndim(batches[0][0]) > 1:
        expect.wrong("Haces lotes de lotes: batch, una sola vez.")
    x, y = (np.concatenate([np.atleast_1d(pair[k]) for pair in batches]) for k in (0, 1))
    if len(x) >= 2 * n:
        expect.wrong(
            "En una vuelta salen más muestras de las que hay: las épocas las cuenta quien la "
            "recorre, y aquí no hace falta repeat."
        )
    if len(x) < n:
        expect.wrong(f"{case}, en una época salen {len(x)} muestras: se pierde el último lote.")
    together = all((np.diff(pair[1]) == 1).all() for pair in batches)
    if size > 1 and together and not (np.diff(y) == 1).all():
        expect.wrong(
            "Barajas lotes enteros: las compañeras de lote son siempre las mismas. shuffle va "
            "delante de batch."
        )
    sizes = [len(pair[0]) for pair in batches]
    if sizes != [min(size, n - k) for k in range(0, n, size)]:
        expect.wrong(f"{case}, los lotes miden {', '.join(map(str, sizes))}.")
    if sorted(y - 100) != list(range(n)):
        expect.wrong(f"{case}, en una época se repiten unas muestras y faltan otras.")
    if not expect.same(x, n * (y - 100)):
        expect.wrong(
            "Las muestras no han pasado por f, una vez, con su etiqueta: map(f), donde f recibe "
            "x e y."
        )


def _lines(value, name):
    return [bytes(line).decode() for line in _read(value, name)]


def _woven(paths, together, *, block=2, skip=1, last_skip=0):
    import tensorflow as tf

    return (
        _slices(paths)
        .interleave(
            lambda path: tf.data.TextLineDataset(path).skip(skip),
            cycle_length=together,
            block_length=block,
        )
        .skip(last_skip)
    )


@exercise(
    "8.9.4",
    hints=(
        "De una ruta a sus líneas, sin cabecera: `lambda ruta: "
        "tf.data.TextLineDataset(ruta).skip(1)`. Esa función se le da a `interleave`.",
        "La tubería de nombres es `tf.data.Dataset.from_tensor_slices(rutas)`, y los otros dos "
        "argumentos de `interleave` son `cycle_length` y `block_length`.",
        "\n`nombres = tf.data.Dataset.from_tensor_slices(rutas)\n"
        "return nombres.interleave(\n"
        "    lambda ruta: tf.data.TextLineDataset(ruta).skip(1),\n"
        "    cycle_length=a_la_vez, block_length=2)`",
    ),
    praise="Varios archivos abiertos y un orden que se puede repetir.",
)
def check_rows(function):
    expect.function(function, "filas")
    # Con nombres cortos: la carpeta temporal no sale en ningún mensaje.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        paths = []
        for name, count in (("a", 5), ("b", 2), ("c", 7), ("d", 4), ("e", 3)):
            path = f"{name}.csv"
            Path(path).write_text(
                "\n".join(["cabecera", *(f"{name}{k}" for k in range(count))]), encoding="utf-8"
            )
            paths.append(path)
        expect.computes(
            function,
            "filas",
            right=lambda *a: _lines(_woven(*a), ""),
            inputs=[(paths, 3), (paths[:4], 2), (paths[1:3], 4), (paths, 5), (paths[2:], 1)],
            kind=_lines,
            mistakes=(
                (
                    partial(_woven, skip=0),
                    "Salen las cabeceras: quita la primera línea de cada archivo, con skip(1), "
                    "dentro de la función que lo abre.",
                ),
                (
                    partial(_woven, skip=0, last_skip=1),
                    "skip(1) al final solo quita una cabecera, la primera: va dentro, con cada "
                    "archivo.",
                ),
                (
                    partial(_woven, block=1),
                    "Tomas una línea de cada archivo: se piden dos seguidas, block_length=2.",
                ),
                (
                    lambda paths, together: _woven(paths, 2, block=together),
                    "Has cambiado una por otra: a_la_vez es cycle_length, y block_length es 2.",
                ),
                (
                    lambda paths, together: _woven(paths, 1),
                    "Vacías un archivo y abres el siguiente: se piden a_la_vez abiertos, con "
                    "cycle_length.",
                ),
                (
                    lambda paths, together: _woven(paths, len(paths)),
                    "Los abres todos: se piden a_la_vez, con cycle_length.",
                ),
            ),
            message="Las líneas no salen en el orden pedido: dos de cada archivo, por turno, con "
            "a_la_vez abiertos.",
        )


def _serialized(images, labels):
    import tensorflow as tf

    train = tf.train
    return tf.constant(
        [
            train.Example(
                features=train.Features(
                    feature={
                        "imagen": train.Feature(
                            bytes_list=train.BytesList(value=[image.tobytes()])
                        ),
                        "clase": train.Feature(int64_list=train.Int64List(value=[label])),
                    }
                )
            ).SerializeToString()
            for image, label in zip(images, labels, strict=True)
        ]
    )


def _parsed(texts, *, scale=255, shape=(-1, 28, 28), turned=False):
    import tensorflow as tf

    parts = tf.io.parse_example(
        texts,
        {
            "imagen": tf.io.FixedLenFeature([], tf.string),
            "clase": tf.io.FixedLenFeature([], tf.int64),
        },
    )
    pixels = tf.io.decode_raw(parts["imagen"], tf.uint8).numpy().reshape(shape)
    if turned:
        pixels = pixels.transpose(0, 2, 1)
    return (pixels / np.float32(scale)).astype("float32"), parts["clase"].numpy()


def _decimals(value, name):
    return expect.array(value, name, dtype=np.floating)


def _kept_decimals(value, name):
    """Las imágenes, en float32."""
    value = _decimals(value, name)
    if value.dtype != np.float32:
        expect.wrong(f"{name} deben ser float32, y son {value.dtype}.")
    return value


@exercise(
    "8.9.5",
    hints=(
        "`partes = tf.io.parse_example(textos, SCHEMA)`, y los bytes de todas, los de "
        "la clave imagen, se convierten de una vez con `tf.io.decode_raw`.",
        "\n`partes = tf.io.parse_example(textos, SCHEMA)\n"
        'pixeles = tf.io.decode_raw(partes["imagen"], tf.uint8)`\n'
        "Ahora son enteros, de 0 a 255, en una fila por imagen: falta `tf.cast`, la forma y "
        "dividir.",
        "\n`partes = tf.io.parse_example(textos, SCHEMA)\n"
        'pixeles = tf.io.decode_raw(partes["imagen"], tf.uint8)\n'
        "imagenes = tf.reshape(tf.cast(pixeles, tf.float32), (-1, 28, 28)) / 255\n"
        'return imagenes, partes["clase"]`',
    ),
    praise="Un lote de bytes entra, y sale un lote de imágenes.",
)
def check_parse(function):
    expect.function(function, "leer")

    def case(n):
        rng = np.random.default_rng(n)
        return (
            _serialized(rng.integers(0, 256, (n, 28, 28)).astype("uint8"), rng.integers(0, 99, n)),
        )

    expect.computes(
        function,
        "leer",
        right=_parsed,
        inputs=[case(3), case(1), case(5)],
        returns="imagenes, clases",
        kind=(_kept_decimals, expect.numeric),
        mistakes=(
            (
                partial(_parsed, scale=1),
                "Los píxeles van de 0 a 255: falta dividir entre 255.",
            ),
            (
                lambda texts: _parsed(texts)[::-1],
                "Devuelves primero las clases: se piden las imágenes y las clases, en ese orden.",
            ),
            (
                partial(_parsed, turned=True),
                "Las imágenes salen giradas: las filas de cada una son los primeros 28 píxeles, "
                "los siguientes 28…",
            ),
            (
                partial(_parsed, shape=(-1, 784)),
                "Cada imagen es una fila de 784: dales la forma, tf.reshape(…, (-1, 28, 28)).",
            ),
        ),
    )


def _varint(n, *, base=128, mark=128, last=0, backwards=False):
    digits = []
    while n >= base:
        digits.append(n % base + mark)
        n //= base
    digits.append(n + last)
    return digits[::-1] if backwards else digits


def _bytes_or_list(value, name):
    return list(value) if isinstance(value, (bytes, bytearray)) else expect.listed(value, name)


def _most_important_first(n):
    """Las cifras al revés, con la marca en todas menos en la última."""
    digits = _varint(n, mark=0, backwards=True)
    return [digit + 128 for digit in digits[:-1]] + digits[-1:]


@exercise(
    "8.9.6",
    hints=(
        "La cifra menos importante es `n % 128`, y lo que queda, `n // 128`.",
        "Mientras `n >= 128`, se añade la cifra de ahora con su marca, `n % 128 + 128`, y se sigue "
        "con `n // 128`.",
        "\n`numeros = []\n"
        "while n >= 128:\n"
        "    numeros.append(n % 128 + 128)\n"
        "    n = n // 128\n"
        "return numeros + [n]`",
    ),
    praise="Los números pequeños ocupan un byte, y ninguno se queda sin sitio.",
)
def check_varint(function):
    expect.function(function, "varint")
    expect.computes(
        function,
        "varint",
        right=_varint,
        inputs=[(n,) for n in (300, 5, 0, 127, 128, 255, 16_383, 16_384, 123_456_789, 2**35)],
        kind=_bytes_or_list,
        mistakes=(
            (
                partial(_varint, mark=0),
                "{call}: falta sumar 128 a todas las cifras menos a la última, para que se sepa "
                "que hay más.",
            ),
            (
                partial(_varint, last=128),
                "{call}: la última cifra no lleva el 128: es la señal de que ahí se acaba.",
            ),
            (
                partial(_varint, backwards=True),
                _most_important_first,
                "{call}: las cifras van al revés: primero la menos importante.",
            ),
            (
                partial(_varint, mark=0, backwards=True),
                "{call}: primero va la cifra menos importante, y todas menos la última llevan "
                "sumado 128.",
            ),
            (
                lambda n: [n] if n == 128 else _varint(n),
                "{call}: 128 ya no cabe en una cifra, que llega hasta 127: se parte con n >= 128, "
                "y no solo con n > 128.",
            ),
            (
                lambda n: [n],
                "{call}: es el número, sin partir en cifras de base 128: mientras sea 128 o más, "
                "se apunta una y se sigue con lo que queda.",
            ),
            (
                lambda n: [n % 128 + 128, n // 128],
                lambda n: [n % 128 + 128, n // 128] if n >= 128 else [n],
                "{call}: no siempre son dos. Se parte mientras lo que quede sea 128 o más: ninguna "
                "vez, una o varias.",
            ),
            (
                partial(_varint, base=256, mark=0),
                "{call}: son cifras de base 128, no de 256: el octavo bit dice si hay más.",
            ),
            (
                lambda n: _varint(n) if n else [],
                "{call}: el 0 también ocupa un número, [0].",
            ),
        ),
    )


def _numbered(first, count):
    """Una tubería sin fin de muestras sueltas, cada una con su número de etiqueta."""
    numbers = np.arange(first, first + count)
    return _slices(np.column_stack([numbers, -numbers]), numbers).repeat()


@exercise(
    "8.9.7",
    hints=(
        "Para sortear de cuál sale cada una: `tf.data.Dataset.sample_from_datasets([fraudes, "
        "normales], …)`, y el segundo argumento son las dos probabilidades.",
        "Las probabilidades, `[parte, 1 - parte]`, en el orden de las tuberías. Al final, batch.",
        "\n`mezcla = tf.data.Dataset.sample_from_datasets([fraudes, normales],\n"
        "                                              [parte, 1 - parte])\n"
        "return mezcla.batch(tamano)`",
    ),
    praise="Un mundo con tantos fraudes como quieras. Solo para aprender.",
)
def check_mix(function):
    expect.function(function, "mezclar")
    import keras

    keras.utils.set_random_seed(0)
    for part, size in ((0.5, 10), (0.2, 25), (0.7, 4)):
        frauds, normals = _numbered(1000, 30), _numbered(0, 200)
        made = expect.call(function, frauds, normals, part, size)
        pairs = _pairs(made, "lo que devuelve mezclar", most=4000 // size)
        _check_mixed_batches(pairs, 4000 // size, size)
        labels = np.concatenate([pair[1] for pair in pairs])
        fraud = labels >= 1000
        share, counted = fraud.mean(), f"Con parte = {part}, de fraudes son el {{:.0%}}."
        for wrong, sentence in (
            (1 - part, "Van al revés: parte es la probabilidad de fraudes."),
            (30 / 230, "Es la proporción que ya había: usa parte."),
            (0.5, "Salen a partes iguales: usa parte."),
        ):
            if abs(share - wrong) < 0.04 < abs(part - wrong):
                expect.wrong(f"{counted.format(share)} {sentence}")
        if abs(share - part) > 0.04:
            expect.wrong(counted.format(share))
        _check_chance(fraud, part)
        for rows, wanted in ((labels[fraud], 1000 + np.arange(30)), (labels[~fraud], range(200))):
            if not expect.same(rows[: len(wanted)], np.asarray(wanted)):
                expect.wrong(
                    "Las muestras de cada tubería no salen como venían, una detrás de otra: no hay "
                    "que barajarlas, ni quitar ninguna."
                )


def _check_mixed_batches(pairs, wanted, size):
    """Que haya lotes de ese tamaño, y sin fin."""
    if not pairs or np.ndim(pairs[0][1]) == 0:
        expect.wrong("Das muestras sueltas: faltan los lotes, con batch(tamano).")
    if np.ndim(pairs[0][1]) > 1:
        expect.wrong("Haces lotes de lotes: batch, una sola vez.")
    if len(pairs) < wanted:
        expect.wrong(f"La mezcla se acaba tras {len(pairs)} lotes, y no debe acabarse.")
    if any(len(pair[1]) != size for pair in pairs):
        expect.wrong(f"Con tamano = {size}, el primer lote mide {len(pairs[0][1])}.")


def _check_chance(fraud, part):
    """Que cada una se sortee: ni por turno, ni por lotes enteros."""
    same = (fraud[1:] == fraud[:-1]).mean()
    if abs(same - (part**2 + (1 - part) ** 2)) > 0.06:
        expect.wrong(
            "La proporción es la pedida, pero las muestras no se sortean una a una: "
            "sample_from_datasets va delante de batch."
        )


def _undone(p, mix, real):
    fraud, normal = p * real / mix, (1 - p) * (1 - real) / (1 - mix)
    return fraud / (fraud + normal)


def _by_odds(p, mix, real):
    odds = p / (1 - p) * (real / (1 - real)) / (mix / (1 - mix))
    return odds / (1 + odds)


def _normal_untouched(p, mix, real):
    fraud = p * real / mix
    return fraud / (fraud + 1 - p)


def _fraud_untouched(p, mix, real):
    return p / (p + (1 - p) * (1 - real) / (1 - mix))


@exercise(
    "8.9.8",
    hints=(
        "Lo que le toca al fraude es `p` dividido por las veces que salía de más, mezcla / real: "
        "`p * real / mezcla`.",
        "Lo del pago normal, igual: `normal = (1 - p) * (1 - real) / (1 - mezcla)`. Lo bueno es la "
        "parte del fraude, entre la suma de los dos.",
        "\n`fraude = p * real / mezcla\n"
        "normal = (1 - p) * (1 - real) / (1 - mezcla)\n"
        "return fraude / (fraude + normal)`",
    ),
    praise="El 0.5 de una red que aprendió a partes iguales no es el 0.5 del banco.",
)
def check_undo(function):
    expect.function(function, "deshacer")

    expect.computes(
        function,
        "deshacer",
        right=_undone,
        inputs=[
            (np.array([0.5, 0.9, 0.1, 0.0, 1.0]), 0.5, 0.002),
            (np.array([0.3, 0.7, 0.2]), 0.2, 0.2),
            (np.array([0.3, 0.7]), 0.2, 0.4),
            (np.random.default_rng(0).random((3, 2)), 0.7, 0.05),
        ],
        kind=expect.numeric,
        mistakes=(
            (
                lambda p, mix, real: _undone(p, real, mix),
                "Lo haces al revés: pasas de la proporción real a la mezcla.",
            ),
            (
                lambda p, mix, real: p * real / mix,
                "Es lo que toca al fraude, sin repartir: falta dividir entre la suma de lo del "
                "fraude y lo del pago normal.",
            ),
            (
                _normal_untouched,
                "A lo del pago normal, 1 - p, también hay que dividirlo por las veces que salía de "
                "más: (1 - mezcla) / (1 - real).",
            ),
            (
                _fraud_untouched,
                "A lo del fraude, p, también hay que dividirlo por las veces que salía de más: "
                "mezcla / real.",
            ),
            (
                lambda p, mix, real: 1 - _undone(p, mix, real),
                "Es la probabilidad de que sea un pago normal: se pide la del fraude.",
            ),
            (
                lambda p, mix, real: _undone(p, mix, real) / (1 - _undone(p, mix, real)),
                lambda p, mix, real: p * real / mix / ((1 - p) * (1 - real) / (1 - mix)),
                "Divides lo del fraude entre lo del pago normal: es entre la suma de los dos.",
            ),
            (
                _by_odds,
                "La cuenta es buena, salvo con una probabilidad de 1: ahí divides por 0. Reparte: "
                "lo del fraude, entre la suma de los dos.",
            ),
            (
                lambda p, mix, real: p,
                "Las probabilidades salen como entraron.",
            ),
        ),
    )


quiz(
    "8.9.A1",
    correct="b",
    why="Sí: en la mesa caben mil, y los primeros mil son todos buenos.",
    wrong={
        "a": "Solo puede mezclar lo que tiene en la mesa, y ahí no hay spam.",
        "c": "La segunda época empieza otra vez por los mismos mil.",
    },
    hint="¿Qué hay en el búfer cuando sale el primer mensaje?",
)
quiz(
    "8.9.A2",
    correct="b",
    why="Sí: lo caro se hace una vez, y el giro es nuevo en cada época.",
    wrong={
        "a": "Así se guardan también los giros: todas las épocas verían las mismas imágenes.",
        "c": "Ahí solo guarda lo que tiene delante, los nombres: se leería y descomprimiría en "
        "cada época.",
        "d": "Guarda lo que tiene delante; lo de detrás se repite.",
    },
    hint="¿Qué parte quieres que sea distinta en cada época?",
)
quiz(
    "8.9.A3",
    correct="c",
    why="Sí: con la misma red, dos tuberías gastaron muy distinto.",
    wrong={
        "a": "Lo mediste: la que escalaba una a una gastaba más que la otra. Rápido o lento es lo "
        "que se pone dentro.",
        "b": "Con arrays, fit monta la suya, y también cuesta.",
    },
    hint="Mira la caja de la sección 3.",
)
quiz(
    "8.9.A4",
    correct="c",
    why="Sí: con mezcla 0.5, lo que salía de más se va, y queda la proporción real.",
    wrong={
        "a": "Eso sería en su mundo, donde la mitad son fraudes.",
        "b": "Sí sirven, y se puede deshacer: lo que cambió es la proporción de fraudes que vio.",
    },
    hint="Haz la cuenta de deshacer con una probabilidad de 0.5 y la mezcla a partes iguales.",
)
