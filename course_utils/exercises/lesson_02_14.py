"""Comprobaciones de la lección 2.14, la cocina de TensorFlow."""

from itertools import pairwise

import numpy as np

from ..spanish import counted
from . import expect
from .core import exercise, quiz


@exercise(
    "2.14.1",
    hints=(
        "La cinta solo vigila variables: convierte `x` con `tf.Variable(x)` antes del `with`.",
        "Dentro de `with tf.GradientTape() as cinta:`, calcula `f` en esa variable.",
        "\n`punto = tf.Variable(x)\n"
        "with tf.GradientTape() as cinta:\n"
        "    altura = f(punto)\n"
        "return cinta.gradient(altura, punto)`",
    ),
    praise="Sirve para cualquier f hecha con operaciones de TensorFlow, sin saber su derivada.",
)
def check_slope(function):
    expect.function(function, "pendiente")
    import tensorflow as tf

    calls = []

    def cuadrado(x):
        calls.append(x)
        return x * x + 1.0

    def cubo(x):
        calls.append(x)
        return x * x * x

    def onda(x):
        calls.append(x)
        return tf.sin(x)

    for f, x, height, slope in (
        (cuadrado, 3.0, 10.0, 6.0),
        (cubo, 2.0, 8.0, 12.0),
        (onda, 0.0, 0.0, 1.0),
    ):
        calls.clear()
        result = expect.call(function, f, x)
        case = f"pendiente({f.__name__}, {x})"
        if result is None and calls:
            expect.wrong(
                f"{case} dio None: o falta el return, o la cinta no vigilaba x. Conviértelo antes "
                "con tf.Variable(x)."
            )
        if isinstance(result, tf.Tensor | tf.Variable):
            result = result.numpy()
        result = expect.number(result, "lo que devuelve pendiente")
        if expect.same(result, height):
            expect.wrong(
                f"{case}: eso es f(x), la altura. Se pide la pendiente: "
                "cinta.gradient(altura, punto)."
            )
        if len(calls) > 1:
            expect.wrong(
                f"{case} llama a f {len(calls)} veces: eso son diferencias finitas. Con una cinta "
                "basta una llamada."
            )
        if not calls:
            expect.wrong(f"{case}: tu función no llama a la f que recibe.")
        expect.close(result, slope, case, tolerance=1e-5)


@exercise(
    "2.14.2",
    hints=(
        "Empieza con `salida = x`. Un ciclo recorre todas las capas menos la última, `capas[:-1]`, "
        "y en cada vuelta la cambia.",
        "En cada vuelta, `salida = tf.nn.relu(salida @ … + …)`; la última capa, `capas[-1]`, va "
        "fuera del ciclo y sin ReLU.",
        "\n`salida = x\n"
        "for pesos, sesgos in capas[:-1]:\n"
        "    salida = tf.nn.relu(salida @ pesos + sesgos)\n"
        "pesos, sesgos = capas[-1]\n"
        "return salida @ pesos + sesgos`",
    ),
    praise="Con dos capas, es la red de scores; con veinte, también la sabes calcular.",
)
def check_points(function):
    import tensorflow as tf

    def relu(z):
        return np.maximum(z, 0)

    def forward(x, layers, inner=relu, last=None):
        x = np.asarray(x)
        for i, (w, b) in enumerate(layers):
            x = x @ np.asarray(w) + np.asarray(b)
            activation = last if i == len(layers) - 1 else inner
            x = activation(x) if activation else x
        return x

    rng = np.random.default_rng(0)

    def case(*widths, rows=4):
        layers = [
            (
                tf.constant(rng.normal(size=(a, b)), tf.float32),
                tf.constant(rng.normal(size=b), tf.float32),
            )
            for a, b in pairwise(widths)
        ]
        return tf.constant(rng.normal(size=(rows, widths[0])), tf.float32), layers

    def points(value, name):
        return expect.numeric(
            value.numpy() if isinstance(value, tf.Tensor | tf.Variable) else value, name
        )

    expect.computes(
        function,
        "puntos",
        right=forward,
        inputs=[case(5, 3, 2), case(3, 4, 4, 2, rows=6), case(4, 3, rows=2)],
        kind=points,
        tolerance=1e-4,
        message=lambda x, layers: (
            f"Con {counted(len(layers), 'capa')}, los puntos no son los pedidos: en cada una, "
            "x @ w + b, y ReLU en todas menos en la última."
        ),
        mistakes=(
            (
                lambda x, layers: forward(x, layers, last=relu),
                "La última capa también pasa por ReLU: ahí los puntos negativos se pierden.",
            ),
            (
                lambda x, layers: forward(x, layers, inner=None),
                "Ninguna capa pasa por ReLU: así, todas juntas son una sola cuenta lineal.",
            ),
            (
                lambda x, layers: forward(x, [(w, 0 * b) for w, b in layers]),
                "Faltan los sesgos, + b.",
            ),
        ),
    )


@exercise(
    "2.14.3",
    hints=(
        "Solo los puntos y la pérdida van dentro del `with`; los gradientes y las restas, después.",
        "`cinta.gradient(perdida, [w, b])`, con `with tf.GradientTape() as cinta:` y `perdida = "
        "…` dentro, da los dos gradientes, en el mismo orden.",
        "\n`with tf.GradientTape() as cinta:\n"
        "    perdida = …\n"
        "gradiente_w, gradiente_b = cinta.gradient(perdida, [w, b])\n"
        "w.assign_sub(tasa * gradiente_w)\n"
        "b.assign_sub(tasa * gradiente_b)\n"
        "return perdida`",
    ),
    praise="Un paso de verdad, sin fit: repetido, entrena.",
)
def check_step(function):
    expect.function(function, "paso")
    import tensorflow as tf

    rng = np.random.default_rng(0)
    for rate, n in ((0.5, 20), (0.1, 12)):
        x = rng.normal(size=(n, 3)).astype("float32")
        y = (rng.random((n, 1)) < 0.5).astype("float32")
        w0, b0 = rng.normal(size=(3, 1)).astype("float32"), np.array([0.7], "float32")
        w, b = tf.Variable(w0), tf.Variable(b0)
        z = x @ w0 + b0
        losses = np.log1p(np.exp(-z)) + (1 - y) * z
        slope = (1 / (1 + np.exp(-z)) - y) / n
        gradient_w, gradient_b = x.T @ slope, slope.sum(axis=0)
        result = expect.call(function, w, b, tf.constant(x), tf.constant(y), rate)
        after_w, after_b = w.numpy(), b.numpy()

        for mistaken, message in (
            (
                w0,
                "w no ha cambiado. Cuidado: w = w - … crea otra cosa con el mismo nombre; lo que "
                "corrige la variable es w.assign_sub(…).",
            ),
            (
                w0 + rate * gradient_w,
                "El paso va cuesta arriba: el gradiente se resta, con assign_sub.",
            ),
            (
                w0 - gradient_w,
                "El paso no tiene en cuenta la tasa: multiplica el gradiente por tasa.",
            ),
            (
                w0 - rate * n * gradient_w,
                f"Con {n} muestras, el paso es {n} veces mayor de lo pedido: usa la media de las "
                "pérdidas (tf.reduce_mean), no la suma.",
            ),
            (
                rate * gradient_w,
                "assign pone un valor nuevo; para restar se usa assign_sub.",
            ),
        ):
            if expect.same(after_w, mistaken, 1e-5):
                expect.wrong(message)
        expect.close(
            after_w,
            w0 - rate * gradient_w,
            "w",
            tolerance=1e-4,
            message="w no queda donde debe: w.assign_sub(tasa * gradiente_w), con el gradiente "
            "de la media de las pérdidas.",
        )
        expect.close(
            after_b,
            b0 - rate * gradient_b,
            "b",
            tolerance=1e-4,
            message="w se corrige bien, pero b no ha cambiado: b.assign_sub(tasa * gradiente_b)."
            if np.array_equal(after_b, b0)
            else "w se corrige bien, pero b no: b.assign_sub(tasa * gradiente_b).",
        )
        if isinstance(result, tf.Tensor | tf.Variable):
            result = result.numpy()
        if result is None:
            expect.wrong("w y b se corrigen bien; falta devolver la pérdida media con return.")
        if isinstance(result, np.ndarray) and result.size > 1:
            expect.wrong(
                "w y b se corrigen bien, pero devuelves una pérdida por muestra: se pide la media."
            )
        expect.cases(
            result,
            "lo que devuelve paso",
            losses.mean(),
            kind=expect.number,
            tolerance=1e-4,
            message="w y b se corrigen bien, pero lo que devuelves no es la pérdida media de "
            "antes de corregir.",
        )
    accuracy = _train_neuron(function)
    return f"Con 200 pasos tuyos, una sola neurona acierta ≈ {accuracy:.3f} de las biopsias."


def _train_neuron(step):
    """Exactitud en prueba tras 200 pasos dados por la función del estudiante."""
    import tensorflow as tf
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split

    data = load_breast_cancer()
    x_train, x_test, y_train, y_test = train_test_split(
        data.data, data.target, random_state=0, stratify=data.target
    )
    mean, spread = x_train.mean(axis=0), x_train.std(axis=0)
    w, b = tf.Variable(tf.zeros((x_train.shape[1], 1))), tf.Variable(tf.zeros(1))
    x = tf.constant((x_train - mean) / spread, tf.float32)
    y = tf.constant(y_train[:, np.newaxis], tf.float32)
    for _ in range(200):
        expect.call(step, w, b, x, y, 0.5)
    points = (x_test - mean) / spread @ w.numpy() + b.numpy()
    return np.mean((points[:, 0] > 0) == y_test)


@exercise(
    "2.14.4",
    hints=(
        "Primero las dos variables: `pesos = tf.Variable(tf.zeros((x.shape[1], 1)))` y "
        "`sesgo = tf.Variable(tf.zeros(1))`.",
        "`paso(pesos, sesgo, x, y, tasa)` corrige las variables y devuelve la pérdida: guárdala, "
        "como número, con `float`.",
        "\n`pesos = tf.Variable(tf.zeros((x.shape[1], 1)))\n"
        "sesgo = tf.Variable(tf.zeros(1))\n"
        "perdidas = []\n"
        "for _ in range(veces):\n"
        "    perdidas.append(float(paso(pesos, sesgo, x, y, tasa)))\n"
        "return pesos, sesgo, perdidas`",
    ),
    praise="Eso es fit, en seis líneas: variables, pasos y un historial.",
)
def check_train(function):
    expect.function(function, "entrenar")
    import tensorflow as tf

    rng = np.random.default_rng(0)
    for columns, rate, times in ((3, 0.5, 4), (2, 0.1, 1), (5, 0.25, 7)):
        x = tf.constant(rng.normal(size=(6, columns)), tf.float32)
        y = tf.constant(rng.integers(0, 2, size=(6, 1)), tf.float32)
        step = _StepDown()
        case = f"entrenar(paso, x, y, {rate}, {times})"
        w, b, losses = expect.several(
            expect.call(function, step, x, y, rate, times), "w, b, perdidas", "entrenar"
        )
        if len(step.given) != times:
            expect.wrong(f"{case} da {counted(len(step.given), 'paso')} y se piden {times}.")
        for turn, (*variables, given_x, given_y, given_rate) in enumerate(step.given):
            if given_x is not x or given_y is not y or given_rate != rate:
                expect.wrong("paso recibe, en este orden: w, b, x, y, tasa.")
            for name, value, shape, change in zip(
                "wb", variables, ((columns, 1), (1,)), (-1, 1), strict=True
            ):
                if not isinstance(value, np.ndarray):
                    expect.wrong(f"{name} debe ser una tf.Variable: {expect.arrived(value)}.")
                if value.shape != shape:
                    expect.wrong(f"{name} debe tener forma {shape} y tiene {value.shape}.")
                if value.dtype != np.float32:
                    expect.wrong(
                        f"{name} es {value.dtype} y x, float32: TensorFlow no los mezcla, y un "
                        "paso de verdad fallaría. Crea los ceros con tf.zeros."
                    )
                if turn == 0 and value.any():
                    expect.wrong(f"{name} debe empezar a cero.")
                if (value != turn * change).any():
                    expect.wrong(
                        f"En el paso {turn + 1}, {name} no está como lo dejó el anterior: las "
                        "variables se crean una sola vez."
                    )
        for name, value, end in (("w", w, -times), ("b", b, times)):
            if not isinstance(value, tf.Variable) or (value.numpy() != end).any():
                expect.wrong(f"{case}: {name} no es la variable que corrigieron los pasos.")
        losses = [
            expect.number(loss, "cada una de las pérdidas")
            for loss in expect.listed(losses, "perdidas")
        ]
        if not expect.same(losses, step.losses):
            expect.wrong(
                f"{case}: se piden las pérdidas que devolvió paso, todas y en orden. Eran "
                f"{expect.shown(step.losses)} y llegaron {expect.shown(losses)}."
            )


class _StepDown:
    """Un paso que baja w en uno, sube b en uno, da 1, 1/2, 1/4… y apunta lo que recibe."""

    def __init__(self):
        self.given = []  # de cada paso: w y b antes de corregirlas (si son variables), y lo demás
        self.losses = []

    def __call__(self, w, b, x, y, rate):
        import tensorflow as tf

        before = [v.numpy().copy() if isinstance(v, tf.Variable) else v for v in (w, b)]
        self.given.append((*before, x, y, rate))
        for value, change in ((w, -1), (b, 1)):
            if isinstance(value, tf.Variable):
                value.assign_add(change * tf.ones_like(value))
        self.losses.append(0.5 ** len(self.losses))
        return tf.constant(self.losses[-1])


quiz(
    "2.14.A1",
    correct="d",
    why="Sí: Session es de TensorFlow 1. Desde el 2, tf.constant(2) + tf.constant(3) ya es un 5.",
    wrong={
        "a": "No es un paquete: era parte de TensorFlow 1, y en el 2 no está.",
        "b": "No: tf.function acelera una función; para ver un resultado no hace falta nada.",
        "c": "El orden da igual: en TensorFlow 2 no existe tf.Session.",
    },
    hint="Vuelve al recuadro de la sección 1: ¿qué hizo falta para ver el 5?",
)
quiz(
    "2.14.A2",
    correct="b",
    why="Sí: sin un camino de cuentas, dentro del with, desde la variable hasta la pérdida, no hay "
    "nada que derivar. El caso más corriente: era una constante, o las cuentas quedaron fuera.",
    wrong={
        "a": "Un gradiente cero es un cero. None dice que no hay camino entre la variable y la "
        "pérdida.",
        "c": "La cinta funciona igual con tf.function y sin ella.",
        "d": "La tasa no interviene: se usa después, al corregir.",
    },
    hint="Vuelve al segundo error frecuente: ¿qué tenía de particular la constante?",
)
quiz(
    "2.14.A3",
    correct="c",
    why="Sí: print es de Python, y Python solo pasa por ahí al anotar el grafo. Un lote de otro "
    "tamaño obligaría a anotarlo otra vez.",
    wrong={
        "a": "Así sería sin tf.function. Mira el tercer error frecuente.",
        "b": "Se lee mientras se anota el grafo: en el tercer error frecuente salió.",
        "d": "La pérdida no tiene que ver: cuenta cuántas veces pasa Python por la función.",
    },
    hint="En el tercer error frecuente, ¿cuántas veces pasó Python por la función?",
)
