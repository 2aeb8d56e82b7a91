"""Comprobaciones de la lección 7.2, El truco del núcleo."""

from functools import cache

import numpy as np

from . import expect
from .core import exercise, quiz


def _pairs(seed, n, m, d):
    """Dos grupos de muestras, de distinto tamaño."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.normal(size=(m, d))


def _wrong_shape(result, expected, a, b, *_):
    if result.shape == expected.shape[::-1]:
        return (
            f"La tabla está tumbada: tiene forma {result.shape} y debe ser {expected.shape}, una "
            "fila por muestra del primer array."
        )
    return None


@exercise(
    "7.2.1",
    hints=(
        "`a @ b.T` da de una vez todos los productos escalares, con forma (n, m).",
        "Suma 1 a cada uno y eleva el resultado a `grado`.",
        "`return (a @ b.T + 1) ** grado`",
    ),
    praise="Una potencia en vez de miles de columnas.",
)
def check_polynomial_kernel(function):
    expect.computes(
        function,
        "nucleo_polinomico",
        right=lambda a, b, degree: (a @ b.T + 1) ** degree,
        inputs=((*_pairs(0, 3, 4, 2), 2), (*_pairs(1, 2, 3, 5), 3), (*_pairs(2, 4, 1, 3), 1)),
        kind=expect.numeric,
        misshapen=_wrong_shape,
        mistakes=(
            (
                lambda a, b, degree: (a @ b.T) ** degree,
                "Falta sumar 1 antes de elevar: sin él solo quedan los términos de mayor grado.",
            ),
            (
                lambda a, b, degree: (a @ b.T) ** degree + 1,
                "El 1 se suma antes de elevar, no después.",
            ),
            (
                lambda a, b, degree: (a @ b.T + 1) * degree,
                "Multiplicas por el grado: se eleva, **.",
            ),
            (lambda a, b, degree: a @ b.T + 1, "Falta elevar a grado."),
            (
                lambda a, b, degree: a**degree @ b.T**degree + 1,
                "Elevas cada columna antes de multiplicar: primero va el producto.",
            ),
        ),
    )


def _distances(a, b):
    return ((a[:, np.newaxis] - b[np.newaxis]) ** 2).sum(axis=2)


@exercise(
    "7.2.2",
    hints=(
        "`a[:, np.newaxis] - hitos[np.newaxis]` tiene forma (n, m, columnas): todas las restas.",
        "Eleva al cuadrado y suma en el último eje, `axis=2`; después, `np.exp(-gamma * …)`.",
        "\n`restas = a[:, np.newaxis] - hitos[np.newaxis]\n"
        "return np.exp(-gamma * (restas ** 2).sum(axis=2))`",
    ),
    praise="1 en el propio hito, y hacia 0 al alejarse: tantas columnas nuevas como hitos.",
)
def check_similarity(function):
    expect.computes(
        function,
        "parecido",
        right=lambda a, b, gamma: np.exp(-gamma * _distances(a, b)),
        inputs=((*_pairs(0, 3, 4, 2), 0.3), (*_pairs(1, 5, 2, 3), 1.0), (*_pairs(2, 2, 3, 1), 2.5)),
        kind=expect.numeric,
        misshapen=_wrong_shape,
        mistakes=(
            (
                lambda a, b, gamma: np.exp(gamma * _distances(a, b)),
                "Falta el signo menos: el parecido baja con la distancia.",
            ),
            (
                lambda a, b, gamma: np.exp(-gamma * np.sqrt(_distances(a, b))),
                "La distancia va al cuadrado: no hace falta la raíz.",
            ),
            (lambda a, b, gamma: np.exp(-_distances(a, b)), "Falta multiplicar por gamma."),
            (
                lambda a, b, gamma: np.exp(-_distances(a, b) / gamma),
                lambda a, b, gamma: np.exp(-_distances(a, b) / (2 * gamma**2)),
                "Gamma multiplica a la distancia: con gamma grande, el parecido cae antes.",
            ),
            (
                lambda a, b, gamma: _distances(a, b),
                "Eso son las distancias al cuadrado: falta la exponencial de −gamma por ellas.",
            ),
        ),
    )


@cache
def _votes():
    rng = np.random.default_rng(3)

    def one(n, m):
        alpha = np.where(rng.random(m) < 0.4, 0, rng.uniform(0, 2, m))
        return rng.random((n, m)), alpha, np.where(rng.random(m) < 0.5, 1, -1), rng.normal()

    return one(4, 6), one(5, 3), one(1, 5)


def _one_per_sample(value, name):
    if isinstance(value, (list, tuple)):
        value = expect.row(value, name)
    return expect.numeric(expect.array(value, name, shape=(None,)), name)


@exercise(
    "7.2.3",
    hints=(
        "Cada muestra de entrenamiento vota con `alfa * t`.",
        "`K @ (…)` suma esos votos, cada uno según su parecido. Falta `b`.",
        "`return K @ (alfa * t) + b`",
    ),
    praise="Una votación: por su clase, con su peso y según el parecido.",
)
def check_decision(function):
    expect.computes(
        function,
        "decision",
        right=lambda k, alpha, t, b: k @ (alpha * t) + b,
        inputs=_votes(),
        kind=_one_per_sample,
        mistakes=(
            (
                lambda k, alpha, t, b: k * alpha * t + b,
                "Falta sumar los votos de cada fila: K @ (alfa * t).",
            ),
            (lambda k, alpha, t, b: k @ (alpha * t), "Falta sumar b."),
            (lambda k, alpha, t, b: k @ alpha + b, "Falta t: cada muestra vota por su clase."),
            (lambda k, alpha, t, b: k @ t + b, "Falta alfa, el peso de cada voto."),
            (lambda k, alpha, t, b: k @ (alpha * t) - b, "b se suma, no se resta."),
            (
                lambda k, alpha, t, b: np.sign(k @ (alpha * t) + b),
                "Eso ya es la clase: se pide la función de decisión, antes de mirar su signo.",
            ),
        ),
    )


@cache
def _duals():
    rng = np.random.default_rng(5)

    def one(n):
        x, _ = _pairs(n, n, 1, 2)
        t = np.where(rng.random(n) < 0.5, 1, -1)
        return rng.uniform(0, 1.5, n), t, np.exp(-_distances(x, x))

    return one(5), one(3), one(7)


@exercise(
    "7.2.4",
    hints=(
        "La suma doble es `v @ K @ v`, con `v = alfa * t`.",
        "\n`v = alfa * t\nreturn alfa.sum() - v @ K @ v / 2`",
    ),
    praise="Crece mientras haya una pareja que pueda mejorar.",
)
def check_dual(function):
    def double(alpha, t, k):
        return (alpha * t) @ k @ (alpha * t)

    expect.computes(
        function,
        "dual",
        right=lambda alpha, t, k: alpha.sum() - double(alpha, t, k) / 2,
        inputs=_duals(),
        kind=expect.one_number,
        mistakes=(
            (lambda alpha, t, k: alpha.sum() - double(alpha, t, k), "Falta el medio."),
            (
                lambda alpha, t, k: alpha.sum() + double(alpha, t, k) / 2,
                "La suma doble se resta.",
            ),
            (
                lambda alpha, t, k: alpha.sum() - alpha @ k @ alpha / 2,
                "En la suma doble faltan las clases, t.",
            ),
            (lambda alpha, t, k: -double(alpha, t, k) / 2, "Falta la suma de los alfa."),
            (
                lambda alpha, t, k: alpha.sum() - (alpha * t) @ (alpha * t) / 2,
                "Falta el núcleo K en la suma doble.",
            ),
        ),
    )


@exercise(
    "7.2.5",
    hints=(
        "La distancia entre lo real y lo predicho es `np.abs(y - prediccion)`.",
        "Resta `epsilon`; lo que quede negativo es 0, con `np.maximum(0, …)`.",
        "`return np.maximum(0, np.abs(y - prediccion) - epsilon)`",
    ),
    praise="Un error pequeño no cuesta nada: por eso sobran los puntos de dentro.",
)
def check_tube(function):
    def loss(y, p, epsilon):
        return np.maximum(0, np.abs(y - p) - epsilon)

    expect.computes(
        function,
        "perdida_tubo",
        right=loss,
        inputs=(
            (np.array([1.0, 2.0, 3.0, 4.0, 0.0]), np.array([1.05, 2.875, 1.0, 4.0, 0.625]), 0.5),
            (np.array([-2.0, 5.0]), np.array([1.0, 4.125]), 0.25),
            (np.array([10.0, -1.0, 0.5]), np.array([7.0, 2.0, 0.0]), 2.0),
        ),
        kind=_one_per_sample,
        mistakes=(
            (
                lambda y, p, epsilon: np.abs(y - p) - epsilon,
                "Dentro del tubo se paga 0, nunca menos: falta np.maximum(0, …).",
            ),
            (
                lambda y, p, epsilon: np.maximum(0, y - p - epsilon),
                lambda y, p, epsilon: np.maximum(0, p - y - epsilon),
                "El tubo tiene dos bordes: falta el valor absoluto de la resta.",
            ),
            (lambda y, p, epsilon: np.abs(y - p), "Falta descontar epsilon."),
            (
                lambda y, p, epsilon: np.maximum(epsilon, np.abs(y - p)),
                "Se resta epsilon y se compara con 0; no se compara con epsilon.",
            ),
            (
                lambda y, p, epsilon: np.where(np.abs(y - p) > epsilon, np.abs(y - p), 0),
                "Fuera se paga la distancia al borde del tubo, no al centro: resta epsilon.",
            ),
            (
                lambda y, p, epsilon: loss(y, p, epsilon) ** 2,
                "No se eleva al cuadrado: se paga en línea recta.",
            ),
            (
                lambda y, p, epsilon: loss(y, p, epsilon).sum(),
                lambda y, p, epsilon: loss(y, p, epsilon).mean(),
                "Devuelve un solo número: se pide lo que paga cada muestra.",
            ),
        ),
    )


@cache
def _moons(n, seed):
    from sklearn.datasets import make_moons

    x, y = make_moons(n, noise=0.35, random_state=seed)
    return x[:60], y[:60], x[60:], y[60:]


@exercise(
    "7.2.6",
    hints=(
        "Empieza por `np.zeros((len(Cs), len(gammas)))` y llena cada casilla con dos ciclos.",
        "En cada una, `SVC(C=…, gamma=…).fit(x, y).score(x_valid, y_valid)`.",
        "\n`notas = np.zeros((len(Cs), len(gammas)))\n"
        "for fila, c in enumerate(Cs):\n"
        "    for columna, g in enumerate(gammas):\n"
        "        modelo = SVC(C=c, gamma=g).fit(x, y)\n"
        "        notas[fila, columna] = modelo.score(x_valid, y_valid)\n"
        "return notas`",
    ),
    praise="Una tabla, una mirada, y la prueba sin abrir.",
)
def check_grid(function):
    from sklearn.svm import SVC

    def table(x, y, x_valid, y_valid, costs, gammas):
        return np.array(
            [[SVC(C=c, gamma=g).fit(x, y).score(x_valid, y_valid) for g in gammas] for c in costs]
        )

    def notes(value, name):
        if isinstance(value, list):
            try:
                value = np.array(value, dtype=float)
            except (TypeError, ValueError):
                expect.wrong(f"{name} debe ser una tabla de números, con una fila por C.")
        return expect.numeric(value, name)

    def wrong_shape(result, expected, *_):
        if result.shape == expected.shape[::-1]:
            return "La tabla está tumbada: una fila por C y una columna por gamma."
        return None

    expect.computes(
        function,
        "rejilla",
        right=table,
        inputs=(
            (*_moons(140, 2), (0.05, 1, 50), (0.1, 30)),
            (*_moons(130, 4), (2,), (0.02, 5, 200)),
            (*_moons(140, 6), (0.5, 20), (1, 8)),
        ),
        kind=notes,
        misshapen=wrong_shape,
        mistakes=(
            (
                lambda x, y, _x, _y, *grid: table(x, y, x, y, *grid),
                "Son las notas de entrenamiento: mide con x_valid e y_valid.",
            ),
            (
                lambda x, y, x_valid, y_valid, *grid: table(
                    x_valid, y_valid, x_valid, y_valid, *grid
                ),
                "Entrenas con las de validación: se aprende con x e y.",
            ),
            (
                lambda *a: 1 - table(*a),
                "Son los fallos: se pide la exactitud.",
            ),
        ),
    )


quiz(
    "7.2.A1",
    correct="c",
    why="Sobreajusta, y las dos frenan cuando son pequeñas.",
    wrong={
        "a": "Con más gamma, cada muestra hace una isla más pequeña: más sobreajuste.",
        "b": "Con más C se frena menos: es lo contrario de lo que hace falta.",
        "d": "Con las muestras que ya conoce. Con las nuevas falla casi una de cada tres.",
    },
    hint="¿Hace falta más freno, o menos? ¿Qué hacían C y gamma al subir?",
)
quiz(
    "7.2.A2",
    correct="a",
    why="El núcleo da el producto escalar, y a la SVM no le hace falta nada más.",
    wrong={
        "b": "No las escribe de ninguna manera: con el gaussiano serían infinitas.",
        "c": "No elige columnas: usa todas, sin escribirlas.",
    },
    hint="¿Qué coincidía al comparar las seis columnas con la potencia?",
)
quiz(
    "7.2.A3",
    correct="c",
    why="Su término en f es 0: la frontera la sujetan las demás.",
    wrong={
        "a": "Esa muestra no votaba: sin ella, la suma es la misma.",
        "b": "C es la misma: la solución no cambia al quitar lo que no pesa.",
    },
    hint="Pon un 0 en su sitio en la fórmula de f.",
)
