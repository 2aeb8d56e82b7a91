"""Comprobaciones de la lección 7.9, Agrupar sin respuestas."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _squares(x, centres):
    """La distancia al cuadrado de cada muestra (fila) a cada centro (columna)."""
    return ((x[:, np.newaxis] - centres) ** 2).sum(axis=2)


def _sample(seed, n, centres, features):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, features)) * 2, rng.normal(size=(centres, features))


@exercise(
    "7.9.1",
    hints=(
        "`diferencias` tiene forma (muestras, centros, medidas). Al cuadrado, y sumada en el "
        "último eje, da la tabla de distancias: `(diferencias ** 2).sum(axis=2)`.",
        "De la tabla, `.argmin(axis=1)` da, en cada fila, la columna del menor.",
        "`return (diferencias ** 2).sum(axis=2).argmin(axis=1)`",
    ),
    praise="La raíz no hace falta: no cambia cuál es el menor.",
)
def check_assign(function):
    expect.computes(
        function,
        "asignar",
        right=lambda x, centres: _squares(x, centres).argmin(axis=1),
        inputs=[
            *(_sample(*sizes) for sizes in ((0, 12, 3, 2), (1, 9, 4, 3), (2, 5, 5, 1))),
            (np.array([[0.0, 0.0], [5.0, 5.0]]), np.array([[3.0, 3.0], [0.0, 4.1]])),
            _sample(3, 4, 4, 4),
            # Otra suma de valores absolutos que de cuadrados.
            (np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([[2.0, 2.0], [0.0, 3.5], [9.0, 9.0]])),
        ],
        kind=expect.row,
        mistakes=(
            (
                _squares,
                lambda x, centres: np.sqrt(_squares(x, centres)),
                "Esa es la tabla de distancias: falta decir, en cada fila, cuál es la menor.",
            ),
            (
                lambda x, centres: _squares(x, centres).min(axis=1),
                lambda x, centres: np.sqrt(_squares(x, centres).min(axis=1)),
                "Esa es la distancia al más cercano: se pide su posición, con argmin.",
            ),
            (
                lambda x, centres: _squares(x, centres).argmin(axis=0),
                "Eso dice qué muestra está más cerca de cada centro: es el otro eje.",
            ),
            (
                lambda x, centres: _squares(x, centres).argmax(axis=1),
                "Ese es el centro más lejano.",
            ),
            (
                lambda x, centres: np.abs((x[:, np.newaxis] - centres).sum(axis=2)).argmin(axis=1),
                lambda x, centres: (x[:, np.newaxis] - centres).sum(axis=2).argmin(axis=1),
                "Sin el cuadrado, las diferencias de un signo y de otro se anulan.",
            ),
            (
                lambda x, centres: np.abs(x[:, np.newaxis] - centres).sum(axis=2).argmin(axis=1),
                "Sumas valores absolutos: la distancia de siempre suma cuadrados.",
            ),
            (
                lambda x, centres: _squares(x, centres).argmin(axis=1) + 1,
                "Las posiciones empiezan en 0.",
            ),
            (
                lambda x, centres: ((x[:, np.newaxis] - centres) ** 2).sum(axis=1).argmin(axis=1),
                "Sumas los centros entre sí: las medidas están en el último eje, axis=2.",
            ),
            (
                lambda x, centres: centres[_squares(x, centres).argmin(axis=1)],
                "Esas son las coordenadas de cada centro: se pide su posición.",
            ),
            (
                lambda x, centres: _squares(x, centres).argmin(),
                "Sale un solo número: el menor se busca en cada fila, con axis=1.",
            ),
        ),
        message="{call} no da el centro más cercano a cada muestra.",
    )


def _moved(x, groups, centres, summary=np.mean):
    return np.array(
        [
            summary(x[groups == k], axis=0) if (groups == k).any() else old
            for k, old in enumerate(centres)
        ]
    )


def _one_number(x, groups, centres):
    return np.array(
        [
            np.full(old.shape, x[groups == k].mean()) if (groups == k).any() else old
            for k, old in enumerate(centres)
        ]
    )


def _halfway(x, groups, centres):
    return (_moved(x, groups, centres) + centres) / 2


def _with_zeros(x, groups, centres):
    return np.array(
        [
            x[groups == k].mean(axis=0) if (groups == k).any() else 0 * old
            for k, old in enumerate(centres)
        ]
    )


@exercise(
    "7.9.2",
    hints=(
        "`nuevos` empieza igual que los centros: cambia en él solo los que tienen a alguien, y "
        "devuélvelo.",
        "Las del grupo `0` son `x[grupos == 0]`. Su media, medida a medida: `.mean(axis=0)`. "
        "Y si no hay ninguna, `(grupos == 0).any()` es False.",
        "\n`for j in range(len(centros)):\n"
        "    if (grupos == j).any():\n"
        "        nuevos[j] = x[grupos == j].mean(axis=0)\n"
        "return nuevos`",
    ),
    praise="Con asignar y mover tienes k-means: solo falta repetir.",
)
def check_move(function):
    def places(value, name):
        each = value if isinstance(value, list | tuple) else [value]
        if any(
            isinstance(part, np.ndarray) and part.dtype.kind == "f" and np.isnan(part).any()
            for part in each
        ):
            expect.wrong(
                "Llegó nan: hay un centro sin ninguna muestra, y la media de nada no existe. Ese "
                "se queda donde estaba."
            )
        if isinstance(value, list | tuple):
            value = np.array([expect.row(part, f"cada centro de {name}") for part in value])
        return expect.numeric(value, name)

    def fewer(result, expected, x, groups, centres):
        return (
            f"Hay {len(centres)} centros y devuelves {len(result)}: el que se queda sin nadie "
            "sigue donde estaba."
            if result.ndim == 2 and len(result) < len(centres)
            else None
        )

    def case(seed, groups, centres, features):
        x, places_ = _sample(seed, len(groups), centres, features)
        return x, np.array(groups), places_

    expect.computes(
        function,
        "mover",
        right=_moved,
        inputs=[
            case(0, [0, 1, 1, 2, 0, 1, 2], 3, 2),
            case(1, [1, 0, 1, 1, 0], 2, 3),
            case(2, [2, 2, 0, 0, 0], 3, 2),
            case(3, [0, 1, 0, 1], 3, 1),
            case(4, [2, 0], 3, 2),
        ],
        kind=places,
        misshapen=fewer,
        unchanged="Has cambiado `centros`, y se pide un array nuevo: empieza con centros.copy().",
        mistakes=(
            (
                lambda x, groups, centres: _moved(x, groups, centres, np.sum),
                "Esa es la suma de cada grupo: falta dividir entre cuántas muestras tiene.",
            ),
            (
                lambda x, groups, centres: _moved(x, groups, centres, np.median),
                "Esa es la mediana: el centro se mueve a la media.",
            ),
            (
                _one_number,
                lambda x, groups, centres: np.full(centres.shape, x.mean()),
                "Un centro tiene tantas medidas como una muestra: la media es con axis=0.",
            ),
            (
                lambda x, groups, centres: centres,
                "Los centros no se han movido.",
            ),
            (
                _halfway,
                "Cada centro va a la media de los suyos, no a medio camino.",
            ),
            (
                _with_zeros,
                "El centro que se queda sin nadie no va al cero: se queda donde estaba.",
            ),
            (
                lambda x, groups, centres: _moved(
                    x, groups, np.tile(x.mean(axis=0), (len(centres), 1))
                ),
                "El centro que se queda sin nadie no va a la media de todos: sigue donde estaba.",
            ),
        ),
        message="{call}: algún centro no está en la media de las muestras de su grupo.",
    )


def _chances(squares):
    return squares / squares.sum()


@exercise(
    "7.9.3",
    hints=(
        "De cada fila de `cuadrados` importa el menor, `cuadrados.min(axis=1)`.",
        "Para que sumen 1, divide cada uno entre la suma de todos.",
        "\n`menor = cuadrados.min(axis=1)\nreturn menor / menor.sum()`",
    ),
    praise="Una muestra que ya es centro tiene probabilidad 0: no puede salir dos veces.",
)
def check_chances(function):
    def table(x, centres):
        return _squares(x, centres)

    expect.computes(
        function,
        "probabilidades",
        right=lambda x, centres: _chances(table(x, centres).min(axis=1)),
        inputs=[
            *(_sample(*sizes) for sizes in ((5, 8, 2, 2), (6, 10, 4, 3), (7, 4, 4, 2))),
            (np.array([[0.0], [1.0], [3.0]]), np.array([[0.0]])),
        ],
        kind=expect.row,
        mistakes=(
            (
                lambda x, centres: table(x, centres).min(axis=1),
                "Faltan las probabilidades: divide entre la suma de todas.",
            ),
            (
                lambda x, centres: _chances(np.sqrt(table(x, centres).min(axis=1))),
                "Son proporcionales a la distancia **al cuadrado**: sin la raíz.",
            ),
            (
                lambda x, centres: _chances(table(x, centres).sum(axis=1)),
                lambda x, centres: _chances(table(x, centres).mean(axis=1)),
                "Solo cuenta el centro **más cercano**: el mínimo de cada fila.",
            ),
            (
                lambda x, centres: _chances(table(x, centres).max(axis=1)),
                "Es la distancia al más cercano, y usas la del más lejano.",
            ),
            (
                lambda x, centres: _chances(table(x, centres).min(axis=0)),
                "Hay una probabilidad por muestra: el mínimo es en el otro eje.",
            ),
            (
                lambda x, centres: table(x, centres).min(axis=1) / table(x, centres).max(),
                lambda x, centres: (
                    table(x, centres).min(axis=1) / table(x, centres).min(axis=1).max()
                ),
                lambda x, centres: table(x, centres).min(axis=1) / table(x, centres).sum(),
                "No suman 1: divide entre la suma de lo que repartes.",
            ),
            (
                lambda x, centres: _chances(table(x, centres).min(axis=1) ** 2),
                "La tabla ya trae los cuadrados: los elevaste otra vez.",
            ),
            (
                lambda x, centres: _chances(table(x, centres)),
                lambda x, centres: table(x, centres) / table(x, centres).sum(axis=1, keepdims=True),
                "Hay una probabilidad por muestra: de cada fila solo cuenta la menor.",
            ),
        ),
        message="{call} no da las probabilidades de k-means++: el cuadrado de la distancia al más "
        "cercano, dividido entre la suma de todos.",
    )


def _ab(i, x, groups):
    distances = np.linalg.norm(x - x[i], axis=1)
    own = groups == groups[i]
    others = [distances[groups == g] for g in np.unique(groups) if g != groups[i]]
    return distances[own].sum() / (own.sum() - 1), [each.mean() for each in others], distances, own


def _silhouette(a, b):
    return (b - a) / max(a, b)


def _right_silhouette(i, x, groups):
    a, others, *_ = _ab(i, x, groups)
    return _silhouette(a, min(others))


def _counts_itself(i, x, groups):
    _, others, distances, own = _ab(i, x, groups)
    return _silhouette(distances[own].mean(), min(others))


def _all_the_rest(i, x, groups):
    a, _, distances, own = _ab(i, x, groups)
    return _silhouette(a, distances[~own].mean())


def _nearest_sample(i, x, groups):
    a, _, distances, own = _ab(i, x, groups)
    return _silhouette(a, distances[~own].min())


def _by_centre(i, x, groups):
    a, others, *_ = _ab(i, x, groups)
    rest = [g for g in np.unique(groups) if g != groups[i]]
    away = [np.linalg.norm(x[groups == g].mean(axis=0) - x[i]) for g in rest]
    return _silhouette(a, others[int(np.argmin(away))])


def _by_nearest(i, x, groups):
    a, others, distances, _ = _ab(i, x, groups)
    rest = [g for g in np.unique(groups) if g != groups[i]]
    away = [distances[groups == g].min() for g in rest]
    return _silhouette(a, others[int(np.argmin(away))])


def _counts_itself_and_all(i, x, groups):
    *_, distances, own = _ab(i, x, groups)
    return _silhouette(distances[own].mean(), distances[~own].mean())


def _counts_itself_and_nearest(i, x, groups):
    *_, distances, own = _ab(i, x, groups)
    return _silhouette(distances[own].mean(), distances[~own].min())


def _own_too(i, x, groups):
    a, others, distances, own = _ab(i, x, groups)
    return _silhouette(a, min(*others, distances[own].mean()))


def _over_everyone(i, x, groups):
    _, others, distances, own = _ab(i, x, groups)
    return _silhouette(distances[own].sum() / (len(own) - 1), min(others))


def _leaves_one_out_of_each(i, x, groups):
    a, _, distances, _ = _ab(i, x, groups)
    others = [distances[groups == g] for g in np.unique(groups) if g != groups[i]]
    return _silhouette(a, min(each.sum() / max(len(each) - 1, 1) for each in others))


def _squared(i, x, groups):
    squares = ((x - x[i]) ** 2).sum(axis=1)
    own = groups == groups[i]
    others = [squares[groups == g].mean() for g in np.unique(groups) if g != groups[i]]
    return _silhouette(squares[own].sum() / (own.sum() - 1), min(others))


def _to_centres(i, x, groups):
    places = {g: np.linalg.norm(x[groups == g].mean(axis=0) - x[i]) for g in np.unique(groups)}
    return _silhouette(places.pop(groups[i]), min(places.values()))


@exercise(
    "7.9.4",
    hints=(
        "Las distancias a las de su grupo son `distancias[suyos]`. La suma, sin ella "
        "misma, es `distancias[suyos].sum()`, porque su distancia es 0.",
        "Esa suma se divide entre una menos, `suyos.sum() - 1`. Después, una media por cada grupo "
        "que no sea el suyo, y la menor de todas: `min(… for h in np.unique(grupos) if …)`.",
        "\n`a = distancias[suyos].sum() / (suyos.sum() - 1)\n"
        "b = min(distancias[grupos == h].mean()\n"
        "        for h in np.unique(grupos) if h != grupos[i])\n"
        "return (b - a) / max(a, b)`",
    ),
    praise="La misma que la de scikit-learn, y ahora sabes qué compara.",
)
def check_silhouette(function):
    def cases():
        for seed, n, values, features in (
            (0, 14, (0, 1, 2), 2),
            (1, 9, (3, 7), 3),
            (2, 14, (5, 0, 2, 1), 1),
        ):
            rng = np.random.default_rng(seed)
            groups = np.resize((*values, values[0]), n)  # el primero, más grande que los demás
            x = rng.normal(size=(n, features)) + groups[:, np.newaxis] * 0.7
            yield from ((i, x, groups) for i in (0, n - 1, 4))
        line = np.array([[0.0], [4.0], [1.0], [9.0], [5.0]])
        yield 1, line, np.array([0, 0, 1, 1, 1])  # negativa: está peor en su grupo
        yield 0, line, np.array([0, 1, 0, 1, 1])
        # Otro es el grupo del centro más cercano, y otro el de la muestra más cercana.
        line = np.array([0.0, 1.0, 3.0, 3.5, -4.0, 5.0, 2.0, 6.0, 20.0])[:, np.newaxis]
        yield 0, line, np.array([0, 0, 1, 1, 2, 2, 3, 3, 4])

    expect.computes(
        function,
        "silueta",
        right=_right_silhouette,
        inputs=list(cases()),
        kind=expect.one_number,
        mistakes=(
            (
                _counts_itself,
                "En a, la propia muestra no cuenta: divide entre las demás de su grupo, una menos.",
            ),
            (
                _leaves_one_out_of_each,
                "En b no se quita a nadie: la muestra no está en ese grupo, y su media es la de "
                "siempre.",
            ),
            (
                _all_the_rest,
                "b es la media de **un** grupo, el más cercano, y no la de todos los otros juntos.",
            ),
            (
                _nearest_sample,
                "b no es la distancia a la muestra más cercana: es una media por grupo, y "
                "la menor.",
            ),
            (
                lambda i, x, groups: _silhouette(_ab(i, x, groups)[0], max(_ab(i, x, groups)[1])),
                "Usas el grupo más lejano: b es la menor de las medias.",
            ),
            (
                lambda i, x, groups: _silhouette(
                    _ab(i, x, groups)[0], np.mean(_ab(i, x, groups)[1])
                ),
                "b es la menor de las medias de los otros grupos, y no su promedio.",
            ),
            (
                lambda i, x, groups: -_right_silhouette(i, x, groups),
                "El signo está al revés: es b − a, positiva si está en su sitio.",
            ),
            (
                lambda i, x, groups: min(_ab(i, x, groups)[1]) - _ab(i, x, groups)[0],
                "Falta dividir entre la mayor de las dos, max(a, b).",
            ),
            (
                lambda i, x, groups: 1 - _ab(i, x, groups)[0] / min(_ab(i, x, groups)[1]),
                "Divides siempre entre b, y se divide entre la mayor de las dos.",
            ),
            (_squared, "Las distancias van sin elevar al cuadrado: falta la raíz."),
            (
                _to_centres,
                "Mides hasta los centros: a y b son distancias medias a las muestras de cada "
                "grupo.",
            ),
            (
                _by_centre,
                _by_nearest,
                "Eliges antes el otro grupo, por su centro o por una sola muestra: saca la media a "
                "cada uno de los otros, y quédate con la menor.",
            ),
            (
                _counts_itself_and_all,
                _counts_itself_and_nearest,
                "Son dos cosas: en a, la propia muestra no cuenta; y b es la menor de las medias, "
                "una por cada otro grupo.",
            ),
            (
                _own_too,
                "Para b cuentas también su propio grupo: solo los otros, h != grupos[i].",
            ),
            (
                _over_everyone,
                "En a divides entre todas las muestras: son las demás de su grupo, "
                "suyos.sum() - 1.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. a, la media a las demás de su "
        "grupo; b, la menor de las medias a cada otro grupo; y se divide entre la mayor.",
    )


def _spread(distances, y):
    return y[distances.argmin(axis=0)][distances.argmin(axis=1)]


def _by_vote(distances, y):
    groups = distances.argmin(axis=1)
    return np.array([np.bincount(y[groups == g]).argmax() for g in groups])


def _first_of_group(distances, y):
    groups = distances.argmin(axis=1)
    return np.array([y[np.flatnonzero(groups == g)[0]] for g in groups])


@exercise(
    "7.9.5",
    hints=(
        "El representante de cada grupo es la muestra menos lejana de su columna: "
        "`distancias.argmin(axis=0)`.",
        "El grupo de cada muestra es su columna menos lejana: `distancias.argmin(axis=1)`. Con las "
        "etiquetas de los representantes, una por grupo, basta elegir la del suyo.",
        "\n`representantes = distancias.argmin(axis=0)\n"
        "grupos = distancias.argmin(axis=1)\n"
        "return y[representantes][grupos]`",
    ),
    praise="El mismo argmin en los dos ejes: a quién mirar, y a quién se parece cada una.",
)
def check_spread(function):
    def case(seed, n, centres):
        """Cada grupo tiene a su representante, y la mayoría no siempre piensa como él."""
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(n, 2)) * 3
        places = x[rng.choice(n, centres, replace=False)] + 0.05
        return np.sqrt(_squares(x, places)), rng.integers(0, 4, n)

    expect.computes(
        function,
        "propagar",
        right=_spread,
        inputs=[case(0, 12, 3), case(1, 20, 5), case(2, 9, 2), case(3, 6, 6)],
        kind=expect.row,
        mistakes=(
            (
                _by_vote,
                "Pones la etiqueta más repetida del grupo, y para eso habría que mirarlas todas: "
                "solo puedes usar la del representante.",
            ),
            (
                _first_of_group,
                "El representante es el más cercano al centro, y no el primero de su grupo.",
            ),
            (
                lambda distances, y: y,
                "Esas son las etiquetas verdaderas, que nadie ha mirado.",
            ),
            (
                lambda distances, y: y[distances.argmin(axis=0)],
                "Esas son las etiquetas de los representantes: falta dar a cada muestra la de su "
                "grupo.",
            ),
            (
                lambda distances, y: distances.argmin(axis=1),
                "Ese es el grupo de cada muestra: falta la etiqueta de su representante.",
            ),
            (
                lambda distances, y: distances.argmin(axis=0),
                "Esas son las posiciones de los representantes: faltan sus etiquetas y "
                "propagarlas.",
            ),
            (
                lambda distances, y: distances.argmin(axis=0)[distances.argmin(axis=1)],
                "Esa es la posición del representante de cada una: falta su etiqueta.",
            ),
            (
                lambda distances, y: y[distances.argmin(axis=1)],
                "Usas el número de grupo como si fuera una posición de y: pasa antes por el "
                "representante.",
            ),
            (
                lambda distances, y: y[distances.argmax(axis=0)][distances.argmin(axis=1)],
                "El representante es la muestra más cercana al centro, y usas la más lejana.",
            ),
            (
                lambda distances, y: y[distances.argmin(axis=1)][distances.argmin(axis=0)],
                "Están cambiados los ejes: primero los representantes, axis=0, y después los "
                "grupos, axis=1.",
            ),
        ),
        message="{call} no da a cada muestra la etiqueta del representante de su grupo.",
    )


quiz(
    "7.9.A1",
    correct="b",
    why="Acaba siempre, pero según dónde empiece: se repite y se guarda la inercia más baja.",
    wrong={
        "a": "Cada paso baja la inercia, pero puede acabar en un mínimo local.",
        "c": "Cambiar los números de los grupos no cambia la inercia.",
        "d": "La inercia no llega a 0 salvo que cada muestra esté sobre un centro.",
    },
    hint="¿Qué cambiaba de una vez a otra en las ocho nubes?",
)

quiz(
    "7.9.A2",
    correct="c",
    why="b es menor que a: hay otro grupo que le queda más cerca.",
    wrong={
        "a": "No se mide hasta el centro de los datos, sino hasta las muestras de los grupos.",
        "b": "Va de −1 a 1: el signo dice si está más cerca de otro grupo.",
        "d": "De una muestra sola en su grupo, scikit-learn dice 0.",
    },
    hint="Si s es negativa, ¿cuál es mayor, a o b?",
)

quiz(
    "7.9.A3",
    correct="a",
    why="Da los que se le piden, también en puro azar: que existan y sirvan se comprueba aparte.",
    wrong={
        "b": "Nunca da ese error: en el azar de la sección 4 encontró tres.",
        "c": "La inercia baja siempre al añadir centros, haya grupos o no.",
        "d": "Unos grupos pueden servir sin etiquetas: para resumir una foto, por ejemplo.",
    },
    hint="¿Qué hizo k-means con el puro azar?",
)
