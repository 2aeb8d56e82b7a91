"""Comprobaciones de 6.3, la entrega: que el informe esté completo y no se contradiga.

Son estructurales: no dicen si el modelo es el mejor ni si el texto convence. Eso es cosa de la
rúbrica.
"""

import functools
import re

import numpy as np
import pandas as pd

from ..datasets import load_credit_card_fraud
from ..metrics_decisions import best_threshold_for_cost
from ..payments import PAYMENT_COLUMNS
from . import expect
from .core import exercise

MIN_FRAUDS = 30  # con menos, una parte no sirve ni para elegir ni para examinar
MIN_AP = 0.5  # muy por debajo de la regresión logística de 6.1
CRITERIA = ("problema", "datos", "honestidad", "modelo", "decision", "comunicacion")


@functools.cache
def _payments():
    return load_credit_card_fraud().drop_duplicates()


def _words(text, name, low, high):
    text = expect.instance(text, str, name)
    words = len(re.findall(r"\w+", text))
    expect.wrong_when(
        not low <= words <= high,
        f"{name} tiene {words} palabras y se piden entre {low} y {high}.",
    )
    return text


def _figures(text):
    """Los números de un texto; «1 234», «1,234» y «1234» son el mismo."""
    joined = re.sub(r"(?<=\d)[\s,\u202f](?=\d{3}(?!\d))", "", text)
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", joined)]


def _mentions_euros(text, name):
    expect.wrong_when(
        not re.search(r"€|\beuros?\b", text, re.IGNORECASE) or not _figures(text),
        f"{name} no dice ninguna cantidad en euros: escribe la cifra y la unidad.",
    )


def _table(value, name):
    expect.instance(value, pd.DataFrame, name)
    missing = [column for column in (*PAYMENT_COLUMNS, "Class") if column not in value.columns]
    expect.wrong_when(
        bool(missing),
        f"A {name} le faltan columnas de los pagos: {', '.join(missing[:4])}. Reparte las filas y "
        "deja todas las columnas.",
    )
    return value


def _scores(function, payments):
    """Las puntuaciones de unos pagos sin Class, una por fila."""
    result = expect.call(function, payments.drop(columns="Class"))
    name = "lo que devuelve puntuar"
    result = expect.array(result, name, shape=(len(payments),))
    expect.wrong_when(
        result.dtype.kind not in "biuf" or not np.isfinite(result.astype(float)).all(),
        f"{name} debe contener números finitos, uno por pago.",
    )
    return result.astype(float)


@exercise(
    "6.3.1",
    hints=(
        "Cuatro cosas: qué se decide, quién actúa con el aviso, y qué cuesta cada error.",
        "Entre tres comillas, y con al menos una cifra seguida de € o de «euros».",
    ),
    praise="Un problema con nombre y con precio: ya se puede saber si un modelo lo resuelve.",
)
def check_problem(text):
    _mentions_euros(_words(text, "problema", 40, 200), "problema")


@exercise(
    "6.3.2",
    hints=(
        "Primero payments.drop_duplicates(). Los pagos ya vienen en orden de tiempo.",
        "Con tabla[:corte_1], tabla[corte_1:corte_2] y tabla[corte_2:] no se pierde ninguno.",
    ),
    praise="Sin repetidos y en orden: lo que se examina es el futuro, no un recuerdo.",
)
def check_split(fit, validation, test):
    names = ("ajuste", "validacion", "prueba")
    parts = [_table(part, name) for part, name in zip((fit, validation, test), names, strict=True)]
    together = pd.concat(parts)
    repeated = int(together.duplicated().sum())
    expect.wrong_when(
        repeated > 0,
        f"Hay {repeated} pagos repetidos entre las tres tablas. Quita los duplicados antes de "
        "repartir, y que ningún pago caiga en dos sitios.",
    )
    wanted = len(_payments())
    expect.wrong_when(
        len(together) != wanted,
        f"Entre las tres tablas hay {len(together)} pagos, y sin duplicados son {wanted}.",
    )
    for part, name in zip(parts, names, strict=True):
        frauds = int((part["Class"] == 1).sum())
        expect.wrong_when(
            frauds < MIN_FRAUDS,
            f"En {name} hay {frauds} fraudes: con menos de {MIN_FRAUDS} no se puede medir nada.",
        )
    for earlier, later, name in zip(parts, parts[1:], names[1:], strict=False):
        expect.wrong_when(
            earlier["Time"].max() > later["Time"].min(),
            f"{name} tiene pagos anteriores a los de la tabla que va antes. Reparte por fechas, "
            "no al azar: un detector siempre se usa en el futuro.",
        )


@exercise(
    "6.3.3",
    hints=(
        "Basta con elegir columnas: pagos.loc[:, 'V1':'V28'].to_numpy('float32'), por ejemplo.",
        "Nada de .mean(), .std() ni fit_transform aquí dentro: eso depende de quién más llegue.",
    ),
    praise="Cada pago vale lo mismo solo que acompañado: así puntuará igual mañana.",
)
def check_inputs(function):
    expect.function(function, "entradas")
    sample = _payments().drop(columns="Class").iloc[::600]
    name = "lo que devuelve entradas"
    result = expect.array(expect.call(function, sample.copy()), name, shape=(len(sample), None))
    expect.wrong_when(
        result.dtype.kind not in "biuf" or not np.isfinite(result.astype(float)).all(),
        f"{name} debe contener solo números finitos.",
    )
    few = expect.array(
        expect.call(function, sample.iloc[:20].copy()), name, shape=(20, result.shape[1])
    )
    expect.close(
        few,
        result[:20],
        name,
        tolerance=1e-4,
        message="Los mismos pagos dan otros números cuando llegan con menos compañía: ¿escalas con "
        "la media de los que llegan? Eso lo debe hacer el modelo, con lo aprendido en ajuste.",
    )


@exercise(
    "6.3.4",
    hints=(
        "Es tu modelo aplicado a entradas(pagos).",
        "De scikit-learn, modelo.predict_proba(entradas(pagos))[:, 1].",
        "De Keras, red.predict(entradas(pagos), verbose=0).ravel().",
    ),
    praise="Una puntuación por pago, sin mirar la respuesta: esto ya se puede poner a trabajar.",
)
def check_score(function):
    expect.function(function, "puntuar")
    payments = _payments()
    # Todos los fraudes y uno de cada cien pagos normales.
    chosen = payments[(payments["Class"] == 1) | (np.arange(len(payments)) % 100 == 0)]
    scores = _scores(function, chosen)
    expect.close(
        _scores(function, chosen.iloc[::-1])[::-1],
        scores,
        "puntuar",
        tolerance=1e-4,
        message="Si los pagos llegan en otro orden, cambian sus puntuaciones: cada una debe "
        "depender solo de su pago.",
    )
    ap = _average_precision(chosen["Class"], scores)
    opposite = _average_precision(chosen["Class"], -scores)
    expect.wrong_when(
        opposite > max(ap, MIN_AP), "Puntúas al revés: los fraudes deben tener las notas más altas."
    )
    expect.wrong_when(
        ap < MIN_AP,
        "Tus puntuaciones apenas separan los fraudes de los pagos normales. ¿Entrenaste el modelo "
        "con ajuste? ¿Devuelves probabilidades, o solo ceros y unos?",
    )


def _average_precision(y_true, scores):
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(y_true, scores))


@exercise(
    "6.3.5",
    hints=(
        "Un diccionario: {'regresión logística': 0.75, …}, con average_precision_score.",
        "La referencia más sencilla: 'nunca es fraude': validacion['Class'].mean().",
    ),
    praise="Ahora se sabe cuánto añade el modelo, y a qué.",
)
def check_comparison(table):
    expect.instance(table, dict, "comparacion")
    expect.wrong_when(
        len(table) < 3, f"comparacion tiene {len(table)} candidatos y se piden al menos tres."
    )
    for name, ap in table.items():
        expect.instance(name, str, "cada nombre de comparacion")
        ap = expect.number(ap, f"la AP de «{name}»")
        expect.wrong_when(not 0 <= ap <= 1, f"La AP de «{name}» es {ap}: va de 0 a 1.")
    expect.wrong_when(
        min(table.values()) > 0.2,
        "Falta una referencia sencilla, que se quede muy abajo: la regla de 1.4 o la de «nunca».",
    )


@exercise(
    "6.3.6",
    hints=(
        "average_precision_score(prueba['Class'], puntuar(prueba)).",
        "bootstrap_interval(average_precision_score, prueba['Class'], puntuar(prueba)).",
    ),
    praise="Una cifra con su intervalo: lo que se sabe, y cuánto se sabe.",
)
def check_evaluation(function, test, ap, interval):
    expect.function(function, "puntuar")
    test = _table(test, "prueba")
    ap = expect.real(ap, "ap")
    expected = _average_precision(test["Class"], _scores(function, test))
    expect.close(
        ap,
        expected,
        "ap",
        tolerance=1e-3,
        message=f"ap es {ap:.3f}, pero puntuar(prueba) da {expected:.3f}. ¿La calculaste con otro "
        "modelo, o en otra tabla?",
    )
    pair = isinstance(interval, (tuple, list)) and len(interval) == 2
    expect.wrong_when(not pair, "intervalo debe ser una pareja: (bajo, alto).")
    low, high = (expect.number(end, "cada extremo de intervalo") for end in interval)
    expect.wrong_when(
        not low < ap < high,
        "El intervalo no contiene a ap: revisa que los dos salgan de las mismas puntuaciones.",
    )
    expect.wrong_when(
        high - low < 0.02,
        "Con unas decenas de fraudes, un intervalo tan estrecho no es creíble: ¿remuestreaste "
        "los pagos de prueba?",
    )


@exercise(
    "6.3.7",
    hints=(
        "best_threshold_for_cost(...) con validacion da el umbral: su atributo threshold.",
        "expected_cost(prueba['Class'], puntuar(prueba), prueba['Amount'], umbral, …).total",
    ),
    praise="El umbral ya no es una costumbre: es una cuenta.",
)
def check_decision(function, test, alert_cost, threshold, cost):
    expect.function(function, "puntuar")
    test = _table(test, "prueba")
    alert_cost = expect.real(alert_cost, "coste_aviso")
    expect.wrong_when(alert_cost <= 0, "coste_aviso debe ser mayor que 0: revisar nunca es gratis.")
    threshold = expect.real(threshold, "umbral")
    cost = expect.real(cost, "coste")
    scores, frauds = _scores(function, test), test["Class"] == 1
    never = float(test.loc[frauds, "Amount"].sum())
    alerts = scores >= threshold
    found = float(test.loc[frauds & ~alerts, "Amount"].sum()) + alert_cost * int(alerts.sum())
    expect.wrong_when(
        abs(cost - found) > max(1.0, 1e-3 * found),
        f"Con tu umbral, el coste en prueba es {found:.0f} € y en coste hay {cost:.0f} €.",
    )
    expect.wrong_when(
        cost >= never,
        f"Cuesta {cost:.0f} €, y no avisar nunca costaría {never:.0f} €: así el detector no "
        "compensa. Sube el umbral o revisa el modelo.",
    )
    best = best_threshold_for_cost(test["Class"], scores, test["Amount"], alert_cost=alert_cost)
    expect.wrong_when(
        threshold == best.threshold,
        "Ese umbral es justo el mejor de la prueba: parece elegido mirándola. Elígelo en "
        "validacion, aunque en prueba salga un poco peor.",
    )
    return f"Detecta ≈ {(frauds & alerts).sum()} de los {frauds.sum()} fraudes."


@exercise(
    "6.3.8",
    hints=(
        "La figura es fig, no ax: fig, ax = plt.subplots(); también vale ax.figure.",
        "ax.set(title=…, xlabel=…, ylabel=…), con las unidades entre paréntesis.",
    ),
    praise="Se entiende sin preguntar. Es lo que distingue una figura de un dibujo.",
)
def check_figure(figure):
    from matplotlib.figure import Figure

    expect.instance(figure, Figure, "figura")
    axes = [ax for ax in figure.axes if ax.has_data()]
    expect.wrong_when(not axes, "figura está vacía: no hay nada dibujado en ella.")
    titled = figure.get_suptitle() or any(ax.get_title() for ax in axes)
    expect.wrong_when(not titled, "A figura le falta el título, que diga qué se ve.")
    expect.wrong_when(
        not (axes[0].get_xlabel() and axes[0].get_ylabel()),
        "A figura le falta el nombre de algún eje, con su unidad.",
    )


@exercise(
    "6.3.9",
    hints=(
        "Piensa en los datos (cuándo, dónde, quién falta), en la prueba y en el uso real.",
        "Una lista de frases: ['No se puede saber si…', 'Faltan…', 'Si mañana…'].",
    ),
    praise="Quien dice lo que no sabe es de fiar en lo demás.",
)
def check_limits(limits):
    expect.instance(limits, list, "limites")
    for limit in limits:
        _words(limit, "cada frase de limites", 8, 60)
    expect.wrong_when(
        len(set(limits)) < 3, f"limites tiene {len(set(limits))} frases distintas: faltan."
    )


@exercise(
    "6.3.10",
    hints=(
        "Empieza por lo que propones; después, cuánto cuesta, con qué certeza y qué vigilarías.",
        'Con f"""…{ap:.2f}…{coste:.0f} €…""" las cifras se escriben solas.',
    ),
    praise="Una recomendación con sus cifras y su duda. Se puede decidir con esto.",
)
def check_recommendation(text, ap, cost):
    text = _words(text, "recomendacion", 60, 250)
    ap = expect.real(ap, "ap")
    cost = expect.real(cost, "coste")
    _mentions_euros(text, "recomendacion")
    figures = _figures(text)
    expect.wrong_when(
        not any(abs(figure - ap) < 0.0051 for figure in figures),
        f"No encuentro tu AP ({ap:.2f}) en el texto. Escríbela desde la variable: {{ap:.2f}}.",
    )
    expect.wrong_when(
        not any(abs(figure - cost) <= max(1.0, 0.01 * abs(cost)) for figure in figures),
        f"No encuentro tu coste ({cost:.0f} €) en el texto. Escríbelo desde la variable: "
        "{coste:.0f}.",
    )


@exercise(
    "6.3.11",
    hints=(
        "Una nota por fila de la rúbrica: {'problema': 2, 'datos': 3, …}.",
        "Las seis claves, sin acentos, y un entero de 0 a 3 en cada una.",
    ),
    praise="Saber en qué flojea un informe es la mitad de mejorarlo.",
)
def check_marks(marks):
    expect.instance(marks, dict, "notas")
    missing = [name for name in CRITERIA if name not in marks]
    expect.wrong_when(bool(missing), f"En notas falta: {', '.join(missing)}.")
    expect.wrong_when(
        len(marks) > len(CRITERIA), f"notas solo lleva estas seis claves: {', '.join(CRITERIA)}."
    )
    for name in CRITERIA:
        mark = expect.integer(marks[name], f"la nota de «{name}»")
        expect.wrong_when(not 0 <= mark <= 3, f"La nota de «{name}» es {mark}: va de 0 a 3.")
    return f"Tu total: {sum(marks[name] for name in CRITERIA)} de 18 puntos."
