"""Comprobaciones de la lección 4.4, dígitos."""

import numpy as np

from . import expect
from .core import exercise, quiz

PIXELS = 8 * 8


@exercise(
    "4.4.1",
    hints=(
        "`imagenes.reshape(…, 64)` pone cada imagen en una fila. ¿Cuántas filas hacen falta?",
        "`len(imagenes)` dice cuántas hay. Y para pasar de 0–16 a 0–1 se divide.",
        "`return imagenes.reshape(len(imagenes), -1) / 16`",
    ),
    praise="Cada imagen es ahora una fila de 64 números de 0 a 1: lo que espera una capa densa.",
)
def check_flatten(function):
    def flat(images):
        return images.reshape(len(images), PIXELS)

    images = np.random.default_rng(43).integers(0, 17, size=(3, 8, 8)).astype(float)
    images[0, 0, 0] = 16
    expect.computes(
        function,
        "aplanar",
        right=lambda x: flat(x) / 16,
        inputs=[(images,), (np.full((2, 8, 8), 4.0),), (images[1:2],)],
        kind=expect.array,
        mistakes=(
            (
                lambda x: x / 16,
                lambda x: x,
                "Sigue teniendo forma (n, 8, 8): falta desenrollar cada imagen con reshape.",
            ),
            (
                lambda x: x.reshape(PIXELS, -1) / 16,
                lambda x: flat(x).T / 16,
                "Tiene forma (64, n): el primer eje son las imágenes. reshape(n, 64), y no al "
                "revés.",
            ),
            (
                lambda x: x.ravel() / 16,
                "Has unido todas las imágenes en una sola fila: cada una debe tener la suya.",
            ),
            (flat, "Los valores siguen llegando a 16: falta dividirlos."),
            (
                lambda x: flat(x) / 255,
                "Dividiste entre 255: aquí el valor más alto es 16, y debe convertirse en 1.",
            ),
            (
                lambda x: flat(x) / 17,
                "Dividiste entre 17: hay 17 valores posibles, pero el más alto es 16.",
            ),
            (
                lambda x: flat(x.transpose(0, 2, 1)) / 16,
                "Desenrollas por columnas: primero va la fila 0 entera, después la fila 1…",
            ),
            (
                lambda x: flat(x) / x.max(),
                "Con imágenes más oscuras falla: divides entre el máximo de lo que llega. Divide "
                "siempre entre 16.",
            ),
        ),
    )


@exercise(
    "4.4.2",
    hints=(
        "Antes de la fila 1 hay una fila entera: 8 píxeles. ¿Y antes de la fila 2?",
        "Cada fila completa ocupa 8 posiciones; después, se avanza tantas como diga la columna.",
        "`return 8 * fila + columna`",
    ),
    praise="Al desenrollar no se pierde nada: de la posición se vuelve a fila y columna.",
)
def check_position(function):
    def case(text):
        return lambda row, column: f"posicion({row}, {column}){text}"

    expect.computes(
        function,
        "posicion",
        right=lambda row, column: 8 * row + column,
        inputs=[(2, 3), (0, 5), (7, 7), (1, 0), (5, 2)],
        message=case(" no es el valor pedido."),
        mistakes=(
            (
                lambda row, column: 8 * column + row,
                case(": intercambias fila y columna. Lo que se salta son filas enteras."),
            ),
            (
                lambda row, column: 8 * row + column + 1,
                case(": cuenta desde 0, como todo en Python; sobra un 1."),
            ),
            (
                lambda row, column: 8 * (row - 1) + column,
                case(": la primera fila ya es la 0, así que no hay que restarle 1 a la fila."),
            ),
        ),
    )


@exercise(
    "4.4.3",
    hints=(
        "Trabaja sobre una copia: `errores = matriz.copy()`, y pon su diagonal a 0.",
        "`np.fill_diagonal(errores, 0)`, y `errores.argmax()` da la posición desenrollada.",
        "\n`errores = matriz.copy()\n"
        "np.fill_diagonal(errores, 0)\n"
        "real, predicha = divmod(errores.argmax(), len(errores))\n"
        "return real, predicha`",
    ),
    praise="La fila es lo que era y la columna, lo que dijo la red: una confusión con nombre.",
)
def check_worst_confusion(function):
    def place(matrix):
        return np.where(np.eye(len(matrix)), 0, matrix).argmax()

    def right(matrix):
        return divmod(place(matrix), len(matrix))

    def pair(value, name):
        if isinstance(value, (int, np.integer)) and not isinstance(value, bool):
            return value  # quizá la posición: lo dice la tabla
        values = expect.several(value, "real, predicha", "peor_confusion")
        return tuple(int(expect.integer(item, "cada número de peor_confusion")) for item in values)

    def explain(result, expected, matrix):
        size = len(matrix)
        if not isinstance(result, tuple):
            return "peor_confusion debe devolver dos números: return real, predicha."
        if result[0] == result[1]:
            return (
                "Esa casilla está en la diagonal: son aciertos. Se pide la más alta fuera de ella."
            )
        return (
            f"En una matriz de {size}×{size}, la casilla más alta fuera de la diagonal es "
            f"{tuple(map(int, expected))} y tu función dio {result}."
        )

    expect.computes(
        function,
        "peor_confusion",
        right=right,
        inputs=[(matrix,) for matrix in _confusion_matrices()],
        kind=pair,
        unchanged="Tu función cambia la matriz que recibe (fill_diagonal escribe en ella). Trabaja "
        "sobre una copia: matriz.copy().",
        explain=explain,
        mistakes=(
            (
                place,
                "Esa es la posición en la matriz desenrollada: conviértela en fila y columna con "
                "divmod.",
            ),
            (
                lambda matrix: right(matrix)[::-1],
                "Es la casilla correcta con los números al revés: primero la fila (lo real) y "
                "después la columna (lo predicho).",
            ),
            (
                lambda matrix: divmod(place(matrix), 10),
                lambda matrix: (
                    f"Con una matriz de {len(matrix)}×{len(matrix)} falla: divide entre "
                    "len(matriz), no entre 10."
                ),
            ),
            (
                lambda matrix: right(matrix / matrix.sum(axis=1, keepdims=True)),
                "Comparas la parte de cada fila: se pide la casilla con más casos.",
            ),
        ),
    )


def _confusion_matrices():
    rng = np.random.default_rng(43)
    large = rng.integers(0, 4, size=(10, 10))
    np.fill_diagonal(large, 40)
    large[8, 1] = 6
    yield large
    yield np.array([[20, 1, 0], [7, 15, 2], [0, 3, 18]])
    yield np.array([[5, 0], [1, 3]])  # un solo error, de uno
    yield np.array([[9, 0, 1, 2], [0, 4, 1, 6], [3, 1, 8, 0], [0, 2, 1, 7]])
    yield np.array([[50, 0, 6], [1, 2, 1], [0, 1, 9]])  # la parte mayor de una fila es otra casilla


@exercise(
    "4.4.4",
    hints=(
        "`np.sort(probabilidades, axis=1)` ordena cada fila: la más alta queda al final.",
        "Con `ordenadas = np.sort(probabilidades, axis=1)`, la más alta de cada fila es "
        "`ordenadas[:, -1]`, y la segunda, `ordenadas[:, -2]`.",
        "\n`ordenadas = np.sort(probabilidades, axis=1)\n"
        "return ordenadas[:, -1] - ordenadas[:, -2]`",
    ),
    praise="Cerca de 0, la red duda entre dos cifras; cerca de 1, no duda.",
)
def check_margin(function):
    def ordered(table, position):
        return np.sort(table, axis=1)[:, position]

    def one_per_row(value, name):
        if isinstance(value, (float, np.floating)):
            expect.wrong(
                "Devuelve un solo número: se pide un array con un margen por fila, con axis=1."
            )
        return expect.array(value, name)

    rng = np.random.default_rng(43)
    expect.computes(
        function,
        "margen",
        right=lambda p: ordered(p, -1) - ordered(p, -2),
        inputs=[
            (rng.dirichlet(np.full(classes, 0.5), size=n),) for n, classes in ((6, 10), (4, 3))
        ],
        kind=one_per_row,
        unchanged="Tu función cambia la tabla que recibe: tabla.sort() ordena en el sitio. Usa "
        "np.sort(tabla, axis=1), que devuelve una copia.",
        mistakes=(
            (
                lambda p: ordered(p, -1),
                "Eso es la probabilidad más alta: réstale la segunda.",
            ),
            (
                lambda p: ordered(p, -2),
                "Eso es la segunda más alta: se pide la más alta menos ella.",
            ),
            (
                lambda p: ordered(p, -1) - ordered(p, 0),
                "Restas la más baja: se pide restar la segunda.",
            ),
            (
                lambda p: 1 - ordered(p, -1),
                "Eso es 1 menos la más alta: se pide restar la segunda.",
            ),
            (
                lambda p: ordered(p, -2) - ordered(p, -1),
                "Restas al revés: un margen no es negativo.",
            ),
            (
                lambda p: p[:, -1] - p[:, -2],
                "Restas las dos últimas columnas sin ordenar: primero, np.sort(…, axis=1).",
            ),
        ),
    )


def _answers(seed, n, classes=10):
    """Probabilidades inventadas, con dudas de todos los tamaños y sin empates."""
    return np.random.default_rng(seed).dirichlet(np.full(classes, 0.5), size=n)


def _margins(table):
    ordered = np.sort(table, axis=1)
    return ordered[:, -1] - ordered[:, -2]


@exercise(
    "4.4.5",
    hints=(
        "Primero el margen de cada fila, como en 4.4.4; después, las posiciones ordenadas por él.",
        "Con `margenes = …`, `margenes.argsort()` da las posiciones, de la más dudosa a la menos; "
        "`[:cuantas]` se queda con las primeras.",
        "\n`ordenadas = np.sort(probabilidades, axis=1)\n"
        "margenes = ordenadas[:, -1] - ordenadas[:, -2]\n"
        "return margenes.argsort()[:cuantas]`",
    ),
    praise="Esas son las que la red le pasaría a una persona: primero, las que más duda.",
)
def check_to_review(function):
    def order(table):
        return _margins(table).argsort()

    def positions(value, name):
        if isinstance(value, list):
            value = np.array(value)
        return expect.array(value, name)

    expect.computes(
        function,
        "a_revisar",
        right=lambda p, k: order(p)[:k],
        inputs=[
            (_answers(seed, n, classes), k)
            for seed, (n, classes, k) in enumerate(((12, 10, 4), (9, 3, 9), (7, 5, 1), (8, 10, 0)))
        ],
        kind=positions,
        unchanged="Tu función cambia la tabla que recibe: tabla.sort() ordena en el sitio. Usa "
        "np.sort(tabla, axis=1), que devuelve una copia.",
        mistakes=(
            (
                lambda p, k: order(p)[::-1][:k],
                "Esas son las de mayor margen, las que la red tiene más claras: se piden las de "
                "menor.",
            ),
            (
                lambda p, k: np.sort(_margins(p))[:k],
                "Eso son los márgenes: se piden las posiciones de esas imágenes (argsort).",
            ),
            (
                lambda p, k: p.max(axis=1).argsort()[:k],
                "Ordenas por la probabilidad más alta: se pide por el margen, la distancia a la "
                "segunda.",
            ),
            (
                lambda p, k: np.sort(order(p)[:k]),
                "Son esas imágenes, pero en otro orden: la primera debe ser la más dudosa.",
            ),
            (
                lambda p, k: order(p),
                lambda p, k: f"Devuelve las {len(p)} posiciones: se piden solo {k}.",
            ),
        ),
        misshapen=lambda result, expected, p, k: (
            f"Con cuantas={k} se piden {k} posiciones y devuelve un array de forma {result.shape}."
        ),
    )


def _with_help(hits, margins, count):
    fixed = hits.copy()
    fixed[margins.argsort()[:count]] = True
    return fixed.mean()


def _hits_and_margins(seed, n, share=0.6):
    """Aciertos y márgenes sin empates: también se falla sin dudar."""
    rng = np.random.default_rng(seed)
    margins = rng.permutation(n) / n + 0.5 / n
    hits = rng.random(n) < share + (1 - share) * margins / 2
    hits[margins.argsort()[[0, -1]]] = False, False
    return hits, margins


_UNCHANGED = (
    "Tu función cambia el array de aciertos que recibe. Trabaja sobre una copia: aciertos.copy()."
)


@exercise(
    "4.4.6",
    hints=(
        "Las revisadas pasan a estar bien; las demás se quedan como estaban.",
        "Sobre una copia, `bien = aciertos.copy()`, pon `True` en las posiciones de menor margen.",
        "\n`bien = aciertos.copy()\nbien[margenes.argsort()[:cuantas]] = True\nreturn bien.mean()`",
    ),
    praise="La nota de un equipo: lo que la red sabe y lo que sabe que no sabe.",
)
def check_team(function):
    def reviewed(hits, margins, count):
        return hits[margins.argsort()[:count]]

    expect.computes(
        function,
        "exactitud_con_ayuda",
        right=_with_help,
        inputs=[
            (*_hits_and_margins(seed, n), count)
            for seed, (n, count) in enumerate(((23, 7), (20, 0), (15, 15), (31, 8), (12, 1)))
        ],
        kind=expect.one_number,
        unchanged=_UNCHANGED,
        mistakes=(
            (
                lambda h, m, k: round(_with_help(h, m, k) * len(h)),
                "Eso es cuántas salen bien; se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda h, m, k: 100 * _with_help(h, m, k),
                "Eso es un porcentaje; se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda h, m, k: h.mean(),
                "Es la exactitud de la red sola: faltan las que corrige la persona.",
            ),
            (
                lambda h, m, k: _with_help(h, -m, k),
                "Corriges las de mayor margen: se revisan las de menor, las más dudosas.",
            ),
            (
                lambda h, m, k: h.mean() + k / len(h),
                "Sumas todas las revisadas, pero algunas ya estaban bien: solo cuentan las que "
                "estaban mal.",
            ),
            (
                lambda h, m, k: np.delete(h, m.argsort()[:k]).sum() / max(len(h) - k, 1),
                "Quitas las revisadas de la cuenta: las ha hecho el equipo, y están bien.",
            ),
            (
                lambda h, m, k: reviewed(h, m, k).sum() / max(k, 1),
                "Solo miras las revisadas: cuentan todas las imágenes.",
            ),
        ),
    )


@exercise(
    "4.4.7",
    hints=(
        "Prueba con 0, con 1, con 2… y devuelve la primera que llega a la meta.",
        "Dentro de `for cuantas in range(len(aciertos) + 1):`, un `if` con "
        "`exactitud_con_ayuda(aciertos, margenes, cuantas)`.",
        "\n`for cuantas in range(len(aciertos) + 1):\n"
        "    if exactitud_con_ayuda(aciertos, margenes, cuantas) >= meta:\n"
        "        return cuantas`",
    ),
    praise="Una decisión con número: cuánto trabajo humano cuesta la exactitud que se quiere.",
)
def check_how_many(function):
    def fewest(hits, margins, goal):
        return next(k for k in range(len(hits) + 1) if _with_help(hits, margins, k) >= goal)

    def cases():
        for seed, (n, goals) in enumerate(
            ((20, (0.9, 1.0, 0.1)), (32, (0.75, 0.875)), (10, (0.8, 1.0)))
        ):
            hits, margins = _hits_and_margins(seed + 10, n)
            for goal in goals:
                yield hits, margins, goal
        yield np.array([True, True, True]), np.array([0.2, 0.1, 0.3]), 1.0
        # Un fallo sin dudas: hace falta revisarlas todas.
        yield np.array([True, True, False, True]), np.array([0.1, 0.2, 0.9, 0.3]), 1.0

    def explain(result, expected, hits, margins, goal):
        reached = _with_help(hits, margins, max(0, min(int(result), len(hits))))
        if result < expected:
            return (
                f"Con {len(hits)} imágenes y la meta {goal}, dio {result}: revisando esas, la "
                f"exactitud del equipo es {reached:.3f} y no llega."
            )
        return f"Con {len(hits)} imágenes y la meta {goal}, dio {result}: bastan menos, {expected}."

    def count(value, name):
        expect.wrong_when(
            value is None,
            "No devolvió ningún número: con range(len(aciertos) + 1) se llega a revisarlas todas, "
            "y con todas revisadas la exactitud es 1.",
        )
        return expect.integer(value, name)

    expect.computes(
        function,
        "cuantas_hacen_falta",
        right=fewest,
        inputs=cases(),
        kind=count,
        unchanged=_UNCHANGED,
        mistakes=(
            (
                lambda h, m, g: next(
                    k for k in range(len(h) + 2) if k > len(h) or _with_help(h, m, k) > g
                ),
                "Con la exactitud igual a la meta ya basta: usa >=.",
            ),
            (
                lambda h, m, g: next(k for k in range(1, len(h) + 1) if _with_help(h, m, k) >= g),
                "A veces no hace falta revisar ninguna: empieza en 0.",
            ),
            (
                lambda h, m, g: fewest(h, -m, g),
                "Eso sale revisando las de mayor margen: se revisan las de menor.",
            ),
            (
                lambda h, m, g: max(0, int(np.ceil(g * len(h) - 1e-9)) - h.sum()),
                "Cuentas cuántos fallos hay que arreglar, pero entre las revisadas hay también "
                "aciertos: prueba de una en una.",
            ),
        ),
        explain=explain,
    )


quiz(
    "4.4.A1",
    correct="c",
    why="Sí: 19 son dos filas enteras (16 píxeles) y 3 más; divmod(19, 8) da (2, 3).",
    wrong={
        "a": "Es al revés: primero se saltan filas enteras, y 19 entre 8 son 2.",
        "b": "No se pierde nada: el cociente y el resto de dividir entre 8 dicen la fila y la "
        "columna.",
        "d": "Las columnas van de 0 a 7: la 9 ya es de la fila siguiente.",
    },
    hint="Deshaz la cuenta del ejercicio 4.4.2.",
)
quiz(
    "4.4.A2",
    correct="a",
    why="Sí: su margen es 0.02. En la primera ninguna otra cifra llega a 0.10, y el margen pasa de "
    "0.35.",
    wrong={
        "b": "Eso es mirar solo la probabilidad más alta. El margen mira la distancia a la "
        "segunda, y en la primera no hay rival.",
        "c": "El margen no compara con 0.5: compara las dos más altas.",
        "d": "Al usar la red no se sabe cuáles falló: el margen se calcula en todas.",
    },
    hint="Resta en cada una la segunda probabilidad más alta.",
)
quiz(
    "4.4.A3",
    correct="d",
    why="Sí: cada vez que un cambio se decide mirándola, la prueba deja de ser un examen.",
    wrong={
        "a": "Entrenarla de nuevo no borra lo que se aprendió mirando el examen: qué cambio hacer.",
        "b": "Una red no se cansa: con los mismos pesos responde siempre lo mismo.",
        "c": "Las etiquetas no solo se usan al entrenar: también al mirar qué falla, y con eso se "
        "eligió la red.",
    },
    hint="¿Quién ha aprendido algo de esas imágenes, además de la red?",
)
