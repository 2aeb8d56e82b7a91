"""Comprobaciones de 2.1, qué es el aprendizaje automático."""

import math
from collections import Counter

import numpy as np

from ..datasets import load_messages
from . import expect
from .core import exercise, quiz

# Las seis palabras de la lección: lo que el filtro que aprende tiene que superar.
RULE_WORDS = ("gratis", "premio", "dinero", "oferta", "enlace", "urgente")
GOOD_ACCURACY = 0.8


@exercise(
    "2.1.1",
    hints=(
        "La tarea es lo que el programa hace: busca un verbo.",
        "La experiencia existe antes de aprender; el rendimiento se mide después.",
        "tarea = 3, experiencia = 4, rendimiento = 1.",
    ),
    praise="T, E y P. Si te dicen que un programa aprende, pregunta siempre por las tres.",
)
def check_mitchell(task, experience, performance):
    names = ("tarea", "experiencia", "rendimiento")
    numbers = [
        int(expect.integer(value, name))
        for value, name in zip((task, experience, performance), names, strict=True)
    ]
    expect.wrong_when(
        any(value not in (1, 2, 3, 4) for value in numbers),
        "Cada respuesta es uno de los números de la lista: 1, 2, 3 o 4.",
    )
    expect.wrong_when(
        2 in numbers,
        "La 2 es la que sobra: una computadora más rápida termina antes, pero no acierta más.",
    )
    expect.wrong_when(
        len(set(numbers)) < 3, "Has repetido un número: cada frase de la lista se usa una vez."
    )
    expect.wrong_when(
        numbers[0] != 3, "La tarea es lo que el programa tiene que hacer: ¿qué frase lo dice?"
    )
    expect.wrong_when(
        numbers[1] != 4,
        "La experiencia y el rendimiento están al revés: los mensajes marcados son aquello de lo "
        "que aprende, y la fracción de aciertos, lo que se mide después.",
    )


@exercise(
    "2.1.2",
    hints=(
        "Pasa primero el texto a minúsculas: texto.lower().",
        "palabra in texto dice si aparece. Recorre las palabras; a la primera que esté, True.",
        "return any(palabra in texto.lower() for palabra in palabras)",
    ),
    praise="Una regla se lee y se entiende entera: esa es su virtud. Ahora veamos su límite.",
)
def check_rules(function):
    expect.function(function, "spam_por_reglas")
    name = "lo que devuelve spam_por_reglas"

    def answer(text, words):
        result = expect.call(function, text, list(words))
        if isinstance(result, np.bool_):
            result = bool(result)
        return expect.instance(result, bool, name)

    words = ("gratis", "premio")
    expect.wrong_when(
        not answer("tienes un premio esperando", words),
        "Con «tienes un premio esperando» y ['gratis', 'premio'] debe dar True: basta con que "
        "aparezca una de las palabras, y puede no ser la primera de la lista.",
    )
    expect.wrong_when(
        answer("nos vemos en la plaza", words),
        "Con «nos vemos en la plaza» y ['gratis', 'premio'] debe dar False: no aparece ninguna.",
    )
    expect.wrong_when(
        not answer("Un mes GRATIS para todos", words),
        "No encuentra «GRATIS»: pasa el texto a minúsculas antes de buscar.",
    )
    expect.wrong_when(
        not answer("¡Gratis!", words),
        "No encuentra «¡Gratis!»: si separas con split(), los signos quedan pegados a la palabra. "
        "Busca con in dentro del texto.",
    )
    expect.wrong_when(
        answer("un regalo gratis", ["urgente"]) or not answer("es urgente", ["urgente"]),
        "Tiene que buscar las palabras que recibe en el parámetro palabras, no unas fijas.",
    )
    expect.wrong_when(
        answer("un regalo gratis", []), "Con la lista de palabras vacía no hay nada que encontrar."
    )


@exercise(
    "2.1.3",
    hints=(
        "Calcula primero la fracción de arriba, (s + 1) / (S + V), y después la de abajo.",
        "El logaritmo natural de Python es math.log.",
        "return math.log(((s + 1) / (S + V)) / ((n + 1) / (N + V)))",
    ),
    praise="Un número por palabra, y todos salen de contar: eso es lo que el modelo aprendió.",
)
def check_weight(function):
    expect.function(function, "peso")
    for s, n, S, N, V in ((14, 1, 700, 600, 500), (0, 9, 700, 600, 500), (3, 3, 50, 200, 80)):
        result = expect.real(expect.call(function, s, n, S, N, V), "lo que devuelve peso")
        ratio = ((s + 1) / (S + V)) / ((n + 1) / (N + V))
        case = f"peso({s}, {n}, {S}, {N}, {V})"
        expect.wrong_when(
            math.isclose(result, ratio),
            f"{case}: eso es el cociente; falta su logaritmo, con math.log.",
        )
        expect.wrong_when(
            math.isclose(result, -math.log(ratio)),
            f"{case} sale con el signo cambiado: el spam (s y S) va arriba; los normales, abajo.",
        )
        expect.wrong_when(
            math.isclose(result, math.log10(ratio)) or math.isclose(result, math.log2(ratio)),
            f"{case}: el logaritmo es el natural, math.log (ni math.log10 ni math.log2).",
        )
        expect.wrong_when(
            math.isclose(result, math.log((s + 1) / S / ((n + 1) / N))),
            f"{case}: en los denominadores falta sumar V, las palabras distintas.",
        )
        expect.wrong_when(
            s != n and s > 0 and math.isclose(result, math.log(s / (S + V) / (n / (N + V)))),
            f"{case}: falta el +1 de las veces que sale la palabra.",
        )
        expect.close(
            result,
            math.log(ratio),
            "peso",
            message=f"{case} debería dar {math.log(ratio):.4f} y dio {result:.4f}. Revisa los "
            "paréntesis: cada suma se hace antes de dividir.",
        )


@exercise(
    "2.1.4",
    hints=(
        "centros - punto resta el punto a todas las filas de una vez.",
        "Eleva al cuadrado y suma por filas, .sum(axis=1); su raíz es la distancia a cada centro.",
        "return np.sqrt(((centros - punto) ** 2).sum(axis=1)).argmin()",
    ),
    praise="Ese paso, repetido, es k-means. La raíz, por cierto, no cambia cuál es el menor.",
)
def check_nearest(function):
    expect.function(function, "centro_mas_cercano")
    cases = (
        ([1.0, 1.0], [[-4.0, 9.0], [9.0, 9.0], [2.5, 1.0]]),
        ([0.0, 0.0], [[0.0, 9.0], [6.0, 6.0], [-9.5, 0.0]]),  # sumar sin cuadrado engaña
        ([5.0, 5.0], [[-50.0, -50.0], [5.0, 6.5], [90.0, 0.0], [4.0, 2.0]]),  # y restar, también
        ([1.0, 2.0, 3.0], [[1.0, 2.0, 3.5], [1.0, 2.0, 9.0]]),
    )
    for point, centres in cases:
        point, centres = np.array(point), np.array(centres)
        distances = np.sqrt(((centres - point) ** 2).sum(axis=1))
        result = expect.call(function, point.copy(), centres.copy())
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.shape == distances.shape,
            "Devuelve un número por centro: falta quedarse con la posición del menor, .argmin().",
        )
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.shape == point.shape,
            "Devuelve unas coordenadas: se pide la posición del centro (0, 1, 2…).",
        )
        result = expect.real(result, "lo que devuelve centro_mas_cercano")
        nearest, farthest = distances.argmin(), distances.argmax()
        expect.wrong_when(
            result == ((centres - point) ** 2).sum(axis=0).argmin() != nearest,
            "Sumas por columnas. Hay un centro en cada fila, así que la suma es por filas: axis=1.",
        )
        expect.wrong_when(
            result == farthest, "Ese es el centro más lejano: se pide el más cercano, argmin."
        )
        expect.wrong_when(
            math.isclose(result, distances[nearest]),
            "Eso es la distancia: se pide la posición del centro más cercano.",
        )
        expect.wrong_when(
            result == np.abs(centres - point).sum(axis=1).argmin() != nearest
            or result == (centres - point).sum(axis=1).argmin() != nearest,
            "Sumas las diferencias sin elevarlas al cuadrado: la distancia es la raíz de la suma "
            "de los cuadrados.",
        )
        expect.close(
            result,
            nearest,
            "centro_mas_cercano",
            message=f"Con el punto {point.tolist()} y {len(centres)} centros, el más cercano es el "
            f"{nearest} y tu función dice {result:g}.",
        )


@exercise(
    "2.1.5",
    hints=(
        "La suma de los datos que ya llegaron es media * cuantos.",
        "Con el nuevo dato hay cuantos + 1 datos.",
        "return (media * cuantos + dato) / (cuantos + 1)",
    ),
    praise="Con dos números guardados basta, hayan llegado diez datos o diez millones.",
)
def check_running_mean(function):
    expect.function(function, "nueva_media")
    for mean, count, value in ((10.0, 3, 14.0), (2.5, 4, 0.0), (7.0, 1, -1.0), (0.0, 0, 6.0)):
        result = expect.real(
            expect.call(function, mean, count, value), "lo que devuelve nueva_media"
        )
        case = f"nueva_media({mean:g}, {count}, {value:g})"
        expected = (mean * count + value) / (count + 1)
        expect.wrong_when(
            count > 1 and math.isclose(result, (mean + value) / 2),
            f"{case}: promedias la media y el dato como si pesaran igual, pero la media resume "
            f"{count} datos.",
        )
        expect.wrong_when(
            count > 1 and math.isclose(result, (mean + value) / (count + 1)),
            f"{case}: divides entre cuántos son, pero arriba falta la suma de los {count} que ya "
            "llegaron: media * cuantos.",
        )
        expect.wrong_when(
            count > 0 and math.isclose(result, (mean * count + value) / count),
            f"{case}: ahora hay un dato más; divide entre cuantos + 1.",
        )
        expect.wrong_when(
            math.isclose(result, mean * count + value) and count > 0,
            f"{case}: eso es la suma de todos; falta dividirla entre cuántos son.",
        )
        expect.close(
            result,
            expected,
            "nueva_media",
            message=f"{case} debería dar {expected:g} y dio {result:g}.",
        )


@exercise(
    "2.1.6",
    hints=(
        "largos > u da un array de booleanos: la decisión para cada flor.",
        "Con (largos > u) != etiquetas ves en qué flores no coinciden; el paréntesis hace falta.",
        "return ((largos > u) != etiquetas).mean()",
    ),
    praise="Ya tienes un error que se puede bajar: sin él no hay nada que optimizar.",
)
def check_error(function):
    expect.function(function, "error_del_umbral")
    lengths = np.array([4.0, 4.5, 5.0, 5.5, 4.8, 6.0, 4.7, 5.1])
    labels = np.array([False, False, True, True, True, True, False, False])
    for u in (4.9, 4.2, 5.0, 3.0):
        wrong = (lengths > u) != labels
        result = expect.call(function, u, lengths.copy(), labels.copy())
        expect.wrong_when(
            isinstance(result, np.ndarray) and result.ndim == 1,
            "Devuelve un array: falta resumirlo en una sola fracción con .mean().",
        )
        result = expect.real(result, "lo que devuelve error_del_umbral")
        expect.wrong_when(
            math.isclose(result, wrong.sum()),
            "Eso es cuántas flores falla; se pide la fracción, entre 0 y 1.",
        )
        expect.wrong_when(
            math.isclose(result, 100 * wrong.mean()),
            "Eso es un porcentaje; se pide la fracción, entre 0 y 1.",
        )
        expect.wrong_when(
            math.isclose(result, 1 - wrong.mean()) and wrong.mean() != 0.5,
            "Eso es la fracción de aciertos: cuenta las que no coinciden, con !=.",
        )
        expect.wrong_when(
            math.isclose(result, ((lengths >= u) != labels).mean())
            and (lengths >= u).sum() != (lengths > u).sum(),
            "Un largo igual a u no lo supera: la decisión es «mayor que», con >.",
        )
        expect.close(
            result,
            wrong.mean(),
            "error_del_umbral",
            message=f"Con u={u} y 8 flores debería dar {wrong.mean():g} y dio {result:g}. ¿Usas "
            "los tres parámetros?",
        )


def _numbers(value, name):
    """Los números de una lista (o tupla, range o array), como enteros de Python."""
    if isinstance(value, np.ndarray) and value.ndim == 1:
        value = value.tolist()
    expect.wrong_when(
        not isinstance(value, (list, tuple, range)),
        f"{name} que devuelve repartir debe ser una lista de números: llegó {expect.shown(value)}. "
        "Se piden dos: return aprender, examen.",
    )
    return [int(expect.integer(item, f"cada elemento de {name}")) for item in value]


@exercise(
    "2.1.7",
    hints=(
        "i % trozos es el resto de dividir: con 3 trozos va dando 0, 1, 2, 0, 1, 2…",
        "El examen del turno son los i en que i % trozos == turno; se aprende con los demás.",
        "return ([i for i in range(n) if i % trozos != turno], "
        "[i for i in range(n) if i % trozos == turno])",
    ),
    praise="Cada ejemplo enseña en todos los turnos menos en uno, y en ese examina.",
)
def check_folds(function):
    expect.function(function, "repartir")
    for n, folds in ((10, 5), (11, 3), (7, 2)):
        examined, sizes = Counter(), []
        for turn in range(folds):
            case = f"repartir({n}, {folds}, {turn})"
            result = expect.call(function, n, folds, turn)
            expect.wrong_when(
                not isinstance(result, (tuple, list)) or len(result) != 2,
                f"{case} debe devolver dos listas: return aprender, examen.",
            )
            learn = _numbers(result[0], "la primera lista")
            test = _numbers(result[1], "la segunda lista")
            expect.wrong_when(
                set(learn) & set(test),
                f"{case}: hay ejemplos en las dos listas. Si se examina con algo que ya aprendió, "
                "la nota es falsa.",
            )
            expect.wrong_when(
                sorted(learn + test) != list(range(n)),
                f"{case}: entre las dos listas deben estar, una vez, los números de 0 a {n - 1}.",
            )
            expect.wrong_when(
                folds > 2 and len(learn) in (n // folds, -(-n // folds)),
                f"{case}: las listas están al revés. Primero, aprender (la larga); después, el "
                "examen.",
            )
            examined.update(test)
            sizes.append(len(test))
        expect.wrong_when(
            max(sizes) - min(sizes) > 1,
            f"Con {n} ejemplos y {folds} trozos, los exámenes tienen tamaños {sizes}: como mucho, "
            "uno de diferencia.",
        )
        expect.wrong_when(
            any(examined[i] != 1 for i in range(n)),
            f"Con {n} ejemplos y {folds} trozos, no todos se examinan una vez exacta: ¿cambia el "
            "examen con el turno?",
        )


@exercise(
    "2.1.8",
    hints=(
        "Hacen falta dos piezas: una que cuente palabras y otra que decida.",
        "make_pipeline(pieza_1, pieza_2) las une en un solo modelo.",
        "return make_pipeline(CountVectorizer(), MultinomialNB())",
    ),
    praise="Un filtro que nadie programó palabra por palabra.",
)
def check_filter(function):
    expect.function(function, "crear_filtro")
    model = expect.call(function)
    expect.wrong_when(
        isinstance(model, type)
        or not all(callable(getattr(model, name, None)) for name in ("fit", "predict")),
        "crear_filtro debe devolver un modelo de scikit-learn, con fit y predict (¿termina con "
        f"return?). Llegó {expect.shown(model)}.",
    )
    from sklearn.exceptions import NotFittedError
    from sklearn.model_selection import StratifiedKFold
    from sklearn.utils.validation import check_is_fitted

    messages = load_messages()
    texts, labels = messages["texto"].tolist(), messages["spam"].to_numpy()
    try:
        check_is_fitted(model)
        fitted = hasattr(model, "classes_")
    except (NotFittedError, TypeError, ValueError, AttributeError):
        fitted = False
    expect.wrong_when(
        fitted,
        "El modelo llega ya entrenado: si aprendió de los mensajes con los que se va a examinar, "
        "la nota sería falsa. Devuélvelo sin llamar a fit.",
    )
    predicted = np.empty_like(labels)
    splitter = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
    for learn, exam in splitter.split(texts, labels):  # fit empieza cada vez de cero
        expect.call(model.fit, [texts[i] for i in learn], labels[learn])
        answers = expect.call(model.predict, [texts[i] for i in exam])
        answers = expect.array(answers, "lo que responde el filtro", shape=(len(exam),))
        expect.wrong_when(
            not set(answers.tolist()) <= {0, 1},
            "El filtro debe responder 1 o 0, y da otra cosa: usa un modelo que clasifique.",
        )
        predicted[exam] = answers
    accuracy = (predicted == labels).mean()
    expect.wrong_when(
        accuracy < 0.6,
        f"Acierta ≈ {accuracy:.2f}: casi lo mismo que lanzar una moneda. ¿Cuenta las palabras con "
        "CountVectorizer?",
    )
    expect.wrong_when(
        accuracy < GOOD_ACCURACY,
        f"Acierta ≈ {accuracy:.2f} y se pide {GOOD_ACCURACY}. Prueba con CountVectorizer() y "
        "MultinomialNB(), tal cual.",
    )
    rules = np.array([any(word in text.lower() for word in RULE_WORDS) for text in texts])
    return (
        f"Validación cruzada: acierta ≈ {accuracy:.2f}; las seis reglas, "
        f"{(rules == labels).mean():.2f}."
    )


@exercise(
    "2.1.9",
    hints=(
        "Son dos cuentas, y en cada una hay que cumplir dos condiciones a la vez.",
        "Con arrays, «y» se escribe &, con un paréntesis alrededor de cada comparación.",
        "((reales == 1) & (predichas == 0)).sum() son los que se colaron; los otros, al revés.",
    ),
    praise="Dos errores con precios distintos: la lección 2.3 les pone nombre.",
)
def check_count_errors(function):
    expect.function(function, "contar_errores")
    real = np.array([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    first = np.array([1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0])
    for predicted, slipped, lost in ((first, 3, 1), (1 - real, 5, 6), (real, 0, 0)):
        result = expect.call(function, real.copy(), predicted.copy())
        expect.wrong_when(
            not isinstance(result, (tuple, list)) or len(result) != 2,
            "Debe devolver dos números: return se_colaron, se_perdieron.",
        )
        answer = tuple(expect.real(value, "cada número que devuelve") for value in result)
        expect.wrong_when(
            answer == (lost, slipped) and lost != slipped,
            "Los dos números están al revés: primero el spam que se coló; después, los normales "
            "que se perdieron.",
        )
        expect.wrong_when(
            answer == (5 - slipped, 6 - lost),
            "Esas son las veces que acierta con cada tipo: se piden los errores.",
        )
        expect.wrong_when(
            slipped and np.allclose(answer, (slipped / 5, lost / 6)),
            "Esas son fracciones: se pide cuántos mensajes son, dos números enteros.",
        )
        expect.close(
            answer,
            (slipped, lost),
            "contar_errores",
            message=f"En una prueba se colaron {slipped} y se perdieron {lost}, y tu función dice "
            f"{answer[0]:g} y {answer[1]:g}. ¿Unes las dos condiciones con &?",
        )


quiz(
    "2.1.A1",
    correct="c",
    why="Sí: no hay respuestas, solo parecidos. Es lo que hizo k-means con los pingüinos.",
    wrong={
        "a": "Para eso cada cliente tendría que traer ya su tipo, la respuesta, y no la trae.",
        "b": "En el aprendizaje por refuerzo se actúa y se reciben premios; aquí no se actúa.",
        "d": "Semisupervisado pide al menos unas pocas respuestas, y aquí no hay ninguna.",
    },
    hint="¿Qué recibiría fit: respuestas, premios o solo los datos?",
)
quiz(
    "2.1.A2",
    correct="a",
    why="Sí: hace algo que pide inteligencia, pero las reglas las escribió alguien: no aprende.",
    wrong={
        "b": "Acertar no es aprender. ¿Mejora con la experiencia, o hará siempre lo mismo?",
        "c": "Profundo se refiere a las capas de una red neuronal, no a cuántas reglas hay.",
        "d": "No aprende, cierto, pero la inteligencia artificial es más que aprender.",
    },
    hint="Vuelve a mirar los círculos de la primera figura.",
)
quiz(
    "2.1.A3",
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
    "2.1.A4",
    correct="b",
    why="Sí: para elegir está la validación. La prueba se usa una vez, con el ya elegido.",
    wrong={
        "a": "Ahí ganaría el que más memoriza, como k=1.",
        "c": "Si eliges con la prueba, deja de ser un examen: su nota saldrá inflada.",
        "d": "Si incluyes lo que ya conocen, ganará quien mejor memorice.",
    },
    hint="Hay un conjunto que se guarda para el final y otro que sirve para comparar.",
)
