"""Comprobaciones de 1.3, colecciones."""

import numbers

from . import expect
from .core import exercise, quiz

NEW_PAYMENT = {
    "id": "P-006",
    "comercio": "Panadería Sol",
    "importe": 9.5,
    "pais": "MX",
    "hora": 19,
}


def _same(value, expected):
    """Igualdad que exige el mismo tipo de colección y no tropieza con ningún objeto raro."""
    if isinstance(expected, dict):
        return (
            isinstance(value, dict)
            and value.keys() == expected.keys()
            and all(_same(value[key], expected[key]) for key in expected)
        )
    if isinstance(expected, (list, tuple)):
        return (
            isinstance(value, type(expected))
            and len(value) == len(expected)
            and all(map(_same, value, expected))
        )
    if isinstance(expected, (str, set)):
        return isinstance(value, type(expected)) and value == expected
    is_number = isinstance(value, numbers.Real) and not isinstance(value, bool)
    return is_number and -1e15 < value < 1e15 and abs(value - expected) < 1e-9


def _count(items, wanted):
    """Cuántas veces está ``wanted`` en una lista que puede traer cualquier cosa."""
    return sum(_same(item, wanted) for item in items)


def _list(value, name):
    """Exige una lista; si es None, casi siempre es lo que devolvió append."""
    expect.wrong_when(
        value is None,
        f"{name} es None. append, remove y clear cambian la lista pero no devuelven nada: van en "
        f"su propia línea, sin «{name} =» delante.",
    )
    return expect.instance(value, list, name)


@exercise(
    "1.3.1",
    hints=(
        "La primera posición es la 0: ¿cuál es entonces la segunda?",
        "Desde el final se cuenta con negativos: -1 es el último. Y [:n] recorta los n primeros.",
        "cobros_lunes[1], cobros_lunes[-2] y cobros_lunes[:3].",
    ),
    praise="Una posición da un valor; un recorte da otra lista.",
)
def check_positions(second, last_but_one, first_three):
    second = expect.number(second, "segundo")
    expect.wrong_when(
        second == 7.25,
        "segundo: 7.25 está en la posición 2, pero se cuenta desde 0: es el tercero.",
    )
    expect.wrong_when(second == 4.5, "segundo: 4.5 es el primero, el de la posición 0.")
    expect.close(second, 12.0, "segundo")
    last_but_one = expect.number(last_but_one, "penultimo")
    expect.wrong_when(last_but_one == 9.9, "penultimo: 9.9 es el último; se pide el anterior.")
    expect.close(last_but_one, 30.0, "penultimo")
    first_three = _list(first_three, "tres_primeros")
    expect.wrong_when(
        _same(first_three, [4.5, 12.0]),
        "tres_primeros tiene dos: en [desde:hasta] la posición «hasta» no entra.",
    )
    expect.wrong_when(
        _same(first_three, [4.5, 12.0, 7.25, 30.0]),
        "tres_primeros tiene cuatro: [:3] llega hasta la posición 2, que ya es la tercera.",
    )
    expect.wrong_when(
        _same(first_three, [12.0, 7.25, 30.0]) or _same(first_three, [12.0, 7.25]),
        "tres_primeros se salta el primero: empieza en la posición 0, no en la 1.",
    )
    expect.wrong_when(
        not _same(first_three, [4.5, 12.0, 7.25]),
        f"tres_primeros no es el valor pedido: llegó {expect.shown(first_three)}.",
    )


@exercise(
    "1.3.2",
    hints=(
        "pop saca por posición y te da lo que sacó; remove quita por valor.",
        "pop() sin nada saca el último. Para el primero, dile su posición.",
        'atendido = cola.pop(0), después cola.remove("P-003") y cola.append("P-005").',
    ),
    praise="Quien llega primero sale primero: eso es una cola.",
)
def check_queue(served, queue):
    expect.wrong_when(
        served is None,
        "atendido es None: remove quita, pero no devuelve nada. El que saca y además da es pop.",
    )
    expect.wrong_when(
        isinstance(served, list), "atendido es una lista: se pide solo el elemento que sale."
    )
    expect.instance(served, str, "atendido")
    expect.wrong_when(
        served == "P-004", "atendido es el último: pop() sin posición saca por el final."
    )
    expect.wrong_when(
        served == "P-002", "atendido es el segundo: la posición del primero es 0, no 1."
    )
    expect.equal(served, "P-001", "atendido")
    queue = _list(queue, "cola")
    expect.wrong_when(
        _count(queue, "P-001"),
        "P-001 sigue en la cola: con corchetes se mira, pero no se saca. Para sacarlo, pop.",
    )
    expect.wrong_when(
        _same(queue, ["P-002", "P-003", "P-005"]),
        "Se quitó P-004 en lugar de P-003: al salir el primero, los demás avanzan una posición. "
        "Para quitar por valor, remove.",
    )
    expect.wrong_when(
        _count(queue, "P-003"), 'P-003 sigue en la cola: quítalo con remove("P-003").'
    )
    expect.wrong_when(not _count(queue, "P-005"), "Falta añadir P-005 a la cola.")
    expect.wrong_when(
        _count(queue, "P-005") > 1,
        "P-005 está más de una vez: añádelo una sola, y ejecuta otra vez la celda entera.",
    )
    expect.wrong_when(not _same(queue[-1], "P-005"), "P-005 debe quedar al final de la cola.")
    expect.wrong_when(
        not _same(queue, ["P-002", "P-004", "P-005"]),
        f"cola no es la pedida: llegó {expect.shown(queue)}.",
    )


@exercise(
    "1.3.3",
    hints=(
        "Dibuja los nombres a la izquierda y las listas a la derecha. ¿Cuántas listas hay?",
        "b = a no crea una lista; copy sí. Y b = [9] mueve la flecha de b a otra lista.",
        "El 4 entra en la lista de a. El 5, en la de c, que se copió cuando aún no estaba el 4.",
    ),
    praise="Tres listas en total: la de a, la copia y la nueva de b. Las flechas lo explican todo.",
)
def check_arrows(a, b, c):
    a = _list(a, "valor_a")
    expect.wrong_when(
        _same(a, [1, 2, 3]),
        "valor_a: después de b = a hay una sola lista con dos nombres, así que b.append(4) también "
        "se ve desde a.",
    )
    expect.wrong_when(
        _same(a, [9]),
        "valor_a: b = [9] no cambia la lista; mueve el nombre b a otra. a sigue con la suya.",
    )
    expect.wrong_when(_count(a, 5), "valor_a: el 5 entró en c, que es una copia: otra lista.")
    expect.wrong_when(
        not _same(a, [1, 2, 3, 4]), f"valor_a no es la lista final: llegó {expect.shown(a)}."
    )
    b = _list(b, "valor_b")
    expect.wrong_when(
        _same(b, [1, 2, 3, 4]) or _same(b, [1, 2, 3, 4, 9]),
        "valor_b: la última línea no añade nada; b pasa a ser el nombre de una lista nueva.",
    )
    expect.wrong_when(
        not _same(b, [9]),
        f"valor_b no es la lista final: llegó {expect.shown(b)}. Mira la última línea.",
    )
    c = _list(c, "valor_c")
    expect.wrong_when(
        _count(c, 4),
        "valor_c: cuando se copió, el 4 aún no había llegado; y después ya era otra lista.",
    )
    expect.wrong_when(
        _same(c, [1, 2, 3]), "valor_c: falta lo que hace c.append(5), que sí cambia la copia."
    )
    expect.wrong_when(
        not _same(c, [1, 2, 3, 5]), f"valor_c no es la lista final: llegó {expect.shown(c)}."
    )


@exercise(
    "1.3.4",
    hints=(
        "¿Qué signo convierte un valor entre paréntesis en una tupla?",
        "Las tuplas se suman con +, y el resultado es otra tupla: guárdalo en ampliada.",
        'solo_co = ("CO",)   y   ampliada = base + solo_co',
    ),
    praise="base sigue igual: de una tupla no se cambia nada, se construye otra.",
)
def check_tuples(single, extended):
    expect.wrong_when(
        isinstance(single, str),
        'solo_co es un texto: ("CO") sin coma es lo mismo que "CO". La tupla la hace la coma.',
    )
    expect.instance(single, tuple, "solo_co")
    expect.wrong_when(
        _same(single, ("C", "O")),
        'solo_co tiene dos elementos: tuple("CO") separa el texto en letras. Usa la coma.',
    )
    expect.wrong_when(
        not _same(single, ("CO",)),
        f"solo_co debe tener un único elemento, el texto CO: llegó {expect.shown(single)}.",
    )
    expect.instance(extended, tuple, "ampliada")
    expect.wrong_when(
        _same(extended, ("MX", "ES")),
        "ampliada es igual que base: la suma no cambia base, da otra tupla, que hay que guardar.",
    )
    expect.wrong_when(
        any(isinstance(item, tuple) for item in extended),
        "ampliada tiene una tupla dentro de otra: únelas con +, no con una coma.",
    )
    expect.wrong_when(
        _same(extended, ("CO", "MX", "ES")), "ampliada: CO va al final. Al sumar, el orden importa."
    )
    expect.wrong_when(
        not _same(extended, ("MX", "ES", "CO")),
        f"ampliada no es la tupla pedida: llegó {expect.shown(extended)}.",
    )


@exercise(
    "1.3.5",
    hints=(
        "Entre corchetes va la clave, entre comillas.",
        'get recibe dos datos: la clave y el valor de reserva. Para cambiar: pago_2["hora"] = …',
        'donde = pago_2["comercio"]; moneda = pago_2.get("moneda", "EUR"); pago_2["hora"] = 18.',
    ),
    praise="Leer, leer con reserva y cambiar: con eso se hace casi todo en un diccionario.",
)
def check_payment(shop, currency, payment):
    expect.instance(shop, str, "donde")
    expect.wrong_when(
        shop == "comercio",
        'donde es el nombre de la clave; se pide su valor: pago_2["comercio"].',
    )
    expect.equal(shop, "Librería Norte", "donde")
    expect.wrong_when(
        currency is None,
        "moneda es None: a get le falta el segundo dato, el valor de reserva.",
    )
    expect.instance(currency, str, "moneda")
    expect.wrong_when(
        currency == "moneda", "moneda debe ser lo que responde get, no el nombre de la clave."
    )
    expect.equal(currency, "EUR", "moneda")
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
    expected = {
        "id": "P-002",
        "comercio": "Librería Norte",
        "importe": 38.0,
        "pais": "MX",
        "hora": 18,
    }
    expect.wrong_when(
        not _same(payment, expected),
        "En pago_2 debía cambiar solo la hora, a 18. Ejecuta otra vez la celda entera, que crea el "
        "diccionario de nuevo, y mira qué línea cambia otra cosa.",
    )


@exercise(
    "1.3.6",
    hints=(
        'Ve por pasos: cliente["tarjeta"] es un diccionario. ¿Qué clave le pides después?',
        "El número es un texto: sus cuatro últimas cifras son el recorte [-4:].",
        'cliente["tarjeta"]["pais"], cliente["tarjeta"]["numero"][-4:], cliente["comercios"][1].',
    ),
    praise="De izquierda a derecha, un paso por corchete: así se lee cualquier dato anidado.",
)
def check_nested(country, last_four, shop):
    expect.wrong_when(
        isinstance(country, dict),
        'pais_tarjeta es el diccionario entero de la tarjeta: falta un paso más, ["pais"].',
    )
    expect.instance(country, str, "pais_tarjeta")
    expect.wrong_when(country == "CO", "CO es el país del cliente; se pide el de su tarjeta.")
    expect.equal(country, "MX", "pais_tarjeta")
    expect.wrong_when(
        isinstance(last_four, int), "ultimas_cuatro debe ser un texto, recortado del número."
    )
    expect.instance(last_four, str, "ultimas_cuatro")
    expect.wrong_when(
        last_four == "4539", "ultimas_cuatro: esas son las cuatro primeras. Desde el final: [-4:]."
    )
    expect.wrong_when(last_four == "646", "ultimas_cuatro: [-4:-1] deja fuera la última cifra.")
    expect.wrong_when(
        last_four == "6",
        "ultimas_cuatro es una sola cifra: sin los dos puntos, -4 es una posición.",
    )
    expect.equal(last_four, "6467", "ultimas_cuatro")
    expect.wrong_when(isinstance(shop, list), "segundo_comercio es una lista: pídele una posición.")
    expect.instance(shop, str, "segundo_comercio")
    expect.wrong_when(
        shop == "Farmacia Luz", "Farmacia Luz es el tercero: las posiciones empiezan en 0."
    )
    expect.equal(shop, "Librería Norte", "segundo_comercio")


@exercise(
    "1.3.7",
    hints=(
        "«En los dos» es la intersección; «en uno y no en el otro», la diferencia.",
        "Para contar personas distintas, une los dos conjuntos y cuenta.",
        "web & tienda, web - tienda y len(web | tienda).",
    ),
    praise="Cinco personas y no siete: la unión no cuenta dos veces a quien está en ambos sitios.",
)
def check_sets(both, only_web, how_many):
    both = expect.instance(both, set, "en_ambas")
    expect.wrong_when(
        _same(both, {"Ana", "Luis", "Marta", "Iván", "Rosa"}),
        "en_ambas tiene a todo el mundo: eso es la unión, |.",
    )
    expect.wrong_when(
        _same(both, {"Marta", "Iván", "Rosa"}),
        "en_ambas es tienda entera: ¿usaste la palabra and? Entre conjuntos se escribe &.",
    )
    expect.wrong_when(
        _same(both, {"Ana", "Luis", "Rosa"}),
        "en_ambas tiene justo a los que están en un solo sitio: eso es ^.",
    )
    expect.wrong_when(
        not _same(both, {"Marta", "Iván"}),
        "en_ambas no es el conjunto pedido: quienes están en web y también en tienda.",
    )
    only_web = expect.instance(only_web, set, "solo_web")
    expect.wrong_when(
        _same(only_web, {"Rosa"}),
        "solo_web está al revés: Rosa compra solo en la tienda. En la diferencia el orden importa.",
    )
    expect.wrong_when(
        _same(only_web, {"Ana", "Luis", "Rosa"}),
        "solo_web: con ^ también entra Rosa, que compra en la tienda. Se pide la diferencia.",
    )
    expect.wrong_when(
        not _same(only_web, {"Ana", "Luis"}),
        "solo_web no es el conjunto pedido: quienes están en web y no en tienda.",
    )
    expect.wrong_when(
        isinstance(how_many, set),
        "cuantos_distintos es un conjunto: se pide cuántos elementos tiene, con len.",
    )
    how_many = expect.integer(how_many, "cuantos_distintos")
    expect.wrong_when(
        how_many == 7, "4 + 3 cuenta dos veces a Marta y a Iván: une primero los conjuntos."
    )
    expect.wrong_when(
        how_many == 3, "3 son los que están en un solo sitio (^): faltan los que están en los dos."
    )
    expect.close(how_many, 5, "cuantos_distintos")


KINDS = ("lista", "tupla", "diccionario", "conjunto")


def _kind(value, name):
    """La palabra elegida, en minúsculas."""
    value = expect.instance(value, str, name).strip().lower()
    expect.wrong_when(
        value not in KINDS,
        f"{name}: responde con una de estas palabras, entre comillas: {', '.join(KINDS)}.",
    )
    return value


@exercise(
    "1.3.8",
    hints=(
        "Busca en la tabla qué necesita cada caso: orden, cambio, repetidos, o buscar por nombre.",
        "Si se busca por nombre, hay claves. Si solo importa si está, no hacen falta posiciones.",
        "Una lista, un diccionario, una tupla y un conjunto, en ese orden.",
    ),
    praise="Elegir bien la colección es media solución del problema.",
)
def check_choices(chat, catalog, birth, blocked):
    chat, catalog = _kind(chat, "chat"), _kind(catalog, "catalogo")
    birth, blocked = _kind(birth, "nacimiento"), _kind(blocked, "bloqueadas")
    expect.wrong_when(
        chat == "conjunto",
        "chat: un conjunto perdería el orden, y los mensajes repetidos se juntarían en uno.",
    )
    expect.wrong_when(
        chat != "lista", "chat: es una serie en orden que no deja de crecer, y sin nombres."
    )
    expect.wrong_when(
        catalog != "diccionario",
        "catalogo: se busca por el nombre del producto, y cada nombre lleva a su precio.",
    )
    expect.wrong_when(
        birth == "lista",
        "nacimiento: una lista se puede cambiar sin querer, y esto no debe cambiar.",
    )
    expect.wrong_when(
        birth != "tupla", "nacimiento: son tres datos fijos, en un orden que importa."
    )
    expect.wrong_when(
        blocked != "conjunto",
        "bloqueadas: no hay orden ni repetidos, y solo se pregunta si una tarjeta está.",
    )


@exercise(
    "1.3.9",
    hints=(
        "¿Cómo se consigue otra lista con lo mismo dentro? No basta con =.",
        "El último se saca con pop(), y además lo devuelve. Para añadir al final, append.",
        "corregido = registro.copy(); anulado = corregido.pop(); corregido.append(9.5).",
    ),
    praise="El registro sigue intacto: la corrección se hizo en una copia.",
)
def check_correction(record, corrected, cancelled):
    record = _list(record, "registro")
    corrected = _list(corrected, "corregido")
    expect.wrong_when(
        corrected is record,
        "corregido y registro son la misma lista con dos nombres: al cambiar una, cambia la otra. "
        "Haz una copia con copy.",
    )
    expect.wrong_when(
        not _same(record, [12.5, 38.0, 21.75, 640.0, 38.0]),
        "registro ha cambiado, y debía quedar como estaba: haz los cambios solo en corregido.",
    )
    expect.wrong_when(
        cancelled is None,
        "anulado es None: remove quita, pero no devuelve nada. El que saca y además da es pop.",
    )
    cancelled = expect.number(cancelled, "anulado")
    expect.wrong_when(
        cancelled == 9.5,
        "anulado es el 9.5 recién añadido: saca primero el último, y añade después.",
    )
    expect.wrong_when(
        cancelled == 12.5,
        "anulado es el primero: pop(0) saca por el principio y pop(), por el final.",
    )
    expect.close(cancelled, 38.0, "anulado")
    expect.wrong_when(
        _same(corrected, [12.5, 21.75, 640.0, 38.0, 9.5])
        or _same(corrected, [12.5, 21.75, 640.0, 38.0]),
        "De corregido salió el primer 38.0, que era el bueno: remove quita el primero que "
        "encuentra. Para el último, pop.",
    )
    expect.wrong_when(
        _same(corrected, [12.5, 38.0, 21.75, 640.0, 38.0, 9.5]),
        "El último 38.0 sigue en corregido: [-1] lo mira, pero no lo saca.",
    )
    expect.wrong_when(
        _same(corrected, [12.5, 38.0, 21.75, 640.0]), "A corregido le falta el cobro de 9.5."
    )
    expect.wrong_when(
        _same(corrected, [12.5, 38.0, 21.75, 640.0, 38.0]),
        "corregido es todavía igual que registro: falta sacarle el último y añadirle el 9.5.",
    )
    expect.wrong_when(
        not _same(corrected, [12.5, 38.0, 21.75, 640.0, 9.5]),
        f"corregido no es la lista pedida: llegó {expect.shown(corrected)}.",
    )


@exercise(
    "1.3.10",
    hints=(
        "Cuántos hay lo dice len; cuánto suman, sum.",
        "Los dos resultados, entre paréntesis y separados por una coma.",
        "resumen = (len(caja), sum(caja))",
    ),
    praise="Dos resultados que viajan juntos y en un orden fijo: para eso están las tuplas.",
)
def check_summary(summary):
    expect.wrong_when(
        isinstance(summary, list), "resumen es una lista: la tupla lleva paréntesis, no corchetes."
    )
    expect.instance(summary, tuple, "resumen")
    expect.wrong_when(
        len(summary) != 2,
        f"resumen debe tener dos elementos (cuántos y cuánto suman) y tiene {len(summary)}.",
    )
    count = expect.number(summary[0], "El primer elemento de resumen")
    total = expect.number(summary[1], "El segundo elemento de resumen")
    expect.wrong_when(
        _same(summary, (721.75, 5)), "resumen está al revés: primero cuántos, después cuánto suman."
    )
    expect.close(count, 5, "El primer elemento de resumen")
    expect.close(total, 721.75, "El segundo elemento de resumen")


@exercise(
    "1.3.11",
    hints=(
        "Copia la forma de los otros pagos: clave entre comillas, dos puntos, valor.",
        "Los textos llevan comillas; el importe y la hora, no. Después, cierre.append(…).",
        'pago_6 = {"id": "P-006", "comercio": "Panadería Sol", "importe": 9.5, "pais": "MX", '
        '"hora": 19}   y en otra línea   cierre.append(pago_6)',
    ),
    praise="Una fila más en la tabla: basta con un diccionario más en la lista.",
)
def check_new_payment(payment, closing):
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
        expect.wrong_when(
            isinstance(payment[key], str) and not isinstance(expected, str),
            f"El valor de «{key}» es un texto: los números van sin comillas.",
        )
        expect.wrong_when(
            not _same(payment[key], expected),
            f"En pago_6, el valor de «{key}» no es el del enunciado: llegó "
            f"{expect.shown(payment[key])}.",
        )
    closing = _list(closing, "cierre")
    expect.wrong_when(len(closing) == 5, "pago_6 está bien; falta añadirlo a la lista cierre.")
    expect.wrong_when(
        len(closing) == 10,
        "Al sumar, a cierre se le añadieron las cinco claves sueltas, no el pago: usa append.",
    )
    expect.wrong_when(
        len(closing) != 6,
        f"cierre debe tener 6 pagos y tiene {len(closing)}. Añade pago_6 una sola vez, y ejecuta "
        "la celda entera. Si lo añadiste también a pagos, ejecuta antes la celda que crea pagos "
        "(sección 6).",
    )
    expect.wrong_when(
        _same(closing[-1], [NEW_PAYMENT]),
        "Lo último de cierre es una lista con el pago dentro: añade el pago, sin corchetes.",
    )
    expect.wrong_when(not _same(closing[-1], NEW_PAYMENT), "pago_6 debe ser el último de cierre.")


@exercise(
    "1.3.12",
    hints=(
        "Un conjunto quita los repetidos; la diferencia quita MX; sorted ordena y da una lista.",
        'set(paises) - {"MX"} son los países de fuera. ¿Qué hace sorted con ese conjunto?',
        'informe = {"pagos": len(importes), "total": sum(importes), '
        '"fuera": sorted(set(paises) - {"MX"})}',
    ),
    praise="Una lista, un conjunto y un diccionario, trabajando juntos: 6 pagos, 2201.75 euros y "
    "dos países de fuera, que en la lección 1.4 despertarán sospechas.",
)
def check_report(report):
    report = expect.instance(report, dict, "informe")
    missing = [key for key in ("pagos", "total", "fuera") if key not in report]
    expect.wrong_when(
        missing,
        f"A informe le falta alguna clave: {', '.join(missing)}. Exactamente así, entre comillas.",
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
    total = expect.number(report["total"], 'El valor de "total"')
    expect.close(total, 2201.75, 'El valor de "total"')
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
        _same(abroad, ["PE", "ES"]), 'Los países de "fuera" no están en orden alfabético: sorted.'
    )
    expect.wrong_when(
        not _same(abroad, ["ES", "PE"]),
        f'El valor de "fuera" no es la lista pedida: llegó {expect.shown(abroad)}.',
    )


quiz(
    "1.3.A1",
    correct="c",
    why="Sí: eran dos nombres de la misma lista. Un respaldo de verdad es ventas.copy().",
    wrong={
        "a": "El signo = no copia nada: respaldo y ventas son la misma lista, y clear la vació.",
        "b": "None es lo que devuelve clear; pero respaldo se creó antes y sigue siendo lista.",
        "d": "El nombre sigue ahí, y su lista también: clear la vacía, no la hace desaparecer.",
    },
    hint="¿Cuántas listas hay? Dibuja las flechas, como en la sección 2.",
)
quiz(
    "1.3.A2",
    correct="a",
    why="Sí: in busca entre las claves, y 4.0 es un valor.",
    wrong={
        "b": "4.0 está, pero como valor; in mira solo las claves: sopa y pan.",
        "c": "in pregunta si algo está: responde True o False, nunca una clave.",
        "d": "El KeyError sale al pedir con corchetes una clave que falta; in solo pregunta.",
    },
    hint="Recuerda las dos preguntas de la sección 4 sobre la panadería.",
)
quiz(
    "1.3.A3",
    correct="d",
    why="Sí: append cambia la lista y no devuelve nada, así que x guarda esa nada: None.",
    wrong={
        "a": "Así quedaría la lista, pero x no guarda la lista: guarda lo que devuelve append.",
        "b": "append añade al final y no ordena; y además no devuelve la lista.",
        "c": "El que devuelve un elemento es pop. ¿Qué devuelve append?",
    },
    hint="Mira la tercera columna de la tabla de métodos.",
)
quiz(
    "1.3.A4",
    correct="b",
    why="Sí: al recorrer un diccionario salen las claves, en su orden de llegada.",
    wrong={
        "a": "Python no las ordena alfabéticamente: conserva el orden en que llegaron.",
        "c": "Al recorrer un diccionario salen las claves; los valores los da values().",
        "d": "Eso puede pasar con un conjunto. Un diccionario conserva el orden de llegada.",
    },
    hint="Es lo que demostró la celda de las existencias.",
)
