"""Comprobaciones de la lección 8.10, Preparar los datos dentro de la red."""

import contextlib
import re
from functools import partial
from itertools import permutations

import numpy as np

from . import expect
from .core import exercise, quiz


def _scaled(teach, x, *, axis=0, ddof=0, fill=True, power=1, first=False):
    """La escala pedida, o una equivocada."""
    mean = np.nanmean(teach, axis=axis)
    std = np.nanstd(teach, axis=axis, ddof=ddof)
    scaled = ((np.nan_to_num(x) if first else x) - mean) / std**power
    return np.nan_to_num(scaled) if fill else scaled


def _complete(table):
    return table[~np.isnan(table).any(axis=1)]


def _tables():
    for n, m, columns in ((7, 4, 3), (9, 1, 2), (6, 6, 4)):
        rng = np.random.default_rng(n)
        teach = rng.normal(5, 2, (n, columns)) * np.arange(1, columns + 1)
        x = rng.normal(5, 2, (m, columns)) * np.arange(1, columns + 1)
        teach[2, 1] = teach[0, 0] = x[-1, 0] = np.nan
        yield teach, x


@exercise(
    "8.10.1",
    hints=(
        "La media de cada columna, sin contar los huecos: `media = np.nanmean(aprender, axis=0)`. "
        "La desviación estándar, igual, con `np.nanstd`.",
        "\n`media = np.nanmean(aprender, axis=0)\n"
        "desviacion = np.nanstd(aprender, axis=0)\n"
        "return np.nan_to_num((x - media) / desviacion)`",
    ),
    praise="Lo que se mide, de los datos de aprender; lo que se escala, cualquier tabla.",
)
def check_scale(function):
    expect.computes(
        function,
        "escalar",
        right=_scaled,
        inputs=_tables(),
        kind=expect.array,
        mistakes=(
            (
                lambda teach, x: _scaled(x, x),
                "Mides la media y la desviación de x: se miden en aprender.",
            ),
            (
                partial(_scaled, fill=False),
                "Quedan huecos: donde x tenía un nan debe haber un 0.",
            ),
            (
                partial(_scaled, first=True),
                "Rellenas los huecos antes de escalar: un 0 en la tabla original no es la media. "
                "Primero se escala y después se rellena.",
            ),
            (
                lambda teach, x: np.zeros(x.shape),
                lambda teach, x: np.where(np.isnan(teach.mean(axis=0)), 0, _scaled(teach, x)),
                "En una columna con huecos, la media sale nan y lo estropea todo: mide con "
                "np.nanmean y np.nanstd.",
            ),
            (
                partial(_scaled, ddof=1),
                "La desviación es la de NumPy, dividiendo entre n: np.nanstd a secas, sin ddof.",
            ),
            (partial(_scaled, power=2), "Divides entre la varianza: es entre la desviación."),
            (partial(_scaled, power=0), "Falta dividir entre la desviación estándar."),
            (
                lambda teach, x: np.nan_to_num(
                    x - np.nanmean(teach, axis=0) / np.nanstd(teach, axis=0)
                ),
                "Faltan paréntesis: se divide toda la resta, y divides solo la media.",
            ),
            (
                partial(_scaled, axis=None),
                "Usas una sola media para toda la tabla: es una por columna, axis=0.",
            ),
            (
                lambda teach, x: _scaled(_complete(teach), x),
                "Quitas las filas que tienen algún hueco; aquí se pide medir cada columna con "
                "todos sus números: np.nanmean y np.nanstd.",
            ),
            (
                lambda teach, x: _scaled(np.nan_to_num(teach), x),
                "Cambias por 0 los huecos de aprender antes de medir, y eso mueve la media.",
            ),
        ),
    )


def _coded(words, vocabulary, *, unknown=0, start=1, more=1):
    """El one-hot pedido, o uno equivocado: en la columna ``unknown``, lo desconocido."""
    rows = np.zeros((len(words), len(vocabulary) + more))
    for row, word in zip(rows, words, strict=True):
        if word in vocabulary:
            row[vocabulary.index(word) + start] = 1
        elif unknown is not None:
            row[unknown] = 1
    return rows


@exercise(
    "8.10.2",
    hints=(
        "Empieza por una tabla de ceros: `filas = np.zeros((len(palabras), len(vocabulario) + "
        "1))`.",
        "El sitio de una palabra conocida es `vocabulario.index(palabra) + 1`, si "
        "`palabra = vocabulario[0]` es una de ellas. El de las demás, 0.",
        "\n`filas = np.zeros((len(palabras), len(vocabulario) + 1))\n"
        "for fila, palabra in zip(filas, palabras):\n"
        "    conocida = palabra in vocabulario\n"
        "    fila[vocabulario.index(palabra) + 1 if conocida else 0] = 1\n"
        "return filas`",
    ),
    praise='Lo que hace `StringLookup` con `output_mode="one_hot"`, en cinco líneas.',
)
def check_coded(function):
    expect.computes(
        function,
        "codificar",
        right=_coded,
        inputs=(
            (["sur", "norte", "este"], ["norte", "sur"]),
            (["c", "a", "a", "z", "y"], ["c", "a", "b"]),
            (["otra"], ["una"]),
            (["b"], ["d", "b", "a", "c"]),
        ),
        kind=expect.array,
        mistakes=(
            (
                partial(_coded, unknown=None),
                "La fila de una palabra desconocida queda toda a ceros: lleva un 1 en la columna "
                "0.",
            ),
            (
                partial(_coded, unknown=-1, start=0),
                "Lo desconocido va en la primera columna, la 0, y lo pones en la última.",
            ),
            (
                partial(_coded, start=0),
                "La columna 0 es la de lo desconocido: la de vocabulario[0] es la 1.",
            ),
            (
                partial(_coded, unknown=None, start=0, more=0),
                "Falta la columna de lo desconocido: hay una más que palabras en el vocabulario.",
            ),
            (
                lambda words, vocabulary: _coded(words, sorted(vocabulary)),
                "Las columnas siguen el orden del vocabulario que llega, sin ordenarlo.",
            ),
            (
                lambda words, vocabulary: _coded(words, vocabulary).argmax(axis=1),
                "Devuelves las posiciones: falta la fila de ceros con un 1 en cada una.",
            ),
            (
                lambda words, vocabulary: _coded(words, vocabulary).sum(axis=0),
                "Devuelves una sola fila para todas las palabras: es una por palabra.",
            ),
        ),
    )


def _clash(words, boxes, start=0):
    return 1 - np.prod(1 - np.arange(start, words + start) / boxes)


@exercise(
    "8.10.3",
    hints=(
        "Es más fácil calcular la probabilidad de que no choque ninguna, y restarla de 1.",
        "Con `ocupadas = 2` casillas ya ocupadas, la palabra siguiente no choca con probabilidad "
        "`(casillas - ocupadas) / casillas`. Multiplica todas.",
        "\n`ninguna = 1.0\n"
        "for ocupadas in range(palabras):\n"
        "    ninguna *= (casillas - ocupadas) / casillas\n"
        "return 1 - ninguna`",
    ),
    praise="Con 23 palabras y 365 casillas, más de la mitad: el problema de los cumpleaños.",
)
def check_clash(function):
    expect.computes(
        function,
        "prob_choque",
        right=_clash,
        inputs=((23, 365), (2, 10), (3, 4), (1, 5), (0, 3), (5, 5), (12, 10), (100, 5000)),
        mistakes=(
            (
                lambda k, m: 1 - _clash(k, m),
                "{call}: eso es que no choque ninguna pareja. Réstalo de 1.",
            ),
            (
                lambda k, m: _clash(k, m, start=1),
                "{call}: un paso de más: la primera palabra tiene libres todas las casillas, y la "
                "última, casillas - (palabras - 1).",
            ),
            (
                lambda k, m: _clash(max(k - 1, 0), m),
                "{call}: te falta la última palabra.",
            ),
            (
                lambda k, m: 1 - (1 - 1 / m) ** (k - 1),
                "{call}: eso es que choque una palabra concreta; se pide que choquen dos "
                "cualesquiera.",
            ),
            (
                lambda k, m: 1 - (1 - 1 / m) ** (k * (k - 1) / 2),
                lambda k, m: 1 - np.exp(-k * (k - 1) / (2 * m)),
                "{call}: eso se parece, y no es exacto: las parejas no son independientes. "
                "Multiplica las casillas libres de cada palabra.",
            ),
            (
                lambda k, m: k * (k - 1) / (2 * m),
                "{call}: eso son las parejas que se espera que choquen, no una probabilidad.",
            ),
            (lambda k, m: k / m, "{call}: eso es qué parte de las casillas se ocuparía."),
        ),
    )


def _texts(value, name):
    """Un tensor (o un array) de textos, como lista."""
    if not hasattr(value, "numpy") and not isinstance(value, np.ndarray):
        expect.wrong(f"{name} debe ser un tensor de textos: {expect.arrived(value)}.")
    found = np.asarray(value)
    if found.dtype.kind not in "OSU":
        expect.wrong(f"{name} debe ser un tensor de textos, y es de {found.dtype}.")
    return [
        [text.decode("utf-8", "replace") if isinstance(text, bytes) else text for text in row]
        for row in found.reshape(len(found) if found.ndim else 1, -1).tolist()
    ] + [list(found.shape)]


def _clean(texts, pattern=r"[\W_]", new=" ", lower=str.lower, after=str):
    """La limpieza pedida, o una equivocada, en Python."""
    rows = _texts(texts, "textos")
    cleaned = [
        after(re.sub(rf"(?!\s){pattern}", new, lower(text))) for row in rows[:-1] for text in row
    ]
    return np.array(cleaned).reshape(rows[-1])


def _ascii_lower(text):
    return text.encode().lower().decode()


_MESSAGES = (
    ["hola,mundo ¡¡GRATIS!! Último  aviso"],
    ["hola,mundo", "Año 2026: el 3.5 % de ÑANDÚES", "sin nada que quitar"],
    ["¿Ya_está?\t«SÍ»", "  Deja  los   espacios  "],
)


@exercise(
    "8.10.4",
    hints=(
        'Primero las minúsculas: `minusculas = tf.strings.lower(textos, encoding="utf-8")`.',
        "Y después el patrón, con un espacio como texto nuevo:\n"
        '`minusculas = tf.strings.lower(textos, encoding="utf-8")\n'
        'return tf.strings.regex_replace(minusculas, r"[^\\p{L}\\p{N}\\s]", " ")`',
    ),
    praise="Esta sí sabe español.",
)
def check_clean(function):
    expect.function(function, "limpiar")
    import tensorflow as tf

    expect.computes(
        function,
        "limpiar",
        right=lambda texts: _texts(_clean(texts), "textos"),
        inputs=[(tf.constant(texts),) for texts in (*_MESSAGES, [["¡Dos"], ["EJES!"]])],
        kind=_texts,
        mistakes=(
            (
                partial(_clean, lower=_ascii_lower),
                "«Último» sigue con mayúscula: sin encoding=\"utf-8\", tf.strings.lower solo "
                "conoce las letras del inglés.",
            ),
            (partial(_clean, lower=str), "Falta pasar los textos a minúsculas."),
            (
                partial(_clean, new=""),
                "Quitas los signos sin dejar nada, y «hola,mundo» queda pegado: pon un espacio.",
            ),
            (
                partial(_clean, pattern=r"[^a-z0-9_]"),
                partial(_clean, pattern=r"[^a-z0-9]"),
                "Se pierden las letras con acento y la «ñ»: el patrón es el del enunciado, con "
                r"\p{L} y \p{N}.",
            ),
            (
                partial(_clean, pattern=r"[!-/:-@\[-`{-~]"),
                partial(_clean, pattern=r"[!-/:-@\[-`{-~]", lower=_ascii_lower, new=""),
                "Quedan «¡» y «¿»: no están entre los signos del inglés. Usa el patrón del "
                "enunciado.",
            ),
            (partial(_clean, pattern=r"[^\w]"), "Queda el guion bajo, que no es letra ni cifra."),
            (
                partial(_clean, pattern=r"(?:(?!\s)[\W_])+"),
                "Varios signos seguidos son varios espacios, uno por signo: el patrón, sin +.",
            ),
            (
                partial(_clean, after=lambda text: " ".join(text.split())),
                "Quitas espacios que ya estaban: solo se cambia cada carácter por un espacio.",
            ),
            (partial(_clean, after=str.strip), "Quitas los espacios de los extremos: se quedan."),
            (
                partial(_clean, pattern="[^ ]", new="", lower=lambda text: " "),
                partial(_clean, pattern=r"[\w]"),
                "Quitas justo lo que hay que dejar: dentro de los corchetes, el patrón empieza por "
                "^, que es «lo que no sea».",
            ),
            (lambda texts: _clean(texts, pattern="(?!)"), "Faltan los signos: tf.strings."
             "regex_replace cambia los que encajan en el patrón."),
        ),
        message="{name} no es el texto pedido: en minúsculas, y con un espacio en lugar de cada "
        "carácter que no sea letra, cifra ni espacio.",
    )  # fmt: skip


def _weighed(counts, weigh=lambda n, d: np.log(1 + n / (1 + d)), seen=lambda c: c > 0, use=None):
    d = seen(counts).sum(axis=0)
    return (counts if use is None else use(counts)) * weigh(len(counts), d)


def _counts():
    for seed, shape in enumerate(((4, 3), (6, 2), (2, 5), (1, 2))):
        counts = np.random.default_rng(seed).integers(0, 4, shape)
        counts[0, 0], counts[-1, -1] = 3, 0
        yield (counts,)


@exercise(
    "8.10.5",
    hints=(
        "En cuántos mensajes sale cada palabra: `salen = (cuentas > 0).sum(axis=0)`.",
        "Y cuántos mensajes hay, `len(cuentas)`:\n"
        "`salen = (cuentas > 0).sum(axis=0)\n"
        "return cuentas * np.log(1 + len(cuentas) / (1 + salen))`",
    ),
    praise="Lo que sale en todas partes pesa poco; lo raro, mucho.",
)
def check_tf_idf(function):
    expect.computes(
        function,
        "tf_idf",
        right=_weighed,
        inputs=_counts(),
        kind=expect.array,
        tolerance=1e-5,
        mistakes=(
            (
                partial(_weighed, seen=lambda c: c),
                "d es en cuántos mensajes sale la palabra, y sumas cuántas veces sale: cuenta los "
                "que son mayores que 0.",
            ),
            (
                partial(_weighed, weigh=lambda n, d: np.log(n / (1 + d))),
                "Falta el 1 + de fuera de la fracción: con él, el peso no llega a ser negativo.",
            ),
            (
                partial(_weighed, weigh=lambda n, d: np.log1p(n / np.where(d, d, np.inf))),
                "Falta el 1 + d de abajo.",
            ),
            (
                partial(_weighed, weigh=lambda n, d: np.log10(1 + n / (1 + d))),
                partial(_weighed, weigh=lambda n, d: np.log2(1 + n / (1 + d))),
                "El logaritmo es el natural: np.log.",
            ),
            (
                partial(_weighed, weigh=lambda n, d: 1 + n / (1 + d)),
                "Falta el logaritmo.",
            ),
            (
                partial(_weighed, weigh=lambda n, d: np.log(1 + n / 1 + d)),
                "Faltan paréntesis abajo: n se divide entre todo 1 + d.",
            ),
            (
                partial(_weighed, use=lambda c: c > 0),
                "Usas si la palabra está o no: se multiplica la cuenta, cuántas veces sale.",
            ),
            (
                lambda c: _weighed(c)[:0].sum(axis=0) + np.log(1 + len(c) / (1 + (c > 0).sum(0))),
                "Devuelves los pesos: falta multiplicar por ellos las cuentas.",
            ),
            (
                lambda c: c * np.log(1 + c.shape[1] / (1 + (c > 0).sum(axis=0))),
                "n es el número de mensajes, las filas: len(cuentas).",
            ),
            (
                lambda c: c * np.log(1 + c.sum() / (1 + (c > 0).sum(axis=0))),
                "n es el número de mensajes, y usas el de todas las palabras.",
            ),
        ),
    )


def _step(table, boxes, gradients, rate, mean=False, sign=-1):
    new = table.copy()
    for box, gradient in zip(boxes, gradients, strict=True):
        share = np.sum(boxes == box) if mean else 1
        new[box] = new[box] + sign * rate * gradient / share
    return new


def _last_wins(table, boxes, gradients, rate):
    new = table.copy()
    new[boxes] = new[boxes] - rate * gradients
    return new


def _steps():
    for seed, (n, d, boxes, rate) in enumerate(
        (
            (5, 2, [1, 3, 1], 0.5),
            (4, 3, [0, 0, 0, 2], 0.1),
            (3, 1, [2], 2.0),
            (6, 4, [5, 1, 4, 1, 5, 5], 0.3),
        )
    ):
        rng = np.random.default_rng(seed)
        yield (
            rng.normal(size=(n, d)),
            np.array(boxes),
            rng.normal(size=(len(boxes), d)),
            rate,
        )


@exercise(
    "8.10.6",
    hints=(
        "Parte de una copia, `nueva = tabla.copy()`, y recorre las parejas de "
        "`zip(casillas, gradientes)`.",
        "\n`nueva = tabla.copy()\n"
        "for casilla, gradiente in zip(casillas, gradientes):\n"
        "    nueva[casilla] -= tasa * gradiente\n"
        "return nueva`",
    ),
    praise="Solo se mueven las filas que salieron; las que salieron dos veces, dos veces.",
)
def check_step(function):
    expect.computes(
        function,
        "un_paso",
        right=_step,
        inputs=_steps(),
        kind=expect.numeric,
        unchanged="un_paso cambia lo que recibe{argument}: se pide una tabla nueva. Empieza por "
        "tabla.copy().",
        mistakes=(
            (
                _last_wins,
                "Si una casilla sale varias veces, solo cuenta la última: con posiciones "
                "repetidas, NumPy hace una sola resta. Recorre las parejas con un ciclo.",
            ),
            (
                partial(_step, mean=True),
                "Haces la media de las repetidas: sus derivadas se suman.",
            ),
            (
                partial(_step, sign=1),
                "El paso va cuesta arriba: se resta la tasa por el gradiente.",
            ),
            (
                lambda table, boxes, gradients, rate: _step(table, boxes, gradients, 1),
                "Falta multiplicar por la tasa.",
            ),
            (
                lambda table, boxes, gradients, rate: table - rate * gradients.sum(axis=0),
                "Mueves todas las filas: solo cambian las que salieron.",
            ),
            (
                lambda table, boxes, gradients, rate: _step(table, boxes, gradients, rate)[boxes],
                lambda table, boxes, gradients, rate: table[boxes] - rate * gradients,
                "Devuelves solo las filas que salieron: se pide la tabla entera.",
            ),
            (
                lambda table, boxes, gradients, rate: _step(
                    table, np.arange(len(boxes)), gradients, rate
                ),
                "Mueves las primeras filas de la tabla: cada gradiente va a la fila que dice su "
                "casilla.",
            ),
            (
                lambda table, boxes, gradients, rate: table,
                "La tabla sale como entró: falta el paso.",
            ),
        ),
    )


_TEXTS = ("island", "sex")
_MEASURES = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")


def _batch_kind(value, name):
    """Un diccionario de tensores de forma (1, 1), como arrays: textos y decimales de 32 bits."""
    value = expect.instance(value, dict, name)
    wanted = [*_TEXTS, *_MEASURES]
    if missing := [key for key in wanted if key not in value]:
        expect.wrong(f"Falta la clave «{missing[0]}»: van todas, aunque la ficha no la traiga.")
    if len(value) > len(wanted):
        expect.wrong("Sobran claves: van las de TEXTS y las de MEASURES, y ninguna más.")
    return {key: _cell(value[key], key) for key in wanted}


def _cell(value, key):
    if not hasattr(value, "numpy"):
        expect.wrong(
            f"El valor de «{key}» debe ser un tensor, tf.constant: {expect.arrived(value)}."
        )
    found = np.asarray(value)
    if found.shape != (1, 1):
        expect.wrong(
            f"El valor de «{key}» tiene forma {found.shape}, y un lote de una muestra es (1, 1): "
            "dos corchetes, tf.constant([[…]])."
        )
    if key in _TEXTS:
        item = found[0, 0]
        if not isinstance(item, bytes):
            expect.wrong(f"El valor de «{key}» debe ser un texto, y es de {found.dtype}.")
        return np.array([[item.decode()]])
    if found.dtype != np.float32:
        expect.wrong(
            f"El valor de «{key}» debe ser de tf.float32, y es de {value.dtype.name}: díselo a "
            "tf.constant."
        )
    return found


def _batch(card, word="?", number=np.nan, empty=lambda value: value is None):
    def given(key, other):
        return other if empty(card.get(key)) else card[key]

    return {key: np.array([[given(key, word)]]) for key in _TEXTS} | {
        key: np.array([[given(key, number)]], "float32") for key in _MEASURES
    }


def _tensors(batch):
    import tensorflow as tf

    return {key: tf.constant(value) for key, value in batch.items()}


def _mistaken(**settings):
    return lambda card: _tensors(_batch(card, **settings))


@exercise(
    "8.10.7",
    hints=(
        "Es lo mismo que con los textos, recorriendo `MEASURES`: `ficha.get(nombre)` da None si la "
        'clave falta, y también si vale None; por ejemplo, con `nombre = "body_mass_g"`.',
        "Si no hay número, `np.nan`; y al tensor hay que decirle el tipo, porque un entero daría "
        "otro: `tf.constant([[192]], tf.float32)`.",
        "\n`for nombre in MEASURES:\n"
        "    numero = ficha.get(nombre)\n"
        "    numero = np.nan if numero is None else numero\n"
        "    lote[nombre] = tf.constant([[numero]], tf.float32)\n"
        "return lote`",
    ),
    praise="Lo que no se sabe, dicho: ni inventado, ni olvidado.",
)
def check_batch(function):
    with contextlib.ExitStack() as stack:
        stack.push(_explain_none)
        _check_batch(function)


def _explain_none(kind, mistake, traceback):
    """Si a un tensor le llegó None, dice por qué puede llegar."""
    if "(None)" in str(getattr(mistake, "__cause__", None)):
        expect.wrong(
            "A tf.constant le llega None. Una clave puede faltar, y también estar y valer None: "
            "ficha.get(nombre, np.nan) da entonces None. Pregunta si lo que da get es None."
        )


def _check_batch(function):
    card = {"island": "Dream", "sex": "MALE", "bill_length_mm": 46.5, "bill_depth_mm": 17.9,
            "flipper_length_mm": 192, "body_mass_g": 3500}  # fmt: skip
    expect.computes(
        function,
        "a_lote",
        right=_batch,
        inputs=[
            (card,),
            ({"sex": "FEMALE", "body_mass_g": 5000.5},),
            ({**card, "sex": None, "bill_depth_mm": None},),
            ({"island": "Cormorant", "bill_length_mm": 0, "flipper_length_mm": 210.0},),
            ({},),
        ],
        kind=_batch_kind,
        mistakes=(
            (
                _mistaken(empty=lambda value: not value),
                "Una medida de 0 es un dato, y la das por hueco: pregunta si es None.",
            ),
            (_mistaken(number=0.0), "Una medida que falta va como np.nan, y pones un 0."),
            (_mistaken(word=""), "Un texto que falta va como «?», y lo dejas vacío."),
            (_mistaken(word="nan"), "Un texto que falta va como «?», y pones «nan»."),
            (_mistaken(word="None"), "Un texto que falta va como «?», y pones «None»."),
            (_mistaken(word="[UNK]"), "Un texto que falta va como «?», y pones «[UNK]»."),
            (
                lambda card: _tensors(_batch({key: card.get(key) for key in _TEXTS})),
                "Las medidas salen todas como huecos, aunque la ficha las traiga.",
            ),
            (
                lambda card: _tensors(_batch({key: card.get(key) for key in _MEASURES})),
                "Los textos salen todos como «?», aunque la ficha los traiga.",
            ),
        ),
    )


def _inputs():
    import keras

    words = {name: keras.Input((1,), dtype="string", name=name) for name in _TEXTS}
    return words | {name: keras.Input((1,), name=name) for name in _MEASURES}


_ORDER = ("medidas", "isla", "sexo")


def _assembled(island, sex, scale, width, *, order=_ORDER, fill="after", last="softmax",
               hidden="relu"):  # fmt: skip
    """La red pedida, o una equivocada."""
    import keras

    entry = _inputs()
    x = keras.layers.Concatenate()([entry[name] for name in _MEASURES])
    x = scale(keras.ops.nan_to_num(x)) if fill == "before" else x if fill == "raw" else scale(x)
    parts = {
        "medidas": x if fill == "no" else keras.ops.nan_to_num(x),
        "isla": island(entry["island"]),
        "sexo": sex(entry["sex"]),
    }
    x = keras.layers.Concatenate()([parts[name] for name in order])
    x = keras.layers.Dense(width, activation=hidden)(x)
    return keras.Model(entry, keras.layers.Dense(3, activation=last)(x))


_MISASSEMBLED = (
    (
        {"fill": "no"},
        "Con un hueco en las medidas contesta nan: pásalas por keras.ops.nan_to_num después de la "
        "escala.",
    ),
    (
        {"fill": "before"},
        "Rellenas los huecos antes de escalar: un 0 en gramos no es la media. Primero escala, y "
        "después keras.ops.nan_to_num.",
    ),
    ({"fill": "raw"}, "Las medidas entran sin escalar: pásalas por escala."),
    ({"last": None}, 'A la última capa le falta activation="softmax".'),
    ({"last": "sigmoid"}, "La salida son tres probabilidades que suman 1: softmax."),
    ({"hidden": None}, 'A la capa oculta le falta activation="relu".'),
    *(
        ({"order": order}, f"Las partes van en otro orden: {', '.join(_ORDER)}.")
        for order in permutations(_ORDER)
        if order != _ORDER
    ),
)


def _lookups(seed):
    import keras

    words = [["Sur", "Norte"], ["Luna", "Sol", "Mar"]][seed]
    island = keras.layers.StringLookup(vocabulary=words, output_mode="one_hot")
    kinds = [["MALE", "?"], ["?", "FEMALE", "MALE"]][seed]
    sex = keras.layers.StringLookup(vocabulary=kinds, output_mode="one_hot")
    rng = np.random.default_rng(seed)
    mean = rng.normal(100, 20, 4).astype("float32")
    scale = keras.layers.Normalization(mean=mean, variance=mean * 2)
    return words, island, sex, scale


def _cards(words):
    import tensorflow as tf

    rng = np.random.default_rng(7)
    measures = rng.normal(100, 30, (8, 4)).astype("float32")
    measures[1, 2] = measures[4, 0] = np.nan
    text = {"island": [*words, "Otra"] * 4, "sex": ["MALE", "?", "FEMALE"] * 4}
    return {name: tf.constant([[word] for word in text[name][:8]]) for name in _TEXTS} | {
        name: tf.constant(measures[:, [k]]) for k, name in enumerate(_MEASURES)
    }


@exercise(
    "8.10.8",
    hints=(
        "Son tres partes que se juntan: `keras.ops.nan_to_num(escala(medidas))`, "
        '`isla(entrada["island"])` y `sexo(entrada["sex"])`.',
        "\n`todo = keras.layers.Concatenate()([\n"
        "    keras.ops.nan_to_num(escala(medidas)),\n"
        '    isla(entrada["island"]), sexo(entrada["sex"])])\n'
        'h = keras.layers.Dense(neuronas, activation="relu")(todo)\n'
        'salida = keras.layers.Dense(3, activation="softmax")(h)\n'
        "return keras.Model(entrada, salida)`",
    ),
    praise="Entra una ficha y sale una respuesta: lo demás viaja dentro.",
)
def check_assembled(function):
    expect.function(function, "montar")
    for seed, width in ((0, 5), (1, 8)):
        words, *layers = _lookups(seed)
        made = expect.call(function, *layers, width)
        model = expect.network(
            made, message=f"montar debe devolver un keras.Model: {expect.arrived(made)}."
        )
        cards = _cards(words)
        try:
            shape = tuple(model(cards).shape)
        except Exception:  # lo que lance depende de la capa que lo rechaza
            expect.wrong(
                "El modelo no contesta a un diccionario de columnas: sus entradas son las de "
                "new_inputs(), keras.Model(entrada, …)."
            )
        if shape != (8, 3):
            expect.wrong(f"La salida debe ser de 3 números, uno por especie, y es de {shape[1:]}.")
        wanted = _assembled(*layers, width)
        values = [
            np.random.default_rng(k).normal(0, 0.5, v.shape)
            for k, v in enumerate(wanted.trainable_variables)
        ]
        found = [tuple(v.shape) for v in model.trainable_variables]
        if found != [v.shape for v in values]:
            _explain_shapes(found, [v.shape for v in values], width)
        said = _with(model, values, cards)
        if expect.same(said, _with(wanted, values, cards), 1e-4):
            continue
        for mistake, sentence in _MISASSEMBLED:
            if expect.same(said, _with(_assembled(*layers, width, **mistake), values, cards), 1e-4):
                expect.wrong(sentence)
        expect.wrong(
            "Tiene esas capas, pero no hace lo mismo que la red pedida. ¿Usas escala, isla y sexo, "
            "los que recibe montar?"
        )


def _with(model, values, cards):
    """Lo que contesta con esos pesos, sin ponérselos."""
    import keras

    state = list(zip(model.trainable_variables, values, strict=True))
    with keras.StatelessScope(state_mapping=state):
        return np.asarray(model(cards))


def _explain_shapes(found, wanted, width):
    if len(found) != len(wanted):
        expect.wrong(
            f"Tiene {len(found) // 2} capa(s) densa(s), y son dos: la oculta y la de salida."
        )
    if found[0][-1] != width:
        expect.wrong(f"Con neuronas={width}, la capa oculta debe tener {width}: usa el parámetro.")
    expect.wrong(
        f"A la capa oculta le llegan {found[0][0]} números, y son {wanted[0][0]}: las cuatro "
        "medidas, el one-hot de la isla y el del sexo."
    )


quiz(
    "8.10.A1",
    correct="c",
    why="Sí: la media se midió una vez, al adaptar, y viaja en el archivo.",
    wrong={
        "a": "Con una muestra, restarle su propia media daría 0 en todo.",
        "b": "adapt no se llama solo: lo que aprendió está guardado en la capa.",
        "d": "Normalization no entrena: ningún gradiente mueve su media.",
    },
    hint="¿Cuándo se midió la media, y dónde quedó?",
)
quiz(
    "8.10.A2",
    correct="b",
    why="Sí: nadie le enseñó esa fila, y se queda como nació.",
    wrong={
        "a": "La capa no falla: para eso tiene la casilla de lo desconocido.",
        "c": "No hay ninguna media: usa la fila de [UNK], que nadie entrenó.",
    },
    hint="¿Cuánto se movió en la sección 2 la fila de lo desconocido?",
)
quiz(
    "8.10.A3",
    correct="a",
    why="Sí: las dos cuentas dan los mismos números.",
    wrong={
        "b": "Da los mismos números: lo comprobaste con np.allclose.",
        "c": "La tabla también se aprende, fila a fila.",
    },
    hint="¿Qué da una fila de ceros con un 1 por una matriz?",
)
quiz(
    "8.10.A4",
    correct="d",
    why="Sí: adaptar otra vez cambió el orden del vocabulario, y los pesos siguen con el viejo.",
    wrong={
        "a": "Los pesos son los mismos: lo que cambió es qué entra por cada uno.",
        "b": "Las palabras nuevas afectarían solo a quien las trae.",
        "c": "Con vocabulario no hay colisiones.",
    },
    hint="Mira el primer error frecuente.",
)
