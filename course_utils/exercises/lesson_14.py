"""Comprobaciones de 1.4, decisiones y ciclos."""

import types

from . import expect
from .core import exercise, quiz

# Los pagos de la lección: identificador, comercio, importe en euros, país y hora.
PAYMENTS = (
    ("P-001", "Panadería Sol", 12.5, "MX", 9),
    ("P-002", "Librería Norte", 48.0, "MX", 17),
    ("P-003", "Electrónica Delta", 1450.0, "MX", 12),
    ("P-004", "Viajes Aurora", 2300.0, "PE", 3),
    ("P-005", "Farmacia Luz", 22.3, "MX", 2),
    ("P-006", "Viajes Aurora", 640.0, "ES", 11),
    ("P-007", "Electrónica Delta", 1800.0, "CO", 15),
    ("P-008", "Viajes Aurora", 1000.0, "ES", 18),
    ("P-009", "Panadería Sol", 15.0, "AR", 6),
    ("P-010", "Librería Norte", 85.9, "AR", 4),
    ("P-011", "Farmacia Luz", 1200.0, "MX", 5),
    ("P-012", "Electrónica Delta", 199.0, "MX", 20),
)
IDS = [payment[0] for payment in PAYMENTS]


def _points(large=lambda amount: amount > 1000, night=lambda hour: hour < 6, home=None):
    """Reglas que cumple cada pago; los argumentos cambian una regla para imitar un error."""
    abroad = home or (lambda country: country != "MX")
    return [
        large(amount) + night(hour) + abroad(country) for _, _, amount, country, hour in PAYMENTS
    ]


def _list(value, name):
    """Exige una lista, y reconoce el None que dejan append y print."""
    expect.wrong_when(
        value is None,
        f"{name} es None. append cambia la lista y no devuelve nada: escribe {name}.append(…) a "
        f"solas, sin {name} = delante.",
    )
    expect.instance(value, list, name)
    expect.wrong_when(
        any(item is None for item in value),
        f"{name} contiene None. ¿Guardaste lo que devuelve print o append, que es nada? Guarda el "
        "valor mismo.",
    )


def _list_of(value, type_, name):
    """Exige una lista en la que todo sea del tipo dado."""
    _list(value, name)
    for item in value:
        expect.instance(item, type_, f"cada elemento de {name}")


def _near(value, expected):
    return abs(value - expected) < 0.005


@exercise(
    "1.4.1",
    hints=(
        "Son dos preguntas en una: ¿ya ha abierto?, ¿todavía no ha cerrado?",
        "La hora va en medio: apertura, hora, cierre. Decide en cada lado si va < o <=.",
        "abierta_1 = 9 <= hora_1 < 21, y lo mismo con las otras dos horas.",
    ),
    praise="La apertura entra y el cierre no: justo lo que dicen <= y <.",
)
def check_chained(first, second, third):
    for value, name in ((first, "abierta_1"), (second, "abierta_2"), (third, "abierta_3")):
        expect.instance(value, bool, name)
    expect.wrong_when(
        (first, second, third) == (False, True, True),
        "Las tres están al revés: True significa «está abierta».",
    )
    expect.wrong_when(
        third,
        "A las 23 la panadería está cerrada. ¿Uniste las dos preguntas con or? Con or basta que se "
        "cumpla una, y las 23 es «9 o más». Encadena: 9 <= hora_3 < 21.",
    )
    expect.wrong_when(
        not first, "A las 9 en punto ya está abierta: el 9 también vale, así que ahí va <= y no <."
    )
    expect.wrong_when(
        second, "A las 21 en punto ya está cerrada: el 21 no vale, así que ahí va < y no <=."
    )


EXAM = (
    (False, "se lee «1 < 3 y 3 < 2», y la segunda es falsa."),
    (True, "mayúsculas y minúsculas son letras distintas, y != pregunta si son distintos."),
    (True, "and va antes que or: queda True or (True and False), es decir, True or False."),
    (False, "los paréntesis van primero: queda True and False."),
    (True, "not va antes que or y solo toca al primer True: queda False or True."),
    (True, "primero el paréntesis, True and False, que es False; not le da la vuelta."),
    (
        True,
        "«False» entre comillas es un texto que no está vacío, y por eso cuenta como verdadero.",
    ),
    (False, "el cero cuenta como falso, también cuando es decimal."),
    (False, "10 > 9 es cierto, pero entre textos «10» va antes que «9»: compara letra a letra."),
    (True, "al ver True, or ya sabe la respuesta y no mira el lado derecho: no llega a dividir."),
)


@exercise(
    "1.4.2",
    hints=(
        "El orden es: paréntesis, comparaciones, not, and, or.",
        "Lo vacío y el cero cuentan como falso; un texto con algo escrito, como verdadero.",
        "Ya decidiste las diez en papel: ejecuta en otra celda solo las que dudes.",
    ),
    praise="Diez de diez. Un programa entero se apoya en preguntas como estas.",
)
def check_exam(answers):
    _list_of(answers, bool, "examen")
    expect.wrong_when(
        len(answers) != len(EXAM),
        f"Son diez respuestas y tu lista tiene {len(answers)}.",
    )
    expected = [right for right, _ in EXAM]
    missed = [i for i in range(len(EXAM)) if answers[i] is not expected[i]]
    expect.wrong_when(
        len(missed) == len(EXAM), "Las diez están al revés: ¿cambiaste True por False?"
    )
    first = missed[0] if missed else 0
    expect.wrong_when(
        missed,
        f"Aciertas {len(EXAM) - len(missed)} de 10. Repasa la {first + 1}: {EXAM[first][1]}",
    )


@exercise(
    "1.4.3",
    hints=(
        "Empieza por la condición más exigente: compra > 1000.",
        "El 3 % de una compra es compra * 0.03.",
        "\nif compra > 1000:\n    comision = compra * 0.03\nelif …:\n    …\nelse:\n    …",
    ),
    praise="De mayor a menor: al llegar al elif ya se sabe que no pasa de 1000.",
)
def check_fee(fee):
    fee = expect.number(fee, "comision")
    expect.wrong_when(
        _near(fee, 30),
        "Se aplicó el 2 %, y 1500 es más de 1000. O preguntaste antes por compra > 100, que "
        "también se cumple, o escribiste un segundo if, en vez de elif, que borró el primer "
        "resultado.",
    )
    expect.wrong_when(
        _near(fee, 15),
        "Se aplicó el 1 %, y 1500 es más de 1000. ¿Están al revés los signos (< por >)? ¿Se "
        "calcula siempre el último caso, fuera del else?",
    )
    expect.wrong_when(
        _near(fee, 34),
        "Repartiste la compra en tramos y pagaste en cada uno lo suyo. Aquí es más sencillo: un "
        "solo porcentaje, el que toca, sobre toda la compra.",
    )
    expect.wrong_when(
        _near(fee, 60) or _near(fee, 75) or _near(fee, 90),
        "Sumaste varias comisiones: solo se paga una, la del tramo en que cae la compra.",
    )
    expect.wrong_when(
        _near(fee, 4500), "Multiplicaste por 3: el 3 % es 3 de cada 100, compra * 0.03."
    )
    expect.wrong_when(
        _near(fee, 450) or _near(fee, 4.5), "El 3 % es compra * 0.03: revisa los ceros."
    )
    expect.wrong_when(
        _near(fee, 1545) or _near(fee, 1455),
        "Eso es la compra con la comisión sumada o restada: se pide solo la comisión.",
    )
    expect.wrong_when(fee in (0.03, 3), "Eso es el porcentaje: se piden los euros, compra * 0.03.")
    expect.close(fee, 45, "comision")


@exercise(
    "1.4.4",
    hints=(
        "Un acumulador que empieza en 0 y un if dentro del for.",
        'La condición es que el país del pago sea distinto de "MX": se escribe con !=.',
        '\ntotal_fuera = 0\nfor pago in pagos:\n    if pago["pais"] != "MX":\n'
        "        total_fuera = total_fuera + …",
    ),
    praise="Un for, un if y un acumulador: con esas tres piezas se hace media contabilidad.",
)
def check_abroad(total):
    abroad = [payment[2] for payment in PAYMENTS if payment[3] != "MX"]
    everything = sum(payment[2] for payment in PAYMENTS)
    expect.wrong_when(
        isinstance(total, list),
        "Llegó una lista: se pide un solo número, la suma de los importes.",
    )
    total = expect.number(total, "total_fuera")
    for value, message in (
        (
            0,
            "Da 0. ¿Está total_fuera = 0 dentro del ciclo? Va antes del for, o cada vuelta empieza "
            "de nuevo.",
        ),
        (
            abroad[-1],
            "Solo quedó el último pago de fuera (85.9). Crea el acumulador antes del for, y en "
            "cada vuelta súmale: total_fuera = total_fuera + …",
        ),
        (len(abroad), "Eso es cuántos pagos hay (sumaste 1 cada vez): se pide sumar los importes."),
        (
            everything,
            "Eso es la suma de los doce pagos: falta el if que deja fuera a los de México.",
        ),
        (
            everything - sum(abroad),
            'Eso es lo que se gastó en México: se piden los demás, con != "MX".',
        ),
        (
            abroad[0],
            "Solo se sumó el primero: ¿hay un break, o un print con la sangría que no es?",
        ),
    ):
        expect.wrong_when(_near(total, value), message)
    expect.close(total, sum(abroad), "total_fuera")


@exercise(
    "1.4.5",
    hints=(
        "range(1, 101) recorre del 1 al 100; numero % 3 == 0 pregunta si es múltiplo de 3.",
        "Basta con una de las dos condiciones: únelas con or en un mismo if.",
        "\nsuma_multiplos = 0\nfor numero in range(1, 101):\n"
        "    if numero % 3 == 0 or …:\n        suma_multiplos = …",
    ),
    praise="Con or, el 15 entra una sola vez aunque cumpla las dos.",
)
def check_multiples(total):
    total = expect.integer(total, "suma_multiplos")
    numbers = range(1, 101)
    threes = sum(n for n in numbers if n % 3 == 0)
    fives = sum(n for n in numbers if n % 5 == 0)
    both = sum(n for n in numbers if n % 15 == 0)
    right = threes + fives - both
    for value, message in (
        (right - 100, "Falta el 100: range(1, 100) se detiene en el 99. Escribe range(1, 101)."),
        (
            threes + fives,
            "Los múltiplos de las dos cosas (15, 30…) se sumaron dos veces: pon las dos "
            "condiciones en un mismo if, con or.",
        ),
        (both, "Con and solo entran los que cumplen las dos (15, 30…): aquí basta una, con or."),
        (
            right - both,
            "Faltan los múltiplos de las dos cosas (15, 30…): esos también entran, una vez.",
        ),
        (threes, "Esos son solo los múltiplos de 3."),
        (fives, "Esos son solo los múltiplos de 5."),
        (
            5050,
            "Se sumaron todos. Una condición como numero % 3 == 0 or 5 es siempre cierta: a cada "
            "lado del or va una pregunta completa.",
        ),
        (5050 - right, "Sumaste los que no lo son: el resto tiene que ser igual a 0, con == 0."),
        (
            sum(1 for n in numbers if n % 3 == 0 or n % 5 == 0),
            "Eso es cuántos hay (47): se pide la suma de los números.",
        ),
        (
            100,
            "Solo quedó el último, el 100: crea el acumulador antes del for, y en cada vuelta "
            "súmale el número.",
        ),
        (0, "Da 0: ¿está suma_multiplos = 0 dentro del ciclo, o no se cumple nunca el if?"),
    ):
        expect.wrong_when(total == value, message)
    expect.close(total, right, "suma_multiplos")


@exercise(
    "1.4.6",
    hints=(
        "enumerate(pagos) da en cada vuelta la posición y el pago.",
        "Dentro del for, un if con el importe; dentro del if, un append con la posición.",
        '\nposiciones = []\nfor i, pago in enumerate(pagos):\n    if pago["importe"] > 1000:\n'
        "        posiciones.append(…)",
    ),
    praise="Con la posición puedes volver al pago cuando quieras: pagos[2], por ejemplo.",
)
def check_positions(positions):
    _list(positions, "posiciones")
    expect.wrong_when(not positions, "La lista está vacía: ¿añades con append dentro del if?")
    expect.wrong_when(
        all(isinstance(item, str) for item in positions),
        "Guardaste textos de los pagos: se piden sus posiciones, que son enteros.",
    )
    expect.wrong_when(
        all(isinstance(item, dict) for item in positions),
        "Guardaste los pagos enteros: se piden sus posiciones, que son enteros.",
    )
    expect.wrong_when(
        all(isinstance(item, float) for item in positions),
        "Guardaste los importes: se piden las posiciones de esos pagos.",
    )
    _list_of(positions, int, "posiciones")
    right = [i for i, payment in enumerate(PAYMENTS) if payment[2] > 1000]
    expect.wrong_when(
        positions == [i + 1 for i in right], "Cuentas desde 1, y la primera posición es la 0."
    )
    expect.wrong_when(
        sorted(positions) == sorted([*right, 7]),
        "El de la posición 7 es de 1000 euros justos, y se piden los de más de 1000: > y no >=.",
    )
    expect.wrong_when(
        positions == list(range(len(PAYMENTS))),
        "Están todas las posiciones: el append va dentro del if, con más sangría.",
    )
    expect.wrong_when(
        positions in (right[:1], right[-1:]),
        "Solo hay una. ¿Está posiciones = [] dentro del ciclo, o hay un break?",
    )
    expect.wrong_when(
        sorted(positions) == right and positions != right,
        "Son esas, pero se piden de menor a mayor.",
    )
    expect.equal(
        positions,
        right,
        "posiciones",
        message=f"No son esas posiciones: llegó {expect.shown(positions)}. Revisa la condición.",
    )


@exercise(
    "1.4.7",
    hints=(
        "Hacen falta dos variables antes del while: la deuda, 1000, y los meses, 0.",
        "Mientras la deuda no supere 2000, en cada vuelta: deuda * 1.05, y un mes más.",
        "\ndeuda = 1000\nmeses = 0\nwhile deuda <= 2000:\n    deuda = deuda * 1.05\n    meses = …",
    ),
    praise="Quince meses para deber el doble: así crece el interés compuesto.",
)
def check_months(months):
    expect.wrong_when(
        isinstance(months, float) and 2000 < months < 2110,
        "Eso es la deuda del final, en euros: se pide cuántos meses pasaron.",
    )
    months = expect.integer(months, "meses")
    for wrong_months, message in (
        ((14,), "A los 14 meses la deuda es de 1979.93 euros: todavía no supera los 2000."),
        ((16,), "Hay un mes de más: el contador empieza en 0, y cada vuelta del while es un mes."),
        (
            (20, 21),
            "Sumaste siempre 50 euros. El 5 % se calcula sobre lo que se debe en ese momento: "
            "deuda = deuda * 1.05.",
        ),
        ((2,), "Creció un 50 %: el 5 % es multiplicar por 1.05, no por 1.5."),
        ((139,), "Creció un 0.5 %: el 5 % es multiplicar por 1.05, no por 1.005."),
        (
            (0,),
            "Da 0: el while no llegó a empezar. Mientras la deuda sea menor o igual que 2000, "
            "sigue: ¿está el signo al revés?",
        ),
        ((1,), "Solo hubo una vuelta: ¿usaste if en vez de while, o empieza la deuda en 2000?"),
    ):
        expect.wrong_when(months in wrong_months, message)
    expect.close(months, 15, "meses")


@exercise(
    "1.4.8",
    hints=(
        "Tres piezas: qué guardo, de dónde sale y con qué condición.",
        'Lo que se guarda, delante del for: pago["comercio"]. La condición, al final, tras el if.',
        'nocturnos = [pago["comercio"] for pago in pagos if pago["hora"] < 6]',
    ),
    praise="Qué guardo, de dónde sale y con qué condición: todo en una línea que se lee.",
)
def check_comprehension(shops):
    expect.wrong_when(
        isinstance(shops, types.GeneratorType),
        "Usaste paréntesis: para que sea una lista, ponla entre corchetes, [ … ].",
    )
    expect.wrong_when(
        isinstance(shops, (set, frozenset)),
        "Con llaves es un conjunto: pierde el orden y las repeticiones. Usa corchetes, [ … ].",
    )
    _list(shops, "nocturnos")
    expect.wrong_when(
        shops and all(isinstance(item, bool) for item in shops),
        "Hay True y False: la condición está delante del for. Delante va lo que se guarda, y la "
        "condición al final, tras el if.",
    )
    expect.wrong_when(
        shops and all(isinstance(item, dict) for item in shops),
        'Guardaste los pagos enteros: delante del for va pago["comercio"].',
    )
    _list_of(shops, str, "nocturnos")
    right = [payment[1] for payment in PAYMENTS if payment[4] < 6]
    expect.wrong_when(
        shops == [payment[1] for payment in PAYMENTS],
        "Están los doce: falta la condición, al final: if …",
    )
    expect.wrong_when(
        shops == [payment[0] for payment in PAYMENTS if payment[4] < 6],
        'Son los pagos correctos, pero guardaste su "id": se pide su "comercio".',
    )
    expect.wrong_when(
        shops == [payment[1] for payment in PAYMENTS if payment[4] <= 6],
        "Sobra el pago de las 6 en punto: se piden los hechos antes de las 6, con < y no <=.",
    )
    expect.wrong_when(
        shops == [payment[1] for payment in PAYMENTS if payment[4] >= 6],
        "Son los de las 6 en adelante: se piden los de antes, con <.",
    )
    expect.wrong_when(
        shops != right and sorted(set(shops)) == sorted(set(right)),
        "Los comercios son esos, pero se piden en el orden de pagos y con las repeticiones.",
    )
    expect.equal(
        shops,
        right,
        "nocturnos",
        message=f"No son esos comercios: llegó {expect.shown(shops)}. ¿La condición mira la hora?",
    )


@exercise(
    "1.4.9",
    hints=(
        "Para cada pago, un contador que empieza en 0 y tres if, uno por regla.",
        "Los tres son if, no elif: un pago puede cumplir varias reglas. Al final de cada vuelta, "
        "puntos.append(contador).",
        '\npuntos = []\nfor pago in pagos:\n    reglas = 0\n    if pago["importe"] > 1000:\n'
        "        reglas = reglas + 1\n    if …:\n        …\n    if …:\n        …\n"
        "    puntos.append(reglas)",
    ),
    praise="Tres preguntas independientes a cada pago: por eso son tres if y no if y elif.",
)
def check_points(points):
    expect.wrong_when(
        isinstance(points, int),
        "Llegó un solo número: se pide una lista con un número por cada pago. Empieza con "
        "puntos = [] y añade con append en cada vuelta.",
    )
    _list_of(points, int, "puntos")
    right = _points()
    expect.wrong_when(
        points == [sum(right[: i + 1]) for i in range(len(right))],
        "Los puntos de un pago se suman a los del siguiente: pon el contador a 0 dentro del for, "
        "al empezar cada vuelta.",
    )
    expect.wrong_when(
        len(points) == 1,
        "Hay un solo número: el append va dentro del for, y puntos = [] antes de él.",
    )
    expect.wrong_when(
        len(points) != len(right),
        f"Son doce pagos y tu lista tiene {len(points)} números. El append va dentro del for pero "
        "fuera de los if, para que se haga una vez en cada vuelta.",
    )
    for attempt, message in (
        (
            [min(1, n) for n in right],
            "Nadie pasa de 1: con elif (o con or) solo cuenta la primera regla que se cumple. Pon "
            "tres if independientes.",
        ),
        (
            _points(large=lambda amount: amount >= 1000),
            "P-008 es de 1000 euros justos y la regla pide más de 1000: > y no >=.",
        ),
        (
            _points(night=lambda hour: hour <= 6),
            "P-009 es de las 6 en punto y la regla pide antes de las 6: < y no <=.",
        ),
        (
            _points(large=lambda amount: amount >= 1000, night=lambda hour: hour <= 6),
            "Los valores justos no cuentan: más de 1000 es >, y antes de las 6 es <.",
        ),
        (
            _points(home=lambda country: country == "MX"),
            "La regla del país está al revés: suma cuando el país es distinto de México, con !=.",
        ),
        (
            _points(night=lambda hour: hour > 6),
            "La regla de la hora está al revés: antes de las 6 es < 6.",
        ),
        (
            _points(large=lambda amount: amount < 1000),
            "La regla del importe está al revés: más de 1000 es > 1000.",
        ),
    ):
        expect.wrong_when(points == attempt, message)
    bad = next((i for i in range(len(right)) if points[i] != right[i]), None)
    expect.wrong_when(
        bad is not None,
        f"El primero que no cuadra es {IDS[bad or 0]}: tu lista dice {points[bad or 0]}. Mira sus "
        "datos y pregúntale las tres reglas, una por una.",
    )


@exercise(
    "1.4.10",
    hints=(
        "«Al menos dos» quiere decir dos o tres: ¿qué comparación lo dice?",
        "for pago, reglas in zip(pagos, puntos) recorre las dos listas a la vez.",
        "\nsospechosos = []\nfor pago, reglas in zip(pagos, puntos):\n    if reglas >= 2:\n"
        '        sospechosos.append(pago["id"])',
    ),
    praise="Cuatro avisos entre doce pagos, y cada uno se puede explicar: eso es lo bueno de una "
    "regla.",
)
def check_flagged(flagged):
    _list(flagged, "sospechosos")
    expect.wrong_when(
        not flagged,
        "La lista está vacía: ¿se cumple la condición alguna vez, y añades con append?",
    )
    expect.wrong_when(
        all(isinstance(item, dict) for item in flagged),
        'Guardaste los pagos enteros: se pide su identificador, pago["id"].',
    )
    expect.wrong_when(
        all(isinstance(item, int) for item in flagged),
        "Guardaste números: se piden los identificadores, textos como «P-001».",
    )
    _list_of(flagged, str, "sospechosos")

    def ids_where(condition, points=None):
        return [i for i, n in zip(IDS, points or _points(), strict=True) if condition(n)]

    for attempt, message in (
        (IDS, "Están los doce: falta el if, o el append está fuera de él."),
        (
            ids_where(lambda n: n >= 1),
            "Basta una regla para que los señales (¿or entre las tres?): se pide que cumplan al "
            "menos dos.",
        ),
        (
            ids_where(lambda n: n > 2),
            "Solo queda el que cumple las tres (¿las uniste con and, o escribiste > 2?): «al menos "
            "dos» incluye el dos, así que es >= 2.",
        ),
        (
            ids_where(lambda n: n == 2),
            "Falta el que cumple las tres reglas: «al menos dos» es >= 2, no == 2.",
        ),
        (
            ids_where(lambda n: n < 2),
            "Señalaste justo a los demás: la condición está al revés.",
        ),
        (
            ids_where(lambda n: n >= 2, _points(large=lambda amount: amount >= 1000)),
            "Sobra P-008: es de 1000 euros justos, y la regla pide más de 1000.",
        ),
        (
            ids_where(lambda n: n >= 2, _points(night=lambda hour: hour <= 6)),
            "Sobra P-009, que no cumple dos reglas. ¿Contaste P-009 como «antes de las 6»? Es de "
            "las 6 en punto.",
        ),
        (
            [shop for i, shop, *_ in PAYMENTS if i in ids_where(lambda n: n >= 2)],
            'Son esos pagos, pero guardaste el comercio: se pide su "id".',
        ),
    ):
        expect.wrong_when(flagged == attempt, message)
    right = ids_where(lambda n: n >= 2)
    expect.wrong_when(
        flagged != right and sorted(set(flagged)) == right,
        "Los pagos son esos, pero se piden en el orden de pagos y una vez cada uno.",
    )
    expect.equal(
        flagged,
        right,
        "sospechosos",
        message=f"No son esos pagos: llegó {expect.shown(flagged)}. Repasa el paso 1 y la "
        "condición >= 2.",
    )


@exercise(
    "1.4.11",
    hints=(
        "codigo in fraudes contesta si ese identificador está en la lista; not in, si no está.",
        "aciertos y falsas_alarmas recorren sospechosos; se_escapan recorre fraudes.",
        "\naciertos = len([codigo for codigo in sospechosos if codigo in fraudes])\n"
        "falsas_alarmas: lo mismo, con not in.\n"
        "se_escapan: al revés, los de fraudes que no están en sospechosos.",
    ),
    praise="Encuentra 3 de los 5 fraudes, con 1 falsa alarma: para tres reglas no está mal.",
)
def check_detector(hits, false_alarms, missed):
    for value, name in (
        (hits, "aciertos"),
        (false_alarms, "falsas_alarmas"),
        (missed, "se_escapan"),
    ):
        expect.wrong_when(
            isinstance(value, (list, set, tuple)),
            f"{name} es una colección: se pide cuántos son. len(…) los cuenta.",
        )
        expect.integer(value, name)
    expect.wrong_when(
        (false_alarms, missed) == (2, 1),
        "falsas_alarmas y se_escapan están al revés. La falsa alarma molesta a quien no hizo nada; "
        "lo que se escapa es un fraude sin señalar.",
    )
    expect.wrong_when(
        hits == 4,
        "4 son todos los que señala el detector: se pide cuántos de ellos eran fraude.",
    )
    expect.wrong_when(
        hits == 5, "5 son todos los fraudes: se pide cuántos de ellos señaló el detector."
    )
    expect.close(hits, 3, "aciertos")
    expect.wrong_when(
        false_alarms == 4,
        "4 son todos los que señala el detector: la falsa alarma es solo el que no era fraude.",
    )
    expect.wrong_when(
        false_alarms == 3,
        "3 son los que sí eran fraude: en falsas_alarmas va not in.",
    )
    expect.close(false_alarms, 1, "falsas_alarmas")
    expect.wrong_when(
        missed == 8,
        "8 son todos los que el detector no señala: se escapan solo los que además son fraude.",
    )
    expect.wrong_when(
        missed == 3, "3 son los fraudes que sí encontró: se escapan los otros, con not in."
    )
    expect.close(missed, 2, "se_escapan")


quiz(
    "1.4.A1",
    correct="c",
    why="Sí: si un número no es mayor que 5, seguro que es menor que 10. Con or, basta una; para "
    "«entre 5 y 10» hacía falta and, o 5 < x < 10.",
    wrong={
        "a": "Eso sería con and: las dos a la vez. Con or basta una. ¿Y el 100? Es mayor que 5.",
        "b": "Prueba con el 7: 7 > 5 es cierto, y con or eso ya basta.",
        "d": "Prueba con el 2: no es mayor que 5, pero es menor que 10, y con or basta una.",
    },
    hint="Prueba con tres números: 2, 7 y 100.",
)
quiz(
    "1.4.A2",
    correct="a",
    why="Sí: 0 > 0 es falso, así que se saltan las dos líneas con sangría; la última está fuera "
    "del if y se ejecuta siempre.",
    wrong={
        "b": "La línea del 10 tiene sangría: también depende del if, y se salta con la del 1.",
        "c": "Para entrar en el if, marcador tendría que ser mayor que 0, y es 0.",
        "d": "La última línea no tiene sangría: está fuera del if y se ejecuta siempre.",
    },
    hint="¿Se cumple 0 > 0? ¿Qué líneas dependen de esa respuesta?",
)
quiz(
    "1.4.A3",
    correct="b",
    why="Sí: empieza en 2, avanza de 2 en 2 y se detiene antes de llegar a 8.",
    wrong={
        "a": "El final de range no entra: el 8 se queda fuera.",
        "c": "Los tres números no son la lista: son el inicio, el final y el paso.",
        "d": "Eso es range(2, 8). El tercer número es el paso: de 2 en 2.",
    },
    hint="Inicio, final y paso, como en los recortes de texto.",
)
quiz(
    "1.4.A4",
    correct="d",
    why="Sí: 1, 3, 5, 7, 9, 11… pasa por encima del 10 sin tocarlo. Con while k < 10 terminaría.",
    wrong={
        "a": "5, 3, 1, −1: en −1 ya no es mayor que 0, y termina.",
        "b": "100, 50, 25, 12.5… en algún momento baja de 1, y termina.",
        "c": "while True no se detiene por su condición, pero el break sale en la primera vuelta.",
    },
    hint="Escribe en un papel los primeros valores de k en cada caso.",
)
