"""Comprobaciones de la lección 2.4, elegir un modelo."""

from functools import partial

import numpy as np
import pandas as pd

from . import expect
from .core import exercise, quiz


def _moons(n, noise, seed):
    from sklearn.datasets import make_moons

    return make_moons(n, noise=noise, random_state=seed)


@exercise(
    "2.4.1",
    hints=(
        "Pide las cinco exactitudes de cada modelo con `cross_val_score`, con `cv=5`.",
        "Los dos arrays tienen cinco números: réstalos enteros, el de `model_a` menos el de "
        "`model_b`.",
        "`return cross_val_score(model_a, x, y, cv=5) - cross_val_score(model_b, x, y, cv=5)`",
    ),
    praise="Cinco duelos con los mismos ejemplos: si todos tienen el mismo signo, ya es algo.",
)
def check_advantage(function):
    from sklearn.model_selection import cross_val_score
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.tree import DecisionTreeClassifier

    def scores(model, x, y):
        return cross_val_score(model, x, y, cv=5)

    def right(a, b, x, y):
        return scores(a, x, y) - scores(b, x, y)

    def five(value, name):
        if isinstance(value, (list, tuple)):
            value = expect.row(value, name)
        return expect.array(value, name)

    tree = DecisionTreeClassifier(max_depth=2, random_state=0)
    expect.computes(
        function,
        "ventaja",
        right=right,
        inputs=(
            (KNeighborsClassifier(7), tree, *_moons(150, 0.3, 4)),
            (KNeighborsClassifier(1), KNeighborsClassifier(30), *_moons(130, 0.4, 6)),
        ),
        kind=five,
        misshapen=lambda result, *_: (
            f"Se piden las cinco diferencias, una por parte (cv=5): llegó {expect.shown(result)}."
        ),
        message="No son las cinco diferencias: la exactitud de model_a menos la de model_b en cada "
        "parte, con x, y y cv=5.",
        mistakes=(
            (
                lambda a, b, x, y: right(b, a, x, y),
                "Están restadas al revés: la de model_a menos la de model_b.",
            ),
            (
                lambda *a: right(*a).mean(),
                lambda *a: np.array(right(*a).mean()),
                "Eso es la media de las cinco diferencias: se piden las cinco.",
            ),
            (
                lambda a, b, x, y: np.abs(right(a, b, x, y)),
                "Has quitado los signos: dicen en qué partes gana cada uno.",
            ),
            (
                lambda a, b, x, y: scores(a, x, y),
                lambda a, b, x, y: scores(b, x, y),
                "Esas son las exactitudes de un solo modelo: falta restar las del otro.",
            ),
            (
                lambda a, b, x, y: 100 * right(a, b, x, y),
                "Están multiplicadas por 100: las exactitudes van de 0 a 1.",
            ),
        ),
    )


@exercise(
    "2.4.2",
    hints=(
        "Tras el `fit`, el modelo tiene el atributo `.support_`: las posiciones de los vectores "
        "de soporte.",
        "Con `modelo = SVC().fit(x, y)`, `len(modelo.support_)` es cuántos hay; divide entre los "
        "ejemplos que recibió.",
        "\n`modelo = SVC().fit(x, y)\nreturn len(modelo.support_) / len(x)`",
    ),
    praise="Cuanto más se mezclan las clases, más ejemplos se queda.",
)
def check_support(function):
    def counts(x, y):
        from sklearn.svm import SVC

        return SVC().fit(x, y).n_support_

    def fraction(x, y):
        return counts(x, y).sum() / len(x)

    x, y = _moons(240, 0.3, 5)
    few = np.flatnonzero((y == 0) | (np.arange(240) % 5 == 0))  # más de una clase que de otra
    expect.computes(
        function,
        "fraccion_de_soporte",
        right=fraction,
        inputs=[_moons(200, 0.1, 1), _moons(300, 0.4, 2), (x[few], y[few]), _moons(70, 0.5, 3)],
        kind=partial(
            expect.one_number,
            message="Devuelve un array (n_support_ trae la cuenta de cada clase): súmala y divide.",
        ),
        tolerance=0.001,
        message=lambda x, y: (
            f"Con {len(x)} puntos de lunas la fracción es ≈ {fraction(x, y):.2f} y llegó "
            "{result}. Usa SVC() tal cual, entrenado con x e y."
        ),
        mistakes=(
            (
                lambda x, y: counts(x, y).sum(),
                "Eso es cuántos vectores de soporte hay: divide entre los ejemplos.",
            ),
            (
                lambda x, y: 100 * fraction(x, y),
                "Eso es un porcentaje: se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda x, y: 1 - fraction(x, y),
                "Eso es la fracción de los que no son vectores de soporte.",
            ),
            (
                lambda x, y: 2 * fraction(x, y),
                "Sale el doble: .size cuenta las dos columnas de support_vectors_; usa len(…).",
            ),
            (
                lambda x, y: counts(x, y)[0] / len(x),
                lambda x, y: counts(x, y)[1] / len(x),
                "Solo cuentas los vectores de una clase: suma las dos.",
            ),
        ),
    )


def _stripes(seed, n=200):
    """Una columna y dos clases que se alternan en 40 franjas: pide un árbol muy profundo."""
    x = np.random.default_rng(seed).random((n, 1))
    return x, (np.floor(40 * x[:, 0]) % 2).astype(int)


@exercise(
    "2.4.3",
    hints=(
        "Un ciclo sobre `range(1, 11)`: entrena, examina con `x_v` e `y_v`, y guarda la exactitud "
        "en una lista.",
        "`np.argmax(…)` da la posición de la mayor, y la primera si hay empate. Pero la posición "
        "0 es la profundidad 1.",
        "\n`notas = []\n"
        "for p in range(1, 11):\n"
        "    arbol = DecisionTreeClassifier(max_depth=p, random_state=0).fit(x_a, y_a)\n"
        "    notas.append(arbol.score(x_v, y_v))\n"
        "return int(np.argmax(notas)) + 1`",
    ),
    praise="Se elige con validación: la exactitud de entrenamiento premia al que más memoriza.",
)
def check_depth(function):
    def scores(x, y, x_exam, y_exam, depths=range(1, 11)):
        from sklearn.tree import DecisionTreeClassifier

        return [
            DecisionTreeClassifier(max_depth=depth, random_state=0).fit(x, y).score(x_exam, y_exam)
            for depth in depths
        ]

    def best(*data, depths=range(1, 11)):
        return depths[np.argmax(scores(*data, depths))]

    step = np.linspace(-1, 1, 41)[:, np.newaxis]  # con una pregunta basta: empatan todas
    expect.computes(
        function,
        "mejor_profundidad",
        right=best,
        inputs=[(*_moons(100, 0.3, seed), *_moons(150, 0.3, seed + 50)) for seed in (2, 0)]
        + [(step, step[:, 0] > 0) * 2, (*_stripes(0), *_stripes(1))],
        mistakes=(
            (
                lambda *a: max(scores(*a)),
                "Eso es una exactitud: se pide la profundidad con la que se consigue.",
            ),
            (
                lambda *a: best(*a, depths=range(1, 10)),
                "Falta probar la profundidad 10: range(1, 10) se para en la 9.",
            ),
            (
                lambda *a: best(*a) - 1,
                "Sale una menos de la buena: la posición 0 de la lista es la profundidad 1.",
            ),
            (
                lambda x, y, *exam: best(x, y, x, y),
                "Esa es la que más acierta en entrenamiento: se elige con x_v e y_v.",
            ),
            (
                lambda *a: int(np.argmin(scores(*a))) + 1,
                "Esa es la que menos acierta en validación.",
            ),
            (
                lambda *a: best(*a, depths=range(10, 0, -1)),
                "Hay un empate: quédate con la menor profundidad.",
            ),
            (
                lambda *a: best(*a, depths=range(2, 11)),
                "Con la profundidad 1 se acierta lo mismo o más: pruébala también.",
            ),
            (
                lambda *a: best(*a, depths=range(1, 31)),
                "Esa es la que más acierta de la 1 a la 30: se prueban de la 1 a la 10.",
            ),
        ),
    )


@exercise(
    "2.4.4",
    hints=(
        'La mayor exactitud es `tabla["exactitud"].max()`. Quédate con las filas que están a '
        "`margen` o menos de ella.",
        'Con `cerca = tabla[tabla["exactitud"] >= …]`, los nombres están en `cerca.index`.',
        '`return list(tabla[tabla["exactitud"] >= tabla["exactitud"].max() - margen].index)`',
    ),
    praise="Con unos cientos de biopsias, una milésima no llega ni a un acierto.",
)
def check_almost_best(function):
    def near(table, margin):
        return table[table["exactitud"] >= table["exactitud"].max() - margin]

    def right(table, margin):
        return near(table, margin).index.tolist()

    def names(value, name):
        if isinstance(value, (pd.DataFrame, pd.Series)):
            expect.wrong(
                f"Devuelve {expect.type_name(type(value))}: se piden los nombres, que están en su "
                "index, en una lista."
            )
        return expect.listed(value.tolist() if isinstance(value, pd.Index) else value, name)

    def table(scores):
        letters = list("ABCDE")[: len(scores)]
        sizes = [30.0, 10.0, 50.0, 20.0, 40.0][: len(scores)]
        return pd.DataFrame({"guarda": sizes, "exactitud": scores}, index=letters)

    mixed = table([0.75, 1.0, 0.875, 0.5, 0.625])
    expect.computes(
        function,
        "casi_los_mejores",
        right=right,
        inputs=(
            (mixed, 0.2),
            (mixed, 0.125),  # C queda justo en el margen
            (mixed, 0.3),  # por exactitud, el orden sería otro
            (table([0.5, 0.75, 0.75]), 0),  # dos empatan
            (table([0.625, 0.5]), 0.4),  # todos, y ninguno pasa de 0.9
            (table([0.5, 0.25, 0.375]), 0.2),  # el margen se resta; no es una fracción del mejor
            (mixed.set_index(pd.Index(["red", "kNN", "árbol", "SVM", "bosque"])), 0.25),
        ),
        kind=names,
        message=lambda t, margin: (
            f"Con exactitudes {t['exactitud'].to_dict()} y margen = {margin}, son "
            f"{right(t, margin)} y llegó {{result}}."
        ),
        mistakes=(
            (
                lambda t, margin: t[
                    t["exactitud"] >= t["exactitud"].max() * (1 - margin)
                ].index.tolist(),
                "El margen se resta de la mayor exactitud: no es una fracción de ella.",
            ),
            (
                lambda t, margin: t[t["exactitud"] > t["exactitud"].max() - margin].index.tolist(),
                "El que queda justo a ese margen también cuenta: usa >=.",
            ),
            (
                lambda t, margin: near(t, margin).sort_values("exactitud").index.tolist(),
                lambda t, margin: (
                    near(t, margin).sort_values("exactitud", ascending=False).index.tolist()
                ),
                "Son esos modelos, en otro orden: se piden en el de la tabla.",
            ),
            (
                lambda t, margin: [
                    name for name in right(t, margin) if name != t["exactitud"].idxmax()
                ],
                "Falta el mejor: también está en la lista.",
            ),
            (
                lambda t, margin: [t["exactitud"].idxmax()],
                lambda t, margin: t["exactitud"].idxmax(),
                lambda t, margin: (
                    f"Ese es solo el mejor, y con margen = {margin} hay más: {right(t, margin)}."
                ),
            ),
            (
                lambda t, margin: near(t, margin)["exactitud"].tolist(),
                "Esas son las exactitudes: se piden los nombres, que están en index.",
            ),
        ),
    )


@exercise(
    "2.4.5",
    hints=(
        "Primero quédate con las filas que cumplen: `tabla[tabla[columna] <= limite]`.",
        "`.idxmax()` de una columna da el nombre de la fila donde está el máximo.",
        '`return tabla[tabla[columna] <= limite]["exactitud"].idxmax()`',
    ),
    praise="Primero lo que no se puede negociar; después, la exactitud.",
)
def check_choose(function):
    def best(table):
        return table["exactitud"].idxmax()

    def model_name(value, name):
        if isinstance(value, (int, float, np.number)):
            expect.wrong(
                f"Devuelve {expect.shown(value)}, un número: se pide el nombre del modelo. "
                "max() da la exactitud y argmax(), su posición; idxmax(), el nombre."
            )
        return expect.instance(value, str, name)

    table = pd.DataFrame(
        {
            "exactitud": [0.97, 0.91, 0.95, 0.93, 0.92],
            "guarda": [900.0, 300.0, 500.0, 100.0, 700.0],
            "ms": [200.0, 50.0, 900.0, 350.0, 240.0],
        },
        index=["bosque", "árbol", "kNN", "recta", "SVM"],
    )
    expect.computes(
        function,
        "elegir",
        right=lambda t, column, limit: best(t[t[column] <= limit]),
        inputs=(
            (table, "ms", 250),
            (table, "guarda", 400),
            (table, "guarda", 500),
            (table[::-1].assign(exactitud=[0.9, 0.98, 0.94, 0.92, 0.96]), "guarda", 700),
        ),
        kind=model_name,
        mistakes=(
            (
                lambda t, column, limit: best(t[t[column] < limit]),
                "Un modelo que vale justo el límite también cumple: usa <=.",
            ),
            (
                lambda t, column, limit: best(t),
                "Elige el de más exactitud de toda la tabla: antes aplica el límite.",
            ),
            (
                lambda t, column, limit: t[column].idxmin(),
                "Ese es el de menor valor en la columna: se pide el de mayor exactitud.",
            ),
            (
                lambda t, column, limit: best(t[t[column] > limit]),
                lambda t, column, limit: (
                    f"Ese no cumple el límite: en la columna «{column}» caben {limit}."
                ),
            ),
            (
                lambda t, column, limit: best(t[t["guarda"] <= limit]),
                'Con la columna "guarda" acierta, con "ms" no: usa el parámetro columna.',
            ),
            (
                lambda t, column, limit: t[t[column] <= limit][column].idxmax(),
                "Ese es el de mayor valor en la columna: entre los que cumplen, se pide el de "
                "mayor exactitud.",
            ),
        ),
    )


quiz(
    "2.4.A1",
    correct="b",
    why="Sí: cada uno tuvo su examen, y un caso de diferencia lo pone la suerte.",
    wrong={
        "a": "Puede que sus casos fueran más fáciles: no se examinaron con los mismos.",
        "c": "Tampoco se sabe: con otro examen, la diferencia podría ser grande.",
        "d": "Lo que acierta un modelo no dice con cuántos ejemplos aprendió.",
    },
    hint="¿Qué pasó en el error frecuente 2, al examinar a cada uno con lo suyo?",
)
quiz(
    "2.4.A2",
    correct="a",
    why="Sí: lo mediste. Con el cuádruple de datos salió más del triple de vectores.",
    wrong={
        "b": "Sería así si nadie pisara la calle. Con clases mezcladas, los dudosos se quedan.",
        "c": "Eso pasó en la lección 2.3, donde los dos grupos estaban separados.",
        "d": "El kernel compara cada punto nuevo precisamente con los vectores de soporte.",
    },
    hint="Mira la medida de la sección 2: de 2000 a 8000 ejemplos.",
)
quiz(
    "2.4.A3",
    correct="c",
    why="Sí: la diferencia entre 100 y 86 es sobreajuste, y la profundidad es el freno del árbol.",
    wrong={
        "a": "El 100 % es en ejemplos que ya vio. Lo que cuenta es el 86 %.",
        "b": "Más preguntas sirven para memorizar más: la curva de validación no sube.",
        "d": "A un árbol le da igual la escala de las columnas.",
    },
    hint="Vuelve a mirar las dos curvas de la sección 3.",
)
