"""Contrato de los ejercicios de la lección 6.6, la entrega."""

import functools

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from contract import make_contract
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils.datasets import load_credit_card_fraud
from course_utils.metrics.bootstrap import bootstrap_interval
from course_utils.metrics.decisions import best_threshold_for_cost


@functools.cache
def clean():
    return load_credit_card_fraud().drop_duplicates().reset_index(drop=True)


@functools.cache
def opened():
    return clean()[: int(0.8 * len(clean()))]


@functools.cache
def sealed():
    return clean()[len(opened()) :]


def cut(payments, where):
    return payments[:where], payments[where:]


@functools.cache
def parts():
    return cut(opened(), 180_000)


def inputs(payments):
    return payments.loc[:, "V1":"V28"].to_numpy("float32")


@functools.cache
def model():
    fit = parts()[0]
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(
        inputs(fit), fit["Class"]
    )


def score(payments):
    return model().predict_proba(inputs(payments))[:, 1]


@functools.cache
def evaluation():
    """La AP del sobre y su intervalo, con otra semilla que la de la comprobación."""
    y, scores = sealed()["Class"], score(sealed())
    interval = bootstrap_interval(average_precision_score, y, scores, repetitions=100, seed=3)
    return average_precision_score(y, scores), interval


def evaluated(**changes):
    def answers():
        ap, interval = evaluation()
        given = {"f": score, "test": sealed(), "ap": ap, "interval": interval} | changes
        if callable(given["interval"]):
            given["interval"] = given["interval"](interval)
        return tuple(given[name] for name in ("f", "test", "ap", "interval"))

    return answers


ALERT = 5


def by_loss(k=32, price=ALERT):
    """Los k de mayor pérdida esperada, si llega al precio del aviso."""
    losses = score(sealed()) * sealed()["Amount"].to_numpy()
    return (losses >= price) & (losses >= np.sort(losses)[-k])


def by_threshold(threshold):
    return score(sealed()) >= threshold


def cost_of(alerts, price=ALERT):
    lost = sealed()["Amount"][(sealed()["Class"] == 1) & ~np.asarray(alerts)].sum()
    return lost + price * np.sum(alerts)


def decided(alerts=by_loss, **changes):
    def answers():
        flags = alerts()
        given = {
            "problem": PROBLEM,
            "f": score,
            "test": sealed(),
            "alert": ALERT,
            "alerts": flags,
        } | changes
        if "cost" not in given:
            given["cost"] = cost_of(flags)
        return tuple(given[name] for name in ("problem", "f", "test", "alert", "alerts", "cost"))

    return answers


def best_in_sealed():
    best = best_threshold_for_cost(
        sealed()["Class"], score(sealed()), sealed()["Amount"], alert_cost=ALERT
    )
    return by_threshold(best.threshold)


def drawn(**texts):
    def answers():
        fig, ax = plt.subplots()
        ax.plot([1, 2])
        ax.set(**texts)
        plt.close(fig)
        return (fig,)

    return answers


def shared_labels():
    (fig,) = drawn()()
    fig.suptitle("Coste")
    fig.supxlabel("Avisos")
    fig.supylabel("Coste (€)")
    return (fig,)


def empty_figure():
    fig, _ = plt.subplots()
    plt.close(fig)
    return (fig,)


def scaled_here(payments):
    values = inputs(payments)
    return (values - values.mean(axis=0)) / values.std(axis=0)


def ranked(payments):
    return np.arange(len(payments)) / len(payments)


PROBLEM = """
Con cada pago se decide si una persona del equipo llama al titular de la tarjeta. Si el fraude se
escapa, el banco pierde el importe entero. Revisar un aviso cuesta 5 €, unos diez minutos de
trabajo. Queremos gastar lo menos posible entre las dos cosas, y no bloqueamos nada.
"""
OTHER_PROBLEM = """
¿A quién llamamos? El analista de turno recibe una alerta y marca el número del cliente. Cada
llamada sale por 12.5 euros: quince minutos. Una estafa que nadie ve nos cuesta lo que valía la
compra, porque la devolvemos. Se trata de elegir bien cuáles merecen ese rato y cuáles no.
"""
CATS = "No sé nada de los costes pero me gustan los euros y los gatos. " * 6 + " Tengo 7 euros."
MEMO = """
Proponemos probarlo un mes con el equipo de siempre, sin bloquear ninguna tarjeta. En horas que
nunca había visto, la AP es 0.75, y con tan pocos fraudes podría estar entre 0.66 y 0.83. El coste,
1 234 €, sale de sumar lo que se escapa y lo que se tarda en mirar cada caso; sin detector
perderíamos más del triple. Vigilaríamos los avisos falsos y, si suben dos veces seguidas, volvemos
al sistema de hoy.
"""
DECISION = "Puntúa la logística, y se avisa a los 32 pagos de mayor pérdida esperada."
LIMITS = [
    "Son dos días de 2013 en Europa y nada sabemos de otros países.",
    "El intervalo es muy ancho porque quedan pocos fraudes en el sobre.",
    "Mañana los defraudadores cambian de método y esto deja de servir.",
]


def in_three_models(**changes):
    def answers():
        validation = parts()[1]
        table = {
            "nunca": validation["Class"].mean(),
            "otro": 0.6,
            "mío": average_precision_score(validation["Class"], score(validation)),
        }
        given = {"table": table, "f": score, "part": validation, "decision": DECISION} | changes
        return tuple(given.values())

    return answers


MARKS = dict.fromkeys(("problema", "datos", "honestidad", "modelo", "decision", "comunicacion"), 2)
LABELS = {"title": "Coste", "xlabel": "Avisos", "ylabel": "Coste (€)"}


def few_frauds():
    return cut(opened(), len(opened()) - 3000)


def shuffled():
    return cut(opened().sample(frac=1, random_state=0), 180_000)


GOOD = {
    "6.6.1": [(PROBLEM,), (OTHER_PROBLEM,)],
    "6.6.2": [parts, lambda: cut(opened(), 150_000)],
    "6.6.3": [(inputs,), (lambda p: np.log1p(p[["Amount"]].to_numpy()),)],
    "6.6.4": [(score,), (lambda p: model().decision_function(inputs(p)),)],
    "6.6.5": [
        in_three_models(),
        in_three_models(decision="Se llama a quien la red dé 0.6 o más, hasta 32 titulares."),
    ],
    "6.6.6": [
        evaluated(),
        evaluated(interval=list),
        evaluated(interval=np.array),
    ],
    "6.6.7": [
        decided(),
        decided(lambda: by_threshold(0.5)),
        decided(lambda: by_loss(60)),
        decided(lambda: by_loss().tolist()),
        decided(lambda: pd.Series(by_loss())),
    ],
    "6.6.8": [drawn(**LABELS), shared_labels],
    "6.6.9": [(LIMITS,), (tuple(LIMITS),)],
    "6.6.10": [
        (MEMO, 0.7512, 1234.4),
        (MEMO.replace("1 234", "1,234"), 0.7512, 1234.4),
        (MEMO.replace("1 234", "1.234"), 0.7512, 1234.4),
        (MEMO.replace("1 234", "1234,40"), 0.7512, 1234.4),
        (MEMO.replace("0.75,", "0,75,"), 0.7512, 1234.4),
        (MEMO.replace("0.75,", "del 75 %,"), 0.7512, 1234.4),
        (MEMO.replace("1 234 €", "≈ 1234 euros").replace("0.75", "≈ 0.751"), 0.7512, 1234.4),
    ],
    "6.6.11": [(MARKS,), (MARKS | {"datos": 0, "modelo": np.int64(3)},)],
}

WRONG = {
    "6.6.1": [
        ((3,), "texto"),
        (("Detectar fraude. Un aviso cuesta 5 €.",), "se piden entre 40 y 200"),
        (("palabra " * 300,), "300 palabras"),
        (("palabra " * 50 + "5 €",), "repite las mismas palabras"),
        ((CATS,), "repite las mismas palabras"),
        ((PROBLEM.replace("5 €", "poco dinero"),), "cantidad en euros"),
        ((PROBLEM.replace("5 €", "muchos euros"),), "cantidad en euros"),
        ((PROBLEM.replace("fraude", "asunto"),), "no nombra el fraude"),
    ],
    "6.6.2": [
        (([1], [2]), "DataFrame"),
        (lambda: (inputs_only(), parts()[1]), "le faltan columnas"),
        (lambda: (parts()[0], clean()[180_000:]), "pagos del sobre"),
        (lambda: (parts()[0], opened()[170_000:]), "pagos repetidos"),
        (lambda: (parts()[0][10:], parts()[1]), "en abiertos hay 226980"),
        (few_frauds, "En validacion hay"),
        (shuffled, "Reparte por fechas"),
        (lambda: parts()[::-1], "Reparte por fechas"),
    ],
    "6.6.3": [
        ((3,), "función"),
        ((lambda p: p["Class"].to_numpy(),), "KeyError"),
        ((lambda p: [1, 2],), "array"),
        ((lambda p: p["Amount"].to_numpy(),), "forma"),
        ((lambda p: p,), "es una tabla"),
        ((lambda p: inputs(p) * np.nan,), "números finitos"),
        ((lambda p: inputs(p)[:, : 10 if len(p) > 50 else 9],), "forma"),
        ((lambda p: inputs(p) if len(p) > 50 else 1 / 0,), "ZeroDivisionError"),
        ((scaled_here,), "menos compañía"),
    ],
    "6.6.4": [
        ((3,), "función"),
        ((lambda p: p["Class"].to_numpy(),), "KeyError"),
        ((lambda p: score(p)[:, None],), "forma"),
        ((lambda p: score(p)[:10],), "forma"),
        ((lambda p: score(p) * np.nan,), "números finitos"),
        ((lambda p: np.array(["alto"] * len(p)),), "números finitos"),
        ((ranked,), "otro orden"),
        ((lambda p: -score(p),), "al revés"),
        ((lambda p: p["V13"].to_numpy(),), "apenas separan"),
        ((lambda p: np.zeros(len(p)),), "apenas separan"),
    ],
    "6.6.5": [
        (in_three_models(table=[0.1, 0.2, 0.3]), "diccionario"),
        (in_three_models(table={"red": 0.8, "nunca": 0.002}), "al menos tres"),
        (in_three_models(table={"a": 0.7, 2: 0.8, "c": 0.01}), "cada nombre"),
        (in_three_models(table={"a": 0.7, "b": "0.8", "c": 0.01}), "AP de «b»"),
        (in_three_models(table={"a": 0.7, "b": 82, "c": 0.01}), "va de 0 a 1"),
        (in_three_models(table={"a": 0.1, "b": 0.8, "c": 0.7}), "referencia sencilla"),
        (in_three_models(table={"a": 0.002, "b": 0.99, "c": 0.98}), "la AP de tu modelo"),
        (in_three_models(table={"": 0.6, "b": 0.8, "c": 0.01}), "sin nombre"),
        (in_three_models(table={"a": 0.7, "b": 0.8, "nunca": 0.0}), "al azar"),
        (in_three_models(f=ranked), "la AP de tu modelo"),
        (in_three_models(f=3), "función"),
        (in_three_models(part=3), "DataFrame"),
        (in_three_models(decision=32), "texto"),
        (in_three_models(decision="Los 32 de mayor pérdida."), "se piden entre 8 y 80"),
        (in_three_models(decision=DECISION.replace("los 32", "unos")), "ningún número"),
        (
            in_three_models(decision="Puntúa la red con 64 y 32 neuronas, y ya está."),
            "no nombra a quién se avisa",
        ),
    ],
    "6.6.6": [
        (evaluated(f=3), "función"),
        (evaluated(test=[1]), "DataFrame"),
        (lambda: evaluated(test=parts()[1])(), "se examina el sobre entero"),
        (evaluated(ap="0.75"), "ap debe ser un número"),
        (evaluated(ap=0.99), "¿La calculaste con otro modelo"),
        (evaluated(interval=0.7), "pareja"),
        (evaluated(interval=(0.5, "0.9")), "cada extremo"),
        (evaluated(interval=(0.9, 0.95)), "no contiene a ap"),
        (
            lambda: evaluated(interval=(evaluation()[0] - 0.01, evaluation()[0] + 0.01))(),
            "remuestreando",
        ),
        (evaluated(interval=(0.0, 1.0)), "remuestreando"),
    ],
    "6.6.7": [
        (decided(f=3), "función"),
        (decided(test=3), "DataFrame"),
        (decided(alert="5"), "coste_aviso debe ser un número"),
        (decided(alert=0), "nunca es gratis"),
        (decided(problem=3), "texto"),
        (decided(alert=1), "no está en problema"),
        (decided(alerts=lambda: by_loss()[:5], cost=1), "forma"),
        (decided(alerts=lambda: by_loss().astype(int)), "True y False"),
        (decided(alerts=lambda: by_loss().astype(int).tolist()), "cada aviso"),
        (decided(cost="mucho"), "coste debe ser un número"),
        (decided(cost=3), "y en coste hay 3 €"),
        (lambda: decided(cost=cost_of(by_loss(), 1))(), "y en coste hay"),
        (decided(lambda: by_threshold(1e-5)), "no compensa"),
        (decided(best_in_sealed), "mirando sus respuestas"),
        (decided(lambda: (sealed()["Class"] == 1).to_numpy()), "mirando sus respuestas"),
    ],
    "6.6.8": [
        ((3,), "Figure"),
        (empty_figure, "vacía"),
        (drawn(xlabel="a", ylabel="b"), "título"),
        (drawn(title="t", xlabel="a"), "algún eje"),
        (drawn(title=" ", xlabel="a", ylabel="b"), "título"),
        (drawn(title="t", xlabel="a", ylabel=" "), "algún eje"),
    ],
    "6.6.9": [
        (("son pocos datos",), "lista"),
        (([1, 2, 3],), "texto"),
        ((["Son pocos datos."] * 3,), "3 palabras"),
        ((["a b c d e f g h", "b c d e f g h i", "c d e f g h i j"],), "palabras que digan algo"),
        ((LIMITS[:1] * 3,), "1 frases distintas"),
        (([],), "0 frases distintas"),
        (([f"Nadie puede decir nada de semejante asunto {n}" for n in "xyz"],), "no nombra"),
    ],
    "6.6.10": [
        ((3, 0.75, 1234), "texto"),
        (("Compradlo: 5 €.", 0.75, 1234), "se piden entre 60 y 250"),
        (("bla " * 70 + "0.75 1234 €", 0.75, 1234), "repite las mismas palabras"),
        ((MEMO, "0.75", 1234), "ap debe ser un número"),
        ((MEMO, 0.75, None), "coste debe ser un número"),
        ((MEMO.replace("€", "dólares"), 0.75, 1234), "cantidad en euros"),
        ((MEMO, 0.92, 1234), "No encuentro tu AP (0.92)"),
        ((MEMO, 0.75, 2000), "No encuentro tu coste (2000 €)"),
        (
            (MEMO.replace("Vigilaríamos", "Querríamos").replace("un mes", "ya"), 0.75, 1234),
            "vigilar",
        ),
    ],
    "6.6.11": [
        (([3] * 6,), "diccionario"),
        (({"problema": 3},), "falta: datos"),
        ((MARKS | {"ortografía": 3},), "seis claves"),
        ((MARKS | {"datos": "3"},), "la nota de «datos» debe ser un número"),
        ((MARKS | {"datos": 2.5},), "entero"),
        ((MARKS | {"datos": 4},), "va de 0 a 3"),
    ],
}


def inputs_only():
    return pd.DataFrame(inputs(parts()[0]))


REPETITIONS = "con otras repeticiones el intervalo se mueve menos que con otra semilla"
CALLED_ONCE = "se llama una vez, con una tabla: puntuar se juzga en 6.6.4"
OTHER_RULE = "es otra regla, y cuesta menos que no avisar: si es la decidida, lo juzga la rúbrica"
STILL_TRUE = "un texto con una letra de más dice lo mismo: lo juzga la rúbrica"

EQUIVALENT = {
    "6.6.1": dict.fromkeys(
        (
            "`'\\nCon cada pago se decide si una perso…` por "
            "`'\\nCon cada pago se decide si una perso…` (línea 1)",
            "con un salto de línea detrás",
            "con un espacio delante",
            "en mayúsculas",
        ),
        STILL_TRUE,
    ),
    "6.6.3": dict.fromkeys(
        (
            "`pagos.assign(Amount=np.log1p(pagos['Amo…` por `pagos` (línea 2)",
            "sin `Amount=np.log1p(pagos['Amount'])` (línea 2)",
            "`np.log1p(pagos['Amount'])` por `pagos['Amount']` (línea 2)",
            "sin el elemento `'V1':'Amount'` (línea 3)",
            "lo que devuelve, redondeado a 2 decimales",
            "lo que devuelve, redondeado a 0 decimales",
        ),
        "qué ve el modelo lo elige quien entrega; si sirve, lo dice su AP",
    ),
    "6.6.5": dict.fromkeys(
        (
            "`'nunca'` por `'nuncax'` (línea 3)",
            "`'listón'` por `'listónx'` (línea 4)",
            "`'red'` por `'redx'` (línea 6)",
        ),
        "el nombre lo pone quien entrega",
    )
    | dict.fromkeys(
        (
            "`'La red: las 32 mayores pérdidas espera…` por `'La red: las 32 mayores pérdidas "
            "espera…` (línea 8)",
            "respuesta 4: con un salto de línea detrás",
            "respuesta 4: con un espacio delante",
            "respuesta 4: en mayúsculas",
        ),
        STILL_TRUE,
    )
    | {"respuesta 2: devuelve siempre lo de la primera llamada": CALLED_ONCE},
    "6.6.6": dict.fromkeys(
        (
            "sin `repetitions=200` (línea 3)",
            "`200` por `201` (línea 4)",
            "`200` por `199` (línea 4)",
            "`200` por `400` (línea 4)",
        ),
        REPETITIONS,
    )
    | {
        "respuesta 1: devuelve siempre lo de la primera llamada": CALLED_ONCE,
        "respuesta 4: redondeado a 2 decimales": "otra semilla mueve más el intervalo",
    },
    "6.6.7": dict.fromkeys(
        (
            "sin `*` `importes` (línea 2)",
            "sin `&` `perdida >= np.sort(perdida)[-32]` (línea 3)",
            "`&` por `|` ante `perdida >= np.sort(perdida)[-32]` (línea 3)",
            *(
                f"`>=` por `{other}` en `perdida >= coste_aviso` (línea 3)"
                for other in ("<=", "==")
            ),
            *(
                f"`>=` por `{other}` en `perdida >= np.sort(perdida)[-32]` (línea 3)"
                for other in (">", "<=")
            ),
            "`np.sort(perdida)[-32]` por `np.sort(perdida)` (línea 3)",
            "`np.sort(perdida)` por `perdida` (línea 3)",
            "`-32` por `32` (línea 3)",
            *(f"`32` por `{other}` (línea 3)" for other in (33, 31, 64, 0)),
        ),
        OTHER_RULE,
    )
    | dict.fromkeys(
        (
            "respuesta 1: con un salto de línea detrás",
            "respuesta 1: con un espacio delante",
            "respuesta 1: en mayúsculas",
        ),
        STILL_TRUE,
    )
    | dict.fromkeys(
        (
            "respuesta 2: devuelve siempre lo de la primera llamada",
            "respuesta 2: lo que devuelve, redondeado a 2 decimales",
            "respuesta 2: lo que devuelve, redondeado a 0 decimales",
            "respuesta 2: lo que devuelve, al revés",
            "respuesta 2: lo que devuelve, ordenado",
        ),
        "puntuar se juzga en 6.6.4: aquí solo dice si la regla es la mejor de las del sobre",
    )
    | {"respuesta 6: redondeado a 0 decimales": "es el mismo coste, sin los céntimos"},
    "6.6.8": dict.fromkeys(
        (
            "`importes` delante de `perdida` (línea 2)",
            "sin `ejes.axvline(avisos.sum(), color='#D55E…` (línea 3)",
            "`ejes.axvline(avisos.sum(), color='#D55E…` por `ejes` (línea 3)",
            "`sum` por `mean` en `avisos.sum()` (línea 3)",
            "`sum` por `max` en `avisos.sum()` (línea 3)",
            "sin `ejes.set_title('Lo que cuesta el fraude…` (línea 5)",
            "`ejes.set_title('Lo que cuesta el fraude…` por `ejes` (línea 5)",
            "`'Lo que cuesta el fraude según cuántos …` por `'Lo que cuesta el fraude según "
            "cuántos …` (línea 5)",
            "sin `ejes.legend(fontsize='small')` (línea 7)",
            "`ejes.legend(fontsize='small')` por `ejes` (línea 7)",
            "sin `fontsize='small'` (línea 7)",
        ),
        "sigue siendo una figura con título y ejes: lo que enseña lo juzga la rúbrica",
    ),
    "6.6.9": dict.fromkeys(
        (
            "`'El sobre dura menos de ocho horas: int…` delante de "
            "`'Son dos días de 2013: nada dicen de ho…` (línea 1)",
            "`'No podemos explicar a un cliente cada …` delante de "
            "`'El sobre dura menos de ocho horas: int…` (línea 1)",
            "al revés",
            "ordenado",
        ),
        "son límites sueltos: el orden da igual",
    )
    | dict.fromkeys(
        (
            "`'Son dos días de 2013: nada dicen de ho…` por `'Son dos días de 2013: nada dicen de "
            "ho…` (línea 2)",
            "`'El sobre dura menos de ocho horas: int…` por `'El sobre dura menos de ocho horas: "
            "int…` (línea 3)",
            "`'No podemos explicar a un cliente cada …` por "
            "`'No podemos explicar a un cliente cada …` (línea 4)",
        ),
        STILL_TRUE,
    ),
    "6.6.10": dict.fromkeys(
        (
            "`'\\nProponemos probar el detector un mes…` por "
            "`'\\nProponemos probar el detector un mes…` (línea 1)",
            "`' €; no hacer nada, '` por `' €; no hacer nada, x'` (línea 1)",
            "`' €. La precisión\\nmedia es ≈ '` por `' €. La precisión\\nmedia es ≈ x'` (línea 1)",
            "`', y podría estar entre ≈ '` por `', y podría estar entre ≈ x'` (línea 1)",
            "`' y\\n≈ '` por `' y\\n≈ x'` (línea 1)",
            "`' y\\n≈ '` por `''` (línea 1)",
            "`'.\\n\\nCada semana vigilaríamos los avis…` por "
            "`'.\\n\\nCada semana vigilaríamos los avis…` (línea 1)",
            "respuesta 1: con un salto de línea detrás",
            "respuesta 1: con un espacio delante",
            "respuesta 1: en mayúsculas",
        ),
        STILL_TRUE,
    )
    | dict.fromkeys(
        (
            "`'.0f'` por `'.1f'` (línea 1)",
            "`'.0f'` por `'.1f'` (línea 1), 2.ª vez",
            *(f"`'.2f'` por `'.3f'` (línea 1){time}" for time in ("", ", 2.ª vez", ", 3.ª vez")),
            "respuesta 2: redondeado a 2 decimales",
            "respuesta 3: redondeado a 0 decimales",
        ),
        "es la misma cifra, con más o menos decimales",
    )
    | dict.fromkeys(
        ("`0` por `1` (línea 7)", "`0` por `-1` (línea 7)", "`1` por `0` (línea 8)"),
        "del intervalo se pide que se nombre: no llega a la comprobación",
    ),
    "6.6.11": dict.fromkeys(
        (
            *(f"`3` por `{mark}` (línea {line})" for line in (2, 4, 6, 7) for mark in (0, 2)),
            *(f"`2` por `{mark}` (línea {line})" for line in (3, 5) for mark in (0, 1, 3)),
        ),
        "la nota se la pone quien entrega: de 0 a 3, vale cualquiera",
    ),
}

TestContract = make_contract("lesson_06_06", GOOD, WRONG, EQUIVALENT)
