"""Comprobaciones de 2.6, bibliotecas de ML."""

import warnings
from itertools import pairwise

import numpy as np

from . import expect
from .core import exercise, quiz


@exercise(
    "2.6.1",
    hints=(
        "Cada capa, salvo la de entrada, tiene un peso por cada número que le llega y un sesgo.",
        "De una capa de ancho a a otra de ancho b van a · b pesos, y b sesgos.",
        "Con for i in range(len(anchos) - 1): entran anchos[i], salen anchos[i + 1]; ve sumando "
        "entran * salen + salen.",
    ),
    praise="Con [64, 64, 10] son 4810: si en las tres bibliotecas sale ese número, es buena señal.",
)
def check_count_parameters(function):
    expect.function(function, "parametros")
    for widths in ([64, 64, 10], [3, 2], [2, 3, 4, 1]):
        pairs = list(pairwise(widths))
        weights = sum(a * b for a, b in pairs)
        expected = weights + sum(widths[1:])
        result = expect.call(function, list(widths))
        result = expect.number(result, "lo que devuelve parametros")
        case = f"parametros({widths})"
        expect.wrong_when(
            result == weights,
            f"{case}: faltan los sesgos. Cada neurona tiene uno, además de sus pesos.",
        )
        expect.wrong_when(
            result == weights + sum(widths),
            f"{case}: la capa de entrada no aprende nada: ahí no hay sesgos.",
        )
        expect.wrong_when(
            result == sum(widths),
            f"{case}: eso es cuántas neuronas hay; se piden los pesos y sesgos que las unen.",
        )
        expect.wrong_when(
            len(pairs) > 1 and result == pairs[0][0] * pairs[0][1] + pairs[0][1],
            f"{case}: esos son los de la primera capa. ¿Está el return dentro del ciclo?",
        )
        expect.close(
            result,
            expected,
            case,
            message=f"{case} no es el valor pedido: llegó {expect.shown(result)} y son "
            f"{expected}. Suma, de cada capa a la siguiente, entran · salen + salen.",
        )


def _small_network(hidden):
    """Una MLPClassifier de scikit-learn, entrenada de verdad con unos pocos puntos."""
    from sklearn.neural_network import MLPClassifier

    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(30, 4)), np.arange(30) % 3
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return MLPClassifier(hidden, max_iter=2, random_state=0).fit(x, y)


@exercise(
    "2.6.2",
    hints=(
        "coefs_[0] va con intercepts_[0]; coefs_[1], con intercepts_[1]; y así.",
        "zip(modelo.coefs_, modelo.intercepts_) da las parejas, capa por capa.",
        "Empieza con lista = []; en cada pareja, lista.append(pesos) y lista.append(sesgos).",
    ),
    praise="Sirve para cualquier red densa: los pesos son solo números, en el orden acordado.",
)
def check_weights_in_order(function):
    expect.function(function, "pesos_en_orden")
    for hidden in ((5,), (6, 5)):
        model = _small_network(hidden)
        expected = [
            array for pair in zip(model.coefs_, model.intercepts_, strict=True) for array in pair
        ]
        result = expect.call(function, model)
        result = expect.instance(result, list, "lo que devuelve pesos_en_orden")
        expect.wrong_when(
            len(result) == len(model.coefs_),
            f"Con {len(model.coefs_)} capas llegaron {len(result)} elementos y se piden "
            f"{len(expected)}: los pesos y los sesgos, cada uno por separado.",
        )
        expect.wrong_when(
            len(result) != len(expected),
            f"Con {len(model.coefs_)} capas llegaron {len(result)} elementos y se piden "
            f"{len(expected)}: ¿recorres todas las capas?",
        )
        arrays = [
            expect.array(value, f"el elemento {i} de la lista") for i, value in enumerate(result)
        ]
        shapes = [array.shape for array in arrays]
        expect.wrong_when(
            shapes == [array.shape for array in model.coefs_ + model.intercepts_],
            "Están primero todos los pesos y después todos los sesgos: van alternados, capa por "
            "capa.",
        )
        expect.wrong_when(
            shapes
            == [a.shape for pair in zip(expected[1::2], expected[::2], strict=True) for a in pair],
            "En cada capa, los pesos van delante y los sesgos después.",
        )
        expect.wrong_when(
            shapes != [array.shape for array in expected] or not all(map(_same, arrays, expected)),
            "Los arrays no son los del modelo, en el orden pesos, sesgos, pesos, sesgos…",
        )


def _same(a, b):
    return a.dtype.kind in "fiu" and np.array_equal(a, b)


@exercise(
    "2.6.3",
    hints=(
        "La entrada y la salida son siempre las mismas; entre ellas va un ciclo for.",
        "red = keras.Sequential() y luego red.add(keras.Input((64,))).",
        'Por cada ancho: red.add(keras.layers.Dense(ancho, activation="relu")). Al final, '
        'red.add(keras.layers.Dense(10, activation="softmax")) y return red.',
    ),
    praise="Eso es lo que hay detrás de hidden_layer_sizes: un ciclo que apila capas.",
)
def check_network_factory(function):
    expect.function(function, "crear_red")
    import keras

    for widths in ([32, 16], [8], [20, 12, 6]):
        model = expect.call(function, list(widths))
        expect.wrong_when(
            not isinstance(model, keras.Model),
            "crear_red debe devolver un modelo de Keras (¿termina con return red?).",
        )
        expect.wrong_when(
            not model.built or model.input_shape != (None, 64),
            "El modelo debe empezar por keras.Input((64,)): 64 números por imagen.",
        )
        dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
        units = [layer.units for layer in dense]
        case = f"crear_red({widths})"
        expect.wrong_when(
            units == widths, f"{case}: falta la capa de salida, Dense(10) con softmax."
        )
        expect.wrong_when(
            len(units) == 2 < len(widths) + 1,
            f"{case}: hay una sola capa oculta y se pide una por cada ancho de la lista.",
        )
        expect.wrong_when(
            units == [*widths[::-1], 10] and widths != widths[::-1],
            f"{case}: las capas ocultas están en el orden contrario.",
        )
        expect.wrong_when(
            units != [*widths, 10],
            f"{case}: las capas densas tienen {units} neuronas y deben ser {[*widths, 10]}.",
        )
        expect.wrong_when(
            any(layer.activation is not keras.activations.relu for layer in dense[:-1]),
            f'{case}: todas las capas ocultas llevan activation="relu".',
        )
        expect.wrong_when(
            dense[-1].activation is not keras.activations.softmax,
            f'{case}: a la capa de salida le falta activation="softmax".',
        )


@exercise(
    "2.6.4",
    hints=(
        "La cinta solo vigila variables: convierte x con tf.Variable(x) antes del with.",
        "Dentro de with tf.GradientTape() as cinta:, calcula f en esa variable.",
        "return cinta.gradient(altura, punto), donde punto es la variable y altura es f(punto).",
    ),
    praise="Sirve para cualquier f hecha con operaciones de TensorFlow, sin saber su derivada.",
)
def check_slope(function):
    expect.function(function, "pendiente")
    import tensorflow as tf

    calls = []

    def cuadrado(x):
        calls.append(x)
        return x * x + 1.0

    def cubo(x):
        calls.append(x)
        return x * x * x

    def onda(x):
        calls.append(x)
        return tf.sin(x)

    for f, x, height, slope in (
        (cuadrado, 3.0, 10.0, 6.0),
        (cubo, 2.0, 8.0, 12.0),
        (onda, 0.0, 0.0, 1.0),
    ):
        calls.clear()
        result = expect.call(function, f, x)
        case = f"pendiente({f.__name__}, {x})"
        expect.wrong_when(
            result is None and len(calls) > 0,
            f"{case} dio None: o falta el return, o la cinta no vigilaba x. Conviértelo antes "
            "con tf.Variable(x).",
        )
        if isinstance(result, tf.Tensor | tf.Variable):
            result = result.numpy()
        result = expect.number(result, "lo que devuelve pendiente")
        expect.wrong_when(
            np.isclose(result, height) and not np.isclose(result, slope),
            f"{case}: eso es f(x), la altura. Se pide la pendiente: cinta.gradient(altura, punto).",
        )
        expect.wrong_when(
            len(calls) > 1,
            f"{case} llama a f {len(calls)} veces: eso son diferencias finitas. Con una cinta "
            "basta una llamada.",
        )
        expect.wrong_when(
            len(calls) == 0,
            f"{case}: tu función no llama a la f que recibe.",
        )
        expect.close(result, slope, case, tolerance=1e-5)


@exercise(
    "2.6.5",
    hints=(
        "Primero, la media de cada lista: exactitudes.values() da las listas.",
        "Entre la mayor y la menor de esas medias está la diferencia que importa.",
        "medias = [sum(lista) / len(lista) for lista in exactitudes.values()]; "
        "return max(medias) - min(medias) <= margen",
    ),
    praise="Comparar medias, y no la mejor tarde de cada una: así se compara.",
)
def check_tie(function):
    expect.function(function, "empatan")
    for accuracies, margin, expected, message in (
        (
            {"A": [0.97, 0.98, 0.96], "B": [0.96, 0.97, 0.97]},
            0.02,
            True,
            "Las medias, 0.970 y 0.967, se llevan menos de 0.02: empatan.",
        ),
        (
            {"A": [0.90, 1.0], "B": [0.95, 0.95]},
            0.02,
            True,
            "Las dos medias valen 0.95: empatan. ¿Comparas las medias, o los números sueltos?",
        ),
        (
            {"A": [0.98, 0.97], "B": [0.98, 0.80]},
            0.02,
            False,
            "La mejor semilla de A y la de B son iguales, pero sus medias no: 0.975 y 0.89.",
        ),
        (
            {"A": [0.90], "B": [0.905], "C": [0.99]},
            0.02,
            False,
            "A y B empatan, pero C no: hay que mirar todas las bibliotecas.",
        ),
        (
            {"A": [0.90, 0.90], "B": [0.99, 0.99], "C": [0.90, 0.90]},
            0.02,
            False,
            "La primera y la última empatan, pero la de en medio no: hay que mirar todas.",
        ),
        (
            {"A": [0.95], "B": [0.85]},
            0.2,
            True,
            "Con un margen de 0.2, medias de 0.95 y 0.85 empatan: ¿usas el parámetro margen?",
        ),
        (
            {"A": [0.85], "B": [0.95]},
            0.05,
            False,
            "B saca 0.10 a A, y el margen es 0.05: la diferencia cuenta en los dos sentidos. "
            "Resta siempre la menor a la mayor.",
        ),
    ):
        result = expect.call(function, accuracies, margin)
        if isinstance(result, np.bool_):
            result = bool(result)
        expect.wrong_when(
            isinstance(result, float | np.floating),
            "Devuelve un número: falta compararlo con margen, y devolver True o False.",
        )
        expect.equal(result, expected, "lo que devuelve empatan", message=message)


def _biopsies(seed):
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split

    data = load_breast_cancer()
    return train_test_split(data.data, data.target, random_state=seed, stratify=data.target)


@exercise(
    "2.6.6",
    hints=(
        "make_pipeline(StandardScaler(), …) pone el escalado delante del modelo.",
        "Después, modelo.fit(x, y). Y no olvides devolver el modelo.",
        "modelo = make_pipeline(StandardScaler(), LogisticRegression()); modelo.fit(x, y); "
        "return modelo",
    ),
    praise="Un plato del menú, con el escalado incluido, y ya tienes una referencia que superar.",
)
def check_menu(function):
    expect.function(function, "entrenar_menu")
    scores = []
    for seed in range(3):
        x_train, x_test, y_train, y_test = _biopsies(seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = expect.call(function, x_train, y_train)
            expect.wrong_when(
                isinstance(model, type) or not callable(getattr(model, "predict", None)),
                "entrenar_menu debe devolver el modelo de scikit-learn ya entrenado (con return).",
            )
            predicted = expect.call(model.predict, x_test)
        predicted = expect.array(predicted, "lo que responde tu modelo", shape=(len(y_test),))
        scores.append(np.mean(predicted == y_test))
    mean = np.mean(scores)
    expect.wrong_when(
        mean < 0.65,
        f"Acierta ≈ {mean:.3f}, como quien dice siempre «benigno» (o menos). ¿Lo entrenas con x y "
        "con y?",
    )
    expect.wrong_when(
        mean < 0.95,
        f"Acierta ≈ {mean:.3f} de media y se pide 0.95. ¿Escalas las columnas con StandardScaler, "
        "dentro de make_pipeline? Si ya lo haces, prueba otro modelo del menú.",
    )
    return f"Acierta ≈ {mean:.3f}, de media en tres repartos."


@exercise(
    "2.6.7",
    hints=(
        "Es la receta de la sección 3, con otra entrada, una oculta de 16 y una sola salida.",
        'La salida: keras.layers.Dense(1, activation="sigmoid").',
        'red.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"]) y '
        "return red (compile no devuelve la red).",
    ),
    praise="Una salida con sigmoide y entropía cruzada binaria: la receta para las preguntas de "
    "sí o no.",
)
def check_recipe(function):
    expect.function(function, "crear_receta")
    import keras

    for inputs in (7, 30):
        keras.utils.set_random_seed(0)
        model = expect.call(function, inputs)
        expect.wrong_when(
            not isinstance(model, keras.Model),
            "crear_receta debe devolver la red de Keras. Ojo: compile no devuelve nada; termina "
            "con return red.",
        )
        expect.wrong_when(
            not model.built or model.input_shape != (None, inputs),
            f"Con entradas={inputs}, la red debe empezar por keras.Input(({inputs},)).",
        )
        dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
        units = [layer.units for layer in dense]
        expect.wrong_when(
            units[-1:] == [2],
            "Para una pregunta de sí o no basta una salida: la probabilidad de que sea sí.",
        )
        expect.wrong_when(
            units != [16, 1],
            f"Las capas densas tienen {units} neuronas y deben ser [16, 1]: la oculta y la salida.",
        )
        expect.wrong_when(
            dense[0].activation is not keras.activations.relu,
            'A la capa oculta le falta activation="relu".',
        )
        expect.wrong_when(
            dense[1].activation is keras.activations.softmax,
            "Con una sola salida, softmax da siempre 1: usa sigmoid.",
        )
        expect.wrong_when(
            dense[1].activation is not keras.activations.sigmoid,
            'A la salida le falta activation="sigmoid", que la deja entre 0 y 1.',
        )
        expect.wrong_when(
            not getattr(model, "compiled", False),
            "La red está bien, pero sin compilar: falta red.compile(…).",
        )
        expect.wrong_when(
            "binarycrossentropy" not in _loss_name(model),
            'Con una salida sigmoide, la pérdida es loss="binary_crossentropy".',
        )
    x_train, x_test, y_train, y_test = _biopsies(0)
    mean, spread = x_train.mean(axis=0), x_train.std(axis=0)
    model.fit((x_train - mean) / spread, y_train, epochs=40, batch_size=32, verbose=0)
    predicted = model.predict((x_test - mean) / spread, verbose=0)[:, 0] > 0.5
    accuracy = np.mean(predicted == y_test)
    expect.wrong_when(
        accuracy < 0.93,
        f"La red es la pedida, pero tras 40 épocas acierta ≈ {accuracy:.3f} y se pide 0.93. ¿Usas "
        'optimizer="adam"?',
    )
    return f"Tras 40 épocas acierta ≈ {accuracy:.3f}."


def _loss_name(model):
    loss = model.loss
    if not isinstance(loss, str):
        loss = getattr(loss, "__name__", type(loss).__name__)
    return loss.lower().replace("_", "")


@exercise(
    "2.6.8",
    hints=(
        "Solo los puntos y la pérdida van dentro del with; los gradientes y las restas, después.",
        "cinta.gradient(perdida, [w, b]) devuelve dos gradientes, en el mismo orden.",
        "w.assign_sub(tasa * gradiente_w), lo mismo con b, y return perdida.",
    ),
    praise="Un paso de verdad, sin fit: repetido, entrena.",
)
def check_step(function):
    expect.function(function, "paso")
    import tensorflow as tf

    rng = np.random.default_rng(0)
    for rate in (0.5, 0.1):
        x = rng.normal(size=(20, 3)).astype("float32")
        y = (rng.random((20, 1)) < 0.5).astype("float32")
        w0, b0 = rng.normal(size=(3, 1)).astype("float32"), np.array([0.7], "float32")
        w, b = tf.Variable(w0), tf.Variable(b0)
        z = x @ w0 + b0
        losses = np.log1p(np.exp(-z)) + (1 - y) * z
        slope = (1 / (1 + np.exp(-z)) - y) / len(x)
        gradient_w, gradient_b = x.T @ slope, slope.sum(axis=0)
        result = expect.call(function, w, b, tf.constant(x), tf.constant(y), rate)
        after_w, after_b = w.numpy(), b.numpy()

        expect.wrong_when(
            np.array_equal(after_w, w0),
            "w no ha cambiado. Cuidado: w = w - … crea otra cosa con el mismo nombre; lo que "
            "corrige la variable es w.assign_sub(…).",
        )
        expect.wrong_when(
            _near(after_w, w0 + rate * gradient_w),
            "El paso va cuesta arriba: el gradiente se resta, con assign_sub.",
        )
        expect.wrong_when(
            _near(after_w, w0 - gradient_w),
            "El paso no tiene en cuenta la tasa: multiplica el gradiente por tasa.",
        )
        expect.wrong_when(
            _near(after_w, w0 - rate * len(x) * gradient_w),
            "Con 20 muestras, el paso es 20 veces mayor de lo pedido: usa la media de las "
            "pérdidas (tf.reduce_mean), no la suma.",
        )
        expect.wrong_when(
            _near(after_w, rate * gradient_w),
            "assign pone un valor nuevo; para restar se usa assign_sub.",
        )
        expect.close(
            after_w,
            w0 - rate * gradient_w,
            "w",
            tolerance=1e-4,
            message="w no queda donde debe: w.assign_sub(tasa * gradiente_w), con el gradiente "
            "de la media de las pérdidas.",
        )
        expect.wrong_when(
            np.array_equal(after_b, b0),
            "w se corrige bien, pero b no ha cambiado: b.assign_sub(tasa * gradiente_b).",
        )
        expect.close(
            after_b,
            b0 - rate * gradient_b,
            "b",
            tolerance=1e-4,
            message="w se corrige bien, pero b no: b.assign_sub(tasa * gradiente_b).",
        )
        if isinstance(result, tf.Tensor | tf.Variable):
            result = result.numpy()
        expect.wrong_when(
            result is None, "w y b se corrigen bien; falta devolver la pérdida media con return."
        )
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.size > 1,
            "w y b se corrigen bien, pero devuelves una pérdida por muestra: se pide la media.",
        )
        result = expect.number(result, "lo que devuelve paso")
        expect.close(
            result,
            losses.mean(),
            "lo que devuelve paso",
            tolerance=1e-4,
            message="w y b se corrigen bien, pero lo que devuelves no es la pérdida media de "
            "antes de corregir.",
        )
    accuracy = _train_neuron(function)
    return f"Con 200 pasos tuyos, una sola neurona acierta ≈ {accuracy:.3f} de las biopsias."


def _near(value, expected):
    return np.allclose(value, expected, rtol=1e-4, atol=1e-5)


def _train_neuron(step):
    """Exactitud en prueba tras 200 pasos dados por la función del estudiante."""
    import tensorflow as tf

    x_train, x_test, y_train, y_test = _biopsies(0)
    mean, spread = x_train.mean(axis=0), x_train.std(axis=0)
    w, b = tf.Variable(tf.zeros((x_train.shape[1], 1))), tf.Variable(tf.zeros(1))
    x = tf.constant((x_train - mean) / spread, tf.float32)
    y = tf.constant(y_train[:, np.newaxis], tf.float32)
    for _ in range(200):
        expect.call(step, w, b, x, y, 0.5)
    points = (x_test - mean) / spread @ w.numpy() + b.numpy()
    return np.mean((points[:, 0] > 0) == y_test)


quiz(
    "2.6.A1",
    correct="c",
    why="Sí: con una tabla pequeña, el menú da en minutos una nota de referencia. Si no basta, ya "
    "habrá tiempo de escribir una receta.",
    wrong={
        "a": "La tabla de la sección 6 dice otra cosa: la misma red acierta lo mismo en las tres.",
        "b": "No hay tal mínimo: la red de esta lección tiene una sola capa oculta.",
        "d": "Todo lo de este cuaderno se entrenó sin GPU. Con 800 filas, además, sobra.",
    },
    hint="¿El modelo que quieres estará en la carta?",
)
quiz(
    "2.6.A2",
    correct="b",
    why="Sí: la red es una cuenta, y lo aprendido son los pesos. Con la misma cuenta y los mismos "
    "pesos, el resultado es el mismo, lo escriba quien lo escriba.",
    wrong={
        "a": "Son dos bibliotecas independientes: ninguna llama a la otra.",
        "c": "La semilla decide los pesos iniciales, y los de Keras los pisó el trasplante.",
        "d": "set_weights solo copia números en las capas: no ve ningún dato.",
    },
    hint="¿Qué había aprendido la red de Keras antes de set_weights? ¿Y qué recibió?",
)
quiz(
    "2.6.A3",
    correct="d",
    why="Sí: Session es de TensorFlow 1. Desde el 2, tf.constant(2) + tf.constant(3) ya es un 5.",
    wrong={
        "a": "No es un paquete: era parte de TensorFlow 1, y en el 2 no está.",
        "b": "No: tf.function acelera una función; para ver un resultado no hace falta nada.",
        "c": "El orden da igual: en TensorFlow 2 no existe tf.Session.",
    },
    hint="Vuelve al recuadro de la sección 4: ¿qué hizo falta para ver el 5?",
)
quiz(
    "2.6.A4",
    correct="a",
    why="Sí: en la figura, los puntos de una misma biblioteca se separan otro tanto. Con una sola "
    "semilla no se distingue la suerte del mérito.",
    wrong={
        "b": "Con otra semilla el orden podría ser el contrario: mira cómo se mezclan los puntos.",
        "c": "Una diferencia así aparece también entre dos semillas del mismo código.",
        "d": "No hay nada que lo diga: con las mismas épocas, la suerte ya explica esa diferencia.",
    },
    hint="Mira en la figura de la sección 6 cuánto se separan los puntos de una misma fila.",
)
