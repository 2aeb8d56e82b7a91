"""Comprobaciones de la lección 2.1, qué es el aprendizaje automático."""

import math
from functools import partial

import numpy as np

from . import expect
from .core import exercise, quiz


@exercise(
    "2.1.1",
    hints=(
        "La tarea es lo que el programa hace: busca un verbo.",
        "La experiencia existe antes de aprender; el rendimiento se mide después.",
        "`tarea = 3`, `experiencia = 4` y `rendimiento = 1`",
    ),
    praise="T, E y P. Si te dicen que un programa aprende, pregunta siempre por las tres.",
)
def check_mitchell(task, experience, performance):
    answers = {"tarea": task, "experiencia": experience, "rendimiento": performance}
    numbers = [expect.integer(value, name) for name, value in answers.items()]
    if not set(numbers) <= {1, 2, 3, 4}:
        expect.wrong("Cada respuesta es uno de los números de la lista: 1, 2, 3 o 4.")
    if 2 in numbers:
        expect.wrong(
            "La 2 es la que sobra: una computadora más rápida termina antes, pero no acierta más."
        )
    if len(set(numbers)) < 3:
        expect.wrong("Has repetido un número: cada frase de la lista se usa una vez.")
    expect.cases(
        task,
        "tarea",
        3,
        message="La tarea es lo que el programa tiene que hacer: ¿qué frase lo dice?",
    )
    expect.cases(
        experience,
        "experiencia",
        4,
        message="La experiencia y el rendimiento están al revés: los mensajes marcados son aquello "
        "de lo que aprende, y la fracción de aciertos, lo que se mide después.",
    )


@exercise(
    "2.1.2",
    hints=(
        "Pasa primero el texto a minúsculas: `texto.lower()`.",
        '`"oferta" in texto` dice si aparece. Recorre `palabras`; a la primera que esté, `True`.',
        "`return any(palabra in texto.lower() for palabra in palabras)`",
    ),
    praise="Una regla se lee y se entiende entera: esa es su virtud. Ahora veamos su límite.",
)
def check_rules(function):
    words = ["gratis", "premio"]
    fixed = "Tiene que buscar las palabras que recibe en el parámetro palabras, no unas fijas."
    cases = {
        "tienes un premio esperando": (
            words,
            "Con «tienes un premio esperando» y ['gratis', 'premio'] debe dar True: basta con que "
            "aparezca una de las palabras, y puede no ser la primera de la lista.",
        ),
        "nos vemos en la plaza": (
            words,
            "Con «nos vemos en la plaza» y ['gratis', 'premio'] debe dar False: no aparece "
            "ninguna.",
        ),
        "Un mes GRATIS para todos": (
            words,
            "No encuentra «GRATIS»: pasa el texto a minúsculas antes de buscar.",
        ),
        "¡Gratis!": (
            words,
            "No encuentra «¡Gratis!»: si separas con split(), los signos quedan pegados a la "
            "palabra. Busca con in dentro del texto.",
        ),
        "un premio gratis": (
            words,
            "Con «un premio gratis» debe dar True: aparecen las dos palabras, y con una bastaba.",
        ),
        "un regalo gratis": (["urgente"], fixed),
        "es urgente": (["urgente"], fixed),
        "todo gratis": ([], "Con la lista de palabras vacía no hay nada que encontrar."),
    }
    expect.computes(
        function,
        "spam_por_reglas",
        right=lambda text, words: any(word in text.lower() for word in words),
        inputs=[(text, words) for text, (words, _) in cases.items()],
        kind=expect.boolean,
        message=lambda text, words: cases[text][1],
    )


@exercise(
    "2.1.3",
    hints=(
        "Calcula primero la fracción de arriba, `(s + 1) / (S + V)`, y después la de abajo.",
        "El logaritmo natural de Python es `math.log`.",
        "`return math.log(((s + 1) / (S + V)) / ((n + 1) / (N + V)))`",
    ),
    praise="Un número por palabra, y todos salen de contar: eso es lo que el modelo aprendió.",
)
def check_weight(function):
    def ratio(s, n, S, N, V):
        return ((s + 1) / (S + V)) / ((n + 1) / (N + V))

    def weight(*numbers):
        return math.log(ratio(*numbers))

    expect.computes(
        function,
        "peso",
        right=weight,
        inputs=((14, 1, 700, 600, 500), (0, 9, 700, 600, 500), (3, 3, 50, 200, 80)),
        message=lambda *a: (
            f"{{call}} debería dar {weight(*a):.4f} y dio {{result}}. Revisa los paréntesis: "
            "cada suma se hace antes de dividir."
        ),
        mistakes=(
            (
                ratio,
                "{call}: eso es el cociente; falta su logaritmo, con math.log.",
            ),
            (
                lambda *a: -weight(*a),
                "{call} sale con el signo cambiado: el spam (s y S) va arriba; los "
                "normales, abajo.",
            ),
            (
                lambda *a: math.log10(ratio(*a)),
                lambda *a: math.log2(ratio(*a)),
                "{call}: el logaritmo es el natural, math.log (ni math.log10 ni math.log2).",
            ),
            (
                lambda s, n, S, N, V: math.log((s + 1) / S / ((n + 1) / N)),
                "{call}: en los denominadores falta sumar V, las palabras distintas.",
            ),
            (
                lambda s, n, S, N, V: math.log(s / (S + V) / (n / (N + V))),
                "{call}: falta el +1 de las veces que sale la palabra.",
            ),
        ),
    )


@exercise(
    "2.1.4",
    hints=(
        "`largos > u` da un array de booleanos: la decisión para cada flor.",
        "Con `(largos > u) != etiquetas` ves en qué flores no coinciden; el paréntesis hace falta.",
        "`return ((largos > u) != etiquetas).mean()`",
    ),
    praise="Ya tienes un error que se puede bajar: sin él no hay nada que optimizar.",
)
def check_error(function):
    lengths = np.array([4.0, 4.5, 5.0, 5.5, 4.8, 6.0, 4.7, 5.1])
    labels = np.array([False, False, True, True, True, True, False, False])

    def failures(u, x, y):
        return (x > u) != y

    expect.computes(
        function,
        "error_del_umbral",
        right=lambda *a: failures(*a).mean(),
        inputs=[(u, lengths, labels) for u in (4.9, 4.2, 5.0, 3.0)]
        + [(4.9, lengths[:5], labels[:5]), (5.0, np.tile(lengths, 2), np.repeat(labels, 2))],
        kind=partial(
            expect.one_number,
            message="Devuelve un array: falta resumirlo en una sola fracción con .mean().",
        ),
        message=lambda u, x, y: (
            f"Con u={u} y {len(x)} flores debería dar {failures(u, x, y).mean():g} y dio "
            "{result}. ¿Usas los tres parámetros?"
        ),
        mistakes=(
            (
                lambda *a: failures(*a).sum(),
                "Eso es cuántas flores falla; se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda *a: 100 * failures(*a).mean(),
                "Eso es un porcentaje; se pide la fracción, entre 0 y 1.",
            ),
            (
                lambda *a: 1 - failures(*a).mean(),
                "Eso es la fracción de aciertos: cuenta las que no coinciden, con !=.",
            ),
            (
                lambda u, x, y: ((x >= u) != y).mean(),
                "Un largo igual a u no lo supera: la decisión es «mayor que», con >.",
            ),
        ),
    )


@exercise(
    "2.1.5",
    hints=(
        "Son dos cuentas, y en cada una hay que cumplir dos condiciones a la vez.",
        "Con arrays, «y» se escribe `&`, con un paréntesis alrededor de cada comparación.",
        "`return ((reales == 1) & (predichas == 0)).sum(), …`: esos son los que se colaron; los "
        "otros, al revés.",
    ),
    praise="Dos errores con precios distintos: la lección 2.5 les pone nombre.",
)
def check_count_errors(function):
    real = np.array([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    predicted = np.array([1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0])

    def errors(r, p):
        return (r > p).sum(), (p > r).sum()

    expect.computes(
        function,
        "contar_errores",
        right=errors,
        inputs=[(real, predicted), (real, 1 - real), (real, real), (predicted[:7], real[:7])],
        returns="se_colaron, se_perdieron",
        message=lambda r, p: (
            "En una prueba se colaron {} y se perdieron {}".format(*errors(r, p))
            + ", y tu función dice {result}. ¿Unes las dos condiciones con &?"
        ),
        mistakes=(
            (
                lambda r, p: errors(r, p)[::-1],
                "Los dos números están al revés: primero el spam que se coló; después, los "
                "normales que se perdieron.",
            ),
            (
                lambda r, p: ((r & p).sum(), ((r == 0) & (p == 0)).sum()),
                "Esas son las veces que acierta con cada tipo: se piden los errores.",
            ),
            (
                lambda r, p: (errors(r, p)[0] / r.sum(), errors(r, p)[1] / (1 - r).sum()),
                "Esas son fracciones: se pide cuántos mensajes son, dos números enteros.",
            ),
        ),
    )


quiz(
    "2.1.A1",
    correct="a",
    why="Sí: hace algo que pide inteligencia, pero las reglas las escribió alguien: no aprende.",
    wrong={
        "b": "Acertar no es aprender. ¿Mejora con la experiencia, o hará siempre lo mismo?",
        "c": "Profundo se refiere a las capas de una red neuronal, no a cuántas reglas hay.",
        "d": "No aprende, cierto, pero la inteligencia artificial es más que aprender.",
    },
    hint="Vuelve a mirar los óvalos de la primera figura.",
)
quiz(
    "2.1.A2",
    correct="c",
    why="Sí: sin mejora de P no hay aprendizaje, por muchas frases que vea.",
    wrong={
        "a": "La experiencia sola no basta: tiene que mejorar el rendimiento.",
        "b": "Puede ser alto y no mejorar: la definición habla de mejorar.",
        "d": "Es una tarea como otra: frases con su traducción, y la fracción que acierta.",
    },
    hint="T, E y P: ¿cuáles crecen en esta historia?",
)
quiz(
    "2.1.A3",
    correct="a",
    why="Sí: cambiar la decisión hasta que el error sea el menor.",
    wrong={
        "b": "La decisión es cómo responde un umbral ya elegido: más largo que u, virginica.",
        "c": "El error es lo que se mide de cada umbral, no el buscar entre ellos.",
        "d": "Representar es uno de los cuatro pasos: convertir los datos en números.",
    },
    hint="Son tres piezas: la que responde, la que mide y la que mejora.",
)
