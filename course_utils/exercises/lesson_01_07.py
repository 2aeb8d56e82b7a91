"""Comprobaciones de la lección 1.7, funciones."""

import contextlib
import io

from . import expect
from .basics import cite, citing
from .core import exercise, quiz

CARD = "4539 1488 0343 6467"  # un ejemplo muy repetido: pasa la comprobación de Luhn


@exercise(
    "1.7.1",
    hints=(
        "`len` cuenta, `sum` suma, `max` y `min` dan el mayor y el menor.",
        "`sorted(importes)` los ordena de menor a mayor. ¿En qué posición queda el segundo más "
        "alto?",
        "`len(importes)`, `sum(importes)`, `max(importes) - min(importes)` y "
        "`sorted(importes)[-2]`.",
    ),
    praise="Cuatro preguntas sobre los datos, cuatro líneas y ningún ciclo.",
)
def check_builtins(count, total, difference, second):
    names = ("cuantos", "total", "diferencia", "segundo_mayor")
    for name, value in zip(names, (count, total, difference, second), strict=True):
        if callable(value):
            expect.wrong(
                f"{name} es una función sin llamar: le faltan los paréntesis con los datos dentro."
            )
    expect.cases(
        count,
        "cuantos",
        6,
        mistakes=(
            (5, "5 es la última posición, porque se cuenta desde 0. Cuántos hay lo dice len."),
        ),
        kind=expect.integer,
    )
    expect.cases(
        total,
        "total",
        1949.6,
        mistakes=((1949.6 / 6, "Eso es el promedio: se pide la suma, sin dividir."),),
        kind=expect.number,
    )
    expect.cases(
        difference,
        "diferencia",
        1437.5,
        mistakes=(
            (-1437.5, "La resta está al revés: al mayor se le quita el menor."),
            (
                41.2,
                -41.2,
                "Restaste el primero y el último de la lista: se piden el mayor y el menor.",
            ),
        ),
        kind=expect.number,
    )
    expect.cases(
        second,
        "segundo_mayor",
        310,
        mistakes=(
            (1450, "Ese es el más alto de todos: se pide el que le sigue."),
            (
                89.9,
                "Ese es el penúltimo de la lista como está: antes hay que ordenarla, con sorted.",
            ),
            (
                23,
                12.5,
                "Ese es de los más pequeños: sorted ordena de menor a mayor, y los altos quedan al "
                "final.",
            ),
        ),
        kind=expect.number,
    )


@exercise(
    "1.7.2",
    hints=(
        "La primera línea es `def recargo(importe):` con los dos puntos, y la segunda lleva "
        "sangría.",
        "El 2 % de un importe es `importe * 0.02`. Después se suma la parte fija.",
        "\n`def recargo(importe):\n    return importe * 0.02 + 0.30`",
    ),
    praise="Tu primera función. Desde ahora, recargo es una palabra más de tu Python.",
)
def check_fee(function):
    def fee(result, name):
        expect.wrong_when(
            isinstance(result, str),
            "recargo devuelve un texto: devuelve el número, y que quien llame lo escriba como "
            "quiera.",
        )
        return expect.number(result, name)

    expect.computes(
        function,
        "recargo",
        right=lambda amount: amount * 0.02 + 0.3,
        inputs=[(50,), (1000,), (0,), (12.5,)],
        kind=fee,
        mistakes=citing(
            "recargo",
            (lambda a: a * 0.02, "Falta la parte fija: 0.30 € por pago."),
            (lambda a: a * 2 + 0.3, "Multiplicaste por 2: el 2 % es 0.02."),
            (lambda a: a * 0.02 + 30, "30 céntimos son 0.30 €, no 30 €."),
            (
                lambda a: a * 1.02 + 0.3,
                "Eso es el importe con el recargo sumado: se pide solo el recargo.",
            ),
            (
                lambda a: a * (0.02 + 0.3),
                "Los 0.30 € se suman al final, una vez; no se multiplican por el importe.",
            ),
            (lambda a: a * 0.2 + 0.3, "Usaste el 20 %: el 2 % es 0.02."),
            (
                lambda a: 1.3,
                lambda a: (
                    f"Acierta con 50 €, pero con {a} da lo mismo, 1.3: usa el parámetro importe."
                ),
            ),
        ),
    )


@exercise(
    "1.7.3",
    hints=(
        "¿Cuántas cifras se tapan? Las que hay, `len(numero)`, menos las `visibles`.",
        'Un texto se repite con `*`: `"*" * 3` es `"***"`. Y `numero[3:]` es lo que queda al '
        "quitar tres.",
        '\n`ocultas = len(numero) - visibles\nreturn "*" * ocultas + numero[ocultas:]`',
    ),
    praise="Con 4 por defecto, casi nadie tendrá que decirlo; y quien quiera otra cosa, puede.",
)
def check_mask(function):
    def mask(number, visible=4):
        hidden = len(number) - visible
        return "*" * hidden + number[hidden:]

    def said(sentence):
        return lambda *arguments: f"{cite('enmascarar', arguments)} {sentence}"

    number = CARD.replace(" ", "")
    expect.computes(
        function,
        "enmascarar",
        right=mask,
        inputs=[
            (number,),
            (number, 2),
            ("123456789",),
            ("123456789", 3),
            ("12341234",),
            ("1234", 0),
        ],
        kind=lambda result, name: expect.instance(result, str, name),
        message=lambda *a: f"{cite('enmascarar', a)} no es el valor pedido: debe dar «{mask(*a)}».",
        mistakes=(
            (
                lambda n, v=4: mask(n, v) if v else n,
                lambda n, v=4: "*" * (len(n) - v) + n[-v:],
                said(
                    "deja ver el número entero: -0 es 0, y numero[0:] es todo. Cuenta desde el "
                    "principio, numero[ocultas:]."
                ),
            ),
            (lambda n, v=4: n, said("devuelve el número entero a la vista: no tapa nada.")),
            (
                lambda n, v=4: n[-4:],
                said("devuelve solo las cuatro últimas: faltan, delante, los asteriscos."),
            ),
            (
                lambda n, v=4: "*" * (len(n) - v),
                said("devuelve solo los asteriscos: faltan las cuatro últimas."),
            ),
            (
                lambda n, v=4: n[:v] + "*" * (len(n) - v),
                lambda n, v=4: "*" * v + n[v:],
                lambda n, v=4: n[:-v] + "*" * v,
                said("está al revés: se tapan las primeras, y las cuatro últimas se ven."),
            ),
            (
                lambda n, v=4: mask(n),
                said(
                    "deja ver 4 cifras, y se pedían otras: cuántas lo dice el parámetro visibles."
                ),
            ),
            (
                lambda n, v=4: "*" * v + n[-v:],
                lambda n, v=4: "*" * 12 + n[-v:],
                lambda n, v=4: mask(n) if v == 4 else n[-v:],
                lambda n, v=4: (
                    f"{cite('enmascarar', (n, v))} debe tener {len(n)} caracteres: va un "
                    "asterisco por cada cifra tapada, y el texto queda igual de largo. Calcúlalos "
                    "con len(numero) y visibles."
                ),
            ),
            (
                lambda n, v=4: n.replace(n[:-v], "*" * (len(n) - v)),
                said("tapa también las visibles: replace cambia esas cifras donde las encuentre."),
            ),
        ),
    )


@exercise(
    "1.7.4",
    hints=(
        "Dentro de la función, `importes` es una tupla: recórrela con `for`.",
        "Empieza una cuenta en 0 y súmale 1 cada vez que un importe sea mayor que `limite`.",
        "\n`cuenta = 0\n"
        "for valor in importes:\n"
        "    if valor > limite:\n"
        "        cuenta = cuenta + 1\n"
        "return cuenta`",
    ),
    praise="Un parámetro fijo delante, y detrás todos los que quieran venir.",
)
def check_count_above(function):
    def count(limit, *amounts):
        return sum(amount > limit for amount in amounts)

    def message(*arguments):
        none = " no recibe ningún importe, y" if len(arguments) == 1 else " no es el valor pedido:"
        return f"{cite('contar_altos', arguments)}{none} debe dar {count(*arguments)}."

    expect.computes(
        function,
        "contar_altos",
        right=count,
        inputs=[
            (1000, 12.5, 1450, 1000, 3200, 89.9),
            (50, 60, 70, 80),
            (100,),
            (-5, -9, 0),
            (7, 7, 8, 8, 8, 6),
        ],
        message=message,
        mistakes=citing(
            "contar_altos",
            (
                lambda limit, *amounts: [a for a in amounts if a > limit],
                lambda *a: (
                    f"{cite('contar_altos', a)} devuelve los importes altos: se pide cuántos son. "
                    "Te falta len."
                ),
            ),
            (
                lambda limit, *amounts: sum(a >= limit for a in amounts),
                "un importe igual al límite no lo supera: usa > y no >=.",
            ),
            (
                lambda limit, *amounts: sum(a > limit for a in amounts if a > 0),
                lambda *a: (
                    f"{cite('contar_altos', a)} no es el valor pedido: debe dar {count(*a)}, que "
                    "los importes negativos y el 0 también pueden superar el límite."
                ),
            ),
            (
                lambda limit, *amounts: sum(a > 1000 for a in amounts),
                lambda *a: (
                    f"Acierta con 1000, pero {cite('contar_altos', a)} debe dar {count(*a)}: "
                    "da lo que daría con el límite en 1000. Compara con limite."
                ),
            ),
            (
                lambda limit, *amounts: len(amounts),
                "los cuentas todos, y se piden solo los que superan el límite.",
            ),
            (
                lambda limit, *amounts: sum(a for a in amounts if a > limit),
                "sumas los importes altos: se pide cuántos son.",
            ),
            (
                lambda limit, *amounts: int(any(a > limit for a in amounts)),
                "hay más de uno. Si return está dentro del ciclo, la función termina en el primero "
                "que encuentra.",
            ),
            (
                lambda limit, *amounts: 0,
                "y alguno sí supera el límite. Si return está dentro del ciclo, la función termina "
                "en la primera vuelta.",
            ),
        ),
    )


@exercise(
    "1.7.5",
    hints=(
        "Dobla primero, y guarda el doble en una variable.",
        "Si el doble es mayor que 9, réstale 9. Si no, devuélvelo como está.",
        "\n`doble = 2 * cifra\nif doble > 9:\n    doble = doble - 9\nreturn doble`",
    ),
    praise="Restar 9 es lo mismo que sumar las dos cifras del doble: 16 da 7, que es 1 + 6.",
)
def check_double_digit(function):
    expect.computes(
        function,
        "doblar",
        right=lambda digit: 2 * digit - 9 if digit > 4 else 2 * digit,
        inputs=[(digit,) for digit in (3, 6, 5, 0, 9, 1, 2, 4, 7, 8)],
        mistakes=citing(
            "doblar",
            (lambda digit: digit * digit, "eso es el cuadrado. El doble de 3 es 6."),
            (lambda digit: 2 * digit, "el doble pasa de 9: falta restarle 9."),
            (lambda digit: 2 * digit % 10, "se restan 9, no 10 (ni se toma solo la última cifra)."),
            (lambda digit: 2 * digit - 9, "el 9 se resta solo cuando el doble pasa de 9."),
        ),
    )


def _says_valid(function, number):
    """Lo que la función del estudiante dice de un número: un booleano."""
    result = expect.call(function, number)
    expect.wrong_when(
        isinstance(result, int) and not isinstance(result, bool),
        "Devuelve un número: falta preguntar si la suma es múltiplo de 10 (suma % 10 == 0).",
    )
    return expect.instance(result, bool, "lo que devuelve es_tarjeta_valida")


@exercise(
    "1.7.6",
    hints=(
        'Haz primero la lista de cifras: `[int(signo) for signo in numero if signo != " "]`.',
        "Dale la vuelta con `[::-1]` y recórrela con `enumerate`: las posiciones 1, 3, 5… se "
        "doblan.",
        '\n`cifras = [int(signo) for signo in numero if signo != " "]\n'
        "suma = 0\n"
        "for posicion, cifra in enumerate(cifras[::-1]):\n"
        "    if posicion % 2 == 1:\n"
        "        cifra = doblar(cifra)\n"
        "    suma = suma + cifra\n"
        "return suma % 10 == 0`",
    ),
    praise="Es la misma comprobación que suelen hacer las tiendas en línea.",
)
def check_luhn(function):
    expect.function(function, "es_tarjeta_valida")
    digits = CARD.replace(" ", "")
    expect.wrong_when(
        not _says_valid(function, digits),
        "Con la tarjeta de prueba, sin espacios, da False, y es válida. Prueba con 8763 e imprime "
        "la suma: debe ser 20. Se doblan la segunda cifra desde la derecha, la cuarta…",
    )
    expect.wrong_when(
        _says_valid(function, digits[:-1] + "8"),
        f"«{digits[:-1]}8» termina en 8 y no en 7: no es válida, y da True.",
    )
    expect.wrong_when(
        not _says_valid(function, "8763"),
        "«8763» es válida (su suma es 20) y da False. Vale cualquier suma que sea múltiplo de 10.",
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
    "1.7.A1",
    correct="c",
    why="Sí: la función imprime 12 y, como no tiene return, devuelve None, que es lo que imprime "
    "el print de fuera.",
    wrong={
        "a": "Ese 12 lo imprime la función. Pero hay otro print, fuera: ¿qué recibe?",
        "b": "Para imprimir 12 dos veces, la función tendría que devolverlo con return.",
        "d": "Una función sin return es correcta: devuelve None.",
    },
    hint="Hay dos `print`. ¿Qué entrega `triple(4)` al de fuera?",
)
quiz(
    "1.7.A2",
    correct="a",
    why="Sí: a recibe el 1, b el 2 (el 10 era por si no llegaba nada) y el asterisco reúne lo que "
    "sobra, en una tupla.",
    wrong={
        "b": "El valor por defecto se usa solo si no llega nada; el segundo argumento, 2, va a b.",
        "c": "Son los valores correctos, pero el asterisco los reúne en una tupla.",
        "d": "El asterisco recoge todos los que sobran, no solo el último.",
    },
    hint="Reparte los argumentos por orden: uno al primero, otro al segundo, y lo que sobre.",
)
quiz(
    "1.7.A3",
    correct="d",
    why="Sí: el precio de dentro es otro, local, y el 40 que devuelve nadie lo guarda.",
    wrong={
        "a": "El 40 se guardó en un precio local, que desaparece al terminar la llamada.",
        "b": "Aquí se imprime la variable precio de fuera, no lo que devuelve la función.",
        "c": "Puede haber dos: uno global y otro local, sin molestarse.",
    },
    hint="¿Cuántas variables llamadas `precio` hay?",
)
