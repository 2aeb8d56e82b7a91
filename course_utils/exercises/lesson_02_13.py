"""Comprobaciones de la lección 2.13, bibliotecas de ML."""

import warnings
from itertools import pairwise

import numpy as np

from . import expect
from .core import exercise, quiz


@exercise(
    "2.13.1",
    hints=(
        "Cada capa, salvo la de entrada, tiene un peso por cada número que le llega y un sesgo.",
        "De una capa de ancho a a otra de ancho b van a · b pesos, y b sesgos.",
        "Con `for i in range(len(anchos) - 1):`, `entran = anchos[i]` y `salen = anchos[i + 1]`; "
        "ve sumando `entran * salen + salen`.",
    ),
    praise="Con [64, 64, 10] son 4810: si en las dos bibliotecas sale ese número, es buena señal.",
)
def check_count_parameters(function):
    def weights(widths):
        return sum(a * b for a, b in pairwise(widths))

    def total(widths):
        return weights(widths) + sum(widths[1:])

    expect.computes(
        function,
        "parametros",
        right=total,
        inputs=[(widths,) for widths in ([64, 64, 10], [3, 2], [2, 3, 4, 1])],
        message=lambda widths: (
            f"{{call}} no es el valor pedido: llegó {{result}} y son {total(widths)}. Suma, de "
            "cada capa a la siguiente, entran · salen + salen."
        ),
        mistakes=(
            (weights, "{call}: faltan los sesgos. Cada neurona tiene uno, además de sus pesos."),
            (
                lambda widths: weights(widths) + sum(widths),
                "{call}: la capa de entrada no aprende nada: ahí no hay sesgos.",
            ),
            (
                sum,
                "{call}: eso es cuántas neuronas hay; se piden los pesos y sesgos que las unen.",
            ),
            (
                lambda widths: total(widths[:2]),
                "{call}: esos son los de la primera capa. ¿Está el return dentro del ciclo?",
            ),
        ),
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
    "2.13.2",
    hints=(
        "`.coefs_[0]` va con `.intercepts_[0]`; `.coefs_[1]`, con `.intercepts_[1]`; y así.",
        "`zip(modelo.coefs_, modelo.intercepts_)` da las parejas, capa por capa.",
        "\n`lista = []\n"
        "for pesos, sesgos in zip(modelo.coefs_, modelo.intercepts_):\n"
        "    lista.append(pesos)\n"
        "    lista.append(sesgos)\n"
        "return lista`",
    ),
    praise="Sirve para cualquier red densa: los pesos son solo números, en el orden acordado.",
)
def check_weights_in_order(function):
    def alternated(first, second):
        return [array for pair in zip(first, second, strict=True) for array in pair]

    def arrays(value, name):
        for i, item in enumerate(expect.instance(value, list, name)):
            if not isinstance(item, tuple):  # las parejas las explica la tabla
                expect.array(item, f"el elemento {i} de la lista")
        return value

    expect.computes(
        function,
        "pesos_en_orden",
        right=lambda model: alternated(model.coefs_, model.intercepts_),
        inputs=[(_small_network(hidden),) for hidden in ((5,), (6, 5))],
        kind=arrays,
        tolerance=0,
        message=lambda model: (
            "Los arrays no son los del modelo, en el orden pesos, sesgos, pesos, sesgos…: con "
            f"{len(model.coefs_)} capas son {2 * len(model.coefs_)}. ¿Recorres todas las capas?"
        ),
        mistakes=(
            (
                lambda model: model.coefs_,
                lambda model: list(zip(model.coefs_, model.intercepts_, strict=True)),
                lambda model: (
                    f"Con {len(model.coefs_)} capas llegaron {len(model.coefs_)} elementos y se "
                    f"piden {2 * len(model.coefs_)}: los pesos y los sesgos, cada uno por separado."
                ),
            ),
            (
                lambda model: model.coefs_ + model.intercepts_,
                "Están primero todos los pesos y después todos los sesgos: van alternados, capa "
                "por capa.",
            ),
            (
                lambda model: alternated(model.intercepts_, model.coefs_),
                "En cada capa, los pesos van delante y los sesgos después.",
            ),
        ),
    )


def _wrong_widths(found, widths):
    """Qué les pasa a las capas densas de ``crear_red(widths)``."""
    case, units = f"crear_red({widths})", [layer.units for layer in found]
    if units == widths:
        return f"{case}: falta la capa de salida, Dense(10) con softmax."
    if len(units) == 2 < len(widths) + 1:
        return f"{case}: hay una sola capa oculta y se pide una por cada ancho de la lista."
    if units == [*widths[::-1], 10]:
        return f"{case}: las capas ocultas están en el orden contrario."
    return f"{case}: las capas densas tienen {units} neuronas y deben ser {[*widths, 10]}."


@exercise(
    "2.13.3",
    hints=(
        "La entrada y la salida son siempre las mismas; entre ellas va un ciclo `for`.",
        "`red = keras.Sequential()` y luego `red.add(keras.Input((64,)))`.",
        "\n`red = keras.Sequential()\n"
        "red.add(keras.Input((64,)))\n"
        "for ancho in anchos:\n"
        '    red.add(keras.layers.Dense(ancho, activation="relu"))\n'
        'red.add(keras.layers.Dense(10, activation="softmax"))\n'
        "return red`",
    ),
    praise="Eso es lo que hay detrás de hidden_layer_sizes: un ciclo que apila capas.",
)
def check_network_factory(function):
    expect.function(function, "crear_red")
    for widths in ([32, 16], [8], [20, 12, 6]):
        case = f"crear_red({widths})"
        model = expect.network(
            expect.call(function, list(widths)),
            (64,),
            message="crear_red debe devolver un modelo de Keras (¿termina con return red?).",
            wrong_input="El modelo debe empezar por keras.Input((64,)): 64 números por imagen.",
        )

        def explain(model, widths=widths, case=case):
            *hidden, output = expect.layers(
                model,
                "Dense",
                settings=[{"units": units} for units in (*widths, 10)],
                message=lambda found: _wrong_widths(found, widths),
            )
            for layer in hidden:
                expect.activation(
                    model,
                    layer,
                    "relu",
                    message=f'{case}: todas las capas ocultas llevan activation="relu".',
                )
            expect.activation(
                model,
                output,
                "softmax",
                message=f'{case}: a la capa de salida le falta activation="softmax", o le sobra '
                "otra.",
            )

        expect.like(
            model,
            _dense_network(64, [(units, "relu") for units in widths] + [(10, "softmax")]),
            explain=explain,
            message=f"{case} tiene esas capas densas, pero no hace lo mismo que la red pedida",
        )


def _dense_network(inputs, layers):
    """Una red de capas densas, cada una con su ancho y su activación."""
    import keras

    dense = [keras.layers.Dense(units, activation=name) for units, name in layers]
    return keras.Sequential([keras.Input((inputs,)), *dense])


@exercise(
    "2.13.4",
    hints=(
        "Primero, la media de cada lista: `exactitudes.values()` da las listas.",
        "Entre la mayor y la menor de esas medias está la diferencia que importa.",
        "\n`medias = [sum(lista) / len(lista) for lista in exactitudes.values()]\n"
        "return max(medias) - min(medias) <= margen`",
    ),
    praise="Comparar medias, y no la mejor tarde de cada una: así se compara.",
)
def check_tie(function):
    def tie(accuracies, margin):
        means = [np.mean(values) for values in accuracies.values()]
        return max(means) - min(means) <= margin

    def answer(value, name):
        if isinstance(value, float | np.floating):
            expect.wrong(
                "Devuelve un número: falta compararlo con margen, y devolver True o False."
            )
        return expect.boolean(value, name)

    cases = (
        (
            {"A": [0.97, 0.98, 0.96], "B": [0.96, 0.97, 0.97]},
            0.02,
            "Las medias, 0.970 y 0.967, se llevan menos de 0.02: empatan.",
        ),
        (
            {"A": [0.90, 1.0], "B": [0.95, 0.95]},
            0.02,
            "Las dos medias valen 0.95: empatan. ¿Comparas las medias, o los números sueltos?",
        ),
        (
            {"A": [0.98, 0.97], "B": [0.98, 0.80]},
            0.02,
            "La mejor semilla de A y la de B son iguales, pero sus medias no: 0.975 y 0.89.",
        ),
        (
            {"A": [0.97, 0.98, 0.97, 0.98], "B": [0.96, 0.96, 0.96, 0.96]},
            0.02,
            "Las medias, 0.975 y 0.960, se llevan menos de 0.02: empatan. ¿Divides cada suma entre "
            "cuántas son?",
        ),
        (
            {"A": [0.90], "B": [0.905], "C": [0.99]},
            0.02,
            "A y B empatan, pero C no: hay que mirar todas las bibliotecas.",
        ),
        (
            {"A": [0.90, 0.90], "B": [0.99, 0.99], "C": [0.90, 0.90]},
            0.02,
            "La primera y la última empatan, pero la de en medio no: hay que mirar todas.",
        ),
        (
            {"A": [0.95], "B": [0.85]},
            0.2,
            "Con un margen de 0.2, medias de 0.95 y 0.85 empatan: ¿usas el parámetro margen?",
        ),
        (
            {"A": [0.85], "B": [0.95]},
            0.05,
            "B saca 0.10 a A, y el margen es 0.05: la diferencia cuenta en los dos sentidos. "
            "Resta siempre la menor a la mayor.",
        ),
        (
            {"A": [0.5], "B": [0.75]},
            0.25,
            "La diferencia es 0.25 y el margen también: empatan. Compara con <=.",
        ),
        (
            {"A": [0.9, 0.9, 0.6], "B": [0.9, 0.9, 0.9]},
            0.02,
            "Las medias son 0.8 y 0.9: no empatan. ¿Comparas las medias, o las medianas?",
        ),
        (
            {"A": [0.90], "B": [0.915], "C": [0.93]},
            0.02,
            "Cada una empata con la siguiente, pero A y C se llevan 0.03: hay que comparar la "
            "mayor con la menor, sin redondear.",
        ),
    )
    expect.computes(
        function,
        "empatan",
        right=tie,
        inputs=[case[:2] for case in cases],
        kind=answer,
        message=lambda *given: next(text for *case, text in cases if case == list(given)),
    )


def _biopsies(seed):
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split

    data = load_breast_cancer()
    return train_test_split(data.data, data.target, random_state=seed, stratify=data.target)


@exercise(
    "2.13.5",
    hints=(
        "`make_pipeline(StandardScaler(), …)` pone el escalado delante del modelo.",
        "Después, `.fit(x, y)`. Y no olvides devolver el modelo.",
        "\n`modelo = make_pipeline(StandardScaler(), LogisticRegression())\n"
        "modelo.fit(x, y)\n"
        "return modelo`",
    ),
    praise="Un plato del menú, con el escalado incluido, y ya tienes una referencia que superar.",
)
def check_menu(function):
    expect.function(function, "entrenar_menu")

    def accuracy(seed, *, swapped=False):
        """Qué fracción acierta tras aprender; con las etiquetas cambiadas, si se pide."""
        x_train, x_test, y_train, y_test = _biopsies(seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = expect.call(function, x_train, 1 - y_train if swapped else y_train)
            if isinstance(model, type) or not callable(getattr(model, "predict", None)):
                expect.wrong(
                    "entrenar_menu debe devolver el modelo de scikit-learn ya entrenado (con "
                    "return)."
                )
            predicted = expect.call(model.predict, x_test)
        predicted = expect.array(predicted, "lo que responde tu modelo", shape=(len(y_test),))
        return np.mean(predicted == y_test)

    mean = np.mean([accuracy(seed) for seed in range(3)])
    if mean < 0.65:
        expect.wrong(
            f"Acierta ≈ {mean:.3f}, como quien dice siempre «benigno» (o menos). ¿Lo entrenas con "
            "x y con y? Si escalas x fuera de make_pipeline, el modelo no escala al responder."
        )
    if mean < 0.95:
        expect.wrong(
            f"Acierta ≈ {mean:.3f} de media y se pide 0.95. ¿Escalas las columnas con "
            "StandardScaler, dentro de make_pipeline? Si ya lo haces, prueba otro modelo del menú."
        )
    if accuracy(0, swapped=True) > 0.5:
        expect.wrong(
            "Con las etiquetas cambiadas tu modelo responde lo mismo: no aprende de la x y la y "
            "que recibe, así que pudo ver los datos del examen."
        )
    return f"Acierta ≈ {mean:.3f}, de media en tres repartos."


@exercise(
    "2.13.6",
    hints=(
        "Es la receta de la sección 3, con otra entrada, una oculta de 16 y una sola salida.",
        'La salida: `keras.layers.Dense(1, activation="sigmoid")`.',
        "\n`red = keras.Sequential([\n"
        "    keras.Input((entradas,)),\n"
        '    keras.layers.Dense(16, activation="relu"),\n'
        '    keras.layers.Dense(1, activation="sigmoid"),\n'
        "])\n"
        'red.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])\n'
        "return red`",
    ),
    praise="Una salida con sigmoide y, de pérdida, binary_crossentropy: la receta para las "
    "preguntas de sí o no.",
)
def check_recipe(function):
    expect.function(function, "crear_receta")
    import keras

    def wrong_widths(found):
        units = [layer.units for layer in found]
        if units[-1:] == [2]:
            return "Para una pregunta de sí o no basta una salida: la probabilidad de que sea sí."
        return (
            f"Las capas densas tienen {units} neuronas y deben ser [16, 1]: la oculta y la salida."
        )

    def explain(model):
        hidden, output = expect.layers(
            model, "Dense", settings=[{"units": 16}, {"units": 1}], message=wrong_widths
        )
        expect.activation(
            model, hidden, "relu", message='A la capa oculta le falta activation="relu".'
        )
        if expect.has_activation(model, output, "softmax"):
            expect.wrong("Con una sola salida, softmax da siempre 1: usa sigmoid.")
        expect.activation(
            model,
            output,
            "sigmoid",
            message='A la salida le falta activation="sigmoid", que la deja entre 0 y 1.',
        )

    for inputs in (7, 30):
        keras.utils.set_random_seed(0)
        model = expect.network(
            expect.call(function, inputs),
            (inputs,),
            message="crear_receta debe devolver la red de Keras. Ojo: compile no devuelve nada; "
            "termina con return red.",
            wrong_input=f"Con entradas={inputs}, la red debe empezar por keras.Input(({inputs},)).",
        )
        expect.like(
            model,
            _dense_network(inputs, [(16, "relu"), (1, "sigmoid")]),
            explain=explain,
            message="Tiene esas dos capas densas, pero no hace lo mismo que la red pedida",
        )
        if not model.compiled:
            expect.wrong("La red está bien, pero sin compilar: falta red.compile(…).")
        expect.setting(
            model,
            loss="binary_crossentropy",
            message='Con una salida sigmoide, la pérdida es loss="binary_crossentropy".',
        )
        expect.setting(model, optimizer="Adam", message='El optimizador pedido es "adam".')
    x_train, x_test, y_train, y_test = _biopsies(0)
    mean, spread = x_train.mean(axis=0), x_train.std(axis=0)
    model.fit((x_train - mean) / spread, y_train, epochs=40, batch_size=32, verbose=0)
    predicted = model.predict((x_test - mean) / spread, verbose=0)[:, 0] > 0.5
    accuracy = np.mean(predicted == y_test)
    if accuracy < 0.93:
        expect.wrong(
            f"La red es la pedida, pero tras 40 épocas acierta ≈ {accuracy:.3f} y se pide 0.93. "
            '¿Usas optimizer="adam", con su tasa de siempre?'
        )
    return f"Tras 40 épocas acierta ≈ {accuracy:.3f}."


quiz(
    "2.13.A1",
    correct="c",
    why="Sí: con una tabla pequeña, el menú da en minutos una nota de referencia. Si no basta, ya "
    "habrá tiempo de escribir una receta.",
    wrong={
        "a": "El acierto no lo pone la biblioteca: en la sección 4, la misma red acierta más o "
        "menos lo mismo en dos de ellas. Y en la cocina te tocaría escribirlo todo.",
        "b": "No hay tal mínimo: la red de esta lección tiene una sola capa oculta.",
        "d": "Todo lo de este cuaderno se entrenó sin GPU. Con 800 filas, además, sobra.",
    },
    hint="¿El modelo que quieres estará en la carta?",
)
quiz(
    "2.13.A2",
    correct="b",
    why="Sí: la red es una cuenta, y lo aprendido son los pesos. Con la misma cuenta y los mismos "
    "pesos, el resultado es el mismo, lo escriba quien lo escriba.",
    wrong={
        "a": "Son dos bibliotecas independientes: ninguna llama a la otra.",
        "c": "La semilla decide los pesos iniciales, y los de Keras los pisó el trasplante.",
        "d": "set_weights solo copia números en las capas: no ve ningún dato.",
    },
    hint="¿Qué había aprendido la red de Keras antes de `set_weights`? ¿Y qué recibió?",
)
quiz(
    "2.13.A3",
    correct="a",
    why="Sí: en la figura, dos puntos de una misma biblioteca llegan a separarse tanto o más. Con "
    "una sola semilla no se distingue la suerte del mérito.",
    wrong={
        "b": "Con otra semilla el orden podría ser el contrario: mira cómo se mezclan los puntos.",
        "c": "Una diferencia así aparece también entre dos semillas del mismo código.",
        "d": "No hay nada que lo diga: con las mismas épocas, la suerte ya explica esa diferencia.",
    },
    hint="Mira en la figura de la sección 4 cuánto se separan los puntos de una misma fila.",
)
