"""Comprobaciones de la lección 4.6, Fashion-MNIST."""

import numpy as np

from . import expect
from .core import exercise, quiz

PIXELS = 28 * 28


@exercise(
    "4.6.1",
    hints=(
        "`x_test_raw.shape` dice cuántas imágenes hay y de qué tamaño son.",
        "Un array de NumPy tiene los métodos `.min()` y `.max()`.",
        "`len(x_test_raw)`, `x_train_raw.min()` y `x_train_raw.max()`.",
    ),
    praise="10 000 imágenes de prueba, con píxeles de 0 (fondo) a 255 (lo más claro).",
)
def check_data(n_test, minimum, maximum):
    expect.cases(
        n_test,
        "cuantas_prueba",
        10000,
        mistakes=(
            (60000, "60 000 son las imágenes de entrenamiento: se piden las de prueba."),
            (
                28,
                PIXELS,
                "Eso es el tamaño de una imagen. Cuántas hay es el primero de x_test_raw.shape.",
            ),
        ),
        kind=expect.integer,
    )
    minimum = expect.number(minimum, "minimo")
    maximum = expect.number(maximum, "maximo")
    if minimum > maximum:
        expect.wrong("minimo y maximo están al revés.")
    expect.cases(minimum, "minimo", 0)
    expect.cases(
        maximum,
        "maximo",
        255,
        mistakes=(
            (1, "Los píxeles todavía no están escalados: se pide el máximo de x_train_raw."),
            (256, "Hay 256 valores posibles, pero el primero es 0: ¿cuál es el último?"),
        ),
    )


@exercise(
    "4.6.2",
    hints=(
        "`etiquetas == clase` compara todas de una vez: da un array de `True` y `False`.",
        "Al sumar, `True` vale 1 y `False` vale 0.",
        "`return (etiquetas == clase).sum()`",
    ),
    praise="Comparar y sumar: así se cuenta en NumPy, sin escribir un ciclo.",
)
def check_count_class(function):
    labels = np.array([3, 0, 3, 9, 3, 1, 0], dtype=np.uint8)
    expect.computes(
        function,
        "contar_clase",
        right=lambda y, k: np.sum(y == k),
        inputs=[(labels, label) for label in (3, 0, 9, 5)]
        + [(np.array([2, 0, 2, 7, 2, 3]), label) for label in (2, 3)],
        kind=expect.one_number,
        mistakes=(
            (lambda y, k: y.size, "Cuenta todas las etiquetas: solo se piden las de esa clase."),
            (
                lambda y, k: y[y == k].sum(dtype=int),
                "Suma las etiquetas (3 + 3 + 3): se pide contar cuántas son.",
            ),
            (
                lambda y, k: np.sum(y == 3),
                lambda y, k: (
                    f"Acierta con la clase 3, pero con la {k} no: compara con el parámetro clase."
                ),
            ),
        ),
    )


@exercise(
    "4.6.3",
    hints=(
        "El valor más grande posible debe convertirse en 1.",
        "La división, `/`, de un array de enteros da un array de decimales.",
        "`return imagenes / 255`",
    ),
    praise="Todos los píxeles quedan entre 0 y 1, y el array original sigue intacto.",
)
def check_scale(function):
    images = np.array([[[0, 51], [102, 255]], [[0, 20], [40, 90]]], dtype=np.uint8)

    def scaled(result, name):
        result = expect.array(result, name)
        if np.issubdtype(result.dtype, np.integer):
            expect.wrong("El resultado son enteros, así que casi todo queda en 0: usa / y no //.")
        return result

    expect.computes(
        function,
        "escalar",
        right=lambda x: x / 255,
        inputs=[(images,), (images[1:],), (images[:, :, :1],)],
        kind=scaled,
        mistakes=(
            (
                lambda x: x / 256,
                "Dividiste entre 256: el valor más grande es 255, y debe convertirse en 1.",
            ),
            (lambda x: x / 100, "Dividiste entre 100: los píxeles llegan a 255."),
            (lambda x: x.astype(float), "Los valores no han cambiado: hay que dividirlos."),
            (
                lambda x: x / x.max(),
                "Divides entre el máximo de lo que llega: una prenda oscura acabaría tan clara "
                "como una blanca. Divide siempre entre 255.",
            ),
            (
                lambda x: x.ravel() / 255,
                lambda x: f"lo que devuelve escalar debe tener la forma que recibió, {x.shape}.",
            ),
        ),
    )


@exercise(
    "4.6.4",
    hints=(
        "Cada neurona tiene un peso por entrada, y además un sesgo.",
        "La capa oculta recibe 28 × 28 = 784 números y tiene 128 neuronas.",
        "`784 * 128 + 128` en la oculta; `128 * 10 + 10` en la de salida.",
    ),
    praise="101 770 números que aprender en total; la capa oculta tiene casi el 99 %.",
)
def check_parameters(hidden, output):
    no_bias = "Faltan los sesgos: cada neurona tiene uno además de sus pesos."
    if expect.same((hidden, output), (1290, 100480)):
        expect.wrong("Los dos resultados están al revés.")
    expect.cases(
        hidden,
        "parametros_oculta",
        100480,
        kind=expect.number,
        mistakes=(
            (PIXELS * 128, no_bias),
            (
                28 * 128 + 128,
                56 * 128 + 128,
                "Una imagen de 28×28 son 28 por 28 números: 784 entradas.",
            ),
        ),
    )
    expect.cases(
        output,
        "parametros_salida",
        1290,
        kind=expect.number,
        mistakes=(
            (128 * 10, no_bias),
            (
                PIXELS * 10 + 10,
                "La capa de salida no recibe los 784 píxeles, sino las 128 salidas de la capa "
                "oculta.",
            ),
        ),
    )


def _random_predictions(seed, n=200):
    """Probabilidades inventadas y etiquetas que aciertan unas veces sí y otras no."""
    rng = np.random.default_rng(seed)
    probabilities = rng.dirichlet(np.full(10, 0.3), size=n)
    labels = np.where(rng.random(n) < 0.7, probabilities.argmax(axis=1), rng.integers(10, size=n))
    return probabilities, labels


@exercise(
    "4.6.5",
    hints=(
        "La clase que el modelo elige en cada fila es la posición de su probabilidad mayor.",
        "`probabilidades.argmax(axis=1)` da la clase elegida en cada fila.",
        "`return (probabilidades.argmax(axis=1) == etiquetas).mean()`",
    ),
    praise="Es lo mismo que calcula Keras con metrics=['accuracy'].",
)
def check_accuracy(function):
    expect.computes(
        function,
        "exactitud",
        right=lambda p, y: (p.argmax(axis=1) == y).mean(),
        inputs=[_random_predictions(seed, n) for seed, n in enumerate((200, 37, 64))],
        kind=expect.one_number,
        message="No es la fracción de aciertos. Compara, fila por fila, el argmax(axis=1) con la "
        "etiqueta.",
        mistakes=(
            (
                lambda p, y: (p.argmax(axis=1) == y).sum(),
                "Eso es cuántas acierta; la exactitud es la fracción del total, entre 0 y 1.",
            ),
            (
                lambda p, y: 100 * (p.argmax(axis=1) == y).mean(),
                "Eso es un porcentaje; la exactitud se da como fracción, entre 0 y 1.",
            ),
            (
                lambda p, y: (p.argmax(axis=1) != y).mean(),
                "Eso es la fracción de errores: cuenta los que sí coinciden (==).",
            ),
        ),
    )


@exercise(
    "4.6.6",
    hints=(
        "La confianza del modelo en cada fila es su probabilidad mayor: `.max(axis=1)`.",
        "Las que acierta no interesan: pon su confianza a 0 antes de buscar la mayor.",
        "\n`aciertos = probabilidades.argmax(axis=1) == etiquetas\n"
        "confianza = np.where(aciertos, 0, probabilidades.max(axis=1))\n"
        "return confianza.argmax()`",
    ),
    praise="Ese error merece una mirada: el modelo no dudó.",
)
def check_confident_mistake(function):
    def wrong_ones(p, y):
        return p.argmax(axis=1) != y

    expect.computes(
        function,
        "mas_seguro_y_equivocado",
        right=lambda p, y: np.where(wrong_ones(p, y), p.max(axis=1), 0).argmax(),
        inputs=[_random_predictions(seed, n) for seed, n in enumerate((200, 37, 64))],
        mistakes=(
            (
                lambda p, y: p.max(axis=1).argmax(),
                "Esa es la predicción más segura de todas, pero el modelo acertó: se pide la más "
                "segura entre las equivocadas.",
            ),
            (
                lambda p, y: np.where(wrong_ones(p, y), p.max(axis=1), 2).argmin(),
                "Esa es la equivocada con menos confianza: se pide la de más.",
            ),
            (
                lambda p, y: p.max(axis=1)[wrong_ones(p, y)].argmax(),
                "Esa es la posición dentro de las equivocadas; se pide su posición en el conjunto "
                "entero. Pista: no filtres, pon a 0 la confianza de las acertadas.",
            ),
            (
                lambda p, y: p.max(axis=1)[wrong_ones(p, y)].max(),
                "Eso es una probabilidad: se pide la posición (el índice) de la imagen.",
            ),
        ),
    )


@exercise(
    "4.6.7",
    hints=(
        "Las filas son la clase real: la fila de una clase suma todas las prendas que lo son.",
        "Los aciertos de una clase están en la diagonal: `matriz[clase, clase]`.",
        "`return matriz[clase, clase] / matriz[clase].sum()`",
    ),
    praise="De cada cien prendas de esa clase, cuántas encuentra el modelo: la exhaustividad.",
)
def check_recall(function):
    matrix = np.array([[8, 1, 1], [3, 12, 5], [2, 1, 28]])
    expect.computes(
        function,
        "exhaustividad",
        right=lambda m, k: m[k, k] / m[k].sum(),
        inputs=[(matrix, label) for label in range(3)] + [(matrix[1:, 1:], 0)],
        mistakes=(
            (
                lambda m, k: m[k, k] / m[:, k].sum(),
                "Dividiste entre la columna: eso es la precisión. La exhaustividad divide entre la "
                "fila, las que de verdad son de esa clase.",
            ),
            (
                lambda m, k: np.trace(m) / m.sum(),
                "Eso es la exactitud de todas las clases juntas.",
            ),
            (
                lambda m, k: 100 * m[k, k] / m[k].sum(),
                "Eso es un porcentaje; se pide la fracción, entre 0 y 1.",
            ),
        ),
    )


quiz(
    "4.6.A1",
    correct="b",
    why="Sí: con entradas de hasta 255, un paso pequeño mueve muchísimo la salida y el "
    "entrenamiento va a saltos. Escaladas, el mismo número de épocas llega más lejos.",
    wrong={
        "a": "Las imágenes ocupan de hecho más: de 1 byte por píxel pasan a 4 (float32).",
        "c": "Keras acepta enteros sin protestar; por eso este descuido no da ningún error.",
        "d": "Dividir todo entre lo mismo no cambia qué píxel es más claro: no se pierde nada.",
    },
    hint="Piensa en el experimento de la sección 2: misma red, mismas épocas.",
)
quiz(
    "4.6.A2",
    correct="c",
    why="Sí: una probabilidad alta dice que el modelo no duda, no que acierte. Lo viste en las "
    "prendas equivocadas con más confianza.",
    wrong={
        "a": "Lo viste en la Práctica: hay predicciones equivocadas con más de 0.95.",
        "b": "Eso sería la exactitud, que se mide sobre muchas imágenes y no sobre una.",
        "d": "Las diez salidas de softmax siempre suman 1, acierte o no.",
    },
    hint="Vuelve a mirar la figura de los errores más seguros.",
)
quiz(
    "4.6.A3",
    correct="d",
    why="Sí: la fila es la clase real y la columna, la predicha.",
    wrong={
        "a": "Al revés: la fila es la clase real. Eso estaría en la fila Camiseta.",
        "b": "Los aciertos están en la diagonal: fila y columna iguales.",
        "c": "La casilla cuenta imágenes; para una fracción hay que dividir entre la fila.",
    },
    hint="Mira los nombres de los dos ejes de la matriz.",
)
