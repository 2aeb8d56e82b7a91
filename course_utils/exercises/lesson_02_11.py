"""Comprobaciones de la lección 2.11, Repartir la culpa: la retropropagación."""

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz


def _times(factor, function):
    """La función que multiplica por un número, o lo que dé otra, todo lo que devuelve."""

    def multiplied(*a):
        by = factor(*a) if callable(factor) else factor
        return tuple(by * part for part in function(*a))

    return multiplied


def _network(seed, n):
    """Datos y parámetros al azar para una red 2-2-1: x, y, W1, b1, w2, b2."""
    rng = np.random.default_rng(seed)
    parameters = rng.normal(size=(2, 2)), rng.normal(size=2), rng.normal(size=2)
    return rng.normal(size=(n, 2)), rng.normal(size=n), *parameters, float(rng.normal())


def _forward(x, W1, b1, w2, b2):
    h = np.tanh(x @ W1 + b1)
    return h, h @ w2 + b2


def _loss_at(flat, x, y):
    return np.mean((_forward(x, flat[:4].reshape(2, 2), flat[4:6], flat[6:8], flat[8])[1] - y) ** 2)


def _measured(x, y, *parameters, step=1e-5):
    """Los cuatro gradientes por diferencias finitas, sin usar ninguna fórmula."""
    flat = np.concatenate([np.ravel(p) for p in parameters])
    slopes = np.empty(9)
    for i, move in enumerate(np.eye(9) * step):
        slopes[i] = (_loss_at(flat + move, x, y) - _loss_at(flat - move, x, y)) / (2 * step)
    return slopes[:4].reshape(2, 2), slopes[4:6], slopes[6:8], slopes[8]


def _taped(x, y, *parameters):
    """Los cuatro gradientes según TensorFlow."""
    import tensorflow as tf

    variables = [tf.Variable(np.asarray(p)) for p in parameters]
    with tf.GradientTape() as tape:
        h = tf.tanh(tf.matmul(x, variables[0]) + variables[1])
        error = tf.linalg.matvec(h, variables[2]) + variables[3] - y
        loss = tf.reduce_mean(error**2)
    return tuple(gradient.numpy() for gradient in tape.gradient(loss, variables))


def _shaped(*shape):
    """Cómo se exige un parámetro de la red, o su gradiente: con esa forma, o un número."""

    def kind(value, name):
        if shape == ():
            message = f"{name} es un array y debe ser un número: suma lo de todos los ejemplos."
            return expect.one_number(value, name, message)
        if isinstance(value, np.ndarray) and value.ndim == len(shape) + 1:
            expect.wrong(
                f"{name} tiene forma {value.shape} y debe tener {shape}, la de su parámetro: falta "
                "sumar lo de todos los ejemplos (axis=0)."
            )
        return expect.finite(expect.array(value, name, shape=shape), name)

    return kind


def _last_layer(h, y_hat, y):
    delta = 2 * (y_hat - y) / len(y)
    return h.T @ delta, delta.sum()


@exercise(
    "2.11.1",
    hints=(
        "La culpa de cada ejemplo es `delta = 2 * (y_hat - y) / len(y)`, con forma (n,).",
        "En la recta, la derivada de w sumaba error por entrada. Aquí es culpa por entrada, y lo "
        "que entra es `h`.",
        "El producto de matrices multiplica y suma de una vez:\n"
        "`delta = 2 * (y_hat - y) / len(y)\n"
        "return h.T @ delta, delta.sum()`",
    ),
    praise="Es el gradiente de la recta, con h en el lugar de las entradas.",
)
def check_last_layer(function):
    inputs = []
    for seed, n in ((0, 5), (1, 8), (2, 3)):
        x, y, *parameters = _network(seed, n)
        inputs.append((*_forward(x, *parameters), y))
    expect.computes(
        function,
        "ultima_capa",
        right=_last_layer,
        inputs=inputs,
        returns="dw2, db2",
        kind=(_shaped(2), _shaped()),
        mistakes=(
            (_times(-1, _last_layer), "El signo es el contrario: delta es 2 (ŷ − y) / n."),
            (_times(0.5, _last_layer), "Falta el 2 de derivar el cuadrado."),
            (
                _times(lambda h, y_hat, y: len(y), _last_layer),
                "Falta dividir entre n: la pérdida es la media de los ejemplos, no la suma.",
            ),
            (
                _times(lambda h, y_hat, y: 1 / len(y), _last_layer),
                "Divides dos veces entre n: si ya está en delta, después se suma.",
            ),
            (
                lambda *a: (np.full(2, _last_layer(*a)[1]), _last_layer(*a)[1]),
                "dw2 no usa h: la culpa de cada peso es delta por lo que entró por él.",
            ),
        ),
    )


def _backpropagation(x, y, W1, b1, w2, b2, *, slope=lambda h: 1 - h**2, blamed=True):
    """Los cuatro gradientes, con la fórmula; o con una pendiente de la tanh equivocada."""
    h, y_hat = _forward(x, W1, b1, w2, b2)
    delta = 2 * (y_hat - y) / len(y)
    blame = np.outer(delta, w2 if blamed else np.ones(2)) * slope(h)
    return x.T @ blame, blame.sum(axis=0), h.T @ delta, delta.sum()


@exercise(
    "2.11.2",
    hints=(
        "Hacia delante: `h = np.tanh(x @ W1 + b1)` e `y_hat = h @ w2 + b2`. Lo último ya lo "
        "tienes.",
        "La culpa de las ocultas, con `delta = 2 * (y_hat - y) / len(y)`: `culpa = "
        "np.outer(delta, w2) * (1 - h**2)`, con forma (n, 2).",
        "Los pesos, entrada por culpa: `dW1 = x.T @ culpa`. Los sesgos: `db1 = culpa.sum(axis=0)`.",
    ),
    praise="Has escrito la retropropagación.",
)
def check_backpropagation(function):
    def sloped(slope):
        return lambda *a: _backpropagation(*a, slope=slope)

    options = {
        "returns": "dW1, db1, dw2, db2",
        "kind": (_shaped(2, 2), _shaped(2), _shaped(2), _shaped()),
    }
    differs = (
        "{name} no coincide con %s, en una red y unos datos al azar. Repasa el paso que lo "
        "calcula, y los anteriores."
    )
    expect.computes(
        function,
        "retropropagar",
        right=_measured,
        inputs=[_network(seed, n) for seed, n in ((0, 5), (1, 8), (2, 3), (3, 1))],
        unchanged="Tu función cambia los parámetros que recibe: solo debe calcular sus gradientes.",
        message=differs % "las diferencias finitas",
        mistakes=(
            (
                _times(-1, _backpropagation),
                "Todo sale con el signo contrario: delta es 2 (ŷ − y) / n.",
            ),
            (
                _times(0.5, _backpropagation),
                "Todo sale a la mitad: falta el 2 de derivar el cuadrado.",
            ),
            (
                _times(lambda x, *a: len(x), _backpropagation),
                "Sale la suma de los ejemplos: divide delta entre n, que la pérdida es la media.",
            ),
            (
                sloped(np.ones_like),
                "La culpa pasa entera por la tanh: falta multiplicar por su pendiente, 1 - h**2.",
            ),
            (
                sloped(lambda h: 1 - h),
                "La pendiente de la tanh es 1 - h**2: te falta el cuadrado.",
            ),
            (
                sloped(lambda h: 1 - np.tanh(h) ** 2),
                "h ya es el resultado de la tanh: su pendiente es 1 - h**2, sin otra tanh.",
            ),
            (
                sloped(lambda h: h * (1 - h)),
                "h * (1 - h) es la pendiente de la sigmoide; la de la tanh es 1 - h**2.",
            ),
            (
                lambda *a: (_backpropagation(*a)[0].T, *_backpropagation(*a)[1:]),
                "dW1 está traspuesta: la fila es la entrada y la columna, la neurona. Es "
                "x.T @ culpa.",
            ),
            (
                lambda *a: _backpropagation(*a, blamed=False),
                "A las neuronas ocultas la culpa les llega multiplicada por su peso de salida, w2.",
            ),
        ),
        **options,
    )
    expect.computes(
        function,
        "retropropagar",
        right=_taped,
        inputs=[_network(seed, n) for seed, n in ((10, 2), (11, 50))],
        tolerance=1e-5,
        message=differs % "GradientTape, de TensorFlow",
        **options,
    )
    return (
        "Con 4 redes al azar coincide con las diferencias finitas (a menos de 0.000001) y con "
        "otras 2, con GradientTape (a menos de 0.00001)."
    )


@exercise(
    "2.11.3",
    hints=(
        "La desviación de He es la raíz de 2 entre las entradas: `np.sqrt(2 / entradas)`.",
        "Los pesos: `rng.normal(0, np.sqrt(2 / entradas), (entradas, salidas))`; los sesgos, "
        "`np.zeros(salidas)`.",
    ),
    praise="Así empieza una capa ReLU: ni se apaga la señal ni se dispara.",
)
def check_initialization(function):
    expect.function(function, "iniciar_capa")
    for number, (inputs, outputs) in enumerate(((100, 40), (30, 200), (400, 10), (1, 3000))):
        case = f"Con {inputs} entradas y {outputs} salidas"
        rng = np.random.default_rng(number)
        pair = expect.several(expect.call(function, inputs, outputs, rng), "W, b", "iniciar_capa")
        weights = expect.finite(expect.array(pair[0], "W"), "W")
        biases = expect.finite(expect.array(pair[1], "b", shape=(outputs,)), "b")
        if weights.shape != (inputs, outputs):
            expect.wrong(f"{case}, W debe tener forma {(inputs, outputs)}: llegó {weights.shape}.")
        if np.any(biases):
            expect.wrong("Los sesgos empiezan a cero: b debe ser todo ceros.")
        _judge_spread(weights, case)
    rng = np.random.default_rng(0)
    generators = rng, rng, np.random.default_rng(0)
    first, second, again = (expect.call(function, 4, 3, each)[0] for each in generators)
    if np.array_equal(first, second):
        expect.wrong("Dos capas seguidas salen iguales: usa el rng que recibes, no uno nuevo.")
    if not np.array_equal(first, again):
        expect.wrong(
            "Con dos generadores de la misma semilla salen pesos distintos: sácalos del rng que "
            "recibes, y no de np.random."
        )


def _judge_spread(weights, case):
    inputs, outputs = weights.shape
    found, wanted = weights.std(), np.sqrt(2 / inputs)
    error = 0.05 * wanted  # con 3000 números o más, la desviación se estima al 1.3 %
    others = (
        (2 / inputs, "Esa es la varianza de He: la desviación es su raíz."),
        (np.sqrt(2 / outputs), "He divide entre las **entradas**, no entre las salidas."),
        (np.sqrt(2 / (inputs + outputs)), "Esa es la de Glorot: la de He es √(2/entradas)."),
        (np.sqrt(1 / inputs), "Falta el 2, que compensa la mitad que apaga ReLU."),
    )
    if abs(found - wanted) > error:
        for spread, sentence in others:
            if abs(found - spread) < error:
                expect.wrong(sentence)
        expect.wrong(f"{case}, los pesos se desvían {found:.3f} y deben desviarse {wanted:.3f}.")
    if abs(weights.mean()) > 0.1 * wanted:
        expect.wrong(f"La media de los pesos es {weights.mean():.3f} y debe ser 0.")
    # De una normal, el 68 % queda a menos de una desviación; de una uniforme, el 58 %.
    if not 0.64 < np.mean(np.abs(weights) < wanted) < 0.72:
        expect.wrong("La desviación es la de He, pero los pesos no son normales: usa rng.normal.")


GOOD_ERROR = 0.36  # kg; el mejor plano se queda en 0.338


def _penguins():
    """Los mismos pingüinos, en el mismo orden, que separa la lección: z_test, y_test, plano."""
    columns = ["flipper_length_mm", "bill_depth_mm", "body_mass_g"]
    table = load_penguins().dropna(subset=columns)[columns].to_numpy(float)
    table = table[np.random.default_rng(0).permutation(len(table))]
    x, y = table[:, :2], table[:, 2] / 1000
    z = (x - x[:250].mean(axis=0)) / x[:250].std(axis=0)
    ones = np.column_stack([z, np.ones(len(z))])
    plane = np.linalg.lstsq(ones[:250], y[:250], rcond=None)[0]
    return z[250:], y[250:], np.sqrt(np.mean((ones[250:] @ plane - y[250:]) ** 2))


@exercise(
    "2.11.4",
    hints=(
        "Dos ciclos, uno dentro de otro: las épocas y los lotes de `hacer_lotes(250, 32, rng)`.",
        "En cada lote, `for lote in hacer_lotes(250, 32, rng):`, `gradientes = "
        "retropropagar(z_train[lote], y_train[lote], *red)`. El asterisco reparte la lista.",
        "\n`for epoca in range(200):\n"
        "    for lote in hacer_lotes(250, 32, rng):\n"
        "        gradientes = retropropagar(z_train[lote], y_train[lote], *red)\n"
        "        for k in range(4):\n"
        "            red[k] = red[k] - 0.05 * gradientes[k]`",
    ),
    praise="Nueve números, entrenados por un código que es tuyo de principio a fin.",
)
def check_penguin_network(network):
    if not isinstance(network, (list, tuple)) or len(network) != 4:
        expect.wrong("red debe ser la lista de los cuatro parámetros: [W1, b1, w2, b2].")
    kinds = {"W1": _shaped(2, 2), "b1": _shaped(2), "w2": _shaped(2), "b2": _shaped()}
    parameters = [
        kind(part, name) for part, (name, kind) in zip(network, kinds.items(), strict=True)
    ]
    z_test, y_test, plane_error = _penguins()
    error = np.sqrt(np.mean((_forward(z_test, *parameters)[1] - y_test) ** 2))
    if error > 1:
        expect.wrong(
            f"Se equivoca ≈ {error:.2f} kg, más que quien responde siempre la media. ¿La "
            "entrenaste, restando el gradiente, y con z_train (los datos escalados)?"
        )
    if error > GOOD_ERROR:
        expect.wrong(
            f"Se equivoca ≈ {error:.3f} kg y se pide menos de {GOOD_ERROR}. Mira su error con "
            "z_train: si aún baja, da más épocas; si está en una meseta, prueba otra semilla."
        )
    beaten = "Sí" if error < plane_error else "Todavía no"
    return f"Error en prueba ≈ {error:.3f} kg. ¿Mejor que el mejor plano? {beaten}."


quiz(
    "2.11.A1",
    correct="c",
    why="Sí: calcula el gradiente. Qué se hace con él (restar tasa por gradiente) lo decide el "
    "optimizador.",
    wrong={
        "a": "La tasa la eliges tú, mirando la pérdida.",
        "b": "Lo que viaja hacia atrás no son los datos, sino la culpa: las derivadas del error.",
        "d": "No deshace nada: calcula hacia dónde dar el siguiente paso.",
    },
    hint="¿Qué devolvía tu función `retropropagar`?",
)
quiz(
    "2.11.A2",
    correct="c",
    why="Sí: reciben la misma culpa, se mueven lo mismo, y son gemelas para siempre.",
    wrong={
        "a": "El descenso no puede separarlas: a las dos les llega la misma culpa, paso tras paso.",
        "b": "No: los números son corrientes. El problema: todas las neuronas dicen lo mismo.",
    },
    hint="¿Qué imprimió la celda de «a cero», «iguales» y «al azar»?",
)
quiz(
    "2.11.A3",
    correct="a",
    why="Sí: la pendiente de ReLU es 1 en el lado positivo, y He evita que la señal se apague.",
    wrong={
        "b": "Cada capa más multiplica la culpa por otra pendiente, que no pasa de 0.25.",
        "c": "A cero, además de desvanecerse, todas las neuronas de una capa serían gemelas.",
        "d": "Los datos no tienen la culpa: es la cadena de pendientes la que se hace pequeña.",
    },
    hint="Son gradientes que se desvanecen. ¿Qué activación tenía la línea de arriba en la figura?",
)
