"""Comprobaciones de la lección 2.2, maneras de aprender."""

from collections import Counter

import numpy as np

from ..datasets import load_messages
from . import expect
from .core import exercise, quiz

# Las seis palabras de la lección 2.1: lo que el filtro que aprende tiene que superar.
RULE_WORDS = ("gratis", "premio", "dinero", "oferta", "enlace", "urgente")
GOOD_ACCURACY = 0.8


@exercise(
    "2.2.1",
    hints=(
        "`centros - punto` resta el punto a todas las filas de una vez.",
        "Eleva al cuadrado y suma por filas, `.sum(axis=1)`; su raíz es la distancia a cada "
        "centro.",
        "`return np.sqrt(((centros - punto) ** 2).sum(axis=1)).argmin()`",
    ),
    praise="Ese paso, repetido, es k-means. La raíz, por cierto, no cambia cuál es el menor.",
)
def check_nearest(function):
    def squares(point, centres):
        return ((centres - point) ** 2).sum(axis=1)

    def nearest(point, centres):
        return squares(point, centres).argmin()

    def position(value, name):
        return value if isinstance(value, np.ndarray) else expect.number(value, name)

    cases = (
        ([1.0, 1.0], [[-4.0, 9.0], [9.0, 9.0], [2.5, 1.0]]),
        # Sumar sin cuadrado engaña; y restar, también.
        ([0.0, 0.0], [[0.0, 9.0], [6.0, 6.0], [-9.5, 0.0], [20.0, 20.0]]),
        ([5.0, 5.0], [[-50.0, -50.0], [5.0, 6.5], [90.0, 0.0], [4.0, 2.0]]),
        ([1.0, 2.0, 3.0], [[1.0, 2.0, 3.5], [1.0, 2.0, 9.0]]),
        ([2.0], [[9.0], [8.0], [7.0], [6.0], [2.5], [5.0]]),
        # El de la mayor diferencia más pequeña no es el más cercano.
        ([0.0, 0.0, 0.0], [[3.0, 3.0, 3.0], [4.0, 0.0, 1.0], [9.0, 0.0, 0.0]]),
        # Ni el que está a la misma distancia del origen.
        ([3.0, 4.0], [[9.0, 9.0], [4.0, 6.0], [-3.0, -4.0], [-9.0, -9.0]]),
    )
    expect.computes(
        function,
        "centro_mas_cercano",
        right=nearest,
        inputs=[(np.array(point), np.array(centres)) for point, centres in cases],
        kind=position,
        message=lambda p, c: (
            f"Con el punto {p.tolist()} y {len(c)} centros, el más cercano es el {nearest(p, c)} "
            "y tu función dice {result}."
        ),
        mistakes=(
            (
                squares,
                lambda p, c: np.sqrt(squares(p, c)),
                "Devuelve un número por centro: falta quedarse con la posición del menor, "
                ".argmin().",
            ),
            (
                lambda p, c: c[nearest(p, c)],
                "Devuelve unas coordenadas: se pide la posición del centro (0, 1, 2…).",
            ),
            (
                lambda p, c: ((c - p) ** 2).sum(axis=0).argmin(),
                "Sumas por columnas. Hay un centro en cada fila, así que la suma es por filas: "
                "axis=1.",
            ),
            (
                lambda p, c: squares(p, c).argmax(),
                "Ese es el centro más lejano: se pide el más cercano, argmin.",
            ),
            (
                lambda p, c: np.sqrt(squares(p, c)).min(),
                "Eso es la distancia: se pide la posición del centro más cercano.",
            ),
            (
                lambda p, c: np.abs(c - p).sum(axis=1).argmin(),
                lambda p, c: (c - p).sum(axis=1).argmin(),
                "Sumas las diferencias sin elevarlas al cuadrado: la distancia es la raíz de la "
                "suma de los cuadrados.",
            ),
        ),
    )


@exercise(
    "2.2.2",
    hints=(
        "La suma de los datos que ya llegaron es `media * cuantos`.",
        "Con el nuevo dato hay `cuantos + 1` datos.",
        "`return (media * cuantos + dato) / (cuantos + 1)`",
    ),
    praise="Con dos números guardados basta, hayan llegado diez datos o diez millones.",
)
def check_running_mean(function):
    def running_mean(mean, count, value):
        return (mean * count + value) / (count + 1)

    expect.computes(
        function,
        "nueva_media",
        right=running_mean,
        inputs=((10.0, 3, 14.0), (2.5, 4, 0.0), (7.0, 1, -1.0), (0.0, 0, 6.0), (0.1, 6, 0.5)),
        message=lambda *a: f"{{call}} debería dar {running_mean(*a):g} y dio {{result}}.",
        mistakes=(
            (
                lambda mean, count, value: (mean + value) / 2,
                "{call}: promedias la media y el dato como si pesaran igual, pero la media resume "
                "todos los datos anteriores.",
            ),
            (
                lambda mean, count, value: (mean + value) / (count + 1),
                "{call}: divides entre cuántos son, pero arriba falta la suma de los que ya "
                "llegaron: media * cuantos.",
            ),
            (
                lambda mean, count, value: (mean * count + value) / count,
                "{call}: ahora hay un dato más; divide entre cuantos + 1.",
            ),
            (
                lambda mean, count, value: mean * count + value,
                "{call}: eso es la suma de todos; falta dividirla entre cuántos son.",
            ),
        ),
    )


def _numbers(value, name):
    """Los números de una lista (o tupla, conjunto, range o array), como enteros de Python."""
    if isinstance(value, np.ndarray) and value.ndim == 1:
        value = value.tolist()
    if not isinstance(value, (list, tuple, set, range)):
        expect.wrong(
            f"{name} que devuelve repartir debe ser una lista de números: llegó "
            f"{expect.shown(value)}. Se piden dos: return aprender, examen."
        )
    return [int(expect.integer(item, f"cada elemento de {name}")) for item in value]


@exercise(
    "2.2.3",
    hints=(
        "Si `i = …` es una posición, `i % trozos` es el resto de dividir: con 3 trozos va dando "
        "0, 1, 2, 0, 1, 2…",
        "El examen del turno son los `i` en que `i % trozos == turno`; se aprende con los demás.",
        "\n`aprender = [i for i in range(n) if i % trozos != turno]\n"
        "examen = [i for i in range(n) if i % trozos == turno]\n"
        "return aprender, examen`",
    ),
    praise="Cada ejemplo enseña en todos los turnos menos en uno, y en ese examina.",
)
def check_folds(function):
    expect.function(function, "repartir")
    for n, folds in ((10, 5), (11, 3), (7, 2), (9, 4)):
        examined, sizes = Counter(), []
        for turn in range(folds):
            case = f"repartir({n}, {folds}, {turn})"
            result = expect.call(function, n, folds, turn)
            if not isinstance(result, (tuple, list)) or len(result) != 2:
                expect.wrong(f"{case} debe devolver dos listas: return aprender, examen.")
            learn = _numbers(result[0], "la primera lista")
            test = _numbers(result[1], "la segunda lista")
            if set(learn) & set(test):
                expect.wrong(
                    f"{case}: hay ejemplos en las dos listas. Si se examina con algo que ya "
                    "aprendió, la nota es falsa."
                )
            if sorted(learn + test) != list(range(n)):
                expect.wrong(
                    f"{case}: entre las dos listas deben estar, una vez, los números de 0 a "
                    f"{n - 1}."
                )
            if folds > 2 and len(learn) in (n // folds, -(-n // folds)):
                expect.wrong(
                    f"{case}: las listas están al revés. Primero, aprender (la larga); después, "
                    "el examen."
                )
            examined.update(test)
            sizes.append(len(test))
        if max(sizes) - min(sizes) > 1:
            expect.wrong(
                f"Con {n} ejemplos y {folds} trozos, los exámenes tienen tamaños {sizes}: como "
                "mucho, uno de diferencia."
            )
        odd = [i for i in range(n) if examined[i] != 1]
        if odd:
            always = (
                " (el examen es el mismo en todos los turnos)" if folds in examined.values() else ""
            )
            expect.wrong(
                f"Con {n} ejemplos y {folds} trozos, el ejemplo {odd[0]} se examina "
                f"{examined[odd[0]]} veces: tiene que ser una{always}."
            )


@exercise(
    "2.2.4",
    hints=(
        "Hacen falta dos piezas: una que cuente palabras y otra que decida.",
        "`make_pipeline(…, …)` las une en un solo modelo.",
        "`return make_pipeline(CountVectorizer(), MultinomialNB())`",
    ),
    praise="Un filtro que nadie programó palabra por palabra.",
)
def check_filter(function):
    expect.function(function, "crear_filtro")
    model = expect.call(function)
    if isinstance(model, type) or not all(
        callable(getattr(model, name, None)) for name in ("fit", "predict")
    ):
        expect.wrong(
            "crear_filtro debe devolver un modelo de scikit-learn, con fit y predict (¿termina con "
            f"return?). Llegó {expect.shown(model)}."
        )
    from sklearn.exceptions import NotFittedError
    from sklearn.model_selection import StratifiedKFold
    from sklearn.utils.validation import check_is_fitted

    messages = load_messages()
    texts, labels = messages["texto"].to_numpy(), messages["spam"].to_numpy()
    try:
        check_is_fitted(model)
        fitted = hasattr(model, "classes_")
    except (NotFittedError, TypeError, ValueError, AttributeError):
        fitted = False
    if fitted:
        expect.wrong(
            "El modelo llega ya entrenado: si aprendió de los mensajes con los que se va a "
            "examinar, la nota sería falsa. Devuélvelo sin llamar a fit."
        )

    def answers_after(labels, learn, exam):
        expect.call(model.fit, texts[learn].tolist(), labels[learn])
        answers = expect.call(model.predict, texts[exam].tolist())
        answers = expect.array(answers, "lo que responde el filtro", shape=(len(exam),))
        if not set(answers.tolist()) <= {0, 1}:
            expect.wrong(
                "El filtro debe responder 1 o 0, y da otra cosa: usa un modelo que clasifique."
            )
        return answers

    predicted = np.empty_like(labels)
    splitter = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
    for learn, exam in splitter.split(texts, labels):  # fit empieza cada vez de cero
        predicted[exam] = answers_after(labels, learn, exam)
    accuracy = (predicted == labels).mean()
    if accuracy < 0.6:
        expect.wrong(
            f"Acierta ≈ {accuracy:.2f}: casi lo mismo que lanzar una moneda. ¿Cuenta las palabras "
            "con CountVectorizer?"
        )
    if accuracy < GOOD_ACCURACY:
        expect.wrong(
            f"Acierta ≈ {accuracy:.2f} y se pide {GOOD_ACCURACY}. Prueba con CountVectorizer() y "
            "MultinomialNB(), tal cual."
        )
    if (answers_after(1 - labels, learn, exam) == labels[exam]).mean() > 0.5:
        expect.wrong(
            "El filtro responde lo mismo con las etiquetas cambiadas: no aprende de lo que fit "
            "recibe, así que pudo ver los mensajes del examen."
        )
    rules = np.array([any(word in text.lower() for word in RULE_WORDS) for text in texts])
    return (
        f"Validación cruzada: acierta ≈ {accuracy:.2f}; las seis reglas, "
        f"{(rules == labels).mean():.2f}."
    )


quiz(
    "2.2.A1",
    correct="c",
    why="Sí: no hay respuestas, solo parecidos. Es lo que hizo k-means con los pingüinos.",
    wrong={
        "a": "Para eso cada cliente tendría que traer ya su tipo, la respuesta, y no la trae.",
        "b": "En el aprendizaje por refuerzo se actúa y se reciben premios; aquí no se actúa.",
        "d": "Semisupervisado pide al menos unas pocas respuestas, y aquí no hay ninguna.",
    },
    hint="¿Qué recibiría `fit`: respuestas, premios o solo los datos?",
)
quiz(
    "2.2.A2",
    correct="d",
    why="Sí: es la distancia entre las dos líneas de la figura, a la izquierda, con k=1.",
    wrong={
        "a": "Con subajuste también fallaría en entrenamiento: no aprende ni lo evidente.",
        "b": "La nota de entrenamiento no dice cuánto se ha aprendido: pudo copiar las respuestas.",
        "c": "Puede ser, pero lo primero que dice una diferencia así es que memorizó.",
    },
    hint="¿Qué parte de la figura de los vecinos se parece a esos números?",
)
quiz(
    "2.2.A3",
    correct="b",
    why="Sí: para elegir está la validación. La prueba se usa una vez, con el ya elegido.",
    wrong={
        "a": "Ahí ganaría el que más memoriza, como k=1.",
        "c": "Si eliges con la prueba, deja de ser un examen: su nota saldrá inflada.",
        "d": "Si incluyes lo que ya conocen, ganará quien mejor memorice.",
    },
    hint="Hay un conjunto que se guarda para el final y otro que sirve para comparar.",
)
