"""Comprobaciones de la lección 2.10, Pasos mejores: lotes, momento y Adam."""

import numpy as np

from ..datasets import load_penguins
from . import expect
from .core import exercise, quiz


@exercise(
    "2.10.1",
    hints=(
        "`orden = rng.permutation(n)` da las `n` posiciones barajadas, cada una una vez.",
        "`for inicio in range(0, n, tamano):` da dónde empieza cada lote; después, "
        "`orden[inicio:inicio + tamano]`.",
        "\n`orden = rng.permutation(n)\n"
        "lotes = []\n"
        "for inicio in range(0, n, tamano):\n"
        "    lotes.append(orden[inicio:inicio + tamano])\n"
        "return lotes`",
    ),
    praise="Cada muestra, una vez por época y en otro orden: así se entrena casi cualquier red.",
)
def check_batches(function):
    expect.function(function, "hacer_lotes")
    for n, size in ((10, 4), (60, 20), (33, 32), (25, 1), (5, 8)):
        case = f"Con n = {n} y tamano = {size}"
        batches = _batches(function, n, size, np.random.default_rng(n))
        joined = np.concatenate(batches)
        if len(joined) < n and len(np.unique(joined)) == len(joined):
            expect.wrong(
                f"{case} salen {len(joined)} posiciones: ¿tiras el último lote, el que va corto?"
            )
        if sorted(joined) != list(range(n)):
            expect.wrong(
                f"{case} no sale cada posición de 0 a {n - 1} una sola vez. Baraja una vez, con "
                "rng.permutation(n), y recorta; rng.choice y rng.integers repiten."
            )
        expected = [size] * (n // size) + ([n % size] if n % size else [])
        lengths = [len(batch) for batch in batches]
        if lengths != expected:
            expect.wrong(
                f"{case} los lotes deben medir {expect.shown(expected)} y miden "
                f"{expect.shown(lengths)}."
            )
        if n >= 25 and np.array_equal(joined, np.arange(n)):
            expect.wrong("Las posiciones salen en orden: falta barajarlas con rng.permutation(n).")
    rng = np.random.default_rng(3)
    first, second = (np.concatenate(_batches(function, 50, 8, rng)) for _ in range(2))
    if np.array_equal(first, second):
        expect.wrong(
            "Dos épocas seguidas salen en el mismo orden: usa el rng que recibes, no uno nuevo."
        )
    again, same = (
        np.concatenate(_batches(function, 50, 8, np.random.default_rng(3))) for _ in range(2)
    )
    if not np.array_equal(again, same):
        expect.wrong(
            "Con dos generadores de la misma semilla salen órdenes distintos: baraja con el rng "
            "que recibes, y no con np.random."
        )


def _batches(function, n, size, rng):
    result = expect.call(function, n, size, rng)
    expect.instance(result, list, "lo que devuelve hacer_lotes")
    batches = [np.asarray(b) if isinstance(b, list) else b for b in result]
    if not batches or any(
        not isinstance(b, np.ndarray) or b.ndim != 1 or b.dtype.kind not in "iu" for b in batches
    ):
        expect.wrong(
            f"Con n = {n} y tamano = {size}, cada lote debe ser un array de una dimensión con "
            "posiciones (enteros)."
        )
    return batches


def _optimizer_case(seed, n, *more):
    """Los arrays que recibe un paso: pesos, una memoria y gradiente; y los números que sigan."""
    rng = np.random.default_rng(seed)
    return (*rng.normal(size=(3, n)), *more)


def _with_momentum(p, v, g, rate, beta):
    v = beta * v - rate * g
    return p + v, v


@exercise(
    "2.10.2",
    hints=(
        "Primero la velocidad: una parte `beta` de la que había, menos `tasa * g`.",
        "El peso se mueve con la velocidad nueva:\n`v = beta * v - tasa * g\nreturn p + v, v`",
    ),
    praise="Una línea más que el descenso de siempre, y una memoria por peso.",
)
def check_momentum(function):
    expect.computes(
        function,
        "paso_con_momento",
        right=_with_momentum,
        inputs=[
            _optimizer_case(0, 2, 0.1, 0.9),
            _optimizer_case(1, 5, 0.03, 0.5),
            _optimizer_case(2, 1, 0.5, 0.0),
        ],
        returns="p, v",
        kind=expect.array,
        unchanged="Tu función cambia los arrays que recibe: calcula otros, sin usar -= ni +=.",
        mistakes=(
            (
                lambda p, v, g, rate, beta: (p + v, beta * v - rate * g),
                "Mueves el peso con la velocidad vieja: primero se actualiza v.",
            ),
            (
                lambda p, v, g, rate, beta: (p + beta * v + rate * g, beta * v + rate * g),
                "Sumas el gradiente a la velocidad: así sube. Se resta.",
            ),
            (
                lambda p, v, g, rate, beta: (p - rate * g, beta * v - rate * g),
                "El peso se mueve con v, y no solo con el gradiente de este paso.",
            ),
            (
                lambda p, v, g, rate, beta: _with_momentum(p, v, g, rate, 1),
                "No usas beta: la velocidad no se frenaría nunca.",
            ),
            (
                lambda p, v, g, rate, beta: (
                    p + beta * v - (1 - beta) * rate * g,
                    beta * v - (1 - beta) * rate * g,
                ),
                "Aquí el gradiente no va multiplicado por 1 − β, aunque otros libros lo hagan.",
            ),
            (
                lambda p, v, g, rate, beta: (p - rate * (beta * v + g), beta * v + g),
                lambda p, v, g, rate, beta: (p - beta * v - rate * g, beta * v + rate * g),
                "Otros libros lo escriben así, pero aquí la velocidad lleva dentro la tasa y el "
                "signo: v = beta * v - tasa * g, y el peso se mueve con p + v.",
            ),
            (
                lambda *a: _with_momentum(*a)[::-1],
                "Están al revés: se devuelven p, v, en ese orden.",
            ),
        ),
    )


def _adam(p, m, s, g, t, rate, *, corrected=True, root=np.sqrt, squared=True):
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * (g**2 if squared else np.abs(g))
    fixed_m, fixed_s = (m / (1 - 0.9**t), s / (1 - 0.999**t)) if corrected else (m, s)
    return p - rate * fixed_m / (root(fixed_s) + 1e-7), m, s


@exercise(
    "2.10.3",
    hints=(
        "Primero las dos medias: `m = 0.9 * m + 0.1 * g` y `s = 0.999 * s + 0.001 * g**2`.",
        "Después se corrigen en otras variables: `m_corregida = m / (1 - 0.9**t)`, y la de `s` con "
        "0.999.",
        "\n`m = 0.9 * m + 0.1 * g\n"
        "s = 0.999 * s + 0.001 * g**2\n"
        "m_corregida, s_corregida = m / (1 - 0.9**t), s / (1 - 0.999**t)\n"
        "return p - tasa * m_corregida / (np.sqrt(s_corregida) + 1e-7), m, s`",
    ),
    praise="Adam, escrito por ti: suele ser el primer optimizador que se prueba.",
)
def check_adam(function):
    def case(seed, n, t, rate, scale=1.0):
        rng = np.random.default_rng(seed)
        p, m, g = rng.normal(size=(3, n))
        s = rng.uniform(0.1, 2, n)
        first = 0 if t == 1 else 1
        return p, scale * m * first, scale**2 * s * first, scale * g, t, rate

    expect.computes(
        function,
        "paso_de_adam",
        right=_adam,
        inputs=[
            case(0, 2, 3, 0.1),
            case(1, 5, 1, 0.02),
            case(2, 1, 40, 0.5),
            case(3, 3, 2, 0.3, scale=1e-6),  # aquí se nota el 1e-7
        ],
        returns="p, m, s",
        kind=expect.array,
        tolerance=1e-9,
        unchanged="Tu función cambia los arrays que recibe: calcula otros, sin usar -= ni +=.",
        mistakes=(
            (lambda *a: _adam(*a, corrected=False), "Falta corregir las dos medias para mover p."),
            (
                lambda *a: _adam(*a, root=lambda value: value),
                "Falta la raíz: se divide entre la raíz de la media de los cuadrados.",
            ),
            (lambda *a: _adam(*a, squared=False), "s es la media de los **cuadrados** de g."),
            (
                lambda p, m, s, g, t, rate: _adam(p, m, s, g, t, -rate),
                "Sumas el paso: así se va cuesta arriba.",
            ),
            (
                lambda p, m, s, g, t, rate: (
                    _adam(p, m, s, g, t, rate)[0],
                    _adam(p, m, s, g, t, rate)[1] / (1 - 0.9**t),
                    _adam(p, m, s, g, t, rate)[2] / (1 - 0.999**t),
                ),
                "Devuelves las medias corregidas: la corrección solo se usa para mover p.",
            ),
        ),
    )


@exercise(
    "2.10.4",
    hints=(
        "Un ciclo por las pérdidas que sepa en qué época va: `enumerate(perdidas, start=1)`.",
        "En cuanto `perdida <= meta`, se devuelve la época; tras el ciclo, `None`:\n"
        "`for epoca, perdida in enumerate(perdidas, start=1):\n"
        "    if perdida <= meta:\n"
        "        return epoca\n"
        "return None`",
    ),
    praise="Comparar optimizadores es esto: la misma meta, y contar.",
)
def check_epochs_needed(function):
    def first(losses, goal, below=lambda loss, goal: loss <= goal):
        return next((k for k, loss in enumerate(losses, 1) if below(loss, goal)), None)

    def taken(value, name):
        return None if value is None else expect.integer(value, name)

    losses = [9.0, 4.0, 1.5, 2.0, 0.5, 0.7, 0.5]
    expect.computes(
        function,
        "epocas_hasta",
        right=first,
        inputs=[
            (losses, 3.0),
            (losses, 4.0),  # justo en la meta
            (losses, 0.5),
            (losses, 20.0),
            (losses, 0.1),
            ([3.0], 3.0),
            ([2.0, 5.0, 5.0], 1.0),
        ],
        kind=taken,
        tolerance=0,
        mistakes=(
            (
                lambda losses, goal: first(losses, goal) and first(losses, goal) - 1,
                "Esa es la posición, que empieza en 0: la primera época es la 1.",
            ),
            (
                lambda losses, goal: first(losses, goal, lambda loss, goal: loss < goal),
                "{call}: también vale la pérdida que es **igual** que la meta.",
            ),
            (
                lambda losses, goal: first(losses, goal) or -1,
                lambda losses, goal: first(losses, goal) or 0,
                lambda losses, goal: first(losses, goal) or len(losses),
                "{call}: si ninguna llega a la meta, se devuelve None.",
            ),
            (
                lambda losses, goal: sum(loss > goal for loss in losses) + 1,
                "{call}: hay que parar en la primera que llega, aunque después vuelva a subir.",
            ),
        ),
    )


MARGIN = 1.2  # sobre la menor pérdida posible


def _penguins():
    """Las mismas medidas, centradas y con su columna de unos, y la masa en kg."""
    columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    table = load_penguins().dropna(subset=columns)[columns].to_numpy(float)
    measures = table[:, :3] - table[:, :3].mean(axis=0)
    return np.column_stack([measures, np.ones(len(table))]), table[:, 3] / 1000


@exercise(
    "2.10.5",
    hints=(
        "Dos ciclos: las épocas y, dentro, los lotes de `hacer_lotes(len(mass), 32, rng)`.",
        "En cada lote, `for lote in hacer_lotes(len(mass), 32, rng):`, `errores = measures[lote] @ "
        "pesos - mass[lote]` y "
        "`g = 2 / len(lote) * measures[lote].T @ errores`; después, el paso.",
        "\n`rng = np.random.default_rng(1)\n"
        "pesos, velocidad = np.zeros(4), np.zeros(4)\n"
        "for epoca in range(60):\n"
        "    for lote in hacer_lotes(len(mass), 32, rng):\n"
        "        errores = measures[lote] @ pesos - mass[lote]\n"
        "        g = 2 / len(lote) * measures[lote].T @ errores\n"
        "        pesos, velocidad = paso_con_momento(pesos, velocidad, g, 0.0005, 0.9)`",
    ),
    praise="Lotes y optimizador, los dos escritos por ti.",
)
def check_penguin_weights(weights):
    weights = expect.finite(expect.array(weights, "pesos", shape=(4,)), "pesos")
    measures, mass = _penguins()
    lowest = np.square(measures @ np.linalg.lstsq(measures, mass, rcond=None)[0] - mass).mean()
    loss = np.square(measures @ weights - mass).mean()
    if loss > 20:
        expect.wrong(
            f"La pérdida es {loss:.3g}, más que con los pesos a cero: o diverge, o sumas el paso."
        )
    if loss > MARGIN * lowest:
        expect.wrong(
            f"La pérdida es {loss:.3f}, y se pide {MARGIN * lowest:.3f} como mucho. Da alguna "
            "época más (con lotes, la pérdida tiembla de una a otra), o revisa la tasa."
        )
    return f"Tu pérdida ≈ {loss:.3f}; la menor posible, {lowest:.3f}."


quiz(
    "2.10.A1",
    correct="b",
    why="Sí: 1000 entre 100. Una época ve cada muestra una vez, y da un paso por lote.",
    wrong={
        "a": "Un solo paso sería con el lote completo, de 1000.",
        "c": "Eso es lo que mide cada lote.",
        "d": "Mil pasos serían lotes de una muestra.",
    },
    hint="¿Cuántos lotes de 100 caben en 1000 muestras?",
)
quiz(
    "2.10.A2",
    correct="b",
    why="Sí: el suelo llano no basta. En el punto de silla, la curva estuvo plana y después cayó.",
    wrong={
        "a": "Así parecía el punto de silla durante decenas de pasos, y después la pérdida cayó.",
        "c": "En el fondo puede quedar pérdida: con los recibos de taxi nunca llegó a 0.",
    },
    hint="Mira otra vez la curva del que salió a una milésima.",
)
quiz(
    "2.10.A3",
    correct="b",
    why="Sí: la velocidad acumula lo que insiste, y lo que va y viene se anula.",
    wrong={
        "a": "Eso es Adam: divide el paso de cada peso entre lo que suele valer su gradiente.",
        "c": "La tasa no cambia: lo que cambia es la velocidad.",
    },
    hint="Piensa en la pelota: ¿qué le pasa a lo largo del valle, y de lado a lado?",
)
