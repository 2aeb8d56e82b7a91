"""Comprobaciones de la lección 2.5, métricas."""

import numpy as np

from . import expect
from .core import exercise, quiz

EXACT = 1e-12  # lo que se pide: lo mismo que scikit-learn, salvo el redondeo de la última cifra


def _labels(seed, n=60):
    """Etiquetas y predicciones inventadas, de ceros y unos, con las dos clases."""
    rng = np.random.default_rng(seed)
    real = (rng.random(n) < 0.35).astype(int)
    real[:2] = 0, 1
    return real, np.where(rng.random(n) < 0.7, real, 1 - real)


def _four(real, predicted, positive=1):
    was, said = real == positive, predicted == positive
    return tuple(int(np.sum(x)) for x in (was & said, ~was & said, was & ~said, ~was & ~said))


def _precision(y, p):
    tp, fp, _, _ = _four(y, p)
    return tp / (tp + fp)


def _recall(y, p):
    tp, _, fn, _ = _four(y, p)
    return tp / (tp + fn)


def _accuracy(y, p):
    return (y == p).mean()


@exercise(
    "2.5.1",
    hints=(
        "Empieza por dos máscaras: `era = reales == positiva`, y `dijo = predichas == positiva`.",
        "Con `&` se combinan dos máscaras y `~` le da la vuelta a una; `.sum()` cuenta los `True`.",
        "\n`era = reales == positiva\n"
        "dijo = predichas == positiva\n"
        "return (era & dijo).sum(), (~era & dijo).sum(), (era & ~dijo).sum(), (~era & "
        "~dijo).sum()`",
    ),
    praise="Y sirve para cualquier clase: qué es «positivo» lo decide quien pregunta.",
)
def check_counts(function):
    real, predicted = _labels(0)
    words = np.array(["no", "sí"])
    expect.computes(
        function,
        "contar",
        right=_four,
        inputs=(
            (real, predicted, 1),
            (real, predicted, 0),
            (words[real], words[predicted], "sí"),
            (real + 3 * predicted, real + 2 * predicted, 3),  # más de dos clases
        ),
        returns="vp, fp, fn, vn",
        message=lambda y, p, positive: (
            f"Con {len(y)} muestras inventadas y positiva={positive}, contar devolvió {{result}}, "
            f"y no son los recuentos, que deberían sumar {len(y)}, uno por muestra. Revisa cada "
            "pareja de condiciones."
        ),
        mistakes=(
            (
                lambda *a: tuple(_four(*a)[i] for i in (0, 2, 1, 3)),
                "FP y FN están cambiados. FP: dijo que sí y no lo era. FN: dijo que no y lo era.",
            ),
            (
                lambda *a: tuple(_four(*a)[i] for i in (3, 1, 2, 0)),
                "El orden pedido es vp, fp, fn, vn: los verdaderos positivos van primero.",
            ),
            (
                lambda y, p, positive: _four(y, p),
                lambda y, p, positive: (
                    f"Con positiva={positive} cuentas como si la positiva fuera 1: ¿usas el "
                    "parámetro?"
                ),
            ),
            (
                lambda *a: _four(*a)[::-1],
                "Está todo del revés: has tomado por positiva la otra clase, o devuelves los "
                "cuatro en orden contrario. Se pide vp, fp, fn, vn.",
            ),
        ),
    )


@exercise(
    "2.5.2",
    hints=(
        "Las dos tienen arriba los verdaderos positivos. Lo que cambia es entre quiénes divides.",
        "Los acusados son `(predichas == 1).sum()`; los que había, `(reales == 1).sum()`.",
        "Antes de dividir, con `acusados = (predichas == 1).sum()`: `if acusados == 0: return 0.0`",
    ),
    praise="Iguales a las de scikit-learn, a menos de 1e-12. La misma cuenta de aciertos, "
    "repartida entre los acusados o entre los que había.",
)
def check_precision_recall(precision, recall):
    some, none = np.array([1, 0, 1]), np.zeros(3, dtype=int)
    for function, name, right, other, undefined, case in (
        (precision, "precision", _precision, _recall, (some, none), "el modelo nunca acusa"),
        (recall, "exhaustividad", _recall, _precision, (none, some), "no hay nada que encontrar"),
    ):
        expect.computes(
            function,
            name,
            right=right,
            inputs=[_labels(seed, n) for seed, n in enumerate((60, 37, 24))],
            kind=expect.one_number,
            tolerance=EXACT,
            mistakes=(
                (
                    other,
                    f"{name} calcula la otra métrica: la precisión divide entre los que el modelo "
                    "acusó (VP + FP); la exhaustividad, entre los que había (VP + FN).",
                ),
                (
                    _accuracy,
                    f"{name} calcula la exactitud: aquí no cuentan los verdaderos negativos.",
                ),
                (
                    lambda y, p: _four(y, p)[0] / len(y),
                    f"{name} divide entre todos los correos: solo cuentan los acusados (precisión) "
                    "o los que de verdad eran spam (exhaustividad).",
                ),
                (
                    lambda y, p, right=right: 100 * right(y, p),
                    f"{name} da un porcentaje: se pide una fracción, entre 0 y 1.",
                ),
            ),
        )
        _zero_when_undefined(function, *undefined, name, f"cuando {case}")


def _zero_when_undefined(function, y, p, name, case):
    """Exige 0.0 donde la fórmula dividiría entre cero."""
    try:
        with np.errstate(all="ignore"):
            result = function(y, p)
        undefined = isinstance(result, (float, np.floating)) and not np.isfinite(result)
    except ZeroDivisionError:
        undefined = True
    except Exception:
        undefined = False  # otro error: lo cuenta expect.call
    if undefined:
        expect.wrong(
            f"{name} divide entre cero {case}. Antes de dividir, mira si el divisor es 0 y "
            "devuelve 0.0."
        )
    result = expect.number(expect.call(function, y, p), f"lo que devuelve {name}")
    expect.close(result, 0, name, message=f"{name} debe devolver 0.0 {case}.")


@exercise(
    "2.5.3",
    hints=(
        "F1 es 2·VP / (2·VP + FP + FN). El divisor también es: los que había más los acusados.",
        "Si no hay verdaderos positivos, devuelve 0.0 antes de dividir.",
        "\n`aciertos = ((reales == 1) & (predichas == 1)).sum()\n"
        "if aciertos == 0:\n"
        "    return 0.0\n"
        "return 2 * aciertos / ((reales == 1).sum() + (predichas == 1).sum())`",
    ),
    praise="Igual que la de scikit-learn. F1 nunca pasa del doble de la peor de las dos: para que "
    "sea alta, tienen que serlo las dos.",
)
def check_f1(function):
    def f1(y, p):
        tp, fp, fn, _ = _four(y, p)
        return 2 * tp / (2 * tp + fp + fn)

    expect.computes(
        function,
        "f1",
        right=f1,
        inputs=[_labels(seed, n) for seed, n in enumerate((60, 37, 24))],
        kind=expect.one_number,
        tolerance=EXACT,
        mistakes=(
            (
                lambda y, p: (_precision(y, p) + _recall(y, p)) / 2,
                "Esa es la media corriente de precisión y exhaustividad; F1 es la armónica: "
                "2·P·R / (P + R).",
            ),
            (lambda y, p: f1(y, p) / 2, "Falta el 2: P·R / (P + R) es la mitad de F1."),
            (
                lambda y, p: _four(y, p)[0] / sum(_four(y, p)[:3]),
                "Falta contar los VP dos veces: F1 = 2·VP / (2·VP + FP + FN).",
            ),
            (_accuracy, "Eso es la exactitud: en F1 no aparecen los verdaderos negativos."),
        ),
    )
    some, none = np.array([1, 0, 1]), np.zeros(3, dtype=int)
    _zero_when_undefined(function, some, none, "f1", "cuando no hay verdaderos positivos")
    _zero_when_undefined(function, none, none, "f1", "cuando no hay verdaderos positivos")


def _prices(seed, n, spread):
    """Valores reales y predicciones que se pasan un poco."""
    rng = np.random.default_rng(seed)
    y = rng.normal(50, spread, n)
    return y, y + rng.normal(0.3 * spread, 0.5 * spread, n)


@exercise(
    "2.5.4",
    hints=(
        "Las tres empiezan por los errores: `reales - predichas`.",
        "MAE: `np.abs(…).mean()`. RMSE: la raíz, `np.sqrt`, de la media de los cuadrados.",
        "R²: `1 - ((reales - predichas) ** 2).sum() / ((reales - reales.mean()) ** 2).sum()`",
    ),
    praise="Iguales a las de scikit-learn. MAE y RMSE hablan en las unidades del problema; R² "
    "compara con decir siempre la media.",
)
def check_regression(mae, rmse, r2):
    def absolute(y, p):
        return np.abs(y - p).mean()

    def squared(y, p):
        return ((y - p) ** 2).mean()

    other_mean = (
        "r2 compara con la media de las predicciones: se compara con la de los valores reales."
    )
    inputs = [_prices(0, 25, 1.0), _prices(1, 13, 30.0), _prices(2, 40, 4000.0)]
    for function, name, right, mistakes in (
        (
            mae,
            "mae",
            absolute,
            (
                (
                    lambda y, p: (y - p).mean(),
                    lambda y, p: (p - y).mean(),
                    lambda y, p: abs((y - p).mean()),
                    "mae promedia los errores con su signo, y se compensan: el valor absoluto va "
                    "en cada error, antes de promediar.",
                ),
                (
                    lambda *a: np.sqrt(squared(*a)),
                    "mae calcula el RMSE: el MAE no eleva al cuadrado.",
                ),
                (lambda y, p: np.abs(y - p).sum(), "mae suma los errores: promedia."),
            ),
        ),
        (
            rmse,
            "rmse",
            lambda *a: np.sqrt(squared(*a)),
            (
                (
                    squared,
                    "rmse calcula el MSE, que va en unidades al cuadrado: falta la raíz.",
                ),
                (
                    absolute,
                    "rmse calcula el MAE: la raíz va después de promediar los cuadrados, no antes.",
                ),
                (
                    lambda y, p: np.sqrt(((y - p) ** 2).sum()),
                    "rmse suma los cuadrados y saca la raíz: antes de la raíz hay que promediar.",
                ),
            ),
        ),
        (
            r2,
            "r2",
            lambda y, p: 1 - squared(y, p) / y.var(),
            (
                (
                    lambda y, p: squared(y, p) / y.var(),
                    "r2 da el error que queda: falta el «1 menos» del principio.",
                ),
                (
                    lambda y, p: np.corrcoef(y, p)[0, 1] ** 2,
                    "r2 es aquí el cuadrado de la correlación, que no se entera de si predices "
                    "siempre de más. Usa la fórmula del enunciado.",
                ),
                (
                    lambda y, p: 1 - squared(y, p) / p.var(),
                    lambda y, p: 1 - squared(y, p) / ((y - p.mean()) ** 2).mean(),
                    other_mean,
                ),
            ),
        ),
    ):
        expect.computes(
            function,
            name,
            right=right,
            inputs=inputs,
            kind=expect.one_number,
            tolerance=EXACT,
            mistakes=mistakes,
        )


def _balanced(y, p):
    return (_recall(y, p) + _recall(1 - y, 1 - p)) / 2


def _rare(seed, n):
    """Como ``_labels``, con una clase positiva rara, de la que se escapan muchas."""
    rng = np.random.default_rng(seed)
    real = (np.arange(n) % 7 == 0).astype(int)
    return real, np.where(rng.random(n) < np.where(real, 0.45, 0.9), real, 1 - real)


@exercise(
    "2.5.5",
    hints=(
        "La exhaustividad se calcula dentro de los que eran 1: `predichas[reales == 1]`; la "
        "especificidad, dentro de los que eran 0.",
        "De los que eran 0, la fracción a la que dijo 0 es `(predichas[reales == 0] == 0).mean()`.",
        "\n`exhaustividad = (predichas[reales == 1] == 1).mean()\n"
        "especificidad = (predichas[reales == 0] == 0).mean()\n"
        "return (exhaustividad + especificidad) / 2`",
    ),
    praise="Igual que la de scikit-learn. Quien no mira nada saca 0.5, por rara que sea la clase.",
)
def check_balanced(function):
    def specificity(y, p):
        return _recall(1 - y, 1 - p)

    expect.computes(
        function,
        "exactitud_equilibrada",
        right=_balanced,
        inputs=[_rare(seed, n) for seed, n in enumerate((70, 36, 100, 15))]
        + [_labels(9, 40), (np.array([0, 1, 0, 0]), np.zeros(4, dtype=int))],
        kind=expect.one_number,
        tolerance=EXACT,
        mistakes=(
            (
                _accuracy,
                "Eso es la exactitud: la clase más numerosa pesa más. Mide cada una aparte.",
            ),
            (_recall, "Eso es la exhaustividad: falta promediarla con la especificidad."),
            (specificity, "Eso es la especificidad: falta promediarla con la exhaustividad."),
            (
                lambda y, p: _recall(y, p) + specificity(y, p),
                "Has sumado las dos: falta dividir entre 2.",
            ),
            (
                lambda y, p: (_precision(y, p) + _recall(y, p)) / 2,
                "Promedias precisión y exhaustividad: se pide exhaustividad y especificidad, "
                "VN / (VN + FP).",
            ),
            (
                lambda y, p: 100 * _balanced(y, p),
                "Eso es un porcentaje: se pide una fracción, entre 0 y 1.",
            ),
        ),
    )


@exercise(
    "2.5.6",
    hints=(
        'El listón es `DummyClassifier(strategy="most_frequent")`.',
        "Como todo modelo de scikit-learn, se entrena con `.fit(x, y)`, que lo devuelve entrenado.",
        '`return DummyClassifier(strategy="most_frequent").fit(x, y)`',
    ),
    praise="Una línea, y ya sabes lo que vale no mirar nada. Ponla al lado de todos tus modelos.",
)
def check_dummy(function):
    from sklearn.exceptions import NotFittedError

    expect.function(function, "crear_liston")
    words = np.array(["Adelie", "Gentoo", "Chinstrap"])
    for labels in (
        np.repeat([0, 1], [30, 9]),
        np.repeat([1, 0], [12, 5]),
        words[np.repeat([0, 1, 2], [7, 11, 4])],
        np.repeat([0, 1, 2], [5, 2, 3]),
    ):
        x = (
            np.random.default_rng(0).normal(size=(len(labels), 3))
            + 3 * (labels == labels[0])[:, None]
        )
        model = expect.call(function, x, labels)
        if isinstance(model, type) or not callable(getattr(model, "predict", None)):
            expect.wrong(
                "crear_liston debe devolver un modelo de scikit-learn (¿termina con return?). "
                f"Llegó {expect.shown(model)}."
            )
        names, counts = np.unique(labels, return_counts=True)
        most = names[counts.argmax()]
        try:
            answers = model.predict(x[::2])
        except NotFittedError:
            expect.wrong("El modelo llega sin entrenar: falta .fit(x, y).")
        answers = expect.array(answers, "lo que responde el listón", shape=(len(x[::2]),))
        if len(set(answers.tolist())) > 1:
            expect.wrong(
                "Este modelo no responde siempre lo mismo. El listón no mira las características: "
                'DummyClassifier(strategy="most_frequent").'
            )
        if answers[0] != most:
            expect.wrong(
                f"Responde siempre {answers[0]}, y la clase más frecuente de y es {most}: "
                "¿entrenas con la y que recibes, entera?"
            )


quiz(
    "2.5.A1",
    correct="c",
    why="Sí: quien nunca dice «fraude» acierta 998 de cada 1000. Sin el listón al lado, una "
    "exactitud no dice nada.",
    wrong={
        "a": "Eso lo diría la exhaustividad. Con esa exactitud puede no encontrar ni uno.",
        "b": "Eso lo diría la precisión, que mira solo los avisos.",
        "d": "No hace falta ningún error: basta con que una clase sea rarísima.",
    },
    hint="¿Cuánto acertaría un modelo que responde siempre lo mismo?",
)
quiz(
    "2.5.A2",
    correct="a",
    why="Sí: la exhaustividad cae con cada enfermo que se escapa (FN), que es aquí el error grave.",
    wrong={
        "b": "La precisión vigila las falsas alarmas, que aquí cuestan poco: un segundo examen.",
        "c": "Si hay pocos enfermos, la exactitud puede ser altísima sin detectar a ninguno.",
        "d": "El RMSE mide errores al predecir cantidades; aquí se responde sí o no.",
    },
    hint="¿Qué casilla de la matriz es el error grave? ¿Qué métrica la tiene en el divisor?",
)
quiz(
    "2.5.A3",
    correct="b",
    why="Sí: al elevar al cuadrado, los errores enormes pesan mucho más. Es la balanza caprichosa.",
    wrong={
        "a": "MAE y RMSE van en las unidades del problema, y en los dos modelos son euros.",
        "c": "Ni el MAE ni el RMSE tienen en cuenta el signo del error.",
        "d": "El MAE es igual; la manera de fallar, no. Para eso se miran los dos.",
    },
    hint="Recuerda las dos balanzas de la sección 5.",
)
