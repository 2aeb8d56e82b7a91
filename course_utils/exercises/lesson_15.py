"""Comprobaciones de 1.5, funciones."""

import contextlib
import io

from . import expect
from .core import exercise, quiz

CARD = "4539 1488 0343 6467"  # inventada para el curso; pasa la comprobación de Luhn


def _number_from(function, name, *args):
    """Llama a la función del estudiante y exige que devuelva un número."""
    return expect.number(expect.call(function, *args), f"lo que devuelve {name}")


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


@exercise(
    "1.5.1",
    hints=(
        "len cuenta, sum suma, max y min dan el mayor y el menor.",
        "sorted(importes) los ordena de menor a mayor. ¿En qué posición queda el segundo más alto?",
        "len(importes), sum(importes), max(importes) - min(importes) y sorted(importes)[-2].",
    ),
    praise="Cuatro preguntas sobre los datos, cuatro líneas y ningún ciclo.",
)
def check_builtins(count, total, difference, second):
    names = ("cuantos", "total", "diferencia", "segundo_mayor")
    for name, value in zip(names, (count, total, difference, second), strict=True):
        expect.wrong_when(
            callable(value),
            f"{name} es una función sin llamar: le faltan los paréntesis con los datos dentro.",
        )
    count = expect.integer(count, "cuantos")
    expect.wrong_when(
        count == 5, "5 es la última posición, porque se cuenta desde 0. Cuántos hay lo dice len."
    )
    expect.close(count, 6, "cuantos")
    total = expect.number(total, "total")
    expect.wrong_when(
        abs(total - 1949.6 / 6) < 0.01, "Eso es el promedio: se pide la suma, sin dividir."
    )
    expect.close(total, 1949.6, "total")
    difference = expect.number(difference, "diferencia")
    expect.wrong_when(
        abs(difference + 1437.5) < 0.01, "La resta está al revés: al mayor se le quita el menor."
    )
    expect.wrong_when(
        abs(abs(difference) - 41.2) < 0.01,
        "Restaste el primero y el último de la lista: se piden el mayor y el menor.",
    )
    expect.close(difference, 1437.5, "diferencia")
    second = expect.number(second, "segundo_mayor")
    expect.wrong_when(second == 1450, "Ese es el más alto de todos: se pide el que le sigue.")
    expect.wrong_when(
        second == 89.9,
        "Ese es el penúltimo de la lista como está: antes hay que ordenarla, con sorted.",
    )
    expect.wrong_when(
        second in (23, 12.5),
        "Ese es de los más pequeños: sorted ordena de menor a mayor, y los altos quedan al final.",
    )
    expect.close(second, 310, "segundo_mayor")


@exercise(
    "1.5.2",
    hints=(
        "La primera línea es def recargo(importe): con los dos puntos, y la segunda lleva sangría.",
        "El 2 % de un importe es importe * 0.02. Después se suman los 30 céntimos.",
        "def recargo(importe): y debajo, con sangría, return importe * 0.02 + 0.30",
    ),
    praise="Tu primera función. Desde ahora, recargo es una palabra más de tu Python.",
)
def check_fee(function):
    expect.function(function, "recargo")
    result = expect.call(function, 50)
    expect.wrong_when(
        isinstance(result, str),
        "recargo devuelve un texto: devuelve el número, y que quien llame lo escriba como quiera.",
    )
    result = expect.number(result, "lo que devuelve recargo")
    for mistaken, message in (
        (1, "Falta la parte fija: 0.30 € por pago."),
        (100.3, "Multiplicaste por 2: el 2 % es 0.02."),
        (31, "30 céntimos son 0.30 €, no 30 €."),
        (51.3, "Eso es el importe con el recargo sumado: se pide solo el recargo."),
        (16, "Los 0.30 € se suman al final, una vez; no se multiplican por el importe."),
        (10.3, "Usaste el 20 %: el 2 % es 0.02."),
    ):
        expect.wrong_when(abs(result - mistaken) < 1e-6, f"recargo(50) dio {result:g}. {message}")
    expect.close(result, 1.3, "recargo(50)")
    for amount, expected in ((1000, 20.3), (0, 0.3), (12.5, 0.55)):
        expect.close(
            _number_from(function, "recargo", amount),
            expected,
            "recargo",
            message=f"Acierta con 50 €, pero con {amount} no: ¿usas el parámetro importe?",
        )


@exercise(
    "1.5.3",
    hints=(
        "¿Cuántas cifras se tapan? Las que hay, len(numero), menos las visibles.",
        'Un texto se repite con *: "*" * 3 es "***". Y numero[-4:] son los cuatro últimos.',
        'return "*" * (len(numero) - visibles) + numero[-visibles:]',
    ),
    praise="Con 4 por defecto, casi nadie tendrá que decirlo; y quien quiera otra cosa, puede.",
)
def check_mask(function):
    expect.function(function, "enmascarar")
    number = CARD.replace(" ", "")
    result = expect.instance(expect.call(function, number), str, "lo que devuelve enmascarar")
    case = f'enmascarar("{number}")'
    expect.wrong_when(
        result == number, f"{case} devuelve el número entero a la vista: no tapa nada."
    )
    expect.wrong_when(
        result == number[-4:],
        f"{case} devuelve solo las cuatro últimas: faltan, delante, los asteriscos.",
    )
    expect.wrong_when(
        result == "*" * 12, f"{case} devuelve solo los asteriscos: faltan las cuatro últimas."
    )
    expect.wrong_when(
        result in (number[:4] + "*" * 12, "****" + number[4:], number[:-4] + "****"),
        f"{case} dio «{result}»: se tapan las primeras, y las cuatro últimas se ven.",
    )
    expect.wrong_when(
        result.endswith(number[-4:]) and set(result[:-4]) == {"*"} and len(result) != 16,
        f"{case} dio {len(result) - 4} asteriscos en el sitio de 12 cifras: va uno por cada cifra "
        "tapada, y el texto queda igual de largo.",
    )
    expect.equal(result, "*" * 12 + number[-4:], case)
    for digits, visible in ((number, 2), ("123456789", 4), ("123456789", 3)):
        args = (digits,) if visible == 4 else (digits, visible)
        result = expect.call(function, *args)
        expect.instance(result, str, "lo que devuelve enmascarar")
        case = f"enmascarar{args!r}".replace("'", '"').replace(",)", ")")
        hidden = len(digits) - visible
        expect.wrong_when(
            visible != 4 and result.endswith(digits[-4:]),
            f"{case} dio «{result}»: deja ver 4 cifras y se pedían {visible}. ¿Usas el parámetro "
            "visibles?",
        )
        expect.wrong_when(
            result.endswith(digits[-visible:]) and len(result) != len(digits),
            f"{case} dio «{result}»: debe tener {len(digits)} caracteres, como el número. Calcula "
            "los asteriscos con len(numero) y visibles.",
        )
        expect.equal(result, "*" * hidden + digits[-visible:], case)


@exercise(
    "1.5.4",
    hints=(
        "Dentro de la función, importes es una tupla: recórrela con for.",
        "Empieza una cuenta en 0 y súmale 1 cada vez que un importe sea mayor que limite.",
        "cuenta = 0; para cada valor de importes, if valor > limite: cuenta = cuenta + 1; y al "
        "final, fuera del ciclo, return cuenta.",
    ),
    praise="Un parámetro fijo delante, y detrás todos los que quieran venir.",
)
def check_count_above(function):
    expect.function(function, "contar_altos")
    result = expect.call(function, 1000, 12.5, 1450, 1000, 3200, 89.9)
    case = "contar_altos(1000, 12.5, 1450, 1000, 3200, 89.9)"
    expect.wrong_when(
        isinstance(result, (list, tuple)),
        f"{case} devuelve los importes altos: se pide cuántos son. Te falta len.",
    )
    result = expect.number(result, "lo que devuelve contar_altos")
    for mistaken, message in (
        (3, "un importe igual al límite no lo supera: usa > y no >=."),
        (5, "los cuentas todos, y se piden solo los que superan el límite."),
        (4650, "sumas los importes altos: se pide cuántos son."),
        (1, "¿está return dentro del ciclo? Así la función termina en el primero que encuentra."),
        (0, "¿está return dentro del ciclo? Así la función termina en la primera vuelta."),
    ):
        expect.wrong_when(result == mistaken, f"{case} dio {result:g}: {message}")
    expect.close(result, 2, case)
    expect.close(
        _number_from(function, "contar_altos", 50, 60, 70, 80),
        3,
        "contar_altos(50, 60, 70, 80)",
        message="Acierta con 1000, pero contar_altos(50, 60, 70, 80) debe dar 3: ¿comparas con "
        "limite, o con un 1000 fijo?",
    )
    expect.close(
        _number_from(function, "contar_altos", 100),
        0,
        "contar_altos(100)",
        message="contar_altos(100) no recibe ningún importe: debe dar 0.",
    )
    expect.close(_number_from(function, "contar_altos", -5, -9, 0), 1, "contar_altos(-5, -9, 0)")


def _payment(amount, country, hour):
    return {
        "id": "P-009",
        "comercio": "Viajes Aurora",
        "importe": amount,
        "pais": country,
        "hora": hour,
    }


@exercise(
    "1.5.5",
    hints=(
        'Son tres preguntas de sí o no. La primera es pago["importe"] > limite; las otras dos las '
        "responden es_de_madrugada(pago) y viene_de_fuera(pago).",
        "True cuenta como 1 al sumar: sum([True, False, True]) es 2.",
        'Tras la docstring, reglas = [pago["importe"] > limite, es_de_madrugada(pago), '
        "viene_de_fuera(pago)] y return sum(reglas) >= 2",
    ),
    praise="Una función hecha de funciones, que dice lo que hace. Volverá en el módulo 6, contra "
    "pagos de verdad.",
)
def check_suspicious(function):
    expect.function(function, "es_sospechoso")
    none_but_two = (
        "con una sola regla no basta, hacen falta dos.",
        "bastan dos reglas, no hacen falta las tres.",
    )
    cases = (
        ((12.5, "MX", 9), False, "no se cumple ninguna regla."),
        ((1450, "CO", 3), True, "se cumplen las tres reglas."),
        ((1450, "MX", 9), False, none_but_two[0]),
        ((20, "MX", 3), False, none_but_two[0]),
        ((20, "PE", 9), False, none_but_two[0]),
        ((20, "ES", 4), True, none_but_two[1]),
        ((1450, "AR", 15), True, none_but_two[1]),
        ((1450, "MX", 3), True, none_but_two[1]),
        ((1000, "PE", 12), False, "1000 justos no superan el límite de 1000."),
        ((50, "PE", 6), False, "las 6 en punto ya no son madrugada."),
        ((300, "ES", 12, 200), True, "con limite=200, 300 lo supera: ¿usas el parámetro limite?"),
        ((1450, "ES", 12, 2000), False, "con limite=2000, 1450 no lo supera: ¿usas limite?"),
    )
    for (amount, country, hour, *limit), expected, why in cases:
        payment = _payment(amount, country, hour)
        result = expect.call(function, payment, *limit)
        expect.wrong_when(
            isinstance(result, int) and not isinstance(result, bool),
            "Devuelve cuántas reglas se cumplen: falta comparar ese número con 2.",
        )
        expect.instance(result, bool, "lo que devuelve es_sospechoso")
        expect.wrong_when(
            payment != _payment(amount, country, hour),
            "Tu función cambia el pago que recibe: solo tiene que mirarlo.",
        )
        expect.wrong_when(
            result is not expected,
            f"Con importe {amount}, país {country} y hora {hour} debe dar {expected}: {why}",
        )
    docstring = getattr(function, "__doc__", None)
    expect.wrong_when(
        not isinstance(docstring, str) or len(docstring.split()) < 3,
        "Acierta en todo; falta la docstring: una frase entre tres comillas, en la primera línea "
        "debajo de def.",
    )


@exercise(
    "1.5.6",
    hints=(
        "Intenta (try) convertir el texto con float.",
        "Si no se puede, float falla con un ValueError: en su except va return None.",
        "try: return float(texto)   y debajo   except ValueError: return None",
    ),
    praise="None dice «aquí no hay número», sin inventarse uno.",
)
def check_to_number(function):
    expect.function(function, "a_numero")
    result = expect.call(function, "12.5")
    expect.wrong_when(
        result is None,
        'a_numero("12.5") dio None, y sí es un número. ¿Usaste int, que no admite decimales? ¿O '
        "falta return delante de float(texto)?",
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
            isinstance(result, str),
            f"{case} devuelve un texto: se pide None, sin comillas.",
        )
        expect.wrong_when(
            isinstance(result, (int, float)),
            f"{case} devuelve {result}, que parece un dato de verdad: se pide None.",
        )
        expect.wrong_when(
            result is not None, f"{case} debe dar None: llegó {expect.shown(result)}."
        )
    for text, expected in (("89", 89), (" -3.5 ", -3.5), ("1e3", 1000)):
        expect.close(
            expect.instance(expect.call(function, text), float, f'a_numero("{text}")'),
            expected,
            f'a_numero("{text}")',
        )


@exercise(
    "1.5.7",
    hints=(
        "Si altura es None, la altura es igual a la base.",
        "if altura is None: altura = base. Y después, en los dos casos, la misma cuenta.",
        "Tras ese if, return base * altura",
    ),
    praise="None por defecto significa «no me lo has dicho», y no se confunde con un 0.",
)
def check_area(function):
    expect.function(function, "area")
    result = _number_from(function, "area", 3, 4)
    for mistaken, message in (
        (14, "eso es el perímetro: el área es base por altura."),
        (7, "has sumado: el área es base por altura."),
        (6, "eso es el área de un triángulo: en un rectángulo no se divide entre 2."),
        (9, "es un cuadrado de lado 3: aquí sí se dio la altura, y es 4."),
    ):
        expect.wrong_when(result == mistaken, f"area(3, 4) dio {result:g}: {message}")
    expect.close(result, 12, "area(3, 4)")
    result = _number_from(function, "area", 5)
    expect.wrong_when(
        result in (10, 20),
        f"area(5) dio {result:g}: un cuadrado de lado 5 tiene un área de 5 por 5.",
    )
    expect.close(result, 25, "area(5)")
    result = _number_from(function, "area", 3, 0)
    expect.wrong_when(
        result == 9,
        "area(3, 0) dio 9: tratas el 0 como si faltara, porque en un if el 0 cuenta como falso. "
        "Pregunta altura is None.",
    )
    expect.close(result, 0, "area(3, 0)")
    expect.close(_number_from(function, "area", 2.5, 4), 10, "area(2.5, 4)")


@exercise(
    "1.5.8",
    hints=(
        "numeros es una tupla: sum(numeros) los suma y len(numeros) los cuenta.",
        "Antes de dividir: si len(numeros) es 0, raise ValueError con un mensaje.",
        'if len(numeros) == 0: raise ValueError("no hay números"). Después, return sum(numeros) / '
        "len(numeros)",
    ),
    praise="Sin números no hay promedio, y tu función lo dice claro en vez de inventarse un 0.",
)
def check_mean(function):
    expect.function(function, "promedio")
    result = _number_from(function, "promedio", 6, 8, 10, 3)
    for mistaken, message in (
        (27, "eso es la suma: falta dividirla entre cuántos son."),
        (13.5, "divides entre 2: hay que dividir entre len(numeros)."),
        (6, "usas //, que quita los decimales: se divide con /."),
        (7, "eso es el valor de en medio (la mediana): se pide la suma entre cuántos son."),
        (1.5, "¿está return dentro del ciclo? Así la función termina en la primera vuelta."),
    ):
        expect.wrong_when(result == mistaken, f"promedio(6, 8, 10, 3) dio {result:g}: {message}")
    expect.close(result, 6.75, "promedio(6, 8, 10, 3)")
    expect.close(_number_from(function, "promedio", 7), 7, "promedio(7)")
    expect.close(
        _number_from(function, "promedio", -1, 0, 4),
        1,
        "promedio(-1, 0, 4)",
        message="promedio(-1, 0, 4) debe dar 1: ¿divides siempre entre 4, o te saltas el 0?",
    )
    _raises_value_error(function, "promedio()")


@exercise(
    "1.5.9",
    hints=(
        "El precio final es el precio más el precio por la tasa.",
        "round(cuenta, 2) deja dos decimales. Para la tasa: if tasa < 0 or tasa > 1: raise …",
        'if tasa < 0 or tasa > 1: raise ValueError("la tasa va de 0 a 1"). Después, return '
        "round(precio * (1 + tasa), 2)",
    ),
    praise="El error más caro de esta función, escribir 21 por 0.21, ya no pasa inadvertido.",
)
def check_taxed_price(function):
    expect.function(function, "precio_con_impuesto")
    name = "precio_con_impuesto"
    result = expect.call(function, 100)
    expect.wrong_when(
        isinstance(result, str),
        f"{name} devuelve un texto: redondea con round(…, 2), que da un número.",
    )
    result = expect.number(result, f"lo que devuelve {name}")
    for mistaken, message in (
        (16, "eso es solo el impuesto: se pide el precio con el impuesto sumado."),
        (100.16, "sumaste la tasa: hay que sumar el precio por la tasa."),
        (84, "has restado el impuesto, y hay que sumarlo."),
        (1700, "la tasa ya es una fracción: no la multipliques por 100."),
        (121, "el valor por defecto de tasa es 0.16."),
    ):
        expect.wrong_when(abs(result - mistaken) < 1e-6, f"{name}(100) dio {result:g}: {message}")
    expect.close(result, 116, f"{name}(100)")
    result = _number_from(function, name, 100, 0.21)
    expect.wrong_when(
        abs(result - 116) < 1e-6,
        f"{name}(100, 0.21) también da 116: ¿usas el parámetro tasa, o un 0.16 fijo?",
    )
    expect.close(result, 121, f"{name}(100, 0.21)")
    result = _number_from(function, name, 19.99)
    expect.wrong_when(
        result == 23,
        f"{name}(19.99) dio 23: redondeas a enteros. Se piden dos decimales: round(…, 2).",
    )
    expect.wrong_when(
        abs(result - 23.1884) < 1e-6,
        f"{name}(19.99) dio {result:.4f}: falta redondear a dos decimales con round(…, 2).",
    )
    expect.close(result, 23.19, f"{name}(19.99)")
    for rate, expected in ((0, 100), (1, 200)):
        expect.close(_number_from(function, name, 100, rate), expected, f"{name}(100, {rate})")
    for rate in (21, 1.5, -0.1):
        _raises_value_error(function, f"{name}(100, {rate})", 100, rate)


@exercise(
    "1.5.10",
    hints=(
        "Dobla primero, y guarda el doble en una variable.",
        "Si el doble es mayor que 9, réstale 9. Si no, devuélvelo como está.",
        "doble = 2 * cifra; if doble > 9: doble = doble - 9; return doble",
    ),
    praise="Restar 9 es lo mismo que sumar las dos cifras del doble: 16 da 7, que es 1 + 6.",
)
def check_double_digit(function):
    expect.function(function, "doblar")
    for digit in (3, 6, 5, 0, 9, 1, 2, 4, 7, 8):
        double = 2 * digit
        expected = double - 9 if double > 9 else double
        result = _number_from(function, "doblar", digit)
        case = f"doblar({digit}) dio {result:g}"
        expect.wrong_when(
            digit == 3 and result == 9, f"{case}: eso es el cuadrado. El doble de 3 es 6."
        )
        expect.wrong_when(
            double > 9 and result == double, f"{case}, que pasa de 9: falta restarle 9."
        )
        expect.wrong_when(
            double > 9 and result == double - 10,
            f"{case}: se restan 9, no 10 (ni se toma solo la última cifra).",
        )
        expect.wrong_when(
            double <= 9 and result == double - 9,
            f"{case}: el 9 se resta solo cuando el doble pasa de 9.",
        )
        expect.close(result, expected, f"doblar({digit})")


def _says_valid(function, number):
    """Lo que la función del estudiante dice de un número: un booleano."""
    result = expect.call(function, number)
    expect.wrong_when(
        isinstance(result, int) and not isinstance(result, bool),
        "Devuelve un número: falta preguntar si la suma es múltiplo de 10 (suma % 10 == 0).",
    )
    return expect.instance(result, bool, "lo que devuelve es_tarjeta_valida")


@exercise(
    "1.5.11",
    hints=(
        'Haz primero la lista de cifras: [int(signo) for signo in numero if signo != " "].',
        "Dale la vuelta con [::-1] y recórrela con enumerate: las posiciones 1, 3, 5… se doblan.",
        "En el ciclo: if posicion % 2 == 1: cifra = doblar(cifra); y siempre suma = suma + cifra. "
        "Al final, fuera del ciclo, return suma % 10 == 0",
    ),
    praise="Es la misma comprobación que suelen hacer las tiendas en línea.",
)
def check_luhn(function):
    expect.function(function, "es_tarjeta_valida")
    digits = CARD.replace(" ", "")
    expect.wrong_when(
        not _says_valid(function, digits),
        "Con la tarjeta de prueba, sin espacios, da False, y es válida. Prueba con 8763 e imprime "
        "la suma: debe ser 20. ¿Doblas la segunda cifra desde la derecha, la cuarta…?",
    )
    expect.wrong_when(
        _says_valid(function, digits[:-1] + "8"),
        f"«{digits[:-1]}8» termina en 8 y no en 7: no es válida, y da True.",
    )
    expect.wrong_when(
        not _says_valid(function, "8763"),
        "«8763» es válida (su suma es 20) y da False. ¿Comparas la suma con un número fijo? Basta "
        "con que sea múltiplo de 10.",
    )
    expect.wrong_when(
        not _says_valid(function, "79927398713"),
        "Con 16 cifras acierta, pero «79927398713», que tiene 11 y es válida, da False: se empieza "
        "a contar por la derecha, no por la izquierda.",
    )
    for spaced in (CARD, "8 763", " 8763 "):
        expect.wrong_when(
            not _says_valid(function, spaced),
            f"Sin espacios acierta, pero «{spaced}» da False: quítalos antes de contar posiciones.",
        )
    typos = [
        digits[:i] + other + digits[i + 1 :]
        for i, digit in enumerate(digits)
        for other in "0123456789"
        if other != digit
    ]
    swaps = [
        digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        for i in range(len(digits) - 1)
        if digits[i] != digits[i + 1]
    ]
    for number in typos + swaps:
        # Son muchas llamadas: si la función imprime algo para depurar, que no llene la pantalla.
        with contextlib.redirect_stdout(io.StringIO()):
            valid = _says_valid(function, number)
        expect.wrong_when(
            valid,
            f"Da por buena «{number}», que es la tarjeta de prueba mal copiada. Revisa qué cifras "
            "se doblan y cuándo se resta 9.",
        )
    return (
        f"La probamos con los {len(typos)} errores de una sola cifra que caben en esa tarjeta, y "
        f"con los {len(swaps)} intercambios de dos cifras vecinas: los detecta todos."
    )


quiz(
    "1.5.A1",
    correct="c",
    why="Sí: la función imprime 12 y, como no tiene return, devuelve None, que es lo que imprime "
    "el print de fuera.",
    wrong={
        "a": "Ese 12 lo imprime la función. Pero hay otro print, fuera: ¿qué recibe?",
        "b": "Para imprimir 12 dos veces, la función tendría que devolverlo con return.",
        "d": "Una función sin return es correcta: devuelve None.",
    },
    hint="Hay dos print. ¿Qué entrega triple(4) al de fuera?",
)
quiz(
    "1.5.A2",
    correct="a",
    why="Sí: a recibe el 1, b el 2 (el 10 era por si no llegaba nada) y el asterisco reúne lo que "
    "sobra, en una tupla.",
    wrong={
        "b": "El valor por defecto se usa solo si no llega nada; el segundo argumento, 2, va a b.",
        "c": "Son los valores correctos, pero el asterisco los reúne en una tupla.",
        "d": "El asterisco recoge todos los que sobran, no solo el último.",
    },
    hint="Reparte los argumentos por orden: a, b y lo que sobre.",
)
quiz(
    "1.5.A3",
    correct="d",
    why="Sí: el precio de dentro es otro, local, y el 40 que devuelve nadie lo guarda.",
    wrong={
        "a": "El 40 se guardó en un precio local, que desaparece al terminar la llamada.",
        "b": "Aquí se imprime la variable precio de fuera, no lo que devuelve la función.",
        "c": "Puede haber dos: uno global y otro local, sin molestarse.",
    },
    hint="¿Cuántas variables llamadas precio hay?",
)
quiz(
    "1.5.A4",
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
