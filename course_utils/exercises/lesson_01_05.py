"""Comprobaciones de la lección 1.5, decisiones."""

from . import expect
from .basics import PAYMENTS, filled_with, first_wrong, in_words, one_each, points
from .core import exercise, quiz


@exercise(
    "1.5.1",
    hints=(
        "Son dos preguntas en una: ¿ya ha abierto?, ¿todavía no ha cerrado?",
        "La hora va en medio: apertura, hora, cierre. Decide en cada lado si va `<` o `<=`.",
        "`abierta_1 = 9 <= hora_1 < 21`, y lo mismo con las otras dos horas.",
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
        "A las 23 la panadería está cerrada, y abierta_3 es True. Tienen que cumplirse las dos "
        "cosas (con or basta una, y las 23 es «9 o más»). Encadena: 9 <= hora_3 < 21.",
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
    "1.5.2",
    hints=(
        "El orden es: paréntesis, comparaciones, `not`, `and`, `or`.",
        "Lo vacío y el cero cuentan como falso; un texto con algo escrito, como verdadero.",
        "Ya decidiste las diez en papel: ejecuta en otra celda solo las que dudes.",
    ),
    praise="Diez de diez. Un programa entero se apoya en preguntas como estas.",
)
def check_exam(answers):
    filled_with(answers, bool, "examen")
    if len(answers) != len(EXAM):
        expect.wrong(f"Son diez respuestas y tu lista tiene {len(answers)}.")
    missed = [i for i, (right, _) in enumerate(EXAM) if answers[i] != right]
    expect.wrong_when(
        len(missed) == len(EXAM), "Las diez están al revés: donde va True pusiste False."
    )
    if missed:
        first = missed[0]
        expect.wrong(
            f"Aciertas {len(EXAM) - len(missed)} de 10. Repasa la {first + 1}: {EXAM[first][1]}"
        )


# Lo que se dice si el ciclo, que venía escrito, no deja un elemento por vuelta.
_WRITTEN = (
    "El for y el append ya estaban escritos: cambia solo las líneas de los puntos suspensivos, con "
    "su misma sangría."
)

PURCHASES = (1500.0, 1000.0, 250.0, 100.0, 40.0)


def _fees(large=0.03, middle=0.02, small=0.01, above=1000, over=100):
    """La comisión de cada compra; los argumentos cambian un porcentaje o una frontera."""
    return [p * (large if p > above else middle if p > over else small) for p in PURCHASES]


def _brackets(purchase):
    """Lo que se pagaría si cada tramo pagara su porcentaje, como en algunos impuestos."""
    return (
        0.01 * min(purchase, 100)
        + 0.02 * max(0, min(purchase, 1000) - 100)
        + 0.03 * max(0, purchase - 1000)
    )


def _upside_down(purchase):
    """La comisión con los dos signos al revés."""
    return purchase * (0.03 if purchase < 1000 else 0.02 if purchase < 100 else 0.01)


@exercise(
    "1.5.3",
    hints=(
        "Empieza por la condición más exigente: `compra > 1000`.",
        "El 3 % de una compra es `compra * 0.03`.",
        "\n`if compra > 1000:\n    comision = compra * 0.03\nelif …:\n    …\nelse:\n    …`",
    ),
    praise="De mayor a menor: al llegar al elif ya se sabe que no pasa de 1000.",
)
def check_fee(fees):
    right = _fees()

    edge = "no es «más de»: en el límite justo toca el porcentaje de abajo, así que va > y no >=."
    expect.cases(
        fees,
        "comisiones",
        right,
        mistakes=(
            (
                _fees(large=0.02),
                "A la de 1500 se le aplica el 2 %. También es más de 100, y gana la primera "
                "condición que se cumple (o la última, si hay un segundo if): pregunta antes por "
                "compra > 1000, y después, con elif, por compra > 100.",
            ),
            (_fees(above=999), f"La de 1000 euros justos paga el 3 %, y 1000 {edge}"),
            (_fees(over=99), f"La de 100 euros justos paga el 2 %, y 100 {edge}"),
            (
                _fees(above=999, over=99),
                f"Las de 1000 y 100 euros justos pagan de más: un valor justo {edge}",
            ),
            (
                _fees(0.01, 0.01),
                "A todas se les aplica el 1 %, el del último camino: esa línea va dentro del else, "
                "con su sangría.",
            ),
            ([_upside_down(p) for p in PURCHASES], "Los signos están al revés: «más de» es >."),
            (
                [_brackets(p) for p in PURCHASES],
                "Repartiste la compra en tramos y pagaste en cada uno lo suyo. Aquí es más "
                "sencillo: un solo porcentaje, el que toca, sobre toda la compra.",
            ),
            (
                _fees(0.06, 0.03),
                _fees(0.05, 0.02),
                "Sumaste varias comisiones: solo se paga una, la del tramo en que cae la compra.",
            ),
            (_fees(3, 2, 1), "Multiplicaste por 3, 2 y 1: el 3 % es 3 de cada 100, compra * 0.03."),
            (
                _fees(0.3, 0.2, 0.1),
                _fees(0.003, 0.002, 0.001),
                "El 3 % es compra * 0.03: revisa los ceros.",
            ),
            (
                _fees(1.03, 1.02, 1.01),
                _fees(0.97, 0.98, 0.99),
                "Eso es la compra con la comisión sumada o restada: se pide solo la comisión.",
            ),
            (
                [0.03, 0.02, 0.02, 0.01, 0.01],
                [3, 2, 2, 1, 1],
                "Eso es el porcentaje: se piden los euros, compra * 0.03.",
            ),
        ),
        kind=one_each(expect.number, len(right), _WRITTEN),
        message=first_wrong(
            right,
            lambda i, fee: (
                f"Por una compra de {PURCHASES[i]:g} euros se pagan {right[i]:g} de comisión, y "
                f"salen {fee:g}. Sigue con ella el camino, condición por condición."
            ),
        ),
    )


CARTS = (20.0, 50.0, 49.99, 120.0)


@exercise(
    "1.5.4",
    hints=(
        "Tres piezas: el valor del sí, la pregunta y el valor del no.",
        "La pregunta es `carrito >= 50`: con 50 justos ya es gratis.",
        "`envio = 0 if carrito >= 50 else …`",
    ),
    praise="Una pregunta y dos valores: cabe en una línea y se lee de corrido.",
)
def check_shipping(costs):
    right = [0 if cart >= 50 else 4.95 for cart in CARTS]
    expect.cases(
        costs,
        "envios",
        right,
        mistakes=(
            (
                [0 if cart > 50 else 4.95 for cart in CARTS],
                "La compra de 50 euros justos paga el envío: «50 o más» es >= 50, no > 50.",
            ),
            (
                [4.95 if cart >= 50 else 0 for cart in CARTS],
                "Están al revés: el valor del sí va delante del if, y el del no, detrás del else.",
            ),
            (
                [cart >= 50 for cart in CARTS],
                "Guardaste lo que contesta la pregunta, True o False: se pide lo que cuesta, 0 o "
                "4.95.",
            ),
            (
                [cart + (cart < 50) * 4.95 for cart in CARTS],
                "Eso es la compra con el envío sumado: se pide solo el envío.",
            ),
        ),
        kind=one_each(expect.number, len(right), _WRITTEN),
        message=first_wrong(
            right,
            lambda i, cost: (
                f"El envío de una compra de {CARTS[i]:g} euros cuesta {right[i]:g} euros, y sale "
                f"{cost:g}."
            ),
        ),
    )


@exercise(
    "1.5.5",
    hints=(
        'El importe del pago es `pago["importe"]`; la hora, `pago["hora"]`; el país, '
        '`pago["pais"]`.',
        "«Más de» es `>`; «antes de», `<`; «distinto», `!=`.",
        '\n`es_grande = pago["importe"] > 1000\n'
        'es_de_madrugada = pago["hora"] < 6\n'
        'es_de_fuera = pago["pais"] != "MX"`',
    ),
    praise="Tres preguntas cortas, cada una con un nombre que dice qué pregunta.",
)
def check_rules(by_amount, by_hour, by_country):
    def rule(value, name, right, mistakes):
        expect.cases(
            value,
            name,
            right,
            mistakes=(
                ([not answer for answer in right], f"Las doce de {name} están al revés."),
                *mistakes,
            ),
            kind=one_each(expect.boolean, len(right), _WRITTEN),
            message=first_wrong(
                right,
                lambda i, answer: (
                    f"El primero que no cuadra en {name} es {in_words(i)}: tu pregunta contesta "
                    f"{answer}."
                ),
            ),
        )

    _, _, amounts, countries, hours = zip(*PAYMENTS, strict=True)
    rule(
        by_amount,
        "por_importe",
        [amount > 1000 for amount in amounts],
        (
            (
                [amount >= 1000 for amount in amounts],
                "P-008 es de 1000 euros justos y la regla pide más de 1000: > y no >=.",
            ),
        ),
    )
    rule(
        by_hour,
        "por_hora",
        [hour < 6 for hour in hours],
        (
            (
                [hour <= 6 for hour in hours],
                "P-009 es de las 6 en punto y la regla pide antes de las 6: < y no <=.",
            ),
        ),
    )
    rule(by_country, "por_pais", [country != "MX" for country in countries], ())


CHOICES = ("dejar pasar", "dejar pasar", "llamar", "bloquear")  # con 0, 1, 2 o 3 reglas


def _decided(counts, choices=CHOICES):
    return [choices[count] for count in counts]


@exercise(
    "1.5.6",
    hints=(
        "Primero, cuántas: `reglas = (…) + (…) + (…)`, con una comparación en cada paréntesis.",
        "Después, de más a menos: `if reglas == 3:`, `elif reglas == 2:` y `else:`.",
        '\n`reglas = (pago["importe"] > 1000) + (pago["hora"] < 6) + (…)\n'
        "if reglas == 3:\n"
        '    decision = "bloquear"\n'
        "elif …:\n"
        "    …\n"
        "else:\n"
        "    …`",
    ),
    praise="Un pago bloqueado y tres llamadas, y de cada una puedes decir por qué.",
)
def check_decisions(decided):
    counts = points()
    right = _decided(counts)

    def choice(text, name):
        if expect.instance(text, str, name) not in CHOICES:
            expect.wrong(
                f"«{text}» no es ninguna de las tres decisiones: se escriben «bloquear», «llamar» "
                "y «dejar pasar», en minúsculas."
            )
        return text

    expect.cases(
        decided,
        "decisiones",
        right,
        mistakes=(
            (
                counts,
                "Guardaste cuántas reglas se cumplen: elige con ese número uno de los tres textos.",
            ),
            (
                _decided(counts, ("dejar pasar", "dejar pasar", "llamar", "llamar")),
                "Nadie queda bloqueado, y P-004 cumple las tres reglas. Si preguntas antes por >= "
                "2, el 3 ya entró ahí: la condición más exigente va primero.",
            ),
            (
                _decided(counts, ("dejar pasar", "llamar", "llamar", "bloquear")),
                _decided(counts, ("dejar pasar", "llamar", "llamar", "llamar")),
                "Llamas también a quien cumple una sola regla: con una o ninguna se deja pasar.",
            ),
            (
                _decided([min(1, count) for count in counts]),
                "Se deja pasar a los doce. Si las tres reglas van en if y elif, cuenta solo la "
                "primera que se cumple: súmalas, o usa tres if.",
            ),
            (
                _decided(points(large=lambda amount: amount >= 1000)),
                "P-008 es de 1000 euros justos, y la regla pide más de 1000: > y no >=.",
            ),
            (
                _decided(points(night=lambda hour: hour <= 6)),
                "P-009 es de las 6 en punto, y la regla pide antes de las 6: < y no <=.",
            ),
            (
                _decided(points(abroad=lambda country: country == "MX")),
                "La regla del país está al revés: cuenta si el país es distinto de México, con !=.",
            ),
            (
                _decided([3 - count for count in counts]),
                _decided(counts, ("bloquear", "bloquear", "llamar", "dejar pasar")),
                "Están al revés: se bloquea a quien cumple las tres, y pasa quien cumple pocas.",
            ),
        ),
        kind=one_each(choice, len(right), _WRITTEN),
        message=first_wrong(
            right,
            lambda i, text: (
                f"El primero que no cuadra es {in_words(i)}. Reglas que cumple: {counts[i]}, así "
                f"que toca «{right[i]}», y tu programa dice «{text}»."
            ),
        ),
    )


quiz(
    "1.5.A1",
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
    "1.5.A2",
    correct="a",
    why="Sí: 0 > 0 es falso, así que se saltan las dos líneas con sangría; la última está fuera "
    "del if y se ejecuta siempre.",
    wrong={
        "b": "La línea del 10 tiene sangría: también depende del if, y se salta con la del 1.",
        "c": "Para entrar en el if, marcador tendría que ser mayor que 0, y es 0.",
        "d": "La última línea no tiene sangría: está fuera del if y se ejecuta siempre.",
    },
    hint="¿Se cumple `0 > 0`? ¿Qué líneas dependen de esa respuesta?",
)
quiz(
    "1.5.A3",
    correct="b",
    why="Sí: 70 es mayor que 12, así que Python entra en el primer camino y no mira los demás. "
    "Para que el descuento se note, la condición de los 65 tiene que ir delante.",
    wrong={
        "a": "70 > 65 es cierto, pero Python no llega a preguntarlo: antes hay otra que se cumple.",
        "c": "Al else solo se llega si no se cumple ninguna de las de arriba, y 70 > 12 se cumple.",
        "d": "Nunca se recorren dos caminos: el if y sus elif eligen uno solo.",
    },
    hint="Baja por las condiciones, en orden, y detente en la primera que se cumpla.",
)
quiz(
    "1.5.A4",
    correct="c",
    why="Sí: isclose acepta la diferencia diminuta que dejan las cuentas con decimales, caiga "
    "donde caiga el total. Si el dinero tiene que cuadrar exacto, se cuenta en céntimos enteros.",
    wrong={
        "a": "0.1 + 0.2 == 0.3 es False: == exige una igualdad perfecta, y a veces no la hay.",
        "b": "Parece bastar, y falla en las fronteras: 0.10 * 1.15 y 0.115 son lo mismo en el "
        "papel, y redondeados dan 0.11 y 0.12.",
        "d": "Con int se pierden los céntimos: dos cobros de doce euros y pico parecerían iguales.",
    },
    hint="Prueba las cuatro con `0.10 * 1.15` y `0.115`, que son iguales en el papel; después, con "
    "`0.1` y `0.3`, que no lo son.",
)
