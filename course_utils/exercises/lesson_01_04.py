"""Comprobaciones de la lección 1.4, colecciones."""

from . import expect
from .core import exercise, quiz

NEW_PAYMENT = {"id": "P-006", "comercio": "Panadería Sol", "importe": 9.5, "pais": "MX", "hora": 19}
FIRST_FIVE = [f"P-00{n}" for n in range(1, 6)]


def _count(items, wanted):
    """Cuántas veces está ``wanted`` en una lista que puede traer cualquier cosa."""
    return sum(expect.same(item, wanted) for item in items)


def _list(value, name):
    """Exige una lista; None es lo que devuelven los métodos que la cambian."""
    if value is None:
        expect.wrong(
            f"{name} es None, que es lo que devuelven append, remove, sort y otros: cambian "
            f"la lista y van en su propia línea, sin «{name} =» delante."
        )
    return expect.instance(value, list, name)


def _text(value, name):
    return expect.instance(value, str, name)


def _tuple(value, name):
    return expect.instance(value, tuple, name)


def _set(value, name):
    """Exige un conjunto; uno que no cambia (frozenset) también lo es."""
    return expect.instance(set(value) if isinstance(value, frozenset) else value, set, name)


@exercise(
    "1.4.1",
    hints=(
        "¿Qué signo convierte un valor entre paréntesis en una tupla?",
        "Las tuplas se suman con `+`, y el resultado es otra tupla: guárdalo en `ampliada`.",
        '`solo_co = ("CO",)` y `ampliada = base + solo_co`',
    ),
    praise="base sigue igual: de una tupla no se cambia nada, se construye otra.",
)
def check_tuples(single, extended):
    expect.cases(
        single,
        "solo_co",
        ("CO",),
        mistakes=(
            (
                "CO",
                'solo_co es un texto: ("CO") sin coma es lo mismo que "CO". La tupla la hace la '
                "coma.",
            ),
            (
                ("C", "O"),
                'solo_co tiene dos elementos: tuple("CO") separa el texto en letras. Usa la coma.',
            ),
        ),
        kind=_tuple,
        message=f"solo_co debe tener un único elemento, el texto CO: llegó {expect.shown(single)}.",
    )
    expect.cases(
        extended,
        "ampliada",
        ("MX", "ES", "CO"),
        mistakes=(
            (
                ("MX", "ES"),
                "ampliada es igual que base: la suma no cambia base, da otra tupla, que hay que "
                "guardar.",
            ),
            (
                (("MX", "ES"), ("CO",)),
                (("MX", "ES"), "CO"),
                "ampliada tiene una tupla dentro de otra: únelas con +, no con una coma.",
            ),
            (("CO", "MX", "ES"), "ampliada: CO va al final. Al sumar, el orden importa."),
        ),
        kind=_tuple,
        message=f"ampliada no es la tupla pedida: llegó {expect.shown(extended)}.",
    )


@exercise(
    "1.4.2",
    hints=(
        "Cuántos hay lo dice `len`; cuánto suman, `sum`.",
        "Los dos resultados, entre paréntesis y separados por una coma.",
        "`resumen = (len(caja), sum(caja))`",
    ),
    praise="Dos resultados que viajan juntos y en un orden fijo: para eso están las tuplas.",
)
def check_summary(summary):
    expect.wrong_when(
        isinstance(summary, list), "resumen es una lista: la tupla lleva paréntesis, no corchetes."
    )
    if len(_tuple(summary, "resumen")) != 2:
        expect.wrong(
            f"resumen debe tener dos elementos (cuántos y cuánto suman) y tiene {len(summary)}."
        )
    expect.wrong_when(
        expect.same(summary, (721.75, 5)),
        "resumen está al revés: primero cuántos, después cuánto suman.",
    )
    expect.cases(summary[0], "El primer elemento de resumen", 5, kind=expect.number)
    expect.cases(summary[1], "El segundo elemento de resumen", 721.75, kind=expect.number)


@exercise(
    "1.4.3",
    hints=(
        "Entre corchetes va la clave, entre comillas.",
        '`get` recibe dos datos: la clave y el valor de reserva. Para cambiar: `pago_2["hora"] = '
        "…`",
        '`donde = pago_2["comercio"]`, `moneda = pago_2.get("moneda", "EUR")` y `pago_2["hora"] = '
        "18`",
    ),
    praise="Leer, leer con reserva y cambiar: con eso se hace casi todo en un diccionario.",
)
def check_payment(shop, currency, payment):
    expect.cases(
        shop,
        "donde",
        "Librería Norte",
        mistakes=(
            ("comercio", 'donde es el nombre de la clave; se pide su valor: pago_2["comercio"].'),
        ),
        kind=_text,
    )
    expect.cases(
        currency,
        "moneda",
        "EUR",
        mistakes=(
            (None, "moneda es None: a get le falta el segundo dato, el valor de reserva."),
            ("moneda", "moneda debe ser lo que responde get, no el nombre de la clave."),
        ),
        kind=_text,
    )
    payment = expect.instance(payment, dict, "pago_2")
    expect.wrong_when(
        "moneda" in payment,
        "pago_2 tiene ahora una clave «moneda», y no se pedía añadirla: get responde sin tocar el "
        "diccionario.",
    )
    expect.wrong_when("hora" not in payment, "pago_2 ha perdido la clave «hora»: solo se cambia.")
    expect.wrong_when(
        isinstance(payment["hora"], str), "La hora es un texto: escribe 18 sin comillas."
    )
    hour = expect.number(payment["hora"], "La hora de pago_2")
    expect.wrong_when(
        hour == 17,
        'La hora sigue siendo 17. Se cambia con un solo =, y con la clave exacta: pago_2["hora"].',
    )
    expect.close(
        payment,
        {"id": "P-002", "comercio": "Librería Norte", "importe": 38.0, "pais": "MX", "hora": 18},
        "pago_2",
        message="En pago_2 debía cambiar solo la hora, a 18. Ejecuta otra vez la celda entera, que "
        "crea el diccionario de nuevo, y mira qué línea cambia otra cosa.",
    )


@exercise(
    "1.4.4",
    hints=(
        'Ve por pasos: `cliente["tarjeta"]` es un diccionario. ¿Qué clave le pides después?',
        "El número es un texto: sus cuatro últimas cifras son el recorte `[-4:]`.",
        '`cliente["tarjeta"]["pais"]`, `cliente["tarjeta"]["numero"][-4:]`, '
        '`cliente["comercios"][1]`.',
    ),
    praise="De izquierda a derecha, un paso por corchete: así se lee cualquier dato anidado.",
)
def check_nested(country, last_four, shop):
    expect.wrong_when(
        isinstance(country, dict),
        'pais_tarjeta es el diccionario entero de la tarjeta: falta un paso más, ["pais"].',
    )
    expect.cases(
        country,
        "pais_tarjeta",
        "MX",
        mistakes=(("CO", "CO es el país del cliente; se pide el de su tarjeta."),),
        kind=_text,
    )
    expect.cases(
        last_four,
        "ultimas_cuatro",
        "6467",
        mistakes=(
            (6467, "ultimas_cuatro debe ser un texto, recortado del número."),
            ("4539", "ultimas_cuatro: esas son las cuatro primeras. Desde el final: [-4:]."),
            ("646", "ultimas_cuatro: [-4:-1] deja fuera la última cifra."),
            ("6", "ultimas_cuatro es una sola cifra: sin los dos puntos, -4 es una posición."),
        ),
        kind=_text,
    )
    expect.wrong_when(isinstance(shop, list), "segundo_comercio es una lista: pídele una posición.")
    expect.cases(
        shop,
        "segundo_comercio",
        "Librería Norte",
        mistakes=(("Farmacia Luz", "Farmacia Luz es el tercero: las posiciones empiezan en 0."),),
        kind=_text,
    )


@exercise(
    "1.4.5",
    hints=(
        "«En los dos» es la intersección; «en uno y no en el otro», la diferencia.",
        "Para contar personas distintas, une los dos conjuntos y cuenta.",
        "`web & tienda`, `web - tienda` y `len(web | tienda)`.",
    ),
    praise="Cinco personas y no siete: la unión no cuenta dos veces a quien está en ambos sitios.",
)
def check_sets(both, only_web, how_many):
    expect.cases(
        both,
        "en_ambas",
        {"Marta", "Iván"},
        mistakes=(
            (
                {"Ana", "Luis", "Marta", "Iván", "Rosa"},
                "en_ambas tiene a todo el mundo: eso es la unión, |.",
            ),
            (
                {"Marta", "Iván", "Rosa"},
                "en_ambas es tienda entera, que es lo que da la palabra and: entre conjuntos se "
                "escribe &.",
            ),
            (
                {"Ana", "Luis", "Rosa"},
                "en_ambas tiene justo a los que están en un solo sitio: eso es ^.",
            ),
        ),
        kind=_set,
        message="en_ambas no es el conjunto pedido: quienes están en web y también en tienda.",
    )
    expect.cases(
        only_web,
        "solo_web",
        {"Ana", "Luis"},
        mistakes=(
            (
                {"Rosa"},
                "solo_web está al revés: Rosa compra solo en la tienda. En la diferencia el orden "
                "importa.",
            ),
            (
                {"Ana", "Luis", "Rosa"},
                "solo_web: con ^ también entra Rosa, que compra en la tienda. Se pide la "
                "diferencia.",
            ),
        ),
        kind=_set,
        message="solo_web no es el conjunto pedido: quienes están en web y no en tienda.",
    )
    expect.wrong_when(
        isinstance(how_many, (set, frozenset)),
        "cuantos_distintos es un conjunto: se pide cuántos elementos tiene, con len.",
    )
    expect.cases(
        how_many,
        "cuantos_distintos",
        5,
        mistakes=(
            (7, "4 + 3 cuenta dos veces a Marta y a Iván: une primero los conjuntos."),
            (3, "3 son los que están en un solo sitio (^): faltan los que están en los dos."),
        ),
        kind=expect.integer,
    )


# Cada colección, y otros nombres por los que también se la conoce.
KINDS = {
    "lista": ("list", "listas"),
    "tupla": ("tuple", "tuplas"),
    "diccionario": ("dict", "diccionarios"),
    "conjunto": ("set", "conjuntos"),
}


def _kind(value, name):
    """La palabra elegida, con su nombre de la tabla."""
    value = _text(value, name).strip().lower()
    for kind, others in KINDS.items():
        if value == kind or value in others:
            return kind
    return expect.wrong(
        f"{name}: llegó {expect.shown(value)}. Responde con una de estas palabras, entre comillas: "
        f"{', '.join(KINDS)}."
    )


@exercise(
    "1.4.6",
    hints=(
        "Busca en la tabla qué necesita cada caso: orden, cambio, repetidos, o buscar por nombre.",
        "Si se busca por nombre, hay claves. Si solo importa si está, no hacen falta posiciones.",
        "Una lista, un diccionario, una tupla y un conjunto, en ese orden.",
    ),
    praise="Elegir bien la colección es media solución del problema.",
)
def check_choices(chat, catalog, birth, blocked):
    expect.cases(
        chat,
        "chat",
        "lista",
        mistakes=(
            (
                "conjunto",
                "chat: un conjunto perdería el orden, y los mensajes repetidos se juntarían en "
                "uno.",
            ),
        ),
        kind=_kind,
        message="chat: es una serie en orden que no deja de crecer, y sin nombres.",
    )
    expect.cases(
        catalog,
        "catalogo",
        "diccionario",
        kind=_kind,
        message="catalogo: se busca por el nombre del producto, y cada nombre lleva a su precio.",
    )
    expect.cases(
        birth,
        "nacimiento",
        "tupla",
        mistakes=(
            ("lista", "nacimiento: una lista se puede cambiar sin querer, y esto no debe cambiar."),
        ),
        kind=_kind,
        message="nacimiento: son tres datos fijos, en un orden que importa.",
    )
    expect.cases(
        blocked,
        "bloqueadas",
        "conjunto",
        kind=_kind,
        message="bloqueadas: no hay orden ni repetidos, y solo se pregunta si una tarjeta está.",
    )


def _id(payment):
    """El identificador de un pago, o un texto vacío si no se ve."""
    code = payment.get("id") if isinstance(payment, dict) else ""
    return code if isinstance(code, str) else ""


@exercise(
    "1.4.7",
    hints=(
        "Copia la forma de los otros pagos: clave entre comillas, dos puntos, valor.",
        "Los textos llevan comillas; el importe y la hora, no. Después, `cierre.append(…)`.",
        '\n`pago_6 = {"id": "P-006", "comercio": "Panadería Sol", "importe": 9.5, "pais": "MX", '
        '"hora": 19}\n'
        "cierre.append(pago_6)`",
    ),
    praise="Una fila más en la tabla: basta con un diccionario más en la lista.",
)
def check_new_payment(before, payment, closing):
    payment = expect.instance(payment, dict, "pago_6")
    missing = [key for key in NEW_PAYMENT if key not in payment]
    expect.wrong_when(
        missing == ["pais"] and "país" in payment,
        "pago_6 tiene la clave «país», con acento, y en los demás pagos es «pais»: para Python son "
        "dos claves distintas.",
    )
    expect.wrong_when(
        missing,
        f"A pago_6 le falta alguna clave: {', '.join(missing)}. Se escriben entre comillas y en "
        "minúsculas, exactamente así.",
    )
    expect.wrong_when(
        len(payment) > len(NEW_PAYMENT), "pago_6 tiene claves de más: se piden solo las cinco."
    )
    for key, expected in NEW_PAYMENT.items():
        if isinstance(payment[key], str) and not isinstance(expected, str):
            expect.wrong(f"El valor de «{key}» es un texto: los números van sin comillas.")
        if not expect.same(payment[key], expected):
            expect.wrong(
                f"En pago_6, el valor de «{key}» no es el del enunciado: llegó "
                f"{expect.shown(payment[key])}."
            )
    closing = _list(closing, "cierre")
    expect.wrong_when(
        closing is before,
        "cierre y pagos son la misma lista con dos nombres, y pagos debía quedarse con los cinco "
        "de antes. La primera línea de la celda hace una copia: déjala como estaba. Antes de "
        "repetirla, ejecuta la celda que crea pagos (sección 4).",
    )
    if [_id(item) for item in _list(before, "pagos")] != FIRST_FIVE:
        expect.wrong(
            "pagos ha cambiado, y debía quedarse con los cinco de antes: el pago nuevo va solo en "
            "cierre. Ejecuta otra vez la celda que crea pagos (sección 4), y después esta."
        )
    expect.wrong_when(len(closing) == 5, "pago_6 está bien; falta añadirlo a la lista cierre.")
    expect.wrong_when(
        len(closing) == 10,
        "Al sumar, a cierre se le añadieron las cinco claves sueltas, no el pago: usa append.",
    )
    if len(closing) != 6:
        expect.wrong(
            f"cierre debe tener 6 pagos y tiene {len(closing)}. Añade pago_6 una sola vez, y "
            "ejecuta la celda entera."
        )
    expect.wrong_when(
        expect.same(closing[-1], [NEW_PAYMENT]),
        "Lo último de cierre es una lista con el pago dentro: añade el pago, sin corchetes.",
    )
    expect.close(closing[-1], NEW_PAYMENT, "cierre", message="pago_6 debe ser el último de cierre.")
    if [_id(item) for item in closing[:5]] != FIRST_FIVE:
        expect.wrong("Los cinco primeros de cierre han cambiado: son los pagos de antes, en orden.")


@exercise(
    "1.4.8",
    hints=(
        "Un conjunto quita los repetidos; la diferencia quita MX; `sorted` ordena y da una lista.",
        '`set(paises) - {"MX"}` son los países de fuera. ¿Qué hace `sorted` con ese conjunto?',
        '`informe = {"pagos": len(importes), "total": sum(importes), "fuera": sorted(set(paises) '
        '- {"MX"})}`',
    ),
    praise="Una lista, un conjunto y un diccionario, trabajando juntos: 6 pagos, 2201.75 euros y "
    "dos países de fuera, que en la lección 1.5 despertarán sospechas.",
)
def check_report(report):
    report = expect.instance(report, dict, "informe")
    missing = [key for key in ("pagos", "total", "fuera") if key not in report]
    if missing:
        expect.wrong(
            f"A informe le falta alguna clave: {', '.join(missing)}. Exactamente así, entre "
            "comillas."
        )
    expect.wrong_when(len(report) > 3, "informe tiene claves de más: se piden solo tres.")
    expect.wrong_when(
        isinstance(report["pagos"], list), 'En "pagos" va cuántos son, un número: usa len.'
    )
    count = expect.integer(report["pagos"], 'El valor de "pagos"')
    expect.wrong_when(
        count == 5, "5 es la longitud de la lista pagos, sin el de última hora: cuenta importes."
    )
    expect.close(count, 6, 'El valor de "pagos"')
    expect.cases(report["total"], 'El valor de "total"', 2201.75, kind=expect.number)
    abroad = report["fuera"]
    expect.wrong_when(
        isinstance(abroad, set), 'El valor de "fuera" es un conjunto: sorted da la lista ordenada.'
    )
    expect.wrong_when(
        abroad is None,
        'El valor de "fuera" es None: remove y otros métodos cambian la colección y no devuelven '
        "nada. Para quitar MX, usa una diferencia; para ordenar, sorted.",
    )
    expect.instance(abroad, list, 'El valor de "fuera"')
    expect.wrong_when(
        _count(abroad, "MX"), 'MX está en "fuera": quítalo con una diferencia, - {"MX"}.'
    )
    expect.wrong_when(
        expect.same(abroad, ["PE", "ES"]),
        'Los países de "fuera" no están en orden alfabético: sorted.',
    )
    expect.close(
        abroad,
        ["ES", "PE"],
        'El valor de "fuera"',
        message=lambda abroad: (
            f'El valor de "fuera" no es la lista pedida: llegó {expect.shown(abroad)}.'
        ),
    )


quiz(
    "1.4.A1",
    correct="a",
    why="Sí: in busca entre las claves, y 4.0 es un valor.",
    wrong={
        "b": "4.0 está, pero como valor; in mira solo las claves: sopa y pan.",
        "c": "in pregunta si algo está: responde True o False, nunca una clave.",
        "d": "El KeyError sale al pedir con corchetes una clave que falta; in solo pregunta.",
    },
    hint="Recuerda las dos preguntas de la sección 2 sobre la panadería.",
)
quiz(
    "1.4.A2",
    correct="b",
    why="Sí: al recorrer un diccionario salen las claves, en su orden de llegada.",
    wrong={
        "a": "Python no las ordena alfabéticamente: conserva el orden en que llegaron.",
        "c": "Al recorrer un diccionario salen las claves; los valores los da values().",
        "d": "Eso puede pasar con un conjunto. Un diccionario conserva el orden de llegada.",
    },
    hint="Es lo que demostró la celda de las existencias.",
)
quiz(
    "1.4.A3",
    correct="c",
    why="Sí: la tupla la hace la coma, y los paréntesis solos agrupan.",
    wrong={
        "a": 'Sin coma, los paréntesis solo agrupan: ("MX") es el texto.',
        "b": "Los corchetes hacen una lista, que se puede cambiar.",
        "d": "tuple toma los elementos de lo que recibe, y los de un texto son sus letras: M y X.",
    },
    hint="¿Qué es lo que hace que algo sea una tupla?",
)
quiz(
    "1.4.A4",
    correct="b",
    why="Sí: lo que está en el primero y no en el segundo.",
    wrong={
        "a": "Eso es martes - lunes: en la diferencia, el orden importa.",
        "c": "Eso es lo común, la intersección: se escribe &.",
        "d": "Eso es lo que está en uno solo, la diferencia simétrica: se escribe ^.",
    },
    hint="Empieza por los de lunes y ve quitando.",
)
