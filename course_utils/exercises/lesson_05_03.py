"""Comprobaciones de la lección 5.3, CNN contra densa."""

import numpy as np

from . import expect
from .core import exercise, quiz

# La red de la lección: dos convoluciones de 3 × 3 (16 y 32 filtros), con agrupación 2 × 2.
CONV_1 = 3 * 3 * 1 * 16 + 16
CONV_2 = 3 * 3 * 16 * 32 + 32
FLAT = 7 * 7 * 32


@exercise(
    "5.3.1",
    hints=(
        "¿Cuántas multiplicaciones cuesta una casilla de un mapa? Una por peso del núcleo.",
        "Cada casilla cuesta nucleo · nucleo · entrada, y hay alto · ancho casillas por filtro.",
        "`return alto * ancho * nucleo * nucleo * entrada * filtros`",
    ),
    praise="Los pesos se comparten; el trabajo, no: se repite en cada casilla.",
)
def check_multiplications(function):
    expect.computes(
        function,
        "multiplicaciones",
        right=lambda h, w, k, c, f: h * w * k * k * c * f,
        inputs=[(14, 10, 5, 3, 8), (28, 28, 3, 1, 16), (9, 1, 1, 4, 2)],
        mistakes=(
            (
                lambda h, w, k, c, f: k * k * c * f,
                lambda h, w, k, c, f: (k * k * c + 1) * f,
                "{call}: esos son los pesos de la capa. Cada uno se usa en todas las casillas del "
                "mapa.",
            ),
            (
                lambda h, w, k, c, f: h * w * k * k * c,
                "{call}: ese es el trabajo de un solo filtro.",
            ),
            (
                lambda h, w, k, c, f: h * w * k * c * f,
                "{call}: el núcleo es cuadrado: nucleo por nucleo pesos.",
            ),
            (
                lambda h, w, k, c, f: h * w * k * k * f,
                "{call}: faltan los canales de entrada: el núcleo los recorre todos.",
            ),
            (
                lambda h, w, k, c, f: h * w * (k * k * c + 1) * f,
                "{call}: sumaste también los sesgos. Un sesgo se suma, no multiplica.",
            ),
        ),
    )


@exercise(
    "5.3.2",
    hints=(
        "Suma cuatro capas: dos convoluciones y dos densas. La agrupación no tiene parámetros.",
        "Una convolución: 3·3·canales de entrada·filtros, más los filtros. La segunda recibe 16 "
        "canales.",
        "A la primera densa llegan 7·7·32 números: `7 * 7 * 32 * neuronas + neuronas`. La última "
        "recibe tantos como neuronas.",
    ),
    praise="Las dos convoluciones juntas apenas suman 4800 parámetros: el peso está en la densa.",
)
def check_cnn_parameters(function):
    def parameters(units, *, conv=CONV_1 + CONV_2, flat=FLAT, head=True):
        return conv + flat * units + units + (units * 10 + 10) * head

    expect.computes(
        function,
        "parametros_cnn",
        right=parameters,
        inputs=[(1,), (64,), (146,)],
        mistakes=(
            (
                lambda n: 144 + 4608 + FLAT * n + n * 10,
                "{call}: faltan los sesgos, uno por filtro y uno por neurona.",
            ),
            (
                lambda n: parameters(n, conv=CONV_1 + 3 * 3 * 32 + 32),
                "{call}: la segunda convolución no recibe 1 canal, sino los 16 de la primera.",
            ),
            (
                lambda n: parameters(n, head=False),
                "{call}: falta la capa de salida, la de 10 neuronas.",
            ),
            (
                lambda n: parameters(n, flat=28 * 28 * 32),
                "{call}: las dos agrupaciones reducen la imagen: de 28×28 a 14×14, y a 7×7.",
            ),
            (
                lambda n: parameters(n, flat=7 * 7),
                "{call}: Flatten desenrolla los 32 mapas de 7×7, no uno solo.",
            ),
            (
                lambda n: parameters(n, conv=0),
                "{call}: faltan las dos capas convolucionales.",
            ),
        ),
    )


@exercise(
    "5.3.3",
    hints=(
        "Una prenda se arregla si `antes != etiquetas` y, a la vez, `despues == etiquetas`.",
        "Con arrays, «a la vez» se escribe `&`, y cada comparación va entre paréntesis.",
        "\n`arregla = ((antes != etiquetas) & (despues == etiquetas)).sum()\n"
        "estropea = ((antes == etiquetas) & (despues != etiquetas)).sum()\n"
        "return arregla, estropea`",
    ),
    praise="Dos modelos con parecida exactitud pueden fallar en prendas muy distintas.",
)
def check_fixed_and_broken(function):
    def fixed(labels, before, after):
        return int(((before != labels) & (after == labels)).sum())

    def three_arrays(seed, n):
        rng = np.random.default_rng(seed)
        labels = rng.integers(4, size=n)
        before, after = (np.where(rng.random(n) < p, labels, (labels + 1) % 4) for p in (0.5, 0.8))
        return labels, before, after

    first, second = (
        f"lo {place} que devuelve arregla_y_estropea" for place in ("primero", "segundo")
    )
    expect.computes(
        function,
        "arregla_y_estropea",
        right=lambda y, a, b: (fixed(y, a, b), fixed(y, b, a)),
        inputs=[three_arrays(seed, n) for seed, n in enumerate((60, 37, 25))],
        returns="arregla, estropea",
        kind=(
            lambda value, _: expect.number(value, first),
            lambda value, _: expect.number(value, second),
        ),
        explain=lambda result, wanted, *_: (
            f"{first if not expect.same(result[0], wanted[0]) else second} no es el valor pedido: "
            f"llegó {expect.shown(result)}."
        ),
        mistakes=(
            (
                lambda y, a, b: (fixed(y, b, a), fixed(y, a, b)),
                "Los dos resultados están al revés.",
            ),
            (
                lambda y, a, b: ((b == y).sum(), (a == y).sum()),
                lambda y, a, b: ((b == y).sum(), fixed(y, b, a)),
                "El primero son todos los aciertos de la segunda: se piden solo los que la primera "
                "fallaba.",
            ),
            (
                lambda y, a, b: ((a != b).sum(), (a != b).sum()),
                "Eso cuenta las prendas en que difieren. Hay que separarlas según quién acierta.",
            ),
            (
                lambda y, a, b: (fixed(y, a, b) / len(y), fixed(y, b, a) / len(y)),
                "Se piden cuántas prendas son, no qué fracción.",
            ),
        ),
    )


@exercise(
    "5.3.4",
    hints=(
        "Aplana cada imagen: `imagenes.reshape(len(imagenes), -1)` tiene una fila por imagen.",
        "`planas = …` son esas filas, y `planas[:, orden]` toma las columnas en ese orden, el "
        "mismo para todas.",
        "\n`planas = imagenes.reshape(len(imagenes), -1)\n"
        "return planas[:, orden].reshape(imagenes.shape)`",
    ),
    praise="El mismo desorden para todas: no se pierde ningún píxel, solo la vecindad.",
)
def check_shuffle(function):
    def flat(images):
        return images.reshape(len(images), -1)

    def decimals(value, name):
        return expect.array(value, name, dtype=np.floating)

    rng = np.random.default_rng(1)
    inputs = []
    for shape in ((3, 4, 4, 1), (5, 3, 6, 1), (2, 7, 2, 1)):
        images = (rng.permutation(np.prod(shape)) / 7).reshape(shape)
        inputs.append((images, rng.permutation(shape[1] * shape[2])))
    expect.computes(
        function,
        "barajar_pixeles",
        right=lambda x, order: flat(x)[:, order].reshape(x.shape),
        inputs=inputs,
        kind=decimals,
        message="No es el orden pedido: en todas las imágenes, el píxel k del resultado es el "
        "orden[k] de la imagen.",
        mistakes=(
            (
                lambda x, order: flat(x)[:, order],
                "Devuelve filas aplanadas: falta volver a la forma original, con "
                ".reshape(imagenes.shape).",
            ),
            (lambda x, order: x, "Las imágenes no han cambiado: usa planas[:, orden]."),
            (
                lambda x, order: flat(x)[:, order.argsort()].reshape(x.shape),
                "Ese es el orden inverso: el píxel k del resultado es el orden[k] de la imagen.",
            ),
        ),
    )


@exercise(
    "5.3.5",
    hints=(
        "Primero, cuánto se equivoca cada uno en cada distrito: "
        "`error_uno = np.abs(reales - uno)`, y lo mismo con el otro.",
        "Con `error_uno = np.abs(reales - uno)` y `error_otro = np.abs(reales - otro)`, la "
        "fracción es la media de una comparación: `(error_uno < error_otro).mean()`.",
        "\n`error_uno, error_otro = np.abs(reales - uno), np.abs(reales - otro)\n"
        "return error_otro.mean() - error_uno.mean(), (error_uno < error_otro).mean()`",
    ),
    praise="Cuánto gana y cuántas veces gana son dos preguntas distintas: conviene mirar las dos.",
)
def check_advantage(function):
    def errors(real, one, other):
        return np.abs(real - one), np.abs(real - other)

    def advantage(real, one, other):
        mine, theirs = errors(real, one, other)
        return theirs.mean() - mine.mean(), (mine < theirs).mean()

    def prices(seed, n, spreads, tied):
        rng = np.random.default_rng(seed)
        real = rng.integers(50, 500, n) / 100
        one, other = (real + rng.integers(-60, 90, n) / 100 * spread for spread in spreads)
        other[:tied] = 2 * real[:tied] - one[:tied]  # se equivocan lo mismo, hacia lados opuestos
        return real, one, other

    expect.computes(
        function,
        "cuanto_gana",
        right=advantage,
        inputs=[
            prices(*case) for case in ((0, 40, (1, 2), 0), (1, 25, (2, 1), 3), (2, 31, (1, 1), 5))
        ],
        returns="ventaja, fraccion",
        kind=expect.one_number,
        mistakes=(
            (
                lambda y, a, b: (-advantage(y, a, b)[0], advantage(y, a, b)[1]),
                "La ventaja tiene el signo al revés: el error de otro menos el de uno.",
            ),
            (
                lambda y, a, b: ((np.abs(y - b) - np.abs(y - a)).sum(), advantage(y, a, b)[1]),
                "La ventaja es una suma, y se pide la diferencia de las medias.",
            ),
            (
                lambda y, a, b: ((y - b).mean() - (y - a).mean(), advantage(y, a, b)[1]),
                lambda y, a, b: ((b - y).mean() - (a - y).mean(), advantage(y, a, b)[1]),
                "Falta el valor absoluto en la ventaja: los errores por exceso y por defecto se "
                "anulan.",
            ),
            (
                lambda y, a, b: (
                    ((y - b) ** 2).mean() - ((y - a) ** 2).mean(),
                    advantage(y, a, b)[1],
                ),
                "La ventaja está medida con errores al cuadrado, y se pide con el valor absoluto.",
            ),
            (
                lambda y, a, b: (advantage(y, a, b)[0], (np.abs(y - a) <= np.abs(y - b)).mean()),
                "La fracción cuenta también los empates: se piden los distritos en los que uno "
                "queda más cerca.",
            ),
            (
                lambda y, a, b: (advantage(y, a, b)[0], (np.abs(y - a) > np.abs(y - b)).mean()),
                "La fracción es la de los distritos en los que gana otro.",
            ),
            (
                lambda y, a, b: (advantage(y, a, b)[0], (np.abs(y - a) < np.abs(y - b)).sum()),
                "Lo segundo es cuántos distritos son, y se pide qué fracción.",
            ),
            (
                lambda y, a, b: advantage(y, a, b)[::-1],
                "Los dos resultados están al revés: primero la ventaja, después la fracción.",
            ),
        ),
    )


quiz(
    "5.3.A1",
    correct="c",
    why="Sí: si una red tiene diez veces más parámetros, no se sabe si ganó por ser "
    "convolucional. Se iguala todo menos lo que se compara.",
    wrong={
        "a": "Con el conjunto de prueba no se entrena nada, aquí tampoco.",
        "b": "Una época de una cuesta más que la de la otra: iguales épocas no es igual trabajo.",
        "d": "La semilla fija el azar de cada una, pero no hace comparables dos redes distintas.",
    },
    hint="¿Qué tres cosas igualamos en las dos primeras secciones?",
)
quiz(
    "5.3.A2",
    correct="a",
    why="Sí: cada peso de un núcleo se guarda una vez y se usa en todas las casillas. Contar "
    "parámetros no es contar trabajo.",
    wrong={
        "b": "La agrupación solo compara números vecinos: es barata y no tiene parámetros.",
        "c": "Las dos reciben las mismas 60 000 imágenes en cada época.",
        "d": "Los sesgos son unos cientos en ambas: no deciden nada.",
    },
    hint="Vuelve al ejercicio 5.3.1.",
)
quiz(
    "5.3.A3",
    correct="b",
    why="Sí: en una tabla, el orden de las columnas es arbitrario. No hay vecindad que aprovechar, "
    "como en los píxeles barajados.",
    wrong={
        "a": "En una radiografía lo que importa son formas locales: es terreno de la CNN.",
        "c": "En un sonido, los instantes vecinos van juntos: una convolución (en una dimensión) "
        "los aprovecha.",
        "d": "En una foto, los píxeles vecinos forman bordes y texturas: terreno de la CNN.",
    },
    hint="¿En cuál de los cuatro podrías barajar las columnas sin perder nada?",
)
