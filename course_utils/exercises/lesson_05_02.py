"""Comprobaciones de la lección 5.2, Capas convolucionales."""

import numpy as np

from ..datasets.images import load_some_garments
from . import expect
from .convolutions import correlate, keras_difference, pooled, versus_keras
from .core import exercise, quiz

# --- 5.2.1: los parámetros ---------------------------------------------------------------------


@exercise(
    "5.2.1",
    hints=(
        "¿Cuántos números tiene un solo núcleo? Abarca todos los canales de la entrada.",
        "Cada filtro: `lado * lado * canales` pesos y un sesgo.",
        "`return (lado * lado * canales + 1) * filtros`",
    ),
    praise="En esa cuenta no aparece el tamaño de la imagen: ahí está el ahorro.",
)
def check_parameters(function):
    expect.computes(
        function,
        "parametros_conv",
        right=lambda k, c, f: (k * k * c + 1) * f,
        inputs=[(5, 3, 16), (3, 1, 8), (1, 4, 2), (3, 16, 32)],
        explain=lambda result, wanted, *_: (
            f"{{call}} dio {expect.shown(result)} y son {wanted}. Cuenta los pesos de un filtro, "
            "súmale su sesgo y multiplica por los filtros."
        ),
        mistakes=(
            (lambda k, c, f: k * k * c * f, "{call}: faltan los sesgos, uno por filtro."),
            (
                lambda k, c, f: k * k * c * f + 1,
                "{call}: hay un sesgo por filtro, no uno para toda la capa.",
            ),
            (
                lambda k, c, f: k * k * c * f + c,
                "{call}: hay un sesgo por filtro, no uno por canal de entrada.",
            ),
            (
                lambda k, c, f: k * k * c * f + c * f,
                "{call}: un filtro tiene un solo sesgo, no uno por canal.",
            ),
            (
                lambda k, c, f: k * k * f + f,
                "{call}: cada filtro abarca todos los canales de la entrada: faltan los canales.",
            ),
            (lambda k, c, f: k * c * f + f, "{call}: el núcleo es de lado × lado, no de lado."),
            (
                lambda k, c, f: k * k * c + 1,
                "{call}: eso es un solo filtro; multiplica por cuántos hay.",
            ),
        ),
    )


# --- 5.2.2: la agrupación ----------------------------------------------------------------------

POOL_IMAGE = np.array([[7, 3, 5, 2], [8, 7, 1, 6], [4, 9, 3, 9], [0, 8, 4, 5]])


@exercise(
    "5.2.2",
    hints=(
        "Como al pasar un núcleo, dos ciclos; pero la ventana avanza de `lado` en `lado`, y de "
        "cada una se toma el máximo, `.max()`.",
        "El resultado tiene `imagen.shape[0] // lado` filas; con `for fila in "
        "range(imagen.shape[0] // lado):`, el cuadrito empieza en `fila * lado`.",
        "\n`filas, columnas = imagen.shape[0] // lado, imagen.shape[1] // lado\n"
        "resultado = np.zeros((filas, columnas))\n"
        "for fila in range(filas):\n"
        "    for columna in range(columnas):\n"
        "        cuadrito = imagen[fila * lado:(fila + 1) * lado, columna * lado:(columna + 1) * "
        "lado]\n"
        "        resultado[fila, columna] = cuadrito.max()\n"
        "return resultado`",
    ),
    praise="Queda lo más intenso de cada cuadrito, con muchos menos números que mover.",
)
def check_max_pool(function):
    import keras

    rng = np.random.default_rng(51)
    inputs = [(POOL_IMAGE, 2), (rng.random((6, 9)), 3), (rng.random((5, 7)), 2)]
    inputs.append((-1 - rng.random((4, 6)), 2))  # todo negativo, como antes de ReLU

    def case(image, side):
        return f"Con una imagen de {image.shape} y lado {side}"

    def misshapen(result, expected, image, side):
        shape = expected.shape
        if result.shape == pooled(image, side, step=1).shape:
            return (
                f"{case(image, side)}, la ventana avanza de uno en uno y los cuadritos se solapan. "
                f"Debe saltar de {side} en {side}."
            )
        if result.shape == tuple(-(-length // side) for length in image.shape) != shape:
            return (
                f"{case(image, side)}, sobran filas o columnas que no llenan un cuadrito: "
                "descártalas (con //)."
            )
        if result.shape != shape:
            return (
                f"{case(image, side)}, el resultado debe tener forma {shape} y tiene "
                f"{result.shape}."
            )
        return None

    results = expect.computes(
        function,
        "max_pool",
        right=pooled,
        inputs=inputs,
        kind=expect.numeric,
        misshapen=misshapen,
        message=lambda *arguments: (
            f"{case(*arguments)}, la forma es correcta pero los números no. "
            "Cada cuadrito empieza en fila * lado y columna * lado."
        ),
        mistakes=(
            (
                lambda image, side: pooled(image, side, summary=np.mean),
                "Eso es la media de cada cuadrito (existe, y se llama average pooling): aquí se "
                "pide el máximo.",
            ),
            (
                lambda image, side: pooled(image, side, summary=np.min),
                "Eso es el menor de cada cuadrito: se pide el mayor.",
            ),
            (
                lambda image, side: np.maximum(pooled(image, side), 0),
                "Si todo el cuadrito es negativo, tu función devuelve 0, que no está en él: "
                "lo mayor de un cuadrito se busca entre sus números, sin contar un 0 de más.",
            ),
        ),
    )
    return versus_keras(
        [
            keras_difference(keras.layers.MaxPooling2D(side), image, result)
            for (image, side), result in zip(inputs, results, strict=True)
        ],
        "MaxPooling2D",
    )


# --- 5.2.3: un bloque --------------------------------------------------------------------------


@exercise(
    "5.2.3",
    hints=(
        "Son cuatro operaciones seguidas; cada una recibe lo que da la anterior.",
        "`mapa = apply_kernel(imagen, nucleo) + sesgo` es el mapa; `np.maximum(mapa, 0)` es ReLU.",
        "`return pool(np.maximum(apply_kernel(imagen, nucleo) + sesgo, 0))`",
    ),
    praise="Convolución, sesgo, ReLU y agrupación: el bloque que se repite en casi toda red "
    "convolucional.",
)
def check_block(function):
    rng = np.random.default_rng(51)

    def block(image, kernel, bias, activate=lambda maps: np.maximum(maps, 0)):
        return pooled(activate(correlate(image, kernel) + bias), 2)

    def misshapen(result, expected, image, kernel, bias):
        shape = expected.shape
        if result.shape == correlate(image, kernel).shape:
            return "El mapa tiene el tamaño de antes de agrupar: falta la agrupación de 2 en 2."
        if result.shape != shape:
            return (
                f"Con una imagen de {image.shape} y un núcleo de 3×3, el resultado debe tener "
                f"forma {shape} y tiene {result.shape}."
            )
        return None

    expect.computes(
        function,
        "bloque",
        right=block,
        inputs=[
            (rng.normal(size=shape), rng.normal(size=(3, 3)), bias)
            for shape, bias in (((8, 8), -0.5), ((10, 12), 0.75), ((9, 7), 0))
        ],
        kind=expect.numeric,
        misshapen=misshapen,
        message="La forma es correcta, pero los números no. El orden: núcleo, sesgo, ReLU y "
        "agrupación.",
        mistakes=(
            (
                lambda image, kernel, bias: block(image, kernel, bias, np.positive),
                "Quedan números negativos: falta ReLU, np.maximum(mapa, 0).",
            ),
            (
                lambda image, kernel, bias: block(image, kernel, 0),
                "Falta sumar el sesgo al mapa.",
            ),
            (
                lambda image, kernel, bias: block(image, kernel, 0) + bias,
                "El sesgo se suma antes de ReLU; lo sumas después.",
            ),
            (
                lambda image, kernel, bias: block(image, kernel, bias, np.abs),
                "Usas el valor absoluto. ReLU no cambia el signo: lo negativo pasa a 0.",
            ),
            (
                lambda image, kernel, bias: block(image, np.flip(kernel), bias),
                "El núcleo está girado media vuelta: usa apply_kernel, que no lo gira.",
            ),
        ),
    )


# --- 5.2.4: las formas de una red --------------------------------------------------------------


@exercise(
    "5.2.4",
    hints=(
        "Un núcleo de 3×3 sin relleno quita 2 al lado; agrupar de 2 en 2 lo deja en la mitad, "
        "redondeando hacia abajo.",
        "De 28 a 26, y de ahí a 13. Después, otra vez lo mismo. Lo que entra en Flatten son los "
        "mapas de la última capa: tantos como filtros tiene la segunda convolución.",
        "`lados = [26, 13, 11, 5]` y `numeros = 5 * 5 * 32`",
    ),
    praise="Los mapas se encogen y se multiplican: menos «dónde» y más «qué».",
)
def check_sizes(sides, numbers):
    def four_numbers(value, name):
        value = expect.listed(value, name)
        if len(value) != 4:
            expect.wrong(f"lados debe tener 4 números, uno por capa, y tiene {len(value)}.")
        return [expect.number(side, "cada elemento de lados") for side in value]

    sides = four_numbers(sides, "lados")
    right = [26, 13, 11, 5]
    differ = [layer for layer in range(4) if sides[layer] != right[layer]]
    expect.cases(
        sides,
        "lados",
        right,
        mistakes=(
            ([28, 14, 14, 7], "Eso saldría con padding='same'. Sin relleno, 3×3 quita 2 al lado."),
            ([27, 13, 12, 6], "Un núcleo de 3×3 quita 2 al lado, no 1: 28 − 3 + 1."),
            ([25, 12, 9, 4], "Falta el + 1: un núcleo de 3×3 quita 2 al lado, no 3."),
            ([26, 13, 11, 6], "11 no se reparte en cuadritos de 2: la fila que sobra se descarta."),
            ([26, 13, 11, 5.5], "No hay medias casillas: la agrupación redondea hacia abajo."),
            ([26, 25, 23, 22], "La agrupación avanza de 2 en 2: el lado queda en la mitad."),
        ),
        message="".join(
            f"El lado después de la capa {layer + 1} no es {expect.shown(sides[layer])}. Aplica la "
            "fórmula capa a capa, cada una sobre el resultado de la anterior."
            for layer in differ[:1]
        ),
    )
    expect.cases(
        numbers,
        "numeros",
        800,
        kind=expect.number,
        mistakes=(
            (25, "Eso es un solo mapa de 5×5, y hay uno por filtro de la última convolución."),
            (
                400,
                "Has usado los 16 filtros de la primera; a Flatten le llegan los 32 de la segunda.",
            ),
            (
                12800,
                "No se multiplican 16 y 32: cada filtro de la segunda reúne los 16 canales en un "
                "mapa.",
            ),
            (160, "Los mapas son de 5×5, no de 5."),
        ),
    )


# --- 5.2.5: un núcleo aprendido ----------------------------------------------------------------

LAPLACE = np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]])
_MAX_ERROR = 0.1  # la receta de la solución queda por debajo de 0.03 con cinco semillas


@exercise(
    "5.2.5",
    hints=(
        "El modelo: `keras.Input((28, 28, 1))` y `keras.layers.Conv2D(1, 3, use_bias=False)`.",
        'Compila con `keras.optimizers.Adam(0.05)` y `loss="mse"`. Con lotes de 20, unas 20 '
        "épocas bastan.",
        "\n`modelo = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(1, 3, "
        "use_bias=False)])\n"
        'modelo.compile(keras.optimizers.Adam(0.05), loss="mse")\n'
        "modelo.fit(x_noise, y_laplace, batch_size=20, epochs=20, verbose=0)\n"
        "nucleo_aprendido = modelo.get_weights()[0][:, :, 0, 0]`",
    ),
    praise="Son los números del laplaciano: el píxel frente a sus cuatro vecinos. Nadie se los "
    "dio a la capa.",
)
def check_learned_kernel(kernel):
    kernel = expect.numeric(kernel, "nucleo_aprendido")
    if kernel.shape == (3, 3, 1, 1):
        expect.wrong(
            "Los pesos de la capa tienen cuatro ejes, (3, 3, 1, 1): quédate con los dos primeros, "
            "[:, :, 0, 0]."
        )
    if kernel.shape != (3, 3):
        expect.wrong(f"nucleo_aprendido debe tener forma (3, 3) y tiene {kernel.shape}.")
    error = np.abs(kernel - LAPLACE).max()
    if np.abs(kernel + LAPLACE).max() < _MAX_ERROR:
        expect.wrong("Todos los signos están al revés: es el núcleo que imita a −y_laplace.")
    if error > 3:
        expect.wrong(
            f"El núcleo aún está muy lejos: el peso más alejado lo está en ≈ {error:.2f}. Los "
            "pesos se leen después de entrenar el modelo (fit)."
        )
    if error >= _MAX_ERROR:
        expect.wrong(
            f"Va bien encaminado: el peso más alejado lo está en ≈ {error:.2f}, y se pide menos de "
            f"{_MAX_ERROR}. Prueba más épocas, o una tasa de aprendizaje de 0.05."
        )
    garments = load_some_garments("test", 0, 200)[0] / 255
    gap = max(np.abs(correlate(image, kernel - LAPLACE)).mean() for image in garments)
    return (
        f"Aprendido solo con ruido, ¿imita a laplace en 200 prendas, con un error medio menor que "
        f"0.1?: {'sí' if gap < 0.1 else 'no'}."
    )


# --- Autoevaluación ----------------------------------------------------------------------------

quiz(
    "5.2.A1",
    correct="a",
    why="Sí: un filtro abarca los 8 canales de la entrada. Los 16 dicen cuántos filtros hay, y por "
    "tanto cuántos mapas salen.",
    wrong={
        "b": "Eso bastaría con una entrada de un solo canal; esta tiene 8.",
        "c": "16 es cuántos filtros hay. La profundidad de cada uno la pone la entrada.",
        "d": "El tamaño de la imagen no interviene: los mismos pesos recorren todo el mapa.",
    },
    hint="Recuerda el núcleo de la foto en color: ¿por qué era de 3×3×3?",
)
quiz(
    "5.2.A2",
    correct="d",
    why="Sí: se llama compartir pesos. El mismo detector sirve arriba a la izquierda y abajo a la "
    "derecha.",
    wrong={
        "a": "Con padding='same' no reduce nada, y tiene los mismos parámetros.",
        "b": "Tiene un sesgo por filtro.",
        "c": "Los guarda igual que la densa, en float32.",
    },
    hint="Piensa en lo que tienen en común todas las casillas de un mapa.",
)
quiz(
    "5.2.A3",
    correct="b",
    why="Sí: el descenso de gradiente encontraría los mismos números, colocados al revés, y la "
    "salida sería la misma.",
    wrong={
        "a": "Un detector de bordes girado sigue detectando bordes; y además se aprende.",
        "c": "Girar un núcleo no añade números: los cambia de sitio.",
        "d": "Funcionaría con cualquiera: se aprendería el que, ya girado, va bien.",
    },
    hint="¿Quién elige los números del núcleo?",
)
