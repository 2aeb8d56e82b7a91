"""Comprobaciones de la lección 2.8, de la neurona a la capa."""

import math
from functools import cache, partial
from itertools import pairwise

import numpy as np

from . import expect, penguins
from .core import exercise, quiz


# Tres neuronas sin escalón: lo que dicen no se confunde con lo que dicen otras.
def neurona_a(x1, x2):
    return 2 * x1 - x2 + 0.5


def neurona_b(x1, x2):
    return 3 * x2 - x1


def neurona_c(x1, x2):
    return x1 - 2 * x2 + 2


@exercise(
    "2.8.1",
    hints=(
        "Llama primero a `primera` y a `segunda` con `x1` y `x2`, y guarda lo que dicen.",
        "La última neurona recibe esas dos respuestas, no `x1` y `x2`.",
        "`return ultima(primera(x1, x2), segunda(x1, x2))`",
    ),
    praise="Con OR, NAND y AND, tres neuronas en dos capas hacen lo que ninguna sola puede.",
)
def check_connect(function):
    def right(first, second, last, x1, x2):
        return last(first(x1, x2), second(x1, x2))

    def case(first, second, last, x1, x2):
        return (
            f"Con x1 = {x1} y x2 = {x2}, {first.__name__} dice {first(x1, x2)} y "
            f"{second.__name__} dice {second(x1, x2)}. {last.__name__}, con eso, dice "
            f"{right(first, second, last, x1, x2)}"
        )

    def said(value, name):
        if isinstance(value, (bool, np.bool_)):
            expect.wrong(f"{name} es un booleano: devuelve lo que dice la última neurona.")
        return expect.number(value, name)

    trio = (neurona_a, neurona_b, neurona_c)
    expect.computes(
        function,
        "conectar",
        right=right,
        inputs=[
            (*trio, 1, 2),
            (*trio[::-1], 3, -1),
            (*trio[1:], trio[0], 0.125, 0.5),
            (*trio, 0, 0),
        ],
        kind=said,
        message=lambda *a: f"{case(*a)}, y llegó {{result}}.",
        mistakes=(
            (
                lambda first, second, last, x1, x2: last(x1, x2),
                lambda *a: (
                    f"{case(*a)}. Llegó {a[2](*a[3:])}, que es lo que dice si mira x1 y x2: la "
                    "última mira lo que dijeron las otras dos."
                ),
            ),
            (
                lambda first, second, last, x1, x2: last(second(x1, x2), first(x1, x2)),
                lambda *a: f"{case(*a)}: llegó lo que sale si las recibe en el otro orden.",
            ),
            (
                lambda first, second, last, x1, x2: first(x1, x2),
                lambda first, second, last, x1, x2: second(x1, x2),
                lambda *a: (
                    f"{case(*a)}: llegó lo que dice una de las dos primeras. Falta la última."
                ),
            ),
            (
                lambda first, second, last, x1, x2: (first(x1, x2), second(x1, x2)),
                "Devuelve lo que dicen las dos primeras: falta dárselo a la última.",
            ),
        ),
    )


def _relu_layer(x, w, b):
    return np.maximum(0, x @ w + b)


@exercise(
    "2.8.2",
    hints=(
        "Es la ReLU de una suma con pesos, para todas las muestras a la vez.",
        "Las formas mandan: (muestras, entradas) `@` (entradas, neuronas).",
        "`return np.maximum(0, x @ w + b)`",
    ),
    praise="Una línea, y sirve igual para 4 muestras que para 60 000.",
)
def check_layer(function):
    rng = np.random.default_rng(7)
    expect.computes(
        function,
        "capa",
        right=_relu_layer,
        inputs=[
            (
                rng.normal(size=(n, entries)).round(2),
                rng.normal(size=(entries, neurons)).round(2),
                np.linspace(-0.9, 1.3, neurons).round(2),
            )
            for n, entries, neurons in ((5, 3, 2), (4, 2, 2), (1, 4, 3))
        ],
        kind=expect.array,
        message="La forma es correcta, pero los números no: ReLU de x @ w + b. Cada columna de w "
        "es una neurona.",
        mistakes=(
            (lambda x, w, b: x @ w + b, "Falta la ReLU: los negativos deben quedar en 0."),
            (
                lambda x, w, b: np.maximum(0, x @ w),
                "Falta sumar el sesgo de cada neurona.",
            ),
            (
                lambda x, w, b: np.maximum(0, x @ w) + b,
                "El sesgo se suma antes de la ReLU, no después.",
            ),
            (
                lambda x, w, b: np.maximum(0, x) @ w + b,
                "La ReLU va al final, sobre la suma; no sobre las entradas.",
            ),
            (
                lambda x, w, b: x @ w + b >= 0,
                "Eso es el escalón: se pide ReLU, que deja pasar lo positivo tal cual.",
            ),
        ),
    )


@exercise(
    "2.8.3",
    hints=(
        "Entre cada dos tamaños seguidos hay una capa: recórrelos de dos en dos.",
        "Una capa tiene entradas × neuronas pesos y, además, un sesgo por neurona.",
        "En `for i in range(len(capas) - 1):`, suma `capas[i] * capas[i + 1] + capas[i + 1]`.",
    ),
    praise="[784, 128, 10] son 101 770: los que entrenarás en la lección 4.6.",
)
def check_parameters(function):
    def weights(sizes):
        return sum(a * b for a, b in pairwise(sizes))

    def right(sizes):
        return weights(sizes) + sum(sizes[1:])

    def mistake(wrong, text):
        return wrong, lambda s: f"Con {s} da {wrong(s)} y son {right(s)}: {text}"

    expect.computes(
        function,
        "contar_parametros",
        right=right,
        inputs=[(s,) for s in ([3, 4, 2], [2, 2, 1], [784, 128, 10], [3, 1], [4, 8, 5, 3])],
        message=lambda s: (
            f"Con {s} debe dar {right(s)} y da {{result}}: cada capa tiene entradas × neuronas "
            "pesos, y un sesgo por neurona."
        ),
        mistakes=(
            mistake(weights, "faltan los sesgos, uno por neurona."),
            mistake(
                lambda s: weights(s) + sum(s), "las entradas no son neuronas y no llevan sesgo."
            ),
            mistake(
                lambda s: weights(s) + len(s) - 1,
                "cuentas un sesgo por capa, y es uno por neurona.",
            ),
            mistake(sum, "eso es cuántas entradas y neuronas hay, no cuántas conexiones."),
            mistake(
                lambda s: s[0] * s[1] + s[1],
                "esos son los de la primera capa. Un return dentro del ciclo lo corta ahí.",
            ),
            mistake(math.prod, "multiplicas todos los tamaños: se multiplican de dos en dos."),
        ),
    )


@exercise(
    "2.8.4",
    hints=(
        "`np.exp(z)` hace la exponencial de todo el array.",
        "Después divide ese array entre su propia suma.",
        "`return np.exp(z) / np.exp(z).sum()`",
    ),
    praise="Entran diez números cualesquiera y salen diez probabilidades, en el mismo orden.",
)
def check_softmax(function):
    def softmax(z):
        return np.exp(z) / np.exp(z).sum()

    expect.computes(
        function,
        "softmax",
        right=softmax,
        inputs=[(np.array(z),) for z in ([1.0, 3.0, 0.2], [-2.0, 0.5, 0.5, 4.0, -1.0], [7.0])],
        kind=expect.array,
        message="No son las probabilidades de softmax.",
        mistakes=(
            (np.exp, "Solo está la exponencial: falta dividir entre la suma de todas."),
            (
                lambda z: z / z.sum(),
                "Falta la exponencial: divides las z, que pueden ser negativas.",
            ),
            (
                lambda z: 1 / (1 + np.exp(-z)),
                "Eso es la sigmoide de cada una: no suman 1. Softmax divide entre la suma.",
            ),
            (
                lambda z: np.exp(z) / np.exp(z).max(),
                "Divides entre la mayor: así no suman 1. Divide entre la suma.",
            ),
            (
                lambda z: np.exp(z) / z.sum(),
                "Divides entre la suma de las z: debe ser la de sus exponenciales.",
            ),
            (
                lambda z: softmax(-z),
                "El signo está al revés: la z mayor debe llevarse la probabilidad mayor.",
            ),
        ),
    )


@cache
def _trained_network():
    """Una red como la de la práctica, y pingüinos que no vio."""
    from sklearn.neural_network import MLPClassifier

    measures, species = penguins.scaled()
    x = measures.to_numpy()
    network = MLPClassifier((8,), learning_rate_init=0.01, max_iter=2000, random_state=0)
    return network.fit(x[::2], species[::2]), x[1::2]


@exercise(
    "2.8.5",
    hints=(
        "Son dos capas: primero `h = np.maximum(0, x @ w1 + b1)`, después `z = h @ w2 + b2`.",
        "Softmax por filas: `np.exp(z)`, dividido entre su suma con `axis=1` y `keepdims=True`.",
        "\n`h = np.maximum(0, x @ w1 + b1)\n"
        "e = np.exp(h @ w2 + b2)\n"
        "return e / e.sum(axis=1, keepdims=True)`",
    ),
    praise="No había nada más dentro de la red.",
)
def check_network(function):
    def z(x, w1, b1, w2, b2):
        return _relu_layer(x, w1, b1) @ w2 + b2

    rng = np.random.default_rng(10)
    expect.computes(
        function,
        "red",
        right=lambda *a: _softmax_rows(z(*a)),
        inputs=[
            (
                rng.normal(size=(n, entries)),
                *(rng.normal(size=(entries, hidden)), rng.normal(size=hidden)),
                *(rng.normal(size=(hidden, classes)), rng.normal(size=classes)),
            )
            for n, entries, hidden, classes in ((6, 4, 8, 3), (3, 2, 5, 3), (1, 3, 2, 4))
        ],
        kind=expect.array,
        message="La forma es correcta, pero no son las probabilidades: ReLU en la capa oculta, "
        "softmax de cada fila a la salida.",
        mistakes=(
            (z, "Falta softmax: esas son las z de la última capa, no probabilidades."),
            (
                lambda *a: np.exp(z(*a)),
                "Falta dividir entre la suma de cada fila: las probabilidades deben sumar 1.",
            ),
            (
                lambda *a: np.exp(z(*a)) / np.exp(z(*a)).sum(),
                "Divides entre la suma de todo el array: cada fila debe sumar 1 por su cuenta. "
                "Usa axis=1 y keepdims=True.",
            ),
            (
                lambda *a: _softmax_rows(z(*a).T).T,
                "Divides entre la suma de cada columna: se suman las clases de cada fila, axis=1.",
            ),
            (
                lambda x, w1, b1, w2, b2: _softmax_rows((x @ w1 + b1) @ w2 + b2),
                "Falta la ReLU de la capa oculta: sin ella, las dos capas son una sola.",
            ),
            (
                lambda x, w1, b1, w2, b2: _softmax_rows(z(x, w1, 0, w2, 0)),
                "Faltan los sesgos, b1 y b2.",
            ),
            (lambda *a: _softmax_rows(z(*a[:4], 0)), "Falta el sesgo de la salida, b2."),
            (
                lambda *a: _softmax_rows(np.maximum(0, z(*a))),
                "La ReLU solo va en la capa oculta: a la salida va softmax.",
            ),
        ),
    )
    network, x = _trained_network()
    (w1, w2), (b1, b2) = network.coefs_, network.intercepts_
    result = expect.call(function, x, w1, b1, w2, b2)
    expect.close(
        expect.array(result, "lo que devuelve red"),
        network.predict_proba(x),
        "lo que devuelve red",
        message="Con la red de los pingüinos no da lo mismo que el predict_proba de scikit-learn.",
    )
    return f"Con {len(x)} pingüinos da lo mismo que el predict_proba de scikit-learn."


def _softmax_rows(z):
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


@exercise(
    "2.8.6",
    hints=(
        "La seguridad de la red en cada fila es su probabilidad mayor: `.max(axis=1)`.",
        "De todas esas, se busca la más pequeña. Y se pide su posición: `argmin`.",
        "`return probabilidades.max(axis=1).argmin()`",
    ),
    praise="Saber cuándo duda un modelo sirve para decidir qué casos debe mirar una persona.",
)
def check_most_doubtful(function):
    expect.computes(
        function,
        "mas_dudosa",
        right=lambda p: p.max(axis=1).argmin(),
        inputs=[
            (np.random.default_rng(seed).dirichlet(np.full(classes, 0.6), size=n),)
            for seed, (n, classes) in enumerate(((30, 3), (12, 3), (25, 5)))
        ]
        + [(np.array([[0.5, 0.25, 0.25], [0.45, 0.45, 0.1], [0.9, 0.05, 0.05]]),)],
        kind=partial(
            expect.one_number,
            message="Devuelve un array: se pide una sola posición. max(axis=1) da la seguridad de "
            "cada fila; argmin(), dónde está la menor.",
        ),
        mistakes=(
            (
                lambda p: p.max(axis=1).argmax(),
                "Esa es la fila en la que la red está más segura: se pide la de menos.",
            ),
            (
                lambda p: p.max(axis=1).min(),
                "Eso es la probabilidad: se pide la posición (el índice) de la fila.",
            ),
            (
                lambda p: (p * np.log(p)).sum(axis=1).argmin(),
                lambda p: p.std(axis=1).argmin(),
                lambda p: (p.max(axis=1) - p.min(axis=1)).argmin(),
                lambda p: p.min(axis=1).argmax(),
                "Eso mide la duda de otra manera, con todas las probabilidades de la fila: aquí "
                "cuenta solo la mayor.",
            ),
            (
                lambda p: p.argmin(),
                lambda p: p.min(axis=1).argmin(),
                "Buscas la probabilidad más pequeña de la tabla, y una muy pequeña es señal de "
                "seguridad. Toma primero la mayor de cada fila.",
            ),
        ),
    )


quiz(
    "2.8.A1",
    correct="c",
    why="Los dos unos caen en el mismo sitio: la capa oculta cambia la representación.",
    wrong={
        "a": "No se borra ninguno: siguen siendo cuatro muestras, aunque dos caen en el mismo "
        "sitio.",
        "b": "Cada neurona traza una recta. Lo que cambia es dónde están los puntos.",
        "d": "La última solo traza una recta: las dos primeras las trazó la capa oculta.",
    },
    hint="Vuelve a la figura de la derecha, en la sección 1.",
)

quiz(
    "2.8.A2",
    correct="b",
    why="Una fila por entrada y una columna por neurona: (50, 8) @ (8, 3) da (50, 3).",
    wrong={
        "a": "Esa es la forma de lo que sale: una fila por muestra y una columna por neurona.",
        "c": "Está traspuesta: en x @ w, las filas de w son las entradas.",
        "d": "Esa es la forma de x, lo que llega.",
    },
    hint="Los dos números de dentro del producto tienen que coincidir.",
)

quiz(
    "2.8.A3",
    correct="a",
    why="10 · 5 + 5 en la capa oculta y 5 · 1 + 1 en la salida: 55 + 6.",
    wrong={
        "b": "Son 55 los de la capa oculta; falta la salida, que también aprende.",
        "c": "16 es 10 + 5 + 1: cuenta entradas y neuronas, no las conexiones entre ellas.",
        "d": "Has puesto un sesgo a cada entrada, y las entradas no son neuronas.",
    },
    hint="Dos capas; en cada una, entradas × neuronas pesos y un sesgo por neurona.",
)

quiz(
    "2.8.A4",
    correct="c",
    why="Un producto tras otro es un solo producto: lo que no es lineal lo pone la activación.",
    wrong={
        "a": "Ni más lenta, porque hace menos cuentas, ni igual de capaz: lo viste en el error 2.",
        "b": "Las matrices se multiplican sin problema, y ese es el peligro: nada te avisa.",
        "d": "No hay nada que la lleve a 0: responde, pero solo lo que podría responder una capa.",
    },
    hint="Recuerda el error frecuente 2: `(x @ a) @ c` es `x @ (a @ c)`.",
)
