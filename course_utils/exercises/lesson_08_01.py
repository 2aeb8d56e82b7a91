"""Comprobaciones de la lección 8.1, Veinte capas."""

import functools
import itertools

import numpy as np

from course_utils.datasets.images import load_some_garments

from . import expect
from .core import exercise, quiz

RECIPES = {
    "lecun": lambda n, m: 1 / n,
    "glorot": lambda n, m: 2 / (n + m),
    "he": lambda n, m: 2 / n,
}


@exercise(
    "8.1.1",
    hints=(
        "LeCun divide entre las entradas; He hace lo mismo con un 2 arriba; Glorot, también con un "
        "2, divide entre las entradas más las salidas.",
        'Un diccionario con las tres, `{"lecun": 1 / entradas, "he": 2 / entradas}` y la que '
        "falta; se busca con `nombre` entre corchetes.",
        '\n`recetas = {"lecun": 1 / entradas, "glorot": 2 / (entradas + salidas),\n'
        '           "he": 2 / entradas}\n'
        "return recetas[nombre]`",
    ),
    praise="Tres recetas, tres cuentas de una línea: lo que cambia es a qué activación acompañan.",
)
def check_variance(function):
    def recipe(change):
        """Las tres recetas, con lo que da ``change`` donde sabe otra cosa."""
        return lambda name, n, m: change(name, n, m) or RECIPES[name](n, m)

    expect.computes(
        function,
        "varianza_inicial",
        right=lambda name, n, m: RECIPES[name](n, m),
        inputs=[
            (name, n, m) for n, m in ((784, 64), (64, 64), (30, 200), (5, 1)) for name in RECIPES
        ],
        kind=expect.one_number,
        tolerance=1e-9,
        mistakes=(
            (
                lambda name, n, m: np.sqrt(RECIPES[name](n, m)),
                "{call}: eso es la desviación; se pide la varianza, sin la raíz.",
            ),
            (
                lambda name, n, m: RECIPES[name](m, n),
                recipe(lambda name, n, m: name != "glorot" and 1 / m),
                recipe(lambda name, n, m: name == "he" and 2 / m),
                "{call}: LeCun y He dividen entre las entradas, y no entre las salidas.",
            ),
            (
                recipe(lambda name, n, m: name == "glorot" and 1 / (n + m)),
                "{call}: a Glorot le falta el 2 de arriba.",
            ),
            (
                recipe(lambda name, n, m: name == "glorot" and 2 / n + m),
                "{call}: en Glorot, la suma va entre paréntesis: 2 / (entradas + salidas).",
            ),
            (
                recipe(lambda name, n, m: name == "glorot" and 1 / n),
                recipe(lambda name, n, m: name == "glorot" and 2 / n),
                recipe(lambda name, n, m: name == "glorot" and 1 / m),
                recipe(lambda name, n, m: name == "glorot" and 2 / m),
                recipe(lambda name, n, m: name == "glorot" and (1 / n + 1 / m) / 2),
                "{call}: Glorot es un 2 entre la suma de las entradas y las salidas.",
            ),
            (
                recipe(lambda name, n, m: name == "he" and 1 / n),
                "{call}: a He le falta el 2, que compensa lo que apaga ReLU.",
            ),
            (
                recipe(lambda name, n, m: name == "lecun" and 2 / n),
                lambda name, n, m: RECIPES["he"](n, m),
                "{call}: en LeCun no hay ningún 2; la del 2 es He.",
            ),
        ),
        message="{call} no es la varianza de esa receta: llegó {result}.",
    )


def _deviations(x, weights, activation):
    spreads = []
    for matrix in weights:
        x = activation(x @ matrix)
        spreads.append(x.std())
    return np.array(spreads)


def _active_only_when_measured(x, weights, activation):
    spreads = []
    for matrix in weights:
        x = x @ matrix
        spreads.append(activation(x).std())
    return np.array(spreads)


def _layers(seed, samples, widths, deviation):
    rng = np.random.default_rng(seed)
    weights = [rng.normal(0, deviation, pair) for pair in itertools.pairwise(widths)]
    return rng.normal(0.3, 1, (samples, widths[0])), weights


def _relu(z):
    return np.maximum(0, z)


@exercise(
    "8.1.2",
    hints=(
        "Lo que sale de una capa es lo que entra en la siguiente: guárdalo otra vez en `x`.",
        "En la primera vuelta, `x = activacion(x @ pesos[0])`, y se apunta `x.std()`. En la "
        "segunda entra ese x.",
        "\n`salidas = []\n"
        "for matriz in pesos:\n"
        "    x = activacion(x @ matriz)\n"
        "    salidas.append(x.std())\n"
        "return salidas`",
    ),
    praise="Con esto se ve, antes de entrenar, si una red va a apagar la señal o a dispararla.",
)
def check_deviations(function):
    def measured(measure, step=lambda x, w, f: f(x @ w)):
        """La lista de lo que ``measure`` dice de cada capa."""

        def walk(x, weights, activation):
            found = []
            for matrix in weights:
                x = step(x, matrix, activation)
                found.append(measure(x))
            return np.array(found)

        return walk

    expect.computes(
        function,
        "desviaciones",
        right=_deviations,
        inputs=[
            # La primera, cuadrada: en ella, quien no pasa lo que salió no tropieza con las formas.
            (*_layers(1, 30, (8, 8, 8, 8), 0.5), _relu),
            (*_layers(0, 50, (6, 9, 4), 0.6), np.tanh),
            (*_layers(2, 20, (5, 3), 2.0), _relu),
        ],
        kind=expect.row,
        mistakes=(
            (
                measured(np.var),
                "Eso son las varianzas: se pide la desviación estándar, .std().",
            ),
            (
                measured(np.std, lambda x, w, f: x @ w),
                "Falta la activación: lo que sale de la capa es activacion(x @ matriz).",
            ),
            (
                lambda x, weights, f: np.array([f(x @ matrix).std() for matrix in weights]),
                "En todas entra la x del principio: lo que sale de una capa entra en la siguiente.",
            ),
            (
                _active_only_when_measured,
                "Mides bien, pero a la capa siguiente le pasas x @ matriz sin activar: guarda en x "
                "lo ya activado.",
            ),
            (
                lambda x, weights, f: np.array([f(x @ weights[0]).std()] * len(weights)),
                "Todas las capas dan lo mismo: lo que sale de una entra en la siguiente.",
            ),
            (
                lambda x, weights, f: _deviations(x, weights, f)[-1],
                lambda x, weights, f: _deviations(x, weights, f)[-1:],
                "Solo devuelves la última capa: se pide una lista con la desviación de cada una.",
            ),
            (
                lambda x, weights, f: _deviations(x, weights, f)[0],
                lambda x, weights, f: _deviations(x, weights, f)[:1],
                "Solo devuelves la primera capa: ¿está el return dentro del ciclo?",
            ),
            (
                lambda x, weights, f: np.array([x.std(), *_deviations(x, weights, f)]),
                "Hay una de más: la desviación de las muestras, antes de la primera capa, no se "
                "pide.",
            ),
            (
                lambda x, weights, f: np.array([x.std(), *_deviations(x, weights, f)[:-1]]),
                "Mides lo que entra en cada capa: se pide lo que sale de ella.",
            ),
            (
                lambda x, weights, f: np.array([w.std() for w in weights]),
                "Esa es la desviación de los pesos: se pide la de lo que sale de cada capa.",
            ),
            (
                measured(np.mean),
                "Eso son las medias: se pide la desviación estándar, .std().",
            ),
        ),
        misshapen=lambda result, expected, *arguments: (
            f"Hay {len(expected)} capas y tu lista tiene {np.size(result)} números: va uno por "
            "capa."
        ),
        message="desviaciones no da lo que sale de cada capa. En cada vuelta: multiplica por la "
        "matriz, aplica la activación y guarda la desviación.",
    )


def _elu(z, alpha):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


@exercise(
    "8.1.3",
    hints=(
        "`np.where(z > 0, …, …)` elige, número a número, entre dos arrays.",
        "A la izquierda, `alfa * (np.exp(np.minimum(z, 0)) - 1)`.",
        "`return np.where(z > 0, z, alfa * (np.exp(np.minimum(z, 0)) - 1))`",
    ),
    praise="Por la izquierda se aplana en −alfa, pero despacio: ahí sigue llegando culpa.",
)
def check_elu(function):
    expect.computes(
        function,
        "elu",
        right=_elu,
        inputs=[
            (np.array([-2.0, -0.5, 0.0, 0.5, 3.0]), 1.0),
            (np.array([[-40.0, 1.0], [2.0, -1e-3]]), 1.67),
            (np.array([800.0, -800.0, 0.2]), 0.5),
        ],
        kind=expect.array,
        mistakes=(
            (lambda z, a: np.maximum(0, z), "Eso es ReLU: a la izquierda se pide la curva."),
            (
                lambda z, a: np.where(z > 0, z, a * z),
                "Eso es leaky ReLU, una recta: a la izquierda se pide alfa * (exp(z) - 1).",
            ),
            (
                lambda z, a: np.where(z > 0, z, a * np.exp(np.minimum(z, 0)) - 1),
                "Falta un paréntesis: alfa multiplica a (exp(z) - 1) entero.",
            ),
            (
                lambda z, a: np.where(z > 0, z, a * np.exp(np.minimum(z, 0))),
                "Falta el -1: en 0 la curva da alfa, y debe unirse con la recta en 0.",
            ),
            (
                lambda z, a: np.where(z > 0, z, np.exp(np.minimum(z, 0)) - 1),
                "No usas alfa: multiplica a (exp(z) - 1).",
            ),
            (
                lambda z, a: a * np.where(z > 0, z, np.exp(np.minimum(z, 0)) - 1),
                "A la derecha del 0 sale z tal cual: alfa multiplica solo a la izquierda.",
            ),
            (
                lambda z, a: np.where(z > 0, z, a * (1 - np.exp(np.minimum(z, 0)))),
                "El signo está al revés: a la izquierda la curva es negativa, exp(z) - 1.",
            ),
            (
                lambda z, a: np.where(z < 0, z, a * (np.exp(np.minimum(z, 0)) - 1)),
                lambda z, a: np.where(z < 0, z, a * (np.exp(z) - 1)),
                "Las dos ramas están cambiadas: si z es positivo, sale z.",
            ),
        ),
        message="No es la ELU: donde z es positivo, z; donde no, alfa * (exp(z) - 1).",
    )
    with np.errstate(over="raise"):
        try:
            function(np.array([800.0, -1.0]), 1.0)
        except FloatingPointError:
            expect.wrong(
                "Da lo pedido, pero eleva e a 800 por el camino, y NumPy avisa de que no cabe: "
                "dentro de np.exp va np.minimum(z, 0)."
            )


def _of_each_neuron(z):
    return z.mean(axis=0), z.var(axis=0)


def _batch_norm(z, gamma, beta, mean, variance, training, measure=_of_each_neuron):
    center, width = measure(z) if training else (mean, variance)
    if training:
        mean, variance = 0.9 * mean + 0.1 * center, 0.9 * variance + 0.1 * width
    return gamma * (z - center) / np.sqrt(width + 0.001) + beta, mean, variance


def _batch(seed, samples, neurons, training):
    rng = np.random.default_rng(seed)
    z = rng.normal(rng.normal(0, 3, neurons), rng.uniform(0.1, 3, neurons), (samples, neurons))
    gamma, beta, mean = rng.normal(1, 0.5, neurons), rng.normal(size=neurons), z[0]
    return z, gamma, beta, mean, rng.uniform(0.5, 2, neurons), training


def _output(formula):
    """La normalización por lotes, con otra cuenta para lo que sale."""

    def wrong(z, gamma, beta, mean, variance, training):
        _, *kept = _batch_norm(z, gamma, beta, mean, variance, training)
        center, width = (z.mean(axis=0), z.var(axis=0)) if training else (mean, variance)
        return formula(z, gamma, beta, center, width), *kept

    return wrong


def _kept(update):
    """La normalización por lotes, con otra manera de guardar la media y la varianza."""

    def wrong(z, gamma, beta, mean, variance, training):
        out, *kept = _batch_norm(z, gamma, beta, mean, variance, training)
        if training:
            batch = z.mean(axis=0), z.var(axis=0)
            kept = [update(*pair) for pair in zip((mean, variance), batch, strict=True)]
        return out, *kept

    return wrong


@exercise(
    "8.1.4",
    hints=(
        "Al entrenar, la media y la varianza son las del lote: `z.mean(axis=0)` y "
        "`z.var(axis=0)`. Al predecir, las guardadas.",
        "Al predecir, lo que sale es `gamma * (z - media) / np.sqrt(varianza + 0.001) + beta`; al "
        "entrenar, lo mismo con las del lote. La media que se guarda entonces: "
        "`0.9 * media + 0.1 * z.mean(axis=0)`.",
        "\n`centro, ancho = media, varianza\n"
        "if entrenando:\n"
        "    centro, ancho = z.mean(axis=0), z.var(axis=0)\n"
        "    media = 0.9 * media + 0.1 * centro\n"
        "    varianza = 0.9 * varianza + 0.1 * ancho\n"
        "salida = gamma * (z - centro) / np.sqrt(ancho + 0.001) + beta\n"
        "return salida, media, varianza`",
    ),
    praise="Al entrenar se fía del lote; al predecir, de su memoria.",
)
def check_batch_norm(function):
    expect.computes(
        function,
        "normalizar_lote",
        right=_batch_norm,
        inputs=[
            _batch(seed, *shape, training)
            for seed, shape in enumerate(((32, 4), (4, 4), (5, 7), (1, 3)))
            for training in (True, False)
        ],
        kind=expect.array,
        returns="salida, media, varianza",
        mistakes=(
            (
                lambda z, g, b, m, v, training: _batch_norm(z, g, b, m, v, True),
                "Con entrenando=False debe usar la media y la varianza guardadas, y devolverlas "
                "como estaban.",
            ),
            (
                lambda z, g, b, m, v, training: (
                    _batch_norm(z, g, b, m, v, True)[0],
                    *_batch_norm(z, g, b, m, v, training)[1:],
                ),
                "Con entrenando=False, lo que sale se calcula con la media y la varianza "
                "guardadas, y no con las del lote.",
            ),
            (
                lambda z, g, b, m, v, training: _batch_norm(z, g, b, m, v, False),
                lambda z, g, b, m, v, training: (
                    _batch_norm(z, g, b, m, v, False)[0],
                    *_batch_norm(z, g, b, m, v, training)[1:],
                ),
                "Al entrenar, lo que sale se calcula con la media y la varianza del lote.",
            ),
            (
                lambda z, g, b, m, v, training: _batch_norm(
                    z, g, b, *_batch_norm(z, g, b, m, v, training)[1:], False
                ),
                "Al entrenar, lo que sale se calcula con la media y la varianza del lote, y no con "
                "las que acabas de guardar.",
            ),
            (
                lambda *a: _batch_norm(*a, lambda z: (z.mean(), z.var())),
                "Va una media y una varianza por neurona, que es una columna: con axis=0.",
            ),
            (
                lambda *a: _batch_norm(*a, lambda z: (z.mean(axis=0), z.std(axis=0))),
                "z.std es la desviación: se pide la varianza, z.var(axis=0), y la raíz va después.",
            ),
            (
                _kept(lambda old, new: 0.1 * old + 0.9 * new),
                "El 0.9 y el 0.1 están cruzados: lo guardado pesa 0.9, y el lote, 0.1.",
            ),
            (
                _kept(lambda old, new: new),
                "Guardas las del lote tal cual: se pide 0.9 de lo guardado más 0.1 de lo del lote.",
            ),
            (
                _kept(lambda old, new: old),
                "Al entrenar, las medias móviles deben moverse: 0.9 de lo guardado más 0.1 de lo "
                "del lote.",
            ),
            (
                _output(lambda z, g, b, c, w: g * (z - c) / (w + 0.001) + b),
                "Falta la raíz: se divide entre la desviación, np.sqrt(varianza + 0.001).",
            ),
            (
                _output(lambda z, g, b, c, w: g * (z - c) / np.sqrt(w) + b),
                "Falta el 0.001, dentro de la raíz: con un lote de una muestra, la varianza es 0.",
            ),
            (
                _output(lambda z, g, b, c, w: g * (z - c) / (np.sqrt(w) + 0.001) + b),
                "El 0.001 va dentro de la raíz, sumado a la varianza.",
            ),
            (
                _output(lambda z, g, b, c, w: (z - c) / np.sqrt(w + 0.001)),
                "Faltan gamma y beta: lo que sale es gamma por lo normalizado, más beta.",
            ),
            (
                _output(lambda z, g, b, c, w: g * ((z - c) / np.sqrt(w + 0.001) + b)),
                "beta se suma al final, sin multiplicarla por gamma.",
            ),
            (
                _output(lambda z, g, b, c, w: b * (z - c) / np.sqrt(w + 0.001) + g),
                "gamma y beta están cruzadas: gamma multiplica y beta se suma.",
            ),
            (
                _output(lambda z, g, b, c, w: g * z / np.sqrt(w + 0.001) + b),
                "Falta restar la media.",
            ),
        ),
        message="{name} no es lo pedido. Repasa los cuatro pasos: qué media se usa, entre qué se "
        "divide, gamma y beta, y qué queda guardado.",
    )


def _clipped(gradients, limit):
    norm = np.sqrt(sum((g**2).sum() for g in gradients))
    return [g * (limit / max(norm, limit)) for g in gradients]


def _arrays(value, name):
    return [
        expect.numeric(each, f"cada gradiente de {name}") for each in expect.listed(value, name)
    ]


@exercise(
    "8.1.5",
    hints=(
        "La norma de todos juntos: la raíz de la suma de los cuadrados de todos los números.",
        "`norma = np.sqrt(sum((g**2).sum() for g in gradientes))`. Si pasa del tope, todos se "
        "multiplican por `tope / norma`; si no, por 1.",
        "\n`norma = np.sqrt(sum((g**2).sum() for g in gradientes))\n"
        "factor = tope / max(norma, tope)\n"
        "return [g * factor for g in gradientes]`",
    ),
    praise="El paso se acorta y apunta al mismo sitio.",
)
def check_clipping(function):
    rng = np.random.default_rng(0)
    several = [rng.normal(size=(3, 4)), rng.normal(size=4), rng.normal(size=(4, 2))]
    expect.computes(
        function,
        "recortar",
        right=_clipped,
        inputs=[
            (several, 1.5),
            ([10 * g for g in several], 2.5),
            ([0.01 * g for g in several], 1.0),
            ([np.array([3.0, 4.0])], 5.0),
            ([np.array([3.0, -4.0]), np.array([[12.0]])], 6.5),
            ([np.zeros(3), np.zeros((2, 2))], 1.0),
        ],
        kind=_arrays,
        mistakes=(
            (
                lambda gs, t: [g * t / np.sqrt(sum((g**2).sum() for g in gs)) for g in gs],
                "Con una norma menor que el tope, los gradientes se quedan como están: estás "
                "alargando los pequeños.",
            ),
            (
                lambda gs, t: [g * (t / max(np.linalg.norm(g), t)) for g in gs],
                "Recortas cada gradiente por su cuenta: la norma es la de todos juntos, y el "
                "factor, el mismo para todos.",
            ),
            (
                lambda gs, t: [np.clip(g, -t, t) for g in gs],
                "Recortas cada número por su cuenta, y eso cambia la dirección: se multiplican "
                "todos por el mismo factor.",
            ),
            (
                lambda gs, t: [g * (t / max(sum((g**2).sum() for g in gs), t)) for g in gs],
                "Falta la raíz: la norma es la raíz de la suma de los cuadrados.",
            ),
            (
                lambda gs, t: [
                    g * (t / max(np.sqrt(sum(g.sum() ** 2 for g in gs)), t)) for g in gs
                ],
                "Primero se eleva al cuadrado cada número y después se suman: (g**2).sum().",
            ),
            (
                lambda gs, t: [g * (t / max(sum(np.linalg.norm(g) for g in gs), t)) for g in gs],
                "La norma de todos no es la suma de las normas: suma los cuadrados y haz la raíz "
                "al final.",
            ),
            (
                lambda gs, t: list(gs),
                "No recortas nada: si la norma pasa del tope, multiplica por tope / norma.",
            ),
            (
                lambda gs, t: [g / max(np.sqrt(sum((g**2).sum() for g in gs)), t) for g in gs],
                "Falta multiplicar por el tope: el factor es tope / norma.",
            ),
        ),
        message="No es el recorte por norma: si la norma de todos juntos pasa del tope, todos se "
        "multiplican por tope / norma; si no, se quedan como están.",
    )


GOOD_ACCURACY = 0.70
DEPTH = 30


@functools.cache
def _garments():
    """Con qué se escalan las prendas, y las de validación y las de prueba, sin escalar."""
    images, _ = load_some_garments("train", 0, 10_000)
    some = images.reshape(10, -1)  # a trozos: la desviación de todas ocupa 62 MB
    center = some.mean(dtype="float32")
    spread = np.sqrt(np.mean([np.square(part - center).mean() for part in some]))
    return (
        (center, spread),
        load_some_garments("train", 55_000),
        load_some_garments("test"),
    )


def _accuracy(model, scale, images, labels):
    center, spread = scale
    # De mil en mil: todas, en float32 y copiadas por TensorFlow, ocupan 60 MB.
    starts = range(0, len(images), 1000)
    batches = (((images[i : i + 1000] - center) / spread,) for i in starts)
    answers = model.predict(batches, steps=len(starts), verbose=0)
    return (answers.argmax(axis=1) == labels).mean()


@exercise(
    "8.1.6",
    hints=(
        "Cada candidata se fabrica con `deep_network(…, …, depth=30)`, se entrena con `train(…)`, "
        "que da sus respuestas, y se compara con `accuracy(…)`.",
        'Prueba con otra pareja de activación y pesos, `"selu"` con `"lecun_normal"`, y con las '
        "sigmoides y `between=[normalization]`.",
        "\n`set_seed(42)\n"
        'rescatada = deep_network("selu", "lecun_normal", depth=30)\n'
        "train(rescatada)`",
    ),
    praise="Treinta capas que aprenden, elegidas en validación y examinadas una vez.",
)
def check_rescued(model):
    shapes = "rescatada debe recibir imágenes de 28×28 y dar 10 probabilidades."
    expect.network(
        model,
        (28, 28),
        (10,),
        message="rescatada debe ser la red de Keras entrenada (no lo que devuelve train, que son "
        "sus respuestas).",
        wrong_input=shapes,
        wrong_output=shapes,
    )
    depth = sum(len(weights.shape) == 2 for weights in model.weights) - 1
    if depth < DEPTH:
        expect.wrong(
            f"Tiene {depth} capas ocultas y se pide rescatar la de {DEPTH}: sin quitarle ninguna."
        )
    scale, valid, exam = _garments()
    result = _accuracy(model, scale, *valid)
    if result < expect.UNTRAINED:
        expect.wrong(
            f"Acierta ≈ {result:.2f} de las prendas de validación, como una red sin entrenar "
            "(cerca de 0.1; con suerte, 0.2): ¿la entrenaste? ¿Sigue siendo la pareja que no "
            "aprende?"
        )
    if result < GOOD_ACCURACY:
        expect.wrong(
            f"Acierta ≈ {result:.3f} de las prendas de validación y se pide {GOOD_ACCURACY}. "
            "Prueba otra pareja de activación y pesos, la normalización por lotes o más épocas."
        )
    opened = _accuracy(model, scale, *exam)
    return f"En validación ≈ {result:.3f}. Y se abre el sobre: en prueba ≈ {opened:.3f}."


quiz(
    "8.1.A1",
    correct="c",
    why="Sí: hacia atrás se multiplica, capa a capa, por la pendiente, que en la sigmoide es 0.25 "
    "como mucho.",
    wrong={
        "a": "Con cada capa hay más pesos, pero lo que llega a cada uno no se reparte: se "
        "multiplica.",
        "b": "La tasa multiplica a todos los gradientes por lo mismo; los de la última capa llegan "
        "bien.",
        "d": "Los datos estaban escalados, con media 0 y desviación 1, y con otras activaciones "
        "las mismas capas aprenden.",
    },
    hint="Piensa qué hace la regla de la cadena cada vez que cruza una capa.",
)
quiz(
    "8.1.A2",
    correct="d",
    why="Sí: ReLU pone a cero la mitad, y el 2 de He lo compensa. Las parejas son ReLU con He y "
    "SELU con LeCun.",
    wrong={
        "a": "Glorot es la que pone Keras si no se pide otra, y con ReLU la señal se va apagando.",
        "b": "LeCun olvida que ReLU deja la media de los cuadrados a la mitad: lo viste en la "
        "figura.",
        "c": "Iguales, todas las neuronas de una capa harían siempre lo mismo: el azar rompe la "
        "simetría.",
    },
    hint="Vuelve a la figura de la desviación, capa a capa.",
)
quiz(
    "8.1.A3",
    correct="a",
    why="Sí: al predecir usa la media y la varianza guardadas, y la respuesta a una prenda no "
    "depende de las demás.",
    wrong={
        "b": "Eso pasa al entrenar. Al predecir, las demás prendas no cuentan.",
        "c": "Al predecir también normaliza; lo que cambia es con qué media y qué varianza.",
        "d": "Con una sola prenda no falla: usa las guardadas, y no necesita un lote.",
    },
    hint="¿Qué se guarda en las medias móviles, y para cuándo?",
)
