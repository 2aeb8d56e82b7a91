"""Comprobaciones de la lección 8.8, El bucle por dentro."""

from functools import partial

import numpy as np

from . import expect
from .core import exercise, quiz


def _step(model, optimizer, x, y, *, training=True, penalty=1, sign=1, times=1):
    """El paso pedido, o uno equivocado."""
    import keras
    import tensorflow as tf

    loss_function = keras.losses.SparseCategoricalCrossentropy()
    weights = model.trainable_variables
    for _ in range(times):
        with tf.GradientTape() as tape:
            error = loss_function(y, model(x, training=training))
            loss = error + penalty * sum(model.losses)
        optimizer.apply([sign * g for g in tape.gradient(loss, weights)], weights)
    return float(loss), float(error)


_MISSTEPS = (
    (
        partial(_step, training=False),
        "Los pesos quedan donde los deja una red que no sabe que entrena, sin dropout: llama a la "
        "red con training=True.",
    ),
    (
        partial(_step, penalty=0),
        "Los pesos quedan donde los deja una red sin regularizar: a la pérdida le falta sumarle "
        "sum(model.losses), dentro de la cinta.",
    ),
    (
        partial(_step, training=False, penalty=0),
        "Faltan las dos cosas que no avisan: llamar a la red con training=True y sumar "
        "sum(model.losses) a la pérdida.",
    ),
    (
        partial(_step, sign=-1),
        "El paso va cuesta arriba: a optimizer.apply se le dan los gradientes con su signo.",
    ),
    (partial(_step, times=2), "Das más de un paso: se pide uno."),
)


def _weights(model):
    return [w.numpy() for w in model.trainable_variables]


def _all_same(found, wanted):
    return all(expect.same(a, b, 1e-5) for a, b in zip(found, wanted, strict=True))


@exercise(
    "8.8.1",
    hints=(
        "Dentro de `with tf.GradientTape() as cinta:`, primero `respuestas = model(x, "
        "training=True)`.",
        "La pérdida, todavía dentro de la cinta: `perdida = loss_function(y, respuestas) + "
        "sum(model.losses)`, con `respuestas = model(x, training=True)`.",
        "\n`with tf.GradientTape() as cinta:\n"
        "    respuestas = model(x, training=True)\n"
        "    perdida = loss_function(y, respuestas) + sum(model.losses)\n"
        "pesos = model.trainable_variables\n"
        "optimizer.apply(cinta.gradient(perdida, pesos), pesos)\n"
        "return perdida`",
    ),
    praise="Con dropout y regularización: el mismo paso que da fit.",
)
def check_step(function):
    expect.function(function, "paso")
    import keras

    layers = keras.layers
    for optimizer, rate, n, hidden in (("SGD", 0.5, 9, 5), ("Adam", 0.01, 4, 3)):
        rng = np.random.default_rng(n)
        x, y = rng.normal(size=(n, 6)).astype("float32"), rng.integers(0, 3, n)
        start = [rng.normal(size=s) for s in ((6, hidden), hidden, (hidden, 3), 3)]

        def twin(hidden=hidden, start=start):
            model = keras.Sequential(
                [
                    keras.Input((6,)),
                    layers.Dense(
                        hidden, activation="tanh", kernel_regularizer=keras.regularizers.L2(0.1)
                    ),
                    layers.Dropout(0.5, seed=3),
                    layers.Dense(3, activation="softmax", kernel_regularizer="l2"),
                ]
            )
            for variable, value in zip(model.trainable_variables, start, strict=True):
                variable.assign(value)
            return model

        def tried(step, twin=twin, optimizer=optimizer, rate=rate, x=x, y=y):
            model = twin()
            chosen = getattr(keras.optimizers, optimizer)(rate)
            return step(model, chosen, x, y), _weights(model), int(chosen.iterations)

        result, after, steps = tried(partial(expect.call, function))
        (loss, error), wanted, _ = tried(_step)
        if not _all_same(after, wanted):
            if _all_same(after, start):
                expect.wrong(
                    "Los pesos de la red no han cambiado: los mueve "
                    "optimizer.apply(gradientes, model.trainable_variables)."
                )
            for mistaken, sentence in _MISSTEPS:
                if _all_same(after, tried(mistaken)[1]):
                    expect.wrong(sentence)
            if steps == 0:
                expect.wrong("Los pesos no los ha movido el optimizer que recibe paso: úsalo.")
            expect.wrong(
                "Los pesos no quedan donde los deja fit: deriva el error más sum(model.losses), "
                "con training=True, respecto a todos los model.trainable_variables, y da un paso."
            )
        if result is None:
            expect.wrong("Los pesos quedan donde deben; falta devolver la pérdida con return.")
        result = expect.number(expect.plain(result), "lo que devuelve paso")
        if expect.same(result, error, 1e-5):
            expect.wrong(
                "Los pesos quedan donde deben, pero devuelves el error a secas: se pide la pérdida "
                "que se derivó, con la regularización."
            )
        expect.close(
            result,
            loss,
            "lo que devuelve paso",
            tolerance=1e-5,
            message="Los pesos quedan donde deben, pero lo que devuelves no es la pérdida que se "
            "derivó.",
        )


@exercise(
    "8.8.2",
    hints=(
        "Los lotes empiezan en `range(0, len(orden), tamano)`.",
        "El que empieza en `k` son las filas `filas = orden[k:k + tamano]`, si `k = 0` es el "
        "primero. Su pérdida, por las muestras que tiene: `len(filas)`.",
        "\n`total = 0\n"
        "for k in range(0, len(orden), tamano):\n"
        "    filas = orden[k:k + tamano]\n"
        "    total += paso(x[filas], y[filas]) * len(filas)\n"
        "return total / len(orden)`",
    ),
    praise="Cada muestra cuenta una vez, esté en el lote que esté.",
)
def check_epoch(function):
    expect.function(function, "epoca")
    import tensorflow as tf

    for n, size in ((10, 4), (6, 3), (5, 8), (7, 1), (11, 5)):
        rng = np.random.default_rng(n)
        x, y = rng.normal(size=(n, 3)), np.arange(n) + 100
        order = rng.permutation(n)
        seen, losses, mixed = [], [], []

        def paso(x_batch, y_batch, x=x, seen=seen, losses=losses, mixed=mixed):
            y_batch = np.asarray(y_batch)
            mixed.append(not expect.same(np.asarray(x_batch), x[y_batch - 100]))
            seen.append(np.atleast_1d(y_batch - 100))
            losses.append(1.0 + float((y_batch - 100).sum()) ** 2 / 50)
            return tf.constant(losses[-1])

        result = expect.plain(expect.call(function, paso, x, y, order, size))
        wanted = [order[k : k + size] for k in range(0, n, size)]
        case = f"Con {n} muestras y lotes de {size}"
        if not seen:
            expect.wrong("No llamas a paso: da un paso con cada lote, paso(x[filas], y[filas]).")
        if any(mixed):
            expect.wrong(
                "A paso le llegan muestras con etiquetas de otras: usa las mismas filas en x y en "
                "y."
            )
        if not expect.same([list(map(int, rows)) for rows in seen],
                           [list(map(int, rows)) for rows in wanted]):  # fmt: skip
            given = np.concatenate(seen)
            if len(given) < n and _starts(seen, wanted):
                expect.wrong(f"{case}, se pierde el último lote, que es más corto.")
            if expect.same(given, np.arange(n)):
                expect.wrong("Los lotes van en el orden en que están los datos: las filas de cada "
                             "uno son orden[k:k + tamano].")  # fmt: skip
            expect.wrong(
                f"{case}, los lotes deben medir {', '.join(str(len(rows)) for rows in wanted)}, "
                f"siguiendo orden; los tuyos miden {', '.join(str(len(rows)) for rows in seen)}, o "
                "llevan otras filas."
            )
        if result is None:
            expect.wrong("Los lotes están bien; falta devolver la pérdida media con return.")
        result = expect.number(expect.plain(result), "lo que devuelve epoca")
        total = sum(loss * len(rows) for loss, rows in zip(losses, wanted, strict=True))
        for mistaken, sentence in (
            (total, "Falta dividir entre el número de muestras."),
            (
                np.mean(losses),
                f"{case}, haces la media de las pérdidas de los lotes: el último es más corto, y "
                "cada una cuenta por las muestras de su lote.",
            ),
            (np.sum(losses), "Devuelves la suma de las pérdidas de los lotes."),
            (losses[-1], "Devuelves la pérdida del último lote: se pide la media de todas."),
            (
                np.sum(losses) / n,
                "Divides entre las muestras, pero antes no multiplicas la pérdida de cada lote por "
                "las que tiene.",
            ),
            (
                np.sum(losses) * size / n,
                f"{case}, no todos los lotes tienen {size}: multiplica cada pérdida por las "
                "muestras de su lote.",
            ),
        ):
            if expect.same(result, mistaken, 1e-5) and not expect.same(mistaken, total / n, 1e-5):
                expect.wrong(sentence)
        expect.close(
            result,
            total / n,
            "lo que devuelve epoca",
            tolerance=1e-5,
            message="Los lotes están bien, pero lo que devuelves no es la pérdida media por "
            "muestra.",
        )


def _starts(seen, wanted):
    return all(np.array_equal(a, b) for a, b in zip(seen, wanted, strict=False))


def _accumulated(gradient, x, y, size, share=lambda part, x, size: len(part) / len(x)):
    total = None
    for k in range(0, len(x), size):
        part = x[k : k + size]
        new = [share(part, x, size) * g for g in gradient(part, y[k : k + size])]
        total = [a + b for a, b in zip(total, new, strict=True)] if total else new
    return total


def _arrays(value, name):
    return [np.asarray(expect.plain(item), dtype=float) for item in expect.listed(value, name)]


class _Gradient:
    """El gradiente medio de una recta con w y b, que apunta cuántas muestras le dan de una vez."""

    __name__ = "gradiente"

    def __init__(self, w):
        self.w, self.largest = w, 0

    def __call__(self, x, y):
        self.largest = max(self.largest, len(x))
        error = x @ self.w - y
        return [2 * x.T @ error / len(x), 2 * error.mean(axis=0)]


@exercise(
    "8.8.3",
    hints=(
        "El trozo que empieza en `k` pesa `len(x[k:k + trozo]) / len(x)`; con `k = 0`, el primero.",
        "Los gradientes de un trozo, ya pesados: `nuevos = [g * pesa for g in gradiente(x[k:k + "
        "trozo], y[k:k + trozo])]`, con `k = 0` y `pesa = len(x[k:k + trozo]) / len(x)`. Se "
        "suman uno a uno a los que llevas.",
        "\n`total = 0\n"
        "for k in range(0, len(x), trozo):\n"
        "    parte = y[k:k + trozo]\n"
        "    pesa = len(parte) / len(y)\n"
        "    nuevos = [g * pesa for g in gradiente(x[k:k + trozo], parte)]\n"
        "    total = [a + b for a, b in zip(total, nuevos)] if total else nuevos\n"
        "return total`",
    ),
    praise="Un lote tan grande como quieras, en la memoria que tengas.",
)
def check_accumulate(function):
    expect.function(function, "acumular")

    def case(seed, n, size):
        rng = np.random.default_rng(seed)
        gradient = _Gradient(rng.normal(size=(3, 2)))
        return gradient, rng.normal(size=(n, 3)), rng.normal(size=(n, 2)), size

    inputs = [case(0, 8, 4), case(1, 10, 4), case(2, 5, 9), case(3, 4, 1), case(4, 11, 5)]
    last = 10 % 4
    expect.computes(
        function,
        "acumular",
        right=_accumulated,
        inputs=inputs,
        kind=_arrays,
        mistakes=(
            (
                partial(_accumulated, share=lambda part, x, size: 1 / -(-len(x) // size)),
                "Haces la media de los gradientes de los trozos, y el último es más corto: cada "
                "uno cuenta por su parte de las muestras.",
            ),
            (
                partial(_accumulated, share=lambda part, x, size: 1),
                "Sumas los gradientes de los trozos: cada uno cuenta por su parte de las muestras, "
                "len(parte) / len(x).",
            ),
            (
                partial(_accumulated, share=lambda part, x, size: size / len(x)),
                f"El último trozo tiene menos muestras (con 10 en trozos de 4, {last}): cada uno "
                "pesa len(parte) / len(x).",
            ),
            (
                partial(_accumulated, share=lambda part, x, size: len(part)),
                "Falta dividir entre el número de muestras: cada trozo pesa len(parte) / len(x).",
            ),
            (
                lambda gradient, x, y, size: _accumulated(
                    gradient,
                    x,
                    y,
                    size,
                    share=lambda part, x, size: len(part) / len(x) * (len(part) == size),
                ),
                "Se pierde el último trozo, que es más corto.",
            ),
        ),
        message="La lista no es la que daría el lote entero, de una vez: llegó {result}.",
    )
    for gradient, x, _, size in inputs:
        if gradient.largest > min(size, len(x)):
            expect.wrong(
                f"A gradiente le das {gradient.largest} muestras de una vez, y no caben: como "
                f"mucho, trozo, que aquí era {size}."
            )


class _Square:
    """El cuadrado, que apunta si lo llaman."""

    __name__ = "cuadrado"

    def __init__(self):
        self.called = False

    def __call__(self, x):
        self.called = True
        return x * x


def _traces(f, inputs):
    import tensorflow as tf

    seen = []

    def spy(x):
        seen.append(1)
        return f(x)

    traced = tf.function(spy)
    for x in inputs:
        traced(x)
    return len(seen)


@exercise(
    "8.8.4",
    hints=(
        "Se convierte una sola vez, antes del ciclo, y ya con el espía dentro: `tf.function(…)`.",
        "Después se llama con cada entrada, y se cuenta lo que hay en la lista:\n"
        "`veces = []\n"
        "def espia(x):\n"
        "    veces.append(1)\n"
        "    return f(x)\n"
        "trazada = tf.function(espia)\n"
        "for entrada in entradas:\n"
        "    trazada(entrada)\n"
        "return len(veces)`",
    ),
    praise="Una lista que solo crece al trazar: el efecto secundario, al servicio de la medida.",
)
def check_traces(function):
    expect.function(function, "trazas")
    import tensorflow as tf

    tensors = [tf.constant(float(k)) for k in range(4)]
    expect.computes(
        function,
        "trazas",
        right=lambda f, inputs: _traces(lambda x: x * x, inputs),
        inputs=(
            cases := [
                (_Square(), inputs)
                for inputs in (
                    tensors,
                    [2, 3, 2, 5],
                    [tf.zeros(2), tf.zeros(3), tf.ones(2), tf.zeros((2, 2)), tf.zeros(3)],
                    [*tensors, tf.constant(1)],
                    [7.0],
                    [],
                )
            ]
        ),
        kind=expect.integer,
        mistakes=(
            (
                lambda f, inputs: len(inputs),
                "Cuentas las llamadas: o espías fuera de tf.function, o la conviertes otra vez en "
                "cada vuelta. Se convierte una sola vez, y ya con el espía dentro.",
            ),
            (
                lambda f, inputs: 1,
                "Siempre se traza al menos una vez, pero puede ser más: con otra forma, con otro "
                "tipo o con otro número de Python. (Y sin entradas, ninguna.)",
            ),
            (
                lambda f, inputs: 0,
                "No cuentas ninguna traza: llama a la función ya convertida con cada entrada, y "
                "que sea la que espía.",
            ),
        ),
    )
    if not all(f.called for f, inputs in cases if inputs):
        expect.wrong("La función que conviertes no llama a la f que recibe trazas.")


def _attack(model, x, y, strength, *, sign=True, low=0, high=1, way=1):
    import keras
    import tensorflow as tf

    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = keras.losses.SparseCategoricalCrossentropy()(y, model(x))
    gradient = tape.gradient(loss, x)
    push = tf.sign(gradient) if sign else gradient
    return np.clip((x + way * strength * push).numpy(), low, high)


def _images(value, name):
    return expect.array(expect.plain(value), name)


@exercise(
    "8.8.6",
    hints=(
        "Fuera de la cinta, el gradiente es `cinta.gradient(perdida, x)`: tiene la forma de `x`.",
        "Se suma `empuje = fuerza * tf.sign(cinta.gradient(perdida, x))`: con el signo, todos los "
        "píxeles se mueven lo mismo.",
        "\n`empuje = fuerza * tf.sign(cinta.gradient(perdida, x))\n"
        "return tf.clip_by_value(x + empuje, 0, 1)`",
    ),
    praise="La misma regla de la cadena, un paso más atrás: hasta la imagen.",
)
def check_attack(function):
    expect.function(function, "atacar")
    import keras

    def case(seed, n, strength, side):
        rng = np.random.default_rng(seed)
        model = keras.Sequential(
            [
                keras.Input((side, side)),
                keras.layers.Flatten(),
                keras.layers.Dense(3, activation="softmax"),
            ]
        )
        weights = 3 * rng.normal(size=(side * side, 3))
        weights[0] = 0  # de este píxel no depende nada: su gradiente es 0
        model.set_weights([weights, rng.normal(size=3)])
        x = rng.random((n, side, side)).astype("float32")
        return model, x, rng.integers(0, 3, n), strength

    expect.computes(
        function,
        "atacar",
        right=_attack,
        inputs=[case(0, 6, 0.05, 4), case(1, 3, 0.3, 5), case(2, 1, 0.0, 2)],
        kind=_images,
        tolerance=1e-5,
        mistakes=(
            (lambda model, x, y, strength: x, "Las imágenes salen como entraron."),
            (
                partial(_attack, way=-1),
                "Restas el empuje: así la red acierta más. Para que se equivoque, la pérdida tiene "
                "que subir.",
            ),
            (
                partial(_attack, sign=False),
                partial(_attack, sign=False, low=-np.inf, high=np.inf),
                "Falta el signo: tf.sign del gradiente, para que todos los píxeles se muevan lo "
                "mismo.",
            ),
            (
                partial(_attack, low=-np.inf, high=np.inf),
                "Hay píxeles fuera de 0 y 1: acaba con tf.clip_by_value(…, 0, 1).",
            ),
            (
                lambda model, x, y, strength: _attack(model, x, y, 1),
                "Cada píxel se mueve fuerza, no uno entero.",
            ),
            (
                lambda *a: (_attack(*a, low=-np.inf, high=np.inf) - a[1]).round(6),
                lambda *a: _attack(*a) - a[1],
                "Devuelves solo el empuje: se pide la imagen atacada, que lo lleva sumado.",
            ),
        ),
        message="No son las imágenes atacadas: a cada píxel, fuerza por el signo del gradiente de "
        "la pérdida respecto a él, y entre 0 y 1.",
    )


@exercise(
    "8.8.5",
    hints=(
        "El azar, de TensorFlow: `tf.random.normal(tf.shape(x))` da uno de media 0 y desviación 1.",
        "Por fuerza, y sumado: `return x + fuerza * tf.random.normal(tf.shape(x))`",
    ),
    praise="Un sorteo que está en el grafo, y se repite en cada llamada.",
)
def check_noise(function):
    expect.function(function, "ruido")
    import keras
    import tensorflow as tf

    keras.utils.set_random_seed(0)  # el mismo error, el mismo mensaje
    for strength, shape, center in ((0.5, (400, 5), 3.0), (2.0, (3000,), -1.0)):
        # De un tamaño que no se conoce al trazar, como los lotes de fit.
        signature = [tf.TensorSpec([None, *shape[1:]], tf.float32)]
        traced = tf.function(lambda x, strength=strength: function(x, strength),
                             input_signature=signature)  # fmt: skip
        x = tf.fill(shape, center)
        first, second, third = (
            expect.array(
                expect.plain(expect.call(f, x, *more)), "lo que devuelve ruido", shape=shape
            )
            - center
            for f, more in ((function, [strength]), (traced, []), (traced, []))
        )
        if np.array_equal(second, third):
            expect.wrong(
                "Dentro de tf.function, dos llamadas dan lo mismo: el ruido se sorteó al trazar y "
                "se quedó congelado. Pídeselo a tf.random.normal."
                if second.any()
                else "Lo que sale es x, sin ningún ruido."
            )
        for noise in (first, second, third):
            if np.unique(noise.round(5)).size < noise.size / 2:
                expect.wrong(
                    "El mismo ruido se repite en muchos sitios: hace falta un número por cada "
                    "elemento, con la forma de x, tf.shape(x)."
                )
            if abs(noise.mean()) > 0.2 * strength:
                expect.wrong(
                    f"El ruido no tiene media 0: con fuerza {strength}, la media es "
                    f"{noise.mean():.2f}. Súmalo a x, sin cambiar x."
                )
            expect.close(
                float(noise.std()),
                strength,
                "la desviación del ruido",
                tolerance=0.1,
                message=f"Con fuerza {strength}, la desviación del ruido es {noise.std():.2f}: "
                "multiplica por fuerza un ruido de desviación 1.",
            )
            if abs(np.mean(np.abs(noise) < strength) - 0.6827) > 0.06:
                expect.wrong("Ese ruido no es normal: usa tf.random.normal.")


quiz(
    "8.8.A1",
    correct="b",
    why="Sí: la función de pérdida no sabe nada de la multa de L2; la guardan las capas.",
    wrong={
        "a": "Sin eso se pierde el dropout; la multa de L2 seguiría en la pérdida.",
        "c": "La métrica solo mide: no cambia ningún peso.",
        "d": "Sin barajar se aprende de otra manera, pero la regularización sigue en la pérdida.",
    },
    hint="¿Dónde dejan las capas lo que añaden a la pérdida?",
)
quiz(
    "8.8.A2",
    correct="c",
    why="Sí: cada trozo cuenta por su parte de las muestras, y sale el lote entero.",
    wrong={
        "a": "Sumar tres medias da un paso unas tres veces más largo.",
        "b": "Así las dos muestras del último trozo cuentan el doble que las demás.",
    },
    hint="¿Cuánto debe contar cada muestra?",
)
quiz(
    "8.8.A3",
    correct="a",
    why="Sí: cada número de Python nuevo se graba en un grafo nuevo.",
    wrong={
        "b": "El entero ni se calcula: se graba en el grafo como constante.",
        "c": "El lote es un tensor: mientras no cambien su forma ni su tipo, vale el mismo grafo.",
    },
    hint="Mira la segunda fila de la tabla de trazas.",
)
quiz(
    "8.8.A4",
    correct="d",
    why="Sí, y sin ningún aviso: el sorteo fue Python, y Python solo se ejecutó al trazar.",
    wrong={
        "a": "Ojalá fallara: NumPy se puede usar, pero solo se ejecuta al trazar.",
        "b": "Eso pasaría sin tf.function, o sorteando con tf.random.",
        "c": "El grafo no sabe de épocas: sirve mientras no haya que trazar otra vez.",
    },
    hint="¿Cuántos números distintos dio el azar de NumPy?",
)
