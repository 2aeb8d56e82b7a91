"""Comprobaciones de la lección 7.10, Grupos de cualquier forma."""

import numpy as np
from sklearn.metrics import adjusted_rand_score

from . import expect
from .core import exercise, quiz


def _distances(x):
    return np.linalg.norm(x[:, np.newaxis] - x, axis=2)


def _clouds(seed, n, features, places=2):
    """Nubes pequeñas en las esquinas de una rejilla de lado 3, y alguna muestra lejos de todas."""
    rng = np.random.default_rng(seed)
    corners = 3.0 * rng.integers(0, places, (n, features))
    return corners + rng.normal(0, 0.6, (n, features))


# En una recta, a distancias enteras: con radio 1, las hay justo en el borde del radio.
_LINE = np.array([[0.0], [1.0], [2.0], [4.0], [7.0], [8.0], [20.0]])


def _yes_or_no(value, name):
    """Exige un array de True y False, o una lista: ni posiciones ni cuentas."""
    if isinstance(value, list | tuple):
        value = np.array([expect.boolean(each, f"cada valor de {name}") for each in value])
    value = expect.array(value, name)
    if value.dtype != bool:
        expect.wrong(
            f"{name} debe ser un array de True y False, uno por muestra; llegó uno de "
            f"{value.dtype}."
        )
    return value


def _cores(x, eps, least):
    return (_distances(x) <= eps).sum(axis=1) >= least


@exercise(
    "7.10.1",
    hints=(
        "¿Quién está cerca de quién? `distancias <= eps` es una tabla de True y False.",
        "Las vecinas de cada muestra son los True de su fila: `(distancias <= eps).sum(axis=1)`. "
        "Ella ya está entre ellas.",
        "`return (distancias <= eps).sum(axis=1) >= minimo`",
    ),
    praise="Una tabla, una suma y una comparación: eso es «donde hay gente».",
)
def check_cores(function):
    expect.computes(
        function,
        "nucleos",
        right=_cores,
        inputs=[
            (_LINE, 2.0, 2),
            (_LINE, 1.0, 2),
            (_LINE, 1.0, 3),
            *(
                (_clouds(seed, n, features), eps, least)
                for seed, n, features, eps, least in (
                    (0, 30, 2, 0.6, 4),
                    (1, 17, 3, 1.2, 3),
                    (2, 9, 1, 0.5, 2),
                    (3, 12, 2, 9.0, 12),
                )
            ),
        ],
        kind=_yes_or_no,
        mistakes=(
            (
                lambda x, eps, least: (_distances(x) <= eps).sum(axis=1),
                "Eso dice cuántas vecinas tiene cada una: falta compararlo con el mínimo.",
            ),
            (
                lambda x, eps, least: np.flatnonzero(_cores(x, eps, least)),
                "Esas son sus posiciones: se pide un array de True y False, uno por muestra.",
            ),
            (
                lambda x, eps, least: _cores(x, eps, least).sum(),
                "Eso dice cuántos núcleos hay: se pide cuáles son.",
            ),
            (
                lambda x, eps, least: x[_cores(x, eps, least)],
                "Esas son las muestras: se pide un array de True y False, uno por muestra.",
            ),
            (
                lambda x, eps, least: _distances(x) <= eps,
                "Esa es la tabla de quién está cerca de quién: falta contar en cada fila.",
            ),
            (
                lambda x, eps, least: _cores(x, eps, least + 1),
                "Es «al menos» el mínimo, y cada muestra se cuenta a sí misma: te falta una.",
            ),
            (
                lambda x, eps, least: (_distances(x) < eps).sum(axis=1) >= least,
                "Las que están justo a eps también son vecinas: es <=.",
            ),
            (
                lambda x, eps, least: (_distances(x) < eps).sum(axis=1) > least,
                "Las dos comparaciones incluyen el borde: a eps o menos, y al menos el mínimo.",
            ),
            (
                lambda x, eps, least: ~_cores(x, eps, least),
                "Están al revés: esas son las que **no** son núcleo.",
            ),
            (
                lambda x, eps, least: np.ones(len(x), dtype=bool),
                "Para ti son núcleo todas: cuenta en cada fila las que están a eps o menos, y "
                "compara esa cuenta con `minimo`.",
            ),
            (
                lambda x, eps, least: np.zeros(len(x), dtype=bool),
                "Para ti no es núcleo ninguna: suma los True de cada fila, que son una cantidad, "
                "y compara esa suma con `minimo`.",
            ),
        ),
        message="{call} no dice bien cuáles son núcleo: las que tienen al menos el mínimo de "
        "muestras, contándose, a eps o menos.",
    )


def _grown(near, core, first):
    group = near[first]
    while True:
        larger = near[group & core].any(axis=0)
        if np.array_equal(larger, group):
            return group
        group = larger


def _through_borders(near, core, first):
    return _grown(near, np.ones(len(near), dtype=bool), first)


def _one_step(near, core, first):
    return near[near[first] & core].any(axis=0)


@exercise(
    "7.10.2",
    hints=(
        "Los que ya están y además son núcleo: `grupo & es_nucleo`. Solo esos traen a sus vecinas.",
        "Las filas de esos son `vecinas[grupo & es_nucleo]`; `.any(axis=0)` dice a quién trae al "
        "menos uno. Ese es el grupo siguiente.",
        "\n`while True:\n"
        "    mayor = vecinas[grupo & es_nucleo].any(axis=0)\n"
        "    if np.array_equal(mayor, grupo):\n"
        "        return grupo\n"
        "    grupo = mayor`",
    ),
    praise="Con eso, DBSCAN está hecho: cada núcleo sin grupo hace crecer el suyo.",
)
def check_grow(function):
    def case(x, eps, least, which=0):
        near = _distances(x) <= eps
        core = near.sum(axis=1) >= least
        return near, core, int(np.flatnonzero(core)[which])

    chain = np.array([[0.0], [1.0], [2.0], [3.0], [4.0], [5.5], [6.5], [7.5], [8.5], [30.0]])
    order = np.random.default_rng(5).permutation(len(chain))
    expect.computes(
        function,
        "crecer",
        right=_grown,
        inputs=[
            case(chain[order], 1.0, 3),
            # Dos cadenas que comparten un borde: por él no se pasa.
            case(np.array([[0.0], [1.0], [2.0], [4.0], [6.0], [7.0], [8.0]]), 2.0, 4),
            case(chain[order], 1.0, 3, which=-1),
            case(chain, 1.2, 2),
            case(_clouds(0, 40, 2), 0.6, 4),
            case(_clouds(3, 25, 3), 1.0, 3, which=-1),
            case(np.array([[0.0], [0.1], [9.0]]), 0.5, 2),
        ],
        kind=_yes_or_no,
        unchanged="Has cambiado la tabla de vecinas: `grupo` es una fila suya, y cambiarla por "
        "dentro la cambia. Haz un array nuevo en cada vuelta.",
        mistakes=(
            (
                lambda near, core, first: near[first],
                "Esas son solo sus vecinas: falta que las que son núcleo traigan a las suyas.",
            ),
            (
                lambda near, core, first: np.flatnonzero(_grown(near, core, first)),
                "Esas son sus posiciones: se pide un array de True y False, uno por muestra.",
            ),
            (
                lambda near, core, first: _grown(near, core, first).sum(),
                "Eso dice cuántas son: se pide cuáles, con un array de True y False.",
            ),
            (
                lambda near, core, first: _grown(near, core, first) & core,
                "Faltan los bordes: entran en el grupo, aunque no traigan a nadie.",
            ),
            (
                _through_borders,
                "Has crecido desde un borde: solo los núcleos traen a sus vecinas.",
            ),
            (
                _one_step,
                "Solo has dado un paso: repítelo hasta que el grupo no cambie.",
            ),
            (
                lambda near, core, first: near[core].any(axis=0),
                "Esas son las de todos los grupos: empieza por el núcleo de `inicio`.",
            ),
            (
                lambda near, core, first: ~_grown(near, core, first),
                "Está al revés: esas son las que **no** están en el grupo.",
            ),
        ),
        message="{call} no da el grupo de ese núcleo: sus vecinas, las vecinas de las que son "
        "núcleo, y así hasta que no entre nadie.",
    )


def _to_neighbour(x, k):
    return np.sort(np.sort(_distances(x), axis=1)[:, k])


@exercise(
    "7.10.3",
    hints=(
        "Ordena cada fila: `np.sort(distancias, axis=1)`. ¿Qué distancia queda la primera?",
        "La primera de cada fila es 0, la de una muestra a sí misma. Así, la de su vecina número k "
        "está en la columna `[:, k]`. Después, `np.sort` de esa columna.",
        "`return np.sort(np.sort(distancias, axis=1)[:, k])`",
    ),
    praise="El 0 de la diagonal deja cada vecina en su columna: la número k, en la k.",
)
def check_to_neighbour(function):
    def raw(x, k):
        return np.sort(_distances(x), axis=1)

    expect.computes(
        function,
        "a_la_vecina",
        right=_to_neighbour,
        inputs=[
            *((_clouds(seed, n, 2), k) for seed, n, k in ((0, 12, 4), (1, 20, 2), (2, 7, 5))),
            (_clouds(4, 9, 3), 1),
            (_LINE, 3),
            (_LINE, 1),
        ],
        kind=expect.row,
        mistakes=(
            (
                lambda x, k: raw(x, k)[:, k],
                "Falta ordenarlas de menor a mayor.",
            ),
            (
                lambda x, k: _distances(x)[:, k],
                lambda x, k: np.sort(_distances(x)[:, k]),
                "Esa es la distancia a la muestra que está en la posición k: antes, ordena cada "
                "fila.",
            ),
            (
                lambda x, k: np.sort(raw(x, k)[:, k - 1]),
                lambda x, k: raw(x, k)[:, k - 1],
                "Cuentas a la propia muestra, que está a 0 de sí misma: te falta una.",
            ),
            (
                lambda x, k: np.sort(raw(x, k)[:, min(k + 1, len(x) - 1)]),
                "Te pasas de una: la columna 0 es la propia muestra, y la k, su vecina número k.",
            ),
            (
                lambda x, k: _to_neighbour(x, k)[::-1],
                "Están de mayor a menor: se piden al revés.",
            ),
            (
                lambda x, k: np.sort(raw(x, k)[:, 1 : k + 1].mean(axis=1)),
                "Esa es la media de las k primeras: se pide la distancia a la número k.",
            ),
            (
                lambda x, k: np.sort(raw(x, k)[:, 1 : k + 1].sum(axis=1)),
                "Esa es la suma de las k primeras: se pide la distancia a la número k.",
            ),
            (
                lambda x, k: np.sort(np.sort(_distances(x), axis=1)[:, -k]),
                "Esa es la vecina número k **contando desde la más lejana**.",
            ),
            (
                lambda x, k: _to_neighbour(x, k) ** 2,
                "Las distancias van sin elevar al cuadrado.",
            ),
            (
                lambda x, k: np.sort(_distances(x).argsort(axis=1)[:, k]),
                lambda x, k: _distances(x).argsort(axis=1)[:, k],
                "`argsort` da posiciones: las distancias ordenadas las da `np.sort`.",
            ),
        ),
        message="{call} no da la distancia de cada muestra a su vecina número k, de menor a mayor.",
    )


def _closest(distances, groups, link, choose=min):
    numbers = np.unique(groups)
    return choose(
        (link(distances[groups == a][:, groups == b]), a, b)
        for a in numbers
        for b in numbers
        if a < b
    )


def _numbers_as_rows(distances, groups, link):
    numbers = np.unique(groups)
    return min((link(distances[a, b]), a, b) for a in numbers for b in numbers if a < b)


def _paired(distances, groups, link):
    numbers = np.unique(groups)
    return min(
        (link(distances[groups == a, groups == b]), a, b) for a in numbers for b in numbers if a < b
    )


def _closest_to_centres(distances, groups, link):
    """Como si el enlace fuera siempre el mismo: la media."""
    return _closest(distances, groups, np.mean)


@exercise(
    "7.10.4",
    hints=(
        "De dos grupos `a` y `b`, la distancia es "
        "`enlace(distancias[grupos == a][:, grupos == b])`: el enlace resume las de todas sus "
        "parejas de muestras.",
        "Haz una tupla, distancia, a y b, con cada pareja de grupos, "
        "`for a, b in parejas`, y quédate con la menor: `min` mira primero la distancia.",
        "`return min((enlace(distancias[grupos == a][:, grupos == b]), a, b) for a, b in parejas)`",
    ),
    praise="Júntalos, repítelo, y tienes el método entero.",
)
def check_closest(function):
    def case(seed, groups, link, features=2):
        x = np.random.default_rng(seed).normal(size=(len(groups), features))
        return _distances(x), np.array(groups), link

    links = (np.min, np.max, np.mean)
    expect.computes(
        function,
        "mas_cercanos",
        right=_closest,
        inputs=[
            # Con estas semillas, cada equivocación da otra distancia.
            *(case(seed, [0, 1, 2, 0, 1, 2, 3], link) for seed in (81, 83) for link in links),
            *(case(2, [7, 2, 2, 5, 7, 5, 2, 5], link) for link in links),
            *(case(3, [4, 4, 1, 1, 1], link, 1) for link in links),
            *(case(4, list(range(6)), link, 3) for link in links[:1]),
        ],
        returns="distancia, a, b",
        mistakes=(
            (
                lambda distances, groups, link: _closest(distances, groups, link, max),
                "Esos son los más lejanos: se juntan los más cercanos.",
            ),
            (
                _numbers_as_rows,
                "El número de un grupo no es una fila de la tabla: las suyas son `grupos == a`.",
            ),
            (
                _paired,
                "`distancias[grupos == a, grupos == b]` empareja las muestras una a una: elige "
                "primero las filas y después las columnas.",
            ),
            (
                lambda distances, groups, link: (
                    _closest(distances, groups, link)[0],
                    *_closest(distances, groups, link)[:0:-1],
                ),
                "El orden está al revés: primero el número menor.",
            ),
            (
                lambda distances, groups, link: (
                    *_closest(distances, groups, link)[1:],
                    _closest(distances, groups, link)[0],
                ),
                "Es otro orden: primero la distancia, y luego los dos números.",
            ),
            (
                lambda distances, groups, link: _closest(distances, groups, link)[1:],
                "Faltan cosas: son tres, y la primera es la distancia.",
            ),
            (
                lambda distances, groups, link: _closest(distances, groups, link)[0],
                "Esa es la distancia: faltan los números de los dos grupos.",
            ),
            (
                lambda distances, groups, link: _closest(distances, groups, np.min),
                "Usas siempre la pareja más cercana: el enlace es el que se recibe.",
            ),
            (
                _closest_to_centres,
                "Usas siempre la media: el enlace es el que se recibe.",
            ),
            (
                lambda distances, groups, link: _closest(distances, groups, np.max),
                "Usas siempre la pareja más lejana: el enlace es el que se recibe.",
            ),
            (
                lambda distances, groups, link: _closest(distances, groups, np.sum),
                "Sumas las distancias: se resumen con el enlace que se recibe.",
            ),
        ),
        message="mas_cercanos: {name} no es lo que se pide. Son los dos grupos más cercanos, según "
        "lo que da el enlace con todas las parejas de una muestra de cada uno.",
    )


def _together(groups):
    return groups[:, np.newaxis] == groups


def _agree(a, b):
    """En cuántas parejas coinciden, contadas dos veces y sin la diagonal."""
    return (_together(a) == _together(b)).sum() - len(a)


def _rand(a, b):
    return _agree(a, b) / (len(a) * (len(a) - 1))


def _both(a, b):
    """Las parejas que van juntas en los dos repartos, contadas dos veces."""
    return (_together(a) & _together(b)).sum() - len(a)


@exercise(
    "7.10.5",
    hints=(
        "`juntas_a == juntas_b` dice, de cada muestra con cada muestra, si los dos repartos "
        "coinciden: juntas en los dos o separadas en los dos.",
        "De esos True sobran los `n` de la diagonal. Y cada pareja está dos veces en la tabla: "
        "sin la diagonal son `n * (n - 1)` casillas.",
        "\n`coinciden = (juntas_a == juntas_b).sum() - n\nreturn coinciden / (n * (n - 1))`",
    ),
    praise="Da igual cómo se llamen los grupos: solo cuenta quién va con quién.",
)
def check_rand(function):
    def case(seed, n, first, second):
        rng = np.random.default_rng(seed)
        return rng.integers(0, first, n), rng.integers(0, second, n)

    expect.computes(
        function,
        "rand",
        right=_rand,
        inputs=[
            case(0, 12, 3, 3),
            (np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0])),
            (np.array([0, 0, 1, 1, 2]), np.array([0, 1, 1, 1, 0])),
            (np.array([3, 3, 3, 3]), np.array([0, 1, 2, 3])),
            case(1, 9, 2, 5),
            case(2, 20, 4, 2),
        ],
        kind=expect.one_number,
        mistakes=(
            (
                lambda a, b: (_together(a) == _together(b)).mean(),
                "Cuentas la diagonal: cada muestra va siempre con ella misma, y no es una pareja.",
            ),
            (
                lambda a, b: (_together(a) == _together(b)).sum() / (len(a) * (len(a) - 1)),
                "Arriba también sobra la diagonal: resta sus n.",
            ),
            (
                lambda a, b: _agree(a, b) / len(a) ** 2,
                "Divides entre toda la tabla: sin la diagonal quedan n * (n - 1) casillas.",
            ),
            (
                lambda a, b: _agree(a, b) / (len(a) * (len(a) - 1) / 2),
                "Cada pareja está dos veces arriba: abajo también, sin dividir entre 2.",
            ),
            (
                lambda a, b: _agree(a, b),
                lambda a, b: _agree(a, b) / 2,
                "Falta dividir entre cuántas parejas hay.",
            ),
            (
                lambda a, b: (a == b).mean(),
                "Comparas los números de los grupos, que no significan nada: compara las parejas.",
            ),
            (
                lambda a, b: _both(a, b) / (len(a) * (len(a) - 1)),
                "Solo cuentas las juntas en los dos: las separadas en los dos también coinciden.",
            ),
            (
                lambda a, b: 1 - _rand(a, b),
                "Está al revés: esa es la parte en la que no coinciden.",
            ),
            (
                adjusted_rand_score,
                "Ese es el ajustado: aquí se pide el índice de Rand a secas.",
            ),
            (
                lambda a, b: _both(a, b) / ((_together(a) | _together(b)).sum() - len(a)),
                lambda a, b: _both(a, b) / (_together(a).sum() - len(a)),
                "Se divide entre todas las parejas, no solo entre las que van juntas.",
            ),
        ),
        message="{call} no es el índice de Rand: llegó {result}.",
    )


quiz(
    "7.10.A1",
    correct="b",
    why="No llega a cinco, pero tiene un núcleo a eps o menos: entra, y ahí se para.",
    wrong={
        "a": "Para ser núcleo hacen falta cinco vecinas, contándose; tiene tres.",
        "c": "Ruido es la que ni es núcleo ni tiene uno de vecino.",
    },
    hint="Repasa las cuatro definiciones de la sección 1, en orden.",
)

quiz(
    "7.10.A2",
    correct="c",
    why="Los puentes por encima del corte son fusiones que no llegan a hacerse: uno, dos grupos.",
    wrong={
        "a": "Por debajo de la altura del corte, las fusiones ya están hechas.",
        "b": "Cada puente junta dos grupos en uno: no es un grupo.",
    },
    hint="Cuenta las líneas verticales que cruza el corte.",
)

quiz(
    "7.10.A3",
    correct="a",
    why="Si quitar a unos pocos lo cambia casi todo, el reparto es más azar que datos.",
    wrong={
        "b": "Ninguno de los dos se sostiene: elegir uno no lo arregla.",
        "c": "Eso no se sabe: otro método, o con otras columnas, podría encontrarlos.",
    },
    hint="¿Qué salía en los cuadrados de puro azar?",
)
