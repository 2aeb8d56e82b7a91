"""Comprobaciones de la lección 6.6, la entrega: que el informe esté completo y no se contradiga.

Son estructurales: no dicen si el modelo es el mejor ni si un texto es verdad o convence. De un
texto solo miran si nombra lo que un informe debe nombrar, con frases y no relleno; lo demás es cosa
de la rúbrica.
"""

import functools
import re

import numpy as np
import pandas as pd

from ..datasets import load_credit_card_fraud
from ..datasets.payments import PAYMENT_COLUMNS
from ..metrics.bootstrap import bootstrap_interval
from ..metrics.decisions import best_threshold_for_cost
from . import expect
from .core import exercise

MIN_FRAUDS = 30  # con menos, una parte no sirve ni para elegir ni para examinar
MIN_AP = 0.5  # muy por debajo de la regresión logística de la 6.1
MAX_SIMPLE = 0.05  # «nunca es fraude» da 0.002, y la regla de la 1.5, menos de 0.01
ALERTS_PER_DAY = 100
CRITERIA = ("problema", "datos", "honestidad", "modelo", "decision", "comunicacion")


# Lo que un texto debe nombrar: qué es, y con qué palabras (el principio) se reconoce.
PROBLEM_NAMES = {
    "el fraude": "fraud estaf",
    "el aviso y quién lo revisa": "avis alert revis",
    "quién actúa": "equipo persona analista gente operador titular cliente agente",
    "qué cuesta": "cuesta coste costo vale paga pierd pérdida precio",
}
LIMIT_NAMES = {
    "los datos": "día dato pago columna v1 europ 2013 tarjeta copia etiqueta país año anónim",
    "cómo se midió": "fraudes prueba sobre examen hora intervalo ventana muestra medi validación",
    "su uso": "us mañana futur cambi envejec cliente llama banco molest explic vida concluir",
}
DECISION_NAMES = {"a quién se avisa": "avis alert revis llam pérdida prob umbral sospech puntuac"}
MEMO_NAMES = {
    "qué propones": "propon recomend suger conv deb prob empez pon adopt activ lanz",
    "cuánta certeza hay": "entre intervalo margen certeza incert ± podría puede segur duda",
    "qué vigilarías": "vigil seguir seguim semana mes control revis mide medi observ compr",
}


@functools.cache
def _payments():
    """Los pagos sin copias, y cuántos quedan fuera del sobre."""
    return load_credit_card_fraud().drop_duplicates().reset_index(drop=True)


@functools.cache
def _opened():
    return int(0.8 * len(_payments()))


def _words(text, name, low, high):
    text = expect.instance(text, str, name)
    words = len(re.findall(r"\w+", text))
    if not low <= words <= high:
        expect.wrong(f"{name} tiene {words} palabras y se piden entre {low} y {high}.")
    return text


def _written(text, name, low, high):
    """Un texto de esa longitud que no es relleno: palabras de verdad, y no siempre las mismas."""
    text = _words(text, name, low, high)
    different = {word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) > 1}
    wanted = low // 2
    if len(different) < wanted:
        expect.wrong(
            f"{name} repite las mismas palabras: solo hay {len(different)} distintas, y con menos "
            f"de {wanted} no se cuenta nada."
        )
    return text


def _names(text, name, wanted):
    """Exige que el texto nombre cada cosa, con alguna de sus palabras."""
    words = re.findall(r"[\w±]+", text.lower())
    missing = [
        thing
        for thing, starts in wanted.items()
        if not any(word.startswith(tuple(starts.split())) for word in words)
    ]
    if missing:
        expect.wrong(
            f"{name} no nombra {', ni '.join(missing)}. (Si convence, lo dice la rúbrica.)"
        )


def _figures(text):
    """Los números de un texto, de todas las formas en que se pueden leer.

    «1 234», «1.234», «1,234» y «1234» son el mismo; «0,82» y «82 %», también 0.82.
    """
    found = []
    for sign, percent in re.findall(r"(\d+(?:[ \u00a0\u202f.,]\d+)*)(\s*%)?", text):
        plain = re.sub(r"[ \u00a0\u202f]", "", sign)
        joined = re.sub(r"[.,](?=\d{3}(?!\d))", "", plain)
        for reading in {each.replace(",", ".") for each in (plain, joined)}:
            if reading.count(".") <= 1:
                found.append(float(reading) / (100 if percent else 1))
    return found


def _mentions_euros(text, name):
    if not re.search(r"€|\beuros?\b", text, re.IGNORECASE) or not _figures(text):
        expect.wrong(f"{name} no dice ninguna cantidad en euros: escribe la cifra y la unidad.")


def _table(value, name):
    expect.instance(value, pd.DataFrame, name)
    missing = [column for column in (*PAYMENT_COLUMNS, "Class") if column not in value.columns]
    if missing:
        expect.wrong(
            f"A {name} le faltan columnas de los pagos: {', '.join(missing[:4])}. Reparte las "
            "filas y deja todas las columnas."
        )
    return value


def _numbers(function, name, payments, *columns):
    """Lo que calcula una función de unos pagos sin Class: una fila por pago, y esas columnas."""
    result = expect.call(function, payments.drop(columns="Class"))
    name = f"lo que devuelve {name}"
    if isinstance(result, pd.DataFrame):
        expect.wrong(f"{name} es una tabla: se pide un array, como el que da .to_numpy().")
    result = expect.array(result, name, shape=(len(payments), *columns))
    if result.dtype.kind not in "biuf" or not np.isfinite(result).all():
        expect.wrong(f"{name} debe contener solo números finitos.")
    return result.astype(float)


@exercise(
    "6.6.1",
    hints=(
        "Cuatro cosas: qué se decide, quién actúa con el aviso, y qué cuesta cada error.",
        "Entre tres comillas, y con al menos una cifra seguida de € o de «euros».",
    ),
    praise="Nombra lo que un problema debe nombrar. Si está bien planteado, lo dirá la rúbrica.",
)
def check_problem(text):
    text = _written(text, "problema", 40, 200)
    _mentions_euros(text, "problema")
    _names(text, "problema", PROBLEM_NAMES)


@exercise(
    "6.6.2",
    hints=(
        "Los pagos ya vienen en orden de tiempo: basta con cortar por una posición.",
        "`ajuste, validacion = abiertos[:180_000], abiertos[180_000:]`",
    ),
    praise="En orden, y sin tocar el sobre: lo que se examine será el futuro, no un recuerdo.",
)
def check_split(fit, validation):
    names = ("ajuste", "validacion")
    parts = [_table(part, name) for part, name in zip((fit, validation), names, strict=True)]
    together = pd.concat(parts)
    sealed = _payments()["Time"].iloc[_opened()]
    if (together["Time"] >= sealed).any():
        expect.wrong("Hay pagos del sobre: reparte abiertos, y deja el sobre para el final.")
    # Dos pagos iguales lo son también en dos columnas: mirarlas antes tarda mucho menos.
    alike = together[together.duplicated(["Time", "Amount"], keep=False)]
    repeated = int(alike.duplicated().sum())
    if repeated:
        expect.wrong(
            f"Hay {repeated} pagos repetidos entre las dos tablas: que ninguno caiga en dos sitios."
        )
    if len(together) != _opened():
        expect.wrong(
            f"Entre las dos tablas hay {len(together)} pagos, y en abiertos hay {_opened()}."
        )
    for part, name in zip(parts, names, strict=True):
        frauds = int((part["Class"] == 1).sum())
        if frauds < MIN_FRAUDS:
            expect.wrong(
                f"En {name} hay {frauds} fraudes: con menos de {MIN_FRAUDS} no se puede medir nada."
            )
    if fit["Time"].max() > validation["Time"].min():
        expect.wrong(
            "validacion tiene pagos anteriores a los de ajuste. Reparte por fechas, no al azar: un "
            "detector siempre se usa en el futuro."
        )


@exercise(
    "6.6.3",
    hints=(
        "Basta con elegir columnas. Nada de medias ni desviaciones aquí dentro: eso "
        "depende de quién más llegue.",
        '`return pagos.assign(Amount=np.log1p(pagos["Amount"])).loc[:, "V1":"Amount"].to_numpy()`',
    ),
    praise="Cada pago vale lo mismo solo que acompañado: así puntuará igual mañana.",
)
def check_inputs(function):
    expect.function(function, "entradas")
    sample = _payments().iloc[::600]
    everyone = _numbers(function, "entradas", sample, None)
    expect.close(
        _numbers(function, "entradas", sample.iloc[:20], everyone.shape[1]),
        everyone[:20],
        "lo que devuelve entradas",
        tolerance=1e-4,
        message="Los mismos pagos dan otros números cuando llegan con menos compañía: ¿escalas con "
        "la media de los que llegan? Eso lo debe hacer el modelo, con lo aprendido en ajuste.",
    )


@exercise(
    "6.6.4",
    hints=(
        "Es tu modelo aplicado a `entradas(pagos)`: una columna de `predict_proba` si es de "
        "scikit-learn.",
        "Con la red: `return np.asarray(red(entradas(pagos)))[:, 0]`",
    ),
    praise="Una puntuación por pago, sin mirar la respuesta: esto ya se puede poner a trabajar.",
)
def check_score(function):
    expect.function(function, "puntuar")
    payments = _payments()
    # Todos los fraudes y uno de cada cien pagos normales.
    chosen = payments[(payments["Class"] == 1) | (np.arange(len(payments)) % 100 == 0)]
    scores = _numbers(function, "puntuar", chosen)
    expect.close(
        _numbers(function, "puntuar", chosen.iloc[::-1])[::-1],
        scores,
        "puntuar",
        tolerance=1e-4,
        message="Si los pagos llegan en otro orden, cambian sus puntuaciones: cada una debe "
        "depender solo de su pago.",
    )
    ap = _average_precision(chosen["Class"], scores)
    if _average_precision(chosen["Class"], -scores) > max(ap, MIN_AP):
        expect.wrong("Puntúas al revés: los fraudes deben tener las notas más altas.")
    if ap < MIN_AP:
        expect.wrong(
            "Tus puntuaciones apenas separan los fraudes de los pagos normales. ¿Entrenaste el "
            "modelo con ajuste? ¿Devuelves probabilidades, o solo ceros y unos?"
        )


def _average_precision(y_true, scores):
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(y_true, scores))


@exercise(
    "6.6.5",
    hints=(
        'La AP de cada uno: `average_precision_score(validacion["Class"], …)`, y sus puntuaciones. '
        "La decisión, entre comillas, es la regla de la lección 6.4 con tus números.",
        '\n`comparacion = {"nunca es fraude": validacion["Class"].mean(),\n'
        '               "listón": average_precision_score(validacion["Class"],\n'
        "                   logistica.predict_proba(entradas(validacion))[:, 1]),\n"
        '               "red": average_precision_score(validacion["Class"], puntuar(validacion))}\n'
        'decision = "La red: las 32 mayores pérdidas esperadas, si llegan a 5 €."`',
    ),
    praise="Ahora se sabe cuánto añade el modelo, y a qué; y la decisión, escrita a tiempo.",
)
def check_comparison(table, function, validation, decision):
    expect.instance(table, dict, "comparacion")
    if len(table) < 3:
        expect.wrong(f"comparacion tiene {len(table)} candidatos y se piden al menos tres.")
    for name, ap in table.items():
        if not expect.instance(name, str, "cada nombre de comparacion").strip():
            expect.wrong("Hay un candidato sin nombre: cada AP, con el de su modelo.")
        ap = expect.number(ap, f"la AP de «{name}»")
        if not 0 <= ap <= 1:
            expect.wrong(f"La AP de «{name}» es {ap}: va de 0 a 1.")
    if min(table.values()) > MAX_SIMPLE:
        expect.wrong(
            "Falta una referencia sencilla, que se quede muy abajo: la regla de la 1.5 o la de "
            "«nunca»."
        )
    expect.function(function, "puntuar")
    validation = _table(validation, "validacion")
    chance = (validation["Class"] == 1).mean()
    for name, ap in table.items():
        if ap < 0.7 * chance:
            expect.wrong(
                f"La AP de «{name}» es {ap:.4f}, y puntuar al azar da {chance:.4f}: ¿son las "
                "probabilidades de fraude, la columna 1 de predict_proba?"
            )
    chosen = _average_precision(validation["Class"], _numbers(function, "puntuar", validation))
    if not any(ap > MAX_SIMPLE and expect.same(ap, chosen, 2e-3) for ap in table.values()):
        expect.wrong(
            f"Ningún candidato tiene la AP de tu modelo: puntuar(validacion) da {chosen:.3f}. "
            "Calcula cada una, no la copies de otra ejecución."
        )
    decision = _words(decision, "decision", 8, 80)
    if not _figures(decision):
        expect.wrong(
            "decision no lleva ningún número: di cuántos avisos como mucho, o desde cuántos euros."
        )
    _names(decision, "decision", DECISION_NAMES)


@exercise(
    "6.6.6",
    hints=(
        "La AP de las puntuaciones del sobre: `average_precision_score(fraude, puntuar(sobre))`.",
        "\n`ap = average_precision_score(fraude, puntuar(sobre))\n"
        "intervalo = bootstrap_interval(average_precision_score, fraude, puntuar(sobre),\n"
        "                               repetitions=200)`",
    ),
    praise="Una cifra con su intervalo: lo que se sabe, y cuánto se sabe.",
)
def check_evaluation(function, test, ap, interval):
    expect.function(function, "puntuar")
    test = _sealed(test)
    ap = expect.real(ap, "ap")
    scores = _numbers(function, "puntuar", test)
    expected = _average_precision(test["Class"], scores)
    expect.close(
        ap,
        expected,
        "ap",
        tolerance=1e-3,
        message=f"ap es {ap:.3f}, pero puntuar(sobre) da {expected:.3f}. ¿La calculaste con otro "
        "modelo, o en otra tabla?",
    )
    if isinstance(interval, np.ndarray):
        interval = interval.tolist()
    if not isinstance(interval, (tuple, list)) or len(interval) != 2:
        expect.wrong("intervalo debe ser una pareja: (bajo, alto).")
    low, high = (expect.number(end, "cada extremo de intervalo") for end in interval)
    if not low < ap < high:
        expect.wrong(
            "El intervalo no contiene a ap: revisa que los dos salgan de las mismas puntuaciones."
        )
    wanted = bootstrap_interval(_average_precision, test["Class"], scores, repetitions=100)
    if max(abs(low - wanted[0]), abs(high - wanted[1])) > 0.05:  # otra semilla lo mueve menos
        expect.wrong(
            f"El intervalo va de {low:.2f} a {high:.2f}, y remuestreando tus puntuaciones sale de "
            f"{wanted[0]:.2f} a {wanted[1]:.2f}: ¿es el que da bootstrap_interval?"
        )


@exercise(
    "6.6.7",
    hints=(
        "La regla de la lección 6.4: los pagos con más pérdida esperada (puntuación × importe), si "
        "llega a lo que cuesta el aviso.",
        "\n`coste_aviso = 5\n"
        "perdida = puntuar(sobre) * importes\n"
        "avisos = (perdida >= coste_aviso) & (perdida >= np.sort(perdida)[-32])\n"
        "coste = (importes * fraude * ~avisos).sum() + coste_aviso * avisos.sum()`",
    ),
    praise="La decisión ya no es una costumbre: es una cuenta.",
)
def check_decision(problem, function, test, alert_cost, alerts, cost):
    expect.function(function, "puntuar")
    test = _sealed(test)
    alert_cost = expect.real(alert_cost, "coste_aviso")
    if alert_cost <= 0:
        expect.wrong("coste_aviso debe ser mayor que 0: revisar nunca es gratis.")
    problem = expect.instance(problem, str, "problema")
    if not any(expect.same(figure, alert_cost) for figure in _figures(problem)):
        expect.wrong(
            f"coste_aviso es {alert_cost:g} €, y esa cifra no está en problema: decide con los "
            "euros que dijiste."
        )
    if isinstance(alerts, list | tuple):
        alerts = np.array([expect.boolean(each, "cada aviso de avisos") for each in alerts])
    alerts = expect.array(alerts, "avisos", shape=(len(test),))
    if alerts.dtype != bool:
        expect.wrong("avisos debe contener True y False, uno por pago: el resultado de comparar.")
    cost = expect.real(cost, "coste")
    frauds = (test["Class"] == 1).to_numpy()
    amounts = test["Amount"].to_numpy()
    never = float(amounts[frauds].sum())
    found = float(amounts[frauds & ~alerts].sum()) + alert_cost * int(alerts.sum())
    if abs(cost - found) > max(1.0, 1e-3 * found):
        expect.wrong(
            f"Con tus avisos, el coste en el sobre es {found:.0f} € y en coste hay {cost:.0f} €."
        )
    if cost >= never:
        expect.wrong(
            f"Cuesta {cost:.0f} €, y no avisar nunca costaría {never:.0f} €: así el detector no "
            "compensa. Revisa la regla o el modelo."
        )
    scores = _numbers(function, "puntuar", test)
    best = best_threshold_for_cost(test["Class"], scores, amounts, alert_cost=alert_cost)
    if np.array_equal(alerts, frauds) or np.array_equal(alerts, scores >= best.threshold):
        expect.wrong(
            "Esos avisos son justo los mejores que se podían dar en el sobre: parecen elegidos "
            "mirando sus respuestas. Fija la regla en validacion, aunque aquí salga algo peor."
        )
    hours = (test["Time"].max() - test["Time"].min()) / 3600
    fits = "caben" if alerts.sum() <= round(ALERTS_PER_DAY * hours / 24) else "no caben"
    return (
        f"Detecta ≈ {(frauds & alerts).sum()} de los {frauds.sum()} fraudes, y los avisos {fits} "
        "en el cupo del equipo."
    )


def _sealed(table):
    """Exige el sobre: el último 20 % de los pagos sin copias."""
    table = _table(table, "sobre")
    if len(table) != len(_payments()) - _opened():
        expect.wrong(
            f"sobre tiene {len(table)} pagos, y son {len(_payments()) - _opened()}: se examina el "
            "sobre entero, como salió de la celda que lo apartó."
        )
    return table


@exercise(
    "6.6.8",
    hints=(
        "La figura es `fig`, no `ax`: `fig, ax = plt.subplots()`.",
        "El título, con `ax.set_title(…)`; los ejes, con nombre y las unidades entre paréntesis.",
    ),
    praise="Se entiende sin preguntar. Es lo que distingue una figura de un dibujo.",
)
def check_figure(figure):
    from matplotlib.figure import Figure

    expect.instance(figure, Figure, "figura")
    axes = [ax for ax in figure.axes if ax.has_data()]
    if not axes:
        expect.wrong("figura está vacía: no hay nada dibujado en ella.")
    if not any(text.strip() for text in (figure.get_suptitle(), *(ax.get_title() for ax in axes))):
        expect.wrong("A figura le falta el título, que diga qué se ve.")
    labels = (
        axes[0].get_xlabel().strip() or figure.get_supxlabel().strip(),
        axes[0].get_ylabel().strip() or figure.get_supylabel().strip(),
    )
    if not all(labels):
        expect.wrong("A figura le falta el nombre de algún eje, con su unidad.")


@exercise(
    "6.6.9",
    hints=(
        "Piensa en los datos (cuándo, dónde, quién falta), en la prueba y en el uso real.",
        "Una lista de frases, `[…, …, …]`: «No se puede saber si…», «Faltan…», «Si mañana…».",
    ),
    praise="Habla de los datos, de la medida y del uso. Si es lo que importa, lo dirá la rúbrica.",
)
def check_limits(limits):
    limits = expect.listed(limits, "limites")
    for limit in limits:
        _words(limit, "cada frase de limites", 8, 60)
        if len({word for word in re.findall(r"[^\W\d_]+", limit.lower()) if len(word) > 2}) < 5:
            expect.wrong("Hay una frase de limites sin palabras que digan algo.")
    if len(set(limits)) < 3:
        expect.wrong(f"limites tiene {len(set(limits))} frases distintas: faltan.")
    _names(" ".join(limits), "limites", LIMIT_NAMES)


@exercise(
    "6.6.10",
    hints=(
        "Empieza por lo que propones; después, cuánto cuesta, con qué certeza y qué vigilarías.",
        'Las cifras se escriben solas: `f"{ap:.2f}"` y `f"{coste:.0f} €"`.',
    ),
    praise="Están tus cifras, la duda y la vigilancia. Si convence, lo dirá la rúbrica.",
)
def check_recommendation(text, ap, cost):
    text = _written(text, "recomendacion", 60, 250)
    ap = expect.real(ap, "ap")
    cost = expect.real(cost, "coste")
    _mentions_euros(text, "recomendacion")
    figures = _figures(text)
    if not any(abs(figure - ap) < 0.0051 for figure in figures):
        expect.wrong(
            f"No encuentro tu AP ({ap:.2f}) en el texto. Escríbela desde la variable: {{ap:.2f}}."
        )
    if not any(abs(figure - cost) <= max(1.0, 0.01 * abs(cost)) for figure in figures):
        expect.wrong(
            f"No encuentro tu coste ({cost:.0f} €) en el texto. Escríbelo desde la variable: "
            "{coste:.0f}."
        )
    _names(text, "recomendacion", MEMO_NAMES)


@exercise(
    "6.6.11",
    hints=(
        'Una nota por fila de la rúbrica: `{"problema": 2, "datos": …}`.',
        "Las seis claves, sin acentos, y un entero de 0 a 3 en cada una.",
    ),
    praise="Saber en qué flojea un informe es la mitad de mejorarlo.",
)
def check_marks(marks):
    expect.instance(marks, dict, "notas")
    missing = [name for name in CRITERIA if name not in marks]
    if missing:
        expect.wrong(f"En notas falta: {', '.join(missing)}.")
    if len(marks) > len(CRITERIA):
        expect.wrong(f"notas solo lleva estas seis claves: {', '.join(CRITERIA)}.")
    for name in CRITERIA:
        mark = expect.integer(marks[name], f"la nota de «{name}»")
        if not 0 <= mark <= 3:
            expect.wrong(f"La nota de «{name}» es {mark}: va de 0 a 3.")
    return f"Tu total: {sum(marks[name] for name in CRITERIA)} de 18 puntos."
