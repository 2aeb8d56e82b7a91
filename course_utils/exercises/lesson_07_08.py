"""Comprobaciones de la lección 7.8, Mapas de lo que no se ve."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _apart(points):
    return np.linalg.norm(points[:, np.newaxis] - points, axis=2)


def _draw(distances, k):
    centre = np.eye(len(distances)) - 1 / len(distances)
    values, vectors = np.linalg.eigh(-centre @ distances**2 @ centre / 2)
    return vectors[:, ::-1][:, :k] * np.sqrt(values[::-1][:k])


def _cloud(seed, rows, columns):
    """Puntos que se estiran distinto en cada dirección."""
    return np.random.default_rng(seed).normal(size=(rows, columns)) * 3.0 ** -np.arange(columns)


def _drawn(value, name):
    """Las distancias de un mapa: girado, reflejado o desplazado es el mismo."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f" and np.isnan(value).any():
        expect.wrong(
            f"{name} contiene nan: la raíz de un valor propio negativo. Los k mayores no lo son: "
            "¿tomaste los de menor valor, o todos? ¿O falta el menos de -1/2?"
        )
    value = expect.numeric(value, name)
    if value.ndim != 2:
        expect.wrong(
            f"{name} debe ser una tabla, con un punto por fila y una columna por dimensión: tiene "
            f"forma {value.shape}."
        )
    return _apart(value)


def _drawn_from(b, k, *, last=False, scale=np.sqrt):
    values, vectors = np.linalg.eigh(b)
    chosen = slice(0, k) if last else slice(-k, None)
    return vectors[:, chosen] * scale(np.abs(values[chosen]))


def _double(table):
    centre = np.eye(len(table)) - 1 / len(table)
    return centre @ table @ centre


@exercise(
    "7.8.1",
    hints=(
        "Los cuadrados se centran por los dos lados: `j @ distancias ** 2 @ j`, y eso, por menos "
        "un medio.",
        "`valores, vectores = np.linalg.eigh(-j @ distancias ** 2 @ j / 2)` los da de menor a "
        "mayor: con `[::-1]`, de mayor a menor. Los vectores son columnas.",
        "\n`b = -j @ distancias ** 2 @ j / 2\n"
        "valores, vectores = np.linalg.eigh(b)\n"
        "return vectores[:, ::-1][:, :k] * np.sqrt(valores[::-1][:k])`",
    ),
    praise="De una tabla de distancias a un mapa, sin una sola coordenada.",
)
def check_map(function):
    expect.computes(
        function,
        "mapa",
        right=lambda distances, k: _apart(_draw(distances, k)),
        inputs=[
            (_apart(_cloud(0, 9, 4)), 2),
            (_apart(_cloud(1, 6, 3)), 1),
            (_apart(5 + _cloud(2, 12, 5)), 3),
            (_apart(_cloud(3, 8, 3)), 2),
        ],
        kind=_drawn,
        misshapen=lambda result, expected, distances, k: (
            f"Tu mapa tiene {len(result)} filas, y los puntos son {len(distances)}: una fila por "
            "punto."
        ),
        mistakes=(
            (
                lambda d, k: _drawn_from(-_double(d) / 2, k),
                "Las distancias van al cuadrado antes de centrarlas.",
            ),
            (
                lambda d, k: _drawn_from(-_double(d**2) / 2, k, last=True),
                "Esos son los vectores de menor valor: eigh los da de menor a mayor, y se piden "
                "los mayores. (O falta el menos de -1/2, que los pone al revés.)",
            ),
            (
                lambda d, k: _drawn_from(-_double(d**2) / 2, k, scale=lambda v: v),
                "Cada vector se multiplica por la **raíz** de su valor.",
            ),
            (
                lambda d, k: _drawn_from(-_double(d**2) / 2, k, scale=np.ones_like),
                "Falta estirar cada vector: por la raíz de su valor.",
            ),
            (
                lambda d, k: _drawn_from(-_double(d**2), k),
                "Falta el medio: -j @ distancias ** 2 @ j / 2.",
            ),
            (
                lambda d, k: _drawn_from(-_double(d**2) / 2, len(d)),
                "Devuelves todas las columnas: se piden k.",
            ),
            (
                lambda d, k: _drawn_from(-((np.eye(len(d)) - 1 / len(d)) ** 2) * d**2 / 2, k),
                "Las tablas se multiplican con @: el asterisco va casilla a casilla.",
            ),
            (
                lambda d, k: _drawn_from(-(np.eye(len(d)) - 1 / len(d)) @ d**2 / 2, k),
                "Falta la otra j: se multiplica por los dos lados.",
            ),
            (
                lambda d, k: _drawn_from(-_double(d @ d) / 2, k),
                "distancias ** 2 eleva cada distancia; distancias @ distancias es otra cosa.",
            ),
            (
                lambda d, k: (
                    np.linalg.eigh(-_double(d**2) / 2)[1][-k:].T
                    * np.sqrt(np.linalg.eigh(-_double(d**2) / 2)[0][-k:])
                ),
                "Cada vector es una columna de la tabla, no una fila: vectores[:, -k:].",
            ),
            (
                lambda d, k: np.linalg.eigh(-_double(d**2) / 2)[1][::-1][:, :k],
                "Diste la vuelta a las filas: cada vector es una columna, vectores[:, ::-1].",
            ),
            (
                lambda d, k: np.linalg.eigh(-_double(d**2) / 2)[1][:k],
                "Cada vector es una columna de la tabla, no una fila.",
            ),
            (
                lambda d, k: _drawn_from(d**2 / -2, k),
                "Falta el doble centrado: multiplica por j a los dos lados.",
            ),
            (
                lambda d, k: -_double(d**2) / 2,
                "Eso es B, los productos escalares: faltan sus vectores y valores propios.",
            ),
        ),
        message="{name} no es un mapa con esas distancias: doble centrado de los cuadrados, "
        "vectores propios de mayor valor, y cada uno por la raíz del suyo.",
    )


def _weights(point, near):
    z = near - point
    return _solved(z @ z.T, 0.001 * np.trace(z @ z.T))


def _solved(g, extra):
    w = np.linalg.solve(g + extra * np.eye(len(g)), np.ones(len(g)))
    return w / w.sum()


def _gram(point, near):
    return (near - point) @ (near - point).T


@exercise(
    "7.8.2",
    hints=(
        "A la diagonal de `g` se le suma 0.001 por la traza: `0.001 * np.trace(g) * "
        "np.eye(len(g))`.",
        "`np.linalg.solve(g, np.ones(len(g)))` resuelve el sistema, con `g` ya retocada; después, "
        "entre su suma.",
        "\n`g = g + 0.001 * np.trace(g) * np.eye(len(g))\n"
        "w = np.linalg.solve(g, np.ones(len(g)))\n"
        "return w / w.sum()`",
    ),
    praise="Es la receta de un punto; LLE escribe una por cada uno.",
)
def check_weights(function):
    def case(seed, k, columns):
        rng = np.random.default_rng(seed)
        point = rng.normal(2, 1, columns)
        return point, point + rng.normal(size=(k, columns))

    expect.computes(
        function,
        "pesos",
        right=_weights,
        inputs=[
            case(1, 3, 4),
            (np.array([2.0]), np.array([[1.0], [4.0]])),
            case(0, 5, 3),
            case(2, 8, 2),
            case(3, 1, 2),
        ],
        kind=expect.numeric,
        mistakes=(
            (
                lambda p, v: np.linalg.solve(
                    _gram(p, v) + 0.001 * np.trace(_gram(p, v)) * np.eye(len(v)), np.ones(len(v))
                ),
                "Falta dividir los pesos entre su suma.",
            ),
            (
                lambda p, v: _solved(_gram(p, v), 0.0),
                "Falta sumar 0.001 por la traza, y solo a la diagonal: con np.eye. Sumado a toda "
                "la tabla, no cambia los pesos.",
            ),
            (
                lambda p, v: _solved(_gram(p, v), 0.001),
                "A la diagonal se le suma 0.001 **por la traza**.",
            ),
            (
                lambda p, v: _solved(_gram(p, v), np.trace(_gram(p, v))),
                "Sumaste la traza entera: es 0.001 por ella.",
            ),
            (
                lambda p, v: _solved(_gram(0 * p, v), 0.001 * np.trace(_gram(0 * p, v))),
                "Usaste los vecinos tal cual: es z, los vecinos menos el punto.",
            ),
            (
                lambda p, v: np.full(len(v), 1 / len(v)),
                "Todos los pesos son iguales, y no lo son: resuelve el sistema.",
            ),
            (
                lambda p, v: _solved((v - p).T @ (v - p), 0.001 * np.trace(_gram(p, v))),
                "Multiplicaste al revés: z @ z.T, una fila y una columna por vecino.",
            ),
        ),
        message="{call} no da los pesos: resuelve (G + 0.001 · traza(G) · I) w = 1 y divide w "
        "entre su suma.",
    )


def _share(squares, sigma):
    p = np.exp(-squares / (2 * sigma**2))
    p = p / p.sum()
    return p, 2 ** -(p * np.log2(p)).sum()


def _from_weights(p):
    return p, 2 ** -(p * np.log2(p)).sum()


def _normalised(p):
    return p / p.sum()


@exercise(
    "7.8.3",
    hints=(
        "Primero las campanas sin repartir: `np.exp(-cuadrados / (2 * sigma ** 2))`. Después, "
        "entre la suma de todas.",
        "`p = np.exp(-cuadrados / (2 * sigma ** 2))\np = p / p.sum()` da las probabilidades; la "
        "perplejidad es 2 elevado a su entropía.",
        "\n`p = np.exp(-cuadrados / (2 * sigma ** 2))\n"
        "p = p / p.sum()\n"
        "return p, 2 ** -(p * np.log2(p)).sum()`",
    ),
    praise="La perplejidad es un número de vecinos, aunque no sea entero.",
)
def check_perplexity(function):
    def case(seed, n):
        rng = np.random.default_rng(seed)
        return rng.uniform(0.2, 6, n), float(rng.uniform(0.7, 2.5))

    expect.computes(
        function,
        "reparto",
        right=_share,
        inputs=[
            (np.ones(8), 1.5),
            (np.array([1.0, 4.0, 9.0]), 3.0),
            case(0, 5),
            case(1, 12),
            case(2, 1),
        ],
        returns="p, perplejidad",
        kind=(expect.numeric, expect.number),
        mistakes=(
            (
                lambda c, s: _from_weights(_normalised(np.exp(-(c**2) / (2 * s**2)))),
                "Las distancias ya vienen al cuadrado: no las eleves otra vez.",
            ),
            (
                lambda c, s: _from_weights(_normalised(np.exp(-np.sqrt(c) / (2 * s**2)))),
                "La campana lleva la distancia al cuadrado, que es lo que recibes: sin raíz.",
            ),
            (
                lambda c, s: _from_weights(_normalised(np.exp(-c / s**2))),
                "En el divisor falta el 2: 2 * sigma ** 2.",
            ),
            (
                lambda c, s: _from_weights(_normalised(np.exp(-c / (2 * s)))),
                "El ancho va al cuadrado: 2 * sigma ** 2.",
            ),
            (
                lambda c, s: _from_weights(_normalised(np.exp(-c / 2 * s**2))),
                "Faltan los paréntesis del divisor: / (2 * sigma ** 2).",
            ),
            (
                lambda c, s: _from_weights(_normalised(np.exp(c / (2 * s**2)))),
                "Falta el signo menos: así, a más distancia, más probabilidad.",
            ),
            (
                lambda c, s: _from_weights(np.exp(-c / (2 * s**2))),
                "Falta repartir: las probabilidades se dividen entre su suma.",
            ),
            (
                lambda c, s: (_share(c, s)[0], np.log2(_share(c, s)[1])),
                "Eso es la entropía: la perplejidad es 2 elevado a ella.",
            ),
            (
                lambda c, s: (_share(c, s)[0], 1 / _share(c, s)[1]),
                "Falta el signo menos de la entropía.",
            ),
            (
                lambda c, s: (_share(c, s)[0], 2 ** np.log(_share(c, s)[1])),
                "Mezclas logaritmos: con 2 elevado a la entropía, el logaritmo es np.log2.",
            ),
            (
                lambda c, s: (_share(c, s)[0], np.exp(np.log2(_share(c, s)[1]))),
                "Mezclas bases: con np.log2, la perplejidad es 2 elevado a la entropía.",
            ),
            (
                lambda c, s: _share(c, s)[::-1],
                "Van al revés: primero las probabilidades.",
            ),
        ),
        message="{name} no es lo pedido: la campana de cada distancia, entre la suma de todas; y 2 "
        "elevado a la entropía.",
    )


def _neighbours(table, k):
    away = _apart(table)
    np.fill_diagonal(away, np.inf)
    return away.argsort(axis=1)[:, :k]


def _kept(x, table, k):
    pairs = zip(_neighbours(x, k), _neighbours(table, k), strict=True)
    return np.mean([len(set(a) & set(b)) / k for a, b in pairs])


def _shared(x, table, k):
    pairs = zip(_neighbours(x, k), _neighbours(table, k), strict=True)
    return np.array([len(set(a) & set(b)) for a, b in pairs])


@exercise(
    "7.8.4",
    hints=(
        "De cada punto, los comunes son los que están en los dos conjuntos: `set(…) & set(…)`.",
        "`[len(set(a) & set(b)) for a, b in zip(antes, ahora)]` da cuántos tiene cada punto; la "
        "fracción divide entre `k`, y la media, entre cuántos puntos hay.",
        "\n`comunes = [len(set(a) & set(b)) for a, b in zip(antes, ahora)]\n"
        "return sum(comunes) / (k * len(comunes))`",
    ),
    praise="No usa etiquetas: vale para cualquier mapa.",
)
def check_kept(function):
    def case(seed, rows, columns, k):
        x = _cloud(seed, rows, columns)
        noise = np.random.default_rng(seed + 50).normal(size=(rows, 2))
        return x, x[:, :2] + 0.3 * noise, k

    expect.computes(
        function,
        "conservados",
        right=_kept,
        inputs=[case(0, 12, 4, 3), case(1, 20, 3, 5), case(2, 9, 5, 2), case(3, 15, 2, 1)],
        mistakes=(
            (
                lambda x, m, k: _shared(x, m, k).mean(),
                "Eso es cuántos se conservan, de media: la fracción divide además entre k.",
            ),
            (
                lambda x, m, k: int(_shared(x, m, k).sum()),
                "Eso es cuántos se conservan entre todos los puntos: divide entre k y entre "
                "cuántos puntos hay.",
            ),
            (
                lambda x, m, k: _shared(x, m, k).sum() / k,
                "Falta dividir entre cuántos puntos hay.",
            ),
            (
                lambda x, m, k: (_neighbours(x, k) == _neighbours(m, k)).mean(),
                "Comparas posición a posición: un vecino que sigue siéndolo, pero en otro puesto, "
                "también cuenta. Usa conjuntos.",
            ),
            (
                lambda x, m, k: (_shared(x, m, k) == k).mean(),
                "Cuentas los puntos que los conservan todos: se pide la fracción de vecinos.",
            ),
            (
                lambda x, m, k: 1 - _kept(x, m, k),
                "Eso es la fracción que se pierde: se pide la que se conserva.",
            ),
            (
                lambda x, m, k: _shared(x, m, k) / k,
                "Esa es la fracción de cada punto: falta la media.",
            ),
            (
                lambda x, m, k: np.isin(_neighbours(x, k), _neighbours(m, k)).mean(),
                "np.isin mira la tabla entera: los vecinos se comparan punto a punto, fila a fila.",
            ),
            (
                lambda x, m, k: (
                    np.sort(_neighbours(x, k), axis=1) == np.sort(_neighbours(m, k), axis=1)
                ).mean(),
                "Ordenar no basta: si falta uno, los demás cambian de posición. Usa conjuntos.",
            ),
            (
                lambda x, m, k: (2 * k - _shared(x, m, k)).mean() / k,
                "Con | salen los de cualquiera de los dos conjuntos: los comunes son con &.",
            ),
            (
                lambda x, m, k: np.mean(
                    [
                        len(set(a) & set(b)) / len(set(a) | set(b))
                        for a, b in zip(_neighbours(x, k), _neighbours(m, k), strict=True)
                    ]
                ),
                "Divides entre los de la unión: cada punto tiene k vecinos, y se divide entre k.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. De los k vecinos de cada punto, "
        "cuántos siguen siéndolo, entre k; y la media.",
    )


def _best(x, maps, k):
    return max(maps, key=lambda name: _kept(x, maps[name], k))


def _text(value, name):
    return expect.instance(value, str, name)


@exercise(
    "7.8.5",
    hints=(
        "Recorre los nombres y mide cada mapa: `[kept(x, mapas[nombre], k) for nombre in mapas]`.",
        "`max(mapas, key=…)` da el nombre con la medida más alta.",
        "\n`return max(mapas, key=lambda nombre: kept(x, mapas[nombre], k))`",
    ),
    praise="Elegido con una medida, y no por bonito.",
)
def check_best(function):
    def case(seed, order, k):
        x = _cloud(seed, 14, 4)
        rng = np.random.default_rng(seed + 20)
        maps = {
            "plano": x[:, :2],
            "azar": rng.normal(size=(14, 2)),
            "borroso": x[:, :2] + 0.8 * rng.normal(size=(14, 2)),
            "sobras": x[:, 2:],
        }
        return x, {name: maps[name] for name in order}, k

    expect.computes(
        function,
        "mejor_mapa",
        right=_best,
        inputs=[
            case(0, ("plano", "azar", "sobras", "borroso"), 3),
            case(1, ("plano", "azar"), 4),
            case(2, ("borroso", "sobras", "azar"), 2),
            case(3, ("sobras", "borroso", "plano", "azar"), 5),
            (*_two_scales(), 1),
            (*_two_scales(), 6),
        ],
        kind=_text,
        mistakes=(
            (
                lambda x, maps, k: _best(x, maps, 10),
                "No usas k: mides con los vecinos de fábrica.",
            ),
            (
                lambda x, maps, k: min(maps, key=lambda name: _kept(x, maps[name], k)),
                "Ese es el que menos vecinos conserva.",
            ),
            (
                lambda x, maps, k: max(_kept(x, table, k) for table in maps.values()),
                "Esa es su medida: se pide el nombre del mapa.",
            ),
            (
                lambda x, maps, k: maps[_best(x, maps, k)],
                "Ese es el mapa: se pide su nombre.",
            ),
            (
                lambda x, maps, k: next(iter(maps)),
                "Ese es el primero del diccionario, sin medir.",
            ),
            (
                lambda x, maps, k: list(maps)[-1],
                "Ese es el último del diccionario: si usas un bucle, la mejor medida empieza "
                "antes de él, no dentro.",
            ),
            (
                lambda x, maps, k: max(maps),
                "Ese es el último nombre por orden alfabético: falta key=, con la medida de cada "
                "uno.",
            ),
        ),
        message="{call} debe dar el nombre del mapa que más vecinos conserva, y llegó {result}.",
    )


def _two_scales():
    """Unos datos y dos mapas: con pocos vecinos gana uno, y con muchos, el otro."""
    rng = np.random.default_rng(7)
    groups = np.repeat(np.arange(4), 7)
    x = 40 * groups[:, None] * np.eye(2)[0] + rng.normal(size=(28, 2))
    shuffled = 40 * groups[:, None] * np.eye(2)[0] + rng.normal(size=(28, 2))  # grupos, no parejas
    pairs = np.zeros((28, 2))  # parejas, no grupos
    nearest = _neighbours(x, 1)[:, 0]
    for i, j in enumerate(nearest):
        pairs[i] = [1000 * rng.permutation(28)[0], 1000 * i] if nearest[j] != i or i < j else [0, 0]
    for i, j in enumerate(nearest):
        if nearest[j] == i and i > j:
            pairs[i] = pairs[j] + 1
    return x, {"grupos": shuffled, "parejas": pairs}


quiz(
    "7.8.A1",
    correct="c",
    why="Cada punto usa su propio ancho, y eso borra las densidades: el tamaño no se lee.",
    wrong={
        "a": "La nube diez veces más ancha salió igual que la estrecha.",
        "b": "Con cualquier perplejidad, cada punto usa su propio ancho: repetirlo no lo arregla.",
    },
    hint="¿Qué les pasó a las dos nubes de distinto ancho?",
)

quiz(
    "7.8.A2",
    correct="a",
    why="Es el mismo MDS, con la distancia medida por la hoja.",
    wrong={
        "b": "Eso lo hace t-SNE: Isomap acaba en vectores propios, sin pasos.",
        "c": "Estandarizar es cosa tuya, antes: Isomap no lo hace.",
    },
    hint="En el código, ¿en qué se diferencian las dos llamadas a draw?",
)

quiz(
    "7.8.A3",
    correct="b",
    why="Con perplejidad baja, hasta el azar hace grumos: solo cuenta lo que se repite y se "
    "comprueba.",
    wrong={
        "a": "El azar puro también salió en grumos, y no había ninguno.",
        "c": "Con menos perplejidad, más grumos de mentira.",
    },
    hint="¿Qué se veía en los puntos de puro azar?",
)
