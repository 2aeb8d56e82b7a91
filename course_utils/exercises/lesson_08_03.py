"""Comprobaciones de la lección 8.3, Regularizar, y decir «no sé»."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _pushed(w, rate, l1, l2, twice=2, sign=np.sign):
    return w - rate * (l1 * sign(w) + twice * l2 * w)


@exercise(
    "8.3.1",
    hints=(
        "La pendiente de |w| es +1 o −1, según el signo: `np.sign(w)`. La de w², el doble de w: "
        "`2 * w`.",
        "Cada pendiente va con su freno, y el peso baja por la suma: "
        "`return w - tasa * (l1 * np.sign(w) + 2 * l2 * w)`",
    ),
    praise="El empujón de ℓ1 mide siempre lo mismo; el de ℓ2 encoge con el peso.",
)
def check_push(function):
    rng = np.random.default_rng(0)
    expect.computes(
        function,
        "empujar",
        right=_pushed,
        inputs=[
            (rng.normal(size=(3, 5)), 0.05, 0.4, 0.6),
            (np.array([2.0, -0.5, 0.0, 0.1]), 0.1, 0.3, 0.0),
            (np.array([2.0, -0.5, 0.0, 0.1]), 0.2, 0.0, 0.7),
            (rng.normal(size=7), 0.3, 0.2, 0.01),
        ],
        kind=expect.array,
        tolerance=1e-9,
        mistakes=(
            (
                lambda w, rate, l1, l2: _pushed(w, rate, l1, l2, twice=1),
                "Falta un 2: la pendiente de w² es 2 * w, y Keras suma l2 * w², sin el medio.",
            ),
            (
                lambda w, rate, l1, l2: _pushed(w, rate, l1, l2, sign=np.abs),
                "Empujas con |w|: se empuja con su pendiente, que es el signo, np.sign(w).",
            ),
            (
                lambda w, rate, l1, l2: _pushed(w, rate, l1, l2, sign=np.ones_like),
                "A los pesos negativos los empujas lejos del cero: la pendiente de |w| es su "
                "signo, np.sign(w).",
            ),
            (
                lambda w, rate, l1, l2: _pushed(w, rate, l1, l2, sign=lambda w: w),
                "La pendiente de |w| no crece con el peso: es su signo, np.sign(w).",
            ),
            (
                lambda w, rate, l1, l2: _pushed(
                    w, rate, l1, l2, sign=lambda w: np.where(w > 0, 1, -1)
                ),
                lambda w, rate, l1, l2: _pushed(
                    w, rate, l1, l2, sign=lambda w: np.where(w < 0, -1, 1)
                ),
                "Al peso que ya vale 0 también lo empujas: np.sign(0) es 0.",
            ),
            (
                lambda w, rate, l1, l2: _pushed(w, -rate, l1, l2),
                "Así los pesos crecen: el empujón se resta.",
            ),
            (
                lambda w, rate, l1, l2: _pushed(w, 1, l1, l2),
                "Falta la tasa, que multiplica a todo el empujón.",
            ),
            (
                lambda w, rate, l1, l2: w - rate * l1 * np.sign(w) - 2 * l2 * w,
                lambda w, rate, l1, l2: w - l1 * np.sign(w) - rate * 2 * l2 * w,
                "La tasa multiplica a los dos empujones: ¿y el paréntesis?",
            ),
            (
                lambda w, rate, l1, l2: _pushed(w, rate, l2, l1),
                "Están cambiados: l1 va con el signo, y l2, con el doble del peso.",
            ),
            (
                lambda w, rate, l1, l2: rate * (l1 * np.sign(w) + 2 * l2 * w),
                lambda w, rate, l1, l2: l1 * np.sign(w) + 2 * l2 * w,
                "Eso es el empujón: se piden los pesos, después de restárselo.",
            ),
            (
                lambda w, rate, l1, l2: _pushed(w, rate, l1, l2, sign=lambda w: 2 * np.sign(w)),
                "El 2 es solo de ℓ2: la pendiente de |w| es el signo, sin nada delante.",
            ),
        ),
    )


def _limited(w, top, axis=0):
    norms = np.linalg.norm(w, axis=axis, keepdims=True)
    return w * top / np.maximum(norms, top)


@exercise(
    "8.3.2",
    hints=(
        "La norma de cada columna: `normas = np.sqrt((w**2).sum(axis=0))`.",
        "El factor es 1 donde la norma no llega al tope: `tope / np.maximum(normas, tope)`.",
        "\n`normas = np.sqrt((w**2).sum(axis=0))\nreturn w * tope / np.maximum(normas, tope)`",
    ),
    praise="Cada neurona, con sus pesos dentro de una bola: la dirección no cambia.",
)
def check_max_norm(function):
    def case(seed, shape, top):
        return np.random.default_rng(seed).normal(size=shape), top

    edges = np.array([[3.0, 0.3, 0.0, 0.6], [4.0, 0.4, 0.0, 0.8]])  # normas 5, 0.5, 0 y 1
    expect.computes(
        function,
        "limitar_norma",
        right=_limited,
        inputs=[(edges, 1.0), case(0, (6, 3), 2.0), case(1, (2, 5), 0.7), case(2, (4, 4), 1.5)],
        kind=expect.array,
        mistakes=(
            (
                lambda w, top: _limited(w, top, axis=1),
                "Mides las filas: los pesos de una neurona son una columna, axis=0.",
            ),
            (
                lambda w, top: _limited(w, top, axis=None),
                "Mides la matriz entera: cada columna tiene su norma, con axis=0.",
            ),
            (
                lambda w, top: w * top / np.linalg.norm(w, axis=0),
                lambda w, top: np.nan_to_num(w * top / np.linalg.norm(w, axis=0)),
                "Estiras también las que no llegan al tope, y divides entre 0 si una columna es "
                "cero: esas se quedan como están.",
            ),
            (
                lambda w, top: np.clip(w, -top, top),
                lambda w, top: np.minimum(w, top),
                "Recortas número a número, y la dirección cambia: la columna entera se multiplica "
                "por el mismo factor.",
            ),
            (
                lambda w, top: w * top / np.maximum((w**2).sum(axis=0), top),
                "Falta la raíz: la norma es la raíz de la suma de los cuadrados.",
            ),
            (
                lambda w, top: w / np.maximum(np.linalg.norm(w, axis=0), top),
                "Falta multiplicar por tope: así las que no llegan también cambian.",
            ),
            (
                lambda w, top: w * top / np.maximum(np.abs(w).sum(axis=0), top),
                "Sumas los valores absolutos: la norma es la raíz de la suma de los cuadrados.",
            ),
            (
                lambda w, top: w * top / np.minimum(np.linalg.norm(w, axis=0), top),
                lambda w, top: np.nan_to_num(w * top / np.minimum(np.linalg.norm(w, axis=0), top)),
                "Es el mayor de los dos, np.maximum: con el menor, las grandes se quedan igual.",
            ),
            (
                lambda w, top: np.where(np.linalg.norm(w, axis=0) > top, 0, w),
                "A las que se pasan las dejas a cero: se encogen hasta que su norma sea tope.",
            ),
            (
                lambda w, top: np.linalg.norm(w, axis=0),
                lambda w, top: np.minimum(np.linalg.norm(w, axis=0), top),
                "Eso son las normas: se pide la matriz, con las columnas encogidas.",
            ),
        ),
    )


def _dropped(h, blame, draw, p, keep=lambda draw, p: draw >= p):
    mask = keep(draw, p) / (1 - p)
    return h * mask, blame * mask


@exercise(
    "8.3.3",
    hints=(
        "Una sola máscara para las dos cosas, con su escala ya dentro: "
        "`mascara = (azar >= p) / (1 - p)`.",
        "La misma, a la ida y a la vuelta:\n"
        "`mascara = (azar >= p) / (1 - p)\nreturn h * mascara, culpa * mascara`",
    ),
    praise="Lo que se apagó a la ida no recibe culpa a la vuelta: en ese paso, no aprende.",
)
def check_dropout(function):
    def case(seed, shape, p):
        rng = np.random.default_rng(seed)
        h, blame = rng.normal(size=(2, *shape))
        return h, blame, rng.random(shape), p

    edge = np.array([[0.5, 0.2, 0.7, 0.5]])
    expect.computes(
        function,
        "dropout",
        right=_dropped,
        inputs=[
            case(0, (4, 6), 0.5),
            case(1, (3, 5), 0.2),
            case(2, (7,), 0.75),
            case(3, (2, 3), 0.0),
            (edge + 1, edge - 2, edge, 0.5),  # un azar que vale justo p
        ],
        kind=expect.array,
        returns="salida, culpa_atras",
        tolerance=1e-9,
        mistakes=(
            (
                lambda h, c, draw, p: (_dropped(h, c, draw, p)[0], c * (draw >= p)),
                "A la vuelta, la culpa también lleva la escala: la máscara entera, con su "
                "1 / (1 - p).",
            ),
            (
                lambda h, c, draw, p: (_dropped(h, c, draw, p)[0], c),
                "La culpa vuelve entera: las neuronas apagadas no han influido, y no les toca.",
            ),
            (
                lambda h, c, draw, p: (h * (draw >= p), c * (draw >= p)),
                lambda h, c, draw, p: (h * (draw >= p), _dropped(h, c, draw, p)[1]),
                "Falta la escala: las que quedan se dividen entre 1 - p.",
            ),
            (
                lambda h, c, draw, p: (h * (draw >= p) * (1 - p), c * (draw >= p) * (1 - p)),
                "Multiplicas por 1 - p: al faltar neuronas, las que quedan tienen que crecer.",
            ),
            (
                lambda h, c, draw, p: _dropped(h, c, draw, p, lambda draw, p: draw < p),
                "Apagas las que debían quedarse: se apagan aquellas cuyo azar es menor que p.",
            ),
            (
                lambda h, c, draw, p: _dropped(h, c, draw, p, lambda draw, p: draw > p),
                "{call}: la que tiene un azar igual a p se queda, con >=.",
            ),
            (
                lambda h, c, draw, p: (h * (draw >= p) / p, c * (draw >= p) / p),
                "Divides entre p, la parte que se apaga: se divide entre la que queda, 1 - p.",
            ),
            (
                lambda h, c, draw, p: (
                    _dropped(h, c, draw, p)[0],
                    h * (draw >= p) / (1 - p),
                ),
                "A la vuelta lo que pasa por la máscara es la culpa, y no h otra vez.",
            ),
            (
                lambda h, c, draw, p: (
                    _dropped(h, c, draw, p)[0],
                    c * _dropped(h, c, draw, p)[0],
                ),
                "A la culpa la multiplica la máscara, y no la salida: h no pinta nada a la vuelta.",
            ),
            (
                lambda h, c, draw, p: _dropped(h, c, draw, p)[::-1],
                "Están al revés: se devuelven salida, culpa_atras, en ese orden.",
            ),
            (
                lambda h, c, draw, p: (_dropped(h, c, draw, p)[0], (draw >= p) / (1 - p)),
                "Devuelves la máscara: a la vuelta se pide la culpa, multiplicada por ella.",
            ),
        ),
    )


_ROWS = np.array([[1.0, 1.0], [0.5, 2.0], [1.5, 0.2]], dtype="float32")
_PASS_WEIGHTS = np.array([[4.0, -2.0, 0.0], [-2.0, 1.0, 1.0]], dtype="float32")


def _coin_network():
    """Una red de dos entradas que apaga cada una la mitad de las veces."""
    import keras

    network = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dropout(0.5, seed=0),
            keras.layers.Dense(3, activation="softmax", use_bias=False),
        ]
    )
    network.layers[-1].set_weights([_PASS_WEIGHTS])
    return network


def _softmax(z):
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _possible():
    """Lo que puede salir de una pasada: (muestra, qué se apaga, clase)."""
    masks = 2 * np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    return _softmax((_ROWS[:, np.newaxis] * masks) @ _PASS_WEIGHTS)


def _among(found, options):
    """Si cada fila de ``found`` es una de sus opciones."""
    return all(
        np.abs(row - some).max(axis=1).min() < 1e-4
        for row, some in zip(found, options, strict=True)
    )


@exercise(
    "8.3.4",
    hints=(
        "Una pasada con las neuronas apagándose: `modelo(x, training=True)`. Hacen falta `veces`.",
        "Guárdalas en una lista, y promedia por su primer eje, el de las pasadas: "
        "`np.mean(…, axis=0)`.",
        "\n`votos = [np.asarray(modelo(x, training=True)) for vez in range(veces)]\n"
        "return np.mean(votos, axis=0)`",
    ),
    praise="Un comité que sale de una sola red: en cada pasada vota otra parte de ella.",
)
def check_passes(function):
    expect.function(function, "pasadas")
    network, options = _coin_network(), _possible()
    plain = np.asarray(network(_ROWS))

    def answer(times, rows=_ROWS):
        found = expect.call(function, network, rows, times)
        return expect.array(found, f"pasadas(modelo, x, {times})").astype(float)

    several = answer(2)
    if several.shape == (2, *plain.shape):
        expect.wrong(
            "Devuelves todas las pasadas: falta la media por su eje, np.mean(pasadas, axis=0)."
        )
    if several.shape == (len(_ROWS),):
        expect.wrong(
            "Devuelves un número por muestra: se piden las probabilidades medias, una por clase."
        )
    if several.shape != plain.shape:
        expect.wrong(
            f"Para {len(_ROWS)} muestras y tres clases debe salir la forma {plain.shape}, y sale "
            f"{several.shape}. La media es por el eje de las pasadas."
        )
    singles = [answer(1) for _ in range(12)]
    if all(expect.same(one, plain, 1e-4) for one in singles):
        expect.wrong(
            "Sale siempre lo mismo que sin dropout: para que se apaguen neuronas, "
            "modelo(x, training=True)."
        )
    if all(expect.same(one, singles[0], 1e-4) for one in singles):
        expect.wrong("Con otra pasada sale lo mismo: cada una tiene que sortear lo suyo.")
    if not all(_among(one, options) for one in singles):
        expect.wrong("Con veces=1 debe salir lo que da una pasada con training=True, tal cual.")
    pairs = (options[:, :, np.newaxis] + options[:, np.newaxis]).reshape(len(_ROWS), -1, 3)
    twos = [several, *(answer(2) for _ in range(6))]
    if all(_among(two, pairs) for two in twos):
        expect.wrong("Con dos pasadas sale la suma: falta dividir entre veces.")
    if all(_among(two, options) for two in twos):
        expect.wrong("Con veces=2 sale lo de una sola pasada: hacen falta las dos, y su media.")
    if not all(_among(two, pairs / 2) for two in twos):
        expect.wrong("Con veces=2 no sale la media de dos pasadas con training=True.")
    if not _among(answer(1, _ROWS[:0:-1]), options[:0:-1]):
        expect.wrong("Con otras muestras no sale lo que les toca: usa el x que recibe la función.")
    if np.abs(answer(150) - options.mean(axis=1)).max() > 0.15:
        expect.wrong("Con 150 pasadas, la media no se acerca a la que debe.")


def _tempered(p, temperature):
    powers = p ** (1 / temperature)
    return powers / powers.sum(axis=1, keepdims=True)


@exercise(
    "8.3.5",
    hints=(
        "Elevar a 1 / temperatura: `potencias = p ** (1 / temperatura)`.",
        "Y que cada fila vuelva a sumar 1: `potencias.sum(axis=1, keepdims=True)` es su suma.",
        "\n`potencias = p ** (1 / temperatura)\n"
        "return potencias / potencias.sum(axis=1, keepdims=True)`",
    ),
    praise="Un solo número para toda la red: enfría o calienta, y no cambia ninguna respuesta.",
)
def check_temper(function):
    def case(seed, rows, classes, temperature):
        points = np.random.default_rng(seed).normal(0, 2, (rows, classes))
        return _softmax(points), temperature

    certain = np.array([[1.0, 0.0, 0.0, 0.0], [0.5, 0.5, 0.0, 0.0]])
    expect.computes(
        function,
        "templar",
        right=_tempered,
        inputs=[
            case(0, 4, 3, 2.0),
            case(1, 2, 5, 0.5),
            case(2, 3, 3, 1.3),
            case(3, 1, 4, 1),
            (certain, 1.5),
        ],
        kind=expect.array,
        mistakes=(
            (
                lambda p, t: p ** (1 / t),
                "Las filas no suman 1: falta dividir cada una entre su suma.",
            ),
            (
                lambda p, t: _tempered(p, 1 / t),
                "Está al revés: se eleva a 1 / temperatura, y una temperatura mayor que 1 acerca "
                "las probabilidades unas a otras.",
            ),
            (
                lambda p, t: p / t / (p / t).sum(axis=1, keepdims=True),
                "Sale lo mismo que entró: dividir las probabilidades entre un número y volver a "
                "normalizar no las cambia. Se elevan a 1 / temperatura.",
            ),
            (
                lambda p, t: _softmax(p / t),
                "Las probabilidades ya pasaron por softmax: no hace falta otra. Se elevan a "
                "1 / temperatura.",
            ),
            (
                lambda p, t: p ** (1 / t) / (p ** (1 / t)).sum(),
                "Divides entre la suma de todo: cada fila, entre la suya, con axis=1.",
            ),
            (
                lambda p, t: p ** (1 / t) / (p ** (1 / t)).sum(axis=0),
                "Sumas las columnas: cada fila, entre su suma, con axis=1.",
            ),
            (
                lambda p, t: p / t,
                "Se elevan a 1 / temperatura: dividirlas no basta, y las filas deben sumar 1.",
            ),
        ),
    )


def _ablated(recipe, without):
    return {name: recipe | {name: value} for name, value in without.items()}


def _a_dict(value, name):
    return expect.instance(value, dict, name)


def _piled(recipe, without):
    """Todas con lo quitado hasta entonces: lo que pasa si no se copia cada vez."""
    found = {}
    for name, value in without.items():
        recipe = recipe | {name: value}
        found[name] = recipe
    return found


@exercise(
    "8.3.6",
    hints=(
        "Para cada ingrediente, una copia de la receta: `otra = dict(receta)`. Y en ella, solo ese "
        "cambio.",
        "Un ciclo por `sin.items()` da cada nombre y su valor: en la copia se cambia ese "
        "ingrediente, y la copia se guarda en un diccionario con su nombre.",
        "\n`quitadas = {}\n"
        "for nombre, valor in sin.items():\n"
        "    otra = dict(receta)\n"
        "    otra[nombre] = valor\n"
        "    quitadas[nombre] = otra\n"
        "return quitadas`",
    ),
    praise="Cada receta cambia una sola cosa: si el resultado cambia, ya sabes por qué.",
)
def check_ablation(function):
    expect.computes(
        function,
        "quitar_uno",
        right=_ablated,
        inputs=[
            ({"a": 1, "b": 2, "c": 3}, {"a": 0, "c": 0}),
            ({"abandono": 0.2, "capas": 2, "epocas": 5}, {"capas": 1, "abandono": 0.0}),
            ({"x": 1, "y": 2}, {"x": 5}),
            ({"x": 1, "y": 2}, {}),
            ({"x": 1, "y": 2, "z": 3}, {"z": 0, "y": 0, "x": 0}),
        ],
        kind=_a_dict,
        unchanged="Tu función cambia la receta que recibe, y la siguiente ya no es la completa: "
        "trabaja con una copia, dict(receta).",
        mistakes=(
            (
                _piled,
                "{call}: los cambios se acumulan. Cada receta parte de la completa, y cambia un "
                "solo ingrediente.",
            ),
            (
                lambda recipe, without: dict.fromkeys(without, recipe | without),
                "{call}: todas llevan todos los cambios. ¿Es la misma receta varias veces? Haz una "
                "copia en cada vuelta.",
            ),
            (
                lambda recipe, without: {
                    name: {key: item for key, item in recipe.items() if key != name}
                    for name in without
                },
                "{call}: borras el ingrediente: se pide que tome el valor que dice `sin`.",
            ),
            (
                lambda recipe, without: {
                    name: recipe | {other: v for other, v in without.items() if other != name}
                    for name in without
                },
                "{call}: es al revés: cambia solo ese ingrediente, y deja los demás.",
            ),
            (
                lambda recipe, without: {name: {name: v} for name, v in without.items()},
                lambda recipe, without: dict(without),
                "{call}: cada receta lleva todos los ingredientes, y no solo el que cambia.",
            ),
            (
                lambda recipe, without: dict.fromkeys(without, recipe),
                "{call}: no has cambiado nada: todas son la receta completa.",
            ),
            (
                lambda recipe, without: list(_ablated(recipe, without).values()),
                "Devuelves una lista: se pide un diccionario, con el nombre de lo que se quita.",
            ),
            (
                lambda recipe, without: {
                    name: _ablated(recipe, {**recipe, **without})[name] for name in recipe
                },
                "{call}: solo se quitan los ingredientes que están en `sin`.",
            ),
            (
                lambda recipe, without: recipe | without,
                "Eso es una sola receta, con todos los cambios: se pide una por ingrediente.",
            ),
        ),
    )


quiz(
    "8.3.A1",
    correct="c",
    why="Sí: resta siempre lo mismo, hasta llegar; ℓ2 quita una parte, cada vez menor.",
    wrong={
        "a": "Es al revés: ℓ2 quita una parte del peso, y esa parte se hace cada vez menor.",
        "b": "Las dos suman algo a la pérdida que depende de todos los pesos.",
        "d": "El tamaño del freno se elige: con l2 grande encoge tanto como se quiera, sin llegar "
        "a 0.",
    },
    hint="Mira qué mide el empujón de cada una cuando al peso le queda poco.",
)
quiz(
    "8.3.A2",
    correct="b",
    why="Sí: menos distancia no es mejor red si las dos bajan.",
    wrong={
        "a": "La distancia bajó porque aprendió menos: mira la exactitud en validación.",
        "c": "La escala deja la media igual; lo que falta son neuronas con las que aprender.",
        "d": "Al predecir no se apaga ninguna neurona.",
    },
    hint="¿Cuál de las dos redes usarías para clasificar prendas nuevas?",
)
quiz(
    "8.3.A3",
    correct="d",
    why="Sí: softmax reparte 1 entre las que conoce, y la media de muchas pasadas, también.",
    wrong={
        "a": "Eso pasaría si 0.97 fuera la probabilidad de acertar: con ruido no acierta ninguna.",
        "b": "El comité dudaba algo más, y la mayor parte del ruido seguía pasando por una prenda.",
        "c": "Con treinta pasadas, el ruido seguía siendo una prenda: de acuerdo y equivocadas.",
    },
    hint="¿Qué dos preguntas hay que hacerle a una imagen que llega?",
)
quiz(
    "8.3.A4",
    correct="a",
    why="Sí: el 0 cabe en el intervalo, y eso no prueba ni que sirva ni que no.",
    wrong={
        "b": "Con el 0 dentro, la suerte de las semillas basta para explicarlo.",
        "c": "No distinguir no es probar que no sirve: con más semillas podría verse.",
        "d": "La prueba no se usa para elegir, y menos para desempatar.",
    },
    hint="«No se distingue» no es «es igual».",
)
