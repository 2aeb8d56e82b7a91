"""Comprobaciones de la lección 7.7, Menos dimensiones."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _away(points, centre):
    return np.sqrt(((points - centre) ** 2).sum(axis=1))


def _contrast(points, centre):
    away = _away(points, centre)
    return away.max() / away.min()


def _table(seed, rows, columns):
    """Una tabla sin centrar, con una varianza distinta en cada dirección."""
    rng = np.random.default_rng(seed)
    mixed = rng.normal(size=(rows, columns)) * 3.0 ** -np.arange(columns)
    turned, _ = np.linalg.qr(rng.normal(size=(columns, columns)))
    return 4 * mixed @ turned + rng.uniform(2, 6, columns)


@exercise(
    "7.7.1",
    hints=(
        "Primero, la distancia de cada punto al centro: la raíz de la suma, en cada fila, de las "
        "diferencias al cuadrado.",
        "`distancias = np.sqrt(((puntos - centro) ** 2).sum(axis=1))` da una por punto.",
        "\n`distancias = np.sqrt(((puntos - centro) ** 2).sum(axis=1))\n"
        "return distancias.max() / distancias.min()`",
    ),
    praise="Cerca de 1, todos están igual de lejos: no hay vecinos.",
)
def check_contrast(function):
    def case(seed, rows, columns):
        rng = np.random.default_rng(seed)
        return rng.normal(size=(rows, columns)), rng.normal(size=columns)

    expect.computes(
        function,
        "contraste",
        right=_contrast,
        inputs=[
            (np.array([[6.0, 8.0], [0.0, 3.0], [0.0, -4.0]]), np.array([0.0, 0.0])),
            *(case(*each) for each in ((0, 20, 3), (1, 7, 7), (2, 5, 40), (3, 30, 1))),
        ],
        mistakes=(
            (
                lambda points, centre: 1 / _contrast(points, centre),
                "Dividiste al revés: el más lejano entre el más cercano.",
            ),
            (
                lambda points, centre: _contrast(points, centre) ** 2,
                "Son las distancias al cuadrado: falta la raíz.",
            ),
            (
                lambda points, centre: _contrast(points, centre) - 1,
                "Eso es cuánto **más** lejos; se pide cuántas veces: la división, sin restar 1.",
            ),
            (
                lambda points, centre: np.ptp(_away(points, centre)),
                "Restaste: se pide cuántas veces, una división.",
            ),
            (
                _contrast_from_origin,
                "Mides desde el origen: resta `centro` a los puntos.",
            ),
            (
                lambda points, centre: _ratio(np.abs(points - centre).sum(axis=1)),
                "Sumaste las diferencias sin elevarlas al cuadrado: esa es otra distancia.",
            ),
            (
                lambda points, centre: _ratio(np.sqrt(((points - centre) ** 2).sum(axis=0))),
                "Sumaste por columnas: cada punto es una fila, axis=1.",
            ),
            (_away, "Esas son las distancias: falta dividir la mayor entre la menor."),
            (
                lambda points, centre: _contrast(points[1:], points[0]),
                "Mides desde el primer punto: se mide desde `centro`, que llega aparte.",
            ),
            (
                lambda points, centre: _contrast(points[1:], centre),
                "Te dejas el primer punto: `centro` llega aparte, y cuentan todos.",
            ),
            (
                lambda points, centre: 1.0,
                "Sumaste toda la tabla y queda una sola distancia: una por punto, con axis=1.",
            ),
            (
                lambda points, centre: _away(points, centre).max() / _away(points, centre).mean(),
                "Divides entre la distancia media: se pide entre la menor.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. La distancia mayor a centro, entre "
        "la menor.",
    )


def _ratio(values):
    return values.max() / values.min()


def _contrast_from_origin(points, centre):
    return _contrast(points, 0 * centre)


def _axes(x, k):
    mean = x.mean(axis=0)
    return mean, np.linalg.svd(x - mean, full_matrices=False)[2][:k]


def _signed_rows(value, name):
    """Una tabla de ejes, cada uno con el signo que hace positivo su mayor valor."""
    value = expect.numeric(value, name)
    if value.ndim != 2 or value.shape[1] == 0:
        return value
    largest = np.take_along_axis(value, np.abs(value).argmax(axis=1)[:, None], axis=1)
    return value * np.where(largest < 0, -1, 1)


def _signed_columns(value, name):
    value = expect.numeric(value, name)
    return _signed_rows(value.T, name).T if value.ndim == 2 and value.shape[0] else value


@exercise(
    "7.7.2",
    hints=(
        "Se centra con `x - x.mean(axis=0)`; la media se devuelve también.",
        "`np.linalg.svd(x - x.mean(axis=0), full_matrices=False)` da tres cosas: las componentes "
        "son las filas de la tercera.",
        "\n`media = x.mean(axis=0)\n"
        "_, _, vt = np.linalg.svd(x - media, full_matrices=False)\n"
        "return media, vt[:k]`",
    ),
    praise="Ese es el PCA entero: centrar, descomponer, quedarse con las primeras.",
)
def check_components(function):
    def right(x, k):
        mean, axes = _axes(x, k)
        return mean, _signed_rows(axes, "ejes")

    expect.computes(
        function,
        "componentes",
        right=right,
        inputs=[
            (_table(0, 30, 4), 2),
            (_table(1, 12, 5), 1),
            (_table(2, 20, 3), 3),
            (_table(3, 4, 9), 2),
        ],
        returns="media, ejes",
        kind=(expect.numeric, _signed_rows),
        mistakes=(
            (
                lambda x, k: (x.mean(axis=0), np.linalg.svd(x, full_matrices=False)[2][:k]),
                "Falta centrar la tabla antes de descomponerla: réstale la media de cada columna.",
            ),
            (
                lambda x, k: (x.mean(), np.linalg.svd(x - x.mean(), full_matrices=False)[2][:k]),
                "Restas la media de toda la tabla: cada columna tiene la suya, axis=0.",
            ),
            (
                lambda x, k: (_axes(x, k)[0], _axes(x, x.shape[1])[1]),
                "Devuelves todas las componentes: se piden las k primeras.",
            ),
            (
                lambda x, k: (_axes(x, k)[0], _axes(x, x.shape[1])[1][-k:]),
                "Esas son las últimas, las que menos guardan: se piden las primeras.",
            ),
            (
                lambda x, k: (_axes(x, k)[0], _axes(x, x.shape[1])[1][:, :k]),
                "Cortaste por columnas: cada componente es una fila entera de la tercera matriz.",
            ),
            (
                lambda x, k: (_axes(x, k)[0], _axes(x, k)[1].T),
                "Van en columnas: se pide una componente por fila.",
            ),
            (
                lambda x, k: (_axes(x, k)[0], (x - x.mean(axis=0)) @ _axes(x, k)[1].T),
                "Esos son los códigos de las muestras: se piden las componentes.",
            ),
            (
                lambda x, k: (
                    x.mean(axis=0),
                    np.linalg.svd((x - x.mean(axis=0)) / x.std(axis=0), full_matrices=False)[2][:k],
                ),
                "Has estandarizado: aquí solo se centra.",
            ),
        ),
        message="{name} no es lo pedido: centra la tabla, descompónla con la SVD y toma las "
        "primeras filas de la tercera matriz.",
    )


def _fewest(shares, least):
    return int(np.argmax(np.cumsum(shares) >= least)) + 1


@exercise(
    "7.7.3",
    hints=(
        "`np.cumsum(fracciones)` dice cuánto explican la primera, las dos primeras, las tres "
        "primeras…",
        "`np.argmax(np.cumsum(fracciones) >= minimo)` da la posición del primer True; las "
        "posiciones empiezan en 0.",
        "\n`return int(np.argmax(np.cumsum(fracciones) >= minimo)) + 1`",
    ),
    praise="Es la cuenta de PCA(0.95); solo en un empate justo, él toma una más.",
)
def check_fewest(function):
    shares = np.array([0.5, 0.25, 0.125, 0.0625, 0.0625])
    expect.computes(
        function,
        "cuantas",
        right=_fewest,
        inputs=[
            (shares, 0.8),
            (shares, 0.75),
            (shares, 0.3),
            (shares, 0.95),
            (np.array([0.25, 0.25, 0.25, 0.25]), 0.5),
            (np.array([1.0]), 1.0),
        ],
        kind=expect.integer,
        mistakes=(
            (
                lambda shares, least: _fewest(shares, least) - 1,
                "Esa es su posición, que empieza en 0: son una más.",
            ),
            (
                lambda shares, least: int((np.cumsum(shares) <= least).sum()) + 1,
                "{call}: si llegan justo al mínimo, ya bastan. Compara con >=.",
            ),
            (
                lambda shares, least: int((shares >= least).sum()),
                lambda shares, least: int(np.argmax(shares >= least)) + 1,
                "Miras cada una por separado: se suman las primeras (np.cumsum).",
            ),
            (
                lambda shares, least: int((np.cumsum(shares) >= least).sum()),
                "Cuentas cuántas sumas llegan: se pide la primera que llega.",
            ),
            (
                lambda shares, least: float(np.cumsum(shares)[_fewest(shares, least) - 1]),
                "Eso es lo que explican juntas: se pide cuántas son.",
            ),
            (
                lambda shares, least: _fewest(shares, 0.95),
                "Usas siempre 0.95: la fracción llega en `minimo`.",
            ),
        ),
        message="{call} no es el valor pedido: llegó {result}. Suma las primeras hasta llegar al "
        "mínimo, y di cuántas van.",
    )


def _back(x, mean, axes):
    return (x - mean) @ axes.T @ axes + mean


@exercise(
    "7.7.4",
    hints=(
        "El código de cada muestra: `(x - media) @ ejes.T`, con una columna por componente.",
        "De vuelta: los códigos, multiplicados por `ejes`, más `media`.",
        "\n`codigos = (x - media) @ ejes.T\nreturn codigos @ ejes + media`",
    ),
    praise="Un autocodificador hace este mismo viaje, con una red en cada sentido.",
)
def check_reconstruction(function):
    def case(seed, rows, columns, k):
        # Los ejes y la media se aprendieron de otra tabla, como con las prendas del examen.
        return (_table(seed, rows, columns), *_axes(_table(seed + 20, rows, columns), k))

    expect.computes(
        function,
        "reconstruir",
        right=_back,
        inputs=[case(0, 12, 4, 2), case(1, 9, 5, 1), case(2, 6, 3, 3), case(3, 7, 7, 4)],
        kind=expect.numeric,
        misshapen=lambda result, expected, x, mean, axes: (
            "Devuelves los códigos: falta volver, con ejes y la media."
            if result.shape == (len(x), len(axes))
            else None
        ),
        mistakes=(
            (
                lambda x, mean, axes: (x - mean) @ axes.T @ axes,
                "Falta sumar la media al volver.",
            ),
            (
                lambda x, mean, axes: x @ axes.T @ axes + mean,
                "Falta restar la media antes de comprimir.",
            ),
            (
                lambda x, mean, axes: x @ axes.T @ axes,
                "Falta la media: se resta antes de comprimir y se suma al volver.",
            ),
            (
                lambda x, mean, axes: _back(x, x.mean(axis=0), axes),
                "Calculas otra vez la media, con `x`: usa la que llega, la de los datos con que "
                "se aprendieron los ejes.",
            ),
            (lambda x, mean, axes: x, "Devuelves la tabla tal cual: pásala por los ejes."),
        ),
        message="{call} no da la reconstrucción: resta la media, multiplica por ejes.T, después "
        "por ejes, y suma la media.",
    )


def _projected(learnt, x_train, x_valid, k):
    mean, axes = _axes(learnt, k)
    return (x_train - mean) @ axes.T, (x_valid - mean) @ axes.T


def _each_its_own(x_train, x_valid, k):
    return _projected(x_train, x_train, x_valid, k)[0], _projected(x_valid, x_train, x_valid, k)[1]


@exercise(
    "7.7.5",
    hints=(
        "Un solo PCA, que aprende con `PCA(k).fit(x_train)`.",
        "Con `pca = PCA(k).fit(x_train)`, cada tabla pasa por `pca.transform(…)`.",
        "\n`pca = PCA(k).fit(x_train)\nreturn pca.transform(x_train), pca.transform(x_valid)`",
    ),
    praise="Lo que se aprende de los datos, se aprende solo de los de entrenamiento.",
)
def check_without_leaks(function):
    def case(seed, rows, columns, k):
        return _table(seed, rows, columns), _table(seed + 10, rows // 2 + columns, columns), k

    def right(x_train, x_valid, k):
        tables = _projected(x_train, x_train, x_valid, k)
        return tuple(_signed_columns(table, "tabla") for table in tables)

    expect.computes(
        function,
        "preparar",
        right=right,
        inputs=[case(0, 30, 4, 2), case(1, 20, 5, 1), case(2, 24, 3, 3)],
        returns="entrenamiento, validación",
        kind=_signed_columns,
        tolerance=1e-5,
        mistakes=(
            (
                lambda a, b, k: _projected(np.vstack([a, b]), a, b, k),
                "El PCA aprendió también de las de validación: eso es una fuga.",
            ),
            (
                _each_its_own,
                "Cada tabla tiene su propio PCA, con otros ejes: con las de validación, solo "
                "transform.",
            ),
            (
                lambda a, b, k: _projected(b, a, b, k),
                "El PCA aprendió de las de validación: ajústalo con las de entrenamiento.",
            ),
            (
                lambda a, b, k: _projected(a, a, b, k)[::-1],
                "Van al revés: primero las de entrenamiento.",
            ),
            (
                lambda a, b, k: _projected(a, a, b, a.shape[1]),
                "Devuelves todas las componentes: se piden k.",
            ),
            (
                lambda a, b, k: tuple(table @ _axes(a, k)[1].T for table in (a, b)),
                lambda a, b, k: (_projected(a, a, b, k)[0], b @ _axes(a, k)[1].T),
                "Falta restar la media de las de entrenamiento, en las dos tablas.",
            ),
            (
                lambda a, b, k: tuple(
                    (table - table.mean(axis=0)) @ _axes(a, k)[1].T for table in (a, b)
                ),
                "A cada tabla le restas su media: a las dos se les resta la de entrenamiento.",
            ),
            (
                lambda a, b, k: tuple(_back(table, *_axes(a, k)) for table in (a, b)),
                "Esas son las reconstrucciones: se piden los códigos, con k columnas.",
            ),
        ),
        message="{name} no es lo pedido: ajusta un PCA de k componentes con x_train y pasa las dos "
        "tablas por su transform.",
    )


quiz(
    "7.7.A1",
    correct="b",
    why="La varianza explicada dice justo eso: cuánto se pierde al reconstruir.",
    wrong={
        "a": "El PCA no vio las etiquetas: lo que las distingue puede estar en el resto.",
        "c": "Que varíen poco no las hace ruido: las dos nubes largas lo desmienten.",
        "d": "Componentes y clases no tienen por qué ser las mismas.",
    },
    hint="¿Qué dos cosas suman siempre lo mismo, en la figura de los pingüinos?",
)

quiz(
    "7.7.A2",
    correct="c",
    why="Solo necesita un trozo cada vez, y acaba casi en las mismas componentes.",
    wrong={
        "a": "Necesita la tabla entera en memoria: no es cuestión de paciencia.",
        "b": "Cada trozo daría sus ejes, con su orden y su signo: promediarlos no significa nada.",
    },
    hint="¿Cuál de los tres atajos mira un trozo y lo suelta?",
)

quiz(
    "7.7.A3",
    correct="a",
    why="La media y los ejes también se aprenden, y el examen tiene que ser de verdad nuevo.",
    wrong={
        "b": "Las etiquetas no son lo único que se filtra: los ejes se acomodarían al examen.",
        "c": "Con otros ejes, los códigos de un grupo no significan lo mismo en el otro.",
    },
    hint="¿Qué aprende un PCA, y de quién puede aprenderlo?",
)
