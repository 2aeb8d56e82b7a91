"""Comprobaciones de la lección 1.3, listas."""

from . import expect
from .core import exercise, quiz


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


@exercise(
    "1.3.1",
    hints=(
        "La primera posición es la 0: ¿cuál es entonces la segunda?",
        "Desde el final se cuenta con negativos: -1 es el último. Y `cobros_lunes[:2]` recorta "
        "los dos primeros.",
        "`cobros_lunes[1]`, `cobros_lunes[-2]` y `cobros_lunes[:3]`.",
    ),
    praise="Una posición da un valor; un recorte da otra lista.",
)
def check_positions(second, last_but_one, first_three):
    expect.cases(
        second,
        "segundo",
        12.0,
        mistakes=(
            (7.25, "segundo: 7.25 está en la posición 2, pero se cuenta desde 0: es el tercero."),
            (4.5, "segundo: 4.5 es el primero, el de la posición 0."),
        ),
        kind=expect.number,
    )
    expect.cases(
        last_but_one,
        "penultimo",
        30.0,
        mistakes=((9.9, "penultimo: 9.9 es el último; se pide el anterior."),),
        kind=expect.number,
    )
    expect.cases(
        first_three,
        "tres_primeros",
        [4.5, 12.0, 7.25],
        mistakes=(
            (
                [4.5, 12.0],
                "tres_primeros tiene dos: en [desde:hasta] la posición «hasta» no entra.",
            ),
            (
                [4.5, 12.0, 7.25, 30.0],
                "tres_primeros tiene cuatro: [:3] llega hasta la posición 2, que ya es la tercera.",
            ),
            (
                [12.0, 7.25, 30.0],
                [12.0, 7.25],
                "tres_primeros se salta el primero: empieza en la posición 0, no en la 1.",
            ),
        ),
        kind=_list,
    )


@exercise(
    "1.3.2",
    hints=(
        "`pop` saca por posición y te da lo que sacó; `remove` quita por valor.",
        "`pop()` sin nada saca el último. Para el primero, dile su posición.",
        '`atendido = cola.pop(0)`, después `cola.remove("P-003")` y `cola.append("P-005")`.',
    ),
    praise="Quien llega primero sale primero: eso es una cola.",
)
def check_queue(served, queue):
    expect.wrong_when(
        isinstance(served, list), "atendido es una lista: se pide solo el elemento que sale."
    )
    expect.cases(
        served,
        "atendido",
        "P-001",
        mistakes=(
            (
                None,
                "atendido es None, que es lo que devuelve remove: quita, pero no da nada. El que "
                "saca y además da es pop.",
            ),
            ("P-004", "atendido es el último: pop() sin posición saca por el final."),
            ("P-002", "atendido es el segundo: la posición del primero es 0, no 1."),
        ),
        kind=_text,
    )

    def moved(queue, name):
        queue = _list(queue, name)
        expect.wrong_when(
            _count(queue, "P-001"),
            "P-001 sigue en la cola: con corchetes se mira, pero no se saca. Para sacarlo, pop.",
        )
        expect.wrong_when(
            _count(queue, "P-003"), 'P-003 sigue en la cola: quítalo con remove("P-003").'
        )
        expect.wrong_when(
            expect.same(queue[-5:], [*"P-005"]),
            "La cola termina en las letras de P-005, una por una: eso hace sumar un texto a una "
            "lista. Para añadir P-005 entero, append.",
        )
        expect.wrong_when(not _count(queue, "P-005"), "P-005 no está en la cola: añádelo.")
        expect.wrong_when(
            _count(queue, "P-005") > 1,
            "P-005 está más de una vez: añádelo una sola, y ejecuta otra vez la celda entera.",
        )
        expect.wrong_when(
            not expect.same(queue[-1], "P-005"), "P-005 debe quedar al final de la cola."
        )
        return queue

    expect.cases(
        queue,
        "cola",
        ["P-002", "P-004", "P-005"],
        mistakes=(
            (
                ["P-002", "P-003", "P-005"],
                "Se quitó P-004 en lugar de P-003: al salir el primero, los demás avanzan una "
                "posición. Para quitar por valor, remove.",
            ),
        ),
        kind=moved,
        message=f"cola no es la pedida: llegó {expect.shown(queue)}.",
    )


@exercise(
    "1.3.3",
    hints=(
        "El método que añade todos los elementos de otra lista no es `append`.",
        "`.extend(otras)` añade los dos; después, `.sort()` ordena la lista que ya hay.",
        "\n`cajas.extend(otras)\ncajas.sort()\nmejor = cajas[-1]`",
    ),
    praise="Ordenada de menor a mayor, el último es el más alto, y el primero, el más bajo.",
)
def check_takings(takings, best):
    takings = _list(takings, "cajas")
    expect.cases(
        takings,
        "cajas",
        [287.0, 295.5, 310.5, 402.25, 518.0],
        mistakes=(
            (
                [310.5, 287.0, 402.25, 518.0, 295.5],
                "En cajas están los cinco números, pero sin ordenar: cajas.sort() la ordena.",
            ),
            (
                [287.0, 310.5, 402.25, 518.0, 295.5],
                "Los dos últimos no están ordenados con los demás: añade primero y ordena después.",
            ),
            (
                [518.0, 402.25, 310.5, 295.5, 287.0],
                "cajas está de mayor a menor, y se pide de menor a mayor.",
            ),
            (
                [310.5, 287.0, 402.25],
                [287.0, 310.5, 402.25],
                "A cajas le faltan los dos números de otras: extend los añade.",
            ),
            (
                [310.5, 287.0, 402.25, [518.0, 295.5]],
                [287.0, 310.5, 402.25, [518.0, 295.5]],
                "El último elemento de cajas es la lista otras entera, y se piden sus dos números: "
                "append añade un solo elemento; extend, todos.",
            ),
            (
                [287.0, 295.5, 310.5, 402.25],
                "A cajas le falta el 518.0: pop lo saca. Para mirarlo sin sacarlo, cajas[-1].",
            ),
        ),
        message=f"cajas no es la lista pedida: llegó {expect.shown(takings)}.",
    )
    expect.wrong_when(
        isinstance(best, list), "mejor es una lista: se pide el número, el de la posición -1."
    )
    expect.cases(
        best,
        "mejor",
        518.0,
        mistakes=(
            (295.5, "mejor es 295.5, el último antes de ordenar: ordena primero."),
            (287.0, "mejor es el primero, el más bajo: se pide el último."),
            (402.25, "mejor es 402.25, y hay uno más alto: el último, cajas[-1]."),
        ),
        kind=expect.number,
    )


@exercise(
    "1.3.4",
    hints=(
        "`split` necesita saber por dónde cortar: aquí, por el punto y coma.",
        'Una lista del revés es `productos[::-1]`; para unir, `", ".join(…)`.',
        '`productos = linea.split(";")` y `cartel = ", ".join(productos[::-1])`.',
    ),
    praise="Partir, cambiar y volver a unir: así se trabaja con casi cualquier archivo de texto.",
)
def check_products(products, poster):
    expect.cases(
        products,
        "productos",
        ["pan", "café", "té", "queso"],
        mistakes=(
            (
                ["pan;café;té;queso"],
                "productos tiene un solo elemento, la línea entera: dile a split que corte por el "
                "punto y coma.",
            ),
            (
                [*"pan;café;té;queso"],
                "productos tiene las letras una por una: eso hace list(…). Para cortar, split.",
            ),
            (
                ["queso", "té", "café", "pan"],
                "productos está del revés: reverse cambia la lista. Para dar la vuelta solo en el "
                "cartel, un recorte: productos[::-1].",
            ),
        ),
        kind=_list,
        message=f"productos no es la lista pedida: llegó {expect.shown(products)}.",
    )
    expect.wrong_when(
        isinstance(poster, list), "cartel es una lista: join la une en un solo texto."
    )
    expect.cases(
        poster,
        "cartel",
        "queso, té, café, pan",
        mistakes=(
            (
                "pan, café, té, queso",
                "cartel tiene los productos en el orden de la línea: falta darles la vuelta.",
            ),
            (
                "queso,té,café,pan",
                "En cartel falta el espacio detrás de cada coma: el texto que une es coma y "
                "espacio.",
            ),
            (
                "queso té café pan",
                "queso;té;café;pan",
                "quesotécafépan",
                "En cartel, entre un producto y otro van una coma y un espacio: es el texto que se "
                "pone delante de .join.",
            ),
            (
                "pan;café;té;queso"[::-1],
                "pan, café, té, queso"[::-1],
                "En cartel están del revés las letras: da la vuelta a la lista, y después únela.",
            ),
        ),
        kind=_text,
        message=f"cartel no es el texto pedido: llegó {expect.shown(poster)}.",
    )


@exercise(
    "1.3.5",
    hints=(
        "Dibuja los nombres a la izquierda y las listas a la derecha. ¿Cuántas listas hay?",
        "`b = a` no crea una lista; `.copy()` sí. Y `b = [9]` mueve la flecha de `b` a otra lista.",
        "El 4 entra en la lista de `a`. El 5, en la de `c`, que se copió cuando aún no estaba el "
        "4.",
    ),
    praise="Tres listas en total: la de a, la copia y la nueva de b. Las flechas lo explican todo.",
)
def check_arrows(a, b, c):
    expect.cases(
        a,
        "valor_a",
        [1, 2, 3, 4],
        mistakes=(
            (
                [1, 2, 3],
                "valor_a: después de b = a hay una sola lista con dos nombres, así que b.append(4) "
                "también se ve desde a.",
            ),
            (
                [9],
                "valor_a: b = [9] no cambia la lista; mueve el nombre b a otra. a sigue con la "
                "suya.",
            ),
            (
                [1, 2, 3, 4, 5],
                [1, 2, 3, 5],
                "valor_a: el 5 entró en c, que es una copia: otra lista.",
            ),
        ),
        kind=_list,
        message=f"valor_a no es la lista final: llegó {expect.shown(a)}.",
    )
    expect.cases(
        b,
        "valor_b",
        [9],
        mistakes=(
            (
                [1, 2, 3, 4],
                [1, 2, 3, 4, 9],
                "valor_b: la última línea no añade nada; b pasa a ser el nombre de una lista "
                "nueva.",
            ),
        ),
        kind=_list,
        message=f"valor_b no es la lista final: llegó {expect.shown(b)}. Mira la última línea.",
    )
    expect.cases(
        c,
        "valor_c",
        [1, 2, 3, 5],
        mistakes=(
            (
                [1, 2, 3, 4, 5],
                [1, 2, 3, 4],
                "valor_c: cuando se copió, el 4 aún no había llegado; y después ya era otra lista.",
            ),
            ([1, 2, 3], "valor_c: falta lo que hace c.append(5), que sí cambia la copia."),
        ),
        kind=_list,
        message=f"valor_c no es la lista final: llegó {expect.shown(c)}.",
    )


STOCK = [["pan", 40, 2.5], ["café", 12, 1.8], ["té", 25, 1.5], ["queso", 8, 6.0]]


def _stock(*changes):
    """El inventario pedido, con otras filas: ``(posición, fila)``."""
    rows = [row.copy() for row in STOCK]
    for position, row in changes:
        rows[position] = row
    return rows


@exercise(
    "1.3.6",
    hints=(
        "El café está en la segunda fila, `inventario[1]`. ¿En qué posición está allí el precio?",
        "Para cambiar las unidades del té: `inventario[2][1] = …`",
        "\n`precio_cafe = inventario[1][2]\ninventario[2][1] = 25\n"
        'inventario.append(["queso", 8, 6.0])`',
    ),
    praise="Primero la fila y después la columna: así se leerá también una tabla, o una imagen.",
)
def check_stock(price, stock):
    expect.wrong_when(
        isinstance(price, list),
        f"precio_cafe es una lista, {expect.shown(price)}: falta la posición del precio en ella.",
    )
    expect.cases(
        price,
        "precio_cafe",
        1.8,
        mistakes=(
            ("café", "precio_cafe es el nombre del producto, que está en la posición 0."),
            (12, "precio_cafe es 12, las unidades: el precio está en la posición siguiente."),
            (2.5, "precio_cafe es 2.5, el precio del pan: la fila del café es la de posición 1."),
            (1.5, "precio_cafe es 1.5, el precio del té: la fila del café es la de posición 1."),
        ),
        kind=expect.number,
    )
    expect.cases(
        stock,
        "inventario",
        STOCK,
        mistakes=(
            (_stock((2, ["té", 30, 1.5])), "Del té siguen quedando 30: cámbialas a 25."),
            (
                _stock((2, ["té", 30, 25])),
                "El 25 está en el precio del té: las unidades están en la posición 1 de su fila.",
            ),
            (
                _stock((2, 25)),
                "El 25 ha ocupado la fila entera del té: falta decir qué posición de la fila "
                "cambia, inventario[2][1].",
            ),
            (
                _stock((1, ["café", 25, 1.8]), (2, ["té", 30, 1.5])),
                "Han cambiado las unidades del café: la fila del té es la de posición 2.",
            ),
            (STOCK[:3], "Falta la fila del queso: añádela al final con append."),
            (
                [*STOCK[:3], "queso", 8, 6.0],
                "El queso ha entrado suelto, en tres elementos: eso hace extend. Para añadir una "
                "fila entera, append.",
            ),
            (
                [*STOCK[:3], [STOCK[3]]],
                "La fila del queso está dentro de otra lista: sobran unos corchetes.",
            ),
            ([STOCK[3], *STOCK[:3]], "La fila del queso va al final."),
            (
                [*STOCK, STOCK[3]],
                "La fila del queso está dos veces: añádela una sola, y ejecuta la celda entera.",
            ),
        ),
        kind=_list,
        message=f"inventario no es el pedido: llegó {expect.shown(stock)}.",
    )


@exercise(
    "1.3.7",
    hints=(
        "¿Cómo se consigue otra lista con lo mismo dentro? No basta con `=`.",
        "El último se saca con `pop()`, y además lo devuelve. Para añadir al final, `append`.",
        "\n`corregido = registro.copy()\nanulado = corregido.pop()\ncorregido.append(9.5)`",
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
    expect.close(
        record,
        [12.5, 38.0, 21.75, 640.0, 38.0],
        "registro",
        message="registro ha cambiado, y debía quedar como estaba: haz los cambios solo en "
        "corregido.",
    )
    expect.cases(
        cancelled,
        "anulado",
        38.0,
        mistakes=(
            (
                None,
                "anulado es None, que es lo que devuelve remove: quita, pero no da nada. El que "
                "saca y además da es pop.",
            ),
            (9.5, "anulado es el 9.5 recién añadido: saca primero el último, y añade después."),
            (12.5, "anulado es el primero: pop(0) saca por el principio y pop(), por el final."),
        ),
        kind=expect.number,
    )
    expect.cases(
        corrected,
        "corregido",
        [12.5, 38.0, 21.75, 640.0, 9.5],
        mistakes=(
            (
                [12.5, 21.75, 640.0, 38.0, 9.5],
                [12.5, 21.75, 640.0, 38.0],
                "De corregido salió el primer 38.0, que era el bueno: remove quita el primero que "
                "encuentra. Para el último, pop.",
            ),
            (
                [12.5, 38.0, 21.75, 640.0, 38.0, 9.5],
                "El último 38.0 sigue en corregido: [-1] lo mira, pero no lo saca.",
            ),
            ([12.5, 38.0, 21.75, 640.0], "A corregido le falta el cobro de 9.5."),
            (
                [12.5, 38.0, 21.75, 640.0, 38.0],
                "corregido es todavía igual que registro: falta sacarle el último y añadirle el "
                "9.5.",
            ),
        ),
        message=f"corregido no es la lista pedida: llegó {expect.shown(corrected)}.",
    )


@exercise(
    "1.3.8",
    hints=(
        "`sum(…)` suma los números de una lista; `len(…)` dice cuántos son.",
        "El cobro medio es el total dividido entre cuántos hay.",
        "`total = sum(caja)` y `medio = total / len(caja)`.",
    ),
    praise="144.35 de media, y cuatro de los cinco cobros están muy por debajo: un solo cobro muy "
    "grande se lleva la media. Volverás a verlo con datos de verdad.",
)
def check_mean(total, mean):
    expect.cases(
        total,
        "total",
        721.75,
        mistakes=(
            (5, "total es 5, cuántos cobros hay: se pide cuánto suman."),
            (144.35, "total es lo que suman dividido entre 5: eso va en medio."),
        ),
        kind=expect.number,
    )
    expect.cases(
        mean,
        "medio",
        144.35,
        mistakes=(
            (721.75, "medio es igual que total: falta dividir entre cuántos cobros hay."),
            (144, "medio es 144: se pide sin redondear, y // pierde los decimales."),
            (144.3, 144.4, "medio está redondeado, y se pide sin redondear."),
            (
                721.75 / 4,
                721.75 / 6,
                "Hay 5 cobros, y has dividido entre otro número: que los cuente len(caja).",
            ),
            (21.75, "21.75 es el cobro de en medio de la lista: se pide la media."),
        ),
        kind=expect.number,
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
    hint="¿Cuántas listas hay? Dibuja las flechas, como en la sección 4.",
)
quiz(
    "1.3.A2",
    correct="b",
    why="Sí: append añade un solo elemento, y aquí ese elemento es una lista.",
    wrong={
        "a": "Cuatro tendría con extend, que añade los elementos de la otra uno por uno.",
        "c": "append sí cambia la lista: la que tenía dos elementos gana uno.",
        "d": "Un elemento de una lista puede ser cualquier cosa, también otra lista.",
    },
    hint="Vuelve a la última línea de la celda de los turnos.",
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
    correct="a",
    why="Sí: filas[1] es la segunda fila, [3, 4], y su posición 0 es el 3.",
    wrong={
        "b": "1 es lo primero de la primera fila, que es filas[0].",
        "c": "2 es filas[0][1]: la primera posición elige la fila, y la segunda, dentro de ella.",
        "d": "[3, 4] es filas[1], la fila entera: falta la segunda posición.",
    },
    hint="Léelo por pasos: con la primera posición se elige la fila. ¿Qué hay en ella?",
)
