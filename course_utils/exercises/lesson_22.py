"""Comprobaciones de 2.2, cuatro paradigmas."""

import functools
import warnings

import numpy as np
import pandas as pd

from . import expect
from .core import exercise, quiz


def _moons(n, noise, seed):
    from sklearn.datasets import make_moons

    return make_moons(n, noise=noise, random_state=seed)


def _array_of(result, n, name):
    """Exige un array de forma (n,) con números reales, y lo devuelve."""
    result = expect.array(result, name)
    expect.wrong_when(
        result.ndim == 0, f"{name} es un solo número: se pide un array con uno por punto."
    )
    expect.wrong_when(
        result.shape == (n, 1),
        f"{name} tiene forma ({n}, 1): falta aplanarlo con .ravel(), para que quede ({n},).",
    )
    result = expect.array(result, name, shape=(n,))
    expect.wrong_when(
        result.dtype.kind not in "bif", f"{name} debe contener números, y contiene {result.dtype}."
    )
    return result


# Los vecinos: cada caso está hecho para que las confusiones den respuestas distintas.
_CLOSE_BY_PYTHAGORAS = (
    np.array([[7.0, 7.0], [5.0, 0.0], [-9.0, 9.0], [3.0, 3.0]]),
    np.array([5, 0, 4, 1]),
    np.array([0.0, 0.0]),
)
# A distancias 1, 2, 3… del punto (10, -4), en desorden.
_LINE = np.array([6, 1, 8, 4, 3, 9, 2, 7, 5])
_ON_A_LINE = (
    np.column_stack([10.0 + _LINE, np.full(9, -4.0)]),
    np.array([0, 2, 0, 1, 0, 0, 2, 0, 2]),
    np.array([10.0, -4.0]),
)
_ONE_AGAINST_FOUR = (
    np.column_stack([2.0 + _LINE, np.full(9, 1.0)]),
    np.array([0, 1, 0, 0, 0, 0, 0, 0, 0]),
    np.array([2.0, 1.0]),
)


@exercise(
    "2.2.1",
    hints=(
        "Primero las distancias de todos los ejemplos al punto; después, las posiciones de las k "
        "menores.",
        "distancia.argsort()[:k] da posiciones; y[posiciones] da sus etiquetas. np.bincount cuenta "
        "los votos de cada clase.",
        "d = np.sqrt(((x - punto) ** 2).sum(axis=1)); "
        "return np.bincount(y[d.argsort()[:k]]).argmax()",
    ),
    praise="Tres líneas, y es un modelo completo: los ejemplos recuerdan y el voto decide.",
)
def check_vote(function):
    expect.function(function, "votar_vecinos")
    name = "lo que devuelve votar_vecinos"

    def vote(x, y, point, k):
        result = expect.call(function, x.copy(), y.copy(), point.copy(), k)
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim > 0,
            "Devuelve un array: falta el recuento. Se pide una sola etiqueta, la más votada.",
        )
        return expect.number(result, name)

    result = vote(*_CLOSE_BY_PYTHAGORAS, 1)
    expect.wrong_when(
        result == 5,
        "Votan las primeras filas de x, estén donde estén: ordena antes por distancia (argsort).",
    )
    expect.wrong_when(
        result == 4, "Votan los ejemplos más lejanos: argsort ordena de menor a mayor."
    )
    expect.wrong_when(
        result == 3,
        "Devuelve la posición del ejemplo: con ella, busca su etiqueta en y.",
    )
    expect.wrong_when(
        result == 0,
        "Con el punto (0, 0), dice que (5, 0) está más cerca que (3, 3). Son 5 y 4.24: eleva cada "
        "diferencia al cuadrado antes de sumar.",
    )
    expect.close(result, 1, name)

    result = vote(*_ON_A_LINE, 5)
    expect.wrong_when(
        result == 0,
        "Gana la clase que más se repite en todo y: solo votan los k ejemplos más cercanos.",
    )
    expect.wrong_when(
        1 <= result < 2,
        "Con votos 2, 2, 0, 1 y 2 no gana la 2: parece un promedio. Cuenta los votos de cada clase "
        "con np.bincount.",
    )
    expect.close(result, 2, name)
    expect.close(
        vote(*_ONE_AGAINST_FOUR, 1),
        1,
        name,
        message="Con k=1 solo vota el ejemplo más cercano, y no es eso lo que sale: ¿usas k?",
    )


@exercise(
    "2.2.2",
    hints=(
        "np.bincount(etiquetas) cuenta cuántas hay de cada clase.",
        "Divide esas cuentas entre el total: son las fracciones. Elévalas al cuadrado y súmalas.",
        "p = np.bincount(etiquetas) / len(etiquetas); return 1 - (p ** 2).sum()",
    ),
    praise="0 es un grupo puro. Es también la probabilidad de que dos sacados al azar (devolviendo "
    "el primero) sean de clases distintas.",
)
def check_gini(function):
    expect.function(function, "gini")
    name = "lo que devuelve gini"

    def value(labels):
        return expect.number(expect.call(function, np.array(labels)), name)

    result = value([0, 0, 0, 1])
    expect.wrong_when(
        np.isclose(result, 0.625), "Eso es la suma de los cuadrados: falta restarla de 1."
    )
    expect.wrong_when(
        np.isclose(result, 0.25), "Eso es la fracción de la clase menor: eleva las fracciones."
    )
    expect.wrong_when(
        np.isclose(result, 0.8112781),
        "Eso es la entropía, otra medida de mezcla (también se usa). Aquí se pide Gini.",
    )
    expect.wrong_when(
        np.isclose(result, 0.1875),
        "Eso es p(1 − p): con dos clases sería el doble. Mejor usa la fórmula general.",
    )
    expect.wrong_when(
        np.isclose(result, 1 - 10),
        "Elevaste las cuentas (3 y 1) en vez de las fracciones: divide antes entre el total.",
    )
    expect.close(result, 0.375, "gini de [0, 0, 0, 1]")
    expect.close(value([1, 1, 1]), 0, "gini de [1, 1, 1], un grupo puro,")
    expect.close(
        value([0, 1, 2, 0, 1, 2]),
        2 / 3,
        name,
        message="Con dos clases acierta, pero con tres no: suma los cuadrados de todas.",
    )


@exercise(
    "2.2.3",
    hints=(
        "x @ w multiplica cada fila por los pesos y suma: un número por punto.",
        "Suma b, toma el valor absoluto con np.abs y divide entre la longitud de w.",
        "return np.abs(x @ w + b) / np.sqrt((w ** 2).sum())",
    ),
    praise="Sin valor absoluto, el signo dice de qué lado está el punto: así responde una SVM.",
)
def check_distances(function):
    expect.function(function, "distancias")
    name = "lo que devuelve distancias"
    for x, w, b in (
        (np.array([[3.0, 4.0], [0.0, 0.0], [1.0, 0.0], [-2.0, 1.0]]), np.array([3.0, 4.0]), -5.0),
        (np.array([[1.0, 2.0, 2.0], [0.0, 1.0, -3.0]]), np.array([2.0, -1.0, 2.0]), 1.5),
    ):
        signed, length = x @ w + b, np.sqrt((w**2).sum())
        result = expect.call(function, x.copy(), w.copy(), b)
        expect.wrong_when(
            isinstance(result, (int, float, np.number)),
            "Devuelve un solo número: se pide la distancia de cada punto, un array.",
        )
        result = _array_of(result, len(x), name)
        for value, message in (
            (signed / length, "Hay distancias negativas: falta el valor absoluto, np.abs."),
            (np.abs(signed), "Falta dividir entre la longitud de w: la raíz de la suma de w²."),
            (
                np.abs(signed) / length**2,
                "Divides entre w₁² + w₂²: falta la raíz cuadrada, np.sqrt.",
            ),
            (np.abs(x @ w) / length, "Falta sumar b antes de tomar el valor absoluto."),
        ):
            expect.wrong_when(np.allclose(result, value), message)
        expect.close(result, np.abs(signed) / length, name)


@exercise(
    "2.2.4",
    hints=(
        "Son tres pasos: la capa oculta H, la salida z y la comparación z > 0.",
        "np.maximum(0, x @ w1 + b1) es H; H @ w2 + b2 es z, de forma (n, 1).",
        "h = np.maximum(0, x @ w1 + b1); z = h @ w2 + b2; return (z.ravel() > 0).astype(int)",
    ),
    praise="Dos productos de matrices y un máximo: eso es lo que hace una red al responder.",
)
def check_net_by_hand(function):
    expect.function(function, "red_a_mano")
    name = "lo que devuelve red_a_mano"
    for seed, d, h in ((0, 2, 6), (1, 3, 5), (2, 2, 1)):
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(400, d))
        w1, b1, w2 = rng.normal(size=(d, h)), rng.normal(size=h), rng.normal(size=(h, 1))
        hidden = np.maximum(0, x @ w1 + b1)
        b2 = -np.quantile(hidden @ w2, 0.7, axis=0)  # que haya de las dos clases
        z = (hidden @ w2 + b2)[:, 0]
        expected = z > 0
        copies = [part.copy() for part in (x, w1, b1, w2, b2)]
        result = _array_of(expect.call(function, *copies), len(x), name)
        for answer, message in (
            (z, "Devuelve z: falta decidir la clase, 1 si z > 0 y 0 si no."),
            (1 / (1 + np.exp(-z)), "Devuelve una probabilidad: falta decidir la clase, 0 o 1."),
            (1 - expected, "Las clases están al revés: es 1 cuando z > 0."),
            (
                ((x @ w1 + b1) @ w2 + b2)[:, 0] > 0,
                "Falta el máximo con 0 en la capa oculta: sin él, la red entera es una sola recta.",
            ),
            (
                (np.maximum(0, x @ w1) @ w2 + b2)[:, 0] > 0,
                "Falta sumar b1 dentro del máximo.",
            ),
            (
                ((np.maximum(0, x @ w1) + b1) @ w2 + b2)[:, 0] > 0,
                "b1 se suma antes de tomar el máximo, no después.",
            ),
            ((hidden @ w2)[:, 0] > 0, "Falta sumar b2 al final."),
            (z > 0.5, "Comparas z con 0.5. El 0.5 es para probabilidades; z se compara con 0."),
        ):
            different = not np.allclose(answer, expected)
            expect.wrong_when(different and np.allclose(result, answer), message)
        expect.close(result, expected, name)


def _support_counts(x, y):
    from sklearn.svm import SVC

    return SVC().fit(x, y).n_support_


@exercise(
    "2.2.5",
    hints=(
        "Tras el fit, el modelo tiene el atributo support_: las posiciones de los vectores de "
        "soporte.",
        "len(modelo.support_) es cuántos hay; divide entre los ejemplos que recibió.",
        "modelo = SVC().fit(x, y); return len(modelo.support_) / len(x)",
    ),
    praise="Cuanto más se mezclan las clases, más ejemplos se queda.",
)
def check_support(function):
    expect.function(function, "fraccion_de_soporte")
    name = "lo que devuelve fraccion_de_soporte"
    for n, noise, seed in ((200, 0.1, 1), (300, 0.4, 2)):
        x, y = _moons(n, noise, seed)
        counts = _support_counts(x, y)
        fraction = counts.sum() / n
        result = expect.call(function, x.copy(), y.copy())
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim > 0,
            "Devuelve un array (n_support_ trae la cuenta de cada clase): súmala y divide.",
        )
        result = expect.number(result, name)
        for value, message in (
            (counts.sum(), "Eso es cuántos vectores de soporte hay: divide entre los ejemplos."),
            (100 * fraction, "Eso es un porcentaje: se pide la fracción, entre 0 y 1."),
            (1 - fraction, "Eso es la fracción de los que no son vectores de soporte."),
            (
                2 * fraction,
                "Sale el doble: .size cuenta las dos columnas de support_vectors_; usa len(…).",
            ),
            (counts[0] / n, "Solo cuentas los vectores de una clase: suma las dos."),
        ):
            expect.wrong_when(np.isclose(result, value), message)
        expect.close(
            result,
            fraction,
            name,
            tolerance=0.01,
            message=f"Con {n} puntos de lunas (ruido {noise}) la fracción es ≈ {fraction:.2f} y "
            f"llegó {expect.shown(result)}. Usa SVC() tal cual, entrenado con x e y.",
        )


@functools.cache
def _depth_case(seed):
    from sklearn.tree import DecisionTreeClassifier

    x, y = _moons(200, 0.3, seed)
    x_valid, y_valid = _moons(600, 0.3, seed + 50)
    trees = [
        DecisionTreeClassifier(max_depth=depth, random_state=0).fit(x, y) for depth in range(1, 11)
    ]
    learn = np.array([tree.score(x, y) for tree in trees])
    valid = np.array([tree.score(x_valid, y_valid) for tree in trees])
    return (x, y, x_valid, y_valid), learn, valid


@exercise(
    "2.2.6",
    hints=(
        "Un ciclo sobre range(1, 11): entrena, examina con x_v e y_v, y guarda la exactitud en una "
        "lista.",
        "np.argmax(lista) da la posición de la mayor, y la primera si hay empate. Pero la posición "
        "0 es la profundidad 1.",
        "notas.append(DecisionTreeClassifier(max_depth=p, random_state=0).fit(x_a, y_a)"
        ".score(x_v, y_v)) dentro del ciclo; al final, return int(np.argmax(notas)) + 1",
    ),
    praise="Elegir con validación y no con entrenamiento: ese es todo el secreto contra el "
    "sobreajuste.",
)
def check_depth(function):
    expect.function(function, "mejor_profundidad")
    name = "lo que devuelve mejor_profundidad"
    for seed in (3, 7, 9):
        data, learn, valid = _depth_case(seed)
        best = int(valid.argmax()) + 1
        result = expect.number(expect.call(function, *(part.copy() for part in data)), name)
        expect.wrong_when(
            0 < result < 1, "Eso es una exactitud: se pide la profundidad con la que se consigue."
        )
        expect.wrong_when(
            result == best - 1,
            "Sale una menos de la buena: la posición 0 de la lista es la profundidad 1.",
        )
        expect.wrong_when(
            result != best and result == learn.argmax() + 1,
            "Esa es la que más acierta en entrenamiento: se elige con x_v e y_v.",
        )
        expect.wrong_when(
            result == valid.argmin() + 1, "Esa es la que menos acierta en validación."
        )
        expect.wrong_when(
            result != best and result in np.flatnonzero(valid == valid.max()) + 1,
            "Hay un empate: quédate con la menor profundidad.",
        )
        expect.close(result, best, name)


@functools.cache
def _cancer():
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split

    x, y = load_breast_cancer(return_X_y=True)
    return train_test_split(x, y, test_size=0.25, random_state=0, stratify=y)


@functools.cache
def _neighbors_scores():
    """Exactitudes de kNN en las biopsias: (sin escalar, escalado) en CV, entrenamiento y prueba."""
    from sklearn.model_selection import cross_val_score
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    x, x_final, y, y_final = _cancer()
    models = (
        KNeighborsClassifier(),
        make_pipeline(StandardScaler(), KNeighborsClassifier()),
    )
    folds = [cross_val_score(model, x, y, cv=5).mean() for model in models]
    fitted = [model.fit(x, y) for model in models]
    return (
        folds,
        [model.score(x, y) for model in fitted],
        [model.score(x_final, y_final) for model in fitted],
    )


@exercise(
    "2.2.7",
    hints=(
        "cross_val_score devuelve un array con cinco exactitudes.",
        "Un array tiene el método .mean().",
        "return cross_val_score(model, x, y, cv=5).mean()",
    ),
    praise="Cinco exámenes en vez de uno: la nota depende menos de la suerte del reparto.",
)
def check_cross_validation(function):
    from sklearn.model_selection import cross_val_score
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.tree import DecisionTreeClassifier

    expect.function(function, "nota")
    name = "lo que devuelve nota"
    x, y = _moons(150, 0.35, 4)
    for model in (KNeighborsClassifier(3), DecisionTreeClassifier(max_depth=3, random_state=0)):
        scores = cross_val_score(model, x, y, cv=5)
        result = expect.call(function, model, x.copy(), y.copy())
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim > 0,
            "Devuelve las cinco exactitudes: falta resumirlas con .mean().",
        )
        result = expect.number(result, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            on_train = model.fit(x, y).score(x, y)
        for value, message in (
            (on_train, "Eso es la exactitud en entrenamiento: usa cross_val_score."),
            (scores.max(), "Esa es la mejor de las cinco: se pide la media."),
            (scores.sum(), "Eso es la suma de las cinco: se pide la media."),
            (100 * scores.mean(), "Eso es un porcentaje: se pide una fracción, entre 0 y 1."),
        ):
            expect.wrong_when(np.isclose(result, value), message)
        expect.close(
            result,
            scores.mean(),
            name,
            message="No es la media de la validación cruzada de 5 partes de ese modelo: usa los "
            "parámetros model, x e y, y cv=5.",
        )


@exercise(
    "2.2.8",
    hints=(
        "Es la función del paso 1, con dos modelos distintos y con x_cells e y_cells.",
        "El escalado se une al modelo: make_pipeline(StandardScaler(), KNeighborsClassifier()).",
        "cross_val_score(make_pipeline(StandardScaler(), KNeighborsClassifier()), x_cells, "
        "y_cells, cv=5).mean()",
    ),
    praise="Escalar ayuda también con datos reales: sin escalar, las áreas (hasta miles) tapan a "
    "las medidas pequeñas.",
)
def check_scaling(raw, scaled):
    raw = expect.number(raw, "knn_sin_escalar")
    scaled = expect.number(scaled, "knn_escalado")
    folds, train, test = _neighbors_scores()

    def are(values):
        return np.allclose([float(raw), float(scaled)], values, rtol=0, atol=0.0015)

    expect.wrong_when(
        raw > 1 or scaled > 1, "Se piden fracciones entre 0 y 1: ni porcentajes ni cuentas."
    )
    expect.wrong_when(are(folds[::-1]), "Los dos están al revés: ¿cuál lleva StandardScaler()?")
    expect.wrong_when(
        are(train), "Esas son las exactitudes en entrenamiento: se pide la validación cruzada."
    )
    expect.wrong_when(
        are(test), "Esas son las del examen final: resérvalo. Usa x_cells, y_cells y cv=5."
    )
    expect.wrong_when(
        np.isclose(float(raw), float(scaled), rtol=0, atol=0.0015),
        "Los dos dan lo mismo: ¿de verdad uno lleva StandardScaler() delante y el otro no?",
    )
    expect.wrong_when(
        abs(raw - folds[0]) > 0.0015,
        "knn_sin_escalar no es la media de la validación cruzada de 5 partes de un "
        f"KNeighborsClassifier() con x_cells e y_cells: llegó {expect.shown(raw)}.",
    )
    expect.wrong_when(
        abs(scaled - folds[1]) > 0.0015,
        "knn_escalado no es el valor pedido: une StandardScaler() y KNeighborsClassifier() con "
        f"make_pipeline, y usa cv=5. Llegó {expect.shown(scaled)}.",
    )


@exercise(
    "2.2.9",
    hints=(
        "Primero quédate con las filas que cumplen: tabla[tabla[columna] <= limite].",
        "idxmax() de una columna da el nombre de la fila donde está el máximo.",
        'return tabla[tabla[columna] <= limite]["exactitud"].idxmax()',
    ),
    praise="Primero lo que no se puede negociar; después, la exactitud.",
)
def check_choose(function):
    expect.function(function, "elegir")
    table = pd.DataFrame(
        {
            "exactitud": [0.97, 0.91, 0.95, 0.93],
            "guarda": [900.0, 100.0, 500.0, 300.0],
            "ms": [200.0, 50.0, 900.0, 350.0],
        },
        index=["bosque", "árbol", "kNN", "recta"],
    )

    def choose(column, limit):
        result = expect.call(function, table.copy(), column, limit)
        if isinstance(result, (int, float, np.number)):
            raise expect.Mistake(
                f"Devuelve {expect.shown(result)}, un número: se pide el nombre del modelo. "
                "¿idxmax() en lugar de max() o argmax()?"
            )
        return expect.instance(result, str, "lo que devuelve elegir")

    result = choose("guarda", 400)
    expect.wrong_when(
        result == "bosque", "Elige el de más exactitud de toda la tabla: antes aplica el límite."
    )
    expect.wrong_when(
        result == "árbol", "Ese es el de menor valor en la columna: se pide el de mayor exactitud."
    )
    expect.wrong_when(result == "kNN", "Ese no cumple el límite: guarda 500 y caben 400.")
    expect.equal(result, "recta", "lo que devuelve elegir")
    expect.equal(
        choose("guarda", 500),
        "kNN",
        "lo que devuelve elegir",
        message="Un modelo que vale justo el límite también cumple: usa <=.",
    )
    expect.equal(
        choose("ms", 250),
        "bosque",
        "lo que devuelve elegir",
        message='Con la columna "guarda" acierta, con "ms" no: usa el parámetro columna.',
    )


quiz(
    "2.2.A1",
    correct="b",
    why="Sí: en la sección 1 le diste los mismos puntos con las etiquetas al revés, y respondió al "
    "revés.",
    wrong={
        "a": "«Supervisado» no quiere decir vigilado: quiere decir que los ejemplos traen la "
        "respuesta.",
        "c": "La k es un hiperparámetro, y también k-means tiene una: no decide de qué tipo es.",
        "d": "Eso es k-means, que no conoce etiquetas. kNN dio un TypeError sin ellas.",
    },
    hint="¿Qué pasó en la sección 1 al llamar a fit sin etiquetas?",
)
quiz(
    "2.2.A2",
    correct="d",
    why="Sí: el corte se multiplica también por 1000 y deja a cada lado los mismos ejemplos.",
    wrong={
        "a": "No escala nada: no le hace falta.",
        "b": "La usa igual que antes; cambia el número del corte, no la pregunta.",
        "c": "El índice de Gini solo mira etiquetas: no sabe nada de los valores de la columna.",
    },
    hint="Piensa en la pregunta «¿x2 <= 0.28?» si todos los x2 se escriben en milésimas.",
)
quiz(
    "2.2.A3",
    correct="a",
    why="Sí: lo mediste. Con el cuádruple de datos salió más del triple de vectores.",
    wrong={
        "b": "Sería así si nadie pisara la calle. Con clases mezcladas, los dudosos se quedan.",
        "c": "Eso pasó en la sección 3, donde los dos grupos estaban separados.",
        "d": "El núcleo compara cada punto nuevo precisamente con los vectores de soporte.",
    },
    hint="Mira la medida de la sección 5: de 2000 a 8000 ejemplos.",
)
quiz(
    "2.2.A4",
    correct="c",
    why="Sí: la diferencia entre 100 y 86 es sobreajuste, y la profundidad es el freno del árbol.",
    wrong={
        "a": "El 100 % es en ejemplos que ya vio. Lo que cuenta es el 86 %.",
        "b": "Más preguntas sirven para memorizar más: la curva de validación no sube.",
        "d": "A un árbol le da igual la escala de las columnas.",
    },
    hint="Vuelve a mirar las dos curvas de la sección 6.",
)
