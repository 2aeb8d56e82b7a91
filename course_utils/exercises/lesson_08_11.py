"""Comprobaciones de la lección 8.11, Buscar hiperparámetros."""

from functools import partial

import numpy as np

from . import expect
from .core import exercise, quiz


def _in_log(low, high, u):
    return low * (high / low) ** np.asarray(u)


@exercise(
    "8.11.1",
    hints=(
        "Con `u = 0`, `(alto / bajo) ** u` vale 1; con `u = 1`, vale `alto / bajo`.",
        "Eso, por donde se empieza: `return bajo * (alto / bajo) ** u`",
    ),
    praise="Cada factor de diez recibe la misma parte de los sorteos.",
)
def check_in_log(function):
    rng = np.random.default_rng(0)
    expect.computes(
        function,
        "en_log",
        right=_in_log,
        inputs=[
            (1e-4, 1e-1, 0.5),
            (2, 32, 0.25),
            (0.5, 8.0, 1.0),
            (0.01, 10, 0.0),
            (1e-3, 1.0, rng.random(6)),
            (3, 300, np.array([0.0, 0.5, 1.0])),
        ],
        kind=expect.number_or_array,
        tolerance=1e-9,
        mistakes=(
            (
                lambda low, high, u: low + (high - low) * u,
                "{call} sale de un reparto uniforme: eso es lo que se quiere evitar. En escala "
                "logarítmica, u cuenta multiplicaciones, y no sumas.",
            ),
            (
                lambda low, high, u: (high / low) ** u,
                "{call} empieza en 1: falta multiplicar por bajo, para que con u=0 salga bajo.",
            ),
            (
                lambda low, high, u: np.log10(low) + (np.log10(high) - np.log10(low)) * u,
                lambda low, high, u: np.log(low) + (np.log(high) - np.log(low)) * u,
                "{call} es el logaritmo del valor pedido: falta deshacerlo.",
            ),
            (
                lambda low, high, u: high * (low / high) ** u,
                "{call} va al revés: con u=0 debe salir bajo, y con u=1, alto.",
            ),
            (
                lambda low, high, u: low * high**u,
                "{call} no acaba en alto: lo que se eleva a u es cuántas veces mayor es alto que "
                "bajo, alto / bajo.",
            ),
        ),
        message="El valor debe ir de bajo (con u=0) a alto (con u=1) multiplicando siempre por lo "
        "mismo: {call} no da eso, sino {result}.",
    )


_SPACE = {
    "tasa": (1e-4, 1e-1),
    "fuerza": (1.0, 100.0),
    "capas": [1, 2, 3],
    "activacion": ["relu", "tanh"],
}
_DRAWS = 600


def _drawn(function, space, seed, count):
    rng = np.random.default_rng(seed)
    return [expect.call(function, space, rng) for _ in range(count)]


def _gap(values):
    """Lo que se separan de un sorteo uniforme entre 0 y 1: la mayor distancia entre acumuladas."""
    return float(np.abs(np.sort(values) - (np.arange(len(values)) + 0.5) / len(values)).max())


def _check_names(config, space):
    config = expect.instance(config, dict, "lo que devuelve sortear")
    if set(config) != set(space):
        expect.wrong(
            f"La configuración debe tener los nombres del espacio, {', '.join(space)}: "
            f"{expect.arrived(config)}."
        )
    return config


def _check_listed(name, options, values):
    for value in values:
        if not any(expect.same(value, option, 0) for option in options):
            expect.wrong(
                f"«{name}» debe ser uno de los de su lista, {expect.shown(options)}: "
                f"{expect.arrived(value)}."
            )
    counts = [sum(expect.same(value, option, 0) for value in values) for option in options]
    if min(counts) == 0:
        missing = options[int(np.argmin(counts))]
        expect.wrong(
            f"En {len(values)} sorteos, «{name}» nunca ha valido {expect.shown(missing)}: deben "
            "poder salir todos los de la lista."
        )
    if max(counts) - min(counts) > len(values) / 5:
        expect.wrong(
            f"«{name}» no sale por igual: de {expect.shown(options)} salieron {counts}. Todos los "
            "de la lista deben ser igual de probables."
        )


def _check_between(name, limits, values):
    low, high = limits
    values = np.array([expect.real(value, f"«{name}»") for value in values])
    if values.min() < low * (1 - 1e-9) or values.max() > high * (1 + 1e-9):
        out = values[np.argmax((values < low) | (values > high))]
        expect.wrong(f"«{name}» debe estar entre {low:g} y {high:g}, y ha salido {out:g}.")
    if len(np.unique(values)) < len(values) / 2:
        expect.wrong(
            f"«{name}» solo ha tomado {len(np.unique(values))} valores en {len(values)} sorteos: "
            "una tupla dice entre qué dos números puede salir cualquiera."
        )
    if _gap((values - low) / (high - low)) < 0.08:
        expect.wrong(
            f"«{name}» sale uniforme entre {low:g} y {high:g}: la tupla pide escala logarítmica, "
            "como en en_log."
        )
    place = np.log(values / low) / np.log(high / low)
    if _gap(place) > 0.08:
        expect.wrong(
            f"«{name}» no se reparte en escala logarítmica entre {low:g} y {high:g}: sortea u "
            "entre 0 y 1, con rng.random(), y pásalo por la fórmula de en_log."
        )
    return place


@exercise(
    "8.11.2",
    hints=(
        "Recorre el espacio: `for nombre, valores in espacio.items():`. Para saber si son una "
        "lista, `isinstance(valores, list)`.",
        "De una lista, `valores[rng.integers(len(valores))]`, con `valores = [1, 2, 3]` y `rng = "
        "np.random.default_rng(0)`. De una tupla, `bajo, alto = (1, 10)` y `bajo * (alto / bajo) "
        "** rng.random()`.",
        "\n`elegida = {}\n"
        "for nombre, valores in espacio.items():\n"
        "    if isinstance(valores, list):\n"
        "        elegida[nombre] = valores[rng.integers(len(valores))]\n"
        "    else:\n"
        "        bajo, alto = valores\n"
        "        elegida[nombre] = bajo * (alto / bajo) ** rng.random()\n"
        "return elegida`",
    ),
    praise="Un espacio, un generador, y tantas configuraciones como quieras.",
)
def check_sample(function):
    expect.function(function, "sortear")
    one = _check_names(_drawn(function, _SPACE, 0, 1)[0], _SPACE)
    if not expect.same(_drawn(function, _SPACE, 0, 1)[0], one, 0):
        expect.wrong(
            "Con dos generadores iguales salen configuraciones distintas: el azar debe ser el de "
            "rng, que es lo que recibe la función."
        )
    drawn = [_check_names(config, _SPACE) for config in _drawn(function, _SPACE, 1, _DRAWS)]
    if all(expect.same(config, drawn[0], 0) for config in drawn):
        expect.wrong(
            "Todas las configuraciones salen iguales, aunque el generador sigue: sortea con el rng "
            "que llega, sin fabricar otro con una semilla."
        )
    columns = {name: [config[name] for config in drawn] for name in _SPACE}
    places = {}
    for name, values in _SPACE.items():
        if isinstance(values, list):
            _check_listed(name, values, columns[name])
            places[name] = [values.index(value) for value in columns[name]]
        else:
            places[name] = _check_between(name, values, columns[name])
    apart = np.corrcoef(list(places.values())) - np.eye(len(places))
    if np.abs(apart).max() > 0.3:
        expect.wrong(
            "Los hiperparámetros no se sortean por separado: cuando uno sale alto, otro también. "
            "Cada uno necesita su propio sorteo."
        )
    other = {"lote": [16], "momento": (0.5, 0.9), "neuronas": [8, 16, 32, 64, 128]}
    for config in _drawn(function, other, 2, 5):
        _check_names(config, other)
        _check_listed("lote", other["lote"], [config["lote"]])


def _drop(valid, more, pick=np.argmax):
    place = int(pick(valid))
    return valid[place] - more[place]


@exercise(
    "8.11.3",
    hints=(
        "La elegida: `np.argmax(valida)` dice en qué posición está.",
        "Las dos notas de esa: `elegida = np.argmax(valida)`, y después `return "
        "valida[elegida] - confirma[elegida]`",
    ),
    praise="La nota con la que se elige promete de más; la otra, no.",
)
def check_drop(function):
    expect.computes(
        function,
        "caida",
        right=_drop,
        inputs=[
            (np.array([0.80, 0.84, 0.82]), np.array([0.815, 0.803, 0.83])),
            (np.array([0.9, 0.7]), np.array([0.7, 0.95])),
            (np.array([0.5, 0.6, 0.55, 0.58]), np.array([0.61, 0.64, 0.52, 0.70])),
            (np.array([0.3]), np.array([0.25])),
        ],
        tolerance=1e-9,
        mistakes=(
            (
                lambda valid, more: valid.max() - more.max(),
                "Restas la mejor nota de cada lista, y pueden ser de dos configuraciones "
                "distintas: se piden las dos notas de la misma, la elegida.",
            ),
            (
                lambda valid, more: more[np.argmax(more)] * -1 + valid[np.argmax(more)],
                "Eliges con confirma: se elige con valida, y con la otra solo se confirma.",
            ),
            (
                lambda valid, more: (valid - more).max(),
                "Esa es la mayor caída de todas: se pide la de la que gana en valida.",
            ),
            (
                lambda valid, more: (valid - more).mean(),
                "Esa es la caída media de todas: se pide la de la que gana en valida.",
            ),
            (
                lambda valid, more: abs(_drop(valid, more)),
                "A veces no cae, sino que sube: entonces la caída es negativa.",
            ),
            (
                lambda valid, more: -_drop(valid, more),
                "Va al revés: primero la nota de valida, y se le resta la de confirma.",
            ),
            (
                lambda valid, more: _drop(valid, more, np.argmin),
                "Esa es la caída de la peor: gana la de nota más alta en valida.",
            ),
            (
                lambda valid, more: valid.max(),
                lambda valid, more: more[int(np.argmax(valid))],
                lambda valid, more: int(np.argmax(valid)),
                "Falta la resta: la nota de la elegida en valida, menos su nota en confirma.",
            ),
        ),
        message="No es la caída de la elegida: busca en qué posición gana valida, y resta allí las "
        "dos notas. Llegó {result}.",
    )


def _halving(
    score, count, epochs, *, order=-1, again=False, keep=3, factor=3, third=None, last=False
):
    """Mitades sucesivas, o unas equivocadas."""
    alive, done, spent = list(range(count)), 0, 0
    while len(alive) > 1:
        spent += len(alive) * (epochs if again else epochs - done)
        alive.sort(key=lambda i: order * score(i, epochs))
        alive = alive[: max(1, third(len(alive) / 3) if third else len(alive) // keep)]
        done, epochs = epochs, factor * epochs
    return alive[0], spent + (epochs - done if last else 0)


class _Story:
    """Las curvas de unas configuraciones: ``nota(i, épocas)``."""

    __name__ = "nota"

    def __init__(self, seed, count):
        rng = np.random.default_rng(seed)
        self.final = rng.permutation(count) / count + rng.random(count) / (3 * count)
        self.speed = 10 ** rng.uniform(-2, 0.3, count)

    def __call__(self, i, epochs):
        epochs = min(epochs, 10**6)  # un ciclo que no acaba llega a números que no caben
        return self.final[i] * (1 - np.exp(-self.speed[i] * epochs))


@exercise(
    "8.11.4",
    hints=(
        "Empieza con `vivas = list(range(cuantas))`, y repite mientras quede más de una. Se "
        "ordenan con `vivas.sort(key=lambda i: -nota(i, epocas))`: la de más nota, la primera.",
        "Se quedan `vivas[:max(1, len(vivas) // 3)]`, con `vivas = list(range(cuantas))`. Cada "
        "ronda cuesta `len(vivas)` por las épocas nuevas: las de ahora menos las de la ronda "
        "anterior.",
        "\n`vivas, hechas, gastadas = list(range(cuantas)), 0, 0\n"
        "while len(vivas) > 1:\n"
        "    gastadas += len(vivas) * (epocas - hechas)\n"
        "    vivas.sort(key=lambda i: -nota(i, epocas))\n"
        "    vivas = vivas[:max(1, len(vivas) // 3)]\n"
        "    hechas, epocas = epocas, 3 * epocas\n"
        "return vivas[0], gastadas`",
    ),
    praise="Mucho a pocas, y poco a muchas: el presupuesto va adonde promete.",
)
def check_halving(function):
    # El primero distingue por lo gastado casi todas las equivocaciones; con 27 coinciden varias.
    cases = [(5, 26, 1), (0, 27, 1), (1, 9, 2), (2, 10, 1), (3, 2, 4), (4, 1, 5), (6, 81, 1)]
    cases += [(5, 30, 1)]
    inputs = [(_Story(seed, count), count, epochs) for seed, count, epochs in cases]
    expect.computes(
        function,
        "mitades",
        right=_halving,
        inputs=inputs,
        returns="ganadora, gastadas",
        kind=expect.integer,
        mistakes=(
            (
                partial(_halving, again=True),
                "Las épocas ya entrenadas no se pagan otra vez: quien pasa de 1 a 3 gasta 2.",
            ),
            (
                partial(_halving, last=True),
                "Cuando queda una se acaba: la ganadora no entrena otra ronda.",
            ),
            (
                partial(_halving, third=round),
                partial(_halving, third=lambda part: int(np.ceil(part))),
                partial(_halving, third=round, again=True),
                "La tercera parte se redondea hacia abajo, con // 3: de 26 siguen 8.",
            ),
            (
                partial(_halving, order=1),
                partial(_halving, order=1, again=True),
                "Te quedas con las peores: sobreviven las de nota más alta.",
            ),
            (
                partial(_halving, keep=2),
                partial(_halving, keep=2, again=True),
                "Sobrevive la mitad, y en este ejercicio sobrevive la tercera parte.",
            ),
            (
                partial(_halving, factor=2),
                "Las épocas se doblan, y en este ejercicio se multiplican por 3.",
            ),
            (
                partial(_halving, factor=1),
                partial(_halving, factor=1, again=True),
                "Las épocas no crecen: en cada ronda se multiplican por 3.",
            ),
            (
                lambda score, count, epochs: (
                    max(range(count), key=lambda i: score(i, epochs)),
                    _halving(score, count, epochs)[1],
                ),
                "La ganadora es la mejor de la primera ronda: mira otra vez las notas en cada una.",
            ),
        ),
        explain=lambda result, expected, score, count, epochs: (
            f"Con {count} configuraciones y {epochs} época(s) de salida, la ganadora está bien, "
            f"pero las épocas no: son {expected[1]}, y llegó {result[1]}. Suma en cada ronda las "
            "que la entrenan, antes de descartar a nadie, por las épocas nuevas."
            if result[0] == expected[0]
            else None
        ),
        message="La ganadora no es la de unas mitades sucesivas: en cada ronda sobrevive la "
        "tercera parte con más nota, y las épocas se multiplican por 3. Llegó {result}.",
    )


def _brackets(most):
    steps = 0
    while 3 ** (steps + 1) <= most:
        steps += 1
    return [(-(-(steps + 1) * 3**s // (s + 1)), most // 3**s) for s in range(steps, -1, -1)]


def _brackets_by_logarithm(most):
    steps = int(np.log(most) / np.log(3))
    return [(-(-(steps + 1) * 3**s // (s + 1)), most // 3**s) for s in range(steps, -1, -1)]


def _table(value, name):
    rows = [
        tuple(
            expect.integer(each, f"cada número de {name}") for each in expect.listed(row, "la fila")
        )
        for row in expect.listed(value, name)
    ]
    if any(len(row) != 2 for row in rows):
        expect.wrong(f"Cada fila de {name} son dos números, (cuántas, épocas).")
    return rows


@exercise(
    "8.11.5",
    hints=(
        "Primero, cuántas veces se puede dividir entre 3: `k = 0`, y un ciclo `while 3 ** (k + 1) "
        "<= maximo:`, que suma 1 a `k`. (Con logaritmos, un redondeo puede dejarte corto.)",
        "La fila de `s` es `(math.ceil((k + 1) * 3 ** s / (s + 1)), maximo // 3 ** s)`, con `k = "
        "2` y `s = 2`, por ejemplo.",
        "\n`k = 0\n"
        "while 3 ** (k + 1) <= maximo:\n"
        "    k += 1\n"
        "return [(math.ceil((k + 1) * 3 ** s / (s + 1)), maximo // 3 ** s)\n"
        "        for s in range(k, -1, -1)]`",
    ),
    praise="Desde apostar por muchas hasta no podar a nadie, con gastos parecidos.",
)
def check_brackets(function):
    expect.computes(
        function,
        "tramos",
        right=_brackets,
        inputs=[(most,) for most in (9, 27, 81, 1, 3, 243)],
        kind=_table,
        mistakes=(
            (
                lambda most: _brackets(most)[::-1],
                "Las filas van al revés: primero la que más configuraciones prueba.",
            ),
            (
                lambda most: [row[::-1] for row in _brackets(most)],
                "En cada fila, primero cuántas configuraciones y después con cuántas épocas.",
            ),
            (
                lambda most: [
                    (3 ** (k - i), 3**i) for k in [len(_brackets(most)) - 1] for i in range(k + 1)
                ],
                "Solo cuentas cuántas épocas tocan, 3 ** s: falta repartir, (k + 1) · 3 ** s / "
                "(s + 1), redondeado hacia arriba.",
            ),
            (
                lambda most: [
                    ((len(rows) * 3 ** (len(rows) - 1 - i)) // (len(rows) - i), row[1])
                    for rows in [_brackets(most)]
                    for i, row in enumerate(rows)
                ],
                "Cuántas configuraciones se redondea hacia arriba, con math.ceil.",
            ),
            (
                lambda most: [
                    (-(-len(rows) // (len(rows) - i)) * 3 ** (len(rows) - 1 - i), row[1])
                    for rows in [_brackets(most)]
                    for i, row in enumerate(rows)
                ],
                "Redondeas (k + 1) / (s + 1) antes de multiplicar por 3 ** s: se redondea el "
                "producto.",
            ),
            (
                _brackets_by_logarithm,
                "Con {call} falta un tramo: el logaritmo sale una pizca por debajo, y al cortarlo "
                "se pierde uno. Cuenta con un ciclo cuántas veces se divide entre 3.",
            ),
            (
                lambda most: _brackets(most)[:-1],
                lambda most: _brackets(most)[1:],
                "Falta un tramo: s va de k a 0, los dos incluidos.",
            ),
        ),
        message="No es la tabla de Hyperband: para cada s, de k a 0, (k + 1) · 3 ** s / (s + 1) "
        "configuraciones, hacia arriba, con maximo // 3 ** s épocas. Llegó {result}.",
    )


def _expected_gain(mean, doubt, best, *, first=1, second=1, sign=1, square=False):
    from scipy.stats import norm

    gain = sign * (mean - best)
    place = gain / (doubt**2 if square else doubt)
    return first * gain * norm.cdf(place) + second * doubt * norm.pdf(place)


def _placed(mean, doubt, best, *, place):
    """La mejora esperada, con otra z."""
    from scipy.stats import norm

    z = place(mean, doubt, best)
    return (mean - best) * norm.cdf(z) + doubt * norm.pdf(z)


def _probability(mean, doubt, best):
    from scipy.stats import norm

    return norm.cdf((mean - best) / doubt)


def _swapped(mean, doubt, best):
    from scipy.stats import norm

    place = (mean - best) / doubt
    return (mean - best) * norm.pdf(place) + doubt * norm.cdf(place)


@exercise(
    "8.11.6",
    hints=(
        "Primero, cuántas dudas por encima está: `z = (media - mejor) / duda`.",
        "Con esa z, `norm.cdf(z)` es la probabilidad de mejorar, y `norm.pdf(z)`, la altura de la "
        "campana; ahí `z = (media - mejor) / duda`.",
        "\n`z = (media - mejor) / duda\nreturn (media - mejor) * norm.cdf(z) + duda * norm.pdf(z)`",
    ),
    praise="Una media alta y una duda grande, en el mismo número.",
)
def check_expected_gain(function):
    rng = np.random.default_rng(3)
    expect.computes(
        function,
        "mejora_esperada",
        right=_expected_gain,
        inputs=[
            (0.8, 0.1, 0.75),
            (0.7, 0.05, 0.8),
            (0.6, 0.3, 0.6),
            (rng.uniform(0.5, 0.9, 5), rng.uniform(0.01, 0.4, 5), 0.82),
            (np.array([[0.1, 0.9], [0.4, 0.5]]), np.array([[2.0, 0.1], [0.5, 1.5]]), 0.3),
        ],
        kind=expect.number_or_array,
        tolerance=1e-9,
        mistakes=(
            (
                lambda mean, doubt, best: np.maximum(mean - best, 0),
                lambda mean, doubt, best: mean - best,
                "Eso es lo que mejoraría si no hubiera duda, y así un sitio desconocido no vale "
                "nada: usa la fórmula entera.",
            ),
            (
                _probability,
                "Esa es la probabilidad de mejorar, sin contar cuánto: falta el resto de la "
                "fórmula.",
            ),
            (
                partial(_expected_gain, second=0),
                "Falta la segunda mitad, duda · φ(z).",
            ),
            (
                partial(_expected_gain, first=0),
                "Falta la primera mitad, (media − mejor) · Φ(z).",
            ),
            (
                partial(_expected_gain, sign=-1),
                "Va al revés: mejorar es que la media quede por encima de mejor.",
            ),
            (
                _swapped,
                "Φ y φ están cambiadas: Φ es norm.cdf, y φ, norm.pdf.",
            ),
            (
                partial(_expected_gain, square=True),
                "z se divide entre la duda, y no entre su cuadrado.",
            ),
            (
                partial(_placed, place=lambda mean, doubt, best: mean - best),
                partial(_placed, place=lambda mean, doubt, best: mean - best / doubt),
                "z no es eso: es la resta entera, media − mejor, dividida entre la duda.",
            ),
        ),
        message="No es la mejora esperada: (media − mejor) · Φ(z) + duda · φ(z), con "
        "z = (media − mejor) / duda. Llegó {result}.",
    )


def _stay(scores, rule=lambda rows, best: ~(rows < best).all(axis=1)):
    return rule(scores, scores[scores.mean(axis=1).argmax()])


def _check_flags(value, name):
    if isinstance(value, (list, tuple)):
        value = np.array([expect.boolean(each, f"cada elemento de {name}") for each in value])
    value = expect.array(value, name)
    if value.dtype != bool:
        expect.wrong(
            f"{name} debe contener verdaderos y falsos, y contiene {value.dtype}: uno por "
            "configuración, que diga si sigue."
        )
    return value


@exercise(
    "8.11.7",
    hints=(
        "La de mejor media: `mejor = notas.mean(axis=1).argmax()`.",
        "`notas < notas[mejor]`, con `mejor = notas.mean(axis=1).argmax()`, dice en qué semillas "
        "pierde cada una. Pierde en todas si `.all(axis=1)`; sigue, si no.",
        "\n`mejor = notas.mean(axis=1).argmax()\nreturn ~(notas < notas[mejor]).all(axis=1)`",
    ),
    praise="Lo que no pierde siempre no se distingue: ya decidirá otra cosa.",
)
def check_stay(function):
    scores = np.array(
        [
            [0.80, 0.82, 0.81, 0.83],
            [0.84, 0.85, 0.83, 0.86],
            [0.83, 0.86, 0.82, 0.85],
            [0.83, 0.85, 0.82, 0.85],
        ]
    )
    rng = np.random.default_rng(0)
    inputs = [
        (scores,),
        (scores[:2],),
        (np.array([[0.5, 0.9], [0.6, 0.5]]),),
        (np.array([[0.2, 0.3, 0.9], [0.5, 0.5, 0.5], [0.1, 0.2, 0.3]]),),
        (scores[1:2],),
    ]
    inputs += [(rng.normal(size=(5, seeds)),) for seeds in (2, 3, 4, 2, 3, 4)]
    expect.computes(
        function,
        "siguen",
        right=_stay,
        inputs=inputs,
        kind=_check_flags,
        mistakes=(
            (
                lambda scores: ~_stay(scores),
                "Va al revés: True es que sigue, y dices quién se descarta.",
            ),
            (
                partial(_stay, rule=lambda rows, best: (rows >= best).all(axis=1)),
                lambda scores: np.arange(len(scores)) == scores.mean(axis=1).argmax(),
                "Descartas a quien pierde alguna vez: solo se descarta a quien pierde en todas.",
            ),
            (
                partial(_stay, rule=lambda rows, best: (rows > best).any(axis=1)),
                "Solo sigue quien gana alguna vez, y empatar no es perder; además, la de mejor "
                "media también sigue.",
            ),
            (
                lambda scores: ~(scores < scores.max(axis=0)).all(axis=1),
                "Comparas con la mejor de cada semilla, que no es una configuración: la referencia "
                "es la de mejor media.",
            ),
            (
                lambda scores: ~(scores < scores[scores.max(axis=1).argmax()]).all(axis=1),
                "La referencia es la de mejor media, notas.mean(axis=1).argmax().",
            ),
            (
                lambda scores: np.flatnonzero(_stay(scores)),
                "Esas son las posiciones de las que siguen: se pide un array de verdaderos y "
                "falsos, uno por configuración.",
            ),
        ),
        message="Falla quién sigue: se descarta a quien pierde, en todas las semillas, con la de "
        "mejor media. Llegó {result}.",
    )


quiz(
    "8.11.A1",
    correct="c",
    why="Sí: se decide antes de entrenar, y el descenso no la mueve.",
    wrong={
        "a": "Los pesos los encuentra el entrenamiento: son parámetros.",
        "b": "Los sesgos también los mueve el entrenamiento, como los pesos.",
        "d": "La semilla no describe la red ni cómo aprende: es el sorteo. Elegir la mejor semilla "
        "es quedarse con un golpe de suerte.",
    },
    hint="¿Cuál eliges tú antes de entrenar, y volverías a elegir igual con otro sorteo?",
)
quiz(
    "8.11.A2",
    correct="b",
    why="Sí: la cuadrícula gasta cuatro ensayos en cada tasa, y el azar prueba dieciséis.",
    wrong={
        "a": "Prueba todas las combinaciones de unos pocos valores; de la tasa solo mira cuatro.",
        "c": "Si lo que importa es la tasa, no: uno la mira en cuatro sitios, y otro en dieciséis.",
    },
    hint="¿Cuántas tasas distintas prueba cada uno?",
)
quiz(
    "8.11.A3",
    correct="a",
    why="Sí: ganó en parte por suerte, y con imágenes nuevas esa parte no se repite.",
    wrong={
        "b": "No hace falta que nadie haya memorizado nada: pasa hasta con redes idénticas.",
        "c": "No es un fallo: elegir el máximo de doscientas notas con ruido da una nota inflada.",
    },
    hint="¿Qué pasaba con las redes idénticas al elegir la mejor de muchas?",
)
quiz(
    "8.11.A4",
    correct="d",
    why="Sí: su primera ronda la juzga cuando aún no ha arrancado.",
    wrong={
        "a": "Con una nota ruidosa se puede equivocar, pero otra vez acertará: no es por sistema.",
        "b": "El coste de una época no cambia quién va delante.",
        "c": "Una de tasa demasiado alta va mal desde el principio: podarla es lo que se busca.",
    },
    hint="¿Qué mira la primera ronda?",
)
