"""Comprobaciones de la lección 7.12, Anomalías."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _squares(x, mean, covariance):
    gap = x - mean
    return gap @ np.linalg.inv(covariance) * gap


def _mahalanobis(x, mean, covariance):
    return np.sqrt(_squares(x, mean, covariance).sum(axis=1))


@exercise(
    "7.12.1",
    hints=(
        "Lo primero, `resta = x - media`, y la inversa, `np.linalg.inv(covarianza)`.",
        "`resta @ np.linalg.inv(covarianza) * resta` tiene una fila por muestra. Falta sumar cada "
        "fila y la raíz.",
        "\n`resta = x - media\n"
        "inversa = np.linalg.inv(covarianza)\n"
        "return np.sqrt((resta @ inversa * resta).sum(axis=1))`",
    ),
    praise="Es la z de una medida, pero contando con que las medidas van juntas.",
)
def check_mahalanobis(function):
    rng = np.random.default_rng(0)

    def case(rows, columns):
        mix = rng.normal(size=(columns, columns))
        return (
            rng.normal(1, 2, (rows, columns)),
            rng.normal(size=columns),
            mix @ mix.T + np.eye(columns),
        )

    expect.computes(
        function,
        "mahalanobis",
        right=_mahalanobis,
        inputs=[
            (np.array([[3.0, 0.0], [0.0, 3.0], [1.0, 1.0]]), np.zeros(2), np.diag([9.0, 1.0])),
            case(5, 2),
            case(4, 3),
            case(3, 3),
            case(1, 2),
        ],
        kind=expect.row,
        mistakes=(
            (
                lambda x, m, c: _squares(x, m, c).sum(axis=1),
                "Esa es la distancia al cuadrado: falta la raíz.",
            ),
            (
                lambda x, m, c: np.linalg.norm(x - m, axis=1),
                "Esa es la distancia de siempre: la covarianza no interviene.",
            ),
            (
                lambda x, m, c: np.sqrt(np.abs(((x - m) @ c * (x - m)).sum(axis=1))),
                "Multiplicas por la covarianza: es por su inversa.",
            ),
            (
                lambda x, m, c: np.linalg.norm((x - m) / np.sqrt(np.diag(c)), axis=1),
                "Divides cada medida entre su desviación, y así no cuenta que vayan juntas: usa "
                "la inversa de toda la matriz.",
            ),
            (
                lambda x, m, c: np.sqrt(np.abs(_squares(x, m, c).sum(axis=0))),
                "Sumas por columnas: hay una distancia por fila.",
            ),
            (
                lambda x, m, c: np.sqrt(np.abs(_squares(x, m, c).mean(axis=1))),
                "Es la suma de cada fila, no su media.",
            ),
            (
                lambda x, m, c: np.sqrt(np.abs(_squares(x, m, c).sum())),
                "Sumas toda la tabla: hay una distancia por fila.",
            ),
            (
                lambda x, m, c: _mahalanobis(x, np.zeros_like(m), c),
                "Falta restar la media.",
            ),
            (
                lambda x, m, c: np.sqrt(np.abs(((x - m) @ (1 / c) * (x - m)).sum(axis=1))),
                "La inversa de una matriz no es dividir 1 entre cada número: es np.linalg.inv.",
            ),
            (
                lambda x, m, c: np.sqrt(np.abs(_squares(x, m, c))).sum(axis=1),
                "La raíz es lo último: primero se suma cada fila.",
            ),
            (
                lambda x, m, c: _mahalanobis(x, x.mean(axis=0), c),
                "Restas la media de `x`: es la que se recibe en `media`.",
            ),
            (
                lambda x, m, c: _mahalanobis(x, m, np.cov(x.T)),
                "Usas la covarianza de `x`: es la que se recibe en `covarianza`.",
            ),
        ),
        message="{call} no da las distancias pedidas: la raíz de la suma, en cada fila, de "
        "resta @ inversa * resta.",
    )


def _cuts(values, point, draws):
    used = 0
    while values.min() < values.max():
        cut = values.min() + draws[used] * np.ptp(values)
        values = values[(values <= cut) == (point <= cut)]
        used += 1
    return used


def _same_range(values, point, draws):
    """Corta siempre entre el mínimo y el máximo de todos; solo cuenta los que apartan a alguien."""
    low, high, used = values.min(), values.max(), 0
    while values.min() < values.max() and used < len(draws):
        cut = low + draws[used] * (high - low)
        values = values[(values <= cut) == (point <= cut)]
        used += 1
    return used


def _wrong_side(values, point, draws):
    used = 0
    while len(values) and values.min() < values.max():
        cut = values.min() + draws[used] * np.ptp(values)
        values = values[(values <= cut) != (point <= cut)]
        used += 1
    return used


def _lower_side(values, point, draws):
    used = 0
    while values.min() < values.max():
        values = values[values <= values.min() + draws[used] * np.ptp(values)]
        used += 1
    return used


def _upper_side(values, point, draws):
    return _lower_side(-values, -point, 1 - draws)


def _strict(values, point, draws):
    used = 0
    while values.min() < values.max():
        cut = values.min() + draws[used] * np.ptp(values)
        values = values[(values < cut) == (point < cut)]
        used += 1
    return used


def _halves(values, point, draws):
    return _cuts(values, point, np.full(len(draws), 0.5))


def _from_above(values, point, draws):
    return _cuts(values, point, 1 - draws)


def _first_draw(values, point, draws):
    return _cuts(values, point, np.full(len(draws), draws[0]))


@exercise(
    "7.12.2",
    hints=(
        "Se sigue mientras queden valores distintos: `while valores.min() < valores.max():`",
        "El primer corte es `valores.min() + sorteos[0] * np.ptp(valores)`; el segundo usa el "
        "sorteo siguiente. Quédate con los valores que están a su mismo lado que el punto.",
        "\n`usados = 0\n"
        "while valores.min() < valores.max():\n"
        "    corte = valores.min() + sorteos[usados] * np.ptp(valores)\n"
        "    valores = valores[(valores <= corte) == (punto <= corte)]\n"
        "    usados += 1\n"
        "return usados`",
    ),
    praise="Un árbol entero para quedarse a solas con un dato: eso es aislar.",
)
def check_cuts(function):
    rng = np.random.default_rng(63)  # en el primer caso, cada equivocación da otro número
    four = np.array([0.0, 1.0, 2.0, 4.0])

    def case(n, where=3, repeated=0):
        values = rng.normal(size=n).round(2)
        values = np.append(values, np.repeat(values[where], repeated))
        return values, values[where], rng.random(300)

    expect.computes(
        function,
        "cortes",
        right=_cuts,
        inputs=[
            case(25),
            # El primer corte cae justo en el punto.
            (np.array([0.0, 1, 2, 3, 4, 8]), 4.0, np.array([0.5, 0.1, 0.1, 0.1, 0.1, 0.1])),
            (four, 4.0, np.array([0.9, 0.5, 0.5, 0.5])),
            (four, 0.0, np.array([0.5, 0.75, 0.75, 0.25, 0.25])),
            (four, 2.0, np.array([0.5, 0.25, 0.75, 0.25, 0.75])),
            (four, 1.0, np.array([0.0, 0.9, 0.2, 0.6, 0.3])),
            (np.array([3.0, 3.0]), 3.0, np.array([0.5, 0.5])),
            (np.array([5.0]), 5.0, np.array([0.5])),
            case(20, 3),
            case(30, 7, repeated=2),
            case(12, 0),
            case(50, 20),
        ],
        kind=expect.number,
        mistakes=(
            (_strict, "Los iguales que el corte van con los menores: es `<=`."),
            (
                _halves,
                "Cortas siempre por la mitad: el corte cae donde dice cada sorteo.",
            ),
            (
                lambda v, p, s: _cuts(v, p, s) + 1,
                "Cuentas un corte de más: si ya está solo, no se corta.",
            ),
            (
                lambda v, p, s: max(_cuts(v, p, s) - 1, 0),
                "Cuentas un corte de menos.",
            ),
            (
                _same_range,
                "El corte cae entre el mínimo y el máximo del trozo que queda, no de todos los "
                "valores.",
            ),
            (
                _wrong_side,
                _lower_side,
                _upper_side,
                "Te quedas con un lado en el que no siempre está el punto.",
            ),
            (
                _from_above,
                "El corte se cuenta desde el mínimo, y llevas la cuenta desde el máximo.",
            ),
            (_first_draw, "Usas siempre el mismo sorteo: cada corte gasta uno nuevo."),
            (
                lambda v, p, s: len(v),
                "Esos son cuántos valores hay, y no cuántos cortes hicieron falta.",
            ),
        ),
        message="{call} no da los cortes pedidos: llegó {result}. Corta el trozo que queda, "
        "quédate con el lado del punto y para cuando todos sean iguales.",
    )


def _c(n):
    return 2 * (np.log(n - 1) + 0.5772) - 2 * (n - 1) / n


def _forest(mean, n):
    return 2 ** (-mean / _c(n))


@exercise(
    "7.12.3",
    hints=(
        "Primero c, tal como está escrita: `c = 2 * (np.log(n - 1) + 0.5772) - 2 * (n - 1) / n`.",
        "La potencia se escribe con `**`, y el exponente entero va entre paréntesis: "
        "`2 ** (-media / c)`.",
        "\n`c = 2 * (np.log(n - 1) + 0.5772) - 2 * (n - 1) / n\nreturn 2 ** (-media / c)`",
    ),
    praise="Con esa vara se comparan bosques de muestras distintas.",
)
def check_forest(function):
    expect.computes(
        function,
        "rareza_de_bosque",
        right=_forest,
        inputs=[(2.0, 3), (6.5, 64), (np.array([1.0, 3.0, 12.0]), 256), (10.0, 20)],
        kind=expect.number_or_array,
        mistakes=(
            (
                lambda m, n: 2 ** (-m / (_c(n) + 2 * (np.euler_gamma - 0.5772))),
                "Está bien pensado, pero con 0.5772 tal como está en la fórmula: con más cifras "
                "sale otro número.",
            ),
            (lambda m, n: 2 ** (m / _c(n)), "El exponente es negativo: más cortes, menos raro."),
            (lambda m, n: m / _c(n), "Falta elevar 2 a ese número, con signo menos."),
            (lambda m, n: -m / _c(n), "Ese es el exponente: falta elevar 2 a él."),
            (lambda m, n: np.exp(-m / _c(n)), "La base es 2, no e."),
            (
                lambda m, n: 2 ** (-m / (2 * (np.log(n) + 0.5772) - 2 * (n - 1) / n)),
                "El logaritmo es el de n - 1.",
            ),
            (
                lambda m, n: 2 ** (-m / (2 * np.log(n - 1) + 0.5772 - 2 * (n - 1) / n)),
                "El 2 multiplica al paréntesis entero, también a 0.5772.",
            ),
            (
                lambda m, n: 2 ** (-m / (2 * (np.log(n - 1) + 0.5772))),
                "A c le falta restar 2 (n - 1) / n.",
            ),
            (
                lambda m, n: 2 ** (-m / (2 * (np.log2(n - 1) + 0.5772) - 2 * (n - 1) / n)),
                "El logaritmo es el natural: np.log.",
            ),
            (lambda m, n: 2 ** (-m * _c(n)), "La media se divide entre c, no se multiplica."),
            (lambda m, n: 2**-m / _c(n), "Todo el cociente va en el exponente: usa paréntesis."),
            (lambda m, n: 2 ** (-_c(n) / m), "El cociente está al revés: es la media entre c."),
            (
                lambda m, n: -(2 ** (m / _c(n))),
                "El menos va en el exponente, dentro del paréntesis.",
            ),
            (
                lambda m, n: 2 ** (-np.mean(m) / _c(n)),
                "`media` ya es una media: si llega un array, hay una rareza por cada número.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. Calcula c y después 2 elevado a "
        "menos media entre c.",
    )


def _near(table, k):
    return np.sort(table, axis=1)[:, :k].mean(axis=1), table.argsort(axis=1)[:, :k]


def _skipping_one(table, k):
    mean = np.sort(table, axis=1)[:, 1 : k + 1].mean(axis=1)
    return mean / mean[table.argsort(axis=1)[:, 1 : k + 1]].mean(axis=1)


def _mean_of_ratios(table, k):
    mean, neighbours = _near(table, k)
    return (mean[:, np.newaxis] / mean[neighbours]).mean(axis=1)


def _compared(mean, table, k):
    return mean / mean[_near(table, k)[1]].mean(axis=1)


def _local(table, k):
    mean, neighbours = _near(table, k)
    return mean / mean[neighbours].mean(axis=1)


@exercise(
    "7.12.4",
    hints=(
        "Los `k` vecinos de cada fila son los de menor distancia: `tabla.argsort(axis=1)[:, :k]`.",
        "Sus distancias, `np.sort(tabla, axis=1)[:, :k]`, y la media de cada fila. Esas medias, "
        "con los vecinos entre corchetes, son una tabla: la media de cada vecino.",
        "\n`vecinos = tabla.argsort(axis=1)[:, :k]\n"
        "media = np.sort(tabla, axis=1)[:, :k].mean(axis=1)\n"
        "return media / media[vecinos].mean(axis=1)`",
    ),
    praise="Nadie es raro en el vacío: lo es comparado con sus vecinos.",
)
def check_local(function):
    rng = np.random.default_rng(0)

    def table(n):
        points = rng.normal(size=(n, 2)) ** 3
        distances = np.linalg.norm(points[:, None] - points, axis=2)
        np.fill_diagonal(distances, np.inf)
        return distances

    expect.computes(
        function,
        "rareza_local",
        right=_local,
        inputs=[(table(6), 2), (table(9), 3), (table(5), 1), (table(12), 5)],
        kind=expect.row,
        mistakes=(
            (
                lambda t, k: _near(t, k)[0],
                "Esas son las distancias medias: falta dividir entre las de los vecinos.",
            ),
            (
                lambda t, k: _near(t, k)[0] / _near(t, k)[0].mean(),
                "Divides entre la media de todos: es entre la de los k vecinos de cada uno.",
            ),
            (
                lambda t, k: 1 / _local(t, k),
                "El cociente está al revés: más lejos que tus vecinos es más raro.",
            ),
            (
                lambda t, k: _local(t, k + 1),
                "Tomas k + 1 vecinos: con el infinito en la diagonal, nadie se cuenta a sí mismo.",
            ),
            (
                lambda t, k: (
                    np.sort(t, axis=1)[:, k - 1]
                    / np.sort(t, axis=1)[:, k - 1][_near(t, k)[1]].mean(axis=1)
                ),
                "Esa es la distancia al vecino k: se pide la media de las k.",
            ),
            (
                lambda t, k: (
                    _near(t, k)[0]
                    / np.array(
                        [row[others].mean() for row, others in zip(t, _near(t, k)[1], strict=True)]
                    )
                ),
                "Divides cada media entre sí misma: hacen falta las medias de los vecinos, "
                "media[vecinos].",
            ),
            (
                lambda t, k: _near(t, k)[0] / _near(t, k)[0][_near(t, k)[1]].sum(axis=1),
                "De los vecinos se toma la media, no la suma.",
            ),
            (
                lambda t, k: _near(t, k)[0] - _near(t, k)[0][_near(t, k)[1]].mean(axis=1),
                "Es un cociente, no una resta.",
            ),
            (
                _skipping_one,
                "Te saltas uno: con el infinito en la diagonal, la columna 0 ya es un vecino.",
            ),
            (
                _mean_of_ratios,
                "Haces la media de los cocientes: es un cociente, con una media abajo.",
            ),
            (
                lambda t, k: _compared(t.mean(axis=1), t, k),
                lambda t, k: _compared(t[:, :k].mean(axis=1), t, k),
                "Ha entrado el infinito de la diagonal: ordena cada fila y quédate con las `k` "
                "primeras.",
            ),
        ),
        message="{call} no da las rarezas pedidas: tu distancia media a los k vecinos, entre la "
        "media de esa misma cuenta en ellos.",
    )


def _gaps(x, mean, axes):
    return x - ((x - mean) @ axes.T @ axes + mean)


@exercise(
    "7.12.5",
    hints=(
        "La reconstrucción es la de las prendas: `(x - media) @ ejes.T @ ejes + media`.",
        "El error de cada fila: `((x - …) ** 2).mean(axis=1)`.",
        "\n`vuelta = (x - media) @ ejes.T @ ejes + media\nreturn ((x - vuelta) ** 2).mean(axis=1)`",
    ),
    praise="Lo que no se puede volver a dibujar con lo que se ve todos los días, es raro.",
)
def check_rebuilt(function):
    rng = np.random.default_rng(0)

    def case(rows, columns, k):
        axes = np.linalg.svd(rng.normal(size=(columns, columns)))[2][:k]
        return rng.normal(2, 1, (rows, columns)), rng.normal(size=columns), axes

    expect.computes(
        function,
        "rareza_pca",
        right=lambda x, m, e: (_gaps(x, m, e) ** 2).mean(axis=1),
        inputs=[case(6, 4, 2), case(5, 5, 1), case(4, 7, 3)],
        kind=expect.row,
        mistakes=(
            (
                lambda x, m, e: (_gaps(x, m, e) ** 2).mean(axis=0),
                "Haces la media por columnas: hay un error por fila (axis=1).",
            ),
            (
                lambda x, m, e: (_gaps(x, m, e) ** 2).mean(),
                "Haces la media de toda la tabla: hay un error por fila.",
            ),
            (
                lambda x, m, e: (_gaps(x, m, e) ** 2).sum(axis=1),
                "Esa es la suma de los errores al cuadrado: se pide su media.",
            ),
            (
                lambda x, m, e: np.abs(_gaps(x, m, e)).mean(axis=1),
                "Es el error al cuadrado, no en valor absoluto.",
            ),
            (
                lambda x, m, e: np.sqrt((_gaps(x, m, e) ** 2).mean(axis=1)),
                "La raíz sobra: se pide el error cuadrático medio.",
            ),
            (
                lambda x, m, e: _gaps(x, m, e).mean(axis=1),
                "Falta elevar al cuadrado: los errores de un signo y de otro se anulan.",
            ),
            (
                lambda x, m, e: ((x - (x - m) @ e.T @ e) ** 2).mean(axis=1),
                "A la reconstrucción le falta sumar la media.",
            ),
            (
                lambda x, m, e: ((x - x @ e.T @ e) ** 2).mean(axis=1),
                "Falta centrar antes de comprimir, y sumar la media después.",
            ),
            (
                lambda x, m, e: (((x - m) @ e.T) ** 2).mean(axis=1),
                "Esos son los códigos: hay que reconstruir y mirar lo que falta.",
            ),
            (
                lambda x, m, e: (((x - m) @ e.T @ e) ** 2).mean(axis=1),
                "Eso mide lo que se guarda; se pide lo que se pierde.",
            ),
            (
                lambda x, m, e: ((x - (x @ e.T @ e + m)) ** 2).mean(axis=1),
                "Falta restar la media antes de comprimir.",
            ),
            (
                lambda x, m, e: (_gaps(x, x.mean(axis=0), e) ** 2).mean(axis=1),
                "Usas la media de `x`: es la que se recibe en `media`.",
            ),
            (
                lambda x, m, e: np.linalg.norm(_gaps(x, m, e), axis=1),
                "Esa es la norma del error: se pide la media de sus cuadrados.",
            ),
            (
                lambda x, m, e: _gaps(x, m, e).mean(axis=1) ** 2,
                "Primero se eleva al cuadrado y después se hace la media.",
            ),
        ),
        message="{call} no da los errores pedidos: la media, en cada fila, de la resta entre lo "
        "original y lo reconstruido, al cuadrado.",
    )


quiz(
    "7.12.A1",
    correct="b",
    why="Acusa a la fracción que le pediste: dice cuáles van primero, y no cuántas son malas.",
    wrong={
        "a": "Las 50 salen del 0.05 que escribiste tú: con 0.1 habría acusado a 100.",
        "c": "Son las que quedan debajo del corte, y el corte lo pusiste tú.",
        "d": "Sin etiquetas no hay aciertos que contar.",
    },
    hint="¿A cuántos Gentoo acusó cuando no había ninguno colado?",
)

quiz(
    "7.12.A2",
    correct="d",
    why="Con 10 vecinos, los de cada raro son otros raros igual de juntos: su rareza local sale "
    "cerca de 1.",
    wrong={
        "a": "LOF no mide lo lejos que estás de todos: solo de tus vecinos, y son otros raros.",
        "b": "Aprende igual; lo que cambia es con quién se compara cada uno.",
        "c": "Los demás se comparan con sus propios vecinos, que viven como ellos.",
    },
    hint="¿Quiénes son los diez vecinos de uno de esos raros?",
)

quiz(
    "7.12.A3",
    correct="a",
    why="El detector ordena por lo poco que se parece a lo corriente. Si lo malo se parece, hacen "
    "falta etiquetas u otras medidas.",
    wrong={
        "b": "Saldría bien por casualidad, y lo raro de verdad quedaría el último.",
        "c": "Subirlo acusa a más, en el mismo orden: los malos serían los últimos en caer.",
        "d": "Hace lo que dice que hace: ordenar por rareza.",
    },
    hint="Recuerda las zapatillas en la cinta de las sandalias.",
)
