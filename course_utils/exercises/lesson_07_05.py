"""Comprobaciones de la lección 7.5, Muchos votos."""

import numpy as np

from . import expect
from .core import exercise, quiz


def _votes(seed, voters, questions):
    return np.random.default_rng(seed).integers(2, size=(voters, questions))


@exercise(
    "7.5.1",
    hints=(
        "En una columna de ceros y unos, la media es la fracción de votos que tiene el 1.",
        "`votos.mean(axis=0)` da esa fracción en cada pregunta; gana el 1 si pasa de 0.5.",
        "`return (votos.mean(axis=0) > 0.5).astype(int)`",
    ),
    praise="Un comité entero, en una línea: contar votos no pide saber quién tiene razón.",
)
def check_majority(function):
    def majority(votes):
        return (votes.mean(axis=0) > 0.5).astype(int)

    def labels(value, name):
        if isinstance(value, np.ndarray) and value.dtype == bool:
            expect.wrong("Son True y False: se piden ceros y unos, .astype(int).")
        return expect.row(value, name)

    expect.computes(
        function,
        "mayoria",
        right=majority,
        # Con un número par de votantes hay empates; y una cuadrada, que no delata el eje.
        inputs=[
            (_votes(seed, *shape),)
            for seed, shape in enumerate(((3, 7), (4, 40), (5, 5), (1, 6), (6, 30)))
        ],
        kind=labels,
        mistakes=(
            (
                lambda votes: (votes.mean(axis=0) >= 0.5).astype(int),
                "En los empates gana el 1: se pide que gane el 0. ¿Usas >= donde va >?",
            ),
            (
                lambda votes: (votes.mean(axis=1) > 0.5).astype(int),
                "Hay una respuesta por votante: se pide una por pregunta (axis=0).",
            ),
            (
                lambda votes: votes.sum(axis=0),
                "Son los votos que tiene el 1: falta decir si pasan de la mitad.",
            ),
            (
                lambda votes: 1 - majority(votes),
                "Gana siempre la minoría: está al revés.",
            ),
        ),
    )


def _chances(seed, *shape):
    chances = np.random.default_rng(seed).random(shape) ** 3
    return chances / chances.sum(axis=2, keepdims=True)


@exercise(
    "7.5.2",
    hints=(
        "Dos pasos: promediar los modelos, que están en el primer eje, y buscar la clase más alta.",
        "`probabilidades.mean(axis=0)` tiene forma (muestras, clases).",
        "`return probabilidades.mean(axis=0).argmax(axis=1)`",
    ),
    praise="Quien está seguro pesa más: por eso la blanda pide probabilidades de fiar.",
)
def check_soft_vote(function):
    def hard(chances):
        ballots = chances.argmax(axis=2)
        return np.array([np.bincount(column).argmax() for column in ballots.T])

    def positions(value, name):
        return expect.array(np.asarray(value) if isinstance(value, list) else value, name)

    expect.computes(
        function,
        "voto_blando",
        right=lambda chances: chances.mean(axis=0).argmax(axis=1),
        inputs=[
            (_chances(seed, *shape),)
            for seed, shape in enumerate(((3, 20, 4), (5, 30, 3), (4, 4, 4), (2, 9, 2)))
        ],
        kind=positions,
        mistakes=(
            (
                hard,
                "Eso es la votación dura: cada modelo elige antes de promediar. Promedia primero.",
            ),
            (
                lambda chances: chances.mean(axis=0).max(axis=1),
                "Es la probabilidad de la elegida: se pide su posición (argmax).",
            ),
            (
                lambda chances: chances.mean(axis=0),
                "Son las probabilidades medias: falta elegir la clase, .argmax(axis=1).",
            ),
            (
                lambda chances: chances.mean(axis=0).argmax(axis=0),
                "Hay una respuesta por clase: tras promediar, las clases están en axis=1.",
            ),
            (
                lambda chances: chances.mean(axis=1).argmax(axis=1),
                "Promedias las muestras: los modelos están en el primer eje, axis=0.",
            ),
            (
                lambda chances: chances.max(axis=0).argmax(axis=1),
                "Cuenta solo el modelo más seguro: se pide la media de todos.",
            ),
            (
                lambda chances: chances.mean(axis=0).argmin(axis=1),
                "Eliges la clase menos probable.",
            ),
        ),
    )


def _answers(seed, trees, rows):
    rng = np.random.default_rng(seed)
    truth = rng.normal(size=rows)
    return truth + rng.normal(size=(trees, rows)), truth


@exercise(
    "7.5.4",
    hints=(
        "Las sumas de los primeros árboles: `predicciones.cumsum(axis=0)`. Divide cada fila entre "
        "cuántos árboles lleva sumados.",
        "`np.arange(1, len(predicciones) + 1)[:, np.newaxis]` es esa columna de divisores.",
        "\n`cuantos = np.arange(1, len(predicciones) + 1)[:, np.newaxis]\n"
        "medias = predicciones.cumsum(axis=0) / cuantos\n"
        "return np.sqrt(((medias - real) ** 2).mean(axis=1))`",
    ),
    praise="Una sola pasada por las predicciones dibuja la curva de todos los tamaños.",
)
def check_first_trees(function):
    def means(answers):
        return answers.cumsum(axis=0) / np.arange(1, len(answers) + 1)[:, None]

    def alone(answers, truth):
        return np.sqrt(((answers - truth) ** 2).mean(axis=1))

    def numbers(value, name):
        return expect.row(value, name)

    expect.computes(
        function,
        "error_con_los_primeros",
        right=lambda answers, truth: alone(means(answers), truth),
        inputs=[
            _answers(seed, *shape) for seed, shape in enumerate(((4, 9), (7, 7), (1, 5), (12, 30)))
        ],
        kind=numbers,
        mistakes=(
            (
                alone,
                "Ese es el error de cada árbol por separado: falta juntar las respuestas.",
            ),
            (
                lambda answers, truth: (
                    alone(answers, truth).cumsum() / np.arange(1, len(answers) + 1)
                ),
                "Promedias los errores de los árboles: promedia sus respuestas, y mide después.",
            ),
            (
                lambda answers, truth: ((means(answers) - truth) ** 2).mean(axis=1),
                "Falta la raíz: se pide el RMSE.",
            ),
            (
                lambda answers, truth: alone(answers.cumsum(axis=0), truth),
                "Sumas las respuestas: falta dividir entre cuántos árboles van.",
            ),
            (
                lambda answers, truth: alone(answers.cumsum(axis=0) / len(answers), truth),
                "Divides siempre entre todos los árboles: divide entre los que van sumados.",
            ),
            (
                lambda answers, truth: np.abs(means(answers) - truth).mean(axis=1),
                "Es el error absoluto medio: se pide el RMSE.",
            ),
            (
                lambda answers, truth: alone(means(answers), truth)[-1],
                "Devuelves solo el error del comité entero: se pide uno por cada tamaño.",
            ),
        ),
    )


def _bags(seed, trees, rows):
    """Las predicciones de unos árboles y sus bolsas; a toda fila le falta alguna."""
    rng = np.random.default_rng(seed)
    times = rng.poisson(1, size=(trees, rows))
    times[rng.integers(trees, size=rows), np.arange(rows)] = 0
    return rng.normal(5, 2, size=(trees, rows)), times


@exercise(
    "7.5.3",
    hints=(
        "`veces == 0` dice, con True y False, qué árboles no vieron cada distrito.",
        "Multiplicar por una máscara deja en 0 lo que no cuenta: `predicciones * (veces == 0)`. "
        "Después, suma y divide entre cuántos quedan.",
        "\n`fuera = veces == 0\nreturn (predicciones * fuera).sum(axis=0) / fuera.sum(axis=0)`",
    ),
    praise="Cada fila, examinada por quienes no la vieron: una validación gratis.",
)
def check_out_of_bag(function):
    def masked(answers, mask):
        return (answers * mask).sum(axis=0) / mask.sum(axis=0)

    def numbers(value, name):
        return expect.row(value, name)

    expect.computes(
        function,
        "fuera_de_la_bolsa",
        right=lambda answers, times: masked(answers, times == 0),
        inputs=[
            _bags(seed, *shape) for seed, shape in enumerate(((6, 8), (9, 9), (15, 20), (5, 3)))
        ],
        kind=numbers,
        mistakes=(
            (
                lambda answers, times: masked(answers, times > 0),
                "Votan justo los que sí vieron cada distrito: es al revés, veces == 0.",
            ),
            (
                lambda answers, times: answers.mean(axis=0),
                "Votan todos los árboles: solo deben votar los que no vieron el distrito.",
            ),
            (
                lambda answers, times: (answers * (times == 0)).mean(axis=0),
                "Divides entre todos los árboles: divide entre los que votan en cada distrito.",
            ),
            (
                lambda answers, times: (answers * (times == 0)).sum(axis=0),
                "Falta dividir la suma entre cuántos árboles votan.",
            ),
            (
                lambda answers, times: (
                    (answers * (times == 0)).sum(axis=1) / (times == 0).sum(axis=1)
                ),
                "Hay una respuesta por árbol: se pide una por distrito (axis=0).",
            ),
        ),
    )


def _districts(seed, rows, kind):
    """Pocas filas en las que está claro qué fracción de las columnas conviene."""
    rng = np.random.default_rng(seed)
    if kind == "repetida":  # la misma señal en las doce: la primera, con menos ruido
        signal = rng.normal(size=rows)
        noise = np.array([0.6] + [1.0] * 11) * rng.normal(size=(rows, 12))
        return signal[:, None] + noise, signal
    x = rng.normal(size=(rows, 12))
    if kind == "una útil":  # si no se miran todas, casi nunca se ve
        return x, 3 * x[:, 0] + 0.1 * rng.normal(size=rows)
    return x, 2 * x[:, 0] + 3 * rng.normal(size=rows)  # casi todo ruido: memorizar engaña


@exercise(
    "7.5.5",
    hints=(
        "Un diccionario de notas y un ciclo: en cada vuelta, un bosque nuevo.",
        "La nota fuera de la bolsa queda en `oob_score_` si el bosque se pidió con "
        "`oob_score=True`.",
        "\n`notas = {}\n"
        "for opcion in opciones:\n"
        "    bosque = RandomForestRegressor(40, max_features=opcion, oob_score=True,\n"
        "                                   random_state=0)\n"
        "    notas[opcion] = bosque.fit(x, y).oob_score_\n"
        "return max(notas, key=notas.get)`",
    ),
    praise="Elegir sin apartar ni una fila: por eso se aprende de más datos.",
)
def check_choose_columns(function):
    from sklearn.ensemble import RandomForestRegressor

    def forest(x, y, option):
        return RandomForestRegressor(40, max_features=option, oob_score=True, random_state=0).fit(
            x, y
        )

    def chosen(measure, pick=max):
        return lambda x, y, options: pick(
            options, key=lambda option: measure(forest(x, y, option), x, y)
        )

    def out_of_bag(model, x, y):
        return model.oob_score_

    cases = (
        (0, 120, "una útil", [0.3, 0.2, 1.0, 0.4]),
        (1, 110, "repetida", [1.0, 0.5]),
        (6, 100, "tenue", [0.125, 1.0]),
        (5, 90, "repetida", [1.0, 0.125]),
    )
    expect.computes(
        function,
        "elegir_columnas",
        right=chosen(out_of_bag),
        inputs=[(*_districts(*data), options) for *data, options in cases],
        kind=expect.number,
        mistakes=(
            (
                lambda x, y, options: max(forest(x, y, option).oob_score_ for option in options),
                "Devuelves la nota: se pide la opción que la consiguió.",
            ),
            (
                chosen(lambda model, x, y: model.score(x, y)),
                "Eliges por la nota en lo aprendido (score): se pide la de fuera de la bolsa, "
                "oob_score_.",
            ),
            (
                chosen(out_of_bag, min),
                "Eliges la opción con la nota más baja: R² es mejor cuanto más alto.",
            ),
            (
                lambda x, y, options: options[0],
                "Devuelves siempre la primera opción: ¿comparas oob_score_, con el guion bajo?",
            ),
            (
                lambda x, y, options: options[-1],
                "Devuelves siempre la última opción.",
            ),
        ),
        message="Con esos datos, {result} no es la opción de mejor nota fuera de la bolsa. "
        "¿Entrenas un bosque con cada opción, de 40 árboles y random_state=0?",
    )


quiz(
    "7.5.A1",
    correct="a",
    why="Sí: sin diversidad no hay nada que ganar, y la igualdad de la sección 3 lo dice exacto.",
    wrong={
        "b": "Cien copias son un voto. El jurado de la sección 1, con copias, se quedó parado.",
        "c": "No pierde: la media de cien respuestas casi iguales falla casi lo mismo.",
        "d": "Tarda cien veces más.",
    },
    hint="¿Cuánto se separan de su media cien respuestas iguales?",
)
quiz(
    "7.5.A2",
    correct="c",
    why="Sí: para esos árboles la fila es nueva, como en una validación.",
    wrong={
        "a": "Repetir filas no examina a nadie: lo que importa es quién se quedó fuera.",
        "b": "Con muchos árboles que la vieron, la nota sería la de lo aprendido.",
        "d": "Al revés: suele quedarse algo corta, porque votan menos árboles.",
    },
    hint="¿Qué árboles votan una fila?",
)
quiz(
    "7.5.A3",
    correct="b",
    why="Sí: una columna con un valor por fila ofrece cortes de sobra para memorizar; barajarla "
    "en datos nuevos lo descubre.",
    wrong={
        "a": "Apunta con qué cortó al aprender, y pudo cortar para memorizar.",
        "c": "Más árboles repiten el mismo sesgo con menos ruido.",
        "d": "A un árbol no le importa la escala: los cortes serían los mismos.",
    },
    hint="¿Qué pasó con la columna al azar en cada una de las dos figuras?",
)
