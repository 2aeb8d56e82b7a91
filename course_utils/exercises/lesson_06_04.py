"""Comprobaciones de la lección 6.4, la red y la decisión."""

import numpy as np

from . import expect
from .core import exercise, quiz
from .payments import decisions, flags, payments


def _cost(fraud, alerts, amounts, price):
    return amounts[(fraud == 1) & ~alerts].sum() + price * alerts.sum()


@exercise(
    "6.4.1",
    hints=(
        "Son dos sumas: el importe de los fraudes sin aviso, y lo que cuesta revisar.",
        "`~avisos` es `True` donde no se avisa; `(fraude == 1) & ~avisos` señala lo que se escapa.",
        "`return importes[(fraude == 1) & ~avisos].sum() + coste_aviso * avisos.sum()`",
    ),
    praise="En una sola cifra, los dos errores: el que se escapa y el que hace perder el tiempo.",
)
def check_cost(function):
    expect.computes(
        function,
        "coste",
        right=_cost,
        inputs=decisions((0, 60, 9, 5), (1, 60, 9, 5), (2, 35, 6, 30)),
        kind=lambda value, name: expect.one_number(
            value, name, "Devuelve un array: el coste de la decisión es un solo número, la suma."
        ),
        message="No es el coste. Suma los importes de los fraudes sin aviso y coste_aviso por cada "
        "aviso.",
        mistakes=(
            (
                lambda f, w, a, c: _cost(f, w, a, 0),
                "Cuentas el fraude que se escapa y olvidas lo que cuesta revisar los avisos.",
            ),
            (
                lambda f, w, a, c: c * w.sum(),
                "Cuentas las revisiones y olvidas el importe de los fraudes sin aviso.",
            ),
            (
                lambda f, w, a, c: _cost(f, w, a, 0) + c * (w & (f == 0)).sum(),
                "Cobras solo la revisión de las falsas alarmas: los avisos que aciertan también se "
                "revisan.",
            ),
            (
                lambda f, w, a, c: a[(f == 1) & w].sum() + c * w.sum(),
                "Sumas el importe de los fraudes con aviso: esos se paran. Se pierde el de los que "
                "no lo tienen (~avisos).",
            ),
            (
                lambda f, w, a, c: a[~w].sum() + c * w.sum(),
                "Sumas el importe de todos los pagos sin aviso: solo se pierde el de los fraudes.",
            ),
            (
                lambda f, w, a, c: _cost(f, w, a, 5),
                "Usas 5 € fijos: el precio de la revisión llega en coste_aviso.",
            ),
        ),
    )


@exercise(
    "6.4.2",
    hints=(
        "Para cada umbral candidato, calcula el coste como en 6.4.1 y quédate con el menor.",
        "Los candidatos, `for umbral in np.unique(puntuaciones):`, y se avisa donde "
        "`puntuaciones >= umbral`.",
        "\n`def coste_con(umbral):\n"
        "    avisos = puntuaciones >= umbral\n"
        "    return importes[(fraude == 1) & ~avisos].sum() + coste_aviso * avisos.sum()\n"
        "return min(np.unique(puntuaciones), key=coste_con)`",
    ),
    praise="El umbral sale de los euros, y no de una costumbre.",
)
def check_best_threshold(function):
    def costs(fraud, scores, amounts, price, reaches=np.greater_equal):
        return {
            float(u): _cost(fraud, reaches(scores, u), amounts, price) for u in np.unique(scores)
        }

    def threshold(*arguments, pick=min):
        found = costs(*arguments)
        return pick(found, key=found.get)

    def explain(result, expected, *payments):
        found = costs(*payments)
        if result not in found:
            return (
                "Ese número no es una puntuación de las que llegan: los candidatos son las "
                "puntuaciones mismas."
            )
        return (
            f"Con ese umbral el coste es {found[result]:.2f} €, y hay otro que lo deja en "
            f"{found[expected]:.2f} €."
        )

    inputs = [  # ninguno en que empaten dos umbrales
        (*payments(*sizes), price)
        for *sizes, price in ((0, 60, 9, 5), (1, 60, 9, 5), (2, 60, 9, 40), (3, 35, 6, 12))
    ]
    fraud, scores, amounts, price = inputs[0]
    inputs.append((fraud, scores.round(1), amounts, price))  # con puntuaciones repetidas
    expect.computes(
        function,
        "mejor_umbral",
        right=threshold,
        inputs=inputs,
        kind=expect.real,
        explain=explain,
        mistakes=(
            (
                lambda *payments: min(costs(*payments).values()),
                "Ese es el coste mínimo: se pide el umbral con el que se consigue.",
            ),
            (
                lambda *payments: threshold(*payments, pick=max),
                "Ese es el umbral más caro: busca el mínimo.",
            ),
            (
                lambda *payments: threshold(*payments, np.greater),
                "Casi: se avisa cuando la puntuación es mayor o igual (>=) que el umbral.",
            ),
        ),
    )


@exercise(
    "6.4.3",
    hints=(
        "`np.argsort(-puntuaciones)` ordena las posiciones de mayor a menor puntuación.",
        "Quédate con las `k` primeras, cuenta sus fraudes y divide entre todos los fraudes.",
        "\n`primeros = np.argsort(-puntuaciones)[:k]\n"
        "return fraude[primeros].sum() / fraude.sum()`",
    ),
    praise="Con k avisos, esa es la parte de los fraudes que el equipo llega a ver.",
)
def check_recall_at_k(function):
    def first(fraud, scores, k):
        """Las etiquetas de los ``k`` pagos de mayor puntuación."""
        return fraud[np.argsort(-scores)[:k]]

    expect.computes(
        function,
        "exhaustividad_en_k",
        right=lambda f, s, k: first(f, s, k).sum() / f.sum(),
        inputs=[
            (*payments(*sizes)[:2], k)
            for *sizes, k in ((0, 60, 9, 6), (1, 50, 7, 12), (2, 60, 11, 20), (3, 40, 15, 10))
        ],
        message=lambda f, s, k: (
            f"Con k={k} no es la fracción de los fraudes que está entre los k primeros."
        ),
        mistakes=(
            (
                lambda f, s, k: first(f, s, k).sum(),
                "Esos son los fraudes encontrados: falta dividir.",
            ),
            (
                lambda f, s, k: first(f, s, k).mean(),
                "Divides entre k: eso es la precisión en k. La exhaustividad divide entre todos "
                "los fraudes que hay.",
            ),
            (
                lambda f, s, k: first(f, -s, k).sum() / f.sum(),
                "Coges los k pagos de menor puntuación: argsort ordena de menor a mayor.",
            ),
            (
                lambda f, s, k: f[:k].sum() / f.sum(),
                "Coges los k primeros del archivo: hay que ordenar antes por puntuación.",
            ),
        ),
    )


@exercise(
    "6.4.4",
    hints=(
        "La pérdida esperada de cada pago es su probabilidad por su importe.",
        "Compara ese array con `coste_aviso`: da `True` y `False`.",
        "`return probabilidades * importes >= coste_aviso`",
    ),
    praise="Un umbral para cada pago, y ninguno buscado en los datos: sale de los costes.",
)
def check_worth_alert(function):
    chance = np.array([0.9, 0.9, 0.02, 0.5, 0.01, 0.1, 0.0])
    inputs = []
    for price, size in ((5, 7), (20, 7), (8, 4)):
        amounts = np.array([2.0, 300.0, 800.0, 2.0 * price, 90.0, 30.0, 5000.0])  # el 4.º, justo
        inputs.append((chance[:size], amounts[:size], price))
    expect.computes(
        function,
        "merece_aviso",
        right=lambda p, a, c: p * a >= c,
        inputs=inputs,
        kind=flags,
        message="No coincide. Es True donde probabilidad × importe llega a coste_aviso.",
        mistakes=(
            (
                lambda p, a, c: a >= c,
                "Comparas el importe: falta multiplicarlo por la probabilidad.",
            ),
            (
                lambda p, a, c: p >= 0.5,
                "Usas el umbral 0.5: aquí se decide con probabilidad × importe.",
            ),
            (
                lambda p, a, c: p * a > c,
                "Casi: también merece aviso el pago cuya pérdida es igual al coste (>=).",
            ),
            (lambda p, a, c: p * a < c, "Está al revés: True donde sí merece la pena."),
            (
                lambda p, a, c: p * a >= 5,
                "Usas 5 € fijos: lo que cuesta un aviso llega en coste_aviso.",
            ),
        ),
    )


@exercise(
    "6.4.5",
    hints=(
        "Los tramos, `for bajo, alto in zip(limites[:-1], limites[1:]):`; y en cada uno, "
        "`dentro = (probabilidades >= bajo) & (probabilidades < alto)`.",
        "Lo esperado es la suma de las probabilidades de dentro; lo ocurrido, la de `fraude`.",
        "\n`dentro = [(probabilidades >= bajo) & (probabilidades < alto)\n"
        "          for bajo, alto in zip(limites[:-1], limites[1:])]\n"
        "return (np.array([probabilidades[d].sum() for d in dentro]),\n"
        "        np.array([fraude[d].sum() for d in dentro]))`",
    ),
    praise="Un modelo se cree tramo a tramo, y sobre todo en el que decide.",
)
def check_bins(function):
    def bins(chance, fraud, edges, what=None, closed="left"):
        low, high = np.asarray(edges[:-1])[:, None], np.asarray(edges[1:])[:, None]
        inside = (chance >= low) & (chance < high)
        if closed == "right":
            inside = (chance > low) & (chance <= high)
        return inside.astype(float) @ chance, inside @ fraud, inside.sum(axis=1)

    inputs = []
    for seed, edges in enumerate(([0, 0.01, 0.1, 0.5, 1.01], [0, 0.25, 1.01], [0.2, 0.4, 0.8])):
        rng = np.random.default_rng(seed)
        chance = np.r_[edges[1], rng.random(40) ** 3, edges[0] + 0.001]  # uno, justo en el límite
        inputs.append((chance, (rng.random(42) < 0.4).astype(int), edges))
    expect.computes(
        function,
        "esperados_y_ocurridos",
        right=lambda *given: bins(*given)[:2],
        inputs=inputs,
        kind=expect.row,
        returns="esperados, ocurridos",
        mistakes=(
            (lambda *given: bins(*given)[1::-1], "Están al revés: primero los esperados."),
            (
                lambda *given: bins(*given, closed="right")[:2],
                "El límite bajo entra en el tramo y el alto no: >= bajo y < alto.",
            ),
            (
                lambda *given: (bins(*given)[0] / bins(*given)[2], bins(*given)[1]),
                "Los esperados son la suma de las probabilidades del tramo, no su media.",
            ),
            (
                lambda *given: (bins(*given)[2], bins(*given)[1]),
                "Cuentas los pagos del tramo: los esperados son la suma de sus probabilidades.",
            ),
            (
                lambda chance, fraud, edges: bins(chance, 1 - fraud, edges)[:2],
                "Cuentas los pagos normales: se piden los fraudes que ocurrieron.",
            ),
        ),
    )


quiz(
    "6.4.A1",
    correct="b",
    why="Ordenar y dar probabilidades que se cumplen son dos virtudes distintas: se miden aparte.",
    wrong={
        "a": "El sobreajuste se ve comparando entrenamiento y validación; además, sigue ordenando "
        "bien.",
        "c": "La precisión media mide el orden; una probabilidad alta no dice nada de ella.",
        "d": "Al revés: los pesos son la causa de que exagere.",
    },
    hint="¿Qué se necesita para ordenar una lista, y qué para multiplicar por euros?",
)

quiz(
    "6.4.A2",
    correct="d",
    why="0.10 × 900 = 90 € de pérdida esperada; los otros tienen 0.99, 4 y 4 €, menos que los 5 €.",
    wrong={
        "a": "Es casi seguro fraude, pero se perdería 1 €: mirarlo cuesta 5.",
        "b": "0.50 × 8 = 4 €: no llega a lo que cuesta revisarlo.",
        "c": "0.02 × 200 = 4 €: tampoco llega.",
    },
    hint="Multiplica probabilidad por importe en cada uno.",
)

quiz(
    "6.4.A3",
    correct="a",
    why="Un umbral buscado es un parámetro más: se elige con unos datos y se mide con otros.",
    wrong={
        "b": "Tiene unos pocos más, y aunque tuviera muchos, no sería la razón.",
        "c": "Las tiene: si no, no habría examen.",
        "d": "El umbral no es parte de la red: se puede cambiar cuando se quiera.",
    },
    hint="Si se elige el mejor entre miles, ¿de qué lado cae la suerte?",
)
