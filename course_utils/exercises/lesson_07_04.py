"""Comprobaciones de la lección 7.4, Árboles que tiemblan."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _sums(column, y, cuts, weigh=len):
    for cut in cuts:
        sides = y[column <= cut], y[column > cut]
        yield sum(side.var() * weigh(side) for side in sides)


def _middles(column):
    values = np.unique(column)
    return (values[1:] + values[:-1]) / 2


def _best_cut(column, y, weigh=len):
    cuts = _middles(column)
    return cuts[np.argmin(list(_sums(column, y, cuts, weigh)))]


def _best_value(column, y):
    values = np.unique(column)[:-1]
    return values[np.argmin(list(_sums(column, y, values)))]


def _worst_cut(column, y):
    cuts = _middles(column)
    return cuts[np.argmax(list(_sums(column, y, cuts)))]


def _least(column, y):
    return min(_sums(column, y, _middles(column)))


def _steps(seed, rows, repeated=False):
    """Una medida desordenada y un salto con ruido, con pocos de un lado."""
    rng = np.random.default_rng(seed)
    column = rng.permutation(rows).astype(float)
    if repeated:
        column = rng.integers(0, 8, rows).astype(float)
    return column, np.where(column > 0.7 * column.max(), 5.0, 1.0) + rng.normal(0, 1.5, rows)


@exercise(
    "7.4.1",
    hints=(
        "Los cortes, como en la lección anterior: `valores = np.unique(columna)` y, después, los "
        "puntos medios.",
        "Cada corte hace dos grupos de `y`, los del «sí» y los del «no». De cada uno, su varianza "
        "por cuántos son; y se suman.",
        "\n`valores = np.unique(columna)\n"
        "cortes = (valores[1:] + valores[:-1]) / 2\n"
        "errores = []\n"
        "for corte in cortes:\n"
        "    si, no = y[columna <= corte], y[columna > corte]\n"
        "    errores.append(si.var() * len(si) + no.var() * len(no))\n"
        "return cortes[np.argmin(errores)]`",
    ),
    praise="Cambia la medida de la mezcla, y el mismo algoritmo sirve para números.",
)
def check_best_cut(function):
    expect.computes(
        function,
        "mejor_corte",
        right=_best_cut,
        inputs=[
            (np.array([1.0, 2.0, 3.0, 4.0]), np.array([0.0, 0.0, 0.0, 9.0])),
            # Con un lado de una sola muestra la varianza de ese lado es 0: ahí se ve el peso.
            (np.arange(8.0), np.array([5.0, 1.0, 0.0, 1.0, 8.0, 7.0, 9.0, 8.0])),
            (np.array([2.0, 2.0, 5.0, 5.0, 9.0]), np.array([1.0, 2.0, 8.0, 7.0, 3.0])),
            *(_steps(seed, 30) for seed in range(4)),
            *(_steps(seed, 40, repeated=True) for seed in (4, 5)),
            (np.array([0.1234, 0.2345, 0.3451]), np.array([1.0, 7.0, 7.5])),
        ],
        kind=expect.number,
        mistakes=(
            (
                _best_value,
                "Ese corte es uno de los valores; se pide el punto medio entre un valor y el "
                "siguiente distinto: np.unique los ordena y quita los repetidos.",
            ),
            (_worst_cut, "Ese es el corte con **más** error: se busca el que menos."),
            (_least, "Esa es la suma de errores; se pide el corte que la consigue."),
            (
                lambda column, y: int(np.argmin(list(_sums(column, y, _middles(column))))),
                "Esa es su posición; se pide el corte.",
            ),
            (
                lambda column, y: _best_cut(column, y, lambda side: 1),
                "Sumas las dos varianzas como si los dos grupos fueran iguales de grandes: "
                "multiplica cada una por cuántos son.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. ¿Pruebas todos los puntos medios, y "
        "sumas el error al cuadrado de los dos lados?",
    )


def _left(errors, leaves, alpha):
    return leaves[(errors + alpha * leaves).argmin()]


@exercise(
    "7.4.2",
    hints=(
        "Con arrays, la cuenta de todos a la vez: `errores + alfa * hojas`.",
        "`(errores + alfa * hojas).argmin()` es la posición del de menor coste: con ella se elige "
        "en `hojas`.",
        "\n`costes = errores + alfa * hojas\nreturn hojas[costes.argmin()]`",
    ),
    praise="Cada hoja paga su sitio: la misma idea frena rectas, redes y árboles.",
)
def check_pruning(function):
    errors = np.array([1.2, 0.9, 0.75, 1.3, 0.7, 0.68, 0.72])
    leaves = np.array([1, 2, 3, 4, 5, 8, 12])
    order = np.array([3, 0, 2, 6, 5, 4, 1])
    expect.computes(
        function,
        "hojas_que_quedan",
        right=_left,
        inputs=[
            (errors[order], leaves[order], 0.05),
            (errors, leaves, 0.0),
            (errors, leaves, 0.01),
            (errors[order], leaves[order], 0.2),
            (errors, leaves, 1.0),
            (np.array([0.5, 0.1, 0.3]), np.array([2, 9, 4]), 0.06),
        ],
        kind=expect.integer,
        mistakes=(
            (
                lambda errors, leaves, alpha: int((errors + alpha * leaves).argmin()),
                "Esa es su posición en el array; se pide cuántas hojas tiene.",
            ),
            (
                lambda errors, leaves, alpha: leaves[errors.argmin()],
                "Esas son las hojas del de menor error: falta sumar lo que cuesta cada hoja.",
            ),
            (
                lambda errors, leaves, alpha: leaves[(errors + alpha * leaves).argmax()],
                "Ese es el de **mayor** coste: se pide el de menor.",
            ),
            (
                lambda errors, leaves, alpha: leaves[(errors - alpha * leaves).argmin()],
                "Restas el precio de las hojas; se suma: más hojas, más coste.",
            ),
            (
                lambda errors, leaves, alpha: (errors + alpha * leaves).min(),
                "Ese es el menor coste; se pide cuántas hojas tiene el árbol que lo consigue.",
            ),
            (
                lambda errors, leaves, alpha: leaves[(errors + leaves).argmin()],
                "Sumas las hojas sin multiplicarlas por alfa, su precio.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. El coste de cada uno es "
        "errores + alfa * hojas.",
    )


def _turned(points, radians):
    a, b = points[:, 0], points[:, 1]
    return np.column_stack(
        [a * np.cos(radians) - b * np.sin(radians), a * np.sin(radians) + b * np.cos(radians)]
    )


@exercise(
    "7.4.3",
    hints=(
        "Primero los radianes: `np.radians(grados)`. Las dos columnas son `puntos[:, 0]` y "
        "`puntos[:, 1]`.",
        "`np.column_stack([…, …])` junta las dos columnas nuevas, las de la fórmula.",
        "\n`g = np.radians(grados)\n"
        "a, b = puntos[:, 0], puntos[:, 1]\n"
        "return np.column_stack([a * np.cos(g) - b * np.sin(g),\n"
        "                        a * np.sin(g) + b * np.cos(g)])`",
    ),
    praise="Nada ha cambiado en los datos, salvo desde dónde se miran.",
)
def check_turn(function):
    rng = np.random.default_rng(0)
    expect.computes(
        function,
        "girar",
        right=lambda points, degrees: _turned(points, np.radians(degrees)),
        inputs=[
            (np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 4.0]]), 90),
            (np.array([[1.0, 1.0], [2.0, -1.0], [0.5, 3.0]]), 30),
            (rng.normal(size=(5, 2)), -50),
            (rng.normal(size=(2, 2)), 200),
        ],
        kind=expect.numeric,
        misshapen=lambda result, expected, *given: (
            "Las coordenadas van en columnas, (n, 2), y llegaron en filas: usa np.column_stack."
            if result.shape == expected.shape[::-1]
            else None
        ),
        mistakes=(
            (_turned, "np.cos y np.sin esperan radianes: pasa antes los grados con np.radians."),
            (
                lambda points, degrees: _turned(points, -np.radians(degrees)),
                "Giraste en el sentido del reloj: mira los signos de los dos senos.",
            ),
            (
                lambda points, degrees: _turned(points, np.radians(degrees))[:, ::-1],
                "Las dos columnas están cambiadas: primero la del coseno de a.",
            ),
        ),
        message="{call} no da los puntos girados: repasa los signos y qué coordenada multiplica a "
        "cada seno y cada coseno.",
    )


def _parts(guesses, y):
    mean = guesses.mean(axis=0)
    return ((mean - y) ** 2).mean(), guesses.var(axis=0).mean()


@exercise(
    "7.4.4",
    hints=(
        "La media de lo que predicen todos los árboles, muestra a muestra: "
        "`predicciones.mean(axis=0)`.",
        "La varianza entre árboles de cada muestra es `predicciones.var(axis=0)`; su media, el "
        "segundo número.",
        "\n`media = predicciones.mean(axis=0)\n"
        "comun = ((media - y) ** 2).mean()\n"
        "varianza = predicciones.var(axis=0).mean()\n"
        "return comun, varianza`",
    ),
    praise="Las dos partes suman el error, sin que sobre ni falte nada.",
)
def check_parts(function):
    rng = np.random.default_rng(0)

    def wrong_part(result, expected, guesses, y):
        total = ((guesses - y) ** 2).mean()
        if expect.same(result[0], total):
            return (
                "Lo común no es el error medio de los árboles: es el de **la media** de lo que "
                "predicen."
            )
        return None

    expect.computes(
        function,
        "partes_del_error",
        right=_parts,
        inputs=[
            (np.array([[1.0, 4.0, 2.0], [3.0, 4.0, 8.0]]), np.array([2.0, 1.0, 4.0])),
            *(
                (rng.normal(size=(trees, rows)) + rng.normal(size=rows), rng.normal(size=rows))
                for trees, rows in ((5, 3), (4, 7), (6, 6))
            ),
        ],
        returns="comun, varianza",
        kind=expect.one_number,
        explain=wrong_part,
        mistakes=(
            (
                lambda guesses, y: _parts(guesses, y)[::-1],
                "Van al revés: primero lo común y después la varianza.",
            ),
            (
                lambda guesses, y: (_parts(guesses, y)[0], guesses.var()),
                "Esa varianza mezcla árboles y muestras: se pide la que hay entre árboles en cada "
                "muestra, con axis=0, y luego su media.",
            ),
            (
                lambda guesses, y: (_parts(guesses, y)[0], guesses.var(axis=1).mean()),
                "Esa varianza es entre muestras: entre árboles es axis=0.",
            ),
            (
                lambda guesses, y: (_parts(guesses, y)[0], guesses.std(axis=0).mean()),
                "Eso es la desviación estándar; la varianza es su cuadrado, var.",
            ),
            (
                lambda guesses, y: (
                    abs(guesses.mean(axis=0) - y).mean(),
                    guesses.var(axis=0).mean(),
                ),
                "Lo común va al cuadrado: si no, las dos partes no suman el error.",
            ),
            (
                lambda guesses, y: (
                    ((guesses.mean(axis=0) - y) ** 2).sum(),
                    guesses.var(axis=0).sum(),
                ),
                "Eso son sumas sobre las muestras; se piden medias.",
            ),
        ),
    )


def _problem(seed, noise, rows=60):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-3, 3, (rows, 2))
    return x, np.sin(2 * x[:, 0]) + 0.5 * x[:, 1] + rng.normal(0, noise, rows)


def _scores(x, y, sizes, **options):
    from sklearn.model_selection import cross_val_score
    from sklearn.tree import DecisionTreeRegressor

    options = {"random_state": 0, **options}
    return [
        cross_val_score(DecisionTreeRegressor(min_samples_leaf=n, **options), x, y, cv=5).mean()
        for n in sizes
    ]


def _best_size(x, y, sizes):
    return sizes[int(np.argmax(_scores(x, y, sizes)))]


@exercise(
    "7.4.5",
    hints=(
        "Un ciclo sobre `tamanos`: en cada vuelta, un árbol nuevo y la media de sus cinco notas.",
        "`cross_val_score(DecisionTreeRegressor(random_state=0), x, y, cv=5).mean()` es la nota de "
        "uno sin freno: falta decirle cuántas muestras pide cada hoja.",
        "\n`notas = []\n"
        "for tamano in tamanos:\n"
        "    arbol = DecisionTreeRegressor(min_samples_leaf=tamano, random_state=0)\n"
        "    notas.append(cross_val_score(arbol, x, y, cv=5).mean())\n"
        "return tamanos[np.argmax(notas)]`",
    ),
    praise="El examen sigue cerrado, y el freno ya está elegido.",
)
def check_best_size(function):
    from sklearn.tree import DecisionTreeRegressor

    def memory(x, y, sizes):
        on_train = [
            DecisionTreeRegressor(min_samples_leaf=n, random_state=0).fit(x, y).score(x, y)
            for n in sizes
        ]
        return sizes[int(np.argmax(on_train))]

    expect.computes(
        function,
        "mejor_tamano",
        right=_best_size,
        inputs=[
            (*_problem(1, 0.1), [20, 10, 2, 1]),
            (*_problem(0, 1.0), [1, 3, 8, 20]),
            (*_problem(2, 2.0), [1, 30, 5, 2]),
            (*_problem(3, 0.6), [2, 12, 4, 25]),
            (*_problem(4, 0.4), [9, 1, 3]),
        ],
        kind=expect.integer,
        mistakes=(
            (
                lambda x, y, sizes: int(np.argmax(_scores(x, y, sizes))),
                "Esa es su posición en la lista; se pide el tamaño.",
            ),
            (
                memory,
                "Ese es el que más acierta en los datos con que aprende: gana siempre el que "
                "memoriza. Usa la media de cross_val_score.",
            ),
            (
                lambda x, y, sizes: sizes[int(np.argmin(_scores(x, y, sizes)))],
                "Esa es la nota más **baja**: un R² es mejor cuanto más alto.",
            ),
        ),
        message=lambda x, y, sizes: (
            f"Con los tamaños {sizes} no es el valor pedido: llegó {{result}}. Se pide el de mayor "
            "media de cross_val_score(…, x, y, cv=5), con min_samples_leaf=tamano."
        ),
    )


quiz(
    "7.4.A1",
    correct="c",
    why="La hoja del extremo es un peldaño plano: su respuesta no cambia por mucho que te alejes.",
    wrong={
        "a": "Un árbol no sabe de tendencias: dentro de una hoja responde siempre su media.",
        "b": "Nada le impide responder: baja por sus preguntas y llega a una hoja.",
        "d": "La media de todos sería un árbol sin preguntas; aquí baja hasta una hoja.",
    },
    hint="Mira el extremo derecho de la escalera de la sección 1.",
)

quiz(
    "7.4.A2",
    correct="a",
    why="alfa es el precio de cada hoja: si sube, se quedan las que más error quitan.",
    wrong={
        "b": "Es al revés: cuanto más cuesta una hoja, menos quedan.",
        "c": "El árbol crece igual que siempre; lo que cambia es qué ramas se quitan después.",
        "d": "Eso lo haría un PCA, que es otra cosa.",
    },
    hint="¿Qué multiplica alfa en la fórmula del coste?",
)

quiz(
    "7.4.A3",
    correct="b",
    why="La varianza de un modelo es cuánto se mueven sus respuestas al cambiar la muestra con que "
    "aprende.",
    wrong={
        "a": "Esa es la dispersión de sus predicciones entre unas muestras y otras, que puede ser "
        "como la de los precios.",
        "c": "La semilla solo decide sus empates y sorteos: con ella o sin ella, la varianza está.",
        "d": "Eso es el sesgo; el árbol sin freno peca de lo contrario.",
    },
    hint="¿Qué se cambiaba de un árbol a otro en la figura de los cincuenta?",
)
