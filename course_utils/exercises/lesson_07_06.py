"""Comprobaciones de la lección 7.6, Aprender del error."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _best_stump(x, target):
    """El corte de menor error cuadrático y la media de cada lado, como en la lección."""
    values = np.unique(x)
    cuts = (values[:-1] + values[1:]) / 2
    sides = [(target[x <= cut], target[x > cut]) for cut in cuts]
    errors = [sum(side.var() * len(side) for side in pair) for pair in sides]
    best = int(np.argmin(errors))
    return cuts[best], *(side.mean() for side in sides[best])


def _boost(x, y, count, rate, *, start=None, residuals=True, accumulate=True):
    answer = np.full(len(y), y.mean() if start is None else start)
    for _ in range(count):
        cut, low, high = _best_stump(x, y - answer if residuals else y)
        step = rate * np.where(x <= cut, low, high)
        answer = answer + step if accumulate else step
    return answer


def _line(seed, n):
    rng = np.random.default_rng(seed)
    x = rng.permutation(np.linspace(0, 6, n))
    return x, 5 + 3 * np.sin(x) + rng.normal(0, 0.3, n)


def _row(value, name):
    return expect.row(value, name)


@exercise(
    "7.6.1",
    hints=(
        "Se empieza con `np.full(len(y), y.mean())`; en cada vuelta, los residuos son lo real "
        "menos la predicción de ese momento.",
        "El tocón de los residuos es `corte, izquierda, derecha = best_stump(x, y)` con ellos en "
        "el sitio de `y`; en cada fila responde `np.where(x <= corte, izquierda, derecha)`.",
        "\n`prediccion = np.full(len(y), y.mean())\n"
        "for _ in range(cuantos):\n"
        "    corte, izquierda, derecha = best_stump(x, y - prediccion)\n"
        "    prediccion += tasa * np.where(x <= corte, izquierda, derecha)\n"
        "return prediccion`",
    ),
    praise="Cinco líneas: lo demás del boosting son árboles mejores y frenos.",
)
def check_boosting(function):
    expect.computes(
        function,
        "potenciar",
        right=_boost,
        inputs=[
            (*_line(seed, n), count, rate)
            for seed, (n, count, rate) in enumerate(
                ((20, 3, 0.5), (31, 8, 0.1), (15, 0, 0.3), (24, 5, 1.0), (18, 1, 0.25))
            )
        ],
        kind=_row,
        mistakes=(
            (
                lambda x, y, count, rate: _boost(x, y, count, rate, start=0.0),
                "Empiezas en 0: se empieza con la media de y.",
            ),
            (
                lambda x, y, count, rate: _boost(x, y, count, 1),
                "No usas la tasa: suma tasa por lo que responde el tocón.",
            ),
            (
                lambda x, y, count, rate: _boost(x, y, count, rate, residuals=False),
                "El tocón se ajusta a los residuos, y - prediccion, y no a y.",
            ),
            (
                lambda x, y, count, rate: _boost(x, y, count, rate, accumulate=False),
                "Te quedas con el último tocón: hay que sumarlo a lo anterior.",
            ),
            (
                lambda x, y, count, rate: _boost(x, y, count + 1, rate),
                "Hay un tocón de más.",
            ),
            (
                lambda x, y, count, rate: y - _boost(x, y, count, rate),
                "Devuelves los residuos: se piden las predicciones.",
            ),
        ),
    )


def _fails(seed, n, failed):
    rng = np.random.default_rng(seed)
    missed = np.zeros(n, dtype=bool)
    missed[rng.choice(n, size=failed, replace=False)] = True
    return rng.random(n) + 0.1, missed


def _adaboost(weights, missed, *, half=1.0, flip=1):
    error = weights[missed].sum() / weights.sum()
    vote = half * flip * np.log((1 - error) / error)
    fresh = weights * np.where(missed, np.exp(vote), 1)
    return vote, fresh


@exercise(
    "7.6.2",
    hints=(
        "El error es la suma de los pesos fallados entre la suma de todos: "
        "`pesos[fallos].sum() / pesos.sum()`.",
        "A los fallados se les multiplica por `np.exp(…)` del voto y a los demás por 1: es un "
        "`np.where(fallos, …, 1)`; y luego, entre su suma.",
        "\n`error = pesos[fallos].sum() / pesos.sum()\n"
        "voto = np.log((1 - error) / error)\n"
        "nuevos = pesos * np.where(fallos, np.exp(voto), 1)\n"
        "return voto, nuevos / nuevos.sum()`",
    ),
    praise="Después de cada paso, lo fallado pesa justo la mitad: el siguiente no puede ignorarlo.",
)
def check_adaboost(function):
    def right(weights, missed):
        vote, fresh = _adaboost(weights, missed)
        return vote, fresh / fresh.sum()

    def normal(fresh):
        return fresh / fresh.sum()

    def with_plain_error(weights, missed):
        error = missed.mean()
        vote = np.log((1 - error) / error)
        return vote, normal(weights * np.where(missed, np.exp(vote), 1))

    def other(**changes):
        def mistaken(weights, missed):
            vote, fresh = _adaboost(weights, missed, **changes)
            return vote, normal(fresh)

        return mistaken

    def rewarded(weights, missed):
        vote, _ = _adaboost(weights, missed)
        return vote, normal(weights * np.where(missed, 1, np.exp(vote)))

    expect.computes(
        function,
        "paso_adaboost",
        right=right,
        inputs=[
            _fails(seed, *size) for seed, size in enumerate(((6, 2), (12, 3), (9, 6), (20, 1)))
        ],
        returns="voto, nuevos",
        kind=(expect.one_number, _row),
        mistakes=(
            (_adaboost, "Falta dividir los pesos nuevos entre su suma."),
            (
                with_plain_error,
                "El error es la fracción del peso que falló, y no la fracción de muestras.",
            ),
            (other(flip=-1), "El cociente está al revés: (1 - error) / error."),
            (other(half=0.5), "Sobra el 1/2: aquí el voto es el logaritmo entero."),
            (rewarded, "Subes el peso de los aciertos: sube el de los fallos."),
            (
                lambda weights, missed: (right(weights, missed)[0], normal(weights)),
                "Los pesos de los fallos no cambian: multiplícalos por np.exp(voto).",
            ),
        ),
    )


@exercise(
    "7.6.3",
    hints=(
        "Guarda la posición del menor visto; si el error de ahora es menor, cámbiala.",
        "Si desde la del menor ya pasaron `paciencia` sin mejorar, `break`.",
        "\n`mejor = 0\n"
        "for i in range(len(errores)):\n"
        "    if errores[i] < errores[mejor]:\n"
        "        mejor = i\n"
        "    elif i - mejor >= paciencia:\n"
        "        break\n"
        "return mejor + 1`",
    ),
    praise="Es la parada temprana entera: no mira el futuro, y puede pararse demasiado pronto.",
)
def check_early_stopping(function):
    def stop(errors, patience, *, ties=False):
        best = 0
        for i, error in enumerate(errors):
            if error < errors[best] or (ties and error == errors[best]):
                best = i
            elif i - best >= patience:
                break
        return best + 1

    def last(errors, patience):
        best = 0
        for i, error in enumerate(errors):
            if error < errors[best]:
                best = i
            elif i - best >= patience:
                return i + 1
        return len(errors)

    def against_previous(errors, patience):
        worse = 0
        for i in range(1, len(errors)):
            worse = worse + 1 if errors[i] >= errors[i - 1] else 0
            if worse >= patience:
                return int(np.argmin(errors[: i + 1])) + 1
        return int(np.argmin(errors)) + 1

    bumpy = [5, 4, 4.5, 4.4, 3, 3.5, 3.4, 3.3, 2]  # baja sin llegar al menor visto
    inputs = [
        ([4, 5, 6, 7, 8, 9, 1], 2),
        ([4, 5, 6, 1, 7, 8, 9], 2),
        (bumpy, 3),
        (bumpy, 2),
        ([9, 8, 7, 6], 2),
        ([3, 3, 3, 3, 1], 4),
        ([3, 3, 3, 3, 3, 1], 4),
        ([1.0], 5),
        ([4, 2, 2, 2, 1], 3),
        ([4, 5, 6, 7, 1, 0.5], 1),
        ([6, 5, 5.5, 4, 4.5, 4.2, 4.1, 3], 4),
    ]
    expect.computes(
        function,
        "arboles_que_quedan",
        right=stop,
        inputs=inputs,
        kind=expect.integer,
        mistakes=(
            (
                lambda errors, patience: stop(errors, patience) - 1,
                "Devuelves la posición: se pide cuántos árboles, uno más.",
            ),
            (last, "Devuelves dónde se para: se pide con cuántos árboles fue el menor."),
            (
                against_previous,
                "Comparas con el error anterior: se compara con el menor visto hasta ahora.",
            ),
            (
                lambda errors, patience: stop(errors, patience, ties=True),
                "Igualar el menor no es bajar de él: compara con <, no con <=.",
            ),
            (
                lambda errors, patience: stop(errors, patience + 1),
                "Esperas un árbol de más: se para en cuanto pasan paciencia sin mejorar.",
            ),
            (
                lambda errors, patience: int(np.argmin(errors)) + 1,
                "Miras todos los errores: hay que parar al agotar la paciencia, sin ver los demás.",
            ),
            (
                lambda errors, patience: min(errors),
                "Devuelves el error: se pide con cuántos árboles.",
            ),
        ),
        message="{call}: {result} no es con cuántos árboles fue el menor antes de parar. ¿Cuentas "
        "los que pasan sin bajar del menor visto?",
    )


def _table(seed, n=60):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 3))
    y = x[:, 0] + np.abs(x[:, 1]) + rng.normal(0, 0.5, n)
    return x, y, rng.normal(size=(9, 3))


def _models():
    from sklearn.linear_model import LinearRegression
    from sklearn.neighbors import KNeighborsRegressor
    from sklearn.tree import DecisionTreeRegressor

    return (
        [LinearRegression(), KNeighborsRegressor(1)],
        [KNeighborsRegressor(5), DecisionTreeRegressor(random_state=0), LinearRegression()],
    )


@exercise(
    "7.6.4",
    hints=(
        "El juez aprende de una tabla con una columna por modelo: `np.column_stack([…])`.",
        "`cross_val_predict(modelos[0], x, y, cv=5)` da las respuestas limpias del primero; para "
        "lo nuevo, `modelos[0].fit(x, y).predict(x_nuevo)`. Lo mismo, con todos.",
        "\n`limpias = [cross_val_predict(m, x, y, cv=5) for m in modelos]\n"
        "juez = LinearRegression().fit(np.column_stack(limpias), y)\n"
        "nuevas = [m.fit(x, y).predict(x_nuevo) for m in modelos]\n"
        "return juez.predict(np.column_stack(nuevas))`",
    ),
    praise="El juez aprende de respuestas a preguntas nuevas: las únicas que dicen a quién creer.",
)
def check_stacking(function):
    from sklearn.base import clone
    from sklearn.linear_model import LinearRegression
    from sklearn.model_selection import cross_val_predict

    def stack(models, x, y, x_new, *, clean=True, cv=5):
        models = [clone(model) for model in models]
        told = [
            cross_val_predict(model, x, y, cv=cv) if clean else model.fit(x, y).predict(x)
            for model in models
        ]
        judge = LinearRegression().fit(np.column_stack(told), y)
        fresh = [model.fit(x, y).predict(x_new) for model in models]
        return judge.predict(np.column_stack(fresh))

    def voted(models, x, y, x_new):
        return np.mean([clone(model).fit(x, y).predict(x_new) for model in models], axis=0)

    expect.computes(
        function,
        "apilar",
        right=stack,
        inputs=[(models, *_table(seed)) for seed, models in enumerate(_models())],
        kind=_row,
        mistakes=(
            (
                lambda *given: stack(*given, clean=False),
                "El juez aprende de respuestas sobre filas ya vistas: usa cross_val_predict.",
            ),
            (voted, "Eso es votar, la media: falta el juez."),
            (
                lambda *given: stack(*given, cv=3),
                lambda *given: stack(*given, cv=10),
                "La validación cruzada se pide con cv=5.",
            ),
            (
                lambda models, x, y, x_new: clone(models[0]).fit(x, y).predict(x_new),
                "Responde solo el primer modelo.",
            ),
        ),
    )


def _leaf(seed, n):
    rng = np.random.default_rng(seed)
    return rng.integers(2, size=n), rng.uniform(0.05, 0.9, size=n)


@exercise(
    "7.6.5",
    hints=(
        "Arriba, la suma de lo que falta: `(y - p).sum()`. Abajo, la suma de las curvaturas y λ.",
        "`(p * (1 - p)).sum() + l2` es lo de abajo.",
        "`return (y - p).sum() / ((p * (1 - p)).sum() + l2)`",
    ),
    praise="Con l2 grande, la hoja se calla mientras no reúna pruebas.",
)
def check_leaf(function):
    def curvature(p):
        return (p * (1 - p)).sum()

    expect.computes(
        function,
        "valor_de_hoja",
        right=lambda y, p, l2: (y - p).sum() / (curvature(p) + l2),
        inputs=[
            (*_leaf(seed, n), l2)
            for seed, (n, l2) in enumerate(((5, 0), (8, 10), (3, 1.5), (20, 50)))
        ],
        kind=expect.one_number,
        mistakes=(
            (
                lambda y, p, l2: (p - y).sum() / (curvature(p) + l2),
                "El signo está al revés: arriba va y - p.",
            ),
            (
                lambda y, p, l2: (y - p).sum() / curvature(p),
                "Falta sumar l2 abajo.",
            ),
            (
                lambda y, p, l2: (y - p).sum() / (p * (1 - p) + l2).sum(),
                "l2 se suma una sola vez, fuera de la suma.",
            ),
            (
                lambda y, p, l2: (y - p).mean() / (curvature(p) + l2),
                "Arriba va la suma, y no la media.",
            ),
            (
                lambda y, p, l2: (y - p).sum() / curvature(p) + l2,
                "l2 va en el divisor: faltan los paréntesis de abajo.",
            ),
            (
                lambda y, p, l2: (y - p).sum() / (len(y) + l2),
                "Divides entre cuántas muestras hay: abajo va la suma de p * (1 - p).",
            ),
        ),
    )


quiz(
    "7.6.A1",
    correct="c",
    why="Sí: a lo que falta después de sumar los 19.",
    wrong={
        "a": "Eso es el bosque: allí ningún árbol sabe de los demás.",
        "b": "Cambiar pesos es lo de AdaBoost; aquí cambia lo que se predice.",
        "d": "El residuo es de la suma: el árbol 19 solo aportó una parte.",
    },
    hint="¿Qué se le daba a `best_stump` en cada vuelta?",
)
quiz(
    "7.6.A2",
    correct="a",
    why="Sí: cada árbol nuevo corrige lo que queda, y al final lo que queda es ruido.",
    wrong={
        "b": "En un bosque la media solo se estabiliza: la curva se tumba.",
        "c": "En el bosque la curva se tumba, y no vuelve a subir.",
        "d": "Mira la curva de tasa 1: empeora después de unos pocos árboles.",
    },
    hint="Compara la figura de la sección 3 con la del comité de la lección 7.5.",
)
quiz(
    "7.6.A3",
    correct="d",
    why="Sí: la suma de p(1 - p) de una hoja es casi 0 cuando todo parece claro.",
    wrong={
        "a": "No toca las clases: suma lo mismo en todas las hojas.",
        "b": "Los árboles ya eligen columnas; L2 frena lo que responde cada hoja.",
        "c": "El número de árboles lo deciden max_iter y la parada temprana.",
    },
    hint="Mira la fórmula de la hoja: ¿dónde está λ?",
)
