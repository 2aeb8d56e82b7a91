"""Comprobaciones de la lección 1.1, números y variables."""

import builtins
import keyword

from . import expect
from .core import exercise, quiz


def _number(value, name):
    """Exige un número; reconoce antes las tres maneras habituales de no tenerlo."""
    if value is None:
        expect.wrong(
            f"{name} vale None, o sea, nada. Eso es lo que devuelve print, que muestra un valor "
            f"pero no lo guarda: {name} = y la cuenta, sin print."
        )
    if isinstance(value, str):
        expect.wrong(
            f"{name} es un texto: {expect.shown(value)}. Quita las comillas, o conviértelo con "
            "int(…) o float(…), para que Python pueda calcular."
        )
    if isinstance(value, tuple):
        expect.wrong(
            f"En {name} hay varios valores separados por comas: llegó {expect.shown(value)}. En "
            "Python los decimales llevan punto."
        )
    return expect.number(value, name)


def _integer(value, name):
    """Exige un ``int``: con ``/`` el resultado es siempre ``float``."""
    value = _number(value, name)
    if isinstance(value, float) and float(value).is_integer():
        expect.wrong(
            f"{name} es un float ({expect.shown(value)}) y se pide un int. La división / da "
            "siempre un float; // entre enteros da un int."
        )
    return expect.integer(value, name)


def _also_rounded(value, decimals):
    """Un valor equivocado, como sale de la cuenta y redondeado."""
    return value, round(value, decimals)


def _unrounded(exact, decimals, name):
    """Las filas de quien hizo bien la cuenta y no la redondeó, o la redondeó de otra manera."""
    others = {round(exact, other) for other in range(6)} - {round(exact, decimals)}
    return (
        (exact, f"La cuenta de {name} es correcta; solo falta redondear: round(…, {decimals})."),
        (
            *others,
            f"La cuenta de {name} es correcta, pero se pide el redondeo a {decimals} decimal(es): "
            f"round(…, {decimals}).",
        ),
    )


@exercise(
    "1.1.1",
    hints=(
        "En cuanto una etiqueta se mueve, nadie recuerda el valor de antes. ¿Dónde podrías "
        "guardarlo?",
        "Ata primero una tercera etiqueta al valor de `izquierda`.",
        "`guardado = izquierda`, luego `izquierda = derecha`, y al final `derecha = guardado`.",
    ),
    praise="Para intercambiar hace falta un sitio donde guardar, o la forma corta de Python, que "
    "calcula toda la derecha antes de mover etiquetas: izquierda, derecha = derecha, izquierda.",
)
def check_swap(left, right):
    left, right = _number(left, "izquierda"), _number(right, "derecha")
    expect.cases(
        (left, right),
        "izquierda, derecha",
        (8, 3),
        mistakes=(
            (
                (8, 8),
                "Los dos valen 8: con izquierda = derecha se soltó el 3 y ya nadie lo recuerda. "
                "Guárdalo antes con otro nombre.",
            ),
            (
                (3, 3),
                "Los dos valen 3: con derecha = izquierda se soltó el 8 y ya nadie lo recuerda. "
                "Guárdalo antes con otro nombre.",
            ),
            ((3, 8), "Todo está como al principio. Si has hecho dos intercambios, sobra uno."),
        ),
        message=f"izquierda vale {expect.shown(left)} y derecha vale {expect.shown(right)}: deben "
        "quedar en 8 y 3. Ejecuta la celda entera, desde izquierda = 3.",
    )


def _valid_name(value, forbidden, name):
    expect.instance(value, str, name)
    shown = expect.shown(value)
    expect.wrong_when(not value, f"{name} está vacío: escribe un nombre entre las comillas.")
    expect.wrong_when(value == forbidden, f"{shown} es justo el nombre que Python rechaza.")
    expect.wrong_when(
        "-" in value, f"{shown} lleva un guion, y Python lo leería como una resta: usa _."
    )
    expect.wrong_when(" " in value, f"{shown} lleva un espacio: une las palabras con _.")
    expect.wrong_when(
        value[0].isdigit(), f"{shown} empieza por una cifra: las cifras van después de una letra."
    )
    expect.wrong_when(
        keyword.iskeyword(value), f"{shown} es una palabra reservada: añádele algo que la concrete."
    )
    expect.wrong_when(
        not value.isidentifier(), f"{shown} lleva algún signo que no es letra, cifra ni guion bajo."
    )
    expect.wrong_when(
        hasattr(builtins, value),
        f"Python acepta {shown}, pero ya es el nombre de algo suyo y dejarías de poder usarlo.",
    )
    expect.wrong_when(
        len(value.strip("_")) < 3,
        f"Python acepta {shown}, pero es tan corto que no dice qué guarda. Alárgalo un poco.",
    )


@exercise(
    "1.1.2",
    hints=(
        "Repasa por qué falla cada uno: una cifra delante, un guion, una palabra reservada.",
        'El guion bajo, `"_"`, sí vale, y las cifras también si no van delante.',
        '`"pago_2"`, `"importe_total"` y `"clase_tarjeta"`, por ejemplo.',
    ),
    praise="Un buen nombre es un comentario que no hay que escribir.",
)
def check_names(first, second, third):
    _valid_name(first, "2do_pago", "nombre_1")
    _valid_name(second, "importe-total", "nombre_2")
    _valid_name(third, "class", "nombre_3")
    if len({first, second, third}) < 3:
        expect.wrong(
            "Hay nombres repetidos. Un nombre señala un solo valor: hacen falta tres distintos."
        )
    if {first, second, third} & {"nombre_1", "nombre_2", "nombre_3"}:
        expect.wrong("nombre_1, nombre_2 y nombre_3 no dicen qué guardan: piensa otros nombres.")


@exercise(
    "1.1.3",
    hints=(
        "`int(…)` y `float(…)` sacan el número de un texto.",
        "`cantidad` no tiene decimales y `precio` sí: cada uno, con su máquina.",
        "`int(cantidad_texto)`, `float(precio_texto)` y `cantidad * precio`.",
    ),
    praise="Convertir en cuanto llegan los datos, y calcular después: así ningún texto se cuela "
    "en las cuentas.",
)
def check_conversion(quantity, price, total):
    quantity = _number(quantity, "cantidad")
    if isinstance(quantity, float):
        expect.wrong("cantidad es un float: para un número entero, usa int.")
    expect.cases(quantity, "cantidad", 4, kind=expect.integer)
    expect.cases(
        price,
        "precio",
        12.5,
        mistakes=((12, "El precio perdió los decimales: float(precio_texto) los conserva."),),
        kind=_number,
    )
    expect.cases(
        total,
        "total",
        50,
        mistakes=(
            (
                "12.5" * 4,
                "total repite el texto «12.5» cuatro veces: multiplica precio, el número, y no "
                "precio_texto.",
            ),
            (16.5, "Has sumado la cantidad y el precio: cada pieza cuesta 12.5, y son 4."),
            (48, "48 es 4 × 12: en total el precio también tiene que llevar sus decimales."),
        ),
        kind=_number,
    )


@exercise(
    "1.1.4",
    hints=(
        "Dos preguntas: ¿cuántas veces cabe el 12 entero en 250?, ¿y cuánto sobra?",
        "Para la primera está `//` y para la segunda, `%`.",
        "`panecillos // por_bolsa` y `panecillos % por_bolsa`.",
    ),
    praise="20 bolsas llenas y 10 sueltos: 20 × 12 + 10 = 250. Lo que // no reparte lo da %.",
)
def check_bags(bags, left_over):
    expect.cases(
        bags,
        "bolsas",
        20,
        mistakes=(
            (
                250 / 12,
                "No hay 20.83 bolsas llenas. Con / salen decimales: ¿qué división da solo las "
                "enteras?",
            ),
            (21, "La bolsa número 21 no se llena: se piden las llenas. Con // no se redondea."),
            (10, "10 son los que sobran, no las bolsas: cuántas veces cabe el 12 lo da //."),
        ),
        kind=_integer,
    )
    expect.cases(
        left_over,
        "sueltos",
        10,
        mistakes=(
            (
                250 / 12 - 20,
                0.83,
                "Eso son los decimales de 250 / 12, una fracción de bolsa: % da cuántos panecillos "
                "sobran.",
            ),
            (2, "2 es lo que falta para llenar otra bolsa, no lo que sobra."),
        ),
        kind=_integer,
    )


@exercise(
    "1.1.5",
    hints=(
        "Un euro son 100 céntimos. Imprime `pago * 100` y mira bien el resultado.",
        "`int(…)` corta los decimales y `round(…)` va al entero más cercano. ¿Cuál conviene aquí?",
        "`centimos = round(pago * 100)`",
    ),
    praise="435: round va al entero más cercano. int habría cortado 434.99999999999994 y se habría "
    "perdido un céntimo.",
)
def check_cents(cents):
    cents = _number(cents, "centimos")
    if isinstance(cents, float) and expect.same(cents, 435):
        expect.wrong(
            f"{expect.shown(cents)} es un float: se pide un int. ¿Qué da el entero más cercano?"
        )
    expect.cases(
        cents,
        "centimos",
        435,
        mistakes=(
            (
                434,
                "Falta un céntimo. Imprime pago * 100: sale 434.99999999999994, e int corta los "
                "decimales. ¿Qué función va al entero más cercano?",
            ),
            (400, "Se perdieron los decimales antes de multiplicar: primero por 100, y después…"),
            (4.35, 4, "Eso siguen siendo euros: un euro son 100 céntimos."),
            (0.0435, "Has dividido entre 100: de euros a céntimos se multiplica."),
        ),
        kind=expect.integer,
    )


@exercise(
    "1.1.6",
    hints=(
        "«15 %» quiere decir 15 de cada 100.",
        "Para `por_persona`, junta primero la cuenta y la propina, y reparte después.",
        "`cuenta * porcentaje / 100` y `(cuenta + propina) / personas`.",
    ),
    praise="15 de cada 100 es multiplicar por 15 / 100. Y los paréntesis suman antes de repartir.",
)
def check_tip(tip, each):
    expect.cases(
        tip,
        "propina",
        12.6,
        mistakes=(
            (1260, "Es quince veces la cuenta: 15 % son 15 de cada 100, o sea, 15 / 100."),
            (
                12.6 * 3,
                "La propina es una para los tres: el 15 % de 84, sin multiplicar por personas.",
            ),
            (4.2, "Eso es la propina de cada persona; propina es la de toda la mesa."),
            (8.4, "Usaste el 10 %: se pide el 15 %."),
            (5.6, "Has dividido entre 15. El 15 % se obtiene multiplicando por 15 / 100."),
            (12, "La propina lleva decimales: con // se pierden. Usa /."),
            (13, "Se pide sin redondear."),
            (96.6, "Eso es la cuenta con la propina ya sumada: propina es solo la propina."),
        ),
        kind=_number,
    )
    expect.cases(
        each,
        "por_persona",
        32.2,
        mistakes=(
            (
                84 + 12.6 / 3,
                "Solo dividiste la propina: sin paréntesis, la división va antes que la suma.",
            ),
            (
                84 / 3 + 12.6,
                "Repartiste la cuenta, pero sumaste la propina entera: también se reparte.",
            ),
            (84 / 3, "Repartiste la cuenta, pero no la propina."),
            (12.6 / 3, "Repartiste la propina, pero no la cuenta."),
            (96.6, "Eso es lo que pagan entre los tres: falta repartir."),
            (32, "Se pide sin redondear: con // o int se pierden los decimales."),
        ),
        kind=_number,
    )


CAPITAL = 1500 * 1.04**8


@exercise(
    "1.1.7",
    hints=(
        "Cada año se multiplica otra vez por 1.04. ¿Cómo se escribe «multiplicado 8 veces»?",
        "1.04 sale de `1 + interes / 100`, entre paréntesis, y elevado a los años con `**`.",
        "`round(capital * (1 + interes / 100) ** anios, 2)`",
    ),
    praise="2052.85 €. Si los intereses no dieran intereses serían 1980: esa diferencia crece con "
    "los años, cada vez más deprisa.",
)
def check_compound_interest(final):
    expect.cases(
        final,
        "capital_final",
        round(CAPITAL, 2),
        mistakes=(
            (
                1980,
                "Eso es interés simple: cada año el 4 % de 1500. Aquí los intereses se acumulan.",
            ),
            (
                *_also_rounded(CAPITAL - 1500, 2),
                "Eso es solo lo que ganas: suma también lo que tenías.",
            ),
            (1560, "Eso es tras un solo año: falta la potencia."),
            (1500 * 1.04 * 8, "Has multiplicado por 8 años: multiplicar ocho veces es elevar a 8."),
            (
                1500,
                "Es el capital de partida: no ha crecido nada. Lo que se eleva es 1.04, y la suma "
                "que lo forma va entre paréntesis, porque ** se hace antes que +.",
            ),
            (
                *_also_rounded(1500 * 1.4**8, 2),
                "Has usado el 40 %: el 4 % es 0.04, y se multiplica por 1.04.",
            ),
            (1500 * 5.0**8, "Has usado 4 en vez del 4 %: divide el interés entre 100."),
            (
                *_also_rounded(1500 * 1.04**7, 2),
                "Son 7 años: el exponente es el número de años, 8.",
            ),
            (
                *_also_rounded((1500 * 1.04) ** 8, 2),
                "Es muchísimo dinero: has elevado también el capital, y solo se eleva el 1.04.",
            ),
            *_unrounded(CAPITAL, 2, "capital_final"),
        ),
        kind=_number,
        tolerance=1e-9,
    )


@exercise(
    "1.1.8",
    hints=(
        "Una hora son 3600 segundos: ¿cuántas horas enteras caben, y cuántos segundos sobran?",
        "Con lo que sobra, lo mismo: ¿cuántos minutos enteros caben, de 60 en 60?",
        "`duracion // 3600`, `(duracion % 3600) // 60` y `duracion % 60`.",
    ),
    praise="2 h 44 min 36 s. Con dos repartos, un número se vuelve algo que se entiende.",
)
def check_time(hours, minutes, seconds):
    expect.cases(
        hours,
        "horas",
        2,
        mistakes=(
            (9876 / 3600, "Las horas llevan decimales: // da solo las enteras."),
            (3, "La tercera hora no llega a cumplirse: // no redondea, cuenta."),
            (164, "Has dividido entre 60 y eso son minutos: una hora tiene 3600 segundos."),
        ),
        kind=_integer,
    )
    expect.cases(
        minutes,
        "minutos",
        44,
        mistakes=(
            (
                164,
                164.6,
                "164 son los minutos de toda la película: aparta antes las dos horas, con %.",
            ),
            (
                2676,
                "2676 son los segundos que sobran al quitar las horas: falta ver cuántos minutos "
                "hay ahí.",
            ),
            (2676 / 60, "Los minutos llevan decimales: // da solo los enteros."),
            (45, "El minuto 45 no llega a cumplirse: // no redondea, cuenta."),
            (36, "36 son los segundos que sobran al final: en minutos van los minutos."),
        ),
        kind=_integer,
    )
    expect.cases(
        seconds,
        "segundos",
        36,
        mistakes=(
            (2676, "2676 incluye los 44 minutos: los segundos sueltos son menos de 60."),
            (9876, "9876 es la película entera: los segundos sueltos son menos de 60."),
            (0.6, "Eso es una fracción de minuto, no segundos: usa % en lugar de /."),
        ),
        kind=_integer,
    )


LAST_SQUARE = 2**63
ALL_GRAINS = 2**64 - 1


@exercise(
    "1.1.9",
    hints=(
        "La casilla 1 tiene `2 ** 0` granos, la 2 tiene `2 ** 1`, la 3 tiene `2 ** 2`. ¿Y la 64?",
        "Compara cada total con los granos de la casilla siguiente: ¿cuánto falta?",
        "`ultima_casilla = 2 ** 63` y `todos = 2 ** 64 - 1`.",
    ),
    praise="Más de 18 trillones de granos (un 18 y otras 18 cifras), contados hasta el último: al "
    "ritmo de hoy, el trigo que se cosecha en el mundo en varios siglos. Con float, ese «- 1» se "
    "habría perdido.",
)
def check_chessboard(last, everything):
    expect.cases(
        last,
        "ultima_casilla",
        LAST_SQUARE,
        mistakes=(
            (
                2 ^ 63,
                2 ^ 64,
                "En Python ^ no es la potencia: dos elevado a tres se escribe 2 ** 3.",
            ),
            (
                2 * 63,
                2 * 64,
                "Has multiplicado por 2 una vez. Cada casilla lo hace otra vez: potencia.",
            ),
            (63**2, 64**2, "Es 2 elevado a algo, y no algo elevado a 2: mira qué se repite."),
            (
                2**64,
                "Te has pasado una casilla: la 1 tiene 2 ** 0 y la 4, 2 ** 3. El exponente va uno "
                "por detrás.",
            ),
            (ALL_GRAINS, "Eso son los granos de todo el tablero: van en la segunda respuesta."),
        ),
        kind=_exact,
        message="ultima_casilla no es 1 doblado 63 veces.",
    )
    expect.cases(
        everything,
        "todos",
        ALL_GRAINS,
        mistakes=(
            (2**64, "Casi: te pasas por un solo grano. Mira en la tabla los totales 1, 3, 7 y 15."),
            (LAST_SQUARE, "Eso son solo los granos de la última casilla: faltan las otras."),
            (LAST_SQUARE - 1, "Eso es lo que hay en las 63 primeras casillas: falta la última."),
        ),
        kind=_exact,
        message="todos no es la suma de las 64 casillas. Prueba primero con 4: 15.",
    )


def _exact(value, name):
    """Exige un entero exacto; avisa de los ``float``, que pierden las últimas cifras."""
    _number(value, name)
    if isinstance(value, float):
        expect.wrong(
            f"{name} es un float, y solo guarda unas 16 cifras. Con 2 en vez de 2.0, y sin /, "
            "el resultado es un int exacto."
        )
    return expect.integer(value, name)


@exercise(
    "1.1.10",
    hints=(
        "Sumar el 21 % es quedarse con el precio entero más 0.21 veces el precio.",
        "O sea, multiplicar por 1.21. Y lo contrario de multiplicar es…",
        "`precio_lampara * (1 + iva / 100)` y `pagado / (1 + iva / 100)`.",
    ),
    praise="Sumar un 21 % es multiplicar por 1.21; quitarlo es dividir entre 1.21. Restar un 21 % "
    "no lo deshace, porque ya es el 21 % de otra cantidad.",
)
def check_tax(final, base):
    expect.cases(
        final,
        "precio_final",
        96.8,
        mistakes=(
            (16.8, "Eso es solo el impuesto: falta sumarlo al precio."),
            (101, "Has sumado 21 euros: el 21 % son 21 de cada 100."),
            (80 * 21, "Has multiplicado por 21: el 21 % es 21 / 100."),
            (80 * 22, "Has multiplicado por 22: falta dividir el IVA entre 100."),
            (80 * 0.79, "Has restado el 21 %: el IVA se suma."),
            (
                80.21,
                "Has sumado 0.21 euros, y lo que se suma es 0.21 veces el precio: con paréntesis, "
                "(1 + iva / 100) lo multiplica entero.",
            ),
        ),
        kind=_number,
    )
    expect.cases(
        base,
        "sin_iva",
        50,
        mistakes=(
            (
                60.5 * 0.79,
                "Has quitado el 21 % de 60.5, pero el IVA se calculó sobre el precio sin IVA, que "
                "es menor. Si multiplicar por 1.21 lo sumó, ¿qué lo deshace?",
            ),
            (60.5 - 21, "Has restado 21 euros: el 21 % son 21 de cada 100."),
            (60.5 * 1.21, "Has sumado el IVA otra vez: hay que deshacerlo, dividir."),
            (60.5 * 0.21, "Eso es el 21 % de lo pagado: se pide el precio sin IVA."),
            (
                60.71,
                "Sin paréntesis se divide entre 1 y después se suma: primero hay que hacer la "
                "suma.",
            ),
            (60.5 / 22, "Has dividido entre 22: falta dividir el IVA entre 100."),
            (60.5 / 0.21, "Has dividido entre 0.21: con el IVA, el precio se multiplicó por 1.21."),
            (10.5, "Eso es el impuesto que se pagó: se pide el precio sin él."),
        ),
        kind=_number,
    )


BMI = 68 / 1.7**2


@exercise(
    "1.1.11",
    hints=(
        "Fíjate en la unidad: la altura viene en centímetros y la fórmula la quiere en metros.",
        "Pasa la altura a metros (divide entre 100) y elévala con `** 2`.",
        "`round(peso_kg / (altura_cm / 100) ** 2, 1)`",
    ),
    praise="Las unidades, lo primero: con centímetros no habría habido ningún error, solo un "
    "número absurdo.",
)
def check_bmi(bmi):
    expect.cases(
        bmi,
        "imc",
        round(BMI, 1),
        mistakes=(
            (
                *_also_rounded(68 / 170**2, 1),
                "Casi cero: la altura está en centímetros. Pásala a metros, dividiendo entre 100.",
            ),
            (80, "Has multiplicado la altura por 2: al cuadrado es ** 2."),
            (40, "Falta elevar la altura al cuadrado."),
            (1600, "Has elevado la división entera: solo la altura va al cuadrado."),
            (
                4000,
                "Sin paréntesis, ** va antes que /: son los metros los que van al cuadrado, "
                "(altura_cm / 100) ** 2.",
            ),
            (
                *_also_rounded(68 * 1.7**2, 1),
                "Has multiplicado por la altura al cuadrado: hay que dividir.",
            ),
            (
                1.7**2 / 68,
                170**2 / 68,
                "Está al revés: el peso se divide entre la altura al cuadrado.",
            ),
            *_unrounded(BMI, 1, "imc"),
        ),
        kind=_number,
        tolerance=1e-9,
    )


@exercise(
    "1.1.12",
    hints=(
        "Hay dos operaciones, y la resta va primero. ¿Cómo se le dice a Python?",
        "Con paréntesis: `(fahrenheit - 32)`. Después, por 5 y entre 9.",
        "`celsius = (fahrenheit - 32) * 5 / 9`",
    ),
    praise="25 °C, un día agradable. Prueba con -40: es el único número igual en las dos escalas.",
)
def check_temperature(celsius):
    expect.cases(
        celsius,
        "celsius",
        25,
        mistakes=(
            (
                *_also_rounded(77 - 32 * 5 / 9, 1),
                "Sin paréntesis se multiplica antes de restar: primero hay que restar 32.",
            ),
            (45, "Has restado 32: falta aplicar los cinco novenos, * 5 / 9."),
            (81, "Has usado nueve quintos: para llegar a Celsius son cinco novenos."),
            (77 * 9 / 5 + 32, "Eso convierte de Celsius a Fahrenheit: aquí es al revés."),
            (*_also_rounded(77 * 5 / 9, 1), "Falta restar 32 antes de multiplicar."),
            (
                *_also_rounded(77 * 5 / 9 - 32, 1),
                "La resta va primero, y la has dejado para el final.",
            ),
            (*_also_rounded((77 + 32) * 5 / 9, 1), "Has sumado 32: hay que restarlos."),
            (1, "Has dividido entre 5 * 9: después de multiplicar por 5, se divide solo entre 9."),
        ),
        kind=_number,
    )


quiz(
    "1.1.A1",
    correct="b",
    why="Sí: b = a ató b al número 3. Mover después la etiqueta a no mueve la de b.",
    wrong={
        "a": "b = a no une los dos nombres para siempre: ata b al número que a señalaba entonces.",
        "c": "Como ecuación sería imposible; como orden quiere decir «calcula a + 1 y átale el "
        "nombre a».",
        "d": "3 y 4 no se suman en ningún momento: solo se calcula a + 1.",
    },
    hint="Dibuja las etiquetas y muévelas línea por línea.",
)
quiz(
    "1.1.A2",
    correct="d",
    why="Sí: / da siempre un float. Para el entero 3 está 12 // 4.",
    wrong={
        "a": "Que la cuenta sea exacta no cambia el tipo: recuerda el de 10 / 2.",
        "b": "Lo que sobra lo da %, el resto: 12 % 4 es 0.",
        "c": "Un texto solo sale si hay comillas o str(…): aquí todo son números.",
    },
    hint="Vuelve a mirar `type(10 / 2)`, en la sección 3.",
)
quiz(
    "1.1.A3",
    correct="a",
    why="Sí: está escrito con cifras, pero es un nombre. Lo mismo pasa con los números de tarjeta "
    "y de teléfono.",
    wrong={
        "b": 'int("08001") da 8001: se pierde el cero y ya no es el mismo código.',
        "c": "8001.0 no es un código postal: ni el cero ni los decimales tienen sentido.",
        "d": "Un bool solo puede ser True o False.",
    },
    hint="¿Tiene sentido sumar dos códigos postales?",
)
quiz(
    "1.1.A4",
    correct="c",
    why="Sí: los enteros son exactos, y math.isclose admite la diferencia minúscula de los float.",
    wrong={
        "a": "0.10 y 0.1 son el mismo número: se guarda el mismo float.",
        "b": "Saldrá lo mismo: no es un fallo pasajero, es cómo se guardan los decimales.",
        "d": "Casi todos los lenguajes guardan así los decimales, y dan lo mismo.",
    },
    hint="¿Qué se vio al pedir veinte decimales de 0.1?",
)
