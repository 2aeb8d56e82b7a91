"""Comprobaciones de la lección 9.5, Varios objetos a la vez: detectar."""

from functools import partial

import numpy as np

from course_utils.metrics.boxes import box_overlap

from . import expect
from .core import exercise, quiz


def _iou(box, several):
    """La IoU de una caja con cada una de otras."""
    several = np.asarray(several).reshape(-1, 4)
    return box_overlap(np.repeat([box], len(several), axis=0), several).iou


# --- 9.5.1 -------------------------------------------------------------------------------------


def _weights(seed, side, channels, scores):
    size = (side * side * channels, scores)
    return np.random.default_rng(seed).normal(size=size), side, channels


@exercise(
    "9.5.1",
    hints=(
        "Los pesos son los mismos, y ya están en orden: solo cambia la forma. "
        "`pesos.reshape(…)` la cambia.",
        "Con un −1 al final, no hace falta decir cuántas notas hay: "
        "`return pesos.reshape(lado, lado, canales, -1)`",
    ),
    praise="Los mismos pesos, con otra forma: una densa era una convolución que no se movía.",
)
def check_kernel(function):
    expect.computes(
        function,
        "a_nucleo",
        right=lambda w, side, channels: w.reshape(side, side, channels, -1),
        inputs=[_weights(0, 3, 2, 5), _weights(1, 6, 1, 11), _weights(2, 1, 4, 1)],
        kind=expect.numeric,
        mistakes=(
            (
                lambda w, side, channels: w,
                "Los pesos salen con la forma que tenían: se pide (lado, lado, canales, notas).",
            ),
            (
                lambda w, side, channels: w.T.reshape(side, side, channels, -1),
                "Los pesos cambian de orden: reshape, sin trasponer antes.",
            ),
            (
                lambda w, side, channels: np.moveaxis(w.reshape(channels, side, side, -1), 0, 2),
                "Lees los canales primero, y en Flatten son los últimos: de cada sitio, sus "
                "canales seguidos.",
            ),
            (
                lambda w, side, channels: w.reshape(side, side, channels, -1).swapaxes(0, 1),
                "Las filas y las columnas están cambiadas.",
            ),
        ),
        message="La forma está bien, pero los pesos no están en su sitio: reshape los deja en el "
        "orden de Flatten.",
    )


# --- 9.5.2 -------------------------------------------------------------------------------------


def _grid(boxes, names, *, turned=False, corner=False, clip=None, first=False, pixels=False,
          centers=False, ones=True, label=True):  # fmt: skip
    """La rejilla pedida, o una equivocada."""
    grid = np.zeros((8, 8, 6))
    for (x0, y0, x1, y1), name in zip(boxes, names, strict=True):
        x, y = (x0 / 8, y0 / 8) if corner else ((x0 + x1) / 16, (y0 + y1) / 16)
        row, column = (int(x), int(y)) if turned else (int(y), int(x))
        if first and grid[row, column, 0]:
            continue
        dx, dy = (x, y) if centers else (x % 1, y % 1)
        if clip == "swap":
            dx, dy = dy, dx
        width, height = x1 - x0, y1 - y0
        if not pixels:
            width, height = width / 64, height / 64
        grid[row, column] = (float(ones), dx, dy, width, height, name if label else 0)
    return grid


def _scene(seed, n, *, meet=False):
    """Cajas y clases de una escena; con ``meet``, dos centros en la misma casilla."""
    rng = np.random.default_rng(seed)
    corner = rng.integers(0, 30, (n, 2))
    size = rng.integers(8, 34, (n, 2)) + np.array([1, 0])
    boxes = np.concatenate([corner, corner + size], axis=1)
    if meet:
        boxes[-1] = boxes[0] + [-1, 0, 1, 2]
        boxes = np.clip(boxes, 0, 64)
    return boxes, rng.integers(1, 10, n)


_ONE = (np.array([[10, 20, 30, 60]]), np.array([7]))


@exercise(
    "9.5.2",
    hints=(
        "La casilla es `rejilla[int(y), int(x)]`, con `x = 2.5` y `y = 5.0`, por ejemplo: la fila "
        "5, la columna 2.",
        "Lo que sobra de la parte entera es el resto de dividir entre 1: `x % 1`, con `x = 2.5`. "
        "Son seis números entre paréntesis, y el primero es 1.",
        "\n`rejilla = np.zeros((8, 8, 6))\n"
        "for (x0, y0, x1, y1), clase in zip(cajas, clases):\n"
        "    x, y = (x0 + x1) / 16, (y0 + y1) / 16\n"
        "    ancho, alto = (x1 - x0) / 64, (y1 - y0) / 64\n"
        "    rejilla[int(y), int(x)] = (1, x % 1, y % 1, ancho, alto, clase)\n"
        "return rejilla`",
    ),
    praise="Una lista de cualquier longitud, en un tensor que mide siempre lo mismo.",
)
def check_grid(function):
    expect.computes(
        function,
        "a_rejilla",
        right=_grid,
        inputs=[_ONE, _scene(0, 3), _scene(1, 4), _scene(2, 2, meet=True)],
        kind=expect.numeric,
        mistakes=(
            (
                lambda boxes, names: np.zeros((8, 8, 6)),
                "La rejilla sale vacía: pon algo en la casilla de cada prenda.",
            ),
            (
                partial(_grid, turned=True),
                "La fila y la columna están cambiadas: la fila sale de y, y va primero, "
                "rejilla[int(y), int(x)].",
            ),
            (
                partial(_grid, corner=True),
                "Responde la casilla de la esquina: se pide la del centro.",
            ),
            (
                partial(_grid, centers=True),
                "dx y dy son lo que sobra de la parte entera, de 0 a 1: x % 1, y % 1.",
            ),
            (
                partial(_grid, clip="swap"),
                "dx y dy están cambiados: primero lo que sobra de x.",
            ),
            (
                partial(_grid, pixels=True),
                "El ancho y el alto van como parte de la imagen: píxeles entre 64.",
            ),
            (
                partial(_grid, ones=False),
                "Falta el 1 de la posición 0: dice que en la casilla hay un centro.",
            ),
            (
                partial(_grid, label=False),
                "Falta la clase, en la posición 5.",
            ),
            (
                partial(_grid, first=True),
                "Si dos centros caen en la misma casilla, se pide que se quede la última caja.",
            ),
        ),
        explain=_explain_grid,
        message="No es la rejilla pedida.",
    )


def _explain_grid(result, expected, boxes, names):
    if not np.array_equal(result[:, :, 0] != 0, expected[:, :, 0] != 0):
        found, wanted = (np.argwhere(g[:, :, 0] != 0).tolist() for g in (result, expected))
        return (
            f"Con las cajas {expect.shown(boxes.tolist())}, las casillas con un centro deben ser "
            f"{wanted} (fila, columna), y tienes {expect.shown(found)}."
        )
    row, column = np.argwhere(np.abs(result - expected).max(axis=2) > 1e-6)[0]
    numbers = [round(float(v), 3) for v in result[row, column]]
    right = [round(float(v), 3) for v in expected[row, column]]
    return (
        f"En la casilla de la fila {row} y la columna {column} deben estar {right}, y están "
        f"{numbers}."
    )


# --- 9.5.3 -------------------------------------------------------------------------------------


def _box(row, column, numbers, *, half=True, turned=False, side=8, image=64, corner=False):
    dx, dy, width, height = numbers
    if turned:
        row, column = column, row
    x, y = side * (column + dx), side * (row + dy)
    w, h = image * width, image * height
    if corner:
        return x, y, x + w, y + h
    if half:
        w, h = w / 2, h / 2
    return x - w, y - h, x + w, y + h


@exercise(
    "9.5.3",
    hints=(
        "El centro está a `columna + dx` casillas de la izquierda, con "
        "`dx, dy, ancho, alto = numeros`; y cada casilla mide 8 píxeles.",
        "De cada lado del centro queda la mitad del ancho, que son `32 * ancho` píxeles, con "
        "`dx, dy, ancho, alto = numeros`.",
        "\n`dx, dy, ancho, alto = numeros\n"
        "x, y = 8 * (columna + dx), 8 * (fila + dy)\n"
        "w, h = 32 * ancho, 32 * alto\n"
        "return x - w, y - h, x + w, y + h`",
    ),
    praise="De la casilla a la caja: ya puedes leer lo que dice la red.",
)
def check_box(function):
    expect.computes(
        function,
        "a_caja",
        right=_box,
        inputs=[
            (5, 2, (0.5, 0.0, 0.3125, 0.625)),
            (0, 7, (0.2345, 0.7567, 0.2123, 0.4321)),
            (3, 3, (0.1, 0.9, 0.5, 0.125)),
        ],
        kind=expect.number,
        returns="x0, y0, x1, y1",
        mistakes=(
            (
                partial(_box, half=False),
                "A cada lado del centro va la mitad del ancho, y arriba y abajo la del alto.",
            ),
            (
                partial(_box, turned=True),
                "La columna dice la x, y la fila, la y.",
            ),
            (
                partial(_box, side=1),
                "El centro está en casillas: cada una mide 8 píxeles.",
            ),
            (
                partial(_box, image=1),
                "El ancho y el alto son partes de la imagen: por 64 son píxeles.",
            ),
            (
                partial(_box, image=8),
                "El ancho y el alto son partes de la imagen, de 64 píxeles, y no de una casilla.",
            ),
            (
                partial(_box, corner=True),
                "dx y dy dicen dónde está el centro de la caja, no su esquina.",
            ),
        ),
    )


# --- 9.5.4 -------------------------------------------------------------------------------------


def _box_loss(real, boxes, *, mask=True, power=2, mean=False, axes=(1, 2, 3), shift=1):
    real, boxes = np.asarray(real, float), np.asarray(boxes, float)
    errors = np.abs(real[..., shift : shift + 4] - boxes) ** power
    if mask:
        errors = errors * real[..., :1]
    if mean:
        return errors.sum(axes) / real[..., 0].sum((1, 2))
    return errors.sum(axes)


def _targets(seed, n, full):
    import tensorflow as tf

    rng = np.random.default_rng(seed)
    real = np.zeros((n, 8, 8, 6), "float32")
    for scene in real:
        for place in rng.choice(64, full, replace=False):
            scene[place // 8, place % 8] = (1, *rng.random(4), rng.integers(10))
    return tf.constant(real), tf.constant(rng.random((n, 8, 8, 4)).astype("float32"))


@exercise(
    "9.5.4",
    hints=(
        "Los errores, en todas las casillas: `(real[..., 1:5] - cajas) ** 2`.",
        "La máscara es `real[..., :1]`: 1 en las llenas y 0 en las vacías, con la forma que hace "
        "falta para multiplicarla por los errores.",
        "\n`errores = (real[..., 1:5] - cajas) ** 2\n"
        "return keras.ops.sum(errores * real[..., :1], axis=(1, 2, 3))`",
    ),
    praise="Quien no tiene prenda, no paga por su caja.",
)
def check_box_loss(function):
    expect.computes(
        function,
        "perdida_cajas",
        right=_box_loss,
        inputs=[_targets(0, 3, 2), _targets(1, 1, 4), _targets(2, 5, 1)],
        kind=expect.numeric,
        tolerance=1e-4,
        mistakes=(
            (
                partial(_box_loss, mask=False),
                "Pagan todas las casillas: falta la máscara, multiplicar por real[..., :1].",
            ),
            (
                partial(_box_loss, power=1),
                "Son los cuadrados de los errores.",
            ),
            (
                partial(_box_loss, mean=True),
                "Se pide la suma de las casillas llenas, no su media.",
            ),
            (
                partial(_box_loss, axes=None),
                "Sale un solo número: se pide uno por escena. Suma en los ejes 1, 2 y 3.",
            ),
            (
                partial(_box_loss, axes=-1),
                "Sale un número por casilla: suma también en los ejes 1 y 2.",
            ),
            (
                partial(_box_loss, axes=(1, 2)),
                "Sale un número por escena y por cada medida: suma también en el último eje.",
            ),
            (
                partial(_box_loss, shift=0),
                "dx, dy, ancho y alto son las posiciones 1, 2, 3 y 4: real[..., 1:5].",
            ),
        ),
        message="No es la suma de los cuadrados de los errores de las casillas llenas: llegó "
        "{result}.",
    )


# --- 9.5.5 -------------------------------------------------------------------------------------


def _suppress(boxes, scores, limit, *, order=-1, against="kept", test=np.greater):
    """Las que quedan; ``against``, con cuáles se compara cada una."""
    kept, seen = [], []
    for k in np.argsort(order * scores, kind="stable"):
        others = {"kept": kept, "seen": seen, "last": kept[-1:], "first": kept[:1]}[against]
        if not test(_iou(boxes[k], boxes[others]), limit).any():
            kept.append(int(k))
        seen.append(k)
    return kept


def _many(seed, n, limit, spread=14):
    rng = np.random.default_rng(seed)
    corner = rng.integers(0, spread, (n, 2)).astype(float)
    boxes = np.concatenate([corner, corner + rng.integers(10, 18, (n, 2))], axis=1)
    return boxes, rng.permutation(n) / n + 0.01, limit


# Dos cajas cuya IoU es exactamente el límite: se quedan las dos.
_AT_LIMIT = (
    np.array([[0.0, 0, 10, 10], [5, 0, 10, 10], [30, 30, 40, 40]]),
    np.array([0.9, 0.8, 0.7]),
    0.5,
)


def _positions(value, name):
    return [int(expect.integer(each, f"cada posición de {name}"))
            for each in expect.listed(value, name)]  # fmt: skip


@exercise(
    "9.5.5",
    hints=(
        "La caja de posición `i = 0`, por ejemplo, se queda si no se parece demasiado a ninguna de "
        "las que ya están en `quedan`, que empieza siendo `quedan = []`.",
        "Sus parecidos con las que ya están: `iou(cajas[i], cajas[quedan])`, con `i = 0` y "
        "`quedan = [0]`, por ejemplo; importa el mayor. La primera no tiene con quién compararse: "
        "`not quedan`.",
        "\n`quedan = []\n"
        "for i in np.argsort(-notas):\n"
        "    if not quedan or iou(cajas[i], cajas[quedan]).max() <= limite:\n"
        "        quedan.append(i)\n"
        "return quedan`",
    ),
    praise="Las mismas que deja tf.image.non_max_suppression.",
)
def check_suppress(function):
    expect.function(function, "suprimir")
    import tensorflow as tf

    def right(boxes, scores, limit):
        kept = tf.image.non_max_suppression(boxes, scores, len(boxes), limit)
        return kept.numpy().tolist()

    expect.computes(
        function,
        "suprimir",
        right=right,
        inputs=[
            _many(0, 6, 0.5),
            _many(1, 9, 0.3),
            _many(2, 12, 0.2),
            _many(3, 8, 0.6, spread=6),
            _many(4, 10, 0.4, spread=30),
            _AT_LIMIT,
        ],
        kind=_positions,
        mistakes=(
            (
                lambda boxes, scores, limit: np.argsort(-scores).tolist(),
                "No quitas ninguna: quedan todas las cajas.",
            ),
            (
                lambda boxes, scores, limit: [int(scores.argmax())],
                "Solo queda la de más nota: las que no se parecen a ella también se quedan.",
            ),
            (
                partial(_suppress, order=1),
                "Empiezas por la de menos nota: manda la de más.",
            ),
            (
                partial(_suppress, against="last"),
                "Comparas cada caja solo con la última que se quedó: compárala con todas las de "
                "quedan.",
            ),
            (
                partial(_suppress, against="first"),
                "Comparas cada caja solo con la primera: compárala con todas las de quedan.",
            ),
            (
                partial(_suppress, against="seen"),
                "Comparas también con cajas ya quitadas, y una quitada no quita a otras: compara "
                "solo con las de quedan.",
            ),
            (
                partial(_suppress, test=np.greater_equal),
                "Con una IoU igual al límite, la caja se queda: se quita si es mayor.",
            ),
            (
                lambda *a: sorted(_suppress(*a)),
                "Son las que deben quedar, pero no en orden: de la de más nota a la de menos.",
            ),
            (
                lambda boxes, scores, limit: [
                    k
                    for k in np.argsort(-scores).tolist()
                    if k not in _suppress(boxes, scores, limit)
                ],
                "Devuelves las que se quitan: se piden las que quedan.",
            ),
        ),
        message=lambda boxes, scores, limit: (
            f"Con límite {limit} y notas {expect.shown(scores.round(2).tolist())} deben quedar "
            f"{right(boxes, scores, limit)}, y tienes {{result}}."
        ),
    )


# --- 9.5.6 -------------------------------------------------------------------------------------


def _match(boxes, real, *, once=True, least=0.5, strict=False, second=False, failed=False):
    hits, taken = [], []
    for box in boxes:
        alike = _iou(box, real)
        if second:
            alike[taken] = -1
        k = int(alike.argmax())
        good = alike[k] > least if strict else alike[k] >= least
        hits.append(bool(good and not (once and k in taken)))
        if hits[-1] or failed:
            taken.append(k)
    return hits


def _pairs(seed, n, m):
    rng = np.random.default_rng(seed)
    corner = rng.integers(0, 30, (m, 2)).astype(float)
    real = np.concatenate([corner, corner + rng.integers(14, 30, (m, 2))], axis=1)
    boxes = real[rng.integers(0, m, n)] + rng.integers(-3, 4, (n, 4))
    return boxes, real


_EDGE = (
    np.array([[0.0, 0, 10, 5], [0, 0, 10, 10], [20, 20, 30, 30]]),
    np.array([[0.0, 0, 10, 10], [20, 20, 30, 30]]),
)
# Dos reales que se tapan: la repetida de una pasaría por la otra.
_CLOSE = (
    np.array([[0.0, 0, 10, 10], [0, 0, 10, 10], [2, 0, 12, 10]]),
    np.array([[0.0, 0, 10, 10], [2, 0, 12, 10]]),
)
# La primera que mira a una real no llega a 0.5: la siguiente todavía puede acertar.
_LATE = (
    np.array([[0.0, 0, 4, 10], [0, 0, 9, 10], [50, 50, 60, 60]]),
    np.array([[0.0, 0, 10, 10]]),
)


def _truths(value, name):
    return [bool(expect.boolean(each, f"cada respuesta de {name}"))
            for each in expect.listed(value, name)]  # fmt: skip


@exercise(
    "9.5.6",
    hints=(
        "Acierta si `parecidos[i] >= 0.5`, con `parecidos = iou(cajas[0], reales)` y `i = 0`, por "
        "ejemplo. Y falta una condición.",
        "La otra condición: que nadie la haya tomado, `i not in tomadas`, con `tomadas = []` y "
        "`i = 0`.",
        "\n`aciertos, tomadas = [], []\n"
        "for caja in cajas:\n"
        "    parecidos = iou(caja, reales)\n"
        "    i = parecidos.argmax()\n"
        "    bueno = bool(parecidos[i] >= 0.5 and i not in tomadas)\n"
        "    aciertos.append(bueno)\n"
        "    if bueno:\n"
        "        tomadas.append(i)\n"
        "return aciertos`",
    ),
    praise="Cada prenda cuenta una vez, por muchas cajas que le caigan encima.",
)
def check_match(function):
    expect.computes(
        function,
        "emparejar",
        right=_match,
        inputs=[_EDGE, _pairs(0, 6, 2), _pairs(1, 8, 3), _pairs(2, 4, 1), _CLOSE, _LATE],
        kind=_truths,
        mistakes=(
            (
                partial(_match, once=False),
                "Dos cajas aciertan la misma prenda: si la real ya está en tomadas, la caja falla.",
            ),
            (
                partial(_match, strict=True),
                "Con una IoU de 0.5, acierta: es 0.5 o más.",
            ),
            (
                partial(_match, least=0),
                "Falta exigir una IoU de 0.5 o más.",
            ),
            (
                lambda boxes, real: [not hit for hit in _match(boxes, real)],
                "Están al revés: True es que acierta.",
            ),
            (
                partial(_match, failed=True),
                "Una caja que falla no toma ninguna real: solo las que aciertan.",
            ),
            (
                partial(_match, second=True),
                "Una caja repetida busca otra real libre: aquí falla, aunque haya otra cerca.",
            ),
            (
                lambda boxes, real: int(np.sum(_match(boxes, real))),
                "Devuelves cuántas aciertan: se pide una lista, con una respuesta por caja.",
            ),
        ),
        message="No son esos los aciertos: llegó {result}.",
    )


# --- 9.5.7 -------------------------------------------------------------------------------------


def _ap(hits, total):
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return precision[hits].sum() / total


def _judged(seed, n, total, share=0.5):
    rng = np.random.default_rng(seed)
    hits = rng.random(n) < share
    hits[np.flatnonzero(hits)[total:]] = False
    return hits, total


@exercise(
    "9.5.7",
    hints=(
        "La precisión tras cada caja: los aciertos que llevas, `aciertos.cumsum()`, entre las "
        "cajas que llevas, que son 1, 2, 3…",
        "Las cajas que llevas son `np.arange(1, len(aciertos) + 1)`. De todas las precisiones, "
        "quédate con las de los aciertos: una máscara.",
        "\n`precisiones = aciertos.cumsum() / np.arange(1, len(aciertos) + 1)\n"
        "return precisiones[aciertos].sum() / total`",
    ),
    praise="Una lista de síes y noes, en un solo número.",
)
def check_average_precision(function):
    example = (np.array([True, False, True]), 4)
    expect.computes(
        function,
        "precision_media",
        right=_ap,
        inputs=[example, _judged(0, 8, 5), _judged(1, 12, 20), _judged(2, 5, 3, 0.9),
                (np.array([False, False]), 3)],
        mistakes=(
            (
                lambda hits, total: _ap(hits, max(hits.sum(), 1)),
                "Divides entre los aciertos: una prenda que no se encuentra también cuenta. Divide "
                "entre total.",
            ),
            (
                lambda hits, total: _ap(hits, len(hits)),
                "Divides entre las cajas: se pide entre las prendas que hay, total.",
            ),
            (
                lambda hits, total: _ap(hits, 1),
                "Falta dividir entre total.",
            ),
            (
                lambda hits, total: hits.sum() / total,
                "Eso es la exhaustividad con todas las cajas: falta la precisión que llevas en "
                "cada acierto.",
            ),
            (
                lambda hits, total: hits.mean(),
                "Eso es la precisión con todas las cajas: se pide la que llevas en cada acierto.",
            ),
            (
                lambda hits, total: (hits.cumsum() / np.arange(1, len(hits) + 1)).sum() / total,
                "Sumas la precisión tras todas las cajas: solo tras las que aciertan.",
            ),
            (
                lambda hits, total: (hits.cumsum() / np.arange(1, len(hits) + 1)).mean(),
                "Haces la media de la precisión tras todas las cajas: suma solo la de los "
                "aciertos, y divide entre total.",
            ),
        ),
        message="{call} no es eso: en cada acierto, la precisión que llevas; la suma, entre total. "
        "Llegó {result}.",
    )  # fmt: skip


quiz(
    "9.5.A1",
    correct="b",
    why="Sí: cada prenda tiene un único responsable, y así no hay orden que valga.",
    wrong={
        "a": "Serían 20 cajas para una prenda. En el objetivo responde una sola casilla.",
        "c": "La esquina sería otra manera de elegir; aquí se usa el centro.",
        "d": "La confianza la pone la red al responder; el objetivo sale de las cajas reales.",
    },
    hint="¿Qué hace `a_rejilla` con cada caja?",
)
quiz(
    "9.5.A2",
    correct="c",
    why="Sí: hay unas treinta vacías por cada llena, y callar salía barato. Con menos peso, más "
    "síes, también donde no los hay.",
    wrong={
        "a": "La supresión elige entre las cajas que hay, y aquí no hay ninguna.",
        "b": "Eso estropea las cajas, y no hace decir «sí» a nadie.",
    },
    hint="¿Qué cambió en la tabla de los tres pesos?",
)
quiz(
    "9.5.A3",
    correct="a",
    why="Sí: así solo se quitan las muy parecidas. A cambio quedarán más repetidas.",
    wrong={
        "b": "Son todas de la misma clase, personas: suprimir por clases no cambia nada.",
        "c": "Al revés: con un límite bajo basta que se tapen un poco para que una desaparezca.",
    },
    hint="Mira qué borraba cada límite al detector perfecto.",
)
quiz(
    "9.5.A4",
    correct="a",
    why="Sí: cada acierto suma una precisión de 1 como mucho. Para llegar a 0.5 hace falta acertar "
    "al menos la mitad.",
    wrong={
        "b": "Eso sería la precisión, y depende del umbral.",
        "c": "Puede encontrar más: el que hallaba 9 de 10 tenía menos AP que el que hallaba 6.",
        "d": "El 50 es el mínimo de IoU para contar un acierto: las medias suelen ser mayores.",
    },
    hint="¿Cuánto puede sumar, como mucho, cada prenda encontrada?",
)
