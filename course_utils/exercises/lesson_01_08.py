"""Comprobaciones de la lección 1.8, errores previstos."""

import math
import statistics

from . import expect
from .basics import cite, citing
from .core import exercise, quiz


def _raises_value_error(function, case, *args):
    """Exige que la llamada lance ``ValueError``, y con un mensaje."""
    try:
        result = function(*args)
    except ValueError as error:
        expect.wrong_when(
            not "".join(arg for arg in error.args if isinstance(arg, str)).strip(),
            f"{case} lanza un ValueError, pero sin mensaje. Escribe entre los paréntesis qué pasó: "
            'raise ValueError("…").',
        )
        return
    except (Exception, SystemExit) as error:
        raise expect.Mistake(
            f"{case} se detuvo con {type(error).__name__}. Se pide un ValueError: compruébalo con "
            "un if antes de hacer la cuenta, y lánzalo tú con raise."
        ) from error
    raise expect.Mistake(
        f"{case} debe lanzar un ValueError y devolvió {expect.shown(result)}. Se lanza con "
        'raise ValueError("…"), no con print ni con return.'
    )


def _payment(amount, country, hour):
    return {
        "id": "P-009",
        "comercio": "Viajes Aurora",
        "importe": amount,
        "pais": country,
        "hora": hour,
    }


@exercise(
    "1.8.1",
    hints=(
        'Son tres preguntas de sí o no. La primera es `pago["importe"] > limite`; las otras dos '
        "las responden `es_de_madrugada(pago)` y `viene_de_fuera(pago)`.",
        "`True` cuenta como 1 al sumar: `sum([True, False, True])` es 2.",
        '\n`"""Dice si un pago cumple al menos dos reglas."""\n'
        'reglas = [pago["importe"] > limite, es_de_madrugada(pago), viene_de_fuera(pago)]\n'
        "return sum(reglas) >= 2`",
    ),
    praise="Una función hecha de funciones, que dice lo que hace. Dos de sus reglas vuelven en "
    "el módulo 6, con pagos de verdad.",
)
def check_suspicious(function):
    def rules(payment, limit=1000):
        return payment["importe"] > limit, payment["hora"] < 6, payment["pais"] != "MX"

    def right(payment, limit=1000):
        return sum(rules(payment, limit)) >= 2

    reasons = (
        "no se cumple ninguna regla.",
        "con una sola regla no basta, hacen falta dos.",
        "bastan dos reglas, no hacen falta las tres.",
        "se cumplen las tres reglas.",
    )

    def because(why=None):
        return lambda payment, limit=1000: (
            f"Con importe {payment['importe']}, país {payment['pais']} y hora {payment['hora']} "
            f"debe dar {right(payment, limit)}: {why or reasons[sum(rules(payment, limit))]}"
        )

    expect.computes(
        function,
        "es_sospechoso",
        right=right,
        inputs=[
            (_payment(12.5, "MX", 9),),
            (_payment(1450, "CO", 3),),
            (_payment(1450, "MX", 9),),
            (_payment(20, "MX", 3),),
            (_payment(20, "PE", 9),),
            (_payment(20, "ES", 4),),
            (_payment(1450, "AR", 15),),
            (_payment(1450, "MX", 3),),
            (_payment(1000, "PE", 12),),
            (_payment(50, "PE", 6),),
            (_payment(50, "PE", 0),),
            (_payment(300, "ES", 12), 200),
            (_payment(1450, "ES", 12), 2000),
        ],
        kind=lambda result, name: expect.instance(result, bool, name),
        unchanged="Tu función cambia el pago que recibe: solo tiene que mirarlo.",
        message=because(),
        mistakes=(
            (
                lambda payment, limit=1000: sum(rules(payment, limit)),
                "Devuelve cuántas reglas se cumplen: falta comparar ese número con 2.",
            ),
            (
                lambda payment, limit=1000: right(payment, limit - 1e-9),
                because("1000 justos no superan el límite de 1000."),
            ),
            (
                lambda payment, limit=1000: right(payment | {"hora": payment["hora"] - 1}, limit),
                because("las 6 en punto ya no son madrugada."),
            ),
            (
                lambda payment, limit=1000: right(payment | {"hora": payment["hora"] or 6}, limit),
                because("la hora 0, medianoche, también es de madrugada."),
            ),
            (
                lambda payment, limit=1000: right(payment),
                because("el límite llega como segundo argumento, y sale lo mismo que con 1000."),
            ),
        ),
    )
    docstring = getattr(function, "__doc__", None)
    expect.wrong_when(
        not isinstance(docstring, str) or len(docstring.split()) < 3,
        "Acierta en todo; falta la docstring: una frase entre tres comillas, en la primera línea "
        "debajo de def.",
    )


@exercise(
    "1.8.2",
    hints=(
        "Intenta (`try`) convertir el texto con `float`.",
        "Si no se puede, `float` falla con un `ValueError`: en su `except` va `return None`.",
        "\n`try:\n    return float(texto)\nexcept ValueError:\n    return None`",
    ),
    praise="None dice «aquí no hay número», sin inventarse uno.",
)
def check_to_number(function):
    expect.function(function, "a_numero")
    result = expect.call(function, "12.5")
    expect.wrong_when(
        result is None,
        'a_numero("12.5") dio None, y sí es un número. Lo convierte float (int no admite '
        "decimales), con return delante.",
    )
    expect.wrong_when(
        isinstance(result, str), "Devuelve el texto como llegó: hay que convertirlo con float."
    )
    result = expect.number(result, "lo que devuelve a_numero")
    expect.close(result, 12.5, 'a_numero("12.5")')
    for text in ("doce", "", "12,5", "4539 1488"):
        result = expect.call(function, text)
        case = f'a_numero("{text}")'
        expect.wrong_when(
            isinstance(result, str), f"{case} devuelve un texto: se pide None, sin comillas."
        )
        expect.wrong_when(
            isinstance(result, (int, float)),
            f"{case} devuelve {result}, que parece un dato de verdad: se pide None.",
        )
        expect.wrong_when(
            result is not None, f"{case} debe dar None: llegó {expect.shown(result)}."
        )
    for text, expected in (("89", 89), (" -3.5 ", -3.5), ("1e3", 1000), ("0.125", 0.125)):
        expect.close(
            expect.instance(expect.call(function, text), float, f'a_numero("{text}")'),
            expected,
            f'a_numero("{text}")',
        )


def _shipping(amount):
    """Lo que cuesta el envío: la función correcta."""
    return 5 if amount < 50 else 0


# Las defectuosas que hay que descubrir, y qué hace cada una.
DEFECTS = (
    (lambda amount: 0, "no cobra el envío a nadie"),
    (lambda amount: 5, "cobra el envío a todo el mundo"),
    (lambda amount: 0 if amount < 50 else 5, "lo hace al revés: cobra a las compras grandes"),
    (lambda amount: 6 if amount < 50 else 0, "cobra 6 euros en vez de 5"),
    (lambda amount: 5 if amount <= 50 else 0, "cobra el envío a una compra de 50 euros justos"),
    (lambda amount: 5 if amount < 49 else 0, "regala el envío desde los 49 euros"),
    (lambda amount: 0 if amount == 50 else 5, "solo regala el envío a los 50 euros justos"),
    (lambda amount: 5 if 30 <= amount < 50 else 0, "regala el envío a las compras pequeñas"),
)


def _protests(function, shipping):
    """Si la prueba del estudiante da por mala una función, con un assert."""
    try:
        function(shipping)
    except AssertionError:
        return True
    except (Exception, SystemExit):
        pass
    expect.call(function, shipping)  # sin responder, o falla de otra manera: lo dice
    return False


@exercise(
    "1.8.3",
    hints=(
        "Uno por caso: una compra pequeña, una grande y, sobre todo, las de la frontera.",
        "En la frontera hay dos: 50 justos, que ya es gratis, y un poco menos, que todavía no.",
        "\n`assert envio(20) == 5\nassert envio(49.99) == 5\nassert envio(50) == …\n"
        "assert envio(120) == …`",
    ),
    praise="Ocho funciones defectuosas descubiertas: probar es elegir bien los casos.",
)
def check_tests(function):
    expect.function(function, "probar")
    expect.wrong_when(
        _protests(function, _shipping),
        "probar da por mala la función correcta: uno de tus assert pide otra cosa. Por debajo de "
        "50 euros cuesta 5; desde 50, incluidos, es 0.",
    )
    for defective, what in DEFECTS:
        expect.wrong_when(
            not _protests(function, defective),
            f"probar no descubre una función que {what}. Añade un assert que falle con ella.",
        )


@exercise(
    "1.8.4",
    hints=(
        "Si `altura` es `None`, la altura es igual a la base.",
        "`if altura is None: altura = base`. Y después, en los dos casos, la misma cuenta.",
        "\n`if altura is None:\n    altura = base\nreturn base * altura`",
    ),
    praise="None por defecto significa «no me lo has dicho», y no se confunde con un 0.",
)
def check_area(function):
    name = "area"
    square = "un cuadrado de lado 5 tiene un área de 5 por 5."
    expect.computes(
        function,
        name,
        right=lambda base, height=None: base * (base if height is None else height),
        inputs=[(3, 4), (5,), (3, 0), (2.5, 4), (7,), (1.25, 0.5), (0.35,)],
        mistakes=citing(
            name,
            (
                lambda base, height: 2 * (base + height),
                "eso es el perímetro: el área es base por altura.",
            ),
            (lambda base, height: base + height, "has sumado: el área es base por altura."),
            (
                lambda base, height: base * height / 2,
                "eso es el área de un triángulo: en un rectángulo no se divide entre 2.",
            ),
            (
                lambda base, height=None: base * (height or base),
                "tratas el 0 como si faltara, porque en un if el 0 cuenta como falso. Pregunta "
                "altura is None.",
            ),
            (
                lambda base, height: base * base,
                "es un cuadrado de lado 3: aquí sí se dio la altura, y es 4.",
            ),
            (lambda base, height=None: 2 * base if height is None else base * height, square),
            (lambda base, height=None: 4 * base if height is None else base * height, square),
        ),
    )


@exercise(
    "1.8.5",
    hints=(
        "`numeros` es una tupla: `sum(numeros)` los suma y `len(numeros)` los cuenta.",
        "Antes de dividir: si `len(numeros)` es 0, `raise ValueError(…)` con un mensaje.",
        "\n`if len(numeros) == 0:\n"
        '    raise ValueError("no hay números")\n'
        "return sum(numeros) / len(numeros)`",
    ),
    praise="Sin números no hay promedio, y tu función lo dice claro en vez de inventarse un 0.",
)
def check_mean(function):
    name = "promedio"
    expect.computes(
        function,
        name,
        right=lambda *numbers: sum(numbers) / len(numbers),
        inputs=[(6, 8, 10, 3), (7,), (-1, 0, 4, 9), (2, 2, 6.5, 1), (1, 1, 3.5)],
        mistakes=citing(
            name,
            (lambda *numbers: sum(numbers), "eso es la suma: falta dividirla entre cuántos son."),
            (
                lambda *numbers: sum(numbers) / 2,
                "divides entre 2: hay que dividir entre len(numeros).",
            ),
            (
                lambda *numbers: sum(numbers) // len(numbers),
                "usas //, que quita los decimales: se divide con /.",
            ),
            (
                lambda *numbers: statistics.median(numbers),
                "eso es el valor de en medio (la mediana): se pide la suma entre cuántos son.",
            ),
            (
                lambda *numbers: numbers[0] / len(numbers),
                "solo cuenta el primero. Si return está dentro del ciclo, la función termina en la "
                "primera vuelta.",
            ),
            (
                lambda *numbers: sum(numbers) / 4,
                "con cuatro números acierta, y aquí también divide entre 4. Es entre len(numeros).",
            ),
            (
                lambda *numbers: sum(numbers) / len([n for n in numbers if n]),
                "el 0 también cuenta: se divide entre todos los que son.",
            ),
            (
                lambda *numbers: statistics.mean(set(numbers)),
                "los números repetidos también cuentan: no los juntes en un conjunto.",
            ),
            (lambda *numbers: round(sum(numbers) / len(numbers), 2), "se pide sin redondear."),
        ),
    )
    _raises_value_error(function, "promedio()")


@exercise(
    "1.8.6",
    hints=(
        "El precio final es el precio más el precio por la tasa.",
        "`round(…, 2)` deja dos decimales. Para la tasa: `if tasa < 0 or tasa > 1: raise …`",
        "\n`if tasa < 0 or tasa > 1:\n"
        '    raise ValueError("la tasa va de 0 a 1")\n'
        "return round(precio * (1 + tasa), 2)`",
    ),
    praise="El error más caro de esta función, escribir 21 por 0.21, ya no pasa inadvertido.",
)
def check_taxed_price(function):
    name = "precio_con_impuesto"

    def taxed(result, name):
        expect.wrong_when(
            isinstance(result, str),
            "precio_con_impuesto devuelve un texto: redondea con round(…, 2), que da un número.",
        )
        return expect.number(result, name)

    expect.computes(
        function,
        name,
        right=lambda price, rate=0.16: round(price * (1 + rate), 2),
        inputs=[(100,), (100, 0.21), (19.99,), (10.01,), (100, 0), (100, 1)],
        kind=taxed,
        mistakes=citing(
            name,
            (
                lambda price, rate=0.16: price * rate,
                "eso es solo el impuesto: se pide el precio con el impuesto sumado.",
            ),
            (
                lambda price, rate=0.16: price + rate,
                "sumaste la tasa: hay que sumar el precio por la tasa.",
            ),
            (
                lambda price, rate=0.16: price * (1 - rate),
                "has restado el impuesto, y hay que sumarlo.",
            ),
            (
                lambda price, rate=0.16: price * (1 + 100 * rate),
                "la tasa ya es una fracción: no la multipliques por 100.",
            ),
            (
                lambda price, rate=0.21: round(price * (1 + rate), 2),
                "el valor por defecto de tasa es 0.16.",
            ),
            (
                lambda price, rate=0.16: round(price * (1 + (rate or 0.16)), 2),
                lambda *a: (
                    f"{cite(name, a)} no es el valor pedido: tratas la tasa 0 como si no hubiera "
                    "llegado."
                ),
            ),
            (
                lambda price, rate=0.16: round(price * 1.16, 2),
                "con esa tasa da lo mismo que con 0.16. Usa el parámetro tasa.",
            ),
            (
                lambda price, rate=0.16: round(price * (1 + rate)),
                "redondeas a enteros. Se piden dos decimales: round(…, 2).",
            ),
            (
                lambda price, rate=0.16: price * (1 + rate),
                "falta redondear a dos decimales con round(…, 2).",
            ),
            (
                lambda price, rate=0.16: math.ceil(price * (1 + rate) * 100) / 100,
                "redondeas siempre hacia arriba: round(…, 2) va al céntimo más cercano.",
            ),
        ),
    )
    for rate in (21, 1.5, -0.1):
        _raises_value_error(function, f"{name}(100, {rate})", 100, rate)


def _read(texts):
    """Los números de una lista de textos."""
    numbers = []
    for text in texts:
        try:
            numbers.append(float(text))
        except ValueError:
            continue
    return numbers


def _summary(texts):
    numbers = _read(texts)
    return sum(numbers), len(texts) - len(numbers)


@exercise(
    "1.8.7",
    hints=(
        "Guarda en una lista los números que dé `a_numero`, si no son `None`.",
        "Los que no son números son los demás: `len(textos)` menos los que guardaste.",
        "\n`numeros = []\n"
        "for texto in textos:\n"
        "    numero = a_numero(texto)\n"
        "    if numero is not None:\n"
        "        numeros.append(numero)\n"
        "if len(numeros) == 0:\n"
        '    raise ValueError("…")\n'
        "return sum(numeros), …`",
    ),
    praise="Una suma, y cuánto falta en ella: así se entrega una columna con errores.",
)
def check_column(function):
    expect.computes(
        function,
        "resumir",
        right=_summary,
        inputs=[
            (["12.5", "48.0", "", "doce", "1450.0", "22,3", "640"],),
            (["3", "4"],),
            (["x", "-2.5"],),
            (["0", "5", "", "6"],),
            (["0"],),
            (["5", "-5", "?"],),
            (["7", "7", "7", "siete", "siete"],),
        ],
        returns="suma, malos",
        kind=(expect.number, expect.integer),
        unchanged="Tu función cambia la lista que recibe: solo tiene que leerla.",
        mistakes=(
            (
                lambda texts: (_summary(texts)[0], len(_read(texts))),
                "{call}: lo segundo es cuántos sí son números, y se pide cuántos no.",
            ),
            (
                lambda texts: _summary(texts)[::-1],
                "{call}: están al revés. Primero la suma, después cuántos no son números.",
            ),
            (
                lambda texts: (sum(_read(texts)), len(texts) - sum(map(bool, _read(texts)))),
                "{call}: cuentas el 0 entre los que no son números, y lo es. Pregunta is not None: "
                "en un if, el 0 cuenta como falso.",
            ),
            (
                lambda texts: (sum(_read(texts)), texts.count("")),
                "{call}: cuentas solo los textos vacíos. Tampoco son números «doce» ni «22,3».",
            ),
            (
                lambda texts: (sum(_read(texts)) / len(_read(texts)), _summary(texts)[1]),
                "{call}: lo primero es la media de los números, y se pide la suma.",
            ),
            (
                lambda texts: (
                    sum(_read([text.replace(",", ".") for text in texts])),
                    len(texts) - len(_read([text.replace(",", ".") for text in texts])),
                ),
                "{call}: cambias la coma por un punto y das «22,3» por bueno. Aquí se pide lo que "
                "diga float, que no lo acepta.",
            ),
        ),
    )
    for texts in (["x", "", "1,5"], []):
        _raises_value_error(function, cite("resumir", (texts,)), texts)


quiz(
    "1.8.A1",
    correct="b",
    why="Sí: tras el print la función sigue, y el programa acaba tropezando lejos de la causa. Con "
    "raise se detiene donde está el problema.",
    wrong={
        "a": "raise no arregla nada: detiene la función y avisa a quien la llamó.",
        "c": "Se puede; el problema es que el programa que llama no se entera.",
        "d": "Al contrario: quien llama puede atraparlos con except y decidir qué hacer.",
    },
    hint="¿Quién se entera en cada caso: la persona que mira la pantalla, o el programa que llama?",
)
quiz(
    "1.8.A2",
    correct="c",
    why="Sí: float falla, Python salta al except sin imprimir «convertido», y después el programa "
    "sigue por donde iba.",
    wrong={
        "a": "Al fallar float, Python salta al except: la línea siguiente del try no se ejecuta.",
        "b": "Falta una: tras el except, el programa sigue, y la última línea está fuera del try.",
        "d": "El error está previsto: es un ValueError, y hay un except para él.",
    },
    hint="Sigue el camino con el dedo desde la línea que falla.",
)
quiz(
    "1.8.A3",
    correct="d",
    why="Sí: cada except atrapa el error que nombra. El KeyError no estaba previsto, y es bueno "
    "que se vea: seguramente es una errata.",
    wrong={
        "a": "except ValueError atrapa solo los ValueError. Una clave que falta es un KeyError.",
        "b": "Dentro de un try no se sigue tras un error: o lo recoge un except, o sube.",
        "c": "Eso contestaría el método get, y sin crear nada. Con corchetes es un error.",
    },
    hint="¿Qué error da una clave que no existe? ¿Lo nombra el except?",
)
quiz(
    "1.8.A4",
    correct="b",
    why="Sí: con los demás importes, > y >= contestan lo mismo. Solo se distinguen en la frontera.",
    wrong={
        "a": "Con un importe muy alto, > y >= dicen los dos que sí: no se nota la diferencia.",
        "c": "Con un importe muy bajo, > y >= dicen los dos que no: no se nota la diferencia.",
        "d": "except recoge errores de Python, y aquí no hay ninguno: la función contesta, y mal.",
    },
    hint="¿Con qué importe contestan distinto `>` y `>=`?",
)
