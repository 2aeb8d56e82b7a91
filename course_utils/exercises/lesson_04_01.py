"""Comprobaciones de la lección 4.1, flores."""

import functools

import numpy as np

from . import expect
from .core import exercise, quiz


@functools.cache
def _flowers(seed=42):
    """Las 150 flores, repartidas como en la lección: x_train, x_test, y_train, y_test."""
    from sklearn.datasets import load_iris
    from sklearn.model_selection import train_test_split

    x, y = load_iris(return_X_y=True)
    return train_test_split(x, y, test_size=0.25, stratify=y, random_state=seed)


@exercise(
    "4.1.1",
    hints=(
        "Son tres pasos: restar a cada fila su máximo, la exponencial y dividir entre la suma de "
        "la fila.",
        "`puntos.max(axis=1, keepdims=True)` es una columna con el máximo de cada fila.",
        "\n`exponenciales = np.exp(puntos - puntos.max(axis=1, keepdims=True))\n"
        "return exponenciales / exponenciales.sum(axis=1, keepdims=True)`",
    ),
    praise="Ni con puntos de 1000 desborda. Es lo que hace por dentro la última capa de la red.",
)
def check_softmax(function):
    def softmax(powers=lambda z: np.exp(z - z.max(axis=1, keepdims=True)), axis=1):
        return lambda z: powers(z) / powers(z).sum(axis=axis, keepdims=True)

    def probabilities(value, name):
        value = expect.array(value, name)
        if value.dtype.kind == "f" and not np.isfinite(value).all():
            expect.wrong(
                f"{name} contiene nan o infinito: con puntos muy grandes o muy pequeños, np.exp se "
                "sale de rango. Restando antes a cada fila SU máximo no pasa: "
                "puntos.max(axis=1, keepdims=True)."
            )
        return expect.numeric(value, name)

    points = np.array([[0.5, 3.0, 1.5], [-1.0, 0.0, 2.0], [4.0, 4.0, 4.0], [0.0, -3.0, 1.0]])
    big = np.array([[1000.0, 999.0, 998.0], [-1000.0, -1001.0, -1002.0]])
    expect.computes(
        function,
        "softmax",
        right=softmax(),
        inputs=[
            (points,),
            (big,),
            (points[:2, :2],),
            (-big[:1],),
            (np.array([[1000.0, 0.0, -1000.0]]),),  # ni la media ni el mínimo lo evitan
        ],
        kind=probabilities,
        explain=lambda result, *_: (
            "Cada fila debe sumar 1, y no es así."
            if not expect.same(result.sum(axis=1), np.ones(len(result)))
            else "Cada fila suma 1, pero las probabilidades no son las de np.exp."
        ),
        mistakes=(
            (
                softmax(np.exp, axis=None),
                softmax(lambda z: np.exp(z - z.max()), axis=None),
                "Entre todas las filas suman 1: falta axis=1, para que cada flor sume 1 por su "
                "cuenta.",
            ),
            (
                softmax(np.exp, axis=0),
                "Sumas por columnas (axis=0): cada flor es una fila, así que es axis=1.",
            ),
            (
                np.exp,
                lambda z: np.exp(z - z.max(axis=1, keepdims=True)),
                "Falta dividir entre la suma de cada fila: todavía no suman 1.",
            ),
        ),
    )


@exercise(
    "4.1.2",
    hints=(
        "Primero, la probabilidad que cada fila dio a su etiqueta; luego, −log; y la media.",
        "`probabilidades[np.arange(len(etiquetas)), etiquetas]` da un número por flor.",
        "`return -np.log(probabilidades[np.arange(len(etiquetas)), etiquetas]).mean()`",
    ),
    praise="Un solo número que castiga, sobre todo, negar lo cierto: eso es lo que la red baja.",
)
def check_cross_entropy(function):
    def picked(p, y):
        return p[np.arange(len(y)), y]

    def mean_log(log=np.log):
        return lambda p, y: -log(picked(p, y)).mean()

    def case(seed, n, classes):
        rng = np.random.default_rng(seed)
        return rng.dirichlet(np.ones(classes), size=n), rng.integers(classes, size=n)

    expect.computes(
        function,
        "entropia_cruzada",
        right=mean_log(),
        inputs=[case(0, 6, 4), case(1, 9, 3), case(2, 4, 5)],
        kind=functools.partial(
            expect.one_number,
            message="Devuelve un array: se pide un solo número, la media de todas las flores.",
        ),
        mistakes=(
            (
                lambda p, y: np.log(picked(p, y)).mean(),
                "Falta el signo menos: el logaritmo de una probabilidad es negativo.",
            ),
            (
                lambda p, y: -np.log(picked(p, y)).sum(),
                "Eso es la suma: se pide la media, para que no dependa de cuántas son.",
            ),
            (
                mean_log(np.log10),
                "Eso es con logaritmo decimal: usa np.log, el natural.",
            ),
            (
                mean_log(np.log2),
                "Eso es con logaritmo en base 2: usa np.log, el natural.",
            ),
            (
                lambda p, y: -np.log(p.max(axis=1)).mean(),
                "Usas la probabilidad mayor de cada fila: se pide la de la etiqueta correcta.",
            ),
            (
                lambda p, y: -np.log(picked(p, y).mean()),
                "Haces la media antes del logaritmo: primero el castigo de cada flor, luego la "
                "media.",
            ),
            (
                lambda p, y: -np.log(p[:, y]).mean(),
                "probabilidades[:, etiquetas] toma columnas enteras. Se pide una por fila: "
                "probabilidades[np.arange(len(etiquetas)), etiquetas].",
            ),
            (
                lambda p, y: -np.log(p).mean(),
                "Promedias toda la tabla: cuenta solo la probabilidad de la etiqueta correcta.",
            ),
            (
                lambda p, y: (1 - picked(p, y)).mean(),
                "Eso es lo que falta hasta 1; se pide −log de la probabilidad.",
            ),
        ),
    )


@exercise(
    "4.1.3",
    hints=(
        "`np.eye(clases)` tiene una fila lista para cada clase.",
        "Un array se puede indexar con otro: `np.eye(3)[[2, 0]]` da la fila 2 y luego la fila 0.",
        "`return np.eye(clases)[etiquetas]`",
    ),
    praise="Una fila por flor, un solo 1 en cada fila: el mismo dato, escrito más largo.",
)
def check_one_hot(function):
    def numbers(value, name):
        value = expect.array(value, name)
        return expect.numeric(value.astype(int) if value.dtype == bool else value, name)

    def explain(result, expected, labels, classes):
        if not np.isin(result, (0, 1)).all():
            return "Solo debe haber unos y ceros, y hay otros números."
        if not (result.sum(axis=1) == 1).all():
            return "En cada fila debe haber un 1, y solo uno."
        return "Hay un 1 por fila, pero no en la columna de su etiqueta."

    expect.computes(
        function,
        "a_one_hot",
        right=lambda labels, classes: np.eye(classes)[labels],
        inputs=[
            (np.array(labels), classes)
            for labels, classes in (([0, 2, 1, 2, 2], 3), ([1, 0, 1], 4), ([1, 1], 2))
        ],
        kind=numbers,
        explain=explain,
        mistakes=(
            (
                lambda labels, classes: np.eye(classes)[labels].T,
                lambda labels, classes: (
                    f"Está traspuesto: tiene forma {(classes, len(labels))}, y cada flor debe ser "
                    "una fila."
                ),
            ),
            (
                lambda labels, classes: np.eye(classes),
                "Eso es la identidad entera: toma de ella la fila de cada etiqueta.",
            ),
            (
                lambda labels, classes: np.eye(labels.max() + 1)[labels],
                "En las etiquetas puede faltar alguna clase: usa el parámetro clases para el "
                "ancho.",
            ),
        ),
    )


@exercise(
    "4.1.4",
    hints=(
        "`entrenamiento.mean(axis=0)` da la media de cada columna; con `.std`, lo mismo.",
        "A la prueba se le resta la media de entrenamiento y se divide entre la desviación de "
        "entrenamiento.",
        "\n`media = entrenamiento.mean(axis=0)\n"
        "desviacion = entrenamiento.std(axis=0)\n"
        "return (entrenamiento - media) / desviacion, (prueba - media) / desviacion`",
    ),
    praise="Lo mismo que StandardScaler: fit aprende dos números por columna; transform los usa.",
)
def check_scale(function):
    def by(mean, deviation, table):
        return (table - mean) / deviation

    def right(train, test):
        return tuple(by(train.mean(axis=0), train.std(axis=0), table) for table in (train, test))

    def training_by(rule):
        """Una equivocación que ya se ve en el entrenamiento."""
        return lambda train, test: (by(*rule(train, test), train), right(train, test)[1])

    def together(train, test):
        both = np.vstack([train, test])
        return both.mean(axis=0), both.std(axis=0)

    expect.computes(
        function,
        "escalar",
        right=right,
        inputs=[(train, test) for train, test, *_ in (_flowers(42), _flowers(7))],
        returns="entrenamiento_escalado, prueba_escalada",
        kind=expect.numeric,
        mistakes=(
            (
                training_by(lambda train, test: (train.mean(), train.std())),
                "Usas una sola media para toda la tabla: falta axis=0, una por columna.",
            ),
            (
                training_by(lambda train, test: (train.mean(axis=0), 1)),
                "Restas la media, pero falta dividir.",
            ),
            (
                training_by(lambda train, test: (train.mean(axis=0), train.var(axis=0))),
                "Divides entre la varianza: se pide la desviación, .std(axis=0).",
            ),
            (
                training_by(together),
                "Calculas la media con las dos partes juntas: eso es una fuga. Solo con "
                "entrenamiento.",
            ),
            (
                lambda train, test: (right(train, test)[0], right(test, test)[0]),
                "Escalas la prueba con su propia media: usa la de entrenamiento también con ella.",
            ),
        ),
    )


@exercise(
    "4.1.5",
    hints=(
        "La clase de cada flor es la posición de su probabilidad mayor: `.argmax(axis=1)`.",
        "Recorre esas posiciones y busca cada una en `nombres`.",
        "`return [nombres[clase] for clase in probabilidades.argmax(axis=1)]`",
    ),
    praise="Quien elige es argmax, y lo haces tú: la red solo reparte probabilidades.",
)
def check_names(function):
    def names_of(value, name):
        if isinstance(value, np.ndarray) and value.dtype.kind in "iu":
            expect.wrong("Devuelve posiciones: falta cambiar cada una por su nombre.")
        value = expect.listed(value, name)
        return [expect.instance(item, str, "cada nombre de la lista") for item in value]

    def explain(result, expected, table, names):
        if len(result) != len(table):
            return (
                f"Con {len(table)} flores llegan {len(result)} nombres: se pide uno por fila. "
                "argmax(axis=1) mira cada fila."
            )
        if not set(result) <= set(names):
            return "Aparecen nombres que no están en la lista que recibe: usa el parámetro nombres."
        return None

    table = np.array([[0.1, 0.2, 0.7], [0.8, 0.1, 0.1], [0.3, 0.4, 0.3], [0.2, 0.1, 0.7]])
    expect.computes(
        function,
        "nombrar",
        right=lambda table, names: [names[k] for k in table.argmax(axis=1)],
        inputs=[
            (table, ["norte", "sur", "este"]),
            (table[:2, :2], ["rojo", "verde"]),
            (table[:3], ["b", "c", "a"]),
        ],
        kind=names_of,
        explain=explain,
    )


@exercise(
    "4.1.6",
    hints=(
        "Parte de `new_net`, la red de la sección 5: cambian tres números por los parámetros.",
        'Con etiquetas enteras, la pérdida es `"sparse_categorical_crossentropy"`.',
        "\n`red = keras.Sequential([\n"
        "    keras.Input((entradas,)),\n"
        '    keras.layers.Dense(ocultas, activation="relu"),\n'
        '    keras.layers.Dense(clases, activation="softmax"),\n'
        "])\n"
        'red.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])\n'
        "return red`",
    ),
    praise="Sirve para flores, para vinos o para dígitos: solo cambian los tres números.",
)
def check_network_factory(function):
    expect.function(function, "crear_red")
    for inputs, hidden, classes in ((4, 9, 3), (6, 5, 2)):
        made = expect.call(function, inputs, hidden, classes)
        model = expect.network(
            made,
            (inputs,),
            message="crear_red debe devolver un modelo de Keras (compile no lo devuelve): "
            f"{expect.arrived(made)}.",
            wrong_input="El modelo debe empezar por keras.Input((entradas,)).",
        )
        expect.like(
            model,
            _two_layers(inputs, hidden, classes),
            explain=lambda model, hidden=hidden, classes=classes: _what_differs(
                model, hidden, classes
            ),
            message="Tiene esas dos capas densas, pero no hace lo mismo que la red pedida",
        )
        if not model.compiled:
            expect.wrong("Falta compilarla: red.compile(…).")
        expect.setting(
            model,
            loss="sparse_categorical_crossentropy",
            message="Con etiquetas enteras la pérdida es sparse_categorical_crossentropy.",
        )
        expect.setting(model, optimizer="Adam", message="El optimizador debe ser Adam.")
        expect.setting(model, accuracy=True, message='Falta metrics=["accuracy"].')


def _two_layers(inputs, hidden, classes):
    import keras

    return keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(hidden, activation="relu"),
            keras.layers.Dense(classes, activation="softmax"),
        ]
    )


def _what_differs(model, hidden, classes):
    first, last = expect.layers(
        model,
        "Dense",
        settings=[{}, {}],
        message=lambda found: (
            f"Tiene {len(found)} capa(s) densa(s) y se piden dos: la oculta y la de salida."
        ),
    )
    if first.units != hidden:
        expect.wrong(
            f"Con ocultas={hidden} la capa oculta tiene {first.units} neuronas: usa el parámetro."
        )
    if last.units != classes:
        expect.wrong(
            f"Con clases={classes} la salida tiene {last.units} neuronas: va una por clase."
        )
    expect.activation(model, first, "relu", message='A la capa oculta le falta activation="relu".')
    expect.activation(model, last, "softmax", message='A la salida le falta activation="softmax".')


GOOD_HITS = 32  # de 38, con margen: la receta de la solución acierta 37 en este reparto


@exercise(
    "4.1.7",
    hints=(
        "Primero, `escalador = StandardScaler().fit(medidas)`; la red aprende de "
        "`escalador.transform(medidas)`.",
        "Con una tasa de 0.01, lotes de 16 y 30 épocas basta.",
        "Devuelve la red, no lo que da fit:\n"
        "`escalador = StandardScaler().fit(medidas)\n"
        "red = crear_red(4, 16, 3)\n"
        "red.fit(escalador.transform(medidas), etiquetas, batch_size=16, epochs=30, verbose=0)\n"
        "return escalador, red`",
    ),
    praise="Las dos piezas van siempre juntas: sin su escalador, la red no entiende centímetros.",
)
def check_guide_pieces(function):
    from sklearn.preprocessing import StandardScaler

    expect.function(function, "preparar_guia")
    # Otro reparto, y las especies numeradas de otra manera: quien use x_train o y_train se nota.
    x_train, x_test, y_train, y_test = _flowers(7)
    made = expect.call(function, x_train.copy(), (y_train + 1) % 3)
    scaler, model = expect.several(made, "escalador, red", "preparar_guia")
    if not isinstance(scaler, StandardScaler):
        expect.wrong(
            f"escalador debe ser un StandardScaler (no los datos escalados): "
            f"{expect.arrived(scaler)}."
        )
    if np.shape(getattr(scaler, "scale_", None)) != (4,):
        expect.wrong(
            "El escalador no está ajustado con cuatro medidas: StandardScaler().fit(medidas)."
        )
    scaled = scaler.transform(x_train)
    if not expect.same(scaled, (x_train - x_train.mean(axis=0)) / x_train.std(axis=0)):
        expect.wrong(
            "El escalador no resta la media de las medidas que recibe la función y divide entre su "
            "desviación: ajústalo con el parámetro medidas, y con nada más."
        )
    shapes = "La red debe recibir 4 medidas y dar 3 probabilidades."
    expect.network(
        model,
        (4,),
        (3,),
        message="Lo segundo que devuelves debe ser la red de Keras (fit da el historial): "
        f"{expect.arrived(model)}.",
        wrong_input=shapes,
        wrong_output=shapes,
    )

    def hits(measures, turn=1):
        said = np.asarray(model(measures)).argmax(axis=1)
        return int((said == (y_test + turn) % 3).sum())

    right, raw = hits(scaler.transform(x_test)), hits(x_test)
    if raw >= GOOD_HITS:
        expect.wrong("La red acierta cuando recibe centímetros: la entrenaste sin escalar.")
    if hits(scaler.transform(x_test), turn=0) >= GOOD_HITS:
        expect.wrong(
            "La red responde con la numeración de siempre, y esta vez las especies llegaron "
            "numeradas de otra manera: apréndelas del parámetro etiquetas."
        )
    if right < GOOD_HITS:
        expect.wrong(
            f"Entrenada con 112 flores, acierta ≈ {right} de las otras 38 y se piden {GOOD_HITS}. "
            "Aprende con fit, y con bastantes épocas."
        )
    return f"Acierta ≈ {right} de 38."


quiz(
    "4.1.A1",
    correct="b",
    why="Sí: exponencial y dividir entre la suma. El orden no cambia; quien elige es argmax.",
    wrong={
        "a": "Eso es elegir, y lo hace argmax. Softmax da algo a todas, también a las que pierden.",
        "c": "Con puntos negativos saldrían «probabilidades» negativas: antes va la exponencial.",
        "d": "Solo las hace positivas y que sumen 1: un 0.99 puede estar equivocado.",
    },
    hint="Vuelve a las tres figuras de barras de la sección 2.",
)
quiz(
    "4.1.A2",
    correct="d",
    why="Sí: solo cuenta la probabilidad que dio a la especie correcta, y −log 0.7 es 0.357.",
    wrong={
        "a": "Eso sería 1 − p. El castigo es −log p, que se dispara cuando p se acerca a 0.",
        "b": "Con la etiqueta en one-hot, los otros dos términos se multiplican por 0.",
        "c": "Acierta, pero dudando: solo paga 0 quien da probabilidad 1 a la correcta.",
    },
    hint="¿Qué probabilidad dio a virginica?",
)
quiz(
    "4.1.A3",
    correct="a",
    why="Sí: sparse_ es la de etiquetas enteras. Da el mismo número que la otra con one-hot.",
    wrong={
        "b": "Esa espera una fila de ceros y un 1 por flor: con enteros, falla.",
        "c": "Con mse le dirías que la clase 1 está a medio camino entre la 0 y la 2.",
        "d": "Lo comprobaste en la sección 3: enteras u one-hot, la pérdida es el mismo número.",
    },
    hint="Una de las dos entropías cruzadas está hecha para etiquetas enteras.",
)
