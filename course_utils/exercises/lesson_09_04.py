"""Comprobaciones de la lección 9.4, Decir dónde está: localizar un objeto."""

from functools import partial

import numpy as np

from course_utils.metrics.boxes import box_overlap

from . import expect
from .core import exercise, quiz


def _boxes(seed, count, side=64, least=1):
    """Unas cajas de un lado y otro, enteras, más anchas que altas o al revés."""
    rng = np.random.default_rng(seed)
    low = rng.integers(0, side // 2, (count, 2))
    return np.column_stack([low, low + rng.integers(least, side // 2, (count, 2))])


def _centers(boxes, side, *, shrink=0.5, more=0, order=(0, 1, 2, 3), over=True):
    """Las cajas pedidas en 9.4.1, o unas equivocadas."""
    sizes = boxes[:, 2:] - boxes[:, :2] + more
    both = np.column_stack([boxes[:, :2] + shrink * sizes, sizes])[:, order]
    return both / side if over else both


def _corners(centers, side, *, half=0.5, start=True, over=True):
    middle, sizes = centers[:, :2], centers[:, 2:]
    low = middle - half * sizes if start else middle
    both = np.column_stack([low, low + (2 * half if start else 1) * sizes])
    return both * side if over else both


@exercise(
    "9.4.1",
    hints=(
        "El centro está a medio camino de las dos esquinas, y el tamaño es la segunda menos la "
        "primera.",
        "Del centro a cada borde hay medio tamaño: una esquina lo resta, y la otra lo suma.",
        "En la primera, `return np.column_stack([(inicio + fin) / 2, fin - inicio])`; en la "
        "segunda, `return np.column_stack([medio - tamano / 2, medio + tamano / 2])`.",
    ),
    praise="Ida y vuelta: de píxeles a fracciones, y otra vez a píxeles.",
)
def check_formats(to_centers, to_corners):
    expect.computes(
        to_centers,
        "a_centros",
        right=_centers,
        inputs=[(_boxes(seed, 3 + seed), side) for seed, side in ((0, 64), (1, 100), (2, 32))],
        kind=expect.numeric,
        mistakes=(
            (partial(_centers, over=False), "Está en píxeles: falta dividir entre lado."),
            (
                partial(_centers, shrink=0),
                "Los dos primeros números son la esquina: el centro está a medio tamaño de ella.",
            ),
            (
                partial(_centers, shrink=1),
                "Los dos primeros números son la segunda esquina: el centro está a medio camino.",
            ),
            (
                partial(_centers, more=1),
                "A cada tamaño le sobra un píxel: x1 ya queda fuera, así que el ancho es x1 − x0.",
            ),
            (
                partial(_centers, order=(2, 3, 0, 1)),
                "Están los cuatro números, pero el tamaño va delante: primero va el centro.",
            ),
            (
                partial(_centers, order=(1, 0, 3, 2)),
                "Las filas y las columnas están cambiadas: la x sale de x0 y x1, y va primero.",
            ),
            (
                lambda boxes, side: boxes / side,
                "Has dividido las esquinas entre lado: falta pasarlas a centro y tamaño.",
            ),
            (
                lambda boxes, side: (
                    np.column_stack([boxes[:, :2] + boxes[:, 2:], boxes[:, 2:] - boxes[:, :2]])
                    / side
                ),
                "El centro es la mitad de la suma de las dos esquinas: falta el 2.",
            ),
        ),
    )
    expect.computes(
        to_corners,
        "a_esquinas",
        right=_corners,
        inputs=[
            (np.random.default_rng(seed).uniform(0.1, 0.5, (2 + seed, 4)), side)
            for seed, side in ((3, 64), (4, 100))
        ],
        kind=expect.numeric,
        mistakes=(
            (partial(_corners, over=False), "Está en fracciones: falta multiplicar por lado."),
            (
                lambda centers, side: _corners(centers, side, over=False) / side,
                "Has dividido otra vez entre lado: para volver a píxeles se multiplica.",
            ),
            (
                partial(_corners, half=1),
                "La caja sale el doble de grande: del centro a cada borde hay medio tamaño.",
            ),
            (
                partial(_corners, start=False),
                "Tu caja empieza en el centro: la esquina está medio tamaño antes.",
            ),
            (
                lambda centers, side: centers * side,
                "Están en píxeles, pero siguen siendo centro y tamaño: se piden las esquinas.",
            ),
        ),
    )


def _iou(a, b, *, clip=True, less=1, over="union", more=0, generalized=0):
    """La IoU de dos cajas, o una cuenta equivocada."""
    (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) = np.array(a, float), np.array(b, float)
    width, height = min(ax1, bx1) - max(ax0, bx0) + more, min(ay1, by1) - max(ay0, by0) + more
    both = max(width, 0) * max(height, 0) if clip else width * height
    first, second = (ax1 - ax0 + more) * (ay1 - ay0 + more), (bx1 - bx0 + more) * (by1 - by0 + more)
    whole = (max(ax1, bx1) - min(ax0, bx0)) * (max(ay1, by1) - min(ay0, by0))
    union = first + second - less * both
    below = {
        "union": union,
        "first": first,
        "second": second,
        "whole": whole,
        "none": 1,
    }[over]
    iou = both / below if below else 0.0
    return iou - generalized * (whole - union) / whole if generalized else iou


# Pegadas, separadas hacia los dos lados o hacia uno, una dentro de otra, iguales y vacías.
_PAIRS = [
    ([10, 20, 30, 50], [10, 20, 30, 50]),
    ([0, 0, 20, 20], [10, 0, 40, 20]),
    ([0, 0, 20, 10], [20, 0, 30, 10]),
    ([0, 0, 10, 10], [20, 25, 30, 40]),
    ([20, 3, 30, 13], [5, 2, 15, 12]),
    ([0, 0, 10, 10], [5, 20, 15, 30]),
    ([0, 0, 40, 30], [10, 5, 20, 25]),
    ([10, 5, 20, 25], [0, 0, 40, 30]),
    ([12, 40, 33, 60], [20, 30, 50, 45]),
    ([0.5, 0.25, 10.5, 20], [4, 10.75, 12.25, 31]),
    ([0, 0, 0.5, 0.5], [0.25, 0.125, 0.75, 0.5]),  # en fracciones, ninguna área llega a 1
]
_EMPTY = [([5, 5, 5, 9], [0, 0, 10, 10]), ([4, 4, 4, 4], [4, 4, 4, 4])]

_WRONG_IOUS = (
    (
        {"clip": False},
        "un ancho o un alto negativo cuenta como si la hubiera: si no se tocan, lo común es 0. "
        "Pon un máximo con 0.",
    ),
    (
        {"less": 0},
        "la unión es la suma de las dos áreas menos lo que comparten: lo cuentas dos veces.",
    ),
    ({"over": "first"}, "divides entre el área de la primera: se divide entre la unión."),
    ({"over": "second"}, "divides entre el área de la segunda: se divide entre la unión."),
    (
        {"over": "whole"},
        "divides entre la caja que contiene a las dos, y la unión es solo lo que cubren.",
    ),
    ({"over": "none"}, "es lo que comparten, en píxeles: falta dividirlo entre la unión."),
    (
        {"more": 1},
        "sumas 1 a los anchos y a los altos, y x1 ya queda fuera: el ancho es x1 − x0.",
    ),
)


def _clip_one(a, b):
    """Recorta el ancho común, y no el alto."""
    (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) = a, b
    both = max(min(ax1, bx1) - max(ax0, bx0), 0) * (min(ay1, by1) - max(ay0, by0))
    return both / ((ax1 - ax0) * (ay1 - ay0) + (bx1 - bx0) * (by1 - by0) - both)


@exercise(
    "9.4.2",
    hints=(
        "El ancho común es `max(min(a[2], b[2]) - max(a[0], b[0]), 0)`: del mayor de los comienzos "
        "al menor de los finales. El alto, igual, con los índices 1 y 3.",
        "La unión es la suma de las dos áreas menos lo común. Antes de dividir, mira si es mayor "
        "que 0.",
        "\n`ancho = max(min(a[2], b[2]) - max(a[0], b[0]), 0)\n"
        "alto = max(min(a[3], b[3]) - max(a[1], b[1]), 0)\n"
        "comun = ancho * alto\n"
        "union = area(a) + area(b) - comun\n"
        "return comun / union if union > 0 else 0`",
    ),
    praise="Una división, y tres cuidados: que se toquen, que lo común no cuente dos veces y que "
    "haya algo.",
)
def check_iou(function):
    expect.computes(
        function,
        "iou",
        right=_iou,
        inputs=[*_PAIRS, *_EMPTY],
        mistakes=(
            (
                _clip_one,
                "{call}: el alto común sale negativo. El máximo con 0 va en los dos: en el ancho y "
                "en el alto.",
            ),
            *((partial(_iou, **how), f"{{call}}: {sentence}") for how, sentence in _WRONG_IOUS),
        ),
    )


def _rows(a, b, how):
    return np.array([_iou(first, second, **how) for first, second in zip(a, b, strict=True)])


def _explain_rows(result, expected, real, guess):
    if result.shape == expected.shape and np.allclose(result, _rows(real[::-1], guess, {})):
        return "Comparas cada caja real con la predicha de otra fila."
    return None


def _misshapen_rows(result, expected, real, guess):
    if result.shape == (len(real), len(guess)):
        return (
            "Comparas todas con todas: se pide cada real con la predicha de su misma fila, "
            f"{len(real)} números."
        )
    if result.size == 1:
        return f"Devuelves un solo número, y se piden {len(real)}: uno por pareja."
    return None


@exercise(
    "9.4.3",
    hints=(
        "Los comienzos de lo común, de todas a la vez: `inicio = np.maximum(reales[:, :2], "
        "predichas[:, :2])`. Los finales, con `np.minimum` y las otras dos columnas.",
        "Con `np.clip(…, 0, None)` y `np.prod(…, axis=1)` salen las áreas comunes. Donde la unión "
        "es 0, divide entre otra cosa: lo común también es 0.",
        "\n`inicio = np.maximum(reales[:, :2], predichas[:, :2])\n"
        "fin = np.minimum(reales[:, 2:], predichas[:, 2:])\n"
        "comun = np.prod(np.clip(fin - inicio, 0, None), axis=1)\n"
        "areas = sum(np.prod(c[:, 2:] - c[:, :2], axis=1) for c in (reales, predichas))\n"
        "union = areas - comun\n"
        "return comun / np.where(union > 0, union, 1)`",
    ),
    praise="Quinientas cajas, las mismas cuatro cuentas.",
)
def check_ious(function):
    pairs = [*_PAIRS, *_EMPTY]
    listed = tuple(np.array(part, float) for part in zip(*pairs, strict=True))
    inputs = [
        tuple(part[:4] for part in listed),
        listed,
        (_boxes(5, 30), _boxes(6, 30)),
        tuple(part[[1]] for part in listed),
    ]

    def divided_by_zero(real, guess):
        with np.errstate(all="ignore"):
            found = box_overlap(real, guess)
            return found.intersection / found.union

    expect.computes(
        function,
        "ious",
        right=lambda real, guess: box_overlap(real, guess).iou,
        inputs=inputs,
        kind=expect.numeric,
        misshapen=_misshapen_rows,
        explain=_explain_rows,
        mistakes=(
            (
                divided_by_zero,
                "Con dos cajas vacías divides 0 entre 0, y sale nan: ahí la IoU es 0.",
            ),
            *(
                (
                    lambda real, guess, how=how: _rows(real, guess, how),
                    f"En alguna pareja, {sentence}",
                )
                for how, sentence in _WRONG_IOUS
            ),
        ),
    )


def _bright(image, cut, *, swap=False, more=1, touch=False, order=(0, 1, 2, 3)):
    rows, columns = np.nonzero(image >= cut if touch else image > cut)
    if not len(rows):
        return np.zeros(4, int)
    if swap:
        rows, columns = columns, rows
    box = [columns.min(), rows.min(), columns.max() + more, rows.max() + more]
    return np.array(box)[list(order)]


def _pictures():
    """Fondos oscuros con algo claro, no cuadrados; uno con un píxel justo en el corte."""
    for seed, (height, width), (x0, y0, x1, y1) in (
        (0, (20, 30), (12, 4, 25, 9)),
        (1, (30, 18), (0, 20, 6, 30)),
        (2, (9, 9), (3, 5, 4, 6)),
    ):
        image = np.random.default_rng(seed).integers(0, 80, (height, width)).astype("uint8")
        image[y0:y1, x0:x1] += 120
        yield image, 100
    edge = np.zeros((12, 16), "uint8")
    edge[3:7, 5:9], edge[10, 14] = 200, 90
    yield edge, 90
    yield edge, 89
    yield np.zeros((8, 10), "uint8"), 50


@exercise(
    "9.4.4",
    hints=(
        "`filas, columnas = np.nonzero(imagen > corte)`: lo de la x sale de las columnas.",
        "La primera columna es la menor de todas; x1, la siguiente a la mayor. Con las filas, "
        "igual.",
        "\n`filas, columnas = np.nonzero(imagen > corte)\n"
        "return [columnas.min(), filas.min(),\n"
        "        columnas.max() + 1, filas.max() + 1]`",
    ),
    praise="Un localizador sin nada que aprender: el listón de la red.",
)
def check_bright(function):
    expect.computes(
        function,
        "caja_brillante",
        right=_bright,
        inputs=_pictures(),
        kind=expect.row,
        mistakes=(
            (
                partial(_bright, swap=True),
                "Las filas y las columnas están cambiadas: np.nonzero devuelve primero las filas, "
                "que son la y.",
            ),
            (
                partial(_bright, more=0),
                "La caja deja fuera la última fila y la última columna: x1 e y1 son las "
                "siguientes, así que falta sumar 1.",
            ),
            (
                partial(_bright, swap=True, more=0),
                "Las filas y las columnas están cambiadas, y falta sumar 1 a x1 e y1, que ya "
                "quedan fuera.",
            ),
            (
                partial(_bright, touch=True),
                "Cuentas los píxeles iguales al corte: se piden los mayores.",
            ),
            (
                partial(_bright, order=(0, 2, 1, 3)),
                "El orden es x0, y0, x1, y1, y has puesto x0, x1, y0, y1.",
            ),
        ),
    )


_WITH_AREA = [*_PAIRS, ([2, 3, 9, 11], [40, 3, 47, 11]), ([2, 3, 9, 11], [2, 30, 9, 38])]


def _whole_only(a, b, sign=-1):
    """Suma lo vacío, o no lo divide."""
    x0, y0, x1, y1 = (f(p, q) for f, p, q in zip((min, min, max, max), a, b, strict=True))
    whole = (x1 - x0) * (y1 - y0)
    union = box_overlap([a], [b]).union[0]
    return _iou(a, b) + sign * (whole - union)


@exercise(
    "9.4.5",
    hints=(
        "La caja que contiene a las dos va del menor de los comienzos al mayor de los finales: al "
        "revés que la intersección.",
        "Su área es `c = area([min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], "
        "b[3])])`.",
        "\n`ancho = max(min(a[2], b[2]) - max(a[0], b[0]), 0)\n"
        "alto = max(min(a[3], b[3]) - max(a[1], b[1]), 0)\n"
        "union = area(a) + area(b) - ancho * alto\n"
        "c = area([min(a[0], b[0]), min(a[1], b[1]),\n"
        "          max(a[2], b[2]), max(a[3], b[3])])\n"
        "return ancho * alto / union - (c - union) / c`",
    ),
    praise="Ahora, alejarse cuesta.",
)
def check_giou(function):
    expect.computes(
        function,
        "giou",
        right=partial(_iou, generalized=1),
        inputs=_WITH_AREA,
        mistakes=(
            (_iou, "{call}: es la IoU; falta restar la parte vacía de C."),
            (
                partial(_iou, generalized=-1),
                "{call}: la parte vacía se resta, y la has sumado.",
            ),
            (
                lambda a, b: 1 - _iou(a, b, generalized=1),
                "{call}: es la pérdida, 1 − GIoU; se pide la GIoU.",
            ),
            (_whole_only, "{call}: lo vacío es una parte de C: falta dividir entre C."),
            (
                partial(_iou, generalized=1, clip=False),
                "{call}: un ancho o un alto negativo cuenta como si se tocaran. Pon un máximo con "
                "0.",
            ),
        ),
    )


_WIDTHS = (7, 12)
_OTHERWISE = "Tiene esas capas, pero no hace lo mismo que la red pedida"


def _both(width, *, hidden="relu", box=None, label="softmax", skip="", apart=False):
    """La red de dos salidas, o una equivocada."""
    import keras

    layers = keras.layers
    entry = keras.Input((64, 64, 1))
    h = entry
    for filters in (8, 16, 32):
        h = layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu")(h)
    h = layers.Flatten()(h)
    row = layers.Dense(width, activation=hidden)(h)
    ends = {"caja": layers.Dense(4, activation=box)(h if skip == "caja" else row)}
    tail = h if skip == "clase" else row
    ends["clase"] = (
        layers.Softmax()(layers.Dense(10)(tail))
        if apart
        else layers.Dense(10, activation=label)(tail)
    )
    return keras.Model(entry, ends)


def _joined(model):
    """La de dos salidas, como una que da catorce números; None si no los da."""
    import keras

    entry = keras.Input((64, 64, 1))
    try:
        said = model(entry)
        return keras.Model(entry, keras.ops.concatenate([said["caja"], said["clase"]], axis=1))
    except Exception:  # lo que lance depende de la capa que lo rechaza
        return None


_OTHER_BOTH = (
    ({"hidden": None}, 'A la densa de neuronas le falta activation="relu".'),
    ({"box": "softmax"}, "La caja no lleva softmax: son cuatro cantidades, y no suman 1."),
    ({"box": "sigmoid"}, "La caja no lleva activación, y le has puesto una sigmoide."),
    ({"box": "relu"}, "La caja no lleva activación, y le has puesto una ReLU."),
    ({"label": None}, 'A la clase le falta activation="softmax": son diez probabilidades.'),
    ({"label": "sigmoid"}, "La clase lleva softmax: de las diez, la prenda es una sola."),
    ({"skip": "caja"}, "La caja sale directamente de las convoluciones: le falta la densa."),
    ({"skip": "clase"}, "La clase sale directamente de las convoluciones: le falta la densa."),
)


def _acts_like(model, width, **other):
    """Si hace lo mismo que la de dos salidas, con eso cambiado."""
    return expect.alike(model, _joined(_both(width, **other)))


def _explain_both(model, width):
    for other, sentence in _OTHER_BOTH:
        if _acts_like(model, width, **other):
            expect.wrong(sentence)
    expect.layers(
        model,
        "Dense",
        settings=[{}] * 3,
        message=lambda found: (
            f"Tiene {len(found)} capa(s) densa(s), y son tres: una de neuronas y una por salida."
        ),
    )
    expect.layers(
        model,
        "Dense",
        settings=[{"units": width}, {}, {}],
        message=f"Con neuronas={width}, la densa debe tener {width}: usa el parámetro.",
    )


@exercise(
    "9.4.6",
    hints=(
        "Una capa densa para cada salida, y las dos se llaman con `h`.",
        "La caja es `keras.layers.Dense(4)(h)`, y la clase, otra, de 10 y con "
        '`activation="softmax"`.',
        "\n`return keras.Model(entrada, {\n"
        '    "caja": keras.layers.Dense(4)(h),\n'
        '    "clase": keras.layers.Dense(10, activation="softmax")(h)})`',
    ),
    praise="Un cuerpo y dos respuestas.",
)
def check_both(function):
    expect.function(function, "dos_respuestas")
    for width in _WIDTHS:
        made = expect.call(function, width)
        model = expect.network(
            made, message=f"dos_respuestas debe devolver un keras.Model: {expect.arrived(made)}."
        )
        said = _joined(model)
        if said is None:
            expect.wrong(
                'La red recibe escenas (64, 64, 1), y sus salidas van en un diccionario: "caja", '
                'de cuatro números, y "clase", de diez.'
            )
        answers = model(np.zeros((1, 64, 64, 1), "float32"))
        if len(answers) != 2:
            expect.wrong('Se piden dos salidas, "caja" y "clase", y ninguna más.')
        sizes = [answers[name].shape[-1] for name in ("caja", "clase")]
        if sizes != [4, 10]:
            expect.wrong(
                f"La caja son 4 números y la clase, 10; los tuyos, {sizes[0]} y {sizes[1]}."
            )
        # Con la softmax aparte, las capas trabajan en otro orden.
        if _acts_like(said, width, apart=True):
            continue
        expect.like(
            said,
            _joined(_both(width)),
            explain=lambda model, width=width: _explain_both(model, width),
            message=_OTHERWISE,
        )


def _hits(found, cuts, *, test=np.greater_equal, over=True, times=1):
    counts = np.array([test(found, cut).sum() for cut in cuts], float)
    return times * counts / len(found) if over else counts


@exercise(
    "9.4.7",
    hints=(
        "Con un umbral, `np.mean(ious >= 0.5)` es la fracción que lo alcanza.",
        "\n`return np.array([np.mean(ious >= umbral) for umbral in umbrales])`",
    ),
    praise="Con 0.5 y con todos los demás.",
)
def check_hits(function):
    rng = np.random.default_rng(8)
    expect.computes(
        function,
        "aciertos",
        right=_hits,
        inputs=[
            (np.array([0.1, 0.5, 0.75, 0.9]), [0, 0.5, 0.75, 1]),
            (np.array([0.0, 0.5, 0.5, 0.2, 1.0]), [0.5, 0.2, 0.9]),
            (rng.random(60).round(1), [0.3, 0.5, 0.7, 0.75]),
        ],
        kind=expect.numeric,
        mistakes=(
            (partial(_hits, test=np.greater), "Una IoU igual al umbral acierta: es >=, y no >."),
            (partial(_hits, over=False), "Devuelves cuántas son: se pide qué fracción del total."),
            (partial(_hits, times=100), "Devuelves porcentajes: se piden fracciones, de 0 a 1."),
            (
                partial(_hits, test=np.less),
                "Cuentas las que no llegan: se piden las iguales o mayores.",
            ),
            (
                partial(_hits, test=np.less_equal),
                "Cuentas las menores o iguales: se piden las iguales o mayores.",
            ),
        ),
    )


quiz(
    "9.4.A1",
    correct="b",
    why="Sí: sin nada en común, la intersección es 0. Por eso, como pérdida, no dice hacia dónde "
    "ir.",
    wrong={
        "a": "Lo lejos que estén no entra en la cuenta: se divide lo que comparten entre lo que "
        "cubren.",
        "c": "Un área no es negativa: si tu cuenta la da, falta el máximo con 0.",
    },
    hint="¿Cuánto mide lo que comparten?",
)
quiz(
    "9.4.A2",
    correct="c",
    why="Sí: la media dice cuánto respondió cada filtro en total, y no en qué sitio.",
    wrong={
        "a": "Qué es y dónde está son dos preguntas: un filtro puede responder igual en cualquier "
        "sitio.",
        "b": "La última capa solo recibe la media de cada filtro: los 64 sitios ya no están.",
    },
    hint="Mira cuánto sacó cada una en la sección 4.",
)
quiz(
    "9.4.A3",
    correct="a",
    why="Sí: la pérdida total depende de los pesos, que has elegido tú. Se comparan las métricas.",
    wrong={
        "b": "Con otros pesos, la misma red tendría otra pérdida total: no se comparan así.",
        "c": "Pesar más la caja no la hace mejor: puede ser a costa de la clase.",
    },
    hint="¿Qué se suma en cada una?",
)
quiz(
    "9.4.A4",
    correct="b",
    why="Sí: 3 píxeles de 8 son mucho, y de 32, poco.",
    wrong={
        "a": "El error en píxeles es el mismo, y la IoU mide cuánta caja se comparte.",
        "c": "Tiene más píxeles, pero los 3 son una parte menor de ella.",
    },
    hint="Calcula las dos con `overlap`, o mira el paso 3 de la práctica.",
)
