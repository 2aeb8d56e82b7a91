"""Comprobaciones de 4.1, flores."""

from functools import cache

import numpy as np

from . import expect
from .core import exercise, quiz

SPECIES = ("setosa", "versicolor", "virginica")


@cache
def _flowers(seed=42):
    """Las 150 flores, repartidas como en la lección: x_train, x_test, y_train, y_test."""
    from sklearn.datasets import load_iris
    from sklearn.model_selection import train_test_split

    x, y = load_iris(return_X_y=True)
    return train_test_split(x, y, test_size=0.25, stratify=y, random_state=seed)


def _real_array(value, name, *, shape):
    """Un array de números reales y finitos, con esa forma."""
    value = expect.array(value, name, shape=shape)
    expect.wrong_when(
        value.dtype.kind not in "iuf", f"{name} debe contener números y contiene {value.dtype}."
    )
    expect.wrong_when(
        not np.isfinite(value).all(),
        f"{name} contiene nan o infinito: alguna exponencial o división se salió de rango.",
    )
    return value


@exercise(
    "4.1.1",
    hints=(
        "Una sola flor de 38 que cambia: ¿qué fracción del total es?",
        "np.bincount(y_test) cuenta cuántos 0, cuántos 1 y cuántos 2 hay.",
        "por_especie = np.bincount(y_test); salto = 1 / len(y_test)",
    ),
    praise="Casi las mismas de cada especie, y cada flor vale 0.026: la exactitud no puede dar "
    "pasos más pequeños.",
)
def check_test_set(counts, jump):
    labels = _flowers()[3]
    if isinstance(counts, list):
        for value in counts:
            expect.integer(value, "cada cuenta de por_especie")
        counts = np.array(counts, dtype=float)
    counts = _real_array(counts, "por_especie", shape=(3,))
    expect.wrong_when(
        counts.sum() == 150, "Has contado las 150 flores: se piden las de prueba, y_test."
    )
    expect.wrong_when(
        counts.sum() == 112, "Has contado las de entrenamiento: se piden las de prueba, y_test."
    )
    expect.close(counts, np.bincount(labels), "por_especie")
    jump = expect.number(jump, "salto")
    n = len(labels)
    expect.wrong_when(
        np.isclose(float(jump), 100 / n), "Eso es un porcentaje: se pide la fracción, entre 0 y 1."
    )
    expect.wrong_when(
        np.isclose(float(jump), 1 / 150) or np.isclose(float(jump), 1 / 112),
        "La exactitud en prueba se calcula con las flores de prueba: divide entre len(y_test).",
    )
    expect.wrong_when(
        jump != 1 / n and np.isclose(float(jump), 1 / n, atol=6e-3),
        "Va bien, pero se pide sin redondear.",
    )
    expect.close(jump, 1 / n, "salto")


@exercise(
    "4.1.2",
    hints=(
        "Son tres pasos: restar a cada fila su máximo, la exponencial y dividir entre la suma de "
        "la fila.",
        "puntos.max(axis=1, keepdims=True) es una columna con el máximo de cada fila.",
        "exponenciales = np.exp(puntos - puntos.max(axis=1, keepdims=True)); "
        "return exponenciales / exponenciales.sum(axis=1, keepdims=True)",
    ),
    praise="Ni con puntos de 1000 desborda. Es lo que hace por dentro la última capa de la red.",
)
def check_softmax(function):
    expect.function(function, "softmax")
    points = np.array([[0.5, 3.0, 1.5], [-1.0, 0.0, 2.0], [4.0, 4.0, 4.0], [0.0, -3.0, 1.0]])
    powers = np.exp(points)
    before = points.copy()
    result = expect.call(function, points)
    name = "lo que devuelve softmax"
    result = _real_array(result, name, shape=points.shape)
    expect.wrong_when(
        not np.array_equal(points, before),
        "Tu función cambia el array que recibe; debe devolver uno nuevo.",
    )
    expect.wrong_when(
        np.allclose(result, powers / powers.sum()),
        "Entre todas las filas suman 1: falta axis=1, para que cada flor sume 1 por su cuenta.",
    )
    expect.wrong_when(
        np.allclose(result, powers / powers.sum(axis=0)),
        "Sumas por columnas (axis=0): cada flor es una fila, así que es axis=1.",
    )
    expect.wrong_when(
        np.allclose(result, powers)
        or np.allclose(result, np.exp(points - points.max(axis=1, keepdims=True))),
        "Falta dividir entre la suma de cada fila: todavía no suman 1.",
    )
    expect.wrong_when(
        not np.allclose(result.sum(axis=1), 1), "Cada fila debe sumar 1, y no es así."
    )
    expected = powers / powers.sum(axis=1, keepdims=True)
    expect.close(
        result,
        expected,
        name,
        message="Cada fila suma 1, pero las probabilidades no son esas: ¿usaste np.exp?",
    )
    big = np.array([[1000.0, 999.0, 998.0], [-1000.0, -1001.0, -1002.0]])
    with np.errstate(all="ignore"):
        result = expect.call(function, big)
    result = expect.array(result, name, shape=big.shape)
    expect.wrong_when(
        result.dtype.kind != "f" or not np.isfinite(result).all(),
        "Con puntos muy grandes o muy pequeños sale nan: a cada fila réstale antes SU máximo, "
        "puntos.max(axis=1, keepdims=True).",
    )
    expect.close(result, np.exp([0, -1, -2]) / np.exp([0, -1, -2]).sum(), name)


@exercise(
    "4.1.3",
    hints=(
        "Primero, la probabilidad que cada fila dio a su etiqueta; luego, −log; y la media.",
        "probabilidades[np.arange(len(etiquetas)), etiquetas] da un número por flor.",
        "return -np.log(probabilidades[np.arange(len(etiquetas)), etiquetas]).mean()",
    ),
    praise="Un solo número que castiga, sobre todo, negar lo cierto: eso es lo que la red baja.",
)
def check_cross_entropy(function):
    expect.function(function, "entropia_cruzada")
    name = "lo que devuelve entropia_cruzada"
    for seed in range(3):
        rng = np.random.default_rng(seed)
        table = rng.dirichlet(np.ones(4), size=6)
        labels = rng.integers(4, size=6)
        right = table[np.arange(6), labels]
        result = expect.call(function, table, labels)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim > 0,
            "Devuelve un array: se pide un solo número, la media de todas las flores.",
        )
        result = expect.real(result, name)
        losses = -np.log(right)
        for value, message in (
            (-losses.mean(), "Falta el signo menos: el logaritmo de una probabilidad es negativo."),
            (losses.sum(), "Eso es la suma: se pide la media, para que no dependa de cuántas son."),
            (losses.mean() / np.log(10), "Eso es con logaritmo decimal: usa np.log, el natural."),
            (losses.mean() / np.log(2), "Eso es con logaritmo en base 2: usa np.log, el natural."),
            (
                -np.log(table.max(axis=1)).mean(),
                "Usas la probabilidad mayor de cada fila: se pide la de la etiqueta correcta.",
            ),
            (
                -np.log(right.mean()),
                "Haces la media antes del logaritmo: primero el castigo de cada flor, luego la "
                "media.",
            ),
            (
                -np.log(table[:, labels]).mean(),
                "probabilidades[:, etiquetas] toma columnas enteras. Se pide una por fila: "
                "probabilidades[np.arange(len(etiquetas)), etiquetas].",
            ),
            (
                -np.log(table).mean(),
                "Promedias toda la tabla: cuenta solo la probabilidad de la etiqueta correcta.",
            ),
            ((1 - right).mean(), "Eso es lo que falta hasta 1; se pide −log de la probabilidad."),
        ):
            expect.wrong_when(np.isclose(result, value), message)
        expect.close(result, losses.mean(), name)


@exercise(
    "4.1.4",
    hints=(
        "np.eye(clases) tiene una fila lista para cada clase.",
        "Un array se puede indexar con otro: tabla[[2, 0]] da la fila 2 y luego la fila 0.",
        "return np.eye(clases)[etiquetas]",
    ),
    praise="Una fila por flor, un solo 1 en cada fila: el mismo dato, escrito más largo.",
)
def check_one_hot(function):
    expect.function(function, "a_one_hot")
    name = "lo que devuelve a_one_hot"
    for labels, classes in (([0, 2, 1, 2, 0], 3), ([1, 0, 1], 4)):
        labels = np.array(labels)
        result = expect.array(expect.call(function, labels, classes), name)
        expect.wrong_when(
            result.shape == (classes, len(labels)),
            f"Está traspuesto: tiene forma {result.shape}, y cada flor debe ser una fila.",
        )
        expect.wrong_when(
            result.shape == (classes, classes),
            "Eso es la identidad entera: toma de ella la fila de cada etiqueta.",
        )
        expect.wrong_when(
            result.shape == (len(labels), labels.max() + 1) != (len(labels), classes),
            "En las etiquetas puede faltar alguna clase: usa el parámetro clases para el ancho.",
        )
        result = _real_array(
            result + 0 if result.dtype == bool else result, name, shape=(len(labels), classes)
        )
        expect.wrong_when(
            not np.isin(result, (0, 1)).all(), "Solo debe haber unos y ceros, y hay otros números."
        )
        expect.wrong_when(
            not (result.sum(axis=1) == 1).all(), "En cada fila debe haber un 1, y solo uno."
        )
        expect.close(
            result.argmax(axis=1),
            labels,
            name,
            message="Hay un 1 por fila, pero no en la columna de su etiqueta.",
        )


@exercise(
    "4.1.5",
    hints=(
        "entrenamiento.mean(axis=0) da la media de cada columna; con .std, lo mismo.",
        "A la prueba se le resta la media de entrenamiento y se divide entre la desviación de "
        "entrenamiento.",
        "media = entrenamiento.mean(axis=0); desviacion = entrenamiento.std(axis=0); "
        "return (entrenamiento - media) / desviacion, (prueba - media) / desviacion",
    ),
    praise="Lo mismo que StandardScaler: fit aprende dos números por columna; transform los usa.",
)
def check_scale(function):
    expect.function(function, "escalar")
    for seed in (42, 7):
        train, test = (part.copy() for part in _flowers(seed)[:2])
        copies = train.copy(), test.copy()
        result = expect.call(function, train, test)
        expect.wrong_when(
            not isinstance(result, (tuple, list)) or len(result) != 2,
            "escalar debe devolver dos arrays: return entrenamiento_escalado, prueba_escalada.",
        )
        expect.wrong_when(
            not (np.array_equal(train, copies[0]) and np.array_equal(test, copies[1])),
            "Tu función cambia los arrays que recibe; debe devolver otros nuevos.",
        )
        mean, deviation = train.mean(axis=0), train.std(axis=0)
        first = _real_array(result[0], "el entrenamiento escalado", shape=train.shape)
        second = _real_array(result[1], "la prueba escalada", shape=test.shape)
        expect.wrong_when(
            np.allclose(first, (train - train.mean()) / train.std()),
            "Usas una sola media para toda la tabla: falta axis=0, una por columna.",
        )
        expect.wrong_when(np.allclose(first, train - mean), "Restas la media, pero falta dividir.")
        expect.wrong_when(
            np.allclose(first, (train - mean) / deviation**2),
            "Divides entre la varianza: se pide la desviación, .std(axis=0).",
        )
        both = np.vstack([train, test])
        expect.wrong_when(
            np.allclose(first, (train - both.mean(axis=0)) / both.std(axis=0)),
            "Calculas la media con las dos partes juntas: eso es una fuga. Solo con entrenamiento.",
        )
        expect.close(first, (train - mean) / deviation, "el entrenamiento escalado")
        expect.wrong_when(
            np.allclose(second, (test - test.mean(axis=0)) / test.std(axis=0)),
            "Escalas la prueba con su propia media: usa la de entrenamiento también con ella.",
        )
        expect.close(second, (test - mean) / deviation, "la prueba escalada")


@exercise(
    "4.1.6",
    hints=(
        "La clase de cada flor es la posición de su probabilidad mayor: argmax(axis=1).",
        "Recorre esas posiciones y busca cada una en nombres.",
        "return [nombres[clase] for clase in probabilidades.argmax(axis=1)]",
    ),
    praise="Quien elige es argmax, y lo haces tú: la red solo reparte probabilidades.",
)
def check_names(function):
    expect.function(function, "nombrar")
    table = np.array([[0.1, 0.2, 0.7], [0.8, 0.1, 0.1], [0.3, 0.4, 0.3], [0.2, 0.1, 0.7]])
    names = ["norte", "sur", "este"]
    result = expect.call(function, table, names)
    expect.wrong_when(
        isinstance(result, np.ndarray) and result.dtype.kind in "iu",
        "Devuelve posiciones: falta cambiar cada una por su nombre.",
    )
    if isinstance(result, np.ndarray):
        result = result.tolist()
    result = expect.instance(result, list, "lo que devuelve nombrar")
    expect.wrong_when(
        len(result) != len(table),
        "Hacen falta tantos nombres como filas: uno por flor. ¿Pusiste argmax(axis=1)?",
    )
    for value in result:
        expect.instance(value, str, "cada nombre de la lista")
    expect.wrong_when(
        not set(result) <= set(names),
        "Aparecen nombres que no están en la lista que recibe: usa el parámetro nombres.",
    )
    expect.equal(result, ["este", "norte", "sur", "este"], "lo que devuelve nombrar")
    other = expect.call(function, table[:2, :2], ["rojo", "verde"])
    other = other.tolist() if isinstance(other, np.ndarray) else other
    expect.equal(other, ["verde", "rojo"], "lo que devuelve nombrar con dos clases")


@exercise(
    "4.1.7",
    hints=(
        "Un ciclo sobre semillas, y una lista vacía que gana una exactitud en cada vuelta.",
        "En cada vuelta: train_test_split con esa semilla, modelo.fit con la parte de "
        "entrenamiento y modelo.score con la de prueba.",
        "x_a, x_b, y_a, y_b = train_test_split(x, y, test_size=0.25, stratify=y, "
        "random_state=semilla); modelo.fit(x_a, y_a); exactitudes.append(modelo.score(x_b, y_b))",
    ),
    praise="Una exactitud suelta es una anécdota; una lista de ellas empieza a ser una medida.",
)
def check_repeat(function):
    from sklearn.datasets import load_iris
    from sklearn.model_selection import train_test_split
    from sklearn.neighbors import KNeighborsClassifier

    expect.function(function, "repetir")
    x, y = load_iris(return_X_y=True)
    seeds = [3, 8, 1, 14]

    def accuracies(stratify=y, on_train=False, size=0.25):
        values = []
        for seed in seeds:
            a, b, c, d = train_test_split(
                x, y, test_size=size, stratify=stratify, random_state=seed
            )
            model = KNeighborsClassifier(3).fit(a, c)
            values.append(model.score(a, c) if on_train else model.score(b, d))
        return values

    name = "lo que devuelve repetir"
    result = expect.call(function, KNeighborsClassifier(3), seeds)
    expect.wrong_when(
        isinstance(result, (int, float)) and not isinstance(result, bool),
        "Devuelve un solo número: se pide una lista, con una exactitud por semilla.",
    )
    if isinstance(result, np.ndarray):
        result = result.tolist()
    result = expect.instance(result, list, name)
    expect.wrong_when(
        len(result) != len(seeds),
        f"Con {len(seeds)} semillas, la lista tiene {len(result)} exactitudes. ¿Está el return "
        "después del ciclo, y no dentro?",
    )
    result = [expect.real(value, "cada exactitud de la lista") for value in result]
    expected = accuracies()
    expect.wrong_when(
        np.allclose(result, accuracies(on_train=True)),
        "Mides con las flores de entrenamiento: la exactitud se mide con las de prueba.",
    )
    expect.wrong_when(
        np.allclose(result, accuracies(stratify=None)), "A tu reparto le falta stratify=y."
    )
    expect.wrong_when(
        np.ptp(result) == 0,
        "Todas las exactitudes son iguales: ¿random_state=semilla cambia en cada vuelta?",
    )
    expect.close(
        result,
        expected,
        name,
        message="No son las exactitudes esperadas. Revisa el reparto: test_size=0.25, stratify=y, "
        "random_state=semilla; y que se entrene el modelo que llega.",
    )


@exercise(
    "4.1.8",
    hints=(
        "Parte de new_net, la red de la sección 5: cambian tres números por los parámetros.",
        'Con etiquetas enteras, la pérdida es "sparse_categorical_crossentropy".',
        'Input((entradas,)), Dense(ocultas, "relu"), Dense(clases, "softmax"); y después '
        'red.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]).',
    ),
    praise="Sirve para flores, para vinos o para dígitos: solo cambian los tres números.",
)
def check_network_factory(function):
    expect.function(function, "crear_red")
    import keras

    for inputs, hidden, classes in ((4, 9, 3), (6, 5, 2)):
        model = expect.call(function, inputs, hidden, classes)
        expect.wrong_when(
            not isinstance(model, keras.Model),
            "crear_red debe devolver un modelo de Keras (¿termina con return?). Ojo: compile no "
            "devuelve la red.",
        )
        expect.wrong_when(
            not model.built or model.input_shape != (None, inputs),
            "El modelo debe empezar por keras.Input((entradas,)).",
        )
        dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
        expect.wrong_when(
            len(dense) != 2,
            f"Tiene {len(dense)} capa(s) densa(s) y se piden dos: la oculta y la de salida.",
        )
        expect.wrong_when(
            dense[0].units != hidden,
            f"Con ocultas={hidden} la capa oculta tiene {dense[0].units} neuronas: usa el "
            "parámetro.",
        )
        expect.wrong_when(
            dense[1].units != classes,
            f"Con clases={classes} la salida tiene {dense[1].units} neuronas: va una por clase.",
        )
        expect.wrong_when(
            dense[0].activation is not keras.activations.relu,
            'A la capa oculta le falta activation="relu".',
        )
        expect.wrong_when(
            dense[1].activation is not keras.activations.softmax,
            'A la salida le falta activation="softmax".',
        )
        expect.wrong_when(not model.compiled, "Falta compilarla: red.compile(…).")
        expect.wrong_when(
            _loss_name(model) != "sparse_categorical_crossentropy",
            "Con etiquetas enteras la pérdida es sparse_categorical_crossentropy.",
        )
        expect.wrong_when(
            not isinstance(model.optimizer, keras.optimizers.Adam), "El optimizador debe ser Adam."
        )
        names = str(model.get_compile_config().get("metrics"))
        expect.wrong_when("accuracy" not in names.lower(), 'Falta metrics=["accuracy"].')


def _loss_name(model):
    """El nombre de la pérdida con que se compiló, se haya dado como texto, clase o función."""
    loss = model.loss
    name = loss if isinstance(loss, str) else getattr(loss, "name", getattr(loss, "__name__", ""))
    return str(name)


GOOD_HITS = 32  # de 38, con margen: la receta de la solución acierta 34 o más


@exercise(
    "4.1.9",
    hints=(
        "El escalador se ajusta con fit(x_train); la red aprende de escalador.transform(x_train).",
        "Con Adam(0.01), lotes de 16 y 30 épocas basta.",
        "modelo_flores = crear_red(4, 16, 3); historial = modelo_flores.fit("
        "escalador.transform(x_train), y_train, batch_size=16, epochs=30, verbose=0). "
        "Guarda la red, no el historial.",
    ),
    praise="Las dos piezas van siempre juntas: sin su escalador, la red no entiende centímetros.",
)
def check_guide_pieces(scaler, model):
    import keras
    from sklearn.preprocessing import StandardScaler

    x_train, x_test, _, y_test = _flowers()
    expect.wrong_when(
        not isinstance(scaler, StandardScaler),
        "escalador debe ser un StandardScaler (no los datos ya escalados).",
    )
    expect.wrong_when(
        getattr(scaler, "scale_", None) is None or np.shape(scaler.scale_) != (4,),
        "El escalador no está ajustado con cuatro medidas: StandardScaler().fit(x_train).",
    )
    expect.wrong_when(
        scaler.n_samples_seen_ == 150,
        "Ajustaste el escalador con las 150 flores: las de prueba no se pueden mirar.",
    )
    expect.close(
        scaler.mean_,
        x_train.mean(axis=0),
        "escalador",
        message="Las medias del escalador no son las de x_train: ajústalo con x_train.",
    )
    expect.wrong_when(
        not isinstance(model, keras.Model),
        "modelo_flores debe ser la red de Keras (no lo que devuelve fit, que es el historial).",
    )
    expect.wrong_when(
        not model.built or model.input_shape != (None, 4) or model.output_shape != (None, 3),
        "modelo_flores debe recibir 4 medidas y dar 3 probabilidades.",
    )

    def hits(measures):
        return int((np.asarray(model(measures)).argmax(axis=1) == y_test).sum())

    scaled, raw = hits(scaler.transform(x_test)), hits(x_test)
    expect.wrong_when(
        raw >= GOOD_HITS,
        "La red acierta cuando recibe centímetros: la entrenaste sin escalar.",
    )
    expect.wrong_when(
        scaled < GOOD_HITS,
        f"Acierta ≈ {scaled} de 38 y se piden {GOOD_HITS}. ¿Llamaste a fit, con suficientes "
        "épocas?",
    )
    return f"Acierta ≈ {scaled} de 38."


@cache
def _reference_guide():
    """Un escalador y una red de Keras de una capa, con pesos que no dependen de ningún sorteo."""
    import keras
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    x_train, _, y_train, _ = _flowers()
    scaler = StandardScaler().fit(x_train)
    logistic = LogisticRegression().fit(scaler.transform(x_train), y_train)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.set_weights([logistic.coef_.T, logistic.intercept_])
    return scaler, model


@exercise(
    "4.1.10",
    hints=(
        "Una flor sola es un lote de una: medidas.reshape(1, 4). Después, escalar y predecir.",
        "modelo.predict devuelve una tabla de una fila: con [0] te quedas con sus tres "
        "probabilidades.",
        'Si respuesta.max() < umbral, return "no sé"; si no, return SPECIES[respuesta.argmax()].',
    ),
    praise="Una guía que sabe callar: muchas veces vale más que una décima de exactitud.",
)
def check_identify(function):
    expect.function(function, "identificar")
    scaler, model = _reference_guide()
    flowers = np.array(
        [[5.1, 3.5, 1.4, 0.2], [5.9, 3.0, 4.2, 1.3], [6.5, 3.0, 5.8, 2.2], [6.0, 2.8, 4.9, 1.7]]
    )
    table = np.asarray(model(scaler.transform(flowers)))
    unscaled = np.asarray(model(flowers)).argmax(axis=1)
    name = "lo que devuelve identificar"
    for flower, row, wrong in zip(flowers, table, unscaled, strict=True):
        right = SPECIES[row.argmax()]
        for threshold in (0.2, float(row.max()) - 0.05, float(row.max()) + 1e-3):
            given = expect.call(function, flower.copy(), scaler, model, threshold)
            expect.wrong_when(
                isinstance(given, (int, np.integer)) and not isinstance(given, bool),
                "Devuelve la posición de la especie: se pide su nombre, SPECIES[…].",
            )
            given = expect.instance(given, str, name)
            expect.wrong_when(
                given not in (*SPECIES, "no sé"),
                f"Debe ser una de las tres especies o «no sé», y llegó {expect.shown(given)}.",
            )
            silent = threshold > row.max()
            expect.wrong_when(
                silent and given != "no sé",
                f"La mayor probabilidad es {row.max():.3f} y el umbral, {threshold:.3f}: no llega, "
                "así que debe decir «no sé».",
            )
            expect.wrong_when(
                not silent and given == "no sé",
                f"La mayor probabilidad es {row.max():.3f} y el umbral, {threshold:.3f}: sí llega, "
                "así que debe decir la especie. ¿Escalaste las medidas, y comparas en el sentido "
                "correcto?",
            )
            expect.wrong_when(
                not silent and given != right and given == SPECIES[wrong],
                "Parece que la red recibe centímetros: escala antes, con escalador.transform.",
            )
            expect.wrong_when(
                not silent and given != right,
                f"Con las medidas {flower.tolist()} se esperaba {right} y llegó {given}.",
            )


quiz(
    "4.1.A1",
    correct="b",
    why="Sí: exponencial y dividir entre la suma. El orden no cambia; quien elige es argmax.",
    wrong={
        "a": "Eso es elegir, y lo hace argmax. Softmax da algo a todas, también a las que pierden.",
        "c": "Con puntos negativos saldrían «probabilidades» negativas: antes va la exponencial.",
        "d": "Solo las hace positivas y que sumen 1. Recuerda la rosa: casi 1, y no era un lirio.",
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
        "d": "Lo comprobaste en la sección 5: con las dos se llega a los mismos pesos.",
    },
    hint="Una de las dos entropías cruzadas está hecha para etiquetas enteras.",
)
quiz(
    "4.1.A4",
    correct="c",
    why="Sí: una flor. Al cambiar de reparto, la misma red se mueve bastante más que eso.",
    wrong={
        "a": "Es más, pero por una flor: con otro reparto puede salir al revés.",
        "b": "No se puede saber desde la nota; y aquí la red sin escalar no acertaba menos.",
        "d": "Para eso habría que comparar entrenamiento y prueba; estas son dos notas de prueba.",
    },
    hint="¿Cuánto vale una flor de las 38?",
)
