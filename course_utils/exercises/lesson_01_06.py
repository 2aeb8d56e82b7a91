"""Comprobaciones de la lección 1.6, ciclos."""

import types

from . import expect
from .basics import (
    IDS,
    PAYMENTS,
    filled,
    filled_with,
    first_wrong,
    in_words,
    integers,
    one_each,
    points,
)
from .core import exercise, quiz


@exercise(
    "1.6.1",
    hints=(
        "Un acumulador que empieza en 0 y un `if` dentro del `for`.",
        'La condición es que el país del pago sea distinto de `"MX"`: se escribe con `!=`.',
        "\n`total_fuera = 0\n"
        "for pago in pagos:\n"
        '    if pago["pais"] != "MX":\n'
        "        total_fuera = total_fuera + …`",
    ),
    praise="Un for, un if y un acumulador: con esas tres piezas se hace media contabilidad.",
)
def check_abroad(total):
    abroad = [payment[2] for payment in PAYMENTS if payment[3] != "MX"]
    everything = sum(payment[2] for payment in PAYMENTS)
    expect.wrong_when(
        isinstance(total, list), "Llegó una lista: se pide un solo número, la suma de los importes."
    )
    expect.cases(
        total,
        "total_fuera",
        sum(abroad),
        mistakes=(
            (
                0,
                "Da 0, y hay seis pagos de fuera. Si total_fuera = 0 está dentro del ciclo, cada "
                "vuelta empieza de nuevo: va antes del for.",
            ),
            (
                abroad[-1],
                "Solo quedó el último pago de fuera, de 85.9 euros. Crea el acumulador antes del "
                "for, y en cada vuelta súmale: total_fuera = total_fuera + …",
            ),
            (
                len(abroad),
                "Eso es cuántos pagos de fuera hay: se pide lo que suman sus importes.",
            ),
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
                "Eso es solo el primer pago de fuera, de 2300 euros: faltan los otros cinco.",
            ),
        ),
        kind=expect.number,
    )


@exercise(
    "1.6.2",
    hints=(
        "`for numero in range(1, 101):` recorre del 1 al 100; `numero % 3 == 0` pregunta si es "
        "múltiplo de 3.",
        "Basta con una de las dos condiciones: únelas con `or` en un mismo `if`.",
        "\n`suma_multiplos = 0\n"
        "for numero in range(1, 101):\n"
        "    if numero % 3 == 0 or …:\n"
        "        suma_multiplos = …`",
    ),
    praise="Con or, el 15 entra una sola vez aunque cumpla las dos.",
)
def check_multiples(total):
    numbers = range(1, 101)
    threes = sum(n for n in numbers if n % 3 == 0)
    fives = sum(n for n in numbers if n % 5 == 0)
    both = sum(n for n in numbers if n % 15 == 0)
    right = threes + fives - both
    expect.cases(
        total,
        "suma_multiplos",
        right,
        mistakes=(
            (
                right - 100,
                "Falta el 100: range(1, 100) se detiene en el 99. Escribe range(1, 101).",
            ),
            (
                threes + fives,
                "Los múltiplos de las dos cosas (15, 30…) se sumaron dos veces: pon las dos "
                "condiciones en un mismo if, con or.",
            ),
            (
                both,
                "Con and solo entran los que cumplen las dos (15, 30…): aquí basta una, con or.",
            ),
            (
                right - both,
                "Faltan los múltiplos de las dos cosas (15, 30…): esos también entran, una vez.",
            ),
            (threes, "Esos son solo los múltiplos de 3."),
            (fives, "Esos son solo los múltiplos de 5."),
            (
                5050,
                "Se sumaron todos los números. Una condición como numero % 3 == 0 or 5 es siempre "
                "cierta: a cada lado del or va una pregunta completa.",
            ),
            (
                5050 - right,
                "Sumaste justo los que no lo son: el resto tiene que ser igual a 0, con == 0.",
            ),
            (
                sum(1 for n in numbers if n % 3 == 0 or n % 5 == 0),
                "Eso es cuántos hay (47): se pide la suma de los números.",
            ),
            (
                100,
                "Solo quedó el último, el 100: crea el acumulador antes del for, y en cada vuelta "
                "súmale el número.",
            ),
            (
                0,
                "Da 0, y hay 47 números que sumar: o el if no se cumple nunca, o la suma vuelve a "
                "empezar en cada vuelta.",
            ),
        ),
        kind=expect.integer,
    )


@exercise(
    "1.6.3",
    hints=(
        "`enumerate(pagos)` da en cada vuelta la posición y el pago.",
        "Dentro del `for`, un `if` con el importe; dentro del `if`, un `append` con la posición.",
        "\n`posiciones = []\n"
        "for i, pago in enumerate(pagos):\n"
        '    if pago["importe"] > 1000:\n'
        "        posiciones.append(…)`",
    ),
    praise="Con la posición puedes volver al pago cuando quieras: pagos[2], por ejemplo.",
)
def check_positions(positions):
    filled(positions, "posiciones")
    expect.wrong_when(
        not positions, "La lista está vacía, y hay cuatro pagos de más de 1000 euros."
    )
    for type_, message in (
        (str, "Guardaste textos de los pagos: se piden sus posiciones, que son enteros."),
        (dict, "Guardaste los pagos enteros: se piden sus posiciones, que son enteros."),
        (float, "Guardaste los importes: se piden las posiciones de esos pagos."),
    ):
        expect.wrong_when(all(isinstance(item, type_) for item in positions), message)
    right = [i for i, payment in enumerate(PAYMENTS) if payment[2] > 1000]

    def in_order(positions, name):
        positions = integers(positions, name)
        expect.wrong_when(
            positions != right and sorted(positions) == right,
            "Son esas, pero se piden de menor a mayor.",
        )
        return positions

    expect.cases(
        positions,
        "posiciones",
        right,
        mistakes=(
            ([i + 1 for i in right], "Cuentas desde 1, y la primera posición es la 0."),
            (
                sorted([*right, 7]),
                "El de la posición 7 es de 1000 euros justos, y se piden los de más de 1000: > y "
                "no >=.",
            ),
            (
                list(range(len(PAYMENTS))),
                "Están todas las posiciones: el append va dentro del if, con más sangría.",
            ),
            (
                right[:1],
                right[-1:],
                "Solo hay una, y son cuatro los pagos de más de 1000 euros: posiciones = [] va "
                "antes del for, y append, en cada vuelta.",
            ),
        ),
        kind=in_order,
        message=f"No son esas posiciones: llegó {expect.shown(positions)}. Revisa la condición.",
    )


@exercise(
    "1.6.4",
    hints=(
        "Hacen falta dos variables antes del `while`: la deuda, 1000, y los meses, 0.",
        "Mientras la deuda no supere 2000, en cada vuelta la deuda se multiplica por 1.05 "
        "y pasa un mes más.",
        "\n`deuda = 1000\n"
        "meses = 0\n"
        "while deuda <= 2000:\n"
        "    deuda = deuda * 1.05\n"
        "    meses = …`",
    ),
    praise="Quince meses para deber el doble: así crece el interés compuesto.",
)
def check_months(months):
    expect.cases(
        months,
        "meses",
        15,
        mistakes=(
            (
                1000 * 1.05**15,
                round(1000 * 1.05**15, 2),
                1000 + 50 * 21,
                "Eso es la deuda del final, en euros: se pide cuántos meses pasaron.",
            ),
            (14, "A los 14 meses la deuda es de 1979.93 euros: todavía no supera los 2000."),
            (16, "Hay un mes de más: el contador empieza en 0, y cada vuelta del while es un mes."),
            (
                20,
                21,
                "Sumaste siempre 50 euros. El 5 % se calcula sobre lo que se debe en ese momento: "
                "deuda = deuda * 1.05.",
            ),
            (2, "Creció un 50 %: el 5 % es multiplicar por 1.05, no por 1.5."),
            (139, "Creció un 0.5 %: el 5 % es multiplicar por 1.05, no por 1.005."),
            (
                0,
                "Da 0, y con la deuda en 1000 no ha pasado ningún mes: se repite mientras la deuda "
                "sea menor o igual que 2000.",
            ),
            (1, "Al mes, la deuda es de 1050 euros: con una sola vuelta no basta."),
        ),
        kind=expect.integer,
    )


@exercise(
    "1.6.5",
    hints=(
        "Tres piezas: qué guardo, de dónde sale y con qué condición.",
        'Lo que se guarda, delante del `for`: `pago["comercio"]`. La condición, al final, tras el '
        "`if`.",
        '`nocturnos = [pago["comercio"] for pago in pagos if pago["hora"] < 6]`',
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
    filled(shops, "nocturnos")
    expect.wrong_when(
        shops and all(isinstance(item, bool) for item in shops),
        "Hay True y False: la condición está delante del for. Delante va lo que se guarda, y la "
        "condición al final, tras el if.",
    )
    expect.wrong_when(
        shops and all(isinstance(item, dict) for item in shops),
        'Guardaste los pagos enteros: delante del for va pago["comercio"].',
    )
    right = [payment[1] for payment in PAYMENTS if payment[4] < 6]

    def with_repeats(shops, name):
        filled_with(shops, str, name)
        expect.wrong_when(
            shops != right and set(shops) == set(right),
            "Los comercios son esos, pero se piden en el orden de pagos y con las repeticiones.",
        )
        return shops

    expect.cases(
        shops,
        "nocturnos",
        right,
        mistakes=(
            (
                [payment[1] for payment in PAYMENTS],
                "Están los doce: falta la condición, al final: if …",
            ),
            (
                [payment[0] for payment in PAYMENTS if payment[4] < 6],
                'Son los pagos correctos, pero guardaste su "id": se pide su "comercio".',
            ),
            (
                [payment[1] for payment in PAYMENTS if payment[4] <= 6],
                "Sobra el pago de las 6 en punto: se piden los hechos antes de las 6, con < y no "
                "<=.",
            ),
            (
                [payment[1] for payment in PAYMENTS if payment[4] >= 6],
                "Son los de las 6 en adelante: se piden los de antes, con <.",
            ),
        ),
        kind=with_repeats,
        message=f"No son los comercios de antes de las 6: llegó {expect.shown(shops)}.",
    )


@exercise(
    "1.6.6",
    hints=(
        "Para cada pago, un contador que empieza en 0 y tres `if`, uno por regla.",
        "Los tres son `if`, no `elif`: un pago puede cumplir varias reglas. Al final de cada "
        "vuelta, `puntos.append(…)`.",
        "\n`puntos = []\n"
        "for pago in pagos:\n"
        "    reglas = 0\n"
        '    if pago["importe"] > 1000:\n'
        "        reglas = reglas + 1\n"
        "    if …:\n"
        "        …\n"
        "    if …:\n"
        "        …\n"
        "    puntos.append(reglas)`",
    ),
    praise="Tres preguntas independientes a cada pago: por eso son tres if y no if y elif.",
)
def check_points(counts):
    right = points()

    expect.wrong_when(
        isinstance(counts, int),
        "Llegó un solo número: se pide una lista con un número por cada pago. Empieza con "
        "puntos = [] y añade con append en cada vuelta.",
    )
    expect.wrong_when(
        len(filled(counts, "puntos")) == 1,
        "Hay un solo número: el append va dentro del for, y puntos = [] antes de él.",
    )
    expect.cases(
        counts,
        "puntos",
        right,
        mistakes=(
            (
                [sum(right[: i + 1]) for i in range(len(right))],
                "Los puntos de un pago se suman a los del siguiente: pon el contador a 0 dentro "
                "del for, al empezar cada vuelta.",
            ),
            (
                [min(1, n) for n in right],
                "Nadie pasa de 1: con elif (o con or) solo cuenta la primera regla que se cumple. "
                "Pon tres if independientes.",
            ),
            (
                points(large=lambda amount: amount >= 1000),
                "P-008 es de 1000 euros justos y la regla pide más de 1000: > y no >=.",
            ),
            (
                points(night=lambda hour: hour <= 6),
                "P-009 es de las 6 en punto y la regla pide antes de las 6: < y no <=.",
            ),
            (
                points(large=lambda amount: amount >= 1000, night=lambda hour: hour <= 6),
                "Los valores justos no cuentan: más de 1000 es >, y antes de las 6 es <.",
            ),
            (
                points(abroad=lambda country: country == "MX"),
                "La regla del país está al revés: suma cuando el país es distinto de México, con "
                "!=.",
            ),
            (
                points(night=lambda hour: hour > 6),
                "La regla de la hora está al revés: antes de las 6 es < 6.",
            ),
            (
                points(large=lambda amount: amount < 1000),
                "La regla del importe está al revés: más de 1000 es > 1000.",
            ),
        ),
        kind=one_each(
            expect.integer,
            len(right),
            "El append va dentro del for pero fuera de los if, para que se haga una vez en cada "
            "vuelta.",
        ),
        message=first_wrong(
            right,
            lambda i, count: (
                f"El primero que no cuadra es {in_words(i)}: tu lista dice {count}. Pregúntale las "
                "tres reglas, una por una."
            ),
        ),
    )


@exercise(
    "1.6.7",
    hints=(
        "«Al menos dos» quiere decir dos o tres: ¿qué comparación lo dice?",
        "`for pago, reglas in zip(pagos, puntos):` recorre las dos listas a la vez.",
        "\n`sospechosos = []\n"
        "for pago, reglas in zip(pagos, puntos):\n"
        "    if reglas >= 2:\n"
        '        sospechosos.append(pago["id"])`',
    ),
    praise="Cuatro avisos entre doce pagos, y cada uno se puede explicar: eso es lo bueno de una "
    "regla.",
)
def check_flagged(flagged):
    filled(flagged, "sospechosos")
    expect.wrong_when(not flagged, "La lista está vacía, y hay pagos que cumplen dos reglas o más.")
    expect.wrong_when(
        all(isinstance(item, dict) for item in flagged),
        'Guardaste los pagos enteros: se pide su identificador, pago["id"].',
    )
    expect.wrong_when(
        all(isinstance(item, int) for item in flagged),
        "Guardaste números: se piden los identificadores, textos como «P-001».",
    )

    def ids_where(condition, counts=None):
        return [i for i, n in zip(IDS, counts or points(), strict=True) if condition(n)]

    right = ids_where(lambda n: n >= 2)

    def once_each(flagged, name):
        filled_with(flagged, str, name)
        expect.wrong_when(
            flagged != right and sorted(set(flagged)) == right,
            "Los pagos son esos, pero se piden en el orden de pagos y una vez cada uno.",
        )
        return flagged

    expect.cases(
        flagged,
        "sospechosos",
        right,
        mistakes=(
            (IDS, "Están los doce: falta el if, o el append está fuera de él."),
            (
                ids_where(lambda n: n >= 1),
                "Señalas también a los que cumplen una sola regla: se pide que cumplan al menos "
                "dos.",
            ),
            (
                ids_where(lambda n: n > 2),
                "Solo queda el que cumple las tres: «al menos dos» incluye el dos, así que es >= "
                "2.",
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
                ids_where(lambda n: n >= 2, points(large=lambda amount: amount >= 1000)),
                "Sobra P-008: es de 1000 euros justos, y la regla pide más de 1000.",
            ),
            (
                ids_where(lambda n: n >= 2, points(night=lambda hour: hour <= 6)),
                "Sobra P-009: es de las 6 en punto, y la regla pide antes de las 6.",
            ),
            (
                [shop for i, shop, *_ in PAYMENTS if i in right],
                'Son esos pagos, pero guardaste el comercio: se pide su "id".',
            ),
        ),
        kind=once_each,
        message=f"No son esos pagos: llegó {expect.shown(flagged)}. Repasa el paso 1 y la "
        "condición >= 2.",
    )


@exercise(
    "1.6.8",
    hints=(
        "`in fraudes` contesta si un identificador está en la lista; `not in fraudes`, si no está.",
        "`aciertos` y `falsas_alarmas` recorren `sospechosos`; `se_escapan` recorre `fraudes`.",
        "\n`aciertos = len([codigo for codigo in sospechosos if codigo in fraudes])`\n"
        "`falsas_alarmas`: lo mismo, con `not in`.\n"
        "`se_escapan`: al revés, los de `fraudes` que no están en `sospechosos`.",
    ),
    praise="Encuentra 3 de los 5 fraudes, con 1 falsa alarma: para tres reglas no está mal.",
)
def check_detector(hits, false_alarms, missed):
    def count(value, name):
        if isinstance(value, (list, set, tuple)):
            expect.wrong(f"{name} es una colección: se pide cuántos son. len(…) los cuenta.")
        return expect.integer(value, name)

    expect.wrong_when(
        expect.same((false_alarms, missed), (2, 1)),
        "falsas_alarmas y se_escapan están al revés. La falsa alarma molesta a quien no hizo nada; "
        "lo que se escapa es un fraude sin señalar.",
    )
    expect.cases(
        hits,
        "aciertos",
        3,
        mistakes=(
            (4, "4 son todos los que señala el detector: se pide cuántos de ellos eran fraude."),
            (5, "5 son todos los fraudes: se pide cuántos de ellos señaló el detector."),
        ),
        kind=count,
    )
    expect.cases(
        false_alarms,
        "falsas_alarmas",
        1,
        mistakes=(
            (
                4,
                "4 son todos los que señala el detector: la falsa alarma es solo el que no era "
                "fraude.",
            ),
            (3, "3 son los que sí eran fraude: en falsas_alarmas va not in."),
        ),
        kind=count,
    )
    expect.cases(
        missed,
        "se_escapan",
        2,
        mistakes=(
            (
                8,
                "8 son todos los que el detector no señala: se escapan solo los que además son "
                "fraude.",
            ),
            (3, "3 son los fraudes que sí encontró: se escapan los otros, con not in."),
        ),
        kind=count,
    )


quiz(
    "1.6.A1",
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
    "1.6.A2",
    correct="d",
    why="Sí: 1, 3, 5, 7, 9, 11… pasa por encima del 10 sin tocarlo. Con while k < 10 terminaría.",
    wrong={
        "a": "5, 3, 1, −1: en −1 ya no es mayor que 0, y termina.",
        "b": "100, 50, 25, 12.5… en algún momento baja de 1, y termina.",
        "c": "while True no se detiene por su condición, pero el break sale en la primera vuelta.",
    },
    hint="Escribe en un papel los primeros valores de k en cada caso.",
)
quiz(
    "1.6.A3",
    correct="a",
    why="Sí: continue se salta los negativos y el ciclo sigue con el siguiente: 5 + 8.",
    wrong={
        "b": "Eso es la suma de los cuatro: continue impide que los negativos lleguen a sumarse.",
        "c": "Así sería con break, que abandona el ciclo; continue salta a la vuelta siguiente.",
        "d": "Esos son los negativos, que son justo los que continue se salta.",
    },
    hint="¿Qué vueltas llegan a la línea que suma?",
)
