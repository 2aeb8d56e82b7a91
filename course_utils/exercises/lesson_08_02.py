"""Comprobaciones de la lección 8.2, Optimizadores, uno a uno."""

import numpy as np

from . import expect
from .core import exercise, quiz

_CHANGES = "Tu función cambia los arrays que recibe: calcula otros, sin usar -= ni +=."


def _three(seed, n, *more):
    """Los arrays que recibe un paso (pesos, una memoria positiva y gradiente) y sus números."""
    rng = np.random.default_rng(seed)
    p, g = rng.normal(size=(2, n))
    return (p, rng.uniform(0.1, 2, n), g, *more)


def _nesterov(p, v, g, rate, beta):
    v = beta * v - rate * g
    return p + beta * v - rate * g, v


@exercise(
    "8.2.1",
    hints=(
        "Primero la velocidad nueva, como en el momento: `v = beta * v - tasa * g`.",
        "El peso se mueve con la velocidad nueva, frenada, y con el gradiente otra vez:\n"
        "`v = beta * v - tasa * g\nreturn p + beta * v - tasa * g, v`",
    ),
    praise="Una pelota que mira adelante, sin pagar ni un gradiente más.",
)
def check_nesterov(function):
    expect.computes(
        function,
        "paso_nesterov",
        right=_nesterov,
        inputs=[
            _three(1, 5, 0.03, 0.5),  # primero la de cinco: dos pesos parecerían dos cosas
            _three(0, 2, 0.1, 0.9),
            _three(2, 1, 0.5, 0.0),
            _three(3, 3, 0.2, 0.99),
        ],
        returns="p, v",
        kind=expect.array,
        unchanged=_CHANGES,
        mistakes=(
            (
                lambda p, v, g, rate, beta: (p + beta * v - rate * g, beta * v - rate * g),
                "Eso es el momento de siempre: tras actualizar v, Nesterov mueve el peso "
                "beta * v - tasa * g, con la v nueva.",
            ),
            (
                lambda p, v, g, rate, beta: (
                    p + beta * (beta * v - rate * g),
                    beta * v - rate * g,
                ),
                "Al peso le falta restarle tasa * g, además de sumarle beta por la velocidad.",
            ),
            (
                lambda p, v, g, rate, beta: (
                    p + (beta * v - rate * g) - rate * g,
                    beta * v - rate * g,
                ),
                "Al mover el peso, la velocidad nueva va multiplicada por beta.",
            ),
            (
                lambda p, v, g, rate, beta: (_nesterov(p, v, g, rate, beta)[0], v),
                "Devuelves la velocidad que recibiste: se devuelve la nueva.",
            ),
            (
                lambda p, v, g, rate, beta: (
                    p + beta * (beta * v + rate * g) + rate * g,
                    beta * v + rate * g,
                ),
                "Sumas el gradiente: así se sube. Se resta.",
            ),
            (
                lambda p, v, g, rate, beta: (
                    p - beta * (beta * v + rate * g) - rate * g,
                    beta * v + rate * g,
                ),
                "Aquí la velocidad ya lleva el signo: v = beta * v - tasa * g, y se suma al peso.",
            ),
            (
                lambda p, v, g, rate, beta: (
                    p - rate * (beta * (beta * v + g) + g),
                    beta * v + g,
                ),
                "Otros libros lo escriben así, pero aquí la velocidad lleva dentro la tasa y el "
                "signo: v = beta * v - tasa * g.",
            ),
            (
                lambda *a: _nesterov(*a)[::-1],
                "Están al revés: se devuelven p, v, en ese orden.",
            ),
        ),
        message="{name} no es lo que dan las dos fórmulas de Keras: primero v, y con esa v nueva, "
        "p. Mira los signos y qué lleva beta.",
    )


def _rmsprop(p, s, g, rate, rho):
    s = rho * s + (1 - rho) * g**2
    return p - rate * g / np.sqrt(s + 1e-7), s


@exercise(
    "8.2.2",
    hints=(
        "La media que olvida: `s = rho * s + (1 - rho) * g**2`.",
        "El paso, con la media nueva y épsilon dentro de la raíz:\n"
        "`s = rho * s + (1 - rho) * g**2\n"
        "return p - tasa * g / np.sqrt(s + 1e-7), s`",
    ),
    praise="Una media que olvida, en vez de una suma: los pasos ya no se encogen sin fin.",
)
def check_rmsprop(function):
    tiny = _three(4, 3, 0.2, 0.5)
    expect.computes(
        function,
        "paso_rmsprop",
        right=_rmsprop,
        inputs=[
            _three(1, 5, 0.03, 0.3),  # primero la de cinco: dos pesos parecerían dos cosas
            _three(0, 2, 0.1, 0.9),
            _three(2, 1, 0.5, 0.0),
            # Aquí se nota dónde va épsilon, y cuánto vale.
            (tiny[0], 1e-7 * tiny[1], 3e-4 * tiny[2], 0.2, 0.5),
        ],
        returns="p, s",
        kind=expect.array,
        tolerance=1e-9,
        unchanged=_CHANGES,
        mistakes=(
            (
                lambda p, s, g, rate, rho: (p - rate * g / np.sqrt(s + g**2 + 1e-7), s + g**2),
                "Eso es AdaGrad: RMSProp conserva una parte rho de la media y añade 1 - rho del "
                "cuadrado nuevo.",
            ),
            (
                lambda p, s, g, rate, rho: _rmsprop(p, s, g, rate, 1 - rho),
                "Has cambiado los papeles: rho multiplica a la media que había, y 1 - rho, al "
                "cuadrado nuevo.",
            ),
            (
                lambda p, s, g, rate, rho: (
                    p - rate * g / np.sqrt(rho * s + g**2 + 1e-7),
                    rho * s + g**2,
                ),
                "Al cuadrado nuevo le falta su 1 - rho: si no, no es una media.",
            ),
            (
                lambda p, s, g, rate, rho: (
                    p - rate * g / np.sqrt(rho * s + (1 - rho) * g + 1e-7),
                    rho * s + (1 - rho) * g,
                ),
                lambda p, s, g, rate, rho: (
                    p - rate * g / np.sqrt(rho * s + (1 - rho) * np.abs(g) + 1e-7),
                    rho * s + (1 - rho) * np.abs(g),
                ),
                "s es la media de los **cuadrados** de g.",
            ),
            (
                lambda p, s, g, rate, rho: (
                    p - rate * g / (_rmsprop(p, s, g, rate, rho)[1] + 1e-7),
                    _rmsprop(p, s, g, rate, rho)[1],
                ),
                "Falta la raíz: se divide entre la raíz de la media de los cuadrados.",
            ),
            (
                lambda p, s, g, rate, rho: (
                    p - rate * g / (np.sqrt(_rmsprop(p, s, g, rate, rho)[1]) + 1e-7),
                    _rmsprop(p, s, g, rate, rho)[1],
                ),
                "El 1e-7 va dentro de la raíz: np.sqrt(s + 1e-7).",
            ),
            (
                lambda p, s, g, rate, rho: (
                    p - rate * g / np.sqrt(_rmsprop(p, s, g, rate, rho)[1]),
                    _rmsprop(p, s, g, rate, rho)[1],
                ),
                lambda p, s, g, rate, rho: (
                    p - rate * g / np.sqrt(_rmsprop(p, s, g, rate, rho)[1]) + 1e-7,
                    _rmsprop(p, s, g, rate, rho)[1],
                ),
                "Falta el 1e-7, dentro de la raíz: np.sqrt(s + 1e-7).",
            ),
            (
                lambda p, s, g, rate, rho: (
                    p - rate * g / np.sqrt(s + 1e-7),
                    _rmsprop(p, s, g, rate, rho)[1],
                ),
                "Mueves el peso con la media vieja: primero se actualiza s.",
            ),
            (
                lambda p, s, g, rate, rho: (
                    p + rate * g / np.sqrt(_rmsprop(p, s, g, rate, rho)[1] + 1e-7),
                    _rmsprop(p, s, g, rate, rho)[1],
                ),
                "Sumas el paso: así se va cuesta arriba.",
            ),
            (
                lambda *a: _rmsprop(*a)[::-1],
                "Están al revés: se devuelven p, s, en ese orden.",
            ),
        ),
        message="{name} no es lo que dan las dos fórmulas: primero s, y con esa s nueva, p. Mira "
        "los paréntesis de 1 - rho y que en p estén la tasa y g.",
    )


def _adamw(p, m, s, rate, decay):
    return p - rate * decay * p - rate * m / (np.sqrt(s) + 1e-7)


@exercise(
    "8.2.3",
    hints=(
        "Encoger es quitar a cada peso una parte de lo que vale: "
        "`encogidos = p - tasa * decae * p`.",
        "A los encogidos, el paso de Adam:\n"
        "`encogidos = p - tasa * decae * p\n"
        "return encogidos - tasa * m_corregida / (np.sqrt(s_corregida) + 1e-7)`",
    ),
    praise="El freno, fuera de la división: todos los pesos encogen en la misma proporción.",
)
def check_adamw(function):
    def case(seed, n, rate, decay, scale=1.0):
        p, s, m = _three(seed, n)
        return p, scale * m, scale**2 * s, rate, decay

    expect.computes(
        function,
        "paso_adamw",
        right=_adamw,
        inputs=[
            case(0, 2, 0.1, 0.5),
            case(1, 5, 0.02, 3.0),
            case(2, 1, 0.5, 0.0),
            case(3, 3, 0.3, 0.2, scale=1e-6),  # aquí se nota el 1e-7
        ],
        kind=expect.array,
        tolerance=1e-9,
        unchanged="Tu función cambia los arrays que recibe: calcula otros, sin usar -= ni +=.",
        mistakes=(
            (
                lambda p, m, s, rate, decay: p - rate * (m + decay * p) / (np.sqrt(s) + 1e-7),
                "Eso es ℓ2: sumas decae * p dentro de la división. AdamW encoge los pesos aparte.",
            ),
            (
                lambda p, m, s, rate, decay: p - decay * p - rate * m / (np.sqrt(s) + 1e-7),
                "Lo que se encoge también lleva la tasa: tasa * decae * p.",
            ),
            (
                lambda p, m, s, rate, decay: (
                    (p - rate * m / (np.sqrt(s) + 1e-7)) * (1 - rate * decay)
                ),
                "Encoges el peso ya movido: se encoge el que había, y después se da el paso.",
            ),
            (
                lambda p, m, s, rate, decay: p - rate * m / (np.sqrt(s) + 1e-7),
                "Eso es Adam: falta encoger los pesos.",
            ),
            (
                lambda p, m, s, rate, decay: p + rate * decay * p - rate * m / (np.sqrt(s) + 1e-7),
                "Con ese signo los pesos crecen: lo que se encoge se resta.",
            ),
            (
                lambda p, m, s, rate, decay: p - rate * decay * p + rate * m / (np.sqrt(s) + 1e-7),
                "Sumas el paso: así se va cuesta arriba.",
            ),
            (
                lambda p, m, s, rate, decay: p - rate * decay * p - rate * m / (s + 1e-7),
                "Falta la raíz: el paso se divide entre la raíz de s_corregida.",
            ),
            (
                lambda p, m, s, rate, decay: p - rate * decay * p - rate * m / np.sqrt(s + 1e-7),
                "Aquí el 1e-7 va fuera de la raíz.",
            ),
            (
                lambda p, m, s, rate, decay: p - rate * decay * p - rate * m / np.sqrt(s),
                lambda p, m, s, rate, decay: p - rate * decay * p - rate * m / np.sqrt(s) + 1e-7,
                "Falta el 1e-7 en la división: entre (np.sqrt(s_corregida) + 1e-7).",
            ),
            (
                lambda p, m, s, rate, decay: rate * decay * p - rate * m / (np.sqrt(s) + 1e-7),
                "tasa * decae * p es lo que se le quita a cada peso: encogidos es p menos eso.",
            ),
            (
                lambda p, m, s, rate, decay: (
                    p - rate * decay * np.sign(p) - rate * m / (np.sqrt(s) + 1e-7)
                ),
                lambda p, m, s, rate, decay: p - rate * decay - rate * m / (np.sqrt(s) + 1e-7),
                "Cada peso encoge una fracción de **lo que vale**: tasa * decae * p.",
            ),
        ),
    )


def _pick(rates, losses, margin, width=5, offset=2):
    means = np.convolve(losses, np.ones(width) / width, mode="valid")
    return rates[offset + np.argmin(means)] / margin


@exercise(
    "8.2.4",
    hints=(
        'Las medias, con `medias = np.convolve(perdidas, np.ones(5) / 5, mode="valid")`.',
        "La media número 0 es la de las cinco primeras, y su centro es la posición 2: el de la "
        "menor es `tasas[2 + np.argmin(medias)]`, si `medias` son las de antes.",
        '\n`medias = np.convolve(perdidas, np.ones(5) / 5, mode="valid")\n'
        "return tasas[2 + np.argmin(medias)] / margen`",
    ),
    praise="Un orden de magnitud en una sola pasada: el resto lo decide la validación.",
)
def check_pick(function):
    def test(seed, n, margin):
        rng = np.random.default_rng(seed)
        rates = np.geomspace(1e-4, 10, n)
        place = np.linspace(-1, 1.2, n)
        losses = 1 + place**2 + rng.normal(0, 0.1, n)
        losses[n // 8] = 0.4  # un lote con mucha suerte: sin suavizar, ganaría
        return rates, losses, margin

    early = np.array([1.5, 1.2, 1.1, 1.0, 1.1, 1.2, 5.0, 9.0, 9.0])
    late = np.array([9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0])
    expect.computes(
        function,
        "elegir_tasa",
        right=_pick,
        inputs=[
            test(3, 75, 3),  # aquí se separan la media de cinco y la de nueve
            test(0, 40, 10),
            test(2, 120, 1),
            test(5, 31, 4.0),
            (np.geomspace(0.01, 1, 9), early, 10),  # el mínimo, casi al principio
            (np.geomspace(0.01, 1, 9), late, 2),  # y en las cinco últimas
        ],
        kind=expect.number,
        tolerance=1e-9,
        mistakes=(
            (
                lambda rates, losses, margin: rates[np.argmin(losses)] / margin,
                "{call}: buscas la menor sin suavizar, y un lote con suerte engaña. Suaviza "
                "primero, con la media de cada cinco.",
            ),
            (
                lambda rates, losses, margin: _pick(rates, losses, margin, width=9, offset=4),
                lambda rates, losses, margin: _pick(rates, losses, margin, width=9),
                "Suavizas con nueve, como en la figura: aquí son cinco, y su centro, el 2.",
            ),
            (
                lambda rates, losses, margin: _pick(rates, losses, margin, offset=0),
                "Das la tasa del principio de las cinco: su centro está dos posiciones después.",
            ),
            (
                lambda rates, losses, margin: _pick(rates, losses, margin, offset=4),
                "Das la tasa del final de las cinco: su centro está dos posiciones antes.",
            ),
            (
                lambda rates, losses, margin: _pick(rates, losses, 1),
                "Falta dividir la tasa entre margen.",
            ),
            (
                lambda rates, losses, margin: _pick(rates, losses, 1 / margin),
                "Multiplicas por margen: hay que quedarse por debajo, así que se divide.",
            ),
            (
                lambda rates, losses, margin: (
                    2 + np.argmin(np.convolve(losses, np.ones(5) / 5, mode="valid"))
                ),
                lambda rates, losses, margin: np.argmin(
                    np.convolve(losses, np.ones(5) / 5, mode="valid")
                ),
                "Esa es la posición: se pide la tasa que está en ella, entre margen.",
            ),
            (
                lambda rates, losses, margin: (
                    rates[2 + np.argmax(np.convolve(losses, np.ones(5) / 5, mode="valid"))] / margin
                ),
                "Buscas la media más alta: la pérdida que interesa es la menor.",
            ),
            (
                lambda rates, losses, margin: (
                    rates[np.argmin(np.convolve(losses, np.ones(5) / 5, mode="same"))] / margin
                ),
                'Con mode="same" las medias de las puntas se hacen con ceros de relleno, y parecen '
                'más bajas: usa mode="valid".',
            ),
            (
                lambda rates, losses, margin: (
                    rates[2 + np.argmin(np.convolve(losses, np.ones(5) / 5))] / margin
                ),
                lambda rates, losses, margin: (
                    rates[np.argmin(np.convolve(losses, np.ones(5) / 5))] / margin
                ),
                'Falta mode="valid": sin él, en las puntas no caben las cinco, y salen más bajas.',
            ),
            (
                lambda rates, losses, margin: (
                    np.convolve(losses, np.ones(5) / 5, mode="valid").min() / margin
                ),
                lambda rates, losses, margin: np.convolve(
                    losses, np.ones(5) / 5, mode="valid"
                ).min(),
                "Eso es una pérdida: se pide la tasa con la que salió.",
            ),
        ),
    )


def _one_cycle(step, total, peak, knots=(0, 0.45, 0.9, 1), ends=(10, 1, 10, 1000)):
    return float(np.interp(step, [k * total for k in knots], [peak / end for end in ends]))


@exercise(
    "8.2.5",
    hints=(
        "Cuatro posiciones y cuatro valores: `pasos = [0, 0.45 * total, 0.9 * total, total]`.",
        "Y las tasas de esas posiciones: `tasas = [maxima / 10, maxima, maxima / 10, "
        "maxima / 1000]`. Con las dos listas, `np.interp(paso, …, …)`.",
        "\n`pasos = [0, 0.45 * total, 0.9 * total, total]\n"
        "tasas = [maxima / 10, maxima, maxima / 10, maxima / 1000]\n"
        "return np.interp(paso, pasos, tasas)`",
    ),
    praise="Arriba en medio, y al final muy abajo: cuatro puntos y tres rectas.",
)
def check_one_cycle(function):
    inputs = [
        (step, total, peak)
        for total, peak in ((100, 0.5), (564, 0.06), (40, 3.0))
        for step in (0, 0.2 * total, 0.45 * total, 0.6 * total, 0.9 * total, 0.95 * total, total)
    ]
    expect.computes(
        function,
        "un_ciclo",
        right=_one_cycle,
        inputs=inputs,
        kind=expect.number,
        tolerance=1e-9,
        mistakes=(
            (
                lambda step, total, peak: _one_cycle(step, total, peak, ends=(1, 10, 1, 1000)),
                "{call}: empieza en maxima / 10; lo más alto, maxima, está en 0.45 * total.",
            ),
            (
                lambda step, total, peak: _one_cycle(step, total, peak, ends=(10, 1, 10, 10)),
                "{call}: el último tramo tiene que bajar hasta maxima / 1000.",
            ),
            (
                lambda step, total, peak: _one_cycle(
                    step, total, peak, knots=(0, 0.45, 1), ends=(10, 1, 1000)
                ),
                "{call}: falta el punto de 0.9 * total, donde vale maxima / 10.",
            ),
            (
                lambda step, total, peak: _one_cycle(
                    step, total, peak, knots=(0, 0.45, 0.9, 1), ends=(1000, 1, 10, 1000)
                ),
                "{call}: en el paso 0 vale maxima / 10.",
            ),
            (
                lambda step, total, peak: _one_cycle(step, total, peak, knots=(0, 0.5, 0.9, 1)),
                "{call}: lo más alto está en 0.45 * total.",
            ),
            (
                lambda step, total, peak: _one_cycle(step, total, 1),
                "{call}: las tasas son partes de maxima.",
            ),
            (
                lambda step, total, peak: _one_cycle(step, 1, peak),
                "{call}: las posiciones se cuentan en pasos: 0.45 * total, 0.9 * total y total.",
            ),
        ),
    )


@exercise(
    "8.2.6",
    hints=(
        "`(a > b).all()` dice si `a` gana en todas las semillas.",
        "Y también vale que pierda en todas: `return bool((a > b).all() or (a < b).all())`",
    ),
    praise="Una regla sencilla, y sabes cuánto se equivoca.",
)
def check_distinct(function):
    def pair(seed, n, shift):
        rng = np.random.default_rng(seed)
        a = rng.uniform(0.7, 0.9, n)
        return a, a + shift * np.ones(n)

    base = np.array([0.81, 0.83, 0.82, 0.84])
    expect.computes(
        function,
        "se_distinguen",
        right=lambda a, b: bool((a > b).all() or (a < b).all()),
        inputs=[
            pair(0, 8, 0.3),
            pair(1, 8, -0.3),
            pair(2, 5, 0.3),  # solo falla quien da por hecho que son ocho
            (base, base + 0.001),  # gana siempre, aunque la peor de una es menor que otras
            (base, base - 0.001),
            (base, base + np.array([0.05, 0.04, 0.06, -0.001])),
            (base, base - np.array([0.05, 0.04, 0.06, -0.001])),
            (base, base + np.array([0.01, -0.01, 0.01, -0.01])),
            (base, base + np.array([0.01, 0.01, 0.01, 0])),
            (base, base - np.array([0, 0.01, 0.01, 0.01])),
            (base, base),
            (base, base[::-1]),
            (base[:1], base[1:2]),
        ],
        kind=expect.boolean,
        tolerance=0,
        # Con solo dos respuestas posibles, cada fila es la única que falla en su entrada.
        mistakes=(
            (
                lambda a, b: bool(a.min() > b.max() or a.max() < b.min()),
                "{call}: comparas todas con todas. La pareja es la misma semilla: a > b.",
            ),
            (
                lambda a, b: bool(np.sum(a > b) == 8 or np.sum(a < b) == 8) and len(a) == 8,
                lambda a, b: (
                    "Aquí las semillas no son ocho, sino "
                    f"{len(a)}: compara con len(a), o usa .all()."
                    if len(a) != 8 and (a < b).all()
                    else None
                ),
            ),
            (
                lambda a, b: bool((a > b).all()),
                "{call}: también se distinguen si `a` pierde siempre.",
            ),
            (
                lambda a, b: bool((a < b).all()),
                "{call}: también se distinguen si `a` gana siempre.",
            ),
            (
                lambda a, b: bool((a != b).all()),
                "{call}: aquí unas veces gana `a` y otras `b`. Que sean distintas, o que gane en "
                "alguna, no basta: tiene que ganar siempre la misma.",
            ),
            (
                lambda a, b: bool((a >= b).all() or (a <= b).all()),
                "{call}: un empate no es ganar ni perder: usa > y <.",
            ),
        ),
    )


quiz(
    "8.2.A1",
    correct="b",
    why="Sí: con una media que olvida, la primera ladera deja de pesar.",
    wrong={
        "a": "La inercia la ponen el momento, Nesterov y Adam: RMSProp solo reparte el paso.",
        "c": "Nadie la elige por ti: RMSProp con una tasa fija ni siquiera se posa.",
    },
    hint="¿Qué le pasaba a la longitud de los pasos de AdaGrad?",
)
quiz(
    "8.2.A2",
    correct="c",
    why="Sí: por eso, con ℓ2, el peso de gradientes grandes casi no encogía.",
    wrong={
        "a": "Con el descenso de siempre sí son lo mismo; con Adam, no: mira la figura.",
        "b": "Es al revés: a ese peso se le divide entre una raíz enorme y casi no encoge.",
    },
    hint="Mira qué se divide entre la raíz de s en cada caso.",
)
quiz(
    "8.2.A3",
    correct="a",
    why="Sí: la misma tasa no es la misma oportunidad.",
    wrong={
        "b": "Con cualquier tasa común pasa lo mismo: la buena para uno es mala para el otro.",
        "c": "Elegir con la prueba es mirar el examen: la tasa se elige en validación.",
        "d": "Una tasa buena para Adam es diminuta para el descenso: lo mediste.",
    },
    hint="Mira el primer error frecuente.",
)
