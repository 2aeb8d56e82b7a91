"""Comprobaciones de la lección 2.3, cuatro paradigmas."""

from functools import cache, partial

import numpy as np

from . import expect
from .core import exercise, quiz


def _moons(n, noise, seed):
    from sklearn.datasets import make_moons

    return make_moons(n, noise=noise, random_state=seed)


def _one_per_point(value, name):
    """Exige un array (o una lista) de una dimensión con números reales, y lo devuelve."""
    if isinstance(value, (list, tuple)):
        value = expect.row(value, name)
    value = expect.array(value, name)
    if value.ndim == 0:
        expect.wrong(f"{name} es un solo número: se pide un array con uno por punto.")
    if value.ndim == 2 and value.shape[1] == 1:
        expect.wrong(
            f"{name} tiene forma {value.shape}: falta aplanarlo con .ravel(), para que quede "
            f"({len(value)},)."
        )
    value = expect.array(value, name, shape=(None,))
    if value.dtype.kind not in "bif":
        expect.wrong(f"{name} debe contener números, y contiene {value.dtype}.")
    return value


# Los vecinos: cada caso está hecho para que las confusiones den respuestas distintas.
_LINE = np.array([2, 5, 6, 4, 1, 9, 8, 7, 3])  # distancias al punto, en desorden


def _on_a_line(labels, x, y):
    """Nueve ejemplos en fila a distancias 1, 2… de (x, y), con esas etiquetas; y el punto."""
    return (
        np.column_stack([x + _LINE, np.full(9, y)]),
        np.array(labels)[_LINE - 1],
        np.array([x, y]),
    )


_VOTES = (
    (
        np.array([[7.0, 7.0], [5.0, 0.0], [-9.0, 9.0], [3.0, 3.0]]),
        np.array([5, 2, 4, 1]),
        np.array([0.0, 0.0]),
        1,
    ),
    (*_on_a_line([2, 2, 0, 1, 2, 0, 0, 0, 0], 10.0, -4.0), 5),
    (*_on_a_line([1, 0, 0, 0, 0, 0, 0, 0, 0], 2.0, 1.0), 1),
    (*_on_a_line([2, 0, 1, 0, 2, 0, 1, 3, 3], 0.0, 5.0), 7),  # ni la mayor, ni la mediana
    # Lejos del origen, y con la mayor diferencia y la suma de las dos en desacuerdo.
    (
        np.array([[-3.0, 2.0], [0.5, 7.5], [4.0, 5.0], [3.0, 3.5], [5.5, 1.5], [0.0, 0.0]]),
        np.array([3, 3, 1, 0, 2, 2]),
        np.array([1.0, 1.0]),
        1,
    ),
    (
        np.array([[4.0, -5.0], [5.0, -7.5], [-4.0, -13.0], [0.0, 0.0]]),
        np.array([1, 0, 2, 3]),
        np.array([1.0, -8.0]),
        1,
    ),
    # Quien vota con posiciones se queda con el vecino de la primera fila, que está en minoría.
    (
        np.array([[3.0], [9.0], [1.0], [2.0], [8.0]]),
        np.array([0, 1, 1, 1, 1]),
        np.array([0.0]),
        3,
    ),
)


@exercise(
    "2.3.1",
    hints=(
        "Primero las distancias de todos los ejemplos a `punto`; después, las posiciones de las "
        "`k` menores.",
        "Con las distancias en `d = …`, `d.argsort()[:k]` da las posiciones de los `k` vecinos, e "
        "`y[d.argsort()[:k]]`, sus etiquetas. `np.bincount` cuenta los votos de cada clase.",
        "\n`d = np.sqrt(((x - punto) ** 2).sum(axis=1))\n"
        "return np.bincount(y[d.argsort()[:k]]).argmax()`",
    ),
    praise="Tres líneas, y es un modelo completo: los ejemplos recuerdan y el voto decide.",
)
def check_vote(function):
    def nearest(x, point, k):
        return np.sqrt(((x - point) ** 2).sum(axis=1)).argsort()[:k]

    def most_voted(labels):
        return np.bincount(labels).argmax()

    def label(value, name):
        if isinstance(value, np.ndarray) and value.shape == (1,):
            value = value[0]
        return expect.one_number(
            value,
            name,
            "Devuelve un array: falta el recuento. Se pide una sola etiqueta, la más votada.",
        )

    expect.computes(
        function,
        "votar_vecinos",
        right=lambda x, y, point, k: most_voted(y[nearest(x, point, k)]),
        inputs=_VOTES,
        kind=label,
        mistakes=(
            (
                lambda x, y, point, k: most_voted(y[nearest(x, point, 5)]),
                lambda x, y, point, k: (
                    f"Con k = {k} sale lo que votan los 5 más cercanos: usa el parámetro k."
                ),
            ),
            (
                lambda x, y, point, k: most_voted(y[:k]),
                "Sale lo que votan las primeras filas de x, estén donde estén: ordena antes por "
                "distancia (argsort).",
            ),
            (
                lambda x, y, point, k: most_voted(y),
                "Sale la clase que más se repite en todo y: solo votan los k ejemplos más "
                "cercanos.",
            ),
            (
                lambda x, y, point, k: most_voted(y[nearest(x, point, None)[-k:]]),
                "Sale lo que votan los más lejanos: argsort ordena de menor a mayor.",
            ),
            (
                lambda x, y, point, k: y[nearest(x, point, k).min()],
                "Cuentas posiciones, y cada una sale una vez: se cuentan las etiquetas de los "
                "vecinos, y[…].",
            ),
            (
                lambda x, y, point, k: nearest(x, point, k)[0],
                "Devuelve la posición del ejemplo: con ella, busca su etiqueta en y.",
            ),
            (
                lambda x, y, point, k: most_voted(y[np.abs(x - point).sum(axis=1).argsort()[:k]]),
                "Con el punto (0, 0) y k = 1 sale la etiqueta de (5, 0), y (3, 3) está más cerca: "
                "4.24 frente a 5. Cada diferencia se eleva al cuadrado antes de sumar.",
            ),
            (
                lambda x, y, point, k: y[nearest(x, point, k)].mean(),
                lambda x, y, point, k: y[nearest(x, point, k)].mean().round(),
                lambda x, y, point, k: np.median(y[nearest(x, point, k)]),
                lambda x, y, point, k: (
                    f"Con votos {y[nearest(x, point, k)].tolist()} sale su media, o su mediana. "
                    "Cuenta los votos de cada clase con np.bincount."
                ),
            ),
        ),
    )


@exercise(
    "2.3.2",
    hints=(
        "`np.bincount(etiquetas)` cuenta cuántas hay de cada clase.",
        "Divide esas cuentas entre el total: son las fracciones. Elévalas al cuadrado y súmalas.",
        "\n`p = np.bincount(etiquetas) / len(etiquetas)\nreturn 1 - (p ** 2).sum()`",
    ),
    praise="0 es un grupo puro. Es también la probabilidad de que dos sacados al azar (devolviendo "
    "el primero) sean de clases distintas.",
)
def check_gini(function):
    def shares(y):
        return np.bincount(y) / len(y)

    def entropy(y):
        present = shares(y)[shares(y) > 0]
        return -(present * np.log2(present)).sum()

    labels = ([0, 0, 0, 1], [1, 1, 1], [0, 1, 2, 0, 1, 2], [3, 0, 0, 1, 0, 3, 3])
    expect.computes(
        function,
        "gini",
        right=lambda y: 1 - (shares(y) ** 2).sum(),
        inputs=[(np.array(y),) for y in labels],
        message=lambda y: f"gini de {y.tolist()} no es el valor pedido: llegó {{result}}.",
        mistakes=(
            (
                lambda y: 2 * y.mean() * (1 - y.mean()),
                "Con dos clases acierta, pero con tres no: suma los cuadrados de todas.",
            ),
            (
                lambda y: (shares(y) ** 2).sum(),
                "Eso es la suma de los cuadrados: falta restarla de 1.",
            ),
            (
                lambda y: 1 - shares(y).max(),
                "Eso es la fracción que no es de la clase más numerosa: aquí se suman cuadrados.",
            ),
            (
                entropy,
                "Eso es la entropía, otra medida de mezcla (también se usa). Aquí se pide Gini.",
            ),
            (
                lambda y: y.mean() * (1 - y.mean()),
                "Eso es p(1 − p): con dos clases sería el doble. Mejor usa la fórmula general.",
            ),
            (
                lambda y: 1 - (np.bincount(y) ** 2).sum(),
                "Elevaste las cuentas (3 y 1) en vez de las fracciones: divide antes entre el "
                "total.",
            ),
        ),
    )


@exercise(
    "2.3.3",
    hints=(
        "`x @ w` multiplica cada fila por los pesos y suma: un número por punto.",
        "Suma `b`, toma el valor absoluto con `np.abs` y divide entre la longitud de `w`.",
        "`return np.abs(x @ w + b) / np.sqrt((w ** 2).sum())`",
    ),
    praise="Sin valor absoluto, el signo dice de qué lado está el punto: así responde una SVM.",
)
def check_distances(function):
    def length(w):
        return np.sqrt((w**2).sum())

    expect.computes(
        function,
        "distancias",
        right=lambda x, w, b: np.abs(x @ w + b) / length(w),
        inputs=(
            (np.array([[3.0, 4], [0, 0], [1, 0], [-2, 1]]), np.array([3.0, 4]), -5.0),
            (np.array([[1.0, 2, 2], [0, 1, -3]]), np.array([2.0, -1, 2]), 1.5),
            (np.array([[2.0], [-1], [0.25]]), np.array([-4.0]), 1.0),
        ),
        kind=_one_per_point,
        mistakes=(
            (
                lambda x, w, b: (x @ w + b) / length(w),
                "Hay distancias negativas: falta el valor absoluto, np.abs.",
            ),
            (
                lambda x, w, b: np.abs(x @ w + b),
                "Falta dividir entre la longitud de w: la raíz de la suma de w².",
            ),
            (
                lambda x, w, b: np.abs(x @ w + b) / length(w) ** 2,
                "Divides entre w₁² + w₂²: falta la raíz cuadrada, np.sqrt.",
            ),
            (
                lambda x, w, b: np.abs(x @ w) / length(w),
                "Falta sumar b antes de tomar el valor absoluto.",
            ),
        ),
    )


def _network(seed, d, h):
    """Datos y pesos al azar de una red que responde 1 a tres de cada diez: x, w1, b1, w2, b2."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(400, d))
    w1, b1, w2 = rng.normal(size=(d, h)), rng.normal(size=h), rng.normal(size=(h, 1))
    return x, w1, b1, w2, -np.quantile(np.maximum(0, x @ w1 + b1) @ w2, 0.7, axis=0)


@exercise(
    "2.3.4",
    hints=(
        "Son tres pasos: la capa oculta, la salida y mirar si la salida pasa de 0.",
        "`h = np.maximum(0, x @ w1 + b1)`; después, `z = h @ w2 + b2`, de forma (n, 1).",
        "\n`h = np.maximum(0, x @ w1 + b1)\nz = h @ w2 + b2\nreturn (z.ravel() > 0).astype(int)`",
    ),
    praise="Dos productos de matrices y un máximo: eso es lo que hace una red al responder.",
)
def check_net_by_hand(function):
    def z(x, w1, b1, w2, b2):
        return (np.maximum(0, x @ w1 + b1) @ w2 + b2)[:, 0]

    on_the_line = np.eye(2), np.eye(2), np.zeros(2), np.array([[1.0], [0.0]]), np.zeros(1)
    expect.computes(
        function,
        "red_a_mano",
        right=lambda *a: z(*a) > 0,
        inputs=[_network(0, 2, 6), _network(1, 3, 5), _network(2, 2, 1), on_the_line],
        kind=_one_per_point,
        mistakes=(
            (z, "Devuelve z: falta decidir la clase, 1 si z > 0 y 0 si no."),
            (
                lambda *a: 1 / (1 + np.exp(-z(*a))),
                "Devuelve una probabilidad: falta decidir la clase, 0 o 1.",
            ),
            (lambda *a: z(*a) <= 0, "Las clases están al revés: es 1 cuando z > 0."),
            (
                lambda x, w1, b1, w2, b2: ((x @ w1 + b1) @ w2 + b2)[:, 0] > 0,
                "Falta el máximo con 0 en la capa oculta: sin él, la red entera es una sola recta.",
            ),
            (
                lambda x, w1, b1, w2, b2: z(x, w1, 0, w2, b2) > 0,
                "Falta sumar b1 dentro del máximo.",
            ),
            (
                lambda x, w1, b1, w2, b2: ((np.maximum(0, x @ w1) + b1) @ w2 + b2)[:, 0] > 0,
                "b1 se suma antes de tomar el máximo, no después.",
            ),
            (lambda *a: z(*a[:4], 0) > 0, "Falta sumar b2 al final."),
            (
                lambda *a: z(*a) > 0.5,
                "Comparas z con 0.5. El 0.5 es para probabilidades; z se compara con 0.",
            ),
            (lambda *a: z(*a) >= 0, "Con z = 0 la clase es 0: compara con >, no con >=."),
        ),
    )


@exercise(
    "2.3.5",
    hints=(
        "`cross_val_score` devuelve un array con cinco exactitudes.",
        "Un array tiene el método `.mean()`.",
        "`return cross_val_score(model, x, y, cv=5).mean()`",
    ),
    praise="Cinco exámenes en vez de uno: la nota depende menos de la suerte del reparto.",
)
def check_cross_validation(function):
    from sklearn.model_selection import cross_val_score
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.tree import DecisionTreeClassifier

    def scores(model, x, y):
        return cross_val_score(model, x, y, cv=5)

    tree = DecisionTreeClassifier(max_depth=3, random_state=0)
    expect.computes(
        function,
        "nota",
        right=lambda *a: scores(*a).mean(),
        inputs=(
            (KNeighborsClassifier(3), *_moons(150, 0.35, 4)),
            (tree, *_moons(150, 0.35, 4)),
            (KNeighborsClassifier(), *_moons(90, 0.35, 6)),
        ),
        kind=partial(
            expect.one_number,
            message="Devuelve las cinco exactitudes: falta resumirlas con .mean().",
        ),
        message="No es la media de la validación cruzada de 5 partes de ese modelo: usa los "
        "parámetros model, x e y, y cv=5.",
        mistakes=(
            (
                lambda model, x, y: model.fit(x, y).score(x, y),
                "Eso es la exactitud en entrenamiento: usa cross_val_score.",
            ),
            (lambda *a: scores(*a).max(), "Esa es la mejor de las cinco: se pide la media."),
            (lambda *a: scores(*a).sum(), "Eso es la suma de las cinco: se pide la media."),
            (
                lambda *a: 100 * scores(*a).mean(),
                "Eso es un porcentaje: se pide una fracción, entre 0 y 1.",
            ),
        ),
    )


@cache
def _biopsies():
    """Las biopsias que la lección usa para comparar: no las del examen final."""
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split

    x, y = load_breast_cancer(return_X_y=True)
    x, _, y, _ = train_test_split(x, y, test_size=0.25, random_state=0, stratify=y)
    return x, y


def _in_thousandths(n, noise, seed):
    """Dos lunas con la segunda columna mil veces mayor, que sin escalar tapa a la primera."""
    x, y = _moons(n, noise, seed)
    return x * [1, 1000], y


@exercise(
    "2.3.6",
    hints=(
        "Son dos veces la cuenta del paso 1, `cross_val_score(…, x, y, cv=5).mean()`: una por "
        "modelo.",
        "El escalado se une al modelo: `make_pipeline(StandardScaler(), KNeighborsClassifier())`.",
        "\n`escalado = make_pipeline(StandardScaler(), KNeighborsClassifier())\n"
        "nota_sin = cross_val_score(KNeighborsClassifier(), x, y, cv=5).mean()\n"
        "nota_con = cross_val_score(escalado, x, y, cv=5).mean()\n"
        "return nota_sin, nota_con`",
    ),
    praise="Con datos de verdad también: sin escalar, las áreas (hasta miles) tapan a las medidas "
    "pequeñas.",
)
def check_scaling(function):
    from sklearn.model_selection import cross_val_score
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    def raw():
        return KNeighborsClassifier()

    def scaled():
        return make_pipeline(StandardScaler(), KNeighborsClassifier())

    def mark(model, x, y):
        return cross_val_score(model, x, y, cv=5).mean()

    def both(x, y):
        return mark(raw(), x, y), mark(scaled(), x, y)

    (without, with_scale), *_ = expect.computes(
        function,
        "sin_y_con_escala",
        right=both,
        inputs=(_biopsies(), _in_thousandths(150, 0.35, 4), _in_thousandths(90, 0.25, 6)),
        returns="nota_sin, nota_con",
        message="{name} no es la media de la validación cruzada de 5 partes, con x e y, de su "
        "KNeighborsClassifier().",
        mistakes=(
            (lambda *a: both(*a)[::-1], "Van al revés: primero, la nota sin escalar."),
            (
                lambda *a: (both(*a)[0],) * 2,
                "nota_con sale igual que sin escalar: falta el StandardScaler() delante.",
            ),
            (
                lambda *a: (both(*a)[1],) * 2,
                "nota_sin es la del modelo escalado: ese va sin StandardScaler().",
            ),
            (
                lambda x, y: (
                    mark(raw(), x, y),
                    mark(raw(), StandardScaler().fit_transform(x), y),
                ),
                "Escalas todo antes de repartir, también lo que hará de examen. Une el "
                "StandardScaler() al modelo con make_pipeline: así se ajusta en cada reparto.",
            ),
            (
                lambda x, y: tuple(model.fit(x, y).score(x, y) for model in (raw(), scaled())),
                "Esas son las exactitudes en entrenamiento: usa cross_val_score.",
            ),
            (
                lambda *a: tuple(100 * value for value in both(*a)),
                "Son porcentajes: se piden fracciones, entre 0 y 1.",
            ),
        ),
    )
    return f"Con las biopsias: ≈ {without:.3f} sin escalar y ≈ {with_scale:.3f} escalando."


quiz(
    "2.3.A1",
    correct="b",
    why="Sí: en la sección 1 le diste los mismos puntos con las etiquetas al revés, y respondió al "
    "revés.",
    wrong={
        "a": "«Supervisado» no quiere decir vigilado: quiere decir que los ejemplos traen la "
        "respuesta.",
        "c": "También la de k-means la elige una persona: no decide de qué tipo es.",
        "d": "Eso es k-means, que no conoce etiquetas. kNN dio un TypeError sin ellas.",
    },
    hint="¿Qué pasó en la sección 1 al llamar a `fit` sin etiquetas?",
)
quiz(
    "2.3.A2",
    correct="d",
    why="Sí: el corte se multiplica también por 1000 y deja a cada lado los mismos ejemplos.",
    wrong={
        "a": "No escala nada: no le hace falta.",
        "b": "La usa igual que antes; cambia el número del corte, no la pregunta.",
        "c": "El índice de Gini solo mira etiquetas: no sabe nada de los valores de la columna.",
    },
    hint="Piensa en la pregunta «¿x2 ≤ 0.28?» si todos los x2 se escriben en milésimas.",
)
quiz(
    "2.3.A3",
    correct="b",
    why="Sí: en la sección 3, entrenada solo con los vectores de soporte dio la misma recta.",
    wrong={
        "a": "El punto que borras no tocaba la calle: sin él, la más ancha sigue siendo la misma.",
        "c": "Para ensancharla habría que borrar un punto que la toca, y esos siguen ahí.",
        "d": "No hay azar: de todas las que no fallan se queda con la de la calle más ancha.",
    },
    hint="¿Qué pasó en la sección 3 al entrenarla solo con los vectores de soporte?",
)
