"""Comprobaciones de la lección 1.2, texto."""

import re
import unicodedata

from . import expect
from .core import exercise, quiz


def _text(value, name):
    """Exige un texto, nombrando los descuidos de esta lección; lo devuelve tal como llegó."""
    if value is None:
        expect.wrong(
            f"{name} vale None (nada). Eso es lo que devuelve print(…), que enseña un texto pero "
            f"no lo guarda: escribe {name} = … sin print."
        )
    if callable(value):
        expect.wrong(
            f"{name} es una función o un método sin usar: le faltan los paréntesis, como en "
            "texto.upper()."
        )
    if isinstance(value, float | int) and not isinstance(value, bool):
        expect.wrong(
            f"{name} es un número, {expect.shown(value)}, y se pide un texto: aquí las cifras no "
            "se convierten con int ni con float."
        )
    return expect.instance(value, str, name)


def _composed(text):
    """El texto con cada letra unida a su tilde: aquí da igual cómo la guarde el teclado."""
    return unicodedata.normalize("NFC", text)


@exercise(
    "1.2.1",
    hints=(
        "Son tres trozos pegados con `+`: la palabra, el salto de línea y los doce signos.",
        'El salto de línea puede ir en el mismo texto que la palabra: `"RECIBO\\n"`.',
        '`cabecera = "RECIBO\\n" + "=" * 12`',
    ),
    praise="Un salto de línea es un carácter más: este texto tiene 6 + 1 + 12 = 19.",
)
def check_header(header):
    header = _text(header, "cabecera")
    expect.wrong_when(
        "\\" in header,
        "Se ha colado una barra invertida de verdad. El salto de línea se escribe \\n: una sola "
        "barra, y sin r delante de las comillas.",
    )
    expect.wrong_when("/n" in header, "La barra del salto de línea es la otra: \\n, y no /n.")
    lines = header.split("\n")
    expect.wrong_when(
        len(lines) == 1, "Está todo en una sola línea: falta el salto, \\n, entre las dos partes."
    )
    expect.wrong_when(
        len(lines) > 2,
        f"Tiene {len(lines)} líneas y se piden 2: sobra algún salto. Si lo escribiste con tres "
        "comillas, no dejes líneas vacías al principio ni al final.",
    )
    title, rule = lines
    expect.wrong_when(
        header != "\n".join([title.strip(), rule.strip()]),
        "Sobra algún espacio al principio o al final de una línea.",
    )
    expect.wrong_when(
        title != "RECIBO", f"La primera línea debe ser RECIBO y es {expect.shown(title)}."
    )
    expect.wrong_when(
        set(rule) != {"="}, f"La segunda línea lleva solo signos = y es {expect.shown(rule)}."
    )
    expect.wrong_when(
        len(rule) != 12, f"La segunda línea tiene {len(rule)} signos = y se piden 12."
    )


@exercise(
    "1.2.2",
    hints=(
        "Escribe la fecha en un papel y numera sus letras desde 0: ¿dónde empieza el día?",
        "El día va del índice 8 al final, `fecha[8:]`. El mes, del 5 hasta antes del 7.",
        '`fecha_con_barras = fecha[8:] + "/" + fecha[5:7] + "/" + fecha[:4]`',
    ),
    praise="Tres recortes y dos barras: la misma fecha, para que la lea una persona.",
)
def check_date(date):
    def with_slashes(date, name):
        date = _text(date, name)
        if "-" in date:
            expect.wrong(
                f"Llegó {expect.shown(date)}, con algún guion, y se piden barras /. En fecha los "
                "guiones tienen los índices 4 y 7: mira que tus recortes no pasen por ahí."
            )
        expect.wrong_when(" " in date, "Sobra algún espacio: solo cifras y barras.")
        if date.count("/") != 2:
            expect.wrong(f"Debe llevar dos barras / y lleva {date.count('/')}: 08/03/2025.")
        if len(date) < 10:
            expect.wrong(
                f"Falta alguna cifra: llegó {expect.shown(date)}. Recuerda que fecha[a:b] no "
                "incluye el índice b."
            )
        return date

    expect.cases(
        date,
        "fecha_con_barras",
        "08/03/2025",
        mistakes=(
            ("2025-03-08", "Es la fecha tal como venía: hay que recortarla y cambiar el orden."),
            ("03/08/2025", "Has puesto el mes delante del día. Se pide día/mes/año."),
            ("2025/03/08", "Las barras están bien, pero falta cambiar el orden: día/mes/año."),
            ("8/3/2025", "Día y mes llevan dos cifras: deja los ceros como vienen en fecha."),
        ),
        kind=with_slashes,
    )


@exercise(
    "1.2.3",
    hints=(
        "Tres métodos, uno detrás de otro: `strip`, `replace` y `title`.",
        '`.replace("_", " ")` cambia el guion bajo por un espacio.',
        '`limpio = sucio.strip().replace("_", " ").title()`',
    ),
    praise="Cada método devuelve un texto nuevo, y por eso se pueden encadenar.",
)
def check_clean(clean):
    clean = _composed(_text(clean, "limpio"))
    expect.wrong_when(
        clean == "  LIBRERÍA_NORTE  ",
        "Sigue como estaba. Un método no cambia el texto: devuelve otro, que hay que guardar en "
        "limpio.",
    )
    expect.wrong_when(clean != clean.strip(), "Quedan espacios en los extremos: los quita strip().")
    expect.wrong_when("_" in clean, "Queda el guion bajo: cámbialo por un espacio con replace.")
    expect.wrong_when(
        clean.casefold() == "libreríanorte",
        'Entre las dos palabras va un espacio: replace("_", " "), con un espacio en las segundas '
        "comillas.",
    )
    expect.wrong_when(
        clean.casefold() == "libreria norte", "Se ha perdido la tilde de Librería por el camino."
    )
    expect.wrong_when(
        clean != "Librería Norte" and clean.casefold() == "librería norte",
        f"Mira las mayúsculas: llegó {expect.shown(clean)}. La primera letra de cada palabra en "
        "mayúscula y el resto en minúsculas es title().",
    )
    expect.equal(clean, "Librería Norte", "limpio")


@exercise(
    "1.2.4",
    hints=(
        "Empieza por f y comillas; dentro, cada variable entre llaves.",
        'Para dos decimales, tras el nombre de la variable: `f"{importe_pago:.2f}"`',
        '`linea = f"{nombre}: {importe_pago:.2f} €"`',
    ),
    praise="El cero final no está en el número: 249.9 y 249.90 son el mismo. Lo pone el formato.",
)
def check_line(line):
    line = _composed(_text(line, "linea"))
    expect.wrong_when(
        "{" in line or "}" in line,
        "Se ven las llaves: falta la f justo antes de las comillas (o sobra alguna llave).",
    )
    expect.wrong_when(
        "nombre" in line or "importe_pago" in line,
        "Aparece el nombre de la variable y no su valor: va entre llaves, {nombre}.",
    )
    expect.wrong_when("249,90" in line, "En este curso los decimales llevan punto: 249.90.")
    expect.wrong_when(
        re.search(r"249\.9(?!0(?!\d))", line) is not None,
        "El importe va con dos decimales, ni uno ni seis: {importe_pago:.2f}.",
    )
    expect.wrong_when("249.90" not in line, "Falta el importe, 249.90.")
    expect.wrong_when("Electrónica Delta" not in line, "Falta el comercio, tal como está escrito.")
    expect.wrong_when("€" not in line, "Falta el signo €. Puedes copiarlo del enunciado.")
    expect.equal(
        line,
        "Electrónica Delta: 249.90 €",
        "linea",
        message=f"Casi. Llegó {expect.shown(line)}. Mira los signos y los espacios: los dos puntos "
        "van pegados al comercio, y hay un espacio antes del importe y otro antes de €.",
    )


@exercise(
    "1.2.5",
    hints=(
        "La primera inicial es `titular[0]`. ¿Qué índice tiene la letra que sigue al espacio?",
        'Si `espacio = titular.find(" ")`, la segunda inicial es `titular[espacio + 1]`.',
        '`iniciales = (titular[0] + "." + titular[espacio + 1] + ".").upper()`',
    ),
    praise="find busca y el índice saca: así funciona con cualquier nombre de una sola palabra "
    "y su apellido, con o sin tilde.",
)
def check_initials(initials):
    initials = _composed(_text(initials, "iniciales"))

    def together(initials, name):
        expect.wrong_when(" " in initials, "Van sin espacios: Ó.I.")
        return initials

    expect.cases(
        initials.upper(),
        "iniciales",
        "Ó.I.",
        mistakes=(
            (
                "Ó. .",
                "Has puesto el espacio en lugar de la segunda inicial: find da el índice del "
                "espacio, y la letra está en el siguiente.",
            ),
            (
                "Ó.B.",
                "Te has pasado una letra: la inicial es la que sigue al espacio, y esa es la "
                "siguiente.",
            ),
            ("S.I.", "S.B.", "La primera letra de un texto tiene el índice 0."),
            ("Ó.S.", "Esa es la segunda letra del nombre: se pide la del apellido."),
            ("O.I.", "La tilde se conserva: la inicial de Óscar es Ó."),
            ("ÓI", "Ó.I", "Cada inicial lleva su punto, también la segunda: Ó.I."),
        ),
        kind=together,
        message=f"iniciales no es el valor pedido: llegó {expect.shown(initials)}.",
    )
    if initials != "Ó.I.":
        expect.wrong(
            "Las iniciales van en mayúscula: upper() también sabe con las letras con tilde."
        )


@exercise(
    "1.2.6",
    hints=(
        "Son dos partes: tres grupos de asteriscos y las últimas cuatro cifras.",
        'Un grupo con su espacio es `"**** "`, y hacen falta tres. Las cifras: `tarjeta[-4:]`.',
        '`tarjeta_oculta = "**** " * 3 + tarjeta[-4:]`',
    ),
    praise="Así se enseña en un recibo: basta para que su dueño la reconozca, y no para "
    "pagar con ella.",
)
def check_masked_card(masked):
    masked = _text(masked, "tarjeta_oculta")
    expect.wrong_when(
        masked == "4539 1488 0343 6467", "Se ve el número entero: falta taparlo con asteriscos."
    )
    expect.wrong_when(
        any(group in masked for group in ("4539", "1488", "0343")),
        "Todavía se ven cifras que hay que tapar: solo se enseñan las cuatro últimas.",
    )
    expect.wrong_when(
        "6467" not in masked,
        "No están las cuatro últimas cifras, 6467. Un recorte con índice negativo que llega hasta "
        "el final se escribe sin segundo número: tarjeta[-4:].",
    )
    expect.wrong_when("*" not in masked, "Los números tapados se muestran con asteriscos, *.")
    stars, total = masked.count("*"), len("453914880343")
    expect.wrong_when(
        stars != total, f"Hay {stars} asteriscos y deben ser {total}: uno por cifra tapada."
    )
    expect.wrong_when(
        masked.count(" ") < 3,
        'Faltan espacios entre los grupos. ¿Y si el espacio se repite con los asteriscos? "**** "',
    )
    expect.equal(masked, "**** **** **** 6467", "tarjeta_oculta")


@exercise(
    "1.2.7",
    hints=(
        "Haz primero una sola línea, y comprueba con `len` que mide 24.",
        'Una línea es una f-string con dos llaves seguidas: `f"{comercio_1:<16}{importe_1:8.2f}"`',
        '`fila_1 = f"{comercio_1:<16}{importe_1:8.2f}"`, y lo mismo `fila_2 = …` y `fila_3 = …`. '
        'Al final, `tabla = fila_1 + "\\n" + fila_2 + "\\n" + fila_3`.',
    ),
    praise="Con anchos fijos, los puntos decimales quedan uno debajo de otro y el ojo suma solo.",
)
def check_price_table(table):
    table = _composed(_text(table, "tabla"))
    expect.wrong_when(
        "{" in table, "Se ven las llaves: falta la f justo antes de las comillas de alguna línea."
    )
    expect.wrong_when(
        "\\n" in table or "/n" in table,
        "El salto de línea se escribe \\n: una sola barra, esta: \\",
    )
    lines = table.split("\n")
    expect.wrong_when(
        len(lines) != 3,
        f"tabla tiene {len(lines)} línea(s) y se piden 3. Las une un salto de línea, \\n: va entre "
        "dos líneas, y no delante de la primera ni detrás de la última.",
    )
    rows = (("Panadería Sol", 12.5), ("Librería Norte", 249.9), ("Viajes Aurora", 1180))
    for line, (name, amount) in zip(lines, rows, strict=True):
        where = f"En la línea de {name}"
        expect.wrong_when(name not in line, f"Falta la línea de {name}, o no está en su orden.")
        expect.wrong_when(
            not re.search(rf"(?<!\d){amount:.2f}(?!\d)", line),
            f"{where}, el importe debe verse con dos decimales, {amount:.2f}: usa .2f",
        )
        expect.wrong_when(
            line.startswith(" "), f"{where}, el comercio va pegado a la izquierda: usa <16"
        )
        expect.wrong_when(
            line.endswith(" "), f"{where}, el importe va pegado a la derecha de sus 8 columnas."
        )
        expect.wrong_when(
            len(line) != 24,
            f"{where}, hay {len(line)} caracteres y deben ser 24: 16 para el comercio y 8 para el "
            "importe, sin nada entre los dos.",
        )
        expect.wrong_when(
            line != f"{name:<16}{amount:8.2f}",
            f"{where}, entre el comercio y el importe solo puede haber espacios.",
        )


@exercise(
    "1.2.8",
    hints=(
        "Son tres pasos: minúsculas, separar la tilde de su letra y quitar la tilde.",
        '`unicodedata.normalize("NFD", …)` separa; `.replace(tilde, "")` quita.',
        '`clave = unicodedata.normalize("NFD", ciudad.casefold()).replace(tilde, "")`',
    ),
    praise="Ahora «Mérida», «MÉRIDA» y «merida» tienen la misma clave, y se encuentran.",
)
def check_key(key):
    key = _text(key, "clave")
    expect.wrong_when(
        _composed(key) == "MÉRIDA", "Es la ciudad tal como venía: falta guardar lo transformado."
    )
    expect.wrong_when(key != key.casefold(), "Queda alguna mayúscula: las quita casefold().")
    expect.wrong_when(
        "\u0301" in key,
        f"Se ve bien, pero tiene {len(key)} caracteres: la tilde está separada y sigue ahí. "
        'Quítala con replace(tilde, "").',
    )
    expect.wrong_when(
        "é" in key,
        "La é sigue entera, así que no hay ninguna tilde suelta que quitar. Sepárala antes con "
        'normalize("NFD", …).',
    )
    removed = "Has quitado la letra entera: se pide quitar la tilde y dejar la e."
    expect.cases(key, "clave", "merida", mistakes=(("mrida", removed),))


@exercise(
    "1.2.9",
    hints=(
        "Antes de contar, pasa el texto a minúsculas: así basta con cinco letras.",
        'Con `unicodedata.normalize("NFD", …)`, la ó es una o seguida de su tilde: `.count("o")` '
        "también la cuenta.",
        '\n`t = unicodedata.normalize("NFD", mensaje_cliente.casefold())\n'
        'cuantas_vocales = t.count("a") + t.count("e") + t.count("i") + t.count("o") + '
        't.count("u")`',
    ),
    praise="Preparar el texto una vez ahorra contar aparte cada mayúscula y cada tilde: es media "
    "ciencia de datos.",
)
def check_vowels(count):
    if isinstance(count, str):
        expect.wrong("Eso es un texto: se pide el número de vocales, un entero.")
    expect.cases(
        count,
        "cuantas_vocales",
        15,
        mistakes=(
            (
                0,
                'count("aeiou") busca esas cinco letras seguidas. Cuenta cada vocal aparte y suma.',
            ),
            (6, "Faltan las mayúsculas y las que llevan tilde o diéresis."),
            (9, "Faltan las mayúsculas: pasa antes el texto a minúsculas."),
            (11, "Faltan las que llevan tilde o diéresis: sepáralas antes de contar."),
            (
                14,
                "Falta la ü, que también es una vocal. La diéresis no es la misma marca que la "
                "tilde.",
            ),
            (16, "Has contado la y: aquí no se cuenta como vocal."),
            (5, "Hay cinco vocales distintas, pero se pide cuántas aparecen en total."),
            (37, "Ese es el número de caracteres del mensaje: se piden solo las vocales."),
        ),
        kind=expect.integer,
    )


@exercise(
    "1.2.10",
    hints=(
        "Prepara `letras` por pasos: minúsculas, sin tildes, y después quita signos y espacios.",
        '`.replace("?", "")` quita un signo. Para el reverso: `letras[::-1]`.',
        '\n`letras = unicodedata.normalize("NFD", pregunta.casefold()).replace(tilde, "")\n'
        'letras = letras.replace("¿", "").replace("?", "").replace(" ", "")\n'
        "es_palindromo = letras == letras[::-1]`",
    ),
    praise="Limpiar y después comparar: lo difícil no era darle la vuelta.",
)
def check_palindrome(letters, is_palindrome):
    letters = _text(letters, "letras")
    expect.wrong_when(letters != letters.casefold(), "En letras queda alguna mayúscula.")
    expect.wrong_when(" " in letters, 'En letras quedan espacios: replace(" ", "") los quita.')
    expect.wrong_when(
        any(mark in letters for mark in "¿?"),
        "En letras queda algún signo. Son dos, el de abrir ¿ y el de cerrar ?",
    )
    expect.wrong_when(
        "\u0301" in letters, 'Las tildes están separadas, pero siguen ahí: replace(tilde, "").'
    )
    expect.wrong_when(
        any(letter in letters for letter in "áú"),
        'En letras hay vocales con tilde. Sepárala antes de quitarla: normalize("NFD", …).',
    )
    expect.equal(
        letters,
        "acasohubobuhosaca",
        "letras",
        message=f"Debe tener las 17 letras de la pregunta, en su orden, y llegó "
        f"{expect.shown(letters)}.",
    )
    expect.wrong_when(
        isinstance(is_palindrome, str) and is_palindrome == letters,
        "es_palindromo es el texto al revés: falta compararlo con letras. Comparar son dos "
        "signos, ==",
    )
    expect.wrong_when(
        is_palindrome is None,
        "es_palindromo vale None (nada): guarda la comparación misma, sin print.",
    )
    expect.instance(is_palindrome, bool, "es_palindromo")
    expect.wrong_when(
        not is_palindrome,
        "Tus letras sí se leen igual al revés. Compáralas a ellas, y no la pregunta original: "
        "letras == letras[::-1]",
    )


quiz(
    "1.2.A1",
    correct="c",
    why="Sí: upper devuelve un texto nuevo, y como nadie lo guarda, se pierde.",
    wrong={
        "a": "Lo sería con estado = estado.upper(). Tal como está, el texto nuevo no se guarda.",
        "b": "Eso sería lo que devuelve title(). Y tampoco se guardaría.",
        "d": "No hay error, y por eso es un descuido difícil de ver.",
    },
    hint="Un texto no cambia nunca. ¿Quién guardó el nuevo?",
)
quiz(
    "1.2.A2",
    correct="a",
    why="Sí: los índices 3 y 4. El 5 no entra, y salen 5 − 3 = 2 caracteres.",
    wrong={
        "b": "Ahí está también el índice 5: el final de un recorte no entra.",
        "c": "Contaste desde 1 e incluiste el final. La E es la número 0.",
        "d": "Eso es codigo[5:]: ¿en qué índice empieza el recorte que se pide?",
    },
    hint="Numera las letras desde 0: E, S, guion…",
)
quiz(
    "1.2.A3",
    correct="d",
    why="Sí: in compara letra por letra, y para Python s y S son letras distintas.",
    wrong={
        "a": "La palabra que está al final es Sol, con mayúscula, y la que se busca es sol.",
        "b": "in responde True o False. La posición la da find.",
        "c": "in busca un texto entero dentro de otro, tenga las letras que tenga.",
    },
    hint='Recuerda qué dio `"mx" in codigo`.',
)
quiz(
    "1.2.A4",
    correct="b",
    why="Sí: ancho 8, dos decimales, y los números van a la derecha si no se dice otra cosa.",
    wrong={
        "a": "Le falta la f: saldrían las llaves tal como están.",
        "c": "Están al revés: eso pide ancho 2 y ocho decimales.",
        "d": "El signo < pega el número a la izquierda.",
    },
    hint="El ancho va antes del punto, y los decimales después.",
)
quiz(
    "1.2.A5",
    correct="d",
    why="Sí: así las dos usan la misma á, de un solo carácter, y == da True.",
    wrong={
        "a": "Ninguna de las dos tiene un problema de mayúsculas: la B seguiría igual en ambas, y "
        "la á, distinta.",
        "b": "strip quita espacios de los extremos; la diferencia está dentro, en la á.",
        "c": "Las longitudes dirían que son distintas (6 y 7), pero verlo no lo arregla.",
    },
    hint="¿De cuántas maneras se puede guardar una letra con tilde?",
)
