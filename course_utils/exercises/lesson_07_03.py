"""Comprobaciones de la lección 7.3, Árboles de decisión."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _gini(labels):
    shares = np.bincount(labels) / len(labels)
    return 1 - (shares**2).sum()


def _mix(column, labels, cut):
    side = column <= cut
    share = side.mean()
    return share * _gini(labels[side]) + (1 - share) * _gini(labels[~side])


def _groups(seed, rows, classes=3, columns=None):
    """Medidas con pocos valores distintos, para que haya empates con el corte, y etiquetas."""
    rng = np.random.default_rng(seed)
    size = rows if columns is None else (rows, columns)
    return rng.integers(0, 9, size).astype(float), rng.integers(0, classes, rows)


def _mistaken_mix(combine, below=np.less_equal):
    def mix(column, labels, cut):
        side = below(column, cut)
        return combine(side.mean(), _gini(labels[side]), _gini(labels[~side]))

    return mix


@exercise(
    "7.3.1",
    hints=(
        "Con `lado = columna <= corte`, `etiquetas[lado]` son las de un lado y `etiquetas[~lado]` "
        "las del otro.",
        "`lado.mean()` es la fracción de muestras del primer lado: su peso. El del otro, lo que "
        "falta hasta 1.",
        "\n`lado = columna <= corte\n"
        "peso = lado.mean()\n"
        "return peso * gini(etiquetas[lado]) + (1 - peso) * gini(etiquetas[~lado])`",
    ),
    praise="Con esa cuenta se comparan todas las preguntas: la que menos mezcla deja, gana.",
)
def check_mix(function):
    expect.computes(
        function,
        "mezcla",
        right=_mix,
        inputs=[
            (np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([0, 0, 1, 1, 0]), 1.5),
            (np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([0, 1, 1, 2, 2]), 3.0),
            *((*_groups(seed, rows), 4.0) for seed, rows in ((0, 20), (1, 37), (2, 50))),
        ],
        mistakes=(
            (
                _mistaken_mix(lambda share, yes, no: (yes + no) / 2),
                "Promedias los dos lados como si fueran del mismo tamaño: cada uno pesa según "
                "cuántas muestras tiene.",
            ),
            (
                _mistaken_mix(lambda share, yes, no: yes + no),
                "Sumas los dos índices tal cual: falta que cada uno pese según sus muestras.",
            ),
            (
                _mistaken_mix(lambda share, yes, no: (1 - share) * yes + share * no),
                "Los pesos están cambiados: el de cada lado es su propia fracción de muestras.",
            ),
            (
                _mistaken_mix(lambda share, yes, no: share * yes + (1 - share) * no, np.less),
                "Una muestra igual al corte va con las del «sí»: la pregunta es <=, no <.",
            ),
            (
                lambda column, labels, cut: len(labels) * _mix(column, labels, cut),
                "Falta dividir entre cuántas muestras hay en total.",
            ),
            (
                lambda column, labels, cut: _gini(labels) - _mix(column, labels, cut),
                "Eso es lo que la mezcla baja con la pregunta; se pide la que queda, J.",
            ),
            (
                _mistaken_mix(lambda share, yes, no: yes),
                "Ese es el índice de un solo lado: falta el otro, y el peso de cada uno.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. Suma, de cada lado, su fracción "
        "de muestras por su índice de Gini.",
    )


def _questions(x, labels):
    for j in range(x.shape[1]):
        values = np.unique(x[:, j])
        for cut in (values[1:] + values[:-1]) / 2:
            yield _mix(x[:, j], labels, cut), j, cut


def _best(x, labels):
    return min(_questions(x, labels), key=lambda question: question[0])[1:]


def _best_at_values(x, labels):
    """Con los propios valores como cortes, menos el último, que no deja nada al otro lado."""
    found = [
        (_mix(x[:, j], labels, cut), j, cut)
        for j in range(x.shape[1])
        for cut in np.unique(x[:, j])[:-1]
    ]
    return min(found, key=lambda question: question[0])[1:]


def _separated(column, seed, shift=10.0, rows=24):
    """Un problema con una pregunta mejor que las demás, en la columna que se diga."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(rows, 3)).round(2)
    labels = np.arange(rows) % 2
    labels[:3] = [1, 0, 1]
    x[:, column] += shift * labels
    return x, labels


@exercise(
    "7.3.2",
    hints=(
        "Dos ciclos, uno dentro de otro: las columnas, y en cada una sus cortes. Guarda la menor "
        "mezcla vista y de qué pregunta era.",
        "`for j in range(x.shape[1]):` y, dentro, `for corte in cuts_of(x[:, j]):`.",
        "\n`menor = np.inf\n"
        "for j in range(x.shape[1]):\n"
        "    for corte in cuts_of(x[:, j]):\n"
        "        esta = split_mix(x[:, j], etiquetas, corte)\n"
        "        if esta < menor:\n"
        "            menor, columna, mejor = esta, j, corte\n"
        "return columna, mejor`",
    ),
    praise="Acabas de escribir el paso que se repite en cada nodo de un árbol.",
)
def check_best_question(function):
    def other_column(result, expected, x, labels):
        if result[0] != expected[0]:
            return (
                f"Elegiste la columna {result[0]} y la mejor pregunta está en la {expected[0]}. "
                "¿Comparas con la menor mezcla de todas las columnas, o empiezas de nuevo en cada "
                "una?"
            )
        return (
            f"La columna es esa, pero el corte no: llegó {result[1]:.4g} y la mejor pregunta corta "
            f"en {expected[1]:.4g}. ¿Pruebas todos los puntos medios, y te quedas con el menor?"
        )

    expect.computes(
        function,
        "mejor_pregunta",
        right=_best,
        inputs=[
            *(_separated(column, column) for column in (1, 0, 2)),
            *(_groups(seed, 30, columns=columns) for seed, columns in ((3, 2), (4, 4), (5, 3))),
            # Empatan el primer corte y el último, y las dos columnas, que son iguales.
            (np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0], [4.0, 4.0]]), np.array([0, 1, 1, 0])),
            (np.array([[5.0, 1.0], [5.0, 2.0], [5.0, 3.0]]), np.array([0, 0, 1])),
        ],
        returns="columna, corte",
        kind=(expect.integer, expect.real),
        explain=other_column,
        mistakes=(
            (
                _best_at_values,
                "Usas como corte uno de los valores; se pide el punto medio entre ese y el "
                "siguiente.",
            ),
            (
                lambda x, labels: _best(x, labels)[::-1],
                "Van al revés: primero la posición de la columna y después el corte.",
            ),
            (
                lambda x, labels: max(_questions(x, labels), key=lambda each: each[0])[1:],
                "Esa es la pregunta que **más** mezcla deja: se busca la que menos.",
            ),
            (
                lambda x, labels: _best(x[:, :1], labels),
                "Esa es la mejor de la primera columna: faltan las demás. ¿Está el return dentro "
                "del ciclo?",
            ),
            (
                lambda x, labels: min(_questions(x, labels), key=lambda q: (q[0], -q[1], -q[2]))[
                    1:
                ],
                "Hay un empate, y elegiste la última de las que empatan: quédate con la primera "
                "(compara con <, no con <=).",
            ),
        ),
    )


def _entropy(labels, log=np.log2):
    shares = np.bincount(labels) / len(labels)
    shares = shares[shares > 0]
    return -(shares * log(shares)).sum()


@exercise(
    "7.3.3",
    hints=(
        "Las fracciones, como en `gini`: `np.bincount(etiquetas) / len(etiquetas)`.",
        "Después, una máscara: en la suma solo entran las fracciones mayores que cero.",
        "\n`fracciones = np.bincount(etiquetas) / len(etiquetas)\n"
        "fracciones = fracciones[fracciones > 0]\n"
        "return -(fracciones * np.log2(fracciones)).sum()`",
    ),
    praise="Es la misma cuenta que mide cuánto se puede comprimir un archivo.",
)
def check_entropy(function):
    def bits(value, name):
        if isinstance(value, float | np.floating) and np.isnan(value):
            expect.wrong(
                "Llegó nan: con una clase ausente la cuenta hace 0 · log2(0), que no existe. "
                "Quédate con las fracciones mayores que 0."
            )
        return expect.one_number(value, name)

    expect.computes(
        function,
        "entropia",
        right=_entropy,
        inputs=[
            (np.array([0, 1]),),
            (np.array([0, 0, 0, 1]),),
            (np.array([0, 1, 2, 3]),),
            (np.array([0, 1, 1, 2, 2, 2, 2]),),
            (np.array([0, 0, 2]),),
            (np.array([1, 1, 1]),),
        ],
        kind=bits,
        mistakes=(
            (
                lambda labels: -_entropy(labels),
                "Salió con el signo cambiado: la entropía nunca es negativa. Falta el menos.",
            ),
            (
                lambda labels: _entropy(labels, np.log),
                "Usas el logaritmo natural: en bits, el logaritmo es en base 2, np.log2.",
            ),
            (
                lambda labels: _entropy(labels, np.log10),
                "Usas el logaritmo en base 10: en bits es en base 2, np.log2.",
            ),
            (_gini, "Eso es el índice de Gini; la entropía lleva logaritmos."),
            (
                lambda labels: (
                    -(np.log2(np.bincount(labels)[np.bincount(labels) > 0] / len(labels))).sum()
                ),
                "Falta multiplicar cada logaritmo por su fracción.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. Suma, de cada clase presente, su "
        "fracción por el log2 de su fracción, y cambia el signo.",
    )


def _leaf_counts(leaves, labels, leaf, classes):
    return np.bincount(labels[leaves == leaf], minlength=classes)


@exercise(
    "7.3.4",
    hints=(
        "Primero, las etiquetas de las muestras de esa hoja: `etiquetas[hojas == hoja]`.",
        "`np.bincount(etiquetas[hojas == hoja], minlength=clases)` las cuenta, con un 0 para las "
        "que no están.",
        "\n`dentro = etiquetas[hojas == hoja]\n"
        "return np.bincount(dentro, minlength=clases) / len(dentro)`",
    ),
    praise="No hay más misterio: una probabilidad de un árbol es contar en una hoja.",
)
def check_probabilities(function):
    rng = np.random.default_rng(0)
    leaves = rng.choice([2, 3, 5, 6], 40)
    labels = np.where(leaves == 2, 0, rng.integers(0, 3, 40))
    few = np.array([1, 1, 1, 2, 2]), np.array([0, 0, 1, 1, 1])

    def shorter(result, expected, *given):
        return (
            f"Devuelves {len(result)} fracciones y hay {len(expected)} clases: las que no están en "
            "la hoja también se piden, con un 0. Mira minlength, en np.bincount."
            if result.ndim == 1 and len(result) < len(expected)
            else None
        )

    expect.computes(
        function,
        "probabilidades",
        right=lambda leaves, labels, leaf, classes: (
            _leaf_counts(leaves, labels, leaf, classes) / (leaves == leaf).sum()
        ),
        inputs=[
            *((leaves, labels, leaf, 3) for leaf in (3, 5, 6, 2)),
            (*few, 1, 2),
            (*few, 2, 4),
        ],
        kind=expect.row,
        misshapen=shorter,
        mistakes=(
            (
                _leaf_counts,
                "Eso es cuántas hay de cada clase: falta dividir entre las muestras de la hoja.",
            ),
            (
                lambda leaves, labels, leaf, classes: (
                    _leaf_counts(leaves, labels, leaf, classes) / len(labels)
                ),
                "Divides entre todas las muestras: es entre las que cayeron en esa hoja.",
            ),
            (
                lambda leaves, labels, leaf, classes: (
                    np.bincount(labels, minlength=classes) / len(labels)
                ),
                "Esas son las fracciones de todas las muestras: cuenta solo las de esa hoja.",
            ),
            (
                lambda leaves, labels, leaf, classes: (
                    _leaf_counts(leaves, labels, leaf, classes)
                    / np.bincount(labels, minlength=classes)
                ),
                "Divides entre cuántas hay de cada clase: es entre las muestras de la hoja.",
            ),
        ),
        message="{call} no da las fracciones de esa hoja: deben sumar 1.",
    )


def _simplest(scores, leaves, margin):
    return min(n for score, n in zip(scores, leaves, strict=True) if score >= max(scores) - margin)


@exercise(
    "7.3.5",
    hints=(
        "El mínimo que se admite es `max(aciertos) - margen`.",
        "`zip(aciertos, hojas)` da las parejas: quédate con las hojas de las que llegan al mínimo.",
        "\n`minimo = max(aciertos) - margen\n"
        "valen = [h for a, h in zip(aciertos, hojas) if a >= minimo]\n"
        "return min(valen)`",
    ),
    praise="Una regla fijada antes de mirar: así se elige sin hacerse trampas.",
)
def check_simplest(function):
    expect.computes(
        function,
        "el_mas_sencillo",
        right=_simplest,
        inputs=[
            ([0.80, 0.81, 0.82, 0.805, 0.70], [32, 64, 16, 6, 2], 0.03),
            ([0.5, 0.75, 0.625, 0.25], [4, 16, 8, 2], 0.25),
            ([0.60, 0.90, 0.50], [4, 16, 8], 0.0),
            ([0.81, 0.80, 0.82], [30, 20, 10], 0.05),
            ([0.30, 0.40, 0.35], [3, 9, 5], 0.5),
        ],
        kind=expect.integer,
        mistakes=(
            (
                lambda scores, leaves, margin: leaves[int(np.argmax(scores))],
                "Esas son las hojas del que más acierta: busca otro más pequeño que no pierda más "
                "que el margen.",
            ),
            (
                lambda scores, leaves, margin: min(leaves),
                "Ese es el más pequeño de todos, acierte lo que acierte: falta exigirle el mínimo.",
            ),
            (
                lambda scores, leaves, margin: next(
                    n
                    for score, n in zip(scores, leaves, strict=True)
                    if score >= max(scores) - margin
                ),
                "{call}: ese es el primero que vale, y las listas pueden venir en cualquier orden. "
                "Se pide el de menos hojas.",
            ),
            (
                lambda scores, leaves, margin: max(
                    n
                    for score, n in zip(scores, leaves, strict=True)
                    if score >= max(scores) - margin
                ),
                "Ese es el más grande de los que valen: se pide el más pequeño.",
            ),
            (
                lambda scores, leaves, margin: leaves.index(_simplest(scores, leaves, margin)),
                "Esa es su posición en la lista; se pide cuántas hojas tiene.",
            ),
            (
                lambda scores, leaves, margin: min(
                    n
                    for score, n in zip(scores, leaves, strict=True)
                    if score > max(scores) - margin
                ),
                "{call}: perder exactamente el margen se admite. Compara con >=.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. De los que llegan a "
        "max(aciertos) - margen, el de menos hojas.",
    )


quiz(
    "7.3.A1",
    correct="b",
    why="Las probabilidades son las fracciones de la hoja: 6 de 8 son 0.75, y responde la clase "
    "mayor.",
    wrong={
        "a": "La hoja responde B, pero guarda cuántas había de cada clase, y no todas eran B.",
        "c": "Dentro de una hoja, todos los puntos reciben lo mismo: el árbol no mide distancias.",
        "d": "Nada se sortea al responder: predict da siempre la clase más numerosa de la hoja.",
    },
    hint="Las probabilidades de un árbol salen de contar en la hoja.",
)

quiz(
    "7.3.A2",
    correct="c",
    why="Es codicioso: la mejor pregunta de ahora puede llevar a un árbol peor que otra que, de "
    "momento, mezcla más.",
    wrong={
        "a": "Si no se le pide otra cosa, prueba todos los cortes de todas las columnas.",
        "b": "El índice hace bien su trabajo; con la entropía pasa lo mismo.",
        "d": "Un corte deja los mismos puntos a cada lado en cualquier unidad: no hace falta.",
    },
    hint="¿Qué se comparaba en la sección 3: una pregunta, o el árbol entero?",
)

quiz(
    "7.3.A3",
    correct="a",
    why="Memoriza: necesita un freno, y cuánto frenar lo dicen datos que no vio.",
    wrong={
        "b": "Cambian algunas preguntas, pero responde casi lo mismo: seguirá memorizando.",
        "c": "A un árbol, la escala le da igual.",
        "d": "Ya lo acierta todo en entrenamiento: crecer más solo es memorizar más.",
    },
    hint="¿Qué le sobra a un árbol que acierta todo lo que ya vio?",
)
